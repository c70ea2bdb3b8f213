/* diayn_jax; third parties in play.licences.txt; sources 67da76bdfbcc59c0bb11eedaa1c4f0df4a56edf28518474c058c6c6dc21fb431 */
var diaynPlay=(()=>{var ay=Object.create;var Oa=Object.defineProperty;var oy=Object.getOwnPropertyDescriptor;var ly=Object.getOwnPropertyNames;var cy=Object.getPrototypeOf,uy=Object.prototype.hasOwnProperty;var hy=(i=>typeof require<"u"?require:typeof Proxy<"u"?new Proxy(i,{get:(e,t)=>(typeof require<"u"?require:e)[t]}):i)(function(i){if(typeof require<"u")return require.apply(this,arguments);throw Error('Dynamic require of "'+i+'" is not supported')});var dy=(i,e)=>{for(var t in e)Oa(i,t,{get:e[t],enumerable:!0})},Xh=(i,e,t,n)=>{if(e&&typeof e=="object"||typeof e=="function")for(let r of ly(e))!uy.call(i,r)&&r!==t&&Oa(i,r,{get:()=>e[r],enumerable:!(n=oy(e,r))||n.enumerable});return i};var fy=(i,e,t)=>(t=i!=null?ay(cy(i)):{},Xh(e||!i||!i.__esModule?Oa(t,"default",{value:i,enumerable:!0}):t,i)),py=i=>Xh(Oa({},"__esModule",{value:!0}),i);var TT={};dy(TT,{coursesOf:()=>pa,follow:()=>Kr,makeBelief:()=>ql,makeChooser:()=>$l,makePolicy:()=>ga,makeRivals:()=>Wl,randomOf:()=>fa,start:()=>ET});function Je(i,e={},...t){let n=document.createElement(i);for(let[r,a]of Object.entries(e))a==null||a===!1||(r.startsWith("on")?n.addEventListener(r.slice(2),a):r==="style"?n.style.cssText=a:n.setAttribute(r,a===!0?"":a));return n.append(...t.flat(1/0).filter(r=>r!=null&&r!==!1)),n}function Pi(i,e={},...t){let n=document.createElementNS("http://www.w3.org/2000/svg",i);for(let[r,a]of Object.entries(e))a!=null&&n.setAttribute(r,a);return n.append(...t.flat(1/0)),n}function $h(i,e,t=document.documentElement){let n=[],r=()=>{(getComputedStyle(document.documentElement).colorScheme==="dark"?e:i).forEach((l,c)=>{n[c]=l,t.style.setProperty(`--skill-${c}`,l)})};return r(),window.addEventListener("themechange",r),n}function dc(i){return`var(--skill-${i})`}function Ba(i,e,t,n=null){let r=Je("button",{type:"button",class:"player-toggle","aria-pressed":String(e),title:n},i);return r.addEventListener("click",()=>{fc(r,r.getAttribute("aria-pressed")!=="true"),t(r.getAttribute("aria-pressed")==="true")}),r}function fc(i,e){i.setAttribute("aria-pressed",String(e))}function qh(i){let e=getComputedStyle(i),t=(r,a)=>e.getPropertyValue(`--${r}`).trim()||a;return{panel:t("panel","#ffffff"),ink:t("ink","#1d1c1a"),soft:t("soft","#69655e"),line:t("line","#dedad2"),grid:t("grid","#eceae4"),accent:t("accent","#1a5fa8"),dark:e.colorScheme==="dark"}}var Td=0,Jc=1,Ad=2;var or=1,Rd=2,Xr=3,Wi=0,wn=1,hn=2,lr=0,$r=1,Zc=2,jc=3,Kc=4,Cd=5;var cr=100,Pd=101,Id=102,Ld=103,Dd=104,Fd=200,Nd=201,Ud=202,Od=203,Qc=204,eu=205,Bd=206,kd=207,zd=208,Gd=209,Hd=210,Vd=211,Wd=212,Xd=213,$d=214,uo=0,ho=1,fo=2,Fr=3,po=4,mo=5,go=6,_o=7,tu=0,qd=1,Yd=2,ci=0,nu=1,iu=2,ru=3,su=4,au=5,ou=6,lu=7;var cu=300,ur=301,qr=302,qo=303,Yo=304,Nr=1e3,si=1001,vo=1002,on=1003,Jd=1004;var Ks=1005;var Mn=1006,Jo=1007;var Ei=1008;var Tn=1009,uu=1010,hu=1011,Yr=1012,Zo=1013,Yn=1014,Bn=1015,Jn=1016,jo=1017,Ko=1018,hr=1020,du=35902,fu=35899,pu=1021,mu=1022,Zn=1023,Si=1026,Ti=1027,Qo=1028,el=1029,Xi=1030,tl=1031;var nl=1033,Qs=33776,ea=33777,ta=33778,na=33779,il=35840,rl=35841,sl=35842,al=35843,ol=36196,ll=37492,cl=37496,ul=37488,hl=37489,ia=37490,dl=37491,fl=37808,pl=37809,ml=37810,gl=37811,_l=37812,vl=37813,yl=37814,xl=37815,Sl=37816,Ml=37817,bl=37818,wl=37819,El=37820,Tl=37821,Al=36492,Rl=36494,Cl=36495,Pl=36283,Il=36284,ra=36285,Ll=36286;var gs=2300,yo=2301,lo=2302,kc=2303,zc=2400,Gc=2401,Hc=2402;var Zd=3200;var Dl=0,jd=1,Ai="",gn="srgb",_s="srgb-linear",vs="linear",Pt="srgb";var co=7680;var Kd=519,Qd=512,ef=513,tf=514,gu=515,nf=516,rf=517,_u=518,vu=519,sf=35044;var yu="300 es",On=2e3,Ur=2001;function my(i){for(let e=i.length-1;e>=0;--e)if(i[e]>=65535)return!0;return!1}function gy(i){return ArrayBuffer.isView(i)&&!(i instanceof DataView)}function ys(i){return document.createElementNS("http://www.w3.org/1999/xhtml",i)}function af(){let i=ys("canvas");return i.style.display="block",i}var Yh={},Or=null;function xu(...i){let e="THREE."+i.shift();Or?Or("log",e,...i):console.log(e,...i)}function of(i){let e=i[0];if(typeof e=="string"&&e.startsWith("TSL:")){let t=i[1];t&&t.isStackTrace?i[0]+=" "+t.getLocation():i[1]='Stack trace not available. Enable "THREE.Node.captureStackTrace" to capture stack traces.'}return i}function rt(...i){i=of(i);let e="THREE."+i.shift();if(Or)Or("warn",e,...i);else{let t=i[0];t&&t.isStackTrace?console.warn(t.getError(e)):console.warn(e,...i)}}function at(...i){i=of(i);let e="THREE."+i.shift();if(Or)Or("error",e,...i);else{let t=i[0];t&&t.isStackTrace?console.error(t.getError(e)):console.error(e,...i)}}function fs(...i){let e=i.join(" ");e in Yh||(Yh[e]=!0,rt(...i))}function lf(i,e,t){return new Promise(function(n,r){function a(){switch(i.clientWaitSync(e,i.SYNC_FLUSH_COMMANDS_BIT,0)){case i.WAIT_FAILED:r();break;case i.TIMEOUT_EXPIRED:setTimeout(a,t);break;default:n()}}setTimeout(a,t)})}var cf={[uo]:uo,[fo]:go,[po]:po,[Fr]:mo,[ho]:ho,[go]:fo,[_o]:_o,[mo]:Fr},ai=class{addEventListener(e,t){this._listeners===void 0&&(this._listeners={});let n=this._listeners;n[e]===void 0&&(n[e]=[]),n[e].indexOf(t)===-1&&n[e].push(t)}hasEventListener(e,t){let n=this._listeners;return n===void 0?!1:n[e]!==void 0&&n[e].indexOf(t)!==-1}removeEventListener(e,t){let n=this._listeners;if(n===void 0)return;let r=n[e];if(r!==void 0){let a=r.indexOf(t);a!==-1&&r.splice(a,1)}}dispatchEvent(e){let t=this._listeners;if(t===void 0)return;let n=t[e.type];if(n!==void 0){e.target=this;let r=n.slice(0);for(let a=0,l=r.length;a<l;a++)r[a].call(this,e);e.target=null}}},pn=["00","01","02","03","04","05","06","07","08","09","0a","0b","0c","0d","0e","0f","10","11","12","13","14","15","16","17","18","19","1a","1b","1c","1d","1e","1f","20","21","22","23","24","25","26","27","28","29","2a","2b","2c","2d","2e","2f","30","31","32","33","34","35","36","37","38","39","3a","3b","3c","3d","3e","3f","40","41","42","43","44","45","46","47","48","49","4a","4b","4c","4d","4e","4f","50","51","52","53","54","55","56","57","58","59","5a","5b","5c","5d","5e","5f","60","61","62","63","64","65","66","67","68","69","6a","6b","6c","6d","6e","6f","70","71","72","73","74","75","76","77","78","79","7a","7b","7c","7d","7e","7f","80","81","82","83","84","85","86","87","88","89","8a","8b","8c","8d","8e","8f","90","91","92","93","94","95","96","97","98","99","9a","9b","9c","9d","9e","9f","a0","a1","a2","a3","a4","a5","a6","a7","a8","a9","aa","ab","ac","ad","ae","af","b0","b1","b2","b3","b4","b5","b6","b7","b8","b9","ba","bb","bc","bd","be","bf","c0","c1","c2","c3","c4","c5","c6","c7","c8","c9","ca","cb","cc","cd","ce","cf","d0","d1","d2","d3","d4","d5","d6","d7","d8","d9","da","db","dc","dd","de","df","e0","e1","e2","e3","e4","e5","e6","e7","e8","e9","ea","eb","ec","ed","ee","ef","f0","f1","f2","f3","f4","f5","f6","f7","f8","f9","fa","fb","fc","fd","fe","ff"];var pc=Math.PI/180,xo=180/Math.PI;function Jr(){let i=Math.random()*4294967295|0,e=Math.random()*4294967295|0,t=Math.random()*4294967295|0,n=Math.random()*4294967295|0;return(pn[i&255]+pn[i>>8&255]+pn[i>>16&255]+pn[i>>24&255]+"-"+pn[e&255]+pn[e>>8&255]+"-"+pn[e>>16&15|64]+pn[e>>24&255]+"-"+pn[t&63|128]+pn[t>>8&255]+"-"+pn[t>>16&255]+pn[t>>24&255]+pn[n&255]+pn[n>>8&255]+pn[n>>16&255]+pn[n>>24&255]).toLowerCase()}function vt(i,e,t){return Math.max(e,Math.min(t,i))}function _y(i,e){return(i%e+e)%e}function mc(i,e,t){return(1-t)*i+t*e}function uf(i){return Math.pow(2,Math.floor(Math.log(i)/Math.LN2))}function Su(i){switch(i.constructor){case Uint32Array:return 4294967295;case Uint16Array:return 65535;case Uint8Array:case Uint8ClampedArray:return 255;case Int32Array:return 2147483647;case Int16Array:return 32767;case Int8Array:return 127;default:return}}function vy(i,e){if(e.constructor===Float32Array)return i;let t=Su(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.max(i/t,-1)}function yy(i,e){if(e.constructor===Float32Array)return i;let t=Su(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.round(i*t)}var Ge=class{static{this.prototype.isVector2=!0}constructor(e=0,t=0){this.x=e,this.y=t}get width(){return this.x}set width(e){this.x=e}get height(){return this.y}set height(e){this.y=e}set(e,t){return this.x=e,this.y=t,this}setScalar(e){return this.x=e,this.y=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;default:throw new Error("THREE.Vector2: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;default:throw new Error("THREE.Vector2: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y)}copy(e){return this.x=e.x,this.y=e.y,this}add(e){return this.x+=e.x,this.y+=e.y,this}addScalar(e){return this.x+=e,this.y+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this}subScalar(e){return this.x-=e,this.y-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this}multiply(e){return this.x*=e.x,this.y*=e.y,this}multiplyScalar(e){return this.x*=e,this.y*=e,this}divide(e){return this.x/=e.x,this.y/=e.y,this}divideScalar(e){return this.multiplyScalar(1/e)}applyMatrix3(e){let t=this.x,n=this.y,r=e.elements;return this.x=r[0]*t+r[3]*n+r[6],this.y=r[1]*t+r[4]*n+r[7],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this}clamp(e,t){return this.x=vt(this.x,e.x,t.x),this.y=vt(this.y,e.y,t.y),this}clampScalar(e,t){return this.x=vt(this.x,e,t),this.y=vt(this.y,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(vt(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this}negate(){return this.x=-this.x,this.y=-this.y,this}dot(e){return this.x*e.x+this.y*e.y}cross(e){return this.x*e.y-this.y*e.x}lengthSq(){return this.x*this.x+this.y*this.y}length(){return Math.sqrt(this.x*this.x+this.y*this.y)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)}normalize(){return this.divideScalar(this.length()||1)}angle(){return Math.atan2(-this.y,-this.x)+Math.PI}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let n=this.dot(e)/t;return Math.acos(vt(n,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,n=this.y-e.y;return t*t+n*n}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this}equals(e){return e.x===this.x&&e.y===this.y}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this}rotateAround(e,t){let n=Math.cos(t),r=Math.sin(t),a=this.x-e.x,l=this.y-e.y;return this.x=a*n-l*r+e.x,this.y=a*r+l*n+e.y,this}random(){return this.x=Math.random(),this.y=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y}},En=class{constructor(e=0,t=0,n=0,r=1){this.isQuaternion=!0,this._x=e,this._y=t,this._z=n,this._w=r}static slerpFlat(e,t,n,r,a,l,c){let h=n[r+0],d=n[r+1],p=n[r+2],m=n[r+3],v=a[l+0],y=a[l+1],S=a[l+2],T=a[l+3];if(m!==T||h!==v||d!==y||p!==S){let _=h*v+d*y+p*S+m*T;_<0&&(v=-v,y=-y,S=-S,T=-T,_=-_);let x=1-c;if(_<.9995){let C=Math.acos(_),A=Math.sin(C);x=Math.sin(x*C)/A,c=Math.sin(c*C)/A,h=h*x+v*c,d=d*x+y*c,p=p*x+S*c,m=m*x+T*c}else{h=h*x+v*c,d=d*x+y*c,p=p*x+S*c,m=m*x+T*c;let C=1/Math.sqrt(h*h+d*d+p*p+m*m);h*=C,d*=C,p*=C,m*=C}}e[t]=h,e[t+1]=d,e[t+2]=p,e[t+3]=m}static multiplyQuaternionsFlat(e,t,n,r,a,l){let c=n[r],h=n[r+1],d=n[r+2],p=n[r+3],m=a[l],v=a[l+1],y=a[l+2],S=a[l+3];return e[t]=c*S+p*m+h*y-d*v,e[t+1]=h*S+p*v+d*m-c*y,e[t+2]=d*S+p*y+c*v-h*m,e[t+3]=p*S-c*m-h*v-d*y,e}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get w(){return this._w}set w(e){this._w=e,this._onChangeCallback()}set(e,t,n,r){return this._x=e,this._y=t,this._z=n,this._w=r,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._w)}copy(e){return this._x=e.x,this._y=e.y,this._z=e.z,this._w=e.w,this._onChangeCallback(),this}setFromEuler(e,t=!0){let n=e._x,r=e._y,a=e._z,l=e._order,c=Math.cos,h=Math.sin,d=c(n/2),p=c(r/2),m=c(a/2),v=h(n/2),y=h(r/2),S=h(a/2);switch(l){case"XYZ":this._x=v*p*m+d*y*S,this._y=d*y*m-v*p*S,this._z=d*p*S+v*y*m,this._w=d*p*m-v*y*S;break;case"YXZ":this._x=v*p*m+d*y*S,this._y=d*y*m-v*p*S,this._z=d*p*S-v*y*m,this._w=d*p*m+v*y*S;break;case"ZXY":this._x=v*p*m-d*y*S,this._y=d*y*m+v*p*S,this._z=d*p*S+v*y*m,this._w=d*p*m-v*y*S;break;case"ZYX":this._x=v*p*m-d*y*S,this._y=d*y*m+v*p*S,this._z=d*p*S-v*y*m,this._w=d*p*m+v*y*S;break;case"YZX":this._x=v*p*m+d*y*S,this._y=d*y*m+v*p*S,this._z=d*p*S-v*y*m,this._w=d*p*m-v*y*S;break;case"XZY":this._x=v*p*m-d*y*S,this._y=d*y*m-v*p*S,this._z=d*p*S+v*y*m,this._w=d*p*m+v*y*S;break;default:rt("Quaternion: .setFromEuler() encountered an unknown order: "+l)}return t===!0&&this._onChangeCallback(),this}setFromAxisAngle(e,t){let n=t/2,r=Math.sin(n);return this._x=e.x*r,this._y=e.y*r,this._z=e.z*r,this._w=Math.cos(n),this._onChangeCallback(),this}setFromRotationMatrix(e){let t=e.elements,n=t[0],r=t[4],a=t[8],l=t[1],c=t[5],h=t[9],d=t[2],p=t[6],m=t[10],v=n+c+m;if(v>0){let y=.5/Math.sqrt(v+1);this._w=.25/y,this._x=(p-h)*y,this._y=(a-d)*y,this._z=(l-r)*y}else if(n>c&&n>m){let y=2*Math.sqrt(1+n-c-m);this._w=(p-h)/y,this._x=.25*y,this._y=(r+l)/y,this._z=(a+d)/y}else if(c>m){let y=2*Math.sqrt(1+c-n-m);this._w=(a-d)/y,this._x=(r+l)/y,this._y=.25*y,this._z=(h+p)/y}else{let y=2*Math.sqrt(1+m-n-c);this._w=(l-r)/y,this._x=(a+d)/y,this._y=(h+p)/y,this._z=.25*y}return this._onChangeCallback(),this}setFromUnitVectors(e,t){let n=e.dot(t)+1;return n<1e-8?(n=0,Math.abs(e.x)>Math.abs(e.z)?(this._x=-e.y,this._y=e.x,this._z=0,this._w=n):(this._x=0,this._y=-e.z,this._z=e.y,this._w=n)):(this._x=e.y*t.z-e.z*t.y,this._y=e.z*t.x-e.x*t.z,this._z=e.x*t.y-e.y*t.x,this._w=n),this.normalize()}angleTo(e){return 2*Math.acos(Math.abs(vt(this.dot(e),-1,1)))}rotateTowards(e,t){let n=this.angleTo(e);if(n===0)return this;let r=Math.min(1,t/n);return this.slerp(e,r),this}identity(){return this.set(0,0,0,1)}invert(){return this.conjugate()}conjugate(){return this._x*=-1,this._y*=-1,this._z*=-1,this._onChangeCallback(),this}dot(e){return this._x*e._x+this._y*e._y+this._z*e._z+this._w*e._w}lengthSq(){return this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w}length(){return Math.sqrt(this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w)}normalize(){let e=this.length();return e===0?(this._x=0,this._y=0,this._z=0,this._w=1):(e=1/e,this._x=this._x*e,this._y=this._y*e,this._z=this._z*e,this._w=this._w*e),this._onChangeCallback(),this}multiply(e){return this.multiplyQuaternions(this,e)}premultiply(e){return this.multiplyQuaternions(e,this)}multiplyQuaternions(e,t){let n=e._x,r=e._y,a=e._z,l=e._w,c=t._x,h=t._y,d=t._z,p=t._w;return this._x=n*p+l*c+r*d-a*h,this._y=r*p+l*h+a*c-n*d,this._z=a*p+l*d+n*h-r*c,this._w=l*p-n*c-r*h-a*d,this._onChangeCallback(),this}slerp(e,t){let n=e._x,r=e._y,a=e._z,l=e._w,c=this.dot(e);c<0&&(n=-n,r=-r,a=-a,l=-l,c=-c);let h=1-t;if(c<.9995){let d=Math.acos(c),p=Math.sin(d);h=Math.sin(h*d)/p,t=Math.sin(t*d)/p,this._x=this._x*h+n*t,this._y=this._y*h+r*t,this._z=this._z*h+a*t,this._w=this._w*h+l*t,this._onChangeCallback()}else this._x=this._x*h+n*t,this._y=this._y*h+r*t,this._z=this._z*h+a*t,this._w=this._w*h+l*t,this.normalize();return this}slerpQuaternions(e,t,n){return this.copy(e).slerp(t,n)}random(){let e=2*Math.PI*Math.random(),t=2*Math.PI*Math.random(),n=Math.random(),r=Math.sqrt(1-n),a=Math.sqrt(n);return this.set(r*Math.sin(e),r*Math.cos(e),a*Math.sin(t),a*Math.cos(t))}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._w===this._w}fromArray(e,t=0){return this._x=e[t],this._y=e[t+1],this._z=e[t+2],this._w=e[t+3],this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._w,e}fromBufferAttribute(e,t){return this._x=e.getX(t),this._y=e.getY(t),this._z=e.getZ(t),this._w=e.getW(t),this._onChangeCallback(),this}toJSON(){return this.toArray()}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._w}},j=class{static{this.prototype.isVector3=!0}constructor(e=0,t=0,n=0){this.x=e,this.y=t,this.z=n}set(e,t,n){return n===void 0&&(n=this.z),this.x=e,this.y=t,this.z=n,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;default:throw new Error("THREE.Vector3: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;default:throw new Error("THREE.Vector3: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this}multiplyVectors(e,t){return this.x=e.x*t.x,this.y=e.y*t.y,this.z=e.z*t.z,this}applyEuler(e){return this.applyQuaternion(Jh.setFromEuler(e))}applyAxisAngle(e,t){return this.applyQuaternion(Jh.setFromAxisAngle(e,t))}applyMatrix3(e){let t=this.x,n=this.y,r=this.z,a=e.elements;return this.x=a[0]*t+a[3]*n+a[6]*r,this.y=a[1]*t+a[4]*n+a[7]*r,this.z=a[2]*t+a[5]*n+a[8]*r,this}applyNormalMatrix(e){return this.applyMatrix3(e).normalize()}applyMatrix4(e){let t=this.x,n=this.y,r=this.z,a=e.elements,l=1/(a[3]*t+a[7]*n+a[11]*r+a[15]);return this.x=(a[0]*t+a[4]*n+a[8]*r+a[12])*l,this.y=(a[1]*t+a[5]*n+a[9]*r+a[13])*l,this.z=(a[2]*t+a[6]*n+a[10]*r+a[14])*l,this}applyQuaternion(e){let t=this.x,n=this.y,r=this.z,a=e.x,l=e.y,c=e.z,h=e.w,d=2*(l*r-c*n),p=2*(c*t-a*r),m=2*(a*n-l*t);return this.x=t+h*d+l*m-c*p,this.y=n+h*p+c*d-a*m,this.z=r+h*m+a*p-l*d,this}project(e){return this.applyMatrix4(e.matrixWorldInverse).applyMatrix4(e.projectionMatrix)}unproject(e){return this.applyMatrix4(e.projectionMatrixInverse).applyMatrix4(e.matrixWorld)}transformDirection(e){let t=this.x,n=this.y,r=this.z,a=e.elements;return this.x=a[0]*t+a[4]*n+a[8]*r,this.y=a[1]*t+a[5]*n+a[9]*r,this.z=a[2]*t+a[6]*n+a[10]*r,this.normalize()}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this}divideScalar(e){return this.multiplyScalar(1/e)}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this}clamp(e,t){return this.x=vt(this.x,e.x,t.x),this.y=vt(this.y,e.y,t.y),this.z=vt(this.z,e.z,t.z),this}clampScalar(e,t){return this.x=vt(this.x,e,t),this.y=vt(this.y,e,t),this.z=vt(this.z,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(vt(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this.z=e.z+(t.z-e.z)*n,this}cross(e){return this.crossVectors(this,e)}crossVectors(e,t){let n=e.x,r=e.y,a=e.z,l=t.x,c=t.y,h=t.z;return this.x=r*h-a*c,this.y=a*l-n*h,this.z=n*c-r*l,this}projectOnVector(e){let t=e.lengthSq();if(t===0)return this.set(0,0,0);let n=e.dot(this)/t;return this.copy(e).multiplyScalar(n)}projectOnPlane(e){return gc.copy(this).projectOnVector(e),this.sub(gc)}reflect(e){return this.sub(gc.copy(e).multiplyScalar(2*this.dot(e)))}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let n=this.dot(e)/t;return Math.acos(vt(n,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,n=this.y-e.y,r=this.z-e.z;return t*t+n*n+r*r}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)+Math.abs(this.z-e.z)}setFromSpherical(e){return this.setFromSphericalCoords(e.radius,e.phi,e.theta)}setFromSphericalCoords(e,t,n){let r=Math.sin(t)*e;return this.x=r*Math.sin(n),this.y=Math.cos(t)*e,this.z=r*Math.cos(n),this}setFromCylindrical(e){return this.setFromCylindricalCoords(e.radius,e.theta,e.y)}setFromCylindricalCoords(e,t,n){return this.x=e*Math.sin(t),this.y=n,this.z=e*Math.cos(t),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this}setFromMatrixScale(e){let t=this.setFromMatrixColumn(e,0).length(),n=this.setFromMatrixColumn(e,1).length(),r=this.setFromMatrixColumn(e,2).length();return this.x=t,this.y=n,this.z=r,this}setFromMatrixColumn(e,t){return this.fromArray(e.elements,t*4)}setFromMatrix3Column(e,t){return this.fromArray(e.elements,t*3)}setFromEuler(e){return this.x=e._x,this.y=e._y,this.z=e._z,this}setFromColor(e){return this.x=e.r,this.y=e.g,this.z=e.b,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this}randomDirection(){let e=Math.random()*Math.PI*2,t=Math.random()*2-1,n=Math.sqrt(1-t*t);return this.x=n*Math.cos(e),this.y=t,this.z=n*Math.sin(e),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z}},gc=new j,Jh=new En,lt=class{static{this.prototype.isMatrix3=!0}constructor(e,t,n,r,a,l,c,h,d){this.elements=[1,0,0,0,1,0,0,0,1],e!==void 0&&this.set(e,t,n,r,a,l,c,h,d)}set(e,t,n,r,a,l,c,h,d){let p=this.elements;return p[0]=e,p[1]=r,p[2]=c,p[3]=t,p[4]=a,p[5]=h,p[6]=n,p[7]=l,p[8]=d,this}identity(){return this.set(1,0,0,0,1,0,0,0,1),this}copy(e){let t=this.elements,n=e.elements;return t[0]=n[0],t[1]=n[1],t[2]=n[2],t[3]=n[3],t[4]=n[4],t[5]=n[5],t[6]=n[6],t[7]=n[7],t[8]=n[8],this}extractBasis(e,t,n){return e.setFromMatrix3Column(this,0),t.setFromMatrix3Column(this,1),n.setFromMatrix3Column(this,2),this}setFromMatrix4(e){let t=e.elements;return this.set(t[0],t[4],t[8],t[1],t[5],t[9],t[2],t[6],t[10]),this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let n=e.elements,r=t.elements,a=this.elements,l=n[0],c=n[3],h=n[6],d=n[1],p=n[4],m=n[7],v=n[2],y=n[5],S=n[8],T=r[0],_=r[3],x=r[6],C=r[1],A=r[4],b=r[7],F=r[2],N=r[5],M=r[8];return a[0]=l*T+c*C+h*F,a[3]=l*_+c*A+h*N,a[6]=l*x+c*b+h*M,a[1]=d*T+p*C+m*F,a[4]=d*_+p*A+m*N,a[7]=d*x+p*b+m*M,a[2]=v*T+y*C+S*F,a[5]=v*_+y*A+S*N,a[8]=v*x+y*b+S*M,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[3]*=e,t[6]*=e,t[1]*=e,t[4]*=e,t[7]*=e,t[2]*=e,t[5]*=e,t[8]*=e,this}determinant(){let e=this.elements,t=e[0],n=e[1],r=e[2],a=e[3],l=e[4],c=e[5],h=e[6],d=e[7],p=e[8];return t*l*p-t*c*d-n*a*p+n*c*h+r*a*d-r*l*h}invert(){let e=this.elements,t=e[0],n=e[1],r=e[2],a=e[3],l=e[4],c=e[5],h=e[6],d=e[7],p=e[8],m=p*l-c*d,v=c*h-p*a,y=d*a-l*h,S=t*m+n*v+r*y;if(S===0)return this.set(0,0,0,0,0,0,0,0,0);let T=1/S;return e[0]=m*T,e[1]=(r*d-p*n)*T,e[2]=(c*n-r*l)*T,e[3]=v*T,e[4]=(p*t-r*h)*T,e[5]=(r*a-c*t)*T,e[6]=y*T,e[7]=(n*h-d*t)*T,e[8]=(l*t-n*a)*T,this}transpose(){let e,t=this.elements;return e=t[1],t[1]=t[3],t[3]=e,e=t[2],t[2]=t[6],t[6]=e,e=t[5],t[5]=t[7],t[7]=e,this}getNormalMatrix(e){return this.setFromMatrix4(e).invert().transpose()}transposeIntoArray(e){let t=this.elements;return e[0]=t[0],e[1]=t[3],e[2]=t[6],e[3]=t[1],e[4]=t[4],e[5]=t[7],e[6]=t[2],e[7]=t[5],e[8]=t[8],this}setUvTransform(e,t,n,r,a,l,c){let h=Math.cos(a),d=Math.sin(a);return this.set(n*h,n*d,-n*(h*l+d*c)+l+e,-r*d,r*h,-r*(-d*l+h*c)+c+t,0,0,1),this}scale(e,t){return fs("Matrix3: .scale() is deprecated. Use .makeScale() instead."),this.premultiply(_c.makeScale(e,t)),this}rotate(e){return fs("Matrix3: .rotate() is deprecated. Use .makeRotation() instead."),this.premultiply(_c.makeRotation(-e)),this}translate(e,t){return fs("Matrix3: .translate() is deprecated. Use .makeTranslation() instead."),this.premultiply(_c.makeTranslation(e,t)),this}makeTranslation(e,t){return e.isVector2?this.set(1,0,e.x,0,1,e.y,0,0,1):this.set(1,0,e,0,1,t,0,0,1),this}makeRotation(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,-n,0,n,t,0,0,0,1),this}makeScale(e,t){return this.set(e,0,0,0,t,0,0,0,1),this}equals(e){let t=this.elements,n=e.elements;for(let r=0;r<9;r++)if(t[r]!==n[r])return!1;return!0}fromArray(e,t=0){for(let n=0;n<9;n++)this.elements[n]=e[n+t];return this}toArray(e=[],t=0){let n=this.elements;return e[t]=n[0],e[t+1]=n[1],e[t+2]=n[2],e[t+3]=n[3],e[t+4]=n[4],e[t+5]=n[5],e[t+6]=n[6],e[t+7]=n[7],e[t+8]=n[8],e}clone(){return new this.constructor().fromArray(this.elements)}},_c=new lt,Zh=new lt().set(.4123908,.3575843,.1804808,.212639,.7151687,.0721923,.0193308,.1191948,.9505322),jh=new lt().set(3.2409699,-1.5373832,-.4986108,-.9692436,1.8759675,.0415551,.0556301,-.203977,1.0569715);function xy(){let i={enabled:!0,workingColorSpace:_s,spaces:{},convert:function(r,a,l){return this.enabled===!1||a===l||!a||!l||(this.spaces[a].transfer===Pt&&(r.r=xi(r.r),r.g=xi(r.g),r.b=xi(r.b)),this.spaces[a].primaries!==this.spaces[l].primaries&&(r.applyMatrix3(this.spaces[a].toXYZ),r.applyMatrix3(this.spaces[l].fromXYZ)),this.spaces[l].transfer===Pt&&(r.r=Lr(r.r),r.g=Lr(r.g),r.b=Lr(r.b))),r},workingToColorSpace:function(r,a){return this.convert(r,this.workingColorSpace,a)},colorSpaceToWorking:function(r,a){return this.convert(r,a,this.workingColorSpace)},getPrimaries:function(r){return this.spaces[r].primaries},getTransfer:function(r){return r===Ai?vs:this.spaces[r].transfer},getToneMappingMode:function(r){return this.spaces[r].outputColorSpaceConfig.toneMappingMode||"standard"},getLuminanceCoefficients:function(r,a=this.workingColorSpace){return r.fromArray(this.spaces[a].luminanceCoefficients)},define:function(r){Object.assign(this.spaces,r)},_getMatrix:function(r,a,l){return r.copy(this.spaces[l].fromXYZ).multiply(this.spaces[a].toXYZ)},_getDrawingBufferColorSpace:function(r){return this.spaces[r].outputColorSpaceConfig.drawingBufferColorSpace},_getUnpackColorSpace:function(r=this.workingColorSpace){return this.spaces[r].workingColorSpaceConfig.unpackColorSpace}},e=[.64,.33,.3,.6,.15,.06],t=[.2126,.7152,.0722],n=[.3127,.329];return i.define({[_s]:{primaries:e,whitePoint:n,transfer:vs,toXYZ:Zh,fromXYZ:jh,luminanceCoefficients:t,workingColorSpaceConfig:{unpackColorSpace:gn},outputColorSpaceConfig:{drawingBufferColorSpace:gn}},[gn]:{primaries:e,whitePoint:n,transfer:Pt,toXYZ:Zh,fromXYZ:jh,luminanceCoefficients:t,outputColorSpaceConfig:{drawingBufferColorSpace:gn}}}),i}var St=xy();function xi(i){return i<.04045?i*.0773993808:Math.pow(i*.9478672986+.0521327014,2.4)}function Lr(i){return i<.0031308?i*12.92:1.055*Math.pow(i,.41666)-.055}var vr,So=class{static getDataURL(e,t="image/png"){if(/^data:/i.test(e.src)||typeof HTMLCanvasElement>"u")return e.src;let n;if(e instanceof HTMLCanvasElement)n=e;else{vr===void 0&&(vr=ys("canvas")),vr.width=e.width,vr.height=e.height;let r=vr.getContext("2d");e instanceof ImageData?r.putImageData(e,0,0):r.drawImage(e,0,0,e.width,e.height),n=vr}return n.toDataURL(t)}static sRGBToLinear(e){if(typeof HTMLImageElement<"u"&&e instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&e instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&e instanceof ImageBitmap){let t=ys("canvas");t.width=e.width,t.height=e.height;let n=t.getContext("2d");n.drawImage(e,0,0,e.width,e.height);let r=n.getImageData(0,0,e.width,e.height),a=r.data;for(let l=0;l<a.length;l++)a[l]=xi(a[l]/255)*255;return n.putImageData(r,0,0),t}else if(e.data){let t=e.data.slice(0);for(let n=0;n<t.length;n++)t instanceof Uint8Array||t instanceof Uint8ClampedArray?t[n]=Math.floor(xi(t[n]/255)*255):t[n]=xi(t[n]);return{data:t,width:e.width,height:e.height}}else return rt("ImageUtils.sRGBToLinear(): Unsupported image type. No color space conversion applied."),e}},Sy=0,Br=class{constructor(e=null){this.isTextureSource=!0,Object.defineProperty(this,"id",{value:Sy++}),this.uuid=Jr(),this.data=e,this.dataReady=!0,this.version=0}getSize(e){let t=this.data;return typeof HTMLVideoElement<"u"&&t instanceof HTMLVideoElement?e.set(t.videoWidth,t.videoHeight,0):typeof VideoFrame<"u"&&t instanceof VideoFrame?e.set(t.displayWidth,t.displayHeight,0):t!==null?e.set(t.width||0,t.height||0,t.depth||0):e.set(0,0,0),e}set needsUpdate(e){e===!0&&this.version++}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.images[this.uuid]!==void 0)return e.images[this.uuid];let n={uuid:this.uuid,url:""},r=this.data;if(r!==null){let a;if(Array.isArray(r)){a=[];for(let l=0,c=r.length;l<c;l++)r[l].isDataTexture?a.push(vc(r[l].image)):a.push(vc(r[l]))}else a=vc(r);n.url=a}return t||(e.images[this.uuid]=n),n}};function vc(i){return typeof HTMLImageElement<"u"&&i instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&i instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&i instanceof ImageBitmap?So.getDataURL(i):i.data?{data:Array.from(i.data),width:i.width,height:i.height,type:i.data.constructor.name}:(rt("Texture: Unable to serialize Texture."),{})}var My=0,yc=new j,bn=class i extends ai{constructor(e=i.DEFAULT_IMAGE,t=i.DEFAULT_MAPPING,n=si,r=si,a=Mn,l=Ei,c=Zn,h=Tn,d=i.DEFAULT_ANISOTROPY,p=Ai){super(),this.isTexture=!0,Object.defineProperty(this,"id",{value:My++}),this.uuid=Jr(),this.name="",this.source=new Br(e),this.mipmaps=[],this.mapping=t,this.channel=0,this.wrapS=n,this.wrapT=r,this.magFilter=a,this.minFilter=l,this.anisotropy=d,this.format=c,this.internalFormat=null,this.type=h,this.offset=new Ge(0,0),this.repeat=new Ge(1,1),this.center=new Ge(0,0),this.rotation=0,this.matrixAutoUpdate=!0,this.matrix=new lt,this.generateMipmaps=!0,this.mipmapsAutoUpdate=!0,this.premultiplyAlpha=!1,this.flipY=!0,this.unpackAlignment=4,this.colorSpace=p,this.userData={},this.updateRanges=[],this.version=0,this.onUpdate=null,this.renderTarget=null,this.isRenderTargetTexture=!1,this.isArrayTexture=!!(e&&e.depth&&e.depth>1),this.pmremVersion=0,this.isPMREMTexture=!1,this.normalized=!1}get width(){return this.source.getSize(yc).x}get height(){return this.source.getSize(yc).y}get depth(){return this.source.getSize(yc).z}get image(){return this.source.data}set image(e){this.source.data=e}updateMatrix(){this.matrix.setUvTransform(this.offset.x,this.offset.y,this.repeat.x,this.repeat.y,this.rotation,this.center.x,this.center.y)}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}clone(){return new this.constructor().copy(this)}copy(e){return this.name=e.name,this.source=e.source,this.mipmaps=e.mipmaps.slice(0),this.mapping=e.mapping,this.channel=e.channel,this.wrapS=e.wrapS,this.wrapT=e.wrapT,this.magFilter=e.magFilter,this.minFilter=e.minFilter,this.anisotropy=e.anisotropy,this.format=e.format,this.internalFormat=e.internalFormat,this.type=e.type,this.normalized=e.normalized,this.offset.copy(e.offset),this.repeat.copy(e.repeat),this.center.copy(e.center),this.rotation=e.rotation,this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrix.copy(e.matrix),this.generateMipmaps=e.generateMipmaps,this.mipmapsAutoUpdate=e.mipmapsAutoUpdate,this.premultiplyAlpha=e.premultiplyAlpha,this.flipY=e.flipY,this.unpackAlignment=e.unpackAlignment,this.colorSpace=e.colorSpace,this.renderTarget=e.renderTarget,this.isRenderTargetTexture=e.isRenderTargetTexture,this.isPMREMTexture=e.isPMREMTexture,this.isArrayTexture=e.isArrayTexture,this.userData=JSON.parse(JSON.stringify(e.userData)),this.needsUpdate=!0,this}setValues(e){for(let t in e){let n=e[t];if(n===void 0){rt(`Texture.setValues(): parameter '${t}' has value of undefined.`);continue}let r=this[t];if(r===void 0){rt(`Texture.setValues(): property '${t}' does not exist.`);continue}r&&n&&r.isVector2&&n.isVector2||r&&n&&r.isVector3&&n.isVector3||r&&n&&r.isMatrix3&&n.isMatrix3?r.copy(n):this[t]=n}}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.textures[this.uuid]!==void 0)return e.textures[this.uuid];let n={metadata:{version:4.7,type:"Texture",generator:"Texture.toJSON"},uuid:this.uuid,name:this.name,image:this.source.toJSON(e).uuid,mapping:this.mapping,channel:this.channel,repeat:[this.repeat.x,this.repeat.y],offset:[this.offset.x,this.offset.y],center:[this.center.x,this.center.y],rotation:this.rotation,wrap:[this.wrapS,this.wrapT],format:this.format,internalFormat:this.internalFormat,type:this.type,normalized:this.normalized,colorSpace:this.colorSpace,minFilter:this.minFilter,magFilter:this.magFilter,anisotropy:this.anisotropy,flipY:this.flipY,generateMipmaps:this.generateMipmaps,mipmapsAutoUpdate:this.mipmapsAutoUpdate,premultiplyAlpha:this.premultiplyAlpha,unpackAlignment:this.unpackAlignment};return Object.keys(this.userData).length>0&&(n.userData=this.userData),t||(e.textures[this.uuid]=n),n}dispose(){this.dispatchEvent({type:"dispose"})}transformUv(e){if(this.mapping!==cu)return e;if(e.applyMatrix3(this.matrix),e.x<0||e.x>1)switch(this.wrapS){case Nr:e.x=e.x-Math.floor(e.x);break;case si:e.x=e.x<0?0:1;break;case vo:Math.abs(Math.floor(e.x)%2)===1?e.x=Math.ceil(e.x)-e.x:e.x=e.x-Math.floor(e.x);break}if(e.y<0||e.y>1)switch(this.wrapT){case Nr:e.y=e.y-Math.floor(e.y);break;case si:e.y=e.y<0?0:1;break;case vo:Math.abs(Math.floor(e.y)%2)===1?e.y=Math.ceil(e.y)-e.y:e.y=e.y-Math.floor(e.y);break}return this.flipY&&(e.y=1-e.y),e}set needsUpdate(e){e===!0&&(this.version++,this.source.needsUpdate=!0)}set needsPMREMUpdate(e){e===!0&&this.pmremVersion++}};bn.DEFAULT_IMAGE=null;bn.DEFAULT_MAPPING=cu;bn.DEFAULT_ANISOTROPY=1;var Gt=class{static{this.prototype.isVector4=!0}constructor(e=0,t=0,n=0,r=1){this.x=e,this.y=t,this.z=n,this.w=r}get width(){return this.z}set width(e){this.z=e}get height(){return this.w}set height(e){this.w=e}set(e,t,n,r){return this.x=e,this.y=t,this.z=n,this.w=r,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this.w=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setW(e){return this.w=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;case 3:this.w=t;break;default:throw new Error("THREE.Vector4: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;case 3:return this.w;default:throw new Error("THREE.Vector4: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z,this.w)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this.w=e.w!==void 0?e.w:1,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this.w+=e.w,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this.w+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this.w=e.w+t.w,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this.w+=e.w*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this.w-=e.w,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this.w-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this.w=e.w-t.w,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this.w*=e.w,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this.w*=e,this}applyMatrix4(e){let t=this.x,n=this.y,r=this.z,a=this.w,l=e.elements;return this.x=l[0]*t+l[4]*n+l[8]*r+l[12]*a,this.y=l[1]*t+l[5]*n+l[9]*r+l[13]*a,this.z=l[2]*t+l[6]*n+l[10]*r+l[14]*a,this.w=l[3]*t+l[7]*n+l[11]*r+l[15]*a,this}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this.w/=e.w,this}divideScalar(e){return this.multiplyScalar(1/e)}setAxisAngleFromQuaternion(e){this.w=2*Math.acos(e.w);let t=Math.sqrt(1-e.w*e.w);return t<1e-4?(this.x=1,this.y=0,this.z=0):(this.x=e.x/t,this.y=e.y/t,this.z=e.z/t),this}setAxisAngleFromRotationMatrix(e){let t,n,r,a,h=e.elements,d=h[0],p=h[4],m=h[8],v=h[1],y=h[5],S=h[9],T=h[2],_=h[6],x=h[10];if(Math.abs(p-v)<.01&&Math.abs(m-T)<.01&&Math.abs(S-_)<.01){if(Math.abs(p+v)<.1&&Math.abs(m+T)<.1&&Math.abs(S+_)<.1&&Math.abs(d+y+x-3)<.1)return this.set(1,0,0,0),this;t=Math.PI;let A=(d+1)/2,b=(y+1)/2,F=(x+1)/2,N=(p+v)/4,M=(m+T)/4,I=(S+_)/4;return A>b&&A>F?A<.01?(n=0,r=.707106781,a=.707106781):(n=Math.sqrt(A),r=N/n,a=M/n):b>F?b<.01?(n=.707106781,r=0,a=.707106781):(r=Math.sqrt(b),n=N/r,a=I/r):F<.01?(n=.707106781,r=.707106781,a=0):(a=Math.sqrt(F),n=M/a,r=I/a),this.set(n,r,a,t),this}let C=Math.sqrt((_-S)*(_-S)+(m-T)*(m-T)+(v-p)*(v-p));return Math.abs(C)<.001&&(C=1),this.x=(_-S)/C,this.y=(m-T)/C,this.z=(v-p)/C,this.w=Math.acos((d+y+x-1)/2),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this.w=t[15],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this.w=Math.min(this.w,e.w),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this.w=Math.max(this.w,e.w),this}clamp(e,t){return this.x=vt(this.x,e.x,t.x),this.y=vt(this.y,e.y,t.y),this.z=vt(this.z,e.z,t.z),this.w=vt(this.w,e.w,t.w),this}clampScalar(e,t){return this.x=vt(this.x,e,t),this.y=vt(this.y,e,t),this.z=vt(this.z,e,t),this.w=vt(this.w,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(vt(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this.w=Math.floor(this.w),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this.w=Math.ceil(this.w),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this.w=Math.round(this.w),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this.w=Math.trunc(this.w),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this.w=-this.w,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z+this.w*e.w}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)+Math.abs(this.w)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this.w+=(e.w-this.w)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this.z=e.z+(t.z-e.z)*n,this.w=e.w+(t.w-e.w)*n,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z&&e.w===this.w}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this.w=e[t+3],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e[t+3]=this.w,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this.w=e.getW(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this.w=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z,yield this.w}},Mo=class extends ai{constructor(e=1,t=1,n={}){super(),n=Object.assign({generateMipmaps:!1,internalFormat:null,minFilter:Mn,depthBuffer:!0,stencilBuffer:!1,resolveColorBuffer:!0,resolveDepthBuffer:!0,resolveStencilBuffer:!0,storeMultisampledColorBuffer:!0,storeMultisampledDepthBuffer:!0,storeMultisampledStencilBuffer:!0,depthTexture:null,samples:0,count:1,depth:1,multiview:!1,useArrayDepthTexture:!1},n),this.isRenderTarget=!0,this.width=e,this.height=t,this.depth=n.depth,this.scissor=new Gt(0,0,e,t),this.scissorTest=!1,this.viewport=new Gt(0,0,e,t),this.textures=[];let r=n.count;for(let a=0;a<r;a++)this.textures[a]=new bn({width:e,height:t,depth:n.depth}),this.textures[a].isRenderTargetTexture=!0,this.textures[a].renderTarget=this;this._setTextureOptions(n),this.depthBuffer=n.depthBuffer,this.stencilBuffer=n.stencilBuffer,this.resolveColorBuffer=n.resolveColorBuffer,this.resolveDepthBuffer=n.resolveDepthBuffer,this.resolveStencilBuffer=n.resolveStencilBuffer,this.storeMultisampledColorBuffer=n.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=n.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=n.storeMultisampledStencilBuffer,this._depthTexture=null,this.depthTexture=n.depthTexture,this.samples=n.samples,this.multiview=n.multiview,this.useArrayDepthTexture=n.useArrayDepthTexture}_setTextureOptions(e={}){let t={minFilter:Mn,generateMipmaps:!1,flipY:!1,internalFormat:null};e.mapping!==void 0&&(t.mapping=e.mapping),e.wrapS!==void 0&&(t.wrapS=e.wrapS),e.wrapT!==void 0&&(t.wrapT=e.wrapT),e.wrapR!==void 0&&(t.wrapR=e.wrapR),e.magFilter!==void 0&&(t.magFilter=e.magFilter),e.minFilter!==void 0&&(t.minFilter=e.minFilter),e.format!==void 0&&(t.format=e.format),e.type!==void 0&&(t.type=e.type),e.anisotropy!==void 0&&(t.anisotropy=e.anisotropy),e.colorSpace!==void 0&&(t.colorSpace=e.colorSpace),e.flipY!==void 0&&(t.flipY=e.flipY),e.generateMipmaps!==void 0&&(t.generateMipmaps=e.generateMipmaps),e.mipmapsAutoUpdate!==void 0&&(t.mipmapsAutoUpdate=e.mipmapsAutoUpdate),e.internalFormat!==void 0&&(t.internalFormat=e.internalFormat);for(let n=0;n<this.textures.length;n++)this.textures[n].setValues(t)}get texture(){return this.textures[0]}set texture(e){this.textures[0]=e}set depthTexture(e){this._depthTexture!==null&&this._depthTexture.renderTarget===this&&(this._depthTexture.renderTarget=null),e!==null&&e.renderTarget===null&&(e.renderTarget=this),this._depthTexture=e}get depthTexture(){return this._depthTexture}setSize(e,t,n=1){if(this.width!==e||this.height!==t||this.depth!==n){this.width=e,this.height=t,this.depth=n;for(let r=0,a=this.textures.length;r<a;r++)this.textures[r].image.width=e,this.textures[r].image.height=t,this.textures[r].image.depth=n,this.textures[r].isData3DTexture!==!0&&(this.textures[r].isArrayTexture=this.textures[r].image.depth>1);this.dispose()}this.viewport.set(0,0,e,t),this.scissor.set(0,0,e,t)}clone(){return new this.constructor().copy(this)}copy(e){this.width=e.width,this.height=e.height,this.depth=e.depth,this.scissor.copy(e.scissor),this.scissorTest=e.scissorTest,this.viewport.copy(e.viewport),this.textures.length=0;for(let t=0,n=e.textures.length;t<n;t++){this.textures[t]=e.textures[t].clone(),this.textures[t].isRenderTargetTexture=!0,this.textures[t].renderTarget=this;let r=Object.assign({},e.textures[t].image);this.textures[t].source=new Br(r)}if(this.depthBuffer=e.depthBuffer,this.stencilBuffer=e.stencilBuffer,this.resolveColorBuffer=e.resolveColorBuffer,this.resolveDepthBuffer=e.resolveDepthBuffer,this.resolveStencilBuffer=e.resolveStencilBuffer,this.storeMultisampledColorBuffer=e.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=e.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=e.storeMultisampledStencilBuffer,e.depthTexture!==null)if(e.depthTexture.renderTarget===e){let t=e.depthTexture.clone();t.renderTarget=null,this.depthTexture=t}else this.depthTexture=e.depthTexture;else this.depthTexture=null;return this.samples=e.samples,this.multiview=e.multiview,this.useArrayDepthTexture=e.useArrayDepthTexture,this}dispose(){this.dispatchEvent({type:"dispose"})}},Pn=class extends Mo{constructor(e=1,t=1,n={}){super(e,t,n),this.isWebGLRenderTarget=!0}},xs=class extends bn{constructor(e=null,t=1,n=1,r=1){super(null),this.isDataArrayTexture=!0,this.image={data:e,width:t,height:n,depth:r},this.magFilter=on,this.minFilter=on,this.wrapR=si,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1,this.layerUpdates=new Set}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}addLayerUpdate(e){this.layerUpdates.add(e)}clearLayerUpdates(){this.layerUpdates.clear()}};var bo=class extends bn{constructor(e=null,t=1,n=1,r=1){super(null),this.isData3DTexture=!0,this.image={data:e,width:t,height:n,depth:r},this.magFilter=on,this.minFilter=on,this.wrapR=si,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}};var Rt=class i{static{this.prototype.isMatrix4=!0}constructor(e,t,n,r,a,l,c,h,d,p,m,v,y,S,T,_){this.elements=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],e!==void 0&&this.set(e,t,n,r,a,l,c,h,d,p,m,v,y,S,T,_)}set(e,t,n,r,a,l,c,h,d,p,m,v,y,S,T,_){let x=this.elements;return x[0]=e,x[4]=t,x[8]=n,x[12]=r,x[1]=a,x[5]=l,x[9]=c,x[13]=h,x[2]=d,x[6]=p,x[10]=m,x[14]=v,x[3]=y,x[7]=S,x[11]=T,x[15]=_,this}identity(){return this.set(1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1),this}clone(){return new i().fromArray(this.elements)}copy(e){let t=this.elements,n=e.elements;return t[0]=n[0],t[1]=n[1],t[2]=n[2],t[3]=n[3],t[4]=n[4],t[5]=n[5],t[6]=n[6],t[7]=n[7],t[8]=n[8],t[9]=n[9],t[10]=n[10],t[11]=n[11],t[12]=n[12],t[13]=n[13],t[14]=n[14],t[15]=n[15],this}copyPosition(e){let t=this.elements,n=e.elements;return t[12]=n[12],t[13]=n[13],t[14]=n[14],this}setFromMatrix3(e){let t=e.elements;return this.set(t[0],t[3],t[6],0,t[1],t[4],t[7],0,t[2],t[5],t[8],0,0,0,0,1),this}extractBasis(e,t,n){return this.determinantAffine()===0?(e.set(1,0,0),t.set(0,1,0),n.set(0,0,1),this):(e.setFromMatrixColumn(this,0),t.setFromMatrixColumn(this,1),n.setFromMatrixColumn(this,2),this)}makeBasis(e,t,n){return this.set(e.x,t.x,n.x,0,e.y,t.y,n.y,0,e.z,t.z,n.z,0,0,0,0,1),this}extractRotation(e){if(e.determinantAffine()===0)return this.identity();let t=this.elements,n=e.elements,r=1/yr.setFromMatrixColumn(e,0).length(),a=1/yr.setFromMatrixColumn(e,1).length(),l=1/yr.setFromMatrixColumn(e,2).length();return t[0]=n[0]*r,t[1]=n[1]*r,t[2]=n[2]*r,t[3]=0,t[4]=n[4]*a,t[5]=n[5]*a,t[6]=n[6]*a,t[7]=0,t[8]=n[8]*l,t[9]=n[9]*l,t[10]=n[10]*l,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromEuler(e){let t=this.elements,n=e.x,r=e.y,a=e.z,l=Math.cos(n),c=Math.sin(n),h=Math.cos(r),d=Math.sin(r),p=Math.cos(a),m=Math.sin(a);if(e.order==="XYZ"){let v=l*p,y=l*m,S=c*p,T=c*m;t[0]=h*p,t[4]=-h*m,t[8]=d,t[1]=y+S*d,t[5]=v-T*d,t[9]=-c*h,t[2]=T-v*d,t[6]=S+y*d,t[10]=l*h}else if(e.order==="YXZ"){let v=h*p,y=h*m,S=d*p,T=d*m;t[0]=v+T*c,t[4]=S*c-y,t[8]=l*d,t[1]=l*m,t[5]=l*p,t[9]=-c,t[2]=y*c-S,t[6]=T+v*c,t[10]=l*h}else if(e.order==="ZXY"){let v=h*p,y=h*m,S=d*p,T=d*m;t[0]=v-T*c,t[4]=-l*m,t[8]=S+y*c,t[1]=y+S*c,t[5]=l*p,t[9]=T-v*c,t[2]=-l*d,t[6]=c,t[10]=l*h}else if(e.order==="ZYX"){let v=l*p,y=l*m,S=c*p,T=c*m;t[0]=h*p,t[4]=S*d-y,t[8]=v*d+T,t[1]=h*m,t[5]=T*d+v,t[9]=y*d-S,t[2]=-d,t[6]=c*h,t[10]=l*h}else if(e.order==="YZX"){let v=l*h,y=l*d,S=c*h,T=c*d;t[0]=h*p,t[4]=T-v*m,t[8]=S*m+y,t[1]=m,t[5]=l*p,t[9]=-c*p,t[2]=-d*p,t[6]=y*m+S,t[10]=v-T*m}else if(e.order==="XZY"){let v=l*h,y=l*d,S=c*h,T=c*d;t[0]=h*p,t[4]=-m,t[8]=d*p,t[1]=v*m+T,t[5]=l*p,t[9]=y*m-S,t[2]=S*m-y,t[6]=c*p,t[10]=T*m+v}return t[3]=0,t[7]=0,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromQuaternion(e){return this.compose(by,e,wy)}lookAt(e,t,n){let r=this.elements;return Rn.subVectors(e,t),Rn.lengthSq()===0&&(Rn.z=1),Rn.normalize(),Ii.crossVectors(n,Rn),Ii.lengthSq()===0&&(Math.abs(n.z)===1?Rn.x+=1e-4:Rn.z+=1e-4,Rn.normalize(),Ii.crossVectors(n,Rn)),Ii.normalize(),ka.crossVectors(Rn,Ii),r[0]=Ii.x,r[4]=ka.x,r[8]=Rn.x,r[1]=Ii.y,r[5]=ka.y,r[9]=Rn.y,r[2]=Ii.z,r[6]=ka.z,r[10]=Rn.z,this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let n=e.elements,r=t.elements,a=this.elements,l=n[0],c=n[4],h=n[8],d=n[12],p=n[1],m=n[5],v=n[9],y=n[13],S=n[2],T=n[6],_=n[10],x=n[14],C=n[3],A=n[7],b=n[11],F=n[15],N=r[0],M=r[4],I=r[8],G=r[12],k=r[1],O=r[5],X=r[9],Z=r[13],z=r[2],K=r[6],V=r[10],ee=r[14],ge=r[3],re=r[7],H=r[11],ue=r[15];return a[0]=l*N+c*k+h*z+d*ge,a[4]=l*M+c*O+h*K+d*re,a[8]=l*I+c*X+h*V+d*H,a[12]=l*G+c*Z+h*ee+d*ue,a[1]=p*N+m*k+v*z+y*ge,a[5]=p*M+m*O+v*K+y*re,a[9]=p*I+m*X+v*V+y*H,a[13]=p*G+m*Z+v*ee+y*ue,a[2]=S*N+T*k+_*z+x*ge,a[6]=S*M+T*O+_*K+x*re,a[10]=S*I+T*X+_*V+x*H,a[14]=S*G+T*Z+_*ee+x*ue,a[3]=C*N+A*k+b*z+F*ge,a[7]=C*M+A*O+b*K+F*re,a[11]=C*I+A*X+b*V+F*H,a[15]=C*G+A*Z+b*ee+F*ue,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[4]*=e,t[8]*=e,t[12]*=e,t[1]*=e,t[5]*=e,t[9]*=e,t[13]*=e,t[2]*=e,t[6]*=e,t[10]*=e,t[14]*=e,t[3]*=e,t[7]*=e,t[11]*=e,t[15]*=e,this}determinant(){let e=this.elements,t=e[0],n=e[4],r=e[8],a=e[12],l=e[1],c=e[5],h=e[9],d=e[13],p=e[2],m=e[6],v=e[10],y=e[14],S=e[3],T=e[7],_=e[11],x=e[15],C=h*y-d*v,A=c*y-d*m,b=c*v-h*m,F=l*y-d*p,N=l*v-h*p,M=l*m-c*p;return t*(T*C-_*A+x*b)-n*(S*C-_*F+x*N)+r*(S*A-T*F+x*M)-a*(S*b-T*N+_*M)}determinantAffine(){let e=this.elements,t=e[0],n=e[4],r=e[8],a=e[1],l=e[5],c=e[9],h=e[2],d=e[6],p=e[10];return t*(l*p-c*d)-n*(a*p-c*h)+r*(a*d-l*h)}transpose(){let e=this.elements,t;return t=e[1],e[1]=e[4],e[4]=t,t=e[2],e[2]=e[8],e[8]=t,t=e[6],e[6]=e[9],e[9]=t,t=e[3],e[3]=e[12],e[12]=t,t=e[7],e[7]=e[13],e[13]=t,t=e[11],e[11]=e[14],e[14]=t,this}setPosition(e,t,n){let r=this.elements;return e.isVector3?(r[12]=e.x,r[13]=e.y,r[14]=e.z):(r[12]=e,r[13]=t,r[14]=n),this}invert(){let e=this.elements,t=e[0],n=e[1],r=e[2],a=e[3],l=e[4],c=e[5],h=e[6],d=e[7],p=e[8],m=e[9],v=e[10],y=e[11],S=e[12],T=e[13],_=e[14],x=e[15],C=t*c-n*l,A=t*h-r*l,b=t*d-a*l,F=n*h-r*c,N=n*d-a*c,M=r*d-a*h,I=p*T-m*S,G=p*_-v*S,k=p*x-y*S,O=m*_-v*T,X=m*x-y*T,Z=v*x-y*_,z=C*Z-A*X+b*O+F*k-N*G+M*I;if(z===0)return this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0);let K=1/z;return e[0]=(c*Z-h*X+d*O)*K,e[1]=(r*X-n*Z-a*O)*K,e[2]=(T*M-_*N+x*F)*K,e[3]=(v*N-m*M-y*F)*K,e[4]=(h*k-l*Z-d*G)*K,e[5]=(t*Z-r*k+a*G)*K,e[6]=(_*b-S*M-x*A)*K,e[7]=(p*M-v*b+y*A)*K,e[8]=(l*X-c*k+d*I)*K,e[9]=(n*k-t*X-a*I)*K,e[10]=(S*N-T*b+x*C)*K,e[11]=(m*b-p*N-y*C)*K,e[12]=(c*G-l*O-h*I)*K,e[13]=(t*O-n*G+r*I)*K,e[14]=(T*A-S*F-_*C)*K,e[15]=(p*F-m*A+v*C)*K,this}scale(e){let t=this.elements,n=e.x,r=e.y,a=e.z;return t[0]*=n,t[4]*=r,t[8]*=a,t[1]*=n,t[5]*=r,t[9]*=a,t[2]*=n,t[6]*=r,t[10]*=a,t[3]*=n,t[7]*=r,t[11]*=a,this}getMaxScaleOnAxis(){let e=this.elements,t=e[0]*e[0]+e[1]*e[1]+e[2]*e[2],n=e[4]*e[4]+e[5]*e[5]+e[6]*e[6],r=e[8]*e[8]+e[9]*e[9]+e[10]*e[10];return Math.sqrt(Math.max(t,n,r))}makeTranslation(e,t,n){return e.isVector3?this.set(1,0,0,e.x,0,1,0,e.y,0,0,1,e.z,0,0,0,1):this.set(1,0,0,e,0,1,0,t,0,0,1,n,0,0,0,1),this}makeRotationX(e){let t=Math.cos(e),n=Math.sin(e);return this.set(1,0,0,0,0,t,-n,0,0,n,t,0,0,0,0,1),this}makeRotationY(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,0,n,0,0,1,0,0,-n,0,t,0,0,0,0,1),this}makeRotationZ(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,-n,0,0,n,t,0,0,0,0,1,0,0,0,0,1),this}makeRotationAxis(e,t){let n=Math.cos(t),r=Math.sin(t),a=1-n,l=e.x,c=e.y,h=e.z,d=a*l,p=a*c;return this.set(d*l+n,d*c-r*h,d*h+r*c,0,d*c+r*h,p*c+n,p*h-r*l,0,d*h-r*c,p*h+r*l,a*h*h+n,0,0,0,0,1),this}makeScale(e,t,n){return this.set(e,0,0,0,0,t,0,0,0,0,n,0,0,0,0,1),this}makeShear(e,t,n,r,a,l){return this.set(1,n,a,0,e,1,l,0,t,r,1,0,0,0,0,1),this}compose(e,t,n){let r=this.elements,a=t._x,l=t._y,c=t._z,h=t._w,d=a+a,p=l+l,m=c+c,v=a*d,y=a*p,S=a*m,T=l*p,_=l*m,x=c*m,C=h*d,A=h*p,b=h*m,F=n.x,N=n.y,M=n.z;return r[0]=(1-(T+x))*F,r[1]=(y+b)*F,r[2]=(S-A)*F,r[3]=0,r[4]=(y-b)*N,r[5]=(1-(v+x))*N,r[6]=(_+C)*N,r[7]=0,r[8]=(S+A)*M,r[9]=(_-C)*M,r[10]=(1-(v+T))*M,r[11]=0,r[12]=e.x,r[13]=e.y,r[14]=e.z,r[15]=1,this}decompose(e,t,n){let r=this.elements;e.x=r[12],e.y=r[13],e.z=r[14];let a=this.determinantAffine();if(a===0)return n.set(1,1,1),t.identity(),this;let l=yr.set(r[0],r[1],r[2]).length(),c=yr.set(r[4],r[5],r[6]).length(),h=yr.set(r[8],r[9],r[10]).length();a<0&&(l=-l),Hn.copy(this);let d=1/l,p=1/c,m=1/h;return Hn.elements[0]*=d,Hn.elements[1]*=d,Hn.elements[2]*=d,Hn.elements[4]*=p,Hn.elements[5]*=p,Hn.elements[6]*=p,Hn.elements[8]*=m,Hn.elements[9]*=m,Hn.elements[10]*=m,t.setFromRotationMatrix(Hn),n.x=l,n.y=c,n.z=h,this}makePerspective(e,t,n,r,a,l,c=On,h=!1){let d=this.elements,p=2*a/(t-e),m=2*a/(n-r),v=(t+e)/(t-e),y=(n+r)/(n-r),S,T;if(h)S=a/(l-a),T=l*a/(l-a);else if(c===On)S=-(l+a)/(l-a),T=-2*l*a/(l-a);else if(c===Ur)S=-l/(l-a),T=-l*a/(l-a);else throw new Error("THREE.Matrix4.makePerspective(): Invalid coordinate system: "+c);return d[0]=p,d[4]=0,d[8]=v,d[12]=0,d[1]=0,d[5]=m,d[9]=y,d[13]=0,d[2]=0,d[6]=0,d[10]=S,d[14]=T,d[3]=0,d[7]=0,d[11]=-1,d[15]=0,this}makeOrthographic(e,t,n,r,a,l,c=On,h=!1){let d=this.elements,p=2/(t-e),m=2/(n-r),v=-(t+e)/(t-e),y=-(n+r)/(n-r),S,T;if(h)S=1/(l-a),T=l/(l-a);else if(c===On)S=-2/(l-a),T=-(l+a)/(l-a);else if(c===Ur)S=-1/(l-a),T=-a/(l-a);else throw new Error("THREE.Matrix4.makeOrthographic(): Invalid coordinate system: "+c);return d[0]=p,d[4]=0,d[8]=0,d[12]=v,d[1]=0,d[5]=m,d[9]=0,d[13]=y,d[2]=0,d[6]=0,d[10]=S,d[14]=T,d[3]=0,d[7]=0,d[11]=0,d[15]=1,this}equals(e){let t=this.elements,n=e.elements;for(let r=0;r<16;r++)if(t[r]!==n[r])return!1;return!0}fromArray(e,t=0){for(let n=0;n<16;n++)this.elements[n]=e[n+t];return this}toArray(e=[],t=0){let n=this.elements;return e[t]=n[0],e[t+1]=n[1],e[t+2]=n[2],e[t+3]=n[3],e[t+4]=n[4],e[t+5]=n[5],e[t+6]=n[6],e[t+7]=n[7],e[t+8]=n[8],e[t+9]=n[9],e[t+10]=n[10],e[t+11]=n[11],e[t+12]=n[12],e[t+13]=n[13],e[t+14]=n[14],e[t+15]=n[15],e}},yr=new j,Hn=new Rt,by=new j(0,0,0),wy=new j(1,1,1),Ii=new j,ka=new j,Rn=new j,Kh=new Rt,Qh=new En,Mi=class i{constructor(e=0,t=0,n=0,r=i.DEFAULT_ORDER){this.isEuler=!0,this._x=e,this._y=t,this._z=n,this._order=r}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get order(){return this._order}set order(e){this._order=e,this._onChangeCallback()}set(e,t,n,r=this._order){return this._x=e,this._y=t,this._z=n,this._order=r,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._order)}copy(e){return this._x=e._x,this._y=e._y,this._z=e._z,this._order=e._order,this._onChangeCallback(),this}setFromRotationMatrix(e,t=this._order,n=!0){let r=e.elements,a=r[0],l=r[4],c=r[8],h=r[1],d=r[5],p=r[9],m=r[2],v=r[6],y=r[10];switch(t){case"XYZ":this._y=Math.asin(vt(c,-1,1)),Math.abs(c)<.9999999?(this._x=Math.atan2(-p,y),this._z=Math.atan2(-l,a)):(this._x=Math.atan2(v,d),this._z=0);break;case"YXZ":this._x=Math.asin(-vt(p,-1,1)),Math.abs(p)<.9999999?(this._y=Math.atan2(c,y),this._z=Math.atan2(h,d)):(this._y=Math.atan2(-m,a),this._z=0);break;case"ZXY":this._x=Math.asin(vt(v,-1,1)),Math.abs(v)<.9999999?(this._y=Math.atan2(-m,y),this._z=Math.atan2(-l,d)):(this._y=0,this._z=Math.atan2(h,a));break;case"ZYX":this._y=Math.asin(-vt(m,-1,1)),Math.abs(m)<.9999999?(this._x=Math.atan2(v,y),this._z=Math.atan2(h,a)):(this._x=0,this._z=Math.atan2(-l,d));break;case"YZX":this._z=Math.asin(vt(h,-1,1)),Math.abs(h)<.9999999?(this._x=Math.atan2(-p,d),this._y=Math.atan2(-m,a)):(this._x=0,this._y=Math.atan2(c,y));break;case"XZY":this._z=Math.asin(-vt(l,-1,1)),Math.abs(l)<.9999999?(this._x=Math.atan2(v,d),this._y=Math.atan2(c,a)):(this._x=Math.atan2(-p,y),this._y=0);break;default:rt("Euler: .setFromRotationMatrix() encountered an unknown order: "+t)}return this._order=t,n===!0&&this._onChangeCallback(),this}setFromQuaternion(e,t,n){return Kh.makeRotationFromQuaternion(e),this.setFromRotationMatrix(Kh,t,n)}setFromVector3(e,t=this._order){return this.set(e.x,e.y,e.z,t)}reorder(e){return Qh.setFromEuler(this),this.setFromQuaternion(Qh,e)}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._order===this._order}fromArray(e){return this._x=e[0],this._y=e[1],this._z=e[2],e[3]!==void 0&&(this._order=e[3]),this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._order,e}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._order}};Mi.DEFAULT_ORDER="XYZ";var Ss=class{constructor(){this.mask=1}set(e){this.mask=(1<<e|0)>>>0}enable(e){this.mask|=1<<e|0}enableAll(){this.mask=-1}toggle(e){this.mask^=1<<e|0}disable(e){this.mask&=~(1<<e|0)}disableAll(){this.mask=0}test(e){return(this.mask&e.mask)!==0}isEnabled(e){return(this.mask&(1<<e|0))!==0}},Ey=0,ed=new j,xr=new En,mi=new Rt,za=new j,as=new j,Ty=new j,Ay=new En,td=new j(1,0,0),nd=new j(0,1,0),id=new j(0,0,1),rd={type:"added"},Ry={type:"removed"},Sr={type:"childadded",child:null},xc={type:"childremoved",child:null},_n=class i extends ai{constructor(){super(),this.isObject3D=!0,Object.defineProperty(this,"id",{value:Ey++}),this.uuid=Jr(),this.name="",this.type="Object3D",this.parent=null,this.children=[],this.up=i.DEFAULT_UP.clone();let e=new j,t=new Mi,n=new En,r=new j(1,1,1);function a(){n.setFromEuler(t,!1)}function l(){t.setFromQuaternion(n,void 0,!1)}t._onChange(a),n._onChange(l),Object.defineProperties(this,{position:{configurable:!0,enumerable:!0,value:e},rotation:{configurable:!0,enumerable:!0,value:t},quaternion:{configurable:!0,enumerable:!0,value:n},scale:{configurable:!0,enumerable:!0,value:r},modelViewMatrix:{value:new Rt},normalMatrix:{value:new lt}}),this.matrix=new Rt,this.matrixWorld=new Rt,this.matrixAutoUpdate=i.DEFAULT_MATRIX_AUTO_UPDATE,this.matrixWorldAutoUpdate=i.DEFAULT_MATRIX_WORLD_AUTO_UPDATE,this.matrixWorldNeedsUpdate=!1,this.layers=new Ss,this.visible=!0,this.castShadow=!1,this.receiveShadow=!1,this.frustumCulled=!0,this.renderOrder=0,this.animations=[],this.customDepthMaterial=void 0,this.customDistanceMaterial=void 0,this.static=!1,this.userData={},this.pivot=null}onBeforeShadow(){}onAfterShadow(){}onBeforeRender(){}onAfterRender(){}applyMatrix4(e){this.matrixAutoUpdate&&this.updateMatrix(),this.matrix.premultiply(e),this.matrix.decompose(this.position,this.quaternion,this.scale),this.pivot!==null&&this.position.copy(this.pivot).applyMatrix4(this.matrix).sub(this.pivot)}applyQuaternion(e){return this.quaternion.premultiply(e),this}setRotationFromAxisAngle(e,t){this.quaternion.setFromAxisAngle(e,t)}setRotationFromEuler(e){this.quaternion.setFromEuler(e,!0)}setRotationFromMatrix(e){this.quaternion.setFromRotationMatrix(e)}setRotationFromQuaternion(e){this.quaternion.copy(e)}rotateOnAxis(e,t){return xr.setFromAxisAngle(e,t),this.quaternion.multiply(xr),this}rotateOnWorldAxis(e,t){return xr.setFromAxisAngle(e,t),this.quaternion.premultiply(xr),this}rotateX(e){return this.rotateOnAxis(td,e)}rotateY(e){return this.rotateOnAxis(nd,e)}rotateZ(e){return this.rotateOnAxis(id,e)}translateOnAxis(e,t){return ed.copy(e).applyQuaternion(this.quaternion),this.position.add(ed.multiplyScalar(t)),this}translateX(e){return this.translateOnAxis(td,e)}translateY(e){return this.translateOnAxis(nd,e)}translateZ(e){return this.translateOnAxis(id,e)}localToWorld(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(this.matrixWorld)}worldToLocal(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(mi.copy(this.matrixWorld).invert())}lookAt(e,t,n){e.isVector3?za.copy(e):za.set(e,t,n);let r=this.parent;this.updateWorldMatrix(!0,!1),as.setFromMatrixPosition(this.matrixWorld),this.isCamera||this.isLight?mi.lookAt(as,za,this.up):mi.lookAt(za,as,this.up),this.quaternion.setFromRotationMatrix(mi),r&&(mi.extractRotation(r.matrixWorld),xr.setFromRotationMatrix(mi),this.quaternion.premultiply(xr.invert()))}add(e){if(arguments.length>1){for(let t=0;t<arguments.length;t++)this.add(arguments[t]);return this}return e===this?(at("Object3D.add: object can't be added as a child of itself.",e),this):(e&&e.isObject3D?(e.removeFromParent(),e.parent=this,this.children.push(e),e.dispatchEvent(rd),Sr.child=e,this.dispatchEvent(Sr),Sr.child=null):at("Object3D.add: object not an instance of THREE.Object3D.",e),this)}remove(e){if(arguments.length>1){for(let n=0;n<arguments.length;n++)this.remove(arguments[n]);return this}let t=this.children.indexOf(e);return t!==-1&&(e.parent=null,this.children.splice(t,1),e.dispatchEvent(Ry),xc.child=e,this.dispatchEvent(xc),xc.child=null),this}removeFromParent(){let e=this.parent;return e!==null&&e.remove(this),this}clear(){return this.remove(...this.children)}attach(e){return this.updateWorldMatrix(!0,!1),mi.copy(this.matrixWorld).invert(),e.parent!==null&&(e.parent.updateWorldMatrix(!0,!1),mi.multiply(e.parent.matrixWorld)),e.applyMatrix4(mi),e.removeFromParent(),e.parent=this,this.children.push(e),e.updateWorldMatrix(!1,!0),e.dispatchEvent(rd),Sr.child=e,this.dispatchEvent(Sr),Sr.child=null,this}getObjectById(e){return this.getObjectByProperty("id",e)}getObjectByName(e){return this.getObjectByProperty("name",e)}getObjectByProperty(e,t){if(this[e]===t)return this;for(let n=0,r=this.children.length;n<r;n++){let l=this.children[n].getObjectByProperty(e,t);if(l!==void 0)return l}}getObjectsByProperty(e,t,n=[]){this[e]===t&&n.push(this);let r=this.children;for(let a=0,l=r.length;a<l;a++)r[a].getObjectsByProperty(e,t,n);return n}getWorldPosition(e){return this.updateWorldMatrix(!0,!1),e.setFromMatrixPosition(this.matrixWorld)}getWorldQuaternion(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(as,e,Ty),e}getWorldScale(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(as,Ay,e),e}getWorldDirection(e){this.updateWorldMatrix(!0,!1);let t=this.matrixWorld.elements;return e.set(t[8],t[9],t[10]).normalize()}raycast(){}intersectsFrustum(){return!0}traverse(e){e(this);let t=this.children;for(let n=0,r=t.length;n<r;n++)t[n].traverse(e)}traverseVisible(e){if(this.visible===!1)return;e(this);let t=this.children;for(let n=0,r=t.length;n<r;n++)t[n].traverseVisible(e)}traverseAncestors(e){let t=this.parent;t!==null&&(e(t),t.traverseAncestors(e))}updateMatrix(){this.matrix.compose(this.position,this.quaternion,this.scale);let e=this.pivot;if(e!==null){let t=e.x,n=e.y,r=e.z,a=this.matrix.elements;a[12]+=t-a[0]*t-a[4]*n-a[8]*r,a[13]+=n-a[1]*t-a[5]*n-a[9]*r,a[14]+=r-a[2]*t-a[6]*n-a[10]*r}this.matrixWorldNeedsUpdate=!0}updateMatrixWorld(e){this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||e)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,e=!0);let t=this.children;for(let n=0,r=t.length;n<r;n++)t[n].updateMatrixWorld(e)}updateWorldMatrix(e,t,n=!1){let r=this.parent;if(e===!0&&r!==null&&r.updateWorldMatrix(!0,!1),this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||n)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,n=!0),t===!0){let a=this.children;for(let l=0,c=a.length;l<c;l++)a[l].updateWorldMatrix(!1,!0,n)}}toJSON(e){let t=e===void 0||typeof e=="string",n={};t&&(e={geometries:{},materials:{},textures:{},images:{},shapes:{},skeletons:{},animations:{},nodes:{}},n.metadata={version:4.7,type:"Object",generator:"Object3D.toJSON"});let r={};r.uuid=this.uuid,r.type=this.type,r.name=this.name,r.castShadow=this.castShadow,r.receiveShadow=this.receiveShadow,r.visible=this.visible,r.frustumCulled=this.frustumCulled,r.renderOrder=this.renderOrder,r.static=this.static,r.matrixAutoUpdate=this.matrixAutoUpdate,Object.keys(this.userData).length>0&&(r.userData=this.userData),r.layers=this.layers.mask,r.matrix=this.matrix.toArray(),r.up=this.up.toArray(),this.pivot!==null&&(r.pivot=this.pivot.toArray()),this.morphTargetDictionary!==void 0&&(r.morphTargetDictionary=Object.assign({},this.morphTargetDictionary)),this.morphTargetInfluences!==void 0&&(r.morphTargetInfluences=this.morphTargetInfluences.slice()),this.isInstancedMesh&&(r.type="InstancedMesh",r.count=this.count,r.instanceMatrix=this.instanceMatrix.toJSON(),this.instanceColor!==null&&(r.instanceColor=this.instanceColor.toJSON())),this.isBatchedMesh&&(r.type="BatchedMesh",r.perObjectFrustumCulled=this.perObjectFrustumCulled,r.sortObjects=this.sortObjects,r.drawRanges=this._drawRanges,r.reservedRanges=this._reservedRanges,r.geometryInfo=this._geometryInfo.map(c=>({...c,boundingBox:c.boundingBox?c.boundingBox.toJSON():void 0,boundingSphere:c.boundingSphere?c.boundingSphere.toJSON():void 0})),r.instanceInfo=this._instanceInfo.map(c=>({...c})),r.availableInstanceIds=this._availableInstanceIds.slice(),r.availableGeometryIds=this._availableGeometryIds.slice(),r.nextIndexStart=this._nextIndexStart,r.nextVertexStart=this._nextVertexStart,r.geometryCount=this._geometryCount,r.maxInstanceCount=this._maxInstanceCount,r.maxVertexCount=this._maxVertexCount,r.maxIndexCount=this._maxIndexCount,r.geometryInitialized=this._geometryInitialized,r.matricesTexture=this._matricesTexture.toJSON(e),r.indirectTexture=this._indirectTexture.toJSON(e),this._colorsTexture!==null&&(r.colorsTexture=this._colorsTexture.toJSON(e)),this.boundingSphere!==null&&(r.boundingSphere=this.boundingSphere.toJSON()),this.boundingBox!==null&&(r.boundingBox=this.boundingBox.toJSON()));function a(c,h){return c[h.uuid]===void 0&&(c[h.uuid]=h.toJSON(e)),h.uuid}if(this.isScene)this.background&&(this.background.isColor?r.background=this.background.toJSON():this.background.isTexture&&(r.background=this.background.toJSON(e).uuid)),this.environment&&this.environment.isTexture&&this.environment.isRenderTargetTexture!==!0&&(r.environment=this.environment.toJSON(e).uuid);else if(this.isMesh||this.isLine||this.isPoints){r.geometry=a(e.geometries,this.geometry);let c=this.geometry.parameters;if(c!==void 0&&c.shapes!==void 0){let h=c.shapes;if(Array.isArray(h))for(let d=0,p=h.length;d<p;d++){let m=h[d];a(e.shapes,m)}else a(e.shapes,h)}}if(this.isSkinnedMesh&&(r.bindMode=this.bindMode,r.bindMatrix=this.bindMatrix.toArray(),this.skeleton!==void 0&&(a(e.skeletons,this.skeleton),r.skeleton=this.skeleton.uuid)),this.material!==void 0)if(Array.isArray(this.material)){let c=[];for(let h=0,d=this.material.length;h<d;h++)c.push(a(e.materials,this.material[h]));r.material=c}else r.material=a(e.materials,this.material);if(this.children.length>0){r.children=[];for(let c=0;c<this.children.length;c++)r.children.push(this.children[c].toJSON(e).object)}if(this.animations.length>0){r.animations=[];for(let c=0;c<this.animations.length;c++){let h=this.animations[c];r.animations.push(a(e.animations,h))}}if(t){let c=l(e.geometries),h=l(e.materials),d=l(e.textures),p=l(e.images),m=l(e.shapes),v=l(e.skeletons),y=l(e.animations),S=l(e.nodes);c.length>0&&(n.geometries=c),h.length>0&&(n.materials=h),d.length>0&&(n.textures=d),p.length>0&&(n.images=p),m.length>0&&(n.shapes=m),v.length>0&&(n.skeletons=v),y.length>0&&(n.animations=y),S.length>0&&(n.nodes=S)}return n.object=r,n;function l(c){let h=[];for(let d in c){let p=c[d];delete p.metadata,h.push(p)}return h}}clone(e){return new this.constructor().copy(this,e)}copy(e,t=!0){if(this.name=e.name,this.up.copy(e.up),this.position.copy(e.position),this.rotation.order=e.rotation.order,this.quaternion.copy(e.quaternion),this.scale.copy(e.scale),this.pivot=e.pivot!==null?e.pivot.clone():null,this.matrix.copy(e.matrix),this.matrixWorld.copy(e.matrixWorld),this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrixWorldAutoUpdate=e.matrixWorldAutoUpdate,this.matrixWorldNeedsUpdate=e.matrixWorldNeedsUpdate,this.layers.mask=e.layers.mask,this.visible=e.visible,this.castShadow=e.castShadow,this.receiveShadow=e.receiveShadow,this.frustumCulled=e.frustumCulled,this.renderOrder=e.renderOrder,this.static=e.static,this.animations=e.animations.slice(),this.userData=JSON.parse(JSON.stringify(e.userData)),t===!0)for(let n=0;n<e.children.length;n++){let r=e.children[n];this.add(r.clone())}return this}dispose(){this.dispatchEvent({type:"dispose"})}};_n.DEFAULT_UP=new j(0,1,0);_n.DEFAULT_MATRIX_AUTO_UPDATE=!0;_n.DEFAULT_MATRIX_WORLD_AUTO_UPDATE=!0;var $n=class extends _n{constructor(){super(),this.isGroup=!0,this.type="Group"}},Cy={type:"move"},kr=class{constructor(){this._targetRay=null,this._grip=null,this._hand=null}getHandSpace(){return this._hand===null&&(this._hand=new $n,this._hand.matrixAutoUpdate=!1,this._hand.visible=!1,this._hand.joints={},this._hand.inputState={pinching:!1}),this._hand}getTargetRaySpace(){return this._targetRay===null&&(this._targetRay=new $n,this._targetRay.matrixAutoUpdate=!1,this._targetRay.visible=!1,this._targetRay.hasLinearVelocity=!1,this._targetRay.linearVelocity=new j,this._targetRay.hasAngularVelocity=!1,this._targetRay.angularVelocity=new j),this._targetRay}getGripSpace(){return this._grip===null&&(this._grip=new $n,this._grip.matrixAutoUpdate=!1,this._grip.visible=!1,this._grip.hasLinearVelocity=!1,this._grip.linearVelocity=new j,this._grip.hasAngularVelocity=!1,this._grip.angularVelocity=new j,this._grip.eventsEnabled=!1),this._grip}dispatchEvent(e){return this._targetRay!==null&&this._targetRay.dispatchEvent(e),this._grip!==null&&this._grip.dispatchEvent(e),this._hand!==null&&this._hand.dispatchEvent(e),this}connect(e){if(e&&e.hand){let t=this._hand;if(t)for(let n of e.hand.values())this._getHandJoint(t,n)}return this.dispatchEvent({type:"connected",data:e}),this}disconnect(e){return this.dispatchEvent({type:"disconnected",data:e}),this._targetRay!==null&&(this._targetRay.visible=!1),this._grip!==null&&(this._grip.visible=!1),this._hand!==null&&(this._hand.visible=!1),this}update(e,t,n){let r=null,a=null,l=null,c=this._targetRay,h=this._grip,d=this._hand;if(e&&t.session.visibilityState!=="visible-blurred"){if(d&&e.hand){l=!0;for(let T of e.hand.values()){let _=t.getJointPose(T,n),x=this._getHandJoint(d,T);_!==null&&(x.matrix.fromArray(_.transform.matrix),x.matrix.decompose(x.position,x.quaternion,x.scale),x.matrixWorldNeedsUpdate=!0,x.jointRadius=_.radius),x.visible=_!==null}let p=d.joints["index-finger-tip"],m=d.joints["thumb-tip"],v=p.position.distanceTo(m.position),y=.02,S=.005;d.inputState.pinching&&v>y+S?(d.inputState.pinching=!1,this.dispatchEvent({type:"pinchend",handedness:e.handedness,target:this})):!d.inputState.pinching&&v<=y-S&&(d.inputState.pinching=!0,this.dispatchEvent({type:"pinchstart",handedness:e.handedness,target:this}))}else h!==null&&e.gripSpace&&(a=t.getPose(e.gripSpace,n),a!==null&&(h.matrix.fromArray(a.transform.matrix),h.matrix.decompose(h.position,h.quaternion,h.scale),h.matrixWorldNeedsUpdate=!0,a.linearVelocity?(h.hasLinearVelocity=!0,h.linearVelocity.copy(a.linearVelocity)):h.hasLinearVelocity=!1,a.angularVelocity?(h.hasAngularVelocity=!0,h.angularVelocity.copy(a.angularVelocity)):h.hasAngularVelocity=!1,h.eventsEnabled&&h.dispatchEvent({type:"gripUpdated",data:e,target:this})));c!==null&&(r=t.getPose(e.targetRaySpace,n),r===null&&a!==null&&(r=a),r!==null&&(c.matrix.fromArray(r.transform.matrix),c.matrix.decompose(c.position,c.quaternion,c.scale),c.matrixWorldNeedsUpdate=!0,r.linearVelocity?(c.hasLinearVelocity=!0,c.linearVelocity.copy(r.linearVelocity)):c.hasLinearVelocity=!1,r.angularVelocity?(c.hasAngularVelocity=!0,c.angularVelocity.copy(r.angularVelocity)):c.hasAngularVelocity=!1,this.dispatchEvent(Cy)))}return c!==null&&(c.visible=r!==null),h!==null&&(h.visible=a!==null),d!==null&&(d.visible=l!==null),this}_getHandJoint(e,t){if(e.joints[t.jointName]===void 0){let n=new $n;n.matrixAutoUpdate=!1,n.visible=!1,e.joints[t.jointName]=n,e.add(n)}return e.joints[t.jointName]}},hf={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074},Li={h:0,s:0,l:0},Ga={h:0,s:0,l:0};function Sc(i,e,t){return t<0&&(t+=1),t>1&&(t-=1),t<1/6?i+(e-i)*6*t:t<1/2?e:t<2/3?i+(e-i)*6*(2/3-t):i}var it=class{constructor(e,t,n){return this.isColor=!0,this.r=1,this.g=1,this.b=1,this.set(e,t,n)}set(e,t,n){if(t===void 0&&n===void 0){let r=e;r&&r.isColor?this.copy(r):typeof r=="number"?this.setHex(r):typeof r=="string"&&this.setStyle(r)}else this.setRGB(e,t,n);return this}setScalar(e){return this.r=e,this.g=e,this.b=e,this}setHex(e,t=gn){return e=Math.floor(e),this.r=(e>>16&255)/255,this.g=(e>>8&255)/255,this.b=(e&255)/255,St.colorSpaceToWorking(this,t),this}setRGB(e,t,n,r=St.workingColorSpace){return this.r=e,this.g=t,this.b=n,St.colorSpaceToWorking(this,r),this}setHSL(e,t,n,r=St.workingColorSpace){if(e=_y(e,1),t=vt(t,0,1),n=vt(n,0,1),t===0)this.r=this.g=this.b=n;else{let a=n<=.5?n*(1+t):n+t-n*t,l=2*n-a;this.r=Sc(l,a,e+1/3),this.g=Sc(l,a,e),this.b=Sc(l,a,e-1/3)}return St.colorSpaceToWorking(this,r),this}setStyle(e,t=gn){function n(a){a!==void 0&&parseFloat(a)<1&&rt("Color: Alpha component of "+e+" will be ignored.")}let r;if(r=/^(\w+)\(([^\)]*)\)/.exec(e)){let a,l=r[1],c=r[2];switch(l){case"rgb":case"rgba":if(a=/^\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(c))return n(a[4]),this.setRGB(Math.min(255,parseInt(a[1],10))/255,Math.min(255,parseInt(a[2],10))/255,Math.min(255,parseInt(a[3],10))/255,t);if(a=/^\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(c))return n(a[4]),this.setRGB(Math.min(100,parseFloat(a[1]))/100,Math.min(100,parseFloat(a[2]))/100,Math.min(100,parseFloat(a[3]))/100,t);break;case"hsl":case"hsla":if(a=/^\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+))\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(c))return n(a[4]),this.setHSL(parseFloat(a[1])/360,parseFloat(a[2])/100,parseFloat(a[3])/100,t);break;default:rt("Color: Unknown color model "+e)}}else if(r=/^\#([A-Fa-f\d]+)$/.exec(e)){let a=r[1],l=a.length;if(l===3)return this.setRGB(parseInt(a.charAt(0),16)/15,parseInt(a.charAt(1),16)/15,parseInt(a.charAt(2),16)/15,t);if(l===6)return this.setHex(parseInt(a,16),t);rt("Color: Invalid hex color "+e)}else if(e&&e.length>0)return this.setColorName(e,t);return this}setColorName(e,t=gn){let n=hf[e.toLowerCase()];return n!==void 0?this.setHex(n,t):rt("Color: Unknown color "+e),this}clone(){return new this.constructor(this.r,this.g,this.b)}copy(e){return this.r=e.r,this.g=e.g,this.b=e.b,this}copySRGBToLinear(e){return this.r=xi(e.r),this.g=xi(e.g),this.b=xi(e.b),this}copyLinearToSRGB(e){return this.r=Lr(e.r),this.g=Lr(e.g),this.b=Lr(e.b),this}convertSRGBToLinear(){return this.copySRGBToLinear(this),this}convertLinearToSRGB(){return this.copyLinearToSRGB(this),this}getHex(e=gn){return St.workingToColorSpace(mn.copy(this),e),Math.round(vt(mn.r*255,0,255))*65536+Math.round(vt(mn.g*255,0,255))*256+Math.round(vt(mn.b*255,0,255))}getHexString(e=gn){return("000000"+this.getHex(e).toString(16)).slice(-6)}getHSL(e,t=St.workingColorSpace){St.workingToColorSpace(mn.copy(this),t);let n=mn.r,r=mn.g,a=mn.b,l=Math.max(n,r,a),c=Math.min(n,r,a),h,d,p=(c+l)/2;if(c===l)h=0,d=0;else{let m=l-c;switch(d=p<=.5?m/(l+c):m/(2-l-c),l){case n:h=(r-a)/m+(r<a?6:0);break;case r:h=(a-n)/m+2;break;case a:h=(n-r)/m+4;break}h/=6}return e.h=h,e.s=d,e.l=p,e}getRGB(e,t=St.workingColorSpace){return St.workingToColorSpace(mn.copy(this),t),e.r=mn.r,e.g=mn.g,e.b=mn.b,e}getStyle(e=gn){St.workingToColorSpace(mn.copy(this),e);let t=mn.r,n=mn.g,r=mn.b;return e!==gn?`color(${e} ${t.toFixed(3)} ${n.toFixed(3)} ${r.toFixed(3)})`:`rgb(${Math.round(t*255)},${Math.round(n*255)},${Math.round(r*255)})`}offsetHSL(e,t,n){return this.getHSL(Li),this.setHSL(Li.h+e,Li.s+t,Li.l+n)}add(e){return this.r+=e.r,this.g+=e.g,this.b+=e.b,this}addColors(e,t){return this.r=e.r+t.r,this.g=e.g+t.g,this.b=e.b+t.b,this}addScalar(e){return this.r+=e,this.g+=e,this.b+=e,this}sub(e){return this.r=Math.max(0,this.r-e.r),this.g=Math.max(0,this.g-e.g),this.b=Math.max(0,this.b-e.b),this}multiply(e){return this.r*=e.r,this.g*=e.g,this.b*=e.b,this}multiplyScalar(e){return this.r*=e,this.g*=e,this.b*=e,this}lerp(e,t){return this.r+=(e.r-this.r)*t,this.g+=(e.g-this.g)*t,this.b+=(e.b-this.b)*t,this}lerpColors(e,t,n){return this.r=e.r+(t.r-e.r)*n,this.g=e.g+(t.g-e.g)*n,this.b=e.b+(t.b-e.b)*n,this}lerpHSL(e,t){this.getHSL(Li),e.getHSL(Ga);let n=mc(Li.h,Ga.h,t),r=mc(Li.s,Ga.s,t),a=mc(Li.l,Ga.l,t);return this.setHSL(n,r,a),this}setFromVector3(e){return this.r=e.x,this.g=e.y,this.b=e.z,this}applyMatrix3(e){let t=this.r,n=this.g,r=this.b,a=e.elements;return this.r=a[0]*t+a[3]*n+a[6]*r,this.g=a[1]*t+a[4]*n+a[7]*r,this.b=a[2]*t+a[5]*n+a[8]*r,this}equals(e){return e.r===this.r&&e.g===this.g&&e.b===this.b}fromArray(e,t=0){return this.r=e[t],this.g=e[t+1],this.b=e[t+2],this}toArray(e=[],t=0){return e[t]=this.r,e[t+1]=this.g,e[t+2]=this.b,e}fromBufferAttribute(e,t){return this.r=e.getX(t),this.g=e.getY(t),this.b=e.getZ(t),this}toJSON(){return this.getHex()}*[Symbol.iterator](){yield this.r,yield this.g,yield this.b}},mn=new it;it.NAMES=hf;var Ms=class i{constructor(e,t=1,n=1e3){this.isFog=!0,this.name="",this.color=new it(e),this.near=t,this.far=n}clone(){return new i(this.color,this.near,this.far)}toJSON(){return{type:"Fog",name:this.name,color:this.color.getHex(),near:this.near,far:this.far}}},bs=class extends _n{constructor(){super(),this.isScene=!0,this.type="Scene",this.background=null,this.environment=null,this.fog=null,this.backgroundBlurriness=0,this.backgroundIntensity=1,this.backgroundRotation=new Mi,this.environmentIntensity=1,this.environmentRotation=new Mi,this.overrideMaterial=null,typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}copy(e,t){return super.copy(e,t),this.background=e.background!==null?e.background.clone():null,this.environment=e.environment!==null?e.environment.clone():null,this.fog=e.fog!==null?e.fog.clone():null,this.backgroundBlurriness=e.backgroundBlurriness,this.backgroundIntensity=e.backgroundIntensity,this.backgroundRotation.copy(e.backgroundRotation),this.environmentIntensity=e.environmentIntensity,this.environmentRotation.copy(e.environmentRotation),this.overrideMaterial=e.overrideMaterial!==null?e.overrideMaterial.clone():null,this.matrixAutoUpdate=e.matrixAutoUpdate,this}toJSON(e){let t=super.toJSON(e);return this.fog!==null&&(t.object.fog=this.fog.toJSON()),t.object.backgroundBlurriness=this.backgroundBlurriness,t.object.backgroundIntensity=this.backgroundIntensity,t.object.backgroundRotation=this.backgroundRotation.toArray(),t.object.environmentIntensity=this.environmentIntensity,t.object.environmentRotation=this.environmentRotation.toArray(),t}},Vn=new j,gi=new j,Mc=new j,_i=new j,Mr=new j,br=new j,sd=new j,bc=new j,wc=new j,Ec=new j,Tc=new Gt,Ac=new Gt,Rc=new Gt,Ui=class i{constructor(e=new j,t=new j,n=new j){this.a=e,this.b=t,this.c=n}static getNormal(e,t,n,r){r.subVectors(n,t),Vn.subVectors(e,t),r.cross(Vn);let a=r.lengthSq();return a>0?r.multiplyScalar(1/Math.sqrt(a)):r.set(0,0,0)}static getBarycoord(e,t,n,r,a){Vn.subVectors(r,t),gi.subVectors(n,t),Mc.subVectors(e,t);let l=Vn.dot(Vn),c=Vn.dot(gi),h=Vn.dot(Mc),d=gi.dot(gi),p=gi.dot(Mc),m=l*d-c*c;if(m===0)return a.set(0,0,0),null;let v=1/m,y=(d*h-c*p)*v,S=(l*p-c*h)*v;return a.set(1-y-S,S,y)}static containsPoint(e,t,n,r){return this.getBarycoord(e,t,n,r,_i)===null?!1:_i.x>=0&&_i.y>=0&&_i.x+_i.y<=1}static getInterpolation(e,t,n,r,a,l,c,h){return this.getBarycoord(e,t,n,r,_i)===null?(h.x=0,h.y=0,"z"in h&&(h.z=0),"w"in h&&(h.w=0),null):(h.setScalar(0),h.addScaledVector(a,_i.x),h.addScaledVector(l,_i.y),h.addScaledVector(c,_i.z),h)}static getInterpolatedAttribute(e,t,n,r,a,l){return Tc.setScalar(0),Ac.setScalar(0),Rc.setScalar(0),Tc.fromBufferAttribute(e,t),Ac.fromBufferAttribute(e,n),Rc.fromBufferAttribute(e,r),l.setScalar(0),l.addScaledVector(Tc,a.x),l.addScaledVector(Ac,a.y),l.addScaledVector(Rc,a.z),l}static isFrontFacing(e,t,n,r){return Vn.subVectors(n,t),gi.subVectors(e,t),Vn.cross(gi).dot(r)<0}set(e,t,n){return this.a.copy(e),this.b.copy(t),this.c.copy(n),this}setFromPointsAndIndices(e,t,n,r){return this.a.copy(e[t]),this.b.copy(e[n]),this.c.copy(e[r]),this}setFromAttributeAndIndices(e,t,n,r){return this.a.fromBufferAttribute(e,t),this.b.fromBufferAttribute(e,n),this.c.fromBufferAttribute(e,r),this}clone(){return new this.constructor().copy(this)}copy(e){return this.a.copy(e.a),this.b.copy(e.b),this.c.copy(e.c),this}getArea(){return Vn.subVectors(this.c,this.b),gi.subVectors(this.a,this.b),Vn.cross(gi).length()*.5}getMidpoint(e){return e.addVectors(this.a,this.b).add(this.c).multiplyScalar(1/3)}getNormal(e){return i.getNormal(this.a,this.b,this.c,e)}getPlane(e){return e.setFromCoplanarPoints(this.a,this.b,this.c)}getBarycoord(e,t){return i.getBarycoord(e,this.a,this.b,this.c,t)}getInterpolation(e,t,n,r,a){return i.getInterpolation(e,this.a,this.b,this.c,t,n,r,a)}containsPoint(e){return i.containsPoint(e,this.a,this.b,this.c)}isFrontFacing(e){return i.isFrontFacing(this.a,this.b,this.c,e)}intersectsBox(e){return e.intersectsTriangle(this)}closestPointToPoint(e,t){let n=this.a,r=this.b,a=this.c,l,c;Mr.subVectors(r,n),br.subVectors(a,n),bc.subVectors(e,n);let h=Mr.dot(bc),d=br.dot(bc);if(h<=0&&d<=0)return t.copy(n);wc.subVectors(e,r);let p=Mr.dot(wc),m=br.dot(wc);if(p>=0&&m<=p)return t.copy(r);let v=h*m-p*d;if(v<=0&&h>=0&&p<=0&&h-p>0)return l=h/(h-p),t.copy(n).addScaledVector(Mr,l);Ec.subVectors(e,a);let y=Mr.dot(Ec),S=br.dot(Ec);if(S>=0&&y<=S)return t.copy(a);let T=y*d-h*S;if(T<=0&&d>=0&&S<=0)return c=d/(d-S),t.copy(n).addScaledVector(br,c);let _=p*S-y*m;if(_<=0&&m-p>=0&&y-S>=0)return sd.subVectors(a,r),c=(m-p)/(m-p+(y-S)),t.copy(r).addScaledVector(sd,c);let x=1/(_+T+v);return l=T*x,c=v*x,t.copy(n).addScaledVector(Mr,l).addScaledVector(br,c)}equals(e){return e.a.equals(this.a)&&e.b.equals(this.b)&&e.c.equals(this.c)}},oi=class{constructor(e=new j(1/0,1/0,1/0),t=new j(-1/0,-1/0,-1/0)){this.isBox3=!0,this.min=e,this.max=t}set(e,t){return this.min.copy(e),this.max.copy(t),this}setFromArray(e){this.makeEmpty();for(let t=0,n=e.length;t<n;t+=3)this.expandByPoint(Wn.fromArray(e,t));return this}setFromBufferAttribute(e){this.makeEmpty();for(let t=0,n=e.count;t<n;t++)this.expandByPoint(Wn.fromBufferAttribute(e,t));return this}setFromPoints(e){this.makeEmpty();for(let t=0,n=e.length;t<n;t++)this.expandByPoint(e[t]);return this}setFromCenterAndSize(e,t){let n=Wn.copy(t).multiplyScalar(.5);return this.min.copy(e).sub(n),this.max.copy(e).add(n),this}setFromObject(e,t=!1){return this.makeEmpty(),this.expandByObject(e,t)}clone(){return new this.constructor().copy(this)}copy(e){return this.min.copy(e.min),this.max.copy(e.max),this}makeEmpty(){return this.min.x=this.min.y=this.min.z=1/0,this.max.x=this.max.y=this.max.z=-1/0,this}isEmpty(){return this.max.x<this.min.x||this.max.y<this.min.y||this.max.z<this.min.z}getCenter(e){return this.isEmpty()?e.set(0,0,0):e.addVectors(this.min,this.max).multiplyScalar(.5)}getSize(e){return this.isEmpty()?e.set(0,0,0):e.subVectors(this.max,this.min)}expandByPoint(e){return this.min.min(e),this.max.max(e),this}expandByVector(e){return this.min.sub(e),this.max.add(e),this}expandByScalar(e){return this.min.addScalar(-e),this.max.addScalar(e),this}expandByObject(e,t=!1){e.updateWorldMatrix(!1,!1);let n=e.geometry;if(n!==void 0){let a=n.getAttribute("position");if(t===!0&&a!==void 0&&e.isInstancedMesh!==!0&&e.isBatchedMesh!==!0)for(let l=0,c=a.count;l<c;l++)e.isMesh===!0?e.getVertexPosition(l,Wn):Wn.fromBufferAttribute(a,l),Wn.applyMatrix4(e.matrixWorld),this.expandByPoint(Wn);else e.boundingBox!==void 0?(e.boundingBox===null&&e.computeBoundingBox(),Ha.copy(e.boundingBox)):(n.boundingBox===null&&n.computeBoundingBox(),Ha.copy(n.boundingBox)),Ha.applyMatrix4(e.matrixWorld),this.union(Ha)}let r=e.children;for(let a=0,l=r.length;a<l;a++)this.expandByObject(r[a],t);return this}containsPoint(e){return e.x>=this.min.x&&e.x<=this.max.x&&e.y>=this.min.y&&e.y<=this.max.y&&e.z>=this.min.z&&e.z<=this.max.z}containsBox(e){return this.min.x<=e.min.x&&e.max.x<=this.max.x&&this.min.y<=e.min.y&&e.max.y<=this.max.y&&this.min.z<=e.min.z&&e.max.z<=this.max.z}getParameter(e,t){return t.set((e.x-this.min.x)/(this.max.x-this.min.x),(e.y-this.min.y)/(this.max.y-this.min.y),(e.z-this.min.z)/(this.max.z-this.min.z))}intersectsBox(e){return e.max.x>=this.min.x&&e.min.x<=this.max.x&&e.max.y>=this.min.y&&e.min.y<=this.max.y&&e.max.z>=this.min.z&&e.min.z<=this.max.z}intersectsSphere(e){return this.clampPoint(e.center,Wn),Wn.distanceToSquared(e.center)<=e.radius*e.radius}intersectsPlane(e){let t,n;return e.normal.x>0?(t=e.normal.x*this.min.x,n=e.normal.x*this.max.x):(t=e.normal.x*this.max.x,n=e.normal.x*this.min.x),e.normal.y>0?(t+=e.normal.y*this.min.y,n+=e.normal.y*this.max.y):(t+=e.normal.y*this.max.y,n+=e.normal.y*this.min.y),e.normal.z>0?(t+=e.normal.z*this.min.z,n+=e.normal.z*this.max.z):(t+=e.normal.z*this.max.z,n+=e.normal.z*this.min.z),t<=-e.constant&&n>=-e.constant}intersectsTriangle(e){if(this.isEmpty())return!1;this.getCenter(os),Va.subVectors(this.max,os),wr.subVectors(e.a,os),Er.subVectors(e.b,os),Tr.subVectors(e.c,os),Di.subVectors(Er,wr),Fi.subVectors(Tr,Er),tr.subVectors(wr,Tr);let t=[0,-Di.z,Di.y,0,-Fi.z,Fi.y,0,-tr.z,tr.y,Di.z,0,-Di.x,Fi.z,0,-Fi.x,tr.z,0,-tr.x,-Di.y,Di.x,0,-Fi.y,Fi.x,0,-tr.y,tr.x,0];return!Cc(t,wr,Er,Tr,Va)||(t=[1,0,0,0,1,0,0,0,1],!Cc(t,wr,Er,Tr,Va))?!1:(Wa.crossVectors(Di,Fi),t=[Wa.x,Wa.y,Wa.z],Cc(t,wr,Er,Tr,Va))}clampPoint(e,t){return t.copy(e).clamp(this.min,this.max)}distanceToPoint(e){return this.clampPoint(e,Wn).distanceTo(e)}getBoundingSphere(e){return this.isEmpty()?e.makeEmpty():(this.getCenter(e.center),e.radius=this.getSize(Wn).length()*.5),e}intersect(e){return this.min.max(e.min),this.max.min(e.max),this.isEmpty()&&this.makeEmpty(),this}union(e){return this.min.min(e.min),this.max.max(e.max),this}applyMatrix4(e){return this.isEmpty()?this:(vi[0].set(this.min.x,this.min.y,this.min.z).applyMatrix4(e),vi[1].set(this.min.x,this.min.y,this.max.z).applyMatrix4(e),vi[2].set(this.min.x,this.max.y,this.min.z).applyMatrix4(e),vi[3].set(this.min.x,this.max.y,this.max.z).applyMatrix4(e),vi[4].set(this.max.x,this.min.y,this.min.z).applyMatrix4(e),vi[5].set(this.max.x,this.min.y,this.max.z).applyMatrix4(e),vi[6].set(this.max.x,this.max.y,this.min.z).applyMatrix4(e),vi[7].set(this.max.x,this.max.y,this.max.z).applyMatrix4(e),this.setFromPoints(vi),this)}translate(e){return this.min.add(e),this.max.add(e),this}equals(e){return e.min.equals(this.min)&&e.max.equals(this.max)}toJSON(){return{min:this.min.toArray(),max:this.max.toArray()}}fromJSON(e){return this.min.fromArray(e.min),this.max.fromArray(e.max),this}},vi=[new j,new j,new j,new j,new j,new j,new j,new j],Wn=new j,Ha=new oi,wr=new j,Er=new j,Tr=new j,Di=new j,Fi=new j,tr=new j,os=new j,Va=new j,Wa=new j,nr=new j;function Cc(i,e,t,n,r){for(let a=0,l=i.length-3;a<=l;a+=3){nr.fromArray(i,a);let c=r.x*Math.abs(nr.x)+r.y*Math.abs(nr.y)+r.z*Math.abs(nr.z),h=e.dot(nr),d=t.dot(nr),p=n.dot(nr);if(Math.max(-Math.max(h,d,p),Math.min(h,d,p))>c)return!1}return!0}var qt=new j,Xa=new Ge,Py=0,an=class extends ai{constructor(e,t,n=!1){if(super(),Array.isArray(e))throw new TypeError("THREE.BufferAttribute: array should be a Typed Array.");this.isBufferAttribute=!0,Object.defineProperty(this,"id",{value:Py++}),this.name="",this.array=e,this.itemSize=t,this.count=e!==void 0?e.length/t:0,this.normalized=n,this.usage=sf,this.updateRanges=[],this.gpuType=Bn,this.version=0,this._normalizationScale=e!==void 0?Su(e):void 0}onUploadCallback(){}set needsUpdate(e){e===!0&&this.version++}setUsage(e){return this.usage=e,this}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}copy(e){return this.name=e.name,this.array=new e.array.constructor(e.array),this.itemSize=e.itemSize,this.count=e.count,this.normalized=e.normalized,this.usage=e.usage,this.gpuType=e.gpuType,this._normalizationScale=e._normalizationScale,this}copyAt(e,t,n){e*=this.itemSize,n*=t.itemSize;for(let r=0,a=this.itemSize;r<a;r++)this.array[e+r]=t.array[n+r];return this}copyArray(e){return this.array.set(e),this}applyMatrix3(e){if(this.itemSize===2)for(let t=0,n=this.count;t<n;t++)Xa.fromBufferAttribute(this,t),Xa.applyMatrix3(e),this.setXY(t,Xa.x,Xa.y);else if(this.itemSize===3)for(let t=0,n=this.count;t<n;t++)qt.fromBufferAttribute(this,t),qt.applyMatrix3(e),this.setXYZ(t,qt.x,qt.y,qt.z);return this}applyMatrix4(e){for(let t=0,n=this.count;t<n;t++)qt.fromBufferAttribute(this,t),qt.applyMatrix4(e),this.setXYZ(t,qt.x,qt.y,qt.z);return this}applyNormalMatrix(e){for(let t=0,n=this.count;t<n;t++)qt.fromBufferAttribute(this,t),qt.applyNormalMatrix(e),this.setXYZ(t,qt.x,qt.y,qt.z);return this}transformDirection(e){for(let t=0,n=this.count;t<n;t++)qt.fromBufferAttribute(this,t),qt.transformDirection(e),this.setXYZ(t,qt.x,qt.y,qt.z);return this}set(e,t=0){return this.array.set(e,t),this}getComponent(e,t){let n=this.array[e*this.itemSize+t];return this.normalized&&(n=this._denormalize(n)),n}setComponent(e,t,n){return this.normalized&&(n=this._normalize(n)),this.array[e*this.itemSize+t]=n,this}getX(e){let t=this.array[e*this.itemSize];return this.normalized&&(t=this._denormalize(t)),t}setX(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize]=t,this}getY(e){let t=this.array[e*this.itemSize+1];return this.normalized&&(t=this._denormalize(t)),t}setY(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+1]=t,this}getZ(e){let t=this.array[e*this.itemSize+2];return this.normalized&&(t=this._denormalize(t)),t}setZ(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+2]=t,this}getW(e){let t=this.array[e*this.itemSize+3];return this.normalized&&(t=this._denormalize(t)),t}setW(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+3]=t,this}setXY(e,t,n){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n)),this.array[e+0]=t,this.array[e+1]=n,this}setXYZ(e,t,n,r){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n),r=this._normalize(r)),this.array[e+0]=t,this.array[e+1]=n,this.array[e+2]=r,this}setXYZW(e,t,n,r,a){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n),r=this._normalize(r),a=this._normalize(a)),this.array[e+0]=t,this.array[e+1]=n,this.array[e+2]=r,this.array[e+3]=a,this}onUpload(e){return this.onUploadCallback=e,this}clone(){return new this.constructor(this.array,this.itemSize).copy(this)}toJSON(){let e={itemSize:this.itemSize,type:this.array.constructor.name,array:Array.from(this.array),normalized:this.normalized};return e.name=this.name,e.usage=this.usage,e.gpuType=this.gpuType,e}dispose(){this.dispatchEvent({type:"dispose"})}_denormalize(e){let t=this._normalizationScale;return t!==void 0?Math.max(e/t,-1):vy(e,this.array)}_normalize(e){let t=this._normalizationScale;return t!==void 0?Math.round(e*t):yy(e,this.array)}};var ws=class extends an{constructor(e,t,n){super(new Uint16Array(e),t,n)}};var Es=class extends an{constructor(e,t,n){super(new Uint32Array(e),t,n)}};var Ut=class extends an{constructor(e,t,n){super(new Float32Array(e),t,n)}},Iy=new oi,ls=new j,Pc=new j,Oi=class{constructor(e=new j,t=-1){this.isSphere=!0,this.center=e,this.radius=t}set(e,t){return this.center.copy(e),this.radius=t,this}setFromPoints(e,t){let n=this.center;t!==void 0?n.copy(t):Iy.setFromPoints(e).getCenter(n);let r=0;for(let a=0,l=e.length;a<l;a++)r=Math.max(r,n.distanceToSquared(e[a]));return this.radius=Math.sqrt(r),this}copy(e){return this.center.copy(e.center),this.radius=e.radius,this}isEmpty(){return this.radius<0}makeEmpty(){return this.center.set(0,0,0),this.radius=-1,this}containsPoint(e){return e.distanceToSquared(this.center)<=this.radius*this.radius}distanceToPoint(e){return e.distanceTo(this.center)-this.radius}intersectsSphere(e){let t=this.radius+e.radius;return e.center.distanceToSquared(this.center)<=t*t}intersectsBox(e){return e.intersectsSphere(this)}intersectsPlane(e){return Math.abs(e.distanceToPoint(this.center))<=this.radius}clampPoint(e,t){let n=this.center.distanceToSquared(e);return t.copy(e),n>this.radius*this.radius&&(t.sub(this.center).normalize(),t.multiplyScalar(this.radius).add(this.center)),t}getBoundingBox(e){return this.isEmpty()?(e.makeEmpty(),e):(e.set(this.center,this.center),e.expandByScalar(this.radius),e)}applyMatrix4(e){return this.center.applyMatrix4(e),this.radius=this.radius*e.getMaxScaleOnAxis(),this}translate(e){return this.center.add(e),this}expandByPoint(e){if(this.isEmpty())return this.center.copy(e),this.radius=0,this;ls.subVectors(e,this.center);let t=ls.lengthSq();if(t>this.radius*this.radius){let n=Math.sqrt(t),r=(n-this.radius)*.5;this.center.addScaledVector(ls,r/n),this.radius+=r}return this}union(e){return e.isEmpty()?this:this.isEmpty()?(this.copy(e),this):(this.center.equals(e.center)===!0?this.radius=Math.max(this.radius,e.radius):(Pc.subVectors(e.center,this.center).setLength(e.radius),this.expandByPoint(ls.copy(e.center).add(Pc)),this.expandByPoint(ls.copy(e.center).sub(Pc))),this)}equals(e){return e.center.equals(this.center)&&e.radius===this.radius}clone(){return new this.constructor().copy(this)}toJSON(){return{radius:this.radius,center:this.center.toArray()}}fromJSON(e){return this.radius=e.radius,this.center.fromArray(e.center),this}},Ly=0,Un=new Rt,Ic=new _n,Ar=new j,Cn=new oi,cs=new oi,sn=new j,un=class i extends ai{constructor(){super(),this.isBufferGeometry=!0,Object.defineProperty(this,"id",{value:Ly++}),this.uuid=Jr(),this.name="",this.type="BufferGeometry",this.index=null,this.indirect=null,this.indirectOffset=0,this.attributes={},this.morphAttributes={},this.morphTargetsRelative=!1,this.groups=[],this.boundingBox=null,this.boundingSphere=null,this.drawRange={start:0,count:1/0},this.userData={},this._transformed=!1}getIndex(){return this.index}setIndex(e){return Array.isArray(e)?this.index=new(my(e)?Es:ws)(e,1):this.index=e,this}setIndirect(e,t=0){return this.indirect=e,this.indirectOffset=t,this}getIndirect(){return this.indirect}getAttribute(e){return this.attributes[e]}setAttribute(e,t){return this.attributes[e]=t,this}deleteAttribute(e){return delete this.attributes[e],this}hasAttribute(e){return this.attributes[e]!==void 0}addGroup(e,t,n=0){this.groups.push({start:e,count:t,materialIndex:n})}clearGroups(){this.groups=[]}setDrawRange(e,t){this.drawRange.start=e,this.drawRange.count=t}applyMatrix4(e){let t=this.attributes.position;t!==void 0&&(t.applyMatrix4(e),t.needsUpdate=!0);let n=this.attributes.normal;if(n!==void 0){let a=new lt().getNormalMatrix(e);n.applyNormalMatrix(a),n.needsUpdate=!0}let r=this.attributes.tangent;return r!==void 0&&(r.transformDirection(e),r.needsUpdate=!0),this.boundingBox!==null&&this.computeBoundingBox(),this.boundingSphere!==null&&this.computeBoundingSphere(),this._transformed=!0,this}applyQuaternion(e){return Un.makeRotationFromQuaternion(e),this.applyMatrix4(Un),this}rotateX(e){return Un.makeRotationX(e),this.applyMatrix4(Un),this}rotateY(e){return Un.makeRotationY(e),this.applyMatrix4(Un),this}rotateZ(e){return Un.makeRotationZ(e),this.applyMatrix4(Un),this}translate(e,t,n){return Un.makeTranslation(e,t,n),this.applyMatrix4(Un),this}scale(e,t,n){return Un.makeScale(e,t,n),this.applyMatrix4(Un),this}lookAt(e){return Ic.lookAt(e),Ic.updateMatrix(),this.applyMatrix4(Ic.matrix),this}center(){return this.computeBoundingBox(),this.boundingBox.getCenter(Ar).negate(),this.translate(Ar.x,Ar.y,Ar.z),this}setFromPoints(e){let t=this.getAttribute("position");if(t===void 0){let n=[];for(let r=0,a=e.length;r<a;r++){let l=e[r];n.push(l.x,l.y,l.z||0)}this.setAttribute("position",new Ut(n,3))}else{let n=Math.min(e.length,t.count);for(let r=0;r<n;r++){let a=e[r];t.setXYZ(r,a.x,a.y,a.z||0)}e.length>t.count&&rt("BufferGeometry: Buffer size too small for points data. Use .dispose() and create a new geometry."),t.needsUpdate=!0}return this}computeBoundingBox(){this.boundingBox===null&&(this.boundingBox=new oi);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){at("BufferGeometry.computeBoundingBox(): GLBufferAttribute requires a manual bounding box.",this),this.boundingBox.set(new j(-1/0,-1/0,-1/0),new j(1/0,1/0,1/0));return}if(e!==void 0){if(this.boundingBox.setFromBufferAttribute(e),t)for(let n=0,r=t.length;n<r;n++){let a=t[n];Cn.setFromBufferAttribute(a),this.morphTargetsRelative?(sn.addVectors(this.boundingBox.min,Cn.min),this.boundingBox.expandByPoint(sn),sn.addVectors(this.boundingBox.max,Cn.max),this.boundingBox.expandByPoint(sn)):(this.boundingBox.expandByPoint(Cn.min),this.boundingBox.expandByPoint(Cn.max))}}else this.boundingBox.makeEmpty();(isNaN(this.boundingBox.min.x)||isNaN(this.boundingBox.min.y)||isNaN(this.boundingBox.min.z))&&at('BufferGeometry.computeBoundingBox(): Computed min/max have NaN values. The "position" attribute is likely to have NaN values.',this)}computeBoundingSphere(){this.boundingSphere===null&&(this.boundingSphere=new Oi);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){at("BufferGeometry.computeBoundingSphere(): GLBufferAttribute requires a manual bounding sphere.",this),this.boundingSphere.set(new j,1/0);return}if(e){let n=this.boundingSphere.center;if(Cn.setFromBufferAttribute(e),t)for(let a=0,l=t.length;a<l;a++){let c=t[a];cs.setFromBufferAttribute(c),this.morphTargetsRelative?(sn.addVectors(Cn.min,cs.min),Cn.expandByPoint(sn),sn.addVectors(Cn.max,cs.max),Cn.expandByPoint(sn)):(Cn.expandByPoint(cs.min),Cn.expandByPoint(cs.max))}Cn.getCenter(n);let r=0;for(let a=0,l=e.count;a<l;a++)sn.fromBufferAttribute(e,a),r=Math.max(r,n.distanceToSquared(sn));if(t)for(let a=0,l=t.length;a<l;a++){let c=t[a],h=this.morphTargetsRelative;for(let d=0,p=c.count;d<p;d++)sn.fromBufferAttribute(c,d),h&&(Ar.fromBufferAttribute(e,d),sn.add(Ar)),r=Math.max(r,n.distanceToSquared(sn))}this.boundingSphere.radius=Math.sqrt(r),isNaN(this.boundingSphere.radius)&&at('BufferGeometry.computeBoundingSphere(): Computed radius is NaN. The "position" attribute is likely to have NaN values.',this)}}computeTangents(){let e=this.index,t=this.attributes;if(e===null||t.position===void 0||t.normal===void 0||t.uv===void 0){at("BufferGeometry: .computeTangents() failed. Missing required attributes (index, position, normal or uv)");return}let n=t.position,r=t.normal,a=t.uv,l=this.getAttribute("tangent");(l===void 0||l.count!==n.count)&&(l=new an(new Float32Array(4*n.count),4),this.setAttribute("tangent",l));let c=[],h=[],d=new Uint8Array(n.count);for(let G=0;G<n.count;G++)c[G]=new j,h[G]=new j;let p=new j,m=new j,v=new j,y=new Ge,S=new Ge,T=new Ge,_=new j,x=new j;function C(G,k,O){d[G]=d[k]=d[O]=1,p.fromBufferAttribute(n,G),m.fromBufferAttribute(n,k),v.fromBufferAttribute(n,O),y.fromBufferAttribute(a,G),S.fromBufferAttribute(a,k),T.fromBufferAttribute(a,O),m.sub(p),v.sub(p),S.sub(y),T.sub(y);let X=1/(S.x*T.y-T.x*S.y);isFinite(X)&&(_.copy(m).multiplyScalar(T.y).addScaledVector(v,-S.y).multiplyScalar(X),x.copy(v).multiplyScalar(S.x).addScaledVector(m,-T.x).multiplyScalar(X),c[G].add(_),c[k].add(_),c[O].add(_),h[G].add(x),h[k].add(x),h[O].add(x))}let A=this.groups;A.length===0&&(A=[{start:0,count:e.count}]);for(let G=0,k=A.length;G<k;++G){let O=A[G],X=O.start,Z=O.count;for(let z=X,K=X+Z;z<K;z+=3)C(e.getX(z+0),e.getX(z+1),e.getX(z+2))}let b=new j,F=new j,N=new j,M=new j;function I(G){N.fromBufferAttribute(r,G),M.copy(N);let k=c[G];b.copy(k),b.sub(N.multiplyScalar(N.dot(k))).normalize(),F.crossVectors(M,k);let X=F.dot(h[G])<0?-1:1;l.setXYZW(G,b.x,b.y,b.z,X)}for(let G=0,k=n.count;G<k;++G)d[G]&&I(G);this._transformed=!0}computeVertexNormals(){let e=this.index,t=this.getAttribute("position");if(t!==void 0){let n=this.getAttribute("normal");if(n===void 0||n.count!==t.count)n=new an(new Float32Array(t.count*3),3),this.setAttribute("normal",n);else for(let v=0,y=n.count;v<y;v++)n.setXYZ(v,0,0,0);let r=new j,a=new j,l=new j,c=new j,h=new j,d=new j,p=new j,m=new j;if(e)for(let v=0,y=e.count;v<y;v+=3){let S=e.getX(v+0),T=e.getX(v+1),_=e.getX(v+2);r.fromBufferAttribute(t,S),a.fromBufferAttribute(t,T),l.fromBufferAttribute(t,_),p.subVectors(l,a),m.subVectors(r,a),p.cross(m),c.fromBufferAttribute(n,S),h.fromBufferAttribute(n,T),d.fromBufferAttribute(n,_),c.add(p),h.add(p),d.add(p),n.setXYZ(S,c.x,c.y,c.z),n.setXYZ(T,h.x,h.y,h.z),n.setXYZ(_,d.x,d.y,d.z)}else for(let v=0,y=t.count;v<y;v+=3)r.fromBufferAttribute(t,v+0),a.fromBufferAttribute(t,v+1),l.fromBufferAttribute(t,v+2),p.subVectors(l,a),m.subVectors(r,a),p.cross(m),n.setXYZ(v+0,p.x,p.y,p.z),n.setXYZ(v+1,p.x,p.y,p.z),n.setXYZ(v+2,p.x,p.y,p.z);this.normalizeNormals(),n.needsUpdate=!0}}normalizeNormals(){let e=this.attributes.normal;for(let t=0,n=e.count;t<n;t++)sn.fromBufferAttribute(e,t),sn.normalize(),e.setXYZ(t,sn.x,sn.y,sn.z)}toNonIndexed(){function e(c,h){let d=c.array,p=c.itemSize,m=c.normalized,v=new d.constructor(h.length*p),y=0,S=0;for(let T=0,_=h.length;T<_;T++){c.isInterleavedBufferAttribute?y=h[T]*c.data.stride+c.offset:y=h[T]*p;for(let x=0;x<p;x++)v[S++]=d[y++]}return new an(v,p,m)}if(this.index===null)return rt("BufferGeometry.toNonIndexed(): BufferGeometry is already non-indexed."),this;let t=new i,n=this.index.array,r=this.attributes;for(let c in r){let h=r[c],d=e(h,n);t.setAttribute(c,d)}let a=this.morphAttributes;for(let c in a){let h=[],d=a[c];for(let p=0,m=d.length;p<m;p++){let v=d[p],y=e(v,n);h.push(y)}t.morphAttributes[c]=h}t.morphTargetsRelative=this.morphTargetsRelative;let l=this.groups;for(let c=0,h=l.length;c<h;c++){let d=l[c];t.addGroup(d.start,d.count,d.materialIndex)}return t}toJSON(){let e={metadata:{version:4.7,type:"BufferGeometry",generator:"BufferGeometry.toJSON"}};if(e.uuid=this.uuid,e.type=this.parameters!==void 0&&this._transformed===!0?"BufferGeometry":this.type,e.name=this.name,Object.keys(this.userData).length>0&&(e.userData=this.userData),this.parameters!==void 0&&this._transformed!==!0){let h=this.parameters;for(let d in h)h[d]!==void 0&&(e[d]=h[d]);return e}e.data={attributes:{}};let t=this.index;t!==null&&(e.data.index={type:t.array.constructor.name,array:Array.prototype.slice.call(t.array)});let n=this.attributes;for(let h in n){let d=n[h];e.data.attributes[h]=d.toJSON(e.data)}let r={},a=!1;for(let h in this.morphAttributes){let d=this.morphAttributes[h],p=[];for(let m=0,v=d.length;m<v;m++){let y=d[m];p.push(y.toJSON(e.data))}p.length>0&&(r[h]=p,a=!0)}a&&(e.data.morphAttributes=r,e.data.morphTargetsRelative=this.morphTargetsRelative);let l=this.groups;l.length>0&&(e.data.groups=JSON.parse(JSON.stringify(l)));let c=this.boundingSphere;return c!==null&&(e.data.boundingSphere=c.toJSON()),e}clone(){return new this.constructor().copy(this)}copy(e){this.index=null,this.attributes={},this.morphAttributes={},this.groups=[],this.boundingBox=null,this.boundingSphere=null;let t={};this.name=e.name;let n=e.index;n!==null&&this.setIndex(n.clone());let r=e.attributes;for(let d in r){let p=r[d];this.setAttribute(d,p.clone(t))}let a=e.morphAttributes;for(let d in a){let p=[],m=a[d];for(let v=0,y=m.length;v<y;v++)p.push(m[v].clone(t));this.morphAttributes[d]=p}this.morphTargetsRelative=e.morphTargetsRelative;let l=e.groups;for(let d=0,p=l.length;d<p;d++){let m=l[d];this.addGroup(m.start,m.count,m.materialIndex)}let c=e.boundingBox;c!==null&&(this.boundingBox=c.clone());let h=e.boundingSphere;return h!==null&&(this.boundingSphere=h.clone()),this.drawRange.start=e.drawRange.start,this.drawRange.count=e.drawRange.count,this.userData=e.userData,this._transformed=e._transformed,this}dispose(){this.dispatchEvent({type:"dispose"})}};var Lc=new j,Dy=new j,Fy=new lt,Xn=class{constructor(e=new j(1,0,0),t=0){this.isPlane=!0,this.normal=e,this.constant=t}set(e,t){return this.normal.copy(e),this.constant=t,this}setComponents(e,t,n,r){return this.normal.set(e,t,n),this.constant=r,this}setFromNormalAndCoplanarPoint(e,t){return this.normal.copy(e),this.constant=-t.dot(this.normal),this}setFromCoplanarPoints(e,t,n){let r=Lc.subVectors(n,t).cross(Dy.subVectors(e,t)).normalize();return this.setFromNormalAndCoplanarPoint(r,e),this}copy(e){return this.normal.copy(e.normal),this.constant=e.constant,this}normalize(){let e=1/this.normal.length();return this.normal.multiplyScalar(e),this.constant*=e,this}negate(){return this.constant*=-1,this.normal.negate(),this}distanceToPoint(e){return this.normal.dot(e)+this.constant}distanceToSphere(e){return this.distanceToPoint(e.center)-e.radius}projectPoint(e,t){return t.copy(e).addScaledVector(this.normal,-this.distanceToPoint(e))}intersectLine(e,t,n=!0){let r=e.delta(Lc),a=this.normal.dot(r);if(a===0)return this.distanceToPoint(e.start)===0?t.copy(e.start):null;let l=-(e.start.dot(this.normal)+this.constant)/a;return n===!0&&(l<0||l>1)?null:t.copy(e.start).addScaledVector(r,l)}intersectsLine(e){let t=this.distanceToPoint(e.start),n=this.distanceToPoint(e.end);return t<0&&n>0||n<0&&t>0}intersectsBox(e){return e.intersectsPlane(this)}intersectsSphere(e){return e.intersectsPlane(this)}coplanarPoint(e){return e.copy(this.normal).multiplyScalar(-this.constant)}applyMatrix4(e,t){let n=t||Fy.getNormalMatrix(e),r=this.coplanarPoint(Lc).applyMatrix4(e),a=this.normal.applyMatrix3(n).normalize();return this.constant=-r.dot(a),this}translate(e){return this.constant-=e.dot(this.normal),this}equals(e){return e.normal.equals(this.normal)&&e.constant===this.constant}clone(){return new this.constructor().copy(this)}toJSON(){return{normal:this.normal.toArray(),constant:this.constant}}fromJSON(e){return this.normal.fromArray(e.normal),this.constant=e.constant,this}},Ny=0,bi=class extends ai{constructor(){super(),this.isMaterial=!0,Object.defineProperty(this,"id",{value:Ny++}),this.uuid=Jr(),this.name="",this.type="Material",this.blending=$r,this.side=Wi,this.vertexColors=!1,this.opacity=1,this.transparent=!1,this.alphaHash=!1,this.blendSrc=Qc,this.blendDst=eu,this.blendEquation=cr,this.blendSrcAlpha=null,this.blendDstAlpha=null,this.blendEquationAlpha=null,this.blendColor=new it(0,0,0),this.blendAlpha=0,this.depthFunc=Fr,this.depthTest=!0,this.depthWrite=!0,this.stencilWriteMask=255,this.stencilFunc=Kd,this.stencilRef=0,this.stencilFuncMask=255,this.stencilFail=co,this.stencilZFail=co,this.stencilZPass=co,this.stencilWrite=!1,this.clippingPlanes=null,this.clipIntersection=!1,this.clipShadows=!1,this.shadowSide=null,this.colorWrite=!0,this.precision=null,this.polygonOffset=!1,this.polygonOffsetFactor=0,this.polygonOffsetUnits=0,this.dithering=!1,this.alphaToCoverage=!1,this.premultipliedAlpha=!1,this.forceSinglePass=!1,this.allowOverride=!0,this.visible=!0,this.toneMapped=!0,this.userData={},this.version=0,this._alphaTest=0}get alphaTest(){return this._alphaTest}set alphaTest(e){this._alphaTest>0!=e>0&&this.version++,this._alphaTest=e}onBeforeRender(){}onBeforeCompile(){}customProgramCacheKey(){return this.onBeforeCompile.toString()}setValues(e){if(e!==void 0)for(let t in e){let n=e[t];if(n===void 0){rt(`Material: parameter '${t}' has value of undefined.`);continue}let r=this[t];if(r===void 0){rt(`Material: '${t}' is not a property of THREE.${this.type}.`);continue}r&&r.isColor?r.set(n):r&&r.isVector2&&n&&n.isVector2||r&&r.isEuler&&n&&n.isEuler||r&&r.isVector3&&n&&n.isVector3?r.copy(n):this[t]=n}}toJSON(e){let t=e===void 0||typeof e=="string";t&&(e={textures:{},images:{}});let n={metadata:{version:4.7,type:"Material",generator:"Material.toJSON"}};n.uuid=this.uuid,n.type=this.type,n.blending=this.blending,n.side=this.side,n.shadowSide=this.shadowSide,n.vertexColors=this.vertexColors,n.opacity=this.opacity,n.transparent=this.transparent,n.blendSrc=this.blendSrc,n.blendDst=this.blendDst,n.blendEquation=this.blendEquation,n.blendSrcAlpha=this.blendSrcAlpha,n.blendDstAlpha=this.blendDstAlpha,n.blendEquationAlpha=this.blendEquationAlpha,n.blendColor=this.blendColor.getHex(),n.blendAlpha=this.blendAlpha,n.depthFunc=this.depthFunc,n.depthTest=this.depthTest,n.depthWrite=this.depthWrite,n.colorWrite=this.colorWrite,n.clipIntersection=this.clipIntersection,n.clipShadows=this.clipShadows,n.stencilWriteMask=this.stencilWriteMask,n.stencilFunc=this.stencilFunc,n.stencilRef=this.stencilRef,n.stencilFuncMask=this.stencilFuncMask,n.stencilFail=this.stencilFail,n.stencilZFail=this.stencilZFail,n.stencilZPass=this.stencilZPass,n.stencilWrite=this.stencilWrite,n.polygonOffset=this.polygonOffset,n.polygonOffsetFactor=this.polygonOffsetFactor,n.polygonOffsetUnits=this.polygonOffsetUnits,n.dithering=this.dithering,n.alphaTest=this.alphaTest,n.alphaHash=this.alphaHash,n.alphaToCoverage=this.alphaToCoverage,n.premultipliedAlpha=this.premultipliedAlpha,n.forceSinglePass=this.forceSinglePass,n.allowOverride=this.allowOverride,n.visible=this.visible,n.toneMapped=this.toneMapped,n.name=this.name,this.color&&this.color.isColor&&(n.color=this.color.getHex()),this.roughness!==void 0&&(n.roughness=this.roughness),this.metalness!==void 0&&(n.metalness=this.metalness),this.sheen!==void 0&&(n.sheen=this.sheen),this.sheenColor&&this.sheenColor.isColor&&(n.sheenColor=this.sheenColor.getHex()),this.sheenRoughness!==void 0&&(n.sheenRoughness=this.sheenRoughness),this.emissive&&this.emissive.isColor&&(n.emissive=this.emissive.getHex()),this.emissiveIntensity!==void 0&&(n.emissiveIntensity=this.emissiveIntensity),this.specular&&this.specular.isColor&&(n.specular=this.specular.getHex()),this.specularIntensity!==void 0&&(n.specularIntensity=this.specularIntensity),this.specularColor&&this.specularColor.isColor&&(n.specularColor=this.specularColor.getHex()),this.shininess!==void 0&&(n.shininess=this.shininess),this.clearcoat!==void 0&&(n.clearcoat=this.clearcoat),this.clearcoatRoughness!==void 0&&(n.clearcoatRoughness=this.clearcoatRoughness),this.diffuseRoughness!==void 0&&(n.diffuseRoughness=this.diffuseRoughness),this.diffuseRoughnessMap&&this.diffuseRoughnessMap.isTexture&&(n.diffuseRoughnessMap=this.diffuseRoughnessMap.toJSON(e).uuid),this.clearcoatMap&&this.clearcoatMap.isTexture&&(n.clearcoatMap=this.clearcoatMap.toJSON(e).uuid),this.clearcoatRoughnessMap&&this.clearcoatRoughnessMap.isTexture&&(n.clearcoatRoughnessMap=this.clearcoatRoughnessMap.toJSON(e).uuid),this.clearcoatNormalMap&&this.clearcoatNormalMap.isTexture&&(n.clearcoatNormalMap=this.clearcoatNormalMap.toJSON(e).uuid,n.clearcoatNormalScale=this.clearcoatNormalScale.toArray()),this.sheenColorMap&&this.sheenColorMap.isTexture&&(n.sheenColorMap=this.sheenColorMap.toJSON(e).uuid),this.sheenRoughnessMap&&this.sheenRoughnessMap.isTexture&&(n.sheenRoughnessMap=this.sheenRoughnessMap.toJSON(e).uuid),this.dispersion!==void 0&&(n.dispersion=this.dispersion),this.retroreflectivity!==void 0&&(n.retroreflectivity=this.retroreflectivity),this.iridescence!==void 0&&(n.iridescence=this.iridescence),this.iridescenceIOR!==void 0&&(n.iridescenceIOR=this.iridescenceIOR),this.iridescenceThicknessMinimum!==void 0&&(n.iridescenceThicknessMinimum=this.iridescenceThicknessMinimum),this.iridescenceThicknessMaximum!==void 0&&(n.iridescenceThicknessMaximum=this.iridescenceThicknessMaximum),this.iridescenceMap&&this.iridescenceMap.isTexture&&(n.iridescenceMap=this.iridescenceMap.toJSON(e).uuid),this.iridescenceThicknessMap&&this.iridescenceThicknessMap.isTexture&&(n.iridescenceThicknessMap=this.iridescenceThicknessMap.toJSON(e).uuid),this.anisotropy!==void 0&&(n.anisotropy=this.anisotropy),this.anisotropyRotation!==void 0&&(n.anisotropyRotation=this.anisotropyRotation),this.anisotropyMap&&this.anisotropyMap.isTexture&&(n.anisotropyMap=this.anisotropyMap.toJSON(e).uuid),this.map&&this.map.isTexture&&(n.map=this.map.toJSON(e).uuid),this.matcap&&this.matcap.isTexture&&(n.matcap=this.matcap.toJSON(e).uuid),this.alphaMap&&this.alphaMap.isTexture&&(n.alphaMap=this.alphaMap.toJSON(e).uuid),this.lightMap&&this.lightMap.isTexture&&(n.lightMap=this.lightMap.toJSON(e).uuid,n.lightMapIntensity=this.lightMapIntensity),this.aoMap&&this.aoMap.isTexture&&(n.aoMap=this.aoMap.toJSON(e).uuid,n.aoMapIntensity=this.aoMapIntensity),this.bumpMap&&this.bumpMap.isTexture&&(n.bumpMap=this.bumpMap.toJSON(e).uuid,n.bumpScale=this.bumpScale),this.normalMap&&this.normalMap.isTexture&&(n.normalMap=this.normalMap.toJSON(e).uuid,n.normalMapType=this.normalMapType,n.normalScale=this.normalScale.toArray()),this.displacementMap&&this.displacementMap.isTexture&&(n.displacementMap=this.displacementMap.toJSON(e).uuid,n.displacementScale=this.displacementScale,n.displacementBias=this.displacementBias),this.roughnessMap&&this.roughnessMap.isTexture&&(n.roughnessMap=this.roughnessMap.toJSON(e).uuid),this.metalnessMap&&this.metalnessMap.isTexture&&(n.metalnessMap=this.metalnessMap.toJSON(e).uuid),this.emissiveMap&&this.emissiveMap.isTexture&&(n.emissiveMap=this.emissiveMap.toJSON(e).uuid),this.specularMap&&this.specularMap.isTexture&&(n.specularMap=this.specularMap.toJSON(e).uuid),this.specularIntensityMap&&this.specularIntensityMap.isTexture&&(n.specularIntensityMap=this.specularIntensityMap.toJSON(e).uuid),this.specularColorMap&&this.specularColorMap.isTexture&&(n.specularColorMap=this.specularColorMap.toJSON(e).uuid),this.envMap&&this.envMap.isTexture&&(n.envMap=this.envMap.toJSON(e).uuid,this.combine!==void 0&&(n.combine=this.combine)),this.envMapRotation!==void 0&&(n.envMapRotation=this.envMapRotation.toArray()),this.envMapIntensity!==void 0&&(n.envMapIntensity=this.envMapIntensity),this.reflectivity!==void 0&&(n.reflectivity=this.reflectivity),this.refractionRatio!==void 0&&(n.refractionRatio=this.refractionRatio),this.gradientMap&&this.gradientMap.isTexture&&(n.gradientMap=this.gradientMap.toJSON(e).uuid),this.transmission!==void 0&&(n.transmission=this.transmission),this.transmissionMap&&this.transmissionMap.isTexture&&(n.transmissionMap=this.transmissionMap.toJSON(e).uuid),this.thickness!==void 0&&(n.thickness=this.thickness),this.thicknessMap&&this.thicknessMap.isTexture&&(n.thicknessMap=this.thicknessMap.toJSON(e).uuid),this.attenuationDistance!==void 0&&(n.attenuationDistance=this.attenuationDistance),this.attenuationColor!==void 0&&(n.attenuationColor=this.attenuationColor.getHex()),this.size!==void 0&&(n.size=this.size),this.sizeAttenuation!==void 0&&(n.sizeAttenuation=this.sizeAttenuation),Array.isArray(this.clippingPlanes)&&this.clippingPlanes.length>0&&(n.clippingPlanes=this.clippingPlanes.map(a=>a.toJSON())),this.rotation!==void 0&&(n.rotation=this.rotation),this.depthPacking!==void 0&&(n.depthPacking=this.depthPacking),this.linewidth!==void 0&&(n.linewidth=this.linewidth),this.linecap!==void 0&&(n.linecap=this.linecap),this.linejoin!==void 0&&(n.linejoin=this.linejoin),this.dashSize!==void 0&&(n.dashSize=this.dashSize),this.gapSize!==void 0&&(n.gapSize=this.gapSize),this.scale!==void 0&&(n.scale=this.scale),this.wireframe!==void 0&&(n.wireframe=this.wireframe),this.wireframeLinewidth!==void 0&&(n.wireframeLinewidth=this.wireframeLinewidth),this.wireframeLinecap!==void 0&&(n.wireframeLinecap=this.wireframeLinecap),this.wireframeLinejoin!==void 0&&(n.wireframeLinejoin=this.wireframeLinejoin),this.flatShading!==void 0&&(n.flatShading=this.flatShading),this.fog!==void 0&&(n.fog=this.fog),Object.keys(this.userData).length>0&&(n.userData=this.userData);function r(a){let l=[];for(let c in a){let h=a[c];delete h.metadata,l.push(h)}return l}if(t){let a=r(e.textures),l=r(e.images);a.length>0&&(n.textures=a),l.length>0&&(n.images=l)}return n}fromJSON(e,t){if(e.uuid!==void 0&&(this.uuid=e.uuid),e.name!==void 0&&(this.name=e.name),e.color!==void 0&&this.color!==void 0&&this.color.setHex(e.color),e.roughness!==void 0&&(this.roughness=e.roughness),e.metalness!==void 0&&(this.metalness=e.metalness),e.sheen!==void 0&&(this.sheen=e.sheen),e.sheenColor!==void 0&&(this.sheenColor=new it().setHex(e.sheenColor)),e.sheenRoughness!==void 0&&(this.sheenRoughness=e.sheenRoughness),e.emissive!==void 0&&this.emissive!==void 0&&this.emissive.setHex(e.emissive),e.specular!==void 0&&this.specular!==void 0&&this.specular.setHex(e.specular),e.specularIntensity!==void 0&&(this.specularIntensity=e.specularIntensity),e.specularColor!==void 0&&this.specularColor!==void 0&&this.specularColor.setHex(e.specularColor),e.shininess!==void 0&&(this.shininess=e.shininess),e.clearcoat!==void 0&&(this.clearcoat=e.clearcoat),e.clearcoatRoughness!==void 0&&(this.clearcoatRoughness=e.clearcoatRoughness),e.diffuseRoughness!==void 0&&(this.diffuseRoughness=e.diffuseRoughness),e.dispersion!==void 0&&(this.dispersion=e.dispersion),e.retroreflectivity!==void 0&&(this.retroreflectivity=e.retroreflectivity),e.iridescence!==void 0&&(this.iridescence=e.iridescence),e.iridescenceIOR!==void 0&&(this.iridescenceIOR=e.iridescenceIOR),e.iridescenceThicknessMinimum!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessMinimum),e.iridescenceThicknessMaximum!==void 0&&(this.iridescenceThicknessMaximum=e.iridescenceThicknessMaximum),e.iridescenceThicknessRange!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessRange[0],this.iridescenceThicknessMaximum=e.iridescenceThicknessRange[1]),e.transmission!==void 0&&(this.transmission=e.transmission),e.thickness!==void 0&&(this.thickness=e.thickness),e.attenuationDistance!==void 0&&(this.attenuationDistance=e.attenuationDistance),e.attenuationColor!==void 0&&this.attenuationColor!==void 0&&this.attenuationColor.setHex(e.attenuationColor),e.anisotropy!==void 0&&(this.anisotropy=e.anisotropy),e.anisotropyRotation!==void 0&&(this.anisotropyRotation=e.anisotropyRotation),e.fog!==void 0&&(this.fog=e.fog),e.flatShading!==void 0&&(this.flatShading=e.flatShading),e.blending!==void 0&&(this.blending=e.blending),e.combine!==void 0&&(this.combine=e.combine),e.side!==void 0&&(this.side=e.side),e.shadowSide!==void 0&&(this.shadowSide=e.shadowSide),e.opacity!==void 0&&(this.opacity=e.opacity),e.transparent!==void 0&&(this.transparent=e.transparent),e.alphaTest!==void 0&&(this.alphaTest=e.alphaTest),e.alphaHash!==void 0&&(this.alphaHash=e.alphaHash),e.depthFunc!==void 0&&(this.depthFunc=e.depthFunc),e.depthTest!==void 0&&(this.depthTest=e.depthTest),e.depthWrite!==void 0&&(this.depthWrite=e.depthWrite),e.colorWrite!==void 0&&(this.colorWrite=e.colorWrite),e.clippingPlanes!==void 0&&(this.clippingPlanes=e.clippingPlanes.map(n=>new Xn().fromJSON(n))),e.clipIntersection!==void 0&&(this.clipIntersection=e.clipIntersection),e.clipShadows!==void 0&&(this.clipShadows=e.clipShadows),e.depthPacking!==void 0&&(this.depthPacking=e.depthPacking),e.blendSrc!==void 0&&(this.blendSrc=e.blendSrc),e.blendDst!==void 0&&(this.blendDst=e.blendDst),e.blendEquation!==void 0&&(this.blendEquation=e.blendEquation),e.blendSrcAlpha!==void 0&&(this.blendSrcAlpha=e.blendSrcAlpha),e.blendDstAlpha!==void 0&&(this.blendDstAlpha=e.blendDstAlpha),e.blendEquationAlpha!==void 0&&(this.blendEquationAlpha=e.blendEquationAlpha),e.blendColor!==void 0&&this.blendColor!==void 0&&this.blendColor.setHex(e.blendColor),e.blendAlpha!==void 0&&(this.blendAlpha=e.blendAlpha),e.stencilWriteMask!==void 0&&(this.stencilWriteMask=e.stencilWriteMask),e.stencilFunc!==void 0&&(this.stencilFunc=e.stencilFunc),e.stencilRef!==void 0&&(this.stencilRef=e.stencilRef),e.stencilFuncMask!==void 0&&(this.stencilFuncMask=e.stencilFuncMask),e.stencilFail!==void 0&&(this.stencilFail=e.stencilFail),e.stencilZFail!==void 0&&(this.stencilZFail=e.stencilZFail),e.stencilZPass!==void 0&&(this.stencilZPass=e.stencilZPass),e.stencilWrite!==void 0&&(this.stencilWrite=e.stencilWrite),e.wireframe!==void 0&&(this.wireframe=e.wireframe),e.wireframeLinewidth!==void 0&&(this.wireframeLinewidth=e.wireframeLinewidth),e.wireframeLinecap!==void 0&&(this.wireframeLinecap=e.wireframeLinecap),e.wireframeLinejoin!==void 0&&(this.wireframeLinejoin=e.wireframeLinejoin),e.rotation!==void 0&&(this.rotation=e.rotation),e.linewidth!==void 0&&(this.linewidth=e.linewidth),e.linecap!==void 0&&(this.linecap=e.linecap),e.linejoin!==void 0&&(this.linejoin=e.linejoin),e.dashSize!==void 0&&(this.dashSize=e.dashSize),e.gapSize!==void 0&&(this.gapSize=e.gapSize),e.scale!==void 0&&(this.scale=e.scale),e.polygonOffset!==void 0&&(this.polygonOffset=e.polygonOffset),e.polygonOffsetFactor!==void 0&&(this.polygonOffsetFactor=e.polygonOffsetFactor),e.polygonOffsetUnits!==void 0&&(this.polygonOffsetUnits=e.polygonOffsetUnits),e.dithering!==void 0&&(this.dithering=e.dithering),e.alphaToCoverage!==void 0&&(this.alphaToCoverage=e.alphaToCoverage),e.premultipliedAlpha!==void 0&&(this.premultipliedAlpha=e.premultipliedAlpha),e.forceSinglePass!==void 0&&(this.forceSinglePass=e.forceSinglePass),e.allowOverride!==void 0&&(this.allowOverride=e.allowOverride),e.visible!==void 0&&(this.visible=e.visible),e.toneMapped!==void 0&&(this.toneMapped=e.toneMapped),e.userData!==void 0&&(this.userData=e.userData),e.vertexColors!==void 0&&(typeof e.vertexColors=="number"?this.vertexColors=e.vertexColors>0:this.vertexColors=e.vertexColors),e.size!==void 0&&(this.size=e.size),e.sizeAttenuation!==void 0&&(this.sizeAttenuation=e.sizeAttenuation),e.map!==void 0&&(this.map=t[e.map]||null),e.matcap!==void 0&&(this.matcap=t[e.matcap]||null),e.alphaMap!==void 0&&(this.alphaMap=t[e.alphaMap]||null),e.bumpMap!==void 0&&(this.bumpMap=t[e.bumpMap]||null),e.bumpScale!==void 0&&(this.bumpScale=e.bumpScale),e.normalMap!==void 0&&(this.normalMap=t[e.normalMap]||null),e.normalMapType!==void 0&&(this.normalMapType=e.normalMapType),e.normalScale!==void 0){let n=e.normalScale;Array.isArray(n)===!1&&(n=[n,n]),this.normalScale=new Ge().fromArray(n)}return e.displacementMap!==void 0&&(this.displacementMap=t[e.displacementMap]||null),e.displacementScale!==void 0&&(this.displacementScale=e.displacementScale),e.displacementBias!==void 0&&(this.displacementBias=e.displacementBias),e.roughnessMap!==void 0&&(this.roughnessMap=t[e.roughnessMap]||null),e.metalnessMap!==void 0&&(this.metalnessMap=t[e.metalnessMap]||null),e.emissiveMap!==void 0&&(this.emissiveMap=t[e.emissiveMap]||null),e.emissiveIntensity!==void 0&&(this.emissiveIntensity=e.emissiveIntensity),e.specularMap!==void 0&&(this.specularMap=t[e.specularMap]||null),e.specularIntensityMap!==void 0&&(this.specularIntensityMap=t[e.specularIntensityMap]||null),e.specularColorMap!==void 0&&(this.specularColorMap=t[e.specularColorMap]||null),e.envMap!==void 0&&(this.envMap=t[e.envMap]||null),e.envMapRotation!==void 0&&this.envMapRotation.fromArray(e.envMapRotation),e.envMapIntensity!==void 0&&(this.envMapIntensity=e.envMapIntensity),e.reflectivity!==void 0&&(this.reflectivity=e.reflectivity),e.refractionRatio!==void 0&&(this.refractionRatio=e.refractionRatio),e.lightMap!==void 0&&(this.lightMap=t[e.lightMap]||null),e.lightMapIntensity!==void 0&&(this.lightMapIntensity=e.lightMapIntensity),e.aoMap!==void 0&&(this.aoMap=t[e.aoMap]||null),e.aoMapIntensity!==void 0&&(this.aoMapIntensity=e.aoMapIntensity),e.gradientMap!==void 0&&(this.gradientMap=t[e.gradientMap]||null),e.clearcoatMap!==void 0&&(this.clearcoatMap=t[e.clearcoatMap]||null),e.clearcoatRoughnessMap!==void 0&&(this.clearcoatRoughnessMap=t[e.clearcoatRoughnessMap]||null),e.clearcoatNormalMap!==void 0&&(this.clearcoatNormalMap=t[e.clearcoatNormalMap]||null),e.clearcoatNormalScale!==void 0&&(this.clearcoatNormalScale=new Ge().fromArray(e.clearcoatNormalScale)),e.diffuseRoughnessMap!==void 0&&(this.diffuseRoughnessMap=t[e.diffuseRoughnessMap]||null),e.iridescenceMap!==void 0&&(this.iridescenceMap=t[e.iridescenceMap]||null),e.iridescenceThicknessMap!==void 0&&(this.iridescenceThicknessMap=t[e.iridescenceThicknessMap]||null),e.transmissionMap!==void 0&&(this.transmissionMap=t[e.transmissionMap]||null),e.thicknessMap!==void 0&&(this.thicknessMap=t[e.thicknessMap]||null),e.anisotropyMap!==void 0&&(this.anisotropyMap=t[e.anisotropyMap]||null),e.sheenColorMap!==void 0&&(this.sheenColorMap=t[e.sheenColorMap]||null),e.sheenRoughnessMap!==void 0&&(this.sheenRoughnessMap=t[e.sheenRoughnessMap]||null),this}clone(){return new this.constructor().copy(this)}copy(e){this.name=e.name,this.blending=e.blending,this.side=e.side,this.vertexColors=e.vertexColors,this.opacity=e.opacity,this.transparent=e.transparent,this.blendSrc=e.blendSrc,this.blendDst=e.blendDst,this.blendEquation=e.blendEquation,this.blendSrcAlpha=e.blendSrcAlpha,this.blendDstAlpha=e.blendDstAlpha,this.blendEquationAlpha=e.blendEquationAlpha,this.blendColor.copy(e.blendColor),this.blendAlpha=e.blendAlpha,this.depthFunc=e.depthFunc,this.depthTest=e.depthTest,this.depthWrite=e.depthWrite,this.stencilWriteMask=e.stencilWriteMask,this.stencilFunc=e.stencilFunc,this.stencilRef=e.stencilRef,this.stencilFuncMask=e.stencilFuncMask,this.stencilFail=e.stencilFail,this.stencilZFail=e.stencilZFail,this.stencilZPass=e.stencilZPass,this.stencilWrite=e.stencilWrite;let t=e.clippingPlanes,n=null;if(t!==null){let r=t.length;n=new Array(r);for(let a=0;a!==r;++a)n[a]=t[a].clone()}return this.clippingPlanes=n,this.clipIntersection=e.clipIntersection,this.clipShadows=e.clipShadows,this.shadowSide=e.shadowSide,this.colorWrite=e.colorWrite,this.precision=e.precision,this.polygonOffset=e.polygonOffset,this.polygonOffsetFactor=e.polygonOffsetFactor,this.polygonOffsetUnits=e.polygonOffsetUnits,this.dithering=e.dithering,this.alphaTest=e.alphaTest,this.alphaHash=e.alphaHash,this.alphaToCoverage=e.alphaToCoverage,this.premultipliedAlpha=e.premultipliedAlpha,this.forceSinglePass=e.forceSinglePass,this.allowOverride=e.allowOverride,this.visible=e.visible,this.toneMapped=e.toneMapped,this.userData=JSON.parse(JSON.stringify(e.userData)),this}dispose(){this.dispatchEvent({type:"dispose"})}set needsUpdate(e){e===!0&&this.version++}};var yi=new j,Dc=new j,$a=new j,qa=new j,wo=class{constructor(e=new j,t=new j(0,0,-1)){this.origin=e,this.direction=t}set(e,t){return this.origin.copy(e),this.direction.copy(t),this}copy(e){return this.origin.copy(e.origin),this.direction.copy(e.direction),this}at(e,t){return t.copy(this.origin).addScaledVector(this.direction,e)}lookAt(e){return this.direction.copy(e).sub(this.origin).normalize(),this}recast(e){return this.origin.copy(this.at(e,yi)),this}closestPointToPoint(e,t){t.subVectors(e,this.origin);let n=t.dot(this.direction);return n<0?t.copy(this.origin):t.copy(this.origin).addScaledVector(this.direction,n)}distanceToPoint(e){return Math.sqrt(this.distanceSqToPoint(e))}distanceSqToPoint(e){let t=yi.subVectors(e,this.origin).dot(this.direction);return t<0?this.origin.distanceToSquared(e):(yi.copy(this.origin).addScaledVector(this.direction,t),yi.distanceToSquared(e))}distanceSqToSegment(e,t,n,r){Dc.copy(e).add(t).multiplyScalar(.5),$a.copy(t).sub(e).normalize(),qa.copy(this.origin).sub(Dc);let a=e.distanceTo(t)*.5,l=-this.direction.dot($a),c=qa.dot(this.direction),h=-qa.dot($a),d=qa.lengthSq(),p=Math.abs(1-l*l),m,v,y,S;if(p>0)if(m=l*h-c,v=l*c-h,S=a*p,m>=0)if(v>=-S)if(v<=S){let T=1/p;m*=T,v*=T,y=m*(m+l*v+2*c)+v*(l*m+v+2*h)+d}else v=a,m=Math.max(0,-(l*v+c)),y=-m*m+v*(v+2*h)+d;else v=-a,m=Math.max(0,-(l*v+c)),y=-m*m+v*(v+2*h)+d;else v<=-S?(m=Math.max(0,-(-l*a+c)),v=m>0?-a:Math.min(Math.max(-a,-h),a),y=-m*m+v*(v+2*h)+d):v<=S?(m=0,v=Math.min(Math.max(-a,-h),a),y=v*(v+2*h)+d):(m=Math.max(0,-(l*a+c)),v=m>0?a:Math.min(Math.max(-a,-h),a),y=-m*m+v*(v+2*h)+d);else v=l>0?-a:a,m=Math.max(0,-(l*v+c)),y=-m*m+v*(v+2*h)+d;return n&&n.copy(this.origin).addScaledVector(this.direction,m),r&&r.copy(Dc).addScaledVector($a,v),y}intersectSphere(e,t){if(e.radius<0)return null;yi.subVectors(e.center,this.origin);let n=yi.dot(this.direction),r=yi.dot(yi)-n*n,a=e.radius*e.radius;if(r>a)return null;let l=Math.sqrt(a-r),c=n-l,h=n+l;return h<0?null:c<0?this.at(h,t):this.at(c,t)}intersectsSphere(e){return e.radius<0?!1:this.distanceSqToPoint(e.center)<=e.radius*e.radius}distanceToPlane(e){let t=e.normal.dot(this.direction);if(t===0)return e.distanceToPoint(this.origin)===0?0:null;let n=-(this.origin.dot(e.normal)+e.constant)/t;return n>=0?n:null}intersectPlane(e,t){let n=this.distanceToPlane(e);return n===null?null:this.at(n,t)}intersectsPlane(e){let t=e.distanceToPoint(this.origin);return t===0||e.normal.dot(this.direction)*t<0}intersectBox(e,t){let n,r,a,l,c,h,d=1/this.direction.x,p=1/this.direction.y,m=1/this.direction.z,v=this.origin;return d>=0?(n=(e.min.x-v.x)*d,r=(e.max.x-v.x)*d):(n=(e.max.x-v.x)*d,r=(e.min.x-v.x)*d),p>=0?(a=(e.min.y-v.y)*p,l=(e.max.y-v.y)*p):(a=(e.max.y-v.y)*p,l=(e.min.y-v.y)*p),n>l||a>r||((a>n||isNaN(n))&&(n=a),(l<r||isNaN(r))&&(r=l),m>=0?(c=(e.min.z-v.z)*m,h=(e.max.z-v.z)*m):(c=(e.max.z-v.z)*m,h=(e.min.z-v.z)*m),n>h||c>r)||((c>n||n!==n)&&(n=c),(h<r||r!==r)&&(r=h),r<0)?null:this.at(n>=0?n:r,t)}intersectsBox(e){return this.intersectBox(e,yi)!==null}intersectTriangle(e,t,n,r,a){let l=this.origin,c=this.direction,h=c.x,d=c.y,p=c.z,m=e.x-l.x,v=e.y-l.y,y=e.z-l.z,S=t.x-l.x,T=t.y-l.y,_=t.z-l.z,x=n.x-l.x,C=n.y-l.y,A=n.z-l.z,b=Math.abs(h),F=Math.abs(d),N=Math.abs(p),M,I,G,k,O,X,Z,z,K,V,ee,ge;if(b>=F&&b>=N?(G=h,X=m,K=S,ge=x,h>=0?(M=d,I=p,k=v,O=y,Z=T,z=_,V=C,ee=A):(M=p,I=d,k=y,O=v,Z=_,z=T,V=A,ee=C)):F>=N?(G=d,X=v,K=T,ge=C,d>=0?(M=p,I=h,k=y,O=m,Z=_,z=S,V=A,ee=x):(M=h,I=p,k=m,O=y,Z=S,z=_,V=x,ee=A)):(G=p,X=y,K=_,ge=A,p>=0?(M=h,I=d,k=m,O=v,Z=S,z=T,V=x,ee=C):(M=d,I=h,k=v,O=m,Z=T,z=S,V=C,ee=x)),G===0)return null;let re=M/G,H=I/G,ue=1/G,Re=k-re*X,Ve=O-H*X,he=Z-re*K,Ue=z-H*K,Pe=V-re*ge,Me=ee-H*ge,me=Pe*Ue-Me*he,$e=Re*Me-Ve*Pe,Tt=he*Ve-Ue*Re;if(r){if(me<0||$e<0||Tt<0)return null}else if((me<0||$e<0||Tt<0)&&(me>0||$e>0||Tt>0))return null;let je=me+$e+Tt;if(je===0)return null;let dt=ue*(me*X+$e*K+Tt*ge);return(je>0?dt<0:dt>0)?null:this.at(dt/je,a)}applyMatrix4(e){return this.origin.applyMatrix4(e),this.direction.transformDirection(e),this}equals(e){return e.origin.equals(this.origin)&&e.direction.equals(this.direction)}clone(){return new this.constructor().copy(this)}},qn=class extends bi{constructor(e){super(),this.isMeshBasicMaterial=!0,this.type="MeshBasicMaterial",this.color=new it(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new Mi,this.combine=tu,this.reflectivity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.specularMap=e.specularMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.combine=e.combine,this.reflectivity=e.reflectivity,this.refractionRatio=e.refractionRatio,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.fog=e.fog,this}},ad=new Rt,ir=new wo,Ya=new Oi,od=new j,Ja=new j,Za=new j,ja=new j,Fc=new j,Ka=new j,ld=new j,Qa=new j,$t=class extends _n{constructor(e=new un,t=new qn){super(),this.isMesh=!0,this.type="Mesh",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.count=1,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}updateMorphTargets(){let t=this.geometry.morphAttributes,n=Object.keys(t);if(n.length>0){let r=t[n[0]];if(r!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let a=0,l=r.length;a<l;a++){let c=r[a].name||String(a);this.morphTargetInfluences.push(0),this.morphTargetDictionary[c]=a}}}}getVertexPosition(e,t){let n=this.geometry,r=n.attributes.position,a=n.morphAttributes.position,l=n.morphTargetsRelative;t.fromBufferAttribute(r,e);let c=this.morphTargetInfluences;if(a&&c){Ka.set(0,0,0);for(let h=0,d=a.length;h<d;h++){let p=c[h],m=a[h];p!==0&&(Fc.fromBufferAttribute(m,e),l?Ka.addScaledVector(Fc,p):Ka.addScaledVector(Fc.sub(t),p))}t.add(Ka)}return t}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let n=this.geometry,r=this.material,a=this.matrixWorld;r!==void 0&&(n.boundingSphere===null&&n.computeBoundingSphere(),Ya.copy(n.boundingSphere),Ya.applyMatrix4(a),ir.copy(e.ray).recast(e.near),!(Ya.containsPoint(ir.origin)===!1&&(ir.intersectSphere(Ya,od)===null||ir.origin.distanceToSquared(od)>(e.far-e.near)**2))&&(ad.copy(a).invert(),ir.copy(e.ray).applyMatrix4(ad),!(n.boundingBox!==null&&ir.intersectsBox(n.boundingBox)===!1)&&this._computeIntersections(e,t,ir)))}_computeIntersections(e,t,n){let r,a=this.geometry,l=this.material,c=a.index,h=a.attributes.position,d=a.attributes.uv,p=a.attributes.uv1,m=a.attributes.normal,v=a.groups,y=a.drawRange;if(c!==null)if(Array.isArray(l))for(let S=0,T=v.length;S<T;S++){let _=v[S],x=l[_.materialIndex],C=Math.max(_.start,y.start),A=Math.min(c.count,Math.min(_.start+_.count,y.start+y.count));for(let b=C,F=A;b<F;b+=3){let N=c.getX(b),M=c.getX(b+1),I=c.getX(b+2);r=eo(this,x,e,n,d,p,m,N,M,I),r&&(r.faceIndex=Math.floor(b/3),r.face.materialIndex=_.materialIndex,t.push(r))}}else{let S=Math.max(0,y.start),T=Math.min(c.count,y.start+y.count);for(let _=S,x=T;_<x;_+=3){let C=c.getX(_),A=c.getX(_+1),b=c.getX(_+2);r=eo(this,l,e,n,d,p,m,C,A,b),r&&(r.faceIndex=Math.floor(_/3),t.push(r))}}else if(h!==void 0)if(Array.isArray(l))for(let S=0,T=v.length;S<T;S++){let _=v[S],x=l[_.materialIndex],C=Math.max(_.start,y.start),A=Math.min(h.count,Math.min(_.start+_.count,y.start+y.count));for(let b=C,F=A;b<F;b+=3){let N=b,M=b+1,I=b+2;r=eo(this,x,e,n,d,p,m,N,M,I),r&&(r.faceIndex=Math.floor(b/3),r.face.materialIndex=_.materialIndex,t.push(r))}}else{let S=Math.max(0,y.start),T=Math.min(h.count,y.start+y.count);for(let _=S,x=T;_<x;_+=3){let C=_,A=_+1,b=_+2;r=eo(this,l,e,n,d,p,m,C,A,b),r&&(r.faceIndex=Math.floor(_/3),t.push(r))}}}};function Uy(i,e,t,n,r,a,l,c){let h;if(e.side===wn?h=n.intersectTriangle(l,a,r,!0,c):h=n.intersectTriangle(r,a,l,e.side===Wi,c),h===null)return null;Qa.copy(c),Qa.applyMatrix4(i.matrixWorld);let d=t.ray.origin.distanceTo(Qa);return d<t.near||d>t.far?null:{distance:d,point:Qa.clone(),object:i}}function eo(i,e,t,n,r,a,l,c,h,d){i.getVertexPosition(c,Ja),i.getVertexPosition(h,Za),i.getVertexPosition(d,ja);let p=Uy(i,e,t,n,Ja,Za,ja,ld);if(p){let m=new j;Ui.getBarycoord(ld,Ja,Za,ja,m),r&&(p.uv=Ui.getInterpolatedAttribute(r,c,h,d,m,new Ge)),a&&(p.uv1=Ui.getInterpolatedAttribute(a,c,h,d,m,new Ge)),l&&(p.normal=Ui.getInterpolatedAttribute(l,c,h,d,m,new j),p.normal.dot(n.direction)>0&&p.normal.multiplyScalar(-1));let v={a:c,b:h,c:d,normal:new j,materialIndex:0};Ui.getNormal(Ja,Za,ja,v.normal),p.face=v,p.barycoord=m}return p}var Ts=class extends bn{constructor(e=null,t=1,n=1,r,a,l,c,h,d=on,p=on,m,v){super(null,l,c,h,d,p,r,a,m,v),this.isDataTexture=!0,this.image={data:e,width:t,height:n},this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}};var As=class extends an{constructor(e,t,n,r=1){super(e,t,n),this.isInstancedBufferAttribute=!0,this.meshPerAttribute=r}copy(e){return super.copy(e),this.meshPerAttribute=e.meshPerAttribute,this}toJSON(){let e=super.toJSON();return e.meshPerAttribute=this.meshPerAttribute,e.isInstancedBufferAttribute=!0,e}},Rr=new Rt,cd=new Rt,to=[],ud=new oi,Oy=new Rt,us=new $t,hs=new Oi,Rs=class extends $t{constructor(e,t,n){super(e,t),this.isInstancedMesh=!0,this.instanceMatrix=new As(new Float32Array(n*16),16),this.instanceColor=null,this.morphTexture=null,this.count=n,this.boundingBox=null,this.boundingSphere=null;for(let r=0;r<n;r++)this.setMatrixAt(r,Oy)}computeBoundingBox(){let e=this.geometry,t=this.count;this.boundingBox===null&&(this.boundingBox=new oi),e.boundingBox===null&&e.computeBoundingBox(),this.boundingBox.makeEmpty();for(let n=0;n<t;n++)this.getMatrixAt(n,Rr),ud.copy(e.boundingBox).applyMatrix4(Rr),this.boundingBox.union(ud)}computeBoundingSphere(){let e=this.geometry,t=this.count;this.boundingSphere===null&&(this.boundingSphere=new Oi),e.boundingSphere===null&&e.computeBoundingSphere(),this.boundingSphere.makeEmpty();for(let n=0;n<t;n++)this.getMatrixAt(n,Rr),hs.copy(e.boundingSphere).applyMatrix4(Rr),this.boundingSphere.union(hs)}copy(e,t){return super.copy(e,t),this.instanceMatrix.copy(e.instanceMatrix),this.morphTexture=e.morphTexture!==null?e.morphTexture.clone():null,this.instanceColor=e.instanceColor!==null?e.instanceColor.clone():null,this.count=e.count,this.boundingBox=e.boundingBox!==null?e.boundingBox.clone():null,this.boundingSphere=e.boundingSphere!==null?e.boundingSphere.clone():null,this}getColorAt(e,t){return this.instanceColor===null?t.setRGB(1,1,1):t.fromArray(this.instanceColor.array,e*3)}getMatrixAt(e,t){return t.fromArray(this.instanceMatrix.array,e*16)}getMorphAt(e,t){let n=t.morphTargetInfluences,r=this.morphTexture.source.data.data,a=n.length+1,l=e*a+1;for(let c=0;c<n.length;c++)n[c]=r[l+c]}raycast(e,t){let n=this.matrixWorld,r=this.count;if(us.geometry=this.geometry,us.material=this.material,us.material!==void 0&&(this.boundingSphere===null&&this.computeBoundingSphere(),hs.copy(this.boundingSphere),hs.applyMatrix4(n),e.ray.intersectsSphere(hs)!==!1))for(let a=0;a<r;a++){this.getMatrixAt(a,Rr),cd.multiplyMatrices(n,Rr),us.matrixWorld=cd,us.raycast(e,to);for(let l=0,c=to.length;l<c;l++){let h=to[l];h.instanceId=a,h.object=this,t.push(h)}to.length=0}}setColorAt(e,t){return this.instanceColor===null&&(this.instanceColor=new As(new Float32Array(this.instanceMatrix.count*3).fill(1),3)),t.toArray(this.instanceColor.array,e*3),this}setMatrixAt(e,t){return t.toArray(this.instanceMatrix.array,e*16),this}setMorphAt(e,t){let n=t.morphTargetInfluences,r=n.length+1;this.morphTexture===null&&(this.morphTexture=new Ts(new Float32Array(r*this.count),r,this.count,Qo,Bn));let a=this.morphTexture.source.data.data,l=0;for(let d=0;d<n.length;d++)l+=n[d];let c=this.geometry.morphTargetsRelative?1:1-l,h=r*e;return a[h]=c,a.set(n,h+1),this}updateMorphTargets(){}dispose(){super.dispose(),this.instanceMatrix.dispose(),this.instanceColor!==null&&this.instanceColor.dispose(),this.morphTexture!==null&&(this.morphTexture.dispose(),this.morphTexture=null)}},rr=new Oi,By=new Ge(.5,.5),no=new j,Bi=class{constructor(e=new Xn,t=new Xn,n=new Xn,r=new Xn,a=new Xn,l=new Xn){this.planes=[e,t,n,r,a,l]}set(e,t,n,r,a,l){let c=this.planes;return c[0].copy(e),c[1].copy(t),c[2].copy(n),c[3].copy(r),c[4].copy(a),c[5].copy(l),this}copy(e){let t=this.planes;for(let n=0;n<6;n++)t[n].copy(e.planes[n]);return this}setFromProjectionMatrix(e,t=On,n=!1){let r=this.planes,a=e.elements,l=a[0],c=a[1],h=a[2],d=a[3],p=a[4],m=a[5],v=a[6],y=a[7],S=a[8],T=a[9],_=a[10],x=a[11],C=a[12],A=a[13],b=a[14],F=a[15];if(r[0].setComponents(d-l,y-p,x-S,F-C).normalize(),r[1].setComponents(d+l,y+p,x+S,F+C).normalize(),r[2].setComponents(d+c,y+m,x+T,F+A).normalize(),r[3].setComponents(d-c,y-m,x-T,F-A).normalize(),n)r[4].setComponents(h,v,_,b).normalize(),r[5].setComponents(d-h,y-v,x-_,F-b).normalize();else if(r[4].setComponents(d-h,y-v,x-_,F-b).normalize(),t===On)r[5].setComponents(d+h,y+v,x+_,F+b).normalize();else if(t===Ur)r[5].setComponents(h,v,_,b).normalize();else throw new Error("THREE.Frustum.setFromProjectionMatrix(): Invalid coordinate system: "+t);return this}intersectsObject(e){if(e.boundingSphere!==void 0)e.boundingSphere===null&&e.computeBoundingSphere(),rr.copy(e.boundingSphere).applyMatrix4(e.matrixWorld);else{let t=e.geometry;t.boundingSphere===null&&t.computeBoundingSphere(),rr.copy(t.boundingSphere).applyMatrix4(e.matrixWorld)}return this.intersectsSphere(rr)}intersectsSprite(e){rr.center.set(0,0,0);let t=By.distanceTo(e.center);return rr.radius=.7071067811865476+t,rr.applyMatrix4(e.matrixWorld),this.intersectsSphere(rr)}intersectsSphere(e){let t=this.planes,n=e.center,r=-e.radius;for(let a=0;a<6;a++)if(t[a].distanceToPoint(n)<r)return!1;return!0}intersectsBox(e){let t=this.planes;for(let n=0;n<6;n++){let r=t[n];if(no.x=r.normal.x>0?e.max.x:e.min.x,no.y=r.normal.y>0?e.max.y:e.min.y,no.z=r.normal.z>0?e.max.z:e.min.z,r.distanceToPoint(no)<0)return!1}return!0}containsPoint(e){let t=this.planes;for(let n=0;n<6;n++)if(t[n].distanceToPoint(e)<0)return!1;return!0}clone(){return new this.constructor().copy(this)}},hd=new Rt,Eo=class i{constructor(){this.coordinateSystem=On,this._frustums=[],this._count=0}setFromArrayCamera(e){let t=e.cameras,n=this._frustums;for(let r=0;r<t.length;r++){let a=t[r];hd.multiplyMatrices(a.projectionMatrix,a.matrixWorldInverse),n[r]===void 0&&(n[r]=new Bi),n[r].setFromProjectionMatrix(hd,a.coordinateSystem,a.reversedDepth)}return this._count=t.length,this}getFrustum(e){return this._frustums[e]}intersectsObject(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsObject(e))return!0;return!1}intersectsSprite(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsSprite(e))return!0;return!1}intersectsSphere(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsSphere(e))return!0;return!1}intersectsBox(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsBox(e))return!0;return!1}containsPoint(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].containsPoint(e))return!0;return!1}copy(e){this.coordinateSystem=e.coordinateSystem;let t=this._frustums,n=e._frustums;for(let r=0;r<e._count;r++)t[r]===void 0&&(t[r]=new Bi),t[r].copy(n[r]);return this._count=e._count,this}clone(){return new i().copy(this)}};var Cs=class extends bn{constructor(e=[],t=ur,n,r,a,l,c,h,d,p){super(e,t,n,r,a,l,c,h,d,p),this.isCubeTexture=!0,this.flipY=!1}get images(){return this.image}set images(e){this.image=e}},Ps=class extends bn{constructor(e,t,n,r,a,l,c,h,d){super(e,t,n,r,a,l,c,h,d),this.isCanvasTexture=!0,this.needsUpdate=!0}};var wi=class extends bn{constructor(e,t,n=Yn,r,a,l,c=on,h=on,d,p=Si,m=1){if(p!==Si&&p!==Ti)throw new Error("THREE.DepthTexture: format must be either THREE.DepthFormat or THREE.DepthStencilFormat");let v={width:e,height:t,depth:m};super(v,r,a,l,c,h,p,n,d),this.isDepthTexture=!0,this.flipY=!1,this.generateMipmaps=!1,this.compareFunction=null}copy(e){return super.copy(e),this.source=new Br(Object.assign({},e.image)),this.compareFunction=e.compareFunction,this}toJSON(e){let t=super.toJSON(e);return t.compareFunction=this.compareFunction,t}},Is=class extends wi{constructor(e,t=Yn,n=ur,r,a,l=on,c=on,h,d=Si){let p={width:e,height:e,depth:1},m=[p,p,p,p,p,p];super(e,e,t,n,r,a,l,c,h,d),this.image=m,this.isCubeDepthTexture=!0,this.isCubeTexture=!0}get images(){return this.image}set images(e){this.image=e}},Ls=class extends bn{constructor(e=null){super(),this.sourceTexture=e,this.isExternalTexture=!0}copy(e){return super.copy(e),this.sourceTexture=e.sourceTexture,this}},ki=class i extends un{constructor(e=1,t=1,n=1,r=1,a=1,l=1){super(),this.type="BoxGeometry",this.parameters={width:e,height:t,depth:n,widthSegments:r,heightSegments:a,depthSegments:l};let c=this;r=Math.floor(r),a=Math.floor(a),l=Math.floor(l);let h=[],d=[],p=[],m=[],v=0,y=0;S("z","y","x",-1,-1,n,t,e,l,a,0),S("z","y","x",1,-1,n,t,-e,l,a,1),S("x","z","y",1,1,e,n,t,r,l,2),S("x","z","y",1,-1,e,n,-t,r,l,3),S("x","y","z",1,-1,e,t,n,r,a,4),S("x","y","z",-1,-1,e,t,-n,r,a,5),this.setIndex(h),this.setAttribute("position",new Ut(d,3)),this.setAttribute("normal",new Ut(p,3)),this.setAttribute("uv",new Ut(m,2));function S(T,_,x,C,A,b,F,N,M,I,G){let k=b/M,O=F/I,X=b/2,Z=F/2,z=N/2,K=M+1,V=I+1,ee=0,ge=0,re=new j;for(let H=0;H<V;H++){let ue=H*O-Z;for(let Re=0;Re<K;Re++){let Ve=Re*k-X;re[T]=Ve*C,re[_]=ue*A,re[x]=z,d.push(re.x,re.y,re.z),re[T]=0,re[_]=0,re[x]=N>0?1:-1,p.push(re.x,re.y,re.z),m.push(Re/M),m.push(1-H/I),ee+=1}}for(let H=0;H<I;H++)for(let ue=0;ue<M;ue++){let Re=v+ue+K*H,Ve=v+ue+K*(H+1),he=v+(ue+1)+K*(H+1),Ue=v+(ue+1)+K*H;h.push(Re,Ve,Ue),h.push(Ve,he,Ue),ge+=6}c.addGroup(y,ge,G),y+=ge,v+=ee}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.width,e.height,e.depth,e.widthSegments,e.heightSegments,e.depthSegments)}},zr=class i extends un{constructor(e=1,t=1,n=4,r=8,a=1){super(),this.type="CapsuleGeometry",this.parameters={radius:e,height:t,capSegments:n,radialSegments:r,heightSegments:a},t=Math.max(0,t),n=Math.max(1,Math.floor(n)),r=Math.max(3,Math.floor(r)),a=Math.max(1,Math.floor(a));let l=[],c=[],h=[],d=[],p=t/2,m=Math.PI/2*e,v=t,y=2*m+v,S=n*2+a,T=r+1,_=new j,x=new j;for(let C=0;C<=S;C++){let A=0,b=0,F=0,N=0;if(C<=n){let G=C/n,k=G*Math.PI/2;b=-p-e*Math.cos(k),F=e*Math.sin(k),N=-e*Math.cos(k),A=G*m}else if(C<=n+a){let G=(C-n)/a;b=-p+G*t,F=e,N=0,A=m+G*v}else{let G=(C-n-a)/n,k=G*Math.PI/2;b=p+e*Math.sin(k),F=e*Math.cos(k),N=e*Math.sin(k),A=m+v+G*m}let M=Math.max(0,Math.min(1,A/y)),I=0;C===0?I=.5/r:C===S&&(I=-.5/r);for(let G=0;G<=r;G++){let k=G/r,O=k*Math.PI*2,X=Math.sin(O),Z=Math.cos(O);x.x=-F*Z,x.y=b,x.z=F*X,c.push(x.x,x.y,x.z),_.set(-F*Z,N,F*X),_.normalize(),h.push(_.x,_.y,_.z),d.push(k+I,M)}if(C>0){let G=(C-1)*T;for(let k=0;k<r;k++){let O=G+k,X=G+k+1,Z=C*T+k,z=C*T+k+1;l.push(O,X,Z),l.push(X,z,Z)}}}this.setIndex(l),this.setAttribute("position",new Ut(c,3)),this.setAttribute("normal",new Ut(h,3)),this.setAttribute("uv",new Ut(d,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.radius,e.height,e.capSegments,e.radialSegments,e.heightSegments)}};var Ds=class i extends un{constructor(e=1,t=1,n=1,r=32,a=1,l=!1,c=0,h=Math.PI*2){super(),this.type="CylinderGeometry",this.parameters={radiusTop:e,radiusBottom:t,height:n,radialSegments:r,heightSegments:a,openEnded:l,thetaStart:c,thetaLength:h};let d=this;r=Math.floor(r),a=Math.floor(a);let p=[],m=[],v=[],y=[],S=0,T=[],_=n/2,x=0;C(),l===!1&&(e>0&&A(!0),t>0&&A(!1)),this.setIndex(p),this.setAttribute("position",new Ut(m,3)),this.setAttribute("normal",new Ut(v,3)),this.setAttribute("uv",new Ut(y,2));function C(){let b=new j,F=new j,N=0,M=(t-e)/n;for(let I=0;I<=a;I++){let G=[],k=I/a,O=k*(t-e)+e;for(let X=0;X<=r;X++){let Z=X/r,z=Z*h+c,K=Math.sin(z),V=Math.cos(z);F.x=O*K,F.y=-k*n+_,F.z=O*V,m.push(F.x,F.y,F.z),b.set(K,M,V).normalize(),v.push(b.x,b.y,b.z),y.push(Z,1-k),G.push(S++)}T.push(G)}for(let I=0;I<r;I++)for(let G=0;G<a;G++){let k=T[G][I],O=T[G+1][I],X=T[G+1][I+1],Z=T[G][I+1];(e>0||G!==0)&&(p.push(k,O,Z),N+=3),(t>0||G!==a-1)&&(p.push(O,X,Z),N+=3)}d.addGroup(x,N,0),x+=N}function A(b){let F=S,N=new Ge,M=new j,I=0,G=b===!0?e:t,k=b===!0?1:-1;for(let X=1;X<=r;X++)m.push(0,_*k,0),v.push(0,k,0),y.push(.5,.5),S++;let O=S;for(let X=0;X<=r;X++){let z=X/r*h+c,K=Math.cos(z),V=Math.sin(z);M.x=G*V,M.y=_*k,M.z=G*K,m.push(M.x,M.y,M.z),v.push(0,k,0),N.x=K*.5+.5,N.y=V*.5*k+.5,y.push(N.x,N.y),S++}for(let X=0;X<r;X++){let Z=F+X,z=O+X;b===!0?p.push(z,z+1,Z):p.push(z+1,z,Z),I+=3}d.addGroup(x,I,b===!0?1:2),x+=I}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.radiusTop,e.radiusBottom,e.height,e.radialSegments,e.heightSegments,e.openEnded,e.thetaStart,e.thetaLength)}};var In=class{constructor(){this.type="Curve",this.arcLengthDivisions=200,this.needsUpdate=!1,this.cacheArcLengths=null}getPoint(){rt("Curve: .getPoint() not implemented.")}getPointAt(e,t){let n=this.getUtoTmapping(e);return this.getPoint(n,t)}getPoints(e=5){let t=[];for(let n=0;n<=e;n++)t.push(this.getPoint(n/e));return t}getSpacedPoints(e=5){let t=[];for(let n=0;n<=e;n++)t.push(this.getPointAt(n/e));return t}getLength(){let e=this.getLengths();return e[e.length-1]}getLengths(e=this.arcLengthDivisions){if(this.cacheArcLengths&&this.cacheArcLengths.length===e+1&&!this.needsUpdate)return this.cacheArcLengths;this.needsUpdate=!1;let t=[],n,r=this.getPoint(0),a=0;t.push(0);for(let l=1;l<=e;l++)n=this.getPoint(l/e),a+=n.distanceTo(r),t.push(a),r=n;return this.cacheArcLengths=t,t}updateArcLengths(){this.needsUpdate=!0,this.getLengths()}getUtoTmapping(e,t=null){let n=this.getLengths(),r=0,a=n.length,l;t?l=t:l=e*n[a-1];let c=0,h=a-1,d;for(;c<=h;)if(r=Math.floor(c+(h-c)/2),d=n[r]-l,d<0)c=r+1;else if(d>0)h=r-1;else{h=r;break}if(r=h,n[r]===l)return r/(a-1);let p=n[r],v=n[r+1]-p,y=(l-p)/v;return(r+y)/(a-1)}getTangent(e,t){let r=e-1e-4,a=e+1e-4;r<0&&(r=0),a>1&&(a=1);let l=this.getPoint(r),c=this.getPoint(a),h=t||(l.isVector2?new Ge:new j);return h.copy(c).sub(l).normalize(),h}getTangentAt(e,t){let n=this.getUtoTmapping(e);return this.getTangent(n,t)}computeFrenetFrames(e,t=!1){let n=new j,r=[],a=[],l=[],c=new j,h=new Rt;for(let y=0;y<=e;y++){let S=y/e;r[y]=this.getTangentAt(S,new j)}a[0]=new j,l[0]=new j;let d=Number.MAX_VALUE,p=Math.abs(r[0].x),m=Math.abs(r[0].y),v=Math.abs(r[0].z);p<=d&&(d=p,n.set(1,0,0)),m<=d&&(d=m,n.set(0,1,0)),v<=d&&n.set(0,0,1),c.crossVectors(r[0],n).normalize(),a[0].crossVectors(r[0],c),l[0].crossVectors(r[0],a[0]);for(let y=1;y<=e;y++){if(a[y]=a[y-1].clone(),l[y]=l[y-1].clone(),c.crossVectors(r[y-1],r[y]),c.length()>Number.EPSILON){c.normalize();let S=Math.acos(vt(r[y-1].dot(r[y]),-1,1));a[y].applyMatrix4(h.makeRotationAxis(c,S))}l[y].crossVectors(r[y],a[y])}if(t===!0){let y=Math.acos(vt(a[0].dot(a[e]),-1,1));y/=e,r[0].dot(c.crossVectors(a[0],a[e]))>0&&(y=-y);for(let S=1;S<=e;S++)a[S].applyMatrix4(h.makeRotationAxis(r[S],y*S)),l[S].crossVectors(r[S],a[S])}return{tangents:r,normals:a,binormals:l}}clone(){return new this.constructor().copy(this)}copy(e){return this.arcLengthDivisions=e.arcLengthDivisions,this.cacheArcLengths=null,this}toJSON(){let e={metadata:{version:4.7,type:"Curve",generator:"Curve.toJSON"}};return e.arcLengthDivisions=this.arcLengthDivisions,e.type=this.type,e}fromJSON(e){return this.arcLengthDivisions=e.arcLengthDivisions,this.cacheArcLengths=null,this}},Gr=class extends In{constructor(e=0,t=0,n=1,r=1,a=0,l=Math.PI*2,c=!1,h=0){super(),this.isEllipseCurve=!0,this.type="EllipseCurve",this.aX=e,this.aY=t,this.xRadius=n,this.yRadius=r,this.aStartAngle=a,this.aEndAngle=l,this.aClockwise=c,this.aRotation=h}getPoint(e,t=new Ge){let n=t,r=Math.PI*2,a=this.aEndAngle-this.aStartAngle,l=Math.abs(a)<Number.EPSILON;for(;a<0;)a+=r;for(;a>r;)a-=r;a<Number.EPSILON&&(l?a=0:a=r),this.aClockwise===!0&&!l&&(a===r?a=-r:a=a-r);let c=this.aStartAngle+e*a,h=this.aX+this.xRadius*Math.cos(c),d=this.aY+this.yRadius*Math.sin(c);if(this.aRotation!==0){let p=Math.cos(this.aRotation),m=Math.sin(this.aRotation),v=h-this.aX,y=d-this.aY;h=v*p-y*m+this.aX,d=v*m+y*p+this.aY}return n.set(h,d)}copy(e){return super.copy(e),this.aX=e.aX,this.aY=e.aY,this.xRadius=e.xRadius,this.yRadius=e.yRadius,this.aStartAngle=e.aStartAngle,this.aEndAngle=e.aEndAngle,this.aClockwise=e.aClockwise,this.aRotation=e.aRotation,this}toJSON(){let e=super.toJSON();return e.aX=this.aX,e.aY=this.aY,e.xRadius=this.xRadius,e.yRadius=this.yRadius,e.aStartAngle=this.aStartAngle,e.aEndAngle=this.aEndAngle,e.aClockwise=this.aClockwise,e.aRotation=this.aRotation,e}fromJSON(e){return super.fromJSON(e),this.aX=e.aX,this.aY=e.aY,this.xRadius=e.xRadius,this.yRadius=e.yRadius,this.aStartAngle=e.aStartAngle,this.aEndAngle=e.aEndAngle,this.aClockwise=e.aClockwise,this.aRotation=e.aRotation,this}},To=class extends Gr{constructor(e,t,n,r,a,l){super(e,t,n,n,r,a,l),this.isArcCurve=!0,this.type="ArcCurve"}};function Mu(){let i=0,e=0,t=0,n=0;function r(a,l,c,h){i=a,e=c,t=-3*a+3*l-2*c-h,n=2*a-2*l+c+h}return{initCatmullRom:function(a,l,c,h,d){r(l,c,d*(c-a),d*(h-l))},initNonuniformCatmullRom:function(a,l,c,h,d,p,m){let v=(l-a)/d-(c-a)/(d+p)+(c-l)/p,y=(c-l)/p-(h-l)/(p+m)+(h-c)/m;v*=p,y*=p,r(l,c,v,y)},calc:function(a){let l=a*a,c=l*a;return i+e*a+t*l+n*c}}}var dd=new j,fd=new j,Nc=new Mu,Uc=new Mu,Oc=new Mu,Ao=class extends In{constructor(e=[],t=!1,n="centripetal",r=.5){super(),this.isCatmullRomCurve3=!0,this.type="CatmullRomCurve3",this.points=e,this.closed=t,this.curveType=n,this.tension=r}getPoint(e,t=new j){let n=t,r=this.points,a=r.length,l=(a-(this.closed?0:1))*e,c=Math.floor(l),h=l-c;this.closed?c+=c>0?0:(Math.floor(Math.abs(c)/a)+1)*a:h===0&&c===a-1&&(c=a-2,h=1);let d,p;this.closed||c>0?d=r[(c-1)%a]:(fd.subVectors(r[0],r[1]).add(r[0]),d=fd);let m=r[c%a],v=r[(c+1)%a];if(this.closed||c+2<a?p=r[(c+2)%a]:(dd.subVectors(r[a-1],r[a-2]).add(r[a-1]),p=dd),this.curveType==="centripetal"||this.curveType==="chordal"){let y=this.curveType==="chordal"?.5:.25,S=Math.pow(d.distanceToSquared(m),y),T=Math.pow(m.distanceToSquared(v),y),_=Math.pow(v.distanceToSquared(p),y);T<1e-4&&(T=1),S<1e-4&&(S=T),_<1e-4&&(_=T),Nc.initNonuniformCatmullRom(d.x,m.x,v.x,p.x,S,T,_),Uc.initNonuniformCatmullRom(d.y,m.y,v.y,p.y,S,T,_),Oc.initNonuniformCatmullRom(d.z,m.z,v.z,p.z,S,T,_)}else this.curveType==="catmullrom"&&(Nc.initCatmullRom(d.x,m.x,v.x,p.x,this.tension),Uc.initCatmullRom(d.y,m.y,v.y,p.y,this.tension),Oc.initCatmullRom(d.z,m.z,v.z,p.z,this.tension));return n.set(Nc.calc(h),Uc.calc(h),Oc.calc(h)),n}copy(e){super.copy(e),this.points=[];for(let t=0,n=e.points.length;t<n;t++){let r=e.points[t];this.points.push(r.clone())}return this.closed=e.closed,this.curveType=e.curveType,this.tension=e.tension,this}toJSON(){let e=super.toJSON();e.points=[];for(let t=0,n=this.points.length;t<n;t++){let r=this.points[t];e.points.push(r.toArray())}return e.closed=this.closed,e.curveType=this.curveType,e.tension=this.tension,e}fromJSON(e){super.fromJSON(e),this.points=[];for(let t=0,n=e.points.length;t<n;t++){let r=e.points[t];this.points.push(new j().fromArray(r))}return this.closed=e.closed,this.curveType=e.curveType,this.tension=e.tension,this}};function pd(i,e,t,n,r){let a=(n-e)*.5,l=(r-t)*.5,c=i*i,h=i*c;return(2*t-2*n+a+l)*h+(-3*t+3*n-2*a-l)*c+a*i+t}function ky(i,e){let t=1-i;return t*t*e}function zy(i,e){return 2*(1-i)*i*e}function Gy(i,e){return i*i*e}function ps(i,e,t,n){return ky(i,e)+zy(i,t)+Gy(i,n)}function Hy(i,e){let t=1-i;return t*t*t*e}function Vy(i,e){let t=1-i;return 3*t*t*i*e}function Wy(i,e){return 3*(1-i)*i*i*e}function Xy(i,e){return i*i*i*e}function ms(i,e,t,n,r){return Hy(i,e)+Vy(i,t)+Wy(i,n)+Xy(i,r)}var Fs=class extends In{constructor(e=new Ge,t=new Ge,n=new Ge,r=new Ge){super(),this.isCubicBezierCurve=!0,this.type="CubicBezierCurve",this.v0=e,this.v1=t,this.v2=n,this.v3=r}getPoint(e,t=new Ge){let n=t,r=this.v0,a=this.v1,l=this.v2,c=this.v3;return n.set(ms(e,r.x,a.x,l.x,c.x),ms(e,r.y,a.y,l.y,c.y)),n}copy(e){return super.copy(e),this.v0.copy(e.v0),this.v1.copy(e.v1),this.v2.copy(e.v2),this.v3.copy(e.v3),this}toJSON(){let e=super.toJSON();return e.v0=this.v0.toArray(),e.v1=this.v1.toArray(),e.v2=this.v2.toArray(),e.v3=this.v3.toArray(),e}fromJSON(e){return super.fromJSON(e),this.v0.fromArray(e.v0),this.v1.fromArray(e.v1),this.v2.fromArray(e.v2),this.v3.fromArray(e.v3),this}},Ro=class extends In{constructor(e=new j,t=new j,n=new j,r=new j){super(),this.isCubicBezierCurve3=!0,this.type="CubicBezierCurve3",this.v0=e,this.v1=t,this.v2=n,this.v3=r}getPoint(e,t=new j){let n=t,r=this.v0,a=this.v1,l=this.v2,c=this.v3;return n.set(ms(e,r.x,a.x,l.x,c.x),ms(e,r.y,a.y,l.y,c.y),ms(e,r.z,a.z,l.z,c.z)),n}copy(e){return super.copy(e),this.v0.copy(e.v0),this.v1.copy(e.v1),this.v2.copy(e.v2),this.v3.copy(e.v3),this}toJSON(){let e=super.toJSON();return e.v0=this.v0.toArray(),e.v1=this.v1.toArray(),e.v2=this.v2.toArray(),e.v3=this.v3.toArray(),e}fromJSON(e){return super.fromJSON(e),this.v0.fromArray(e.v0),this.v1.fromArray(e.v1),this.v2.fromArray(e.v2),this.v3.fromArray(e.v3),this}},Ns=class extends In{constructor(e=new Ge,t=new Ge){super(),this.isLineCurve=!0,this.type="LineCurve",this.v1=e,this.v2=t}getPoint(e,t=new Ge){let n=t;return e===1?n.copy(this.v2):(n.copy(this.v2).sub(this.v1),n.multiplyScalar(e).add(this.v1)),n}getPointAt(e,t){return this.getPoint(e,t)}getTangent(e,t=new Ge){return t.subVectors(this.v2,this.v1).normalize()}getTangentAt(e,t){return this.getTangent(e,t)}copy(e){return super.copy(e),this.v1.copy(e.v1),this.v2.copy(e.v2),this}toJSON(){let e=super.toJSON();return e.v1=this.v1.toArray(),e.v2=this.v2.toArray(),e}fromJSON(e){return super.fromJSON(e),this.v1.fromArray(e.v1),this.v2.fromArray(e.v2),this}},Co=class extends In{constructor(e=new j,t=new j){super(),this.isLineCurve3=!0,this.type="LineCurve3",this.v1=e,this.v2=t}getPoint(e,t=new j){let n=t;return e===1?n.copy(this.v2):(n.copy(this.v2).sub(this.v1),n.multiplyScalar(e).add(this.v1)),n}getPointAt(e,t){return this.getPoint(e,t)}getTangent(e,t=new j){return t.subVectors(this.v2,this.v1).normalize()}getTangentAt(e,t){return this.getTangent(e,t)}copy(e){return super.copy(e),this.v1.copy(e.v1),this.v2.copy(e.v2),this}toJSON(){let e=super.toJSON();return e.v1=this.v1.toArray(),e.v2=this.v2.toArray(),e}fromJSON(e){return super.fromJSON(e),this.v1.fromArray(e.v1),this.v2.fromArray(e.v2),this}},Us=class extends In{constructor(e=new Ge,t=new Ge,n=new Ge){super(),this.isQuadraticBezierCurve=!0,this.type="QuadraticBezierCurve",this.v0=e,this.v1=t,this.v2=n}getPoint(e,t=new Ge){let n=t,r=this.v0,a=this.v1,l=this.v2;return n.set(ps(e,r.x,a.x,l.x),ps(e,r.y,a.y,l.y)),n}copy(e){return super.copy(e),this.v0.copy(e.v0),this.v1.copy(e.v1),this.v2.copy(e.v2),this}toJSON(){let e=super.toJSON();return e.v0=this.v0.toArray(),e.v1=this.v1.toArray(),e.v2=this.v2.toArray(),e}fromJSON(e){return super.fromJSON(e),this.v0.fromArray(e.v0),this.v1.fromArray(e.v1),this.v2.fromArray(e.v2),this}},Po=class extends In{constructor(e=new j,t=new j,n=new j){super(),this.isQuadraticBezierCurve3=!0,this.type="QuadraticBezierCurve3",this.v0=e,this.v1=t,this.v2=n}getPoint(e,t=new j){let n=t,r=this.v0,a=this.v1,l=this.v2;return n.set(ps(e,r.x,a.x,l.x),ps(e,r.y,a.y,l.y),ps(e,r.z,a.z,l.z)),n}copy(e){return super.copy(e),this.v0.copy(e.v0),this.v1.copy(e.v1),this.v2.copy(e.v2),this}toJSON(){let e=super.toJSON();return e.v0=this.v0.toArray(),e.v1=this.v1.toArray(),e.v2=this.v2.toArray(),e}fromJSON(e){return super.fromJSON(e),this.v0.fromArray(e.v0),this.v1.fromArray(e.v1),this.v2.fromArray(e.v2),this}},Os=class extends In{constructor(e=[]){super(),this.isSplineCurve=!0,this.type="SplineCurve",this.points=e}getPoint(e,t=new Ge){let n=t,r=this.points,a=(r.length-1)*e,l=Math.floor(a),c=a-l,h=r[l===0?l:l-1],d=r[l],p=r[l>r.length-2?r.length-1:l+1],m=r[l>r.length-3?r.length-1:l+2];return n.set(pd(c,h.x,d.x,p.x,m.x),pd(c,h.y,d.y,p.y,m.y)),n}copy(e){super.copy(e),this.points=[];for(let t=0,n=e.points.length;t<n;t++){let r=e.points[t];this.points.push(r.clone())}return this}toJSON(){let e=super.toJSON();e.points=[];for(let t=0,n=this.points.length;t<n;t++){let r=this.points[t];e.points.push(r.toArray())}return e}fromJSON(e){super.fromJSON(e),this.points=[];for(let t=0,n=e.points.length;t<n;t++){let r=e.points[t];this.points.push(new Ge().fromArray(r))}return this}},md=Object.freeze({__proto__:null,ArcCurve:To,CatmullRomCurve3:Ao,CubicBezierCurve:Fs,CubicBezierCurve3:Ro,EllipseCurve:Gr,LineCurve:Ns,LineCurve3:Co,QuadraticBezierCurve:Us,QuadraticBezierCurve3:Po,SplineCurve:Os}),Io=class extends In{constructor(){super(),this.type="CurvePath",this.curves=[],this.autoClose=!1,this.cacheLengths=null}add(e){this.curves.push(e)}closePath(){let e=this.curves[0].getPoint(0),t=this.curves[this.curves.length-1].getPoint(1);if(!e.equals(t)){let n=e.isVector2===!0?"LineCurve":"LineCurve3";this.curves.push(new md[n](t,e))}return this}getPoint(e,t){let n=e*this.getLength(),r=this.getCurveLengths(),a=0;for(;a<r.length;){if(r[a]>=n){let l=r[a]-n,c=this.curves[a],h=c.getLength(),d=h===0?0:1-l/h;return c.getPointAt(d,t)}a++}return null}getLength(){let e=this.getCurveLengths();return e[e.length-1]}updateArcLengths(){this.needsUpdate=!0,this.cacheLengths=null,this.getCurveLengths()}getCurveLengths(){if(this.cacheLengths&&this.cacheLengths.length===this.curves.length)return this.cacheLengths;let e=[],t=0;for(let n=0,r=this.curves.length;n<r;n++)t+=this.curves[n].getLength(),e.push(t);return this.cacheLengths=e,e}getSpacedPoints(e=40){let t=[];for(let n=0;n<=e;n++)t.push(this.getPoint(n/e));return this.autoClose&&t.push(t[0]),t}getPoints(e=12){let t=[],n;for(let r=0,a=this.curves;r<a.length;r++){let l=a[r],c=l.isEllipseCurve?e*2:l.isLineCurve||l.isLineCurve3?1:l.isSplineCurve?e*l.points.length:e,h=l.getPoints(c);for(let d=0;d<h.length;d++){let p=h[d];n&&n.equals(p)||(t.push(p),n=p)}}return this.autoClose&&t.length>1&&!t[t.length-1].equals(t[0])&&t.push(t[0]),t}copy(e){super.copy(e),this.curves=[];for(let t=0,n=e.curves.length;t<n;t++){let r=e.curves[t];this.curves.push(r.clone())}return this.autoClose=e.autoClose,this.cacheLengths=null,this}toJSON(){let e=super.toJSON();e.autoClose=this.autoClose,e.curves=[];for(let t=0,n=this.curves.length;t<n;t++){let r=this.curves[t];e.curves.push(r.toJSON())}return e}fromJSON(e){super.fromJSON(e),this.autoClose=e.autoClose,this.curves=[];for(let t=0,n=e.curves.length;t<n;t++){let r=e.curves[t];this.curves.push(new md[r.type]().fromJSON(r))}return this.cacheLengths=null,this}},Bs=class extends Io{constructor(e){super(),this.type="Path",this.currentPoint=new Ge,e&&this.setFromPoints(e)}setFromPoints(e){this.moveTo(e[0].x,e[0].y);for(let t=1,n=e.length;t<n;t++)this.lineTo(e[t].x,e[t].y);return this}moveTo(e,t){return this.currentPoint.set(e,t),this}lineTo(e,t){let n=new Ns(this.currentPoint.clone(),new Ge(e,t));return this.curves.push(n),this.currentPoint.set(e,t),this}quadraticCurveTo(e,t,n,r){let a=new Us(this.currentPoint.clone(),new Ge(e,t),new Ge(n,r));return this.curves.push(a),this.currentPoint.set(n,r),this}bezierCurveTo(e,t,n,r,a,l){let c=new Fs(this.currentPoint.clone(),new Ge(e,t),new Ge(n,r),new Ge(a,l));return this.curves.push(c),this.currentPoint.set(a,l),this}splineThru(e){let t=[this.currentPoint.clone()].concat(e),n=new Os(t);return this.curves.push(n),this.currentPoint.copy(e[e.length-1]),this}arc(e,t,n,r,a,l){let c=this.currentPoint.x,h=this.currentPoint.y;return this.absarc(e+c,t+h,n,r,a,l),this}absarc(e,t,n,r,a,l){return this.absellipse(e,t,n,n,r,a,l),this}ellipse(e,t,n,r,a,l,c,h){let d=this.currentPoint.x,p=this.currentPoint.y;return this.absellipse(e+d,t+p,n,r,a,l,c,h),this}absellipse(e,t,n,r,a,l,c,h){let d=new Gr(e,t,n,r,a,l,c,h);if(this.curves.length>0){let m=d.getPoint(0);m.equals(this.currentPoint)||this.lineTo(m.x,m.y)}this.curves.push(d);let p=d.getPoint(1);return this.currentPoint.copy(p),this}copy(e){return super.copy(e),this.currentPoint.copy(e.currentPoint),this}toJSON(){let e=super.toJSON();return e.currentPoint=this.currentPoint.toArray(),e}fromJSON(e){return super.fromJSON(e),this.currentPoint.fromArray(e.currentPoint),this}},Hr=class extends Bs{constructor(e){super(e),this.uuid=Jr(),this.type="Shape",this.holes=[]}getPointsHoles(e){let t=[];for(let n=0,r=this.holes.length;n<r;n++)t[n]=this.holes[n].getPoints(e);return t}extractPoints(e){return{shape:this.getPoints(e),holes:this.getPointsHoles(e)}}copy(e){super.copy(e),this.holes=[];for(let t=0,n=e.holes.length;t<n;t++){let r=e.holes[t];this.holes.push(r.clone())}return this}toJSON(){let e=super.toJSON();e.uuid=this.uuid,e.holes=[];for(let t=0,n=this.holes.length;t<n;t++){let r=this.holes[t];e.holes.push(r.toJSON())}return e}fromJSON(e){super.fromJSON(e),this.uuid=e.uuid,this.holes=[];for(let t=0,n=e.holes.length;t<n;t++){let r=e.holes[t];this.holes.push(new Bs().fromJSON(r))}return this}};function $y(i,e,t=2){let n=e&&e.length,r=n?e[0]*t:i.length,a=df(i,0,r,t,!0),l=[];if(!a||a.next===a.prev)return l;let c,h,d;if(n&&(a=jy(i,e,a,t)),i.length>80*t){c=i[0],h=i[1];let p=c,m=h;for(let v=t;v<r;v+=t){let y=i[v],S=i[v+1];y<c&&(c=y),S<h&&(h=S),y>p&&(p=y),S>m&&(m=S)}d=Math.max(p-c,m-h),d=d!==0?32767/d:0}return ks(a,l,t,c,h,d,0),l}function df(i,e,t,n,r){let a;if(r===lx(i,e,t,n)>0)for(let l=e;l<t;l+=n)a=gd(l/n|0,i[l],i[l+1],a);else for(let l=t-n;l>=e;l-=n)a=gd(l/n|0,i[l],i[l+1],a);return a&&Vr(a,a.next)&&(Gs(a),a=a.next),a}function sr(i,e){if(!i)return i;e||(e=i);let t=i,n;do if(n=!1,!t.steiner&&(Vr(t,t.next)||Wt(t.prev,t,t.next)===0)){if(Gs(t),t=e=t.prev,t===t.next)break;n=!0}else t=t.next;while(n||t!==e);return e}function ks(i,e,t,n,r,a,l){if(!i)return;!l&&a&&nx(i,n,r,a);let c=i;for(;i.prev!==i.next;){let h=i.prev,d=i.next;if(a?Yy(i,n,r,a):qy(i)){e.push(h.i,i.i,d.i),Gs(i),i=d.next,c=d.next;continue}if(i=d,i===c){l?l===1?(i=Jy(sr(i),e),ks(i,e,t,n,r,a,2)):l===2&&Zy(i,e,t,n,r,a):ks(sr(i),e,t,n,r,a,1);break}}}function qy(i){let e=i.prev,t=i,n=i.next;if(Wt(e,t,n)>=0)return!1;let r=e.x,a=t.x,l=n.x,c=e.y,h=t.y,d=n.y,p=Math.min(r,a,l),m=Math.min(c,h,d),v=Math.max(r,a,l),y=Math.max(c,h,d),S=n.next;for(;S!==e;){if(S.x>=p&&S.x<=v&&S.y>=m&&S.y<=y&&ds(r,c,a,h,l,d,S.x,S.y)&&Wt(S.prev,S,S.next)>=0)return!1;S=S.next}return!0}function Yy(i,e,t,n){let r=i.prev,a=i,l=i.next;if(Wt(r,a,l)>=0)return!1;let c=r.x,h=a.x,d=l.x,p=r.y,m=a.y,v=l.y,y=Math.min(c,h,d),S=Math.min(p,m,v),T=Math.max(c,h,d),_=Math.max(p,m,v),x=Vc(y,S,e,t,n),C=Vc(T,_,e,t,n),A=i.prevZ,b=i.nextZ;for(;A&&A.z>=x&&b&&b.z<=C;){if(A.x>=y&&A.x<=T&&A.y>=S&&A.y<=_&&A!==r&&A!==l&&ds(c,p,h,m,d,v,A.x,A.y)&&Wt(A.prev,A,A.next)>=0||(A=A.prevZ,b.x>=y&&b.x<=T&&b.y>=S&&b.y<=_&&b!==r&&b!==l&&ds(c,p,h,m,d,v,b.x,b.y)&&Wt(b.prev,b,b.next)>=0))return!1;b=b.nextZ}for(;A&&A.z>=x;){if(A.x>=y&&A.x<=T&&A.y>=S&&A.y<=_&&A!==r&&A!==l&&ds(c,p,h,m,d,v,A.x,A.y)&&Wt(A.prev,A,A.next)>=0)return!1;A=A.prevZ}for(;b&&b.z<=C;){if(b.x>=y&&b.x<=T&&b.y>=S&&b.y<=_&&b!==r&&b!==l&&ds(c,p,h,m,d,v,b.x,b.y)&&Wt(b.prev,b,b.next)>=0)return!1;b=b.nextZ}return!0}function Jy(i,e){let t=i;do{let n=t.prev,r=t.next.next;!Vr(n,r)&&pf(n,t,t.next,r)&&zs(n,r)&&zs(r,n)&&(e.push(n.i,t.i,r.i),Gs(t),Gs(t.next),t=i=r),t=t.next}while(t!==i);return sr(t)}function Zy(i,e,t,n,r,a){let l=i;do{let c=l.next.next;for(;c!==l.prev;){if(l.i!==c.i&&sx(l,c)){let h=mf(l,c);l=sr(l,l.next),h=sr(h,h.next),ks(l,e,t,n,r,a,0),ks(h,e,t,n,r,a,0);return}c=c.next}l=l.next}while(l!==i)}function jy(i,e,t,n){let r=[];for(let a=0,l=e.length;a<l;a++){let c=e[a]*n,h=a<l-1?e[a+1]*n:i.length,d=df(i,c,h,n,!1);d===d.next&&(d.steiner=!0),r.push(rx(d))}r.sort(Ky);for(let a=0;a<r.length;a++)t=Qy(r[a],t);return t}function Ky(i,e){let t=i.x-e.x;if(t===0&&(t=i.y-e.y,t===0)){let n=(i.next.y-i.y)/(i.next.x-i.x),r=(e.next.y-e.y)/(e.next.x-e.x);t=n-r}return t}function Qy(i,e){let t=ex(i,e);if(!t)return e;let n=mf(t,i);return sr(n,n.next),sr(t,t.next)}function ex(i,e){let t=e,n=i.x,r=i.y,a=-1/0,l;if(Vr(i,t))return t;do{if(Vr(i,t.next))return t.next;if(r<=t.y&&r>=t.next.y&&t.next.y!==t.y){let m=t.x+(r-t.y)*(t.next.x-t.x)/(t.next.y-t.y);if(m<=n&&m>a&&(a=m,l=t.x<t.next.x?t:t.next,m===n))return l}t=t.next}while(t!==e);if(!l)return null;let c=l,h=l.x,d=l.y,p=1/0;t=l;do{if(n>=t.x&&t.x>=h&&n!==t.x&&ff(r<d?n:a,r,h,d,r<d?a:n,r,t.x,t.y)){let m=Math.abs(r-t.y)/(n-t.x);zs(t,i)&&(m<p||m===p&&(t.x>l.x||t.x===l.x&&tx(l,t)))&&(l=t,p=m)}t=t.next}while(t!==c);return l}function tx(i,e){return Wt(i.prev,i,e.prev)<0&&Wt(e.next,i,i.next)<0}function nx(i,e,t,n){let r=i;do r.z===0&&(r.z=Vc(r.x,r.y,e,t,n)),r.prevZ=r.prev,r.nextZ=r.next,r=r.next;while(r!==i);r.prevZ.nextZ=null,r.prevZ=null,ix(r)}function ix(i){let e,t=1;do{let n=i,r;i=null;let a=null;for(e=0;n;){e++;let l=n,c=0;for(let d=0;d<t&&(c++,l=l.nextZ,!!l);d++);let h=t;for(;c>0||h>0&&l;)c!==0&&(h===0||!l||n.z<=l.z)?(r=n,n=n.nextZ,c--):(r=l,l=l.nextZ,h--),a?a.nextZ=r:i=r,r.prevZ=a,a=r;n=l}a.nextZ=null,t*=2}while(e>1);return i}function Vc(i,e,t,n,r){return i=(i-t)*r|0,e=(e-n)*r|0,i=(i|i<<8)&16711935,i=(i|i<<4)&252645135,i=(i|i<<2)&858993459,i=(i|i<<1)&1431655765,e=(e|e<<8)&16711935,e=(e|e<<4)&252645135,e=(e|e<<2)&858993459,e=(e|e<<1)&1431655765,i|e<<1}function rx(i){let e=i,t=i;do(e.x<t.x||e.x===t.x&&e.y<t.y)&&(t=e),e=e.next;while(e!==i);return t}function ff(i,e,t,n,r,a,l,c){return(r-l)*(e-c)>=(i-l)*(a-c)&&(i-l)*(n-c)>=(t-l)*(e-c)&&(t-l)*(a-c)>=(r-l)*(n-c)}function ds(i,e,t,n,r,a,l,c){return!(i===l&&e===c)&&ff(i,e,t,n,r,a,l,c)}function sx(i,e){return i.next.i!==e.i&&i.prev.i!==e.i&&!ax(i,e)&&(zs(i,e)&&zs(e,i)&&ox(i,e)&&(Wt(i.prev,i,e.prev)||Wt(i,e.prev,e))||Vr(i,e)&&Wt(i.prev,i,i.next)>0&&Wt(e.prev,e,e.next)>0)}function Wt(i,e,t){return(e.y-i.y)*(t.x-e.x)-(e.x-i.x)*(t.y-e.y)}function Vr(i,e){return i.x===e.x&&i.y===e.y}function pf(i,e,t,n){let r=ro(Wt(i,e,t)),a=ro(Wt(i,e,n)),l=ro(Wt(t,n,i)),c=ro(Wt(t,n,e));return!!(r!==a&&l!==c||r===0&&io(i,t,e)||a===0&&io(i,n,e)||l===0&&io(t,i,n)||c===0&&io(t,e,n))}function io(i,e,t){return e.x<=Math.max(i.x,t.x)&&e.x>=Math.min(i.x,t.x)&&e.y<=Math.max(i.y,t.y)&&e.y>=Math.min(i.y,t.y)}function ro(i){return i>0?1:i<0?-1:0}function ax(i,e){let t=i;do{if(t.i!==i.i&&t.next.i!==i.i&&t.i!==e.i&&t.next.i!==e.i&&pf(t,t.next,i,e))return!0;t=t.next}while(t!==i);return!1}function zs(i,e){return Wt(i.prev,i,i.next)<0?Wt(i,e,i.next)>=0&&Wt(i,i.prev,e)>=0:Wt(i,e,i.prev)<0||Wt(i,i.next,e)<0}function ox(i,e){let t=i,n=!1,r=(i.x+e.x)/2,a=(i.y+e.y)/2;do t.y>a!=t.next.y>a&&t.next.y!==t.y&&r<(t.next.x-t.x)*(a-t.y)/(t.next.y-t.y)+t.x&&(n=!n),t=t.next;while(t!==i);return n}function mf(i,e){let t=Wc(i.i,i.x,i.y),n=Wc(e.i,e.x,e.y),r=i.next,a=e.prev;return i.next=e,e.prev=i,t.next=r,r.prev=t,n.next=t,t.prev=n,a.next=n,n.prev=a,n}function gd(i,e,t,n){let r=Wc(i,e,t);return n?(r.next=n.next,r.prev=n,n.next.prev=r,n.next=r):(r.prev=r,r.next=r),r}function Gs(i){i.next.prev=i.prev,i.prev.next=i.next,i.prevZ&&(i.prevZ.nextZ=i.nextZ),i.nextZ&&(i.nextZ.prevZ=i.prevZ)}function Wc(i,e,t){return{i,x:e,y:t,prev:null,next:null,z:0,prevZ:null,nextZ:null,steiner:!1}}function lx(i,e,t,n){let r=0;for(let a=e,l=t-n;a<t;a+=n)r+=(i[l]-i[a])*(i[a+1]+i[l+1]),l=a;return r}var Xc=class{static triangulate(e,t,n=2){return $y(e,t,n)}},Dr=class i{static area(e){let t=e.length,n=0;for(let r=t-1,a=0;a<t;r=a++)n+=e[r].x*e[a].y-e[a].x*e[r].y;return n*.5}static isClockWise(e){return i.area(e)<0}static triangulateShape(e,t){let n=[],r=[],a=[];_d(e),vd(n,e);let l=e.length;t.forEach(_d);for(let h=0;h<t.length;h++)r.push(l),l+=t[h].length,vd(n,t[h]);let c=Xc.triangulate(n,r);for(let h=0;h<c.length;h+=3)a.push(c.slice(h,h+3));return a}};function _d(i){let e=i.length;e>2&&i[e-1].equals(i[0])&&i.pop()}function vd(i,e){for(let t=0;t<e.length;t++)i.push(e[t].x),i.push(e[t].y)}var ar=class i extends un{constructor(e=1,t=1,n=1,r=1){super(),this.type="PlaneGeometry",this.parameters={width:e,height:t,widthSegments:n,heightSegments:r};let a=e/2,l=t/2,c=Math.floor(n),h=Math.floor(r),d=c+1,p=h+1,m=e/c,v=t/h,y=[],S=[],T=[],_=[];for(let x=0;x<p;x++){let C=x*v-l;for(let A=0;A<d;A++){let b=A*m-a;S.push(b,-C,0),T.push(0,0,1),_.push(A/c),_.push(1-x/h)}}for(let x=0;x<h;x++)for(let C=0;C<c;C++){let A=C+d*x,b=C+d*(x+1),F=C+1+d*(x+1),N=C+1+d*x;y.push(A,b,N),y.push(b,F,N)}this.setIndex(y),this.setAttribute("position",new Ut(S,3)),this.setAttribute("normal",new Ut(T,3)),this.setAttribute("uv",new Ut(_,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.width,e.height,e.widthSegments,e.heightSegments)}},Hs=class i extends un{constructor(e=.5,t=1,n=32,r=1,a=0,l=Math.PI*2){super(),this.type="RingGeometry",this.parameters={innerRadius:e,outerRadius:t,thetaSegments:n,phiSegments:r,thetaStart:a,thetaLength:l},n=Math.max(3,n),r=Math.max(1,r);let c=[],h=[],d=[],p=[],m=e,v=(t-e)/r,y=new j,S=new Ge;for(let T=0;T<=r;T++){for(let _=0;_<=n;_++){let x=a+_/n*l;y.x=m*Math.cos(x),y.y=m*Math.sin(x),h.push(y.x,y.y,y.z),d.push(0,0,1),S.x=(y.x/t+1)/2,S.y=(y.y/t+1)/2,p.push(S.x,S.y)}m+=v}for(let T=0;T<r;T++){let _=T*(n+1);for(let x=0;x<n;x++){let C=x+_,A=C,b=C+n+1,F=C+n+2,N=C+1;c.push(A,b,N),c.push(b,F,N)}}this.setIndex(c),this.setAttribute("position",new Ut(h,3)),this.setAttribute("normal",new Ut(d,3)),this.setAttribute("uv",new Ut(p,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.innerRadius,e.outerRadius,e.thetaSegments,e.phiSegments,e.thetaStart,e.thetaLength)}},Vs=class i extends un{constructor(e=new Hr([new Ge(0,.5),new Ge(-.5,-.5),new Ge(.5,-.5)]),t=12){super(),this.type="ShapeGeometry",this.parameters={shapes:e,curveSegments:t};let n=[],r=[],a=[],l=[],c=0,h=0;if(Array.isArray(e)===!1)d(e);else for(let p=0;p<e.length;p++)d(e[p]),this.addGroup(c,h,p),c+=h,h=0;this.setIndex(n),this.setAttribute("position",new Ut(r,3)),this.setAttribute("normal",new Ut(a,3)),this.setAttribute("uv",new Ut(l,2));function d(p){let m=r.length/3,v=p.extractPoints(t),y=v.shape,S=v.holes;Dr.isClockWise(y)===!1&&(y=y.reverse());for(let _=0,x=S.length;_<x;_++){let C=S[_];Dr.isClockWise(C)===!0&&(S[_]=C.reverse())}let T=Dr.triangulateShape(y,S);for(let _=0,x=S.length;_<x;_++){let C=S[_];y=y.concat(C)}for(let _=0,x=y.length;_<x;_++){let C=y[_];r.push(C.x,C.y,0),a.push(0,0,1),l.push(C.x,C.y)}for(let _=0,x=T.length;_<x;_++){let C=T[_],A=C[0]+m,b=C[1]+m,F=C[2]+m;n.push(A,b,F),h+=3}}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}toJSON(){let e=super.toJSON(),t=this.parameters.shapes;return cx(t,e)}static fromJSON(e,t){let n=[];for(let r=0,a=e.shapes.length;r<a;r++){let l=t[e.shapes[r]];n.push(l)}return new i(n,e.curveSegments)}};function cx(i,e){if(e.shapes=[],Array.isArray(i))for(let t=0,n=i.length;t<n;t++){let r=i[t];e.shapes.push(r.uuid)}else e.shapes.push(i.uuid);return e}var zi=class i extends un{constructor(e=1,t=32,n=16,r=0,a=Math.PI*2,l=0,c=Math.PI){super(),this.type="SphereGeometry",this.parameters={radius:e,widthSegments:t,heightSegments:n,phiStart:r,phiLength:a,thetaStart:l,thetaLength:c},t=Math.max(3,Math.floor(t)),n=Math.max(2,Math.floor(n));let h=Math.min(l+c,Math.PI),d=0,p=[],m=new j,v=new j,y=[],S=[],T=[],_=[];for(let x=0;x<=n;x++){let C=[],A=x/n,b=l+A*c,F=e*Math.cos(b),N=Math.sqrt(e*e-F*F),M=0;x===0&&l===0?M=.5/t:x===n&&h===Math.PI&&(M=-.5/t);for(let I=0;I<=t;I++){let G=I/t,k=r+G*a;m.x=-N*Math.cos(k),m.y=F,m.z=N*Math.sin(k),S.push(m.x,m.y,m.z),v.copy(m).normalize(),T.push(v.x,v.y,v.z),_.push(G+M,1-A),C.push(d++)}p.push(C)}for(let x=0;x<n;x++)for(let C=0;C<t;C++){let A=p[x][C+1],b=p[x][C],F=p[x+1][C],N=p[x+1][C+1];(x!==0||l>0)&&y.push(A,b,N),(x!==n-1||h<Math.PI)&&y.push(b,F,N)}this.setIndex(y),this.setAttribute("position",new Ut(S,3)),this.setAttribute("normal",new Ut(T,3)),this.setAttribute("uv",new Ut(_,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.radius,e.widthSegments,e.heightSegments,e.phiStart,e.phiLength,e.thetaStart,e.thetaLength)}};var Ws=class extends bi{constructor(e){super(),this.isShadowMaterial=!0,this.type="ShadowMaterial",this.color=new it(0),this.transparent=!0,this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.fog=e.fog,this}};function dr(i){let e={};for(let t in i){e[t]={};for(let n in i[t]){let r=i[t][n];if(yd(r))r.isRenderTargetTexture?(rt("UniformsUtils: Textures of render targets cannot be cloned via cloneUniforms() or mergeUniforms()."),e[t][n]=null):e[t][n]=r.clone();else if(Array.isArray(r))if(yd(r[0])){let a=[];for(let l=0,c=r.length;l<c;l++)a[l]=r[l].clone();e[t][n]=a}else e[t][n]=r.slice();else e[t][n]=r}}return e}function vn(i){let e={};for(let t=0;t<i.length;t++){let n=dr(i[t]);for(let r in n)e[r]=n[r]}return e}function yd(i){return i&&(i.isColor||i.isMatrix3||i.isMatrix4||i.isVector2||i.isVector3||i.isVector4||i.isTexture||i.isQuaternion)}function ux(i){let e=[];for(let t=0;t<i.length;t++)e.push(i[t].clone());return e}function bu(i){let e=i.getRenderTarget();return e===null?i.outputColorSpace:e.isXRRenderTarget===!0?e.texture.colorSpace:St.workingColorSpace}var gf={clone:dr,merge:vn},hx=`void main() {
	gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
}`,dx=`void main() {
	gl_FragColor = vec4( 1.0, 0.0, 0.0, 1.0 );
}`,li=class extends bi{constructor(e){super(),this.isShaderMaterial=!0,this.type="ShaderMaterial",this.defines={},this.uniforms={},this.uniformsGroups=[],this.vertexShader=hx,this.fragmentShader=dx,this.linewidth=1,this.wireframe=!1,this.wireframeLinewidth=1,this.fog=!1,this.lights=!1,this.clipping=!1,this.forceSinglePass=!0,this.extensions={clipCullDistance:!1,multiDraw:!1},this.defaultAttributeValues={color:[1,1,1],uv:[0,0],uv1:[0,0]},this.index0AttributeName=void 0,this.uniformsNeedUpdate=!1,this.glslVersion=null,e!==void 0&&this.setValues(e)}copy(e){return super.copy(e),this.fragmentShader=e.fragmentShader,this.vertexShader=e.vertexShader,this.uniforms=dr(e.uniforms),this.uniformsGroups=ux(e.uniformsGroups),this.defines=Object.assign({},e.defines),this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.fog=e.fog,this.lights=e.lights,this.clipping=e.clipping,this.extensions=Object.assign({},e.extensions),this.glslVersion=e.glslVersion,this.defaultAttributeValues=Object.assign({},e.defaultAttributeValues),this.index0AttributeName=e.index0AttributeName,this.uniformsNeedUpdate=e.uniformsNeedUpdate,this}toJSON(e){let t=super.toJSON(e);t.glslVersion=this.glslVersion,t.uniforms={};for(let r in this.uniforms){let l=this.uniforms[r].value;l&&l.isTexture?t.uniforms[r]={type:"t",value:l.toJSON(e).uuid}:l&&l.isColor?t.uniforms[r]={type:"c",value:l.getHex()}:l&&l.isVector2?t.uniforms[r]={type:"v2",value:l.toArray()}:l&&l.isVector3?t.uniforms[r]={type:"v3",value:l.toArray()}:l&&l.isVector4?t.uniforms[r]={type:"v4",value:l.toArray()}:l&&l.isMatrix3?t.uniforms[r]={type:"m3",value:l.toArray()}:l&&l.isMatrix4?t.uniforms[r]={type:"m4",value:l.toArray()}:t.uniforms[r]={value:l}}Object.keys(this.defines).length>0&&(t.defines=this.defines),t.vertexShader=this.vertexShader,t.fragmentShader=this.fragmentShader,t.lights=this.lights,t.clipping=this.clipping;let n={};for(let r in this.extensions)this.extensions[r]===!0&&(n[r]=!0);return Object.keys(n).length>0&&(t.extensions=n),t}fromJSON(e,t){if(super.fromJSON(e,t),e.uniforms!==void 0)for(let n in e.uniforms){let r=e.uniforms[n];switch(this.uniforms[n]={},r.type){case"t":this.uniforms[n].value=t[r.value]||null;break;case"c":this.uniforms[n].value=new it().setHex(r.value);break;case"v2":this.uniforms[n].value=new Ge().fromArray(r.value);break;case"v3":this.uniforms[n].value=new j().fromArray(r.value);break;case"v4":this.uniforms[n].value=new Gt().fromArray(r.value);break;case"m3":this.uniforms[n].value=new lt().fromArray(r.value);break;case"m4":this.uniforms[n].value=new Rt().fromArray(r.value);break;default:this.uniforms[n].value=r.value}}if(e.defines!==void 0&&(this.defines=e.defines),e.vertexShader!==void 0&&(this.vertexShader=e.vertexShader),e.fragmentShader!==void 0&&(this.fragmentShader=e.fragmentShader),e.glslVersion!==void 0&&(this.glslVersion=e.glslVersion),e.extensions!==void 0)for(let n in e.extensions)this.extensions[n]=e.extensions[n];return e.lights!==void 0&&(this.lights=e.lights),e.clipping!==void 0&&(this.clipping=e.clipping),this}},Lo=class extends li{constructor(e){super(e),this.isRawShaderMaterial=!0,this.type="RawShaderMaterial"}},Xs=class extends bi{constructor(e){super(),this.isMeshStandardMaterial=!0,this.type="MeshStandardMaterial",this.defines={STANDARD:""},this.color=new it(16777215),this.roughness=1,this.metalness=0,this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.emissive=new it(0),this.emissiveIntensity=1,this.emissiveMap=null,this.bumpMap=null,this.bumpScale=1,this.normalMap=null,this.normalMapType=Dl,this.normalScale=new Ge(1,1),this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.roughnessMap=null,this.metalnessMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new Mi,this.envMapIntensity=1,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.flatShading=!1,this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.defines={STANDARD:""},this.color.copy(e.color),this.roughness=e.roughness,this.metalness=e.metalness,this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.emissive.copy(e.emissive),this.emissiveMap=e.emissiveMap,this.emissiveIntensity=e.emissiveIntensity,this.bumpMap=e.bumpMap,this.bumpScale=e.bumpScale,this.normalMap=e.normalMap,this.normalMapType=e.normalMapType,this.normalScale.copy(e.normalScale),this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.roughnessMap=e.roughnessMap,this.metalnessMap=e.metalnessMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.envMapIntensity=e.envMapIntensity,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.flatShading=e.flatShading,this.fog=e.fog,this}};var Do=class extends bi{constructor(e){super(),this.isMeshDepthMaterial=!0,this.type="MeshDepthMaterial",this.depthPacking=Zd,this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.wireframe=!1,this.wireframeLinewidth=1,this.setValues(e)}copy(e){return super.copy(e),this.depthPacking=e.depthPacking,this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this}},Fo=class extends bi{constructor(e){super(),this.isMeshDistanceMaterial=!0,this.type="MeshDistanceMaterial",this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.setValues(e)}copy(e){return super.copy(e),this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this}};function Cr(i,e){return!i||i.constructor===e?i:typeof e.BYTES_PER_ELEMENT=="number"?new e(i):Array.prototype.slice.call(i)}function so(i){return i!==void 0&&i.inTangents!==void 0&&i.outTangents!==void 0}var Gi=class{constructor(e,t,n,r){this.parameterPositions=e,this._cachedIndex=0,this.resultBuffer=r!==void 0?r:new t.constructor(n),this.sampleValues=t,this.valueSize=n,this.settings=null,this.DefaultSettings_={}}evaluate(e){let t=this.parameterPositions,n=this._cachedIndex,r=t[n],a=t[n-1];e:{t:{let l;n:{i:if(!(e<r)){for(let c=n+2;;){if(r===void 0){if(e<a)break i;return n=t.length,this._cachedIndex=n,this.copySampleValue_(n-1)}if(n===c)break;if(a=r,r=t[++n],e<r)break t}l=t.length;break n}if(!(e>=a)){let c=t[1];e<c&&(n=2,a=c);for(let h=n-2;;){if(a===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(n===h)break;if(r=a,a=t[--n-1],e>=a)break t}l=n,n=0;break n}break e}for(;n<l;){let c=n+l>>>1;e<t[c]?l=c:n=c+1}if(r=t[n],a=t[n-1],a===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(r===void 0)return n=t.length,this._cachedIndex=n,this.copySampleValue_(n-1)}this._cachedIndex=n,this.intervalChanged_(n,a,r)}return this.interpolate_(n,a,e,r)}getSettings_(){return this.settings||this.DefaultSettings_}copySampleValue_(e){let t=this.resultBuffer,n=this.sampleValues,r=this.valueSize,a=e*r;for(let l=0;l!==r;++l)t[l]=n[a+l];return t}interpolate_(){throw new Error("THREE.Interpolant: Call to abstract method.")}intervalChanged_(){}},No=class extends Gi{constructor(e,t,n,r){super(e,t,n,r),this._weightPrev=-0,this._offsetPrev=-0,this._weightNext=-0,this._offsetNext=-0,this.DefaultSettings_={endingStart:zc,endingEnd:zc}}intervalChanged_(e,t,n){let r=this.parameterPositions,a=e-2,l=e+1,c=r[a],h=r[l];if(c===void 0)switch(this.getSettings_().endingStart){case Gc:a=e,c=2*t-n;break;case Hc:a=r.length-2,c=t+r[a]-r[a+1];break;default:a=e,c=n}if(h===void 0)switch(this.getSettings_().endingEnd){case Gc:l=e,h=2*n-t;break;case Hc:l=1,h=n+r[1]-r[0];break;default:l=e-1,h=t}let d=(n-t)*.5,p=this.valueSize;this._weightPrev=d/(t-c),this._weightNext=d/(h-n),this._offsetPrev=a*p,this._offsetNext=l*p}interpolate_(e,t,n,r){let a=this.resultBuffer,l=this.sampleValues,c=this.valueSize,h=e*c,d=h-c,p=this._offsetPrev,m=this._offsetNext,v=this._weightPrev,y=this._weightNext,S=(n-t)/(r-t),T=S*S,_=T*S,x=-v*_+2*v*T-v*S,C=(1+v)*_+(-1.5-2*v)*T+(-.5+v)*S+1,A=(-1-y)*_+(1.5+y)*T+.5*S,b=y*_-y*T;for(let F=0;F!==c;++F)a[F]=x*l[p+F]+C*l[d+F]+A*l[h+F]+b*l[m+F];return a}},Uo=class extends Gi{constructor(e,t,n,r){super(e,t,n,r)}interpolate_(e,t,n,r){let a=this.resultBuffer,l=this.sampleValues,c=this.valueSize,h=e*c,d=h-c,p=(n-t)/(r-t),m=1-p;for(let v=0;v!==c;++v)a[v]=l[d+v]*m+l[h+v]*p;return a}},Oo=class extends Gi{constructor(e,t,n,r){super(e,t,n,r)}interpolate_(e){return this.copySampleValue_(e-1)}},Bo=class extends Gi{interpolate_(e,t,n,r){let a=this.resultBuffer,l=this.sampleValues,c=this.valueSize,h=e*c,d=h-c,p=this.inTangents,m=this.outTangents;if(!p||!m){let S=(n-t)/(r-t),T=1-S;for(let _=0;_!==c;++_)a[_]=l[d+_]*T+l[h+_]*S;return a}let v=c*2,y=e-1;for(let S=0;S!==c;++S){let T=l[d+S],_=l[h+S],x=y*v+S*2,C=m[x],A=m[x+1],b=e*v+S*2,F=p[b],N=p[b+1],M=px(n,t,C,F,r);a[S]=_f(M,T,A,N,_)}return a}};function _f(i,e,t,n,r){let a=1-i;return a*a*a*e+3*a*a*i*t+3*a*i*i*n+i*i*i*r}function fx(i,e,t,n,r){let a=1-i;return 3*a*a*(t-e)+6*a*i*(n-t)+3*i*i*(r-n)}function px(i,e,t,n,r){let a=(i-e)/(r-e);for(let l=0;l<8;l++){let c=_f(a,e,t,n,r)-i;if(Math.abs(c)<1e-10)break;let h=fx(a,e,t,n,r);if(Math.abs(h)<1e-10)break;a=Math.max(0,Math.min(1,a-c/h))}return a}var Ln=class{constructor(e,t,n,r){if(e===void 0)throw new Error("THREE.KeyframeTrack: track name is undefined");if(t===void 0||t.length===0)throw new Error("THREE.KeyframeTrack: no keyframes in track named "+e);this.name=e,this.times=Cr(t,this.TimeBufferType),this.values=Cr(n,this.ValueBufferType),this.setInterpolation(r||this.DefaultInterpolation)}static toJSON(e){let t=e.constructor,n;if(t.toJSON!==this.toJSON)n=t.toJSON(e);else{n={name:e.name,times:Cr(e.times,Array),values:Cr(e.values,Array)};let r=e.getInterpolation();r!==e.DefaultInterpolation&&(n.interpolation=r),so(e.settings)&&(n.settings={inTangents:Cr(e.settings.inTangents,Array),outTangents:Cr(e.settings.outTangents,Array)})}return n.type=e.ValueTypeName,n}InterpolantFactoryMethodDiscrete(e){return new Oo(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodLinear(e){return new Uo(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodSmooth(e){return new No(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodBezier(e){let t=new Bo(this.times,this.values,this.getValueSize(),e);return this.settings&&(t.inTangents=this.settings.inTangents,t.outTangents=this.settings.outTangents),t}setInterpolation(e){let t;switch(e){case gs:t=this.InterpolantFactoryMethodDiscrete;break;case yo:t=this.InterpolantFactoryMethodLinear;break;case lo:t=this.InterpolantFactoryMethodSmooth;break;case kc:t=this.InterpolantFactoryMethodBezier;break}if(t===void 0){let n="unsupported interpolation for "+this.ValueTypeName+" keyframe track named "+this.name;if(this.createInterpolant===void 0)if(e!==this.DefaultInterpolation)this.setInterpolation(this.DefaultInterpolation);else throw new Error(n);return rt("KeyframeTrack:",n),this}return this.createInterpolant=t,this}getInterpolation(){switch(this.createInterpolant){case this.InterpolantFactoryMethodDiscrete:return gs;case this.InterpolantFactoryMethodLinear:return yo;case this.InterpolantFactoryMethodSmooth:return lo;case this.InterpolantFactoryMethodBezier:return kc}}getValueSize(){return this.values.length/this.times.length}shift(e){if(e!==0){let t=this.times;for(let n=0,r=t.length;n!==r;++n)t[n]+=e;so(this.settings)&&(xd(this.settings.inTangents,e),xd(this.settings.outTangents,e))}return this}scale(e){if(e!==1){let t=this.times;for(let n=0,r=t.length;n!==r;++n)t[n]*=e;so(this.settings)&&(Sd(this.settings.inTangents,e),Sd(this.settings.outTangents,e))}return this}trim(e,t){let n=this.times,r=n.length,a=0,l=r-1;for(;a!==r&&n[a]<e;)++a;for(;l!==-1&&n[l]>t;)--l;if(++l,a!==0||l!==r){a>=l&&(l=Math.max(l,1),a=l-1);let c=this.getValueSize();this.times=n.slice(a,l),this.values=this.values.slice(a*c,l*c)}return this}validate(){let e=!0,t=this.getValueSize();t-Math.floor(t)!==0&&(at("KeyframeTrack: Invalid value size in track.",this),e=!1);let n=this.times,r=this.values,a=n.length;a===0&&(at("KeyframeTrack: Track is empty.",this),e=!1);let l=null;for(let c=0;c!==a;c++){let h=n[c];if(typeof h=="number"&&isNaN(h)){at("KeyframeTrack: Time is not a valid number.",this,c,h),e=!1;break}if(l!==null&&l>h){at("KeyframeTrack: Out of order keys.",this,c,h,l),e=!1;break}l=h}if(r!==void 0&&gy(r))for(let c=0,h=r.length;c!==h;++c){let d=r[c];if(isNaN(d)){at("KeyframeTrack: Value is not a valid number.",this,c,d),e=!1;break}}return e}optimize(){let e=this.times.slice(),t=this.values.slice(),n=this.getValueSize(),r=this.getInterpolation()===lo,a=e.length-1,l=1;for(let c=1;c<a;++c){let h=!1,d=e[c],p=e[c+1];if(d!==p&&(c!==1||d!==e[0]))if(r)h=!0;else{let m=c*n,v=m-n,y=m+n;for(let S=0;S!==n;++S){let T=t[m+S];if(T!==t[v+S]||T!==t[y+S]){h=!0;break}}}if(h){if(c!==l){e[l]=e[c];let m=c*n,v=l*n;for(let y=0;y!==n;++y)t[v+y]=t[m+y]}++l}}if(a>0){e[l]=e[a];for(let c=a*n,h=l*n,d=0;d!==n;++d)t[h+d]=t[c+d];++l}return l!==e.length?(this.times=e.slice(0,l),this.values=t.slice(0,l*n)):(this.times=e,this.values=t),this}clone(){let e=this.times.slice(),t=this.values.slice(),n=this.constructor,r=new n(this.name,e,t);return r.createInterpolant=this.createInterpolant,so(this.settings)&&(r.settings={inTangents:this.settings.inTangents.slice(),outTangents:this.settings.outTangents.slice()}),r}};function xd(i,e){for(let t=0,n=i.length;t!==n;t+=2)i[t]+=e}function Sd(i,e){for(let t=0,n=i.length;t!==n;t+=2)i[t]*=e}Ln.prototype.ValueTypeName="";Ln.prototype.TimeBufferType=Float32Array;Ln.prototype.ValueBufferType=Float32Array;Ln.prototype.DefaultInterpolation=yo;var Hi=class extends Ln{constructor(e,t,n){super(e,t,n)}};Hi.prototype.ValueTypeName="bool";Hi.prototype.ValueBufferType=Array;Hi.prototype.DefaultInterpolation=gs;Hi.prototype.InterpolantFactoryMethodLinear=void 0;Hi.prototype.InterpolantFactoryMethodSmooth=void 0;var ko=class extends Ln{constructor(e,t,n,r){super(e,t,n,r)}};ko.prototype.ValueTypeName="color";var zo=class extends Ln{constructor(e,t,n,r){super(e,t,n,r)}};zo.prototype.ValueTypeName="number";var Go=class extends Gi{constructor(e,t,n,r){super(e,t,n,r)}interpolate_(e,t,n,r){let a=this.resultBuffer,l=this.sampleValues,c=this.valueSize,h=(n-t)/(r-t),d=e*c;for(let p=d+c;d!==p;d+=4)En.slerpFlat(a,0,l,d-c,l,d,h);return a}},$s=class extends Ln{constructor(e,t,n,r){super(e,t,n,r)}InterpolantFactoryMethodLinear(e){return new Go(this.times,this.values,this.getValueSize(),e)}};$s.prototype.ValueTypeName="quaternion";$s.prototype.InterpolantFactoryMethodSmooth=void 0;var Vi=class extends Ln{constructor(e,t,n){super(e,t,n)}};Vi.prototype.ValueTypeName="string";Vi.prototype.ValueBufferType=Array;Vi.prototype.DefaultInterpolation=gs;Vi.prototype.InterpolantFactoryMethodLinear=void 0;Vi.prototype.InterpolantFactoryMethodSmooth=void 0;var Ho=class extends Ln{constructor(e,t,n,r){super(e,t,n,r)}};Ho.prototype.ValueTypeName="vector";var Vo=class{constructor(e,t,n){let r=this,a=!1,l=0,c=0,h,d=[];this.onStart=void 0,this.onLoad=e,this.onProgress=t,this.onError=n,this._abortController=null,this.itemStart=function(p){c++,a===!1&&r.onStart!==void 0&&r.onStart(p,l,c),a=!0},this.itemEnd=function(p){l++,r.onProgress!==void 0&&r.onProgress(p,l,c),l===c&&(a=!1,r.onLoad!==void 0&&r.onLoad())},this.itemError=function(p){r.onError!==void 0&&r.onError(p)},this.resolveURL=function(p){return p=p.normalize("NFC"),h?h(p):p},this.setURLModifier=function(p){return h=p,this},this.addHandler=function(p,m){return d.push(p,m),this},this.removeHandler=function(p){let m=d.indexOf(p);return m!==-1&&d.splice(m,2),this},this.getHandler=function(p){for(let m=0,v=d.length;m<v;m+=2){let y=d[m],S=d[m+1];if(y.global&&(y.lastIndex=0),y.test(p))return S}return null},this.abort=function(){return this.abortController.abort(),this._abortController=null,this}}get abortController(){return this._abortController||(this._abortController=new AbortController),this._abortController}},vf=new Vo,Wo=class{constructor(e){this.manager=e!==void 0?e:vf,this.crossOrigin="anonymous",this.withCredentials=!1,this.path="",this.resourcePath="",this.requestHeader={},this.priority="auto",this.cache="default",typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}load(){}loadAsync(e,t){let n=this;return new Promise(function(r,a){n.load(e,r,t,a)})}parse(){}setCrossOrigin(e){return this.crossOrigin=e,this}setWithCredentials(e){return this.withCredentials=e,this}setPath(e){return this.path=e,this}setResourcePath(e){return this.resourcePath=e,this}setRequestHeader(e){return this.requestHeader=e,this}setPriority(e){return this.priority=e,this}setCache(e){return this.cache=e,this}abort(){return this}};Wo.DEFAULT_MATERIAL_NAME="__DEFAULT";var qs=class extends _n{static registerNode(e){this.prototype._lightNode=e}constructor(e,t=1){super(),this.isLight=!0,this.type="Light",this.color=new it(e),this.intensity=t}copy(e,t){return super.copy(e,t),this.color.copy(e.color),this.intensity=e.intensity,this}toJSON(e){let t=super.toJSON(e);return t.object.color=this.color.getHex(),t.object.intensity=this.intensity,t}},Ys=class extends qs{constructor(e,t,n){super(e,n),this.isHemisphereLight=!0,this.type="HemisphereLight",this.position.copy(_n.DEFAULT_UP),this.updateMatrix(),this.groundColor=new it(t)}copy(e,t){return super.copy(e,t),this.groundColor.copy(e.groundColor),this}toJSON(e){let t=super.toJSON(e);return t.object.groundColor=this.groundColor.getHex(),t}},Bc=new Rt,Md=new j,bd=new j,Xo=class{constructor(e){this.camera=e,this.intensity=1,this.bias=0,this.biasNode=null,this.normalBias=0,this.radius=1,this.blurSamples=8,this.mapSize=new Ge(512,512),this.mapType=Tn,this.map=null,this.mapPass=null,this.matrix=new Rt,this.autoUpdate=!0,this.needsUpdate=!1,this._frustum=new Bi,this._frameExtents=new Ge(1,1),this._viewportCount=1,this._viewports=[new Gt(0,0,1,1)]}getViewportCount(){return this._viewportCount}getCamera(){return this.camera}getFrustum(){return this._frustum}updateMatrices(e){let t=this.camera;Md.setFromMatrixPosition(e.matrixWorld),t.position.copy(Md),bd.setFromMatrixPosition(e.target.matrixWorld),t.lookAt(bd),t.updateMatrixWorld(),this._updateMatrix(t,this.matrix,this._frustum)}_updateMatrix(e,t,n,r){Bc.multiplyMatrices(e.projectionMatrix,e.matrixWorldInverse),n.setFromProjectionMatrix(Bc,e.coordinateSystem,e.reversedDepth);let a=this._frameExtents,l=r?r.z/a.x:1,c=r?r.w/a.y:1,h=r?r.x/a.x:0,d=r?r.y/a.y:0;e.coordinateSystem===Ur||e.reversedDepth?t.set(.5*l,0,0,.5*l+h,0,.5*c,0,.5*c+d,0,0,1,0,0,0,0,1):t.set(.5*l,0,0,.5*l+h,0,.5*c,0,.5*c+d,0,0,.5,.5,0,0,0,1),t.multiply(Bc)}getViewport(e){return this._viewports[e]}getFrameExtents(){return this._frameExtents}dispose(){this.map&&this.map.dispose(),this.mapPass&&this.mapPass.dispose()}copy(e){return this.camera=e.camera.clone(),this.intensity=e.intensity,this.bias=e.bias,this.radius=e.radius,this.autoUpdate=e.autoUpdate,this.needsUpdate=e.needsUpdate,this.normalBias=e.normalBias,this.blurSamples=e.blurSamples,this.mapSize.copy(e.mapSize),this.mapType=e.mapType,this.biasNode=e.biasNode,this}clone(){return new this.constructor().copy(this)}toJSON(){let e={};return e.intensity=this.intensity,e.bias=this.bias,e.normalBias=this.normalBias,e.radius=this.radius,e.blurSamples=this.blurSamples,e.mapSize=this.mapSize.toArray(),e.mapType=this.mapType,e.camera=this.camera.toJSON(!1).object,delete e.camera.matrix,e}},ao=new j,oo=new En,ri=new j,Js=class extends _n{constructor(){super(),this.isCamera=!0,this.type="Camera",this.matrixWorldInverse=new Rt,this.projectionMatrix=new Rt,this.projectionMatrixInverse=new Rt,this.coordinateSystem=On,this._reversedDepth=!1}get reversedDepth(){return this._reversedDepth}copy(e,t){return super.copy(e,t),this.matrixWorldInverse.copy(e.matrixWorldInverse),this.projectionMatrix.copy(e.projectionMatrix),this.projectionMatrixInverse.copy(e.projectionMatrixInverse),this.coordinateSystem=e.coordinateSystem,this}getWorldDirection(e){return super.getWorldDirection(e).negate()}updateMatrixWorld(e){super.updateMatrixWorld(e),this.matrixWorld.decompose(ao,oo,ri),ri.x===1&&ri.y===1&&ri.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(ao,oo,ri.set(1,1,1)).invert()}updateWorldMatrix(e,t,n=!1){super.updateWorldMatrix(e,t,n),this.matrixWorld.decompose(ao,oo,ri),ri.x===1&&ri.y===1&&ri.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(ao,oo,ri.set(1,1,1)).invert()}clone(){return new this.constructor().copy(this)}},Ni=new j,wd=new Ge,Ed=new Ge,Sn=class extends Js{constructor(e=50,t=1,n=.1,r=2e3){super(),this.isPerspectiveCamera=!0,this.type="PerspectiveCamera",this.fov=e,this.zoom=1,this.near=n,this.far=r,this.focus=10,this.aspect=t,this.view=null,this.filmGauge=35,this.filmOffset=0,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.fov=e.fov,this.zoom=e.zoom,this.near=e.near,this.far=e.far,this.focus=e.focus,this.aspect=e.aspect,this.view=e.view===null?null:Object.assign({},e.view),this.filmGauge=e.filmGauge,this.filmOffset=e.filmOffset,this}setFocalLength(e){let t=.5*this.getFilmHeight()/e;this.fov=xo*2*Math.atan(t),this.updateProjectionMatrix()}getFocalLength(){let e=Math.tan(pc*.5*this.fov);return .5*this.getFilmHeight()/e}getEffectiveFOV(){return xo*2*Math.atan(Math.tan(pc*.5*this.fov)/this.zoom)}getFilmWidth(){return this.filmGauge*Math.min(this.aspect,1)}getFilmHeight(){return this.filmGauge/Math.max(this.aspect,1)}getViewBounds(e,t,n){Ni.set(-1,-1,.5).applyMatrix4(this.projectionMatrixInverse),t.set(Ni.x,Ni.y).multiplyScalar(-e/Ni.z),Ni.set(1,1,.5).applyMatrix4(this.projectionMatrixInverse),n.set(Ni.x,Ni.y).multiplyScalar(-e/Ni.z)}getViewSize(e,t){return this.getViewBounds(e,wd,Ed),t.subVectors(Ed,wd)}setViewOffset(e,t,n,r,a,l){this.aspect=e/t,this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=n,this.view.offsetY=r,this.view.width=a,this.view.height=l,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=this.near,t=e*Math.tan(pc*.5*this.fov)/this.zoom,n=2*t,r=this.aspect*n,a=-.5*r,l=this.view;if(this.view!==null&&this.view.enabled){let h=l.fullWidth,d=l.fullHeight;a+=l.offsetX*r/h,t-=l.offsetY*n/d,r*=l.width/h,n*=l.height/d}let c=this.filmOffset;c!==0&&(a+=e*c/this.getFilmWidth()),this.projectionMatrix.makePerspective(a,a+r,t,t-n,e,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.fov=this.fov,t.object.zoom=this.zoom,t.object.near=this.near,t.object.far=this.far,t.object.focus=this.focus,t.object.aspect=this.aspect,this.view!==null&&(t.object.view=Object.assign({},this.view)),t.object.filmGauge=this.filmGauge,t.object.filmOffset=this.filmOffset,t}};var Zs=class extends Js{constructor(e=-1,t=1,n=1,r=-1,a=.1,l=2e3){super(),this.isOrthographicCamera=!0,this.type="OrthographicCamera",this.zoom=1,this.view=null,this.left=e,this.right=t,this.top=n,this.bottom=r,this.near=a,this.far=l,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.left=e.left,this.right=e.right,this.top=e.top,this.bottom=e.bottom,this.near=e.near,this.far=e.far,this.zoom=e.zoom,this.view=e.view===null?null:Object.assign({},e.view),this}setViewOffset(e,t,n,r,a,l){this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=n,this.view.offsetY=r,this.view.width=a,this.view.height=l,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=(this.right-this.left)/(2*this.zoom),t=(this.top-this.bottom)/(2*this.zoom),n=(this.right+this.left)/2,r=(this.top+this.bottom)/2,a=n-e,l=n+e,c=r+t,h=r-t;if(this.view!==null&&this.view.enabled){let d=(this.right-this.left)/this.view.fullWidth/this.zoom,p=(this.top-this.bottom)/this.view.fullHeight/this.zoom;a+=d*this.view.offsetX,l=a+d*this.view.width,c-=p*this.view.offsetY,h=c-p*this.view.height}this.projectionMatrix.makeOrthographic(a,l,c,h,this.near,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.zoom=this.zoom,t.object.left=this.left,t.object.right=this.right,t.object.top=this.top,t.object.bottom=this.bottom,t.object.near=this.near,t.object.far=this.far,this.view!==null&&(t.object.view=Object.assign({},this.view)),t}},$c=class extends Xo{constructor(){super(new Zs(-5,5,5,-5,.5,500)),this.isDirectionalLightShadow=!0}},js=class extends qs{constructor(e,t){super(e,t),this.isDirectionalLight=!0,this.type="DirectionalLight",this.position.copy(_n.DEFAULT_UP),this.updateMatrix(),this.target=new _n,this.shadow=new $c}dispose(){super.dispose(),this.shadow.dispose()}copy(e){return super.copy(e),this.target=e.target.clone(),this.shadow=e.shadow.clone(),this}toJSON(e){let t=super.toJSON(e);return t.object.shadow=this.shadow.toJSON(),t.object.target=this.target.uuid,t}};var Pr=-90,Ir=1,Wr=class extends _n{constructor(e,t,n){super(),this.type="CubeCamera",this.renderTarget=n,this.coordinateSystem=null,this.activeMipmapLevel=0;let r=new Sn(Pr,Ir,e,t);r.layers=this.layers,this.add(r);let a=new Sn(Pr,Ir,e,t);a.layers=this.layers,this.add(a);let l=new Sn(Pr,Ir,e,t);l.layers=this.layers,this.add(l);let c=new Sn(Pr,Ir,e,t);c.layers=this.layers,this.add(c);let h=new Sn(Pr,Ir,e,t);h.layers=this.layers,this.add(h);let d=new Sn(Pr,Ir,e,t);d.layers=this.layers,this.add(d)}updateCoordinateSystem(){let e=this.coordinateSystem,t=this.children.concat(),[n,r,a,l,c,h]=t;for(let d of t)this.remove(d);if(e===On)n.up.set(0,1,0),n.lookAt(1,0,0),r.up.set(0,1,0),r.lookAt(-1,0,0),a.up.set(0,0,-1),a.lookAt(0,1,0),l.up.set(0,0,1),l.lookAt(0,-1,0),c.up.set(0,1,0),c.lookAt(0,0,1),h.up.set(0,1,0),h.lookAt(0,0,-1);else if(e===Ur)n.up.set(0,-1,0),n.lookAt(-1,0,0),r.up.set(0,-1,0),r.lookAt(1,0,0),a.up.set(0,0,1),a.lookAt(0,1,0),l.up.set(0,0,-1),l.lookAt(0,-1,0),c.up.set(0,-1,0),c.lookAt(0,0,1),h.up.set(0,-1,0),h.lookAt(0,0,-1);else throw new Error("THREE.CubeCamera.updateCoordinateSystem(): Invalid coordinate system: "+e);for(let d of t)this.add(d),d.updateMatrixWorld()}update(e,t){this.parent===null&&this.updateMatrixWorld();let{renderTarget:n,activeMipmapLevel:r}=this;this.coordinateSystem!==e.coordinateSystem&&(this.coordinateSystem=e.coordinateSystem,this.updateCoordinateSystem());let[a,l,c,h,d,p]=this.children,m=e.getRenderTarget(),v=e.getActiveCubeFace(),y=e.getActiveMipmapLevel(),S=e.xr.enabled;e.xr.enabled=!1;let T=n.texture.mipmapsAutoUpdate;n.texture.mipmapsAutoUpdate=!1;let _=!1;e.isWebGLRenderer===!0?_=e.state.buffers.depth.getReversed():_=e.reversedDepthBuffer,e.setRenderTarget(n,0,r),_&&e.autoClear===!1&&e.clearDepth(),e.render(t,a),e.setRenderTarget(n,1,r),_&&e.autoClear===!1&&e.clearDepth(),e.render(t,l),e.setRenderTarget(n,2,r),_&&e.autoClear===!1&&e.clearDepth(),e.render(t,c),e.setRenderTarget(n,3,r),_&&e.autoClear===!1&&e.clearDepth(),e.render(t,h),e.setRenderTarget(n,4,r),_&&e.autoClear===!1&&e.clearDepth(),e.render(t,d),n.texture.mipmapsAutoUpdate=T,e.setRenderTarget(n,5,r),_&&e.autoClear===!1&&e.clearDepth(),e.render(t,p),e.setRenderTarget(m,v,y),e.xr.enabled=S,n.texture.needsPMREMUpdate=!0}},$o=class extends Sn{constructor(e=[]){super(),this.isArrayCamera=!0,this.isMultiViewCamera=!1,this.cameras=e,this.perCameraFrustumCulled=!1}};var wu="\\[\\]\\.:\\/",mx=new RegExp("["+wu+"]","g"),Eu="[^"+wu+"]",gx="[^"+wu.replace("\\.","")+"]",_x=/((?:WC+[\/:])*)/.source.replace("WC",Eu),vx=/(WCOD+)?/.source.replace("WCOD",gx),yx=/(?:\.(WC+)(?:\[(.+)\])?)?/.source.replace("WC",Eu),xx=/\.(WC+)(?:\[(.+)\])?/.source.replace("WC",Eu),Sx=new RegExp("^"+_x+vx+yx+xx+"$"),Mx=["material","materials","bones","map"],qc=class{constructor(e,t,n){let r=n||zt.parseTrackName(t);this._targetGroup=e,this._bindings=e.subscribe_(t,r)}getValue(e,t){this.bind();let n=this._targetGroup.nCachedObjects_,r=this._bindings[n];r!==void 0&&r.getValue(e,t)}setValue(e,t){let n=this._bindings;for(let r=this._targetGroup.nCachedObjects_,a=n.length;r!==a;++r)n[r].setValue(e,t)}bind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,n=e.length;t!==n;++t)e[t].bind()}unbind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,n=e.length;t!==n;++t)e[t].unbind()}},zt=class i{constructor(e,t,n){this.path=t,this.parsedPath=n||i.parseTrackName(t),this.node=i.findNode(e,this.parsedPath.nodeName),this.rootNode=e,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}static create(e,t,n){return e&&e.isAnimationObjectGroup?new i.Composite(e,t,n):new i(e,t,n)}static sanitizeNodeName(e){return e.replace(/\s/g,"_").replace(mx,"")}static parseTrackName(e){let t=Sx.exec(e);if(t===null)throw new Error("THREE.PropertyBinding: Cannot parse trackName: "+e);let n={nodeName:t[2],objectName:t[3],objectIndex:t[4],propertyName:t[5],propertyIndex:t[6]},r=n.nodeName&&n.nodeName.lastIndexOf(".");if(r!==void 0&&r!==-1){let a=n.nodeName.substring(r+1);Mx.indexOf(a)!==-1&&(n.nodeName=n.nodeName.substring(0,r),n.objectName=a)}if(n.propertyName===null||n.propertyName.length===0)throw new Error("THREE.PropertyBinding: can not parse propertyName from trackName: "+e);return n}static findNode(e,t){if(t===void 0||t===""||t==="."||t===-1||t===e.name||t===e.uuid)return e;if(e.skeleton){let n=e.skeleton.getBoneByName(t);if(n!==void 0)return n}if(e.children){let n=function(a){for(let l=0;l<a.length;l++){let c=a[l];if(c.name===t||c.uuid===t)return c;let h=n(c.children);if(h)return h}return null},r=n(e.children);if(r)return r}return null}_getValue_unavailable(){}_setValue_unavailable(){}_getValue_direct(e,t){e[t]=this.targetObject[this.propertyName]}_getValue_array(e,t){let n=this.resolvedProperty;for(let r=0,a=n.length;r!==a;++r)e[t++]=n[r]}_getValue_arrayElement(e,t){e[t]=this.resolvedProperty[this.propertyIndex]}_getValue_toArray(e,t){this.resolvedProperty.toArray(e,t)}_setValue_direct(e,t){this.targetObject[this.propertyName]=e[t]}_setValue_direct_setNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.needsUpdate=!0}_setValue_direct_setMatrixWorldNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_array(e,t){let n=this.resolvedProperty;for(let r=0,a=n.length;r!==a;++r)n[r]=e[t++]}_setValue_array_setNeedsUpdate(e,t){let n=this.resolvedProperty;for(let r=0,a=n.length;r!==a;++r)n[r]=e[t++];this.targetObject.needsUpdate=!0}_setValue_array_setMatrixWorldNeedsUpdate(e,t){let n=this.resolvedProperty;for(let r=0,a=n.length;r!==a;++r)n[r]=e[t++];this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_arrayElement(e,t){this.resolvedProperty[this.propertyIndex]=e[t]}_setValue_arrayElement_setNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.needsUpdate=!0}_setValue_arrayElement_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_fromArray(e,t){this.resolvedProperty.fromArray(e,t)}_setValue_fromArray_setNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.needsUpdate=!0}_setValue_fromArray_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.matrixWorldNeedsUpdate=!0}_getValue_unbound(e,t){this.bind(),this.getValue(e,t)}_setValue_unbound(e,t){this.bind(),this.setValue(e,t)}bind(){let e=this.node,t=this.parsedPath,n=t.objectName,r=t.propertyName,a=t.propertyIndex;if(e||(e=i.findNode(this.rootNode,t.nodeName),this.node=e),this.getValue=this._getValue_unavailable,this.setValue=this._setValue_unavailable,!e){rt("PropertyBinding: No target node found for track: "+this.path+".");return}if(n){let d=t.objectIndex;switch(n){case"materials":if(!e.material){at("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.materials){at("PropertyBinding: Can not bind to material.materials as node.material does not have a materials array.",this);return}e=e.material.materials;break;case"bones":if(!e.skeleton){at("PropertyBinding: Can not bind to bones as node does not have a skeleton.",this);return}e=e.skeleton.bones;for(let p=0;p<e.length;p++)if(e[p].name===d){d=p;break}break;case"map":if("map"in e){e=e.map;break}if(!e.material){at("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.map){at("PropertyBinding: Can not bind to material.map as node.material does not have a map.",this);return}e=e.material.map;break;default:if(e[n]===void 0){at("PropertyBinding: Can not bind to objectName of node undefined.",this);return}e=e[n]}if(d!==void 0){if(e[d]===void 0){at("PropertyBinding: Trying to bind to objectIndex of objectName, but is undefined.",this,e);return}e=e[d]}}let l=e[r];if(l===void 0){let d=t.nodeName;at("PropertyBinding: Trying to update property for track: "+d+"."+r+" but it wasn't found.",e);return}let c=this.Versioning.None;this.targetObject=e,e.isMaterial===!0?c=this.Versioning.NeedsUpdate:e.isObject3D===!0&&(c=this.Versioning.MatrixWorldNeedsUpdate);let h=this.BindingType.Direct;if(a!==void 0){if(r==="morphTargetInfluences"){if(!e.geometry){at("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.",this);return}if(!e.geometry.morphAttributes){at("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.morphAttributes.",this);return}e.morphTargetDictionary[a]!==void 0&&(a=e.morphTargetDictionary[a])}h=this.BindingType.ArrayElement,this.resolvedProperty=l,this.propertyIndex=a}else l.fromArray!==void 0&&l.toArray!==void 0?(h=this.BindingType.HasFromToArray,this.resolvedProperty=l):Array.isArray(l)?(h=this.BindingType.EntireArray,this.resolvedProperty=l):this.propertyName=r;this.getValue=this.GetterByBindingType[h],this.setValue=this.SetterByBindingTypeAndVersioning[h][c]}unbind(){this.node=null,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}};zt.Composite=qc;zt.prototype.BindingType={Direct:0,EntireArray:1,ArrayElement:2,HasFromToArray:3};zt.prototype.Versioning={None:0,NeedsUpdate:1,MatrixWorldNeedsUpdate:2};zt.prototype.GetterByBindingType=[zt.prototype._getValue_direct,zt.prototype._getValue_array,zt.prototype._getValue_arrayElement,zt.prototype._getValue_toArray];zt.prototype.SetterByBindingTypeAndVersioning=[[zt.prototype._setValue_direct,zt.prototype._setValue_direct_setNeedsUpdate,zt.prototype._setValue_direct_setMatrixWorldNeedsUpdate],[zt.prototype._setValue_array,zt.prototype._setValue_array_setNeedsUpdate,zt.prototype._setValue_array_setMatrixWorldNeedsUpdate],[zt.prototype._setValue_arrayElement,zt.prototype._setValue_arrayElement_setNeedsUpdate,zt.prototype._setValue_arrayElement_setMatrixWorldNeedsUpdate],[zt.prototype._setValue_fromArray,zt.prototype._setValue_fromArray_setNeedsUpdate,zt.prototype._setValue_fromArray_setMatrixWorldNeedsUpdate]];var LT=new Float32Array(1);var Yc=class{static{this.prototype.isMatrix2=!0}constructor(e,t,n,r){this.elements=[1,0,0,1],e!==void 0&&this.set(e,t,n,r)}identity(){return this.set(1,0,0,1),this}fromArray(e,t=0){for(let n=0;n<4;n++)this.elements[n]=e[n+t];return this}set(e,t,n,r){let a=this.elements;return a[0]=e,a[2]=t,a[1]=n,a[3]=r,this}};function Tu(i,e,t,n){let r=bx(n);switch(t){case pu:return i*e;case Qo:return i*e/r.components*r.byteLength;case el:return i*e/r.components*r.byteLength;case Xi:return i*e*2/r.components*r.byteLength;case tl:return i*e*2/r.components*r.byteLength;case mu:return i*e*3/r.components*r.byteLength;case Zn:return i*e*4/r.components*r.byteLength;case nl:return i*e*4/r.components*r.byteLength;case Qs:case ea:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*8;case ta:case na:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case rl:case al:return Math.max(i,16)*Math.max(e,8)/4;case il:case sl:return Math.max(i,8)*Math.max(e,8)/2;case ol:case ll:case ul:case hl:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*8;case cl:case ia:case dl:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case fl:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case pl:return Math.floor((i+4)/5)*Math.floor((e+3)/4)*16;case ml:return Math.floor((i+4)/5)*Math.floor((e+4)/5)*16;case gl:return Math.floor((i+5)/6)*Math.floor((e+4)/5)*16;case _l:return Math.floor((i+5)/6)*Math.floor((e+5)/6)*16;case vl:return Math.floor((i+7)/8)*Math.floor((e+4)/5)*16;case yl:return Math.floor((i+7)/8)*Math.floor((e+5)/6)*16;case xl:return Math.floor((i+7)/8)*Math.floor((e+7)/8)*16;case Sl:return Math.floor((i+9)/10)*Math.floor((e+4)/5)*16;case Ml:return Math.floor((i+9)/10)*Math.floor((e+5)/6)*16;case bl:return Math.floor((i+9)/10)*Math.floor((e+7)/8)*16;case wl:return Math.floor((i+9)/10)*Math.floor((e+9)/10)*16;case El:return Math.floor((i+11)/12)*Math.floor((e+9)/10)*16;case Tl:return Math.floor((i+11)/12)*Math.floor((e+11)/12)*16;case Al:case Rl:case Cl:return Math.ceil(i/4)*Math.ceil(e/4)*16;case Pl:case Il:return Math.ceil(i/4)*Math.ceil(e/4)*8;case ra:case Ll:return Math.ceil(i/4)*Math.ceil(e/4)*16}throw new Error(`Unable to determine texture byte length for ${t} format.`)}function bx(i){switch(i){case Tn:case uu:return{byteLength:1,components:1};case Yr:case hu:case Jn:return{byteLength:2,components:1};case jo:case Ko:return{byteLength:2,components:4};case Yn:case Zo:case Bn:return{byteLength:4,components:1};case du:case fu:return{byteLength:4,components:3}}throw new Error(`THREE.TextureUtils: Unknown texture type ${i}.`)}typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("register",{detail:{revision:"187"}}));typeof window<"u"&&(window.__THREE__?rt("WARNING: Multiple instances of Three.js being imported."):window.__THREE__="187");function zf(){let i=null,e=!1,t=null,n=null;function r(a,l){n=i.requestAnimationFrame(r),t(a,l)}return{start:function(){e!==!0&&t!==null&&i!==null&&(n=i.requestAnimationFrame(r),e=!0)},stop:function(){i!==null&&i.cancelAnimationFrame(n),e=!1},setAnimationLoop:function(a){t=a},setContext:function(a){i=a}}}function Ex(i){let e=new WeakMap;function t(c,h){let d=c.array,p=c.usage,m=d.byteLength,v=i.createBuffer();i.bindBuffer(h,v),i.bufferData(h,d,p),c.onUploadCallback();let y;if(d instanceof Float32Array)y=i.FLOAT;else if(typeof Float16Array<"u"&&d instanceof Float16Array)y=i.HALF_FLOAT;else if(d instanceof Uint16Array)c.isFloat16BufferAttribute?y=i.HALF_FLOAT:y=i.UNSIGNED_SHORT;else if(d instanceof Int16Array)y=i.SHORT;else if(d instanceof Uint32Array)y=i.UNSIGNED_INT;else if(d instanceof Int32Array)y=i.INT;else if(d instanceof Int8Array)y=i.BYTE;else if(d instanceof Uint8Array)y=i.UNSIGNED_BYTE;else if(d instanceof Uint8ClampedArray)y=i.UNSIGNED_BYTE;else throw new Error("THREE.WebGLAttributes: Unsupported buffer data format: "+d);return{buffer:v,type:y,bytesPerElement:d.BYTES_PER_ELEMENT,version:c.version,size:m}}function n(c,h,d){let p=h.array,m=h.updateRanges;if(i.bindBuffer(d,c),m.length===0)i.bufferSubData(d,0,p);else{m.sort((y,S)=>y.start-S.start);let v=0;for(let y=1;y<m.length;y++){let S=m[v],T=m[y];T.start<=S.start+S.count+1?S.count=Math.max(S.count,T.start+T.count-S.start):(++v,m[v]=T)}m.length=v+1;for(let y=0,S=m.length;y<S;y++){let T=m[y];i.bufferSubData(d,T.start*p.BYTES_PER_ELEMENT,p,T.start,T.count)}h.clearUpdateRanges()}h.onUploadCallback()}function r(c){return c.isInterleavedBufferAttribute&&(c=c.data),e.get(c)}function a(c){c.isInterleavedBufferAttribute&&(c=c.data);let h=e.get(c);h&&(i.deleteBuffer(h.buffer),e.delete(c))}function l(c,h){if(c.isInterleavedBufferAttribute&&(c=c.data),c.isGLBufferAttribute){let p=e.get(c);(!p||p.version<c.version)&&e.set(c,{buffer:c.buffer,type:c.type,bytesPerElement:c.elementSize,version:c.version});return}let d=e.get(c);if(d===void 0)e.set(c,t(c,h));else if(d.version<c.version){if(d.size!==c.array.byteLength)throw new Error("THREE.WebGLAttributes: The size of the buffer attribute's array buffer does not match the original size. Resizing buffer attributes is not supported.");n(d.buffer,c,h),d.version=c.version}}return{get:r,remove:a,update:l}}var Tx=`#ifdef USE_ALPHAHASH
	if ( diffuseColor.a < getAlphaHashThreshold( vPosition ) ) discard;
#endif`,Ax=`#ifdef USE_ALPHAHASH
	const float ALPHA_HASH_SCALE = 0.05;
	float hash2D( vec2 value ) {
		return fract( 1.0e4 * sin( 17.0 * value.x + 0.1 * value.y ) * ( 0.1 + abs( sin( 13.0 * value.y + value.x ) ) ) );
	}
	float hash3D( vec3 value ) {
		return hash2D( vec2( hash2D( value.xy ), value.z ) );
	}
	float getAlphaHashThreshold( vec3 position ) {
		float maxDeriv = max(
			length( dFdx( position.xyz ) ),
			length( dFdy( position.xyz ) )
		);
		float pixScale = 1.0 / ( ALPHA_HASH_SCALE * maxDeriv );
		vec2 pixScales = vec2(
			exp2( floor( log2( pixScale ) ) ),
			exp2( ceil( log2( pixScale ) ) )
		);
		vec2 alpha = vec2(
			hash3D( floor( pixScales.x * position.xyz ) ),
			hash3D( floor( pixScales.y * position.xyz ) )
		);
		float lerpFactor = fract( log2( pixScale ) );
		float x = ( 1.0 - lerpFactor ) * alpha.x + lerpFactor * alpha.y;
		float a = min( lerpFactor, 1.0 - lerpFactor );
		vec3 cases = vec3(
			x * x / ( 2.0 * a * ( 1.0 - a ) ),
			( x - 0.5 * a ) / ( 1.0 - a ),
			1.0 - ( ( 1.0 - x ) * ( 1.0 - x ) / ( 2.0 * a * ( 1.0 - a ) ) )
		);
		float threshold = ( x < ( 1.0 - a ) )
			? ( ( x < a ) ? cases.x : cases.y )
			: cases.z;
		return clamp( threshold , 1.0e-6, 1.0 );
	}
#endif`,Rx=`#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, vAlphaMapUv ).g;
#endif`,Cx=`#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,Px=`#ifdef USE_ALPHATEST
	#ifdef ALPHA_TO_COVERAGE
	diffuseColor.a = smoothstep( alphaTest, alphaTest + fwidth( diffuseColor.a ), diffuseColor.a );
	if ( diffuseColor.a == 0.0 ) discard;
	#else
	if ( diffuseColor.a < alphaTest ) discard;
	#endif
#endif`,Ix=`#ifdef USE_ALPHATEST
	uniform float alphaTest;
#endif`,Lx=`#ifdef USE_AOMAP
	float ambientOcclusion = ( texture2D( aoMap, vAoMapUv ).r - 1.0 ) * aoMapIntensity + 1.0;
	reflectedLight.indirectDiffuse *= ambientOcclusion;
	#if defined( USE_CLEARCOAT ) 
		clearcoatSpecularIndirect *= ambientOcclusion;
	#endif
	#if defined( USE_SHEEN ) 
		sheenSpecularIndirect *= ambientOcclusion;
	#endif
	#if defined( USE_ENVMAP ) && defined( STANDARD )
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		reflectedLight.indirectSpecular *= computeSpecularOcclusion( dotNV, ambientOcclusion, material.roughness );
	#endif
#endif`,Dx=`#ifdef USE_AOMAP
	uniform sampler2D aoMap;
	uniform float aoMapIntensity;
#endif`,Fx=`#ifdef USE_BATCHING
	#if ! defined( GL_ANGLE_multi_draw )
	#define gl_DrawID _gl_DrawID
	uniform int _gl_DrawID;
	#endif
	uniform highp sampler2D batchingTexture;
	uniform highp usampler2D batchingIdTexture;
	mat4 getBatchingMatrix( const in float i ) {
		int size = textureSize( batchingTexture, 0 ).x;
		int j = int( i ) * 4;
		int x = j % size;
		int y = j / size;
		vec4 v1 = texelFetch( batchingTexture, ivec2( x, y ), 0 );
		vec4 v2 = texelFetch( batchingTexture, ivec2( x + 1, y ), 0 );
		vec4 v3 = texelFetch( batchingTexture, ivec2( x + 2, y ), 0 );
		vec4 v4 = texelFetch( batchingTexture, ivec2( x + 3, y ), 0 );
		return mat4( v1, v2, v3, v4 );
	}
	float getIndirectIndex( const in int i ) {
		int size = textureSize( batchingIdTexture, 0 ).x;
		int x = i % size;
		int y = i / size;
		return float( texelFetch( batchingIdTexture, ivec2( x, y ), 0 ).r );
	}
#endif
#ifdef USE_BATCHING_COLOR
	uniform sampler2D batchingColorTexture;
	vec4 getBatchingColor( const in float i ) {
		int size = textureSize( batchingColorTexture, 0 ).x;
		int j = int( i );
		int x = j % size;
		int y = j / size;
		return texelFetch( batchingColorTexture, ivec2( x, y ), 0 );
	}
#endif`,Nx=`#ifdef USE_BATCHING
	mat4 batchingMatrix = getBatchingMatrix( getIndirectIndex( gl_DrawID ) );
#endif`,Ux=`vec3 transformed = vec3( position );
#ifdef USE_ALPHAHASH
	vPosition = vec3( position );
#endif`,Ox=`vec3 objectNormal = vec3( normal );
#ifdef USE_TANGENT
	vec3 objectTangent = vec3( tangent.xyz );
#endif`,Bx=`float G_BlinnPhong_Implicit( ) {
	return 0.25;
}
float D_BlinnPhong( const in float shininess, const in float dotNH ) {
	return RECIPROCAL_PI * ( shininess * 0.5 + 1.0 ) * pow( dotNH, shininess );
}
vec3 BRDF_BlinnPhong( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in vec3 specularColor, const in float shininess ) {
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNH = saturate( dot( normal, halfDir ) );
	float dotVH = saturate( dot( viewDir, halfDir ) );
	vec3 F = F_Schlick( specularColor, 1.0, dotVH );
	float G = G_BlinnPhong_Implicit( );
	float D = D_BlinnPhong( shininess, dotNH );
	return F * ( G * D );
} // validated`,kx=`#ifdef USE_IRIDESCENCE
	const mat3 XYZ_TO_REC709 = mat3(
		 3.2404542, -0.9692660,  0.0556434,
		-1.5371385,  1.8760108, -0.2040259,
		-0.4985314,  0.0415560,  1.0572252
	);
	vec3 Fresnel0ToIor( vec3 fresnel0 ) {
		vec3 sqrtF0 = sqrt( fresnel0 );
		return ( vec3( 1.0 ) + sqrtF0 ) / ( vec3( 1.0 ) - sqrtF0 );
	}
	vec3 IorToFresnel0( vec3 transmittedIor, float incidentIor ) {
		return pow2( ( transmittedIor - vec3( incidentIor ) ) / ( transmittedIor + vec3( incidentIor ) ) );
	}
	float IorToFresnel0( float transmittedIor, float incidentIor ) {
		return pow2( ( transmittedIor - incidentIor ) / ( transmittedIor + incidentIor ));
	}
	vec3 evalSensitivity( float OPD, vec3 shift ) {
		float phase = 2.0 * PI * OPD * 1.0e-9;
		vec3 val = vec3( 5.4856e-13, 4.4201e-13, 5.2481e-13 );
		vec3 pos = vec3( 1.6810e+06, 1.7953e+06, 2.2084e+06 );
		vec3 var = vec3( 4.3278e+09, 9.3046e+09, 6.6121e+09 );
		vec3 xyz = val * sqrt( 2.0 * PI * var ) * cos( pos * phase + shift ) * exp( - pow2( phase ) * var );
		xyz.x += 9.7470e-14 * sqrt( 2.0 * PI * 4.5282e+09 ) * cos( 2.2399e+06 * phase + shift[ 0 ] ) * exp( - 4.5282e+09 * pow2( phase ) );
		xyz /= 1.0685e-7;
		vec3 rgb = XYZ_TO_REC709 * xyz;
		return rgb;
	}
	vec3 evalIridescence( float outsideIOR, float eta2, float cosTheta1, float thinFilmThickness, vec3 baseF0 ) {
		vec3 I;
		float iridescenceIOR = mix( outsideIOR, eta2, smoothstep( 0.0, 0.03, thinFilmThickness ) );
		float sinTheta2Sq = pow2( outsideIOR / iridescenceIOR ) * ( 1.0 - pow2( cosTheta1 ) );
		float cosTheta2Sq = 1.0 - sinTheta2Sq;
		if ( cosTheta2Sq < 0.0 ) {
			return vec3( 1.0 );
		}
		float cosTheta2 = sqrt( cosTheta2Sq );
		float R0 = IorToFresnel0( iridescenceIOR, outsideIOR );
		float R12 = F_Schlick( R0, 1.0, cosTheta1 );
		float T121 = 1.0 - R12;
		float phi12 = 0.0;
		if ( iridescenceIOR < outsideIOR ) phi12 = PI;
		float phi21 = PI - phi12;
		vec3 baseIOR = Fresnel0ToIor( clamp( baseF0, 0.0, 0.9999 ) );		vec3 R1 = IorToFresnel0( baseIOR, iridescenceIOR );
		vec3 R23 = F_Schlick( R1, 1.0, cosTheta2 );
		vec3 phi23 = vec3( 0.0 );
		if ( baseIOR[ 0 ] < iridescenceIOR ) phi23[ 0 ] = PI;
		if ( baseIOR[ 1 ] < iridescenceIOR ) phi23[ 1 ] = PI;
		if ( baseIOR[ 2 ] < iridescenceIOR ) phi23[ 2 ] = PI;
		float OPD = 2.0 * iridescenceIOR * thinFilmThickness * cosTheta2;
		vec3 phi = vec3( phi21 ) + phi23;
		vec3 R123 = clamp( R12 * R23, 1e-5, 0.9999 );
		vec3 r123 = sqrt( R123 );
		vec3 Rs = pow2( T121 ) * R23 / ( vec3( 1.0 ) - R123 );
		vec3 C0 = R12 + Rs;
		I = C0;
		vec3 Cm = Rs - T121;
		for ( int m = 1; m <= 2; ++ m ) {
			Cm *= r123;
			vec3 Sm = 2.0 * evalSensitivity( float( m ) * OPD, float( m ) * phi );
			I += Cm * Sm;
		}
		return max( I, vec3( 0.0 ) );
	}
#endif`,zx=`#ifdef USE_BUMPMAP
	uniform sampler2D bumpMap;
	uniform float bumpScale;
	vec2 dHdxy_fwd() {
		vec2 dSTdx = dFdx( vBumpMapUv );
		vec2 dSTdy = dFdy( vBumpMapUv );
		float Hll = bumpScale * texture2D( bumpMap, vBumpMapUv ).x;
		float dBx = bumpScale * texture2D( bumpMap, vBumpMapUv + dSTdx ).x - Hll;
		float dBy = bumpScale * texture2D( bumpMap, vBumpMapUv + dSTdy ).x - Hll;
		return vec2( dBx, dBy );
	}
	vec3 perturbNormalArb( vec3 surf_pos, vec3 surf_norm, vec2 dHdxy, float faceDirection ) {
		vec3 vSigmaX = normalize( dFdx( surf_pos.xyz ) );
		vec3 vSigmaY = normalize( dFdy( surf_pos.xyz ) );
		vec3 vN = surf_norm;
		vec3 R1 = cross( vSigmaY, vN );
		vec3 R2 = cross( vN, vSigmaX );
		float fDet = dot( vSigmaX, R1 ) * faceDirection;
		vec3 vGrad = sign( fDet ) * ( dHdxy.x * R1 + dHdxy.y * R2 );
		return normalize( abs( fDet ) * surf_norm - vGrad );
	}
#endif`,Gx=`#if NUM_CLIPPING_PLANES > 0
	vec4 plane;
	#ifdef ALPHA_TO_COVERAGE
		float distanceToPlane, distanceGradient;
		float clipOpacity = 1.0;
		#pragma unroll_loop_start
		for ( int i = 0; i < UNION_CLIPPING_PLANES; i ++ ) {
			plane = clippingPlanes[ i ];
			distanceToPlane = - dot( vClipPosition, plane.xyz ) + plane.w;
			distanceGradient = fwidth( distanceToPlane ) / 2.0;
			clipOpacity *= smoothstep( - distanceGradient, distanceGradient, distanceToPlane );
			if ( clipOpacity == 0.0 ) discard;
		}
		#pragma unroll_loop_end
		#if UNION_CLIPPING_PLANES < NUM_CLIPPING_PLANES
			float unionClipOpacity = 1.0;
			#pragma unroll_loop_start
			for ( int i = UNION_CLIPPING_PLANES; i < NUM_CLIPPING_PLANES; i ++ ) {
				plane = clippingPlanes[ i ];
				distanceToPlane = - dot( vClipPosition, plane.xyz ) + plane.w;
				distanceGradient = fwidth( distanceToPlane ) / 2.0;
				unionClipOpacity *= 1.0 - smoothstep( - distanceGradient, distanceGradient, distanceToPlane );
			}
			#pragma unroll_loop_end
			clipOpacity *= 1.0 - unionClipOpacity;
		#endif
		diffuseColor.a *= clipOpacity;
		if ( diffuseColor.a == 0.0 ) discard;
	#else
		#pragma unroll_loop_start
		for ( int i = 0; i < UNION_CLIPPING_PLANES; i ++ ) {
			plane = clippingPlanes[ i ];
			if ( dot( vClipPosition, plane.xyz ) > plane.w ) discard;
		}
		#pragma unroll_loop_end
		#if UNION_CLIPPING_PLANES < NUM_CLIPPING_PLANES
			bool clipped = true;
			#pragma unroll_loop_start
			for ( int i = UNION_CLIPPING_PLANES; i < NUM_CLIPPING_PLANES; i ++ ) {
				plane = clippingPlanes[ i ];
				clipped = ( dot( vClipPosition, plane.xyz ) > plane.w ) && clipped;
			}
			#pragma unroll_loop_end
			if ( clipped ) discard;
		#endif
	#endif
#endif`,Hx=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
	uniform vec4 clippingPlanes[ NUM_CLIPPING_PLANES ];
#endif`,Vx=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
#endif`,Wx=`#if NUM_CLIPPING_PLANES > 0
	vClipPosition = - mvPosition.xyz;
#endif`,Xx=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	diffuseColor *= vColor;
#endif`,$x=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	varying vec4 vColor;
#endif`,qx=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	varying vec4 vColor;
#endif`,Yx=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	vColor = vec4( 1.0 );
#endif
#ifdef USE_COLOR_ALPHA
	vColor *= color;
#elif defined( USE_COLOR )
	vColor.rgb *= color;
#endif
#ifdef USE_INSTANCING_COLOR
	vColor.rgb *= instanceColor.rgb;
#endif
#ifdef USE_BATCHING_COLOR
	vColor *= getBatchingColor( getIndirectIndex( gl_DrawID ) );
#endif`,Jx=`#define PI 3.141592653589793
#define PI2 6.283185307179586
#define PI_HALF 1.5707963267948966
#define RECIPROCAL_PI 0.3183098861837907
#define RECIPROCAL_PI2 0.15915494309189535
#define EPSILON 1e-6
#ifndef saturate
#define saturate( a ) clamp( a, 0.0, 1.0 )
#endif
#define whiteComplement( a ) ( 1.0 - saturate( a ) )
float pow2( const in float x ) { return x*x; }
vec3 pow2( const in vec3 x ) { return x*x; }
float pow3( const in float x ) { return x*x*x; }
float pow4( const in float x ) { float x2 = x*x; return x2*x2; }
float max3( const in vec3 v ) { return max( max( v.x, v.y ), v.z ); }
float average( const in vec3 v ) { return dot( v, vec3( 0.3333333 ) ); }
highp float rand( const in vec2 uv ) {
	const highp float a = 12.9898, b = 78.233, c = 43758.5453;
	highp float dt = dot( uv.xy, vec2( a,b ) ), sn = mod( dt, PI );
	return fract( sin( sn ) * c );
}
#ifdef HIGH_PRECISION
	float precisionSafeLength( vec3 v ) { return length( v ); }
#else
	float precisionSafeLength( vec3 v ) {
		float maxComponent = max3( abs( v ) );
		return length( v / maxComponent ) * maxComponent;
	}
#endif
struct IncidentLight {
	vec3 color;
	vec3 direction;
	bool visible;
};
struct ReflectedLight {
	vec3 directDiffuse;
	vec3 directSpecular;
	vec3 indirectDiffuse;
	vec3 indirectSpecular;
};
#ifdef USE_ALPHAHASH
	varying vec3 vPosition;
#endif
vec3 transformDirection( in vec3 dir, in mat4 matrix ) {
	return normalize( ( matrix * vec4( dir, 0.0 ) ).xyz );
}
#define inverseTransformDirection transformDirectionByInverseViewMatrix
vec3 transformNormalByInverseViewMatrix( in vec3 normal, in mat4 viewMatrix ) {
	return normalize( ( vec4( normal, 0.0 ) * viewMatrix ).xyz );
}
vec3 transformDirectionByInverseViewMatrix( in vec3 dir, in mat4 viewMatrix ) {
	return normalize( ( vec4( dir, 0.0 ) * viewMatrix ).xyz );
}
bool isPerspectiveMatrix( mat4 m ) {
	return m[ 2 ][ 3 ] == - 1.0;
}
vec2 equirectUv( in vec3 dir ) {
	float u = atan( dir.z, dir.x ) * RECIPROCAL_PI2 + 0.5;
	float v = asin( clamp( dir.y, - 1.0, 1.0 ) ) * RECIPROCAL_PI + 0.5;
	return vec2( u, v );
}
vec3 BRDF_Lambert( const in vec3 diffuseColor ) {
	return RECIPROCAL_PI * diffuseColor;
}
vec3 F_Schlick( const in vec3 f0, const in float f90, const in float dotVH ) {
	float fresnel = exp2( ( - 5.55473 * dotVH - 6.98316 ) * dotVH );
	return f0 * ( 1.0 - fresnel ) + ( f90 * fresnel );
}
float F_Schlick( const in float f0, const in float f90, const in float dotVH ) {
	float fresnel = exp2( ( - 5.55473 * dotVH - 6.98316 ) * dotVH );
	return f0 * ( 1.0 - fresnel ) + ( f90 * fresnel );
} // validated`,Zx=`vec3 transformedNormal = objectNormal;
#ifdef USE_TANGENT
	vec3 transformedTangent = objectTangent;
#endif
#ifdef USE_BATCHING
	mat3 bm = mat3( batchingMatrix );
	transformedNormal /= vec3( dot( bm[ 0 ], bm[ 0 ] ), dot( bm[ 1 ], bm[ 1 ] ), dot( bm[ 2 ], bm[ 2 ] ) );
	transformedNormal = bm * transformedNormal;
	#ifdef USE_TANGENT
		transformedTangent = bm * transformedTangent;
	#endif
#endif
#ifdef USE_INSTANCING
	mat3 im = mat3( instanceMatrix );
	transformedNormal /= vec3( dot( im[ 0 ], im[ 0 ] ), dot( im[ 1 ], im[ 1 ] ), dot( im[ 2 ], im[ 2 ] ) );
	transformedNormal = im * transformedNormal;
	#ifdef USE_TANGENT
		transformedTangent = im * transformedTangent;
	#endif
#endif
transformedNormal = normalMatrix * transformedNormal;
#ifdef FLIP_SIDED
	transformedNormal = - transformedNormal;
#endif
#ifdef USE_TANGENT
	transformedTangent = ( modelViewMatrix * vec4( transformedTangent, 0.0 ) ).xyz;
#endif`,jx=`#ifdef USE_DISPLACEMENTMAP
	uniform sampler2D displacementMap;
	uniform float displacementScale;
	uniform float displacementBias;
#endif`,Kx=`#ifdef USE_DISPLACEMENTMAP
	transformed += normalize( objectNormal ) * ( texture2D( displacementMap, vDisplacementMapUv ).x * displacementScale + displacementBias );
#endif`,Qx=`#ifdef USE_EMISSIVEMAP
	vec4 emissiveColor = texture2D( emissiveMap, vEmissiveMapUv );
	#ifdef DECODE_VIDEO_TEXTURE_EMISSIVE
		emissiveColor = sRGBTransferEOTF( emissiveColor );
	#endif
	totalEmissiveRadiance *= emissiveColor.rgb;
#endif`,eS=`#ifdef USE_EMISSIVEMAP
	uniform sampler2D emissiveMap;
#endif`,tS="gl_FragColor = linearToOutputTexel( gl_FragColor );",nS=`vec4 LinearTransferOETF( in vec4 value ) {
	return value;
}
vec4 sRGBTransferEOTF( in vec4 value ) {
	return vec4( mix( pow( value.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), value.rgb * 0.0773993808, vec3( lessThanEqual( value.rgb, vec3( 0.04045 ) ) ) ), value.a );
}
vec4 sRGBTransferOETF( in vec4 value ) {
	return vec4( mix( pow( value.rgb, vec3( 0.41666 ) ) * 1.055 - vec3( 0.055 ), value.rgb * 12.92, vec3( lessThanEqual( value.rgb, vec3( 0.0031308 ) ) ) ), value.a );
}`,iS=`#ifdef USE_ENVMAP
	#ifdef ENV_WORLDPOS
		vec3 cameraToFrag;
		if ( isOrthographic ) {
			cameraToFrag = normalize( vec3( - viewMatrix[ 0 ][ 2 ], - viewMatrix[ 1 ][ 2 ], - viewMatrix[ 2 ][ 2 ] ) );
		} else {
			cameraToFrag = normalize( vWorldPosition - cameraPosition );
		}
		vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
		#ifdef ENVMAP_MODE_REFLECTION
			vec3 reflectVec = reflect( cameraToFrag, worldNormal );
		#else
			vec3 reflectVec = refract( cameraToFrag, worldNormal, refractionRatio );
		#endif
	#else
		vec3 reflectVec = vReflect;
	#endif
	#ifdef ENVMAP_TYPE_CUBE
		vec4 envColor = textureCube( envMap, envMapRotation * reflectVec );
		#ifdef ENVMAP_BLENDING_MULTIPLY
			outgoingLight = mix( outgoingLight, outgoingLight * envColor.xyz, specularStrength * reflectivity );
		#elif defined( ENVMAP_BLENDING_MIX )
			outgoingLight = mix( outgoingLight, envColor.xyz, specularStrength * reflectivity );
		#elif defined( ENVMAP_BLENDING_ADD )
			outgoingLight += envColor.xyz * specularStrength * reflectivity;
		#endif
	#endif
#endif`,rS=`#ifdef USE_ENVMAP
	uniform float envMapIntensity;
	uniform mat3 envMapRotation;
	uniform samplerCube envMap;
	#ifdef ENVMAP_TYPE_PMREM
		float roughnessToMip( const in float roughness ) {
			float r = clamp( roughness, 0.0, 1.0 );
			return ENVMAP_MAX_LOD * r * ( 2.0 - r );
		}
	#endif
#endif`,sS=`#ifdef USE_ENVMAP
	uniform float reflectivity;
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		varying vec3 vWorldPosition;
		uniform float refractionRatio;
	#else
		varying vec3 vReflect;
	#endif
#endif`,aS=`#ifdef USE_ENVMAP
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		
		varying vec3 vWorldPosition;
	#else
		varying vec3 vReflect;
		uniform float refractionRatio;
	#endif
#endif`,oS=`#ifdef USE_ENVMAP
	#ifdef ENV_WORLDPOS
		vWorldPosition = worldPosition.xyz;
	#else
		vec3 cameraToVertex;
		if ( isOrthographic ) {
			cameraToVertex = normalize( vec3( - viewMatrix[ 0 ][ 2 ], - viewMatrix[ 1 ][ 2 ], - viewMatrix[ 2 ][ 2 ] ) );
		} else {
			cameraToVertex = normalize( worldPosition.xyz - cameraPosition );
		}
		vec3 worldNormal = transformNormalByInverseViewMatrix( transformedNormal, viewMatrix );
		#ifdef ENVMAP_MODE_REFLECTION
			vReflect = reflect( cameraToVertex, worldNormal );
		#else
			vReflect = refract( cameraToVertex, worldNormal, refractionRatio );
		#endif
	#endif
#endif`,lS=`#ifdef USE_FOG
	vFogDepth = - mvPosition.z;
#endif`,cS=`#ifdef USE_FOG
	varying float vFogDepth;
#endif`,uS=`#ifdef USE_FOG
	#ifdef FOG_EXP2
		float fogFactor = 1.0 - exp( - fogDensity * fogDensity * vFogDepth * vFogDepth );
	#else
		float fogFactor = smoothstep( fogNear, fogFar, vFogDepth );
	#endif
	gl_FragColor.rgb = mix( gl_FragColor.rgb, fogColor, fogFactor );
#endif`,hS=`#ifdef USE_FOG
	uniform vec3 fogColor;
	varying float vFogDepth;
	#ifdef FOG_EXP2
		uniform float fogDensity;
	#else
		uniform float fogNear;
		uniform float fogFar;
	#endif
#endif`,dS=`#ifdef USE_GRADIENTMAP
	uniform sampler2D gradientMap;
#endif
vec3 getGradientIrradiance( vec3 normal, vec3 lightDirection ) {
	float dotNL = dot( normal, lightDirection );
	vec2 coord = vec2( dotNL * 0.5 + 0.5, 0.0 );
	#ifdef USE_GRADIENTMAP
		return vec3( texture2D( gradientMap, coord ).r );
	#else
		vec2 fw = fwidth( coord ) * 0.5;
		return mix( vec3( 0.7 ), vec3( 1.0 ), smoothstep( 0.7 - fw.x, 0.7 + fw.x, coord.x ) );
	#endif
}`,fS=`#ifdef USE_LIGHTMAP
	uniform sampler2D lightMap;
	uniform float lightMapIntensity;
#endif`,pS=`LambertMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularStrength = specularStrength;`,mS=`varying vec3 vViewPosition;
struct LambertMaterial {
	vec3 diffuseColor;
	float specularStrength;
};
void RE_Direct_Lambert( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Lambert( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_Lambert
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Lambert`,gS=`uniform bool receiveShadow;
uniform vec3 ambientLightColor;
#if defined( USE_LIGHT_PROBES )
	uniform vec3 lightProbe[ 9 ];
#endif
vec3 shGetIrradianceAt( in vec3 normal, in vec3 shCoefficients[ 9 ] ) {
	float x = normal.x, y = normal.y, z = normal.z;
	vec3 result = shCoefficients[ 0 ] * 0.886227;
	result += shCoefficients[ 1 ] * 2.0 * 0.511664 * y;
	result += shCoefficients[ 2 ] * 2.0 * 0.511664 * z;
	result += shCoefficients[ 3 ] * 2.0 * 0.511664 * x;
	result += shCoefficients[ 4 ] * 2.0 * 0.429043 * x * y;
	result += shCoefficients[ 5 ] * 2.0 * 0.429043 * y * z;
	result += shCoefficients[ 6 ] * ( 0.743125 * z * z - 0.247708 );
	result += shCoefficients[ 7 ] * 2.0 * 0.429043 * x * z;
	result += shCoefficients[ 8 ] * 0.429043 * ( x * x - y * y );
	return result;
}
vec3 getLightProbeIrradiance( const in vec3 lightProbe[ 9 ], const in vec3 normal ) {
	vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
	vec3 irradiance = shGetIrradianceAt( worldNormal, lightProbe );
	return irradiance;
}
vec3 getAmbientLightIrradiance( const in vec3 ambientLightColor ) {
	vec3 irradiance = ambientLightColor;
	return irradiance;
}
float getDistanceAttenuation( const in float lightDistance, const in float cutoffDistance, const in float decayExponent ) {
	float distanceFalloff = 1.0 / max( pow( lightDistance, decayExponent ), 0.01 );
	if ( cutoffDistance > 0.0 ) {
		distanceFalloff *= pow2( saturate( 1.0 - pow4( lightDistance / cutoffDistance ) ) );
	}
	return distanceFalloff;
}
float getSpotAttenuation( const in float coneCosine, const in float penumbraCosine, const in float angleCosine ) {
	return smoothstep( coneCosine, penumbraCosine, angleCosine );
}
#if NUM_SUN_LIGHTS > 0
	struct SunLight {
		vec3 direction;
		vec3 color;
	};
	uniform SunLight sunLights[ NUM_SUN_LIGHTS ];
	void getSunLightInfo( const in SunLight sunLight, out IncidentLight light ) {
		light.color = sunLight.color;
		light.direction = sunLight.direction;
		light.visible = true;
	}
#endif
#if NUM_DIR_LIGHTS > 0
	struct DirectionalLight {
		vec3 direction;
		vec3 color;
	};
	uniform DirectionalLight directionalLights[ NUM_DIR_LIGHTS ];
	void getDirectionalLightInfo( const in DirectionalLight directionalLight, out IncidentLight light ) {
		light.color = directionalLight.color;
		light.direction = directionalLight.direction;
		light.visible = true;
	}
#endif
#if NUM_POINT_LIGHTS > 0
	struct PointLight {
		vec3 position;
		vec3 color;
		float distance;
		float decay;
	};
	uniform PointLight pointLights[ NUM_POINT_LIGHTS ];
	void getPointLightInfo( const in PointLight pointLight, const in vec3 geometryPosition, out IncidentLight light ) {
		vec3 lVector = pointLight.position - geometryPosition;
		light.direction = normalize( lVector );
		float lightDistance = length( lVector );
		light.color = pointLight.color;
		light.color *= getDistanceAttenuation( lightDistance, pointLight.distance, pointLight.decay );
		light.visible = ( light.color != vec3( 0.0 ) );
	}
#endif
#if NUM_SPOT_LIGHTS > 0
	struct SpotLight {
		vec3 position;
		vec3 direction;
		vec3 color;
		float distance;
		float decay;
		float coneCos;
		float penumbraCos;
	};
	uniform SpotLight spotLights[ NUM_SPOT_LIGHTS ];
	void getSpotLightInfo( const in SpotLight spotLight, const in vec3 geometryPosition, out IncidentLight light ) {
		vec3 lVector = spotLight.position - geometryPosition;
		light.direction = normalize( lVector );
		float angleCos = dot( light.direction, spotLight.direction );
		float spotAttenuation = getSpotAttenuation( spotLight.coneCos, spotLight.penumbraCos, angleCos );
		if ( spotAttenuation > 0.0 ) {
			float lightDistance = length( lVector );
			light.color = spotLight.color * spotAttenuation;
			light.color *= getDistanceAttenuation( lightDistance, spotLight.distance, spotLight.decay );
			light.visible = ( light.color != vec3( 0.0 ) );
		} else {
			light.color = vec3( 0.0 );
			light.visible = false;
		}
	}
#endif
#if NUM_RECT_AREA_LIGHTS > 0
	struct RectAreaLight {
		vec3 color;
		vec3 position;
		vec3 halfWidth;
		vec3 halfHeight;
	};
	uniform sampler2D ltc_1;	uniform sampler2D ltc_2;
	uniform RectAreaLight rectAreaLights[ NUM_RECT_AREA_LIGHTS ];
#endif
#if NUM_HEMI_LIGHTS > 0
	struct HemisphereLight {
		vec3 direction;
		vec3 skyColor;
		vec3 groundColor;
	};
	uniform HemisphereLight hemisphereLights[ NUM_HEMI_LIGHTS ];
	vec3 getHemisphereLightIrradiance( const in HemisphereLight hemiLight, const in vec3 normal ) {
		float dotNL = dot( normal, hemiLight.direction );
		float hemiDiffuseWeight = 0.5 * dotNL + 0.5;
		vec3 irradiance = mix( hemiLight.groundColor, hemiLight.skyColor, hemiDiffuseWeight );
		return irradiance;
	}
#endif
#include <lightprobes_pars_fragment>`,_S=`#ifdef USE_ENVMAP
	vec3 getIBLIrradiance( const in vec3 normal ) {
		#ifdef ENVMAP_TYPE_PMREM
			vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
			vec4 envMapColor = textureLod( envMap, envMapRotation * worldNormal, ENVMAP_MAX_LOD );
			return PI * envMapColor.rgb * envMapIntensity;
		#else
			return vec3( 0.0 );
		#endif
	}
	vec3 getIBLRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness ) {
		#ifdef ENVMAP_TYPE_PMREM
			vec3 reflectVec = reflect( - viewDir, normal );
			reflectVec = normalize( mix( reflectVec, normal, pow4( roughness ) ) );
			reflectVec = transformDirectionByInverseViewMatrix( reflectVec, viewMatrix );
			vec4 envMapColor = textureLod( envMap, envMapRotation * reflectVec, roughnessToMip( roughness ) );
			return envMapColor.rgb * envMapIntensity;
		#else
			return vec3( 0.0 );
		#endif
	}
	#ifdef USE_RETROREFLECTION
		vec3 getIBLRetroRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness ) {
			#ifdef ENVMAP_TYPE_PMREM
				vec3 retroVec = normalize( mix( viewDir, normal, pow4( roughness ) ) );
				retroVec = transformDirectionByInverseViewMatrix( retroVec, viewMatrix );
				vec4 envMapColor = textureLod( envMap, envMapRotation * retroVec, roughnessToMip( roughness ) );
				return envMapColor.rgb * envMapIntensity;
			#else
				return vec3( 0.0 );
			#endif
		}
	#endif
	#ifdef USE_ANISOTROPY
		vec3 getIBLAnisotropyRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness, const in vec3 bitangent, const in float anisotropy ) {
			#ifdef ENVMAP_TYPE_PMREM
				vec3 bentNormal = cross( bitangent, viewDir );
				bentNormal = normalize( cross( bentNormal, bitangent ) );
				bentNormal = normalize( mix( bentNormal, normal, pow2( pow2( 1.0 - anisotropy * ( 1.0 - roughness ) ) ) ) );
				return getIBLRadiance( viewDir, bentNormal, roughness );
			#else
				return vec3( 0.0 );
			#endif
		}
		#ifdef USE_RETROREFLECTION
			vec3 getIBLAnisotropyRetroRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness, const in vec3 bitangent, const in float anisotropy ) {
				#ifdef ENVMAP_TYPE_PMREM
					vec3 bentNormal = cross( bitangent, viewDir );
					bentNormal = normalize( cross( bentNormal, bitangent ) );
					bentNormal = normalize( mix( bentNormal, normal, pow2( pow2( 1.0 - anisotropy * ( 1.0 - roughness ) ) ) ) );
					return getIBLRetroRadiance( viewDir, bentNormal, roughness );
				#else
					return vec3( 0.0 );
				#endif
			}
		#endif
	#endif
#endif`,vS=`ToonMaterial material;
material.diffuseColor = diffuseColor.rgb;`,yS=`varying vec3 vViewPosition;
struct ToonMaterial {
	vec3 diffuseColor;
};
void RE_Direct_Toon( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in ToonMaterial material, inout ReflectedLight reflectedLight ) {
	vec3 irradiance = getGradientIrradiance( geometryNormal, directLight.direction ) * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Toon( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in ToonMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_Toon
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Toon`,xS=`BlinnPhongMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularColor = specular;
material.specularShininess = shininess;
material.specularStrength = specularStrength;`,SS=`varying vec3 vViewPosition;
struct BlinnPhongMaterial {
	vec3 diffuseColor;
	vec3 specularColor;
	float specularShininess;
	float specularStrength;
};
void RE_Direct_BlinnPhong( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in BlinnPhongMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
	reflectedLight.directSpecular += irradiance * BRDF_BlinnPhong( directLight.direction, geometryViewDir, geometryNormal, material.specularColor, material.specularShininess ) * material.specularStrength;
}
void RE_IndirectDiffuse_BlinnPhong( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in BlinnPhongMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_BlinnPhong
#define RE_IndirectDiffuse		RE_IndirectDiffuse_BlinnPhong`,MS=`PhysicalMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.diffuseContribution = diffuseColor.rgb * ( 1.0 - metalnessFactor );
material.metalness = metalnessFactor;
vec3 dxy = max( abs( dFdx( nonPerturbedNormal ) ), abs( dFdy( nonPerturbedNormal ) ) );
float geometryRoughness = max( max( dxy.x, dxy.y ), dxy.z );
material.roughness = max( roughnessFactor, 0.045 );
material.roughness += geometryRoughness;
material.roughness = min( material.roughness, 1.0 );
#ifdef USE_DIFFUSE_ROUGHNESS
	float diffuseRoughnessFactor = diffuseRoughness;
	#ifdef USE_DIFFUSE_ROUGHNESSMAP
		diffuseRoughnessFactor *= texture2D( diffuseRoughnessMap, vDiffuseRoughnessMapUv ).r;
	#endif
	material.diffuseRoughness = saturate( diffuseRoughnessFactor );
#endif
#ifdef IOR
	material.ior = ior;
	#ifdef USE_SPECULAR
		float specularIntensityFactor = specularIntensity;
		vec3 specularColorFactor = specularColor;
		#ifdef USE_SPECULAR_COLORMAP
			specularColorFactor *= texture2D( specularColorMap, vSpecularColorMapUv ).rgb;
		#endif
		#ifdef USE_SPECULAR_INTENSITYMAP
			specularIntensityFactor *= texture2D( specularIntensityMap, vSpecularIntensityMapUv ).a;
		#endif
		material.specularF90 = mix( specularIntensityFactor, 1.0, metalnessFactor );
	#else
		float specularIntensityFactor = 1.0;
		vec3 specularColorFactor = vec3( 1.0 );
		material.specularF90 = 1.0;
	#endif
	material.specularColor = min( pow2( ( material.ior - 1.0 ) / ( material.ior + 1.0 ) ) * specularColorFactor, vec3( 1.0 ) ) * specularIntensityFactor;
	material.specularColorBlended = mix( material.specularColor, diffuseColor.rgb, metalnessFactor );
#else
	material.specularColor = vec3( 0.04 );
	material.specularColorBlended = mix( material.specularColor, diffuseColor.rgb, metalnessFactor );
	material.specularF90 = 1.0;
#endif
#ifdef USE_CLEARCOAT
	material.clearcoat = clearcoat;
	material.clearcoatRoughness = clearcoatRoughness;
	material.clearcoatF0 = vec3( 0.04 );
	material.clearcoatF90 = 1.0;
	#ifdef USE_CLEARCOATMAP
		material.clearcoat *= texture2D( clearcoatMap, vClearcoatMapUv ).x;
	#endif
	#ifdef USE_CLEARCOAT_ROUGHNESSMAP
		material.clearcoatRoughness *= texture2D( clearcoatRoughnessMap, vClearcoatRoughnessMapUv ).y;
	#endif
	material.clearcoat = saturate( material.clearcoat );	material.clearcoatRoughness = max( material.clearcoatRoughness, 0.045 );
	material.clearcoatRoughness += geometryRoughness;
	material.clearcoatRoughness = min( material.clearcoatRoughness, 1.0 );
#endif
#ifdef USE_DISPERSION
	material.dispersion = dispersion;
#endif
#ifdef USE_RETROREFLECTION
	material.retroreflectivity = retroreflectivity;
#endif
#ifdef USE_IRIDESCENCE
	material.iridescence = iridescence;
	material.iridescenceIOR = iridescenceIOR;
	#ifdef USE_IRIDESCENCEMAP
		material.iridescence *= texture2D( iridescenceMap, vIridescenceMapUv ).r;
	#endif
	#ifdef USE_IRIDESCENCE_THICKNESSMAP
		material.iridescenceThickness = (iridescenceThicknessMaximum - iridescenceThicknessMinimum) * texture2D( iridescenceThicknessMap, vIridescenceThicknessMapUv ).g + iridescenceThicknessMinimum;
	#else
		material.iridescenceThickness = iridescenceThicknessMaximum;
	#endif
#endif
#ifdef USE_SHEEN
	material.sheenColor = sheenColor;
	#ifdef USE_SHEEN_COLORMAP
		material.sheenColor *= texture2D( sheenColorMap, vSheenColorMapUv ).rgb;
	#endif
	material.sheenRoughness = clamp( sheenRoughness, 0.0001, 1.0 );
	#ifdef USE_SHEEN_ROUGHNESSMAP
		material.sheenRoughness *= texture2D( sheenRoughnessMap, vSheenRoughnessMapUv ).a;
	#endif
#endif
#ifdef USE_ANISOTROPY
	#ifdef USE_ANISOTROPYMAP
		mat2 anisotropyMat = mat2( anisotropyVector.x, anisotropyVector.y, - anisotropyVector.y, anisotropyVector.x );
		vec3 anisotropyPolar = texture2D( anisotropyMap, vAnisotropyMapUv ).rgb;
		vec2 anisotropyV = anisotropyMat * normalize( 2.0 * anisotropyPolar.rg - vec2( 1.0 ) ) * anisotropyPolar.b;
	#else
		vec2 anisotropyV = anisotropyVector;
	#endif
	material.anisotropy = length( anisotropyV );
	if( material.anisotropy == 0.0 ) {
		anisotropyV = vec2( 1.0, 0.0 );
	} else {
		anisotropyV /= material.anisotropy;
		material.anisotropy = saturate( material.anisotropy );
	}
	material.alphaT = mix( pow2( material.roughness ), 1.0, pow2( material.anisotropy ) );
	material.anisotropyT = tbn[ 0 ] * anisotropyV.x + tbn[ 1 ] * anisotropyV.y;
	material.anisotropyB = tbn[ 1 ] * anisotropyV.x - tbn[ 0 ] * anisotropyV.y;
#endif`,bS=`uniform sampler2D dfgLUT;
struct PhysicalMaterial {
	vec3 diffuseColor;
	vec3 diffuseContribution;
	vec3 specularColor;
	vec3 specularColorBlended;
	float roughness;
	float metalness;
	float specularF90;
	float dispersion;
	vec2 dfg;
	vec3 multiScatteringCompensation;
	#ifdef USE_DIFFUSE_ROUGHNESS
		float diffuseRoughness;
	#endif
	#ifdef USE_RETROREFLECTION
		float retroreflectivity;
	#endif
	#ifdef USE_CLEARCOAT
		float clearcoat;
		float clearcoatRoughness;
		vec3 clearcoatF0;
		float clearcoatF90;
	#endif
	#ifdef USE_IRIDESCENCE
		float iridescence;
		float iridescenceIOR;
		float iridescenceThickness;
		vec3 iridescenceFresnel;
		vec3 iridescenceF0Dielectric;
		vec3 iridescenceF0Metallic;
	#endif
	#ifdef USE_SHEEN
		vec3 sheenColor;
		float sheenRoughness;
	#endif
	#ifdef IOR
		float ior;
	#endif
	#ifdef USE_TRANSMISSION
		float transmission;
		float transmissionAlpha;
		float thickness;
		float attenuationDistance;
		vec3 attenuationColor;
	#endif
	#ifdef USE_ANISOTROPY
		float anisotropy;
		float alphaT;
		vec3 anisotropyT;
		vec3 anisotropyB;
	#endif
};
vec3 clearcoatSpecularDirect = vec3( 0.0 );
vec3 clearcoatSpecularIndirect = vec3( 0.0 );
vec3 sheenSpecularDirect = vec3( 0.0 );
vec3 sheenSpecularIndirect = vec3(0.0 );
vec3 Schlick_to_F0( const in vec3 f, const in float f90, const in float dotVH ) {
    float x = clamp( 1.0 - dotVH, 0.0, 1.0 );
    float x2 = x * x;
    float x5 = clamp( x * x2 * x2, 0.0, 0.9999 );
    return ( f - vec3( f90 ) * x5 ) / ( 1.0 - x5 );
}
#ifdef USE_DIFFUSE_ROUGHNESS
	const float EON_EPSILON = 1e-7;
	float FON_DirectionalAlbedo( const in float mu, const in float roughness, const in float A ) {
		float muComp = 1.0 - mu;
		float gOverPi = muComp * ( 0.0571085289 + muComp * ( 0.491881867 + muComp * ( - 0.332181442 + muComp * 0.0714429953 ) ) );
		return A * ( 1.0 + roughness * gOverPi );
	}
	vec3 BRDF_EON( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in vec3 diffuseColor, const in float roughness ) {
		vec3 rho = saturate( diffuseColor );
		if ( roughness <= EON_EPSILON ) return BRDF_Lambert( rho );
		float dotNL = saturate( dot( normal, lightDir ) );
		float dotNV = saturate( dot( normal, viewDir ) );
		float s = dot( lightDir, viewDir ) - dotNL * dotNV;
		float sOverT = ( s > 0.0 ) ? s / max( max( dotNL, dotNV ), EON_EPSILON ) : s;
		float A = 1.0 / ( 1.0 + ( 0.5 - 2.0 / ( 3.0 * PI ) ) * roughness );
		vec3 singleScatter = rho * RECIPROCAL_PI * A * ( 1.0 + roughness * sOverT );
		float averageAlbedo = A * ( 1.0 + ( 2.0 / 3.0 - 28.0 / ( 15.0 * PI ) ) * roughness );
		float albedoV = FON_DirectionalAlbedo( dotNV, roughness, A );
		float albedoL = FON_DirectionalAlbedo( dotNL, roughness, A );
		vec3 rhoMultiScatter = rho * rho * averageAlbedo / max( vec3( EON_EPSILON ), vec3( 1.0 ) - rho * ( 1.0 - averageAlbedo ) );
		vec3 multiScatter = rhoMultiScatter * RECIPROCAL_PI
			* max( EON_EPSILON, 1.0 - albedoV )
			* max( EON_EPSILON, 1.0 - albedoL )
			/ max( EON_EPSILON, 1.0 - averageAlbedo );
		return singleScatter + multiScatter;
	}
	vec3 EON_DirectionalAlbedo( const in vec3 diffuseColor, const in float roughness, const in float dotNV ) {
		vec3 rho = saturate( diffuseColor );
		if ( roughness <= EON_EPSILON ) return rho;
		float A = 1.0 / ( 1.0 + ( 0.5 - 2.0 / ( 3.0 * PI ) ) * roughness );
		float directionalAlbedo = FON_DirectionalAlbedo( dotNV, roughness, A );
		float averageAlbedo = A * ( 1.0 + ( 2.0 / 3.0 - 28.0 / ( 15.0 * PI ) ) * roughness );
		vec3 rhoMultiScatter = rho * rho * averageAlbedo / max( vec3( EON_EPSILON ), vec3( 1.0 ) - rho * ( 1.0 - averageAlbedo ) );
		return rho * directionalAlbedo + rhoMultiScatter * ( 1.0 - directionalAlbedo );
	}
#endif
float V_GGX_SmithCorrelated( const in float alpha, const in float dotNL, const in float dotNV ) {
	float a2 = pow2( alpha );
	float gv = dotNL * sqrt( a2 + ( 1.0 - a2 ) * pow2( dotNV ) );
	float gl = dotNV * sqrt( a2 + ( 1.0 - a2 ) * pow2( dotNL ) );
	return 0.5 / max( gv + gl, EPSILON );
}
float D_GGX( const in float alpha, const in float dotNH ) {
	float a2 = pow2( alpha );
	float denom = pow2( dotNH ) * ( a2 - 1.0 ) + 1.0;
	return RECIPROCAL_PI * a2 / pow2( denom );
}
#ifdef USE_ANISOTROPY
	float V_GGX_SmithCorrelated_Anisotropic( const in float alphaT, const in float alphaB, const in float dotTV, const in float dotBV, const in float dotTL, const in float dotBL, const in float dotNV, const in float dotNL ) {
		float gv = dotNL * length( vec3( alphaT * dotTV, alphaB * dotBV, dotNV ) );
		float gl = dotNV * length( vec3( alphaT * dotTL, alphaB * dotBL, dotNL ) );
		return 0.5 / max( gv + gl, EPSILON );
	}
	float D_GGX_Anisotropic( const in float alphaT, const in float alphaB, const in float dotNH, const in float dotTH, const in float dotBH ) {
		float a2 = alphaT * alphaB;
		highp vec3 v = vec3( alphaB * dotTH, alphaT * dotBH, a2 * dotNH );
		highp float v2 = dot( v, v );
		float w2 = a2 / v2;
		return RECIPROCAL_PI * a2 * pow2 ( w2 );
	}
#endif
#ifdef USE_CLEARCOAT
	vec3 BRDF_GGX_Clearcoat( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in PhysicalMaterial material) {
		vec3 f0 = material.clearcoatF0;
		float f90 = material.clearcoatF90;
		float roughness = max( material.clearcoatRoughness, 0.045 );
		float alpha = pow2( roughness );
		vec3 halfDir = normalize( lightDir + viewDir );
		float dotNL = saturate( dot( normal, lightDir ) );
		float dotNV = saturate( dot( normal, viewDir ) );
		float dotNH = saturate( dot( normal, halfDir ) );
		float dotVH = saturate( dot( viewDir, halfDir ) );
		vec3 F = F_Schlick( f0, f90, dotVH );
		float V = V_GGX_SmithCorrelated( alpha, dotNL, dotNV );
		float D = D_GGX( alpha, dotNH );
		return F * ( V * D );
	}
#endif
vec3 BRDF_GGX( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in PhysicalMaterial material ) {
	vec3 f0 = material.specularColorBlended;
	float f90 = material.specularF90;
	float roughness = max( material.roughness, 0.045 );
	float alpha = pow2( roughness );
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNL = saturate( dot( normal, lightDir ) );
	float dotNV = saturate( dot( normal, viewDir ) );
	float dotNH = saturate( dot( normal, halfDir ) );
	float dotVH = saturate( dot( viewDir, halfDir ) );
	vec3 F = F_Schlick( f0, f90, dotVH );
	#ifdef USE_IRIDESCENCE
		F = mix( F, material.iridescenceFresnel, material.iridescence );
	#endif
	#ifdef USE_ANISOTROPY
		float dotTL = dot( material.anisotropyT, lightDir );
		float dotTV = dot( material.anisotropyT, viewDir );
		float dotTH = dot( material.anisotropyT, halfDir );
		float dotBL = dot( material.anisotropyB, lightDir );
		float dotBV = dot( material.anisotropyB, viewDir );
		float dotBH = dot( material.anisotropyB, halfDir );
		float alphaT = max( material.alphaT, alpha );
		float V = V_GGX_SmithCorrelated_Anisotropic( alphaT, alpha, dotTV, dotBV, dotTL, dotBL, dotNV, dotNL );
		float D = D_GGX_Anisotropic( alphaT, alpha, dotNH, dotTH, dotBH );
	#else
		float V = V_GGX_SmithCorrelated( alpha, dotNL, dotNV );
		float D = D_GGX( alpha, dotNH );
	#endif
	return F * ( V * D );
}
vec2 LTC_Uv( const in vec3 N, const in vec3 V, const in float roughness ) {
	const float LUT_SIZE = 64.0;
	const float LUT_SCALE = ( LUT_SIZE - 1.0 ) / LUT_SIZE;
	const float LUT_BIAS = 0.5 / LUT_SIZE;
	float dotNV = saturate( dot( N, V ) );
	vec2 uv = vec2( roughness, sqrt( 1.0 - dotNV ) );
	uv = uv * LUT_SCALE + LUT_BIAS;
	return uv;
}
float LTC_ClippedSphereFormFactor( const in vec3 f ) {
	float l = length( f );
	return max( ( l * l + f.z ) / ( l + 1.0 ), 0.0 );
}
vec3 LTC_EdgeVectorFormFactor( const in vec3 v1, const in vec3 v2 ) {
	float x = dot( v1, v2 );
	float y = abs( x );
	float a = 0.8543985 + ( 0.4965155 + 0.0145206 * y ) * y;
	float b = 3.4175940 + ( 4.1616724 + y ) * y;
	float v = a / b;
	float theta_sintheta = ( x > 0.0 ) ? v : 0.5 * inversesqrt( max( 1.0 - x * x, 1e-7 ) ) - v;
	return cross( v1, v2 ) * theta_sintheta;
}
vec3 LTC_Evaluate( const in vec3 N, const in vec3 V, const in vec3 P, const in mat3 mInv, const in vec3 rectCoords[ 4 ] ) {
	vec3 v1 = rectCoords[ 1 ] - rectCoords[ 0 ];
	vec3 v2 = rectCoords[ 3 ] - rectCoords[ 0 ];
	vec3 lightNormal = cross( v1, v2 );
	if( dot( lightNormal, P - rectCoords[ 0 ] ) < 0.0 ) return vec3( 0.0 );
	vec3 T1, T2;
	T1 = normalize( V - N * dot( V, N ) );
	T2 = - cross( N, T1 );
	mat3 mat = mInv * transpose( mat3( T1, T2, N ) );
	vec3 coords[ 4 ];
	coords[ 0 ] = mat * ( rectCoords[ 0 ] - P );
	coords[ 1 ] = mat * ( rectCoords[ 1 ] - P );
	coords[ 2 ] = mat * ( rectCoords[ 2 ] - P );
	coords[ 3 ] = mat * ( rectCoords[ 3 ] - P );
	coords[ 0 ] = normalize( coords[ 0 ] );
	coords[ 1 ] = normalize( coords[ 1 ] );
	coords[ 2 ] = normalize( coords[ 2 ] );
	coords[ 3 ] = normalize( coords[ 3 ] );
	vec3 vectorFormFactor = vec3( 0.0 );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 0 ], coords[ 1 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 1 ], coords[ 2 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 2 ], coords[ 3 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 3 ], coords[ 0 ] );
	float result = LTC_ClippedSphereFormFactor( vectorFormFactor );
	return vec3( result );
}
#if defined( USE_SHEEN )
float D_Charlie( float roughness, float dotNH ) {
	float alpha = pow2( roughness );
	float invAlpha = 1.0 / alpha;
	float cos2h = dotNH * dotNH;
	float sin2h = max( 1.0 - cos2h, 0.0078125 );
	return ( 2.0 + invAlpha ) * pow( sin2h, invAlpha * 0.5 ) / ( 2.0 * PI );
}
float V_Neubelt( float dotNV, float dotNL ) {
	return saturate( 1.0 / ( 4.0 * ( dotNL + dotNV - dotNL * dotNV ) ) );
}
vec3 BRDF_Sheen( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, vec3 sheenColor, const in float sheenRoughness ) {
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNL = saturate( dot( normal, lightDir ) );
	float dotNV = saturate( dot( normal, viewDir ) );
	float dotNH = saturate( dot( normal, halfDir ) );
	float D = D_Charlie( sheenRoughness, dotNH );
	float V = V_Neubelt( dotNV, dotNL );
	return sheenColor * ( D * V );
}
#endif
float IBLSheenBRDF( const in vec3 normal, const in vec3 viewDir, const in float roughness ) {
	float dotNV = saturate( dot( normal, viewDir ) );
	float r2 = roughness * roughness;
	float rInv = 1.0 / ( roughness + 0.1 );
	float a = -1.9362 + 1.0678 * roughness + 0.4573 * r2 - 0.8469 * rInv;
	float b = -0.6014 + 0.5538 * roughness - 0.4670 * r2 - 0.1255 * rInv;
	float DG = exp( a * dotNV + b );
	return saturate( DG );
}
vec3 EnvironmentBRDF( const in vec3 normal, const in vec3 viewDir, const in vec3 specularColor, const in float specularF90, const in float roughness ) {
	float dotNV = saturate( dot( normal, viewDir ) );
	vec2 fab = texture2D( dfgLUT, vec2( roughness, dotNV ) ).rg;
	return specularColor * fab.x + specularF90 * fab.y;
}
#ifdef USE_IRIDESCENCE
void computeMultiscatteringIridescence( const in vec2 fab, const in vec3 specularColor, const in float specularF90, const in float iridescence, const in vec3 iridescenceF0, inout vec3 singleScatter, inout vec3 multiScatter ) {
#else
void computeMultiscattering( const in vec2 fab, const in vec3 specularColor, const in float specularF90, inout vec3 singleScatter, inout vec3 multiScatter ) {
#endif
	#ifdef USE_IRIDESCENCE
		vec3 Fr = mix( specularColor, iridescenceF0, iridescence );
	#else
		vec3 Fr = specularColor;
	#endif
	vec3 FssEss = Fr * fab.x + specularF90 * fab.y;
	float Ess = fab.x + fab.y;
	float Ems = 1.0 - Ess;
	vec3 Favg = Fr + ( 1.0 - Fr ) * 0.047619;	vec3 Fms = FssEss * Favg / ( 1.0 - Ems * Favg );
	singleScatter += FssEss;
	multiScatter += Fms * Ems;
}
#if NUM_RECT_AREA_LIGHTS > 0
	void RE_Direct_RectArea_Physical( const in RectAreaLight rectAreaLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
		vec3 normal = geometryNormal;
		vec3 viewDir = geometryViewDir;
		vec3 position = geometryPosition;
		vec3 lightPos = rectAreaLight.position;
		vec3 halfWidth = rectAreaLight.halfWidth;
		vec3 halfHeight = rectAreaLight.halfHeight;
		vec3 lightColor = rectAreaLight.color;
		float roughness = material.roughness;
		vec3 rectCoords[ 4 ];
		rectCoords[ 0 ] = lightPos + halfWidth - halfHeight;		rectCoords[ 1 ] = lightPos - halfWidth - halfHeight;
		rectCoords[ 2 ] = lightPos - halfWidth + halfHeight;
		rectCoords[ 3 ] = lightPos + halfWidth + halfHeight;
		vec2 uv = LTC_Uv( normal, viewDir, roughness );
		vec4 t1 = texture2D( ltc_1, uv );
		vec4 t2 = texture2D( ltc_2, uv );
		mat3 mInv = mat3(
			vec3( t1.x, 0, t1.y ),
			vec3(    0, 1,    0 ),
			vec3( t1.z, 0, t1.w )
		);
		vec3 fresnel = ( material.specularColorBlended * t2.x + ( material.specularF90 - material.specularColorBlended ) * t2.y );
		reflectedLight.directSpecular += lightColor * fresnel * LTC_Evaluate( normal, viewDir, position, mInv, rectCoords );
		reflectedLight.directDiffuse += lightColor * material.diffuseContribution * LTC_Evaluate( normal, viewDir, position, mat3( 1.0 ), rectCoords );
		#ifdef USE_CLEARCOAT
			vec3 Ncc = geometryClearcoatNormal;
			vec2 uvClearcoat = LTC_Uv( Ncc, viewDir, material.clearcoatRoughness );
			vec4 t1Clearcoat = texture2D( ltc_1, uvClearcoat );
			vec4 t2Clearcoat = texture2D( ltc_2, uvClearcoat );
			mat3 mInvClearcoat = mat3(
				vec3( t1Clearcoat.x, 0, t1Clearcoat.y ),
				vec3(             0, 1,             0 ),
				vec3( t1Clearcoat.z, 0, t1Clearcoat.w )
			);
			vec3 fresnelClearcoat = material.clearcoatF0 * t2Clearcoat.x + ( material.clearcoatF90 - material.clearcoatF0 ) * t2Clearcoat.y;
			clearcoatSpecularDirect += lightColor * fresnelClearcoat * LTC_Evaluate( Ncc, viewDir, position, mInvClearcoat, rectCoords );
		#endif
	}
#endif
void RE_Direct_Physical( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	#ifdef USE_CLEARCOAT
		float dotNLcc = saturate( dot( geometryClearcoatNormal, directLight.direction ) );
		vec3 ccIrradiance = dotNLcc * directLight.color;
		clearcoatSpecularDirect += ccIrradiance * BRDF_GGX_Clearcoat( directLight.direction, geometryViewDir, geometryClearcoatNormal, material );
	#endif
	#ifdef USE_SHEEN
 
 		sheenSpecularDirect += irradiance * BRDF_Sheen( directLight.direction, geometryViewDir, geometryNormal, material.sheenColor, material.sheenRoughness );
 
 		float sheenAlbedoV = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
 		float sheenAlbedoL = IBLSheenBRDF( geometryNormal, directLight.direction, material.sheenRoughness );
 
 		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * max( sheenAlbedoV, sheenAlbedoL );
 
 		irradiance *= sheenEnergyComp;
 
 	#endif
	vec3 specularBRDF = BRDF_GGX( directLight.direction, geometryViewDir, geometryNormal, material );
	#ifdef USE_RETROREFLECTION
		vec3 retroViewDir = reflect( - geometryViewDir, geometryNormal );
		vec3 retroSpecularBRDF = BRDF_GGX( directLight.direction, retroViewDir, geometryNormal, material );
		specularBRDF = mix( specularBRDF, retroSpecularBRDF, saturate( material.retroreflectivity ) );
	#endif
	reflectedLight.directSpecular += irradiance * specularBRDF * material.multiScatteringCompensation;
	vec3 halfDir = normalize( directLight.direction + geometryViewDir );
	float dotVH = saturate( dot( geometryViewDir, halfDir ) );
	vec3 F = F_Schlick( material.specularColor, material.specularF90, dotVH );
	#ifdef USE_RETROREFLECTION
		vec3 retroHalfDir = normalize( directLight.direction + retroViewDir );
		float dotRetroVH = saturate( dot( retroViewDir, retroHalfDir ) );
		vec3 retroF = F_Schlick( material.specularColor, material.specularF90, dotRetroVH );
		F = mix( F, retroF, saturate( material.retroreflectivity ) );
	#endif
	#ifdef USE_DIFFUSE_ROUGHNESS
		vec3 diffuseBRDF = BRDF_EON( directLight.direction, geometryViewDir, geometryNormal, material.diffuseColor, material.diffuseRoughness ) * ( 1.0 - material.metalness );
	#else
		vec3 diffuseBRDF = BRDF_Lambert( material.diffuseContribution );
	#endif
	reflectedLight.directDiffuse += irradiance * diffuseBRDF * ( 1.0 - F );
}
void RE_IndirectDiffuse_Physical( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
	vec3 singleScattering = vec3( 0.0 );
	vec3 multiScattering = vec3( 0.0 );
	#ifdef USE_IRIDESCENCE
		computeMultiscatteringIridescence( material.dfg, material.specularColor, material.specularF90, material.iridescence, material.iridescenceF0Dielectric, singleScattering, multiScattering );
	#else
		computeMultiscattering( material.dfg, material.specularColor, material.specularF90, singleScattering, multiScattering );
	#endif
	#ifdef USE_DIFFUSE_ROUGHNESS
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		vec3 diffuseAlbedo = EON_DirectionalAlbedo( material.diffuseColor, material.diffuseRoughness, dotNV ) * ( 1.0 - material.metalness );
		vec3 diffuse = irradiance * RECIPROCAL_PI * diffuseAlbedo * ( 1.0 - singleScattering - multiScattering );
	#else
		vec3 diffuse = irradiance * BRDF_Lambert( material.diffuseContribution ) * ( 1.0 - singleScattering - multiScattering );
	#endif
	#ifdef USE_SHEEN
		float sheenAlbedo = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
		sheenSpecularIndirect += irradiance * material.sheenColor * sheenAlbedo * RECIPROCAL_PI;
		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * sheenAlbedo;
		diffuse *= sheenEnergyComp;
	#endif
	reflectedLight.indirectDiffuse += diffuse;
}
void RE_IndirectSpecular_Physical( const in vec3 radiance, const in vec3 irradiance, const in vec3 clearcoatRadiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight) {
	#ifdef USE_CLEARCOAT
		clearcoatSpecularIndirect += clearcoatRadiance * EnvironmentBRDF( geometryClearcoatNormal, geometryViewDir, material.clearcoatF0, material.clearcoatF90, material.clearcoatRoughness );
	#endif
	#ifdef USE_SHEEN
		sheenSpecularIndirect += irradiance * material.sheenColor * IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness ) * RECIPROCAL_PI;
 	#endif
	vec3 singleScatteringDielectric = vec3( 0.0 );
	vec3 multiScatteringDielectric = vec3( 0.0 );
	vec3 singleScatteringMetallic = vec3( 0.0 );
	vec3 multiScatteringMetallic = vec3( 0.0 );
	#ifdef USE_IRIDESCENCE
		computeMultiscatteringIridescence( material.dfg, material.specularColor, material.specularF90, material.iridescence, material.iridescenceF0Dielectric, singleScatteringDielectric, multiScatteringDielectric );
		computeMultiscatteringIridescence( material.dfg, material.diffuseColor, material.specularF90, material.iridescence, material.iridescenceF0Metallic, singleScatteringMetallic, multiScatteringMetallic );
	#else
		computeMultiscattering( material.dfg, material.specularColor, material.specularF90, singleScatteringDielectric, multiScatteringDielectric );
		computeMultiscattering( material.dfg, material.diffuseColor, material.specularF90, singleScatteringMetallic, multiScatteringMetallic );
	#endif
	vec3 singleScattering = mix( singleScatteringDielectric, singleScatteringMetallic, material.metalness );
	vec3 multiScattering = mix( multiScatteringDielectric, multiScatteringMetallic, material.metalness );
	vec3 totalScatteringDielectric = singleScatteringDielectric + multiScatteringDielectric;
	#ifdef USE_DIFFUSE_ROUGHNESS
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		vec3 diffuse = EON_DirectionalAlbedo( material.diffuseColor, material.diffuseRoughness, dotNV ) * ( 1.0 - material.metalness ) * ( 1.0 - totalScatteringDielectric );
	#else
		vec3 diffuse = material.diffuseContribution * ( 1.0 - totalScatteringDielectric );
	#endif
	vec3 cosineWeightedIrradiance = irradiance * RECIPROCAL_PI;
	vec3 indirectSpecular = radiance * singleScattering;
	indirectSpecular += multiScattering * cosineWeightedIrradiance;
	vec3 indirectDiffuse = diffuse * cosineWeightedIrradiance;
	#ifdef USE_SHEEN
		float sheenAlbedo = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * sheenAlbedo;
		indirectSpecular *= sheenEnergyComp;
		indirectDiffuse *= sheenEnergyComp;
	#endif
	reflectedLight.indirectSpecular += indirectSpecular;
	reflectedLight.indirectDiffuse += indirectDiffuse;
}
#define RE_Direct				RE_Direct_Physical
#define RE_Direct_RectArea		RE_Direct_RectArea_Physical
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Physical
#define RE_IndirectSpecular		RE_IndirectSpecular_Physical
float computeSpecularOcclusion( const in float dotNV, const in float ambientOcclusion, const in float roughness ) {
	return saturate( pow( dotNV + ambientOcclusion, exp2( - 16.0 * roughness - 1.0 ) ) - 1.0 + ambientOcclusion );
}`,wS=`
vec3 geometryPosition = - vViewPosition;
vec3 geometryNormal = normal;
vec3 geometryViewDir = ( isOrthographic ) ? vec3( 0, 0, 1 ) : normalize( vViewPosition );
vec3 geometryClearcoatNormal = vec3( 0.0 );
#ifdef USE_CLEARCOAT
	geometryClearcoatNormal = clearcoatNormal;
#endif
#ifdef USE_IRIDESCENCE
	float dotNVi = saturate( dot( normal, geometryViewDir ) );
	if ( material.iridescenceThickness == 0.0 ) {
		material.iridescence = 0.0;
	} else {
		material.iridescence = saturate( material.iridescence );
	}
	if ( material.iridescence > 0.0 ) {
		vec3 iridescenceFresnelDielectric = evalIridescence( 1.0, material.iridescenceIOR, dotNVi, material.iridescenceThickness, material.specularColor );
		vec3 iridescenceFresnelMetallic = evalIridescence( 1.0, material.iridescenceIOR, dotNVi, material.iridescenceThickness, material.diffuseColor );
		material.iridescenceFresnel = mix( iridescenceFresnelDielectric, iridescenceFresnelMetallic, material.metalness );
		material.iridescenceF0Dielectric = Schlick_to_F0( iridescenceFresnelDielectric, 1.0, dotNVi );
		material.iridescenceF0Metallic = Schlick_to_F0( iridescenceFresnelMetallic, 1.0, dotNVi );
	}
#endif
#ifdef STANDARD
	float dotNVms = saturate( dot( geometryNormal, geometryViewDir ) );
	material.dfg = texture2D( dfgLUT, vec2( material.roughness, dotNVms ) ).rg;
	#if ( NUM_SUN_LIGHTS > 0 || NUM_DIR_LIGHTS > 0 || NUM_POINT_LIGHTS > 0 || NUM_SPOT_LIGHTS > 0 )
		float EssMs = material.dfg.x + material.dfg.y;
		material.multiScatteringCompensation = 1.0 + material.specularColorBlended * ( 1.0 / EssMs - 1.0 );
	#endif
#endif
IncidentLight directLight;
#if ( NUM_POINT_LIGHTS > 0 ) && defined( RE_Direct )
	PointLight pointLight;
	#if defined( USE_SHADOWMAP ) && NUM_POINT_LIGHT_SHADOWS > 0
	PointLightShadow pointLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_POINT_LIGHTS; i ++ ) {
		pointLight = pointLights[ i ];
		getPointLightInfo( pointLight, geometryPosition, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_POINT_LIGHT_SHADOWS ) && ( defined( SHADOWMAP_TYPE_PCF ) || defined( SHADOWMAP_TYPE_BASIC ) )
		pointLightShadow = pointLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getPointShadow( pointShadowMap[ i ], pointLightShadow.shadowMapSize, pointLightShadow.shadowIntensity, pointLightShadow.shadowBias, pointLightShadow.shadowRadius, vPointShadowCoord[ i ], pointLightShadow.shadowCameraNear, pointLightShadow.shadowCameraFar ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_SPOT_LIGHTS > 0 ) && defined( RE_Direct )
	SpotLight spotLight;
	vec4 spotColor;
	vec3 spotLightCoord;
	bool inSpotLightMap;
	#if defined( USE_SHADOWMAP ) && NUM_SPOT_LIGHT_SHADOWS > 0
	SpotLightShadow spotLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHTS; i ++ ) {
		spotLight = spotLights[ i ];
		getSpotLightInfo( spotLight, geometryPosition, directLight );
		#if ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS )
		#define SPOT_LIGHT_MAP_INDEX UNROLLED_LOOP_INDEX
		#elif ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
		#define SPOT_LIGHT_MAP_INDEX NUM_SPOT_LIGHT_MAPS
		#else
		#define SPOT_LIGHT_MAP_INDEX ( UNROLLED_LOOP_INDEX - NUM_SPOT_LIGHT_SHADOWS + NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS )
		#endif
		#if ( SPOT_LIGHT_MAP_INDEX < NUM_SPOT_LIGHT_MAPS )
			spotLightCoord = vSpotLightCoord[ i ].xyz / vSpotLightCoord[ i ].w;
			inSpotLightMap = all( lessThan( abs( spotLightCoord * 2. - 1. ), vec3( 1.0 ) ) );
			spotColor = texture2D( spotLightMap[ SPOT_LIGHT_MAP_INDEX ], spotLightCoord.xy );
			directLight.color = inSpotLightMap ? directLight.color * spotColor.rgb : directLight.color;
		#endif
		#undef SPOT_LIGHT_MAP_INDEX
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
		spotLightShadow = spotLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getShadow( spotShadowMap[ i ], spotLightShadow.shadowMapSize, spotLightShadow.shadowIntensity, spotLightShadow.shadowBias, spotLightShadow.shadowRadius, vSpotLightCoord[ i ] ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_SUN_LIGHTS > 0 ) && defined( RE_Direct )
	SunLight sunLight;
	#if defined( USE_SHADOWMAP ) && NUM_SUN_LIGHT_SHADOWS > 0
	SunLightShadow sunLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SUN_LIGHTS; i ++ ) {
		sunLight = sunLights[ i ];
		getSunLightInfo( sunLight, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_SUN_LIGHT_SHADOWS )
		sunLightShadow = sunLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getSunShadow( sunShadowMap[ i ], sunLightShadow, UNROLLED_LOOP_INDEX ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_DIR_LIGHTS > 0 ) && defined( RE_Direct )
	DirectionalLight directionalLight;
	#if defined( USE_SHADOWMAP ) && NUM_DIR_LIGHT_SHADOWS > 0
	DirectionalLightShadow directionalLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_DIR_LIGHTS; i ++ ) {
		directionalLight = directionalLights[ i ];
		getDirectionalLightInfo( directionalLight, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_DIR_LIGHT_SHADOWS )
		directionalLightShadow = directionalLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getShadow( directionalShadowMap[ i ], directionalLightShadow.shadowMapSize, directionalLightShadow.shadowIntensity, directionalLightShadow.shadowBias, directionalLightShadow.shadowRadius, vDirectionalShadowCoord[ i ] ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_RECT_AREA_LIGHTS > 0 ) && defined( RE_Direct_RectArea )
	RectAreaLight rectAreaLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_RECT_AREA_LIGHTS; i ++ ) {
		rectAreaLight = rectAreaLights[ i ];
		RE_Direct_RectArea( rectAreaLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if defined( RE_IndirectDiffuse )
	vec3 iblIrradiance = vec3( 0.0 );
	vec3 irradiance = getAmbientLightIrradiance( ambientLightColor );
	#if defined( USE_LIGHT_PROBES )
		irradiance += getLightProbeIrradiance( lightProbe, geometryNormal );
	#endif
	#if ( NUM_HEMI_LIGHTS > 0 )
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_HEMI_LIGHTS; i ++ ) {
			irradiance += getHemisphereLightIrradiance( hemisphereLights[ i ], geometryNormal );
		}
		#pragma unroll_loop_end
	#endif
	#if NUM_LIGHT_PROBE_GRIDS > 0
		vec3 probeWorldPos = ( ( vec4( geometryPosition, 1.0 ) - viewMatrix[ 3 ] ) * viewMatrix ).xyz;
		vec3 probeWorldNormal = transformNormalByInverseViewMatrix( geometryNormal, viewMatrix );
		int probeGrid = - 1;
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_LIGHT_PROBE_GRIDS; i ++ ) {
			if ( isInsideLightProbeGrid( probeWorldPos, probeWorldNormal, probesMin[ i ], probesMax[ i ], probesResolution[ i ] ) ) probeGrid = UNROLLED_LOOP_INDEX;
		}
		#pragma unroll_loop_end
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_LIGHT_PROBE_GRIDS; i ++ ) {
			if ( probeGrid == UNROLLED_LOOP_INDEX ) irradiance += getLightProbeGridIrradiance( probesSH[ i ], probesMin[ i ], probesMax[ i ], probesResolution[ i ], probeWorldPos, probeWorldNormal );
		}
		#pragma unroll_loop_end
	#endif
#endif
#if defined( RE_IndirectSpecular )
	vec3 radiance = vec3( 0.0 );
	vec3 clearcoatRadiance = vec3( 0.0 );
#endif`,ES=`#if defined( RE_IndirectDiffuse )
	#ifdef USE_LIGHTMAP
		vec4 lightMapTexel = texture2D( lightMap, vLightMapUv );
		vec3 lightMapIrradiance = lightMapTexel.rgb * lightMapIntensity;
		irradiance += lightMapIrradiance;
	#endif
	#if defined( USE_ENVMAP ) && defined( ENVMAP_TYPE_PMREM )
		#if defined( STANDARD ) || defined( LAMBERT ) || defined( PHONG )
			iblIrradiance += getIBLIrradiance( geometryNormal );
		#endif
	#endif
#endif
#if defined( USE_ENVMAP ) && defined( RE_IndirectSpecular )
	#ifdef USE_ANISOTROPY
		vec3 iblRadiance = getIBLAnisotropyRadiance( geometryViewDir, geometryNormal, material.roughness, material.anisotropyB, material.anisotropy );
	#else
		vec3 iblRadiance = getIBLRadiance( geometryViewDir, geometryNormal, material.roughness );
	#endif
	#ifdef USE_RETROREFLECTION
		#ifdef USE_ANISOTROPY
			vec3 retroIBLRadiance = getIBLAnisotropyRetroRadiance( geometryViewDir, geometryNormal, material.roughness, material.anisotropyB, material.anisotropy );
		#else
			vec3 retroIBLRadiance = getIBLRetroRadiance( geometryViewDir, geometryNormal, material.roughness );
		#endif
		iblRadiance = mix( iblRadiance, retroIBLRadiance, saturate( material.retroreflectivity ) );
	#endif
	radiance += iblRadiance;
	#ifdef USE_CLEARCOAT
		clearcoatRadiance += getIBLRadiance( geometryViewDir, geometryClearcoatNormal, material.clearcoatRoughness );
	#endif
#endif`,TS=`#if defined( RE_IndirectDiffuse )
	#if defined( LAMBERT ) || defined( PHONG )
		irradiance += iblIrradiance;
	#endif
	RE_IndirectDiffuse( irradiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif
#if defined( RE_IndirectSpecular )
	RE_IndirectSpecular( radiance, iblIrradiance, clearcoatRadiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif`,AS=`#if NUM_LIGHT_PROBE_GRIDS > 0
uniform highp sampler3D probesSH[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesMin[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesMax[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesResolution[ NUM_LIGHT_PROBE_GRIDS ];
bool isInsideLightProbeGrid( vec3 worldPos, vec3 worldNormal, vec3 probesMin, vec3 probesMax, vec3 probesResolution ) {
	vec3 spacing = ( probesMax - probesMin ) / probesResolution;
	vec3 samplePos = worldPos + worldNormal * spacing * 0.5;
	vec3 margin = spacing * 0.01;
	return all( greaterThanEqual( samplePos, probesMin - margin ) ) && all( lessThanEqual( samplePos, probesMax + margin ) );
}
vec3 getLightProbeGridIrradiance( highp sampler3D probesSH, vec3 probesMin, vec3 probesMax, vec3 probesResolution, vec3 worldPos, vec3 worldNormal ) {
	vec3 res = probesResolution;
	vec3 gridRange = probesMax - probesMin;
	vec3 probeSpacing = gridRange / res;
	vec3 samplePos = worldPos + worldNormal * probeSpacing * 0.5;
	vec3 uvw = clamp( ( samplePos - probesMin ) / gridRange, 0.5 / res, 1.0 - 0.5 / res );
	float nz          = res.z;
	float paddedSlices = nz + 2.0;
	float atlasDepth  = 7.0 * paddedSlices;
	float uvZBase     = uvw.z * nz + 1.0;
	vec4 s0 = texture( probesSH, vec3( uvw.xy, ( uvZBase                       ) / atlasDepth ) );
	vec4 s1 = texture( probesSH, vec3( uvw.xy, ( uvZBase +       paddedSlices   ) / atlasDepth ) );
	vec4 s2 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 2.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s3 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 3.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s4 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 4.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s5 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 5.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s6 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 6.0 * paddedSlices   ) / atlasDepth ) );
	vec3 c0 = s0.xyz;
	vec3 c1 = vec3( s0.w, s1.xy );
	vec3 c2 = vec3( s1.zw, s2.x );
	vec3 c3 = s2.yzw;
	vec3 c4 = s3.xyz;
	vec3 c5 = vec3( s3.w, s4.xy );
	vec3 c6 = vec3( s4.zw, s5.x );
	vec3 c7 = s5.yzw;
	vec3 c8 = s6.xyz;
	float x = worldNormal.x, y = worldNormal.y, z = worldNormal.z;
	vec3 result = c0 * 0.886227;
	result += c1 * 2.0 * 0.511664 * y;
	result += c2 * 2.0 * 0.511664 * z;
	result += c3 * 2.0 * 0.511664 * x;
	result += c4 * 2.0 * 0.429043 * x * y;
	result += c5 * 2.0 * 0.429043 * y * z;
	result += c6 * ( 0.743125 * z * z - 0.247708 );
	result += c7 * 2.0 * 0.429043 * x * z;
	result += c8 * 0.429043 * ( x * x - y * y );
	return max( result, vec3( 0.0 ) );
}
#endif`,RS=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	gl_FragDepth = vIsPerspective == 0.0 ? gl_FragCoord.z : log2( vFragDepth ) * logDepthBufFC * 0.5;
#endif`,CS=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	uniform float logDepthBufFC;
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,PS=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,IS=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	vFragDepth = 1.0 + gl_Position.w;
	vIsPerspective = float( isPerspectiveMatrix( projectionMatrix ) );
#endif`,LS=`#ifdef USE_MAP
	vec4 sampledDiffuseColor = texture2D( map, vMapUv );
	#ifdef DECODE_VIDEO_TEXTURE
		sampledDiffuseColor = sRGBTransferEOTF( sampledDiffuseColor );
	#endif
	diffuseColor *= sampledDiffuseColor;
#endif`,DS=`#ifdef USE_MAP
	uniform sampler2D map;
#endif`,FS=`#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
	#if defined( USE_POINTS_UV )
		vec2 uv = vUv;
	#else
		vec2 uv = ( uvTransform * vec3( gl_PointCoord.x, 1.0 - gl_PointCoord.y, 1 ) ).xy;
	#endif
#endif
#ifdef USE_MAP
	diffuseColor *= texture2D( map, uv );
#endif
#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, uv ).g;
#endif`,NS=`#if defined( USE_POINTS_UV )
	varying vec2 vUv;
#else
	#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
		uniform mat3 uvTransform;
	#endif
#endif
#ifdef USE_MAP
	uniform sampler2D map;
#endif
#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,US=`float metalnessFactor = metalness;
#ifdef USE_METALNESSMAP
	vec4 texelMetalness = texture2D( metalnessMap, vMetalnessMapUv );
	metalnessFactor *= texelMetalness.b;
#endif`,OS=`#ifdef USE_METALNESSMAP
	uniform sampler2D metalnessMap;
#endif`,BS=`#ifdef USE_INSTANCING_MORPH
	float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	float morphTargetBaseInfluence = texelFetch( morphTexture, ivec2( 0, gl_InstanceID ), 0 ).r;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		morphTargetInfluences[i] =  texelFetch( morphTexture, ivec2( i + 1, gl_InstanceID ), 0 ).r;
	}
#endif`,kS=`#if defined( USE_MORPHCOLORS )
	#if defined( USE_COLOR_ALPHA )
		vColor *= morphTargetBaseInfluence;
	#elif defined( USE_COLOR )
		vColor.rgb *= morphTargetBaseInfluence;
	#endif
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		#if defined( USE_COLOR_ALPHA )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor += getMorph( gl_VertexID, i, 2 ) * morphTargetInfluences[ i ];
		#elif defined( USE_COLOR )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor.rgb += getMorph( gl_VertexID, i, 2 ).rgb * morphTargetInfluences[ i ];
		#endif
	}
#endif`,zS=`#ifdef USE_MORPHNORMALS
	objectNormal *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) objectNormal += getMorph( gl_VertexID, i, 1 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,GS=`#ifdef USE_MORPHTARGETS
	#ifndef USE_INSTANCING_MORPH
		uniform float morphTargetBaseInfluence;
		uniform float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	#endif
	uniform sampler2DArray morphTargetsTexture;
	uniform ivec2 morphTargetsTextureSize;
	vec4 getMorph( const in int vertexIndex, const in int morphTargetIndex, const in int offset ) {
		int texelIndex = vertexIndex * MORPHTARGETS_TEXTURE_STRIDE + offset;
		int y = texelIndex / morphTargetsTextureSize.x;
		int x = texelIndex - y * morphTargetsTextureSize.x;
		ivec3 morphUV = ivec3( x, y, morphTargetIndex );
		return texelFetch( morphTargetsTexture, morphUV, 0 );
	}
#endif`,HS=`#ifdef USE_MORPHTARGETS
	transformed *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) transformed += getMorph( gl_VertexID, i, 0 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,VS=`float faceDirection = gl_FrontFacing ? 1.0 : - 1.0;
#ifdef FLAT_SHADED
	vec3 fdx = dFdx( vViewPosition );
	vec3 fdy = dFdy( vViewPosition );
	vec3 normal = normalize( cross( fdx, fdy ) );
#else
	vec3 normal = normalize( vNormal );
	#ifdef DOUBLE_SIDED
		normal *= faceDirection;
	#endif
#endif
#if defined( USE_NORMALMAP_TANGENTSPACE ) || defined( USE_CLEARCOAT_NORMALMAP ) || defined( USE_ANISOTROPY )
	#ifdef USE_TANGENT
		mat3 tbn = mat3( normalize( vTangent ), normalize( vBitangent ), normal );
	#else
		mat3 tbn = getTangentFrame( - vViewPosition, normal,
		#if defined( USE_NORMALMAP )
			vNormalMapUv
		#elif defined( USE_CLEARCOAT_NORMALMAP )
			vClearcoatNormalMapUv
		#else
			vUv
		#endif
		);
	#endif
	#ifdef DOUBLE_SIDED
		tbn[0] *= faceDirection;
		tbn[1] *= faceDirection;
	#endif
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	#ifdef USE_TANGENT
		mat3 tbn2 = mat3( normalize( vTangent ), normalize( vBitangent ), normal );
	#else
		mat3 tbn2 = getTangentFrame( - vViewPosition, normal, vClearcoatNormalMapUv );
	#endif
	#ifdef DOUBLE_SIDED
		tbn2[0] *= faceDirection;
		tbn2[1] *= faceDirection;
	#endif
#endif
vec3 nonPerturbedNormal = normal;`,WS=`#ifdef USE_NORMALMAP_OBJECTSPACE
	normal = texture2D( normalMap, vNormalMapUv ).xyz * 2.0 - 1.0;
	#ifdef FLIP_SIDED
		normal = - normal;
	#endif
	#ifdef DOUBLE_SIDED
		normal = normal * faceDirection;
	#endif
	normal = normalize( normalMatrix * normal );
#elif defined( USE_NORMALMAP_TANGENTSPACE )
	vec3 mapN = texture2D( normalMap, vNormalMapUv ).xyz * 2.0 - 1.0;
	#if defined( USE_PACKED_NORMALMAP )
		mapN = vec3( mapN.xy, sqrt( saturate( 1.0 - dot( mapN.xy, mapN.xy ) ) ) );
	#endif
	mapN.xy *= normalScale;
	normal = normalize( tbn * mapN );
#elif defined( USE_BUMPMAP )
	normal = perturbNormalArb( - vViewPosition, normal, dHdxy_fwd(), faceDirection );
#endif`,XS=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,$S=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,qS=`#ifndef FLAT_SHADED
	vNormal = normalize( transformedNormal );
	#ifdef USE_TANGENT
		vTangent = normalize( transformedTangent );
		vBitangent = normalize( cross( vNormal, vTangent ) * tangent.w );
		#ifdef FLIP_SIDED
			vBitangent = - vBitangent;
		#endif
	#endif
#endif`,YS=`#ifdef USE_NORMALMAP
	uniform sampler2D normalMap;
	uniform vec2 normalScale;
#endif
#ifdef USE_NORMALMAP_OBJECTSPACE
	uniform mat3 normalMatrix;
#endif
#if ! defined ( USE_TANGENT ) && ( defined ( USE_NORMALMAP_TANGENTSPACE ) || defined ( USE_CLEARCOAT_NORMALMAP ) || defined( USE_ANISOTROPY ) )
	mat3 getTangentFrame( vec3 eye_pos, vec3 surf_norm, vec2 uv ) {
		vec3 q0 = dFdx( eye_pos.xyz );
		vec3 q1 = dFdy( eye_pos.xyz );
		vec2 st0 = dFdx( uv.st );
		vec2 st1 = dFdy( uv.st );
		vec3 N = surf_norm;
		vec3 q1perp = cross( q1, N );
		vec3 q0perp = cross( N, q0 );
		vec3 T = q1perp * st0.x + q0perp * st1.x;
		vec3 B = q1perp * st0.y + q0perp * st1.y;
		float det = max( dot( T, T ), dot( B, B ) );
		float scale = ( det == 0.0 ) ? 0.0 : inversesqrt( det );
		return mat3( T * scale, B * scale, N );
	}
#endif`,JS=`#ifdef USE_CLEARCOAT
	vec3 clearcoatNormal = nonPerturbedNormal;
#endif`,ZS=`#ifdef USE_CLEARCOAT_NORMALMAP
	vec3 clearcoatMapN = texture2D( clearcoatNormalMap, vClearcoatNormalMapUv ).xyz * 2.0 - 1.0;
	clearcoatMapN.xy *= clearcoatNormalScale;
	clearcoatNormal = normalize( tbn2 * clearcoatMapN );
#endif`,jS=`#ifdef USE_CLEARCOATMAP
	uniform sampler2D clearcoatMap;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform sampler2D clearcoatNormalMap;
	uniform vec2 clearcoatNormalScale;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform sampler2D clearcoatRoughnessMap;
#endif`,KS=`#ifdef USE_IRIDESCENCEMAP
	uniform sampler2D iridescenceMap;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform sampler2D iridescenceThicknessMap;
#endif`,QS=`#ifdef OPAQUE
diffuseColor.a = 1.0;
#endif
#ifdef USE_TRANSMISSION
diffuseColor.a *= material.transmissionAlpha;
#endif
gl_FragColor = vec4( outgoingLight, diffuseColor.a );`,eM=`vec3 packNormalToRGB( const in vec3 normal ) {
	return normalize( normal ) * 0.5 + 0.5;
}
vec3 unpackRGBToNormal( const in vec3 rgb ) {
	return 2.0 * rgb.xyz - 1.0;
}
const float PackUpscale = 256. / 255.;const float UnpackDownscale = 255. / 256.;const float ShiftRight8 = 1. / 256.;
const float Inv255 = 1. / 255.;
const vec4 PackFactors = vec4( 1.0, 256.0, 256.0 * 256.0, 256.0 * 256.0 * 256.0 );
const vec2 UnpackFactors2 = vec2( UnpackDownscale, 1.0 / PackFactors.g );
const vec3 UnpackFactors3 = vec3( UnpackDownscale / PackFactors.rg, 1.0 / PackFactors.b );
const vec4 UnpackFactors4 = vec4( UnpackDownscale / PackFactors.rgb, 1.0 / PackFactors.a );
vec4 packDepthToRGBA( const in float v ) {
	if( v <= 0.0 )
		return vec4( 0., 0., 0., 0. );
	if( v >= 1.0 )
		return vec4( 1., 1., 1., 1. );
	float vuf;
	float af = modf( v * PackFactors.a, vuf );
	float bf = modf( vuf * ShiftRight8, vuf );
	float gf = modf( vuf * ShiftRight8, vuf );
	return vec4( vuf * Inv255, gf * PackUpscale, bf * PackUpscale, af );
}
vec3 packDepthToRGB( const in float v ) {
	if( v <= 0.0 )
		return vec3( 0., 0., 0. );
	if( v >= 1.0 )
		return vec3( 1., 1., 1. );
	float vuf;
	float bf = modf( v * PackFactors.b, vuf );
	float gf = modf( vuf * ShiftRight8, vuf );
	return vec3( vuf * Inv255, gf * PackUpscale, bf );
}
vec2 packDepthToRG( const in float v ) {
	if( v <= 0.0 )
		return vec2( 0., 0. );
	if( v >= 1.0 )
		return vec2( 1., 1. );
	float vuf;
	float gf = modf( v * 256., vuf );
	return vec2( vuf * Inv255, gf );
}
float unpackRGBAToDepth( const in vec4 v ) {
	return dot( v, UnpackFactors4 );
}
float unpackRGBToDepth( const in vec3 v ) {
	return dot( v, UnpackFactors3 );
}
float unpackRGToDepth( const in vec2 v ) {
	return v.r * UnpackFactors2.r + v.g * UnpackFactors2.g;
}
vec4 pack2HalfToRGBA( const in vec2 v ) {
	vec4 r = vec4( v.x, fract( v.x * 255.0 ), v.y, fract( v.y * 255.0 ) );
	return vec4( r.x - r.y / 255.0, r.y, r.z - r.w / 255.0, r.w );
}
vec2 unpackRGBATo2Half( const in vec4 v ) {
	return vec2( v.x + ( v.y / 255.0 ), v.z + ( v.w / 255.0 ) );
}
float viewZToOrthographicDepth( const in float viewZ, const in float near, const in float far ) {
	return ( viewZ + near ) / ( near - far );
}
float orthographicDepthToViewZ( const in float depth, const in float near, const in float far ) {
	#ifdef USE_REVERSED_DEPTH_BUFFER
	
		return depth * ( far - near ) - far;
	#else
		return depth * ( near - far ) - near;
	#endif
}
float viewZToPerspectiveDepth( const in float viewZ, const in float near, const in float far ) {
	return ( ( near + viewZ ) * far ) / ( ( far - near ) * viewZ );
}
float perspectiveDepthToViewZ( const in float depth, const in float near, const in float far ) {
	
	#ifdef USE_REVERSED_DEPTH_BUFFER
		return ( near * far ) / ( ( near - far ) * depth - near );
	#else
		return ( near * far ) / ( ( far - near ) * depth - far );
	#endif
}`,tM=`#ifdef PREMULTIPLIED_ALPHA
	gl_FragColor.rgb *= gl_FragColor.a;
#endif`,nM=`vec4 mvPosition = vec4( transformed, 1.0 );
#ifdef USE_BATCHING
	mvPosition = batchingMatrix * mvPosition;
#endif
#ifdef USE_INSTANCING
	mvPosition = instanceMatrix * mvPosition;
#endif
mvPosition = modelViewMatrix * mvPosition;
gl_Position = projectionMatrix * mvPosition;`,iM=`#ifdef DITHERING
	gl_FragColor.rgb = dithering( gl_FragColor.rgb );
#endif`,rM=`#ifdef DITHERING
	vec3 dithering( vec3 color ) {
		float grid_position = rand( gl_FragCoord.xy );
		vec3 dither_shift_RGB = vec3( 0.25 / 255.0, -0.25 / 255.0, 0.25 / 255.0 );
		dither_shift_RGB = mix( 2.0 * dither_shift_RGB, -2.0 * dither_shift_RGB, grid_position );
		return color + dither_shift_RGB;
	}
#endif`,sM=`float roughnessFactor = roughness;
#ifdef USE_ROUGHNESSMAP
	vec4 texelRoughness = texture2D( roughnessMap, vRoughnessMapUv );
	roughnessFactor *= texelRoughness.g;
#endif`,aM=`#ifdef USE_ROUGHNESSMAP
	uniform sampler2D roughnessMap;
#endif`,oM=`#if NUM_SPOT_LIGHT_COORDS > 0
	varying vec4 vSpotLightCoord[ NUM_SPOT_LIGHT_COORDS ];
#endif
#if NUM_SPOT_LIGHT_MAPS > 0
	uniform sampler2D spotLightMap[ NUM_SPOT_LIGHT_MAPS ];
#endif
#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
		#define SUN_LIGHT_CASCADES 2
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow sunShadowMap[ NUM_SUN_LIGHT_SHADOWS ];
		#else
			uniform sampler2D sunShadowMap[ NUM_SUN_LIGHT_SHADOWS ];
		#endif
		uniform mat4 sunShadowMatrix[ NUM_SUN_LIGHT_SHADOWS * SUN_LIGHT_CASCADES ];
		uniform vec4 sunShadowCascade[ NUM_SUN_LIGHT_SHADOWS * SUN_LIGHT_CASCADES ];
		varying vec4 vSunShadowWorldPosition;
		varying vec3 vSunShadowWorldNormal;
		struct SunLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SunLightShadow sunLightShadows[ NUM_SUN_LIGHT_SHADOWS ];
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow directionalShadowMap[ NUM_DIR_LIGHT_SHADOWS ];
		#else
			uniform sampler2D directionalShadowMap[ NUM_DIR_LIGHT_SHADOWS ];
		#endif
		varying vec4 vDirectionalShadowCoord[ NUM_DIR_LIGHT_SHADOWS ];
		struct DirectionalLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform DirectionalLightShadow directionalLightShadows[ NUM_DIR_LIGHT_SHADOWS ];
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow spotShadowMap[ NUM_SPOT_LIGHT_SHADOWS ];
		#else
			uniform sampler2D spotShadowMap[ NUM_SPOT_LIGHT_SHADOWS ];
		#endif
		struct SpotLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SpotLightShadow spotLightShadows[ NUM_SPOT_LIGHT_SHADOWS ];
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform samplerCubeShadow pointShadowMap[ NUM_POINT_LIGHT_SHADOWS ];
		#elif defined( SHADOWMAP_TYPE_BASIC )
			uniform samplerCube pointShadowMap[ NUM_POINT_LIGHT_SHADOWS ];
		#endif
		varying vec4 vPointShadowCoord[ NUM_POINT_LIGHT_SHADOWS ];
		struct PointLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
			float shadowCameraNear;
			float shadowCameraFar;
		};
		uniform PointLightShadow pointLightShadows[ NUM_POINT_LIGHT_SHADOWS ];
	#endif
	#if defined( SHADOWMAP_TYPE_PCF )
		float interleavedGradientNoise( vec2 position ) {
			return fract( 52.9829189 * fract( dot( position, vec2( 0.06711056, 0.00583715 ) ) ) );
		}
		vec2 vogelDiskSample( int sampleIndex, int samplesCount, float phi ) {
			const float goldenAngle = 2.399963229728653;
			float r = sqrt( ( float( sampleIndex ) + 0.5 ) / float( samplesCount ) );
			float theta = float( sampleIndex ) * goldenAngle + phi;
			return vec2( cos( theta ), sin( theta ) ) * r;
		}
	#endif
	#if defined( SHADOWMAP_TYPE_PCF )
		float getShadow( sampler2DShadow shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				vec2 texelSize = vec2( 1.0 ) / shadowMapSize;
				vec2 radius = shadowRadius * texelSize;
				float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;
				shadow = (
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 0, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 1, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 2, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 3, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 4, 5, phi ) * radius, shadowCoord.z ) )
				) * 0.2;
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#elif defined( SHADOWMAP_TYPE_VSM )
		float getShadow( sampler2D shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				vec2 distribution = texture2D( shadowMap, shadowCoord.xy ).rg;
				float mean = distribution.x;
				float variance = distribution.y * distribution.y;
				#ifdef USE_REVERSED_DEPTH_BUFFER
					float hard_shadow = step( mean, shadowCoord.z );
				#else
					float hard_shadow = step( shadowCoord.z, mean );
				#endif
				
				if ( hard_shadow == 1.0 ) {
					shadow = 1.0;
				} else {
					variance = max( variance, 0.0000001 );
					float d = shadowCoord.z - mean;
					float p_max = variance / ( variance + d * d );
					p_max = clamp( ( p_max - 0.3 ) / 0.65, 0.0, 1.0 );
					shadow = max( hard_shadow, p_max );
				}
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#else
		float getShadow( sampler2D shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				float depth = texture2D( shadowMap, shadowCoord.xy ).r;
				#ifdef USE_REVERSED_DEPTH_BUFFER
					shadow = step( depth, shadowCoord.z );
				#else
					shadow = step( shadowCoord.z, depth );
				#endif
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#endif
	#if NUM_SUN_LIGHT_SHADOWS > 0
		float getSunShadow(
			#if defined( SHADOWMAP_TYPE_PCF )
				sampler2DShadow shadowMap,
			#else
				sampler2D shadowMap,
			#endif
			SunLightShadow sunLightShadow,
			int shadowIndex
		) {
			vec4 shadowWorldPosition = vec4( vSunShadowWorldPosition.xyz + vSunShadowWorldNormal * sunLightShadow.shadowNormalBias, 1.0 );
			float viewDepth = vSunShadowWorldPosition.w;
			int cascadeOffset = shadowIndex * SUN_LIGHT_CASCADES;
			float shadow = 1.0;
			for ( int i = SUN_LIGHT_CASCADES - 1; i >= 0; i -- ) {
				vec4 cascade = sunShadowCascade[ cascadeOffset + i ];
				if ( viewDepth >= cascade.x && viewDepth < cascade.y ) {
					float cascadeShadow = getShadow(
						shadowMap,
						sunLightShadow.shadowMapSize,
						sunLightShadow.shadowIntensity,
						sunLightShadow.shadowBias,
						sunLightShadow.shadowRadius,
						sunShadowMatrix[ cascadeOffset + i ] * shadowWorldPosition
					);
					shadow = mix( cascadeShadow, shadow, smoothstep( cascade.z, cascade.y, viewDepth ) );
				}
			}
			return shadow;
		}
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
	#if defined( SHADOWMAP_TYPE_PCF )
	float getPointShadow( samplerCubeShadow shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord, float shadowCameraNear, float shadowCameraFar ) {
		float shadow = 1.0;
		vec3 lightToPosition = shadowCoord.xyz;
		vec3 bd3D = normalize( lightToPosition );
		vec3 absVec = abs( lightToPosition );
		float viewSpaceZ = max( max( absVec.x, absVec.y ), absVec.z );
		if ( viewSpaceZ - shadowCameraFar <= 0.0 && viewSpaceZ - shadowCameraNear >= 0.0 ) {
			float lightDistance = length( lightToPosition );
			float depthRange = shadowCameraFar - shadowCameraNear;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				float depthA = - shadowCameraNear / depthRange - shadowBias;
				float depthB = shadowCameraNear * shadowCameraFar / ( depthRange * lightDistance );
			#else
				float depthA = shadowCameraFar / depthRange + shadowBias;
				float depthB = - shadowCameraNear * shadowCameraFar / ( depthRange * lightDistance );
			#endif
			float texelSize = shadowRadius / shadowMapSize.x;
			vec3 absDir = abs( bd3D );
			vec3 tangent = absDir.x > absDir.z ? vec3( 0.0, 1.0, 0.0 ) : vec3( 1.0, 0.0, 0.0 );
			tangent = normalize( cross( bd3D, tangent ) );
			vec3 bitangent = cross( bd3D, tangent );
			float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;
			shadow = 0.0;
			for ( int i = 0; i < 5; i ++ ) {
				vec2 offset = vogelDiskSample( i, 5, phi );
				vec3 direction = bd3D + ( tangent * offset.x + bitangent * offset.y ) * texelSize;
				vec3 absDirection = abs( direction );
				float dp = depthA + depthB / max( max( absDirection.x, absDirection.y ), absDirection.z );
				shadow += texture( shadowMap, vec4( direction, dp ) );
			}
			shadow *= 0.2;
		}
		return mix( 1.0, shadow, shadowIntensity );
	}
	#elif defined( SHADOWMAP_TYPE_BASIC )
	float getPointShadow( samplerCube shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord, float shadowCameraNear, float shadowCameraFar ) {
		float shadow = 1.0;
		vec3 lightToPosition = shadowCoord.xyz;
		vec3 absVec = abs( lightToPosition );
		float viewSpaceZ = max( max( absVec.x, absVec.y ), absVec.z );
		if ( viewSpaceZ - shadowCameraFar <= 0.0 && viewSpaceZ - shadowCameraNear >= 0.0 ) {
			float dp = ( shadowCameraFar * ( viewSpaceZ - shadowCameraNear ) ) / ( viewSpaceZ * ( shadowCameraFar - shadowCameraNear ) );
			dp += shadowBias;
			vec3 bd3D = normalize( lightToPosition );
			float depth = textureCube( shadowMap, bd3D ).r;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				depth = 1.0 - depth;
			#endif
			shadow = step( dp, depth );
		}
		return mix( 1.0, shadow, shadowIntensity );
	}
	#endif
	#endif
#endif`,lM=`#if NUM_SPOT_LIGHT_COORDS > 0
	uniform mat4 spotLightMatrix[ NUM_SPOT_LIGHT_COORDS ];
	varying vec4 vSpotLightCoord[ NUM_SPOT_LIGHT_COORDS ];
#endif
#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
		varying vec4 vSunShadowWorldPosition;
		varying vec3 vSunShadowWorldNormal;
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		uniform mat4 directionalShadowMatrix[ NUM_DIR_LIGHT_SHADOWS ];
		varying vec4 vDirectionalShadowCoord[ NUM_DIR_LIGHT_SHADOWS ];
		struct DirectionalLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform DirectionalLightShadow directionalLightShadows[ NUM_DIR_LIGHT_SHADOWS ];
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
		struct SpotLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SpotLightShadow spotLightShadows[ NUM_SPOT_LIGHT_SHADOWS ];
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		uniform mat4 pointShadowMatrix[ NUM_POINT_LIGHT_SHADOWS ];
		varying vec4 vPointShadowCoord[ NUM_POINT_LIGHT_SHADOWS ];
		struct PointLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
			float shadowCameraNear;
			float shadowCameraFar;
		};
		uniform PointLightShadow pointLightShadows[ NUM_POINT_LIGHT_SHADOWS ];
	#endif
#endif`,cM=`#if ( defined( USE_SHADOWMAP ) && ( NUM_DIR_LIGHT_SHADOWS > 0 || NUM_SUN_LIGHT_SHADOWS > 0 || NUM_POINT_LIGHT_SHADOWS > 0 ) ) || ( NUM_SPOT_LIGHT_COORDS > 0 )
	#ifdef HAS_NORMAL
		vec3 shadowWorldNormal = transformNormalByInverseViewMatrix( transformedNormal, viewMatrix );
	#else
		vec3 shadowWorldNormal = vec3( 0.0 );
	#endif
	vec4 shadowWorldPosition;
#endif
#if defined( USE_SHADOWMAP )
	#if NUM_SUN_LIGHT_SHADOWS > 0
		vSunShadowWorldPosition = vec4( worldPosition.xyz, - mvPosition.z );
		vSunShadowWorldNormal = shadowWorldNormal;
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_DIR_LIGHT_SHADOWS; i ++ ) {
			shadowWorldPosition = worldPosition + vec4( shadowWorldNormal * directionalLightShadows[ i ].shadowNormalBias, 0 );
			vDirectionalShadowCoord[ i ] = directionalShadowMatrix[ i ] * shadowWorldPosition;
		}
		#pragma unroll_loop_end
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_POINT_LIGHT_SHADOWS; i ++ ) {
			shadowWorldPosition = worldPosition + vec4( shadowWorldNormal * pointLightShadows[ i ].shadowNormalBias, 0 );
			vPointShadowCoord[ i ] = pointShadowMatrix[ i ] * shadowWorldPosition;
		}
		#pragma unroll_loop_end
	#endif
#endif
#if NUM_SPOT_LIGHT_COORDS > 0
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHT_COORDS; i ++ ) {
		shadowWorldPosition = worldPosition;
		#if ( defined( USE_SHADOWMAP ) && UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
			shadowWorldPosition.xyz += shadowWorldNormal * spotLightShadows[ i ].shadowNormalBias;
		#endif
		vSpotLightCoord[ i ] = spotLightMatrix[ i ] * shadowWorldPosition;
	}
	#pragma unroll_loop_end
#endif`,uM=`float getShadowMask() {
	float shadow = 1.0;
	#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
	SunLightShadow sunLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SUN_LIGHT_SHADOWS; i ++ ) {
		sunLight = sunLightShadows[ i ];
		shadow *= receiveShadow ? getSunShadow( sunShadowMap[ i ], sunLight, UNROLLED_LOOP_INDEX ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
	DirectionalLightShadow directionalLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_DIR_LIGHT_SHADOWS; i ++ ) {
		directionalLight = directionalLightShadows[ i ];
		shadow *= receiveShadow ? getShadow( directionalShadowMap[ i ], directionalLight.shadowMapSize, directionalLight.shadowIntensity, directionalLight.shadowBias, directionalLight.shadowRadius, vDirectionalShadowCoord[ i ] ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
	SpotLightShadow spotLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHT_SHADOWS; i ++ ) {
		spotLight = spotLightShadows[ i ];
		shadow *= receiveShadow ? getShadow( spotShadowMap[ i ], spotLight.shadowMapSize, spotLight.shadowIntensity, spotLight.shadowBias, spotLight.shadowRadius, vSpotLightCoord[ i ] ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0 && ( defined( SHADOWMAP_TYPE_PCF ) || defined( SHADOWMAP_TYPE_BASIC ) )
	PointLightShadow pointLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_POINT_LIGHT_SHADOWS; i ++ ) {
		pointLight = pointLightShadows[ i ];
		shadow *= receiveShadow ? getPointShadow( pointShadowMap[ i ], pointLight.shadowMapSize, pointLight.shadowIntensity, pointLight.shadowBias, pointLight.shadowRadius, vPointShadowCoord[ i ], pointLight.shadowCameraNear, pointLight.shadowCameraFar ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#endif
	return shadow;
}`,hM=`#ifdef USE_SKINNING
	mat4 boneMatX = getBoneMatrix( skinIndex.x );
	mat4 boneMatY = getBoneMatrix( skinIndex.y );
	mat4 boneMatZ = getBoneMatrix( skinIndex.z );
	mat4 boneMatW = getBoneMatrix( skinIndex.w );
#endif`,dM=`#ifdef USE_SKINNING
	uniform mat4 bindMatrix;
	uniform mat4 bindMatrixInverse;
	uniform highp sampler2D boneTexture;
	mat4 getBoneMatrix( const in float i ) {
		int size = textureSize( boneTexture, 0 ).x;
		int j = int( i ) * 4;
		int x = j % size;
		int y = j / size;
		vec4 v1 = texelFetch( boneTexture, ivec2( x, y ), 0 );
		vec4 v2 = texelFetch( boneTexture, ivec2( x + 1, y ), 0 );
		vec4 v3 = texelFetch( boneTexture, ivec2( x + 2, y ), 0 );
		vec4 v4 = texelFetch( boneTexture, ivec2( x + 3, y ), 0 );
		return mat4( v1, v2, v3, v4 );
	}
#endif`,fM=`#ifdef USE_SKINNING
	vec4 skinVertex = bindMatrix * vec4( transformed, 1.0 );
	vec4 skinned = vec4( 0.0 );
	skinned += boneMatX * skinVertex * skinWeight.x;
	skinned += boneMatY * skinVertex * skinWeight.y;
	skinned += boneMatZ * skinVertex * skinWeight.z;
	skinned += boneMatW * skinVertex * skinWeight.w;
	transformed = ( bindMatrixInverse * skinned ).xyz;
#endif`,pM=`#ifdef USE_SKINNING
	mat4 skinMatrix = mat4( 0.0 );
	skinMatrix += skinWeight.x * boneMatX;
	skinMatrix += skinWeight.y * boneMatY;
	skinMatrix += skinWeight.z * boneMatZ;
	skinMatrix += skinWeight.w * boneMatW;
	skinMatrix = bindMatrixInverse * skinMatrix * bindMatrix;
	objectNormal = vec4( skinMatrix * vec4( objectNormal, 0.0 ) ).xyz;
	#ifdef USE_TANGENT
		objectTangent = vec4( skinMatrix * vec4( objectTangent, 0.0 ) ).xyz;
	#endif
#endif`,mM=`float specularStrength;
#ifdef USE_SPECULARMAP
	vec4 texelSpecular = texture2D( specularMap, vSpecularMapUv );
	specularStrength = texelSpecular.r;
#else
	specularStrength = 1.0;
#endif`,gM=`#ifdef USE_SPECULARMAP
	uniform sampler2D specularMap;
#endif`,_M=`#if defined( TONE_MAPPING )
	gl_FragColor.rgb = toneMapping( gl_FragColor.rgb );
#endif`,vM=`#ifndef saturate
#define saturate( a ) clamp( a, 0.0, 1.0 )
#endif
uniform float toneMappingExposure;
vec3 LinearToneMapping( vec3 color ) {
	return saturate( toneMappingExposure * color );
}
vec3 ReinhardToneMapping( vec3 color ) {
	color *= toneMappingExposure;
	return saturate( color / ( vec3( 1.0 ) + color ) );
}
vec3 CineonToneMapping( vec3 color ) {
	color *= toneMappingExposure;
	color = max( vec3( 0.0 ), color - 0.004 );
	return pow( ( color * ( 6.2 * color + 0.5 ) ) / ( color * ( 6.2 * color + 1.7 ) + 0.06 ), vec3( 2.2 ) );
}
vec3 RRTAndODTFit( vec3 v ) {
	vec3 a = v * ( v + 0.0245786 ) - 0.000090537;
	vec3 b = v * ( 0.983729 * v + 0.4329510 ) + 0.238081;
	return a / b;
}
vec3 ACESFilmicToneMapping( vec3 color ) {
	const mat3 ACESInputMat = mat3(
		vec3( 0.59719, 0.07600, 0.02840 ),		vec3( 0.35458, 0.90834, 0.13383 ),
		vec3( 0.04823, 0.01566, 0.83777 )
	);
	const mat3 ACESOutputMat = mat3(
		vec3(  1.60475, -0.10208, -0.00327 ),		vec3( -0.53108,  1.10813, -0.07276 ),
		vec3( -0.07367, -0.00605,  1.07602 )
	);
	color *= toneMappingExposure / 0.6;
	color = ACESInputMat * color;
	color = RRTAndODTFit( color );
	color = ACESOutputMat * color;
	return saturate( color );
}
const mat3 LINEAR_REC2020_TO_LINEAR_SRGB = mat3(
	vec3( 1.6605, - 0.1246, - 0.0182 ),
	vec3( - 0.5876, 1.1329, - 0.1006 ),
	vec3( - 0.0728, - 0.0083, 1.1187 )
);
const mat3 LINEAR_SRGB_TO_LINEAR_REC2020 = mat3(
	vec3( 0.6274, 0.0691, 0.0164 ),
	vec3( 0.3293, 0.9195, 0.0880 ),
	vec3( 0.0433, 0.0113, 0.8956 )
);
vec3 agxDefaultContrastApprox( vec3 x ) {
	vec3 x2 = x * x;
	vec3 x4 = x2 * x2;
	return + 15.5 * x4 * x2
		- 40.14 * x4 * x
		+ 31.96 * x4
		- 6.868 * x2 * x
		+ 0.4298 * x2
		+ 0.1191 * x
		- 0.00232;
}
vec3 AgXToneMapping( vec3 color ) {
	const mat3 AgXInsetMatrix = mat3(
		vec3( 0.856627153315983, 0.137318972929847, 0.11189821299995 ),
		vec3( 0.0951212405381588, 0.761241990602591, 0.0767994186031903 ),
		vec3( 0.0482516061458583, 0.101439036467562, 0.811302368396859 )
	);
	const mat3 AgXOutsetMatrix = mat3(
		vec3( 1.1271005818144368, - 0.1413297634984383, - 0.14132976349843826 ),
		vec3( - 0.11060664309660323, 1.157823702216272, - 0.11060664309660294 ),
		vec3( - 0.016493938717834573, - 0.016493938717834257, 1.2519364065950405 )
	);
	const float AgxMinEv = - 12.47393;	const float AgxMaxEv = 4.026069;
	color *= toneMappingExposure;
	color = LINEAR_SRGB_TO_LINEAR_REC2020 * color;
	color = AgXInsetMatrix * color;
	color = max( color, 1e-10 );	color = log2( color );
	color = ( color - AgxMinEv ) / ( AgxMaxEv - AgxMinEv );
	color = clamp( color, 0.0, 1.0 );
	color = agxDefaultContrastApprox( color );
	color = AgXOutsetMatrix * color;
	color = pow( max( vec3( 0.0 ), color ), vec3( 2.2 ) );
	color = LINEAR_REC2020_TO_LINEAR_SRGB * color;
	color = clamp( color, 0.0, 1.0 );
	return color;
}
vec3 NeutralToneMapping( vec3 color ) {
	const float StartCompression = 0.8 - 0.04;
	const float Desaturation = 0.15;
	color *= toneMappingExposure;
	float x = min( color.r, min( color.g, color.b ) );
	float offset = x < 0.08 ? x - 6.25 * x * x : 0.04;
	color -= offset;
	float peak = max( color.r, max( color.g, color.b ) );
	if ( peak < StartCompression ) return color;
	float d = 1. - StartCompression;
	float newPeak = 1. - d * d / ( peak + d - StartCompression );
	color *= newPeak / peak;
	float g = 1. - 1. / ( Desaturation * ( peak - newPeak ) + 1. );
	return mix( color, vec3( newPeak ), g );
}
vec3 CustomToneMapping( vec3 color ) { return color; }`,yM=`#ifdef USE_TRANSMISSION
	material.transmission = transmission;
	material.transmissionAlpha = 1.0;
	material.thickness = thickness;
	material.attenuationDistance = attenuationDistance;
	material.attenuationColor = attenuationColor;
	#ifdef USE_TRANSMISSIONMAP
		material.transmission *= texture2D( transmissionMap, vTransmissionMapUv ).r;
	#endif
	#ifdef USE_THICKNESSMAP
		material.thickness *= texture2D( thicknessMap, vThicknessMapUv ).g;
	#endif
	vec3 pos = vWorldPosition;
	vec3 v = normalize( cameraPosition - pos );
	vec3 n = transformNormalByInverseViewMatrix( normal, viewMatrix );
	vec4 transmitted = getIBLVolumeRefraction(
		n, v, material.roughness, material.diffuseContribution, material.specularColorBlended, material.specularF90,
		pos, modelMatrix, viewMatrix, projectionMatrix, material.dispersion, material.ior, material.thickness,
		material.attenuationColor, material.attenuationDistance );
	material.transmissionAlpha = mix( material.transmissionAlpha, transmitted.a, material.transmission );
	totalDiffuse = mix( totalDiffuse, transmitted.rgb, material.transmission );
#endif`,xM=`#ifdef USE_TRANSMISSION
	uniform float transmission;
	uniform float thickness;
	uniform float attenuationDistance;
	uniform vec3 attenuationColor;
	#ifdef USE_TRANSMISSIONMAP
		uniform sampler2D transmissionMap;
	#endif
	#ifdef USE_THICKNESSMAP
		uniform sampler2D thicknessMap;
	#endif
	uniform vec2 transmissionSamplerSize;
	uniform sampler2D transmissionSamplerMap;
	uniform mat4 modelMatrix;
	uniform mat4 projectionMatrix;
	varying vec3 vWorldPosition;
	float w0( float a ) {
		return ( 1.0 / 6.0 ) * ( a * ( a * ( - a + 3.0 ) - 3.0 ) + 1.0 );
	}
	float w1( float a ) {
		return ( 1.0 / 6.0 ) * ( a *  a * ( 3.0 * a - 6.0 ) + 4.0 );
	}
	float w2( float a ){
		return ( 1.0 / 6.0 ) * ( a * ( a * ( - 3.0 * a + 3.0 ) + 3.0 ) + 1.0 );
	}
	float w3( float a ) {
		return ( 1.0 / 6.0 ) * ( a * a * a );
	}
	float g0( float a ) {
		return w0( a ) + w1( a );
	}
	float g1( float a ) {
		return w2( a ) + w3( a );
	}
	float h0( float a ) {
		return - 1.0 + w1( a ) / ( w0( a ) + w1( a ) );
	}
	float h1( float a ) {
		return 1.0 + w3( a ) / ( w2( a ) + w3( a ) );
	}
	vec4 bicubic( sampler2D tex, vec2 uv, vec4 texelSize, float lod ) {
		uv = uv * texelSize.zw + 0.5;
		vec2 iuv = floor( uv );
		vec2 fuv = fract( uv );
		float g0x = g0( fuv.x );
		float g1x = g1( fuv.x );
		float h0x = h0( fuv.x );
		float h1x = h1( fuv.x );
		float h0y = h0( fuv.y );
		float h1y = h1( fuv.y );
		vec2 p0 = ( vec2( iuv.x + h0x, iuv.y + h0y ) - 0.5 ) * texelSize.xy;
		vec2 p1 = ( vec2( iuv.x + h1x, iuv.y + h0y ) - 0.5 ) * texelSize.xy;
		vec2 p2 = ( vec2( iuv.x + h0x, iuv.y + h1y ) - 0.5 ) * texelSize.xy;
		vec2 p3 = ( vec2( iuv.x + h1x, iuv.y + h1y ) - 0.5 ) * texelSize.xy;
		return g0( fuv.y ) * ( g0x * textureLod( tex, p0, lod ) + g1x * textureLod( tex, p1, lod ) ) +
			g1( fuv.y ) * ( g0x * textureLod( tex, p2, lod ) + g1x * textureLod( tex, p3, lod ) );
	}
	vec4 textureBicubic( sampler2D sampler, vec2 uv, float lod ) {
		vec2 fLodSize = vec2( textureSize( sampler, int( lod ) ) );
		vec2 cLodSize = vec2( textureSize( sampler, int( lod + 1.0 ) ) );
		vec2 fLodSizeInv = 1.0 / fLodSize;
		vec2 cLodSizeInv = 1.0 / cLodSize;
		vec4 fSample = bicubic( sampler, uv, vec4( fLodSizeInv, fLodSize ), floor( lod ) );
		vec4 cSample = bicubic( sampler, uv, vec4( cLodSizeInv, cLodSize ), ceil( lod ) );
		return mix( fSample, cSample, fract( lod ) );
	}
	vec3 getVolumeTransmissionRay( const in vec3 n, const in vec3 v, const in float thickness, const in float ior, const in mat4 modelMatrix ) {
		vec3 refractionVector = refract( - v, normalize( n ), 1.0 / ior );
		vec3 modelScale;
		modelScale.x = length( vec3( modelMatrix[ 0 ].xyz ) );
		modelScale.y = length( vec3( modelMatrix[ 1 ].xyz ) );
		modelScale.z = length( vec3( modelMatrix[ 2 ].xyz ) );
		return normalize( refractionVector ) * thickness * modelScale;
	}
	float applyIorToRoughness( const in float roughness, const in float ior ) {
		return roughness * clamp( ior * 2.0 - 2.0, 0.0, 1.0 );
	}
	vec4 getTransmissionSample( const in vec2 fragCoord, const in float roughness, const in float ior ) {
		float lod = log2( transmissionSamplerSize.x ) * applyIorToRoughness( roughness, ior );
		return textureBicubic( transmissionSamplerMap, fragCoord.xy, lod );
	}
	vec3 volumeAttenuation( const in float transmissionDistance, const in vec3 attenuationColor, const in float attenuationDistance ) {
		if ( isinf( attenuationDistance ) ) {
			return vec3( 1.0 );
		} else {
			vec3 attenuationCoefficient = -log( attenuationColor ) / attenuationDistance;
			vec3 transmittance = exp( - attenuationCoefficient * transmissionDistance );			return transmittance;
		}
	}
	vec4 getIBLVolumeRefraction( const in vec3 n, const in vec3 v, const in float roughness, const in vec3 diffuseColor,
		const in vec3 specularColor, const in float specularF90, const in vec3 position, const in mat4 modelMatrix,
		const in mat4 viewMatrix, const in mat4 projMatrix, const in float dispersion, const in float ior, const in float thickness,
		const in vec3 attenuationColor, const in float attenuationDistance ) {
		vec4 transmittedLight;
		vec3 transmittance;
		#ifdef USE_DISPERSION
			float halfSpread = ( ior - 1.0 ) * 0.025 * dispersion;
			vec3 iors = vec3( ior - halfSpread, ior, ior + halfSpread );
			for ( int i = 0; i < 3; i ++ ) {
				vec3 transmissionRay = getVolumeTransmissionRay( n, v, thickness, iors[ i ], modelMatrix );
				vec3 refractedRayExit = position + transmissionRay;
				vec4 ndcPos = projMatrix * viewMatrix * vec4( refractedRayExit, 1.0 );
				vec2 refractionCoords = ndcPos.xy / ndcPos.w;
				refractionCoords += 1.0;
				refractionCoords /= 2.0;
				vec4 transmissionSample = getTransmissionSample( refractionCoords, roughness, iors[ i ] );
				transmittedLight[ i ] = transmissionSample[ i ];
				transmittedLight.a += transmissionSample.a;
				transmittance[ i ] = diffuseColor[ i ] * volumeAttenuation( length( transmissionRay ), attenuationColor, attenuationDistance )[ i ];
			}
			transmittedLight.a /= 3.0;
		#else
			vec3 transmissionRay = getVolumeTransmissionRay( n, v, thickness, ior, modelMatrix );
			vec3 refractedRayExit = position + transmissionRay;
			vec4 ndcPos = projMatrix * viewMatrix * vec4( refractedRayExit, 1.0 );
			vec2 refractionCoords = ndcPos.xy / ndcPos.w;
			refractionCoords += 1.0;
			refractionCoords /= 2.0;
			transmittedLight = getTransmissionSample( refractionCoords, roughness, ior );
			transmittance = diffuseColor * volumeAttenuation( length( transmissionRay ), attenuationColor, attenuationDistance );
		#endif
		vec3 attenuatedColor = transmittance * transmittedLight.rgb;
		vec3 F = EnvironmentBRDF( n, v, specularColor, specularF90, roughness );
		float transmittanceFactor = ( transmittance.r + transmittance.g + transmittance.b ) / 3.0;
		return vec4( ( 1.0 - F ) * attenuatedColor, 1.0 - ( 1.0 - transmittedLight.a ) * transmittanceFactor );
	}
#endif`,SM=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	varying vec2 vUv;
#endif
#ifdef USE_MAP
	varying vec2 vMapUv;
#endif
#ifdef USE_ALPHAMAP
	varying vec2 vAlphaMapUv;
#endif
#ifdef USE_LIGHTMAP
	varying vec2 vLightMapUv;
#endif
#ifdef USE_AOMAP
	varying vec2 vAoMapUv;
#endif
#ifdef USE_BUMPMAP
	varying vec2 vBumpMapUv;
#endif
#ifdef USE_NORMALMAP
	varying vec2 vNormalMapUv;
#endif
#ifdef USE_EMISSIVEMAP
	varying vec2 vEmissiveMapUv;
#endif
#ifdef USE_METALNESSMAP
	varying vec2 vMetalnessMapUv;
#endif
#ifdef USE_ROUGHNESSMAP
	varying vec2 vRoughnessMapUv;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	varying vec2 vDiffuseRoughnessMapUv;
#endif
#ifdef USE_ANISOTROPYMAP
	varying vec2 vAnisotropyMapUv;
#endif
#ifdef USE_CLEARCOATMAP
	varying vec2 vClearcoatMapUv;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	varying vec2 vClearcoatNormalMapUv;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	varying vec2 vClearcoatRoughnessMapUv;
#endif
#ifdef USE_IRIDESCENCEMAP
	varying vec2 vIridescenceMapUv;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	varying vec2 vIridescenceThicknessMapUv;
#endif
#ifdef USE_SHEEN_COLORMAP
	varying vec2 vSheenColorMapUv;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	varying vec2 vSheenRoughnessMapUv;
#endif
#ifdef USE_SPECULARMAP
	varying vec2 vSpecularMapUv;
#endif
#ifdef USE_SPECULAR_COLORMAP
	varying vec2 vSpecularColorMapUv;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	varying vec2 vSpecularIntensityMapUv;
#endif
#ifdef USE_TRANSMISSIONMAP
	uniform mat3 transmissionMapTransform;
	varying vec2 vTransmissionMapUv;
#endif
#ifdef USE_THICKNESSMAP
	uniform mat3 thicknessMapTransform;
	varying vec2 vThicknessMapUv;
#endif`,MM=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	varying vec2 vUv;
#endif
#ifdef USE_MAP
	uniform mat3 mapTransform;
	varying vec2 vMapUv;
#endif
#ifdef USE_ALPHAMAP
	uniform mat3 alphaMapTransform;
	varying vec2 vAlphaMapUv;
#endif
#ifdef USE_LIGHTMAP
	uniform mat3 lightMapTransform;
	varying vec2 vLightMapUv;
#endif
#ifdef USE_AOMAP
	uniform mat3 aoMapTransform;
	varying vec2 vAoMapUv;
#endif
#ifdef USE_BUMPMAP
	uniform mat3 bumpMapTransform;
	varying vec2 vBumpMapUv;
#endif
#ifdef USE_NORMALMAP
	uniform mat3 normalMapTransform;
	varying vec2 vNormalMapUv;
#endif
#ifdef USE_DISPLACEMENTMAP
	uniform mat3 displacementMapTransform;
	varying vec2 vDisplacementMapUv;
#endif
#ifdef USE_EMISSIVEMAP
	uniform mat3 emissiveMapTransform;
	varying vec2 vEmissiveMapUv;
#endif
#ifdef USE_METALNESSMAP
	uniform mat3 metalnessMapTransform;
	varying vec2 vMetalnessMapUv;
#endif
#ifdef USE_ROUGHNESSMAP
	uniform mat3 roughnessMapTransform;
	varying vec2 vRoughnessMapUv;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	uniform mat3 diffuseRoughnessMapTransform;
	varying vec2 vDiffuseRoughnessMapUv;
#endif
#ifdef USE_ANISOTROPYMAP
	uniform mat3 anisotropyMapTransform;
	varying vec2 vAnisotropyMapUv;
#endif
#ifdef USE_CLEARCOATMAP
	uniform mat3 clearcoatMapTransform;
	varying vec2 vClearcoatMapUv;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform mat3 clearcoatNormalMapTransform;
	varying vec2 vClearcoatNormalMapUv;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform mat3 clearcoatRoughnessMapTransform;
	varying vec2 vClearcoatRoughnessMapUv;
#endif
#ifdef USE_SHEEN_COLORMAP
	uniform mat3 sheenColorMapTransform;
	varying vec2 vSheenColorMapUv;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	uniform mat3 sheenRoughnessMapTransform;
	varying vec2 vSheenRoughnessMapUv;
#endif
#ifdef USE_IRIDESCENCEMAP
	uniform mat3 iridescenceMapTransform;
	varying vec2 vIridescenceMapUv;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform mat3 iridescenceThicknessMapTransform;
	varying vec2 vIridescenceThicknessMapUv;
#endif
#ifdef USE_SPECULARMAP
	uniform mat3 specularMapTransform;
	varying vec2 vSpecularMapUv;
#endif
#ifdef USE_SPECULAR_COLORMAP
	uniform mat3 specularColorMapTransform;
	varying vec2 vSpecularColorMapUv;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	uniform mat3 specularIntensityMapTransform;
	varying vec2 vSpecularIntensityMapUv;
#endif
#ifdef USE_TRANSMISSIONMAP
	uniform mat3 transmissionMapTransform;
	varying vec2 vTransmissionMapUv;
#endif
#ifdef USE_THICKNESSMAP
	uniform mat3 thicknessMapTransform;
	varying vec2 vThicknessMapUv;
#endif`,bM=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	vUv = vec3( uv, 1 ).xy;
#endif
#ifdef USE_MAP
	vMapUv = ( mapTransform * vec3( MAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ALPHAMAP
	vAlphaMapUv = ( alphaMapTransform * vec3( ALPHAMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_LIGHTMAP
	vLightMapUv = ( lightMapTransform * vec3( LIGHTMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_AOMAP
	vAoMapUv = ( aoMapTransform * vec3( AOMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_BUMPMAP
	vBumpMapUv = ( bumpMapTransform * vec3( BUMPMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_NORMALMAP
	vNormalMapUv = ( normalMapTransform * vec3( NORMALMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_DISPLACEMENTMAP
	vDisplacementMapUv = ( displacementMapTransform * vec3( DISPLACEMENTMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_EMISSIVEMAP
	vEmissiveMapUv = ( emissiveMapTransform * vec3( EMISSIVEMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_METALNESSMAP
	vMetalnessMapUv = ( metalnessMapTransform * vec3( METALNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ROUGHNESSMAP
	vRoughnessMapUv = ( roughnessMapTransform * vec3( ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	vDiffuseRoughnessMapUv = ( diffuseRoughnessMapTransform * vec3( DIFFUSE_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ANISOTROPYMAP
	vAnisotropyMapUv = ( anisotropyMapTransform * vec3( ANISOTROPYMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOATMAP
	vClearcoatMapUv = ( clearcoatMapTransform * vec3( CLEARCOATMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	vClearcoatNormalMapUv = ( clearcoatNormalMapTransform * vec3( CLEARCOAT_NORMALMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	vClearcoatRoughnessMapUv = ( clearcoatRoughnessMapTransform * vec3( CLEARCOAT_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_IRIDESCENCEMAP
	vIridescenceMapUv = ( iridescenceMapTransform * vec3( IRIDESCENCEMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	vIridescenceThicknessMapUv = ( iridescenceThicknessMapTransform * vec3( IRIDESCENCE_THICKNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SHEEN_COLORMAP
	vSheenColorMapUv = ( sheenColorMapTransform * vec3( SHEEN_COLORMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	vSheenRoughnessMapUv = ( sheenRoughnessMapTransform * vec3( SHEEN_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULARMAP
	vSpecularMapUv = ( specularMapTransform * vec3( SPECULARMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULAR_COLORMAP
	vSpecularColorMapUv = ( specularColorMapTransform * vec3( SPECULAR_COLORMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	vSpecularIntensityMapUv = ( specularIntensityMapTransform * vec3( SPECULAR_INTENSITYMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_TRANSMISSIONMAP
	vTransmissionMapUv = ( transmissionMapTransform * vec3( TRANSMISSIONMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_THICKNESSMAP
	vThicknessMapUv = ( thicknessMapTransform * vec3( THICKNESSMAP_UV, 1 ) ).xy;
#endif`,wM=`#if defined( USE_ENVMAP ) || defined( DISTANCE ) || defined ( USE_SHADOWMAP ) || defined ( USE_TRANSMISSION ) || NUM_SPOT_LIGHT_COORDS > 0
	vec4 worldPosition = vec4( transformed, 1.0 );
	#ifdef USE_BATCHING
		worldPosition = batchingMatrix * worldPosition;
	#endif
	#ifdef USE_INSTANCING
		worldPosition = instanceMatrix * worldPosition;
	#endif
	worldPosition = modelMatrix * worldPosition;
#endif`,EM=`varying vec2 vUv;
uniform mat3 uvTransform;
void main() {
	vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	gl_Position = vec4( position.xy, 1.0, 1.0 );
}`,TM=`uniform sampler2D t2D;
uniform float backgroundIntensity;
varying vec2 vUv;
void main() {
	vec4 texColor = texture2D( t2D, vUv );
	#ifdef DECODE_VIDEO_TEXTURE
		texColor = vec4( mix( pow( texColor.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), texColor.rgb * 0.0773993808, vec3( lessThanEqual( texColor.rgb, vec3( 0.04045 ) ) ) ), texColor.w );
	#endif
	texColor.rgb *= backgroundIntensity;
	gl_FragColor = texColor;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,AM=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,RM=`uniform float backgroundBlurriness;
uniform float backgroundIntensity;
uniform mat3 backgroundRotation;
varying vec3 vWorldDirection;
#include <envmap_common_pars_fragment>
void main() {
	#ifdef ENVMAP_TYPE_PMREM
		vec4 texColor = textureLod( envMap, backgroundRotation * vWorldDirection, roughnessToMip( backgroundBlurriness ) );
	#else
		vec4 texColor = textureCube( envMap, backgroundRotation * vWorldDirection );
	#endif
	texColor.rgb *= backgroundIntensity;
	gl_FragColor = texColor;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,CM=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,PM=`uniform samplerCube tCube;
uniform float tFlip;
uniform float opacity;
varying vec3 vWorldDirection;
void main() {
	vec4 texColor = textureCube( tCube, vec3( tFlip * vWorldDirection.x, vWorldDirection.yz ) );
	gl_FragColor = texColor;
	gl_FragColor.a *= opacity;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,IM=`#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
varying vec2 vHighPrecisionZW;
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <skinbase_vertex>
	#include <morphinstance_vertex>
	#ifdef USE_DISPLACEMENTMAP
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vHighPrecisionZW = gl_Position.zw;
}`,LM=`#if DEPTH_PACKING == 3200
	uniform float opacity;
#endif
#include <common>
#include <packing>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
varying vec2 vHighPrecisionZW;
void main() {
	vec4 diffuseColor = vec4( 1.0 );
	#include <clipping_planes_fragment>
	#if DEPTH_PACKING == 3200
		diffuseColor.a = opacity;
	#endif
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <logdepthbuf_fragment>
	#ifdef USE_REVERSED_DEPTH_BUFFER
		float fragCoordZ = vHighPrecisionZW[ 0 ] / vHighPrecisionZW[ 1 ];
	#else
		float fragCoordZ = 0.5 * vHighPrecisionZW[ 0 ] / vHighPrecisionZW[ 1 ] + 0.5;
	#endif
	#if DEPTH_PACKING == 3200
		gl_FragColor = vec4( vec3( 1.0 - fragCoordZ ), opacity );
	#elif DEPTH_PACKING == 3201
		gl_FragColor = packDepthToRGBA( fragCoordZ );
	#elif DEPTH_PACKING == 3202
		gl_FragColor = vec4( packDepthToRGB( fragCoordZ ), 1.0 );
	#elif DEPTH_PACKING == 3203
		gl_FragColor = vec4( packDepthToRG( fragCoordZ ), 0.0, 1.0 );
	#endif
}`,DM=`#define DISTANCE
varying vec3 vWorldPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <skinbase_vertex>
	#include <morphinstance_vertex>
	#ifdef USE_DISPLACEMENTMAP
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <worldpos_vertex>
	#include <clipping_planes_vertex>
	vWorldPosition = worldPosition.xyz;
}`,FM=`#define DISTANCE
uniform vec3 referencePosition;
uniform float nearDistance;
uniform float farDistance;
varying vec3 vWorldPosition;
#include <common>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( 1.0 );
	#include <clipping_planes_fragment>
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	float dist = length( vWorldPosition - referencePosition );
	dist = ( dist - nearDistance ) / ( farDistance - nearDistance );
	dist = saturate( dist );
	gl_FragColor = vec4( dist, 0.0, 0.0, 1.0 );
}`,NM=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
}`,UM=`uniform sampler2D tEquirect;
varying vec3 vWorldDirection;
#include <common>
void main() {
	vec3 direction = normalize( vWorldDirection );
	vec2 sampleUV = equirectUv( direction );
	gl_FragColor = texture2D( tEquirect, sampleUV );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,OM=`uniform float scale;
attribute float lineDistance;
varying float vLineDistance;
#include <common>
#include <uv_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	vLineDistance = scale * lineDistance;
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
}`,BM=`uniform vec3 diffuse;
uniform float opacity;
uniform float dashSize;
uniform float totalSize;
varying float vLineDistance;
#include <common>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	if ( mod( vLineDistance, totalSize ) > dashSize ) {
		discard;
	}
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,kM=`#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#if defined ( USE_ENVMAP ) || defined ( USE_SKINNING )
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinbase_vertex>
		#include <skinnormal_vertex>
		#include <defaultnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <fog_vertex>
}`,zM=`uniform vec3 diffuse;
uniform float opacity;
#ifndef FLAT_SHADED
	varying vec3 vNormal;
#endif
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <fog_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	#ifdef USE_LIGHTMAP
		vec4 lightMapTexel = texture2D( lightMap, vLightMapUv );
		reflectedLight.indirectDiffuse += lightMapTexel.rgb * lightMapIntensity * RECIPROCAL_PI;
	#else
		reflectedLight.indirectDiffuse += vec3( 1.0 );
	#endif
	#include <aomap_fragment>
	reflectedLight.indirectDiffuse *= diffuseColor.rgb;
	vec3 outgoingLight = reflectedLight.indirectDiffuse;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,GM=`#define LAMBERT
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,HM=`#define LAMBERT
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_lambert_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_lambert_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + totalEmissiveRadiance;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,VM=`#define MATCAP
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <color_pars_vertex>
#include <displacementmap_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
	vViewPosition = - mvPosition.xyz;
}`,WM=`#define MATCAP
uniform vec3 diffuse;
uniform float opacity;
uniform sampler2D matcap;
varying vec3 vViewPosition;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <normal_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	vec3 viewDir = normalize( vViewPosition );
	vec3 x = normalize( vec3( viewDir.z, 0.0, - viewDir.x ) );
	vec3 y = cross( viewDir, x );
	vec2 uv = vec2( dot( x, normal ), dot( y, normal ) ) * 0.495 + 0.5;
	#ifdef USE_MATCAP
		vec4 matcapColor = texture2D( matcap, uv );
	#else
		vec4 matcapColor = vec4( vec3( mix( 0.2, 0.8, uv.y ) ), 1.0 );
	#endif
	vec3 outgoingLight = diffuseColor.rgb * matcapColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,XM=`#define NORMAL
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	varying vec3 vViewPosition;
#endif
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	vViewPosition = - mvPosition.xyz;
#endif
}`,$M=`#define NORMAL
uniform float opacity;
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	varying vec3 vViewPosition;
#endif
#include <uv_pars_fragment>
#include <normal_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( 0.0, 0.0, 0.0, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	gl_FragColor = vec4( normalize( normal ) * 0.5 + 0.5, diffuseColor.a );
	#ifdef OPAQUE
		gl_FragColor.a = 1.0;
	#endif
}`,qM=`#define PHONG
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,YM=`#define PHONG
uniform vec3 diffuse;
uniform vec3 emissive;
uniform vec3 specular;
uniform float shininess;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_phong_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_phong_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + reflectedLight.directSpecular + reflectedLight.indirectSpecular + totalEmissiveRadiance;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,JM=`#define STANDARD
varying vec3 vViewPosition;
#ifdef USE_TRANSMISSION
	varying vec3 vWorldPosition;
#endif
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
#ifdef USE_TRANSMISSION
	vWorldPosition = worldPosition.xyz;
#endif
}`,ZM=`#define STANDARD
#ifdef PHYSICAL
	#define IOR
	#define USE_SPECULAR
#endif
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float roughness;
uniform float metalness;
uniform float opacity;
#ifdef IOR
	uniform float ior;
#endif
#ifdef USE_SPECULAR
	uniform float specularIntensity;
	uniform vec3 specularColor;
	#ifdef USE_SPECULAR_COLORMAP
		uniform sampler2D specularColorMap;
	#endif
	#ifdef USE_SPECULAR_INTENSITYMAP
		uniform sampler2D specularIntensityMap;
	#endif
#endif
#ifdef USE_CLEARCOAT
	uniform float clearcoat;
	uniform float clearcoatRoughness;
#endif
#ifdef USE_DIFFUSE_ROUGHNESS
	uniform float diffuseRoughness;
	#ifdef USE_DIFFUSE_ROUGHNESSMAP
		uniform sampler2D diffuseRoughnessMap;
	#endif
#endif
#ifdef USE_DISPERSION
	uniform float dispersion;
#endif
#ifdef USE_RETROREFLECTION
	uniform float retroreflectivity;
#endif
#ifdef USE_IRIDESCENCE
	uniform float iridescence;
	uniform float iridescenceIOR;
	uniform float iridescenceThicknessMinimum;
	uniform float iridescenceThicknessMaximum;
#endif
#ifdef USE_SHEEN
	uniform vec3 sheenColor;
	uniform float sheenRoughness;
	#ifdef USE_SHEEN_COLORMAP
		uniform sampler2D sheenColorMap;
	#endif
	#ifdef USE_SHEEN_ROUGHNESSMAP
		uniform sampler2D sheenRoughnessMap;
	#endif
#endif
#ifdef USE_ANISOTROPY
	uniform vec2 anisotropyVector;
	#ifdef USE_ANISOTROPYMAP
		uniform sampler2D anisotropyMap;
	#endif
#endif
varying vec3 vViewPosition;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <iridescence_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_physical_pars_fragment>
#include <transmission_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <clearcoat_pars_fragment>
#include <iridescence_pars_fragment>
#include <roughnessmap_pars_fragment>
#include <metalnessmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <roughnessmap_fragment>
	#include <metalnessmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <clearcoat_normal_fragment_begin>
	#include <clearcoat_normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_physical_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 totalDiffuse = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse;
	vec3 totalSpecular = reflectedLight.directSpecular + reflectedLight.indirectSpecular;
	#include <transmission_fragment>
	vec3 outgoingLight = totalDiffuse + totalSpecular + totalEmissiveRadiance;
	#ifdef USE_SHEEN
 
		outgoingLight = outgoingLight + sheenSpecularDirect + sheenSpecularIndirect;
 
 	#endif
	#ifdef USE_CLEARCOAT
		float dotNVcc = saturate( dot( geometryClearcoatNormal, geometryViewDir ) );
		vec3 Fcc = F_Schlick( material.clearcoatF0, material.clearcoatF90, dotNVcc );
		outgoingLight = outgoingLight * ( 1.0 - material.clearcoat * Fcc ) + ( clearcoatSpecularDirect + clearcoatSpecularIndirect ) * material.clearcoat;
	#endif
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,jM=`#define TOON
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,KM=`#define TOON
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <gradientmap_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_toon_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_toon_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + totalEmissiveRadiance;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,QM=`uniform float size;
uniform float scale;
#include <common>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
#ifdef USE_POINTS_UV
	varying vec2 vUv;
	uniform mat3 uvTransform;
#endif
void main() {
	#ifdef USE_POINTS_UV
		vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	#endif
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <project_vertex>
	gl_PointSize = size;
	#ifdef USE_SIZEATTENUATION
		bool isPerspective = isPerspectiveMatrix( projectionMatrix );
		if ( isPerspective ) gl_PointSize *= ( scale / - mvPosition.z );
	#endif
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <worldpos_vertex>
	#include <fog_vertex>
}`,eb=`uniform vec3 diffuse;
uniform float opacity;
#include <common>
#include <color_pars_fragment>
#include <map_particle_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_particle_fragment>
	#include <color_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,tb=`#include <common>
#include <batching_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <shadowmap_pars_vertex>
void main() {
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,nb=`uniform vec3 color;
uniform float opacity;
#include <common>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <logdepthbuf_pars_fragment>
#include <shadowmap_pars_fragment>
#include <shadowmask_pars_fragment>
void main() {
	#include <logdepthbuf_fragment>
	gl_FragColor = vec4( color, opacity * ( 1.0 - getShadowMask() ) );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,ib=`uniform float rotation;
uniform vec2 center;
#include <common>
#include <uv_pars_vertex>
#include <fog_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	vec4 mvPosition = modelViewMatrix[ 3 ];
	vec2 scale = vec2( length( modelMatrix[ 0 ].xyz ), length( modelMatrix[ 1 ].xyz ) );
	#ifndef USE_SIZEATTENUATION
		bool isPerspective = isPerspectiveMatrix( projectionMatrix );
		if ( isPerspective ) scale *= - mvPosition.z;
	#endif
	vec2 alignedPosition = ( position.xy - ( center - vec2( 0.5 ) ) ) * scale;
	vec2 rotatedPosition;
	rotatedPosition.x = cos( rotation ) * alignedPosition.x - sin( rotation ) * alignedPosition.y;
	rotatedPosition.y = sin( rotation ) * alignedPosition.x + cos( rotation ) * alignedPosition.y;
	mvPosition.xy += rotatedPosition;
	gl_Position = projectionMatrix * mvPosition;
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
}`,rb=`uniform vec3 diffuse;
uniform float opacity;
#include <common>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
}`,_t={alphahash_fragment:Tx,alphahash_pars_fragment:Ax,alphamap_fragment:Rx,alphamap_pars_fragment:Cx,alphatest_fragment:Px,alphatest_pars_fragment:Ix,aomap_fragment:Lx,aomap_pars_fragment:Dx,batching_pars_vertex:Fx,batching_vertex:Nx,begin_vertex:Ux,beginnormal_vertex:Ox,bsdfs:Bx,iridescence_fragment:kx,bumpmap_pars_fragment:zx,clipping_planes_fragment:Gx,clipping_planes_pars_fragment:Hx,clipping_planes_pars_vertex:Vx,clipping_planes_vertex:Wx,color_fragment:Xx,color_pars_fragment:$x,color_pars_vertex:qx,color_vertex:Yx,common:Jx,defaultnormal_vertex:Zx,displacementmap_pars_vertex:jx,displacementmap_vertex:Kx,emissivemap_fragment:Qx,emissivemap_pars_fragment:eS,colorspace_fragment:tS,colorspace_pars_fragment:nS,envmap_fragment:iS,envmap_common_pars_fragment:rS,envmap_pars_fragment:sS,envmap_pars_vertex:aS,envmap_physical_pars_fragment:_S,envmap_vertex:oS,fog_vertex:lS,fog_pars_vertex:cS,fog_fragment:uS,fog_pars_fragment:hS,gradientmap_pars_fragment:dS,lightmap_pars_fragment:fS,lights_lambert_fragment:pS,lights_lambert_pars_fragment:mS,lights_pars_begin:gS,lights_toon_fragment:vS,lights_toon_pars_fragment:yS,lights_phong_fragment:xS,lights_phong_pars_fragment:SS,lights_physical_fragment:MS,lights_physical_pars_fragment:bS,lights_fragment_begin:wS,lights_fragment_maps:ES,lights_fragment_end:TS,lightprobes_pars_fragment:AS,logdepthbuf_fragment:RS,logdepthbuf_pars_fragment:CS,logdepthbuf_pars_vertex:PS,logdepthbuf_vertex:IS,map_fragment:LS,map_pars_fragment:DS,map_particle_fragment:FS,map_particle_pars_fragment:NS,metalnessmap_fragment:US,metalnessmap_pars_fragment:OS,morphinstance_vertex:BS,morphcolor_vertex:kS,morphnormal_vertex:zS,morphtarget_pars_vertex:GS,morphtarget_vertex:HS,normal_fragment_begin:VS,normal_fragment_maps:WS,normal_pars_fragment:XS,normal_pars_vertex:$S,normal_vertex:qS,normalmap_pars_fragment:YS,clearcoat_normal_fragment_begin:JS,clearcoat_normal_fragment_maps:ZS,clearcoat_pars_fragment:jS,iridescence_pars_fragment:KS,opaque_fragment:QS,packing:eM,premultiplied_alpha_fragment:tM,project_vertex:nM,dithering_fragment:iM,dithering_pars_fragment:rM,roughnessmap_fragment:sM,roughnessmap_pars_fragment:aM,shadowmap_pars_fragment:oM,shadowmap_pars_vertex:lM,shadowmap_vertex:cM,shadowmask_pars_fragment:uM,skinbase_vertex:hM,skinning_pars_vertex:dM,skinning_vertex:fM,skinnormal_vertex:pM,specularmap_fragment:mM,specularmap_pars_fragment:gM,tonemapping_fragment:_M,tonemapping_pars_fragment:vM,transmission_fragment:yM,transmission_pars_fragment:xM,uv_pars_fragment:SM,uv_pars_vertex:MM,uv_vertex:bM,worldpos_vertex:wM,background_vert:EM,background_frag:TM,backgroundCube_vert:AM,backgroundCube_frag:RM,cube_vert:CM,cube_frag:PM,depth_vert:IM,depth_frag:LM,distance_vert:DM,distance_frag:FM,equirect_vert:NM,equirect_frag:UM,linedashed_vert:OM,linedashed_frag:BM,meshbasic_vert:kM,meshbasic_frag:zM,meshlambert_vert:GM,meshlambert_frag:HM,meshmatcap_vert:VM,meshmatcap_frag:WM,meshnormal_vert:XM,meshnormal_frag:$M,meshphong_vert:qM,meshphong_frag:YM,meshphysical_vert:JM,meshphysical_frag:ZM,meshtoon_vert:jM,meshtoon_frag:KM,points_vert:QM,points_frag:eb,shadow_vert:tb,shadow_frag:nb,sprite_vert:ib,sprite_frag:rb},ze={common:{diffuse:{value:new it(16777215)},opacity:{value:1},map:{value:null},mapTransform:{value:new lt},alphaMap:{value:null},alphaMapTransform:{value:new lt},alphaTest:{value:0}},specularmap:{specularMap:{value:null},specularMapTransform:{value:new lt}},envmap:{envMap:{value:null},envMapRotation:{value:new lt},reflectivity:{value:1},ior:{value:1.5},refractionRatio:{value:.98},dfgLUT:{value:null}},aomap:{aoMap:{value:null},aoMapIntensity:{value:1},aoMapTransform:{value:new lt}},lightmap:{lightMap:{value:null},lightMapIntensity:{value:1},lightMapTransform:{value:new lt}},bumpmap:{bumpMap:{value:null},bumpMapTransform:{value:new lt},bumpScale:{value:1}},normalmap:{normalMap:{value:null},normalMapTransform:{value:new lt},normalScale:{value:new Ge(1,1)}},displacementmap:{displacementMap:{value:null},displacementMapTransform:{value:new lt},displacementScale:{value:1},displacementBias:{value:0}},emissivemap:{emissiveMap:{value:null},emissiveMapTransform:{value:new lt}},metalnessmap:{metalnessMap:{value:null},metalnessMapTransform:{value:new lt}},roughnessmap:{roughnessMap:{value:null},roughnessMapTransform:{value:new lt}},gradientmap:{gradientMap:{value:null}},fog:{fogDensity:{value:25e-5},fogNear:{value:1},fogFar:{value:2e3},fogColor:{value:new it(16777215)}},lights:{ambientLightColor:{value:[]},lightProbe:{value:[]},sunLights:{value:[],properties:{direction:{},color:{}}},sunLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},sunShadowMatrix:{value:[]},sunShadowCascade:{value:[]},directionalLights:{value:[],properties:{direction:{},color:{}}},directionalLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},directionalShadowMatrix:{value:[]},spotLights:{value:[],properties:{color:{},position:{},direction:{},distance:{},coneCos:{},penumbraCos:{},decay:{}}},spotLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},spotLightMap:{value:[]},spotLightMatrix:{value:[]},pointLights:{value:[],properties:{color:{},position:{},decay:{},distance:{}}},pointLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{},shadowCameraNear:{},shadowCameraFar:{}}},pointShadowMatrix:{value:[]},hemisphereLights:{value:[],properties:{direction:{},skyColor:{},groundColor:{}}},rectAreaLights:{value:[],properties:{color:{},position:{},width:{},height:{}}},ltc_1:{value:null},ltc_2:{value:null},probesSH:{value:[]},probesMin:{value:[]},probesMax:{value:[]},probesResolution:{value:[]}},points:{diffuse:{value:new it(16777215)},opacity:{value:1},size:{value:1},scale:{value:1},map:{value:null},alphaMap:{value:null},alphaMapTransform:{value:new lt},alphaTest:{value:0},uvTransform:{value:new lt}},sprite:{diffuse:{value:new it(16777215)},opacity:{value:1},center:{value:new Ge(.5,.5)},rotation:{value:0},map:{value:null},mapTransform:{value:new lt},alphaMap:{value:null},alphaMapTransform:{value:new lt},alphaTest:{value:0}}},hi={basic:{uniforms:vn([ze.common,ze.specularmap,ze.envmap,ze.aomap,ze.lightmap,ze.fog]),vertexShader:_t.meshbasic_vert,fragmentShader:_t.meshbasic_frag},lambert:{uniforms:vn([ze.common,ze.specularmap,ze.envmap,ze.aomap,ze.lightmap,ze.emissivemap,ze.bumpmap,ze.normalmap,ze.displacementmap,ze.fog,ze.lights,{emissive:{value:new it(0)},envMapIntensity:{value:1}}]),vertexShader:_t.meshlambert_vert,fragmentShader:_t.meshlambert_frag},phong:{uniforms:vn([ze.common,ze.specularmap,ze.envmap,ze.aomap,ze.lightmap,ze.emissivemap,ze.bumpmap,ze.normalmap,ze.displacementmap,ze.fog,ze.lights,{emissive:{value:new it(0)},specular:{value:new it(1118481)},shininess:{value:30},envMapIntensity:{value:1}}]),vertexShader:_t.meshphong_vert,fragmentShader:_t.meshphong_frag},standard:{uniforms:vn([ze.common,ze.envmap,ze.aomap,ze.lightmap,ze.emissivemap,ze.bumpmap,ze.normalmap,ze.displacementmap,ze.roughnessmap,ze.metalnessmap,ze.fog,ze.lights,{emissive:{value:new it(0)},roughness:{value:1},metalness:{value:0},envMapIntensity:{value:1}}]),vertexShader:_t.meshphysical_vert,fragmentShader:_t.meshphysical_frag},toon:{uniforms:vn([ze.common,ze.aomap,ze.lightmap,ze.emissivemap,ze.bumpmap,ze.normalmap,ze.displacementmap,ze.gradientmap,ze.fog,ze.lights,{emissive:{value:new it(0)}}]),vertexShader:_t.meshtoon_vert,fragmentShader:_t.meshtoon_frag},matcap:{uniforms:vn([ze.common,ze.bumpmap,ze.normalmap,ze.displacementmap,ze.fog,{matcap:{value:null}}]),vertexShader:_t.meshmatcap_vert,fragmentShader:_t.meshmatcap_frag},points:{uniforms:vn([ze.points,ze.fog]),vertexShader:_t.points_vert,fragmentShader:_t.points_frag},dashed:{uniforms:vn([ze.common,ze.fog,{scale:{value:1},dashSize:{value:1},totalSize:{value:2}}]),vertexShader:_t.linedashed_vert,fragmentShader:_t.linedashed_frag},depth:{uniforms:vn([ze.common,ze.displacementmap]),vertexShader:_t.depth_vert,fragmentShader:_t.depth_frag},normal:{uniforms:vn([ze.common,ze.bumpmap,ze.normalmap,ze.displacementmap,{opacity:{value:1}}]),vertexShader:_t.meshnormal_vert,fragmentShader:_t.meshnormal_frag},sprite:{uniforms:vn([ze.sprite,ze.fog]),vertexShader:_t.sprite_vert,fragmentShader:_t.sprite_frag},background:{uniforms:{uvTransform:{value:new lt},t2D:{value:null},backgroundIntensity:{value:1}},vertexShader:_t.background_vert,fragmentShader:_t.background_frag},backgroundCube:{uniforms:{envMap:{value:null},backgroundBlurriness:{value:0},backgroundIntensity:{value:1},backgroundRotation:{value:new lt}},vertexShader:_t.backgroundCube_vert,fragmentShader:_t.backgroundCube_frag},cube:{uniforms:{tCube:{value:null},tFlip:{value:-1},opacity:{value:1}},vertexShader:_t.cube_vert,fragmentShader:_t.cube_frag},equirect:{uniforms:{tEquirect:{value:null}},vertexShader:_t.equirect_vert,fragmentShader:_t.equirect_frag},distance:{uniforms:vn([ze.common,ze.displacementmap,{referencePosition:{value:new j},nearDistance:{value:1},farDistance:{value:1e3}}]),vertexShader:_t.distance_vert,fragmentShader:_t.distance_frag},shadow:{uniforms:vn([ze.lights,ze.fog,{color:{value:new it(0)},opacity:{value:1}}]),vertexShader:_t.shadow_vert,fragmentShader:_t.shadow_frag}};hi.physical={uniforms:vn([hi.standard.uniforms,{clearcoat:{value:0},clearcoatMap:{value:null},clearcoatMapTransform:{value:new lt},clearcoatNormalMap:{value:null},clearcoatNormalMapTransform:{value:new lt},clearcoatNormalScale:{value:new Ge(1,1)},clearcoatRoughness:{value:0},clearcoatRoughnessMap:{value:null},clearcoatRoughnessMapTransform:{value:new lt},diffuseRoughness:{value:0},diffuseRoughnessMap:{value:null},diffuseRoughnessMapTransform:{value:new lt},dispersion:{value:0},retroreflectivity:{value:0},iridescence:{value:0},iridescenceMap:{value:null},iridescenceMapTransform:{value:new lt},iridescenceIOR:{value:1.3},iridescenceThicknessMinimum:{value:100},iridescenceThicknessMaximum:{value:400},iridescenceThicknessMap:{value:null},iridescenceThicknessMapTransform:{value:new lt},sheen:{value:0},sheenColor:{value:new it(0)},sheenColorMap:{value:null},sheenColorMapTransform:{value:new lt},sheenRoughness:{value:1},sheenRoughnessMap:{value:null},sheenRoughnessMapTransform:{value:new lt},transmission:{value:0},transmissionMap:{value:null},transmissionMapTransform:{value:new lt},transmissionSamplerSize:{value:new Ge},transmissionSamplerMap:{value:null},thickness:{value:0},thicknessMap:{value:null},thicknessMapTransform:{value:new lt},attenuationDistance:{value:0},attenuationColor:{value:new it(0)},specularColor:{value:new it(1,1,1)},specularColorMap:{value:null},specularColorMapTransform:{value:new lt},specularIntensity:{value:1},specularIntensityMap:{value:null},specularIntensityMapTransform:{value:new lt},anisotropyVector:{value:new Ge},anisotropyMap:{value:null},anisotropyMapTransform:{value:new lt}}]),vertexShader:_t.meshphysical_vert,fragmentShader:_t.meshphysical_frag};var Fl={r:0,b:0,g:0},sb=new Rt,Gf=new lt;Gf.set(-1,0,0,0,1,0,0,0,1);function ab(i,e,t,n,r,a){let l=new it(0),c=r===!0?0:1,h,d,p=null,m=0,v=null;function y(C){let A=C.isScene===!0?C.background:null;if(A&&A.isTexture){let b=C.backgroundBlurriness>0;A=e.get(A,b)}return A}function S(C){let A=!1,b=y(C);b===null?_(l,c):b&&b.isColor&&(_(b,1),A=!0);let F=i.xr.getEnvironmentBlendMode();F==="additive"?t.buffers.color.setClear(0,0,0,1,a):F==="alpha-blend"&&t.buffers.color.setClear(0,0,0,0,a),(i.autoClear||A)&&(t.buffers.depth.setTest(!0),t.buffers.depth.setMask(!0),t.buffers.color.setMask(!0),i.clear(i.autoClearColor,i.autoClearDepth,i.autoClearStencil))}function T(C,A){let b=y(A);b&&b.isCubeTexture?(d===void 0&&(d=new $t(new ki(1,1,1),new li({name:"BackgroundCubeMaterial",uniforms:dr(hi.backgroundCube.uniforms),vertexShader:hi.backgroundCube.vertexShader,fragmentShader:hi.backgroundCube.fragmentShader,side:wn,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),d.geometry.deleteAttribute("normal"),d.geometry.deleteAttribute("uv"),d.onBeforeRender=function(F,N,M){this.matrixWorld.copyPosition(M.matrixWorld)},Object.defineProperty(d.material,"envMap",{get:function(){return this.uniforms.envMap.value}}),n.update(d)),d.material.uniforms.envMap.value=b,d.material.uniforms.backgroundBlurriness.value=A.backgroundBlurriness,d.material.uniforms.backgroundIntensity.value=A.backgroundIntensity,d.material.uniforms.backgroundRotation.value.setFromMatrix4(sb.makeRotationFromEuler(A.backgroundRotation)).transpose(),b.isRenderTargetTexture===!1&&d.material.uniforms.backgroundRotation.value.premultiply(Gf),d.material.toneMapped=St.getTransfer(b.colorSpace)!==Pt,(p!==b||m!==b.version||v!==i.toneMapping)&&(d.material.needsUpdate=!0,p=b,m=b.version,v=i.toneMapping),d.layers.enableAll(),C.unshift(d,d.geometry,d.material,0,0,null)):b&&b.isTexture&&(h===void 0&&(h=new $t(new ar(2,2),new li({name:"BackgroundMaterial",uniforms:dr(hi.background.uniforms),vertexShader:hi.background.vertexShader,fragmentShader:hi.background.fragmentShader,side:Wi,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),h.geometry.deleteAttribute("normal"),Object.defineProperty(h.material,"map",{get:function(){return this.uniforms.t2D.value}}),n.update(h)),h.material.uniforms.t2D.value=b,h.material.uniforms.backgroundIntensity.value=A.backgroundIntensity,h.material.toneMapped=St.getTransfer(b.colorSpace)!==Pt,b.matrixAutoUpdate===!0&&b.updateMatrix(),h.material.uniforms.uvTransform.value.copy(b.matrix),(p!==b||m!==b.version||v!==i.toneMapping)&&(h.material.needsUpdate=!0,p=b,m=b.version,v=i.toneMapping),h.layers.enableAll(),C.unshift(h,h.geometry,h.material,0,0,null))}function _(C,A){C.getRGB(Fl,bu(i)),t.buffers.color.setClear(Fl.r,Fl.g,Fl.b,A,a)}function x(){d!==void 0&&(d.geometry.dispose(),d.material.dispose(),d=void 0),h!==void 0&&(h.geometry.dispose(),h.material.dispose(),h=void 0)}return{getClearColor:function(){return l},setClearColor:function(C,A=1){l.set(C),c=A,_(l,c)},getClearAlpha:function(){return c},setClearAlpha:function(C){c=C,_(l,c)},render:S,addToRenderList:T,dispose:x}}function ob(i,e){let t=i.getParameter(i.MAX_VERTEX_ATTRIBS),n={},r=v(null),a=r,l=!1;function c(O,X,Z,z,K){let V=!1,ee=m(O,z,Z,X);a!==ee&&(a=ee,d(a.object)),V=y(O,z,Z,K),V&&S(O,z,Z,K),K!==null&&e.update(K,i.ELEMENT_ARRAY_BUFFER),(V||l)&&(l=!1,b(O,X,Z,z),K!==null&&i.bindBuffer(i.ELEMENT_ARRAY_BUFFER,e.get(K).buffer))}function h(){return i.createVertexArray()}function d(O){return i.bindVertexArray(O)}function p(O){return i.deleteVertexArray(O)}function m(O,X,Z,z){let K=z.wireframe===!0,V=n[X.id];V===void 0&&(V={},n[X.id]=V);let ee=O.isInstancedMesh===!0?O.id:0,ge=V[ee];ge===void 0&&(ge={},V[ee]=ge);let re=ge[Z.id];re===void 0&&(re={},ge[Z.id]=re);let H=re[K];return H===void 0&&(H=v(h()),re[K]=H),H}function v(O){let X=[],Z=[],z=[];for(let K=0;K<t;K++)X[K]=0,Z[K]=0,z[K]=0;return{geometry:null,program:null,wireframe:!1,newAttributes:X,enabledAttributes:Z,attributeDivisors:z,object:O,attributes:{},index:null}}function y(O,X,Z,z){let K=a.attributes,V=X.attributes,ee=0,ge=Z.getAttributes();for(let re in ge)if(ge[re].location>=0){let ue=K[re],Re=V[re];if(Re===void 0&&(re==="instanceMatrix"&&O.instanceMatrix&&(Re=O.instanceMatrix),re==="instanceColor"&&O.instanceColor&&(Re=O.instanceColor)),ue===void 0||ue.attribute!==Re||Re&&ue.data!==Re.data)return!0;ee++}return a.attributesNum!==ee||a.index!==z}function S(O,X,Z,z){let K={},V=X.attributes,ee=0,ge=Z.getAttributes();for(let re in ge)if(ge[re].location>=0){let ue=V[re];ue===void 0&&(re==="instanceMatrix"&&O.instanceMatrix&&(ue=O.instanceMatrix),re==="instanceColor"&&O.instanceColor&&(ue=O.instanceColor));let Re={};Re.attribute=ue,ue&&ue.data&&(Re.data=ue.data),K[re]=Re,ee++}a.attributes=K,a.attributesNum=ee,a.index=z}function T(){let O=a.newAttributes;for(let X=0,Z=O.length;X<Z;X++)O[X]=0}function _(O){x(O,0)}function x(O,X){let Z=a.newAttributes,z=a.enabledAttributes,K=a.attributeDivisors;Z[O]=1,z[O]===0&&(i.enableVertexAttribArray(O),z[O]=1),K[O]!==X&&(i.vertexAttribDivisor(O,X),K[O]=X)}function C(){let O=a.newAttributes,X=a.enabledAttributes;for(let Z=0,z=X.length;Z<z;Z++)X[Z]!==O[Z]&&(i.disableVertexAttribArray(Z),X[Z]=0)}function A(O,X,Z,z,K,V,ee){ee===!0?i.vertexAttribIPointer(O,X,Z,K,V):i.vertexAttribPointer(O,X,Z,z,K,V)}function b(O,X,Z,z){T();let K=z.attributes,V=Z.getAttributes(),ee=X.defaultAttributeValues;for(let ge in V){let re=V[ge];if(re.location>=0){let H=K[ge];if(H===void 0&&(ge==="instanceMatrix"&&O.instanceMatrix&&(H=O.instanceMatrix),ge==="instanceColor"&&O.instanceColor&&(H=O.instanceColor)),H!==void 0){let ue=H.normalized,Re=H.itemSize,Ve=e.get(H);if(Ve===void 0)continue;let he=Ve.buffer,Ue=Ve.type,Pe=Ve.bytesPerElement,Me=Ue===i.INT||Ue===i.UNSIGNED_INT||H.gpuType===Zo;if(H.isInterleavedBufferAttribute){let me=H.data,$e=me.isInterleavedBuffer===!0?me.stride:me.itemSize,Tt=H.offset;if(me.isInstancedInterleavedBuffer||me.isInstancedBufferAttribute){for(let je=0;je<re.locationSize;je++)x(re.location+je,me.meshPerAttribute);O.isInstancedMesh!==!0&&z._maxInstanceCount===void 0&&(z._maxInstanceCount=me.meshPerAttribute*me.count)}else for(let je=0;je<re.locationSize;je++)_(re.location+je);i.bindBuffer(i.ARRAY_BUFFER,he);for(let je=0;je<re.locationSize;je++)A(re.location+je,Re/re.locationSize,Ue,ue,$e*Pe,(Tt+Re/re.locationSize*je)*Pe,Me)}else{if(H.isInstancedBufferAttribute){for(let me=0;me<re.locationSize;me++)x(re.location+me,H.meshPerAttribute);O.isInstancedMesh!==!0&&z._maxInstanceCount===void 0&&(z._maxInstanceCount=H.meshPerAttribute*H.count)}else for(let me=0;me<re.locationSize;me++)_(re.location+me);i.bindBuffer(i.ARRAY_BUFFER,he);for(let me=0;me<re.locationSize;me++)A(re.location+me,Re/re.locationSize,Ue,ue,Re*Pe,Re/re.locationSize*me*Pe,Me)}}else if(ee!==void 0){let ue=ee[ge];if(ue!==void 0)switch(ue.length){case 2:i.vertexAttrib2fv(re.location,ue);break;case 3:i.vertexAttrib3fv(re.location,ue);break;case 4:i.vertexAttrib4fv(re.location,ue);break;default:i.vertexAttrib1fv(re.location,ue)}}}}C()}function F(){G();for(let O in n){let X=n[O];for(let Z in X){let z=X[Z];for(let K in z){let V=z[K];for(let ee in V)p(V[ee].object),delete V[ee];delete z[K]}}delete n[O]}}function N(O){if(n[O.id]===void 0)return;let X=n[O.id];for(let Z in X){let z=X[Z];for(let K in z){let V=z[K];for(let ee in V)p(V[ee].object),delete V[ee];delete z[K]}}delete n[O.id]}function M(O){for(let X in n){let Z=n[X];for(let z in Z){let K=Z[z];if(K[O.id]===void 0)continue;let V=K[O.id];for(let ee in V)p(V[ee].object),delete V[ee];delete K[O.id]}}}function I(O){for(let X in n){let Z=n[X],z=O.isInstancedMesh===!0?O.id:0,K=Z[z];if(K!==void 0){for(let V in K){let ee=K[V];for(let ge in ee)p(ee[ge].object),delete ee[ge];delete K[V]}delete Z[z],Object.keys(Z).length===0&&delete n[X]}}}function G(){k(),l=!0,a!==r&&(a=r,d(a.object))}function k(){r.geometry=null,r.program=null,r.wireframe=!1}return{setup:c,reset:G,resetDefaultState:k,dispose:F,releaseStatesOfGeometry:N,releaseStatesOfObject:I,releaseStatesOfProgram:M,initAttributes:T,enableAttribute:_,disableUnusedAttributes:C}}function lb(i,e,t){let n;function r(h){n=h}function a(h,d){i.drawArrays(n,h,d),t.update(d,n,1)}function l(h,d,p){p!==0&&(i.drawArraysInstanced(n,h,d,p),t.update(d,n,p))}function c(h,d,p){if(p===0)return;e.get("WEBGL_multi_draw").multiDrawArraysWEBGL(n,h,0,d,0,p);let v=0;for(let y=0;y<p;y++)v+=d[y];t.update(v,n,1)}this.setMode=r,this.render=a,this.renderInstances=l,this.renderMultiDraw=c}function cb(i,e,t,n){let r;function a(){if(r!==void 0)return r;if(e.has("EXT_texture_filter_anisotropic")===!0){let M=e.get("EXT_texture_filter_anisotropic");r=i.getParameter(M.MAX_TEXTURE_MAX_ANISOTROPY_EXT)}else r=0;return r}function l(M){return!(M!==Zn&&n.convert(M)!==i.getParameter(i.IMPLEMENTATION_COLOR_READ_FORMAT))}function c(M){let I=M===Jn&&(e.has("EXT_color_buffer_half_float")||e.has("EXT_color_buffer_float"));return!(M!==Tn&&M!==Bn&&!I&&n.convert(M)!==i.getParameter(i.IMPLEMENTATION_COLOR_READ_TYPE))}function h(M){if(M==="highp"){if(i.getShaderPrecisionFormat(i.VERTEX_SHADER,i.HIGH_FLOAT).precision>0&&i.getShaderPrecisionFormat(i.FRAGMENT_SHADER,i.HIGH_FLOAT).precision>0)return"highp";M="mediump"}return M==="mediump"&&i.getShaderPrecisionFormat(i.VERTEX_SHADER,i.MEDIUM_FLOAT).precision>0&&i.getShaderPrecisionFormat(i.FRAGMENT_SHADER,i.MEDIUM_FLOAT).precision>0?"mediump":"lowp"}let d=t.precision!==void 0?t.precision:"highp",p=h(d);p!==d&&(rt("WebGLRenderer:",d,"not supported, using",p,"instead."),d=p);let m=t.reversedDepthBuffer===!0&&e.has("EXT_clip_control"),v=t.logarithmicDepthBuffer===!0&&m===!1;t.reversedDepthBuffer===!0&&m===!1&&rt("WebGLRenderer: Unable to use reversed depth buffer due to missing EXT_clip_control extension. Fallback to default depth buffer."),t.logarithmicDepthBuffer===!0&&m===!0&&rt("WebGLRenderer: Logarithmic depth buffer is ignored when reversed depth buffer is enabled.");let y=i.getParameter(i.MAX_TEXTURE_IMAGE_UNITS),S=i.getParameter(i.MAX_VERTEX_TEXTURE_IMAGE_UNITS),T=i.getParameter(i.MAX_TEXTURE_SIZE),_=i.getParameter(i.MAX_CUBE_MAP_TEXTURE_SIZE),x=i.getParameter(i.MAX_VERTEX_ATTRIBS),C=i.getParameter(i.MAX_VERTEX_UNIFORM_VECTORS),A=i.getParameter(i.MAX_VARYING_VECTORS),b=i.getParameter(i.MAX_FRAGMENT_UNIFORM_VECTORS),F=i.getParameter(i.MAX_SAMPLES),N=i.getParameter(i.SAMPLES);return{isWebGL2:!0,getMaxAnisotropy:a,getMaxPrecision:h,textureFormatReadable:l,textureTypeReadable:c,precision:d,logarithmicDepthBuffer:v,reversedDepthBuffer:m,maxTextures:y,maxVertexTextures:S,maxTextureSize:T,maxCubemapSize:_,maxAttributes:x,maxVertexUniforms:C,maxVaryings:A,maxFragmentUniforms:b,maxSamples:F,samples:N}}function ub(i){let e=this,t=null,n=0,r=!1,a=!1,l=new Xn,c=new lt,h={value:null,needsUpdate:!1};this.uniform=h,this.numPlanes=0,this.numIntersection=0,this.init=function(m,v){let y=m.length!==0||v||n!==0||r;return r=v,n=m.length,y},this.beginShadows=function(){a=!0,p(null)},this.endShadows=function(){a=!1},this.setGlobalState=function(m,v){t=p(m,v,0)},this.setState=function(m,v,y){let S=m.clippingPlanes,T=m.clipIntersection,_=m.clipShadows,x=i.get(m);if(!r||S===null||S.length===0||a&&!_)a?p(null):d();else{let C=a?0:n,A=C*4,b=x.clippingState||null;h.value=b,b=p(S,v,A,y);for(let F=0;F!==A;++F)b[F]=t[F];x.clippingState=b,this.numIntersection=T?this.numPlanes:0,this.numPlanes+=C}};function d(){h.value!==t&&(h.value=t,h.needsUpdate=n>0),e.numPlanes=n,e.numIntersection=0}function p(m,v,y,S){let T=m!==null?m.length:0,_=null;if(T!==0){if(_=h.value,S!==!0||_===null){let x=y+T*4,C=v.matrixWorldInverse;c.getNormalMatrix(C),(_===null||_.length<x)&&(_=new Float32Array(x));for(let A=0,b=y;A!==T;++A,b+=4)l.copy(m[A]).applyMatrix4(C,c),l.normal.toArray(_,b),_[b+3]=l.constant}h.value=_,h.needsUpdate=!0}return e.numPlanes=T,e.numIntersection=0,_}}var oa=class extends Pn{constructor(e=1,t={}){super(e,e,t),this.isWebGLCubeRenderTarget=!0;let n={width:e,height:e,depth:1},r=[n,n,n,n,n,n];this.texture=new Cs(r),this._setTextureOptions(t),this.texture.isRenderTargetTexture=!0}fromEquirectangularTexture(e,t){this.texture.type=t.type,this.texture.colorSpace=t.colorSpace,this.texture.generateMipmaps=t.generateMipmaps,this.texture.minFilter=t.minFilter,this.texture.magFilter=t.magFilter;let n={uniforms:{tEquirect:{value:null}},vertexShader:`

				varying vec3 vWorldDirection;

				vec3 transformDirection( in vec3 dir, in mat4 matrix ) {

					return normalize( ( matrix * vec4( dir, 0.0 ) ).xyz );

				}

				void main() {

					vWorldDirection = transformDirection( position, modelMatrix );

					#include <begin_vertex>
					#include <project_vertex>

				}
			`,fragmentShader:`

				uniform sampler2D tEquirect;

				varying vec3 vWorldDirection;

				#include <common>

				void main() {

					vec3 direction = normalize( vWorldDirection );

					vec2 sampleUV = equirectUv( direction );

					gl_FragColor = texture2D( tEquirect, sampleUV );

				}
			`},r=new ki(5,5,5),a=new li({name:"CubemapFromEquirect",uniforms:dr(n.uniforms),vertexShader:n.vertexShader,fragmentShader:n.fragmentShader,side:wn,blending:lr});a.uniforms.tEquirect.value=t;let l=new $t(r,a),c=t.minFilter;return t.minFilter===Ei&&(t.minFilter=Mn),new Wr(1,10,this).update(e,l),t.minFilter=c,l.geometry.dispose(),l.material.dispose(),this}clear(e,t=!0,n=!0,r=!0){let a=e.getRenderTarget();for(let l=0;l<6;l++)e.setRenderTarget(this,l),e.clear(t,n,r);e.setRenderTarget(a)}},yf=256,hb=3,db=20,Hf=256,Vf=16,fb=3,pb=new j,mb=new it,Ul=class i{constructor(e){this._renderer=e,this._cubeSize=0,this._sourceTarget=null,this._cubeCamera=new Wr(1,10,null),this._boxMesh=new $t(new ki(5,5,5),null),this._cubemapMaterial=null,this._equirectMaterial=null,this._blurMaterial=null,this._ggxMaterial=null,this._integrationMaterial=null}fromScene(e,t=0,n=.1,r=100,a={}){let{size:l=256,position:c=pb}=a,h=this._renderer;this._setSize(l);let d=this._allocateTarget(),p=this._getSourceTarget(!0);t>0&&(p.texture.mipmapsAutoUpdate=!1);let m=h.autoClear,v=h.autoClearColor,y=h.autoClearDepth,S=h.autoClearStencil,T=e.background;h.autoClear=!0,h.autoClearColor=!0,h.autoClearDepth=!0,h.autoClearStencil=!0,T===null&&(e.background=h.getClearColor(mb));let _=new Wr(n,r,p);return _.position.copy(c),_.update(h,e),h.autoClear=m,h.autoClearColor=v,h.autoClearDepth=y,h.autoClearStencil=S,e.background=T,t>0&&(p.texture.mipmapsAutoUpdate=!0,this._blur(d,t)),this._applyPMREM(d),d}fromEquirectangular(e,t=null){return this._fromTexture(e,t)}fromCubemap(e,t=null){return this._fromTexture(e,t)}compileCubemapShader(){this._cubemapMaterial===null&&(this._cubemapMaterial=Mf(),this._compileMaterial(this._cubemapMaterial))}compileEquirectangularShader(){this._equirectMaterial===null&&(this._equirectMaterial=Sf(),this._compileMaterial(this._equirectMaterial))}dispose(){this._sourceTarget!==null&&this._sourceTarget.dispose(),this._cubemapMaterial!==null&&this._cubemapMaterial.dispose(),this._equirectMaterial!==null&&this._equirectMaterial.dispose(),this._blurMaterial!==null&&this._blurMaterial.dispose(),this._ggxMaterial!==null&&this._ggxMaterial.dispose(),this._integrationMaterial!==null&&this._integrationMaterial.dispose(),this._boxMesh.geometry.dispose()}static lodToRoughness(e,t){return t>0?1-Math.sqrt(1-e/t):0}_setSize(e){this._cubeSize=Math.max(yf,uf(e))}_fromTexture(e,t){e.mapping===ur||e.mapping===qr?this._setSize(e.image.length===0?yf:e.image[0].width||e.image[0].image.width):this._setSize(e.image.width/4);let n=t||this._allocateTarget();return this._textureToCubemap(e),this._applyPMREM(n),n}_allocateTarget(){let e=this._cubeSize,t=xf(e,!1,!1),n=Math.log2(e)-hb;for(let r=0;r<=n;r++)t.texture.mipmaps.push({width:e>>r,height:e>>r});return t.texture.name="PMREM",t.texture.isPMREMTexture=!0,t}_getSourceTarget(e=!1){let t=this._cubeSize,n=this._sourceTarget;return(n===null||n.width!==t||e&&n.depthBuffer===!1)&&(n!==null&&n.dispose(),this._sourceTarget=xf(t,!0,e)),this._sourceTarget}_compileMaterial(e){this._boxMesh.material=e,this._renderer.compile(this._boxMesh,this._cubeCamera.children[0])}_renderCube(e,t,n){let r=this._boxMesh,a=this._cubeCamera;r.material=n,a.renderTarget=e,a.activeMipmapLevel=t;let l=e.width>>t;e.viewport.set(0,0,l,l),a.update(this._renderer,r),e.viewport.set(0,0,e.width,e.height)}_textureToCubemap(e){let t;e.mapping===ur||e.mapping===qr?(this._cubemapMaterial===null&&(this._cubemapMaterial=Mf()),t=this._cubemapMaterial,t.uniforms.flipEnvMap.value=e.isRenderTargetTexture===!1?-1:1):(this._equirectMaterial===null&&(this._equirectMaterial=Sf()),t=this._equirectMaterial),t.uniforms.envMap.value=e,this._renderCube(this._getSourceTarget(),0,t)}_applyPMREM(e){this._ggxMaterial===null&&(this._ggxMaterial=gb(),this._integrationMaterial=_b());let t=this._cubeSize,n=e.texture.mipmaps.length-1,r=this._ggxMaterial.uniforms;r.envMap.value=this._sourceTarget.texture;let a=this._integrationMaterial.uniforms;a.envMap.value=this._sourceTarget.texture,a.sourceLod.value=Math.log2(t/Vf);for(let l=0;l<=n;l++){let c=i.lodToRoughness(l,n);if(l>n-fb)a.roughness.value=c,this._renderCube(e,l,this._integrationMaterial);else{let h=c>0?Math.log2(t)+.5*Math.log2(6/(Hf*Math.pow(c,4)))+.5:0;r.roughness.value=c,r.lodBias.value=h,this._renderCube(e,l,this._ggxMaterial)}}}_blur(e,t){this._blurMaterial===null&&(this._blurMaterial=vb());let n=this._blurMaterial,r=n.uniforms,a=this._sourceTarget;r.sigma.value=Math.min(t,Math.PI)/Math.SQRT2,r.envMap.value=a.texture,this._renderCube(e,0,n),r.envMap.value=e.texture,this._renderCube(a,0,n)}};function xf(i,e,t){return new oa(i,{minFilter:Ei,generateMipmaps:e,type:Jn,colorSpace:_s,depthBuffer:t})}function la(i,e,t){return new li({name:i,uniforms:e,vertexShader:_t.cube_vert,fragmentShader:t,side:wn,blending:lr,depthTest:!1,depthWrite:!1})}function gb(){return la("PMREMGGXConvolution",{envMap:{value:null},roughness:{value:0},lodBias:{value:0}},`

		#define GGX_SAMPLES ${Hf}u

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float roughness;
		uniform float lodBias;

		#include <common>

		// Van der Corput radical inverse
		float radicalInverse_VdC( uint bits ) {

			bits = ( bits << 16u ) | ( bits >> 16u );
			bits = ( ( bits & 0x55555555u ) << 1u ) | ( ( bits & 0xAAAAAAAAu ) >> 1u );
			bits = ( ( bits & 0x33333333u ) << 2u ) | ( ( bits & 0xCCCCCCCCu ) >> 2u );
			bits = ( ( bits & 0x0F0F0F0Fu ) << 4u ) | ( ( bits & 0xF0F0F0F0u ) >> 4u );
			bits = ( ( bits & 0x00FF00FFu ) << 8u ) | ( ( bits & 0xFF00FF00u ) >> 8u );
			return float( bits ) * 2.3283064365386963e-10; // / 0x100000000

		}

		// Hammersley sequence
		vec2 hammersley( uint i, uint N ) {

			return vec2( float( i ) / float( N ), radicalInverse_VdC( i ) );

		}

		void main() {

			vec3 N = normalize( vWorldDirection );

			// For very low roughness, just sample the environment directly
			if ( roughness < 0.001 ) {

				gl_FragColor = vec4( textureLod( envMap, N, 0.0 ).rgb, 1.0 );
				return;

			}

			float alpha = roughness * roughness;
			float alpha2 = alpha * alpha;

			// Tangent space basis for VNDF sampling
			vec3 up = abs( N.z ) < 0.999 ? vec3( 0.0, 0.0, 1.0 ) : vec3( 1.0, 0.0, 0.0 );
			vec3 tangent = normalize( cross( up, N ) );
			vec3 bitangent = cross( N, tangent );

			vec3 prefilteredColor = vec3( 0.0 );
			float totalWeight = 0.0;

			for ( uint i = 0u; i < GGX_SAMPLES; i ++ ) {

				vec2 Xi = hammersley( i, GGX_SAMPLES );

				// With V = N, sample the reflected direction directly.
				float invQ = 1.0 / ( 1.0 - Xi.x + alpha2 * Xi.x );
				float NdotL = ( 1.0 - Xi.x - alpha2 * Xi.x ) * invQ;

				if ( NdotL > 0.0 ) {

					float phi = 2.0 * PI * Xi.y;
					float sinTheta = 2.0 * alpha * sqrt( Xi.x * ( 1.0 - Xi.x ) ) * invQ;
					vec3 L = N * NdotL + ( tangent * cos( phi ) + bitangent * sin( phi ) ) * sinTheta;

					// Match the source mip to the sample's solid angle. The terms
					// independent of the sample are precomputed in lodBias.
					float d = alpha2 * invQ;
					float lod = max( log2( d ) + lodBias, 0.0 );

					// Weight by NdotL for the split-sum approximation
					prefilteredColor += textureLod( envMap, L, lod ).rgb * NdotL;
					totalWeight += NdotL;

				}

			}

			gl_FragColor = vec4( prefilteredColor / totalWeight, 1.0 );

		}
	`)}function _b(){return la("PMREMGGXIntegration",{envMap:{value:null},roughness:{value:0},sourceLod:{value:0},sourceSize:{value:Vf}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float roughness;
		uniform float sourceLod;
		uniform int sourceSize;

		void main() {

			vec3 N = normalize( vWorldDirection );

			float alpha = roughness * roughness;
			float alpha2 = alpha * alpha;

			float texelSize = 2.0 / float( sourceSize );

			vec3 prefilteredColor = vec3( 0.0 );
			float totalWeight = 0.0;

			// Pair opposite texels: only the one in N's hemisphere contributes.
			for ( int face = 0; face < 3; face ++ ) {

				for ( int y = 0; y < sourceSize; y ++ ) {

					for ( int x = 0; x < sourceSize; x ++ ) {

						vec2 uv = ( vec2( x, y ) + 0.5 ) * texelSize - 1.0;
						vec3 texelDirection = face == 0 ? vec3( 1.0, uv ) : ( face == 1 ? vec3( uv.x, 1.0, uv.y ) : vec3( uv, 1.0 ) );

						float invDistance = inversesqrt( 1.0 + dot( uv, uv ) );
						float NdotL = dot( N, texelDirection );
						texelDirection *= NdotL < 0.0 ? - 1.0 : 1.0;
						NdotL = abs( NdotL ) * invDistance;

						// With V = N, NdotH squared is ( 1 + NdotL ) / 2. Common factors
						// in the GGX distribution and texel solid angle cancel when normalized.
						float d = 1.0 + alpha2 + ( alpha2 - 1.0 ) * NdotL;
						float weight = NdotL * invDistance * invDistance * invDistance / ( d * d );

						prefilteredColor += textureLod( envMap, texelDirection, sourceLod ).rgb * weight;
						totalWeight += weight;

					}

				}

			}

			gl_FragColor = vec4( prefilteredColor / totalWeight, 1.0 );

		}
	`)}function vb(){return la("PMREMSphericalGaussianBlur",{envMap:{value:null},sigma:{value:0}},`

		#define SAMPLES ${db}
		#define GOLDEN_ANGLE 2.39996322973

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float sigma;

		#include <common>

		void main() {

			vec3 outputDirection = normalize( vWorldDirection );

			vec3 up = abs( outputDirection.z ) < 0.999 ? vec3( 0.0, 0.0, 1.0 ) : vec3( 1.0, 0.0, 0.0 );
			vec3 tangent = normalize( cross( up, outputDirection ) );
			vec3 bitangent = cross( outputDirection, tangent );

			// Truncate the kernel at three standard deviations or at the antipode.
			float thetaMax = min( 3.0 * sigma, PI );
			float truncation = 1.0 - exp( - 0.5 * thetaMax * thetaMax / ( sigma * sigma ) );

			vec3 accumColor = vec3( 0.0 );
			float accumWeight = 0.0;

			for ( int i = 0; i < SAMPLES; i ++ ) {

				// Stratified inverse-CDF sampling of the Gaussian, placed on a golden-angle spiral.
				float stratum = ( float( i ) + 0.5 ) / float( SAMPLES );
				float theta = sigma * sqrt( - 2.0 * log( 1.0 - stratum * truncation ) );
				float phi = float( i ) * GOLDEN_ANGLE;

				vec3 offset = cos( phi ) * tangent + sin( phi ) * bitangent;
				vec3 sampleDirection = cos( theta ) * outputDirection + sin( theta ) * offset;

				// Correct the planar sample density to solid angle.
				float weight = sin( theta ) / theta;

				accumColor += weight * textureLod( envMap, sampleDirection, 0.0 ).rgb;
				accumWeight += weight;

			}

			gl_FragColor = vec4( accumColor / accumWeight, 1.0 );

		}
	`)}function Sf(){return la("PMREMEquirectangularToCubemap",{envMap:{value:null}},`

		varying vec3 vWorldDirection;

		uniform sampler2D envMap;

		#include <common>

		void main() {

			// Average four subpixel samples to preserve small, bright features.
			vec3 direction = normalize( vWorldDirection );
			vec3 dx = dFdx( direction ) * 0.25;
			vec3 dy = dFdy( direction ) * 0.25;

			vec3 color = textureLod( envMap, equirectUv( normalize( direction - dx - dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction + dx - dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction - dx + dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction + dx + dy ) ), 0.0 ).rgb;
			gl_FragColor = vec4( color * 0.25, 1.0 );

		}
	`)}function Mf(){return la("PMREMCubemapToCubemap",{envMap:{value:null},flipEnvMap:{value:-1}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float flipEnvMap;

		void main() {

			gl_FragColor = vec4( textureCube( envMap, vec3( flipEnvMap * vWorldDirection.x, vWorldDirection.yz ) ).rgb, 1.0 );

		}
	`)}function yb(i){let e=new WeakMap,t=new WeakMap,n=null;function r(v,y=!1){return v==null?null:y?l(v):a(v)}function a(v){if(v&&v.isTexture){let y=v.mapping;if(y===qo||y===Yo)if(e.has(v)){let S=e.get(v).texture;return c(S,v.mapping)}else{let S=v.image;if(S&&S.height>0){let T=new oa(S.height);return T.fromEquirectangularTexture(i,v),e.set(v,T),v.addEventListener("dispose",d),c(T.texture,v.mapping)}else return null}}return v}function l(v){if(v&&v.isTexture&&v.isPMREMTexture!==!0){let y=v.mapping,S=y===qo||y===Yo,T=y===ur||y===qr;if(S||T){let _=t.get(v),x=_!==void 0?_.texture.pmremVersion:0;if(v.isRenderTargetTexture&&v.pmremVersion!==x)return n===null&&(n=new Ul(i)),_=S?n.fromEquirectangular(v,_):n.fromCubemap(v,_),_.texture.pmremVersion=v.pmremVersion,t.set(v,_),_.texture;if(_!==void 0)return _.texture;{let C=v.image;return S&&C&&C.height>0||T&&C&&h(C)?(n===null&&(n=new Ul(i)),_=S?n.fromEquirectangular(v):n.fromCubemap(v),_.texture.pmremVersion=v.pmremVersion,t.set(v,_),v.addEventListener("dispose",p),_.texture):null}}}return v}function c(v,y){return y===qo?v.mapping=ur:y===Yo&&(v.mapping=qr),v}function h(v){let y=0,S=6;for(let T=0;T<S;T++)v[T]!==void 0&&y++;return y===S}function d(v){let y=v.target;y.removeEventListener("dispose",d);let S=e.get(y);S!==void 0&&(e.delete(y),S.dispose())}function p(v){let y=v.target;y.removeEventListener("dispose",p);let S=t.get(y);S!==void 0&&(t.delete(y),S.dispose())}function m(){e=new WeakMap,t=new WeakMap,n!==null&&(n.dispose(),n=null)}return{get:r,dispose:m}}function xb(i){let e={};function t(n){if(e[n]!==void 0)return e[n];let r=i.getExtension(n);return e[n]=r,r}return{has:function(n){return t(n)!==null},init:function(){t("EXT_color_buffer_float"),t("WEBGL_clip_cull_distance"),t("OES_texture_float_linear"),t("EXT_color_buffer_half_float"),t("WEBGL_multisampled_render_to_texture"),t("WEBGL_render_shared_exponent")},get:function(n){let r=t(n);return r===null&&fs("WebGLRenderer: "+n+" extension not supported."),r}}}function Sb(i,e,t,n){let r={},a=new WeakMap,l=new FinalizationRegistry(S=>delete r[S]);function c(S){h(S.target)}function h(S){S.index!==null&&e.remove(S.index);for(let _ in S.attributes)e.remove(S.attributes[_]);S.removeEventListener("dispose",c),delete r[S.id],l.unregister(S);let T=a.get(S);T&&(e.remove(T),a.delete(S)),n.releaseStatesOfGeometry(S),S.isInstancedBufferGeometry===!0&&delete S._maxInstanceCount,t.memory.geometries--}function d(S,T){return r[T.id]!==void 0||(T.addEventListener("dispose",c),r[T.id]=new WeakRef(T),l.register(T,T.id,T),t.memory.geometries++),T}function p(S){let T=S.attributes;for(let _ in T)e.update(T[_],i.ARRAY_BUFFER)}function m(S){let T=S.index,_=S.attributes.position,x=0;if(_===void 0)return;let C=T!==null?T.array.length:_.array.length/3-1,A=_.count>=65535?Es:ws,b=new A(Math.ceil(C/3)*6,1),F=b.array;if(T!==null){let M=T.array;x=T.version;for(let I=0,G=0;I<C;I+=3){let k=M[I+0],O=M[I+1],X=M[I+2];F[G++]=k,F[G++]=O,F[G++]=O,F[G++]=X,F[G++]=X,F[G++]=k}}else{x=_.version;for(let M=0,I=0;M<C;M+=3){let G=M+0,k=M+1,O=M+2;F[I++]=G,F[I++]=k,F[I++]=k,F[I++]=O,F[I++]=O,F[I++]=G}}b.version=x;let N=a.get(S);N&&e.remove(N),a.set(S,b)}function v(S){let T=a.get(S);if(T){let _=S.index;_!==null&&T.version<_.version&&m(S)}else m(S);return a.get(S)}function y(){for(let S in r){let T=r[S].deref();T!==void 0&&h(T)}}return{get:d,update:p,getWireframeAttribute:v,dispose:y}}function Mb(i,e,t){let n;function r(m){n=m}let a,l;function c(m){a=m.type,l=m.bytesPerElement}function h(m,v){i.drawElements(n,v,a,m*l),t.update(v,n,1)}function d(m,v,y){y!==0&&(i.drawElementsInstanced(n,v,a,m*l,y),t.update(v,n,y))}function p(m,v,y){if(y===0)return;e.get("WEBGL_multi_draw").multiDrawElementsWEBGL(n,v,0,a,m,0,y);let T=0;for(let _=0;_<y;_++)T+=v[_];t.update(T,n,1)}this.setMode=r,this.setIndex=c,this.render=h,this.renderInstances=d,this.renderMultiDraw=p}function bb(i){let e={geometries:0,textures:0},t={frame:0,calls:0,triangles:0,points:0,lines:0};function n(a,l,c){switch(t.calls++,l){case i.TRIANGLES:t.triangles+=c*(a/3);break;case i.LINES:t.lines+=c*(a/2);break;case i.LINE_STRIP:t.lines+=c*(a-1);break;case i.LINE_LOOP:t.lines+=c*a;break;case i.POINTS:t.points+=c*a;break;default:at("WebGLInfo: Unknown draw mode:",l);break}}function r(){t.calls=0,t.triangles=0,t.points=0,t.lines=0}return{memory:e,render:t,programs:null,autoReset:!0,reset:r,update:n}}function wb(i,e,t){let n=new WeakMap,r=new Gt;function a(l,c,h){let d=l.morphTargetInfluences,p=c.morphAttributes.position||c.morphAttributes.normal||c.morphAttributes.color,m=p!==void 0?p.length:0,v=n.get(c);if(v===void 0||v.count!==m){let G=function(){M.dispose(),n.delete(c),c.removeEventListener("dispose",G)};v!==void 0&&v.texture.dispose();let y=c.morphAttributes.position!==void 0,S=c.morphAttributes.normal!==void 0,T=c.morphAttributes.color!==void 0,_=c.morphAttributes.position||[],x=c.morphAttributes.normal||[],C=c.morphAttributes.color||[],A=0;y===!0&&(A=1),S===!0&&(A=2),T===!0&&(A=3);let b=c.attributes.position.count*A,F=1;b>e.maxTextureSize&&(F=Math.ceil(b/e.maxTextureSize),b=e.maxTextureSize);let N=new Float32Array(b*F*4*m),M=new xs(N,b,F,m);M.type=Bn,M.needsUpdate=!0;let I=A*4;for(let k=0;k<m;k++){let O=_[k],X=x[k],Z=C[k],z=b*F*4*k;for(let K=0;K<O.count;K++){let V=K*I;y===!0&&(r.fromBufferAttribute(O,K),N[z+V+0]=r.x,N[z+V+1]=r.y,N[z+V+2]=r.z,N[z+V+3]=0),S===!0&&(r.fromBufferAttribute(X,K),N[z+V+4]=r.x,N[z+V+5]=r.y,N[z+V+6]=r.z,N[z+V+7]=0),T===!0&&(r.fromBufferAttribute(Z,K),N[z+V+8]=r.x,N[z+V+9]=r.y,N[z+V+10]=r.z,N[z+V+11]=Z.itemSize===4?r.w:1)}}v={count:m,texture:M,size:new Ge(b,F)},n.set(c,v),c.addEventListener("dispose",G)}if(l.isInstancedMesh===!0&&l.morphTexture!==null)h.getUniforms().setValue(i,"morphTexture",l.morphTexture,t);else{let y=0;for(let T=0;T<d.length;T++)y+=d[T];let S=c.morphTargetsRelative?1:1-y;h.getUniforms().setValue(i,"morphTargetBaseInfluence",S),h.getUniforms().setValue(i,"morphTargetInfluences",d)}h.getUniforms().setValue(i,"morphTargetsTexture",v.texture,t),h.getUniforms().setValue(i,"morphTargetsTextureSize",v.size)}return{update:a}}function Eb(i,e,t,n,r){let a=new WeakMap;function l(d){let p=r.render.frame,m=d.geometry,v=e.get(d,m);if(a.get(v)!==p&&(e.update(v),a.set(v,p)),d.isInstancedMesh&&(d.hasEventListener("dispose",h)===!1&&d.addEventListener("dispose",h),a.get(d)!==p&&(t.update(d.instanceMatrix,i.ARRAY_BUFFER),d.instanceColor!==null&&t.update(d.instanceColor,i.ARRAY_BUFFER),a.set(d,p))),d.isSkinnedMesh){let y=d.skeleton;a.get(y)!==p&&(y.update(),a.set(y,p))}return v}function c(){a=new WeakMap}function h(d){let p=d.target;p.removeEventListener("dispose",h),n.releaseStatesOfObject(p),t.remove(p.instanceMatrix),p.instanceColor!==null&&t.remove(p.instanceColor)}return{update:l,dispose:c}}var Tb={[nu]:"LINEAR_TONE_MAPPING",[iu]:"REINHARD_TONE_MAPPING",[ru]:"CINEON_TONE_MAPPING",[su]:"ACES_FILMIC_TONE_MAPPING",[ou]:"AGX_TONE_MAPPING",[lu]:"NEUTRAL_TONE_MAPPING",[au]:"CUSTOM_TONE_MAPPING"};function Ab(i,e,t,n,r,a){let l=new Pn(e,t,{type:i,depthBuffer:r,stencilBuffer:a,samples:n?4:0,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,resolveDepthBuffer:!1,resolveStencilBuffer:!1}),c=null,h=null,d=null,p=new un;p.setAttribute("position",new Ut([-1,3,0,-1,-1,0,3,-1,0],3)),p.setAttribute("uv",new Ut([0,2,0,0,2,0],2));let m=new Lo({uniforms:{tDiffuse:{value:null}},vertexShader:`
			precision highp float;

			uniform mat4 modelViewMatrix;
			uniform mat4 projectionMatrix;

			attribute vec3 position;
			attribute vec2 uv;

			varying vec2 vUv;

			void main() {
				vUv = uv;
				gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
			}`,fragmentShader:`
			precision highp float;

			uniform sampler2D tDiffuse;

			varying vec2 vUv;

			#include <tonemapping_pars_fragment>
			#include <colorspace_pars_fragment>

			void main() {
				gl_FragColor = texture2D( tDiffuse, vUv );

				#ifdef LINEAR_TONE_MAPPING
					gl_FragColor.rgb = LinearToneMapping( gl_FragColor.rgb );
				#elif defined( REINHARD_TONE_MAPPING )
					gl_FragColor.rgb = ReinhardToneMapping( gl_FragColor.rgb );
				#elif defined( CINEON_TONE_MAPPING )
					gl_FragColor.rgb = CineonToneMapping( gl_FragColor.rgb );
				#elif defined( ACES_FILMIC_TONE_MAPPING )
					gl_FragColor.rgb = ACESFilmicToneMapping( gl_FragColor.rgb );
				#elif defined( AGX_TONE_MAPPING )
					gl_FragColor.rgb = AgXToneMapping( gl_FragColor.rgb );
				#elif defined( NEUTRAL_TONE_MAPPING )
					gl_FragColor.rgb = NeutralToneMapping( gl_FragColor.rgb );
				#elif defined( CUSTOM_TONE_MAPPING )
					gl_FragColor.rgb = CustomToneMapping( gl_FragColor.rgb );
				#endif

				#ifdef SRGB_TRANSFER
					gl_FragColor = sRGBTransferOETF( gl_FragColor );
				#endif
			}`,depthTest:!1,depthWrite:!1}),v=new $t(p,m),y=new Zs(-1,1,1,-1,0,1),S=null,T=null,_=!1,x,C=null,A=[],b=!1;this.setSize=function(F,N){l.setSize(F,N),c!==null&&c.setSize(F,N),h!==null&&h.setSize(F,N);for(let M=0;M<A.length;M++){let I=A[M];I.setSize&&I.setSize(F,N)}},this.setEffects=function(F){A=F,b=A.length>0&&A[0].isRenderPass===!0;let N=l.width,M=l.height;A.length>0&&c===null&&(c=new Pn(N,M,{type:Jn,depthBuffer:!1,stencilBuffer:!1}),h=new Pn(N,M,{type:Jn,depthBuffer:!1,stencilBuffer:!1}));let I=r===!0&&A.some(G=>G.needsDepthTexture===!0);I!==(l.depthTexture!==null)&&(I===!0&&d===null&&(d=new wi(N,M),a===!0&&(d.format=Ti,d.type=hr)),l.dispose(),l.depthTexture=I?d:null,l.resolveDepthBuffer=I,l.storeMultisampledDepthBuffer=I);for(let G=0;G<A.length;G++){let k=A[G];k.setSize&&k.setSize(N,M),I&&k.needsDepthTexture===!0&&k.setDepthTexture&&k.setDepthTexture(d)}},this.begin=function(F,N){if(_||F.toneMapping===ci&&A.length===0)return!1;if(C=N,N!==null){let M=N.width,I=N.height;(l.width!==M||l.height!==I)&&this.setSize(M,I)}return b===!1&&F.setRenderTarget(l),x=F.toneMapping,F.toneMapping=ci,!0},this.hasRenderPass=function(){return b},this.end=function(F,N){F.toneMapping=x,_=!0;let M=l,I=c;for(let G=0;G<A.length;G++){let k=A[G];k.enabled!==!1&&(k.render(F,I,M,N),k.needsSwap!==!1&&(M=I,I=I===c?h:c))}if(S!==F.outputColorSpace||T!==F.toneMapping){S=F.outputColorSpace,T=F.toneMapping,m.defines={},St.getTransfer(S)===Pt&&(m.defines.SRGB_TRANSFER="");let G=Tb[T];G&&(m.defines[G]=""),m.needsUpdate=!0}m.uniforms.tDiffuse.value=M.texture,F.setRenderTarget(C),F.render(v,y),C=null,_=!1},this.isCompositing=function(){return _},this.dispose=function(){l.dispose(),c!==null&&c.dispose(),h!==null&&h.dispose(),p.dispose(),m.dispose()}}var Wf=new bn,Xf=new wi(1,1),$f=new Is(1),qf=new xs,Yf=new bo,Jf=new Cs,bf=[],wf=[],Ef=new Float32Array(16),Tf=new Float32Array(9),Af=new Float32Array(4);function jr(i,e,t){let n=i[0];if(n<=0||n>0)return i;let r=e*t,a=bf[r];if(a===void 0&&(a=new Float32Array(r),bf[r]=a),e!==0){n.toArray(a,0);for(let l=1,c=0;l!==e;++l)c+=t,i[l].toArray(a,c)}return a}function Kt(i,e){if(i.length!==e.length)return!1;for(let t=0,n=i.length;t<n;t++)if(i[t]!==e[t])return!1;return!0}function Qt(i,e){for(let t=0,n=e.length;t<n;t++)i[t]=e[t]}function Bl(i,e){let t=wf[e];t===void 0&&(t=new Int32Array(e),wf[e]=t);for(let n=0;n!==e;++n)t[n]=i.allocateTextureUnit();return t}function Rb(i,e){let t=this.cache;t[0]!==e&&(i.uniform1f(this.addr,e),t[0]=e)}function Cb(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2f(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(Kt(t,e))return;i.uniform2fv(this.addr,e),Qt(t,e)}}function Pb(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3f(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else if(e.r!==void 0)(t[0]!==e.r||t[1]!==e.g||t[2]!==e.b)&&(i.uniform3f(this.addr,e.r,e.g,e.b),t[0]=e.r,t[1]=e.g,t[2]=e.b);else{if(Kt(t,e))return;i.uniform3fv(this.addr,e),Qt(t,e)}}function Ib(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4f(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(Kt(t,e))return;i.uniform4fv(this.addr,e),Qt(t,e)}}function Lb(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(Kt(t,e))return;i.uniformMatrix2fv(this.addr,!1,e),Qt(t,e)}else{if(Kt(t,n))return;Af.set(n),i.uniformMatrix2fv(this.addr,!1,Af),Qt(t,n)}}function Db(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(Kt(t,e))return;i.uniformMatrix3fv(this.addr,!1,e),Qt(t,e)}else{if(Kt(t,n))return;Tf.set(n),i.uniformMatrix3fv(this.addr,!1,Tf),Qt(t,n)}}function Fb(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(Kt(t,e))return;i.uniformMatrix4fv(this.addr,!1,e),Qt(t,e)}else{if(Kt(t,n))return;Ef.set(n),i.uniformMatrix4fv(this.addr,!1,Ef),Qt(t,n)}}function Nb(i,e){let t=this.cache;t[0]!==e&&(i.uniform1i(this.addr,e),t[0]=e)}function Ub(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2i(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(Kt(t,e))return;i.uniform2iv(this.addr,e),Qt(t,e)}}function Ob(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3i(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(Kt(t,e))return;i.uniform3iv(this.addr,e),Qt(t,e)}}function Bb(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4i(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(Kt(t,e))return;i.uniform4iv(this.addr,e),Qt(t,e)}}function kb(i,e){let t=this.cache;t[0]!==e&&(i.uniform1ui(this.addr,e),t[0]=e)}function zb(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2ui(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(Kt(t,e))return;i.uniform2uiv(this.addr,e),Qt(t,e)}}function Gb(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3ui(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(Kt(t,e))return;i.uniform3uiv(this.addr,e),Qt(t,e)}}function Hb(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4ui(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(Kt(t,e))return;i.uniform4uiv(this.addr,e),Qt(t,e)}}function kl(i){return i.version===0&&(i.compareFunction=vu,i.needsUpdate=!0),i}function Vb(i,e,t){let n=this.cache,r=t.allocateTextureUnit();n[0]!==r&&(i.uniform1i(this.addr,r),n[0]=r);let a;this.type===i.SAMPLER_2D_SHADOW?a=kl(Xf):a=Wf,t.setTexture2D(e||a,r)}function Wb(i,e,t){let n=this.cache,r=t.allocateTextureUnit();n[0]!==r&&(i.uniform1i(this.addr,r),n[0]=r),t.setTexture3D(e||Yf,r)}function Xb(i,e,t){let n=this.cache,r=t.allocateTextureUnit();n[0]!==r&&(i.uniform1i(this.addr,r),n[0]=r);let a;this.type===i.SAMPLER_CUBE_SHADOW?a=kl($f):a=Jf,t.setTextureCube(e||a,r)}function $b(i,e,t){let n=this.cache,r=t.allocateTextureUnit();n[0]!==r&&(i.uniform1i(this.addr,r),n[0]=r),t.setTexture2DArray(e||qf,r)}function qb(i){switch(i){case 5126:return Rb;case 35664:return Cb;case 35665:return Pb;case 35666:return Ib;case 35674:return Lb;case 35675:return Db;case 35676:return Fb;case 5124:case 35670:return Nb;case 35667:case 35671:return Ub;case 35668:case 35672:return Ob;case 35669:case 35673:return Bb;case 5125:return kb;case 36294:return zb;case 36295:return Gb;case 36296:return Hb;case 35678:case 36198:case 36298:case 36306:case 35682:return Vb;case 35679:case 36299:case 36307:return Wb;case 35680:case 36300:case 36308:case 36293:return Xb;case 36289:case 36303:case 36311:case 36292:return $b}}function Yb(i,e){i.uniform1fv(this.addr,e)}function Jb(i,e){let t=jr(e,this.size,2);i.uniform2fv(this.addr,t)}function Zb(i,e){let t=jr(e,this.size,3);i.uniform3fv(this.addr,t)}function jb(i,e){let t=jr(e,this.size,4);i.uniform4fv(this.addr,t)}function Kb(i,e){let t=jr(e,this.size,4);i.uniformMatrix2fv(this.addr,!1,t)}function Qb(i,e){let t=jr(e,this.size,9);i.uniformMatrix3fv(this.addr,!1,t)}function ew(i,e){let t=jr(e,this.size,16);i.uniformMatrix4fv(this.addr,!1,t)}function tw(i,e){i.uniform1iv(this.addr,e)}function nw(i,e){i.uniform2iv(this.addr,e)}function iw(i,e){i.uniform3iv(this.addr,e)}function rw(i,e){i.uniform4iv(this.addr,e)}function sw(i,e){i.uniform1uiv(this.addr,e)}function aw(i,e){i.uniform2uiv(this.addr,e)}function ow(i,e){i.uniform3uiv(this.addr,e)}function lw(i,e){i.uniform4uiv(this.addr,e)}function cw(i,e,t){let n=this.cache,r=e.length,a=Bl(t,r);Kt(n,a)||(i.uniform1iv(this.addr,a),Qt(n,a));let l;this.type===i.SAMPLER_2D_SHADOW?l=kl(Xf):l=Wf;for(let c=0;c!==r;++c)t.setTexture2D(e[c]||l,a[c])}function uw(i,e,t){let n=this.cache,r=e.length,a=Bl(t,r);Kt(n,a)||(i.uniform1iv(this.addr,a),Qt(n,a));for(let l=0;l!==r;++l)t.setTexture3D(e[l]||Yf,a[l])}function hw(i,e,t){let n=this.cache,r=e.length,a=Bl(t,r);Kt(n,a)||(i.uniform1iv(this.addr,a),Qt(n,a));let l;this.type===i.SAMPLER_CUBE_SHADOW?l=kl($f):l=Jf;for(let c=0;c!==r;++c)t.setTextureCube(e[c]||l,a[c])}function dw(i,e,t){let n=this.cache,r=e.length,a=Bl(t,r);Kt(n,a)||(i.uniform1iv(this.addr,a),Qt(n,a));for(let l=0;l!==r;++l)t.setTexture2DArray(e[l]||qf,a[l])}function fw(i){switch(i){case 5126:return Yb;case 35664:return Jb;case 35665:return Zb;case 35666:return jb;case 35674:return Kb;case 35675:return Qb;case 35676:return ew;case 5124:case 35670:return tw;case 35667:case 35671:return nw;case 35668:case 35672:return iw;case 35669:case 35673:return rw;case 5125:return sw;case 36294:return aw;case 36295:return ow;case 36296:return lw;case 35678:case 36198:case 36298:case 36306:case 35682:return cw;case 35679:case 36299:case 36307:return uw;case 35680:case 36300:case 36308:case 36293:return hw;case 36289:case 36303:case 36311:case 36292:return dw}}var Cu=class{constructor(e,t,n){this.id=e,this.addr=n,this.cache=[],this.type=t.type,this.setValue=qb(t.type)}},Pu=class{constructor(e,t,n){this.id=e,this.addr=n,this.cache=[],this.type=t.type,this.size=t.size,this.setValue=fw(t.type)}},Iu=class{constructor(e){this.id=e,this.seq=[],this.map={}}setValue(e,t,n){let r=this.seq;for(let a=0,l=r.length;a!==l;++a){let c=r[a];c.setValue(e,t[c.id],n)}}},Au=/(\w+)(\])?(\[|\.)?/g;function Rf(i,e){i.seq.push(e),i.map[e.id]=e}function pw(i,e,t){let n=i.name,r=n.length;for(Au.lastIndex=0;;){let a=Au.exec(n),l=Au.lastIndex,c=a[1],h=a[2]==="]",d=a[3];if(h&&(c=c|0),d===void 0||d==="["&&l+2===r){Rf(t,d===void 0?new Cu(c,i,e):new Pu(c,i,e));break}else{let m=t.map[c];m===void 0&&(m=new Iu(c),Rf(t,m)),t=m}}}var Zr=class{constructor(e,t){this.seq=[],this.map={};let n=e.getProgramParameter(t,e.ACTIVE_UNIFORMS);for(let l=0;l<n;++l){let c=e.getActiveUniform(t,l),h=e.getUniformLocation(t,c.name);pw(c,h,this)}let r=[],a=[];for(let l of this.seq)l.type===e.SAMPLER_2D_SHADOW||l.type===e.SAMPLER_CUBE_SHADOW||l.type===e.SAMPLER_2D_ARRAY_SHADOW?r.push(l):a.push(l);r.length>0&&(this.seq=r.concat(a))}setValue(e,t,n,r){let a=this.map[t];a!==void 0&&a.setValue(e,n,r)}setOptional(e,t,n){let r=t[n];r!==void 0&&this.setValue(e,n,r)}static upload(e,t,n,r){for(let a=0,l=t.length;a!==l;++a){let c=t[a],h=n[c.id];h.needsUpdate!==!1&&c.setValue(e,h.value,r)}}static seqWithValue(e,t){let n=[];for(let r=0,a=e.length;r!==a;++r){let l=e[r];l.id in t&&n.push(l)}return n}};function Cf(i,e,t){let n=i.createShader(e);return i.shaderSource(n,t),i.compileShader(n),n}var mw=37297,gw=0;function _w(i,e){let t=i.split(`
`),n=[],r=Math.max(e-6,0),a=Math.min(e+6,t.length);for(let l=r;l<a;l++){let c=l+1;n.push(`${c===e?">":" "} ${c}: ${t[l]}`)}return n.join(`
`)}var Pf=new lt;function vw(i){St._getMatrix(Pf,St.workingColorSpace,i);let e=`mat3( ${Pf.elements.map(t=>t.toFixed(4))} )`;switch(St.getTransfer(i)){case vs:return[e,"LinearTransferOETF"];case Pt:return[e,"sRGBTransferOETF"];default:return rt("WebGLProgram: Unsupported color space: ",i),[e,"LinearTransferOETF"]}}function If(i,e,t){let n=i.getShaderParameter(e,i.COMPILE_STATUS),a=(i.getShaderInfoLog(e)||"").trim();if(n&&a==="")return"";let l=/ERROR: 0:(\d+)/.exec(a);if(l){let c=parseInt(l[1]);return t.toUpperCase()+`

`+a+`

`+_w(i.getShaderSource(e),c)}else return a}function yw(i,e){let t=vw(e);return[`vec4 ${i}( vec4 value ) {`,`	return ${t[1]}( vec4( ${t[0]} * value.rgb, value.a ) );`,"}"].join(`
`)}var xw={[nu]:"Linear",[iu]:"Reinhard",[ru]:"Cineon",[su]:"ACESFilmic",[ou]:"AgX",[lu]:"Neutral",[au]:"Custom"};function Sw(i,e){let t=xw[e];return t===void 0?(rt("WebGLProgram: Unsupported toneMapping:",e),"vec3 "+i+"( vec3 color ) { return LinearToneMapping( color ); }"):"vec3 "+i+"( vec3 color ) { return "+t+"ToneMapping( color ); }"}var Nl=new j;function Mw(){St.getLuminanceCoefficients(Nl);let i=Nl.x.toFixed(4),e=Nl.y.toFixed(4),t=Nl.z.toFixed(4);return["float luminance( const in vec3 rgb ) {",`	const vec3 weights = vec3( ${i}, ${e}, ${t} );`,"	return dot( weights, rgb );","}"].join(`
`)}function bw(i){return[i.extensionClipCullDistance?"#extension GL_ANGLE_clip_cull_distance : require":"",i.extensionMultiDraw?"#extension GL_ANGLE_multi_draw : require":""].filter(aa).join(`
`)}function ww(i){let e=[];for(let t in i){let n=i[t];n!==!1&&e.push("#define "+t+" "+n)}return e.join(`
`)}function Ew(i,e){let t={},n=i.getProgramParameter(e,i.ACTIVE_ATTRIBUTES);for(let r=0;r<n;r++){let a=i.getActiveAttrib(e,r),l=a.name,c=1;a.type===i.FLOAT_MAT2&&(c=2),a.type===i.FLOAT_MAT3&&(c=3),a.type===i.FLOAT_MAT4&&(c=4),t[l]={type:a.type,location:i.getAttribLocation(e,l),locationSize:c}}return t}function aa(i){return i!==""}function Lf(i,e){let t=e.numSpotLightShadows+e.numSpotLightMaps-e.numSpotLightShadowsWithMaps;return i.replace(/NUM_SUN_LIGHTS/g,e.numSunLights).replace(/NUM_DIR_LIGHTS/g,e.numDirLights).replace(/NUM_SPOT_LIGHTS/g,e.numSpotLights).replace(/NUM_SPOT_LIGHT_MAPS/g,e.numSpotLightMaps).replace(/NUM_SPOT_LIGHT_COORDS/g,t).replace(/NUM_RECT_AREA_LIGHTS/g,e.numRectAreaLights).replace(/NUM_POINT_LIGHTS/g,e.numPointLights).replace(/NUM_HEMI_LIGHTS/g,e.numHemiLights).replace(/NUM_SUN_LIGHT_SHADOWS/g,e.numSunLightShadows).replace(/NUM_DIR_LIGHT_SHADOWS/g,e.numDirLightShadows).replace(/NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS/g,e.numSpotLightShadowsWithMaps).replace(/NUM_SPOT_LIGHT_SHADOWS/g,e.numSpotLightShadows).replace(/NUM_POINT_LIGHT_SHADOWS/g,e.numPointLightShadows).replace(/NUM_LIGHT_PROBE_GRIDS/g,e.numLightProbeGrids)}function Df(i,e){return i.replace(/NUM_CLIPPING_PLANES/g,e.numClippingPlanes).replace(/UNION_CLIPPING_PLANES/g,e.numClippingPlanes-e.numClipIntersection)}var Tw=/^[ \t]*#include +<([\w\d./]+)>/gm;function Lu(i){return i.replace(Tw,Aw)}function Aw(i,e){let t=_t[e];if(t===void 0)throw new Error("THREE.WebGLProgram: Can not resolve #include <"+e+">");return Lu(t)}var Rw=/#pragma unroll_loop_start\s+for\s*\(\s*int\s+i\s*=\s*(\d+)\s*;\s*i\s*<\s*(\d+)\s*;\s*i\s*\+\+\s*\)\s*{([\s\S]+?)}\s+#pragma unroll_loop_end/g;function Ff(i){return i.replace(Rw,Cw)}function Cw(i,e,t,n){let r="";for(let a=parseInt(e);a<parseInt(t);a++)r+=n.replace(/\[\s*i\s*\]/g,"[ "+a+" ]").replace(/UNROLLED_LOOP_INDEX/g,a);return r}function Nf(i){let e=`precision ${i.precision} float;
	precision ${i.precision} int;
	precision ${i.precision} sampler2D;
	precision ${i.precision} samplerCube;
	precision ${i.precision} sampler3D;
	precision ${i.precision} sampler2DArray;
	precision ${i.precision} sampler2DShadow;
	precision ${i.precision} samplerCubeShadow;
	precision ${i.precision} sampler2DArrayShadow;
	precision ${i.precision} isampler2D;
	precision ${i.precision} isampler3D;
	precision ${i.precision} isamplerCube;
	precision ${i.precision} isampler2DArray;
	precision ${i.precision} usampler2D;
	precision ${i.precision} usampler3D;
	precision ${i.precision} usamplerCube;
	precision ${i.precision} usampler2DArray;
	`;return i.precision==="highp"?e+=`
#define HIGH_PRECISION`:i.precision==="mediump"?e+=`
#define MEDIUM_PRECISION`:i.precision==="lowp"&&(e+=`
#define LOW_PRECISION`),e}var Pw={[or]:"SHADOWMAP_TYPE_PCF",[Xr]:"SHADOWMAP_TYPE_VSM"};function Iw(i){return Pw[i.shadowMapType]||"SHADOWMAP_TYPE_BASIC"}var Lw={[qr]:"ENVMAP_MODE_REFRACTION"};function Dw(i){return i.envMap===!1?"ENVMAP_MODE_REFLECTION":Lw[i.envMapMode]||"ENVMAP_MODE_REFLECTION"}var Fw={[tu]:"ENVMAP_BLENDING_MULTIPLY",[qd]:"ENVMAP_BLENDING_MIX",[Yd]:"ENVMAP_BLENDING_ADD"};function Nw(i){return i.envMap===!1?"ENVMAP_BLENDING_NONE":Fw[i.combine]||"ENVMAP_BLENDING_NONE"}function Uw(i,e,t,n){let r=i.getContext(),a=t.defines,l=t.vertexShader,c=t.fragmentShader,h=Iw(t),d=t.envMapPMREM===!0?"ENVMAP_TYPE_PMREM":"ENVMAP_TYPE_CUBE",p=Dw(t),m=Nw(t),v=bw(t),y=ww(a),S=r.createProgram(),T,_,x=t.glslVersion?"#version "+t.glslVersion+`
`:"";t.isRawShaderMaterial?(T=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,y].filter(aa).join(`
`),T.length>0&&(T+=`
`),_=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,y].filter(aa).join(`
`),_.length>0&&(_+=`
`)):(T=[Nf(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,y,t.extensionClipCullDistance?"#define USE_CLIP_DISTANCE":"",t.batching?"#define USE_BATCHING":"",t.batchingColor?"#define USE_BATCHING_COLOR":"",t.instancing?"#define USE_INSTANCING":"",t.instancingColor?"#define USE_INSTANCING_COLOR":"",t.instancingMorph?"#define USE_INSTANCING_MORPH":"",t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.map?"#define USE_MAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+p:"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.displacementMap?"#define USE_DISPLACEMENTMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.mapUv?"#define MAP_UV "+t.mapUv:"",t.alphaMapUv?"#define ALPHAMAP_UV "+t.alphaMapUv:"",t.lightMapUv?"#define LIGHTMAP_UV "+t.lightMapUv:"",t.aoMapUv?"#define AOMAP_UV "+t.aoMapUv:"",t.emissiveMapUv?"#define EMISSIVEMAP_UV "+t.emissiveMapUv:"",t.bumpMapUv?"#define BUMPMAP_UV "+t.bumpMapUv:"",t.normalMapUv?"#define NORMALMAP_UV "+t.normalMapUv:"",t.displacementMapUv?"#define DISPLACEMENTMAP_UV "+t.displacementMapUv:"",t.metalnessMapUv?"#define METALNESSMAP_UV "+t.metalnessMapUv:"",t.roughnessMapUv?"#define ROUGHNESSMAP_UV "+t.roughnessMapUv:"",t.anisotropyMapUv?"#define ANISOTROPYMAP_UV "+t.anisotropyMapUv:"",t.clearcoatMapUv?"#define CLEARCOATMAP_UV "+t.clearcoatMapUv:"",t.clearcoatNormalMapUv?"#define CLEARCOAT_NORMALMAP_UV "+t.clearcoatNormalMapUv:"",t.clearcoatRoughnessMapUv?"#define CLEARCOAT_ROUGHNESSMAP_UV "+t.clearcoatRoughnessMapUv:"",t.diffuseRoughnessMapUv?"#define DIFFUSE_ROUGHNESSMAP_UV "+t.diffuseRoughnessMapUv:"",t.iridescenceMapUv?"#define IRIDESCENCEMAP_UV "+t.iridescenceMapUv:"",t.iridescenceThicknessMapUv?"#define IRIDESCENCE_THICKNESSMAP_UV "+t.iridescenceThicknessMapUv:"",t.sheenColorMapUv?"#define SHEEN_COLORMAP_UV "+t.sheenColorMapUv:"",t.sheenRoughnessMapUv?"#define SHEEN_ROUGHNESSMAP_UV "+t.sheenRoughnessMapUv:"",t.specularMapUv?"#define SPECULARMAP_UV "+t.specularMapUv:"",t.specularColorMapUv?"#define SPECULAR_COLORMAP_UV "+t.specularColorMapUv:"",t.specularIntensityMapUv?"#define SPECULAR_INTENSITYMAP_UV "+t.specularIntensityMapUv:"",t.transmissionMapUv?"#define TRANSMISSIONMAP_UV "+t.transmissionMapUv:"",t.thicknessMapUv?"#define THICKNESSMAP_UV "+t.thicknessMapUv:"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexNormals?"#define HAS_NORMAL":"",t.vertexColors?"#define USE_COLOR":"",t.vertexAlphas?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.flatShading?"#define FLAT_SHADED":"",t.skinning?"#define USE_SKINNING":"",t.morphTargets?"#define USE_MORPHTARGETS":"",t.morphNormals&&t.flatShading===!1?"#define USE_MORPHNORMALS":"",t.morphColors?"#define USE_MORPHCOLORS":"",t.morphTargetsCount>0?"#define MORPHTARGETS_TEXTURE_STRIDE "+t.morphTextureStride:"",t.morphTargetsCount>0?"#define MORPHTARGETS_COUNT "+t.morphTargetsCount:"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+h:"",t.sizeAttenuation?"#define USE_SIZEATTENUATION":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 modelMatrix;","uniform mat4 modelViewMatrix;","uniform mat4 projectionMatrix;","uniform mat4 viewMatrix;","uniform mat3 normalMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;","#ifdef USE_INSTANCING","	attribute mat4 instanceMatrix;","#endif","#ifdef USE_INSTANCING_COLOR","	attribute vec3 instanceColor;","#endif","#ifdef USE_INSTANCING_MORPH","	uniform sampler2D morphTexture;","#endif","attribute vec3 position;","attribute vec3 normal;","attribute vec2 uv;","#ifdef USE_UV1","	attribute vec2 uv1;","#endif","#ifdef USE_UV2","	attribute vec2 uv2;","#endif","#ifdef USE_UV3","	attribute vec2 uv3;","#endif","#ifdef USE_TANGENT","	attribute vec4 tangent;","#endif","#if defined( USE_COLOR_ALPHA )","	attribute vec4 color;","#elif defined( USE_COLOR )","	attribute vec3 color;","#endif","#ifdef USE_SKINNING","	attribute vec4 skinIndex;","	attribute vec4 skinWeight;","#endif",`
`].filter(aa).join(`
`),_=[Nf(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,y,t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.alphaToCoverage?"#define ALPHA_TO_COVERAGE":"",t.map?"#define USE_MAP":"",t.matcap?"#define USE_MATCAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+d:"",t.envMap?"#define "+p:"",t.envMap?"#define "+m:"",t.envMapPMREM?"#define ENVMAP_MAX_LOD "+t.envMapMaxLod+".0":"",t.envMapPMREM?"#define ENVMAP_SIZE "+t.envMapSize+".0":"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.packedNormalMap?"#define USE_PACKED_NORMALMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoat?"#define USE_CLEARCOAT":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughness?"#define USE_DIFFUSE_ROUGHNESS":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.dispersion?"#define USE_DISPERSION":"",t.retroreflection?"#define USE_RETROREFLECTION":"",t.iridescence?"#define USE_IRIDESCENCE":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaTest?"#define USE_ALPHATEST":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.sheen?"#define USE_SHEEN":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexColors||t.instancingColor?"#define USE_COLOR":"",t.vertexAlphas||t.batchingColor?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.gradientMap?"#define USE_GRADIENTMAP":"",t.flatShading?"#define FLAT_SHADED":"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+h:"",t.premultipliedAlpha?"#define PREMULTIPLIED_ALPHA":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.decodeVideoTexture?"#define DECODE_VIDEO_TEXTURE":"",t.decodeVideoTextureEmissive?"#define DECODE_VIDEO_TEXTURE_EMISSIVE":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 viewMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;",t.toneMapping!==ci?"#define TONE_MAPPING":"",t.toneMapping!==ci?_t.tonemapping_pars_fragment:"",t.toneMapping!==ci?Sw("toneMapping",t.toneMapping):"",t.dithering?"#define DITHERING":"",t.opaque?"#define OPAQUE":"",_t.colorspace_pars_fragment,yw("linearToOutputTexel",t.outputColorSpace),Mw(),t.useDepthPacking?"#define DEPTH_PACKING "+t.depthPacking:"",`
`].filter(aa).join(`
`)),l=Lu(l),l=Lf(l,t),l=Df(l,t),c=Lu(c),c=Lf(c,t),c=Df(c,t),l=Ff(l),c=Ff(c),t.isRawShaderMaterial!==!0&&(x=`#version 300 es
`,T=[v,"#define attribute in","#define varying out","#define texture2D texture"].join(`
`)+`
`+T,_=["#define varying in",t.glslVersion===yu?"":"layout(location = 0) out highp vec4 pc_fragColor;",t.glslVersion===yu?"":"#define gl_FragColor pc_fragColor","#define gl_FragDepthEXT gl_FragDepth","#define texture2D texture","#define textureCube texture","#define texture2DProj textureProj","#define texture2DLodEXT textureLod","#define texture2DProjLodEXT textureProjLod","#define textureCubeLodEXT textureLod","#define texture2DGradEXT textureGrad","#define texture2DProjGradEXT textureProjGrad","#define textureCubeGradEXT textureGrad"].join(`
`)+`
`+_);let C=x+T+l,A=x+_+c,b=Cf(r,r.VERTEX_SHADER,C),F=Cf(r,r.FRAGMENT_SHADER,A);r.attachShader(S,b),r.attachShader(S,F),t.index0AttributeName!==void 0?r.bindAttribLocation(S,0,t.index0AttributeName):t.hasPositionAttribute===!0&&r.bindAttribLocation(S,0,"position"),r.linkProgram(S);function N(k){if(i.debug.checkShaderErrors){let O=r.getProgramInfoLog(S)||"",X=r.getShaderInfoLog(b)||"",Z=r.getShaderInfoLog(F)||"",z=O.trim(),K=X.trim(),V=Z.trim(),ee=!0,ge=!0;if(r.getProgramParameter(S,r.LINK_STATUS)===!1)if(ee=!1,typeof i.debug.onShaderError=="function")i.debug.onShaderError(r,S,b,F);else{let re=If(r,b,"vertex"),H=If(r,F,"fragment");at("WebGLProgram: Shader Error "+r.getError()+" - VALIDATE_STATUS "+r.getProgramParameter(S,r.VALIDATE_STATUS)+`

Material Name: `+k.name+`
Material Type: `+k.type+`

Program Info Log: `+z+`
`+re+`
`+H)}else z!==""?rt("WebGLProgram: Program Info Log:",z):(K===""||V==="")&&(ge=!1);ge&&(k.diagnostics={runnable:ee,programLog:z,vertexShader:{log:K,prefix:T},fragmentShader:{log:V,prefix:_}})}r.deleteShader(b),r.deleteShader(F),M=new Zr(r,S),I=Ew(r,S)}let M;this.getUniforms=function(){return M===void 0&&N(this),M};let I;this.getAttributes=function(){return I===void 0&&N(this),I};let G=t.rendererExtensionParallelShaderCompile===!1;return this.isReady=function(){return G===!1&&(G=r.getProgramParameter(S,mw)),G},this.destroy=function(){n.releaseStatesOfProgram(this),r.deleteProgram(S),this.program=void 0},this.type=t.shaderType,this.name=t.shaderName,this.id=gw++,this.cacheKey=e,this.usedTimes=1,this.program=S,this.vertexShader=b,this.fragmentShader=F,this}var Ow=0,Du=class{constructor(){this.shaderCache=new Map,this.materialCache=new Map}update(e,t,n){let r=this._getShaderCacheForMaterial(e);return r.has(t)===!1&&(r.add(t),t.usedTimes++),r.has(n)===!1&&(r.add(n),n.usedTimes++),this}remove(e){let t=this.materialCache.get(e);for(let n of t)n.usedTimes--,n.usedTimes===0&&this.shaderCache.delete(n.code);return this.materialCache.delete(e),this}getVertexShaderStage(e){return this._getShaderStage(e.vertexShader)}getFragmentShaderStage(e){return this._getShaderStage(e.fragmentShader)}dispose(){this.shaderCache.clear(),this.materialCache.clear()}_getShaderCacheForMaterial(e){let t=this.materialCache,n=t.get(e);return n===void 0&&(n=new Set,t.set(e,n)),n}_getShaderStage(e){let t=this.shaderCache,n=t.get(e);return n===void 0&&(n=new Fu(e),t.set(e,n)),n}},Fu=class{constructor(e){this.id=Ow++,this.code=e,this.usedTimes=0}};function Bw(i){return i===Xi||i===ia||i===ra}function kw(i,e,t,n,r,a){let l=new Ss,c=new Du,h=new Set,d=[],p=new Map,m=n.logarithmicDepthBuffer,v={MeshDepthMaterial:"depth",MeshDistanceMaterial:"distance",MeshNormalMaterial:"normal",MeshBasicMaterial:"basic",MeshLambertMaterial:"lambert",MeshPhongMaterial:"phong",MeshToonMaterial:"toon",MeshStandardMaterial:"physical",MeshPhysicalMaterial:"physical",MeshMatcapMaterial:"matcap",LineBasicMaterial:"basic",LineDashedMaterial:"dashed",PointsMaterial:"points",ShadowMaterial:"shadow",SpriteMaterial:"sprite"};function y(M){return h.add(M),M===0?"uv":`uv${M}`}function S(M,I,G,k,O,X){let Z=k.fog,z=O.geometry,K=M.isMeshStandardMaterial||M.isMeshLambertMaterial||M.isMeshPhongMaterial?k.environment:null,V=M.isMeshStandardMaterial||M.isMeshLambertMaterial&&!M.envMap||M.isMeshPhongMaterial&&!M.envMap,ee=e.get(M.envMap||K,V),ge=v[M.type],re=n.precision;M.precision!==null&&(re=n.getMaxPrecision(M.precision),re!==M.precision&&rt("WebGLProgram.getParameters:",M.precision,"not supported, using",re,"instead."));let H=z.morphAttributes.position||z.morphAttributes.normal||z.morphAttributes.color,ue=H!==void 0?H.length:0,Re=0;z.morphAttributes.position!==void 0&&(Re=1),z.morphAttributes.normal!==void 0&&(Re=2),z.morphAttributes.color!==void 0&&(Re=3);let Ve,he,Ue,Pe;if(ge){let ke=hi[ge];Ve=ke.vertexShader,he=ke.fragmentShader}else{Ve=M.vertexShader,he=M.fragmentShader;let ke=c.getVertexShaderStage(M),At=c.getFragmentShaderStage(M);c.update(M,ke,At),Ue=ke.id,Pe=At.id}let Me=i.getRenderTarget(),me=i.state.buffers.depth.getReversed(),$e=O.isInstancedMesh===!0,Tt=O.isBatchedMesh===!0,je=!!M.map,dt=!!M.matcap,Mt=!!ee,pt=Mt&&ee.isPMREMTexture===!0,Ht=!!M.aoMap,ft=!!M.lightMap,It=!!M.bumpMap&&M.wireframe===!1,bt=!!M.normalMap,en=!!M.displacementMap,Ne=!!M.emissiveMap,Ke=!!M.metalnessMap,ln=!!M.roughnessMap,tn=M.anisotropy>0,q=M.clearcoat>0,yn=M.diffuseRoughness>0,Ct=M.dispersion>0,Nt=M.retroreflectivity>0,Oe=M.iridescence>0,Xt=M.sheen>0,et=M.transmission>0,tt=tn&&!!M.anisotropyMap,U=q&&!!M.clearcoatMap,P=q&&!!M.clearcoatNormalMap,Q=q&&!!M.clearcoatRoughnessMap,xe=yn&&!!M.diffuseRoughnessMap,fe=Oe&&!!M.iridescenceMap,_e=Oe&&!!M.iridescenceThicknessMap,we=Xt&&!!M.sheenColorMap,ae=Xt&&!!M.sheenRoughnessMap,le=!!M.specularMap,Le=!!M.specularColorMap,W=!!M.specularIntensityMap,de=et&&!!M.transmissionMap,se=et&&!!M.thicknessMap,De=!!M.gradientMap,Ae=!!M.alphaMap,Ie=M.alphaTest>0,Ze=!!M.alphaHash,ct=!!M.extensions,Te=ci;M.toneMapped&&(Me===null||Me.isXRRenderTarget===!0)&&(Te=i.toneMapping);let Qe=pt?ee.isCompressedCubeTexture?ee.image[0].mipmaps:ee.mipmaps:null,ut={shaderID:ge,shaderType:M.type,shaderName:M.name,vertexShader:Ve,fragmentShader:he,defines:M.defines,customVertexShaderID:Ue,customFragmentShaderID:Pe,isRawShaderMaterial:M.isRawShaderMaterial===!0,glslVersion:M.glslVersion,precision:re,batching:Tt,batchingColor:Tt&&O._colorsTexture!==null,instancing:$e,instancingColor:$e&&O.instanceColor!==null,instancingMorph:$e&&O.morphTexture!==null,outputColorSpace:Me===null?i.outputColorSpace:Me.isXRRenderTarget===!0?Me.texture.colorSpace:St.workingColorSpace,alphaToCoverage:!!M.alphaToCoverage,map:je,matcap:dt,envMap:Mt,envMapMode:Mt&&ee.mapping,envMapPMREM:pt,envMapMaxLod:pt?Qe.length-1:null,envMapSize:pt?Qe[0].width:null,aoMap:Ht,lightMap:ft,bumpMap:It,normalMap:bt,displacementMap:en,emissiveMap:Ne,normalMapObjectSpace:bt&&M.normalMapType===jd,normalMapTangentSpace:bt&&M.normalMapType===Dl,packedNormalMap:bt&&M.normalMapType===Dl&&Bw(M.normalMap.format),metalnessMap:Ke,roughnessMap:ln,anisotropy:tn,anisotropyMap:tt,clearcoat:q,clearcoatMap:U,clearcoatNormalMap:P,clearcoatRoughnessMap:Q,diffuseRoughness:yn,diffuseRoughnessMap:xe,dispersion:Ct,retroreflection:Nt,iridescence:Oe,iridescenceMap:fe,iridescenceThicknessMap:_e,sheen:Xt,sheenColorMap:we,sheenRoughnessMap:ae,specularMap:le,specularColorMap:Le,specularIntensityMap:W,transmission:et,transmissionMap:de,thicknessMap:se,gradientMap:De,opaque:M.transparent===!1&&M.blending===$r&&M.alphaToCoverage===!1,alphaMap:Ae,alphaTest:Ie,alphaHash:Ze,combine:M.combine,mapUv:je&&y(M.map.channel),aoMapUv:Ht&&y(M.aoMap.channel),lightMapUv:ft&&y(M.lightMap.channel),bumpMapUv:It&&y(M.bumpMap.channel),normalMapUv:bt&&y(M.normalMap.channel),displacementMapUv:en&&y(M.displacementMap.channel),emissiveMapUv:Ne&&y(M.emissiveMap.channel),metalnessMapUv:Ke&&y(M.metalnessMap.channel),roughnessMapUv:ln&&y(M.roughnessMap.channel),anisotropyMapUv:tt&&y(M.anisotropyMap.channel),clearcoatMapUv:U&&y(M.clearcoatMap.channel),clearcoatNormalMapUv:P&&y(M.clearcoatNormalMap.channel),clearcoatRoughnessMapUv:Q&&y(M.clearcoatRoughnessMap.channel),diffuseRoughnessMapUv:xe&&y(M.diffuseRoughnessMap.channel),iridescenceMapUv:fe&&y(M.iridescenceMap.channel),iridescenceThicknessMapUv:_e&&y(M.iridescenceThicknessMap.channel),sheenColorMapUv:we&&y(M.sheenColorMap.channel),sheenRoughnessMapUv:ae&&y(M.sheenRoughnessMap.channel),specularMapUv:le&&y(M.specularMap.channel),specularColorMapUv:Le&&y(M.specularColorMap.channel),specularIntensityMapUv:W&&y(M.specularIntensityMap.channel),transmissionMapUv:de&&y(M.transmissionMap.channel),thicknessMapUv:se&&y(M.thicknessMap.channel),alphaMapUv:Ae&&y(M.alphaMap.channel),vertexTangents:!!z.attributes.tangent&&(bt||tn),vertexNormals:!!z.attributes.normal,vertexColors:M.vertexColors,vertexAlphas:M.vertexColors===!0&&!!z.attributes.color&&z.attributes.color.itemSize===4,pointsUvs:O.isPoints===!0&&!!z.attributes.uv&&(je||Ae),fog:!!Z,useFog:M.fog===!0,fogExp2:!!Z&&Z.isFogExp2,flatShading:M.wireframe===!1&&(M.flatShading===!0||z.attributes.normal===void 0&&bt===!1&&(M.isMeshLambertMaterial||M.isMeshPhongMaterial||M.isMeshStandardMaterial||M.isMeshPhysicalMaterial)),sizeAttenuation:M.sizeAttenuation===!0,logarithmicDepthBuffer:m,reversedDepthBuffer:me,skinning:O.isSkinnedMesh===!0,hasPositionAttribute:z.attributes.position!==void 0,morphTargets:z.morphAttributes.position!==void 0,morphNormals:z.morphAttributes.normal!==void 0,morphColors:z.morphAttributes.color!==void 0,morphTargetsCount:ue,morphTextureStride:Re,numSunLights:I.sun.length,numDirLights:I.directional.length,numPointLights:I.point.length,numSpotLights:I.spot.length,numSpotLightMaps:I.spotLightMap.length,numRectAreaLights:I.rectArea.length,numHemiLights:I.hemi.length,numSunLightShadows:I.sunShadowMap.length,numDirLightShadows:I.directionalShadowMap.length,numPointLightShadows:I.pointShadowMap.length,numSpotLightShadows:I.spotShadowMap.length,numSpotLightShadowsWithMaps:I.numSpotLightShadowsWithMaps,numLightProbes:I.numLightProbes,numLightProbeGrids:X.filter(ke=>ke.texture!==null).length,numClippingPlanes:a.numPlanes,numClipIntersection:a.numIntersection,dithering:M.dithering,shadowMapEnabled:i.shadowMap.enabled&&G.length>0,shadowMapType:i.shadowMap.type,toneMapping:Te,decodeVideoTexture:je&&M.map.isVideoTexture===!0&&St.getTransfer(M.map.colorSpace)===Pt,decodeVideoTextureEmissive:Ne&&M.emissiveMap.isVideoTexture===!0&&St.getTransfer(M.emissiveMap.colorSpace)===Pt,premultipliedAlpha:M.premultipliedAlpha,doubleSided:M.side===hn,flipSided:M.side===wn,useDepthPacking:M.depthPacking>=0,depthPacking:M.depthPacking||0,index0AttributeName:M.index0AttributeName,extensionClipCullDistance:ct&&M.extensions.clipCullDistance===!0&&t.has("WEBGL_clip_cull_distance"),extensionMultiDraw:(ct&&M.extensions.multiDraw===!0||Tt)&&t.has("WEBGL_multi_draw"),rendererExtensionParallelShaderCompile:t.has("KHR_parallel_shader_compile"),customProgramCacheKey:M.customProgramCacheKey()};return ut.vertexUv1s=h.has(1),ut.vertexUv2s=h.has(2),ut.vertexUv3s=h.has(3),h.clear(),ut}function T(M){let I=[];if(M.shaderID?I.push(M.shaderID):(I.push(M.customVertexShaderID),I.push(M.customFragmentShaderID)),M.defines!==void 0)for(let G in M.defines)I.push(G),I.push(M.defines[G]);return M.isRawShaderMaterial===!1&&(_(I,M),x(I,M),I.push(i.outputColorSpace)),I.push(M.customProgramCacheKey),I.join()}function _(M,I){M.push(I.precision),M.push(I.outputColorSpace),M.push(I.envMapMode),M.push(I.envMapPMREM),M.push(I.envMapMaxLod),M.push(I.envMapSize),M.push(I.mapUv),M.push(I.alphaMapUv),M.push(I.lightMapUv),M.push(I.aoMapUv),M.push(I.bumpMapUv),M.push(I.normalMapUv),M.push(I.displacementMapUv),M.push(I.emissiveMapUv),M.push(I.metalnessMapUv),M.push(I.roughnessMapUv),M.push(I.anisotropyMapUv),M.push(I.clearcoatMapUv),M.push(I.clearcoatNormalMapUv),M.push(I.clearcoatRoughnessMapUv),M.push(I.diffuseRoughnessMapUv),M.push(I.iridescenceMapUv),M.push(I.iridescenceThicknessMapUv),M.push(I.sheenColorMapUv),M.push(I.sheenRoughnessMapUv),M.push(I.specularMapUv),M.push(I.specularColorMapUv),M.push(I.specularIntensityMapUv),M.push(I.transmissionMapUv),M.push(I.thicknessMapUv),M.push(I.combine),M.push(I.fogExp2),M.push(I.sizeAttenuation),M.push(I.morphTargetsCount),M.push(I.numSunLights),M.push(I.numDirLights),M.push(I.numPointLights),M.push(I.numSpotLights),M.push(I.numSpotLightMaps),M.push(I.numHemiLights),M.push(I.numRectAreaLights),M.push(I.numSunLightShadows),M.push(I.numDirLightShadows),M.push(I.numPointLightShadows),M.push(I.numSpotLightShadows),M.push(I.numSpotLightShadowsWithMaps),M.push(I.numLightProbes),M.push(I.numLightProbeGrids),M.push(I.shadowMapType),M.push(I.toneMapping),M.push(I.numClippingPlanes),M.push(I.numClipIntersection),M.push(I.depthPacking)}function x(M,I){l.disableAll(),I.instancing&&l.enable(0),I.instancingColor&&l.enable(1),I.instancingMorph&&l.enable(2),I.matcap&&l.enable(3),I.envMap&&l.enable(4),I.normalMapObjectSpace&&l.enable(5),I.normalMapTangentSpace&&l.enable(6),I.clearcoat&&l.enable(7),I.iridescence&&l.enable(8),I.alphaTest&&l.enable(9),I.vertexColors&&l.enable(10),I.vertexAlphas&&l.enable(11),I.vertexUv1s&&l.enable(12),I.vertexUv2s&&l.enable(13),I.vertexUv3s&&l.enable(14),I.vertexTangents&&l.enable(15),I.anisotropy&&l.enable(16),I.alphaHash&&l.enable(17),I.batching&&l.enable(18),I.dispersion&&l.enable(19),I.retroreflection&&l.enable(24),I.diffuseRoughness&&l.enable(25),I.batchingColor&&l.enable(20),I.gradientMap&&l.enable(21),I.packedNormalMap&&l.enable(22),I.vertexNormals&&l.enable(23),M.push(l.mask),l.disableAll(),I.fog&&l.enable(0),I.useFog&&l.enable(1),I.flatShading&&l.enable(2),I.logarithmicDepthBuffer&&l.enable(3),I.reversedDepthBuffer&&l.enable(4),I.skinning&&l.enable(5),I.morphTargets&&l.enable(6),I.morphNormals&&l.enable(7),I.morphColors&&l.enable(8),I.premultipliedAlpha&&l.enable(9),I.shadowMapEnabled&&l.enable(10),I.doubleSided&&l.enable(11),I.flipSided&&l.enable(12),I.useDepthPacking&&l.enable(13),I.dithering&&l.enable(14),I.transmission&&l.enable(15),I.sheen&&l.enable(16),I.opaque&&l.enable(17),I.pointsUvs&&l.enable(18),I.decodeVideoTexture&&l.enable(19),I.decodeVideoTextureEmissive&&l.enable(20),I.alphaToCoverage&&l.enable(21),I.numLightProbeGrids>0&&l.enable(22),I.hasPositionAttribute&&l.enable(23),M.push(l.mask)}function C(M){let I=v[M.type],G;if(I){let k=hi[I];G=gf.clone(k.uniforms)}else G=M.uniforms;return G}function A(M,I){let G=p.get(I);return G!==void 0?++G.usedTimes:(G=new Uw(i,I,M,r),d.push(G),p.set(I,G)),G}function b(M){if(--M.usedTimes===0){let I=d.indexOf(M);d[I]=d[d.length-1],d.pop(),p.delete(M.cacheKey),M.destroy()}}function F(M){c.remove(M)}function N(){c.dispose()}return{getParameters:S,getProgramCacheKey:T,getUniforms:C,acquireProgram:A,releaseProgram:b,releaseShaderCache:F,programs:d,dispose:N}}function zw(){let i=new WeakMap;function e(l){return i.has(l)}function t(l){let c=i.get(l);return c===void 0&&(c={},i.set(l,c)),c}function n(l){i.delete(l)}function r(l,c,h){i.get(l)[c]=h}function a(){i=new WeakMap}return{has:e,get:t,remove:n,update:r,dispose:a}}function Gw(i,e){return i.groupOrder!==e.groupOrder?i.groupOrder-e.groupOrder:i.renderOrder!==e.renderOrder?i.renderOrder-e.renderOrder:i.material.id!==e.material.id?i.material.id-e.material.id:i.materialVariant!==e.materialVariant?i.materialVariant-e.materialVariant:i.z!==e.z?i.z-e.z:i.id-e.id}function Uf(i,e){return i.groupOrder!==e.groupOrder?i.groupOrder-e.groupOrder:i.renderOrder!==e.renderOrder?i.renderOrder-e.renderOrder:i.z!==e.z?e.z-i.z:i.id-e.id}function Of(){let i=[],e=0,t=[],n=[],r=[];function a(){e=0,t.length=0,n.length=0,r.length=0}function l(v){let y=0;return v.isInstancedMesh&&(y+=2),v.isSkinnedMesh&&(y+=1),y}function c(v,y,S,T,_,x){let C=i[e];return C===void 0?(C={id:v.id,object:v,geometry:y,material:S,materialVariant:l(v),groupOrder:T,renderOrder:v.renderOrder,z:_,group:x},i[e]=C):(C.id=v.id,C.object=v,C.geometry=y,C.material=S,C.materialVariant=l(v),C.groupOrder=T,C.renderOrder=v.renderOrder,C.z=_,C.group=x),e++,C}function h(v,y,S,T,_,x,C){C.reversedDepth===!0&&(_=-_);let A=c(v,y,S,T,_,x);S.transmission>0?n.push(A):S.transparent===!0?r.push(A):t.push(A)}function d(v,y,S,T,_,x){let C=c(v,y,S,T,_,x);S.transmission>0?n.unshift(C):S.transparent===!0?r.unshift(C):t.unshift(C)}function p(v,y){t.length>1&&t.sort(v||Gw),n.length>1&&n.sort(y||Uf),r.length>1&&r.sort(y||Uf)}function m(){for(let v=e,y=i.length;v<y;v++){let S=i[v];if(S.id===null)break;S.id=null,S.object=null,S.geometry=null,S.material=null,S.group=null}}return{opaque:t,transmissive:n,transparent:r,init:a,push:h,unshift:d,finish:m,sort:p}}function Hw(){let i=new WeakMap;function e(n,r){let a=i.get(n),l;return a===void 0?(l=new Of,i.set(n,[l])):r>=a.length?(l=new Of,a.push(l)):l=a[r],l}function t(){i=new WeakMap}return{get:e,dispose:t}}function Vw(){let i={};return{get:function(e){if(i[e.id]!==void 0)return i[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={direction:new j,color:new it};break;case"SpotLight":t={position:new j,direction:new j,color:new it,distance:0,coneCos:0,penumbraCos:0,decay:0};break;case"PointLight":t={position:new j,color:new it,distance:0,decay:0};break;case"HemisphereLight":t={direction:new j,skyColor:new it,groundColor:new it};break;case"RectAreaLight":t={color:new it,position:new j,halfWidth:new j,halfHeight:new j};break}return i[e.id]=t,t}}}function Ww(){let i={};return{get:function(e){if(i[e.id]!==void 0)return i[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new Ge};break;case"SpotLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new Ge};break;case"PointLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new Ge,shadowCameraNear:1,shadowCameraFar:1e3};break}return i[e.id]=t,t}}}var Xw=0;function $w(i,e){return(e.castShadow?2:0)-(i.castShadow?2:0)+(e.map?1:0)-(i.map?1:0)}function qw(i){let e=new Vw,t=Ww(),n={version:0,hash:{sunLength:-1,directionalLength:-1,pointLength:-1,spotLength:-1,rectAreaLength:-1,hemiLength:-1,numSunShadows:-1,numDirectionalShadows:-1,numPointShadows:-1,numSpotShadows:-1,numSpotMaps:-1,numLightProbes:-1},ambient:[0,0,0],probe:[],sun:[],sunShadow:[],sunShadowMap:[],sunShadowMatrix:[],sunShadowCascade:[],directional:[],directionalShadow:[],directionalShadowMap:[],directionalShadowMatrix:[],spot:[],spotLightMap:[],spotShadow:[],spotShadowMap:[],spotLightMatrix:[],rectArea:[],rectAreaLTC1:null,rectAreaLTC2:null,point:[],pointShadow:[],pointShadowMap:[],pointShadowMatrix:[],hemi:[],numSpotLightShadowsWithMaps:0,numLightProbes:0};for(let d=0;d<9;d++)n.probe.push(new j);let r=new j,a=new Rt,l=new Rt;function c(d){let p=0,m=0,v=0;for(let X=0;X<9;X++)n.probe[X].set(0,0,0);let y=0,S=0,T=0,_=0,x=0,C=0,A=0,b=0,F=0,N=0,M=0,I=0,G=0,k=0;d.sort($w);for(let X=0,Z=d.length;X<Z;X++){let z=d[X],K=z.color,V=z.intensity,ee=z.distance,ge=null;if(z.shadow&&z.shadow.map&&(z.shadow.map.texture.format===Xi?ge=z.shadow.map.texture:ge=z.shadow.map.depthTexture||z.shadow.map.texture),z.isAmbientLight)p+=K.r*V,m+=K.g*V,v+=K.b*V;else if(z.isLightProbe){for(let re=0;re<9;re++)n.probe[re].addScaledVector(z.sh.coefficients[re],V);k++}else if(z.isSunLight){let re=e.get(z);if(re.color.copy(z.color).multiplyScalar(z.intensity),z.castShadow){let H=z.shadow,ue=t.get(z);ue.shadowIntensity=H.intensity,ue.shadowBias=H.bias,ue.shadowNormalBias=H.normalBias,ue.shadowRadius=H.radius,ue.shadowMapSize.copy(H.mapSize).multiply(H.getFrameExtents()),n.sunShadow[S]=ue,n.sunShadowMap[S]=ge;let Re=H.getViewportCount();for(let Ve=0;Ve<Re;Ve++)n.sunShadowMatrix[T+Ve]=H.getMatrix(Ve),n.sunShadowCascade[T+Ve]=H._cascadeData[Ve];T+=Re,S++}n.sun[y]=re,y++}else if(z.isDirectionalLight){let re=e.get(z);if(re.color.copy(z.color).multiplyScalar(z.intensity),z.castShadow){let H=z.shadow,ue=t.get(z);ue.shadowIntensity=H.intensity,ue.shadowBias=H.bias,ue.shadowNormalBias=H.normalBias,ue.shadowRadius=H.radius,ue.shadowMapSize=H.mapSize,n.directionalShadow[_]=ue,n.directionalShadowMap[_]=ge,n.directionalShadowMatrix[_]=z.shadow.matrix,F++}n.directional[_]=re,_++}else if(z.isSpotLight){let re=e.get(z);re.position.setFromMatrixPosition(z.matrixWorld),re.color.copy(K).multiplyScalar(V),re.distance=ee,re.coneCos=Math.cos(z.angle),re.penumbraCos=Math.cos(z.angle*(1-z.penumbra)),re.decay=z.decay,n.spot[C]=re;let H=z.shadow;if(z.map&&(n.spotLightMap[I]=z.map,I++,H.updateMatrices(z),z.castShadow&&G++),n.spotLightMatrix[C]=H.matrix,z.castShadow){let ue=t.get(z);ue.shadowIntensity=H.intensity,ue.shadowBias=H.bias,ue.shadowNormalBias=H.normalBias,ue.shadowRadius=H.radius,ue.shadowMapSize=H.mapSize,n.spotShadow[C]=ue,n.spotShadowMap[C]=ge,M++}C++}else if(z.isRectAreaLight){let re=e.get(z);re.color.copy(K).multiplyScalar(V),re.halfWidth.set(z.width*.5,0,0),re.halfHeight.set(0,z.height*.5,0),n.rectArea[A]=re,A++}else if(z.isPointLight){let re=e.get(z);if(re.color.copy(z.color).multiplyScalar(z.intensity),re.distance=z.distance,re.decay=z.decay,z.castShadow){let H=z.shadow,ue=t.get(z);ue.shadowIntensity=H.intensity,ue.shadowBias=H.bias,ue.shadowNormalBias=H.normalBias,ue.shadowRadius=H.radius,ue.shadowMapSize=H.mapSize,ue.shadowCameraNear=H.camera.near,ue.shadowCameraFar=H.camera.far,n.pointShadow[x]=ue,n.pointShadowMap[x]=ge,n.pointShadowMatrix[x]=z.shadow.matrix,N++}n.point[x]=re,x++}else if(z.isHemisphereLight){let re=e.get(z);re.skyColor.copy(z.color).multiplyScalar(V),re.groundColor.copy(z.groundColor).multiplyScalar(V),n.hemi[b]=re,b++}}A>0&&(i.has("OES_texture_float_linear")===!0?(n.rectAreaLTC1=ze.LTC_FLOAT_1,n.rectAreaLTC2=ze.LTC_FLOAT_2):(n.rectAreaLTC1=ze.LTC_HALF_1,n.rectAreaLTC2=ze.LTC_HALF_2)),n.ambient[0]=p,n.ambient[1]=m,n.ambient[2]=v;let O=n.hash;(O.sunLength!==y||O.directionalLength!==_||O.pointLength!==x||O.spotLength!==C||O.rectAreaLength!==A||O.hemiLength!==b||O.numSunShadows!==S||O.numDirectionalShadows!==F||O.numPointShadows!==N||O.numSpotShadows!==M||O.numSpotMaps!==I||O.numLightProbes!==k)&&(n.sun.length=y,n.directional.length=_,n.spot.length=C,n.rectArea.length=A,n.point.length=x,n.hemi.length=b,n.sunShadow.length=S,n.sunShadowMap.length=S,n.sunShadowMatrix.length=T,n.sunShadowCascade.length=T,n.directionalShadow.length=F,n.directionalShadowMap.length=F,n.directionalShadowMatrix.length=F,n.pointShadow.length=N,n.pointShadowMap.length=N,n.pointShadowMatrix.length=N,n.spotShadow.length=M,n.spotShadowMap.length=M,n.spotLightMatrix.length=M+I-G,n.spotLightMap.length=I,n.numSpotLightShadowsWithMaps=G,n.numLightProbes=k,O.sunLength=y,O.directionalLength=_,O.pointLength=x,O.spotLength=C,O.rectAreaLength=A,O.hemiLength=b,O.numSunShadows=S,O.numDirectionalShadows=F,O.numPointShadows=N,O.numSpotShadows=M,O.numSpotMaps=I,O.numLightProbes=k,n.version=Xw++)}function h(d,p){let m=0,v=0,y=0,S=0,T=0,_=0,x=p.matrixWorldInverse;for(let C=0,A=d.length;C<A;C++){let b=d[C];if(b.isSunLight){let F=n.sun[m];F.direction.setFromMatrixPosition(b.matrixWorld),F.direction.transformDirection(x),m++}else if(b.isDirectionalLight){let F=n.directional[v];F.direction.setFromMatrixPosition(b.matrixWorld),r.setFromMatrixPosition(b.target.matrixWorld),F.direction.sub(r),F.direction.transformDirection(x),v++}else if(b.isSpotLight){let F=n.spot[S];F.position.setFromMatrixPosition(b.matrixWorld),F.position.applyMatrix4(x),F.direction.setFromMatrixPosition(b.matrixWorld),r.setFromMatrixPosition(b.target.matrixWorld),F.direction.sub(r),F.direction.transformDirection(x),S++}else if(b.isRectAreaLight){let F=n.rectArea[T];F.position.setFromMatrixPosition(b.matrixWorld),F.position.applyMatrix4(x),l.identity(),a.copy(b.matrixWorld),a.premultiply(x),l.extractRotation(a),F.halfWidth.set(b.width*.5,0,0),F.halfHeight.set(0,b.height*.5,0),F.halfWidth.applyMatrix4(l),F.halfHeight.applyMatrix4(l),T++}else if(b.isPointLight){let F=n.point[y];F.position.setFromMatrixPosition(b.matrixWorld),F.position.applyMatrix4(x),y++}else if(b.isHemisphereLight){let F=n.hemi[_];F.direction.setFromMatrixPosition(b.matrixWorld),F.direction.transformDirection(x),_++}}}return{setup:c,setupView:h,state:n}}function Bf(i){let e=new qw(i),t=[],n=[],r=[];function a(m){p.camera=m,t.length=0,n.length=0,r.length=0}function l(m){m.isLightProbeGrid?r.push(m):t.push(m)}function c(m){n.push(m)}function h(){e.setup(t),r.sort((m,v)=>m.priority-v.priority||m.id-v.id)}function d(m){e.setupView(t,m)}let p={lightsArray:t,shadowsArray:n,lightProbeGridArray:r,camera:null,lights:e,transmissionRenderTarget:{},textureUnits:0};return{init:a,state:p,setupLights:h,setupLightsView:d,pushLight:l,pushShadow:c}}function Yw(i){let e=new WeakMap;function t(r,a=0){let l=e.get(r),c;return l===void 0?(c=new Bf(i),e.set(r,[c])):a>=l.length?(c=new Bf(i),l.push(c)):c=l[a],c}function n(){e=new WeakMap}return{get:t,dispose:n}}var Jw=`void main() {
	gl_Position = vec4( position, 1.0 );
}`,Zw=`uniform sampler2D shadow_pass;
uniform vec2 resolution;
uniform float radius;
void main() {
	const float samples = float( VSM_SAMPLES );
	float mean = 0.0;
	float squared_mean = 0.0;
	float uvStride = samples <= 1.0 ? 0.0 : 2.0 / ( samples - 1.0 );
	float uvStart = samples <= 1.0 ? 0.0 : - 1.0;
	for ( float i = 0.0; i < samples; i ++ ) {
		float uvOffset = uvStart + i * uvStride;
		#ifdef HORIZONTAL_PASS
			vec2 distribution = texture2D( shadow_pass, ( gl_FragCoord.xy + vec2( uvOffset, 0.0 ) * radius ) / resolution ).rg;
			mean += distribution.x;
			squared_mean += distribution.y * distribution.y + distribution.x * distribution.x;
		#else
			float depth = texture2D( shadow_pass, ( gl_FragCoord.xy + vec2( 0.0, uvOffset ) * radius ) / resolution ).r;
			mean += depth;
			squared_mean += depth * depth;
		#endif
	}
	mean = mean / samples;
	squared_mean = squared_mean / samples;
	float std_dev = sqrt( max( 0.0, squared_mean - mean * mean ) );
	gl_FragColor = vec4( mean, std_dev, 0.0, 1.0 );
}`,jw=[new j(1,0,0),new j(-1,0,0),new j(0,1,0),new j(0,-1,0),new j(0,0,1),new j(0,0,-1)],Kw=[new j(0,-1,0),new j(0,-1,0),new j(0,0,1),new j(0,0,-1),new j(0,-1,0),new j(0,-1,0)],kf=new Rt,sa=new j,Ru=new j;function Qw(i,e,t){let n=new Bi,r=new Ge,a=new Ge,l=new Gt,c=new Do,h=new Fo,d={},p=t.maxTextureSize,m={[Wi]:wn,[wn]:Wi,[hn]:hn},v=new li({defines:{VSM_SAMPLES:8},uniforms:{shadow_pass:{value:null},resolution:{value:new Ge},radius:{value:4}},vertexShader:Jw,fragmentShader:Zw}),y=v.clone();y.defines.HORIZONTAL_PASS=1;let S=new un;S.setAttribute("position",new an(new Float32Array([-1,-1,.5,3,-1,.5,-1,3,.5]),3));let T=new $t(S,v),_=this;this.enabled=!1,this.autoUpdate=!0,this.needsUpdate=!1,this.type=or;let x=this.type;this.render=function(N,M,I){if(_.enabled===!1||_.autoUpdate===!1&&_.needsUpdate===!1||N.length===0)return;this.type===Rd&&(rt("WebGLShadowMap: PCFSoftShadowMap has been removed. Using PCFShadowMap instead."),this.type=or);let G=i.getRenderTarget(),k=i.getActiveCubeFace(),O=i.getActiveMipmapLevel(),X=i.state;X.setBlending(lr),X.buffers.depth.getReversed()===!0?X.buffers.color.setClear(0,0,0,0):X.buffers.color.setClear(1,1,1,1),X.buffers.depth.setTest(!0),X.setScissorTest(!1);let Z=x!==this.type;Z&&M.traverse(function(z){z.material&&(Array.isArray(z.material)?z.material.forEach(K=>K.needsUpdate=!0):z.material.needsUpdate=!0)});for(let z=0,K=N.length;z<K;z++){let V=N[z],ee=V.shadow;if(ee===void 0){rt("WebGLShadowMap:",V,"has no shadow.");continue}if(ee.autoUpdate===!1&&ee.needsUpdate===!1)continue;r.copy(ee.mapSize);let ge=ee.getFrameExtents();r.multiply(ge),a.copy(ee.mapSize),(r.x>p||r.y>p)&&(r.x>p&&(a.x=Math.floor(p/ge.x),r.x=a.x*ge.x,ee.mapSize.x=a.x),r.y>p&&(a.y=Math.floor(p/ge.y),r.y=a.y*ge.y,ee.mapSize.y=a.y));let re=i.state.buffers.depth.getReversed();if(ee.camera._reversedDepth=re,ee.map===null||Z===!0){if(ee.map!==null&&(ee.map.depthTexture!==null&&(ee.map.depthTexture.dispose(),ee.map.depthTexture=null),ee.map.dispose()),this.type===Xr){if(V.isPointLight){rt("WebGLShadowMap: VSM shadow maps are not supported for PointLights. Use PCF or BasicShadowMap instead.");continue}ee.map=new Pn(r.x,r.y,{format:Xi,type:Jn,minFilter:Mn,magFilter:Mn,generateMipmaps:!1}),ee.map.texture.name=V.name+".shadowMap",ee.map.depthTexture=new wi(r.x,r.y,Bn),ee.map.depthTexture.name=V.name+".shadowMapDepth",ee.map.depthTexture.format=Si,ee.map.depthTexture.compareFunction=null,ee.map.depthTexture.minFilter=on,ee.map.depthTexture.magFilter=on}else V.isPointLight?(ee.map=new oa(r.x),ee.map.depthTexture=new Is(r.x,Yn)):(ee.map=new Pn(r.x,r.y),ee.map.depthTexture=new wi(r.x,r.y,Yn)),ee.map.depthTexture.name=V.name+".shadowMap",ee.map.depthTexture.format=Si,this.type===or?(ee.map.depthTexture.compareFunction=re?_u:gu,ee.map.depthTexture.minFilter=Mn,ee.map.depthTexture.magFilter=Mn):(ee.map.depthTexture.compareFunction=null,ee.map.depthTexture.minFilter=on,ee.map.depthTexture.magFilter=on);ee.camera.updateProjectionMatrix()}ee.map.isWebGLCubeRenderTarget!==!0&&(ee.map.width!==r.x||ee.map.height!==r.y)&&ee.map.setSize(r.x,r.y);let H=ee.map.isWebGLCubeRenderTarget?6:ee.getViewportCount();V.isPointLight!==!0&&ee.updateMatrices(V,I);let ue=(ee.camera.layers.mask&4294967294)!==0?ee.camera.layers:I.layers;for(let Re=0;Re<H;Re++){let Ve=ee.getCamera(Re);if(V.isPointLight){let he=ee.camera,Ue=ee.matrix,Pe=V.distance||he.far;Pe!==he.far&&(he.far=Pe,he.updateProjectionMatrix()),sa.setFromMatrixPosition(V.matrixWorld),he.position.copy(sa),Ru.copy(he.position),Ru.add(jw[Re]),he.up.copy(Kw[Re]),he.lookAt(Ru),he.updateMatrixWorld(),Ue.makeTranslation(-sa.x,-sa.y,-sa.z),kf.multiplyMatrices(he.projectionMatrix,he.matrixWorldInverse),ee._frustum.setFromProjectionMatrix(kf,he.coordinateSystem,he.reversedDepth)}if(ee.map.isWebGLCubeRenderTarget)i.setRenderTarget(ee.map,Re),i.clear();else{Re===0&&(i.setRenderTarget(ee.map),i.clear());let he=ee.getViewport(Re);l.set(a.x*he.x,a.y*he.y,a.x*he.z,a.y*he.w),X.viewport(l)}n=ee.getFrustum(Re),b(M,I,Ve,V,ue,this.type)}ee.isPointLightShadow!==!0&&this.type===Xr&&C(ee,I),ee.needsUpdate=!1}x=this.type,_.needsUpdate=!1,i.setRenderTarget(G,k,O)};function C(N,M){let I=e.update(T);v.defines.VSM_SAMPLES!==N.blurSamples&&(v.defines.VSM_SAMPLES=N.blurSamples,y.defines.VSM_SAMPLES=N.blurSamples,v.needsUpdate=!0,y.needsUpdate=!0),N.mapPass===null?N.mapPass=new Pn(r.x,r.y,{format:Xi,type:Jn}):(N.mapPass.width!==N.map.width||N.mapPass.height!==N.map.height)&&N.mapPass.setSize(N.map.width,N.map.height),v.uniforms.shadow_pass.value=N.map.depthTexture,v.uniforms.resolution.value.set(N.map.width,N.map.height),v.uniforms.radius.value=N.radius,i.setRenderTarget(N.mapPass),i.clear(),i.renderBufferDirect(M,null,I,v,T,null),y.uniforms.shadow_pass.value=N.mapPass.texture,y.uniforms.resolution.value.set(N.map.width,N.map.height),y.uniforms.radius.value=N.radius,i.setRenderTarget(N.map),i.clear(),i.renderBufferDirect(M,null,I,y,T,null)}function A(N,M,I,G){let k=null,O=I.isPointLight===!0?N.customDistanceMaterial:N.customDepthMaterial;if(O!==void 0)k=O;else if(k=I.isPointLight===!0?h:c,i.localClippingEnabled&&M.clipShadows===!0&&Array.isArray(M.clippingPlanes)&&M.clippingPlanes.length!==0||M.displacementMap&&M.displacementScale!==0||M.alphaMap&&M.alphaTest>0||M.map&&M.alphaTest>0||M.alphaToCoverage===!0){let X=k.uuid,Z=M.uuid,z=d[X];z===void 0&&(z={},d[X]=z);let K=z[Z];K===void 0&&(K=k.clone(),z[Z]=K,M.addEventListener("dispose",F)),k=K}if(k.visible=M.visible,k.wireframe=M.wireframe,G===Xr?k.side=M.shadowSide!==null?M.shadowSide:M.side:k.side=M.shadowSide!==null?M.shadowSide:m[M.side],k.alphaMap=M.alphaMap,k.alphaTest=M.alphaToCoverage===!0?.5:M.alphaTest,k.map=M.map,k.clipShadows=M.clipShadows,k.clippingPlanes=M.clippingPlanes,k.clipIntersection=M.clipIntersection,k.displacementMap=M.displacementMap,k.displacementScale=M.displacementScale,k.displacementBias=M.displacementBias,k.wireframeLinewidth=M.wireframeLinewidth,k.linewidth=M.linewidth,I.isPointLight===!0&&k.isMeshDistanceMaterial===!0){let X=i.properties.get(k);X.light=I}return k}function b(N,M,I,G,k,O){if(N.visible===!1)return;if(N.layers.test(k)&&(N.isMesh||N.isLine||N.isPoints)&&(N.castShadow||N.receiveShadow&&O===Xr)&&(!N.frustumCulled||N.intersectsFrustum(n))){N.modelViewMatrix.multiplyMatrices(I.matrixWorldInverse,N.matrixWorld);let z=e.update(N),K=N.material;if(Array.isArray(K)){let V=z.groups;for(let ee=0,ge=V.length;ee<ge;ee++){let re=V[ee],H=K[re.materialIndex];if(H&&H.visible){let ue=A(N,H,G,O);N.onBeforeShadow(i,N,M,I,z,ue,re),i.renderBufferDirect(I,null,z,ue,N,re),N.onAfterShadow(i,N,M,I,z,ue,re)}}}else if(K.visible){let V=A(N,K,G,O);N.onBeforeShadow(i,N,M,I,z,V,null),i.renderBufferDirect(I,null,z,V,N,null),N.onAfterShadow(i,N,M,I,z,V,null)}}let Z=N.children;for(let z=0,K=Z.length;z<K;z++)b(Z[z],M,I,G,k,O)}function F(N){N.target.removeEventListener("dispose",F);for(let I in d){let G=d[I],k=N.target.uuid;k in G&&(G[k].dispose(),delete G[k])}}}function eE(i,e){function t(){let W=!1,de=new Gt,se=null,De=new Gt(0,0,0,0);return{setMask:function(Ae){se!==Ae&&!W&&(i.colorMask(Ae,Ae,Ae,Ae),se=Ae)},setLocked:function(Ae){W=Ae},setClear:function(Ae,Ie,Ze,ct,Te){Te===!0&&(Ae*=ct,Ie*=ct,Ze*=ct),de.set(Ae,Ie,Ze,ct),De.equals(de)===!1&&(i.clearColor(Ae,Ie,Ze,ct),De.copy(de))},reset:function(){W=!1,se=null,De.set(-1,0,0,0)}}}function n(){let W=!1,de=!1,se=null,De=null,Ae=null;return{setReversed:function(Ie){if(de!==Ie){let Ze=e.get("EXT_clip_control");Ie?Ze.clipControlEXT(Ze.LOWER_LEFT_EXT,Ze.ZERO_TO_ONE_EXT):Ze.clipControlEXT(Ze.LOWER_LEFT_EXT,Ze.NEGATIVE_ONE_TO_ONE_EXT),de=Ie;let ct=Ae;Ae=null,this.setClear(ct)}},getReversed:function(){return de},setTest:function(Ie){Ie?me(i.DEPTH_TEST):$e(i.DEPTH_TEST)},setMask:function(Ie){se!==Ie&&!W&&(i.depthMask(Ie),se=Ie)},setFunc:function(Ie){if(de&&(Ie=cf[Ie]),De!==Ie){switch(Ie){case uo:i.depthFunc(i.NEVER);break;case ho:i.depthFunc(i.ALWAYS);break;case fo:i.depthFunc(i.LESS);break;case Fr:i.depthFunc(i.LEQUAL);break;case po:i.depthFunc(i.EQUAL);break;case mo:i.depthFunc(i.GEQUAL);break;case go:i.depthFunc(i.GREATER);break;case _o:i.depthFunc(i.NOTEQUAL);break;default:i.depthFunc(i.LEQUAL)}De=Ie}},setLocked:function(Ie){W=Ie},setClear:function(Ie){Ae!==Ie&&(Ae=Ie,de&&(Ie=1-Ie),i.clearDepth(Ie))},reset:function(){W=!1,se=null,De=null,Ae=null,de=!1}}}function r(){let W=!1,de=null,se=null,De=null,Ae=null,Ie=null,Ze=null,ct=null,Te=null;return{setTest:function(Qe){W||(Qe?me(i.STENCIL_TEST):$e(i.STENCIL_TEST))},setMask:function(Qe){de!==Qe&&!W&&(i.stencilMask(Qe),de=Qe)},setFunc:function(Qe,ut,ke){(se!==Qe||De!==ut||Ae!==ke)&&(i.stencilFunc(Qe,ut,ke),se=Qe,De=ut,Ae=ke)},setOp:function(Qe,ut,ke){(Ie!==Qe||Ze!==ut||ct!==ke)&&(i.stencilOp(Qe,ut,ke),Ie=Qe,Ze=ut,ct=ke)},setLocked:function(Qe){W=Qe},setClear:function(Qe){Te!==Qe&&(i.clearStencil(Qe),Te=Qe)},reset:function(){W=!1,de=null,se=null,De=null,Ae=null,Ie=null,Ze=null,ct=null,Te=null}}}let a=new t,l=new n,c=new r,h={},d=new WeakMap,p={},m={},v={},y=new WeakMap,S=[],T=null,_=!1,x=null,C=null,A=null,b=null,F=null,N=null,M=null,I=new it(0,0,0),G=0,k=!1,O=null,X=null,Z=null,z=null,K=null,V=i.getParameter(i.MAX_COMBINED_TEXTURE_IMAGE_UNITS),ee=!1,ge=0,re=i.getParameter(i.VERSION);re.indexOf("WebGL")!==-1?(ge=parseFloat(/^WebGL (\d)/.exec(re)[1]),ee=ge>=1):re.indexOf("OpenGL ES")!==-1&&(ge=parseFloat(/^OpenGL ES (\d)/.exec(re)[1]),ee=ge>=2);let H=null,ue={},Re=i.getParameter(i.SCISSOR_BOX),Ve=i.getParameter(i.VIEWPORT),he=new Gt().fromArray(Re),Ue=new Gt().fromArray(Ve);function Pe(W,de,se,De){let Ae=new Uint8Array(4),Ie=i.createTexture();i.bindTexture(W,Ie),i.texParameteri(W,i.TEXTURE_MIN_FILTER,i.NEAREST),i.texParameteri(W,i.TEXTURE_MAG_FILTER,i.NEAREST);for(let Ze=0;Ze<se;Ze++)W===i.TEXTURE_3D||W===i.TEXTURE_2D_ARRAY?i.texImage3D(de,0,i.RGBA,1,1,De,0,i.RGBA,i.UNSIGNED_BYTE,Ae):i.texImage2D(de+Ze,0,i.RGBA,1,1,0,i.RGBA,i.UNSIGNED_BYTE,Ae);return Ie}let Me={};Me[i.TEXTURE_2D]=Pe(i.TEXTURE_2D,i.TEXTURE_2D,1),Me[i.TEXTURE_CUBE_MAP]=Pe(i.TEXTURE_CUBE_MAP,i.TEXTURE_CUBE_MAP_POSITIVE_X,6),Me[i.TEXTURE_2D_ARRAY]=Pe(i.TEXTURE_2D_ARRAY,i.TEXTURE_2D_ARRAY,1,1),Me[i.TEXTURE_3D]=Pe(i.TEXTURE_3D,i.TEXTURE_3D,1,1),a.setClear(0,0,0,1),l.setClear(1),c.setClear(0),me(i.DEPTH_TEST),l.setFunc(Fr),It(!1),bt(Jc),me(i.CULL_FACE),Ht(lr);function me(W){p[W]!==!0&&(i.enable(W),p[W]=!0)}function $e(W){p[W]!==!1&&(i.disable(W),p[W]=!1)}function Tt(W,de){return v[W]!==de?(i.bindFramebuffer(W,de),v[W]=de,W===i.DRAW_FRAMEBUFFER&&(v[i.FRAMEBUFFER]=de),W===i.FRAMEBUFFER&&(v[i.DRAW_FRAMEBUFFER]=de),!0):!1}function je(W,de){let se=S,De=!1;if(W){se=y.get(de),se===void 0&&(se=[],y.set(de,se));let Ae=W.textures;if(se.length!==Ae.length||se[0]!==i.COLOR_ATTACHMENT0){for(let Ie=0,Ze=Ae.length;Ie<Ze;Ie++)se[Ie]=i.COLOR_ATTACHMENT0+Ie;se.length=Ae.length,De=!0}}else se[0]!==i.BACK&&(se[0]=i.BACK,De=!0);De&&i.drawBuffers(se)}function dt(W){return T!==W?(i.useProgram(W),T=W,!0):!1}let Mt={[cr]:i.FUNC_ADD,[Pd]:i.FUNC_SUBTRACT,[Id]:i.FUNC_REVERSE_SUBTRACT};Mt[Ld]=i.MIN,Mt[Dd]=i.MAX;let pt={[Fd]:i.ZERO,[Nd]:i.ONE,[Ud]:i.SRC_COLOR,[Qc]:i.SRC_ALPHA,[Hd]:i.SRC_ALPHA_SATURATE,[zd]:i.DST_COLOR,[Bd]:i.DST_ALPHA,[Od]:i.ONE_MINUS_SRC_COLOR,[eu]:i.ONE_MINUS_SRC_ALPHA,[Gd]:i.ONE_MINUS_DST_COLOR,[kd]:i.ONE_MINUS_DST_ALPHA,[Vd]:i.CONSTANT_COLOR,[Wd]:i.ONE_MINUS_CONSTANT_COLOR,[Xd]:i.CONSTANT_ALPHA,[$d]:i.ONE_MINUS_CONSTANT_ALPHA};function Ht(W,de,se,De,Ae,Ie,Ze,ct,Te,Qe){if(W===lr){_===!0&&($e(i.BLEND),_=!1);return}if(_===!1&&(me(i.BLEND),_=!0),W!==Cd){if(W!==x||Qe!==k){if((C!==cr||F!==cr)&&(i.blendEquation(i.FUNC_ADD),C=cr,F=cr),Qe)switch(W){case $r:i.blendFuncSeparate(i.ONE,i.ONE_MINUS_SRC_ALPHA,i.ONE,i.ONE_MINUS_SRC_ALPHA);break;case Zc:i.blendFunc(i.ONE,i.ONE);break;case jc:i.blendFuncSeparate(i.ZERO,i.ONE_MINUS_SRC_COLOR,i.ZERO,i.ONE);break;case Kc:i.blendFuncSeparate(i.DST_COLOR,i.ONE_MINUS_SRC_ALPHA,i.ZERO,i.ONE);break;default:at("WebGLState: Invalid blending: ",W);break}else switch(W){case $r:i.blendFuncSeparate(i.SRC_ALPHA,i.ONE_MINUS_SRC_ALPHA,i.ONE,i.ONE_MINUS_SRC_ALPHA);break;case Zc:i.blendFuncSeparate(i.SRC_ALPHA,i.ONE,i.ONE,i.ONE);break;case jc:at("WebGLState: SubtractiveBlending requires material.premultipliedAlpha = true");break;case Kc:at("WebGLState: MultiplyBlending requires material.premultipliedAlpha = true");break;default:at("WebGLState: Invalid blending: ",W);break}A=null,b=null,N=null,M=null,I.set(0,0,0),G=0,x=W,k=Qe}return}Ae=Ae||de,Ie=Ie||se,Ze=Ze||De,(de!==C||Ae!==F)&&(i.blendEquationSeparate(Mt[de],Mt[Ae]),C=de,F=Ae),(se!==A||De!==b||Ie!==N||Ze!==M)&&(i.blendFuncSeparate(pt[se],pt[De],pt[Ie],pt[Ze]),A=se,b=De,N=Ie,M=Ze),(ct.equals(I)===!1||Te!==G)&&(i.blendColor(ct.r,ct.g,ct.b,Te),I.copy(ct),G=Te),x=W,k=!1}function ft(W,de){W.side===hn?$e(i.CULL_FACE):me(i.CULL_FACE);let se=W.side===wn;de&&(se=!se),It(se),W.blending===$r&&W.transparent===!1?Ht(lr):Ht(W.blending,W.blendEquation,W.blendSrc,W.blendDst,W.blendEquationAlpha,W.blendSrcAlpha,W.blendDstAlpha,W.blendColor,W.blendAlpha,W.premultipliedAlpha),l.setFunc(W.depthFunc),l.setTest(W.depthTest),l.setMask(W.depthWrite),a.setMask(W.colorWrite);let De=W.stencilWrite;c.setTest(De),De&&(c.setMask(W.stencilWriteMask),c.setFunc(W.stencilFunc,W.stencilRef,W.stencilFuncMask),c.setOp(W.stencilFail,W.stencilZFail,W.stencilZPass)),Ne(W.polygonOffset,W.polygonOffsetFactor,W.polygonOffsetUnits),W.alphaToCoverage===!0?me(i.SAMPLE_ALPHA_TO_COVERAGE):$e(i.SAMPLE_ALPHA_TO_COVERAGE)}function It(W){O!==W&&(W?i.frontFace(i.CW):i.frontFace(i.CCW),O=W)}function bt(W){W!==Td?(me(i.CULL_FACE),W!==X&&(W===Jc?i.cullFace(i.BACK):W===Ad?i.cullFace(i.FRONT):i.cullFace(i.FRONT_AND_BACK))):$e(i.CULL_FACE),X=W}function en(W){W!==Z&&(ee&&i.lineWidth(W),Z=W)}function Ne(W,de,se){W?(me(i.POLYGON_OFFSET_FILL),(z!==de||K!==se)&&(z=de,K=se,l.getReversed()&&(de=-de,se=-se),i.polygonOffset(de,se))):$e(i.POLYGON_OFFSET_FILL)}function Ke(W){W?me(i.SCISSOR_TEST):$e(i.SCISSOR_TEST)}function ln(W){W===void 0&&(W=i.TEXTURE0+V-1),H!==W&&(i.activeTexture(W),H=W)}function tn(W,de,se){se===void 0&&(H===null?se=i.TEXTURE0+V-1:se=H);let De=ue[se];De===void 0&&(De={type:void 0,texture:void 0},ue[se]=De),(De.type!==W||De.texture!==de)&&(H!==se&&(i.activeTexture(se),H=se),i.bindTexture(W,de||Me[W]),De.type=W,De.texture=de)}function q(){let W=ue[H];W!==void 0&&W.type!==void 0&&(i.bindTexture(W.type,null),W.type=void 0,W.texture=void 0)}function yn(){try{i.compressedTexImage2D(...arguments)}catch(W){at("WebGLState:",W)}}function Ct(){try{i.compressedTexImage3D(...arguments)}catch(W){at("WebGLState:",W)}}function Nt(){try{i.texSubImage2D(...arguments)}catch(W){at("WebGLState:",W)}}function Oe(){try{i.texSubImage3D(...arguments)}catch(W){at("WebGLState:",W)}}function Xt(){try{i.compressedTexSubImage2D(...arguments)}catch(W){at("WebGLState:",W)}}function et(){try{i.compressedTexSubImage3D(...arguments)}catch(W){at("WebGLState:",W)}}function tt(){try{i.texStorage2D(...arguments)}catch(W){at("WebGLState:",W)}}function U(){try{i.texStorage3D(...arguments)}catch(W){at("WebGLState:",W)}}function P(){try{i.texImage2D(...arguments)}catch(W){at("WebGLState:",W)}}function Q(){try{i.texImage3D(...arguments)}catch(W){at("WebGLState:",W)}}function xe(W){return m[W]!==void 0?m[W]:i.getParameter(W)}function fe(W,de){m[W]!==de&&(i.pixelStorei(W,de),m[W]=de)}function _e(W){he.equals(W)===!1&&(i.scissor(W.x,W.y,W.z,W.w),he.copy(W))}function we(W){Ue.equals(W)===!1&&(i.viewport(W.x,W.y,W.z,W.w),Ue.copy(W))}function ae(W,de){let se=d.get(de);se===void 0&&(se=new WeakMap,d.set(de,se));let De=se.get(W);De===void 0&&(De=i.getUniformBlockIndex(de,W.name),i.uniformBlockBinding(de,De,De),se.set(W,De))}function le(W,de,se){let Ae=d.get(de).get(W);h[Ae]!==se&&(i.bindBufferBase(i.UNIFORM_BUFFER,Ae,se),h[Ae]=se)}function Le(){i.disable(i.BLEND),i.disable(i.CULL_FACE),i.disable(i.DEPTH_TEST),i.disable(i.POLYGON_OFFSET_FILL),i.disable(i.SCISSOR_TEST),i.disable(i.STENCIL_TEST),i.disable(i.SAMPLE_ALPHA_TO_COVERAGE),i.blendEquation(i.FUNC_ADD),i.blendFunc(i.ONE,i.ZERO),i.blendFuncSeparate(i.ONE,i.ZERO,i.ONE,i.ZERO),i.blendColor(0,0,0,0),i.colorMask(!0,!0,!0,!0),i.clearColor(0,0,0,0),i.depthMask(!0),i.depthFunc(i.LESS),l.setReversed(!1),i.clearDepth(1),i.stencilMask(4294967295),i.stencilFunc(i.ALWAYS,0,4294967295),i.stencilOp(i.KEEP,i.KEEP,i.KEEP),i.clearStencil(0),i.cullFace(i.BACK),i.frontFace(i.CCW),i.polygonOffset(0,0),i.activeTexture(i.TEXTURE0),i.bindFramebuffer(i.FRAMEBUFFER,null),i.bindFramebuffer(i.DRAW_FRAMEBUFFER,null),i.bindFramebuffer(i.READ_FRAMEBUFFER,null),i.useProgram(null),i.lineWidth(1),i.scissor(0,0,i.canvas.width,i.canvas.height),i.viewport(0,0,i.canvas.width,i.canvas.height),i.pixelStorei(i.PACK_ALIGNMENT,4),i.pixelStorei(i.UNPACK_ALIGNMENT,4),i.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,!1),i.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,!1),i.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,i.BROWSER_DEFAULT_WEBGL),i.pixelStorei(i.PACK_ROW_LENGTH,0),i.pixelStorei(i.PACK_SKIP_PIXELS,0),i.pixelStorei(i.PACK_SKIP_ROWS,0),i.pixelStorei(i.UNPACK_ROW_LENGTH,0),i.pixelStorei(i.UNPACK_IMAGE_HEIGHT,0),i.pixelStorei(i.UNPACK_SKIP_PIXELS,0),i.pixelStorei(i.UNPACK_SKIP_ROWS,0),i.pixelStorei(i.UNPACK_SKIP_IMAGES,0),p={},m={},H=null,ue={},v={},h={},y=new WeakMap,S=[],T=null,_=!1,x=null,C=null,A=null,b=null,F=null,N=null,M=null,I=new it(0,0,0),G=0,k=!1,O=null,X=null,Z=null,z=null,K=null,he.set(0,0,i.canvas.width,i.canvas.height),Ue.set(0,0,i.canvas.width,i.canvas.height),a.reset(),l.reset(),c.reset()}return{buffers:{color:a,depth:l,stencil:c},enable:me,disable:$e,bindFramebuffer:Tt,drawBuffers:je,useProgram:dt,setBlending:Ht,setMaterial:ft,setFlipSided:It,setCullFace:bt,setLineWidth:en,setPolygonOffset:Ne,setScissorTest:Ke,activeTexture:ln,bindTexture:tn,unbindTexture:q,compressedTexImage2D:yn,compressedTexImage3D:Ct,texImage2D:P,texImage3D:Q,pixelStorei:fe,getParameter:xe,updateUBOMapping:ae,uniformBlockBinding:le,texStorage2D:tt,texStorage3D:U,texSubImage2D:Nt,texSubImage3D:Oe,compressedTexSubImage2D:Xt,compressedTexSubImage3D:et,scissor:_e,viewport:we,reset:Le}}function tE(i,e,t,n,r,a,l){let c=e.has("WEBGL_multisampled_render_to_texture")?e.get("WEBGL_multisampled_render_to_texture"):null,h=typeof navigator>"u"?!1:/OculusBrowser/g.test(navigator.userAgent),d=new Ge,p=new WeakMap,m=new Set,v,y=new WeakMap,S=new Set,T=new FinalizationRegistry(U=>S.delete(U)),_=!1;try{_=typeof OffscreenCanvas<"u"&&new OffscreenCanvas(1,1).getContext("2d")!==null}catch{}function x(U,P){return _?new OffscreenCanvas(U,P):ys("canvas")}function C(U,P,Q){let xe=1,fe=tt(U);if((fe.width>Q||fe.height>Q)&&(xe=Q/Math.max(fe.width,fe.height)),xe<1)if(typeof HTMLImageElement<"u"&&U instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&U instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&U instanceof ImageBitmap||typeof VideoFrame<"u"&&U instanceof VideoFrame){let _e=Math.floor(xe*fe.width),we=Math.floor(xe*fe.height);v===void 0&&(v=x(_e,we));let ae=P?x(_e,we):v;return ae.width=_e,ae.height=we,ae.getContext("2d").drawImage(U,0,0,_e,we),rt("WebGLRenderer: Texture has been resized from ("+fe.width+"x"+fe.height+") to ("+_e+"x"+we+")."),ae}else return"data"in U&&rt("WebGLRenderer: Image in DataTexture is too big ("+fe.width+"x"+fe.height+")."),U;return U}function A(U){return U.generateMipmaps}function b(U){i.generateMipmap(U)}function F(U){return U.isWebGLCubeRenderTarget?i.TEXTURE_CUBE_MAP:U.isWebGL3DRenderTarget?i.TEXTURE_3D:U.isWebGLArrayRenderTarget||U.isCompressedArrayTexture?i.TEXTURE_2D_ARRAY:i.TEXTURE_2D}function N(U,P,Q,xe,fe,_e=!1){if(U!==null){if(i[U]!==void 0)return i[U];rt("WebGLRenderer: Attempt to use non-existing WebGL internal format '"+U+"'")}let we;xe&&(we=e.get("EXT_texture_norm16"),we||rt("WebGLRenderer: Unable to use normalized textures without EXT_texture_norm16 extension"));let ae=P;if(P===i.RED&&(Q===i.FLOAT&&(ae=i.R32F),Q===i.HALF_FLOAT&&(ae=i.R16F),Q===i.UNSIGNED_BYTE&&(ae=i.R8),Q===i.UNSIGNED_SHORT&&we&&(ae=we.R16_EXT),Q===i.SHORT&&we&&(ae=we.R16_SNORM_EXT)),P===i.RED_INTEGER&&(Q===i.UNSIGNED_BYTE&&(ae=i.R8UI),Q===i.UNSIGNED_SHORT&&(ae=i.R16UI),Q===i.UNSIGNED_INT&&(ae=i.R32UI),Q===i.BYTE&&(ae=i.R8I),Q===i.SHORT&&(ae=i.R16I),Q===i.INT&&(ae=i.R32I)),P===i.RG&&(Q===i.FLOAT&&(ae=i.RG32F),Q===i.HALF_FLOAT&&(ae=i.RG16F),Q===i.UNSIGNED_BYTE&&(ae=i.RG8),Q===i.UNSIGNED_SHORT&&we&&(ae=we.RG16_EXT),Q===i.SHORT&&we&&(ae=we.RG16_SNORM_EXT)),P===i.RG_INTEGER&&(Q===i.UNSIGNED_BYTE&&(ae=i.RG8UI),Q===i.UNSIGNED_SHORT&&(ae=i.RG16UI),Q===i.UNSIGNED_INT&&(ae=i.RG32UI),Q===i.BYTE&&(ae=i.RG8I),Q===i.SHORT&&(ae=i.RG16I),Q===i.INT&&(ae=i.RG32I)),P===i.RGB_INTEGER&&(Q===i.UNSIGNED_BYTE&&(ae=i.RGB8UI),Q===i.UNSIGNED_SHORT&&(ae=i.RGB16UI),Q===i.UNSIGNED_INT&&(ae=i.RGB32UI),Q===i.BYTE&&(ae=i.RGB8I),Q===i.SHORT&&(ae=i.RGB16I),Q===i.INT&&(ae=i.RGB32I)),P===i.RGBA_INTEGER&&(Q===i.UNSIGNED_BYTE&&(ae=i.RGBA8UI),Q===i.UNSIGNED_SHORT&&(ae=i.RGBA16UI),Q===i.UNSIGNED_INT&&(ae=i.RGBA32UI),Q===i.BYTE&&(ae=i.RGBA8I),Q===i.SHORT&&(ae=i.RGBA16I),Q===i.INT&&(ae=i.RGBA32I)),P===i.RGB&&(Q===i.UNSIGNED_SHORT&&we&&(ae=we.RGB16_EXT),Q===i.SHORT&&we&&(ae=we.RGB16_SNORM_EXT),Q===i.UNSIGNED_INT_5_9_9_9_REV&&(ae=i.RGB9_E5),Q===i.UNSIGNED_INT_10F_11F_11F_REV&&(ae=i.R11F_G11F_B10F)),P===i.RGBA){let le=_e?vs:St.getTransfer(fe);Q===i.FLOAT&&(ae=i.RGBA32F),Q===i.HALF_FLOAT&&(ae=i.RGBA16F),Q===i.UNSIGNED_BYTE&&(ae=le===Pt?i.SRGB8_ALPHA8:i.RGBA8),Q===i.UNSIGNED_SHORT&&we&&(ae=we.RGBA16_EXT),Q===i.SHORT&&we&&(ae=we.RGBA16_SNORM_EXT),Q===i.UNSIGNED_SHORT_4_4_4_4&&(ae=i.RGBA4),Q===i.UNSIGNED_SHORT_5_5_5_1&&(ae=i.RGB5_A1)}return(ae===i.R16F||ae===i.R32F||ae===i.RG16F||ae===i.RG32F||ae===i.RGBA16F||ae===i.RGBA32F)&&e.get("EXT_color_buffer_float"),ae}function M(U,P){let Q;return U?P===null||P===Yn||P===hr?Q=i.DEPTH24_STENCIL8:P===Bn?Q=i.DEPTH32F_STENCIL8:P===Yr&&(Q=i.DEPTH24_STENCIL8,rt("DepthTexture: 16 bit depth attachment is not supported with stencil. Using 24-bit attachment.")):P===null||P===Yn||P===hr?Q=i.DEPTH_COMPONENT24:P===Bn?Q=i.DEPTH_COMPONENT32F:P===Yr&&(Q=i.DEPTH_COMPONENT16),Q}function I(U,P){return A(U)===!0||U.isFramebufferTexture&&U.minFilter!==on&&U.minFilter!==Mn?Math.log2(Math.max(P.width,P.height))+1:U.mipmaps.length>0?U.mipmaps.length:U.isCompressedTexture&&Array.isArray(U.image)?P.mipmaps.length:1}function G(U){let P=new WeakRef(U);n.get(U).__ref=P,S.add(P),T.register(U,P,P)}function k(U){let P=n.get(U).__ref;P!==void 0&&(S.delete(P),T.unregister(P))}function O(U){Z(U.target)}function X(U){z(U.target)}function Z(U){U.removeEventListener("dispose",O),k(U),V(U),U.isVideoTexture&&p.delete(U),U.isHTMLTexture&&m.delete(U)}function z(U){U.removeEventListener("dispose",X),k(U),ge(U)}function K(){for(let U of S){let P=U.deref();P!==void 0&&(P.isRenderTarget===!0?z(P):Z(P))}S.clear(),m.clear()}function V(U){let P=n.get(U);if(P.__webglInit===void 0)return;let Q=U.source,xe=y.get(Q);if(xe){let fe=xe[P.__cacheKey];fe.usedTimes--,fe.usedTimes===0&&ee(U),Object.keys(xe).length===0&&y.delete(Q)}n.remove(U)}function ee(U){let P=n.get(U);i.deleteTexture(P.__webglTexture);let Q=U.source,xe=y.get(Q);delete xe[P.__cacheKey],l.memory.textures--}function ge(U){let P=n.get(U);P.__depthDisposeCallback&&P.__depthDisposeCallback();let Q=U.depthTexture;if(Q&&Q.renderTarget===U&&Z(Q),U.isWebGLCubeRenderTarget)for(let fe=0;fe<6;fe++){if(Array.isArray(P.__webglFramebuffer[fe]))for(let _e=0;_e<P.__webglFramebuffer[fe].length;_e++)i.deleteFramebuffer(P.__webglFramebuffer[fe][_e]);else i.deleteFramebuffer(P.__webglFramebuffer[fe]);P.__webglDepthbuffer&&i.deleteRenderbuffer(P.__webglDepthbuffer[fe])}else{if(Array.isArray(P.__webglFramebuffer))for(let fe=0;fe<P.__webglFramebuffer.length;fe++)i.deleteFramebuffer(P.__webglFramebuffer[fe]);else i.deleteFramebuffer(P.__webglFramebuffer);if(P.__webglDepthbuffer&&i.deleteRenderbuffer(P.__webglDepthbuffer),P.__webglMultisampledFramebuffer&&i.deleteFramebuffer(P.__webglMultisampledFramebuffer),P.__webglColorRenderbuffer)for(let fe=0;fe<P.__webglColorRenderbuffer.length;fe++)P.__webglColorRenderbuffer[fe]&&i.deleteRenderbuffer(P.__webglColorRenderbuffer[fe]);P.__webglDepthRenderbuffer&&i.deleteRenderbuffer(P.__webglDepthRenderbuffer)}let xe=U.textures;for(let fe=0,_e=xe.length;fe<_e;fe++){let we=n.get(xe[fe]);we.__webglTexture&&(i.deleteTexture(we.__webglTexture),l.memory.textures--),n.remove(xe[fe])}n.remove(U)}let re=0;function H(){re=0}function ue(){return re}function Re(U){re=U}function Ve(){let U=re;return U>=r.maxTextures&&rt("WebGLTextures: Trying to use "+(U+1)+" texture units while this GPU supports only "+r.maxTextures),re+=1,U}function he(U){let P=[];return P.push(U.wrapS),P.push(U.wrapT),P.push(U.wrapR||0),P.push(U.magFilter),P.push(U.minFilter),P.push(U.anisotropy),P.push(U.internalFormat),P.push(U.format),P.push(U.type),P.push(U.generateMipmaps),P.push(U.mipmapsAutoUpdate),P.push(U.premultiplyAlpha),P.push(U.flipY),P.push(U.unpackAlignment),P.push(U.colorSpace),P.join()}function Ue(U,P){let Q=n.get(U);if(U.isVideoTexture&&Xt(U),U.isRenderTargetTexture===!1&&U.isExternalTexture!==!0&&U.version>0&&Q.__version!==U.version){let xe=U.image;if(xe===null)rt("WebGLRenderer: Texture marked for update but no image data found.");else if(xe.complete===!1)rt("WebGLRenderer: Texture marked for update but image is incomplete");else{ft(Q,U,P);return}}else U.isExternalTexture&&(Q.__webglTexture=U.sourceTexture?U.sourceTexture:null);t.bindTexture(i.TEXTURE_2D,Q.__webglTexture,i.TEXTURE0+P)}function Pe(U,P){let Q=n.get(U);if(U.isRenderTargetTexture===!1&&U.version>0&&Q.__version!==U.version){ft(Q,U,P);return}else U.isExternalTexture&&(Q.__webglTexture=U.sourceTexture?U.sourceTexture:null);t.bindTexture(i.TEXTURE_2D_ARRAY,Q.__webglTexture,i.TEXTURE0+P)}function Me(U,P){let Q=n.get(U);if(U.isRenderTargetTexture===!1&&U.version>0&&Q.__version!==U.version){ft(Q,U,P);return}t.bindTexture(i.TEXTURE_3D,Q.__webglTexture,i.TEXTURE0+P)}function me(U,P){let Q=n.get(U);if(U.version>0&&Q.__version!==U.version){It(Q,U,P);return}t.bindTexture(i.TEXTURE_CUBE_MAP,Q.__webglTexture,i.TEXTURE0+P)}let $e={[Nr]:i.REPEAT,[si]:i.CLAMP_TO_EDGE,[vo]:i.MIRRORED_REPEAT},Tt={[on]:i.NEAREST,[Jd]:i.NEAREST_MIPMAP_NEAREST,[Ks]:i.NEAREST_MIPMAP_LINEAR,[Mn]:i.LINEAR,[Jo]:i.LINEAR_MIPMAP_NEAREST,[Ei]:i.LINEAR_MIPMAP_LINEAR},je={[Qd]:i.NEVER,[vu]:i.ALWAYS,[ef]:i.LESS,[gu]:i.LEQUAL,[tf]:i.EQUAL,[_u]:i.GEQUAL,[nf]:i.GREATER,[rf]:i.NOTEQUAL};function dt(U,P){if(P.type===Bn&&e.has("OES_texture_float_linear")===!1&&(P.magFilter===Mn||P.magFilter===Jo||P.magFilter===Ks||P.magFilter===Ei||P.minFilter===Mn||P.minFilter===Jo||P.minFilter===Ks||P.minFilter===Ei)&&rt("WebGLRenderer: Unable to use linear filtering with floating point textures. OES_texture_float_linear not supported on this device."),i.texParameteri(U,i.TEXTURE_WRAP_S,$e[P.wrapS]),i.texParameteri(U,i.TEXTURE_WRAP_T,$e[P.wrapT]),(U===i.TEXTURE_3D||U===i.TEXTURE_2D_ARRAY)&&i.texParameteri(U,i.TEXTURE_WRAP_R,$e[P.wrapR]),i.texParameteri(U,i.TEXTURE_MAG_FILTER,Tt[P.magFilter]),i.texParameteri(U,i.TEXTURE_MIN_FILTER,Tt[P.minFilter]),P.compareFunction&&(i.texParameteri(U,i.TEXTURE_COMPARE_MODE,i.COMPARE_REF_TO_TEXTURE),i.texParameteri(U,i.TEXTURE_COMPARE_FUNC,je[P.compareFunction])),e.has("EXT_texture_filter_anisotropic")===!0){if(P.magFilter===on||P.minFilter!==Ks&&P.minFilter!==Ei||P.type===Bn&&e.has("OES_texture_float_linear")===!1)return;if(P.anisotropy>1||n.get(P).__currentAnisotropy){let Q=e.get("EXT_texture_filter_anisotropic");i.texParameterf(U,Q.TEXTURE_MAX_ANISOTROPY_EXT,Math.min(P.anisotropy,r.getMaxAnisotropy())),n.get(P).__currentAnisotropy=P.anisotropy}}}function Mt(U,P){let Q=!1;U.__webglInit===void 0&&(U.__webglInit=!0,P.addEventListener("dispose",O),G(P));let xe=P.source,fe=y.get(xe);fe===void 0&&(fe={},y.set(xe,fe));let _e=he(P);if(_e!==U.__cacheKey){fe[_e]===void 0&&(fe[_e]={texture:i.createTexture(),usedTimes:0},l.memory.textures++,Q=!0),fe[_e].usedTimes++;let we=fe[U.__cacheKey];we!==void 0&&(fe[U.__cacheKey].usedTimes--,we.usedTimes===0&&ee(P)),U.__cacheKey=_e,U.__webglTexture=fe[_e].texture}return Q}function pt(U,P,Q){return Math.floor(Math.floor(U/Q)/P)}function Ht(U,P,Q,xe){let _e=U.updateRanges;if(_e.length===0)t.texSubImage2D(i.TEXTURE_2D,0,0,0,P.width,P.height,Q,xe,P.data);else{_e.sort((W,de)=>W.start-de.start);let we=0;for(let W=1;W<_e.length;W++){let de=_e[we],se=_e[W],De=de.start+de.count,Ae=pt(se.start,P.width,4),Ie=pt(de.start,P.width,4);se.start<=De+1&&Ae===Ie&&pt(se.start+se.count-1,P.width,4)===Ae?de.count=Math.max(de.count,se.start+se.count-de.start):(++we,_e[we]=se)}_e.length=we+1;let ae=t.getParameter(i.UNPACK_ROW_LENGTH),le=t.getParameter(i.UNPACK_SKIP_PIXELS),Le=t.getParameter(i.UNPACK_SKIP_ROWS);t.pixelStorei(i.UNPACK_ROW_LENGTH,P.width);for(let W=0,de=_e.length;W<de;W++){let se=_e[W],De=Math.floor(se.start/4),Ae=Math.ceil(se.count/4),Ie=De%P.width,Ze=Math.floor(De/P.width),ct=Ae,Te=1;t.pixelStorei(i.UNPACK_SKIP_PIXELS,Ie),t.pixelStorei(i.UNPACK_SKIP_ROWS,Ze),t.texSubImage2D(i.TEXTURE_2D,0,Ie,Ze,ct,Te,Q,xe,P.data)}U.clearUpdateRanges(),t.pixelStorei(i.UNPACK_ROW_LENGTH,ae),t.pixelStorei(i.UNPACK_SKIP_PIXELS,le),t.pixelStorei(i.UNPACK_SKIP_ROWS,Le)}}function ft(U,P,Q){let xe=i.TEXTURE_2D;(P.isDataArrayTexture||P.isCompressedArrayTexture)&&(xe=i.TEXTURE_2D_ARRAY),P.isData3DTexture&&(xe=i.TEXTURE_3D);let fe=Mt(U,P),_e=P.source;t.bindTexture(xe,U.__webglTexture,i.TEXTURE0+Q);let we=n.get(_e);if(_e.version!==we.__version||fe===!0){if(t.activeTexture(i.TEXTURE0+Q),(typeof ImageBitmap<"u"&&P.image instanceof ImageBitmap)===!1){let Te=St.getPrimaries(St.workingColorSpace),Qe=P.colorSpace===Ai?null:St.getPrimaries(P.colorSpace),ut=P.colorSpace===Ai||Te===Qe?i.NONE:i.BROWSER_DEFAULT_WEBGL;t.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,P.flipY),t.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,P.premultiplyAlpha),t.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,ut)}t.pixelStorei(i.UNPACK_ALIGNMENT,P.unpackAlignment);let le=C(P.image,!1,r.maxTextureSize);le=et(P,le);let Le=a.convert(P.format,P.colorSpace),W=a.convert(P.type),de=N(P.internalFormat,Le,W,P.normalized,P.colorSpace,P.isVideoTexture);dt(xe,P);let se,De=P.mipmaps,Ae=P.isVideoTexture!==!0,Ie=we.__version===void 0||fe===!0,Ze=_e.dataReady,ct=I(P,le);if(P.isDepthTexture)de=M(P.format===Ti,P.type),Ie&&(Ae?t.texStorage2D(i.TEXTURE_2D,1,de,le.width,le.height):t.texImage2D(i.TEXTURE_2D,0,de,le.width,le.height,0,Le,W,null));else if(P.isDataTexture)if(De.length>0){Ae&&Ie&&t.texStorage2D(i.TEXTURE_2D,ct,de,De[0].width,De[0].height);for(let Te=0,Qe=De.length;Te<Qe;Te++)se=De[Te],Ae?Ze&&t.texSubImage2D(i.TEXTURE_2D,Te,0,0,se.width,se.height,Le,W,se.data):t.texImage2D(i.TEXTURE_2D,Te,de,se.width,se.height,0,Le,W,se.data);P.generateMipmaps=!1}else Ae?(Ie&&t.texStorage2D(i.TEXTURE_2D,ct,de,le.width,le.height),Ze&&Ht(P,le,Le,W)):t.texImage2D(i.TEXTURE_2D,0,de,le.width,le.height,0,Le,W,le.data);else if(P.isCompressedTexture)if(P.isCompressedArrayTexture){Ae&&Ie&&t.texStorage3D(i.TEXTURE_2D_ARRAY,ct,de,De[0].width,De[0].height,le.depth);for(let Te=0,Qe=De.length;Te<Qe;Te++)if(se=De[Te],P.format!==Zn)if(Le!==null)if(Ae){if(Ze)if(P.layerUpdates.size>0){let ut=Tu(se.width,se.height,P.format,P.type);for(let ke of P.layerUpdates){let At=se.data.subarray(ke*ut/se.data.BYTES_PER_ELEMENT,(ke+1)*ut/se.data.BYTES_PER_ELEMENT);t.compressedTexSubImage3D(i.TEXTURE_2D_ARRAY,Te,0,0,ke,se.width,se.height,1,Le,At)}}else t.compressedTexSubImage3D(i.TEXTURE_2D_ARRAY,Te,0,0,0,se.width,se.height,le.depth,Le,se.data)}else t.compressedTexImage3D(i.TEXTURE_2D_ARRAY,Te,de,se.width,se.height,le.depth,0,se.data,0,0);else rt("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()");else Ae?Ze&&t.texSubImage3D(i.TEXTURE_2D_ARRAY,Te,0,0,0,se.width,se.height,le.depth,Le,W,se.data):t.texImage3D(i.TEXTURE_2D_ARRAY,Te,de,se.width,se.height,le.depth,0,Le,W,se.data);P.layerUpdates.size>0&&P.clearLayerUpdates()}else{Ae&&Ie&&t.texStorage2D(i.TEXTURE_2D,ct,de,De[0].width,De[0].height);for(let Te=0,Qe=De.length;Te<Qe;Te++)se=De[Te],P.format!==Zn?Le!==null?Ae?Ze&&t.compressedTexSubImage2D(i.TEXTURE_2D,Te,0,0,se.width,se.height,Le,se.data):t.compressedTexImage2D(i.TEXTURE_2D,Te,de,se.width,se.height,0,se.data):rt("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()"):Ae?Ze&&t.texSubImage2D(i.TEXTURE_2D,Te,0,0,se.width,se.height,Le,W,se.data):t.texImage2D(i.TEXTURE_2D,Te,de,se.width,se.height,0,Le,W,se.data)}else if(P.isDataArrayTexture)if(Ae){if(Ie&&t.texStorage3D(i.TEXTURE_2D_ARRAY,ct,de,le.width,le.height,le.depth),Ze)if(P.layerUpdates.size>0){let Te=Tu(le.width,le.height,P.format,P.type);for(let Qe of P.layerUpdates){let ut=le.data.subarray(Qe*Te/le.data.BYTES_PER_ELEMENT,(Qe+1)*Te/le.data.BYTES_PER_ELEMENT);t.texSubImage3D(i.TEXTURE_2D_ARRAY,0,0,0,Qe,le.width,le.height,1,Le,W,ut)}P.clearLayerUpdates()}else t.texSubImage3D(i.TEXTURE_2D_ARRAY,0,0,0,0,le.width,le.height,le.depth,Le,W,le.data)}else t.texImage3D(i.TEXTURE_2D_ARRAY,0,de,le.width,le.height,le.depth,0,Le,W,le.data);else if(P.isData3DTexture)Ae?(Ie&&t.texStorage3D(i.TEXTURE_3D,ct,de,le.width,le.height,le.depth),Ze&&t.texSubImage3D(i.TEXTURE_3D,0,0,0,0,le.width,le.height,le.depth,Le,W,le.data)):t.texImage3D(i.TEXTURE_3D,0,de,le.width,le.height,le.depth,0,Le,W,le.data);else if(P.isFramebufferTexture){if(Ie)if(Ae)t.texStorage2D(i.TEXTURE_2D,ct,de,le.width,le.height);else{let Te=le.width,Qe=le.height;for(let ut=0;ut<ct;ut++)t.texImage2D(i.TEXTURE_2D,ut,de,Te,Qe,0,Le,W,null),Te>>=1,Qe>>=1}}else if(P.isHTMLTexture){if("texElementImage2D"in i){let Te=i.canvas;if(Te.hasAttribute("layoutsubtree")||Te.setAttribute("layoutsubtree","true"),le.parentNode!==Te){Te.appendChild(le),m.add(P),Te.onpaint=Qe=>{let ut=Qe.changedElements;for(let ke of m)ut.includes(ke.image)&&(ke.needsUpdate=!0)},Te.requestPaint();return}if(i.texElementImage2D.length===3)i.texElementImage2D(i.TEXTURE_2D,i.RGBA8,le);else{let ut=i.RGBA,ke=i.RGBA,At=i.UNSIGNED_BYTE;i.texElementImage2D(i.TEXTURE_2D,0,ut,ke,At,le)}i.texParameteri(i.TEXTURE_2D,i.TEXTURE_MIN_FILTER,i.LINEAR),i.texParameteri(i.TEXTURE_2D,i.TEXTURE_WRAP_S,i.CLAMP_TO_EDGE),i.texParameteri(i.TEXTURE_2D,i.TEXTURE_WRAP_T,i.CLAMP_TO_EDGE)}}else if(De.length>0){if(Ae&&Ie){let Te=tt(De[0]);t.texStorage2D(i.TEXTURE_2D,ct,de,Te.width,Te.height)}for(let Te=0,Qe=De.length;Te<Qe;Te++)se=De[Te],Ae?Ze&&t.texSubImage2D(i.TEXTURE_2D,Te,0,0,Le,W,se):t.texImage2D(i.TEXTURE_2D,Te,de,Le,W,se);P.generateMipmaps=!1}else if(Ae){if(Ie){let Te=tt(le);t.texStorage2D(i.TEXTURE_2D,ct,de,Te.width,Te.height)}Ze&&t.texSubImage2D(i.TEXTURE_2D,0,0,0,Le,W,le)}else t.texImage2D(i.TEXTURE_2D,0,de,Le,W,le);A(P)&&P.mipmapsAutoUpdate===!0&&b(xe),we.__version=_e.version,P.onUpdate&&P.onUpdate(P)}U.__version=P.version}function It(U,P,Q){if(P.image.length!==6)return;let xe=Mt(U,P),fe=P.source;t.bindTexture(i.TEXTURE_CUBE_MAP,U.__webglTexture,i.TEXTURE0+Q);let _e=n.get(fe);if(fe.version!==_e.__version||xe===!0){t.activeTexture(i.TEXTURE0+Q);let we=St.getPrimaries(St.workingColorSpace),ae=P.colorSpace===Ai?null:St.getPrimaries(P.colorSpace),le=P.colorSpace===Ai||we===ae?i.NONE:i.BROWSER_DEFAULT_WEBGL;t.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,P.flipY),t.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,P.premultiplyAlpha),t.pixelStorei(i.UNPACK_ALIGNMENT,P.unpackAlignment),t.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,le);let Le=P.isCompressedTexture||P.image[0].isCompressedTexture,W=P.image[0]&&P.image[0].isDataTexture,de=[];for(let ke=0;ke<6;ke++)!Le&&!W?de[ke]=C(P.image[ke],!0,r.maxCubemapSize):de[ke]=W?P.image[ke].image:P.image[ke],de[ke]=et(P,de[ke]);let se=de[0],De=a.convert(P.format,P.colorSpace),Ae=a.convert(P.type),Ie=N(P.internalFormat,De,Ae,P.normalized,P.colorSpace),Ze=P.isVideoTexture!==!0,ct=_e.__version===void 0||xe===!0,Te=fe.dataReady,Qe=I(P,se);dt(i.TEXTURE_CUBE_MAP,P);let ut;if(P.isDepthTexture){if(Ie=M(P.format===Ti,P.type),ct)if(Ze)t.texStorage2D(i.TEXTURE_CUBE_MAP,1,Ie,se.width,se.height);else for(let ke=0;ke<6;ke++)t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+ke,0,Ie,se.width,se.height,0,De,Ae,null)}else if(Le){Ze&&ct&&t.texStorage2D(i.TEXTURE_CUBE_MAP,Qe,Ie,se.width,se.height);for(let ke=0;ke<6;ke++){ut=de[ke].mipmaps;for(let At=0;At<ut.length;At++){let Bt=ut[At];P.format!==Zn?De!==null?Ze?Te&&t.compressedTexSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+ke,At,0,0,Bt.width,Bt.height,De,Bt.data):t.compressedTexImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+ke,At,Ie,Bt.width,Bt.height,0,Bt.data):rt("WebGLRenderer: Attempt to load unsupported compressed texture format in .setTextureCube()"):Ze?Te&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+ke,At,0,0,Bt.width,Bt.height,De,Ae,Bt.data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+ke,At,Ie,Bt.width,Bt.height,0,De,Ae,Bt.data)}}}else{if(ut=P.mipmaps,Ze&&ct){ut.length>0&&Qe++;let ke=tt(de[0]);t.texStorage2D(i.TEXTURE_CUBE_MAP,Qe,Ie,ke.width,ke.height)}for(let ke=0;ke<6;ke++)if(W){Ze?Te&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+ke,0,0,0,de[ke].width,de[ke].height,De,Ae,de[ke].data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+ke,0,Ie,de[ke].width,de[ke].height,0,De,Ae,de[ke].data);for(let At=0;At<ut.length;At++){let fi=ut[At].image[ke].image;Ze?Te&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+ke,At+1,0,0,fi.width,fi.height,De,Ae,fi.data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+ke,At+1,Ie,fi.width,fi.height,0,De,Ae,fi.data)}}else{Ze?Te&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+ke,0,0,0,De,Ae,de[ke]):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+ke,0,Ie,De,Ae,de[ke]);for(let At=0;At<ut.length;At++){let Bt=ut[At];Ze?Te&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+ke,At+1,0,0,De,Ae,Bt.image[ke]):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+ke,At+1,Ie,De,Ae,Bt.image[ke])}}}A(P)&&P.mipmapsAutoUpdate===!0&&b(i.TEXTURE_CUBE_MAP),_e.__version=fe.version,P.onUpdate&&P.onUpdate(P)}U.__version=P.version}function bt(U,P,Q,xe,fe,_e){let we=a.convert(Q.format,Q.colorSpace),ae=a.convert(Q.type),le=N(Q.internalFormat,we,ae,Q.normalized,Q.colorSpace),Le=n.get(P),W=n.get(Q);if(W.__renderTarget=P,!Le.__hasExternalTextures){let de=Math.max(1,P.width>>_e),se=Math.max(1,P.height>>_e);fe===i.TEXTURE_3D||fe===i.TEXTURE_2D_ARRAY?t.texImage3D(fe,_e,le,de,se,P.depth,0,we,ae,null):t.texImage2D(fe,_e,le,de,se,0,we,ae,null)}t.bindFramebuffer(i.FRAMEBUFFER,U),Oe(P)?c.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,xe,fe,W.__webglTexture,0,Nt(P)):(fe===i.TEXTURE_2D||fe>=i.TEXTURE_CUBE_MAP_POSITIVE_X&&fe<=i.TEXTURE_CUBE_MAP_NEGATIVE_Z)&&i.framebufferTexture2D(i.FRAMEBUFFER,xe,fe,W.__webglTexture,_e),t.bindFramebuffer(i.FRAMEBUFFER,null)}function en(U,P,Q){if(i.bindRenderbuffer(i.RENDERBUFFER,U),P.depthBuffer){let xe=P.depthTexture,fe=xe&&xe.isDepthTexture?xe.type:null,_e=M(P.stencilBuffer,fe),we=P.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;Oe(P)?c.renderbufferStorageMultisampleEXT(i.RENDERBUFFER,Nt(P),_e,P.width,P.height):Q?i.renderbufferStorageMultisample(i.RENDERBUFFER,Nt(P),_e,P.width,P.height):i.renderbufferStorage(i.RENDERBUFFER,_e,P.width,P.height),i.framebufferRenderbuffer(i.FRAMEBUFFER,we,i.RENDERBUFFER,U)}else{let xe=P.textures;for(let fe=0;fe<xe.length;fe++){let _e=xe[fe],we=a.convert(_e.format,_e.colorSpace),ae=a.convert(_e.type),le=N(_e.internalFormat,we,ae,_e.normalized,_e.colorSpace);Oe(P)?c.renderbufferStorageMultisampleEXT(i.RENDERBUFFER,Nt(P),le,P.width,P.height):Q?i.renderbufferStorageMultisample(i.RENDERBUFFER,Nt(P),le,P.width,P.height):i.renderbufferStorage(i.RENDERBUFFER,le,P.width,P.height)}}i.bindRenderbuffer(i.RENDERBUFFER,null)}function Ne(U,P,Q){let xe=P.isWebGLCubeRenderTarget===!0;if(t.bindFramebuffer(i.FRAMEBUFFER,U),!(P.depthTexture&&P.depthTexture.isDepthTexture))throw new Error("THREE.WebGLTextures: renderTarget.depthTexture must be an instance of THREE.DepthTexture.");let fe=n.get(P.depthTexture);fe.__renderTarget=P;let _e=xe?P.depthTexture.image[0]:P.depthTexture.image;(!fe.__webglTexture||_e.width!==P.width||_e.height!==P.height)&&(_e.width=P.width,_e.height=P.height,P.depthTexture.needsUpdate=!0),xe?me(P.depthTexture,0):Ue(P.depthTexture,0);let we=fe.__webglTexture,ae=Nt(P),le=xe?i.TEXTURE_CUBE_MAP_POSITIVE_X+Q:i.TEXTURE_2D,Le=P.depthTexture.format===Ti?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;if(P.depthTexture.format===Si)Oe(P)?c.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,Le,le,we,0,ae):i.framebufferTexture2D(i.FRAMEBUFFER,Le,le,we,0);else if(P.depthTexture.format===Ti)Oe(P)?c.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,Le,le,we,0,ae):i.framebufferTexture2D(i.FRAMEBUFFER,Le,le,we,0);else throw new Error("THREE.WebGLTextures: Unknown depthTexture format.")}function Ke(U){let P=n.get(U),Q=U.isWebGLCubeRenderTarget===!0;if(P.__boundDepthTexture!==U.depthTexture){let xe=U.depthTexture;if(P.__depthDisposeCallback&&P.__depthDisposeCallback(),xe){let fe=()=>{delete P.__boundDepthTexture,delete P.__depthDisposeCallback,xe.removeEventListener("dispose",fe)};xe.addEventListener("dispose",fe),P.__depthDisposeCallback=fe}P.__boundDepthTexture=xe}if(U.depthTexture&&!P.__autoAllocateDepthBuffer)if(Q)for(let xe=0;xe<6;xe++)Ne(P.__webglFramebuffer[xe],U,xe);else U.texture.mipmaps.length>0?Ne(P.__webglFramebuffer[0],U,0):Ne(P.__webglFramebuffer,U,0);else if(Q){P.__webglDepthbuffer=[];for(let xe=0;xe<6;xe++)if(t.bindFramebuffer(i.FRAMEBUFFER,P.__webglFramebuffer[xe]),P.__webglDepthbuffer[xe]===void 0)P.__webglDepthbuffer[xe]=i.createRenderbuffer(),en(P.__webglDepthbuffer[xe],U,!1);else{let fe=U.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,_e=P.__webglDepthbuffer[xe];i.bindRenderbuffer(i.RENDERBUFFER,_e),i.framebufferRenderbuffer(i.FRAMEBUFFER,fe,i.RENDERBUFFER,_e)}}else if(U.texture.mipmaps.length>0?t.bindFramebuffer(i.FRAMEBUFFER,P.__webglFramebuffer[0]):t.bindFramebuffer(i.FRAMEBUFFER,P.__webglFramebuffer),P.__webglDepthbuffer===void 0)P.__webglDepthbuffer=i.createRenderbuffer(),en(P.__webglDepthbuffer,U,!1);else{let fe=U.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,_e=P.__webglDepthbuffer;i.bindRenderbuffer(i.RENDERBUFFER,_e),i.framebufferRenderbuffer(i.FRAMEBUFFER,fe,i.RENDERBUFFER,_e)}t.bindFramebuffer(i.FRAMEBUFFER,null)}function ln(U,P,Q){let xe=n.get(U);P!==void 0&&bt(xe.__webglFramebuffer,U,U.texture,i.COLOR_ATTACHMENT0,i.TEXTURE_2D,0),Q!==void 0&&Ke(U)}function tn(U){let P=U.texture,Q=n.get(U),xe=n.get(P);U.addEventListener("dispose",X),G(U);let fe=U.textures,_e=U.isWebGLCubeRenderTarget===!0,we=fe.length>1;if(we||(xe.__webglTexture===void 0&&(xe.__webglTexture=i.createTexture()),xe.__version=P.version,l.memory.textures++),_e){Q.__webglFramebuffer=[];for(let ae=0;ae<6;ae++)if(P.mipmaps.length>0){Q.__webglFramebuffer[ae]=[];for(let le=0;le<P.mipmaps.length;le++)Q.__webglFramebuffer[ae][le]=i.createFramebuffer()}else Q.__webglFramebuffer[ae]=i.createFramebuffer()}else{if(P.mipmaps.length>0){Q.__webglFramebuffer=[];for(let ae=0;ae<P.mipmaps.length;ae++)Q.__webglFramebuffer[ae]=i.createFramebuffer()}else Q.__webglFramebuffer=i.createFramebuffer();if(we)for(let ae=0,le=fe.length;ae<le;ae++){let Le=n.get(fe[ae]);Le.__webglTexture===void 0&&(Le.__webglTexture=i.createTexture(),l.memory.textures++)}if(U.samples>0&&Oe(U)===!1){Q.__webglMultisampledFramebuffer=i.createFramebuffer(),Q.__webglColorRenderbuffer=[],t.bindFramebuffer(i.FRAMEBUFFER,Q.__webglMultisampledFramebuffer);for(let ae=0;ae<fe.length;ae++){let le=fe[ae];Q.__webglColorRenderbuffer[ae]=i.createRenderbuffer(),i.bindRenderbuffer(i.RENDERBUFFER,Q.__webglColorRenderbuffer[ae]);let Le=a.convert(le.format,le.colorSpace),W=a.convert(le.type),de=N(le.internalFormat,Le,W,le.normalized,le.colorSpace,U.isXRRenderTarget===!0),se=Nt(U);i.renderbufferStorageMultisample(i.RENDERBUFFER,se,de,U.width,U.height),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+ae,i.RENDERBUFFER,Q.__webglColorRenderbuffer[ae])}i.bindRenderbuffer(i.RENDERBUFFER,null),U.depthBuffer&&(Q.__webglDepthRenderbuffer=i.createRenderbuffer(),en(Q.__webglDepthRenderbuffer,U,!0)),t.bindFramebuffer(i.FRAMEBUFFER,null)}}if(_e){t.bindTexture(i.TEXTURE_CUBE_MAP,xe.__webglTexture),dt(i.TEXTURE_CUBE_MAP,P);for(let ae=0;ae<6;ae++)if(P.mipmaps.length>0)for(let le=0;le<P.mipmaps.length;le++)bt(Q.__webglFramebuffer[ae][le],U,P,i.COLOR_ATTACHMENT0,i.TEXTURE_CUBE_MAP_POSITIVE_X+ae,le);else bt(Q.__webglFramebuffer[ae],U,P,i.COLOR_ATTACHMENT0,i.TEXTURE_CUBE_MAP_POSITIVE_X+ae,0);A(P)?b(i.TEXTURE_CUBE_MAP):P.mipmaps.length>0&&i.texParameteri(i.TEXTURE_CUBE_MAP,i.TEXTURE_MAX_LEVEL,P.mipmaps.length-1),t.unbindTexture()}else if(we){for(let ae=0,le=fe.length;ae<le;ae++){let Le=fe[ae],W=n.get(Le),de=i.TEXTURE_2D;(U.isWebGL3DRenderTarget||U.isWebGLArrayRenderTarget)&&(de=U.isWebGL3DRenderTarget?i.TEXTURE_3D:i.TEXTURE_2D_ARRAY),t.bindTexture(de,W.__webglTexture),dt(de,Le),bt(Q.__webglFramebuffer,U,Le,i.COLOR_ATTACHMENT0+ae,de,0),A(Le)&&b(de)}t.unbindTexture()}else{let ae=i.TEXTURE_2D;if((U.isWebGL3DRenderTarget||U.isWebGLArrayRenderTarget)&&(ae=U.isWebGL3DRenderTarget?i.TEXTURE_3D:i.TEXTURE_2D_ARRAY),t.bindTexture(ae,xe.__webglTexture),dt(ae,P),P.mipmaps.length>0)for(let le=0;le<P.mipmaps.length;le++)bt(Q.__webglFramebuffer[le],U,P,i.COLOR_ATTACHMENT0,ae,le);else bt(Q.__webglFramebuffer,U,P,i.COLOR_ATTACHMENT0,ae,0);A(P)?b(ae):P.mipmaps.length>0&&i.texParameteri(ae,i.TEXTURE_MAX_LEVEL,P.mipmaps.length-1),t.unbindTexture()}U.depthBuffer&&Ke(U)}function q(U){let P=U.textures;for(let Q=0,xe=P.length;Q<xe;Q++){let fe=P[Q];if(A(fe)&&fe.mipmapsAutoUpdate===!0){let _e=F(U),we=n.get(fe).__webglTexture;t.bindTexture(_e,we),b(_e),t.unbindTexture()}}}let yn=[];function Ct(U){if(U.samples>0){if(Oe(U)===!1){let P=U.textures,Q=U.width,xe=U.height,fe=i.COLOR_BUFFER_BIT,_e=U.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,we=n.get(U),ae=P.length>1;if(ae)for(let Le=0;Le<P.length;Le++)t.bindFramebuffer(i.FRAMEBUFFER,we.__webglMultisampledFramebuffer),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+Le,i.RENDERBUFFER,null),t.bindFramebuffer(i.FRAMEBUFFER,we.__webglFramebuffer),i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0+Le,i.TEXTURE_2D,null,0);t.bindFramebuffer(i.READ_FRAMEBUFFER,we.__webglMultisampledFramebuffer),U.texture.mipmaps.length>0?t.bindFramebuffer(i.DRAW_FRAMEBUFFER,we.__webglFramebuffer[0]):t.bindFramebuffer(i.DRAW_FRAMEBUFFER,we.__webglFramebuffer);for(let Le=0;Le<P.length;Le++){if(U.resolveDepthBuffer&&(U.depthBuffer&&(fe|=i.DEPTH_BUFFER_BIT),U.stencilBuffer&&U.resolveStencilBuffer&&(fe|=i.STENCIL_BUFFER_BIT)),ae){i.framebufferRenderbuffer(i.READ_FRAMEBUFFER,i.COLOR_ATTACHMENT0,i.RENDERBUFFER,we.__webglColorRenderbuffer[Le]);let W=n.get(P[Le]).__webglTexture;i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0,i.TEXTURE_2D,W,0)}i.blitFramebuffer(0,0,Q,xe,0,0,Q,xe,fe,i.NEAREST),h===!0&&(yn.length=0,yn.push(i.COLOR_ATTACHMENT0+Le),U.depthBuffer&&U.storeMultisampledDepthBuffer===!1&&yn.push(_e),i.invalidateFramebuffer(i.READ_FRAMEBUFFER,yn))}if(t.bindFramebuffer(i.READ_FRAMEBUFFER,null),t.bindFramebuffer(i.DRAW_FRAMEBUFFER,null),ae)for(let Le=0;Le<P.length;Le++){t.bindFramebuffer(i.FRAMEBUFFER,we.__webglMultisampledFramebuffer),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+Le,i.RENDERBUFFER,we.__webglColorRenderbuffer[Le]);let W=n.get(P[Le]).__webglTexture;t.bindFramebuffer(i.FRAMEBUFFER,we.__webglFramebuffer),i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0+Le,i.TEXTURE_2D,W,0)}t.bindFramebuffer(i.DRAW_FRAMEBUFFER,we.__webglMultisampledFramebuffer)}else if(U.depthBuffer&&U.storeMultisampledDepthBuffer===!1&&h){let P=U.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;i.invalidateFramebuffer(i.DRAW_FRAMEBUFFER,[P])}}}function Nt(U){return Math.min(r.maxSamples,U.samples)}function Oe(U){let P=n.get(U);return U.samples>0&&e.has("WEBGL_multisampled_render_to_texture")===!0&&P.__useRenderToTexture!==!1}function Xt(U){let P=l.render.frame;p.get(U)!==P&&(p.set(U,P),U.update())}function et(U,P){let Q=U.colorSpace,xe=U.format,fe=U.type;return U.isCompressedTexture===!0||U.isVideoTexture===!0||Q!==_s&&Q!==Ai&&(St.getTransfer(Q)===Pt?(xe!==Zn||fe!==Tn)&&rt("WebGLTextures: sRGB encoded textures have to use RGBAFormat and UnsignedByteType."):at("WebGLTextures: Unsupported texture color space:",Q)),P}function tt(U){return typeof HTMLImageElement<"u"&&U instanceof HTMLImageElement?(d.width=U.naturalWidth||U.width,d.height=U.naturalHeight||U.height):typeof VideoFrame<"u"&&U instanceof VideoFrame?(d.width=U.displayWidth,d.height=U.displayHeight):(d.width=U.width,d.height=U.height),d}this.allocateTextureUnit=Ve,this.resetTextureUnits=H,this.getTextureUnits=ue,this.setTextureUnits=Re,this.setTexture2D=Ue,this.setTexture2DArray=Pe,this.setTexture3D=Me,this.setTextureCube=me,this.rebindTextures=ln,this.setupRenderTarget=tn,this.updateRenderTargetMipmap=q,this.updateMultisampleRenderTarget=Ct,this.setupDepthRenderbuffer=Ke,this.setupFrameBufferTexture=bt,this.useMultisampledRTT=Oe,this.dispose=K}function nE(i,e){function t(n,r=Ai){let a,l=St.getTransfer(r);if(n===Tn)return i.UNSIGNED_BYTE;if(n===jo)return i.UNSIGNED_SHORT_4_4_4_4;if(n===Ko)return i.UNSIGNED_SHORT_5_5_5_1;if(n===du)return i.UNSIGNED_INT_5_9_9_9_REV;if(n===fu)return i.UNSIGNED_INT_10F_11F_11F_REV;if(n===uu)return i.BYTE;if(n===hu)return i.SHORT;if(n===Yr)return i.UNSIGNED_SHORT;if(n===Zo)return i.INT;if(n===Yn)return i.UNSIGNED_INT;if(n===Bn)return i.FLOAT;if(n===Jn)return i.HALF_FLOAT;if(n===pu)return i.ALPHA;if(n===mu)return i.RGB;if(n===Zn)return i.RGBA;if(n===Si)return i.DEPTH_COMPONENT;if(n===Ti)return i.DEPTH_STENCIL;if(n===Qo)return i.RED;if(n===el)return i.RED_INTEGER;if(n===Xi)return i.RG;if(n===tl)return i.RG_INTEGER;if(n===nl)return i.RGBA_INTEGER;if(n===Qs||n===ea||n===ta||n===na)if(l===Pt)if(a=e.get("WEBGL_compressed_texture_s3tc_srgb"),a!==null){if(n===Qs)return a.COMPRESSED_SRGB_S3TC_DXT1_EXT;if(n===ea)return a.COMPRESSED_SRGB_ALPHA_S3TC_DXT1_EXT;if(n===ta)return a.COMPRESSED_SRGB_ALPHA_S3TC_DXT3_EXT;if(n===na)return a.COMPRESSED_SRGB_ALPHA_S3TC_DXT5_EXT}else return null;else if(a=e.get("WEBGL_compressed_texture_s3tc"),a!==null){if(n===Qs)return a.COMPRESSED_RGB_S3TC_DXT1_EXT;if(n===ea)return a.COMPRESSED_RGBA_S3TC_DXT1_EXT;if(n===ta)return a.COMPRESSED_RGBA_S3TC_DXT3_EXT;if(n===na)return a.COMPRESSED_RGBA_S3TC_DXT5_EXT}else return null;if(n===il||n===rl||n===sl||n===al)if(a=e.get("WEBGL_compressed_texture_pvrtc"),a!==null){if(n===il)return a.COMPRESSED_RGB_PVRTC_4BPPV1_IMG;if(n===rl)return a.COMPRESSED_RGB_PVRTC_2BPPV1_IMG;if(n===sl)return a.COMPRESSED_RGBA_PVRTC_4BPPV1_IMG;if(n===al)return a.COMPRESSED_RGBA_PVRTC_2BPPV1_IMG}else return null;if(n===ol||n===ll||n===cl||n===ul||n===hl||n===ia||n===dl)if(a=e.get("WEBGL_compressed_texture_etc"),a!==null){if(n===ol||n===ll)return l===Pt?a.COMPRESSED_SRGB8_ETC2:a.COMPRESSED_RGB8_ETC2;if(n===cl)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ETC2_EAC:a.COMPRESSED_RGBA8_ETC2_EAC;if(n===ul)return a.COMPRESSED_R11_EAC;if(n===hl)return a.COMPRESSED_SIGNED_R11_EAC;if(n===ia)return a.COMPRESSED_RG11_EAC;if(n===dl)return a.COMPRESSED_SIGNED_RG11_EAC}else return null;if(n===fl||n===pl||n===ml||n===gl||n===_l||n===vl||n===yl||n===xl||n===Sl||n===Ml||n===bl||n===wl||n===El||n===Tl)if(a=e.get("WEBGL_compressed_texture_astc"),a!==null){if(n===fl)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ASTC_4x4_KHR:a.COMPRESSED_RGBA_ASTC_4x4_KHR;if(n===pl)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ASTC_5x4_KHR:a.COMPRESSED_RGBA_ASTC_5x4_KHR;if(n===ml)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ASTC_5x5_KHR:a.COMPRESSED_RGBA_ASTC_5x5_KHR;if(n===gl)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ASTC_6x5_KHR:a.COMPRESSED_RGBA_ASTC_6x5_KHR;if(n===_l)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ASTC_6x6_KHR:a.COMPRESSED_RGBA_ASTC_6x6_KHR;if(n===vl)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ASTC_8x5_KHR:a.COMPRESSED_RGBA_ASTC_8x5_KHR;if(n===yl)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ASTC_8x6_KHR:a.COMPRESSED_RGBA_ASTC_8x6_KHR;if(n===xl)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ASTC_8x8_KHR:a.COMPRESSED_RGBA_ASTC_8x8_KHR;if(n===Sl)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ASTC_10x5_KHR:a.COMPRESSED_RGBA_ASTC_10x5_KHR;if(n===Ml)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ASTC_10x6_KHR:a.COMPRESSED_RGBA_ASTC_10x6_KHR;if(n===bl)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ASTC_10x8_KHR:a.COMPRESSED_RGBA_ASTC_10x8_KHR;if(n===wl)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ASTC_10x10_KHR:a.COMPRESSED_RGBA_ASTC_10x10_KHR;if(n===El)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ASTC_12x10_KHR:a.COMPRESSED_RGBA_ASTC_12x10_KHR;if(n===Tl)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ASTC_12x12_KHR:a.COMPRESSED_RGBA_ASTC_12x12_KHR}else return null;if(n===Al||n===Rl||n===Cl)if(a=e.get("EXT_texture_compression_bptc"),a!==null){if(n===Al)return l===Pt?a.COMPRESSED_SRGB_ALPHA_BPTC_UNORM_EXT:a.COMPRESSED_RGBA_BPTC_UNORM_EXT;if(n===Rl)return a.COMPRESSED_RGB_BPTC_SIGNED_FLOAT_EXT;if(n===Cl)return a.COMPRESSED_RGB_BPTC_UNSIGNED_FLOAT_EXT}else return null;if(n===Pl||n===Il||n===ra||n===Ll)if(a=e.get("EXT_texture_compression_rgtc"),a!==null){if(n===Pl)return a.COMPRESSED_RED_RGTC1_EXT;if(n===Il)return a.COMPRESSED_SIGNED_RED_RGTC1_EXT;if(n===ra)return a.COMPRESSED_RED_GREEN_RGTC2_EXT;if(n===Ll)return a.COMPRESSED_SIGNED_RED_GREEN_RGTC2_EXT}else return null;return n===hr?i.UNSIGNED_INT_24_8:i[n]!==void 0?i[n]:null}return{convert:t}}var iE=`
void main() {

	gl_Position = vec4( position, 1.0 );

}`,rE=`
uniform sampler2DArray depthColor;
uniform float depthWidth;
uniform float depthHeight;

void main() {

	vec2 coord = vec2( gl_FragCoord.x / depthWidth, gl_FragCoord.y / depthHeight );

	if ( coord.x >= 1.0 ) {

		gl_FragDepth = texture( depthColor, vec3( coord.x - 1.0, coord.y, 1 ) ).r;

	} else {

		gl_FragDepth = texture( depthColor, vec3( coord.x, coord.y, 0 ) ).r;

	}

}`,Nu=class{constructor(){this.texture=null,this.mesh=null,this.depthNear=0,this.depthFar=0}init(e,t){if(this.texture===null){let n=new Ls(e.texture);(e.depthNear!==t.depthNear||e.depthFar!==t.depthFar)&&(this.depthNear=e.depthNear,this.depthFar=e.depthFar),this.texture=n}}getMesh(e){if(this.texture!==null&&this.mesh===null){let t=e.cameras[0].viewport,n=new li({vertexShader:iE,fragmentShader:rE,uniforms:{depthColor:{value:this.texture},depthWidth:{value:t.z},depthHeight:{value:t.w}}});this.mesh=new $t(new ar(20,20),n)}return this.mesh}reset(){this.texture=null,this.mesh=null}getDepthTexture(){return this.texture}},Uu=class extends ai{constructor(e,t){super();let n=this,r=null,a=1,l=null,c="local-floor",h=1,d=null,p=null,m=null,v=null,y=null,S=null,T=typeof XRWebGLBinding<"u",_=new Nu,x={},C=t.getContextAttributes(),A=null,b=null,F=[],N=[],M=new Ge,I=null,G=null,k=new Sn;k.viewport=new Gt;let O=new Sn;O.viewport=new Gt;let X=[k,O],Z=new $o,z=null,K=null;this.cameraAutoUpdate=!0,this.enabled=!1,this.isPresenting=!1,this.getController=function(he){let Ue=F[he];return Ue===void 0&&(Ue=new kr,F[he]=Ue),Ue.getTargetRaySpace()},this.getControllerGrip=function(he){let Ue=F[he];return Ue===void 0&&(Ue=new kr,F[he]=Ue),Ue.getGripSpace()},this.getHand=function(he){let Ue=F[he];return Ue===void 0&&(Ue=new kr,F[he]=Ue),Ue.getHandSpace()};function V(he){let Ue=N.indexOf(he.inputSource);if(Ue===-1)return;let Pe=F[Ue];Pe!==void 0&&(Pe.update(he.inputSource,he.frame,d||l),Pe.dispatchEvent({type:he.type,data:he.inputSource}))}function ee(){r.removeEventListener("select",V),r.removeEventListener("selectstart",V),r.removeEventListener("selectend",V),r.removeEventListener("squeeze",V),r.removeEventListener("squeezestart",V),r.removeEventListener("squeezeend",V),r.removeEventListener("end",ee),r.removeEventListener("inputsourceschange",ge);for(let he=0;he<F.length;he++){let Ue=N[he];Ue!==null&&(N[he]=null,F[he].disconnect(Ue))}z=null,K=null,_.reset();for(let he in x)delete x[he];if(e.setRenderTarget(A),y=null,v=null,m=null,r=null,b=null,Ve.stop(),n.isPresenting=!1,e.setPixelRatio(I),e.setSize(M.width,M.height,!1),G!==null){let he=G.camera;he.fov=G.fov,he.zoom=G.zoom,he.updateProjectionMatrix(),G=null}n.dispatchEvent({type:"sessionend"})}this.setFramebufferScaleFactor=function(he){a=he,n.isPresenting===!0&&rt("WebXRManager: Cannot change framebuffer scale while presenting.")},this.setReferenceSpaceType=function(he){c=he,n.isPresenting===!0&&rt("WebXRManager: Cannot change reference space type while presenting.")},this.getReferenceSpace=function(){return d||l},this.setReferenceSpace=function(he){d=he},this.getBaseLayer=function(){return v!==null?v:y},this.getBinding=function(){return m===null&&T&&(m=new XRWebGLBinding(r,t)),m},this.getFrame=function(){return S},this.getSession=function(){return r},this.setSession=async function(he){if(r=he,r!==null){if(A=e.getRenderTarget(),r.addEventListener("select",V),r.addEventListener("selectstart",V),r.addEventListener("selectend",V),r.addEventListener("squeeze",V),r.addEventListener("squeezestart",V),r.addEventListener("squeezeend",V),r.addEventListener("end",ee),r.addEventListener("inputsourceschange",ge),C.xrCompatible!==!0&&await t.makeXRCompatible(),I=e.getPixelRatio(),e.getSize(M),T&&"createProjectionLayer"in XRWebGLBinding.prototype){let Pe=null,Me=null,me=null;C.depth&&(me=C.stencil?t.DEPTH24_STENCIL8:t.DEPTH_COMPONENT24,Pe=C.stencil?Ti:Si,Me=C.stencil?hr:Yn);let $e={colorFormat:t.RGBA8,depthFormat:me,scaleFactor:a};m=this.getBinding(),v=m.createProjectionLayer($e),r.updateRenderState({layers:[v]}),e.setPixelRatio(1),e.setSize(v.textureWidth,v.textureHeight,!1),b=new Pn(v.textureWidth,v.textureHeight,{format:Zn,type:Tn,depthTexture:new wi(v.textureWidth,v.textureHeight,Me,void 0,void 0,void 0,void 0,void 0,void 0,Pe),stencilBuffer:C.stencil,colorSpace:e.outputColorSpace,samples:C.antialias?4:0,resolveDepthBuffer:v.ignoreDepthValues===!1,resolveStencilBuffer:v.ignoreDepthValues===!1,storeMultisampledDepthBuffer:v.ignoreDepthValues===!1,storeMultisampledStencilBuffer:v.ignoreDepthValues===!1})}else{let Pe={antialias:C.antialias,alpha:!0,depth:C.depth,stencil:C.stencil,framebufferScaleFactor:a};y=new XRWebGLLayer(r,t,Pe),r.updateRenderState({baseLayer:y}),e.setPixelRatio(1),e.setSize(y.framebufferWidth,y.framebufferHeight,!1),b=new Pn(y.framebufferWidth,y.framebufferHeight,{format:Zn,type:Tn,colorSpace:e.outputColorSpace,stencilBuffer:C.stencil,resolveDepthBuffer:y.ignoreDepthValues===!1,resolveStencilBuffer:y.ignoreDepthValues===!1,storeMultisampledDepthBuffer:y.ignoreDepthValues===!1,storeMultisampledStencilBuffer:y.ignoreDepthValues===!1})}b.isXRRenderTarget=!0,this.setFoveation(h),d=null,l=await r.requestReferenceSpace(c),Ve.setContext(r),Ve.start(),n.isPresenting=!0,n.dispatchEvent({type:"sessionstart"})}},this.getEnvironmentBlendMode=function(){if(r!==null)return r.environmentBlendMode},this.getDepthTexture=function(){return _.getDepthTexture()};function ge(he){for(let Ue=0;Ue<he.removed.length;Ue++){let Pe=he.removed[Ue],Me=N.indexOf(Pe);Me>=0&&(N[Me]=null,F[Me].disconnect(Pe))}for(let Ue=0;Ue<he.added.length;Ue++){let Pe=he.added[Ue],Me=N.indexOf(Pe);if(Me===-1){for(let $e=0;$e<F.length;$e++)if($e>=N.length){N.push(Pe),Me=$e;break}else if(N[$e]===null){N[$e]=Pe,Me=$e;break}if(Me===-1)break}let me=F[Me];me&&me.connect(Pe)}}function re(he,Ue){Ue===null?he.matrixWorld.copy(he.matrix):he.matrixWorld.multiplyMatrices(Ue.matrixWorld,he.matrix),he.matrixWorldInverse.copy(he.matrixWorld).invert()}this.updateCamera=function(he){if(r===null)return;let Ue=he.near,Pe=he.far;_.texture!==null&&(_.depthNear>0&&(Ue=_.depthNear),_.depthFar>0&&(Pe=_.depthFar)),Z.near=O.near=k.near=Ue,Z.far=O.far=k.far=Pe,(z!==Z.near||K!==Z.far)&&(r.updateRenderState({depthNear:Z.near,depthFar:Z.far}),z=Z.near,K=Z.far),Z.layers.mask=he.layers.mask|6,k.layers.mask=Z.layers.mask&-5,O.layers.mask=Z.layers.mask&-3;let Me=he.parent,me=Z.cameras;re(Z,Me);for(let $e=0;$e<me.length;$e++)re(me[$e],Me);Z.projectionMatrix.copy(k.projectionMatrix),Z.projectionMatrixInverse.copy(k.projectionMatrixInverse),G===null&&he.isPerspectiveCamera&&(G={camera:he,fov:he.fov,zoom:he.zoom}),H(he,Z,Me)};function H(he,Ue,Pe){Pe===null?he.matrix.copy(Ue.matrixWorld):(he.matrix.copy(Pe.matrixWorld),he.matrix.invert(),he.matrix.multiply(Ue.matrixWorld)),he.matrix.decompose(he.position,he.quaternion,he.scale),he.updateMatrixWorld(!0),he.projectionMatrix.copy(Ue.projectionMatrix),he.projectionMatrixInverse.copy(Ue.projectionMatrixInverse),he.isPerspectiveCamera&&(he.fov=xo*2*Math.atan(1/he.projectionMatrix.elements[5]),he.zoom=1)}this.getCamera=function(){return Z},this.getFoveation=function(){if(!(v===null&&y===null))return h},this.setFoveation=function(he){h=he,v!==null&&(v.fixedFoveation=he),y!==null&&y.fixedFoveation!==void 0&&(y.fixedFoveation=he)},this.hasDepthSensing=function(){return _.texture!==null},this.getDepthSensingMesh=function(){return _.getMesh(Z)},this.getCameraTexture=function(he){return x[he]};let ue=null;function Re(he,Ue){if(p=Ue.getViewerPose(d||l),S=Ue,p!==null){let Pe=p.views;y!==null&&(e.setRenderTargetFramebuffer(b,y.framebuffer),e.setRenderTarget(b));let Me=!1;Pe.length!==Z.cameras.length&&(Z.cameras.length=0,Me=!0);for(let je=0;je<Pe.length;je++){let dt=Pe[je],Mt=null;if(y!==null)Mt=y.getViewport(dt);else{let Ht=m.getViewSubImage(v,dt);Mt=Ht.viewport,je===0&&(e.setRenderTargetTextures(b,Ht.colorTexture,Ht.depthStencilTexture),e.setRenderTarget(b))}let pt=X[je];pt===void 0&&(pt=new Sn,pt.layers.enable(je),pt.viewport=new Gt,X[je]=pt),pt.matrix.fromArray(dt.transform.matrix),pt.matrix.decompose(pt.position,pt.quaternion,pt.scale),pt.projectionMatrix.fromArray(dt.projectionMatrix),pt.projectionMatrixInverse.copy(pt.projectionMatrix).invert(),pt.viewport.set(Mt.x,Mt.y,Mt.width,Mt.height),je===0&&(Z.matrix.copy(pt.matrix),Z.matrix.decompose(Z.position,Z.quaternion,Z.scale)),Me===!0&&Z.cameras.push(pt)}let me=r.enabledFeatures;if(me&&me.includes("depth-sensing")&&r.depthUsage=="gpu-optimized"&&T){m=n.getBinding();let je=m.getDepthInformation(Pe[0]);je&&je.isValid&&je.texture&&_.init(je,r.renderState)}if(me&&me.includes("camera-access")&&T){e.state.unbindTexture(),m=n.getBinding();for(let je=0;je<Pe.length;je++){let dt=Pe[je].camera;if(dt){let Mt=x[dt];Mt||(Mt=new Ls,x[dt]=Mt);let pt=m.getCameraImage(dt);Mt.sourceTexture=pt}}}}for(let Pe=0;Pe<F.length;Pe++){let Me=N[Pe],me=F[Pe];Me!==null&&me!==void 0&&me.update(Me,Ue,d||l)}ue&&ue(he,Ue),Ue.detectedPlanes&&n.dispatchEvent({type:"planesdetected",data:Ue}),S=null}let Ve=new zf;Ve.setAnimationLoop(Re),this.setAnimationLoop=function(he){ue=he},this.dispose=function(){}}},sE=new Rt,Zf=new lt;Zf.set(-1,0,0,0,1,0,0,0,1);function aE(i,e){function t(_,x){_.matrixAutoUpdate===!0&&_.updateMatrix(),x.value.copy(_.matrix)}function n(_,x){x.color.getRGB(_.fogColor.value,bu(i)),x.isFog?(_.fogNear.value=x.near,_.fogFar.value=x.far):x.isFogExp2&&(_.fogDensity.value=x.density)}function r(_,x,C,A,b){x.isNodeMaterial?x.uniformsNeedUpdate=!1:x.isMeshBasicMaterial?a(_,x):x.isMeshLambertMaterial?(a(_,x),x.envMap&&(_.envMapIntensity.value=x.envMapIntensity)):x.isMeshToonMaterial?(a(_,x),m(_,x)):x.isMeshPhongMaterial?(a(_,x),p(_,x),x.envMap&&(_.envMapIntensity.value=x.envMapIntensity)):x.isMeshStandardMaterial?(a(_,x),v(_,x),x.isMeshPhysicalMaterial&&y(_,x,b)):x.isMeshMatcapMaterial?(a(_,x),S(_,x)):x.isMeshDepthMaterial?a(_,x):x.isMeshDistanceMaterial?(a(_,x),T(_,x)):x.isMeshNormalMaterial?a(_,x):x.isLineBasicMaterial?(l(_,x),x.isLineDashedMaterial&&c(_,x)):x.isPointsMaterial?h(_,x,C,A):x.isSpriteMaterial?d(_,x):x.isShadowMaterial?(_.color.value.copy(x.color),_.opacity.value=x.opacity):x.isShaderMaterial&&(x.uniformsNeedUpdate=!1)}function a(_,x){_.opacity.value=x.opacity,x.color&&_.diffuse.value.copy(x.color),x.emissive&&_.emissive.value.copy(x.emissive).multiplyScalar(x.emissiveIntensity),x.map&&(_.map.value=x.map,t(x.map,_.mapTransform)),x.alphaMap&&(_.alphaMap.value=x.alphaMap,t(x.alphaMap,_.alphaMapTransform)),x.bumpMap&&(_.bumpMap.value=x.bumpMap,t(x.bumpMap,_.bumpMapTransform),_.bumpScale.value=x.bumpScale,x.side===wn&&(_.bumpScale.value*=-1)),x.normalMap&&(_.normalMap.value=x.normalMap,t(x.normalMap,_.normalMapTransform),_.normalScale.value.copy(x.normalScale),x.side===wn&&_.normalScale.value.negate()),x.displacementMap&&(_.displacementMap.value=x.displacementMap,t(x.displacementMap,_.displacementMapTransform),_.displacementScale.value=x.displacementScale,_.displacementBias.value=x.displacementBias),x.emissiveMap&&(_.emissiveMap.value=x.emissiveMap,t(x.emissiveMap,_.emissiveMapTransform)),x.specularMap&&(_.specularMap.value=x.specularMap,t(x.specularMap,_.specularMapTransform)),x.alphaTest>0&&(_.alphaTest.value=x.alphaTest);let C=e.get(x),A=C.envMap,b=C.envMapRotation;A&&(_.envMap.value=A,_.envMapRotation.value.setFromMatrix4(sE.makeRotationFromEuler(b)).transpose(),A.isCubeTexture&&A.isRenderTargetTexture===!1&&_.envMapRotation.value.premultiply(Zf),_.reflectivity.value=x.reflectivity,_.ior.value=x.ior,_.refractionRatio.value=x.refractionRatio),x.lightMap&&(_.lightMap.value=x.lightMap,_.lightMapIntensity.value=x.lightMapIntensity,t(x.lightMap,_.lightMapTransform)),x.aoMap&&(_.aoMap.value=x.aoMap,_.aoMapIntensity.value=x.aoMapIntensity,t(x.aoMap,_.aoMapTransform))}function l(_,x){_.diffuse.value.copy(x.color),_.opacity.value=x.opacity,x.map&&(_.map.value=x.map,t(x.map,_.mapTransform))}function c(_,x){_.dashSize.value=x.dashSize,_.totalSize.value=x.dashSize+x.gapSize,_.scale.value=x.scale}function h(_,x,C,A){_.diffuse.value.copy(x.color),_.opacity.value=x.opacity,_.size.value=x.size*C,_.scale.value=A*.5,x.map&&(_.map.value=x.map,t(x.map,_.uvTransform)),x.alphaMap&&(_.alphaMap.value=x.alphaMap,t(x.alphaMap,_.alphaMapTransform)),x.alphaTest>0&&(_.alphaTest.value=x.alphaTest)}function d(_,x){_.diffuse.value.copy(x.color),_.opacity.value=x.opacity,_.rotation.value=x.rotation,x.map&&(_.map.value=x.map,t(x.map,_.mapTransform)),x.alphaMap&&(_.alphaMap.value=x.alphaMap,t(x.alphaMap,_.alphaMapTransform)),x.alphaTest>0&&(_.alphaTest.value=x.alphaTest)}function p(_,x){_.specular.value.copy(x.specular),_.shininess.value=Math.max(x.shininess,1e-4)}function m(_,x){x.gradientMap&&(_.gradientMap.value=x.gradientMap)}function v(_,x){_.metalness.value=x.metalness,x.metalnessMap&&(_.metalnessMap.value=x.metalnessMap,t(x.metalnessMap,_.metalnessMapTransform)),_.roughness.value=x.roughness,x.roughnessMap&&(_.roughnessMap.value=x.roughnessMap,t(x.roughnessMap,_.roughnessMapTransform)),x.envMap&&(_.envMapIntensity.value=x.envMapIntensity)}function y(_,x,C){_.ior.value=x.ior,x.diffuseRoughness>0&&(_.diffuseRoughness.value=x.diffuseRoughness,x.diffuseRoughnessMap&&(_.diffuseRoughnessMap.value=x.diffuseRoughnessMap,t(x.diffuseRoughnessMap,_.diffuseRoughnessMapTransform))),x.sheen>0&&(_.sheenColor.value.copy(x.sheenColor).multiplyScalar(x.sheen),_.sheenRoughness.value=x.sheenRoughness,x.sheenColorMap&&(_.sheenColorMap.value=x.sheenColorMap,t(x.sheenColorMap,_.sheenColorMapTransform)),x.sheenRoughnessMap&&(_.sheenRoughnessMap.value=x.sheenRoughnessMap,t(x.sheenRoughnessMap,_.sheenRoughnessMapTransform))),x.clearcoat>0&&(_.clearcoat.value=x.clearcoat,_.clearcoatRoughness.value=x.clearcoatRoughness,x.clearcoatMap&&(_.clearcoatMap.value=x.clearcoatMap,t(x.clearcoatMap,_.clearcoatMapTransform)),x.clearcoatRoughnessMap&&(_.clearcoatRoughnessMap.value=x.clearcoatRoughnessMap,t(x.clearcoatRoughnessMap,_.clearcoatRoughnessMapTransform)),x.clearcoatNormalMap&&(_.clearcoatNormalMap.value=x.clearcoatNormalMap,t(x.clearcoatNormalMap,_.clearcoatNormalMapTransform),_.clearcoatNormalScale.value.copy(x.clearcoatNormalScale),x.side===wn&&_.clearcoatNormalScale.value.negate())),x.dispersion>0&&(_.dispersion.value=x.dispersion),x.retroreflectivity>0&&(_.retroreflectivity.value=x.retroreflectivity),x.iridescence>0&&(_.iridescence.value=x.iridescence,_.iridescenceIOR.value=x.iridescenceIOR,_.iridescenceThicknessMinimum.value=x.iridescenceThicknessMinimum,_.iridescenceThicknessMaximum.value=x.iridescenceThicknessMaximum,x.iridescenceMap&&(_.iridescenceMap.value=x.iridescenceMap,t(x.iridescenceMap,_.iridescenceMapTransform)),x.iridescenceThicknessMap&&(_.iridescenceThicknessMap.value=x.iridescenceThicknessMap,t(x.iridescenceThicknessMap,_.iridescenceThicknessMapTransform))),x.transmission>0&&(_.transmission.value=x.transmission,_.transmissionSamplerMap.value=C.texture,_.transmissionSamplerSize.value.set(C.width,C.height),x.transmissionMap&&(_.transmissionMap.value=x.transmissionMap,t(x.transmissionMap,_.transmissionMapTransform)),_.thickness.value=x.thickness,x.thicknessMap&&(_.thicknessMap.value=x.thicknessMap,t(x.thicknessMap,_.thicknessMapTransform)),_.attenuationDistance.value=x.attenuationDistance,_.attenuationColor.value.copy(x.attenuationColor)),x.anisotropy>0&&(_.anisotropyVector.value.set(x.anisotropy*Math.cos(x.anisotropyRotation),x.anisotropy*Math.sin(x.anisotropyRotation)),x.anisotropyMap&&(_.anisotropyMap.value=x.anisotropyMap,t(x.anisotropyMap,_.anisotropyMapTransform))),_.specularIntensity.value=x.specularIntensity,_.specularColor.value.copy(x.specularColor),x.specularColorMap&&(_.specularColorMap.value=x.specularColorMap,t(x.specularColorMap,_.specularColorMapTransform)),x.specularIntensityMap&&(_.specularIntensityMap.value=x.specularIntensityMap,t(x.specularIntensityMap,_.specularIntensityMapTransform))}function S(_,x){x.matcap&&(_.matcap.value=x.matcap)}function T(_,x){let C=e.get(x).light;_.referencePosition.value.setFromMatrixPosition(C.matrixWorld),_.nearDistance.value=C.shadow.camera.near,_.farDistance.value=C.shadow.camera.far}return{refreshFogUniforms:n,refreshMaterialUniforms:r}}function oE(i,e,t,n){let r={},a={};function l(C,A){let b=A.program;n.uniformBlockBinding(C,b,r[C.id])}function c(C,A){let b=r[C.id];b===void 0&&(S(C),b=h(C),r[C.id]=b,C.addEventListener("dispose",_));let F=A.program;n.updateUBOMapping(C,F);let N=e.render.frame;a[C.id]!==N&&(d(C),a[C.id]=N)}function h(C){let A=i.createBuffer(),b=C.__size,F=C.usage;return i.bindBuffer(i.UNIFORM_BUFFER,A),i.bufferData(i.UNIFORM_BUFFER,b,F),i.bindBuffer(i.UNIFORM_BUFFER,null),A}function d(C){let A=r[C.id],b=C.uniforms,F=C.__cache;i.bindBuffer(i.UNIFORM_BUFFER,A);for(let N=0,M=b.length;N<M;N++){let I=b[N];if(Array.isArray(I))for(let G=0,k=I.length;G<k;G++)p(I[G],N,G,F);else p(I,N,0,F)}i.bindBuffer(i.UNIFORM_BUFFER,null)}function p(C,A,b,F){if(v(C,A,b,F)===!0){let N=C.__offset,M=C.value;if(Array.isArray(M)){let I=0;for(let G=0;G<M.length;G++){let k=M[G],O=T(k,!0);m(k,C.__data,I),I+=O.storage/Float32Array.BYTES_PER_ELEMENT}}else m(M,C.__data,0);i.bufferSubData(i.UNIFORM_BUFFER,N,C.__data)}}function m(C,A,b){typeof C=="number"||typeof C=="boolean"?A[b]=C:C.isMatrix3?(A[b]=C.elements[0],A[b+1]=C.elements[1],A[b+2]=C.elements[2],A[b+3]=0,A[b+4]=C.elements[3],A[b+5]=C.elements[4],A[b+6]=C.elements[5],A[b+7]=0,A[b+8]=C.elements[6],A[b+9]=C.elements[7],A[b+10]=C.elements[8],A[b+11]=0):ArrayBuffer.isView(C)?A.set(C.subarray(0,A.length-b),b):C.toArray(A,b)}function v(C,A,b,F){let N=C.value,M=A+"_"+b;if(Array.isArray(N)){F[M]===void 0&&(F[M]=[]);let I=F[M],G=!1;for(let k=0;k<N.length;k++)y(N[k],I,k)===!0&&(G=!0);return G}return y(N,F,M)}function y(C,A,b){if(A[b]===void 0)return typeof C=="number"||typeof C=="boolean"?A[b]=C:ArrayBuffer.isView(C)?A[b]=C.slice():A[b]=C.clone(),!0;{let F=A[b];if(typeof C=="number"||typeof C=="boolean"){if(F!==C)return A[b]=C,!0}else{if(ArrayBuffer.isView(C))return!0;if(F.equals(C)===!1)return F.copy(C),!0}}return!1}function S(C){let A=C.uniforms,b=0,F=16;for(let M=0,I=A.length;M<I;M++){let G=Array.isArray(A[M])?A[M]:[A[M]];for(let k=0,O=G.length;k<O;k++){let X=G[k],Z=Array.isArray(X.value)?X.value:[X.value],z=Array.isArray(A[M])||Array.isArray(X.value),K=b;for(let ee=0,ge=Z.length;ee<ge;ee++){let re=Z[ee],H=T(re,z),ue=b%F,Re=ue%H.boundary,Ve=ue+Re;b+=Re,Ve!==0&&F-Ve<H.storage&&(b+=F-Ve),ee===0&&(K=b),b+=H.storage}let V=X.type==="int"?Int32Array:X.type==="uint"?Uint32Array:Float32Array;X.__data=new V((b-K)/Float32Array.BYTES_PER_ELEMENT),X.__offset=K}}let N=b%F;return N>0&&(b+=F-N),C.__size=b,C.__cache={},this}function T(C,A){let b={boundary:0,storage:0};return typeof C=="number"||typeof C=="boolean"?(b.boundary=4,b.storage=4):C.isVector2?(b.boundary=8,b.storage=8):C.isVector3||C.isColor?(b.boundary=16,b.storage=12):C.isVector4?(b.boundary=16,b.storage=16):C.isMatrix3?(b.boundary=16,b.storage=48):C.isMatrix4?(b.boundary=16,b.storage=64):C.isTexture?rt("WebGLRenderer: Texture samplers can not be part of an uniforms group."):ArrayBuffer.isView(C)?(b.boundary=16,b.storage=C.byteLength):rt("WebGLRenderer: Unsupported uniform value type.",C),A===!0&&(b.boundary=16,b.storage=Math.ceil(b.storage/16)*16),b}function _(C){let A=C.target;A.removeEventListener("dispose",_),i.deleteBuffer(r[A.id]),delete r[A.id],delete a[A.id]}function x(){for(let C in r)i.deleteBuffer(r[C]);r={},a={}}return{bind:l,update:c,dispose:x}}var lE=new Uint16Array([12469,15057,12620,14925,13266,14620,13807,14376,14323,13990,14545,13625,14713,13328,14840,12882,14931,12528,14996,12233,15039,11829,15066,11525,15080,11295,15085,10976,15082,10705,15073,10495,13880,14564,13898,14542,13977,14430,14158,14124,14393,13732,14556,13410,14702,12996,14814,12596,14891,12291,14937,11834,14957,11489,14958,11194,14943,10803,14921,10506,14893,10278,14858,9960,14484,14039,14487,14025,14499,13941,14524,13740,14574,13468,14654,13106,14743,12678,14818,12344,14867,11893,14889,11509,14893,11180,14881,10751,14852,10428,14812,10128,14765,9754,14712,9466,14764,13480,14764,13475,14766,13440,14766,13347,14769,13070,14786,12713,14816,12387,14844,11957,14860,11549,14868,11215,14855,10751,14825,10403,14782,10044,14729,9651,14666,9352,14599,9029,14967,12835,14966,12831,14963,12804,14954,12723,14936,12564,14917,12347,14900,11958,14886,11569,14878,11247,14859,10765,14828,10401,14784,10011,14727,9600,14660,9289,14586,8893,14508,8533,15111,12234,15110,12234,15104,12216,15092,12156,15067,12010,15028,11776,14981,11500,14942,11205,14902,10752,14861,10393,14812,9991,14752,9570,14682,9252,14603,8808,14519,8445,14431,8145,15209,11449,15208,11451,15202,11451,15190,11438,15163,11384,15117,11274,15055,10979,14994,10648,14932,10343,14871,9936,14803,9532,14729,9218,14645,8742,14556,8381,14461,8020,14365,7603,15273,10603,15272,10607,15267,10619,15256,10631,15231,10614,15182,10535,15118,10389,15042,10167,14963,9787,14883,9447,14800,9115,14710,8665,14615,8318,14514,7911,14411,7507,14279,7198,15314,9675,15313,9683,15309,9712,15298,9759,15277,9797,15229,9773,15166,9668,15084,9487,14995,9274,14898,8910,14800,8539,14697,8234,14590,7790,14479,7409,14367,7067,14178,6621,15337,8619,15337,8631,15333,8677,15325,8769,15305,8871,15264,8940,15202,8909,15119,8775,15022,8565,14916,8328,14804,8009,14688,7614,14569,7287,14448,6888,14321,6483,14088,6171,15350,7402,15350,7419,15347,7480,15340,7613,15322,7804,15287,7973,15229,8057,15148,8012,15046,7846,14933,7611,14810,7357,14682,7069,14552,6656,14421,6316,14251,5948,14007,5528,15356,5942,15356,5977,15353,6119,15348,6294,15332,6551,15302,6824,15249,7044,15171,7122,15070,7050,14949,6861,14818,6611,14679,6349,14538,6067,14398,5651,14189,5311,13935,4958,15359,4123,15359,4153,15356,4296,15353,4646,15338,5160,15311,5508,15263,5829,15188,6042,15088,6094,14966,6001,14826,5796,14678,5543,14527,5287,14377,4985,14133,4586,13869,4257,15360,1563,15360,1642,15358,2076,15354,2636,15341,3350,15317,4019,15273,4429,15203,4732,15105,4911,14981,4932,14836,4818,14679,4621,14517,4386,14359,4156,14083,3795,13808,3437,15360,122,15360,137,15358,285,15355,636,15344,1274,15322,2177,15281,2765,15215,3223,15120,3451,14995,3569,14846,3567,14681,3466,14511,3305,14344,3121,14037,2800,13753,2467,15360,0,15360,1,15359,21,15355,89,15346,253,15325,479,15287,796,15225,1148,15133,1492,15008,1749,14856,1882,14685,1886,14506,1783,14324,1608,13996,1398,13702,1183]),ui=null;function cE(){return ui===null&&(ui=new Ts(lE,16,16,Xi,Jn),ui.name="DFG_LUT",ui.minFilter=Mn,ui.magFilter=Mn,ui.wrapS=si,ui.wrapT=si,ui.generateMipmaps=!1,ui.needsUpdate=!0),ui}var Ol=class{constructor(e={}){let{canvas:t=af(),context:n=null,depth:r=!0,stencil:a=!1,alpha:l=!1,antialias:c=!1,premultipliedAlpha:h=!0,preserveDrawingBuffer:d=!1,powerPreference:p="default",failIfMajorPerformanceCaveat:m=!1,reversedDepthBuffer:v=!1,outputBufferType:y=Tn}=e;this.isWebGLRenderer=!0;let S;if(n!==null){if(typeof WebGLRenderingContext<"u"&&n instanceof WebGLRenderingContext)throw new Error("THREE.WebGLRenderer: WebGL 1 is not supported since r163.");S=n.getContextAttributes().alpha}else S=l;let T=y,_=new Set([nl,tl,el]),x=new Set([Tn,Yn,Yr,hr,jo,Ko]),C=new Uint32Array(4),A=new Int32Array(4),b={textures:[],min:[],max:[],resolution:[]},F=null,N=null,M=[],I=[],G=null;this.domElement=t,this.debug={checkShaderErrors:!0,diagnostics:{keywords:!1},onShaderError:null},this.autoClear=!0,this.autoClearColor=!0,this.autoClearDepth=!0,this.autoClearStencil=!0,this.sortObjects=!0,this.clippingPlanes=[],this.localClippingEnabled=!1,this.toneMapping=ci,this.toneMappingExposure=1,this.transmissionResolutionScale=1;let k=this,O=!1,X=null,Z=null,z=null,K=null;this._outputColorSpace=gn;let V=0,ee=0,ge=null,re=-1,H=null,ue=new Gt,Re=new Gt,Ve=null,he=new it(0),Ue=0,Pe=t.width,Me=t.height,me=1,$e=null,Tt=null,je=new Gt(0,0,Pe,Me),dt=new Gt(0,0,Pe,Me),Mt=!1,pt=new Bi,Ht=new Eo,ft=!1,It=!1,bt=new Rt,en=new j,Ne=new Gt,Ke={background:null,fog:null,environment:null,overrideMaterial:null,isScene:!0},ln=!1;function tn(){return ge===null?me:1}let q=n;function yn(D,$){return t.getContext(D,$)}let Ct,Nt,Oe,Xt,et,tt,U,P,Q,xe,fe,_e,we,ae,le,Le,W,de,se,De,Ae,Ie,Ze;try{let D={alpha:!0,depth:r,stencil:a,antialias:c,premultipliedAlpha:h,preserveDrawingBuffer:d,powerPreference:p,failIfMajorPerformanceCaveat:m};if("setAttribute"in t&&t.setAttribute("data-engine",`three.js r${"187"}`),t.addEventListener("webglcontextlost",Qe,!1),t.addEventListener("webglcontextrestored",ut,!1),t.addEventListener("webglcontextcreationerror",ke,!1),q===null){let $="webgl2";if(q=yn($,D),q===null)throw yn($)?new Error("THREE.WebGLRenderer: Error creating WebGL context with your selected attributes."):new Error("THREE.WebGLRenderer: Error creating WebGL context.")}ct()}catch(D){throw t.removeEventListener("webglcontextlost",Qe,!1),t.removeEventListener("webglcontextrestored",ut,!1),t.removeEventListener("webglcontextcreationerror",ke,!1),at("WebGLRenderer: "+D.message),D}function ct(){Ct=new xb(q),Ct.init(),Ae=new nE(q,Ct),Nt=new cb(q,Ct,e,Ae),Oe=new eE(q,Ct),Nt.reversedDepthBuffer&&v&&Oe.buffers.depth.setReversed(!0),Z=q.createFramebuffer(),z=q.createFramebuffer(),K=q.createFramebuffer(),Xt=new bb(q),et=new zw,tt=new tE(q,Ct,Oe,et,Nt,Ae,Xt),U=new yb(k),P=new Ex(q),Ie=new ob(q,P),Q=new Sb(q,P,Xt,Ie),xe=new Eb(q,Q,P,Ie,Xt),de=new wb(q,Nt,tt),le=new ub(et),fe=new kw(k,U,Ct,Nt,Ie,le),_e=new aE(k,et),we=new Hw,ae=new Yw(Ct),W=new ab(k,U,Oe,xe,S,h),Le=new Qw(k,xe,Nt),Ze=new oE(q,Xt,Nt,Oe),se=new lb(q,Ct,Xt),De=new Mb(q,Ct,Xt),Xt.programs=fe.programs,k.capabilities=Nt,k.extensions=Ct,k.properties=et,k.renderLists=we,k.shadowMap=Le,k.state=Oe,k.info=Xt}T!==Tn&&(G=new Ab(T,t.width,t.height,c,r,a));let Te=new Uu(k,q);this.xr=Te,this.getContext=function(){return q},this.getContextAttributes=function(){return q.getContextAttributes()},this.forceContextLoss=function(){let D=Ct.get("WEBGL_lose_context");D&&D.loseContext()},this.forceContextRestore=function(){let D=Ct.get("WEBGL_lose_context");D&&D.restoreContext()},this.getPixelRatio=function(){return me},this.setPixelRatio=function(D){D!==void 0&&(me=D,this.setSize(Pe,Me,!1))},this.getSize=function(D){return D.set(Pe,Me)},this.setSize=function(D,$,ie=!0){if(Te.isPresenting){rt("WebGLRenderer: Can't change size while VR device is presenting.");return}Pe=D,Me=$,t.width=Math.floor(D*me),t.height=Math.floor($*me),ie===!0&&(t.style.width=D+"px",t.style.height=$+"px"),G!==null&&G.setSize(t.width,t.height),this.setViewport(0,0,D,$)},this.getDrawingBufferSize=function(D){return D.set(Pe*me,Me*me).floor()},this.setDrawingBufferSize=function(D,$,ie){Pe=D,Me=$,me=ie,t.width=Math.floor(D*ie),t.height=Math.floor($*ie),this.setViewport(0,0,D,$)},this.setEffects=function(D){if(T===Tn){at("WebGLRenderer: setEffects() requires outputBufferType set to HalfFloatType or FloatType.");return}if(D){for(let $=0;$<D.length;$++)if(D[$].isOutputPass===!0){rt("WebGLRenderer: OutputPass is not needed in setEffects(). Tone mapping and color space conversion are applied automatically.");break}}G.setEffects(D||[])},this.getCurrentViewport=function(D){return D.copy(ue)},this.getViewport=function(D){return D.copy(je)},this.setViewport=function(D,$,ie,te){D.isVector4?je.set(D.x,D.y,D.z,D.w):je.set(D,$,ie,te),Oe.viewport(ue.copy(je).multiplyScalar(tn()).round())},this.getScissor=function(D){return D.copy(dt)},this.setScissor=function(D,$,ie,te){D.isVector4?dt.set(D.x,D.y,D.z,D.w):dt.set(D,$,ie,te),Oe.scissor(Re.copy(dt).multiplyScalar(tn()).round())},this.getScissorTest=function(){return Mt},this.setScissorTest=function(D){Oe.setScissorTest(Mt=D)},this.setOpaqueSort=function(D){$e=D},this.setTransparentSort=function(D){Tt=D},this.getClearColor=function(D){return D.copy(W.getClearColor())},this.setClearColor=function(){W.setClearColor(...arguments)},this.getClearAlpha=function(){return W.getClearAlpha()},this.setClearAlpha=function(){W.setClearAlpha(...arguments)},this.clear=function(D=!0,$=!0,ie=!0){let te=0;if(D){let J=!1;if(ge!==null){let Fe=ge.texture.format;J=_.has(Fe)}if(J){let Fe=ge.texture.type,We=x.has(Fe),Ce=W.getClearColor(),Be=W.getClearAlpha(),Xe=Ce.r,st=Ce.g,mt=Ce.b;We?(C[0]=Xe,C[1]=st,C[2]=mt,C[3]=Be,q.clearBufferuiv(q.COLOR,0,C)):(A[0]=Xe,A[1]=st,A[2]=mt,A[3]=Be,q.clearBufferiv(q.COLOR,0,A))}else te|=q.COLOR_BUFFER_BIT}$&&(te|=q.DEPTH_BUFFER_BIT,this.state.buffers.depth.setMask(!0)),ie&&(te|=q.STENCIL_BUFFER_BIT,this.state.buffers.stencil.setMask(4294967295)),te!==0&&q.clear(te)},this.clearColor=function(){this.clear(!0,!1,!1)},this.clearDepth=function(){this.clear(!1,!0,!1)},this.clearStencil=function(){this.clear(!1,!1,!0)},this.setNodesHandler=function(D){D.setRenderer(this),X=D},this.dispose=function(){t.removeEventListener("webglcontextlost",Qe,!1),t.removeEventListener("webglcontextrestored",ut,!1),t.removeEventListener("webglcontextcreationerror",ke,!1),W.dispose(),we.dispose(),ae.dispose(),tt.dispose(),et.dispose(),U.dispose(),xe.dispose(),Q.dispose(),Ie.dispose(),Ze.dispose(),fe.dispose(),Te.dispose(),Te.removeEventListener("sessionstart",es),Te.removeEventListener("sessionend",pi),cn.stop()};function Qe(D){D.preventDefault(),xu("WebGLRenderer: Context Lost."),O=!0}function ut(){xu("WebGLRenderer: Context Restored."),O=!1;let D=Xt.autoReset,$=Le.enabled,ie=Le.autoUpdate,te=Le.needsUpdate,J=Le.type;ct(),Xt.autoReset=D,Le.enabled=$,Le.autoUpdate=ie,Le.needsUpdate=te,Le.type=J}function ke(D){at("WebGLRenderer: A WebGL context could not be created. Reason: ",D.statusMessage)}function At(D){let $=D.target;$.removeEventListener("dispose",At),Bt($)}function Bt(D){fi(D),et.remove(D)}function fi(D){let $=et.get(D).programs;$!==void 0&&($.forEach(function(ie){fe.releaseProgram(ie)}),D.isShaderMaterial&&fe.releaseShaderCache(D))}this.renderBufferDirect=function(D,$,ie,te,J,Fe){$===null&&($=Ke);let We=J.isMesh&&J.matrixWorld.determinantAffine()<0,Ce=Yl(D,$,ie,te,J);Oe.setMaterial(te,We);let Be=ie.index,Xe=1;if(te.wireframe===!0){if(Be=Q.getWireframeAttribute(ie),Be===void 0)return;Xe=2}let st=ie.drawRange,mt=ie.attributes.position,qe=st.start*Xe,ot=(st.start+st.count)*Xe;Fe!==null&&(qe=Math.max(qe,Fe.start*Xe),ot=Math.min(ot,(Fe.start+Fe.count)*Xe)),Be!==null?(qe=Math.max(qe,0),ot=Math.min(ot,Be.count)):mt!=null&&(qe=Math.max(qe,0),ot=Math.min(ot,mt.count));let Vt=ot-qe;if(Vt<0||Vt===1/0)return;Ie.setup(J,te,Ce,ie,Be);let He,Lt=se;if(Be!==null&&(He=P.get(Be),Lt=De,Lt.setIndex(He)),J.isMesh)te.wireframe===!0?(Oe.setLineWidth(te.wireframeLinewidth*tn()),Lt.setMode(q.LINES)):Lt.setMode(q.TRIANGLES);else if(J.isLine){let Yt=te.linewidth;Yt===void 0&&(Yt=1),Oe.setLineWidth(Yt*tn()),J.isLineSegments?Lt.setMode(q.LINES):J.isLineLoop?Lt.setMode(q.LINE_LOOP):Lt.setMode(q.LINE_STRIP)}else J.isPoints?Lt.setMode(q.POINTS):J.isSprite&&Lt.setMode(q.TRIANGLES);if(J.isBatchedMesh)if(Ct.get("WEBGL_multi_draw"))Lt.renderMultiDraw(J._multiDrawStarts,J._multiDrawCounts,J._multiDrawCount);else{let Yt=J._multiDrawStarts,Ye=J._multiDrawCounts,nn=J._multiDrawCount,wt=Be?P.get(Be).bytesPerElement:1,Kn=et.get(te).currentProgram.getUniforms();for(let rn=0;rn<nn;rn++)Kn.setValue(q,"_gl_DrawID",rn),Lt.render(Yt[rn]/wt,Ye[rn])}else if(J.isInstancedMesh)Lt.renderInstances(qe,Vt,J.count);else if(ie.isInstancedBufferGeometry){let Yt=ie._maxInstanceCount!==void 0?ie._maxInstanceCount:1/0,Ye=Math.min(ie.instanceCount,Yt);Lt.renderInstances(qe,Vt,Ye)}else Lt.render(qe,Vt)};function Se(D,$,ie,te){X!==null&&D.isNodeMaterial&&X.setObject(te,D),ft===!0&&le.setState(D,ie,!1),D.transparent===!0&&D.side===hn&&D.forceSinglePass===!1?(D.side=wn,D.needsUpdate=!0,qi(D,$,te),D.side=Wi,D.needsUpdate=!0,qi(D,$,te),D.side=hn):qi(D,$,te)}this.compile=function(D,$,ie=null){ie===null&&(ie=D),X!==null&&X.renderStart(D,$,ie),N=ae.get(ie),N.init($),I.push(N),ie.traverseVisible(function(J){J.isLight&&J.layers.test($.layers)&&(N.pushLight(J),J.castShadow&&N.pushShadow(J))}),D!==ie&&D.traverseVisible(function(J){J.isLight&&J.layers.test($.layers)&&(N.pushLight(J),J.castShadow&&N.pushShadow(J))}),N.setupLights(),X!==null&&X.updateLights(N.state.lightsArray),It=this.localClippingEnabled,ft=le.init(this.clippingPlanes,It),ft===!0&&le.setGlobalState(this.clippingPlanes,$),X!==null&&Le.render(N.state.shadowsArray,ie,$);let te=new Set;return D.traverse(function(J){if(!(J.isMesh||J.isPoints||J.isLine||J.isSprite))return;let Fe=J.material;if(Fe)if(Array.isArray(Fe))for(let We=0;We<Fe.length;We++){let Ce=Fe[We];Se(Ce,ie,$,J),te.add(Ce)}else Se(Fe,ie,$,J),te.add(Fe)}),N=I.pop(),X!==null&&X.renderEnd(),te},this.compileAsync=function(D,$,ie=null){let te=this.compile(D,$,ie);return new Promise(J=>{function Fe(){if(te.forEach(function(We){let Be=et.get(We).currentProgram;(Be===void 0||Be.isReady())&&te.delete(We)}),te.size===0){J(D);return}setTimeout(Fe,10)}Ct.get("KHR_parallel_shader_compile")!==null?Fe():setTimeout(Fe,10)})};let ve=null;function jn(D){ve&&ve(D)}function es(){cn.stop()}function pi(){cn.start()}let cn=new zf;cn.setAnimationLoop(jn),typeof self<"u"&&cn.setContext(self),this.setAnimationLoop=function(D){ve=D,Te.setAnimationLoop(D),D===null?cn.stop():cn.start()},Te.addEventListener("sessionstart",es),Te.addEventListener("sessionend",pi),this.render=function(D,$){if($!==void 0&&$.isCamera!==!0){at("WebGLRenderer.render: camera is not an instance of THREE.Camera.");return}if(O===!0)return;X!==null&&X.renderStart(D,$);let ie=Te.enabled===!0&&Te.isPresenting===!0,te=G!==null&&(ge===null||ie)&&G.begin(k,ge);if(D.matrixWorldAutoUpdate===!0&&D.updateMatrixWorld(),$.parent===null&&$.matrixWorldAutoUpdate===!0&&$.updateMatrixWorld(),Te.enabled===!0&&Te.isPresenting===!0&&(G===null||G.isCompositing()===!1)&&(Te.cameraAutoUpdate===!0&&Te.updateCamera($),$=Te.getCamera()),D.isScene===!0&&D.onBeforeRender(k,D,$,ge),N=ae.get(D,I.length),N.init($),N.state.textureUnits=tt.getTextureUnits(),I.push(N),bt.multiplyMatrices($.projectionMatrix,$.matrixWorldInverse),$.isArrayCamera?Ht.setFromArrayCamera($):pt.setFromProjectionMatrix(bt,On,$.reversedDepth),It=this.localClippingEnabled,ft=le.init(this.clippingPlanes,It),F=we.get(D,M.length),F.init(),M.push(F),this.info.render.frame++,Te.enabled===!0&&Te.isPresenting===!0){let We=k.xr.getDepthSensingMesh();We!==null&&ts(We,$,-1/0,k.sortObjects)}ts(D,$,0,k.sortObjects),F.finish(),X!==null&&X.updateLights(N.state.lightsArray),k.sortObjects===!0&&F.sort($e,Tt),ln=Te.enabled===!1||Te.isPresenting===!1||Te.hasDepthSensing()===!1,ln&&W.addToRenderList(F,D),this.info.autoReset===!0&&this.info.reset(),ft===!0&&le.beginShadows();let J=N.state.shadowsArray;if(Le.render(J,D,$),ft===!0&&le.endShadows(),(te&&G.hasRenderPass())===!1){let We=F.opaque,Ce=F.transmissive;if(N.setupLights(),$.isArrayCamera){let Be=$.cameras;if(Ce.length>0)for(let Xe=0,st=Be.length;Xe<st;Xe++){let mt=Be[Xe];$i(We,Ce,D,mt)}ln&&W.render(D);for(let Xe=0,st=Be.length;Xe<st;Xe++){let mt=Be[Xe];Dn(F,D,mt,mt.viewport)}}else Ce.length>0&&$i(We,Ce,D,$),ln&&W.render(D),Dn(F,D,$)}ge!==null&&ee===0&&(tt.updateMultisampleRenderTarget(ge),tt.updateRenderTargetMipmap(ge)),te&&G.end(k),D.isScene===!0&&D.onAfterRender(k,D,$),Ie.resetDefaultState(),re=-1,H=null,I.pop(),I.length>0?(N=I[I.length-1],tt.setTextureUnits(N.state.textureUnits),ft===!0&&le.setGlobalState(k.clippingPlanes,N.state.camera)):N=null,M.pop(),M.length>0?F=M[M.length-1]:F=null,X!==null&&X.renderEnd()};function ts(D,$,ie,te){if(D.visible===!1)return;if(D.layers.test($.layers)){if(D.isGroup)ie=D.renderOrder;else if(D.isLOD)D.autoUpdate===!0&&D.update($);else if(D.isLight)N.pushLight(D),D.castShadow&&N.pushShadow(D);else if(D.isSprite){let We=$.isArrayCamera?Ht:pt;if(!D.frustumCulled||D.intersectsFrustum(We)){te&&Ne.setFromMatrixPosition(D.matrixWorld).applyMatrix4(bt);let Ce=xe.update(D),Be=D.material;Be.visible&&F.push(D,Ce,Be,ie,Ne.z,null,$)}}else if(D.isMesh||D.isLine||D.isPoints){let We=$.isArrayCamera?Ht:pt;if(!D.frustumCulled||D.intersectsFrustum(We)){let Ce=xe.update(D),Be=D.material;if(te&&(D.boundingSphere!==void 0?(D.boundingSphere===null&&D.computeBoundingSphere(),Ne.copy(D.boundingSphere.center)):(Ce.boundingSphere===null&&Ce.computeBoundingSphere(),Ne.copy(Ce.boundingSphere.center)),Ne.applyMatrix4(D.matrixWorld).applyMatrix4(bt)),Array.isArray(Be)){let Xe=Ce.groups;for(let st=0,mt=Xe.length;st<mt;st++){let qe=Xe[st],ot=Be[qe.materialIndex];ot&&ot.visible&&F.push(D,Ce,ot,ie,Ne.z,qe,$)}}else Be.visible&&F.push(D,Ce,Be,ie,Ne.z,null,$)}}}let Fe=D.children;for(let We=0,Ce=Fe.length;We<Ce;We++)ts(Fe[We],$,ie,te)}function Dn(D,$,ie,te){let{opaque:J,transmissive:Fe,transparent:We}=D;N.setupLightsView(ie),ft===!0&&le.setGlobalState(k.clippingPlanes,ie),te&&Oe.viewport(ue.copy(te)),J.length>0&&pr(J,$,ie),Fe.length>0&&pr(Fe,$,ie),We.length>0&&pr(We,$,ie),Oe.buffers.depth.setTest(!0),Oe.buffers.depth.setMask(!0),Oe.buffers.color.setMask(!0),Oe.setPolygonOffset(!1)}function $i(D,$,ie,te){if((ie.isScene===!0?ie.overrideMaterial:null)!==null)return;if(N.state.transmissionRenderTarget[te.id]===void 0){let qe=Ct.has("EXT_color_buffer_half_float")||Ct.has("EXT_color_buffer_float");N.state.transmissionRenderTarget[te.id]=new Pn(1,1,{generateMipmaps:!0,type:qe?Jn:Tn,minFilter:Ei,samples:Math.max(4,Nt.samples),stencilBuffer:a,resolveDepthBuffer:!1,resolveStencilBuffer:!1,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,colorSpace:St.workingColorSpace})}let Fe=N.state.transmissionRenderTarget[te.id],We=te.viewport||ue;Fe.setSize(We.z*k.transmissionResolutionScale,We.w*k.transmissionResolutionScale);let Ce=k.getRenderTarget(),Be=k.getActiveCubeFace(),Xe=k.getActiveMipmapLevel();k.setRenderTarget(Fe),k.getClearColor(he),Ue=k.getClearAlpha(),Ue<1&&k.setClearColor(16777215,.5),k.clear(),ln&&W.render(ie);let st=k.toneMapping;k.toneMapping=ci;let mt=te.viewport;if(te.viewport!==void 0&&(te.viewport=void 0),N.setupLightsView(te),ft===!0&&le.setGlobalState(k.clippingPlanes,te),pr(D,ie,te),tt.updateMultisampleRenderTarget(Fe),tt.updateRenderTargetMipmap(Fe),Ct.has("WEBGL_multisampled_render_to_texture")===!1){let qe=!1;for(let ot=0,Vt=$.length;ot<Vt;ot++){let He=$[ot],{object:Lt,geometry:Yt,material:Ye,group:nn}=He;if(Ye.side===hn&&Lt.layers.test(te.layers)){let wt=Ye.side;Ye.side=wn,Ye.needsUpdate=!0,va(Lt,ie,te,Yt,Ye,nn),Ye.side=wt,Ye.needsUpdate=!0,qe=!0}}qe===!0&&(tt.updateMultisampleRenderTarget(Fe),tt.updateRenderTargetMipmap(Fe))}k.setRenderTarget(Ce,Be,Xe),k.setClearColor(he,Ue),mt!==void 0&&(te.viewport=mt),k.toneMapping=st}function pr(D,$,ie){let te=$.isScene===!0?$.overrideMaterial:null;for(let J=0,Fe=D.length;J<Fe;J++){let We=D[J],{object:Ce,geometry:Be,group:Xe}=We,st=We.material;st.allowOverride===!0&&te!==null&&(st=te),Ce.layers.test(ie.layers)&&va(Ce,$,ie,Be,st,Xe)}}function va(D,$,ie,te,J,Fe){X!==null&&J.isNodeMaterial&&X.setObject(D,J),D.onBeforeRender(k,$,ie,te,J,Fe),D.modelViewMatrix.multiplyMatrices(ie.matrixWorldInverse,D.matrixWorld),D.normalMatrix.getNormalMatrix(D.modelViewMatrix),J.onBeforeRender(k,$,ie,te,D,Fe),J.transparent===!0&&J.side===hn&&J.forceSinglePass===!1?(J.side=wn,J.needsUpdate=!0,k.renderBufferDirect(ie,$,te,J,D,Fe),J.side=Wi,J.needsUpdate=!0,k.renderBufferDirect(ie,$,te,J,D,Fe),J.side=hn):k.renderBufferDirect(ie,$,te,J,D,Fe),D.onAfterRender(k,$,ie,te,J,Fe)}function Fn(D){let $=0;for(let ie of D)ie.texture!==null&&$++;return $}function qi(D,$,ie){$.isScene!==!0&&($=Ke);let te=et.get(D),J=N.state.lights,Fe=N.state.shadowsArray,We=J.state.version,Ce=fe.getParameters(D,J.state,Fe,$,ie,N.state.lightProbeGridArray),Be=fe.getProgramCacheKey(Ce),Xe=te.programs;te.environment=D.isMeshStandardMaterial||D.isMeshLambertMaterial||D.isMeshPhongMaterial?$.environment:null,te.fog=$.fog;let st=D.isMeshStandardMaterial||D.isMeshLambertMaterial&&!D.envMap||D.isMeshPhongMaterial&&!D.envMap;te.envMap=U.get(D.envMap||te.environment,st),te.envMapRotation=te.environment!==null&&D.envMap===null?$.environmentRotation:D.envMapRotation,Xe===void 0&&(D.addEventListener("dispose",At),Xe=new Map,te.programs=Xe,te.programVariants=new Map);let mt=Xe.get(Be);if(mt!==void 0){if(te.currentProgram===mt&&te.lightsStateVersion===We)return gr(D,Ce),mt}else Ce.uniforms=fe.getUniforms(D),X!==null&&D.isNodeMaterial&&X.build(D,ie,Ce),D.onBeforeCompile(Ce,k),mt=fe.acquireProgram(Ce,Be),Xe.set(Be,mt),te.uniforms=Ce.uniforms;let qe=te.uniforms;return(!D.isShaderMaterial&&!D.isRawShaderMaterial||D.clipping===!0)&&(qe.clippingPlanes=le.uniform),gr(D,Ce),te.needsLights=Zl(D),te.lightsStateVersion=We,te.needsLights&&(qe.ambientLightColor.value=J.state.ambient,qe.lightProbe.value=J.state.probe,qe.sunLights.value=J.state.sun,qe.sunLightShadows.value=J.state.sunShadow,qe.directionalLights.value=J.state.directional,qe.directionalLightShadows.value=J.state.directionalShadow,qe.spotLights.value=J.state.spot,qe.spotLightShadows.value=J.state.spotShadow,qe.rectAreaLights.value=J.state.rectArea,qe.ltc_1.value=J.state.rectAreaLTC1,qe.ltc_2.value=J.state.rectAreaLTC2,qe.pointLights.value=J.state.point,qe.pointLightShadows.value=J.state.pointShadow,qe.hemisphereLights.value=J.state.hemi,qe.sunShadowMatrix.value=J.state.sunShadowMatrix,qe.sunShadowCascade.value=J.state.sunShadowCascade,qe.directionalShadowMatrix.value=J.state.directionalShadowMatrix,qe.spotLightMatrix.value=J.state.spotLightMatrix,qe.spotLightMap.value=J.state.spotLightMap,qe.pointShadowMatrix.value=J.state.pointShadowMatrix),te.numLightProbeGrids=Fn(N.state.lightProbeGridArray),te.currentProgram=mt,te.uniformsList=null,mt}function mr(D,$,ie,te,J){let Fe=et.get(D),We=Fe.currentProgram.id+","+te+","+J,Ce=Fe.programVariants.get(We);return Ce===void 0?(Ce=qi(D,$,ie),Fe.programVariants.set(We,Ce)):(Fe.currentProgram=Ce,Fe.uniformsList=null,Fe.outputColorSpace=te,Fe.toneMapping=J),Ce}function Yi(D){if(D.uniformsList===null){let $=D.currentProgram.getUniforms();D.uniformsList=Zr.seqWithValue($.seq,D.uniforms)}return D.uniformsList}function gr(D,$){let ie=et.get(D);ie.outputColorSpace=$.outputColorSpace,ie.batching=$.batching,ie.batchingColor=$.batchingColor,ie.instancing=$.instancing,ie.instancingColor=$.instancingColor,ie.instancingMorph=$.instancingMorph,ie.skinning=$.skinning,ie.morphTargets=$.morphTargets,ie.morphNormals=$.morphNormals,ie.morphColors=$.morphColors,ie.morphTargetsCount=$.morphTargetsCount,ie.numClippingPlanes=$.numClippingPlanes,ie.numIntersection=$.numClipIntersection,ie.vertexAlphas=$.vertexAlphas,ie.vertexTangents=$.vertexTangents,ie.toneMapping=$.toneMapping}function Yl(D,$,ie,te,J){$.isScene!==!0&&($=Ke),tt.resetTextureUnits();let Fe=$.fog,We=te.isMeshStandardMaterial||te.isMeshLambertMaterial||te.isMeshPhongMaterial?$.environment:null,Ce=ge===null?k.outputColorSpace:ge.isXRRenderTarget===!0?ge.texture.colorSpace:St.workingColorSpace,Be=te.isMeshStandardMaterial||te.isMeshLambertMaterial&&!te.envMap||te.isMeshPhongMaterial&&!te.envMap,Xe=U.get(te.envMap||We,Be),st=te.vertexColors===!0&&!!ie.attributes.color&&ie.attributes.color.itemSize===4,mt=!!ie.attributes.tangent&&(!!te.normalMap||te.anisotropy>0),qe=!!ie.morphAttributes.position,ot=!!ie.morphAttributes.normal,Vt=!!ie.morphAttributes.color,He=ci;te.toneMapped&&(ge===null||ge.isXRRenderTarget===!0)&&(He=k.toneMapping);let Lt=ie.morphAttributes.position||ie.morphAttributes.normal||ie.morphAttributes.color,Yt=Lt!==void 0?Lt.length:0,Ye=et.get(te),nn=N.state.lights;if(ft===!0&&(It===!0||D!==H)){let Dt=D===H&&te.id===re;le.setState(te,D,Dt)}let wt=!1,Kn=!1;te.version===Ye.__version?Ye.needsLights&&Ye.lightsStateVersion!==nn.state.version||J.isBatchedMesh&&Ye.batching===!1||!J.isBatchedMesh&&Ye.batching===!0||J.isBatchedMesh&&Ye.batchingColor===!0&&J._colorsTexture===null||J.isBatchedMesh&&Ye.batchingColor===!1&&J._colorsTexture!==null||J.isInstancedMesh&&Ye.instancing===!1||!J.isInstancedMesh&&Ye.instancing===!0||J.isSkinnedMesh&&Ye.skinning===!1||!J.isSkinnedMesh&&Ye.skinning===!0||J.isInstancedMesh&&Ye.instancingColor===!0&&J.instanceColor===null||J.isInstancedMesh&&Ye.instancingColor===!1&&J.instanceColor!==null||J.isInstancedMesh&&Ye.instancingMorph===!0&&J.morphTexture===null||J.isInstancedMesh&&Ye.instancingMorph===!1&&J.morphTexture!==null||Ye.envMap!==Xe||te.fog===!0&&Ye.fog!==Fe||Ye.numClippingPlanes!==void 0&&(Ye.numClippingPlanes!==le.numPlanes||Ye.numIntersection!==le.numIntersection)||Ye.vertexAlphas!==st||Ye.vertexTangents!==mt||Ye.morphTargets!==qe||Ye.morphNormals!==ot||Ye.morphColors!==Vt||Ye.morphTargetsCount!==Yt||Ye.numLightProbeGrids!==Fn(N.state.lightProbeGridArray)?wt=!0:(Ye.outputColorSpace!==Ce||Ye.toneMapping!==He)&&(Kn=!0):(wt=!0,Ye.__version=te.version);let rn=Ye.currentProgram;(wt===!0||Kn===!0)&&(rn=Kn===!0?mr(te,$,J,Ce,He):qi(te,$,J),X&&te.isNodeMaterial&&X.onUpdateProgram(te,rn,Ye));let Ci=!1,Qn=!1,ei=!1,E=rn.getUniforms(),ht=Ye.uniforms;if(Oe.useProgram(rn.program)&&(Ci=!0,Qn=!0,ei=!0),te.id!==re&&(re=te.id,Qn=!0),Ci||H!==D){Oe.buffers.depth.getReversed()&&D.reversedDepth!==!0&&(D._reversedDepth=!0,D.updateProjectionMatrix()),E.setValue(q,"projectionMatrix",D.projectionMatrix),E.setValue(q,"viewMatrix",D.matrixWorldInverse);let kt=E.map.cameraPosition;kt!==void 0&&kt.setValue(q,en.setFromMatrixPosition(D.matrixWorld)),Nt.logarithmicDepthBuffer&&E.setValue(q,"logDepthBufFC",2/(Math.log(D.far+1)/Math.LN2)),(te.isMeshPhongMaterial||te.isMeshToonMaterial||te.isMeshLambertMaterial||te.isMeshBasicMaterial||te.isMeshStandardMaterial||te.isShaderMaterial)&&E.setValue(q,"isOrthographic",D.isOrthographicCamera===!0),H!==D&&(H=D,Qn=!0,ei=!0)}if(Ye.needsLights&&(nn.state.sunShadowMap.length>0&&E.setValue(q,"sunShadowMap",nn.state.sunShadowMap,tt),nn.state.directionalShadowMap.length>0&&E.setValue(q,"directionalShadowMap",nn.state.directionalShadowMap,tt),nn.state.spotShadowMap.length>0&&E.setValue(q,"spotShadowMap",nn.state.spotShadowMap,tt),nn.state.pointShadowMap.length>0&&E.setValue(q,"pointShadowMap",nn.state.pointShadowMap,tt)),J.isSkinnedMesh){E.setOptional(q,J,"bindMatrix"),E.setOptional(q,J,"bindMatrixInverse");let Dt=J.skeleton;Dt&&(Dt.boneTexture===null&&Dt.computeBoneTexture(),E.setValue(q,"boneTexture",Dt.boneTexture,tt))}J.isBatchedMesh&&(E.setOptional(q,J,"batchingTexture"),E.setValue(q,"batchingTexture",J._matricesTexture,tt),E.setOptional(q,J,"batchingIdTexture"),E.setValue(q,"batchingIdTexture",J._indirectTexture,tt),E.setOptional(q,J,"batchingColorTexture"),J._colorsTexture!==null&&E.setValue(q,"batchingColorTexture",J._colorsTexture,tt));let An=ie.morphAttributes;if((An.position!==void 0||An.normal!==void 0||An.color!==void 0)&&de.update(J,ie,rn),(Qn||Ye.receiveShadow!==J.receiveShadow)&&(Ye.receiveShadow=J.receiveShadow,E.setValue(q,"receiveShadow",J.receiveShadow)),(te.isMeshStandardMaterial||te.isMeshLambertMaterial||te.isMeshPhongMaterial)&&te.envMap===null&&$.environment!==null&&(ht.envMapIntensity.value=$.environmentIntensity),ht.dfgLUT!==void 0&&(ht.dfgLUT.value=cE()),Qn){if(E.setValue(q,"toneMappingExposure",k.toneMappingExposure),Ye.needsLights&&Jl(ht,ei),Fe&&te.fog===!0&&_e.refreshFogUniforms(ht,Fe),_e.refreshMaterialUniforms(ht,te,me,Me,N.state.transmissionRenderTarget[D.id]),Ye.needsLights&&Ye.numLightProbeGrids>0){let Dt=b,kt=0;for(let kn of N.state.lightProbeGridArray)kn.texture!==null&&(Dt.textures[kt]=kn.texture,Dt.min[kt]=kn.boundingBox.min,Dt.max[kt]=kn.boundingBox.max,Dt.resolution[kt]=kn.resolution,kt++);for(let kn in Dt)Dt[kn].length=kt;ht.probesSH.value=Dt.textures,ht.probesMin.value=Dt.min,ht.probesMax.value=Dt.max,ht.probesResolution.value=Dt.resolution}Zr.upload(q,Yi(Ye),ht,tt)}if(te.isShaderMaterial&&te.uniformsNeedUpdate===!0&&(Zr.upload(q,Yi(Ye),ht,tt),te.uniformsNeedUpdate=!1),te.isSpriteMaterial&&E.setValue(q,"center",J.center),E.setValue(q,"modelViewMatrix",J.modelViewMatrix),E.setValue(q,"normalMatrix",J.normalMatrix),E.setValue(q,"modelMatrix",J.matrixWorld),te.uniformsGroups!==void 0){let Dt=te.uniformsGroups;for(let kt=0,kn=Dt.length;kt<kn;kt++){let ya=Dt[kt];Ze.update(ya,rn),Ze.bind(ya,rn)}}return rn}function Jl(D,$){D.ambientLightColor.needsUpdate=$,D.lightProbe.needsUpdate=$,D.sunLights.needsUpdate=$,D.sunLightShadows.needsUpdate=$,D.directionalLights.needsUpdate=$,D.directionalLightShadows.needsUpdate=$,D.pointLights.needsUpdate=$,D.pointLightShadows.needsUpdate=$,D.spotLights.needsUpdate=$,D.spotLightShadows.needsUpdate=$,D.rectAreaLights.needsUpdate=$,D.hemisphereLights.needsUpdate=$}function Zl(D){return D.isMeshLambertMaterial||D.isMeshToonMaterial||D.isMeshPhongMaterial||D.isMeshStandardMaterial||D.isShadowMaterial||D.isShaderMaterial&&D.lights===!0}this.getActiveCubeFace=function(){return V},this.getActiveMipmapLevel=function(){return ee},this.getRenderTarget=function(){return ge},this.setRenderTargetTextures=function(D,$,ie){let te=et.get(D);te.__autoAllocateDepthBuffer=D.resolveDepthBuffer===!1,te.__autoAllocateDepthBuffer===!1&&(te.__useRenderToTexture=!1),et.get(D.texture).__webglTexture=$,et.get(D.depthTexture).__webglTexture=te.__autoAllocateDepthBuffer?void 0:ie,te.__hasExternalTextures=!0},this.setRenderTargetFramebuffer=function(D,$){let ie=et.get(D);ie.__webglFramebuffer=$,ie.__useDefaultFramebuffer=$===void 0},this.setRenderTarget=function(D,$=0,ie=0){ge=D,V=$,ee=ie;let te=null,J=!1,Fe=!1;if(D){let Ce=et.get(D);if(Ce.__useDefaultFramebuffer!==void 0){Oe.bindFramebuffer(q.FRAMEBUFFER,Ce.__webglFramebuffer),ue.copy(D.viewport),Re.copy(D.scissor),Ve=D.scissorTest,Oe.viewport(ue),Oe.scissor(Re),Oe.setScissorTest(Ve),re=-1;return}else if(Ce.__webglFramebuffer===void 0)tt.setupRenderTarget(D);else if(Ce.__hasExternalTextures)tt.rebindTextures(D,et.get(D.texture).__webglTexture,et.get(D.depthTexture).__webglTexture);else if(D.depthBuffer){let st=D.depthTexture;if(Ce.__boundDepthTexture!==st){if(st!==null&&et.has(st)&&(D.width!==st.image.width||D.height!==st.image.height))throw new Error("THREE.WebGLRenderer: Attached DepthTexture is initialized to the incorrect size.");tt.setupDepthRenderbuffer(D)}}let Be=D.texture;(Be.isData3DTexture||Be.isDataArrayTexture||Be.isCompressedArrayTexture)&&(Fe=!0);let Xe=et.get(D).__webglFramebuffer;D.isWebGLCubeRenderTarget?(Array.isArray(Xe[$])?te=Xe[$][ie]:te=Xe[$],J=!0):D.samples>0&&tt.useMultisampledRTT(D)===!1?te=et.get(D).__webglMultisampledFramebuffer:Array.isArray(Xe)?te=Xe[ie]:te=Xe,ue.copy(D.viewport),Re.copy(D.scissor),Ve=D.scissorTest}else ue.copy(je).multiplyScalar(me).floor(),Re.copy(dt).multiplyScalar(me).floor(),Ve=Mt;if(ie!==0&&(te=Z),Oe.bindFramebuffer(q.FRAMEBUFFER,te)&&Oe.drawBuffers(D,te),Oe.viewport(ue),Oe.scissor(Re),Oe.setScissorTest(Ve),J){let Ce=et.get(D.texture);q.framebufferTexture2D(q.FRAMEBUFFER,q.COLOR_ATTACHMENT0,q.TEXTURE_CUBE_MAP_POSITIVE_X+$,Ce.__webglTexture,ie)}else if(Fe){let Ce=$;for(let Be=0;Be<D.textures.length;Be++){let Xe=et.get(D.textures[Be]);q.framebufferTextureLayer(q.FRAMEBUFFER,q.COLOR_ATTACHMENT0+Be,Xe.__webglTexture,ie,Ce)}}else if(D!==null&&ie!==0){let Ce=et.get(D.texture);q.framebufferTexture2D(q.FRAMEBUFFER,q.COLOR_ATTACHMENT0,q.TEXTURE_2D,Ce.__webglTexture,ie)}re=-1};function ns(D){let $=et.get(D);return($.__readFormat!==D.format||$.__readType!==D.type)&&($.__readFormat=D.format,$.__readType=D.type,$.__formatReadable=Nt.textureFormatReadable(D.format),$.__typeReadable=Nt.textureTypeReadable(D.type)),$}this.readRenderTargetPixels=function(D,$,ie,te,J,Fe,We,Ce=0){if(!(D&&D.isWebGLRenderTarget)){at("WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");return}let Be=et.get(D).__webglFramebuffer;if(D.isWebGLCubeRenderTarget&&We!==void 0&&(Be=Be[We],Array.isArray(Be)&&(Be=Be[0])),Be){Oe.bindFramebuffer(q.FRAMEBUFFER,Be);try{let Xe=D.textures[Ce],st=Xe.format,mt=Xe.type;D.textures.length>1&&q.readBuffer(q.COLOR_ATTACHMENT0+Ce);let qe=ns(Xe);if(qe.__formatReadable===!1){at("WebGLRenderer.readRenderTargetPixels: renderTarget is not in RGBA or implementation defined format.");return}if(qe.__typeReadable===!1){at("WebGLRenderer.readRenderTargetPixels: renderTarget is not in UnsignedByteType or implementation defined type.");return}$>=0&&$<=D.width-te&&ie>=0&&ie<=D.height-J&&q.readPixels($,ie,te,J,Ae.convert(st),Ae.convert(mt),Fe)}finally{let Xe=ge!==null?et.get(ge).__webglFramebuffer:null;Oe.bindFramebuffer(q.FRAMEBUFFER,Xe)}}},this.readRenderTargetPixelsAsync=async function(D,$,ie,te,J,Fe,We,Ce=0){if(!(D&&D.isWebGLRenderTarget))throw new Error("THREE.WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");let Be=et.get(D).__webglFramebuffer;if(D.isWebGLCubeRenderTarget&&We!==void 0&&(Be=Be[We],Array.isArray(Be)&&(Be=Be[0])),Be)if($>=0&&$<=D.width-te&&ie>=0&&ie<=D.height-J){Oe.bindFramebuffer(q.FRAMEBUFFER,Be);let Xe=D.textures[Ce],st=Xe.format,mt=Xe.type;D.textures.length>1&&q.readBuffer(q.COLOR_ATTACHMENT0+Ce);let qe=ns(Xe);if(qe.__formatReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in RGBA or implementation defined format.");if(qe.__typeReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in UnsignedByteType or implementation defined type.");let ot=q.createBuffer();q.bindBuffer(q.PIXEL_PACK_BUFFER,ot),q.bufferData(q.PIXEL_PACK_BUFFER,Fe.byteLength,q.STREAM_READ),q.readPixels($,ie,te,J,Ae.convert(st),Ae.convert(mt),0),q.bindBuffer(q.PIXEL_PACK_BUFFER,null);let Vt=ge!==null?et.get(ge).__webglFramebuffer:null;Oe.bindFramebuffer(q.FRAMEBUFFER,Vt);let He=q.fenceSync(q.SYNC_GPU_COMMANDS_COMPLETE,0);return q.flush(),await lf(q,He,4),q.bindBuffer(q.PIXEL_PACK_BUFFER,ot),q.getBufferSubData(q.PIXEL_PACK_BUFFER,0,Fe),q.bindBuffer(q.PIXEL_PACK_BUFFER,null),q.deleteBuffer(ot),q.deleteSync(He),Fe}else throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: requested read bounds are out of range.")},this.copyFramebufferToTexture=function(D,$=null,ie=0){let te=Math.pow(2,-ie),J=Math.floor(D.image.width*te),Fe=Math.floor(D.image.height*te),We=$!==null?$.x:0,Ce=$!==null?$.y:0;tt.setTexture2D(D,0),q.copyTexSubImage2D(q.TEXTURE_2D,ie,0,0,We,Ce,J,Fe),Oe.unbindTexture()},this.copyTextureToTexture=function(D,$,ie=null,te=null,J=0,Fe=0){let We,Ce,Be,Xe,st,mt,qe,ot,Vt,He=D.isCompressedTexture?D.mipmaps[Fe]:D.image;if(ie!==null)We=ie.max.x-ie.min.x,Ce=ie.max.y-ie.min.y,Be=ie.isBox3?ie.max.z-ie.min.z:1,Xe=ie.min.x,st=ie.min.y,mt=ie.isBox3?ie.min.z:0;else{let E=Math.pow(2,-J);We=Math.floor(He.width*E),Ce=Math.floor(He.height*E),D.isDataArrayTexture?Be=He.depth:D.isData3DTexture?Be=Math.floor(He.depth*E):Be=1,Xe=0,st=0,mt=0}te!==null?(qe=te.x,ot=te.y,Vt=te.z):(qe=0,ot=0,Vt=0);let Lt=Ae.convert($.format),Yt=Ae.convert($.type),Ye;$.isData3DTexture?(tt.setTexture3D($,0),Ye=q.TEXTURE_3D):$.isDataArrayTexture||$.isCompressedArrayTexture?(tt.setTexture2DArray($,0),Ye=q.TEXTURE_2D_ARRAY):(tt.setTexture2D($,0),Ye=q.TEXTURE_2D),Oe.activeTexture(q.TEXTURE0),Oe.pixelStorei(q.UNPACK_FLIP_Y_WEBGL,$.flipY),Oe.pixelStorei(q.UNPACK_PREMULTIPLY_ALPHA_WEBGL,$.premultiplyAlpha),Oe.pixelStorei(q.UNPACK_ALIGNMENT,$.unpackAlignment);let nn=Oe.getParameter(q.UNPACK_ROW_LENGTH),wt=Oe.getParameter(q.UNPACK_IMAGE_HEIGHT),Kn=Oe.getParameter(q.UNPACK_SKIP_PIXELS),rn=Oe.getParameter(q.UNPACK_SKIP_ROWS),Ci=Oe.getParameter(q.UNPACK_SKIP_IMAGES);Oe.pixelStorei(q.UNPACK_ROW_LENGTH,He.width),Oe.pixelStorei(q.UNPACK_IMAGE_HEIGHT,He.height),Oe.pixelStorei(q.UNPACK_SKIP_PIXELS,Xe),Oe.pixelStorei(q.UNPACK_SKIP_ROWS,st),Oe.pixelStorei(q.UNPACK_SKIP_IMAGES,mt);let Qn=D.isDataArrayTexture||D.isData3DTexture,ei=$.isDataArrayTexture||$.isData3DTexture;if(D.isDepthTexture){let E=et.get(D),ht=et.get($),An=et.get(E.__renderTarget),Dt=et.get(ht.__renderTarget);Oe.bindFramebuffer(q.READ_FRAMEBUFFER,An.__webglFramebuffer),Oe.bindFramebuffer(q.DRAW_FRAMEBUFFER,Dt.__webglFramebuffer);for(let kt=0;kt<Be;kt++)Qn&&(q.framebufferTextureLayer(q.READ_FRAMEBUFFER,q.COLOR_ATTACHMENT0,et.get(D).__webglTexture,J,mt+kt),q.framebufferTextureLayer(q.DRAW_FRAMEBUFFER,q.COLOR_ATTACHMENT0,et.get($).__webglTexture,Fe,Vt+kt)),q.blitFramebuffer(Xe,st,Xe+We,st+Ce,qe,ot,qe+We,ot+Ce,q.DEPTH_BUFFER_BIT,q.NEAREST);Oe.bindFramebuffer(q.READ_FRAMEBUFFER,null),Oe.bindFramebuffer(q.DRAW_FRAMEBUFFER,null)}else if(J!==0||D.isRenderTargetTexture||et.has(D)){let E=et.get(D),ht=et.get($);Oe.bindFramebuffer(q.READ_FRAMEBUFFER,z),Oe.bindFramebuffer(q.DRAW_FRAMEBUFFER,K);for(let An=0;An<Be;An++)Qn?q.framebufferTextureLayer(q.READ_FRAMEBUFFER,q.COLOR_ATTACHMENT0,E.__webglTexture,J,mt+An):q.framebufferTexture2D(q.READ_FRAMEBUFFER,q.COLOR_ATTACHMENT0,q.TEXTURE_2D,E.__webglTexture,J),ei?q.framebufferTextureLayer(q.DRAW_FRAMEBUFFER,q.COLOR_ATTACHMENT0,ht.__webglTexture,Fe,Vt+An):q.framebufferTexture2D(q.DRAW_FRAMEBUFFER,q.COLOR_ATTACHMENT0,q.TEXTURE_2D,ht.__webglTexture,Fe),J!==0?q.blitFramebuffer(Xe,st,Xe+We,st+Ce,qe,ot,qe+We,ot+Ce,q.COLOR_BUFFER_BIT,q.NEAREST):ei?q.copyTexSubImage3D(Ye,Fe,qe,ot,Vt+An,Xe,st,We,Ce):q.copyTexSubImage2D(Ye,Fe,qe,ot,Xe,st,We,Ce);Oe.bindFramebuffer(q.READ_FRAMEBUFFER,null),Oe.bindFramebuffer(q.DRAW_FRAMEBUFFER,null)}else ei?D.isDataTexture||D.isData3DTexture?q.texSubImage3D(Ye,Fe,qe,ot,Vt,We,Ce,Be,Lt,Yt,He.data):$.isCompressedArrayTexture?q.compressedTexSubImage3D(Ye,Fe,qe,ot,Vt,We,Ce,Be,Lt,He.data):q.texSubImage3D(Ye,Fe,qe,ot,Vt,We,Ce,Be,Lt,Yt,He):D.isDataTexture?q.texSubImage2D(q.TEXTURE_2D,Fe,qe,ot,We,Ce,Lt,Yt,He.data):D.isCompressedTexture?q.compressedTexSubImage2D(q.TEXTURE_2D,Fe,qe,ot,He.width,He.height,Lt,He.data):q.texSubImage2D(q.TEXTURE_2D,Fe,qe,ot,We,Ce,Lt,Yt,He);Oe.pixelStorei(q.UNPACK_ROW_LENGTH,nn),Oe.pixelStorei(q.UNPACK_IMAGE_HEIGHT,wt),Oe.pixelStorei(q.UNPACK_SKIP_PIXELS,Kn),Oe.pixelStorei(q.UNPACK_SKIP_ROWS,rn),Oe.pixelStorei(q.UNPACK_SKIP_IMAGES,Ci),Fe===0&&$.generateMipmaps===!0&&$.mipmapsAutoUpdate===!0&&q.generateMipmap(Ye),Oe.unbindTexture()},this.initRenderTarget=function(D){et.get(D).__webglFramebuffer===void 0&&tt.setupRenderTarget(D)},this.initTexture=function(D){D.isCubeTexture?tt.setTextureCube(D,0):D.isData3DTexture?tt.setTexture3D(D,0):D.isDataArrayTexture||D.isCompressedArrayTexture?tt.setTexture2DArray(D,0):tt.setTexture2D(D,0),Oe.unbindTexture()},this.resetState=function(){V=0,ee=0,ge=null,Oe.reset(),Ie.reset()},typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}get coordinateSystem(){return On}get outputColorSpace(){return this._outputColorSpace}set outputColorSpace(e){this._outputColorSpace=e;let t=this.getContext();t.drawingBufferColorSpace=St._getDrawingBufferColorSpace(e),t.unpackColorSpace=St._getUnpackColorSpace()}};function fr(i){let e=atob(i),t=new Uint8Array(e.length);for(let n=0;n<e.length;n++)t[n]=e.charCodeAt(n);return t.buffer}function Ou({shape:i,varies:e,low:t,high:n,data:r}){let a=new Uint16Array(fr(r)),l=new Float32Array(a.length),c=i.map((p,m)=>i.slice(m+1).reduce((v,y)=>v*y,1)),h=e.length?c[e[0]]*i[e[0]]:1,d=Uint32Array.from({length:Math.min(h,a.length)},(p,m)=>e.reduce((v,y)=>v*i[y]+Math.floor(m/c[y])%i[y],0));for(let p=0,m=0;p<a.length;p++,m=m+1===h?0:m+1){let v=d[m];l[p]=t[v]+a[p]/65535*(n[v]-t[v])}return l}function Bu(i,e){let t=0,n=i.length-1;for(;n-t>1;){let a=t+n>>1;i[a]<=e?t=a:n=a}if(t===i.length-1)return[t,0];let r=(e-i[t])/(i[t+1]-i[t]);return[t,Math.min(Math.max(r,0),1)]}var ku=5;function zl({type:i,size:e,mesh:t},n,r,a,l=0){let[c,h,d]=e;if(i==="sphere")return a?new zi(c,32,20):new zi(c,12,8);if(i==="ellipsoid")return(a?new zi(1,32,20):new zi(1,12,8)).scale(c,h,d);if(i==="box")return new ki(2*c,2*h,2*d);if(i==="capsule")return(a?new zr(c,2*h,10,24):new zr(c,2*h,3,8)).rotateX(Math.PI/2);if(i==="cylinder")return new Ds(c,c,2*h,a?32:12).rotateX(Math.PI/2);if(i==="plane")return uE(c,h,r,l);let{vertices:p,index:m}=n[t],v=new un;v.setAttribute("position",new an(Ou(p),3)),v.setIndex(new an(new Uint16Array(fr(m)),1));let y=v.toNonIndexed();return y.computeVertexNormals(),y}function uE(i,e,t,n){let r=[i,e].every(p=>p===0||p>ku),[a,l]=r?Array(2).fill(Math.max(t*120,n)):[i||ku,e||ku],c=new ar(2*a,2*l),h=2*zu(t),d=c.attributes.uv;for(let p=0;p<d.count;p++)d.setXY(p,(d.getX(p)-.5)*2*a/h,(d.getY(p)-.5)*2*l/h);return c.userData.edgeless=r,c}function zu(i){return 10**Math.round(Math.log10(i/1.2))}function jf(i,e){let n=document.createElement("canvas");n.width=n.height=256;let r=n.getContext("2d"),[a,l]=i.dark?[.035,.015]:[.01,.05],c=d=>`#${new it(i.panel).lerp(new it(i.ink),d).getHexString()}`;r.fillStyle=c(a),r.fillRect(0,0,256,256),r.fillStyle=c(l),r.fillRect(0,0,256/2,256/2),r.fillRect(256/2,256/2,256/2,256/2);let h=new Ps(n);return h.colorSpace=gn,h.wrapS=h.wrapT=Nr,h.anisotropy=Math.min(8,e.capabilities.getMaxAnisotropy()),h}function ua(i,e,t){return i.set(e[t+1],e[t+2],e[t+3],e[t]).normalize()}function Gl([i,e,t,n]){let r=new it().setRGB(i,e,t,gn);return new Xs({color:r,roughness:.55,metalness:.05,transparent:n<1,opacity:n})}function Kf(i,e,t){let n=new $t(e,t);return n.position.set(...i.pos),ua(n.quaternion,i.quat,0),n}var Gu=32,Qf=12,ha=class extends Error{};function ep(i,e,t=null){let n=Math.max(i.view.radius,.001),r=hE(t);r.shadowMap.enabled=!0,r.shadowMap.type=or,r.domElement.addEventListener("webglcontextlost",_=>_.preventDefault());let a=new bs;a.background=new it,a.fog=new Ms(0,1,2);let l=new Sn(Gu,1,n/50,n*400);l.up.set(0,0,1);let c=new Ys(16777215,8947848,2.2);c.position.set(0,0,1);let h=new js(16777215,2.6);h.castShadow=!0,h.shadow.mapSize.set(1024,1024),h.shadow.radius=3,h.shadow.bias=-5e-4,h.shadow.normalBias=n*.004,a.add(c,h,h.target);let d=[];for(let _ of i.geoms.filter(({body:x})=>x<0)){let x=_.type==="plane",C=zl(_,i.meshes,n,!0,Qf*e),A=Kf(_,C,x?new qn({side:hn}):Gl(_.rgba));if(A.castShadow=A.receiveShadow=!x,a.add(A),!x)continue;A.material.transparent=!0,A.material.opacity=.8,A.material.polygonOffset=!0,A.material.polygonOffsetFactor=1,A.material.polygonOffsetUnits=16;let b=new $t(C,new Ws({transparent:!0,fog:!0,depthWrite:!1}));b.receiveShadow=!0,b.renderOrder=1,A.add(b),d.push({mesh:A,shade:b,edgeless:C.userData.edgeless})}let p=Math.min(...i.geoms.filter(({type:_,body:x})=>_==="plane"&&x<0).map(({pos:_})=>_[2])),m="",v=new it;function y(_){let x=JSON.stringify(_);if(x===m)return;m=x,v.set(_.panel),a.background.set(_.panel),a.fog.color.set(_.panel),c.groundColor.set(_.dark?5592405:10526880);let C=jf(_,r);for(let{mesh:A,shade:b}of d)b.material.opacity=_.dark?.5:.3,A.material.map?.dispose(),A.material.map=C,A.material.needsUpdate=!0}function S(_,x,C){l.near=x/100,l.far=x*Qf,l.updateProjectionMatrix(),Number.isFinite(p)&&(l.position.z=Math.max(l.position.z,p+n*.05)),l.lookAt(_),l.updateMatrixWorld(),a.fog.near=x*1.5,a.fog.far=x*5;for(let{mesh:F,edgeless:N}of d){if(!N)continue;let M=2*zu(n);F.position.x=Math.round(_.x/M)*M,F.position.y=Math.round(_.y/M)*M}let A=Math.max(n,C);h.target.position.copy(_),h.position.set(_.x-A*1.6,_.y-A*1.8,_.z+A*4);let b=h.shadow.camera;b.right!==A*1.6&&(Object.assign(b,{left:-A*1.6,right:A*1.6,top:A*1.6,bottom:-A*1.6,near:A*.1,far:A*12}),b.updateProjectionMatrix())}function T(){a.traverse(_=>{_.geometry?.dispose(),_.material?.map?.dispose(),_.material?.dispose()}),r.dispose(),r.forceContextLoss()}return{renderer:r,scene:a,camera:l,ground:p,paper:v,applyTheme:y,aim:S,castShadows:_=>h.castShadow=_,dispose:T}}function hE(i){try{return new Ol({antialias:!0,stencil:!0,...i&&{canvas:i}})}catch(e){throw new ha(e.message)}}var Hl=["auto","light","dark"],Hu={auto:"as the system",light:"light",dark:"dark"},np="diayn_jax.theme";function tp(){try{return localStorage.getItem(np)}catch{return null}}function Vu(i){i==="auto"?delete document.documentElement.dataset.theme:document.documentElement.dataset.theme=i,window.dispatchEvent(new Event("themechange"))}function ip(){let i=Hl.includes(tp())?tp():"auto",e=Je("button",{class:"quiet",type:"button"}),t=()=>{e.replaceChildren(Je("span",{"aria-hidden":"true"},"◐"),Je("span",{class:"words"},` Colours: ${Hu[i]}`)),e.setAttribute("aria-label",`Colours: ${Hu[i]}`),e.title=`Colours: ${Hu[i]}`};return e.addEventListener("click",()=>{i=Hl[(Hl.indexOf(i)+1)%Hl.length];try{localStorage.setItem(np,i)}catch{}t(),Vu(i)}),t(),Vu(i),matchMedia("(prefers-color-scheme: dark)").addEventListener("change",()=>Vu(i)),e}function rp({name:i,url:e,seconds:t,times:n,skills:r,first:a},l,c){let h=new Audio(e),d=Je("button",{type:"button",disabled:!0,title:`Dance to ${i}`,onclick:()=>p?_():S()},"Dance"),p=!1,m=!1,v=0,y=0;function S(){c.resume(),T()}function T(){[p,m,v]=[!0,!0,0],h.currentTime&&(y+=1,h.currentTime=0),c.clear(),c.onFrame(c.simulation().advance({asked:!0,first:a})),C()}function _(){[p,m]=[!1,!1],C()}function x(){m&&(m=!1,C())}function C(){d.textContent=p?"Stop":"Dance",c.onChange()}function A(N){N||!p?h.pause():h.play().catch(M=>M.name!=="AbortError"&&b(M))}function b(N){_(),c.onFailure(`The song cannot be played here: ${N.message}`)}function F(){if(!p)return;let N=null;for(;m&&v<n.length&&n[v]<=h.currentTime&&!N?.why;){let M=r[v];M!==r[v-1]&&c.show(M),N=c.simulation().advance({skill:l[M]}),v+=1}N&&c.onFrame(N),(h.ended||h.currentTime>=t)&&_()}return h.addEventListener("seeking",()=>{y?y-=1:m&&T()}),{button:d,steers:()=>m,clock:()=>h.currentTime,begin:T,release:x,hold:A,setSpeed:N=>h.playbackRate=N,tick:F}}var dE=new Intl.NumberFormat("en",{maximumSignificantDigits:3}),tC=new Intl.NumberFormat("en",{maximumSignificantDigits:3,useGrouping:!1}),fE=new Intl.NumberFormat("en",{notation:"scientific",minimumFractionDigits:1,maximumFractionDigits:1}),sp=Array.from({length:13},(i,e)=>new Intl.NumberFormat("en",{minimumFractionDigits:e,maximumFractionDigits:e})),pE={"-":"⁻",0:"⁰",1:"¹",2:"²",3:"³",4:"⁴",5:"⁵",6:"⁶",7:"⁷",8:"⁸",9:"⁹"};function Wu(i){if(i==null||!Number.isFinite(i))return"–";let e=Math.abs(i);if(e>=1e9||e&&e<.001){let[t,n]=fE.format(i).split("E");return`${t}·10${[...n].map(r=>pE[r]).join("")}`.replace("-","−")}return ap((e>=999.5?sp[0]:dE).format(i))}function di(i,e){return ap(sp[Math.min(Math.max(0,-Math.floor(Math.log10(e)+1e-9)),12)].format(i))}function ap(i){return i.replace(/^-(?=[0.]*$)/,"").replace("-","−")}var mE=.2,gE=.05;function _E(i){return i<=mE}function Xu(i){return _E(i)?i:gE}var dn=Math.random,lC=(function i(e){function t(n,r){return n=n==null?0:+n,r=r==null?1:+r,arguments.length===1?(r=n,n=0):r-=n,function(){return e()*r+n}}return t.source=i,t})(dn),cC=(function i(e){function t(n,r){return arguments.length<2&&(r=n,n=0),n=Math.floor(n),r=Math.floor(r)-n,function(){return Math.floor(e()*r+n)}}return t.source=i,t})(dn),lp=(function i(e){function t(n,r){var a,l;return n=n==null?0:+n,r=r==null?1:+r,function(){var c;if(a!=null)c=a,a=null;else do a=e()*2-1,c=e()*2-1,l=a*a+c*c;while(!l||l>1);return n+r*c*Math.sqrt(-2*Math.log(l)/l)}}return t.source=i,t})(dn),uC=(function i(e){var t=lp.source(e);function n(){var r=t.apply(this,arguments);return function(){return Math.exp(r())}}return n.source=i,n})(dn),vE=(function i(e){function t(n){return(n=+n)<=0?()=>0:function(){for(var r=0,a=n;a>1;--a)r+=e();return r+a*e()}}return t.source=i,t})(dn),hC=(function i(e){var t=vE.source(e);function n(r){if((r=+r)==0)return e;var a=t(r);return function(){return a()/r}}return n.source=i,n})(dn),dC=(function i(e){function t(n){return function(){return-Math.log1p(-e())/n}}return t.source=i,t})(dn),fC=(function i(e){function t(n){if((n=+n)<0)throw new RangeError("invalid alpha");return n=1/-n,function(){return Math.pow(1-e(),n)}}return t.source=i,t})(dn),pC=(function i(e){function t(n){if((n=+n)<0||n>1)throw new RangeError("invalid p");return function(){return Math.floor(e()+n)}}return t.source=i,t})(dn),yE=(function i(e){function t(n){if((n=+n)<0||n>1)throw new RangeError("invalid p");return n===0?()=>1/0:n===1?()=>1:(n=Math.log1p(-n),function(){return 1+Math.floor(Math.log1p(-e())/n)})}return t.source=i,t})(dn),cp=(function i(e){var t=lp.source(e)();function n(r,a){if((r=+r)<0)throw new RangeError("invalid k");if(r===0)return()=>0;if(a=a==null?1:+a,r===1)return()=>-Math.log1p(-e())*a;var l=(r<1?r+1:r)-1/3,c=1/(3*Math.sqrt(l)),h=r<1?()=>Math.pow(e(),1/r):()=>1;return function(){do{do var d=t(),p=1+c*d;while(p<=0);p*=p*p;var m=1-e()}while(m>=1-.0331*d*d*d*d&&Math.log(m)>=.5*d*d+l*(1-p+Math.log(p)));return l*p*h()*a}}return n.source=i,n})(dn),xE=(function i(e){var t=cp.source(e);function n(r,a){var l=t(r),c=t(a);return function(){var h=l();return h===0?0:h/(h+c())}}return n.source=i,n})(dn),SE=(function i(e){var t=yE.source(e),n=xE.source(e);function r(a,l){return a=+a,(l=+l)>=1?()=>a:l<=0?()=>0:function(){for(var c=0,h=a,d=l;h*d>16&&h*(1-d)>16;){var p=Math.floor((h+1)*d),m=n(p,h-p+1)();m<=d?(c+=p,h-=p,d=(d-m)/(1-m)):(h=p-1,d/=m)}for(var v=d<.5,y=v?d:1-d,S=t(y),T=S(),_=0;T<=h;++_)T+=S();return c+(v?_:h-_)}}return r.source=i,r})(dn),mC=(function i(e){function t(n,r,a){var l;return(n=+n)==0?l=c=>-Math.log(c):(n=1/n,l=c=>Math.pow(c,n)),r=r==null?0:+r,a=a==null?1:+a,function(){return r+a*l(-Math.log1p(-e()))}}return t.source=i,t})(dn),gC=(function i(e){function t(n,r){return n=n==null?0:+n,r=r==null?1:+r,function(){return n+r*Math.tan(Math.PI*e())}}return t.source=i,t})(dn),_C=(function i(e){function t(n,r){return n=n==null?0:+n,r=r==null?1:+r,function(){var a=e();return n+r*Math.log(a/(1-a))}}return t.source=i,t})(dn),vC=(function i(e){var t=cp.source(e),n=SE.source(e);function r(a){return function(){for(var l=0,c=a;c>16;){var h=Math.floor(.875*c),d=t(h)();if(d>c)return l+n(h-1,c/d)();l+=h,c-=d}for(var p=-Math.log1p(-e()),m=0;p<=c;++m)p-=Math.log1p(-e());return l+m}}return r.source=i,r})(dn),ME=1664525,bE=1013904223,op=1/4294967296;function up(i=Math.random()){let e=(0<=i&&i<1?i/op:Math.abs(i))|0;return()=>(e=ME*e+bE|0,op*(e>>>0))}var wE=60,da=999,EE=8.3;function fa(i){let e=Math.imul(i^i>>>16,73244475);return e=Math.imul(e^e>>>16,73244475),up(((e^e>>>16)>>>0)/2**32)}function pa({kind:i,view:e,limits:t,trail:n,background:r}){if(i==="mujoco"&&e.travels&&e.look==="over")return $u(hp,e.radius*1.5);if(i==="mujoco"&&e.travels&&e.look==="side")return $u(TE,e.radius*1.5);let a=i==="plane"?r.filter(({role:l})=>l==="wall").length:0;return i==="plane"&&n&&a<=1?$u(hp,Math.min(...t.map(([l,c])=>c-l))/20):[]}function $u(i,e){return Object.entries(i).map(([t,n])=>({name:t,draw:r=>({name:t,number:r,radius:e,goals:n(fa(r)).map(a=>a.map(l=>l*e))})}))}var Vl=(i,e)=>[i*Math.cos(e),i*Math.sin(e)],qu=i=>2*Math.PI*i(),hp={Waypoints(i){let e=[];for(;e.length<5;){let[t,n]=e.at(-1)??[0,0],[r,a]=Vl(3+2*i(),qu(i));Math.hypot(t+r,n+a)<EE&&e.push([t+r,n+a])}return e},Slalom(i){let[e,t]=[qu(i),i()<.5?1:-1];return[1,2,3,4].map(n=>{let[r,a]=[Vl(2*n,e),Vl((1+i())*t*(-1)**n,e+Math.PI/2)];return[r[0]+a[0],r[1]+a[1]]})},Race:i=>[Vl(6+2*i(),qu(i)),[0,0]]},TE={Race:i=>[[9+5*i(),0]],"There and back":i=>[[5+3*i(),0],[0,0]]};function Kr({goals:i,radius:e}){let t={next:0};return{state:t,reach([n,r],a,l){let[c,h]=i[t.next];return l?t.next=0:Math.hypot(c-n,h-r)<e&&(t.next+=1),t.next===i.length?"done":a>wE?"late":null}}}var AE=32,RE=3,Yu={directed:.5,random:1.25},CE=2,PE=.25,IE=100;function Wl(i,{probes:e,dt:t,placeOf:n,held:r}){let a=LE(),l=Math.max(1,Math.ceil(e.length/AE)),c=e.filter((T,_)=>_%l===0),h=T=>Math.max(1,Math.round(T/t)),d=null;async function p(T){let _=n(await i.begin(0)),x=n((await i.play(T,h(RE))).at(-1));return await a(),{skill:T,way:[x[0]-_[0],x[1]-_[1]]}}async function m(T,_){if(!d){d=[];for(let C of c)d.push(await p(C))}let x=({way:C})=>C[0]*T+C[1]*_;return d.reduce((C,A)=>x(A)>x(C)?A:C).skill}let v={directed:()=>({hold:h(Yu.directed),pick:([T,_])=>m(T,_)}),random(T){let _=fa(T.number+da+1);return{hold:h(Yu.random),pick:()=>c[Math.floor(_()*c.length)]}},learned:()=>({hold:r,pick:(T,_)=>i.choose(T,_)}),single(T){let _=null;return{hold:h(Yu.directed),pick:async()=>_??=await m(...T.goals[0])}}};async function y(T,_,x=()=>!0){T!=="random"&&T!=="learned"&&await m(..._.goals[0]);let{hold:C,pick:A}=v[T](_),b=Kr(_),F=[{...await i.begin(_.number),at:0}],N=n(F[0]),M=0,I=G=>n(G).map((k,O)=>k-N[O]);for(;x();){let[G,k]=I(F.at(-1)),[O,X]=_.goals[b.state.next],Z=await A([O-G,X-k],b.state.next/_.goals.length),z=S(F,_),K=z?[await i.begin(_.number+ ++M)]:await i.play(Z,C);for(let V of K){F.push({...V,at:F.at(-1).at+Math.max(1,V.step-F.at(-1).step)});let ee=F.at(-1).at*t,ge=b.reach(I(V),ee,z||V.why!==0);if(ge)return{name:T,seconds:ge==="done"?ee:null,frames:F}}await a()}return{name:T,seconds:null,frames:F}}function S(T,{radius:_}){let x=T.at(-1),C=T.findLastIndex(({at:F})=>F<=x.at-h(CE));if(C<0||x.step-T[C].step!==x.at-T[C].at)return!1;let[A,b]=n(x);return T.slice(C).every(F=>{let[N,M]=n(F);return Math.hypot(A-N,b-M)<PE*_})}return{names:r?["learned","directed","random"]:["directed","random"],play:y}}function LE(){let i=performance.now();return async()=>{performance.now()-i<IE||(await new Promise(e=>setTimeout(e,0)),i=performance.now())}}var DE=5,Ju=i=>i===null?"not there":`${di(i,.1)} s`,FE={learned:"rival: learned to choose",directed:"rival: by direction",random:"rival: at random"};function dp({data:i,source:e,player:t,scene:n}){let r=Je("div",{class:"play-toggles"}),a=Je("p",{class:"play-told",role:"status"}),l=Je("table",{class:"play-scores",hidden:!0}),c=Je("input",{type:"number",min:1,max:da,step:1,value:1,"aria-label":"Course number"}),h=Je("label",{class:"play-number"},Je("span",{},"Course"),c),d=Je("details",{hidden:!0},Je("summary",{},"Game"),Je("div",{class:"play-controls"},h,r,a,l)),p=null,m=null;function v(M){p=M;let I=pa(p.world);d.hidden=!I.length,r.replaceChildren(...I.map(({name:G,draw:k})=>Je("button",{type:"button",onclick:()=>S(k(y()))},G)))}function y(){return c.value=Math.min(Math.max(Math.round(Number(c.value))||1,1),da),Number(c.value)}async function S(M){N();let I=m={course:M,way:Kr(M),going:!1,start:null,at:0,last:null,rivals:[],failure:""};a.textContent="The rivals play first…";try{await T(I)}catch(G){I.failure=` The rivals cannot play: ${G.message??G}`}m===I&&(a.textContent=`Go!${I.failure}`,I.going=!0,t.reset())}async function T(M){let{names:I,play:G,close:k}=await _();try{for(let[O,X]of I.entries()){if(m!==M)return;a.textContent=`The rivals play first… ${O+1} of ${I.length}`,M.rivals.push(await G(X,M.course,()=>m===M))}}finally{k()}}async function _(){let M=await e().rival(),I={probes:i.skills.probes,dt:Xu(p.dt),placeOf:n().placeOf,held:i.source.rival?.steps};return{...Wl(M,I),close:M.close}}function x(M){if(!m?.going||!m.start&&M.step)return;let I=n().placeOf(M);m.start?m.at+=Math.max(1,M.step-m.last.step):m.start=I,m.last=M;let{course:G,way:k,start:O,at:X,rivals:Z}=m,z=X*Xu(p.dt),K=k.reach([I[0]-O[0],I[1]-O[1]],z,M.why!==0);if(n().showGoals(G.goals.map(([V,ee],ge)=>({x:V+O[0],y:ee+O[1],radius:G.radius,state:ge<k.state.next?"done":ge===k.state.next?"next":"later"}))),n().showGhost(C(Z,X,O)),K)return A(K==="done"?z:null);a.textContent=`${F(G)}: waypoint ${k.state.next+1} of ${G.goals.length}, ${Ju(z)}`}function C(M,I,G){if(!M.length)return null;let k=z=>z.seconds??1/0,{frames:O}=M.reduce((z,K)=>k(K)<k(z)?K:z),X=O.findLast(z=>z.at<=I),Z=n().placeOf(O[0]);return{...X,offset:[G[0]-Z[0],G[1]-Z[1]]}}function A(M){let{course:I,rivals:G,failure:k}=m,O=b(I,M),X=M===null?"time is up":`${Ju(M)}${O[0]===M?", your best":""}`;a.textContent=`${F(I)}: ${X}.${k}`;let Z=[["you",M],...G.map(z=>[FE[z.name],z.seconds]),...O.map((z,K)=>[`best ${K+1}`,z])];l.replaceChildren(Je("tbody",{},Z.map(([z,K])=>Je("tr",{},Je("th",{scope:"row"},z),Je("td",{},Ju(K)))))),l.hidden=!1,m=null}function b(M,I){let G=`diayn_jax.best.${i.title}.${i.name}.${F(M)}`;try{let k=[...JSON.parse(localStorage.getItem(G)??"[]"),...I===null?[]:[I]].sort((O,X)=>O-X).slice(0,DE);return localStorage.setItem(G,JSON.stringify(k)),k}catch{return I===null?[]:[I]}}let F=({name:M,number:I})=>`${M} ${I}`;function N(){m=null,l.hidden=!0,n().showGoals([]),n().showGhost(null)}return{panel:d,showWorld:v,onFrame:x,courses:()=>pa(p.world),rivals:_}}var NE={0:"toggle",1:"reset",2:"slow"},UE={12:-1,14:-1,13:1,15:1},OE=.35;function fp(i){let e=[];return()=>{let t=[...navigator.getGamepads?.()??[]].find(c=>c?.connected);if(!t)return;let n=t.buttons.map(c=>c.pressed),r=c=>n[c]&&!e[c];for(let[c,h]of Object.entries(NE))r(c)&&i[h]();for(let[c,h]of Object.entries(UE))r(c)&&i.next(h);e=n;let[a=0,l=0]=t.axes;Math.hypot(a,l)>OE&&i.push(a,-l)}}var pp=["","The episode ended; a new one began.","The physics broke down; a new episode began.",""],BE=2500;function mp({title:i,name:e,facts:t,skills:n},r,{theme:a,help:l}){let c=Object.fromEntries(["time","return","reward","speed"].map(O=>[O,Je("dd",{})])),h=Object.entries(c).map(([O,X])=>Je("div",{},Je("dt",{},O),X)),d=Je("p",{class:"play-status",role:"status",hidden:!0}),p=Zu("Pause",r.toggle,"Space"),m=Ba("Slow motion",!1,r.slow,"S"),v=Zu("Start again",r.reset,"R"),y=Je("header",{class:"play-top"},Je("div",{class:"play-title"},Je("h1",{},i),Je("p",{},[e,...t].join(" · ")),Je("dl",{class:"play-figures"},h),d),Je("div",{class:"play-buttons"},p,m,v,a)),S=Je("span",{class:"play-swatch"}),T=Je("output",{"aria-live":"off"}),_=Je("p",{class:"play-skill"},n.probes.length>1&&[S,T]),x=Je("div",{class:"play-controls"}),C=Je("aside",{class:"play-side","aria-label":"Controls"},Je("details",{},Je("summary",{},"World"),x),Je("details",{},Je("summary",{},"Keys"),l));C.querySelector("details").open=matchMedia("(min-width: 900px)").matches;let A=0,b=0,F=0,N=ju({label:"Speed",low:.1,high:2,step:.05,value:1,text:O=>`${di(O,.01)}×`},r.setSpeed);function M({controls:{gravity:O,motors:X},dt:Z,world:z,rewarded:K}){A=Z;let V=[N.element];O&&V.push(ju({label:"Gravity",...O,text:ee=>`${di(ee,.01)}×`},r.setGravity).element),z.kind!=="image"&&V.push(Je("div",{class:"play-toggles"},Ba("Follow",!0,r.follow,"The camera follows the robot"),Ba("Trail",!0,r.trail,"The way that the robot went"))),X&&V.push(I(X)),x.replaceChildren(...V);for(let ee of["return","reward"])c[ee].parentElement.hidden=!K}function I(O){let X=O.map(()=>1),Z=O.map((K,V)=>ju({label:K,low:0,high:1,step:.05,value:1,text:ee=>ee?`${Math.round(100*ee)} %`:"broken"},ee=>{X[V]=ee,r.setMotors(X)})),z=Zu("Repair all",()=>{X.fill(1);for(let K of Z)K.set(1);r.setMotors(X)});return Je("fieldset",{},Je("legend",{},"Motors"),Z.map(({element:K})=>K),z)}function G({step:O,reward:X,total:Z,why:z},K){let V=performance.now();z&&pp[z]?(k(pp[z],!1),b=V+BE):b&&V>b&&(k("",!1),b=0),!(V-F<90)&&(F=V,c.time.textContent=A<1?`${di(O*A,.1)} s`:`${O} steps`,c.return.textContent=Wu(Z),c.reward.textContent=Wu(X),c.speed.textContent=K===null?"–":`${di(K,.1)} m/s`)}function k(O,X){d.hidden=!O,d.textContent=O,d.classList.toggle("failed",X)}return{top:y,side:C,bottom:_,showWorld:M,showFrame:G,showSkill(O,X){T.value=O,S.style.background=`var(--skill-${X})`},showPaused(O){p.textContent=O?"Play":"Pause"},showSpeed(O){N.set(O),fc(m,O<1)},showStatus(O,X){b=0,k(O,X)}}}function Zu(i,e,t=null){return Je("button",{type:"button",onclick:e,title:t},i)}function ju({label:i,low:e,high:t,step:n,value:r,text:a},l){let c=Je("output",{"aria-live":"off"}),h=Je("input",{type:"range",min:e,max:t,step:n,value:r,"aria-label":i}),d=()=>{c.value=a(Number(h.value)),h.setAttribute("aria-valuetext",c.value)};return h.addEventListener("input",()=>{d(),l(Number(h.value))}),d(),{element:Je("label",{class:"play-slider"},Je("span",{},i),h,c),set(p){h.value=p,d()}}}var Ku="button, select, summary, input[type=radio], input[type=checkbox], [role=button]";function _p(i){let e=null,t=!1,n=({target:h})=>{t=!0,e=gp(h)},r=({target:h})=>{t&&(e=gp(h))},a=h=>h.tagName==="INPUT"&&h.type==="range"?!1:h.isContentEditable||h.closest(`${Ku}, textarea, input`)!==null;function l(h){let{target:d,key:p}=h,m=d===e;e=null,t=!1,!(h.altKey||h.ctrlKey||h.metaKey||h.defaultPrevented)&&(p!==" "||!m&&a(d)||(h.preventDefault(),m&&d.blur(),i()))}let c={pointerdown:n,change:r};for(let[h,d]of Object.entries(c))document.addEventListener(h,d,!0);return document.addEventListener("keydown",l),()=>{for(let[h,d]of Object.entries(c))document.removeEventListener(h,d,!0);document.removeEventListener("keydown",l)}}function gp(i){let e=i.closest?.(Ku),t=i.closest?.("label")?.control;return e??(t?.matches(Ku)?t:null)}var Qu={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},vp=8;function yp(i,{entries:e,isDisc:t}){let n=new Set;_p(i.toggle);function r(){let l=[...n].reduce(([h,d],p)=>[h+Qu[p][0],d+Qu[p][1]],[0,0]),c=Math.hypot(...l);c&&i.push(l[0]/c,l[1]/c)}function a(l){if(!t)i.pick(l);else if(l>=1&&l<=vp){let c=(l-1)/vp*2*Math.PI;i.push(Math.sin(c),Math.cos(c))}}document.addEventListener("keydown",l=>{let{target:c,key:h}=l;if(l.altKey||l.ctrlKey||l.metaKey||l.defaultPrevented||c.tagName==="INPUT"&&c.type==="number")return;let d=c.tagName==="SELECT"||c.tagName==="INPUT"&&c.type==="range";if(h in Qu&&!d&&e.length>1){l.preventDefault(),t?(n.add(h),r()):i.next(h==="ArrowRight"||h==="ArrowDown"?1:-1);return}/^[0-9]$/.test(h)?a(Number(h)):l.repeat||{r:i.reset,s:i.slow,v:i.resetView}[h.toLowerCase()]?.()}),document.addEventListener("keyup",({key:l})=>{n.delete(l)&&r()}),window.addEventListener("blur",()=>n.clear())}function xp({entries:i,isDisc:e}){let t=i.length>1;return Je("dl",{class:"play-keys"},[t&&e&&["arrows","push z"],t&&e&&["1 … 8","eight directions, clockwise from the top"],t&&!e&&["0 … 9","a skill"],t&&!e&&["arrows","the next skill"],["space","pause"],["S","slow motion"],["R","start again"],["V","turn the camera back"],["drag","turn the camera; the wheel or two fingers zoom"],["gamepad","left stick: the skill; A: pause; B: start again; X: slow motion"]].filter(Boolean).map(([r,a])=>[Je("dt",{},Je("kbd",{},r)),Je("dd",{},a)]))}var Xl=2*Math.PI,[Sp,ma,eh]=[96,66,26],kE=24,zE=.92;function bp({key:i,counted:e},{entries:t,isDisc:n,onRing:r,nameOf:a},l){let c=t.length<=kE&&!n,h=t.map(({ends:b},F)=>Pi("path",{d:Mp(b,ma,Sp),fill:dc(F),class:"ring-sector"})),d=t.map((b,F)=>Pi("path",{fill:dc(F),class:"ring-bar"})),p=c?t.map(({angle:b},F)=>Pi("text",{...Qr(b,(ma+Sp)/2),class:"ring-number"},String(F))):[],m=Pi("path",{class:"ring-arrow",d:""}),v=Pi("circle",{class:"ring-knob",r:11,cx:0,cy:0}),y=Pi("svg",{viewBox:"-100 -100 200 200","aria-hidden":"true"},Pi("circle",{r:ma-2,class:"ring-middle"}),h,d,p,m,v),S=Je("div",{class:"play-ring",role:"slider",tabindex:0,"aria-label":n?"Direction of z":"Skill","aria-valuemin":0,"aria-valuemax":n?359:t.length-1,title:i||e},y),T=null,_=[0,0];function x(b){let F=S.getBoundingClientRect(),N=F.width/2;l.push((b.clientX-F.left)/N-1,1-(b.clientY-F.top)/N)}S.addEventListener("pointerdown",b=>{b.button||(S.setPointerCapture(b.pointerId),x(b))}),S.addEventListener("pointermove",b=>{S.hasPointerCapture(b.pointerId)&&x(b)});function C(b,F){let{angle:N}=t[F];h.forEach((O,X)=>O.classList.toggle("chosen",X===F)),p.forEach((O,X)=>O.classList.toggle("chosen",X===F));let M=n?Math.max(Math.hypot(...b),1e-9):1,[I,G]=n?r(b):[0,0],k=n?{x:I/M*Math.min(M,1)*81,y:-G/M*Math.min(M,1)*81}:Qr(N,81);v.setAttribute("cx",k.x),v.setAttribute("cy",k.y),v.style.display=c?"none":"",S.setAttribute("aria-valuenow",n?Math.round((Math.atan2(b[1],b[0])/Xl+1)%1*360)%360:F),S.setAttribute("aria-valuetext",a(b,F))}function A(b){if(T==="skills"){let F=Math.max(...b),N=Array.from(b,I=>Math.exp(I-F)),M=N.reduce((I,G)=>I+G,0);d.forEach((I,G)=>I.setAttribute("d",Mp(t[G].ends,eh,eh+(ma-6-eh)*zE*N[G]/M)))}else if(T==="direction"&&n){let F=r(b);for(let I of[0,1])_[I]+=.1*(F[I]-_[I]);let N=Math.hypot(..._),M=(ma-10)*Math.min(1,N*2.5);m.setAttribute("d",N>.001?GE(Math.atan2(_[0],_[1]),M):"")}}return{element:S,show:C,showBelief:A,believes:b=>T=b}}function Qr(i,e){return{x:e*Math.sin(i*Xl),y:-e*Math.cos(i*Xl)}}function Mp([i,e],t,n){let r=Math.min(.004,(e-i)/12),a=[i+r,Math.min(e-r,i+.9999)],[l,c,h,d]=[[a[0],n],[a[1],n],[a[1],t],[a[0],t]].map(([m,v])=>Qr(m,v)),p=a[1]-a[0]>.5?1:0;return`M${l.x} ${l.y}A${n} ${n} 0 ${p} 1 ${c.x} ${c.y}L${h.x} ${h.y}A${t} ${t} 0 ${p} 0 ${d.x} ${d.y}Z`}function GE(i,e){let t=i/Xl,[n,r,a]=[Qr(t,e),Qr(t-.035,Math.max(e-14,0)),Qr(t+.035,Math.max(e-14,0))];return`M0 0L${n.x} ${n.y}M${r.x} ${r.y}L${n.x} ${n.y}L${a.x} ${a.y}`}var HE=(async function(i={}){var e,t=i,n=typeof window=="object",r=typeof WorkerGlobalScope<"u",a=typeof process=="object"&&process.versions?.node&&process.type!="renderer",l=!n&&!a&&!r;if(a){let{createRequire:s}=await import("module");var c=s("")}var h=[],d="./this.program",p=(s,o)=>{throw o},m="",v="";function y(s){return t.locateFile?t.locateFile(s,v):v+s}var S,T;if(a){if(!(typeof process=="object"&&process.versions?.node&&process.type!="renderer"))throw new Error("not compiled for this environment (did you build to HTML and try to run it not on the web, or set ENVIRONMENT to something - like node - and run it someplace else - like on the web?)");var _=process.versions.node,x=_.split(".").slice(0,3);if(x=x[0]*1e4+x[1]*100+x[2].split("-")[0]*1,x<16e4)throw new Error("This emscripten-generated code requires node v16.0.0 (detected v"+_+")");var C=c("fs");m.startsWith("file:")&&(v=c("path").dirname(c("url").fileURLToPath(m))+"/"),T=o=>{o=ee(o)?new URL(o):o;var u=C.readFileSync(o);return V(Buffer.isBuffer(u)),u},S=async(o,u=!0)=>{o=ee(o)?new URL(o):o;var f=C.readFileSync(o,u?void 0:"utf8");return V(u?Buffer.isBuffer(f):typeof f=="string"),f},process.argv.length>1&&(d=process.argv[1].replace(/\\/g,"/")),h=process.argv.slice(2),p=(o,u)=>{throw process.exitCode=o,u}}else if(l){if(typeof process=="object"&&process.versions?.node&&process.type!="renderer"||typeof window=="object"||typeof WorkerGlobalScope<"u")throw new Error("not compiled for this environment (did you build to HTML and try to run it not on the web, or set ENVIRONMENT to something - like node - and run it someplace else - like on the web?)")}else if(n||r){try{v=new URL(".",m).href}catch{}if(!(typeof window=="object"||typeof WorkerGlobalScope<"u"))throw new Error("not compiled for this environment (did you build to HTML and try to run it not on the web, or set ENVIRONMENT to something - like node - and run it someplace else - like on the web?)");r&&(T=s=>{var o=new XMLHttpRequest;return o.open("GET",s,!1),o.responseType="arraybuffer",o.send(null),new Uint8Array(o.response)}),S=async s=>{if(ee(s))return new Promise((u,f)=>{var g=new XMLHttpRequest;g.open("GET",s,!0),g.responseType="arraybuffer",g.onload=()=>{if(g.status==200||g.status==0&&g.response){u(g.response);return}f(g.status)},g.onerror=f,g.send(null)});var o=await fetch(s,{credentials:"same-origin"});if(o.ok)return o.arrayBuffer();throw new Error(o.status+" : "+o.url)}}else throw new Error("environment detection error");var A=console.log.bind(console),b=console.error.bind(console),F="IDBFS is no longer included by default; build with -lidbfs.js",N="PROXYFS is no longer included by default; build with -lproxyfs.js",M="WORKERFS is no longer included by default; build with -lworkerfs.js",I="FETCHFS is no longer included by default; build with -lfetchfs.js",G="ICASEFS is no longer included by default; build with -licasefs.js",k="JSFILEFS is no longer included by default; build with -ljsfilefs.js",O="OPFS is no longer included by default; build with -lopfs.js",X="NODEFS is no longer included by default; build with -lnodefs.js";V(!l,"shell environment detected but not enabled at build time.  Add `shell` to `-sENVIRONMENT` to enable.");var Z;typeof WebAssembly!="object"&&b("no native wasm support detected");var z=!1,K;function V(s,o){s||_e("Assertion failed"+(o?": "+o:""))}var ee=s=>s.startsWith("file://");function ge(){var s=cc();V((s&3)==0),s==0&&(s+=4),Ke[s>>2]=34821223,Ke[s+4>>2]=2310721022,Ke[0]=1668509029}function re(){if(!z){var s=cc();s==0&&(s+=4);var o=Ke[s>>2],u=Ke[s+4>>2];(o!=34821223||u!=2310721022)&&_e(`Stack overflow! Stack cookie has been overwritten at ${Bt(s)}, expected hex dwords 0x89BACDFE and 0x2135467, but received ${Bt(u)} ${Bt(o)}`),Ke[0]!=1668509029&&_e("Runtime error: The application has corrupted its heap memory area (address zero)!")}}class H extends Error{}class ue extends H{}class Re extends H{constructor(o){super(o),this.excPtr=o;let u=Ph(o);this.name=u[0],this.message=u[1]}}var Ve=!0;function he(...s){!Ve&&typeof Ve<"u"||console.warn(...s)}(()=>{var s=new Int16Array(1),o=new Int8Array(s.buffer);if(s[0]=25459,o[0]!==115||o[1]!==99)throw"Runtime error: expected the system to be little-endian! (Run with -sSUPPORT_BIG_ENDIAN to bypass)"})();function Ue(s){Object.getOwnPropertyDescriptor(t,s)||Object.defineProperty(t,s,{configurable:!0,set(){_e(`Attempt to set \`Module.${s}\` after it has already been processed.  This can happen, for example, when code is injected via '--post-js' rather than '--pre-js'`)}})}function Pe(s){return()=>V(!1,`call to '${s}' via reference taken before Wasm module initialization`)}function Me(s){Object.getOwnPropertyDescriptor(t,s)&&_e(`\`Module.${s}\` was supplied but \`${s}\` not included in INCOMING_MODULE_JS_API`)}function me(s){return s==="FS_createPath"||s==="FS_createDataFile"||s==="FS_createPreloadedFile"||s==="FS_unlink"||s==="addRunDependency"||s==="FS_createLazyFile"||s==="FS_createDevice"||s==="removeRunDependency"}function $e(s,o){typeof globalThis<"u"&&!Object.getOwnPropertyDescriptor(globalThis,s)&&Object.defineProperty(globalThis,s,{configurable:!0,get(){o()}})}function Tt(s,o){$e(s,()=>{jn(`\`${s}\` is not longer defined by emscripten. ${o}`)})}Tt("buffer","Please use HEAP8.buffer or wasmMemory.buffer"),Tt("asm","Please use wasmExports instead");function je(s){$e(s,()=>{var o=`\`${s}\` is a library symbol and not included by default; add it to your library.js __deps or to DEFAULT_LIBRARY_FUNCS_TO_INCLUDE on the command line`,u=s;u.startsWith("_")||(u="$"+s),o+=` (e.g. -sDEFAULT_LIBRARY_FUNCS_TO_INCLUDE='${u}')`,me(s)&&(o+=". Alternatively, forcing filesystem support (-sFORCE_FILESYSTEM) can export this for you"),jn(o)}),dt(s)}function dt(s){Object.getOwnPropertyDescriptor(t,s)||Object.defineProperty(t,s,{configurable:!0,get(){var o=`'${s}' was not exported. add it to EXPORTED_RUNTIME_METHODS (see the Emscripten FAQ)`;me(s)&&(o+=". Alternatively, forcing filesystem support (-sFORCE_FILESYSTEM) can export this for you"),_e(o)}})}var Mt,pt,Ht,ft,It,bt,en,Ne,Ke,ln,tn,q,yn,Ct=!1;function Nt(){var s=Ht.buffer;ft=new Int8Array(s),bt=new Int16Array(s),It=new Uint8Array(s),en=new Uint16Array(s),Ne=new Int32Array(s),Ke=new Uint32Array(s),ln=new Float32Array(s),tn=new Float64Array(s),q=new BigInt64Array(s),yn=new BigUint64Array(s)}V(typeof Int32Array<"u"&&typeof Float64Array<"u"&&Int32Array.prototype.subarray!=null&&Int32Array.prototype.set!=null,"JS engine does not provide full typed array support");function Oe(){if(t.preRun)for(typeof t.preRun=="function"&&(t.preRun=[t.preRun]);t.preRun.length;)ut(t.preRun.shift());Ue("preRun"),Ze(Qe)}function Xt(){V(!Ct),Ct=!0,re(),!t.noFSInit&&!E.initialized&&E.init(),ot.init(),Qi.__wasm_call_ctors(),E.ignorePermissions=!1}function et(){if(re(),t.postRun)for(typeof t.postRun=="function"&&(t.postRun=[t.postRun]);t.postRun.length;)Te(t.postRun.shift());Ue("postRun"),Ze(ct)}var tt=0,U=null,P={},Q=null;function xe(s){tt++,t.monitorRunDependencies?.(tt),s?(V(!P[s]),P[s]=1,Q===null&&typeof setInterval<"u"&&(Q=setInterval(()=>{if(z){clearInterval(Q),Q=null;return}var o=!1;for(var u in P)o||(o=!0,b("still waiting on run dependencies:")),b(`dependency: ${u}`);o&&b("(end of list)")},1e4))):b("warning: run dependency added without ID")}function fe(s){if(tt--,t.monitorRunDependencies?.(tt),s?(V(P[s]),delete P[s]):b("warning: run dependency removed without ID"),tt==0&&(Q!==null&&(clearInterval(Q),Q=null),U)){var o=U;U=null,o()}}function _e(s){t.onAbort?.(s),s="Aborted("+s+")",b(s),z=!0;var o=new WebAssembly.RuntimeError(s);throw pt?.(o),o}function we(s,o){return(...u)=>{V(Ct,`native function \`${s}\` called before runtime initialization`);var f=Qi[s];return V(f,`exported native function \`${s}\` not found`),V(u.length<=o,`native function \`${s}\` called with ${u.length} args but expects ${o}`),f(...u)}}var ae;function le(){return t.locateFile?y("mujoco.wasm"):new URL("mujoco.wasm","").href}function Le(s){if(s==ae&&Z)return new Uint8Array(Z);if(T)return T(s);throw"both async and sync fetching of the wasm failed"}async function W(s){if(!Z)try{var o=await S(s);return new Uint8Array(o)}catch{}return Le(s)}async function de(s,o){try{var u=await W(s),f=await WebAssembly.instantiate(u,o);return f}catch(g){b(`failed to asynchronously prepare wasm: ${g}`),ee(ae)&&b(`warning: Loading from a file URI (${ae}) is not supported in most browsers. See https://emscripten.org/docs/getting_started/FAQ.html#how-do-i-run-a-local-webserver-for-testing-why-does-my-program-stall-in-downloading-or-preparing`),_e(g)}}async function se(s,o,u){if(!s&&typeof WebAssembly.instantiateStreaming=="function"&&!ee(o)&&!a)try{var f=fetch(o,{credentials:"same-origin"}),g=await WebAssembly.instantiateStreaming(f,u);return g}catch(w){b(`wasm streaming compile failed: ${w}`),b("falling back to ArrayBuffer instantiation")}return de(o,u)}function De(){return{env:Hh,wasi_snapshot_preview1:Hh}}async function Ae(){function s(R,L){return Qi=R.exports,Ht=Qi.memory,V(Ht,"memory not found in wasm exports"),Nt(),Ca=Qi.__indirect_function_table,V(Ca,"table not found in wasm exports"),l_(Qi),fe("wasm-instantiate"),Qi}xe("wasm-instantiate");var o=t;function u(R){return V(t===o,"the Module object should not be replaced during async compilation - perhaps the order of HTML elements is wrong?"),o=null,s(R.instance)}var f=De();if(t.instantiateWasm)return new Promise((R,L)=>{try{t.instantiateWasm(f,(B,Y)=>{R(s(B,Y))})}catch(B){b(`Module.instantiateWasm callback failed with error: ${B}`),L(B)}});ae??=le();var g=await se(Z,ae,f),w=u(g);return w}class Ie{name="ExitStatus";constructor(o){this.message=`Program terminated with exit(${o})`,this.status=o}}var Ze=s=>{for(;s.length>0;)s.shift()(t)},ct=[],Te=s=>ct.push(s),Qe=[],ut=s=>Qe.push(s);function ke(s,o="i8"){switch(o.endsWith("*")&&(o="*"),o){case"i1":return ft[s];case"i8":return ft[s];case"i16":return bt[s>>1];case"i32":return Ne[s>>2];case"i64":return q[s>>3];case"float":return ln[s>>2];case"double":return tn[s>>3];case"*":return Ke[s>>2];default:_e(`invalid type for getValue: ${o}`)}}var At=!0,Bt=s=>(V(typeof s=="number"),s>>>=0,"0x"+s.toString(16).padStart(8,"0"));function fi(s,o,u="i8"){switch(u.endsWith("*")&&(u="*"),u){case"i1":ft[s]=o;break;case"i8":ft[s]=o;break;case"i16":bt[s>>1]=o;break;case"i32":Ne[s>>2]=o;break;case"i64":q[s>>3]=BigInt(o);break;case"float":ln[s>>2]=o;break;case"double":tn[s>>3]=o;break;case"*":Ke[s>>2]=o;break;default:_e(`invalid type for setValue: ${u}`)}}var Se=s=>Uh(s),ve=()=>Bh(),jn=s=>{jn.shown||={},jn.shown[s]||(jn.shown[s]=1,a&&(s="warning: "+s),b(s))},es=typeof TextDecoder<"u"?new TextDecoder:void 0,pi=(s,o=0,u=NaN)=>{for(var f=o+u,g=o;s[g]&&!(g>=f);)++g;if(g-o>16&&s.buffer&&es)return es.decode(s.subarray(o,g));for(var w="";o<g;){var R=s[o++];if(!(R&128)){w+=String.fromCharCode(R);continue}var L=s[o++]&63;if((R&224)==192){w+=String.fromCharCode((R&31)<<6|L);continue}var B=s[o++]&63;if((R&240)==224?R=(R&15)<<12|L<<6|B:((R&248)!=240&&jn("Invalid UTF-8 leading byte "+Bt(R)+" encountered when deserializing a UTF-8 string in wasm memory to a JS string!"),R=(R&7)<<18|L<<12|B<<6|s[o++]&63),R<65536)w+=String.fromCharCode(R);else{var Y=R-65536;w+=String.fromCharCode(55296|Y>>10,56320|Y&1023)}}return w},cn=(s,o)=>(V(typeof s=="number",`UTF8ToString expects a number (got ${typeof s})`),s?pi(It,s,o):""),ts=(s,o,u,f)=>_e(`Assertion failed: ${cn(s)}, at: `+[o?cn(o):"unknown filename",u,f?cn(f):"unknown function"]),Dn=[],$i=0,pr=s=>{var o=new mr(s);return o.get_caught()||(o.set_caught(!0),$i--),o.set_rethrown(!1),Dn.push(o),Ua(s),Gh(s)},va=()=>{if(!Dn.length)return 0;var s=Dn[Dn.length-1];return Ua(s.excPtr),s.excPtr},Fn=0,qi=()=>{be(0,0),V(Dn.length>0);var s=Dn.pop();uc(s.excPtr),Fn=0};class mr{constructor(o){this.excPtr=o,this.ptr=o-24}set_type(o){Ke[this.ptr+4>>2]=o}get_type(){return Ke[this.ptr+4>>2]}set_destructor(o){Ke[this.ptr+8>>2]=o}get_destructor(){return Ke[this.ptr+8>>2]}set_caught(o){o=o?1:0,ft[this.ptr+12]=o}get_caught(){return ft[this.ptr+12]!=0}set_rethrown(o){o=o?1:0,ft[this.ptr+13]=o}get_rethrown(){return ft[this.ptr+13]!=0}init(o,u){this.set_adjusted_ptr(0),this.set_type(o),this.set_destructor(u)}set_adjusted_ptr(o){Ke[this.ptr+16>>2]=o}get_adjusted_ptr(){return Ke[this.ptr+16>>2]}}var Yi=s=>Fh(s),gr=s=>{var o=Fn?.excPtr;if(!o)return Yi(0),0;var u=new mr(o);u.set_adjusted_ptr(o);var f=u.get_type();if(!f)return Yi(0),o;for(var g of s){if(g===0||g===f)break;var w=u.ptr+16;if(zh(g,f,w))return Yi(g),o}return Yi(f),o},Yl=()=>gr([]),Jl=s=>gr([s]),Zl=(s,o)=>gr([s,o]),ns=()=>{var s=Dn.pop();s||_e("no exception to throw");var o=s.excPtr;throw s.get_rethrown()||(Dn.push(s),s.set_rethrown(!0),s.set_caught(!1),$i++),Fn=new Re(o),Fn},D=s=>{if(s){var o=new mr(s);Dn.push(o),o.set_rethrown(!0),ns()}},$=(s,o,u)=>{var f=new mr(s);throw f.init(o,u),Fn=new Re(s),$i++,Fn},ie=()=>$i,te=s=>{throw Fn||(Fn=new Re(s)),Fn},J={isAbs:s=>s.charAt(0)==="/",splitPath:s=>{var o=/^(\/?|)([\s\S]*?)((?:\.{1,2}|[^\/]+?|)(\.[^.\/]*|))(?:[\/]*)$/;return o.exec(s).slice(1)},normalizeArray:(s,o)=>{for(var u=0,f=s.length-1;f>=0;f--){var g=s[f];g==="."?s.splice(f,1):g===".."?(s.splice(f,1),u++):u&&(s.splice(f,1),u--)}if(o)for(;u;u--)s.unshift("..");return s},normalize:s=>{var o=J.isAbs(s),u=s.slice(-1)==="/";return s=J.normalizeArray(s.split("/").filter(f=>!!f),!o).join("/"),!s&&!o&&(s="."),s&&u&&(s+="/"),(o?"/":"")+s},dirname:s=>{var o=J.splitPath(s),u=o[0],f=o[1];return!u&&!f?".":(f&&(f=f.slice(0,-1)),u+f)},basename:s=>s&&s.match(/([^\/]+|\/)\/*$/)[1],join:(...s)=>J.normalize(s.join("/")),join2:(s,o)=>J.normalize(s+"/"+o)},Fe=()=>{if(a){var s=c("crypto");return o=>s.randomFillSync(o)}return o=>crypto.getRandomValues(o)},We=s=>{(We=Fe())(s)},Ce={resolve:(...s)=>{for(var o="",u=!1,f=s.length-1;f>=-1&&!u;f--){var g=f>=0?s[f]:E.cwd();if(typeof g!="string")throw new TypeError("Arguments to path.resolve must be strings");if(!g)return"";o=g+"/"+o,u=J.isAbs(g)}return o=J.normalizeArray(o.split("/").filter(w=>!!w),!u).join("/"),(u?"/":"")+o||"."},relative:(s,o)=>{s=Ce.resolve(s).slice(1),o=Ce.resolve(o).slice(1);function u(Y){for(var ne=0;ne<Y.length&&Y[ne]==="";ne++);for(var oe=Y.length-1;oe>=0&&Y[oe]==="";oe--);return ne>oe?[]:Y.slice(ne,oe-ne+1)}for(var f=u(s.split("/")),g=u(o.split("/")),w=Math.min(f.length,g.length),R=w,L=0;L<w;L++)if(f[L]!==g[L]){R=L;break}for(var B=[],L=R;L<f.length;L++)B.push("..");return B=B.concat(g.slice(R)),B.join("/")}},Be=[],Xe=s=>{for(var o=0,u=0;u<s.length;++u){var f=s.charCodeAt(u);f<=127?o++:f<=2047?o+=2:f>=55296&&f<=57343?(o+=4,++u):o+=3}return o},st=(s,o,u,f)=>{if(V(typeof s=="string",`stringToUTF8Array expects a string (got ${typeof s})`),!(f>0))return 0;for(var g=u,w=u+f-1,R=0;R<s.length;++R){var L=s.codePointAt(R);if(L<=127){if(u>=w)break;o[u++]=L}else if(L<=2047){if(u+1>=w)break;o[u++]=192|L>>6,o[u++]=128|L&63}else if(L<=65535){if(u+2>=w)break;o[u++]=224|L>>12,o[u++]=128|L>>6&63,o[u++]=128|L&63}else{if(u+3>=w)break;L>1114111&&jn("Invalid Unicode code point "+Bt(L)+" encountered when serializing a JS string to a UTF-8 string in wasm memory! (Valid unicode code points should be in range 0-0x10FFFF)."),o[u++]=240|L>>18,o[u++]=128|L>>12&63,o[u++]=128|L>>6&63,o[u++]=128|L&63,R++}}return o[u]=0,u-g},mt=(s,o,u)=>{var f=u>0?u:Xe(s)+1,g=new Array(f),w=st(s,g,0,g.length);return o&&(g.length=w),g},qe=()=>{if(!Be.length){var s=null;if(a){var o=256,u=Buffer.alloc(o),f=0,g=process.stdin.fd;try{f=C.readSync(g,u,0,o)}catch(w){if(w.toString().includes("EOF"))f=0;else throw w}f>0&&(s=u.slice(0,f).toString("utf-8"))}else typeof window<"u"&&typeof window.prompt=="function"&&(s=window.prompt("Input: "),s!==null&&(s+=`
`));if(!s)return null;Be=mt(s,!0)}return Be.shift()},ot={ttys:[],init(){},shutdown(){},register(s,o){ot.ttys[s]={input:[],output:[],ops:o},E.registerDevice(s,ot.stream_ops)},stream_ops:{open(s){var o=ot.ttys[s.node.rdev];if(!o)throw new E.ErrnoError(43);s.tty=o,s.seekable=!1},close(s){s.tty.ops.fsync(s.tty)},fsync(s){s.tty.ops.fsync(s.tty)},read(s,o,u,f,g){if(!s.tty||!s.tty.ops.get_char)throw new E.ErrnoError(60);for(var w=0,R=0;R<f;R++){var L;try{L=s.tty.ops.get_char(s.tty)}catch{throw new E.ErrnoError(29)}if(L===void 0&&w===0)throw new E.ErrnoError(6);if(L==null)break;w++,o[u+R]=L}return w&&(s.node.atime=Date.now()),w},write(s,o,u,f,g){if(!s.tty||!s.tty.ops.put_char)throw new E.ErrnoError(60);try{for(var w=0;w<f;w++)s.tty.ops.put_char(s.tty,o[u+w])}catch{throw new E.ErrnoError(29)}return f&&(s.node.mtime=s.node.ctime=Date.now()),w}},default_tty_ops:{get_char(s){return qe()},put_char(s,o){o===null||o===10?(A(pi(s.output)),s.output=[]):o!=0&&s.output.push(o)},fsync(s){s.output?.length>0&&(A(pi(s.output)),s.output=[])},ioctl_tcgets(s){return{c_iflag:25856,c_oflag:5,c_cflag:191,c_lflag:35387,c_cc:[3,28,127,21,4,0,1,0,17,19,26,0,18,15,23,22,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]}},ioctl_tcsets(s,o,u){return 0},ioctl_tiocgwinsz(s){return[24,80]}},default_tty1_ops:{put_char(s,o){o===null||o===10?(b(pi(s.output)),s.output=[]):o!=0&&s.output.push(o)},fsync(s){s.output?.length>0&&(b(pi(s.output)),s.output=[])}}},Vt=s=>{_e("internal error: mmapAlloc called but `emscripten_builtin_memalign` native symbol not exported")},He={ops_table:null,mount(s){return He.createNode(null,"/",16895,0)},createNode(s,o,u,f){if(E.isBlkdev(u)||E.isFIFO(u))throw new E.ErrnoError(63);He.ops_table||={dir:{node:{getattr:He.node_ops.getattr,setattr:He.node_ops.setattr,lookup:He.node_ops.lookup,mknod:He.node_ops.mknod,rename:He.node_ops.rename,unlink:He.node_ops.unlink,rmdir:He.node_ops.rmdir,readdir:He.node_ops.readdir,symlink:He.node_ops.symlink},stream:{llseek:He.stream_ops.llseek}},file:{node:{getattr:He.node_ops.getattr,setattr:He.node_ops.setattr},stream:{llseek:He.stream_ops.llseek,read:He.stream_ops.read,write:He.stream_ops.write,mmap:He.stream_ops.mmap,msync:He.stream_ops.msync}},link:{node:{getattr:He.node_ops.getattr,setattr:He.node_ops.setattr,readlink:He.node_ops.readlink},stream:{}},chrdev:{node:{getattr:He.node_ops.getattr,setattr:He.node_ops.setattr},stream:E.chrdev_stream_ops}};var g=E.createNode(s,o,u,f);return E.isDir(g.mode)?(g.node_ops=He.ops_table.dir.node,g.stream_ops=He.ops_table.dir.stream,g.contents={}):E.isFile(g.mode)?(g.node_ops=He.ops_table.file.node,g.stream_ops=He.ops_table.file.stream,g.usedBytes=0,g.contents=null):E.isLink(g.mode)?(g.node_ops=He.ops_table.link.node,g.stream_ops=He.ops_table.link.stream):E.isChrdev(g.mode)&&(g.node_ops=He.ops_table.chrdev.node,g.stream_ops=He.ops_table.chrdev.stream),g.atime=g.mtime=g.ctime=Date.now(),s&&(s.contents[o]=g,s.atime=s.mtime=s.ctime=g.atime),g},getFileDataAsTypedArray(s){return s.contents?s.contents.subarray?s.contents.subarray(0,s.usedBytes):new Uint8Array(s.contents):new Uint8Array(0)},expandFileStorage(s,o){var u=s.contents?s.contents.length:0;if(!(u>=o)){var f=1024*1024;o=Math.max(o,u*(u<f?2:1.125)>>>0),u!=0&&(o=Math.max(o,256));var g=s.contents;s.contents=new Uint8Array(o),s.usedBytes>0&&s.contents.set(g.subarray(0,s.usedBytes),0)}},resizeFileStorage(s,o){if(s.usedBytes!=o)if(o==0)s.contents=null,s.usedBytes=0;else{var u=s.contents;s.contents=new Uint8Array(o),u&&s.contents.set(u.subarray(0,Math.min(o,s.usedBytes))),s.usedBytes=o}},node_ops:{getattr(s){var o={};return o.dev=E.isChrdev(s.mode)?s.id:1,o.ino=s.id,o.mode=s.mode,o.nlink=1,o.uid=0,o.gid=0,o.rdev=s.rdev,E.isDir(s.mode)?o.size=4096:E.isFile(s.mode)?o.size=s.usedBytes:E.isLink(s.mode)?o.size=s.link.length:o.size=0,o.atime=new Date(s.atime),o.mtime=new Date(s.mtime),o.ctime=new Date(s.ctime),o.blksize=4096,o.blocks=Math.ceil(o.size/o.blksize),o},setattr(s,o){for(let u of["mode","atime","mtime","ctime"])o[u]!=null&&(s[u]=o[u]);o.size!==void 0&&He.resizeFileStorage(s,o.size)},lookup(s,o){throw new E.ErrnoError(44)},mknod(s,o,u,f){return He.createNode(s,o,u,f)},rename(s,o,u){var f;try{f=E.lookupNode(o,u)}catch{}if(f){if(E.isDir(s.mode))for(var g in f.contents)throw new E.ErrnoError(55);E.hashRemoveNode(f)}delete s.parent.contents[s.name],o.contents[u]=s,s.name=u,o.ctime=o.mtime=s.parent.ctime=s.parent.mtime=Date.now()},unlink(s,o){delete s.contents[o],s.ctime=s.mtime=Date.now()},rmdir(s,o){var u=E.lookupNode(s,o);for(var f in u.contents)throw new E.ErrnoError(55);delete s.contents[o],s.ctime=s.mtime=Date.now()},readdir(s){return[".","..",...Object.keys(s.contents)]},symlink(s,o,u){var f=He.createNode(s,o,41471,0);return f.link=u,f},readlink(s){if(!E.isLink(s.mode))throw new E.ErrnoError(28);return s.link}},stream_ops:{read(s,o,u,f,g){var w=s.node.contents;if(g>=s.node.usedBytes)return 0;var R=Math.min(s.node.usedBytes-g,f);if(V(R>=0),R>8&&w.subarray)o.set(w.subarray(g,g+R),u);else for(var L=0;L<R;L++)o[u+L]=w[g+L];return R},write(s,o,u,f,g,w){if(V(!(o instanceof ArrayBuffer)),o.buffer===ft.buffer&&(w=!1),!f)return 0;var R=s.node;if(R.mtime=R.ctime=Date.now(),o.subarray&&(!R.contents||R.contents.subarray)){if(w)return V(g===0,"canOwn must imply no weird position inside the file"),R.contents=o.subarray(u,u+f),R.usedBytes=f,f;if(R.usedBytes===0&&g===0)return R.contents=o.slice(u,u+f),R.usedBytes=f,f;if(g+f<=R.usedBytes)return R.contents.set(o.subarray(u,u+f),g),f}if(He.expandFileStorage(R,g+f),R.contents.subarray&&o.subarray)R.contents.set(o.subarray(u,u+f),g);else for(var L=0;L<f;L++)R.contents[g+L]=o[u+L];return R.usedBytes=Math.max(R.usedBytes,g+f),f},llseek(s,o,u){var f=o;if(u===1?f+=s.position:u===2&&E.isFile(s.node.mode)&&(f+=s.node.usedBytes),f<0)throw new E.ErrnoError(28);return f},mmap(s,o,u,f,g){if(!E.isFile(s.node.mode))throw new E.ErrnoError(43);var w,R,L=s.node.contents;if(!(g&2)&&L&&L.buffer===ft.buffer)R=!1,w=L.byteOffset;else{if(R=!0,w=Vt(o),!w)throw new E.ErrnoError(48);L&&((u>0||u+o<L.length)&&(L.subarray?L=L.subarray(u,u+o):L=Array.prototype.slice.call(L,u,u+o)),ft.set(L,w))}return{ptr:w,allocated:R}},msync(s,o,u,f,g){return He.stream_ops.write(s,o,0,f,u,!1),0}}},Lt=async s=>{var o=await S(s);return V(o,`Loading data file "${s}" failed (no arrayBuffer).`),new Uint8Array(o)},Yt=(...s)=>E.createDataFile(...s),Ye=s=>{for(var o=s;;){if(!P[s])return s;s=o+Math.random()}},nn=[],wt=(s,o,u,f)=>{typeof Browser<"u"&&Browser.init();var g=!1;return nn.forEach(w=>{g||w.canHandle(o)&&(w.handle(s,o,u,f),g=!0)}),g},Kn=(s,o,u,f,g,w,R,L,B,Y)=>{var ne=o?Ce.resolve(J.join2(s,o)):s,oe=Ye(`cp ${ne}`);function pe(ce){function ye(nt){Y?.(),L||Yt(s,o,nt,f,g,B),w?.(),fe(oe)}wt(ce,ne,ye,()=>{R?.(),fe(oe)})||ye(ce)}xe(oe),typeof u=="string"?Lt(u).then(pe,R):pe(u)},rn=s=>{var o={r:0,"r+":2,w:577,"w+":578,a:1089,"a+":1090},u=o[s];if(typeof u>"u")throw new Error(`Unknown file open mode: ${s}`);return u},Ci=(s,o)=>{var u=0;return s&&(u|=365),o&&(u|=146),u},Qn=s=>cn(Dh(s)),ei={EPERM:63,ENOENT:44,ESRCH:71,EINTR:27,EIO:29,ENXIO:60,E2BIG:1,ENOEXEC:45,EBADF:8,ECHILD:12,EAGAIN:6,EWOULDBLOCK:6,ENOMEM:48,EACCES:2,EFAULT:21,ENOTBLK:105,EBUSY:10,EEXIST:20,EXDEV:75,ENODEV:43,ENOTDIR:54,EISDIR:31,EINVAL:28,ENFILE:41,EMFILE:33,ENOTTY:59,ETXTBSY:74,EFBIG:22,ENOSPC:51,ESPIPE:70,EROFS:69,EMLINK:34,EPIPE:64,EDOM:18,ERANGE:68,ENOMSG:49,EIDRM:24,ECHRNG:106,EL2NSYNC:156,EL3HLT:107,EL3RST:108,ELNRNG:109,EUNATCH:110,ENOCSI:111,EL2HLT:112,EDEADLK:16,ENOLCK:46,EBADE:113,EBADR:114,EXFULL:115,ENOANO:104,EBADRQC:103,EBADSLT:102,EDEADLOCK:16,EBFONT:101,ENOSTR:100,ENODATA:116,ETIME:117,ENOSR:118,ENONET:119,ENOPKG:120,EREMOTE:121,ENOLINK:47,EADV:122,ESRMNT:123,ECOMM:124,EPROTO:65,EMULTIHOP:36,EDOTDOT:125,EBADMSG:9,ENOTUNIQ:126,EBADFD:127,EREMCHG:128,ELIBACC:129,ELIBBAD:130,ELIBSCN:131,ELIBMAX:132,ELIBEXEC:133,ENOSYS:52,ENOTEMPTY:55,ENAMETOOLONG:37,ELOOP:32,EOPNOTSUPP:138,EPFNOSUPPORT:139,ECONNRESET:15,ENOBUFS:42,EAFNOSUPPORT:5,EPROTOTYPE:67,ENOTSOCK:57,ENOPROTOOPT:50,ESHUTDOWN:140,ECONNREFUSED:14,EADDRINUSE:3,ECONNABORTED:13,ENETUNREACH:40,ENETDOWN:38,ETIMEDOUT:73,EHOSTDOWN:142,EHOSTUNREACH:23,EINPROGRESS:26,EALREADY:7,EDESTADDRREQ:17,EMSGSIZE:35,EPROTONOSUPPORT:66,ESOCKTNOSUPPORT:137,EADDRNOTAVAIL:4,ENETRESET:39,EISCONN:30,ENOTCONN:53,ETOOMANYREFS:141,EUSERS:136,EDQUOT:19,ESTALE:72,ENOTSUP:138,ENOMEDIUM:148,EILSEQ:25,EOVERFLOW:61,ECANCELED:11,ENOTRECOVERABLE:56,EOWNERDEAD:62,ESTRPIPE:135},E={root:null,mounts:[],devices:{},streams:[],nextInode:1,nameTable:null,currentPath:"/",initialized:!1,ignorePermissions:!0,filesystems:null,syncFSRequests:0,readFiles:{},ErrnoError:class extends Error{name="ErrnoError";constructor(s){super(Ct?Qn(s):""),this.errno=s;for(var o in ei)if(ei[o]===s){this.code=o;break}}},FSStream:class{shared={};get object(){return this.node}set object(s){this.node=s}get isRead(){return(this.flags&2097155)!==1}get isWrite(){return(this.flags&2097155)!==0}get isAppend(){return this.flags&1024}get flags(){return this.shared.flags}set flags(s){this.shared.flags=s}get position(){return this.shared.position}set position(s){this.shared.position=s}},FSNode:class{node_ops={};stream_ops={};readMode=365;writeMode=146;mounted=null;constructor(s,o,u,f){s||(s=this),this.parent=s,this.mount=s.mount,this.id=E.nextInode++,this.name=o,this.mode=u,this.rdev=f,this.atime=this.mtime=this.ctime=Date.now()}get read(){return(this.mode&this.readMode)===this.readMode}set read(s){s?this.mode|=this.readMode:this.mode&=~this.readMode}get write(){return(this.mode&this.writeMode)===this.writeMode}set write(s){s?this.mode|=this.writeMode:this.mode&=~this.writeMode}get isFolder(){return E.isDir(this.mode)}get isDevice(){return E.isChrdev(this.mode)}},lookupPath(s,o={}){if(!s)throw new E.ErrnoError(44);o.follow_mount??=!0,J.isAbs(s)||(s=E.cwd()+"/"+s);e:for(var u=0;u<40;u++){for(var f=s.split("/").filter(Y=>!!Y),g=E.root,w="/",R=0;R<f.length;R++){var L=R===f.length-1;if(L&&o.parent)break;if(f[R]!=="."){if(f[R]===".."){if(w=J.dirname(w),E.isRoot(g)){s=w+"/"+f.slice(R+1).join("/");continue e}else g=g.parent;continue}w=J.join2(w,f[R]);try{g=E.lookupNode(g,f[R])}catch(Y){if(Y?.errno===44&&L&&o.noent_okay)return{path:w};throw Y}if(E.isMountpoint(g)&&(!L||o.follow_mount)&&(g=g.mounted.root),E.isLink(g.mode)&&(!L||o.follow)){if(!g.node_ops.readlink)throw new E.ErrnoError(52);var B=g.node_ops.readlink(g);J.isAbs(B)||(B=J.dirname(w)+"/"+B),s=B+"/"+f.slice(R+1).join("/");continue e}}}return{path:w,node:g}}throw new E.ErrnoError(32)},getPath(s){for(var o;;){if(E.isRoot(s)){var u=s.mount.mountpoint;return o?u[u.length-1]!=="/"?`${u}/${o}`:u+o:u}o=o?`${s.name}/${o}`:s.name,s=s.parent}},hashName(s,o){for(var u=0,f=0;f<o.length;f++)u=(u<<5)-u+o.charCodeAt(f)|0;return(s+u>>>0)%E.nameTable.length},hashAddNode(s){var o=E.hashName(s.parent.id,s.name);s.name_next=E.nameTable[o],E.nameTable[o]=s},hashRemoveNode(s){var o=E.hashName(s.parent.id,s.name);if(E.nameTable[o]===s)E.nameTable[o]=s.name_next;else for(var u=E.nameTable[o];u;){if(u.name_next===s){u.name_next=s.name_next;break}u=u.name_next}},lookupNode(s,o){var u=E.mayLookup(s);if(u)throw new E.ErrnoError(u);for(var f=E.hashName(s.id,o),g=E.nameTable[f];g;g=g.name_next){var w=g.name;if(g.parent.id===s.id&&w===o)return g}return E.lookup(s,o)},createNode(s,o,u,f){V(typeof s=="object");var g=new E.FSNode(s,o,u,f);return E.hashAddNode(g),g},destroyNode(s){E.hashRemoveNode(s)},isRoot(s){return s===s.parent},isMountpoint(s){return!!s.mounted},isFile(s){return(s&61440)===32768},isDir(s){return(s&61440)===16384},isLink(s){return(s&61440)===40960},isChrdev(s){return(s&61440)===8192},isBlkdev(s){return(s&61440)===24576},isFIFO(s){return(s&61440)===4096},isSocket(s){return(s&49152)===49152},flagsToPermissionString(s){var o=["r","w","rw"][s&3];return s&512&&(o+="w"),o},nodePermissions(s,o){return E.ignorePermissions?0:o.includes("r")&&!(s.mode&292)||o.includes("w")&&!(s.mode&146)||o.includes("x")&&!(s.mode&73)?2:0},mayLookup(s){if(!E.isDir(s.mode))return 54;var o=E.nodePermissions(s,"x");return o||(s.node_ops.lookup?0:2)},mayCreate(s,o){if(!E.isDir(s.mode))return 54;try{var u=E.lookupNode(s,o);return 20}catch{}return E.nodePermissions(s,"wx")},mayDelete(s,o,u){var f;try{f=E.lookupNode(s,o)}catch(w){return w.errno}var g=E.nodePermissions(s,"wx");if(g)return g;if(u){if(!E.isDir(f.mode))return 54;if(E.isRoot(f)||E.getPath(f)===E.cwd())return 10}else if(E.isDir(f.mode))return 31;return 0},mayOpen(s,o){return s?E.isLink(s.mode)?32:E.isDir(s.mode)&&(E.flagsToPermissionString(o)!=="r"||o&576)?31:E.nodePermissions(s,E.flagsToPermissionString(o)):44},checkOpExists(s,o){if(!s)throw new E.ErrnoError(o);return s},MAX_OPEN_FDS:4096,nextfd(){for(var s=0;s<=E.MAX_OPEN_FDS;s++)if(!E.streams[s])return s;throw new E.ErrnoError(33)},getStreamChecked(s){var o=E.getStream(s);if(!o)throw new E.ErrnoError(8);return o},getStream:s=>E.streams[s],createStream(s,o=-1){return V(o>=-1),s=Object.assign(new E.FSStream,s),o==-1&&(o=E.nextfd()),s.fd=o,E.streams[o]=s,s},closeStream(s){E.streams[s]=null},dupStream(s,o=-1){var u=E.createStream(s,o);return u.stream_ops?.dup?.(u),u},doSetAttr(s,o,u){var f=s?.stream_ops.setattr,g=f?s:o;f??=o.node_ops.setattr,E.checkOpExists(f,63),f(g,u)},chrdev_stream_ops:{open(s){var o=E.getDevice(s.node.rdev);s.stream_ops=o.stream_ops,s.stream_ops.open?.(s)},llseek(){throw new E.ErrnoError(70)}},major:s=>s>>8,minor:s=>s&255,makedev:(s,o)=>s<<8|o,registerDevice(s,o){E.devices[s]={stream_ops:o}},getDevice:s=>E.devices[s],getMounts(s){for(var o=[],u=[s];u.length;){var f=u.pop();o.push(f),u.push(...f.mounts)}return o},syncfs(s,o){typeof s=="function"&&(o=s,s=!1),E.syncFSRequests++,E.syncFSRequests>1&&b(`warning: ${E.syncFSRequests} FS.syncfs operations in flight at once, probably just doing extra work`);var u=E.getMounts(E.root.mount),f=0;function g(R){return V(E.syncFSRequests>0),E.syncFSRequests--,o(R)}function w(R){if(R)return w.errored?void 0:(w.errored=!0,g(R));++f>=u.length&&g(null)}u.forEach(R=>{if(!R.type.syncfs)return w(null);R.type.syncfs(R,s,w)})},mount(s,o,u){if(typeof s=="string")throw s;var f=u==="/",g=!u,w;if(f&&E.root)throw new E.ErrnoError(10);if(!f&&!g){var R=E.lookupPath(u,{follow_mount:!1});if(u=R.path,w=R.node,E.isMountpoint(w))throw new E.ErrnoError(10);if(!E.isDir(w.mode))throw new E.ErrnoError(54)}var L={type:s,opts:o,mountpoint:u,mounts:[]},B=s.mount(L);return B.mount=L,L.root=B,f?E.root=B:w&&(w.mounted=L,w.mount&&w.mount.mounts.push(L)),B},unmount(s){var o=E.lookupPath(s,{follow_mount:!1});if(!E.isMountpoint(o.node))throw new E.ErrnoError(28);var u=o.node,f=u.mounted,g=E.getMounts(f);Object.keys(E.nameTable).forEach(R=>{for(var L=E.nameTable[R];L;){var B=L.name_next;g.includes(L.mount)&&E.destroyNode(L),L=B}}),u.mounted=null;var w=u.mount.mounts.indexOf(f);V(w!==-1),u.mount.mounts.splice(w,1)},lookup(s,o){return s.node_ops.lookup(s,o)},mknod(s,o,u){var f=E.lookupPath(s,{parent:!0}),g=f.node,w=J.basename(s);if(!w)throw new E.ErrnoError(28);if(w==="."||w==="..")throw new E.ErrnoError(20);var R=E.mayCreate(g,w);if(R)throw new E.ErrnoError(R);if(!g.node_ops.mknod)throw new E.ErrnoError(63);return g.node_ops.mknod(g,w,o,u)},statfs(s){return E.statfsNode(E.lookupPath(s,{follow:!0}).node)},statfsStream(s){return E.statfsNode(s.node)},statfsNode(s){var o={bsize:4096,frsize:4096,blocks:1e6,bfree:5e5,bavail:5e5,files:E.nextInode,ffree:E.nextInode-1,fsid:42,flags:2,namelen:255};return s.node_ops.statfs&&Object.assign(o,s.node_ops.statfs(s.mount.opts.root)),o},create(s,o=438){return o&=4095,o|=32768,E.mknod(s,o,0)},mkdir(s,o=511){return o&=1023,o|=16384,E.mknod(s,o,0)},mkdirTree(s,o){var u=s.split("/"),f="";for(var g of u)if(g){(f||J.isAbs(s))&&(f+="/"),f+=g;try{E.mkdir(f,o)}catch(w){if(w.errno!=20)throw w}}},mkdev(s,o,u){return typeof u>"u"&&(u=o,o=438),o|=8192,E.mknod(s,o,u)},symlink(s,o){if(!Ce.resolve(s))throw new E.ErrnoError(44);var u=E.lookupPath(o,{parent:!0}),f=u.node;if(!f)throw new E.ErrnoError(44);var g=J.basename(o),w=E.mayCreate(f,g);if(w)throw new E.ErrnoError(w);if(!f.node_ops.symlink)throw new E.ErrnoError(63);return f.node_ops.symlink(f,g,s)},rename(s,o){var u=J.dirname(s),f=J.dirname(o),g=J.basename(s),w=J.basename(o),R,L,B;if(R=E.lookupPath(s,{parent:!0}),L=R.node,R=E.lookupPath(o,{parent:!0}),B=R.node,!L||!B)throw new E.ErrnoError(44);if(L.mount!==B.mount)throw new E.ErrnoError(75);var Y=E.lookupNode(L,g),ne=Ce.relative(s,f);if(ne.charAt(0)!==".")throw new E.ErrnoError(28);if(ne=Ce.relative(o,u),ne.charAt(0)!==".")throw new E.ErrnoError(55);var oe;try{oe=E.lookupNode(B,w)}catch{}if(Y!==oe){var pe=E.isDir(Y.mode),ce=E.mayDelete(L,g,pe);if(ce)throw new E.ErrnoError(ce);if(ce=oe?E.mayDelete(B,w,pe):E.mayCreate(B,w),ce)throw new E.ErrnoError(ce);if(!L.node_ops.rename)throw new E.ErrnoError(63);if(E.isMountpoint(Y)||oe&&E.isMountpoint(oe))throw new E.ErrnoError(10);if(B!==L&&(ce=E.nodePermissions(L,"w"),ce))throw new E.ErrnoError(ce);E.hashRemoveNode(Y);try{L.node_ops.rename(Y,B,w),Y.parent=B}catch(ye){throw ye}finally{E.hashAddNode(Y)}}},rmdir(s){var o=E.lookupPath(s,{parent:!0}),u=o.node,f=J.basename(s),g=E.lookupNode(u,f),w=E.mayDelete(u,f,!0);if(w)throw new E.ErrnoError(w);if(!u.node_ops.rmdir)throw new E.ErrnoError(63);if(E.isMountpoint(g))throw new E.ErrnoError(10);u.node_ops.rmdir(u,f),E.destroyNode(g)},readdir(s){var o=E.lookupPath(s,{follow:!0}),u=o.node,f=E.checkOpExists(u.node_ops.readdir,54);return f(u)},unlink(s){var o=E.lookupPath(s,{parent:!0}),u=o.node;if(!u)throw new E.ErrnoError(44);var f=J.basename(s),g=E.lookupNode(u,f),w=E.mayDelete(u,f,!1);if(w)throw new E.ErrnoError(w);if(!u.node_ops.unlink)throw new E.ErrnoError(63);if(E.isMountpoint(g))throw new E.ErrnoError(10);u.node_ops.unlink(u,f),E.destroyNode(g)},readlink(s){var o=E.lookupPath(s),u=o.node;if(!u)throw new E.ErrnoError(44);if(!u.node_ops.readlink)throw new E.ErrnoError(28);return u.node_ops.readlink(u)},stat(s,o){var u=E.lookupPath(s,{follow:!o}),f=u.node,g=E.checkOpExists(f.node_ops.getattr,63);return g(f)},fstat(s){var o=E.getStreamChecked(s),u=o.node,f=o.stream_ops.getattr,g=f?o:u;return f??=u.node_ops.getattr,E.checkOpExists(f,63),f(g)},lstat(s){return E.stat(s,!0)},doChmod(s,o,u,f){E.doSetAttr(s,o,{mode:u&4095|o.mode&-4096,ctime:Date.now(),dontFollow:f})},chmod(s,o,u){var f;if(typeof s=="string"){var g=E.lookupPath(s,{follow:!u});f=g.node}else f=s;E.doChmod(null,f,o,u)},lchmod(s,o){E.chmod(s,o,!0)},fchmod(s,o){var u=E.getStreamChecked(s);E.doChmod(u,u.node,o,!1)},doChown(s,o,u){E.doSetAttr(s,o,{timestamp:Date.now(),dontFollow:u})},chown(s,o,u,f){var g;if(typeof s=="string"){var w=E.lookupPath(s,{follow:!f});g=w.node}else g=s;E.doChown(null,g,f)},lchown(s,o,u){E.chown(s,o,u,!0)},fchown(s,o,u){var f=E.getStreamChecked(s);E.doChown(f,f.node,!1)},doTruncate(s,o,u){if(E.isDir(o.mode))throw new E.ErrnoError(31);if(!E.isFile(o.mode))throw new E.ErrnoError(28);var f=E.nodePermissions(o,"w");if(f)throw new E.ErrnoError(f);E.doSetAttr(s,o,{size:u,timestamp:Date.now()})},truncate(s,o){if(o<0)throw new E.ErrnoError(28);var u;if(typeof s=="string"){var f=E.lookupPath(s,{follow:!0});u=f.node}else u=s;E.doTruncate(null,u,o)},ftruncate(s,o){var u=E.getStreamChecked(s);if(o<0||(u.flags&2097155)===0)throw new E.ErrnoError(28);E.doTruncate(u,u.node,o)},utime(s,o,u){var f=E.lookupPath(s,{follow:!0}),g=f.node,w=E.checkOpExists(g.node_ops.setattr,63);w(g,{atime:o,mtime:u})},open(s,o,u=438){if(s==="")throw new E.ErrnoError(44);o=typeof o=="string"?rn(o):o,o&64?u=u&4095|32768:u=0;var f,g;if(typeof s=="object")f=s;else{g=s.endsWith("/");var w=E.lookupPath(s,{follow:!(o&131072),noent_okay:!0});f=w.node,s=w.path}var R=!1;if(o&64)if(f){if(o&128)throw new E.ErrnoError(20)}else{if(g)throw new E.ErrnoError(31);f=E.mknod(s,u|511,0),R=!0}if(!f)throw new E.ErrnoError(44);if(E.isChrdev(f.mode)&&(o&=-513),o&65536&&!E.isDir(f.mode))throw new E.ErrnoError(54);if(!R){var L=E.mayOpen(f,o);if(L)throw new E.ErrnoError(L)}o&512&&!R&&E.truncate(f,0),o&=-131713;var B=E.createStream({node:f,path:E.getPath(f),flags:o,seekable:!0,position:0,stream_ops:f.stream_ops,ungotten:[],error:!1});return B.stream_ops.open&&B.stream_ops.open(B),R&&E.chmod(f,u&511),t.logReadFiles&&!(o&1)&&(s in E.readFiles||(E.readFiles[s]=1)),B},close(s){if(E.isClosed(s))throw new E.ErrnoError(8);s.getdents&&(s.getdents=null);try{s.stream_ops.close&&s.stream_ops.close(s)}catch(o){throw o}finally{E.closeStream(s.fd)}s.fd=null},isClosed(s){return s.fd===null},llseek(s,o,u){if(E.isClosed(s))throw new E.ErrnoError(8);if(!s.seekable||!s.stream_ops.llseek)throw new E.ErrnoError(70);if(u!=0&&u!=1&&u!=2)throw new E.ErrnoError(28);return s.position=s.stream_ops.llseek(s,o,u),s.ungotten=[],s.position},read(s,o,u,f,g){if(V(u>=0),f<0||g<0)throw new E.ErrnoError(28);if(E.isClosed(s))throw new E.ErrnoError(8);if((s.flags&2097155)===1)throw new E.ErrnoError(8);if(E.isDir(s.node.mode))throw new E.ErrnoError(31);if(!s.stream_ops.read)throw new E.ErrnoError(28);var w=typeof g<"u";if(!w)g=s.position;else if(!s.seekable)throw new E.ErrnoError(70);var R=s.stream_ops.read(s,o,u,f,g);return w||(s.position+=R),R},write(s,o,u,f,g,w){if(V(u>=0),f<0||g<0)throw new E.ErrnoError(28);if(E.isClosed(s))throw new E.ErrnoError(8);if((s.flags&2097155)===0)throw new E.ErrnoError(8);if(E.isDir(s.node.mode))throw new E.ErrnoError(31);if(!s.stream_ops.write)throw new E.ErrnoError(28);s.seekable&&s.flags&1024&&E.llseek(s,0,2);var R=typeof g<"u";if(!R)g=s.position;else if(!s.seekable)throw new E.ErrnoError(70);var L=s.stream_ops.write(s,o,u,f,g,w);return R||(s.position+=L),L},mmap(s,o,u,f,g){if((f&2)!==0&&(g&2)===0&&(s.flags&2097155)!==2)throw new E.ErrnoError(2);if((s.flags&2097155)===1)throw new E.ErrnoError(2);if(!s.stream_ops.mmap)throw new E.ErrnoError(43);if(!o)throw new E.ErrnoError(28);return s.stream_ops.mmap(s,o,u,f,g)},msync(s,o,u,f,g){return V(u>=0),s.stream_ops.msync?s.stream_ops.msync(s,o,u,f,g):0},ioctl(s,o,u){if(!s.stream_ops.ioctl)throw new E.ErrnoError(59);return s.stream_ops.ioctl(s,o,u)},readFile(s,o={}){if(o.flags=o.flags||0,o.encoding=o.encoding||"binary",o.encoding!=="utf8"&&o.encoding!=="binary")throw new Error(`Invalid encoding type "${o.encoding}"`);var u=E.open(s,o.flags),f=E.stat(s),g=f.size,w=new Uint8Array(g);return E.read(u,w,0,g,0),o.encoding==="utf8"&&(w=pi(w)),E.close(u),w},writeFile(s,o,u={}){u.flags=u.flags||577;var f=E.open(s,u.flags,u.mode);if(typeof o=="string"&&(o=new Uint8Array(mt(o,!0))),ArrayBuffer.isView(o))E.write(f,o,0,o.byteLength,void 0,u.canOwn);else throw new Error("Unsupported data type");E.close(f)},cwd:()=>E.currentPath,chdir(s){var o=E.lookupPath(s,{follow:!0});if(o.node===null)throw new E.ErrnoError(44);if(!E.isDir(o.node.mode))throw new E.ErrnoError(54);var u=E.nodePermissions(o.node,"x");if(u)throw new E.ErrnoError(u);E.currentPath=o.path},createDefaultDirectories(){E.mkdir("/tmp"),E.mkdir("/home"),E.mkdir("/home/web_user")},createDefaultDevices(){E.mkdir("/dev"),E.registerDevice(E.makedev(1,3),{read:()=>0,write:(f,g,w,R,L)=>R,llseek:()=>0}),E.mkdev("/dev/null",E.makedev(1,3)),ot.register(E.makedev(5,0),ot.default_tty_ops),ot.register(E.makedev(6,0),ot.default_tty1_ops),E.mkdev("/dev/tty",E.makedev(5,0)),E.mkdev("/dev/tty1",E.makedev(6,0));var s=new Uint8Array(1024),o=0,u=()=>(o===0&&(We(s),o=s.byteLength),s[--o]);E.createDevice("/dev","random",u),E.createDevice("/dev","urandom",u),E.mkdir("/dev/shm"),E.mkdir("/dev/shm/tmp")},createSpecialDirectories(){E.mkdir("/proc");var s=E.mkdir("/proc/self");E.mkdir("/proc/self/fd"),E.mount({mount(){var o=E.createNode(s,"fd",16895,73);return o.stream_ops={llseek:He.stream_ops.llseek},o.node_ops={lookup(u,f){var g=+f,w=E.getStreamChecked(g),R={parent:null,mount:{mountpoint:"fake"},node_ops:{readlink:()=>w.path},id:g+1};return R.parent=R,R},readdir(){return Array.from(E.streams.entries()).filter(([u,f])=>f).map(([u,f])=>u.toString())}},o}},{},"/proc/self/fd")},createStandardStreams(s,o,u){s?E.createDevice("/dev","stdin",s):E.symlink("/dev/tty","/dev/stdin"),o?E.createDevice("/dev","stdout",null,o):E.symlink("/dev/tty","/dev/stdout"),u?E.createDevice("/dev","stderr",null,u):E.symlink("/dev/tty1","/dev/stderr");var f=E.open("/dev/stdin",0),g=E.open("/dev/stdout",1),w=E.open("/dev/stderr",1);V(f.fd===0,`invalid handle for stdin (${f.fd})`),V(g.fd===1,`invalid handle for stdout (${g.fd})`),V(w.fd===2,`invalid handle for stderr (${w.fd})`)},staticInit(){E.nameTable=new Array(4096),E.mount(He,{},"/"),E.createDefaultDirectories(),E.createDefaultDevices(),E.createSpecialDirectories(),E.filesystems={MEMFS:He}},init(s,o,u){V(!E.initialized,"FS.init was previously called. If you want to initialize later with custom parameters, remove any earlier calls (note that one is automatically added to the generated code)"),E.initialized=!0,s??=t.stdin,o??=t.stdout,u??=t.stderr,E.createStandardStreams(s,o,u)},quit(){E.initialized=!1,lc(0);for(var s of E.streams)s&&E.close(s)},findObject(s,o){var u=E.analyzePath(s,o);return u.exists?u.object:null},analyzePath(s,o){try{var u=E.lookupPath(s,{follow:!o});s=u.path}catch{}var f={isRoot:!1,exists:!1,error:0,name:null,path:null,object:null,parentExists:!1,parentPath:null,parentObject:null};try{var u=E.lookupPath(s,{parent:!0});f.parentExists=!0,f.parentPath=u.path,f.parentObject=u.node,f.name=J.basename(s),u=E.lookupPath(s,{follow:!o}),f.exists=!0,f.path=u.path,f.object=u.node,f.name=u.node.name,f.isRoot=u.path==="/"}catch(g){f.error=g.errno}return f},createPath(s,o,u,f){s=typeof s=="string"?s:E.getPath(s);for(var g=o.split("/").reverse();g.length;){var w=g.pop();if(w){var R=J.join2(s,w);try{E.mkdir(R)}catch(L){if(L.errno!=20)throw L}s=R}}return R},createFile(s,o,u,f,g){var w=J.join2(typeof s=="string"?s:E.getPath(s),o),R=Ci(f,g);return E.create(w,R)},createDataFile(s,o,u,f,g,w){var R=o;s&&(s=typeof s=="string"?s:E.getPath(s),R=o?J.join2(s,o):s);var L=Ci(f,g),B=E.create(R,L);if(u){if(typeof u=="string"){for(var Y=new Array(u.length),ne=0,oe=u.length;ne<oe;++ne)Y[ne]=u.charCodeAt(ne);u=Y}E.chmod(B,L|146);var pe=E.open(B,577);E.write(pe,u,0,u.length,0,w),E.close(pe),E.chmod(B,L)}},createDevice(s,o,u,f){var g=J.join2(typeof s=="string"?s:E.getPath(s),o),w=Ci(!!u,!!f);E.createDevice.major??=64;var R=E.makedev(E.createDevice.major++,0);return E.registerDevice(R,{open(L){L.seekable=!1},close(L){f?.buffer?.length&&f(10)},read(L,B,Y,ne,oe){for(var pe=0,ce=0;ce<ne;ce++){var ye;try{ye=u()}catch{throw new E.ErrnoError(29)}if(ye===void 0&&pe===0)throw new E.ErrnoError(6);if(ye==null)break;pe++,B[Y+ce]=ye}return pe&&(L.node.atime=Date.now()),pe},write(L,B,Y,ne,oe){for(var pe=0;pe<ne;pe++)try{f(B[Y+pe])}catch{throw new E.ErrnoError(29)}return ne&&(L.node.mtime=L.node.ctime=Date.now()),pe}}),E.mkdev(g,w,R)},forceLoadFile(s){if(s.isDevice||s.isFolder||s.link||s.contents)return!0;if(typeof XMLHttpRequest<"u")throw new Error("Lazy loading should have been performed (contents set) in createLazyFile, but it was not. Lazy loading only works in web workers. Use --embed-file or --preload-file in emcc on the main thread.");try{s.contents=T(s.url),s.usedBytes=s.contents.length}catch{throw new E.ErrnoError(29)}},createLazyFile(s,o,u,f,g){class w{lengthKnown=!1;chunks=[];get(ce){if(!(ce>this.length-1||ce<0)){var ye=ce%this.chunkSize,nt=ce/this.chunkSize|0;return this.getter(nt)[ye]}}setDataGetter(ce){this.getter=ce}cacheLength(){var ce=new XMLHttpRequest;if(ce.open("HEAD",u,!1),ce.send(null),!(ce.status>=200&&ce.status<300||ce.status===304))throw new Error("Couldn't load "+u+". Status: "+ce.status);var ye=Number(ce.getResponseHeader("Content-length")),nt,xt=(nt=ce.getResponseHeader("Accept-Ranges"))&&nt==="bytes",gt=(nt=ce.getResponseHeader("Content-Encoding"))&&nt==="gzip",Ot=1024*1024;xt||(Ot=ye);var Et=(jt,xn)=>{if(jt>xn)throw new Error("invalid range ("+jt+", "+xn+") or no bytes requested!");if(xn>ye-1)throw new Error("only "+ye+" bytes available! programmer error!");var Ft=new XMLHttpRequest;if(Ft.open("GET",u,!1),ye!==Ot&&Ft.setRequestHeader("Range","bytes="+jt+"-"+xn),Ft.responseType="arraybuffer",Ft.overrideMimeType&&Ft.overrideMimeType("text/plain; charset=x-user-defined"),Ft.send(null),!(Ft.status>=200&&Ft.status<300||Ft.status===304))throw new Error("Couldn't load "+u+". Status: "+Ft.status);return Ft.response!==void 0?new Uint8Array(Ft.response||[]):mt(Ft.responseText||"",!0)},fn=this;fn.setDataGetter(jt=>{var xn=jt*Ot,Ft=(jt+1)*Ot-1;if(Ft=Math.min(Ft,ye-1),typeof fn.chunks[jt]>"u"&&(fn.chunks[jt]=Et(xn,Ft)),typeof fn.chunks[jt]>"u")throw new Error("doXHR failed!");return fn.chunks[jt]}),(gt||!ye)&&(Ot=ye=1,ye=this.getter(0).length,Ot=ye,A("LazyFiles on gzip forces download of the whole file when length is accessed")),this._length=ye,this._chunkSize=Ot,this.lengthKnown=!0}get length(){return this.lengthKnown||this.cacheLength(),this._length}get chunkSize(){return this.lengthKnown||this.cacheLength(),this._chunkSize}}if(typeof XMLHttpRequest<"u"){if(!r)throw"Cannot do synchronous binary XHRs outside webworkers in modern browsers. Use --embed-file or --preload-file in emcc";var R=new w,L={isDevice:!1,contents:R}}else var L={isDevice:!1,url:u};var B=E.createFile(s,o,L,f,g);L.contents?B.contents=L.contents:L.url&&(B.contents=null,B.url=L.url),Object.defineProperties(B,{usedBytes:{get:function(){return this.contents.length}}});var Y={},ne=Object.keys(B.stream_ops);ne.forEach(pe=>{var ce=B.stream_ops[pe];Y[pe]=(...ye)=>(E.forceLoadFile(B),ce(...ye))});function oe(pe,ce,ye,nt,xt){var gt=pe.node.contents;if(xt>=gt.length)return 0;var Ot=Math.min(gt.length-xt,nt);if(V(Ot>=0),gt.slice)for(var Et=0;Et<Ot;Et++)ce[ye+Et]=gt[xt+Et];else for(var Et=0;Et<Ot;Et++)ce[ye+Et]=gt.get(xt+Et);return Ot}return Y.read=(pe,ce,ye,nt,xt)=>(E.forceLoadFile(B),oe(pe,ce,ye,nt,xt)),Y.mmap=(pe,ce,ye,nt,xt)=>{E.forceLoadFile(B);var gt=Vt(ce);if(!gt)throw new E.ErrnoError(48);return oe(pe,ft,gt,ce,ye),{ptr:gt,allocated:!0}},B.stream_ops=Y,B},absolutePath(){_e("FS.absolutePath has been removed; use PATH_FS.resolve instead")},createFolder(){_e("FS.createFolder has been removed; use FS.mkdir instead")},createLink(){_e("FS.createLink has been removed; use FS.symlink instead")},joinPath(){_e("FS.joinPath has been removed; use PATH.join instead")},mmapAlloc(){_e("FS.mmapAlloc has been replaced by the top level function mmapAlloc")},standardizePath(){_e("FS.standardizePath has been removed; use PATH.normalize instead")}},ht={DEFAULT_POLLMASK:5,calculateAt(s,o,u){if(J.isAbs(o))return o;var f;if(s===-100)f=E.cwd();else{var g=ht.getStreamFromFD(s);f=g.path}if(o.length==0){if(!u)throw new E.ErrnoError(44);return f}return f+"/"+o},writeStat(s,o){Ne[s>>2]=o.dev,Ne[s+4>>2]=o.mode,Ke[s+8>>2]=o.nlink,Ne[s+12>>2]=o.uid,Ne[s+16>>2]=o.gid,Ne[s+20>>2]=o.rdev,q[s+24>>3]=BigInt(o.size),Ne[s+32>>2]=4096,Ne[s+36>>2]=o.blocks;var u=o.atime.getTime(),f=o.mtime.getTime(),g=o.ctime.getTime();return q[s+40>>3]=BigInt(Math.floor(u/1e3)),Ke[s+48>>2]=u%1e3*1e3*1e3,q[s+56>>3]=BigInt(Math.floor(f/1e3)),Ke[s+64>>2]=f%1e3*1e3*1e3,q[s+72>>3]=BigInt(Math.floor(g/1e3)),Ke[s+80>>2]=g%1e3*1e3*1e3,q[s+88>>3]=BigInt(o.ino),0},writeStatFs(s,o){Ne[s+4>>2]=o.bsize,Ne[s+40>>2]=o.bsize,Ne[s+8>>2]=o.blocks,Ne[s+12>>2]=o.bfree,Ne[s+16>>2]=o.bavail,Ne[s+20>>2]=o.files,Ne[s+24>>2]=o.ffree,Ne[s+28>>2]=o.fsid,Ne[s+44>>2]=o.flags,Ne[s+36>>2]=o.namelen},doMsync(s,o,u,f,g){if(!E.isFile(o.node.mode))throw new E.ErrnoError(43);if(f&2)return 0;var w=It.slice(s,s+u);E.msync(o,w,g,u,f)},getStreamFromFD(s){var o=E.getStreamChecked(s);return o},varargs:void 0,getStr(s){var o=cn(s);return o}};function An(s,o,u){try{var f=ht.getStreamFromFD(s);if(V(!u),f.fd===o)return-28;if(o<0||o>=E.MAX_OPEN_FDS)return-8;var g=E.getStream(o);return g&&E.close(g),E.dupStream(f,o).fd}catch(w){if(typeof E>"u"||w.name!=="ErrnoError")throw w;return-w.errno}}var Dt=()=>{V(ht.varargs!=null);var s=Ne[+ht.varargs>>2];return ht.varargs+=4,s},kt=Dt;function kn(s,o,u){ht.varargs=u;try{var f=ht.getStreamFromFD(s);switch(o){case 0:{var g=Dt();if(g<0)return-28;for(;E.streams[g];)g++;var w;return w=E.dupStream(f,g),w.fd}case 1:case 2:return 0;case 3:return f.flags;case 4:{var g=Dt();return f.flags|=g,0}case 12:{var g=kt(),R=0;return bt[g+R>>1]=2,0}case 13:case 14:return 0}return-28}catch(L){if(typeof E>"u"||L.name!=="ErrnoError")throw L;return-L.errno}}function ya(s,o){try{return ht.writeStat(o,E.fstat(s))}catch(u){if(typeof E>"u"||u.name!=="ErrnoError")throw u;return-u.errno}}function Jp(s,o,u){ht.varargs=u;try{var f=ht.getStreamFromFD(s);switch(o){case 21509:return f.tty?0:-59;case 21505:{if(!f.tty)return-59;if(f.tty.ops.ioctl_tcgets){var g=f.tty.ops.ioctl_tcgets(f),w=kt();Ne[w>>2]=g.c_iflag||0,Ne[w+4>>2]=g.c_oflag||0,Ne[w+8>>2]=g.c_cflag||0,Ne[w+12>>2]=g.c_lflag||0;for(var R=0;R<32;R++)ft[w+R+17]=g.c_cc[R]||0;return 0}return 0}case 21510:case 21511:case 21512:return f.tty?0:-59;case 21506:case 21507:case 21508:{if(!f.tty)return-59;if(f.tty.ops.ioctl_tcsets){for(var w=kt(),L=Ne[w>>2],B=Ne[w+4>>2],Y=Ne[w+8>>2],ne=Ne[w+12>>2],oe=[],R=0;R<32;R++)oe.push(ft[w+R+17]);return f.tty.ops.ioctl_tcsets(f.tty,o,{c_iflag:L,c_oflag:B,c_cflag:Y,c_lflag:ne,c_cc:oe})}return 0}case 21519:{if(!f.tty)return-59;var w=kt();return Ne[w>>2]=0,0}case 21520:return f.tty?-28:-59;case 21531:{var w=kt();return E.ioctl(f,o,w)}case 21523:{if(!f.tty)return-59;if(f.tty.ops.ioctl_tiocgwinsz){var pe=f.tty.ops.ioctl_tiocgwinsz(f.tty),w=kt();bt[w>>1]=pe[0],bt[w+2>>1]=pe[1]}return 0}case 21524:return f.tty?0:-59;case 21515:return f.tty?0:-59;default:return-28}}catch(ce){if(typeof E>"u"||ce.name!=="ErrnoError")throw ce;return-ce.errno}}function Zp(s,o){try{return s=ht.getStr(s),ht.writeStat(o,E.lstat(s))}catch(u){if(typeof E>"u"||u.name!=="ErrnoError")throw u;return-u.errno}}function jp(s,o,u,f){try{o=ht.getStr(o);var g=f&256,w=f&4096;return f=f&-6401,V(!f,`unknown flags in __syscall_newfstatat: ${f}`),o=ht.calculateAt(s,o,w),ht.writeStat(u,g?E.lstat(o):E.stat(o))}catch(R){if(typeof E>"u"||R.name!=="ErrnoError")throw R;return-R.errno}}function Kp(s,o,u,f){ht.varargs=f;try{o=ht.getStr(o),o=ht.calculateAt(s,o);var g=f?Dt():0;return E.open(o,u,g).fd}catch(w){if(typeof E>"u"||w.name!=="ErrnoError")throw w;return-w.errno}}function Qp(s,o){try{return s=ht.getStr(s),ht.writeStat(o,E.stat(s))}catch(u){if(typeof E>"u"||u.name!=="ErrnoError")throw u;return-u.errno}}var em=()=>_e("native code called abort()"),Jt=s=>{for(var o="";;){var u=It[s++];if(!u)return o;o+=String.fromCharCode(u)}},_r={},Ji={},xa={},is=class extends Error{constructor(o){super(o),this.name="BindingError"}},yt=s=>{throw new is(s)};function tm(s,o,u={}){var f=o.name;if(s||yt(`type "${f}" must have a positive integer typeid pointer`),Ji.hasOwnProperty(s)){if(u.ignoreDuplicateRegistrations)return;yt(`Cannot register type '${f}' twice`)}if(Ji[s]=o,delete xa[s],_r.hasOwnProperty(s)){var g=_r[s];delete _r[s],g.forEach(w=>w())}}function Nn(s,o,u={}){if(o.argPackAdvance===void 0)throw new TypeError("registerType registeredInstance requires argPackAdvance");return tm(s,o,u)}var rh=(s,o,u)=>{switch(o){case 1:return u?f=>ft[f]:f=>It[f];case 2:return u?f=>bt[f>>1]:f=>en[f>>1];case 4:return u?f=>Ne[f>>2]:f=>Ke[f>>2];case 8:return u?f=>q[f>>3]:f=>yn[f>>3];default:throw new TypeError(`invalid integer width (${o}): ${s}`)}},Zi=s=>{if(s===null)return"null";var o=typeof s;return o==="object"||o==="array"||o==="function"?s.toString():""+s},sh=(s,o,u,f)=>{if(o<u||o>f)throw new TypeError(`Passing a number "${Zi(o)}" from JS side to C/C++ side to an argument of type "${s}", which is outside the valid range [${u}, ${f}]!`)},nm=(s,o,u,f,g)=>{o=Jt(o);let w=f===0n,R=L=>L;if(w){let L=u*8;R=B=>BigInt.asUintN(L,B),g=R(g)}Nn(s,{name:o,fromWireType:R,toWireType:(L,B)=>{if(typeof B=="number")B=BigInt(B);else if(typeof B!="bigint")throw new TypeError(`Cannot convert "${Zi(B)}" to ${this.name}`);return sh(o,B,f,g),B},argPackAdvance:ti,readValueFromPointer:rh(o,u,!w),destructorFunction:null})},ti=8,im=(s,o,u,f)=>{o=Jt(o),Nn(s,{name:o,fromWireType:function(g){return!!g},toWireType:function(g,w){return w?u:f},argPackAdvance:ti,readValueFromPointer:function(g){return this.fromWireType(It[g])},destructorFunction:null})},rm=s=>({count:s.count,deleteScheduled:s.deleteScheduled,preservePointerOnDelete:s.preservePointerOnDelete,ptr:s.ptr,ptrType:s.ptrType,smartPtr:s.smartPtr,smartPtrType:s.smartPtrType}),jl=s=>{function o(u){return u.$$.ptrType.registeredClass.name}yt(o(s)+" instance already deleted")},Kl=!1,ah=s=>{},sm=s=>{s.smartPtr?s.smartPtrType.rawDestructor(s.smartPtr):s.ptrType.registeredClass.rawDestructor(s.ptr)},oh=s=>{s.count.value-=1;var o=s.count.value===0;o&&sm(s)},lh=(s,o,u)=>{if(o===u)return s;if(u.baseClass===void 0)return null;var f=lh(s,o,u.baseClass);return f===null?null:u.downcast(f)},ch={},am={},om=(s,o)=>{for(o===void 0&&yt("ptr should not be undefined");s.baseClass;)o=s.upcast(o),s=s.baseClass;return o},lm=(s,o)=>(o=om(s,o),am[o]),cm=class extends Error{constructor(o){super(o),this.name="InternalError"}},Sa=s=>{throw new cm(s)},Ma=(s,o)=>{(!o.ptrType||!o.ptr)&&Sa("makeClassHandle requires ptr and ptrType");var u=!!o.smartPtrType,f=!!o.smartPtr;return u!==f&&Sa("Both smartPtrType and smartPtr must be specified"),o.count={value:1},rs(Object.create(s,{$$:{value:o,writable:!0}}))};function uh(s){var o=this.getPointee(s);if(!o)return this.destructor(s),null;var u=lm(this.registeredClass,o);if(u!==void 0){if(u.$$.count.value===0)return u.$$.ptr=o,u.$$.smartPtr=s,u.clone();var f=u.clone();return this.destructor(s),f}function g(){return this.isSmartPointer?Ma(this.registeredClass.instancePrototype,{ptrType:this.pointeeType,ptr:o,smartPtrType:this,smartPtr:s}):Ma(this.registeredClass.instancePrototype,{ptrType:this,ptr:s})}var w=this.registeredClass.getActualType(o),R=ch[w];if(!R)return g.call(this);var L;this.isConst?L=R.constPointerType:L=R.pointerType;var B=lh(o,this.registeredClass,L.registeredClass);return B===null?g.call(this):this.isSmartPointer?Ma(L.registeredClass.instancePrototype,{ptrType:L,ptr:B,smartPtrType:this,smartPtr:s}):Ma(L.registeredClass.instancePrototype,{ptrType:L,ptr:B})}var rs=s=>typeof FinalizationRegistry>"u"?(rs=o=>o,s):(Kl=new FinalizationRegistry(o=>{console.warn(o.leakWarning),oh(o.$$)}),rs=o=>{var u=o.$$,f=!!u.smartPtr;if(f){var g={$$:u},w=u.ptrType.registeredClass,R=new Error(`Embind found a leaked C++ instance ${w.name} <${Bt(u.ptr)}>.
We'll free it automatically in this case, but this functionality is not reliable across various environments.
Make sure to invoke .delete() manually once you're done with the instance instead.
Originally allocated`);"captureStackTrace"in Error&&Error.captureStackTrace(R,uh),g.leakWarning=R.stack.replace(/^Error: /,""),Kl.register(o,g,o)}return o},ah=o=>Kl.unregister(o),rs(s)),ba=[],um=()=>{for(;ba.length;){var s=ba.pop();s.$$.deleteScheduled=!1,s.delete()}},hh,hm=()=>{let s=wa.prototype;Object.assign(s,{isAliasOf(u){if(!(this instanceof wa)||!(u instanceof wa))return!1;var f=this.$$.ptrType.registeredClass,g=this.$$.ptr;u.$$=u.$$;for(var w=u.$$.ptrType.registeredClass,R=u.$$.ptr;f.baseClass;)g=f.upcast(g),f=f.baseClass;for(;w.baseClass;)R=w.upcast(R),w=w.baseClass;return f===w&&g===R},clone(){if(this.$$.ptr||jl(this),this.$$.preservePointerOnDelete)return this.$$.count.value+=1,this;var u=rs(Object.create(Object.getPrototypeOf(this),{$$:{value:rm(this.$$)}}));return u.$$.count.value+=1,u.$$.deleteScheduled=!1,u},delete(){this.$$.ptr||jl(this),this.$$.deleteScheduled&&!this.$$.preservePointerOnDelete&&yt("Object already scheduled for deletion"),ah(this),oh(this.$$),this.$$.preservePointerOnDelete||(this.$$.smartPtr=void 0,this.$$.ptr=void 0)},isDeleted(){return!this.$$.ptr},deleteLater(){return this.$$.ptr||jl(this),this.$$.deleteScheduled&&!this.$$.preservePointerOnDelete&&yt("Object already scheduled for deletion"),ba.push(this),ba.length===1&&hh&&hh(um),this.$$.deleteScheduled=!0,this}});let o=Symbol.dispose;o&&(s[o]=s.delete)};function wa(){}var Ea=(s,o)=>Object.defineProperty(o,"name",{value:s}),Ql=(s,o,u)=>{if(s[o].overloadTable===void 0){var f=s[o];s[o]=function(...g){return s[o].overloadTable.hasOwnProperty(g.length)||yt(`Function '${u}' called with an invalid number of arguments (${g.length}) - expects one of (${s[o].overloadTable})!`),s[o].overloadTable[g.length].apply(this,g)},s[o].overloadTable=[],s[o].overloadTable[f.argCount]=f}},ec=(s,o,u)=>{t.hasOwnProperty(s)?((u===void 0||t[s].overloadTable!==void 0&&t[s].overloadTable[u]!==void 0)&&yt(`Cannot register public name '${s}' twice`),Ql(t,s,s),t[s].overloadTable.hasOwnProperty(u)&&yt(`Cannot register multiple overloads of a function with the same number of arguments (${u})!`),t[s].overloadTable[u]=o):(t[s]=o,t[s].argCount=u)},dm=48,fm=57,pm=s=>{V(typeof s=="string"),s=s.replace(/[^a-zA-Z0-9_]/g,"$");var o=s.charCodeAt(0);return o>=dm&&o<=fm?`_${s}`:s};function mm(s,o,u,f,g,w,R,L){this.name=s,this.constructor=o,this.instancePrototype=u,this.rawDestructor=f,this.baseClass=g,this.getActualType=w,this.upcast=R,this.downcast=L,this.pureVirtualFunctions=[]}var Ta=(s,o,u)=>{for(;o!==u;)o.upcast||yt(`Expected null or instance of ${u.name}, got an instance of ${o.name}`),s=o.upcast(s),o=o.baseClass;return s};function gm(s,o){if(o===null)return this.isReference&&yt(`null is not a valid ${this.name}`),0;o.$$||yt(`Cannot pass "${Zi(o)}" as a ${this.name}`),o.$$.ptr||yt(`Cannot pass deleted object as a pointer of type ${this.name}`);var u=o.$$.ptrType.registeredClass,f=Ta(o.$$.ptr,u,this.registeredClass);return f}function _m(s,o){var u;if(o===null)return this.isReference&&yt(`null is not a valid ${this.name}`),this.isSmartPointer?(u=this.rawConstructor(),s!==null&&s.push(this.rawDestructor,u),u):0;(!o||!o.$$)&&yt(`Cannot pass "${Zi(o)}" as a ${this.name}`),o.$$.ptr||yt(`Cannot pass deleted object as a pointer of type ${this.name}`),!this.isConst&&o.$$.ptrType.isConst&&yt(`Cannot convert argument of type ${o.$$.smartPtrType?o.$$.smartPtrType.name:o.$$.ptrType.name} to parameter type ${this.name}`);var f=o.$$.ptrType.registeredClass;if(u=Ta(o.$$.ptr,f,this.registeredClass),this.isSmartPointer)switch(o.$$.smartPtr===void 0&&yt("Passing raw pointer to smart pointer is illegal"),this.sharingPolicy){case 0:o.$$.smartPtrType===this?u=o.$$.smartPtr:yt(`Cannot convert argument of type ${o.$$.smartPtrType?o.$$.smartPtrType.name:o.$$.ptrType.name} to parameter type ${this.name}`);break;case 1:u=o.$$.smartPtr;break;case 2:if(o.$$.smartPtrType===this)u=o.$$.smartPtr;else{var g=o.clone();u=this.rawShare(u,Zt.toHandle(()=>g.delete())),s!==null&&s.push(this.rawDestructor,u)}break;default:yt("Unsupporting sharing policy")}return u}function vm(s,o){if(o===null)return this.isReference&&yt(`null is not a valid ${this.name}`),0;o.$$||yt(`Cannot pass "${Zi(o)}" as a ${this.name}`),o.$$.ptr||yt(`Cannot pass deleted object as a pointer of type ${this.name}`),o.$$.ptrType.isConst&&yt(`Cannot convert argument of type ${o.$$.ptrType.name} to parameter type ${this.name}`);var u=o.$$.ptrType.registeredClass,f=Ta(o.$$.ptr,u,this.registeredClass);return f}function Aa(s){return this.fromWireType(Ke[s>>2])}var ym=()=>{Object.assign(Ra.prototype,{getPointee(s){return this.rawGetPointee&&(s=this.rawGetPointee(s)),s},destructor(s){this.rawDestructor?.(s)},argPackAdvance:ti,readValueFromPointer:Aa,fromWireType:uh})};function Ra(s,o,u,f,g,w,R,L,B,Y,ne){this.name=s,this.registeredClass=o,this.isReference=u,this.isConst=f,this.isSmartPointer=g,this.pointeeType=w,this.sharingPolicy=R,this.rawGetPointee=L,this.rawConstructor=B,this.rawShare=Y,this.rawDestructor=ne,!g&&o.baseClass===void 0?f?(this.toWireType=gm,this.destructorFunction=null):(this.toWireType=vm,this.destructorFunction=null):this.toWireType=_m}var dh=(s,o,u)=>{t.hasOwnProperty(s)||Sa("Replacing nonexistent public symbol"),t[s].overloadTable!==void 0&&u!==void 0?t[s].overloadTable[u]=o:(t[s]=o,t[s].argCount=u)},fh=[],Ca,Ee=s=>{var o=fh[s];return o||(fh[s]=o=Ca.get(s)),V(Ca.get(s)==o,"JavaScript-side Wasm function table mirror is out of date!"),o},ni=(s,o,u=!1)=>{V(!u,"Async bindings are only supported with JSPI."),s=Jt(s);function f(){var w=Ee(o);return w}var g=f();return typeof g!="function"&&yt(`unknown function pointer with signature ${s}: ${o}`),g};class xm extends Error{}var ph=s=>{var o=Lh(s),u=Jt(o);return Gn(o),u},ji=(s,o)=>{var u=[],f={};function g(w){if(!f[w]&&!Ji[w]){if(xa[w]){xa[w].forEach(g);return}u.push(w),f[w]=!0}}throw o.forEach(g),new xm(`${s}: `+u.map(ph).join([", "]))},zn=(s,o,u)=>{s.forEach(L=>xa[L]=o);function f(L){var B=u(L);B.length!==s.length&&Sa("Mismatched type converter count");for(var Y=0;Y<s.length;++Y)Nn(s[Y],B[Y])}var g=new Array(o.length),w=[],R=0;o.forEach((L,B)=>{Ji.hasOwnProperty(L)?g[B]=Ji[L]:(w.push(L),_r.hasOwnProperty(L)||(_r[L]=[]),_r[L].push(()=>{g[B]=Ji[L],++R,R===w.length&&f(g)}))}),w.length===0&&f(g)},Sm=(s,o,u,f,g,w,R,L,B,Y,ne,oe,pe)=>{ne=Jt(ne),w=ni(g,w),L&&=ni(R,L),Y&&=ni(B,Y),pe=ni(oe,pe);var ce=pm(ne);ec(ce,function(){ji(`Cannot construct ${ne} due to unbound types`,[f])}),zn([s,o,u],f?[f]:[],ye=>{ye=ye[0];var nt,xt;f?(nt=ye.registeredClass,xt=nt.instancePrototype):xt=wa.prototype;var gt=Ea(ne,function(...Ft){if(Object.getPrototypeOf(this)!==Ot)throw new is(`Use 'new' to construct ${ne}`);if(Et.constructor_body===void 0)throw new is(`${ne} has no accessible constructor`);var er=Et.constructor_body[Ft.length];if(er===void 0)throw new is(`Tried to invoke ctor of ${ne} with invalid number of parameters (${Ft.length}) - expected (${Object.keys(Et.constructor_body).toString()}) parameters instead!`);return er.apply(this,Ft)}),Ot=Object.create(xt,{constructor:{value:gt}});gt.prototype=Ot;var Et=new mm(ne,gt,Ot,pe,nt,w,L,Y);Et.baseClass&&(Et.baseClass.__derivedClasses??=[],Et.baseClass.__derivedClasses.push(Et));var fn=new Ra(ne,Et,!0,!1,!1),jt=new Ra(ne+"*",Et,!1,!1,!1),xn=new Ra(ne+" const*",Et,!1,!0,!1);return ch[s]={pointerType:jt,constPointerType:xn},dh(ce,gt),[fn,jt,xn]})},tc=s=>{for(;s.length;){var o=s.pop(),u=s.pop();u(o)}};function mh(s){for(var o=1;o<s.length;++o)if(s[o]!==null&&s[o].destructorFunction===void 0)return!0;return!1}function Mm(s,o,u,f,g){if(s<o||s>u){var w=o==u?o:`${o} to ${u}`;g(`function ${f} called with ${s} arguments, expected ${w}`)}}function bm(s,o,u,f){var g=mh(s),w=s.length-2,R=[],L=["fn"];o&&L.push("thisWired");for(var B=0;B<w;++B)R.push(`arg${B}`),L.push(`arg${B}Wired`);R=R.join(","),L=L.join(",");var Y=`return function (${R}) {
`;Y+=`checkArgCount(arguments.length, minArgs, maxArgs, humanName, throwBindingError);
`,g&&(Y+=`var destructors = [];
`);var ne=g?"destructors":"null",oe=["humanName","throwBindingError","invoker","fn","runDestructors","retType","classParam"];o&&(Y+=`var thisWired = classParam['toWireType'](${ne}, this);
`);for(var B=0;B<w;++B)Y+=`var arg${B}Wired = argType${B}['toWireType'](${ne}, arg${B});
`,oe.push(`argType${B}`);Y+=(u||f?"var rv = ":"")+`invoker(${L});
`;var pe=u?"rv":"";if(g)Y+=`runDestructors(destructors);
`;else for(var B=o?1:2;B<s.length;++B){var ce=B===1?"thisWired":"arg"+(B-2)+"Wired";s[B].destructorFunction!==null&&(Y+=`${ce}_dtor(${ce});
`,oe.push(`${ce}_dtor`))}return u&&(Y+=`var ret = retType['fromWireType'](rv);
return ret;
`),Y+=`}
`,oe.push("checkArgCount","minArgs","maxArgs"),Y=`if (arguments.length !== ${oe.length}){ throw new Error(humanName + "Expected ${oe.length} closure arguments " + arguments.length + " given."); }
${Y}`,[oe,Y]}function wm(s){for(var o=s.length-2,u=s.length-1;u>=2&&s[u].optional;--u)o--;return o}function Pa(s,o,u,f,g,w){var R=o.length;R<2&&yt("argTypes array size mismatch! Must at least get return value and 'this' types!"),V(!w,"Async bindings are only supported with JSPI.");for(var L=o[1]!==null&&u!==null,B=mh(o),Y=o[0].name!=="void",ne=R-2,oe=wm(o),pe=[s,yt,f,g,tc,o[0],o[1]],ce=0;ce<R-2;++ce)pe.push(o[ce+2]);if(!B)for(var ce=L?1:2;ce<o.length;++ce)o[ce].destructorFunction!==null&&pe.push(o[ce].destructorFunction);pe.push(Mm,oe,ne);let[ye,nt]=bm(o,L,Y,w);var xt=new Function(...ye,nt)(...pe);return Ea(s,xt)}var Ia=(s,o)=>{for(var u=[],f=0;f<s;f++)u.push(Ke[o+f*4>>2]);return u},nc=s=>{s=s.trim();let o=s.indexOf("(");return o===-1?s:(V(s.endsWith(")"),"Parentheses for argument names should match."),s.slice(0,o))},Em=(s,o,u,f,g,w,R,L,B)=>{var Y=Ia(u,f);o=Jt(o),o=nc(o),w=ni(g,w,L),zn([],[s],ne=>{ne=ne[0];var oe=`${ne.name}.${o}`;function pe(){ji(`Cannot call ${oe} due to unbound types`,Y)}o.startsWith("@@")&&(o=Symbol[o.substring(2)]);var ce=ne.registeredClass.constructor;return ce[o]===void 0?(pe.argCount=u-1,ce[o]=pe):(Ql(ce,o,oe),ce[o].overloadTable[u-1]=pe),zn([],Y,ye=>{var nt=[ye[0],null].concat(ye.slice(1)),xt=Pa(oe,nt,null,w,R,L);if(ce[o].overloadTable===void 0?(xt.argCount=u-1,ce[o]=xt):ce[o].overloadTable[u-1]=xt,ne.registeredClass.__derivedClasses)for(let gt of ne.registeredClass.__derivedClasses)gt.constructor.hasOwnProperty(o)||(gt.constructor[o]=xt);return[]}),[]})},Tm=(s,o,u,f,g,w)=>{V(o>0);var R=Ia(o,u);g=ni(f,g);var L=[w],B=[];zn([],[s],Y=>{Y=Y[0];var ne=`constructor ${Y.name}`;if(Y.registeredClass.constructor_body===void 0&&(Y.registeredClass.constructor_body=[]),Y.registeredClass.constructor_body[o-1]!==void 0)throw new is(`Cannot register multiple constructors with identical number of parameters (${o-1}) for class '${Y.name}'! Overload resolution is currently only performed using the parameter count, not actual type info!`);return Y.registeredClass.constructor_body[o-1]=()=>{ji(`Cannot construct ${Y.name} due to unbound types`,R)},zn([],R,oe=>(oe.splice(1,0,null),Y.registeredClass.constructor_body[o-1]=Pa(ne,oe,null,g,w),[])),[]})},Am=(s,o,u,f,g,w,R,L,B,Y)=>{var ne=Ia(u,f);o=Jt(o),o=nc(o),w=ni(g,w,B),zn([],[s],oe=>{oe=oe[0];var pe=`${oe.name}.${o}`;o.startsWith("@@")&&(o=Symbol[o.substring(2)]),L&&oe.registeredClass.pureVirtualFunctions.push(o);function ce(){ji(`Cannot call ${pe} due to unbound types`,ne)}var ye=oe.registeredClass.instancePrototype,nt=ye[o];return nt===void 0||nt.overloadTable===void 0&&nt.className!==oe.name&&nt.argCount===u-2?(ce.argCount=u-2,ce.className=oe.name,ye[o]=ce):(Ql(ye,o,pe),ye[o].overloadTable[u-2]=ce),zn([],ne,xt=>{var gt=Pa(pe,xt,oe,w,R,B);return ye[o].overloadTable===void 0?(gt.argCount=u-2,ye[o]=gt):ye[o].overloadTable[u-2]=gt,[]}),[]})},gh=(s,o,u)=>(s instanceof Object||yt(`${u} with invalid "this": ${s}`),s instanceof o.registeredClass.constructor||yt(`${u} incompatible with "this" of type ${s.constructor.name}`),s.$$.ptr||yt(`cannot call emscripten binding method ${u} on deleted object`),Ta(s.$$.ptr,s.$$.ptrType.registeredClass,o.registeredClass)),Rm=(s,o,u,f,g,w,R,L,B,Y)=>{o=Jt(o),g=ni(f,g),zn([],[s],ne=>{ne=ne[0];var oe=`${ne.name}.${o}`,pe={get(){ji(`Cannot access ${oe} due to unbound types`,[u,R])},enumerable:!0,configurable:!0};return B?pe.set=()=>ji(`Cannot access ${oe} due to unbound types`,[u,R]):pe.set=ce=>yt(oe+" is a read-only property"),Object.defineProperty(ne.registeredClass.instancePrototype,o,pe),zn([],B?[u,R]:[u],ce=>{var ye=ce[0],nt={get(){var gt=gh(this,ne,oe+" getter");return ye.fromWireType(g(w,gt))},enumerable:!0};if(B){B=ni(L,B);var xt=ce[1];nt.set=function(gt){var Ot=gh(this,ne,oe+" setter"),Et=[];B(Y,Ot,xt.toWireType(Et,gt)),tc(Et)}}return Object.defineProperty(ne.registeredClass.instancePrototype,o,nt),[]}),[]})},Cm=(s,o,u)=>{s=Jt(s),zn([],[o],f=>(f=f[0],t[s]=f.fromWireType(u),[]))},_h=[],ii=[0,1,,1,null,1,!0,1,!1,1],ic=s=>{s>9&&--ii[s+1]===0&&(V(ii[s]!==void 0,"Decref for unallocated handle."),ii[s]=void 0,_h.push(s))},Zt={toValue:s=>(s||yt(`Cannot use deleted val. handle = ${s}`),V(s===2||ii[s]!==void 0&&s%2===0,`invalid handle: ${s}`),ii[s]),toHandle:s=>{switch(s){case void 0:return 2;case null:return 4;case!0:return 6;case!1:return 8;default:{let o=_h.pop()||ii.length;return ii[o]=s,ii[o+1]=1,o}}}},vh={name:"emscripten::val",fromWireType:s=>{var o=Zt.toValue(s);return ic(s),o},toWireType:(s,o)=>Zt.toHandle(o),argPackAdvance:ti,readValueFromPointer:Aa,destructorFunction:null},yh=s=>Nn(s,vh),Pm=(s,o,u)=>{switch(o){case 1:return u?function(f){return this.fromWireType(ft[f])}:function(f){return this.fromWireType(It[f])};case 2:return u?function(f){return this.fromWireType(bt[f>>1])}:function(f){return this.fromWireType(en[f>>1])};case 4:return u?function(f){return this.fromWireType(Ne[f>>2])}:function(f){return this.fromWireType(Ke[f>>2])};default:throw new TypeError(`invalid integer width (${o}): ${s}`)}},Im=(s,o,u,f)=>{o=Jt(o);function g(){}g.values={},Nn(s,{name:o,constructor:g,fromWireType:function(w){return this.constructor.values[w]},toWireType:(w,R)=>R.value,argPackAdvance:ti,readValueFromPointer:Pm(o,u,f),destructorFunction:null}),ec(o,g)},La=(s,o)=>{var u=Ji[s];return u===void 0&&yt(`${o} has unknown type ${ph(s)}`),u},Lm=(s,o,u)=>{var f=La(s,"enum");o=Jt(o);var g=f.constructor,w=Object.create(f.constructor.prototype,{value:{value:u},constructor:{value:Ea(`${f.name}_${o}`,function(){})}});g.values[u]=w,g[o]=w},Dm=(s,o)=>{switch(o){case 4:return function(u){return this.fromWireType(ln[u>>2])};case 8:return function(u){return this.fromWireType(tn[u>>3])};default:throw new TypeError(`invalid float width (${o}): ${s}`)}},Fm=(s,o,u)=>{o=Jt(o),Nn(s,{name:o,fromWireType:f=>f,toWireType:(f,g)=>{if(typeof g!="number"&&typeof g!="boolean")throw new TypeError(`Cannot convert ${Zi(g)} to ${this.name}`);return g},argPackAdvance:ti,readValueFromPointer:Dm(o,u),destructorFunction:null})},Nm=(s,o,u,f,g,w,R,L)=>{var B=Ia(o,u);s=Jt(s),s=nc(s),g=ni(f,g,R),ec(s,function(){ji(`Cannot call ${s} due to unbound types`,B)},o-1),zn([],B,Y=>{var ne=[Y[0],null].concat(Y.slice(1));return dh(s,Pa(s,ne,null,g,w,R),o-1),[]})},Um=(s,o,u,f,g)=>{o=Jt(o);let w=f===0,R=B=>B;if(w){var L=32-8*u;R=B=>B<<L>>>L,g=R(g)}Nn(s,{name:o,fromWireType:R,toWireType:(B,Y)=>{if(typeof Y!="number"&&typeof Y!="boolean")throw new TypeError(`Cannot convert "${Zi(Y)}" to ${o}`);return sh(o,Y,f,g),Y},argPackAdvance:ti,readValueFromPointer:rh(o,u,f!==0),destructorFunction:null})},Om=(s,o,u)=>{var f=[Int8Array,Uint8Array,Int16Array,Uint16Array,Int32Array,Uint32Array,Float32Array,Float64Array,BigInt64Array,BigUint64Array],g=f[o];function w(R){var L=Ke[R>>2],B=Ke[R+4>>2];return new g(ft.buffer,B,L)}u=Jt(u),Nn(s,{name:u,fromWireType:w,argPackAdvance:ti,readValueFromPointer:w},{ignoreDuplicateRegistrations:!0})},Bm=Object.assign({optional:!0},vh),km=(s,o)=>{Nn(s,Bm)},Ki=(s,o,u)=>(V(typeof u=="number","stringToUTF8(str, outPtr, maxBytesToWrite) is missing the third parameter that specifies the length of the output buffer!"),st(s,It,o,u)),zm=(s,o)=>{o=Jt(o);var u=!0;Nn(s,{name:o,fromWireType(f){var g=Ke[f>>2],w=f+4,R;if(u)for(var L=w,B=0;B<=g;++B){var Y=w+B;if(B==g||It[Y]==0){var ne=Y-L,oe=cn(L,ne);R===void 0?R=oe:(R+="\0",R+=oe),L=Y+1}}else{for(var pe=new Array(g),B=0;B<g;++B)pe[B]=String.fromCharCode(It[w+B]);R=pe.join("")}return Gn(f),R},toWireType(f,g){g instanceof ArrayBuffer&&(g=new Uint8Array(g));var w,R=typeof g=="string";R||ArrayBuffer.isView(g)&&g.BYTES_PER_ELEMENT==1||yt("Cannot pass non-string to std::string"),u&&R?w=Xe(g):w=g.length;var L=oc(4+w+1),B=L+4;if(Ke[L>>2]=w,R)if(u)Ki(g,B,w+1);else for(var Y=0;Y<w;++Y){var ne=g.charCodeAt(Y);ne>255&&(Gn(L),yt("String has UTF-16 code units that do not fit in 8 bits")),It[B+Y]=ne}else It.set(g,B);return f!==null&&f.push(Gn,L),L},argPackAdvance:ti,readValueFromPointer:Aa,destructorFunction(f){Gn(f)}})},xh=typeof TextDecoder<"u"?new TextDecoder("utf-16le"):void 0,Gm=(s,o)=>{V(s%2==0,"Pointer passed to UTF16ToString must be aligned to two bytes!");for(var u=s>>1,f=u+o/2,g=u;!(g>=f)&&en[g];)++g;if(g-u>16&&xh)return xh.decode(en.subarray(u,g));for(var w="",R=u;!(R>=f);++R){var L=en[R];if(L==0)break;w+=String.fromCharCode(L)}return w},Hm=(s,o,u)=>{if(V(o%2==0,"Pointer passed to stringToUTF16 must be aligned to two bytes!"),V(typeof u=="number","stringToUTF16(str, outPtr, maxBytesToWrite) is missing the third parameter that specifies the length of the output buffer!"),u??=2147483647,u<2)return 0;u-=2;for(var f=o,g=u<s.length*2?u/2:s.length,w=0;w<g;++w){var R=s.charCodeAt(w);bt[o>>1]=R,o+=2}return bt[o>>1]=0,o-f},Vm=s=>s.length*2,Wm=(s,o)=>{V(s%4==0,"Pointer passed to UTF32ToString must be aligned to four bytes!");for(var u="",f=0;!(f>=o/4);f++){var g=Ne[s+f*4>>2];if(!g)break;u+=String.fromCodePoint(g)}return u},Xm=(s,o,u)=>{if(V(o%4==0,"Pointer passed to stringToUTF32 must be aligned to four bytes!"),V(typeof u=="number","stringToUTF32(str, outPtr, maxBytesToWrite) is missing the third parameter that specifies the length of the output buffer!"),u??=2147483647,u<4)return 0;for(var f=o,g=f+u-4,w=0;w<s.length;++w){var R=s.codePointAt(w);if(R>65535&&w++,Ne[o>>2]=R,o+=4,o+4>g)break}return Ne[o>>2]=0,o-f},$m=s=>{for(var o=0,u=0;u<s.length;++u){var f=s.codePointAt(u);f>65535&&u++,o+=4}return o},qm=(s,o,u)=>{u=Jt(u);var f,g,w,R;o===2?(f=Gm,g=Hm,R=Vm,w=L=>en[L>>1]):o===4&&(f=Wm,g=Xm,R=$m,w=L=>Ke[L>>2]),Nn(s,{name:u,fromWireType:L=>{for(var B=Ke[L>>2],Y,ne=L+4,oe=0;oe<=B;++oe){var pe=L+4+oe*o;if(oe==B||w(pe)==0){var ce=pe-ne,ye=f(ne,ce);Y===void 0?Y=ye:(Y+="\0",Y+=ye),ne=pe+o}}return Gn(L),Y},toWireType:(L,B)=>{typeof B!="string"&&yt(`Cannot pass non-string to C++ string type ${u}`);var Y=R(B),ne=oc(4+Y+o);return Ke[ne>>2]=Y/o,g(B,ne+4,Y+o),L!==null&&L.push(Gn,ne),ne},argPackAdvance:ti,readValueFromPointer:Aa,destructorFunction(L){Gn(L)}})},Ym=(s,o)=>{yh(s)},Jm=(s,o)=>{o=Jt(o),Nn(s,{isVoid:!0,name:o,argPackAdvance:0,fromWireType:()=>{},toWireType:(u,f)=>{}})},Zm=()=>{throw new ue},Sh=(s,o,u)=>{var f=[],g=s.toWireType(f,u);return f.length&&(Ke[o>>2]=Zt.toHandle(f)),g},jm=(s,o,u)=>(s=Zt.toValue(s),o=La(o,"emval::as"),Sh(o,u,s)),Da=[],Km=(s,o,u,f)=>(s=Da[s],o=Zt.toValue(o),s(null,o,u,f)),Qm={},rc=s=>{var o=Qm[s];return o===void 0?Jt(s):o},eg=(s,o,u,f,g)=>(s=Da[s],o=Zt.toValue(o),u=rc(u),s(o,o[u],f,g)),Mh=()=>globalThis,tg=s=>s===0?Zt.toHandle(Mh()):(s=rc(s),Zt.toHandle(Mh()[s])),ng=s=>{var o=Da.length;return Da.push(s),o},ig=(s,o)=>{for(var u=new Array(s),f=0;f<s;++f)u[f]=La(Ke[o+f*4>>2],`parameter ${f}`);return u},rg=(s,o,u)=>{var f=ig(s,o),g=f.shift();s--;var w=`return function (obj, func, destructorsRef, args) {
`,R=0,L=[];u===0&&L.push("obj");for(var B=["retType"],Y=[g],ne=0;ne<s;++ne)L.push(`arg${ne}`),B.push(`argType${ne}`),Y.push(f[ne]),w+=`  var arg${ne} = argType${ne}.readValueFromPointer(args${R?"+"+R:""});
`,R+=f[ne].argPackAdvance;var oe=u===1?"new func":"func.call";w+=`  var rv = ${oe}(${L.join(", ")});
`,g.isVoid||(B.push("emval_returnValue"),Y.push(Sh),w+=`  return emval_returnValue(retType, destructorsRef, rv);
`),w+=`};
`;var pe=new Function(...B,w)(...Y),ce=`methodCaller<(${f.map(ye=>ye.name).join(", ")}) => ${g.name}>`;return ng(Ea(ce,pe))},sg=(s,o)=>(s=Zt.toValue(s),o=Zt.toValue(o),Zt.toHandle(s[o])),ag=s=>{s>9&&(ii[s+1]+=1)},og=s=>(s=Zt.toValue(s),typeof s=="number"),lg=s=>(s=Zt.toValue(s),typeof s=="string"),cg=()=>Zt.toHandle([]),ug=s=>Zt.toHandle(rc(s)),hg=s=>{var o=Zt.toValue(s);tc(o),ic(s)},dg=(s,o)=>{s=La(s,"_emval_take_value");var u=s.readValueFromPointer(o);return Zt.toHandle(u)},fg=s=>{throw s=Zt.toValue(s),s},pg=s=>s%4===0&&(s%100!==0||s%400===0),mg=[0,31,60,91,121,152,182,213,244,274,305,335],gg=[0,31,59,90,120,151,181,212,243,273,304,334],bh=s=>{var o=pg(s.getFullYear()),u=o?mg:gg,f=u[s.getMonth()]+s.getDate()-1;return f},_g=9007199254740992,vg=-9007199254740992,sc=s=>s<vg||s>_g?NaN:Number(s);function yg(s,o){s=sc(s);var u=new Date(s*1e3);Ne[o>>2]=u.getSeconds(),Ne[o+4>>2]=u.getMinutes(),Ne[o+8>>2]=u.getHours(),Ne[o+12>>2]=u.getDate(),Ne[o+16>>2]=u.getMonth(),Ne[o+20>>2]=u.getFullYear()-1900,Ne[o+24>>2]=u.getDay();var f=bh(u)|0;Ne[o+28>>2]=f,Ne[o+36>>2]=-(u.getTimezoneOffset()*60);var g=new Date(u.getFullYear(),0,1),w=new Date(u.getFullYear(),6,1).getTimezoneOffset(),R=g.getTimezoneOffset(),L=(w!=R&&u.getTimezoneOffset()==Math.min(R,w))|0;Ne[o+32>>2]=L}var xg=function(s){var o=(()=>{var u=new Date(Ne[s+20>>2]+1900,Ne[s+16>>2],Ne[s+12>>2],Ne[s+8>>2],Ne[s+4>>2],Ne[s>>2],0),f=Ne[s+32>>2],g=u.getTimezoneOffset(),w=new Date(u.getFullYear(),0,1),R=new Date(u.getFullYear(),6,1).getTimezoneOffset(),L=w.getTimezoneOffset(),B=Math.min(L,R);if(f<0)Ne[s+32>>2]=+(R!=L&&B==g);else if(f>0!=(B==g)){var Y=Math.max(L,R),ne=f>0?B:Y;u.setTime(u.getTime()+(ne-g)*6e4)}Ne[s+24>>2]=u.getDay();var oe=bh(u)|0;Ne[s+28>>2]=oe,Ne[s>>2]=u.getSeconds(),Ne[s+4>>2]=u.getMinutes(),Ne[s+8>>2]=u.getHours(),Ne[s+12>>2]=u.getDate(),Ne[s+16>>2]=u.getMonth(),Ne[s+20>>2]=u.getYear();var pe=u.getTime();return isNaN(pe)?-1:pe/1e3})();return BigInt(o)},Sg=(s,o,u,f)=>{var g=new Date().getFullYear(),w=new Date(g,0,1),R=new Date(g,6,1),L=w.getTimezoneOffset(),B=R.getTimezoneOffset(),Y=Math.max(L,B);Ke[s>>2]=Y*60,Ne[o>>2]=+(L!=B);var ne=ce=>{var ye=ce>=0?"-":"+",nt=Math.abs(ce),xt=String(Math.floor(nt/60)).padStart(2,"0"),gt=String(nt%60).padStart(2,"0");return`UTC${ye}${xt}${gt}`},oe=ne(L),pe=ne(B);V(oe),V(pe),V(Xe(oe)<=16,`timezone name truncated to fit in TZNAME_MAX (${oe})`),V(Xe(pe)<=16,`timezone name truncated to fit in TZNAME_MAX (${pe})`),B<L?(Ki(oe,u,17),Ki(pe,f,17)):(Ki(oe,f,17),Ki(pe,u,17))},wh=()=>performance.now(),Eh=()=>Date.now(),Mg=1,bg=s=>s>=0&&s<=3;function wg(s,o,u){if(o=sc(o),!bg(s))return 28;var f;if(s===0)f=Eh();else if(Mg)f=wh();else return 52;var g=Math.round(f*1e3*1e3);return q[u>>3]=BigInt(g),0}var Fa=[],Eg=(s,o)=>{V(Array.isArray(Fa)),V(o%16==0),Fa.length=0;for(var u;u=It[s++];){var f=String.fromCharCode(u),g=["d","f","i","p"];g.push("j"),V(g.includes(f),`Invalid character ${u}("${f}") in readEmAsmArgs! Use only [${g}], and do not specify "v" for void return argument.`);var w=u!=105;w&=u!=112,o+=w&&o%8?4:0,Fa.push(u==112?Ke[o>>2]:u==106?q[o>>3]:u==105?Ne[o>>2]:tn[o>>3]),o+=w?8:4}return Fa},Tg=(s,o,u)=>{var f=Eg(o,u);return V(Ih.hasOwnProperty(s),`No EM_ASM constant found at address ${s}.  The loaded WebAssembly file is likely out of sync with the generated JavaScript.`),Ih[s](...f)},Ag=(s,o,u)=>Tg(s,o,u),Th=()=>2147483648,Rg=()=>Th(),Cg=(s,o)=>(V(o,"alignment argument is required"),Math.ceil(s/o)*o),Pg=s=>{var o=Ht.buffer,u=(s-o.byteLength+65535)/65536|0;try{return Ht.grow(u),Nt(),1}catch(f){b(`growMemory: Attempted to grow heap from ${o.byteLength} bytes to ${s} bytes, but got error: ${f}`)}},Ig=s=>{var o=It.length;s>>>=0,V(s>o);var u=Th();if(s>u)return b(`Cannot enlarge memory, requested ${s} bytes, but the limit is ${u} bytes!`),!1;for(var f=1;f<=4;f*=2){var g=o*(1+.2/f);g=Math.min(g,s+100663296);var w=Math.min(u,Cg(Math.max(s,g),65536)),R=Pg(w);if(R)return!0}return b(`Failed to grow the heap from ${o} bytes to ${w} bytes, not enough memory!`),!1},ac={},Lg=()=>d||"./this.program",ss=()=>{if(!ss.strings){var s=(typeof navigator=="object"&&navigator.language||"C").replace("-","_")+".UTF-8",o={USER:"web_user",LOGNAME:"web_user",PATH:"/",PWD:"/",HOME:"/home/web_user",LANG:s,_:Lg()};for(var u in ac)ac[u]===void 0?delete o[u]:o[u]=ac[u];var f=[];for(var u in o)f.push(`${u}=${o[u]}`);ss.strings=f}return ss.strings},Dg=(s,o)=>{var u=0,f=0;for(var g of ss()){var w=o+u;Ke[s+f>>2]=w,u+=Ki(g,w,1/0)+1,f+=4}return 0},Fg=(s,o)=>{var u=ss();Ke[s>>2]=u.length;var f=0;for(var g of u)f+=Xe(g)+1;return Ke[o>>2]=f,0},Ah=0,Rh=()=>At||Ah>0,Ng=s=>{K=s,Rh()||(t.onExit?.(s),z=!0),p(s,new Ie(s))},Ug=(s,o)=>{if(K=s,Z0(),Rh()&&!o){var u=`program exited (with status: ${s}), but keepRuntimeAlive() is set (counter=${Ah}) due to an async operation, so halting execution but not exiting the runtime or preventing further async execution (you can use emscripten_force_exit, if you want to force a true shutdown)`;pt?.(u),b(u)}Ng(s)},Og=Ug;function Bg(s){try{var o=ht.getStreamFromFD(s);return E.close(o),0}catch(u){if(typeof E>"u"||u.name!=="ErrnoError")throw u;return u.errno}}var kg=(s,o,u,f)=>{for(var g=0,w=0;w<u;w++){var R=Ke[o>>2],L=Ke[o+4>>2];o+=8;var B=E.read(s,ft,R,L,f);if(B<0)return-1;if(g+=B,B<L)break;typeof f<"u"&&(f+=B)}return g};function zg(s,o,u,f){try{var g=ht.getStreamFromFD(s),w=kg(g,o,u);return Ke[f>>2]=w,0}catch(R){if(typeof E>"u"||R.name!=="ErrnoError")throw R;return R.errno}}function Gg(s,o,u,f){o=sc(o);try{if(isNaN(o))return 61;var g=ht.getStreamFromFD(s);return E.llseek(g,o,u),q[f>>3]=BigInt(g.position),g.getdents&&o===0&&u===0&&(g.getdents=null),0}catch(w){if(typeof E>"u"||w.name!=="ErrnoError")throw w;return w.errno}}var Hg=(s,o,u,f)=>{for(var g=0,w=0;w<u;w++){var R=Ke[o>>2],L=Ke[o+4>>2];o+=8;var B=E.write(s,ft,R,L,f);if(B<0)return-1;if(g+=B,B<L)break;typeof f<"u"&&(f+=B)}return g};function Vg(s,o,u,f){try{var g=ht.getStreamFromFD(s),w=Hg(g,o,u);return Ke[f>>2]=w,0}catch(R){if(typeof E>"u"||R.name!=="ErrnoError")throw R;return R.errno}}var Wg=s=>s,Xg=s=>{var o=t["_"+s];return V(o,"Cannot call unknown function "+s+", make sure it is exported"),o},$g=(s,o)=>{V(s.length>=0,"writeArrayToMemory array must have a length (should be an array or typed array)"),ft.set(s,o)},Na=s=>Oh(s),qg=s=>{var o=Xe(s)+1,u=Na(o);return Ki(s,u,o),u},Ch=(s,o,u,f,g)=>{var w={string:ye=>{var nt=0;return ye!=null&&ye!==0&&(nt=qg(ye)),nt},array:ye=>{var nt=Na(ye.length);return $g(ye,nt),nt}};function R(ye){return o==="string"?cn(ye):o==="boolean"?!!ye:ye}var L=Xg(s),B=[],Y=0;if(V(o!=="array",'Return type should not be "array".'),f)for(var ne=0;ne<f.length;ne++){var oe=w[u[ne]];oe?(Y===0&&(Y=ve()),B[ne]=oe(f[ne])):B[ne]=f[ne]}var pe=L(...B);function ce(ye){return Y!==0&&Se(Y),R(ye)}return pe=ce(pe),pe},Yg=(s,o,u,f)=>(...g)=>Ch(s,o,u,g,f),Jg=(...s)=>E.createPath(...s),Zg=(...s)=>E.unlink(...s),jg=(...s)=>E.createLazyFile(...s),Kg=(...s)=>E.createDevice(...s),Qg=s=>Ua(s),e_=s=>uc(s),t_=s=>{var o=ve(),u=Na(4),f=Na(4);kh(s,u,f);var g=Ke[u>>2],w=Ke[f>>2],R=cn(g);Gn(g);var L;return w&&(L=cn(w),Gn(w)),Se(o),[R,L]},Ph=s=>t_(s);E.createPreloadedFile=Kn,E.staticInit(),hm(),ym(),V(ii.length===10),t.noExitRuntime&&(At=t.noExitRuntime),t.preloadPlugins&&(nn=t.preloadPlugins),t.print&&(A=t.print),t.printErr&&(b=t.printErr),t.wasmBinary&&(Z=t.wasmBinary),r_(),t.arguments&&(h=t.arguments),t.thisProgram&&(d=t.thisProgram),V(typeof t.memoryInitializerPrefixURL>"u","Module.memoryInitializerPrefixURL option was removed, use Module.locateFile instead"),V(typeof t.pthreadMainPrefixURL>"u","Module.pthreadMainPrefixURL option was removed, use Module.locateFile instead"),V(typeof t.cdInitializerPrefixURL>"u","Module.cdInitializerPrefixURL option was removed, use Module.locateFile instead"),V(typeof t.filePackagePrefixURL>"u","Module.filePackagePrefixURL option was removed, use Module.locateFile instead"),V(typeof t.read>"u","Module.read option was removed"),V(typeof t.readAsync>"u","Module.readAsync option was removed (modify readAsync in JS)"),V(typeof t.readBinary>"u","Module.readBinary option was removed (modify readBinary in JS)"),V(typeof t.setWindowTitle>"u","Module.setWindowTitle option was removed (modify emscripten_set_window_title in JS)"),V(typeof t.TOTAL_MEMORY>"u","Module.TOTAL_MEMORY has been renamed Module.INITIAL_MEMORY"),V(typeof t.ENVIRONMENT>"u","Module.ENVIRONMENT has been deprecated. To force the environment, use the ENVIRONMENT compile-time option (for example, -sENVIRONMENT=web or -sENVIRONMENT=node)"),V(typeof t.STACK_SIZE>"u","STACK_SIZE can no longer be set at runtime.  Use -sSTACK_SIZE at link time"),V(typeof t.wasmMemory>"u","Use of `wasmMemory` detected.  Use -sIMPORTED_MEMORY to define wasmMemory externally"),V(typeof t.INITIAL_MEMORY>"u","Detected runtime INITIAL_MEMORY setting.  Use -sIMPORTED_MEMORY to define wasmMemory dynamically"),t.addRunDependency=xe,t.removeRunDependency=fe,t.ccall=Ch,t.cwrap=Yg,t.FS_createPreloadedFile=Kn,t.FS_unlink=Zg,t.FS_createPath=Jg,t.FS_createDevice=Kg,t.FS=E,t.FS_createDataFile=Yt,t.FS_createLazyFile=jg,t.MEMFS=He;var n_=["writeI53ToI64","writeI53ToI64Clamped","writeI53ToI64Signaling","writeI53ToU64Clamped","writeI53ToU64Signaling","readI53FromI64","readI53FromU64","convertI32PairToI53","convertI32PairToI53Checked","convertU32PairToI53","getTempRet0","zeroMemory","withStackSave","inetPton4","inetNtop4","inetPton6","inetNtop6","readSockaddr","writeSockaddr","emscriptenLog","runMainThreadEmAsm","jstoi_q","autoResumeAudioContext","getDynCaller","dynCall","handleException","runtimeKeepalivePush","runtimeKeepalivePop","callUserCallback","maybeExit","asmjsMangle","HandleAllocator","getNativeTypeSize","addOnInit","addOnPostCtor","addOnPreMain","addOnExit","STACK_SIZE","STACK_ALIGN","POINTER_SIZE","ASSERTIONS","uleb128Encode","sigToWasmTypes","generateFuncType","convertJsFunctionToWasm","getEmptyTableSlot","updateTableMap","getFunctionAddress","addFunction","removeFunction","reallyNegative","unSign","strLen","reSign","formatString","intArrayToString","stringToAscii","stringToNewUTF8","registerKeyEventCallback","maybeCStringToJsString","findEventTarget","getBoundingClientRect","fillMouseEventData","registerMouseEventCallback","registerWheelEventCallback","registerUiEventCallback","registerFocusEventCallback","fillDeviceOrientationEventData","registerDeviceOrientationEventCallback","fillDeviceMotionEventData","registerDeviceMotionEventCallback","screenOrientation","fillOrientationChangeEventData","registerOrientationChangeEventCallback","fillFullscreenChangeEventData","registerFullscreenChangeEventCallback","JSEvents_requestFullscreen","JSEvents_resizeCanvasForFullscreen","registerRestoreOldStyle","hideEverythingExceptGivenElement","restoreHiddenElements","setLetterbox","softFullscreenResizeWebGLRenderTarget","doRequestFullscreen","fillPointerlockChangeEventData","registerPointerlockChangeEventCallback","registerPointerlockErrorEventCallback","requestPointerLock","fillVisibilityChangeEventData","registerVisibilityChangeEventCallback","registerTouchEventCallback","fillGamepadEventData","registerGamepadEventCallback","registerBeforeUnloadEventCallback","fillBatteryEventData","battery","registerBatteryEventCallback","setCanvasElementSize","getCanvasElementSize","jsStackTrace","getCallstack","convertPCtoSourceLocation","wasiRightsToMuslOFlags","wasiOFlagsToMuslOFlags","safeSetTimeout","setImmediateWrapped","safeRequestAnimationFrame","clearImmediateWrapped","registerPostMainLoop","registerPreMainLoop","getPromise","makePromise","idsToPromises","makePromiseCallback","Browser_asyncPrepareDataCounter","arraySum","addDays","getSocketFromFD","getSocketAddress","FS_mkdirTree","_setNetworkCallback","heapObjectForWebGLType","toTypedArrayIndex","webgl_enable_ANGLE_instanced_arrays","webgl_enable_OES_vertex_array_object","webgl_enable_WEBGL_draw_buffers","webgl_enable_WEBGL_multi_draw","webgl_enable_EXT_polygon_offset_clamp","webgl_enable_EXT_clip_control","webgl_enable_WEBGL_polygon_mode","emscriptenWebGLGet","computeUnpackAlignedImageSize","colorChannelsInGlTextureFormat","emscriptenWebGLGetTexPixelData","emscriptenWebGLGetUniform","webglGetUniformLocation","webglPrepareUniformLocationsBeforeFirstUse","webglGetLeftBracePos","emscriptenWebGLGetVertexAttrib","__glGetActiveAttribOrUniform","writeGLArray","registerWebGlEventCallback","runAndAbortIfError","ALLOC_NORMAL","ALLOC_STACK","allocate","writeStringToMemory","writeAsciiToMemory","demangle","stackTrace","getFunctionArgsName","createJsInvokerSignature","PureVirtualError","registerInheritedInstance","unregisterInheritedInstance","getInheritedInstanceCount","getLiveInheritedInstances","setDelayFunction","count_emval_handles"];n_.forEach(je);var i_=["run","out","err","callMain","abort","wasmMemory","wasmExports","HEAPF32","HEAPF64","HEAP8","HEAPU8","HEAP16","HEAPU16","HEAP32","HEAPU32","HEAP64","HEAPU64","writeStackCookie","checkStackCookie","INT53_MAX","INT53_MIN","bigintToI53Checked","stackSave","stackRestore","stackAlloc","setTempRet0","ptrToString","exitJS","getHeapMax","growMemory","ENV","ERRNO_CODES","strError","DNS","Protocols","Sockets","timers","warnOnce","readEmAsmArgsArray","readEmAsmArgs","runEmAsmFunction","getExecutableName","keepRuntimeAlive","asyncLoad","alignMemory","mmapAlloc","wasmTable","getUniqueRunDependency","noExitRuntime","addOnPreRun","addOnPostRun","freeTableIndexes","functionsInTableMap","setValue","getValue","PATH","PATH_FS","UTF8Decoder","UTF8ArrayToString","UTF8ToString","stringToUTF8Array","stringToUTF8","lengthBytesUTF8","intArrayFromString","AsciiToString","UTF16Decoder","UTF16ToString","stringToUTF16","lengthBytesUTF16","UTF32ToString","stringToUTF32","lengthBytesUTF32","stringToUTF8OnStack","writeArrayToMemory","JSEvents","specialHTMLTargets","findCanvasEventTarget","currentFullscreenStrategy","restoreOldWindowedStyle","UNWIND_CACHE","ExitStatus","getEnvStrings","checkWasiClock","doReadv","doWritev","initRandomFill","randomFill","emSetImmediate","emClearImmediate_deps","emClearImmediate","promiseMap","uncaughtExceptionCount","exceptionLast","exceptionCaught","ExceptionInfo","findMatchingCatch","getExceptionMessageCommon","Browser","requestFullscreen","requestFullScreen","setCanvasSize","getUserMedia","createContext","getPreloadedImageData__data","wget","MONTH_DAYS_REGULAR","MONTH_DAYS_LEAP","MONTH_DAYS_REGULAR_CUMULATIVE","MONTH_DAYS_LEAP_CUMULATIVE","isLeapYear","ydayFromDate","SYSCALLS","preloadPlugins","FS_modeStringToFlags","FS_getMode","FS_stdin_getChar_buffer","FS_stdin_getChar","FS_readFile","FS_root","FS_mounts","FS_devices","FS_streams","FS_nextInode","FS_nameTable","FS_currentPath","FS_initialized","FS_ignorePermissions","FS_filesystems","FS_syncFSRequests","FS_readFiles","FS_lookupPath","FS_getPath","FS_hashName","FS_hashAddNode","FS_hashRemoveNode","FS_lookupNode","FS_createNode","FS_destroyNode","FS_isRoot","FS_isMountpoint","FS_isFile","FS_isDir","FS_isLink","FS_isChrdev","FS_isBlkdev","FS_isFIFO","FS_isSocket","FS_flagsToPermissionString","FS_nodePermissions","FS_mayLookup","FS_mayCreate","FS_mayDelete","FS_mayOpen","FS_checkOpExists","FS_nextfd","FS_getStreamChecked","FS_getStream","FS_createStream","FS_closeStream","FS_dupStream","FS_doSetAttr","FS_chrdev_stream_ops","FS_major","FS_minor","FS_makedev","FS_registerDevice","FS_getDevice","FS_getMounts","FS_syncfs","FS_mount","FS_unmount","FS_lookup","FS_mknod","FS_statfs","FS_statfsStream","FS_statfsNode","FS_create","FS_mkdir","FS_mkdev","FS_symlink","FS_rename","FS_rmdir","FS_readdir","FS_readlink","FS_stat","FS_fstat","FS_lstat","FS_doChmod","FS_chmod","FS_lchmod","FS_fchmod","FS_doChown","FS_chown","FS_lchown","FS_fchown","FS_doTruncate","FS_truncate","FS_ftruncate","FS_utime","FS_open","FS_close","FS_isClosed","FS_llseek","FS_read","FS_write","FS_mmap","FS_msync","FS_ioctl","FS_writeFile","FS_cwd","FS_chdir","FS_createDefaultDirectories","FS_createDefaultDevices","FS_createSpecialDirectories","FS_createStandardStreams","FS_staticInit","FS_init","FS_quit","FS_findObject","FS_analyzePath","FS_createFile","FS_forceLoadFile","FS_absolutePath","FS_createFolder","FS_createLink","FS_joinPath","FS_mmapAlloc","FS_standardizePath","TTY","PIPEFS","SOCKFS","tempFixedLengthArray","miniTempWebGLFloatBuffers","miniTempWebGLIntBuffers","GL","AL","GLUT","EGL","GLEW","IDBStore","SDL","SDL_gfx","allocateUTF8","allocateUTF8OnStack","print","printErr","jstoi_s","InternalError","BindingError","throwInternalError","throwBindingError","registeredTypes","awaitingDependencies","typeDependencies","tupleRegistrations","structRegistrations","sharedRegisterType","whenDependentTypesAreResolved","getTypeName","getFunctionName","heap32VectorToArray","requireRegisteredType","usesDestructorStack","checkArgCount","getRequiredArgCount","createJsInvoker","UnboundTypeError","GenericWireTypeSize","EmValType","EmValOptionalType","throwUnboundTypeError","ensureOverloadTable","exposePublicSymbol","replacePublicSymbol","createNamedFunction","embindRepr","registeredInstances","getBasestPointer","getInheritedInstance","registeredPointers","registerType","integerReadValueFromPointer","enumReadValueFromPointer","floatReadValueFromPointer","assertIntegerRange","readPointer","runDestructors","craftInvokerFunction","embind__requireFunction","genericPointerToWireType","constNoSmartPtrRawPointerToWireType","nonConstNoSmartPtrRawPointerToWireType","init_RegisteredPointer","RegisteredPointer","RegisteredPointer_fromWireType","runDestructor","releaseClassHandle","finalizationRegistry","detachFinalizer_deps","detachFinalizer","attachFinalizer","makeClassHandle","init_ClassHandle","ClassHandle","throwInstanceAlreadyDeleted","deletionQueue","flushPendingDeletes","delayFunction","RegisteredClass","shallowCopyInternalPointer","downcastPointer","upcastPointer","validateThis","char_0","char_9","makeLegalFunctionName","emval_freelist","emval_handles","emval_symbols","getStringOrSymbol","Emval","emval_get_global","emval_returnValue","emval_lookupTypes","emval_methodCallers","emval_addMethodCaller"];i_.forEach(dt),t.incrementExceptionRefcount=Qg,t.decrementExceptionRefcount=e_,t.getExceptionMessage=Ph;function r_(){Me("fetchSettings")}var Ih={679512:()=>{typeof t<"u"&&"mjDISABLESTRING mjENABLESTRING mjFRAMESTRING mjLABELSTRING mjRNDSTRING mjTIMERSTRING mjVISSTRING".split(" ").forEach(function(s){Object.defineProperty(t,s,{get:function(){return t["get_"+s]()},set:function(o){},enumerable:!0,configurable:!0})})}},Lh=Pe("___getTypeName"),oc=Pe("_malloc"),s_=Pe("___cxa_free_exception"),lc=Pe("_fflush"),Gn=Pe("_free"),cc=Pe("_emscripten_stack_get_end"),a_=Pe("_emscripten_stack_get_base"),Dh=Pe("_strerror"),be=Pe("_setThrew"),Fh=Pe("__emscripten_tempret_set"),Nh=Pe("_emscripten_stack_init"),o_=Pe("_emscripten_stack_get_free"),Uh=Pe("__emscripten_stack_restore"),Oh=Pe("__emscripten_stack_alloc"),Bh=Pe("_emscripten_stack_get_current"),uc=Pe("___cxa_decrement_exception_refcount"),Ua=Pe("___cxa_increment_exception_refcount"),kh=Pe("___get_exception_message"),zh=Pe("___cxa_can_catch"),Gh=Pe("___cxa_get_exception_ptr");function l_(s){Lh=we("__getTypeName",1),oc=we("malloc",1),s_=we("__cxa_free_exception",1),lc=we("fflush",1),Gn=we("free",1),cc=s.emscripten_stack_get_end,a_=s.emscripten_stack_get_base,Dh=we("strerror",1),be=we("setThrew",2),Fh=we("_emscripten_tempret_set",1),Nh=s.emscripten_stack_init,o_=s.emscripten_stack_get_free,Uh=s._emscripten_stack_restore,Oh=s._emscripten_stack_alloc,Bh=s.emscripten_stack_get_current,uc=we("__cxa_decrement_exception_refcount",1),Ua=we("__cxa_increment_exception_refcount",1),kh=we("__get_exception_message",3),zh=we("__cxa_can_catch",3),Gh=we("__cxa_get_exception_ptr",1)}var Hh={__assert_fail:ts,__cxa_begin_catch:pr,__cxa_current_primary_exception:va,__cxa_end_catch:qi,__cxa_find_matching_catch_2:Yl,__cxa_find_matching_catch_3:Jl,__cxa_find_matching_catch_4:Zl,__cxa_rethrow:ns,__cxa_rethrow_primary_exception:D,__cxa_throw:$,__cxa_uncaught_exceptions:ie,__resumeException:te,__syscall_dup3:An,__syscall_fcntl64:kn,__syscall_fstat64:ya,__syscall_ioctl:Jp,__syscall_lstat64:Zp,__syscall_newfstatat:jp,__syscall_openat:Kp,__syscall_stat64:Qp,_abort_js:em,_embind_register_bigint:nm,_embind_register_bool:im,_embind_register_class:Sm,_embind_register_class_class_function:Em,_embind_register_class_constructor:Tm,_embind_register_class_function:Am,_embind_register_class_property:Rm,_embind_register_constant:Cm,_embind_register_emval:yh,_embind_register_enum:Im,_embind_register_enum_value:Lm,_embind_register_float:Fm,_embind_register_function:Nm,_embind_register_integer:Um,_embind_register_memory_view:Om,_embind_register_optional:km,_embind_register_std_string:zm,_embind_register_std_wstring:qm,_embind_register_user_type:Ym,_embind_register_void:Jm,_emscripten_throw_longjmp:Zm,_emval_as:jm,_emval_call:Km,_emval_call_method:eg,_emval_decref:ic,_emval_get_global:tg,_emval_get_method_caller:rg,_emval_get_property:sg,_emval_incref:ag,_emval_is_number:og,_emval_is_string:lg,_emval_new_array:cg,_emval_new_cstring:ug,_emval_run_destructors:hg,_emval_take_value:dg,_emval_throw:fg,_localtime_js:yg,_mktime_js:xg,_tzset_js:Sg,clock_time_get:wg,emscripten_asm_const_int:Ag,emscripten_date_now:Eh,emscripten_get_heap_max:Rg,emscripten_get_now:wh,emscripten_resize_heap:Ig,environ_get:Dg,environ_sizes_get:Fg,exit:Og,fd_close:Bg,fd_read:zg,fd_seek:Gg,fd_write:Vg,invoke_ddd:N0,invoke_dddi:K_,invoke_dddidi:Q_,invoke_ddidi:j_,invoke_di:e0,invoke_dii:H_,invoke_diii:M_,invoke_diiii:Z_,invoke_diiiidd:Y_,invoke_diiiidi:E_,invoke_diiiii:__,invoke_diiiiii:I_,invoke_diiiiiii:t0,invoke_diiiiiiiii:C_,invoke_diiiiiiiiiiii:P_,invoke_fiii:$0,invoke_i:v_,invoke_id:x0,invoke_ii:h_,invoke_iid:h0,invoke_iidddd:z0,invoke_iidiii:k_,invoke_iidiiid:O_,invoke_iidiiiiidi:z_,invoke_iif:k0,invoke_iii:c_,invoke_iiid:G_,invoke_iiididdddddd:B_,invoke_iiidiiiiiiii:U_,invoke_iiii:p_,invoke_iiiidddiiiii:i0,invoke_iiiii:S_,invoke_iiiiid:M0,invoke_iiiiii:g0,invoke_iiiiiii:f0,invoke_iiiiiiii:u0,invoke_iiiiiiiidd:b0,invoke_iiiiiiiii:q_,invoke_iiiiiiiiii:p0,invoke_iiiiiiiiiidddiiiiiiiii:N_,invoke_iiiiiiiiiii:X0,invoke_iiiiiiiiiiii:q0,invoke_iiiiiiiiiiiii:R0,invoke_iiij:m0,invoke_iiji:S0,invoke_j:V0,invoke_ji:D0,invoke_jiiii:_0,invoke_jij:F0,invoke_v:f_,invoke_vi:d_,invoke_vid:d0,invoke_viddd:v0,invoke_vidddd:y0,invoke_vidi:J_,invoke_vidiii:D_,invoke_vii:g_,invoke_viid:X_,invoke_viiddi:A0,invoke_viiddidi:T0,invoke_viiddii:n0,invoke_viidi:W_,invoke_viidii:w_,invoke_viidiii:l0,invoke_viidiiid:a0,invoke_viidiiiii:F_,invoke_viidiiiiidi:c0,invoke_viidiiiiiiii:L_,invoke_viii:u_,invoke_viiid:A_,invoke_viiidd:E0,invoke_viiidi:V_,invoke_viiididdddddd:o0,invoke_viiidiiiiiiii:s0,invoke_viiii:x_,invoke_viiiiddd:w0,invoke_viiiidi:U0,invoke_viiiifi:O0,invoke_viiiii:m_,invoke_viiiiid:T_,invoke_viiiiii:y_,invoke_viiiiiii:b_,invoke_viiiiiiii:$_,invoke_viiiiiiiiii:I0,invoke_viiiiiiiiiidddiiiiiiiii:r0,invoke_viiiiiiiiiiid:R_,invoke_viiiiiiiiiiiii:P0,invoke_viiiiiiiiiiiiiii:Y0,invoke_viiiiiiiiiiiiiiiiii:L0,invoke_viiiij:G0,invoke_viij:H0,invoke_viijii:W0,invoke_vij:B0,invoke_vijjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj:C0,llvm_eh_typeid_for:Wg},Qi=await Ae();function c_(s,o,u){var f=ve();try{return Ee(s)(o,u)}catch(g){if(Se(f),!(g instanceof H))throw g;be(1,0)}}function u_(s,o,u,f){var g=ve();try{Ee(s)(o,u,f)}catch(w){if(Se(g),!(w instanceof H))throw w;be(1,0)}}function h_(s,o){var u=ve();try{return Ee(s)(o)}catch(f){if(Se(u),!(f instanceof H))throw f;be(1,0)}}function d_(s,o){var u=ve();try{Ee(s)(o)}catch(f){if(Se(u),!(f instanceof H))throw f;be(1,0)}}function f_(s){var o=ve();try{Ee(s)()}catch(u){if(Se(o),!(u instanceof H))throw u;be(1,0)}}function p_(s,o,u,f){var g=ve();try{return Ee(s)(o,u,f)}catch(w){if(Se(g),!(w instanceof H))throw w;be(1,0)}}function m_(s,o,u,f,g,w){var R=ve();try{Ee(s)(o,u,f,g,w)}catch(L){if(Se(R),!(L instanceof H))throw L;be(1,0)}}function g_(s,o,u){var f=ve();try{Ee(s)(o,u)}catch(g){if(Se(f),!(g instanceof H))throw g;be(1,0)}}function __(s,o,u,f,g,w){var R=ve();try{return Ee(s)(o,u,f,g,w)}catch(L){if(Se(R),!(L instanceof H))throw L;be(1,0)}}function v_(s){var o=ve();try{return Ee(s)()}catch(u){if(Se(o),!(u instanceof H))throw u;be(1,0)}}function y_(s,o,u,f,g,w,R){var L=ve();try{Ee(s)(o,u,f,g,w,R)}catch(B){if(Se(L),!(B instanceof H))throw B;be(1,0)}}function x_(s,o,u,f,g){var w=ve();try{Ee(s)(o,u,f,g)}catch(R){if(Se(w),!(R instanceof H))throw R;be(1,0)}}function S_(s,o,u,f,g){var w=ve();try{return Ee(s)(o,u,f,g)}catch(R){if(Se(w),!(R instanceof H))throw R;be(1,0)}}function M_(s,o,u,f){var g=ve();try{return Ee(s)(o,u,f)}catch(w){if(Se(g),!(w instanceof H))throw w;be(1,0)}}function b_(s,o,u,f,g,w,R,L){var B=ve();try{Ee(s)(o,u,f,g,w,R,L)}catch(Y){if(Se(B),!(Y instanceof H))throw Y;be(1,0)}}function w_(s,o,u,f,g,w){var R=ve();try{Ee(s)(o,u,f,g,w)}catch(L){if(Se(R),!(L instanceof H))throw L;be(1,0)}}function E_(s,o,u,f,g,w,R){var L=ve();try{return Ee(s)(o,u,f,g,w,R)}catch(B){if(Se(L),!(B instanceof H))throw B;be(1,0)}}function T_(s,o,u,f,g,w,R){var L=ve();try{Ee(s)(o,u,f,g,w,R)}catch(B){if(Se(L),!(B instanceof H))throw B;be(1,0)}}function A_(s,o,u,f,g){var w=ve();try{Ee(s)(o,u,f,g)}catch(R){if(Se(w),!(R instanceof H))throw R;be(1,0)}}function R_(s,o,u,f,g,w,R,L,B,Y,ne,oe,pe){var ce=ve();try{Ee(s)(o,u,f,g,w,R,L,B,Y,ne,oe,pe)}catch(ye){if(Se(ce),!(ye instanceof H))throw ye;be(1,0)}}function C_(s,o,u,f,g,w,R,L,B,Y){var ne=ve();try{return Ee(s)(o,u,f,g,w,R,L,B,Y)}catch(oe){if(Se(ne),!(oe instanceof H))throw oe;be(1,0)}}function P_(s,o,u,f,g,w,R,L,B,Y,ne,oe,pe){var ce=ve();try{return Ee(s)(o,u,f,g,w,R,L,B,Y,ne,oe,pe)}catch(ye){if(Se(ce),!(ye instanceof H))throw ye;be(1,0)}}function I_(s,o,u,f,g,w,R){var L=ve();try{return Ee(s)(o,u,f,g,w,R)}catch(B){if(Se(L),!(B instanceof H))throw B;be(1,0)}}function L_(s,o,u,f,g,w,R,L,B,Y,ne,oe){var pe=ve();try{Ee(s)(o,u,f,g,w,R,L,B,Y,ne,oe)}catch(ce){if(Se(pe),!(ce instanceof H))throw ce;be(1,0)}}function D_(s,o,u,f,g,w){var R=ve();try{Ee(s)(o,u,f,g,w)}catch(L){if(Se(R),!(L instanceof H))throw L;be(1,0)}}function F_(s,o,u,f,g,w,R,L,B){var Y=ve();try{Ee(s)(o,u,f,g,w,R,L,B)}catch(ne){if(Se(Y),!(ne instanceof H))throw ne;be(1,0)}}function N_(s,o,u,f,g,w,R,L,B,Y,ne,oe,pe,ce,ye,nt,xt,gt,Ot,Et,fn,jt){var xn=ve();try{return Ee(s)(o,u,f,g,w,R,L,B,Y,ne,oe,pe,ce,ye,nt,xt,gt,Ot,Et,fn,jt)}catch(Ft){if(Se(xn),!(Ft instanceof H))throw Ft;be(1,0)}}function U_(s,o,u,f,g,w,R,L,B,Y,ne,oe){var pe=ve();try{return Ee(s)(o,u,f,g,w,R,L,B,Y,ne,oe)}catch(ce){if(Se(pe),!(ce instanceof H))throw ce;be(1,0)}}function O_(s,o,u,f,g,w,R){var L=ve();try{return Ee(s)(o,u,f,g,w,R)}catch(B){if(Se(L),!(B instanceof H))throw B;be(1,0)}}function B_(s,o,u,f,g,w,R,L,B,Y,ne,oe){var pe=ve();try{return Ee(s)(o,u,f,g,w,R,L,B,Y,ne,oe)}catch(ce){if(Se(pe),!(ce instanceof H))throw ce;be(1,0)}}function k_(s,o,u,f,g,w){var R=ve();try{return Ee(s)(o,u,f,g,w)}catch(L){if(Se(R),!(L instanceof H))throw L;be(1,0)}}function z_(s,o,u,f,g,w,R,L,B,Y){var ne=ve();try{return Ee(s)(o,u,f,g,w,R,L,B,Y)}catch(oe){if(Se(ne),!(oe instanceof H))throw oe;be(1,0)}}function G_(s,o,u,f){var g=ve();try{return Ee(s)(o,u,f)}catch(w){if(Se(g),!(w instanceof H))throw w;be(1,0)}}function H_(s,o,u){var f=ve();try{return Ee(s)(o,u)}catch(g){if(Se(f),!(g instanceof H))throw g;be(1,0)}}function V_(s,o,u,f,g,w){var R=ve();try{Ee(s)(o,u,f,g,w)}catch(L){if(Se(R),!(L instanceof H))throw L;be(1,0)}}function W_(s,o,u,f,g){var w=ve();try{Ee(s)(o,u,f,g)}catch(R){if(Se(w),!(R instanceof H))throw R;be(1,0)}}function X_(s,o,u,f){var g=ve();try{Ee(s)(o,u,f)}catch(w){if(Se(g),!(w instanceof H))throw w;be(1,0)}}function $_(s,o,u,f,g,w,R,L,B){var Y=ve();try{Ee(s)(o,u,f,g,w,R,L,B)}catch(ne){if(Se(Y),!(ne instanceof H))throw ne;be(1,0)}}function q_(s,o,u,f,g,w,R,L,B){var Y=ve();try{return Ee(s)(o,u,f,g,w,R,L,B)}catch(ne){if(Se(Y),!(ne instanceof H))throw ne;be(1,0)}}function Y_(s,o,u,f,g,w,R){var L=ve();try{return Ee(s)(o,u,f,g,w,R)}catch(B){if(Se(L),!(B instanceof H))throw B;be(1,0)}}function J_(s,o,u,f){var g=ve();try{Ee(s)(o,u,f)}catch(w){if(Se(g),!(w instanceof H))throw w;be(1,0)}}function Z_(s,o,u,f,g){var w=ve();try{return Ee(s)(o,u,f,g)}catch(R){if(Se(w),!(R instanceof H))throw R;be(1,0)}}function j_(s,o,u,f,g){var w=ve();try{return Ee(s)(o,u,f,g)}catch(R){if(Se(w),!(R instanceof H))throw R;be(1,0)}}function K_(s,o,u,f){var g=ve();try{return Ee(s)(o,u,f)}catch(w){if(Se(g),!(w instanceof H))throw w;be(1,0)}}function Q_(s,o,u,f,g,w){var R=ve();try{return Ee(s)(o,u,f,g,w)}catch(L){if(Se(R),!(L instanceof H))throw L;be(1,0)}}function e0(s,o){var u=ve();try{return Ee(s)(o)}catch(f){if(Se(u),!(f instanceof H))throw f;be(1,0)}}function t0(s,o,u,f,g,w,R,L){var B=ve();try{return Ee(s)(o,u,f,g,w,R,L)}catch(Y){if(Se(B),!(Y instanceof H))throw Y;be(1,0)}}function n0(s,o,u,f,g,w,R){var L=ve();try{Ee(s)(o,u,f,g,w,R)}catch(B){if(Se(L),!(B instanceof H))throw B;be(1,0)}}function i0(s,o,u,f,g,w,R,L,B,Y,ne,oe){var pe=ve();try{return Ee(s)(o,u,f,g,w,R,L,B,Y,ne,oe)}catch(ce){if(Se(pe),!(ce instanceof H))throw ce;be(1,0)}}function r0(s,o,u,f,g,w,R,L,B,Y,ne,oe,pe,ce,ye,nt,xt,gt,Ot,Et,fn,jt,xn){var Ft=ve();try{Ee(s)(o,u,f,g,w,R,L,B,Y,ne,oe,pe,ce,ye,nt,xt,gt,Ot,Et,fn,jt,xn)}catch(er){if(Se(Ft),!(er instanceof H))throw er;be(1,0)}}function s0(s,o,u,f,g,w,R,L,B,Y,ne,oe,pe){var ce=ve();try{Ee(s)(o,u,f,g,w,R,L,B,Y,ne,oe,pe)}catch(ye){if(Se(ce),!(ye instanceof H))throw ye;be(1,0)}}function a0(s,o,u,f,g,w,R,L){var B=ve();try{Ee(s)(o,u,f,g,w,R,L)}catch(Y){if(Se(B),!(Y instanceof H))throw Y;be(1,0)}}function o0(s,o,u,f,g,w,R,L,B,Y,ne,oe,pe){var ce=ve();try{Ee(s)(o,u,f,g,w,R,L,B,Y,ne,oe,pe)}catch(ye){if(Se(ce),!(ye instanceof H))throw ye;be(1,0)}}function l0(s,o,u,f,g,w,R){var L=ve();try{Ee(s)(o,u,f,g,w,R)}catch(B){if(Se(L),!(B instanceof H))throw B;be(1,0)}}function c0(s,o,u,f,g,w,R,L,B,Y,ne){var oe=ve();try{Ee(s)(o,u,f,g,w,R,L,B,Y,ne)}catch(pe){if(Se(oe),!(pe instanceof H))throw pe;be(1,0)}}function u0(s,o,u,f,g,w,R,L){var B=ve();try{return Ee(s)(o,u,f,g,w,R,L)}catch(Y){if(Se(B),!(Y instanceof H))throw Y;be(1,0)}}function h0(s,o,u){var f=ve();try{return Ee(s)(o,u)}catch(g){if(Se(f),!(g instanceof H))throw g;be(1,0)}}function d0(s,o,u){var f=ve();try{Ee(s)(o,u)}catch(g){if(Se(f),!(g instanceof H))throw g;be(1,0)}}function f0(s,o,u,f,g,w,R){var L=ve();try{return Ee(s)(o,u,f,g,w,R)}catch(B){if(Se(L),!(B instanceof H))throw B;be(1,0)}}function p0(s,o,u,f,g,w,R,L,B,Y){var ne=ve();try{return Ee(s)(o,u,f,g,w,R,L,B,Y)}catch(oe){if(Se(ne),!(oe instanceof H))throw oe;be(1,0)}}function m0(s,o,u,f){var g=ve();try{return Ee(s)(o,u,f)}catch(w){if(Se(g),!(w instanceof H))throw w;be(1,0)}}function g0(s,o,u,f,g,w){var R=ve();try{return Ee(s)(o,u,f,g,w)}catch(L){if(Se(R),!(L instanceof H))throw L;be(1,0)}}function _0(s,o,u,f,g){var w=ve();try{return Ee(s)(o,u,f,g)}catch(R){if(Se(w),!(R instanceof H))throw R;return be(1,0),0n}}function v0(s,o,u,f,g){var w=ve();try{Ee(s)(o,u,f,g)}catch(R){if(Se(w),!(R instanceof H))throw R;be(1,0)}}function y0(s,o,u,f,g,w){var R=ve();try{Ee(s)(o,u,f,g,w)}catch(L){if(Se(R),!(L instanceof H))throw L;be(1,0)}}function x0(s,o){var u=ve();try{return Ee(s)(o)}catch(f){if(Se(u),!(f instanceof H))throw f;be(1,0)}}function S0(s,o,u,f){var g=ve();try{return Ee(s)(o,u,f)}catch(w){if(Se(g),!(w instanceof H))throw w;be(1,0)}}function M0(s,o,u,f,g,w){var R=ve();try{return Ee(s)(o,u,f,g,w)}catch(L){if(Se(R),!(L instanceof H))throw L;be(1,0)}}function b0(s,o,u,f,g,w,R,L,B,Y){var ne=ve();try{return Ee(s)(o,u,f,g,w,R,L,B,Y)}catch(oe){if(Se(ne),!(oe instanceof H))throw oe;be(1,0)}}function w0(s,o,u,f,g,w,R,L){var B=ve();try{Ee(s)(o,u,f,g,w,R,L)}catch(Y){if(Se(B),!(Y instanceof H))throw Y;be(1,0)}}function E0(s,o,u,f,g,w){var R=ve();try{Ee(s)(o,u,f,g,w)}catch(L){if(Se(R),!(L instanceof H))throw L;be(1,0)}}function T0(s,o,u,f,g,w,R,L){var B=ve();try{Ee(s)(o,u,f,g,w,R,L)}catch(Y){if(Se(B),!(Y instanceof H))throw Y;be(1,0)}}function A0(s,o,u,f,g,w){var R=ve();try{Ee(s)(o,u,f,g,w)}catch(L){if(Se(R),!(L instanceof H))throw L;be(1,0)}}function R0(s,o,u,f,g,w,R,L,B,Y,ne,oe,pe){var ce=ve();try{return Ee(s)(o,u,f,g,w,R,L,B,Y,ne,oe,pe)}catch(ye){if(Se(ce),!(ye instanceof H))throw ye;be(1,0)}}function C0(s,o,u,f,g,w,R,L,B,Y,ne,oe,pe,ce,ye,nt,xt,gt,Ot,Et,fn,jt,xn,Ft,er,K0,Q0,ev,tv,nv,iv,rv,sv,av,ov,lv,cv,uv,hv,dv,fv,pv,mv,gv,_v,vv,yv,xv,Sv,Mv,bv,wv,Ev,Tv,Av,Rv,Cv,Pv,Iv,Lv,Dv,Fv,Nv,Uv,Ov,Bv,kv,zv,Gv,Hv,Vv,Wv,Xv,$v,qv,Yv,Jv,Zv,jv,Kv,Qv,ey,ty,ny,iy,ry){var sy=ve();try{Ee(s)(o,u,f,g,w,R,L,B,Y,ne,oe,pe,ce,ye,nt,xt,gt,Ot,Et,fn,jt,xn,Ft,er,K0,Q0,ev,tv,nv,iv,rv,sv,av,ov,lv,cv,uv,hv,dv,fv,pv,mv,gv,_v,vv,yv,xv,Sv,Mv,bv,wv,Ev,Tv,Av,Rv,Cv,Pv,Iv,Lv,Dv,Fv,Nv,Uv,Ov,Bv,kv,zv,Gv,Hv,Vv,Wv,Xv,$v,qv,Yv,Jv,Zv,jv,Kv,Qv,ey,ty,ny,iy,ry)}catch(Wh){if(Se(sy),!(Wh instanceof H))throw Wh;be(1,0)}}function P0(s,o,u,f,g,w,R,L,B,Y,ne,oe,pe,ce){var ye=ve();try{Ee(s)(o,u,f,g,w,R,L,B,Y,ne,oe,pe,ce)}catch(nt){if(Se(ye),!(nt instanceof H))throw nt;be(1,0)}}function I0(s,o,u,f,g,w,R,L,B,Y,ne){var oe=ve();try{Ee(s)(o,u,f,g,w,R,L,B,Y,ne)}catch(pe){if(Se(oe),!(pe instanceof H))throw pe;be(1,0)}}function L0(s,o,u,f,g,w,R,L,B,Y,ne,oe,pe,ce,ye,nt,xt,gt,Ot){var Et=ve();try{Ee(s)(o,u,f,g,w,R,L,B,Y,ne,oe,pe,ce,ye,nt,xt,gt,Ot)}catch(fn){if(Se(Et),!(fn instanceof H))throw fn;be(1,0)}}function D0(s,o){var u=ve();try{return Ee(s)(o)}catch(f){if(Se(u),!(f instanceof H))throw f;return be(1,0),0n}}function F0(s,o,u){var f=ve();try{return Ee(s)(o,u)}catch(g){if(Se(f),!(g instanceof H))throw g;return be(1,0),0n}}function N0(s,o,u){var f=ve();try{return Ee(s)(o,u)}catch(g){if(Se(f),!(g instanceof H))throw g;be(1,0)}}function U0(s,o,u,f,g,w,R){var L=ve();try{Ee(s)(o,u,f,g,w,R)}catch(B){if(Se(L),!(B instanceof H))throw B;be(1,0)}}function O0(s,o,u,f,g,w,R){var L=ve();try{Ee(s)(o,u,f,g,w,R)}catch(B){if(Se(L),!(B instanceof H))throw B;be(1,0)}}function B0(s,o,u){var f=ve();try{Ee(s)(o,u)}catch(g){if(Se(f),!(g instanceof H))throw g;be(1,0)}}function k0(s,o,u){var f=ve();try{return Ee(s)(o,u)}catch(g){if(Se(f),!(g instanceof H))throw g;be(1,0)}}function z0(s,o,u,f,g,w){var R=ve();try{return Ee(s)(o,u,f,g,w)}catch(L){if(Se(R),!(L instanceof H))throw L;be(1,0)}}function G0(s,o,u,f,g,w){var R=ve();try{Ee(s)(o,u,f,g,w)}catch(L){if(Se(R),!(L instanceof H))throw L;be(1,0)}}function H0(s,o,u,f){var g=ve();try{Ee(s)(o,u,f)}catch(w){if(Se(g),!(w instanceof H))throw w;be(1,0)}}function V0(s){var o=ve();try{return Ee(s)()}catch(u){if(Se(o),!(u instanceof H))throw u;return be(1,0),0n}}function W0(s,o,u,f,g,w){var R=ve();try{Ee(s)(o,u,f,g,w)}catch(L){if(Se(R),!(L instanceof H))throw L;be(1,0)}}function X0(s,o,u,f,g,w,R,L,B,Y,ne){var oe=ve();try{return Ee(s)(o,u,f,g,w,R,L,B,Y,ne)}catch(pe){if(Se(oe),!(pe instanceof H))throw pe;be(1,0)}}function $0(s,o,u,f){var g=ve();try{return Ee(s)(o,u,f)}catch(w){if(Se(g),!(w instanceof H))throw w;be(1,0)}}function q0(s,o,u,f,g,w,R,L,B,Y,ne,oe){var pe=ve();try{return Ee(s)(o,u,f,g,w,R,L,B,Y,ne,oe)}catch(ce){if(Se(pe),!(ce instanceof H))throw ce;be(1,0)}}function Y0(s,o,u,f,g,w,R,L,B,Y,ne,oe,pe,ce,ye,nt){var xt=ve();try{Ee(s)(o,u,f,g,w,R,L,B,Y,ne,oe,pe,ce,ye,nt)}catch(gt){if(Se(xt),!(gt instanceof H))throw gt;be(1,0)}}var Vh;function J0(){Nh(),ge()}function hc(){if(tt>0){U=hc;return}if(J0(),Oe(),tt>0){U=hc;return}function s(){V(!Vh),Vh=!0,t.calledRun=!0,!z&&(Xt(),Mt?.(t),t.onRuntimeInitialized?.(),Ue("onRuntimeInitialized"),V(!t._main,'compiled without a main, but one is present. if you added it from JS, use Module["onRuntimeInitialized"]'),et())}t.setStatus?(t.setStatus("Running..."),setTimeout(()=>{setTimeout(()=>t.setStatus(""),1),s()},1)):s(),re()}function Z0(){var s=A,o=b,u=!1;A=b=f=>{u=!0};try{lc(0),["stdout","stderr"].forEach(f=>{var g=E.analyzePath("/dev/"+f);if(g){var w=g.object,R=w.rdev,L=ot.ttys[R];L?.output?.length&&(u=!0)}})}catch{}A=s,b=o,u&&jn("stdio streams had content in them that was not flushed. you should set EXIT_RUNTIME to 1 (see the Emscripten FAQ), or make sure to emit a newline when you printf etc.")}function j0(){if(t.preInit)for(typeof t.preInit=="function"&&(t.preInit=[t.preInit]);t.preInit.length>0;)t.preInit.shift()();Ue("preInit")}j0(),hc(),Ct?e=t:e=new Promise((s,o)=>{Mt=s,pt=o});for(let s of Object.keys(t))s in i||Object.defineProperty(i,s,{configurable:!0,get(){_e(`Access to module property ('${s}') is no longer possible via the module constructor argument; Instead, use the result of the module constructor.`)}});return e}),wp=HE;var VE=1e-6;function ga({mean:i,factor:e,bound:t,dims:n,layers:r,table:a,symmetry:l}){let c=Tp(i,e,t),[h,d]=[a&&Ep(a),Ap(r)],p=l&&qE(l);return function(v,y){let S=c(v);n&&(S=n.map(x=>S[x]));let T=h?h[y]:y;if(!p)return d([...S,...T]).map(Math.tanh);let _=p.turnOf(T);return[S,T]=[p.input(_,S),p.skill(_,T)],p.action(l.inverse[_],d([...S,...T]).map(Math.tanh))}}function $l({policy:i,space:e,task_size:t}){let n=ga(i);return function(a,l,c,h){let d=n([...a,...[...l,c].slice(0,t),...h],0);if(e!=="sphere")return d.map(m=>e==="gaussian"?2*m:m);let p=Math.hypot(...d);return p>1e-6?d.map(m=>m/p):d.map((m,v)=>v?0:1)}}function ql({kind:i,floor:e,mean:t,factor:n,bound:r,layers:a}){let[l,c]=[Tp(t,n,r),Ap(a)];return function(d){let p=c(l(d));if(i!=="skills")return p;let m=Math.max(...p),v=m+Math.log(p.reduce((y,S)=>y+Math.exp(S-m),0));return p.map(y=>Math.log((1-e)*Math.exp(y-v)+e/p.length))}}function Ri({data:i}){return new Float32Array(fr(i))}function Ep(i){let[e,t]=i.shape,n=Ri(i);return Array.from({length:e},(r,a)=>Array.from(n.subarray(a*t,(a+1)*t)))}function Tp(i,e,t){let[n,r]=[Ri(i),Ri(e)];return a=>Array.from(a,(l,c)=>WE((l-n[c])*r[c],t))}function WE(i,e){return e===null?i:Math.min(Math.max(i,-e),e)}function Ap(i){let e=i.map(({kernel:t,bias:n,norm:r})=>({size:t.shape,kernel:Ri(t),bias:Ri(n),norm:r&&{scale:Ri(r.scale),bias:Ri(r.bias)}}));return function(n){return e.forEach((r,a)=>{n=XE(r,n),r.norm&&(n=$E(r.norm,n)),a<e.length-1&&(n=n.map(l=>Math.max(l,0)))}),Array.from(n)}}function XE({size:[i,e],kernel:t,bias:n},r){let a=Float64Array.from(n);for(let l=0;l<i;l++){let c=r[l];if(c!==0)for(let h=0,d=l*e;h<e;h++)a[h]+=c*t[d+h]}return a}function $E({scale:i,bias:e},t){let n=t.reduce((l,c)=>l+c,0)/t.length,r=t.reduce((l,c)=>l+(c-n)**2,0)/t.length,a=1/Math.sqrt(r+VE);return t.map((l,c)=>(l-n)*a*i[c]+e[c])}function qE({input:i,action:e,encoded:t,inverse:n,orbits:r,middle:a,mean:l,std:c}){let h=({source:S,sign:T})=>(_,x)=>S[_].map((C,A)=>T[_][A]*x[C]),[d,p,m]=[Ep(a),Ri(l),Ri(c)],v=h(t);function y(S){if(r)return n[S.indexOf(Math.max(...S))%n.length];let T=d[0].map((_,x)=>S.reduce((C,A,b)=>C+A*d[b][x],0));return T.indexOf(Math.max(...T))}return{turnOf:y,input:h(i),action:h(e),skill:(S,T)=>v(S,T).map((_,x)=>(_-p[x])/m[x])}}var YE=250,[JE,ZE,jE]=[0,2,3];function Rp(i,{onWorld:e,onFrame:t,onStatus:n}){let r={skill:null,speed:1,paused:!1,asked:!1},a=null,l=null,c=!1;function h(p){for(let[m,v]of Object.entries(p))m==="reset"?r.asked=!0:m==="gravity"?a?.setGravity(v):m==="motors"?a?.setMotors(v):r[m]=v}function d(){let p=performance.now(),m=()=>{if(c)return;let v=performance.now();r.paused&&!r.asked&&(p=v),p=Math.max(p,v-YE);let y=null;for(;v>=p&&(!r.paused||r.asked)&&!y?.why;)y=a.advance(r),r.asked=!1,p+=1e3*i.world.step_seconds/r.speed;y&&t(y),setTimeout(m,Math.max(0,p-performance.now(),r.paused?30:0))};m()}return n({text:"Starting MuJoCo…"}),eT().then(p=>{l=()=>tT(p,i),a=l(),n({text:""}),e(i.world),d()}).catch(p=>n({text:QE(p),failed:!0})),{send:h,close:()=>c=!0,simulation:()=>a,rival:()=>KE(l())}}function KE({advance:i,choose:e,close:t}){function n(r,a){let l=[];for(;l.length<a&&!l.at(-1)?.why;)l.push(i({skill:r}));return l}return{begin:r=>i({asked:!0,first:r}),play:n,choose:e,close:t}}function QE(i){return typeof WebAssembly>"u"||typeof DecompressionStream>"u"?"This browser has no WebAssembly, so the robot cannot be simulated. Use a browser of 2023 or later.":`The robot cannot be simulated here: ${i.message??i}`}async function eT(){let i=fr(document.getElementById("physics").textContent),e=new Blob([i]).stream().pipeThrough(new DecompressionStream("gzip")),t=await new Response(e).arrayBuffer();return new Promise((n,r)=>{wp({instantiateWasm(l,c){return WebAssembly.instantiate(t,l).then(({instance:h,module:d})=>c(h,d),r),{}},print(){},printErr(){}}).then(n,r)})}function tT(i,{world:{world:e},physics:t,policy:n,belief:r,seen:a,features:l,rival:c}){let{xml:h,variation:d,damage:p,frames:m,starts:v}=t,y=i.MjModel.from_xml_string(h),S=new i.MjData(y),T=(H,ue)=>H.forEach((Re,Ve)=>H[Ve]=Re*ue),_=Array.from(y.opt.gravity);T(y.geom_friction,d.friction),T(y.actuator_gear,d.actuator_strength),I(d.gravity);let x=ga(n),C=r&&ql(r),A=e.body_ids,b=p.map(()=>1),F=0,N=0,M=null;function I(H){_.forEach((ue,Re)=>y.opt.gravity[Re]=ue*H)}function G(H,ue){i.mj_resetData(y,S),S.qpos.set(H),S.qvel.set(ue),i.mj_kinematics(y,S)}function k(H=N++){let{qpos:ue,qvel:Re}=v[H%v.length];G(ue,Re),F=0,M=null}let O=H=>H.map(([ue,Re,Ve])=>Ve===null?S[ue][Re]:Math.min(Math.max(S[ue][Re],-Ve),Ve)),X=H=>x(O(a),H),Z=c&&$l(c),z=(H,ue)=>Z(O(c.seen),H,ue,O(c.lacked));function K(H){let ue=S.time;S.ctrl.set(H.map((Re,Ve)=>Re*b[Ve]*p[Ve]));for(let Re=0;Re<m;Re++)i.mj_step(y,S);return i.mj_kinematics(y,S),S.time>ue&&S.qpos.every(Number.isFinite)}function V({skill:H,asked:ue=!1,first:Re}){let Ve=JE;return ue?[Ve]=[jE,k(Re)]:K(X(H))?F+=1:[Ve]=[ZE,k()],{step:F,reward:null,total:null,why:Ve,belief:ee(),...ge()}}function ee(){if(!C)return[];let H=C(O(l));if(r.kind==="skills")return H;let ue=H.map((Re,Ve)=>M?Re-M[Ve]:0);return M=H,ue}function ge(){let H=new Float32Array(3*A.length),ue=new Float32Array(4*A.length);return A.forEach((Re,Ve)=>{H.set(S.xpos.subarray(3*Re,3*Re+3),3*Ve),ue.set(S.xquat.subarray(4*Re,4*Re+4),4*Ve)}),{pos:H,quat:ue}}function re(){S.delete(),y.delete()}return k(),{advance:V,setGravity:I,setMotors:H=>b=H,observe:()=>O(a),act:X,choose:z,setState:G,step:K,data:S,close:re}}function Cp(i,e){let t=null;function n(a,{image:l}){let c=i.getContext("2d");c.fillStyle=t.panel,c.fillRect(0,0,i.width,i.height);let h=Math.min(i.width/e.width,i.height/e.height),[d,p]=[e.width*h,e.height*h];c.imageSmoothingEnabled=e.smooth,c.drawImage(l,(i.width-d)/2,(i.height-p)/2,d,p)}let r=()=>{};return{paint:n,place:()=>null,moved:r,clear:r,setColour:r,setTheme:a=>t=a,follow:r,showTrail:r,showGoals:r,showGhost:r,resetView:r,dispose:r}}var th={side:{azimuth:-Math.PI/2+.12,elevation:.16},top:{azimuth:-Math.PI/2,elevation:1.25},over:{azimuth:-Math.PI/2-.5,elevation:.5}},tP={side:{azimuth:-Math.PI/2+.5,elevation:.42},top:{azimuth:-Math.PI/2,elevation:1.25},over:{azimuth:-Math.PI/2-.5,elevation:.62}};function Pp(i,e){let[t,n,r,a]=[Math.cos(i),Math.sin(i),Math.cos(e),Math.sin(e)];return{right:[-n,t,0],up:[-t*a,-n*a,r],ahead:[-t*r,-n*r,-a]}}var nT=.1,iT=.7,nh=.99;function Ip(i,e,t,n){let r=Math.max(i.view.radius,.001),a=new $n,l=i.geoms.filter(({body:A})=>A>=0).map(A=>{let b=Gl(A.rgba),F=b.color.clone();b.color.set(16777215);let N=new Rs(zl(A,i.meshes,r,n),b,t);N.castShadow=N.receiveShadow=!0,N.frustumCulled=!1,a.add(N);let M=new Rt().compose(new j(...A.pos),ua(new En,A.quat,0),new j(1,1,1));return{mesh:N,rest:M,own:F,body:A.body,shade:A.shade??null}}),c=Array.from({length:i.bodies},()=>new Rt),[h,d,p,m,v]=[new En,new En,new j,new j,new j(1,1,1)],y=new Rt,S=new j(nh,nh,nh);function T(A,b,F,[N,M],I){let[G,k]=Bu(i.frames,F),O=Math.min(G+1,i.frames.length-1),X=new j;c.forEach((Z,z)=>{let[K,V]=[G,O].map(ee=>e.index(ee,b,z));p.fromArray(e.pos,K*3).lerp(m.fromArray(e.pos,V*3),k),p.x+=N,p.y+=M,ua(h,e.quat,K*4),ua(d,e.quat,V*4),Z.compose(p,h.slerp(d,k),v),z===i.view.root&&X.copy(p)});for(let{mesh:Z,rest:z,body:K,shade:V}of l)y.multiplyMatrices(c[K],z),I&&V===null&&y.scale(S),Z.setMatrixAt(A,y);return X}function _(A,b,{pale:F,paper:N,dark:M,repeated:I}){for(let{mesh:G,own:k,shade:O}of l){let X=b===null||O===null?k:new it(rT(b,O,M)),Z=I&&O===null?Math.max(F,iT):F;G.setColorAt(A,Z?X.clone().lerp(N,Z):X)}}function x(A){a.visible=A>0;for(let{mesh:b}of l)b.count=A,b.instanceMatrix.needsUpdate=!0,b.instanceColor&&(b.instanceColor.needsUpdate=!0)}function C(){for(let{mesh:A}of l)A.geometry.dispose(),A.material.dispose(),A.dispose();a.removeFromParent()}return{group:a,capacity:t,pose:T,setColour:_,show:x,dispose:C}}var ih=new Map;function rT(i,e,t){if(!e)return i;let n=`${i} ${e} ${t}`;if(!ih.has(n)){let r=[1,3,5].map(d=>parseInt(i.slice(d,d+2),16)),{r:a,g:l,b:c}=new it(i),h=t||.2126*a+.7152*l+.0722*c<nT?255:0;ih.set(n,`#${r.map(d=>Math.round(d+(h-d)*e).toString(16).padStart(2,"0")).join("")}`)}return ih.get(n)}function Lp(i,e,t){let n=new Map,r=0,a=0,l=()=>{let[h,d]=[...n.values()];return Math.hypot(h.x-d.x,h.y-d.y)};i.addEventListener("pointerdown",h=>{h.button||(n.set(h.pointerId,{x:h.clientX,y:h.clientY}),r=n.size>1?99:0,n.size===2&&(a=l()),i.setPointerCapture(h.pointerId))}),i.addEventListener("pointermove",h=>{let d=n.get(h.pointerId);if(!d)return;let[p,m]=[h.clientX-d.x,h.clientY-d.y];r+=Math.abs(p)+Math.abs(m),n.set(h.pointerId,{x:h.clientX,y:h.clientY}),e&&(n.size===2?(e.zoom(l()/a),a=l()):r>3&&e.turn(-p*.008,h.pointerType==="touch"?0:m*.008))});let c=h=>{if(!n.delete(h.pointerId)||h.type==="pointercancel"||r>3)return;let d=i.getBoundingClientRect();t(h.clientX-d.left,h.clientY-d.top)};i.addEventListener("pointerup",c),i.addEventListener("pointercancel",c),e&&(i.addEventListener("wheel",h=>{!h.ctrlKey&&!h.metaKey&&!h.shiftKey||(h.preventDefault(),e.zoom(Math.exp(-(h.deltaY||h.deltaX)*.003)))},{passive:!1}),i.addEventListener("dblclick",e.reset))}function Dp(i,e,t){let n=r=>(...a)=>{r(...a),t()};return{turn:n((r,a)=>{i.azimuth+=r,i.elevation=Math.min(Math.max(i.elevation+a,-.1),1.5)}),zoom:n(r=>i.zoom=Math.min(Math.max(i.zoom*r,.25),8)),reset:n(()=>Object.assign(i,e,{zoom:1}))}}var _a=3e3,sT=.05,aT=.3;function Fp(i,e,t){let n=e*.03,r=new an(new Float32Array(12*_a),3),a=new an(new Float32Array(12*_a),3),l=new Uint32Array(6*_a);for(let T=0;T<l.length;T++)l[T]=4*Math.floor(T/6)+[0,1,2,1,3,2][T%6];let c=new un().setAttribute("position",r).setAttribute("color",a).setIndex(new an(l,1)),h=new $t(c,new qn({vertexColors:!0,side:hn,transparent:!0,opacity:.95,depthWrite:!1,fog:!1}));h.frustumCulled=!1,h.renderOrder=2,h.position.z=t+e*.004,i.add(h);let d=null,p=null,m=0;function v(T,_,x){if(!d){d=[T,_];return}let[C,A]=[T-d[0],_-d[1]],b=Math.hypot(C,A);if(b<sT*e)return;let[F,N]=[-A/b*n,C/b*n],M=[T+F,_+N,0,T-F,_-N,0],I=p&&((p[0]-d[0])*F+(p[1]-d[1])*N)/n**2,G=p&&I>aT?p:[d[0]+F,d[1]+N,0,d[0]-F,d[1]-N,0],k=12*(m%_a);r.array.set([...G,...M],k);for(let O=0;O<4;O++)x.toArray(a.array,k+3*O);r.needsUpdate=a.needsUpdate=!0,m+=1,c.setDrawRange(0,6*Math.min(m,_a)),[d,p]=[[T,_],M]}function y(){d=p=null}function S(){y(),m=0,c.setDrawRange(0,0)}return S(),{add:v,lift:y,clear:S,show:T=>h.visible=T}}var Np=1.5,oT=.72,Up=1.6,lT=2.8,cT=8;function Op(i,e){let{view:t,bodies:n}=e,r=Math.max(t.radius,.001),a=ep(e,40*r,i),{renderer:l,scene:c,camera:h,ground:d}=a,p=(Me,me,$e)=>(2*Me+me)*n+$e,m={pos:new Float32Array(12*n),quat:new Float32Array(16*n),index:p},v=Ip({...e,frames:[0,1]},m,2,!0);c.add(v.group),v.show(1);let y=Fp(c,r,Number.isFinite(d)?d:0),S={...th[t.look],zoom:1},T=Dp(S,th[t.look],()=>{});Lp(i,T,()=>{});let _=Me=>{Me.ctrlKey||Me.metaKey||Me.shiftKey||(Me.preventDefault(),T.zoom(Math.exp(-Me.deltaY*.001)))};i.addEventListener("wheel",_,{passive:!1});let x=new j,C=new j(...t.centre),A={start:null},b=new it,F=null,N="#888888",[M,I]=[!0,!1],G=Up,[k,O]=[null,null],X=new $n;X.position.z=(Number.isFinite(d)?d:0)+r*.006,c.add(X);let Z=[],z=null,K=uT(r);X.add(K);let V=({pos:Me})=>new j().fromArray(Me,3*t.root);function ee(Me){let{x:me,y:$e}=V(Me);return[me,$e]}function ge(Me,me){let $e=V(Me);me&&(y.lift(),A.start??=$e.z),y.add($e.x,$e.y,b)}function re(Me,me){let $e=new j(Me.x,Me.y,(Me.z+(A.start??Me.z))/2).add(C);I?M&&x.lerp($e,1-Math.exp(-cT*me)):x.copy($e),I=!0;let Tt=Math.min(1,i.width/i.height);G+=(1-Math.exp(-2*me))*((z?lT:Up)-G);let je=G*r/Math.sin(Gu/2*(Math.PI/180))/Math.max(Tt,.5)/S.zoom,{ahead:dt}=Pp(S.azimuth,S.elevation);h.aspect=i.width/i.height,h.position.set(...dt).multiplyScalar(-je).add(x),a.aim(x,je,r*2)}function H({pos:Me,quat:me},$e,Tt){m.pos.set(Me,3*p($e,Tt,0)),m.quat.set(me,4*p($e,Tt,0))}function ue(Me){for(;Z.length<Me.length;)Z.push(Re()),X.add(Z.at(-1));z=Me.find(({state:me})=>me==="next")??null,Z.forEach((me,$e)=>{if(me.visible=$e<Me.length,!me.visible)return;let{x:Tt,y:je,radius:dt,state:Mt}=Me[$e];me.position.set(Tt,je,0),me.scale.set(dt,dt,dt),me.material.opacity={done:.15,next:.95,later:.4}[Mt],me.material.color.set(F.accent)})}function Re(){let Me=new qn({transparent:!0,side:hn,depthWrite:!1,fog:!1}),me=new $t(new Hs(.88,1,48),Me);return me.renderOrder=2,me}function Ve(Me){if(K.visible=z!==null,!z)return;let me=Math.atan2(z.y-Me.y,z.x-Me.x);K.position.set(Me.x+Math.cos(me)*r*Np,Me.y+Math.sin(me)*r*Np,0),K.rotation.z=me,K.material.color.set(F.accent)}function he(Me){[k,O]=[Me&&O,Me]}function Ue(Me,me,$e,{seconds:Tt,shadows:je}){H(Me,0,0),H(me,1,0);let dt=v.pose(0,0,$e,[0,0],!1);v.setColour(0,N,{pale:0,paper:a.paper,dark:F.dark,repeated:!1}),O&&(H(k??O,0,1),H(O,1,1),v.pose(1,1,$e,O.offset,!1),v.setColour(1,N,{pale:oT,paper:a.paper,dark:F.dark,repeated:!1})),v.show(O?2:1),Ve(dt);let Mt=l.getSize(new Ge);(Mt.x!==i.width||Mt.y!==i.height)&&l.setSize(i.width,i.height,!1),re(dt,Tt),a.castShadows(je),l.render(c,h)}function Pe(Me){N=Me,b.set(Me)}return{paint:Ue,place:ee,moved:ge,clear:y.clear,setColour:Pe,setTheme(Me,me){F=Me,a.applyTheme(F),Pe(me)},follow:Me=>M=Me,showTrail:y.show,showGoals:ue,showGhost:he,resetView:T.reset,dispose(){i.removeEventListener("wheel",_),a.dispose()}}}function uT(i){let[e,t]=[.28*i,.2*i],n=new Hr([new Ge(e,0),new Ge(-e,t),new Ge(-e/2,0),new Ge(-e,-t)]),r=new qn({transparent:!0,side:hn,depthWrite:!1,fog:!1}),a=new $t(new Vs(n),r);return a.renderOrder=3,a}var hT=({width:i,height:e},[[t,n],[r,a]])=>Math.min(i/(n-t),e/(a-r));function Bp(i,e,t){let[[n,r],[a,l]]=e,c=i.getContext("2d"),{width:h,height:d}=i,p=hT(i,e);c.setTransform(1,0,0,1,0,0),c.fillStyle=t.panel,c.fillRect(0,0,h,d),c.setTransform(p,0,0,-p,h/2-p*(n+r)/2,d/2+p*(a+l)/2),c.lineCap=c.lineJoin="round";let m=Math.max(1,Math.min(h,d)/450)/p,v={limb:t.ink,wall:t.soft,ground:t.line,goal:t.accent,guide:t.grid};function y(S,T,_){c.fillStyle=c.strokeStyle=S.role==="agent"?_:v[S.role],c.lineWidth=Math.max(S.size,m),c.beginPath(),S.kind==="circle"?c.arc(T[0][0],T[0][1],Math.max(S.size,2*m),0,2*Math.PI):T.forEach(([x,C],A)=>A?c.lineTo(x,C):c.moveTo(x,C)),S.kind==="line"?c.stroke():c.fill()}return{context:c,hairline:m,draw:y}}var kp=4e3,dT=.04,fT=.35;function zp(i,e){let{shapes:t,background:n,trail:r}=e,[a,l]=[null,"#888888"],[c,h]=[!0,r],d=[],p=null,m=[],v=t.slice(0,Math.max(t.findIndex(({role:b})=>b==="agent"),0)).reduce((b,{count:F})=>b+F,0),y=({points:b})=>[b[2*v],b[2*v+1]];function S([b,F]){return e.limits.map(([N,M],I)=>{let G=I?F:b,k=dT*(M-N),O=c?Math.min(G-N,0)+Math.max(G-M,0):0;return[N-k+O,M+k+O]})}function T({context:b,hairline:F}){b.lineWidth=3*F,b.globalAlpha=.9;for(let N=1;N<m.length;N++){let[M,I]=[m[N-1],m[N]];!M||!I||(b.strokeStyle=I[2],b.beginPath(),b.moveTo(M[0],M[1]),b.lineTo(I[0],I[1]),b.stroke())}b.globalAlpha=1}function _({context:b,hairline:F}){b.strokeStyle=a.accent;for(let{x:N,y:M,radius:I,state:G}of d)b.lineWidth=(G==="next"?3:1)*F,b.globalAlpha=G==="done"?.25:1,b.beginPath(),b.arc(N,M,I,0,2*Math.PI),b.stroke();b.globalAlpha=1}function x(b,F,N){let M=F.points.map((G,k)=>b.points[k]+N*(G-b.points[k])),I=Bp(i,S(y({points:M})),a);for(let G of n)I.draw(G,G.points);_(I),h&&T(I),p&&(I.context.globalAlpha=fT,C(I,p.points,p.offset),I.context.globalAlpha=1),C(I,M,[0,0])}function C(b,F,[N,M]){let I=0;for(let G of t){let k=Array.from({length:G.count},()=>[F[2*I]+N,F[2*I+++1]+M]);b.draw(G,k,l)}}function A(b,F){F&&m.push(null),m.push([...y(b),l]),m.length>kp&&(m=m.slice(kp/4))}return{paint:x,place:y,moved:A,clear:()=>m=[],setColour:b=>l=b,setTheme(b,F){[a,l]=[b,F]},follow:b=>c=b,showTrail:b=>h=b,showGoals:b=>d=b,showGhost:b=>p=b,resetView(){},dispose(){}}}var pT={mujoco:Op,plane:zp,image:Cp},mT=.15,Gp=[{shadows:!0,most:2},{shadows:!0,most:1},{shadows:!1,most:1},{shadows:!1,most:.6},{shadows:!1,most:.4}],gT=45,_T=120,vT=5;function Hp(i,{world:e,step_seconds:t,dt:n}){let r=pT[e.kind](i,e),[a,l]=[null,null],c=0,h=t,d=0,p=null,m=0,v=0;function y(O){let X=performance.now(),Z=O.why!==0||!l||O.step<l.step,[z,K]=[l&&r.place(l),r.place(O)];p=Z||!z||!K?K?0:null:S(z,K,O.step-l.step),r.moved(O,Z),a=Z?O:l,l=O,Z||(h=Math.min(Math.max((X-c)/1e3,.005),1)),c=X}function S(O,X,Z){if(!Z)return p;let z=Math.hypot(X[0]-O[0],X[1]-O[1])/(Z*n);return p===null?z:p+mT*(z-p)}function T(O){let X=Math.min((O-d)/1e3,.1);l&&_(O-d),d=O;let{shadows:Z,most:z}=Gp[m];yT(i,z),l&&r.paint(a,l,Math.min(Math.max((O-c)/1e3/h,0),1),{seconds:X,shadows:Z})}function _(O){O>1e3||(v=Math.max(0,v+(O>_T?3:O>gT?1:-1)),!(v<vT||m===Gp.length-1)&&([m,v]=[m+1,0]))}let{place:x,clear:C,setTheme:A,setColour:b,follow:F,showTrail:N,showGoals:M,showGhost:I,resetView:G,dispose:k}=r;return{show:y,paint:T,placeOf:x,showGoals:M,showGhost:I,speed:()=>p,setSpeed:O=>h=t/O,clear:C,setTheme:A,setColour:b,follow:F,showTrail:N,resetView:G,dispose:k}}function yT(i,e){let t=Math.min(window.devicePixelRatio||1,e),[n,r]=[Math.round(i.clientWidth*t),Math.round(i.clientHeight*t)];(i.width!==n||i.height!==r)&&([i.width,i.height]=[n,r])}function Vp({path:i},{onWorld:e,onFrame:t,onStatus:n}){let r=Wp(i),a=null,l=!1,c={world(h){a=ST(h),n({text:""}),e(h)},status:h=>n({text:h==="compiling"?"Compiling the world… this takes some seconds.":""}),refused:h=>n({text:`Refused: ${h}`}),error(h){l=!0,n({text:h,failed:!0})}};return r.addEventListener("message",async({data:h})=>{if(typeof h=="string")for(let[d,p]of Object.entries(JSON.parse(h)))c[d](p);else t(await a(h))}),r.addEventListener("close",()=>{l||n({text:"The connection has ended. Start diayn play again, and open the address that it prints.",failed:!0})}),{send(h){r.readyState===WebSocket.OPEN&&r.send(JSON.stringify(h))},close(){l=!0,r.close()},rival:()=>xT(`${i}/rival`,a)}}function Wp(i){let e=new URL(i,location.href);e.protocol="ws:",e.search=e.hash="";let t=new WebSocket(e);return t.binaryType="arraybuffer",t}async function xT(i,e){let t=Wp(i),n=null;t.addEventListener("message",({data:l})=>{if(typeof l!="string")return n.frames.push(e(l));let{done:c,error:h}=JSON.parse(l);h?n.reject(new Error(h)):c!==void 0&&n.resolve({frames:Promise.all(n.frames),done:c})}),t.addEventListener("close",()=>n?.reject(new Error("the connection has ended.")));let r=()=>new Promise((l,c)=>n={frames:[],resolve:l,reject:c});function a(l){if(t.readyState!==WebSocket.OPEN)throw new Error("the connection has ended.");let c=r();return t.send(JSON.stringify(l)),c}return await r(),{begin:async l=>(await(await a({begin:l})).frames)[0],play:async(l,c)=>(await a({skill:l,steps:c})).frames,choose:async(l,c)=>(await a({choose:[...l,c]})).done,close:()=>t.close()}}function ST({world:i,belief_size:e}){return async t=>{let n=4*(4+e),[r,a,l,c]=new Float32Array(t,0,4),h={step:r,reward:a,total:l,why:c,belief:new Float32Array(t,16,e)};if(i.kind==="image")return{...h,image:await createImageBitmap(new Blob([t.slice(n)]))};let d=new Float32Array(t,n);return i.kind==="plane"?{...h,points:d}:{...h,pos:d.subarray(0,3*i.bodies),quat:d.subarray(3*i.bodies)}}}var Xp=2*Math.PI,$p=2;function qp({kind:i,space:e,probes:t,places:n,labels:r,steering:a}){let l=i==="wheel"&&e!=="dirichlet"&&t[0].length===2,[[c,h],[d,p]]=l&&a||[[1,0],[0,1]],m=([T,_])=>[c*T+d*_,h*T+p*_],v=t.map((T,_)=>i!=="wheel"?_/t.length:(2.25-(l?Math.atan2(...m(T).reverse())/Xp:n[_]))%1),y=t.map((T,_)=>({z:T,angle:v[_],ends:MT(v,_)}));function S(T,_){let x=(Math.atan2(T,_)/Xp+1)%1,C=A=>Math.abs((A.angle-x+1.5)%1-.5);return y.reduce((A,b,F)=>C(b)<C(y[A])?F:A,0)}return{entries:y,isDisc:l,onRing:m,towards(T,_){let x=Math.hypot(T,_);if(x<.15)return null;let C=S(T,_);return{entry:C,z:l?bT(e,c*T+h*_,d*T+p*_,x):t[C]}},nameOf:(T,_)=>l?`z = (${T.map(x=>di(x,.01)).join(", ")})`:r[_]}}function MT(i,e){let t=i.filter((n,r)=>r!==e).map(n=>(n-i[e]+1)%1);return t.length?[i[e]-(1-Math.max(...t))/2,i[e]+Math.min(...t)/2]:[-.5,.5]}function bT(i,e,t,n){if(i==="sphere")return[e/n,t/n];let r=Math.min(n,1)/n;return i==="box"?[e*r,t*r]:[$p*e*r,$p*t*r]}var wT={server:Vp,mujoco:Rp},Yp=.25;function ET(i,e){let t=$h(e.skills.colours,e.skills.dark_colours),n=qp(e.skills),r={speed:1,paused:!1,entry:0,z:null},a=null,l=null,c={pick(A){A>=0&&A<n.entries.length&&(S?.release(),h(n.entries[A].z,A))},push(A,b){let F=n.towards(A,b);F&&(S?.release(),h(F.z,F.entry))},next:A=>c.pick((r.entry+A+n.entries.length)%n.entries.length),toggle(){r.paused=!r.paused,d(),m.showPaused(r.paused)},reset(){if(S?.steers())return S.begin();a?.clear(),l.send({reset:!0})},slow:()=>c.setSpeed(r.speed===Yp?1:Yp),setSpeed(A){r.speed=A,l.send({speed:A}),S?.setSpeed(A),m.showSpeed(A),a?.setSpeed(A)},setGravity:A=>l.send({gravity:A}),setMotors:A=>l.send({motors:A}),follow:A=>a?.follow(A),trail:A=>a?.showTrail(A),resetView:()=>a?.resetView()};function h(A,b){Object.assign(r,{z:A,entry:b}),l.send({skill:A}),y?.show(A,b),m.showSkill(n.nameOf(A,b),b),a?.setColour(t[b])}function d(){let A=document.hidden||r.paused;l.send({paused:A||!!S?.steers()}),S?.hold(A)}let p=Je("canvas",{class:"play-canvas",tabindex:0,role:"img","aria-label":`${e.title}, live`}),m=mp(e,c,{theme:ip(),help:xp(n)}),v=dp({data:e,player:c,source:()=>l,scene:()=>a});m.side.prepend(v.panel);let y=n.entries.length>1?bp(e.skills,n,c):null,S=e.dance&&rp(e.dance,e.skills.probes,{simulation:()=>l.simulation(),show:A=>h(n.entries[A].z,A),onFrame:A=>_.onFrame(A),clear:()=>a.clear(),onChange:d,resume:()=>r.paused&&c.toggle(),onFailure:A=>m.showStatus(A,!0)});S&&m.top.querySelector(".play-buttons").prepend(S.button),i.classList.add("play"),i.append(p,m.top,m.side,Je("div",{class:"play-bottom"},y?.element,m.bottom));let T=()=>a?.setTheme(qh(document.documentElement),t[r.entry]);window.addEventListener("themechange",T);let _={onWorld(A){a?.dispose();try{a=Hp(p,A)}catch(b){if(l.close(),!(b instanceof ha))throw b;m.showStatus("This browser has no WebGL, so the robot cannot be drawn. Switch on hardware acceleration, or try another browser.",!0);return}m.showWorld(A),v.showWorld(A),T(),y?.believes(A.belief),c.pick(0),S&&(S.button.disabled=!1),d(),i.dataset.ready="true"},onFrame(A){a.show(A),m.showFrame(A,a.speed()),v.onFrame(A),y?.showBelief(A.belief)},onStatus:({text:A,failed:b=!1})=>m.showStatus(A,b)};l=wT[e.source.kind](e.source,_),yp(c,n);let x=fp(c);document.addEventListener("visibilitychange",d);function C(A){x(A),S?.tick(),a?.paint(A),requestAnimationFrame(C)}return requestAnimationFrame(C),{player:c,source:l,dance:S,game:v,state:()=>({...r})}}return py(TT);})();
