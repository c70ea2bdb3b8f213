/* diayn_jax; third parties in play.licences.txt; sources a64e7473bef16841fb632b3efd713ef0c8565a8688f4f94ae61ab494f3f07f4a */
var diaynPlay=(()=>{var qv=Object.create;var La=Object.defineProperty;var Yv=Object.getOwnPropertyDescriptor;var Jv=Object.getOwnPropertyNames;var Zv=Object.getPrototypeOf,jv=Object.prototype.hasOwnProperty;var Kv=(i=>typeof require<"u"?require:typeof Proxy<"u"?new Proxy(i,{get:(e,t)=>(typeof require<"u"?require:e)[t]}):i)(function(i){if(typeof require<"u")return require.apply(this,arguments);throw Error('Dynamic require of "'+i+'" is not supported')});var Qv=(i,e)=>{for(var t in e)La(i,t,{get:e[t],enumerable:!0})},Uh=(i,e,t,n)=>{if(e&&typeof e=="object"||typeof e=="function")for(let r of Jv(e))!jv.call(i,r)&&r!==t&&La(i,r,{get:()=>e[r],enumerable:!(n=Yv(e,r))||n.enumerable});return i};var ey=(i,e,t)=>(t=i!=null?qv(Zv(i)):{},Uh(e||!i||!i.__esModule?La(t,"default",{value:i,enumerable:!0}):t,i)),ty=i=>Uh(La({},"__esModule",{value:!0}),i);var ZE={};Qv(ZE,{coursesOf:()=>Bl,follow:()=>fr,makeBelief:()=>Vl,makePolicy:()=>Gl,playRivals:()=>kl,start:()=>JE});function je(i,e={},...t){let n=document.createElement(i);for(let[r,a]of Object.entries(e))a==null||a===!1||(r.startsWith("on")?n.addEventListener(r.slice(2),a):r==="style"?n.style.cssText=a:n.setAttribute(r,a===!0?"":a));return n.append(...t.flat(1/0).filter(r=>r!=null&&r!==!1)),n}function Ri(i,e={},...t){let n=document.createElementNS("http://www.w3.org/2000/svg",i);for(let[r,a]of Object.entries(e))a!=null&&n.setAttribute(r,a);return n.append(...t.flat(1/0)),n}function Oh(i,e,t=document.documentElement){let n=[],r=()=>{(getComputedStyle(document.documentElement).colorScheme==="dark"?e:i).forEach((l,c)=>{n[c]=l,t.style.setProperty(`--skill-${c}`,l)})};return r(),window.addEventListener("themechange",r),n}function oc(i){return`var(--skill-${i})`}function Da(i,e,t,n=null){let r=je("button",{type:"button",class:"player-toggle","aria-pressed":String(e),title:n},i);return r.addEventListener("click",()=>{lc(r,r.getAttribute("aria-pressed")!=="true"),t(r.getAttribute("aria-pressed")==="true")}),r}function lc(i,e){i.setAttribute("aria-pressed",String(e))}function Bh(i){let e=getComputedStyle(i),t=(r,a)=>e.getPropertyValue(`--${r}`).trim()||a;return{panel:t("panel","#ffffff"),ink:t("ink","#1d1c1a"),soft:t("soft","#69655e"),line:t("line","#dedad2"),grid:t("grid","#eceae4"),accent:t("accent","#1a5fa8"),dark:e.colorScheme==="dark"}}var _d=0,Wc=1,vd=2;var sr=1,yd=2,Xr=3,Vi=0,bn=1,hn=2,ar=0,$r=1,Xc=2,$c=3,qc=4,xd=5;var or=100,Sd=101,Md=102,bd=103,wd=104,Ed=200,Td=201,Ad=202,Rd=203,Yc=204,Jc=205,Cd=206,Pd=207,Id=208,Ld=209,Dd=210,Fd=211,Nd=212,Ud=213,Od=214,so=0,ao=1,oo=2,Fr=3,lo=4,co=5,uo=6,ho=7,Zc=0,Bd=1,kd=2,li=0,jc=1,Kc=2,Qc=3,eu=4,tu=5,nu=6,iu=7;var ru=300,lr=301,qr=302,Vo=303,Ho=304,Nr=1e3,ri=1001,fo=1002,on=1003,zd=1004;var js=1005;var Sn=1006,Wo=1007;var bi=1008;var En=1009,su=1010,au=1011,Yr=1012,Xo=1013,qn=1014,On=1015,Yn=1016,$o=1017,qo=1018,cr=1020,ou=35902,lu=35899,cu=1021,uu=1022,Jn=1023,yi=1026,wi=1027,Yo=1028,Jo=1029,Hi=1030,Zo=1031;var jo=1033,Ks=33776,Qs=33777,ea=33778,ta=33779,Ko=35840,Qo=35841,el=35842,tl=35843,nl=36196,il=37492,rl=37496,sl=37488,al=37489,na=37490,ol=37491,ll=37808,cl=37809,ul=37810,hl=37811,dl=37812,fl=37813,pl=37814,ml=37815,gl=37816,_l=37817,vl=37818,yl=37819,xl=37820,Sl=37821,Ml=36492,bl=36494,wl=36495,El=36283,Tl=36284,ia=36285,Al=36286;var ms=2300,po=2301,io=2302,Fc=2303,Nc=2400,Uc=2401,Oc=2402;var Gd=3200;var Rl=0,Vd=1,Ei="",mn="srgb",gs="srgb-linear",_s="linear",Pt="srgb";var ro=7680;var Hd=519,Wd=512,Xd=513,$d=514,hu=515,qd=516,Yd=517,du=518,fu=519,Jd=35044;var pu="300 es",Un=2e3,Ur=2001;function ny(i){for(let e=i.length-1;e>=0;--e)if(i[e]>=65535)return!0;return!1}function iy(i){return ArrayBuffer.isView(i)&&!(i instanceof DataView)}function vs(i){return document.createElementNS("http://www.w3.org/1999/xhtml",i)}function Zd(){let i=vs("canvas");return i.style.display="block",i}var kh={},Or=null;function mu(...i){let e="THREE."+i.shift();Or?Or("log",e,...i):console.log(e,...i)}function jd(i){let e=i[0];if(typeof e=="string"&&e.startsWith("TSL:")){let t=i[1];t&&t.isStackTrace?i[0]+=" "+t.getLocation():i[1]='Stack trace not available. Enable "THREE.Node.captureStackTrace" to capture stack traces.'}return i}function it(...i){i=jd(i);let e="THREE."+i.shift();if(Or)Or("warn",e,...i);else{let t=i[0];t&&t.isStackTrace?console.warn(t.getError(e)):console.warn(e,...i)}}function at(...i){i=jd(i);let e="THREE."+i.shift();if(Or)Or("error",e,...i);else{let t=i[0];t&&t.isStackTrace?console.error(t.getError(e)):console.error(e,...i)}}function ds(...i){let e=i.join(" ");e in kh||(kh[e]=!0,it(...i))}function Kd(i,e,t){return new Promise(function(n,r){function a(){switch(i.clientWaitSync(e,i.SYNC_FLUSH_COMMANDS_BIT,0)){case i.WAIT_FAILED:r();break;case i.TIMEOUT_EXPIRED:setTimeout(a,t);break;default:n()}}setTimeout(a,t)})}var Qd={[so]:so,[oo]:uo,[lo]:lo,[Fr]:co,[ao]:ao,[uo]:oo,[ho]:ho,[co]:Fr},si=class{addEventListener(e,t){this._listeners===void 0&&(this._listeners={});let n=this._listeners;n[e]===void 0&&(n[e]=[]),n[e].indexOf(t)===-1&&n[e].push(t)}hasEventListener(e,t){let n=this._listeners;return n===void 0?!1:n[e]!==void 0&&n[e].indexOf(t)!==-1}removeEventListener(e,t){let n=this._listeners;if(n===void 0)return;let r=n[e];if(r!==void 0){let a=r.indexOf(t);a!==-1&&r.splice(a,1)}}dispatchEvent(e){let t=this._listeners;if(t===void 0)return;let n=t[e.type];if(n!==void 0){e.target=this;let r=n.slice(0);for(let a=0,l=r.length;a<l;a++)r[a].call(this,e);e.target=null}}},fn=["00","01","02","03","04","05","06","07","08","09","0a","0b","0c","0d","0e","0f","10","11","12","13","14","15","16","17","18","19","1a","1b","1c","1d","1e","1f","20","21","22","23","24","25","26","27","28","29","2a","2b","2c","2d","2e","2f","30","31","32","33","34","35","36","37","38","39","3a","3b","3c","3d","3e","3f","40","41","42","43","44","45","46","47","48","49","4a","4b","4c","4d","4e","4f","50","51","52","53","54","55","56","57","58","59","5a","5b","5c","5d","5e","5f","60","61","62","63","64","65","66","67","68","69","6a","6b","6c","6d","6e","6f","70","71","72","73","74","75","76","77","78","79","7a","7b","7c","7d","7e","7f","80","81","82","83","84","85","86","87","88","89","8a","8b","8c","8d","8e","8f","90","91","92","93","94","95","96","97","98","99","9a","9b","9c","9d","9e","9f","a0","a1","a2","a3","a4","a5","a6","a7","a8","a9","aa","ab","ac","ad","ae","af","b0","b1","b2","b3","b4","b5","b6","b7","b8","b9","ba","bb","bc","bd","be","bf","c0","c1","c2","c3","c4","c5","c6","c7","c8","c9","ca","cb","cc","cd","ce","cf","d0","d1","d2","d3","d4","d5","d6","d7","d8","d9","da","db","dc","dd","de","df","e0","e1","e2","e3","e4","e5","e6","e7","e8","e9","ea","eb","ec","ed","ee","ef","f0","f1","f2","f3","f4","f5","f6","f7","f8","f9","fa","fb","fc","fd","fe","ff"];var cc=Math.PI/180,mo=180/Math.PI;function Jr(){let i=Math.random()*4294967295|0,e=Math.random()*4294967295|0,t=Math.random()*4294967295|0,n=Math.random()*4294967295|0;return(fn[i&255]+fn[i>>8&255]+fn[i>>16&255]+fn[i>>24&255]+"-"+fn[e&255]+fn[e>>8&255]+"-"+fn[e>>16&15|64]+fn[e>>24&255]+"-"+fn[t&63|128]+fn[t>>8&255]+"-"+fn[t>>16&255]+fn[t>>24&255]+fn[n&255]+fn[n>>8&255]+fn[n>>16&255]+fn[n>>24&255]).toLowerCase()}function vt(i,e,t){return Math.max(e,Math.min(t,i))}function ry(i,e){return(i%e+e)%e}function uc(i,e,t){return(1-t)*i+t*e}function ef(i){return Math.pow(2,Math.floor(Math.log(i)/Math.LN2))}function gu(i){switch(i.constructor){case Uint32Array:return 4294967295;case Uint16Array:return 65535;case Uint8Array:case Uint8ClampedArray:return 255;case Int32Array:return 2147483647;case Int16Array:return 32767;case Int8Array:return 127;default:return}}function sy(i,e){if(e.constructor===Float32Array)return i;let t=gu(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.max(i/t,-1)}function ay(i,e){if(e.constructor===Float32Array)return i;let t=gu(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.round(i*t)}var ze=class{static{this.prototype.isVector2=!0}constructor(e=0,t=0){this.x=e,this.y=t}get width(){return this.x}set width(e){this.x=e}get height(){return this.y}set height(e){this.y=e}set(e,t){return this.x=e,this.y=t,this}setScalar(e){return this.x=e,this.y=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;default:throw new Error("THREE.Vector2: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;default:throw new Error("THREE.Vector2: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y)}copy(e){return this.x=e.x,this.y=e.y,this}add(e){return this.x+=e.x,this.y+=e.y,this}addScalar(e){return this.x+=e,this.y+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this}subScalar(e){return this.x-=e,this.y-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this}multiply(e){return this.x*=e.x,this.y*=e.y,this}multiplyScalar(e){return this.x*=e,this.y*=e,this}divide(e){return this.x/=e.x,this.y/=e.y,this}divideScalar(e){return this.multiplyScalar(1/e)}applyMatrix3(e){let t=this.x,n=this.y,r=e.elements;return this.x=r[0]*t+r[3]*n+r[6],this.y=r[1]*t+r[4]*n+r[7],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this}clamp(e,t){return this.x=vt(this.x,e.x,t.x),this.y=vt(this.y,e.y,t.y),this}clampScalar(e,t){return this.x=vt(this.x,e,t),this.y=vt(this.y,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(vt(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this}negate(){return this.x=-this.x,this.y=-this.y,this}dot(e){return this.x*e.x+this.y*e.y}cross(e){return this.x*e.y-this.y*e.x}lengthSq(){return this.x*this.x+this.y*this.y}length(){return Math.sqrt(this.x*this.x+this.y*this.y)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)}normalize(){return this.divideScalar(this.length()||1)}angle(){return Math.atan2(-this.y,-this.x)+Math.PI}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let n=this.dot(e)/t;return Math.acos(vt(n,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,n=this.y-e.y;return t*t+n*n}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this}equals(e){return e.x===this.x&&e.y===this.y}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this}rotateAround(e,t){let n=Math.cos(t),r=Math.sin(t),a=this.x-e.x,l=this.y-e.y;return this.x=a*n-l*r+e.x,this.y=a*r+l*n+e.y,this}random(){return this.x=Math.random(),this.y=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y}},wn=class{constructor(e=0,t=0,n=0,r=1){this.isQuaternion=!0,this._x=e,this._y=t,this._z=n,this._w=r}static slerpFlat(e,t,n,r,a,l,c){let h=n[r+0],d=n[r+1],p=n[r+2],_=n[r+3],g=a[l+0],y=a[l+1],S=a[l+2],R=a[l+3];if(_!==R||h!==g||d!==y||p!==S){let v=h*g+d*y+p*S+_*R;v<0&&(g=-g,y=-y,S=-S,R=-R,v=-v);let x=1-c;if(v<.9995){let T=Math.acos(v),E=Math.sin(T);x=Math.sin(x*T)/E,c=Math.sin(c*T)/E,h=h*x+g*c,d=d*x+y*c,p=p*x+S*c,_=_*x+R*c}else{h=h*x+g*c,d=d*x+y*c,p=p*x+S*c,_=_*x+R*c;let T=1/Math.sqrt(h*h+d*d+p*p+_*_);h*=T,d*=T,p*=T,_*=T}}e[t]=h,e[t+1]=d,e[t+2]=p,e[t+3]=_}static multiplyQuaternionsFlat(e,t,n,r,a,l){let c=n[r],h=n[r+1],d=n[r+2],p=n[r+3],_=a[l],g=a[l+1],y=a[l+2],S=a[l+3];return e[t]=c*S+p*_+h*y-d*g,e[t+1]=h*S+p*g+d*_-c*y,e[t+2]=d*S+p*y+c*g-h*_,e[t+3]=p*S-c*_-h*g-d*y,e}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get w(){return this._w}set w(e){this._w=e,this._onChangeCallback()}set(e,t,n,r){return this._x=e,this._y=t,this._z=n,this._w=r,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._w)}copy(e){return this._x=e.x,this._y=e.y,this._z=e.z,this._w=e.w,this._onChangeCallback(),this}setFromEuler(e,t=!0){let n=e._x,r=e._y,a=e._z,l=e._order,c=Math.cos,h=Math.sin,d=c(n/2),p=c(r/2),_=c(a/2),g=h(n/2),y=h(r/2),S=h(a/2);switch(l){case"XYZ":this._x=g*p*_+d*y*S,this._y=d*y*_-g*p*S,this._z=d*p*S+g*y*_,this._w=d*p*_-g*y*S;break;case"YXZ":this._x=g*p*_+d*y*S,this._y=d*y*_-g*p*S,this._z=d*p*S-g*y*_,this._w=d*p*_+g*y*S;break;case"ZXY":this._x=g*p*_-d*y*S,this._y=d*y*_+g*p*S,this._z=d*p*S+g*y*_,this._w=d*p*_-g*y*S;break;case"ZYX":this._x=g*p*_-d*y*S,this._y=d*y*_+g*p*S,this._z=d*p*S-g*y*_,this._w=d*p*_+g*y*S;break;case"YZX":this._x=g*p*_+d*y*S,this._y=d*y*_+g*p*S,this._z=d*p*S-g*y*_,this._w=d*p*_-g*y*S;break;case"XZY":this._x=g*p*_-d*y*S,this._y=d*y*_-g*p*S,this._z=d*p*S+g*y*_,this._w=d*p*_+g*y*S;break;default:it("Quaternion: .setFromEuler() encountered an unknown order: "+l)}return t===!0&&this._onChangeCallback(),this}setFromAxisAngle(e,t){let n=t/2,r=Math.sin(n);return this._x=e.x*r,this._y=e.y*r,this._z=e.z*r,this._w=Math.cos(n),this._onChangeCallback(),this}setFromRotationMatrix(e){let t=e.elements,n=t[0],r=t[4],a=t[8],l=t[1],c=t[5],h=t[9],d=t[2],p=t[6],_=t[10],g=n+c+_;if(g>0){let y=.5/Math.sqrt(g+1);this._w=.25/y,this._x=(p-h)*y,this._y=(a-d)*y,this._z=(l-r)*y}else if(n>c&&n>_){let y=2*Math.sqrt(1+n-c-_);this._w=(p-h)/y,this._x=.25*y,this._y=(r+l)/y,this._z=(a+d)/y}else if(c>_){let y=2*Math.sqrt(1+c-n-_);this._w=(a-d)/y,this._x=(r+l)/y,this._y=.25*y,this._z=(h+p)/y}else{let y=2*Math.sqrt(1+_-n-c);this._w=(l-r)/y,this._x=(a+d)/y,this._y=(h+p)/y,this._z=.25*y}return this._onChangeCallback(),this}setFromUnitVectors(e,t){let n=e.dot(t)+1;return n<1e-8?(n=0,Math.abs(e.x)>Math.abs(e.z)?(this._x=-e.y,this._y=e.x,this._z=0,this._w=n):(this._x=0,this._y=-e.z,this._z=e.y,this._w=n)):(this._x=e.y*t.z-e.z*t.y,this._y=e.z*t.x-e.x*t.z,this._z=e.x*t.y-e.y*t.x,this._w=n),this.normalize()}angleTo(e){return 2*Math.acos(Math.abs(vt(this.dot(e),-1,1)))}rotateTowards(e,t){let n=this.angleTo(e);if(n===0)return this;let r=Math.min(1,t/n);return this.slerp(e,r),this}identity(){return this.set(0,0,0,1)}invert(){return this.conjugate()}conjugate(){return this._x*=-1,this._y*=-1,this._z*=-1,this._onChangeCallback(),this}dot(e){return this._x*e._x+this._y*e._y+this._z*e._z+this._w*e._w}lengthSq(){return this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w}length(){return Math.sqrt(this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w)}normalize(){let e=this.length();return e===0?(this._x=0,this._y=0,this._z=0,this._w=1):(e=1/e,this._x=this._x*e,this._y=this._y*e,this._z=this._z*e,this._w=this._w*e),this._onChangeCallback(),this}multiply(e){return this.multiplyQuaternions(this,e)}premultiply(e){return this.multiplyQuaternions(e,this)}multiplyQuaternions(e,t){let n=e._x,r=e._y,a=e._z,l=e._w,c=t._x,h=t._y,d=t._z,p=t._w;return this._x=n*p+l*c+r*d-a*h,this._y=r*p+l*h+a*c-n*d,this._z=a*p+l*d+n*h-r*c,this._w=l*p-n*c-r*h-a*d,this._onChangeCallback(),this}slerp(e,t){let n=e._x,r=e._y,a=e._z,l=e._w,c=this.dot(e);c<0&&(n=-n,r=-r,a=-a,l=-l,c=-c);let h=1-t;if(c<.9995){let d=Math.acos(c),p=Math.sin(d);h=Math.sin(h*d)/p,t=Math.sin(t*d)/p,this._x=this._x*h+n*t,this._y=this._y*h+r*t,this._z=this._z*h+a*t,this._w=this._w*h+l*t,this._onChangeCallback()}else this._x=this._x*h+n*t,this._y=this._y*h+r*t,this._z=this._z*h+a*t,this._w=this._w*h+l*t,this.normalize();return this}slerpQuaternions(e,t,n){return this.copy(e).slerp(t,n)}random(){let e=2*Math.PI*Math.random(),t=2*Math.PI*Math.random(),n=Math.random(),r=Math.sqrt(1-n),a=Math.sqrt(n);return this.set(r*Math.sin(e),r*Math.cos(e),a*Math.sin(t),a*Math.cos(t))}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._w===this._w}fromArray(e,t=0){return this._x=e[t],this._y=e[t+1],this._z=e[t+2],this._w=e[t+3],this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._w,e}fromBufferAttribute(e,t){return this._x=e.getX(t),this._y=e.getY(t),this._z=e.getZ(t),this._w=e.getW(t),this._onChangeCallback(),this}toJSON(){return this.toArray()}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._w}},Z=class{static{this.prototype.isVector3=!0}constructor(e=0,t=0,n=0){this.x=e,this.y=t,this.z=n}set(e,t,n){return n===void 0&&(n=this.z),this.x=e,this.y=t,this.z=n,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;default:throw new Error("THREE.Vector3: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;default:throw new Error("THREE.Vector3: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this}multiplyVectors(e,t){return this.x=e.x*t.x,this.y=e.y*t.y,this.z=e.z*t.z,this}applyEuler(e){return this.applyQuaternion(zh.setFromEuler(e))}applyAxisAngle(e,t){return this.applyQuaternion(zh.setFromAxisAngle(e,t))}applyMatrix3(e){let t=this.x,n=this.y,r=this.z,a=e.elements;return this.x=a[0]*t+a[3]*n+a[6]*r,this.y=a[1]*t+a[4]*n+a[7]*r,this.z=a[2]*t+a[5]*n+a[8]*r,this}applyNormalMatrix(e){return this.applyMatrix3(e).normalize()}applyMatrix4(e){let t=this.x,n=this.y,r=this.z,a=e.elements,l=1/(a[3]*t+a[7]*n+a[11]*r+a[15]);return this.x=(a[0]*t+a[4]*n+a[8]*r+a[12])*l,this.y=(a[1]*t+a[5]*n+a[9]*r+a[13])*l,this.z=(a[2]*t+a[6]*n+a[10]*r+a[14])*l,this}applyQuaternion(e){let t=this.x,n=this.y,r=this.z,a=e.x,l=e.y,c=e.z,h=e.w,d=2*(l*r-c*n),p=2*(c*t-a*r),_=2*(a*n-l*t);return this.x=t+h*d+l*_-c*p,this.y=n+h*p+c*d-a*_,this.z=r+h*_+a*p-l*d,this}project(e){return this.applyMatrix4(e.matrixWorldInverse).applyMatrix4(e.projectionMatrix)}unproject(e){return this.applyMatrix4(e.projectionMatrixInverse).applyMatrix4(e.matrixWorld)}transformDirection(e){let t=this.x,n=this.y,r=this.z,a=e.elements;return this.x=a[0]*t+a[4]*n+a[8]*r,this.y=a[1]*t+a[5]*n+a[9]*r,this.z=a[2]*t+a[6]*n+a[10]*r,this.normalize()}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this}divideScalar(e){return this.multiplyScalar(1/e)}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this}clamp(e,t){return this.x=vt(this.x,e.x,t.x),this.y=vt(this.y,e.y,t.y),this.z=vt(this.z,e.z,t.z),this}clampScalar(e,t){return this.x=vt(this.x,e,t),this.y=vt(this.y,e,t),this.z=vt(this.z,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(vt(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this.z=e.z+(t.z-e.z)*n,this}cross(e){return this.crossVectors(this,e)}crossVectors(e,t){let n=e.x,r=e.y,a=e.z,l=t.x,c=t.y,h=t.z;return this.x=r*h-a*c,this.y=a*l-n*h,this.z=n*c-r*l,this}projectOnVector(e){let t=e.lengthSq();if(t===0)return this.set(0,0,0);let n=e.dot(this)/t;return this.copy(e).multiplyScalar(n)}projectOnPlane(e){return hc.copy(this).projectOnVector(e),this.sub(hc)}reflect(e){return this.sub(hc.copy(e).multiplyScalar(2*this.dot(e)))}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let n=this.dot(e)/t;return Math.acos(vt(n,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,n=this.y-e.y,r=this.z-e.z;return t*t+n*n+r*r}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)+Math.abs(this.z-e.z)}setFromSpherical(e){return this.setFromSphericalCoords(e.radius,e.phi,e.theta)}setFromSphericalCoords(e,t,n){let r=Math.sin(t)*e;return this.x=r*Math.sin(n),this.y=Math.cos(t)*e,this.z=r*Math.cos(n),this}setFromCylindrical(e){return this.setFromCylindricalCoords(e.radius,e.theta,e.y)}setFromCylindricalCoords(e,t,n){return this.x=e*Math.sin(t),this.y=n,this.z=e*Math.cos(t),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this}setFromMatrixScale(e){let t=this.setFromMatrixColumn(e,0).length(),n=this.setFromMatrixColumn(e,1).length(),r=this.setFromMatrixColumn(e,2).length();return this.x=t,this.y=n,this.z=r,this}setFromMatrixColumn(e,t){return this.fromArray(e.elements,t*4)}setFromMatrix3Column(e,t){return this.fromArray(e.elements,t*3)}setFromEuler(e){return this.x=e._x,this.y=e._y,this.z=e._z,this}setFromColor(e){return this.x=e.r,this.y=e.g,this.z=e.b,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this}randomDirection(){let e=Math.random()*Math.PI*2,t=Math.random()*2-1,n=Math.sqrt(1-t*t);return this.x=n*Math.cos(e),this.y=t,this.z=n*Math.sin(e),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z}},hc=new Z,zh=new wn,lt=class{static{this.prototype.isMatrix3=!0}constructor(e,t,n,r,a,l,c,h,d){this.elements=[1,0,0,0,1,0,0,0,1],e!==void 0&&this.set(e,t,n,r,a,l,c,h,d)}set(e,t,n,r,a,l,c,h,d){let p=this.elements;return p[0]=e,p[1]=r,p[2]=c,p[3]=t,p[4]=a,p[5]=h,p[6]=n,p[7]=l,p[8]=d,this}identity(){return this.set(1,0,0,0,1,0,0,0,1),this}copy(e){let t=this.elements,n=e.elements;return t[0]=n[0],t[1]=n[1],t[2]=n[2],t[3]=n[3],t[4]=n[4],t[5]=n[5],t[6]=n[6],t[7]=n[7],t[8]=n[8],this}extractBasis(e,t,n){return e.setFromMatrix3Column(this,0),t.setFromMatrix3Column(this,1),n.setFromMatrix3Column(this,2),this}setFromMatrix4(e){let t=e.elements;return this.set(t[0],t[4],t[8],t[1],t[5],t[9],t[2],t[6],t[10]),this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let n=e.elements,r=t.elements,a=this.elements,l=n[0],c=n[3],h=n[6],d=n[1],p=n[4],_=n[7],g=n[2],y=n[5],S=n[8],R=r[0],v=r[3],x=r[6],T=r[1],E=r[4],w=r[7],N=r[2],F=r[5],b=r[8];return a[0]=l*R+c*T+h*N,a[3]=l*v+c*E+h*F,a[6]=l*x+c*w+h*b,a[1]=d*R+p*T+_*N,a[4]=d*v+p*E+_*F,a[7]=d*x+p*w+_*b,a[2]=g*R+y*T+S*N,a[5]=g*v+y*E+S*F,a[8]=g*x+y*w+S*b,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[3]*=e,t[6]*=e,t[1]*=e,t[4]*=e,t[7]*=e,t[2]*=e,t[5]*=e,t[8]*=e,this}determinant(){let e=this.elements,t=e[0],n=e[1],r=e[2],a=e[3],l=e[4],c=e[5],h=e[6],d=e[7],p=e[8];return t*l*p-t*c*d-n*a*p+n*c*h+r*a*d-r*l*h}invert(){let e=this.elements,t=e[0],n=e[1],r=e[2],a=e[3],l=e[4],c=e[5],h=e[6],d=e[7],p=e[8],_=p*l-c*d,g=c*h-p*a,y=d*a-l*h,S=t*_+n*g+r*y;if(S===0)return this.set(0,0,0,0,0,0,0,0,0);let R=1/S;return e[0]=_*R,e[1]=(r*d-p*n)*R,e[2]=(c*n-r*l)*R,e[3]=g*R,e[4]=(p*t-r*h)*R,e[5]=(r*a-c*t)*R,e[6]=y*R,e[7]=(n*h-d*t)*R,e[8]=(l*t-n*a)*R,this}transpose(){let e,t=this.elements;return e=t[1],t[1]=t[3],t[3]=e,e=t[2],t[2]=t[6],t[6]=e,e=t[5],t[5]=t[7],t[7]=e,this}getNormalMatrix(e){return this.setFromMatrix4(e).invert().transpose()}transposeIntoArray(e){let t=this.elements;return e[0]=t[0],e[1]=t[3],e[2]=t[6],e[3]=t[1],e[4]=t[4],e[5]=t[7],e[6]=t[2],e[7]=t[5],e[8]=t[8],this}setUvTransform(e,t,n,r,a,l,c){let h=Math.cos(a),d=Math.sin(a);return this.set(n*h,n*d,-n*(h*l+d*c)+l+e,-r*d,r*h,-r*(-d*l+h*c)+c+t,0,0,1),this}scale(e,t){return ds("Matrix3: .scale() is deprecated. Use .makeScale() instead."),this.premultiply(dc.makeScale(e,t)),this}rotate(e){return ds("Matrix3: .rotate() is deprecated. Use .makeRotation() instead."),this.premultiply(dc.makeRotation(-e)),this}translate(e,t){return ds("Matrix3: .translate() is deprecated. Use .makeTranslation() instead."),this.premultiply(dc.makeTranslation(e,t)),this}makeTranslation(e,t){return e.isVector2?this.set(1,0,e.x,0,1,e.y,0,0,1):this.set(1,0,e,0,1,t,0,0,1),this}makeRotation(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,-n,0,n,t,0,0,0,1),this}makeScale(e,t){return this.set(e,0,0,0,t,0,0,0,1),this}equals(e){let t=this.elements,n=e.elements;for(let r=0;r<9;r++)if(t[r]!==n[r])return!1;return!0}fromArray(e,t=0){for(let n=0;n<9;n++)this.elements[n]=e[n+t];return this}toArray(e=[],t=0){let n=this.elements;return e[t]=n[0],e[t+1]=n[1],e[t+2]=n[2],e[t+3]=n[3],e[t+4]=n[4],e[t+5]=n[5],e[t+6]=n[6],e[t+7]=n[7],e[t+8]=n[8],e}clone(){return new this.constructor().fromArray(this.elements)}},dc=new lt,Gh=new lt().set(.4123908,.3575843,.1804808,.212639,.7151687,.0721923,.0193308,.1191948,.9505322),Vh=new lt().set(3.2409699,-1.5373832,-.4986108,-.9692436,1.8759675,.0415551,.0556301,-.203977,1.0569715);function oy(){let i={enabled:!0,workingColorSpace:gs,spaces:{},convert:function(r,a,l){return this.enabled===!1||a===l||!a||!l||(this.spaces[a].transfer===Pt&&(r.r=vi(r.r),r.g=vi(r.g),r.b=vi(r.b)),this.spaces[a].primaries!==this.spaces[l].primaries&&(r.applyMatrix3(this.spaces[a].toXYZ),r.applyMatrix3(this.spaces[l].fromXYZ)),this.spaces[l].transfer===Pt&&(r.r=Lr(r.r),r.g=Lr(r.g),r.b=Lr(r.b))),r},workingToColorSpace:function(r,a){return this.convert(r,this.workingColorSpace,a)},colorSpaceToWorking:function(r,a){return this.convert(r,a,this.workingColorSpace)},getPrimaries:function(r){return this.spaces[r].primaries},getTransfer:function(r){return r===Ei?_s:this.spaces[r].transfer},getToneMappingMode:function(r){return this.spaces[r].outputColorSpaceConfig.toneMappingMode||"standard"},getLuminanceCoefficients:function(r,a=this.workingColorSpace){return r.fromArray(this.spaces[a].luminanceCoefficients)},define:function(r){Object.assign(this.spaces,r)},_getMatrix:function(r,a,l){return r.copy(this.spaces[l].fromXYZ).multiply(this.spaces[a].toXYZ)},_getDrawingBufferColorSpace:function(r){return this.spaces[r].outputColorSpaceConfig.drawingBufferColorSpace},_getUnpackColorSpace:function(r=this.workingColorSpace){return this.spaces[r].workingColorSpaceConfig.unpackColorSpace}},e=[.64,.33,.3,.6,.15,.06],t=[.2126,.7152,.0722],n=[.3127,.329];return i.define({[gs]:{primaries:e,whitePoint:n,transfer:_s,toXYZ:Gh,fromXYZ:Vh,luminanceCoefficients:t,workingColorSpaceConfig:{unpackColorSpace:mn},outputColorSpaceConfig:{drawingBufferColorSpace:mn}},[mn]:{primaries:e,whitePoint:n,transfer:Pt,toXYZ:Gh,fromXYZ:Vh,luminanceCoefficients:t,outputColorSpaceConfig:{drawingBufferColorSpace:mn}}}),i}var St=oy();function vi(i){return i<.04045?i*.0773993808:Math.pow(i*.9478672986+.0521327014,2.4)}function Lr(i){return i<.0031308?i*12.92:1.055*Math.pow(i,.41666)-.055}var vr,go=class{static getDataURL(e,t="image/png"){if(/^data:/i.test(e.src)||typeof HTMLCanvasElement>"u")return e.src;let n;if(e instanceof HTMLCanvasElement)n=e;else{vr===void 0&&(vr=vs("canvas")),vr.width=e.width,vr.height=e.height;let r=vr.getContext("2d");e instanceof ImageData?r.putImageData(e,0,0):r.drawImage(e,0,0,e.width,e.height),n=vr}return n.toDataURL(t)}static sRGBToLinear(e){if(typeof HTMLImageElement<"u"&&e instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&e instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&e instanceof ImageBitmap){let t=vs("canvas");t.width=e.width,t.height=e.height;let n=t.getContext("2d");n.drawImage(e,0,0,e.width,e.height);let r=n.getImageData(0,0,e.width,e.height),a=r.data;for(let l=0;l<a.length;l++)a[l]=vi(a[l]/255)*255;return n.putImageData(r,0,0),t}else if(e.data){let t=e.data.slice(0);for(let n=0;n<t.length;n++)t instanceof Uint8Array||t instanceof Uint8ClampedArray?t[n]=Math.floor(vi(t[n]/255)*255):t[n]=vi(t[n]);return{data:t,width:e.width,height:e.height}}else return it("ImageUtils.sRGBToLinear(): Unsupported image type. No color space conversion applied."),e}},ly=0,Br=class{constructor(e=null){this.isTextureSource=!0,Object.defineProperty(this,"id",{value:ly++}),this.uuid=Jr(),this.data=e,this.dataReady=!0,this.version=0}getSize(e){let t=this.data;return typeof HTMLVideoElement<"u"&&t instanceof HTMLVideoElement?e.set(t.videoWidth,t.videoHeight,0):typeof VideoFrame<"u"&&t instanceof VideoFrame?e.set(t.displayWidth,t.displayHeight,0):t!==null?e.set(t.width||0,t.height||0,t.depth||0):e.set(0,0,0),e}set needsUpdate(e){e===!0&&this.version++}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.images[this.uuid]!==void 0)return e.images[this.uuid];let n={uuid:this.uuid,url:""},r=this.data;if(r!==null){let a;if(Array.isArray(r)){a=[];for(let l=0,c=r.length;l<c;l++)r[l].isDataTexture?a.push(fc(r[l].image)):a.push(fc(r[l]))}else a=fc(r);n.url=a}return t||(e.images[this.uuid]=n),n}};function fc(i){return typeof HTMLImageElement<"u"&&i instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&i instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&i instanceof ImageBitmap?go.getDataURL(i):i.data?{data:Array.from(i.data),width:i.width,height:i.height,type:i.data.constructor.name}:(it("Texture: Unable to serialize Texture."),{})}var cy=0,pc=new Z,Mn=class i extends si{constructor(e=i.DEFAULT_IMAGE,t=i.DEFAULT_MAPPING,n=ri,r=ri,a=Sn,l=bi,c=Jn,h=En,d=i.DEFAULT_ANISOTROPY,p=Ei){super(),this.isTexture=!0,Object.defineProperty(this,"id",{value:cy++}),this.uuid=Jr(),this.name="",this.source=new Br(e),this.mipmaps=[],this.mapping=t,this.channel=0,this.wrapS=n,this.wrapT=r,this.magFilter=a,this.minFilter=l,this.anisotropy=d,this.format=c,this.internalFormat=null,this.type=h,this.offset=new ze(0,0),this.repeat=new ze(1,1),this.center=new ze(0,0),this.rotation=0,this.matrixAutoUpdate=!0,this.matrix=new lt,this.generateMipmaps=!0,this.mipmapsAutoUpdate=!0,this.premultiplyAlpha=!1,this.flipY=!0,this.unpackAlignment=4,this.colorSpace=p,this.userData={},this.updateRanges=[],this.version=0,this.onUpdate=null,this.renderTarget=null,this.isRenderTargetTexture=!1,this.isArrayTexture=!!(e&&e.depth&&e.depth>1),this.pmremVersion=0,this.isPMREMTexture=!1,this.normalized=!1}get width(){return this.source.getSize(pc).x}get height(){return this.source.getSize(pc).y}get depth(){return this.source.getSize(pc).z}get image(){return this.source.data}set image(e){this.source.data=e}updateMatrix(){this.matrix.setUvTransform(this.offset.x,this.offset.y,this.repeat.x,this.repeat.y,this.rotation,this.center.x,this.center.y)}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}clone(){return new this.constructor().copy(this)}copy(e){return this.name=e.name,this.source=e.source,this.mipmaps=e.mipmaps.slice(0),this.mapping=e.mapping,this.channel=e.channel,this.wrapS=e.wrapS,this.wrapT=e.wrapT,this.magFilter=e.magFilter,this.minFilter=e.minFilter,this.anisotropy=e.anisotropy,this.format=e.format,this.internalFormat=e.internalFormat,this.type=e.type,this.normalized=e.normalized,this.offset.copy(e.offset),this.repeat.copy(e.repeat),this.center.copy(e.center),this.rotation=e.rotation,this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrix.copy(e.matrix),this.generateMipmaps=e.generateMipmaps,this.mipmapsAutoUpdate=e.mipmapsAutoUpdate,this.premultiplyAlpha=e.premultiplyAlpha,this.flipY=e.flipY,this.unpackAlignment=e.unpackAlignment,this.colorSpace=e.colorSpace,this.renderTarget=e.renderTarget,this.isRenderTargetTexture=e.isRenderTargetTexture,this.isPMREMTexture=e.isPMREMTexture,this.isArrayTexture=e.isArrayTexture,this.userData=JSON.parse(JSON.stringify(e.userData)),this.needsUpdate=!0,this}setValues(e){for(let t in e){let n=e[t];if(n===void 0){it(`Texture.setValues(): parameter '${t}' has value of undefined.`);continue}let r=this[t];if(r===void 0){it(`Texture.setValues(): property '${t}' does not exist.`);continue}r&&n&&r.isVector2&&n.isVector2||r&&n&&r.isVector3&&n.isVector3||r&&n&&r.isMatrix3&&n.isMatrix3?r.copy(n):this[t]=n}}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.textures[this.uuid]!==void 0)return e.textures[this.uuid];let n={metadata:{version:4.7,type:"Texture",generator:"Texture.toJSON"},uuid:this.uuid,name:this.name,image:this.source.toJSON(e).uuid,mapping:this.mapping,channel:this.channel,repeat:[this.repeat.x,this.repeat.y],offset:[this.offset.x,this.offset.y],center:[this.center.x,this.center.y],rotation:this.rotation,wrap:[this.wrapS,this.wrapT],format:this.format,internalFormat:this.internalFormat,type:this.type,normalized:this.normalized,colorSpace:this.colorSpace,minFilter:this.minFilter,magFilter:this.magFilter,anisotropy:this.anisotropy,flipY:this.flipY,generateMipmaps:this.generateMipmaps,mipmapsAutoUpdate:this.mipmapsAutoUpdate,premultiplyAlpha:this.premultiplyAlpha,unpackAlignment:this.unpackAlignment};return Object.keys(this.userData).length>0&&(n.userData=this.userData),t||(e.textures[this.uuid]=n),n}dispose(){this.dispatchEvent({type:"dispose"})}transformUv(e){if(this.mapping!==ru)return e;if(e.applyMatrix3(this.matrix),e.x<0||e.x>1)switch(this.wrapS){case Nr:e.x=e.x-Math.floor(e.x);break;case ri:e.x=e.x<0?0:1;break;case fo:Math.abs(Math.floor(e.x)%2)===1?e.x=Math.ceil(e.x)-e.x:e.x=e.x-Math.floor(e.x);break}if(e.y<0||e.y>1)switch(this.wrapT){case Nr:e.y=e.y-Math.floor(e.y);break;case ri:e.y=e.y<0?0:1;break;case fo:Math.abs(Math.floor(e.y)%2)===1?e.y=Math.ceil(e.y)-e.y:e.y=e.y-Math.floor(e.y);break}return this.flipY&&(e.y=1-e.y),e}set needsUpdate(e){e===!0&&(this.version++,this.source.needsUpdate=!0)}set needsPMREMUpdate(e){e===!0&&this.pmremVersion++}};Mn.DEFAULT_IMAGE=null;Mn.DEFAULT_MAPPING=ru;Mn.DEFAULT_ANISOTROPY=1;var Gt=class{static{this.prototype.isVector4=!0}constructor(e=0,t=0,n=0,r=1){this.x=e,this.y=t,this.z=n,this.w=r}get width(){return this.z}set width(e){this.z=e}get height(){return this.w}set height(e){this.w=e}set(e,t,n,r){return this.x=e,this.y=t,this.z=n,this.w=r,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this.w=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setW(e){return this.w=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;case 3:this.w=t;break;default:throw new Error("THREE.Vector4: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;case 3:return this.w;default:throw new Error("THREE.Vector4: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z,this.w)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this.w=e.w!==void 0?e.w:1,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this.w+=e.w,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this.w+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this.w=e.w+t.w,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this.w+=e.w*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this.w-=e.w,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this.w-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this.w=e.w-t.w,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this.w*=e.w,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this.w*=e,this}applyMatrix4(e){let t=this.x,n=this.y,r=this.z,a=this.w,l=e.elements;return this.x=l[0]*t+l[4]*n+l[8]*r+l[12]*a,this.y=l[1]*t+l[5]*n+l[9]*r+l[13]*a,this.z=l[2]*t+l[6]*n+l[10]*r+l[14]*a,this.w=l[3]*t+l[7]*n+l[11]*r+l[15]*a,this}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this.w/=e.w,this}divideScalar(e){return this.multiplyScalar(1/e)}setAxisAngleFromQuaternion(e){this.w=2*Math.acos(e.w);let t=Math.sqrt(1-e.w*e.w);return t<1e-4?(this.x=1,this.y=0,this.z=0):(this.x=e.x/t,this.y=e.y/t,this.z=e.z/t),this}setAxisAngleFromRotationMatrix(e){let t,n,r,a,h=e.elements,d=h[0],p=h[4],_=h[8],g=h[1],y=h[5],S=h[9],R=h[2],v=h[6],x=h[10];if(Math.abs(p-g)<.01&&Math.abs(_-R)<.01&&Math.abs(S-v)<.01){if(Math.abs(p+g)<.1&&Math.abs(_+R)<.1&&Math.abs(S+v)<.1&&Math.abs(d+y+x-3)<.1)return this.set(1,0,0,0),this;t=Math.PI;let E=(d+1)/2,w=(y+1)/2,N=(x+1)/2,F=(p+g)/4,b=(_+R)/4,D=(S+v)/4;return E>w&&E>N?E<.01?(n=0,r=.707106781,a=.707106781):(n=Math.sqrt(E),r=F/n,a=b/n):w>N?w<.01?(n=.707106781,r=0,a=.707106781):(r=Math.sqrt(w),n=F/r,a=D/r):N<.01?(n=.707106781,r=.707106781,a=0):(a=Math.sqrt(N),n=b/a,r=D/a),this.set(n,r,a,t),this}let T=Math.sqrt((v-S)*(v-S)+(_-R)*(_-R)+(g-p)*(g-p));return Math.abs(T)<.001&&(T=1),this.x=(v-S)/T,this.y=(_-R)/T,this.z=(g-p)/T,this.w=Math.acos((d+y+x-1)/2),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this.w=t[15],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this.w=Math.min(this.w,e.w),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this.w=Math.max(this.w,e.w),this}clamp(e,t){return this.x=vt(this.x,e.x,t.x),this.y=vt(this.y,e.y,t.y),this.z=vt(this.z,e.z,t.z),this.w=vt(this.w,e.w,t.w),this}clampScalar(e,t){return this.x=vt(this.x,e,t),this.y=vt(this.y,e,t),this.z=vt(this.z,e,t),this.w=vt(this.w,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(vt(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this.w=Math.floor(this.w),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this.w=Math.ceil(this.w),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this.w=Math.round(this.w),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this.w=Math.trunc(this.w),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this.w=-this.w,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z+this.w*e.w}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)+Math.abs(this.w)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this.w+=(e.w-this.w)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this.z=e.z+(t.z-e.z)*n,this.w=e.w+(t.w-e.w)*n,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z&&e.w===this.w}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this.w=e[t+3],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e[t+3]=this.w,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this.w=e.getW(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this.w=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z,yield this.w}},_o=class extends si{constructor(e=1,t=1,n={}){super(),n=Object.assign({generateMipmaps:!1,internalFormat:null,minFilter:Sn,depthBuffer:!0,stencilBuffer:!1,resolveColorBuffer:!0,resolveDepthBuffer:!0,resolveStencilBuffer:!0,storeMultisampledColorBuffer:!0,storeMultisampledDepthBuffer:!0,storeMultisampledStencilBuffer:!0,depthTexture:null,samples:0,count:1,depth:1,multiview:!1,useArrayDepthTexture:!1},n),this.isRenderTarget=!0,this.width=e,this.height=t,this.depth=n.depth,this.scissor=new Gt(0,0,e,t),this.scissorTest=!1,this.viewport=new Gt(0,0,e,t),this.textures=[];let r=n.count;for(let a=0;a<r;a++)this.textures[a]=new Mn({width:e,height:t,depth:n.depth}),this.textures[a].isRenderTargetTexture=!0,this.textures[a].renderTarget=this;this._setTextureOptions(n),this.depthBuffer=n.depthBuffer,this.stencilBuffer=n.stencilBuffer,this.resolveColorBuffer=n.resolveColorBuffer,this.resolveDepthBuffer=n.resolveDepthBuffer,this.resolveStencilBuffer=n.resolveStencilBuffer,this.storeMultisampledColorBuffer=n.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=n.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=n.storeMultisampledStencilBuffer,this._depthTexture=null,this.depthTexture=n.depthTexture,this.samples=n.samples,this.multiview=n.multiview,this.useArrayDepthTexture=n.useArrayDepthTexture}_setTextureOptions(e={}){let t={minFilter:Sn,generateMipmaps:!1,flipY:!1,internalFormat:null};e.mapping!==void 0&&(t.mapping=e.mapping),e.wrapS!==void 0&&(t.wrapS=e.wrapS),e.wrapT!==void 0&&(t.wrapT=e.wrapT),e.wrapR!==void 0&&(t.wrapR=e.wrapR),e.magFilter!==void 0&&(t.magFilter=e.magFilter),e.minFilter!==void 0&&(t.minFilter=e.minFilter),e.format!==void 0&&(t.format=e.format),e.type!==void 0&&(t.type=e.type),e.anisotropy!==void 0&&(t.anisotropy=e.anisotropy),e.colorSpace!==void 0&&(t.colorSpace=e.colorSpace),e.flipY!==void 0&&(t.flipY=e.flipY),e.generateMipmaps!==void 0&&(t.generateMipmaps=e.generateMipmaps),e.mipmapsAutoUpdate!==void 0&&(t.mipmapsAutoUpdate=e.mipmapsAutoUpdate),e.internalFormat!==void 0&&(t.internalFormat=e.internalFormat);for(let n=0;n<this.textures.length;n++)this.textures[n].setValues(t)}get texture(){return this.textures[0]}set texture(e){this.textures[0]=e}set depthTexture(e){this._depthTexture!==null&&this._depthTexture.renderTarget===this&&(this._depthTexture.renderTarget=null),e!==null&&e.renderTarget===null&&(e.renderTarget=this),this._depthTexture=e}get depthTexture(){return this._depthTexture}setSize(e,t,n=1){if(this.width!==e||this.height!==t||this.depth!==n){this.width=e,this.height=t,this.depth=n;for(let r=0,a=this.textures.length;r<a;r++)this.textures[r].image.width=e,this.textures[r].image.height=t,this.textures[r].image.depth=n,this.textures[r].isData3DTexture!==!0&&(this.textures[r].isArrayTexture=this.textures[r].image.depth>1);this.dispose()}this.viewport.set(0,0,e,t),this.scissor.set(0,0,e,t)}clone(){return new this.constructor().copy(this)}copy(e){this.width=e.width,this.height=e.height,this.depth=e.depth,this.scissor.copy(e.scissor),this.scissorTest=e.scissorTest,this.viewport.copy(e.viewport),this.textures.length=0;for(let t=0,n=e.textures.length;t<n;t++){this.textures[t]=e.textures[t].clone(),this.textures[t].isRenderTargetTexture=!0,this.textures[t].renderTarget=this;let r=Object.assign({},e.textures[t].image);this.textures[t].source=new Br(r)}if(this.depthBuffer=e.depthBuffer,this.stencilBuffer=e.stencilBuffer,this.resolveColorBuffer=e.resolveColorBuffer,this.resolveDepthBuffer=e.resolveDepthBuffer,this.resolveStencilBuffer=e.resolveStencilBuffer,this.storeMultisampledColorBuffer=e.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=e.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=e.storeMultisampledStencilBuffer,e.depthTexture!==null)if(e.depthTexture.renderTarget===e){let t=e.depthTexture.clone();t.renderTarget=null,this.depthTexture=t}else this.depthTexture=e.depthTexture;else this.depthTexture=null;return this.samples=e.samples,this.multiview=e.multiview,this.useArrayDepthTexture=e.useArrayDepthTexture,this}dispose(){this.dispatchEvent({type:"dispose"})}},Cn=class extends _o{constructor(e=1,t=1,n={}){super(e,t,n),this.isWebGLRenderTarget=!0}},ys=class extends Mn{constructor(e=null,t=1,n=1,r=1){super(null),this.isDataArrayTexture=!0,this.image={data:e,width:t,height:n,depth:r},this.magFilter=on,this.minFilter=on,this.wrapR=ri,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1,this.layerUpdates=new Set}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}addLayerUpdate(e){this.layerUpdates.add(e)}clearLayerUpdates(){this.layerUpdates.clear()}};var vo=class extends Mn{constructor(e=null,t=1,n=1,r=1){super(null),this.isData3DTexture=!0,this.image={data:e,width:t,height:n,depth:r},this.magFilter=on,this.minFilter=on,this.wrapR=ri,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}};var Rt=class i{static{this.prototype.isMatrix4=!0}constructor(e,t,n,r,a,l,c,h,d,p,_,g,y,S,R,v){this.elements=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],e!==void 0&&this.set(e,t,n,r,a,l,c,h,d,p,_,g,y,S,R,v)}set(e,t,n,r,a,l,c,h,d,p,_,g,y,S,R,v){let x=this.elements;return x[0]=e,x[4]=t,x[8]=n,x[12]=r,x[1]=a,x[5]=l,x[9]=c,x[13]=h,x[2]=d,x[6]=p,x[10]=_,x[14]=g,x[3]=y,x[7]=S,x[11]=R,x[15]=v,this}identity(){return this.set(1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1),this}clone(){return new i().fromArray(this.elements)}copy(e){let t=this.elements,n=e.elements;return t[0]=n[0],t[1]=n[1],t[2]=n[2],t[3]=n[3],t[4]=n[4],t[5]=n[5],t[6]=n[6],t[7]=n[7],t[8]=n[8],t[9]=n[9],t[10]=n[10],t[11]=n[11],t[12]=n[12],t[13]=n[13],t[14]=n[14],t[15]=n[15],this}copyPosition(e){let t=this.elements,n=e.elements;return t[12]=n[12],t[13]=n[13],t[14]=n[14],this}setFromMatrix3(e){let t=e.elements;return this.set(t[0],t[3],t[6],0,t[1],t[4],t[7],0,t[2],t[5],t[8],0,0,0,0,1),this}extractBasis(e,t,n){return this.determinantAffine()===0?(e.set(1,0,0),t.set(0,1,0),n.set(0,0,1),this):(e.setFromMatrixColumn(this,0),t.setFromMatrixColumn(this,1),n.setFromMatrixColumn(this,2),this)}makeBasis(e,t,n){return this.set(e.x,t.x,n.x,0,e.y,t.y,n.y,0,e.z,t.z,n.z,0,0,0,0,1),this}extractRotation(e){if(e.determinantAffine()===0)return this.identity();let t=this.elements,n=e.elements,r=1/yr.setFromMatrixColumn(e,0).length(),a=1/yr.setFromMatrixColumn(e,1).length(),l=1/yr.setFromMatrixColumn(e,2).length();return t[0]=n[0]*r,t[1]=n[1]*r,t[2]=n[2]*r,t[3]=0,t[4]=n[4]*a,t[5]=n[5]*a,t[6]=n[6]*a,t[7]=0,t[8]=n[8]*l,t[9]=n[9]*l,t[10]=n[10]*l,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromEuler(e){let t=this.elements,n=e.x,r=e.y,a=e.z,l=Math.cos(n),c=Math.sin(n),h=Math.cos(r),d=Math.sin(r),p=Math.cos(a),_=Math.sin(a);if(e.order==="XYZ"){let g=l*p,y=l*_,S=c*p,R=c*_;t[0]=h*p,t[4]=-h*_,t[8]=d,t[1]=y+S*d,t[5]=g-R*d,t[9]=-c*h,t[2]=R-g*d,t[6]=S+y*d,t[10]=l*h}else if(e.order==="YXZ"){let g=h*p,y=h*_,S=d*p,R=d*_;t[0]=g+R*c,t[4]=S*c-y,t[8]=l*d,t[1]=l*_,t[5]=l*p,t[9]=-c,t[2]=y*c-S,t[6]=R+g*c,t[10]=l*h}else if(e.order==="ZXY"){let g=h*p,y=h*_,S=d*p,R=d*_;t[0]=g-R*c,t[4]=-l*_,t[8]=S+y*c,t[1]=y+S*c,t[5]=l*p,t[9]=R-g*c,t[2]=-l*d,t[6]=c,t[10]=l*h}else if(e.order==="ZYX"){let g=l*p,y=l*_,S=c*p,R=c*_;t[0]=h*p,t[4]=S*d-y,t[8]=g*d+R,t[1]=h*_,t[5]=R*d+g,t[9]=y*d-S,t[2]=-d,t[6]=c*h,t[10]=l*h}else if(e.order==="YZX"){let g=l*h,y=l*d,S=c*h,R=c*d;t[0]=h*p,t[4]=R-g*_,t[8]=S*_+y,t[1]=_,t[5]=l*p,t[9]=-c*p,t[2]=-d*p,t[6]=y*_+S,t[10]=g-R*_}else if(e.order==="XZY"){let g=l*h,y=l*d,S=c*h,R=c*d;t[0]=h*p,t[4]=-_,t[8]=d*p,t[1]=g*_+R,t[5]=l*p,t[9]=y*_-S,t[2]=S*_-y,t[6]=c*p,t[10]=R*_+g}return t[3]=0,t[7]=0,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromQuaternion(e){return this.compose(uy,e,hy)}lookAt(e,t,n){let r=this.elements;return An.subVectors(e,t),An.lengthSq()===0&&(An.z=1),An.normalize(),Ci.crossVectors(n,An),Ci.lengthSq()===0&&(Math.abs(n.z)===1?An.x+=1e-4:An.z+=1e-4,An.normalize(),Ci.crossVectors(n,An)),Ci.normalize(),Fa.crossVectors(An,Ci),r[0]=Ci.x,r[4]=Fa.x,r[8]=An.x,r[1]=Ci.y,r[5]=Fa.y,r[9]=An.y,r[2]=Ci.z,r[6]=Fa.z,r[10]=An.z,this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let n=e.elements,r=t.elements,a=this.elements,l=n[0],c=n[4],h=n[8],d=n[12],p=n[1],_=n[5],g=n[9],y=n[13],S=n[2],R=n[6],v=n[10],x=n[14],T=n[3],E=n[7],w=n[11],N=n[15],F=r[0],b=r[4],D=r[8],W=r[12],z=r[1],B=r[5],X=r[9],K=r[13],k=r[2],ee=r[6],G=r[10],j=r[14],fe=r[3],ne=r[7],V=r[11],_e=r[15];return a[0]=l*F+c*z+h*k+d*fe,a[4]=l*b+c*B+h*ee+d*ne,a[8]=l*D+c*X+h*G+d*V,a[12]=l*W+c*K+h*j+d*_e,a[1]=p*F+_*z+g*k+y*fe,a[5]=p*b+_*B+g*ee+y*ne,a[9]=p*D+_*X+g*G+y*V,a[13]=p*W+_*K+g*j+y*_e,a[2]=S*F+R*z+v*k+x*fe,a[6]=S*b+R*B+v*ee+x*ne,a[10]=S*D+R*X+v*G+x*V,a[14]=S*W+R*K+v*j+x*_e,a[3]=T*F+E*z+w*k+N*fe,a[7]=T*b+E*B+w*ee+N*ne,a[11]=T*D+E*X+w*G+N*V,a[15]=T*W+E*K+w*j+N*_e,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[4]*=e,t[8]*=e,t[12]*=e,t[1]*=e,t[5]*=e,t[9]*=e,t[13]*=e,t[2]*=e,t[6]*=e,t[10]*=e,t[14]*=e,t[3]*=e,t[7]*=e,t[11]*=e,t[15]*=e,this}determinant(){let e=this.elements,t=e[0],n=e[4],r=e[8],a=e[12],l=e[1],c=e[5],h=e[9],d=e[13],p=e[2],_=e[6],g=e[10],y=e[14],S=e[3],R=e[7],v=e[11],x=e[15],T=h*y-d*g,E=c*y-d*_,w=c*g-h*_,N=l*y-d*p,F=l*g-h*p,b=l*_-c*p;return t*(R*T-v*E+x*w)-n*(S*T-v*N+x*F)+r*(S*E-R*N+x*b)-a*(S*w-R*F+v*b)}determinantAffine(){let e=this.elements,t=e[0],n=e[4],r=e[8],a=e[1],l=e[5],c=e[9],h=e[2],d=e[6],p=e[10];return t*(l*p-c*d)-n*(a*p-c*h)+r*(a*d-l*h)}transpose(){let e=this.elements,t;return t=e[1],e[1]=e[4],e[4]=t,t=e[2],e[2]=e[8],e[8]=t,t=e[6],e[6]=e[9],e[9]=t,t=e[3],e[3]=e[12],e[12]=t,t=e[7],e[7]=e[13],e[13]=t,t=e[11],e[11]=e[14],e[14]=t,this}setPosition(e,t,n){let r=this.elements;return e.isVector3?(r[12]=e.x,r[13]=e.y,r[14]=e.z):(r[12]=e,r[13]=t,r[14]=n),this}invert(){let e=this.elements,t=e[0],n=e[1],r=e[2],a=e[3],l=e[4],c=e[5],h=e[6],d=e[7],p=e[8],_=e[9],g=e[10],y=e[11],S=e[12],R=e[13],v=e[14],x=e[15],T=t*c-n*l,E=t*h-r*l,w=t*d-a*l,N=n*h-r*c,F=n*d-a*c,b=r*d-a*h,D=p*R-_*S,W=p*v-g*S,z=p*x-y*S,B=_*v-g*R,X=_*x-y*R,K=g*x-y*v,k=T*K-E*X+w*B+N*z-F*W+b*D;if(k===0)return this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0);let ee=1/k;return e[0]=(c*K-h*X+d*B)*ee,e[1]=(r*X-n*K-a*B)*ee,e[2]=(R*b-v*F+x*N)*ee,e[3]=(g*F-_*b-y*N)*ee,e[4]=(h*z-l*K-d*W)*ee,e[5]=(t*K-r*z+a*W)*ee,e[6]=(v*w-S*b-x*E)*ee,e[7]=(p*b-g*w+y*E)*ee,e[8]=(l*X-c*z+d*D)*ee,e[9]=(n*z-t*X-a*D)*ee,e[10]=(S*F-R*w+x*T)*ee,e[11]=(_*w-p*F-y*T)*ee,e[12]=(c*W-l*B-h*D)*ee,e[13]=(t*B-n*W+r*D)*ee,e[14]=(R*E-S*N-v*T)*ee,e[15]=(p*N-_*E+g*T)*ee,this}scale(e){let t=this.elements,n=e.x,r=e.y,a=e.z;return t[0]*=n,t[4]*=r,t[8]*=a,t[1]*=n,t[5]*=r,t[9]*=a,t[2]*=n,t[6]*=r,t[10]*=a,t[3]*=n,t[7]*=r,t[11]*=a,this}getMaxScaleOnAxis(){let e=this.elements,t=e[0]*e[0]+e[1]*e[1]+e[2]*e[2],n=e[4]*e[4]+e[5]*e[5]+e[6]*e[6],r=e[8]*e[8]+e[9]*e[9]+e[10]*e[10];return Math.sqrt(Math.max(t,n,r))}makeTranslation(e,t,n){return e.isVector3?this.set(1,0,0,e.x,0,1,0,e.y,0,0,1,e.z,0,0,0,1):this.set(1,0,0,e,0,1,0,t,0,0,1,n,0,0,0,1),this}makeRotationX(e){let t=Math.cos(e),n=Math.sin(e);return this.set(1,0,0,0,0,t,-n,0,0,n,t,0,0,0,0,1),this}makeRotationY(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,0,n,0,0,1,0,0,-n,0,t,0,0,0,0,1),this}makeRotationZ(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,-n,0,0,n,t,0,0,0,0,1,0,0,0,0,1),this}makeRotationAxis(e,t){let n=Math.cos(t),r=Math.sin(t),a=1-n,l=e.x,c=e.y,h=e.z,d=a*l,p=a*c;return this.set(d*l+n,d*c-r*h,d*h+r*c,0,d*c+r*h,p*c+n,p*h-r*l,0,d*h-r*c,p*h+r*l,a*h*h+n,0,0,0,0,1),this}makeScale(e,t,n){return this.set(e,0,0,0,0,t,0,0,0,0,n,0,0,0,0,1),this}makeShear(e,t,n,r,a,l){return this.set(1,n,a,0,e,1,l,0,t,r,1,0,0,0,0,1),this}compose(e,t,n){let r=this.elements,a=t._x,l=t._y,c=t._z,h=t._w,d=a+a,p=l+l,_=c+c,g=a*d,y=a*p,S=a*_,R=l*p,v=l*_,x=c*_,T=h*d,E=h*p,w=h*_,N=n.x,F=n.y,b=n.z;return r[0]=(1-(R+x))*N,r[1]=(y+w)*N,r[2]=(S-E)*N,r[3]=0,r[4]=(y-w)*F,r[5]=(1-(g+x))*F,r[6]=(v+T)*F,r[7]=0,r[8]=(S+E)*b,r[9]=(v-T)*b,r[10]=(1-(g+R))*b,r[11]=0,r[12]=e.x,r[13]=e.y,r[14]=e.z,r[15]=1,this}decompose(e,t,n){let r=this.elements;e.x=r[12],e.y=r[13],e.z=r[14];let a=this.determinantAffine();if(a===0)return n.set(1,1,1),t.identity(),this;let l=yr.set(r[0],r[1],r[2]).length(),c=yr.set(r[4],r[5],r[6]).length(),h=yr.set(r[8],r[9],r[10]).length();a<0&&(l=-l),Gn.copy(this);let d=1/l,p=1/c,_=1/h;return Gn.elements[0]*=d,Gn.elements[1]*=d,Gn.elements[2]*=d,Gn.elements[4]*=p,Gn.elements[5]*=p,Gn.elements[6]*=p,Gn.elements[8]*=_,Gn.elements[9]*=_,Gn.elements[10]*=_,t.setFromRotationMatrix(Gn),n.x=l,n.y=c,n.z=h,this}makePerspective(e,t,n,r,a,l,c=Un,h=!1){let d=this.elements,p=2*a/(t-e),_=2*a/(n-r),g=(t+e)/(t-e),y=(n+r)/(n-r),S,R;if(h)S=a/(l-a),R=l*a/(l-a);else if(c===Un)S=-(l+a)/(l-a),R=-2*l*a/(l-a);else if(c===Ur)S=-l/(l-a),R=-l*a/(l-a);else throw new Error("THREE.Matrix4.makePerspective(): Invalid coordinate system: "+c);return d[0]=p,d[4]=0,d[8]=g,d[12]=0,d[1]=0,d[5]=_,d[9]=y,d[13]=0,d[2]=0,d[6]=0,d[10]=S,d[14]=R,d[3]=0,d[7]=0,d[11]=-1,d[15]=0,this}makeOrthographic(e,t,n,r,a,l,c=Un,h=!1){let d=this.elements,p=2/(t-e),_=2/(n-r),g=-(t+e)/(t-e),y=-(n+r)/(n-r),S,R;if(h)S=1/(l-a),R=l/(l-a);else if(c===Un)S=-2/(l-a),R=-(l+a)/(l-a);else if(c===Ur)S=-1/(l-a),R=-a/(l-a);else throw new Error("THREE.Matrix4.makeOrthographic(): Invalid coordinate system: "+c);return d[0]=p,d[4]=0,d[8]=0,d[12]=g,d[1]=0,d[5]=_,d[9]=0,d[13]=y,d[2]=0,d[6]=0,d[10]=S,d[14]=R,d[3]=0,d[7]=0,d[11]=0,d[15]=1,this}equals(e){let t=this.elements,n=e.elements;for(let r=0;r<16;r++)if(t[r]!==n[r])return!1;return!0}fromArray(e,t=0){for(let n=0;n<16;n++)this.elements[n]=e[n+t];return this}toArray(e=[],t=0){let n=this.elements;return e[t]=n[0],e[t+1]=n[1],e[t+2]=n[2],e[t+3]=n[3],e[t+4]=n[4],e[t+5]=n[5],e[t+6]=n[6],e[t+7]=n[7],e[t+8]=n[8],e[t+9]=n[9],e[t+10]=n[10],e[t+11]=n[11],e[t+12]=n[12],e[t+13]=n[13],e[t+14]=n[14],e[t+15]=n[15],e}},yr=new Z,Gn=new Rt,uy=new Z(0,0,0),hy=new Z(1,1,1),Ci=new Z,Fa=new Z,An=new Z,Hh=new Rt,Wh=new wn,xi=class i{constructor(e=0,t=0,n=0,r=i.DEFAULT_ORDER){this.isEuler=!0,this._x=e,this._y=t,this._z=n,this._order=r}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get order(){return this._order}set order(e){this._order=e,this._onChangeCallback()}set(e,t,n,r=this._order){return this._x=e,this._y=t,this._z=n,this._order=r,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._order)}copy(e){return this._x=e._x,this._y=e._y,this._z=e._z,this._order=e._order,this._onChangeCallback(),this}setFromRotationMatrix(e,t=this._order,n=!0){let r=e.elements,a=r[0],l=r[4],c=r[8],h=r[1],d=r[5],p=r[9],_=r[2],g=r[6],y=r[10];switch(t){case"XYZ":this._y=Math.asin(vt(c,-1,1)),Math.abs(c)<.9999999?(this._x=Math.atan2(-p,y),this._z=Math.atan2(-l,a)):(this._x=Math.atan2(g,d),this._z=0);break;case"YXZ":this._x=Math.asin(-vt(p,-1,1)),Math.abs(p)<.9999999?(this._y=Math.atan2(c,y),this._z=Math.atan2(h,d)):(this._y=Math.atan2(-_,a),this._z=0);break;case"ZXY":this._x=Math.asin(vt(g,-1,1)),Math.abs(g)<.9999999?(this._y=Math.atan2(-_,y),this._z=Math.atan2(-l,d)):(this._y=0,this._z=Math.atan2(h,a));break;case"ZYX":this._y=Math.asin(-vt(_,-1,1)),Math.abs(_)<.9999999?(this._x=Math.atan2(g,y),this._z=Math.atan2(h,a)):(this._x=0,this._z=Math.atan2(-l,d));break;case"YZX":this._z=Math.asin(vt(h,-1,1)),Math.abs(h)<.9999999?(this._x=Math.atan2(-p,d),this._y=Math.atan2(-_,a)):(this._x=0,this._y=Math.atan2(c,y));break;case"XZY":this._z=Math.asin(-vt(l,-1,1)),Math.abs(l)<.9999999?(this._x=Math.atan2(g,d),this._y=Math.atan2(c,a)):(this._x=Math.atan2(-p,y),this._y=0);break;default:it("Euler: .setFromRotationMatrix() encountered an unknown order: "+t)}return this._order=t,n===!0&&this._onChangeCallback(),this}setFromQuaternion(e,t,n){return Hh.makeRotationFromQuaternion(e),this.setFromRotationMatrix(Hh,t,n)}setFromVector3(e,t=this._order){return this.set(e.x,e.y,e.z,t)}reorder(e){return Wh.setFromEuler(this),this.setFromQuaternion(Wh,e)}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._order===this._order}fromArray(e){return this._x=e[0],this._y=e[1],this._z=e[2],e[3]!==void 0&&(this._order=e[3]),this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._order,e}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._order}};xi.DEFAULT_ORDER="XYZ";var xs=class{constructor(){this.mask=1}set(e){this.mask=(1<<e|0)>>>0}enable(e){this.mask|=1<<e|0}enableAll(){this.mask=-1}toggle(e){this.mask^=1<<e|0}disable(e){this.mask&=~(1<<e|0)}disableAll(){this.mask=0}test(e){return(this.mask&e.mask)!==0}isEnabled(e){return(this.mask&(1<<e|0))!==0}},dy=0,Xh=new Z,xr=new wn,fi=new Rt,Na=new Z,ss=new Z,fy=new Z,py=new wn,$h=new Z(1,0,0),qh=new Z(0,1,0),Yh=new Z(0,0,1),Jh={type:"added"},my={type:"removed"},Sr={type:"childadded",child:null},mc={type:"childremoved",child:null},gn=class i extends si{constructor(){super(),this.isObject3D=!0,Object.defineProperty(this,"id",{value:dy++}),this.uuid=Jr(),this.name="",this.type="Object3D",this.parent=null,this.children=[],this.up=i.DEFAULT_UP.clone();let e=new Z,t=new xi,n=new wn,r=new Z(1,1,1);function a(){n.setFromEuler(t,!1)}function l(){t.setFromQuaternion(n,void 0,!1)}t._onChange(a),n._onChange(l),Object.defineProperties(this,{position:{configurable:!0,enumerable:!0,value:e},rotation:{configurable:!0,enumerable:!0,value:t},quaternion:{configurable:!0,enumerable:!0,value:n},scale:{configurable:!0,enumerable:!0,value:r},modelViewMatrix:{value:new Rt},normalMatrix:{value:new lt}}),this.matrix=new Rt,this.matrixWorld=new Rt,this.matrixAutoUpdate=i.DEFAULT_MATRIX_AUTO_UPDATE,this.matrixWorldAutoUpdate=i.DEFAULT_MATRIX_WORLD_AUTO_UPDATE,this.matrixWorldNeedsUpdate=!1,this.layers=new xs,this.visible=!0,this.castShadow=!1,this.receiveShadow=!1,this.frustumCulled=!0,this.renderOrder=0,this.animations=[],this.customDepthMaterial=void 0,this.customDistanceMaterial=void 0,this.static=!1,this.userData={},this.pivot=null}onBeforeShadow(){}onAfterShadow(){}onBeforeRender(){}onAfterRender(){}applyMatrix4(e){this.matrixAutoUpdate&&this.updateMatrix(),this.matrix.premultiply(e),this.matrix.decompose(this.position,this.quaternion,this.scale),this.pivot!==null&&this.position.copy(this.pivot).applyMatrix4(this.matrix).sub(this.pivot)}applyQuaternion(e){return this.quaternion.premultiply(e),this}setRotationFromAxisAngle(e,t){this.quaternion.setFromAxisAngle(e,t)}setRotationFromEuler(e){this.quaternion.setFromEuler(e,!0)}setRotationFromMatrix(e){this.quaternion.setFromRotationMatrix(e)}setRotationFromQuaternion(e){this.quaternion.copy(e)}rotateOnAxis(e,t){return xr.setFromAxisAngle(e,t),this.quaternion.multiply(xr),this}rotateOnWorldAxis(e,t){return xr.setFromAxisAngle(e,t),this.quaternion.premultiply(xr),this}rotateX(e){return this.rotateOnAxis($h,e)}rotateY(e){return this.rotateOnAxis(qh,e)}rotateZ(e){return this.rotateOnAxis(Yh,e)}translateOnAxis(e,t){return Xh.copy(e).applyQuaternion(this.quaternion),this.position.add(Xh.multiplyScalar(t)),this}translateX(e){return this.translateOnAxis($h,e)}translateY(e){return this.translateOnAxis(qh,e)}translateZ(e){return this.translateOnAxis(Yh,e)}localToWorld(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(this.matrixWorld)}worldToLocal(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(fi.copy(this.matrixWorld).invert())}lookAt(e,t,n){e.isVector3?Na.copy(e):Na.set(e,t,n);let r=this.parent;this.updateWorldMatrix(!0,!1),ss.setFromMatrixPosition(this.matrixWorld),this.isCamera||this.isLight?fi.lookAt(ss,Na,this.up):fi.lookAt(Na,ss,this.up),this.quaternion.setFromRotationMatrix(fi),r&&(fi.extractRotation(r.matrixWorld),xr.setFromRotationMatrix(fi),this.quaternion.premultiply(xr.invert()))}add(e){if(arguments.length>1){for(let t=0;t<arguments.length;t++)this.add(arguments[t]);return this}return e===this?(at("Object3D.add: object can't be added as a child of itself.",e),this):(e&&e.isObject3D?(e.removeFromParent(),e.parent=this,this.children.push(e),e.dispatchEvent(Jh),Sr.child=e,this.dispatchEvent(Sr),Sr.child=null):at("Object3D.add: object not an instance of THREE.Object3D.",e),this)}remove(e){if(arguments.length>1){for(let n=0;n<arguments.length;n++)this.remove(arguments[n]);return this}let t=this.children.indexOf(e);return t!==-1&&(e.parent=null,this.children.splice(t,1),e.dispatchEvent(my),mc.child=e,this.dispatchEvent(mc),mc.child=null),this}removeFromParent(){let e=this.parent;return e!==null&&e.remove(this),this}clear(){return this.remove(...this.children)}attach(e){return this.updateWorldMatrix(!0,!1),fi.copy(this.matrixWorld).invert(),e.parent!==null&&(e.parent.updateWorldMatrix(!0,!1),fi.multiply(e.parent.matrixWorld)),e.applyMatrix4(fi),e.removeFromParent(),e.parent=this,this.children.push(e),e.updateWorldMatrix(!1,!0),e.dispatchEvent(Jh),Sr.child=e,this.dispatchEvent(Sr),Sr.child=null,this}getObjectById(e){return this.getObjectByProperty("id",e)}getObjectByName(e){return this.getObjectByProperty("name",e)}getObjectByProperty(e,t){if(this[e]===t)return this;for(let n=0,r=this.children.length;n<r;n++){let l=this.children[n].getObjectByProperty(e,t);if(l!==void 0)return l}}getObjectsByProperty(e,t,n=[]){this[e]===t&&n.push(this);let r=this.children;for(let a=0,l=r.length;a<l;a++)r[a].getObjectsByProperty(e,t,n);return n}getWorldPosition(e){return this.updateWorldMatrix(!0,!1),e.setFromMatrixPosition(this.matrixWorld)}getWorldQuaternion(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(ss,e,fy),e}getWorldScale(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(ss,py,e),e}getWorldDirection(e){this.updateWorldMatrix(!0,!1);let t=this.matrixWorld.elements;return e.set(t[8],t[9],t[10]).normalize()}raycast(){}intersectsFrustum(){return!0}traverse(e){e(this);let t=this.children;for(let n=0,r=t.length;n<r;n++)t[n].traverse(e)}traverseVisible(e){if(this.visible===!1)return;e(this);let t=this.children;for(let n=0,r=t.length;n<r;n++)t[n].traverseVisible(e)}traverseAncestors(e){let t=this.parent;t!==null&&(e(t),t.traverseAncestors(e))}updateMatrix(){this.matrix.compose(this.position,this.quaternion,this.scale);let e=this.pivot;if(e!==null){let t=e.x,n=e.y,r=e.z,a=this.matrix.elements;a[12]+=t-a[0]*t-a[4]*n-a[8]*r,a[13]+=n-a[1]*t-a[5]*n-a[9]*r,a[14]+=r-a[2]*t-a[6]*n-a[10]*r}this.matrixWorldNeedsUpdate=!0}updateMatrixWorld(e){this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||e)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,e=!0);let t=this.children;for(let n=0,r=t.length;n<r;n++)t[n].updateMatrixWorld(e)}updateWorldMatrix(e,t,n=!1){let r=this.parent;if(e===!0&&r!==null&&r.updateWorldMatrix(!0,!1),this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||n)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,n=!0),t===!0){let a=this.children;for(let l=0,c=a.length;l<c;l++)a[l].updateWorldMatrix(!1,!0,n)}}toJSON(e){let t=e===void 0||typeof e=="string",n={};t&&(e={geometries:{},materials:{},textures:{},images:{},shapes:{},skeletons:{},animations:{},nodes:{}},n.metadata={version:4.7,type:"Object",generator:"Object3D.toJSON"});let r={};r.uuid=this.uuid,r.type=this.type,r.name=this.name,r.castShadow=this.castShadow,r.receiveShadow=this.receiveShadow,r.visible=this.visible,r.frustumCulled=this.frustumCulled,r.renderOrder=this.renderOrder,r.static=this.static,r.matrixAutoUpdate=this.matrixAutoUpdate,Object.keys(this.userData).length>0&&(r.userData=this.userData),r.layers=this.layers.mask,r.matrix=this.matrix.toArray(),r.up=this.up.toArray(),this.pivot!==null&&(r.pivot=this.pivot.toArray()),this.morphTargetDictionary!==void 0&&(r.morphTargetDictionary=Object.assign({},this.morphTargetDictionary)),this.morphTargetInfluences!==void 0&&(r.morphTargetInfluences=this.morphTargetInfluences.slice()),this.isInstancedMesh&&(r.type="InstancedMesh",r.count=this.count,r.instanceMatrix=this.instanceMatrix.toJSON(),this.instanceColor!==null&&(r.instanceColor=this.instanceColor.toJSON())),this.isBatchedMesh&&(r.type="BatchedMesh",r.perObjectFrustumCulled=this.perObjectFrustumCulled,r.sortObjects=this.sortObjects,r.drawRanges=this._drawRanges,r.reservedRanges=this._reservedRanges,r.geometryInfo=this._geometryInfo.map(c=>({...c,boundingBox:c.boundingBox?c.boundingBox.toJSON():void 0,boundingSphere:c.boundingSphere?c.boundingSphere.toJSON():void 0})),r.instanceInfo=this._instanceInfo.map(c=>({...c})),r.availableInstanceIds=this._availableInstanceIds.slice(),r.availableGeometryIds=this._availableGeometryIds.slice(),r.nextIndexStart=this._nextIndexStart,r.nextVertexStart=this._nextVertexStart,r.geometryCount=this._geometryCount,r.maxInstanceCount=this._maxInstanceCount,r.maxVertexCount=this._maxVertexCount,r.maxIndexCount=this._maxIndexCount,r.geometryInitialized=this._geometryInitialized,r.matricesTexture=this._matricesTexture.toJSON(e),r.indirectTexture=this._indirectTexture.toJSON(e),this._colorsTexture!==null&&(r.colorsTexture=this._colorsTexture.toJSON(e)),this.boundingSphere!==null&&(r.boundingSphere=this.boundingSphere.toJSON()),this.boundingBox!==null&&(r.boundingBox=this.boundingBox.toJSON()));function a(c,h){return c[h.uuid]===void 0&&(c[h.uuid]=h.toJSON(e)),h.uuid}if(this.isScene)this.background&&(this.background.isColor?r.background=this.background.toJSON():this.background.isTexture&&(r.background=this.background.toJSON(e).uuid)),this.environment&&this.environment.isTexture&&this.environment.isRenderTargetTexture!==!0&&(r.environment=this.environment.toJSON(e).uuid);else if(this.isMesh||this.isLine||this.isPoints){r.geometry=a(e.geometries,this.geometry);let c=this.geometry.parameters;if(c!==void 0&&c.shapes!==void 0){let h=c.shapes;if(Array.isArray(h))for(let d=0,p=h.length;d<p;d++){let _=h[d];a(e.shapes,_)}else a(e.shapes,h)}}if(this.isSkinnedMesh&&(r.bindMode=this.bindMode,r.bindMatrix=this.bindMatrix.toArray(),this.skeleton!==void 0&&(a(e.skeletons,this.skeleton),r.skeleton=this.skeleton.uuid)),this.material!==void 0)if(Array.isArray(this.material)){let c=[];for(let h=0,d=this.material.length;h<d;h++)c.push(a(e.materials,this.material[h]));r.material=c}else r.material=a(e.materials,this.material);if(this.children.length>0){r.children=[];for(let c=0;c<this.children.length;c++)r.children.push(this.children[c].toJSON(e).object)}if(this.animations.length>0){r.animations=[];for(let c=0;c<this.animations.length;c++){let h=this.animations[c];r.animations.push(a(e.animations,h))}}if(t){let c=l(e.geometries),h=l(e.materials),d=l(e.textures),p=l(e.images),_=l(e.shapes),g=l(e.skeletons),y=l(e.animations),S=l(e.nodes);c.length>0&&(n.geometries=c),h.length>0&&(n.materials=h),d.length>0&&(n.textures=d),p.length>0&&(n.images=p),_.length>0&&(n.shapes=_),g.length>0&&(n.skeletons=g),y.length>0&&(n.animations=y),S.length>0&&(n.nodes=S)}return n.object=r,n;function l(c){let h=[];for(let d in c){let p=c[d];delete p.metadata,h.push(p)}return h}}clone(e){return new this.constructor().copy(this,e)}copy(e,t=!0){if(this.name=e.name,this.up.copy(e.up),this.position.copy(e.position),this.rotation.order=e.rotation.order,this.quaternion.copy(e.quaternion),this.scale.copy(e.scale),this.pivot=e.pivot!==null?e.pivot.clone():null,this.matrix.copy(e.matrix),this.matrixWorld.copy(e.matrixWorld),this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrixWorldAutoUpdate=e.matrixWorldAutoUpdate,this.matrixWorldNeedsUpdate=e.matrixWorldNeedsUpdate,this.layers.mask=e.layers.mask,this.visible=e.visible,this.castShadow=e.castShadow,this.receiveShadow=e.receiveShadow,this.frustumCulled=e.frustumCulled,this.renderOrder=e.renderOrder,this.static=e.static,this.animations=e.animations.slice(),this.userData=JSON.parse(JSON.stringify(e.userData)),t===!0)for(let n=0;n<e.children.length;n++){let r=e.children[n];this.add(r.clone())}return this}dispose(){this.dispatchEvent({type:"dispose"})}};gn.DEFAULT_UP=new Z(0,1,0);gn.DEFAULT_MATRIX_AUTO_UPDATE=!0;gn.DEFAULT_MATRIX_WORLD_AUTO_UPDATE=!0;var Xn=class extends gn{constructor(){super(),this.isGroup=!0,this.type="Group"}},gy={type:"move"},kr=class{constructor(){this._targetRay=null,this._grip=null,this._hand=null}getHandSpace(){return this._hand===null&&(this._hand=new Xn,this._hand.matrixAutoUpdate=!1,this._hand.visible=!1,this._hand.joints={},this._hand.inputState={pinching:!1}),this._hand}getTargetRaySpace(){return this._targetRay===null&&(this._targetRay=new Xn,this._targetRay.matrixAutoUpdate=!1,this._targetRay.visible=!1,this._targetRay.hasLinearVelocity=!1,this._targetRay.linearVelocity=new Z,this._targetRay.hasAngularVelocity=!1,this._targetRay.angularVelocity=new Z),this._targetRay}getGripSpace(){return this._grip===null&&(this._grip=new Xn,this._grip.matrixAutoUpdate=!1,this._grip.visible=!1,this._grip.hasLinearVelocity=!1,this._grip.linearVelocity=new Z,this._grip.hasAngularVelocity=!1,this._grip.angularVelocity=new Z,this._grip.eventsEnabled=!1),this._grip}dispatchEvent(e){return this._targetRay!==null&&this._targetRay.dispatchEvent(e),this._grip!==null&&this._grip.dispatchEvent(e),this._hand!==null&&this._hand.dispatchEvent(e),this}connect(e){if(e&&e.hand){let t=this._hand;if(t)for(let n of e.hand.values())this._getHandJoint(t,n)}return this.dispatchEvent({type:"connected",data:e}),this}disconnect(e){return this.dispatchEvent({type:"disconnected",data:e}),this._targetRay!==null&&(this._targetRay.visible=!1),this._grip!==null&&(this._grip.visible=!1),this._hand!==null&&(this._hand.visible=!1),this}update(e,t,n){let r=null,a=null,l=null,c=this._targetRay,h=this._grip,d=this._hand;if(e&&t.session.visibilityState!=="visible-blurred"){if(d&&e.hand){l=!0;for(let R of e.hand.values()){let v=t.getJointPose(R,n),x=this._getHandJoint(d,R);v!==null&&(x.matrix.fromArray(v.transform.matrix),x.matrix.decompose(x.position,x.quaternion,x.scale),x.matrixWorldNeedsUpdate=!0,x.jointRadius=v.radius),x.visible=v!==null}let p=d.joints["index-finger-tip"],_=d.joints["thumb-tip"],g=p.position.distanceTo(_.position),y=.02,S=.005;d.inputState.pinching&&g>y+S?(d.inputState.pinching=!1,this.dispatchEvent({type:"pinchend",handedness:e.handedness,target:this})):!d.inputState.pinching&&g<=y-S&&(d.inputState.pinching=!0,this.dispatchEvent({type:"pinchstart",handedness:e.handedness,target:this}))}else h!==null&&e.gripSpace&&(a=t.getPose(e.gripSpace,n),a!==null&&(h.matrix.fromArray(a.transform.matrix),h.matrix.decompose(h.position,h.quaternion,h.scale),h.matrixWorldNeedsUpdate=!0,a.linearVelocity?(h.hasLinearVelocity=!0,h.linearVelocity.copy(a.linearVelocity)):h.hasLinearVelocity=!1,a.angularVelocity?(h.hasAngularVelocity=!0,h.angularVelocity.copy(a.angularVelocity)):h.hasAngularVelocity=!1,h.eventsEnabled&&h.dispatchEvent({type:"gripUpdated",data:e,target:this})));c!==null&&(r=t.getPose(e.targetRaySpace,n),r===null&&a!==null&&(r=a),r!==null&&(c.matrix.fromArray(r.transform.matrix),c.matrix.decompose(c.position,c.quaternion,c.scale),c.matrixWorldNeedsUpdate=!0,r.linearVelocity?(c.hasLinearVelocity=!0,c.linearVelocity.copy(r.linearVelocity)):c.hasLinearVelocity=!1,r.angularVelocity?(c.hasAngularVelocity=!0,c.angularVelocity.copy(r.angularVelocity)):c.hasAngularVelocity=!1,this.dispatchEvent(gy)))}return c!==null&&(c.visible=r!==null),h!==null&&(h.visible=a!==null),d!==null&&(d.visible=l!==null),this}_getHandJoint(e,t){if(e.joints[t.jointName]===void 0){let n=new Xn;n.matrixAutoUpdate=!1,n.visible=!1,e.joints[t.jointName]=n,e.add(n)}return e.joints[t.jointName]}},tf={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074},Pi={h:0,s:0,l:0},Ua={h:0,s:0,l:0};function gc(i,e,t){return t<0&&(t+=1),t>1&&(t-=1),t<1/6?i+(e-i)*6*t:t<1/2?e:t<2/3?i+(e-i)*6*(2/3-t):i}var nt=class{constructor(e,t,n){return this.isColor=!0,this.r=1,this.g=1,this.b=1,this.set(e,t,n)}set(e,t,n){if(t===void 0&&n===void 0){let r=e;r&&r.isColor?this.copy(r):typeof r=="number"?this.setHex(r):typeof r=="string"&&this.setStyle(r)}else this.setRGB(e,t,n);return this}setScalar(e){return this.r=e,this.g=e,this.b=e,this}setHex(e,t=mn){return e=Math.floor(e),this.r=(e>>16&255)/255,this.g=(e>>8&255)/255,this.b=(e&255)/255,St.colorSpaceToWorking(this,t),this}setRGB(e,t,n,r=St.workingColorSpace){return this.r=e,this.g=t,this.b=n,St.colorSpaceToWorking(this,r),this}setHSL(e,t,n,r=St.workingColorSpace){if(e=ry(e,1),t=vt(t,0,1),n=vt(n,0,1),t===0)this.r=this.g=this.b=n;else{let a=n<=.5?n*(1+t):n+t-n*t,l=2*n-a;this.r=gc(l,a,e+1/3),this.g=gc(l,a,e),this.b=gc(l,a,e-1/3)}return St.colorSpaceToWorking(this,r),this}setStyle(e,t=mn){function n(a){a!==void 0&&parseFloat(a)<1&&it("Color: Alpha component of "+e+" will be ignored.")}let r;if(r=/^(\w+)\(([^\)]*)\)/.exec(e)){let a,l=r[1],c=r[2];switch(l){case"rgb":case"rgba":if(a=/^\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(c))return n(a[4]),this.setRGB(Math.min(255,parseInt(a[1],10))/255,Math.min(255,parseInt(a[2],10))/255,Math.min(255,parseInt(a[3],10))/255,t);if(a=/^\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(c))return n(a[4]),this.setRGB(Math.min(100,parseFloat(a[1]))/100,Math.min(100,parseFloat(a[2]))/100,Math.min(100,parseFloat(a[3]))/100,t);break;case"hsl":case"hsla":if(a=/^\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+))\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(c))return n(a[4]),this.setHSL(parseFloat(a[1])/360,parseFloat(a[2])/100,parseFloat(a[3])/100,t);break;default:it("Color: Unknown color model "+e)}}else if(r=/^\#([A-Fa-f\d]+)$/.exec(e)){let a=r[1],l=a.length;if(l===3)return this.setRGB(parseInt(a.charAt(0),16)/15,parseInt(a.charAt(1),16)/15,parseInt(a.charAt(2),16)/15,t);if(l===6)return this.setHex(parseInt(a,16),t);it("Color: Invalid hex color "+e)}else if(e&&e.length>0)return this.setColorName(e,t);return this}setColorName(e,t=mn){let n=tf[e.toLowerCase()];return n!==void 0?this.setHex(n,t):it("Color: Unknown color "+e),this}clone(){return new this.constructor(this.r,this.g,this.b)}copy(e){return this.r=e.r,this.g=e.g,this.b=e.b,this}copySRGBToLinear(e){return this.r=vi(e.r),this.g=vi(e.g),this.b=vi(e.b),this}copyLinearToSRGB(e){return this.r=Lr(e.r),this.g=Lr(e.g),this.b=Lr(e.b),this}convertSRGBToLinear(){return this.copySRGBToLinear(this),this}convertLinearToSRGB(){return this.copyLinearToSRGB(this),this}getHex(e=mn){return St.workingToColorSpace(pn.copy(this),e),Math.round(vt(pn.r*255,0,255))*65536+Math.round(vt(pn.g*255,0,255))*256+Math.round(vt(pn.b*255,0,255))}getHexString(e=mn){return("000000"+this.getHex(e).toString(16)).slice(-6)}getHSL(e,t=St.workingColorSpace){St.workingToColorSpace(pn.copy(this),t);let n=pn.r,r=pn.g,a=pn.b,l=Math.max(n,r,a),c=Math.min(n,r,a),h,d,p=(c+l)/2;if(c===l)h=0,d=0;else{let _=l-c;switch(d=p<=.5?_/(l+c):_/(2-l-c),l){case n:h=(r-a)/_+(r<a?6:0);break;case r:h=(a-n)/_+2;break;case a:h=(n-r)/_+4;break}h/=6}return e.h=h,e.s=d,e.l=p,e}getRGB(e,t=St.workingColorSpace){return St.workingToColorSpace(pn.copy(this),t),e.r=pn.r,e.g=pn.g,e.b=pn.b,e}getStyle(e=mn){St.workingToColorSpace(pn.copy(this),e);let t=pn.r,n=pn.g,r=pn.b;return e!==mn?`color(${e} ${t.toFixed(3)} ${n.toFixed(3)} ${r.toFixed(3)})`:`rgb(${Math.round(t*255)},${Math.round(n*255)},${Math.round(r*255)})`}offsetHSL(e,t,n){return this.getHSL(Pi),this.setHSL(Pi.h+e,Pi.s+t,Pi.l+n)}add(e){return this.r+=e.r,this.g+=e.g,this.b+=e.b,this}addColors(e,t){return this.r=e.r+t.r,this.g=e.g+t.g,this.b=e.b+t.b,this}addScalar(e){return this.r+=e,this.g+=e,this.b+=e,this}sub(e){return this.r=Math.max(0,this.r-e.r),this.g=Math.max(0,this.g-e.g),this.b=Math.max(0,this.b-e.b),this}multiply(e){return this.r*=e.r,this.g*=e.g,this.b*=e.b,this}multiplyScalar(e){return this.r*=e,this.g*=e,this.b*=e,this}lerp(e,t){return this.r+=(e.r-this.r)*t,this.g+=(e.g-this.g)*t,this.b+=(e.b-this.b)*t,this}lerpColors(e,t,n){return this.r=e.r+(t.r-e.r)*n,this.g=e.g+(t.g-e.g)*n,this.b=e.b+(t.b-e.b)*n,this}lerpHSL(e,t){this.getHSL(Pi),e.getHSL(Ua);let n=uc(Pi.h,Ua.h,t),r=uc(Pi.s,Ua.s,t),a=uc(Pi.l,Ua.l,t);return this.setHSL(n,r,a),this}setFromVector3(e){return this.r=e.x,this.g=e.y,this.b=e.z,this}applyMatrix3(e){let t=this.r,n=this.g,r=this.b,a=e.elements;return this.r=a[0]*t+a[3]*n+a[6]*r,this.g=a[1]*t+a[4]*n+a[7]*r,this.b=a[2]*t+a[5]*n+a[8]*r,this}equals(e){return e.r===this.r&&e.g===this.g&&e.b===this.b}fromArray(e,t=0){return this.r=e[t],this.g=e[t+1],this.b=e[t+2],this}toArray(e=[],t=0){return e[t]=this.r,e[t+1]=this.g,e[t+2]=this.b,e}fromBufferAttribute(e,t){return this.r=e.getX(t),this.g=e.getY(t),this.b=e.getZ(t),this}toJSON(){return this.getHex()}*[Symbol.iterator](){yield this.r,yield this.g,yield this.b}},pn=new nt;nt.NAMES=tf;var Ss=class i{constructor(e,t=1,n=1e3){this.isFog=!0,this.name="",this.color=new nt(e),this.near=t,this.far=n}clone(){return new i(this.color,this.near,this.far)}toJSON(){return{type:"Fog",name:this.name,color:this.color.getHex(),near:this.near,far:this.far}}},Ms=class extends gn{constructor(){super(),this.isScene=!0,this.type="Scene",this.background=null,this.environment=null,this.fog=null,this.backgroundBlurriness=0,this.backgroundIntensity=1,this.backgroundRotation=new xi,this.environmentIntensity=1,this.environmentRotation=new xi,this.overrideMaterial=null,typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}copy(e,t){return super.copy(e,t),this.background=e.background!==null?e.background.clone():null,this.environment=e.environment!==null?e.environment.clone():null,this.fog=e.fog!==null?e.fog.clone():null,this.backgroundBlurriness=e.backgroundBlurriness,this.backgroundIntensity=e.backgroundIntensity,this.backgroundRotation.copy(e.backgroundRotation),this.environmentIntensity=e.environmentIntensity,this.environmentRotation.copy(e.environmentRotation),this.overrideMaterial=e.overrideMaterial!==null?e.overrideMaterial.clone():null,this.matrixAutoUpdate=e.matrixAutoUpdate,this}toJSON(e){let t=super.toJSON(e);return this.fog!==null&&(t.object.fog=this.fog.toJSON()),t.object.backgroundBlurriness=this.backgroundBlurriness,t.object.backgroundIntensity=this.backgroundIntensity,t.object.backgroundRotation=this.backgroundRotation.toArray(),t.object.environmentIntensity=this.environmentIntensity,t.object.environmentRotation=this.environmentRotation.toArray(),t}},Vn=new Z,pi=new Z,_c=new Z,mi=new Z,Mr=new Z,br=new Z,Zh=new Z,vc=new Z,yc=new Z,xc=new Z,Sc=new Gt,Mc=new Gt,bc=new Gt,Fi=class i{constructor(e=new Z,t=new Z,n=new Z){this.a=e,this.b=t,this.c=n}static getNormal(e,t,n,r){r.subVectors(n,t),Vn.subVectors(e,t),r.cross(Vn);let a=r.lengthSq();return a>0?r.multiplyScalar(1/Math.sqrt(a)):r.set(0,0,0)}static getBarycoord(e,t,n,r,a){Vn.subVectors(r,t),pi.subVectors(n,t),_c.subVectors(e,t);let l=Vn.dot(Vn),c=Vn.dot(pi),h=Vn.dot(_c),d=pi.dot(pi),p=pi.dot(_c),_=l*d-c*c;if(_===0)return a.set(0,0,0),null;let g=1/_,y=(d*h-c*p)*g,S=(l*p-c*h)*g;return a.set(1-y-S,S,y)}static containsPoint(e,t,n,r){return this.getBarycoord(e,t,n,r,mi)===null?!1:mi.x>=0&&mi.y>=0&&mi.x+mi.y<=1}static getInterpolation(e,t,n,r,a,l,c,h){return this.getBarycoord(e,t,n,r,mi)===null?(h.x=0,h.y=0,"z"in h&&(h.z=0),"w"in h&&(h.w=0),null):(h.setScalar(0),h.addScaledVector(a,mi.x),h.addScaledVector(l,mi.y),h.addScaledVector(c,mi.z),h)}static getInterpolatedAttribute(e,t,n,r,a,l){return Sc.setScalar(0),Mc.setScalar(0),bc.setScalar(0),Sc.fromBufferAttribute(e,t),Mc.fromBufferAttribute(e,n),bc.fromBufferAttribute(e,r),l.setScalar(0),l.addScaledVector(Sc,a.x),l.addScaledVector(Mc,a.y),l.addScaledVector(bc,a.z),l}static isFrontFacing(e,t,n,r){return Vn.subVectors(n,t),pi.subVectors(e,t),Vn.cross(pi).dot(r)<0}set(e,t,n){return this.a.copy(e),this.b.copy(t),this.c.copy(n),this}setFromPointsAndIndices(e,t,n,r){return this.a.copy(e[t]),this.b.copy(e[n]),this.c.copy(e[r]),this}setFromAttributeAndIndices(e,t,n,r){return this.a.fromBufferAttribute(e,t),this.b.fromBufferAttribute(e,n),this.c.fromBufferAttribute(e,r),this}clone(){return new this.constructor().copy(this)}copy(e){return this.a.copy(e.a),this.b.copy(e.b),this.c.copy(e.c),this}getArea(){return Vn.subVectors(this.c,this.b),pi.subVectors(this.a,this.b),Vn.cross(pi).length()*.5}getMidpoint(e){return e.addVectors(this.a,this.b).add(this.c).multiplyScalar(1/3)}getNormal(e){return i.getNormal(this.a,this.b,this.c,e)}getPlane(e){return e.setFromCoplanarPoints(this.a,this.b,this.c)}getBarycoord(e,t){return i.getBarycoord(e,this.a,this.b,this.c,t)}getInterpolation(e,t,n,r,a){return i.getInterpolation(e,this.a,this.b,this.c,t,n,r,a)}containsPoint(e){return i.containsPoint(e,this.a,this.b,this.c)}isFrontFacing(e){return i.isFrontFacing(this.a,this.b,this.c,e)}intersectsBox(e){return e.intersectsTriangle(this)}closestPointToPoint(e,t){let n=this.a,r=this.b,a=this.c,l,c;Mr.subVectors(r,n),br.subVectors(a,n),vc.subVectors(e,n);let h=Mr.dot(vc),d=br.dot(vc);if(h<=0&&d<=0)return t.copy(n);yc.subVectors(e,r);let p=Mr.dot(yc),_=br.dot(yc);if(p>=0&&_<=p)return t.copy(r);let g=h*_-p*d;if(g<=0&&h>=0&&p<=0&&h-p>0)return l=h/(h-p),t.copy(n).addScaledVector(Mr,l);xc.subVectors(e,a);let y=Mr.dot(xc),S=br.dot(xc);if(S>=0&&y<=S)return t.copy(a);let R=y*d-h*S;if(R<=0&&d>=0&&S<=0)return c=d/(d-S),t.copy(n).addScaledVector(br,c);let v=p*S-y*_;if(v<=0&&_-p>=0&&y-S>=0)return Zh.subVectors(a,r),c=(_-p)/(_-p+(y-S)),t.copy(r).addScaledVector(Zh,c);let x=1/(v+R+g);return l=R*x,c=g*x,t.copy(n).addScaledVector(Mr,l).addScaledVector(br,c)}equals(e){return e.a.equals(this.a)&&e.b.equals(this.b)&&e.c.equals(this.c)}},ai=class{constructor(e=new Z(1/0,1/0,1/0),t=new Z(-1/0,-1/0,-1/0)){this.isBox3=!0,this.min=e,this.max=t}set(e,t){return this.min.copy(e),this.max.copy(t),this}setFromArray(e){this.makeEmpty();for(let t=0,n=e.length;t<n;t+=3)this.expandByPoint(Hn.fromArray(e,t));return this}setFromBufferAttribute(e){this.makeEmpty();for(let t=0,n=e.count;t<n;t++)this.expandByPoint(Hn.fromBufferAttribute(e,t));return this}setFromPoints(e){this.makeEmpty();for(let t=0,n=e.length;t<n;t++)this.expandByPoint(e[t]);return this}setFromCenterAndSize(e,t){let n=Hn.copy(t).multiplyScalar(.5);return this.min.copy(e).sub(n),this.max.copy(e).add(n),this}setFromObject(e,t=!1){return this.makeEmpty(),this.expandByObject(e,t)}clone(){return new this.constructor().copy(this)}copy(e){return this.min.copy(e.min),this.max.copy(e.max),this}makeEmpty(){return this.min.x=this.min.y=this.min.z=1/0,this.max.x=this.max.y=this.max.z=-1/0,this}isEmpty(){return this.max.x<this.min.x||this.max.y<this.min.y||this.max.z<this.min.z}getCenter(e){return this.isEmpty()?e.set(0,0,0):e.addVectors(this.min,this.max).multiplyScalar(.5)}getSize(e){return this.isEmpty()?e.set(0,0,0):e.subVectors(this.max,this.min)}expandByPoint(e){return this.min.min(e),this.max.max(e),this}expandByVector(e){return this.min.sub(e),this.max.add(e),this}expandByScalar(e){return this.min.addScalar(-e),this.max.addScalar(e),this}expandByObject(e,t=!1){e.updateWorldMatrix(!1,!1);let n=e.geometry;if(n!==void 0){let a=n.getAttribute("position");if(t===!0&&a!==void 0&&e.isInstancedMesh!==!0&&e.isBatchedMesh!==!0)for(let l=0,c=a.count;l<c;l++)e.isMesh===!0?e.getVertexPosition(l,Hn):Hn.fromBufferAttribute(a,l),Hn.applyMatrix4(e.matrixWorld),this.expandByPoint(Hn);else e.boundingBox!==void 0?(e.boundingBox===null&&e.computeBoundingBox(),Oa.copy(e.boundingBox)):(n.boundingBox===null&&n.computeBoundingBox(),Oa.copy(n.boundingBox)),Oa.applyMatrix4(e.matrixWorld),this.union(Oa)}let r=e.children;for(let a=0,l=r.length;a<l;a++)this.expandByObject(r[a],t);return this}containsPoint(e){return e.x>=this.min.x&&e.x<=this.max.x&&e.y>=this.min.y&&e.y<=this.max.y&&e.z>=this.min.z&&e.z<=this.max.z}containsBox(e){return this.min.x<=e.min.x&&e.max.x<=this.max.x&&this.min.y<=e.min.y&&e.max.y<=this.max.y&&this.min.z<=e.min.z&&e.max.z<=this.max.z}getParameter(e,t){return t.set((e.x-this.min.x)/(this.max.x-this.min.x),(e.y-this.min.y)/(this.max.y-this.min.y),(e.z-this.min.z)/(this.max.z-this.min.z))}intersectsBox(e){return e.max.x>=this.min.x&&e.min.x<=this.max.x&&e.max.y>=this.min.y&&e.min.y<=this.max.y&&e.max.z>=this.min.z&&e.min.z<=this.max.z}intersectsSphere(e){return this.clampPoint(e.center,Hn),Hn.distanceToSquared(e.center)<=e.radius*e.radius}intersectsPlane(e){let t,n;return e.normal.x>0?(t=e.normal.x*this.min.x,n=e.normal.x*this.max.x):(t=e.normal.x*this.max.x,n=e.normal.x*this.min.x),e.normal.y>0?(t+=e.normal.y*this.min.y,n+=e.normal.y*this.max.y):(t+=e.normal.y*this.max.y,n+=e.normal.y*this.min.y),e.normal.z>0?(t+=e.normal.z*this.min.z,n+=e.normal.z*this.max.z):(t+=e.normal.z*this.max.z,n+=e.normal.z*this.min.z),t<=-e.constant&&n>=-e.constant}intersectsTriangle(e){if(this.isEmpty())return!1;this.getCenter(as),Ba.subVectors(this.max,as),wr.subVectors(e.a,as),Er.subVectors(e.b,as),Tr.subVectors(e.c,as),Ii.subVectors(Er,wr),Li.subVectors(Tr,Er),Qi.subVectors(wr,Tr);let t=[0,-Ii.z,Ii.y,0,-Li.z,Li.y,0,-Qi.z,Qi.y,Ii.z,0,-Ii.x,Li.z,0,-Li.x,Qi.z,0,-Qi.x,-Ii.y,Ii.x,0,-Li.y,Li.x,0,-Qi.y,Qi.x,0];return!wc(t,wr,Er,Tr,Ba)||(t=[1,0,0,0,1,0,0,0,1],!wc(t,wr,Er,Tr,Ba))?!1:(ka.crossVectors(Ii,Li),t=[ka.x,ka.y,ka.z],wc(t,wr,Er,Tr,Ba))}clampPoint(e,t){return t.copy(e).clamp(this.min,this.max)}distanceToPoint(e){return this.clampPoint(e,Hn).distanceTo(e)}getBoundingSphere(e){return this.isEmpty()?e.makeEmpty():(this.getCenter(e.center),e.radius=this.getSize(Hn).length()*.5),e}intersect(e){return this.min.max(e.min),this.max.min(e.max),this.isEmpty()&&this.makeEmpty(),this}union(e){return this.min.min(e.min),this.max.max(e.max),this}applyMatrix4(e){return this.isEmpty()?this:(gi[0].set(this.min.x,this.min.y,this.min.z).applyMatrix4(e),gi[1].set(this.min.x,this.min.y,this.max.z).applyMatrix4(e),gi[2].set(this.min.x,this.max.y,this.min.z).applyMatrix4(e),gi[3].set(this.min.x,this.max.y,this.max.z).applyMatrix4(e),gi[4].set(this.max.x,this.min.y,this.min.z).applyMatrix4(e),gi[5].set(this.max.x,this.min.y,this.max.z).applyMatrix4(e),gi[6].set(this.max.x,this.max.y,this.min.z).applyMatrix4(e),gi[7].set(this.max.x,this.max.y,this.max.z).applyMatrix4(e),this.setFromPoints(gi),this)}translate(e){return this.min.add(e),this.max.add(e),this}equals(e){return e.min.equals(this.min)&&e.max.equals(this.max)}toJSON(){return{min:this.min.toArray(),max:this.max.toArray()}}fromJSON(e){return this.min.fromArray(e.min),this.max.fromArray(e.max),this}},gi=[new Z,new Z,new Z,new Z,new Z,new Z,new Z,new Z],Hn=new Z,Oa=new ai,wr=new Z,Er=new Z,Tr=new Z,Ii=new Z,Li=new Z,Qi=new Z,as=new Z,Ba=new Z,ka=new Z,er=new Z;function wc(i,e,t,n,r){for(let a=0,l=i.length-3;a<=l;a+=3){er.fromArray(i,a);let c=r.x*Math.abs(er.x)+r.y*Math.abs(er.y)+r.z*Math.abs(er.z),h=e.dot(er),d=t.dot(er),p=n.dot(er);if(Math.max(-Math.max(h,d,p),Math.min(h,d,p))>c)return!1}return!0}var qt=new Z,za=new ze,_y=0,an=class extends si{constructor(e,t,n=!1){if(super(),Array.isArray(e))throw new TypeError("THREE.BufferAttribute: array should be a Typed Array.");this.isBufferAttribute=!0,Object.defineProperty(this,"id",{value:_y++}),this.name="",this.array=e,this.itemSize=t,this.count=e!==void 0?e.length/t:0,this.normalized=n,this.usage=Jd,this.updateRanges=[],this.gpuType=On,this.version=0,this._normalizationScale=e!==void 0?gu(e):void 0}onUploadCallback(){}set needsUpdate(e){e===!0&&this.version++}setUsage(e){return this.usage=e,this}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}copy(e){return this.name=e.name,this.array=new e.array.constructor(e.array),this.itemSize=e.itemSize,this.count=e.count,this.normalized=e.normalized,this.usage=e.usage,this.gpuType=e.gpuType,this._normalizationScale=e._normalizationScale,this}copyAt(e,t,n){e*=this.itemSize,n*=t.itemSize;for(let r=0,a=this.itemSize;r<a;r++)this.array[e+r]=t.array[n+r];return this}copyArray(e){return this.array.set(e),this}applyMatrix3(e){if(this.itemSize===2)for(let t=0,n=this.count;t<n;t++)za.fromBufferAttribute(this,t),za.applyMatrix3(e),this.setXY(t,za.x,za.y);else if(this.itemSize===3)for(let t=0,n=this.count;t<n;t++)qt.fromBufferAttribute(this,t),qt.applyMatrix3(e),this.setXYZ(t,qt.x,qt.y,qt.z);return this}applyMatrix4(e){for(let t=0,n=this.count;t<n;t++)qt.fromBufferAttribute(this,t),qt.applyMatrix4(e),this.setXYZ(t,qt.x,qt.y,qt.z);return this}applyNormalMatrix(e){for(let t=0,n=this.count;t<n;t++)qt.fromBufferAttribute(this,t),qt.applyNormalMatrix(e),this.setXYZ(t,qt.x,qt.y,qt.z);return this}transformDirection(e){for(let t=0,n=this.count;t<n;t++)qt.fromBufferAttribute(this,t),qt.transformDirection(e),this.setXYZ(t,qt.x,qt.y,qt.z);return this}set(e,t=0){return this.array.set(e,t),this}getComponent(e,t){let n=this.array[e*this.itemSize+t];return this.normalized&&(n=this._denormalize(n)),n}setComponent(e,t,n){return this.normalized&&(n=this._normalize(n)),this.array[e*this.itemSize+t]=n,this}getX(e){let t=this.array[e*this.itemSize];return this.normalized&&(t=this._denormalize(t)),t}setX(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize]=t,this}getY(e){let t=this.array[e*this.itemSize+1];return this.normalized&&(t=this._denormalize(t)),t}setY(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+1]=t,this}getZ(e){let t=this.array[e*this.itemSize+2];return this.normalized&&(t=this._denormalize(t)),t}setZ(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+2]=t,this}getW(e){let t=this.array[e*this.itemSize+3];return this.normalized&&(t=this._denormalize(t)),t}setW(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+3]=t,this}setXY(e,t,n){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n)),this.array[e+0]=t,this.array[e+1]=n,this}setXYZ(e,t,n,r){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n),r=this._normalize(r)),this.array[e+0]=t,this.array[e+1]=n,this.array[e+2]=r,this}setXYZW(e,t,n,r,a){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n),r=this._normalize(r),a=this._normalize(a)),this.array[e+0]=t,this.array[e+1]=n,this.array[e+2]=r,this.array[e+3]=a,this}onUpload(e){return this.onUploadCallback=e,this}clone(){return new this.constructor(this.array,this.itemSize).copy(this)}toJSON(){let e={itemSize:this.itemSize,type:this.array.constructor.name,array:Array.from(this.array),normalized:this.normalized};return e.name=this.name,e.usage=this.usage,e.gpuType=this.gpuType,e}dispose(){this.dispatchEvent({type:"dispose"})}_denormalize(e){let t=this._normalizationScale;return t!==void 0?Math.max(e/t,-1):sy(e,this.array)}_normalize(e){let t=this._normalizationScale;return t!==void 0?Math.round(e*t):ay(e,this.array)}};var bs=class extends an{constructor(e,t,n){super(new Uint16Array(e),t,n)}};var ws=class extends an{constructor(e,t,n){super(new Uint32Array(e),t,n)}};var Ut=class extends an{constructor(e,t,n){super(new Float32Array(e),t,n)}},vy=new ai,os=new Z,Ec=new Z,Ni=class{constructor(e=new Z,t=-1){this.isSphere=!0,this.center=e,this.radius=t}set(e,t){return this.center.copy(e),this.radius=t,this}setFromPoints(e,t){let n=this.center;t!==void 0?n.copy(t):vy.setFromPoints(e).getCenter(n);let r=0;for(let a=0,l=e.length;a<l;a++)r=Math.max(r,n.distanceToSquared(e[a]));return this.radius=Math.sqrt(r),this}copy(e){return this.center.copy(e.center),this.radius=e.radius,this}isEmpty(){return this.radius<0}makeEmpty(){return this.center.set(0,0,0),this.radius=-1,this}containsPoint(e){return e.distanceToSquared(this.center)<=this.radius*this.radius}distanceToPoint(e){return e.distanceTo(this.center)-this.radius}intersectsSphere(e){let t=this.radius+e.radius;return e.center.distanceToSquared(this.center)<=t*t}intersectsBox(e){return e.intersectsSphere(this)}intersectsPlane(e){return Math.abs(e.distanceToPoint(this.center))<=this.radius}clampPoint(e,t){let n=this.center.distanceToSquared(e);return t.copy(e),n>this.radius*this.radius&&(t.sub(this.center).normalize(),t.multiplyScalar(this.radius).add(this.center)),t}getBoundingBox(e){return this.isEmpty()?(e.makeEmpty(),e):(e.set(this.center,this.center),e.expandByScalar(this.radius),e)}applyMatrix4(e){return this.center.applyMatrix4(e),this.radius=this.radius*e.getMaxScaleOnAxis(),this}translate(e){return this.center.add(e),this}expandByPoint(e){if(this.isEmpty())return this.center.copy(e),this.radius=0,this;os.subVectors(e,this.center);let t=os.lengthSq();if(t>this.radius*this.radius){let n=Math.sqrt(t),r=(n-this.radius)*.5;this.center.addScaledVector(os,r/n),this.radius+=r}return this}union(e){return e.isEmpty()?this:this.isEmpty()?(this.copy(e),this):(this.center.equals(e.center)===!0?this.radius=Math.max(this.radius,e.radius):(Ec.subVectors(e.center,this.center).setLength(e.radius),this.expandByPoint(os.copy(e.center).add(Ec)),this.expandByPoint(os.copy(e.center).sub(Ec))),this)}equals(e){return e.center.equals(this.center)&&e.radius===this.radius}clone(){return new this.constructor().copy(this)}toJSON(){return{radius:this.radius,center:this.center.toArray()}}fromJSON(e){return this.radius=e.radius,this.center.fromArray(e.center),this}},yy=0,Nn=new Rt,Tc=new gn,Ar=new Z,Rn=new ai,ls=new ai,sn=new Z,un=class i extends si{constructor(){super(),this.isBufferGeometry=!0,Object.defineProperty(this,"id",{value:yy++}),this.uuid=Jr(),this.name="",this.type="BufferGeometry",this.index=null,this.indirect=null,this.indirectOffset=0,this.attributes={},this.morphAttributes={},this.morphTargetsRelative=!1,this.groups=[],this.boundingBox=null,this.boundingSphere=null,this.drawRange={start:0,count:1/0},this.userData={},this._transformed=!1}getIndex(){return this.index}setIndex(e){return Array.isArray(e)?this.index=new(ny(e)?ws:bs)(e,1):this.index=e,this}setIndirect(e,t=0){return this.indirect=e,this.indirectOffset=t,this}getIndirect(){return this.indirect}getAttribute(e){return this.attributes[e]}setAttribute(e,t){return this.attributes[e]=t,this}deleteAttribute(e){return delete this.attributes[e],this}hasAttribute(e){return this.attributes[e]!==void 0}addGroup(e,t,n=0){this.groups.push({start:e,count:t,materialIndex:n})}clearGroups(){this.groups=[]}setDrawRange(e,t){this.drawRange.start=e,this.drawRange.count=t}applyMatrix4(e){let t=this.attributes.position;t!==void 0&&(t.applyMatrix4(e),t.needsUpdate=!0);let n=this.attributes.normal;if(n!==void 0){let a=new lt().getNormalMatrix(e);n.applyNormalMatrix(a),n.needsUpdate=!0}let r=this.attributes.tangent;return r!==void 0&&(r.transformDirection(e),r.needsUpdate=!0),this.boundingBox!==null&&this.computeBoundingBox(),this.boundingSphere!==null&&this.computeBoundingSphere(),this._transformed=!0,this}applyQuaternion(e){return Nn.makeRotationFromQuaternion(e),this.applyMatrix4(Nn),this}rotateX(e){return Nn.makeRotationX(e),this.applyMatrix4(Nn),this}rotateY(e){return Nn.makeRotationY(e),this.applyMatrix4(Nn),this}rotateZ(e){return Nn.makeRotationZ(e),this.applyMatrix4(Nn),this}translate(e,t,n){return Nn.makeTranslation(e,t,n),this.applyMatrix4(Nn),this}scale(e,t,n){return Nn.makeScale(e,t,n),this.applyMatrix4(Nn),this}lookAt(e){return Tc.lookAt(e),Tc.updateMatrix(),this.applyMatrix4(Tc.matrix),this}center(){return this.computeBoundingBox(),this.boundingBox.getCenter(Ar).negate(),this.translate(Ar.x,Ar.y,Ar.z),this}setFromPoints(e){let t=this.getAttribute("position");if(t===void 0){let n=[];for(let r=0,a=e.length;r<a;r++){let l=e[r];n.push(l.x,l.y,l.z||0)}this.setAttribute("position",new Ut(n,3))}else{let n=Math.min(e.length,t.count);for(let r=0;r<n;r++){let a=e[r];t.setXYZ(r,a.x,a.y,a.z||0)}e.length>t.count&&it("BufferGeometry: Buffer size too small for points data. Use .dispose() and create a new geometry."),t.needsUpdate=!0}return this}computeBoundingBox(){this.boundingBox===null&&(this.boundingBox=new ai);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){at("BufferGeometry.computeBoundingBox(): GLBufferAttribute requires a manual bounding box.",this),this.boundingBox.set(new Z(-1/0,-1/0,-1/0),new Z(1/0,1/0,1/0));return}if(e!==void 0){if(this.boundingBox.setFromBufferAttribute(e),t)for(let n=0,r=t.length;n<r;n++){let a=t[n];Rn.setFromBufferAttribute(a),this.morphTargetsRelative?(sn.addVectors(this.boundingBox.min,Rn.min),this.boundingBox.expandByPoint(sn),sn.addVectors(this.boundingBox.max,Rn.max),this.boundingBox.expandByPoint(sn)):(this.boundingBox.expandByPoint(Rn.min),this.boundingBox.expandByPoint(Rn.max))}}else this.boundingBox.makeEmpty();(isNaN(this.boundingBox.min.x)||isNaN(this.boundingBox.min.y)||isNaN(this.boundingBox.min.z))&&at('BufferGeometry.computeBoundingBox(): Computed min/max have NaN values. The "position" attribute is likely to have NaN values.',this)}computeBoundingSphere(){this.boundingSphere===null&&(this.boundingSphere=new Ni);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){at("BufferGeometry.computeBoundingSphere(): GLBufferAttribute requires a manual bounding sphere.",this),this.boundingSphere.set(new Z,1/0);return}if(e){let n=this.boundingSphere.center;if(Rn.setFromBufferAttribute(e),t)for(let a=0,l=t.length;a<l;a++){let c=t[a];ls.setFromBufferAttribute(c),this.morphTargetsRelative?(sn.addVectors(Rn.min,ls.min),Rn.expandByPoint(sn),sn.addVectors(Rn.max,ls.max),Rn.expandByPoint(sn)):(Rn.expandByPoint(ls.min),Rn.expandByPoint(ls.max))}Rn.getCenter(n);let r=0;for(let a=0,l=e.count;a<l;a++)sn.fromBufferAttribute(e,a),r=Math.max(r,n.distanceToSquared(sn));if(t)for(let a=0,l=t.length;a<l;a++){let c=t[a],h=this.morphTargetsRelative;for(let d=0,p=c.count;d<p;d++)sn.fromBufferAttribute(c,d),h&&(Ar.fromBufferAttribute(e,d),sn.add(Ar)),r=Math.max(r,n.distanceToSquared(sn))}this.boundingSphere.radius=Math.sqrt(r),isNaN(this.boundingSphere.radius)&&at('BufferGeometry.computeBoundingSphere(): Computed radius is NaN. The "position" attribute is likely to have NaN values.',this)}}computeTangents(){let e=this.index,t=this.attributes;if(e===null||t.position===void 0||t.normal===void 0||t.uv===void 0){at("BufferGeometry: .computeTangents() failed. Missing required attributes (index, position, normal or uv)");return}let n=t.position,r=t.normal,a=t.uv,l=this.getAttribute("tangent");(l===void 0||l.count!==n.count)&&(l=new an(new Float32Array(4*n.count),4),this.setAttribute("tangent",l));let c=[],h=[],d=new Uint8Array(n.count);for(let W=0;W<n.count;W++)c[W]=new Z,h[W]=new Z;let p=new Z,_=new Z,g=new Z,y=new ze,S=new ze,R=new ze,v=new Z,x=new Z;function T(W,z,B){d[W]=d[z]=d[B]=1,p.fromBufferAttribute(n,W),_.fromBufferAttribute(n,z),g.fromBufferAttribute(n,B),y.fromBufferAttribute(a,W),S.fromBufferAttribute(a,z),R.fromBufferAttribute(a,B),_.sub(p),g.sub(p),S.sub(y),R.sub(y);let X=1/(S.x*R.y-R.x*S.y);isFinite(X)&&(v.copy(_).multiplyScalar(R.y).addScaledVector(g,-S.y).multiplyScalar(X),x.copy(g).multiplyScalar(S.x).addScaledVector(_,-R.x).multiplyScalar(X),c[W].add(v),c[z].add(v),c[B].add(v),h[W].add(x),h[z].add(x),h[B].add(x))}let E=this.groups;E.length===0&&(E=[{start:0,count:e.count}]);for(let W=0,z=E.length;W<z;++W){let B=E[W],X=B.start,K=B.count;for(let k=X,ee=X+K;k<ee;k+=3)T(e.getX(k+0),e.getX(k+1),e.getX(k+2))}let w=new Z,N=new Z,F=new Z,b=new Z;function D(W){F.fromBufferAttribute(r,W),b.copy(F);let z=c[W];w.copy(z),w.sub(F.multiplyScalar(F.dot(z))).normalize(),N.crossVectors(b,z);let X=N.dot(h[W])<0?-1:1;l.setXYZW(W,w.x,w.y,w.z,X)}for(let W=0,z=n.count;W<z;++W)d[W]&&D(W);this._transformed=!0}computeVertexNormals(){let e=this.index,t=this.getAttribute("position");if(t!==void 0){let n=this.getAttribute("normal");if(n===void 0||n.count!==t.count)n=new an(new Float32Array(t.count*3),3),this.setAttribute("normal",n);else for(let g=0,y=n.count;g<y;g++)n.setXYZ(g,0,0,0);let r=new Z,a=new Z,l=new Z,c=new Z,h=new Z,d=new Z,p=new Z,_=new Z;if(e)for(let g=0,y=e.count;g<y;g+=3){let S=e.getX(g+0),R=e.getX(g+1),v=e.getX(g+2);r.fromBufferAttribute(t,S),a.fromBufferAttribute(t,R),l.fromBufferAttribute(t,v),p.subVectors(l,a),_.subVectors(r,a),p.cross(_),c.fromBufferAttribute(n,S),h.fromBufferAttribute(n,R),d.fromBufferAttribute(n,v),c.add(p),h.add(p),d.add(p),n.setXYZ(S,c.x,c.y,c.z),n.setXYZ(R,h.x,h.y,h.z),n.setXYZ(v,d.x,d.y,d.z)}else for(let g=0,y=t.count;g<y;g+=3)r.fromBufferAttribute(t,g+0),a.fromBufferAttribute(t,g+1),l.fromBufferAttribute(t,g+2),p.subVectors(l,a),_.subVectors(r,a),p.cross(_),n.setXYZ(g+0,p.x,p.y,p.z),n.setXYZ(g+1,p.x,p.y,p.z),n.setXYZ(g+2,p.x,p.y,p.z);this.normalizeNormals(),n.needsUpdate=!0}}normalizeNormals(){let e=this.attributes.normal;for(let t=0,n=e.count;t<n;t++)sn.fromBufferAttribute(e,t),sn.normalize(),e.setXYZ(t,sn.x,sn.y,sn.z)}toNonIndexed(){function e(c,h){let d=c.array,p=c.itemSize,_=c.normalized,g=new d.constructor(h.length*p),y=0,S=0;for(let R=0,v=h.length;R<v;R++){c.isInterleavedBufferAttribute?y=h[R]*c.data.stride+c.offset:y=h[R]*p;for(let x=0;x<p;x++)g[S++]=d[y++]}return new an(g,p,_)}if(this.index===null)return it("BufferGeometry.toNonIndexed(): BufferGeometry is already non-indexed."),this;let t=new i,n=this.index.array,r=this.attributes;for(let c in r){let h=r[c],d=e(h,n);t.setAttribute(c,d)}let a=this.morphAttributes;for(let c in a){let h=[],d=a[c];for(let p=0,_=d.length;p<_;p++){let g=d[p],y=e(g,n);h.push(y)}t.morphAttributes[c]=h}t.morphTargetsRelative=this.morphTargetsRelative;let l=this.groups;for(let c=0,h=l.length;c<h;c++){let d=l[c];t.addGroup(d.start,d.count,d.materialIndex)}return t}toJSON(){let e={metadata:{version:4.7,type:"BufferGeometry",generator:"BufferGeometry.toJSON"}};if(e.uuid=this.uuid,e.type=this.parameters!==void 0&&this._transformed===!0?"BufferGeometry":this.type,e.name=this.name,Object.keys(this.userData).length>0&&(e.userData=this.userData),this.parameters!==void 0&&this._transformed!==!0){let h=this.parameters;for(let d in h)h[d]!==void 0&&(e[d]=h[d]);return e}e.data={attributes:{}};let t=this.index;t!==null&&(e.data.index={type:t.array.constructor.name,array:Array.prototype.slice.call(t.array)});let n=this.attributes;for(let h in n){let d=n[h];e.data.attributes[h]=d.toJSON(e.data)}let r={},a=!1;for(let h in this.morphAttributes){let d=this.morphAttributes[h],p=[];for(let _=0,g=d.length;_<g;_++){let y=d[_];p.push(y.toJSON(e.data))}p.length>0&&(r[h]=p,a=!0)}a&&(e.data.morphAttributes=r,e.data.morphTargetsRelative=this.morphTargetsRelative);let l=this.groups;l.length>0&&(e.data.groups=JSON.parse(JSON.stringify(l)));let c=this.boundingSphere;return c!==null&&(e.data.boundingSphere=c.toJSON()),e}clone(){return new this.constructor().copy(this)}copy(e){this.index=null,this.attributes={},this.morphAttributes={},this.groups=[],this.boundingBox=null,this.boundingSphere=null;let t={};this.name=e.name;let n=e.index;n!==null&&this.setIndex(n.clone());let r=e.attributes;for(let d in r){let p=r[d];this.setAttribute(d,p.clone(t))}let a=e.morphAttributes;for(let d in a){let p=[],_=a[d];for(let g=0,y=_.length;g<y;g++)p.push(_[g].clone(t));this.morphAttributes[d]=p}this.morphTargetsRelative=e.morphTargetsRelative;let l=e.groups;for(let d=0,p=l.length;d<p;d++){let _=l[d];this.addGroup(_.start,_.count,_.materialIndex)}let c=e.boundingBox;c!==null&&(this.boundingBox=c.clone());let h=e.boundingSphere;return h!==null&&(this.boundingSphere=h.clone()),this.drawRange.start=e.drawRange.start,this.drawRange.count=e.drawRange.count,this.userData=e.userData,this._transformed=e._transformed,this}dispose(){this.dispatchEvent({type:"dispose"})}};var Ac=new Z,xy=new Z,Sy=new lt,Wn=class{constructor(e=new Z(1,0,0),t=0){this.isPlane=!0,this.normal=e,this.constant=t}set(e,t){return this.normal.copy(e),this.constant=t,this}setComponents(e,t,n,r){return this.normal.set(e,t,n),this.constant=r,this}setFromNormalAndCoplanarPoint(e,t){return this.normal.copy(e),this.constant=-t.dot(this.normal),this}setFromCoplanarPoints(e,t,n){let r=Ac.subVectors(n,t).cross(xy.subVectors(e,t)).normalize();return this.setFromNormalAndCoplanarPoint(r,e),this}copy(e){return this.normal.copy(e.normal),this.constant=e.constant,this}normalize(){let e=1/this.normal.length();return this.normal.multiplyScalar(e),this.constant*=e,this}negate(){return this.constant*=-1,this.normal.negate(),this}distanceToPoint(e){return this.normal.dot(e)+this.constant}distanceToSphere(e){return this.distanceToPoint(e.center)-e.radius}projectPoint(e,t){return t.copy(e).addScaledVector(this.normal,-this.distanceToPoint(e))}intersectLine(e,t,n=!0){let r=e.delta(Ac),a=this.normal.dot(r);if(a===0)return this.distanceToPoint(e.start)===0?t.copy(e.start):null;let l=-(e.start.dot(this.normal)+this.constant)/a;return n===!0&&(l<0||l>1)?null:t.copy(e.start).addScaledVector(r,l)}intersectsLine(e){let t=this.distanceToPoint(e.start),n=this.distanceToPoint(e.end);return t<0&&n>0||n<0&&t>0}intersectsBox(e){return e.intersectsPlane(this)}intersectsSphere(e){return e.intersectsPlane(this)}coplanarPoint(e){return e.copy(this.normal).multiplyScalar(-this.constant)}applyMatrix4(e,t){let n=t||Sy.getNormalMatrix(e),r=this.coplanarPoint(Ac).applyMatrix4(e),a=this.normal.applyMatrix3(n).normalize();return this.constant=-r.dot(a),this}translate(e){return this.constant-=e.dot(this.normal),this}equals(e){return e.normal.equals(this.normal)&&e.constant===this.constant}clone(){return new this.constructor().copy(this)}toJSON(){return{normal:this.normal.toArray(),constant:this.constant}}fromJSON(e){return this.normal.fromArray(e.normal),this.constant=e.constant,this}},My=0,Si=class extends si{constructor(){super(),this.isMaterial=!0,Object.defineProperty(this,"id",{value:My++}),this.uuid=Jr(),this.name="",this.type="Material",this.blending=$r,this.side=Vi,this.vertexColors=!1,this.opacity=1,this.transparent=!1,this.alphaHash=!1,this.blendSrc=Yc,this.blendDst=Jc,this.blendEquation=or,this.blendSrcAlpha=null,this.blendDstAlpha=null,this.blendEquationAlpha=null,this.blendColor=new nt(0,0,0),this.blendAlpha=0,this.depthFunc=Fr,this.depthTest=!0,this.depthWrite=!0,this.stencilWriteMask=255,this.stencilFunc=Hd,this.stencilRef=0,this.stencilFuncMask=255,this.stencilFail=ro,this.stencilZFail=ro,this.stencilZPass=ro,this.stencilWrite=!1,this.clippingPlanes=null,this.clipIntersection=!1,this.clipShadows=!1,this.shadowSide=null,this.colorWrite=!0,this.precision=null,this.polygonOffset=!1,this.polygonOffsetFactor=0,this.polygonOffsetUnits=0,this.dithering=!1,this.alphaToCoverage=!1,this.premultipliedAlpha=!1,this.forceSinglePass=!1,this.allowOverride=!0,this.visible=!0,this.toneMapped=!0,this.userData={},this.version=0,this._alphaTest=0}get alphaTest(){return this._alphaTest}set alphaTest(e){this._alphaTest>0!=e>0&&this.version++,this._alphaTest=e}onBeforeRender(){}onBeforeCompile(){}customProgramCacheKey(){return this.onBeforeCompile.toString()}setValues(e){if(e!==void 0)for(let t in e){let n=e[t];if(n===void 0){it(`Material: parameter '${t}' has value of undefined.`);continue}let r=this[t];if(r===void 0){it(`Material: '${t}' is not a property of THREE.${this.type}.`);continue}r&&r.isColor?r.set(n):r&&r.isVector2&&n&&n.isVector2||r&&r.isEuler&&n&&n.isEuler||r&&r.isVector3&&n&&n.isVector3?r.copy(n):this[t]=n}}toJSON(e){let t=e===void 0||typeof e=="string";t&&(e={textures:{},images:{}});let n={metadata:{version:4.7,type:"Material",generator:"Material.toJSON"}};n.uuid=this.uuid,n.type=this.type,n.blending=this.blending,n.side=this.side,n.shadowSide=this.shadowSide,n.vertexColors=this.vertexColors,n.opacity=this.opacity,n.transparent=this.transparent,n.blendSrc=this.blendSrc,n.blendDst=this.blendDst,n.blendEquation=this.blendEquation,n.blendSrcAlpha=this.blendSrcAlpha,n.blendDstAlpha=this.blendDstAlpha,n.blendEquationAlpha=this.blendEquationAlpha,n.blendColor=this.blendColor.getHex(),n.blendAlpha=this.blendAlpha,n.depthFunc=this.depthFunc,n.depthTest=this.depthTest,n.depthWrite=this.depthWrite,n.colorWrite=this.colorWrite,n.clipIntersection=this.clipIntersection,n.clipShadows=this.clipShadows,n.stencilWriteMask=this.stencilWriteMask,n.stencilFunc=this.stencilFunc,n.stencilRef=this.stencilRef,n.stencilFuncMask=this.stencilFuncMask,n.stencilFail=this.stencilFail,n.stencilZFail=this.stencilZFail,n.stencilZPass=this.stencilZPass,n.stencilWrite=this.stencilWrite,n.polygonOffset=this.polygonOffset,n.polygonOffsetFactor=this.polygonOffsetFactor,n.polygonOffsetUnits=this.polygonOffsetUnits,n.dithering=this.dithering,n.alphaTest=this.alphaTest,n.alphaHash=this.alphaHash,n.alphaToCoverage=this.alphaToCoverage,n.premultipliedAlpha=this.premultipliedAlpha,n.forceSinglePass=this.forceSinglePass,n.allowOverride=this.allowOverride,n.visible=this.visible,n.toneMapped=this.toneMapped,n.name=this.name,this.color&&this.color.isColor&&(n.color=this.color.getHex()),this.roughness!==void 0&&(n.roughness=this.roughness),this.metalness!==void 0&&(n.metalness=this.metalness),this.sheen!==void 0&&(n.sheen=this.sheen),this.sheenColor&&this.sheenColor.isColor&&(n.sheenColor=this.sheenColor.getHex()),this.sheenRoughness!==void 0&&(n.sheenRoughness=this.sheenRoughness),this.emissive&&this.emissive.isColor&&(n.emissive=this.emissive.getHex()),this.emissiveIntensity!==void 0&&(n.emissiveIntensity=this.emissiveIntensity),this.specular&&this.specular.isColor&&(n.specular=this.specular.getHex()),this.specularIntensity!==void 0&&(n.specularIntensity=this.specularIntensity),this.specularColor&&this.specularColor.isColor&&(n.specularColor=this.specularColor.getHex()),this.shininess!==void 0&&(n.shininess=this.shininess),this.clearcoat!==void 0&&(n.clearcoat=this.clearcoat),this.clearcoatRoughness!==void 0&&(n.clearcoatRoughness=this.clearcoatRoughness),this.diffuseRoughness!==void 0&&(n.diffuseRoughness=this.diffuseRoughness),this.diffuseRoughnessMap&&this.diffuseRoughnessMap.isTexture&&(n.diffuseRoughnessMap=this.diffuseRoughnessMap.toJSON(e).uuid),this.clearcoatMap&&this.clearcoatMap.isTexture&&(n.clearcoatMap=this.clearcoatMap.toJSON(e).uuid),this.clearcoatRoughnessMap&&this.clearcoatRoughnessMap.isTexture&&(n.clearcoatRoughnessMap=this.clearcoatRoughnessMap.toJSON(e).uuid),this.clearcoatNormalMap&&this.clearcoatNormalMap.isTexture&&(n.clearcoatNormalMap=this.clearcoatNormalMap.toJSON(e).uuid,n.clearcoatNormalScale=this.clearcoatNormalScale.toArray()),this.sheenColorMap&&this.sheenColorMap.isTexture&&(n.sheenColorMap=this.sheenColorMap.toJSON(e).uuid),this.sheenRoughnessMap&&this.sheenRoughnessMap.isTexture&&(n.sheenRoughnessMap=this.sheenRoughnessMap.toJSON(e).uuid),this.dispersion!==void 0&&(n.dispersion=this.dispersion),this.retroreflectivity!==void 0&&(n.retroreflectivity=this.retroreflectivity),this.iridescence!==void 0&&(n.iridescence=this.iridescence),this.iridescenceIOR!==void 0&&(n.iridescenceIOR=this.iridescenceIOR),this.iridescenceThicknessMinimum!==void 0&&(n.iridescenceThicknessMinimum=this.iridescenceThicknessMinimum),this.iridescenceThicknessMaximum!==void 0&&(n.iridescenceThicknessMaximum=this.iridescenceThicknessMaximum),this.iridescenceMap&&this.iridescenceMap.isTexture&&(n.iridescenceMap=this.iridescenceMap.toJSON(e).uuid),this.iridescenceThicknessMap&&this.iridescenceThicknessMap.isTexture&&(n.iridescenceThicknessMap=this.iridescenceThicknessMap.toJSON(e).uuid),this.anisotropy!==void 0&&(n.anisotropy=this.anisotropy),this.anisotropyRotation!==void 0&&(n.anisotropyRotation=this.anisotropyRotation),this.anisotropyMap&&this.anisotropyMap.isTexture&&(n.anisotropyMap=this.anisotropyMap.toJSON(e).uuid),this.map&&this.map.isTexture&&(n.map=this.map.toJSON(e).uuid),this.matcap&&this.matcap.isTexture&&(n.matcap=this.matcap.toJSON(e).uuid),this.alphaMap&&this.alphaMap.isTexture&&(n.alphaMap=this.alphaMap.toJSON(e).uuid),this.lightMap&&this.lightMap.isTexture&&(n.lightMap=this.lightMap.toJSON(e).uuid,n.lightMapIntensity=this.lightMapIntensity),this.aoMap&&this.aoMap.isTexture&&(n.aoMap=this.aoMap.toJSON(e).uuid,n.aoMapIntensity=this.aoMapIntensity),this.bumpMap&&this.bumpMap.isTexture&&(n.bumpMap=this.bumpMap.toJSON(e).uuid,n.bumpScale=this.bumpScale),this.normalMap&&this.normalMap.isTexture&&(n.normalMap=this.normalMap.toJSON(e).uuid,n.normalMapType=this.normalMapType,n.normalScale=this.normalScale.toArray()),this.displacementMap&&this.displacementMap.isTexture&&(n.displacementMap=this.displacementMap.toJSON(e).uuid,n.displacementScale=this.displacementScale,n.displacementBias=this.displacementBias),this.roughnessMap&&this.roughnessMap.isTexture&&(n.roughnessMap=this.roughnessMap.toJSON(e).uuid),this.metalnessMap&&this.metalnessMap.isTexture&&(n.metalnessMap=this.metalnessMap.toJSON(e).uuid),this.emissiveMap&&this.emissiveMap.isTexture&&(n.emissiveMap=this.emissiveMap.toJSON(e).uuid),this.specularMap&&this.specularMap.isTexture&&(n.specularMap=this.specularMap.toJSON(e).uuid),this.specularIntensityMap&&this.specularIntensityMap.isTexture&&(n.specularIntensityMap=this.specularIntensityMap.toJSON(e).uuid),this.specularColorMap&&this.specularColorMap.isTexture&&(n.specularColorMap=this.specularColorMap.toJSON(e).uuid),this.envMap&&this.envMap.isTexture&&(n.envMap=this.envMap.toJSON(e).uuid,this.combine!==void 0&&(n.combine=this.combine)),this.envMapRotation!==void 0&&(n.envMapRotation=this.envMapRotation.toArray()),this.envMapIntensity!==void 0&&(n.envMapIntensity=this.envMapIntensity),this.reflectivity!==void 0&&(n.reflectivity=this.reflectivity),this.refractionRatio!==void 0&&(n.refractionRatio=this.refractionRatio),this.gradientMap&&this.gradientMap.isTexture&&(n.gradientMap=this.gradientMap.toJSON(e).uuid),this.transmission!==void 0&&(n.transmission=this.transmission),this.transmissionMap&&this.transmissionMap.isTexture&&(n.transmissionMap=this.transmissionMap.toJSON(e).uuid),this.thickness!==void 0&&(n.thickness=this.thickness),this.thicknessMap&&this.thicknessMap.isTexture&&(n.thicknessMap=this.thicknessMap.toJSON(e).uuid),this.attenuationDistance!==void 0&&(n.attenuationDistance=this.attenuationDistance),this.attenuationColor!==void 0&&(n.attenuationColor=this.attenuationColor.getHex()),this.size!==void 0&&(n.size=this.size),this.sizeAttenuation!==void 0&&(n.sizeAttenuation=this.sizeAttenuation),Array.isArray(this.clippingPlanes)&&this.clippingPlanes.length>0&&(n.clippingPlanes=this.clippingPlanes.map(a=>a.toJSON())),this.rotation!==void 0&&(n.rotation=this.rotation),this.depthPacking!==void 0&&(n.depthPacking=this.depthPacking),this.linewidth!==void 0&&(n.linewidth=this.linewidth),this.linecap!==void 0&&(n.linecap=this.linecap),this.linejoin!==void 0&&(n.linejoin=this.linejoin),this.dashSize!==void 0&&(n.dashSize=this.dashSize),this.gapSize!==void 0&&(n.gapSize=this.gapSize),this.scale!==void 0&&(n.scale=this.scale),this.wireframe!==void 0&&(n.wireframe=this.wireframe),this.wireframeLinewidth!==void 0&&(n.wireframeLinewidth=this.wireframeLinewidth),this.wireframeLinecap!==void 0&&(n.wireframeLinecap=this.wireframeLinecap),this.wireframeLinejoin!==void 0&&(n.wireframeLinejoin=this.wireframeLinejoin),this.flatShading!==void 0&&(n.flatShading=this.flatShading),this.fog!==void 0&&(n.fog=this.fog),Object.keys(this.userData).length>0&&(n.userData=this.userData);function r(a){let l=[];for(let c in a){let h=a[c];delete h.metadata,l.push(h)}return l}if(t){let a=r(e.textures),l=r(e.images);a.length>0&&(n.textures=a),l.length>0&&(n.images=l)}return n}fromJSON(e,t){if(e.uuid!==void 0&&(this.uuid=e.uuid),e.name!==void 0&&(this.name=e.name),e.color!==void 0&&this.color!==void 0&&this.color.setHex(e.color),e.roughness!==void 0&&(this.roughness=e.roughness),e.metalness!==void 0&&(this.metalness=e.metalness),e.sheen!==void 0&&(this.sheen=e.sheen),e.sheenColor!==void 0&&(this.sheenColor=new nt().setHex(e.sheenColor)),e.sheenRoughness!==void 0&&(this.sheenRoughness=e.sheenRoughness),e.emissive!==void 0&&this.emissive!==void 0&&this.emissive.setHex(e.emissive),e.specular!==void 0&&this.specular!==void 0&&this.specular.setHex(e.specular),e.specularIntensity!==void 0&&(this.specularIntensity=e.specularIntensity),e.specularColor!==void 0&&this.specularColor!==void 0&&this.specularColor.setHex(e.specularColor),e.shininess!==void 0&&(this.shininess=e.shininess),e.clearcoat!==void 0&&(this.clearcoat=e.clearcoat),e.clearcoatRoughness!==void 0&&(this.clearcoatRoughness=e.clearcoatRoughness),e.diffuseRoughness!==void 0&&(this.diffuseRoughness=e.diffuseRoughness),e.dispersion!==void 0&&(this.dispersion=e.dispersion),e.retroreflectivity!==void 0&&(this.retroreflectivity=e.retroreflectivity),e.iridescence!==void 0&&(this.iridescence=e.iridescence),e.iridescenceIOR!==void 0&&(this.iridescenceIOR=e.iridescenceIOR),e.iridescenceThicknessMinimum!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessMinimum),e.iridescenceThicknessMaximum!==void 0&&(this.iridescenceThicknessMaximum=e.iridescenceThicknessMaximum),e.iridescenceThicknessRange!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessRange[0],this.iridescenceThicknessMaximum=e.iridescenceThicknessRange[1]),e.transmission!==void 0&&(this.transmission=e.transmission),e.thickness!==void 0&&(this.thickness=e.thickness),e.attenuationDistance!==void 0&&(this.attenuationDistance=e.attenuationDistance),e.attenuationColor!==void 0&&this.attenuationColor!==void 0&&this.attenuationColor.setHex(e.attenuationColor),e.anisotropy!==void 0&&(this.anisotropy=e.anisotropy),e.anisotropyRotation!==void 0&&(this.anisotropyRotation=e.anisotropyRotation),e.fog!==void 0&&(this.fog=e.fog),e.flatShading!==void 0&&(this.flatShading=e.flatShading),e.blending!==void 0&&(this.blending=e.blending),e.combine!==void 0&&(this.combine=e.combine),e.side!==void 0&&(this.side=e.side),e.shadowSide!==void 0&&(this.shadowSide=e.shadowSide),e.opacity!==void 0&&(this.opacity=e.opacity),e.transparent!==void 0&&(this.transparent=e.transparent),e.alphaTest!==void 0&&(this.alphaTest=e.alphaTest),e.alphaHash!==void 0&&(this.alphaHash=e.alphaHash),e.depthFunc!==void 0&&(this.depthFunc=e.depthFunc),e.depthTest!==void 0&&(this.depthTest=e.depthTest),e.depthWrite!==void 0&&(this.depthWrite=e.depthWrite),e.colorWrite!==void 0&&(this.colorWrite=e.colorWrite),e.clippingPlanes!==void 0&&(this.clippingPlanes=e.clippingPlanes.map(n=>new Wn().fromJSON(n))),e.clipIntersection!==void 0&&(this.clipIntersection=e.clipIntersection),e.clipShadows!==void 0&&(this.clipShadows=e.clipShadows),e.depthPacking!==void 0&&(this.depthPacking=e.depthPacking),e.blendSrc!==void 0&&(this.blendSrc=e.blendSrc),e.blendDst!==void 0&&(this.blendDst=e.blendDst),e.blendEquation!==void 0&&(this.blendEquation=e.blendEquation),e.blendSrcAlpha!==void 0&&(this.blendSrcAlpha=e.blendSrcAlpha),e.blendDstAlpha!==void 0&&(this.blendDstAlpha=e.blendDstAlpha),e.blendEquationAlpha!==void 0&&(this.blendEquationAlpha=e.blendEquationAlpha),e.blendColor!==void 0&&this.blendColor!==void 0&&this.blendColor.setHex(e.blendColor),e.blendAlpha!==void 0&&(this.blendAlpha=e.blendAlpha),e.stencilWriteMask!==void 0&&(this.stencilWriteMask=e.stencilWriteMask),e.stencilFunc!==void 0&&(this.stencilFunc=e.stencilFunc),e.stencilRef!==void 0&&(this.stencilRef=e.stencilRef),e.stencilFuncMask!==void 0&&(this.stencilFuncMask=e.stencilFuncMask),e.stencilFail!==void 0&&(this.stencilFail=e.stencilFail),e.stencilZFail!==void 0&&(this.stencilZFail=e.stencilZFail),e.stencilZPass!==void 0&&(this.stencilZPass=e.stencilZPass),e.stencilWrite!==void 0&&(this.stencilWrite=e.stencilWrite),e.wireframe!==void 0&&(this.wireframe=e.wireframe),e.wireframeLinewidth!==void 0&&(this.wireframeLinewidth=e.wireframeLinewidth),e.wireframeLinecap!==void 0&&(this.wireframeLinecap=e.wireframeLinecap),e.wireframeLinejoin!==void 0&&(this.wireframeLinejoin=e.wireframeLinejoin),e.rotation!==void 0&&(this.rotation=e.rotation),e.linewidth!==void 0&&(this.linewidth=e.linewidth),e.linecap!==void 0&&(this.linecap=e.linecap),e.linejoin!==void 0&&(this.linejoin=e.linejoin),e.dashSize!==void 0&&(this.dashSize=e.dashSize),e.gapSize!==void 0&&(this.gapSize=e.gapSize),e.scale!==void 0&&(this.scale=e.scale),e.polygonOffset!==void 0&&(this.polygonOffset=e.polygonOffset),e.polygonOffsetFactor!==void 0&&(this.polygonOffsetFactor=e.polygonOffsetFactor),e.polygonOffsetUnits!==void 0&&(this.polygonOffsetUnits=e.polygonOffsetUnits),e.dithering!==void 0&&(this.dithering=e.dithering),e.alphaToCoverage!==void 0&&(this.alphaToCoverage=e.alphaToCoverage),e.premultipliedAlpha!==void 0&&(this.premultipliedAlpha=e.premultipliedAlpha),e.forceSinglePass!==void 0&&(this.forceSinglePass=e.forceSinglePass),e.allowOverride!==void 0&&(this.allowOverride=e.allowOverride),e.visible!==void 0&&(this.visible=e.visible),e.toneMapped!==void 0&&(this.toneMapped=e.toneMapped),e.userData!==void 0&&(this.userData=e.userData),e.vertexColors!==void 0&&(typeof e.vertexColors=="number"?this.vertexColors=e.vertexColors>0:this.vertexColors=e.vertexColors),e.size!==void 0&&(this.size=e.size),e.sizeAttenuation!==void 0&&(this.sizeAttenuation=e.sizeAttenuation),e.map!==void 0&&(this.map=t[e.map]||null),e.matcap!==void 0&&(this.matcap=t[e.matcap]||null),e.alphaMap!==void 0&&(this.alphaMap=t[e.alphaMap]||null),e.bumpMap!==void 0&&(this.bumpMap=t[e.bumpMap]||null),e.bumpScale!==void 0&&(this.bumpScale=e.bumpScale),e.normalMap!==void 0&&(this.normalMap=t[e.normalMap]||null),e.normalMapType!==void 0&&(this.normalMapType=e.normalMapType),e.normalScale!==void 0){let n=e.normalScale;Array.isArray(n)===!1&&(n=[n,n]),this.normalScale=new ze().fromArray(n)}return e.displacementMap!==void 0&&(this.displacementMap=t[e.displacementMap]||null),e.displacementScale!==void 0&&(this.displacementScale=e.displacementScale),e.displacementBias!==void 0&&(this.displacementBias=e.displacementBias),e.roughnessMap!==void 0&&(this.roughnessMap=t[e.roughnessMap]||null),e.metalnessMap!==void 0&&(this.metalnessMap=t[e.metalnessMap]||null),e.emissiveMap!==void 0&&(this.emissiveMap=t[e.emissiveMap]||null),e.emissiveIntensity!==void 0&&(this.emissiveIntensity=e.emissiveIntensity),e.specularMap!==void 0&&(this.specularMap=t[e.specularMap]||null),e.specularIntensityMap!==void 0&&(this.specularIntensityMap=t[e.specularIntensityMap]||null),e.specularColorMap!==void 0&&(this.specularColorMap=t[e.specularColorMap]||null),e.envMap!==void 0&&(this.envMap=t[e.envMap]||null),e.envMapRotation!==void 0&&this.envMapRotation.fromArray(e.envMapRotation),e.envMapIntensity!==void 0&&(this.envMapIntensity=e.envMapIntensity),e.reflectivity!==void 0&&(this.reflectivity=e.reflectivity),e.refractionRatio!==void 0&&(this.refractionRatio=e.refractionRatio),e.lightMap!==void 0&&(this.lightMap=t[e.lightMap]||null),e.lightMapIntensity!==void 0&&(this.lightMapIntensity=e.lightMapIntensity),e.aoMap!==void 0&&(this.aoMap=t[e.aoMap]||null),e.aoMapIntensity!==void 0&&(this.aoMapIntensity=e.aoMapIntensity),e.gradientMap!==void 0&&(this.gradientMap=t[e.gradientMap]||null),e.clearcoatMap!==void 0&&(this.clearcoatMap=t[e.clearcoatMap]||null),e.clearcoatRoughnessMap!==void 0&&(this.clearcoatRoughnessMap=t[e.clearcoatRoughnessMap]||null),e.clearcoatNormalMap!==void 0&&(this.clearcoatNormalMap=t[e.clearcoatNormalMap]||null),e.clearcoatNormalScale!==void 0&&(this.clearcoatNormalScale=new ze().fromArray(e.clearcoatNormalScale)),e.diffuseRoughnessMap!==void 0&&(this.diffuseRoughnessMap=t[e.diffuseRoughnessMap]||null),e.iridescenceMap!==void 0&&(this.iridescenceMap=t[e.iridescenceMap]||null),e.iridescenceThicknessMap!==void 0&&(this.iridescenceThicknessMap=t[e.iridescenceThicknessMap]||null),e.transmissionMap!==void 0&&(this.transmissionMap=t[e.transmissionMap]||null),e.thicknessMap!==void 0&&(this.thicknessMap=t[e.thicknessMap]||null),e.anisotropyMap!==void 0&&(this.anisotropyMap=t[e.anisotropyMap]||null),e.sheenColorMap!==void 0&&(this.sheenColorMap=t[e.sheenColorMap]||null),e.sheenRoughnessMap!==void 0&&(this.sheenRoughnessMap=t[e.sheenRoughnessMap]||null),this}clone(){return new this.constructor().copy(this)}copy(e){this.name=e.name,this.blending=e.blending,this.side=e.side,this.vertexColors=e.vertexColors,this.opacity=e.opacity,this.transparent=e.transparent,this.blendSrc=e.blendSrc,this.blendDst=e.blendDst,this.blendEquation=e.blendEquation,this.blendSrcAlpha=e.blendSrcAlpha,this.blendDstAlpha=e.blendDstAlpha,this.blendEquationAlpha=e.blendEquationAlpha,this.blendColor.copy(e.blendColor),this.blendAlpha=e.blendAlpha,this.depthFunc=e.depthFunc,this.depthTest=e.depthTest,this.depthWrite=e.depthWrite,this.stencilWriteMask=e.stencilWriteMask,this.stencilFunc=e.stencilFunc,this.stencilRef=e.stencilRef,this.stencilFuncMask=e.stencilFuncMask,this.stencilFail=e.stencilFail,this.stencilZFail=e.stencilZFail,this.stencilZPass=e.stencilZPass,this.stencilWrite=e.stencilWrite;let t=e.clippingPlanes,n=null;if(t!==null){let r=t.length;n=new Array(r);for(let a=0;a!==r;++a)n[a]=t[a].clone()}return this.clippingPlanes=n,this.clipIntersection=e.clipIntersection,this.clipShadows=e.clipShadows,this.shadowSide=e.shadowSide,this.colorWrite=e.colorWrite,this.precision=e.precision,this.polygonOffset=e.polygonOffset,this.polygonOffsetFactor=e.polygonOffsetFactor,this.polygonOffsetUnits=e.polygonOffsetUnits,this.dithering=e.dithering,this.alphaTest=e.alphaTest,this.alphaHash=e.alphaHash,this.alphaToCoverage=e.alphaToCoverage,this.premultipliedAlpha=e.premultipliedAlpha,this.forceSinglePass=e.forceSinglePass,this.allowOverride=e.allowOverride,this.visible=e.visible,this.toneMapped=e.toneMapped,this.userData=JSON.parse(JSON.stringify(e.userData)),this}dispose(){this.dispatchEvent({type:"dispose"})}set needsUpdate(e){e===!0&&this.version++}};var _i=new Z,Rc=new Z,Ga=new Z,Va=new Z,yo=class{constructor(e=new Z,t=new Z(0,0,-1)){this.origin=e,this.direction=t}set(e,t){return this.origin.copy(e),this.direction.copy(t),this}copy(e){return this.origin.copy(e.origin),this.direction.copy(e.direction),this}at(e,t){return t.copy(this.origin).addScaledVector(this.direction,e)}lookAt(e){return this.direction.copy(e).sub(this.origin).normalize(),this}recast(e){return this.origin.copy(this.at(e,_i)),this}closestPointToPoint(e,t){t.subVectors(e,this.origin);let n=t.dot(this.direction);return n<0?t.copy(this.origin):t.copy(this.origin).addScaledVector(this.direction,n)}distanceToPoint(e){return Math.sqrt(this.distanceSqToPoint(e))}distanceSqToPoint(e){let t=_i.subVectors(e,this.origin).dot(this.direction);return t<0?this.origin.distanceToSquared(e):(_i.copy(this.origin).addScaledVector(this.direction,t),_i.distanceToSquared(e))}distanceSqToSegment(e,t,n,r){Rc.copy(e).add(t).multiplyScalar(.5),Ga.copy(t).sub(e).normalize(),Va.copy(this.origin).sub(Rc);let a=e.distanceTo(t)*.5,l=-this.direction.dot(Ga),c=Va.dot(this.direction),h=-Va.dot(Ga),d=Va.lengthSq(),p=Math.abs(1-l*l),_,g,y,S;if(p>0)if(_=l*h-c,g=l*c-h,S=a*p,_>=0)if(g>=-S)if(g<=S){let R=1/p;_*=R,g*=R,y=_*(_+l*g+2*c)+g*(l*_+g+2*h)+d}else g=a,_=Math.max(0,-(l*g+c)),y=-_*_+g*(g+2*h)+d;else g=-a,_=Math.max(0,-(l*g+c)),y=-_*_+g*(g+2*h)+d;else g<=-S?(_=Math.max(0,-(-l*a+c)),g=_>0?-a:Math.min(Math.max(-a,-h),a),y=-_*_+g*(g+2*h)+d):g<=S?(_=0,g=Math.min(Math.max(-a,-h),a),y=g*(g+2*h)+d):(_=Math.max(0,-(l*a+c)),g=_>0?a:Math.min(Math.max(-a,-h),a),y=-_*_+g*(g+2*h)+d);else g=l>0?-a:a,_=Math.max(0,-(l*g+c)),y=-_*_+g*(g+2*h)+d;return n&&n.copy(this.origin).addScaledVector(this.direction,_),r&&r.copy(Rc).addScaledVector(Ga,g),y}intersectSphere(e,t){if(e.radius<0)return null;_i.subVectors(e.center,this.origin);let n=_i.dot(this.direction),r=_i.dot(_i)-n*n,a=e.radius*e.radius;if(r>a)return null;let l=Math.sqrt(a-r),c=n-l,h=n+l;return h<0?null:c<0?this.at(h,t):this.at(c,t)}intersectsSphere(e){return e.radius<0?!1:this.distanceSqToPoint(e.center)<=e.radius*e.radius}distanceToPlane(e){let t=e.normal.dot(this.direction);if(t===0)return e.distanceToPoint(this.origin)===0?0:null;let n=-(this.origin.dot(e.normal)+e.constant)/t;return n>=0?n:null}intersectPlane(e,t){let n=this.distanceToPlane(e);return n===null?null:this.at(n,t)}intersectsPlane(e){let t=e.distanceToPoint(this.origin);return t===0||e.normal.dot(this.direction)*t<0}intersectBox(e,t){let n,r,a,l,c,h,d=1/this.direction.x,p=1/this.direction.y,_=1/this.direction.z,g=this.origin;return d>=0?(n=(e.min.x-g.x)*d,r=(e.max.x-g.x)*d):(n=(e.max.x-g.x)*d,r=(e.min.x-g.x)*d),p>=0?(a=(e.min.y-g.y)*p,l=(e.max.y-g.y)*p):(a=(e.max.y-g.y)*p,l=(e.min.y-g.y)*p),n>l||a>r||((a>n||isNaN(n))&&(n=a),(l<r||isNaN(r))&&(r=l),_>=0?(c=(e.min.z-g.z)*_,h=(e.max.z-g.z)*_):(c=(e.max.z-g.z)*_,h=(e.min.z-g.z)*_),n>h||c>r)||((c>n||n!==n)&&(n=c),(h<r||r!==r)&&(r=h),r<0)?null:this.at(n>=0?n:r,t)}intersectsBox(e){return this.intersectBox(e,_i)!==null}intersectTriangle(e,t,n,r,a){let l=this.origin,c=this.direction,h=c.x,d=c.y,p=c.z,_=e.x-l.x,g=e.y-l.y,y=e.z-l.z,S=t.x-l.x,R=t.y-l.y,v=t.z-l.z,x=n.x-l.x,T=n.y-l.y,E=n.z-l.z,w=Math.abs(h),N=Math.abs(d),F=Math.abs(p),b,D,W,z,B,X,K,k,ee,G,j,fe;if(w>=N&&w>=F?(W=h,X=_,ee=S,fe=x,h>=0?(b=d,D=p,z=g,B=y,K=R,k=v,G=T,j=E):(b=p,D=d,z=y,B=g,K=v,k=R,G=E,j=T)):N>=F?(W=d,X=g,ee=R,fe=T,d>=0?(b=p,D=h,z=y,B=_,K=v,k=S,G=E,j=x):(b=h,D=p,z=_,B=y,K=S,k=v,G=x,j=E)):(W=p,X=y,ee=v,fe=E,p>=0?(b=h,D=d,z=_,B=g,K=S,k=R,G=x,j=T):(b=d,D=h,z=g,B=_,K=R,k=S,G=T,j=x)),W===0)return null;let ne=b/W,V=D/W,_e=1/W,We=z-ne*X,rt=B-V*X,ue=K-ne*ee,Ne=k-V*ee,Ce=G-ne*fe,Me=j-V*fe,me=Ce*Ne-Me*ue,Xe=We*Me-rt*Ce,Tt=ue*rt-Ne*We;if(r){if(me<0||Xe<0||Tt<0)return null}else if((me<0||Xe<0||Tt<0)&&(me>0||Xe>0||Tt>0))return null;let Je=me+Xe+Tt;if(Je===0)return null;let dt=_e*(me*X+Xe*ee+Tt*fe);return(Je>0?dt<0:dt>0)?null:this.at(dt/Je,a)}applyMatrix4(e){return this.origin.applyMatrix4(e),this.direction.transformDirection(e),this}equals(e){return e.origin.equals(this.origin)&&e.direction.equals(this.direction)}clone(){return new this.constructor().copy(this)}},$n=class extends Si{constructor(e){super(),this.isMeshBasicMaterial=!0,this.type="MeshBasicMaterial",this.color=new nt(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new xi,this.combine=Zc,this.reflectivity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.specularMap=e.specularMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.combine=e.combine,this.reflectivity=e.reflectivity,this.refractionRatio=e.refractionRatio,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.fog=e.fog,this}},jh=new Rt,tr=new yo,Ha=new Ni,Kh=new Z,Wa=new Z,Xa=new Z,$a=new Z,Cc=new Z,qa=new Z,Qh=new Z,Ya=new Z,$t=class extends gn{constructor(e=new un,t=new $n){super(),this.isMesh=!0,this.type="Mesh",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.count=1,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}updateMorphTargets(){let t=this.geometry.morphAttributes,n=Object.keys(t);if(n.length>0){let r=t[n[0]];if(r!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let a=0,l=r.length;a<l;a++){let c=r[a].name||String(a);this.morphTargetInfluences.push(0),this.morphTargetDictionary[c]=a}}}}getVertexPosition(e,t){let n=this.geometry,r=n.attributes.position,a=n.morphAttributes.position,l=n.morphTargetsRelative;t.fromBufferAttribute(r,e);let c=this.morphTargetInfluences;if(a&&c){qa.set(0,0,0);for(let h=0,d=a.length;h<d;h++){let p=c[h],_=a[h];p!==0&&(Cc.fromBufferAttribute(_,e),l?qa.addScaledVector(Cc,p):qa.addScaledVector(Cc.sub(t),p))}t.add(qa)}return t}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let n=this.geometry,r=this.material,a=this.matrixWorld;r!==void 0&&(n.boundingSphere===null&&n.computeBoundingSphere(),Ha.copy(n.boundingSphere),Ha.applyMatrix4(a),tr.copy(e.ray).recast(e.near),!(Ha.containsPoint(tr.origin)===!1&&(tr.intersectSphere(Ha,Kh)===null||tr.origin.distanceToSquared(Kh)>(e.far-e.near)**2))&&(jh.copy(a).invert(),tr.copy(e.ray).applyMatrix4(jh),!(n.boundingBox!==null&&tr.intersectsBox(n.boundingBox)===!1)&&this._computeIntersections(e,t,tr)))}_computeIntersections(e,t,n){let r,a=this.geometry,l=this.material,c=a.index,h=a.attributes.position,d=a.attributes.uv,p=a.attributes.uv1,_=a.attributes.normal,g=a.groups,y=a.drawRange;if(c!==null)if(Array.isArray(l))for(let S=0,R=g.length;S<R;S++){let v=g[S],x=l[v.materialIndex],T=Math.max(v.start,y.start),E=Math.min(c.count,Math.min(v.start+v.count,y.start+y.count));for(let w=T,N=E;w<N;w+=3){let F=c.getX(w),b=c.getX(w+1),D=c.getX(w+2);r=Ja(this,x,e,n,d,p,_,F,b,D),r&&(r.faceIndex=Math.floor(w/3),r.face.materialIndex=v.materialIndex,t.push(r))}}else{let S=Math.max(0,y.start),R=Math.min(c.count,y.start+y.count);for(let v=S,x=R;v<x;v+=3){let T=c.getX(v),E=c.getX(v+1),w=c.getX(v+2);r=Ja(this,l,e,n,d,p,_,T,E,w),r&&(r.faceIndex=Math.floor(v/3),t.push(r))}}else if(h!==void 0)if(Array.isArray(l))for(let S=0,R=g.length;S<R;S++){let v=g[S],x=l[v.materialIndex],T=Math.max(v.start,y.start),E=Math.min(h.count,Math.min(v.start+v.count,y.start+y.count));for(let w=T,N=E;w<N;w+=3){let F=w,b=w+1,D=w+2;r=Ja(this,x,e,n,d,p,_,F,b,D),r&&(r.faceIndex=Math.floor(w/3),r.face.materialIndex=v.materialIndex,t.push(r))}}else{let S=Math.max(0,y.start),R=Math.min(h.count,y.start+y.count);for(let v=S,x=R;v<x;v+=3){let T=v,E=v+1,w=v+2;r=Ja(this,l,e,n,d,p,_,T,E,w),r&&(r.faceIndex=Math.floor(v/3),t.push(r))}}}};function by(i,e,t,n,r,a,l,c){let h;if(e.side===bn?h=n.intersectTriangle(l,a,r,!0,c):h=n.intersectTriangle(r,a,l,e.side===Vi,c),h===null)return null;Ya.copy(c),Ya.applyMatrix4(i.matrixWorld);let d=t.ray.origin.distanceTo(Ya);return d<t.near||d>t.far?null:{distance:d,point:Ya.clone(),object:i}}function Ja(i,e,t,n,r,a,l,c,h,d){i.getVertexPosition(c,Wa),i.getVertexPosition(h,Xa),i.getVertexPosition(d,$a);let p=by(i,e,t,n,Wa,Xa,$a,Qh);if(p){let _=new Z;Fi.getBarycoord(Qh,Wa,Xa,$a,_),r&&(p.uv=Fi.getInterpolatedAttribute(r,c,h,d,_,new ze)),a&&(p.uv1=Fi.getInterpolatedAttribute(a,c,h,d,_,new ze)),l&&(p.normal=Fi.getInterpolatedAttribute(l,c,h,d,_,new Z),p.normal.dot(n.direction)>0&&p.normal.multiplyScalar(-1));let g={a:c,b:h,c:d,normal:new Z,materialIndex:0};Fi.getNormal(Wa,Xa,$a,g.normal),p.face=g,p.barycoord=_}return p}var Es=class extends Mn{constructor(e=null,t=1,n=1,r,a,l,c,h,d=on,p=on,_,g){super(null,l,c,h,d,p,r,a,_,g),this.isDataTexture=!0,this.image={data:e,width:t,height:n},this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}};var Ts=class extends an{constructor(e,t,n,r=1){super(e,t,n),this.isInstancedBufferAttribute=!0,this.meshPerAttribute=r}copy(e){return super.copy(e),this.meshPerAttribute=e.meshPerAttribute,this}toJSON(){let e=super.toJSON();return e.meshPerAttribute=this.meshPerAttribute,e.isInstancedBufferAttribute=!0,e}},Rr=new Rt,ed=new Rt,Za=[],td=new ai,wy=new Rt,cs=new $t,us=new Ni,As=class extends $t{constructor(e,t,n){super(e,t),this.isInstancedMesh=!0,this.instanceMatrix=new Ts(new Float32Array(n*16),16),this.instanceColor=null,this.morphTexture=null,this.count=n,this.boundingBox=null,this.boundingSphere=null;for(let r=0;r<n;r++)this.setMatrixAt(r,wy)}computeBoundingBox(){let e=this.geometry,t=this.count;this.boundingBox===null&&(this.boundingBox=new ai),e.boundingBox===null&&e.computeBoundingBox(),this.boundingBox.makeEmpty();for(let n=0;n<t;n++)this.getMatrixAt(n,Rr),td.copy(e.boundingBox).applyMatrix4(Rr),this.boundingBox.union(td)}computeBoundingSphere(){let e=this.geometry,t=this.count;this.boundingSphere===null&&(this.boundingSphere=new Ni),e.boundingSphere===null&&e.computeBoundingSphere(),this.boundingSphere.makeEmpty();for(let n=0;n<t;n++)this.getMatrixAt(n,Rr),us.copy(e.boundingSphere).applyMatrix4(Rr),this.boundingSphere.union(us)}copy(e,t){return super.copy(e,t),this.instanceMatrix.copy(e.instanceMatrix),this.morphTexture=e.morphTexture!==null?e.morphTexture.clone():null,this.instanceColor=e.instanceColor!==null?e.instanceColor.clone():null,this.count=e.count,this.boundingBox=e.boundingBox!==null?e.boundingBox.clone():null,this.boundingSphere=e.boundingSphere!==null?e.boundingSphere.clone():null,this}getColorAt(e,t){return this.instanceColor===null?t.setRGB(1,1,1):t.fromArray(this.instanceColor.array,e*3)}getMatrixAt(e,t){return t.fromArray(this.instanceMatrix.array,e*16)}getMorphAt(e,t){let n=t.morphTargetInfluences,r=this.morphTexture.source.data.data,a=n.length+1,l=e*a+1;for(let c=0;c<n.length;c++)n[c]=r[l+c]}raycast(e,t){let n=this.matrixWorld,r=this.count;if(cs.geometry=this.geometry,cs.material=this.material,cs.material!==void 0&&(this.boundingSphere===null&&this.computeBoundingSphere(),us.copy(this.boundingSphere),us.applyMatrix4(n),e.ray.intersectsSphere(us)!==!1))for(let a=0;a<r;a++){this.getMatrixAt(a,Rr),ed.multiplyMatrices(n,Rr),cs.matrixWorld=ed,cs.raycast(e,Za);for(let l=0,c=Za.length;l<c;l++){let h=Za[l];h.instanceId=a,h.object=this,t.push(h)}Za.length=0}}setColorAt(e,t){return this.instanceColor===null&&(this.instanceColor=new Ts(new Float32Array(this.instanceMatrix.count*3).fill(1),3)),t.toArray(this.instanceColor.array,e*3),this}setMatrixAt(e,t){return t.toArray(this.instanceMatrix.array,e*16),this}setMorphAt(e,t){let n=t.morphTargetInfluences,r=n.length+1;this.morphTexture===null&&(this.morphTexture=new Es(new Float32Array(r*this.count),r,this.count,Yo,On));let a=this.morphTexture.source.data.data,l=0;for(let d=0;d<n.length;d++)l+=n[d];let c=this.geometry.morphTargetsRelative?1:1-l,h=r*e;return a[h]=c,a.set(n,h+1),this}updateMorphTargets(){}dispose(){super.dispose(),this.instanceMatrix.dispose(),this.instanceColor!==null&&this.instanceColor.dispose(),this.morphTexture!==null&&(this.morphTexture.dispose(),this.morphTexture=null)}},nr=new Ni,Ey=new ze(.5,.5),ja=new Z,Ui=class{constructor(e=new Wn,t=new Wn,n=new Wn,r=new Wn,a=new Wn,l=new Wn){this.planes=[e,t,n,r,a,l]}set(e,t,n,r,a,l){let c=this.planes;return c[0].copy(e),c[1].copy(t),c[2].copy(n),c[3].copy(r),c[4].copy(a),c[5].copy(l),this}copy(e){let t=this.planes;for(let n=0;n<6;n++)t[n].copy(e.planes[n]);return this}setFromProjectionMatrix(e,t=Un,n=!1){let r=this.planes,a=e.elements,l=a[0],c=a[1],h=a[2],d=a[3],p=a[4],_=a[5],g=a[6],y=a[7],S=a[8],R=a[9],v=a[10],x=a[11],T=a[12],E=a[13],w=a[14],N=a[15];if(r[0].setComponents(d-l,y-p,x-S,N-T).normalize(),r[1].setComponents(d+l,y+p,x+S,N+T).normalize(),r[2].setComponents(d+c,y+_,x+R,N+E).normalize(),r[3].setComponents(d-c,y-_,x-R,N-E).normalize(),n)r[4].setComponents(h,g,v,w).normalize(),r[5].setComponents(d-h,y-g,x-v,N-w).normalize();else if(r[4].setComponents(d-h,y-g,x-v,N-w).normalize(),t===Un)r[5].setComponents(d+h,y+g,x+v,N+w).normalize();else if(t===Ur)r[5].setComponents(h,g,v,w).normalize();else throw new Error("THREE.Frustum.setFromProjectionMatrix(): Invalid coordinate system: "+t);return this}intersectsObject(e){if(e.boundingSphere!==void 0)e.boundingSphere===null&&e.computeBoundingSphere(),nr.copy(e.boundingSphere).applyMatrix4(e.matrixWorld);else{let t=e.geometry;t.boundingSphere===null&&t.computeBoundingSphere(),nr.copy(t.boundingSphere).applyMatrix4(e.matrixWorld)}return this.intersectsSphere(nr)}intersectsSprite(e){nr.center.set(0,0,0);let t=Ey.distanceTo(e.center);return nr.radius=.7071067811865476+t,nr.applyMatrix4(e.matrixWorld),this.intersectsSphere(nr)}intersectsSphere(e){let t=this.planes,n=e.center,r=-e.radius;for(let a=0;a<6;a++)if(t[a].distanceToPoint(n)<r)return!1;return!0}intersectsBox(e){let t=this.planes;for(let n=0;n<6;n++){let r=t[n];if(ja.x=r.normal.x>0?e.max.x:e.min.x,ja.y=r.normal.y>0?e.max.y:e.min.y,ja.z=r.normal.z>0?e.max.z:e.min.z,r.distanceToPoint(ja)<0)return!1}return!0}containsPoint(e){let t=this.planes;for(let n=0;n<6;n++)if(t[n].distanceToPoint(e)<0)return!1;return!0}clone(){return new this.constructor().copy(this)}},nd=new Rt,xo=class i{constructor(){this.coordinateSystem=Un,this._frustums=[],this._count=0}setFromArrayCamera(e){let t=e.cameras,n=this._frustums;for(let r=0;r<t.length;r++){let a=t[r];nd.multiplyMatrices(a.projectionMatrix,a.matrixWorldInverse),n[r]===void 0&&(n[r]=new Ui),n[r].setFromProjectionMatrix(nd,a.coordinateSystem,a.reversedDepth)}return this._count=t.length,this}getFrustum(e){return this._frustums[e]}intersectsObject(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsObject(e))return!0;return!1}intersectsSprite(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsSprite(e))return!0;return!1}intersectsSphere(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsSphere(e))return!0;return!1}intersectsBox(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsBox(e))return!0;return!1}containsPoint(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].containsPoint(e))return!0;return!1}copy(e){this.coordinateSystem=e.coordinateSystem;let t=this._frustums,n=e._frustums;for(let r=0;r<e._count;r++)t[r]===void 0&&(t[r]=new Ui),t[r].copy(n[r]);return this._count=e._count,this}clone(){return new i().copy(this)}};var Rs=class extends Mn{constructor(e=[],t=lr,n,r,a,l,c,h,d,p){super(e,t,n,r,a,l,c,h,d,p),this.isCubeTexture=!0,this.flipY=!1}get images(){return this.image}set images(e){this.image=e}},Cs=class extends Mn{constructor(e,t,n,r,a,l,c,h,d){super(e,t,n,r,a,l,c,h,d),this.isCanvasTexture=!0,this.needsUpdate=!0}};var Mi=class extends Mn{constructor(e,t,n=qn,r,a,l,c=on,h=on,d,p=yi,_=1){if(p!==yi&&p!==wi)throw new Error("THREE.DepthTexture: format must be either THREE.DepthFormat or THREE.DepthStencilFormat");let g={width:e,height:t,depth:_};super(g,r,a,l,c,h,p,n,d),this.isDepthTexture=!0,this.flipY=!1,this.generateMipmaps=!1,this.compareFunction=null}copy(e){return super.copy(e),this.source=new Br(Object.assign({},e.image)),this.compareFunction=e.compareFunction,this}toJSON(e){let t=super.toJSON(e);return t.compareFunction=this.compareFunction,t}},Ps=class extends Mi{constructor(e,t=qn,n=lr,r,a,l=on,c=on,h,d=yi){let p={width:e,height:e,depth:1},_=[p,p,p,p,p,p];super(e,e,t,n,r,a,l,c,h,d),this.image=_,this.isCubeDepthTexture=!0,this.isCubeTexture=!0}get images(){return this.image}set images(e){this.image=e}},Is=class extends Mn{constructor(e=null){super(),this.sourceTexture=e,this.isExternalTexture=!0}copy(e){return super.copy(e),this.sourceTexture=e.sourceTexture,this}},Oi=class i extends un{constructor(e=1,t=1,n=1,r=1,a=1,l=1){super(),this.type="BoxGeometry",this.parameters={width:e,height:t,depth:n,widthSegments:r,heightSegments:a,depthSegments:l};let c=this;r=Math.floor(r),a=Math.floor(a),l=Math.floor(l);let h=[],d=[],p=[],_=[],g=0,y=0;S("z","y","x",-1,-1,n,t,e,l,a,0),S("z","y","x",1,-1,n,t,-e,l,a,1),S("x","z","y",1,1,e,n,t,r,l,2),S("x","z","y",1,-1,e,n,-t,r,l,3),S("x","y","z",1,-1,e,t,n,r,a,4),S("x","y","z",-1,-1,e,t,-n,r,a,5),this.setIndex(h),this.setAttribute("position",new Ut(d,3)),this.setAttribute("normal",new Ut(p,3)),this.setAttribute("uv",new Ut(_,2));function S(R,v,x,T,E,w,N,F,b,D,W){let z=w/b,B=N/D,X=w/2,K=N/2,k=F/2,ee=b+1,G=D+1,j=0,fe=0,ne=new Z;for(let V=0;V<G;V++){let _e=V*B-K;for(let We=0;We<ee;We++){let rt=We*z-X;ne[R]=rt*T,ne[v]=_e*E,ne[x]=k,d.push(ne.x,ne.y,ne.z),ne[R]=0,ne[v]=0,ne[x]=F>0?1:-1,p.push(ne.x,ne.y,ne.z),_.push(We/b),_.push(1-V/D),j+=1}}for(let V=0;V<D;V++)for(let _e=0;_e<b;_e++){let We=g+_e+ee*V,rt=g+_e+ee*(V+1),ue=g+(_e+1)+ee*(V+1),Ne=g+(_e+1)+ee*V;h.push(We,rt,Ne),h.push(rt,ue,Ne),fe+=6}c.addGroup(y,fe,W),y+=fe,g+=j}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.width,e.height,e.depth,e.widthSegments,e.heightSegments,e.depthSegments)}},zr=class i extends un{constructor(e=1,t=1,n=4,r=8,a=1){super(),this.type="CapsuleGeometry",this.parameters={radius:e,height:t,capSegments:n,radialSegments:r,heightSegments:a},t=Math.max(0,t),n=Math.max(1,Math.floor(n)),r=Math.max(3,Math.floor(r)),a=Math.max(1,Math.floor(a));let l=[],c=[],h=[],d=[],p=t/2,_=Math.PI/2*e,g=t,y=2*_+g,S=n*2+a,R=r+1,v=new Z,x=new Z;for(let T=0;T<=S;T++){let E=0,w=0,N=0,F=0;if(T<=n){let W=T/n,z=W*Math.PI/2;w=-p-e*Math.cos(z),N=e*Math.sin(z),F=-e*Math.cos(z),E=W*_}else if(T<=n+a){let W=(T-n)/a;w=-p+W*t,N=e,F=0,E=_+W*g}else{let W=(T-n-a)/n,z=W*Math.PI/2;w=p+e*Math.sin(z),N=e*Math.cos(z),F=e*Math.sin(z),E=_+g+W*_}let b=Math.max(0,Math.min(1,E/y)),D=0;T===0?D=.5/r:T===S&&(D=-.5/r);for(let W=0;W<=r;W++){let z=W/r,B=z*Math.PI*2,X=Math.sin(B),K=Math.cos(B);x.x=-N*K,x.y=w,x.z=N*X,c.push(x.x,x.y,x.z),v.set(-N*K,F,N*X),v.normalize(),h.push(v.x,v.y,v.z),d.push(z+D,b)}if(T>0){let W=(T-1)*R;for(let z=0;z<r;z++){let B=W+z,X=W+z+1,K=T*R+z,k=T*R+z+1;l.push(B,X,K),l.push(X,k,K)}}}this.setIndex(l),this.setAttribute("position",new Ut(c,3)),this.setAttribute("normal",new Ut(h,3)),this.setAttribute("uv",new Ut(d,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.radius,e.height,e.capSegments,e.radialSegments,e.heightSegments)}};var Ls=class i extends un{constructor(e=1,t=1,n=1,r=32,a=1,l=!1,c=0,h=Math.PI*2){super(),this.type="CylinderGeometry",this.parameters={radiusTop:e,radiusBottom:t,height:n,radialSegments:r,heightSegments:a,openEnded:l,thetaStart:c,thetaLength:h};let d=this;r=Math.floor(r),a=Math.floor(a);let p=[],_=[],g=[],y=[],S=0,R=[],v=n/2,x=0;T(),l===!1&&(e>0&&E(!0),t>0&&E(!1)),this.setIndex(p),this.setAttribute("position",new Ut(_,3)),this.setAttribute("normal",new Ut(g,3)),this.setAttribute("uv",new Ut(y,2));function T(){let w=new Z,N=new Z,F=0,b=(t-e)/n;for(let D=0;D<=a;D++){let W=[],z=D/a,B=z*(t-e)+e;for(let X=0;X<=r;X++){let K=X/r,k=K*h+c,ee=Math.sin(k),G=Math.cos(k);N.x=B*ee,N.y=-z*n+v,N.z=B*G,_.push(N.x,N.y,N.z),w.set(ee,b,G).normalize(),g.push(w.x,w.y,w.z),y.push(K,1-z),W.push(S++)}R.push(W)}for(let D=0;D<r;D++)for(let W=0;W<a;W++){let z=R[W][D],B=R[W+1][D],X=R[W+1][D+1],K=R[W][D+1];(e>0||W!==0)&&(p.push(z,B,K),F+=3),(t>0||W!==a-1)&&(p.push(B,X,K),F+=3)}d.addGroup(x,F,0),x+=F}function E(w){let N=S,F=new ze,b=new Z,D=0,W=w===!0?e:t,z=w===!0?1:-1;for(let X=1;X<=r;X++)_.push(0,v*z,0),g.push(0,z,0),y.push(.5,.5),S++;let B=S;for(let X=0;X<=r;X++){let k=X/r*h+c,ee=Math.cos(k),G=Math.sin(k);b.x=W*G,b.y=v*z,b.z=W*ee,_.push(b.x,b.y,b.z),g.push(0,z,0),F.x=ee*.5+.5,F.y=G*.5*z+.5,y.push(F.x,F.y),S++}for(let X=0;X<r;X++){let K=N+X,k=B+X;w===!0?p.push(k,k+1,K):p.push(k+1,k,K),D+=3}d.addGroup(x,D,w===!0?1:2),x+=D}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.radiusTop,e.radiusBottom,e.height,e.radialSegments,e.heightSegments,e.openEnded,e.thetaStart,e.thetaLength)}};var Pn=class{constructor(){this.type="Curve",this.arcLengthDivisions=200,this.needsUpdate=!1,this.cacheArcLengths=null}getPoint(){it("Curve: .getPoint() not implemented.")}getPointAt(e,t){let n=this.getUtoTmapping(e);return this.getPoint(n,t)}getPoints(e=5){let t=[];for(let n=0;n<=e;n++)t.push(this.getPoint(n/e));return t}getSpacedPoints(e=5){let t=[];for(let n=0;n<=e;n++)t.push(this.getPointAt(n/e));return t}getLength(){let e=this.getLengths();return e[e.length-1]}getLengths(e=this.arcLengthDivisions){if(this.cacheArcLengths&&this.cacheArcLengths.length===e+1&&!this.needsUpdate)return this.cacheArcLengths;this.needsUpdate=!1;let t=[],n,r=this.getPoint(0),a=0;t.push(0);for(let l=1;l<=e;l++)n=this.getPoint(l/e),a+=n.distanceTo(r),t.push(a),r=n;return this.cacheArcLengths=t,t}updateArcLengths(){this.needsUpdate=!0,this.getLengths()}getUtoTmapping(e,t=null){let n=this.getLengths(),r=0,a=n.length,l;t?l=t:l=e*n[a-1];let c=0,h=a-1,d;for(;c<=h;)if(r=Math.floor(c+(h-c)/2),d=n[r]-l,d<0)c=r+1;else if(d>0)h=r-1;else{h=r;break}if(r=h,n[r]===l)return r/(a-1);let p=n[r],g=n[r+1]-p,y=(l-p)/g;return(r+y)/(a-1)}getTangent(e,t){let r=e-1e-4,a=e+1e-4;r<0&&(r=0),a>1&&(a=1);let l=this.getPoint(r),c=this.getPoint(a),h=t||(l.isVector2?new ze:new Z);return h.copy(c).sub(l).normalize(),h}getTangentAt(e,t){let n=this.getUtoTmapping(e);return this.getTangent(n,t)}computeFrenetFrames(e,t=!1){let n=new Z,r=[],a=[],l=[],c=new Z,h=new Rt;for(let y=0;y<=e;y++){let S=y/e;r[y]=this.getTangentAt(S,new Z)}a[0]=new Z,l[0]=new Z;let d=Number.MAX_VALUE,p=Math.abs(r[0].x),_=Math.abs(r[0].y),g=Math.abs(r[0].z);p<=d&&(d=p,n.set(1,0,0)),_<=d&&(d=_,n.set(0,1,0)),g<=d&&n.set(0,0,1),c.crossVectors(r[0],n).normalize(),a[0].crossVectors(r[0],c),l[0].crossVectors(r[0],a[0]);for(let y=1;y<=e;y++){if(a[y]=a[y-1].clone(),l[y]=l[y-1].clone(),c.crossVectors(r[y-1],r[y]),c.length()>Number.EPSILON){c.normalize();let S=Math.acos(vt(r[y-1].dot(r[y]),-1,1));a[y].applyMatrix4(h.makeRotationAxis(c,S))}l[y].crossVectors(r[y],a[y])}if(t===!0){let y=Math.acos(vt(a[0].dot(a[e]),-1,1));y/=e,r[0].dot(c.crossVectors(a[0],a[e]))>0&&(y=-y);for(let S=1;S<=e;S++)a[S].applyMatrix4(h.makeRotationAxis(r[S],y*S)),l[S].crossVectors(r[S],a[S])}return{tangents:r,normals:a,binormals:l}}clone(){return new this.constructor().copy(this)}copy(e){return this.arcLengthDivisions=e.arcLengthDivisions,this.cacheArcLengths=null,this}toJSON(){let e={metadata:{version:4.7,type:"Curve",generator:"Curve.toJSON"}};return e.arcLengthDivisions=this.arcLengthDivisions,e.type=this.type,e}fromJSON(e){return this.arcLengthDivisions=e.arcLengthDivisions,this.cacheArcLengths=null,this}},Gr=class extends Pn{constructor(e=0,t=0,n=1,r=1,a=0,l=Math.PI*2,c=!1,h=0){super(),this.isEllipseCurve=!0,this.type="EllipseCurve",this.aX=e,this.aY=t,this.xRadius=n,this.yRadius=r,this.aStartAngle=a,this.aEndAngle=l,this.aClockwise=c,this.aRotation=h}getPoint(e,t=new ze){let n=t,r=Math.PI*2,a=this.aEndAngle-this.aStartAngle,l=Math.abs(a)<Number.EPSILON;for(;a<0;)a+=r;for(;a>r;)a-=r;a<Number.EPSILON&&(l?a=0:a=r),this.aClockwise===!0&&!l&&(a===r?a=-r:a=a-r);let c=this.aStartAngle+e*a,h=this.aX+this.xRadius*Math.cos(c),d=this.aY+this.yRadius*Math.sin(c);if(this.aRotation!==0){let p=Math.cos(this.aRotation),_=Math.sin(this.aRotation),g=h-this.aX,y=d-this.aY;h=g*p-y*_+this.aX,d=g*_+y*p+this.aY}return n.set(h,d)}copy(e){return super.copy(e),this.aX=e.aX,this.aY=e.aY,this.xRadius=e.xRadius,this.yRadius=e.yRadius,this.aStartAngle=e.aStartAngle,this.aEndAngle=e.aEndAngle,this.aClockwise=e.aClockwise,this.aRotation=e.aRotation,this}toJSON(){let e=super.toJSON();return e.aX=this.aX,e.aY=this.aY,e.xRadius=this.xRadius,e.yRadius=this.yRadius,e.aStartAngle=this.aStartAngle,e.aEndAngle=this.aEndAngle,e.aClockwise=this.aClockwise,e.aRotation=this.aRotation,e}fromJSON(e){return super.fromJSON(e),this.aX=e.aX,this.aY=e.aY,this.xRadius=e.xRadius,this.yRadius=e.yRadius,this.aStartAngle=e.aStartAngle,this.aEndAngle=e.aEndAngle,this.aClockwise=e.aClockwise,this.aRotation=e.aRotation,this}},So=class extends Gr{constructor(e,t,n,r,a,l){super(e,t,n,n,r,a,l),this.isArcCurve=!0,this.type="ArcCurve"}};function _u(){let i=0,e=0,t=0,n=0;function r(a,l,c,h){i=a,e=c,t=-3*a+3*l-2*c-h,n=2*a-2*l+c+h}return{initCatmullRom:function(a,l,c,h,d){r(l,c,d*(c-a),d*(h-l))},initNonuniformCatmullRom:function(a,l,c,h,d,p,_){let g=(l-a)/d-(c-a)/(d+p)+(c-l)/p,y=(c-l)/p-(h-l)/(p+_)+(h-c)/_;g*=p,y*=p,r(l,c,g,y)},calc:function(a){let l=a*a,c=l*a;return i+e*a+t*l+n*c}}}var id=new Z,rd=new Z,Pc=new _u,Ic=new _u,Lc=new _u,Mo=class extends Pn{constructor(e=[],t=!1,n="centripetal",r=.5){super(),this.isCatmullRomCurve3=!0,this.type="CatmullRomCurve3",this.points=e,this.closed=t,this.curveType=n,this.tension=r}getPoint(e,t=new Z){let n=t,r=this.points,a=r.length,l=(a-(this.closed?0:1))*e,c=Math.floor(l),h=l-c;this.closed?c+=c>0?0:(Math.floor(Math.abs(c)/a)+1)*a:h===0&&c===a-1&&(c=a-2,h=1);let d,p;this.closed||c>0?d=r[(c-1)%a]:(rd.subVectors(r[0],r[1]).add(r[0]),d=rd);let _=r[c%a],g=r[(c+1)%a];if(this.closed||c+2<a?p=r[(c+2)%a]:(id.subVectors(r[a-1],r[a-2]).add(r[a-1]),p=id),this.curveType==="centripetal"||this.curveType==="chordal"){let y=this.curveType==="chordal"?.5:.25,S=Math.pow(d.distanceToSquared(_),y),R=Math.pow(_.distanceToSquared(g),y),v=Math.pow(g.distanceToSquared(p),y);R<1e-4&&(R=1),S<1e-4&&(S=R),v<1e-4&&(v=R),Pc.initNonuniformCatmullRom(d.x,_.x,g.x,p.x,S,R,v),Ic.initNonuniformCatmullRom(d.y,_.y,g.y,p.y,S,R,v),Lc.initNonuniformCatmullRom(d.z,_.z,g.z,p.z,S,R,v)}else this.curveType==="catmullrom"&&(Pc.initCatmullRom(d.x,_.x,g.x,p.x,this.tension),Ic.initCatmullRom(d.y,_.y,g.y,p.y,this.tension),Lc.initCatmullRom(d.z,_.z,g.z,p.z,this.tension));return n.set(Pc.calc(h),Ic.calc(h),Lc.calc(h)),n}copy(e){super.copy(e),this.points=[];for(let t=0,n=e.points.length;t<n;t++){let r=e.points[t];this.points.push(r.clone())}return this.closed=e.closed,this.curveType=e.curveType,this.tension=e.tension,this}toJSON(){let e=super.toJSON();e.points=[];for(let t=0,n=this.points.length;t<n;t++){let r=this.points[t];e.points.push(r.toArray())}return e.closed=this.closed,e.curveType=this.curveType,e.tension=this.tension,e}fromJSON(e){super.fromJSON(e),this.points=[];for(let t=0,n=e.points.length;t<n;t++){let r=e.points[t];this.points.push(new Z().fromArray(r))}return this.closed=e.closed,this.curveType=e.curveType,this.tension=e.tension,this}};function sd(i,e,t,n,r){let a=(n-e)*.5,l=(r-t)*.5,c=i*i,h=i*c;return(2*t-2*n+a+l)*h+(-3*t+3*n-2*a-l)*c+a*i+t}function Ty(i,e){let t=1-i;return t*t*e}function Ay(i,e){return 2*(1-i)*i*e}function Ry(i,e){return i*i*e}function fs(i,e,t,n){return Ty(i,e)+Ay(i,t)+Ry(i,n)}function Cy(i,e){let t=1-i;return t*t*t*e}function Py(i,e){let t=1-i;return 3*t*t*i*e}function Iy(i,e){return 3*(1-i)*i*i*e}function Ly(i,e){return i*i*i*e}function ps(i,e,t,n,r){return Cy(i,e)+Py(i,t)+Iy(i,n)+Ly(i,r)}var Ds=class extends Pn{constructor(e=new ze,t=new ze,n=new ze,r=new ze){super(),this.isCubicBezierCurve=!0,this.type="CubicBezierCurve",this.v0=e,this.v1=t,this.v2=n,this.v3=r}getPoint(e,t=new ze){let n=t,r=this.v0,a=this.v1,l=this.v2,c=this.v3;return n.set(ps(e,r.x,a.x,l.x,c.x),ps(e,r.y,a.y,l.y,c.y)),n}copy(e){return super.copy(e),this.v0.copy(e.v0),this.v1.copy(e.v1),this.v2.copy(e.v2),this.v3.copy(e.v3),this}toJSON(){let e=super.toJSON();return e.v0=this.v0.toArray(),e.v1=this.v1.toArray(),e.v2=this.v2.toArray(),e.v3=this.v3.toArray(),e}fromJSON(e){return super.fromJSON(e),this.v0.fromArray(e.v0),this.v1.fromArray(e.v1),this.v2.fromArray(e.v2),this.v3.fromArray(e.v3),this}},bo=class extends Pn{constructor(e=new Z,t=new Z,n=new Z,r=new Z){super(),this.isCubicBezierCurve3=!0,this.type="CubicBezierCurve3",this.v0=e,this.v1=t,this.v2=n,this.v3=r}getPoint(e,t=new Z){let n=t,r=this.v0,a=this.v1,l=this.v2,c=this.v3;return n.set(ps(e,r.x,a.x,l.x,c.x),ps(e,r.y,a.y,l.y,c.y),ps(e,r.z,a.z,l.z,c.z)),n}copy(e){return super.copy(e),this.v0.copy(e.v0),this.v1.copy(e.v1),this.v2.copy(e.v2),this.v3.copy(e.v3),this}toJSON(){let e=super.toJSON();return e.v0=this.v0.toArray(),e.v1=this.v1.toArray(),e.v2=this.v2.toArray(),e.v3=this.v3.toArray(),e}fromJSON(e){return super.fromJSON(e),this.v0.fromArray(e.v0),this.v1.fromArray(e.v1),this.v2.fromArray(e.v2),this.v3.fromArray(e.v3),this}},Fs=class extends Pn{constructor(e=new ze,t=new ze){super(),this.isLineCurve=!0,this.type="LineCurve",this.v1=e,this.v2=t}getPoint(e,t=new ze){let n=t;return e===1?n.copy(this.v2):(n.copy(this.v2).sub(this.v1),n.multiplyScalar(e).add(this.v1)),n}getPointAt(e,t){return this.getPoint(e,t)}getTangent(e,t=new ze){return t.subVectors(this.v2,this.v1).normalize()}getTangentAt(e,t){return this.getTangent(e,t)}copy(e){return super.copy(e),this.v1.copy(e.v1),this.v2.copy(e.v2),this}toJSON(){let e=super.toJSON();return e.v1=this.v1.toArray(),e.v2=this.v2.toArray(),e}fromJSON(e){return super.fromJSON(e),this.v1.fromArray(e.v1),this.v2.fromArray(e.v2),this}},wo=class extends Pn{constructor(e=new Z,t=new Z){super(),this.isLineCurve3=!0,this.type="LineCurve3",this.v1=e,this.v2=t}getPoint(e,t=new Z){let n=t;return e===1?n.copy(this.v2):(n.copy(this.v2).sub(this.v1),n.multiplyScalar(e).add(this.v1)),n}getPointAt(e,t){return this.getPoint(e,t)}getTangent(e,t=new Z){return t.subVectors(this.v2,this.v1).normalize()}getTangentAt(e,t){return this.getTangent(e,t)}copy(e){return super.copy(e),this.v1.copy(e.v1),this.v2.copy(e.v2),this}toJSON(){let e=super.toJSON();return e.v1=this.v1.toArray(),e.v2=this.v2.toArray(),e}fromJSON(e){return super.fromJSON(e),this.v1.fromArray(e.v1),this.v2.fromArray(e.v2),this}},Ns=class extends Pn{constructor(e=new ze,t=new ze,n=new ze){super(),this.isQuadraticBezierCurve=!0,this.type="QuadraticBezierCurve",this.v0=e,this.v1=t,this.v2=n}getPoint(e,t=new ze){let n=t,r=this.v0,a=this.v1,l=this.v2;return n.set(fs(e,r.x,a.x,l.x),fs(e,r.y,a.y,l.y)),n}copy(e){return super.copy(e),this.v0.copy(e.v0),this.v1.copy(e.v1),this.v2.copy(e.v2),this}toJSON(){let e=super.toJSON();return e.v0=this.v0.toArray(),e.v1=this.v1.toArray(),e.v2=this.v2.toArray(),e}fromJSON(e){return super.fromJSON(e),this.v0.fromArray(e.v0),this.v1.fromArray(e.v1),this.v2.fromArray(e.v2),this}},Eo=class extends Pn{constructor(e=new Z,t=new Z,n=new Z){super(),this.isQuadraticBezierCurve3=!0,this.type="QuadraticBezierCurve3",this.v0=e,this.v1=t,this.v2=n}getPoint(e,t=new Z){let n=t,r=this.v0,a=this.v1,l=this.v2;return n.set(fs(e,r.x,a.x,l.x),fs(e,r.y,a.y,l.y),fs(e,r.z,a.z,l.z)),n}copy(e){return super.copy(e),this.v0.copy(e.v0),this.v1.copy(e.v1),this.v2.copy(e.v2),this}toJSON(){let e=super.toJSON();return e.v0=this.v0.toArray(),e.v1=this.v1.toArray(),e.v2=this.v2.toArray(),e}fromJSON(e){return super.fromJSON(e),this.v0.fromArray(e.v0),this.v1.fromArray(e.v1),this.v2.fromArray(e.v2),this}},Us=class extends Pn{constructor(e=[]){super(),this.isSplineCurve=!0,this.type="SplineCurve",this.points=e}getPoint(e,t=new ze){let n=t,r=this.points,a=(r.length-1)*e,l=Math.floor(a),c=a-l,h=r[l===0?l:l-1],d=r[l],p=r[l>r.length-2?r.length-1:l+1],_=r[l>r.length-3?r.length-1:l+2];return n.set(sd(c,h.x,d.x,p.x,_.x),sd(c,h.y,d.y,p.y,_.y)),n}copy(e){super.copy(e),this.points=[];for(let t=0,n=e.points.length;t<n;t++){let r=e.points[t];this.points.push(r.clone())}return this}toJSON(){let e=super.toJSON();e.points=[];for(let t=0,n=this.points.length;t<n;t++){let r=this.points[t];e.points.push(r.toArray())}return e}fromJSON(e){super.fromJSON(e),this.points=[];for(let t=0,n=e.points.length;t<n;t++){let r=e.points[t];this.points.push(new ze().fromArray(r))}return this}},ad=Object.freeze({__proto__:null,ArcCurve:So,CatmullRomCurve3:Mo,CubicBezierCurve:Ds,CubicBezierCurve3:bo,EllipseCurve:Gr,LineCurve:Fs,LineCurve3:wo,QuadraticBezierCurve:Ns,QuadraticBezierCurve3:Eo,SplineCurve:Us}),To=class extends Pn{constructor(){super(),this.type="CurvePath",this.curves=[],this.autoClose=!1,this.cacheLengths=null}add(e){this.curves.push(e)}closePath(){let e=this.curves[0].getPoint(0),t=this.curves[this.curves.length-1].getPoint(1);if(!e.equals(t)){let n=e.isVector2===!0?"LineCurve":"LineCurve3";this.curves.push(new ad[n](t,e))}return this}getPoint(e,t){let n=e*this.getLength(),r=this.getCurveLengths(),a=0;for(;a<r.length;){if(r[a]>=n){let l=r[a]-n,c=this.curves[a],h=c.getLength(),d=h===0?0:1-l/h;return c.getPointAt(d,t)}a++}return null}getLength(){let e=this.getCurveLengths();return e[e.length-1]}updateArcLengths(){this.needsUpdate=!0,this.cacheLengths=null,this.getCurveLengths()}getCurveLengths(){if(this.cacheLengths&&this.cacheLengths.length===this.curves.length)return this.cacheLengths;let e=[],t=0;for(let n=0,r=this.curves.length;n<r;n++)t+=this.curves[n].getLength(),e.push(t);return this.cacheLengths=e,e}getSpacedPoints(e=40){let t=[];for(let n=0;n<=e;n++)t.push(this.getPoint(n/e));return this.autoClose&&t.push(t[0]),t}getPoints(e=12){let t=[],n;for(let r=0,a=this.curves;r<a.length;r++){let l=a[r],c=l.isEllipseCurve?e*2:l.isLineCurve||l.isLineCurve3?1:l.isSplineCurve?e*l.points.length:e,h=l.getPoints(c);for(let d=0;d<h.length;d++){let p=h[d];n&&n.equals(p)||(t.push(p),n=p)}}return this.autoClose&&t.length>1&&!t[t.length-1].equals(t[0])&&t.push(t[0]),t}copy(e){super.copy(e),this.curves=[];for(let t=0,n=e.curves.length;t<n;t++){let r=e.curves[t];this.curves.push(r.clone())}return this.autoClose=e.autoClose,this.cacheLengths=null,this}toJSON(){let e=super.toJSON();e.autoClose=this.autoClose,e.curves=[];for(let t=0,n=this.curves.length;t<n;t++){let r=this.curves[t];e.curves.push(r.toJSON())}return e}fromJSON(e){super.fromJSON(e),this.autoClose=e.autoClose,this.curves=[];for(let t=0,n=e.curves.length;t<n;t++){let r=e.curves[t];this.curves.push(new ad[r.type]().fromJSON(r))}return this.cacheLengths=null,this}},Os=class extends To{constructor(e){super(),this.type="Path",this.currentPoint=new ze,e&&this.setFromPoints(e)}setFromPoints(e){this.moveTo(e[0].x,e[0].y);for(let t=1,n=e.length;t<n;t++)this.lineTo(e[t].x,e[t].y);return this}moveTo(e,t){return this.currentPoint.set(e,t),this}lineTo(e,t){let n=new Fs(this.currentPoint.clone(),new ze(e,t));return this.curves.push(n),this.currentPoint.set(e,t),this}quadraticCurveTo(e,t,n,r){let a=new Ns(this.currentPoint.clone(),new ze(e,t),new ze(n,r));return this.curves.push(a),this.currentPoint.set(n,r),this}bezierCurveTo(e,t,n,r,a,l){let c=new Ds(this.currentPoint.clone(),new ze(e,t),new ze(n,r),new ze(a,l));return this.curves.push(c),this.currentPoint.set(a,l),this}splineThru(e){let t=[this.currentPoint.clone()].concat(e),n=new Us(t);return this.curves.push(n),this.currentPoint.copy(e[e.length-1]),this}arc(e,t,n,r,a,l){let c=this.currentPoint.x,h=this.currentPoint.y;return this.absarc(e+c,t+h,n,r,a,l),this}absarc(e,t,n,r,a,l){return this.absellipse(e,t,n,n,r,a,l),this}ellipse(e,t,n,r,a,l,c,h){let d=this.currentPoint.x,p=this.currentPoint.y;return this.absellipse(e+d,t+p,n,r,a,l,c,h),this}absellipse(e,t,n,r,a,l,c,h){let d=new Gr(e,t,n,r,a,l,c,h);if(this.curves.length>0){let _=d.getPoint(0);_.equals(this.currentPoint)||this.lineTo(_.x,_.y)}this.curves.push(d);let p=d.getPoint(1);return this.currentPoint.copy(p),this}copy(e){return super.copy(e),this.currentPoint.copy(e.currentPoint),this}toJSON(){let e=super.toJSON();return e.currentPoint=this.currentPoint.toArray(),e}fromJSON(e){return super.fromJSON(e),this.currentPoint.fromArray(e.currentPoint),this}},Vr=class extends Os{constructor(e){super(e),this.uuid=Jr(),this.type="Shape",this.holes=[]}getPointsHoles(e){let t=[];for(let n=0,r=this.holes.length;n<r;n++)t[n]=this.holes[n].getPoints(e);return t}extractPoints(e){return{shape:this.getPoints(e),holes:this.getPointsHoles(e)}}copy(e){super.copy(e),this.holes=[];for(let t=0,n=e.holes.length;t<n;t++){let r=e.holes[t];this.holes.push(r.clone())}return this}toJSON(){let e=super.toJSON();e.uuid=this.uuid,e.holes=[];for(let t=0,n=this.holes.length;t<n;t++){let r=this.holes[t];e.holes.push(r.toJSON())}return e}fromJSON(e){super.fromJSON(e),this.uuid=e.uuid,this.holes=[];for(let t=0,n=e.holes.length;t<n;t++){let r=e.holes[t];this.holes.push(new Os().fromJSON(r))}return this}};function Dy(i,e,t=2){let n=e&&e.length,r=n?e[0]*t:i.length,a=nf(i,0,r,t,!0),l=[];if(!a||a.next===a.prev)return l;let c,h,d;if(n&&(a=By(i,e,a,t)),i.length>80*t){c=i[0],h=i[1];let p=c,_=h;for(let g=t;g<r;g+=t){let y=i[g],S=i[g+1];y<c&&(c=y),S<h&&(h=S),y>p&&(p=y),S>_&&(_=S)}d=Math.max(p-c,_-h),d=d!==0?32767/d:0}return Bs(a,l,t,c,h,d,0),l}function nf(i,e,t,n,r){let a;if(r===Jy(i,e,t,n)>0)for(let l=e;l<t;l+=n)a=od(l/n|0,i[l],i[l+1],a);else for(let l=t-n;l>=e;l-=n)a=od(l/n|0,i[l],i[l+1],a);return a&&Hr(a,a.next)&&(zs(a),a=a.next),a}function ir(i,e){if(!i)return i;e||(e=i);let t=i,n;do if(n=!1,!t.steiner&&(Hr(t,t.next)||Wt(t.prev,t,t.next)===0)){if(zs(t),t=e=t.prev,t===t.next)break;n=!0}else t=t.next;while(n||t!==e);return e}function Bs(i,e,t,n,r,a,l){if(!i)return;!l&&a&&Hy(i,n,r,a);let c=i;for(;i.prev!==i.next;){let h=i.prev,d=i.next;if(a?Ny(i,n,r,a):Fy(i)){e.push(h.i,i.i,d.i),zs(i),i=d.next,c=d.next;continue}if(i=d,i===c){l?l===1?(i=Uy(ir(i),e),Bs(i,e,t,n,r,a,2)):l===2&&Oy(i,e,t,n,r,a):Bs(ir(i),e,t,n,r,a,1);break}}}function Fy(i){let e=i.prev,t=i,n=i.next;if(Wt(e,t,n)>=0)return!1;let r=e.x,a=t.x,l=n.x,c=e.y,h=t.y,d=n.y,p=Math.min(r,a,l),_=Math.min(c,h,d),g=Math.max(r,a,l),y=Math.max(c,h,d),S=n.next;for(;S!==e;){if(S.x>=p&&S.x<=g&&S.y>=_&&S.y<=y&&hs(r,c,a,h,l,d,S.x,S.y)&&Wt(S.prev,S,S.next)>=0)return!1;S=S.next}return!0}function Ny(i,e,t,n){let r=i.prev,a=i,l=i.next;if(Wt(r,a,l)>=0)return!1;let c=r.x,h=a.x,d=l.x,p=r.y,_=a.y,g=l.y,y=Math.min(c,h,d),S=Math.min(p,_,g),R=Math.max(c,h,d),v=Math.max(p,_,g),x=Bc(y,S,e,t,n),T=Bc(R,v,e,t,n),E=i.prevZ,w=i.nextZ;for(;E&&E.z>=x&&w&&w.z<=T;){if(E.x>=y&&E.x<=R&&E.y>=S&&E.y<=v&&E!==r&&E!==l&&hs(c,p,h,_,d,g,E.x,E.y)&&Wt(E.prev,E,E.next)>=0||(E=E.prevZ,w.x>=y&&w.x<=R&&w.y>=S&&w.y<=v&&w!==r&&w!==l&&hs(c,p,h,_,d,g,w.x,w.y)&&Wt(w.prev,w,w.next)>=0))return!1;w=w.nextZ}for(;E&&E.z>=x;){if(E.x>=y&&E.x<=R&&E.y>=S&&E.y<=v&&E!==r&&E!==l&&hs(c,p,h,_,d,g,E.x,E.y)&&Wt(E.prev,E,E.next)>=0)return!1;E=E.prevZ}for(;w&&w.z<=T;){if(w.x>=y&&w.x<=R&&w.y>=S&&w.y<=v&&w!==r&&w!==l&&hs(c,p,h,_,d,g,w.x,w.y)&&Wt(w.prev,w,w.next)>=0)return!1;w=w.nextZ}return!0}function Uy(i,e){let t=i;do{let n=t.prev,r=t.next.next;!Hr(n,r)&&sf(n,t,t.next,r)&&ks(n,r)&&ks(r,n)&&(e.push(n.i,t.i,r.i),zs(t),zs(t.next),t=i=r),t=t.next}while(t!==i);return ir(t)}function Oy(i,e,t,n,r,a){let l=i;do{let c=l.next.next;for(;c!==l.prev;){if(l.i!==c.i&&$y(l,c)){let h=af(l,c);l=ir(l,l.next),h=ir(h,h.next),Bs(l,e,t,n,r,a,0),Bs(h,e,t,n,r,a,0);return}c=c.next}l=l.next}while(l!==i)}function By(i,e,t,n){let r=[];for(let a=0,l=e.length;a<l;a++){let c=e[a]*n,h=a<l-1?e[a+1]*n:i.length,d=nf(i,c,h,n,!1);d===d.next&&(d.steiner=!0),r.push(Xy(d))}r.sort(ky);for(let a=0;a<r.length;a++)t=zy(r[a],t);return t}function ky(i,e){let t=i.x-e.x;if(t===0&&(t=i.y-e.y,t===0)){let n=(i.next.y-i.y)/(i.next.x-i.x),r=(e.next.y-e.y)/(e.next.x-e.x);t=n-r}return t}function zy(i,e){let t=Gy(i,e);if(!t)return e;let n=af(t,i);return ir(n,n.next),ir(t,t.next)}function Gy(i,e){let t=e,n=i.x,r=i.y,a=-1/0,l;if(Hr(i,t))return t;do{if(Hr(i,t.next))return t.next;if(r<=t.y&&r>=t.next.y&&t.next.y!==t.y){let _=t.x+(r-t.y)*(t.next.x-t.x)/(t.next.y-t.y);if(_<=n&&_>a&&(a=_,l=t.x<t.next.x?t:t.next,_===n))return l}t=t.next}while(t!==e);if(!l)return null;let c=l,h=l.x,d=l.y,p=1/0;t=l;do{if(n>=t.x&&t.x>=h&&n!==t.x&&rf(r<d?n:a,r,h,d,r<d?a:n,r,t.x,t.y)){let _=Math.abs(r-t.y)/(n-t.x);ks(t,i)&&(_<p||_===p&&(t.x>l.x||t.x===l.x&&Vy(l,t)))&&(l=t,p=_)}t=t.next}while(t!==c);return l}function Vy(i,e){return Wt(i.prev,i,e.prev)<0&&Wt(e.next,i,i.next)<0}function Hy(i,e,t,n){let r=i;do r.z===0&&(r.z=Bc(r.x,r.y,e,t,n)),r.prevZ=r.prev,r.nextZ=r.next,r=r.next;while(r!==i);r.prevZ.nextZ=null,r.prevZ=null,Wy(r)}function Wy(i){let e,t=1;do{let n=i,r;i=null;let a=null;for(e=0;n;){e++;let l=n,c=0;for(let d=0;d<t&&(c++,l=l.nextZ,!!l);d++);let h=t;for(;c>0||h>0&&l;)c!==0&&(h===0||!l||n.z<=l.z)?(r=n,n=n.nextZ,c--):(r=l,l=l.nextZ,h--),a?a.nextZ=r:i=r,r.prevZ=a,a=r;n=l}a.nextZ=null,t*=2}while(e>1);return i}function Bc(i,e,t,n,r){return i=(i-t)*r|0,e=(e-n)*r|0,i=(i|i<<8)&16711935,i=(i|i<<4)&252645135,i=(i|i<<2)&858993459,i=(i|i<<1)&1431655765,e=(e|e<<8)&16711935,e=(e|e<<4)&252645135,e=(e|e<<2)&858993459,e=(e|e<<1)&1431655765,i|e<<1}function Xy(i){let e=i,t=i;do(e.x<t.x||e.x===t.x&&e.y<t.y)&&(t=e),e=e.next;while(e!==i);return t}function rf(i,e,t,n,r,a,l,c){return(r-l)*(e-c)>=(i-l)*(a-c)&&(i-l)*(n-c)>=(t-l)*(e-c)&&(t-l)*(a-c)>=(r-l)*(n-c)}function hs(i,e,t,n,r,a,l,c){return!(i===l&&e===c)&&rf(i,e,t,n,r,a,l,c)}function $y(i,e){return i.next.i!==e.i&&i.prev.i!==e.i&&!qy(i,e)&&(ks(i,e)&&ks(e,i)&&Yy(i,e)&&(Wt(i.prev,i,e.prev)||Wt(i,e.prev,e))||Hr(i,e)&&Wt(i.prev,i,i.next)>0&&Wt(e.prev,e,e.next)>0)}function Wt(i,e,t){return(e.y-i.y)*(t.x-e.x)-(e.x-i.x)*(t.y-e.y)}function Hr(i,e){return i.x===e.x&&i.y===e.y}function sf(i,e,t,n){let r=Qa(Wt(i,e,t)),a=Qa(Wt(i,e,n)),l=Qa(Wt(t,n,i)),c=Qa(Wt(t,n,e));return!!(r!==a&&l!==c||r===0&&Ka(i,t,e)||a===0&&Ka(i,n,e)||l===0&&Ka(t,i,n)||c===0&&Ka(t,e,n))}function Ka(i,e,t){return e.x<=Math.max(i.x,t.x)&&e.x>=Math.min(i.x,t.x)&&e.y<=Math.max(i.y,t.y)&&e.y>=Math.min(i.y,t.y)}function Qa(i){return i>0?1:i<0?-1:0}function qy(i,e){let t=i;do{if(t.i!==i.i&&t.next.i!==i.i&&t.i!==e.i&&t.next.i!==e.i&&sf(t,t.next,i,e))return!0;t=t.next}while(t!==i);return!1}function ks(i,e){return Wt(i.prev,i,i.next)<0?Wt(i,e,i.next)>=0&&Wt(i,i.prev,e)>=0:Wt(i,e,i.prev)<0||Wt(i,i.next,e)<0}function Yy(i,e){let t=i,n=!1,r=(i.x+e.x)/2,a=(i.y+e.y)/2;do t.y>a!=t.next.y>a&&t.next.y!==t.y&&r<(t.next.x-t.x)*(a-t.y)/(t.next.y-t.y)+t.x&&(n=!n),t=t.next;while(t!==i);return n}function af(i,e){let t=kc(i.i,i.x,i.y),n=kc(e.i,e.x,e.y),r=i.next,a=e.prev;return i.next=e,e.prev=i,t.next=r,r.prev=t,n.next=t,t.prev=n,a.next=n,n.prev=a,n}function od(i,e,t,n){let r=kc(i,e,t);return n?(r.next=n.next,r.prev=n,n.next.prev=r,n.next=r):(r.prev=r,r.next=r),r}function zs(i){i.next.prev=i.prev,i.prev.next=i.next,i.prevZ&&(i.prevZ.nextZ=i.nextZ),i.nextZ&&(i.nextZ.prevZ=i.prevZ)}function kc(i,e,t){return{i,x:e,y:t,prev:null,next:null,z:0,prevZ:null,nextZ:null,steiner:!1}}function Jy(i,e,t,n){let r=0;for(let a=e,l=t-n;a<t;a+=n)r+=(i[l]-i[a])*(i[a+1]+i[l+1]),l=a;return r}var zc=class{static triangulate(e,t,n=2){return Dy(e,t,n)}},Dr=class i{static area(e){let t=e.length,n=0;for(let r=t-1,a=0;a<t;r=a++)n+=e[r].x*e[a].y-e[a].x*e[r].y;return n*.5}static isClockWise(e){return i.area(e)<0}static triangulateShape(e,t){let n=[],r=[],a=[];ld(e),cd(n,e);let l=e.length;t.forEach(ld);for(let h=0;h<t.length;h++)r.push(l),l+=t[h].length,cd(n,t[h]);let c=zc.triangulate(n,r);for(let h=0;h<c.length;h+=3)a.push(c.slice(h,h+3));return a}};function ld(i){let e=i.length;e>2&&i[e-1].equals(i[0])&&i.pop()}function cd(i,e){for(let t=0;t<e.length;t++)i.push(e[t].x),i.push(e[t].y)}var rr=class i extends un{constructor(e=1,t=1,n=1,r=1){super(),this.type="PlaneGeometry",this.parameters={width:e,height:t,widthSegments:n,heightSegments:r};let a=e/2,l=t/2,c=Math.floor(n),h=Math.floor(r),d=c+1,p=h+1,_=e/c,g=t/h,y=[],S=[],R=[],v=[];for(let x=0;x<p;x++){let T=x*g-l;for(let E=0;E<d;E++){let w=E*_-a;S.push(w,-T,0),R.push(0,0,1),v.push(E/c),v.push(1-x/h)}}for(let x=0;x<h;x++)for(let T=0;T<c;T++){let E=T+d*x,w=T+d*(x+1),N=T+1+d*(x+1),F=T+1+d*x;y.push(E,w,F),y.push(w,N,F)}this.setIndex(y),this.setAttribute("position",new Ut(S,3)),this.setAttribute("normal",new Ut(R,3)),this.setAttribute("uv",new Ut(v,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.width,e.height,e.widthSegments,e.heightSegments)}},Gs=class i extends un{constructor(e=.5,t=1,n=32,r=1,a=0,l=Math.PI*2){super(),this.type="RingGeometry",this.parameters={innerRadius:e,outerRadius:t,thetaSegments:n,phiSegments:r,thetaStart:a,thetaLength:l},n=Math.max(3,n),r=Math.max(1,r);let c=[],h=[],d=[],p=[],_=e,g=(t-e)/r,y=new Z,S=new ze;for(let R=0;R<=r;R++){for(let v=0;v<=n;v++){let x=a+v/n*l;y.x=_*Math.cos(x),y.y=_*Math.sin(x),h.push(y.x,y.y,y.z),d.push(0,0,1),S.x=(y.x/t+1)/2,S.y=(y.y/t+1)/2,p.push(S.x,S.y)}_+=g}for(let R=0;R<r;R++){let v=R*(n+1);for(let x=0;x<n;x++){let T=x+v,E=T,w=T+n+1,N=T+n+2,F=T+1;c.push(E,w,F),c.push(w,N,F)}}this.setIndex(c),this.setAttribute("position",new Ut(h,3)),this.setAttribute("normal",new Ut(d,3)),this.setAttribute("uv",new Ut(p,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.innerRadius,e.outerRadius,e.thetaSegments,e.phiSegments,e.thetaStart,e.thetaLength)}},Vs=class i extends un{constructor(e=new Vr([new ze(0,.5),new ze(-.5,-.5),new ze(.5,-.5)]),t=12){super(),this.type="ShapeGeometry",this.parameters={shapes:e,curveSegments:t};let n=[],r=[],a=[],l=[],c=0,h=0;if(Array.isArray(e)===!1)d(e);else for(let p=0;p<e.length;p++)d(e[p]),this.addGroup(c,h,p),c+=h,h=0;this.setIndex(n),this.setAttribute("position",new Ut(r,3)),this.setAttribute("normal",new Ut(a,3)),this.setAttribute("uv",new Ut(l,2));function d(p){let _=r.length/3,g=p.extractPoints(t),y=g.shape,S=g.holes;Dr.isClockWise(y)===!1&&(y=y.reverse());for(let v=0,x=S.length;v<x;v++){let T=S[v];Dr.isClockWise(T)===!0&&(S[v]=T.reverse())}let R=Dr.triangulateShape(y,S);for(let v=0,x=S.length;v<x;v++){let T=S[v];y=y.concat(T)}for(let v=0,x=y.length;v<x;v++){let T=y[v];r.push(T.x,T.y,0),a.push(0,0,1),l.push(T.x,T.y)}for(let v=0,x=R.length;v<x;v++){let T=R[v],E=T[0]+_,w=T[1]+_,N=T[2]+_;n.push(E,w,N),h+=3}}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}toJSON(){let e=super.toJSON(),t=this.parameters.shapes;return Zy(t,e)}static fromJSON(e,t){let n=[];for(let r=0,a=e.shapes.length;r<a;r++){let l=t[e.shapes[r]];n.push(l)}return new i(n,e.curveSegments)}};function Zy(i,e){if(e.shapes=[],Array.isArray(i))for(let t=0,n=i.length;t<n;t++){let r=i[t];e.shapes.push(r.uuid)}else e.shapes.push(i.uuid);return e}var Bi=class i extends un{constructor(e=1,t=32,n=16,r=0,a=Math.PI*2,l=0,c=Math.PI){super(),this.type="SphereGeometry",this.parameters={radius:e,widthSegments:t,heightSegments:n,phiStart:r,phiLength:a,thetaStart:l,thetaLength:c},t=Math.max(3,Math.floor(t)),n=Math.max(2,Math.floor(n));let h=Math.min(l+c,Math.PI),d=0,p=[],_=new Z,g=new Z,y=[],S=[],R=[],v=[];for(let x=0;x<=n;x++){let T=[],E=x/n,w=l+E*c,N=e*Math.cos(w),F=Math.sqrt(e*e-N*N),b=0;x===0&&l===0?b=.5/t:x===n&&h===Math.PI&&(b=-.5/t);for(let D=0;D<=t;D++){let W=D/t,z=r+W*a;_.x=-F*Math.cos(z),_.y=N,_.z=F*Math.sin(z),S.push(_.x,_.y,_.z),g.copy(_).normalize(),R.push(g.x,g.y,g.z),v.push(W+b,1-E),T.push(d++)}p.push(T)}for(let x=0;x<n;x++)for(let T=0;T<t;T++){let E=p[x][T+1],w=p[x][T],N=p[x+1][T],F=p[x+1][T+1];(x!==0||l>0)&&y.push(E,w,F),(x!==n-1||h<Math.PI)&&y.push(w,N,F)}this.setIndex(y),this.setAttribute("position",new Ut(S,3)),this.setAttribute("normal",new Ut(R,3)),this.setAttribute("uv",new Ut(v,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.radius,e.widthSegments,e.heightSegments,e.phiStart,e.phiLength,e.thetaStart,e.thetaLength)}};var Hs=class extends Si{constructor(e){super(),this.isShadowMaterial=!0,this.type="ShadowMaterial",this.color=new nt(0),this.transparent=!0,this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.fog=e.fog,this}};function ur(i){let e={};for(let t in i){e[t]={};for(let n in i[t]){let r=i[t][n];if(ud(r))r.isRenderTargetTexture?(it("UniformsUtils: Textures of render targets cannot be cloned via cloneUniforms() or mergeUniforms()."),e[t][n]=null):e[t][n]=r.clone();else if(Array.isArray(r))if(ud(r[0])){let a=[];for(let l=0,c=r.length;l<c;l++)a[l]=r[l].clone();e[t][n]=a}else e[t][n]=r.slice();else e[t][n]=r}}return e}function _n(i){let e={};for(let t=0;t<i.length;t++){let n=ur(i[t]);for(let r in n)e[r]=n[r]}return e}function ud(i){return i&&(i.isColor||i.isMatrix3||i.isMatrix4||i.isVector2||i.isVector3||i.isVector4||i.isTexture||i.isQuaternion)}function jy(i){let e=[];for(let t=0;t<i.length;t++)e.push(i[t].clone());return e}function vu(i){let e=i.getRenderTarget();return e===null?i.outputColorSpace:e.isXRRenderTarget===!0?e.texture.colorSpace:St.workingColorSpace}var of={clone:ur,merge:_n},Ky=`void main() {
	gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
}`,Qy=`void main() {
	gl_FragColor = vec4( 1.0, 0.0, 0.0, 1.0 );
}`,oi=class extends Si{constructor(e){super(),this.isShaderMaterial=!0,this.type="ShaderMaterial",this.defines={},this.uniforms={},this.uniformsGroups=[],this.vertexShader=Ky,this.fragmentShader=Qy,this.linewidth=1,this.wireframe=!1,this.wireframeLinewidth=1,this.fog=!1,this.lights=!1,this.clipping=!1,this.forceSinglePass=!0,this.extensions={clipCullDistance:!1,multiDraw:!1},this.defaultAttributeValues={color:[1,1,1],uv:[0,0],uv1:[0,0]},this.index0AttributeName=void 0,this.uniformsNeedUpdate=!1,this.glslVersion=null,e!==void 0&&this.setValues(e)}copy(e){return super.copy(e),this.fragmentShader=e.fragmentShader,this.vertexShader=e.vertexShader,this.uniforms=ur(e.uniforms),this.uniformsGroups=jy(e.uniformsGroups),this.defines=Object.assign({},e.defines),this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.fog=e.fog,this.lights=e.lights,this.clipping=e.clipping,this.extensions=Object.assign({},e.extensions),this.glslVersion=e.glslVersion,this.defaultAttributeValues=Object.assign({},e.defaultAttributeValues),this.index0AttributeName=e.index0AttributeName,this.uniformsNeedUpdate=e.uniformsNeedUpdate,this}toJSON(e){let t=super.toJSON(e);t.glslVersion=this.glslVersion,t.uniforms={};for(let r in this.uniforms){let l=this.uniforms[r].value;l&&l.isTexture?t.uniforms[r]={type:"t",value:l.toJSON(e).uuid}:l&&l.isColor?t.uniforms[r]={type:"c",value:l.getHex()}:l&&l.isVector2?t.uniforms[r]={type:"v2",value:l.toArray()}:l&&l.isVector3?t.uniforms[r]={type:"v3",value:l.toArray()}:l&&l.isVector4?t.uniforms[r]={type:"v4",value:l.toArray()}:l&&l.isMatrix3?t.uniforms[r]={type:"m3",value:l.toArray()}:l&&l.isMatrix4?t.uniforms[r]={type:"m4",value:l.toArray()}:t.uniforms[r]={value:l}}Object.keys(this.defines).length>0&&(t.defines=this.defines),t.vertexShader=this.vertexShader,t.fragmentShader=this.fragmentShader,t.lights=this.lights,t.clipping=this.clipping;let n={};for(let r in this.extensions)this.extensions[r]===!0&&(n[r]=!0);return Object.keys(n).length>0&&(t.extensions=n),t}fromJSON(e,t){if(super.fromJSON(e,t),e.uniforms!==void 0)for(let n in e.uniforms){let r=e.uniforms[n];switch(this.uniforms[n]={},r.type){case"t":this.uniforms[n].value=t[r.value]||null;break;case"c":this.uniforms[n].value=new nt().setHex(r.value);break;case"v2":this.uniforms[n].value=new ze().fromArray(r.value);break;case"v3":this.uniforms[n].value=new Z().fromArray(r.value);break;case"v4":this.uniforms[n].value=new Gt().fromArray(r.value);break;case"m3":this.uniforms[n].value=new lt().fromArray(r.value);break;case"m4":this.uniforms[n].value=new Rt().fromArray(r.value);break;default:this.uniforms[n].value=r.value}}if(e.defines!==void 0&&(this.defines=e.defines),e.vertexShader!==void 0&&(this.vertexShader=e.vertexShader),e.fragmentShader!==void 0&&(this.fragmentShader=e.fragmentShader),e.glslVersion!==void 0&&(this.glslVersion=e.glslVersion),e.extensions!==void 0)for(let n in e.extensions)this.extensions[n]=e.extensions[n];return e.lights!==void 0&&(this.lights=e.lights),e.clipping!==void 0&&(this.clipping=e.clipping),this}},Ao=class extends oi{constructor(e){super(e),this.isRawShaderMaterial=!0,this.type="RawShaderMaterial"}},Ws=class extends Si{constructor(e){super(),this.isMeshStandardMaterial=!0,this.type="MeshStandardMaterial",this.defines={STANDARD:""},this.color=new nt(16777215),this.roughness=1,this.metalness=0,this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.emissive=new nt(0),this.emissiveIntensity=1,this.emissiveMap=null,this.bumpMap=null,this.bumpScale=1,this.normalMap=null,this.normalMapType=Rl,this.normalScale=new ze(1,1),this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.roughnessMap=null,this.metalnessMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new xi,this.envMapIntensity=1,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.flatShading=!1,this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.defines={STANDARD:""},this.color.copy(e.color),this.roughness=e.roughness,this.metalness=e.metalness,this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.emissive.copy(e.emissive),this.emissiveMap=e.emissiveMap,this.emissiveIntensity=e.emissiveIntensity,this.bumpMap=e.bumpMap,this.bumpScale=e.bumpScale,this.normalMap=e.normalMap,this.normalMapType=e.normalMapType,this.normalScale.copy(e.normalScale),this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.roughnessMap=e.roughnessMap,this.metalnessMap=e.metalnessMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.envMapIntensity=e.envMapIntensity,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.flatShading=e.flatShading,this.fog=e.fog,this}};var Ro=class extends Si{constructor(e){super(),this.isMeshDepthMaterial=!0,this.type="MeshDepthMaterial",this.depthPacking=Gd,this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.wireframe=!1,this.wireframeLinewidth=1,this.setValues(e)}copy(e){return super.copy(e),this.depthPacking=e.depthPacking,this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this}},Co=class extends Si{constructor(e){super(),this.isMeshDistanceMaterial=!0,this.type="MeshDistanceMaterial",this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.setValues(e)}copy(e){return super.copy(e),this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this}};function Cr(i,e){return!i||i.constructor===e?i:typeof e.BYTES_PER_ELEMENT=="number"?new e(i):Array.prototype.slice.call(i)}function eo(i){return i!==void 0&&i.inTangents!==void 0&&i.outTangents!==void 0}var ki=class{constructor(e,t,n,r){this.parameterPositions=e,this._cachedIndex=0,this.resultBuffer=r!==void 0?r:new t.constructor(n),this.sampleValues=t,this.valueSize=n,this.settings=null,this.DefaultSettings_={}}evaluate(e){let t=this.parameterPositions,n=this._cachedIndex,r=t[n],a=t[n-1];e:{t:{let l;n:{i:if(!(e<r)){for(let c=n+2;;){if(r===void 0){if(e<a)break i;return n=t.length,this._cachedIndex=n,this.copySampleValue_(n-1)}if(n===c)break;if(a=r,r=t[++n],e<r)break t}l=t.length;break n}if(!(e>=a)){let c=t[1];e<c&&(n=2,a=c);for(let h=n-2;;){if(a===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(n===h)break;if(r=a,a=t[--n-1],e>=a)break t}l=n,n=0;break n}break e}for(;n<l;){let c=n+l>>>1;e<t[c]?l=c:n=c+1}if(r=t[n],a=t[n-1],a===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(r===void 0)return n=t.length,this._cachedIndex=n,this.copySampleValue_(n-1)}this._cachedIndex=n,this.intervalChanged_(n,a,r)}return this.interpolate_(n,a,e,r)}getSettings_(){return this.settings||this.DefaultSettings_}copySampleValue_(e){let t=this.resultBuffer,n=this.sampleValues,r=this.valueSize,a=e*r;for(let l=0;l!==r;++l)t[l]=n[a+l];return t}interpolate_(){throw new Error("THREE.Interpolant: Call to abstract method.")}intervalChanged_(){}},Po=class extends ki{constructor(e,t,n,r){super(e,t,n,r),this._weightPrev=-0,this._offsetPrev=-0,this._weightNext=-0,this._offsetNext=-0,this.DefaultSettings_={endingStart:Nc,endingEnd:Nc}}intervalChanged_(e,t,n){let r=this.parameterPositions,a=e-2,l=e+1,c=r[a],h=r[l];if(c===void 0)switch(this.getSettings_().endingStart){case Uc:a=e,c=2*t-n;break;case Oc:a=r.length-2,c=t+r[a]-r[a+1];break;default:a=e,c=n}if(h===void 0)switch(this.getSettings_().endingEnd){case Uc:l=e,h=2*n-t;break;case Oc:l=1,h=n+r[1]-r[0];break;default:l=e-1,h=t}let d=(n-t)*.5,p=this.valueSize;this._weightPrev=d/(t-c),this._weightNext=d/(h-n),this._offsetPrev=a*p,this._offsetNext=l*p}interpolate_(e,t,n,r){let a=this.resultBuffer,l=this.sampleValues,c=this.valueSize,h=e*c,d=h-c,p=this._offsetPrev,_=this._offsetNext,g=this._weightPrev,y=this._weightNext,S=(n-t)/(r-t),R=S*S,v=R*S,x=-g*v+2*g*R-g*S,T=(1+g)*v+(-1.5-2*g)*R+(-.5+g)*S+1,E=(-1-y)*v+(1.5+y)*R+.5*S,w=y*v-y*R;for(let N=0;N!==c;++N)a[N]=x*l[p+N]+T*l[d+N]+E*l[h+N]+w*l[_+N];return a}},Io=class extends ki{constructor(e,t,n,r){super(e,t,n,r)}interpolate_(e,t,n,r){let a=this.resultBuffer,l=this.sampleValues,c=this.valueSize,h=e*c,d=h-c,p=(n-t)/(r-t),_=1-p;for(let g=0;g!==c;++g)a[g]=l[d+g]*_+l[h+g]*p;return a}},Lo=class extends ki{constructor(e,t,n,r){super(e,t,n,r)}interpolate_(e){return this.copySampleValue_(e-1)}},Do=class extends ki{interpolate_(e,t,n,r){let a=this.resultBuffer,l=this.sampleValues,c=this.valueSize,h=e*c,d=h-c,p=this.inTangents,_=this.outTangents;if(!p||!_){let S=(n-t)/(r-t),R=1-S;for(let v=0;v!==c;++v)a[v]=l[d+v]*R+l[h+v]*S;return a}let g=c*2,y=e-1;for(let S=0;S!==c;++S){let R=l[d+S],v=l[h+S],x=y*g+S*2,T=_[x],E=_[x+1],w=e*g+S*2,N=p[w],F=p[w+1],b=tx(n,t,T,N,r);a[S]=lf(b,R,E,F,v)}return a}};function lf(i,e,t,n,r){let a=1-i;return a*a*a*e+3*a*a*i*t+3*a*i*i*n+i*i*i*r}function ex(i,e,t,n,r){let a=1-i;return 3*a*a*(t-e)+6*a*i*(n-t)+3*i*i*(r-n)}function tx(i,e,t,n,r){let a=(i-e)/(r-e);for(let l=0;l<8;l++){let c=lf(a,e,t,n,r)-i;if(Math.abs(c)<1e-10)break;let h=ex(a,e,t,n,r);if(Math.abs(h)<1e-10)break;a=Math.max(0,Math.min(1,a-c/h))}return a}var In=class{constructor(e,t,n,r){if(e===void 0)throw new Error("THREE.KeyframeTrack: track name is undefined");if(t===void 0||t.length===0)throw new Error("THREE.KeyframeTrack: no keyframes in track named "+e);this.name=e,this.times=Cr(t,this.TimeBufferType),this.values=Cr(n,this.ValueBufferType),this.setInterpolation(r||this.DefaultInterpolation)}static toJSON(e){let t=e.constructor,n;if(t.toJSON!==this.toJSON)n=t.toJSON(e);else{n={name:e.name,times:Cr(e.times,Array),values:Cr(e.values,Array)};let r=e.getInterpolation();r!==e.DefaultInterpolation&&(n.interpolation=r),eo(e.settings)&&(n.settings={inTangents:Cr(e.settings.inTangents,Array),outTangents:Cr(e.settings.outTangents,Array)})}return n.type=e.ValueTypeName,n}InterpolantFactoryMethodDiscrete(e){return new Lo(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodLinear(e){return new Io(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodSmooth(e){return new Po(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodBezier(e){let t=new Do(this.times,this.values,this.getValueSize(),e);return this.settings&&(t.inTangents=this.settings.inTangents,t.outTangents=this.settings.outTangents),t}setInterpolation(e){let t;switch(e){case ms:t=this.InterpolantFactoryMethodDiscrete;break;case po:t=this.InterpolantFactoryMethodLinear;break;case io:t=this.InterpolantFactoryMethodSmooth;break;case Fc:t=this.InterpolantFactoryMethodBezier;break}if(t===void 0){let n="unsupported interpolation for "+this.ValueTypeName+" keyframe track named "+this.name;if(this.createInterpolant===void 0)if(e!==this.DefaultInterpolation)this.setInterpolation(this.DefaultInterpolation);else throw new Error(n);return it("KeyframeTrack:",n),this}return this.createInterpolant=t,this}getInterpolation(){switch(this.createInterpolant){case this.InterpolantFactoryMethodDiscrete:return ms;case this.InterpolantFactoryMethodLinear:return po;case this.InterpolantFactoryMethodSmooth:return io;case this.InterpolantFactoryMethodBezier:return Fc}}getValueSize(){return this.values.length/this.times.length}shift(e){if(e!==0){let t=this.times;for(let n=0,r=t.length;n!==r;++n)t[n]+=e;eo(this.settings)&&(hd(this.settings.inTangents,e),hd(this.settings.outTangents,e))}return this}scale(e){if(e!==1){let t=this.times;for(let n=0,r=t.length;n!==r;++n)t[n]*=e;eo(this.settings)&&(dd(this.settings.inTangents,e),dd(this.settings.outTangents,e))}return this}trim(e,t){let n=this.times,r=n.length,a=0,l=r-1;for(;a!==r&&n[a]<e;)++a;for(;l!==-1&&n[l]>t;)--l;if(++l,a!==0||l!==r){a>=l&&(l=Math.max(l,1),a=l-1);let c=this.getValueSize();this.times=n.slice(a,l),this.values=this.values.slice(a*c,l*c)}return this}validate(){let e=!0,t=this.getValueSize();t-Math.floor(t)!==0&&(at("KeyframeTrack: Invalid value size in track.",this),e=!1);let n=this.times,r=this.values,a=n.length;a===0&&(at("KeyframeTrack: Track is empty.",this),e=!1);let l=null;for(let c=0;c!==a;c++){let h=n[c];if(typeof h=="number"&&isNaN(h)){at("KeyframeTrack: Time is not a valid number.",this,c,h),e=!1;break}if(l!==null&&l>h){at("KeyframeTrack: Out of order keys.",this,c,h,l),e=!1;break}l=h}if(r!==void 0&&iy(r))for(let c=0,h=r.length;c!==h;++c){let d=r[c];if(isNaN(d)){at("KeyframeTrack: Value is not a valid number.",this,c,d),e=!1;break}}return e}optimize(){let e=this.times.slice(),t=this.values.slice(),n=this.getValueSize(),r=this.getInterpolation()===io,a=e.length-1,l=1;for(let c=1;c<a;++c){let h=!1,d=e[c],p=e[c+1];if(d!==p&&(c!==1||d!==e[0]))if(r)h=!0;else{let _=c*n,g=_-n,y=_+n;for(let S=0;S!==n;++S){let R=t[_+S];if(R!==t[g+S]||R!==t[y+S]){h=!0;break}}}if(h){if(c!==l){e[l]=e[c];let _=c*n,g=l*n;for(let y=0;y!==n;++y)t[g+y]=t[_+y]}++l}}if(a>0){e[l]=e[a];for(let c=a*n,h=l*n,d=0;d!==n;++d)t[h+d]=t[c+d];++l}return l!==e.length?(this.times=e.slice(0,l),this.values=t.slice(0,l*n)):(this.times=e,this.values=t),this}clone(){let e=this.times.slice(),t=this.values.slice(),n=this.constructor,r=new n(this.name,e,t);return r.createInterpolant=this.createInterpolant,eo(this.settings)&&(r.settings={inTangents:this.settings.inTangents.slice(),outTangents:this.settings.outTangents.slice()}),r}};function hd(i,e){for(let t=0,n=i.length;t!==n;t+=2)i[t]+=e}function dd(i,e){for(let t=0,n=i.length;t!==n;t+=2)i[t]*=e}In.prototype.ValueTypeName="";In.prototype.TimeBufferType=Float32Array;In.prototype.ValueBufferType=Float32Array;In.prototype.DefaultInterpolation=po;var zi=class extends In{constructor(e,t,n){super(e,t,n)}};zi.prototype.ValueTypeName="bool";zi.prototype.ValueBufferType=Array;zi.prototype.DefaultInterpolation=ms;zi.prototype.InterpolantFactoryMethodLinear=void 0;zi.prototype.InterpolantFactoryMethodSmooth=void 0;var Fo=class extends In{constructor(e,t,n,r){super(e,t,n,r)}};Fo.prototype.ValueTypeName="color";var No=class extends In{constructor(e,t,n,r){super(e,t,n,r)}};No.prototype.ValueTypeName="number";var Uo=class extends ki{constructor(e,t,n,r){super(e,t,n,r)}interpolate_(e,t,n,r){let a=this.resultBuffer,l=this.sampleValues,c=this.valueSize,h=(n-t)/(r-t),d=e*c;for(let p=d+c;d!==p;d+=4)wn.slerpFlat(a,0,l,d-c,l,d,h);return a}},Xs=class extends In{constructor(e,t,n,r){super(e,t,n,r)}InterpolantFactoryMethodLinear(e){return new Uo(this.times,this.values,this.getValueSize(),e)}};Xs.prototype.ValueTypeName="quaternion";Xs.prototype.InterpolantFactoryMethodSmooth=void 0;var Gi=class extends In{constructor(e,t,n){super(e,t,n)}};Gi.prototype.ValueTypeName="string";Gi.prototype.ValueBufferType=Array;Gi.prototype.DefaultInterpolation=ms;Gi.prototype.InterpolantFactoryMethodLinear=void 0;Gi.prototype.InterpolantFactoryMethodSmooth=void 0;var Oo=class extends In{constructor(e,t,n,r){super(e,t,n,r)}};Oo.prototype.ValueTypeName="vector";var Bo=class{constructor(e,t,n){let r=this,a=!1,l=0,c=0,h,d=[];this.onStart=void 0,this.onLoad=e,this.onProgress=t,this.onError=n,this._abortController=null,this.itemStart=function(p){c++,a===!1&&r.onStart!==void 0&&r.onStart(p,l,c),a=!0},this.itemEnd=function(p){l++,r.onProgress!==void 0&&r.onProgress(p,l,c),l===c&&(a=!1,r.onLoad!==void 0&&r.onLoad())},this.itemError=function(p){r.onError!==void 0&&r.onError(p)},this.resolveURL=function(p){return p=p.normalize("NFC"),h?h(p):p},this.setURLModifier=function(p){return h=p,this},this.addHandler=function(p,_){return d.push(p,_),this},this.removeHandler=function(p){let _=d.indexOf(p);return _!==-1&&d.splice(_,2),this},this.getHandler=function(p){for(let _=0,g=d.length;_<g;_+=2){let y=d[_],S=d[_+1];if(y.global&&(y.lastIndex=0),y.test(p))return S}return null},this.abort=function(){return this.abortController.abort(),this._abortController=null,this}}get abortController(){return this._abortController||(this._abortController=new AbortController),this._abortController}},cf=new Bo,ko=class{constructor(e){this.manager=e!==void 0?e:cf,this.crossOrigin="anonymous",this.withCredentials=!1,this.path="",this.resourcePath="",this.requestHeader={},this.priority="auto",this.cache="default",typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}load(){}loadAsync(e,t){let n=this;return new Promise(function(r,a){n.load(e,r,t,a)})}parse(){}setCrossOrigin(e){return this.crossOrigin=e,this}setWithCredentials(e){return this.withCredentials=e,this}setPath(e){return this.path=e,this}setResourcePath(e){return this.resourcePath=e,this}setRequestHeader(e){return this.requestHeader=e,this}setPriority(e){return this.priority=e,this}setCache(e){return this.cache=e,this}abort(){return this}};ko.DEFAULT_MATERIAL_NAME="__DEFAULT";var $s=class extends gn{static registerNode(e){this.prototype._lightNode=e}constructor(e,t=1){super(),this.isLight=!0,this.type="Light",this.color=new nt(e),this.intensity=t}copy(e,t){return super.copy(e,t),this.color.copy(e.color),this.intensity=e.intensity,this}toJSON(e){let t=super.toJSON(e);return t.object.color=this.color.getHex(),t.object.intensity=this.intensity,t}},qs=class extends $s{constructor(e,t,n){super(e,n),this.isHemisphereLight=!0,this.type="HemisphereLight",this.position.copy(gn.DEFAULT_UP),this.updateMatrix(),this.groundColor=new nt(t)}copy(e,t){return super.copy(e,t),this.groundColor.copy(e.groundColor),this}toJSON(e){let t=super.toJSON(e);return t.object.groundColor=this.groundColor.getHex(),t}},Dc=new Rt,fd=new Z,pd=new Z,zo=class{constructor(e){this.camera=e,this.intensity=1,this.bias=0,this.biasNode=null,this.normalBias=0,this.radius=1,this.blurSamples=8,this.mapSize=new ze(512,512),this.mapType=En,this.map=null,this.mapPass=null,this.matrix=new Rt,this.autoUpdate=!0,this.needsUpdate=!1,this._frustum=new Ui,this._frameExtents=new ze(1,1),this._viewportCount=1,this._viewports=[new Gt(0,0,1,1)]}getViewportCount(){return this._viewportCount}getCamera(){return this.camera}getFrustum(){return this._frustum}updateMatrices(e){let t=this.camera;fd.setFromMatrixPosition(e.matrixWorld),t.position.copy(fd),pd.setFromMatrixPosition(e.target.matrixWorld),t.lookAt(pd),t.updateMatrixWorld(),this._updateMatrix(t,this.matrix,this._frustum)}_updateMatrix(e,t,n,r){Dc.multiplyMatrices(e.projectionMatrix,e.matrixWorldInverse),n.setFromProjectionMatrix(Dc,e.coordinateSystem,e.reversedDepth);let a=this._frameExtents,l=r?r.z/a.x:1,c=r?r.w/a.y:1,h=r?r.x/a.x:0,d=r?r.y/a.y:0;e.coordinateSystem===Ur||e.reversedDepth?t.set(.5*l,0,0,.5*l+h,0,.5*c,0,.5*c+d,0,0,1,0,0,0,0,1):t.set(.5*l,0,0,.5*l+h,0,.5*c,0,.5*c+d,0,0,.5,.5,0,0,0,1),t.multiply(Dc)}getViewport(e){return this._viewports[e]}getFrameExtents(){return this._frameExtents}dispose(){this.map&&this.map.dispose(),this.mapPass&&this.mapPass.dispose()}copy(e){return this.camera=e.camera.clone(),this.intensity=e.intensity,this.bias=e.bias,this.radius=e.radius,this.autoUpdate=e.autoUpdate,this.needsUpdate=e.needsUpdate,this.normalBias=e.normalBias,this.blurSamples=e.blurSamples,this.mapSize.copy(e.mapSize),this.mapType=e.mapType,this.biasNode=e.biasNode,this}clone(){return new this.constructor().copy(this)}toJSON(){let e={};return e.intensity=this.intensity,e.bias=this.bias,e.normalBias=this.normalBias,e.radius=this.radius,e.blurSamples=this.blurSamples,e.mapSize=this.mapSize.toArray(),e.mapType=this.mapType,e.camera=this.camera.toJSON(!1).object,delete e.camera.matrix,e}},to=new Z,no=new wn,ii=new Z,Ys=class extends gn{constructor(){super(),this.isCamera=!0,this.type="Camera",this.matrixWorldInverse=new Rt,this.projectionMatrix=new Rt,this.projectionMatrixInverse=new Rt,this.coordinateSystem=Un,this._reversedDepth=!1}get reversedDepth(){return this._reversedDepth}copy(e,t){return super.copy(e,t),this.matrixWorldInverse.copy(e.matrixWorldInverse),this.projectionMatrix.copy(e.projectionMatrix),this.projectionMatrixInverse.copy(e.projectionMatrixInverse),this.coordinateSystem=e.coordinateSystem,this}getWorldDirection(e){return super.getWorldDirection(e).negate()}updateMatrixWorld(e){super.updateMatrixWorld(e),this.matrixWorld.decompose(to,no,ii),ii.x===1&&ii.y===1&&ii.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(to,no,ii.set(1,1,1)).invert()}updateWorldMatrix(e,t,n=!1){super.updateWorldMatrix(e,t,n),this.matrixWorld.decompose(to,no,ii),ii.x===1&&ii.y===1&&ii.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(to,no,ii.set(1,1,1)).invert()}clone(){return new this.constructor().copy(this)}},Di=new Z,md=new ze,gd=new ze,xn=class extends Ys{constructor(e=50,t=1,n=.1,r=2e3){super(),this.isPerspectiveCamera=!0,this.type="PerspectiveCamera",this.fov=e,this.zoom=1,this.near=n,this.far=r,this.focus=10,this.aspect=t,this.view=null,this.filmGauge=35,this.filmOffset=0,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.fov=e.fov,this.zoom=e.zoom,this.near=e.near,this.far=e.far,this.focus=e.focus,this.aspect=e.aspect,this.view=e.view===null?null:Object.assign({},e.view),this.filmGauge=e.filmGauge,this.filmOffset=e.filmOffset,this}setFocalLength(e){let t=.5*this.getFilmHeight()/e;this.fov=mo*2*Math.atan(t),this.updateProjectionMatrix()}getFocalLength(){let e=Math.tan(cc*.5*this.fov);return .5*this.getFilmHeight()/e}getEffectiveFOV(){return mo*2*Math.atan(Math.tan(cc*.5*this.fov)/this.zoom)}getFilmWidth(){return this.filmGauge*Math.min(this.aspect,1)}getFilmHeight(){return this.filmGauge/Math.max(this.aspect,1)}getViewBounds(e,t,n){Di.set(-1,-1,.5).applyMatrix4(this.projectionMatrixInverse),t.set(Di.x,Di.y).multiplyScalar(-e/Di.z),Di.set(1,1,.5).applyMatrix4(this.projectionMatrixInverse),n.set(Di.x,Di.y).multiplyScalar(-e/Di.z)}getViewSize(e,t){return this.getViewBounds(e,md,gd),t.subVectors(gd,md)}setViewOffset(e,t,n,r,a,l){this.aspect=e/t,this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=n,this.view.offsetY=r,this.view.width=a,this.view.height=l,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=this.near,t=e*Math.tan(cc*.5*this.fov)/this.zoom,n=2*t,r=this.aspect*n,a=-.5*r,l=this.view;if(this.view!==null&&this.view.enabled){let h=l.fullWidth,d=l.fullHeight;a+=l.offsetX*r/h,t-=l.offsetY*n/d,r*=l.width/h,n*=l.height/d}let c=this.filmOffset;c!==0&&(a+=e*c/this.getFilmWidth()),this.projectionMatrix.makePerspective(a,a+r,t,t-n,e,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.fov=this.fov,t.object.zoom=this.zoom,t.object.near=this.near,t.object.far=this.far,t.object.focus=this.focus,t.object.aspect=this.aspect,this.view!==null&&(t.object.view=Object.assign({},this.view)),t.object.filmGauge=this.filmGauge,t.object.filmOffset=this.filmOffset,t}};var Js=class extends Ys{constructor(e=-1,t=1,n=1,r=-1,a=.1,l=2e3){super(),this.isOrthographicCamera=!0,this.type="OrthographicCamera",this.zoom=1,this.view=null,this.left=e,this.right=t,this.top=n,this.bottom=r,this.near=a,this.far=l,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.left=e.left,this.right=e.right,this.top=e.top,this.bottom=e.bottom,this.near=e.near,this.far=e.far,this.zoom=e.zoom,this.view=e.view===null?null:Object.assign({},e.view),this}setViewOffset(e,t,n,r,a,l){this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=n,this.view.offsetY=r,this.view.width=a,this.view.height=l,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=(this.right-this.left)/(2*this.zoom),t=(this.top-this.bottom)/(2*this.zoom),n=(this.right+this.left)/2,r=(this.top+this.bottom)/2,a=n-e,l=n+e,c=r+t,h=r-t;if(this.view!==null&&this.view.enabled){let d=(this.right-this.left)/this.view.fullWidth/this.zoom,p=(this.top-this.bottom)/this.view.fullHeight/this.zoom;a+=d*this.view.offsetX,l=a+d*this.view.width,c-=p*this.view.offsetY,h=c-p*this.view.height}this.projectionMatrix.makeOrthographic(a,l,c,h,this.near,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.zoom=this.zoom,t.object.left=this.left,t.object.right=this.right,t.object.top=this.top,t.object.bottom=this.bottom,t.object.near=this.near,t.object.far=this.far,this.view!==null&&(t.object.view=Object.assign({},this.view)),t}},Gc=class extends zo{constructor(){super(new Js(-5,5,5,-5,.5,500)),this.isDirectionalLightShadow=!0}},Zs=class extends $s{constructor(e,t){super(e,t),this.isDirectionalLight=!0,this.type="DirectionalLight",this.position.copy(gn.DEFAULT_UP),this.updateMatrix(),this.target=new gn,this.shadow=new Gc}dispose(){super.dispose(),this.shadow.dispose()}copy(e){return super.copy(e),this.target=e.target.clone(),this.shadow=e.shadow.clone(),this}toJSON(e){let t=super.toJSON(e);return t.object.shadow=this.shadow.toJSON(),t.object.target=this.target.uuid,t}};var Pr=-90,Ir=1,Wr=class extends gn{constructor(e,t,n){super(),this.type="CubeCamera",this.renderTarget=n,this.coordinateSystem=null,this.activeMipmapLevel=0;let r=new xn(Pr,Ir,e,t);r.layers=this.layers,this.add(r);let a=new xn(Pr,Ir,e,t);a.layers=this.layers,this.add(a);let l=new xn(Pr,Ir,e,t);l.layers=this.layers,this.add(l);let c=new xn(Pr,Ir,e,t);c.layers=this.layers,this.add(c);let h=new xn(Pr,Ir,e,t);h.layers=this.layers,this.add(h);let d=new xn(Pr,Ir,e,t);d.layers=this.layers,this.add(d)}updateCoordinateSystem(){let e=this.coordinateSystem,t=this.children.concat(),[n,r,a,l,c,h]=t;for(let d of t)this.remove(d);if(e===Un)n.up.set(0,1,0),n.lookAt(1,0,0),r.up.set(0,1,0),r.lookAt(-1,0,0),a.up.set(0,0,-1),a.lookAt(0,1,0),l.up.set(0,0,1),l.lookAt(0,-1,0),c.up.set(0,1,0),c.lookAt(0,0,1),h.up.set(0,1,0),h.lookAt(0,0,-1);else if(e===Ur)n.up.set(0,-1,0),n.lookAt(-1,0,0),r.up.set(0,-1,0),r.lookAt(1,0,0),a.up.set(0,0,1),a.lookAt(0,1,0),l.up.set(0,0,-1),l.lookAt(0,-1,0),c.up.set(0,-1,0),c.lookAt(0,0,1),h.up.set(0,-1,0),h.lookAt(0,0,-1);else throw new Error("THREE.CubeCamera.updateCoordinateSystem(): Invalid coordinate system: "+e);for(let d of t)this.add(d),d.updateMatrixWorld()}update(e,t){this.parent===null&&this.updateMatrixWorld();let{renderTarget:n,activeMipmapLevel:r}=this;this.coordinateSystem!==e.coordinateSystem&&(this.coordinateSystem=e.coordinateSystem,this.updateCoordinateSystem());let[a,l,c,h,d,p]=this.children,_=e.getRenderTarget(),g=e.getActiveCubeFace(),y=e.getActiveMipmapLevel(),S=e.xr.enabled;e.xr.enabled=!1;let R=n.texture.mipmapsAutoUpdate;n.texture.mipmapsAutoUpdate=!1;let v=!1;e.isWebGLRenderer===!0?v=e.state.buffers.depth.getReversed():v=e.reversedDepthBuffer,e.setRenderTarget(n,0,r),v&&e.autoClear===!1&&e.clearDepth(),e.render(t,a),e.setRenderTarget(n,1,r),v&&e.autoClear===!1&&e.clearDepth(),e.render(t,l),e.setRenderTarget(n,2,r),v&&e.autoClear===!1&&e.clearDepth(),e.render(t,c),e.setRenderTarget(n,3,r),v&&e.autoClear===!1&&e.clearDepth(),e.render(t,h),e.setRenderTarget(n,4,r),v&&e.autoClear===!1&&e.clearDepth(),e.render(t,d),n.texture.mipmapsAutoUpdate=R,e.setRenderTarget(n,5,r),v&&e.autoClear===!1&&e.clearDepth(),e.render(t,p),e.setRenderTarget(_,g,y),e.xr.enabled=S,n.texture.needsPMREMUpdate=!0}},Go=class extends xn{constructor(e=[]){super(),this.isArrayCamera=!0,this.isMultiViewCamera=!1,this.cameras=e,this.perCameraFrustumCulled=!1}};var yu="\\[\\]\\.:\\/",nx=new RegExp("["+yu+"]","g"),xu="[^"+yu+"]",ix="[^"+yu.replace("\\.","")+"]",rx=/((?:WC+[\/:])*)/.source.replace("WC",xu),sx=/(WCOD+)?/.source.replace("WCOD",ix),ax=/(?:\.(WC+)(?:\[(.+)\])?)?/.source.replace("WC",xu),ox=/\.(WC+)(?:\[(.+)\])?/.source.replace("WC",xu),lx=new RegExp("^"+rx+sx+ax+ox+"$"),cx=["material","materials","bones","map"],Vc=class{constructor(e,t,n){let r=n||zt.parseTrackName(t);this._targetGroup=e,this._bindings=e.subscribe_(t,r)}getValue(e,t){this.bind();let n=this._targetGroup.nCachedObjects_,r=this._bindings[n];r!==void 0&&r.getValue(e,t)}setValue(e,t){let n=this._bindings;for(let r=this._targetGroup.nCachedObjects_,a=n.length;r!==a;++r)n[r].setValue(e,t)}bind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,n=e.length;t!==n;++t)e[t].bind()}unbind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,n=e.length;t!==n;++t)e[t].unbind()}},zt=class i{constructor(e,t,n){this.path=t,this.parsedPath=n||i.parseTrackName(t),this.node=i.findNode(e,this.parsedPath.nodeName),this.rootNode=e,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}static create(e,t,n){return e&&e.isAnimationObjectGroup?new i.Composite(e,t,n):new i(e,t,n)}static sanitizeNodeName(e){return e.replace(/\s/g,"_").replace(nx,"")}static parseTrackName(e){let t=lx.exec(e);if(t===null)throw new Error("THREE.PropertyBinding: Cannot parse trackName: "+e);let n={nodeName:t[2],objectName:t[3],objectIndex:t[4],propertyName:t[5],propertyIndex:t[6]},r=n.nodeName&&n.nodeName.lastIndexOf(".");if(r!==void 0&&r!==-1){let a=n.nodeName.substring(r+1);cx.indexOf(a)!==-1&&(n.nodeName=n.nodeName.substring(0,r),n.objectName=a)}if(n.propertyName===null||n.propertyName.length===0)throw new Error("THREE.PropertyBinding: can not parse propertyName from trackName: "+e);return n}static findNode(e,t){if(t===void 0||t===""||t==="."||t===-1||t===e.name||t===e.uuid)return e;if(e.skeleton){let n=e.skeleton.getBoneByName(t);if(n!==void 0)return n}if(e.children){let n=function(a){for(let l=0;l<a.length;l++){let c=a[l];if(c.name===t||c.uuid===t)return c;let h=n(c.children);if(h)return h}return null},r=n(e.children);if(r)return r}return null}_getValue_unavailable(){}_setValue_unavailable(){}_getValue_direct(e,t){e[t]=this.targetObject[this.propertyName]}_getValue_array(e,t){let n=this.resolvedProperty;for(let r=0,a=n.length;r!==a;++r)e[t++]=n[r]}_getValue_arrayElement(e,t){e[t]=this.resolvedProperty[this.propertyIndex]}_getValue_toArray(e,t){this.resolvedProperty.toArray(e,t)}_setValue_direct(e,t){this.targetObject[this.propertyName]=e[t]}_setValue_direct_setNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.needsUpdate=!0}_setValue_direct_setMatrixWorldNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_array(e,t){let n=this.resolvedProperty;for(let r=0,a=n.length;r!==a;++r)n[r]=e[t++]}_setValue_array_setNeedsUpdate(e,t){let n=this.resolvedProperty;for(let r=0,a=n.length;r!==a;++r)n[r]=e[t++];this.targetObject.needsUpdate=!0}_setValue_array_setMatrixWorldNeedsUpdate(e,t){let n=this.resolvedProperty;for(let r=0,a=n.length;r!==a;++r)n[r]=e[t++];this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_arrayElement(e,t){this.resolvedProperty[this.propertyIndex]=e[t]}_setValue_arrayElement_setNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.needsUpdate=!0}_setValue_arrayElement_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_fromArray(e,t){this.resolvedProperty.fromArray(e,t)}_setValue_fromArray_setNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.needsUpdate=!0}_setValue_fromArray_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.matrixWorldNeedsUpdate=!0}_getValue_unbound(e,t){this.bind(),this.getValue(e,t)}_setValue_unbound(e,t){this.bind(),this.setValue(e,t)}bind(){let e=this.node,t=this.parsedPath,n=t.objectName,r=t.propertyName,a=t.propertyIndex;if(e||(e=i.findNode(this.rootNode,t.nodeName),this.node=e),this.getValue=this._getValue_unavailable,this.setValue=this._setValue_unavailable,!e){it("PropertyBinding: No target node found for track: "+this.path+".");return}if(n){let d=t.objectIndex;switch(n){case"materials":if(!e.material){at("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.materials){at("PropertyBinding: Can not bind to material.materials as node.material does not have a materials array.",this);return}e=e.material.materials;break;case"bones":if(!e.skeleton){at("PropertyBinding: Can not bind to bones as node does not have a skeleton.",this);return}e=e.skeleton.bones;for(let p=0;p<e.length;p++)if(e[p].name===d){d=p;break}break;case"map":if("map"in e){e=e.map;break}if(!e.material){at("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.map){at("PropertyBinding: Can not bind to material.map as node.material does not have a map.",this);return}e=e.material.map;break;default:if(e[n]===void 0){at("PropertyBinding: Can not bind to objectName of node undefined.",this);return}e=e[n]}if(d!==void 0){if(e[d]===void 0){at("PropertyBinding: Trying to bind to objectIndex of objectName, but is undefined.",this,e);return}e=e[d]}}let l=e[r];if(l===void 0){let d=t.nodeName;at("PropertyBinding: Trying to update property for track: "+d+"."+r+" but it wasn't found.",e);return}let c=this.Versioning.None;this.targetObject=e,e.isMaterial===!0?c=this.Versioning.NeedsUpdate:e.isObject3D===!0&&(c=this.Versioning.MatrixWorldNeedsUpdate);let h=this.BindingType.Direct;if(a!==void 0){if(r==="morphTargetInfluences"){if(!e.geometry){at("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.",this);return}if(!e.geometry.morphAttributes){at("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.morphAttributes.",this);return}e.morphTargetDictionary[a]!==void 0&&(a=e.morphTargetDictionary[a])}h=this.BindingType.ArrayElement,this.resolvedProperty=l,this.propertyIndex=a}else l.fromArray!==void 0&&l.toArray!==void 0?(h=this.BindingType.HasFromToArray,this.resolvedProperty=l):Array.isArray(l)?(h=this.BindingType.EntireArray,this.resolvedProperty=l):this.propertyName=r;this.getValue=this.GetterByBindingType[h],this.setValue=this.SetterByBindingTypeAndVersioning[h][c]}unbind(){this.node=null,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}};zt.Composite=Vc;zt.prototype.BindingType={Direct:0,EntireArray:1,ArrayElement:2,HasFromToArray:3};zt.prototype.Versioning={None:0,NeedsUpdate:1,MatrixWorldNeedsUpdate:2};zt.prototype.GetterByBindingType=[zt.prototype._getValue_direct,zt.prototype._getValue_array,zt.prototype._getValue_arrayElement,zt.prototype._getValue_toArray];zt.prototype.SetterByBindingTypeAndVersioning=[[zt.prototype._setValue_direct,zt.prototype._setValue_direct_setNeedsUpdate,zt.prototype._setValue_direct_setMatrixWorldNeedsUpdate],[zt.prototype._setValue_array,zt.prototype._setValue_array_setNeedsUpdate,zt.prototype._setValue_array_setMatrixWorldNeedsUpdate],[zt.prototype._setValue_arrayElement,zt.prototype._setValue_arrayElement_setNeedsUpdate,zt.prototype._setValue_arrayElement_setMatrixWorldNeedsUpdate],[zt.prototype._setValue_fromArray,zt.prototype._setValue_fromArray_setNeedsUpdate,zt.prototype._setValue_fromArray_setMatrixWorldNeedsUpdate]];var nT=new Float32Array(1);var Hc=class{static{this.prototype.isMatrix2=!0}constructor(e,t,n,r){this.elements=[1,0,0,1],e!==void 0&&this.set(e,t,n,r)}identity(){return this.set(1,0,0,1),this}fromArray(e,t=0){for(let n=0;n<4;n++)this.elements[n]=e[n+t];return this}set(e,t,n,r){let a=this.elements;return a[0]=e,a[2]=t,a[1]=n,a[3]=r,this}};function Su(i,e,t,n){let r=ux(n);switch(t){case cu:return i*e;case Yo:return i*e/r.components*r.byteLength;case Jo:return i*e/r.components*r.byteLength;case Hi:return i*e*2/r.components*r.byteLength;case Zo:return i*e*2/r.components*r.byteLength;case uu:return i*e*3/r.components*r.byteLength;case Jn:return i*e*4/r.components*r.byteLength;case jo:return i*e*4/r.components*r.byteLength;case Ks:case Qs:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*8;case ea:case ta:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case Qo:case tl:return Math.max(i,16)*Math.max(e,8)/4;case Ko:case el:return Math.max(i,8)*Math.max(e,8)/2;case nl:case il:case sl:case al:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*8;case rl:case na:case ol:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case ll:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case cl:return Math.floor((i+4)/5)*Math.floor((e+3)/4)*16;case ul:return Math.floor((i+4)/5)*Math.floor((e+4)/5)*16;case hl:return Math.floor((i+5)/6)*Math.floor((e+4)/5)*16;case dl:return Math.floor((i+5)/6)*Math.floor((e+5)/6)*16;case fl:return Math.floor((i+7)/8)*Math.floor((e+4)/5)*16;case pl:return Math.floor((i+7)/8)*Math.floor((e+5)/6)*16;case ml:return Math.floor((i+7)/8)*Math.floor((e+7)/8)*16;case gl:return Math.floor((i+9)/10)*Math.floor((e+4)/5)*16;case _l:return Math.floor((i+9)/10)*Math.floor((e+5)/6)*16;case vl:return Math.floor((i+9)/10)*Math.floor((e+7)/8)*16;case yl:return Math.floor((i+9)/10)*Math.floor((e+9)/10)*16;case xl:return Math.floor((i+11)/12)*Math.floor((e+9)/10)*16;case Sl:return Math.floor((i+11)/12)*Math.floor((e+11)/12)*16;case Ml:case bl:case wl:return Math.ceil(i/4)*Math.ceil(e/4)*16;case El:case Tl:return Math.ceil(i/4)*Math.ceil(e/4)*8;case ia:case Al:return Math.ceil(i/4)*Math.ceil(e/4)*16}throw new Error(`Unable to determine texture byte length for ${t} format.`)}function ux(i){switch(i){case En:case su:return{byteLength:1,components:1};case Yr:case au:case Yn:return{byteLength:2,components:1};case $o:case qo:return{byteLength:2,components:4};case qn:case Xo:case On:return{byteLength:4,components:1};case ou:case lu:return{byteLength:4,components:3}}throw new Error(`THREE.TextureUtils: Unknown texture type ${i}.`)}typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("register",{detail:{revision:"187"}}));typeof window<"u"&&(window.__THREE__?it("WARNING: Multiple instances of Three.js being imported."):window.__THREE__="187");function If(){let i=null,e=!1,t=null,n=null;function r(a,l){n=i.requestAnimationFrame(r),t(a,l)}return{start:function(){e!==!0&&t!==null&&i!==null&&(n=i.requestAnimationFrame(r),e=!0)},stop:function(){i!==null&&i.cancelAnimationFrame(n),e=!1},setAnimationLoop:function(a){t=a},setContext:function(a){i=a}}}function dx(i){let e=new WeakMap;function t(c,h){let d=c.array,p=c.usage,_=d.byteLength,g=i.createBuffer();i.bindBuffer(h,g),i.bufferData(h,d,p),c.onUploadCallback();let y;if(d instanceof Float32Array)y=i.FLOAT;else if(typeof Float16Array<"u"&&d instanceof Float16Array)y=i.HALF_FLOAT;else if(d instanceof Uint16Array)c.isFloat16BufferAttribute?y=i.HALF_FLOAT:y=i.UNSIGNED_SHORT;else if(d instanceof Int16Array)y=i.SHORT;else if(d instanceof Uint32Array)y=i.UNSIGNED_INT;else if(d instanceof Int32Array)y=i.INT;else if(d instanceof Int8Array)y=i.BYTE;else if(d instanceof Uint8Array)y=i.UNSIGNED_BYTE;else if(d instanceof Uint8ClampedArray)y=i.UNSIGNED_BYTE;else throw new Error("THREE.WebGLAttributes: Unsupported buffer data format: "+d);return{buffer:g,type:y,bytesPerElement:d.BYTES_PER_ELEMENT,version:c.version,size:_}}function n(c,h,d){let p=h.array,_=h.updateRanges;if(i.bindBuffer(d,c),_.length===0)i.bufferSubData(d,0,p);else{_.sort((y,S)=>y.start-S.start);let g=0;for(let y=1;y<_.length;y++){let S=_[g],R=_[y];R.start<=S.start+S.count+1?S.count=Math.max(S.count,R.start+R.count-S.start):(++g,_[g]=R)}_.length=g+1;for(let y=0,S=_.length;y<S;y++){let R=_[y];i.bufferSubData(d,R.start*p.BYTES_PER_ELEMENT,p,R.start,R.count)}h.clearUpdateRanges()}h.onUploadCallback()}function r(c){return c.isInterleavedBufferAttribute&&(c=c.data),e.get(c)}function a(c){c.isInterleavedBufferAttribute&&(c=c.data);let h=e.get(c);h&&(i.deleteBuffer(h.buffer),e.delete(c))}function l(c,h){if(c.isInterleavedBufferAttribute&&(c=c.data),c.isGLBufferAttribute){let p=e.get(c);(!p||p.version<c.version)&&e.set(c,{buffer:c.buffer,type:c.type,bytesPerElement:c.elementSize,version:c.version});return}let d=e.get(c);if(d===void 0)e.set(c,t(c,h));else if(d.version<c.version){if(d.size!==c.array.byteLength)throw new Error("THREE.WebGLAttributes: The size of the buffer attribute's array buffer does not match the original size. Resizing buffer attributes is not supported.");n(d.buffer,c,h),d.version=c.version}}return{get:r,remove:a,update:l}}var fx=`#ifdef USE_ALPHAHASH
	if ( diffuseColor.a < getAlphaHashThreshold( vPosition ) ) discard;
#endif`,px=`#ifdef USE_ALPHAHASH
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
#endif`,mx=`#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, vAlphaMapUv ).g;
#endif`,gx=`#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,_x=`#ifdef USE_ALPHATEST
	#ifdef ALPHA_TO_COVERAGE
	diffuseColor.a = smoothstep( alphaTest, alphaTest + fwidth( diffuseColor.a ), diffuseColor.a );
	if ( diffuseColor.a == 0.0 ) discard;
	#else
	if ( diffuseColor.a < alphaTest ) discard;
	#endif
#endif`,vx=`#ifdef USE_ALPHATEST
	uniform float alphaTest;
#endif`,yx=`#ifdef USE_AOMAP
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
#endif`,xx=`#ifdef USE_AOMAP
	uniform sampler2D aoMap;
	uniform float aoMapIntensity;
#endif`,Sx=`#ifdef USE_BATCHING
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
#endif`,Mx=`#ifdef USE_BATCHING
	mat4 batchingMatrix = getBatchingMatrix( getIndirectIndex( gl_DrawID ) );
#endif`,bx=`vec3 transformed = vec3( position );
#ifdef USE_ALPHAHASH
	vPosition = vec3( position );
#endif`,wx=`vec3 objectNormal = vec3( normal );
#ifdef USE_TANGENT
	vec3 objectTangent = vec3( tangent.xyz );
#endif`,Ex=`float G_BlinnPhong_Implicit( ) {
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
} // validated`,Tx=`#ifdef USE_IRIDESCENCE
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
#endif`,Ax=`#ifdef USE_BUMPMAP
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
#endif`,Rx=`#if NUM_CLIPPING_PLANES > 0
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
#endif`,Cx=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
	uniform vec4 clippingPlanes[ NUM_CLIPPING_PLANES ];
#endif`,Px=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
#endif`,Ix=`#if NUM_CLIPPING_PLANES > 0
	vClipPosition = - mvPosition.xyz;
#endif`,Lx=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	diffuseColor *= vColor;
#endif`,Dx=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	varying vec4 vColor;
#endif`,Fx=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	varying vec4 vColor;
#endif`,Nx=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
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
#endif`,Ux=`#define PI 3.141592653589793
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
} // validated`,Ox=`vec3 transformedNormal = objectNormal;
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
#endif`,Bx=`#ifdef USE_DISPLACEMENTMAP
	uniform sampler2D displacementMap;
	uniform float displacementScale;
	uniform float displacementBias;
#endif`,kx=`#ifdef USE_DISPLACEMENTMAP
	transformed += normalize( objectNormal ) * ( texture2D( displacementMap, vDisplacementMapUv ).x * displacementScale + displacementBias );
#endif`,zx=`#ifdef USE_EMISSIVEMAP
	vec4 emissiveColor = texture2D( emissiveMap, vEmissiveMapUv );
	#ifdef DECODE_VIDEO_TEXTURE_EMISSIVE
		emissiveColor = sRGBTransferEOTF( emissiveColor );
	#endif
	totalEmissiveRadiance *= emissiveColor.rgb;
#endif`,Gx=`#ifdef USE_EMISSIVEMAP
	uniform sampler2D emissiveMap;
#endif`,Vx="gl_FragColor = linearToOutputTexel( gl_FragColor );",Hx=`vec4 LinearTransferOETF( in vec4 value ) {
	return value;
}
vec4 sRGBTransferEOTF( in vec4 value ) {
	return vec4( mix( pow( value.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), value.rgb * 0.0773993808, vec3( lessThanEqual( value.rgb, vec3( 0.04045 ) ) ) ), value.a );
}
vec4 sRGBTransferOETF( in vec4 value ) {
	return vec4( mix( pow( value.rgb, vec3( 0.41666 ) ) * 1.055 - vec3( 0.055 ), value.rgb * 12.92, vec3( lessThanEqual( value.rgb, vec3( 0.0031308 ) ) ) ), value.a );
}`,Wx=`#ifdef USE_ENVMAP
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
#endif`,Xx=`#ifdef USE_ENVMAP
	uniform float envMapIntensity;
	uniform mat3 envMapRotation;
	uniform samplerCube envMap;
	#ifdef ENVMAP_TYPE_PMREM
		float roughnessToMip( const in float roughness ) {
			float r = clamp( roughness, 0.0, 1.0 );
			return ENVMAP_MAX_LOD * r * ( 2.0 - r );
		}
	#endif
#endif`,$x=`#ifdef USE_ENVMAP
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
#endif`,qx=`#ifdef USE_ENVMAP
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		
		varying vec3 vWorldPosition;
	#else
		varying vec3 vReflect;
		uniform float refractionRatio;
	#endif
#endif`,Yx=`#ifdef USE_ENVMAP
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
#endif`,Jx=`#ifdef USE_FOG
	vFogDepth = - mvPosition.z;
#endif`,Zx=`#ifdef USE_FOG
	varying float vFogDepth;
#endif`,jx=`#ifdef USE_FOG
	#ifdef FOG_EXP2
		float fogFactor = 1.0 - exp( - fogDensity * fogDensity * vFogDepth * vFogDepth );
	#else
		float fogFactor = smoothstep( fogNear, fogFar, vFogDepth );
	#endif
	gl_FragColor.rgb = mix( gl_FragColor.rgb, fogColor, fogFactor );
#endif`,Kx=`#ifdef USE_FOG
	uniform vec3 fogColor;
	varying float vFogDepth;
	#ifdef FOG_EXP2
		uniform float fogDensity;
	#else
		uniform float fogNear;
		uniform float fogFar;
	#endif
#endif`,Qx=`#ifdef USE_GRADIENTMAP
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
}`,eS=`#ifdef USE_LIGHTMAP
	uniform sampler2D lightMap;
	uniform float lightMapIntensity;
#endif`,tS=`LambertMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularStrength = specularStrength;`,nS=`varying vec3 vViewPosition;
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
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Lambert`,iS=`uniform bool receiveShadow;
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
#include <lightprobes_pars_fragment>`,rS=`#ifdef USE_ENVMAP
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
#endif`,sS=`ToonMaterial material;
material.diffuseColor = diffuseColor.rgb;`,aS=`varying vec3 vViewPosition;
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
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Toon`,oS=`BlinnPhongMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularColor = specular;
material.specularShininess = shininess;
material.specularStrength = specularStrength;`,lS=`varying vec3 vViewPosition;
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
#define RE_IndirectDiffuse		RE_IndirectDiffuse_BlinnPhong`,cS=`PhysicalMaterial material;
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
#endif`,uS=`uniform sampler2D dfgLUT;
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
}`,hS=`
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
#endif`,dS=`#if defined( RE_IndirectDiffuse )
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
#endif`,fS=`#if defined( RE_IndirectDiffuse )
	#if defined( LAMBERT ) || defined( PHONG )
		irradiance += iblIrradiance;
	#endif
	RE_IndirectDiffuse( irradiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif
#if defined( RE_IndirectSpecular )
	RE_IndirectSpecular( radiance, iblIrradiance, clearcoatRadiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif`,pS=`#if NUM_LIGHT_PROBE_GRIDS > 0
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
#endif`,mS=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	gl_FragDepth = vIsPerspective == 0.0 ? gl_FragCoord.z : log2( vFragDepth ) * logDepthBufFC * 0.5;
#endif`,gS=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	uniform float logDepthBufFC;
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,_S=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,vS=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	vFragDepth = 1.0 + gl_Position.w;
	vIsPerspective = float( isPerspectiveMatrix( projectionMatrix ) );
#endif`,yS=`#ifdef USE_MAP
	vec4 sampledDiffuseColor = texture2D( map, vMapUv );
	#ifdef DECODE_VIDEO_TEXTURE
		sampledDiffuseColor = sRGBTransferEOTF( sampledDiffuseColor );
	#endif
	diffuseColor *= sampledDiffuseColor;
#endif`,xS=`#ifdef USE_MAP
	uniform sampler2D map;
#endif`,SS=`#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
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
#endif`,MS=`#if defined( USE_POINTS_UV )
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
#endif`,bS=`float metalnessFactor = metalness;
#ifdef USE_METALNESSMAP
	vec4 texelMetalness = texture2D( metalnessMap, vMetalnessMapUv );
	metalnessFactor *= texelMetalness.b;
#endif`,wS=`#ifdef USE_METALNESSMAP
	uniform sampler2D metalnessMap;
#endif`,ES=`#ifdef USE_INSTANCING_MORPH
	float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	float morphTargetBaseInfluence = texelFetch( morphTexture, ivec2( 0, gl_InstanceID ), 0 ).r;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		morphTargetInfluences[i] =  texelFetch( morphTexture, ivec2( i + 1, gl_InstanceID ), 0 ).r;
	}
#endif`,TS=`#if defined( USE_MORPHCOLORS )
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
#endif`,AS=`#ifdef USE_MORPHNORMALS
	objectNormal *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) objectNormal += getMorph( gl_VertexID, i, 1 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,RS=`#ifdef USE_MORPHTARGETS
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
#endif`,CS=`#ifdef USE_MORPHTARGETS
	transformed *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) transformed += getMorph( gl_VertexID, i, 0 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,PS=`float faceDirection = gl_FrontFacing ? 1.0 : - 1.0;
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
vec3 nonPerturbedNormal = normal;`,IS=`#ifdef USE_NORMALMAP_OBJECTSPACE
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
#endif`,LS=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,DS=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,FS=`#ifndef FLAT_SHADED
	vNormal = normalize( transformedNormal );
	#ifdef USE_TANGENT
		vTangent = normalize( transformedTangent );
		vBitangent = normalize( cross( vNormal, vTangent ) * tangent.w );
		#ifdef FLIP_SIDED
			vBitangent = - vBitangent;
		#endif
	#endif
#endif`,NS=`#ifdef USE_NORMALMAP
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
#endif`,US=`#ifdef USE_CLEARCOAT
	vec3 clearcoatNormal = nonPerturbedNormal;
#endif`,OS=`#ifdef USE_CLEARCOAT_NORMALMAP
	vec3 clearcoatMapN = texture2D( clearcoatNormalMap, vClearcoatNormalMapUv ).xyz * 2.0 - 1.0;
	clearcoatMapN.xy *= clearcoatNormalScale;
	clearcoatNormal = normalize( tbn2 * clearcoatMapN );
#endif`,BS=`#ifdef USE_CLEARCOATMAP
	uniform sampler2D clearcoatMap;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform sampler2D clearcoatNormalMap;
	uniform vec2 clearcoatNormalScale;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform sampler2D clearcoatRoughnessMap;
#endif`,kS=`#ifdef USE_IRIDESCENCEMAP
	uniform sampler2D iridescenceMap;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform sampler2D iridescenceThicknessMap;
#endif`,zS=`#ifdef OPAQUE
diffuseColor.a = 1.0;
#endif
#ifdef USE_TRANSMISSION
diffuseColor.a *= material.transmissionAlpha;
#endif
gl_FragColor = vec4( outgoingLight, diffuseColor.a );`,GS=`vec3 packNormalToRGB( const in vec3 normal ) {
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
}`,VS=`#ifdef PREMULTIPLIED_ALPHA
	gl_FragColor.rgb *= gl_FragColor.a;
#endif`,HS=`vec4 mvPosition = vec4( transformed, 1.0 );
#ifdef USE_BATCHING
	mvPosition = batchingMatrix * mvPosition;
#endif
#ifdef USE_INSTANCING
	mvPosition = instanceMatrix * mvPosition;
#endif
mvPosition = modelViewMatrix * mvPosition;
gl_Position = projectionMatrix * mvPosition;`,WS=`#ifdef DITHERING
	gl_FragColor.rgb = dithering( gl_FragColor.rgb );
#endif`,XS=`#ifdef DITHERING
	vec3 dithering( vec3 color ) {
		float grid_position = rand( gl_FragCoord.xy );
		vec3 dither_shift_RGB = vec3( 0.25 / 255.0, -0.25 / 255.0, 0.25 / 255.0 );
		dither_shift_RGB = mix( 2.0 * dither_shift_RGB, -2.0 * dither_shift_RGB, grid_position );
		return color + dither_shift_RGB;
	}
#endif`,$S=`float roughnessFactor = roughness;
#ifdef USE_ROUGHNESSMAP
	vec4 texelRoughness = texture2D( roughnessMap, vRoughnessMapUv );
	roughnessFactor *= texelRoughness.g;
#endif`,qS=`#ifdef USE_ROUGHNESSMAP
	uniform sampler2D roughnessMap;
#endif`,YS=`#if NUM_SPOT_LIGHT_COORDS > 0
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
#endif`,JS=`#if NUM_SPOT_LIGHT_COORDS > 0
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
#endif`,ZS=`#if ( defined( USE_SHADOWMAP ) && ( NUM_DIR_LIGHT_SHADOWS > 0 || NUM_SUN_LIGHT_SHADOWS > 0 || NUM_POINT_LIGHT_SHADOWS > 0 ) ) || ( NUM_SPOT_LIGHT_COORDS > 0 )
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
#endif`,jS=`float getShadowMask() {
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
}`,KS=`#ifdef USE_SKINNING
	mat4 boneMatX = getBoneMatrix( skinIndex.x );
	mat4 boneMatY = getBoneMatrix( skinIndex.y );
	mat4 boneMatZ = getBoneMatrix( skinIndex.z );
	mat4 boneMatW = getBoneMatrix( skinIndex.w );
#endif`,QS=`#ifdef USE_SKINNING
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
#endif`,eM=`#ifdef USE_SKINNING
	vec4 skinVertex = bindMatrix * vec4( transformed, 1.0 );
	vec4 skinned = vec4( 0.0 );
	skinned += boneMatX * skinVertex * skinWeight.x;
	skinned += boneMatY * skinVertex * skinWeight.y;
	skinned += boneMatZ * skinVertex * skinWeight.z;
	skinned += boneMatW * skinVertex * skinWeight.w;
	transformed = ( bindMatrixInverse * skinned ).xyz;
#endif`,tM=`#ifdef USE_SKINNING
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
#endif`,nM=`float specularStrength;
#ifdef USE_SPECULARMAP
	vec4 texelSpecular = texture2D( specularMap, vSpecularMapUv );
	specularStrength = texelSpecular.r;
#else
	specularStrength = 1.0;
#endif`,iM=`#ifdef USE_SPECULARMAP
	uniform sampler2D specularMap;
#endif`,rM=`#if defined( TONE_MAPPING )
	gl_FragColor.rgb = toneMapping( gl_FragColor.rgb );
#endif`,sM=`#ifndef saturate
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
vec3 CustomToneMapping( vec3 color ) { return color; }`,aM=`#ifdef USE_TRANSMISSION
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
#endif`,oM=`#ifdef USE_TRANSMISSION
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
#endif`,lM=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
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
#endif`,cM=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
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
#endif`,uM=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
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
#endif`,hM=`#if defined( USE_ENVMAP ) || defined( DISTANCE ) || defined ( USE_SHADOWMAP ) || defined ( USE_TRANSMISSION ) || NUM_SPOT_LIGHT_COORDS > 0
	vec4 worldPosition = vec4( transformed, 1.0 );
	#ifdef USE_BATCHING
		worldPosition = batchingMatrix * worldPosition;
	#endif
	#ifdef USE_INSTANCING
		worldPosition = instanceMatrix * worldPosition;
	#endif
	worldPosition = modelMatrix * worldPosition;
#endif`,dM=`varying vec2 vUv;
uniform mat3 uvTransform;
void main() {
	vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	gl_Position = vec4( position.xy, 1.0, 1.0 );
}`,fM=`uniform sampler2D t2D;
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
}`,pM=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,mM=`uniform float backgroundBlurriness;
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
}`,gM=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,_M=`uniform samplerCube tCube;
uniform float tFlip;
uniform float opacity;
varying vec3 vWorldDirection;
void main() {
	vec4 texColor = textureCube( tCube, vec3( tFlip * vWorldDirection.x, vWorldDirection.yz ) );
	gl_FragColor = texColor;
	gl_FragColor.a *= opacity;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,vM=`#include <common>
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
}`,yM=`#if DEPTH_PACKING == 3200
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
}`,xM=`#define DISTANCE
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
}`,SM=`#define DISTANCE
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
}`,MM=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
}`,bM=`uniform sampler2D tEquirect;
varying vec3 vWorldDirection;
#include <common>
void main() {
	vec3 direction = normalize( vWorldDirection );
	vec2 sampleUV = equirectUv( direction );
	gl_FragColor = texture2D( tEquirect, sampleUV );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,wM=`uniform float scale;
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
}`,EM=`uniform vec3 diffuse;
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
}`,TM=`#include <common>
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
}`,AM=`uniform vec3 diffuse;
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
}`,RM=`#define LAMBERT
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
}`,CM=`#define LAMBERT
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
}`,PM=`#define MATCAP
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
}`,IM=`#define MATCAP
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
}`,LM=`#define NORMAL
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
}`,DM=`#define NORMAL
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
}`,FM=`#define PHONG
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
}`,NM=`#define PHONG
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
}`,UM=`#define STANDARD
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
}`,OM=`#define STANDARD
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
}`,BM=`#define TOON
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
}`,kM=`#define TOON
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
}`,zM=`uniform float size;
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
}`,GM=`uniform vec3 diffuse;
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
}`,VM=`#include <common>
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
}`,HM=`uniform vec3 color;
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
}`,WM=`uniform float rotation;
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
}`,XM=`uniform vec3 diffuse;
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
}`,_t={alphahash_fragment:fx,alphahash_pars_fragment:px,alphamap_fragment:mx,alphamap_pars_fragment:gx,alphatest_fragment:_x,alphatest_pars_fragment:vx,aomap_fragment:yx,aomap_pars_fragment:xx,batching_pars_vertex:Sx,batching_vertex:Mx,begin_vertex:bx,beginnormal_vertex:wx,bsdfs:Ex,iridescence_fragment:Tx,bumpmap_pars_fragment:Ax,clipping_planes_fragment:Rx,clipping_planes_pars_fragment:Cx,clipping_planes_pars_vertex:Px,clipping_planes_vertex:Ix,color_fragment:Lx,color_pars_fragment:Dx,color_pars_vertex:Fx,color_vertex:Nx,common:Ux,defaultnormal_vertex:Ox,displacementmap_pars_vertex:Bx,displacementmap_vertex:kx,emissivemap_fragment:zx,emissivemap_pars_fragment:Gx,colorspace_fragment:Vx,colorspace_pars_fragment:Hx,envmap_fragment:Wx,envmap_common_pars_fragment:Xx,envmap_pars_fragment:$x,envmap_pars_vertex:qx,envmap_physical_pars_fragment:rS,envmap_vertex:Yx,fog_vertex:Jx,fog_pars_vertex:Zx,fog_fragment:jx,fog_pars_fragment:Kx,gradientmap_pars_fragment:Qx,lightmap_pars_fragment:eS,lights_lambert_fragment:tS,lights_lambert_pars_fragment:nS,lights_pars_begin:iS,lights_toon_fragment:sS,lights_toon_pars_fragment:aS,lights_phong_fragment:oS,lights_phong_pars_fragment:lS,lights_physical_fragment:cS,lights_physical_pars_fragment:uS,lights_fragment_begin:hS,lights_fragment_maps:dS,lights_fragment_end:fS,lightprobes_pars_fragment:pS,logdepthbuf_fragment:mS,logdepthbuf_pars_fragment:gS,logdepthbuf_pars_vertex:_S,logdepthbuf_vertex:vS,map_fragment:yS,map_pars_fragment:xS,map_particle_fragment:SS,map_particle_pars_fragment:MS,metalnessmap_fragment:bS,metalnessmap_pars_fragment:wS,morphinstance_vertex:ES,morphcolor_vertex:TS,morphnormal_vertex:AS,morphtarget_pars_vertex:RS,morphtarget_vertex:CS,normal_fragment_begin:PS,normal_fragment_maps:IS,normal_pars_fragment:LS,normal_pars_vertex:DS,normal_vertex:FS,normalmap_pars_fragment:NS,clearcoat_normal_fragment_begin:US,clearcoat_normal_fragment_maps:OS,clearcoat_pars_fragment:BS,iridescence_pars_fragment:kS,opaque_fragment:zS,packing:GS,premultiplied_alpha_fragment:VS,project_vertex:HS,dithering_fragment:WS,dithering_pars_fragment:XS,roughnessmap_fragment:$S,roughnessmap_pars_fragment:qS,shadowmap_pars_fragment:YS,shadowmap_pars_vertex:JS,shadowmap_vertex:ZS,shadowmask_pars_fragment:jS,skinbase_vertex:KS,skinning_pars_vertex:QS,skinning_vertex:eM,skinnormal_vertex:tM,specularmap_fragment:nM,specularmap_pars_fragment:iM,tonemapping_fragment:rM,tonemapping_pars_fragment:sM,transmission_fragment:aM,transmission_pars_fragment:oM,uv_pars_fragment:lM,uv_pars_vertex:cM,uv_vertex:uM,worldpos_vertex:hM,background_vert:dM,background_frag:fM,backgroundCube_vert:pM,backgroundCube_frag:mM,cube_vert:gM,cube_frag:_M,depth_vert:vM,depth_frag:yM,distance_vert:xM,distance_frag:SM,equirect_vert:MM,equirect_frag:bM,linedashed_vert:wM,linedashed_frag:EM,meshbasic_vert:TM,meshbasic_frag:AM,meshlambert_vert:RM,meshlambert_frag:CM,meshmatcap_vert:PM,meshmatcap_frag:IM,meshnormal_vert:LM,meshnormal_frag:DM,meshphong_vert:FM,meshphong_frag:NM,meshphysical_vert:UM,meshphysical_frag:OM,meshtoon_vert:BM,meshtoon_frag:kM,points_vert:zM,points_frag:GM,shadow_vert:VM,shadow_frag:HM,sprite_vert:WM,sprite_frag:XM},ke={common:{diffuse:{value:new nt(16777215)},opacity:{value:1},map:{value:null},mapTransform:{value:new lt},alphaMap:{value:null},alphaMapTransform:{value:new lt},alphaTest:{value:0}},specularmap:{specularMap:{value:null},specularMapTransform:{value:new lt}},envmap:{envMap:{value:null},envMapRotation:{value:new lt},reflectivity:{value:1},ior:{value:1.5},refractionRatio:{value:.98},dfgLUT:{value:null}},aomap:{aoMap:{value:null},aoMapIntensity:{value:1},aoMapTransform:{value:new lt}},lightmap:{lightMap:{value:null},lightMapIntensity:{value:1},lightMapTransform:{value:new lt}},bumpmap:{bumpMap:{value:null},bumpMapTransform:{value:new lt},bumpScale:{value:1}},normalmap:{normalMap:{value:null},normalMapTransform:{value:new lt},normalScale:{value:new ze(1,1)}},displacementmap:{displacementMap:{value:null},displacementMapTransform:{value:new lt},displacementScale:{value:1},displacementBias:{value:0}},emissivemap:{emissiveMap:{value:null},emissiveMapTransform:{value:new lt}},metalnessmap:{metalnessMap:{value:null},metalnessMapTransform:{value:new lt}},roughnessmap:{roughnessMap:{value:null},roughnessMapTransform:{value:new lt}},gradientmap:{gradientMap:{value:null}},fog:{fogDensity:{value:25e-5},fogNear:{value:1},fogFar:{value:2e3},fogColor:{value:new nt(16777215)}},lights:{ambientLightColor:{value:[]},lightProbe:{value:[]},sunLights:{value:[],properties:{direction:{},color:{}}},sunLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},sunShadowMatrix:{value:[]},sunShadowCascade:{value:[]},directionalLights:{value:[],properties:{direction:{},color:{}}},directionalLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},directionalShadowMatrix:{value:[]},spotLights:{value:[],properties:{color:{},position:{},direction:{},distance:{},coneCos:{},penumbraCos:{},decay:{}}},spotLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},spotLightMap:{value:[]},spotLightMatrix:{value:[]},pointLights:{value:[],properties:{color:{},position:{},decay:{},distance:{}}},pointLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{},shadowCameraNear:{},shadowCameraFar:{}}},pointShadowMatrix:{value:[]},hemisphereLights:{value:[],properties:{direction:{},skyColor:{},groundColor:{}}},rectAreaLights:{value:[],properties:{color:{},position:{},width:{},height:{}}},ltc_1:{value:null},ltc_2:{value:null},probesSH:{value:[]},probesMin:{value:[]},probesMax:{value:[]},probesResolution:{value:[]}},points:{diffuse:{value:new nt(16777215)},opacity:{value:1},size:{value:1},scale:{value:1},map:{value:null},alphaMap:{value:null},alphaMapTransform:{value:new lt},alphaTest:{value:0},uvTransform:{value:new lt}},sprite:{diffuse:{value:new nt(16777215)},opacity:{value:1},center:{value:new ze(.5,.5)},rotation:{value:0},map:{value:null},mapTransform:{value:new lt},alphaMap:{value:null},alphaMapTransform:{value:new lt},alphaTest:{value:0}}},ui={basic:{uniforms:_n([ke.common,ke.specularmap,ke.envmap,ke.aomap,ke.lightmap,ke.fog]),vertexShader:_t.meshbasic_vert,fragmentShader:_t.meshbasic_frag},lambert:{uniforms:_n([ke.common,ke.specularmap,ke.envmap,ke.aomap,ke.lightmap,ke.emissivemap,ke.bumpmap,ke.normalmap,ke.displacementmap,ke.fog,ke.lights,{emissive:{value:new nt(0)},envMapIntensity:{value:1}}]),vertexShader:_t.meshlambert_vert,fragmentShader:_t.meshlambert_frag},phong:{uniforms:_n([ke.common,ke.specularmap,ke.envmap,ke.aomap,ke.lightmap,ke.emissivemap,ke.bumpmap,ke.normalmap,ke.displacementmap,ke.fog,ke.lights,{emissive:{value:new nt(0)},specular:{value:new nt(1118481)},shininess:{value:30},envMapIntensity:{value:1}}]),vertexShader:_t.meshphong_vert,fragmentShader:_t.meshphong_frag},standard:{uniforms:_n([ke.common,ke.envmap,ke.aomap,ke.lightmap,ke.emissivemap,ke.bumpmap,ke.normalmap,ke.displacementmap,ke.roughnessmap,ke.metalnessmap,ke.fog,ke.lights,{emissive:{value:new nt(0)},roughness:{value:1},metalness:{value:0},envMapIntensity:{value:1}}]),vertexShader:_t.meshphysical_vert,fragmentShader:_t.meshphysical_frag},toon:{uniforms:_n([ke.common,ke.aomap,ke.lightmap,ke.emissivemap,ke.bumpmap,ke.normalmap,ke.displacementmap,ke.gradientmap,ke.fog,ke.lights,{emissive:{value:new nt(0)}}]),vertexShader:_t.meshtoon_vert,fragmentShader:_t.meshtoon_frag},matcap:{uniforms:_n([ke.common,ke.bumpmap,ke.normalmap,ke.displacementmap,ke.fog,{matcap:{value:null}}]),vertexShader:_t.meshmatcap_vert,fragmentShader:_t.meshmatcap_frag},points:{uniforms:_n([ke.points,ke.fog]),vertexShader:_t.points_vert,fragmentShader:_t.points_frag},dashed:{uniforms:_n([ke.common,ke.fog,{scale:{value:1},dashSize:{value:1},totalSize:{value:2}}]),vertexShader:_t.linedashed_vert,fragmentShader:_t.linedashed_frag},depth:{uniforms:_n([ke.common,ke.displacementmap]),vertexShader:_t.depth_vert,fragmentShader:_t.depth_frag},normal:{uniforms:_n([ke.common,ke.bumpmap,ke.normalmap,ke.displacementmap,{opacity:{value:1}}]),vertexShader:_t.meshnormal_vert,fragmentShader:_t.meshnormal_frag},sprite:{uniforms:_n([ke.sprite,ke.fog]),vertexShader:_t.sprite_vert,fragmentShader:_t.sprite_frag},background:{uniforms:{uvTransform:{value:new lt},t2D:{value:null},backgroundIntensity:{value:1}},vertexShader:_t.background_vert,fragmentShader:_t.background_frag},backgroundCube:{uniforms:{envMap:{value:null},backgroundBlurriness:{value:0},backgroundIntensity:{value:1},backgroundRotation:{value:new lt}},vertexShader:_t.backgroundCube_vert,fragmentShader:_t.backgroundCube_frag},cube:{uniforms:{tCube:{value:null},tFlip:{value:-1},opacity:{value:1}},vertexShader:_t.cube_vert,fragmentShader:_t.cube_frag},equirect:{uniforms:{tEquirect:{value:null}},vertexShader:_t.equirect_vert,fragmentShader:_t.equirect_frag},distance:{uniforms:_n([ke.common,ke.displacementmap,{referencePosition:{value:new Z},nearDistance:{value:1},farDistance:{value:1e3}}]),vertexShader:_t.distance_vert,fragmentShader:_t.distance_frag},shadow:{uniforms:_n([ke.lights,ke.fog,{color:{value:new nt(0)},opacity:{value:1}}]),vertexShader:_t.shadow_vert,fragmentShader:_t.shadow_frag}};ui.physical={uniforms:_n([ui.standard.uniforms,{clearcoat:{value:0},clearcoatMap:{value:null},clearcoatMapTransform:{value:new lt},clearcoatNormalMap:{value:null},clearcoatNormalMapTransform:{value:new lt},clearcoatNormalScale:{value:new ze(1,1)},clearcoatRoughness:{value:0},clearcoatRoughnessMap:{value:null},clearcoatRoughnessMapTransform:{value:new lt},diffuseRoughness:{value:0},diffuseRoughnessMap:{value:null},diffuseRoughnessMapTransform:{value:new lt},dispersion:{value:0},retroreflectivity:{value:0},iridescence:{value:0},iridescenceMap:{value:null},iridescenceMapTransform:{value:new lt},iridescenceIOR:{value:1.3},iridescenceThicknessMinimum:{value:100},iridescenceThicknessMaximum:{value:400},iridescenceThicknessMap:{value:null},iridescenceThicknessMapTransform:{value:new lt},sheen:{value:0},sheenColor:{value:new nt(0)},sheenColorMap:{value:null},sheenColorMapTransform:{value:new lt},sheenRoughness:{value:1},sheenRoughnessMap:{value:null},sheenRoughnessMapTransform:{value:new lt},transmission:{value:0},transmissionMap:{value:null},transmissionMapTransform:{value:new lt},transmissionSamplerSize:{value:new ze},transmissionSamplerMap:{value:null},thickness:{value:0},thicknessMap:{value:null},thicknessMapTransform:{value:new lt},attenuationDistance:{value:0},attenuationColor:{value:new nt(0)},specularColor:{value:new nt(1,1,1)},specularColorMap:{value:null},specularColorMapTransform:{value:new lt},specularIntensity:{value:1},specularIntensityMap:{value:null},specularIntensityMapTransform:{value:new lt},anisotropyVector:{value:new ze},anisotropyMap:{value:null},anisotropyMapTransform:{value:new lt}}]),vertexShader:_t.meshphysical_vert,fragmentShader:_t.meshphysical_frag};var Cl={r:0,b:0,g:0},$M=new Rt,Lf=new lt;Lf.set(-1,0,0,0,1,0,0,0,1);function qM(i,e,t,n,r,a){let l=new nt(0),c=r===!0?0:1,h,d,p=null,_=0,g=null;function y(T){let E=T.isScene===!0?T.background:null;if(E&&E.isTexture){let w=T.backgroundBlurriness>0;E=e.get(E,w)}return E}function S(T){let E=!1,w=y(T);w===null?v(l,c):w&&w.isColor&&(v(w,1),E=!0);let N=i.xr.getEnvironmentBlendMode();N==="additive"?t.buffers.color.setClear(0,0,0,1,a):N==="alpha-blend"&&t.buffers.color.setClear(0,0,0,0,a),(i.autoClear||E)&&(t.buffers.depth.setTest(!0),t.buffers.depth.setMask(!0),t.buffers.color.setMask(!0),i.clear(i.autoClearColor,i.autoClearDepth,i.autoClearStencil))}function R(T,E){let w=y(E);w&&w.isCubeTexture?(d===void 0&&(d=new $t(new Oi(1,1,1),new oi({name:"BackgroundCubeMaterial",uniforms:ur(ui.backgroundCube.uniforms),vertexShader:ui.backgroundCube.vertexShader,fragmentShader:ui.backgroundCube.fragmentShader,side:bn,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),d.geometry.deleteAttribute("normal"),d.geometry.deleteAttribute("uv"),d.onBeforeRender=function(N,F,b){this.matrixWorld.copyPosition(b.matrixWorld)},Object.defineProperty(d.material,"envMap",{get:function(){return this.uniforms.envMap.value}}),n.update(d)),d.material.uniforms.envMap.value=w,d.material.uniforms.backgroundBlurriness.value=E.backgroundBlurriness,d.material.uniforms.backgroundIntensity.value=E.backgroundIntensity,d.material.uniforms.backgroundRotation.value.setFromMatrix4($M.makeRotationFromEuler(E.backgroundRotation)).transpose(),w.isRenderTargetTexture===!1&&d.material.uniforms.backgroundRotation.value.premultiply(Lf),d.material.toneMapped=St.getTransfer(w.colorSpace)!==Pt,(p!==w||_!==w.version||g!==i.toneMapping)&&(d.material.needsUpdate=!0,p=w,_=w.version,g=i.toneMapping),d.layers.enableAll(),T.unshift(d,d.geometry,d.material,0,0,null)):w&&w.isTexture&&(h===void 0&&(h=new $t(new rr(2,2),new oi({name:"BackgroundMaterial",uniforms:ur(ui.background.uniforms),vertexShader:ui.background.vertexShader,fragmentShader:ui.background.fragmentShader,side:Vi,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),h.geometry.deleteAttribute("normal"),Object.defineProperty(h.material,"map",{get:function(){return this.uniforms.t2D.value}}),n.update(h)),h.material.uniforms.t2D.value=w,h.material.uniforms.backgroundIntensity.value=E.backgroundIntensity,h.material.toneMapped=St.getTransfer(w.colorSpace)!==Pt,w.matrixAutoUpdate===!0&&w.updateMatrix(),h.material.uniforms.uvTransform.value.copy(w.matrix),(p!==w||_!==w.version||g!==i.toneMapping)&&(h.material.needsUpdate=!0,p=w,_=w.version,g=i.toneMapping),h.layers.enableAll(),T.unshift(h,h.geometry,h.material,0,0,null))}function v(T,E){T.getRGB(Cl,vu(i)),t.buffers.color.setClear(Cl.r,Cl.g,Cl.b,E,a)}function x(){d!==void 0&&(d.geometry.dispose(),d.material.dispose(),d=void 0),h!==void 0&&(h.geometry.dispose(),h.material.dispose(),h=void 0)}return{getClearColor:function(){return l},setClearColor:function(T,E=1){l.set(T),c=E,v(l,c)},getClearAlpha:function(){return c},setClearAlpha:function(T){c=T,v(l,c)},render:S,addToRenderList:R,dispose:x}}function YM(i,e){let t=i.getParameter(i.MAX_VERTEX_ATTRIBS),n={},r=g(null),a=r,l=!1;function c(B,X,K,k,ee){let G=!1,j=_(B,k,K,X);a!==j&&(a=j,d(a.object)),G=y(B,k,K,ee),G&&S(B,k,K,ee),ee!==null&&e.update(ee,i.ELEMENT_ARRAY_BUFFER),(G||l)&&(l=!1,w(B,X,K,k),ee!==null&&i.bindBuffer(i.ELEMENT_ARRAY_BUFFER,e.get(ee).buffer))}function h(){return i.createVertexArray()}function d(B){return i.bindVertexArray(B)}function p(B){return i.deleteVertexArray(B)}function _(B,X,K,k){let ee=k.wireframe===!0,G=n[X.id];G===void 0&&(G={},n[X.id]=G);let j=B.isInstancedMesh===!0?B.id:0,fe=G[j];fe===void 0&&(fe={},G[j]=fe);let ne=fe[K.id];ne===void 0&&(ne={},fe[K.id]=ne);let V=ne[ee];return V===void 0&&(V=g(h()),ne[ee]=V),V}function g(B){let X=[],K=[],k=[];for(let ee=0;ee<t;ee++)X[ee]=0,K[ee]=0,k[ee]=0;return{geometry:null,program:null,wireframe:!1,newAttributes:X,enabledAttributes:K,attributeDivisors:k,object:B,attributes:{},index:null}}function y(B,X,K,k){let ee=a.attributes,G=X.attributes,j=0,fe=K.getAttributes();for(let ne in fe)if(fe[ne].location>=0){let _e=ee[ne],We=G[ne];if(We===void 0&&(ne==="instanceMatrix"&&B.instanceMatrix&&(We=B.instanceMatrix),ne==="instanceColor"&&B.instanceColor&&(We=B.instanceColor)),_e===void 0||_e.attribute!==We||We&&_e.data!==We.data)return!0;j++}return a.attributesNum!==j||a.index!==k}function S(B,X,K,k){let ee={},G=X.attributes,j=0,fe=K.getAttributes();for(let ne in fe)if(fe[ne].location>=0){let _e=G[ne];_e===void 0&&(ne==="instanceMatrix"&&B.instanceMatrix&&(_e=B.instanceMatrix),ne==="instanceColor"&&B.instanceColor&&(_e=B.instanceColor));let We={};We.attribute=_e,_e&&_e.data&&(We.data=_e.data),ee[ne]=We,j++}a.attributes=ee,a.attributesNum=j,a.index=k}function R(){let B=a.newAttributes;for(let X=0,K=B.length;X<K;X++)B[X]=0}function v(B){x(B,0)}function x(B,X){let K=a.newAttributes,k=a.enabledAttributes,ee=a.attributeDivisors;K[B]=1,k[B]===0&&(i.enableVertexAttribArray(B),k[B]=1),ee[B]!==X&&(i.vertexAttribDivisor(B,X),ee[B]=X)}function T(){let B=a.newAttributes,X=a.enabledAttributes;for(let K=0,k=X.length;K<k;K++)X[K]!==B[K]&&(i.disableVertexAttribArray(K),X[K]=0)}function E(B,X,K,k,ee,G,j){j===!0?i.vertexAttribIPointer(B,X,K,ee,G):i.vertexAttribPointer(B,X,K,k,ee,G)}function w(B,X,K,k){R();let ee=k.attributes,G=K.getAttributes(),j=X.defaultAttributeValues;for(let fe in G){let ne=G[fe];if(ne.location>=0){let V=ee[fe];if(V===void 0&&(fe==="instanceMatrix"&&B.instanceMatrix&&(V=B.instanceMatrix),fe==="instanceColor"&&B.instanceColor&&(V=B.instanceColor)),V!==void 0){let _e=V.normalized,We=V.itemSize,rt=e.get(V);if(rt===void 0)continue;let ue=rt.buffer,Ne=rt.type,Ce=rt.bytesPerElement,Me=Ne===i.INT||Ne===i.UNSIGNED_INT||V.gpuType===Xo;if(V.isInterleavedBufferAttribute){let me=V.data,Xe=me.isInterleavedBuffer===!0?me.stride:me.itemSize,Tt=V.offset;if(me.isInstancedInterleavedBuffer||me.isInstancedBufferAttribute){for(let Je=0;Je<ne.locationSize;Je++)x(ne.location+Je,me.meshPerAttribute);B.isInstancedMesh!==!0&&k._maxInstanceCount===void 0&&(k._maxInstanceCount=me.meshPerAttribute*me.count)}else for(let Je=0;Je<ne.locationSize;Je++)v(ne.location+Je);i.bindBuffer(i.ARRAY_BUFFER,ue);for(let Je=0;Je<ne.locationSize;Je++)E(ne.location+Je,We/ne.locationSize,Ne,_e,Xe*Ce,(Tt+We/ne.locationSize*Je)*Ce,Me)}else{if(V.isInstancedBufferAttribute){for(let me=0;me<ne.locationSize;me++)x(ne.location+me,V.meshPerAttribute);B.isInstancedMesh!==!0&&k._maxInstanceCount===void 0&&(k._maxInstanceCount=V.meshPerAttribute*V.count)}else for(let me=0;me<ne.locationSize;me++)v(ne.location+me);i.bindBuffer(i.ARRAY_BUFFER,ue);for(let me=0;me<ne.locationSize;me++)E(ne.location+me,We/ne.locationSize,Ne,_e,We*Ce,We/ne.locationSize*me*Ce,Me)}}else if(j!==void 0){let _e=j[fe];if(_e!==void 0)switch(_e.length){case 2:i.vertexAttrib2fv(ne.location,_e);break;case 3:i.vertexAttrib3fv(ne.location,_e);break;case 4:i.vertexAttrib4fv(ne.location,_e);break;default:i.vertexAttrib1fv(ne.location,_e)}}}}T()}function N(){W();for(let B in n){let X=n[B];for(let K in X){let k=X[K];for(let ee in k){let G=k[ee];for(let j in G)p(G[j].object),delete G[j];delete k[ee]}}delete n[B]}}function F(B){if(n[B.id]===void 0)return;let X=n[B.id];for(let K in X){let k=X[K];for(let ee in k){let G=k[ee];for(let j in G)p(G[j].object),delete G[j];delete k[ee]}}delete n[B.id]}function b(B){for(let X in n){let K=n[X];for(let k in K){let ee=K[k];if(ee[B.id]===void 0)continue;let G=ee[B.id];for(let j in G)p(G[j].object),delete G[j];delete ee[B.id]}}}function D(B){for(let X in n){let K=n[X],k=B.isInstancedMesh===!0?B.id:0,ee=K[k];if(ee!==void 0){for(let G in ee){let j=ee[G];for(let fe in j)p(j[fe].object),delete j[fe];delete ee[G]}delete K[k],Object.keys(K).length===0&&delete n[X]}}}function W(){z(),l=!0,a!==r&&(a=r,d(a.object))}function z(){r.geometry=null,r.program=null,r.wireframe=!1}return{setup:c,reset:W,resetDefaultState:z,dispose:N,releaseStatesOfGeometry:F,releaseStatesOfObject:D,releaseStatesOfProgram:b,initAttributes:R,enableAttribute:v,disableUnusedAttributes:T}}function JM(i,e,t){let n;function r(h){n=h}function a(h,d){i.drawArrays(n,h,d),t.update(d,n,1)}function l(h,d,p){p!==0&&(i.drawArraysInstanced(n,h,d,p),t.update(d,n,p))}function c(h,d,p){if(p===0)return;e.get("WEBGL_multi_draw").multiDrawArraysWEBGL(n,h,0,d,0,p);let g=0;for(let y=0;y<p;y++)g+=d[y];t.update(g,n,1)}this.setMode=r,this.render=a,this.renderInstances=l,this.renderMultiDraw=c}function ZM(i,e,t,n){let r;function a(){if(r!==void 0)return r;if(e.has("EXT_texture_filter_anisotropic")===!0){let b=e.get("EXT_texture_filter_anisotropic");r=i.getParameter(b.MAX_TEXTURE_MAX_ANISOTROPY_EXT)}else r=0;return r}function l(b){return!(b!==Jn&&n.convert(b)!==i.getParameter(i.IMPLEMENTATION_COLOR_READ_FORMAT))}function c(b){let D=b===Yn&&(e.has("EXT_color_buffer_half_float")||e.has("EXT_color_buffer_float"));return!(b!==En&&b!==On&&!D&&n.convert(b)!==i.getParameter(i.IMPLEMENTATION_COLOR_READ_TYPE))}function h(b){if(b==="highp"){if(i.getShaderPrecisionFormat(i.VERTEX_SHADER,i.HIGH_FLOAT).precision>0&&i.getShaderPrecisionFormat(i.FRAGMENT_SHADER,i.HIGH_FLOAT).precision>0)return"highp";b="mediump"}return b==="mediump"&&i.getShaderPrecisionFormat(i.VERTEX_SHADER,i.MEDIUM_FLOAT).precision>0&&i.getShaderPrecisionFormat(i.FRAGMENT_SHADER,i.MEDIUM_FLOAT).precision>0?"mediump":"lowp"}let d=t.precision!==void 0?t.precision:"highp",p=h(d);p!==d&&(it("WebGLRenderer:",d,"not supported, using",p,"instead."),d=p);let _=t.reversedDepthBuffer===!0&&e.has("EXT_clip_control"),g=t.logarithmicDepthBuffer===!0&&_===!1;t.reversedDepthBuffer===!0&&_===!1&&it("WebGLRenderer: Unable to use reversed depth buffer due to missing EXT_clip_control extension. Fallback to default depth buffer."),t.logarithmicDepthBuffer===!0&&_===!0&&it("WebGLRenderer: Logarithmic depth buffer is ignored when reversed depth buffer is enabled.");let y=i.getParameter(i.MAX_TEXTURE_IMAGE_UNITS),S=i.getParameter(i.MAX_VERTEX_TEXTURE_IMAGE_UNITS),R=i.getParameter(i.MAX_TEXTURE_SIZE),v=i.getParameter(i.MAX_CUBE_MAP_TEXTURE_SIZE),x=i.getParameter(i.MAX_VERTEX_ATTRIBS),T=i.getParameter(i.MAX_VERTEX_UNIFORM_VECTORS),E=i.getParameter(i.MAX_VARYING_VECTORS),w=i.getParameter(i.MAX_FRAGMENT_UNIFORM_VECTORS),N=i.getParameter(i.MAX_SAMPLES),F=i.getParameter(i.SAMPLES);return{isWebGL2:!0,getMaxAnisotropy:a,getMaxPrecision:h,textureFormatReadable:l,textureTypeReadable:c,precision:d,logarithmicDepthBuffer:g,reversedDepthBuffer:_,maxTextures:y,maxVertexTextures:S,maxTextureSize:R,maxCubemapSize:v,maxAttributes:x,maxVertexUniforms:T,maxVaryings:E,maxFragmentUniforms:w,maxSamples:N,samples:F}}function jM(i){let e=this,t=null,n=0,r=!1,a=!1,l=new Wn,c=new lt,h={value:null,needsUpdate:!1};this.uniform=h,this.numPlanes=0,this.numIntersection=0,this.init=function(_,g){let y=_.length!==0||g||n!==0||r;return r=g,n=_.length,y},this.beginShadows=function(){a=!0,p(null)},this.endShadows=function(){a=!1},this.setGlobalState=function(_,g){t=p(_,g,0)},this.setState=function(_,g,y){let S=_.clippingPlanes,R=_.clipIntersection,v=_.clipShadows,x=i.get(_);if(!r||S===null||S.length===0||a&&!v)a?p(null):d();else{let T=a?0:n,E=T*4,w=x.clippingState||null;h.value=w,w=p(S,g,E,y);for(let N=0;N!==E;++N)w[N]=t[N];x.clippingState=w,this.numIntersection=R?this.numPlanes:0,this.numPlanes+=T}};function d(){h.value!==t&&(h.value=t,h.needsUpdate=n>0),e.numPlanes=n,e.numIntersection=0}function p(_,g,y,S){let R=_!==null?_.length:0,v=null;if(R!==0){if(v=h.value,S!==!0||v===null){let x=y+R*4,T=g.matrixWorldInverse;c.getNormalMatrix(T),(v===null||v.length<x)&&(v=new Float32Array(x));for(let E=0,w=y;E!==R;++E,w+=4)l.copy(_[E]).applyMatrix4(T,c),l.normal.toArray(v,w),v[w+3]=l.constant}h.value=v,h.needsUpdate=!0}return e.numPlanes=R,e.numIntersection=0,v}}var aa=class extends Cn{constructor(e=1,t={}){super(e,e,t),this.isWebGLCubeRenderTarget=!0;let n={width:e,height:e,depth:1},r=[n,n,n,n,n,n];this.texture=new Rs(r),this._setTextureOptions(t),this.texture.isRenderTargetTexture=!0}fromEquirectangularTexture(e,t){this.texture.type=t.type,this.texture.colorSpace=t.colorSpace,this.texture.generateMipmaps=t.generateMipmaps,this.texture.minFilter=t.minFilter,this.texture.magFilter=t.magFilter;let n={uniforms:{tEquirect:{value:null}},vertexShader:`

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
			`},r=new Oi(5,5,5),a=new oi({name:"CubemapFromEquirect",uniforms:ur(n.uniforms),vertexShader:n.vertexShader,fragmentShader:n.fragmentShader,side:bn,blending:ar});a.uniforms.tEquirect.value=t;let l=new $t(r,a),c=t.minFilter;return t.minFilter===bi&&(t.minFilter=Sn),new Wr(1,10,this).update(e,l),t.minFilter=c,l.geometry.dispose(),l.material.dispose(),this}clear(e,t=!0,n=!0,r=!0){let a=e.getRenderTarget();for(let l=0;l<6;l++)e.setRenderTarget(this,l),e.clear(t,n,r);e.setRenderTarget(a)}},uf=256,KM=3,QM=20,Df=256,Ff=16,eb=3,tb=new Z,nb=new nt,Il=class i{constructor(e){this._renderer=e,this._cubeSize=0,this._sourceTarget=null,this._cubeCamera=new Wr(1,10,null),this._boxMesh=new $t(new Oi(5,5,5),null),this._cubemapMaterial=null,this._equirectMaterial=null,this._blurMaterial=null,this._ggxMaterial=null,this._integrationMaterial=null}fromScene(e,t=0,n=.1,r=100,a={}){let{size:l=256,position:c=tb}=a,h=this._renderer;this._setSize(l);let d=this._allocateTarget(),p=this._getSourceTarget(!0);t>0&&(p.texture.mipmapsAutoUpdate=!1);let _=h.autoClear,g=h.autoClearColor,y=h.autoClearDepth,S=h.autoClearStencil,R=e.background;h.autoClear=!0,h.autoClearColor=!0,h.autoClearDepth=!0,h.autoClearStencil=!0,R===null&&(e.background=h.getClearColor(nb));let v=new Wr(n,r,p);return v.position.copy(c),v.update(h,e),h.autoClear=_,h.autoClearColor=g,h.autoClearDepth=y,h.autoClearStencil=S,e.background=R,t>0&&(p.texture.mipmapsAutoUpdate=!0,this._blur(d,t)),this._applyPMREM(d),d}fromEquirectangular(e,t=null){return this._fromTexture(e,t)}fromCubemap(e,t=null){return this._fromTexture(e,t)}compileCubemapShader(){this._cubemapMaterial===null&&(this._cubemapMaterial=ff(),this._compileMaterial(this._cubemapMaterial))}compileEquirectangularShader(){this._equirectMaterial===null&&(this._equirectMaterial=df(),this._compileMaterial(this._equirectMaterial))}dispose(){this._sourceTarget!==null&&this._sourceTarget.dispose(),this._cubemapMaterial!==null&&this._cubemapMaterial.dispose(),this._equirectMaterial!==null&&this._equirectMaterial.dispose(),this._blurMaterial!==null&&this._blurMaterial.dispose(),this._ggxMaterial!==null&&this._ggxMaterial.dispose(),this._integrationMaterial!==null&&this._integrationMaterial.dispose(),this._boxMesh.geometry.dispose()}static lodToRoughness(e,t){return t>0?1-Math.sqrt(1-e/t):0}_setSize(e){this._cubeSize=Math.max(uf,ef(e))}_fromTexture(e,t){e.mapping===lr||e.mapping===qr?this._setSize(e.image.length===0?uf:e.image[0].width||e.image[0].image.width):this._setSize(e.image.width/4);let n=t||this._allocateTarget();return this._textureToCubemap(e),this._applyPMREM(n),n}_allocateTarget(){let e=this._cubeSize,t=hf(e,!1,!1),n=Math.log2(e)-KM;for(let r=0;r<=n;r++)t.texture.mipmaps.push({width:e>>r,height:e>>r});return t.texture.name="PMREM",t.texture.isPMREMTexture=!0,t}_getSourceTarget(e=!1){let t=this._cubeSize,n=this._sourceTarget;return(n===null||n.width!==t||e&&n.depthBuffer===!1)&&(n!==null&&n.dispose(),this._sourceTarget=hf(t,!0,e)),this._sourceTarget}_compileMaterial(e){this._boxMesh.material=e,this._renderer.compile(this._boxMesh,this._cubeCamera.children[0])}_renderCube(e,t,n){let r=this._boxMesh,a=this._cubeCamera;r.material=n,a.renderTarget=e,a.activeMipmapLevel=t;let l=e.width>>t;e.viewport.set(0,0,l,l),a.update(this._renderer,r),e.viewport.set(0,0,e.width,e.height)}_textureToCubemap(e){let t;e.mapping===lr||e.mapping===qr?(this._cubemapMaterial===null&&(this._cubemapMaterial=ff()),t=this._cubemapMaterial,t.uniforms.flipEnvMap.value=e.isRenderTargetTexture===!1?-1:1):(this._equirectMaterial===null&&(this._equirectMaterial=df()),t=this._equirectMaterial),t.uniforms.envMap.value=e,this._renderCube(this._getSourceTarget(),0,t)}_applyPMREM(e){this._ggxMaterial===null&&(this._ggxMaterial=ib(),this._integrationMaterial=rb());let t=this._cubeSize,n=e.texture.mipmaps.length-1,r=this._ggxMaterial.uniforms;r.envMap.value=this._sourceTarget.texture;let a=this._integrationMaterial.uniforms;a.envMap.value=this._sourceTarget.texture,a.sourceLod.value=Math.log2(t/Ff);for(let l=0;l<=n;l++){let c=i.lodToRoughness(l,n);if(l>n-eb)a.roughness.value=c,this._renderCube(e,l,this._integrationMaterial);else{let h=c>0?Math.log2(t)+.5*Math.log2(6/(Df*Math.pow(c,4)))+.5:0;r.roughness.value=c,r.lodBias.value=h,this._renderCube(e,l,this._ggxMaterial)}}}_blur(e,t){this._blurMaterial===null&&(this._blurMaterial=sb());let n=this._blurMaterial,r=n.uniforms,a=this._sourceTarget;r.sigma.value=Math.min(t,Math.PI)/Math.SQRT2,r.envMap.value=a.texture,this._renderCube(e,0,n),r.envMap.value=e.texture,this._renderCube(a,0,n)}};function hf(i,e,t){return new aa(i,{minFilter:bi,generateMipmaps:e,type:Yn,colorSpace:gs,depthBuffer:t})}function oa(i,e,t){return new oi({name:i,uniforms:e,vertexShader:_t.cube_vert,fragmentShader:t,side:bn,blending:ar,depthTest:!1,depthWrite:!1})}function ib(){return oa("PMREMGGXConvolution",{envMap:{value:null},roughness:{value:0},lodBias:{value:0}},`

		#define GGX_SAMPLES ${Df}u

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
	`)}function rb(){return oa("PMREMGGXIntegration",{envMap:{value:null},roughness:{value:0},sourceLod:{value:0},sourceSize:{value:Ff}},`

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
	`)}function sb(){return oa("PMREMSphericalGaussianBlur",{envMap:{value:null},sigma:{value:0}},`

		#define SAMPLES ${QM}
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
	`)}function df(){return oa("PMREMEquirectangularToCubemap",{envMap:{value:null}},`

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
	`)}function ff(){return oa("PMREMCubemapToCubemap",{envMap:{value:null},flipEnvMap:{value:-1}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float flipEnvMap;

		void main() {

			gl_FragColor = vec4( textureCube( envMap, vec3( flipEnvMap * vWorldDirection.x, vWorldDirection.yz ) ).rgb, 1.0 );

		}
	`)}function ab(i){let e=new WeakMap,t=new WeakMap,n=null;function r(g,y=!1){return g==null?null:y?l(g):a(g)}function a(g){if(g&&g.isTexture){let y=g.mapping;if(y===Vo||y===Ho)if(e.has(g)){let S=e.get(g).texture;return c(S,g.mapping)}else{let S=g.image;if(S&&S.height>0){let R=new aa(S.height);return R.fromEquirectangularTexture(i,g),e.set(g,R),g.addEventListener("dispose",d),c(R.texture,g.mapping)}else return null}}return g}function l(g){if(g&&g.isTexture&&g.isPMREMTexture!==!0){let y=g.mapping,S=y===Vo||y===Ho,R=y===lr||y===qr;if(S||R){let v=t.get(g),x=v!==void 0?v.texture.pmremVersion:0;if(g.isRenderTargetTexture&&g.pmremVersion!==x)return n===null&&(n=new Il(i)),v=S?n.fromEquirectangular(g,v):n.fromCubemap(g,v),v.texture.pmremVersion=g.pmremVersion,t.set(g,v),v.texture;if(v!==void 0)return v.texture;{let T=g.image;return S&&T&&T.height>0||R&&T&&h(T)?(n===null&&(n=new Il(i)),v=S?n.fromEquirectangular(g):n.fromCubemap(g),v.texture.pmremVersion=g.pmremVersion,t.set(g,v),g.addEventListener("dispose",p),v.texture):null}}}return g}function c(g,y){return y===Vo?g.mapping=lr:y===Ho&&(g.mapping=qr),g}function h(g){let y=0,S=6;for(let R=0;R<S;R++)g[R]!==void 0&&y++;return y===S}function d(g){let y=g.target;y.removeEventListener("dispose",d);let S=e.get(y);S!==void 0&&(e.delete(y),S.dispose())}function p(g){let y=g.target;y.removeEventListener("dispose",p);let S=t.get(y);S!==void 0&&(t.delete(y),S.dispose())}function _(){e=new WeakMap,t=new WeakMap,n!==null&&(n.dispose(),n=null)}return{get:r,dispose:_}}function ob(i){let e={};function t(n){if(e[n]!==void 0)return e[n];let r=i.getExtension(n);return e[n]=r,r}return{has:function(n){return t(n)!==null},init:function(){t("EXT_color_buffer_float"),t("WEBGL_clip_cull_distance"),t("OES_texture_float_linear"),t("EXT_color_buffer_half_float"),t("WEBGL_multisampled_render_to_texture"),t("WEBGL_render_shared_exponent")},get:function(n){let r=t(n);return r===null&&ds("WebGLRenderer: "+n+" extension not supported."),r}}}function lb(i,e,t,n){let r={},a=new WeakMap,l=new FinalizationRegistry(S=>delete r[S]);function c(S){h(S.target)}function h(S){S.index!==null&&e.remove(S.index);for(let v in S.attributes)e.remove(S.attributes[v]);S.removeEventListener("dispose",c),delete r[S.id],l.unregister(S);let R=a.get(S);R&&(e.remove(R),a.delete(S)),n.releaseStatesOfGeometry(S),S.isInstancedBufferGeometry===!0&&delete S._maxInstanceCount,t.memory.geometries--}function d(S,R){return r[R.id]!==void 0||(R.addEventListener("dispose",c),r[R.id]=new WeakRef(R),l.register(R,R.id,R),t.memory.geometries++),R}function p(S){let R=S.attributes;for(let v in R)e.update(R[v],i.ARRAY_BUFFER)}function _(S){let R=S.index,v=S.attributes.position,x=0;if(v===void 0)return;let T=R!==null?R.array.length:v.array.length/3-1,E=v.count>=65535?ws:bs,w=new E(Math.ceil(T/3)*6,1),N=w.array;if(R!==null){let b=R.array;x=R.version;for(let D=0,W=0;D<T;D+=3){let z=b[D+0],B=b[D+1],X=b[D+2];N[W++]=z,N[W++]=B,N[W++]=B,N[W++]=X,N[W++]=X,N[W++]=z}}else{x=v.version;for(let b=0,D=0;b<T;b+=3){let W=b+0,z=b+1,B=b+2;N[D++]=W,N[D++]=z,N[D++]=z,N[D++]=B,N[D++]=B,N[D++]=W}}w.version=x;let F=a.get(S);F&&e.remove(F),a.set(S,w)}function g(S){let R=a.get(S);if(R){let v=S.index;v!==null&&R.version<v.version&&_(S)}else _(S);return a.get(S)}function y(){for(let S in r){let R=r[S].deref();R!==void 0&&h(R)}}return{get:d,update:p,getWireframeAttribute:g,dispose:y}}function cb(i,e,t){let n;function r(_){n=_}let a,l;function c(_){a=_.type,l=_.bytesPerElement}function h(_,g){i.drawElements(n,g,a,_*l),t.update(g,n,1)}function d(_,g,y){y!==0&&(i.drawElementsInstanced(n,g,a,_*l,y),t.update(g,n,y))}function p(_,g,y){if(y===0)return;e.get("WEBGL_multi_draw").multiDrawElementsWEBGL(n,g,0,a,_,0,y);let R=0;for(let v=0;v<y;v++)R+=g[v];t.update(R,n,1)}this.setMode=r,this.setIndex=c,this.render=h,this.renderInstances=d,this.renderMultiDraw=p}function ub(i){let e={geometries:0,textures:0},t={frame:0,calls:0,triangles:0,points:0,lines:0};function n(a,l,c){switch(t.calls++,l){case i.TRIANGLES:t.triangles+=c*(a/3);break;case i.LINES:t.lines+=c*(a/2);break;case i.LINE_STRIP:t.lines+=c*(a-1);break;case i.LINE_LOOP:t.lines+=c*a;break;case i.POINTS:t.points+=c*a;break;default:at("WebGLInfo: Unknown draw mode:",l);break}}function r(){t.calls=0,t.triangles=0,t.points=0,t.lines=0}return{memory:e,render:t,programs:null,autoReset:!0,reset:r,update:n}}function hb(i,e,t){let n=new WeakMap,r=new Gt;function a(l,c,h){let d=l.morphTargetInfluences,p=c.morphAttributes.position||c.morphAttributes.normal||c.morphAttributes.color,_=p!==void 0?p.length:0,g=n.get(c);if(g===void 0||g.count!==_){let W=function(){b.dispose(),n.delete(c),c.removeEventListener("dispose",W)};g!==void 0&&g.texture.dispose();let y=c.morphAttributes.position!==void 0,S=c.morphAttributes.normal!==void 0,R=c.morphAttributes.color!==void 0,v=c.morphAttributes.position||[],x=c.morphAttributes.normal||[],T=c.morphAttributes.color||[],E=0;y===!0&&(E=1),S===!0&&(E=2),R===!0&&(E=3);let w=c.attributes.position.count*E,N=1;w>e.maxTextureSize&&(N=Math.ceil(w/e.maxTextureSize),w=e.maxTextureSize);let F=new Float32Array(w*N*4*_),b=new ys(F,w,N,_);b.type=On,b.needsUpdate=!0;let D=E*4;for(let z=0;z<_;z++){let B=v[z],X=x[z],K=T[z],k=w*N*4*z;for(let ee=0;ee<B.count;ee++){let G=ee*D;y===!0&&(r.fromBufferAttribute(B,ee),F[k+G+0]=r.x,F[k+G+1]=r.y,F[k+G+2]=r.z,F[k+G+3]=0),S===!0&&(r.fromBufferAttribute(X,ee),F[k+G+4]=r.x,F[k+G+5]=r.y,F[k+G+6]=r.z,F[k+G+7]=0),R===!0&&(r.fromBufferAttribute(K,ee),F[k+G+8]=r.x,F[k+G+9]=r.y,F[k+G+10]=r.z,F[k+G+11]=K.itemSize===4?r.w:1)}}g={count:_,texture:b,size:new ze(w,N)},n.set(c,g),c.addEventListener("dispose",W)}if(l.isInstancedMesh===!0&&l.morphTexture!==null)h.getUniforms().setValue(i,"morphTexture",l.morphTexture,t);else{let y=0;for(let R=0;R<d.length;R++)y+=d[R];let S=c.morphTargetsRelative?1:1-y;h.getUniforms().setValue(i,"morphTargetBaseInfluence",S),h.getUniforms().setValue(i,"morphTargetInfluences",d)}h.getUniforms().setValue(i,"morphTargetsTexture",g.texture,t),h.getUniforms().setValue(i,"morphTargetsTextureSize",g.size)}return{update:a}}function db(i,e,t,n,r){let a=new WeakMap;function l(d){let p=r.render.frame,_=d.geometry,g=e.get(d,_);if(a.get(g)!==p&&(e.update(g),a.set(g,p)),d.isInstancedMesh&&(d.hasEventListener("dispose",h)===!1&&d.addEventListener("dispose",h),a.get(d)!==p&&(t.update(d.instanceMatrix,i.ARRAY_BUFFER),d.instanceColor!==null&&t.update(d.instanceColor,i.ARRAY_BUFFER),a.set(d,p))),d.isSkinnedMesh){let y=d.skeleton;a.get(y)!==p&&(y.update(),a.set(y,p))}return g}function c(){a=new WeakMap}function h(d){let p=d.target;p.removeEventListener("dispose",h),n.releaseStatesOfObject(p),t.remove(p.instanceMatrix),p.instanceColor!==null&&t.remove(p.instanceColor)}return{update:l,dispose:c}}var fb={[jc]:"LINEAR_TONE_MAPPING",[Kc]:"REINHARD_TONE_MAPPING",[Qc]:"CINEON_TONE_MAPPING",[eu]:"ACES_FILMIC_TONE_MAPPING",[nu]:"AGX_TONE_MAPPING",[iu]:"NEUTRAL_TONE_MAPPING",[tu]:"CUSTOM_TONE_MAPPING"};function pb(i,e,t,n,r,a){let l=new Cn(e,t,{type:i,depthBuffer:r,stencilBuffer:a,samples:n?4:0,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,resolveDepthBuffer:!1,resolveStencilBuffer:!1}),c=null,h=null,d=null,p=new un;p.setAttribute("position",new Ut([-1,3,0,-1,-1,0,3,-1,0],3)),p.setAttribute("uv",new Ut([0,2,0,0,2,0],2));let _=new Ao({uniforms:{tDiffuse:{value:null}},vertexShader:`
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
			}`,depthTest:!1,depthWrite:!1}),g=new $t(p,_),y=new Js(-1,1,1,-1,0,1),S=null,R=null,v=!1,x,T=null,E=[],w=!1;this.setSize=function(N,F){l.setSize(N,F),c!==null&&c.setSize(N,F),h!==null&&h.setSize(N,F);for(let b=0;b<E.length;b++){let D=E[b];D.setSize&&D.setSize(N,F)}},this.setEffects=function(N){E=N,w=E.length>0&&E[0].isRenderPass===!0;let F=l.width,b=l.height;E.length>0&&c===null&&(c=new Cn(F,b,{type:Yn,depthBuffer:!1,stencilBuffer:!1}),h=new Cn(F,b,{type:Yn,depthBuffer:!1,stencilBuffer:!1}));let D=r===!0&&E.some(W=>W.needsDepthTexture===!0);D!==(l.depthTexture!==null)&&(D===!0&&d===null&&(d=new Mi(F,b),a===!0&&(d.format=wi,d.type=cr)),l.dispose(),l.depthTexture=D?d:null,l.resolveDepthBuffer=D,l.storeMultisampledDepthBuffer=D);for(let W=0;W<E.length;W++){let z=E[W];z.setSize&&z.setSize(F,b),D&&z.needsDepthTexture===!0&&z.setDepthTexture&&z.setDepthTexture(d)}},this.begin=function(N,F){if(v||N.toneMapping===li&&E.length===0)return!1;if(T=F,F!==null){let b=F.width,D=F.height;(l.width!==b||l.height!==D)&&this.setSize(b,D)}return w===!1&&N.setRenderTarget(l),x=N.toneMapping,N.toneMapping=li,!0},this.hasRenderPass=function(){return w},this.end=function(N,F){N.toneMapping=x,v=!0;let b=l,D=c;for(let W=0;W<E.length;W++){let z=E[W];z.enabled!==!1&&(z.render(N,D,b,F),z.needsSwap!==!1&&(b=D,D=D===c?h:c))}if(S!==N.outputColorSpace||R!==N.toneMapping){S=N.outputColorSpace,R=N.toneMapping,_.defines={},St.getTransfer(S)===Pt&&(_.defines.SRGB_TRANSFER="");let W=fb[R];W&&(_.defines[W]=""),_.needsUpdate=!0}_.uniforms.tDiffuse.value=b.texture,N.setRenderTarget(T),N.render(g,y),T=null,v=!1},this.isCompositing=function(){return v},this.dispose=function(){l.dispose(),c!==null&&c.dispose(),h!==null&&h.dispose(),p.dispose(),_.dispose()}}var Nf=new Mn,Uf=new Mi(1,1),Of=new Ps(1),Bf=new ys,kf=new vo,zf=new Rs,pf=[],mf=[],gf=new Float32Array(16),_f=new Float32Array(9),vf=new Float32Array(4);function jr(i,e,t){let n=i[0];if(n<=0||n>0)return i;let r=e*t,a=pf[r];if(a===void 0&&(a=new Float32Array(r),pf[r]=a),e!==0){n.toArray(a,0);for(let l=1,c=0;l!==e;++l)c+=t,i[l].toArray(a,c)}return a}function Kt(i,e){if(i.length!==e.length)return!1;for(let t=0,n=i.length;t<n;t++)if(i[t]!==e[t])return!1;return!0}function Qt(i,e){for(let t=0,n=e.length;t<n;t++)i[t]=e[t]}function Dl(i,e){let t=mf[e];t===void 0&&(t=new Int32Array(e),mf[e]=t);for(let n=0;n!==e;++n)t[n]=i.allocateTextureUnit();return t}function mb(i,e){let t=this.cache;t[0]!==e&&(i.uniform1f(this.addr,e),t[0]=e)}function gb(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2f(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(Kt(t,e))return;i.uniform2fv(this.addr,e),Qt(t,e)}}function _b(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3f(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else if(e.r!==void 0)(t[0]!==e.r||t[1]!==e.g||t[2]!==e.b)&&(i.uniform3f(this.addr,e.r,e.g,e.b),t[0]=e.r,t[1]=e.g,t[2]=e.b);else{if(Kt(t,e))return;i.uniform3fv(this.addr,e),Qt(t,e)}}function vb(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4f(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(Kt(t,e))return;i.uniform4fv(this.addr,e),Qt(t,e)}}function yb(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(Kt(t,e))return;i.uniformMatrix2fv(this.addr,!1,e),Qt(t,e)}else{if(Kt(t,n))return;vf.set(n),i.uniformMatrix2fv(this.addr,!1,vf),Qt(t,n)}}function xb(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(Kt(t,e))return;i.uniformMatrix3fv(this.addr,!1,e),Qt(t,e)}else{if(Kt(t,n))return;_f.set(n),i.uniformMatrix3fv(this.addr,!1,_f),Qt(t,n)}}function Sb(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(Kt(t,e))return;i.uniformMatrix4fv(this.addr,!1,e),Qt(t,e)}else{if(Kt(t,n))return;gf.set(n),i.uniformMatrix4fv(this.addr,!1,gf),Qt(t,n)}}function Mb(i,e){let t=this.cache;t[0]!==e&&(i.uniform1i(this.addr,e),t[0]=e)}function bb(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2i(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(Kt(t,e))return;i.uniform2iv(this.addr,e),Qt(t,e)}}function wb(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3i(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(Kt(t,e))return;i.uniform3iv(this.addr,e),Qt(t,e)}}function Eb(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4i(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(Kt(t,e))return;i.uniform4iv(this.addr,e),Qt(t,e)}}function Tb(i,e){let t=this.cache;t[0]!==e&&(i.uniform1ui(this.addr,e),t[0]=e)}function Ab(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2ui(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(Kt(t,e))return;i.uniform2uiv(this.addr,e),Qt(t,e)}}function Rb(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3ui(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(Kt(t,e))return;i.uniform3uiv(this.addr,e),Qt(t,e)}}function Cb(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4ui(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(Kt(t,e))return;i.uniform4uiv(this.addr,e),Qt(t,e)}}function Fl(i){return i.version===0&&(i.compareFunction=fu,i.needsUpdate=!0),i}function Pb(i,e,t){let n=this.cache,r=t.allocateTextureUnit();n[0]!==r&&(i.uniform1i(this.addr,r),n[0]=r);let a;this.type===i.SAMPLER_2D_SHADOW?a=Fl(Uf):a=Nf,t.setTexture2D(e||a,r)}function Ib(i,e,t){let n=this.cache,r=t.allocateTextureUnit();n[0]!==r&&(i.uniform1i(this.addr,r),n[0]=r),t.setTexture3D(e||kf,r)}function Lb(i,e,t){let n=this.cache,r=t.allocateTextureUnit();n[0]!==r&&(i.uniform1i(this.addr,r),n[0]=r);let a;this.type===i.SAMPLER_CUBE_SHADOW?a=Fl(Of):a=zf,t.setTextureCube(e||a,r)}function Db(i,e,t){let n=this.cache,r=t.allocateTextureUnit();n[0]!==r&&(i.uniform1i(this.addr,r),n[0]=r),t.setTexture2DArray(e||Bf,r)}function Fb(i){switch(i){case 5126:return mb;case 35664:return gb;case 35665:return _b;case 35666:return vb;case 35674:return yb;case 35675:return xb;case 35676:return Sb;case 5124:case 35670:return Mb;case 35667:case 35671:return bb;case 35668:case 35672:return wb;case 35669:case 35673:return Eb;case 5125:return Tb;case 36294:return Ab;case 36295:return Rb;case 36296:return Cb;case 35678:case 36198:case 36298:case 36306:case 35682:return Pb;case 35679:case 36299:case 36307:return Ib;case 35680:case 36300:case 36308:case 36293:return Lb;case 36289:case 36303:case 36311:case 36292:return Db}}function Nb(i,e){i.uniform1fv(this.addr,e)}function Ub(i,e){let t=jr(e,this.size,2);i.uniform2fv(this.addr,t)}function Ob(i,e){let t=jr(e,this.size,3);i.uniform3fv(this.addr,t)}function Bb(i,e){let t=jr(e,this.size,4);i.uniform4fv(this.addr,t)}function kb(i,e){let t=jr(e,this.size,4);i.uniformMatrix2fv(this.addr,!1,t)}function zb(i,e){let t=jr(e,this.size,9);i.uniformMatrix3fv(this.addr,!1,t)}function Gb(i,e){let t=jr(e,this.size,16);i.uniformMatrix4fv(this.addr,!1,t)}function Vb(i,e){i.uniform1iv(this.addr,e)}function Hb(i,e){i.uniform2iv(this.addr,e)}function Wb(i,e){i.uniform3iv(this.addr,e)}function Xb(i,e){i.uniform4iv(this.addr,e)}function $b(i,e){i.uniform1uiv(this.addr,e)}function qb(i,e){i.uniform2uiv(this.addr,e)}function Yb(i,e){i.uniform3uiv(this.addr,e)}function Jb(i,e){i.uniform4uiv(this.addr,e)}function Zb(i,e,t){let n=this.cache,r=e.length,a=Dl(t,r);Kt(n,a)||(i.uniform1iv(this.addr,a),Qt(n,a));let l;this.type===i.SAMPLER_2D_SHADOW?l=Fl(Uf):l=Nf;for(let c=0;c!==r;++c)t.setTexture2D(e[c]||l,a[c])}function jb(i,e,t){let n=this.cache,r=e.length,a=Dl(t,r);Kt(n,a)||(i.uniform1iv(this.addr,a),Qt(n,a));for(let l=0;l!==r;++l)t.setTexture3D(e[l]||kf,a[l])}function Kb(i,e,t){let n=this.cache,r=e.length,a=Dl(t,r);Kt(n,a)||(i.uniform1iv(this.addr,a),Qt(n,a));let l;this.type===i.SAMPLER_CUBE_SHADOW?l=Fl(Of):l=zf;for(let c=0;c!==r;++c)t.setTextureCube(e[c]||l,a[c])}function Qb(i,e,t){let n=this.cache,r=e.length,a=Dl(t,r);Kt(n,a)||(i.uniform1iv(this.addr,a),Qt(n,a));for(let l=0;l!==r;++l)t.setTexture2DArray(e[l]||Bf,a[l])}function ew(i){switch(i){case 5126:return Nb;case 35664:return Ub;case 35665:return Ob;case 35666:return Bb;case 35674:return kb;case 35675:return zb;case 35676:return Gb;case 5124:case 35670:return Vb;case 35667:case 35671:return Hb;case 35668:case 35672:return Wb;case 35669:case 35673:return Xb;case 5125:return $b;case 36294:return qb;case 36295:return Yb;case 36296:return Jb;case 35678:case 36198:case 36298:case 36306:case 35682:return Zb;case 35679:case 36299:case 36307:return jb;case 35680:case 36300:case 36308:case 36293:return Kb;case 36289:case 36303:case 36311:case 36292:return Qb}}var wu=class{constructor(e,t,n){this.id=e,this.addr=n,this.cache=[],this.type=t.type,this.setValue=Fb(t.type)}},Eu=class{constructor(e,t,n){this.id=e,this.addr=n,this.cache=[],this.type=t.type,this.size=t.size,this.setValue=ew(t.type)}},Tu=class{constructor(e){this.id=e,this.seq=[],this.map={}}setValue(e,t,n){let r=this.seq;for(let a=0,l=r.length;a!==l;++a){let c=r[a];c.setValue(e,t[c.id],n)}}},Mu=/(\w+)(\])?(\[|\.)?/g;function yf(i,e){i.seq.push(e),i.map[e.id]=e}function tw(i,e,t){let n=i.name,r=n.length;for(Mu.lastIndex=0;;){let a=Mu.exec(n),l=Mu.lastIndex,c=a[1],h=a[2]==="]",d=a[3];if(h&&(c=c|0),d===void 0||d==="["&&l+2===r){yf(t,d===void 0?new wu(c,i,e):new Eu(c,i,e));break}else{let _=t.map[c];_===void 0&&(_=new Tu(c),yf(t,_)),t=_}}}var Zr=class{constructor(e,t){this.seq=[],this.map={};let n=e.getProgramParameter(t,e.ACTIVE_UNIFORMS);for(let l=0;l<n;++l){let c=e.getActiveUniform(t,l),h=e.getUniformLocation(t,c.name);tw(c,h,this)}let r=[],a=[];for(let l of this.seq)l.type===e.SAMPLER_2D_SHADOW||l.type===e.SAMPLER_CUBE_SHADOW||l.type===e.SAMPLER_2D_ARRAY_SHADOW?r.push(l):a.push(l);r.length>0&&(this.seq=r.concat(a))}setValue(e,t,n,r){let a=this.map[t];a!==void 0&&a.setValue(e,n,r)}setOptional(e,t,n){let r=t[n];r!==void 0&&this.setValue(e,n,r)}static upload(e,t,n,r){for(let a=0,l=t.length;a!==l;++a){let c=t[a],h=n[c.id];h.needsUpdate!==!1&&c.setValue(e,h.value,r)}}static seqWithValue(e,t){let n=[];for(let r=0,a=e.length;r!==a;++r){let l=e[r];l.id in t&&n.push(l)}return n}};function xf(i,e,t){let n=i.createShader(e);return i.shaderSource(n,t),i.compileShader(n),n}var nw=37297,iw=0;function rw(i,e){let t=i.split(`
`),n=[],r=Math.max(e-6,0),a=Math.min(e+6,t.length);for(let l=r;l<a;l++){let c=l+1;n.push(`${c===e?">":" "} ${c}: ${t[l]}`)}return n.join(`
`)}var Sf=new lt;function sw(i){St._getMatrix(Sf,St.workingColorSpace,i);let e=`mat3( ${Sf.elements.map(t=>t.toFixed(4))} )`;switch(St.getTransfer(i)){case _s:return[e,"LinearTransferOETF"];case Pt:return[e,"sRGBTransferOETF"];default:return it("WebGLProgram: Unsupported color space: ",i),[e,"LinearTransferOETF"]}}function Mf(i,e,t){let n=i.getShaderParameter(e,i.COMPILE_STATUS),a=(i.getShaderInfoLog(e)||"").trim();if(n&&a==="")return"";let l=/ERROR: 0:(\d+)/.exec(a);if(l){let c=parseInt(l[1]);return t.toUpperCase()+`

`+a+`

`+rw(i.getShaderSource(e),c)}else return a}function aw(i,e){let t=sw(e);return[`vec4 ${i}( vec4 value ) {`,`	return ${t[1]}( vec4( ${t[0]} * value.rgb, value.a ) );`,"}"].join(`
`)}var ow={[jc]:"Linear",[Kc]:"Reinhard",[Qc]:"Cineon",[eu]:"ACESFilmic",[nu]:"AgX",[iu]:"Neutral",[tu]:"Custom"};function lw(i,e){let t=ow[e];return t===void 0?(it("WebGLProgram: Unsupported toneMapping:",e),"vec3 "+i+"( vec3 color ) { return LinearToneMapping( color ); }"):"vec3 "+i+"( vec3 color ) { return "+t+"ToneMapping( color ); }"}var Pl=new Z;function cw(){St.getLuminanceCoefficients(Pl);let i=Pl.x.toFixed(4),e=Pl.y.toFixed(4),t=Pl.z.toFixed(4);return["float luminance( const in vec3 rgb ) {",`	const vec3 weights = vec3( ${i}, ${e}, ${t} );`,"	return dot( weights, rgb );","}"].join(`
`)}function uw(i){return[i.extensionClipCullDistance?"#extension GL_ANGLE_clip_cull_distance : require":"",i.extensionMultiDraw?"#extension GL_ANGLE_multi_draw : require":""].filter(sa).join(`
`)}function hw(i){let e=[];for(let t in i){let n=i[t];n!==!1&&e.push("#define "+t+" "+n)}return e.join(`
`)}function dw(i,e){let t={},n=i.getProgramParameter(e,i.ACTIVE_ATTRIBUTES);for(let r=0;r<n;r++){let a=i.getActiveAttrib(e,r),l=a.name,c=1;a.type===i.FLOAT_MAT2&&(c=2),a.type===i.FLOAT_MAT3&&(c=3),a.type===i.FLOAT_MAT4&&(c=4),t[l]={type:a.type,location:i.getAttribLocation(e,l),locationSize:c}}return t}function sa(i){return i!==""}function bf(i,e){let t=e.numSpotLightShadows+e.numSpotLightMaps-e.numSpotLightShadowsWithMaps;return i.replace(/NUM_SUN_LIGHTS/g,e.numSunLights).replace(/NUM_DIR_LIGHTS/g,e.numDirLights).replace(/NUM_SPOT_LIGHTS/g,e.numSpotLights).replace(/NUM_SPOT_LIGHT_MAPS/g,e.numSpotLightMaps).replace(/NUM_SPOT_LIGHT_COORDS/g,t).replace(/NUM_RECT_AREA_LIGHTS/g,e.numRectAreaLights).replace(/NUM_POINT_LIGHTS/g,e.numPointLights).replace(/NUM_HEMI_LIGHTS/g,e.numHemiLights).replace(/NUM_SUN_LIGHT_SHADOWS/g,e.numSunLightShadows).replace(/NUM_DIR_LIGHT_SHADOWS/g,e.numDirLightShadows).replace(/NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS/g,e.numSpotLightShadowsWithMaps).replace(/NUM_SPOT_LIGHT_SHADOWS/g,e.numSpotLightShadows).replace(/NUM_POINT_LIGHT_SHADOWS/g,e.numPointLightShadows).replace(/NUM_LIGHT_PROBE_GRIDS/g,e.numLightProbeGrids)}function wf(i,e){return i.replace(/NUM_CLIPPING_PLANES/g,e.numClippingPlanes).replace(/UNION_CLIPPING_PLANES/g,e.numClippingPlanes-e.numClipIntersection)}var fw=/^[ \t]*#include +<([\w\d./]+)>/gm;function Au(i){return i.replace(fw,pw)}function pw(i,e){let t=_t[e];if(t===void 0)throw new Error("THREE.WebGLProgram: Can not resolve #include <"+e+">");return Au(t)}var mw=/#pragma unroll_loop_start\s+for\s*\(\s*int\s+i\s*=\s*(\d+)\s*;\s*i\s*<\s*(\d+)\s*;\s*i\s*\+\+\s*\)\s*{([\s\S]+?)}\s+#pragma unroll_loop_end/g;function Ef(i){return i.replace(mw,gw)}function gw(i,e,t,n){let r="";for(let a=parseInt(e);a<parseInt(t);a++)r+=n.replace(/\[\s*i\s*\]/g,"[ "+a+" ]").replace(/UNROLLED_LOOP_INDEX/g,a);return r}function Tf(i){let e=`precision ${i.precision} float;
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
#define LOW_PRECISION`),e}var _w={[sr]:"SHADOWMAP_TYPE_PCF",[Xr]:"SHADOWMAP_TYPE_VSM"};function vw(i){return _w[i.shadowMapType]||"SHADOWMAP_TYPE_BASIC"}var yw={[qr]:"ENVMAP_MODE_REFRACTION"};function xw(i){return i.envMap===!1?"ENVMAP_MODE_REFLECTION":yw[i.envMapMode]||"ENVMAP_MODE_REFLECTION"}var Sw={[Zc]:"ENVMAP_BLENDING_MULTIPLY",[Bd]:"ENVMAP_BLENDING_MIX",[kd]:"ENVMAP_BLENDING_ADD"};function Mw(i){return i.envMap===!1?"ENVMAP_BLENDING_NONE":Sw[i.combine]||"ENVMAP_BLENDING_NONE"}function bw(i,e,t,n){let r=i.getContext(),a=t.defines,l=t.vertexShader,c=t.fragmentShader,h=vw(t),d=t.envMapPMREM===!0?"ENVMAP_TYPE_PMREM":"ENVMAP_TYPE_CUBE",p=xw(t),_=Mw(t),g=uw(t),y=hw(a),S=r.createProgram(),R,v,x=t.glslVersion?"#version "+t.glslVersion+`
`:"";t.isRawShaderMaterial?(R=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,y].filter(sa).join(`
`),R.length>0&&(R+=`
`),v=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,y].filter(sa).join(`
`),v.length>0&&(v+=`
`)):(R=[Tf(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,y,t.extensionClipCullDistance?"#define USE_CLIP_DISTANCE":"",t.batching?"#define USE_BATCHING":"",t.batchingColor?"#define USE_BATCHING_COLOR":"",t.instancing?"#define USE_INSTANCING":"",t.instancingColor?"#define USE_INSTANCING_COLOR":"",t.instancingMorph?"#define USE_INSTANCING_MORPH":"",t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.map?"#define USE_MAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+p:"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.displacementMap?"#define USE_DISPLACEMENTMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.mapUv?"#define MAP_UV "+t.mapUv:"",t.alphaMapUv?"#define ALPHAMAP_UV "+t.alphaMapUv:"",t.lightMapUv?"#define LIGHTMAP_UV "+t.lightMapUv:"",t.aoMapUv?"#define AOMAP_UV "+t.aoMapUv:"",t.emissiveMapUv?"#define EMISSIVEMAP_UV "+t.emissiveMapUv:"",t.bumpMapUv?"#define BUMPMAP_UV "+t.bumpMapUv:"",t.normalMapUv?"#define NORMALMAP_UV "+t.normalMapUv:"",t.displacementMapUv?"#define DISPLACEMENTMAP_UV "+t.displacementMapUv:"",t.metalnessMapUv?"#define METALNESSMAP_UV "+t.metalnessMapUv:"",t.roughnessMapUv?"#define ROUGHNESSMAP_UV "+t.roughnessMapUv:"",t.anisotropyMapUv?"#define ANISOTROPYMAP_UV "+t.anisotropyMapUv:"",t.clearcoatMapUv?"#define CLEARCOATMAP_UV "+t.clearcoatMapUv:"",t.clearcoatNormalMapUv?"#define CLEARCOAT_NORMALMAP_UV "+t.clearcoatNormalMapUv:"",t.clearcoatRoughnessMapUv?"#define CLEARCOAT_ROUGHNESSMAP_UV "+t.clearcoatRoughnessMapUv:"",t.diffuseRoughnessMapUv?"#define DIFFUSE_ROUGHNESSMAP_UV "+t.diffuseRoughnessMapUv:"",t.iridescenceMapUv?"#define IRIDESCENCEMAP_UV "+t.iridescenceMapUv:"",t.iridescenceThicknessMapUv?"#define IRIDESCENCE_THICKNESSMAP_UV "+t.iridescenceThicknessMapUv:"",t.sheenColorMapUv?"#define SHEEN_COLORMAP_UV "+t.sheenColorMapUv:"",t.sheenRoughnessMapUv?"#define SHEEN_ROUGHNESSMAP_UV "+t.sheenRoughnessMapUv:"",t.specularMapUv?"#define SPECULARMAP_UV "+t.specularMapUv:"",t.specularColorMapUv?"#define SPECULAR_COLORMAP_UV "+t.specularColorMapUv:"",t.specularIntensityMapUv?"#define SPECULAR_INTENSITYMAP_UV "+t.specularIntensityMapUv:"",t.transmissionMapUv?"#define TRANSMISSIONMAP_UV "+t.transmissionMapUv:"",t.thicknessMapUv?"#define THICKNESSMAP_UV "+t.thicknessMapUv:"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexNormals?"#define HAS_NORMAL":"",t.vertexColors?"#define USE_COLOR":"",t.vertexAlphas?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.flatShading?"#define FLAT_SHADED":"",t.skinning?"#define USE_SKINNING":"",t.morphTargets?"#define USE_MORPHTARGETS":"",t.morphNormals&&t.flatShading===!1?"#define USE_MORPHNORMALS":"",t.morphColors?"#define USE_MORPHCOLORS":"",t.morphTargetsCount>0?"#define MORPHTARGETS_TEXTURE_STRIDE "+t.morphTextureStride:"",t.morphTargetsCount>0?"#define MORPHTARGETS_COUNT "+t.morphTargetsCount:"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+h:"",t.sizeAttenuation?"#define USE_SIZEATTENUATION":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 modelMatrix;","uniform mat4 modelViewMatrix;","uniform mat4 projectionMatrix;","uniform mat4 viewMatrix;","uniform mat3 normalMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;","#ifdef USE_INSTANCING","	attribute mat4 instanceMatrix;","#endif","#ifdef USE_INSTANCING_COLOR","	attribute vec3 instanceColor;","#endif","#ifdef USE_INSTANCING_MORPH","	uniform sampler2D morphTexture;","#endif","attribute vec3 position;","attribute vec3 normal;","attribute vec2 uv;","#ifdef USE_UV1","	attribute vec2 uv1;","#endif","#ifdef USE_UV2","	attribute vec2 uv2;","#endif","#ifdef USE_UV3","	attribute vec2 uv3;","#endif","#ifdef USE_TANGENT","	attribute vec4 tangent;","#endif","#if defined( USE_COLOR_ALPHA )","	attribute vec4 color;","#elif defined( USE_COLOR )","	attribute vec3 color;","#endif","#ifdef USE_SKINNING","	attribute vec4 skinIndex;","	attribute vec4 skinWeight;","#endif",`
`].filter(sa).join(`
`),v=[Tf(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,y,t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.alphaToCoverage?"#define ALPHA_TO_COVERAGE":"",t.map?"#define USE_MAP":"",t.matcap?"#define USE_MATCAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+d:"",t.envMap?"#define "+p:"",t.envMap?"#define "+_:"",t.envMapPMREM?"#define ENVMAP_MAX_LOD "+t.envMapMaxLod+".0":"",t.envMapPMREM?"#define ENVMAP_SIZE "+t.envMapSize+".0":"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.packedNormalMap?"#define USE_PACKED_NORMALMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoat?"#define USE_CLEARCOAT":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughness?"#define USE_DIFFUSE_ROUGHNESS":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.dispersion?"#define USE_DISPERSION":"",t.retroreflection?"#define USE_RETROREFLECTION":"",t.iridescence?"#define USE_IRIDESCENCE":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaTest?"#define USE_ALPHATEST":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.sheen?"#define USE_SHEEN":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexColors||t.instancingColor?"#define USE_COLOR":"",t.vertexAlphas||t.batchingColor?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.gradientMap?"#define USE_GRADIENTMAP":"",t.flatShading?"#define FLAT_SHADED":"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+h:"",t.premultipliedAlpha?"#define PREMULTIPLIED_ALPHA":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.decodeVideoTexture?"#define DECODE_VIDEO_TEXTURE":"",t.decodeVideoTextureEmissive?"#define DECODE_VIDEO_TEXTURE_EMISSIVE":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 viewMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;",t.toneMapping!==li?"#define TONE_MAPPING":"",t.toneMapping!==li?_t.tonemapping_pars_fragment:"",t.toneMapping!==li?lw("toneMapping",t.toneMapping):"",t.dithering?"#define DITHERING":"",t.opaque?"#define OPAQUE":"",_t.colorspace_pars_fragment,aw("linearToOutputTexel",t.outputColorSpace),cw(),t.useDepthPacking?"#define DEPTH_PACKING "+t.depthPacking:"",`
`].filter(sa).join(`
`)),l=Au(l),l=bf(l,t),l=wf(l,t),c=Au(c),c=bf(c,t),c=wf(c,t),l=Ef(l),c=Ef(c),t.isRawShaderMaterial!==!0&&(x=`#version 300 es
`,R=[g,"#define attribute in","#define varying out","#define texture2D texture"].join(`
`)+`
`+R,v=["#define varying in",t.glslVersion===pu?"":"layout(location = 0) out highp vec4 pc_fragColor;",t.glslVersion===pu?"":"#define gl_FragColor pc_fragColor","#define gl_FragDepthEXT gl_FragDepth","#define texture2D texture","#define textureCube texture","#define texture2DProj textureProj","#define texture2DLodEXT textureLod","#define texture2DProjLodEXT textureProjLod","#define textureCubeLodEXT textureLod","#define texture2DGradEXT textureGrad","#define texture2DProjGradEXT textureProjGrad","#define textureCubeGradEXT textureGrad"].join(`
`)+`
`+v);let T=x+R+l,E=x+v+c,w=xf(r,r.VERTEX_SHADER,T),N=xf(r,r.FRAGMENT_SHADER,E);r.attachShader(S,w),r.attachShader(S,N),t.index0AttributeName!==void 0?r.bindAttribLocation(S,0,t.index0AttributeName):t.hasPositionAttribute===!0&&r.bindAttribLocation(S,0,"position"),r.linkProgram(S);function F(z){if(i.debug.checkShaderErrors){let B=r.getProgramInfoLog(S)||"",X=r.getShaderInfoLog(w)||"",K=r.getShaderInfoLog(N)||"",k=B.trim(),ee=X.trim(),G=K.trim(),j=!0,fe=!0;if(r.getProgramParameter(S,r.LINK_STATUS)===!1)if(j=!1,typeof i.debug.onShaderError=="function")i.debug.onShaderError(r,S,w,N);else{let ne=Mf(r,w,"vertex"),V=Mf(r,N,"fragment");at("WebGLProgram: Shader Error "+r.getError()+" - VALIDATE_STATUS "+r.getProgramParameter(S,r.VALIDATE_STATUS)+`

Material Name: `+z.name+`
Material Type: `+z.type+`

Program Info Log: `+k+`
`+ne+`
`+V)}else k!==""?it("WebGLProgram: Program Info Log:",k):(ee===""||G==="")&&(fe=!1);fe&&(z.diagnostics={runnable:j,programLog:k,vertexShader:{log:ee,prefix:R},fragmentShader:{log:G,prefix:v}})}r.deleteShader(w),r.deleteShader(N),b=new Zr(r,S),D=dw(r,S)}let b;this.getUniforms=function(){return b===void 0&&F(this),b};let D;this.getAttributes=function(){return D===void 0&&F(this),D};let W=t.rendererExtensionParallelShaderCompile===!1;return this.isReady=function(){return W===!1&&(W=r.getProgramParameter(S,nw)),W},this.destroy=function(){n.releaseStatesOfProgram(this),r.deleteProgram(S),this.program=void 0},this.type=t.shaderType,this.name=t.shaderName,this.id=iw++,this.cacheKey=e,this.usedTimes=1,this.program=S,this.vertexShader=w,this.fragmentShader=N,this}var ww=0,Ru=class{constructor(){this.shaderCache=new Map,this.materialCache=new Map}update(e,t,n){let r=this._getShaderCacheForMaterial(e);return r.has(t)===!1&&(r.add(t),t.usedTimes++),r.has(n)===!1&&(r.add(n),n.usedTimes++),this}remove(e){let t=this.materialCache.get(e);for(let n of t)n.usedTimes--,n.usedTimes===0&&this.shaderCache.delete(n.code);return this.materialCache.delete(e),this}getVertexShaderStage(e){return this._getShaderStage(e.vertexShader)}getFragmentShaderStage(e){return this._getShaderStage(e.fragmentShader)}dispose(){this.shaderCache.clear(),this.materialCache.clear()}_getShaderCacheForMaterial(e){let t=this.materialCache,n=t.get(e);return n===void 0&&(n=new Set,t.set(e,n)),n}_getShaderStage(e){let t=this.shaderCache,n=t.get(e);return n===void 0&&(n=new Cu(e),t.set(e,n)),n}},Cu=class{constructor(e){this.id=ww++,this.code=e,this.usedTimes=0}};function Ew(i){return i===Hi||i===na||i===ia}function Tw(i,e,t,n,r,a){let l=new xs,c=new Ru,h=new Set,d=[],p=new Map,_=n.logarithmicDepthBuffer,g={MeshDepthMaterial:"depth",MeshDistanceMaterial:"distance",MeshNormalMaterial:"normal",MeshBasicMaterial:"basic",MeshLambertMaterial:"lambert",MeshPhongMaterial:"phong",MeshToonMaterial:"toon",MeshStandardMaterial:"physical",MeshPhysicalMaterial:"physical",MeshMatcapMaterial:"matcap",LineBasicMaterial:"basic",LineDashedMaterial:"dashed",PointsMaterial:"points",ShadowMaterial:"shadow",SpriteMaterial:"sprite"};function y(b){return h.add(b),b===0?"uv":`uv${b}`}function S(b,D,W,z,B,X){let K=z.fog,k=B.geometry,ee=b.isMeshStandardMaterial||b.isMeshLambertMaterial||b.isMeshPhongMaterial?z.environment:null,G=b.isMeshStandardMaterial||b.isMeshLambertMaterial&&!b.envMap||b.isMeshPhongMaterial&&!b.envMap,j=e.get(b.envMap||ee,G),fe=g[b.type],ne=n.precision;b.precision!==null&&(ne=n.getMaxPrecision(b.precision),ne!==b.precision&&it("WebGLProgram.getParameters:",b.precision,"not supported, using",ne,"instead."));let V=k.morphAttributes.position||k.morphAttributes.normal||k.morphAttributes.color,_e=V!==void 0?V.length:0,We=0;k.morphAttributes.position!==void 0&&(We=1),k.morphAttributes.normal!==void 0&&(We=2),k.morphAttributes.color!==void 0&&(We=3);let rt,ue,Ne,Ce;if(fe){let Be=ui[fe];rt=Be.vertexShader,ue=Be.fragmentShader}else{rt=b.vertexShader,ue=b.fragmentShader;let Be=c.getVertexShaderStage(b),At=c.getFragmentShaderStage(b);c.update(b,Be,At),Ne=Be.id,Ce=At.id}let Me=i.getRenderTarget(),me=i.state.buffers.depth.getReversed(),Xe=B.isInstancedMesh===!0,Tt=B.isBatchedMesh===!0,Je=!!b.map,dt=!!b.matcap,Mt=!!j,pt=Mt&&j.isPMREMTexture===!0,Vt=!!b.aoMap,ft=!!b.lightMap,It=!!b.bumpMap&&b.wireframe===!1,bt=!!b.normalMap,en=!!b.displacementMap,Fe=!!b.emissiveMap,Ze=!!b.metalnessMap,ln=!!b.roughnessMap,tn=b.anisotropy>0,q=b.clearcoat>0,vn=b.diffuseRoughness>0,Ct=b.dispersion>0,Nt=b.retroreflectivity>0,Ue=b.iridescence>0,Xt=b.sheen>0,Qe=b.transmission>0,et=tn&&!!b.anisotropyMap,U=q&&!!b.clearcoatMap,P=q&&!!b.clearcoatNormalMap,Q=q&&!!b.clearcoatRoughnessMap,xe=vn&&!!b.diffuseRoughnessMap,de=Ue&&!!b.iridescenceMap,ge=Ue&&!!b.iridescenceThicknessMap,we=Xt&&!!b.sheenColorMap,ae=Xt&&!!b.sheenRoughnessMap,le=!!b.specularMap,Ie=!!b.specularColorMap,H=!!b.specularIntensityMap,he=Qe&&!!b.transmissionMap,se=Qe&&!!b.thicknessMap,Le=!!b.gradientMap,Ae=!!b.alphaMap,Pe=b.alphaTest>0,Ye=!!b.alphaHash,ct=!!b.extensions,Te=li;b.toneMapped&&(Me===null||Me.isXRRenderTarget===!0)&&(Te=i.toneMapping);let Ke=pt?j.isCompressedCubeTexture?j.image[0].mipmaps:j.mipmaps:null,ut={shaderID:fe,shaderType:b.type,shaderName:b.name,vertexShader:rt,fragmentShader:ue,defines:b.defines,customVertexShaderID:Ne,customFragmentShaderID:Ce,isRawShaderMaterial:b.isRawShaderMaterial===!0,glslVersion:b.glslVersion,precision:ne,batching:Tt,batchingColor:Tt&&B._colorsTexture!==null,instancing:Xe,instancingColor:Xe&&B.instanceColor!==null,instancingMorph:Xe&&B.morphTexture!==null,outputColorSpace:Me===null?i.outputColorSpace:Me.isXRRenderTarget===!0?Me.texture.colorSpace:St.workingColorSpace,alphaToCoverage:!!b.alphaToCoverage,map:Je,matcap:dt,envMap:Mt,envMapMode:Mt&&j.mapping,envMapPMREM:pt,envMapMaxLod:pt?Ke.length-1:null,envMapSize:pt?Ke[0].width:null,aoMap:Vt,lightMap:ft,bumpMap:It,normalMap:bt,displacementMap:en,emissiveMap:Fe,normalMapObjectSpace:bt&&b.normalMapType===Vd,normalMapTangentSpace:bt&&b.normalMapType===Rl,packedNormalMap:bt&&b.normalMapType===Rl&&Ew(b.normalMap.format),metalnessMap:Ze,roughnessMap:ln,anisotropy:tn,anisotropyMap:et,clearcoat:q,clearcoatMap:U,clearcoatNormalMap:P,clearcoatRoughnessMap:Q,diffuseRoughness:vn,diffuseRoughnessMap:xe,dispersion:Ct,retroreflection:Nt,iridescence:Ue,iridescenceMap:de,iridescenceThicknessMap:ge,sheen:Xt,sheenColorMap:we,sheenRoughnessMap:ae,specularMap:le,specularColorMap:Ie,specularIntensityMap:H,transmission:Qe,transmissionMap:he,thicknessMap:se,gradientMap:Le,opaque:b.transparent===!1&&b.blending===$r&&b.alphaToCoverage===!1,alphaMap:Ae,alphaTest:Pe,alphaHash:Ye,combine:b.combine,mapUv:Je&&y(b.map.channel),aoMapUv:Vt&&y(b.aoMap.channel),lightMapUv:ft&&y(b.lightMap.channel),bumpMapUv:It&&y(b.bumpMap.channel),normalMapUv:bt&&y(b.normalMap.channel),displacementMapUv:en&&y(b.displacementMap.channel),emissiveMapUv:Fe&&y(b.emissiveMap.channel),metalnessMapUv:Ze&&y(b.metalnessMap.channel),roughnessMapUv:ln&&y(b.roughnessMap.channel),anisotropyMapUv:et&&y(b.anisotropyMap.channel),clearcoatMapUv:U&&y(b.clearcoatMap.channel),clearcoatNormalMapUv:P&&y(b.clearcoatNormalMap.channel),clearcoatRoughnessMapUv:Q&&y(b.clearcoatRoughnessMap.channel),diffuseRoughnessMapUv:xe&&y(b.diffuseRoughnessMap.channel),iridescenceMapUv:de&&y(b.iridescenceMap.channel),iridescenceThicknessMapUv:ge&&y(b.iridescenceThicknessMap.channel),sheenColorMapUv:we&&y(b.sheenColorMap.channel),sheenRoughnessMapUv:ae&&y(b.sheenRoughnessMap.channel),specularMapUv:le&&y(b.specularMap.channel),specularColorMapUv:Ie&&y(b.specularColorMap.channel),specularIntensityMapUv:H&&y(b.specularIntensityMap.channel),transmissionMapUv:he&&y(b.transmissionMap.channel),thicknessMapUv:se&&y(b.thicknessMap.channel),alphaMapUv:Ae&&y(b.alphaMap.channel),vertexTangents:!!k.attributes.tangent&&(bt||tn),vertexNormals:!!k.attributes.normal,vertexColors:b.vertexColors,vertexAlphas:b.vertexColors===!0&&!!k.attributes.color&&k.attributes.color.itemSize===4,pointsUvs:B.isPoints===!0&&!!k.attributes.uv&&(Je||Ae),fog:!!K,useFog:b.fog===!0,fogExp2:!!K&&K.isFogExp2,flatShading:b.wireframe===!1&&(b.flatShading===!0||k.attributes.normal===void 0&&bt===!1&&(b.isMeshLambertMaterial||b.isMeshPhongMaterial||b.isMeshStandardMaterial||b.isMeshPhysicalMaterial)),sizeAttenuation:b.sizeAttenuation===!0,logarithmicDepthBuffer:_,reversedDepthBuffer:me,skinning:B.isSkinnedMesh===!0,hasPositionAttribute:k.attributes.position!==void 0,morphTargets:k.morphAttributes.position!==void 0,morphNormals:k.morphAttributes.normal!==void 0,morphColors:k.morphAttributes.color!==void 0,morphTargetsCount:_e,morphTextureStride:We,numSunLights:D.sun.length,numDirLights:D.directional.length,numPointLights:D.point.length,numSpotLights:D.spot.length,numSpotLightMaps:D.spotLightMap.length,numRectAreaLights:D.rectArea.length,numHemiLights:D.hemi.length,numSunLightShadows:D.sunShadowMap.length,numDirLightShadows:D.directionalShadowMap.length,numPointLightShadows:D.pointShadowMap.length,numSpotLightShadows:D.spotShadowMap.length,numSpotLightShadowsWithMaps:D.numSpotLightShadowsWithMaps,numLightProbes:D.numLightProbes,numLightProbeGrids:X.filter(Be=>Be.texture!==null).length,numClippingPlanes:a.numPlanes,numClipIntersection:a.numIntersection,dithering:b.dithering,shadowMapEnabled:i.shadowMap.enabled&&W.length>0,shadowMapType:i.shadowMap.type,toneMapping:Te,decodeVideoTexture:Je&&b.map.isVideoTexture===!0&&St.getTransfer(b.map.colorSpace)===Pt,decodeVideoTextureEmissive:Fe&&b.emissiveMap.isVideoTexture===!0&&St.getTransfer(b.emissiveMap.colorSpace)===Pt,premultipliedAlpha:b.premultipliedAlpha,doubleSided:b.side===hn,flipSided:b.side===bn,useDepthPacking:b.depthPacking>=0,depthPacking:b.depthPacking||0,index0AttributeName:b.index0AttributeName,extensionClipCullDistance:ct&&b.extensions.clipCullDistance===!0&&t.has("WEBGL_clip_cull_distance"),extensionMultiDraw:(ct&&b.extensions.multiDraw===!0||Tt)&&t.has("WEBGL_multi_draw"),rendererExtensionParallelShaderCompile:t.has("KHR_parallel_shader_compile"),customProgramCacheKey:b.customProgramCacheKey()};return ut.vertexUv1s=h.has(1),ut.vertexUv2s=h.has(2),ut.vertexUv3s=h.has(3),h.clear(),ut}function R(b){let D=[];if(b.shaderID?D.push(b.shaderID):(D.push(b.customVertexShaderID),D.push(b.customFragmentShaderID)),b.defines!==void 0)for(let W in b.defines)D.push(W),D.push(b.defines[W]);return b.isRawShaderMaterial===!1&&(v(D,b),x(D,b),D.push(i.outputColorSpace)),D.push(b.customProgramCacheKey),D.join()}function v(b,D){b.push(D.precision),b.push(D.outputColorSpace),b.push(D.envMapMode),b.push(D.envMapPMREM),b.push(D.envMapMaxLod),b.push(D.envMapSize),b.push(D.mapUv),b.push(D.alphaMapUv),b.push(D.lightMapUv),b.push(D.aoMapUv),b.push(D.bumpMapUv),b.push(D.normalMapUv),b.push(D.displacementMapUv),b.push(D.emissiveMapUv),b.push(D.metalnessMapUv),b.push(D.roughnessMapUv),b.push(D.anisotropyMapUv),b.push(D.clearcoatMapUv),b.push(D.clearcoatNormalMapUv),b.push(D.clearcoatRoughnessMapUv),b.push(D.diffuseRoughnessMapUv),b.push(D.iridescenceMapUv),b.push(D.iridescenceThicknessMapUv),b.push(D.sheenColorMapUv),b.push(D.sheenRoughnessMapUv),b.push(D.specularMapUv),b.push(D.specularColorMapUv),b.push(D.specularIntensityMapUv),b.push(D.transmissionMapUv),b.push(D.thicknessMapUv),b.push(D.combine),b.push(D.fogExp2),b.push(D.sizeAttenuation),b.push(D.morphTargetsCount),b.push(D.numSunLights),b.push(D.numDirLights),b.push(D.numPointLights),b.push(D.numSpotLights),b.push(D.numSpotLightMaps),b.push(D.numHemiLights),b.push(D.numRectAreaLights),b.push(D.numSunLightShadows),b.push(D.numDirLightShadows),b.push(D.numPointLightShadows),b.push(D.numSpotLightShadows),b.push(D.numSpotLightShadowsWithMaps),b.push(D.numLightProbes),b.push(D.numLightProbeGrids),b.push(D.shadowMapType),b.push(D.toneMapping),b.push(D.numClippingPlanes),b.push(D.numClipIntersection),b.push(D.depthPacking)}function x(b,D){l.disableAll(),D.instancing&&l.enable(0),D.instancingColor&&l.enable(1),D.instancingMorph&&l.enable(2),D.matcap&&l.enable(3),D.envMap&&l.enable(4),D.normalMapObjectSpace&&l.enable(5),D.normalMapTangentSpace&&l.enable(6),D.clearcoat&&l.enable(7),D.iridescence&&l.enable(8),D.alphaTest&&l.enable(9),D.vertexColors&&l.enable(10),D.vertexAlphas&&l.enable(11),D.vertexUv1s&&l.enable(12),D.vertexUv2s&&l.enable(13),D.vertexUv3s&&l.enable(14),D.vertexTangents&&l.enable(15),D.anisotropy&&l.enable(16),D.alphaHash&&l.enable(17),D.batching&&l.enable(18),D.dispersion&&l.enable(19),D.retroreflection&&l.enable(24),D.diffuseRoughness&&l.enable(25),D.batchingColor&&l.enable(20),D.gradientMap&&l.enable(21),D.packedNormalMap&&l.enable(22),D.vertexNormals&&l.enable(23),b.push(l.mask),l.disableAll(),D.fog&&l.enable(0),D.useFog&&l.enable(1),D.flatShading&&l.enable(2),D.logarithmicDepthBuffer&&l.enable(3),D.reversedDepthBuffer&&l.enable(4),D.skinning&&l.enable(5),D.morphTargets&&l.enable(6),D.morphNormals&&l.enable(7),D.morphColors&&l.enable(8),D.premultipliedAlpha&&l.enable(9),D.shadowMapEnabled&&l.enable(10),D.doubleSided&&l.enable(11),D.flipSided&&l.enable(12),D.useDepthPacking&&l.enable(13),D.dithering&&l.enable(14),D.transmission&&l.enable(15),D.sheen&&l.enable(16),D.opaque&&l.enable(17),D.pointsUvs&&l.enable(18),D.decodeVideoTexture&&l.enable(19),D.decodeVideoTextureEmissive&&l.enable(20),D.alphaToCoverage&&l.enable(21),D.numLightProbeGrids>0&&l.enable(22),D.hasPositionAttribute&&l.enable(23),b.push(l.mask)}function T(b){let D=g[b.type],W;if(D){let z=ui[D];W=of.clone(z.uniforms)}else W=b.uniforms;return W}function E(b,D){let W=p.get(D);return W!==void 0?++W.usedTimes:(W=new bw(i,D,b,r),d.push(W),p.set(D,W)),W}function w(b){if(--b.usedTimes===0){let D=d.indexOf(b);d[D]=d[d.length-1],d.pop(),p.delete(b.cacheKey),b.destroy()}}function N(b){c.remove(b)}function F(){c.dispose()}return{getParameters:S,getProgramCacheKey:R,getUniforms:T,acquireProgram:E,releaseProgram:w,releaseShaderCache:N,programs:d,dispose:F}}function Aw(){let i=new WeakMap;function e(l){return i.has(l)}function t(l){let c=i.get(l);return c===void 0&&(c={},i.set(l,c)),c}function n(l){i.delete(l)}function r(l,c,h){i.get(l)[c]=h}function a(){i=new WeakMap}return{has:e,get:t,remove:n,update:r,dispose:a}}function Rw(i,e){return i.groupOrder!==e.groupOrder?i.groupOrder-e.groupOrder:i.renderOrder!==e.renderOrder?i.renderOrder-e.renderOrder:i.material.id!==e.material.id?i.material.id-e.material.id:i.materialVariant!==e.materialVariant?i.materialVariant-e.materialVariant:i.z!==e.z?i.z-e.z:i.id-e.id}function Af(i,e){return i.groupOrder!==e.groupOrder?i.groupOrder-e.groupOrder:i.renderOrder!==e.renderOrder?i.renderOrder-e.renderOrder:i.z!==e.z?e.z-i.z:i.id-e.id}function Rf(){let i=[],e=0,t=[],n=[],r=[];function a(){e=0,t.length=0,n.length=0,r.length=0}function l(g){let y=0;return g.isInstancedMesh&&(y+=2),g.isSkinnedMesh&&(y+=1),y}function c(g,y,S,R,v,x){let T=i[e];return T===void 0?(T={id:g.id,object:g,geometry:y,material:S,materialVariant:l(g),groupOrder:R,renderOrder:g.renderOrder,z:v,group:x},i[e]=T):(T.id=g.id,T.object=g,T.geometry=y,T.material=S,T.materialVariant=l(g),T.groupOrder=R,T.renderOrder=g.renderOrder,T.z=v,T.group=x),e++,T}function h(g,y,S,R,v,x,T){T.reversedDepth===!0&&(v=-v);let E=c(g,y,S,R,v,x);S.transmission>0?n.push(E):S.transparent===!0?r.push(E):t.push(E)}function d(g,y,S,R,v,x){let T=c(g,y,S,R,v,x);S.transmission>0?n.unshift(T):S.transparent===!0?r.unshift(T):t.unshift(T)}function p(g,y){t.length>1&&t.sort(g||Rw),n.length>1&&n.sort(y||Af),r.length>1&&r.sort(y||Af)}function _(){for(let g=e,y=i.length;g<y;g++){let S=i[g];if(S.id===null)break;S.id=null,S.object=null,S.geometry=null,S.material=null,S.group=null}}return{opaque:t,transmissive:n,transparent:r,init:a,push:h,unshift:d,finish:_,sort:p}}function Cw(){let i=new WeakMap;function e(n,r){let a=i.get(n),l;return a===void 0?(l=new Rf,i.set(n,[l])):r>=a.length?(l=new Rf,a.push(l)):l=a[r],l}function t(){i=new WeakMap}return{get:e,dispose:t}}function Pw(){let i={};return{get:function(e){if(i[e.id]!==void 0)return i[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={direction:new Z,color:new nt};break;case"SpotLight":t={position:new Z,direction:new Z,color:new nt,distance:0,coneCos:0,penumbraCos:0,decay:0};break;case"PointLight":t={position:new Z,color:new nt,distance:0,decay:0};break;case"HemisphereLight":t={direction:new Z,skyColor:new nt,groundColor:new nt};break;case"RectAreaLight":t={color:new nt,position:new Z,halfWidth:new Z,halfHeight:new Z};break}return i[e.id]=t,t}}}function Iw(){let i={};return{get:function(e){if(i[e.id]!==void 0)return i[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new ze};break;case"SpotLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new ze};break;case"PointLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new ze,shadowCameraNear:1,shadowCameraFar:1e3};break}return i[e.id]=t,t}}}var Lw=0;function Dw(i,e){return(e.castShadow?2:0)-(i.castShadow?2:0)+(e.map?1:0)-(i.map?1:0)}function Fw(i){let e=new Pw,t=Iw(),n={version:0,hash:{sunLength:-1,directionalLength:-1,pointLength:-1,spotLength:-1,rectAreaLength:-1,hemiLength:-1,numSunShadows:-1,numDirectionalShadows:-1,numPointShadows:-1,numSpotShadows:-1,numSpotMaps:-1,numLightProbes:-1},ambient:[0,0,0],probe:[],sun:[],sunShadow:[],sunShadowMap:[],sunShadowMatrix:[],sunShadowCascade:[],directional:[],directionalShadow:[],directionalShadowMap:[],directionalShadowMatrix:[],spot:[],spotLightMap:[],spotShadow:[],spotShadowMap:[],spotLightMatrix:[],rectArea:[],rectAreaLTC1:null,rectAreaLTC2:null,point:[],pointShadow:[],pointShadowMap:[],pointShadowMatrix:[],hemi:[],numSpotLightShadowsWithMaps:0,numLightProbes:0};for(let d=0;d<9;d++)n.probe.push(new Z);let r=new Z,a=new Rt,l=new Rt;function c(d){let p=0,_=0,g=0;for(let X=0;X<9;X++)n.probe[X].set(0,0,0);let y=0,S=0,R=0,v=0,x=0,T=0,E=0,w=0,N=0,F=0,b=0,D=0,W=0,z=0;d.sort(Dw);for(let X=0,K=d.length;X<K;X++){let k=d[X],ee=k.color,G=k.intensity,j=k.distance,fe=null;if(k.shadow&&k.shadow.map&&(k.shadow.map.texture.format===Hi?fe=k.shadow.map.texture:fe=k.shadow.map.depthTexture||k.shadow.map.texture),k.isAmbientLight)p+=ee.r*G,_+=ee.g*G,g+=ee.b*G;else if(k.isLightProbe){for(let ne=0;ne<9;ne++)n.probe[ne].addScaledVector(k.sh.coefficients[ne],G);z++}else if(k.isSunLight){let ne=e.get(k);if(ne.color.copy(k.color).multiplyScalar(k.intensity),k.castShadow){let V=k.shadow,_e=t.get(k);_e.shadowIntensity=V.intensity,_e.shadowBias=V.bias,_e.shadowNormalBias=V.normalBias,_e.shadowRadius=V.radius,_e.shadowMapSize.copy(V.mapSize).multiply(V.getFrameExtents()),n.sunShadow[S]=_e,n.sunShadowMap[S]=fe;let We=V.getViewportCount();for(let rt=0;rt<We;rt++)n.sunShadowMatrix[R+rt]=V.getMatrix(rt),n.sunShadowCascade[R+rt]=V._cascadeData[rt];R+=We,S++}n.sun[y]=ne,y++}else if(k.isDirectionalLight){let ne=e.get(k);if(ne.color.copy(k.color).multiplyScalar(k.intensity),k.castShadow){let V=k.shadow,_e=t.get(k);_e.shadowIntensity=V.intensity,_e.shadowBias=V.bias,_e.shadowNormalBias=V.normalBias,_e.shadowRadius=V.radius,_e.shadowMapSize=V.mapSize,n.directionalShadow[v]=_e,n.directionalShadowMap[v]=fe,n.directionalShadowMatrix[v]=k.shadow.matrix,N++}n.directional[v]=ne,v++}else if(k.isSpotLight){let ne=e.get(k);ne.position.setFromMatrixPosition(k.matrixWorld),ne.color.copy(ee).multiplyScalar(G),ne.distance=j,ne.coneCos=Math.cos(k.angle),ne.penumbraCos=Math.cos(k.angle*(1-k.penumbra)),ne.decay=k.decay,n.spot[T]=ne;let V=k.shadow;if(k.map&&(n.spotLightMap[D]=k.map,D++,V.updateMatrices(k),k.castShadow&&W++),n.spotLightMatrix[T]=V.matrix,k.castShadow){let _e=t.get(k);_e.shadowIntensity=V.intensity,_e.shadowBias=V.bias,_e.shadowNormalBias=V.normalBias,_e.shadowRadius=V.radius,_e.shadowMapSize=V.mapSize,n.spotShadow[T]=_e,n.spotShadowMap[T]=fe,b++}T++}else if(k.isRectAreaLight){let ne=e.get(k);ne.color.copy(ee).multiplyScalar(G),ne.halfWidth.set(k.width*.5,0,0),ne.halfHeight.set(0,k.height*.5,0),n.rectArea[E]=ne,E++}else if(k.isPointLight){let ne=e.get(k);if(ne.color.copy(k.color).multiplyScalar(k.intensity),ne.distance=k.distance,ne.decay=k.decay,k.castShadow){let V=k.shadow,_e=t.get(k);_e.shadowIntensity=V.intensity,_e.shadowBias=V.bias,_e.shadowNormalBias=V.normalBias,_e.shadowRadius=V.radius,_e.shadowMapSize=V.mapSize,_e.shadowCameraNear=V.camera.near,_e.shadowCameraFar=V.camera.far,n.pointShadow[x]=_e,n.pointShadowMap[x]=fe,n.pointShadowMatrix[x]=k.shadow.matrix,F++}n.point[x]=ne,x++}else if(k.isHemisphereLight){let ne=e.get(k);ne.skyColor.copy(k.color).multiplyScalar(G),ne.groundColor.copy(k.groundColor).multiplyScalar(G),n.hemi[w]=ne,w++}}E>0&&(i.has("OES_texture_float_linear")===!0?(n.rectAreaLTC1=ke.LTC_FLOAT_1,n.rectAreaLTC2=ke.LTC_FLOAT_2):(n.rectAreaLTC1=ke.LTC_HALF_1,n.rectAreaLTC2=ke.LTC_HALF_2)),n.ambient[0]=p,n.ambient[1]=_,n.ambient[2]=g;let B=n.hash;(B.sunLength!==y||B.directionalLength!==v||B.pointLength!==x||B.spotLength!==T||B.rectAreaLength!==E||B.hemiLength!==w||B.numSunShadows!==S||B.numDirectionalShadows!==N||B.numPointShadows!==F||B.numSpotShadows!==b||B.numSpotMaps!==D||B.numLightProbes!==z)&&(n.sun.length=y,n.directional.length=v,n.spot.length=T,n.rectArea.length=E,n.point.length=x,n.hemi.length=w,n.sunShadow.length=S,n.sunShadowMap.length=S,n.sunShadowMatrix.length=R,n.sunShadowCascade.length=R,n.directionalShadow.length=N,n.directionalShadowMap.length=N,n.directionalShadowMatrix.length=N,n.pointShadow.length=F,n.pointShadowMap.length=F,n.pointShadowMatrix.length=F,n.spotShadow.length=b,n.spotShadowMap.length=b,n.spotLightMatrix.length=b+D-W,n.spotLightMap.length=D,n.numSpotLightShadowsWithMaps=W,n.numLightProbes=z,B.sunLength=y,B.directionalLength=v,B.pointLength=x,B.spotLength=T,B.rectAreaLength=E,B.hemiLength=w,B.numSunShadows=S,B.numDirectionalShadows=N,B.numPointShadows=F,B.numSpotShadows=b,B.numSpotMaps=D,B.numLightProbes=z,n.version=Lw++)}function h(d,p){let _=0,g=0,y=0,S=0,R=0,v=0,x=p.matrixWorldInverse;for(let T=0,E=d.length;T<E;T++){let w=d[T];if(w.isSunLight){let N=n.sun[_];N.direction.setFromMatrixPosition(w.matrixWorld),N.direction.transformDirection(x),_++}else if(w.isDirectionalLight){let N=n.directional[g];N.direction.setFromMatrixPosition(w.matrixWorld),r.setFromMatrixPosition(w.target.matrixWorld),N.direction.sub(r),N.direction.transformDirection(x),g++}else if(w.isSpotLight){let N=n.spot[S];N.position.setFromMatrixPosition(w.matrixWorld),N.position.applyMatrix4(x),N.direction.setFromMatrixPosition(w.matrixWorld),r.setFromMatrixPosition(w.target.matrixWorld),N.direction.sub(r),N.direction.transformDirection(x),S++}else if(w.isRectAreaLight){let N=n.rectArea[R];N.position.setFromMatrixPosition(w.matrixWorld),N.position.applyMatrix4(x),l.identity(),a.copy(w.matrixWorld),a.premultiply(x),l.extractRotation(a),N.halfWidth.set(w.width*.5,0,0),N.halfHeight.set(0,w.height*.5,0),N.halfWidth.applyMatrix4(l),N.halfHeight.applyMatrix4(l),R++}else if(w.isPointLight){let N=n.point[y];N.position.setFromMatrixPosition(w.matrixWorld),N.position.applyMatrix4(x),y++}else if(w.isHemisphereLight){let N=n.hemi[v];N.direction.setFromMatrixPosition(w.matrixWorld),N.direction.transformDirection(x),v++}}}return{setup:c,setupView:h,state:n}}function Cf(i){let e=new Fw(i),t=[],n=[],r=[];function a(_){p.camera=_,t.length=0,n.length=0,r.length=0}function l(_){_.isLightProbeGrid?r.push(_):t.push(_)}function c(_){n.push(_)}function h(){e.setup(t),r.sort((_,g)=>_.priority-g.priority||_.id-g.id)}function d(_){e.setupView(t,_)}let p={lightsArray:t,shadowsArray:n,lightProbeGridArray:r,camera:null,lights:e,transmissionRenderTarget:{},textureUnits:0};return{init:a,state:p,setupLights:h,setupLightsView:d,pushLight:l,pushShadow:c}}function Nw(i){let e=new WeakMap;function t(r,a=0){let l=e.get(r),c;return l===void 0?(c=new Cf(i),e.set(r,[c])):a>=l.length?(c=new Cf(i),l.push(c)):c=l[a],c}function n(){e=new WeakMap}return{get:t,dispose:n}}var Uw=`void main() {
	gl_Position = vec4( position, 1.0 );
}`,Ow=`uniform sampler2D shadow_pass;
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
}`,Bw=[new Z(1,0,0),new Z(-1,0,0),new Z(0,1,0),new Z(0,-1,0),new Z(0,0,1),new Z(0,0,-1)],kw=[new Z(0,-1,0),new Z(0,-1,0),new Z(0,0,1),new Z(0,0,-1),new Z(0,-1,0),new Z(0,-1,0)],Pf=new Rt,ra=new Z,bu=new Z;function zw(i,e,t){let n=new Ui,r=new ze,a=new ze,l=new Gt,c=new Ro,h=new Co,d={},p=t.maxTextureSize,_={[Vi]:bn,[bn]:Vi,[hn]:hn},g=new oi({defines:{VSM_SAMPLES:8},uniforms:{shadow_pass:{value:null},resolution:{value:new ze},radius:{value:4}},vertexShader:Uw,fragmentShader:Ow}),y=g.clone();y.defines.HORIZONTAL_PASS=1;let S=new un;S.setAttribute("position",new an(new Float32Array([-1,-1,.5,3,-1,.5,-1,3,.5]),3));let R=new $t(S,g),v=this;this.enabled=!1,this.autoUpdate=!0,this.needsUpdate=!1,this.type=sr;let x=this.type;this.render=function(F,b,D){if(v.enabled===!1||v.autoUpdate===!1&&v.needsUpdate===!1||F.length===0)return;this.type===yd&&(it("WebGLShadowMap: PCFSoftShadowMap has been removed. Using PCFShadowMap instead."),this.type=sr);let W=i.getRenderTarget(),z=i.getActiveCubeFace(),B=i.getActiveMipmapLevel(),X=i.state;X.setBlending(ar),X.buffers.depth.getReversed()===!0?X.buffers.color.setClear(0,0,0,0):X.buffers.color.setClear(1,1,1,1),X.buffers.depth.setTest(!0),X.setScissorTest(!1);let K=x!==this.type;K&&b.traverse(function(k){k.material&&(Array.isArray(k.material)?k.material.forEach(ee=>ee.needsUpdate=!0):k.material.needsUpdate=!0)});for(let k=0,ee=F.length;k<ee;k++){let G=F[k],j=G.shadow;if(j===void 0){it("WebGLShadowMap:",G,"has no shadow.");continue}if(j.autoUpdate===!1&&j.needsUpdate===!1)continue;r.copy(j.mapSize);let fe=j.getFrameExtents();r.multiply(fe),a.copy(j.mapSize),(r.x>p||r.y>p)&&(r.x>p&&(a.x=Math.floor(p/fe.x),r.x=a.x*fe.x,j.mapSize.x=a.x),r.y>p&&(a.y=Math.floor(p/fe.y),r.y=a.y*fe.y,j.mapSize.y=a.y));let ne=i.state.buffers.depth.getReversed();if(j.camera._reversedDepth=ne,j.map===null||K===!0){if(j.map!==null&&(j.map.depthTexture!==null&&(j.map.depthTexture.dispose(),j.map.depthTexture=null),j.map.dispose()),this.type===Xr){if(G.isPointLight){it("WebGLShadowMap: VSM shadow maps are not supported for PointLights. Use PCF or BasicShadowMap instead.");continue}j.map=new Cn(r.x,r.y,{format:Hi,type:Yn,minFilter:Sn,magFilter:Sn,generateMipmaps:!1}),j.map.texture.name=G.name+".shadowMap",j.map.depthTexture=new Mi(r.x,r.y,On),j.map.depthTexture.name=G.name+".shadowMapDepth",j.map.depthTexture.format=yi,j.map.depthTexture.compareFunction=null,j.map.depthTexture.minFilter=on,j.map.depthTexture.magFilter=on}else G.isPointLight?(j.map=new aa(r.x),j.map.depthTexture=new Ps(r.x,qn)):(j.map=new Cn(r.x,r.y),j.map.depthTexture=new Mi(r.x,r.y,qn)),j.map.depthTexture.name=G.name+".shadowMap",j.map.depthTexture.format=yi,this.type===sr?(j.map.depthTexture.compareFunction=ne?du:hu,j.map.depthTexture.minFilter=Sn,j.map.depthTexture.magFilter=Sn):(j.map.depthTexture.compareFunction=null,j.map.depthTexture.minFilter=on,j.map.depthTexture.magFilter=on);j.camera.updateProjectionMatrix()}j.map.isWebGLCubeRenderTarget!==!0&&(j.map.width!==r.x||j.map.height!==r.y)&&j.map.setSize(r.x,r.y);let V=j.map.isWebGLCubeRenderTarget?6:j.getViewportCount();G.isPointLight!==!0&&j.updateMatrices(G,D);let _e=(j.camera.layers.mask&4294967294)!==0?j.camera.layers:D.layers;for(let We=0;We<V;We++){let rt=j.getCamera(We);if(G.isPointLight){let ue=j.camera,Ne=j.matrix,Ce=G.distance||ue.far;Ce!==ue.far&&(ue.far=Ce,ue.updateProjectionMatrix()),ra.setFromMatrixPosition(G.matrixWorld),ue.position.copy(ra),bu.copy(ue.position),bu.add(Bw[We]),ue.up.copy(kw[We]),ue.lookAt(bu),ue.updateMatrixWorld(),Ne.makeTranslation(-ra.x,-ra.y,-ra.z),Pf.multiplyMatrices(ue.projectionMatrix,ue.matrixWorldInverse),j._frustum.setFromProjectionMatrix(Pf,ue.coordinateSystem,ue.reversedDepth)}if(j.map.isWebGLCubeRenderTarget)i.setRenderTarget(j.map,We),i.clear();else{We===0&&(i.setRenderTarget(j.map),i.clear());let ue=j.getViewport(We);l.set(a.x*ue.x,a.y*ue.y,a.x*ue.z,a.y*ue.w),X.viewport(l)}n=j.getFrustum(We),w(b,D,rt,G,_e,this.type)}j.isPointLightShadow!==!0&&this.type===Xr&&T(j,D),j.needsUpdate=!1}x=this.type,v.needsUpdate=!1,i.setRenderTarget(W,z,B)};function T(F,b){let D=e.update(R);g.defines.VSM_SAMPLES!==F.blurSamples&&(g.defines.VSM_SAMPLES=F.blurSamples,y.defines.VSM_SAMPLES=F.blurSamples,g.needsUpdate=!0,y.needsUpdate=!0),F.mapPass===null?F.mapPass=new Cn(r.x,r.y,{format:Hi,type:Yn}):(F.mapPass.width!==F.map.width||F.mapPass.height!==F.map.height)&&F.mapPass.setSize(F.map.width,F.map.height),g.uniforms.shadow_pass.value=F.map.depthTexture,g.uniforms.resolution.value.set(F.map.width,F.map.height),g.uniforms.radius.value=F.radius,i.setRenderTarget(F.mapPass),i.clear(),i.renderBufferDirect(b,null,D,g,R,null),y.uniforms.shadow_pass.value=F.mapPass.texture,y.uniforms.resolution.value.set(F.map.width,F.map.height),y.uniforms.radius.value=F.radius,i.setRenderTarget(F.map),i.clear(),i.renderBufferDirect(b,null,D,y,R,null)}function E(F,b,D,W){let z=null,B=D.isPointLight===!0?F.customDistanceMaterial:F.customDepthMaterial;if(B!==void 0)z=B;else if(z=D.isPointLight===!0?h:c,i.localClippingEnabled&&b.clipShadows===!0&&Array.isArray(b.clippingPlanes)&&b.clippingPlanes.length!==0||b.displacementMap&&b.displacementScale!==0||b.alphaMap&&b.alphaTest>0||b.map&&b.alphaTest>0||b.alphaToCoverage===!0){let X=z.uuid,K=b.uuid,k=d[X];k===void 0&&(k={},d[X]=k);let ee=k[K];ee===void 0&&(ee=z.clone(),k[K]=ee,b.addEventListener("dispose",N)),z=ee}if(z.visible=b.visible,z.wireframe=b.wireframe,W===Xr?z.side=b.shadowSide!==null?b.shadowSide:b.side:z.side=b.shadowSide!==null?b.shadowSide:_[b.side],z.alphaMap=b.alphaMap,z.alphaTest=b.alphaToCoverage===!0?.5:b.alphaTest,z.map=b.map,z.clipShadows=b.clipShadows,z.clippingPlanes=b.clippingPlanes,z.clipIntersection=b.clipIntersection,z.displacementMap=b.displacementMap,z.displacementScale=b.displacementScale,z.displacementBias=b.displacementBias,z.wireframeLinewidth=b.wireframeLinewidth,z.linewidth=b.linewidth,D.isPointLight===!0&&z.isMeshDistanceMaterial===!0){let X=i.properties.get(z);X.light=D}return z}function w(F,b,D,W,z,B){if(F.visible===!1)return;if(F.layers.test(z)&&(F.isMesh||F.isLine||F.isPoints)&&(F.castShadow||F.receiveShadow&&B===Xr)&&(!F.frustumCulled||F.intersectsFrustum(n))){F.modelViewMatrix.multiplyMatrices(D.matrixWorldInverse,F.matrixWorld);let k=e.update(F),ee=F.material;if(Array.isArray(ee)){let G=k.groups;for(let j=0,fe=G.length;j<fe;j++){let ne=G[j],V=ee[ne.materialIndex];if(V&&V.visible){let _e=E(F,V,W,B);F.onBeforeShadow(i,F,b,D,k,_e,ne),i.renderBufferDirect(D,null,k,_e,F,ne),F.onAfterShadow(i,F,b,D,k,_e,ne)}}}else if(ee.visible){let G=E(F,ee,W,B);F.onBeforeShadow(i,F,b,D,k,G,null),i.renderBufferDirect(D,null,k,G,F,null),F.onAfterShadow(i,F,b,D,k,G,null)}}let K=F.children;for(let k=0,ee=K.length;k<ee;k++)w(K[k],b,D,W,z,B)}function N(F){F.target.removeEventListener("dispose",N);for(let D in d){let W=d[D],z=F.target.uuid;z in W&&(W[z].dispose(),delete W[z])}}}function Gw(i,e){function t(){let H=!1,he=new Gt,se=null,Le=new Gt(0,0,0,0);return{setMask:function(Ae){se!==Ae&&!H&&(i.colorMask(Ae,Ae,Ae,Ae),se=Ae)},setLocked:function(Ae){H=Ae},setClear:function(Ae,Pe,Ye,ct,Te){Te===!0&&(Ae*=ct,Pe*=ct,Ye*=ct),he.set(Ae,Pe,Ye,ct),Le.equals(he)===!1&&(i.clearColor(Ae,Pe,Ye,ct),Le.copy(he))},reset:function(){H=!1,se=null,Le.set(-1,0,0,0)}}}function n(){let H=!1,he=!1,se=null,Le=null,Ae=null;return{setReversed:function(Pe){if(he!==Pe){let Ye=e.get("EXT_clip_control");Pe?Ye.clipControlEXT(Ye.LOWER_LEFT_EXT,Ye.ZERO_TO_ONE_EXT):Ye.clipControlEXT(Ye.LOWER_LEFT_EXT,Ye.NEGATIVE_ONE_TO_ONE_EXT),he=Pe;let ct=Ae;Ae=null,this.setClear(ct)}},getReversed:function(){return he},setTest:function(Pe){Pe?me(i.DEPTH_TEST):Xe(i.DEPTH_TEST)},setMask:function(Pe){se!==Pe&&!H&&(i.depthMask(Pe),se=Pe)},setFunc:function(Pe){if(he&&(Pe=Qd[Pe]),Le!==Pe){switch(Pe){case so:i.depthFunc(i.NEVER);break;case ao:i.depthFunc(i.ALWAYS);break;case oo:i.depthFunc(i.LESS);break;case Fr:i.depthFunc(i.LEQUAL);break;case lo:i.depthFunc(i.EQUAL);break;case co:i.depthFunc(i.GEQUAL);break;case uo:i.depthFunc(i.GREATER);break;case ho:i.depthFunc(i.NOTEQUAL);break;default:i.depthFunc(i.LEQUAL)}Le=Pe}},setLocked:function(Pe){H=Pe},setClear:function(Pe){Ae!==Pe&&(Ae=Pe,he&&(Pe=1-Pe),i.clearDepth(Pe))},reset:function(){H=!1,se=null,Le=null,Ae=null,he=!1}}}function r(){let H=!1,he=null,se=null,Le=null,Ae=null,Pe=null,Ye=null,ct=null,Te=null;return{setTest:function(Ke){H||(Ke?me(i.STENCIL_TEST):Xe(i.STENCIL_TEST))},setMask:function(Ke){he!==Ke&&!H&&(i.stencilMask(Ke),he=Ke)},setFunc:function(Ke,ut,Be){(se!==Ke||Le!==ut||Ae!==Be)&&(i.stencilFunc(Ke,ut,Be),se=Ke,Le=ut,Ae=Be)},setOp:function(Ke,ut,Be){(Pe!==Ke||Ye!==ut||ct!==Be)&&(i.stencilOp(Ke,ut,Be),Pe=Ke,Ye=ut,ct=Be)},setLocked:function(Ke){H=Ke},setClear:function(Ke){Te!==Ke&&(i.clearStencil(Ke),Te=Ke)},reset:function(){H=!1,he=null,se=null,Le=null,Ae=null,Pe=null,Ye=null,ct=null,Te=null}}}let a=new t,l=new n,c=new r,h={},d=new WeakMap,p={},_={},g={},y=new WeakMap,S=[],R=null,v=!1,x=null,T=null,E=null,w=null,N=null,F=null,b=null,D=new nt(0,0,0),W=0,z=!1,B=null,X=null,K=null,k=null,ee=null,G=i.getParameter(i.MAX_COMBINED_TEXTURE_IMAGE_UNITS),j=!1,fe=0,ne=i.getParameter(i.VERSION);ne.indexOf("WebGL")!==-1?(fe=parseFloat(/^WebGL (\d)/.exec(ne)[1]),j=fe>=1):ne.indexOf("OpenGL ES")!==-1&&(fe=parseFloat(/^OpenGL ES (\d)/.exec(ne)[1]),j=fe>=2);let V=null,_e={},We=i.getParameter(i.SCISSOR_BOX),rt=i.getParameter(i.VIEWPORT),ue=new Gt().fromArray(We),Ne=new Gt().fromArray(rt);function Ce(H,he,se,Le){let Ae=new Uint8Array(4),Pe=i.createTexture();i.bindTexture(H,Pe),i.texParameteri(H,i.TEXTURE_MIN_FILTER,i.NEAREST),i.texParameteri(H,i.TEXTURE_MAG_FILTER,i.NEAREST);for(let Ye=0;Ye<se;Ye++)H===i.TEXTURE_3D||H===i.TEXTURE_2D_ARRAY?i.texImage3D(he,0,i.RGBA,1,1,Le,0,i.RGBA,i.UNSIGNED_BYTE,Ae):i.texImage2D(he+Ye,0,i.RGBA,1,1,0,i.RGBA,i.UNSIGNED_BYTE,Ae);return Pe}let Me={};Me[i.TEXTURE_2D]=Ce(i.TEXTURE_2D,i.TEXTURE_2D,1),Me[i.TEXTURE_CUBE_MAP]=Ce(i.TEXTURE_CUBE_MAP,i.TEXTURE_CUBE_MAP_POSITIVE_X,6),Me[i.TEXTURE_2D_ARRAY]=Ce(i.TEXTURE_2D_ARRAY,i.TEXTURE_2D_ARRAY,1,1),Me[i.TEXTURE_3D]=Ce(i.TEXTURE_3D,i.TEXTURE_3D,1,1),a.setClear(0,0,0,1),l.setClear(1),c.setClear(0),me(i.DEPTH_TEST),l.setFunc(Fr),It(!1),bt(Wc),me(i.CULL_FACE),Vt(ar);function me(H){p[H]!==!0&&(i.enable(H),p[H]=!0)}function Xe(H){p[H]!==!1&&(i.disable(H),p[H]=!1)}function Tt(H,he){return g[H]!==he?(i.bindFramebuffer(H,he),g[H]=he,H===i.DRAW_FRAMEBUFFER&&(g[i.FRAMEBUFFER]=he),H===i.FRAMEBUFFER&&(g[i.DRAW_FRAMEBUFFER]=he),!0):!1}function Je(H,he){let se=S,Le=!1;if(H){se=y.get(he),se===void 0&&(se=[],y.set(he,se));let Ae=H.textures;if(se.length!==Ae.length||se[0]!==i.COLOR_ATTACHMENT0){for(let Pe=0,Ye=Ae.length;Pe<Ye;Pe++)se[Pe]=i.COLOR_ATTACHMENT0+Pe;se.length=Ae.length,Le=!0}}else se[0]!==i.BACK&&(se[0]=i.BACK,Le=!0);Le&&i.drawBuffers(se)}function dt(H){return R!==H?(i.useProgram(H),R=H,!0):!1}let Mt={[or]:i.FUNC_ADD,[Sd]:i.FUNC_SUBTRACT,[Md]:i.FUNC_REVERSE_SUBTRACT};Mt[bd]=i.MIN,Mt[wd]=i.MAX;let pt={[Ed]:i.ZERO,[Td]:i.ONE,[Ad]:i.SRC_COLOR,[Yc]:i.SRC_ALPHA,[Dd]:i.SRC_ALPHA_SATURATE,[Id]:i.DST_COLOR,[Cd]:i.DST_ALPHA,[Rd]:i.ONE_MINUS_SRC_COLOR,[Jc]:i.ONE_MINUS_SRC_ALPHA,[Ld]:i.ONE_MINUS_DST_COLOR,[Pd]:i.ONE_MINUS_DST_ALPHA,[Fd]:i.CONSTANT_COLOR,[Nd]:i.ONE_MINUS_CONSTANT_COLOR,[Ud]:i.CONSTANT_ALPHA,[Od]:i.ONE_MINUS_CONSTANT_ALPHA};function Vt(H,he,se,Le,Ae,Pe,Ye,ct,Te,Ke){if(H===ar){v===!0&&(Xe(i.BLEND),v=!1);return}if(v===!1&&(me(i.BLEND),v=!0),H!==xd){if(H!==x||Ke!==z){if((T!==or||N!==or)&&(i.blendEquation(i.FUNC_ADD),T=or,N=or),Ke)switch(H){case $r:i.blendFuncSeparate(i.ONE,i.ONE_MINUS_SRC_ALPHA,i.ONE,i.ONE_MINUS_SRC_ALPHA);break;case Xc:i.blendFunc(i.ONE,i.ONE);break;case $c:i.blendFuncSeparate(i.ZERO,i.ONE_MINUS_SRC_COLOR,i.ZERO,i.ONE);break;case qc:i.blendFuncSeparate(i.DST_COLOR,i.ONE_MINUS_SRC_ALPHA,i.ZERO,i.ONE);break;default:at("WebGLState: Invalid blending: ",H);break}else switch(H){case $r:i.blendFuncSeparate(i.SRC_ALPHA,i.ONE_MINUS_SRC_ALPHA,i.ONE,i.ONE_MINUS_SRC_ALPHA);break;case Xc:i.blendFuncSeparate(i.SRC_ALPHA,i.ONE,i.ONE,i.ONE);break;case $c:at("WebGLState: SubtractiveBlending requires material.premultipliedAlpha = true");break;case qc:at("WebGLState: MultiplyBlending requires material.premultipliedAlpha = true");break;default:at("WebGLState: Invalid blending: ",H);break}E=null,w=null,F=null,b=null,D.set(0,0,0),W=0,x=H,z=Ke}return}Ae=Ae||he,Pe=Pe||se,Ye=Ye||Le,(he!==T||Ae!==N)&&(i.blendEquationSeparate(Mt[he],Mt[Ae]),T=he,N=Ae),(se!==E||Le!==w||Pe!==F||Ye!==b)&&(i.blendFuncSeparate(pt[se],pt[Le],pt[Pe],pt[Ye]),E=se,w=Le,F=Pe,b=Ye),(ct.equals(D)===!1||Te!==W)&&(i.blendColor(ct.r,ct.g,ct.b,Te),D.copy(ct),W=Te),x=H,z=!1}function ft(H,he){H.side===hn?Xe(i.CULL_FACE):me(i.CULL_FACE);let se=H.side===bn;he&&(se=!se),It(se),H.blending===$r&&H.transparent===!1?Vt(ar):Vt(H.blending,H.blendEquation,H.blendSrc,H.blendDst,H.blendEquationAlpha,H.blendSrcAlpha,H.blendDstAlpha,H.blendColor,H.blendAlpha,H.premultipliedAlpha),l.setFunc(H.depthFunc),l.setTest(H.depthTest),l.setMask(H.depthWrite),a.setMask(H.colorWrite);let Le=H.stencilWrite;c.setTest(Le),Le&&(c.setMask(H.stencilWriteMask),c.setFunc(H.stencilFunc,H.stencilRef,H.stencilFuncMask),c.setOp(H.stencilFail,H.stencilZFail,H.stencilZPass)),Fe(H.polygonOffset,H.polygonOffsetFactor,H.polygonOffsetUnits),H.alphaToCoverage===!0?me(i.SAMPLE_ALPHA_TO_COVERAGE):Xe(i.SAMPLE_ALPHA_TO_COVERAGE)}function It(H){B!==H&&(H?i.frontFace(i.CW):i.frontFace(i.CCW),B=H)}function bt(H){H!==_d?(me(i.CULL_FACE),H!==X&&(H===Wc?i.cullFace(i.BACK):H===vd?i.cullFace(i.FRONT):i.cullFace(i.FRONT_AND_BACK))):Xe(i.CULL_FACE),X=H}function en(H){H!==K&&(j&&i.lineWidth(H),K=H)}function Fe(H,he,se){H?(me(i.POLYGON_OFFSET_FILL),(k!==he||ee!==se)&&(k=he,ee=se,l.getReversed()&&(he=-he,se=-se),i.polygonOffset(he,se))):Xe(i.POLYGON_OFFSET_FILL)}function Ze(H){H?me(i.SCISSOR_TEST):Xe(i.SCISSOR_TEST)}function ln(H){H===void 0&&(H=i.TEXTURE0+G-1),V!==H&&(i.activeTexture(H),V=H)}function tn(H,he,se){se===void 0&&(V===null?se=i.TEXTURE0+G-1:se=V);let Le=_e[se];Le===void 0&&(Le={type:void 0,texture:void 0},_e[se]=Le),(Le.type!==H||Le.texture!==he)&&(V!==se&&(i.activeTexture(se),V=se),i.bindTexture(H,he||Me[H]),Le.type=H,Le.texture=he)}function q(){let H=_e[V];H!==void 0&&H.type!==void 0&&(i.bindTexture(H.type,null),H.type=void 0,H.texture=void 0)}function vn(){try{i.compressedTexImage2D(...arguments)}catch(H){at("WebGLState:",H)}}function Ct(){try{i.compressedTexImage3D(...arguments)}catch(H){at("WebGLState:",H)}}function Nt(){try{i.texSubImage2D(...arguments)}catch(H){at("WebGLState:",H)}}function Ue(){try{i.texSubImage3D(...arguments)}catch(H){at("WebGLState:",H)}}function Xt(){try{i.compressedTexSubImage2D(...arguments)}catch(H){at("WebGLState:",H)}}function Qe(){try{i.compressedTexSubImage3D(...arguments)}catch(H){at("WebGLState:",H)}}function et(){try{i.texStorage2D(...arguments)}catch(H){at("WebGLState:",H)}}function U(){try{i.texStorage3D(...arguments)}catch(H){at("WebGLState:",H)}}function P(){try{i.texImage2D(...arguments)}catch(H){at("WebGLState:",H)}}function Q(){try{i.texImage3D(...arguments)}catch(H){at("WebGLState:",H)}}function xe(H){return _[H]!==void 0?_[H]:i.getParameter(H)}function de(H,he){_[H]!==he&&(i.pixelStorei(H,he),_[H]=he)}function ge(H){ue.equals(H)===!1&&(i.scissor(H.x,H.y,H.z,H.w),ue.copy(H))}function we(H){Ne.equals(H)===!1&&(i.viewport(H.x,H.y,H.z,H.w),Ne.copy(H))}function ae(H,he){let se=d.get(he);se===void 0&&(se=new WeakMap,d.set(he,se));let Le=se.get(H);Le===void 0&&(Le=i.getUniformBlockIndex(he,H.name),i.uniformBlockBinding(he,Le,Le),se.set(H,Le))}function le(H,he,se){let Ae=d.get(he).get(H);h[Ae]!==se&&(i.bindBufferBase(i.UNIFORM_BUFFER,Ae,se),h[Ae]=se)}function Ie(){i.disable(i.BLEND),i.disable(i.CULL_FACE),i.disable(i.DEPTH_TEST),i.disable(i.POLYGON_OFFSET_FILL),i.disable(i.SCISSOR_TEST),i.disable(i.STENCIL_TEST),i.disable(i.SAMPLE_ALPHA_TO_COVERAGE),i.blendEquation(i.FUNC_ADD),i.blendFunc(i.ONE,i.ZERO),i.blendFuncSeparate(i.ONE,i.ZERO,i.ONE,i.ZERO),i.blendColor(0,0,0,0),i.colorMask(!0,!0,!0,!0),i.clearColor(0,0,0,0),i.depthMask(!0),i.depthFunc(i.LESS),l.setReversed(!1),i.clearDepth(1),i.stencilMask(4294967295),i.stencilFunc(i.ALWAYS,0,4294967295),i.stencilOp(i.KEEP,i.KEEP,i.KEEP),i.clearStencil(0),i.cullFace(i.BACK),i.frontFace(i.CCW),i.polygonOffset(0,0),i.activeTexture(i.TEXTURE0),i.bindFramebuffer(i.FRAMEBUFFER,null),i.bindFramebuffer(i.DRAW_FRAMEBUFFER,null),i.bindFramebuffer(i.READ_FRAMEBUFFER,null),i.useProgram(null),i.lineWidth(1),i.scissor(0,0,i.canvas.width,i.canvas.height),i.viewport(0,0,i.canvas.width,i.canvas.height),i.pixelStorei(i.PACK_ALIGNMENT,4),i.pixelStorei(i.UNPACK_ALIGNMENT,4),i.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,!1),i.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,!1),i.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,i.BROWSER_DEFAULT_WEBGL),i.pixelStorei(i.PACK_ROW_LENGTH,0),i.pixelStorei(i.PACK_SKIP_PIXELS,0),i.pixelStorei(i.PACK_SKIP_ROWS,0),i.pixelStorei(i.UNPACK_ROW_LENGTH,0),i.pixelStorei(i.UNPACK_IMAGE_HEIGHT,0),i.pixelStorei(i.UNPACK_SKIP_PIXELS,0),i.pixelStorei(i.UNPACK_SKIP_ROWS,0),i.pixelStorei(i.UNPACK_SKIP_IMAGES,0),p={},_={},V=null,_e={},g={},h={},y=new WeakMap,S=[],R=null,v=!1,x=null,T=null,E=null,w=null,N=null,F=null,b=null,D=new nt(0,0,0),W=0,z=!1,B=null,X=null,K=null,k=null,ee=null,ue.set(0,0,i.canvas.width,i.canvas.height),Ne.set(0,0,i.canvas.width,i.canvas.height),a.reset(),l.reset(),c.reset()}return{buffers:{color:a,depth:l,stencil:c},enable:me,disable:Xe,bindFramebuffer:Tt,drawBuffers:Je,useProgram:dt,setBlending:Vt,setMaterial:ft,setFlipSided:It,setCullFace:bt,setLineWidth:en,setPolygonOffset:Fe,setScissorTest:Ze,activeTexture:ln,bindTexture:tn,unbindTexture:q,compressedTexImage2D:vn,compressedTexImage3D:Ct,texImage2D:P,texImage3D:Q,pixelStorei:de,getParameter:xe,updateUBOMapping:ae,uniformBlockBinding:le,texStorage2D:et,texStorage3D:U,texSubImage2D:Nt,texSubImage3D:Ue,compressedTexSubImage2D:Xt,compressedTexSubImage3D:Qe,scissor:ge,viewport:we,reset:Ie}}function Vw(i,e,t,n,r,a,l){let c=e.has("WEBGL_multisampled_render_to_texture")?e.get("WEBGL_multisampled_render_to_texture"):null,h=typeof navigator>"u"?!1:/OculusBrowser/g.test(navigator.userAgent),d=new ze,p=new WeakMap,_=new Set,g,y=new WeakMap,S=new Set,R=new FinalizationRegistry(U=>S.delete(U)),v=!1;try{v=typeof OffscreenCanvas<"u"&&new OffscreenCanvas(1,1).getContext("2d")!==null}catch{}function x(U,P){return v?new OffscreenCanvas(U,P):vs("canvas")}function T(U,P,Q){let xe=1,de=et(U);if((de.width>Q||de.height>Q)&&(xe=Q/Math.max(de.width,de.height)),xe<1)if(typeof HTMLImageElement<"u"&&U instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&U instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&U instanceof ImageBitmap||typeof VideoFrame<"u"&&U instanceof VideoFrame){let ge=Math.floor(xe*de.width),we=Math.floor(xe*de.height);g===void 0&&(g=x(ge,we));let ae=P?x(ge,we):g;return ae.width=ge,ae.height=we,ae.getContext("2d").drawImage(U,0,0,ge,we),it("WebGLRenderer: Texture has been resized from ("+de.width+"x"+de.height+") to ("+ge+"x"+we+")."),ae}else return"data"in U&&it("WebGLRenderer: Image in DataTexture is too big ("+de.width+"x"+de.height+")."),U;return U}function E(U){return U.generateMipmaps}function w(U){i.generateMipmap(U)}function N(U){return U.isWebGLCubeRenderTarget?i.TEXTURE_CUBE_MAP:U.isWebGL3DRenderTarget?i.TEXTURE_3D:U.isWebGLArrayRenderTarget||U.isCompressedArrayTexture?i.TEXTURE_2D_ARRAY:i.TEXTURE_2D}function F(U,P,Q,xe,de,ge=!1){if(U!==null){if(i[U]!==void 0)return i[U];it("WebGLRenderer: Attempt to use non-existing WebGL internal format '"+U+"'")}let we;xe&&(we=e.get("EXT_texture_norm16"),we||it("WebGLRenderer: Unable to use normalized textures without EXT_texture_norm16 extension"));let ae=P;if(P===i.RED&&(Q===i.FLOAT&&(ae=i.R32F),Q===i.HALF_FLOAT&&(ae=i.R16F),Q===i.UNSIGNED_BYTE&&(ae=i.R8),Q===i.UNSIGNED_SHORT&&we&&(ae=we.R16_EXT),Q===i.SHORT&&we&&(ae=we.R16_SNORM_EXT)),P===i.RED_INTEGER&&(Q===i.UNSIGNED_BYTE&&(ae=i.R8UI),Q===i.UNSIGNED_SHORT&&(ae=i.R16UI),Q===i.UNSIGNED_INT&&(ae=i.R32UI),Q===i.BYTE&&(ae=i.R8I),Q===i.SHORT&&(ae=i.R16I),Q===i.INT&&(ae=i.R32I)),P===i.RG&&(Q===i.FLOAT&&(ae=i.RG32F),Q===i.HALF_FLOAT&&(ae=i.RG16F),Q===i.UNSIGNED_BYTE&&(ae=i.RG8),Q===i.UNSIGNED_SHORT&&we&&(ae=we.RG16_EXT),Q===i.SHORT&&we&&(ae=we.RG16_SNORM_EXT)),P===i.RG_INTEGER&&(Q===i.UNSIGNED_BYTE&&(ae=i.RG8UI),Q===i.UNSIGNED_SHORT&&(ae=i.RG16UI),Q===i.UNSIGNED_INT&&(ae=i.RG32UI),Q===i.BYTE&&(ae=i.RG8I),Q===i.SHORT&&(ae=i.RG16I),Q===i.INT&&(ae=i.RG32I)),P===i.RGB_INTEGER&&(Q===i.UNSIGNED_BYTE&&(ae=i.RGB8UI),Q===i.UNSIGNED_SHORT&&(ae=i.RGB16UI),Q===i.UNSIGNED_INT&&(ae=i.RGB32UI),Q===i.BYTE&&(ae=i.RGB8I),Q===i.SHORT&&(ae=i.RGB16I),Q===i.INT&&(ae=i.RGB32I)),P===i.RGBA_INTEGER&&(Q===i.UNSIGNED_BYTE&&(ae=i.RGBA8UI),Q===i.UNSIGNED_SHORT&&(ae=i.RGBA16UI),Q===i.UNSIGNED_INT&&(ae=i.RGBA32UI),Q===i.BYTE&&(ae=i.RGBA8I),Q===i.SHORT&&(ae=i.RGBA16I),Q===i.INT&&(ae=i.RGBA32I)),P===i.RGB&&(Q===i.UNSIGNED_SHORT&&we&&(ae=we.RGB16_EXT),Q===i.SHORT&&we&&(ae=we.RGB16_SNORM_EXT),Q===i.UNSIGNED_INT_5_9_9_9_REV&&(ae=i.RGB9_E5),Q===i.UNSIGNED_INT_10F_11F_11F_REV&&(ae=i.R11F_G11F_B10F)),P===i.RGBA){let le=ge?_s:St.getTransfer(de);Q===i.FLOAT&&(ae=i.RGBA32F),Q===i.HALF_FLOAT&&(ae=i.RGBA16F),Q===i.UNSIGNED_BYTE&&(ae=le===Pt?i.SRGB8_ALPHA8:i.RGBA8),Q===i.UNSIGNED_SHORT&&we&&(ae=we.RGBA16_EXT),Q===i.SHORT&&we&&(ae=we.RGBA16_SNORM_EXT),Q===i.UNSIGNED_SHORT_4_4_4_4&&(ae=i.RGBA4),Q===i.UNSIGNED_SHORT_5_5_5_1&&(ae=i.RGB5_A1)}return(ae===i.R16F||ae===i.R32F||ae===i.RG16F||ae===i.RG32F||ae===i.RGBA16F||ae===i.RGBA32F)&&e.get("EXT_color_buffer_float"),ae}function b(U,P){let Q;return U?P===null||P===qn||P===cr?Q=i.DEPTH24_STENCIL8:P===On?Q=i.DEPTH32F_STENCIL8:P===Yr&&(Q=i.DEPTH24_STENCIL8,it("DepthTexture: 16 bit depth attachment is not supported with stencil. Using 24-bit attachment.")):P===null||P===qn||P===cr?Q=i.DEPTH_COMPONENT24:P===On?Q=i.DEPTH_COMPONENT32F:P===Yr&&(Q=i.DEPTH_COMPONENT16),Q}function D(U,P){return E(U)===!0||U.isFramebufferTexture&&U.minFilter!==on&&U.minFilter!==Sn?Math.log2(Math.max(P.width,P.height))+1:U.mipmaps.length>0?U.mipmaps.length:U.isCompressedTexture&&Array.isArray(U.image)?P.mipmaps.length:1}function W(U){let P=new WeakRef(U);n.get(U).__ref=P,S.add(P),R.register(U,P,P)}function z(U){let P=n.get(U).__ref;P!==void 0&&(S.delete(P),R.unregister(P))}function B(U){K(U.target)}function X(U){k(U.target)}function K(U){U.removeEventListener("dispose",B),z(U),G(U),U.isVideoTexture&&p.delete(U),U.isHTMLTexture&&_.delete(U)}function k(U){U.removeEventListener("dispose",X),z(U),fe(U)}function ee(){for(let U of S){let P=U.deref();P!==void 0&&(P.isRenderTarget===!0?k(P):K(P))}S.clear(),_.clear()}function G(U){let P=n.get(U);if(P.__webglInit===void 0)return;let Q=U.source,xe=y.get(Q);if(xe){let de=xe[P.__cacheKey];de.usedTimes--,de.usedTimes===0&&j(U),Object.keys(xe).length===0&&y.delete(Q)}n.remove(U)}function j(U){let P=n.get(U);i.deleteTexture(P.__webglTexture);let Q=U.source,xe=y.get(Q);delete xe[P.__cacheKey],l.memory.textures--}function fe(U){let P=n.get(U);P.__depthDisposeCallback&&P.__depthDisposeCallback();let Q=U.depthTexture;if(Q&&Q.renderTarget===U&&K(Q),U.isWebGLCubeRenderTarget)for(let de=0;de<6;de++){if(Array.isArray(P.__webglFramebuffer[de]))for(let ge=0;ge<P.__webglFramebuffer[de].length;ge++)i.deleteFramebuffer(P.__webglFramebuffer[de][ge]);else i.deleteFramebuffer(P.__webglFramebuffer[de]);P.__webglDepthbuffer&&i.deleteRenderbuffer(P.__webglDepthbuffer[de])}else{if(Array.isArray(P.__webglFramebuffer))for(let de=0;de<P.__webglFramebuffer.length;de++)i.deleteFramebuffer(P.__webglFramebuffer[de]);else i.deleteFramebuffer(P.__webglFramebuffer);if(P.__webglDepthbuffer&&i.deleteRenderbuffer(P.__webglDepthbuffer),P.__webglMultisampledFramebuffer&&i.deleteFramebuffer(P.__webglMultisampledFramebuffer),P.__webglColorRenderbuffer)for(let de=0;de<P.__webglColorRenderbuffer.length;de++)P.__webglColorRenderbuffer[de]&&i.deleteRenderbuffer(P.__webglColorRenderbuffer[de]);P.__webglDepthRenderbuffer&&i.deleteRenderbuffer(P.__webglDepthRenderbuffer)}let xe=U.textures;for(let de=0,ge=xe.length;de<ge;de++){let we=n.get(xe[de]);we.__webglTexture&&(i.deleteTexture(we.__webglTexture),l.memory.textures--),n.remove(xe[de])}n.remove(U)}let ne=0;function V(){ne=0}function _e(){return ne}function We(U){ne=U}function rt(){let U=ne;return U>=r.maxTextures&&it("WebGLTextures: Trying to use "+(U+1)+" texture units while this GPU supports only "+r.maxTextures),ne+=1,U}function ue(U){let P=[];return P.push(U.wrapS),P.push(U.wrapT),P.push(U.wrapR||0),P.push(U.magFilter),P.push(U.minFilter),P.push(U.anisotropy),P.push(U.internalFormat),P.push(U.format),P.push(U.type),P.push(U.generateMipmaps),P.push(U.mipmapsAutoUpdate),P.push(U.premultiplyAlpha),P.push(U.flipY),P.push(U.unpackAlignment),P.push(U.colorSpace),P.join()}function Ne(U,P){let Q=n.get(U);if(U.isVideoTexture&&Xt(U),U.isRenderTargetTexture===!1&&U.isExternalTexture!==!0&&U.version>0&&Q.__version!==U.version){let xe=U.image;if(xe===null)it("WebGLRenderer: Texture marked for update but no image data found.");else if(xe.complete===!1)it("WebGLRenderer: Texture marked for update but image is incomplete");else{ft(Q,U,P);return}}else U.isExternalTexture&&(Q.__webglTexture=U.sourceTexture?U.sourceTexture:null);t.bindTexture(i.TEXTURE_2D,Q.__webglTexture,i.TEXTURE0+P)}function Ce(U,P){let Q=n.get(U);if(U.isRenderTargetTexture===!1&&U.version>0&&Q.__version!==U.version){ft(Q,U,P);return}else U.isExternalTexture&&(Q.__webglTexture=U.sourceTexture?U.sourceTexture:null);t.bindTexture(i.TEXTURE_2D_ARRAY,Q.__webglTexture,i.TEXTURE0+P)}function Me(U,P){let Q=n.get(U);if(U.isRenderTargetTexture===!1&&U.version>0&&Q.__version!==U.version){ft(Q,U,P);return}t.bindTexture(i.TEXTURE_3D,Q.__webglTexture,i.TEXTURE0+P)}function me(U,P){let Q=n.get(U);if(U.version>0&&Q.__version!==U.version){It(Q,U,P);return}t.bindTexture(i.TEXTURE_CUBE_MAP,Q.__webglTexture,i.TEXTURE0+P)}let Xe={[Nr]:i.REPEAT,[ri]:i.CLAMP_TO_EDGE,[fo]:i.MIRRORED_REPEAT},Tt={[on]:i.NEAREST,[zd]:i.NEAREST_MIPMAP_NEAREST,[js]:i.NEAREST_MIPMAP_LINEAR,[Sn]:i.LINEAR,[Wo]:i.LINEAR_MIPMAP_NEAREST,[bi]:i.LINEAR_MIPMAP_LINEAR},Je={[Wd]:i.NEVER,[fu]:i.ALWAYS,[Xd]:i.LESS,[hu]:i.LEQUAL,[$d]:i.EQUAL,[du]:i.GEQUAL,[qd]:i.GREATER,[Yd]:i.NOTEQUAL};function dt(U,P){if(P.type===On&&e.has("OES_texture_float_linear")===!1&&(P.magFilter===Sn||P.magFilter===Wo||P.magFilter===js||P.magFilter===bi||P.minFilter===Sn||P.minFilter===Wo||P.minFilter===js||P.minFilter===bi)&&it("WebGLRenderer: Unable to use linear filtering with floating point textures. OES_texture_float_linear not supported on this device."),i.texParameteri(U,i.TEXTURE_WRAP_S,Xe[P.wrapS]),i.texParameteri(U,i.TEXTURE_WRAP_T,Xe[P.wrapT]),(U===i.TEXTURE_3D||U===i.TEXTURE_2D_ARRAY)&&i.texParameteri(U,i.TEXTURE_WRAP_R,Xe[P.wrapR]),i.texParameteri(U,i.TEXTURE_MAG_FILTER,Tt[P.magFilter]),i.texParameteri(U,i.TEXTURE_MIN_FILTER,Tt[P.minFilter]),P.compareFunction&&(i.texParameteri(U,i.TEXTURE_COMPARE_MODE,i.COMPARE_REF_TO_TEXTURE),i.texParameteri(U,i.TEXTURE_COMPARE_FUNC,Je[P.compareFunction])),e.has("EXT_texture_filter_anisotropic")===!0){if(P.magFilter===on||P.minFilter!==js&&P.minFilter!==bi||P.type===On&&e.has("OES_texture_float_linear")===!1)return;if(P.anisotropy>1||n.get(P).__currentAnisotropy){let Q=e.get("EXT_texture_filter_anisotropic");i.texParameterf(U,Q.TEXTURE_MAX_ANISOTROPY_EXT,Math.min(P.anisotropy,r.getMaxAnisotropy())),n.get(P).__currentAnisotropy=P.anisotropy}}}function Mt(U,P){let Q=!1;U.__webglInit===void 0&&(U.__webglInit=!0,P.addEventListener("dispose",B),W(P));let xe=P.source,de=y.get(xe);de===void 0&&(de={},y.set(xe,de));let ge=ue(P);if(ge!==U.__cacheKey){de[ge]===void 0&&(de[ge]={texture:i.createTexture(),usedTimes:0},l.memory.textures++,Q=!0),de[ge].usedTimes++;let we=de[U.__cacheKey];we!==void 0&&(de[U.__cacheKey].usedTimes--,we.usedTimes===0&&j(P)),U.__cacheKey=ge,U.__webglTexture=de[ge].texture}return Q}function pt(U,P,Q){return Math.floor(Math.floor(U/Q)/P)}function Vt(U,P,Q,xe){let ge=U.updateRanges;if(ge.length===0)t.texSubImage2D(i.TEXTURE_2D,0,0,0,P.width,P.height,Q,xe,P.data);else{ge.sort((H,he)=>H.start-he.start);let we=0;for(let H=1;H<ge.length;H++){let he=ge[we],se=ge[H],Le=he.start+he.count,Ae=pt(se.start,P.width,4),Pe=pt(he.start,P.width,4);se.start<=Le+1&&Ae===Pe&&pt(se.start+se.count-1,P.width,4)===Ae?he.count=Math.max(he.count,se.start+se.count-he.start):(++we,ge[we]=se)}ge.length=we+1;let ae=t.getParameter(i.UNPACK_ROW_LENGTH),le=t.getParameter(i.UNPACK_SKIP_PIXELS),Ie=t.getParameter(i.UNPACK_SKIP_ROWS);t.pixelStorei(i.UNPACK_ROW_LENGTH,P.width);for(let H=0,he=ge.length;H<he;H++){let se=ge[H],Le=Math.floor(se.start/4),Ae=Math.ceil(se.count/4),Pe=Le%P.width,Ye=Math.floor(Le/P.width),ct=Ae,Te=1;t.pixelStorei(i.UNPACK_SKIP_PIXELS,Pe),t.pixelStorei(i.UNPACK_SKIP_ROWS,Ye),t.texSubImage2D(i.TEXTURE_2D,0,Pe,Ye,ct,Te,Q,xe,P.data)}U.clearUpdateRanges(),t.pixelStorei(i.UNPACK_ROW_LENGTH,ae),t.pixelStorei(i.UNPACK_SKIP_PIXELS,le),t.pixelStorei(i.UNPACK_SKIP_ROWS,Ie)}}function ft(U,P,Q){let xe=i.TEXTURE_2D;(P.isDataArrayTexture||P.isCompressedArrayTexture)&&(xe=i.TEXTURE_2D_ARRAY),P.isData3DTexture&&(xe=i.TEXTURE_3D);let de=Mt(U,P),ge=P.source;t.bindTexture(xe,U.__webglTexture,i.TEXTURE0+Q);let we=n.get(ge);if(ge.version!==we.__version||de===!0){if(t.activeTexture(i.TEXTURE0+Q),(typeof ImageBitmap<"u"&&P.image instanceof ImageBitmap)===!1){let Te=St.getPrimaries(St.workingColorSpace),Ke=P.colorSpace===Ei?null:St.getPrimaries(P.colorSpace),ut=P.colorSpace===Ei||Te===Ke?i.NONE:i.BROWSER_DEFAULT_WEBGL;t.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,P.flipY),t.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,P.premultiplyAlpha),t.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,ut)}t.pixelStorei(i.UNPACK_ALIGNMENT,P.unpackAlignment);let le=T(P.image,!1,r.maxTextureSize);le=Qe(P,le);let Ie=a.convert(P.format,P.colorSpace),H=a.convert(P.type),he=F(P.internalFormat,Ie,H,P.normalized,P.colorSpace,P.isVideoTexture);dt(xe,P);let se,Le=P.mipmaps,Ae=P.isVideoTexture!==!0,Pe=we.__version===void 0||de===!0,Ye=ge.dataReady,ct=D(P,le);if(P.isDepthTexture)he=b(P.format===wi,P.type),Pe&&(Ae?t.texStorage2D(i.TEXTURE_2D,1,he,le.width,le.height):t.texImage2D(i.TEXTURE_2D,0,he,le.width,le.height,0,Ie,H,null));else if(P.isDataTexture)if(Le.length>0){Ae&&Pe&&t.texStorage2D(i.TEXTURE_2D,ct,he,Le[0].width,Le[0].height);for(let Te=0,Ke=Le.length;Te<Ke;Te++)se=Le[Te],Ae?Ye&&t.texSubImage2D(i.TEXTURE_2D,Te,0,0,se.width,se.height,Ie,H,se.data):t.texImage2D(i.TEXTURE_2D,Te,he,se.width,se.height,0,Ie,H,se.data);P.generateMipmaps=!1}else Ae?(Pe&&t.texStorage2D(i.TEXTURE_2D,ct,he,le.width,le.height),Ye&&Vt(P,le,Ie,H)):t.texImage2D(i.TEXTURE_2D,0,he,le.width,le.height,0,Ie,H,le.data);else if(P.isCompressedTexture)if(P.isCompressedArrayTexture){Ae&&Pe&&t.texStorage3D(i.TEXTURE_2D_ARRAY,ct,he,Le[0].width,Le[0].height,le.depth);for(let Te=0,Ke=Le.length;Te<Ke;Te++)if(se=Le[Te],P.format!==Jn)if(Ie!==null)if(Ae){if(Ye)if(P.layerUpdates.size>0){let ut=Su(se.width,se.height,P.format,P.type);for(let Be of P.layerUpdates){let At=se.data.subarray(Be*ut/se.data.BYTES_PER_ELEMENT,(Be+1)*ut/se.data.BYTES_PER_ELEMENT);t.compressedTexSubImage3D(i.TEXTURE_2D_ARRAY,Te,0,0,Be,se.width,se.height,1,Ie,At)}}else t.compressedTexSubImage3D(i.TEXTURE_2D_ARRAY,Te,0,0,0,se.width,se.height,le.depth,Ie,se.data)}else t.compressedTexImage3D(i.TEXTURE_2D_ARRAY,Te,he,se.width,se.height,le.depth,0,se.data,0,0);else it("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()");else Ae?Ye&&t.texSubImage3D(i.TEXTURE_2D_ARRAY,Te,0,0,0,se.width,se.height,le.depth,Ie,H,se.data):t.texImage3D(i.TEXTURE_2D_ARRAY,Te,he,se.width,se.height,le.depth,0,Ie,H,se.data);P.layerUpdates.size>0&&P.clearLayerUpdates()}else{Ae&&Pe&&t.texStorage2D(i.TEXTURE_2D,ct,he,Le[0].width,Le[0].height);for(let Te=0,Ke=Le.length;Te<Ke;Te++)se=Le[Te],P.format!==Jn?Ie!==null?Ae?Ye&&t.compressedTexSubImage2D(i.TEXTURE_2D,Te,0,0,se.width,se.height,Ie,se.data):t.compressedTexImage2D(i.TEXTURE_2D,Te,he,se.width,se.height,0,se.data):it("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()"):Ae?Ye&&t.texSubImage2D(i.TEXTURE_2D,Te,0,0,se.width,se.height,Ie,H,se.data):t.texImage2D(i.TEXTURE_2D,Te,he,se.width,se.height,0,Ie,H,se.data)}else if(P.isDataArrayTexture)if(Ae){if(Pe&&t.texStorage3D(i.TEXTURE_2D_ARRAY,ct,he,le.width,le.height,le.depth),Ye)if(P.layerUpdates.size>0){let Te=Su(le.width,le.height,P.format,P.type);for(let Ke of P.layerUpdates){let ut=le.data.subarray(Ke*Te/le.data.BYTES_PER_ELEMENT,(Ke+1)*Te/le.data.BYTES_PER_ELEMENT);t.texSubImage3D(i.TEXTURE_2D_ARRAY,0,0,0,Ke,le.width,le.height,1,Ie,H,ut)}P.clearLayerUpdates()}else t.texSubImage3D(i.TEXTURE_2D_ARRAY,0,0,0,0,le.width,le.height,le.depth,Ie,H,le.data)}else t.texImage3D(i.TEXTURE_2D_ARRAY,0,he,le.width,le.height,le.depth,0,Ie,H,le.data);else if(P.isData3DTexture)Ae?(Pe&&t.texStorage3D(i.TEXTURE_3D,ct,he,le.width,le.height,le.depth),Ye&&t.texSubImage3D(i.TEXTURE_3D,0,0,0,0,le.width,le.height,le.depth,Ie,H,le.data)):t.texImage3D(i.TEXTURE_3D,0,he,le.width,le.height,le.depth,0,Ie,H,le.data);else if(P.isFramebufferTexture){if(Pe)if(Ae)t.texStorage2D(i.TEXTURE_2D,ct,he,le.width,le.height);else{let Te=le.width,Ke=le.height;for(let ut=0;ut<ct;ut++)t.texImage2D(i.TEXTURE_2D,ut,he,Te,Ke,0,Ie,H,null),Te>>=1,Ke>>=1}}else if(P.isHTMLTexture){if("texElementImage2D"in i){let Te=i.canvas;if(Te.hasAttribute("layoutsubtree")||Te.setAttribute("layoutsubtree","true"),le.parentNode!==Te){Te.appendChild(le),_.add(P),Te.onpaint=Ke=>{let ut=Ke.changedElements;for(let Be of _)ut.includes(Be.image)&&(Be.needsUpdate=!0)},Te.requestPaint();return}if(i.texElementImage2D.length===3)i.texElementImage2D(i.TEXTURE_2D,i.RGBA8,le);else{let ut=i.RGBA,Be=i.RGBA,At=i.UNSIGNED_BYTE;i.texElementImage2D(i.TEXTURE_2D,0,ut,Be,At,le)}i.texParameteri(i.TEXTURE_2D,i.TEXTURE_MIN_FILTER,i.LINEAR),i.texParameteri(i.TEXTURE_2D,i.TEXTURE_WRAP_S,i.CLAMP_TO_EDGE),i.texParameteri(i.TEXTURE_2D,i.TEXTURE_WRAP_T,i.CLAMP_TO_EDGE)}}else if(Le.length>0){if(Ae&&Pe){let Te=et(Le[0]);t.texStorage2D(i.TEXTURE_2D,ct,he,Te.width,Te.height)}for(let Te=0,Ke=Le.length;Te<Ke;Te++)se=Le[Te],Ae?Ye&&t.texSubImage2D(i.TEXTURE_2D,Te,0,0,Ie,H,se):t.texImage2D(i.TEXTURE_2D,Te,he,Ie,H,se);P.generateMipmaps=!1}else if(Ae){if(Pe){let Te=et(le);t.texStorage2D(i.TEXTURE_2D,ct,he,Te.width,Te.height)}Ye&&t.texSubImage2D(i.TEXTURE_2D,0,0,0,Ie,H,le)}else t.texImage2D(i.TEXTURE_2D,0,he,Ie,H,le);E(P)&&P.mipmapsAutoUpdate===!0&&w(xe),we.__version=ge.version,P.onUpdate&&P.onUpdate(P)}U.__version=P.version}function It(U,P,Q){if(P.image.length!==6)return;let xe=Mt(U,P),de=P.source;t.bindTexture(i.TEXTURE_CUBE_MAP,U.__webglTexture,i.TEXTURE0+Q);let ge=n.get(de);if(de.version!==ge.__version||xe===!0){t.activeTexture(i.TEXTURE0+Q);let we=St.getPrimaries(St.workingColorSpace),ae=P.colorSpace===Ei?null:St.getPrimaries(P.colorSpace),le=P.colorSpace===Ei||we===ae?i.NONE:i.BROWSER_DEFAULT_WEBGL;t.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,P.flipY),t.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,P.premultiplyAlpha),t.pixelStorei(i.UNPACK_ALIGNMENT,P.unpackAlignment),t.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,le);let Ie=P.isCompressedTexture||P.image[0].isCompressedTexture,H=P.image[0]&&P.image[0].isDataTexture,he=[];for(let Be=0;Be<6;Be++)!Ie&&!H?he[Be]=T(P.image[Be],!0,r.maxCubemapSize):he[Be]=H?P.image[Be].image:P.image[Be],he[Be]=Qe(P,he[Be]);let se=he[0],Le=a.convert(P.format,P.colorSpace),Ae=a.convert(P.type),Pe=F(P.internalFormat,Le,Ae,P.normalized,P.colorSpace),Ye=P.isVideoTexture!==!0,ct=ge.__version===void 0||xe===!0,Te=de.dataReady,Ke=D(P,se);dt(i.TEXTURE_CUBE_MAP,P);let ut;if(P.isDepthTexture){if(Pe=b(P.format===wi,P.type),ct)if(Ye)t.texStorage2D(i.TEXTURE_CUBE_MAP,1,Pe,se.width,se.height);else for(let Be=0;Be<6;Be++)t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Be,0,Pe,se.width,se.height,0,Le,Ae,null)}else if(Ie){Ye&&ct&&t.texStorage2D(i.TEXTURE_CUBE_MAP,Ke,Pe,se.width,se.height);for(let Be=0;Be<6;Be++){ut=he[Be].mipmaps;for(let At=0;At<ut.length;At++){let Bt=ut[At];P.format!==Jn?Le!==null?Ye?Te&&t.compressedTexSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Be,At,0,0,Bt.width,Bt.height,Le,Bt.data):t.compressedTexImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Be,At,Pe,Bt.width,Bt.height,0,Bt.data):it("WebGLRenderer: Attempt to load unsupported compressed texture format in .setTextureCube()"):Ye?Te&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Be,At,0,0,Bt.width,Bt.height,Le,Ae,Bt.data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Be,At,Pe,Bt.width,Bt.height,0,Le,Ae,Bt.data)}}}else{if(ut=P.mipmaps,Ye&&ct){ut.length>0&&Ke++;let Be=et(he[0]);t.texStorage2D(i.TEXTURE_CUBE_MAP,Ke,Pe,Be.width,Be.height)}for(let Be=0;Be<6;Be++)if(H){Ye?Te&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Be,0,0,0,he[Be].width,he[Be].height,Le,Ae,he[Be].data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Be,0,Pe,he[Be].width,he[Be].height,0,Le,Ae,he[Be].data);for(let At=0;At<ut.length;At++){let hi=ut[At].image[Be].image;Ye?Te&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Be,At+1,0,0,hi.width,hi.height,Le,Ae,hi.data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Be,At+1,Pe,hi.width,hi.height,0,Le,Ae,hi.data)}}else{Ye?Te&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Be,0,0,0,Le,Ae,he[Be]):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Be,0,Pe,Le,Ae,he[Be]);for(let At=0;At<ut.length;At++){let Bt=ut[At];Ye?Te&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Be,At+1,0,0,Le,Ae,Bt.image[Be]):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Be,At+1,Pe,Le,Ae,Bt.image[Be])}}}E(P)&&P.mipmapsAutoUpdate===!0&&w(i.TEXTURE_CUBE_MAP),ge.__version=de.version,P.onUpdate&&P.onUpdate(P)}U.__version=P.version}function bt(U,P,Q,xe,de,ge){let we=a.convert(Q.format,Q.colorSpace),ae=a.convert(Q.type),le=F(Q.internalFormat,we,ae,Q.normalized,Q.colorSpace),Ie=n.get(P),H=n.get(Q);if(H.__renderTarget=P,!Ie.__hasExternalTextures){let he=Math.max(1,P.width>>ge),se=Math.max(1,P.height>>ge);de===i.TEXTURE_3D||de===i.TEXTURE_2D_ARRAY?t.texImage3D(de,ge,le,he,se,P.depth,0,we,ae,null):t.texImage2D(de,ge,le,he,se,0,we,ae,null)}t.bindFramebuffer(i.FRAMEBUFFER,U),Ue(P)?c.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,xe,de,H.__webglTexture,0,Nt(P)):(de===i.TEXTURE_2D||de>=i.TEXTURE_CUBE_MAP_POSITIVE_X&&de<=i.TEXTURE_CUBE_MAP_NEGATIVE_Z)&&i.framebufferTexture2D(i.FRAMEBUFFER,xe,de,H.__webglTexture,ge),t.bindFramebuffer(i.FRAMEBUFFER,null)}function en(U,P,Q){if(i.bindRenderbuffer(i.RENDERBUFFER,U),P.depthBuffer){let xe=P.depthTexture,de=xe&&xe.isDepthTexture?xe.type:null,ge=b(P.stencilBuffer,de),we=P.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;Ue(P)?c.renderbufferStorageMultisampleEXT(i.RENDERBUFFER,Nt(P),ge,P.width,P.height):Q?i.renderbufferStorageMultisample(i.RENDERBUFFER,Nt(P),ge,P.width,P.height):i.renderbufferStorage(i.RENDERBUFFER,ge,P.width,P.height),i.framebufferRenderbuffer(i.FRAMEBUFFER,we,i.RENDERBUFFER,U)}else{let xe=P.textures;for(let de=0;de<xe.length;de++){let ge=xe[de],we=a.convert(ge.format,ge.colorSpace),ae=a.convert(ge.type),le=F(ge.internalFormat,we,ae,ge.normalized,ge.colorSpace);Ue(P)?c.renderbufferStorageMultisampleEXT(i.RENDERBUFFER,Nt(P),le,P.width,P.height):Q?i.renderbufferStorageMultisample(i.RENDERBUFFER,Nt(P),le,P.width,P.height):i.renderbufferStorage(i.RENDERBUFFER,le,P.width,P.height)}}i.bindRenderbuffer(i.RENDERBUFFER,null)}function Fe(U,P,Q){let xe=P.isWebGLCubeRenderTarget===!0;if(t.bindFramebuffer(i.FRAMEBUFFER,U),!(P.depthTexture&&P.depthTexture.isDepthTexture))throw new Error("THREE.WebGLTextures: renderTarget.depthTexture must be an instance of THREE.DepthTexture.");let de=n.get(P.depthTexture);de.__renderTarget=P;let ge=xe?P.depthTexture.image[0]:P.depthTexture.image;(!de.__webglTexture||ge.width!==P.width||ge.height!==P.height)&&(ge.width=P.width,ge.height=P.height,P.depthTexture.needsUpdate=!0),xe?me(P.depthTexture,0):Ne(P.depthTexture,0);let we=de.__webglTexture,ae=Nt(P),le=xe?i.TEXTURE_CUBE_MAP_POSITIVE_X+Q:i.TEXTURE_2D,Ie=P.depthTexture.format===wi?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;if(P.depthTexture.format===yi)Ue(P)?c.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,Ie,le,we,0,ae):i.framebufferTexture2D(i.FRAMEBUFFER,Ie,le,we,0);else if(P.depthTexture.format===wi)Ue(P)?c.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,Ie,le,we,0,ae):i.framebufferTexture2D(i.FRAMEBUFFER,Ie,le,we,0);else throw new Error("THREE.WebGLTextures: Unknown depthTexture format.")}function Ze(U){let P=n.get(U),Q=U.isWebGLCubeRenderTarget===!0;if(P.__boundDepthTexture!==U.depthTexture){let xe=U.depthTexture;if(P.__depthDisposeCallback&&P.__depthDisposeCallback(),xe){let de=()=>{delete P.__boundDepthTexture,delete P.__depthDisposeCallback,xe.removeEventListener("dispose",de)};xe.addEventListener("dispose",de),P.__depthDisposeCallback=de}P.__boundDepthTexture=xe}if(U.depthTexture&&!P.__autoAllocateDepthBuffer)if(Q)for(let xe=0;xe<6;xe++)Fe(P.__webglFramebuffer[xe],U,xe);else U.texture.mipmaps.length>0?Fe(P.__webglFramebuffer[0],U,0):Fe(P.__webglFramebuffer,U,0);else if(Q){P.__webglDepthbuffer=[];for(let xe=0;xe<6;xe++)if(t.bindFramebuffer(i.FRAMEBUFFER,P.__webglFramebuffer[xe]),P.__webglDepthbuffer[xe]===void 0)P.__webglDepthbuffer[xe]=i.createRenderbuffer(),en(P.__webglDepthbuffer[xe],U,!1);else{let de=U.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,ge=P.__webglDepthbuffer[xe];i.bindRenderbuffer(i.RENDERBUFFER,ge),i.framebufferRenderbuffer(i.FRAMEBUFFER,de,i.RENDERBUFFER,ge)}}else if(U.texture.mipmaps.length>0?t.bindFramebuffer(i.FRAMEBUFFER,P.__webglFramebuffer[0]):t.bindFramebuffer(i.FRAMEBUFFER,P.__webglFramebuffer),P.__webglDepthbuffer===void 0)P.__webglDepthbuffer=i.createRenderbuffer(),en(P.__webglDepthbuffer,U,!1);else{let de=U.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,ge=P.__webglDepthbuffer;i.bindRenderbuffer(i.RENDERBUFFER,ge),i.framebufferRenderbuffer(i.FRAMEBUFFER,de,i.RENDERBUFFER,ge)}t.bindFramebuffer(i.FRAMEBUFFER,null)}function ln(U,P,Q){let xe=n.get(U);P!==void 0&&bt(xe.__webglFramebuffer,U,U.texture,i.COLOR_ATTACHMENT0,i.TEXTURE_2D,0),Q!==void 0&&Ze(U)}function tn(U){let P=U.texture,Q=n.get(U),xe=n.get(P);U.addEventListener("dispose",X),W(U);let de=U.textures,ge=U.isWebGLCubeRenderTarget===!0,we=de.length>1;if(we||(xe.__webglTexture===void 0&&(xe.__webglTexture=i.createTexture()),xe.__version=P.version,l.memory.textures++),ge){Q.__webglFramebuffer=[];for(let ae=0;ae<6;ae++)if(P.mipmaps.length>0){Q.__webglFramebuffer[ae]=[];for(let le=0;le<P.mipmaps.length;le++)Q.__webglFramebuffer[ae][le]=i.createFramebuffer()}else Q.__webglFramebuffer[ae]=i.createFramebuffer()}else{if(P.mipmaps.length>0){Q.__webglFramebuffer=[];for(let ae=0;ae<P.mipmaps.length;ae++)Q.__webglFramebuffer[ae]=i.createFramebuffer()}else Q.__webglFramebuffer=i.createFramebuffer();if(we)for(let ae=0,le=de.length;ae<le;ae++){let Ie=n.get(de[ae]);Ie.__webglTexture===void 0&&(Ie.__webglTexture=i.createTexture(),l.memory.textures++)}if(U.samples>0&&Ue(U)===!1){Q.__webglMultisampledFramebuffer=i.createFramebuffer(),Q.__webglColorRenderbuffer=[],t.bindFramebuffer(i.FRAMEBUFFER,Q.__webglMultisampledFramebuffer);for(let ae=0;ae<de.length;ae++){let le=de[ae];Q.__webglColorRenderbuffer[ae]=i.createRenderbuffer(),i.bindRenderbuffer(i.RENDERBUFFER,Q.__webglColorRenderbuffer[ae]);let Ie=a.convert(le.format,le.colorSpace),H=a.convert(le.type),he=F(le.internalFormat,Ie,H,le.normalized,le.colorSpace,U.isXRRenderTarget===!0),se=Nt(U);i.renderbufferStorageMultisample(i.RENDERBUFFER,se,he,U.width,U.height),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+ae,i.RENDERBUFFER,Q.__webglColorRenderbuffer[ae])}i.bindRenderbuffer(i.RENDERBUFFER,null),U.depthBuffer&&(Q.__webglDepthRenderbuffer=i.createRenderbuffer(),en(Q.__webglDepthRenderbuffer,U,!0)),t.bindFramebuffer(i.FRAMEBUFFER,null)}}if(ge){t.bindTexture(i.TEXTURE_CUBE_MAP,xe.__webglTexture),dt(i.TEXTURE_CUBE_MAP,P);for(let ae=0;ae<6;ae++)if(P.mipmaps.length>0)for(let le=0;le<P.mipmaps.length;le++)bt(Q.__webglFramebuffer[ae][le],U,P,i.COLOR_ATTACHMENT0,i.TEXTURE_CUBE_MAP_POSITIVE_X+ae,le);else bt(Q.__webglFramebuffer[ae],U,P,i.COLOR_ATTACHMENT0,i.TEXTURE_CUBE_MAP_POSITIVE_X+ae,0);E(P)?w(i.TEXTURE_CUBE_MAP):P.mipmaps.length>0&&i.texParameteri(i.TEXTURE_CUBE_MAP,i.TEXTURE_MAX_LEVEL,P.mipmaps.length-1),t.unbindTexture()}else if(we){for(let ae=0,le=de.length;ae<le;ae++){let Ie=de[ae],H=n.get(Ie),he=i.TEXTURE_2D;(U.isWebGL3DRenderTarget||U.isWebGLArrayRenderTarget)&&(he=U.isWebGL3DRenderTarget?i.TEXTURE_3D:i.TEXTURE_2D_ARRAY),t.bindTexture(he,H.__webglTexture),dt(he,Ie),bt(Q.__webglFramebuffer,U,Ie,i.COLOR_ATTACHMENT0+ae,he,0),E(Ie)&&w(he)}t.unbindTexture()}else{let ae=i.TEXTURE_2D;if((U.isWebGL3DRenderTarget||U.isWebGLArrayRenderTarget)&&(ae=U.isWebGL3DRenderTarget?i.TEXTURE_3D:i.TEXTURE_2D_ARRAY),t.bindTexture(ae,xe.__webglTexture),dt(ae,P),P.mipmaps.length>0)for(let le=0;le<P.mipmaps.length;le++)bt(Q.__webglFramebuffer[le],U,P,i.COLOR_ATTACHMENT0,ae,le);else bt(Q.__webglFramebuffer,U,P,i.COLOR_ATTACHMENT0,ae,0);E(P)?w(ae):P.mipmaps.length>0&&i.texParameteri(ae,i.TEXTURE_MAX_LEVEL,P.mipmaps.length-1),t.unbindTexture()}U.depthBuffer&&Ze(U)}function q(U){let P=U.textures;for(let Q=0,xe=P.length;Q<xe;Q++){let de=P[Q];if(E(de)&&de.mipmapsAutoUpdate===!0){let ge=N(U),we=n.get(de).__webglTexture;t.bindTexture(ge,we),w(ge),t.unbindTexture()}}}let vn=[];function Ct(U){if(U.samples>0){if(Ue(U)===!1){let P=U.textures,Q=U.width,xe=U.height,de=i.COLOR_BUFFER_BIT,ge=U.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,we=n.get(U),ae=P.length>1;if(ae)for(let Ie=0;Ie<P.length;Ie++)t.bindFramebuffer(i.FRAMEBUFFER,we.__webglMultisampledFramebuffer),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+Ie,i.RENDERBUFFER,null),t.bindFramebuffer(i.FRAMEBUFFER,we.__webglFramebuffer),i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0+Ie,i.TEXTURE_2D,null,0);t.bindFramebuffer(i.READ_FRAMEBUFFER,we.__webglMultisampledFramebuffer),U.texture.mipmaps.length>0?t.bindFramebuffer(i.DRAW_FRAMEBUFFER,we.__webglFramebuffer[0]):t.bindFramebuffer(i.DRAW_FRAMEBUFFER,we.__webglFramebuffer);for(let Ie=0;Ie<P.length;Ie++){if(U.resolveDepthBuffer&&(U.depthBuffer&&(de|=i.DEPTH_BUFFER_BIT),U.stencilBuffer&&U.resolveStencilBuffer&&(de|=i.STENCIL_BUFFER_BIT)),ae){i.framebufferRenderbuffer(i.READ_FRAMEBUFFER,i.COLOR_ATTACHMENT0,i.RENDERBUFFER,we.__webglColorRenderbuffer[Ie]);let H=n.get(P[Ie]).__webglTexture;i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0,i.TEXTURE_2D,H,0)}i.blitFramebuffer(0,0,Q,xe,0,0,Q,xe,de,i.NEAREST),h===!0&&(vn.length=0,vn.push(i.COLOR_ATTACHMENT0+Ie),U.depthBuffer&&U.storeMultisampledDepthBuffer===!1&&vn.push(ge),i.invalidateFramebuffer(i.READ_FRAMEBUFFER,vn))}if(t.bindFramebuffer(i.READ_FRAMEBUFFER,null),t.bindFramebuffer(i.DRAW_FRAMEBUFFER,null),ae)for(let Ie=0;Ie<P.length;Ie++){t.bindFramebuffer(i.FRAMEBUFFER,we.__webglMultisampledFramebuffer),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+Ie,i.RENDERBUFFER,we.__webglColorRenderbuffer[Ie]);let H=n.get(P[Ie]).__webglTexture;t.bindFramebuffer(i.FRAMEBUFFER,we.__webglFramebuffer),i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0+Ie,i.TEXTURE_2D,H,0)}t.bindFramebuffer(i.DRAW_FRAMEBUFFER,we.__webglMultisampledFramebuffer)}else if(U.depthBuffer&&U.storeMultisampledDepthBuffer===!1&&h){let P=U.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;i.invalidateFramebuffer(i.DRAW_FRAMEBUFFER,[P])}}}function Nt(U){return Math.min(r.maxSamples,U.samples)}function Ue(U){let P=n.get(U);return U.samples>0&&e.has("WEBGL_multisampled_render_to_texture")===!0&&P.__useRenderToTexture!==!1}function Xt(U){let P=l.render.frame;p.get(U)!==P&&(p.set(U,P),U.update())}function Qe(U,P){let Q=U.colorSpace,xe=U.format,de=U.type;return U.isCompressedTexture===!0||U.isVideoTexture===!0||Q!==gs&&Q!==Ei&&(St.getTransfer(Q)===Pt?(xe!==Jn||de!==En)&&it("WebGLTextures: sRGB encoded textures have to use RGBAFormat and UnsignedByteType."):at("WebGLTextures: Unsupported texture color space:",Q)),P}function et(U){return typeof HTMLImageElement<"u"&&U instanceof HTMLImageElement?(d.width=U.naturalWidth||U.width,d.height=U.naturalHeight||U.height):typeof VideoFrame<"u"&&U instanceof VideoFrame?(d.width=U.displayWidth,d.height=U.displayHeight):(d.width=U.width,d.height=U.height),d}this.allocateTextureUnit=rt,this.resetTextureUnits=V,this.getTextureUnits=_e,this.setTextureUnits=We,this.setTexture2D=Ne,this.setTexture2DArray=Ce,this.setTexture3D=Me,this.setTextureCube=me,this.rebindTextures=ln,this.setupRenderTarget=tn,this.updateRenderTargetMipmap=q,this.updateMultisampleRenderTarget=Ct,this.setupDepthRenderbuffer=Ze,this.setupFrameBufferTexture=bt,this.useMultisampledRTT=Ue,this.dispose=ee}function Hw(i,e){function t(n,r=Ei){let a,l=St.getTransfer(r);if(n===En)return i.UNSIGNED_BYTE;if(n===$o)return i.UNSIGNED_SHORT_4_4_4_4;if(n===qo)return i.UNSIGNED_SHORT_5_5_5_1;if(n===ou)return i.UNSIGNED_INT_5_9_9_9_REV;if(n===lu)return i.UNSIGNED_INT_10F_11F_11F_REV;if(n===su)return i.BYTE;if(n===au)return i.SHORT;if(n===Yr)return i.UNSIGNED_SHORT;if(n===Xo)return i.INT;if(n===qn)return i.UNSIGNED_INT;if(n===On)return i.FLOAT;if(n===Yn)return i.HALF_FLOAT;if(n===cu)return i.ALPHA;if(n===uu)return i.RGB;if(n===Jn)return i.RGBA;if(n===yi)return i.DEPTH_COMPONENT;if(n===wi)return i.DEPTH_STENCIL;if(n===Yo)return i.RED;if(n===Jo)return i.RED_INTEGER;if(n===Hi)return i.RG;if(n===Zo)return i.RG_INTEGER;if(n===jo)return i.RGBA_INTEGER;if(n===Ks||n===Qs||n===ea||n===ta)if(l===Pt)if(a=e.get("WEBGL_compressed_texture_s3tc_srgb"),a!==null){if(n===Ks)return a.COMPRESSED_SRGB_S3TC_DXT1_EXT;if(n===Qs)return a.COMPRESSED_SRGB_ALPHA_S3TC_DXT1_EXT;if(n===ea)return a.COMPRESSED_SRGB_ALPHA_S3TC_DXT3_EXT;if(n===ta)return a.COMPRESSED_SRGB_ALPHA_S3TC_DXT5_EXT}else return null;else if(a=e.get("WEBGL_compressed_texture_s3tc"),a!==null){if(n===Ks)return a.COMPRESSED_RGB_S3TC_DXT1_EXT;if(n===Qs)return a.COMPRESSED_RGBA_S3TC_DXT1_EXT;if(n===ea)return a.COMPRESSED_RGBA_S3TC_DXT3_EXT;if(n===ta)return a.COMPRESSED_RGBA_S3TC_DXT5_EXT}else return null;if(n===Ko||n===Qo||n===el||n===tl)if(a=e.get("WEBGL_compressed_texture_pvrtc"),a!==null){if(n===Ko)return a.COMPRESSED_RGB_PVRTC_4BPPV1_IMG;if(n===Qo)return a.COMPRESSED_RGB_PVRTC_2BPPV1_IMG;if(n===el)return a.COMPRESSED_RGBA_PVRTC_4BPPV1_IMG;if(n===tl)return a.COMPRESSED_RGBA_PVRTC_2BPPV1_IMG}else return null;if(n===nl||n===il||n===rl||n===sl||n===al||n===na||n===ol)if(a=e.get("WEBGL_compressed_texture_etc"),a!==null){if(n===nl||n===il)return l===Pt?a.COMPRESSED_SRGB8_ETC2:a.COMPRESSED_RGB8_ETC2;if(n===rl)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ETC2_EAC:a.COMPRESSED_RGBA8_ETC2_EAC;if(n===sl)return a.COMPRESSED_R11_EAC;if(n===al)return a.COMPRESSED_SIGNED_R11_EAC;if(n===na)return a.COMPRESSED_RG11_EAC;if(n===ol)return a.COMPRESSED_SIGNED_RG11_EAC}else return null;if(n===ll||n===cl||n===ul||n===hl||n===dl||n===fl||n===pl||n===ml||n===gl||n===_l||n===vl||n===yl||n===xl||n===Sl)if(a=e.get("WEBGL_compressed_texture_astc"),a!==null){if(n===ll)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ASTC_4x4_KHR:a.COMPRESSED_RGBA_ASTC_4x4_KHR;if(n===cl)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ASTC_5x4_KHR:a.COMPRESSED_RGBA_ASTC_5x4_KHR;if(n===ul)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ASTC_5x5_KHR:a.COMPRESSED_RGBA_ASTC_5x5_KHR;if(n===hl)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ASTC_6x5_KHR:a.COMPRESSED_RGBA_ASTC_6x5_KHR;if(n===dl)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ASTC_6x6_KHR:a.COMPRESSED_RGBA_ASTC_6x6_KHR;if(n===fl)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ASTC_8x5_KHR:a.COMPRESSED_RGBA_ASTC_8x5_KHR;if(n===pl)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ASTC_8x6_KHR:a.COMPRESSED_RGBA_ASTC_8x6_KHR;if(n===ml)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ASTC_8x8_KHR:a.COMPRESSED_RGBA_ASTC_8x8_KHR;if(n===gl)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ASTC_10x5_KHR:a.COMPRESSED_RGBA_ASTC_10x5_KHR;if(n===_l)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ASTC_10x6_KHR:a.COMPRESSED_RGBA_ASTC_10x6_KHR;if(n===vl)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ASTC_10x8_KHR:a.COMPRESSED_RGBA_ASTC_10x8_KHR;if(n===yl)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ASTC_10x10_KHR:a.COMPRESSED_RGBA_ASTC_10x10_KHR;if(n===xl)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ASTC_12x10_KHR:a.COMPRESSED_RGBA_ASTC_12x10_KHR;if(n===Sl)return l===Pt?a.COMPRESSED_SRGB8_ALPHA8_ASTC_12x12_KHR:a.COMPRESSED_RGBA_ASTC_12x12_KHR}else return null;if(n===Ml||n===bl||n===wl)if(a=e.get("EXT_texture_compression_bptc"),a!==null){if(n===Ml)return l===Pt?a.COMPRESSED_SRGB_ALPHA_BPTC_UNORM_EXT:a.COMPRESSED_RGBA_BPTC_UNORM_EXT;if(n===bl)return a.COMPRESSED_RGB_BPTC_SIGNED_FLOAT_EXT;if(n===wl)return a.COMPRESSED_RGB_BPTC_UNSIGNED_FLOAT_EXT}else return null;if(n===El||n===Tl||n===ia||n===Al)if(a=e.get("EXT_texture_compression_rgtc"),a!==null){if(n===El)return a.COMPRESSED_RED_RGTC1_EXT;if(n===Tl)return a.COMPRESSED_SIGNED_RED_RGTC1_EXT;if(n===ia)return a.COMPRESSED_RED_GREEN_RGTC2_EXT;if(n===Al)return a.COMPRESSED_SIGNED_RED_GREEN_RGTC2_EXT}else return null;return n===cr?i.UNSIGNED_INT_24_8:i[n]!==void 0?i[n]:null}return{convert:t}}var Ww=`
void main() {

	gl_Position = vec4( position, 1.0 );

}`,Xw=`
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

}`,Pu=class{constructor(){this.texture=null,this.mesh=null,this.depthNear=0,this.depthFar=0}init(e,t){if(this.texture===null){let n=new Is(e.texture);(e.depthNear!==t.depthNear||e.depthFar!==t.depthFar)&&(this.depthNear=e.depthNear,this.depthFar=e.depthFar),this.texture=n}}getMesh(e){if(this.texture!==null&&this.mesh===null){let t=e.cameras[0].viewport,n=new oi({vertexShader:Ww,fragmentShader:Xw,uniforms:{depthColor:{value:this.texture},depthWidth:{value:t.z},depthHeight:{value:t.w}}});this.mesh=new $t(new rr(20,20),n)}return this.mesh}reset(){this.texture=null,this.mesh=null}getDepthTexture(){return this.texture}},Iu=class extends si{constructor(e,t){super();let n=this,r=null,a=1,l=null,c="local-floor",h=1,d=null,p=null,_=null,g=null,y=null,S=null,R=typeof XRWebGLBinding<"u",v=new Pu,x={},T=t.getContextAttributes(),E=null,w=null,N=[],F=[],b=new ze,D=null,W=null,z=new xn;z.viewport=new Gt;let B=new xn;B.viewport=new Gt;let X=[z,B],K=new Go,k=null,ee=null;this.cameraAutoUpdate=!0,this.enabled=!1,this.isPresenting=!1,this.getController=function(ue){let Ne=N[ue];return Ne===void 0&&(Ne=new kr,N[ue]=Ne),Ne.getTargetRaySpace()},this.getControllerGrip=function(ue){let Ne=N[ue];return Ne===void 0&&(Ne=new kr,N[ue]=Ne),Ne.getGripSpace()},this.getHand=function(ue){let Ne=N[ue];return Ne===void 0&&(Ne=new kr,N[ue]=Ne),Ne.getHandSpace()};function G(ue){let Ne=F.indexOf(ue.inputSource);if(Ne===-1)return;let Ce=N[Ne];Ce!==void 0&&(Ce.update(ue.inputSource,ue.frame,d||l),Ce.dispatchEvent({type:ue.type,data:ue.inputSource}))}function j(){r.removeEventListener("select",G),r.removeEventListener("selectstart",G),r.removeEventListener("selectend",G),r.removeEventListener("squeeze",G),r.removeEventListener("squeezestart",G),r.removeEventListener("squeezeend",G),r.removeEventListener("end",j),r.removeEventListener("inputsourceschange",fe);for(let ue=0;ue<N.length;ue++){let Ne=F[ue];Ne!==null&&(F[ue]=null,N[ue].disconnect(Ne))}k=null,ee=null,v.reset();for(let ue in x)delete x[ue];if(e.setRenderTarget(E),y=null,g=null,_=null,r=null,w=null,rt.stop(),n.isPresenting=!1,e.setPixelRatio(D),e.setSize(b.width,b.height,!1),W!==null){let ue=W.camera;ue.fov=W.fov,ue.zoom=W.zoom,ue.updateProjectionMatrix(),W=null}n.dispatchEvent({type:"sessionend"})}this.setFramebufferScaleFactor=function(ue){a=ue,n.isPresenting===!0&&it("WebXRManager: Cannot change framebuffer scale while presenting.")},this.setReferenceSpaceType=function(ue){c=ue,n.isPresenting===!0&&it("WebXRManager: Cannot change reference space type while presenting.")},this.getReferenceSpace=function(){return d||l},this.setReferenceSpace=function(ue){d=ue},this.getBaseLayer=function(){return g!==null?g:y},this.getBinding=function(){return _===null&&R&&(_=new XRWebGLBinding(r,t)),_},this.getFrame=function(){return S},this.getSession=function(){return r},this.setSession=async function(ue){if(r=ue,r!==null){if(E=e.getRenderTarget(),r.addEventListener("select",G),r.addEventListener("selectstart",G),r.addEventListener("selectend",G),r.addEventListener("squeeze",G),r.addEventListener("squeezestart",G),r.addEventListener("squeezeend",G),r.addEventListener("end",j),r.addEventListener("inputsourceschange",fe),T.xrCompatible!==!0&&await t.makeXRCompatible(),D=e.getPixelRatio(),e.getSize(b),R&&"createProjectionLayer"in XRWebGLBinding.prototype){let Ce=null,Me=null,me=null;T.depth&&(me=T.stencil?t.DEPTH24_STENCIL8:t.DEPTH_COMPONENT24,Ce=T.stencil?wi:yi,Me=T.stencil?cr:qn);let Xe={colorFormat:t.RGBA8,depthFormat:me,scaleFactor:a};_=this.getBinding(),g=_.createProjectionLayer(Xe),r.updateRenderState({layers:[g]}),e.setPixelRatio(1),e.setSize(g.textureWidth,g.textureHeight,!1),w=new Cn(g.textureWidth,g.textureHeight,{format:Jn,type:En,depthTexture:new Mi(g.textureWidth,g.textureHeight,Me,void 0,void 0,void 0,void 0,void 0,void 0,Ce),stencilBuffer:T.stencil,colorSpace:e.outputColorSpace,samples:T.antialias?4:0,resolveDepthBuffer:g.ignoreDepthValues===!1,resolveStencilBuffer:g.ignoreDepthValues===!1,storeMultisampledDepthBuffer:g.ignoreDepthValues===!1,storeMultisampledStencilBuffer:g.ignoreDepthValues===!1})}else{let Ce={antialias:T.antialias,alpha:!0,depth:T.depth,stencil:T.stencil,framebufferScaleFactor:a};y=new XRWebGLLayer(r,t,Ce),r.updateRenderState({baseLayer:y}),e.setPixelRatio(1),e.setSize(y.framebufferWidth,y.framebufferHeight,!1),w=new Cn(y.framebufferWidth,y.framebufferHeight,{format:Jn,type:En,colorSpace:e.outputColorSpace,stencilBuffer:T.stencil,resolveDepthBuffer:y.ignoreDepthValues===!1,resolveStencilBuffer:y.ignoreDepthValues===!1,storeMultisampledDepthBuffer:y.ignoreDepthValues===!1,storeMultisampledStencilBuffer:y.ignoreDepthValues===!1})}w.isXRRenderTarget=!0,this.setFoveation(h),d=null,l=await r.requestReferenceSpace(c),rt.setContext(r),rt.start(),n.isPresenting=!0,n.dispatchEvent({type:"sessionstart"})}},this.getEnvironmentBlendMode=function(){if(r!==null)return r.environmentBlendMode},this.getDepthTexture=function(){return v.getDepthTexture()};function fe(ue){for(let Ne=0;Ne<ue.removed.length;Ne++){let Ce=ue.removed[Ne],Me=F.indexOf(Ce);Me>=0&&(F[Me]=null,N[Me].disconnect(Ce))}for(let Ne=0;Ne<ue.added.length;Ne++){let Ce=ue.added[Ne],Me=F.indexOf(Ce);if(Me===-1){for(let Xe=0;Xe<N.length;Xe++)if(Xe>=F.length){F.push(Ce),Me=Xe;break}else if(F[Xe]===null){F[Xe]=Ce,Me=Xe;break}if(Me===-1)break}let me=N[Me];me&&me.connect(Ce)}}function ne(ue,Ne){Ne===null?ue.matrixWorld.copy(ue.matrix):ue.matrixWorld.multiplyMatrices(Ne.matrixWorld,ue.matrix),ue.matrixWorldInverse.copy(ue.matrixWorld).invert()}this.updateCamera=function(ue){if(r===null)return;let Ne=ue.near,Ce=ue.far;v.texture!==null&&(v.depthNear>0&&(Ne=v.depthNear),v.depthFar>0&&(Ce=v.depthFar)),K.near=B.near=z.near=Ne,K.far=B.far=z.far=Ce,(k!==K.near||ee!==K.far)&&(r.updateRenderState({depthNear:K.near,depthFar:K.far}),k=K.near,ee=K.far),K.layers.mask=ue.layers.mask|6,z.layers.mask=K.layers.mask&-5,B.layers.mask=K.layers.mask&-3;let Me=ue.parent,me=K.cameras;ne(K,Me);for(let Xe=0;Xe<me.length;Xe++)ne(me[Xe],Me);K.projectionMatrix.copy(z.projectionMatrix),K.projectionMatrixInverse.copy(z.projectionMatrixInverse),W===null&&ue.isPerspectiveCamera&&(W={camera:ue,fov:ue.fov,zoom:ue.zoom}),V(ue,K,Me)};function V(ue,Ne,Ce){Ce===null?ue.matrix.copy(Ne.matrixWorld):(ue.matrix.copy(Ce.matrixWorld),ue.matrix.invert(),ue.matrix.multiply(Ne.matrixWorld)),ue.matrix.decompose(ue.position,ue.quaternion,ue.scale),ue.updateMatrixWorld(!0),ue.projectionMatrix.copy(Ne.projectionMatrix),ue.projectionMatrixInverse.copy(Ne.projectionMatrixInverse),ue.isPerspectiveCamera&&(ue.fov=mo*2*Math.atan(1/ue.projectionMatrix.elements[5]),ue.zoom=1)}this.getCamera=function(){return K},this.getFoveation=function(){if(!(g===null&&y===null))return h},this.setFoveation=function(ue){h=ue,g!==null&&(g.fixedFoveation=ue),y!==null&&y.fixedFoveation!==void 0&&(y.fixedFoveation=ue)},this.hasDepthSensing=function(){return v.texture!==null},this.getDepthSensingMesh=function(){return v.getMesh(K)},this.getCameraTexture=function(ue){return x[ue]};let _e=null;function We(ue,Ne){if(p=Ne.getViewerPose(d||l),S=Ne,p!==null){let Ce=p.views;y!==null&&(e.setRenderTargetFramebuffer(w,y.framebuffer),e.setRenderTarget(w));let Me=!1;Ce.length!==K.cameras.length&&(K.cameras.length=0,Me=!0);for(let Je=0;Je<Ce.length;Je++){let dt=Ce[Je],Mt=null;if(y!==null)Mt=y.getViewport(dt);else{let Vt=_.getViewSubImage(g,dt);Mt=Vt.viewport,Je===0&&(e.setRenderTargetTextures(w,Vt.colorTexture,Vt.depthStencilTexture),e.setRenderTarget(w))}let pt=X[Je];pt===void 0&&(pt=new xn,pt.layers.enable(Je),pt.viewport=new Gt,X[Je]=pt),pt.matrix.fromArray(dt.transform.matrix),pt.matrix.decompose(pt.position,pt.quaternion,pt.scale),pt.projectionMatrix.fromArray(dt.projectionMatrix),pt.projectionMatrixInverse.copy(pt.projectionMatrix).invert(),pt.viewport.set(Mt.x,Mt.y,Mt.width,Mt.height),Je===0&&(K.matrix.copy(pt.matrix),K.matrix.decompose(K.position,K.quaternion,K.scale)),Me===!0&&K.cameras.push(pt)}let me=r.enabledFeatures;if(me&&me.includes("depth-sensing")&&r.depthUsage=="gpu-optimized"&&R){_=n.getBinding();let Je=_.getDepthInformation(Ce[0]);Je&&Je.isValid&&Je.texture&&v.init(Je,r.renderState)}if(me&&me.includes("camera-access")&&R){e.state.unbindTexture(),_=n.getBinding();for(let Je=0;Je<Ce.length;Je++){let dt=Ce[Je].camera;if(dt){let Mt=x[dt];Mt||(Mt=new Is,x[dt]=Mt);let pt=_.getCameraImage(dt);Mt.sourceTexture=pt}}}}for(let Ce=0;Ce<N.length;Ce++){let Me=F[Ce],me=N[Ce];Me!==null&&me!==void 0&&me.update(Me,Ne,d||l)}_e&&_e(ue,Ne),Ne.detectedPlanes&&n.dispatchEvent({type:"planesdetected",data:Ne}),S=null}let rt=new If;rt.setAnimationLoop(We),this.setAnimationLoop=function(ue){_e=ue},this.dispose=function(){}}},$w=new Rt,Gf=new lt;Gf.set(-1,0,0,0,1,0,0,0,1);function qw(i,e){function t(v,x){v.matrixAutoUpdate===!0&&v.updateMatrix(),x.value.copy(v.matrix)}function n(v,x){x.color.getRGB(v.fogColor.value,vu(i)),x.isFog?(v.fogNear.value=x.near,v.fogFar.value=x.far):x.isFogExp2&&(v.fogDensity.value=x.density)}function r(v,x,T,E,w){x.isNodeMaterial?x.uniformsNeedUpdate=!1:x.isMeshBasicMaterial?a(v,x):x.isMeshLambertMaterial?(a(v,x),x.envMap&&(v.envMapIntensity.value=x.envMapIntensity)):x.isMeshToonMaterial?(a(v,x),_(v,x)):x.isMeshPhongMaterial?(a(v,x),p(v,x),x.envMap&&(v.envMapIntensity.value=x.envMapIntensity)):x.isMeshStandardMaterial?(a(v,x),g(v,x),x.isMeshPhysicalMaterial&&y(v,x,w)):x.isMeshMatcapMaterial?(a(v,x),S(v,x)):x.isMeshDepthMaterial?a(v,x):x.isMeshDistanceMaterial?(a(v,x),R(v,x)):x.isMeshNormalMaterial?a(v,x):x.isLineBasicMaterial?(l(v,x),x.isLineDashedMaterial&&c(v,x)):x.isPointsMaterial?h(v,x,T,E):x.isSpriteMaterial?d(v,x):x.isShadowMaterial?(v.color.value.copy(x.color),v.opacity.value=x.opacity):x.isShaderMaterial&&(x.uniformsNeedUpdate=!1)}function a(v,x){v.opacity.value=x.opacity,x.color&&v.diffuse.value.copy(x.color),x.emissive&&v.emissive.value.copy(x.emissive).multiplyScalar(x.emissiveIntensity),x.map&&(v.map.value=x.map,t(x.map,v.mapTransform)),x.alphaMap&&(v.alphaMap.value=x.alphaMap,t(x.alphaMap,v.alphaMapTransform)),x.bumpMap&&(v.bumpMap.value=x.bumpMap,t(x.bumpMap,v.bumpMapTransform),v.bumpScale.value=x.bumpScale,x.side===bn&&(v.bumpScale.value*=-1)),x.normalMap&&(v.normalMap.value=x.normalMap,t(x.normalMap,v.normalMapTransform),v.normalScale.value.copy(x.normalScale),x.side===bn&&v.normalScale.value.negate()),x.displacementMap&&(v.displacementMap.value=x.displacementMap,t(x.displacementMap,v.displacementMapTransform),v.displacementScale.value=x.displacementScale,v.displacementBias.value=x.displacementBias),x.emissiveMap&&(v.emissiveMap.value=x.emissiveMap,t(x.emissiveMap,v.emissiveMapTransform)),x.specularMap&&(v.specularMap.value=x.specularMap,t(x.specularMap,v.specularMapTransform)),x.alphaTest>0&&(v.alphaTest.value=x.alphaTest);let T=e.get(x),E=T.envMap,w=T.envMapRotation;E&&(v.envMap.value=E,v.envMapRotation.value.setFromMatrix4($w.makeRotationFromEuler(w)).transpose(),E.isCubeTexture&&E.isRenderTargetTexture===!1&&v.envMapRotation.value.premultiply(Gf),v.reflectivity.value=x.reflectivity,v.ior.value=x.ior,v.refractionRatio.value=x.refractionRatio),x.lightMap&&(v.lightMap.value=x.lightMap,v.lightMapIntensity.value=x.lightMapIntensity,t(x.lightMap,v.lightMapTransform)),x.aoMap&&(v.aoMap.value=x.aoMap,v.aoMapIntensity.value=x.aoMapIntensity,t(x.aoMap,v.aoMapTransform))}function l(v,x){v.diffuse.value.copy(x.color),v.opacity.value=x.opacity,x.map&&(v.map.value=x.map,t(x.map,v.mapTransform))}function c(v,x){v.dashSize.value=x.dashSize,v.totalSize.value=x.dashSize+x.gapSize,v.scale.value=x.scale}function h(v,x,T,E){v.diffuse.value.copy(x.color),v.opacity.value=x.opacity,v.size.value=x.size*T,v.scale.value=E*.5,x.map&&(v.map.value=x.map,t(x.map,v.uvTransform)),x.alphaMap&&(v.alphaMap.value=x.alphaMap,t(x.alphaMap,v.alphaMapTransform)),x.alphaTest>0&&(v.alphaTest.value=x.alphaTest)}function d(v,x){v.diffuse.value.copy(x.color),v.opacity.value=x.opacity,v.rotation.value=x.rotation,x.map&&(v.map.value=x.map,t(x.map,v.mapTransform)),x.alphaMap&&(v.alphaMap.value=x.alphaMap,t(x.alphaMap,v.alphaMapTransform)),x.alphaTest>0&&(v.alphaTest.value=x.alphaTest)}function p(v,x){v.specular.value.copy(x.specular),v.shininess.value=Math.max(x.shininess,1e-4)}function _(v,x){x.gradientMap&&(v.gradientMap.value=x.gradientMap)}function g(v,x){v.metalness.value=x.metalness,x.metalnessMap&&(v.metalnessMap.value=x.metalnessMap,t(x.metalnessMap,v.metalnessMapTransform)),v.roughness.value=x.roughness,x.roughnessMap&&(v.roughnessMap.value=x.roughnessMap,t(x.roughnessMap,v.roughnessMapTransform)),x.envMap&&(v.envMapIntensity.value=x.envMapIntensity)}function y(v,x,T){v.ior.value=x.ior,x.diffuseRoughness>0&&(v.diffuseRoughness.value=x.diffuseRoughness,x.diffuseRoughnessMap&&(v.diffuseRoughnessMap.value=x.diffuseRoughnessMap,t(x.diffuseRoughnessMap,v.diffuseRoughnessMapTransform))),x.sheen>0&&(v.sheenColor.value.copy(x.sheenColor).multiplyScalar(x.sheen),v.sheenRoughness.value=x.sheenRoughness,x.sheenColorMap&&(v.sheenColorMap.value=x.sheenColorMap,t(x.sheenColorMap,v.sheenColorMapTransform)),x.sheenRoughnessMap&&(v.sheenRoughnessMap.value=x.sheenRoughnessMap,t(x.sheenRoughnessMap,v.sheenRoughnessMapTransform))),x.clearcoat>0&&(v.clearcoat.value=x.clearcoat,v.clearcoatRoughness.value=x.clearcoatRoughness,x.clearcoatMap&&(v.clearcoatMap.value=x.clearcoatMap,t(x.clearcoatMap,v.clearcoatMapTransform)),x.clearcoatRoughnessMap&&(v.clearcoatRoughnessMap.value=x.clearcoatRoughnessMap,t(x.clearcoatRoughnessMap,v.clearcoatRoughnessMapTransform)),x.clearcoatNormalMap&&(v.clearcoatNormalMap.value=x.clearcoatNormalMap,t(x.clearcoatNormalMap,v.clearcoatNormalMapTransform),v.clearcoatNormalScale.value.copy(x.clearcoatNormalScale),x.side===bn&&v.clearcoatNormalScale.value.negate())),x.dispersion>0&&(v.dispersion.value=x.dispersion),x.retroreflectivity>0&&(v.retroreflectivity.value=x.retroreflectivity),x.iridescence>0&&(v.iridescence.value=x.iridescence,v.iridescenceIOR.value=x.iridescenceIOR,v.iridescenceThicknessMinimum.value=x.iridescenceThicknessMinimum,v.iridescenceThicknessMaximum.value=x.iridescenceThicknessMaximum,x.iridescenceMap&&(v.iridescenceMap.value=x.iridescenceMap,t(x.iridescenceMap,v.iridescenceMapTransform)),x.iridescenceThicknessMap&&(v.iridescenceThicknessMap.value=x.iridescenceThicknessMap,t(x.iridescenceThicknessMap,v.iridescenceThicknessMapTransform))),x.transmission>0&&(v.transmission.value=x.transmission,v.transmissionSamplerMap.value=T.texture,v.transmissionSamplerSize.value.set(T.width,T.height),x.transmissionMap&&(v.transmissionMap.value=x.transmissionMap,t(x.transmissionMap,v.transmissionMapTransform)),v.thickness.value=x.thickness,x.thicknessMap&&(v.thicknessMap.value=x.thicknessMap,t(x.thicknessMap,v.thicknessMapTransform)),v.attenuationDistance.value=x.attenuationDistance,v.attenuationColor.value.copy(x.attenuationColor)),x.anisotropy>0&&(v.anisotropyVector.value.set(x.anisotropy*Math.cos(x.anisotropyRotation),x.anisotropy*Math.sin(x.anisotropyRotation)),x.anisotropyMap&&(v.anisotropyMap.value=x.anisotropyMap,t(x.anisotropyMap,v.anisotropyMapTransform))),v.specularIntensity.value=x.specularIntensity,v.specularColor.value.copy(x.specularColor),x.specularColorMap&&(v.specularColorMap.value=x.specularColorMap,t(x.specularColorMap,v.specularColorMapTransform)),x.specularIntensityMap&&(v.specularIntensityMap.value=x.specularIntensityMap,t(x.specularIntensityMap,v.specularIntensityMapTransform))}function S(v,x){x.matcap&&(v.matcap.value=x.matcap)}function R(v,x){let T=e.get(x).light;v.referencePosition.value.setFromMatrixPosition(T.matrixWorld),v.nearDistance.value=T.shadow.camera.near,v.farDistance.value=T.shadow.camera.far}return{refreshFogUniforms:n,refreshMaterialUniforms:r}}function Yw(i,e,t,n){let r={},a={};function l(T,E){let w=E.program;n.uniformBlockBinding(T,w,r[T.id])}function c(T,E){let w=r[T.id];w===void 0&&(S(T),w=h(T),r[T.id]=w,T.addEventListener("dispose",v));let N=E.program;n.updateUBOMapping(T,N);let F=e.render.frame;a[T.id]!==F&&(d(T),a[T.id]=F)}function h(T){let E=i.createBuffer(),w=T.__size,N=T.usage;return i.bindBuffer(i.UNIFORM_BUFFER,E),i.bufferData(i.UNIFORM_BUFFER,w,N),i.bindBuffer(i.UNIFORM_BUFFER,null),E}function d(T){let E=r[T.id],w=T.uniforms,N=T.__cache;i.bindBuffer(i.UNIFORM_BUFFER,E);for(let F=0,b=w.length;F<b;F++){let D=w[F];if(Array.isArray(D))for(let W=0,z=D.length;W<z;W++)p(D[W],F,W,N);else p(D,F,0,N)}i.bindBuffer(i.UNIFORM_BUFFER,null)}function p(T,E,w,N){if(g(T,E,w,N)===!0){let F=T.__offset,b=T.value;if(Array.isArray(b)){let D=0;for(let W=0;W<b.length;W++){let z=b[W],B=R(z,!0);_(z,T.__data,D),D+=B.storage/Float32Array.BYTES_PER_ELEMENT}}else _(b,T.__data,0);i.bufferSubData(i.UNIFORM_BUFFER,F,T.__data)}}function _(T,E,w){typeof T=="number"||typeof T=="boolean"?E[w]=T:T.isMatrix3?(E[w]=T.elements[0],E[w+1]=T.elements[1],E[w+2]=T.elements[2],E[w+3]=0,E[w+4]=T.elements[3],E[w+5]=T.elements[4],E[w+6]=T.elements[5],E[w+7]=0,E[w+8]=T.elements[6],E[w+9]=T.elements[7],E[w+10]=T.elements[8],E[w+11]=0):ArrayBuffer.isView(T)?E.set(T.subarray(0,E.length-w),w):T.toArray(E,w)}function g(T,E,w,N){let F=T.value,b=E+"_"+w;if(Array.isArray(F)){N[b]===void 0&&(N[b]=[]);let D=N[b],W=!1;for(let z=0;z<F.length;z++)y(F[z],D,z)===!0&&(W=!0);return W}return y(F,N,b)}function y(T,E,w){if(E[w]===void 0)return typeof T=="number"||typeof T=="boolean"?E[w]=T:ArrayBuffer.isView(T)?E[w]=T.slice():E[w]=T.clone(),!0;{let N=E[w];if(typeof T=="number"||typeof T=="boolean"){if(N!==T)return E[w]=T,!0}else{if(ArrayBuffer.isView(T))return!0;if(N.equals(T)===!1)return N.copy(T),!0}}return!1}function S(T){let E=T.uniforms,w=0,N=16;for(let b=0,D=E.length;b<D;b++){let W=Array.isArray(E[b])?E[b]:[E[b]];for(let z=0,B=W.length;z<B;z++){let X=W[z],K=Array.isArray(X.value)?X.value:[X.value],k=Array.isArray(E[b])||Array.isArray(X.value),ee=w;for(let j=0,fe=K.length;j<fe;j++){let ne=K[j],V=R(ne,k),_e=w%N,We=_e%V.boundary,rt=_e+We;w+=We,rt!==0&&N-rt<V.storage&&(w+=N-rt),j===0&&(ee=w),w+=V.storage}let G=X.type==="int"?Int32Array:X.type==="uint"?Uint32Array:Float32Array;X.__data=new G((w-ee)/Float32Array.BYTES_PER_ELEMENT),X.__offset=ee}}let F=w%N;return F>0&&(w+=N-F),T.__size=w,T.__cache={},this}function R(T,E){let w={boundary:0,storage:0};return typeof T=="number"||typeof T=="boolean"?(w.boundary=4,w.storage=4):T.isVector2?(w.boundary=8,w.storage=8):T.isVector3||T.isColor?(w.boundary=16,w.storage=12):T.isVector4?(w.boundary=16,w.storage=16):T.isMatrix3?(w.boundary=16,w.storage=48):T.isMatrix4?(w.boundary=16,w.storage=64):T.isTexture?it("WebGLRenderer: Texture samplers can not be part of an uniforms group."):ArrayBuffer.isView(T)?(w.boundary=16,w.storage=T.byteLength):it("WebGLRenderer: Unsupported uniform value type.",T),E===!0&&(w.boundary=16,w.storage=Math.ceil(w.storage/16)*16),w}function v(T){let E=T.target;E.removeEventListener("dispose",v),i.deleteBuffer(r[E.id]),delete r[E.id],delete a[E.id]}function x(){for(let T in r)i.deleteBuffer(r[T]);r={},a={}}return{bind:l,update:c,dispose:x}}var Jw=new Uint16Array([12469,15057,12620,14925,13266,14620,13807,14376,14323,13990,14545,13625,14713,13328,14840,12882,14931,12528,14996,12233,15039,11829,15066,11525,15080,11295,15085,10976,15082,10705,15073,10495,13880,14564,13898,14542,13977,14430,14158,14124,14393,13732,14556,13410,14702,12996,14814,12596,14891,12291,14937,11834,14957,11489,14958,11194,14943,10803,14921,10506,14893,10278,14858,9960,14484,14039,14487,14025,14499,13941,14524,13740,14574,13468,14654,13106,14743,12678,14818,12344,14867,11893,14889,11509,14893,11180,14881,10751,14852,10428,14812,10128,14765,9754,14712,9466,14764,13480,14764,13475,14766,13440,14766,13347,14769,13070,14786,12713,14816,12387,14844,11957,14860,11549,14868,11215,14855,10751,14825,10403,14782,10044,14729,9651,14666,9352,14599,9029,14967,12835,14966,12831,14963,12804,14954,12723,14936,12564,14917,12347,14900,11958,14886,11569,14878,11247,14859,10765,14828,10401,14784,10011,14727,9600,14660,9289,14586,8893,14508,8533,15111,12234,15110,12234,15104,12216,15092,12156,15067,12010,15028,11776,14981,11500,14942,11205,14902,10752,14861,10393,14812,9991,14752,9570,14682,9252,14603,8808,14519,8445,14431,8145,15209,11449,15208,11451,15202,11451,15190,11438,15163,11384,15117,11274,15055,10979,14994,10648,14932,10343,14871,9936,14803,9532,14729,9218,14645,8742,14556,8381,14461,8020,14365,7603,15273,10603,15272,10607,15267,10619,15256,10631,15231,10614,15182,10535,15118,10389,15042,10167,14963,9787,14883,9447,14800,9115,14710,8665,14615,8318,14514,7911,14411,7507,14279,7198,15314,9675,15313,9683,15309,9712,15298,9759,15277,9797,15229,9773,15166,9668,15084,9487,14995,9274,14898,8910,14800,8539,14697,8234,14590,7790,14479,7409,14367,7067,14178,6621,15337,8619,15337,8631,15333,8677,15325,8769,15305,8871,15264,8940,15202,8909,15119,8775,15022,8565,14916,8328,14804,8009,14688,7614,14569,7287,14448,6888,14321,6483,14088,6171,15350,7402,15350,7419,15347,7480,15340,7613,15322,7804,15287,7973,15229,8057,15148,8012,15046,7846,14933,7611,14810,7357,14682,7069,14552,6656,14421,6316,14251,5948,14007,5528,15356,5942,15356,5977,15353,6119,15348,6294,15332,6551,15302,6824,15249,7044,15171,7122,15070,7050,14949,6861,14818,6611,14679,6349,14538,6067,14398,5651,14189,5311,13935,4958,15359,4123,15359,4153,15356,4296,15353,4646,15338,5160,15311,5508,15263,5829,15188,6042,15088,6094,14966,6001,14826,5796,14678,5543,14527,5287,14377,4985,14133,4586,13869,4257,15360,1563,15360,1642,15358,2076,15354,2636,15341,3350,15317,4019,15273,4429,15203,4732,15105,4911,14981,4932,14836,4818,14679,4621,14517,4386,14359,4156,14083,3795,13808,3437,15360,122,15360,137,15358,285,15355,636,15344,1274,15322,2177,15281,2765,15215,3223,15120,3451,14995,3569,14846,3567,14681,3466,14511,3305,14344,3121,14037,2800,13753,2467,15360,0,15360,1,15359,21,15355,89,15346,253,15325,479,15287,796,15225,1148,15133,1492,15008,1749,14856,1882,14685,1886,14506,1783,14324,1608,13996,1398,13702,1183]),ci=null;function Zw(){return ci===null&&(ci=new Es(Jw,16,16,Hi,Yn),ci.name="DFG_LUT",ci.minFilter=Sn,ci.magFilter=Sn,ci.wrapS=ri,ci.wrapT=ri,ci.generateMipmaps=!1,ci.needsUpdate=!0),ci}var Ll=class{constructor(e={}){let{canvas:t=Zd(),context:n=null,depth:r=!0,stencil:a=!1,alpha:l=!1,antialias:c=!1,premultipliedAlpha:h=!0,preserveDrawingBuffer:d=!1,powerPreference:p="default",failIfMajorPerformanceCaveat:_=!1,reversedDepthBuffer:g=!1,outputBufferType:y=En}=e;this.isWebGLRenderer=!0;let S;if(n!==null){if(typeof WebGLRenderingContext<"u"&&n instanceof WebGLRenderingContext)throw new Error("THREE.WebGLRenderer: WebGL 1 is not supported since r163.");S=n.getContextAttributes().alpha}else S=l;let R=y,v=new Set([jo,Zo,Jo]),x=new Set([En,qn,Yr,cr,$o,qo]),T=new Uint32Array(4),E=new Int32Array(4),w={textures:[],min:[],max:[],resolution:[]},N=null,F=null,b=[],D=[],W=null;this.domElement=t,this.debug={checkShaderErrors:!0,diagnostics:{keywords:!1},onShaderError:null},this.autoClear=!0,this.autoClearColor=!0,this.autoClearDepth=!0,this.autoClearStencil=!0,this.sortObjects=!0,this.clippingPlanes=[],this.localClippingEnabled=!1,this.toneMapping=li,this.toneMappingExposure=1,this.transmissionResolutionScale=1;let z=this,B=!1,X=null,K=null,k=null,ee=null;this._outputColorSpace=mn;let G=0,j=0,fe=null,ne=-1,V=null,_e=new Gt,We=new Gt,rt=null,ue=new nt(0),Ne=0,Ce=t.width,Me=t.height,me=1,Xe=null,Tt=null,Je=new Gt(0,0,Ce,Me),dt=new Gt(0,0,Ce,Me),Mt=!1,pt=new Ui,Vt=new xo,ft=!1,It=!1,bt=new Rt,en=new Z,Fe=new Gt,Ze={background:null,fog:null,environment:null,overrideMaterial:null,isScene:!0},ln=!1;function tn(){return fe===null?me:1}let q=n;function vn(L,$){return t.getContext(L,$)}let Ct,Nt,Ue,Xt,Qe,et,U,P,Q,xe,de,ge,we,ae,le,Ie,H,he,se,Le,Ae,Pe,Ye;try{let L={alpha:!0,depth:r,stencil:a,antialias:c,premultipliedAlpha:h,preserveDrawingBuffer:d,powerPreference:p,failIfMajorPerformanceCaveat:_};if("setAttribute"in t&&t.setAttribute("data-engine",`three.js r${"187"}`),t.addEventListener("webglcontextlost",Ke,!1),t.addEventListener("webglcontextrestored",ut,!1),t.addEventListener("webglcontextcreationerror",Be,!1),q===null){let $="webgl2";if(q=vn($,L),q===null)throw vn($)?new Error("THREE.WebGLRenderer: Error creating WebGL context with your selected attributes."):new Error("THREE.WebGLRenderer: Error creating WebGL context.")}ct()}catch(L){throw t.removeEventListener("webglcontextlost",Ke,!1),t.removeEventListener("webglcontextrestored",ut,!1),t.removeEventListener("webglcontextcreationerror",Be,!1),at("WebGLRenderer: "+L.message),L}function ct(){Ct=new ob(q),Ct.init(),Ae=new Hw(q,Ct),Nt=new ZM(q,Ct,e,Ae),Ue=new Gw(q,Ct),Nt.reversedDepthBuffer&&g&&Ue.buffers.depth.setReversed(!0),K=q.createFramebuffer(),k=q.createFramebuffer(),ee=q.createFramebuffer(),Xt=new ub(q),Qe=new Aw,et=new Vw(q,Ct,Ue,Qe,Nt,Ae,Xt),U=new ab(z),P=new dx(q),Pe=new YM(q,P),Q=new lb(q,P,Xt,Pe),xe=new db(q,Q,P,Pe,Xt),he=new hb(q,Nt,et),le=new jM(Qe),de=new Tw(z,U,Ct,Nt,Pe,le),ge=new qw(z,Qe),we=new Cw,ae=new Nw(Ct),H=new qM(z,U,Ue,xe,S,h),Ie=new zw(z,xe,Nt),Ye=new Yw(q,Xt,Nt,Ue),se=new JM(q,Ct,Xt),Le=new cb(q,Ct,Xt),Xt.programs=de.programs,z.capabilities=Nt,z.extensions=Ct,z.properties=Qe,z.renderLists=we,z.shadowMap=Ie,z.state=Ue,z.info=Xt}R!==En&&(W=new pb(R,t.width,t.height,c,r,a));let Te=new Iu(z,q);this.xr=Te,this.getContext=function(){return q},this.getContextAttributes=function(){return q.getContextAttributes()},this.forceContextLoss=function(){let L=Ct.get("WEBGL_lose_context");L&&L.loseContext()},this.forceContextRestore=function(){let L=Ct.get("WEBGL_lose_context");L&&L.restoreContext()},this.getPixelRatio=function(){return me},this.setPixelRatio=function(L){L!==void 0&&(me=L,this.setSize(Ce,Me,!1))},this.getSize=function(L){return L.set(Ce,Me)},this.setSize=function(L,$,re=!0){if(Te.isPresenting){it("WebGLRenderer: Can't change size while VR device is presenting.");return}Ce=L,Me=$,t.width=Math.floor(L*me),t.height=Math.floor($*me),re===!0&&(t.style.width=L+"px",t.style.height=$+"px"),W!==null&&W.setSize(t.width,t.height),this.setViewport(0,0,L,$)},this.getDrawingBufferSize=function(L){return L.set(Ce*me,Me*me).floor()},this.setDrawingBufferSize=function(L,$,re){Ce=L,Me=$,me=re,t.width=Math.floor(L*re),t.height=Math.floor($*re),this.setViewport(0,0,L,$)},this.setEffects=function(L){if(R===En){at("WebGLRenderer: setEffects() requires outputBufferType set to HalfFloatType or FloatType.");return}if(L){for(let $=0;$<L.length;$++)if(L[$].isOutputPass===!0){it("WebGLRenderer: OutputPass is not needed in setEffects(). Tone mapping and color space conversion are applied automatically.");break}}W.setEffects(L||[])},this.getCurrentViewport=function(L){return L.copy(_e)},this.getViewport=function(L){return L.copy(Je)},this.setViewport=function(L,$,re,te){L.isVector4?Je.set(L.x,L.y,L.z,L.w):Je.set(L,$,re,te),Ue.viewport(_e.copy(Je).multiplyScalar(tn()).round())},this.getScissor=function(L){return L.copy(dt)},this.setScissor=function(L,$,re,te){L.isVector4?dt.set(L.x,L.y,L.z,L.w):dt.set(L,$,re,te),Ue.scissor(We.copy(dt).multiplyScalar(tn()).round())},this.getScissorTest=function(){return Mt},this.setScissorTest=function(L){Ue.setScissorTest(Mt=L)},this.setOpaqueSort=function(L){Xe=L},this.setTransparentSort=function(L){Tt=L},this.getClearColor=function(L){return L.copy(H.getClearColor())},this.setClearColor=function(){H.setClearColor(...arguments)},this.getClearAlpha=function(){return H.getClearAlpha()},this.setClearAlpha=function(){H.setClearAlpha(...arguments)},this.clear=function(L=!0,$=!0,re=!0){let te=0;if(L){let J=!1;if(fe!==null){let De=fe.texture.format;J=v.has(De)}if(J){let De=fe.texture.type,Ve=x.has(De),Re=H.getClearColor(),Oe=H.getClearAlpha(),He=Re.r,st=Re.g,mt=Re.b;Ve?(T[0]=He,T[1]=st,T[2]=mt,T[3]=Oe,q.clearBufferuiv(q.COLOR,0,T)):(E[0]=He,E[1]=st,E[2]=mt,E[3]=Oe,q.clearBufferiv(q.COLOR,0,E))}else te|=q.COLOR_BUFFER_BIT}$&&(te|=q.DEPTH_BUFFER_BIT,this.state.buffers.depth.setMask(!0)),re&&(te|=q.STENCIL_BUFFER_BIT,this.state.buffers.stencil.setMask(4294967295)),te!==0&&q.clear(te)},this.clearColor=function(){this.clear(!0,!1,!1)},this.clearDepth=function(){this.clear(!1,!0,!1)},this.clearStencil=function(){this.clear(!1,!1,!0)},this.setNodesHandler=function(L){L.setRenderer(this),X=L},this.dispose=function(){t.removeEventListener("webglcontextlost",Ke,!1),t.removeEventListener("webglcontextrestored",ut,!1),t.removeEventListener("webglcontextcreationerror",Be,!1),H.dispose(),we.dispose(),ae.dispose(),et.dispose(),Qe.dispose(),U.dispose(),xe.dispose(),Q.dispose(),Pe.dispose(),Ye.dispose(),de.dispose(),Te.dispose(),Te.removeEventListener("sessionstart",Qr),Te.removeEventListener("sessionend",di),cn.stop()};function Ke(L){L.preventDefault(),mu("WebGLRenderer: Context Lost."),B=!0}function ut(){mu("WebGLRenderer: Context Restored."),B=!1;let L=Xt.autoReset,$=Ie.enabled,re=Ie.autoUpdate,te=Ie.needsUpdate,J=Ie.type;ct(),Xt.autoReset=L,Ie.enabled=$,Ie.autoUpdate=re,Ie.needsUpdate=te,Ie.type=J}function Be(L){at("WebGLRenderer: A WebGL context could not be created. Reason: ",L.statusMessage)}function At(L){let $=L.target;$.removeEventListener("dispose",At),Bt($)}function Bt(L){hi(L),Qe.remove(L)}function hi(L){let $=Qe.get(L).programs;$!==void 0&&($.forEach(function(re){de.releaseProgram(re)}),L.isShaderMaterial&&de.releaseShaderCache(L))}this.renderBufferDirect=function(L,$,re,te,J,De){$===null&&($=Ze);let Ve=J.isMesh&&J.matrixWorld.determinantAffine()<0,Re=Hl(L,$,re,te,J);Ue.setMaterial(te,Ve);let Oe=re.index,He=1;if(te.wireframe===!0){if(Oe=Q.getWireframeAttribute(re),Oe===void 0)return;He=2}let st=re.drawRange,mt=re.attributes.position,$e=st.start*He,ot=(st.start+st.count)*He;De!==null&&($e=Math.max($e,De.start*He),ot=Math.min(ot,(De.start+De.count)*He)),Oe!==null?($e=Math.max($e,0),ot=Math.min(ot,Oe.count)):mt!=null&&($e=Math.max($e,0),ot=Math.min(ot,mt.count));let Ht=ot-$e;if(Ht<0||Ht===1/0)return;Pe.setup(J,te,Re,re,Oe);let Ge,Lt=se;if(Oe!==null&&(Ge=P.get(Oe),Lt=Le,Lt.setIndex(Ge)),J.isMesh)te.wireframe===!0?(Ue.setLineWidth(te.wireframeLinewidth*tn()),Lt.setMode(q.LINES)):Lt.setMode(q.TRIANGLES);else if(J.isLine){let Yt=te.linewidth;Yt===void 0&&(Yt=1),Ue.setLineWidth(Yt*tn()),J.isLineSegments?Lt.setMode(q.LINES):J.isLineLoop?Lt.setMode(q.LINE_LOOP):Lt.setMode(q.LINE_STRIP)}else J.isPoints?Lt.setMode(q.POINTS):J.isSprite&&Lt.setMode(q.TRIANGLES);if(J.isBatchedMesh)if(Ct.get("WEBGL_multi_draw"))Lt.renderMultiDraw(J._multiDrawStarts,J._multiDrawCounts,J._multiDrawCount);else{let Yt=J._multiDrawStarts,qe=J._multiDrawCounts,nn=J._multiDrawCount,wt=Oe?P.get(Oe).bytesPerElement:1,jn=Qe.get(te).currentProgram.getUniforms();for(let rn=0;rn<nn;rn++)jn.setValue(q,"_gl_DrawID",rn),Lt.render(Yt[rn]/wt,qe[rn])}else if(J.isInstancedMesh)Lt.renderInstances($e,Ht,J.count);else if(re.isInstancedBufferGeometry){let Yt=re._maxInstanceCount!==void 0?re._maxInstanceCount:1/0,qe=Math.min(re.instanceCount,Yt);Lt.renderInstances($e,Ht,qe)}else Lt.render($e,Ht)};function Se(L,$,re,te){X!==null&&L.isNodeMaterial&&X.setObject(te,L),ft===!0&&le.setState(L,re,!1),L.transparent===!0&&L.side===hn&&L.forceSinglePass===!1?(L.side=bn,L.needsUpdate=!0,Xi(L,$,te),L.side=Vi,L.needsUpdate=!0,Xi(L,$,te),L.side=hn):Xi(L,$,te)}this.compile=function(L,$,re=null){re===null&&(re=L),X!==null&&X.renderStart(L,$,re),F=ae.get(re),F.init($),D.push(F),re.traverseVisible(function(J){J.isLight&&J.layers.test($.layers)&&(F.pushLight(J),J.castShadow&&F.pushShadow(J))}),L!==re&&L.traverseVisible(function(J){J.isLight&&J.layers.test($.layers)&&(F.pushLight(J),J.castShadow&&F.pushShadow(J))}),F.setupLights(),X!==null&&X.updateLights(F.state.lightsArray),It=this.localClippingEnabled,ft=le.init(this.clippingPlanes,It),ft===!0&&le.setGlobalState(this.clippingPlanes,$),X!==null&&Ie.render(F.state.shadowsArray,re,$);let te=new Set;return L.traverse(function(J){if(!(J.isMesh||J.isPoints||J.isLine||J.isSprite))return;let De=J.material;if(De)if(Array.isArray(De))for(let Ve=0;Ve<De.length;Ve++){let Re=De[Ve];Se(Re,re,$,J),te.add(Re)}else Se(De,re,$,J),te.add(De)}),F=D.pop(),X!==null&&X.renderEnd(),te},this.compileAsync=function(L,$,re=null){let te=this.compile(L,$,re);return new Promise(J=>{function De(){if(te.forEach(function(Ve){let Oe=Qe.get(Ve).currentProgram;(Oe===void 0||Oe.isReady())&&te.delete(Ve)}),te.size===0){J(L);return}setTimeout(De,10)}Ct.get("KHR_parallel_shader_compile")!==null?De():setTimeout(De,10)})};let ve=null;function Zn(L){ve&&ve(L)}function Qr(){cn.stop()}function di(){cn.start()}let cn=new If;cn.setAnimationLoop(Zn),typeof self<"u"&&cn.setContext(self),this.setAnimationLoop=function(L){ve=L,Te.setAnimationLoop(L),L===null?cn.stop():cn.start()},Te.addEventListener("sessionstart",Qr),Te.addEventListener("sessionend",di),this.render=function(L,$){if($!==void 0&&$.isCamera!==!0){at("WebGLRenderer.render: camera is not an instance of THREE.Camera.");return}if(B===!0)return;X!==null&&X.renderStart(L,$);let re=Te.enabled===!0&&Te.isPresenting===!0,te=W!==null&&(fe===null||re)&&W.begin(z,fe);if(L.matrixWorldAutoUpdate===!0&&L.updateMatrixWorld(),$.parent===null&&$.matrixWorldAutoUpdate===!0&&$.updateMatrixWorld(),Te.enabled===!0&&Te.isPresenting===!0&&(W===null||W.isCompositing()===!1)&&(Te.cameraAutoUpdate===!0&&Te.updateCamera($),$=Te.getCamera()),L.isScene===!0&&L.onBeforeRender(z,L,$,fe),F=ae.get(L,D.length),F.init($),F.state.textureUnits=et.getTextureUnits(),D.push(F),bt.multiplyMatrices($.projectionMatrix,$.matrixWorldInverse),$.isArrayCamera?Vt.setFromArrayCamera($):pt.setFromProjectionMatrix(bt,Un,$.reversedDepth),It=this.localClippingEnabled,ft=le.init(this.clippingPlanes,It),N=we.get(L,b.length),N.init(),b.push(N),this.info.render.frame++,Te.enabled===!0&&Te.isPresenting===!0){let Ve=z.xr.getDepthSensingMesh();Ve!==null&&es(Ve,$,-1/0,z.sortObjects)}es(L,$,0,z.sortObjects),N.finish(),X!==null&&X.updateLights(F.state.lightsArray),z.sortObjects===!0&&N.sort(Xe,Tt),ln=Te.enabled===!1||Te.isPresenting===!1||Te.hasDepthSensing()===!1,ln&&H.addToRenderList(N,L),this.info.autoReset===!0&&this.info.reset(),ft===!0&&le.beginShadows();let J=F.state.shadowsArray;if(Ie.render(J,L,$),ft===!0&&le.endShadows(),(te&&W.hasRenderPass())===!1){let Ve=N.opaque,Re=N.transmissive;if(F.setupLights(),$.isArrayCamera){let Oe=$.cameras;if(Re.length>0)for(let He=0,st=Oe.length;He<st;He++){let mt=Oe[He];Wi(Ve,Re,L,mt)}ln&&H.render(L);for(let He=0,st=Oe.length;He<st;He++){let mt=Oe[He];Ln(N,L,mt,mt.viewport)}}else Re.length>0&&Wi(Ve,Re,L,$),ln&&H.render(L),Ln(N,L,$)}fe!==null&&j===0&&(et.updateMultisampleRenderTarget(fe),et.updateRenderTargetMipmap(fe)),te&&W.end(z),L.isScene===!0&&L.onAfterRender(z,L,$),Pe.resetDefaultState(),ne=-1,V=null,D.pop(),D.length>0?(F=D[D.length-1],et.setTextureUnits(F.state.textureUnits),ft===!0&&le.setGlobalState(z.clippingPlanes,F.state.camera)):F=null,b.pop(),b.length>0?N=b[b.length-1]:N=null,X!==null&&X.renderEnd()};function es(L,$,re,te){if(L.visible===!1)return;if(L.layers.test($.layers)){if(L.isGroup)re=L.renderOrder;else if(L.isLOD)L.autoUpdate===!0&&L.update($);else if(L.isLight)F.pushLight(L),L.castShadow&&F.pushShadow(L);else if(L.isSprite){let Ve=$.isArrayCamera?Vt:pt;if(!L.frustumCulled||L.intersectsFrustum(Ve)){te&&Fe.setFromMatrixPosition(L.matrixWorld).applyMatrix4(bt);let Re=xe.update(L),Oe=L.material;Oe.visible&&N.push(L,Re,Oe,re,Fe.z,null,$)}}else if(L.isMesh||L.isLine||L.isPoints){let Ve=$.isArrayCamera?Vt:pt;if(!L.frustumCulled||L.intersectsFrustum(Ve)){let Re=xe.update(L),Oe=L.material;if(te&&(L.boundingSphere!==void 0?(L.boundingSphere===null&&L.computeBoundingSphere(),Fe.copy(L.boundingSphere.center)):(Re.boundingSphere===null&&Re.computeBoundingSphere(),Fe.copy(Re.boundingSphere.center)),Fe.applyMatrix4(L.matrixWorld).applyMatrix4(bt)),Array.isArray(Oe)){let He=Re.groups;for(let st=0,mt=He.length;st<mt;st++){let $e=He[st],ot=Oe[$e.materialIndex];ot&&ot.visible&&N.push(L,Re,ot,re,Fe.z,$e,$)}}else Oe.visible&&N.push(L,Re,Oe,re,Fe.z,null,$)}}}let De=L.children;for(let Ve=0,Re=De.length;Ve<Re;Ve++)es(De[Ve],$,re,te)}function Ln(L,$,re,te){let{opaque:J,transmissive:De,transparent:Ve}=L;F.setupLightsView(re),ft===!0&&le.setGlobalState(z.clippingPlanes,re),te&&Ue.viewport(_e.copy(te)),J.length>0&&pr(J,$,re),De.length>0&&pr(De,$,re),Ve.length>0&&pr(Ve,$,re),Ue.buffers.depth.setTest(!0),Ue.buffers.depth.setMask(!0),Ue.buffers.color.setMask(!0),Ue.setPolygonOffset(!1)}function Wi(L,$,re,te){if((re.isScene===!0?re.overrideMaterial:null)!==null)return;if(F.state.transmissionRenderTarget[te.id]===void 0){let $e=Ct.has("EXT_color_buffer_half_float")||Ct.has("EXT_color_buffer_float");F.state.transmissionRenderTarget[te.id]=new Cn(1,1,{generateMipmaps:!0,type:$e?Yn:En,minFilter:bi,samples:Math.max(4,Nt.samples),stencilBuffer:a,resolveDepthBuffer:!1,resolveStencilBuffer:!1,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,colorSpace:St.workingColorSpace})}let De=F.state.transmissionRenderTarget[te.id],Ve=te.viewport||_e;De.setSize(Ve.z*z.transmissionResolutionScale,Ve.w*z.transmissionResolutionScale);let Re=z.getRenderTarget(),Oe=z.getActiveCubeFace(),He=z.getActiveMipmapLevel();z.setRenderTarget(De),z.getClearColor(ue),Ne=z.getClearAlpha(),Ne<1&&z.setClearColor(16777215,.5),z.clear(),ln&&H.render(re);let st=z.toneMapping;z.toneMapping=li;let mt=te.viewport;if(te.viewport!==void 0&&(te.viewport=void 0),F.setupLightsView(te),ft===!0&&le.setGlobalState(z.clippingPlanes,te),pr(L,re,te),et.updateMultisampleRenderTarget(De),et.updateRenderTargetMipmap(De),Ct.has("WEBGL_multisampled_render_to_texture")===!1){let $e=!1;for(let ot=0,Ht=$.length;ot<Ht;ot++){let Ge=$[ot],{object:Lt,geometry:Yt,material:qe,group:nn}=Ge;if(qe.side===hn&&Lt.layers.test(te.layers)){let wt=qe.side;qe.side=bn,qe.needsUpdate=!0,fa(Lt,re,te,Yt,qe,nn),qe.side=wt,qe.needsUpdate=!0,$e=!0}}$e===!0&&(et.updateMultisampleRenderTarget(De),et.updateRenderTargetMipmap(De))}z.setRenderTarget(Re,Oe,He),z.setClearColor(ue,Ne),mt!==void 0&&(te.viewport=mt),z.toneMapping=st}function pr(L,$,re){let te=$.isScene===!0?$.overrideMaterial:null;for(let J=0,De=L.length;J<De;J++){let Ve=L[J],{object:Re,geometry:Oe,group:He}=Ve,st=Ve.material;st.allowOverride===!0&&te!==null&&(st=te),Re.layers.test(re.layers)&&fa(Re,$,re,Oe,st,He)}}function fa(L,$,re,te,J,De){X!==null&&J.isNodeMaterial&&X.setObject(L,J),L.onBeforeRender(z,$,re,te,J,De),L.modelViewMatrix.multiplyMatrices(re.matrixWorldInverse,L.matrixWorld),L.normalMatrix.getNormalMatrix(L.modelViewMatrix),J.onBeforeRender(z,$,re,te,L,De),J.transparent===!0&&J.side===hn&&J.forceSinglePass===!1?(J.side=bn,J.needsUpdate=!0,z.renderBufferDirect(re,$,te,J,L,De),J.side=Vi,J.needsUpdate=!0,z.renderBufferDirect(re,$,te,J,L,De),J.side=hn):z.renderBufferDirect(re,$,te,J,L,De),L.onAfterRender(z,$,re,te,J,De)}function Dn(L){let $=0;for(let re of L)re.texture!==null&&$++;return $}function Xi(L,$,re){$.isScene!==!0&&($=Ze);let te=Qe.get(L),J=F.state.lights,De=F.state.shadowsArray,Ve=J.state.version,Re=de.getParameters(L,J.state,De,$,re,F.state.lightProbeGridArray),Oe=de.getProgramCacheKey(Re),He=te.programs;te.environment=L.isMeshStandardMaterial||L.isMeshLambertMaterial||L.isMeshPhongMaterial?$.environment:null,te.fog=$.fog;let st=L.isMeshStandardMaterial||L.isMeshLambertMaterial&&!L.envMap||L.isMeshPhongMaterial&&!L.envMap;te.envMap=U.get(L.envMap||te.environment,st),te.envMapRotation=te.environment!==null&&L.envMap===null?$.environmentRotation:L.envMapRotation,He===void 0&&(L.addEventListener("dispose",At),He=new Map,te.programs=He,te.programVariants=new Map);let mt=He.get(Oe);if(mt!==void 0){if(te.currentProgram===mt&&te.lightsStateVersion===Ve)return gr(L,Re),mt}else Re.uniforms=de.getUniforms(L),X!==null&&L.isNodeMaterial&&X.build(L,re,Re),L.onBeforeCompile(Re,z),mt=de.acquireProgram(Re,Oe),He.set(Oe,mt),te.uniforms=Re.uniforms;let $e=te.uniforms;return(!L.isShaderMaterial&&!L.isRawShaderMaterial||L.clipping===!0)&&($e.clippingPlanes=le.uniform),gr(L,Re),te.needsLights=Xl(L),te.lightsStateVersion=Ve,te.needsLights&&($e.ambientLightColor.value=J.state.ambient,$e.lightProbe.value=J.state.probe,$e.sunLights.value=J.state.sun,$e.sunLightShadows.value=J.state.sunShadow,$e.directionalLights.value=J.state.directional,$e.directionalLightShadows.value=J.state.directionalShadow,$e.spotLights.value=J.state.spot,$e.spotLightShadows.value=J.state.spotShadow,$e.rectAreaLights.value=J.state.rectArea,$e.ltc_1.value=J.state.rectAreaLTC1,$e.ltc_2.value=J.state.rectAreaLTC2,$e.pointLights.value=J.state.point,$e.pointLightShadows.value=J.state.pointShadow,$e.hemisphereLights.value=J.state.hemi,$e.sunShadowMatrix.value=J.state.sunShadowMatrix,$e.sunShadowCascade.value=J.state.sunShadowCascade,$e.directionalShadowMatrix.value=J.state.directionalShadowMatrix,$e.spotLightMatrix.value=J.state.spotLightMatrix,$e.spotLightMap.value=J.state.spotLightMap,$e.pointShadowMatrix.value=J.state.pointShadowMatrix),te.numLightProbeGrids=Dn(F.state.lightProbeGridArray),te.currentProgram=mt,te.uniformsList=null,mt}function mr(L,$,re,te,J){let De=Qe.get(L),Ve=De.currentProgram.id+","+te+","+J,Re=De.programVariants.get(Ve);return Re===void 0?(Re=Xi(L,$,re),De.programVariants.set(Ve,Re)):(De.currentProgram=Re,De.uniformsList=null,De.outputColorSpace=te,De.toneMapping=J),Re}function $i(L){if(L.uniformsList===null){let $=L.currentProgram.getUniforms();L.uniformsList=Zr.seqWithValue($.seq,L.uniforms)}return L.uniformsList}function gr(L,$){let re=Qe.get(L);re.outputColorSpace=$.outputColorSpace,re.batching=$.batching,re.batchingColor=$.batchingColor,re.instancing=$.instancing,re.instancingColor=$.instancingColor,re.instancingMorph=$.instancingMorph,re.skinning=$.skinning,re.morphTargets=$.morphTargets,re.morphNormals=$.morphNormals,re.morphColors=$.morphColors,re.morphTargetsCount=$.morphTargetsCount,re.numClippingPlanes=$.numClippingPlanes,re.numIntersection=$.numClipIntersection,re.vertexAlphas=$.vertexAlphas,re.vertexTangents=$.vertexTangents,re.toneMapping=$.toneMapping}function Hl(L,$,re,te,J){$.isScene!==!0&&($=Ze),et.resetTextureUnits();let De=$.fog,Ve=te.isMeshStandardMaterial||te.isMeshLambertMaterial||te.isMeshPhongMaterial?$.environment:null,Re=fe===null?z.outputColorSpace:fe.isXRRenderTarget===!0?fe.texture.colorSpace:St.workingColorSpace,Oe=te.isMeshStandardMaterial||te.isMeshLambertMaterial&&!te.envMap||te.isMeshPhongMaterial&&!te.envMap,He=U.get(te.envMap||Ve,Oe),st=te.vertexColors===!0&&!!re.attributes.color&&re.attributes.color.itemSize===4,mt=!!re.attributes.tangent&&(!!te.normalMap||te.anisotropy>0),$e=!!re.morphAttributes.position,ot=!!re.morphAttributes.normal,Ht=!!re.morphAttributes.color,Ge=li;te.toneMapped&&(fe===null||fe.isXRRenderTarget===!0)&&(Ge=z.toneMapping);let Lt=re.morphAttributes.position||re.morphAttributes.normal||re.morphAttributes.color,Yt=Lt!==void 0?Lt.length:0,qe=Qe.get(te),nn=F.state.lights;if(ft===!0&&(It===!0||L!==V)){let Dt=L===V&&te.id===ne;le.setState(te,L,Dt)}let wt=!1,jn=!1;te.version===qe.__version?qe.needsLights&&qe.lightsStateVersion!==nn.state.version||J.isBatchedMesh&&qe.batching===!1||!J.isBatchedMesh&&qe.batching===!0||J.isBatchedMesh&&qe.batchingColor===!0&&J._colorsTexture===null||J.isBatchedMesh&&qe.batchingColor===!1&&J._colorsTexture!==null||J.isInstancedMesh&&qe.instancing===!1||!J.isInstancedMesh&&qe.instancing===!0||J.isSkinnedMesh&&qe.skinning===!1||!J.isSkinnedMesh&&qe.skinning===!0||J.isInstancedMesh&&qe.instancingColor===!0&&J.instanceColor===null||J.isInstancedMesh&&qe.instancingColor===!1&&J.instanceColor!==null||J.isInstancedMesh&&qe.instancingMorph===!0&&J.morphTexture===null||J.isInstancedMesh&&qe.instancingMorph===!1&&J.morphTexture!==null||qe.envMap!==He||te.fog===!0&&qe.fog!==De||qe.numClippingPlanes!==void 0&&(qe.numClippingPlanes!==le.numPlanes||qe.numIntersection!==le.numIntersection)||qe.vertexAlphas!==st||qe.vertexTangents!==mt||qe.morphTargets!==$e||qe.morphNormals!==ot||qe.morphColors!==Ht||qe.morphTargetsCount!==Yt||qe.numLightProbeGrids!==Dn(F.state.lightProbeGridArray)?wt=!0:(qe.outputColorSpace!==Re||qe.toneMapping!==Ge)&&(jn=!0):(wt=!0,qe.__version=te.version);let rn=qe.currentProgram;(wt===!0||jn===!0)&&(rn=jn===!0?mr(te,$,J,Re,Ge):Xi(te,$,J),X&&te.isNodeMaterial&&X.onUpdateProgram(te,rn,qe));let Ai=!1,Kn=!1,Qn=!1,A=rn.getUniforms(),ht=qe.uniforms;if(Ue.useProgram(rn.program)&&(Ai=!0,Kn=!0,Qn=!0),te.id!==ne&&(ne=te.id,Kn=!0),Ai||V!==L){Ue.buffers.depth.getReversed()&&L.reversedDepth!==!0&&(L._reversedDepth=!0,L.updateProjectionMatrix()),A.setValue(q,"projectionMatrix",L.projectionMatrix),A.setValue(q,"viewMatrix",L.matrixWorldInverse);let kt=A.map.cameraPosition;kt!==void 0&&kt.setValue(q,en.setFromMatrixPosition(L.matrixWorld)),Nt.logarithmicDepthBuffer&&A.setValue(q,"logDepthBufFC",2/(Math.log(L.far+1)/Math.LN2)),(te.isMeshPhongMaterial||te.isMeshToonMaterial||te.isMeshLambertMaterial||te.isMeshBasicMaterial||te.isMeshStandardMaterial||te.isShaderMaterial)&&A.setValue(q,"isOrthographic",L.isOrthographicCamera===!0),V!==L&&(V=L,Kn=!0,Qn=!0)}if(qe.needsLights&&(nn.state.sunShadowMap.length>0&&A.setValue(q,"sunShadowMap",nn.state.sunShadowMap,et),nn.state.directionalShadowMap.length>0&&A.setValue(q,"directionalShadowMap",nn.state.directionalShadowMap,et),nn.state.spotShadowMap.length>0&&A.setValue(q,"spotShadowMap",nn.state.spotShadowMap,et),nn.state.pointShadowMap.length>0&&A.setValue(q,"pointShadowMap",nn.state.pointShadowMap,et)),J.isSkinnedMesh){A.setOptional(q,J,"bindMatrix"),A.setOptional(q,J,"bindMatrixInverse");let Dt=J.skeleton;Dt&&(Dt.boneTexture===null&&Dt.computeBoneTexture(),A.setValue(q,"boneTexture",Dt.boneTexture,et))}J.isBatchedMesh&&(A.setOptional(q,J,"batchingTexture"),A.setValue(q,"batchingTexture",J._matricesTexture,et),A.setOptional(q,J,"batchingIdTexture"),A.setValue(q,"batchingIdTexture",J._indirectTexture,et),A.setOptional(q,J,"batchingColorTexture"),J._colorsTexture!==null&&A.setValue(q,"batchingColorTexture",J._colorsTexture,et));let Tn=re.morphAttributes;if((Tn.position!==void 0||Tn.normal!==void 0||Tn.color!==void 0)&&he.update(J,re,rn),(Kn||qe.receiveShadow!==J.receiveShadow)&&(qe.receiveShadow=J.receiveShadow,A.setValue(q,"receiveShadow",J.receiveShadow)),(te.isMeshStandardMaterial||te.isMeshLambertMaterial||te.isMeshPhongMaterial)&&te.envMap===null&&$.environment!==null&&(ht.envMapIntensity.value=$.environmentIntensity),ht.dfgLUT!==void 0&&(ht.dfgLUT.value=Zw()),Kn){if(A.setValue(q,"toneMappingExposure",z.toneMappingExposure),qe.needsLights&&Wl(ht,Qn),De&&te.fog===!0&&ge.refreshFogUniforms(ht,De),ge.refreshMaterialUniforms(ht,te,me,Me,F.state.transmissionRenderTarget[L.id]),qe.needsLights&&qe.numLightProbeGrids>0){let Dt=w,kt=0;for(let Bn of F.state.lightProbeGridArray)Bn.texture!==null&&(Dt.textures[kt]=Bn.texture,Dt.min[kt]=Bn.boundingBox.min,Dt.max[kt]=Bn.boundingBox.max,Dt.resolution[kt]=Bn.resolution,kt++);for(let Bn in Dt)Dt[Bn].length=kt;ht.probesSH.value=Dt.textures,ht.probesMin.value=Dt.min,ht.probesMax.value=Dt.max,ht.probesResolution.value=Dt.resolution}Zr.upload(q,$i(qe),ht,et)}if(te.isShaderMaterial&&te.uniformsNeedUpdate===!0&&(Zr.upload(q,$i(qe),ht,et),te.uniformsNeedUpdate=!1),te.isSpriteMaterial&&A.setValue(q,"center",J.center),A.setValue(q,"modelViewMatrix",J.modelViewMatrix),A.setValue(q,"normalMatrix",J.normalMatrix),A.setValue(q,"modelMatrix",J.matrixWorld),te.uniformsGroups!==void 0){let Dt=te.uniformsGroups;for(let kt=0,Bn=Dt.length;kt<Bn;kt++){let pa=Dt[kt];Ye.update(pa,rn),Ye.bind(pa,rn)}}return rn}function Wl(L,$){L.ambientLightColor.needsUpdate=$,L.lightProbe.needsUpdate=$,L.sunLights.needsUpdate=$,L.sunLightShadows.needsUpdate=$,L.directionalLights.needsUpdate=$,L.directionalLightShadows.needsUpdate=$,L.pointLights.needsUpdate=$,L.pointLightShadows.needsUpdate=$,L.spotLights.needsUpdate=$,L.spotLightShadows.needsUpdate=$,L.rectAreaLights.needsUpdate=$,L.hemisphereLights.needsUpdate=$}function Xl(L){return L.isMeshLambertMaterial||L.isMeshToonMaterial||L.isMeshPhongMaterial||L.isMeshStandardMaterial||L.isShadowMaterial||L.isShaderMaterial&&L.lights===!0}this.getActiveCubeFace=function(){return G},this.getActiveMipmapLevel=function(){return j},this.getRenderTarget=function(){return fe},this.setRenderTargetTextures=function(L,$,re){let te=Qe.get(L);te.__autoAllocateDepthBuffer=L.resolveDepthBuffer===!1,te.__autoAllocateDepthBuffer===!1&&(te.__useRenderToTexture=!1),Qe.get(L.texture).__webglTexture=$,Qe.get(L.depthTexture).__webglTexture=te.__autoAllocateDepthBuffer?void 0:re,te.__hasExternalTextures=!0},this.setRenderTargetFramebuffer=function(L,$){let re=Qe.get(L);re.__webglFramebuffer=$,re.__useDefaultFramebuffer=$===void 0},this.setRenderTarget=function(L,$=0,re=0){fe=L,G=$,j=re;let te=null,J=!1,De=!1;if(L){let Re=Qe.get(L);if(Re.__useDefaultFramebuffer!==void 0){Ue.bindFramebuffer(q.FRAMEBUFFER,Re.__webglFramebuffer),_e.copy(L.viewport),We.copy(L.scissor),rt=L.scissorTest,Ue.viewport(_e),Ue.scissor(We),Ue.setScissorTest(rt),ne=-1;return}else if(Re.__webglFramebuffer===void 0)et.setupRenderTarget(L);else if(Re.__hasExternalTextures)et.rebindTextures(L,Qe.get(L.texture).__webglTexture,Qe.get(L.depthTexture).__webglTexture);else if(L.depthBuffer){let st=L.depthTexture;if(Re.__boundDepthTexture!==st){if(st!==null&&Qe.has(st)&&(L.width!==st.image.width||L.height!==st.image.height))throw new Error("THREE.WebGLRenderer: Attached DepthTexture is initialized to the incorrect size.");et.setupDepthRenderbuffer(L)}}let Oe=L.texture;(Oe.isData3DTexture||Oe.isDataArrayTexture||Oe.isCompressedArrayTexture)&&(De=!0);let He=Qe.get(L).__webglFramebuffer;L.isWebGLCubeRenderTarget?(Array.isArray(He[$])?te=He[$][re]:te=He[$],J=!0):L.samples>0&&et.useMultisampledRTT(L)===!1?te=Qe.get(L).__webglMultisampledFramebuffer:Array.isArray(He)?te=He[re]:te=He,_e.copy(L.viewport),We.copy(L.scissor),rt=L.scissorTest}else _e.copy(Je).multiplyScalar(me).floor(),We.copy(dt).multiplyScalar(me).floor(),rt=Mt;if(re!==0&&(te=K),Ue.bindFramebuffer(q.FRAMEBUFFER,te)&&Ue.drawBuffers(L,te),Ue.viewport(_e),Ue.scissor(We),Ue.setScissorTest(rt),J){let Re=Qe.get(L.texture);q.framebufferTexture2D(q.FRAMEBUFFER,q.COLOR_ATTACHMENT0,q.TEXTURE_CUBE_MAP_POSITIVE_X+$,Re.__webglTexture,re)}else if(De){let Re=$;for(let Oe=0;Oe<L.textures.length;Oe++){let He=Qe.get(L.textures[Oe]);q.framebufferTextureLayer(q.FRAMEBUFFER,q.COLOR_ATTACHMENT0+Oe,He.__webglTexture,re,Re)}}else if(L!==null&&re!==0){let Re=Qe.get(L.texture);q.framebufferTexture2D(q.FRAMEBUFFER,q.COLOR_ATTACHMENT0,q.TEXTURE_2D,Re.__webglTexture,re)}ne=-1};function ts(L){let $=Qe.get(L);return($.__readFormat!==L.format||$.__readType!==L.type)&&($.__readFormat=L.format,$.__readType=L.type,$.__formatReadable=Nt.textureFormatReadable(L.format),$.__typeReadable=Nt.textureTypeReadable(L.type)),$}this.readRenderTargetPixels=function(L,$,re,te,J,De,Ve,Re=0){if(!(L&&L.isWebGLRenderTarget)){at("WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");return}let Oe=Qe.get(L).__webglFramebuffer;if(L.isWebGLCubeRenderTarget&&Ve!==void 0&&(Oe=Oe[Ve],Array.isArray(Oe)&&(Oe=Oe[0])),Oe){Ue.bindFramebuffer(q.FRAMEBUFFER,Oe);try{let He=L.textures[Re],st=He.format,mt=He.type;L.textures.length>1&&q.readBuffer(q.COLOR_ATTACHMENT0+Re);let $e=ts(He);if($e.__formatReadable===!1){at("WebGLRenderer.readRenderTargetPixels: renderTarget is not in RGBA or implementation defined format.");return}if($e.__typeReadable===!1){at("WebGLRenderer.readRenderTargetPixels: renderTarget is not in UnsignedByteType or implementation defined type.");return}$>=0&&$<=L.width-te&&re>=0&&re<=L.height-J&&q.readPixels($,re,te,J,Ae.convert(st),Ae.convert(mt),De)}finally{let He=fe!==null?Qe.get(fe).__webglFramebuffer:null;Ue.bindFramebuffer(q.FRAMEBUFFER,He)}}},this.readRenderTargetPixelsAsync=async function(L,$,re,te,J,De,Ve,Re=0){if(!(L&&L.isWebGLRenderTarget))throw new Error("THREE.WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");let Oe=Qe.get(L).__webglFramebuffer;if(L.isWebGLCubeRenderTarget&&Ve!==void 0&&(Oe=Oe[Ve],Array.isArray(Oe)&&(Oe=Oe[0])),Oe)if($>=0&&$<=L.width-te&&re>=0&&re<=L.height-J){Ue.bindFramebuffer(q.FRAMEBUFFER,Oe);let He=L.textures[Re],st=He.format,mt=He.type;L.textures.length>1&&q.readBuffer(q.COLOR_ATTACHMENT0+Re);let $e=ts(He);if($e.__formatReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in RGBA or implementation defined format.");if($e.__typeReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in UnsignedByteType or implementation defined type.");let ot=q.createBuffer();q.bindBuffer(q.PIXEL_PACK_BUFFER,ot),q.bufferData(q.PIXEL_PACK_BUFFER,De.byteLength,q.STREAM_READ),q.readPixels($,re,te,J,Ae.convert(st),Ae.convert(mt),0),q.bindBuffer(q.PIXEL_PACK_BUFFER,null);let Ht=fe!==null?Qe.get(fe).__webglFramebuffer:null;Ue.bindFramebuffer(q.FRAMEBUFFER,Ht);let Ge=q.fenceSync(q.SYNC_GPU_COMMANDS_COMPLETE,0);return q.flush(),await Kd(q,Ge,4),q.bindBuffer(q.PIXEL_PACK_BUFFER,ot),q.getBufferSubData(q.PIXEL_PACK_BUFFER,0,De),q.bindBuffer(q.PIXEL_PACK_BUFFER,null),q.deleteBuffer(ot),q.deleteSync(Ge),De}else throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: requested read bounds are out of range.")},this.copyFramebufferToTexture=function(L,$=null,re=0){let te=Math.pow(2,-re),J=Math.floor(L.image.width*te),De=Math.floor(L.image.height*te),Ve=$!==null?$.x:0,Re=$!==null?$.y:0;et.setTexture2D(L,0),q.copyTexSubImage2D(q.TEXTURE_2D,re,0,0,Ve,Re,J,De),Ue.unbindTexture()},this.copyTextureToTexture=function(L,$,re=null,te=null,J=0,De=0){let Ve,Re,Oe,He,st,mt,$e,ot,Ht,Ge=L.isCompressedTexture?L.mipmaps[De]:L.image;if(re!==null)Ve=re.max.x-re.min.x,Re=re.max.y-re.min.y,Oe=re.isBox3?re.max.z-re.min.z:1,He=re.min.x,st=re.min.y,mt=re.isBox3?re.min.z:0;else{let A=Math.pow(2,-J);Ve=Math.floor(Ge.width*A),Re=Math.floor(Ge.height*A),L.isDataArrayTexture?Oe=Ge.depth:L.isData3DTexture?Oe=Math.floor(Ge.depth*A):Oe=1,He=0,st=0,mt=0}te!==null?($e=te.x,ot=te.y,Ht=te.z):($e=0,ot=0,Ht=0);let Lt=Ae.convert($.format),Yt=Ae.convert($.type),qe;$.isData3DTexture?(et.setTexture3D($,0),qe=q.TEXTURE_3D):$.isDataArrayTexture||$.isCompressedArrayTexture?(et.setTexture2DArray($,0),qe=q.TEXTURE_2D_ARRAY):(et.setTexture2D($,0),qe=q.TEXTURE_2D),Ue.activeTexture(q.TEXTURE0),Ue.pixelStorei(q.UNPACK_FLIP_Y_WEBGL,$.flipY),Ue.pixelStorei(q.UNPACK_PREMULTIPLY_ALPHA_WEBGL,$.premultiplyAlpha),Ue.pixelStorei(q.UNPACK_ALIGNMENT,$.unpackAlignment);let nn=Ue.getParameter(q.UNPACK_ROW_LENGTH),wt=Ue.getParameter(q.UNPACK_IMAGE_HEIGHT),jn=Ue.getParameter(q.UNPACK_SKIP_PIXELS),rn=Ue.getParameter(q.UNPACK_SKIP_ROWS),Ai=Ue.getParameter(q.UNPACK_SKIP_IMAGES);Ue.pixelStorei(q.UNPACK_ROW_LENGTH,Ge.width),Ue.pixelStorei(q.UNPACK_IMAGE_HEIGHT,Ge.height),Ue.pixelStorei(q.UNPACK_SKIP_PIXELS,He),Ue.pixelStorei(q.UNPACK_SKIP_ROWS,st),Ue.pixelStorei(q.UNPACK_SKIP_IMAGES,mt);let Kn=L.isDataArrayTexture||L.isData3DTexture,Qn=$.isDataArrayTexture||$.isData3DTexture;if(L.isDepthTexture){let A=Qe.get(L),ht=Qe.get($),Tn=Qe.get(A.__renderTarget),Dt=Qe.get(ht.__renderTarget);Ue.bindFramebuffer(q.READ_FRAMEBUFFER,Tn.__webglFramebuffer),Ue.bindFramebuffer(q.DRAW_FRAMEBUFFER,Dt.__webglFramebuffer);for(let kt=0;kt<Oe;kt++)Kn&&(q.framebufferTextureLayer(q.READ_FRAMEBUFFER,q.COLOR_ATTACHMENT0,Qe.get(L).__webglTexture,J,mt+kt),q.framebufferTextureLayer(q.DRAW_FRAMEBUFFER,q.COLOR_ATTACHMENT0,Qe.get($).__webglTexture,De,Ht+kt)),q.blitFramebuffer(He,st,He+Ve,st+Re,$e,ot,$e+Ve,ot+Re,q.DEPTH_BUFFER_BIT,q.NEAREST);Ue.bindFramebuffer(q.READ_FRAMEBUFFER,null),Ue.bindFramebuffer(q.DRAW_FRAMEBUFFER,null)}else if(J!==0||L.isRenderTargetTexture||Qe.has(L)){let A=Qe.get(L),ht=Qe.get($);Ue.bindFramebuffer(q.READ_FRAMEBUFFER,k),Ue.bindFramebuffer(q.DRAW_FRAMEBUFFER,ee);for(let Tn=0;Tn<Oe;Tn++)Kn?q.framebufferTextureLayer(q.READ_FRAMEBUFFER,q.COLOR_ATTACHMENT0,A.__webglTexture,J,mt+Tn):q.framebufferTexture2D(q.READ_FRAMEBUFFER,q.COLOR_ATTACHMENT0,q.TEXTURE_2D,A.__webglTexture,J),Qn?q.framebufferTextureLayer(q.DRAW_FRAMEBUFFER,q.COLOR_ATTACHMENT0,ht.__webglTexture,De,Ht+Tn):q.framebufferTexture2D(q.DRAW_FRAMEBUFFER,q.COLOR_ATTACHMENT0,q.TEXTURE_2D,ht.__webglTexture,De),J!==0?q.blitFramebuffer(He,st,He+Ve,st+Re,$e,ot,$e+Ve,ot+Re,q.COLOR_BUFFER_BIT,q.NEAREST):Qn?q.copyTexSubImage3D(qe,De,$e,ot,Ht+Tn,He,st,Ve,Re):q.copyTexSubImage2D(qe,De,$e,ot,He,st,Ve,Re);Ue.bindFramebuffer(q.READ_FRAMEBUFFER,null),Ue.bindFramebuffer(q.DRAW_FRAMEBUFFER,null)}else Qn?L.isDataTexture||L.isData3DTexture?q.texSubImage3D(qe,De,$e,ot,Ht,Ve,Re,Oe,Lt,Yt,Ge.data):$.isCompressedArrayTexture?q.compressedTexSubImage3D(qe,De,$e,ot,Ht,Ve,Re,Oe,Lt,Ge.data):q.texSubImage3D(qe,De,$e,ot,Ht,Ve,Re,Oe,Lt,Yt,Ge):L.isDataTexture?q.texSubImage2D(q.TEXTURE_2D,De,$e,ot,Ve,Re,Lt,Yt,Ge.data):L.isCompressedTexture?q.compressedTexSubImage2D(q.TEXTURE_2D,De,$e,ot,Ge.width,Ge.height,Lt,Ge.data):q.texSubImage2D(q.TEXTURE_2D,De,$e,ot,Ve,Re,Lt,Yt,Ge);Ue.pixelStorei(q.UNPACK_ROW_LENGTH,nn),Ue.pixelStorei(q.UNPACK_IMAGE_HEIGHT,wt),Ue.pixelStorei(q.UNPACK_SKIP_PIXELS,jn),Ue.pixelStorei(q.UNPACK_SKIP_ROWS,rn),Ue.pixelStorei(q.UNPACK_SKIP_IMAGES,Ai),De===0&&$.generateMipmaps===!0&&$.mipmapsAutoUpdate===!0&&q.generateMipmap(qe),Ue.unbindTexture()},this.initRenderTarget=function(L){Qe.get(L).__webglFramebuffer===void 0&&et.setupRenderTarget(L)},this.initTexture=function(L){L.isCubeTexture?et.setTextureCube(L,0):L.isData3DTexture?et.setTexture3D(L,0):L.isDataArrayTexture||L.isCompressedArrayTexture?et.setTexture2DArray(L,0):et.setTexture2D(L,0),Ue.unbindTexture()},this.resetState=function(){G=0,j=0,fe=null,Ue.reset(),Pe.reset()},typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}get coordinateSystem(){return Un}get outputColorSpace(){return this._outputColorSpace}set outputColorSpace(e){this._outputColorSpace=e;let t=this.getContext();t.drawingBufferColorSpace=St._getDrawingBufferColorSpace(e),t.unpackColorSpace=St._getUnpackColorSpace()}};function hr(i){let e=atob(i),t=new Uint8Array(e.length);for(let n=0;n<e.length;n++)t[n]=e.charCodeAt(n);return t.buffer}function Lu({shape:i,varies:e,low:t,high:n,data:r}){let a=new Uint16Array(hr(r)),l=new Float32Array(a.length),c=i.map((p,_)=>i.slice(_+1).reduce((g,y)=>g*y,1)),h=e.length?c[e[0]]*i[e[0]]:1,d=Uint32Array.from({length:Math.min(h,a.length)},(p,_)=>e.reduce((g,y)=>g*i[y]+Math.floor(_/c[y])%i[y],0));for(let p=0,_=0;p<a.length;p++,_=_+1===h?0:_+1){let g=d[_];l[p]=t[g]+a[p]/65535*(n[g]-t[g])}return l}function Du(i,e){let t=0,n=i.length-1;for(;n-t>1;){let a=t+n>>1;i[a]<=e?t=a:n=a}if(t===i.length-1)return[t,0];let r=(e-i[t])/(i[t+1]-i[t]);return[t,Math.min(Math.max(r,0),1)]}var Fu=5;function Nl({type:i,size:e,mesh:t},n,r,a,l=0){let[c,h,d]=e;if(i==="sphere")return a?new Bi(c,32,20):new Bi(c,12,8);if(i==="ellipsoid")return(a?new Bi(1,32,20):new Bi(1,12,8)).scale(c,h,d);if(i==="box")return new Oi(2*c,2*h,2*d);if(i==="capsule")return(a?new zr(c,2*h,10,24):new zr(c,2*h,3,8)).rotateX(Math.PI/2);if(i==="cylinder")return new Ls(c,c,2*h,a?32:12).rotateX(Math.PI/2);if(i==="plane")return jw(c,h,r,l);let{vertices:p,index:_}=n[t],g=new un;g.setAttribute("position",new an(Lu(p),3)),g.setIndex(new an(new Uint16Array(hr(_)),1));let y=g.toNonIndexed();return y.computeVertexNormals(),y}function jw(i,e,t,n){let r=[i,e].every(p=>p===0||p>Fu),[a,l]=r?Array(2).fill(Math.max(t*120,n)):[i||Fu,e||Fu],c=new rr(2*a,2*l),h=2*Nu(t),d=c.attributes.uv;for(let p=0;p<d.count;p++)d.setXY(p,(d.getX(p)-.5)*2*a/h,(d.getY(p)-.5)*2*l/h);return c.userData.edgeless=r,c}function Nu(i){return 10**Math.round(Math.log10(i/1.2))}function Vf(i,e){let n=document.createElement("canvas");n.width=n.height=256;let r=n.getContext("2d"),[a,l]=i.dark?[.035,.015]:[.01,.05],c=d=>`#${new nt(i.panel).lerp(new nt(i.ink),d).getHexString()}`;r.fillStyle=c(a),r.fillRect(0,0,256,256),r.fillStyle=c(l),r.fillRect(0,0,256/2,256/2),r.fillRect(256/2,256/2,256/2,256/2);let h=new Cs(n);return h.colorSpace=mn,h.wrapS=h.wrapT=Nr,h.anisotropy=Math.min(8,e.capabilities.getMaxAnisotropy()),h}function ca(i,e,t){return i.set(e[t+1],e[t+2],e[t+3],e[t]).normalize()}function Ul([i,e,t,n]){let r=new nt().setRGB(i,e,t,mn);return new Ws({color:r,roughness:.55,metalness:.05,transparent:n<1,opacity:n})}function Hf(i,e,t){let n=new $t(e,t);return n.position.set(...i.pos),ca(n.quaternion,i.quat,0),n}var Uu=32,Wf=12,ua=class extends Error{};function Xf(i,e,t=null){let n=Math.max(i.view.radius,.001),r=Kw(t);r.shadowMap.enabled=!0,r.shadowMap.type=sr,r.domElement.addEventListener("webglcontextlost",v=>v.preventDefault());let a=new Ms;a.background=new nt,a.fog=new Ss(0,1,2);let l=new xn(Uu,1,n/50,n*400);l.up.set(0,0,1);let c=new qs(16777215,8947848,2.2);c.position.set(0,0,1);let h=new Zs(16777215,2.6);h.castShadow=!0,h.shadow.mapSize.set(1024,1024),h.shadow.radius=3,h.shadow.bias=-5e-4,h.shadow.normalBias=n*.004,a.add(c,h,h.target);let d=[];for(let v of i.geoms.filter(({body:x})=>x<0)){let x=v.type==="plane",T=Nl(v,i.meshes,n,!0,Wf*e),E=Hf(v,T,x?new $n({side:hn}):Ul(v.rgba));if(E.castShadow=E.receiveShadow=!x,a.add(E),!x)continue;E.material.transparent=!0,E.material.opacity=.8,E.material.polygonOffset=!0,E.material.polygonOffsetFactor=1,E.material.polygonOffsetUnits=16;let w=new $t(T,new Hs({transparent:!0,fog:!0,depthWrite:!1}));w.receiveShadow=!0,w.renderOrder=1,E.add(w),d.push({mesh:E,shade:w,edgeless:T.userData.edgeless})}let p=Math.min(...i.geoms.filter(({type:v,body:x})=>v==="plane"&&x<0).map(({pos:v})=>v[2])),_="",g=new nt;function y(v){let x=JSON.stringify(v);if(x===_)return;_=x,g.set(v.panel),a.background.set(v.panel),a.fog.color.set(v.panel),c.groundColor.set(v.dark?5592405:10526880);let T=Vf(v,r);for(let{mesh:E,shade:w}of d)w.material.opacity=v.dark?.5:.3,E.material.map?.dispose(),E.material.map=T,E.material.needsUpdate=!0}function S(v,x,T){l.near=x/100,l.far=x*Wf,l.updateProjectionMatrix(),Number.isFinite(p)&&(l.position.z=Math.max(l.position.z,p+n*.05)),l.lookAt(v),l.updateMatrixWorld(),a.fog.near=x*1.5,a.fog.far=x*5;for(let{mesh:N,edgeless:F}of d){if(!F)continue;let b=2*Nu(n);N.position.x=Math.round(v.x/b)*b,N.position.y=Math.round(v.y/b)*b}let E=Math.max(n,T);h.target.position.copy(v),h.position.set(v.x-E*1.6,v.y-E*1.8,v.z+E*4);let w=h.shadow.camera;w.right!==E*1.6&&(Object.assign(w,{left:-E*1.6,right:E*1.6,top:E*1.6,bottom:-E*1.6,near:E*.1,far:E*12}),w.updateProjectionMatrix())}function R(){a.traverse(v=>{v.geometry?.dispose(),v.material?.map?.dispose(),v.material?.dispose()}),r.dispose(),r.forceContextLoss()}return{renderer:r,scene:a,camera:l,ground:p,paper:g,applyTheme:y,aim:S,castShadows:v=>h.castShadow=v,dispose:R}}function Kw(i){try{return new Ll({antialias:!0,stencil:!0,...i&&{canvas:i}})}catch(e){throw new ua(e.message)}}var Ol=["auto","light","dark"],Ou={auto:"as the system",light:"light",dark:"dark"},qf="diayn_jax.theme";function $f(){try{return localStorage.getItem(qf)}catch{return null}}function Bu(i){i==="auto"?delete document.documentElement.dataset.theme:document.documentElement.dataset.theme=i,window.dispatchEvent(new Event("themechange"))}function Yf(){let i=Ol.includes($f())?$f():"auto",e=je("button",{class:"quiet",type:"button"}),t=()=>{e.replaceChildren(je("span",{"aria-hidden":"true"},"◐"),je("span",{class:"words"},` Colours: ${Ou[i]}`)),e.setAttribute("aria-label",`Colours: ${Ou[i]}`),e.title=`Colours: ${Ou[i]}`};return e.addEventListener("click",()=>{i=Ol[(Ol.indexOf(i)+1)%Ol.length];try{localStorage.setItem(qf,i)}catch{}t(),Bu(i)}),t(),Bu(i),matchMedia("(prefers-color-scheme: dark)").addEventListener("change",()=>Bu(i)),e}function Jf({name:i,url:e,seconds:t,times:n,skills:r,first:a},l,c){let h=new Audio(e),d=je("button",{type:"button",disabled:!0,title:`Dance to ${i}`,onclick:()=>p?v():S()},"Dance"),p=!1,_=!1,g=0,y=0;function S(){c.resume(),R()}function R(){[p,_,g]=[!0,!0,0],h.currentTime&&(y+=1,h.currentTime=0),c.clear(),c.onFrame(c.simulation().advance({asked:!0,first:a})),T()}function v(){[p,_]=[!1,!1],T()}function x(){_&&(_=!1,T())}function T(){d.textContent=p?"Stop":"Dance",c.onChange()}function E(F){F||!p?h.pause():h.play().catch(b=>b.name!=="AbortError"&&w(b))}function w(F){v(),c.onFailure(`The song cannot be played here: ${F.message}`)}function N(){if(!p)return;let F=null;for(;_&&g<n.length&&n[g]<=h.currentTime&&!F?.why;){let b=r[g];b!==r[g-1]&&c.show(b),F=c.simulation().advance({skill:l[b]}),g+=1}F&&c.onFrame(F),(h.ended||h.currentTime>=t)&&v()}return h.addEventListener("seeking",()=>{y?y-=1:_&&R()}),{button:d,steers:()=>_,clock:()=>h.currentTime,begin:R,release:x,hold:E,setSpeed:F=>h.playbackRate=F,tick:N}}var Qw=new Intl.NumberFormat("en",{maximumSignificantDigits:3}),ER=new Intl.NumberFormat("en",{maximumSignificantDigits:3,useGrouping:!1}),eE=new Intl.NumberFormat("en",{notation:"scientific",minimumFractionDigits:1,maximumFractionDigits:1}),Zf=Array.from({length:13},(i,e)=>new Intl.NumberFormat("en",{minimumFractionDigits:e,maximumFractionDigits:e})),tE={"-":"⁻",0:"⁰",1:"¹",2:"²",3:"³",4:"⁴",5:"⁵",6:"⁶",7:"⁷",8:"⁸",9:"⁹"};function ku(i){if(i==null||!Number.isFinite(i))return"–";let e=Math.abs(i);if(e>=1e9||e&&e<.001){let[t,n]=eE.format(i).split("E");return`${t}·10${[...n].map(r=>tE[r]).join("")}`.replace("-","−")}return jf((e>=999.5?Zf[0]:Qw).format(i))}function dr(i,e){return jf(Zf[Math.min(Math.max(0,-Math.floor(Math.log10(e)+1e-9)),12)].format(i))}function jf(i){return i.replace(/^-(?=[0.]*$)/,"").replace("-","−")}function Bl({kind:i,view:e,limits:t,trail:n}){if(i==="mujoco"&&e.travels&&e.look==="over")return Kf(e.radius*1.5);if(i==="mujoco"&&e.travels&&e.look==="side")return nE(e.radius*1.5);if(i==="plane"&&n){let r=Math.min(...t.map(([a,l])=>(l-a)/2));return Kf(r/10).map(a=>({...a,goals:a.goals.map(l=>l.map(c=>Math.min(Math.max(c,-.85*r),.85*r)))}))}return[]}function Kf(i){let e=(t,n)=>({name:t,radius:i,goals:n.map(r=>r.map(a=>a*i))});return[e("Waypoints",[[4,0],[4,5],[-3,5],[-5,-2]]),e("Slalom",[[3,2],[6,-2],[9,2],[12,-2]]),e("Race",[[8,0],[0,0]])]}function nE(i){let e=(t,n)=>({name:t,radius:i,goals:n.map(r=>[r*i,0])});return[e("Race",[12]),e("There and back",[6,0])]}function fr({goals:i,radius:e}){let t={next:0};return{state:t,reach([n,r],a){let[l,c]=i[t.next];return Math.hypot(l-n,c-r)<e&&(t.next+=1),t.next===i.length?"done":a>60?"late":null}}}var iE=32,rE=1.5,Qf={directed:.25,random:1.25},sE=30;async function kl(i,e,{probes:t,root:n,dt:r}){let a=aE(),l=Math.max(1,Math.ceil(t.length/iE)),c=t.filter((y,S)=>S%l===0),h=({pos:y})=>[y[3*n],y[3*n+1]],d=[];for(let y of c){let S=h(i.advance({skill:y,asked:!0,first:0})),R=null;for(let x=0;x<rE;x+=r)R=i.advance({skill:y}),await a();let v=h(R);d.push([v[0]-S[0],v[1]-S[1]])}function p([y,S],[R,v]){let x=Math.hypot(R-y,v-S)||1,T=([E,w])=>(E*(R-y)+w*(v-S))/x;return c[d.reduce((E,w,N)=>T(w)>T(d[E])?N:E,0)]}async function _(y,S){let R=fr(e),v=[i.advance({skill:c[0],asked:!0,first:0})],x=h(v[0]),T=()=>h(v.at(-1)).map((N,F)=>N-x[F]),E=Math.max(1,Math.round(S/r)),w=null;for(let N=1;;N++){(N%E===1||E===1)&&(w=y(T(),e.goals[R.state.next])),v.push(i.advance({skill:w}));let F=v.at(-1).why?"late":R.reach(T(),N*r);if(F)return{seconds:F==="done"?N*r:null,frames:v};await a()}}let g=await _(()=>c[Math.floor(Math.random()*c.length)],Qf.random);return{directed:await _(p,Qf.directed),random:g}}function aE(){let i=performance.now();return async()=>{performance.now()-i<sE||(await new Promise(e=>setTimeout(e,0)),i=performance.now())}}var oE=5,zu=i=>i===null?"not there":`${dr(i,.1)} s`;function ep({data:i,source:e,player:t,scene:n}){let r=je("div",{class:"play-toggles"}),a=je("p",{class:"play-told",role:"status"}),l=je("table",{class:"play-scores",hidden:!0}),c=je("details",{hidden:!0},je("summary",{},"Game"),je("div",{class:"play-controls"},r,a,l)),h=null,d=null;function p(T){h=T;let E=Bl(h.world);c.hidden=!E.length,r.replaceChildren(...E.map(w=>je("button",{type:"button",onclick:()=>_(w)},w.name)))}async function _(T){x();let E=d={course:T,way:fr(T),start:null,rivals:null};e().newSimulation&&(a.textContent="Two rivals play first…",E.rivals=await g(T),d!==E)||(a.textContent="Go!",t.reset())}async function g(T){let E=e().newSimulation();try{return await kl(E,T,{probes:i.skills.probes,root:h.world.view.root,dt:h.dt})}finally{E.close()}}function y(T){if(!d||!d.start&&T.step)return;let E=n().placeOf(T);d.start?T.why&&Object.assign(d,{way:fr(d.course),start:E}):d.start=E;let{course:w,way:N,start:F,rivals:b}=d,D=T.step*h.dt,W=N.reach([E[0]-F[0],E[1]-F[1]],D);if(n().showGoals(w.goals.map(([z,B],X)=>({x:z+F[0],y:B+F[1],radius:w.radius,state:X<N.state.next?"done":X===N.state.next?"next":"later"}))),n().showGhost(S(b,T.step,F)),W)return R(W==="done"?D:null);a.textContent=`${w.name}: waypoint ${N.state.next+1} of ${w.goals.length}, ${zu(D)}`}function S(T,E,w){if(!T)return null;let{frames:N}=T.directed,F=N[Math.min(E,N.length-1)],b=n().placeOf(N[0]);return{...F,offset:[w[0]-b[0],w[1]-b[1]]}}function R(T){let{course:E,rivals:w}=d,N=v(E,T);a.textContent=T===null?`${E.name}: time is up.`:`${E.name}: ${zu(T)}${N[0]===T?", your best":""}.`;let F=[["you",T],...w?[["who picks by direction",w.directed.seconds],["who picks at random",w.random.seconds]]:[],...N.map((b,D)=>[`best ${D+1}`,b])];l.replaceChildren(je("tbody",{},F.map(([b,D])=>je("tr",{},je("th",{scope:"row"},b),je("td",{},zu(D)))))),l.hidden=!1,d=null}function v(T,E){let w=`diayn_jax.best.${i.title}.${i.name}.${T.name}`;try{let N=[...JSON.parse(localStorage.getItem(w)??"[]"),...E===null?[]:[E]].sort((F,b)=>F-b).slice(0,oE);return localStorage.setItem(w,JSON.stringify(N)),N}catch{return E===null?[]:[E]}}function x(){d=null,l.hidden=!0,n().showGoals([]),n().showGhost(null)}return{panel:c,showWorld:p,onFrame:y}}var lE={0:"toggle",1:"reset",2:"slow"},cE={12:-1,14:-1,13:1,15:1},uE=.35;function tp(i){let e=[];return()=>{let t=[...navigator.getGamepads?.()??[]].find(c=>c?.connected);if(!t)return;let n=t.buttons.map(c=>c.pressed),r=c=>n[c]&&!e[c];for(let[c,h]of Object.entries(lE))r(c)&&i[h]();for(let[c,h]of Object.entries(cE))r(c)&&i.next(h);e=n;let[a=0,l=0]=t.axes;Math.hypot(a,l)>uE&&i.push(a,-l)}}var np=["","The episode ended; a new one began.","The physics broke down; a new episode began.",""],hE=2500;function ip({title:i,name:e,facts:t,skills:n},r,{theme:a,help:l}){let c=Object.fromEntries(["time","return","reward","speed"].map(B=>[B,je("dd",{})])),h=Object.entries(c).map(([B,X])=>je("div",{},je("dt",{},B),X)),d=je("p",{class:"play-status",role:"status",hidden:!0}),p=Gu("Pause",r.toggle,"Space"),_=Da("Slow motion",!1,r.slow,"S"),g=Gu("Start again",r.reset,"R"),y=je("header",{class:"play-top"},je("div",{class:"play-title"},je("h1",{},i),je("p",{},[e,...t].join(" · ")),je("dl",{class:"play-figures"},h),d),je("div",{class:"play-buttons"},p,_,g,a)),S=je("span",{class:"play-swatch"}),R=je("output",{"aria-live":"off"}),v=je("p",{class:"play-skill"},n.probes.length>1&&[S,R]),x=je("div",{class:"play-controls"}),T=je("aside",{class:"play-side","aria-label":"Controls"},je("details",{},je("summary",{},"World"),x),je("details",{},je("summary",{},"Keys"),l));T.querySelector("details").open=matchMedia("(min-width: 900px)").matches;let E=0,w=0,N=0,F=Vu({label:"Speed",low:.1,high:2,step:.05,value:1,text:B=>`${dr(B,.01)}×`},r.setSpeed);function b({controls:{gravity:B,motors:X},dt:K,world:k,rewarded:ee}){E=K;let G=[F.element];B&&G.push(Vu({label:"Gravity",...B,text:j=>`${dr(j,.01)}×`},r.setGravity).element),k.kind!=="image"&&G.push(je("div",{class:"play-toggles"},Da("Follow",!0,r.follow,"The camera follows the robot"),Da("Trail",!0,r.trail,"The way that the robot went"))),X&&G.push(D(X)),x.replaceChildren(...G);for(let j of["return","reward"])c[j].parentElement.hidden=!ee}function D(B){let X=B.map(()=>1),K=B.map((ee,G)=>Vu({label:ee,low:0,high:1,step:.05,value:1,text:j=>j?`${Math.round(100*j)} %`:"broken"},j=>{X[G]=j,r.setMotors(X)})),k=Gu("Repair all",()=>{X.fill(1);for(let ee of K)ee.set(1);r.setMotors(X)});return je("fieldset",{},je("legend",{},"Motors"),K.map(({element:ee})=>ee),k)}function W({step:B,reward:X,total:K,why:k},ee){let G=performance.now();k&&np[k]?(z(np[k],!1),w=G+hE):w&&G>w&&(z("",!1),w=0),!(G-N<90)&&(N=G,c.time.textContent=E<1?`${dr(B*E,.1)} s`:`${B} steps`,c.return.textContent=ku(K),c.reward.textContent=ku(X),c.speed.textContent=ee===null?"–":`${dr(ee,.1)} m/s`)}function z(B,X){d.hidden=!B,d.textContent=B,d.classList.toggle("failed",X)}return{top:y,side:T,bottom:v,showWorld:b,showFrame:W,showSkill(B,X){R.value=B,S.style.background=`var(--skill-${X})`},showPaused(B){p.textContent=B?"Play":"Pause"},showSpeed(B){F.set(B),lc(_,B<1)},showStatus(B,X){w=0,z(B,X)}}}function Gu(i,e,t=null){return je("button",{type:"button",onclick:e,title:t},i)}function Vu({label:i,low:e,high:t,step:n,value:r,text:a},l){let c=je("output",{"aria-live":"off"}),h=je("input",{type:"range",min:e,max:t,step:n,value:r,"aria-label":i}),d=()=>{c.value=a(Number(h.value)),h.setAttribute("aria-valuetext",c.value)};return h.addEventListener("input",()=>{d(),l(Number(h.value))}),d(),{element:je("label",{class:"play-slider"},je("span",{},i),h,c),set(p){h.value=p,d()}}}var Hu="button, select, summary, input[type=radio], input[type=checkbox], [role=button]";function sp(i){let e=null,t=!1,n=({target:h})=>{t=!0,e=rp(h)},r=({target:h})=>{t&&(e=rp(h))},a=h=>h.tagName==="INPUT"&&h.type==="range"?!1:h.isContentEditable||h.closest(`${Hu}, textarea, input`)!==null;function l(h){let{target:d,key:p}=h,_=d===e;e=null,t=!1,!(h.altKey||h.ctrlKey||h.metaKey||h.defaultPrevented)&&(p!==" "||!_&&a(d)||(h.preventDefault(),_&&d.blur(),i()))}let c={pointerdown:n,change:r};for(let[h,d]of Object.entries(c))document.addEventListener(h,d,!0);return document.addEventListener("keydown",l),()=>{for(let[h,d]of Object.entries(c))document.removeEventListener(h,d,!0);document.removeEventListener("keydown",l)}}function rp(i){let e=i.closest?.(Hu),t=i.closest?.("label")?.control;return e??(t?.matches(Hu)?t:null)}var Wu={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},ap=8;function op(i,{entries:e,isDisc:t}){let n=new Set;sp(i.toggle);function r(){let l=[...n].reduce(([h,d],p)=>[h+Wu[p][0],d+Wu[p][1]],[0,0]),c=Math.hypot(...l);c&&i.push(l[0]/c,l[1]/c)}function a(l){if(!t)i.pick(l);else if(l>=1&&l<=ap){let c=(l-1)/ap*2*Math.PI;i.push(Math.sin(c),Math.cos(c))}}document.addEventListener("keydown",l=>{let{target:c,key:h}=l;if(l.altKey||l.ctrlKey||l.metaKey||l.defaultPrevented)return;let d=c.tagName==="SELECT"||c.tagName==="INPUT"&&c.type==="range";if(h in Wu&&!d&&e.length>1){l.preventDefault(),t?(n.add(h),r()):i.next(h==="ArrowRight"||h==="ArrowDown"?1:-1);return}/^[0-9]$/.test(h)?a(Number(h)):l.repeat||{r:i.reset,s:i.slow,v:i.resetView}[h.toLowerCase()]?.()}),document.addEventListener("keyup",({key:l})=>{n.delete(l)&&r()}),window.addEventListener("blur",()=>n.clear())}function lp({entries:i,isDisc:e}){let t=i.length>1;return je("dl",{class:"play-keys"},[t&&e&&["arrows","push z"],t&&e&&["1 … 8","eight directions, clockwise from the top"],t&&!e&&["0 … 9","a skill"],t&&!e&&["arrows","the next skill"],["space","pause"],["S","slow motion"],["R","start again"],["V","turn the camera back"],["drag","turn the camera; the wheel or two fingers zoom"],["gamepad","left stick: the skill; A: pause; B: start again; X: slow motion"]].filter(Boolean).map(([r,a])=>[je("dt",{},je("kbd",{},r)),je("dd",{},a)]))}var zl=2*Math.PI,[cp,ha,Xu]=[96,66,26],dE=24,fE=.92;function hp({key:i,counted:e},{entries:t,isDisc:n,onRing:r,nameOf:a},l){let c=t.length<=dE&&!n,h=t.map(({ends:w},N)=>Ri("path",{d:up(w,ha,cp),fill:oc(N),class:"ring-sector"})),d=t.map((w,N)=>Ri("path",{fill:oc(N),class:"ring-bar"})),p=c?t.map(({angle:w},N)=>Ri("text",{...Kr(w,(ha+cp)/2),class:"ring-number"},String(N))):[],_=Ri("path",{class:"ring-arrow",d:""}),g=Ri("circle",{class:"ring-knob",r:11,cx:0,cy:0}),y=Ri("svg",{viewBox:"-100 -100 200 200","aria-hidden":"true"},Ri("circle",{r:ha-2,class:"ring-middle"}),h,d,p,_,g),S=je("div",{class:"play-ring",role:"slider",tabindex:0,"aria-label":n?"Direction of z":"Skill","aria-valuemin":0,"aria-valuemax":n?359:t.length-1,title:i||e},y),R=null,v=[0,0];function x(w){let N=S.getBoundingClientRect(),F=N.width/2;l.push((w.clientX-N.left)/F-1,1-(w.clientY-N.top)/F)}S.addEventListener("pointerdown",w=>{w.button||(S.setPointerCapture(w.pointerId),x(w))}),S.addEventListener("pointermove",w=>{S.hasPointerCapture(w.pointerId)&&x(w)});function T(w,N){let{angle:F}=t[N];h.forEach((B,X)=>B.classList.toggle("chosen",X===N)),p.forEach((B,X)=>B.classList.toggle("chosen",X===N));let b=n?Math.max(Math.hypot(...w),1e-9):1,[D,W]=n?r(w):[0,0],z=n?{x:D/b*Math.min(b,1)*81,y:-W/b*Math.min(b,1)*81}:Kr(F,81);g.setAttribute("cx",z.x),g.setAttribute("cy",z.y),g.style.display=c?"none":"",S.setAttribute("aria-valuenow",n?Math.round((Math.atan2(w[1],w[0])/zl+1)%1*360)%360:N),S.setAttribute("aria-valuetext",a(w,N))}function E(w){if(R==="skills"){let N=Math.max(...w),F=Array.from(w,D=>Math.exp(D-N)),b=F.reduce((D,W)=>D+W,0);d.forEach((D,W)=>D.setAttribute("d",up(t[W].ends,Xu,Xu+(ha-6-Xu)*fE*F[W]/b)))}else if(R==="direction"&&n){let N=r(w);for(let D of[0,1])v[D]+=.1*(N[D]-v[D]);let F=Math.hypot(...v),b=(ha-10)*Math.min(1,F*2.5);_.setAttribute("d",F>.001?pE(Math.atan2(v[0],v[1]),b):"")}}return{element:S,show:T,showBelief:E,believes:w=>R=w}}function Kr(i,e){return{x:e*Math.sin(i*zl),y:-e*Math.cos(i*zl)}}function up([i,e],t,n){let r=Math.min(.004,(e-i)/12),a=[i+r,Math.min(e-r,i+.9999)],[l,c,h,d]=[[a[0],n],[a[1],n],[a[1],t],[a[0],t]].map(([_,g])=>Kr(_,g)),p=a[1]-a[0]>.5?1:0;return`M${l.x} ${l.y}A${n} ${n} 0 ${p} 1 ${c.x} ${c.y}L${h.x} ${h.y}A${t} ${t} 0 ${p} 0 ${d.x} ${d.y}Z`}function pE(i,e){let t=i/zl,[n,r,a]=[Kr(t,e),Kr(t-.035,Math.max(e-14,0)),Kr(t+.035,Math.max(e-14,0))];return`M0 0L${n.x} ${n.y}M${r.x} ${r.y}L${n.x} ${n.y}L${a.x} ${a.y}`}var mE=(async function(i={}){var e,t=i,n=typeof window=="object",r=typeof WorkerGlobalScope<"u",a=typeof process=="object"&&process.versions?.node&&process.type!="renderer",l=!n&&!a&&!r;if(a){let{createRequire:s}=await import("module");var c=s("")}var h=[],d="./this.program",p=(s,o)=>{throw o},_="",g="";function y(s){return t.locateFile?t.locateFile(s,g):g+s}var S,R;if(a){if(!(typeof process=="object"&&process.versions?.node&&process.type!="renderer"))throw new Error("not compiled for this environment (did you build to HTML and try to run it not on the web, or set ENVIRONMENT to something - like node - and run it someplace else - like on the web?)");var v=process.versions.node,x=v.split(".").slice(0,3);if(x=x[0]*1e4+x[1]*100+x[2].split("-")[0]*1,x<16e4)throw new Error("This emscripten-generated code requires node v16.0.0 (detected v"+v+")");var T=c("fs");_.startsWith("file:")&&(g=c("path").dirname(c("url").fileURLToPath(_))+"/"),R=o=>{o=j(o)?new URL(o):o;var u=T.readFileSync(o);return G(Buffer.isBuffer(u)),u},S=async(o,u=!0)=>{o=j(o)?new URL(o):o;var f=T.readFileSync(o,u?void 0:"utf8");return G(u?Buffer.isBuffer(f):typeof f=="string"),f},process.argv.length>1&&(d=process.argv[1].replace(/\\/g,"/")),h=process.argv.slice(2),p=(o,u)=>{throw process.exitCode=o,u}}else if(l){if(typeof process=="object"&&process.versions?.node&&process.type!="renderer"||typeof window=="object"||typeof WorkerGlobalScope<"u")throw new Error("not compiled for this environment (did you build to HTML and try to run it not on the web, or set ENVIRONMENT to something - like node - and run it someplace else - like on the web?)")}else if(n||r){try{g=new URL(".",_).href}catch{}if(!(typeof window=="object"||typeof WorkerGlobalScope<"u"))throw new Error("not compiled for this environment (did you build to HTML and try to run it not on the web, or set ENVIRONMENT to something - like node - and run it someplace else - like on the web?)");r&&(R=s=>{var o=new XMLHttpRequest;return o.open("GET",s,!1),o.responseType="arraybuffer",o.send(null),new Uint8Array(o.response)}),S=async s=>{if(j(s))return new Promise((u,f)=>{var m=new XMLHttpRequest;m.open("GET",s,!0),m.responseType="arraybuffer",m.onload=()=>{if(m.status==200||m.status==0&&m.response){u(m.response);return}f(m.status)},m.onerror=f,m.send(null)});var o=await fetch(s,{credentials:"same-origin"});if(o.ok)return o.arrayBuffer();throw new Error(o.status+" : "+o.url)}}else throw new Error("environment detection error");var E=console.log.bind(console),w=console.error.bind(console),N="IDBFS is no longer included by default; build with -lidbfs.js",F="PROXYFS is no longer included by default; build with -lproxyfs.js",b="WORKERFS is no longer included by default; build with -lworkerfs.js",D="FETCHFS is no longer included by default; build with -lfetchfs.js",W="ICASEFS is no longer included by default; build with -licasefs.js",z="JSFILEFS is no longer included by default; build with -ljsfilefs.js",B="OPFS is no longer included by default; build with -lopfs.js",X="NODEFS is no longer included by default; build with -lnodefs.js";G(!l,"shell environment detected but not enabled at build time.  Add `shell` to `-sENVIRONMENT` to enable.");var K;typeof WebAssembly!="object"&&w("no native wasm support detected");var k=!1,ee;function G(s,o){s||ge("Assertion failed"+(o?": "+o:""))}var j=s=>s.startsWith("file://");function fe(){var s=rc();G((s&3)==0),s==0&&(s+=4),Ze[s>>2]=34821223,Ze[s+4>>2]=2310721022,Ze[0]=1668509029}function ne(){if(!k){var s=rc();s==0&&(s+=4);var o=Ze[s>>2],u=Ze[s+4>>2];(o!=34821223||u!=2310721022)&&ge(`Stack overflow! Stack cookie has been overwritten at ${Bt(s)}, expected hex dwords 0x89BACDFE and 0x2135467, but received ${Bt(u)} ${Bt(o)}`),Ze[0]!=1668509029&&ge("Runtime error: The application has corrupted its heap memory area (address zero)!")}}class V extends Error{}class _e extends V{}class We extends V{constructor(o){super(o),this.excPtr=o;let u=Sh(o);this.name=u[0],this.message=u[1]}}var rt=!0;function ue(...s){!rt&&typeof rt<"u"||console.warn(...s)}(()=>{var s=new Int16Array(1),o=new Int8Array(s.buffer);if(s[0]=25459,o[0]!==115||o[1]!==99)throw"Runtime error: expected the system to be little-endian! (Run with -sSUPPORT_BIG_ENDIAN to bypass)"})();function Ne(s){Object.getOwnPropertyDescriptor(t,s)||Object.defineProperty(t,s,{configurable:!0,set(){ge(`Attempt to set \`Module.${s}\` after it has already been processed.  This can happen, for example, when code is injected via '--post-js' rather than '--pre-js'`)}})}function Ce(s){return()=>G(!1,`call to '${s}' via reference taken before Wasm module initialization`)}function Me(s){Object.getOwnPropertyDescriptor(t,s)&&ge(`\`Module.${s}\` was supplied but \`${s}\` not included in INCOMING_MODULE_JS_API`)}function me(s){return s==="FS_createPath"||s==="FS_createDataFile"||s==="FS_createPreloadedFile"||s==="FS_unlink"||s==="addRunDependency"||s==="FS_createLazyFile"||s==="FS_createDevice"||s==="removeRunDependency"}function Xe(s,o){typeof globalThis<"u"&&!Object.getOwnPropertyDescriptor(globalThis,s)&&Object.defineProperty(globalThis,s,{configurable:!0,get(){o()}})}function Tt(s,o){Xe(s,()=>{Zn(`\`${s}\` is not longer defined by emscripten. ${o}`)})}Tt("buffer","Please use HEAP8.buffer or wasmMemory.buffer"),Tt("asm","Please use wasmExports instead");function Je(s){Xe(s,()=>{var o=`\`${s}\` is a library symbol and not included by default; add it to your library.js __deps or to DEFAULT_LIBRARY_FUNCS_TO_INCLUDE on the command line`,u=s;u.startsWith("_")||(u="$"+s),o+=` (e.g. -sDEFAULT_LIBRARY_FUNCS_TO_INCLUDE='${u}')`,me(s)&&(o+=". Alternatively, forcing filesystem support (-sFORCE_FILESYSTEM) can export this for you"),Zn(o)}),dt(s)}function dt(s){Object.getOwnPropertyDescriptor(t,s)||Object.defineProperty(t,s,{configurable:!0,get(){var o=`'${s}' was not exported. add it to EXPORTED_RUNTIME_METHODS (see the Emscripten FAQ)`;me(s)&&(o+=". Alternatively, forcing filesystem support (-sFORCE_FILESYSTEM) can export this for you"),ge(o)}})}var Mt,pt,Vt,ft,It,bt,en,Fe,Ze,ln,tn,q,vn,Ct=!1;function Nt(){var s=Vt.buffer;ft=new Int8Array(s),bt=new Int16Array(s),It=new Uint8Array(s),en=new Uint16Array(s),Fe=new Int32Array(s),Ze=new Uint32Array(s),ln=new Float32Array(s),tn=new Float64Array(s),q=new BigInt64Array(s),vn=new BigUint64Array(s)}G(typeof Int32Array<"u"&&typeof Float64Array<"u"&&Int32Array.prototype.subarray!=null&&Int32Array.prototype.set!=null,"JS engine does not provide full typed array support");function Ue(){if(t.preRun)for(typeof t.preRun=="function"&&(t.preRun=[t.preRun]);t.preRun.length;)ut(t.preRun.shift());Ne("preRun"),Ye(Ke)}function Xt(){G(!Ct),Ct=!0,ne(),!t.noFSInit&&!A.initialized&&A.init(),ot.init(),ji.__wasm_call_ctors(),A.ignorePermissions=!1}function Qe(){if(ne(),t.postRun)for(typeof t.postRun=="function"&&(t.postRun=[t.postRun]);t.postRun.length;)Te(t.postRun.shift());Ne("postRun"),Ye(ct)}var et=0,U=null,P={},Q=null;function xe(s){et++,t.monitorRunDependencies?.(et),s?(G(!P[s]),P[s]=1,Q===null&&typeof setInterval<"u"&&(Q=setInterval(()=>{if(k){clearInterval(Q),Q=null;return}var o=!1;for(var u in P)o||(o=!0,w("still waiting on run dependencies:")),w(`dependency: ${u}`);o&&w("(end of list)")},1e4))):w("warning: run dependency added without ID")}function de(s){if(et--,t.monitorRunDependencies?.(et),s?(G(P[s]),delete P[s]):w("warning: run dependency removed without ID"),et==0&&(Q!==null&&(clearInterval(Q),Q=null),U)){var o=U;U=null,o()}}function ge(s){t.onAbort?.(s),s="Aborted("+s+")",w(s),k=!0;var o=new WebAssembly.RuntimeError(s);throw pt?.(o),o}function we(s,o){return(...u)=>{G(Ct,`native function \`${s}\` called before runtime initialization`);var f=ji[s];return G(f,`exported native function \`${s}\` not found`),G(u.length<=o,`native function \`${s}\` called with ${u.length} args but expects ${o}`),f(...u)}}var ae;function le(){return t.locateFile?y("mujoco.wasm"):new URL("mujoco.wasm","").href}function Ie(s){if(s==ae&&K)return new Uint8Array(K);if(R)return R(s);throw"both async and sync fetching of the wasm failed"}async function H(s){if(!K)try{var o=await S(s);return new Uint8Array(o)}catch{}return Ie(s)}async function he(s,o){try{var u=await H(s),f=await WebAssembly.instantiate(u,o);return f}catch(m){w(`failed to asynchronously prepare wasm: ${m}`),j(ae)&&w(`warning: Loading from a file URI (${ae}) is not supported in most browsers. See https://emscripten.org/docs/getting_started/FAQ.html#how-do-i-run-a-local-webserver-for-testing-why-does-my-program-stall-in-downloading-or-preparing`),ge(m)}}async function se(s,o,u){if(!s&&typeof WebAssembly.instantiateStreaming=="function"&&!j(o)&&!a)try{var f=fetch(o,{credentials:"same-origin"}),m=await WebAssembly.instantiateStreaming(f,u);return m}catch(M){w(`wasm streaming compile failed: ${M}`),w("falling back to ArrayBuffer instantiation")}return he(o,u)}function Le(){return{env:Dh,wasi_snapshot_preview1:Dh}}async function Ae(){function s(C,I){return ji=C.exports,Vt=ji.memory,G(Vt,"memory not found in wasm exports"),Nt(),wa=ji.__indirect_function_table,G(wa,"table not found in wasm exports"),Jg(ji),de("wasm-instantiate"),ji}xe("wasm-instantiate");var o=t;function u(C){return G(t===o,"the Module object should not be replaced during async compilation - perhaps the order of HTML elements is wrong?"),o=null,s(C.instance)}var f=Le();if(t.instantiateWasm)return new Promise((C,I)=>{try{t.instantiateWasm(f,(O,Y)=>{C(s(O,Y))})}catch(O){w(`Module.instantiateWasm callback failed with error: ${O}`),I(O)}});ae??=le();var m=await se(K,ae,f),M=u(m);return M}class Pe{name="ExitStatus";constructor(o){this.message=`Program terminated with exit(${o})`,this.status=o}}var Ye=s=>{for(;s.length>0;)s.shift()(t)},ct=[],Te=s=>ct.push(s),Ke=[],ut=s=>Ke.push(s);function Be(s,o="i8"){switch(o.endsWith("*")&&(o="*"),o){case"i1":return ft[s];case"i8":return ft[s];case"i16":return bt[s>>1];case"i32":return Fe[s>>2];case"i64":return q[s>>3];case"float":return ln[s>>2];case"double":return tn[s>>3];case"*":return Ze[s>>2];default:ge(`invalid type for getValue: ${o}`)}}var At=!0,Bt=s=>(G(typeof s=="number"),s>>>=0,"0x"+s.toString(16).padStart(8,"0"));function hi(s,o,u="i8"){switch(u.endsWith("*")&&(u="*"),u){case"i1":ft[s]=o;break;case"i8":ft[s]=o;break;case"i16":bt[s>>1]=o;break;case"i32":Fe[s>>2]=o;break;case"i64":q[s>>3]=BigInt(o);break;case"float":ln[s>>2]=o;break;case"double":tn[s>>3]=o;break;case"*":Ze[s>>2]=o;break;default:ge(`invalid type for setValue: ${u}`)}}var Se=s=>Ah(s),ve=()=>Ch(),Zn=s=>{Zn.shown||={},Zn.shown[s]||(Zn.shown[s]=1,a&&(s="warning: "+s),w(s))},Qr=typeof TextDecoder<"u"?new TextDecoder:void 0,di=(s,o=0,u=NaN)=>{for(var f=o+u,m=o;s[m]&&!(m>=f);)++m;if(m-o>16&&s.buffer&&Qr)return Qr.decode(s.subarray(o,m));for(var M="";o<m;){var C=s[o++];if(!(C&128)){M+=String.fromCharCode(C);continue}var I=s[o++]&63;if((C&224)==192){M+=String.fromCharCode((C&31)<<6|I);continue}var O=s[o++]&63;if((C&240)==224?C=(C&15)<<12|I<<6|O:((C&248)!=240&&Zn("Invalid UTF-8 leading byte "+Bt(C)+" encountered when deserializing a UTF-8 string in wasm memory to a JS string!"),C=(C&7)<<18|I<<12|O<<6|s[o++]&63),C<65536)M+=String.fromCharCode(C);else{var Y=C-65536;M+=String.fromCharCode(55296|Y>>10,56320|Y&1023)}}return M},cn=(s,o)=>(G(typeof s=="number",`UTF8ToString expects a number (got ${typeof s})`),s?di(It,s,o):""),es=(s,o,u,f)=>ge(`Assertion failed: ${cn(s)}, at: `+[o?cn(o):"unknown filename",u,f?cn(f):"unknown function"]),Ln=[],Wi=0,pr=s=>{var o=new mr(s);return o.get_caught()||(o.set_caught(!0),Wi--),o.set_rethrown(!1),Ln.push(o),Ia(s),Lh(s)},fa=()=>{if(!Ln.length)return 0;var s=Ln[Ln.length-1];return Ia(s.excPtr),s.excPtr},Dn=0,Xi=()=>{be(0,0),G(Ln.length>0);var s=Ln.pop();sc(s.excPtr),Dn=0};class mr{constructor(o){this.excPtr=o,this.ptr=o-24}set_type(o){Ze[this.ptr+4>>2]=o}get_type(){return Ze[this.ptr+4>>2]}set_destructor(o){Ze[this.ptr+8>>2]=o}get_destructor(){return Ze[this.ptr+8>>2]}set_caught(o){o=o?1:0,ft[this.ptr+12]=o}get_caught(){return ft[this.ptr+12]!=0}set_rethrown(o){o=o?1:0,ft[this.ptr+13]=o}get_rethrown(){return ft[this.ptr+13]!=0}init(o,u){this.set_adjusted_ptr(0),this.set_type(o),this.set_destructor(u)}set_adjusted_ptr(o){Ze[this.ptr+16>>2]=o}get_adjusted_ptr(){return Ze[this.ptr+16>>2]}}var $i=s=>Eh(s),gr=s=>{var o=Dn?.excPtr;if(!o)return $i(0),0;var u=new mr(o);u.set_adjusted_ptr(o);var f=u.get_type();if(!f)return $i(0),o;for(var m of s){if(m===0||m===f)break;var M=u.ptr+16;if(Ih(m,f,M))return $i(m),o}return $i(f),o},Hl=()=>gr([]),Wl=s=>gr([s]),Xl=(s,o)=>gr([s,o]),ts=()=>{var s=Ln.pop();s||ge("no exception to throw");var o=s.excPtr;throw s.get_rethrown()||(Ln.push(s),s.set_rethrown(!0),s.set_caught(!1),Wi++),Dn=new We(o),Dn},L=s=>{if(s){var o=new mr(s);Ln.push(o),o.set_rethrown(!0),ts()}},$=(s,o,u)=>{var f=new mr(s);throw f.init(o,u),Dn=new We(s),Wi++,Dn},re=()=>Wi,te=s=>{throw Dn||(Dn=new We(s)),Dn},J={isAbs:s=>s.charAt(0)==="/",splitPath:s=>{var o=/^(\/?|)([\s\S]*?)((?:\.{1,2}|[^\/]+?|)(\.[^.\/]*|))(?:[\/]*)$/;return o.exec(s).slice(1)},normalizeArray:(s,o)=>{for(var u=0,f=s.length-1;f>=0;f--){var m=s[f];m==="."?s.splice(f,1):m===".."?(s.splice(f,1),u++):u&&(s.splice(f,1),u--)}if(o)for(;u;u--)s.unshift("..");return s},normalize:s=>{var o=J.isAbs(s),u=s.slice(-1)==="/";return s=J.normalizeArray(s.split("/").filter(f=>!!f),!o).join("/"),!s&&!o&&(s="."),s&&u&&(s+="/"),(o?"/":"")+s},dirname:s=>{var o=J.splitPath(s),u=o[0],f=o[1];return!u&&!f?".":(f&&(f=f.slice(0,-1)),u+f)},basename:s=>s&&s.match(/([^\/]+|\/)\/*$/)[1],join:(...s)=>J.normalize(s.join("/")),join2:(s,o)=>J.normalize(s+"/"+o)},De=()=>{if(a){var s=c("crypto");return o=>s.randomFillSync(o)}return o=>crypto.getRandomValues(o)},Ve=s=>{(Ve=De())(s)},Re={resolve:(...s)=>{for(var o="",u=!1,f=s.length-1;f>=-1&&!u;f--){var m=f>=0?s[f]:A.cwd();if(typeof m!="string")throw new TypeError("Arguments to path.resolve must be strings");if(!m)return"";o=m+"/"+o,u=J.isAbs(m)}return o=J.normalizeArray(o.split("/").filter(M=>!!M),!u).join("/"),(u?"/":"")+o||"."},relative:(s,o)=>{s=Re.resolve(s).slice(1),o=Re.resolve(o).slice(1);function u(Y){for(var ie=0;ie<Y.length&&Y[ie]==="";ie++);for(var oe=Y.length-1;oe>=0&&Y[oe]==="";oe--);return ie>oe?[]:Y.slice(ie,oe-ie+1)}for(var f=u(s.split("/")),m=u(o.split("/")),M=Math.min(f.length,m.length),C=M,I=0;I<M;I++)if(f[I]!==m[I]){C=I;break}for(var O=[],I=C;I<f.length;I++)O.push("..");return O=O.concat(m.slice(C)),O.join("/")}},Oe=[],He=s=>{for(var o=0,u=0;u<s.length;++u){var f=s.charCodeAt(u);f<=127?o++:f<=2047?o+=2:f>=55296&&f<=57343?(o+=4,++u):o+=3}return o},st=(s,o,u,f)=>{if(G(typeof s=="string",`stringToUTF8Array expects a string (got ${typeof s})`),!(f>0))return 0;for(var m=u,M=u+f-1,C=0;C<s.length;++C){var I=s.codePointAt(C);if(I<=127){if(u>=M)break;o[u++]=I}else if(I<=2047){if(u+1>=M)break;o[u++]=192|I>>6,o[u++]=128|I&63}else if(I<=65535){if(u+2>=M)break;o[u++]=224|I>>12,o[u++]=128|I>>6&63,o[u++]=128|I&63}else{if(u+3>=M)break;I>1114111&&Zn("Invalid Unicode code point "+Bt(I)+" encountered when serializing a JS string to a UTF-8 string in wasm memory! (Valid unicode code points should be in range 0-0x10FFFF)."),o[u++]=240|I>>18,o[u++]=128|I>>12&63,o[u++]=128|I>>6&63,o[u++]=128|I&63,C++}}return o[u]=0,u-m},mt=(s,o,u)=>{var f=u>0?u:He(s)+1,m=new Array(f),M=st(s,m,0,m.length);return o&&(m.length=M),m},$e=()=>{if(!Oe.length){var s=null;if(a){var o=256,u=Buffer.alloc(o),f=0,m=process.stdin.fd;try{f=T.readSync(m,u,0,o)}catch(M){if(M.toString().includes("EOF"))f=0;else throw M}f>0&&(s=u.slice(0,f).toString("utf-8"))}else typeof window<"u"&&typeof window.prompt=="function"&&(s=window.prompt("Input: "),s!==null&&(s+=`
`));if(!s)return null;Oe=mt(s,!0)}return Oe.shift()},ot={ttys:[],init(){},shutdown(){},register(s,o){ot.ttys[s]={input:[],output:[],ops:o},A.registerDevice(s,ot.stream_ops)},stream_ops:{open(s){var o=ot.ttys[s.node.rdev];if(!o)throw new A.ErrnoError(43);s.tty=o,s.seekable=!1},close(s){s.tty.ops.fsync(s.tty)},fsync(s){s.tty.ops.fsync(s.tty)},read(s,o,u,f,m){if(!s.tty||!s.tty.ops.get_char)throw new A.ErrnoError(60);for(var M=0,C=0;C<f;C++){var I;try{I=s.tty.ops.get_char(s.tty)}catch{throw new A.ErrnoError(29)}if(I===void 0&&M===0)throw new A.ErrnoError(6);if(I==null)break;M++,o[u+C]=I}return M&&(s.node.atime=Date.now()),M},write(s,o,u,f,m){if(!s.tty||!s.tty.ops.put_char)throw new A.ErrnoError(60);try{for(var M=0;M<f;M++)s.tty.ops.put_char(s.tty,o[u+M])}catch{throw new A.ErrnoError(29)}return f&&(s.node.mtime=s.node.ctime=Date.now()),M}},default_tty_ops:{get_char(s){return $e()},put_char(s,o){o===null||o===10?(E(di(s.output)),s.output=[]):o!=0&&s.output.push(o)},fsync(s){s.output?.length>0&&(E(di(s.output)),s.output=[])},ioctl_tcgets(s){return{c_iflag:25856,c_oflag:5,c_cflag:191,c_lflag:35387,c_cc:[3,28,127,21,4,0,1,0,17,19,26,0,18,15,23,22,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]}},ioctl_tcsets(s,o,u){return 0},ioctl_tiocgwinsz(s){return[24,80]}},default_tty1_ops:{put_char(s,o){o===null||o===10?(w(di(s.output)),s.output=[]):o!=0&&s.output.push(o)},fsync(s){s.output?.length>0&&(w(di(s.output)),s.output=[])}}},Ht=s=>{ge("internal error: mmapAlloc called but `emscripten_builtin_memalign` native symbol not exported")},Ge={ops_table:null,mount(s){return Ge.createNode(null,"/",16895,0)},createNode(s,o,u,f){if(A.isBlkdev(u)||A.isFIFO(u))throw new A.ErrnoError(63);Ge.ops_table||={dir:{node:{getattr:Ge.node_ops.getattr,setattr:Ge.node_ops.setattr,lookup:Ge.node_ops.lookup,mknod:Ge.node_ops.mknod,rename:Ge.node_ops.rename,unlink:Ge.node_ops.unlink,rmdir:Ge.node_ops.rmdir,readdir:Ge.node_ops.readdir,symlink:Ge.node_ops.symlink},stream:{llseek:Ge.stream_ops.llseek}},file:{node:{getattr:Ge.node_ops.getattr,setattr:Ge.node_ops.setattr},stream:{llseek:Ge.stream_ops.llseek,read:Ge.stream_ops.read,write:Ge.stream_ops.write,mmap:Ge.stream_ops.mmap,msync:Ge.stream_ops.msync}},link:{node:{getattr:Ge.node_ops.getattr,setattr:Ge.node_ops.setattr,readlink:Ge.node_ops.readlink},stream:{}},chrdev:{node:{getattr:Ge.node_ops.getattr,setattr:Ge.node_ops.setattr},stream:A.chrdev_stream_ops}};var m=A.createNode(s,o,u,f);return A.isDir(m.mode)?(m.node_ops=Ge.ops_table.dir.node,m.stream_ops=Ge.ops_table.dir.stream,m.contents={}):A.isFile(m.mode)?(m.node_ops=Ge.ops_table.file.node,m.stream_ops=Ge.ops_table.file.stream,m.usedBytes=0,m.contents=null):A.isLink(m.mode)?(m.node_ops=Ge.ops_table.link.node,m.stream_ops=Ge.ops_table.link.stream):A.isChrdev(m.mode)&&(m.node_ops=Ge.ops_table.chrdev.node,m.stream_ops=Ge.ops_table.chrdev.stream),m.atime=m.mtime=m.ctime=Date.now(),s&&(s.contents[o]=m,s.atime=s.mtime=s.ctime=m.atime),m},getFileDataAsTypedArray(s){return s.contents?s.contents.subarray?s.contents.subarray(0,s.usedBytes):new Uint8Array(s.contents):new Uint8Array(0)},expandFileStorage(s,o){var u=s.contents?s.contents.length:0;if(!(u>=o)){var f=1024*1024;o=Math.max(o,u*(u<f?2:1.125)>>>0),u!=0&&(o=Math.max(o,256));var m=s.contents;s.contents=new Uint8Array(o),s.usedBytes>0&&s.contents.set(m.subarray(0,s.usedBytes),0)}},resizeFileStorage(s,o){if(s.usedBytes!=o)if(o==0)s.contents=null,s.usedBytes=0;else{var u=s.contents;s.contents=new Uint8Array(o),u&&s.contents.set(u.subarray(0,Math.min(o,s.usedBytes))),s.usedBytes=o}},node_ops:{getattr(s){var o={};return o.dev=A.isChrdev(s.mode)?s.id:1,o.ino=s.id,o.mode=s.mode,o.nlink=1,o.uid=0,o.gid=0,o.rdev=s.rdev,A.isDir(s.mode)?o.size=4096:A.isFile(s.mode)?o.size=s.usedBytes:A.isLink(s.mode)?o.size=s.link.length:o.size=0,o.atime=new Date(s.atime),o.mtime=new Date(s.mtime),o.ctime=new Date(s.ctime),o.blksize=4096,o.blocks=Math.ceil(o.size/o.blksize),o},setattr(s,o){for(let u of["mode","atime","mtime","ctime"])o[u]!=null&&(s[u]=o[u]);o.size!==void 0&&Ge.resizeFileStorage(s,o.size)},lookup(s,o){throw new A.ErrnoError(44)},mknod(s,o,u,f){return Ge.createNode(s,o,u,f)},rename(s,o,u){var f;try{f=A.lookupNode(o,u)}catch{}if(f){if(A.isDir(s.mode))for(var m in f.contents)throw new A.ErrnoError(55);A.hashRemoveNode(f)}delete s.parent.contents[s.name],o.contents[u]=s,s.name=u,o.ctime=o.mtime=s.parent.ctime=s.parent.mtime=Date.now()},unlink(s,o){delete s.contents[o],s.ctime=s.mtime=Date.now()},rmdir(s,o){var u=A.lookupNode(s,o);for(var f in u.contents)throw new A.ErrnoError(55);delete s.contents[o],s.ctime=s.mtime=Date.now()},readdir(s){return[".","..",...Object.keys(s.contents)]},symlink(s,o,u){var f=Ge.createNode(s,o,41471,0);return f.link=u,f},readlink(s){if(!A.isLink(s.mode))throw new A.ErrnoError(28);return s.link}},stream_ops:{read(s,o,u,f,m){var M=s.node.contents;if(m>=s.node.usedBytes)return 0;var C=Math.min(s.node.usedBytes-m,f);if(G(C>=0),C>8&&M.subarray)o.set(M.subarray(m,m+C),u);else for(var I=0;I<C;I++)o[u+I]=M[m+I];return C},write(s,o,u,f,m,M){if(G(!(o instanceof ArrayBuffer)),o.buffer===ft.buffer&&(M=!1),!f)return 0;var C=s.node;if(C.mtime=C.ctime=Date.now(),o.subarray&&(!C.contents||C.contents.subarray)){if(M)return G(m===0,"canOwn must imply no weird position inside the file"),C.contents=o.subarray(u,u+f),C.usedBytes=f,f;if(C.usedBytes===0&&m===0)return C.contents=o.slice(u,u+f),C.usedBytes=f,f;if(m+f<=C.usedBytes)return C.contents.set(o.subarray(u,u+f),m),f}if(Ge.expandFileStorage(C,m+f),C.contents.subarray&&o.subarray)C.contents.set(o.subarray(u,u+f),m);else for(var I=0;I<f;I++)C.contents[m+I]=o[u+I];return C.usedBytes=Math.max(C.usedBytes,m+f),f},llseek(s,o,u){var f=o;if(u===1?f+=s.position:u===2&&A.isFile(s.node.mode)&&(f+=s.node.usedBytes),f<0)throw new A.ErrnoError(28);return f},mmap(s,o,u,f,m){if(!A.isFile(s.node.mode))throw new A.ErrnoError(43);var M,C,I=s.node.contents;if(!(m&2)&&I&&I.buffer===ft.buffer)C=!1,M=I.byteOffset;else{if(C=!0,M=Ht(o),!M)throw new A.ErrnoError(48);I&&((u>0||u+o<I.length)&&(I.subarray?I=I.subarray(u,u+o):I=Array.prototype.slice.call(I,u,u+o)),ft.set(I,M))}return{ptr:M,allocated:C}},msync(s,o,u,f,m){return Ge.stream_ops.write(s,o,0,f,u,!1),0}}},Lt=async s=>{var o=await S(s);return G(o,`Loading data file "${s}" failed (no arrayBuffer).`),new Uint8Array(o)},Yt=(...s)=>A.createDataFile(...s),qe=s=>{for(var o=s;;){if(!P[s])return s;s=o+Math.random()}},nn=[],wt=(s,o,u,f)=>{typeof Browser<"u"&&Browser.init();var m=!1;return nn.forEach(M=>{m||M.canHandle(o)&&(M.handle(s,o,u,f),m=!0)}),m},jn=(s,o,u,f,m,M,C,I,O,Y)=>{var ie=o?Re.resolve(J.join2(s,o)):s,oe=qe(`cp ${ie}`);function pe(ce){function ye(tt){Y?.(),I||Yt(s,o,tt,f,m,O),M?.(),de(oe)}wt(ce,ie,ye,()=>{C?.(),de(oe)})||ye(ce)}xe(oe),typeof u=="string"?Lt(u).then(pe,C):pe(u)},rn=s=>{var o={r:0,"r+":2,w:577,"w+":578,a:1089,"a+":1090},u=o[s];if(typeof u>"u")throw new Error(`Unknown file open mode: ${s}`);return u},Ai=(s,o)=>{var u=0;return s&&(u|=365),o&&(u|=146),u},Kn=s=>cn(wh(s)),Qn={EPERM:63,ENOENT:44,ESRCH:71,EINTR:27,EIO:29,ENXIO:60,E2BIG:1,ENOEXEC:45,EBADF:8,ECHILD:12,EAGAIN:6,EWOULDBLOCK:6,ENOMEM:48,EACCES:2,EFAULT:21,ENOTBLK:105,EBUSY:10,EEXIST:20,EXDEV:75,ENODEV:43,ENOTDIR:54,EISDIR:31,EINVAL:28,ENFILE:41,EMFILE:33,ENOTTY:59,ETXTBSY:74,EFBIG:22,ENOSPC:51,ESPIPE:70,EROFS:69,EMLINK:34,EPIPE:64,EDOM:18,ERANGE:68,ENOMSG:49,EIDRM:24,ECHRNG:106,EL2NSYNC:156,EL3HLT:107,EL3RST:108,ELNRNG:109,EUNATCH:110,ENOCSI:111,EL2HLT:112,EDEADLK:16,ENOLCK:46,EBADE:113,EBADR:114,EXFULL:115,ENOANO:104,EBADRQC:103,EBADSLT:102,EDEADLOCK:16,EBFONT:101,ENOSTR:100,ENODATA:116,ETIME:117,ENOSR:118,ENONET:119,ENOPKG:120,EREMOTE:121,ENOLINK:47,EADV:122,ESRMNT:123,ECOMM:124,EPROTO:65,EMULTIHOP:36,EDOTDOT:125,EBADMSG:9,ENOTUNIQ:126,EBADFD:127,EREMCHG:128,ELIBACC:129,ELIBBAD:130,ELIBSCN:131,ELIBMAX:132,ELIBEXEC:133,ENOSYS:52,ENOTEMPTY:55,ENAMETOOLONG:37,ELOOP:32,EOPNOTSUPP:138,EPFNOSUPPORT:139,ECONNRESET:15,ENOBUFS:42,EAFNOSUPPORT:5,EPROTOTYPE:67,ENOTSOCK:57,ENOPROTOOPT:50,ESHUTDOWN:140,ECONNREFUSED:14,EADDRINUSE:3,ECONNABORTED:13,ENETUNREACH:40,ENETDOWN:38,ETIMEDOUT:73,EHOSTDOWN:142,EHOSTUNREACH:23,EINPROGRESS:26,EALREADY:7,EDESTADDRREQ:17,EMSGSIZE:35,EPROTONOSUPPORT:66,ESOCKTNOSUPPORT:137,EADDRNOTAVAIL:4,ENETRESET:39,EISCONN:30,ENOTCONN:53,ETOOMANYREFS:141,EUSERS:136,EDQUOT:19,ESTALE:72,ENOTSUP:138,ENOMEDIUM:148,EILSEQ:25,EOVERFLOW:61,ECANCELED:11,ENOTRECOVERABLE:56,EOWNERDEAD:62,ESTRPIPE:135},A={root:null,mounts:[],devices:{},streams:[],nextInode:1,nameTable:null,currentPath:"/",initialized:!1,ignorePermissions:!0,filesystems:null,syncFSRequests:0,readFiles:{},ErrnoError:class extends Error{name="ErrnoError";constructor(s){super(Ct?Kn(s):""),this.errno=s;for(var o in Qn)if(Qn[o]===s){this.code=o;break}}},FSStream:class{shared={};get object(){return this.node}set object(s){this.node=s}get isRead(){return(this.flags&2097155)!==1}get isWrite(){return(this.flags&2097155)!==0}get isAppend(){return this.flags&1024}get flags(){return this.shared.flags}set flags(s){this.shared.flags=s}get position(){return this.shared.position}set position(s){this.shared.position=s}},FSNode:class{node_ops={};stream_ops={};readMode=365;writeMode=146;mounted=null;constructor(s,o,u,f){s||(s=this),this.parent=s,this.mount=s.mount,this.id=A.nextInode++,this.name=o,this.mode=u,this.rdev=f,this.atime=this.mtime=this.ctime=Date.now()}get read(){return(this.mode&this.readMode)===this.readMode}set read(s){s?this.mode|=this.readMode:this.mode&=~this.readMode}get write(){return(this.mode&this.writeMode)===this.writeMode}set write(s){s?this.mode|=this.writeMode:this.mode&=~this.writeMode}get isFolder(){return A.isDir(this.mode)}get isDevice(){return A.isChrdev(this.mode)}},lookupPath(s,o={}){if(!s)throw new A.ErrnoError(44);o.follow_mount??=!0,J.isAbs(s)||(s=A.cwd()+"/"+s);e:for(var u=0;u<40;u++){for(var f=s.split("/").filter(Y=>!!Y),m=A.root,M="/",C=0;C<f.length;C++){var I=C===f.length-1;if(I&&o.parent)break;if(f[C]!=="."){if(f[C]===".."){if(M=J.dirname(M),A.isRoot(m)){s=M+"/"+f.slice(C+1).join("/");continue e}else m=m.parent;continue}M=J.join2(M,f[C]);try{m=A.lookupNode(m,f[C])}catch(Y){if(Y?.errno===44&&I&&o.noent_okay)return{path:M};throw Y}if(A.isMountpoint(m)&&(!I||o.follow_mount)&&(m=m.mounted.root),A.isLink(m.mode)&&(!I||o.follow)){if(!m.node_ops.readlink)throw new A.ErrnoError(52);var O=m.node_ops.readlink(m);J.isAbs(O)||(O=J.dirname(M)+"/"+O),s=O+"/"+f.slice(C+1).join("/");continue e}}}return{path:M,node:m}}throw new A.ErrnoError(32)},getPath(s){for(var o;;){if(A.isRoot(s)){var u=s.mount.mountpoint;return o?u[u.length-1]!=="/"?`${u}/${o}`:u+o:u}o=o?`${s.name}/${o}`:s.name,s=s.parent}},hashName(s,o){for(var u=0,f=0;f<o.length;f++)u=(u<<5)-u+o.charCodeAt(f)|0;return(s+u>>>0)%A.nameTable.length},hashAddNode(s){var o=A.hashName(s.parent.id,s.name);s.name_next=A.nameTable[o],A.nameTable[o]=s},hashRemoveNode(s){var o=A.hashName(s.parent.id,s.name);if(A.nameTable[o]===s)A.nameTable[o]=s.name_next;else for(var u=A.nameTable[o];u;){if(u.name_next===s){u.name_next=s.name_next;break}u=u.name_next}},lookupNode(s,o){var u=A.mayLookup(s);if(u)throw new A.ErrnoError(u);for(var f=A.hashName(s.id,o),m=A.nameTable[f];m;m=m.name_next){var M=m.name;if(m.parent.id===s.id&&M===o)return m}return A.lookup(s,o)},createNode(s,o,u,f){G(typeof s=="object");var m=new A.FSNode(s,o,u,f);return A.hashAddNode(m),m},destroyNode(s){A.hashRemoveNode(s)},isRoot(s){return s===s.parent},isMountpoint(s){return!!s.mounted},isFile(s){return(s&61440)===32768},isDir(s){return(s&61440)===16384},isLink(s){return(s&61440)===40960},isChrdev(s){return(s&61440)===8192},isBlkdev(s){return(s&61440)===24576},isFIFO(s){return(s&61440)===4096},isSocket(s){return(s&49152)===49152},flagsToPermissionString(s){var o=["r","w","rw"][s&3];return s&512&&(o+="w"),o},nodePermissions(s,o){return A.ignorePermissions?0:o.includes("r")&&!(s.mode&292)||o.includes("w")&&!(s.mode&146)||o.includes("x")&&!(s.mode&73)?2:0},mayLookup(s){if(!A.isDir(s.mode))return 54;var o=A.nodePermissions(s,"x");return o||(s.node_ops.lookup?0:2)},mayCreate(s,o){if(!A.isDir(s.mode))return 54;try{var u=A.lookupNode(s,o);return 20}catch{}return A.nodePermissions(s,"wx")},mayDelete(s,o,u){var f;try{f=A.lookupNode(s,o)}catch(M){return M.errno}var m=A.nodePermissions(s,"wx");if(m)return m;if(u){if(!A.isDir(f.mode))return 54;if(A.isRoot(f)||A.getPath(f)===A.cwd())return 10}else if(A.isDir(f.mode))return 31;return 0},mayOpen(s,o){return s?A.isLink(s.mode)?32:A.isDir(s.mode)&&(A.flagsToPermissionString(o)!=="r"||o&576)?31:A.nodePermissions(s,A.flagsToPermissionString(o)):44},checkOpExists(s,o){if(!s)throw new A.ErrnoError(o);return s},MAX_OPEN_FDS:4096,nextfd(){for(var s=0;s<=A.MAX_OPEN_FDS;s++)if(!A.streams[s])return s;throw new A.ErrnoError(33)},getStreamChecked(s){var o=A.getStream(s);if(!o)throw new A.ErrnoError(8);return o},getStream:s=>A.streams[s],createStream(s,o=-1){return G(o>=-1),s=Object.assign(new A.FSStream,s),o==-1&&(o=A.nextfd()),s.fd=o,A.streams[o]=s,s},closeStream(s){A.streams[s]=null},dupStream(s,o=-1){var u=A.createStream(s,o);return u.stream_ops?.dup?.(u),u},doSetAttr(s,o,u){var f=s?.stream_ops.setattr,m=f?s:o;f??=o.node_ops.setattr,A.checkOpExists(f,63),f(m,u)},chrdev_stream_ops:{open(s){var o=A.getDevice(s.node.rdev);s.stream_ops=o.stream_ops,s.stream_ops.open?.(s)},llseek(){throw new A.ErrnoError(70)}},major:s=>s>>8,minor:s=>s&255,makedev:(s,o)=>s<<8|o,registerDevice(s,o){A.devices[s]={stream_ops:o}},getDevice:s=>A.devices[s],getMounts(s){for(var o=[],u=[s];u.length;){var f=u.pop();o.push(f),u.push(...f.mounts)}return o},syncfs(s,o){typeof s=="function"&&(o=s,s=!1),A.syncFSRequests++,A.syncFSRequests>1&&w(`warning: ${A.syncFSRequests} FS.syncfs operations in flight at once, probably just doing extra work`);var u=A.getMounts(A.root.mount),f=0;function m(C){return G(A.syncFSRequests>0),A.syncFSRequests--,o(C)}function M(C){if(C)return M.errored?void 0:(M.errored=!0,m(C));++f>=u.length&&m(null)}u.forEach(C=>{if(!C.type.syncfs)return M(null);C.type.syncfs(C,s,M)})},mount(s,o,u){if(typeof s=="string")throw s;var f=u==="/",m=!u,M;if(f&&A.root)throw new A.ErrnoError(10);if(!f&&!m){var C=A.lookupPath(u,{follow_mount:!1});if(u=C.path,M=C.node,A.isMountpoint(M))throw new A.ErrnoError(10);if(!A.isDir(M.mode))throw new A.ErrnoError(54)}var I={type:s,opts:o,mountpoint:u,mounts:[]},O=s.mount(I);return O.mount=I,I.root=O,f?A.root=O:M&&(M.mounted=I,M.mount&&M.mount.mounts.push(I)),O},unmount(s){var o=A.lookupPath(s,{follow_mount:!1});if(!A.isMountpoint(o.node))throw new A.ErrnoError(28);var u=o.node,f=u.mounted,m=A.getMounts(f);Object.keys(A.nameTable).forEach(C=>{for(var I=A.nameTable[C];I;){var O=I.name_next;m.includes(I.mount)&&A.destroyNode(I),I=O}}),u.mounted=null;var M=u.mount.mounts.indexOf(f);G(M!==-1),u.mount.mounts.splice(M,1)},lookup(s,o){return s.node_ops.lookup(s,o)},mknod(s,o,u){var f=A.lookupPath(s,{parent:!0}),m=f.node,M=J.basename(s);if(!M)throw new A.ErrnoError(28);if(M==="."||M==="..")throw new A.ErrnoError(20);var C=A.mayCreate(m,M);if(C)throw new A.ErrnoError(C);if(!m.node_ops.mknod)throw new A.ErrnoError(63);return m.node_ops.mknod(m,M,o,u)},statfs(s){return A.statfsNode(A.lookupPath(s,{follow:!0}).node)},statfsStream(s){return A.statfsNode(s.node)},statfsNode(s){var o={bsize:4096,frsize:4096,blocks:1e6,bfree:5e5,bavail:5e5,files:A.nextInode,ffree:A.nextInode-1,fsid:42,flags:2,namelen:255};return s.node_ops.statfs&&Object.assign(o,s.node_ops.statfs(s.mount.opts.root)),o},create(s,o=438){return o&=4095,o|=32768,A.mknod(s,o,0)},mkdir(s,o=511){return o&=1023,o|=16384,A.mknod(s,o,0)},mkdirTree(s,o){var u=s.split("/"),f="";for(var m of u)if(m){(f||J.isAbs(s))&&(f+="/"),f+=m;try{A.mkdir(f,o)}catch(M){if(M.errno!=20)throw M}}},mkdev(s,o,u){return typeof u>"u"&&(u=o,o=438),o|=8192,A.mknod(s,o,u)},symlink(s,o){if(!Re.resolve(s))throw new A.ErrnoError(44);var u=A.lookupPath(o,{parent:!0}),f=u.node;if(!f)throw new A.ErrnoError(44);var m=J.basename(o),M=A.mayCreate(f,m);if(M)throw new A.ErrnoError(M);if(!f.node_ops.symlink)throw new A.ErrnoError(63);return f.node_ops.symlink(f,m,s)},rename(s,o){var u=J.dirname(s),f=J.dirname(o),m=J.basename(s),M=J.basename(o),C,I,O;if(C=A.lookupPath(s,{parent:!0}),I=C.node,C=A.lookupPath(o,{parent:!0}),O=C.node,!I||!O)throw new A.ErrnoError(44);if(I.mount!==O.mount)throw new A.ErrnoError(75);var Y=A.lookupNode(I,m),ie=Re.relative(s,f);if(ie.charAt(0)!==".")throw new A.ErrnoError(28);if(ie=Re.relative(o,u),ie.charAt(0)!==".")throw new A.ErrnoError(55);var oe;try{oe=A.lookupNode(O,M)}catch{}if(Y!==oe){var pe=A.isDir(Y.mode),ce=A.mayDelete(I,m,pe);if(ce)throw new A.ErrnoError(ce);if(ce=oe?A.mayDelete(O,M,pe):A.mayCreate(O,M),ce)throw new A.ErrnoError(ce);if(!I.node_ops.rename)throw new A.ErrnoError(63);if(A.isMountpoint(Y)||oe&&A.isMountpoint(oe))throw new A.ErrnoError(10);if(O!==I&&(ce=A.nodePermissions(I,"w"),ce))throw new A.ErrnoError(ce);A.hashRemoveNode(Y);try{I.node_ops.rename(Y,O,M),Y.parent=O}catch(ye){throw ye}finally{A.hashAddNode(Y)}}},rmdir(s){var o=A.lookupPath(s,{parent:!0}),u=o.node,f=J.basename(s),m=A.lookupNode(u,f),M=A.mayDelete(u,f,!0);if(M)throw new A.ErrnoError(M);if(!u.node_ops.rmdir)throw new A.ErrnoError(63);if(A.isMountpoint(m))throw new A.ErrnoError(10);u.node_ops.rmdir(u,f),A.destroyNode(m)},readdir(s){var o=A.lookupPath(s,{follow:!0}),u=o.node,f=A.checkOpExists(u.node_ops.readdir,54);return f(u)},unlink(s){var o=A.lookupPath(s,{parent:!0}),u=o.node;if(!u)throw new A.ErrnoError(44);var f=J.basename(s),m=A.lookupNode(u,f),M=A.mayDelete(u,f,!1);if(M)throw new A.ErrnoError(M);if(!u.node_ops.unlink)throw new A.ErrnoError(63);if(A.isMountpoint(m))throw new A.ErrnoError(10);u.node_ops.unlink(u,f),A.destroyNode(m)},readlink(s){var o=A.lookupPath(s),u=o.node;if(!u)throw new A.ErrnoError(44);if(!u.node_ops.readlink)throw new A.ErrnoError(28);return u.node_ops.readlink(u)},stat(s,o){var u=A.lookupPath(s,{follow:!o}),f=u.node,m=A.checkOpExists(f.node_ops.getattr,63);return m(f)},fstat(s){var o=A.getStreamChecked(s),u=o.node,f=o.stream_ops.getattr,m=f?o:u;return f??=u.node_ops.getattr,A.checkOpExists(f,63),f(m)},lstat(s){return A.stat(s,!0)},doChmod(s,o,u,f){A.doSetAttr(s,o,{mode:u&4095|o.mode&-4096,ctime:Date.now(),dontFollow:f})},chmod(s,o,u){var f;if(typeof s=="string"){var m=A.lookupPath(s,{follow:!u});f=m.node}else f=s;A.doChmod(null,f,o,u)},lchmod(s,o){A.chmod(s,o,!0)},fchmod(s,o){var u=A.getStreamChecked(s);A.doChmod(u,u.node,o,!1)},doChown(s,o,u){A.doSetAttr(s,o,{timestamp:Date.now(),dontFollow:u})},chown(s,o,u,f){var m;if(typeof s=="string"){var M=A.lookupPath(s,{follow:!f});m=M.node}else m=s;A.doChown(null,m,f)},lchown(s,o,u){A.chown(s,o,u,!0)},fchown(s,o,u){var f=A.getStreamChecked(s);A.doChown(f,f.node,!1)},doTruncate(s,o,u){if(A.isDir(o.mode))throw new A.ErrnoError(31);if(!A.isFile(o.mode))throw new A.ErrnoError(28);var f=A.nodePermissions(o,"w");if(f)throw new A.ErrnoError(f);A.doSetAttr(s,o,{size:u,timestamp:Date.now()})},truncate(s,o){if(o<0)throw new A.ErrnoError(28);var u;if(typeof s=="string"){var f=A.lookupPath(s,{follow:!0});u=f.node}else u=s;A.doTruncate(null,u,o)},ftruncate(s,o){var u=A.getStreamChecked(s);if(o<0||(u.flags&2097155)===0)throw new A.ErrnoError(28);A.doTruncate(u,u.node,o)},utime(s,o,u){var f=A.lookupPath(s,{follow:!0}),m=f.node,M=A.checkOpExists(m.node_ops.setattr,63);M(m,{atime:o,mtime:u})},open(s,o,u=438){if(s==="")throw new A.ErrnoError(44);o=typeof o=="string"?rn(o):o,o&64?u=u&4095|32768:u=0;var f,m;if(typeof s=="object")f=s;else{m=s.endsWith("/");var M=A.lookupPath(s,{follow:!(o&131072),noent_okay:!0});f=M.node,s=M.path}var C=!1;if(o&64)if(f){if(o&128)throw new A.ErrnoError(20)}else{if(m)throw new A.ErrnoError(31);f=A.mknod(s,u|511,0),C=!0}if(!f)throw new A.ErrnoError(44);if(A.isChrdev(f.mode)&&(o&=-513),o&65536&&!A.isDir(f.mode))throw new A.ErrnoError(54);if(!C){var I=A.mayOpen(f,o);if(I)throw new A.ErrnoError(I)}o&512&&!C&&A.truncate(f,0),o&=-131713;var O=A.createStream({node:f,path:A.getPath(f),flags:o,seekable:!0,position:0,stream_ops:f.stream_ops,ungotten:[],error:!1});return O.stream_ops.open&&O.stream_ops.open(O),C&&A.chmod(f,u&511),t.logReadFiles&&!(o&1)&&(s in A.readFiles||(A.readFiles[s]=1)),O},close(s){if(A.isClosed(s))throw new A.ErrnoError(8);s.getdents&&(s.getdents=null);try{s.stream_ops.close&&s.stream_ops.close(s)}catch(o){throw o}finally{A.closeStream(s.fd)}s.fd=null},isClosed(s){return s.fd===null},llseek(s,o,u){if(A.isClosed(s))throw new A.ErrnoError(8);if(!s.seekable||!s.stream_ops.llseek)throw new A.ErrnoError(70);if(u!=0&&u!=1&&u!=2)throw new A.ErrnoError(28);return s.position=s.stream_ops.llseek(s,o,u),s.ungotten=[],s.position},read(s,o,u,f,m){if(G(u>=0),f<0||m<0)throw new A.ErrnoError(28);if(A.isClosed(s))throw new A.ErrnoError(8);if((s.flags&2097155)===1)throw new A.ErrnoError(8);if(A.isDir(s.node.mode))throw new A.ErrnoError(31);if(!s.stream_ops.read)throw new A.ErrnoError(28);var M=typeof m<"u";if(!M)m=s.position;else if(!s.seekable)throw new A.ErrnoError(70);var C=s.stream_ops.read(s,o,u,f,m);return M||(s.position+=C),C},write(s,o,u,f,m,M){if(G(u>=0),f<0||m<0)throw new A.ErrnoError(28);if(A.isClosed(s))throw new A.ErrnoError(8);if((s.flags&2097155)===0)throw new A.ErrnoError(8);if(A.isDir(s.node.mode))throw new A.ErrnoError(31);if(!s.stream_ops.write)throw new A.ErrnoError(28);s.seekable&&s.flags&1024&&A.llseek(s,0,2);var C=typeof m<"u";if(!C)m=s.position;else if(!s.seekable)throw new A.ErrnoError(70);var I=s.stream_ops.write(s,o,u,f,m,M);return C||(s.position+=I),I},mmap(s,o,u,f,m){if((f&2)!==0&&(m&2)===0&&(s.flags&2097155)!==2)throw new A.ErrnoError(2);if((s.flags&2097155)===1)throw new A.ErrnoError(2);if(!s.stream_ops.mmap)throw new A.ErrnoError(43);if(!o)throw new A.ErrnoError(28);return s.stream_ops.mmap(s,o,u,f,m)},msync(s,o,u,f,m){return G(u>=0),s.stream_ops.msync?s.stream_ops.msync(s,o,u,f,m):0},ioctl(s,o,u){if(!s.stream_ops.ioctl)throw new A.ErrnoError(59);return s.stream_ops.ioctl(s,o,u)},readFile(s,o={}){if(o.flags=o.flags||0,o.encoding=o.encoding||"binary",o.encoding!=="utf8"&&o.encoding!=="binary")throw new Error(`Invalid encoding type "${o.encoding}"`);var u=A.open(s,o.flags),f=A.stat(s),m=f.size,M=new Uint8Array(m);return A.read(u,M,0,m,0),o.encoding==="utf8"&&(M=di(M)),A.close(u),M},writeFile(s,o,u={}){u.flags=u.flags||577;var f=A.open(s,u.flags,u.mode);if(typeof o=="string"&&(o=new Uint8Array(mt(o,!0))),ArrayBuffer.isView(o))A.write(f,o,0,o.byteLength,void 0,u.canOwn);else throw new Error("Unsupported data type");A.close(f)},cwd:()=>A.currentPath,chdir(s){var o=A.lookupPath(s,{follow:!0});if(o.node===null)throw new A.ErrnoError(44);if(!A.isDir(o.node.mode))throw new A.ErrnoError(54);var u=A.nodePermissions(o.node,"x");if(u)throw new A.ErrnoError(u);A.currentPath=o.path},createDefaultDirectories(){A.mkdir("/tmp"),A.mkdir("/home"),A.mkdir("/home/web_user")},createDefaultDevices(){A.mkdir("/dev"),A.registerDevice(A.makedev(1,3),{read:()=>0,write:(f,m,M,C,I)=>C,llseek:()=>0}),A.mkdev("/dev/null",A.makedev(1,3)),ot.register(A.makedev(5,0),ot.default_tty_ops),ot.register(A.makedev(6,0),ot.default_tty1_ops),A.mkdev("/dev/tty",A.makedev(5,0)),A.mkdev("/dev/tty1",A.makedev(6,0));var s=new Uint8Array(1024),o=0,u=()=>(o===0&&(Ve(s),o=s.byteLength),s[--o]);A.createDevice("/dev","random",u),A.createDevice("/dev","urandom",u),A.mkdir("/dev/shm"),A.mkdir("/dev/shm/tmp")},createSpecialDirectories(){A.mkdir("/proc");var s=A.mkdir("/proc/self");A.mkdir("/proc/self/fd"),A.mount({mount(){var o=A.createNode(s,"fd",16895,73);return o.stream_ops={llseek:Ge.stream_ops.llseek},o.node_ops={lookup(u,f){var m=+f,M=A.getStreamChecked(m),C={parent:null,mount:{mountpoint:"fake"},node_ops:{readlink:()=>M.path},id:m+1};return C.parent=C,C},readdir(){return Array.from(A.streams.entries()).filter(([u,f])=>f).map(([u,f])=>u.toString())}},o}},{},"/proc/self/fd")},createStandardStreams(s,o,u){s?A.createDevice("/dev","stdin",s):A.symlink("/dev/tty","/dev/stdin"),o?A.createDevice("/dev","stdout",null,o):A.symlink("/dev/tty","/dev/stdout"),u?A.createDevice("/dev","stderr",null,u):A.symlink("/dev/tty1","/dev/stderr");var f=A.open("/dev/stdin",0),m=A.open("/dev/stdout",1),M=A.open("/dev/stderr",1);G(f.fd===0,`invalid handle for stdin (${f.fd})`),G(m.fd===1,`invalid handle for stdout (${m.fd})`),G(M.fd===2,`invalid handle for stderr (${M.fd})`)},staticInit(){A.nameTable=new Array(4096),A.mount(Ge,{},"/"),A.createDefaultDirectories(),A.createDefaultDevices(),A.createSpecialDirectories(),A.filesystems={MEMFS:Ge}},init(s,o,u){G(!A.initialized,"FS.init was previously called. If you want to initialize later with custom parameters, remove any earlier calls (note that one is automatically added to the generated code)"),A.initialized=!0,s??=t.stdin,o??=t.stdout,u??=t.stderr,A.createStandardStreams(s,o,u)},quit(){A.initialized=!1,ic(0);for(var s of A.streams)s&&A.close(s)},findObject(s,o){var u=A.analyzePath(s,o);return u.exists?u.object:null},analyzePath(s,o){try{var u=A.lookupPath(s,{follow:!o});s=u.path}catch{}var f={isRoot:!1,exists:!1,error:0,name:null,path:null,object:null,parentExists:!1,parentPath:null,parentObject:null};try{var u=A.lookupPath(s,{parent:!0});f.parentExists=!0,f.parentPath=u.path,f.parentObject=u.node,f.name=J.basename(s),u=A.lookupPath(s,{follow:!o}),f.exists=!0,f.path=u.path,f.object=u.node,f.name=u.node.name,f.isRoot=u.path==="/"}catch(m){f.error=m.errno}return f},createPath(s,o,u,f){s=typeof s=="string"?s:A.getPath(s);for(var m=o.split("/").reverse();m.length;){var M=m.pop();if(M){var C=J.join2(s,M);try{A.mkdir(C)}catch(I){if(I.errno!=20)throw I}s=C}}return C},createFile(s,o,u,f,m){var M=J.join2(typeof s=="string"?s:A.getPath(s),o),C=Ai(f,m);return A.create(M,C)},createDataFile(s,o,u,f,m,M){var C=o;s&&(s=typeof s=="string"?s:A.getPath(s),C=o?J.join2(s,o):s);var I=Ai(f,m),O=A.create(C,I);if(u){if(typeof u=="string"){for(var Y=new Array(u.length),ie=0,oe=u.length;ie<oe;++ie)Y[ie]=u.charCodeAt(ie);u=Y}A.chmod(O,I|146);var pe=A.open(O,577);A.write(pe,u,0,u.length,0,M),A.close(pe),A.chmod(O,I)}},createDevice(s,o,u,f){var m=J.join2(typeof s=="string"?s:A.getPath(s),o),M=Ai(!!u,!!f);A.createDevice.major??=64;var C=A.makedev(A.createDevice.major++,0);return A.registerDevice(C,{open(I){I.seekable=!1},close(I){f?.buffer?.length&&f(10)},read(I,O,Y,ie,oe){for(var pe=0,ce=0;ce<ie;ce++){var ye;try{ye=u()}catch{throw new A.ErrnoError(29)}if(ye===void 0&&pe===0)throw new A.ErrnoError(6);if(ye==null)break;pe++,O[Y+ce]=ye}return pe&&(I.node.atime=Date.now()),pe},write(I,O,Y,ie,oe){for(var pe=0;pe<ie;pe++)try{f(O[Y+pe])}catch{throw new A.ErrnoError(29)}return ie&&(I.node.mtime=I.node.ctime=Date.now()),pe}}),A.mkdev(m,M,C)},forceLoadFile(s){if(s.isDevice||s.isFolder||s.link||s.contents)return!0;if(typeof XMLHttpRequest<"u")throw new Error("Lazy loading should have been performed (contents set) in createLazyFile, but it was not. Lazy loading only works in web workers. Use --embed-file or --preload-file in emcc on the main thread.");try{s.contents=R(s.url),s.usedBytes=s.contents.length}catch{throw new A.ErrnoError(29)}},createLazyFile(s,o,u,f,m){class M{lengthKnown=!1;chunks=[];get(ce){if(!(ce>this.length-1||ce<0)){var ye=ce%this.chunkSize,tt=ce/this.chunkSize|0;return this.getter(tt)[ye]}}setDataGetter(ce){this.getter=ce}cacheLength(){var ce=new XMLHttpRequest;if(ce.open("HEAD",u,!1),ce.send(null),!(ce.status>=200&&ce.status<300||ce.status===304))throw new Error("Couldn't load "+u+". Status: "+ce.status);var ye=Number(ce.getResponseHeader("Content-length")),tt,xt=(tt=ce.getResponseHeader("Accept-Ranges"))&&tt==="bytes",gt=(tt=ce.getResponseHeader("Content-Encoding"))&&tt==="gzip",Ot=1024*1024;xt||(Ot=ye);var Et=(jt,yn)=>{if(jt>yn)throw new Error("invalid range ("+jt+", "+yn+") or no bytes requested!");if(yn>ye-1)throw new Error("only "+ye+" bytes available! programmer error!");var Ft=new XMLHttpRequest;if(Ft.open("GET",u,!1),ye!==Ot&&Ft.setRequestHeader("Range","bytes="+jt+"-"+yn),Ft.responseType="arraybuffer",Ft.overrideMimeType&&Ft.overrideMimeType("text/plain; charset=x-user-defined"),Ft.send(null),!(Ft.status>=200&&Ft.status<300||Ft.status===304))throw new Error("Couldn't load "+u+". Status: "+Ft.status);return Ft.response!==void 0?new Uint8Array(Ft.response||[]):mt(Ft.responseText||"",!0)},dn=this;dn.setDataGetter(jt=>{var yn=jt*Ot,Ft=(jt+1)*Ot-1;if(Ft=Math.min(Ft,ye-1),typeof dn.chunks[jt]>"u"&&(dn.chunks[jt]=Et(yn,Ft)),typeof dn.chunks[jt]>"u")throw new Error("doXHR failed!");return dn.chunks[jt]}),(gt||!ye)&&(Ot=ye=1,ye=this.getter(0).length,Ot=ye,E("LazyFiles on gzip forces download of the whole file when length is accessed")),this._length=ye,this._chunkSize=Ot,this.lengthKnown=!0}get length(){return this.lengthKnown||this.cacheLength(),this._length}get chunkSize(){return this.lengthKnown||this.cacheLength(),this._chunkSize}}if(typeof XMLHttpRequest<"u"){if(!r)throw"Cannot do synchronous binary XHRs outside webworkers in modern browsers. Use --embed-file or --preload-file in emcc";var C=new M,I={isDevice:!1,contents:C}}else var I={isDevice:!1,url:u};var O=A.createFile(s,o,I,f,m);I.contents?O.contents=I.contents:I.url&&(O.contents=null,O.url=I.url),Object.defineProperties(O,{usedBytes:{get:function(){return this.contents.length}}});var Y={},ie=Object.keys(O.stream_ops);ie.forEach(pe=>{var ce=O.stream_ops[pe];Y[pe]=(...ye)=>(A.forceLoadFile(O),ce(...ye))});function oe(pe,ce,ye,tt,xt){var gt=pe.node.contents;if(xt>=gt.length)return 0;var Ot=Math.min(gt.length-xt,tt);if(G(Ot>=0),gt.slice)for(var Et=0;Et<Ot;Et++)ce[ye+Et]=gt[xt+Et];else for(var Et=0;Et<Ot;Et++)ce[ye+Et]=gt.get(xt+Et);return Ot}return Y.read=(pe,ce,ye,tt,xt)=>(A.forceLoadFile(O),oe(pe,ce,ye,tt,xt)),Y.mmap=(pe,ce,ye,tt,xt)=>{A.forceLoadFile(O);var gt=Ht(ce);if(!gt)throw new A.ErrnoError(48);return oe(pe,ft,gt,ce,ye),{ptr:gt,allocated:!0}},O.stream_ops=Y,O},absolutePath(){ge("FS.absolutePath has been removed; use PATH_FS.resolve instead")},createFolder(){ge("FS.createFolder has been removed; use FS.mkdir instead")},createLink(){ge("FS.createLink has been removed; use FS.symlink instead")},joinPath(){ge("FS.joinPath has been removed; use PATH.join instead")},mmapAlloc(){ge("FS.mmapAlloc has been replaced by the top level function mmapAlloc")},standardizePath(){ge("FS.standardizePath has been removed; use PATH.normalize instead")}},ht={DEFAULT_POLLMASK:5,calculateAt(s,o,u){if(J.isAbs(o))return o;var f;if(s===-100)f=A.cwd();else{var m=ht.getStreamFromFD(s);f=m.path}if(o.length==0){if(!u)throw new A.ErrnoError(44);return f}return f+"/"+o},writeStat(s,o){Fe[s>>2]=o.dev,Fe[s+4>>2]=o.mode,Ze[s+8>>2]=o.nlink,Fe[s+12>>2]=o.uid,Fe[s+16>>2]=o.gid,Fe[s+20>>2]=o.rdev,q[s+24>>3]=BigInt(o.size),Fe[s+32>>2]=4096,Fe[s+36>>2]=o.blocks;var u=o.atime.getTime(),f=o.mtime.getTime(),m=o.ctime.getTime();return q[s+40>>3]=BigInt(Math.floor(u/1e3)),Ze[s+48>>2]=u%1e3*1e3*1e3,q[s+56>>3]=BigInt(Math.floor(f/1e3)),Ze[s+64>>2]=f%1e3*1e3*1e3,q[s+72>>3]=BigInt(Math.floor(m/1e3)),Ze[s+80>>2]=m%1e3*1e3*1e3,q[s+88>>3]=BigInt(o.ino),0},writeStatFs(s,o){Fe[s+4>>2]=o.bsize,Fe[s+40>>2]=o.bsize,Fe[s+8>>2]=o.blocks,Fe[s+12>>2]=o.bfree,Fe[s+16>>2]=o.bavail,Fe[s+20>>2]=o.files,Fe[s+24>>2]=o.ffree,Fe[s+28>>2]=o.fsid,Fe[s+44>>2]=o.flags,Fe[s+36>>2]=o.namelen},doMsync(s,o,u,f,m){if(!A.isFile(o.node.mode))throw new A.ErrnoError(43);if(f&2)return 0;var M=It.slice(s,s+u);A.msync(o,M,m,u,f)},getStreamFromFD(s){var o=A.getStreamChecked(s);return o},varargs:void 0,getStr(s){var o=cn(s);return o}};function Tn(s,o,u){try{var f=ht.getStreamFromFD(s);if(G(!u),f.fd===o)return-28;if(o<0||o>=A.MAX_OPEN_FDS)return-8;var m=A.getStream(o);return m&&A.close(m),A.dupStream(f,o).fd}catch(M){if(typeof A>"u"||M.name!=="ErrnoError")throw M;return-M.errno}}var Dt=()=>{G(ht.varargs!=null);var s=Fe[+ht.varargs>>2];return ht.varargs+=4,s},kt=Dt;function Bn(s,o,u){ht.varargs=u;try{var f=ht.getStreamFromFD(s);switch(o){case 0:{var m=Dt();if(m<0)return-28;for(;A.streams[m];)m++;var M;return M=A.dupStream(f,m),M.fd}case 1:case 2:return 0;case 3:return f.flags;case 4:{var m=Dt();return f.flags|=m,0}case 12:{var m=kt(),C=0;return bt[m+C>>1]=2,0}case 13:case 14:return 0}return-28}catch(I){if(typeof A>"u"||I.name!=="ErrnoError")throw I;return-I.errno}}function pa(s,o){try{return ht.writeStat(o,A.fstat(s))}catch(u){if(typeof A>"u"||u.name!=="ErrnoError")throw u;return-u.errno}}function Up(s,o,u){ht.varargs=u;try{var f=ht.getStreamFromFD(s);switch(o){case 21509:return f.tty?0:-59;case 21505:{if(!f.tty)return-59;if(f.tty.ops.ioctl_tcgets){var m=f.tty.ops.ioctl_tcgets(f),M=kt();Fe[M>>2]=m.c_iflag||0,Fe[M+4>>2]=m.c_oflag||0,Fe[M+8>>2]=m.c_cflag||0,Fe[M+12>>2]=m.c_lflag||0;for(var C=0;C<32;C++)ft[M+C+17]=m.c_cc[C]||0;return 0}return 0}case 21510:case 21511:case 21512:return f.tty?0:-59;case 21506:case 21507:case 21508:{if(!f.tty)return-59;if(f.tty.ops.ioctl_tcsets){for(var M=kt(),I=Fe[M>>2],O=Fe[M+4>>2],Y=Fe[M+8>>2],ie=Fe[M+12>>2],oe=[],C=0;C<32;C++)oe.push(ft[M+C+17]);return f.tty.ops.ioctl_tcsets(f.tty,o,{c_iflag:I,c_oflag:O,c_cflag:Y,c_lflag:ie,c_cc:oe})}return 0}case 21519:{if(!f.tty)return-59;var M=kt();return Fe[M>>2]=0,0}case 21520:return f.tty?-28:-59;case 21531:{var M=kt();return A.ioctl(f,o,M)}case 21523:{if(!f.tty)return-59;if(f.tty.ops.ioctl_tiocgwinsz){var pe=f.tty.ops.ioctl_tiocgwinsz(f.tty),M=kt();bt[M>>1]=pe[0],bt[M+2>>1]=pe[1]}return 0}case 21524:return f.tty?0:-59;case 21515:return f.tty?0:-59;default:return-28}}catch(ce){if(typeof A>"u"||ce.name!=="ErrnoError")throw ce;return-ce.errno}}function Op(s,o){try{return s=ht.getStr(s),ht.writeStat(o,A.lstat(s))}catch(u){if(typeof A>"u"||u.name!=="ErrnoError")throw u;return-u.errno}}function Bp(s,o,u,f){try{o=ht.getStr(o);var m=f&256,M=f&4096;return f=f&-6401,G(!f,`unknown flags in __syscall_newfstatat: ${f}`),o=ht.calculateAt(s,o,M),ht.writeStat(u,m?A.lstat(o):A.stat(o))}catch(C){if(typeof A>"u"||C.name!=="ErrnoError")throw C;return-C.errno}}function kp(s,o,u,f){ht.varargs=f;try{o=ht.getStr(o),o=ht.calculateAt(s,o);var m=f?Dt():0;return A.open(o,u,m).fd}catch(M){if(typeof A>"u"||M.name!=="ErrnoError")throw M;return-M.errno}}function zp(s,o){try{return s=ht.getStr(s),ht.writeStat(o,A.stat(s))}catch(u){if(typeof A>"u"||u.name!=="ErrnoError")throw u;return-u.errno}}var Gp=()=>ge("native code called abort()"),Jt=s=>{for(var o="";;){var u=It[s++];if(!u)return o;o+=String.fromCharCode(u)}},_r={},qi={},ma={},ns=class extends Error{constructor(o){super(o),this.name="BindingError"}},yt=s=>{throw new ns(s)};function Vp(s,o,u={}){var f=o.name;if(s||yt(`type "${f}" must have a positive integer typeid pointer`),qi.hasOwnProperty(s)){if(u.ignoreDuplicateRegistrations)return;yt(`Cannot register type '${f}' twice`)}if(qi[s]=o,delete ma[s],_r.hasOwnProperty(s)){var m=_r[s];delete _r[s],m.forEach(M=>M())}}function Fn(s,o,u={}){if(o.argPackAdvance===void 0)throw new TypeError("registerType registeredInstance requires argPackAdvance");return Vp(s,o,u)}var Ju=(s,o,u)=>{switch(o){case 1:return u?f=>ft[f]:f=>It[f];case 2:return u?f=>bt[f>>1]:f=>en[f>>1];case 4:return u?f=>Fe[f>>2]:f=>Ze[f>>2];case 8:return u?f=>q[f>>3]:f=>vn[f>>3];default:throw new TypeError(`invalid integer width (${o}): ${s}`)}},Yi=s=>{if(s===null)return"null";var o=typeof s;return o==="object"||o==="array"||o==="function"?s.toString():""+s},Zu=(s,o,u,f)=>{if(o<u||o>f)throw new TypeError(`Passing a number "${Yi(o)}" from JS side to C/C++ side to an argument of type "${s}", which is outside the valid range [${u}, ${f}]!`)},Hp=(s,o,u,f,m)=>{o=Jt(o);let M=f===0n,C=I=>I;if(M){let I=u*8;C=O=>BigInt.asUintN(I,O),m=C(m)}Fn(s,{name:o,fromWireType:C,toWireType:(I,O)=>{if(typeof O=="number")O=BigInt(O);else if(typeof O!="bigint")throw new TypeError(`Cannot convert "${Yi(O)}" to ${this.name}`);return Zu(o,O,f,m),O},argPackAdvance:ei,readValueFromPointer:Ju(o,u,!M),destructorFunction:null})},ei=8,Wp=(s,o,u,f)=>{o=Jt(o),Fn(s,{name:o,fromWireType:function(m){return!!m},toWireType:function(m,M){return M?u:f},argPackAdvance:ei,readValueFromPointer:function(m){return this.fromWireType(It[m])},destructorFunction:null})},Xp=s=>({count:s.count,deleteScheduled:s.deleteScheduled,preservePointerOnDelete:s.preservePointerOnDelete,ptr:s.ptr,ptrType:s.ptrType,smartPtr:s.smartPtr,smartPtrType:s.smartPtrType}),$l=s=>{function o(u){return u.$$.ptrType.registeredClass.name}yt(o(s)+" instance already deleted")},ql=!1,ju=s=>{},$p=s=>{s.smartPtr?s.smartPtrType.rawDestructor(s.smartPtr):s.ptrType.registeredClass.rawDestructor(s.ptr)},Ku=s=>{s.count.value-=1;var o=s.count.value===0;o&&$p(s)},Qu=(s,o,u)=>{if(o===u)return s;if(u.baseClass===void 0)return null;var f=Qu(s,o,u.baseClass);return f===null?null:u.downcast(f)},eh={},qp={},Yp=(s,o)=>{for(o===void 0&&yt("ptr should not be undefined");s.baseClass;)o=s.upcast(o),s=s.baseClass;return o},Jp=(s,o)=>(o=Yp(s,o),qp[o]),Zp=class extends Error{constructor(o){super(o),this.name="InternalError"}},ga=s=>{throw new Zp(s)},_a=(s,o)=>{(!o.ptrType||!o.ptr)&&ga("makeClassHandle requires ptr and ptrType");var u=!!o.smartPtrType,f=!!o.smartPtr;return u!==f&&ga("Both smartPtrType and smartPtr must be specified"),o.count={value:1},is(Object.create(s,{$$:{value:o,writable:!0}}))};function th(s){var o=this.getPointee(s);if(!o)return this.destructor(s),null;var u=Jp(this.registeredClass,o);if(u!==void 0){if(u.$$.count.value===0)return u.$$.ptr=o,u.$$.smartPtr=s,u.clone();var f=u.clone();return this.destructor(s),f}function m(){return this.isSmartPointer?_a(this.registeredClass.instancePrototype,{ptrType:this.pointeeType,ptr:o,smartPtrType:this,smartPtr:s}):_a(this.registeredClass.instancePrototype,{ptrType:this,ptr:s})}var M=this.registeredClass.getActualType(o),C=eh[M];if(!C)return m.call(this);var I;this.isConst?I=C.constPointerType:I=C.pointerType;var O=Qu(o,this.registeredClass,I.registeredClass);return O===null?m.call(this):this.isSmartPointer?_a(I.registeredClass.instancePrototype,{ptrType:I,ptr:O,smartPtrType:this,smartPtr:s}):_a(I.registeredClass.instancePrototype,{ptrType:I,ptr:O})}var is=s=>typeof FinalizationRegistry>"u"?(is=o=>o,s):(ql=new FinalizationRegistry(o=>{console.warn(o.leakWarning),Ku(o.$$)}),is=o=>{var u=o.$$,f=!!u.smartPtr;if(f){var m={$$:u},M=u.ptrType.registeredClass,C=new Error(`Embind found a leaked C++ instance ${M.name} <${Bt(u.ptr)}>.
We'll free it automatically in this case, but this functionality is not reliable across various environments.
Make sure to invoke .delete() manually once you're done with the instance instead.
Originally allocated`);"captureStackTrace"in Error&&Error.captureStackTrace(C,th),m.leakWarning=C.stack.replace(/^Error: /,""),ql.register(o,m,o)}return o},ju=o=>ql.unregister(o),is(s)),va=[],jp=()=>{for(;va.length;){var s=va.pop();s.$$.deleteScheduled=!1,s.delete()}},nh,Kp=()=>{let s=ya.prototype;Object.assign(s,{isAliasOf(u){if(!(this instanceof ya)||!(u instanceof ya))return!1;var f=this.$$.ptrType.registeredClass,m=this.$$.ptr;u.$$=u.$$;for(var M=u.$$.ptrType.registeredClass,C=u.$$.ptr;f.baseClass;)m=f.upcast(m),f=f.baseClass;for(;M.baseClass;)C=M.upcast(C),M=M.baseClass;return f===M&&m===C},clone(){if(this.$$.ptr||$l(this),this.$$.preservePointerOnDelete)return this.$$.count.value+=1,this;var u=is(Object.create(Object.getPrototypeOf(this),{$$:{value:Xp(this.$$)}}));return u.$$.count.value+=1,u.$$.deleteScheduled=!1,u},delete(){this.$$.ptr||$l(this),this.$$.deleteScheduled&&!this.$$.preservePointerOnDelete&&yt("Object already scheduled for deletion"),ju(this),Ku(this.$$),this.$$.preservePointerOnDelete||(this.$$.smartPtr=void 0,this.$$.ptr=void 0)},isDeleted(){return!this.$$.ptr},deleteLater(){return this.$$.ptr||$l(this),this.$$.deleteScheduled&&!this.$$.preservePointerOnDelete&&yt("Object already scheduled for deletion"),va.push(this),va.length===1&&nh&&nh(jp),this.$$.deleteScheduled=!0,this}});let o=Symbol.dispose;o&&(s[o]=s.delete)};function ya(){}var xa=(s,o)=>Object.defineProperty(o,"name",{value:s}),Yl=(s,o,u)=>{if(s[o].overloadTable===void 0){var f=s[o];s[o]=function(...m){return s[o].overloadTable.hasOwnProperty(m.length)||yt(`Function '${u}' called with an invalid number of arguments (${m.length}) - expects one of (${s[o].overloadTable})!`),s[o].overloadTable[m.length].apply(this,m)},s[o].overloadTable=[],s[o].overloadTable[f.argCount]=f}},Jl=(s,o,u)=>{t.hasOwnProperty(s)?((u===void 0||t[s].overloadTable!==void 0&&t[s].overloadTable[u]!==void 0)&&yt(`Cannot register public name '${s}' twice`),Yl(t,s,s),t[s].overloadTable.hasOwnProperty(u)&&yt(`Cannot register multiple overloads of a function with the same number of arguments (${u})!`),t[s].overloadTable[u]=o):(t[s]=o,t[s].argCount=u)},Qp=48,em=57,tm=s=>{G(typeof s=="string"),s=s.replace(/[^a-zA-Z0-9_]/g,"$");var o=s.charCodeAt(0);return o>=Qp&&o<=em?`_${s}`:s};function nm(s,o,u,f,m,M,C,I){this.name=s,this.constructor=o,this.instancePrototype=u,this.rawDestructor=f,this.baseClass=m,this.getActualType=M,this.upcast=C,this.downcast=I,this.pureVirtualFunctions=[]}var Sa=(s,o,u)=>{for(;o!==u;)o.upcast||yt(`Expected null or instance of ${u.name}, got an instance of ${o.name}`),s=o.upcast(s),o=o.baseClass;return s};function im(s,o){if(o===null)return this.isReference&&yt(`null is not a valid ${this.name}`),0;o.$$||yt(`Cannot pass "${Yi(o)}" as a ${this.name}`),o.$$.ptr||yt(`Cannot pass deleted object as a pointer of type ${this.name}`);var u=o.$$.ptrType.registeredClass,f=Sa(o.$$.ptr,u,this.registeredClass);return f}function rm(s,o){var u;if(o===null)return this.isReference&&yt(`null is not a valid ${this.name}`),this.isSmartPointer?(u=this.rawConstructor(),s!==null&&s.push(this.rawDestructor,u),u):0;(!o||!o.$$)&&yt(`Cannot pass "${Yi(o)}" as a ${this.name}`),o.$$.ptr||yt(`Cannot pass deleted object as a pointer of type ${this.name}`),!this.isConst&&o.$$.ptrType.isConst&&yt(`Cannot convert argument of type ${o.$$.smartPtrType?o.$$.smartPtrType.name:o.$$.ptrType.name} to parameter type ${this.name}`);var f=o.$$.ptrType.registeredClass;if(u=Sa(o.$$.ptr,f,this.registeredClass),this.isSmartPointer)switch(o.$$.smartPtr===void 0&&yt("Passing raw pointer to smart pointer is illegal"),this.sharingPolicy){case 0:o.$$.smartPtrType===this?u=o.$$.smartPtr:yt(`Cannot convert argument of type ${o.$$.smartPtrType?o.$$.smartPtrType.name:o.$$.ptrType.name} to parameter type ${this.name}`);break;case 1:u=o.$$.smartPtr;break;case 2:if(o.$$.smartPtrType===this)u=o.$$.smartPtr;else{var m=o.clone();u=this.rawShare(u,Zt.toHandle(()=>m.delete())),s!==null&&s.push(this.rawDestructor,u)}break;default:yt("Unsupporting sharing policy")}return u}function sm(s,o){if(o===null)return this.isReference&&yt(`null is not a valid ${this.name}`),0;o.$$||yt(`Cannot pass "${Yi(o)}" as a ${this.name}`),o.$$.ptr||yt(`Cannot pass deleted object as a pointer of type ${this.name}`),o.$$.ptrType.isConst&&yt(`Cannot convert argument of type ${o.$$.ptrType.name} to parameter type ${this.name}`);var u=o.$$.ptrType.registeredClass,f=Sa(o.$$.ptr,u,this.registeredClass);return f}function Ma(s){return this.fromWireType(Ze[s>>2])}var am=()=>{Object.assign(ba.prototype,{getPointee(s){return this.rawGetPointee&&(s=this.rawGetPointee(s)),s},destructor(s){this.rawDestructor?.(s)},argPackAdvance:ei,readValueFromPointer:Ma,fromWireType:th})};function ba(s,o,u,f,m,M,C,I,O,Y,ie){this.name=s,this.registeredClass=o,this.isReference=u,this.isConst=f,this.isSmartPointer=m,this.pointeeType=M,this.sharingPolicy=C,this.rawGetPointee=I,this.rawConstructor=O,this.rawShare=Y,this.rawDestructor=ie,!m&&o.baseClass===void 0?f?(this.toWireType=im,this.destructorFunction=null):(this.toWireType=sm,this.destructorFunction=null):this.toWireType=rm}var ih=(s,o,u)=>{t.hasOwnProperty(s)||ga("Replacing nonexistent public symbol"),t[s].overloadTable!==void 0&&u!==void 0?t[s].overloadTable[u]=o:(t[s]=o,t[s].argCount=u)},rh=[],wa,Ee=s=>{var o=rh[s];return o||(rh[s]=o=wa.get(s)),G(wa.get(s)==o,"JavaScript-side Wasm function table mirror is out of date!"),o},ti=(s,o,u=!1)=>{G(!u,"Async bindings are only supported with JSPI."),s=Jt(s);function f(){var M=Ee(o);return M}var m=f();return typeof m!="function"&&yt(`unknown function pointer with signature ${s}: ${o}`),m};class om extends Error{}var sh=s=>{var o=bh(s),u=Jt(o);return zn(o),u},Ji=(s,o)=>{var u=[],f={};function m(M){if(!f[M]&&!qi[M]){if(ma[M]){ma[M].forEach(m);return}u.push(M),f[M]=!0}}throw o.forEach(m),new om(`${s}: `+u.map(sh).join([", "]))},kn=(s,o,u)=>{s.forEach(I=>ma[I]=o);function f(I){var O=u(I);O.length!==s.length&&ga("Mismatched type converter count");for(var Y=0;Y<s.length;++Y)Fn(s[Y],O[Y])}var m=new Array(o.length),M=[],C=0;o.forEach((I,O)=>{qi.hasOwnProperty(I)?m[O]=qi[I]:(M.push(I),_r.hasOwnProperty(I)||(_r[I]=[]),_r[I].push(()=>{m[O]=qi[I],++C,C===M.length&&f(m)}))}),M.length===0&&f(m)},lm=(s,o,u,f,m,M,C,I,O,Y,ie,oe,pe)=>{ie=Jt(ie),M=ti(m,M),I&&=ti(C,I),Y&&=ti(O,Y),pe=ti(oe,pe);var ce=tm(ie);Jl(ce,function(){Ji(`Cannot construct ${ie} due to unbound types`,[f])}),kn([s,o,u],f?[f]:[],ye=>{ye=ye[0];var tt,xt;f?(tt=ye.registeredClass,xt=tt.instancePrototype):xt=ya.prototype;var gt=xa(ie,function(...Ft){if(Object.getPrototypeOf(this)!==Ot)throw new ns(`Use 'new' to construct ${ie}`);if(Et.constructor_body===void 0)throw new ns(`${ie} has no accessible constructor`);var Ki=Et.constructor_body[Ft.length];if(Ki===void 0)throw new ns(`Tried to invoke ctor of ${ie} with invalid number of parameters (${Ft.length}) - expected (${Object.keys(Et.constructor_body).toString()}) parameters instead!`);return Ki.apply(this,Ft)}),Ot=Object.create(xt,{constructor:{value:gt}});gt.prototype=Ot;var Et=new nm(ie,gt,Ot,pe,tt,M,I,Y);Et.baseClass&&(Et.baseClass.__derivedClasses??=[],Et.baseClass.__derivedClasses.push(Et));var dn=new ba(ie,Et,!0,!1,!1),jt=new ba(ie+"*",Et,!1,!1,!1),yn=new ba(ie+" const*",Et,!1,!0,!1);return eh[s]={pointerType:jt,constPointerType:yn},ih(ce,gt),[dn,jt,yn]})},Zl=s=>{for(;s.length;){var o=s.pop(),u=s.pop();u(o)}};function ah(s){for(var o=1;o<s.length;++o)if(s[o]!==null&&s[o].destructorFunction===void 0)return!0;return!1}function cm(s,o,u,f,m){if(s<o||s>u){var M=o==u?o:`${o} to ${u}`;m(`function ${f} called with ${s} arguments, expected ${M}`)}}function um(s,o,u,f){var m=ah(s),M=s.length-2,C=[],I=["fn"];o&&I.push("thisWired");for(var O=0;O<M;++O)C.push(`arg${O}`),I.push(`arg${O}Wired`);C=C.join(","),I=I.join(",");var Y=`return function (${C}) {
`;Y+=`checkArgCount(arguments.length, minArgs, maxArgs, humanName, throwBindingError);
`,m&&(Y+=`var destructors = [];
`);var ie=m?"destructors":"null",oe=["humanName","throwBindingError","invoker","fn","runDestructors","retType","classParam"];o&&(Y+=`var thisWired = classParam['toWireType'](${ie}, this);
`);for(var O=0;O<M;++O)Y+=`var arg${O}Wired = argType${O}['toWireType'](${ie}, arg${O});
`,oe.push(`argType${O}`);Y+=(u||f?"var rv = ":"")+`invoker(${I});
`;var pe=u?"rv":"";if(m)Y+=`runDestructors(destructors);
`;else for(var O=o?1:2;O<s.length;++O){var ce=O===1?"thisWired":"arg"+(O-2)+"Wired";s[O].destructorFunction!==null&&(Y+=`${ce}_dtor(${ce});
`,oe.push(`${ce}_dtor`))}return u&&(Y+=`var ret = retType['fromWireType'](rv);
return ret;
`),Y+=`}
`,oe.push("checkArgCount","minArgs","maxArgs"),Y=`if (arguments.length !== ${oe.length}){ throw new Error(humanName + "Expected ${oe.length} closure arguments " + arguments.length + " given."); }
${Y}`,[oe,Y]}function hm(s){for(var o=s.length-2,u=s.length-1;u>=2&&s[u].optional;--u)o--;return o}function Ea(s,o,u,f,m,M){var C=o.length;C<2&&yt("argTypes array size mismatch! Must at least get return value and 'this' types!"),G(!M,"Async bindings are only supported with JSPI.");for(var I=o[1]!==null&&u!==null,O=ah(o),Y=o[0].name!=="void",ie=C-2,oe=hm(o),pe=[s,yt,f,m,Zl,o[0],o[1]],ce=0;ce<C-2;++ce)pe.push(o[ce+2]);if(!O)for(var ce=I?1:2;ce<o.length;++ce)o[ce].destructorFunction!==null&&pe.push(o[ce].destructorFunction);pe.push(cm,oe,ie);let[ye,tt]=um(o,I,Y,M);var xt=new Function(...ye,tt)(...pe);return xa(s,xt)}var Ta=(s,o)=>{for(var u=[],f=0;f<s;f++)u.push(Ze[o+f*4>>2]);return u},jl=s=>{s=s.trim();let o=s.indexOf("(");return o===-1?s:(G(s.endsWith(")"),"Parentheses for argument names should match."),s.slice(0,o))},dm=(s,o,u,f,m,M,C,I,O)=>{var Y=Ta(u,f);o=Jt(o),o=jl(o),M=ti(m,M,I),kn([],[s],ie=>{ie=ie[0];var oe=`${ie.name}.${o}`;function pe(){Ji(`Cannot call ${oe} due to unbound types`,Y)}o.startsWith("@@")&&(o=Symbol[o.substring(2)]);var ce=ie.registeredClass.constructor;return ce[o]===void 0?(pe.argCount=u-1,ce[o]=pe):(Yl(ce,o,oe),ce[o].overloadTable[u-1]=pe),kn([],Y,ye=>{var tt=[ye[0],null].concat(ye.slice(1)),xt=Ea(oe,tt,null,M,C,I);if(ce[o].overloadTable===void 0?(xt.argCount=u-1,ce[o]=xt):ce[o].overloadTable[u-1]=xt,ie.registeredClass.__derivedClasses)for(let gt of ie.registeredClass.__derivedClasses)gt.constructor.hasOwnProperty(o)||(gt.constructor[o]=xt);return[]}),[]})},fm=(s,o,u,f,m,M)=>{G(o>0);var C=Ta(o,u);m=ti(f,m);var I=[M],O=[];kn([],[s],Y=>{Y=Y[0];var ie=`constructor ${Y.name}`;if(Y.registeredClass.constructor_body===void 0&&(Y.registeredClass.constructor_body=[]),Y.registeredClass.constructor_body[o-1]!==void 0)throw new ns(`Cannot register multiple constructors with identical number of parameters (${o-1}) for class '${Y.name}'! Overload resolution is currently only performed using the parameter count, not actual type info!`);return Y.registeredClass.constructor_body[o-1]=()=>{Ji(`Cannot construct ${Y.name} due to unbound types`,C)},kn([],C,oe=>(oe.splice(1,0,null),Y.registeredClass.constructor_body[o-1]=Ea(ie,oe,null,m,M),[])),[]})},pm=(s,o,u,f,m,M,C,I,O,Y)=>{var ie=Ta(u,f);o=Jt(o),o=jl(o),M=ti(m,M,O),kn([],[s],oe=>{oe=oe[0];var pe=`${oe.name}.${o}`;o.startsWith("@@")&&(o=Symbol[o.substring(2)]),I&&oe.registeredClass.pureVirtualFunctions.push(o);function ce(){Ji(`Cannot call ${pe} due to unbound types`,ie)}var ye=oe.registeredClass.instancePrototype,tt=ye[o];return tt===void 0||tt.overloadTable===void 0&&tt.className!==oe.name&&tt.argCount===u-2?(ce.argCount=u-2,ce.className=oe.name,ye[o]=ce):(Yl(ye,o,pe),ye[o].overloadTable[u-2]=ce),kn([],ie,xt=>{var gt=Ea(pe,xt,oe,M,C,O);return ye[o].overloadTable===void 0?(gt.argCount=u-2,ye[o]=gt):ye[o].overloadTable[u-2]=gt,[]}),[]})},oh=(s,o,u)=>(s instanceof Object||yt(`${u} with invalid "this": ${s}`),s instanceof o.registeredClass.constructor||yt(`${u} incompatible with "this" of type ${s.constructor.name}`),s.$$.ptr||yt(`cannot call emscripten binding method ${u} on deleted object`),Sa(s.$$.ptr,s.$$.ptrType.registeredClass,o.registeredClass)),mm=(s,o,u,f,m,M,C,I,O,Y)=>{o=Jt(o),m=ti(f,m),kn([],[s],ie=>{ie=ie[0];var oe=`${ie.name}.${o}`,pe={get(){Ji(`Cannot access ${oe} due to unbound types`,[u,C])},enumerable:!0,configurable:!0};return O?pe.set=()=>Ji(`Cannot access ${oe} due to unbound types`,[u,C]):pe.set=ce=>yt(oe+" is a read-only property"),Object.defineProperty(ie.registeredClass.instancePrototype,o,pe),kn([],O?[u,C]:[u],ce=>{var ye=ce[0],tt={get(){var gt=oh(this,ie,oe+" getter");return ye.fromWireType(m(M,gt))},enumerable:!0};if(O){O=ti(I,O);var xt=ce[1];tt.set=function(gt){var Ot=oh(this,ie,oe+" setter"),Et=[];O(Y,Ot,xt.toWireType(Et,gt)),Zl(Et)}}return Object.defineProperty(ie.registeredClass.instancePrototype,o,tt),[]}),[]})},gm=(s,o,u)=>{s=Jt(s),kn([],[o],f=>(f=f[0],t[s]=f.fromWireType(u),[]))},lh=[],ni=[0,1,,1,null,1,!0,1,!1,1],Kl=s=>{s>9&&--ni[s+1]===0&&(G(ni[s]!==void 0,"Decref for unallocated handle."),ni[s]=void 0,lh.push(s))},Zt={toValue:s=>(s||yt(`Cannot use deleted val. handle = ${s}`),G(s===2||ni[s]!==void 0&&s%2===0,`invalid handle: ${s}`),ni[s]),toHandle:s=>{switch(s){case void 0:return 2;case null:return 4;case!0:return 6;case!1:return 8;default:{let o=lh.pop()||ni.length;return ni[o]=s,ni[o+1]=1,o}}}},ch={name:"emscripten::val",fromWireType:s=>{var o=Zt.toValue(s);return Kl(s),o},toWireType:(s,o)=>Zt.toHandle(o),argPackAdvance:ei,readValueFromPointer:Ma,destructorFunction:null},uh=s=>Fn(s,ch),_m=(s,o,u)=>{switch(o){case 1:return u?function(f){return this.fromWireType(ft[f])}:function(f){return this.fromWireType(It[f])};case 2:return u?function(f){return this.fromWireType(bt[f>>1])}:function(f){return this.fromWireType(en[f>>1])};case 4:return u?function(f){return this.fromWireType(Fe[f>>2])}:function(f){return this.fromWireType(Ze[f>>2])};default:throw new TypeError(`invalid integer width (${o}): ${s}`)}},vm=(s,o,u,f)=>{o=Jt(o);function m(){}m.values={},Fn(s,{name:o,constructor:m,fromWireType:function(M){return this.constructor.values[M]},toWireType:(M,C)=>C.value,argPackAdvance:ei,readValueFromPointer:_m(o,u,f),destructorFunction:null}),Jl(o,m)},Aa=(s,o)=>{var u=qi[s];return u===void 0&&yt(`${o} has unknown type ${sh(s)}`),u},ym=(s,o,u)=>{var f=Aa(s,"enum");o=Jt(o);var m=f.constructor,M=Object.create(f.constructor.prototype,{value:{value:u},constructor:{value:xa(`${f.name}_${o}`,function(){})}});m.values[u]=M,m[o]=M},xm=(s,o)=>{switch(o){case 4:return function(u){return this.fromWireType(ln[u>>2])};case 8:return function(u){return this.fromWireType(tn[u>>3])};default:throw new TypeError(`invalid float width (${o}): ${s}`)}},Sm=(s,o,u)=>{o=Jt(o),Fn(s,{name:o,fromWireType:f=>f,toWireType:(f,m)=>{if(typeof m!="number"&&typeof m!="boolean")throw new TypeError(`Cannot convert ${Yi(m)} to ${this.name}`);return m},argPackAdvance:ei,readValueFromPointer:xm(o,u),destructorFunction:null})},Mm=(s,o,u,f,m,M,C,I)=>{var O=Ta(o,u);s=Jt(s),s=jl(s),m=ti(f,m,C),Jl(s,function(){Ji(`Cannot call ${s} due to unbound types`,O)},o-1),kn([],O,Y=>{var ie=[Y[0],null].concat(Y.slice(1));return ih(s,Ea(s,ie,null,m,M,C),o-1),[]})},bm=(s,o,u,f,m)=>{o=Jt(o);let M=f===0,C=O=>O;if(M){var I=32-8*u;C=O=>O<<I>>>I,m=C(m)}Fn(s,{name:o,fromWireType:C,toWireType:(O,Y)=>{if(typeof Y!="number"&&typeof Y!="boolean")throw new TypeError(`Cannot convert "${Yi(Y)}" to ${o}`);return Zu(o,Y,f,m),Y},argPackAdvance:ei,readValueFromPointer:Ju(o,u,f!==0),destructorFunction:null})},wm=(s,o,u)=>{var f=[Int8Array,Uint8Array,Int16Array,Uint16Array,Int32Array,Uint32Array,Float32Array,Float64Array,BigInt64Array,BigUint64Array],m=f[o];function M(C){var I=Ze[C>>2],O=Ze[C+4>>2];return new m(ft.buffer,O,I)}u=Jt(u),Fn(s,{name:u,fromWireType:M,argPackAdvance:ei,readValueFromPointer:M},{ignoreDuplicateRegistrations:!0})},Em=Object.assign({optional:!0},ch),Tm=(s,o)=>{Fn(s,Em)},Zi=(s,o,u)=>(G(typeof u=="number","stringToUTF8(str, outPtr, maxBytesToWrite) is missing the third parameter that specifies the length of the output buffer!"),st(s,It,o,u)),Am=(s,o)=>{o=Jt(o);var u=!0;Fn(s,{name:o,fromWireType(f){var m=Ze[f>>2],M=f+4,C;if(u)for(var I=M,O=0;O<=m;++O){var Y=M+O;if(O==m||It[Y]==0){var ie=Y-I,oe=cn(I,ie);C===void 0?C=oe:(C+="\0",C+=oe),I=Y+1}}else{for(var pe=new Array(m),O=0;O<m;++O)pe[O]=String.fromCharCode(It[M+O]);C=pe.join("")}return zn(f),C},toWireType(f,m){m instanceof ArrayBuffer&&(m=new Uint8Array(m));var M,C=typeof m=="string";C||ArrayBuffer.isView(m)&&m.BYTES_PER_ELEMENT==1||yt("Cannot pass non-string to std::string"),u&&C?M=He(m):M=m.length;var I=nc(4+M+1),O=I+4;if(Ze[I>>2]=M,C)if(u)Zi(m,O,M+1);else for(var Y=0;Y<M;++Y){var ie=m.charCodeAt(Y);ie>255&&(zn(I),yt("String has UTF-16 code units that do not fit in 8 bits")),It[O+Y]=ie}else It.set(m,O);return f!==null&&f.push(zn,I),I},argPackAdvance:ei,readValueFromPointer:Ma,destructorFunction(f){zn(f)}})},hh=typeof TextDecoder<"u"?new TextDecoder("utf-16le"):void 0,Rm=(s,o)=>{G(s%2==0,"Pointer passed to UTF16ToString must be aligned to two bytes!");for(var u=s>>1,f=u+o/2,m=u;!(m>=f)&&en[m];)++m;if(m-u>16&&hh)return hh.decode(en.subarray(u,m));for(var M="",C=u;!(C>=f);++C){var I=en[C];if(I==0)break;M+=String.fromCharCode(I)}return M},Cm=(s,o,u)=>{if(G(o%2==0,"Pointer passed to stringToUTF16 must be aligned to two bytes!"),G(typeof u=="number","stringToUTF16(str, outPtr, maxBytesToWrite) is missing the third parameter that specifies the length of the output buffer!"),u??=2147483647,u<2)return 0;u-=2;for(var f=o,m=u<s.length*2?u/2:s.length,M=0;M<m;++M){var C=s.charCodeAt(M);bt[o>>1]=C,o+=2}return bt[o>>1]=0,o-f},Pm=s=>s.length*2,Im=(s,o)=>{G(s%4==0,"Pointer passed to UTF32ToString must be aligned to four bytes!");for(var u="",f=0;!(f>=o/4);f++){var m=Fe[s+f*4>>2];if(!m)break;u+=String.fromCodePoint(m)}return u},Lm=(s,o,u)=>{if(G(o%4==0,"Pointer passed to stringToUTF32 must be aligned to four bytes!"),G(typeof u=="number","stringToUTF32(str, outPtr, maxBytesToWrite) is missing the third parameter that specifies the length of the output buffer!"),u??=2147483647,u<4)return 0;for(var f=o,m=f+u-4,M=0;M<s.length;++M){var C=s.codePointAt(M);if(C>65535&&M++,Fe[o>>2]=C,o+=4,o+4>m)break}return Fe[o>>2]=0,o-f},Dm=s=>{for(var o=0,u=0;u<s.length;++u){var f=s.codePointAt(u);f>65535&&u++,o+=4}return o},Fm=(s,o,u)=>{u=Jt(u);var f,m,M,C;o===2?(f=Rm,m=Cm,C=Pm,M=I=>en[I>>1]):o===4&&(f=Im,m=Lm,C=Dm,M=I=>Ze[I>>2]),Fn(s,{name:u,fromWireType:I=>{for(var O=Ze[I>>2],Y,ie=I+4,oe=0;oe<=O;++oe){var pe=I+4+oe*o;if(oe==O||M(pe)==0){var ce=pe-ie,ye=f(ie,ce);Y===void 0?Y=ye:(Y+="\0",Y+=ye),ie=pe+o}}return zn(I),Y},toWireType:(I,O)=>{typeof O!="string"&&yt(`Cannot pass non-string to C++ string type ${u}`);var Y=C(O),ie=nc(4+Y+o);return Ze[ie>>2]=Y/o,m(O,ie+4,Y+o),I!==null&&I.push(zn,ie),ie},argPackAdvance:ei,readValueFromPointer:Ma,destructorFunction(I){zn(I)}})},Nm=(s,o)=>{uh(s)},Um=(s,o)=>{o=Jt(o),Fn(s,{isVoid:!0,name:o,argPackAdvance:0,fromWireType:()=>{},toWireType:(u,f)=>{}})},Om=()=>{throw new _e},dh=(s,o,u)=>{var f=[],m=s.toWireType(f,u);return f.length&&(Ze[o>>2]=Zt.toHandle(f)),m},Bm=(s,o,u)=>(s=Zt.toValue(s),o=Aa(o,"emval::as"),dh(o,u,s)),Ra=[],km=(s,o,u,f)=>(s=Ra[s],o=Zt.toValue(o),s(null,o,u,f)),zm={},Ql=s=>{var o=zm[s];return o===void 0?Jt(s):o},Gm=(s,o,u,f,m)=>(s=Ra[s],o=Zt.toValue(o),u=Ql(u),s(o,o[u],f,m)),fh=()=>globalThis,Vm=s=>s===0?Zt.toHandle(fh()):(s=Ql(s),Zt.toHandle(fh()[s])),Hm=s=>{var o=Ra.length;return Ra.push(s),o},Wm=(s,o)=>{for(var u=new Array(s),f=0;f<s;++f)u[f]=Aa(Ze[o+f*4>>2],`parameter ${f}`);return u},Xm=(s,o,u)=>{var f=Wm(s,o),m=f.shift();s--;var M=`return function (obj, func, destructorsRef, args) {
`,C=0,I=[];u===0&&I.push("obj");for(var O=["retType"],Y=[m],ie=0;ie<s;++ie)I.push(`arg${ie}`),O.push(`argType${ie}`),Y.push(f[ie]),M+=`  var arg${ie} = argType${ie}.readValueFromPointer(args${C?"+"+C:""});
`,C+=f[ie].argPackAdvance;var oe=u===1?"new func":"func.call";M+=`  var rv = ${oe}(${I.join(", ")});
`,m.isVoid||(O.push("emval_returnValue"),Y.push(dh),M+=`  return emval_returnValue(retType, destructorsRef, rv);
`),M+=`};
`;var pe=new Function(...O,M)(...Y),ce=`methodCaller<(${f.map(ye=>ye.name).join(", ")}) => ${m.name}>`;return Hm(xa(ce,pe))},$m=(s,o)=>(s=Zt.toValue(s),o=Zt.toValue(o),Zt.toHandle(s[o])),qm=s=>{s>9&&(ni[s+1]+=1)},Ym=s=>(s=Zt.toValue(s),typeof s=="number"),Jm=s=>(s=Zt.toValue(s),typeof s=="string"),Zm=()=>Zt.toHandle([]),jm=s=>Zt.toHandle(Ql(s)),Km=s=>{var o=Zt.toValue(s);Zl(o),Kl(s)},Qm=(s,o)=>{s=Aa(s,"_emval_take_value");var u=s.readValueFromPointer(o);return Zt.toHandle(u)},eg=s=>{throw s=Zt.toValue(s),s},tg=s=>s%4===0&&(s%100!==0||s%400===0),ng=[0,31,60,91,121,152,182,213,244,274,305,335],ig=[0,31,59,90,120,151,181,212,243,273,304,334],ph=s=>{var o=tg(s.getFullYear()),u=o?ng:ig,f=u[s.getMonth()]+s.getDate()-1;return f},rg=9007199254740992,sg=-9007199254740992,ec=s=>s<sg||s>rg?NaN:Number(s);function ag(s,o){s=ec(s);var u=new Date(s*1e3);Fe[o>>2]=u.getSeconds(),Fe[o+4>>2]=u.getMinutes(),Fe[o+8>>2]=u.getHours(),Fe[o+12>>2]=u.getDate(),Fe[o+16>>2]=u.getMonth(),Fe[o+20>>2]=u.getFullYear()-1900,Fe[o+24>>2]=u.getDay();var f=ph(u)|0;Fe[o+28>>2]=f,Fe[o+36>>2]=-(u.getTimezoneOffset()*60);var m=new Date(u.getFullYear(),0,1),M=new Date(u.getFullYear(),6,1).getTimezoneOffset(),C=m.getTimezoneOffset(),I=(M!=C&&u.getTimezoneOffset()==Math.min(C,M))|0;Fe[o+32>>2]=I}var og=function(s){var o=(()=>{var u=new Date(Fe[s+20>>2]+1900,Fe[s+16>>2],Fe[s+12>>2],Fe[s+8>>2],Fe[s+4>>2],Fe[s>>2],0),f=Fe[s+32>>2],m=u.getTimezoneOffset(),M=new Date(u.getFullYear(),0,1),C=new Date(u.getFullYear(),6,1).getTimezoneOffset(),I=M.getTimezoneOffset(),O=Math.min(I,C);if(f<0)Fe[s+32>>2]=+(C!=I&&O==m);else if(f>0!=(O==m)){var Y=Math.max(I,C),ie=f>0?O:Y;u.setTime(u.getTime()+(ie-m)*6e4)}Fe[s+24>>2]=u.getDay();var oe=ph(u)|0;Fe[s+28>>2]=oe,Fe[s>>2]=u.getSeconds(),Fe[s+4>>2]=u.getMinutes(),Fe[s+8>>2]=u.getHours(),Fe[s+12>>2]=u.getDate(),Fe[s+16>>2]=u.getMonth(),Fe[s+20>>2]=u.getYear();var pe=u.getTime();return isNaN(pe)?-1:pe/1e3})();return BigInt(o)},lg=(s,o,u,f)=>{var m=new Date().getFullYear(),M=new Date(m,0,1),C=new Date(m,6,1),I=M.getTimezoneOffset(),O=C.getTimezoneOffset(),Y=Math.max(I,O);Ze[s>>2]=Y*60,Fe[o>>2]=+(I!=O);var ie=ce=>{var ye=ce>=0?"-":"+",tt=Math.abs(ce),xt=String(Math.floor(tt/60)).padStart(2,"0"),gt=String(tt%60).padStart(2,"0");return`UTC${ye}${xt}${gt}`},oe=ie(I),pe=ie(O);G(oe),G(pe),G(He(oe)<=16,`timezone name truncated to fit in TZNAME_MAX (${oe})`),G(He(pe)<=16,`timezone name truncated to fit in TZNAME_MAX (${pe})`),O<I?(Zi(oe,u,17),Zi(pe,f,17)):(Zi(oe,f,17),Zi(pe,u,17))},mh=()=>performance.now(),gh=()=>Date.now(),cg=1,ug=s=>s>=0&&s<=3;function hg(s,o,u){if(o=ec(o),!ug(s))return 28;var f;if(s===0)f=gh();else if(cg)f=mh();else return 52;var m=Math.round(f*1e3*1e3);return q[u>>3]=BigInt(m),0}var Ca=[],dg=(s,o)=>{G(Array.isArray(Ca)),G(o%16==0),Ca.length=0;for(var u;u=It[s++];){var f=String.fromCharCode(u),m=["d","f","i","p"];m.push("j"),G(m.includes(f),`Invalid character ${u}("${f}") in readEmAsmArgs! Use only [${m}], and do not specify "v" for void return argument.`);var M=u!=105;M&=u!=112,o+=M&&o%8?4:0,Ca.push(u==112?Ze[o>>2]:u==106?q[o>>3]:u==105?Fe[o>>2]:tn[o>>3]),o+=M?8:4}return Ca},fg=(s,o,u)=>{var f=dg(o,u);return G(Mh.hasOwnProperty(s),`No EM_ASM constant found at address ${s}.  The loaded WebAssembly file is likely out of sync with the generated JavaScript.`),Mh[s](...f)},pg=(s,o,u)=>fg(s,o,u),_h=()=>2147483648,mg=()=>_h(),gg=(s,o)=>(G(o,"alignment argument is required"),Math.ceil(s/o)*o),_g=s=>{var o=Vt.buffer,u=(s-o.byteLength+65535)/65536|0;try{return Vt.grow(u),Nt(),1}catch(f){w(`growMemory: Attempted to grow heap from ${o.byteLength} bytes to ${s} bytes, but got error: ${f}`)}},vg=s=>{var o=It.length;s>>>=0,G(s>o);var u=_h();if(s>u)return w(`Cannot enlarge memory, requested ${s} bytes, but the limit is ${u} bytes!`),!1;for(var f=1;f<=4;f*=2){var m=o*(1+.2/f);m=Math.min(m,s+100663296);var M=Math.min(u,gg(Math.max(s,m),65536)),C=_g(M);if(C)return!0}return w(`Failed to grow the heap from ${o} bytes to ${M} bytes, not enough memory!`),!1},tc={},yg=()=>d||"./this.program",rs=()=>{if(!rs.strings){var s=(typeof navigator=="object"&&navigator.language||"C").replace("-","_")+".UTF-8",o={USER:"web_user",LOGNAME:"web_user",PATH:"/",PWD:"/",HOME:"/home/web_user",LANG:s,_:yg()};for(var u in tc)tc[u]===void 0?delete o[u]:o[u]=tc[u];var f=[];for(var u in o)f.push(`${u}=${o[u]}`);rs.strings=f}return rs.strings},xg=(s,o)=>{var u=0,f=0;for(var m of rs()){var M=o+u;Ze[s+f>>2]=M,u+=Zi(m,M,1/0)+1,f+=4}return 0},Sg=(s,o)=>{var u=rs();Ze[s>>2]=u.length;var f=0;for(var m of u)f+=He(m)+1;return Ze[o>>2]=f,0},vh=0,yh=()=>At||vh>0,Mg=s=>{ee=s,yh()||(t.onExit?.(s),k=!0),p(s,new Pe(s))},bg=(s,o)=>{if(ee=s,O0(),yh()&&!o){var u=`program exited (with status: ${s}), but keepRuntimeAlive() is set (counter=${vh}) due to an async operation, so halting execution but not exiting the runtime or preventing further async execution (you can use emscripten_force_exit, if you want to force a true shutdown)`;pt?.(u),w(u)}Mg(s)},wg=bg;function Eg(s){try{var o=ht.getStreamFromFD(s);return A.close(o),0}catch(u){if(typeof A>"u"||u.name!=="ErrnoError")throw u;return u.errno}}var Tg=(s,o,u,f)=>{for(var m=0,M=0;M<u;M++){var C=Ze[o>>2],I=Ze[o+4>>2];o+=8;var O=A.read(s,ft,C,I,f);if(O<0)return-1;if(m+=O,O<I)break;typeof f<"u"&&(f+=O)}return m};function Ag(s,o,u,f){try{var m=ht.getStreamFromFD(s),M=Tg(m,o,u);return Ze[f>>2]=M,0}catch(C){if(typeof A>"u"||C.name!=="ErrnoError")throw C;return C.errno}}function Rg(s,o,u,f){o=ec(o);try{if(isNaN(o))return 61;var m=ht.getStreamFromFD(s);return A.llseek(m,o,u),q[f>>3]=BigInt(m.position),m.getdents&&o===0&&u===0&&(m.getdents=null),0}catch(M){if(typeof A>"u"||M.name!=="ErrnoError")throw M;return M.errno}}var Cg=(s,o,u,f)=>{for(var m=0,M=0;M<u;M++){var C=Ze[o>>2],I=Ze[o+4>>2];o+=8;var O=A.write(s,ft,C,I,f);if(O<0)return-1;if(m+=O,O<I)break;typeof f<"u"&&(f+=O)}return m};function Pg(s,o,u,f){try{var m=ht.getStreamFromFD(s),M=Cg(m,o,u);return Ze[f>>2]=M,0}catch(C){if(typeof A>"u"||C.name!=="ErrnoError")throw C;return C.errno}}var Ig=s=>s,Lg=s=>{var o=t["_"+s];return G(o,"Cannot call unknown function "+s+", make sure it is exported"),o},Dg=(s,o)=>{G(s.length>=0,"writeArrayToMemory array must have a length (should be an array or typed array)"),ft.set(s,o)},Pa=s=>Rh(s),Fg=s=>{var o=He(s)+1,u=Pa(o);return Zi(s,u,o),u},xh=(s,o,u,f,m)=>{var M={string:ye=>{var tt=0;return ye!=null&&ye!==0&&(tt=Fg(ye)),tt},array:ye=>{var tt=Pa(ye.length);return Dg(ye,tt),tt}};function C(ye){return o==="string"?cn(ye):o==="boolean"?!!ye:ye}var I=Lg(s),O=[],Y=0;if(G(o!=="array",'Return type should not be "array".'),f)for(var ie=0;ie<f.length;ie++){var oe=M[u[ie]];oe?(Y===0&&(Y=ve()),O[ie]=oe(f[ie])):O[ie]=f[ie]}var pe=I(...O);function ce(ye){return Y!==0&&Se(Y),C(ye)}return pe=ce(pe),pe},Ng=(s,o,u,f)=>(...m)=>xh(s,o,u,m,f),Ug=(...s)=>A.createPath(...s),Og=(...s)=>A.unlink(...s),Bg=(...s)=>A.createLazyFile(...s),kg=(...s)=>A.createDevice(...s),zg=s=>Ia(s),Gg=s=>sc(s),Vg=s=>{var o=ve(),u=Pa(4),f=Pa(4);Ph(s,u,f);var m=Ze[u>>2],M=Ze[f>>2],C=cn(m);zn(m);var I;return M&&(I=cn(M),zn(M)),Se(o),[C,I]},Sh=s=>Vg(s);A.createPreloadedFile=jn,A.staticInit(),Kp(),am(),G(ni.length===10),t.noExitRuntime&&(At=t.noExitRuntime),t.preloadPlugins&&(nn=t.preloadPlugins),t.print&&(E=t.print),t.printErr&&(w=t.printErr),t.wasmBinary&&(K=t.wasmBinary),Xg(),t.arguments&&(h=t.arguments),t.thisProgram&&(d=t.thisProgram),G(typeof t.memoryInitializerPrefixURL>"u","Module.memoryInitializerPrefixURL option was removed, use Module.locateFile instead"),G(typeof t.pthreadMainPrefixURL>"u","Module.pthreadMainPrefixURL option was removed, use Module.locateFile instead"),G(typeof t.cdInitializerPrefixURL>"u","Module.cdInitializerPrefixURL option was removed, use Module.locateFile instead"),G(typeof t.filePackagePrefixURL>"u","Module.filePackagePrefixURL option was removed, use Module.locateFile instead"),G(typeof t.read>"u","Module.read option was removed"),G(typeof t.readAsync>"u","Module.readAsync option was removed (modify readAsync in JS)"),G(typeof t.readBinary>"u","Module.readBinary option was removed (modify readBinary in JS)"),G(typeof t.setWindowTitle>"u","Module.setWindowTitle option was removed (modify emscripten_set_window_title in JS)"),G(typeof t.TOTAL_MEMORY>"u","Module.TOTAL_MEMORY has been renamed Module.INITIAL_MEMORY"),G(typeof t.ENVIRONMENT>"u","Module.ENVIRONMENT has been deprecated. To force the environment, use the ENVIRONMENT compile-time option (for example, -sENVIRONMENT=web or -sENVIRONMENT=node)"),G(typeof t.STACK_SIZE>"u","STACK_SIZE can no longer be set at runtime.  Use -sSTACK_SIZE at link time"),G(typeof t.wasmMemory>"u","Use of `wasmMemory` detected.  Use -sIMPORTED_MEMORY to define wasmMemory externally"),G(typeof t.INITIAL_MEMORY>"u","Detected runtime INITIAL_MEMORY setting.  Use -sIMPORTED_MEMORY to define wasmMemory dynamically"),t.addRunDependency=xe,t.removeRunDependency=de,t.ccall=xh,t.cwrap=Ng,t.FS_createPreloadedFile=jn,t.FS_unlink=Og,t.FS_createPath=Ug,t.FS_createDevice=kg,t.FS=A,t.FS_createDataFile=Yt,t.FS_createLazyFile=Bg,t.MEMFS=Ge;var Hg=["writeI53ToI64","writeI53ToI64Clamped","writeI53ToI64Signaling","writeI53ToU64Clamped","writeI53ToU64Signaling","readI53FromI64","readI53FromU64","convertI32PairToI53","convertI32PairToI53Checked","convertU32PairToI53","getTempRet0","zeroMemory","withStackSave","inetPton4","inetNtop4","inetPton6","inetNtop6","readSockaddr","writeSockaddr","emscriptenLog","runMainThreadEmAsm","jstoi_q","autoResumeAudioContext","getDynCaller","dynCall","handleException","runtimeKeepalivePush","runtimeKeepalivePop","callUserCallback","maybeExit","asmjsMangle","HandleAllocator","getNativeTypeSize","addOnInit","addOnPostCtor","addOnPreMain","addOnExit","STACK_SIZE","STACK_ALIGN","POINTER_SIZE","ASSERTIONS","uleb128Encode","sigToWasmTypes","generateFuncType","convertJsFunctionToWasm","getEmptyTableSlot","updateTableMap","getFunctionAddress","addFunction","removeFunction","reallyNegative","unSign","strLen","reSign","formatString","intArrayToString","stringToAscii","stringToNewUTF8","registerKeyEventCallback","maybeCStringToJsString","findEventTarget","getBoundingClientRect","fillMouseEventData","registerMouseEventCallback","registerWheelEventCallback","registerUiEventCallback","registerFocusEventCallback","fillDeviceOrientationEventData","registerDeviceOrientationEventCallback","fillDeviceMotionEventData","registerDeviceMotionEventCallback","screenOrientation","fillOrientationChangeEventData","registerOrientationChangeEventCallback","fillFullscreenChangeEventData","registerFullscreenChangeEventCallback","JSEvents_requestFullscreen","JSEvents_resizeCanvasForFullscreen","registerRestoreOldStyle","hideEverythingExceptGivenElement","restoreHiddenElements","setLetterbox","softFullscreenResizeWebGLRenderTarget","doRequestFullscreen","fillPointerlockChangeEventData","registerPointerlockChangeEventCallback","registerPointerlockErrorEventCallback","requestPointerLock","fillVisibilityChangeEventData","registerVisibilityChangeEventCallback","registerTouchEventCallback","fillGamepadEventData","registerGamepadEventCallback","registerBeforeUnloadEventCallback","fillBatteryEventData","battery","registerBatteryEventCallback","setCanvasElementSize","getCanvasElementSize","jsStackTrace","getCallstack","convertPCtoSourceLocation","wasiRightsToMuslOFlags","wasiOFlagsToMuslOFlags","safeSetTimeout","setImmediateWrapped","safeRequestAnimationFrame","clearImmediateWrapped","registerPostMainLoop","registerPreMainLoop","getPromise","makePromise","idsToPromises","makePromiseCallback","Browser_asyncPrepareDataCounter","arraySum","addDays","getSocketFromFD","getSocketAddress","FS_mkdirTree","_setNetworkCallback","heapObjectForWebGLType","toTypedArrayIndex","webgl_enable_ANGLE_instanced_arrays","webgl_enable_OES_vertex_array_object","webgl_enable_WEBGL_draw_buffers","webgl_enable_WEBGL_multi_draw","webgl_enable_EXT_polygon_offset_clamp","webgl_enable_EXT_clip_control","webgl_enable_WEBGL_polygon_mode","emscriptenWebGLGet","computeUnpackAlignedImageSize","colorChannelsInGlTextureFormat","emscriptenWebGLGetTexPixelData","emscriptenWebGLGetUniform","webglGetUniformLocation","webglPrepareUniformLocationsBeforeFirstUse","webglGetLeftBracePos","emscriptenWebGLGetVertexAttrib","__glGetActiveAttribOrUniform","writeGLArray","registerWebGlEventCallback","runAndAbortIfError","ALLOC_NORMAL","ALLOC_STACK","allocate","writeStringToMemory","writeAsciiToMemory","demangle","stackTrace","getFunctionArgsName","createJsInvokerSignature","PureVirtualError","registerInheritedInstance","unregisterInheritedInstance","getInheritedInstanceCount","getLiveInheritedInstances","setDelayFunction","count_emval_handles"];Hg.forEach(Je);var Wg=["run","out","err","callMain","abort","wasmMemory","wasmExports","HEAPF32","HEAPF64","HEAP8","HEAPU8","HEAP16","HEAPU16","HEAP32","HEAPU32","HEAP64","HEAPU64","writeStackCookie","checkStackCookie","INT53_MAX","INT53_MIN","bigintToI53Checked","stackSave","stackRestore","stackAlloc","setTempRet0","ptrToString","exitJS","getHeapMax","growMemory","ENV","ERRNO_CODES","strError","DNS","Protocols","Sockets","timers","warnOnce","readEmAsmArgsArray","readEmAsmArgs","runEmAsmFunction","getExecutableName","keepRuntimeAlive","asyncLoad","alignMemory","mmapAlloc","wasmTable","getUniqueRunDependency","noExitRuntime","addOnPreRun","addOnPostRun","freeTableIndexes","functionsInTableMap","setValue","getValue","PATH","PATH_FS","UTF8Decoder","UTF8ArrayToString","UTF8ToString","stringToUTF8Array","stringToUTF8","lengthBytesUTF8","intArrayFromString","AsciiToString","UTF16Decoder","UTF16ToString","stringToUTF16","lengthBytesUTF16","UTF32ToString","stringToUTF32","lengthBytesUTF32","stringToUTF8OnStack","writeArrayToMemory","JSEvents","specialHTMLTargets","findCanvasEventTarget","currentFullscreenStrategy","restoreOldWindowedStyle","UNWIND_CACHE","ExitStatus","getEnvStrings","checkWasiClock","doReadv","doWritev","initRandomFill","randomFill","emSetImmediate","emClearImmediate_deps","emClearImmediate","promiseMap","uncaughtExceptionCount","exceptionLast","exceptionCaught","ExceptionInfo","findMatchingCatch","getExceptionMessageCommon","Browser","requestFullscreen","requestFullScreen","setCanvasSize","getUserMedia","createContext","getPreloadedImageData__data","wget","MONTH_DAYS_REGULAR","MONTH_DAYS_LEAP","MONTH_DAYS_REGULAR_CUMULATIVE","MONTH_DAYS_LEAP_CUMULATIVE","isLeapYear","ydayFromDate","SYSCALLS","preloadPlugins","FS_modeStringToFlags","FS_getMode","FS_stdin_getChar_buffer","FS_stdin_getChar","FS_readFile","FS_root","FS_mounts","FS_devices","FS_streams","FS_nextInode","FS_nameTable","FS_currentPath","FS_initialized","FS_ignorePermissions","FS_filesystems","FS_syncFSRequests","FS_readFiles","FS_lookupPath","FS_getPath","FS_hashName","FS_hashAddNode","FS_hashRemoveNode","FS_lookupNode","FS_createNode","FS_destroyNode","FS_isRoot","FS_isMountpoint","FS_isFile","FS_isDir","FS_isLink","FS_isChrdev","FS_isBlkdev","FS_isFIFO","FS_isSocket","FS_flagsToPermissionString","FS_nodePermissions","FS_mayLookup","FS_mayCreate","FS_mayDelete","FS_mayOpen","FS_checkOpExists","FS_nextfd","FS_getStreamChecked","FS_getStream","FS_createStream","FS_closeStream","FS_dupStream","FS_doSetAttr","FS_chrdev_stream_ops","FS_major","FS_minor","FS_makedev","FS_registerDevice","FS_getDevice","FS_getMounts","FS_syncfs","FS_mount","FS_unmount","FS_lookup","FS_mknod","FS_statfs","FS_statfsStream","FS_statfsNode","FS_create","FS_mkdir","FS_mkdev","FS_symlink","FS_rename","FS_rmdir","FS_readdir","FS_readlink","FS_stat","FS_fstat","FS_lstat","FS_doChmod","FS_chmod","FS_lchmod","FS_fchmod","FS_doChown","FS_chown","FS_lchown","FS_fchown","FS_doTruncate","FS_truncate","FS_ftruncate","FS_utime","FS_open","FS_close","FS_isClosed","FS_llseek","FS_read","FS_write","FS_mmap","FS_msync","FS_ioctl","FS_writeFile","FS_cwd","FS_chdir","FS_createDefaultDirectories","FS_createDefaultDevices","FS_createSpecialDirectories","FS_createStandardStreams","FS_staticInit","FS_init","FS_quit","FS_findObject","FS_analyzePath","FS_createFile","FS_forceLoadFile","FS_absolutePath","FS_createFolder","FS_createLink","FS_joinPath","FS_mmapAlloc","FS_standardizePath","TTY","PIPEFS","SOCKFS","tempFixedLengthArray","miniTempWebGLFloatBuffers","miniTempWebGLIntBuffers","GL","AL","GLUT","EGL","GLEW","IDBStore","SDL","SDL_gfx","allocateUTF8","allocateUTF8OnStack","print","printErr","jstoi_s","InternalError","BindingError","throwInternalError","throwBindingError","registeredTypes","awaitingDependencies","typeDependencies","tupleRegistrations","structRegistrations","sharedRegisterType","whenDependentTypesAreResolved","getTypeName","getFunctionName","heap32VectorToArray","requireRegisteredType","usesDestructorStack","checkArgCount","getRequiredArgCount","createJsInvoker","UnboundTypeError","GenericWireTypeSize","EmValType","EmValOptionalType","throwUnboundTypeError","ensureOverloadTable","exposePublicSymbol","replacePublicSymbol","createNamedFunction","embindRepr","registeredInstances","getBasestPointer","getInheritedInstance","registeredPointers","registerType","integerReadValueFromPointer","enumReadValueFromPointer","floatReadValueFromPointer","assertIntegerRange","readPointer","runDestructors","craftInvokerFunction","embind__requireFunction","genericPointerToWireType","constNoSmartPtrRawPointerToWireType","nonConstNoSmartPtrRawPointerToWireType","init_RegisteredPointer","RegisteredPointer","RegisteredPointer_fromWireType","runDestructor","releaseClassHandle","finalizationRegistry","detachFinalizer_deps","detachFinalizer","attachFinalizer","makeClassHandle","init_ClassHandle","ClassHandle","throwInstanceAlreadyDeleted","deletionQueue","flushPendingDeletes","delayFunction","RegisteredClass","shallowCopyInternalPointer","downcastPointer","upcastPointer","validateThis","char_0","char_9","makeLegalFunctionName","emval_freelist","emval_handles","emval_symbols","getStringOrSymbol","Emval","emval_get_global","emval_returnValue","emval_lookupTypes","emval_methodCallers","emval_addMethodCaller"];Wg.forEach(dt),t.incrementExceptionRefcount=zg,t.decrementExceptionRefcount=Gg,t.getExceptionMessage=Sh;function Xg(){Me("fetchSettings")}var Mh={679512:()=>{typeof t<"u"&&"mjDISABLESTRING mjENABLESTRING mjFRAMESTRING mjLABELSTRING mjRNDSTRING mjTIMERSTRING mjVISSTRING".split(" ").forEach(function(s){Object.defineProperty(t,s,{get:function(){return t["get_"+s]()},set:function(o){},enumerable:!0,configurable:!0})})}},bh=Ce("___getTypeName"),nc=Ce("_malloc"),$g=Ce("___cxa_free_exception"),ic=Ce("_fflush"),zn=Ce("_free"),rc=Ce("_emscripten_stack_get_end"),qg=Ce("_emscripten_stack_get_base"),wh=Ce("_strerror"),be=Ce("_setThrew"),Eh=Ce("__emscripten_tempret_set"),Th=Ce("_emscripten_stack_init"),Yg=Ce("_emscripten_stack_get_free"),Ah=Ce("__emscripten_stack_restore"),Rh=Ce("__emscripten_stack_alloc"),Ch=Ce("_emscripten_stack_get_current"),sc=Ce("___cxa_decrement_exception_refcount"),Ia=Ce("___cxa_increment_exception_refcount"),Ph=Ce("___get_exception_message"),Ih=Ce("___cxa_can_catch"),Lh=Ce("___cxa_get_exception_ptr");function Jg(s){bh=we("__getTypeName",1),nc=we("malloc",1),$g=we("__cxa_free_exception",1),ic=we("fflush",1),zn=we("free",1),rc=s.emscripten_stack_get_end,qg=s.emscripten_stack_get_base,wh=we("strerror",1),be=we("setThrew",2),Eh=we("_emscripten_tempret_set",1),Th=s.emscripten_stack_init,Yg=s.emscripten_stack_get_free,Ah=s._emscripten_stack_restore,Rh=s._emscripten_stack_alloc,Ch=s.emscripten_stack_get_current,sc=we("__cxa_decrement_exception_refcount",1),Ia=we("__cxa_increment_exception_refcount",1),Ph=we("__get_exception_message",3),Ih=we("__cxa_can_catch",3),Lh=we("__cxa_get_exception_ptr",1)}var Dh={__assert_fail:es,__cxa_begin_catch:pr,__cxa_current_primary_exception:fa,__cxa_end_catch:Xi,__cxa_find_matching_catch_2:Hl,__cxa_find_matching_catch_3:Wl,__cxa_find_matching_catch_4:Xl,__cxa_rethrow:ts,__cxa_rethrow_primary_exception:L,__cxa_throw:$,__cxa_uncaught_exceptions:re,__resumeException:te,__syscall_dup3:Tn,__syscall_fcntl64:Bn,__syscall_fstat64:pa,__syscall_ioctl:Up,__syscall_lstat64:Op,__syscall_newfstatat:Bp,__syscall_openat:kp,__syscall_stat64:zp,_abort_js:Gp,_embind_register_bigint:Hp,_embind_register_bool:Wp,_embind_register_class:lm,_embind_register_class_class_function:dm,_embind_register_class_constructor:fm,_embind_register_class_function:pm,_embind_register_class_property:mm,_embind_register_constant:gm,_embind_register_emval:uh,_embind_register_enum:vm,_embind_register_enum_value:ym,_embind_register_float:Sm,_embind_register_function:Mm,_embind_register_integer:bm,_embind_register_memory_view:wm,_embind_register_optional:Tm,_embind_register_std_string:Am,_embind_register_std_wstring:Fm,_embind_register_user_type:Nm,_embind_register_void:Um,_emscripten_throw_longjmp:Om,_emval_as:Bm,_emval_call:km,_emval_call_method:Gm,_emval_decref:Kl,_emval_get_global:Vm,_emval_get_method_caller:Xm,_emval_get_property:$m,_emval_incref:qm,_emval_is_number:Ym,_emval_is_string:Jm,_emval_new_array:Zm,_emval_new_cstring:jm,_emval_run_destructors:Km,_emval_take_value:Qm,_emval_throw:eg,_localtime_js:ag,_mktime_js:og,_tzset_js:lg,clock_time_get:hg,emscripten_asm_const_int:pg,emscripten_date_now:gh,emscripten_get_heap_max:mg,emscripten_get_now:mh,emscripten_resize_heap:vg,environ_get:xg,environ_sizes_get:Sg,exit:wg,fd_close:Eg,fd_read:Ag,fd_seek:Rg,fd_write:Pg,invoke_ddd:M0,invoke_dddi:k_,invoke_dddidi:z_,invoke_ddidi:B_,invoke_di:G_,invoke_dii:C_,invoke_diii:c_,invoke_diiii:O_,invoke_diiiidd:N_,invoke_diiiidi:d_,invoke_diiiii:r_,invoke_diiiiii:v_,invoke_diiiiiii:V_,invoke_diiiiiiiii:g_,invoke_diiiiiiiiiiii:__,invoke_fiii:D0,invoke_i:s_,invoke_id:o0,invoke_ii:Kg,invoke_iid:K_,invoke_iidddd:A0,invoke_iidiii:T_,invoke_iidiiid:w_,invoke_iidiiiiidi:A_,invoke_iif:T0,invoke_iii:Zg,invoke_iiid:R_,invoke_iiididdddddd:E_,invoke_iiidiiiiiiii:b_,invoke_iiii:t_,invoke_iiiidddiiiii:W_,invoke_iiiii:l_,invoke_iiiiid:c0,invoke_iiiiii:i0,invoke_iiiiiii:e0,invoke_iiiiiiii:j_,invoke_iiiiiiiidd:u0,invoke_iiiiiiiii:F_,invoke_iiiiiiiiii:t0,invoke_iiiiiiiiiidddiiiiiiiii:M_,invoke_iiiiiiiiiii:L0,invoke_iiiiiiiiiiii:F0,invoke_iiiiiiiiiiiii:m0,invoke_iiij:n0,invoke_iiji:l0,invoke_j:P0,invoke_ji:x0,invoke_jiiii:r0,invoke_jij:S0,invoke_v:e_,invoke_vi:Qg,invoke_vid:Q_,invoke_viddd:s0,invoke_vidddd:a0,invoke_vidi:U_,invoke_vidiii:x_,invoke_vii:i_,invoke_viid:L_,invoke_viiddi:p0,invoke_viiddidi:f0,invoke_viiddii:H_,invoke_viidi:I_,invoke_viidii:h_,invoke_viidiii:J_,invoke_viidiiid:q_,invoke_viidiiiii:S_,invoke_viidiiiiidi:Z_,invoke_viidiiiiiiii:y_,invoke_viii:jg,invoke_viiid:p_,invoke_viiidd:d0,invoke_viiidi:P_,invoke_viiididdddddd:Y_,invoke_viiidiiiiiiii:$_,invoke_viiii:o_,invoke_viiiiddd:h0,invoke_viiiidi:b0,invoke_viiiifi:w0,invoke_viiiii:n_,invoke_viiiiid:f_,invoke_viiiiii:a_,invoke_viiiiiii:u_,invoke_viiiiiiii:D_,invoke_viiiiiiiiii:v0,invoke_viiiiiiiiiidddiiiiiiiii:X_,invoke_viiiiiiiiiiid:m_,invoke_viiiiiiiiiiiii:_0,invoke_viiiiiiiiiiiiiii:N0,invoke_viiiiiiiiiiiiiiiiii:y0,invoke_viiiij:R0,invoke_viij:C0,invoke_viijii:I0,invoke_vij:E0,invoke_vijjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj:g0,llvm_eh_typeid_for:Ig},ji=await Ae();function Zg(s,o,u){var f=ve();try{return Ee(s)(o,u)}catch(m){if(Se(f),!(m instanceof V))throw m;be(1,0)}}function jg(s,o,u,f){var m=ve();try{Ee(s)(o,u,f)}catch(M){if(Se(m),!(M instanceof V))throw M;be(1,0)}}function Kg(s,o){var u=ve();try{return Ee(s)(o)}catch(f){if(Se(u),!(f instanceof V))throw f;be(1,0)}}function Qg(s,o){var u=ve();try{Ee(s)(o)}catch(f){if(Se(u),!(f instanceof V))throw f;be(1,0)}}function e_(s){var o=ve();try{Ee(s)()}catch(u){if(Se(o),!(u instanceof V))throw u;be(1,0)}}function t_(s,o,u,f){var m=ve();try{return Ee(s)(o,u,f)}catch(M){if(Se(m),!(M instanceof V))throw M;be(1,0)}}function n_(s,o,u,f,m,M){var C=ve();try{Ee(s)(o,u,f,m,M)}catch(I){if(Se(C),!(I instanceof V))throw I;be(1,0)}}function i_(s,o,u){var f=ve();try{Ee(s)(o,u)}catch(m){if(Se(f),!(m instanceof V))throw m;be(1,0)}}function r_(s,o,u,f,m,M){var C=ve();try{return Ee(s)(o,u,f,m,M)}catch(I){if(Se(C),!(I instanceof V))throw I;be(1,0)}}function s_(s){var o=ve();try{return Ee(s)()}catch(u){if(Se(o),!(u instanceof V))throw u;be(1,0)}}function a_(s,o,u,f,m,M,C){var I=ve();try{Ee(s)(o,u,f,m,M,C)}catch(O){if(Se(I),!(O instanceof V))throw O;be(1,0)}}function o_(s,o,u,f,m){var M=ve();try{Ee(s)(o,u,f,m)}catch(C){if(Se(M),!(C instanceof V))throw C;be(1,0)}}function l_(s,o,u,f,m){var M=ve();try{return Ee(s)(o,u,f,m)}catch(C){if(Se(M),!(C instanceof V))throw C;be(1,0)}}function c_(s,o,u,f){var m=ve();try{return Ee(s)(o,u,f)}catch(M){if(Se(m),!(M instanceof V))throw M;be(1,0)}}function u_(s,o,u,f,m,M,C,I){var O=ve();try{Ee(s)(o,u,f,m,M,C,I)}catch(Y){if(Se(O),!(Y instanceof V))throw Y;be(1,0)}}function h_(s,o,u,f,m,M){var C=ve();try{Ee(s)(o,u,f,m,M)}catch(I){if(Se(C),!(I instanceof V))throw I;be(1,0)}}function d_(s,o,u,f,m,M,C){var I=ve();try{return Ee(s)(o,u,f,m,M,C)}catch(O){if(Se(I),!(O instanceof V))throw O;be(1,0)}}function f_(s,o,u,f,m,M,C){var I=ve();try{Ee(s)(o,u,f,m,M,C)}catch(O){if(Se(I),!(O instanceof V))throw O;be(1,0)}}function p_(s,o,u,f,m){var M=ve();try{Ee(s)(o,u,f,m)}catch(C){if(Se(M),!(C instanceof V))throw C;be(1,0)}}function m_(s,o,u,f,m,M,C,I,O,Y,ie,oe,pe){var ce=ve();try{Ee(s)(o,u,f,m,M,C,I,O,Y,ie,oe,pe)}catch(ye){if(Se(ce),!(ye instanceof V))throw ye;be(1,0)}}function g_(s,o,u,f,m,M,C,I,O,Y){var ie=ve();try{return Ee(s)(o,u,f,m,M,C,I,O,Y)}catch(oe){if(Se(ie),!(oe instanceof V))throw oe;be(1,0)}}function __(s,o,u,f,m,M,C,I,O,Y,ie,oe,pe){var ce=ve();try{return Ee(s)(o,u,f,m,M,C,I,O,Y,ie,oe,pe)}catch(ye){if(Se(ce),!(ye instanceof V))throw ye;be(1,0)}}function v_(s,o,u,f,m,M,C){var I=ve();try{return Ee(s)(o,u,f,m,M,C)}catch(O){if(Se(I),!(O instanceof V))throw O;be(1,0)}}function y_(s,o,u,f,m,M,C,I,O,Y,ie,oe){var pe=ve();try{Ee(s)(o,u,f,m,M,C,I,O,Y,ie,oe)}catch(ce){if(Se(pe),!(ce instanceof V))throw ce;be(1,0)}}function x_(s,o,u,f,m,M){var C=ve();try{Ee(s)(o,u,f,m,M)}catch(I){if(Se(C),!(I instanceof V))throw I;be(1,0)}}function S_(s,o,u,f,m,M,C,I,O){var Y=ve();try{Ee(s)(o,u,f,m,M,C,I,O)}catch(ie){if(Se(Y),!(ie instanceof V))throw ie;be(1,0)}}function M_(s,o,u,f,m,M,C,I,O,Y,ie,oe,pe,ce,ye,tt,xt,gt,Ot,Et,dn,jt){var yn=ve();try{return Ee(s)(o,u,f,m,M,C,I,O,Y,ie,oe,pe,ce,ye,tt,xt,gt,Ot,Et,dn,jt)}catch(Ft){if(Se(yn),!(Ft instanceof V))throw Ft;be(1,0)}}function b_(s,o,u,f,m,M,C,I,O,Y,ie,oe){var pe=ve();try{return Ee(s)(o,u,f,m,M,C,I,O,Y,ie,oe)}catch(ce){if(Se(pe),!(ce instanceof V))throw ce;be(1,0)}}function w_(s,o,u,f,m,M,C){var I=ve();try{return Ee(s)(o,u,f,m,M,C)}catch(O){if(Se(I),!(O instanceof V))throw O;be(1,0)}}function E_(s,o,u,f,m,M,C,I,O,Y,ie,oe){var pe=ve();try{return Ee(s)(o,u,f,m,M,C,I,O,Y,ie,oe)}catch(ce){if(Se(pe),!(ce instanceof V))throw ce;be(1,0)}}function T_(s,o,u,f,m,M){var C=ve();try{return Ee(s)(o,u,f,m,M)}catch(I){if(Se(C),!(I instanceof V))throw I;be(1,0)}}function A_(s,o,u,f,m,M,C,I,O,Y){var ie=ve();try{return Ee(s)(o,u,f,m,M,C,I,O,Y)}catch(oe){if(Se(ie),!(oe instanceof V))throw oe;be(1,0)}}function R_(s,o,u,f){var m=ve();try{return Ee(s)(o,u,f)}catch(M){if(Se(m),!(M instanceof V))throw M;be(1,0)}}function C_(s,o,u){var f=ve();try{return Ee(s)(o,u)}catch(m){if(Se(f),!(m instanceof V))throw m;be(1,0)}}function P_(s,o,u,f,m,M){var C=ve();try{Ee(s)(o,u,f,m,M)}catch(I){if(Se(C),!(I instanceof V))throw I;be(1,0)}}function I_(s,o,u,f,m){var M=ve();try{Ee(s)(o,u,f,m)}catch(C){if(Se(M),!(C instanceof V))throw C;be(1,0)}}function L_(s,o,u,f){var m=ve();try{Ee(s)(o,u,f)}catch(M){if(Se(m),!(M instanceof V))throw M;be(1,0)}}function D_(s,o,u,f,m,M,C,I,O){var Y=ve();try{Ee(s)(o,u,f,m,M,C,I,O)}catch(ie){if(Se(Y),!(ie instanceof V))throw ie;be(1,0)}}function F_(s,o,u,f,m,M,C,I,O){var Y=ve();try{return Ee(s)(o,u,f,m,M,C,I,O)}catch(ie){if(Se(Y),!(ie instanceof V))throw ie;be(1,0)}}function N_(s,o,u,f,m,M,C){var I=ve();try{return Ee(s)(o,u,f,m,M,C)}catch(O){if(Se(I),!(O instanceof V))throw O;be(1,0)}}function U_(s,o,u,f){var m=ve();try{Ee(s)(o,u,f)}catch(M){if(Se(m),!(M instanceof V))throw M;be(1,0)}}function O_(s,o,u,f,m){var M=ve();try{return Ee(s)(o,u,f,m)}catch(C){if(Se(M),!(C instanceof V))throw C;be(1,0)}}function B_(s,o,u,f,m){var M=ve();try{return Ee(s)(o,u,f,m)}catch(C){if(Se(M),!(C instanceof V))throw C;be(1,0)}}function k_(s,o,u,f){var m=ve();try{return Ee(s)(o,u,f)}catch(M){if(Se(m),!(M instanceof V))throw M;be(1,0)}}function z_(s,o,u,f,m,M){var C=ve();try{return Ee(s)(o,u,f,m,M)}catch(I){if(Se(C),!(I instanceof V))throw I;be(1,0)}}function G_(s,o){var u=ve();try{return Ee(s)(o)}catch(f){if(Se(u),!(f instanceof V))throw f;be(1,0)}}function V_(s,o,u,f,m,M,C,I){var O=ve();try{return Ee(s)(o,u,f,m,M,C,I)}catch(Y){if(Se(O),!(Y instanceof V))throw Y;be(1,0)}}function H_(s,o,u,f,m,M,C){var I=ve();try{Ee(s)(o,u,f,m,M,C)}catch(O){if(Se(I),!(O instanceof V))throw O;be(1,0)}}function W_(s,o,u,f,m,M,C,I,O,Y,ie,oe){var pe=ve();try{return Ee(s)(o,u,f,m,M,C,I,O,Y,ie,oe)}catch(ce){if(Se(pe),!(ce instanceof V))throw ce;be(1,0)}}function X_(s,o,u,f,m,M,C,I,O,Y,ie,oe,pe,ce,ye,tt,xt,gt,Ot,Et,dn,jt,yn){var Ft=ve();try{Ee(s)(o,u,f,m,M,C,I,O,Y,ie,oe,pe,ce,ye,tt,xt,gt,Ot,Et,dn,jt,yn)}catch(Ki){if(Se(Ft),!(Ki instanceof V))throw Ki;be(1,0)}}function $_(s,o,u,f,m,M,C,I,O,Y,ie,oe,pe){var ce=ve();try{Ee(s)(o,u,f,m,M,C,I,O,Y,ie,oe,pe)}catch(ye){if(Se(ce),!(ye instanceof V))throw ye;be(1,0)}}function q_(s,o,u,f,m,M,C,I){var O=ve();try{Ee(s)(o,u,f,m,M,C,I)}catch(Y){if(Se(O),!(Y instanceof V))throw Y;be(1,0)}}function Y_(s,o,u,f,m,M,C,I,O,Y,ie,oe,pe){var ce=ve();try{Ee(s)(o,u,f,m,M,C,I,O,Y,ie,oe,pe)}catch(ye){if(Se(ce),!(ye instanceof V))throw ye;be(1,0)}}function J_(s,o,u,f,m,M,C){var I=ve();try{Ee(s)(o,u,f,m,M,C)}catch(O){if(Se(I),!(O instanceof V))throw O;be(1,0)}}function Z_(s,o,u,f,m,M,C,I,O,Y,ie){var oe=ve();try{Ee(s)(o,u,f,m,M,C,I,O,Y,ie)}catch(pe){if(Se(oe),!(pe instanceof V))throw pe;be(1,0)}}function j_(s,o,u,f,m,M,C,I){var O=ve();try{return Ee(s)(o,u,f,m,M,C,I)}catch(Y){if(Se(O),!(Y instanceof V))throw Y;be(1,0)}}function K_(s,o,u){var f=ve();try{return Ee(s)(o,u)}catch(m){if(Se(f),!(m instanceof V))throw m;be(1,0)}}function Q_(s,o,u){var f=ve();try{Ee(s)(o,u)}catch(m){if(Se(f),!(m instanceof V))throw m;be(1,0)}}function e0(s,o,u,f,m,M,C){var I=ve();try{return Ee(s)(o,u,f,m,M,C)}catch(O){if(Se(I),!(O instanceof V))throw O;be(1,0)}}function t0(s,o,u,f,m,M,C,I,O,Y){var ie=ve();try{return Ee(s)(o,u,f,m,M,C,I,O,Y)}catch(oe){if(Se(ie),!(oe instanceof V))throw oe;be(1,0)}}function n0(s,o,u,f){var m=ve();try{return Ee(s)(o,u,f)}catch(M){if(Se(m),!(M instanceof V))throw M;be(1,0)}}function i0(s,o,u,f,m,M){var C=ve();try{return Ee(s)(o,u,f,m,M)}catch(I){if(Se(C),!(I instanceof V))throw I;be(1,0)}}function r0(s,o,u,f,m){var M=ve();try{return Ee(s)(o,u,f,m)}catch(C){if(Se(M),!(C instanceof V))throw C;return be(1,0),0n}}function s0(s,o,u,f,m){var M=ve();try{Ee(s)(o,u,f,m)}catch(C){if(Se(M),!(C instanceof V))throw C;be(1,0)}}function a0(s,o,u,f,m,M){var C=ve();try{Ee(s)(o,u,f,m,M)}catch(I){if(Se(C),!(I instanceof V))throw I;be(1,0)}}function o0(s,o){var u=ve();try{return Ee(s)(o)}catch(f){if(Se(u),!(f instanceof V))throw f;be(1,0)}}function l0(s,o,u,f){var m=ve();try{return Ee(s)(o,u,f)}catch(M){if(Se(m),!(M instanceof V))throw M;be(1,0)}}function c0(s,o,u,f,m,M){var C=ve();try{return Ee(s)(o,u,f,m,M)}catch(I){if(Se(C),!(I instanceof V))throw I;be(1,0)}}function u0(s,o,u,f,m,M,C,I,O,Y){var ie=ve();try{return Ee(s)(o,u,f,m,M,C,I,O,Y)}catch(oe){if(Se(ie),!(oe instanceof V))throw oe;be(1,0)}}function h0(s,o,u,f,m,M,C,I){var O=ve();try{Ee(s)(o,u,f,m,M,C,I)}catch(Y){if(Se(O),!(Y instanceof V))throw Y;be(1,0)}}function d0(s,o,u,f,m,M){var C=ve();try{Ee(s)(o,u,f,m,M)}catch(I){if(Se(C),!(I instanceof V))throw I;be(1,0)}}function f0(s,o,u,f,m,M,C,I){var O=ve();try{Ee(s)(o,u,f,m,M,C,I)}catch(Y){if(Se(O),!(Y instanceof V))throw Y;be(1,0)}}function p0(s,o,u,f,m,M){var C=ve();try{Ee(s)(o,u,f,m,M)}catch(I){if(Se(C),!(I instanceof V))throw I;be(1,0)}}function m0(s,o,u,f,m,M,C,I,O,Y,ie,oe,pe){var ce=ve();try{return Ee(s)(o,u,f,m,M,C,I,O,Y,ie,oe,pe)}catch(ye){if(Se(ce),!(ye instanceof V))throw ye;be(1,0)}}function g0(s,o,u,f,m,M,C,I,O,Y,ie,oe,pe,ce,ye,tt,xt,gt,Ot,Et,dn,jt,yn,Ft,Ki,k0,z0,G0,V0,H0,W0,X0,$0,q0,Y0,J0,Z0,j0,K0,Q0,ev,tv,nv,iv,rv,sv,av,ov,lv,cv,uv,hv,dv,fv,pv,mv,gv,_v,vv,yv,xv,Sv,Mv,bv,wv,Ev,Tv,Av,Rv,Cv,Pv,Iv,Lv,Dv,Fv,Nv,Uv,Ov,Bv,kv,zv,Gv,Vv,Hv,Wv,Xv){var $v=ve();try{Ee(s)(o,u,f,m,M,C,I,O,Y,ie,oe,pe,ce,ye,tt,xt,gt,Ot,Et,dn,jt,yn,Ft,Ki,k0,z0,G0,V0,H0,W0,X0,$0,q0,Y0,J0,Z0,j0,K0,Q0,ev,tv,nv,iv,rv,sv,av,ov,lv,cv,uv,hv,dv,fv,pv,mv,gv,_v,vv,yv,xv,Sv,Mv,bv,wv,Ev,Tv,Av,Rv,Cv,Pv,Iv,Lv,Dv,Fv,Nv,Uv,Ov,Bv,kv,zv,Gv,Vv,Hv,Wv,Xv)}catch(Nh){if(Se($v),!(Nh instanceof V))throw Nh;be(1,0)}}function _0(s,o,u,f,m,M,C,I,O,Y,ie,oe,pe,ce){var ye=ve();try{Ee(s)(o,u,f,m,M,C,I,O,Y,ie,oe,pe,ce)}catch(tt){if(Se(ye),!(tt instanceof V))throw tt;be(1,0)}}function v0(s,o,u,f,m,M,C,I,O,Y,ie){var oe=ve();try{Ee(s)(o,u,f,m,M,C,I,O,Y,ie)}catch(pe){if(Se(oe),!(pe instanceof V))throw pe;be(1,0)}}function y0(s,o,u,f,m,M,C,I,O,Y,ie,oe,pe,ce,ye,tt,xt,gt,Ot){var Et=ve();try{Ee(s)(o,u,f,m,M,C,I,O,Y,ie,oe,pe,ce,ye,tt,xt,gt,Ot)}catch(dn){if(Se(Et),!(dn instanceof V))throw dn;be(1,0)}}function x0(s,o){var u=ve();try{return Ee(s)(o)}catch(f){if(Se(u),!(f instanceof V))throw f;return be(1,0),0n}}function S0(s,o,u){var f=ve();try{return Ee(s)(o,u)}catch(m){if(Se(f),!(m instanceof V))throw m;return be(1,0),0n}}function M0(s,o,u){var f=ve();try{return Ee(s)(o,u)}catch(m){if(Se(f),!(m instanceof V))throw m;be(1,0)}}function b0(s,o,u,f,m,M,C){var I=ve();try{Ee(s)(o,u,f,m,M,C)}catch(O){if(Se(I),!(O instanceof V))throw O;be(1,0)}}function w0(s,o,u,f,m,M,C){var I=ve();try{Ee(s)(o,u,f,m,M,C)}catch(O){if(Se(I),!(O instanceof V))throw O;be(1,0)}}function E0(s,o,u){var f=ve();try{Ee(s)(o,u)}catch(m){if(Se(f),!(m instanceof V))throw m;be(1,0)}}function T0(s,o,u){var f=ve();try{return Ee(s)(o,u)}catch(m){if(Se(f),!(m instanceof V))throw m;be(1,0)}}function A0(s,o,u,f,m,M){var C=ve();try{return Ee(s)(o,u,f,m,M)}catch(I){if(Se(C),!(I instanceof V))throw I;be(1,0)}}function R0(s,o,u,f,m,M){var C=ve();try{Ee(s)(o,u,f,m,M)}catch(I){if(Se(C),!(I instanceof V))throw I;be(1,0)}}function C0(s,o,u,f){var m=ve();try{Ee(s)(o,u,f)}catch(M){if(Se(m),!(M instanceof V))throw M;be(1,0)}}function P0(s){var o=ve();try{return Ee(s)()}catch(u){if(Se(o),!(u instanceof V))throw u;return be(1,0),0n}}function I0(s,o,u,f,m,M){var C=ve();try{Ee(s)(o,u,f,m,M)}catch(I){if(Se(C),!(I instanceof V))throw I;be(1,0)}}function L0(s,o,u,f,m,M,C,I,O,Y,ie){var oe=ve();try{return Ee(s)(o,u,f,m,M,C,I,O,Y,ie)}catch(pe){if(Se(oe),!(pe instanceof V))throw pe;be(1,0)}}function D0(s,o,u,f){var m=ve();try{return Ee(s)(o,u,f)}catch(M){if(Se(m),!(M instanceof V))throw M;be(1,0)}}function F0(s,o,u,f,m,M,C,I,O,Y,ie,oe){var pe=ve();try{return Ee(s)(o,u,f,m,M,C,I,O,Y,ie,oe)}catch(ce){if(Se(pe),!(ce instanceof V))throw ce;be(1,0)}}function N0(s,o,u,f,m,M,C,I,O,Y,ie,oe,pe,ce,ye,tt){var xt=ve();try{Ee(s)(o,u,f,m,M,C,I,O,Y,ie,oe,pe,ce,ye,tt)}catch(gt){if(Se(xt),!(gt instanceof V))throw gt;be(1,0)}}var Fh;function U0(){Th(),fe()}function ac(){if(et>0){U=ac;return}if(U0(),Ue(),et>0){U=ac;return}function s(){G(!Fh),Fh=!0,t.calledRun=!0,!k&&(Xt(),Mt?.(t),t.onRuntimeInitialized?.(),Ne("onRuntimeInitialized"),G(!t._main,'compiled without a main, but one is present. if you added it from JS, use Module["onRuntimeInitialized"]'),Qe())}t.setStatus?(t.setStatus("Running..."),setTimeout(()=>{setTimeout(()=>t.setStatus(""),1),s()},1)):s(),ne()}function O0(){var s=E,o=w,u=!1;E=w=f=>{u=!0};try{ic(0),["stdout","stderr"].forEach(f=>{var m=A.analyzePath("/dev/"+f);if(m){var M=m.object,C=M.rdev,I=ot.ttys[C];I?.output?.length&&(u=!0)}})}catch{}E=s,w=o,u&&Zn("stdio streams had content in them that was not flushed. you should set EXIT_RUNTIME to 1 (see the Emscripten FAQ), or make sure to emit a newline when you printf etc.")}function B0(){if(t.preInit)for(typeof t.preInit=="function"&&(t.preInit=[t.preInit]);t.preInit.length>0;)t.preInit.shift()();Ne("preInit")}B0(),ac(),Ct?e=t:e=new Promise((s,o)=>{Mt=s,pt=o});for(let s of Object.keys(t))s in i||Object.defineProperty(i,s,{configurable:!0,get(){ge(`Access to module property ('${s}') is no longer possible via the module constructor argument; Instead, use the result of the module constructor.`)}});return e}),dp=mE;var gE=1e-6;function Gl({mean:i,factor:e,bound:t,dims:n,layers:r,table:a,symmetry:l}){let c=pp(i,e,t),[h,d]=[a&&fp(a),mp(r)],p=l&&xE(l);return function(g,y){let S=c(g);n&&(S=n.map(x=>S[x]));let R=h?h[y]:y;if(!p)return d([...S,...R]).map(Math.tanh);let v=p.turnOf(R);return[S,R]=[p.input(v,S),p.skill(v,R)],p.action(l.inverse[v],d([...S,...R]).map(Math.tanh))}}function Vl({kind:i,floor:e,mean:t,factor:n,bound:r,layers:a}){let[l,c]=[pp(t,n,r),mp(a)];return function(d){let p=c(l(d));if(i!=="skills")return p;let _=Math.max(...p),g=_+Math.log(p.reduce((y,S)=>y+Math.exp(S-_),0));return p.map(y=>Math.log((1-e)*Math.exp(y-g)+e/p.length))}}function Ti({data:i}){return new Float32Array(hr(i))}function fp(i){let[e,t]=i.shape,n=Ti(i);return Array.from({length:e},(r,a)=>Array.from(n.subarray(a*t,(a+1)*t)))}function pp(i,e,t){let[n,r]=[Ti(i),Ti(e)];return a=>Array.from(a,(l,c)=>_E((l-n[c])*r[c],t))}function _E(i,e){return e===null?i:Math.min(Math.max(i,-e),e)}function mp(i){let e=i.map(({kernel:t,bias:n,norm:r})=>({size:t.shape,kernel:Ti(t),bias:Ti(n),norm:r&&{scale:Ti(r.scale),bias:Ti(r.bias)}}));return function(n){return e.forEach((r,a)=>{n=vE(r,n),r.norm&&(n=yE(r.norm,n)),a<e.length-1&&(n=n.map(l=>Math.max(l,0)))}),Array.from(n)}}function vE({size:[i,e],kernel:t,bias:n},r){let a=Float64Array.from(n);for(let l=0;l<i;l++){let c=r[l];if(c!==0)for(let h=0,d=l*e;h<e;h++)a[h]+=c*t[d+h]}return a}function yE({scale:i,bias:e},t){let n=t.reduce((l,c)=>l+c,0)/t.length,r=t.reduce((l,c)=>l+(c-n)**2,0)/t.length,a=1/Math.sqrt(r+gE);return t.map((l,c)=>(l-n)*a*i[c]+e[c])}function xE({input:i,action:e,encoded:t,inverse:n,orbits:r,middle:a,mean:l,std:c}){let h=({source:S,sign:R})=>(v,x)=>S[v].map((T,E)=>R[v][E]*x[T]),[d,p,_]=[fp(a),Ti(l),Ti(c)],g=h(t);function y(S){if(r)return n[S.indexOf(Math.max(...S))%n.length];let R=d[0].map((v,x)=>S.reduce((T,E,w)=>T+E*d[w][x],0));return R.indexOf(Math.max(...R))}return{turnOf:y,input:h(i),action:h(e),skill:(S,R)=>g(S,R).map((v,x)=>(v-p[x])/_[x])}}var SE=250,[ME,bE,wE]=[0,2,3];function gp(i,{onWorld:e,onFrame:t,onStatus:n}){let r={skill:null,speed:1,paused:!1,asked:!1},a=null,l=null,c=!1;function h(p){for(let[_,g]of Object.entries(p))_==="reset"?r.asked=!0:_==="gravity"?a?.setGravity(g):_==="motors"?a?.setMotors(g):r[_]=g}function d(){let p=performance.now(),_=()=>{if(c)return;let g=performance.now();r.paused&&!r.asked&&(p=g),p=Math.max(p,g-SE);let y=null;for(;g>=p&&(!r.paused||r.asked)&&!y?.why;)y=a.advance(r),r.asked=!1,p+=1e3*i.world.step_seconds/r.speed;y&&t(y),setTimeout(_,Math.max(0,p-performance.now(),r.paused?30:0))};_()}return n({text:"Starting MuJoCo…"}),TE().then(p=>{l=()=>AE(p,i),a=l(),n({text:""}),e(i.world),d()}).catch(p=>n({text:EE(p),failed:!0})),{send:h,close:()=>c=!0,simulation:()=>a,newSimulation:()=>l()}}function EE(i){return typeof WebAssembly>"u"||typeof DecompressionStream>"u"?"This browser has no WebAssembly, so the robot cannot be simulated. Use a browser of 2023 or later.":`The robot cannot be simulated here: ${i.message??i}`}async function TE(){let i=hr(document.getElementById("physics").textContent),e=new Blob([i]).stream().pipeThrough(new DecompressionStream("gzip")),t=await new Response(e).arrayBuffer();return new Promise((n,r)=>{dp({instantiateWasm(l,c){return WebAssembly.instantiate(t,l).then(({instance:h,module:d})=>c(h,d),r),{}},print(){},printErr(){}}).then(n,r)})}function AE(i,{world:{world:e},physics:t,policy:n,belief:r,seen:a,features:l}){let{xml:c,variation:h,damage:d,frames:p,starts:_}=t,g=i.MjModel.from_xml_string(c),y=new i.MjData(g),S=(j,fe)=>j.forEach((ne,V)=>j[V]=ne*fe),R=Array.from(g.opt.gravity);S(g.geom_friction,h.friction),S(g.actuator_gear,h.actuator_strength),b(h.gravity);let v=Gl(n),x=r&&Vl(r),T=e.body_ids,E=d.map(()=>1),w=0,N=0,F=null;function b(j){R.forEach((fe,ne)=>g.opt.gravity[ne]=fe*j)}function D(j,fe){i.mj_resetData(g,y),y.qpos.set(j),y.qvel.set(fe),i.mj_kinematics(g,y)}function W(j=N++){let{qpos:fe,qvel:ne}=_[j%_.length];D(fe,ne),w=0,F=null}let z=j=>j.map(([fe,ne,V])=>V===null?y[fe][ne]:Math.min(Math.max(y[fe][ne],-V),V)),B=j=>v(z(a),j);function X(j){let fe=y.time;y.ctrl.set(j.map((ne,V)=>ne*E[V]*d[V]));for(let ne=0;ne<p;ne++)i.mj_step(g,y);return i.mj_kinematics(g,y),y.time>fe&&y.qpos.every(Number.isFinite)}function K({skill:j,asked:fe=!1,first:ne}){let V=ME;return fe?[V]=[wE,W(ne)]:X(B(j))?w+=1:[V]=[bE,W()],{step:w,reward:null,total:null,why:V,belief:k(),...ee()}}function k(){if(!x)return[];let j=x(z(l));if(r.kind==="skills")return j;let fe=j.map((ne,V)=>F?ne-F[V]:0);return F=j,fe}function ee(){let j=new Float32Array(3*T.length),fe=new Float32Array(4*T.length);return T.forEach((ne,V)=>{j.set(y.xpos.subarray(3*ne,3*ne+3),3*V),fe.set(y.xquat.subarray(4*ne,4*ne+4),4*V)}),{pos:j,quat:fe}}function G(){y.delete(),g.delete()}return W(),{advance:K,setGravity:b,setMotors:j=>E=j,observe:()=>z(a),act:B,setState:D,step:X,data:y,close:G}}function _p(i,e){let t=null;function n(a,{image:l}){let c=i.getContext("2d");c.fillStyle=t.panel,c.fillRect(0,0,i.width,i.height);let h=Math.min(i.width/e.width,i.height/e.height),[d,p]=[e.width*h,e.height*h];c.imageSmoothingEnabled=e.smooth,c.drawImage(l,(i.width-d)/2,(i.height-p)/2,d,p)}let r=()=>{};return{paint:n,place:()=>null,moved:r,clear:r,setColour:r,setTheme:a=>t=a,follow:r,showTrail:r,showGoals:r,showGhost:r,resetView:r,dispose:r}}var $u={side:{azimuth:-Math.PI/2+.12,elevation:.16},top:{azimuth:-Math.PI/2,elevation:1.25},over:{azimuth:-Math.PI/2-.5,elevation:.5}},aC={side:{azimuth:-Math.PI/2+.5,elevation:.42},top:{azimuth:-Math.PI/2,elevation:1.25},over:{azimuth:-Math.PI/2-.5,elevation:.62}};function vp(i,e){let[t,n,r,a]=[Math.cos(i),Math.sin(i),Math.cos(e),Math.sin(e)];return{right:[-n,t,0],up:[-t*a,-n*a,r],ahead:[-t*r,-n*r,-a]}}var RE=.1,CE=.7,qu=.99;function yp(i,e,t,n){let r=Math.max(i.view.radius,.001),a=new Xn,l=i.geoms.filter(({body:E})=>E>=0).map(E=>{let w=Ul(E.rgba),N=w.color.clone();w.color.set(16777215);let F=new As(Nl(E,i.meshes,r,n),w,t);F.castShadow=F.receiveShadow=!0,F.frustumCulled=!1,a.add(F);let b=new Rt().compose(new Z(...E.pos),ca(new wn,E.quat,0),new Z(1,1,1));return{mesh:F,rest:b,own:N,body:E.body,shade:E.shade??null}}),c=Array.from({length:i.bodies},()=>new Rt),[h,d,p,_,g]=[new wn,new wn,new Z,new Z,new Z(1,1,1)],y=new Rt,S=new Z(qu,qu,qu);function R(E,w,N,[F,b],D){let[W,z]=Du(i.frames,N),B=Math.min(W+1,i.frames.length-1),X=new Z;c.forEach((K,k)=>{let[ee,G]=[W,B].map(j=>e.index(j,w,k));p.fromArray(e.pos,ee*3).lerp(_.fromArray(e.pos,G*3),z),p.x+=F,p.y+=b,ca(h,e.quat,ee*4),ca(d,e.quat,G*4),K.compose(p,h.slerp(d,z),g),k===i.view.root&&X.copy(p)});for(let{mesh:K,rest:k,body:ee,shade:G}of l)y.multiplyMatrices(c[ee],k),D&&G===null&&y.scale(S),K.setMatrixAt(E,y);return X}function v(E,w,{pale:N,paper:F,dark:b,repeated:D}){for(let{mesh:W,own:z,shade:B}of l){let X=w===null||B===null?z:new nt(PE(w,B,b)),K=D&&B===null?Math.max(N,CE):N;W.setColorAt(E,K?X.clone().lerp(F,K):X)}}function x(E){a.visible=E>0;for(let{mesh:w}of l)w.count=E,w.instanceMatrix.needsUpdate=!0,w.instanceColor&&(w.instanceColor.needsUpdate=!0)}function T(){for(let{mesh:E}of l)E.geometry.dispose(),E.material.dispose(),E.dispose();a.removeFromParent()}return{group:a,capacity:t,pose:R,setColour:v,show:x,dispose:T}}var Yu=new Map;function PE(i,e,t){if(!e)return i;let n=`${i} ${e} ${t}`;if(!Yu.has(n)){let r=[1,3,5].map(d=>parseInt(i.slice(d,d+2),16)),{r:a,g:l,b:c}=new nt(i),h=t||.2126*a+.7152*l+.0722*c<RE?255:0;Yu.set(n,`#${r.map(d=>Math.round(d+(h-d)*e).toString(16).padStart(2,"0")).join("")}`)}return Yu.get(n)}function xp(i,e,t){let n=new Map,r=0,a=0,l=()=>{let[h,d]=[...n.values()];return Math.hypot(h.x-d.x,h.y-d.y)};i.addEventListener("pointerdown",h=>{h.button||(n.set(h.pointerId,{x:h.clientX,y:h.clientY}),r=n.size>1?99:0,n.size===2&&(a=l()),i.setPointerCapture(h.pointerId))}),i.addEventListener("pointermove",h=>{let d=n.get(h.pointerId);if(!d)return;let[p,_]=[h.clientX-d.x,h.clientY-d.y];r+=Math.abs(p)+Math.abs(_),n.set(h.pointerId,{x:h.clientX,y:h.clientY}),e&&(n.size===2?(e.zoom(l()/a),a=l()):r>3&&e.turn(-p*.008,h.pointerType==="touch"?0:_*.008))});let c=h=>{if(!n.delete(h.pointerId)||h.type==="pointercancel"||r>3)return;let d=i.getBoundingClientRect();t(h.clientX-d.left,h.clientY-d.top)};i.addEventListener("pointerup",c),i.addEventListener("pointercancel",c),e&&(i.addEventListener("wheel",h=>{!h.ctrlKey&&!h.metaKey&&!h.shiftKey||(h.preventDefault(),e.zoom(Math.exp(-(h.deltaY||h.deltaX)*.003)))},{passive:!1}),i.addEventListener("dblclick",e.reset))}function Sp(i,e,t){let n=r=>(...a)=>{r(...a),t()};return{turn:n((r,a)=>{i.azimuth+=r,i.elevation=Math.min(Math.max(i.elevation+a,-.1),1.5)}),zoom:n(r=>i.zoom=Math.min(Math.max(i.zoom*r,.25),8)),reset:n(()=>Object.assign(i,e,{zoom:1}))}}var da=3e3,IE=.05,LE=.3;function Mp(i,e,t){let n=e*.03,r=new an(new Float32Array(12*da),3),a=new an(new Float32Array(12*da),3),l=new Uint32Array(6*da);for(let R=0;R<l.length;R++)l[R]=4*Math.floor(R/6)+[0,1,2,1,3,2][R%6];let c=new un().setAttribute("position",r).setAttribute("color",a).setIndex(new an(l,1)),h=new $t(c,new $n({vertexColors:!0,side:hn,transparent:!0,opacity:.95,depthWrite:!1,fog:!1}));h.frustumCulled=!1,h.renderOrder=2,h.position.z=t+e*.004,i.add(h);let d=null,p=null,_=0;function g(R,v,x){if(!d){d=[R,v];return}let[T,E]=[R-d[0],v-d[1]],w=Math.hypot(T,E);if(w<IE*e)return;let[N,F]=[-E/w*n,T/w*n],b=[R+N,v+F,0,R-N,v-F,0],D=p&&((p[0]-d[0])*N+(p[1]-d[1])*F)/n**2,W=p&&D>LE?p:[d[0]+N,d[1]+F,0,d[0]-N,d[1]-F,0],z=12*(_%da);r.array.set([...W,...b],z);for(let B=0;B<4;B++)x.toArray(a.array,z+3*B);r.needsUpdate=a.needsUpdate=!0,_+=1,c.setDrawRange(0,6*Math.min(_,da)),[d,p]=[[R,v],b]}function y(){d=p=null}function S(){y(),_=0,c.setDrawRange(0,0)}return S(),{add:g,lift:y,clear:S,show:R=>h.visible=R}}var bp=1.5,DE=.72,wp=1.6,FE=2.8,NE=8;function Ep(i,e){let{view:t,bodies:n}=e,r=Math.max(t.radius,.001),a=Xf(e,40*r,i),{renderer:l,scene:c,camera:h,ground:d}=a,p=(Me,me,Xe)=>(2*Me+me)*n+Xe,_={pos:new Float32Array(12*n),quat:new Float32Array(16*n),index:p},g=yp({...e,frames:[0,1]},_,2,!0);c.add(g.group),g.show(1);let y=Mp(c,r,Number.isFinite(d)?d:0),S={...$u[t.look],zoom:1},R=Sp(S,$u[t.look],()=>{});xp(i,R,()=>{});let v=Me=>{Me.ctrlKey||Me.metaKey||Me.shiftKey||(Me.preventDefault(),R.zoom(Math.exp(-Me.deltaY*.001)))};i.addEventListener("wheel",v,{passive:!1});let x=new Z,T=new Z(...t.centre),E={start:null},w=new nt,N=null,F="#888888",[b,D]=[!0,!1],W=wp,[z,B]=[null,null],X=new Xn;X.position.z=(Number.isFinite(d)?d:0)+r*.006,c.add(X);let K=[],k=null,ee=UE(r);X.add(ee);let G=({pos:Me})=>new Z().fromArray(Me,3*t.root);function j(Me){let{x:me,y:Xe}=G(Me);return[me,Xe]}function fe(Me,me){let Xe=G(Me);me&&(y.lift(),E.start??=Xe.z),y.add(Xe.x,Xe.y,w)}function ne(Me,me){let Xe=new Z(Me.x,Me.y,(Me.z+(E.start??Me.z))/2).add(T);D?b&&x.lerp(Xe,1-Math.exp(-NE*me)):x.copy(Xe),D=!0;let Tt=Math.min(1,i.width/i.height);W+=(1-Math.exp(-2*me))*((k?FE:wp)-W);let Je=W*r/Math.sin(Uu/2*(Math.PI/180))/Math.max(Tt,.5)/S.zoom,{ahead:dt}=vp(S.azimuth,S.elevation);h.aspect=i.width/i.height,h.position.set(...dt).multiplyScalar(-Je).add(x),a.aim(x,Je,r*2)}function V({pos:Me,quat:me},Xe,Tt){_.pos.set(Me,3*p(Xe,Tt,0)),_.quat.set(me,4*p(Xe,Tt,0))}function _e(Me){for(;K.length<Me.length;)K.push(We()),X.add(K.at(-1));k=Me.find(({state:me})=>me==="next")??null,K.forEach((me,Xe)=>{if(me.visible=Xe<Me.length,!me.visible)return;let{x:Tt,y:Je,radius:dt,state:Mt}=Me[Xe];me.position.set(Tt,Je,0),me.scale.set(dt,dt,dt),me.material.opacity={done:.15,next:.95,later:.4}[Mt],me.material.color.set(N.accent)})}function We(){let Me=new $n({transparent:!0,side:hn,depthWrite:!1,fog:!1}),me=new $t(new Gs(.88,1,48),Me);return me.renderOrder=2,me}function rt(Me){if(ee.visible=k!==null,!k)return;let me=Math.atan2(k.y-Me.y,k.x-Me.x);ee.position.set(Me.x+Math.cos(me)*r*bp,Me.y+Math.sin(me)*r*bp,0),ee.rotation.z=me,ee.material.color.set(N.accent)}function ue(Me){[z,B]=[Me&&B,Me]}function Ne(Me,me,Xe,{seconds:Tt,shadows:Je}){V(Me,0,0),V(me,1,0);let dt=g.pose(0,0,Xe,[0,0],!1);g.setColour(0,F,{pale:0,paper:a.paper,dark:N.dark,repeated:!1}),B&&(V(z??B,0,1),V(B,1,1),g.pose(1,1,Xe,B.offset,!1),g.setColour(1,F,{pale:DE,paper:a.paper,dark:N.dark,repeated:!1})),g.show(B?2:1),rt(dt);let Mt=l.getSize(new ze);(Mt.x!==i.width||Mt.y!==i.height)&&l.setSize(i.width,i.height,!1),ne(dt,Tt),a.castShadows(Je),l.render(c,h)}function Ce(Me){F=Me,w.set(Me)}return{paint:Ne,place:j,moved:fe,clear:y.clear,setColour:Ce,setTheme(Me,me){N=Me,a.applyTheme(N),Ce(me)},follow:Me=>b=Me,showTrail:y.show,showGoals:_e,showGhost:ue,resetView:R.reset,dispose(){i.removeEventListener("wheel",v),a.dispose()}}}function UE(i){let[e,t]=[.28*i,.2*i],n=new Vr([new ze(e,0),new ze(-e,t),new ze(-e/2,0),new ze(-e,-t)]),r=new $n({transparent:!0,side:hn,depthWrite:!1,fog:!1}),a=new $t(new Vs(n),r);return a.renderOrder=3,a}var OE=({width:i,height:e},[[t,n],[r,a]])=>Math.min(i/(n-t),e/(a-r));function Tp(i,e,t){let[[n,r],[a,l]]=e,c=i.getContext("2d"),{width:h,height:d}=i,p=OE(i,e);c.setTransform(1,0,0,1,0,0),c.fillStyle=t.panel,c.fillRect(0,0,h,d),c.setTransform(p,0,0,-p,h/2-p*(n+r)/2,d/2+p*(a+l)/2),c.lineCap=c.lineJoin="round";let _=Math.max(1,Math.min(h,d)/450)/p,g={limb:t.ink,wall:t.soft,ground:t.line,goal:t.accent,guide:t.grid};function y(S,R,v){c.fillStyle=c.strokeStyle=S.role==="agent"?v:g[S.role],c.lineWidth=Math.max(S.size,_),c.beginPath(),S.kind==="circle"?c.arc(R[0][0],R[0][1],Math.max(S.size,2*_),0,2*Math.PI):R.forEach(([x,T],E)=>E?c.lineTo(x,T):c.moveTo(x,T)),S.kind==="line"?c.stroke():c.fill()}return{context:c,hairline:_,draw:y}}var Ap=4e3,BE=.04;function Rp(i,e){let{shapes:t,background:n,trail:r}=e,[a,l]=[null,"#888888"],[c,h]=[!0,r],d=[],p=[],_=t.slice(0,Math.max(t.findIndex(({role:T})=>T==="agent"),0)).reduce((T,{count:E})=>T+E,0),g=({points:T})=>[T[2*_],T[2*_+1]];function y([T,E]){return e.limits.map(([w,N],F)=>{let b=F?E:T,D=BE*(N-w),W=c?Math.min(b-w,0)+Math.max(b-N,0):0;return[w-D+W,N+D+W]})}function S({context:T,hairline:E}){T.lineWidth=3*E,T.globalAlpha=.9;for(let w=1;w<p.length;w++){let[N,F]=[p[w-1],p[w]];!N||!F||(T.strokeStyle=F[2],T.beginPath(),T.moveTo(N[0],N[1]),T.lineTo(F[0],F[1]),T.stroke())}T.globalAlpha=1}function R({context:T,hairline:E}){T.strokeStyle=a.accent;for(let{x:w,y:N,radius:F,state:b}of d)T.lineWidth=(b==="next"?3:1)*E,T.globalAlpha=b==="done"?.25:1,T.beginPath(),T.arc(w,N,F,0,2*Math.PI),T.stroke();T.globalAlpha=1}function v(T,E,w){let N=E.points.map((D,W)=>T.points[W]+w*(D-T.points[W])),F=Tp(i,y(g({points:N})),a);for(let D of n)F.draw(D,D.points);R(F),h&&S(F);let b=0;for(let D of t){let W=Array.from({length:D.count},()=>[N[2*b],N[2*b+++1]]);F.draw(D,W,l)}}function x(T,E){E&&p.push(null),p.push([...g(T),l]),p.length>Ap&&(p=p.slice(Ap/4))}return{paint:v,place:g,moved:x,clear:()=>p=[],setColour:T=>l=T,setTheme(T,E){[a,l]=[T,E]},follow:T=>c=T,showTrail:T=>h=T,showGoals:T=>d=T,showGhost(){},resetView(){},dispose(){}}}var kE={mujoco:Ep,plane:Rp,image:_p},zE=.15,Cp=[{shadows:!0,most:2},{shadows:!0,most:1},{shadows:!1,most:1},{shadows:!1,most:.6},{shadows:!1,most:.4}],GE=45,VE=120,HE=5;function Pp(i,{world:e,step_seconds:t,dt:n}){let r=kE[e.kind](i,e),[a,l]=[null,null],c=0,h=t,d=0,p=null,_=0,g=0;function y(B){let X=performance.now(),K=B.why!==0||!l||B.step<l.step,[k,ee]=[l&&r.place(l),r.place(B)];p=K||!k||!ee?ee?0:null:S(k,ee,B.step-l.step),r.moved(B,K),a=K?B:l,l=B,K||(h=Math.min(Math.max((X-c)/1e3,.005),1)),c=X}function S(B,X,K){if(!K)return p;let k=Math.hypot(X[0]-B[0],X[1]-B[1])/(K*n);return p===null?k:p+zE*(k-p)}function R(B){let X=Math.min((B-d)/1e3,.1);l&&v(B-d),d=B;let{shadows:K,most:k}=Cp[_];WE(i,k),l&&r.paint(a,l,Math.min(Math.max((B-c)/1e3/h,0),1),{seconds:X,shadows:K})}function v(B){B>1e3||(g=Math.max(0,g+(B>VE?3:B>GE?1:-1)),!(g<HE||_===Cp.length-1)&&([_,g]=[_+1,0]))}let{place:x,clear:T,setTheme:E,setColour:w,follow:N,showTrail:F,showGoals:b,showGhost:D,resetView:W,dispose:z}=r;return{show:y,paint:R,placeOf:x,showGoals:b,showGhost:D,speed:()=>p,setSpeed:B=>h=t/B,clear:T,setTheme:E,setColour:w,follow:N,showTrail:F,resetView:W,dispose:z}}function WE(i,e){let t=Math.min(window.devicePixelRatio||1,e),[n,r]=[Math.round(i.clientWidth*t),Math.round(i.clientHeight*t)];(i.width!==n||i.height!==r)&&([i.width,i.height]=[n,r])}function Ip({path:i},{onWorld:e,onFrame:t,onStatus:n}){let r=new URL(i,location.href);r.protocol="ws:",r.search=r.hash="";let a=new WebSocket(r);a.binaryType="arraybuffer";let l=null,c=!1,h={world(d){l=XE(d),n({text:""}),e(d)},status:d=>n({text:d==="compiling"?"Compiling the world… this takes some seconds.":""}),refused:d=>n({text:`Refused: ${d}`}),error(d){c=!0,n({text:d,failed:!0})}};return a.addEventListener("message",async({data:d})=>{if(typeof d=="string")for(let[p,_]of Object.entries(JSON.parse(d)))h[p](_);else t(await l(d))}),a.addEventListener("close",()=>{c||n({text:"The connection has ended. Start diayn play again, and open the address that it prints.",failed:!0})}),{send(d){a.readyState===WebSocket.OPEN&&a.send(JSON.stringify(d))},close(){c=!0,a.close()}}}function XE({world:i,belief_size:e}){return async t=>{let n=4*(4+e),[r,a,l,c]=new Float32Array(t,0,4),h={step:r,reward:a,total:l,why:c,belief:new Float32Array(t,16,e)};if(i.kind==="image")return{...h,image:await createImageBitmap(new Blob([t.slice(n)]))};let d=new Float32Array(t,n);return i.kind==="plane"?{...h,points:d}:{...h,pos:d.subarray(0,3*i.bodies),quat:d.subarray(3*i.bodies)}}}var Lp=2*Math.PI,Dp=2;function Fp({kind:i,space:e,probes:t,places:n,labels:r,steering:a}){let l=i==="wheel"&&e!=="dirichlet"&&t[0].length===2,[[c,h],[d,p]]=l&&a||[[1,0],[0,1]],_=([R,v])=>[c*R+d*v,h*R+p*v],g=t.map((R,v)=>i!=="wheel"?v/t.length:(2.25-(l?Math.atan2(..._(R).reverse())/Lp:n[v]))%1),y=t.map((R,v)=>({z:R,angle:g[v],ends:$E(g,v)}));function S(R,v){let x=(Math.atan2(R,v)/Lp+1)%1,T=E=>Math.abs((E.angle-x+1.5)%1-.5);return y.reduce((E,w,N)=>T(w)<T(y[E])?N:E,0)}return{entries:y,isDisc:l,onRing:_,towards(R,v){let x=Math.hypot(R,v);if(x<.15)return null;let T=S(R,v);return{entry:T,z:l?qE(e,c*R+h*v,d*R+p*v,x):t[T]}},nameOf:(R,v)=>l?`z = (${R.map(x=>x.toFixed(2).replace("-","−")).join(", ")})`:r[v]}}function $E(i,e){let t=i.filter((n,r)=>r!==e).map(n=>(n-i[e]+1)%1);return t.length?[i[e]-(1-Math.max(...t))/2,i[e]+Math.min(...t)/2]:[-.5,.5]}function qE(i,e,t,n){if(i==="sphere")return[e/n,t/n];let r=Math.min(n,1)/n;return i==="box"?[e*r,t*r]:[Dp*e*r,Dp*t*r]}var YE={server:Ip,mujoco:gp},Np=.25;function JE(i,e){let t=Oh(e.skills.colours,e.skills.dark_colours),n=Fp(e.skills),r={speed:1,paused:!1,entry:0,z:null},a=null,l=null,c={pick(E){E>=0&&E<n.entries.length&&(S?.release(),h(n.entries[E].z,E))},push(E,w){let N=n.towards(E,w);N&&(S?.release(),h(N.z,N.entry))},next:E=>c.pick((r.entry+E+n.entries.length)%n.entries.length),toggle(){r.paused=!r.paused,d(),_.showPaused(r.paused)},reset(){if(S?.steers())return S.begin();a?.clear(),l.send({reset:!0})},slow:()=>c.setSpeed(r.speed===Np?1:Np),setSpeed(E){r.speed=E,l.send({speed:E}),S?.setSpeed(E),_.showSpeed(E),a?.setSpeed(E)},setGravity:E=>l.send({gravity:E}),setMotors:E=>l.send({motors:E}),follow:E=>a?.follow(E),trail:E=>a?.showTrail(E),resetView:()=>a?.resetView()};function h(E,w){Object.assign(r,{z:E,entry:w}),l.send({skill:E}),y?.show(E,w),_.showSkill(n.nameOf(E,w),w),a?.setColour(t[w])}function d(){let E=document.hidden||r.paused;l.send({paused:E||!!S?.steers()}),S?.hold(E)}let p=je("canvas",{class:"play-canvas",tabindex:0,role:"img","aria-label":`${e.title}, live`}),_=ip(e,c,{theme:Yf(),help:lp(n)}),g=ep({data:e,player:c,source:()=>l,scene:()=>a});_.side.prepend(g.panel);let y=n.entries.length>1?hp(e.skills,n,c):null,S=e.dance&&Jf(e.dance,e.skills.probes,{simulation:()=>l.simulation(),show:E=>h(n.entries[E].z,E),onFrame:E=>v.onFrame(E),clear:()=>a.clear(),onChange:d,resume:()=>r.paused&&c.toggle(),onFailure:E=>_.showStatus(E,!0)});S&&_.top.querySelector(".play-buttons").prepend(S.button),i.classList.add("play"),i.append(p,_.top,_.side,je("div",{class:"play-bottom"},y?.element,_.bottom));let R=()=>a?.setTheme(Bh(document.documentElement),t[r.entry]);window.addEventListener("themechange",R);let v={onWorld(E){a?.dispose();try{a=Pp(p,E)}catch(w){if(l.close(),!(w instanceof ua))throw w;_.showStatus("This browser has no WebGL, so the robot cannot be drawn. Switch on hardware acceleration, or try another browser.",!0);return}_.showWorld(E),g.showWorld(E),R(),y?.believes(E.belief),c.pick(0),S&&(S.button.disabled=!1),i.dataset.ready="true"},onFrame(E){a.show(E),_.showFrame(E,a.speed()),g.onFrame(E),y?.showBelief(E.belief)},onStatus:({text:E,failed:w=!1})=>_.showStatus(E,w)};l=YE[e.source.kind](e.source,v),op(c,n);let x=tp(c);document.addEventListener("visibilitychange",d);function T(E){x(E),S?.tick(),a?.paint(E),requestAnimationFrame(T)}return requestAnimationFrame(T),{player:c,source:l,dance:S,state:()=>({...r})}}return ty(ZE);})();
