/* diayn_jax; third parties in play.licences.txt; sources 42aac8cf0e989aa5c2c77082d79c818995537fb9bd62fefff26c2408ea740812 */
var diaynPlay=(()=>{var W0=Object.create;var ha=Object.defineProperty;var X0=Object.getOwnPropertyDescriptor;var $0=Object.getOwnPropertyNames;var q0=Object.getPrototypeOf,Y0=Object.prototype.hasOwnProperty;var Z0=(i=>typeof require<"u"?require:typeof Proxy<"u"?new Proxy(i,{get:(e,t)=>(typeof require<"u"?require:e)[t]}):i)(function(i){if(typeof require<"u")return require.apply(this,arguments);throw Error('Dynamic require of "'+i+'" is not supported')});var J0=(i,e)=>{for(var t in e)ha(i,t,{get:e[t],enumerable:!0})},ju=(i,e,t,n)=>{if(e&&typeof e=="object"||typeof e=="function")for(let s of $0(e))!Y0.call(i,s)&&s!==t&&ha(i,s,{get:()=>e[s],enumerable:!(n=X0(e,s))||n.enumerable});return i};var j0=(i,e,t)=>(t=i!=null?W0(q0(i)):{},ju(e||!i||!i.__esModule?ha(t,"default",{value:i,enumerable:!0}):t,i)),K0=i=>ju(ha({},"__esModule",{value:!0}),i);var pw={};J0(pw,{makeBelief:()=>hl,makePolicy:()=>ul,start:()=>fw});function ot(i,e={},...t){let n=document.createElement(i);for(let[s,o]of Object.entries(e))o==null||o===!1||(s.startsWith("on")?n.addEventListener(s.slice(2),o):s==="style"?n.style.cssText=o:n.setAttribute(s,o===!0?"":o));return n.append(...t.flat(1/0).filter(s=>s!=null&&s!==!1)),n}function Ei(i,e={},...t){let n=document.createElementNS("http://www.w3.org/2000/svg",i);for(let[s,o]of Object.entries(e))o!=null&&n.setAttribute(s,o);return n.append(...t.flat(1/0)),n}function Ku(i,e,t=document.documentElement){let n=[],s=()=>{(getComputedStyle(document.documentElement).colorScheme==="dark"?e:i).forEach((l,u)=>{n[u]=l,t.style.setProperty(`--skill-${u}`,l)})};return s(),window.addEventListener("themechange",s),n}function Pl(i){return`var(--skill-${i})`}function da(i,e,t,n=null){let s=ot("button",{type:"button",class:"player-toggle","aria-pressed":String(e),title:n},i);return s.addEventListener("click",()=>{Il(s,s.getAttribute("aria-pressed")!=="true"),t(s.getAttribute("aria-pressed")==="true")}),s}function Il(i,e){i.setAttribute("aria-pressed",String(e))}function Qu(i){let e=getComputedStyle(i),t=(s,o)=>e.getPropertyValue(`--${s}`).trim()||o;return{panel:t("panel","#ffffff"),ink:t("ink","#1d1c1a"),soft:t("soft","#69655e"),line:t("line","#dedad2"),grid:t("grid","#eceae4"),accent:t("accent","#1a5fa8"),dark:e.colorScheme==="dark"}}var Eh=0,oc=1,Th=2;var nr=1,Ah=2,Ur=3,zi=0,Sn=1,bn=2,ir=0,Or=1,lc=2,cc=3,uc=4,Rh=5;var rr=100,Ch=101,Ph=102,Ih=103,Lh=104,Dh=200,Fh=201,Nh=202,Uh=203,hc=204,dc=205,Oh=206,Bh=207,kh=208,zh=209,Gh=210,Vh=211,Hh=212,Wh=213,Xh=214,Ua=0,Oa=1,Ba=2,Rr=3,ka=4,za=5,Ga=6,Va=7,fc=0,$h=1,qh=2,ri=0,pc=1,mc=2,gc=3,_c=4,vc=5,xc=6,yc=7;var Sc=300,sr=301,Br=302,fo=303,po=304,Cr=1e3,ei=1001,Ha=1002,sn=1003,Yh=1004;var Rs=1005;var vn=1006,mo=1007;var yi=1008;var wn=1009,Mc=1010,bc=1011,kr=1012,go=1013,Hn=1014,Nn=1015,Wn=1016,_o=1017,vo=1018,ar=1020,wc=35902,Ec=35899,Tc=1021,Ac=1022,Xn=1023,gi=1026,Si=1027,xo=1028,yo=1029,Gi=1030,So=1031;var Mo=1033,Cs=33776,Ps=33777,Is=33778,Ls=33779,bo=35840,wo=35841,Eo=35842,To=35843,Ao=36196,Ro=37492,Co=37496,Po=37488,Io=37489,Ds=37490,Lo=37491,Do=37808,Fo=37809,No=37810,Uo=37811,Oo=37812,Bo=37813,ko=37814,zo=37815,Go=37816,Vo=37817,Ho=37818,Wo=37819,Xo=37820,$o=37821,qo=36492,Yo=36494,Zo=36495,Jo=36283,jo=36284,Fs=36285,Ko=36286;var ns=2300,Wa=2301,Fa=2302,ec=2303,tc=2400,nc=2401,ic=2402;var Zh=3200;var Qo=0,Jh=1,Mi="",dn="srgb",is="srgb-linear",rs="linear",Ct="srgb";var Na=7680;var jh=519,Kh=512,Qh=513,ed=514,Rc=515,td=516,nd=517,Cc=518,Pc=519,id=35044;var Ic="300 es",Fn=2e3,Pr=2001;function Q0(i){for(let e=i.length-1;e>=0;--e)if(i[e]>=65535)return!0;return!1}function ev(i){return ArrayBuffer.isView(i)&&!(i instanceof DataView)}function ss(i){return document.createElementNS("http://www.w3.org/1999/xhtml",i)}function rd(){let i=ss("canvas");return i.style.display="block",i}var eh={},Ir=null;function Lc(...i){let e="THREE."+i.shift();Ir?Ir("log",e,...i):console.log(e,...i)}function sd(i){let e=i[0];if(typeof e=="string"&&e.startsWith("TSL:")){let t=i[1];t&&t.isStackTrace?i[0]+=" "+t.getLocation():i[1]='Stack trace not available. Enable "THREE.Node.captureStackTrace" to capture stack traces.'}return i}function et(...i){i=sd(i);let e="THREE."+i.shift();if(Ir)Ir("warn",e,...i);else{let t=i[0];t&&t.isStackTrace?console.warn(t.getError(e)):console.warn(e,...i)}}function it(...i){i=sd(i);let e="THREE."+i.shift();if(Ir)Ir("error",e,...i);else{let t=i[0];t&&t.isStackTrace?console.error(t.getError(e)):console.error(e,...i)}}function ts(...i){let e=i.join(" ");e in eh||(eh[e]=!0,et(...i))}function ad(i,e,t){return new Promise(function(n,s){function o(){switch(i.clientWaitSync(e,i.SYNC_FLUSH_COMMANDS_BIT,0)){case i.WAIT_FAILED:s();break;case i.TIMEOUT_EXPIRED:setTimeout(o,t);break;default:n()}}setTimeout(o,t)})}var od={[Ua]:Ua,[Ba]:Ga,[ka]:ka,[Rr]:za,[Oa]:Oa,[Ga]:Ba,[Va]:Va,[za]:Rr},ti=class{addEventListener(e,t){this._listeners===void 0&&(this._listeners={});let n=this._listeners;n[e]===void 0&&(n[e]=[]),n[e].indexOf(t)===-1&&n[e].push(t)}hasEventListener(e,t){let n=this._listeners;return n===void 0?!1:n[e]!==void 0&&n[e].indexOf(t)!==-1}removeEventListener(e,t){let n=this._listeners;if(n===void 0)return;let s=n[e];if(s!==void 0){let o=s.indexOf(t);o!==-1&&s.splice(o,1)}}dispatchEvent(e){let t=this._listeners;if(t===void 0)return;let n=t[e.type];if(n!==void 0){e.target=this;let s=n.slice(0);for(let o=0,l=s.length;o<l;o++)s[o].call(this,e);e.target=null}}},un=["00","01","02","03","04","05","06","07","08","09","0a","0b","0c","0d","0e","0f","10","11","12","13","14","15","16","17","18","19","1a","1b","1c","1d","1e","1f","20","21","22","23","24","25","26","27","28","29","2a","2b","2c","2d","2e","2f","30","31","32","33","34","35","36","37","38","39","3a","3b","3c","3d","3e","3f","40","41","42","43","44","45","46","47","48","49","4a","4b","4c","4d","4e","4f","50","51","52","53","54","55","56","57","58","59","5a","5b","5c","5d","5e","5f","60","61","62","63","64","65","66","67","68","69","6a","6b","6c","6d","6e","6f","70","71","72","73","74","75","76","77","78","79","7a","7b","7c","7d","7e","7f","80","81","82","83","84","85","86","87","88","89","8a","8b","8c","8d","8e","8f","90","91","92","93","94","95","96","97","98","99","9a","9b","9c","9d","9e","9f","a0","a1","a2","a3","a4","a5","a6","a7","a8","a9","aa","ab","ac","ad","ae","af","b0","b1","b2","b3","b4","b5","b6","b7","b8","b9","ba","bb","bc","bd","be","bf","c0","c1","c2","c3","c4","c5","c6","c7","c8","c9","ca","cb","cc","cd","ce","cf","d0","d1","d2","d3","d4","d5","d6","d7","d8","d9","da","db","dc","dd","de","df","e0","e1","e2","e3","e4","e5","e6","e7","e8","e9","ea","eb","ec","ed","ee","ef","f0","f1","f2","f3","f4","f5","f6","f7","f8","f9","fa","fb","fc","fd","fe","ff"];var Ll=Math.PI/180,Xa=180/Math.PI;function Ns(){let i=Math.random()*4294967295|0,e=Math.random()*4294967295|0,t=Math.random()*4294967295|0,n=Math.random()*4294967295|0;return(un[i&255]+un[i>>8&255]+un[i>>16&255]+un[i>>24&255]+"-"+un[e&255]+un[e>>8&255]+"-"+un[e>>16&15|64]+un[e>>24&255]+"-"+un[t&63|128]+un[t>>8&255]+"-"+un[t>>16&255]+un[t>>24&255]+un[n&255]+un[n>>8&255]+un[n>>16&255]+un[n>>24&255]).toLowerCase()}function yt(i,e,t){return Math.max(e,Math.min(t,i))}function tv(i,e){return(i%e+e)%e}function Dl(i,e,t){return(1-t)*i+t*e}function ld(i){return Math.pow(2,Math.floor(Math.log(i)/Math.LN2))}function Dc(i){switch(i.constructor){case Uint32Array:return 4294967295;case Uint16Array:return 65535;case Uint8Array:case Uint8ClampedArray:return 255;case Int32Array:return 2147483647;case Int16Array:return 32767;case Int8Array:return 127;default:return}}function nv(i,e){if(e.constructor===Float32Array)return i;let t=Dc(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.max(i/t,-1)}function iv(i,e){if(e.constructor===Float32Array)return i;let t=Dc(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.round(i*t)}var gt=class{static{this.prototype.isVector2=!0}constructor(e=0,t=0){this.x=e,this.y=t}get width(){return this.x}set width(e){this.x=e}get height(){return this.y}set height(e){this.y=e}set(e,t){return this.x=e,this.y=t,this}setScalar(e){return this.x=e,this.y=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;default:throw new Error("THREE.Vector2: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;default:throw new Error("THREE.Vector2: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y)}copy(e){return this.x=e.x,this.y=e.y,this}add(e){return this.x+=e.x,this.y+=e.y,this}addScalar(e){return this.x+=e,this.y+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this}subScalar(e){return this.x-=e,this.y-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this}multiply(e){return this.x*=e.x,this.y*=e.y,this}multiplyScalar(e){return this.x*=e,this.y*=e,this}divide(e){return this.x/=e.x,this.y/=e.y,this}divideScalar(e){return this.multiplyScalar(1/e)}applyMatrix3(e){let t=this.x,n=this.y,s=e.elements;return this.x=s[0]*t+s[3]*n+s[6],this.y=s[1]*t+s[4]*n+s[7],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this}clamp(e,t){return this.x=yt(this.x,e.x,t.x),this.y=yt(this.y,e.y,t.y),this}clampScalar(e,t){return this.x=yt(this.x,e,t),this.y=yt(this.y,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(yt(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this}negate(){return this.x=-this.x,this.y=-this.y,this}dot(e){return this.x*e.x+this.y*e.y}cross(e){return this.x*e.y-this.y*e.x}lengthSq(){return this.x*this.x+this.y*this.y}length(){return Math.sqrt(this.x*this.x+this.y*this.y)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)}normalize(){return this.divideScalar(this.length()||1)}angle(){return Math.atan2(-this.y,-this.x)+Math.PI}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let n=this.dot(e)/t;return Math.acos(yt(n,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,n=this.y-e.y;return t*t+n*n}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this}equals(e){return e.x===this.x&&e.y===this.y}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this}rotateAround(e,t){let n=Math.cos(t),s=Math.sin(t),o=this.x-e.x,l=this.y-e.y;return this.x=o*n-l*s+e.x,this.y=o*s+l*n+e.y,this}random(){return this.x=Math.random(),this.y=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y}},Mn=class{constructor(e=0,t=0,n=0,s=1){this.isQuaternion=!0,this._x=e,this._y=t,this._z=n,this._w=s}static slerpFlat(e,t,n,s,o,l,u){let h=n[s+0],f=n[s+1],m=n[s+2],x=n[s+3],_=o[l+0],y=o[l+1],w=o[l+2],I=o[l+3];if(x!==I||h!==_||f!==y||m!==w){let g=h*_+f*y+m*w+x*I;g<0&&(_=-_,y=-y,w=-w,I=-I,g=-g);let v=1-u;if(g<.9995){let P=Math.acos(g),L=Math.sin(P);v=Math.sin(v*P)/L,u=Math.sin(u*P)/L,h=h*v+_*u,f=f*v+y*u,m=m*v+w*u,x=x*v+I*u}else{h=h*v+_*u,f=f*v+y*u,m=m*v+w*u,x=x*v+I*u;let P=1/Math.sqrt(h*h+f*f+m*m+x*x);h*=P,f*=P,m*=P,x*=P}}e[t]=h,e[t+1]=f,e[t+2]=m,e[t+3]=x}static multiplyQuaternionsFlat(e,t,n,s,o,l){let u=n[s],h=n[s+1],f=n[s+2],m=n[s+3],x=o[l],_=o[l+1],y=o[l+2],w=o[l+3];return e[t]=u*w+m*x+h*y-f*_,e[t+1]=h*w+m*_+f*x-u*y,e[t+2]=f*w+m*y+u*_-h*x,e[t+3]=m*w-u*x-h*_-f*y,e}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get w(){return this._w}set w(e){this._w=e,this._onChangeCallback()}set(e,t,n,s){return this._x=e,this._y=t,this._z=n,this._w=s,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._w)}copy(e){return this._x=e.x,this._y=e.y,this._z=e.z,this._w=e.w,this._onChangeCallback(),this}setFromEuler(e,t=!0){let n=e._x,s=e._y,o=e._z,l=e._order,u=Math.cos,h=Math.sin,f=u(n/2),m=u(s/2),x=u(o/2),_=h(n/2),y=h(s/2),w=h(o/2);switch(l){case"XYZ":this._x=_*m*x+f*y*w,this._y=f*y*x-_*m*w,this._z=f*m*w+_*y*x,this._w=f*m*x-_*y*w;break;case"YXZ":this._x=_*m*x+f*y*w,this._y=f*y*x-_*m*w,this._z=f*m*w-_*y*x,this._w=f*m*x+_*y*w;break;case"ZXY":this._x=_*m*x-f*y*w,this._y=f*y*x+_*m*w,this._z=f*m*w+_*y*x,this._w=f*m*x-_*y*w;break;case"ZYX":this._x=_*m*x-f*y*w,this._y=f*y*x+_*m*w,this._z=f*m*w-_*y*x,this._w=f*m*x+_*y*w;break;case"YZX":this._x=_*m*x+f*y*w,this._y=f*y*x+_*m*w,this._z=f*m*w-_*y*x,this._w=f*m*x-_*y*w;break;case"XZY":this._x=_*m*x-f*y*w,this._y=f*y*x-_*m*w,this._z=f*m*w+_*y*x,this._w=f*m*x+_*y*w;break;default:et("Quaternion: .setFromEuler() encountered an unknown order: "+l)}return t===!0&&this._onChangeCallback(),this}setFromAxisAngle(e,t){let n=t/2,s=Math.sin(n);return this._x=e.x*s,this._y=e.y*s,this._z=e.z*s,this._w=Math.cos(n),this._onChangeCallback(),this}setFromRotationMatrix(e){let t=e.elements,n=t[0],s=t[4],o=t[8],l=t[1],u=t[5],h=t[9],f=t[2],m=t[6],x=t[10],_=n+u+x;if(_>0){let y=.5/Math.sqrt(_+1);this._w=.25/y,this._x=(m-h)*y,this._y=(o-f)*y,this._z=(l-s)*y}else if(n>u&&n>x){let y=2*Math.sqrt(1+n-u-x);this._w=(m-h)/y,this._x=.25*y,this._y=(s+l)/y,this._z=(o+f)/y}else if(u>x){let y=2*Math.sqrt(1+u-n-x);this._w=(o-f)/y,this._x=(s+l)/y,this._y=.25*y,this._z=(h+m)/y}else{let y=2*Math.sqrt(1+x-n-u);this._w=(l-s)/y,this._x=(o+f)/y,this._y=(h+m)/y,this._z=.25*y}return this._onChangeCallback(),this}setFromUnitVectors(e,t){let n=e.dot(t)+1;return n<1e-8?(n=0,Math.abs(e.x)>Math.abs(e.z)?(this._x=-e.y,this._y=e.x,this._z=0,this._w=n):(this._x=0,this._y=-e.z,this._z=e.y,this._w=n)):(this._x=e.y*t.z-e.z*t.y,this._y=e.z*t.x-e.x*t.z,this._z=e.x*t.y-e.y*t.x,this._w=n),this.normalize()}angleTo(e){return 2*Math.acos(Math.abs(yt(this.dot(e),-1,1)))}rotateTowards(e,t){let n=this.angleTo(e);if(n===0)return this;let s=Math.min(1,t/n);return this.slerp(e,s),this}identity(){return this.set(0,0,0,1)}invert(){return this.conjugate()}conjugate(){return this._x*=-1,this._y*=-1,this._z*=-1,this._onChangeCallback(),this}dot(e){return this._x*e._x+this._y*e._y+this._z*e._z+this._w*e._w}lengthSq(){return this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w}length(){return Math.sqrt(this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w)}normalize(){let e=this.length();return e===0?(this._x=0,this._y=0,this._z=0,this._w=1):(e=1/e,this._x=this._x*e,this._y=this._y*e,this._z=this._z*e,this._w=this._w*e),this._onChangeCallback(),this}multiply(e){return this.multiplyQuaternions(this,e)}premultiply(e){return this.multiplyQuaternions(e,this)}multiplyQuaternions(e,t){let n=e._x,s=e._y,o=e._z,l=e._w,u=t._x,h=t._y,f=t._z,m=t._w;return this._x=n*m+l*u+s*f-o*h,this._y=s*m+l*h+o*u-n*f,this._z=o*m+l*f+n*h-s*u,this._w=l*m-n*u-s*h-o*f,this._onChangeCallback(),this}slerp(e,t){let n=e._x,s=e._y,o=e._z,l=e._w,u=this.dot(e);u<0&&(n=-n,s=-s,o=-o,l=-l,u=-u);let h=1-t;if(u<.9995){let f=Math.acos(u),m=Math.sin(f);h=Math.sin(h*f)/m,t=Math.sin(t*f)/m,this._x=this._x*h+n*t,this._y=this._y*h+s*t,this._z=this._z*h+o*t,this._w=this._w*h+l*t,this._onChangeCallback()}else this._x=this._x*h+n*t,this._y=this._y*h+s*t,this._z=this._z*h+o*t,this._w=this._w*h+l*t,this.normalize();return this}slerpQuaternions(e,t,n){return this.copy(e).slerp(t,n)}random(){let e=2*Math.PI*Math.random(),t=2*Math.PI*Math.random(),n=Math.random(),s=Math.sqrt(1-n),o=Math.sqrt(n);return this.set(s*Math.sin(e),s*Math.cos(e),o*Math.sin(t),o*Math.cos(t))}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._w===this._w}fromArray(e,t=0){return this._x=e[t],this._y=e[t+1],this._z=e[t+2],this._w=e[t+3],this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._w,e}fromBufferAttribute(e,t){return this._x=e.getX(t),this._y=e.getY(t),this._z=e.getZ(t),this._w=e.getW(t),this._onChangeCallback(),this}toJSON(){return this.toArray()}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._w}},te=class{static{this.prototype.isVector3=!0}constructor(e=0,t=0,n=0){this.x=e,this.y=t,this.z=n}set(e,t,n){return n===void 0&&(n=this.z),this.x=e,this.y=t,this.z=n,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;default:throw new Error("THREE.Vector3: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;default:throw new Error("THREE.Vector3: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this}multiplyVectors(e,t){return this.x=e.x*t.x,this.y=e.y*t.y,this.z=e.z*t.z,this}applyEuler(e){return this.applyQuaternion(th.setFromEuler(e))}applyAxisAngle(e,t){return this.applyQuaternion(th.setFromAxisAngle(e,t))}applyMatrix3(e){let t=this.x,n=this.y,s=this.z,o=e.elements;return this.x=o[0]*t+o[3]*n+o[6]*s,this.y=o[1]*t+o[4]*n+o[7]*s,this.z=o[2]*t+o[5]*n+o[8]*s,this}applyNormalMatrix(e){return this.applyMatrix3(e).normalize()}applyMatrix4(e){let t=this.x,n=this.y,s=this.z,o=e.elements,l=1/(o[3]*t+o[7]*n+o[11]*s+o[15]);return this.x=(o[0]*t+o[4]*n+o[8]*s+o[12])*l,this.y=(o[1]*t+o[5]*n+o[9]*s+o[13])*l,this.z=(o[2]*t+o[6]*n+o[10]*s+o[14])*l,this}applyQuaternion(e){let t=this.x,n=this.y,s=this.z,o=e.x,l=e.y,u=e.z,h=e.w,f=2*(l*s-u*n),m=2*(u*t-o*s),x=2*(o*n-l*t);return this.x=t+h*f+l*x-u*m,this.y=n+h*m+u*f-o*x,this.z=s+h*x+o*m-l*f,this}project(e){return this.applyMatrix4(e.matrixWorldInverse).applyMatrix4(e.projectionMatrix)}unproject(e){return this.applyMatrix4(e.projectionMatrixInverse).applyMatrix4(e.matrixWorld)}transformDirection(e){let t=this.x,n=this.y,s=this.z,o=e.elements;return this.x=o[0]*t+o[4]*n+o[8]*s,this.y=o[1]*t+o[5]*n+o[9]*s,this.z=o[2]*t+o[6]*n+o[10]*s,this.normalize()}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this}divideScalar(e){return this.multiplyScalar(1/e)}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this}clamp(e,t){return this.x=yt(this.x,e.x,t.x),this.y=yt(this.y,e.y,t.y),this.z=yt(this.z,e.z,t.z),this}clampScalar(e,t){return this.x=yt(this.x,e,t),this.y=yt(this.y,e,t),this.z=yt(this.z,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(yt(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this.z=e.z+(t.z-e.z)*n,this}cross(e){return this.crossVectors(this,e)}crossVectors(e,t){let n=e.x,s=e.y,o=e.z,l=t.x,u=t.y,h=t.z;return this.x=s*h-o*u,this.y=o*l-n*h,this.z=n*u-s*l,this}projectOnVector(e){let t=e.lengthSq();if(t===0)return this.set(0,0,0);let n=e.dot(this)/t;return this.copy(e).multiplyScalar(n)}projectOnPlane(e){return Fl.copy(this).projectOnVector(e),this.sub(Fl)}reflect(e){return this.sub(Fl.copy(e).multiplyScalar(2*this.dot(e)))}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let n=this.dot(e)/t;return Math.acos(yt(n,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,n=this.y-e.y,s=this.z-e.z;return t*t+n*n+s*s}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)+Math.abs(this.z-e.z)}setFromSpherical(e){return this.setFromSphericalCoords(e.radius,e.phi,e.theta)}setFromSphericalCoords(e,t,n){let s=Math.sin(t)*e;return this.x=s*Math.sin(n),this.y=Math.cos(t)*e,this.z=s*Math.cos(n),this}setFromCylindrical(e){return this.setFromCylindricalCoords(e.radius,e.theta,e.y)}setFromCylindricalCoords(e,t,n){return this.x=e*Math.sin(t),this.y=n,this.z=e*Math.cos(t),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this}setFromMatrixScale(e){let t=this.setFromMatrixColumn(e,0).length(),n=this.setFromMatrixColumn(e,1).length(),s=this.setFromMatrixColumn(e,2).length();return this.x=t,this.y=n,this.z=s,this}setFromMatrixColumn(e,t){return this.fromArray(e.elements,t*4)}setFromMatrix3Column(e,t){return this.fromArray(e.elements,t*3)}setFromEuler(e){return this.x=e._x,this.y=e._y,this.z=e._z,this}setFromColor(e){return this.x=e.r,this.y=e.g,this.z=e.b,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this}randomDirection(){let e=Math.random()*Math.PI*2,t=Math.random()*2-1,n=Math.sqrt(1-t*t);return this.x=n*Math.cos(e),this.y=t,this.z=n*Math.sin(e),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z}},Fl=new te,th=new Mn,at=class{static{this.prototype.isMatrix3=!0}constructor(e,t,n,s,o,l,u,h,f){this.elements=[1,0,0,0,1,0,0,0,1],e!==void 0&&this.set(e,t,n,s,o,l,u,h,f)}set(e,t,n,s,o,l,u,h,f){let m=this.elements;return m[0]=e,m[1]=s,m[2]=u,m[3]=t,m[4]=o,m[5]=h,m[6]=n,m[7]=l,m[8]=f,this}identity(){return this.set(1,0,0,0,1,0,0,0,1),this}copy(e){let t=this.elements,n=e.elements;return t[0]=n[0],t[1]=n[1],t[2]=n[2],t[3]=n[3],t[4]=n[4],t[5]=n[5],t[6]=n[6],t[7]=n[7],t[8]=n[8],this}extractBasis(e,t,n){return e.setFromMatrix3Column(this,0),t.setFromMatrix3Column(this,1),n.setFromMatrix3Column(this,2),this}setFromMatrix4(e){let t=e.elements;return this.set(t[0],t[4],t[8],t[1],t[5],t[9],t[2],t[6],t[10]),this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let n=e.elements,s=t.elements,o=this.elements,l=n[0],u=n[3],h=n[6],f=n[1],m=n[4],x=n[7],_=n[2],y=n[5],w=n[8],I=s[0],g=s[3],v=s[6],P=s[1],L=s[4],T=s[7],N=s[2],F=s[5],M=s[8];return o[0]=l*I+u*P+h*N,o[3]=l*g+u*L+h*F,o[6]=l*v+u*T+h*M,o[1]=f*I+m*P+x*N,o[4]=f*g+m*L+x*F,o[7]=f*v+m*T+x*M,o[2]=_*I+y*P+w*N,o[5]=_*g+y*L+w*F,o[8]=_*v+y*T+w*M,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[3]*=e,t[6]*=e,t[1]*=e,t[4]*=e,t[7]*=e,t[2]*=e,t[5]*=e,t[8]*=e,this}determinant(){let e=this.elements,t=e[0],n=e[1],s=e[2],o=e[3],l=e[4],u=e[5],h=e[6],f=e[7],m=e[8];return t*l*m-t*u*f-n*o*m+n*u*h+s*o*f-s*l*h}invert(){let e=this.elements,t=e[0],n=e[1],s=e[2],o=e[3],l=e[4],u=e[5],h=e[6],f=e[7],m=e[8],x=m*l-u*f,_=u*h-m*o,y=f*o-l*h,w=t*x+n*_+s*y;if(w===0)return this.set(0,0,0,0,0,0,0,0,0);let I=1/w;return e[0]=x*I,e[1]=(s*f-m*n)*I,e[2]=(u*n-s*l)*I,e[3]=_*I,e[4]=(m*t-s*h)*I,e[5]=(s*o-u*t)*I,e[6]=y*I,e[7]=(n*h-f*t)*I,e[8]=(l*t-n*o)*I,this}transpose(){let e,t=this.elements;return e=t[1],t[1]=t[3],t[3]=e,e=t[2],t[2]=t[6],t[6]=e,e=t[5],t[5]=t[7],t[7]=e,this}getNormalMatrix(e){return this.setFromMatrix4(e).invert().transpose()}transposeIntoArray(e){let t=this.elements;return e[0]=t[0],e[1]=t[3],e[2]=t[6],e[3]=t[1],e[4]=t[4],e[5]=t[7],e[6]=t[2],e[7]=t[5],e[8]=t[8],this}setUvTransform(e,t,n,s,o,l,u){let h=Math.cos(o),f=Math.sin(o);return this.set(n*h,n*f,-n*(h*l+f*u)+l+e,-s*f,s*h,-s*(-f*l+h*u)+u+t,0,0,1),this}scale(e,t){return ts("Matrix3: .scale() is deprecated. Use .makeScale() instead."),this.premultiply(Nl.makeScale(e,t)),this}rotate(e){return ts("Matrix3: .rotate() is deprecated. Use .makeRotation() instead."),this.premultiply(Nl.makeRotation(-e)),this}translate(e,t){return ts("Matrix3: .translate() is deprecated. Use .makeTranslation() instead."),this.premultiply(Nl.makeTranslation(e,t)),this}makeTranslation(e,t){return e.isVector2?this.set(1,0,e.x,0,1,e.y,0,0,1):this.set(1,0,e,0,1,t,0,0,1),this}makeRotation(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,-n,0,n,t,0,0,0,1),this}makeScale(e,t){return this.set(e,0,0,0,t,0,0,0,1),this}equals(e){let t=this.elements,n=e.elements;for(let s=0;s<9;s++)if(t[s]!==n[s])return!1;return!0}fromArray(e,t=0){for(let n=0;n<9;n++)this.elements[n]=e[n+t];return this}toArray(e=[],t=0){let n=this.elements;return e[t]=n[0],e[t+1]=n[1],e[t+2]=n[2],e[t+3]=n[3],e[t+4]=n[4],e[t+5]=n[5],e[t+6]=n[6],e[t+7]=n[7],e[t+8]=n[8],e}clone(){return new this.constructor().fromArray(this.elements)}},Nl=new at,nh=new at().set(.4123908,.3575843,.1804808,.212639,.7151687,.0721923,.0193308,.1191948,.9505322),ih=new at().set(3.2409699,-1.5373832,-.4986108,-.9692436,1.8759675,.0415551,.0556301,-.203977,1.0569715);function rv(){let i={enabled:!0,workingColorSpace:is,spaces:{},convert:function(s,o,l){return this.enabled===!1||o===l||!o||!l||(this.spaces[o].transfer===Ct&&(s.r=mi(s.r),s.g=mi(s.g),s.b=mi(s.b)),this.spaces[o].primaries!==this.spaces[l].primaries&&(s.applyMatrix3(this.spaces[o].toXYZ),s.applyMatrix3(this.spaces[l].fromXYZ)),this.spaces[l].transfer===Ct&&(s.r=Ar(s.r),s.g=Ar(s.g),s.b=Ar(s.b))),s},workingToColorSpace:function(s,o){return this.convert(s,this.workingColorSpace,o)},colorSpaceToWorking:function(s,o){return this.convert(s,o,this.workingColorSpace)},getPrimaries:function(s){return this.spaces[s].primaries},getTransfer:function(s){return s===Mi?rs:this.spaces[s].transfer},getToneMappingMode:function(s){return this.spaces[s].outputColorSpaceConfig.toneMappingMode||"standard"},getLuminanceCoefficients:function(s,o=this.workingColorSpace){return s.fromArray(this.spaces[o].luminanceCoefficients)},define:function(s){Object.assign(this.spaces,s)},_getMatrix:function(s,o,l){return s.copy(this.spaces[l].fromXYZ).multiply(this.spaces[o].toXYZ)},_getDrawingBufferColorSpace:function(s){return this.spaces[s].outputColorSpaceConfig.drawingBufferColorSpace},_getUnpackColorSpace:function(s=this.workingColorSpace){return this.spaces[s].workingColorSpaceConfig.unpackColorSpace}},e=[.64,.33,.3,.6,.15,.06],t=[.2126,.7152,.0722],n=[.3127,.329];return i.define({[is]:{primaries:e,whitePoint:n,transfer:rs,toXYZ:nh,fromXYZ:ih,luminanceCoefficients:t,workingColorSpaceConfig:{unpackColorSpace:dn},outputColorSpaceConfig:{drawingBufferColorSpace:dn}},[dn]:{primaries:e,whitePoint:n,transfer:Ct,toXYZ:nh,fromXYZ:ih,luminanceCoefficients:t,outputColorSpaceConfig:{drawingBufferColorSpace:dn}}}),i}var xt=rv();function mi(i){return i<.04045?i*.0773993808:Math.pow(i*.9478672986+.0521327014,2.4)}function Ar(i){return i<.0031308?i*12.92:1.055*Math.pow(i,.41666)-.055}var fr,$a=class{static getDataURL(e,t="image/png"){if(/^data:/i.test(e.src)||typeof HTMLCanvasElement>"u")return e.src;let n;if(e instanceof HTMLCanvasElement)n=e;else{fr===void 0&&(fr=ss("canvas")),fr.width=e.width,fr.height=e.height;let s=fr.getContext("2d");e instanceof ImageData?s.putImageData(e,0,0):s.drawImage(e,0,0,e.width,e.height),n=fr}return n.toDataURL(t)}static sRGBToLinear(e){if(typeof HTMLImageElement<"u"&&e instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&e instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&e instanceof ImageBitmap){let t=ss("canvas");t.width=e.width,t.height=e.height;let n=t.getContext("2d");n.drawImage(e,0,0,e.width,e.height);let s=n.getImageData(0,0,e.width,e.height),o=s.data;for(let l=0;l<o.length;l++)o[l]=mi(o[l]/255)*255;return n.putImageData(s,0,0),t}else if(e.data){let t=e.data.slice(0);for(let n=0;n<t.length;n++)t instanceof Uint8Array||t instanceof Uint8ClampedArray?t[n]=Math.floor(mi(t[n]/255)*255):t[n]=mi(t[n]);return{data:t,width:e.width,height:e.height}}else return et("ImageUtils.sRGBToLinear(): Unsupported image type. No color space conversion applied."),e}},sv=0,Lr=class{constructor(e=null){this.isTextureSource=!0,Object.defineProperty(this,"id",{value:sv++}),this.uuid=Ns(),this.data=e,this.dataReady=!0,this.version=0}getSize(e){let t=this.data;return typeof HTMLVideoElement<"u"&&t instanceof HTMLVideoElement?e.set(t.videoWidth,t.videoHeight,0):typeof VideoFrame<"u"&&t instanceof VideoFrame?e.set(t.displayWidth,t.displayHeight,0):t!==null?e.set(t.width||0,t.height||0,t.depth||0):e.set(0,0,0),e}set needsUpdate(e){e===!0&&this.version++}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.images[this.uuid]!==void 0)return e.images[this.uuid];let n={uuid:this.uuid,url:""},s=this.data;if(s!==null){let o;if(Array.isArray(s)){o=[];for(let l=0,u=s.length;l<u;l++)s[l].isDataTexture?o.push(Ul(s[l].image)):o.push(Ul(s[l]))}else o=Ul(s);n.url=o}return t||(e.images[this.uuid]=n),n}};function Ul(i){return typeof HTMLImageElement<"u"&&i instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&i instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&i instanceof ImageBitmap?$a.getDataURL(i):i.data?{data:Array.from(i.data),width:i.width,height:i.height,type:i.data.constructor.name}:(et("Texture: Unable to serialize Texture."),{})}var av=0,Ol=new te,xn=class i extends ti{constructor(e=i.DEFAULT_IMAGE,t=i.DEFAULT_MAPPING,n=ei,s=ei,o=vn,l=yi,u=Xn,h=wn,f=i.DEFAULT_ANISOTROPY,m=Mi){super(),this.isTexture=!0,Object.defineProperty(this,"id",{value:av++}),this.uuid=Ns(),this.name="",this.source=new Lr(e),this.mipmaps=[],this.mapping=t,this.channel=0,this.wrapS=n,this.wrapT=s,this.magFilter=o,this.minFilter=l,this.anisotropy=f,this.format=u,this.internalFormat=null,this.type=h,this.offset=new gt(0,0),this.repeat=new gt(1,1),this.center=new gt(0,0),this.rotation=0,this.matrixAutoUpdate=!0,this.matrix=new at,this.generateMipmaps=!0,this.mipmapsAutoUpdate=!0,this.premultiplyAlpha=!1,this.flipY=!0,this.unpackAlignment=4,this.colorSpace=m,this.userData={},this.updateRanges=[],this.version=0,this.onUpdate=null,this.renderTarget=null,this.isRenderTargetTexture=!1,this.isArrayTexture=!!(e&&e.depth&&e.depth>1),this.pmremVersion=0,this.isPMREMTexture=!1,this.normalized=!1}get width(){return this.source.getSize(Ol).x}get height(){return this.source.getSize(Ol).y}get depth(){return this.source.getSize(Ol).z}get image(){return this.source.data}set image(e){this.source.data=e}updateMatrix(){this.matrix.setUvTransform(this.offset.x,this.offset.y,this.repeat.x,this.repeat.y,this.rotation,this.center.x,this.center.y)}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}clone(){return new this.constructor().copy(this)}copy(e){return this.name=e.name,this.source=e.source,this.mipmaps=e.mipmaps.slice(0),this.mapping=e.mapping,this.channel=e.channel,this.wrapS=e.wrapS,this.wrapT=e.wrapT,this.magFilter=e.magFilter,this.minFilter=e.minFilter,this.anisotropy=e.anisotropy,this.format=e.format,this.internalFormat=e.internalFormat,this.type=e.type,this.normalized=e.normalized,this.offset.copy(e.offset),this.repeat.copy(e.repeat),this.center.copy(e.center),this.rotation=e.rotation,this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrix.copy(e.matrix),this.generateMipmaps=e.generateMipmaps,this.mipmapsAutoUpdate=e.mipmapsAutoUpdate,this.premultiplyAlpha=e.premultiplyAlpha,this.flipY=e.flipY,this.unpackAlignment=e.unpackAlignment,this.colorSpace=e.colorSpace,this.renderTarget=e.renderTarget,this.isRenderTargetTexture=e.isRenderTargetTexture,this.isPMREMTexture=e.isPMREMTexture,this.isArrayTexture=e.isArrayTexture,this.userData=JSON.parse(JSON.stringify(e.userData)),this.needsUpdate=!0,this}setValues(e){for(let t in e){let n=e[t];if(n===void 0){et(`Texture.setValues(): parameter '${t}' has value of undefined.`);continue}let s=this[t];if(s===void 0){et(`Texture.setValues(): property '${t}' does not exist.`);continue}s&&n&&s.isVector2&&n.isVector2||s&&n&&s.isVector3&&n.isVector3||s&&n&&s.isMatrix3&&n.isMatrix3?s.copy(n):this[t]=n}}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.textures[this.uuid]!==void 0)return e.textures[this.uuid];let n={metadata:{version:4.7,type:"Texture",generator:"Texture.toJSON"},uuid:this.uuid,name:this.name,image:this.source.toJSON(e).uuid,mapping:this.mapping,channel:this.channel,repeat:[this.repeat.x,this.repeat.y],offset:[this.offset.x,this.offset.y],center:[this.center.x,this.center.y],rotation:this.rotation,wrap:[this.wrapS,this.wrapT],format:this.format,internalFormat:this.internalFormat,type:this.type,normalized:this.normalized,colorSpace:this.colorSpace,minFilter:this.minFilter,magFilter:this.magFilter,anisotropy:this.anisotropy,flipY:this.flipY,generateMipmaps:this.generateMipmaps,mipmapsAutoUpdate:this.mipmapsAutoUpdate,premultiplyAlpha:this.premultiplyAlpha,unpackAlignment:this.unpackAlignment};return Object.keys(this.userData).length>0&&(n.userData=this.userData),t||(e.textures[this.uuid]=n),n}dispose(){this.dispatchEvent({type:"dispose"})}transformUv(e){if(this.mapping!==Sc)return e;if(e.applyMatrix3(this.matrix),e.x<0||e.x>1)switch(this.wrapS){case Cr:e.x=e.x-Math.floor(e.x);break;case ei:e.x=e.x<0?0:1;break;case Ha:Math.abs(Math.floor(e.x)%2)===1?e.x=Math.ceil(e.x)-e.x:e.x=e.x-Math.floor(e.x);break}if(e.y<0||e.y>1)switch(this.wrapT){case Cr:e.y=e.y-Math.floor(e.y);break;case ei:e.y=e.y<0?0:1;break;case Ha:Math.abs(Math.floor(e.y)%2)===1?e.y=Math.ceil(e.y)-e.y:e.y=e.y-Math.floor(e.y);break}return this.flipY&&(e.y=1-e.y),e}set needsUpdate(e){e===!0&&(this.version++,this.source.needsUpdate=!0)}set needsPMREMUpdate(e){e===!0&&this.pmremVersion++}};xn.DEFAULT_IMAGE=null;xn.DEFAULT_MAPPING=Sc;xn.DEFAULT_ANISOTROPY=1;var kt=class{static{this.prototype.isVector4=!0}constructor(e=0,t=0,n=0,s=1){this.x=e,this.y=t,this.z=n,this.w=s}get width(){return this.z}set width(e){this.z=e}get height(){return this.w}set height(e){this.w=e}set(e,t,n,s){return this.x=e,this.y=t,this.z=n,this.w=s,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this.w=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setW(e){return this.w=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;case 3:this.w=t;break;default:throw new Error("THREE.Vector4: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;case 3:return this.w;default:throw new Error("THREE.Vector4: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z,this.w)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this.w=e.w!==void 0?e.w:1,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this.w+=e.w,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this.w+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this.w=e.w+t.w,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this.w+=e.w*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this.w-=e.w,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this.w-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this.w=e.w-t.w,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this.w*=e.w,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this.w*=e,this}applyMatrix4(e){let t=this.x,n=this.y,s=this.z,o=this.w,l=e.elements;return this.x=l[0]*t+l[4]*n+l[8]*s+l[12]*o,this.y=l[1]*t+l[5]*n+l[9]*s+l[13]*o,this.z=l[2]*t+l[6]*n+l[10]*s+l[14]*o,this.w=l[3]*t+l[7]*n+l[11]*s+l[15]*o,this}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this.w/=e.w,this}divideScalar(e){return this.multiplyScalar(1/e)}setAxisAngleFromQuaternion(e){this.w=2*Math.acos(e.w);let t=Math.sqrt(1-e.w*e.w);return t<1e-4?(this.x=1,this.y=0,this.z=0):(this.x=e.x/t,this.y=e.y/t,this.z=e.z/t),this}setAxisAngleFromRotationMatrix(e){let t,n,s,o,h=e.elements,f=h[0],m=h[4],x=h[8],_=h[1],y=h[5],w=h[9],I=h[2],g=h[6],v=h[10];if(Math.abs(m-_)<.01&&Math.abs(x-I)<.01&&Math.abs(w-g)<.01){if(Math.abs(m+_)<.1&&Math.abs(x+I)<.1&&Math.abs(w+g)<.1&&Math.abs(f+y+v-3)<.1)return this.set(1,0,0,0),this;t=Math.PI;let L=(f+1)/2,T=(y+1)/2,N=(v+1)/2,F=(m+_)/4,M=(x+I)/4,D=(w+g)/4;return L>T&&L>N?L<.01?(n=0,s=.707106781,o=.707106781):(n=Math.sqrt(L),s=F/n,o=M/n):T>N?T<.01?(n=.707106781,s=0,o=.707106781):(s=Math.sqrt(T),n=F/s,o=D/s):N<.01?(n=.707106781,s=.707106781,o=0):(o=Math.sqrt(N),n=M/o,s=D/o),this.set(n,s,o,t),this}let P=Math.sqrt((g-w)*(g-w)+(x-I)*(x-I)+(_-m)*(_-m));return Math.abs(P)<.001&&(P=1),this.x=(g-w)/P,this.y=(x-I)/P,this.z=(_-m)/P,this.w=Math.acos((f+y+v-1)/2),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this.w=t[15],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this.w=Math.min(this.w,e.w),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this.w=Math.max(this.w,e.w),this}clamp(e,t){return this.x=yt(this.x,e.x,t.x),this.y=yt(this.y,e.y,t.y),this.z=yt(this.z,e.z,t.z),this.w=yt(this.w,e.w,t.w),this}clampScalar(e,t){return this.x=yt(this.x,e,t),this.y=yt(this.y,e,t),this.z=yt(this.z,e,t),this.w=yt(this.w,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(yt(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this.w=Math.floor(this.w),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this.w=Math.ceil(this.w),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this.w=Math.round(this.w),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this.w=Math.trunc(this.w),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this.w=-this.w,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z+this.w*e.w}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)+Math.abs(this.w)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this.w+=(e.w-this.w)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this.z=e.z+(t.z-e.z)*n,this.w=e.w+(t.w-e.w)*n,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z&&e.w===this.w}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this.w=e[t+3],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e[t+3]=this.w,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this.w=e.getW(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this.w=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z,yield this.w}},qa=class extends ti{constructor(e=1,t=1,n={}){super(),n=Object.assign({generateMipmaps:!1,internalFormat:null,minFilter:vn,depthBuffer:!0,stencilBuffer:!1,resolveColorBuffer:!0,resolveDepthBuffer:!0,resolveStencilBuffer:!0,storeMultisampledColorBuffer:!0,storeMultisampledDepthBuffer:!0,storeMultisampledStencilBuffer:!0,depthTexture:null,samples:0,count:1,depth:1,multiview:!1,useArrayDepthTexture:!1},n),this.isRenderTarget=!0,this.width=e,this.height=t,this.depth=n.depth,this.scissor=new kt(0,0,e,t),this.scissorTest=!1,this.viewport=new kt(0,0,e,t),this.textures=[];let s=n.count;for(let o=0;o<s;o++)this.textures[o]=new xn({width:e,height:t,depth:n.depth}),this.textures[o].isRenderTargetTexture=!0,this.textures[o].renderTarget=this;this._setTextureOptions(n),this.depthBuffer=n.depthBuffer,this.stencilBuffer=n.stencilBuffer,this.resolveColorBuffer=n.resolveColorBuffer,this.resolveDepthBuffer=n.resolveDepthBuffer,this.resolveStencilBuffer=n.resolveStencilBuffer,this.storeMultisampledColorBuffer=n.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=n.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=n.storeMultisampledStencilBuffer,this._depthTexture=null,this.depthTexture=n.depthTexture,this.samples=n.samples,this.multiview=n.multiview,this.useArrayDepthTexture=n.useArrayDepthTexture}_setTextureOptions(e={}){let t={minFilter:vn,generateMipmaps:!1,flipY:!1,internalFormat:null};e.mapping!==void 0&&(t.mapping=e.mapping),e.wrapS!==void 0&&(t.wrapS=e.wrapS),e.wrapT!==void 0&&(t.wrapT=e.wrapT),e.wrapR!==void 0&&(t.wrapR=e.wrapR),e.magFilter!==void 0&&(t.magFilter=e.magFilter),e.minFilter!==void 0&&(t.minFilter=e.minFilter),e.format!==void 0&&(t.format=e.format),e.type!==void 0&&(t.type=e.type),e.anisotropy!==void 0&&(t.anisotropy=e.anisotropy),e.colorSpace!==void 0&&(t.colorSpace=e.colorSpace),e.flipY!==void 0&&(t.flipY=e.flipY),e.generateMipmaps!==void 0&&(t.generateMipmaps=e.generateMipmaps),e.mipmapsAutoUpdate!==void 0&&(t.mipmapsAutoUpdate=e.mipmapsAutoUpdate),e.internalFormat!==void 0&&(t.internalFormat=e.internalFormat);for(let n=0;n<this.textures.length;n++)this.textures[n].setValues(t)}get texture(){return this.textures[0]}set texture(e){this.textures[0]=e}set depthTexture(e){this._depthTexture!==null&&this._depthTexture.renderTarget===this&&(this._depthTexture.renderTarget=null),e!==null&&e.renderTarget===null&&(e.renderTarget=this),this._depthTexture=e}get depthTexture(){return this._depthTexture}setSize(e,t,n=1){if(this.width!==e||this.height!==t||this.depth!==n){this.width=e,this.height=t,this.depth=n;for(let s=0,o=this.textures.length;s<o;s++)this.textures[s].image.width=e,this.textures[s].image.height=t,this.textures[s].image.depth=n,this.textures[s].isData3DTexture!==!0&&(this.textures[s].isArrayTexture=this.textures[s].image.depth>1);this.dispose()}this.viewport.set(0,0,e,t),this.scissor.set(0,0,e,t)}clone(){return new this.constructor().copy(this)}copy(e){this.width=e.width,this.height=e.height,this.depth=e.depth,this.scissor.copy(e.scissor),this.scissorTest=e.scissorTest,this.viewport.copy(e.viewport),this.textures.length=0;for(let t=0,n=e.textures.length;t<n;t++){this.textures[t]=e.textures[t].clone(),this.textures[t].isRenderTargetTexture=!0,this.textures[t].renderTarget=this;let s=Object.assign({},e.textures[t].image);this.textures[t].source=new Lr(s)}if(this.depthBuffer=e.depthBuffer,this.stencilBuffer=e.stencilBuffer,this.resolveColorBuffer=e.resolveColorBuffer,this.resolveDepthBuffer=e.resolveDepthBuffer,this.resolveStencilBuffer=e.resolveStencilBuffer,this.storeMultisampledColorBuffer=e.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=e.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=e.storeMultisampledStencilBuffer,e.depthTexture!==null)if(e.depthTexture.renderTarget===e){let t=e.depthTexture.clone();t.renderTarget=null,this.depthTexture=t}else this.depthTexture=e.depthTexture;else this.depthTexture=null;return this.samples=e.samples,this.multiview=e.multiview,this.useArrayDepthTexture=e.useArrayDepthTexture,this}dispose(){this.dispatchEvent({type:"dispose"})}},Rn=class extends qa{constructor(e=1,t=1,n={}){super(e,t,n),this.isWebGLRenderTarget=!0}},as=class extends xn{constructor(e=null,t=1,n=1,s=1){super(null),this.isDataArrayTexture=!0,this.image={data:e,width:t,height:n,depth:s},this.magFilter=sn,this.minFilter=sn,this.wrapR=ei,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1,this.layerUpdates=new Set}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}addLayerUpdate(e){this.layerUpdates.add(e)}clearLayerUpdates(){this.layerUpdates.clear()}};var Ya=class extends xn{constructor(e=null,t=1,n=1,s=1){super(null),this.isData3DTexture=!0,this.image={data:e,width:t,height:n,depth:s},this.magFilter=sn,this.minFilter=sn,this.wrapR=ei,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}};var Tt=class i{static{this.prototype.isMatrix4=!0}constructor(e,t,n,s,o,l,u,h,f,m,x,_,y,w,I,g){this.elements=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],e!==void 0&&this.set(e,t,n,s,o,l,u,h,f,m,x,_,y,w,I,g)}set(e,t,n,s,o,l,u,h,f,m,x,_,y,w,I,g){let v=this.elements;return v[0]=e,v[4]=t,v[8]=n,v[12]=s,v[1]=o,v[5]=l,v[9]=u,v[13]=h,v[2]=f,v[6]=m,v[10]=x,v[14]=_,v[3]=y,v[7]=w,v[11]=I,v[15]=g,this}identity(){return this.set(1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1),this}clone(){return new i().fromArray(this.elements)}copy(e){let t=this.elements,n=e.elements;return t[0]=n[0],t[1]=n[1],t[2]=n[2],t[3]=n[3],t[4]=n[4],t[5]=n[5],t[6]=n[6],t[7]=n[7],t[8]=n[8],t[9]=n[9],t[10]=n[10],t[11]=n[11],t[12]=n[12],t[13]=n[13],t[14]=n[14],t[15]=n[15],this}copyPosition(e){let t=this.elements,n=e.elements;return t[12]=n[12],t[13]=n[13],t[14]=n[14],this}setFromMatrix3(e){let t=e.elements;return this.set(t[0],t[3],t[6],0,t[1],t[4],t[7],0,t[2],t[5],t[8],0,0,0,0,1),this}extractBasis(e,t,n){return this.determinantAffine()===0?(e.set(1,0,0),t.set(0,1,0),n.set(0,0,1),this):(e.setFromMatrixColumn(this,0),t.setFromMatrixColumn(this,1),n.setFromMatrixColumn(this,2),this)}makeBasis(e,t,n){return this.set(e.x,t.x,n.x,0,e.y,t.y,n.y,0,e.z,t.z,n.z,0,0,0,0,1),this}extractRotation(e){if(e.determinantAffine()===0)return this.identity();let t=this.elements,n=e.elements,s=1/pr.setFromMatrixColumn(e,0).length(),o=1/pr.setFromMatrixColumn(e,1).length(),l=1/pr.setFromMatrixColumn(e,2).length();return t[0]=n[0]*s,t[1]=n[1]*s,t[2]=n[2]*s,t[3]=0,t[4]=n[4]*o,t[5]=n[5]*o,t[6]=n[6]*o,t[7]=0,t[8]=n[8]*l,t[9]=n[9]*l,t[10]=n[10]*l,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromEuler(e){let t=this.elements,n=e.x,s=e.y,o=e.z,l=Math.cos(n),u=Math.sin(n),h=Math.cos(s),f=Math.sin(s),m=Math.cos(o),x=Math.sin(o);if(e.order==="XYZ"){let _=l*m,y=l*x,w=u*m,I=u*x;t[0]=h*m,t[4]=-h*x,t[8]=f,t[1]=y+w*f,t[5]=_-I*f,t[9]=-u*h,t[2]=I-_*f,t[6]=w+y*f,t[10]=l*h}else if(e.order==="YXZ"){let _=h*m,y=h*x,w=f*m,I=f*x;t[0]=_+I*u,t[4]=w*u-y,t[8]=l*f,t[1]=l*x,t[5]=l*m,t[9]=-u,t[2]=y*u-w,t[6]=I+_*u,t[10]=l*h}else if(e.order==="ZXY"){let _=h*m,y=h*x,w=f*m,I=f*x;t[0]=_-I*u,t[4]=-l*x,t[8]=w+y*u,t[1]=y+w*u,t[5]=l*m,t[9]=I-_*u,t[2]=-l*f,t[6]=u,t[10]=l*h}else if(e.order==="ZYX"){let _=l*m,y=l*x,w=u*m,I=u*x;t[0]=h*m,t[4]=w*f-y,t[8]=_*f+I,t[1]=h*x,t[5]=I*f+_,t[9]=y*f-w,t[2]=-f,t[6]=u*h,t[10]=l*h}else if(e.order==="YZX"){let _=l*h,y=l*f,w=u*h,I=u*f;t[0]=h*m,t[4]=I-_*x,t[8]=w*x+y,t[1]=x,t[5]=l*m,t[9]=-u*m,t[2]=-f*m,t[6]=y*x+w,t[10]=_-I*x}else if(e.order==="XZY"){let _=l*h,y=l*f,w=u*h,I=u*f;t[0]=h*m,t[4]=-x,t[8]=f*m,t[1]=_*x+I,t[5]=l*m,t[9]=y*x-w,t[2]=w*x-y,t[6]=u*m,t[10]=I*x+_}return t[3]=0,t[7]=0,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromQuaternion(e){return this.compose(ov,e,lv)}lookAt(e,t,n){let s=this.elements;return Tn.subVectors(e,t),Tn.lengthSq()===0&&(Tn.z=1),Tn.normalize(),Ti.crossVectors(n,Tn),Ti.lengthSq()===0&&(Math.abs(n.z)===1?Tn.x+=1e-4:Tn.z+=1e-4,Tn.normalize(),Ti.crossVectors(n,Tn)),Ti.normalize(),fa.crossVectors(Tn,Ti),s[0]=Ti.x,s[4]=fa.x,s[8]=Tn.x,s[1]=Ti.y,s[5]=fa.y,s[9]=Tn.y,s[2]=Ti.z,s[6]=fa.z,s[10]=Tn.z,this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let n=e.elements,s=t.elements,o=this.elements,l=n[0],u=n[4],h=n[8],f=n[12],m=n[1],x=n[5],_=n[9],y=n[13],w=n[2],I=n[6],g=n[10],v=n[14],P=n[3],L=n[7],T=n[11],N=n[15],F=s[0],M=s[4],D=s[8],H=s[12],z=s[1],G=s[5],$=s[9],Q=s[13],k=s[2],j=s[6],B=s[10],J=s[14],he=s[3],ie=s[7],W=s[11],ge=s[15];return o[0]=l*F+u*z+h*k+f*he,o[4]=l*M+u*G+h*j+f*ie,o[8]=l*D+u*$+h*B+f*W,o[12]=l*H+u*Q+h*J+f*ge,o[1]=m*F+x*z+_*k+y*he,o[5]=m*M+x*G+_*j+y*ie,o[9]=m*D+x*$+_*B+y*W,o[13]=m*H+x*Q+_*J+y*ge,o[2]=w*F+I*z+g*k+v*he,o[6]=w*M+I*G+g*j+v*ie,o[10]=w*D+I*$+g*B+v*W,o[14]=w*H+I*Q+g*J+v*ge,o[3]=P*F+L*z+T*k+N*he,o[7]=P*M+L*G+T*j+N*ie,o[11]=P*D+L*$+T*B+N*W,o[15]=P*H+L*Q+T*J+N*ge,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[4]*=e,t[8]*=e,t[12]*=e,t[1]*=e,t[5]*=e,t[9]*=e,t[13]*=e,t[2]*=e,t[6]*=e,t[10]*=e,t[14]*=e,t[3]*=e,t[7]*=e,t[11]*=e,t[15]*=e,this}determinant(){let e=this.elements,t=e[0],n=e[4],s=e[8],o=e[12],l=e[1],u=e[5],h=e[9],f=e[13],m=e[2],x=e[6],_=e[10],y=e[14],w=e[3],I=e[7],g=e[11],v=e[15],P=h*y-f*_,L=u*y-f*x,T=u*_-h*x,N=l*y-f*m,F=l*_-h*m,M=l*x-u*m;return t*(I*P-g*L+v*T)-n*(w*P-g*N+v*F)+s*(w*L-I*N+v*M)-o*(w*T-I*F+g*M)}determinantAffine(){let e=this.elements,t=e[0],n=e[4],s=e[8],o=e[1],l=e[5],u=e[9],h=e[2],f=e[6],m=e[10];return t*(l*m-u*f)-n*(o*m-u*h)+s*(o*f-l*h)}transpose(){let e=this.elements,t;return t=e[1],e[1]=e[4],e[4]=t,t=e[2],e[2]=e[8],e[8]=t,t=e[6],e[6]=e[9],e[9]=t,t=e[3],e[3]=e[12],e[12]=t,t=e[7],e[7]=e[13],e[13]=t,t=e[11],e[11]=e[14],e[14]=t,this}setPosition(e,t,n){let s=this.elements;return e.isVector3?(s[12]=e.x,s[13]=e.y,s[14]=e.z):(s[12]=e,s[13]=t,s[14]=n),this}invert(){let e=this.elements,t=e[0],n=e[1],s=e[2],o=e[3],l=e[4],u=e[5],h=e[6],f=e[7],m=e[8],x=e[9],_=e[10],y=e[11],w=e[12],I=e[13],g=e[14],v=e[15],P=t*u-n*l,L=t*h-s*l,T=t*f-o*l,N=n*h-s*u,F=n*f-o*u,M=s*f-o*h,D=m*I-x*w,H=m*g-_*w,z=m*v-y*w,G=x*g-_*I,$=x*v-y*I,Q=_*v-y*g,k=P*Q-L*$+T*G+N*z-F*H+M*D;if(k===0)return this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0);let j=1/k;return e[0]=(u*Q-h*$+f*G)*j,e[1]=(s*$-n*Q-o*G)*j,e[2]=(I*M-g*F+v*N)*j,e[3]=(_*F-x*M-y*N)*j,e[4]=(h*z-l*Q-f*H)*j,e[5]=(t*Q-s*z+o*H)*j,e[6]=(g*T-w*M-v*L)*j,e[7]=(m*M-_*T+y*L)*j,e[8]=(l*$-u*z+f*D)*j,e[9]=(n*z-t*$-o*D)*j,e[10]=(w*F-I*T+v*P)*j,e[11]=(x*T-m*F-y*P)*j,e[12]=(u*H-l*G-h*D)*j,e[13]=(t*G-n*H+s*D)*j,e[14]=(I*L-w*N-g*P)*j,e[15]=(m*N-x*L+_*P)*j,this}scale(e){let t=this.elements,n=e.x,s=e.y,o=e.z;return t[0]*=n,t[4]*=s,t[8]*=o,t[1]*=n,t[5]*=s,t[9]*=o,t[2]*=n,t[6]*=s,t[10]*=o,t[3]*=n,t[7]*=s,t[11]*=o,this}getMaxScaleOnAxis(){let e=this.elements,t=e[0]*e[0]+e[1]*e[1]+e[2]*e[2],n=e[4]*e[4]+e[5]*e[5]+e[6]*e[6],s=e[8]*e[8]+e[9]*e[9]+e[10]*e[10];return Math.sqrt(Math.max(t,n,s))}makeTranslation(e,t,n){return e.isVector3?this.set(1,0,0,e.x,0,1,0,e.y,0,0,1,e.z,0,0,0,1):this.set(1,0,0,e,0,1,0,t,0,0,1,n,0,0,0,1),this}makeRotationX(e){let t=Math.cos(e),n=Math.sin(e);return this.set(1,0,0,0,0,t,-n,0,0,n,t,0,0,0,0,1),this}makeRotationY(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,0,n,0,0,1,0,0,-n,0,t,0,0,0,0,1),this}makeRotationZ(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,-n,0,0,n,t,0,0,0,0,1,0,0,0,0,1),this}makeRotationAxis(e,t){let n=Math.cos(t),s=Math.sin(t),o=1-n,l=e.x,u=e.y,h=e.z,f=o*l,m=o*u;return this.set(f*l+n,f*u-s*h,f*h+s*u,0,f*u+s*h,m*u+n,m*h-s*l,0,f*h-s*u,m*h+s*l,o*h*h+n,0,0,0,0,1),this}makeScale(e,t,n){return this.set(e,0,0,0,0,t,0,0,0,0,n,0,0,0,0,1),this}makeShear(e,t,n,s,o,l){return this.set(1,n,o,0,e,1,l,0,t,s,1,0,0,0,0,1),this}compose(e,t,n){let s=this.elements,o=t._x,l=t._y,u=t._z,h=t._w,f=o+o,m=l+l,x=u+u,_=o*f,y=o*m,w=o*x,I=l*m,g=l*x,v=u*x,P=h*f,L=h*m,T=h*x,N=n.x,F=n.y,M=n.z;return s[0]=(1-(I+v))*N,s[1]=(y+T)*N,s[2]=(w-L)*N,s[3]=0,s[4]=(y-T)*F,s[5]=(1-(_+v))*F,s[6]=(g+P)*F,s[7]=0,s[8]=(w+L)*M,s[9]=(g-P)*M,s[10]=(1-(_+I))*M,s[11]=0,s[12]=e.x,s[13]=e.y,s[14]=e.z,s[15]=1,this}decompose(e,t,n){let s=this.elements;e.x=s[12],e.y=s[13],e.z=s[14];let o=this.determinantAffine();if(o===0)return n.set(1,1,1),t.identity(),this;let l=pr.set(s[0],s[1],s[2]).length(),u=pr.set(s[4],s[5],s[6]).length(),h=pr.set(s[8],s[9],s[10]).length();o<0&&(l=-l),kn.copy(this);let f=1/l,m=1/u,x=1/h;return kn.elements[0]*=f,kn.elements[1]*=f,kn.elements[2]*=f,kn.elements[4]*=m,kn.elements[5]*=m,kn.elements[6]*=m,kn.elements[8]*=x,kn.elements[9]*=x,kn.elements[10]*=x,t.setFromRotationMatrix(kn),n.x=l,n.y=u,n.z=h,this}makePerspective(e,t,n,s,o,l,u=Fn,h=!1){let f=this.elements,m=2*o/(t-e),x=2*o/(n-s),_=(t+e)/(t-e),y=(n+s)/(n-s),w,I;if(h)w=o/(l-o),I=l*o/(l-o);else if(u===Fn)w=-(l+o)/(l-o),I=-2*l*o/(l-o);else if(u===Pr)w=-l/(l-o),I=-l*o/(l-o);else throw new Error("THREE.Matrix4.makePerspective(): Invalid coordinate system: "+u);return f[0]=m,f[4]=0,f[8]=_,f[12]=0,f[1]=0,f[5]=x,f[9]=y,f[13]=0,f[2]=0,f[6]=0,f[10]=w,f[14]=I,f[3]=0,f[7]=0,f[11]=-1,f[15]=0,this}makeOrthographic(e,t,n,s,o,l,u=Fn,h=!1){let f=this.elements,m=2/(t-e),x=2/(n-s),_=-(t+e)/(t-e),y=-(n+s)/(n-s),w,I;if(h)w=1/(l-o),I=l/(l-o);else if(u===Fn)w=-2/(l-o),I=-(l+o)/(l-o);else if(u===Pr)w=-1/(l-o),I=-o/(l-o);else throw new Error("THREE.Matrix4.makeOrthographic(): Invalid coordinate system: "+u);return f[0]=m,f[4]=0,f[8]=0,f[12]=_,f[1]=0,f[5]=x,f[9]=0,f[13]=y,f[2]=0,f[6]=0,f[10]=w,f[14]=I,f[3]=0,f[7]=0,f[11]=0,f[15]=1,this}equals(e){let t=this.elements,n=e.elements;for(let s=0;s<16;s++)if(t[s]!==n[s])return!1;return!0}fromArray(e,t=0){for(let n=0;n<16;n++)this.elements[n]=e[n+t];return this}toArray(e=[],t=0){let n=this.elements;return e[t]=n[0],e[t+1]=n[1],e[t+2]=n[2],e[t+3]=n[3],e[t+4]=n[4],e[t+5]=n[5],e[t+6]=n[6],e[t+7]=n[7],e[t+8]=n[8],e[t+9]=n[9],e[t+10]=n[10],e[t+11]=n[11],e[t+12]=n[12],e[t+13]=n[13],e[t+14]=n[14],e[t+15]=n[15],e}},pr=new te,kn=new Tt,ov=new te(0,0,0),lv=new te(1,1,1),Ti=new te,fa=new te,Tn=new te,rh=new Tt,sh=new Mn,_i=class i{constructor(e=0,t=0,n=0,s=i.DEFAULT_ORDER){this.isEuler=!0,this._x=e,this._y=t,this._z=n,this._order=s}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get order(){return this._order}set order(e){this._order=e,this._onChangeCallback()}set(e,t,n,s=this._order){return this._x=e,this._y=t,this._z=n,this._order=s,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._order)}copy(e){return this._x=e._x,this._y=e._y,this._z=e._z,this._order=e._order,this._onChangeCallback(),this}setFromRotationMatrix(e,t=this._order,n=!0){let s=e.elements,o=s[0],l=s[4],u=s[8],h=s[1],f=s[5],m=s[9],x=s[2],_=s[6],y=s[10];switch(t){case"XYZ":this._y=Math.asin(yt(u,-1,1)),Math.abs(u)<.9999999?(this._x=Math.atan2(-m,y),this._z=Math.atan2(-l,o)):(this._x=Math.atan2(_,f),this._z=0);break;case"YXZ":this._x=Math.asin(-yt(m,-1,1)),Math.abs(m)<.9999999?(this._y=Math.atan2(u,y),this._z=Math.atan2(h,f)):(this._y=Math.atan2(-x,o),this._z=0);break;case"ZXY":this._x=Math.asin(yt(_,-1,1)),Math.abs(_)<.9999999?(this._y=Math.atan2(-x,y),this._z=Math.atan2(-l,f)):(this._y=0,this._z=Math.atan2(h,o));break;case"ZYX":this._y=Math.asin(-yt(x,-1,1)),Math.abs(x)<.9999999?(this._x=Math.atan2(_,y),this._z=Math.atan2(h,o)):(this._x=0,this._z=Math.atan2(-l,f));break;case"YZX":this._z=Math.asin(yt(h,-1,1)),Math.abs(h)<.9999999?(this._x=Math.atan2(-m,f),this._y=Math.atan2(-x,o)):(this._x=0,this._y=Math.atan2(u,y));break;case"XZY":this._z=Math.asin(-yt(l,-1,1)),Math.abs(l)<.9999999?(this._x=Math.atan2(_,f),this._y=Math.atan2(u,o)):(this._x=Math.atan2(-m,y),this._y=0);break;default:et("Euler: .setFromRotationMatrix() encountered an unknown order: "+t)}return this._order=t,n===!0&&this._onChangeCallback(),this}setFromQuaternion(e,t,n){return rh.makeRotationFromQuaternion(e),this.setFromRotationMatrix(rh,t,n)}setFromVector3(e,t=this._order){return this.set(e.x,e.y,e.z,t)}reorder(e){return sh.setFromEuler(this),this.setFromQuaternion(sh,e)}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._order===this._order}fromArray(e){return this._x=e[0],this._y=e[1],this._z=e[2],e[3]!==void 0&&(this._order=e[3]),this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._order,e}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._order}};_i.DEFAULT_ORDER="XYZ";var os=class{constructor(){this.mask=1}set(e){this.mask=(1<<e|0)>>>0}enable(e){this.mask|=1<<e|0}enableAll(){this.mask=-1}toggle(e){this.mask^=1<<e|0}disable(e){this.mask&=~(1<<e|0)}disableAll(){this.mask=0}test(e){return(this.mask&e.mask)!==0}isEnabled(e){return(this.mask&(1<<e|0))!==0}},cv=0,ah=new te,mr=new Mn,ci=new Tt,pa=new te,Zr=new te,uv=new te,hv=new Mn,oh=new te(1,0,0),lh=new te(0,1,0),ch=new te(0,0,1),uh={type:"added"},dv={type:"removed"},gr={type:"childadded",child:null},Bl={type:"childremoved",child:null},fn=class i extends ti{constructor(){super(),this.isObject3D=!0,Object.defineProperty(this,"id",{value:cv++}),this.uuid=Ns(),this.name="",this.type="Object3D",this.parent=null,this.children=[],this.up=i.DEFAULT_UP.clone();let e=new te,t=new _i,n=new Mn,s=new te(1,1,1);function o(){n.setFromEuler(t,!1)}function l(){t.setFromQuaternion(n,void 0,!1)}t._onChange(o),n._onChange(l),Object.defineProperties(this,{position:{configurable:!0,enumerable:!0,value:e},rotation:{configurable:!0,enumerable:!0,value:t},quaternion:{configurable:!0,enumerable:!0,value:n},scale:{configurable:!0,enumerable:!0,value:s},modelViewMatrix:{value:new Tt},normalMatrix:{value:new at}}),this.matrix=new Tt,this.matrixWorld=new Tt,this.matrixAutoUpdate=i.DEFAULT_MATRIX_AUTO_UPDATE,this.matrixWorldAutoUpdate=i.DEFAULT_MATRIX_WORLD_AUTO_UPDATE,this.matrixWorldNeedsUpdate=!1,this.layers=new os,this.visible=!0,this.castShadow=!1,this.receiveShadow=!1,this.frustumCulled=!0,this.renderOrder=0,this.animations=[],this.customDepthMaterial=void 0,this.customDistanceMaterial=void 0,this.static=!1,this.userData={},this.pivot=null}onBeforeShadow(){}onAfterShadow(){}onBeforeRender(){}onAfterRender(){}applyMatrix4(e){this.matrixAutoUpdate&&this.updateMatrix(),this.matrix.premultiply(e),this.matrix.decompose(this.position,this.quaternion,this.scale),this.pivot!==null&&this.position.copy(this.pivot).applyMatrix4(this.matrix).sub(this.pivot)}applyQuaternion(e){return this.quaternion.premultiply(e),this}setRotationFromAxisAngle(e,t){this.quaternion.setFromAxisAngle(e,t)}setRotationFromEuler(e){this.quaternion.setFromEuler(e,!0)}setRotationFromMatrix(e){this.quaternion.setFromRotationMatrix(e)}setRotationFromQuaternion(e){this.quaternion.copy(e)}rotateOnAxis(e,t){return mr.setFromAxisAngle(e,t),this.quaternion.multiply(mr),this}rotateOnWorldAxis(e,t){return mr.setFromAxisAngle(e,t),this.quaternion.premultiply(mr),this}rotateX(e){return this.rotateOnAxis(oh,e)}rotateY(e){return this.rotateOnAxis(lh,e)}rotateZ(e){return this.rotateOnAxis(ch,e)}translateOnAxis(e,t){return ah.copy(e).applyQuaternion(this.quaternion),this.position.add(ah.multiplyScalar(t)),this}translateX(e){return this.translateOnAxis(oh,e)}translateY(e){return this.translateOnAxis(lh,e)}translateZ(e){return this.translateOnAxis(ch,e)}localToWorld(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(this.matrixWorld)}worldToLocal(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(ci.copy(this.matrixWorld).invert())}lookAt(e,t,n){e.isVector3?pa.copy(e):pa.set(e,t,n);let s=this.parent;this.updateWorldMatrix(!0,!1),Zr.setFromMatrixPosition(this.matrixWorld),this.isCamera||this.isLight?ci.lookAt(Zr,pa,this.up):ci.lookAt(pa,Zr,this.up),this.quaternion.setFromRotationMatrix(ci),s&&(ci.extractRotation(s.matrixWorld),mr.setFromRotationMatrix(ci),this.quaternion.premultiply(mr.invert()))}add(e){if(arguments.length>1){for(let t=0;t<arguments.length;t++)this.add(arguments[t]);return this}return e===this?(it("Object3D.add: object can't be added as a child of itself.",e),this):(e&&e.isObject3D?(e.removeFromParent(),e.parent=this,this.children.push(e),e.dispatchEvent(uh),gr.child=e,this.dispatchEvent(gr),gr.child=null):it("Object3D.add: object not an instance of THREE.Object3D.",e),this)}remove(e){if(arguments.length>1){for(let n=0;n<arguments.length;n++)this.remove(arguments[n]);return this}let t=this.children.indexOf(e);return t!==-1&&(e.parent=null,this.children.splice(t,1),e.dispatchEvent(dv),Bl.child=e,this.dispatchEvent(Bl),Bl.child=null),this}removeFromParent(){let e=this.parent;return e!==null&&e.remove(this),this}clear(){return this.remove(...this.children)}attach(e){return this.updateWorldMatrix(!0,!1),ci.copy(this.matrixWorld).invert(),e.parent!==null&&(e.parent.updateWorldMatrix(!0,!1),ci.multiply(e.parent.matrixWorld)),e.applyMatrix4(ci),e.removeFromParent(),e.parent=this,this.children.push(e),e.updateWorldMatrix(!1,!0),e.dispatchEvent(uh),gr.child=e,this.dispatchEvent(gr),gr.child=null,this}getObjectById(e){return this.getObjectByProperty("id",e)}getObjectByName(e){return this.getObjectByProperty("name",e)}getObjectByProperty(e,t){if(this[e]===t)return this;for(let n=0,s=this.children.length;n<s;n++){let l=this.children[n].getObjectByProperty(e,t);if(l!==void 0)return l}}getObjectsByProperty(e,t,n=[]){this[e]===t&&n.push(this);let s=this.children;for(let o=0,l=s.length;o<l;o++)s[o].getObjectsByProperty(e,t,n);return n}getWorldPosition(e){return this.updateWorldMatrix(!0,!1),e.setFromMatrixPosition(this.matrixWorld)}getWorldQuaternion(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(Zr,e,uv),e}getWorldScale(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(Zr,hv,e),e}getWorldDirection(e){this.updateWorldMatrix(!0,!1);let t=this.matrixWorld.elements;return e.set(t[8],t[9],t[10]).normalize()}raycast(){}intersectsFrustum(){return!0}traverse(e){e(this);let t=this.children;for(let n=0,s=t.length;n<s;n++)t[n].traverse(e)}traverseVisible(e){if(this.visible===!1)return;e(this);let t=this.children;for(let n=0,s=t.length;n<s;n++)t[n].traverseVisible(e)}traverseAncestors(e){let t=this.parent;t!==null&&(e(t),t.traverseAncestors(e))}updateMatrix(){this.matrix.compose(this.position,this.quaternion,this.scale);let e=this.pivot;if(e!==null){let t=e.x,n=e.y,s=e.z,o=this.matrix.elements;o[12]+=t-o[0]*t-o[4]*n-o[8]*s,o[13]+=n-o[1]*t-o[5]*n-o[9]*s,o[14]+=s-o[2]*t-o[6]*n-o[10]*s}this.matrixWorldNeedsUpdate=!0}updateMatrixWorld(e){this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||e)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,e=!0);let t=this.children;for(let n=0,s=t.length;n<s;n++)t[n].updateMatrixWorld(e)}updateWorldMatrix(e,t,n=!1){let s=this.parent;if(e===!0&&s!==null&&s.updateWorldMatrix(!0,!1),this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||n)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,n=!0),t===!0){let o=this.children;for(let l=0,u=o.length;l<u;l++)o[l].updateWorldMatrix(!1,!0,n)}}toJSON(e){let t=e===void 0||typeof e=="string",n={};t&&(e={geometries:{},materials:{},textures:{},images:{},shapes:{},skeletons:{},animations:{},nodes:{}},n.metadata={version:4.7,type:"Object",generator:"Object3D.toJSON"});let s={};s.uuid=this.uuid,s.type=this.type,s.name=this.name,s.castShadow=this.castShadow,s.receiveShadow=this.receiveShadow,s.visible=this.visible,s.frustumCulled=this.frustumCulled,s.renderOrder=this.renderOrder,s.static=this.static,s.matrixAutoUpdate=this.matrixAutoUpdate,Object.keys(this.userData).length>0&&(s.userData=this.userData),s.layers=this.layers.mask,s.matrix=this.matrix.toArray(),s.up=this.up.toArray(),this.pivot!==null&&(s.pivot=this.pivot.toArray()),this.morphTargetDictionary!==void 0&&(s.morphTargetDictionary=Object.assign({},this.morphTargetDictionary)),this.morphTargetInfluences!==void 0&&(s.morphTargetInfluences=this.morphTargetInfluences.slice()),this.isInstancedMesh&&(s.type="InstancedMesh",s.count=this.count,s.instanceMatrix=this.instanceMatrix.toJSON(),this.instanceColor!==null&&(s.instanceColor=this.instanceColor.toJSON())),this.isBatchedMesh&&(s.type="BatchedMesh",s.perObjectFrustumCulled=this.perObjectFrustumCulled,s.sortObjects=this.sortObjects,s.drawRanges=this._drawRanges,s.reservedRanges=this._reservedRanges,s.geometryInfo=this._geometryInfo.map(u=>({...u,boundingBox:u.boundingBox?u.boundingBox.toJSON():void 0,boundingSphere:u.boundingSphere?u.boundingSphere.toJSON():void 0})),s.instanceInfo=this._instanceInfo.map(u=>({...u})),s.availableInstanceIds=this._availableInstanceIds.slice(),s.availableGeometryIds=this._availableGeometryIds.slice(),s.nextIndexStart=this._nextIndexStart,s.nextVertexStart=this._nextVertexStart,s.geometryCount=this._geometryCount,s.maxInstanceCount=this._maxInstanceCount,s.maxVertexCount=this._maxVertexCount,s.maxIndexCount=this._maxIndexCount,s.geometryInitialized=this._geometryInitialized,s.matricesTexture=this._matricesTexture.toJSON(e),s.indirectTexture=this._indirectTexture.toJSON(e),this._colorsTexture!==null&&(s.colorsTexture=this._colorsTexture.toJSON(e)),this.boundingSphere!==null&&(s.boundingSphere=this.boundingSphere.toJSON()),this.boundingBox!==null&&(s.boundingBox=this.boundingBox.toJSON()));function o(u,h){return u[h.uuid]===void 0&&(u[h.uuid]=h.toJSON(e)),h.uuid}if(this.isScene)this.background&&(this.background.isColor?s.background=this.background.toJSON():this.background.isTexture&&(s.background=this.background.toJSON(e).uuid)),this.environment&&this.environment.isTexture&&this.environment.isRenderTargetTexture!==!0&&(s.environment=this.environment.toJSON(e).uuid);else if(this.isMesh||this.isLine||this.isPoints){s.geometry=o(e.geometries,this.geometry);let u=this.geometry.parameters;if(u!==void 0&&u.shapes!==void 0){let h=u.shapes;if(Array.isArray(h))for(let f=0,m=h.length;f<m;f++){let x=h[f];o(e.shapes,x)}else o(e.shapes,h)}}if(this.isSkinnedMesh&&(s.bindMode=this.bindMode,s.bindMatrix=this.bindMatrix.toArray(),this.skeleton!==void 0&&(o(e.skeletons,this.skeleton),s.skeleton=this.skeleton.uuid)),this.material!==void 0)if(Array.isArray(this.material)){let u=[];for(let h=0,f=this.material.length;h<f;h++)u.push(o(e.materials,this.material[h]));s.material=u}else s.material=o(e.materials,this.material);if(this.children.length>0){s.children=[];for(let u=0;u<this.children.length;u++)s.children.push(this.children[u].toJSON(e).object)}if(this.animations.length>0){s.animations=[];for(let u=0;u<this.animations.length;u++){let h=this.animations[u];s.animations.push(o(e.animations,h))}}if(t){let u=l(e.geometries),h=l(e.materials),f=l(e.textures),m=l(e.images),x=l(e.shapes),_=l(e.skeletons),y=l(e.animations),w=l(e.nodes);u.length>0&&(n.geometries=u),h.length>0&&(n.materials=h),f.length>0&&(n.textures=f),m.length>0&&(n.images=m),x.length>0&&(n.shapes=x),_.length>0&&(n.skeletons=_),y.length>0&&(n.animations=y),w.length>0&&(n.nodes=w)}return n.object=s,n;function l(u){let h=[];for(let f in u){let m=u[f];delete m.metadata,h.push(m)}return h}}clone(e){return new this.constructor().copy(this,e)}copy(e,t=!0){if(this.name=e.name,this.up.copy(e.up),this.position.copy(e.position),this.rotation.order=e.rotation.order,this.quaternion.copy(e.quaternion),this.scale.copy(e.scale),this.pivot=e.pivot!==null?e.pivot.clone():null,this.matrix.copy(e.matrix),this.matrixWorld.copy(e.matrixWorld),this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrixWorldAutoUpdate=e.matrixWorldAutoUpdate,this.matrixWorldNeedsUpdate=e.matrixWorldNeedsUpdate,this.layers.mask=e.layers.mask,this.visible=e.visible,this.castShadow=e.castShadow,this.receiveShadow=e.receiveShadow,this.frustumCulled=e.frustumCulled,this.renderOrder=e.renderOrder,this.static=e.static,this.animations=e.animations.slice(),this.userData=JSON.parse(JSON.stringify(e.userData)),t===!0)for(let n=0;n<e.children.length;n++){let s=e.children[n];this.add(s.clone())}return this}dispose(){this.dispatchEvent({type:"dispose"})}};fn.DEFAULT_UP=new te(0,1,0);fn.DEFAULT_MATRIX_AUTO_UPDATE=!0;fn.DEFAULT_MATRIX_WORLD_AUTO_UPDATE=!0;var pi=class extends fn{constructor(){super(),this.isGroup=!0,this.type="Group"}},fv={type:"move"},Dr=class{constructor(){this._targetRay=null,this._grip=null,this._hand=null}getHandSpace(){return this._hand===null&&(this._hand=new pi,this._hand.matrixAutoUpdate=!1,this._hand.visible=!1,this._hand.joints={},this._hand.inputState={pinching:!1}),this._hand}getTargetRaySpace(){return this._targetRay===null&&(this._targetRay=new pi,this._targetRay.matrixAutoUpdate=!1,this._targetRay.visible=!1,this._targetRay.hasLinearVelocity=!1,this._targetRay.linearVelocity=new te,this._targetRay.hasAngularVelocity=!1,this._targetRay.angularVelocity=new te),this._targetRay}getGripSpace(){return this._grip===null&&(this._grip=new pi,this._grip.matrixAutoUpdate=!1,this._grip.visible=!1,this._grip.hasLinearVelocity=!1,this._grip.linearVelocity=new te,this._grip.hasAngularVelocity=!1,this._grip.angularVelocity=new te,this._grip.eventsEnabled=!1),this._grip}dispatchEvent(e){return this._targetRay!==null&&this._targetRay.dispatchEvent(e),this._grip!==null&&this._grip.dispatchEvent(e),this._hand!==null&&this._hand.dispatchEvent(e),this}connect(e){if(e&&e.hand){let t=this._hand;if(t)for(let n of e.hand.values())this._getHandJoint(t,n)}return this.dispatchEvent({type:"connected",data:e}),this}disconnect(e){return this.dispatchEvent({type:"disconnected",data:e}),this._targetRay!==null&&(this._targetRay.visible=!1),this._grip!==null&&(this._grip.visible=!1),this._hand!==null&&(this._hand.visible=!1),this}update(e,t,n){let s=null,o=null,l=null,u=this._targetRay,h=this._grip,f=this._hand;if(e&&t.session.visibilityState!=="visible-blurred"){if(f&&e.hand){l=!0;for(let I of e.hand.values()){let g=t.getJointPose(I,n),v=this._getHandJoint(f,I);g!==null&&(v.matrix.fromArray(g.transform.matrix),v.matrix.decompose(v.position,v.quaternion,v.scale),v.matrixWorldNeedsUpdate=!0,v.jointRadius=g.radius),v.visible=g!==null}let m=f.joints["index-finger-tip"],x=f.joints["thumb-tip"],_=m.position.distanceTo(x.position),y=.02,w=.005;f.inputState.pinching&&_>y+w?(f.inputState.pinching=!1,this.dispatchEvent({type:"pinchend",handedness:e.handedness,target:this})):!f.inputState.pinching&&_<=y-w&&(f.inputState.pinching=!0,this.dispatchEvent({type:"pinchstart",handedness:e.handedness,target:this}))}else h!==null&&e.gripSpace&&(o=t.getPose(e.gripSpace,n),o!==null&&(h.matrix.fromArray(o.transform.matrix),h.matrix.decompose(h.position,h.quaternion,h.scale),h.matrixWorldNeedsUpdate=!0,o.linearVelocity?(h.hasLinearVelocity=!0,h.linearVelocity.copy(o.linearVelocity)):h.hasLinearVelocity=!1,o.angularVelocity?(h.hasAngularVelocity=!0,h.angularVelocity.copy(o.angularVelocity)):h.hasAngularVelocity=!1,h.eventsEnabled&&h.dispatchEvent({type:"gripUpdated",data:e,target:this})));u!==null&&(s=t.getPose(e.targetRaySpace,n),s===null&&o!==null&&(s=o),s!==null&&(u.matrix.fromArray(s.transform.matrix),u.matrix.decompose(u.position,u.quaternion,u.scale),u.matrixWorldNeedsUpdate=!0,s.linearVelocity?(u.hasLinearVelocity=!0,u.linearVelocity.copy(s.linearVelocity)):u.hasLinearVelocity=!1,s.angularVelocity?(u.hasAngularVelocity=!0,u.angularVelocity.copy(s.angularVelocity)):u.hasAngularVelocity=!1,this.dispatchEvent(fv)))}return u!==null&&(u.visible=s!==null),h!==null&&(h.visible=o!==null),f!==null&&(f.visible=l!==null),this}_getHandJoint(e,t){if(e.joints[t.jointName]===void 0){let n=new pi;n.matrixAutoUpdate=!1,n.visible=!1,e.joints[t.jointName]=n,e.add(n)}return e.joints[t.jointName]}},cd={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074},Ai={h:0,s:0,l:0},ma={h:0,s:0,l:0};function kl(i,e,t){return t<0&&(t+=1),t>1&&(t-=1),t<1/6?i+(e-i)*6*t:t<1/2?e:t<2/3?i+(e-i)*6*(2/3-t):i}var Qe=class{constructor(e,t,n){return this.isColor=!0,this.r=1,this.g=1,this.b=1,this.set(e,t,n)}set(e,t,n){if(t===void 0&&n===void 0){let s=e;s&&s.isColor?this.copy(s):typeof s=="number"?this.setHex(s):typeof s=="string"&&this.setStyle(s)}else this.setRGB(e,t,n);return this}setScalar(e){return this.r=e,this.g=e,this.b=e,this}setHex(e,t=dn){return e=Math.floor(e),this.r=(e>>16&255)/255,this.g=(e>>8&255)/255,this.b=(e&255)/255,xt.colorSpaceToWorking(this,t),this}setRGB(e,t,n,s=xt.workingColorSpace){return this.r=e,this.g=t,this.b=n,xt.colorSpaceToWorking(this,s),this}setHSL(e,t,n,s=xt.workingColorSpace){if(e=tv(e,1),t=yt(t,0,1),n=yt(n,0,1),t===0)this.r=this.g=this.b=n;else{let o=n<=.5?n*(1+t):n+t-n*t,l=2*n-o;this.r=kl(l,o,e+1/3),this.g=kl(l,o,e),this.b=kl(l,o,e-1/3)}return xt.colorSpaceToWorking(this,s),this}setStyle(e,t=dn){function n(o){o!==void 0&&parseFloat(o)<1&&et("Color: Alpha component of "+e+" will be ignored.")}let s;if(s=/^(\w+)\(([^\)]*)\)/.exec(e)){let o,l=s[1],u=s[2];switch(l){case"rgb":case"rgba":if(o=/^\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(u))return n(o[4]),this.setRGB(Math.min(255,parseInt(o[1],10))/255,Math.min(255,parseInt(o[2],10))/255,Math.min(255,parseInt(o[3],10))/255,t);if(o=/^\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(u))return n(o[4]),this.setRGB(Math.min(100,parseFloat(o[1]))/100,Math.min(100,parseFloat(o[2]))/100,Math.min(100,parseFloat(o[3]))/100,t);break;case"hsl":case"hsla":if(o=/^\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+))\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(u))return n(o[4]),this.setHSL(parseFloat(o[1])/360,parseFloat(o[2])/100,parseFloat(o[3])/100,t);break;default:et("Color: Unknown color model "+e)}}else if(s=/^\#([A-Fa-f\d]+)$/.exec(e)){let o=s[1],l=o.length;if(l===3)return this.setRGB(parseInt(o.charAt(0),16)/15,parseInt(o.charAt(1),16)/15,parseInt(o.charAt(2),16)/15,t);if(l===6)return this.setHex(parseInt(o,16),t);et("Color: Invalid hex color "+e)}else if(e&&e.length>0)return this.setColorName(e,t);return this}setColorName(e,t=dn){let n=cd[e.toLowerCase()];return n!==void 0?this.setHex(n,t):et("Color: Unknown color "+e),this}clone(){return new this.constructor(this.r,this.g,this.b)}copy(e){return this.r=e.r,this.g=e.g,this.b=e.b,this}copySRGBToLinear(e){return this.r=mi(e.r),this.g=mi(e.g),this.b=mi(e.b),this}copyLinearToSRGB(e){return this.r=Ar(e.r),this.g=Ar(e.g),this.b=Ar(e.b),this}convertSRGBToLinear(){return this.copySRGBToLinear(this),this}convertLinearToSRGB(){return this.copyLinearToSRGB(this),this}getHex(e=dn){return xt.workingToColorSpace(hn.copy(this),e),Math.round(yt(hn.r*255,0,255))*65536+Math.round(yt(hn.g*255,0,255))*256+Math.round(yt(hn.b*255,0,255))}getHexString(e=dn){return("000000"+this.getHex(e).toString(16)).slice(-6)}getHSL(e,t=xt.workingColorSpace){xt.workingToColorSpace(hn.copy(this),t);let n=hn.r,s=hn.g,o=hn.b,l=Math.max(n,s,o),u=Math.min(n,s,o),h,f,m=(u+l)/2;if(u===l)h=0,f=0;else{let x=l-u;switch(f=m<=.5?x/(l+u):x/(2-l-u),l){case n:h=(s-o)/x+(s<o?6:0);break;case s:h=(o-n)/x+2;break;case o:h=(n-s)/x+4;break}h/=6}return e.h=h,e.s=f,e.l=m,e}getRGB(e,t=xt.workingColorSpace){return xt.workingToColorSpace(hn.copy(this),t),e.r=hn.r,e.g=hn.g,e.b=hn.b,e}getStyle(e=dn){xt.workingToColorSpace(hn.copy(this),e);let t=hn.r,n=hn.g,s=hn.b;return e!==dn?`color(${e} ${t.toFixed(3)} ${n.toFixed(3)} ${s.toFixed(3)})`:`rgb(${Math.round(t*255)},${Math.round(n*255)},${Math.round(s*255)})`}offsetHSL(e,t,n){return this.getHSL(Ai),this.setHSL(Ai.h+e,Ai.s+t,Ai.l+n)}add(e){return this.r+=e.r,this.g+=e.g,this.b+=e.b,this}addColors(e,t){return this.r=e.r+t.r,this.g=e.g+t.g,this.b=e.b+t.b,this}addScalar(e){return this.r+=e,this.g+=e,this.b+=e,this}sub(e){return this.r=Math.max(0,this.r-e.r),this.g=Math.max(0,this.g-e.g),this.b=Math.max(0,this.b-e.b),this}multiply(e){return this.r*=e.r,this.g*=e.g,this.b*=e.b,this}multiplyScalar(e){return this.r*=e,this.g*=e,this.b*=e,this}lerp(e,t){return this.r+=(e.r-this.r)*t,this.g+=(e.g-this.g)*t,this.b+=(e.b-this.b)*t,this}lerpColors(e,t,n){return this.r=e.r+(t.r-e.r)*n,this.g=e.g+(t.g-e.g)*n,this.b=e.b+(t.b-e.b)*n,this}lerpHSL(e,t){this.getHSL(Ai),e.getHSL(ma);let n=Dl(Ai.h,ma.h,t),s=Dl(Ai.s,ma.s,t),o=Dl(Ai.l,ma.l,t);return this.setHSL(n,s,o),this}setFromVector3(e){return this.r=e.x,this.g=e.y,this.b=e.z,this}applyMatrix3(e){let t=this.r,n=this.g,s=this.b,o=e.elements;return this.r=o[0]*t+o[3]*n+o[6]*s,this.g=o[1]*t+o[4]*n+o[7]*s,this.b=o[2]*t+o[5]*n+o[8]*s,this}equals(e){return e.r===this.r&&e.g===this.g&&e.b===this.b}fromArray(e,t=0){return this.r=e[t],this.g=e[t+1],this.b=e[t+2],this}toArray(e=[],t=0){return e[t]=this.r,e[t+1]=this.g,e[t+2]=this.b,e}fromBufferAttribute(e,t){return this.r=e.getX(t),this.g=e.getY(t),this.b=e.getZ(t),this}toJSON(){return this.getHex()}*[Symbol.iterator](){yield this.r,yield this.g,yield this.b}},hn=new Qe;Qe.NAMES=cd;var ls=class i{constructor(e,t=1,n=1e3){this.isFog=!0,this.name="",this.color=new Qe(e),this.near=t,this.far=n}clone(){return new i(this.color,this.near,this.far)}toJSON(){return{type:"Fog",name:this.name,color:this.color.getHex(),near:this.near,far:this.far}}},cs=class extends fn{constructor(){super(),this.isScene=!0,this.type="Scene",this.background=null,this.environment=null,this.fog=null,this.backgroundBlurriness=0,this.backgroundIntensity=1,this.backgroundRotation=new _i,this.environmentIntensity=1,this.environmentRotation=new _i,this.overrideMaterial=null,typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}copy(e,t){return super.copy(e,t),this.background=e.background!==null?e.background.clone():null,this.environment=e.environment!==null?e.environment.clone():null,this.fog=e.fog!==null?e.fog.clone():null,this.backgroundBlurriness=e.backgroundBlurriness,this.backgroundIntensity=e.backgroundIntensity,this.backgroundRotation.copy(e.backgroundRotation),this.environmentIntensity=e.environmentIntensity,this.environmentRotation.copy(e.environmentRotation),this.overrideMaterial=e.overrideMaterial!==null?e.overrideMaterial.clone():null,this.matrixAutoUpdate=e.matrixAutoUpdate,this}toJSON(e){let t=super.toJSON(e);return this.fog!==null&&(t.object.fog=this.fog.toJSON()),t.object.backgroundBlurriness=this.backgroundBlurriness,t.object.backgroundIntensity=this.backgroundIntensity,t.object.backgroundRotation=this.backgroundRotation.toArray(),t.object.environmentIntensity=this.environmentIntensity,t.object.environmentRotation=this.environmentRotation.toArray(),t}},zn=new te,ui=new te,zl=new te,hi=new te,_r=new te,vr=new te,hh=new te,Gl=new te,Vl=new te,Hl=new te,Wl=new kt,Xl=new kt,$l=new kt,Ii=class i{constructor(e=new te,t=new te,n=new te){this.a=e,this.b=t,this.c=n}static getNormal(e,t,n,s){s.subVectors(n,t),zn.subVectors(e,t),s.cross(zn);let o=s.lengthSq();return o>0?s.multiplyScalar(1/Math.sqrt(o)):s.set(0,0,0)}static getBarycoord(e,t,n,s,o){zn.subVectors(s,t),ui.subVectors(n,t),zl.subVectors(e,t);let l=zn.dot(zn),u=zn.dot(ui),h=zn.dot(zl),f=ui.dot(ui),m=ui.dot(zl),x=l*f-u*u;if(x===0)return o.set(0,0,0),null;let _=1/x,y=(f*h-u*m)*_,w=(l*m-u*h)*_;return o.set(1-y-w,w,y)}static containsPoint(e,t,n,s){return this.getBarycoord(e,t,n,s,hi)===null?!1:hi.x>=0&&hi.y>=0&&hi.x+hi.y<=1}static getInterpolation(e,t,n,s,o,l,u,h){return this.getBarycoord(e,t,n,s,hi)===null?(h.x=0,h.y=0,"z"in h&&(h.z=0),"w"in h&&(h.w=0),null):(h.setScalar(0),h.addScaledVector(o,hi.x),h.addScaledVector(l,hi.y),h.addScaledVector(u,hi.z),h)}static getInterpolatedAttribute(e,t,n,s,o,l){return Wl.setScalar(0),Xl.setScalar(0),$l.setScalar(0),Wl.fromBufferAttribute(e,t),Xl.fromBufferAttribute(e,n),$l.fromBufferAttribute(e,s),l.setScalar(0),l.addScaledVector(Wl,o.x),l.addScaledVector(Xl,o.y),l.addScaledVector($l,o.z),l}static isFrontFacing(e,t,n,s){return zn.subVectors(n,t),ui.subVectors(e,t),zn.cross(ui).dot(s)<0}set(e,t,n){return this.a.copy(e),this.b.copy(t),this.c.copy(n),this}setFromPointsAndIndices(e,t,n,s){return this.a.copy(e[t]),this.b.copy(e[n]),this.c.copy(e[s]),this}setFromAttributeAndIndices(e,t,n,s){return this.a.fromBufferAttribute(e,t),this.b.fromBufferAttribute(e,n),this.c.fromBufferAttribute(e,s),this}clone(){return new this.constructor().copy(this)}copy(e){return this.a.copy(e.a),this.b.copy(e.b),this.c.copy(e.c),this}getArea(){return zn.subVectors(this.c,this.b),ui.subVectors(this.a,this.b),zn.cross(ui).length()*.5}getMidpoint(e){return e.addVectors(this.a,this.b).add(this.c).multiplyScalar(1/3)}getNormal(e){return i.getNormal(this.a,this.b,this.c,e)}getPlane(e){return e.setFromCoplanarPoints(this.a,this.b,this.c)}getBarycoord(e,t){return i.getBarycoord(e,this.a,this.b,this.c,t)}getInterpolation(e,t,n,s,o){return i.getInterpolation(e,this.a,this.b,this.c,t,n,s,o)}containsPoint(e){return i.containsPoint(e,this.a,this.b,this.c)}isFrontFacing(e){return i.isFrontFacing(this.a,this.b,this.c,e)}intersectsBox(e){return e.intersectsTriangle(this)}closestPointToPoint(e,t){let n=this.a,s=this.b,o=this.c,l,u;_r.subVectors(s,n),vr.subVectors(o,n),Gl.subVectors(e,n);let h=_r.dot(Gl),f=vr.dot(Gl);if(h<=0&&f<=0)return t.copy(n);Vl.subVectors(e,s);let m=_r.dot(Vl),x=vr.dot(Vl);if(m>=0&&x<=m)return t.copy(s);let _=h*x-m*f;if(_<=0&&h>=0&&m<=0&&h-m>0)return l=h/(h-m),t.copy(n).addScaledVector(_r,l);Hl.subVectors(e,o);let y=_r.dot(Hl),w=vr.dot(Hl);if(w>=0&&y<=w)return t.copy(o);let I=y*f-h*w;if(I<=0&&f>=0&&w<=0)return u=f/(f-w),t.copy(n).addScaledVector(vr,u);let g=m*w-y*x;if(g<=0&&x-m>=0&&y-w>=0)return hh.subVectors(o,s),u=(x-m)/(x-m+(y-w)),t.copy(s).addScaledVector(hh,u);let v=1/(g+I+_);return l=I*v,u=_*v,t.copy(n).addScaledVector(_r,l).addScaledVector(vr,u)}equals(e){return e.a.equals(this.a)&&e.b.equals(this.b)&&e.c.equals(this.c)}},ni=class{constructor(e=new te(1/0,1/0,1/0),t=new te(-1/0,-1/0,-1/0)){this.isBox3=!0,this.min=e,this.max=t}set(e,t){return this.min.copy(e),this.max.copy(t),this}setFromArray(e){this.makeEmpty();for(let t=0,n=e.length;t<n;t+=3)this.expandByPoint(Gn.fromArray(e,t));return this}setFromBufferAttribute(e){this.makeEmpty();for(let t=0,n=e.count;t<n;t++)this.expandByPoint(Gn.fromBufferAttribute(e,t));return this}setFromPoints(e){this.makeEmpty();for(let t=0,n=e.length;t<n;t++)this.expandByPoint(e[t]);return this}setFromCenterAndSize(e,t){let n=Gn.copy(t).multiplyScalar(.5);return this.min.copy(e).sub(n),this.max.copy(e).add(n),this}setFromObject(e,t=!1){return this.makeEmpty(),this.expandByObject(e,t)}clone(){return new this.constructor().copy(this)}copy(e){return this.min.copy(e.min),this.max.copy(e.max),this}makeEmpty(){return this.min.x=this.min.y=this.min.z=1/0,this.max.x=this.max.y=this.max.z=-1/0,this}isEmpty(){return this.max.x<this.min.x||this.max.y<this.min.y||this.max.z<this.min.z}getCenter(e){return this.isEmpty()?e.set(0,0,0):e.addVectors(this.min,this.max).multiplyScalar(.5)}getSize(e){return this.isEmpty()?e.set(0,0,0):e.subVectors(this.max,this.min)}expandByPoint(e){return this.min.min(e),this.max.max(e),this}expandByVector(e){return this.min.sub(e),this.max.add(e),this}expandByScalar(e){return this.min.addScalar(-e),this.max.addScalar(e),this}expandByObject(e,t=!1){e.updateWorldMatrix(!1,!1);let n=e.geometry;if(n!==void 0){let o=n.getAttribute("position");if(t===!0&&o!==void 0&&e.isInstancedMesh!==!0&&e.isBatchedMesh!==!0)for(let l=0,u=o.count;l<u;l++)e.isMesh===!0?e.getVertexPosition(l,Gn):Gn.fromBufferAttribute(o,l),Gn.applyMatrix4(e.matrixWorld),this.expandByPoint(Gn);else e.boundingBox!==void 0?(e.boundingBox===null&&e.computeBoundingBox(),ga.copy(e.boundingBox)):(n.boundingBox===null&&n.computeBoundingBox(),ga.copy(n.boundingBox)),ga.applyMatrix4(e.matrixWorld),this.union(ga)}let s=e.children;for(let o=0,l=s.length;o<l;o++)this.expandByObject(s[o],t);return this}containsPoint(e){return e.x>=this.min.x&&e.x<=this.max.x&&e.y>=this.min.y&&e.y<=this.max.y&&e.z>=this.min.z&&e.z<=this.max.z}containsBox(e){return this.min.x<=e.min.x&&e.max.x<=this.max.x&&this.min.y<=e.min.y&&e.max.y<=this.max.y&&this.min.z<=e.min.z&&e.max.z<=this.max.z}getParameter(e,t){return t.set((e.x-this.min.x)/(this.max.x-this.min.x),(e.y-this.min.y)/(this.max.y-this.min.y),(e.z-this.min.z)/(this.max.z-this.min.z))}intersectsBox(e){return e.max.x>=this.min.x&&e.min.x<=this.max.x&&e.max.y>=this.min.y&&e.min.y<=this.max.y&&e.max.z>=this.min.z&&e.min.z<=this.max.z}intersectsSphere(e){return this.clampPoint(e.center,Gn),Gn.distanceToSquared(e.center)<=e.radius*e.radius}intersectsPlane(e){let t,n;return e.normal.x>0?(t=e.normal.x*this.min.x,n=e.normal.x*this.max.x):(t=e.normal.x*this.max.x,n=e.normal.x*this.min.x),e.normal.y>0?(t+=e.normal.y*this.min.y,n+=e.normal.y*this.max.y):(t+=e.normal.y*this.max.y,n+=e.normal.y*this.min.y),e.normal.z>0?(t+=e.normal.z*this.min.z,n+=e.normal.z*this.max.z):(t+=e.normal.z*this.max.z,n+=e.normal.z*this.min.z),t<=-e.constant&&n>=-e.constant}intersectsTriangle(e){if(this.isEmpty())return!1;this.getCenter(Jr),_a.subVectors(this.max,Jr),xr.subVectors(e.a,Jr),yr.subVectors(e.b,Jr),Sr.subVectors(e.c,Jr),Ri.subVectors(yr,xr),Ci.subVectors(Sr,yr),ji.subVectors(xr,Sr);let t=[0,-Ri.z,Ri.y,0,-Ci.z,Ci.y,0,-ji.z,ji.y,Ri.z,0,-Ri.x,Ci.z,0,-Ci.x,ji.z,0,-ji.x,-Ri.y,Ri.x,0,-Ci.y,Ci.x,0,-ji.y,ji.x,0];return!ql(t,xr,yr,Sr,_a)||(t=[1,0,0,0,1,0,0,0,1],!ql(t,xr,yr,Sr,_a))?!1:(va.crossVectors(Ri,Ci),t=[va.x,va.y,va.z],ql(t,xr,yr,Sr,_a))}clampPoint(e,t){return t.copy(e).clamp(this.min,this.max)}distanceToPoint(e){return this.clampPoint(e,Gn).distanceTo(e)}getBoundingSphere(e){return this.isEmpty()?e.makeEmpty():(this.getCenter(e.center),e.radius=this.getSize(Gn).length()*.5),e}intersect(e){return this.min.max(e.min),this.max.min(e.max),this.isEmpty()&&this.makeEmpty(),this}union(e){return this.min.min(e.min),this.max.max(e.max),this}applyMatrix4(e){return this.isEmpty()?this:(di[0].set(this.min.x,this.min.y,this.min.z).applyMatrix4(e),di[1].set(this.min.x,this.min.y,this.max.z).applyMatrix4(e),di[2].set(this.min.x,this.max.y,this.min.z).applyMatrix4(e),di[3].set(this.min.x,this.max.y,this.max.z).applyMatrix4(e),di[4].set(this.max.x,this.min.y,this.min.z).applyMatrix4(e),di[5].set(this.max.x,this.min.y,this.max.z).applyMatrix4(e),di[6].set(this.max.x,this.max.y,this.min.z).applyMatrix4(e),di[7].set(this.max.x,this.max.y,this.max.z).applyMatrix4(e),this.setFromPoints(di),this)}translate(e){return this.min.add(e),this.max.add(e),this}equals(e){return e.min.equals(this.min)&&e.max.equals(this.max)}toJSON(){return{min:this.min.toArray(),max:this.max.toArray()}}fromJSON(e){return this.min.fromArray(e.min),this.max.fromArray(e.max),this}},di=[new te,new te,new te,new te,new te,new te,new te,new te],Gn=new te,ga=new ni,xr=new te,yr=new te,Sr=new te,Ri=new te,Ci=new te,ji=new te,Jr=new te,_a=new te,va=new te,Ki=new te;function ql(i,e,t,n,s){for(let o=0,l=i.length-3;o<=l;o+=3){Ki.fromArray(i,o);let u=s.x*Math.abs(Ki.x)+s.y*Math.abs(Ki.y)+s.z*Math.abs(Ki.z),h=e.dot(Ki),f=t.dot(Ki),m=n.dot(Ki);if(Math.max(-Math.max(h,f,m),Math.min(h,f,m))>u)return!1}return!0}var Xt=new te,xa=new gt,pv=0,rn=class extends ti{constructor(e,t,n=!1){if(super(),Array.isArray(e))throw new TypeError("THREE.BufferAttribute: array should be a Typed Array.");this.isBufferAttribute=!0,Object.defineProperty(this,"id",{value:pv++}),this.name="",this.array=e,this.itemSize=t,this.count=e!==void 0?e.length/t:0,this.normalized=n,this.usage=id,this.updateRanges=[],this.gpuType=Nn,this.version=0,this._normalizationScale=e!==void 0?Dc(e):void 0}onUploadCallback(){}set needsUpdate(e){e===!0&&this.version++}setUsage(e){return this.usage=e,this}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}copy(e){return this.name=e.name,this.array=new e.array.constructor(e.array),this.itemSize=e.itemSize,this.count=e.count,this.normalized=e.normalized,this.usage=e.usage,this.gpuType=e.gpuType,this._normalizationScale=e._normalizationScale,this}copyAt(e,t,n){e*=this.itemSize,n*=t.itemSize;for(let s=0,o=this.itemSize;s<o;s++)this.array[e+s]=t.array[n+s];return this}copyArray(e){return this.array.set(e),this}applyMatrix3(e){if(this.itemSize===2)for(let t=0,n=this.count;t<n;t++)xa.fromBufferAttribute(this,t),xa.applyMatrix3(e),this.setXY(t,xa.x,xa.y);else if(this.itemSize===3)for(let t=0,n=this.count;t<n;t++)Xt.fromBufferAttribute(this,t),Xt.applyMatrix3(e),this.setXYZ(t,Xt.x,Xt.y,Xt.z);return this}applyMatrix4(e){for(let t=0,n=this.count;t<n;t++)Xt.fromBufferAttribute(this,t),Xt.applyMatrix4(e),this.setXYZ(t,Xt.x,Xt.y,Xt.z);return this}applyNormalMatrix(e){for(let t=0,n=this.count;t<n;t++)Xt.fromBufferAttribute(this,t),Xt.applyNormalMatrix(e),this.setXYZ(t,Xt.x,Xt.y,Xt.z);return this}transformDirection(e){for(let t=0,n=this.count;t<n;t++)Xt.fromBufferAttribute(this,t),Xt.transformDirection(e),this.setXYZ(t,Xt.x,Xt.y,Xt.z);return this}set(e,t=0){return this.array.set(e,t),this}getComponent(e,t){let n=this.array[e*this.itemSize+t];return this.normalized&&(n=this._denormalize(n)),n}setComponent(e,t,n){return this.normalized&&(n=this._normalize(n)),this.array[e*this.itemSize+t]=n,this}getX(e){let t=this.array[e*this.itemSize];return this.normalized&&(t=this._denormalize(t)),t}setX(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize]=t,this}getY(e){let t=this.array[e*this.itemSize+1];return this.normalized&&(t=this._denormalize(t)),t}setY(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+1]=t,this}getZ(e){let t=this.array[e*this.itemSize+2];return this.normalized&&(t=this._denormalize(t)),t}setZ(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+2]=t,this}getW(e){let t=this.array[e*this.itemSize+3];return this.normalized&&(t=this._denormalize(t)),t}setW(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+3]=t,this}setXY(e,t,n){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n)),this.array[e+0]=t,this.array[e+1]=n,this}setXYZ(e,t,n,s){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n),s=this._normalize(s)),this.array[e+0]=t,this.array[e+1]=n,this.array[e+2]=s,this}setXYZW(e,t,n,s,o){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n),s=this._normalize(s),o=this._normalize(o)),this.array[e+0]=t,this.array[e+1]=n,this.array[e+2]=s,this.array[e+3]=o,this}onUpload(e){return this.onUploadCallback=e,this}clone(){return new this.constructor(this.array,this.itemSize).copy(this)}toJSON(){let e={itemSize:this.itemSize,type:this.array.constructor.name,array:Array.from(this.array),normalized:this.normalized};return e.name=this.name,e.usage=this.usage,e.gpuType=this.gpuType,e}dispose(){this.dispatchEvent({type:"dispose"})}_denormalize(e){let t=this._normalizationScale;return t!==void 0?Math.max(e/t,-1):nv(e,this.array)}_normalize(e){let t=this._normalizationScale;return t!==void 0?Math.round(e*t):iv(e,this.array)}};var us=class extends rn{constructor(e,t,n){super(new Uint16Array(e),t,n)}};var hs=class extends rn{constructor(e,t,n){super(new Uint32Array(e),t,n)}};var Wt=class extends rn{constructor(e,t,n){super(new Float32Array(e),t,n)}},mv=new ni,jr=new te,Yl=new te,Li=class{constructor(e=new te,t=-1){this.isSphere=!0,this.center=e,this.radius=t}set(e,t){return this.center.copy(e),this.radius=t,this}setFromPoints(e,t){let n=this.center;t!==void 0?n.copy(t):mv.setFromPoints(e).getCenter(n);let s=0;for(let o=0,l=e.length;o<l;o++)s=Math.max(s,n.distanceToSquared(e[o]));return this.radius=Math.sqrt(s),this}copy(e){return this.center.copy(e.center),this.radius=e.radius,this}isEmpty(){return this.radius<0}makeEmpty(){return this.center.set(0,0,0),this.radius=-1,this}containsPoint(e){return e.distanceToSquared(this.center)<=this.radius*this.radius}distanceToPoint(e){return e.distanceTo(this.center)-this.radius}intersectsSphere(e){let t=this.radius+e.radius;return e.center.distanceToSquared(this.center)<=t*t}intersectsBox(e){return e.intersectsSphere(this)}intersectsPlane(e){return Math.abs(e.distanceToPoint(this.center))<=this.radius}clampPoint(e,t){let n=this.center.distanceToSquared(e);return t.copy(e),n>this.radius*this.radius&&(t.sub(this.center).normalize(),t.multiplyScalar(this.radius).add(this.center)),t}getBoundingBox(e){return this.isEmpty()?(e.makeEmpty(),e):(e.set(this.center,this.center),e.expandByScalar(this.radius),e)}applyMatrix4(e){return this.center.applyMatrix4(e),this.radius=this.radius*e.getMaxScaleOnAxis(),this}translate(e){return this.center.add(e),this}expandByPoint(e){if(this.isEmpty())return this.center.copy(e),this.radius=0,this;jr.subVectors(e,this.center);let t=jr.lengthSq();if(t>this.radius*this.radius){let n=Math.sqrt(t),s=(n-this.radius)*.5;this.center.addScaledVector(jr,s/n),this.radius+=s}return this}union(e){return e.isEmpty()?this:this.isEmpty()?(this.copy(e),this):(this.center.equals(e.center)===!0?this.radius=Math.max(this.radius,e.radius):(Yl.subVectors(e.center,this.center).setLength(e.radius),this.expandByPoint(jr.copy(e.center).add(Yl)),this.expandByPoint(jr.copy(e.center).sub(Yl))),this)}equals(e){return e.center.equals(this.center)&&e.radius===this.radius}clone(){return new this.constructor().copy(this)}toJSON(){return{radius:this.radius,center:this.center.toArray()}}fromJSON(e){return this.radius=e.radius,this.center.fromArray(e.center),this}},gv=0,Dn=new Tt,Zl=new fn,Mr=new te,An=new ni,Kr=new ni,nn=new te,yn=class i extends ti{constructor(){super(),this.isBufferGeometry=!0,Object.defineProperty(this,"id",{value:gv++}),this.uuid=Ns(),this.name="",this.type="BufferGeometry",this.index=null,this.indirect=null,this.indirectOffset=0,this.attributes={},this.morphAttributes={},this.morphTargetsRelative=!1,this.groups=[],this.boundingBox=null,this.boundingSphere=null,this.drawRange={start:0,count:1/0},this.userData={},this._transformed=!1}getIndex(){return this.index}setIndex(e){return Array.isArray(e)?this.index=new(Q0(e)?hs:us)(e,1):this.index=e,this}setIndirect(e,t=0){return this.indirect=e,this.indirectOffset=t,this}getIndirect(){return this.indirect}getAttribute(e){return this.attributes[e]}setAttribute(e,t){return this.attributes[e]=t,this}deleteAttribute(e){return delete this.attributes[e],this}hasAttribute(e){return this.attributes[e]!==void 0}addGroup(e,t,n=0){this.groups.push({start:e,count:t,materialIndex:n})}clearGroups(){this.groups=[]}setDrawRange(e,t){this.drawRange.start=e,this.drawRange.count=t}applyMatrix4(e){let t=this.attributes.position;t!==void 0&&(t.applyMatrix4(e),t.needsUpdate=!0);let n=this.attributes.normal;if(n!==void 0){let o=new at().getNormalMatrix(e);n.applyNormalMatrix(o),n.needsUpdate=!0}let s=this.attributes.tangent;return s!==void 0&&(s.transformDirection(e),s.needsUpdate=!0),this.boundingBox!==null&&this.computeBoundingBox(),this.boundingSphere!==null&&this.computeBoundingSphere(),this._transformed=!0,this}applyQuaternion(e){return Dn.makeRotationFromQuaternion(e),this.applyMatrix4(Dn),this}rotateX(e){return Dn.makeRotationX(e),this.applyMatrix4(Dn),this}rotateY(e){return Dn.makeRotationY(e),this.applyMatrix4(Dn),this}rotateZ(e){return Dn.makeRotationZ(e),this.applyMatrix4(Dn),this}translate(e,t,n){return Dn.makeTranslation(e,t,n),this.applyMatrix4(Dn),this}scale(e,t,n){return Dn.makeScale(e,t,n),this.applyMatrix4(Dn),this}lookAt(e){return Zl.lookAt(e),Zl.updateMatrix(),this.applyMatrix4(Zl.matrix),this}center(){return this.computeBoundingBox(),this.boundingBox.getCenter(Mr).negate(),this.translate(Mr.x,Mr.y,Mr.z),this}setFromPoints(e){let t=this.getAttribute("position");if(t===void 0){let n=[];for(let s=0,o=e.length;s<o;s++){let l=e[s];n.push(l.x,l.y,l.z||0)}this.setAttribute("position",new Wt(n,3))}else{let n=Math.min(e.length,t.count);for(let s=0;s<n;s++){let o=e[s];t.setXYZ(s,o.x,o.y,o.z||0)}e.length>t.count&&et("BufferGeometry: Buffer size too small for points data. Use .dispose() and create a new geometry."),t.needsUpdate=!0}return this}computeBoundingBox(){this.boundingBox===null&&(this.boundingBox=new ni);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){it("BufferGeometry.computeBoundingBox(): GLBufferAttribute requires a manual bounding box.",this),this.boundingBox.set(new te(-1/0,-1/0,-1/0),new te(1/0,1/0,1/0));return}if(e!==void 0){if(this.boundingBox.setFromBufferAttribute(e),t)for(let n=0,s=t.length;n<s;n++){let o=t[n];An.setFromBufferAttribute(o),this.morphTargetsRelative?(nn.addVectors(this.boundingBox.min,An.min),this.boundingBox.expandByPoint(nn),nn.addVectors(this.boundingBox.max,An.max),this.boundingBox.expandByPoint(nn)):(this.boundingBox.expandByPoint(An.min),this.boundingBox.expandByPoint(An.max))}}else this.boundingBox.makeEmpty();(isNaN(this.boundingBox.min.x)||isNaN(this.boundingBox.min.y)||isNaN(this.boundingBox.min.z))&&it('BufferGeometry.computeBoundingBox(): Computed min/max have NaN values. The "position" attribute is likely to have NaN values.',this)}computeBoundingSphere(){this.boundingSphere===null&&(this.boundingSphere=new Li);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){it("BufferGeometry.computeBoundingSphere(): GLBufferAttribute requires a manual bounding sphere.",this),this.boundingSphere.set(new te,1/0);return}if(e){let n=this.boundingSphere.center;if(An.setFromBufferAttribute(e),t)for(let o=0,l=t.length;o<l;o++){let u=t[o];Kr.setFromBufferAttribute(u),this.morphTargetsRelative?(nn.addVectors(An.min,Kr.min),An.expandByPoint(nn),nn.addVectors(An.max,Kr.max),An.expandByPoint(nn)):(An.expandByPoint(Kr.min),An.expandByPoint(Kr.max))}An.getCenter(n);let s=0;for(let o=0,l=e.count;o<l;o++)nn.fromBufferAttribute(e,o),s=Math.max(s,n.distanceToSquared(nn));if(t)for(let o=0,l=t.length;o<l;o++){let u=t[o],h=this.morphTargetsRelative;for(let f=0,m=u.count;f<m;f++)nn.fromBufferAttribute(u,f),h&&(Mr.fromBufferAttribute(e,f),nn.add(Mr)),s=Math.max(s,n.distanceToSquared(nn))}this.boundingSphere.radius=Math.sqrt(s),isNaN(this.boundingSphere.radius)&&it('BufferGeometry.computeBoundingSphere(): Computed radius is NaN. The "position" attribute is likely to have NaN values.',this)}}computeTangents(){let e=this.index,t=this.attributes;if(e===null||t.position===void 0||t.normal===void 0||t.uv===void 0){it("BufferGeometry: .computeTangents() failed. Missing required attributes (index, position, normal or uv)");return}let n=t.position,s=t.normal,o=t.uv,l=this.getAttribute("tangent");(l===void 0||l.count!==n.count)&&(l=new rn(new Float32Array(4*n.count),4),this.setAttribute("tangent",l));let u=[],h=[],f=new Uint8Array(n.count);for(let H=0;H<n.count;H++)u[H]=new te,h[H]=new te;let m=new te,x=new te,_=new te,y=new gt,w=new gt,I=new gt,g=new te,v=new te;function P(H,z,G){f[H]=f[z]=f[G]=1,m.fromBufferAttribute(n,H),x.fromBufferAttribute(n,z),_.fromBufferAttribute(n,G),y.fromBufferAttribute(o,H),w.fromBufferAttribute(o,z),I.fromBufferAttribute(o,G),x.sub(m),_.sub(m),w.sub(y),I.sub(y);let $=1/(w.x*I.y-I.x*w.y);isFinite($)&&(g.copy(x).multiplyScalar(I.y).addScaledVector(_,-w.y).multiplyScalar($),v.copy(_).multiplyScalar(w.x).addScaledVector(x,-I.x).multiplyScalar($),u[H].add(g),u[z].add(g),u[G].add(g),h[H].add(v),h[z].add(v),h[G].add(v))}let L=this.groups;L.length===0&&(L=[{start:0,count:e.count}]);for(let H=0,z=L.length;H<z;++H){let G=L[H],$=G.start,Q=G.count;for(let k=$,j=$+Q;k<j;k+=3)P(e.getX(k+0),e.getX(k+1),e.getX(k+2))}let T=new te,N=new te,F=new te,M=new te;function D(H){F.fromBufferAttribute(s,H),M.copy(F);let z=u[H];T.copy(z),T.sub(F.multiplyScalar(F.dot(z))).normalize(),N.crossVectors(M,z);let $=N.dot(h[H])<0?-1:1;l.setXYZW(H,T.x,T.y,T.z,$)}for(let H=0,z=n.count;H<z;++H)f[H]&&D(H);this._transformed=!0}computeVertexNormals(){let e=this.index,t=this.getAttribute("position");if(t!==void 0){let n=this.getAttribute("normal");if(n===void 0||n.count!==t.count)n=new rn(new Float32Array(t.count*3),3),this.setAttribute("normal",n);else for(let _=0,y=n.count;_<y;_++)n.setXYZ(_,0,0,0);let s=new te,o=new te,l=new te,u=new te,h=new te,f=new te,m=new te,x=new te;if(e)for(let _=0,y=e.count;_<y;_+=3){let w=e.getX(_+0),I=e.getX(_+1),g=e.getX(_+2);s.fromBufferAttribute(t,w),o.fromBufferAttribute(t,I),l.fromBufferAttribute(t,g),m.subVectors(l,o),x.subVectors(s,o),m.cross(x),u.fromBufferAttribute(n,w),h.fromBufferAttribute(n,I),f.fromBufferAttribute(n,g),u.add(m),h.add(m),f.add(m),n.setXYZ(w,u.x,u.y,u.z),n.setXYZ(I,h.x,h.y,h.z),n.setXYZ(g,f.x,f.y,f.z)}else for(let _=0,y=t.count;_<y;_+=3)s.fromBufferAttribute(t,_+0),o.fromBufferAttribute(t,_+1),l.fromBufferAttribute(t,_+2),m.subVectors(l,o),x.subVectors(s,o),m.cross(x),n.setXYZ(_+0,m.x,m.y,m.z),n.setXYZ(_+1,m.x,m.y,m.z),n.setXYZ(_+2,m.x,m.y,m.z);this.normalizeNormals(),n.needsUpdate=!0}}normalizeNormals(){let e=this.attributes.normal;for(let t=0,n=e.count;t<n;t++)nn.fromBufferAttribute(e,t),nn.normalize(),e.setXYZ(t,nn.x,nn.y,nn.z)}toNonIndexed(){function e(u,h){let f=u.array,m=u.itemSize,x=u.normalized,_=new f.constructor(h.length*m),y=0,w=0;for(let I=0,g=h.length;I<g;I++){u.isInterleavedBufferAttribute?y=h[I]*u.data.stride+u.offset:y=h[I]*m;for(let v=0;v<m;v++)_[w++]=f[y++]}return new rn(_,m,x)}if(this.index===null)return et("BufferGeometry.toNonIndexed(): BufferGeometry is already non-indexed."),this;let t=new i,n=this.index.array,s=this.attributes;for(let u in s){let h=s[u],f=e(h,n);t.setAttribute(u,f)}let o=this.morphAttributes;for(let u in o){let h=[],f=o[u];for(let m=0,x=f.length;m<x;m++){let _=f[m],y=e(_,n);h.push(y)}t.morphAttributes[u]=h}t.morphTargetsRelative=this.morphTargetsRelative;let l=this.groups;for(let u=0,h=l.length;u<h;u++){let f=l[u];t.addGroup(f.start,f.count,f.materialIndex)}return t}toJSON(){let e={metadata:{version:4.7,type:"BufferGeometry",generator:"BufferGeometry.toJSON"}};if(e.uuid=this.uuid,e.type=this.parameters!==void 0&&this._transformed===!0?"BufferGeometry":this.type,e.name=this.name,Object.keys(this.userData).length>0&&(e.userData=this.userData),this.parameters!==void 0&&this._transformed!==!0){let h=this.parameters;for(let f in h)h[f]!==void 0&&(e[f]=h[f]);return e}e.data={attributes:{}};let t=this.index;t!==null&&(e.data.index={type:t.array.constructor.name,array:Array.prototype.slice.call(t.array)});let n=this.attributes;for(let h in n){let f=n[h];e.data.attributes[h]=f.toJSON(e.data)}let s={},o=!1;for(let h in this.morphAttributes){let f=this.morphAttributes[h],m=[];for(let x=0,_=f.length;x<_;x++){let y=f[x];m.push(y.toJSON(e.data))}m.length>0&&(s[h]=m,o=!0)}o&&(e.data.morphAttributes=s,e.data.morphTargetsRelative=this.morphTargetsRelative);let l=this.groups;l.length>0&&(e.data.groups=JSON.parse(JSON.stringify(l)));let u=this.boundingSphere;return u!==null&&(e.data.boundingSphere=u.toJSON()),e}clone(){return new this.constructor().copy(this)}copy(e){this.index=null,this.attributes={},this.morphAttributes={},this.groups=[],this.boundingBox=null,this.boundingSphere=null;let t={};this.name=e.name;let n=e.index;n!==null&&this.setIndex(n.clone());let s=e.attributes;for(let f in s){let m=s[f];this.setAttribute(f,m.clone(t))}let o=e.morphAttributes;for(let f in o){let m=[],x=o[f];for(let _=0,y=x.length;_<y;_++)m.push(x[_].clone(t));this.morphAttributes[f]=m}this.morphTargetsRelative=e.morphTargetsRelative;let l=e.groups;for(let f=0,m=l.length;f<m;f++){let x=l[f];this.addGroup(x.start,x.count,x.materialIndex)}let u=e.boundingBox;u!==null&&(this.boundingBox=u.clone());let h=e.boundingSphere;return h!==null&&(this.boundingSphere=h.clone()),this.drawRange.start=e.drawRange.start,this.drawRange.count=e.drawRange.count,this.userData=e.userData,this._transformed=e._transformed,this}dispose(){this.dispatchEvent({type:"dispose"})}};var Jl=new te,_v=new te,vv=new at,Vn=class{constructor(e=new te(1,0,0),t=0){this.isPlane=!0,this.normal=e,this.constant=t}set(e,t){return this.normal.copy(e),this.constant=t,this}setComponents(e,t,n,s){return this.normal.set(e,t,n),this.constant=s,this}setFromNormalAndCoplanarPoint(e,t){return this.normal.copy(e),this.constant=-t.dot(this.normal),this}setFromCoplanarPoints(e,t,n){let s=Jl.subVectors(n,t).cross(_v.subVectors(e,t)).normalize();return this.setFromNormalAndCoplanarPoint(s,e),this}copy(e){return this.normal.copy(e.normal),this.constant=e.constant,this}normalize(){let e=1/this.normal.length();return this.normal.multiplyScalar(e),this.constant*=e,this}negate(){return this.constant*=-1,this.normal.negate(),this}distanceToPoint(e){return this.normal.dot(e)+this.constant}distanceToSphere(e){return this.distanceToPoint(e.center)-e.radius}projectPoint(e,t){return t.copy(e).addScaledVector(this.normal,-this.distanceToPoint(e))}intersectLine(e,t,n=!0){let s=e.delta(Jl),o=this.normal.dot(s);if(o===0)return this.distanceToPoint(e.start)===0?t.copy(e.start):null;let l=-(e.start.dot(this.normal)+this.constant)/o;return n===!0&&(l<0||l>1)?null:t.copy(e.start).addScaledVector(s,l)}intersectsLine(e){let t=this.distanceToPoint(e.start),n=this.distanceToPoint(e.end);return t<0&&n>0||n<0&&t>0}intersectsBox(e){return e.intersectsPlane(this)}intersectsSphere(e){return e.intersectsPlane(this)}coplanarPoint(e){return e.copy(this.normal).multiplyScalar(-this.constant)}applyMatrix4(e,t){let n=t||vv.getNormalMatrix(e),s=this.coplanarPoint(Jl).applyMatrix4(e),o=this.normal.applyMatrix3(n).normalize();return this.constant=-s.dot(o),this}translate(e){return this.constant-=e.dot(this.normal),this}equals(e){return e.normal.equals(this.normal)&&e.constant===this.constant}clone(){return new this.constructor().copy(this)}toJSON(){return{normal:this.normal.toArray(),constant:this.constant}}fromJSON(e){return this.normal.fromArray(e.normal),this.constant=e.constant,this}},xv=0,vi=class extends ti{constructor(){super(),this.isMaterial=!0,Object.defineProperty(this,"id",{value:xv++}),this.uuid=Ns(),this.name="",this.type="Material",this.blending=Or,this.side=zi,this.vertexColors=!1,this.opacity=1,this.transparent=!1,this.alphaHash=!1,this.blendSrc=hc,this.blendDst=dc,this.blendEquation=rr,this.blendSrcAlpha=null,this.blendDstAlpha=null,this.blendEquationAlpha=null,this.blendColor=new Qe(0,0,0),this.blendAlpha=0,this.depthFunc=Rr,this.depthTest=!0,this.depthWrite=!0,this.stencilWriteMask=255,this.stencilFunc=jh,this.stencilRef=0,this.stencilFuncMask=255,this.stencilFail=Na,this.stencilZFail=Na,this.stencilZPass=Na,this.stencilWrite=!1,this.clippingPlanes=null,this.clipIntersection=!1,this.clipShadows=!1,this.shadowSide=null,this.colorWrite=!0,this.precision=null,this.polygonOffset=!1,this.polygonOffsetFactor=0,this.polygonOffsetUnits=0,this.dithering=!1,this.alphaToCoverage=!1,this.premultipliedAlpha=!1,this.forceSinglePass=!1,this.allowOverride=!0,this.visible=!0,this.toneMapped=!0,this.userData={},this.version=0,this._alphaTest=0}get alphaTest(){return this._alphaTest}set alphaTest(e){this._alphaTest>0!=e>0&&this.version++,this._alphaTest=e}onBeforeRender(){}onBeforeCompile(){}customProgramCacheKey(){return this.onBeforeCompile.toString()}setValues(e){if(e!==void 0)for(let t in e){let n=e[t];if(n===void 0){et(`Material: parameter '${t}' has value of undefined.`);continue}let s=this[t];if(s===void 0){et(`Material: '${t}' is not a property of THREE.${this.type}.`);continue}s&&s.isColor?s.set(n):s&&s.isVector2&&n&&n.isVector2||s&&s.isEuler&&n&&n.isEuler||s&&s.isVector3&&n&&n.isVector3?s.copy(n):this[t]=n}}toJSON(e){let t=e===void 0||typeof e=="string";t&&(e={textures:{},images:{}});let n={metadata:{version:4.7,type:"Material",generator:"Material.toJSON"}};n.uuid=this.uuid,n.type=this.type,n.blending=this.blending,n.side=this.side,n.shadowSide=this.shadowSide,n.vertexColors=this.vertexColors,n.opacity=this.opacity,n.transparent=this.transparent,n.blendSrc=this.blendSrc,n.blendDst=this.blendDst,n.blendEquation=this.blendEquation,n.blendSrcAlpha=this.blendSrcAlpha,n.blendDstAlpha=this.blendDstAlpha,n.blendEquationAlpha=this.blendEquationAlpha,n.blendColor=this.blendColor.getHex(),n.blendAlpha=this.blendAlpha,n.depthFunc=this.depthFunc,n.depthTest=this.depthTest,n.depthWrite=this.depthWrite,n.colorWrite=this.colorWrite,n.clipIntersection=this.clipIntersection,n.clipShadows=this.clipShadows,n.stencilWriteMask=this.stencilWriteMask,n.stencilFunc=this.stencilFunc,n.stencilRef=this.stencilRef,n.stencilFuncMask=this.stencilFuncMask,n.stencilFail=this.stencilFail,n.stencilZFail=this.stencilZFail,n.stencilZPass=this.stencilZPass,n.stencilWrite=this.stencilWrite,n.polygonOffset=this.polygonOffset,n.polygonOffsetFactor=this.polygonOffsetFactor,n.polygonOffsetUnits=this.polygonOffsetUnits,n.dithering=this.dithering,n.alphaTest=this.alphaTest,n.alphaHash=this.alphaHash,n.alphaToCoverage=this.alphaToCoverage,n.premultipliedAlpha=this.premultipliedAlpha,n.forceSinglePass=this.forceSinglePass,n.allowOverride=this.allowOverride,n.visible=this.visible,n.toneMapped=this.toneMapped,n.name=this.name,this.color&&this.color.isColor&&(n.color=this.color.getHex()),this.roughness!==void 0&&(n.roughness=this.roughness),this.metalness!==void 0&&(n.metalness=this.metalness),this.sheen!==void 0&&(n.sheen=this.sheen),this.sheenColor&&this.sheenColor.isColor&&(n.sheenColor=this.sheenColor.getHex()),this.sheenRoughness!==void 0&&(n.sheenRoughness=this.sheenRoughness),this.emissive&&this.emissive.isColor&&(n.emissive=this.emissive.getHex()),this.emissiveIntensity!==void 0&&(n.emissiveIntensity=this.emissiveIntensity),this.specular&&this.specular.isColor&&(n.specular=this.specular.getHex()),this.specularIntensity!==void 0&&(n.specularIntensity=this.specularIntensity),this.specularColor&&this.specularColor.isColor&&(n.specularColor=this.specularColor.getHex()),this.shininess!==void 0&&(n.shininess=this.shininess),this.clearcoat!==void 0&&(n.clearcoat=this.clearcoat),this.clearcoatRoughness!==void 0&&(n.clearcoatRoughness=this.clearcoatRoughness),this.diffuseRoughness!==void 0&&(n.diffuseRoughness=this.diffuseRoughness),this.diffuseRoughnessMap&&this.diffuseRoughnessMap.isTexture&&(n.diffuseRoughnessMap=this.diffuseRoughnessMap.toJSON(e).uuid),this.clearcoatMap&&this.clearcoatMap.isTexture&&(n.clearcoatMap=this.clearcoatMap.toJSON(e).uuid),this.clearcoatRoughnessMap&&this.clearcoatRoughnessMap.isTexture&&(n.clearcoatRoughnessMap=this.clearcoatRoughnessMap.toJSON(e).uuid),this.clearcoatNormalMap&&this.clearcoatNormalMap.isTexture&&(n.clearcoatNormalMap=this.clearcoatNormalMap.toJSON(e).uuid,n.clearcoatNormalScale=this.clearcoatNormalScale.toArray()),this.sheenColorMap&&this.sheenColorMap.isTexture&&(n.sheenColorMap=this.sheenColorMap.toJSON(e).uuid),this.sheenRoughnessMap&&this.sheenRoughnessMap.isTexture&&(n.sheenRoughnessMap=this.sheenRoughnessMap.toJSON(e).uuid),this.dispersion!==void 0&&(n.dispersion=this.dispersion),this.retroreflectivity!==void 0&&(n.retroreflectivity=this.retroreflectivity),this.iridescence!==void 0&&(n.iridescence=this.iridescence),this.iridescenceIOR!==void 0&&(n.iridescenceIOR=this.iridescenceIOR),this.iridescenceThicknessMinimum!==void 0&&(n.iridescenceThicknessMinimum=this.iridescenceThicknessMinimum),this.iridescenceThicknessMaximum!==void 0&&(n.iridescenceThicknessMaximum=this.iridescenceThicknessMaximum),this.iridescenceMap&&this.iridescenceMap.isTexture&&(n.iridescenceMap=this.iridescenceMap.toJSON(e).uuid),this.iridescenceThicknessMap&&this.iridescenceThicknessMap.isTexture&&(n.iridescenceThicknessMap=this.iridescenceThicknessMap.toJSON(e).uuid),this.anisotropy!==void 0&&(n.anisotropy=this.anisotropy),this.anisotropyRotation!==void 0&&(n.anisotropyRotation=this.anisotropyRotation),this.anisotropyMap&&this.anisotropyMap.isTexture&&(n.anisotropyMap=this.anisotropyMap.toJSON(e).uuid),this.map&&this.map.isTexture&&(n.map=this.map.toJSON(e).uuid),this.matcap&&this.matcap.isTexture&&(n.matcap=this.matcap.toJSON(e).uuid),this.alphaMap&&this.alphaMap.isTexture&&(n.alphaMap=this.alphaMap.toJSON(e).uuid),this.lightMap&&this.lightMap.isTexture&&(n.lightMap=this.lightMap.toJSON(e).uuid,n.lightMapIntensity=this.lightMapIntensity),this.aoMap&&this.aoMap.isTexture&&(n.aoMap=this.aoMap.toJSON(e).uuid,n.aoMapIntensity=this.aoMapIntensity),this.bumpMap&&this.bumpMap.isTexture&&(n.bumpMap=this.bumpMap.toJSON(e).uuid,n.bumpScale=this.bumpScale),this.normalMap&&this.normalMap.isTexture&&(n.normalMap=this.normalMap.toJSON(e).uuid,n.normalMapType=this.normalMapType,n.normalScale=this.normalScale.toArray()),this.displacementMap&&this.displacementMap.isTexture&&(n.displacementMap=this.displacementMap.toJSON(e).uuid,n.displacementScale=this.displacementScale,n.displacementBias=this.displacementBias),this.roughnessMap&&this.roughnessMap.isTexture&&(n.roughnessMap=this.roughnessMap.toJSON(e).uuid),this.metalnessMap&&this.metalnessMap.isTexture&&(n.metalnessMap=this.metalnessMap.toJSON(e).uuid),this.emissiveMap&&this.emissiveMap.isTexture&&(n.emissiveMap=this.emissiveMap.toJSON(e).uuid),this.specularMap&&this.specularMap.isTexture&&(n.specularMap=this.specularMap.toJSON(e).uuid),this.specularIntensityMap&&this.specularIntensityMap.isTexture&&(n.specularIntensityMap=this.specularIntensityMap.toJSON(e).uuid),this.specularColorMap&&this.specularColorMap.isTexture&&(n.specularColorMap=this.specularColorMap.toJSON(e).uuid),this.envMap&&this.envMap.isTexture&&(n.envMap=this.envMap.toJSON(e).uuid,this.combine!==void 0&&(n.combine=this.combine)),this.envMapRotation!==void 0&&(n.envMapRotation=this.envMapRotation.toArray()),this.envMapIntensity!==void 0&&(n.envMapIntensity=this.envMapIntensity),this.reflectivity!==void 0&&(n.reflectivity=this.reflectivity),this.refractionRatio!==void 0&&(n.refractionRatio=this.refractionRatio),this.gradientMap&&this.gradientMap.isTexture&&(n.gradientMap=this.gradientMap.toJSON(e).uuid),this.transmission!==void 0&&(n.transmission=this.transmission),this.transmissionMap&&this.transmissionMap.isTexture&&(n.transmissionMap=this.transmissionMap.toJSON(e).uuid),this.thickness!==void 0&&(n.thickness=this.thickness),this.thicknessMap&&this.thicknessMap.isTexture&&(n.thicknessMap=this.thicknessMap.toJSON(e).uuid),this.attenuationDistance!==void 0&&(n.attenuationDistance=this.attenuationDistance),this.attenuationColor!==void 0&&(n.attenuationColor=this.attenuationColor.getHex()),this.size!==void 0&&(n.size=this.size),this.sizeAttenuation!==void 0&&(n.sizeAttenuation=this.sizeAttenuation),Array.isArray(this.clippingPlanes)&&this.clippingPlanes.length>0&&(n.clippingPlanes=this.clippingPlanes.map(o=>o.toJSON())),this.rotation!==void 0&&(n.rotation=this.rotation),this.depthPacking!==void 0&&(n.depthPacking=this.depthPacking),this.linewidth!==void 0&&(n.linewidth=this.linewidth),this.linecap!==void 0&&(n.linecap=this.linecap),this.linejoin!==void 0&&(n.linejoin=this.linejoin),this.dashSize!==void 0&&(n.dashSize=this.dashSize),this.gapSize!==void 0&&(n.gapSize=this.gapSize),this.scale!==void 0&&(n.scale=this.scale),this.wireframe!==void 0&&(n.wireframe=this.wireframe),this.wireframeLinewidth!==void 0&&(n.wireframeLinewidth=this.wireframeLinewidth),this.wireframeLinecap!==void 0&&(n.wireframeLinecap=this.wireframeLinecap),this.wireframeLinejoin!==void 0&&(n.wireframeLinejoin=this.wireframeLinejoin),this.flatShading!==void 0&&(n.flatShading=this.flatShading),this.fog!==void 0&&(n.fog=this.fog),Object.keys(this.userData).length>0&&(n.userData=this.userData);function s(o){let l=[];for(let u in o){let h=o[u];delete h.metadata,l.push(h)}return l}if(t){let o=s(e.textures),l=s(e.images);o.length>0&&(n.textures=o),l.length>0&&(n.images=l)}return n}fromJSON(e,t){if(e.uuid!==void 0&&(this.uuid=e.uuid),e.name!==void 0&&(this.name=e.name),e.color!==void 0&&this.color!==void 0&&this.color.setHex(e.color),e.roughness!==void 0&&(this.roughness=e.roughness),e.metalness!==void 0&&(this.metalness=e.metalness),e.sheen!==void 0&&(this.sheen=e.sheen),e.sheenColor!==void 0&&(this.sheenColor=new Qe().setHex(e.sheenColor)),e.sheenRoughness!==void 0&&(this.sheenRoughness=e.sheenRoughness),e.emissive!==void 0&&this.emissive!==void 0&&this.emissive.setHex(e.emissive),e.specular!==void 0&&this.specular!==void 0&&this.specular.setHex(e.specular),e.specularIntensity!==void 0&&(this.specularIntensity=e.specularIntensity),e.specularColor!==void 0&&this.specularColor!==void 0&&this.specularColor.setHex(e.specularColor),e.shininess!==void 0&&(this.shininess=e.shininess),e.clearcoat!==void 0&&(this.clearcoat=e.clearcoat),e.clearcoatRoughness!==void 0&&(this.clearcoatRoughness=e.clearcoatRoughness),e.diffuseRoughness!==void 0&&(this.diffuseRoughness=e.diffuseRoughness),e.dispersion!==void 0&&(this.dispersion=e.dispersion),e.retroreflectivity!==void 0&&(this.retroreflectivity=e.retroreflectivity),e.iridescence!==void 0&&(this.iridescence=e.iridescence),e.iridescenceIOR!==void 0&&(this.iridescenceIOR=e.iridescenceIOR),e.iridescenceThicknessMinimum!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessMinimum),e.iridescenceThicknessMaximum!==void 0&&(this.iridescenceThicknessMaximum=e.iridescenceThicknessMaximum),e.iridescenceThicknessRange!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessRange[0],this.iridescenceThicknessMaximum=e.iridescenceThicknessRange[1]),e.transmission!==void 0&&(this.transmission=e.transmission),e.thickness!==void 0&&(this.thickness=e.thickness),e.attenuationDistance!==void 0&&(this.attenuationDistance=e.attenuationDistance),e.attenuationColor!==void 0&&this.attenuationColor!==void 0&&this.attenuationColor.setHex(e.attenuationColor),e.anisotropy!==void 0&&(this.anisotropy=e.anisotropy),e.anisotropyRotation!==void 0&&(this.anisotropyRotation=e.anisotropyRotation),e.fog!==void 0&&(this.fog=e.fog),e.flatShading!==void 0&&(this.flatShading=e.flatShading),e.blending!==void 0&&(this.blending=e.blending),e.combine!==void 0&&(this.combine=e.combine),e.side!==void 0&&(this.side=e.side),e.shadowSide!==void 0&&(this.shadowSide=e.shadowSide),e.opacity!==void 0&&(this.opacity=e.opacity),e.transparent!==void 0&&(this.transparent=e.transparent),e.alphaTest!==void 0&&(this.alphaTest=e.alphaTest),e.alphaHash!==void 0&&(this.alphaHash=e.alphaHash),e.depthFunc!==void 0&&(this.depthFunc=e.depthFunc),e.depthTest!==void 0&&(this.depthTest=e.depthTest),e.depthWrite!==void 0&&(this.depthWrite=e.depthWrite),e.colorWrite!==void 0&&(this.colorWrite=e.colorWrite),e.clippingPlanes!==void 0&&(this.clippingPlanes=e.clippingPlanes.map(n=>new Vn().fromJSON(n))),e.clipIntersection!==void 0&&(this.clipIntersection=e.clipIntersection),e.clipShadows!==void 0&&(this.clipShadows=e.clipShadows),e.depthPacking!==void 0&&(this.depthPacking=e.depthPacking),e.blendSrc!==void 0&&(this.blendSrc=e.blendSrc),e.blendDst!==void 0&&(this.blendDst=e.blendDst),e.blendEquation!==void 0&&(this.blendEquation=e.blendEquation),e.blendSrcAlpha!==void 0&&(this.blendSrcAlpha=e.blendSrcAlpha),e.blendDstAlpha!==void 0&&(this.blendDstAlpha=e.blendDstAlpha),e.blendEquationAlpha!==void 0&&(this.blendEquationAlpha=e.blendEquationAlpha),e.blendColor!==void 0&&this.blendColor!==void 0&&this.blendColor.setHex(e.blendColor),e.blendAlpha!==void 0&&(this.blendAlpha=e.blendAlpha),e.stencilWriteMask!==void 0&&(this.stencilWriteMask=e.stencilWriteMask),e.stencilFunc!==void 0&&(this.stencilFunc=e.stencilFunc),e.stencilRef!==void 0&&(this.stencilRef=e.stencilRef),e.stencilFuncMask!==void 0&&(this.stencilFuncMask=e.stencilFuncMask),e.stencilFail!==void 0&&(this.stencilFail=e.stencilFail),e.stencilZFail!==void 0&&(this.stencilZFail=e.stencilZFail),e.stencilZPass!==void 0&&(this.stencilZPass=e.stencilZPass),e.stencilWrite!==void 0&&(this.stencilWrite=e.stencilWrite),e.wireframe!==void 0&&(this.wireframe=e.wireframe),e.wireframeLinewidth!==void 0&&(this.wireframeLinewidth=e.wireframeLinewidth),e.wireframeLinecap!==void 0&&(this.wireframeLinecap=e.wireframeLinecap),e.wireframeLinejoin!==void 0&&(this.wireframeLinejoin=e.wireframeLinejoin),e.rotation!==void 0&&(this.rotation=e.rotation),e.linewidth!==void 0&&(this.linewidth=e.linewidth),e.linecap!==void 0&&(this.linecap=e.linecap),e.linejoin!==void 0&&(this.linejoin=e.linejoin),e.dashSize!==void 0&&(this.dashSize=e.dashSize),e.gapSize!==void 0&&(this.gapSize=e.gapSize),e.scale!==void 0&&(this.scale=e.scale),e.polygonOffset!==void 0&&(this.polygonOffset=e.polygonOffset),e.polygonOffsetFactor!==void 0&&(this.polygonOffsetFactor=e.polygonOffsetFactor),e.polygonOffsetUnits!==void 0&&(this.polygonOffsetUnits=e.polygonOffsetUnits),e.dithering!==void 0&&(this.dithering=e.dithering),e.alphaToCoverage!==void 0&&(this.alphaToCoverage=e.alphaToCoverage),e.premultipliedAlpha!==void 0&&(this.premultipliedAlpha=e.premultipliedAlpha),e.forceSinglePass!==void 0&&(this.forceSinglePass=e.forceSinglePass),e.allowOverride!==void 0&&(this.allowOverride=e.allowOverride),e.visible!==void 0&&(this.visible=e.visible),e.toneMapped!==void 0&&(this.toneMapped=e.toneMapped),e.userData!==void 0&&(this.userData=e.userData),e.vertexColors!==void 0&&(typeof e.vertexColors=="number"?this.vertexColors=e.vertexColors>0:this.vertexColors=e.vertexColors),e.size!==void 0&&(this.size=e.size),e.sizeAttenuation!==void 0&&(this.sizeAttenuation=e.sizeAttenuation),e.map!==void 0&&(this.map=t[e.map]||null),e.matcap!==void 0&&(this.matcap=t[e.matcap]||null),e.alphaMap!==void 0&&(this.alphaMap=t[e.alphaMap]||null),e.bumpMap!==void 0&&(this.bumpMap=t[e.bumpMap]||null),e.bumpScale!==void 0&&(this.bumpScale=e.bumpScale),e.normalMap!==void 0&&(this.normalMap=t[e.normalMap]||null),e.normalMapType!==void 0&&(this.normalMapType=e.normalMapType),e.normalScale!==void 0){let n=e.normalScale;Array.isArray(n)===!1&&(n=[n,n]),this.normalScale=new gt().fromArray(n)}return e.displacementMap!==void 0&&(this.displacementMap=t[e.displacementMap]||null),e.displacementScale!==void 0&&(this.displacementScale=e.displacementScale),e.displacementBias!==void 0&&(this.displacementBias=e.displacementBias),e.roughnessMap!==void 0&&(this.roughnessMap=t[e.roughnessMap]||null),e.metalnessMap!==void 0&&(this.metalnessMap=t[e.metalnessMap]||null),e.emissiveMap!==void 0&&(this.emissiveMap=t[e.emissiveMap]||null),e.emissiveIntensity!==void 0&&(this.emissiveIntensity=e.emissiveIntensity),e.specularMap!==void 0&&(this.specularMap=t[e.specularMap]||null),e.specularIntensityMap!==void 0&&(this.specularIntensityMap=t[e.specularIntensityMap]||null),e.specularColorMap!==void 0&&(this.specularColorMap=t[e.specularColorMap]||null),e.envMap!==void 0&&(this.envMap=t[e.envMap]||null),e.envMapRotation!==void 0&&this.envMapRotation.fromArray(e.envMapRotation),e.envMapIntensity!==void 0&&(this.envMapIntensity=e.envMapIntensity),e.reflectivity!==void 0&&(this.reflectivity=e.reflectivity),e.refractionRatio!==void 0&&(this.refractionRatio=e.refractionRatio),e.lightMap!==void 0&&(this.lightMap=t[e.lightMap]||null),e.lightMapIntensity!==void 0&&(this.lightMapIntensity=e.lightMapIntensity),e.aoMap!==void 0&&(this.aoMap=t[e.aoMap]||null),e.aoMapIntensity!==void 0&&(this.aoMapIntensity=e.aoMapIntensity),e.gradientMap!==void 0&&(this.gradientMap=t[e.gradientMap]||null),e.clearcoatMap!==void 0&&(this.clearcoatMap=t[e.clearcoatMap]||null),e.clearcoatRoughnessMap!==void 0&&(this.clearcoatRoughnessMap=t[e.clearcoatRoughnessMap]||null),e.clearcoatNormalMap!==void 0&&(this.clearcoatNormalMap=t[e.clearcoatNormalMap]||null),e.clearcoatNormalScale!==void 0&&(this.clearcoatNormalScale=new gt().fromArray(e.clearcoatNormalScale)),e.diffuseRoughnessMap!==void 0&&(this.diffuseRoughnessMap=t[e.diffuseRoughnessMap]||null),e.iridescenceMap!==void 0&&(this.iridescenceMap=t[e.iridescenceMap]||null),e.iridescenceThicknessMap!==void 0&&(this.iridescenceThicknessMap=t[e.iridescenceThicknessMap]||null),e.transmissionMap!==void 0&&(this.transmissionMap=t[e.transmissionMap]||null),e.thicknessMap!==void 0&&(this.thicknessMap=t[e.thicknessMap]||null),e.anisotropyMap!==void 0&&(this.anisotropyMap=t[e.anisotropyMap]||null),e.sheenColorMap!==void 0&&(this.sheenColorMap=t[e.sheenColorMap]||null),e.sheenRoughnessMap!==void 0&&(this.sheenRoughnessMap=t[e.sheenRoughnessMap]||null),this}clone(){return new this.constructor().copy(this)}copy(e){this.name=e.name,this.blending=e.blending,this.side=e.side,this.vertexColors=e.vertexColors,this.opacity=e.opacity,this.transparent=e.transparent,this.blendSrc=e.blendSrc,this.blendDst=e.blendDst,this.blendEquation=e.blendEquation,this.blendSrcAlpha=e.blendSrcAlpha,this.blendDstAlpha=e.blendDstAlpha,this.blendEquationAlpha=e.blendEquationAlpha,this.blendColor.copy(e.blendColor),this.blendAlpha=e.blendAlpha,this.depthFunc=e.depthFunc,this.depthTest=e.depthTest,this.depthWrite=e.depthWrite,this.stencilWriteMask=e.stencilWriteMask,this.stencilFunc=e.stencilFunc,this.stencilRef=e.stencilRef,this.stencilFuncMask=e.stencilFuncMask,this.stencilFail=e.stencilFail,this.stencilZFail=e.stencilZFail,this.stencilZPass=e.stencilZPass,this.stencilWrite=e.stencilWrite;let t=e.clippingPlanes,n=null;if(t!==null){let s=t.length;n=new Array(s);for(let o=0;o!==s;++o)n[o]=t[o].clone()}return this.clippingPlanes=n,this.clipIntersection=e.clipIntersection,this.clipShadows=e.clipShadows,this.shadowSide=e.shadowSide,this.colorWrite=e.colorWrite,this.precision=e.precision,this.polygonOffset=e.polygonOffset,this.polygonOffsetFactor=e.polygonOffsetFactor,this.polygonOffsetUnits=e.polygonOffsetUnits,this.dithering=e.dithering,this.alphaTest=e.alphaTest,this.alphaHash=e.alphaHash,this.alphaToCoverage=e.alphaToCoverage,this.premultipliedAlpha=e.premultipliedAlpha,this.forceSinglePass=e.forceSinglePass,this.allowOverride=e.allowOverride,this.visible=e.visible,this.toneMapped=e.toneMapped,this.userData=JSON.parse(JSON.stringify(e.userData)),this}dispose(){this.dispatchEvent({type:"dispose"})}set needsUpdate(e){e===!0&&this.version++}};var fi=new te,jl=new te,ya=new te,Sa=new te,Za=class{constructor(e=new te,t=new te(0,0,-1)){this.origin=e,this.direction=t}set(e,t){return this.origin.copy(e),this.direction.copy(t),this}copy(e){return this.origin.copy(e.origin),this.direction.copy(e.direction),this}at(e,t){return t.copy(this.origin).addScaledVector(this.direction,e)}lookAt(e){return this.direction.copy(e).sub(this.origin).normalize(),this}recast(e){return this.origin.copy(this.at(e,fi)),this}closestPointToPoint(e,t){t.subVectors(e,this.origin);let n=t.dot(this.direction);return n<0?t.copy(this.origin):t.copy(this.origin).addScaledVector(this.direction,n)}distanceToPoint(e){return Math.sqrt(this.distanceSqToPoint(e))}distanceSqToPoint(e){let t=fi.subVectors(e,this.origin).dot(this.direction);return t<0?this.origin.distanceToSquared(e):(fi.copy(this.origin).addScaledVector(this.direction,t),fi.distanceToSquared(e))}distanceSqToSegment(e,t,n,s){jl.copy(e).add(t).multiplyScalar(.5),ya.copy(t).sub(e).normalize(),Sa.copy(this.origin).sub(jl);let o=e.distanceTo(t)*.5,l=-this.direction.dot(ya),u=Sa.dot(this.direction),h=-Sa.dot(ya),f=Sa.lengthSq(),m=Math.abs(1-l*l),x,_,y,w;if(m>0)if(x=l*h-u,_=l*u-h,w=o*m,x>=0)if(_>=-w)if(_<=w){let I=1/m;x*=I,_*=I,y=x*(x+l*_+2*u)+_*(l*x+_+2*h)+f}else _=o,x=Math.max(0,-(l*_+u)),y=-x*x+_*(_+2*h)+f;else _=-o,x=Math.max(0,-(l*_+u)),y=-x*x+_*(_+2*h)+f;else _<=-w?(x=Math.max(0,-(-l*o+u)),_=x>0?-o:Math.min(Math.max(-o,-h),o),y=-x*x+_*(_+2*h)+f):_<=w?(x=0,_=Math.min(Math.max(-o,-h),o),y=_*(_+2*h)+f):(x=Math.max(0,-(l*o+u)),_=x>0?o:Math.min(Math.max(-o,-h),o),y=-x*x+_*(_+2*h)+f);else _=l>0?-o:o,x=Math.max(0,-(l*_+u)),y=-x*x+_*(_+2*h)+f;return n&&n.copy(this.origin).addScaledVector(this.direction,x),s&&s.copy(jl).addScaledVector(ya,_),y}intersectSphere(e,t){if(e.radius<0)return null;fi.subVectors(e.center,this.origin);let n=fi.dot(this.direction),s=fi.dot(fi)-n*n,o=e.radius*e.radius;if(s>o)return null;let l=Math.sqrt(o-s),u=n-l,h=n+l;return h<0?null:u<0?this.at(h,t):this.at(u,t)}intersectsSphere(e){return e.radius<0?!1:this.distanceSqToPoint(e.center)<=e.radius*e.radius}distanceToPlane(e){let t=e.normal.dot(this.direction);if(t===0)return e.distanceToPoint(this.origin)===0?0:null;let n=-(this.origin.dot(e.normal)+e.constant)/t;return n>=0?n:null}intersectPlane(e,t){let n=this.distanceToPlane(e);return n===null?null:this.at(n,t)}intersectsPlane(e){let t=e.distanceToPoint(this.origin);return t===0||e.normal.dot(this.direction)*t<0}intersectBox(e,t){let n,s,o,l,u,h,f=1/this.direction.x,m=1/this.direction.y,x=1/this.direction.z,_=this.origin;return f>=0?(n=(e.min.x-_.x)*f,s=(e.max.x-_.x)*f):(n=(e.max.x-_.x)*f,s=(e.min.x-_.x)*f),m>=0?(o=(e.min.y-_.y)*m,l=(e.max.y-_.y)*m):(o=(e.max.y-_.y)*m,l=(e.min.y-_.y)*m),n>l||o>s||((o>n||isNaN(n))&&(n=o),(l<s||isNaN(s))&&(s=l),x>=0?(u=(e.min.z-_.z)*x,h=(e.max.z-_.z)*x):(u=(e.max.z-_.z)*x,h=(e.min.z-_.z)*x),n>h||u>s)||((u>n||n!==n)&&(n=u),(h<s||s!==s)&&(s=h),s<0)?null:this.at(n>=0?n:s,t)}intersectsBox(e){return this.intersectBox(e,fi)!==null}intersectTriangle(e,t,n,s,o){let l=this.origin,u=this.direction,h=u.x,f=u.y,m=u.z,x=e.x-l.x,_=e.y-l.y,y=e.z-l.z,w=t.x-l.x,I=t.y-l.y,g=t.z-l.z,v=n.x-l.x,P=n.y-l.y,L=n.z-l.z,T=Math.abs(h),N=Math.abs(f),F=Math.abs(m),M,D,H,z,G,$,Q,k,j,B,J,he;if(T>=N&&T>=F?(H=h,$=x,j=w,he=v,h>=0?(M=f,D=m,z=_,G=y,Q=I,k=g,B=P,J=L):(M=m,D=f,z=y,G=_,Q=g,k=I,B=L,J=P)):N>=F?(H=f,$=_,j=I,he=P,f>=0?(M=m,D=h,z=y,G=x,Q=g,k=w,B=L,J=v):(M=h,D=m,z=x,G=y,Q=w,k=g,B=v,J=L)):(H=m,$=y,j=g,he=L,m>=0?(M=h,D=f,z=x,G=_,Q=w,k=I,B=v,J=P):(M=f,D=h,z=_,G=x,Q=I,k=w,B=P,J=v)),H===0)return null;let ie=M/H,W=D/H,ge=1/H,We=z-ie*$,tt=G-W*$,de=Q-ie*j,Fe=k-W*j,Pe=B-ie*he,Ye=J-W*he,Ue=Pe*Fe-Ye*de,rt=We*Ye-tt*Pe,zt=de*tt-Fe*We;if(s){if(Ue<0||rt<0||zt<0)return null}else if((Ue<0||rt<0||zt<0)&&(Ue>0||rt>0||zt>0))return null;let Ke=Ue+rt+zt;if(Ke===0)return null;let wt=ge*(Ue*$+rt*j+zt*he);return(Ke>0?wt<0:wt>0)?null:this.at(wt/Ke,o)}applyMatrix4(e){return this.origin.applyMatrix4(e),this.direction.transformDirection(e),this}equals(e){return e.origin.equals(this.origin)&&e.direction.equals(this.direction)}clone(){return new this.constructor().copy(this)}},Di=class extends vi{constructor(e){super(),this.isMeshBasicMaterial=!0,this.type="MeshBasicMaterial",this.color=new Qe(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new _i,this.combine=fc,this.reflectivity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.specularMap=e.specularMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.combine=e.combine,this.reflectivity=e.reflectivity,this.refractionRatio=e.refractionRatio,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.fog=e.fog,this}},dh=new Tt,Qi=new Za,Ma=new Li,fh=new te,ba=new te,wa=new te,Ea=new te,Kl=new te,Ta=new te,ph=new te,Aa=new te,an=class extends fn{constructor(e=new yn,t=new Di){super(),this.isMesh=!0,this.type="Mesh",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.count=1,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}updateMorphTargets(){let t=this.geometry.morphAttributes,n=Object.keys(t);if(n.length>0){let s=t[n[0]];if(s!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let o=0,l=s.length;o<l;o++){let u=s[o].name||String(o);this.morphTargetInfluences.push(0),this.morphTargetDictionary[u]=o}}}}getVertexPosition(e,t){let n=this.geometry,s=n.attributes.position,o=n.morphAttributes.position,l=n.morphTargetsRelative;t.fromBufferAttribute(s,e);let u=this.morphTargetInfluences;if(o&&u){Ta.set(0,0,0);for(let h=0,f=o.length;h<f;h++){let m=u[h],x=o[h];m!==0&&(Kl.fromBufferAttribute(x,e),l?Ta.addScaledVector(Kl,m):Ta.addScaledVector(Kl.sub(t),m))}t.add(Ta)}return t}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let n=this.geometry,s=this.material,o=this.matrixWorld;s!==void 0&&(n.boundingSphere===null&&n.computeBoundingSphere(),Ma.copy(n.boundingSphere),Ma.applyMatrix4(o),Qi.copy(e.ray).recast(e.near),!(Ma.containsPoint(Qi.origin)===!1&&(Qi.intersectSphere(Ma,fh)===null||Qi.origin.distanceToSquared(fh)>(e.far-e.near)**2))&&(dh.copy(o).invert(),Qi.copy(e.ray).applyMatrix4(dh),!(n.boundingBox!==null&&Qi.intersectsBox(n.boundingBox)===!1)&&this._computeIntersections(e,t,Qi)))}_computeIntersections(e,t,n){let s,o=this.geometry,l=this.material,u=o.index,h=o.attributes.position,f=o.attributes.uv,m=o.attributes.uv1,x=o.attributes.normal,_=o.groups,y=o.drawRange;if(u!==null)if(Array.isArray(l))for(let w=0,I=_.length;w<I;w++){let g=_[w],v=l[g.materialIndex],P=Math.max(g.start,y.start),L=Math.min(u.count,Math.min(g.start+g.count,y.start+y.count));for(let T=P,N=L;T<N;T+=3){let F=u.getX(T),M=u.getX(T+1),D=u.getX(T+2);s=Ra(this,v,e,n,f,m,x,F,M,D),s&&(s.faceIndex=Math.floor(T/3),s.face.materialIndex=g.materialIndex,t.push(s))}}else{let w=Math.max(0,y.start),I=Math.min(u.count,y.start+y.count);for(let g=w,v=I;g<v;g+=3){let P=u.getX(g),L=u.getX(g+1),T=u.getX(g+2);s=Ra(this,l,e,n,f,m,x,P,L,T),s&&(s.faceIndex=Math.floor(g/3),t.push(s))}}else if(h!==void 0)if(Array.isArray(l))for(let w=0,I=_.length;w<I;w++){let g=_[w],v=l[g.materialIndex],P=Math.max(g.start,y.start),L=Math.min(h.count,Math.min(g.start+g.count,y.start+y.count));for(let T=P,N=L;T<N;T+=3){let F=T,M=T+1,D=T+2;s=Ra(this,v,e,n,f,m,x,F,M,D),s&&(s.faceIndex=Math.floor(T/3),s.face.materialIndex=g.materialIndex,t.push(s))}}else{let w=Math.max(0,y.start),I=Math.min(h.count,y.start+y.count);for(let g=w,v=I;g<v;g+=3){let P=g,L=g+1,T=g+2;s=Ra(this,l,e,n,f,m,x,P,L,T),s&&(s.faceIndex=Math.floor(g/3),t.push(s))}}}};function yv(i,e,t,n,s,o,l,u){let h;if(e.side===Sn?h=n.intersectTriangle(l,o,s,!0,u):h=n.intersectTriangle(s,o,l,e.side===zi,u),h===null)return null;Aa.copy(u),Aa.applyMatrix4(i.matrixWorld);let f=t.ray.origin.distanceTo(Aa);return f<t.near||f>t.far?null:{distance:f,point:Aa.clone(),object:i}}function Ra(i,e,t,n,s,o,l,u,h,f){i.getVertexPosition(u,ba),i.getVertexPosition(h,wa),i.getVertexPosition(f,Ea);let m=yv(i,e,t,n,ba,wa,Ea,ph);if(m){let x=new te;Ii.getBarycoord(ph,ba,wa,Ea,x),s&&(m.uv=Ii.getInterpolatedAttribute(s,u,h,f,x,new gt)),o&&(m.uv1=Ii.getInterpolatedAttribute(o,u,h,f,x,new gt)),l&&(m.normal=Ii.getInterpolatedAttribute(l,u,h,f,x,new te),m.normal.dot(n.direction)>0&&m.normal.multiplyScalar(-1));let _={a:u,b:h,c:f,normal:new te,materialIndex:0};Ii.getNormal(ba,wa,Ea,_.normal),m.face=_,m.barycoord=x}return m}var ds=class extends xn{constructor(e=null,t=1,n=1,s,o,l,u,h,f=sn,m=sn,x,_){super(null,l,u,h,f,m,s,o,x,_),this.isDataTexture=!0,this.image={data:e,width:t,height:n},this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}};var fs=class extends rn{constructor(e,t,n,s=1){super(e,t,n),this.isInstancedBufferAttribute=!0,this.meshPerAttribute=s}copy(e){return super.copy(e),this.meshPerAttribute=e.meshPerAttribute,this}toJSON(){let e=super.toJSON();return e.meshPerAttribute=this.meshPerAttribute,e.isInstancedBufferAttribute=!0,e}},br=new Tt,mh=new Tt,Ca=[],gh=new ni,Sv=new Tt,Qr=new an,es=new Li,ps=class extends an{constructor(e,t,n){super(e,t),this.isInstancedMesh=!0,this.instanceMatrix=new fs(new Float32Array(n*16),16),this.instanceColor=null,this.morphTexture=null,this.count=n,this.boundingBox=null,this.boundingSphere=null;for(let s=0;s<n;s++)this.setMatrixAt(s,Sv)}computeBoundingBox(){let e=this.geometry,t=this.count;this.boundingBox===null&&(this.boundingBox=new ni),e.boundingBox===null&&e.computeBoundingBox(),this.boundingBox.makeEmpty();for(let n=0;n<t;n++)this.getMatrixAt(n,br),gh.copy(e.boundingBox).applyMatrix4(br),this.boundingBox.union(gh)}computeBoundingSphere(){let e=this.geometry,t=this.count;this.boundingSphere===null&&(this.boundingSphere=new Li),e.boundingSphere===null&&e.computeBoundingSphere(),this.boundingSphere.makeEmpty();for(let n=0;n<t;n++)this.getMatrixAt(n,br),es.copy(e.boundingSphere).applyMatrix4(br),this.boundingSphere.union(es)}copy(e,t){return super.copy(e,t),this.instanceMatrix.copy(e.instanceMatrix),this.morphTexture=e.morphTexture!==null?e.morphTexture.clone():null,this.instanceColor=e.instanceColor!==null?e.instanceColor.clone():null,this.count=e.count,this.boundingBox=e.boundingBox!==null?e.boundingBox.clone():null,this.boundingSphere=e.boundingSphere!==null?e.boundingSphere.clone():null,this}getColorAt(e,t){return this.instanceColor===null?t.setRGB(1,1,1):t.fromArray(this.instanceColor.array,e*3)}getMatrixAt(e,t){return t.fromArray(this.instanceMatrix.array,e*16)}getMorphAt(e,t){let n=t.morphTargetInfluences,s=this.morphTexture.source.data.data,o=n.length+1,l=e*o+1;for(let u=0;u<n.length;u++)n[u]=s[l+u]}raycast(e,t){let n=this.matrixWorld,s=this.count;if(Qr.geometry=this.geometry,Qr.material=this.material,Qr.material!==void 0&&(this.boundingSphere===null&&this.computeBoundingSphere(),es.copy(this.boundingSphere),es.applyMatrix4(n),e.ray.intersectsSphere(es)!==!1))for(let o=0;o<s;o++){this.getMatrixAt(o,br),mh.multiplyMatrices(n,br),Qr.matrixWorld=mh,Qr.raycast(e,Ca);for(let l=0,u=Ca.length;l<u;l++){let h=Ca[l];h.instanceId=o,h.object=this,t.push(h)}Ca.length=0}}setColorAt(e,t){return this.instanceColor===null&&(this.instanceColor=new fs(new Float32Array(this.instanceMatrix.count*3).fill(1),3)),t.toArray(this.instanceColor.array,e*3),this}setMatrixAt(e,t){return t.toArray(this.instanceMatrix.array,e*16),this}setMorphAt(e,t){let n=t.morphTargetInfluences,s=n.length+1;this.morphTexture===null&&(this.morphTexture=new ds(new Float32Array(s*this.count),s,this.count,xo,Nn));let o=this.morphTexture.source.data.data,l=0;for(let f=0;f<n.length;f++)l+=n[f];let u=this.geometry.morphTargetsRelative?1:1-l,h=s*e;return o[h]=u,o.set(n,h+1),this}updateMorphTargets(){}dispose(){super.dispose(),this.instanceMatrix.dispose(),this.instanceColor!==null&&this.instanceColor.dispose(),this.morphTexture!==null&&(this.morphTexture.dispose(),this.morphTexture=null)}},er=new Li,Mv=new gt(.5,.5),Pa=new te,Fi=class{constructor(e=new Vn,t=new Vn,n=new Vn,s=new Vn,o=new Vn,l=new Vn){this.planes=[e,t,n,s,o,l]}set(e,t,n,s,o,l){let u=this.planes;return u[0].copy(e),u[1].copy(t),u[2].copy(n),u[3].copy(s),u[4].copy(o),u[5].copy(l),this}copy(e){let t=this.planes;for(let n=0;n<6;n++)t[n].copy(e.planes[n]);return this}setFromProjectionMatrix(e,t=Fn,n=!1){let s=this.planes,o=e.elements,l=o[0],u=o[1],h=o[2],f=o[3],m=o[4],x=o[5],_=o[6],y=o[7],w=o[8],I=o[9],g=o[10],v=o[11],P=o[12],L=o[13],T=o[14],N=o[15];if(s[0].setComponents(f-l,y-m,v-w,N-P).normalize(),s[1].setComponents(f+l,y+m,v+w,N+P).normalize(),s[2].setComponents(f+u,y+x,v+I,N+L).normalize(),s[3].setComponents(f-u,y-x,v-I,N-L).normalize(),n)s[4].setComponents(h,_,g,T).normalize(),s[5].setComponents(f-h,y-_,v-g,N-T).normalize();else if(s[4].setComponents(f-h,y-_,v-g,N-T).normalize(),t===Fn)s[5].setComponents(f+h,y+_,v+g,N+T).normalize();else if(t===Pr)s[5].setComponents(h,_,g,T).normalize();else throw new Error("THREE.Frustum.setFromProjectionMatrix(): Invalid coordinate system: "+t);return this}intersectsObject(e){if(e.boundingSphere!==void 0)e.boundingSphere===null&&e.computeBoundingSphere(),er.copy(e.boundingSphere).applyMatrix4(e.matrixWorld);else{let t=e.geometry;t.boundingSphere===null&&t.computeBoundingSphere(),er.copy(t.boundingSphere).applyMatrix4(e.matrixWorld)}return this.intersectsSphere(er)}intersectsSprite(e){er.center.set(0,0,0);let t=Mv.distanceTo(e.center);return er.radius=.7071067811865476+t,er.applyMatrix4(e.matrixWorld),this.intersectsSphere(er)}intersectsSphere(e){let t=this.planes,n=e.center,s=-e.radius;for(let o=0;o<6;o++)if(t[o].distanceToPoint(n)<s)return!1;return!0}intersectsBox(e){let t=this.planes;for(let n=0;n<6;n++){let s=t[n];if(Pa.x=s.normal.x>0?e.max.x:e.min.x,Pa.y=s.normal.y>0?e.max.y:e.min.y,Pa.z=s.normal.z>0?e.max.z:e.min.z,s.distanceToPoint(Pa)<0)return!1}return!0}containsPoint(e){let t=this.planes;for(let n=0;n<6;n++)if(t[n].distanceToPoint(e)<0)return!1;return!0}clone(){return new this.constructor().copy(this)}},_h=new Tt,Ja=class i{constructor(){this.coordinateSystem=Fn,this._frustums=[],this._count=0}setFromArrayCamera(e){let t=e.cameras,n=this._frustums;for(let s=0;s<t.length;s++){let o=t[s];_h.multiplyMatrices(o.projectionMatrix,o.matrixWorldInverse),n[s]===void 0&&(n[s]=new Fi),n[s].setFromProjectionMatrix(_h,o.coordinateSystem,o.reversedDepth)}return this._count=t.length,this}getFrustum(e){return this._frustums[e]}intersectsObject(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsObject(e))return!0;return!1}intersectsSprite(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsSprite(e))return!0;return!1}intersectsSphere(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsSphere(e))return!0;return!1}intersectsBox(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsBox(e))return!0;return!1}containsPoint(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].containsPoint(e))return!0;return!1}copy(e){this.coordinateSystem=e.coordinateSystem;let t=this._frustums,n=e._frustums;for(let s=0;s<e._count;s++)t[s]===void 0&&(t[s]=new Fi),t[s].copy(n[s]);return this._count=e._count,this}clone(){return new i().copy(this)}};var ms=class extends xn{constructor(e=[],t=sr,n,s,o,l,u,h,f,m){super(e,t,n,s,o,l,u,h,f,m),this.isCubeTexture=!0,this.flipY=!1}get images(){return this.image}set images(e){this.image=e}},gs=class extends xn{constructor(e,t,n,s,o,l,u,h,f){super(e,t,n,s,o,l,u,h,f),this.isCanvasTexture=!0,this.needsUpdate=!0}};var xi=class extends xn{constructor(e,t,n=Hn,s,o,l,u=sn,h=sn,f,m=gi,x=1){if(m!==gi&&m!==Si)throw new Error("THREE.DepthTexture: format must be either THREE.DepthFormat or THREE.DepthStencilFormat");let _={width:e,height:t,depth:x};super(_,s,o,l,u,h,m,n,f),this.isDepthTexture=!0,this.flipY=!1,this.generateMipmaps=!1,this.compareFunction=null}copy(e){return super.copy(e),this.source=new Lr(Object.assign({},e.image)),this.compareFunction=e.compareFunction,this}toJSON(e){let t=super.toJSON(e);return t.compareFunction=this.compareFunction,t}},_s=class extends xi{constructor(e,t=Hn,n=sr,s,o,l=sn,u=sn,h,f=gi){let m={width:e,height:e,depth:1},x=[m,m,m,m,m,m];super(e,e,t,n,s,o,l,u,h,f),this.image=x,this.isCubeDepthTexture=!0,this.isCubeTexture=!0}get images(){return this.image}set images(e){this.image=e}},vs=class extends xn{constructor(e=null){super(),this.sourceTexture=e,this.isExternalTexture=!0}copy(e){return super.copy(e),this.sourceTexture=e.sourceTexture,this}},Ni=class i extends yn{constructor(e=1,t=1,n=1,s=1,o=1,l=1){super(),this.type="BoxGeometry",this.parameters={width:e,height:t,depth:n,widthSegments:s,heightSegments:o,depthSegments:l};let u=this;s=Math.floor(s),o=Math.floor(o),l=Math.floor(l);let h=[],f=[],m=[],x=[],_=0,y=0;w("z","y","x",-1,-1,n,t,e,l,o,0),w("z","y","x",1,-1,n,t,-e,l,o,1),w("x","z","y",1,1,e,n,t,s,l,2),w("x","z","y",1,-1,e,n,-t,s,l,3),w("x","y","z",1,-1,e,t,n,s,o,4),w("x","y","z",-1,-1,e,t,-n,s,o,5),this.setIndex(h),this.setAttribute("position",new Wt(f,3)),this.setAttribute("normal",new Wt(m,3)),this.setAttribute("uv",new Wt(x,2));function w(I,g,v,P,L,T,N,F,M,D,H){let z=T/M,G=N/D,$=T/2,Q=N/2,k=F/2,j=M+1,B=D+1,J=0,he=0,ie=new te;for(let W=0;W<B;W++){let ge=W*G-Q;for(let We=0;We<j;We++){let tt=We*z-$;ie[I]=tt*P,ie[g]=ge*L,ie[v]=k,f.push(ie.x,ie.y,ie.z),ie[I]=0,ie[g]=0,ie[v]=F>0?1:-1,m.push(ie.x,ie.y,ie.z),x.push(We/M),x.push(1-W/D),J+=1}}for(let W=0;W<D;W++)for(let ge=0;ge<M;ge++){let We=_+ge+j*W,tt=_+ge+j*(W+1),de=_+(ge+1)+j*(W+1),Fe=_+(ge+1)+j*W;h.push(We,tt,Fe),h.push(tt,de,Fe),he+=6}u.addGroup(y,he,H),y+=he,_+=J}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.width,e.height,e.depth,e.widthSegments,e.heightSegments,e.depthSegments)}},Fr=class i extends yn{constructor(e=1,t=1,n=4,s=8,o=1){super(),this.type="CapsuleGeometry",this.parameters={radius:e,height:t,capSegments:n,radialSegments:s,heightSegments:o},t=Math.max(0,t),n=Math.max(1,Math.floor(n)),s=Math.max(3,Math.floor(s)),o=Math.max(1,Math.floor(o));let l=[],u=[],h=[],f=[],m=t/2,x=Math.PI/2*e,_=t,y=2*x+_,w=n*2+o,I=s+1,g=new te,v=new te;for(let P=0;P<=w;P++){let L=0,T=0,N=0,F=0;if(P<=n){let H=P/n,z=H*Math.PI/2;T=-m-e*Math.cos(z),N=e*Math.sin(z),F=-e*Math.cos(z),L=H*x}else if(P<=n+o){let H=(P-n)/o;T=-m+H*t,N=e,F=0,L=x+H*_}else{let H=(P-n-o)/n,z=H*Math.PI/2;T=m+e*Math.sin(z),N=e*Math.cos(z),F=e*Math.sin(z),L=x+_+H*x}let M=Math.max(0,Math.min(1,L/y)),D=0;P===0?D=.5/s:P===w&&(D=-.5/s);for(let H=0;H<=s;H++){let z=H/s,G=z*Math.PI*2,$=Math.sin(G),Q=Math.cos(G);v.x=-N*Q,v.y=T,v.z=N*$,u.push(v.x,v.y,v.z),g.set(-N*Q,F,N*$),g.normalize(),h.push(g.x,g.y,g.z),f.push(z+D,M)}if(P>0){let H=(P-1)*I;for(let z=0;z<s;z++){let G=H+z,$=H+z+1,Q=P*I+z,k=P*I+z+1;l.push(G,$,Q),l.push($,k,Q)}}}this.setIndex(l),this.setAttribute("position",new Wt(u,3)),this.setAttribute("normal",new Wt(h,3)),this.setAttribute("uv",new Wt(f,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.radius,e.height,e.capSegments,e.radialSegments,e.heightSegments)}};var xs=class i extends yn{constructor(e=1,t=1,n=1,s=32,o=1,l=!1,u=0,h=Math.PI*2){super(),this.type="CylinderGeometry",this.parameters={radiusTop:e,radiusBottom:t,height:n,radialSegments:s,heightSegments:o,openEnded:l,thetaStart:u,thetaLength:h};let f=this;s=Math.floor(s),o=Math.floor(o);let m=[],x=[],_=[],y=[],w=0,I=[],g=n/2,v=0;P(),l===!1&&(e>0&&L(!0),t>0&&L(!1)),this.setIndex(m),this.setAttribute("position",new Wt(x,3)),this.setAttribute("normal",new Wt(_,3)),this.setAttribute("uv",new Wt(y,2));function P(){let T=new te,N=new te,F=0,M=(t-e)/n;for(let D=0;D<=o;D++){let H=[],z=D/o,G=z*(t-e)+e;for(let $=0;$<=s;$++){let Q=$/s,k=Q*h+u,j=Math.sin(k),B=Math.cos(k);N.x=G*j,N.y=-z*n+g,N.z=G*B,x.push(N.x,N.y,N.z),T.set(j,M,B).normalize(),_.push(T.x,T.y,T.z),y.push(Q,1-z),H.push(w++)}I.push(H)}for(let D=0;D<s;D++)for(let H=0;H<o;H++){let z=I[H][D],G=I[H+1][D],$=I[H+1][D+1],Q=I[H][D+1];(e>0||H!==0)&&(m.push(z,G,Q),F+=3),(t>0||H!==o-1)&&(m.push(G,$,Q),F+=3)}f.addGroup(v,F,0),v+=F}function L(T){let N=w,F=new gt,M=new te,D=0,H=T===!0?e:t,z=T===!0?1:-1;for(let $=1;$<=s;$++)x.push(0,g*z,0),_.push(0,z,0),y.push(.5,.5),w++;let G=w;for(let $=0;$<=s;$++){let k=$/s*h+u,j=Math.cos(k),B=Math.sin(k);M.x=H*B,M.y=g*z,M.z=H*j,x.push(M.x,M.y,M.z),_.push(0,z,0),F.x=j*.5+.5,F.y=B*.5*z+.5,y.push(F.x,F.y),w++}for(let $=0;$<s;$++){let Q=N+$,k=G+$;T===!0?m.push(k,k+1,Q):m.push(k+1,k,Q),D+=3}f.addGroup(v,D,T===!0?1:2),v+=D}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.radiusTop,e.radiusBottom,e.height,e.radialSegments,e.heightSegments,e.openEnded,e.thetaStart,e.thetaLength)}};var tr=class i extends yn{constructor(e=1,t=1,n=1,s=1){super(),this.type="PlaneGeometry",this.parameters={width:e,height:t,widthSegments:n,heightSegments:s};let o=e/2,l=t/2,u=Math.floor(n),h=Math.floor(s),f=u+1,m=h+1,x=e/u,_=t/h,y=[],w=[],I=[],g=[];for(let v=0;v<m;v++){let P=v*_-l;for(let L=0;L<f;L++){let T=L*x-o;w.push(T,-P,0),I.push(0,0,1),g.push(L/u),g.push(1-v/h)}}for(let v=0;v<h;v++)for(let P=0;P<u;P++){let L=P+f*v,T=P+f*(v+1),N=P+1+f*(v+1),F=P+1+f*v;y.push(L,T,F),y.push(T,N,F)}this.setIndex(y),this.setAttribute("position",new Wt(w,3)),this.setAttribute("normal",new Wt(I,3)),this.setAttribute("uv",new Wt(g,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.width,e.height,e.widthSegments,e.heightSegments)}};var Ui=class i extends yn{constructor(e=1,t=32,n=16,s=0,o=Math.PI*2,l=0,u=Math.PI){super(),this.type="SphereGeometry",this.parameters={radius:e,widthSegments:t,heightSegments:n,phiStart:s,phiLength:o,thetaStart:l,thetaLength:u},t=Math.max(3,Math.floor(t)),n=Math.max(2,Math.floor(n));let h=Math.min(l+u,Math.PI),f=0,m=[],x=new te,_=new te,y=[],w=[],I=[],g=[];for(let v=0;v<=n;v++){let P=[],L=v/n,T=l+L*u,N=e*Math.cos(T),F=Math.sqrt(e*e-N*N),M=0;v===0&&l===0?M=.5/t:v===n&&h===Math.PI&&(M=-.5/t);for(let D=0;D<=t;D++){let H=D/t,z=s+H*o;x.x=-F*Math.cos(z),x.y=N,x.z=F*Math.sin(z),w.push(x.x,x.y,x.z),_.copy(x).normalize(),I.push(_.x,_.y,_.z),g.push(H+M,1-L),P.push(f++)}m.push(P)}for(let v=0;v<n;v++)for(let P=0;P<t;P++){let L=m[v][P+1],T=m[v][P],N=m[v+1][P],F=m[v+1][P+1];(v!==0||l>0)&&y.push(L,T,F),(v!==n-1||h<Math.PI)&&y.push(T,N,F)}this.setIndex(y),this.setAttribute("position",new Wt(w,3)),this.setAttribute("normal",new Wt(I,3)),this.setAttribute("uv",new Wt(g,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.radius,e.widthSegments,e.heightSegments,e.phiStart,e.phiLength,e.thetaStart,e.thetaLength)}};var ys=class extends vi{constructor(e){super(),this.isShadowMaterial=!0,this.type="ShadowMaterial",this.color=new Qe(0),this.transparent=!0,this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.fog=e.fog,this}};function or(i){let e={};for(let t in i){e[t]={};for(let n in i[t]){let s=i[t][n];if(vh(s))s.isRenderTargetTexture?(et("UniformsUtils: Textures of render targets cannot be cloned via cloneUniforms() or mergeUniforms()."),e[t][n]=null):e[t][n]=s.clone();else if(Array.isArray(s))if(vh(s[0])){let o=[];for(let l=0,u=s.length;l<u;l++)o[l]=s[l].clone();e[t][n]=o}else e[t][n]=s.slice();else e[t][n]=s}}return e}function pn(i){let e={};for(let t=0;t<i.length;t++){let n=or(i[t]);for(let s in n)e[s]=n[s]}return e}function vh(i){return i&&(i.isColor||i.isMatrix3||i.isMatrix4||i.isVector2||i.isVector3||i.isVector4||i.isTexture||i.isQuaternion)}function bv(i){let e=[];for(let t=0;t<i.length;t++)e.push(i[t].clone());return e}function Fc(i){let e=i.getRenderTarget();return e===null?i.outputColorSpace:e.isXRRenderTarget===!0?e.texture.colorSpace:xt.workingColorSpace}var ud={clone:or,merge:pn},wv=`void main() {
	gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
}`,Ev=`void main() {
	gl_FragColor = vec4( 1.0, 0.0, 0.0, 1.0 );
}`,ii=class extends vi{constructor(e){super(),this.isShaderMaterial=!0,this.type="ShaderMaterial",this.defines={},this.uniforms={},this.uniformsGroups=[],this.vertexShader=wv,this.fragmentShader=Ev,this.linewidth=1,this.wireframe=!1,this.wireframeLinewidth=1,this.fog=!1,this.lights=!1,this.clipping=!1,this.forceSinglePass=!0,this.extensions={clipCullDistance:!1,multiDraw:!1},this.defaultAttributeValues={color:[1,1,1],uv:[0,0],uv1:[0,0]},this.index0AttributeName=void 0,this.uniformsNeedUpdate=!1,this.glslVersion=null,e!==void 0&&this.setValues(e)}copy(e){return super.copy(e),this.fragmentShader=e.fragmentShader,this.vertexShader=e.vertexShader,this.uniforms=or(e.uniforms),this.uniformsGroups=bv(e.uniformsGroups),this.defines=Object.assign({},e.defines),this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.fog=e.fog,this.lights=e.lights,this.clipping=e.clipping,this.extensions=Object.assign({},e.extensions),this.glslVersion=e.glslVersion,this.defaultAttributeValues=Object.assign({},e.defaultAttributeValues),this.index0AttributeName=e.index0AttributeName,this.uniformsNeedUpdate=e.uniformsNeedUpdate,this}toJSON(e){let t=super.toJSON(e);t.glslVersion=this.glslVersion,t.uniforms={};for(let s in this.uniforms){let l=this.uniforms[s].value;l&&l.isTexture?t.uniforms[s]={type:"t",value:l.toJSON(e).uuid}:l&&l.isColor?t.uniforms[s]={type:"c",value:l.getHex()}:l&&l.isVector2?t.uniforms[s]={type:"v2",value:l.toArray()}:l&&l.isVector3?t.uniforms[s]={type:"v3",value:l.toArray()}:l&&l.isVector4?t.uniforms[s]={type:"v4",value:l.toArray()}:l&&l.isMatrix3?t.uniforms[s]={type:"m3",value:l.toArray()}:l&&l.isMatrix4?t.uniforms[s]={type:"m4",value:l.toArray()}:t.uniforms[s]={value:l}}Object.keys(this.defines).length>0&&(t.defines=this.defines),t.vertexShader=this.vertexShader,t.fragmentShader=this.fragmentShader,t.lights=this.lights,t.clipping=this.clipping;let n={};for(let s in this.extensions)this.extensions[s]===!0&&(n[s]=!0);return Object.keys(n).length>0&&(t.extensions=n),t}fromJSON(e,t){if(super.fromJSON(e,t),e.uniforms!==void 0)for(let n in e.uniforms){let s=e.uniforms[n];switch(this.uniforms[n]={},s.type){case"t":this.uniforms[n].value=t[s.value]||null;break;case"c":this.uniforms[n].value=new Qe().setHex(s.value);break;case"v2":this.uniforms[n].value=new gt().fromArray(s.value);break;case"v3":this.uniforms[n].value=new te().fromArray(s.value);break;case"v4":this.uniforms[n].value=new kt().fromArray(s.value);break;case"m3":this.uniforms[n].value=new at().fromArray(s.value);break;case"m4":this.uniforms[n].value=new Tt().fromArray(s.value);break;default:this.uniforms[n].value=s.value}}if(e.defines!==void 0&&(this.defines=e.defines),e.vertexShader!==void 0&&(this.vertexShader=e.vertexShader),e.fragmentShader!==void 0&&(this.fragmentShader=e.fragmentShader),e.glslVersion!==void 0&&(this.glslVersion=e.glslVersion),e.extensions!==void 0)for(let n in e.extensions)this.extensions[n]=e.extensions[n];return e.lights!==void 0&&(this.lights=e.lights),e.clipping!==void 0&&(this.clipping=e.clipping),this}},ja=class extends ii{constructor(e){super(e),this.isRawShaderMaterial=!0,this.type="RawShaderMaterial"}},Ss=class extends vi{constructor(e){super(),this.isMeshStandardMaterial=!0,this.type="MeshStandardMaterial",this.defines={STANDARD:""},this.color=new Qe(16777215),this.roughness=1,this.metalness=0,this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.emissive=new Qe(0),this.emissiveIntensity=1,this.emissiveMap=null,this.bumpMap=null,this.bumpScale=1,this.normalMap=null,this.normalMapType=Qo,this.normalScale=new gt(1,1),this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.roughnessMap=null,this.metalnessMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new _i,this.envMapIntensity=1,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.flatShading=!1,this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.defines={STANDARD:""},this.color.copy(e.color),this.roughness=e.roughness,this.metalness=e.metalness,this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.emissive.copy(e.emissive),this.emissiveMap=e.emissiveMap,this.emissiveIntensity=e.emissiveIntensity,this.bumpMap=e.bumpMap,this.bumpScale=e.bumpScale,this.normalMap=e.normalMap,this.normalMapType=e.normalMapType,this.normalScale.copy(e.normalScale),this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.roughnessMap=e.roughnessMap,this.metalnessMap=e.metalnessMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.envMapIntensity=e.envMapIntensity,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.flatShading=e.flatShading,this.fog=e.fog,this}};var Ka=class extends vi{constructor(e){super(),this.isMeshDepthMaterial=!0,this.type="MeshDepthMaterial",this.depthPacking=Zh,this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.wireframe=!1,this.wireframeLinewidth=1,this.setValues(e)}copy(e){return super.copy(e),this.depthPacking=e.depthPacking,this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this}},Qa=class extends vi{constructor(e){super(),this.isMeshDistanceMaterial=!0,this.type="MeshDistanceMaterial",this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.setValues(e)}copy(e){return super.copy(e),this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this}};function wr(i,e){return!i||i.constructor===e?i:typeof e.BYTES_PER_ELEMENT=="number"?new e(i):Array.prototype.slice.call(i)}function Ia(i){return i!==void 0&&i.inTangents!==void 0&&i.outTangents!==void 0}var Oi=class{constructor(e,t,n,s){this.parameterPositions=e,this._cachedIndex=0,this.resultBuffer=s!==void 0?s:new t.constructor(n),this.sampleValues=t,this.valueSize=n,this.settings=null,this.DefaultSettings_={}}evaluate(e){let t=this.parameterPositions,n=this._cachedIndex,s=t[n],o=t[n-1];e:{t:{let l;n:{i:if(!(e<s)){for(let u=n+2;;){if(s===void 0){if(e<o)break i;return n=t.length,this._cachedIndex=n,this.copySampleValue_(n-1)}if(n===u)break;if(o=s,s=t[++n],e<s)break t}l=t.length;break n}if(!(e>=o)){let u=t[1];e<u&&(n=2,o=u);for(let h=n-2;;){if(o===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(n===h)break;if(s=o,o=t[--n-1],e>=o)break t}l=n,n=0;break n}break e}for(;n<l;){let u=n+l>>>1;e<t[u]?l=u:n=u+1}if(s=t[n],o=t[n-1],o===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(s===void 0)return n=t.length,this._cachedIndex=n,this.copySampleValue_(n-1)}this._cachedIndex=n,this.intervalChanged_(n,o,s)}return this.interpolate_(n,o,e,s)}getSettings_(){return this.settings||this.DefaultSettings_}copySampleValue_(e){let t=this.resultBuffer,n=this.sampleValues,s=this.valueSize,o=e*s;for(let l=0;l!==s;++l)t[l]=n[o+l];return t}interpolate_(){throw new Error("THREE.Interpolant: Call to abstract method.")}intervalChanged_(){}},eo=class extends Oi{constructor(e,t,n,s){super(e,t,n,s),this._weightPrev=-0,this._offsetPrev=-0,this._weightNext=-0,this._offsetNext=-0,this.DefaultSettings_={endingStart:tc,endingEnd:tc}}intervalChanged_(e,t,n){let s=this.parameterPositions,o=e-2,l=e+1,u=s[o],h=s[l];if(u===void 0)switch(this.getSettings_().endingStart){case nc:o=e,u=2*t-n;break;case ic:o=s.length-2,u=t+s[o]-s[o+1];break;default:o=e,u=n}if(h===void 0)switch(this.getSettings_().endingEnd){case nc:l=e,h=2*n-t;break;case ic:l=1,h=n+s[1]-s[0];break;default:l=e-1,h=t}let f=(n-t)*.5,m=this.valueSize;this._weightPrev=f/(t-u),this._weightNext=f/(h-n),this._offsetPrev=o*m,this._offsetNext=l*m}interpolate_(e,t,n,s){let o=this.resultBuffer,l=this.sampleValues,u=this.valueSize,h=e*u,f=h-u,m=this._offsetPrev,x=this._offsetNext,_=this._weightPrev,y=this._weightNext,w=(n-t)/(s-t),I=w*w,g=I*w,v=-_*g+2*_*I-_*w,P=(1+_)*g+(-1.5-2*_)*I+(-.5+_)*w+1,L=(-1-y)*g+(1.5+y)*I+.5*w,T=y*g-y*I;for(let N=0;N!==u;++N)o[N]=v*l[m+N]+P*l[f+N]+L*l[h+N]+T*l[x+N];return o}},to=class extends Oi{constructor(e,t,n,s){super(e,t,n,s)}interpolate_(e,t,n,s){let o=this.resultBuffer,l=this.sampleValues,u=this.valueSize,h=e*u,f=h-u,m=(n-t)/(s-t),x=1-m;for(let _=0;_!==u;++_)o[_]=l[f+_]*x+l[h+_]*m;return o}},no=class extends Oi{constructor(e,t,n,s){super(e,t,n,s)}interpolate_(e){return this.copySampleValue_(e-1)}},io=class extends Oi{interpolate_(e,t,n,s){let o=this.resultBuffer,l=this.sampleValues,u=this.valueSize,h=e*u,f=h-u,m=this.inTangents,x=this.outTangents;if(!m||!x){let w=(n-t)/(s-t),I=1-w;for(let g=0;g!==u;++g)o[g]=l[f+g]*I+l[h+g]*w;return o}let _=u*2,y=e-1;for(let w=0;w!==u;++w){let I=l[f+w],g=l[h+w],v=y*_+w*2,P=x[v],L=x[v+1],T=e*_+w*2,N=m[T],F=m[T+1],M=Av(n,t,P,N,s);o[w]=hd(M,I,L,F,g)}return o}};function hd(i,e,t,n,s){let o=1-i;return o*o*o*e+3*o*o*i*t+3*o*i*i*n+i*i*i*s}function Tv(i,e,t,n,s){let o=1-i;return 3*o*o*(t-e)+6*o*i*(n-t)+3*i*i*(s-n)}function Av(i,e,t,n,s){let o=(i-e)/(s-e);for(let l=0;l<8;l++){let u=hd(o,e,t,n,s)-i;if(Math.abs(u)<1e-10)break;let h=Tv(o,e,t,n,s);if(Math.abs(h)<1e-10)break;o=Math.max(0,Math.min(1,o-u/h))}return o}var Cn=class{constructor(e,t,n,s){if(e===void 0)throw new Error("THREE.KeyframeTrack: track name is undefined");if(t===void 0||t.length===0)throw new Error("THREE.KeyframeTrack: no keyframes in track named "+e);this.name=e,this.times=wr(t,this.TimeBufferType),this.values=wr(n,this.ValueBufferType),this.setInterpolation(s||this.DefaultInterpolation)}static toJSON(e){let t=e.constructor,n;if(t.toJSON!==this.toJSON)n=t.toJSON(e);else{n={name:e.name,times:wr(e.times,Array),values:wr(e.values,Array)};let s=e.getInterpolation();s!==e.DefaultInterpolation&&(n.interpolation=s),Ia(e.settings)&&(n.settings={inTangents:wr(e.settings.inTangents,Array),outTangents:wr(e.settings.outTangents,Array)})}return n.type=e.ValueTypeName,n}InterpolantFactoryMethodDiscrete(e){return new no(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodLinear(e){return new to(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodSmooth(e){return new eo(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodBezier(e){let t=new io(this.times,this.values,this.getValueSize(),e);return this.settings&&(t.inTangents=this.settings.inTangents,t.outTangents=this.settings.outTangents),t}setInterpolation(e){let t;switch(e){case ns:t=this.InterpolantFactoryMethodDiscrete;break;case Wa:t=this.InterpolantFactoryMethodLinear;break;case Fa:t=this.InterpolantFactoryMethodSmooth;break;case ec:t=this.InterpolantFactoryMethodBezier;break}if(t===void 0){let n="unsupported interpolation for "+this.ValueTypeName+" keyframe track named "+this.name;if(this.createInterpolant===void 0)if(e!==this.DefaultInterpolation)this.setInterpolation(this.DefaultInterpolation);else throw new Error(n);return et("KeyframeTrack:",n),this}return this.createInterpolant=t,this}getInterpolation(){switch(this.createInterpolant){case this.InterpolantFactoryMethodDiscrete:return ns;case this.InterpolantFactoryMethodLinear:return Wa;case this.InterpolantFactoryMethodSmooth:return Fa;case this.InterpolantFactoryMethodBezier:return ec}}getValueSize(){return this.values.length/this.times.length}shift(e){if(e!==0){let t=this.times;for(let n=0,s=t.length;n!==s;++n)t[n]+=e;Ia(this.settings)&&(xh(this.settings.inTangents,e),xh(this.settings.outTangents,e))}return this}scale(e){if(e!==1){let t=this.times;for(let n=0,s=t.length;n!==s;++n)t[n]*=e;Ia(this.settings)&&(yh(this.settings.inTangents,e),yh(this.settings.outTangents,e))}return this}trim(e,t){let n=this.times,s=n.length,o=0,l=s-1;for(;o!==s&&n[o]<e;)++o;for(;l!==-1&&n[l]>t;)--l;if(++l,o!==0||l!==s){o>=l&&(l=Math.max(l,1),o=l-1);let u=this.getValueSize();this.times=n.slice(o,l),this.values=this.values.slice(o*u,l*u)}return this}validate(){let e=!0,t=this.getValueSize();t-Math.floor(t)!==0&&(it("KeyframeTrack: Invalid value size in track.",this),e=!1);let n=this.times,s=this.values,o=n.length;o===0&&(it("KeyframeTrack: Track is empty.",this),e=!1);let l=null;for(let u=0;u!==o;u++){let h=n[u];if(typeof h=="number"&&isNaN(h)){it("KeyframeTrack: Time is not a valid number.",this,u,h),e=!1;break}if(l!==null&&l>h){it("KeyframeTrack: Out of order keys.",this,u,h,l),e=!1;break}l=h}if(s!==void 0&&ev(s))for(let u=0,h=s.length;u!==h;++u){let f=s[u];if(isNaN(f)){it("KeyframeTrack: Value is not a valid number.",this,u,f),e=!1;break}}return e}optimize(){let e=this.times.slice(),t=this.values.slice(),n=this.getValueSize(),s=this.getInterpolation()===Fa,o=e.length-1,l=1;for(let u=1;u<o;++u){let h=!1,f=e[u],m=e[u+1];if(f!==m&&(u!==1||f!==e[0]))if(s)h=!0;else{let x=u*n,_=x-n,y=x+n;for(let w=0;w!==n;++w){let I=t[x+w];if(I!==t[_+w]||I!==t[y+w]){h=!0;break}}}if(h){if(u!==l){e[l]=e[u];let x=u*n,_=l*n;for(let y=0;y!==n;++y)t[_+y]=t[x+y]}++l}}if(o>0){e[l]=e[o];for(let u=o*n,h=l*n,f=0;f!==n;++f)t[h+f]=t[u+f];++l}return l!==e.length?(this.times=e.slice(0,l),this.values=t.slice(0,l*n)):(this.times=e,this.values=t),this}clone(){let e=this.times.slice(),t=this.values.slice(),n=this.constructor,s=new n(this.name,e,t);return s.createInterpolant=this.createInterpolant,Ia(this.settings)&&(s.settings={inTangents:this.settings.inTangents.slice(),outTangents:this.settings.outTangents.slice()}),s}};function xh(i,e){for(let t=0,n=i.length;t!==n;t+=2)i[t]+=e}function yh(i,e){for(let t=0,n=i.length;t!==n;t+=2)i[t]*=e}Cn.prototype.ValueTypeName="";Cn.prototype.TimeBufferType=Float32Array;Cn.prototype.ValueBufferType=Float32Array;Cn.prototype.DefaultInterpolation=Wa;var Bi=class extends Cn{constructor(e,t,n){super(e,t,n)}};Bi.prototype.ValueTypeName="bool";Bi.prototype.ValueBufferType=Array;Bi.prototype.DefaultInterpolation=ns;Bi.prototype.InterpolantFactoryMethodLinear=void 0;Bi.prototype.InterpolantFactoryMethodSmooth=void 0;var ro=class extends Cn{constructor(e,t,n,s){super(e,t,n,s)}};ro.prototype.ValueTypeName="color";var so=class extends Cn{constructor(e,t,n,s){super(e,t,n,s)}};so.prototype.ValueTypeName="number";var ao=class extends Oi{constructor(e,t,n,s){super(e,t,n,s)}interpolate_(e,t,n,s){let o=this.resultBuffer,l=this.sampleValues,u=this.valueSize,h=(n-t)/(s-t),f=e*u;for(let m=f+u;f!==m;f+=4)Mn.slerpFlat(o,0,l,f-u,l,f,h);return o}},Ms=class extends Cn{constructor(e,t,n,s){super(e,t,n,s)}InterpolantFactoryMethodLinear(e){return new ao(this.times,this.values,this.getValueSize(),e)}};Ms.prototype.ValueTypeName="quaternion";Ms.prototype.InterpolantFactoryMethodSmooth=void 0;var ki=class extends Cn{constructor(e,t,n){super(e,t,n)}};ki.prototype.ValueTypeName="string";ki.prototype.ValueBufferType=Array;ki.prototype.DefaultInterpolation=ns;ki.prototype.InterpolantFactoryMethodLinear=void 0;ki.prototype.InterpolantFactoryMethodSmooth=void 0;var oo=class extends Cn{constructor(e,t,n,s){super(e,t,n,s)}};oo.prototype.ValueTypeName="vector";var lo=class{constructor(e,t,n){let s=this,o=!1,l=0,u=0,h,f=[];this.onStart=void 0,this.onLoad=e,this.onProgress=t,this.onError=n,this._abortController=null,this.itemStart=function(m){u++,o===!1&&s.onStart!==void 0&&s.onStart(m,l,u),o=!0},this.itemEnd=function(m){l++,s.onProgress!==void 0&&s.onProgress(m,l,u),l===u&&(o=!1,s.onLoad!==void 0&&s.onLoad())},this.itemError=function(m){s.onError!==void 0&&s.onError(m)},this.resolveURL=function(m){return m=m.normalize("NFC"),h?h(m):m},this.setURLModifier=function(m){return h=m,this},this.addHandler=function(m,x){return f.push(m,x),this},this.removeHandler=function(m){let x=f.indexOf(m);return x!==-1&&f.splice(x,2),this},this.getHandler=function(m){for(let x=0,_=f.length;x<_;x+=2){let y=f[x],w=f[x+1];if(y.global&&(y.lastIndex=0),y.test(m))return w}return null},this.abort=function(){return this.abortController.abort(),this._abortController=null,this}}get abortController(){return this._abortController||(this._abortController=new AbortController),this._abortController}},dd=new lo,co=class{constructor(e){this.manager=e!==void 0?e:dd,this.crossOrigin="anonymous",this.withCredentials=!1,this.path="",this.resourcePath="",this.requestHeader={},this.priority="auto",this.cache="default",typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}load(){}loadAsync(e,t){let n=this;return new Promise(function(s,o){n.load(e,s,t,o)})}parse(){}setCrossOrigin(e){return this.crossOrigin=e,this}setWithCredentials(e){return this.withCredentials=e,this}setPath(e){return this.path=e,this}setResourcePath(e){return this.resourcePath=e,this}setRequestHeader(e){return this.requestHeader=e,this}setPriority(e){return this.priority=e,this}setCache(e){return this.cache=e,this}abort(){return this}};co.DEFAULT_MATERIAL_NAME="__DEFAULT";var bs=class extends fn{static registerNode(e){this.prototype._lightNode=e}constructor(e,t=1){super(),this.isLight=!0,this.type="Light",this.color=new Qe(e),this.intensity=t}copy(e,t){return super.copy(e,t),this.color.copy(e.color),this.intensity=e.intensity,this}toJSON(e){let t=super.toJSON(e);return t.object.color=this.color.getHex(),t.object.intensity=this.intensity,t}},ws=class extends bs{constructor(e,t,n){super(e,n),this.isHemisphereLight=!0,this.type="HemisphereLight",this.position.copy(fn.DEFAULT_UP),this.updateMatrix(),this.groundColor=new Qe(t)}copy(e,t){return super.copy(e,t),this.groundColor.copy(e.groundColor),this}toJSON(e){let t=super.toJSON(e);return t.object.groundColor=this.groundColor.getHex(),t}},Ql=new Tt,Sh=new te,Mh=new te,uo=class{constructor(e){this.camera=e,this.intensity=1,this.bias=0,this.biasNode=null,this.normalBias=0,this.radius=1,this.blurSamples=8,this.mapSize=new gt(512,512),this.mapType=wn,this.map=null,this.mapPass=null,this.matrix=new Tt,this.autoUpdate=!0,this.needsUpdate=!1,this._frustum=new Fi,this._frameExtents=new gt(1,1),this._viewportCount=1,this._viewports=[new kt(0,0,1,1)]}getViewportCount(){return this._viewportCount}getCamera(){return this.camera}getFrustum(){return this._frustum}updateMatrices(e){let t=this.camera;Sh.setFromMatrixPosition(e.matrixWorld),t.position.copy(Sh),Mh.setFromMatrixPosition(e.target.matrixWorld),t.lookAt(Mh),t.updateMatrixWorld(),this._updateMatrix(t,this.matrix,this._frustum)}_updateMatrix(e,t,n,s){Ql.multiplyMatrices(e.projectionMatrix,e.matrixWorldInverse),n.setFromProjectionMatrix(Ql,e.coordinateSystem,e.reversedDepth);let o=this._frameExtents,l=s?s.z/o.x:1,u=s?s.w/o.y:1,h=s?s.x/o.x:0,f=s?s.y/o.y:0;e.coordinateSystem===Pr||e.reversedDepth?t.set(.5*l,0,0,.5*l+h,0,.5*u,0,.5*u+f,0,0,1,0,0,0,0,1):t.set(.5*l,0,0,.5*l+h,0,.5*u,0,.5*u+f,0,0,.5,.5,0,0,0,1),t.multiply(Ql)}getViewport(e){return this._viewports[e]}getFrameExtents(){return this._frameExtents}dispose(){this.map&&this.map.dispose(),this.mapPass&&this.mapPass.dispose()}copy(e){return this.camera=e.camera.clone(),this.intensity=e.intensity,this.bias=e.bias,this.radius=e.radius,this.autoUpdate=e.autoUpdate,this.needsUpdate=e.needsUpdate,this.normalBias=e.normalBias,this.blurSamples=e.blurSamples,this.mapSize.copy(e.mapSize),this.mapType=e.mapType,this.biasNode=e.biasNode,this}clone(){return new this.constructor().copy(this)}toJSON(){let e={};return e.intensity=this.intensity,e.bias=this.bias,e.normalBias=this.normalBias,e.radius=this.radius,e.blurSamples=this.blurSamples,e.mapSize=this.mapSize.toArray(),e.mapType=this.mapType,e.camera=this.camera.toJSON(!1).object,delete e.camera.matrix,e}},La=new te,Da=new Mn,Qn=new te,Es=class extends fn{constructor(){super(),this.isCamera=!0,this.type="Camera",this.matrixWorldInverse=new Tt,this.projectionMatrix=new Tt,this.projectionMatrixInverse=new Tt,this.coordinateSystem=Fn,this._reversedDepth=!1}get reversedDepth(){return this._reversedDepth}copy(e,t){return super.copy(e,t),this.matrixWorldInverse.copy(e.matrixWorldInverse),this.projectionMatrix.copy(e.projectionMatrix),this.projectionMatrixInverse.copy(e.projectionMatrixInverse),this.coordinateSystem=e.coordinateSystem,this}getWorldDirection(e){return super.getWorldDirection(e).negate()}updateMatrixWorld(e){super.updateMatrixWorld(e),this.matrixWorld.decompose(La,Da,Qn),Qn.x===1&&Qn.y===1&&Qn.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(La,Da,Qn.set(1,1,1)).invert()}updateWorldMatrix(e,t,n=!1){super.updateWorldMatrix(e,t,n),this.matrixWorld.decompose(La,Da,Qn),Qn.x===1&&Qn.y===1&&Qn.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(La,Da,Qn.set(1,1,1)).invert()}clone(){return new this.constructor().copy(this)}},Pi=new te,bh=new gt,wh=new gt,_n=class extends Es{constructor(e=50,t=1,n=.1,s=2e3){super(),this.isPerspectiveCamera=!0,this.type="PerspectiveCamera",this.fov=e,this.zoom=1,this.near=n,this.far=s,this.focus=10,this.aspect=t,this.view=null,this.filmGauge=35,this.filmOffset=0,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.fov=e.fov,this.zoom=e.zoom,this.near=e.near,this.far=e.far,this.focus=e.focus,this.aspect=e.aspect,this.view=e.view===null?null:Object.assign({},e.view),this.filmGauge=e.filmGauge,this.filmOffset=e.filmOffset,this}setFocalLength(e){let t=.5*this.getFilmHeight()/e;this.fov=Xa*2*Math.atan(t),this.updateProjectionMatrix()}getFocalLength(){let e=Math.tan(Ll*.5*this.fov);return .5*this.getFilmHeight()/e}getEffectiveFOV(){return Xa*2*Math.atan(Math.tan(Ll*.5*this.fov)/this.zoom)}getFilmWidth(){return this.filmGauge*Math.min(this.aspect,1)}getFilmHeight(){return this.filmGauge/Math.max(this.aspect,1)}getViewBounds(e,t,n){Pi.set(-1,-1,.5).applyMatrix4(this.projectionMatrixInverse),t.set(Pi.x,Pi.y).multiplyScalar(-e/Pi.z),Pi.set(1,1,.5).applyMatrix4(this.projectionMatrixInverse),n.set(Pi.x,Pi.y).multiplyScalar(-e/Pi.z)}getViewSize(e,t){return this.getViewBounds(e,bh,wh),t.subVectors(wh,bh)}setViewOffset(e,t,n,s,o,l){this.aspect=e/t,this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=n,this.view.offsetY=s,this.view.width=o,this.view.height=l,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=this.near,t=e*Math.tan(Ll*.5*this.fov)/this.zoom,n=2*t,s=this.aspect*n,o=-.5*s,l=this.view;if(this.view!==null&&this.view.enabled){let h=l.fullWidth,f=l.fullHeight;o+=l.offsetX*s/h,t-=l.offsetY*n/f,s*=l.width/h,n*=l.height/f}let u=this.filmOffset;u!==0&&(o+=e*u/this.getFilmWidth()),this.projectionMatrix.makePerspective(o,o+s,t,t-n,e,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.fov=this.fov,t.object.zoom=this.zoom,t.object.near=this.near,t.object.far=this.far,t.object.focus=this.focus,t.object.aspect=this.aspect,this.view!==null&&(t.object.view=Object.assign({},this.view)),t.object.filmGauge=this.filmGauge,t.object.filmOffset=this.filmOffset,t}};var Ts=class extends Es{constructor(e=-1,t=1,n=1,s=-1,o=.1,l=2e3){super(),this.isOrthographicCamera=!0,this.type="OrthographicCamera",this.zoom=1,this.view=null,this.left=e,this.right=t,this.top=n,this.bottom=s,this.near=o,this.far=l,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.left=e.left,this.right=e.right,this.top=e.top,this.bottom=e.bottom,this.near=e.near,this.far=e.far,this.zoom=e.zoom,this.view=e.view===null?null:Object.assign({},e.view),this}setViewOffset(e,t,n,s,o,l){this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=n,this.view.offsetY=s,this.view.width=o,this.view.height=l,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=(this.right-this.left)/(2*this.zoom),t=(this.top-this.bottom)/(2*this.zoom),n=(this.right+this.left)/2,s=(this.top+this.bottom)/2,o=n-e,l=n+e,u=s+t,h=s-t;if(this.view!==null&&this.view.enabled){let f=(this.right-this.left)/this.view.fullWidth/this.zoom,m=(this.top-this.bottom)/this.view.fullHeight/this.zoom;o+=f*this.view.offsetX,l=o+f*this.view.width,u-=m*this.view.offsetY,h=u-m*this.view.height}this.projectionMatrix.makeOrthographic(o,l,u,h,this.near,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.zoom=this.zoom,t.object.left=this.left,t.object.right=this.right,t.object.top=this.top,t.object.bottom=this.bottom,t.object.near=this.near,t.object.far=this.far,this.view!==null&&(t.object.view=Object.assign({},this.view)),t}},rc=class extends uo{constructor(){super(new Ts(-5,5,5,-5,.5,500)),this.isDirectionalLightShadow=!0}},As=class extends bs{constructor(e,t){super(e,t),this.isDirectionalLight=!0,this.type="DirectionalLight",this.position.copy(fn.DEFAULT_UP),this.updateMatrix(),this.target=new fn,this.shadow=new rc}dispose(){super.dispose(),this.shadow.dispose()}copy(e){return super.copy(e),this.target=e.target.clone(),this.shadow=e.shadow.clone(),this}toJSON(e){let t=super.toJSON(e);return t.object.shadow=this.shadow.toJSON(),t.object.target=this.target.uuid,t}};var Er=-90,Tr=1,Nr=class extends fn{constructor(e,t,n){super(),this.type="CubeCamera",this.renderTarget=n,this.coordinateSystem=null,this.activeMipmapLevel=0;let s=new _n(Er,Tr,e,t);s.layers=this.layers,this.add(s);let o=new _n(Er,Tr,e,t);o.layers=this.layers,this.add(o);let l=new _n(Er,Tr,e,t);l.layers=this.layers,this.add(l);let u=new _n(Er,Tr,e,t);u.layers=this.layers,this.add(u);let h=new _n(Er,Tr,e,t);h.layers=this.layers,this.add(h);let f=new _n(Er,Tr,e,t);f.layers=this.layers,this.add(f)}updateCoordinateSystem(){let e=this.coordinateSystem,t=this.children.concat(),[n,s,o,l,u,h]=t;for(let f of t)this.remove(f);if(e===Fn)n.up.set(0,1,0),n.lookAt(1,0,0),s.up.set(0,1,0),s.lookAt(-1,0,0),o.up.set(0,0,-1),o.lookAt(0,1,0),l.up.set(0,0,1),l.lookAt(0,-1,0),u.up.set(0,1,0),u.lookAt(0,0,1),h.up.set(0,1,0),h.lookAt(0,0,-1);else if(e===Pr)n.up.set(0,-1,0),n.lookAt(-1,0,0),s.up.set(0,-1,0),s.lookAt(1,0,0),o.up.set(0,0,1),o.lookAt(0,1,0),l.up.set(0,0,-1),l.lookAt(0,-1,0),u.up.set(0,-1,0),u.lookAt(0,0,1),h.up.set(0,-1,0),h.lookAt(0,0,-1);else throw new Error("THREE.CubeCamera.updateCoordinateSystem(): Invalid coordinate system: "+e);for(let f of t)this.add(f),f.updateMatrixWorld()}update(e,t){this.parent===null&&this.updateMatrixWorld();let{renderTarget:n,activeMipmapLevel:s}=this;this.coordinateSystem!==e.coordinateSystem&&(this.coordinateSystem=e.coordinateSystem,this.updateCoordinateSystem());let[o,l,u,h,f,m]=this.children,x=e.getRenderTarget(),_=e.getActiveCubeFace(),y=e.getActiveMipmapLevel(),w=e.xr.enabled;e.xr.enabled=!1;let I=n.texture.mipmapsAutoUpdate;n.texture.mipmapsAutoUpdate=!1;let g=!1;e.isWebGLRenderer===!0?g=e.state.buffers.depth.getReversed():g=e.reversedDepthBuffer,e.setRenderTarget(n,0,s),g&&e.autoClear===!1&&e.clearDepth(),e.render(t,o),e.setRenderTarget(n,1,s),g&&e.autoClear===!1&&e.clearDepth(),e.render(t,l),e.setRenderTarget(n,2,s),g&&e.autoClear===!1&&e.clearDepth(),e.render(t,u),e.setRenderTarget(n,3,s),g&&e.autoClear===!1&&e.clearDepth(),e.render(t,h),e.setRenderTarget(n,4,s),g&&e.autoClear===!1&&e.clearDepth(),e.render(t,f),n.texture.mipmapsAutoUpdate=I,e.setRenderTarget(n,5,s),g&&e.autoClear===!1&&e.clearDepth(),e.render(t,m),e.setRenderTarget(x,_,y),e.xr.enabled=w,n.texture.needsPMREMUpdate=!0}},ho=class extends _n{constructor(e=[]){super(),this.isArrayCamera=!0,this.isMultiViewCamera=!1,this.cameras=e,this.perCameraFrustumCulled=!1}};var Nc="\\[\\]\\.:\\/",Rv=new RegExp("["+Nc+"]","g"),Uc="[^"+Nc+"]",Cv="[^"+Nc.replace("\\.","")+"]",Pv=/((?:WC+[\/:])*)/.source.replace("WC",Uc),Iv=/(WCOD+)?/.source.replace("WCOD",Cv),Lv=/(?:\.(WC+)(?:\[(.+)\])?)?/.source.replace("WC",Uc),Dv=/\.(WC+)(?:\[(.+)\])?/.source.replace("WC",Uc),Fv=new RegExp("^"+Pv+Iv+Lv+Dv+"$"),Nv=["material","materials","bones","map"],sc=class{constructor(e,t,n){let s=n||Bt.parseTrackName(t);this._targetGroup=e,this._bindings=e.subscribe_(t,s)}getValue(e,t){this.bind();let n=this._targetGroup.nCachedObjects_,s=this._bindings[n];s!==void 0&&s.getValue(e,t)}setValue(e,t){let n=this._bindings;for(let s=this._targetGroup.nCachedObjects_,o=n.length;s!==o;++s)n[s].setValue(e,t)}bind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,n=e.length;t!==n;++t)e[t].bind()}unbind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,n=e.length;t!==n;++t)e[t].unbind()}},Bt=class i{constructor(e,t,n){this.path=t,this.parsedPath=n||i.parseTrackName(t),this.node=i.findNode(e,this.parsedPath.nodeName),this.rootNode=e,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}static create(e,t,n){return e&&e.isAnimationObjectGroup?new i.Composite(e,t,n):new i(e,t,n)}static sanitizeNodeName(e){return e.replace(/\s/g,"_").replace(Rv,"")}static parseTrackName(e){let t=Fv.exec(e);if(t===null)throw new Error("THREE.PropertyBinding: Cannot parse trackName: "+e);let n={nodeName:t[2],objectName:t[3],objectIndex:t[4],propertyName:t[5],propertyIndex:t[6]},s=n.nodeName&&n.nodeName.lastIndexOf(".");if(s!==void 0&&s!==-1){let o=n.nodeName.substring(s+1);Nv.indexOf(o)!==-1&&(n.nodeName=n.nodeName.substring(0,s),n.objectName=o)}if(n.propertyName===null||n.propertyName.length===0)throw new Error("THREE.PropertyBinding: can not parse propertyName from trackName: "+e);return n}static findNode(e,t){if(t===void 0||t===""||t==="."||t===-1||t===e.name||t===e.uuid)return e;if(e.skeleton){let n=e.skeleton.getBoneByName(t);if(n!==void 0)return n}if(e.children){let n=function(o){for(let l=0;l<o.length;l++){let u=o[l];if(u.name===t||u.uuid===t)return u;let h=n(u.children);if(h)return h}return null},s=n(e.children);if(s)return s}return null}_getValue_unavailable(){}_setValue_unavailable(){}_getValue_direct(e,t){e[t]=this.targetObject[this.propertyName]}_getValue_array(e,t){let n=this.resolvedProperty;for(let s=0,o=n.length;s!==o;++s)e[t++]=n[s]}_getValue_arrayElement(e,t){e[t]=this.resolvedProperty[this.propertyIndex]}_getValue_toArray(e,t){this.resolvedProperty.toArray(e,t)}_setValue_direct(e,t){this.targetObject[this.propertyName]=e[t]}_setValue_direct_setNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.needsUpdate=!0}_setValue_direct_setMatrixWorldNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_array(e,t){let n=this.resolvedProperty;for(let s=0,o=n.length;s!==o;++s)n[s]=e[t++]}_setValue_array_setNeedsUpdate(e,t){let n=this.resolvedProperty;for(let s=0,o=n.length;s!==o;++s)n[s]=e[t++];this.targetObject.needsUpdate=!0}_setValue_array_setMatrixWorldNeedsUpdate(e,t){let n=this.resolvedProperty;for(let s=0,o=n.length;s!==o;++s)n[s]=e[t++];this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_arrayElement(e,t){this.resolvedProperty[this.propertyIndex]=e[t]}_setValue_arrayElement_setNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.needsUpdate=!0}_setValue_arrayElement_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_fromArray(e,t){this.resolvedProperty.fromArray(e,t)}_setValue_fromArray_setNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.needsUpdate=!0}_setValue_fromArray_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.matrixWorldNeedsUpdate=!0}_getValue_unbound(e,t){this.bind(),this.getValue(e,t)}_setValue_unbound(e,t){this.bind(),this.setValue(e,t)}bind(){let e=this.node,t=this.parsedPath,n=t.objectName,s=t.propertyName,o=t.propertyIndex;if(e||(e=i.findNode(this.rootNode,t.nodeName),this.node=e),this.getValue=this._getValue_unavailable,this.setValue=this._setValue_unavailable,!e){et("PropertyBinding: No target node found for track: "+this.path+".");return}if(n){let f=t.objectIndex;switch(n){case"materials":if(!e.material){it("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.materials){it("PropertyBinding: Can not bind to material.materials as node.material does not have a materials array.",this);return}e=e.material.materials;break;case"bones":if(!e.skeleton){it("PropertyBinding: Can not bind to bones as node does not have a skeleton.",this);return}e=e.skeleton.bones;for(let m=0;m<e.length;m++)if(e[m].name===f){f=m;break}break;case"map":if("map"in e){e=e.map;break}if(!e.material){it("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.map){it("PropertyBinding: Can not bind to material.map as node.material does not have a map.",this);return}e=e.material.map;break;default:if(e[n]===void 0){it("PropertyBinding: Can not bind to objectName of node undefined.",this);return}e=e[n]}if(f!==void 0){if(e[f]===void 0){it("PropertyBinding: Trying to bind to objectIndex of objectName, but is undefined.",this,e);return}e=e[f]}}let l=e[s];if(l===void 0){let f=t.nodeName;it("PropertyBinding: Trying to update property for track: "+f+"."+s+" but it wasn't found.",e);return}let u=this.Versioning.None;this.targetObject=e,e.isMaterial===!0?u=this.Versioning.NeedsUpdate:e.isObject3D===!0&&(u=this.Versioning.MatrixWorldNeedsUpdate);let h=this.BindingType.Direct;if(o!==void 0){if(s==="morphTargetInfluences"){if(!e.geometry){it("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.",this);return}if(!e.geometry.morphAttributes){it("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.morphAttributes.",this);return}e.morphTargetDictionary[o]!==void 0&&(o=e.morphTargetDictionary[o])}h=this.BindingType.ArrayElement,this.resolvedProperty=l,this.propertyIndex=o}else l.fromArray!==void 0&&l.toArray!==void 0?(h=this.BindingType.HasFromToArray,this.resolvedProperty=l):Array.isArray(l)?(h=this.BindingType.EntireArray,this.resolvedProperty=l):this.propertyName=s;this.getValue=this.GetterByBindingType[h],this.setValue=this.SetterByBindingTypeAndVersioning[h][u]}unbind(){this.node=null,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}};Bt.Composite=sc;Bt.prototype.BindingType={Direct:0,EntireArray:1,ArrayElement:2,HasFromToArray:3};Bt.prototype.Versioning={None:0,NeedsUpdate:1,MatrixWorldNeedsUpdate:2};Bt.prototype.GetterByBindingType=[Bt.prototype._getValue_direct,Bt.prototype._getValue_array,Bt.prototype._getValue_arrayElement,Bt.prototype._getValue_toArray];Bt.prototype.SetterByBindingTypeAndVersioning=[[Bt.prototype._setValue_direct,Bt.prototype._setValue_direct_setNeedsUpdate,Bt.prototype._setValue_direct_setMatrixWorldNeedsUpdate],[Bt.prototype._setValue_array,Bt.prototype._setValue_array_setNeedsUpdate,Bt.prototype._setValue_array_setMatrixWorldNeedsUpdate],[Bt.prototype._setValue_arrayElement,Bt.prototype._setValue_arrayElement_setNeedsUpdate,Bt.prototype._setValue_arrayElement_setMatrixWorldNeedsUpdate],[Bt.prototype._setValue_fromArray,Bt.prototype._setValue_fromArray_setNeedsUpdate,Bt.prototype._setValue_fromArray_setMatrixWorldNeedsUpdate]];var yw=new Float32Array(1);var ac=class{static{this.prototype.isMatrix2=!0}constructor(e,t,n,s){this.elements=[1,0,0,1],e!==void 0&&this.set(e,t,n,s)}identity(){return this.set(1,0,0,1),this}fromArray(e,t=0){for(let n=0;n<4;n++)this.elements[n]=e[n+t];return this}set(e,t,n,s){let o=this.elements;return o[0]=e,o[2]=t,o[1]=n,o[3]=s,this}};function Oc(i,e,t,n){let s=Uv(n);switch(t){case Tc:return i*e;case xo:return i*e/s.components*s.byteLength;case yo:return i*e/s.components*s.byteLength;case Gi:return i*e*2/s.components*s.byteLength;case So:return i*e*2/s.components*s.byteLength;case Ac:return i*e*3/s.components*s.byteLength;case Xn:return i*e*4/s.components*s.byteLength;case Mo:return i*e*4/s.components*s.byteLength;case Cs:case Ps:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*8;case Is:case Ls:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case wo:case To:return Math.max(i,16)*Math.max(e,8)/4;case bo:case Eo:return Math.max(i,8)*Math.max(e,8)/2;case Ao:case Ro:case Po:case Io:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*8;case Co:case Ds:case Lo:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case Do:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case Fo:return Math.floor((i+4)/5)*Math.floor((e+3)/4)*16;case No:return Math.floor((i+4)/5)*Math.floor((e+4)/5)*16;case Uo:return Math.floor((i+5)/6)*Math.floor((e+4)/5)*16;case Oo:return Math.floor((i+5)/6)*Math.floor((e+5)/6)*16;case Bo:return Math.floor((i+7)/8)*Math.floor((e+4)/5)*16;case ko:return Math.floor((i+7)/8)*Math.floor((e+5)/6)*16;case zo:return Math.floor((i+7)/8)*Math.floor((e+7)/8)*16;case Go:return Math.floor((i+9)/10)*Math.floor((e+4)/5)*16;case Vo:return Math.floor((i+9)/10)*Math.floor((e+5)/6)*16;case Ho:return Math.floor((i+9)/10)*Math.floor((e+7)/8)*16;case Wo:return Math.floor((i+9)/10)*Math.floor((e+9)/10)*16;case Xo:return Math.floor((i+11)/12)*Math.floor((e+9)/10)*16;case $o:return Math.floor((i+11)/12)*Math.floor((e+11)/12)*16;case qo:case Yo:case Zo:return Math.ceil(i/4)*Math.ceil(e/4)*16;case Jo:case jo:return Math.ceil(i/4)*Math.ceil(e/4)*8;case Fs:case Ko:return Math.ceil(i/4)*Math.ceil(e/4)*16}throw new Error(`Unable to determine texture byte length for ${t} format.`)}function Uv(i){switch(i){case wn:case Mc:return{byteLength:1,components:1};case kr:case bc:case Wn:return{byteLength:2,components:1};case _o:case vo:return{byteLength:2,components:4};case Hn:case go:case Nn:return{byteLength:4,components:1};case wc:case Ec:return{byteLength:4,components:3}}throw new Error(`THREE.TextureUtils: Unknown texture type ${i}.`)}typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("register",{detail:{revision:"187"}}));typeof window<"u"&&(window.__THREE__?et("WARNING: Multiple instances of Three.js being imported."):window.__THREE__="187");function Fd(){let i=null,e=!1,t=null,n=null;function s(o,l){n=i.requestAnimationFrame(s),t(o,l)}return{start:function(){e!==!0&&t!==null&&i!==null&&(n=i.requestAnimationFrame(s),e=!0)},stop:function(){i!==null&&i.cancelAnimationFrame(n),e=!1},setAnimationLoop:function(o){t=o},setContext:function(o){i=o}}}function Bv(i){let e=new WeakMap;function t(u,h){let f=u.array,m=u.usage,x=f.byteLength,_=i.createBuffer();i.bindBuffer(h,_),i.bufferData(h,f,m),u.onUploadCallback();let y;if(f instanceof Float32Array)y=i.FLOAT;else if(typeof Float16Array<"u"&&f instanceof Float16Array)y=i.HALF_FLOAT;else if(f instanceof Uint16Array)u.isFloat16BufferAttribute?y=i.HALF_FLOAT:y=i.UNSIGNED_SHORT;else if(f instanceof Int16Array)y=i.SHORT;else if(f instanceof Uint32Array)y=i.UNSIGNED_INT;else if(f instanceof Int32Array)y=i.INT;else if(f instanceof Int8Array)y=i.BYTE;else if(f instanceof Uint8Array)y=i.UNSIGNED_BYTE;else if(f instanceof Uint8ClampedArray)y=i.UNSIGNED_BYTE;else throw new Error("THREE.WebGLAttributes: Unsupported buffer data format: "+f);return{buffer:_,type:y,bytesPerElement:f.BYTES_PER_ELEMENT,version:u.version,size:x}}function n(u,h,f){let m=h.array,x=h.updateRanges;if(i.bindBuffer(f,u),x.length===0)i.bufferSubData(f,0,m);else{x.sort((y,w)=>y.start-w.start);let _=0;for(let y=1;y<x.length;y++){let w=x[_],I=x[y];I.start<=w.start+w.count+1?w.count=Math.max(w.count,I.start+I.count-w.start):(++_,x[_]=I)}x.length=_+1;for(let y=0,w=x.length;y<w;y++){let I=x[y];i.bufferSubData(f,I.start*m.BYTES_PER_ELEMENT,m,I.start,I.count)}h.clearUpdateRanges()}h.onUploadCallback()}function s(u){return u.isInterleavedBufferAttribute&&(u=u.data),e.get(u)}function o(u){u.isInterleavedBufferAttribute&&(u=u.data);let h=e.get(u);h&&(i.deleteBuffer(h.buffer),e.delete(u))}function l(u,h){if(u.isInterleavedBufferAttribute&&(u=u.data),u.isGLBufferAttribute){let m=e.get(u);(!m||m.version<u.version)&&e.set(u,{buffer:u.buffer,type:u.type,bytesPerElement:u.elementSize,version:u.version});return}let f=e.get(u);if(f===void 0)e.set(u,t(u,h));else if(f.version<u.version){if(f.size!==u.array.byteLength)throw new Error("THREE.WebGLAttributes: The size of the buffer attribute's array buffer does not match the original size. Resizing buffer attributes is not supported.");n(f.buffer,u,h),f.version=u.version}}return{get:s,remove:o,update:l}}var kv=`#ifdef USE_ALPHAHASH
	if ( diffuseColor.a < getAlphaHashThreshold( vPosition ) ) discard;
#endif`,zv=`#ifdef USE_ALPHAHASH
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
#endif`,Gv=`#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, vAlphaMapUv ).g;
#endif`,Vv=`#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,Hv=`#ifdef USE_ALPHATEST
	#ifdef ALPHA_TO_COVERAGE
	diffuseColor.a = smoothstep( alphaTest, alphaTest + fwidth( diffuseColor.a ), diffuseColor.a );
	if ( diffuseColor.a == 0.0 ) discard;
	#else
	if ( diffuseColor.a < alphaTest ) discard;
	#endif
#endif`,Wv=`#ifdef USE_ALPHATEST
	uniform float alphaTest;
#endif`,Xv=`#ifdef USE_AOMAP
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
#endif`,$v=`#ifdef USE_AOMAP
	uniform sampler2D aoMap;
	uniform float aoMapIntensity;
#endif`,qv=`#ifdef USE_BATCHING
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
#endif`,Yv=`#ifdef USE_BATCHING
	mat4 batchingMatrix = getBatchingMatrix( getIndirectIndex( gl_DrawID ) );
#endif`,Zv=`vec3 transformed = vec3( position );
#ifdef USE_ALPHAHASH
	vPosition = vec3( position );
#endif`,Jv=`vec3 objectNormal = vec3( normal );
#ifdef USE_TANGENT
	vec3 objectTangent = vec3( tangent.xyz );
#endif`,jv=`float G_BlinnPhong_Implicit( ) {
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
} // validated`,Kv=`#ifdef USE_IRIDESCENCE
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
#endif`,Qv=`#ifdef USE_BUMPMAP
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
#endif`,ex=`#if NUM_CLIPPING_PLANES > 0
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
#endif`,tx=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
	uniform vec4 clippingPlanes[ NUM_CLIPPING_PLANES ];
#endif`,nx=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
#endif`,ix=`#if NUM_CLIPPING_PLANES > 0
	vClipPosition = - mvPosition.xyz;
#endif`,rx=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	diffuseColor *= vColor;
#endif`,sx=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	varying vec4 vColor;
#endif`,ax=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	varying vec4 vColor;
#endif`,ox=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
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
#endif`,lx=`#define PI 3.141592653589793
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
} // validated`,cx=`vec3 transformedNormal = objectNormal;
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
#endif`,ux=`#ifdef USE_DISPLACEMENTMAP
	uniform sampler2D displacementMap;
	uniform float displacementScale;
	uniform float displacementBias;
#endif`,hx=`#ifdef USE_DISPLACEMENTMAP
	transformed += normalize( objectNormal ) * ( texture2D( displacementMap, vDisplacementMapUv ).x * displacementScale + displacementBias );
#endif`,dx=`#ifdef USE_EMISSIVEMAP
	vec4 emissiveColor = texture2D( emissiveMap, vEmissiveMapUv );
	#ifdef DECODE_VIDEO_TEXTURE_EMISSIVE
		emissiveColor = sRGBTransferEOTF( emissiveColor );
	#endif
	totalEmissiveRadiance *= emissiveColor.rgb;
#endif`,fx=`#ifdef USE_EMISSIVEMAP
	uniform sampler2D emissiveMap;
#endif`,px="gl_FragColor = linearToOutputTexel( gl_FragColor );",mx=`vec4 LinearTransferOETF( in vec4 value ) {
	return value;
}
vec4 sRGBTransferEOTF( in vec4 value ) {
	return vec4( mix( pow( value.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), value.rgb * 0.0773993808, vec3( lessThanEqual( value.rgb, vec3( 0.04045 ) ) ) ), value.a );
}
vec4 sRGBTransferOETF( in vec4 value ) {
	return vec4( mix( pow( value.rgb, vec3( 0.41666 ) ) * 1.055 - vec3( 0.055 ), value.rgb * 12.92, vec3( lessThanEqual( value.rgb, vec3( 0.0031308 ) ) ) ), value.a );
}`,gx=`#ifdef USE_ENVMAP
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
#endif`,_x=`#ifdef USE_ENVMAP
	uniform float envMapIntensity;
	uniform mat3 envMapRotation;
	uniform samplerCube envMap;
	#ifdef ENVMAP_TYPE_PMREM
		float roughnessToMip( const in float roughness ) {
			float r = clamp( roughness, 0.0, 1.0 );
			return ENVMAP_MAX_LOD * r * ( 2.0 - r );
		}
	#endif
#endif`,vx=`#ifdef USE_ENVMAP
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
#endif`,xx=`#ifdef USE_ENVMAP
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		
		varying vec3 vWorldPosition;
	#else
		varying vec3 vReflect;
		uniform float refractionRatio;
	#endif
#endif`,yx=`#ifdef USE_ENVMAP
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
#endif`,Sx=`#ifdef USE_FOG
	vFogDepth = - mvPosition.z;
#endif`,Mx=`#ifdef USE_FOG
	varying float vFogDepth;
#endif`,bx=`#ifdef USE_FOG
	#ifdef FOG_EXP2
		float fogFactor = 1.0 - exp( - fogDensity * fogDensity * vFogDepth * vFogDepth );
	#else
		float fogFactor = smoothstep( fogNear, fogFar, vFogDepth );
	#endif
	gl_FragColor.rgb = mix( gl_FragColor.rgb, fogColor, fogFactor );
#endif`,wx=`#ifdef USE_FOG
	uniform vec3 fogColor;
	varying float vFogDepth;
	#ifdef FOG_EXP2
		uniform float fogDensity;
	#else
		uniform float fogNear;
		uniform float fogFar;
	#endif
#endif`,Ex=`#ifdef USE_GRADIENTMAP
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
}`,Tx=`#ifdef USE_LIGHTMAP
	uniform sampler2D lightMap;
	uniform float lightMapIntensity;
#endif`,Ax=`LambertMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularStrength = specularStrength;`,Rx=`varying vec3 vViewPosition;
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
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Lambert`,Cx=`uniform bool receiveShadow;
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
#include <lightprobes_pars_fragment>`,Px=`#ifdef USE_ENVMAP
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
#endif`,Ix=`ToonMaterial material;
material.diffuseColor = diffuseColor.rgb;`,Lx=`varying vec3 vViewPosition;
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
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Toon`,Dx=`BlinnPhongMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularColor = specular;
material.specularShininess = shininess;
material.specularStrength = specularStrength;`,Fx=`varying vec3 vViewPosition;
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
#define RE_IndirectDiffuse		RE_IndirectDiffuse_BlinnPhong`,Nx=`PhysicalMaterial material;
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
#endif`,Ux=`uniform sampler2D dfgLUT;
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
}`,Ox=`
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
#endif`,Bx=`#if defined( RE_IndirectDiffuse )
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
#endif`,kx=`#if defined( RE_IndirectDiffuse )
	#if defined( LAMBERT ) || defined( PHONG )
		irradiance += iblIrradiance;
	#endif
	RE_IndirectDiffuse( irradiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif
#if defined( RE_IndirectSpecular )
	RE_IndirectSpecular( radiance, iblIrradiance, clearcoatRadiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif`,zx=`#if NUM_LIGHT_PROBE_GRIDS > 0
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
#endif`,Gx=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	gl_FragDepth = vIsPerspective == 0.0 ? gl_FragCoord.z : log2( vFragDepth ) * logDepthBufFC * 0.5;
#endif`,Vx=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	uniform float logDepthBufFC;
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,Hx=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,Wx=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	vFragDepth = 1.0 + gl_Position.w;
	vIsPerspective = float( isPerspectiveMatrix( projectionMatrix ) );
#endif`,Xx=`#ifdef USE_MAP
	vec4 sampledDiffuseColor = texture2D( map, vMapUv );
	#ifdef DECODE_VIDEO_TEXTURE
		sampledDiffuseColor = sRGBTransferEOTF( sampledDiffuseColor );
	#endif
	diffuseColor *= sampledDiffuseColor;
#endif`,$x=`#ifdef USE_MAP
	uniform sampler2D map;
#endif`,qx=`#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
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
#endif`,Yx=`#if defined( USE_POINTS_UV )
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
#endif`,Zx=`float metalnessFactor = metalness;
#ifdef USE_METALNESSMAP
	vec4 texelMetalness = texture2D( metalnessMap, vMetalnessMapUv );
	metalnessFactor *= texelMetalness.b;
#endif`,Jx=`#ifdef USE_METALNESSMAP
	uniform sampler2D metalnessMap;
#endif`,jx=`#ifdef USE_INSTANCING_MORPH
	float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	float morphTargetBaseInfluence = texelFetch( morphTexture, ivec2( 0, gl_InstanceID ), 0 ).r;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		morphTargetInfluences[i] =  texelFetch( morphTexture, ivec2( i + 1, gl_InstanceID ), 0 ).r;
	}
#endif`,Kx=`#if defined( USE_MORPHCOLORS )
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
#endif`,Qx=`#ifdef USE_MORPHNORMALS
	objectNormal *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) objectNormal += getMorph( gl_VertexID, i, 1 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,ey=`#ifdef USE_MORPHTARGETS
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
#endif`,ty=`#ifdef USE_MORPHTARGETS
	transformed *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) transformed += getMorph( gl_VertexID, i, 0 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,ny=`float faceDirection = gl_FrontFacing ? 1.0 : - 1.0;
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
vec3 nonPerturbedNormal = normal;`,iy=`#ifdef USE_NORMALMAP_OBJECTSPACE
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
#endif`,ry=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,sy=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,ay=`#ifndef FLAT_SHADED
	vNormal = normalize( transformedNormal );
	#ifdef USE_TANGENT
		vTangent = normalize( transformedTangent );
		vBitangent = normalize( cross( vNormal, vTangent ) * tangent.w );
		#ifdef FLIP_SIDED
			vBitangent = - vBitangent;
		#endif
	#endif
#endif`,oy=`#ifdef USE_NORMALMAP
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
#endif`,ly=`#ifdef USE_CLEARCOAT
	vec3 clearcoatNormal = nonPerturbedNormal;
#endif`,cy=`#ifdef USE_CLEARCOAT_NORMALMAP
	vec3 clearcoatMapN = texture2D( clearcoatNormalMap, vClearcoatNormalMapUv ).xyz * 2.0 - 1.0;
	clearcoatMapN.xy *= clearcoatNormalScale;
	clearcoatNormal = normalize( tbn2 * clearcoatMapN );
#endif`,uy=`#ifdef USE_CLEARCOATMAP
	uniform sampler2D clearcoatMap;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform sampler2D clearcoatNormalMap;
	uniform vec2 clearcoatNormalScale;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform sampler2D clearcoatRoughnessMap;
#endif`,hy=`#ifdef USE_IRIDESCENCEMAP
	uniform sampler2D iridescenceMap;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform sampler2D iridescenceThicknessMap;
#endif`,dy=`#ifdef OPAQUE
diffuseColor.a = 1.0;
#endif
#ifdef USE_TRANSMISSION
diffuseColor.a *= material.transmissionAlpha;
#endif
gl_FragColor = vec4( outgoingLight, diffuseColor.a );`,fy=`vec3 packNormalToRGB( const in vec3 normal ) {
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
}`,py=`#ifdef PREMULTIPLIED_ALPHA
	gl_FragColor.rgb *= gl_FragColor.a;
#endif`,my=`vec4 mvPosition = vec4( transformed, 1.0 );
#ifdef USE_BATCHING
	mvPosition = batchingMatrix * mvPosition;
#endif
#ifdef USE_INSTANCING
	mvPosition = instanceMatrix * mvPosition;
#endif
mvPosition = modelViewMatrix * mvPosition;
gl_Position = projectionMatrix * mvPosition;`,gy=`#ifdef DITHERING
	gl_FragColor.rgb = dithering( gl_FragColor.rgb );
#endif`,_y=`#ifdef DITHERING
	vec3 dithering( vec3 color ) {
		float grid_position = rand( gl_FragCoord.xy );
		vec3 dither_shift_RGB = vec3( 0.25 / 255.0, -0.25 / 255.0, 0.25 / 255.0 );
		dither_shift_RGB = mix( 2.0 * dither_shift_RGB, -2.0 * dither_shift_RGB, grid_position );
		return color + dither_shift_RGB;
	}
#endif`,vy=`float roughnessFactor = roughness;
#ifdef USE_ROUGHNESSMAP
	vec4 texelRoughness = texture2D( roughnessMap, vRoughnessMapUv );
	roughnessFactor *= texelRoughness.g;
#endif`,xy=`#ifdef USE_ROUGHNESSMAP
	uniform sampler2D roughnessMap;
#endif`,yy=`#if NUM_SPOT_LIGHT_COORDS > 0
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
#endif`,Sy=`#if NUM_SPOT_LIGHT_COORDS > 0
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
#endif`,My=`#if ( defined( USE_SHADOWMAP ) && ( NUM_DIR_LIGHT_SHADOWS > 0 || NUM_SUN_LIGHT_SHADOWS > 0 || NUM_POINT_LIGHT_SHADOWS > 0 ) ) || ( NUM_SPOT_LIGHT_COORDS > 0 )
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
#endif`,by=`float getShadowMask() {
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
}`,wy=`#ifdef USE_SKINNING
	mat4 boneMatX = getBoneMatrix( skinIndex.x );
	mat4 boneMatY = getBoneMatrix( skinIndex.y );
	mat4 boneMatZ = getBoneMatrix( skinIndex.z );
	mat4 boneMatW = getBoneMatrix( skinIndex.w );
#endif`,Ey=`#ifdef USE_SKINNING
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
#endif`,Ty=`#ifdef USE_SKINNING
	vec4 skinVertex = bindMatrix * vec4( transformed, 1.0 );
	vec4 skinned = vec4( 0.0 );
	skinned += boneMatX * skinVertex * skinWeight.x;
	skinned += boneMatY * skinVertex * skinWeight.y;
	skinned += boneMatZ * skinVertex * skinWeight.z;
	skinned += boneMatW * skinVertex * skinWeight.w;
	transformed = ( bindMatrixInverse * skinned ).xyz;
#endif`,Ay=`#ifdef USE_SKINNING
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
#endif`,Ry=`float specularStrength;
#ifdef USE_SPECULARMAP
	vec4 texelSpecular = texture2D( specularMap, vSpecularMapUv );
	specularStrength = texelSpecular.r;
#else
	specularStrength = 1.0;
#endif`,Cy=`#ifdef USE_SPECULARMAP
	uniform sampler2D specularMap;
#endif`,Py=`#if defined( TONE_MAPPING )
	gl_FragColor.rgb = toneMapping( gl_FragColor.rgb );
#endif`,Iy=`#ifndef saturate
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
vec3 CustomToneMapping( vec3 color ) { return color; }`,Ly=`#ifdef USE_TRANSMISSION
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
#endif`,Dy=`#ifdef USE_TRANSMISSION
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
#endif`,Fy=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
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
#endif`,Ny=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
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
#endif`,Uy=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
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
#endif`,Oy=`#if defined( USE_ENVMAP ) || defined( DISTANCE ) || defined ( USE_SHADOWMAP ) || defined ( USE_TRANSMISSION ) || NUM_SPOT_LIGHT_COORDS > 0
	vec4 worldPosition = vec4( transformed, 1.0 );
	#ifdef USE_BATCHING
		worldPosition = batchingMatrix * worldPosition;
	#endif
	#ifdef USE_INSTANCING
		worldPosition = instanceMatrix * worldPosition;
	#endif
	worldPosition = modelMatrix * worldPosition;
#endif`,By=`varying vec2 vUv;
uniform mat3 uvTransform;
void main() {
	vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	gl_Position = vec4( position.xy, 1.0, 1.0 );
}`,ky=`uniform sampler2D t2D;
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
}`,zy=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,Gy=`uniform float backgroundBlurriness;
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
}`,Vy=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,Hy=`uniform samplerCube tCube;
uniform float tFlip;
uniform float opacity;
varying vec3 vWorldDirection;
void main() {
	vec4 texColor = textureCube( tCube, vec3( tFlip * vWorldDirection.x, vWorldDirection.yz ) );
	gl_FragColor = texColor;
	gl_FragColor.a *= opacity;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,Wy=`#include <common>
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
}`,Xy=`#if DEPTH_PACKING == 3200
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
}`,$y=`#define DISTANCE
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
}`,qy=`#define DISTANCE
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
}`,Yy=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
}`,Zy=`uniform sampler2D tEquirect;
varying vec3 vWorldDirection;
#include <common>
void main() {
	vec3 direction = normalize( vWorldDirection );
	vec2 sampleUV = equirectUv( direction );
	gl_FragColor = texture2D( tEquirect, sampleUV );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,Jy=`uniform float scale;
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
}`,jy=`uniform vec3 diffuse;
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
}`,Ky=`#include <common>
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
}`,Qy=`uniform vec3 diffuse;
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
}`,eS=`#define LAMBERT
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
}`,tS=`#define LAMBERT
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
}`,nS=`#define MATCAP
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
}`,iS=`#define MATCAP
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
}`,rS=`#define NORMAL
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
}`,sS=`#define NORMAL
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
}`,aS=`#define PHONG
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
}`,oS=`#define PHONG
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
}`,lS=`#define STANDARD
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
}`,cS=`#define STANDARD
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
}`,uS=`#define TOON
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
}`,hS=`#define TOON
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
}`,dS=`uniform float size;
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
}`,fS=`uniform vec3 diffuse;
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
}`,pS=`#include <common>
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
}`,mS=`uniform vec3 color;
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
}`,gS=`uniform float rotation;
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
}`,_S=`uniform vec3 diffuse;
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
}`,mt={alphahash_fragment:kv,alphahash_pars_fragment:zv,alphamap_fragment:Gv,alphamap_pars_fragment:Vv,alphatest_fragment:Hv,alphatest_pars_fragment:Wv,aomap_fragment:Xv,aomap_pars_fragment:$v,batching_pars_vertex:qv,batching_vertex:Yv,begin_vertex:Zv,beginnormal_vertex:Jv,bsdfs:jv,iridescence_fragment:Kv,bumpmap_pars_fragment:Qv,clipping_planes_fragment:ex,clipping_planes_pars_fragment:tx,clipping_planes_pars_vertex:nx,clipping_planes_vertex:ix,color_fragment:rx,color_pars_fragment:sx,color_pars_vertex:ax,color_vertex:ox,common:lx,defaultnormal_vertex:cx,displacementmap_pars_vertex:ux,displacementmap_vertex:hx,emissivemap_fragment:dx,emissivemap_pars_fragment:fx,colorspace_fragment:px,colorspace_pars_fragment:mx,envmap_fragment:gx,envmap_common_pars_fragment:_x,envmap_pars_fragment:vx,envmap_pars_vertex:xx,envmap_physical_pars_fragment:Px,envmap_vertex:yx,fog_vertex:Sx,fog_pars_vertex:Mx,fog_fragment:bx,fog_pars_fragment:wx,gradientmap_pars_fragment:Ex,lightmap_pars_fragment:Tx,lights_lambert_fragment:Ax,lights_lambert_pars_fragment:Rx,lights_pars_begin:Cx,lights_toon_fragment:Ix,lights_toon_pars_fragment:Lx,lights_phong_fragment:Dx,lights_phong_pars_fragment:Fx,lights_physical_fragment:Nx,lights_physical_pars_fragment:Ux,lights_fragment_begin:Ox,lights_fragment_maps:Bx,lights_fragment_end:kx,lightprobes_pars_fragment:zx,logdepthbuf_fragment:Gx,logdepthbuf_pars_fragment:Vx,logdepthbuf_pars_vertex:Hx,logdepthbuf_vertex:Wx,map_fragment:Xx,map_pars_fragment:$x,map_particle_fragment:qx,map_particle_pars_fragment:Yx,metalnessmap_fragment:Zx,metalnessmap_pars_fragment:Jx,morphinstance_vertex:jx,morphcolor_vertex:Kx,morphnormal_vertex:Qx,morphtarget_pars_vertex:ey,morphtarget_vertex:ty,normal_fragment_begin:ny,normal_fragment_maps:iy,normal_pars_fragment:ry,normal_pars_vertex:sy,normal_vertex:ay,normalmap_pars_fragment:oy,clearcoat_normal_fragment_begin:ly,clearcoat_normal_fragment_maps:cy,clearcoat_pars_fragment:uy,iridescence_pars_fragment:hy,opaque_fragment:dy,packing:fy,premultiplied_alpha_fragment:py,project_vertex:my,dithering_fragment:gy,dithering_pars_fragment:_y,roughnessmap_fragment:vy,roughnessmap_pars_fragment:xy,shadowmap_pars_fragment:yy,shadowmap_pars_vertex:Sy,shadowmap_vertex:My,shadowmask_pars_fragment:by,skinbase_vertex:wy,skinning_pars_vertex:Ey,skinning_vertex:Ty,skinnormal_vertex:Ay,specularmap_fragment:Ry,specularmap_pars_fragment:Cy,tonemapping_fragment:Py,tonemapping_pars_fragment:Iy,transmission_fragment:Ly,transmission_pars_fragment:Dy,uv_pars_fragment:Fy,uv_pars_vertex:Ny,uv_vertex:Uy,worldpos_vertex:Oy,background_vert:By,background_frag:ky,backgroundCube_vert:zy,backgroundCube_frag:Gy,cube_vert:Vy,cube_frag:Hy,depth_vert:Wy,depth_frag:Xy,distance_vert:$y,distance_frag:qy,equirect_vert:Yy,equirect_frag:Zy,linedashed_vert:Jy,linedashed_frag:jy,meshbasic_vert:Ky,meshbasic_frag:Qy,meshlambert_vert:eS,meshlambert_frag:tS,meshmatcap_vert:nS,meshmatcap_frag:iS,meshnormal_vert:rS,meshnormal_frag:sS,meshphong_vert:aS,meshphong_frag:oS,meshphysical_vert:lS,meshphysical_frag:cS,meshtoon_vert:uS,meshtoon_frag:hS,points_vert:dS,points_frag:fS,shadow_vert:pS,shadow_frag:mS,sprite_vert:gS,sprite_frag:_S},Be={common:{diffuse:{value:new Qe(16777215)},opacity:{value:1},map:{value:null},mapTransform:{value:new at},alphaMap:{value:null},alphaMapTransform:{value:new at},alphaTest:{value:0}},specularmap:{specularMap:{value:null},specularMapTransform:{value:new at}},envmap:{envMap:{value:null},envMapRotation:{value:new at},reflectivity:{value:1},ior:{value:1.5},refractionRatio:{value:.98},dfgLUT:{value:null}},aomap:{aoMap:{value:null},aoMapIntensity:{value:1},aoMapTransform:{value:new at}},lightmap:{lightMap:{value:null},lightMapIntensity:{value:1},lightMapTransform:{value:new at}},bumpmap:{bumpMap:{value:null},bumpMapTransform:{value:new at},bumpScale:{value:1}},normalmap:{normalMap:{value:null},normalMapTransform:{value:new at},normalScale:{value:new gt(1,1)}},displacementmap:{displacementMap:{value:null},displacementMapTransform:{value:new at},displacementScale:{value:1},displacementBias:{value:0}},emissivemap:{emissiveMap:{value:null},emissiveMapTransform:{value:new at}},metalnessmap:{metalnessMap:{value:null},metalnessMapTransform:{value:new at}},roughnessmap:{roughnessMap:{value:null},roughnessMapTransform:{value:new at}},gradientmap:{gradientMap:{value:null}},fog:{fogDensity:{value:25e-5},fogNear:{value:1},fogFar:{value:2e3},fogColor:{value:new Qe(16777215)}},lights:{ambientLightColor:{value:[]},lightProbe:{value:[]},sunLights:{value:[],properties:{direction:{},color:{}}},sunLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},sunShadowMatrix:{value:[]},sunShadowCascade:{value:[]},directionalLights:{value:[],properties:{direction:{},color:{}}},directionalLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},directionalShadowMatrix:{value:[]},spotLights:{value:[],properties:{color:{},position:{},direction:{},distance:{},coneCos:{},penumbraCos:{},decay:{}}},spotLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},spotLightMap:{value:[]},spotLightMatrix:{value:[]},pointLights:{value:[],properties:{color:{},position:{},decay:{},distance:{}}},pointLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{},shadowCameraNear:{},shadowCameraFar:{}}},pointShadowMatrix:{value:[]},hemisphereLights:{value:[],properties:{direction:{},skyColor:{},groundColor:{}}},rectAreaLights:{value:[],properties:{color:{},position:{},width:{},height:{}}},ltc_1:{value:null},ltc_2:{value:null},probesSH:{value:[]},probesMin:{value:[]},probesMax:{value:[]},probesResolution:{value:[]}},points:{diffuse:{value:new Qe(16777215)},opacity:{value:1},size:{value:1},scale:{value:1},map:{value:null},alphaMap:{value:null},alphaMapTransform:{value:new at},alphaTest:{value:0},uvTransform:{value:new at}},sprite:{diffuse:{value:new Qe(16777215)},opacity:{value:1},center:{value:new gt(.5,.5)},rotation:{value:0},map:{value:null},mapTransform:{value:new at},alphaMap:{value:null},alphaMapTransform:{value:new at},alphaTest:{value:0}}},ai={basic:{uniforms:pn([Be.common,Be.specularmap,Be.envmap,Be.aomap,Be.lightmap,Be.fog]),vertexShader:mt.meshbasic_vert,fragmentShader:mt.meshbasic_frag},lambert:{uniforms:pn([Be.common,Be.specularmap,Be.envmap,Be.aomap,Be.lightmap,Be.emissivemap,Be.bumpmap,Be.normalmap,Be.displacementmap,Be.fog,Be.lights,{emissive:{value:new Qe(0)},envMapIntensity:{value:1}}]),vertexShader:mt.meshlambert_vert,fragmentShader:mt.meshlambert_frag},phong:{uniforms:pn([Be.common,Be.specularmap,Be.envmap,Be.aomap,Be.lightmap,Be.emissivemap,Be.bumpmap,Be.normalmap,Be.displacementmap,Be.fog,Be.lights,{emissive:{value:new Qe(0)},specular:{value:new Qe(1118481)},shininess:{value:30},envMapIntensity:{value:1}}]),vertexShader:mt.meshphong_vert,fragmentShader:mt.meshphong_frag},standard:{uniforms:pn([Be.common,Be.envmap,Be.aomap,Be.lightmap,Be.emissivemap,Be.bumpmap,Be.normalmap,Be.displacementmap,Be.roughnessmap,Be.metalnessmap,Be.fog,Be.lights,{emissive:{value:new Qe(0)},roughness:{value:1},metalness:{value:0},envMapIntensity:{value:1}}]),vertexShader:mt.meshphysical_vert,fragmentShader:mt.meshphysical_frag},toon:{uniforms:pn([Be.common,Be.aomap,Be.lightmap,Be.emissivemap,Be.bumpmap,Be.normalmap,Be.displacementmap,Be.gradientmap,Be.fog,Be.lights,{emissive:{value:new Qe(0)}}]),vertexShader:mt.meshtoon_vert,fragmentShader:mt.meshtoon_frag},matcap:{uniforms:pn([Be.common,Be.bumpmap,Be.normalmap,Be.displacementmap,Be.fog,{matcap:{value:null}}]),vertexShader:mt.meshmatcap_vert,fragmentShader:mt.meshmatcap_frag},points:{uniforms:pn([Be.points,Be.fog]),vertexShader:mt.points_vert,fragmentShader:mt.points_frag},dashed:{uniforms:pn([Be.common,Be.fog,{scale:{value:1},dashSize:{value:1},totalSize:{value:2}}]),vertexShader:mt.linedashed_vert,fragmentShader:mt.linedashed_frag},depth:{uniforms:pn([Be.common,Be.displacementmap]),vertexShader:mt.depth_vert,fragmentShader:mt.depth_frag},normal:{uniforms:pn([Be.common,Be.bumpmap,Be.normalmap,Be.displacementmap,{opacity:{value:1}}]),vertexShader:mt.meshnormal_vert,fragmentShader:mt.meshnormal_frag},sprite:{uniforms:pn([Be.sprite,Be.fog]),vertexShader:mt.sprite_vert,fragmentShader:mt.sprite_frag},background:{uniforms:{uvTransform:{value:new at},t2D:{value:null},backgroundIntensity:{value:1}},vertexShader:mt.background_vert,fragmentShader:mt.background_frag},backgroundCube:{uniforms:{envMap:{value:null},backgroundBlurriness:{value:0},backgroundIntensity:{value:1},backgroundRotation:{value:new at}},vertexShader:mt.backgroundCube_vert,fragmentShader:mt.backgroundCube_frag},cube:{uniforms:{tCube:{value:null},tFlip:{value:-1},opacity:{value:1}},vertexShader:mt.cube_vert,fragmentShader:mt.cube_frag},equirect:{uniforms:{tEquirect:{value:null}},vertexShader:mt.equirect_vert,fragmentShader:mt.equirect_frag},distance:{uniforms:pn([Be.common,Be.displacementmap,{referencePosition:{value:new te},nearDistance:{value:1},farDistance:{value:1e3}}]),vertexShader:mt.distance_vert,fragmentShader:mt.distance_frag},shadow:{uniforms:pn([Be.lights,Be.fog,{color:{value:new Qe(0)},opacity:{value:1}}]),vertexShader:mt.shadow_vert,fragmentShader:mt.shadow_frag}};ai.physical={uniforms:pn([ai.standard.uniforms,{clearcoat:{value:0},clearcoatMap:{value:null},clearcoatMapTransform:{value:new at},clearcoatNormalMap:{value:null},clearcoatNormalMapTransform:{value:new at},clearcoatNormalScale:{value:new gt(1,1)},clearcoatRoughness:{value:0},clearcoatRoughnessMap:{value:null},clearcoatRoughnessMapTransform:{value:new at},diffuseRoughness:{value:0},diffuseRoughnessMap:{value:null},diffuseRoughnessMapTransform:{value:new at},dispersion:{value:0},retroreflectivity:{value:0},iridescence:{value:0},iridescenceMap:{value:null},iridescenceMapTransform:{value:new at},iridescenceIOR:{value:1.3},iridescenceThicknessMinimum:{value:100},iridescenceThicknessMaximum:{value:400},iridescenceThicknessMap:{value:null},iridescenceThicknessMapTransform:{value:new at},sheen:{value:0},sheenColor:{value:new Qe(0)},sheenColorMap:{value:null},sheenColorMapTransform:{value:new at},sheenRoughness:{value:1},sheenRoughnessMap:{value:null},sheenRoughnessMapTransform:{value:new at},transmission:{value:0},transmissionMap:{value:null},transmissionMapTransform:{value:new at},transmissionSamplerSize:{value:new gt},transmissionSamplerMap:{value:null},thickness:{value:0},thicknessMap:{value:null},thicknessMapTransform:{value:new at},attenuationDistance:{value:0},attenuationColor:{value:new Qe(0)},specularColor:{value:new Qe(1,1,1)},specularColorMap:{value:null},specularColorMapTransform:{value:new at},specularIntensity:{value:1},specularIntensityMap:{value:null},specularIntensityMapTransform:{value:new at},anisotropyVector:{value:new gt},anisotropyMap:{value:null},anisotropyMapTransform:{value:new at}}]),vertexShader:mt.meshphysical_vert,fragmentShader:mt.meshphysical_frag};var el={r:0,b:0,g:0},vS=new Tt,Nd=new at;Nd.set(-1,0,0,0,1,0,0,0,1);function xS(i,e,t,n,s,o){let l=new Qe(0),u=s===!0?0:1,h,f,m=null,x=0,_=null;function y(P){let L=P.isScene===!0?P.background:null;if(L&&L.isTexture){let T=P.backgroundBlurriness>0;L=e.get(L,T)}return L}function w(P){let L=!1,T=y(P);T===null?g(l,u):T&&T.isColor&&(g(T,1),L=!0);let N=i.xr.getEnvironmentBlendMode();N==="additive"?t.buffers.color.setClear(0,0,0,1,o):N==="alpha-blend"&&t.buffers.color.setClear(0,0,0,0,o),(i.autoClear||L)&&(t.buffers.depth.setTest(!0),t.buffers.depth.setMask(!0),t.buffers.color.setMask(!0),i.clear(i.autoClearColor,i.autoClearDepth,i.autoClearStencil))}function I(P,L){let T=y(L);T&&T.isCubeTexture?(f===void 0&&(f=new an(new Ni(1,1,1),new ii({name:"BackgroundCubeMaterial",uniforms:or(ai.backgroundCube.uniforms),vertexShader:ai.backgroundCube.vertexShader,fragmentShader:ai.backgroundCube.fragmentShader,side:Sn,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),f.geometry.deleteAttribute("normal"),f.geometry.deleteAttribute("uv"),f.onBeforeRender=function(N,F,M){this.matrixWorld.copyPosition(M.matrixWorld)},Object.defineProperty(f.material,"envMap",{get:function(){return this.uniforms.envMap.value}}),n.update(f)),f.material.uniforms.envMap.value=T,f.material.uniforms.backgroundBlurriness.value=L.backgroundBlurriness,f.material.uniforms.backgroundIntensity.value=L.backgroundIntensity,f.material.uniforms.backgroundRotation.value.setFromMatrix4(vS.makeRotationFromEuler(L.backgroundRotation)).transpose(),T.isRenderTargetTexture===!1&&f.material.uniforms.backgroundRotation.value.premultiply(Nd),f.material.toneMapped=xt.getTransfer(T.colorSpace)!==Ct,(m!==T||x!==T.version||_!==i.toneMapping)&&(f.material.needsUpdate=!0,m=T,x=T.version,_=i.toneMapping),f.layers.enableAll(),P.unshift(f,f.geometry,f.material,0,0,null)):T&&T.isTexture&&(h===void 0&&(h=new an(new tr(2,2),new ii({name:"BackgroundMaterial",uniforms:or(ai.background.uniforms),vertexShader:ai.background.vertexShader,fragmentShader:ai.background.fragmentShader,side:zi,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),h.geometry.deleteAttribute("normal"),Object.defineProperty(h.material,"map",{get:function(){return this.uniforms.t2D.value}}),n.update(h)),h.material.uniforms.t2D.value=T,h.material.uniforms.backgroundIntensity.value=L.backgroundIntensity,h.material.toneMapped=xt.getTransfer(T.colorSpace)!==Ct,T.matrixAutoUpdate===!0&&T.updateMatrix(),h.material.uniforms.uvTransform.value.copy(T.matrix),(m!==T||x!==T.version||_!==i.toneMapping)&&(h.material.needsUpdate=!0,m=T,x=T.version,_=i.toneMapping),h.layers.enableAll(),P.unshift(h,h.geometry,h.material,0,0,null))}function g(P,L){P.getRGB(el,Fc(i)),t.buffers.color.setClear(el.r,el.g,el.b,L,o)}function v(){f!==void 0&&(f.geometry.dispose(),f.material.dispose(),f=void 0),h!==void 0&&(h.geometry.dispose(),h.material.dispose(),h=void 0)}return{getClearColor:function(){return l},setClearColor:function(P,L=1){l.set(P),u=L,g(l,u)},getClearAlpha:function(){return u},setClearAlpha:function(P){u=P,g(l,u)},render:w,addToRenderList:I,dispose:v}}function yS(i,e){let t=i.getParameter(i.MAX_VERTEX_ATTRIBS),n={},s=_(null),o=s,l=!1;function u(G,$,Q,k,j){let B=!1,J=x(G,k,Q,$);o!==J&&(o=J,f(o.object)),B=y(G,k,Q,j),B&&w(G,k,Q,j),j!==null&&e.update(j,i.ELEMENT_ARRAY_BUFFER),(B||l)&&(l=!1,T(G,$,Q,k),j!==null&&i.bindBuffer(i.ELEMENT_ARRAY_BUFFER,e.get(j).buffer))}function h(){return i.createVertexArray()}function f(G){return i.bindVertexArray(G)}function m(G){return i.deleteVertexArray(G)}function x(G,$,Q,k){let j=k.wireframe===!0,B=n[$.id];B===void 0&&(B={},n[$.id]=B);let J=G.isInstancedMesh===!0?G.id:0,he=B[J];he===void 0&&(he={},B[J]=he);let ie=he[Q.id];ie===void 0&&(ie={},he[Q.id]=ie);let W=ie[j];return W===void 0&&(W=_(h()),ie[j]=W),W}function _(G){let $=[],Q=[],k=[];for(let j=0;j<t;j++)$[j]=0,Q[j]=0,k[j]=0;return{geometry:null,program:null,wireframe:!1,newAttributes:$,enabledAttributes:Q,attributeDivisors:k,object:G,attributes:{},index:null}}function y(G,$,Q,k){let j=o.attributes,B=$.attributes,J=0,he=Q.getAttributes();for(let ie in he)if(he[ie].location>=0){let ge=j[ie],We=B[ie];if(We===void 0&&(ie==="instanceMatrix"&&G.instanceMatrix&&(We=G.instanceMatrix),ie==="instanceColor"&&G.instanceColor&&(We=G.instanceColor)),ge===void 0||ge.attribute!==We||We&&ge.data!==We.data)return!0;J++}return o.attributesNum!==J||o.index!==k}function w(G,$,Q,k){let j={},B=$.attributes,J=0,he=Q.getAttributes();for(let ie in he)if(he[ie].location>=0){let ge=B[ie];ge===void 0&&(ie==="instanceMatrix"&&G.instanceMatrix&&(ge=G.instanceMatrix),ie==="instanceColor"&&G.instanceColor&&(ge=G.instanceColor));let We={};We.attribute=ge,ge&&ge.data&&(We.data=ge.data),j[ie]=We,J++}o.attributes=j,o.attributesNum=J,o.index=k}function I(){let G=o.newAttributes;for(let $=0,Q=G.length;$<Q;$++)G[$]=0}function g(G){v(G,0)}function v(G,$){let Q=o.newAttributes,k=o.enabledAttributes,j=o.attributeDivisors;Q[G]=1,k[G]===0&&(i.enableVertexAttribArray(G),k[G]=1),j[G]!==$&&(i.vertexAttribDivisor(G,$),j[G]=$)}function P(){let G=o.newAttributes,$=o.enabledAttributes;for(let Q=0,k=$.length;Q<k;Q++)$[Q]!==G[Q]&&(i.disableVertexAttribArray(Q),$[Q]=0)}function L(G,$,Q,k,j,B,J){J===!0?i.vertexAttribIPointer(G,$,Q,j,B):i.vertexAttribPointer(G,$,Q,k,j,B)}function T(G,$,Q,k){I();let j=k.attributes,B=Q.getAttributes(),J=$.defaultAttributeValues;for(let he in B){let ie=B[he];if(ie.location>=0){let W=j[he];if(W===void 0&&(he==="instanceMatrix"&&G.instanceMatrix&&(W=G.instanceMatrix),he==="instanceColor"&&G.instanceColor&&(W=G.instanceColor)),W!==void 0){let ge=W.normalized,We=W.itemSize,tt=e.get(W);if(tt===void 0)continue;let de=tt.buffer,Fe=tt.type,Pe=tt.bytesPerElement,Ye=Fe===i.INT||Fe===i.UNSIGNED_INT||W.gpuType===go;if(W.isInterleavedBufferAttribute){let Ue=W.data,rt=Ue.isInterleavedBuffer===!0?Ue.stride:Ue.itemSize,zt=W.offset;if(Ue.isInstancedInterleavedBuffer||Ue.isInstancedBufferAttribute){for(let Ke=0;Ke<ie.locationSize;Ke++)v(ie.location+Ke,Ue.meshPerAttribute);G.isInstancedMesh!==!0&&k._maxInstanceCount===void 0&&(k._maxInstanceCount=Ue.meshPerAttribute*Ue.count)}else for(let Ke=0;Ke<ie.locationSize;Ke++)g(ie.location+Ke);i.bindBuffer(i.ARRAY_BUFFER,de);for(let Ke=0;Ke<ie.locationSize;Ke++)L(ie.location+Ke,We/ie.locationSize,Fe,ge,rt*Pe,(zt+We/ie.locationSize*Ke)*Pe,Ye)}else{if(W.isInstancedBufferAttribute){for(let Ue=0;Ue<ie.locationSize;Ue++)v(ie.location+Ue,W.meshPerAttribute);G.isInstancedMesh!==!0&&k._maxInstanceCount===void 0&&(k._maxInstanceCount=W.meshPerAttribute*W.count)}else for(let Ue=0;Ue<ie.locationSize;Ue++)g(ie.location+Ue);i.bindBuffer(i.ARRAY_BUFFER,de);for(let Ue=0;Ue<ie.locationSize;Ue++)L(ie.location+Ue,We/ie.locationSize,Fe,ge,We*Pe,We/ie.locationSize*Ue*Pe,Ye)}}else if(J!==void 0){let ge=J[he];if(ge!==void 0)switch(ge.length){case 2:i.vertexAttrib2fv(ie.location,ge);break;case 3:i.vertexAttrib3fv(ie.location,ge);break;case 4:i.vertexAttrib4fv(ie.location,ge);break;default:i.vertexAttrib1fv(ie.location,ge)}}}}P()}function N(){H();for(let G in n){let $=n[G];for(let Q in $){let k=$[Q];for(let j in k){let B=k[j];for(let J in B)m(B[J].object),delete B[J];delete k[j]}}delete n[G]}}function F(G){if(n[G.id]===void 0)return;let $=n[G.id];for(let Q in $){let k=$[Q];for(let j in k){let B=k[j];for(let J in B)m(B[J].object),delete B[J];delete k[j]}}delete n[G.id]}function M(G){for(let $ in n){let Q=n[$];for(let k in Q){let j=Q[k];if(j[G.id]===void 0)continue;let B=j[G.id];for(let J in B)m(B[J].object),delete B[J];delete j[G.id]}}}function D(G){for(let $ in n){let Q=n[$],k=G.isInstancedMesh===!0?G.id:0,j=Q[k];if(j!==void 0){for(let B in j){let J=j[B];for(let he in J)m(J[he].object),delete J[he];delete j[B]}delete Q[k],Object.keys(Q).length===0&&delete n[$]}}}function H(){z(),l=!0,o!==s&&(o=s,f(o.object))}function z(){s.geometry=null,s.program=null,s.wireframe=!1}return{setup:u,reset:H,resetDefaultState:z,dispose:N,releaseStatesOfGeometry:F,releaseStatesOfObject:D,releaseStatesOfProgram:M,initAttributes:I,enableAttribute:g,disableUnusedAttributes:P}}function SS(i,e,t){let n;function s(h){n=h}function o(h,f){i.drawArrays(n,h,f),t.update(f,n,1)}function l(h,f,m){m!==0&&(i.drawArraysInstanced(n,h,f,m),t.update(f,n,m))}function u(h,f,m){if(m===0)return;e.get("WEBGL_multi_draw").multiDrawArraysWEBGL(n,h,0,f,0,m);let _=0;for(let y=0;y<m;y++)_+=f[y];t.update(_,n,1)}this.setMode=s,this.render=o,this.renderInstances=l,this.renderMultiDraw=u}function MS(i,e,t,n){let s;function o(){if(s!==void 0)return s;if(e.has("EXT_texture_filter_anisotropic")===!0){let M=e.get("EXT_texture_filter_anisotropic");s=i.getParameter(M.MAX_TEXTURE_MAX_ANISOTROPY_EXT)}else s=0;return s}function l(M){return!(M!==Xn&&n.convert(M)!==i.getParameter(i.IMPLEMENTATION_COLOR_READ_FORMAT))}function u(M){let D=M===Wn&&(e.has("EXT_color_buffer_half_float")||e.has("EXT_color_buffer_float"));return!(M!==wn&&M!==Nn&&!D&&n.convert(M)!==i.getParameter(i.IMPLEMENTATION_COLOR_READ_TYPE))}function h(M){if(M==="highp"){if(i.getShaderPrecisionFormat(i.VERTEX_SHADER,i.HIGH_FLOAT).precision>0&&i.getShaderPrecisionFormat(i.FRAGMENT_SHADER,i.HIGH_FLOAT).precision>0)return"highp";M="mediump"}return M==="mediump"&&i.getShaderPrecisionFormat(i.VERTEX_SHADER,i.MEDIUM_FLOAT).precision>0&&i.getShaderPrecisionFormat(i.FRAGMENT_SHADER,i.MEDIUM_FLOAT).precision>0?"mediump":"lowp"}let f=t.precision!==void 0?t.precision:"highp",m=h(f);m!==f&&(et("WebGLRenderer:",f,"not supported, using",m,"instead."),f=m);let x=t.reversedDepthBuffer===!0&&e.has("EXT_clip_control"),_=t.logarithmicDepthBuffer===!0&&x===!1;t.reversedDepthBuffer===!0&&x===!1&&et("WebGLRenderer: Unable to use reversed depth buffer due to missing EXT_clip_control extension. Fallback to default depth buffer."),t.logarithmicDepthBuffer===!0&&x===!0&&et("WebGLRenderer: Logarithmic depth buffer is ignored when reversed depth buffer is enabled.");let y=i.getParameter(i.MAX_TEXTURE_IMAGE_UNITS),w=i.getParameter(i.MAX_VERTEX_TEXTURE_IMAGE_UNITS),I=i.getParameter(i.MAX_TEXTURE_SIZE),g=i.getParameter(i.MAX_CUBE_MAP_TEXTURE_SIZE),v=i.getParameter(i.MAX_VERTEX_ATTRIBS),P=i.getParameter(i.MAX_VERTEX_UNIFORM_VECTORS),L=i.getParameter(i.MAX_VARYING_VECTORS),T=i.getParameter(i.MAX_FRAGMENT_UNIFORM_VECTORS),N=i.getParameter(i.MAX_SAMPLES),F=i.getParameter(i.SAMPLES);return{isWebGL2:!0,getMaxAnisotropy:o,getMaxPrecision:h,textureFormatReadable:l,textureTypeReadable:u,precision:f,logarithmicDepthBuffer:_,reversedDepthBuffer:x,maxTextures:y,maxVertexTextures:w,maxTextureSize:I,maxCubemapSize:g,maxAttributes:v,maxVertexUniforms:P,maxVaryings:L,maxFragmentUniforms:T,maxSamples:N,samples:F}}function bS(i){let e=this,t=null,n=0,s=!1,o=!1,l=new Vn,u=new at,h={value:null,needsUpdate:!1};this.uniform=h,this.numPlanes=0,this.numIntersection=0,this.init=function(x,_){let y=x.length!==0||_||n!==0||s;return s=_,n=x.length,y},this.beginShadows=function(){o=!0,m(null)},this.endShadows=function(){o=!1},this.setGlobalState=function(x,_){t=m(x,_,0)},this.setState=function(x,_,y){let w=x.clippingPlanes,I=x.clipIntersection,g=x.clipShadows,v=i.get(x);if(!s||w===null||w.length===0||o&&!g)o?m(null):f();else{let P=o?0:n,L=P*4,T=v.clippingState||null;h.value=T,T=m(w,_,L,y);for(let N=0;N!==L;++N)T[N]=t[N];v.clippingState=T,this.numIntersection=I?this.numPlanes:0,this.numPlanes+=P}};function f(){h.value!==t&&(h.value=t,h.needsUpdate=n>0),e.numPlanes=n,e.numIntersection=0}function m(x,_,y,w){let I=x!==null?x.length:0,g=null;if(I!==0){if(g=h.value,w!==!0||g===null){let v=y+I*4,P=_.matrixWorldInverse;u.getNormalMatrix(P),(g===null||g.length<v)&&(g=new Float32Array(v));for(let L=0,T=y;L!==I;++L,T+=4)l.copy(x[L]).applyMatrix4(P,u),l.normal.toArray(g,T),g[T+3]=l.constant}h.value=g,h.needsUpdate=!0}return e.numPlanes=I,e.numIntersection=0,g}}var Bs=class extends Rn{constructor(e=1,t={}){super(e,e,t),this.isWebGLCubeRenderTarget=!0;let n={width:e,height:e,depth:1},s=[n,n,n,n,n,n];this.texture=new ms(s),this._setTextureOptions(t),this.texture.isRenderTargetTexture=!0}fromEquirectangularTexture(e,t){this.texture.type=t.type,this.texture.colorSpace=t.colorSpace,this.texture.generateMipmaps=t.generateMipmaps,this.texture.minFilter=t.minFilter,this.texture.magFilter=t.magFilter;let n={uniforms:{tEquirect:{value:null}},vertexShader:`

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
			`},s=new Ni(5,5,5),o=new ii({name:"CubemapFromEquirect",uniforms:or(n.uniforms),vertexShader:n.vertexShader,fragmentShader:n.fragmentShader,side:Sn,blending:ir});o.uniforms.tEquirect.value=t;let l=new an(s,o),u=t.minFilter;return t.minFilter===yi&&(t.minFilter=vn),new Nr(1,10,this).update(e,l),t.minFilter=u,l.geometry.dispose(),l.material.dispose(),this}clear(e,t=!0,n=!0,s=!0){let o=e.getRenderTarget();for(let l=0;l<6;l++)e.setRenderTarget(this,l),e.clear(t,n,s);e.setRenderTarget(o)}},fd=256,wS=3,ES=20,Ud=256,Od=16,TS=3,AS=new te,RS=new Qe,nl=class i{constructor(e){this._renderer=e,this._cubeSize=0,this._sourceTarget=null,this._cubeCamera=new Nr(1,10,null),this._boxMesh=new an(new Ni(5,5,5),null),this._cubemapMaterial=null,this._equirectMaterial=null,this._blurMaterial=null,this._ggxMaterial=null,this._integrationMaterial=null}fromScene(e,t=0,n=.1,s=100,o={}){let{size:l=256,position:u=AS}=o,h=this._renderer;this._setSize(l);let f=this._allocateTarget(),m=this._getSourceTarget(!0);t>0&&(m.texture.mipmapsAutoUpdate=!1);let x=h.autoClear,_=h.autoClearColor,y=h.autoClearDepth,w=h.autoClearStencil,I=e.background;h.autoClear=!0,h.autoClearColor=!0,h.autoClearDepth=!0,h.autoClearStencil=!0,I===null&&(e.background=h.getClearColor(RS));let g=new Nr(n,s,m);return g.position.copy(u),g.update(h,e),h.autoClear=x,h.autoClearColor=_,h.autoClearDepth=y,h.autoClearStencil=w,e.background=I,t>0&&(m.texture.mipmapsAutoUpdate=!0,this._blur(f,t)),this._applyPMREM(f),f}fromEquirectangular(e,t=null){return this._fromTexture(e,t)}fromCubemap(e,t=null){return this._fromTexture(e,t)}compileCubemapShader(){this._cubemapMaterial===null&&(this._cubemapMaterial=gd(),this._compileMaterial(this._cubemapMaterial))}compileEquirectangularShader(){this._equirectMaterial===null&&(this._equirectMaterial=md(),this._compileMaterial(this._equirectMaterial))}dispose(){this._sourceTarget!==null&&this._sourceTarget.dispose(),this._cubemapMaterial!==null&&this._cubemapMaterial.dispose(),this._equirectMaterial!==null&&this._equirectMaterial.dispose(),this._blurMaterial!==null&&this._blurMaterial.dispose(),this._ggxMaterial!==null&&this._ggxMaterial.dispose(),this._integrationMaterial!==null&&this._integrationMaterial.dispose(),this._boxMesh.geometry.dispose()}static lodToRoughness(e,t){return t>0?1-Math.sqrt(1-e/t):0}_setSize(e){this._cubeSize=Math.max(fd,ld(e))}_fromTexture(e,t){e.mapping===sr||e.mapping===Br?this._setSize(e.image.length===0?fd:e.image[0].width||e.image[0].image.width):this._setSize(e.image.width/4);let n=t||this._allocateTarget();return this._textureToCubemap(e),this._applyPMREM(n),n}_allocateTarget(){let e=this._cubeSize,t=pd(e,!1,!1),n=Math.log2(e)-wS;for(let s=0;s<=n;s++)t.texture.mipmaps.push({width:e>>s,height:e>>s});return t.texture.name="PMREM",t.texture.isPMREMTexture=!0,t}_getSourceTarget(e=!1){let t=this._cubeSize,n=this._sourceTarget;return(n===null||n.width!==t||e&&n.depthBuffer===!1)&&(n!==null&&n.dispose(),this._sourceTarget=pd(t,!0,e)),this._sourceTarget}_compileMaterial(e){this._boxMesh.material=e,this._renderer.compile(this._boxMesh,this._cubeCamera.children[0])}_renderCube(e,t,n){let s=this._boxMesh,o=this._cubeCamera;s.material=n,o.renderTarget=e,o.activeMipmapLevel=t;let l=e.width>>t;e.viewport.set(0,0,l,l),o.update(this._renderer,s),e.viewport.set(0,0,e.width,e.height)}_textureToCubemap(e){let t;e.mapping===sr||e.mapping===Br?(this._cubemapMaterial===null&&(this._cubemapMaterial=gd()),t=this._cubemapMaterial,t.uniforms.flipEnvMap.value=e.isRenderTargetTexture===!1?-1:1):(this._equirectMaterial===null&&(this._equirectMaterial=md()),t=this._equirectMaterial),t.uniforms.envMap.value=e,this._renderCube(this._getSourceTarget(),0,t)}_applyPMREM(e){this._ggxMaterial===null&&(this._ggxMaterial=CS(),this._integrationMaterial=PS());let t=this._cubeSize,n=e.texture.mipmaps.length-1,s=this._ggxMaterial.uniforms;s.envMap.value=this._sourceTarget.texture;let o=this._integrationMaterial.uniforms;o.envMap.value=this._sourceTarget.texture,o.sourceLod.value=Math.log2(t/Od);for(let l=0;l<=n;l++){let u=i.lodToRoughness(l,n);if(l>n-TS)o.roughness.value=u,this._renderCube(e,l,this._integrationMaterial);else{let h=u>0?Math.log2(t)+.5*Math.log2(6/(Ud*Math.pow(u,4)))+.5:0;s.roughness.value=u,s.lodBias.value=h,this._renderCube(e,l,this._ggxMaterial)}}}_blur(e,t){this._blurMaterial===null&&(this._blurMaterial=IS());let n=this._blurMaterial,s=n.uniforms,o=this._sourceTarget;s.sigma.value=Math.min(t,Math.PI)/Math.SQRT2,s.envMap.value=o.texture,this._renderCube(e,0,n),s.envMap.value=e.texture,this._renderCube(o,0,n)}};function pd(i,e,t){return new Bs(i,{minFilter:yi,generateMipmaps:e,type:Wn,colorSpace:is,depthBuffer:t})}function ks(i,e,t){return new ii({name:i,uniforms:e,vertexShader:mt.cube_vert,fragmentShader:t,side:Sn,blending:ir,depthTest:!1,depthWrite:!1})}function CS(){return ks("PMREMGGXConvolution",{envMap:{value:null},roughness:{value:0},lodBias:{value:0}},`

		#define GGX_SAMPLES ${Ud}u

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
	`)}function PS(){return ks("PMREMGGXIntegration",{envMap:{value:null},roughness:{value:0},sourceLod:{value:0},sourceSize:{value:Od}},`

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
	`)}function IS(){return ks("PMREMSphericalGaussianBlur",{envMap:{value:null},sigma:{value:0}},`

		#define SAMPLES ${ES}
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
	`)}function md(){return ks("PMREMEquirectangularToCubemap",{envMap:{value:null}},`

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
	`)}function gd(){return ks("PMREMCubemapToCubemap",{envMap:{value:null},flipEnvMap:{value:-1}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float flipEnvMap;

		void main() {

			gl_FragColor = vec4( textureCube( envMap, vec3( flipEnvMap * vWorldDirection.x, vWorldDirection.yz ) ).rgb, 1.0 );

		}
	`)}function LS(i){let e=new WeakMap,t=new WeakMap,n=null;function s(_,y=!1){return _==null?null:y?l(_):o(_)}function o(_){if(_&&_.isTexture){let y=_.mapping;if(y===fo||y===po)if(e.has(_)){let w=e.get(_).texture;return u(w,_.mapping)}else{let w=_.image;if(w&&w.height>0){let I=new Bs(w.height);return I.fromEquirectangularTexture(i,_),e.set(_,I),_.addEventListener("dispose",f),u(I.texture,_.mapping)}else return null}}return _}function l(_){if(_&&_.isTexture&&_.isPMREMTexture!==!0){let y=_.mapping,w=y===fo||y===po,I=y===sr||y===Br;if(w||I){let g=t.get(_),v=g!==void 0?g.texture.pmremVersion:0;if(_.isRenderTargetTexture&&_.pmremVersion!==v)return n===null&&(n=new nl(i)),g=w?n.fromEquirectangular(_,g):n.fromCubemap(_,g),g.texture.pmremVersion=_.pmremVersion,t.set(_,g),g.texture;if(g!==void 0)return g.texture;{let P=_.image;return w&&P&&P.height>0||I&&P&&h(P)?(n===null&&(n=new nl(i)),g=w?n.fromEquirectangular(_):n.fromCubemap(_),g.texture.pmremVersion=_.pmremVersion,t.set(_,g),_.addEventListener("dispose",m),g.texture):null}}}return _}function u(_,y){return y===fo?_.mapping=sr:y===po&&(_.mapping=Br),_}function h(_){let y=0,w=6;for(let I=0;I<w;I++)_[I]!==void 0&&y++;return y===w}function f(_){let y=_.target;y.removeEventListener("dispose",f);let w=e.get(y);w!==void 0&&(e.delete(y),w.dispose())}function m(_){let y=_.target;y.removeEventListener("dispose",m);let w=t.get(y);w!==void 0&&(t.delete(y),w.dispose())}function x(){e=new WeakMap,t=new WeakMap,n!==null&&(n.dispose(),n=null)}return{get:s,dispose:x}}function DS(i){let e={};function t(n){if(e[n]!==void 0)return e[n];let s=i.getExtension(n);return e[n]=s,s}return{has:function(n){return t(n)!==null},init:function(){t("EXT_color_buffer_float"),t("WEBGL_clip_cull_distance"),t("OES_texture_float_linear"),t("EXT_color_buffer_half_float"),t("WEBGL_multisampled_render_to_texture"),t("WEBGL_render_shared_exponent")},get:function(n){let s=t(n);return s===null&&ts("WebGLRenderer: "+n+" extension not supported."),s}}}function FS(i,e,t,n){let s={},o=new WeakMap,l=new FinalizationRegistry(w=>delete s[w]);function u(w){h(w.target)}function h(w){w.index!==null&&e.remove(w.index);for(let g in w.attributes)e.remove(w.attributes[g]);w.removeEventListener("dispose",u),delete s[w.id],l.unregister(w);let I=o.get(w);I&&(e.remove(I),o.delete(w)),n.releaseStatesOfGeometry(w),w.isInstancedBufferGeometry===!0&&delete w._maxInstanceCount,t.memory.geometries--}function f(w,I){return s[I.id]!==void 0||(I.addEventListener("dispose",u),s[I.id]=new WeakRef(I),l.register(I,I.id,I),t.memory.geometries++),I}function m(w){let I=w.attributes;for(let g in I)e.update(I[g],i.ARRAY_BUFFER)}function x(w){let I=w.index,g=w.attributes.position,v=0;if(g===void 0)return;let P=I!==null?I.array.length:g.array.length/3-1,L=g.count>=65535?hs:us,T=new L(Math.ceil(P/3)*6,1),N=T.array;if(I!==null){let M=I.array;v=I.version;for(let D=0,H=0;D<P;D+=3){let z=M[D+0],G=M[D+1],$=M[D+2];N[H++]=z,N[H++]=G,N[H++]=G,N[H++]=$,N[H++]=$,N[H++]=z}}else{v=g.version;for(let M=0,D=0;M<P;M+=3){let H=M+0,z=M+1,G=M+2;N[D++]=H,N[D++]=z,N[D++]=z,N[D++]=G,N[D++]=G,N[D++]=H}}T.version=v;let F=o.get(w);F&&e.remove(F),o.set(w,T)}function _(w){let I=o.get(w);if(I){let g=w.index;g!==null&&I.version<g.version&&x(w)}else x(w);return o.get(w)}function y(){for(let w in s){let I=s[w].deref();I!==void 0&&h(I)}}return{get:f,update:m,getWireframeAttribute:_,dispose:y}}function NS(i,e,t){let n;function s(x){n=x}let o,l;function u(x){o=x.type,l=x.bytesPerElement}function h(x,_){i.drawElements(n,_,o,x*l),t.update(_,n,1)}function f(x,_,y){y!==0&&(i.drawElementsInstanced(n,_,o,x*l,y),t.update(_,n,y))}function m(x,_,y){if(y===0)return;e.get("WEBGL_multi_draw").multiDrawElementsWEBGL(n,_,0,o,x,0,y);let I=0;for(let g=0;g<y;g++)I+=_[g];t.update(I,n,1)}this.setMode=s,this.setIndex=u,this.render=h,this.renderInstances=f,this.renderMultiDraw=m}function US(i){let e={geometries:0,textures:0},t={frame:0,calls:0,triangles:0,points:0,lines:0};function n(o,l,u){switch(t.calls++,l){case i.TRIANGLES:t.triangles+=u*(o/3);break;case i.LINES:t.lines+=u*(o/2);break;case i.LINE_STRIP:t.lines+=u*(o-1);break;case i.LINE_LOOP:t.lines+=u*o;break;case i.POINTS:t.points+=u*o;break;default:it("WebGLInfo: Unknown draw mode:",l);break}}function s(){t.calls=0,t.triangles=0,t.points=0,t.lines=0}return{memory:e,render:t,programs:null,autoReset:!0,reset:s,update:n}}function OS(i,e,t){let n=new WeakMap,s=new kt;function o(l,u,h){let f=l.morphTargetInfluences,m=u.morphAttributes.position||u.morphAttributes.normal||u.morphAttributes.color,x=m!==void 0?m.length:0,_=n.get(u);if(_===void 0||_.count!==x){let H=function(){M.dispose(),n.delete(u),u.removeEventListener("dispose",H)};_!==void 0&&_.texture.dispose();let y=u.morphAttributes.position!==void 0,w=u.morphAttributes.normal!==void 0,I=u.morphAttributes.color!==void 0,g=u.morphAttributes.position||[],v=u.morphAttributes.normal||[],P=u.morphAttributes.color||[],L=0;y===!0&&(L=1),w===!0&&(L=2),I===!0&&(L=3);let T=u.attributes.position.count*L,N=1;T>e.maxTextureSize&&(N=Math.ceil(T/e.maxTextureSize),T=e.maxTextureSize);let F=new Float32Array(T*N*4*x),M=new as(F,T,N,x);M.type=Nn,M.needsUpdate=!0;let D=L*4;for(let z=0;z<x;z++){let G=g[z],$=v[z],Q=P[z],k=T*N*4*z;for(let j=0;j<G.count;j++){let B=j*D;y===!0&&(s.fromBufferAttribute(G,j),F[k+B+0]=s.x,F[k+B+1]=s.y,F[k+B+2]=s.z,F[k+B+3]=0),w===!0&&(s.fromBufferAttribute($,j),F[k+B+4]=s.x,F[k+B+5]=s.y,F[k+B+6]=s.z,F[k+B+7]=0),I===!0&&(s.fromBufferAttribute(Q,j),F[k+B+8]=s.x,F[k+B+9]=s.y,F[k+B+10]=s.z,F[k+B+11]=Q.itemSize===4?s.w:1)}}_={count:x,texture:M,size:new gt(T,N)},n.set(u,_),u.addEventListener("dispose",H)}if(l.isInstancedMesh===!0&&l.morphTexture!==null)h.getUniforms().setValue(i,"morphTexture",l.morphTexture,t);else{let y=0;for(let I=0;I<f.length;I++)y+=f[I];let w=u.morphTargetsRelative?1:1-y;h.getUniforms().setValue(i,"morphTargetBaseInfluence",w),h.getUniforms().setValue(i,"morphTargetInfluences",f)}h.getUniforms().setValue(i,"morphTargetsTexture",_.texture,t),h.getUniforms().setValue(i,"morphTargetsTextureSize",_.size)}return{update:o}}function BS(i,e,t,n,s){let o=new WeakMap;function l(f){let m=s.render.frame,x=f.geometry,_=e.get(f,x);if(o.get(_)!==m&&(e.update(_),o.set(_,m)),f.isInstancedMesh&&(f.hasEventListener("dispose",h)===!1&&f.addEventListener("dispose",h),o.get(f)!==m&&(t.update(f.instanceMatrix,i.ARRAY_BUFFER),f.instanceColor!==null&&t.update(f.instanceColor,i.ARRAY_BUFFER),o.set(f,m))),f.isSkinnedMesh){let y=f.skeleton;o.get(y)!==m&&(y.update(),o.set(y,m))}return _}function u(){o=new WeakMap}function h(f){let m=f.target;m.removeEventListener("dispose",h),n.releaseStatesOfObject(m),t.remove(m.instanceMatrix),m.instanceColor!==null&&t.remove(m.instanceColor)}return{update:l,dispose:u}}var kS={[pc]:"LINEAR_TONE_MAPPING",[mc]:"REINHARD_TONE_MAPPING",[gc]:"CINEON_TONE_MAPPING",[_c]:"ACES_FILMIC_TONE_MAPPING",[xc]:"AGX_TONE_MAPPING",[yc]:"NEUTRAL_TONE_MAPPING",[vc]:"CUSTOM_TONE_MAPPING"};function zS(i,e,t,n,s,o){let l=new Rn(e,t,{type:i,depthBuffer:s,stencilBuffer:o,samples:n?4:0,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,resolveDepthBuffer:!1,resolveStencilBuffer:!1}),u=null,h=null,f=null,m=new yn;m.setAttribute("position",new Wt([-1,3,0,-1,-1,0,3,-1,0],3)),m.setAttribute("uv",new Wt([0,2,0,0,2,0],2));let x=new ja({uniforms:{tDiffuse:{value:null}},vertexShader:`
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
			}`,depthTest:!1,depthWrite:!1}),_=new an(m,x),y=new Ts(-1,1,1,-1,0,1),w=null,I=null,g=!1,v,P=null,L=[],T=!1;this.setSize=function(N,F){l.setSize(N,F),u!==null&&u.setSize(N,F),h!==null&&h.setSize(N,F);for(let M=0;M<L.length;M++){let D=L[M];D.setSize&&D.setSize(N,F)}},this.setEffects=function(N){L=N,T=L.length>0&&L[0].isRenderPass===!0;let F=l.width,M=l.height;L.length>0&&u===null&&(u=new Rn(F,M,{type:Wn,depthBuffer:!1,stencilBuffer:!1}),h=new Rn(F,M,{type:Wn,depthBuffer:!1,stencilBuffer:!1}));let D=s===!0&&L.some(H=>H.needsDepthTexture===!0);D!==(l.depthTexture!==null)&&(D===!0&&f===null&&(f=new xi(F,M),o===!0&&(f.format=Si,f.type=ar)),l.dispose(),l.depthTexture=D?f:null,l.resolveDepthBuffer=D,l.storeMultisampledDepthBuffer=D);for(let H=0;H<L.length;H++){let z=L[H];z.setSize&&z.setSize(F,M),D&&z.needsDepthTexture===!0&&z.setDepthTexture&&z.setDepthTexture(f)}},this.begin=function(N,F){if(g||N.toneMapping===ri&&L.length===0)return!1;if(P=F,F!==null){let M=F.width,D=F.height;(l.width!==M||l.height!==D)&&this.setSize(M,D)}return T===!1&&N.setRenderTarget(l),v=N.toneMapping,N.toneMapping=ri,!0},this.hasRenderPass=function(){return T},this.end=function(N,F){N.toneMapping=v,g=!0;let M=l,D=u;for(let H=0;H<L.length;H++){let z=L[H];z.enabled!==!1&&(z.render(N,D,M,F),z.needsSwap!==!1&&(M=D,D=D===u?h:u))}if(w!==N.outputColorSpace||I!==N.toneMapping){w=N.outputColorSpace,I=N.toneMapping,x.defines={},xt.getTransfer(w)===Ct&&(x.defines.SRGB_TRANSFER="");let H=kS[I];H&&(x.defines[H]=""),x.needsUpdate=!0}x.uniforms.tDiffuse.value=M.texture,N.setRenderTarget(P),N.render(_,y),P=null,g=!1},this.isCompositing=function(){return g},this.dispose=function(){l.dispose(),u!==null&&u.dispose(),h!==null&&h.dispose(),m.dispose(),x.dispose()}}var Bd=new xn,kd=new xi(1,1),zd=new _s(1),Gd=new as,Vd=new Ya,Hd=new ms,_d=[],vd=[],xd=new Float32Array(16),yd=new Float32Array(9),Sd=new Float32Array(4);function Gr(i,e,t){let n=i[0];if(n<=0||n>0)return i;let s=e*t,o=_d[s];if(o===void 0&&(o=new Float32Array(s),_d[s]=o),e!==0){n.toArray(o,0);for(let l=1,u=0;l!==e;++l)u+=t,i[l].toArray(o,u)}return o}function Jt(i,e){if(i.length!==e.length)return!1;for(let t=0,n=i.length;t<n;t++)if(i[t]!==e[t])return!1;return!0}function jt(i,e){for(let t=0,n=e.length;t<n;t++)i[t]=e[t]}function rl(i,e){let t=vd[e];t===void 0&&(t=new Int32Array(e),vd[e]=t);for(let n=0;n!==e;++n)t[n]=i.allocateTextureUnit();return t}function GS(i,e){let t=this.cache;t[0]!==e&&(i.uniform1f(this.addr,e),t[0]=e)}function VS(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2f(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(Jt(t,e))return;i.uniform2fv(this.addr,e),jt(t,e)}}function HS(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3f(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else if(e.r!==void 0)(t[0]!==e.r||t[1]!==e.g||t[2]!==e.b)&&(i.uniform3f(this.addr,e.r,e.g,e.b),t[0]=e.r,t[1]=e.g,t[2]=e.b);else{if(Jt(t,e))return;i.uniform3fv(this.addr,e),jt(t,e)}}function WS(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4f(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(Jt(t,e))return;i.uniform4fv(this.addr,e),jt(t,e)}}function XS(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(Jt(t,e))return;i.uniformMatrix2fv(this.addr,!1,e),jt(t,e)}else{if(Jt(t,n))return;Sd.set(n),i.uniformMatrix2fv(this.addr,!1,Sd),jt(t,n)}}function $S(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(Jt(t,e))return;i.uniformMatrix3fv(this.addr,!1,e),jt(t,e)}else{if(Jt(t,n))return;yd.set(n),i.uniformMatrix3fv(this.addr,!1,yd),jt(t,n)}}function qS(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(Jt(t,e))return;i.uniformMatrix4fv(this.addr,!1,e),jt(t,e)}else{if(Jt(t,n))return;xd.set(n),i.uniformMatrix4fv(this.addr,!1,xd),jt(t,n)}}function YS(i,e){let t=this.cache;t[0]!==e&&(i.uniform1i(this.addr,e),t[0]=e)}function ZS(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2i(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(Jt(t,e))return;i.uniform2iv(this.addr,e),jt(t,e)}}function JS(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3i(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(Jt(t,e))return;i.uniform3iv(this.addr,e),jt(t,e)}}function jS(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4i(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(Jt(t,e))return;i.uniform4iv(this.addr,e),jt(t,e)}}function KS(i,e){let t=this.cache;t[0]!==e&&(i.uniform1ui(this.addr,e),t[0]=e)}function QS(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2ui(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(Jt(t,e))return;i.uniform2uiv(this.addr,e),jt(t,e)}}function eM(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3ui(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(Jt(t,e))return;i.uniform3uiv(this.addr,e),jt(t,e)}}function tM(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4ui(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(Jt(t,e))return;i.uniform4uiv(this.addr,e),jt(t,e)}}function sl(i){return i.version===0&&(i.compareFunction=Pc,i.needsUpdate=!0),i}function nM(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s);let o;this.type===i.SAMPLER_2D_SHADOW?o=sl(kd):o=Bd,t.setTexture2D(e||o,s)}function iM(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s),t.setTexture3D(e||Vd,s)}function rM(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s);let o;this.type===i.SAMPLER_CUBE_SHADOW?o=sl(zd):o=Hd,t.setTextureCube(e||o,s)}function sM(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s),t.setTexture2DArray(e||Gd,s)}function aM(i){switch(i){case 5126:return GS;case 35664:return VS;case 35665:return HS;case 35666:return WS;case 35674:return XS;case 35675:return $S;case 35676:return qS;case 5124:case 35670:return YS;case 35667:case 35671:return ZS;case 35668:case 35672:return JS;case 35669:case 35673:return jS;case 5125:return KS;case 36294:return QS;case 36295:return eM;case 36296:return tM;case 35678:case 36198:case 36298:case 36306:case 35682:return nM;case 35679:case 36299:case 36307:return iM;case 35680:case 36300:case 36308:case 36293:return rM;case 36289:case 36303:case 36311:case 36292:return sM}}function oM(i,e){i.uniform1fv(this.addr,e)}function lM(i,e){let t=Gr(e,this.size,2);i.uniform2fv(this.addr,t)}function cM(i,e){let t=Gr(e,this.size,3);i.uniform3fv(this.addr,t)}function uM(i,e){let t=Gr(e,this.size,4);i.uniform4fv(this.addr,t)}function hM(i,e){let t=Gr(e,this.size,4);i.uniformMatrix2fv(this.addr,!1,t)}function dM(i,e){let t=Gr(e,this.size,9);i.uniformMatrix3fv(this.addr,!1,t)}function fM(i,e){let t=Gr(e,this.size,16);i.uniformMatrix4fv(this.addr,!1,t)}function pM(i,e){i.uniform1iv(this.addr,e)}function mM(i,e){i.uniform2iv(this.addr,e)}function gM(i,e){i.uniform3iv(this.addr,e)}function _M(i,e){i.uniform4iv(this.addr,e)}function vM(i,e){i.uniform1uiv(this.addr,e)}function xM(i,e){i.uniform2uiv(this.addr,e)}function yM(i,e){i.uniform3uiv(this.addr,e)}function SM(i,e){i.uniform4uiv(this.addr,e)}function MM(i,e,t){let n=this.cache,s=e.length,o=rl(t,s);Jt(n,o)||(i.uniform1iv(this.addr,o),jt(n,o));let l;this.type===i.SAMPLER_2D_SHADOW?l=sl(kd):l=Bd;for(let u=0;u!==s;++u)t.setTexture2D(e[u]||l,o[u])}function bM(i,e,t){let n=this.cache,s=e.length,o=rl(t,s);Jt(n,o)||(i.uniform1iv(this.addr,o),jt(n,o));for(let l=0;l!==s;++l)t.setTexture3D(e[l]||Vd,o[l])}function wM(i,e,t){let n=this.cache,s=e.length,o=rl(t,s);Jt(n,o)||(i.uniform1iv(this.addr,o),jt(n,o));let l;this.type===i.SAMPLER_CUBE_SHADOW?l=sl(zd):l=Hd;for(let u=0;u!==s;++u)t.setTextureCube(e[u]||l,o[u])}function EM(i,e,t){let n=this.cache,s=e.length,o=rl(t,s);Jt(n,o)||(i.uniform1iv(this.addr,o),jt(n,o));for(let l=0;l!==s;++l)t.setTexture2DArray(e[l]||Gd,o[l])}function TM(i){switch(i){case 5126:return oM;case 35664:return lM;case 35665:return cM;case 35666:return uM;case 35674:return hM;case 35675:return dM;case 35676:return fM;case 5124:case 35670:return pM;case 35667:case 35671:return mM;case 35668:case 35672:return gM;case 35669:case 35673:return _M;case 5125:return vM;case 36294:return xM;case 36295:return yM;case 36296:return SM;case 35678:case 36198:case 36298:case 36306:case 35682:return MM;case 35679:case 36299:case 36307:return bM;case 35680:case 36300:case 36308:case 36293:return wM;case 36289:case 36303:case 36311:case 36292:return EM}}var zc=class{constructor(e,t,n){this.id=e,this.addr=n,this.cache=[],this.type=t.type,this.setValue=aM(t.type)}},Gc=class{constructor(e,t,n){this.id=e,this.addr=n,this.cache=[],this.type=t.type,this.size=t.size,this.setValue=TM(t.type)}},Vc=class{constructor(e){this.id=e,this.seq=[],this.map={}}setValue(e,t,n){let s=this.seq;for(let o=0,l=s.length;o!==l;++o){let u=s[o];u.setValue(e,t[u.id],n)}}},Bc=/(\w+)(\])?(\[|\.)?/g;function Md(i,e){i.seq.push(e),i.map[e.id]=e}function AM(i,e,t){let n=i.name,s=n.length;for(Bc.lastIndex=0;;){let o=Bc.exec(n),l=Bc.lastIndex,u=o[1],h=o[2]==="]",f=o[3];if(h&&(u=u|0),f===void 0||f==="["&&l+2===s){Md(t,f===void 0?new zc(u,i,e):new Gc(u,i,e));break}else{let x=t.map[u];x===void 0&&(x=new Vc(u),Md(t,x)),t=x}}}var zr=class{constructor(e,t){this.seq=[],this.map={};let n=e.getProgramParameter(t,e.ACTIVE_UNIFORMS);for(let l=0;l<n;++l){let u=e.getActiveUniform(t,l),h=e.getUniformLocation(t,u.name);AM(u,h,this)}let s=[],o=[];for(let l of this.seq)l.type===e.SAMPLER_2D_SHADOW||l.type===e.SAMPLER_CUBE_SHADOW||l.type===e.SAMPLER_2D_ARRAY_SHADOW?s.push(l):o.push(l);s.length>0&&(this.seq=s.concat(o))}setValue(e,t,n,s){let o=this.map[t];o!==void 0&&o.setValue(e,n,s)}setOptional(e,t,n){let s=t[n];s!==void 0&&this.setValue(e,n,s)}static upload(e,t,n,s){for(let o=0,l=t.length;o!==l;++o){let u=t[o],h=n[u.id];h.needsUpdate!==!1&&u.setValue(e,h.value,s)}}static seqWithValue(e,t){let n=[];for(let s=0,o=e.length;s!==o;++s){let l=e[s];l.id in t&&n.push(l)}return n}};function bd(i,e,t){let n=i.createShader(e);return i.shaderSource(n,t),i.compileShader(n),n}var RM=37297,CM=0;function PM(i,e){let t=i.split(`
`),n=[],s=Math.max(e-6,0),o=Math.min(e+6,t.length);for(let l=s;l<o;l++){let u=l+1;n.push(`${u===e?">":" "} ${u}: ${t[l]}`)}return n.join(`
`)}var wd=new at;function IM(i){xt._getMatrix(wd,xt.workingColorSpace,i);let e=`mat3( ${wd.elements.map(t=>t.toFixed(4))} )`;switch(xt.getTransfer(i)){case rs:return[e,"LinearTransferOETF"];case Ct:return[e,"sRGBTransferOETF"];default:return et("WebGLProgram: Unsupported color space: ",i),[e,"LinearTransferOETF"]}}function Ed(i,e,t){let n=i.getShaderParameter(e,i.COMPILE_STATUS),o=(i.getShaderInfoLog(e)||"").trim();if(n&&o==="")return"";let l=/ERROR: 0:(\d+)/.exec(o);if(l){let u=parseInt(l[1]);return t.toUpperCase()+`

`+o+`

`+PM(i.getShaderSource(e),u)}else return o}function LM(i,e){let t=IM(e);return[`vec4 ${i}( vec4 value ) {`,`	return ${t[1]}( vec4( ${t[0]} * value.rgb, value.a ) );`,"}"].join(`
`)}var DM={[pc]:"Linear",[mc]:"Reinhard",[gc]:"Cineon",[_c]:"ACESFilmic",[xc]:"AgX",[yc]:"Neutral",[vc]:"Custom"};function FM(i,e){let t=DM[e];return t===void 0?(et("WebGLProgram: Unsupported toneMapping:",e),"vec3 "+i+"( vec3 color ) { return LinearToneMapping( color ); }"):"vec3 "+i+"( vec3 color ) { return "+t+"ToneMapping( color ); }"}var tl=new te;function NM(){xt.getLuminanceCoefficients(tl);let i=tl.x.toFixed(4),e=tl.y.toFixed(4),t=tl.z.toFixed(4);return["float luminance( const in vec3 rgb ) {",`	const vec3 weights = vec3( ${i}, ${e}, ${t} );`,"	return dot( weights, rgb );","}"].join(`
`)}function UM(i){return[i.extensionClipCullDistance?"#extension GL_ANGLE_clip_cull_distance : require":"",i.extensionMultiDraw?"#extension GL_ANGLE_multi_draw : require":""].filter(Os).join(`
`)}function OM(i){let e=[];for(let t in i){let n=i[t];n!==!1&&e.push("#define "+t+" "+n)}return e.join(`
`)}function BM(i,e){let t={},n=i.getProgramParameter(e,i.ACTIVE_ATTRIBUTES);for(let s=0;s<n;s++){let o=i.getActiveAttrib(e,s),l=o.name,u=1;o.type===i.FLOAT_MAT2&&(u=2),o.type===i.FLOAT_MAT3&&(u=3),o.type===i.FLOAT_MAT4&&(u=4),t[l]={type:o.type,location:i.getAttribLocation(e,l),locationSize:u}}return t}function Os(i){return i!==""}function Td(i,e){let t=e.numSpotLightShadows+e.numSpotLightMaps-e.numSpotLightShadowsWithMaps;return i.replace(/NUM_SUN_LIGHTS/g,e.numSunLights).replace(/NUM_DIR_LIGHTS/g,e.numDirLights).replace(/NUM_SPOT_LIGHTS/g,e.numSpotLights).replace(/NUM_SPOT_LIGHT_MAPS/g,e.numSpotLightMaps).replace(/NUM_SPOT_LIGHT_COORDS/g,t).replace(/NUM_RECT_AREA_LIGHTS/g,e.numRectAreaLights).replace(/NUM_POINT_LIGHTS/g,e.numPointLights).replace(/NUM_HEMI_LIGHTS/g,e.numHemiLights).replace(/NUM_SUN_LIGHT_SHADOWS/g,e.numSunLightShadows).replace(/NUM_DIR_LIGHT_SHADOWS/g,e.numDirLightShadows).replace(/NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS/g,e.numSpotLightShadowsWithMaps).replace(/NUM_SPOT_LIGHT_SHADOWS/g,e.numSpotLightShadows).replace(/NUM_POINT_LIGHT_SHADOWS/g,e.numPointLightShadows).replace(/NUM_LIGHT_PROBE_GRIDS/g,e.numLightProbeGrids)}function Ad(i,e){return i.replace(/NUM_CLIPPING_PLANES/g,e.numClippingPlanes).replace(/UNION_CLIPPING_PLANES/g,e.numClippingPlanes-e.numClipIntersection)}var kM=/^[ \t]*#include +<([\w\d./]+)>/gm;function Hc(i){return i.replace(kM,zM)}function zM(i,e){let t=mt[e];if(t===void 0)throw new Error("THREE.WebGLProgram: Can not resolve #include <"+e+">");return Hc(t)}var GM=/#pragma unroll_loop_start\s+for\s*\(\s*int\s+i\s*=\s*(\d+)\s*;\s*i\s*<\s*(\d+)\s*;\s*i\s*\+\+\s*\)\s*{([\s\S]+?)}\s+#pragma unroll_loop_end/g;function Rd(i){return i.replace(GM,VM)}function VM(i,e,t,n){let s="";for(let o=parseInt(e);o<parseInt(t);o++)s+=n.replace(/\[\s*i\s*\]/g,"[ "+o+" ]").replace(/UNROLLED_LOOP_INDEX/g,o);return s}function Cd(i){let e=`precision ${i.precision} float;
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
#define LOW_PRECISION`),e}var HM={[nr]:"SHADOWMAP_TYPE_PCF",[Ur]:"SHADOWMAP_TYPE_VSM"};function WM(i){return HM[i.shadowMapType]||"SHADOWMAP_TYPE_BASIC"}var XM={[Br]:"ENVMAP_MODE_REFRACTION"};function $M(i){return i.envMap===!1?"ENVMAP_MODE_REFLECTION":XM[i.envMapMode]||"ENVMAP_MODE_REFLECTION"}var qM={[fc]:"ENVMAP_BLENDING_MULTIPLY",[$h]:"ENVMAP_BLENDING_MIX",[qh]:"ENVMAP_BLENDING_ADD"};function YM(i){return i.envMap===!1?"ENVMAP_BLENDING_NONE":qM[i.combine]||"ENVMAP_BLENDING_NONE"}function ZM(i,e,t,n){let s=i.getContext(),o=t.defines,l=t.vertexShader,u=t.fragmentShader,h=WM(t),f=t.envMapPMREM===!0?"ENVMAP_TYPE_PMREM":"ENVMAP_TYPE_CUBE",m=$M(t),x=YM(t),_=UM(t),y=OM(o),w=s.createProgram(),I,g,v=t.glslVersion?"#version "+t.glslVersion+`
`:"";t.isRawShaderMaterial?(I=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,y].filter(Os).join(`
`),I.length>0&&(I+=`
`),g=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,y].filter(Os).join(`
`),g.length>0&&(g+=`
`)):(I=[Cd(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,y,t.extensionClipCullDistance?"#define USE_CLIP_DISTANCE":"",t.batching?"#define USE_BATCHING":"",t.batchingColor?"#define USE_BATCHING_COLOR":"",t.instancing?"#define USE_INSTANCING":"",t.instancingColor?"#define USE_INSTANCING_COLOR":"",t.instancingMorph?"#define USE_INSTANCING_MORPH":"",t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.map?"#define USE_MAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+m:"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.displacementMap?"#define USE_DISPLACEMENTMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.mapUv?"#define MAP_UV "+t.mapUv:"",t.alphaMapUv?"#define ALPHAMAP_UV "+t.alphaMapUv:"",t.lightMapUv?"#define LIGHTMAP_UV "+t.lightMapUv:"",t.aoMapUv?"#define AOMAP_UV "+t.aoMapUv:"",t.emissiveMapUv?"#define EMISSIVEMAP_UV "+t.emissiveMapUv:"",t.bumpMapUv?"#define BUMPMAP_UV "+t.bumpMapUv:"",t.normalMapUv?"#define NORMALMAP_UV "+t.normalMapUv:"",t.displacementMapUv?"#define DISPLACEMENTMAP_UV "+t.displacementMapUv:"",t.metalnessMapUv?"#define METALNESSMAP_UV "+t.metalnessMapUv:"",t.roughnessMapUv?"#define ROUGHNESSMAP_UV "+t.roughnessMapUv:"",t.anisotropyMapUv?"#define ANISOTROPYMAP_UV "+t.anisotropyMapUv:"",t.clearcoatMapUv?"#define CLEARCOATMAP_UV "+t.clearcoatMapUv:"",t.clearcoatNormalMapUv?"#define CLEARCOAT_NORMALMAP_UV "+t.clearcoatNormalMapUv:"",t.clearcoatRoughnessMapUv?"#define CLEARCOAT_ROUGHNESSMAP_UV "+t.clearcoatRoughnessMapUv:"",t.diffuseRoughnessMapUv?"#define DIFFUSE_ROUGHNESSMAP_UV "+t.diffuseRoughnessMapUv:"",t.iridescenceMapUv?"#define IRIDESCENCEMAP_UV "+t.iridescenceMapUv:"",t.iridescenceThicknessMapUv?"#define IRIDESCENCE_THICKNESSMAP_UV "+t.iridescenceThicknessMapUv:"",t.sheenColorMapUv?"#define SHEEN_COLORMAP_UV "+t.sheenColorMapUv:"",t.sheenRoughnessMapUv?"#define SHEEN_ROUGHNESSMAP_UV "+t.sheenRoughnessMapUv:"",t.specularMapUv?"#define SPECULARMAP_UV "+t.specularMapUv:"",t.specularColorMapUv?"#define SPECULAR_COLORMAP_UV "+t.specularColorMapUv:"",t.specularIntensityMapUv?"#define SPECULAR_INTENSITYMAP_UV "+t.specularIntensityMapUv:"",t.transmissionMapUv?"#define TRANSMISSIONMAP_UV "+t.transmissionMapUv:"",t.thicknessMapUv?"#define THICKNESSMAP_UV "+t.thicknessMapUv:"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexNormals?"#define HAS_NORMAL":"",t.vertexColors?"#define USE_COLOR":"",t.vertexAlphas?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.flatShading?"#define FLAT_SHADED":"",t.skinning?"#define USE_SKINNING":"",t.morphTargets?"#define USE_MORPHTARGETS":"",t.morphNormals&&t.flatShading===!1?"#define USE_MORPHNORMALS":"",t.morphColors?"#define USE_MORPHCOLORS":"",t.morphTargetsCount>0?"#define MORPHTARGETS_TEXTURE_STRIDE "+t.morphTextureStride:"",t.morphTargetsCount>0?"#define MORPHTARGETS_COUNT "+t.morphTargetsCount:"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+h:"",t.sizeAttenuation?"#define USE_SIZEATTENUATION":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 modelMatrix;","uniform mat4 modelViewMatrix;","uniform mat4 projectionMatrix;","uniform mat4 viewMatrix;","uniform mat3 normalMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;","#ifdef USE_INSTANCING","	attribute mat4 instanceMatrix;","#endif","#ifdef USE_INSTANCING_COLOR","	attribute vec3 instanceColor;","#endif","#ifdef USE_INSTANCING_MORPH","	uniform sampler2D morphTexture;","#endif","attribute vec3 position;","attribute vec3 normal;","attribute vec2 uv;","#ifdef USE_UV1","	attribute vec2 uv1;","#endif","#ifdef USE_UV2","	attribute vec2 uv2;","#endif","#ifdef USE_UV3","	attribute vec2 uv3;","#endif","#ifdef USE_TANGENT","	attribute vec4 tangent;","#endif","#if defined( USE_COLOR_ALPHA )","	attribute vec4 color;","#elif defined( USE_COLOR )","	attribute vec3 color;","#endif","#ifdef USE_SKINNING","	attribute vec4 skinIndex;","	attribute vec4 skinWeight;","#endif",`
`].filter(Os).join(`
`),g=[Cd(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,y,t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.alphaToCoverage?"#define ALPHA_TO_COVERAGE":"",t.map?"#define USE_MAP":"",t.matcap?"#define USE_MATCAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+f:"",t.envMap?"#define "+m:"",t.envMap?"#define "+x:"",t.envMapPMREM?"#define ENVMAP_MAX_LOD "+t.envMapMaxLod+".0":"",t.envMapPMREM?"#define ENVMAP_SIZE "+t.envMapSize+".0":"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.packedNormalMap?"#define USE_PACKED_NORMALMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoat?"#define USE_CLEARCOAT":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughness?"#define USE_DIFFUSE_ROUGHNESS":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.dispersion?"#define USE_DISPERSION":"",t.retroreflection?"#define USE_RETROREFLECTION":"",t.iridescence?"#define USE_IRIDESCENCE":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaTest?"#define USE_ALPHATEST":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.sheen?"#define USE_SHEEN":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexColors||t.instancingColor?"#define USE_COLOR":"",t.vertexAlphas||t.batchingColor?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.gradientMap?"#define USE_GRADIENTMAP":"",t.flatShading?"#define FLAT_SHADED":"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+h:"",t.premultipliedAlpha?"#define PREMULTIPLIED_ALPHA":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.decodeVideoTexture?"#define DECODE_VIDEO_TEXTURE":"",t.decodeVideoTextureEmissive?"#define DECODE_VIDEO_TEXTURE_EMISSIVE":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 viewMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;",t.toneMapping!==ri?"#define TONE_MAPPING":"",t.toneMapping!==ri?mt.tonemapping_pars_fragment:"",t.toneMapping!==ri?FM("toneMapping",t.toneMapping):"",t.dithering?"#define DITHERING":"",t.opaque?"#define OPAQUE":"",mt.colorspace_pars_fragment,LM("linearToOutputTexel",t.outputColorSpace),NM(),t.useDepthPacking?"#define DEPTH_PACKING "+t.depthPacking:"",`
`].filter(Os).join(`
`)),l=Hc(l),l=Td(l,t),l=Ad(l,t),u=Hc(u),u=Td(u,t),u=Ad(u,t),l=Rd(l),u=Rd(u),t.isRawShaderMaterial!==!0&&(v=`#version 300 es
`,I=[_,"#define attribute in","#define varying out","#define texture2D texture"].join(`
`)+`
`+I,g=["#define varying in",t.glslVersion===Ic?"":"layout(location = 0) out highp vec4 pc_fragColor;",t.glslVersion===Ic?"":"#define gl_FragColor pc_fragColor","#define gl_FragDepthEXT gl_FragDepth","#define texture2D texture","#define textureCube texture","#define texture2DProj textureProj","#define texture2DLodEXT textureLod","#define texture2DProjLodEXT textureProjLod","#define textureCubeLodEXT textureLod","#define texture2DGradEXT textureGrad","#define texture2DProjGradEXT textureProjGrad","#define textureCubeGradEXT textureGrad"].join(`
`)+`
`+g);let P=v+I+l,L=v+g+u,T=bd(s,s.VERTEX_SHADER,P),N=bd(s,s.FRAGMENT_SHADER,L);s.attachShader(w,T),s.attachShader(w,N),t.index0AttributeName!==void 0?s.bindAttribLocation(w,0,t.index0AttributeName):t.hasPositionAttribute===!0&&s.bindAttribLocation(w,0,"position"),s.linkProgram(w);function F(z){if(i.debug.checkShaderErrors){let G=s.getProgramInfoLog(w)||"",$=s.getShaderInfoLog(T)||"",Q=s.getShaderInfoLog(N)||"",k=G.trim(),j=$.trim(),B=Q.trim(),J=!0,he=!0;if(s.getProgramParameter(w,s.LINK_STATUS)===!1)if(J=!1,typeof i.debug.onShaderError=="function")i.debug.onShaderError(s,w,T,N);else{let ie=Ed(s,T,"vertex"),W=Ed(s,N,"fragment");it("WebGLProgram: Shader Error "+s.getError()+" - VALIDATE_STATUS "+s.getProgramParameter(w,s.VALIDATE_STATUS)+`

Material Name: `+z.name+`
Material Type: `+z.type+`

Program Info Log: `+k+`
`+ie+`
`+W)}else k!==""?et("WebGLProgram: Program Info Log:",k):(j===""||B==="")&&(he=!1);he&&(z.diagnostics={runnable:J,programLog:k,vertexShader:{log:j,prefix:I},fragmentShader:{log:B,prefix:g}})}s.deleteShader(T),s.deleteShader(N),M=new zr(s,w),D=BM(s,w)}let M;this.getUniforms=function(){return M===void 0&&F(this),M};let D;this.getAttributes=function(){return D===void 0&&F(this),D};let H=t.rendererExtensionParallelShaderCompile===!1;return this.isReady=function(){return H===!1&&(H=s.getProgramParameter(w,RM)),H},this.destroy=function(){n.releaseStatesOfProgram(this),s.deleteProgram(w),this.program=void 0},this.type=t.shaderType,this.name=t.shaderName,this.id=CM++,this.cacheKey=e,this.usedTimes=1,this.program=w,this.vertexShader=T,this.fragmentShader=N,this}var JM=0,Wc=class{constructor(){this.shaderCache=new Map,this.materialCache=new Map}update(e,t,n){let s=this._getShaderCacheForMaterial(e);return s.has(t)===!1&&(s.add(t),t.usedTimes++),s.has(n)===!1&&(s.add(n),n.usedTimes++),this}remove(e){let t=this.materialCache.get(e);for(let n of t)n.usedTimes--,n.usedTimes===0&&this.shaderCache.delete(n.code);return this.materialCache.delete(e),this}getVertexShaderStage(e){return this._getShaderStage(e.vertexShader)}getFragmentShaderStage(e){return this._getShaderStage(e.fragmentShader)}dispose(){this.shaderCache.clear(),this.materialCache.clear()}_getShaderCacheForMaterial(e){let t=this.materialCache,n=t.get(e);return n===void 0&&(n=new Set,t.set(e,n)),n}_getShaderStage(e){let t=this.shaderCache,n=t.get(e);return n===void 0&&(n=new Xc(e),t.set(e,n)),n}},Xc=class{constructor(e){this.id=JM++,this.code=e,this.usedTimes=0}};function jM(i){return i===Gi||i===Ds||i===Fs}function KM(i,e,t,n,s,o){let l=new os,u=new Wc,h=new Set,f=[],m=new Map,x=n.logarithmicDepthBuffer,_={MeshDepthMaterial:"depth",MeshDistanceMaterial:"distance",MeshNormalMaterial:"normal",MeshBasicMaterial:"basic",MeshLambertMaterial:"lambert",MeshPhongMaterial:"phong",MeshToonMaterial:"toon",MeshStandardMaterial:"physical",MeshPhysicalMaterial:"physical",MeshMatcapMaterial:"matcap",LineBasicMaterial:"basic",LineDashedMaterial:"dashed",PointsMaterial:"points",ShadowMaterial:"shadow",SpriteMaterial:"sprite"};function y(M){return h.add(M),M===0?"uv":`uv${M}`}function w(M,D,H,z,G,$){let Q=z.fog,k=G.geometry,j=M.isMeshStandardMaterial||M.isMeshLambertMaterial||M.isMeshPhongMaterial?z.environment:null,B=M.isMeshStandardMaterial||M.isMeshLambertMaterial&&!M.envMap||M.isMeshPhongMaterial&&!M.envMap,J=e.get(M.envMap||j,B),he=_[M.type],ie=n.precision;M.precision!==null&&(ie=n.getMaxPrecision(M.precision),ie!==M.precision&&et("WebGLProgram.getParameters:",M.precision,"not supported, using",ie,"instead."));let W=k.morphAttributes.position||k.morphAttributes.normal||k.morphAttributes.color,ge=W!==void 0?W.length:0,We=0;k.morphAttributes.position!==void 0&&(We=1),k.morphAttributes.normal!==void 0&&(We=2),k.morphAttributes.color!==void 0&&(We=3);let tt,de,Fe,Pe;if(he){let Oe=ai[he];tt=Oe.vertexShader,de=Oe.fragmentShader}else{tt=M.vertexShader,de=M.fragmentShader;let Oe=u.getVertexShaderStage(M),Et=u.getFragmentShaderStage(M);u.update(M,Oe,Et),Fe=Oe.id,Pe=Et.id}let Ye=i.getRenderTarget(),Ue=i.state.buffers.depth.getReversed(),rt=G.isInstancedMesh===!0,zt=G.isBatchedMesh===!0,Ke=!!M.map,wt=!!M.matcap,At=!!J,dt=At&&J.isPMREMTexture===!0,Gt=!!M.aoMap,ht=!!M.lightMap,Pt=!!M.bumpMap&&M.wireframe===!1,St=!!M.normalMap,Kt=!!M.displacementMap,Le=!!M.emissiveMap,$e=!!M.metalnessMap,on=!!M.roughnessMap,Qt=M.anisotropy>0,q=M.clearcoat>0,mn=M.diffuseRoughness>0,Rt=M.dispersion>0,Ft=M.retroreflectivity>0,De=M.iridescence>0,Ht=M.sheen>0,Ze=M.transmission>0,Je=Qt&&!!M.anisotropyMap,U=q&&!!M.clearcoatMap,A=q&&!!M.clearcoatNormalMap,K=q&&!!M.clearcoatRoughnessMap,xe=mn&&!!M.diffuseRoughnessMap,fe=De&&!!M.iridescenceMap,me=De&&!!M.iridescenceThicknessMap,Me=Ht&&!!M.sheenColorMap,ae=Ht&&!!M.sheenRoughnessMap,le=!!M.specularMap,Re=!!M.specularColorMap,V=!!M.specularIntensityMap,ue=Ze&&!!M.transmissionMap,se=Ze&&!!M.thicknessMap,Ce=!!M.gradientMap,Ee=!!M.alphaMap,Ae=M.alphaTest>0,Xe=!!M.alphaHash,lt=!!M.extensions,we=ri;M.toneMapped&&(Ye===null||Ye.isXRRenderTarget===!0)&&(we=i.toneMapping);let qe=dt?J.isCompressedCubeTexture?J.image[0].mipmaps:J.mipmaps:null,ct={shaderID:he,shaderType:M.type,shaderName:M.name,vertexShader:tt,fragmentShader:de,defines:M.defines,customVertexShaderID:Fe,customFragmentShaderID:Pe,isRawShaderMaterial:M.isRawShaderMaterial===!0,glslVersion:M.glslVersion,precision:ie,batching:zt,batchingColor:zt&&G._colorsTexture!==null,instancing:rt,instancingColor:rt&&G.instanceColor!==null,instancingMorph:rt&&G.morphTexture!==null,outputColorSpace:Ye===null?i.outputColorSpace:Ye.isXRRenderTarget===!0?Ye.texture.colorSpace:xt.workingColorSpace,alphaToCoverage:!!M.alphaToCoverage,map:Ke,matcap:wt,envMap:At,envMapMode:At&&J.mapping,envMapPMREM:dt,envMapMaxLod:dt?qe.length-1:null,envMapSize:dt?qe[0].width:null,aoMap:Gt,lightMap:ht,bumpMap:Pt,normalMap:St,displacementMap:Kt,emissiveMap:Le,normalMapObjectSpace:St&&M.normalMapType===Jh,normalMapTangentSpace:St&&M.normalMapType===Qo,packedNormalMap:St&&M.normalMapType===Qo&&jM(M.normalMap.format),metalnessMap:$e,roughnessMap:on,anisotropy:Qt,anisotropyMap:Je,clearcoat:q,clearcoatMap:U,clearcoatNormalMap:A,clearcoatRoughnessMap:K,diffuseRoughness:mn,diffuseRoughnessMap:xe,dispersion:Rt,retroreflection:Ft,iridescence:De,iridescenceMap:fe,iridescenceThicknessMap:me,sheen:Ht,sheenColorMap:Me,sheenRoughnessMap:ae,specularMap:le,specularColorMap:Re,specularIntensityMap:V,transmission:Ze,transmissionMap:ue,thicknessMap:se,gradientMap:Ce,opaque:M.transparent===!1&&M.blending===Or&&M.alphaToCoverage===!1,alphaMap:Ee,alphaTest:Ae,alphaHash:Xe,combine:M.combine,mapUv:Ke&&y(M.map.channel),aoMapUv:Gt&&y(M.aoMap.channel),lightMapUv:ht&&y(M.lightMap.channel),bumpMapUv:Pt&&y(M.bumpMap.channel),normalMapUv:St&&y(M.normalMap.channel),displacementMapUv:Kt&&y(M.displacementMap.channel),emissiveMapUv:Le&&y(M.emissiveMap.channel),metalnessMapUv:$e&&y(M.metalnessMap.channel),roughnessMapUv:on&&y(M.roughnessMap.channel),anisotropyMapUv:Je&&y(M.anisotropyMap.channel),clearcoatMapUv:U&&y(M.clearcoatMap.channel),clearcoatNormalMapUv:A&&y(M.clearcoatNormalMap.channel),clearcoatRoughnessMapUv:K&&y(M.clearcoatRoughnessMap.channel),diffuseRoughnessMapUv:xe&&y(M.diffuseRoughnessMap.channel),iridescenceMapUv:fe&&y(M.iridescenceMap.channel),iridescenceThicknessMapUv:me&&y(M.iridescenceThicknessMap.channel),sheenColorMapUv:Me&&y(M.sheenColorMap.channel),sheenRoughnessMapUv:ae&&y(M.sheenRoughnessMap.channel),specularMapUv:le&&y(M.specularMap.channel),specularColorMapUv:Re&&y(M.specularColorMap.channel),specularIntensityMapUv:V&&y(M.specularIntensityMap.channel),transmissionMapUv:ue&&y(M.transmissionMap.channel),thicknessMapUv:se&&y(M.thicknessMap.channel),alphaMapUv:Ee&&y(M.alphaMap.channel),vertexTangents:!!k.attributes.tangent&&(St||Qt),vertexNormals:!!k.attributes.normal,vertexColors:M.vertexColors,vertexAlphas:M.vertexColors===!0&&!!k.attributes.color&&k.attributes.color.itemSize===4,pointsUvs:G.isPoints===!0&&!!k.attributes.uv&&(Ke||Ee),fog:!!Q,useFog:M.fog===!0,fogExp2:!!Q&&Q.isFogExp2,flatShading:M.wireframe===!1&&(M.flatShading===!0||k.attributes.normal===void 0&&St===!1&&(M.isMeshLambertMaterial||M.isMeshPhongMaterial||M.isMeshStandardMaterial||M.isMeshPhysicalMaterial)),sizeAttenuation:M.sizeAttenuation===!0,logarithmicDepthBuffer:x,reversedDepthBuffer:Ue,skinning:G.isSkinnedMesh===!0,hasPositionAttribute:k.attributes.position!==void 0,morphTargets:k.morphAttributes.position!==void 0,morphNormals:k.morphAttributes.normal!==void 0,morphColors:k.morphAttributes.color!==void 0,morphTargetsCount:ge,morphTextureStride:We,numSunLights:D.sun.length,numDirLights:D.directional.length,numPointLights:D.point.length,numSpotLights:D.spot.length,numSpotLightMaps:D.spotLightMap.length,numRectAreaLights:D.rectArea.length,numHemiLights:D.hemi.length,numSunLightShadows:D.sunShadowMap.length,numDirLightShadows:D.directionalShadowMap.length,numPointLightShadows:D.pointShadowMap.length,numSpotLightShadows:D.spotShadowMap.length,numSpotLightShadowsWithMaps:D.numSpotLightShadowsWithMaps,numLightProbes:D.numLightProbes,numLightProbeGrids:$.filter(Oe=>Oe.texture!==null).length,numClippingPlanes:o.numPlanes,numClipIntersection:o.numIntersection,dithering:M.dithering,shadowMapEnabled:i.shadowMap.enabled&&H.length>0,shadowMapType:i.shadowMap.type,toneMapping:we,decodeVideoTexture:Ke&&M.map.isVideoTexture===!0&&xt.getTransfer(M.map.colorSpace)===Ct,decodeVideoTextureEmissive:Le&&M.emissiveMap.isVideoTexture===!0&&xt.getTransfer(M.emissiveMap.colorSpace)===Ct,premultipliedAlpha:M.premultipliedAlpha,doubleSided:M.side===bn,flipSided:M.side===Sn,useDepthPacking:M.depthPacking>=0,depthPacking:M.depthPacking||0,index0AttributeName:M.index0AttributeName,extensionClipCullDistance:lt&&M.extensions.clipCullDistance===!0&&t.has("WEBGL_clip_cull_distance"),extensionMultiDraw:(lt&&M.extensions.multiDraw===!0||zt)&&t.has("WEBGL_multi_draw"),rendererExtensionParallelShaderCompile:t.has("KHR_parallel_shader_compile"),customProgramCacheKey:M.customProgramCacheKey()};return ct.vertexUv1s=h.has(1),ct.vertexUv2s=h.has(2),ct.vertexUv3s=h.has(3),h.clear(),ct}function I(M){let D=[];if(M.shaderID?D.push(M.shaderID):(D.push(M.customVertexShaderID),D.push(M.customFragmentShaderID)),M.defines!==void 0)for(let H in M.defines)D.push(H),D.push(M.defines[H]);return M.isRawShaderMaterial===!1&&(g(D,M),v(D,M),D.push(i.outputColorSpace)),D.push(M.customProgramCacheKey),D.join()}function g(M,D){M.push(D.precision),M.push(D.outputColorSpace),M.push(D.envMapMode),M.push(D.envMapPMREM),M.push(D.envMapMaxLod),M.push(D.envMapSize),M.push(D.mapUv),M.push(D.alphaMapUv),M.push(D.lightMapUv),M.push(D.aoMapUv),M.push(D.bumpMapUv),M.push(D.normalMapUv),M.push(D.displacementMapUv),M.push(D.emissiveMapUv),M.push(D.metalnessMapUv),M.push(D.roughnessMapUv),M.push(D.anisotropyMapUv),M.push(D.clearcoatMapUv),M.push(D.clearcoatNormalMapUv),M.push(D.clearcoatRoughnessMapUv),M.push(D.diffuseRoughnessMapUv),M.push(D.iridescenceMapUv),M.push(D.iridescenceThicknessMapUv),M.push(D.sheenColorMapUv),M.push(D.sheenRoughnessMapUv),M.push(D.specularMapUv),M.push(D.specularColorMapUv),M.push(D.specularIntensityMapUv),M.push(D.transmissionMapUv),M.push(D.thicknessMapUv),M.push(D.combine),M.push(D.fogExp2),M.push(D.sizeAttenuation),M.push(D.morphTargetsCount),M.push(D.numSunLights),M.push(D.numDirLights),M.push(D.numPointLights),M.push(D.numSpotLights),M.push(D.numSpotLightMaps),M.push(D.numHemiLights),M.push(D.numRectAreaLights),M.push(D.numSunLightShadows),M.push(D.numDirLightShadows),M.push(D.numPointLightShadows),M.push(D.numSpotLightShadows),M.push(D.numSpotLightShadowsWithMaps),M.push(D.numLightProbes),M.push(D.numLightProbeGrids),M.push(D.shadowMapType),M.push(D.toneMapping),M.push(D.numClippingPlanes),M.push(D.numClipIntersection),M.push(D.depthPacking)}function v(M,D){l.disableAll(),D.instancing&&l.enable(0),D.instancingColor&&l.enable(1),D.instancingMorph&&l.enable(2),D.matcap&&l.enable(3),D.envMap&&l.enable(4),D.normalMapObjectSpace&&l.enable(5),D.normalMapTangentSpace&&l.enable(6),D.clearcoat&&l.enable(7),D.iridescence&&l.enable(8),D.alphaTest&&l.enable(9),D.vertexColors&&l.enable(10),D.vertexAlphas&&l.enable(11),D.vertexUv1s&&l.enable(12),D.vertexUv2s&&l.enable(13),D.vertexUv3s&&l.enable(14),D.vertexTangents&&l.enable(15),D.anisotropy&&l.enable(16),D.alphaHash&&l.enable(17),D.batching&&l.enable(18),D.dispersion&&l.enable(19),D.retroreflection&&l.enable(24),D.diffuseRoughness&&l.enable(25),D.batchingColor&&l.enable(20),D.gradientMap&&l.enable(21),D.packedNormalMap&&l.enable(22),D.vertexNormals&&l.enable(23),M.push(l.mask),l.disableAll(),D.fog&&l.enable(0),D.useFog&&l.enable(1),D.flatShading&&l.enable(2),D.logarithmicDepthBuffer&&l.enable(3),D.reversedDepthBuffer&&l.enable(4),D.skinning&&l.enable(5),D.morphTargets&&l.enable(6),D.morphNormals&&l.enable(7),D.morphColors&&l.enable(8),D.premultipliedAlpha&&l.enable(9),D.shadowMapEnabled&&l.enable(10),D.doubleSided&&l.enable(11),D.flipSided&&l.enable(12),D.useDepthPacking&&l.enable(13),D.dithering&&l.enable(14),D.transmission&&l.enable(15),D.sheen&&l.enable(16),D.opaque&&l.enable(17),D.pointsUvs&&l.enable(18),D.decodeVideoTexture&&l.enable(19),D.decodeVideoTextureEmissive&&l.enable(20),D.alphaToCoverage&&l.enable(21),D.numLightProbeGrids>0&&l.enable(22),D.hasPositionAttribute&&l.enable(23),M.push(l.mask)}function P(M){let D=_[M.type],H;if(D){let z=ai[D];H=ud.clone(z.uniforms)}else H=M.uniforms;return H}function L(M,D){let H=m.get(D);return H!==void 0?++H.usedTimes:(H=new ZM(i,D,M,s),f.push(H),m.set(D,H)),H}function T(M){if(--M.usedTimes===0){let D=f.indexOf(M);f[D]=f[f.length-1],f.pop(),m.delete(M.cacheKey),M.destroy()}}function N(M){u.remove(M)}function F(){u.dispose()}return{getParameters:w,getProgramCacheKey:I,getUniforms:P,acquireProgram:L,releaseProgram:T,releaseShaderCache:N,programs:f,dispose:F}}function QM(){let i=new WeakMap;function e(l){return i.has(l)}function t(l){let u=i.get(l);return u===void 0&&(u={},i.set(l,u)),u}function n(l){i.delete(l)}function s(l,u,h){i.get(l)[u]=h}function o(){i=new WeakMap}return{has:e,get:t,remove:n,update:s,dispose:o}}function eb(i,e){return i.groupOrder!==e.groupOrder?i.groupOrder-e.groupOrder:i.renderOrder!==e.renderOrder?i.renderOrder-e.renderOrder:i.material.id!==e.material.id?i.material.id-e.material.id:i.materialVariant!==e.materialVariant?i.materialVariant-e.materialVariant:i.z!==e.z?i.z-e.z:i.id-e.id}function Pd(i,e){return i.groupOrder!==e.groupOrder?i.groupOrder-e.groupOrder:i.renderOrder!==e.renderOrder?i.renderOrder-e.renderOrder:i.z!==e.z?e.z-i.z:i.id-e.id}function Id(){let i=[],e=0,t=[],n=[],s=[];function o(){e=0,t.length=0,n.length=0,s.length=0}function l(_){let y=0;return _.isInstancedMesh&&(y+=2),_.isSkinnedMesh&&(y+=1),y}function u(_,y,w,I,g,v){let P=i[e];return P===void 0?(P={id:_.id,object:_,geometry:y,material:w,materialVariant:l(_),groupOrder:I,renderOrder:_.renderOrder,z:g,group:v},i[e]=P):(P.id=_.id,P.object=_,P.geometry=y,P.material=w,P.materialVariant=l(_),P.groupOrder=I,P.renderOrder=_.renderOrder,P.z=g,P.group=v),e++,P}function h(_,y,w,I,g,v,P){P.reversedDepth===!0&&(g=-g);let L=u(_,y,w,I,g,v);w.transmission>0?n.push(L):w.transparent===!0?s.push(L):t.push(L)}function f(_,y,w,I,g,v){let P=u(_,y,w,I,g,v);w.transmission>0?n.unshift(P):w.transparent===!0?s.unshift(P):t.unshift(P)}function m(_,y){t.length>1&&t.sort(_||eb),n.length>1&&n.sort(y||Pd),s.length>1&&s.sort(y||Pd)}function x(){for(let _=e,y=i.length;_<y;_++){let w=i[_];if(w.id===null)break;w.id=null,w.object=null,w.geometry=null,w.material=null,w.group=null}}return{opaque:t,transmissive:n,transparent:s,init:o,push:h,unshift:f,finish:x,sort:m}}function tb(){let i=new WeakMap;function e(n,s){let o=i.get(n),l;return o===void 0?(l=new Id,i.set(n,[l])):s>=o.length?(l=new Id,o.push(l)):l=o[s],l}function t(){i=new WeakMap}return{get:e,dispose:t}}function nb(){let i={};return{get:function(e){if(i[e.id]!==void 0)return i[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={direction:new te,color:new Qe};break;case"SpotLight":t={position:new te,direction:new te,color:new Qe,distance:0,coneCos:0,penumbraCos:0,decay:0};break;case"PointLight":t={position:new te,color:new Qe,distance:0,decay:0};break;case"HemisphereLight":t={direction:new te,skyColor:new Qe,groundColor:new Qe};break;case"RectAreaLight":t={color:new Qe,position:new te,halfWidth:new te,halfHeight:new te};break}return i[e.id]=t,t}}}function ib(){let i={};return{get:function(e){if(i[e.id]!==void 0)return i[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new gt};break;case"SpotLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new gt};break;case"PointLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new gt,shadowCameraNear:1,shadowCameraFar:1e3};break}return i[e.id]=t,t}}}var rb=0;function sb(i,e){return(e.castShadow?2:0)-(i.castShadow?2:0)+(e.map?1:0)-(i.map?1:0)}function ab(i){let e=new nb,t=ib(),n={version:0,hash:{sunLength:-1,directionalLength:-1,pointLength:-1,spotLength:-1,rectAreaLength:-1,hemiLength:-1,numSunShadows:-1,numDirectionalShadows:-1,numPointShadows:-1,numSpotShadows:-1,numSpotMaps:-1,numLightProbes:-1},ambient:[0,0,0],probe:[],sun:[],sunShadow:[],sunShadowMap:[],sunShadowMatrix:[],sunShadowCascade:[],directional:[],directionalShadow:[],directionalShadowMap:[],directionalShadowMatrix:[],spot:[],spotLightMap:[],spotShadow:[],spotShadowMap:[],spotLightMatrix:[],rectArea:[],rectAreaLTC1:null,rectAreaLTC2:null,point:[],pointShadow:[],pointShadowMap:[],pointShadowMatrix:[],hemi:[],numSpotLightShadowsWithMaps:0,numLightProbes:0};for(let f=0;f<9;f++)n.probe.push(new te);let s=new te,o=new Tt,l=new Tt;function u(f){let m=0,x=0,_=0;for(let $=0;$<9;$++)n.probe[$].set(0,0,0);let y=0,w=0,I=0,g=0,v=0,P=0,L=0,T=0,N=0,F=0,M=0,D=0,H=0,z=0;f.sort(sb);for(let $=0,Q=f.length;$<Q;$++){let k=f[$],j=k.color,B=k.intensity,J=k.distance,he=null;if(k.shadow&&k.shadow.map&&(k.shadow.map.texture.format===Gi?he=k.shadow.map.texture:he=k.shadow.map.depthTexture||k.shadow.map.texture),k.isAmbientLight)m+=j.r*B,x+=j.g*B,_+=j.b*B;else if(k.isLightProbe){for(let ie=0;ie<9;ie++)n.probe[ie].addScaledVector(k.sh.coefficients[ie],B);z++}else if(k.isSunLight){let ie=e.get(k);if(ie.color.copy(k.color).multiplyScalar(k.intensity),k.castShadow){let W=k.shadow,ge=t.get(k);ge.shadowIntensity=W.intensity,ge.shadowBias=W.bias,ge.shadowNormalBias=W.normalBias,ge.shadowRadius=W.radius,ge.shadowMapSize.copy(W.mapSize).multiply(W.getFrameExtents()),n.sunShadow[w]=ge,n.sunShadowMap[w]=he;let We=W.getViewportCount();for(let tt=0;tt<We;tt++)n.sunShadowMatrix[I+tt]=W.getMatrix(tt),n.sunShadowCascade[I+tt]=W._cascadeData[tt];I+=We,w++}n.sun[y]=ie,y++}else if(k.isDirectionalLight){let ie=e.get(k);if(ie.color.copy(k.color).multiplyScalar(k.intensity),k.castShadow){let W=k.shadow,ge=t.get(k);ge.shadowIntensity=W.intensity,ge.shadowBias=W.bias,ge.shadowNormalBias=W.normalBias,ge.shadowRadius=W.radius,ge.shadowMapSize=W.mapSize,n.directionalShadow[g]=ge,n.directionalShadowMap[g]=he,n.directionalShadowMatrix[g]=k.shadow.matrix,N++}n.directional[g]=ie,g++}else if(k.isSpotLight){let ie=e.get(k);ie.position.setFromMatrixPosition(k.matrixWorld),ie.color.copy(j).multiplyScalar(B),ie.distance=J,ie.coneCos=Math.cos(k.angle),ie.penumbraCos=Math.cos(k.angle*(1-k.penumbra)),ie.decay=k.decay,n.spot[P]=ie;let W=k.shadow;if(k.map&&(n.spotLightMap[D]=k.map,D++,W.updateMatrices(k),k.castShadow&&H++),n.spotLightMatrix[P]=W.matrix,k.castShadow){let ge=t.get(k);ge.shadowIntensity=W.intensity,ge.shadowBias=W.bias,ge.shadowNormalBias=W.normalBias,ge.shadowRadius=W.radius,ge.shadowMapSize=W.mapSize,n.spotShadow[P]=ge,n.spotShadowMap[P]=he,M++}P++}else if(k.isRectAreaLight){let ie=e.get(k);ie.color.copy(j).multiplyScalar(B),ie.halfWidth.set(k.width*.5,0,0),ie.halfHeight.set(0,k.height*.5,0),n.rectArea[L]=ie,L++}else if(k.isPointLight){let ie=e.get(k);if(ie.color.copy(k.color).multiplyScalar(k.intensity),ie.distance=k.distance,ie.decay=k.decay,k.castShadow){let W=k.shadow,ge=t.get(k);ge.shadowIntensity=W.intensity,ge.shadowBias=W.bias,ge.shadowNormalBias=W.normalBias,ge.shadowRadius=W.radius,ge.shadowMapSize=W.mapSize,ge.shadowCameraNear=W.camera.near,ge.shadowCameraFar=W.camera.far,n.pointShadow[v]=ge,n.pointShadowMap[v]=he,n.pointShadowMatrix[v]=k.shadow.matrix,F++}n.point[v]=ie,v++}else if(k.isHemisphereLight){let ie=e.get(k);ie.skyColor.copy(k.color).multiplyScalar(B),ie.groundColor.copy(k.groundColor).multiplyScalar(B),n.hemi[T]=ie,T++}}L>0&&(i.has("OES_texture_float_linear")===!0?(n.rectAreaLTC1=Be.LTC_FLOAT_1,n.rectAreaLTC2=Be.LTC_FLOAT_2):(n.rectAreaLTC1=Be.LTC_HALF_1,n.rectAreaLTC2=Be.LTC_HALF_2)),n.ambient[0]=m,n.ambient[1]=x,n.ambient[2]=_;let G=n.hash;(G.sunLength!==y||G.directionalLength!==g||G.pointLength!==v||G.spotLength!==P||G.rectAreaLength!==L||G.hemiLength!==T||G.numSunShadows!==w||G.numDirectionalShadows!==N||G.numPointShadows!==F||G.numSpotShadows!==M||G.numSpotMaps!==D||G.numLightProbes!==z)&&(n.sun.length=y,n.directional.length=g,n.spot.length=P,n.rectArea.length=L,n.point.length=v,n.hemi.length=T,n.sunShadow.length=w,n.sunShadowMap.length=w,n.sunShadowMatrix.length=I,n.sunShadowCascade.length=I,n.directionalShadow.length=N,n.directionalShadowMap.length=N,n.directionalShadowMatrix.length=N,n.pointShadow.length=F,n.pointShadowMap.length=F,n.pointShadowMatrix.length=F,n.spotShadow.length=M,n.spotShadowMap.length=M,n.spotLightMatrix.length=M+D-H,n.spotLightMap.length=D,n.numSpotLightShadowsWithMaps=H,n.numLightProbes=z,G.sunLength=y,G.directionalLength=g,G.pointLength=v,G.spotLength=P,G.rectAreaLength=L,G.hemiLength=T,G.numSunShadows=w,G.numDirectionalShadows=N,G.numPointShadows=F,G.numSpotShadows=M,G.numSpotMaps=D,G.numLightProbes=z,n.version=rb++)}function h(f,m){let x=0,_=0,y=0,w=0,I=0,g=0,v=m.matrixWorldInverse;for(let P=0,L=f.length;P<L;P++){let T=f[P];if(T.isSunLight){let N=n.sun[x];N.direction.setFromMatrixPosition(T.matrixWorld),N.direction.transformDirection(v),x++}else if(T.isDirectionalLight){let N=n.directional[_];N.direction.setFromMatrixPosition(T.matrixWorld),s.setFromMatrixPosition(T.target.matrixWorld),N.direction.sub(s),N.direction.transformDirection(v),_++}else if(T.isSpotLight){let N=n.spot[w];N.position.setFromMatrixPosition(T.matrixWorld),N.position.applyMatrix4(v),N.direction.setFromMatrixPosition(T.matrixWorld),s.setFromMatrixPosition(T.target.matrixWorld),N.direction.sub(s),N.direction.transformDirection(v),w++}else if(T.isRectAreaLight){let N=n.rectArea[I];N.position.setFromMatrixPosition(T.matrixWorld),N.position.applyMatrix4(v),l.identity(),o.copy(T.matrixWorld),o.premultiply(v),l.extractRotation(o),N.halfWidth.set(T.width*.5,0,0),N.halfHeight.set(0,T.height*.5,0),N.halfWidth.applyMatrix4(l),N.halfHeight.applyMatrix4(l),I++}else if(T.isPointLight){let N=n.point[y];N.position.setFromMatrixPosition(T.matrixWorld),N.position.applyMatrix4(v),y++}else if(T.isHemisphereLight){let N=n.hemi[g];N.direction.setFromMatrixPosition(T.matrixWorld),N.direction.transformDirection(v),g++}}}return{setup:u,setupView:h,state:n}}function Ld(i){let e=new ab(i),t=[],n=[],s=[];function o(x){m.camera=x,t.length=0,n.length=0,s.length=0}function l(x){x.isLightProbeGrid?s.push(x):t.push(x)}function u(x){n.push(x)}function h(){e.setup(t),s.sort((x,_)=>x.priority-_.priority||x.id-_.id)}function f(x){e.setupView(t,x)}let m={lightsArray:t,shadowsArray:n,lightProbeGridArray:s,camera:null,lights:e,transmissionRenderTarget:{},textureUnits:0};return{init:o,state:m,setupLights:h,setupLightsView:f,pushLight:l,pushShadow:u}}function ob(i){let e=new WeakMap;function t(s,o=0){let l=e.get(s),u;return l===void 0?(u=new Ld(i),e.set(s,[u])):o>=l.length?(u=new Ld(i),l.push(u)):u=l[o],u}function n(){e=new WeakMap}return{get:t,dispose:n}}var lb=`void main() {
	gl_Position = vec4( position, 1.0 );
}`,cb=`uniform sampler2D shadow_pass;
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
}`,ub=[new te(1,0,0),new te(-1,0,0),new te(0,1,0),new te(0,-1,0),new te(0,0,1),new te(0,0,-1)],hb=[new te(0,-1,0),new te(0,-1,0),new te(0,0,1),new te(0,0,-1),new te(0,-1,0),new te(0,-1,0)],Dd=new Tt,Us=new te,kc=new te;function db(i,e,t){let n=new Fi,s=new gt,o=new gt,l=new kt,u=new Ka,h=new Qa,f={},m=t.maxTextureSize,x={[zi]:Sn,[Sn]:zi,[bn]:bn},_=new ii({defines:{VSM_SAMPLES:8},uniforms:{shadow_pass:{value:null},resolution:{value:new gt},radius:{value:4}},vertexShader:lb,fragmentShader:cb}),y=_.clone();y.defines.HORIZONTAL_PASS=1;let w=new yn;w.setAttribute("position",new rn(new Float32Array([-1,-1,.5,3,-1,.5,-1,3,.5]),3));let I=new an(w,_),g=this;this.enabled=!1,this.autoUpdate=!0,this.needsUpdate=!1,this.type=nr;let v=this.type;this.render=function(F,M,D){if(g.enabled===!1||g.autoUpdate===!1&&g.needsUpdate===!1||F.length===0)return;this.type===Ah&&(et("WebGLShadowMap: PCFSoftShadowMap has been removed. Using PCFShadowMap instead."),this.type=nr);let H=i.getRenderTarget(),z=i.getActiveCubeFace(),G=i.getActiveMipmapLevel(),$=i.state;$.setBlending(ir),$.buffers.depth.getReversed()===!0?$.buffers.color.setClear(0,0,0,0):$.buffers.color.setClear(1,1,1,1),$.buffers.depth.setTest(!0),$.setScissorTest(!1);let Q=v!==this.type;Q&&M.traverse(function(k){k.material&&(Array.isArray(k.material)?k.material.forEach(j=>j.needsUpdate=!0):k.material.needsUpdate=!0)});for(let k=0,j=F.length;k<j;k++){let B=F[k],J=B.shadow;if(J===void 0){et("WebGLShadowMap:",B,"has no shadow.");continue}if(J.autoUpdate===!1&&J.needsUpdate===!1)continue;s.copy(J.mapSize);let he=J.getFrameExtents();s.multiply(he),o.copy(J.mapSize),(s.x>m||s.y>m)&&(s.x>m&&(o.x=Math.floor(m/he.x),s.x=o.x*he.x,J.mapSize.x=o.x),s.y>m&&(o.y=Math.floor(m/he.y),s.y=o.y*he.y,J.mapSize.y=o.y));let ie=i.state.buffers.depth.getReversed();if(J.camera._reversedDepth=ie,J.map===null||Q===!0){if(J.map!==null&&(J.map.depthTexture!==null&&(J.map.depthTexture.dispose(),J.map.depthTexture=null),J.map.dispose()),this.type===Ur){if(B.isPointLight){et("WebGLShadowMap: VSM shadow maps are not supported for PointLights. Use PCF or BasicShadowMap instead.");continue}J.map=new Rn(s.x,s.y,{format:Gi,type:Wn,minFilter:vn,magFilter:vn,generateMipmaps:!1}),J.map.texture.name=B.name+".shadowMap",J.map.depthTexture=new xi(s.x,s.y,Nn),J.map.depthTexture.name=B.name+".shadowMapDepth",J.map.depthTexture.format=gi,J.map.depthTexture.compareFunction=null,J.map.depthTexture.minFilter=sn,J.map.depthTexture.magFilter=sn}else B.isPointLight?(J.map=new Bs(s.x),J.map.depthTexture=new _s(s.x,Hn)):(J.map=new Rn(s.x,s.y),J.map.depthTexture=new xi(s.x,s.y,Hn)),J.map.depthTexture.name=B.name+".shadowMap",J.map.depthTexture.format=gi,this.type===nr?(J.map.depthTexture.compareFunction=ie?Cc:Rc,J.map.depthTexture.minFilter=vn,J.map.depthTexture.magFilter=vn):(J.map.depthTexture.compareFunction=null,J.map.depthTexture.minFilter=sn,J.map.depthTexture.magFilter=sn);J.camera.updateProjectionMatrix()}J.map.isWebGLCubeRenderTarget!==!0&&(J.map.width!==s.x||J.map.height!==s.y)&&J.map.setSize(s.x,s.y);let W=J.map.isWebGLCubeRenderTarget?6:J.getViewportCount();B.isPointLight!==!0&&J.updateMatrices(B,D);let ge=(J.camera.layers.mask&4294967294)!==0?J.camera.layers:D.layers;for(let We=0;We<W;We++){let tt=J.getCamera(We);if(B.isPointLight){let de=J.camera,Fe=J.matrix,Pe=B.distance||de.far;Pe!==de.far&&(de.far=Pe,de.updateProjectionMatrix()),Us.setFromMatrixPosition(B.matrixWorld),de.position.copy(Us),kc.copy(de.position),kc.add(ub[We]),de.up.copy(hb[We]),de.lookAt(kc),de.updateMatrixWorld(),Fe.makeTranslation(-Us.x,-Us.y,-Us.z),Dd.multiplyMatrices(de.projectionMatrix,de.matrixWorldInverse),J._frustum.setFromProjectionMatrix(Dd,de.coordinateSystem,de.reversedDepth)}if(J.map.isWebGLCubeRenderTarget)i.setRenderTarget(J.map,We),i.clear();else{We===0&&(i.setRenderTarget(J.map),i.clear());let de=J.getViewport(We);l.set(o.x*de.x,o.y*de.y,o.x*de.z,o.y*de.w),$.viewport(l)}n=J.getFrustum(We),T(M,D,tt,B,ge,this.type)}J.isPointLightShadow!==!0&&this.type===Ur&&P(J,D),J.needsUpdate=!1}v=this.type,g.needsUpdate=!1,i.setRenderTarget(H,z,G)};function P(F,M){let D=e.update(I);_.defines.VSM_SAMPLES!==F.blurSamples&&(_.defines.VSM_SAMPLES=F.blurSamples,y.defines.VSM_SAMPLES=F.blurSamples,_.needsUpdate=!0,y.needsUpdate=!0),F.mapPass===null?F.mapPass=new Rn(s.x,s.y,{format:Gi,type:Wn}):(F.mapPass.width!==F.map.width||F.mapPass.height!==F.map.height)&&F.mapPass.setSize(F.map.width,F.map.height),_.uniforms.shadow_pass.value=F.map.depthTexture,_.uniforms.resolution.value.set(F.map.width,F.map.height),_.uniforms.radius.value=F.radius,i.setRenderTarget(F.mapPass),i.clear(),i.renderBufferDirect(M,null,D,_,I,null),y.uniforms.shadow_pass.value=F.mapPass.texture,y.uniforms.resolution.value.set(F.map.width,F.map.height),y.uniforms.radius.value=F.radius,i.setRenderTarget(F.map),i.clear(),i.renderBufferDirect(M,null,D,y,I,null)}function L(F,M,D,H){let z=null,G=D.isPointLight===!0?F.customDistanceMaterial:F.customDepthMaterial;if(G!==void 0)z=G;else if(z=D.isPointLight===!0?h:u,i.localClippingEnabled&&M.clipShadows===!0&&Array.isArray(M.clippingPlanes)&&M.clippingPlanes.length!==0||M.displacementMap&&M.displacementScale!==0||M.alphaMap&&M.alphaTest>0||M.map&&M.alphaTest>0||M.alphaToCoverage===!0){let $=z.uuid,Q=M.uuid,k=f[$];k===void 0&&(k={},f[$]=k);let j=k[Q];j===void 0&&(j=z.clone(),k[Q]=j,M.addEventListener("dispose",N)),z=j}if(z.visible=M.visible,z.wireframe=M.wireframe,H===Ur?z.side=M.shadowSide!==null?M.shadowSide:M.side:z.side=M.shadowSide!==null?M.shadowSide:x[M.side],z.alphaMap=M.alphaMap,z.alphaTest=M.alphaToCoverage===!0?.5:M.alphaTest,z.map=M.map,z.clipShadows=M.clipShadows,z.clippingPlanes=M.clippingPlanes,z.clipIntersection=M.clipIntersection,z.displacementMap=M.displacementMap,z.displacementScale=M.displacementScale,z.displacementBias=M.displacementBias,z.wireframeLinewidth=M.wireframeLinewidth,z.linewidth=M.linewidth,D.isPointLight===!0&&z.isMeshDistanceMaterial===!0){let $=i.properties.get(z);$.light=D}return z}function T(F,M,D,H,z,G){if(F.visible===!1)return;if(F.layers.test(z)&&(F.isMesh||F.isLine||F.isPoints)&&(F.castShadow||F.receiveShadow&&G===Ur)&&(!F.frustumCulled||F.intersectsFrustum(n))){F.modelViewMatrix.multiplyMatrices(D.matrixWorldInverse,F.matrixWorld);let k=e.update(F),j=F.material;if(Array.isArray(j)){let B=k.groups;for(let J=0,he=B.length;J<he;J++){let ie=B[J],W=j[ie.materialIndex];if(W&&W.visible){let ge=L(F,W,H,G);F.onBeforeShadow(i,F,M,D,k,ge,ie),i.renderBufferDirect(D,null,k,ge,F,ie),F.onAfterShadow(i,F,M,D,k,ge,ie)}}}else if(j.visible){let B=L(F,j,H,G);F.onBeforeShadow(i,F,M,D,k,B,null),i.renderBufferDirect(D,null,k,B,F,null),F.onAfterShadow(i,F,M,D,k,B,null)}}let Q=F.children;for(let k=0,j=Q.length;k<j;k++)T(Q[k],M,D,H,z,G)}function N(F){F.target.removeEventListener("dispose",N);for(let D in f){let H=f[D],z=F.target.uuid;z in H&&(H[z].dispose(),delete H[z])}}}function fb(i,e){function t(){let V=!1,ue=new kt,se=null,Ce=new kt(0,0,0,0);return{setMask:function(Ee){se!==Ee&&!V&&(i.colorMask(Ee,Ee,Ee,Ee),se=Ee)},setLocked:function(Ee){V=Ee},setClear:function(Ee,Ae,Xe,lt,we){we===!0&&(Ee*=lt,Ae*=lt,Xe*=lt),ue.set(Ee,Ae,Xe,lt),Ce.equals(ue)===!1&&(i.clearColor(Ee,Ae,Xe,lt),Ce.copy(ue))},reset:function(){V=!1,se=null,Ce.set(-1,0,0,0)}}}function n(){let V=!1,ue=!1,se=null,Ce=null,Ee=null;return{setReversed:function(Ae){if(ue!==Ae){let Xe=e.get("EXT_clip_control");Ae?Xe.clipControlEXT(Xe.LOWER_LEFT_EXT,Xe.ZERO_TO_ONE_EXT):Xe.clipControlEXT(Xe.LOWER_LEFT_EXT,Xe.NEGATIVE_ONE_TO_ONE_EXT),ue=Ae;let lt=Ee;Ee=null,this.setClear(lt)}},getReversed:function(){return ue},setTest:function(Ae){Ae?Ue(i.DEPTH_TEST):rt(i.DEPTH_TEST)},setMask:function(Ae){se!==Ae&&!V&&(i.depthMask(Ae),se=Ae)},setFunc:function(Ae){if(ue&&(Ae=od[Ae]),Ce!==Ae){switch(Ae){case Ua:i.depthFunc(i.NEVER);break;case Oa:i.depthFunc(i.ALWAYS);break;case Ba:i.depthFunc(i.LESS);break;case Rr:i.depthFunc(i.LEQUAL);break;case ka:i.depthFunc(i.EQUAL);break;case za:i.depthFunc(i.GEQUAL);break;case Ga:i.depthFunc(i.GREATER);break;case Va:i.depthFunc(i.NOTEQUAL);break;default:i.depthFunc(i.LEQUAL)}Ce=Ae}},setLocked:function(Ae){V=Ae},setClear:function(Ae){Ee!==Ae&&(Ee=Ae,ue&&(Ae=1-Ae),i.clearDepth(Ae))},reset:function(){V=!1,se=null,Ce=null,Ee=null,ue=!1}}}function s(){let V=!1,ue=null,se=null,Ce=null,Ee=null,Ae=null,Xe=null,lt=null,we=null;return{setTest:function(qe){V||(qe?Ue(i.STENCIL_TEST):rt(i.STENCIL_TEST))},setMask:function(qe){ue!==qe&&!V&&(i.stencilMask(qe),ue=qe)},setFunc:function(qe,ct,Oe){(se!==qe||Ce!==ct||Ee!==Oe)&&(i.stencilFunc(qe,ct,Oe),se=qe,Ce=ct,Ee=Oe)},setOp:function(qe,ct,Oe){(Ae!==qe||Xe!==ct||lt!==Oe)&&(i.stencilOp(qe,ct,Oe),Ae=qe,Xe=ct,lt=Oe)},setLocked:function(qe){V=qe},setClear:function(qe){we!==qe&&(i.clearStencil(qe),we=qe)},reset:function(){V=!1,ue=null,se=null,Ce=null,Ee=null,Ae=null,Xe=null,lt=null,we=null}}}let o=new t,l=new n,u=new s,h={},f=new WeakMap,m={},x={},_={},y=new WeakMap,w=[],I=null,g=!1,v=null,P=null,L=null,T=null,N=null,F=null,M=null,D=new Qe(0,0,0),H=0,z=!1,G=null,$=null,Q=null,k=null,j=null,B=i.getParameter(i.MAX_COMBINED_TEXTURE_IMAGE_UNITS),J=!1,he=0,ie=i.getParameter(i.VERSION);ie.indexOf("WebGL")!==-1?(he=parseFloat(/^WebGL (\d)/.exec(ie)[1]),J=he>=1):ie.indexOf("OpenGL ES")!==-1&&(he=parseFloat(/^OpenGL ES (\d)/.exec(ie)[1]),J=he>=2);let W=null,ge={},We=i.getParameter(i.SCISSOR_BOX),tt=i.getParameter(i.VIEWPORT),de=new kt().fromArray(We),Fe=new kt().fromArray(tt);function Pe(V,ue,se,Ce){let Ee=new Uint8Array(4),Ae=i.createTexture();i.bindTexture(V,Ae),i.texParameteri(V,i.TEXTURE_MIN_FILTER,i.NEAREST),i.texParameteri(V,i.TEXTURE_MAG_FILTER,i.NEAREST);for(let Xe=0;Xe<se;Xe++)V===i.TEXTURE_3D||V===i.TEXTURE_2D_ARRAY?i.texImage3D(ue,0,i.RGBA,1,1,Ce,0,i.RGBA,i.UNSIGNED_BYTE,Ee):i.texImage2D(ue+Xe,0,i.RGBA,1,1,0,i.RGBA,i.UNSIGNED_BYTE,Ee);return Ae}let Ye={};Ye[i.TEXTURE_2D]=Pe(i.TEXTURE_2D,i.TEXTURE_2D,1),Ye[i.TEXTURE_CUBE_MAP]=Pe(i.TEXTURE_CUBE_MAP,i.TEXTURE_CUBE_MAP_POSITIVE_X,6),Ye[i.TEXTURE_2D_ARRAY]=Pe(i.TEXTURE_2D_ARRAY,i.TEXTURE_2D_ARRAY,1,1),Ye[i.TEXTURE_3D]=Pe(i.TEXTURE_3D,i.TEXTURE_3D,1,1),o.setClear(0,0,0,1),l.setClear(1),u.setClear(0),Ue(i.DEPTH_TEST),l.setFunc(Rr),Pt(!1),St(oc),Ue(i.CULL_FACE),Gt(ir);function Ue(V){m[V]!==!0&&(i.enable(V),m[V]=!0)}function rt(V){m[V]!==!1&&(i.disable(V),m[V]=!1)}function zt(V,ue){return _[V]!==ue?(i.bindFramebuffer(V,ue),_[V]=ue,V===i.DRAW_FRAMEBUFFER&&(_[i.FRAMEBUFFER]=ue),V===i.FRAMEBUFFER&&(_[i.DRAW_FRAMEBUFFER]=ue),!0):!1}function Ke(V,ue){let se=w,Ce=!1;if(V){se=y.get(ue),se===void 0&&(se=[],y.set(ue,se));let Ee=V.textures;if(se.length!==Ee.length||se[0]!==i.COLOR_ATTACHMENT0){for(let Ae=0,Xe=Ee.length;Ae<Xe;Ae++)se[Ae]=i.COLOR_ATTACHMENT0+Ae;se.length=Ee.length,Ce=!0}}else se[0]!==i.BACK&&(se[0]=i.BACK,Ce=!0);Ce&&i.drawBuffers(se)}function wt(V){return I!==V?(i.useProgram(V),I=V,!0):!1}let At={[rr]:i.FUNC_ADD,[Ch]:i.FUNC_SUBTRACT,[Ph]:i.FUNC_REVERSE_SUBTRACT};At[Ih]=i.MIN,At[Lh]=i.MAX;let dt={[Dh]:i.ZERO,[Fh]:i.ONE,[Nh]:i.SRC_COLOR,[hc]:i.SRC_ALPHA,[Gh]:i.SRC_ALPHA_SATURATE,[kh]:i.DST_COLOR,[Oh]:i.DST_ALPHA,[Uh]:i.ONE_MINUS_SRC_COLOR,[dc]:i.ONE_MINUS_SRC_ALPHA,[zh]:i.ONE_MINUS_DST_COLOR,[Bh]:i.ONE_MINUS_DST_ALPHA,[Vh]:i.CONSTANT_COLOR,[Hh]:i.ONE_MINUS_CONSTANT_COLOR,[Wh]:i.CONSTANT_ALPHA,[Xh]:i.ONE_MINUS_CONSTANT_ALPHA};function Gt(V,ue,se,Ce,Ee,Ae,Xe,lt,we,qe){if(V===ir){g===!0&&(rt(i.BLEND),g=!1);return}if(g===!1&&(Ue(i.BLEND),g=!0),V!==Rh){if(V!==v||qe!==z){if((P!==rr||N!==rr)&&(i.blendEquation(i.FUNC_ADD),P=rr,N=rr),qe)switch(V){case Or:i.blendFuncSeparate(i.ONE,i.ONE_MINUS_SRC_ALPHA,i.ONE,i.ONE_MINUS_SRC_ALPHA);break;case lc:i.blendFunc(i.ONE,i.ONE);break;case cc:i.blendFuncSeparate(i.ZERO,i.ONE_MINUS_SRC_COLOR,i.ZERO,i.ONE);break;case uc:i.blendFuncSeparate(i.DST_COLOR,i.ONE_MINUS_SRC_ALPHA,i.ZERO,i.ONE);break;default:it("WebGLState: Invalid blending: ",V);break}else switch(V){case Or:i.blendFuncSeparate(i.SRC_ALPHA,i.ONE_MINUS_SRC_ALPHA,i.ONE,i.ONE_MINUS_SRC_ALPHA);break;case lc:i.blendFuncSeparate(i.SRC_ALPHA,i.ONE,i.ONE,i.ONE);break;case cc:it("WebGLState: SubtractiveBlending requires material.premultipliedAlpha = true");break;case uc:it("WebGLState: MultiplyBlending requires material.premultipliedAlpha = true");break;default:it("WebGLState: Invalid blending: ",V);break}L=null,T=null,F=null,M=null,D.set(0,0,0),H=0,v=V,z=qe}return}Ee=Ee||ue,Ae=Ae||se,Xe=Xe||Ce,(ue!==P||Ee!==N)&&(i.blendEquationSeparate(At[ue],At[Ee]),P=ue,N=Ee),(se!==L||Ce!==T||Ae!==F||Xe!==M)&&(i.blendFuncSeparate(dt[se],dt[Ce],dt[Ae],dt[Xe]),L=se,T=Ce,F=Ae,M=Xe),(lt.equals(D)===!1||we!==H)&&(i.blendColor(lt.r,lt.g,lt.b,we),D.copy(lt),H=we),v=V,z=!1}function ht(V,ue){V.side===bn?rt(i.CULL_FACE):Ue(i.CULL_FACE);let se=V.side===Sn;ue&&(se=!se),Pt(se),V.blending===Or&&V.transparent===!1?Gt(ir):Gt(V.blending,V.blendEquation,V.blendSrc,V.blendDst,V.blendEquationAlpha,V.blendSrcAlpha,V.blendDstAlpha,V.blendColor,V.blendAlpha,V.premultipliedAlpha),l.setFunc(V.depthFunc),l.setTest(V.depthTest),l.setMask(V.depthWrite),o.setMask(V.colorWrite);let Ce=V.stencilWrite;u.setTest(Ce),Ce&&(u.setMask(V.stencilWriteMask),u.setFunc(V.stencilFunc,V.stencilRef,V.stencilFuncMask),u.setOp(V.stencilFail,V.stencilZFail,V.stencilZPass)),Le(V.polygonOffset,V.polygonOffsetFactor,V.polygonOffsetUnits),V.alphaToCoverage===!0?Ue(i.SAMPLE_ALPHA_TO_COVERAGE):rt(i.SAMPLE_ALPHA_TO_COVERAGE)}function Pt(V){G!==V&&(V?i.frontFace(i.CW):i.frontFace(i.CCW),G=V)}function St(V){V!==Eh?(Ue(i.CULL_FACE),V!==$&&(V===oc?i.cullFace(i.BACK):V===Th?i.cullFace(i.FRONT):i.cullFace(i.FRONT_AND_BACK))):rt(i.CULL_FACE),$=V}function Kt(V){V!==Q&&(J&&i.lineWidth(V),Q=V)}function Le(V,ue,se){V?(Ue(i.POLYGON_OFFSET_FILL),(k!==ue||j!==se)&&(k=ue,j=se,l.getReversed()&&(ue=-ue,se=-se),i.polygonOffset(ue,se))):rt(i.POLYGON_OFFSET_FILL)}function $e(V){V?Ue(i.SCISSOR_TEST):rt(i.SCISSOR_TEST)}function on(V){V===void 0&&(V=i.TEXTURE0+B-1),W!==V&&(i.activeTexture(V),W=V)}function Qt(V,ue,se){se===void 0&&(W===null?se=i.TEXTURE0+B-1:se=W);let Ce=ge[se];Ce===void 0&&(Ce={type:void 0,texture:void 0},ge[se]=Ce),(Ce.type!==V||Ce.texture!==ue)&&(W!==se&&(i.activeTexture(se),W=se),i.bindTexture(V,ue||Ye[V]),Ce.type=V,Ce.texture=ue)}function q(){let V=ge[W];V!==void 0&&V.type!==void 0&&(i.bindTexture(V.type,null),V.type=void 0,V.texture=void 0)}function mn(){try{i.compressedTexImage2D(...arguments)}catch(V){it("WebGLState:",V)}}function Rt(){try{i.compressedTexImage3D(...arguments)}catch(V){it("WebGLState:",V)}}function Ft(){try{i.texSubImage2D(...arguments)}catch(V){it("WebGLState:",V)}}function De(){try{i.texSubImage3D(...arguments)}catch(V){it("WebGLState:",V)}}function Ht(){try{i.compressedTexSubImage2D(...arguments)}catch(V){it("WebGLState:",V)}}function Ze(){try{i.compressedTexSubImage3D(...arguments)}catch(V){it("WebGLState:",V)}}function Je(){try{i.texStorage2D(...arguments)}catch(V){it("WebGLState:",V)}}function U(){try{i.texStorage3D(...arguments)}catch(V){it("WebGLState:",V)}}function A(){try{i.texImage2D(...arguments)}catch(V){it("WebGLState:",V)}}function K(){try{i.texImage3D(...arguments)}catch(V){it("WebGLState:",V)}}function xe(V){return x[V]!==void 0?x[V]:i.getParameter(V)}function fe(V,ue){x[V]!==ue&&(i.pixelStorei(V,ue),x[V]=ue)}function me(V){de.equals(V)===!1&&(i.scissor(V.x,V.y,V.z,V.w),de.copy(V))}function Me(V){Fe.equals(V)===!1&&(i.viewport(V.x,V.y,V.z,V.w),Fe.copy(V))}function ae(V,ue){let se=f.get(ue);se===void 0&&(se=new WeakMap,f.set(ue,se));let Ce=se.get(V);Ce===void 0&&(Ce=i.getUniformBlockIndex(ue,V.name),i.uniformBlockBinding(ue,Ce,Ce),se.set(V,Ce))}function le(V,ue,se){let Ee=f.get(ue).get(V);h[Ee]!==se&&(i.bindBufferBase(i.UNIFORM_BUFFER,Ee,se),h[Ee]=se)}function Re(){i.disable(i.BLEND),i.disable(i.CULL_FACE),i.disable(i.DEPTH_TEST),i.disable(i.POLYGON_OFFSET_FILL),i.disable(i.SCISSOR_TEST),i.disable(i.STENCIL_TEST),i.disable(i.SAMPLE_ALPHA_TO_COVERAGE),i.blendEquation(i.FUNC_ADD),i.blendFunc(i.ONE,i.ZERO),i.blendFuncSeparate(i.ONE,i.ZERO,i.ONE,i.ZERO),i.blendColor(0,0,0,0),i.colorMask(!0,!0,!0,!0),i.clearColor(0,0,0,0),i.depthMask(!0),i.depthFunc(i.LESS),l.setReversed(!1),i.clearDepth(1),i.stencilMask(4294967295),i.stencilFunc(i.ALWAYS,0,4294967295),i.stencilOp(i.KEEP,i.KEEP,i.KEEP),i.clearStencil(0),i.cullFace(i.BACK),i.frontFace(i.CCW),i.polygonOffset(0,0),i.activeTexture(i.TEXTURE0),i.bindFramebuffer(i.FRAMEBUFFER,null),i.bindFramebuffer(i.DRAW_FRAMEBUFFER,null),i.bindFramebuffer(i.READ_FRAMEBUFFER,null),i.useProgram(null),i.lineWidth(1),i.scissor(0,0,i.canvas.width,i.canvas.height),i.viewport(0,0,i.canvas.width,i.canvas.height),i.pixelStorei(i.PACK_ALIGNMENT,4),i.pixelStorei(i.UNPACK_ALIGNMENT,4),i.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,!1),i.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,!1),i.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,i.BROWSER_DEFAULT_WEBGL),i.pixelStorei(i.PACK_ROW_LENGTH,0),i.pixelStorei(i.PACK_SKIP_PIXELS,0),i.pixelStorei(i.PACK_SKIP_ROWS,0),i.pixelStorei(i.UNPACK_ROW_LENGTH,0),i.pixelStorei(i.UNPACK_IMAGE_HEIGHT,0),i.pixelStorei(i.UNPACK_SKIP_PIXELS,0),i.pixelStorei(i.UNPACK_SKIP_ROWS,0),i.pixelStorei(i.UNPACK_SKIP_IMAGES,0),m={},x={},W=null,ge={},_={},h={},y=new WeakMap,w=[],I=null,g=!1,v=null,P=null,L=null,T=null,N=null,F=null,M=null,D=new Qe(0,0,0),H=0,z=!1,G=null,$=null,Q=null,k=null,j=null,de.set(0,0,i.canvas.width,i.canvas.height),Fe.set(0,0,i.canvas.width,i.canvas.height),o.reset(),l.reset(),u.reset()}return{buffers:{color:o,depth:l,stencil:u},enable:Ue,disable:rt,bindFramebuffer:zt,drawBuffers:Ke,useProgram:wt,setBlending:Gt,setMaterial:ht,setFlipSided:Pt,setCullFace:St,setLineWidth:Kt,setPolygonOffset:Le,setScissorTest:$e,activeTexture:on,bindTexture:Qt,unbindTexture:q,compressedTexImage2D:mn,compressedTexImage3D:Rt,texImage2D:A,texImage3D:K,pixelStorei:fe,getParameter:xe,updateUBOMapping:ae,uniformBlockBinding:le,texStorage2D:Je,texStorage3D:U,texSubImage2D:Ft,texSubImage3D:De,compressedTexSubImage2D:Ht,compressedTexSubImage3D:Ze,scissor:me,viewport:Me,reset:Re}}function pb(i,e,t,n,s,o,l){let u=e.has("WEBGL_multisampled_render_to_texture")?e.get("WEBGL_multisampled_render_to_texture"):null,h=typeof navigator>"u"?!1:/OculusBrowser/g.test(navigator.userAgent),f=new gt,m=new WeakMap,x=new Set,_,y=new WeakMap,w=new Set,I=new FinalizationRegistry(U=>w.delete(U)),g=!1;try{g=typeof OffscreenCanvas<"u"&&new OffscreenCanvas(1,1).getContext("2d")!==null}catch{}function v(U,A){return g?new OffscreenCanvas(U,A):ss("canvas")}function P(U,A,K){let xe=1,fe=Je(U);if((fe.width>K||fe.height>K)&&(xe=K/Math.max(fe.width,fe.height)),xe<1)if(typeof HTMLImageElement<"u"&&U instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&U instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&U instanceof ImageBitmap||typeof VideoFrame<"u"&&U instanceof VideoFrame){let me=Math.floor(xe*fe.width),Me=Math.floor(xe*fe.height);_===void 0&&(_=v(me,Me));let ae=A?v(me,Me):_;return ae.width=me,ae.height=Me,ae.getContext("2d").drawImage(U,0,0,me,Me),et("WebGLRenderer: Texture has been resized from ("+fe.width+"x"+fe.height+") to ("+me+"x"+Me+")."),ae}else return"data"in U&&et("WebGLRenderer: Image in DataTexture is too big ("+fe.width+"x"+fe.height+")."),U;return U}function L(U){return U.generateMipmaps}function T(U){i.generateMipmap(U)}function N(U){return U.isWebGLCubeRenderTarget?i.TEXTURE_CUBE_MAP:U.isWebGL3DRenderTarget?i.TEXTURE_3D:U.isWebGLArrayRenderTarget||U.isCompressedArrayTexture?i.TEXTURE_2D_ARRAY:i.TEXTURE_2D}function F(U,A,K,xe,fe,me=!1){if(U!==null){if(i[U]!==void 0)return i[U];et("WebGLRenderer: Attempt to use non-existing WebGL internal format '"+U+"'")}let Me;xe&&(Me=e.get("EXT_texture_norm16"),Me||et("WebGLRenderer: Unable to use normalized textures without EXT_texture_norm16 extension"));let ae=A;if(A===i.RED&&(K===i.FLOAT&&(ae=i.R32F),K===i.HALF_FLOAT&&(ae=i.R16F),K===i.UNSIGNED_BYTE&&(ae=i.R8),K===i.UNSIGNED_SHORT&&Me&&(ae=Me.R16_EXT),K===i.SHORT&&Me&&(ae=Me.R16_SNORM_EXT)),A===i.RED_INTEGER&&(K===i.UNSIGNED_BYTE&&(ae=i.R8UI),K===i.UNSIGNED_SHORT&&(ae=i.R16UI),K===i.UNSIGNED_INT&&(ae=i.R32UI),K===i.BYTE&&(ae=i.R8I),K===i.SHORT&&(ae=i.R16I),K===i.INT&&(ae=i.R32I)),A===i.RG&&(K===i.FLOAT&&(ae=i.RG32F),K===i.HALF_FLOAT&&(ae=i.RG16F),K===i.UNSIGNED_BYTE&&(ae=i.RG8),K===i.UNSIGNED_SHORT&&Me&&(ae=Me.RG16_EXT),K===i.SHORT&&Me&&(ae=Me.RG16_SNORM_EXT)),A===i.RG_INTEGER&&(K===i.UNSIGNED_BYTE&&(ae=i.RG8UI),K===i.UNSIGNED_SHORT&&(ae=i.RG16UI),K===i.UNSIGNED_INT&&(ae=i.RG32UI),K===i.BYTE&&(ae=i.RG8I),K===i.SHORT&&(ae=i.RG16I),K===i.INT&&(ae=i.RG32I)),A===i.RGB_INTEGER&&(K===i.UNSIGNED_BYTE&&(ae=i.RGB8UI),K===i.UNSIGNED_SHORT&&(ae=i.RGB16UI),K===i.UNSIGNED_INT&&(ae=i.RGB32UI),K===i.BYTE&&(ae=i.RGB8I),K===i.SHORT&&(ae=i.RGB16I),K===i.INT&&(ae=i.RGB32I)),A===i.RGBA_INTEGER&&(K===i.UNSIGNED_BYTE&&(ae=i.RGBA8UI),K===i.UNSIGNED_SHORT&&(ae=i.RGBA16UI),K===i.UNSIGNED_INT&&(ae=i.RGBA32UI),K===i.BYTE&&(ae=i.RGBA8I),K===i.SHORT&&(ae=i.RGBA16I),K===i.INT&&(ae=i.RGBA32I)),A===i.RGB&&(K===i.UNSIGNED_SHORT&&Me&&(ae=Me.RGB16_EXT),K===i.SHORT&&Me&&(ae=Me.RGB16_SNORM_EXT),K===i.UNSIGNED_INT_5_9_9_9_REV&&(ae=i.RGB9_E5),K===i.UNSIGNED_INT_10F_11F_11F_REV&&(ae=i.R11F_G11F_B10F)),A===i.RGBA){let le=me?rs:xt.getTransfer(fe);K===i.FLOAT&&(ae=i.RGBA32F),K===i.HALF_FLOAT&&(ae=i.RGBA16F),K===i.UNSIGNED_BYTE&&(ae=le===Ct?i.SRGB8_ALPHA8:i.RGBA8),K===i.UNSIGNED_SHORT&&Me&&(ae=Me.RGBA16_EXT),K===i.SHORT&&Me&&(ae=Me.RGBA16_SNORM_EXT),K===i.UNSIGNED_SHORT_4_4_4_4&&(ae=i.RGBA4),K===i.UNSIGNED_SHORT_5_5_5_1&&(ae=i.RGB5_A1)}return(ae===i.R16F||ae===i.R32F||ae===i.RG16F||ae===i.RG32F||ae===i.RGBA16F||ae===i.RGBA32F)&&e.get("EXT_color_buffer_float"),ae}function M(U,A){let K;return U?A===null||A===Hn||A===ar?K=i.DEPTH24_STENCIL8:A===Nn?K=i.DEPTH32F_STENCIL8:A===kr&&(K=i.DEPTH24_STENCIL8,et("DepthTexture: 16 bit depth attachment is not supported with stencil. Using 24-bit attachment.")):A===null||A===Hn||A===ar?K=i.DEPTH_COMPONENT24:A===Nn?K=i.DEPTH_COMPONENT32F:A===kr&&(K=i.DEPTH_COMPONENT16),K}function D(U,A){return L(U)===!0||U.isFramebufferTexture&&U.minFilter!==sn&&U.minFilter!==vn?Math.log2(Math.max(A.width,A.height))+1:U.mipmaps.length>0?U.mipmaps.length:U.isCompressedTexture&&Array.isArray(U.image)?A.mipmaps.length:1}function H(U){let A=new WeakRef(U);n.get(U).__ref=A,w.add(A),I.register(U,A,A)}function z(U){let A=n.get(U).__ref;A!==void 0&&(w.delete(A),I.unregister(A))}function G(U){Q(U.target)}function $(U){k(U.target)}function Q(U){U.removeEventListener("dispose",G),z(U),B(U),U.isVideoTexture&&m.delete(U),U.isHTMLTexture&&x.delete(U)}function k(U){U.removeEventListener("dispose",$),z(U),he(U)}function j(){for(let U of w){let A=U.deref();A!==void 0&&(A.isRenderTarget===!0?k(A):Q(A))}w.clear(),x.clear()}function B(U){let A=n.get(U);if(A.__webglInit===void 0)return;let K=U.source,xe=y.get(K);if(xe){let fe=xe[A.__cacheKey];fe.usedTimes--,fe.usedTimes===0&&J(U),Object.keys(xe).length===0&&y.delete(K)}n.remove(U)}function J(U){let A=n.get(U);i.deleteTexture(A.__webglTexture);let K=U.source,xe=y.get(K);delete xe[A.__cacheKey],l.memory.textures--}function he(U){let A=n.get(U);A.__depthDisposeCallback&&A.__depthDisposeCallback();let K=U.depthTexture;if(K&&K.renderTarget===U&&Q(K),U.isWebGLCubeRenderTarget)for(let fe=0;fe<6;fe++){if(Array.isArray(A.__webglFramebuffer[fe]))for(let me=0;me<A.__webglFramebuffer[fe].length;me++)i.deleteFramebuffer(A.__webglFramebuffer[fe][me]);else i.deleteFramebuffer(A.__webglFramebuffer[fe]);A.__webglDepthbuffer&&i.deleteRenderbuffer(A.__webglDepthbuffer[fe])}else{if(Array.isArray(A.__webglFramebuffer))for(let fe=0;fe<A.__webglFramebuffer.length;fe++)i.deleteFramebuffer(A.__webglFramebuffer[fe]);else i.deleteFramebuffer(A.__webglFramebuffer);if(A.__webglDepthbuffer&&i.deleteRenderbuffer(A.__webglDepthbuffer),A.__webglMultisampledFramebuffer&&i.deleteFramebuffer(A.__webglMultisampledFramebuffer),A.__webglColorRenderbuffer)for(let fe=0;fe<A.__webglColorRenderbuffer.length;fe++)A.__webglColorRenderbuffer[fe]&&i.deleteRenderbuffer(A.__webglColorRenderbuffer[fe]);A.__webglDepthRenderbuffer&&i.deleteRenderbuffer(A.__webglDepthRenderbuffer)}let xe=U.textures;for(let fe=0,me=xe.length;fe<me;fe++){let Me=n.get(xe[fe]);Me.__webglTexture&&(i.deleteTexture(Me.__webglTexture),l.memory.textures--),n.remove(xe[fe])}n.remove(U)}let ie=0;function W(){ie=0}function ge(){return ie}function We(U){ie=U}function tt(){let U=ie;return U>=s.maxTextures&&et("WebGLTextures: Trying to use "+(U+1)+" texture units while this GPU supports only "+s.maxTextures),ie+=1,U}function de(U){let A=[];return A.push(U.wrapS),A.push(U.wrapT),A.push(U.wrapR||0),A.push(U.magFilter),A.push(U.minFilter),A.push(U.anisotropy),A.push(U.internalFormat),A.push(U.format),A.push(U.type),A.push(U.generateMipmaps),A.push(U.mipmapsAutoUpdate),A.push(U.premultiplyAlpha),A.push(U.flipY),A.push(U.unpackAlignment),A.push(U.colorSpace),A.join()}function Fe(U,A){let K=n.get(U);if(U.isVideoTexture&&Ht(U),U.isRenderTargetTexture===!1&&U.isExternalTexture!==!0&&U.version>0&&K.__version!==U.version){let xe=U.image;if(xe===null)et("WebGLRenderer: Texture marked for update but no image data found.");else if(xe.complete===!1)et("WebGLRenderer: Texture marked for update but image is incomplete");else{ht(K,U,A);return}}else U.isExternalTexture&&(K.__webglTexture=U.sourceTexture?U.sourceTexture:null);t.bindTexture(i.TEXTURE_2D,K.__webglTexture,i.TEXTURE0+A)}function Pe(U,A){let K=n.get(U);if(U.isRenderTargetTexture===!1&&U.version>0&&K.__version!==U.version){ht(K,U,A);return}else U.isExternalTexture&&(K.__webglTexture=U.sourceTexture?U.sourceTexture:null);t.bindTexture(i.TEXTURE_2D_ARRAY,K.__webglTexture,i.TEXTURE0+A)}function Ye(U,A){let K=n.get(U);if(U.isRenderTargetTexture===!1&&U.version>0&&K.__version!==U.version){ht(K,U,A);return}t.bindTexture(i.TEXTURE_3D,K.__webglTexture,i.TEXTURE0+A)}function Ue(U,A){let K=n.get(U);if(U.version>0&&K.__version!==U.version){Pt(K,U,A);return}t.bindTexture(i.TEXTURE_CUBE_MAP,K.__webglTexture,i.TEXTURE0+A)}let rt={[Cr]:i.REPEAT,[ei]:i.CLAMP_TO_EDGE,[Ha]:i.MIRRORED_REPEAT},zt={[sn]:i.NEAREST,[Yh]:i.NEAREST_MIPMAP_NEAREST,[Rs]:i.NEAREST_MIPMAP_LINEAR,[vn]:i.LINEAR,[mo]:i.LINEAR_MIPMAP_NEAREST,[yi]:i.LINEAR_MIPMAP_LINEAR},Ke={[Kh]:i.NEVER,[Pc]:i.ALWAYS,[Qh]:i.LESS,[Rc]:i.LEQUAL,[ed]:i.EQUAL,[Cc]:i.GEQUAL,[td]:i.GREATER,[nd]:i.NOTEQUAL};function wt(U,A){if(A.type===Nn&&e.has("OES_texture_float_linear")===!1&&(A.magFilter===vn||A.magFilter===mo||A.magFilter===Rs||A.magFilter===yi||A.minFilter===vn||A.minFilter===mo||A.minFilter===Rs||A.minFilter===yi)&&et("WebGLRenderer: Unable to use linear filtering with floating point textures. OES_texture_float_linear not supported on this device."),i.texParameteri(U,i.TEXTURE_WRAP_S,rt[A.wrapS]),i.texParameteri(U,i.TEXTURE_WRAP_T,rt[A.wrapT]),(U===i.TEXTURE_3D||U===i.TEXTURE_2D_ARRAY)&&i.texParameteri(U,i.TEXTURE_WRAP_R,rt[A.wrapR]),i.texParameteri(U,i.TEXTURE_MAG_FILTER,zt[A.magFilter]),i.texParameteri(U,i.TEXTURE_MIN_FILTER,zt[A.minFilter]),A.compareFunction&&(i.texParameteri(U,i.TEXTURE_COMPARE_MODE,i.COMPARE_REF_TO_TEXTURE),i.texParameteri(U,i.TEXTURE_COMPARE_FUNC,Ke[A.compareFunction])),e.has("EXT_texture_filter_anisotropic")===!0){if(A.magFilter===sn||A.minFilter!==Rs&&A.minFilter!==yi||A.type===Nn&&e.has("OES_texture_float_linear")===!1)return;if(A.anisotropy>1||n.get(A).__currentAnisotropy){let K=e.get("EXT_texture_filter_anisotropic");i.texParameterf(U,K.TEXTURE_MAX_ANISOTROPY_EXT,Math.min(A.anisotropy,s.getMaxAnisotropy())),n.get(A).__currentAnisotropy=A.anisotropy}}}function At(U,A){let K=!1;U.__webglInit===void 0&&(U.__webglInit=!0,A.addEventListener("dispose",G),H(A));let xe=A.source,fe=y.get(xe);fe===void 0&&(fe={},y.set(xe,fe));let me=de(A);if(me!==U.__cacheKey){fe[me]===void 0&&(fe[me]={texture:i.createTexture(),usedTimes:0},l.memory.textures++,K=!0),fe[me].usedTimes++;let Me=fe[U.__cacheKey];Me!==void 0&&(fe[U.__cacheKey].usedTimes--,Me.usedTimes===0&&J(A)),U.__cacheKey=me,U.__webglTexture=fe[me].texture}return K}function dt(U,A,K){return Math.floor(Math.floor(U/K)/A)}function Gt(U,A,K,xe){let me=U.updateRanges;if(me.length===0)t.texSubImage2D(i.TEXTURE_2D,0,0,0,A.width,A.height,K,xe,A.data);else{me.sort((V,ue)=>V.start-ue.start);let Me=0;for(let V=1;V<me.length;V++){let ue=me[Me],se=me[V],Ce=ue.start+ue.count,Ee=dt(se.start,A.width,4),Ae=dt(ue.start,A.width,4);se.start<=Ce+1&&Ee===Ae&&dt(se.start+se.count-1,A.width,4)===Ee?ue.count=Math.max(ue.count,se.start+se.count-ue.start):(++Me,me[Me]=se)}me.length=Me+1;let ae=t.getParameter(i.UNPACK_ROW_LENGTH),le=t.getParameter(i.UNPACK_SKIP_PIXELS),Re=t.getParameter(i.UNPACK_SKIP_ROWS);t.pixelStorei(i.UNPACK_ROW_LENGTH,A.width);for(let V=0,ue=me.length;V<ue;V++){let se=me[V],Ce=Math.floor(se.start/4),Ee=Math.ceil(se.count/4),Ae=Ce%A.width,Xe=Math.floor(Ce/A.width),lt=Ee,we=1;t.pixelStorei(i.UNPACK_SKIP_PIXELS,Ae),t.pixelStorei(i.UNPACK_SKIP_ROWS,Xe),t.texSubImage2D(i.TEXTURE_2D,0,Ae,Xe,lt,we,K,xe,A.data)}U.clearUpdateRanges(),t.pixelStorei(i.UNPACK_ROW_LENGTH,ae),t.pixelStorei(i.UNPACK_SKIP_PIXELS,le),t.pixelStorei(i.UNPACK_SKIP_ROWS,Re)}}function ht(U,A,K){let xe=i.TEXTURE_2D;(A.isDataArrayTexture||A.isCompressedArrayTexture)&&(xe=i.TEXTURE_2D_ARRAY),A.isData3DTexture&&(xe=i.TEXTURE_3D);let fe=At(U,A),me=A.source;t.bindTexture(xe,U.__webglTexture,i.TEXTURE0+K);let Me=n.get(me);if(me.version!==Me.__version||fe===!0){if(t.activeTexture(i.TEXTURE0+K),(typeof ImageBitmap<"u"&&A.image instanceof ImageBitmap)===!1){let we=xt.getPrimaries(xt.workingColorSpace),qe=A.colorSpace===Mi?null:xt.getPrimaries(A.colorSpace),ct=A.colorSpace===Mi||we===qe?i.NONE:i.BROWSER_DEFAULT_WEBGL;t.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,A.flipY),t.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,A.premultiplyAlpha),t.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,ct)}t.pixelStorei(i.UNPACK_ALIGNMENT,A.unpackAlignment);let le=P(A.image,!1,s.maxTextureSize);le=Ze(A,le);let Re=o.convert(A.format,A.colorSpace),V=o.convert(A.type),ue=F(A.internalFormat,Re,V,A.normalized,A.colorSpace,A.isVideoTexture);wt(xe,A);let se,Ce=A.mipmaps,Ee=A.isVideoTexture!==!0,Ae=Me.__version===void 0||fe===!0,Xe=me.dataReady,lt=D(A,le);if(A.isDepthTexture)ue=M(A.format===Si,A.type),Ae&&(Ee?t.texStorage2D(i.TEXTURE_2D,1,ue,le.width,le.height):t.texImage2D(i.TEXTURE_2D,0,ue,le.width,le.height,0,Re,V,null));else if(A.isDataTexture)if(Ce.length>0){Ee&&Ae&&t.texStorage2D(i.TEXTURE_2D,lt,ue,Ce[0].width,Ce[0].height);for(let we=0,qe=Ce.length;we<qe;we++)se=Ce[we],Ee?Xe&&t.texSubImage2D(i.TEXTURE_2D,we,0,0,se.width,se.height,Re,V,se.data):t.texImage2D(i.TEXTURE_2D,we,ue,se.width,se.height,0,Re,V,se.data);A.generateMipmaps=!1}else Ee?(Ae&&t.texStorage2D(i.TEXTURE_2D,lt,ue,le.width,le.height),Xe&&Gt(A,le,Re,V)):t.texImage2D(i.TEXTURE_2D,0,ue,le.width,le.height,0,Re,V,le.data);else if(A.isCompressedTexture)if(A.isCompressedArrayTexture){Ee&&Ae&&t.texStorage3D(i.TEXTURE_2D_ARRAY,lt,ue,Ce[0].width,Ce[0].height,le.depth);for(let we=0,qe=Ce.length;we<qe;we++)if(se=Ce[we],A.format!==Xn)if(Re!==null)if(Ee){if(Xe)if(A.layerUpdates.size>0){let ct=Oc(se.width,se.height,A.format,A.type);for(let Oe of A.layerUpdates){let Et=se.data.subarray(Oe*ct/se.data.BYTES_PER_ELEMENT,(Oe+1)*ct/se.data.BYTES_PER_ELEMENT);t.compressedTexSubImage3D(i.TEXTURE_2D_ARRAY,we,0,0,Oe,se.width,se.height,1,Re,Et)}}else t.compressedTexSubImage3D(i.TEXTURE_2D_ARRAY,we,0,0,0,se.width,se.height,le.depth,Re,se.data)}else t.compressedTexImage3D(i.TEXTURE_2D_ARRAY,we,ue,se.width,se.height,le.depth,0,se.data,0,0);else et("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()");else Ee?Xe&&t.texSubImage3D(i.TEXTURE_2D_ARRAY,we,0,0,0,se.width,se.height,le.depth,Re,V,se.data):t.texImage3D(i.TEXTURE_2D_ARRAY,we,ue,se.width,se.height,le.depth,0,Re,V,se.data);A.layerUpdates.size>0&&A.clearLayerUpdates()}else{Ee&&Ae&&t.texStorage2D(i.TEXTURE_2D,lt,ue,Ce[0].width,Ce[0].height);for(let we=0,qe=Ce.length;we<qe;we++)se=Ce[we],A.format!==Xn?Re!==null?Ee?Xe&&t.compressedTexSubImage2D(i.TEXTURE_2D,we,0,0,se.width,se.height,Re,se.data):t.compressedTexImage2D(i.TEXTURE_2D,we,ue,se.width,se.height,0,se.data):et("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()"):Ee?Xe&&t.texSubImage2D(i.TEXTURE_2D,we,0,0,se.width,se.height,Re,V,se.data):t.texImage2D(i.TEXTURE_2D,we,ue,se.width,se.height,0,Re,V,se.data)}else if(A.isDataArrayTexture)if(Ee){if(Ae&&t.texStorage3D(i.TEXTURE_2D_ARRAY,lt,ue,le.width,le.height,le.depth),Xe)if(A.layerUpdates.size>0){let we=Oc(le.width,le.height,A.format,A.type);for(let qe of A.layerUpdates){let ct=le.data.subarray(qe*we/le.data.BYTES_PER_ELEMENT,(qe+1)*we/le.data.BYTES_PER_ELEMENT);t.texSubImage3D(i.TEXTURE_2D_ARRAY,0,0,0,qe,le.width,le.height,1,Re,V,ct)}A.clearLayerUpdates()}else t.texSubImage3D(i.TEXTURE_2D_ARRAY,0,0,0,0,le.width,le.height,le.depth,Re,V,le.data)}else t.texImage3D(i.TEXTURE_2D_ARRAY,0,ue,le.width,le.height,le.depth,0,Re,V,le.data);else if(A.isData3DTexture)Ee?(Ae&&t.texStorage3D(i.TEXTURE_3D,lt,ue,le.width,le.height,le.depth),Xe&&t.texSubImage3D(i.TEXTURE_3D,0,0,0,0,le.width,le.height,le.depth,Re,V,le.data)):t.texImage3D(i.TEXTURE_3D,0,ue,le.width,le.height,le.depth,0,Re,V,le.data);else if(A.isFramebufferTexture){if(Ae)if(Ee)t.texStorage2D(i.TEXTURE_2D,lt,ue,le.width,le.height);else{let we=le.width,qe=le.height;for(let ct=0;ct<lt;ct++)t.texImage2D(i.TEXTURE_2D,ct,ue,we,qe,0,Re,V,null),we>>=1,qe>>=1}}else if(A.isHTMLTexture){if("texElementImage2D"in i){let we=i.canvas;if(we.hasAttribute("layoutsubtree")||we.setAttribute("layoutsubtree","true"),le.parentNode!==we){we.appendChild(le),x.add(A),we.onpaint=qe=>{let ct=qe.changedElements;for(let Oe of x)ct.includes(Oe.image)&&(Oe.needsUpdate=!0)},we.requestPaint();return}if(i.texElementImage2D.length===3)i.texElementImage2D(i.TEXTURE_2D,i.RGBA8,le);else{let ct=i.RGBA,Oe=i.RGBA,Et=i.UNSIGNED_BYTE;i.texElementImage2D(i.TEXTURE_2D,0,ct,Oe,Et,le)}i.texParameteri(i.TEXTURE_2D,i.TEXTURE_MIN_FILTER,i.LINEAR),i.texParameteri(i.TEXTURE_2D,i.TEXTURE_WRAP_S,i.CLAMP_TO_EDGE),i.texParameteri(i.TEXTURE_2D,i.TEXTURE_WRAP_T,i.CLAMP_TO_EDGE)}}else if(Ce.length>0){if(Ee&&Ae){let we=Je(Ce[0]);t.texStorage2D(i.TEXTURE_2D,lt,ue,we.width,we.height)}for(let we=0,qe=Ce.length;we<qe;we++)se=Ce[we],Ee?Xe&&t.texSubImage2D(i.TEXTURE_2D,we,0,0,Re,V,se):t.texImage2D(i.TEXTURE_2D,we,ue,Re,V,se);A.generateMipmaps=!1}else if(Ee){if(Ae){let we=Je(le);t.texStorage2D(i.TEXTURE_2D,lt,ue,we.width,we.height)}Xe&&t.texSubImage2D(i.TEXTURE_2D,0,0,0,Re,V,le)}else t.texImage2D(i.TEXTURE_2D,0,ue,Re,V,le);L(A)&&A.mipmapsAutoUpdate===!0&&T(xe),Me.__version=me.version,A.onUpdate&&A.onUpdate(A)}U.__version=A.version}function Pt(U,A,K){if(A.image.length!==6)return;let xe=At(U,A),fe=A.source;t.bindTexture(i.TEXTURE_CUBE_MAP,U.__webglTexture,i.TEXTURE0+K);let me=n.get(fe);if(fe.version!==me.__version||xe===!0){t.activeTexture(i.TEXTURE0+K);let Me=xt.getPrimaries(xt.workingColorSpace),ae=A.colorSpace===Mi?null:xt.getPrimaries(A.colorSpace),le=A.colorSpace===Mi||Me===ae?i.NONE:i.BROWSER_DEFAULT_WEBGL;t.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,A.flipY),t.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,A.premultiplyAlpha),t.pixelStorei(i.UNPACK_ALIGNMENT,A.unpackAlignment),t.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,le);let Re=A.isCompressedTexture||A.image[0].isCompressedTexture,V=A.image[0]&&A.image[0].isDataTexture,ue=[];for(let Oe=0;Oe<6;Oe++)!Re&&!V?ue[Oe]=P(A.image[Oe],!0,s.maxCubemapSize):ue[Oe]=V?A.image[Oe].image:A.image[Oe],ue[Oe]=Ze(A,ue[Oe]);let se=ue[0],Ce=o.convert(A.format,A.colorSpace),Ee=o.convert(A.type),Ae=F(A.internalFormat,Ce,Ee,A.normalized,A.colorSpace),Xe=A.isVideoTexture!==!0,lt=me.__version===void 0||xe===!0,we=fe.dataReady,qe=D(A,se);wt(i.TEXTURE_CUBE_MAP,A);let ct;if(A.isDepthTexture){if(Ae=M(A.format===Si,A.type),lt)if(Xe)t.texStorage2D(i.TEXTURE_CUBE_MAP,1,Ae,se.width,se.height);else for(let Oe=0;Oe<6;Oe++)t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Oe,0,Ae,se.width,se.height,0,Ce,Ee,null)}else if(Re){Xe&&lt&&t.texStorage2D(i.TEXTURE_CUBE_MAP,qe,Ae,se.width,se.height);for(let Oe=0;Oe<6;Oe++){ct=ue[Oe].mipmaps;for(let Et=0;Et<ct.length;Et++){let Ut=ct[Et];A.format!==Xn?Ce!==null?Xe?we&&t.compressedTexSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Oe,Et,0,0,Ut.width,Ut.height,Ce,Ut.data):t.compressedTexImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Oe,Et,Ae,Ut.width,Ut.height,0,Ut.data):et("WebGLRenderer: Attempt to load unsupported compressed texture format in .setTextureCube()"):Xe?we&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Oe,Et,0,0,Ut.width,Ut.height,Ce,Ee,Ut.data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Oe,Et,Ae,Ut.width,Ut.height,0,Ce,Ee,Ut.data)}}}else{if(ct=A.mipmaps,Xe&&lt){ct.length>0&&qe++;let Oe=Je(ue[0]);t.texStorage2D(i.TEXTURE_CUBE_MAP,qe,Ae,Oe.width,Oe.height)}for(let Oe=0;Oe<6;Oe++)if(V){Xe?we&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Oe,0,0,0,ue[Oe].width,ue[Oe].height,Ce,Ee,ue[Oe].data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Oe,0,Ae,ue[Oe].width,ue[Oe].height,0,Ce,Ee,ue[Oe].data);for(let Et=0;Et<ct.length;Et++){let oi=ct[Et].image[Oe].image;Xe?we&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Oe,Et+1,0,0,oi.width,oi.height,Ce,Ee,oi.data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Oe,Et+1,Ae,oi.width,oi.height,0,Ce,Ee,oi.data)}}else{Xe?we&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Oe,0,0,0,Ce,Ee,ue[Oe]):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Oe,0,Ae,Ce,Ee,ue[Oe]);for(let Et=0;Et<ct.length;Et++){let Ut=ct[Et];Xe?we&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Oe,Et+1,0,0,Ce,Ee,Ut.image[Oe]):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Oe,Et+1,Ae,Ce,Ee,Ut.image[Oe])}}}L(A)&&A.mipmapsAutoUpdate===!0&&T(i.TEXTURE_CUBE_MAP),me.__version=fe.version,A.onUpdate&&A.onUpdate(A)}U.__version=A.version}function St(U,A,K,xe,fe,me){let Me=o.convert(K.format,K.colorSpace),ae=o.convert(K.type),le=F(K.internalFormat,Me,ae,K.normalized,K.colorSpace),Re=n.get(A),V=n.get(K);if(V.__renderTarget=A,!Re.__hasExternalTextures){let ue=Math.max(1,A.width>>me),se=Math.max(1,A.height>>me);fe===i.TEXTURE_3D||fe===i.TEXTURE_2D_ARRAY?t.texImage3D(fe,me,le,ue,se,A.depth,0,Me,ae,null):t.texImage2D(fe,me,le,ue,se,0,Me,ae,null)}t.bindFramebuffer(i.FRAMEBUFFER,U),De(A)?u.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,xe,fe,V.__webglTexture,0,Ft(A)):(fe===i.TEXTURE_2D||fe>=i.TEXTURE_CUBE_MAP_POSITIVE_X&&fe<=i.TEXTURE_CUBE_MAP_NEGATIVE_Z)&&i.framebufferTexture2D(i.FRAMEBUFFER,xe,fe,V.__webglTexture,me),t.bindFramebuffer(i.FRAMEBUFFER,null)}function Kt(U,A,K){if(i.bindRenderbuffer(i.RENDERBUFFER,U),A.depthBuffer){let xe=A.depthTexture,fe=xe&&xe.isDepthTexture?xe.type:null,me=M(A.stencilBuffer,fe),Me=A.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;De(A)?u.renderbufferStorageMultisampleEXT(i.RENDERBUFFER,Ft(A),me,A.width,A.height):K?i.renderbufferStorageMultisample(i.RENDERBUFFER,Ft(A),me,A.width,A.height):i.renderbufferStorage(i.RENDERBUFFER,me,A.width,A.height),i.framebufferRenderbuffer(i.FRAMEBUFFER,Me,i.RENDERBUFFER,U)}else{let xe=A.textures;for(let fe=0;fe<xe.length;fe++){let me=xe[fe],Me=o.convert(me.format,me.colorSpace),ae=o.convert(me.type),le=F(me.internalFormat,Me,ae,me.normalized,me.colorSpace);De(A)?u.renderbufferStorageMultisampleEXT(i.RENDERBUFFER,Ft(A),le,A.width,A.height):K?i.renderbufferStorageMultisample(i.RENDERBUFFER,Ft(A),le,A.width,A.height):i.renderbufferStorage(i.RENDERBUFFER,le,A.width,A.height)}}i.bindRenderbuffer(i.RENDERBUFFER,null)}function Le(U,A,K){let xe=A.isWebGLCubeRenderTarget===!0;if(t.bindFramebuffer(i.FRAMEBUFFER,U),!(A.depthTexture&&A.depthTexture.isDepthTexture))throw new Error("THREE.WebGLTextures: renderTarget.depthTexture must be an instance of THREE.DepthTexture.");let fe=n.get(A.depthTexture);fe.__renderTarget=A;let me=xe?A.depthTexture.image[0]:A.depthTexture.image;(!fe.__webglTexture||me.width!==A.width||me.height!==A.height)&&(me.width=A.width,me.height=A.height,A.depthTexture.needsUpdate=!0),xe?Ue(A.depthTexture,0):Fe(A.depthTexture,0);let Me=fe.__webglTexture,ae=Ft(A),le=xe?i.TEXTURE_CUBE_MAP_POSITIVE_X+K:i.TEXTURE_2D,Re=A.depthTexture.format===Si?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;if(A.depthTexture.format===gi)De(A)?u.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,Re,le,Me,0,ae):i.framebufferTexture2D(i.FRAMEBUFFER,Re,le,Me,0);else if(A.depthTexture.format===Si)De(A)?u.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,Re,le,Me,0,ae):i.framebufferTexture2D(i.FRAMEBUFFER,Re,le,Me,0);else throw new Error("THREE.WebGLTextures: Unknown depthTexture format.")}function $e(U){let A=n.get(U),K=U.isWebGLCubeRenderTarget===!0;if(A.__boundDepthTexture!==U.depthTexture){let xe=U.depthTexture;if(A.__depthDisposeCallback&&A.__depthDisposeCallback(),xe){let fe=()=>{delete A.__boundDepthTexture,delete A.__depthDisposeCallback,xe.removeEventListener("dispose",fe)};xe.addEventListener("dispose",fe),A.__depthDisposeCallback=fe}A.__boundDepthTexture=xe}if(U.depthTexture&&!A.__autoAllocateDepthBuffer)if(K)for(let xe=0;xe<6;xe++)Le(A.__webglFramebuffer[xe],U,xe);else U.texture.mipmaps.length>0?Le(A.__webglFramebuffer[0],U,0):Le(A.__webglFramebuffer,U,0);else if(K){A.__webglDepthbuffer=[];for(let xe=0;xe<6;xe++)if(t.bindFramebuffer(i.FRAMEBUFFER,A.__webglFramebuffer[xe]),A.__webglDepthbuffer[xe]===void 0)A.__webglDepthbuffer[xe]=i.createRenderbuffer(),Kt(A.__webglDepthbuffer[xe],U,!1);else{let fe=U.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,me=A.__webglDepthbuffer[xe];i.bindRenderbuffer(i.RENDERBUFFER,me),i.framebufferRenderbuffer(i.FRAMEBUFFER,fe,i.RENDERBUFFER,me)}}else if(U.texture.mipmaps.length>0?t.bindFramebuffer(i.FRAMEBUFFER,A.__webglFramebuffer[0]):t.bindFramebuffer(i.FRAMEBUFFER,A.__webglFramebuffer),A.__webglDepthbuffer===void 0)A.__webglDepthbuffer=i.createRenderbuffer(),Kt(A.__webglDepthbuffer,U,!1);else{let fe=U.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,me=A.__webglDepthbuffer;i.bindRenderbuffer(i.RENDERBUFFER,me),i.framebufferRenderbuffer(i.FRAMEBUFFER,fe,i.RENDERBUFFER,me)}t.bindFramebuffer(i.FRAMEBUFFER,null)}function on(U,A,K){let xe=n.get(U);A!==void 0&&St(xe.__webglFramebuffer,U,U.texture,i.COLOR_ATTACHMENT0,i.TEXTURE_2D,0),K!==void 0&&$e(U)}function Qt(U){let A=U.texture,K=n.get(U),xe=n.get(A);U.addEventListener("dispose",$),H(U);let fe=U.textures,me=U.isWebGLCubeRenderTarget===!0,Me=fe.length>1;if(Me||(xe.__webglTexture===void 0&&(xe.__webglTexture=i.createTexture()),xe.__version=A.version,l.memory.textures++),me){K.__webglFramebuffer=[];for(let ae=0;ae<6;ae++)if(A.mipmaps.length>0){K.__webglFramebuffer[ae]=[];for(let le=0;le<A.mipmaps.length;le++)K.__webglFramebuffer[ae][le]=i.createFramebuffer()}else K.__webglFramebuffer[ae]=i.createFramebuffer()}else{if(A.mipmaps.length>0){K.__webglFramebuffer=[];for(let ae=0;ae<A.mipmaps.length;ae++)K.__webglFramebuffer[ae]=i.createFramebuffer()}else K.__webglFramebuffer=i.createFramebuffer();if(Me)for(let ae=0,le=fe.length;ae<le;ae++){let Re=n.get(fe[ae]);Re.__webglTexture===void 0&&(Re.__webglTexture=i.createTexture(),l.memory.textures++)}if(U.samples>0&&De(U)===!1){K.__webglMultisampledFramebuffer=i.createFramebuffer(),K.__webglColorRenderbuffer=[],t.bindFramebuffer(i.FRAMEBUFFER,K.__webglMultisampledFramebuffer);for(let ae=0;ae<fe.length;ae++){let le=fe[ae];K.__webglColorRenderbuffer[ae]=i.createRenderbuffer(),i.bindRenderbuffer(i.RENDERBUFFER,K.__webglColorRenderbuffer[ae]);let Re=o.convert(le.format,le.colorSpace),V=o.convert(le.type),ue=F(le.internalFormat,Re,V,le.normalized,le.colorSpace,U.isXRRenderTarget===!0),se=Ft(U);i.renderbufferStorageMultisample(i.RENDERBUFFER,se,ue,U.width,U.height),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+ae,i.RENDERBUFFER,K.__webglColorRenderbuffer[ae])}i.bindRenderbuffer(i.RENDERBUFFER,null),U.depthBuffer&&(K.__webglDepthRenderbuffer=i.createRenderbuffer(),Kt(K.__webglDepthRenderbuffer,U,!0)),t.bindFramebuffer(i.FRAMEBUFFER,null)}}if(me){t.bindTexture(i.TEXTURE_CUBE_MAP,xe.__webglTexture),wt(i.TEXTURE_CUBE_MAP,A);for(let ae=0;ae<6;ae++)if(A.mipmaps.length>0)for(let le=0;le<A.mipmaps.length;le++)St(K.__webglFramebuffer[ae][le],U,A,i.COLOR_ATTACHMENT0,i.TEXTURE_CUBE_MAP_POSITIVE_X+ae,le);else St(K.__webglFramebuffer[ae],U,A,i.COLOR_ATTACHMENT0,i.TEXTURE_CUBE_MAP_POSITIVE_X+ae,0);L(A)?T(i.TEXTURE_CUBE_MAP):A.mipmaps.length>0&&i.texParameteri(i.TEXTURE_CUBE_MAP,i.TEXTURE_MAX_LEVEL,A.mipmaps.length-1),t.unbindTexture()}else if(Me){for(let ae=0,le=fe.length;ae<le;ae++){let Re=fe[ae],V=n.get(Re),ue=i.TEXTURE_2D;(U.isWebGL3DRenderTarget||U.isWebGLArrayRenderTarget)&&(ue=U.isWebGL3DRenderTarget?i.TEXTURE_3D:i.TEXTURE_2D_ARRAY),t.bindTexture(ue,V.__webglTexture),wt(ue,Re),St(K.__webglFramebuffer,U,Re,i.COLOR_ATTACHMENT0+ae,ue,0),L(Re)&&T(ue)}t.unbindTexture()}else{let ae=i.TEXTURE_2D;if((U.isWebGL3DRenderTarget||U.isWebGLArrayRenderTarget)&&(ae=U.isWebGL3DRenderTarget?i.TEXTURE_3D:i.TEXTURE_2D_ARRAY),t.bindTexture(ae,xe.__webglTexture),wt(ae,A),A.mipmaps.length>0)for(let le=0;le<A.mipmaps.length;le++)St(K.__webglFramebuffer[le],U,A,i.COLOR_ATTACHMENT0,ae,le);else St(K.__webglFramebuffer,U,A,i.COLOR_ATTACHMENT0,ae,0);L(A)?T(ae):A.mipmaps.length>0&&i.texParameteri(ae,i.TEXTURE_MAX_LEVEL,A.mipmaps.length-1),t.unbindTexture()}U.depthBuffer&&$e(U)}function q(U){let A=U.textures;for(let K=0,xe=A.length;K<xe;K++){let fe=A[K];if(L(fe)&&fe.mipmapsAutoUpdate===!0){let me=N(U),Me=n.get(fe).__webglTexture;t.bindTexture(me,Me),T(me),t.unbindTexture()}}}let mn=[];function Rt(U){if(U.samples>0){if(De(U)===!1){let A=U.textures,K=U.width,xe=U.height,fe=i.COLOR_BUFFER_BIT,me=U.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,Me=n.get(U),ae=A.length>1;if(ae)for(let Re=0;Re<A.length;Re++)t.bindFramebuffer(i.FRAMEBUFFER,Me.__webglMultisampledFramebuffer),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+Re,i.RENDERBUFFER,null),t.bindFramebuffer(i.FRAMEBUFFER,Me.__webglFramebuffer),i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0+Re,i.TEXTURE_2D,null,0);t.bindFramebuffer(i.READ_FRAMEBUFFER,Me.__webglMultisampledFramebuffer),U.texture.mipmaps.length>0?t.bindFramebuffer(i.DRAW_FRAMEBUFFER,Me.__webglFramebuffer[0]):t.bindFramebuffer(i.DRAW_FRAMEBUFFER,Me.__webglFramebuffer);for(let Re=0;Re<A.length;Re++){if(U.resolveDepthBuffer&&(U.depthBuffer&&(fe|=i.DEPTH_BUFFER_BIT),U.stencilBuffer&&U.resolveStencilBuffer&&(fe|=i.STENCIL_BUFFER_BIT)),ae){i.framebufferRenderbuffer(i.READ_FRAMEBUFFER,i.COLOR_ATTACHMENT0,i.RENDERBUFFER,Me.__webglColorRenderbuffer[Re]);let V=n.get(A[Re]).__webglTexture;i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0,i.TEXTURE_2D,V,0)}i.blitFramebuffer(0,0,K,xe,0,0,K,xe,fe,i.NEAREST),h===!0&&(mn.length=0,mn.push(i.COLOR_ATTACHMENT0+Re),U.depthBuffer&&U.storeMultisampledDepthBuffer===!1&&mn.push(me),i.invalidateFramebuffer(i.READ_FRAMEBUFFER,mn))}if(t.bindFramebuffer(i.READ_FRAMEBUFFER,null),t.bindFramebuffer(i.DRAW_FRAMEBUFFER,null),ae)for(let Re=0;Re<A.length;Re++){t.bindFramebuffer(i.FRAMEBUFFER,Me.__webglMultisampledFramebuffer),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+Re,i.RENDERBUFFER,Me.__webglColorRenderbuffer[Re]);let V=n.get(A[Re]).__webglTexture;t.bindFramebuffer(i.FRAMEBUFFER,Me.__webglFramebuffer),i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0+Re,i.TEXTURE_2D,V,0)}t.bindFramebuffer(i.DRAW_FRAMEBUFFER,Me.__webglMultisampledFramebuffer)}else if(U.depthBuffer&&U.storeMultisampledDepthBuffer===!1&&h){let A=U.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;i.invalidateFramebuffer(i.DRAW_FRAMEBUFFER,[A])}}}function Ft(U){return Math.min(s.maxSamples,U.samples)}function De(U){let A=n.get(U);return U.samples>0&&e.has("WEBGL_multisampled_render_to_texture")===!0&&A.__useRenderToTexture!==!1}function Ht(U){let A=l.render.frame;m.get(U)!==A&&(m.set(U,A),U.update())}function Ze(U,A){let K=U.colorSpace,xe=U.format,fe=U.type;return U.isCompressedTexture===!0||U.isVideoTexture===!0||K!==is&&K!==Mi&&(xt.getTransfer(K)===Ct?(xe!==Xn||fe!==wn)&&et("WebGLTextures: sRGB encoded textures have to use RGBAFormat and UnsignedByteType."):it("WebGLTextures: Unsupported texture color space:",K)),A}function Je(U){return typeof HTMLImageElement<"u"&&U instanceof HTMLImageElement?(f.width=U.naturalWidth||U.width,f.height=U.naturalHeight||U.height):typeof VideoFrame<"u"&&U instanceof VideoFrame?(f.width=U.displayWidth,f.height=U.displayHeight):(f.width=U.width,f.height=U.height),f}this.allocateTextureUnit=tt,this.resetTextureUnits=W,this.getTextureUnits=ge,this.setTextureUnits=We,this.setTexture2D=Fe,this.setTexture2DArray=Pe,this.setTexture3D=Ye,this.setTextureCube=Ue,this.rebindTextures=on,this.setupRenderTarget=Qt,this.updateRenderTargetMipmap=q,this.updateMultisampleRenderTarget=Rt,this.setupDepthRenderbuffer=$e,this.setupFrameBufferTexture=St,this.useMultisampledRTT=De,this.dispose=j}function mb(i,e){function t(n,s=Mi){let o,l=xt.getTransfer(s);if(n===wn)return i.UNSIGNED_BYTE;if(n===_o)return i.UNSIGNED_SHORT_4_4_4_4;if(n===vo)return i.UNSIGNED_SHORT_5_5_5_1;if(n===wc)return i.UNSIGNED_INT_5_9_9_9_REV;if(n===Ec)return i.UNSIGNED_INT_10F_11F_11F_REV;if(n===Mc)return i.BYTE;if(n===bc)return i.SHORT;if(n===kr)return i.UNSIGNED_SHORT;if(n===go)return i.INT;if(n===Hn)return i.UNSIGNED_INT;if(n===Nn)return i.FLOAT;if(n===Wn)return i.HALF_FLOAT;if(n===Tc)return i.ALPHA;if(n===Ac)return i.RGB;if(n===Xn)return i.RGBA;if(n===gi)return i.DEPTH_COMPONENT;if(n===Si)return i.DEPTH_STENCIL;if(n===xo)return i.RED;if(n===yo)return i.RED_INTEGER;if(n===Gi)return i.RG;if(n===So)return i.RG_INTEGER;if(n===Mo)return i.RGBA_INTEGER;if(n===Cs||n===Ps||n===Is||n===Ls)if(l===Ct)if(o=e.get("WEBGL_compressed_texture_s3tc_srgb"),o!==null){if(n===Cs)return o.COMPRESSED_SRGB_S3TC_DXT1_EXT;if(n===Ps)return o.COMPRESSED_SRGB_ALPHA_S3TC_DXT1_EXT;if(n===Is)return o.COMPRESSED_SRGB_ALPHA_S3TC_DXT3_EXT;if(n===Ls)return o.COMPRESSED_SRGB_ALPHA_S3TC_DXT5_EXT}else return null;else if(o=e.get("WEBGL_compressed_texture_s3tc"),o!==null){if(n===Cs)return o.COMPRESSED_RGB_S3TC_DXT1_EXT;if(n===Ps)return o.COMPRESSED_RGBA_S3TC_DXT1_EXT;if(n===Is)return o.COMPRESSED_RGBA_S3TC_DXT3_EXT;if(n===Ls)return o.COMPRESSED_RGBA_S3TC_DXT5_EXT}else return null;if(n===bo||n===wo||n===Eo||n===To)if(o=e.get("WEBGL_compressed_texture_pvrtc"),o!==null){if(n===bo)return o.COMPRESSED_RGB_PVRTC_4BPPV1_IMG;if(n===wo)return o.COMPRESSED_RGB_PVRTC_2BPPV1_IMG;if(n===Eo)return o.COMPRESSED_RGBA_PVRTC_4BPPV1_IMG;if(n===To)return o.COMPRESSED_RGBA_PVRTC_2BPPV1_IMG}else return null;if(n===Ao||n===Ro||n===Co||n===Po||n===Io||n===Ds||n===Lo)if(o=e.get("WEBGL_compressed_texture_etc"),o!==null){if(n===Ao||n===Ro)return l===Ct?o.COMPRESSED_SRGB8_ETC2:o.COMPRESSED_RGB8_ETC2;if(n===Co)return l===Ct?o.COMPRESSED_SRGB8_ALPHA8_ETC2_EAC:o.COMPRESSED_RGBA8_ETC2_EAC;if(n===Po)return o.COMPRESSED_R11_EAC;if(n===Io)return o.COMPRESSED_SIGNED_R11_EAC;if(n===Ds)return o.COMPRESSED_RG11_EAC;if(n===Lo)return o.COMPRESSED_SIGNED_RG11_EAC}else return null;if(n===Do||n===Fo||n===No||n===Uo||n===Oo||n===Bo||n===ko||n===zo||n===Go||n===Vo||n===Ho||n===Wo||n===Xo||n===$o)if(o=e.get("WEBGL_compressed_texture_astc"),o!==null){if(n===Do)return l===Ct?o.COMPRESSED_SRGB8_ALPHA8_ASTC_4x4_KHR:o.COMPRESSED_RGBA_ASTC_4x4_KHR;if(n===Fo)return l===Ct?o.COMPRESSED_SRGB8_ALPHA8_ASTC_5x4_KHR:o.COMPRESSED_RGBA_ASTC_5x4_KHR;if(n===No)return l===Ct?o.COMPRESSED_SRGB8_ALPHA8_ASTC_5x5_KHR:o.COMPRESSED_RGBA_ASTC_5x5_KHR;if(n===Uo)return l===Ct?o.COMPRESSED_SRGB8_ALPHA8_ASTC_6x5_KHR:o.COMPRESSED_RGBA_ASTC_6x5_KHR;if(n===Oo)return l===Ct?o.COMPRESSED_SRGB8_ALPHA8_ASTC_6x6_KHR:o.COMPRESSED_RGBA_ASTC_6x6_KHR;if(n===Bo)return l===Ct?o.COMPRESSED_SRGB8_ALPHA8_ASTC_8x5_KHR:o.COMPRESSED_RGBA_ASTC_8x5_KHR;if(n===ko)return l===Ct?o.COMPRESSED_SRGB8_ALPHA8_ASTC_8x6_KHR:o.COMPRESSED_RGBA_ASTC_8x6_KHR;if(n===zo)return l===Ct?o.COMPRESSED_SRGB8_ALPHA8_ASTC_8x8_KHR:o.COMPRESSED_RGBA_ASTC_8x8_KHR;if(n===Go)return l===Ct?o.COMPRESSED_SRGB8_ALPHA8_ASTC_10x5_KHR:o.COMPRESSED_RGBA_ASTC_10x5_KHR;if(n===Vo)return l===Ct?o.COMPRESSED_SRGB8_ALPHA8_ASTC_10x6_KHR:o.COMPRESSED_RGBA_ASTC_10x6_KHR;if(n===Ho)return l===Ct?o.COMPRESSED_SRGB8_ALPHA8_ASTC_10x8_KHR:o.COMPRESSED_RGBA_ASTC_10x8_KHR;if(n===Wo)return l===Ct?o.COMPRESSED_SRGB8_ALPHA8_ASTC_10x10_KHR:o.COMPRESSED_RGBA_ASTC_10x10_KHR;if(n===Xo)return l===Ct?o.COMPRESSED_SRGB8_ALPHA8_ASTC_12x10_KHR:o.COMPRESSED_RGBA_ASTC_12x10_KHR;if(n===$o)return l===Ct?o.COMPRESSED_SRGB8_ALPHA8_ASTC_12x12_KHR:o.COMPRESSED_RGBA_ASTC_12x12_KHR}else return null;if(n===qo||n===Yo||n===Zo)if(o=e.get("EXT_texture_compression_bptc"),o!==null){if(n===qo)return l===Ct?o.COMPRESSED_SRGB_ALPHA_BPTC_UNORM_EXT:o.COMPRESSED_RGBA_BPTC_UNORM_EXT;if(n===Yo)return o.COMPRESSED_RGB_BPTC_SIGNED_FLOAT_EXT;if(n===Zo)return o.COMPRESSED_RGB_BPTC_UNSIGNED_FLOAT_EXT}else return null;if(n===Jo||n===jo||n===Fs||n===Ko)if(o=e.get("EXT_texture_compression_rgtc"),o!==null){if(n===Jo)return o.COMPRESSED_RED_RGTC1_EXT;if(n===jo)return o.COMPRESSED_SIGNED_RED_RGTC1_EXT;if(n===Fs)return o.COMPRESSED_RED_GREEN_RGTC2_EXT;if(n===Ko)return o.COMPRESSED_SIGNED_RED_GREEN_RGTC2_EXT}else return null;return n===ar?i.UNSIGNED_INT_24_8:i[n]!==void 0?i[n]:null}return{convert:t}}var gb=`
void main() {

	gl_Position = vec4( position, 1.0 );

}`,_b=`
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

}`,$c=class{constructor(){this.texture=null,this.mesh=null,this.depthNear=0,this.depthFar=0}init(e,t){if(this.texture===null){let n=new vs(e.texture);(e.depthNear!==t.depthNear||e.depthFar!==t.depthFar)&&(this.depthNear=e.depthNear,this.depthFar=e.depthFar),this.texture=n}}getMesh(e){if(this.texture!==null&&this.mesh===null){let t=e.cameras[0].viewport,n=new ii({vertexShader:gb,fragmentShader:_b,uniforms:{depthColor:{value:this.texture},depthWidth:{value:t.z},depthHeight:{value:t.w}}});this.mesh=new an(new tr(20,20),n)}return this.mesh}reset(){this.texture=null,this.mesh=null}getDepthTexture(){return this.texture}},qc=class extends ti{constructor(e,t){super();let n=this,s=null,o=1,l=null,u="local-floor",h=1,f=null,m=null,x=null,_=null,y=null,w=null,I=typeof XRWebGLBinding<"u",g=new $c,v={},P=t.getContextAttributes(),L=null,T=null,N=[],F=[],M=new gt,D=null,H=null,z=new _n;z.viewport=new kt;let G=new _n;G.viewport=new kt;let $=[z,G],Q=new ho,k=null,j=null;this.cameraAutoUpdate=!0,this.enabled=!1,this.isPresenting=!1,this.getController=function(de){let Fe=N[de];return Fe===void 0&&(Fe=new Dr,N[de]=Fe),Fe.getTargetRaySpace()},this.getControllerGrip=function(de){let Fe=N[de];return Fe===void 0&&(Fe=new Dr,N[de]=Fe),Fe.getGripSpace()},this.getHand=function(de){let Fe=N[de];return Fe===void 0&&(Fe=new Dr,N[de]=Fe),Fe.getHandSpace()};function B(de){let Fe=F.indexOf(de.inputSource);if(Fe===-1)return;let Pe=N[Fe];Pe!==void 0&&(Pe.update(de.inputSource,de.frame,f||l),Pe.dispatchEvent({type:de.type,data:de.inputSource}))}function J(){s.removeEventListener("select",B),s.removeEventListener("selectstart",B),s.removeEventListener("selectend",B),s.removeEventListener("squeeze",B),s.removeEventListener("squeezestart",B),s.removeEventListener("squeezeend",B),s.removeEventListener("end",J),s.removeEventListener("inputsourceschange",he);for(let de=0;de<N.length;de++){let Fe=F[de];Fe!==null&&(F[de]=null,N[de].disconnect(Fe))}k=null,j=null,g.reset();for(let de in v)delete v[de];if(e.setRenderTarget(L),y=null,_=null,x=null,s=null,T=null,tt.stop(),n.isPresenting=!1,e.setPixelRatio(D),e.setSize(M.width,M.height,!1),H!==null){let de=H.camera;de.fov=H.fov,de.zoom=H.zoom,de.updateProjectionMatrix(),H=null}n.dispatchEvent({type:"sessionend"})}this.setFramebufferScaleFactor=function(de){o=de,n.isPresenting===!0&&et("WebXRManager: Cannot change framebuffer scale while presenting.")},this.setReferenceSpaceType=function(de){u=de,n.isPresenting===!0&&et("WebXRManager: Cannot change reference space type while presenting.")},this.getReferenceSpace=function(){return f||l},this.setReferenceSpace=function(de){f=de},this.getBaseLayer=function(){return _!==null?_:y},this.getBinding=function(){return x===null&&I&&(x=new XRWebGLBinding(s,t)),x},this.getFrame=function(){return w},this.getSession=function(){return s},this.setSession=async function(de){if(s=de,s!==null){if(L=e.getRenderTarget(),s.addEventListener("select",B),s.addEventListener("selectstart",B),s.addEventListener("selectend",B),s.addEventListener("squeeze",B),s.addEventListener("squeezestart",B),s.addEventListener("squeezeend",B),s.addEventListener("end",J),s.addEventListener("inputsourceschange",he),P.xrCompatible!==!0&&await t.makeXRCompatible(),D=e.getPixelRatio(),e.getSize(M),I&&"createProjectionLayer"in XRWebGLBinding.prototype){let Pe=null,Ye=null,Ue=null;P.depth&&(Ue=P.stencil?t.DEPTH24_STENCIL8:t.DEPTH_COMPONENT24,Pe=P.stencil?Si:gi,Ye=P.stencil?ar:Hn);let rt={colorFormat:t.RGBA8,depthFormat:Ue,scaleFactor:o};x=this.getBinding(),_=x.createProjectionLayer(rt),s.updateRenderState({layers:[_]}),e.setPixelRatio(1),e.setSize(_.textureWidth,_.textureHeight,!1),T=new Rn(_.textureWidth,_.textureHeight,{format:Xn,type:wn,depthTexture:new xi(_.textureWidth,_.textureHeight,Ye,void 0,void 0,void 0,void 0,void 0,void 0,Pe),stencilBuffer:P.stencil,colorSpace:e.outputColorSpace,samples:P.antialias?4:0,resolveDepthBuffer:_.ignoreDepthValues===!1,resolveStencilBuffer:_.ignoreDepthValues===!1,storeMultisampledDepthBuffer:_.ignoreDepthValues===!1,storeMultisampledStencilBuffer:_.ignoreDepthValues===!1})}else{let Pe={antialias:P.antialias,alpha:!0,depth:P.depth,stencil:P.stencil,framebufferScaleFactor:o};y=new XRWebGLLayer(s,t,Pe),s.updateRenderState({baseLayer:y}),e.setPixelRatio(1),e.setSize(y.framebufferWidth,y.framebufferHeight,!1),T=new Rn(y.framebufferWidth,y.framebufferHeight,{format:Xn,type:wn,colorSpace:e.outputColorSpace,stencilBuffer:P.stencil,resolveDepthBuffer:y.ignoreDepthValues===!1,resolveStencilBuffer:y.ignoreDepthValues===!1,storeMultisampledDepthBuffer:y.ignoreDepthValues===!1,storeMultisampledStencilBuffer:y.ignoreDepthValues===!1})}T.isXRRenderTarget=!0,this.setFoveation(h),f=null,l=await s.requestReferenceSpace(u),tt.setContext(s),tt.start(),n.isPresenting=!0,n.dispatchEvent({type:"sessionstart"})}},this.getEnvironmentBlendMode=function(){if(s!==null)return s.environmentBlendMode},this.getDepthTexture=function(){return g.getDepthTexture()};function he(de){for(let Fe=0;Fe<de.removed.length;Fe++){let Pe=de.removed[Fe],Ye=F.indexOf(Pe);Ye>=0&&(F[Ye]=null,N[Ye].disconnect(Pe))}for(let Fe=0;Fe<de.added.length;Fe++){let Pe=de.added[Fe],Ye=F.indexOf(Pe);if(Ye===-1){for(let rt=0;rt<N.length;rt++)if(rt>=F.length){F.push(Pe),Ye=rt;break}else if(F[rt]===null){F[rt]=Pe,Ye=rt;break}if(Ye===-1)break}let Ue=N[Ye];Ue&&Ue.connect(Pe)}}function ie(de,Fe){Fe===null?de.matrixWorld.copy(de.matrix):de.matrixWorld.multiplyMatrices(Fe.matrixWorld,de.matrix),de.matrixWorldInverse.copy(de.matrixWorld).invert()}this.updateCamera=function(de){if(s===null)return;let Fe=de.near,Pe=de.far;g.texture!==null&&(g.depthNear>0&&(Fe=g.depthNear),g.depthFar>0&&(Pe=g.depthFar)),Q.near=G.near=z.near=Fe,Q.far=G.far=z.far=Pe,(k!==Q.near||j!==Q.far)&&(s.updateRenderState({depthNear:Q.near,depthFar:Q.far}),k=Q.near,j=Q.far),Q.layers.mask=de.layers.mask|6,z.layers.mask=Q.layers.mask&-5,G.layers.mask=Q.layers.mask&-3;let Ye=de.parent,Ue=Q.cameras;ie(Q,Ye);for(let rt=0;rt<Ue.length;rt++)ie(Ue[rt],Ye);Q.projectionMatrix.copy(z.projectionMatrix),Q.projectionMatrixInverse.copy(z.projectionMatrixInverse),H===null&&de.isPerspectiveCamera&&(H={camera:de,fov:de.fov,zoom:de.zoom}),W(de,Q,Ye)};function W(de,Fe,Pe){Pe===null?de.matrix.copy(Fe.matrixWorld):(de.matrix.copy(Pe.matrixWorld),de.matrix.invert(),de.matrix.multiply(Fe.matrixWorld)),de.matrix.decompose(de.position,de.quaternion,de.scale),de.updateMatrixWorld(!0),de.projectionMatrix.copy(Fe.projectionMatrix),de.projectionMatrixInverse.copy(Fe.projectionMatrixInverse),de.isPerspectiveCamera&&(de.fov=Xa*2*Math.atan(1/de.projectionMatrix.elements[5]),de.zoom=1)}this.getCamera=function(){return Q},this.getFoveation=function(){if(!(_===null&&y===null))return h},this.setFoveation=function(de){h=de,_!==null&&(_.fixedFoveation=de),y!==null&&y.fixedFoveation!==void 0&&(y.fixedFoveation=de)},this.hasDepthSensing=function(){return g.texture!==null},this.getDepthSensingMesh=function(){return g.getMesh(Q)},this.getCameraTexture=function(de){return v[de]};let ge=null;function We(de,Fe){if(m=Fe.getViewerPose(f||l),w=Fe,m!==null){let Pe=m.views;y!==null&&(e.setRenderTargetFramebuffer(T,y.framebuffer),e.setRenderTarget(T));let Ye=!1;Pe.length!==Q.cameras.length&&(Q.cameras.length=0,Ye=!0);for(let Ke=0;Ke<Pe.length;Ke++){let wt=Pe[Ke],At=null;if(y!==null)At=y.getViewport(wt);else{let Gt=x.getViewSubImage(_,wt);At=Gt.viewport,Ke===0&&(e.setRenderTargetTextures(T,Gt.colorTexture,Gt.depthStencilTexture),e.setRenderTarget(T))}let dt=$[Ke];dt===void 0&&(dt=new _n,dt.layers.enable(Ke),dt.viewport=new kt,$[Ke]=dt),dt.matrix.fromArray(wt.transform.matrix),dt.matrix.decompose(dt.position,dt.quaternion,dt.scale),dt.projectionMatrix.fromArray(wt.projectionMatrix),dt.projectionMatrixInverse.copy(dt.projectionMatrix).invert(),dt.viewport.set(At.x,At.y,At.width,At.height),Ke===0&&(Q.matrix.copy(dt.matrix),Q.matrix.decompose(Q.position,Q.quaternion,Q.scale)),Ye===!0&&Q.cameras.push(dt)}let Ue=s.enabledFeatures;if(Ue&&Ue.includes("depth-sensing")&&s.depthUsage=="gpu-optimized"&&I){x=n.getBinding();let Ke=x.getDepthInformation(Pe[0]);Ke&&Ke.isValid&&Ke.texture&&g.init(Ke,s.renderState)}if(Ue&&Ue.includes("camera-access")&&I){e.state.unbindTexture(),x=n.getBinding();for(let Ke=0;Ke<Pe.length;Ke++){let wt=Pe[Ke].camera;if(wt){let At=v[wt];At||(At=new vs,v[wt]=At);let dt=x.getCameraImage(wt);At.sourceTexture=dt}}}}for(let Pe=0;Pe<N.length;Pe++){let Ye=F[Pe],Ue=N[Pe];Ye!==null&&Ue!==void 0&&Ue.update(Ye,Fe,f||l)}ge&&ge(de,Fe),Fe.detectedPlanes&&n.dispatchEvent({type:"planesdetected",data:Fe}),w=null}let tt=new Fd;tt.setAnimationLoop(We),this.setAnimationLoop=function(de){ge=de},this.dispose=function(){}}},vb=new Tt,Wd=new at;Wd.set(-1,0,0,0,1,0,0,0,1);function xb(i,e){function t(g,v){g.matrixAutoUpdate===!0&&g.updateMatrix(),v.value.copy(g.matrix)}function n(g,v){v.color.getRGB(g.fogColor.value,Fc(i)),v.isFog?(g.fogNear.value=v.near,g.fogFar.value=v.far):v.isFogExp2&&(g.fogDensity.value=v.density)}function s(g,v,P,L,T){v.isNodeMaterial?v.uniformsNeedUpdate=!1:v.isMeshBasicMaterial?o(g,v):v.isMeshLambertMaterial?(o(g,v),v.envMap&&(g.envMapIntensity.value=v.envMapIntensity)):v.isMeshToonMaterial?(o(g,v),x(g,v)):v.isMeshPhongMaterial?(o(g,v),m(g,v),v.envMap&&(g.envMapIntensity.value=v.envMapIntensity)):v.isMeshStandardMaterial?(o(g,v),_(g,v),v.isMeshPhysicalMaterial&&y(g,v,T)):v.isMeshMatcapMaterial?(o(g,v),w(g,v)):v.isMeshDepthMaterial?o(g,v):v.isMeshDistanceMaterial?(o(g,v),I(g,v)):v.isMeshNormalMaterial?o(g,v):v.isLineBasicMaterial?(l(g,v),v.isLineDashedMaterial&&u(g,v)):v.isPointsMaterial?h(g,v,P,L):v.isSpriteMaterial?f(g,v):v.isShadowMaterial?(g.color.value.copy(v.color),g.opacity.value=v.opacity):v.isShaderMaterial&&(v.uniformsNeedUpdate=!1)}function o(g,v){g.opacity.value=v.opacity,v.color&&g.diffuse.value.copy(v.color),v.emissive&&g.emissive.value.copy(v.emissive).multiplyScalar(v.emissiveIntensity),v.map&&(g.map.value=v.map,t(v.map,g.mapTransform)),v.alphaMap&&(g.alphaMap.value=v.alphaMap,t(v.alphaMap,g.alphaMapTransform)),v.bumpMap&&(g.bumpMap.value=v.bumpMap,t(v.bumpMap,g.bumpMapTransform),g.bumpScale.value=v.bumpScale,v.side===Sn&&(g.bumpScale.value*=-1)),v.normalMap&&(g.normalMap.value=v.normalMap,t(v.normalMap,g.normalMapTransform),g.normalScale.value.copy(v.normalScale),v.side===Sn&&g.normalScale.value.negate()),v.displacementMap&&(g.displacementMap.value=v.displacementMap,t(v.displacementMap,g.displacementMapTransform),g.displacementScale.value=v.displacementScale,g.displacementBias.value=v.displacementBias),v.emissiveMap&&(g.emissiveMap.value=v.emissiveMap,t(v.emissiveMap,g.emissiveMapTransform)),v.specularMap&&(g.specularMap.value=v.specularMap,t(v.specularMap,g.specularMapTransform)),v.alphaTest>0&&(g.alphaTest.value=v.alphaTest);let P=e.get(v),L=P.envMap,T=P.envMapRotation;L&&(g.envMap.value=L,g.envMapRotation.value.setFromMatrix4(vb.makeRotationFromEuler(T)).transpose(),L.isCubeTexture&&L.isRenderTargetTexture===!1&&g.envMapRotation.value.premultiply(Wd),g.reflectivity.value=v.reflectivity,g.ior.value=v.ior,g.refractionRatio.value=v.refractionRatio),v.lightMap&&(g.lightMap.value=v.lightMap,g.lightMapIntensity.value=v.lightMapIntensity,t(v.lightMap,g.lightMapTransform)),v.aoMap&&(g.aoMap.value=v.aoMap,g.aoMapIntensity.value=v.aoMapIntensity,t(v.aoMap,g.aoMapTransform))}function l(g,v){g.diffuse.value.copy(v.color),g.opacity.value=v.opacity,v.map&&(g.map.value=v.map,t(v.map,g.mapTransform))}function u(g,v){g.dashSize.value=v.dashSize,g.totalSize.value=v.dashSize+v.gapSize,g.scale.value=v.scale}function h(g,v,P,L){g.diffuse.value.copy(v.color),g.opacity.value=v.opacity,g.size.value=v.size*P,g.scale.value=L*.5,v.map&&(g.map.value=v.map,t(v.map,g.uvTransform)),v.alphaMap&&(g.alphaMap.value=v.alphaMap,t(v.alphaMap,g.alphaMapTransform)),v.alphaTest>0&&(g.alphaTest.value=v.alphaTest)}function f(g,v){g.diffuse.value.copy(v.color),g.opacity.value=v.opacity,g.rotation.value=v.rotation,v.map&&(g.map.value=v.map,t(v.map,g.mapTransform)),v.alphaMap&&(g.alphaMap.value=v.alphaMap,t(v.alphaMap,g.alphaMapTransform)),v.alphaTest>0&&(g.alphaTest.value=v.alphaTest)}function m(g,v){g.specular.value.copy(v.specular),g.shininess.value=Math.max(v.shininess,1e-4)}function x(g,v){v.gradientMap&&(g.gradientMap.value=v.gradientMap)}function _(g,v){g.metalness.value=v.metalness,v.metalnessMap&&(g.metalnessMap.value=v.metalnessMap,t(v.metalnessMap,g.metalnessMapTransform)),g.roughness.value=v.roughness,v.roughnessMap&&(g.roughnessMap.value=v.roughnessMap,t(v.roughnessMap,g.roughnessMapTransform)),v.envMap&&(g.envMapIntensity.value=v.envMapIntensity)}function y(g,v,P){g.ior.value=v.ior,v.diffuseRoughness>0&&(g.diffuseRoughness.value=v.diffuseRoughness,v.diffuseRoughnessMap&&(g.diffuseRoughnessMap.value=v.diffuseRoughnessMap,t(v.diffuseRoughnessMap,g.diffuseRoughnessMapTransform))),v.sheen>0&&(g.sheenColor.value.copy(v.sheenColor).multiplyScalar(v.sheen),g.sheenRoughness.value=v.sheenRoughness,v.sheenColorMap&&(g.sheenColorMap.value=v.sheenColorMap,t(v.sheenColorMap,g.sheenColorMapTransform)),v.sheenRoughnessMap&&(g.sheenRoughnessMap.value=v.sheenRoughnessMap,t(v.sheenRoughnessMap,g.sheenRoughnessMapTransform))),v.clearcoat>0&&(g.clearcoat.value=v.clearcoat,g.clearcoatRoughness.value=v.clearcoatRoughness,v.clearcoatMap&&(g.clearcoatMap.value=v.clearcoatMap,t(v.clearcoatMap,g.clearcoatMapTransform)),v.clearcoatRoughnessMap&&(g.clearcoatRoughnessMap.value=v.clearcoatRoughnessMap,t(v.clearcoatRoughnessMap,g.clearcoatRoughnessMapTransform)),v.clearcoatNormalMap&&(g.clearcoatNormalMap.value=v.clearcoatNormalMap,t(v.clearcoatNormalMap,g.clearcoatNormalMapTransform),g.clearcoatNormalScale.value.copy(v.clearcoatNormalScale),v.side===Sn&&g.clearcoatNormalScale.value.negate())),v.dispersion>0&&(g.dispersion.value=v.dispersion),v.retroreflectivity>0&&(g.retroreflectivity.value=v.retroreflectivity),v.iridescence>0&&(g.iridescence.value=v.iridescence,g.iridescenceIOR.value=v.iridescenceIOR,g.iridescenceThicknessMinimum.value=v.iridescenceThicknessMinimum,g.iridescenceThicknessMaximum.value=v.iridescenceThicknessMaximum,v.iridescenceMap&&(g.iridescenceMap.value=v.iridescenceMap,t(v.iridescenceMap,g.iridescenceMapTransform)),v.iridescenceThicknessMap&&(g.iridescenceThicknessMap.value=v.iridescenceThicknessMap,t(v.iridescenceThicknessMap,g.iridescenceThicknessMapTransform))),v.transmission>0&&(g.transmission.value=v.transmission,g.transmissionSamplerMap.value=P.texture,g.transmissionSamplerSize.value.set(P.width,P.height),v.transmissionMap&&(g.transmissionMap.value=v.transmissionMap,t(v.transmissionMap,g.transmissionMapTransform)),g.thickness.value=v.thickness,v.thicknessMap&&(g.thicknessMap.value=v.thicknessMap,t(v.thicknessMap,g.thicknessMapTransform)),g.attenuationDistance.value=v.attenuationDistance,g.attenuationColor.value.copy(v.attenuationColor)),v.anisotropy>0&&(g.anisotropyVector.value.set(v.anisotropy*Math.cos(v.anisotropyRotation),v.anisotropy*Math.sin(v.anisotropyRotation)),v.anisotropyMap&&(g.anisotropyMap.value=v.anisotropyMap,t(v.anisotropyMap,g.anisotropyMapTransform))),g.specularIntensity.value=v.specularIntensity,g.specularColor.value.copy(v.specularColor),v.specularColorMap&&(g.specularColorMap.value=v.specularColorMap,t(v.specularColorMap,g.specularColorMapTransform)),v.specularIntensityMap&&(g.specularIntensityMap.value=v.specularIntensityMap,t(v.specularIntensityMap,g.specularIntensityMapTransform))}function w(g,v){v.matcap&&(g.matcap.value=v.matcap)}function I(g,v){let P=e.get(v).light;g.referencePosition.value.setFromMatrixPosition(P.matrixWorld),g.nearDistance.value=P.shadow.camera.near,g.farDistance.value=P.shadow.camera.far}return{refreshFogUniforms:n,refreshMaterialUniforms:s}}function yb(i,e,t,n){let s={},o={};function l(P,L){let T=L.program;n.uniformBlockBinding(P,T,s[P.id])}function u(P,L){let T=s[P.id];T===void 0&&(w(P),T=h(P),s[P.id]=T,P.addEventListener("dispose",g));let N=L.program;n.updateUBOMapping(P,N);let F=e.render.frame;o[P.id]!==F&&(f(P),o[P.id]=F)}function h(P){let L=i.createBuffer(),T=P.__size,N=P.usage;return i.bindBuffer(i.UNIFORM_BUFFER,L),i.bufferData(i.UNIFORM_BUFFER,T,N),i.bindBuffer(i.UNIFORM_BUFFER,null),L}function f(P){let L=s[P.id],T=P.uniforms,N=P.__cache;i.bindBuffer(i.UNIFORM_BUFFER,L);for(let F=0,M=T.length;F<M;F++){let D=T[F];if(Array.isArray(D))for(let H=0,z=D.length;H<z;H++)m(D[H],F,H,N);else m(D,F,0,N)}i.bindBuffer(i.UNIFORM_BUFFER,null)}function m(P,L,T,N){if(_(P,L,T,N)===!0){let F=P.__offset,M=P.value;if(Array.isArray(M)){let D=0;for(let H=0;H<M.length;H++){let z=M[H],G=I(z,!0);x(z,P.__data,D),D+=G.storage/Float32Array.BYTES_PER_ELEMENT}}else x(M,P.__data,0);i.bufferSubData(i.UNIFORM_BUFFER,F,P.__data)}}function x(P,L,T){typeof P=="number"||typeof P=="boolean"?L[T]=P:P.isMatrix3?(L[T]=P.elements[0],L[T+1]=P.elements[1],L[T+2]=P.elements[2],L[T+3]=0,L[T+4]=P.elements[3],L[T+5]=P.elements[4],L[T+6]=P.elements[5],L[T+7]=0,L[T+8]=P.elements[6],L[T+9]=P.elements[7],L[T+10]=P.elements[8],L[T+11]=0):ArrayBuffer.isView(P)?L.set(P.subarray(0,L.length-T),T):P.toArray(L,T)}function _(P,L,T,N){let F=P.value,M=L+"_"+T;if(Array.isArray(F)){N[M]===void 0&&(N[M]=[]);let D=N[M],H=!1;for(let z=0;z<F.length;z++)y(F[z],D,z)===!0&&(H=!0);return H}return y(F,N,M)}function y(P,L,T){if(L[T]===void 0)return typeof P=="number"||typeof P=="boolean"?L[T]=P:ArrayBuffer.isView(P)?L[T]=P.slice():L[T]=P.clone(),!0;{let N=L[T];if(typeof P=="number"||typeof P=="boolean"){if(N!==P)return L[T]=P,!0}else{if(ArrayBuffer.isView(P))return!0;if(N.equals(P)===!1)return N.copy(P),!0}}return!1}function w(P){let L=P.uniforms,T=0,N=16;for(let M=0,D=L.length;M<D;M++){let H=Array.isArray(L[M])?L[M]:[L[M]];for(let z=0,G=H.length;z<G;z++){let $=H[z],Q=Array.isArray($.value)?$.value:[$.value],k=Array.isArray(L[M])||Array.isArray($.value),j=T;for(let J=0,he=Q.length;J<he;J++){let ie=Q[J],W=I(ie,k),ge=T%N,We=ge%W.boundary,tt=ge+We;T+=We,tt!==0&&N-tt<W.storage&&(T+=N-tt),J===0&&(j=T),T+=W.storage}let B=$.type==="int"?Int32Array:$.type==="uint"?Uint32Array:Float32Array;$.__data=new B((T-j)/Float32Array.BYTES_PER_ELEMENT),$.__offset=j}}let F=T%N;return F>0&&(T+=N-F),P.__size=T,P.__cache={},this}function I(P,L){let T={boundary:0,storage:0};return typeof P=="number"||typeof P=="boolean"?(T.boundary=4,T.storage=4):P.isVector2?(T.boundary=8,T.storage=8):P.isVector3||P.isColor?(T.boundary=16,T.storage=12):P.isVector4?(T.boundary=16,T.storage=16):P.isMatrix3?(T.boundary=16,T.storage=48):P.isMatrix4?(T.boundary=16,T.storage=64):P.isTexture?et("WebGLRenderer: Texture samplers can not be part of an uniforms group."):ArrayBuffer.isView(P)?(T.boundary=16,T.storage=P.byteLength):et("WebGLRenderer: Unsupported uniform value type.",P),L===!0&&(T.boundary=16,T.storage=Math.ceil(T.storage/16)*16),T}function g(P){let L=P.target;L.removeEventListener("dispose",g),i.deleteBuffer(s[L.id]),delete s[L.id],delete o[L.id]}function v(){for(let P in s)i.deleteBuffer(s[P]);s={},o={}}return{bind:l,update:u,dispose:v}}var Sb=new Uint16Array([12469,15057,12620,14925,13266,14620,13807,14376,14323,13990,14545,13625,14713,13328,14840,12882,14931,12528,14996,12233,15039,11829,15066,11525,15080,11295,15085,10976,15082,10705,15073,10495,13880,14564,13898,14542,13977,14430,14158,14124,14393,13732,14556,13410,14702,12996,14814,12596,14891,12291,14937,11834,14957,11489,14958,11194,14943,10803,14921,10506,14893,10278,14858,9960,14484,14039,14487,14025,14499,13941,14524,13740,14574,13468,14654,13106,14743,12678,14818,12344,14867,11893,14889,11509,14893,11180,14881,10751,14852,10428,14812,10128,14765,9754,14712,9466,14764,13480,14764,13475,14766,13440,14766,13347,14769,13070,14786,12713,14816,12387,14844,11957,14860,11549,14868,11215,14855,10751,14825,10403,14782,10044,14729,9651,14666,9352,14599,9029,14967,12835,14966,12831,14963,12804,14954,12723,14936,12564,14917,12347,14900,11958,14886,11569,14878,11247,14859,10765,14828,10401,14784,10011,14727,9600,14660,9289,14586,8893,14508,8533,15111,12234,15110,12234,15104,12216,15092,12156,15067,12010,15028,11776,14981,11500,14942,11205,14902,10752,14861,10393,14812,9991,14752,9570,14682,9252,14603,8808,14519,8445,14431,8145,15209,11449,15208,11451,15202,11451,15190,11438,15163,11384,15117,11274,15055,10979,14994,10648,14932,10343,14871,9936,14803,9532,14729,9218,14645,8742,14556,8381,14461,8020,14365,7603,15273,10603,15272,10607,15267,10619,15256,10631,15231,10614,15182,10535,15118,10389,15042,10167,14963,9787,14883,9447,14800,9115,14710,8665,14615,8318,14514,7911,14411,7507,14279,7198,15314,9675,15313,9683,15309,9712,15298,9759,15277,9797,15229,9773,15166,9668,15084,9487,14995,9274,14898,8910,14800,8539,14697,8234,14590,7790,14479,7409,14367,7067,14178,6621,15337,8619,15337,8631,15333,8677,15325,8769,15305,8871,15264,8940,15202,8909,15119,8775,15022,8565,14916,8328,14804,8009,14688,7614,14569,7287,14448,6888,14321,6483,14088,6171,15350,7402,15350,7419,15347,7480,15340,7613,15322,7804,15287,7973,15229,8057,15148,8012,15046,7846,14933,7611,14810,7357,14682,7069,14552,6656,14421,6316,14251,5948,14007,5528,15356,5942,15356,5977,15353,6119,15348,6294,15332,6551,15302,6824,15249,7044,15171,7122,15070,7050,14949,6861,14818,6611,14679,6349,14538,6067,14398,5651,14189,5311,13935,4958,15359,4123,15359,4153,15356,4296,15353,4646,15338,5160,15311,5508,15263,5829,15188,6042,15088,6094,14966,6001,14826,5796,14678,5543,14527,5287,14377,4985,14133,4586,13869,4257,15360,1563,15360,1642,15358,2076,15354,2636,15341,3350,15317,4019,15273,4429,15203,4732,15105,4911,14981,4932,14836,4818,14679,4621,14517,4386,14359,4156,14083,3795,13808,3437,15360,122,15360,137,15358,285,15355,636,15344,1274,15322,2177,15281,2765,15215,3223,15120,3451,14995,3569,14846,3567,14681,3466,14511,3305,14344,3121,14037,2800,13753,2467,15360,0,15360,1,15359,21,15355,89,15346,253,15325,479,15287,796,15225,1148,15133,1492,15008,1749,14856,1882,14685,1886,14506,1783,14324,1608,13996,1398,13702,1183]),si=null;function Mb(){return si===null&&(si=new ds(Sb,16,16,Gi,Wn),si.name="DFG_LUT",si.minFilter=vn,si.magFilter=vn,si.wrapS=ei,si.wrapT=ei,si.generateMipmaps=!1,si.needsUpdate=!0),si}var il=class{constructor(e={}){let{canvas:t=rd(),context:n=null,depth:s=!0,stencil:o=!1,alpha:l=!1,antialias:u=!1,premultipliedAlpha:h=!0,preserveDrawingBuffer:f=!1,powerPreference:m="default",failIfMajorPerformanceCaveat:x=!1,reversedDepthBuffer:_=!1,outputBufferType:y=wn}=e;this.isWebGLRenderer=!0;let w;if(n!==null){if(typeof WebGLRenderingContext<"u"&&n instanceof WebGLRenderingContext)throw new Error("THREE.WebGLRenderer: WebGL 1 is not supported since r163.");w=n.getContextAttributes().alpha}else w=l;let I=y,g=new Set([Mo,So,yo]),v=new Set([wn,Hn,kr,ar,_o,vo]),P=new Uint32Array(4),L=new Int32Array(4),T={textures:[],min:[],max:[],resolution:[]},N=null,F=null,M=[],D=[],H=null;this.domElement=t,this.debug={checkShaderErrors:!0,diagnostics:{keywords:!1},onShaderError:null},this.autoClear=!0,this.autoClearColor=!0,this.autoClearDepth=!0,this.autoClearStencil=!0,this.sortObjects=!0,this.clippingPlanes=[],this.localClippingEnabled=!1,this.toneMapping=ri,this.toneMappingExposure=1,this.transmissionResolutionScale=1;let z=this,G=!1,$=null,Q=null,k=null,j=null;this._outputColorSpace=dn;let B=0,J=0,he=null,ie=-1,W=null,ge=new kt,We=new kt,tt=null,de=new Qe(0),Fe=0,Pe=t.width,Ye=t.height,Ue=1,rt=null,zt=null,Ke=new kt(0,0,Pe,Ye),wt=new kt(0,0,Pe,Ye),At=!1,dt=new Fi,Gt=new Ja,ht=!1,Pt=!1,St=new Tt,Kt=new te,Le=new kt,$e={background:null,fog:null,environment:null,overrideMaterial:null,isScene:!0},on=!1;function Qt(){return he===null?Ue:1}let q=n;function mn(C,X){return t.getContext(C,X)}let Rt,Ft,De,Ht,Ze,Je,U,A,K,xe,fe,me,Me,ae,le,Re,V,ue,se,Ce,Ee,Ae,Xe;try{let C={alpha:!0,depth:s,stencil:o,antialias:u,premultipliedAlpha:h,preserveDrawingBuffer:f,powerPreference:m,failIfMajorPerformanceCaveat:x};if("setAttribute"in t&&t.setAttribute("data-engine",`three.js r${"187"}`),t.addEventListener("webglcontextlost",qe,!1),t.addEventListener("webglcontextrestored",ct,!1),t.addEventListener("webglcontextcreationerror",Oe,!1),q===null){let X="webgl2";if(q=mn(X,C),q===null)throw mn(X)?new Error("THREE.WebGLRenderer: Error creating WebGL context with your selected attributes."):new Error("THREE.WebGLRenderer: Error creating WebGL context.")}lt()}catch(C){throw t.removeEventListener("webglcontextlost",qe,!1),t.removeEventListener("webglcontextrestored",ct,!1),t.removeEventListener("webglcontextcreationerror",Oe,!1),it("WebGLRenderer: "+C.message),C}function lt(){Rt=new DS(q),Rt.init(),Ee=new mb(q,Rt),Ft=new MS(q,Rt,e,Ee),De=new fb(q,Rt),Ft.reversedDepthBuffer&&_&&De.buffers.depth.setReversed(!0),Q=q.createFramebuffer(),k=q.createFramebuffer(),j=q.createFramebuffer(),Ht=new US(q),Ze=new QM,Je=new pb(q,Rt,De,Ze,Ft,Ee,Ht),U=new LS(z),A=new Bv(q),Ae=new yS(q,A),K=new FS(q,A,Ht,Ae),xe=new BS(q,K,A,Ae,Ht),ue=new OS(q,Ft,Je),le=new bS(Ze),fe=new KM(z,U,Rt,Ft,Ae,le),me=new xb(z,Ze),Me=new tb,ae=new ob(Rt),V=new xS(z,U,De,xe,w,h),Re=new db(z,xe,Ft),Xe=new yb(q,Ht,Ft,De),se=new SS(q,Rt,Ht),Ce=new NS(q,Rt,Ht),Ht.programs=fe.programs,z.capabilities=Ft,z.extensions=Rt,z.properties=Ze,z.renderLists=Me,z.shadowMap=Re,z.state=De,z.info=Ht}I!==wn&&(H=new zS(I,t.width,t.height,u,s,o));let we=new qc(z,q);this.xr=we,this.getContext=function(){return q},this.getContextAttributes=function(){return q.getContextAttributes()},this.forceContextLoss=function(){let C=Rt.get("WEBGL_lose_context");C&&C.loseContext()},this.forceContextRestore=function(){let C=Rt.get("WEBGL_lose_context");C&&C.restoreContext()},this.getPixelRatio=function(){return Ue},this.setPixelRatio=function(C){C!==void 0&&(Ue=C,this.setSize(Pe,Ye,!1))},this.getSize=function(C){return C.set(Pe,Ye)},this.setSize=function(C,X,re=!0){if(we.isPresenting){et("WebGLRenderer: Can't change size while VR device is presenting.");return}Pe=C,Ye=X,t.width=Math.floor(C*Ue),t.height=Math.floor(X*Ue),re===!0&&(t.style.width=C+"px",t.style.height=X+"px"),H!==null&&H.setSize(t.width,t.height),this.setViewport(0,0,C,X)},this.getDrawingBufferSize=function(C){return C.set(Pe*Ue,Ye*Ue).floor()},this.setDrawingBufferSize=function(C,X,re){Pe=C,Ye=X,Ue=re,t.width=Math.floor(C*re),t.height=Math.floor(X*re),this.setViewport(0,0,C,X)},this.setEffects=function(C){if(I===wn){it("WebGLRenderer: setEffects() requires outputBufferType set to HalfFloatType or FloatType.");return}if(C){for(let X=0;X<C.length;X++)if(C[X].isOutputPass===!0){et("WebGLRenderer: OutputPass is not needed in setEffects(). Tone mapping and color space conversion are applied automatically.");break}}H.setEffects(C||[])},this.getCurrentViewport=function(C){return C.copy(ge)},this.getViewport=function(C){return C.copy(Ke)},this.setViewport=function(C,X,re,ee){C.isVector4?Ke.set(C.x,C.y,C.z,C.w):Ke.set(C,X,re,ee),De.viewport(ge.copy(Ke).multiplyScalar(Qt()).round())},this.getScissor=function(C){return C.copy(wt)},this.setScissor=function(C,X,re,ee){C.isVector4?wt.set(C.x,C.y,C.z,C.w):wt.set(C,X,re,ee),De.scissor(We.copy(wt).multiplyScalar(Qt()).round())},this.getScissorTest=function(){return At},this.setScissorTest=function(C){De.setScissorTest(At=C)},this.setOpaqueSort=function(C){rt=C},this.setTransparentSort=function(C){zt=C},this.getClearColor=function(C){return C.copy(V.getClearColor())},this.setClearColor=function(){V.setClearColor(...arguments)},this.getClearAlpha=function(){return V.getClearAlpha()},this.setClearAlpha=function(){V.setClearAlpha(...arguments)},this.clear=function(C=!0,X=!0,re=!0){let ee=0;if(C){let Z=!1;if(he!==null){let Ie=he.texture.format;Z=g.has(Ie)}if(Z){let Ie=he.texture.type,ze=v.has(Ie),Te=V.getClearColor(),Ne=V.getClearAlpha(),Ge=Te.r,nt=Te.g,ft=Te.b;ze?(P[0]=Ge,P[1]=nt,P[2]=ft,P[3]=Ne,q.clearBufferuiv(q.COLOR,0,P)):(L[0]=Ge,L[1]=nt,L[2]=ft,L[3]=Ne,q.clearBufferiv(q.COLOR,0,L))}else ee|=q.COLOR_BUFFER_BIT}X&&(ee|=q.DEPTH_BUFFER_BIT,this.state.buffers.depth.setMask(!0)),re&&(ee|=q.STENCIL_BUFFER_BIT,this.state.buffers.stencil.setMask(4294967295)),ee!==0&&q.clear(ee)},this.clearColor=function(){this.clear(!0,!1,!1)},this.clearDepth=function(){this.clear(!1,!0,!1)},this.clearStencil=function(){this.clear(!1,!1,!0)},this.setNodesHandler=function(C){C.setRenderer(this),$=C},this.dispose=function(){t.removeEventListener("webglcontextlost",qe,!1),t.removeEventListener("webglcontextrestored",ct,!1),t.removeEventListener("webglcontextcreationerror",Oe,!1),V.dispose(),Me.dispose(),ae.dispose(),Je.dispose(),Ze.dispose(),U.dispose(),xe.dispose(),K.dispose(),Ae.dispose(),Xe.dispose(),fe.dispose(),we.dispose(),we.removeEventListener("sessionstart",Hr),we.removeEventListener("sessionend",li),ln.stop()};function qe(C){C.preventDefault(),Lc("WebGLRenderer: Context Lost."),G=!0}function ct(){Lc("WebGLRenderer: Context Restored."),G=!1;let C=Ht.autoReset,X=Re.enabled,re=Re.autoUpdate,ee=Re.needsUpdate,Z=Re.type;lt(),Ht.autoReset=C,Re.enabled=X,Re.autoUpdate=re,Re.needsUpdate=ee,Re.type=Z}function Oe(C){it("WebGLRenderer: A WebGL context could not be created. Reason: ",C.statusMessage)}function Et(C){let X=C.target;X.removeEventListener("dispose",Et),Ut(X)}function Ut(C){oi(C),Ze.remove(C)}function oi(C){let X=Ze.get(C).programs;X!==void 0&&(X.forEach(function(re){fe.releaseProgram(re)}),C.isShaderMaterial&&fe.releaseShaderCache(C))}this.renderBufferDirect=function(C,X,re,ee,Z,Ie){X===null&&(X=$e);let ze=Z.isMesh&&Z.matrixWorld.determinantAffine()<0,Te=dl(C,X,re,ee,Z);De.setMaterial(ee,ze);let Ne=re.index,Ge=1;if(ee.wireframe===!0){if(Ne=K.getWireframeAttribute(re),Ne===void 0)return;Ge=2}let nt=re.drawRange,ft=re.attributes.position,Ve=nt.start*Ge,st=(nt.start+nt.count)*Ge;Ie!==null&&(Ve=Math.max(Ve,Ie.start*Ge),st=Math.min(st,(Ie.start+Ie.count)*Ge)),Ne!==null?(Ve=Math.max(Ve,0),st=Math.min(st,Ne.count)):ft!=null&&(Ve=Math.max(Ve,0),st=Math.min(st,ft.count));let Vt=st-Ve;if(Vt<0||Vt===1/0)return;Ae.setup(Z,ee,Te,re,Ne);let ke,It=se;if(Ne!==null&&(ke=A.get(Ne),It=Ce,It.setIndex(ke)),Z.isMesh)ee.wireframe===!0?(De.setLineWidth(ee.wireframeLinewidth*Qt()),It.setMode(q.LINES)):It.setMode(q.TRIANGLES);else if(Z.isLine){let $t=ee.linewidth;$t===void 0&&($t=1),De.setLineWidth($t*Qt()),Z.isLineSegments?It.setMode(q.LINES):Z.isLineLoop?It.setMode(q.LINE_LOOP):It.setMode(q.LINE_STRIP)}else Z.isPoints?It.setMode(q.POINTS):Z.isSprite&&It.setMode(q.TRIANGLES);if(Z.isBatchedMesh)if(Rt.get("WEBGL_multi_draw"))It.renderMultiDraw(Z._multiDrawStarts,Z._multiDrawCounts,Z._multiDrawCount);else{let $t=Z._multiDrawStarts,He=Z._multiDrawCounts,en=Z._multiDrawCount,Mt=Ne?A.get(Ne).bytesPerElement:1,qn=Ze.get(ee).currentProgram.getUniforms();for(let tn=0;tn<en;tn++)qn.setValue(q,"_gl_DrawID",tn),It.render($t[tn]/Mt,He[tn])}else if(Z.isInstancedMesh)It.renderInstances(Ve,Vt,Z.count);else if(re.isInstancedBufferGeometry){let $t=re._maxInstanceCount!==void 0?re._maxInstanceCount:1/0,He=Math.min(re.instanceCount,$t);It.renderInstances(Ve,Vt,He)}else It.render(Ve,Vt)};function ye(C,X,re,ee){$!==null&&C.isNodeMaterial&&$.setObject(ee,C),ht===!0&&le.setState(C,re,!1),C.transparent===!0&&C.side===bn&&C.forceSinglePass===!1?(C.side=Sn,C.needsUpdate=!0,Hi(C,X,ee),C.side=zi,C.needsUpdate=!0,Hi(C,X,ee),C.side=bn):Hi(C,X,ee)}this.compile=function(C,X,re=null){re===null&&(re=C),$!==null&&$.renderStart(C,X,re),F=ae.get(re),F.init(X),D.push(F),re.traverseVisible(function(Z){Z.isLight&&Z.layers.test(X.layers)&&(F.pushLight(Z),Z.castShadow&&F.pushShadow(Z))}),C!==re&&C.traverseVisible(function(Z){Z.isLight&&Z.layers.test(X.layers)&&(F.pushLight(Z),Z.castShadow&&F.pushShadow(Z))}),F.setupLights(),$!==null&&$.updateLights(F.state.lightsArray),Pt=this.localClippingEnabled,ht=le.init(this.clippingPlanes,Pt),ht===!0&&le.setGlobalState(this.clippingPlanes,X),$!==null&&Re.render(F.state.shadowsArray,re,X);let ee=new Set;return C.traverse(function(Z){if(!(Z.isMesh||Z.isPoints||Z.isLine||Z.isSprite))return;let Ie=Z.material;if(Ie)if(Array.isArray(Ie))for(let ze=0;ze<Ie.length;ze++){let Te=Ie[ze];ye(Te,re,X,Z),ee.add(Te)}else ye(Ie,re,X,Z),ee.add(Ie)}),F=D.pop(),$!==null&&$.renderEnd(),ee},this.compileAsync=function(C,X,re=null){let ee=this.compile(C,X,re);return new Promise(Z=>{function Ie(){if(ee.forEach(function(ze){let Ne=Ze.get(ze).currentProgram;(Ne===void 0||Ne.isReady())&&ee.delete(ze)}),ee.size===0){Z(C);return}setTimeout(Ie,10)}Rt.get("KHR_parallel_shader_compile")!==null?Ie():setTimeout(Ie,10)})};let _e=null;function $n(C){_e&&_e(C)}function Hr(){ln.stop()}function li(){ln.start()}let ln=new Fd;ln.setAnimationLoop($n),typeof self<"u"&&ln.setContext(self),this.setAnimationLoop=function(C){_e=C,we.setAnimationLoop(C),C===null?ln.stop():ln.start()},we.addEventListener("sessionstart",Hr),we.addEventListener("sessionend",li),this.render=function(C,X){if(X!==void 0&&X.isCamera!==!0){it("WebGLRenderer.render: camera is not an instance of THREE.Camera.");return}if(G===!0)return;$!==null&&$.renderStart(C,X);let re=we.enabled===!0&&we.isPresenting===!0,ee=H!==null&&(he===null||re)&&H.begin(z,he);if(C.matrixWorldAutoUpdate===!0&&C.updateMatrixWorld(),X.parent===null&&X.matrixWorldAutoUpdate===!0&&X.updateMatrixWorld(),we.enabled===!0&&we.isPresenting===!0&&(H===null||H.isCompositing()===!1)&&(we.cameraAutoUpdate===!0&&we.updateCamera(X),X=we.getCamera()),C.isScene===!0&&C.onBeforeRender(z,C,X,he),F=ae.get(C,D.length),F.init(X),F.state.textureUnits=Je.getTextureUnits(),D.push(F),St.multiplyMatrices(X.projectionMatrix,X.matrixWorldInverse),X.isArrayCamera?Gt.setFromArrayCamera(X):dt.setFromProjectionMatrix(St,Fn,X.reversedDepth),Pt=this.localClippingEnabled,ht=le.init(this.clippingPlanes,Pt),N=Me.get(C,M.length),N.init(),M.push(N),this.info.render.frame++,we.enabled===!0&&we.isPresenting===!0){let ze=z.xr.getDepthSensingMesh();ze!==null&&Wr(ze,X,-1/0,z.sortObjects)}Wr(C,X,0,z.sortObjects),N.finish(),$!==null&&$.updateLights(F.state.lightsArray),z.sortObjects===!0&&N.sort(rt,zt),on=we.enabled===!1||we.isPresenting===!1||we.hasDepthSensing()===!1,on&&V.addToRenderList(N,C),this.info.autoReset===!0&&this.info.reset(),ht===!0&&le.beginShadows();let Z=F.state.shadowsArray;if(Re.render(Z,C,X),ht===!0&&le.endShadows(),(ee&&H.hasRenderPass())===!1){let ze=N.opaque,Te=N.transmissive;if(F.setupLights(),X.isArrayCamera){let Ne=X.cameras;if(Te.length>0)for(let Ge=0,nt=Ne.length;Ge<nt;Ge++){let ft=Ne[Ge];Vi(ze,Te,C,ft)}on&&V.render(C);for(let Ge=0,nt=Ne.length;Ge<nt;Ge++){let ft=Ne[Ge];Pn(N,C,ft,ft.viewport)}}else Te.length>0&&Vi(ze,Te,C,X),on&&V.render(C),Pn(N,C,X)}he!==null&&J===0&&(Je.updateMultisampleRenderTarget(he),Je.updateRenderTargetMipmap(he)),ee&&H.end(z),C.isScene===!0&&C.onAfterRender(z,C,X),Ae.resetDefaultState(),ie=-1,W=null,D.pop(),D.length>0?(F=D[D.length-1],Je.setTextureUnits(F.state.textureUnits),ht===!0&&le.setGlobalState(z.clippingPlanes,F.state.camera)):F=null,M.pop(),M.length>0?N=M[M.length-1]:N=null,$!==null&&$.renderEnd()};function Wr(C,X,re,ee){if(C.visible===!1)return;if(C.layers.test(X.layers)){if(C.isGroup)re=C.renderOrder;else if(C.isLOD)C.autoUpdate===!0&&C.update(X);else if(C.isLight)F.pushLight(C),C.castShadow&&F.pushShadow(C);else if(C.isSprite){let ze=X.isArrayCamera?Gt:dt;if(!C.frustumCulled||C.intersectsFrustum(ze)){ee&&Le.setFromMatrixPosition(C.matrixWorld).applyMatrix4(St);let Te=xe.update(C),Ne=C.material;Ne.visible&&N.push(C,Te,Ne,re,Le.z,null,X)}}else if(C.isMesh||C.isLine||C.isPoints){let ze=X.isArrayCamera?Gt:dt;if(!C.frustumCulled||C.intersectsFrustum(ze)){let Te=xe.update(C),Ne=C.material;if(ee&&(C.boundingSphere!==void 0?(C.boundingSphere===null&&C.computeBoundingSphere(),Le.copy(C.boundingSphere.center)):(Te.boundingSphere===null&&Te.computeBoundingSphere(),Le.copy(Te.boundingSphere.center)),Le.applyMatrix4(C.matrixWorld).applyMatrix4(St)),Array.isArray(Ne)){let Ge=Te.groups;for(let nt=0,ft=Ge.length;nt<ft;nt++){let Ve=Ge[nt],st=Ne[Ve.materialIndex];st&&st.visible&&N.push(C,Te,st,re,Le.z,Ve,X)}}else Ne.visible&&N.push(C,Te,Ne,re,Le.z,null,X)}}}let Ie=C.children;for(let ze=0,Te=Ie.length;ze<Te;ze++)Wr(Ie[ze],X,re,ee)}function Pn(C,X,re,ee){let{opaque:Z,transmissive:Ie,transparent:ze}=C;F.setupLightsView(re),ht===!0&&le.setGlobalState(z.clippingPlanes,re),ee&&De.viewport(ge.copy(ee)),Z.length>0&&cr(Z,X,re),Ie.length>0&&cr(Ie,X,re),ze.length>0&&cr(ze,X,re),De.buffers.depth.setTest(!0),De.buffers.depth.setMask(!0),De.buffers.color.setMask(!0),De.setPolygonOffset(!1)}function Vi(C,X,re,ee){if((re.isScene===!0?re.overrideMaterial:null)!==null)return;if(F.state.transmissionRenderTarget[ee.id]===void 0){let Ve=Rt.has("EXT_color_buffer_half_float")||Rt.has("EXT_color_buffer_float");F.state.transmissionRenderTarget[ee.id]=new Rn(1,1,{generateMipmaps:!0,type:Ve?Wn:wn,minFilter:yi,samples:Math.max(4,Ft.samples),stencilBuffer:o,resolveDepthBuffer:!1,resolveStencilBuffer:!1,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,colorSpace:xt.workingColorSpace})}let Ie=F.state.transmissionRenderTarget[ee.id],ze=ee.viewport||ge;Ie.setSize(ze.z*z.transmissionResolutionScale,ze.w*z.transmissionResolutionScale);let Te=z.getRenderTarget(),Ne=z.getActiveCubeFace(),Ge=z.getActiveMipmapLevel();z.setRenderTarget(Ie),z.getClearColor(de),Fe=z.getClearAlpha(),Fe<1&&z.setClearColor(16777215,.5),z.clear(),on&&V.render(re);let nt=z.toneMapping;z.toneMapping=ri;let ft=ee.viewport;if(ee.viewport!==void 0&&(ee.viewport=void 0),F.setupLightsView(ee),ht===!0&&le.setGlobalState(z.clippingPlanes,ee),cr(C,re,ee),Je.updateMultisampleRenderTarget(Ie),Je.updateRenderTargetMipmap(Ie),Rt.has("WEBGL_multisampled_render_to_texture")===!1){let Ve=!1;for(let st=0,Vt=X.length;st<Vt;st++){let ke=X[st],{object:It,geometry:$t,material:He,group:en}=ke;if(He.side===bn&&It.layers.test(ee.layers)){let Mt=He.side;He.side=Sn,He.needsUpdate=!0,$s(It,re,ee,$t,He,en),He.side=Mt,He.needsUpdate=!0,Ve=!0}}Ve===!0&&(Je.updateMultisampleRenderTarget(Ie),Je.updateRenderTargetMipmap(Ie))}z.setRenderTarget(Te,Ne,Ge),z.setClearColor(de,Fe),ft!==void 0&&(ee.viewport=ft),z.toneMapping=nt}function cr(C,X,re){let ee=X.isScene===!0?X.overrideMaterial:null;for(let Z=0,Ie=C.length;Z<Ie;Z++){let ze=C[Z],{object:Te,geometry:Ne,group:Ge}=ze,nt=ze.material;nt.allowOverride===!0&&ee!==null&&(nt=ee),Te.layers.test(re.layers)&&$s(Te,X,re,Ne,nt,Ge)}}function $s(C,X,re,ee,Z,Ie){$!==null&&Z.isNodeMaterial&&$.setObject(C,Z),C.onBeforeRender(z,X,re,ee,Z,Ie),C.modelViewMatrix.multiplyMatrices(re.matrixWorldInverse,C.matrixWorld),C.normalMatrix.getNormalMatrix(C.modelViewMatrix),Z.onBeforeRender(z,X,re,ee,C,Ie),Z.transparent===!0&&Z.side===bn&&Z.forceSinglePass===!1?(Z.side=Sn,Z.needsUpdate=!0,z.renderBufferDirect(re,X,ee,Z,C,Ie),Z.side=zi,Z.needsUpdate=!0,z.renderBufferDirect(re,X,ee,Z,C,Ie),Z.side=bn):z.renderBufferDirect(re,X,ee,Z,C,Ie),C.onAfterRender(z,X,re,ee,Z,Ie)}function In(C){let X=0;for(let re of C)re.texture!==null&&X++;return X}function Hi(C,X,re){X.isScene!==!0&&(X=$e);let ee=Ze.get(C),Z=F.state.lights,Ie=F.state.shadowsArray,ze=Z.state.version,Te=fe.getParameters(C,Z.state,Ie,X,re,F.state.lightProbeGridArray),Ne=fe.getProgramCacheKey(Te),Ge=ee.programs;ee.environment=C.isMeshStandardMaterial||C.isMeshLambertMaterial||C.isMeshPhongMaterial?X.environment:null,ee.fog=X.fog;let nt=C.isMeshStandardMaterial||C.isMeshLambertMaterial&&!C.envMap||C.isMeshPhongMaterial&&!C.envMap;ee.envMap=U.get(C.envMap||ee.environment,nt),ee.envMapRotation=ee.environment!==null&&C.envMap===null?X.environmentRotation:C.envMapRotation,Ge===void 0&&(C.addEventListener("dispose",Et),Ge=new Map,ee.programs=Ge,ee.programVariants=new Map);let ft=Ge.get(Ne);if(ft!==void 0){if(ee.currentProgram===ft&&ee.lightsStateVersion===ze)return hr(C,Te),ft}else Te.uniforms=fe.getUniforms(C),$!==null&&C.isNodeMaterial&&$.build(C,re,Te),C.onBeforeCompile(Te,z),ft=fe.acquireProgram(Te,Ne),Ge.set(Ne,ft),ee.uniforms=Te.uniforms;let Ve=ee.uniforms;return(!C.isShaderMaterial&&!C.isRawShaderMaterial||C.clipping===!0)&&(Ve.clippingPlanes=le.uniform),hr(C,Te),ee.needsLights=pl(C),ee.lightsStateVersion=ze,ee.needsLights&&(Ve.ambientLightColor.value=Z.state.ambient,Ve.lightProbe.value=Z.state.probe,Ve.sunLights.value=Z.state.sun,Ve.sunLightShadows.value=Z.state.sunShadow,Ve.directionalLights.value=Z.state.directional,Ve.directionalLightShadows.value=Z.state.directionalShadow,Ve.spotLights.value=Z.state.spot,Ve.spotLightShadows.value=Z.state.spotShadow,Ve.rectAreaLights.value=Z.state.rectArea,Ve.ltc_1.value=Z.state.rectAreaLTC1,Ve.ltc_2.value=Z.state.rectAreaLTC2,Ve.pointLights.value=Z.state.point,Ve.pointLightShadows.value=Z.state.pointShadow,Ve.hemisphereLights.value=Z.state.hemi,Ve.sunShadowMatrix.value=Z.state.sunShadowMatrix,Ve.sunShadowCascade.value=Z.state.sunShadowCascade,Ve.directionalShadowMatrix.value=Z.state.directionalShadowMatrix,Ve.spotLightMatrix.value=Z.state.spotLightMatrix,Ve.spotLightMap.value=Z.state.spotLightMap,Ve.pointShadowMatrix.value=Z.state.pointShadowMatrix),ee.numLightProbeGrids=In(F.state.lightProbeGridArray),ee.currentProgram=ft,ee.uniformsList=null,ft}function ur(C,X,re,ee,Z){let Ie=Ze.get(C),ze=Ie.currentProgram.id+","+ee+","+Z,Te=Ie.programVariants.get(ze);return Te===void 0?(Te=Hi(C,X,re),Ie.programVariants.set(ze,Te)):(Ie.currentProgram=Te,Ie.uniformsList=null,Ie.outputColorSpace=ee,Ie.toneMapping=Z),Te}function Wi(C){if(C.uniformsList===null){let X=C.currentProgram.getUniforms();C.uniformsList=zr.seqWithValue(X.seq,C.uniforms)}return C.uniformsList}function hr(C,X){let re=Ze.get(C);re.outputColorSpace=X.outputColorSpace,re.batching=X.batching,re.batchingColor=X.batchingColor,re.instancing=X.instancing,re.instancingColor=X.instancingColor,re.instancingMorph=X.instancingMorph,re.skinning=X.skinning,re.morphTargets=X.morphTargets,re.morphNormals=X.morphNormals,re.morphColors=X.morphColors,re.morphTargetsCount=X.morphTargetsCount,re.numClippingPlanes=X.numClippingPlanes,re.numIntersection=X.numClipIntersection,re.vertexAlphas=X.vertexAlphas,re.vertexTangents=X.vertexTangents,re.toneMapping=X.toneMapping}function dl(C,X,re,ee,Z){X.isScene!==!0&&(X=$e),Je.resetTextureUnits();let Ie=X.fog,ze=ee.isMeshStandardMaterial||ee.isMeshLambertMaterial||ee.isMeshPhongMaterial?X.environment:null,Te=he===null?z.outputColorSpace:he.isXRRenderTarget===!0?he.texture.colorSpace:xt.workingColorSpace,Ne=ee.isMeshStandardMaterial||ee.isMeshLambertMaterial&&!ee.envMap||ee.isMeshPhongMaterial&&!ee.envMap,Ge=U.get(ee.envMap||ze,Ne),nt=ee.vertexColors===!0&&!!re.attributes.color&&re.attributes.color.itemSize===4,ft=!!re.attributes.tangent&&(!!ee.normalMap||ee.anisotropy>0),Ve=!!re.morphAttributes.position,st=!!re.morphAttributes.normal,Vt=!!re.morphAttributes.color,ke=ri;ee.toneMapped&&(he===null||he.isXRRenderTarget===!0)&&(ke=z.toneMapping);let It=re.morphAttributes.position||re.morphAttributes.normal||re.morphAttributes.color,$t=It!==void 0?It.length:0,He=Ze.get(ee),en=F.state.lights;if(ht===!0&&(Pt===!0||C!==W)){let Lt=C===W&&ee.id===ie;le.setState(ee,C,Lt)}let Mt=!1,qn=!1;ee.version===He.__version?He.needsLights&&He.lightsStateVersion!==en.state.version||Z.isBatchedMesh&&He.batching===!1||!Z.isBatchedMesh&&He.batching===!0||Z.isBatchedMesh&&He.batchingColor===!0&&Z._colorsTexture===null||Z.isBatchedMesh&&He.batchingColor===!1&&Z._colorsTexture!==null||Z.isInstancedMesh&&He.instancing===!1||!Z.isInstancedMesh&&He.instancing===!0||Z.isSkinnedMesh&&He.skinning===!1||!Z.isSkinnedMesh&&He.skinning===!0||Z.isInstancedMesh&&He.instancingColor===!0&&Z.instanceColor===null||Z.isInstancedMesh&&He.instancingColor===!1&&Z.instanceColor!==null||Z.isInstancedMesh&&He.instancingMorph===!0&&Z.morphTexture===null||Z.isInstancedMesh&&He.instancingMorph===!1&&Z.morphTexture!==null||He.envMap!==Ge||ee.fog===!0&&He.fog!==Ie||He.numClippingPlanes!==void 0&&(He.numClippingPlanes!==le.numPlanes||He.numIntersection!==le.numIntersection)||He.vertexAlphas!==nt||He.vertexTangents!==ft||He.morphTargets!==Ve||He.morphNormals!==st||He.morphColors!==Vt||He.morphTargetsCount!==$t||He.numLightProbeGrids!==In(F.state.lightProbeGridArray)?Mt=!0:(He.outputColorSpace!==Te||He.toneMapping!==ke)&&(qn=!0):(Mt=!0,He.__version=ee.version);let tn=He.currentProgram;(Mt===!0||qn===!0)&&(tn=qn===!0?ur(ee,X,Z,Te,ke):Hi(ee,X,Z),$&&ee.isNodeMaterial&&$.onUpdateProgram(ee,tn,He));let wi=!1,Yn=!1,Zn=!1,b=tn.getUniforms(),ut=He.uniforms;if(De.useProgram(tn.program)&&(wi=!0,Yn=!0,Zn=!0),ee.id!==ie&&(ie=ee.id,Yn=!0),wi||W!==C){De.buffers.depth.getReversed()&&C.reversedDepth!==!0&&(C._reversedDepth=!0,C.updateProjectionMatrix()),b.setValue(q,"projectionMatrix",C.projectionMatrix),b.setValue(q,"viewMatrix",C.matrixWorldInverse);let Ot=b.map.cameraPosition;Ot!==void 0&&Ot.setValue(q,Kt.setFromMatrixPosition(C.matrixWorld)),Ft.logarithmicDepthBuffer&&b.setValue(q,"logDepthBufFC",2/(Math.log(C.far+1)/Math.LN2)),(ee.isMeshPhongMaterial||ee.isMeshToonMaterial||ee.isMeshLambertMaterial||ee.isMeshBasicMaterial||ee.isMeshStandardMaterial||ee.isShaderMaterial)&&b.setValue(q,"isOrthographic",C.isOrthographicCamera===!0),W!==C&&(W=C,Yn=!0,Zn=!0)}if(He.needsLights&&(en.state.sunShadowMap.length>0&&b.setValue(q,"sunShadowMap",en.state.sunShadowMap,Je),en.state.directionalShadowMap.length>0&&b.setValue(q,"directionalShadowMap",en.state.directionalShadowMap,Je),en.state.spotShadowMap.length>0&&b.setValue(q,"spotShadowMap",en.state.spotShadowMap,Je),en.state.pointShadowMap.length>0&&b.setValue(q,"pointShadowMap",en.state.pointShadowMap,Je)),Z.isSkinnedMesh){b.setOptional(q,Z,"bindMatrix"),b.setOptional(q,Z,"bindMatrixInverse");let Lt=Z.skeleton;Lt&&(Lt.boneTexture===null&&Lt.computeBoneTexture(),b.setValue(q,"boneTexture",Lt.boneTexture,Je))}Z.isBatchedMesh&&(b.setOptional(q,Z,"batchingTexture"),b.setValue(q,"batchingTexture",Z._matricesTexture,Je),b.setOptional(q,Z,"batchingIdTexture"),b.setValue(q,"batchingIdTexture",Z._indirectTexture,Je),b.setOptional(q,Z,"batchingColorTexture"),Z._colorsTexture!==null&&b.setValue(q,"batchingColorTexture",Z._colorsTexture,Je));let En=re.morphAttributes;if((En.position!==void 0||En.normal!==void 0||En.color!==void 0)&&ue.update(Z,re,tn),(Yn||He.receiveShadow!==Z.receiveShadow)&&(He.receiveShadow=Z.receiveShadow,b.setValue(q,"receiveShadow",Z.receiveShadow)),(ee.isMeshStandardMaterial||ee.isMeshLambertMaterial||ee.isMeshPhongMaterial)&&ee.envMap===null&&X.environment!==null&&(ut.envMapIntensity.value=X.environmentIntensity),ut.dfgLUT!==void 0&&(ut.dfgLUT.value=Mb()),Yn){if(b.setValue(q,"toneMappingExposure",z.toneMappingExposure),He.needsLights&&fl(ut,Zn),Ie&&ee.fog===!0&&me.refreshFogUniforms(ut,Ie),me.refreshMaterialUniforms(ut,ee,Ue,Ye,F.state.transmissionRenderTarget[C.id]),He.needsLights&&He.numLightProbeGrids>0){let Lt=T,Ot=0;for(let Un of F.state.lightProbeGridArray)Un.texture!==null&&(Lt.textures[Ot]=Un.texture,Lt.min[Ot]=Un.boundingBox.min,Lt.max[Ot]=Un.boundingBox.max,Lt.resolution[Ot]=Un.resolution,Ot++);for(let Un in Lt)Lt[Un].length=Ot;ut.probesSH.value=Lt.textures,ut.probesMin.value=Lt.min,ut.probesMax.value=Lt.max,ut.probesResolution.value=Lt.resolution}zr.upload(q,Wi(He),ut,Je)}if(ee.isShaderMaterial&&ee.uniformsNeedUpdate===!0&&(zr.upload(q,Wi(He),ut,Je),ee.uniformsNeedUpdate=!1),ee.isSpriteMaterial&&b.setValue(q,"center",Z.center),b.setValue(q,"modelViewMatrix",Z.modelViewMatrix),b.setValue(q,"normalMatrix",Z.normalMatrix),b.setValue(q,"modelMatrix",Z.matrixWorld),ee.uniformsGroups!==void 0){let Lt=ee.uniformsGroups;for(let Ot=0,Un=Lt.length;Ot<Un;Ot++){let qs=Lt[Ot];Xe.update(qs,tn),Xe.bind(qs,tn)}}return tn}function fl(C,X){C.ambientLightColor.needsUpdate=X,C.lightProbe.needsUpdate=X,C.sunLights.needsUpdate=X,C.sunLightShadows.needsUpdate=X,C.directionalLights.needsUpdate=X,C.directionalLightShadows.needsUpdate=X,C.pointLights.needsUpdate=X,C.pointLightShadows.needsUpdate=X,C.spotLights.needsUpdate=X,C.spotLightShadows.needsUpdate=X,C.rectAreaLights.needsUpdate=X,C.hemisphereLights.needsUpdate=X}function pl(C){return C.isMeshLambertMaterial||C.isMeshToonMaterial||C.isMeshPhongMaterial||C.isMeshStandardMaterial||C.isShadowMaterial||C.isShaderMaterial&&C.lights===!0}this.getActiveCubeFace=function(){return B},this.getActiveMipmapLevel=function(){return J},this.getRenderTarget=function(){return he},this.setRenderTargetTextures=function(C,X,re){let ee=Ze.get(C);ee.__autoAllocateDepthBuffer=C.resolveDepthBuffer===!1,ee.__autoAllocateDepthBuffer===!1&&(ee.__useRenderToTexture=!1),Ze.get(C.texture).__webglTexture=X,Ze.get(C.depthTexture).__webglTexture=ee.__autoAllocateDepthBuffer?void 0:re,ee.__hasExternalTextures=!0},this.setRenderTargetFramebuffer=function(C,X){let re=Ze.get(C);re.__webglFramebuffer=X,re.__useDefaultFramebuffer=X===void 0},this.setRenderTarget=function(C,X=0,re=0){he=C,B=X,J=re;let ee=null,Z=!1,Ie=!1;if(C){let Te=Ze.get(C);if(Te.__useDefaultFramebuffer!==void 0){De.bindFramebuffer(q.FRAMEBUFFER,Te.__webglFramebuffer),ge.copy(C.viewport),We.copy(C.scissor),tt=C.scissorTest,De.viewport(ge),De.scissor(We),De.setScissorTest(tt),ie=-1;return}else if(Te.__webglFramebuffer===void 0)Je.setupRenderTarget(C);else if(Te.__hasExternalTextures)Je.rebindTextures(C,Ze.get(C.texture).__webglTexture,Ze.get(C.depthTexture).__webglTexture);else if(C.depthBuffer){let nt=C.depthTexture;if(Te.__boundDepthTexture!==nt){if(nt!==null&&Ze.has(nt)&&(C.width!==nt.image.width||C.height!==nt.image.height))throw new Error("THREE.WebGLRenderer: Attached DepthTexture is initialized to the incorrect size.");Je.setupDepthRenderbuffer(C)}}let Ne=C.texture;(Ne.isData3DTexture||Ne.isDataArrayTexture||Ne.isCompressedArrayTexture)&&(Ie=!0);let Ge=Ze.get(C).__webglFramebuffer;C.isWebGLCubeRenderTarget?(Array.isArray(Ge[X])?ee=Ge[X][re]:ee=Ge[X],Z=!0):C.samples>0&&Je.useMultisampledRTT(C)===!1?ee=Ze.get(C).__webglMultisampledFramebuffer:Array.isArray(Ge)?ee=Ge[re]:ee=Ge,ge.copy(C.viewport),We.copy(C.scissor),tt=C.scissorTest}else ge.copy(Ke).multiplyScalar(Ue).floor(),We.copy(wt).multiplyScalar(Ue).floor(),tt=At;if(re!==0&&(ee=Q),De.bindFramebuffer(q.FRAMEBUFFER,ee)&&De.drawBuffers(C,ee),De.viewport(ge),De.scissor(We),De.setScissorTest(tt),Z){let Te=Ze.get(C.texture);q.framebufferTexture2D(q.FRAMEBUFFER,q.COLOR_ATTACHMENT0,q.TEXTURE_CUBE_MAP_POSITIVE_X+X,Te.__webglTexture,re)}else if(Ie){let Te=X;for(let Ne=0;Ne<C.textures.length;Ne++){let Ge=Ze.get(C.textures[Ne]);q.framebufferTextureLayer(q.FRAMEBUFFER,q.COLOR_ATTACHMENT0+Ne,Ge.__webglTexture,re,Te)}}else if(C!==null&&re!==0){let Te=Ze.get(C.texture);q.framebufferTexture2D(q.FRAMEBUFFER,q.COLOR_ATTACHMENT0,q.TEXTURE_2D,Te.__webglTexture,re)}ie=-1};function Xr(C){let X=Ze.get(C);return(X.__readFormat!==C.format||X.__readType!==C.type)&&(X.__readFormat=C.format,X.__readType=C.type,X.__formatReadable=Ft.textureFormatReadable(C.format),X.__typeReadable=Ft.textureTypeReadable(C.type)),X}this.readRenderTargetPixels=function(C,X,re,ee,Z,Ie,ze,Te=0){if(!(C&&C.isWebGLRenderTarget)){it("WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");return}let Ne=Ze.get(C).__webglFramebuffer;if(C.isWebGLCubeRenderTarget&&ze!==void 0&&(Ne=Ne[ze],Array.isArray(Ne)&&(Ne=Ne[0])),Ne){De.bindFramebuffer(q.FRAMEBUFFER,Ne);try{let Ge=C.textures[Te],nt=Ge.format,ft=Ge.type;C.textures.length>1&&q.readBuffer(q.COLOR_ATTACHMENT0+Te);let Ve=Xr(Ge);if(Ve.__formatReadable===!1){it("WebGLRenderer.readRenderTargetPixels: renderTarget is not in RGBA or implementation defined format.");return}if(Ve.__typeReadable===!1){it("WebGLRenderer.readRenderTargetPixels: renderTarget is not in UnsignedByteType or implementation defined type.");return}X>=0&&X<=C.width-ee&&re>=0&&re<=C.height-Z&&q.readPixels(X,re,ee,Z,Ee.convert(nt),Ee.convert(ft),Ie)}finally{let Ge=he!==null?Ze.get(he).__webglFramebuffer:null;De.bindFramebuffer(q.FRAMEBUFFER,Ge)}}},this.readRenderTargetPixelsAsync=async function(C,X,re,ee,Z,Ie,ze,Te=0){if(!(C&&C.isWebGLRenderTarget))throw new Error("THREE.WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");let Ne=Ze.get(C).__webglFramebuffer;if(C.isWebGLCubeRenderTarget&&ze!==void 0&&(Ne=Ne[ze],Array.isArray(Ne)&&(Ne=Ne[0])),Ne)if(X>=0&&X<=C.width-ee&&re>=0&&re<=C.height-Z){De.bindFramebuffer(q.FRAMEBUFFER,Ne);let Ge=C.textures[Te],nt=Ge.format,ft=Ge.type;C.textures.length>1&&q.readBuffer(q.COLOR_ATTACHMENT0+Te);let Ve=Xr(Ge);if(Ve.__formatReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in RGBA or implementation defined format.");if(Ve.__typeReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in UnsignedByteType or implementation defined type.");let st=q.createBuffer();q.bindBuffer(q.PIXEL_PACK_BUFFER,st),q.bufferData(q.PIXEL_PACK_BUFFER,Ie.byteLength,q.STREAM_READ),q.readPixels(X,re,ee,Z,Ee.convert(nt),Ee.convert(ft),0),q.bindBuffer(q.PIXEL_PACK_BUFFER,null);let Vt=he!==null?Ze.get(he).__webglFramebuffer:null;De.bindFramebuffer(q.FRAMEBUFFER,Vt);let ke=q.fenceSync(q.SYNC_GPU_COMMANDS_COMPLETE,0);return q.flush(),await ad(q,ke,4),q.bindBuffer(q.PIXEL_PACK_BUFFER,st),q.getBufferSubData(q.PIXEL_PACK_BUFFER,0,Ie),q.bindBuffer(q.PIXEL_PACK_BUFFER,null),q.deleteBuffer(st),q.deleteSync(ke),Ie}else throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: requested read bounds are out of range.")},this.copyFramebufferToTexture=function(C,X=null,re=0){let ee=Math.pow(2,-re),Z=Math.floor(C.image.width*ee),Ie=Math.floor(C.image.height*ee),ze=X!==null?X.x:0,Te=X!==null?X.y:0;Je.setTexture2D(C,0),q.copyTexSubImage2D(q.TEXTURE_2D,re,0,0,ze,Te,Z,Ie),De.unbindTexture()},this.copyTextureToTexture=function(C,X,re=null,ee=null,Z=0,Ie=0){let ze,Te,Ne,Ge,nt,ft,Ve,st,Vt,ke=C.isCompressedTexture?C.mipmaps[Ie]:C.image;if(re!==null)ze=re.max.x-re.min.x,Te=re.max.y-re.min.y,Ne=re.isBox3?re.max.z-re.min.z:1,Ge=re.min.x,nt=re.min.y,ft=re.isBox3?re.min.z:0;else{let b=Math.pow(2,-Z);ze=Math.floor(ke.width*b),Te=Math.floor(ke.height*b),C.isDataArrayTexture?Ne=ke.depth:C.isData3DTexture?Ne=Math.floor(ke.depth*b):Ne=1,Ge=0,nt=0,ft=0}ee!==null?(Ve=ee.x,st=ee.y,Vt=ee.z):(Ve=0,st=0,Vt=0);let It=Ee.convert(X.format),$t=Ee.convert(X.type),He;X.isData3DTexture?(Je.setTexture3D(X,0),He=q.TEXTURE_3D):X.isDataArrayTexture||X.isCompressedArrayTexture?(Je.setTexture2DArray(X,0),He=q.TEXTURE_2D_ARRAY):(Je.setTexture2D(X,0),He=q.TEXTURE_2D),De.activeTexture(q.TEXTURE0),De.pixelStorei(q.UNPACK_FLIP_Y_WEBGL,X.flipY),De.pixelStorei(q.UNPACK_PREMULTIPLY_ALPHA_WEBGL,X.premultiplyAlpha),De.pixelStorei(q.UNPACK_ALIGNMENT,X.unpackAlignment);let en=De.getParameter(q.UNPACK_ROW_LENGTH),Mt=De.getParameter(q.UNPACK_IMAGE_HEIGHT),qn=De.getParameter(q.UNPACK_SKIP_PIXELS),tn=De.getParameter(q.UNPACK_SKIP_ROWS),wi=De.getParameter(q.UNPACK_SKIP_IMAGES);De.pixelStorei(q.UNPACK_ROW_LENGTH,ke.width),De.pixelStorei(q.UNPACK_IMAGE_HEIGHT,ke.height),De.pixelStorei(q.UNPACK_SKIP_PIXELS,Ge),De.pixelStorei(q.UNPACK_SKIP_ROWS,nt),De.pixelStorei(q.UNPACK_SKIP_IMAGES,ft);let Yn=C.isDataArrayTexture||C.isData3DTexture,Zn=X.isDataArrayTexture||X.isData3DTexture;if(C.isDepthTexture){let b=Ze.get(C),ut=Ze.get(X),En=Ze.get(b.__renderTarget),Lt=Ze.get(ut.__renderTarget);De.bindFramebuffer(q.READ_FRAMEBUFFER,En.__webglFramebuffer),De.bindFramebuffer(q.DRAW_FRAMEBUFFER,Lt.__webglFramebuffer);for(let Ot=0;Ot<Ne;Ot++)Yn&&(q.framebufferTextureLayer(q.READ_FRAMEBUFFER,q.COLOR_ATTACHMENT0,Ze.get(C).__webglTexture,Z,ft+Ot),q.framebufferTextureLayer(q.DRAW_FRAMEBUFFER,q.COLOR_ATTACHMENT0,Ze.get(X).__webglTexture,Ie,Vt+Ot)),q.blitFramebuffer(Ge,nt,Ge+ze,nt+Te,Ve,st,Ve+ze,st+Te,q.DEPTH_BUFFER_BIT,q.NEAREST);De.bindFramebuffer(q.READ_FRAMEBUFFER,null),De.bindFramebuffer(q.DRAW_FRAMEBUFFER,null)}else if(Z!==0||C.isRenderTargetTexture||Ze.has(C)){let b=Ze.get(C),ut=Ze.get(X);De.bindFramebuffer(q.READ_FRAMEBUFFER,k),De.bindFramebuffer(q.DRAW_FRAMEBUFFER,j);for(let En=0;En<Ne;En++)Yn?q.framebufferTextureLayer(q.READ_FRAMEBUFFER,q.COLOR_ATTACHMENT0,b.__webglTexture,Z,ft+En):q.framebufferTexture2D(q.READ_FRAMEBUFFER,q.COLOR_ATTACHMENT0,q.TEXTURE_2D,b.__webglTexture,Z),Zn?q.framebufferTextureLayer(q.DRAW_FRAMEBUFFER,q.COLOR_ATTACHMENT0,ut.__webglTexture,Ie,Vt+En):q.framebufferTexture2D(q.DRAW_FRAMEBUFFER,q.COLOR_ATTACHMENT0,q.TEXTURE_2D,ut.__webglTexture,Ie),Z!==0?q.blitFramebuffer(Ge,nt,Ge+ze,nt+Te,Ve,st,Ve+ze,st+Te,q.COLOR_BUFFER_BIT,q.NEAREST):Zn?q.copyTexSubImage3D(He,Ie,Ve,st,Vt+En,Ge,nt,ze,Te):q.copyTexSubImage2D(He,Ie,Ve,st,Ge,nt,ze,Te);De.bindFramebuffer(q.READ_FRAMEBUFFER,null),De.bindFramebuffer(q.DRAW_FRAMEBUFFER,null)}else Zn?C.isDataTexture||C.isData3DTexture?q.texSubImage3D(He,Ie,Ve,st,Vt,ze,Te,Ne,It,$t,ke.data):X.isCompressedArrayTexture?q.compressedTexSubImage3D(He,Ie,Ve,st,Vt,ze,Te,Ne,It,ke.data):q.texSubImage3D(He,Ie,Ve,st,Vt,ze,Te,Ne,It,$t,ke):C.isDataTexture?q.texSubImage2D(q.TEXTURE_2D,Ie,Ve,st,ze,Te,It,$t,ke.data):C.isCompressedTexture?q.compressedTexSubImage2D(q.TEXTURE_2D,Ie,Ve,st,ke.width,ke.height,It,ke.data):q.texSubImage2D(q.TEXTURE_2D,Ie,Ve,st,ze,Te,It,$t,ke);De.pixelStorei(q.UNPACK_ROW_LENGTH,en),De.pixelStorei(q.UNPACK_IMAGE_HEIGHT,Mt),De.pixelStorei(q.UNPACK_SKIP_PIXELS,qn),De.pixelStorei(q.UNPACK_SKIP_ROWS,tn),De.pixelStorei(q.UNPACK_SKIP_IMAGES,wi),Ie===0&&X.generateMipmaps===!0&&X.mipmapsAutoUpdate===!0&&q.generateMipmap(He),De.unbindTexture()},this.initRenderTarget=function(C){Ze.get(C).__webglFramebuffer===void 0&&Je.setupRenderTarget(C)},this.initTexture=function(C){C.isCubeTexture?Je.setTextureCube(C,0):C.isData3DTexture?Je.setTexture3D(C,0):C.isDataArrayTexture||C.isCompressedArrayTexture?Je.setTexture2DArray(C,0):Je.setTexture2D(C,0),De.unbindTexture()},this.resetState=function(){B=0,J=0,he=null,De.reset(),Ae.reset()},typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}get coordinateSystem(){return Fn}get outputColorSpace(){return this._outputColorSpace}set outputColorSpace(e){this._outputColorSpace=e;let t=this.getContext();t.drawingBufferColorSpace=xt._getDrawingBufferColorSpace(e),t.unpackColorSpace=xt._getUnpackColorSpace()}};function lr(i){let e=atob(i),t=new Uint8Array(e.length);for(let n=0;n<e.length;n++)t[n]=e.charCodeAt(n);return t.buffer}function Yc({shape:i,varies:e,low:t,high:n,data:s}){let o=new Uint16Array(lr(s)),l=new Float32Array(o.length),u=i.map((m,x)=>i.slice(x+1).reduce((_,y)=>_*y,1)),h=e.length?u[e[0]]*i[e[0]]:1,f=Uint32Array.from({length:Math.min(h,o.length)},(m,x)=>e.reduce((_,y)=>_*i[y]+Math.floor(x/u[y])%i[y],0));for(let m=0,x=0;m<o.length;m++,x=x+1===h?0:x+1){let _=f[x];l[m]=t[_]+o[m]/65535*(n[_]-t[_])}return l}function Zc(i,e){let t=0,n=i.length-1;for(;n-t>1;){let o=t+n>>1;i[o]<=e?t=o:n=o}if(t===i.length-1)return[t,0];let s=(e-i[t])/(i[t+1]-i[t]);return[t,Math.min(Math.max(s,0),1)]}var Jc=5;function al({type:i,size:e,mesh:t},n,s,o,l=0){let[u,h,f]=e;if(i==="sphere")return o?new Ui(u,32,20):new Ui(u,12,8);if(i==="ellipsoid")return(o?new Ui(1,32,20):new Ui(1,12,8)).scale(u,h,f);if(i==="box")return new Ni(2*u,2*h,2*f);if(i==="capsule")return(o?new Fr(u,2*h,10,24):new Fr(u,2*h,3,8)).rotateX(Math.PI/2);if(i==="cylinder")return new xs(u,u,2*h,o?32:12).rotateX(Math.PI/2);if(i==="plane")return bb(u,h,s,l);let{vertices:m,index:x}=n[t],_=new yn;_.setAttribute("position",new rn(Yc(m),3)),_.setIndex(new rn(new Uint16Array(lr(x)),1));let y=_.toNonIndexed();return y.computeVertexNormals(),y}function bb(i,e,t,n){let s=[i,e].every(m=>m===0||m>Jc),[o,l]=s?Array(2).fill(Math.max(t*120,n)):[i||Jc,e||Jc],u=new tr(2*o,2*l),h=2*jc(t),f=u.attributes.uv;for(let m=0;m<f.count;m++)f.setXY(m,(f.getX(m)-.5)*2*o/h,(f.getY(m)-.5)*2*l/h);return u.userData.edgeless=s,u}function jc(i){return 10**Math.round(Math.log10(i/1.2))}function Xd(i,e){let n=document.createElement("canvas");n.width=n.height=256;let s=n.getContext("2d"),[o,l]=i.dark?[.035,.015]:[.01,.05],u=f=>`#${new Qe(i.panel).lerp(new Qe(i.ink),f).getHexString()}`;s.fillStyle=u(o),s.fillRect(0,0,256,256),s.fillStyle=u(l),s.fillRect(0,0,256/2,256/2),s.fillRect(256/2,256/2,256/2,256/2);let h=new gs(n);return h.colorSpace=dn,h.wrapS=h.wrapT=Cr,h.anisotropy=Math.min(8,e.capabilities.getMaxAnisotropy()),h}function Gs(i,e,t){return i.set(e[t+1],e[t+2],e[t+3],e[t]).normalize()}function ol([i,e,t,n]){let s=new Qe().setRGB(i,e,t,dn);return new Ss({color:s,roughness:.55,metalness:.05,transparent:n<1,opacity:n})}function $d(i,e,t){let n=new an(e,t);return n.position.set(...i.pos),Gs(n.quaternion,i.quat,0),n}var Kc=32,qd=12,Vs=class extends Error{};function Yd(i,e,t=null){let n=Math.max(i.view.radius,.001),s=wb(t);s.shadowMap.enabled=!0,s.shadowMap.type=nr,s.domElement.addEventListener("webglcontextlost",g=>g.preventDefault());let o=new cs;o.background=new Qe,o.fog=new ls(0,1,2);let l=new _n(Kc,1,n/50,n*400);l.up.set(0,0,1);let u=new ws(16777215,8947848,2.2);u.position.set(0,0,1);let h=new As(16777215,2.6);h.castShadow=!0,h.shadow.mapSize.set(1024,1024),h.shadow.radius=3,h.shadow.bias=-5e-4,h.shadow.normalBias=n*.004,o.add(u,h,h.target);let f=[];for(let g of i.geoms.filter(({body:v})=>v<0)){let v=g.type==="plane",P=al(g,i.meshes,n,!0,qd*e),L=$d(g,P,v?new Di({side:bn}):ol(g.rgba));if(L.castShadow=L.receiveShadow=!v,o.add(L),!v)continue;L.material.transparent=!0,L.material.opacity=.8,L.material.polygonOffset=!0,L.material.polygonOffsetFactor=1,L.material.polygonOffsetUnits=16;let T=new an(P,new ys({transparent:!0,fog:!0,depthWrite:!1}));T.receiveShadow=!0,T.renderOrder=1,L.add(T),f.push({mesh:L,shade:T,edgeless:P.userData.edgeless})}let m=Math.min(...i.geoms.filter(({type:g,body:v})=>g==="plane"&&v<0).map(({pos:g})=>g[2])),x="",_=new Qe;function y(g){let v=JSON.stringify(g);if(v===x)return;x=v,_.set(g.panel),o.background.set(g.panel),o.fog.color.set(g.panel),u.groundColor.set(g.dark?5592405:10526880);let P=Xd(g,s);for(let{mesh:L,shade:T}of f)T.material.opacity=g.dark?.5:.3,L.material.map?.dispose(),L.material.map=P,L.material.needsUpdate=!0}function w(g,v,P){l.near=v/100,l.far=v*qd,l.updateProjectionMatrix(),Number.isFinite(m)&&(l.position.z=Math.max(l.position.z,m+n*.05)),l.lookAt(g),l.updateMatrixWorld(),o.fog.near=v*1.5,o.fog.far=v*5;for(let{mesh:N,edgeless:F}of f){if(!F)continue;let M=2*jc(n);N.position.x=Math.round(g.x/M)*M,N.position.y=Math.round(g.y/M)*M}let L=Math.max(n,P);h.target.position.copy(g),h.position.set(g.x-L*1.6,g.y-L*1.8,g.z+L*4);let T=h.shadow.camera;T.right!==L*1.6&&(Object.assign(T,{left:-L*1.6,right:L*1.6,top:L*1.6,bottom:-L*1.6,near:L*.1,far:L*12}),T.updateProjectionMatrix())}function I(){o.traverse(g=>{g.geometry?.dispose(),g.material?.map?.dispose(),g.material?.dispose()}),s.dispose(),s.forceContextLoss()}return{renderer:s,scene:o,camera:l,ground:m,paper:_,applyTheme:y,aim:w,castShadows:g=>h.castShadow=g,dispose:I}}function wb(i){try{return new il({antialias:!0,stencil:!0,...i&&{canvas:i}})}catch(e){throw new Vs(e.message)}}var ll=["auto","light","dark"],Qc={auto:"as the system",light:"light",dark:"dark"},Jd="diayn_jax.theme";function Zd(){try{return localStorage.getItem(Jd)}catch{return null}}function eu(i){i==="auto"?delete document.documentElement.dataset.theme:document.documentElement.dataset.theme=i,window.dispatchEvent(new Event("themechange"))}function jd(){let i=ll.includes(Zd())?Zd():"auto",e=ot("button",{class:"quiet",type:"button"}),t=()=>{e.replaceChildren(ot("span",{"aria-hidden":"true"},"◐"),ot("span",{class:"words"},` Colours: ${Qc[i]}`)),e.setAttribute("aria-label",`Colours: ${Qc[i]}`),e.title=`Colours: ${Qc[i]}`};return e.addEventListener("click",()=>{i=ll[(ll.indexOf(i)+1)%ll.length];try{localStorage.setItem(Jd,i)}catch{}t(),eu(i)}),t(),eu(i),matchMedia("(prefers-color-scheme: dark)").addEventListener("change",()=>eu(i)),e}var Eb={0:"toggle",1:"reset",2:"slow"},Tb={12:-1,14:-1,13:1,15:1},Ab=.35;function Kd(i){let e=[];return()=>{let t=[...navigator.getGamepads?.()??[]].find(u=>u?.connected);if(!t)return;let n=t.buttons.map(u=>u.pressed),s=u=>n[u]&&!e[u];for(let[u,h]of Object.entries(Eb))s(u)&&i[h]();for(let[u,h]of Object.entries(Tb))s(u)&&i.next(h);e=n;let[o=0,l=0]=t.axes;Math.hypot(o,l)>Ab&&i.push(o,-l)}}var Rb=new Intl.NumberFormat("en",{maximumSignificantDigits:3}),sA=new Intl.NumberFormat("en",{maximumSignificantDigits:3,useGrouping:!1}),Cb=new Intl.NumberFormat("en",{notation:"scientific",minimumFractionDigits:1,maximumFractionDigits:1}),Qd=Array.from({length:13},(i,e)=>new Intl.NumberFormat("en",{minimumFractionDigits:e,maximumFractionDigits:e})),Pb={"-":"⁻",0:"⁰",1:"¹",2:"²",3:"³",4:"⁴",5:"⁵",6:"⁶",7:"⁷",8:"⁸",9:"⁹"};function tu(i){if(i==null||!Number.isFinite(i))return"–";let e=Math.abs(i);if(e>=1e9||e&&e<.001){let[t,n]=Cb.format(i).split("E");return`${t}·10${[...n].map(s=>Pb[s]).join("")}`.replace("-","−")}return ef((e>=999.5?Qd[0]:Rb).format(i))}function Hs(i,e){return ef(Qd[Math.min(Math.max(0,-Math.floor(Math.log10(e)+1e-9)),12)].format(i))}function ef(i){return i.replace(/^-(?=[0.]*$)/,"").replace("-","−")}var tf=["","The episode ended; a new one began.","The physics broke down; a new episode began.",""],Ib=2500;function nf({title:i,name:e,facts:t,skills:n},s,{theme:o,help:l}){let u=Object.fromEntries(["time","return","reward","speed"].map(G=>[G,ot("dd",{})])),h=Object.entries(u).map(([G,$])=>ot("div",{},ot("dt",{},G),$)),f=ot("p",{class:"play-status",role:"status",hidden:!0}),m=nu("Pause",s.toggle,"Space"),x=da("Slow motion",!1,s.slow,"S"),_=nu("Start again",s.reset,"R"),y=ot("header",{class:"play-top"},ot("div",{class:"play-title"},ot("h1",{},i),ot("p",{},[e,...t].join(" · ")),ot("dl",{class:"play-figures"},h),f),ot("div",{class:"play-buttons"},m,x,_,o)),w=ot("span",{class:"play-swatch"}),I=ot("output",{"aria-live":"off"}),g=ot("p",{class:"play-skill"},n.probes.length>1&&[w,I]),v=ot("div",{class:"play-controls"}),P=ot("aside",{class:"play-side","aria-label":"Controls"},ot("details",{},ot("summary",{},"World"),v),ot("details",{},ot("summary",{},"Keys"),l));P.querySelector("details").open=matchMedia("(min-width: 900px)").matches;let L=0,T=0,N=0,F=iu({label:"Speed",low:.1,high:2,step:.05,value:1,text:G=>`${Hs(G,.01)}×`},s.setSpeed);function M({controls:{gravity:G,motors:$},dt:Q,world:k,rewarded:j}){L=Q;let B=[F.element];G&&B.push(iu({label:"Gravity",...G,text:J=>`${Hs(J,.01)}×`},s.setGravity).element),k.kind!=="image"&&B.push(ot("div",{class:"play-toggles"},da("Follow",!0,s.follow,"The camera follows the robot"),da("Trail",!0,s.trail,"The way that the robot went"))),$&&B.push(D($)),v.replaceChildren(...B);for(let J of["return","reward"])u[J].parentElement.hidden=!j}function D(G){let $=G.map(()=>1),Q=G.map((j,B)=>iu({label:j,low:0,high:1,step:.05,value:1,text:J=>J?`${Math.round(100*J)} %`:"broken"},J=>{$[B]=J,s.setMotors($)})),k=nu("Repair all",()=>{$.fill(1);for(let j of Q)j.set(1);s.setMotors($)});return ot("fieldset",{},ot("legend",{},"Motors"),Q.map(({element:j})=>j),k)}function H({step:G,reward:$,total:Q,why:k},j){let B=performance.now();k&&tf[k]?(z(tf[k],!1),T=B+Ib):T&&B>T&&(z("",!1),T=0),!(B-N<90)&&(N=B,u.time.textContent=L<1?`${Hs(G*L,.1)} s`:`${G} steps`,u.return.textContent=tu(Q),u.reward.textContent=tu($),u.speed.textContent=j===null?"–":`${Hs(j,.1)} m/s`)}function z(G,$){f.hidden=!G,f.textContent=G,f.classList.toggle("failed",$)}return{top:y,side:P,bottom:g,showWorld:M,showFrame:H,showSkill(G,$){I.value=G,w.style.background=`var(--skill-${$})`},showPaused(G){m.textContent=G?"Play":"Pause"},showSpeed(G){F.set(G),Il(x,G<1)},showStatus(G,$){T=0,z(G,$)}}}function nu(i,e,t=null){return ot("button",{type:"button",onclick:e,title:t},i)}function iu({label:i,low:e,high:t,step:n,value:s,text:o},l){let u=ot("output",{"aria-live":"off"}),h=ot("input",{type:"range",min:e,max:t,step:n,value:s,"aria-label":i}),f=()=>{u.value=o(Number(h.value)),h.setAttribute("aria-valuetext",u.value)};return h.addEventListener("input",()=>{f(),l(Number(h.value))}),f(),{element:ot("label",{class:"play-slider"},ot("span",{},i),h,u),set(m){h.value=m,f()}}}var ru="button, select, summary, input[type=radio], input[type=checkbox], [role=button]";function sf(i){let e=null,t=!1,n=({target:h})=>{t=!0,e=rf(h)},s=({target:h})=>{t&&(e=rf(h))},o=h=>h.tagName==="INPUT"&&h.type==="range"?!1:h.isContentEditable||h.closest(`${ru}, textarea, input`)!==null;function l(h){let{target:f,key:m}=h,x=f===e;e=null,t=!1,!(h.altKey||h.ctrlKey||h.metaKey||h.defaultPrevented)&&(m!==" "||!x&&o(f)||(h.preventDefault(),x&&f.blur(),i()))}let u={pointerdown:n,change:s};for(let[h,f]of Object.entries(u))document.addEventListener(h,f,!0);return document.addEventListener("keydown",l),()=>{for(let[h,f]of Object.entries(u))document.removeEventListener(h,f,!0);document.removeEventListener("keydown",l)}}function rf(i){let e=i.closest?.(ru),t=i.closest?.("label")?.control;return e??(t?.matches(ru)?t:null)}var su={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},af=8;function of(i,{entries:e,isDisc:t}){let n=new Set;sf(i.toggle);function s(){let l=[...n].reduce(([h,f],m)=>[h+su[m][0],f+su[m][1]],[0,0]),u=Math.hypot(...l);u&&i.push(l[0]/u,l[1]/u)}function o(l){if(!t)i.pick(l);else if(l>=1&&l<=af){let u=(l-1)/af*2*Math.PI;i.push(Math.sin(u),Math.cos(u))}}document.addEventListener("keydown",l=>{let{target:u,key:h}=l;if(l.altKey||l.ctrlKey||l.metaKey||l.defaultPrevented)return;let f=u.tagName==="SELECT"||u.tagName==="INPUT"&&u.type==="range";if(h in su&&!f&&e.length>1){l.preventDefault(),t?(n.add(h),s()):i.next(h==="ArrowRight"||h==="ArrowDown"?1:-1);return}/^[0-9]$/.test(h)?o(Number(h)):l.repeat||{r:i.reset,s:i.slow,v:i.resetView}[h.toLowerCase()]?.()}),document.addEventListener("keyup",({key:l})=>{n.delete(l)&&s()}),window.addEventListener("blur",()=>n.clear())}function lf({entries:i,isDisc:e}){let t=i.length>1;return ot("dl",{class:"play-keys"},[t&&e&&["arrows","push z"],t&&e&&["1 … 8","eight directions, clockwise from the top"],t&&!e&&["0 … 9","a skill"],t&&!e&&["arrows","the next skill"],["space","pause"],["S","slow motion"],["R","start again"],["V","turn the camera back"],["drag","turn the camera; the wheel or two fingers zoom"],["gamepad","left stick: the skill; A: pause; B: start again; X: slow motion"]].filter(Boolean).map(([s,o])=>[ot("dt",{},ot("kbd",{},s)),ot("dd",{},o)]))}var cl=2*Math.PI,[cf,Ws,au]=[96,66,26],Lb=24,Db=.92;function hf({key:i,counted:e},{entries:t,isDisc:n,nameOf:s},o){let l=t.length<=Lb&&!n,u=t.map(({ends:L},T)=>Ei("path",{d:uf(L,Ws,cf),fill:Pl(T),class:"ring-sector"})),h=t.map((L,T)=>Ei("path",{fill:Pl(T),class:"ring-bar"})),f=l?t.map(({angle:L},T)=>Ei("text",{...Vr(L,(Ws+cf)/2),class:"ring-number"},String(T))):[],m=Ei("path",{class:"ring-arrow",d:""}),x=Ei("circle",{class:"ring-knob",r:11,cx:0,cy:0}),_=Ei("svg",{viewBox:"-100 -100 200 200","aria-hidden":"true"},Ei("circle",{r:Ws-2,class:"ring-middle"}),u,h,f,m,x),y=ot("div",{class:"play-ring",role:"slider",tabindex:0,"aria-label":n?"Direction of z":"Skill","aria-valuemin":0,"aria-valuemax":n?359:t.length-1,title:i||e},_),w=null,I=[0,0];function g(L){let T=y.getBoundingClientRect(),N=T.width/2;o.push((L.clientX-T.left)/N-1,1-(L.clientY-T.top)/N)}y.addEventListener("pointerdown",L=>{L.button||(y.setPointerCapture(L.pointerId),g(L))}),y.addEventListener("pointermove",L=>{y.hasPointerCapture(L.pointerId)&&g(L)});function v(L,T){let{angle:N}=t[T];u.forEach((D,H)=>D.classList.toggle("chosen",H===T)),f.forEach((D,H)=>D.classList.toggle("chosen",H===T));let F=n?Math.max(Math.hypot(...L),1e-9):1,M=n?{x:L[0]/F*Math.min(F,1)*81,y:-L[1]/F*Math.min(F,1)*81}:Vr(N,81);x.setAttribute("cx",M.x),x.setAttribute("cy",M.y),x.style.display=l?"none":"",y.setAttribute("aria-valuenow",n?Math.round((Math.atan2(L[1],L[0])/cl+1)%1*360)%360:T),y.setAttribute("aria-valuetext",s(L,T))}function P(L){if(w==="skills"){let T=Math.max(...L),N=Array.from(L,M=>Math.exp(M-T)),F=N.reduce((M,D)=>M+D,0);h.forEach((M,D)=>M.setAttribute("d",uf(t[D].ends,au,au+(Ws-6-au)*Db*N[D]/F)))}else if(w==="direction"&&n){for(let F of[0,1])I[F]+=.1*(L[F]-I[F]);let T=Math.hypot(...I),N=(Ws-10)*Math.min(1,T*2.5);m.setAttribute("d",T>.001?Fb(Math.atan2(I[0],I[1]),N):"")}}return{element:y,show:v,showBelief:P,believes:L=>w=L}}function Vr(i,e){return{x:e*Math.sin(i*cl),y:-e*Math.cos(i*cl)}}function uf([i,e],t,n){let s=Math.min(.004,(e-i)/12),o=[i+s,Math.min(e-s,i+.9999)],[l,u,h,f]=[[o[0],n],[o[1],n],[o[1],t],[o[0],t]].map(([x,_])=>Vr(x,_)),m=o[1]-o[0]>.5?1:0;return`M${l.x} ${l.y}A${n} ${n} 0 ${m} 1 ${u.x} ${u.y}L${h.x} ${h.y}A${t} ${t} 0 ${m} 0 ${f.x} ${f.y}Z`}function Fb(i,e){let t=i/cl,[n,s,o]=[Vr(t,e),Vr(t-.035,Math.max(e-14,0)),Vr(t+.035,Math.max(e-14,0))];return`M0 0L${n.x} ${n.y}M${s.x} ${s.y}L${n.x} ${n.y}L${o.x} ${o.y}`}var Nb=(async function(i={}){var e,t=i,n=typeof window=="object",s=typeof WorkerGlobalScope<"u",o=typeof process=="object"&&process.versions?.node&&process.type!="renderer",l=!n&&!o&&!s;if(o){let{createRequire:r}=await import("module");var u=r("")}var h=[],f="./this.program",m=(r,a)=>{throw a},x="",_="";function y(r){return t.locateFile?t.locateFile(r,_):_+r}var w,I;if(o){if(!(typeof process=="object"&&process.versions?.node&&process.type!="renderer"))throw new Error("not compiled for this environment (did you build to HTML and try to run it not on the web, or set ENVIRONMENT to something - like node - and run it someplace else - like on the web?)");var g=process.versions.node,v=g.split(".").slice(0,3);if(v=v[0]*1e4+v[1]*100+v[2].split("-")[0]*1,v<16e4)throw new Error("This emscripten-generated code requires node v16.0.0 (detected v"+g+")");var P=u("fs");x.startsWith("file:")&&(_=u("path").dirname(u("url").fileURLToPath(x))+"/"),I=a=>{a=J(a)?new URL(a):a;var c=P.readFileSync(a);return B(Buffer.isBuffer(c)),c},w=async(a,c=!0)=>{a=J(a)?new URL(a):a;var d=P.readFileSync(a,c?void 0:"utf8");return B(c?Buffer.isBuffer(d):typeof d=="string"),d},process.argv.length>1&&(f=process.argv[1].replace(/\\/g,"/")),h=process.argv.slice(2),m=(a,c)=>{throw process.exitCode=a,c}}else if(l){if(typeof process=="object"&&process.versions?.node&&process.type!="renderer"||typeof window=="object"||typeof WorkerGlobalScope<"u")throw new Error("not compiled for this environment (did you build to HTML and try to run it not on the web, or set ENVIRONMENT to something - like node - and run it someplace else - like on the web?)")}else if(n||s){try{_=new URL(".",x).href}catch{}if(!(typeof window=="object"||typeof WorkerGlobalScope<"u"))throw new Error("not compiled for this environment (did you build to HTML and try to run it not on the web, or set ENVIRONMENT to something - like node - and run it someplace else - like on the web?)");s&&(I=r=>{var a=new XMLHttpRequest;return a.open("GET",r,!1),a.responseType="arraybuffer",a.send(null),new Uint8Array(a.response)}),w=async r=>{if(J(r))return new Promise((c,d)=>{var p=new XMLHttpRequest;p.open("GET",r,!0),p.responseType="arraybuffer",p.onload=()=>{if(p.status==200||p.status==0&&p.response){c(p.response);return}d(p.status)},p.onerror=d,p.send(null)});var a=await fetch(r,{credentials:"same-origin"});if(a.ok)return a.arrayBuffer();throw new Error(a.status+" : "+a.url)}}else throw new Error("environment detection error");var L=console.log.bind(console),T=console.error.bind(console),N="IDBFS is no longer included by default; build with -lidbfs.js",F="PROXYFS is no longer included by default; build with -lproxyfs.js",M="WORKERFS is no longer included by default; build with -lworkerfs.js",D="FETCHFS is no longer included by default; build with -lfetchfs.js",H="ICASEFS is no longer included by default; build with -licasefs.js",z="JSFILEFS is no longer included by default; build with -ljsfilefs.js",G="OPFS is no longer included by default; build with -lopfs.js",$="NODEFS is no longer included by default; build with -lnodefs.js";B(!l,"shell environment detected but not enabled at build time.  Add `shell` to `-sENVIRONMENT` to enable.");var Q;typeof WebAssembly!="object"&&T("no native wasm support detected");var k=!1,j;function B(r,a){r||me("Assertion failed"+(a?": "+a:""))}var J=r=>r.startsWith("file://");function he(){var r=Al();B((r&3)==0),r==0&&(r+=4),$e[r>>2]=34821223,$e[r+4>>2]=2310721022,$e[0]=1668509029}function ie(){if(!k){var r=Al();r==0&&(r+=4);var a=$e[r>>2],c=$e[r+4>>2];(a!=34821223||c!=2310721022)&&me(`Stack overflow! Stack cookie has been overwritten at ${Ut(r)}, expected hex dwords 0x89BACDFE and 0x2135467, but received ${Ut(c)} ${Ut(a)}`),$e[0]!=1668509029&&me("Runtime error: The application has corrupted its heap memory area (address zero)!")}}class W extends Error{}class ge extends W{}class We extends W{constructor(a){super(a),this.excPtr=a;let c=Uu(a);this.name=c[0],this.message=c[1]}}var tt=!0;function de(...r){!tt&&typeof tt<"u"||console.warn(...r)}(()=>{var r=new Int16Array(1),a=new Int8Array(r.buffer);if(r[0]=25459,a[0]!==115||a[1]!==99)throw"Runtime error: expected the system to be little-endian! (Run with -sSUPPORT_BIG_ENDIAN to bypass)"})();function Fe(r){Object.getOwnPropertyDescriptor(t,r)||Object.defineProperty(t,r,{configurable:!0,set(){me(`Attempt to set \`Module.${r}\` after it has already been processed.  This can happen, for example, when code is injected via '--post-js' rather than '--pre-js'`)}})}function Pe(r){return()=>B(!1,`call to '${r}' via reference taken before Wasm module initialization`)}function Ye(r){Object.getOwnPropertyDescriptor(t,r)&&me(`\`Module.${r}\` was supplied but \`${r}\` not included in INCOMING_MODULE_JS_API`)}function Ue(r){return r==="FS_createPath"||r==="FS_createDataFile"||r==="FS_createPreloadedFile"||r==="FS_unlink"||r==="addRunDependency"||r==="FS_createLazyFile"||r==="FS_createDevice"||r==="removeRunDependency"}function rt(r,a){typeof globalThis<"u"&&!Object.getOwnPropertyDescriptor(globalThis,r)&&Object.defineProperty(globalThis,r,{configurable:!0,get(){a()}})}function zt(r,a){rt(r,()=>{$n(`\`${r}\` is not longer defined by emscripten. ${a}`)})}zt("buffer","Please use HEAP8.buffer or wasmMemory.buffer"),zt("asm","Please use wasmExports instead");function Ke(r){rt(r,()=>{var a=`\`${r}\` is a library symbol and not included by default; add it to your library.js __deps or to DEFAULT_LIBRARY_FUNCS_TO_INCLUDE on the command line`,c=r;c.startsWith("_")||(c="$"+r),a+=` (e.g. -sDEFAULT_LIBRARY_FUNCS_TO_INCLUDE='${c}')`,Ue(r)&&(a+=". Alternatively, forcing filesystem support (-sFORCE_FILESYSTEM) can export this for you"),$n(a)}),wt(r)}function wt(r){Object.getOwnPropertyDescriptor(t,r)||Object.defineProperty(t,r,{configurable:!0,get(){var a=`'${r}' was not exported. add it to EXPORTED_RUNTIME_METHODS (see the Emscripten FAQ)`;Ue(r)&&(a+=". Alternatively, forcing filesystem support (-sFORCE_FILESYSTEM) can export this for you"),me(a)}})}var At,dt,Gt,ht,Pt,St,Kt,Le,$e,on,Qt,q,mn,Rt=!1;function Ft(){var r=Gt.buffer;ht=new Int8Array(r),St=new Int16Array(r),Pt=new Uint8Array(r),Kt=new Uint16Array(r),Le=new Int32Array(r),$e=new Uint32Array(r),on=new Float32Array(r),Qt=new Float64Array(r),q=new BigInt64Array(r),mn=new BigUint64Array(r)}B(typeof Int32Array<"u"&&typeof Float64Array<"u"&&Int32Array.prototype.subarray!=null&&Int32Array.prototype.set!=null,"JS engine does not provide full typed array support");function De(){if(t.preRun)for(typeof t.preRun=="function"&&(t.preRun=[t.preRun]);t.preRun.length;)ct(t.preRun.shift());Fe("preRun"),Xe(qe)}function Ht(){B(!Rt),Rt=!0,ie(),!t.noFSInit&&!b.initialized&&b.init(),st.init(),Zi.__wasm_call_ctors(),b.ignorePermissions=!1}function Ze(){if(ie(),t.postRun)for(typeof t.postRun=="function"&&(t.postRun=[t.postRun]);t.postRun.length;)we(t.postRun.shift());Fe("postRun"),Xe(lt)}var Je=0,U=null,A={},K=null;function xe(r){Je++,t.monitorRunDependencies?.(Je),r?(B(!A[r]),A[r]=1,K===null&&typeof setInterval<"u"&&(K=setInterval(()=>{if(k){clearInterval(K),K=null;return}var a=!1;for(var c in A)a||(a=!0,T("still waiting on run dependencies:")),T(`dependency: ${c}`);a&&T("(end of list)")},1e4))):T("warning: run dependency added without ID")}function fe(r){if(Je--,t.monitorRunDependencies?.(Je),r?(B(A[r]),delete A[r]):T("warning: run dependency removed without ID"),Je==0&&(K!==null&&(clearInterval(K),K=null),U)){var a=U;U=null,a()}}function me(r){t.onAbort?.(r),r="Aborted("+r+")",T(r),k=!0;var a=new WebAssembly.RuntimeError(r);throw dt?.(a),a}function Me(r,a){return(...c)=>{B(Rt,`native function \`${r}\` called before runtime initialization`);var d=Zi[r];return B(d,`exported native function \`${r}\` not found`),B(c.length<=a,`native function \`${r}\` called with ${c.length} args but expects ${a}`),d(...c)}}var ae;function le(){return t.locateFile?y("mujoco.wasm"):new URL("mujoco.wasm","").href}function Re(r){if(r==ae&&Q)return new Uint8Array(Q);if(I)return I(r);throw"both async and sync fetching of the wasm failed"}async function V(r){if(!Q)try{var a=await w(r);return new Uint8Array(a)}catch{}return Re(r)}async function ue(r,a){try{var c=await V(r),d=await WebAssembly.instantiate(c,a);return d}catch(p){T(`failed to asynchronously prepare wasm: ${p}`),J(ae)&&T(`warning: Loading from a file URI (${ae}) is not supported in most browsers. See https://emscripten.org/docs/getting_started/FAQ.html#how-do-i-run-a-local-webserver-for-testing-why-does-my-program-stall-in-downloading-or-preparing`),me(p)}}async function se(r,a,c){if(!r&&typeof WebAssembly.instantiateStreaming=="function"&&!J(a)&&!o)try{var d=fetch(a,{credentials:"same-origin"}),p=await WebAssembly.instantiateStreaming(d,c);return p}catch(S){T(`wasm streaming compile failed: ${S}`),T("falling back to ArrayBuffer instantiation")}return ue(a,c)}function Ce(){return{env:Yu,wasi_snapshot_preview1:Yu}}async function Ee(){function r(E,R){return Zi=E.exports,Gt=Zi.memory,B(Gt,"memory not found in wasm exports"),Ft(),ia=Zi.__indirect_function_table,B(ia,"table not found in wasm exports"),$m(Zi),fe("wasm-instantiate"),Zi}xe("wasm-instantiate");var a=t;function c(E){return B(t===a,"the Module object should not be replaced during async compilation - perhaps the order of HTML elements is wrong?"),a=null,r(E.instance)}var d=Ce();if(t.instantiateWasm)return new Promise((E,R)=>{try{t.instantiateWasm(d,(O,Y)=>{E(r(O,Y))})}catch(O){T(`Module.instantiateWasm callback failed with error: ${O}`),R(O)}});ae??=le();var p=await se(Q,ae,d),S=c(p);return S}class Ae{name="ExitStatus";constructor(a){this.message=`Program terminated with exit(${a})`,this.status=a}}var Xe=r=>{for(;r.length>0;)r.shift()(t)},lt=[],we=r=>lt.push(r),qe=[],ct=r=>qe.push(r);function Oe(r,a="i8"){switch(a.endsWith("*")&&(a="*"),a){case"i1":return ht[r];case"i8":return ht[r];case"i16":return St[r>>1];case"i32":return Le[r>>2];case"i64":return q[r>>3];case"float":return on[r>>2];case"double":return Qt[r>>3];case"*":return $e[r>>2];default:me(`invalid type for getValue: ${a}`)}}var Et=!0,Ut=r=>(B(typeof r=="number"),r>>>=0,"0x"+r.toString(16).padStart(8,"0"));function oi(r,a,c="i8"){switch(c.endsWith("*")&&(c="*"),c){case"i1":ht[r]=a;break;case"i8":ht[r]=a;break;case"i16":St[r>>1]=a;break;case"i32":Le[r>>2]=a;break;case"i64":q[r>>3]=BigInt(a);break;case"float":on[r>>2]=a;break;case"double":Qt[r>>3]=a;break;case"*":$e[r>>2]=a;break;default:me(`invalid type for setValue: ${c}`)}}var ye=r=>Vu(r),_e=()=>Wu(),$n=r=>{$n.shown||={},$n.shown[r]||($n.shown[r]=1,o&&(r="warning: "+r),T(r))},Hr=typeof TextDecoder<"u"?new TextDecoder:void 0,li=(r,a=0,c=NaN)=>{for(var d=a+c,p=a;r[p]&&!(p>=d);)++p;if(p-a>16&&r.buffer&&Hr)return Hr.decode(r.subarray(a,p));for(var S="";a<p;){var E=r[a++];if(!(E&128)){S+=String.fromCharCode(E);continue}var R=r[a++]&63;if((E&224)==192){S+=String.fromCharCode((E&31)<<6|R);continue}var O=r[a++]&63;if((E&240)==224?E=(E&15)<<12|R<<6|O:((E&248)!=240&&$n("Invalid UTF-8 leading byte "+Ut(E)+" encountered when deserializing a UTF-8 string in wasm memory to a JS string!"),E=(E&7)<<18|R<<12|O<<6|r[a++]&63),E<65536)S+=String.fromCharCode(E);else{var Y=E-65536;S+=String.fromCharCode(55296|Y>>10,56320|Y&1023)}}return S},ln=(r,a)=>(B(typeof r=="number",`UTF8ToString expects a number (got ${typeof r})`),r?li(Pt,r,a):""),Wr=(r,a,c,d)=>me(`Assertion failed: ${ln(r)}, at: `+[a?ln(a):"unknown filename",c,d?ln(d):"unknown function"]),Pn=[],Vi=0,cr=r=>{var a=new ur(r);return a.get_caught()||(a.set_caught(!0),Vi--),a.set_rethrown(!1),Pn.push(a),ua(r),qu(r)},$s=()=>{if(!Pn.length)return 0;var r=Pn[Pn.length-1];return ua(r.excPtr),r.excPtr},In=0,Hi=()=>{Se(0,0),B(Pn.length>0);var r=Pn.pop();Rl(r.excPtr),In=0};class ur{constructor(a){this.excPtr=a,this.ptr=a-24}set_type(a){$e[this.ptr+4>>2]=a}get_type(){return $e[this.ptr+4>>2]}set_destructor(a){$e[this.ptr+8>>2]=a}get_destructor(){return $e[this.ptr+8>>2]}set_caught(a){a=a?1:0,ht[this.ptr+12]=a}get_caught(){return ht[this.ptr+12]!=0}set_rethrown(a){a=a?1:0,ht[this.ptr+13]=a}get_rethrown(){return ht[this.ptr+13]!=0}init(a,c){this.set_adjusted_ptr(0),this.set_type(a),this.set_destructor(c)}set_adjusted_ptr(a){$e[this.ptr+16>>2]=a}get_adjusted_ptr(){return $e[this.ptr+16>>2]}}var Wi=r=>zu(r),hr=r=>{var a=In?.excPtr;if(!a)return Wi(0),0;var c=new ur(a);c.set_adjusted_ptr(a);var d=c.get_type();if(!d)return Wi(0),a;for(var p of r){if(p===0||p===d)break;var S=c.ptr+16;if($u(p,d,S))return Wi(p),a}return Wi(d),a},dl=()=>hr([]),fl=r=>hr([r]),pl=(r,a)=>hr([r,a]),Xr=()=>{var r=Pn.pop();r||me("no exception to throw");var a=r.excPtr;throw r.get_rethrown()||(Pn.push(r),r.set_rethrown(!0),r.set_caught(!1),Vi++),In=new We(a),In},C=r=>{if(r){var a=new ur(r);Pn.push(a),a.set_rethrown(!0),Xr()}},X=(r,a,c)=>{var d=new ur(r);throw d.init(a,c),In=new We(r),Vi++,In},re=()=>Vi,ee=r=>{throw In||(In=new We(r)),In},Z={isAbs:r=>r.charAt(0)==="/",splitPath:r=>{var a=/^(\/?|)([\s\S]*?)((?:\.{1,2}|[^\/]+?|)(\.[^.\/]*|))(?:[\/]*)$/;return a.exec(r).slice(1)},normalizeArray:(r,a)=>{for(var c=0,d=r.length-1;d>=0;d--){var p=r[d];p==="."?r.splice(d,1):p===".."?(r.splice(d,1),c++):c&&(r.splice(d,1),c--)}if(a)for(;c;c--)r.unshift("..");return r},normalize:r=>{var a=Z.isAbs(r),c=r.slice(-1)==="/";return r=Z.normalizeArray(r.split("/").filter(d=>!!d),!a).join("/"),!r&&!a&&(r="."),r&&c&&(r+="/"),(a?"/":"")+r},dirname:r=>{var a=Z.splitPath(r),c=a[0],d=a[1];return!c&&!d?".":(d&&(d=d.slice(0,-1)),c+d)},basename:r=>r&&r.match(/([^\/]+|\/)\/*$/)[1],join:(...r)=>Z.normalize(r.join("/")),join2:(r,a)=>Z.normalize(r+"/"+a)},Ie=()=>{if(o){var r=u("crypto");return a=>r.randomFillSync(a)}return a=>crypto.getRandomValues(a)},ze=r=>{(ze=Ie())(r)},Te={resolve:(...r)=>{for(var a="",c=!1,d=r.length-1;d>=-1&&!c;d--){var p=d>=0?r[d]:b.cwd();if(typeof p!="string")throw new TypeError("Arguments to path.resolve must be strings");if(!p)return"";a=p+"/"+a,c=Z.isAbs(p)}return a=Z.normalizeArray(a.split("/").filter(S=>!!S),!c).join("/"),(c?"/":"")+a||"."},relative:(r,a)=>{r=Te.resolve(r).slice(1),a=Te.resolve(a).slice(1);function c(Y){for(var ne=0;ne<Y.length&&Y[ne]==="";ne++);for(var oe=Y.length-1;oe>=0&&Y[oe]==="";oe--);return ne>oe?[]:Y.slice(ne,oe-ne+1)}for(var d=c(r.split("/")),p=c(a.split("/")),S=Math.min(d.length,p.length),E=S,R=0;R<S;R++)if(d[R]!==p[R]){E=R;break}for(var O=[],R=E;R<d.length;R++)O.push("..");return O=O.concat(p.slice(E)),O.join("/")}},Ne=[],Ge=r=>{for(var a=0,c=0;c<r.length;++c){var d=r.charCodeAt(c);d<=127?a++:d<=2047?a+=2:d>=55296&&d<=57343?(a+=4,++c):a+=3}return a},nt=(r,a,c,d)=>{if(B(typeof r=="string",`stringToUTF8Array expects a string (got ${typeof r})`),!(d>0))return 0;for(var p=c,S=c+d-1,E=0;E<r.length;++E){var R=r.codePointAt(E);if(R<=127){if(c>=S)break;a[c++]=R}else if(R<=2047){if(c+1>=S)break;a[c++]=192|R>>6,a[c++]=128|R&63}else if(R<=65535){if(c+2>=S)break;a[c++]=224|R>>12,a[c++]=128|R>>6&63,a[c++]=128|R&63}else{if(c+3>=S)break;R>1114111&&$n("Invalid Unicode code point "+Ut(R)+" encountered when serializing a JS string to a UTF-8 string in wasm memory! (Valid unicode code points should be in range 0-0x10FFFF)."),a[c++]=240|R>>18,a[c++]=128|R>>12&63,a[c++]=128|R>>6&63,a[c++]=128|R&63,E++}}return a[c]=0,c-p},ft=(r,a,c)=>{var d=c>0?c:Ge(r)+1,p=new Array(d),S=nt(r,p,0,p.length);return a&&(p.length=S),p},Ve=()=>{if(!Ne.length){var r=null;if(o){var a=256,c=Buffer.alloc(a),d=0,p=process.stdin.fd;try{d=P.readSync(p,c,0,a)}catch(S){if(S.toString().includes("EOF"))d=0;else throw S}d>0&&(r=c.slice(0,d).toString("utf-8"))}else typeof window<"u"&&typeof window.prompt=="function"&&(r=window.prompt("Input: "),r!==null&&(r+=`
`));if(!r)return null;Ne=ft(r,!0)}return Ne.shift()},st={ttys:[],init(){},shutdown(){},register(r,a){st.ttys[r]={input:[],output:[],ops:a},b.registerDevice(r,st.stream_ops)},stream_ops:{open(r){var a=st.ttys[r.node.rdev];if(!a)throw new b.ErrnoError(43);r.tty=a,r.seekable=!1},close(r){r.tty.ops.fsync(r.tty)},fsync(r){r.tty.ops.fsync(r.tty)},read(r,a,c,d,p){if(!r.tty||!r.tty.ops.get_char)throw new b.ErrnoError(60);for(var S=0,E=0;E<d;E++){var R;try{R=r.tty.ops.get_char(r.tty)}catch{throw new b.ErrnoError(29)}if(R===void 0&&S===0)throw new b.ErrnoError(6);if(R==null)break;S++,a[c+E]=R}return S&&(r.node.atime=Date.now()),S},write(r,a,c,d,p){if(!r.tty||!r.tty.ops.put_char)throw new b.ErrnoError(60);try{for(var S=0;S<d;S++)r.tty.ops.put_char(r.tty,a[c+S])}catch{throw new b.ErrnoError(29)}return d&&(r.node.mtime=r.node.ctime=Date.now()),S}},default_tty_ops:{get_char(r){return Ve()},put_char(r,a){a===null||a===10?(L(li(r.output)),r.output=[]):a!=0&&r.output.push(a)},fsync(r){r.output?.length>0&&(L(li(r.output)),r.output=[])},ioctl_tcgets(r){return{c_iflag:25856,c_oflag:5,c_cflag:191,c_lflag:35387,c_cc:[3,28,127,21,4,0,1,0,17,19,26,0,18,15,23,22,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]}},ioctl_tcsets(r,a,c){return 0},ioctl_tiocgwinsz(r){return[24,80]}},default_tty1_ops:{put_char(r,a){a===null||a===10?(T(li(r.output)),r.output=[]):a!=0&&r.output.push(a)},fsync(r){r.output?.length>0&&(T(li(r.output)),r.output=[])}}},Vt=r=>{me("internal error: mmapAlloc called but `emscripten_builtin_memalign` native symbol not exported")},ke={ops_table:null,mount(r){return ke.createNode(null,"/",16895,0)},createNode(r,a,c,d){if(b.isBlkdev(c)||b.isFIFO(c))throw new b.ErrnoError(63);ke.ops_table||={dir:{node:{getattr:ke.node_ops.getattr,setattr:ke.node_ops.setattr,lookup:ke.node_ops.lookup,mknod:ke.node_ops.mknod,rename:ke.node_ops.rename,unlink:ke.node_ops.unlink,rmdir:ke.node_ops.rmdir,readdir:ke.node_ops.readdir,symlink:ke.node_ops.symlink},stream:{llseek:ke.stream_ops.llseek}},file:{node:{getattr:ke.node_ops.getattr,setattr:ke.node_ops.setattr},stream:{llseek:ke.stream_ops.llseek,read:ke.stream_ops.read,write:ke.stream_ops.write,mmap:ke.stream_ops.mmap,msync:ke.stream_ops.msync}},link:{node:{getattr:ke.node_ops.getattr,setattr:ke.node_ops.setattr,readlink:ke.node_ops.readlink},stream:{}},chrdev:{node:{getattr:ke.node_ops.getattr,setattr:ke.node_ops.setattr},stream:b.chrdev_stream_ops}};var p=b.createNode(r,a,c,d);return b.isDir(p.mode)?(p.node_ops=ke.ops_table.dir.node,p.stream_ops=ke.ops_table.dir.stream,p.contents={}):b.isFile(p.mode)?(p.node_ops=ke.ops_table.file.node,p.stream_ops=ke.ops_table.file.stream,p.usedBytes=0,p.contents=null):b.isLink(p.mode)?(p.node_ops=ke.ops_table.link.node,p.stream_ops=ke.ops_table.link.stream):b.isChrdev(p.mode)&&(p.node_ops=ke.ops_table.chrdev.node,p.stream_ops=ke.ops_table.chrdev.stream),p.atime=p.mtime=p.ctime=Date.now(),r&&(r.contents[a]=p,r.atime=r.mtime=r.ctime=p.atime),p},getFileDataAsTypedArray(r){return r.contents?r.contents.subarray?r.contents.subarray(0,r.usedBytes):new Uint8Array(r.contents):new Uint8Array(0)},expandFileStorage(r,a){var c=r.contents?r.contents.length:0;if(!(c>=a)){var d=1024*1024;a=Math.max(a,c*(c<d?2:1.125)>>>0),c!=0&&(a=Math.max(a,256));var p=r.contents;r.contents=new Uint8Array(a),r.usedBytes>0&&r.contents.set(p.subarray(0,r.usedBytes),0)}},resizeFileStorage(r,a){if(r.usedBytes!=a)if(a==0)r.contents=null,r.usedBytes=0;else{var c=r.contents;r.contents=new Uint8Array(a),c&&r.contents.set(c.subarray(0,Math.min(a,r.usedBytes))),r.usedBytes=a}},node_ops:{getattr(r){var a={};return a.dev=b.isChrdev(r.mode)?r.id:1,a.ino=r.id,a.mode=r.mode,a.nlink=1,a.uid=0,a.gid=0,a.rdev=r.rdev,b.isDir(r.mode)?a.size=4096:b.isFile(r.mode)?a.size=r.usedBytes:b.isLink(r.mode)?a.size=r.link.length:a.size=0,a.atime=new Date(r.atime),a.mtime=new Date(r.mtime),a.ctime=new Date(r.ctime),a.blksize=4096,a.blocks=Math.ceil(a.size/a.blksize),a},setattr(r,a){for(let c of["mode","atime","mtime","ctime"])a[c]!=null&&(r[c]=a[c]);a.size!==void 0&&ke.resizeFileStorage(r,a.size)},lookup(r,a){throw new b.ErrnoError(44)},mknod(r,a,c,d){return ke.createNode(r,a,c,d)},rename(r,a,c){var d;try{d=b.lookupNode(a,c)}catch{}if(d){if(b.isDir(r.mode))for(var p in d.contents)throw new b.ErrnoError(55);b.hashRemoveNode(d)}delete r.parent.contents[r.name],a.contents[c]=r,r.name=c,a.ctime=a.mtime=r.parent.ctime=r.parent.mtime=Date.now()},unlink(r,a){delete r.contents[a],r.ctime=r.mtime=Date.now()},rmdir(r,a){var c=b.lookupNode(r,a);for(var d in c.contents)throw new b.ErrnoError(55);delete r.contents[a],r.ctime=r.mtime=Date.now()},readdir(r){return[".","..",...Object.keys(r.contents)]},symlink(r,a,c){var d=ke.createNode(r,a,41471,0);return d.link=c,d},readlink(r){if(!b.isLink(r.mode))throw new b.ErrnoError(28);return r.link}},stream_ops:{read(r,a,c,d,p){var S=r.node.contents;if(p>=r.node.usedBytes)return 0;var E=Math.min(r.node.usedBytes-p,d);if(B(E>=0),E>8&&S.subarray)a.set(S.subarray(p,p+E),c);else for(var R=0;R<E;R++)a[c+R]=S[p+R];return E},write(r,a,c,d,p,S){if(B(!(a instanceof ArrayBuffer)),a.buffer===ht.buffer&&(S=!1),!d)return 0;var E=r.node;if(E.mtime=E.ctime=Date.now(),a.subarray&&(!E.contents||E.contents.subarray)){if(S)return B(p===0,"canOwn must imply no weird position inside the file"),E.contents=a.subarray(c,c+d),E.usedBytes=d,d;if(E.usedBytes===0&&p===0)return E.contents=a.slice(c,c+d),E.usedBytes=d,d;if(p+d<=E.usedBytes)return E.contents.set(a.subarray(c,c+d),p),d}if(ke.expandFileStorage(E,p+d),E.contents.subarray&&a.subarray)E.contents.set(a.subarray(c,c+d),p);else for(var R=0;R<d;R++)E.contents[p+R]=a[c+R];return E.usedBytes=Math.max(E.usedBytes,p+d),d},llseek(r,a,c){var d=a;if(c===1?d+=r.position:c===2&&b.isFile(r.node.mode)&&(d+=r.node.usedBytes),d<0)throw new b.ErrnoError(28);return d},mmap(r,a,c,d,p){if(!b.isFile(r.node.mode))throw new b.ErrnoError(43);var S,E,R=r.node.contents;if(!(p&2)&&R&&R.buffer===ht.buffer)E=!1,S=R.byteOffset;else{if(E=!0,S=Vt(a),!S)throw new b.ErrnoError(48);R&&((c>0||c+a<R.length)&&(R.subarray?R=R.subarray(c,c+a):R=Array.prototype.slice.call(R,c,c+a)),ht.set(R,S))}return{ptr:S,allocated:E}},msync(r,a,c,d,p){return ke.stream_ops.write(r,a,0,d,c,!1),0}}},It=async r=>{var a=await w(r);return B(a,`Loading data file "${r}" failed (no arrayBuffer).`),new Uint8Array(a)},$t=(...r)=>b.createDataFile(...r),He=r=>{for(var a=r;;){if(!A[r])return r;r=a+Math.random()}},en=[],Mt=(r,a,c,d)=>{typeof Browser<"u"&&Browser.init();var p=!1;return en.forEach(S=>{p||S.canHandle(a)&&(S.handle(r,a,c,d),p=!0)}),p},qn=(r,a,c,d,p,S,E,R,O,Y)=>{var ne=a?Te.resolve(Z.join2(r,a)):r,oe=He(`cp ${ne}`);function pe(ce){function ve(je){Y?.(),R||$t(r,a,je,d,p,O),S?.(),fe(oe)}Mt(ce,ne,ve,()=>{E?.(),fe(oe)})||ve(ce)}xe(oe),typeof c=="string"?It(c).then(pe,E):pe(c)},tn=r=>{var a={r:0,"r+":2,w:577,"w+":578,a:1089,"a+":1090},c=a[r];if(typeof c>"u")throw new Error(`Unknown file open mode: ${r}`);return c},wi=(r,a)=>{var c=0;return r&&(c|=365),a&&(c|=146),c},Yn=r=>ln(ku(r)),Zn={EPERM:63,ENOENT:44,ESRCH:71,EINTR:27,EIO:29,ENXIO:60,E2BIG:1,ENOEXEC:45,EBADF:8,ECHILD:12,EAGAIN:6,EWOULDBLOCK:6,ENOMEM:48,EACCES:2,EFAULT:21,ENOTBLK:105,EBUSY:10,EEXIST:20,EXDEV:75,ENODEV:43,ENOTDIR:54,EISDIR:31,EINVAL:28,ENFILE:41,EMFILE:33,ENOTTY:59,ETXTBSY:74,EFBIG:22,ENOSPC:51,ESPIPE:70,EROFS:69,EMLINK:34,EPIPE:64,EDOM:18,ERANGE:68,ENOMSG:49,EIDRM:24,ECHRNG:106,EL2NSYNC:156,EL3HLT:107,EL3RST:108,ELNRNG:109,EUNATCH:110,ENOCSI:111,EL2HLT:112,EDEADLK:16,ENOLCK:46,EBADE:113,EBADR:114,EXFULL:115,ENOANO:104,EBADRQC:103,EBADSLT:102,EDEADLOCK:16,EBFONT:101,ENOSTR:100,ENODATA:116,ETIME:117,ENOSR:118,ENONET:119,ENOPKG:120,EREMOTE:121,ENOLINK:47,EADV:122,ESRMNT:123,ECOMM:124,EPROTO:65,EMULTIHOP:36,EDOTDOT:125,EBADMSG:9,ENOTUNIQ:126,EBADFD:127,EREMCHG:128,ELIBACC:129,ELIBBAD:130,ELIBSCN:131,ELIBMAX:132,ELIBEXEC:133,ENOSYS:52,ENOTEMPTY:55,ENAMETOOLONG:37,ELOOP:32,EOPNOTSUPP:138,EPFNOSUPPORT:139,ECONNRESET:15,ENOBUFS:42,EAFNOSUPPORT:5,EPROTOTYPE:67,ENOTSOCK:57,ENOPROTOOPT:50,ESHUTDOWN:140,ECONNREFUSED:14,EADDRINUSE:3,ECONNABORTED:13,ENETUNREACH:40,ENETDOWN:38,ETIMEDOUT:73,EHOSTDOWN:142,EHOSTUNREACH:23,EINPROGRESS:26,EALREADY:7,EDESTADDRREQ:17,EMSGSIZE:35,EPROTONOSUPPORT:66,ESOCKTNOSUPPORT:137,EADDRNOTAVAIL:4,ENETRESET:39,EISCONN:30,ENOTCONN:53,ETOOMANYREFS:141,EUSERS:136,EDQUOT:19,ESTALE:72,ENOTSUP:138,ENOMEDIUM:148,EILSEQ:25,EOVERFLOW:61,ECANCELED:11,ENOTRECOVERABLE:56,EOWNERDEAD:62,ESTRPIPE:135},b={root:null,mounts:[],devices:{},streams:[],nextInode:1,nameTable:null,currentPath:"/",initialized:!1,ignorePermissions:!0,filesystems:null,syncFSRequests:0,readFiles:{},ErrnoError:class extends Error{name="ErrnoError";constructor(r){super(Rt?Yn(r):""),this.errno=r;for(var a in Zn)if(Zn[a]===r){this.code=a;break}}},FSStream:class{shared={};get object(){return this.node}set object(r){this.node=r}get isRead(){return(this.flags&2097155)!==1}get isWrite(){return(this.flags&2097155)!==0}get isAppend(){return this.flags&1024}get flags(){return this.shared.flags}set flags(r){this.shared.flags=r}get position(){return this.shared.position}set position(r){this.shared.position=r}},FSNode:class{node_ops={};stream_ops={};readMode=365;writeMode=146;mounted=null;constructor(r,a,c,d){r||(r=this),this.parent=r,this.mount=r.mount,this.id=b.nextInode++,this.name=a,this.mode=c,this.rdev=d,this.atime=this.mtime=this.ctime=Date.now()}get read(){return(this.mode&this.readMode)===this.readMode}set read(r){r?this.mode|=this.readMode:this.mode&=~this.readMode}get write(){return(this.mode&this.writeMode)===this.writeMode}set write(r){r?this.mode|=this.writeMode:this.mode&=~this.writeMode}get isFolder(){return b.isDir(this.mode)}get isDevice(){return b.isChrdev(this.mode)}},lookupPath(r,a={}){if(!r)throw new b.ErrnoError(44);a.follow_mount??=!0,Z.isAbs(r)||(r=b.cwd()+"/"+r);e:for(var c=0;c<40;c++){for(var d=r.split("/").filter(Y=>!!Y),p=b.root,S="/",E=0;E<d.length;E++){var R=E===d.length-1;if(R&&a.parent)break;if(d[E]!=="."){if(d[E]===".."){if(S=Z.dirname(S),b.isRoot(p)){r=S+"/"+d.slice(E+1).join("/");continue e}else p=p.parent;continue}S=Z.join2(S,d[E]);try{p=b.lookupNode(p,d[E])}catch(Y){if(Y?.errno===44&&R&&a.noent_okay)return{path:S};throw Y}if(b.isMountpoint(p)&&(!R||a.follow_mount)&&(p=p.mounted.root),b.isLink(p.mode)&&(!R||a.follow)){if(!p.node_ops.readlink)throw new b.ErrnoError(52);var O=p.node_ops.readlink(p);Z.isAbs(O)||(O=Z.dirname(S)+"/"+O),r=O+"/"+d.slice(E+1).join("/");continue e}}}return{path:S,node:p}}throw new b.ErrnoError(32)},getPath(r){for(var a;;){if(b.isRoot(r)){var c=r.mount.mountpoint;return a?c[c.length-1]!=="/"?`${c}/${a}`:c+a:c}a=a?`${r.name}/${a}`:r.name,r=r.parent}},hashName(r,a){for(var c=0,d=0;d<a.length;d++)c=(c<<5)-c+a.charCodeAt(d)|0;return(r+c>>>0)%b.nameTable.length},hashAddNode(r){var a=b.hashName(r.parent.id,r.name);r.name_next=b.nameTable[a],b.nameTable[a]=r},hashRemoveNode(r){var a=b.hashName(r.parent.id,r.name);if(b.nameTable[a]===r)b.nameTable[a]=r.name_next;else for(var c=b.nameTable[a];c;){if(c.name_next===r){c.name_next=r.name_next;break}c=c.name_next}},lookupNode(r,a){var c=b.mayLookup(r);if(c)throw new b.ErrnoError(c);for(var d=b.hashName(r.id,a),p=b.nameTable[d];p;p=p.name_next){var S=p.name;if(p.parent.id===r.id&&S===a)return p}return b.lookup(r,a)},createNode(r,a,c,d){B(typeof r=="object");var p=new b.FSNode(r,a,c,d);return b.hashAddNode(p),p},destroyNode(r){b.hashRemoveNode(r)},isRoot(r){return r===r.parent},isMountpoint(r){return!!r.mounted},isFile(r){return(r&61440)===32768},isDir(r){return(r&61440)===16384},isLink(r){return(r&61440)===40960},isChrdev(r){return(r&61440)===8192},isBlkdev(r){return(r&61440)===24576},isFIFO(r){return(r&61440)===4096},isSocket(r){return(r&49152)===49152},flagsToPermissionString(r){var a=["r","w","rw"][r&3];return r&512&&(a+="w"),a},nodePermissions(r,a){return b.ignorePermissions?0:a.includes("r")&&!(r.mode&292)||a.includes("w")&&!(r.mode&146)||a.includes("x")&&!(r.mode&73)?2:0},mayLookup(r){if(!b.isDir(r.mode))return 54;var a=b.nodePermissions(r,"x");return a||(r.node_ops.lookup?0:2)},mayCreate(r,a){if(!b.isDir(r.mode))return 54;try{var c=b.lookupNode(r,a);return 20}catch{}return b.nodePermissions(r,"wx")},mayDelete(r,a,c){var d;try{d=b.lookupNode(r,a)}catch(S){return S.errno}var p=b.nodePermissions(r,"wx");if(p)return p;if(c){if(!b.isDir(d.mode))return 54;if(b.isRoot(d)||b.getPath(d)===b.cwd())return 10}else if(b.isDir(d.mode))return 31;return 0},mayOpen(r,a){return r?b.isLink(r.mode)?32:b.isDir(r.mode)&&(b.flagsToPermissionString(a)!=="r"||a&576)?31:b.nodePermissions(r,b.flagsToPermissionString(a)):44},checkOpExists(r,a){if(!r)throw new b.ErrnoError(a);return r},MAX_OPEN_FDS:4096,nextfd(){for(var r=0;r<=b.MAX_OPEN_FDS;r++)if(!b.streams[r])return r;throw new b.ErrnoError(33)},getStreamChecked(r){var a=b.getStream(r);if(!a)throw new b.ErrnoError(8);return a},getStream:r=>b.streams[r],createStream(r,a=-1){return B(a>=-1),r=Object.assign(new b.FSStream,r),a==-1&&(a=b.nextfd()),r.fd=a,b.streams[a]=r,r},closeStream(r){b.streams[r]=null},dupStream(r,a=-1){var c=b.createStream(r,a);return c.stream_ops?.dup?.(c),c},doSetAttr(r,a,c){var d=r?.stream_ops.setattr,p=d?r:a;d??=a.node_ops.setattr,b.checkOpExists(d,63),d(p,c)},chrdev_stream_ops:{open(r){var a=b.getDevice(r.node.rdev);r.stream_ops=a.stream_ops,r.stream_ops.open?.(r)},llseek(){throw new b.ErrnoError(70)}},major:r=>r>>8,minor:r=>r&255,makedev:(r,a)=>r<<8|a,registerDevice(r,a){b.devices[r]={stream_ops:a}},getDevice:r=>b.devices[r],getMounts(r){for(var a=[],c=[r];c.length;){var d=c.pop();a.push(d),c.push(...d.mounts)}return a},syncfs(r,a){typeof r=="function"&&(a=r,r=!1),b.syncFSRequests++,b.syncFSRequests>1&&T(`warning: ${b.syncFSRequests} FS.syncfs operations in flight at once, probably just doing extra work`);var c=b.getMounts(b.root.mount),d=0;function p(E){return B(b.syncFSRequests>0),b.syncFSRequests--,a(E)}function S(E){if(E)return S.errored?void 0:(S.errored=!0,p(E));++d>=c.length&&p(null)}c.forEach(E=>{if(!E.type.syncfs)return S(null);E.type.syncfs(E,r,S)})},mount(r,a,c){if(typeof r=="string")throw r;var d=c==="/",p=!c,S;if(d&&b.root)throw new b.ErrnoError(10);if(!d&&!p){var E=b.lookupPath(c,{follow_mount:!1});if(c=E.path,S=E.node,b.isMountpoint(S))throw new b.ErrnoError(10);if(!b.isDir(S.mode))throw new b.ErrnoError(54)}var R={type:r,opts:a,mountpoint:c,mounts:[]},O=r.mount(R);return O.mount=R,R.root=O,d?b.root=O:S&&(S.mounted=R,S.mount&&S.mount.mounts.push(R)),O},unmount(r){var a=b.lookupPath(r,{follow_mount:!1});if(!b.isMountpoint(a.node))throw new b.ErrnoError(28);var c=a.node,d=c.mounted,p=b.getMounts(d);Object.keys(b.nameTable).forEach(E=>{for(var R=b.nameTable[E];R;){var O=R.name_next;p.includes(R.mount)&&b.destroyNode(R),R=O}}),c.mounted=null;var S=c.mount.mounts.indexOf(d);B(S!==-1),c.mount.mounts.splice(S,1)},lookup(r,a){return r.node_ops.lookup(r,a)},mknod(r,a,c){var d=b.lookupPath(r,{parent:!0}),p=d.node,S=Z.basename(r);if(!S)throw new b.ErrnoError(28);if(S==="."||S==="..")throw new b.ErrnoError(20);var E=b.mayCreate(p,S);if(E)throw new b.ErrnoError(E);if(!p.node_ops.mknod)throw new b.ErrnoError(63);return p.node_ops.mknod(p,S,a,c)},statfs(r){return b.statfsNode(b.lookupPath(r,{follow:!0}).node)},statfsStream(r){return b.statfsNode(r.node)},statfsNode(r){var a={bsize:4096,frsize:4096,blocks:1e6,bfree:5e5,bavail:5e5,files:b.nextInode,ffree:b.nextInode-1,fsid:42,flags:2,namelen:255};return r.node_ops.statfs&&Object.assign(a,r.node_ops.statfs(r.mount.opts.root)),a},create(r,a=438){return a&=4095,a|=32768,b.mknod(r,a,0)},mkdir(r,a=511){return a&=1023,a|=16384,b.mknod(r,a,0)},mkdirTree(r,a){var c=r.split("/"),d="";for(var p of c)if(p){(d||Z.isAbs(r))&&(d+="/"),d+=p;try{b.mkdir(d,a)}catch(S){if(S.errno!=20)throw S}}},mkdev(r,a,c){return typeof c>"u"&&(c=a,a=438),a|=8192,b.mknod(r,a,c)},symlink(r,a){if(!Te.resolve(r))throw new b.ErrnoError(44);var c=b.lookupPath(a,{parent:!0}),d=c.node;if(!d)throw new b.ErrnoError(44);var p=Z.basename(a),S=b.mayCreate(d,p);if(S)throw new b.ErrnoError(S);if(!d.node_ops.symlink)throw new b.ErrnoError(63);return d.node_ops.symlink(d,p,r)},rename(r,a){var c=Z.dirname(r),d=Z.dirname(a),p=Z.basename(r),S=Z.basename(a),E,R,O;if(E=b.lookupPath(r,{parent:!0}),R=E.node,E=b.lookupPath(a,{parent:!0}),O=E.node,!R||!O)throw new b.ErrnoError(44);if(R.mount!==O.mount)throw new b.ErrnoError(75);var Y=b.lookupNode(R,p),ne=Te.relative(r,d);if(ne.charAt(0)!==".")throw new b.ErrnoError(28);if(ne=Te.relative(a,c),ne.charAt(0)!==".")throw new b.ErrnoError(55);var oe;try{oe=b.lookupNode(O,S)}catch{}if(Y!==oe){var pe=b.isDir(Y.mode),ce=b.mayDelete(R,p,pe);if(ce)throw new b.ErrnoError(ce);if(ce=oe?b.mayDelete(O,S,pe):b.mayCreate(O,S),ce)throw new b.ErrnoError(ce);if(!R.node_ops.rename)throw new b.ErrnoError(63);if(b.isMountpoint(Y)||oe&&b.isMountpoint(oe))throw new b.ErrnoError(10);if(O!==R&&(ce=b.nodePermissions(R,"w"),ce))throw new b.ErrnoError(ce);b.hashRemoveNode(Y);try{R.node_ops.rename(Y,O,S),Y.parent=O}catch(ve){throw ve}finally{b.hashAddNode(Y)}}},rmdir(r){var a=b.lookupPath(r,{parent:!0}),c=a.node,d=Z.basename(r),p=b.lookupNode(c,d),S=b.mayDelete(c,d,!0);if(S)throw new b.ErrnoError(S);if(!c.node_ops.rmdir)throw new b.ErrnoError(63);if(b.isMountpoint(p))throw new b.ErrnoError(10);c.node_ops.rmdir(c,d),b.destroyNode(p)},readdir(r){var a=b.lookupPath(r,{follow:!0}),c=a.node,d=b.checkOpExists(c.node_ops.readdir,54);return d(c)},unlink(r){var a=b.lookupPath(r,{parent:!0}),c=a.node;if(!c)throw new b.ErrnoError(44);var d=Z.basename(r),p=b.lookupNode(c,d),S=b.mayDelete(c,d,!1);if(S)throw new b.ErrnoError(S);if(!c.node_ops.unlink)throw new b.ErrnoError(63);if(b.isMountpoint(p))throw new b.ErrnoError(10);c.node_ops.unlink(c,d),b.destroyNode(p)},readlink(r){var a=b.lookupPath(r),c=a.node;if(!c)throw new b.ErrnoError(44);if(!c.node_ops.readlink)throw new b.ErrnoError(28);return c.node_ops.readlink(c)},stat(r,a){var c=b.lookupPath(r,{follow:!a}),d=c.node,p=b.checkOpExists(d.node_ops.getattr,63);return p(d)},fstat(r){var a=b.getStreamChecked(r),c=a.node,d=a.stream_ops.getattr,p=d?a:c;return d??=c.node_ops.getattr,b.checkOpExists(d,63),d(p)},lstat(r){return b.stat(r,!0)},doChmod(r,a,c,d){b.doSetAttr(r,a,{mode:c&4095|a.mode&-4096,ctime:Date.now(),dontFollow:d})},chmod(r,a,c){var d;if(typeof r=="string"){var p=b.lookupPath(r,{follow:!c});d=p.node}else d=r;b.doChmod(null,d,a,c)},lchmod(r,a){b.chmod(r,a,!0)},fchmod(r,a){var c=b.getStreamChecked(r);b.doChmod(c,c.node,a,!1)},doChown(r,a,c){b.doSetAttr(r,a,{timestamp:Date.now(),dontFollow:c})},chown(r,a,c,d){var p;if(typeof r=="string"){var S=b.lookupPath(r,{follow:!d});p=S.node}else p=r;b.doChown(null,p,d)},lchown(r,a,c){b.chown(r,a,c,!0)},fchown(r,a,c){var d=b.getStreamChecked(r);b.doChown(d,d.node,!1)},doTruncate(r,a,c){if(b.isDir(a.mode))throw new b.ErrnoError(31);if(!b.isFile(a.mode))throw new b.ErrnoError(28);var d=b.nodePermissions(a,"w");if(d)throw new b.ErrnoError(d);b.doSetAttr(r,a,{size:c,timestamp:Date.now()})},truncate(r,a){if(a<0)throw new b.ErrnoError(28);var c;if(typeof r=="string"){var d=b.lookupPath(r,{follow:!0});c=d.node}else c=r;b.doTruncate(null,c,a)},ftruncate(r,a){var c=b.getStreamChecked(r);if(a<0||(c.flags&2097155)===0)throw new b.ErrnoError(28);b.doTruncate(c,c.node,a)},utime(r,a,c){var d=b.lookupPath(r,{follow:!0}),p=d.node,S=b.checkOpExists(p.node_ops.setattr,63);S(p,{atime:a,mtime:c})},open(r,a,c=438){if(r==="")throw new b.ErrnoError(44);a=typeof a=="string"?tn(a):a,a&64?c=c&4095|32768:c=0;var d,p;if(typeof r=="object")d=r;else{p=r.endsWith("/");var S=b.lookupPath(r,{follow:!(a&131072),noent_okay:!0});d=S.node,r=S.path}var E=!1;if(a&64)if(d){if(a&128)throw new b.ErrnoError(20)}else{if(p)throw new b.ErrnoError(31);d=b.mknod(r,c|511,0),E=!0}if(!d)throw new b.ErrnoError(44);if(b.isChrdev(d.mode)&&(a&=-513),a&65536&&!b.isDir(d.mode))throw new b.ErrnoError(54);if(!E){var R=b.mayOpen(d,a);if(R)throw new b.ErrnoError(R)}a&512&&!E&&b.truncate(d,0),a&=-131713;var O=b.createStream({node:d,path:b.getPath(d),flags:a,seekable:!0,position:0,stream_ops:d.stream_ops,ungotten:[],error:!1});return O.stream_ops.open&&O.stream_ops.open(O),E&&b.chmod(d,c&511),t.logReadFiles&&!(a&1)&&(r in b.readFiles||(b.readFiles[r]=1)),O},close(r){if(b.isClosed(r))throw new b.ErrnoError(8);r.getdents&&(r.getdents=null);try{r.stream_ops.close&&r.stream_ops.close(r)}catch(a){throw a}finally{b.closeStream(r.fd)}r.fd=null},isClosed(r){return r.fd===null},llseek(r,a,c){if(b.isClosed(r))throw new b.ErrnoError(8);if(!r.seekable||!r.stream_ops.llseek)throw new b.ErrnoError(70);if(c!=0&&c!=1&&c!=2)throw new b.ErrnoError(28);return r.position=r.stream_ops.llseek(r,a,c),r.ungotten=[],r.position},read(r,a,c,d,p){if(B(c>=0),d<0||p<0)throw new b.ErrnoError(28);if(b.isClosed(r))throw new b.ErrnoError(8);if((r.flags&2097155)===1)throw new b.ErrnoError(8);if(b.isDir(r.node.mode))throw new b.ErrnoError(31);if(!r.stream_ops.read)throw new b.ErrnoError(28);var S=typeof p<"u";if(!S)p=r.position;else if(!r.seekable)throw new b.ErrnoError(70);var E=r.stream_ops.read(r,a,c,d,p);return S||(r.position+=E),E},write(r,a,c,d,p,S){if(B(c>=0),d<0||p<0)throw new b.ErrnoError(28);if(b.isClosed(r))throw new b.ErrnoError(8);if((r.flags&2097155)===0)throw new b.ErrnoError(8);if(b.isDir(r.node.mode))throw new b.ErrnoError(31);if(!r.stream_ops.write)throw new b.ErrnoError(28);r.seekable&&r.flags&1024&&b.llseek(r,0,2);var E=typeof p<"u";if(!E)p=r.position;else if(!r.seekable)throw new b.ErrnoError(70);var R=r.stream_ops.write(r,a,c,d,p,S);return E||(r.position+=R),R},mmap(r,a,c,d,p){if((d&2)!==0&&(p&2)===0&&(r.flags&2097155)!==2)throw new b.ErrnoError(2);if((r.flags&2097155)===1)throw new b.ErrnoError(2);if(!r.stream_ops.mmap)throw new b.ErrnoError(43);if(!a)throw new b.ErrnoError(28);return r.stream_ops.mmap(r,a,c,d,p)},msync(r,a,c,d,p){return B(c>=0),r.stream_ops.msync?r.stream_ops.msync(r,a,c,d,p):0},ioctl(r,a,c){if(!r.stream_ops.ioctl)throw new b.ErrnoError(59);return r.stream_ops.ioctl(r,a,c)},readFile(r,a={}){if(a.flags=a.flags||0,a.encoding=a.encoding||"binary",a.encoding!=="utf8"&&a.encoding!=="binary")throw new Error(`Invalid encoding type "${a.encoding}"`);var c=b.open(r,a.flags),d=b.stat(r),p=d.size,S=new Uint8Array(p);return b.read(c,S,0,p,0),a.encoding==="utf8"&&(S=li(S)),b.close(c),S},writeFile(r,a,c={}){c.flags=c.flags||577;var d=b.open(r,c.flags,c.mode);if(typeof a=="string"&&(a=new Uint8Array(ft(a,!0))),ArrayBuffer.isView(a))b.write(d,a,0,a.byteLength,void 0,c.canOwn);else throw new Error("Unsupported data type");b.close(d)},cwd:()=>b.currentPath,chdir(r){var a=b.lookupPath(r,{follow:!0});if(a.node===null)throw new b.ErrnoError(44);if(!b.isDir(a.node.mode))throw new b.ErrnoError(54);var c=b.nodePermissions(a.node,"x");if(c)throw new b.ErrnoError(c);b.currentPath=a.path},createDefaultDirectories(){b.mkdir("/tmp"),b.mkdir("/home"),b.mkdir("/home/web_user")},createDefaultDevices(){b.mkdir("/dev"),b.registerDevice(b.makedev(1,3),{read:()=>0,write:(d,p,S,E,R)=>E,llseek:()=>0}),b.mkdev("/dev/null",b.makedev(1,3)),st.register(b.makedev(5,0),st.default_tty_ops),st.register(b.makedev(6,0),st.default_tty1_ops),b.mkdev("/dev/tty",b.makedev(5,0)),b.mkdev("/dev/tty1",b.makedev(6,0));var r=new Uint8Array(1024),a=0,c=()=>(a===0&&(ze(r),a=r.byteLength),r[--a]);b.createDevice("/dev","random",c),b.createDevice("/dev","urandom",c),b.mkdir("/dev/shm"),b.mkdir("/dev/shm/tmp")},createSpecialDirectories(){b.mkdir("/proc");var r=b.mkdir("/proc/self");b.mkdir("/proc/self/fd"),b.mount({mount(){var a=b.createNode(r,"fd",16895,73);return a.stream_ops={llseek:ke.stream_ops.llseek},a.node_ops={lookup(c,d){var p=+d,S=b.getStreamChecked(p),E={parent:null,mount:{mountpoint:"fake"},node_ops:{readlink:()=>S.path},id:p+1};return E.parent=E,E},readdir(){return Array.from(b.streams.entries()).filter(([c,d])=>d).map(([c,d])=>c.toString())}},a}},{},"/proc/self/fd")},createStandardStreams(r,a,c){r?b.createDevice("/dev","stdin",r):b.symlink("/dev/tty","/dev/stdin"),a?b.createDevice("/dev","stdout",null,a):b.symlink("/dev/tty","/dev/stdout"),c?b.createDevice("/dev","stderr",null,c):b.symlink("/dev/tty1","/dev/stderr");var d=b.open("/dev/stdin",0),p=b.open("/dev/stdout",1),S=b.open("/dev/stderr",1);B(d.fd===0,`invalid handle for stdin (${d.fd})`),B(p.fd===1,`invalid handle for stdout (${p.fd})`),B(S.fd===2,`invalid handle for stderr (${S.fd})`)},staticInit(){b.nameTable=new Array(4096),b.mount(ke,{},"/"),b.createDefaultDirectories(),b.createDefaultDevices(),b.createSpecialDirectories(),b.filesystems={MEMFS:ke}},init(r,a,c){B(!b.initialized,"FS.init was previously called. If you want to initialize later with custom parameters, remove any earlier calls (note that one is automatically added to the generated code)"),b.initialized=!0,r??=t.stdin,a??=t.stdout,c??=t.stderr,b.createStandardStreams(r,a,c)},quit(){b.initialized=!1,Tl(0);for(var r of b.streams)r&&b.close(r)},findObject(r,a){var c=b.analyzePath(r,a);return c.exists?c.object:null},analyzePath(r,a){try{var c=b.lookupPath(r,{follow:!a});r=c.path}catch{}var d={isRoot:!1,exists:!1,error:0,name:null,path:null,object:null,parentExists:!1,parentPath:null,parentObject:null};try{var c=b.lookupPath(r,{parent:!0});d.parentExists=!0,d.parentPath=c.path,d.parentObject=c.node,d.name=Z.basename(r),c=b.lookupPath(r,{follow:!a}),d.exists=!0,d.path=c.path,d.object=c.node,d.name=c.node.name,d.isRoot=c.path==="/"}catch(p){d.error=p.errno}return d},createPath(r,a,c,d){r=typeof r=="string"?r:b.getPath(r);for(var p=a.split("/").reverse();p.length;){var S=p.pop();if(S){var E=Z.join2(r,S);try{b.mkdir(E)}catch(R){if(R.errno!=20)throw R}r=E}}return E},createFile(r,a,c,d,p){var S=Z.join2(typeof r=="string"?r:b.getPath(r),a),E=wi(d,p);return b.create(S,E)},createDataFile(r,a,c,d,p,S){var E=a;r&&(r=typeof r=="string"?r:b.getPath(r),E=a?Z.join2(r,a):r);var R=wi(d,p),O=b.create(E,R);if(c){if(typeof c=="string"){for(var Y=new Array(c.length),ne=0,oe=c.length;ne<oe;++ne)Y[ne]=c.charCodeAt(ne);c=Y}b.chmod(O,R|146);var pe=b.open(O,577);b.write(pe,c,0,c.length,0,S),b.close(pe),b.chmod(O,R)}},createDevice(r,a,c,d){var p=Z.join2(typeof r=="string"?r:b.getPath(r),a),S=wi(!!c,!!d);b.createDevice.major??=64;var E=b.makedev(b.createDevice.major++,0);return b.registerDevice(E,{open(R){R.seekable=!1},close(R){d?.buffer?.length&&d(10)},read(R,O,Y,ne,oe){for(var pe=0,ce=0;ce<ne;ce++){var ve;try{ve=c()}catch{throw new b.ErrnoError(29)}if(ve===void 0&&pe===0)throw new b.ErrnoError(6);if(ve==null)break;pe++,O[Y+ce]=ve}return pe&&(R.node.atime=Date.now()),pe},write(R,O,Y,ne,oe){for(var pe=0;pe<ne;pe++)try{d(O[Y+pe])}catch{throw new b.ErrnoError(29)}return ne&&(R.node.mtime=R.node.ctime=Date.now()),pe}}),b.mkdev(p,S,E)},forceLoadFile(r){if(r.isDevice||r.isFolder||r.link||r.contents)return!0;if(typeof XMLHttpRequest<"u")throw new Error("Lazy loading should have been performed (contents set) in createLazyFile, but it was not. Lazy loading only works in web workers. Use --embed-file or --preload-file in emcc on the main thread.");try{r.contents=I(r.url),r.usedBytes=r.contents.length}catch{throw new b.ErrnoError(29)}},createLazyFile(r,a,c,d,p){class S{lengthKnown=!1;chunks=[];get(ce){if(!(ce>this.length-1||ce<0)){var ve=ce%this.chunkSize,je=ce/this.chunkSize|0;return this.getter(je)[ve]}}setDataGetter(ce){this.getter=ce}cacheLength(){var ce=new XMLHttpRequest;if(ce.open("HEAD",c,!1),ce.send(null),!(ce.status>=200&&ce.status<300||ce.status===304))throw new Error("Couldn't load "+c+". Status: "+ce.status);var ve=Number(ce.getResponseHeader("Content-length")),je,vt=(je=ce.getResponseHeader("Accept-Ranges"))&&je==="bytes",pt=(je=ce.getResponseHeader("Content-Encoding"))&&je==="gzip",Nt=1024*1024;vt||(Nt=ve);var bt=(Zt,gn)=>{if(Zt>gn)throw new Error("invalid range ("+Zt+", "+gn+") or no bytes requested!");if(gn>ve-1)throw new Error("only "+ve+" bytes available! programmer error!");var Dt=new XMLHttpRequest;if(Dt.open("GET",c,!1),ve!==Nt&&Dt.setRequestHeader("Range","bytes="+Zt+"-"+gn),Dt.responseType="arraybuffer",Dt.overrideMimeType&&Dt.overrideMimeType("text/plain; charset=x-user-defined"),Dt.send(null),!(Dt.status>=200&&Dt.status<300||Dt.status===304))throw new Error("Couldn't load "+c+". Status: "+Dt.status);return Dt.response!==void 0?new Uint8Array(Dt.response||[]):ft(Dt.responseText||"",!0)},cn=this;cn.setDataGetter(Zt=>{var gn=Zt*Nt,Dt=(Zt+1)*Nt-1;if(Dt=Math.min(Dt,ve-1),typeof cn.chunks[Zt]>"u"&&(cn.chunks[Zt]=bt(gn,Dt)),typeof cn.chunks[Zt]>"u")throw new Error("doXHR failed!");return cn.chunks[Zt]}),(pt||!ve)&&(Nt=ve=1,ve=this.getter(0).length,Nt=ve,L("LazyFiles on gzip forces download of the whole file when length is accessed")),this._length=ve,this._chunkSize=Nt,this.lengthKnown=!0}get length(){return this.lengthKnown||this.cacheLength(),this._length}get chunkSize(){return this.lengthKnown||this.cacheLength(),this._chunkSize}}if(typeof XMLHttpRequest<"u"){if(!s)throw"Cannot do synchronous binary XHRs outside webworkers in modern browsers. Use --embed-file or --preload-file in emcc";var E=new S,R={isDevice:!1,contents:E}}else var R={isDevice:!1,url:c};var O=b.createFile(r,a,R,d,p);R.contents?O.contents=R.contents:R.url&&(O.contents=null,O.url=R.url),Object.defineProperties(O,{usedBytes:{get:function(){return this.contents.length}}});var Y={},ne=Object.keys(O.stream_ops);ne.forEach(pe=>{var ce=O.stream_ops[pe];Y[pe]=(...ve)=>(b.forceLoadFile(O),ce(...ve))});function oe(pe,ce,ve,je,vt){var pt=pe.node.contents;if(vt>=pt.length)return 0;var Nt=Math.min(pt.length-vt,je);if(B(Nt>=0),pt.slice)for(var bt=0;bt<Nt;bt++)ce[ve+bt]=pt[vt+bt];else for(var bt=0;bt<Nt;bt++)ce[ve+bt]=pt.get(vt+bt);return Nt}return Y.read=(pe,ce,ve,je,vt)=>(b.forceLoadFile(O),oe(pe,ce,ve,je,vt)),Y.mmap=(pe,ce,ve,je,vt)=>{b.forceLoadFile(O);var pt=Vt(ce);if(!pt)throw new b.ErrnoError(48);return oe(pe,ht,pt,ce,ve),{ptr:pt,allocated:!0}},O.stream_ops=Y,O},absolutePath(){me("FS.absolutePath has been removed; use PATH_FS.resolve instead")},createFolder(){me("FS.createFolder has been removed; use FS.mkdir instead")},createLink(){me("FS.createLink has been removed; use FS.symlink instead")},joinPath(){me("FS.joinPath has been removed; use PATH.join instead")},mmapAlloc(){me("FS.mmapAlloc has been replaced by the top level function mmapAlloc")},standardizePath(){me("FS.standardizePath has been removed; use PATH.normalize instead")}},ut={DEFAULT_POLLMASK:5,calculateAt(r,a,c){if(Z.isAbs(a))return a;var d;if(r===-100)d=b.cwd();else{var p=ut.getStreamFromFD(r);d=p.path}if(a.length==0){if(!c)throw new b.ErrnoError(44);return d}return d+"/"+a},writeStat(r,a){Le[r>>2]=a.dev,Le[r+4>>2]=a.mode,$e[r+8>>2]=a.nlink,Le[r+12>>2]=a.uid,Le[r+16>>2]=a.gid,Le[r+20>>2]=a.rdev,q[r+24>>3]=BigInt(a.size),Le[r+32>>2]=4096,Le[r+36>>2]=a.blocks;var c=a.atime.getTime(),d=a.mtime.getTime(),p=a.ctime.getTime();return q[r+40>>3]=BigInt(Math.floor(c/1e3)),$e[r+48>>2]=c%1e3*1e3*1e3,q[r+56>>3]=BigInt(Math.floor(d/1e3)),$e[r+64>>2]=d%1e3*1e3*1e3,q[r+72>>3]=BigInt(Math.floor(p/1e3)),$e[r+80>>2]=p%1e3*1e3*1e3,q[r+88>>3]=BigInt(a.ino),0},writeStatFs(r,a){Le[r+4>>2]=a.bsize,Le[r+40>>2]=a.bsize,Le[r+8>>2]=a.blocks,Le[r+12>>2]=a.bfree,Le[r+16>>2]=a.bavail,Le[r+20>>2]=a.files,Le[r+24>>2]=a.ffree,Le[r+28>>2]=a.fsid,Le[r+44>>2]=a.flags,Le[r+36>>2]=a.namelen},doMsync(r,a,c,d,p){if(!b.isFile(a.node.mode))throw new b.ErrnoError(43);if(d&2)return 0;var S=Pt.slice(r,r+c);b.msync(a,S,p,c,d)},getStreamFromFD(r){var a=b.getStreamChecked(r);return a},varargs:void 0,getStr(r){var a=ln(r);return a}};function En(r,a,c){try{var d=ut.getStreamFromFD(r);if(B(!c),d.fd===a)return-28;if(a<0||a>=b.MAX_OPEN_FDS)return-8;var p=b.getStream(a);return p&&b.close(p),b.dupStream(d,a).fd}catch(S){if(typeof b>"u"||S.name!=="ErrnoError")throw S;return-S.errno}}var Lt=()=>{B(ut.varargs!=null);var r=Le[+ut.varargs>>2];return ut.varargs+=4,r},Ot=Lt;function Un(r,a,c){ut.varargs=c;try{var d=ut.getStreamFromFD(r);switch(a){case 0:{var p=Lt();if(p<0)return-28;for(;b.streams[p];)p++;var S;return S=b.dupStream(d,p),S.fd}case 1:case 2:return 0;case 3:return d.flags;case 4:{var p=Lt();return d.flags|=p,0}case 12:{var p=Ot(),E=0;return St[p+E>>1]=2,0}case 13:case 14:return 0}return-28}catch(R){if(typeof b>"u"||R.name!=="ErrnoError")throw R;return-R.errno}}function qs(r,a){try{return ut.writeStat(a,b.fstat(r))}catch(c){if(typeof b>"u"||c.name!=="ErrnoError")throw c;return-c.errno}}function Df(r,a,c){ut.varargs=c;try{var d=ut.getStreamFromFD(r);switch(a){case 21509:return d.tty?0:-59;case 21505:{if(!d.tty)return-59;if(d.tty.ops.ioctl_tcgets){var p=d.tty.ops.ioctl_tcgets(d),S=Ot();Le[S>>2]=p.c_iflag||0,Le[S+4>>2]=p.c_oflag||0,Le[S+8>>2]=p.c_cflag||0,Le[S+12>>2]=p.c_lflag||0;for(var E=0;E<32;E++)ht[S+E+17]=p.c_cc[E]||0;return 0}return 0}case 21510:case 21511:case 21512:return d.tty?0:-59;case 21506:case 21507:case 21508:{if(!d.tty)return-59;if(d.tty.ops.ioctl_tcsets){for(var S=Ot(),R=Le[S>>2],O=Le[S+4>>2],Y=Le[S+8>>2],ne=Le[S+12>>2],oe=[],E=0;E<32;E++)oe.push(ht[S+E+17]);return d.tty.ops.ioctl_tcsets(d.tty,a,{c_iflag:R,c_oflag:O,c_cflag:Y,c_lflag:ne,c_cc:oe})}return 0}case 21519:{if(!d.tty)return-59;var S=Ot();return Le[S>>2]=0,0}case 21520:return d.tty?-28:-59;case 21531:{var S=Ot();return b.ioctl(d,a,S)}case 21523:{if(!d.tty)return-59;if(d.tty.ops.ioctl_tiocgwinsz){var pe=d.tty.ops.ioctl_tiocgwinsz(d.tty),S=Ot();St[S>>1]=pe[0],St[S+2>>1]=pe[1]}return 0}case 21524:return d.tty?0:-59;case 21515:return d.tty?0:-59;default:return-28}}catch(ce){if(typeof b>"u"||ce.name!=="ErrnoError")throw ce;return-ce.errno}}function Ff(r,a){try{return r=ut.getStr(r),ut.writeStat(a,b.lstat(r))}catch(c){if(typeof b>"u"||c.name!=="ErrnoError")throw c;return-c.errno}}function Nf(r,a,c,d){try{a=ut.getStr(a);var p=d&256,S=d&4096;return d=d&-6401,B(!d,`unknown flags in __syscall_newfstatat: ${d}`),a=ut.calculateAt(r,a,S),ut.writeStat(c,p?b.lstat(a):b.stat(a))}catch(E){if(typeof b>"u"||E.name!=="ErrnoError")throw E;return-E.errno}}function Uf(r,a,c,d){ut.varargs=d;try{a=ut.getStr(a),a=ut.calculateAt(r,a);var p=d?Lt():0;return b.open(a,c,p).fd}catch(S){if(typeof b>"u"||S.name!=="ErrnoError")throw S;return-S.errno}}function Of(r,a){try{return r=ut.getStr(r),ut.writeStat(a,b.stat(r))}catch(c){if(typeof b>"u"||c.name!=="ErrnoError")throw c;return-c.errno}}var Bf=()=>me("native code called abort()"),qt=r=>{for(var a="";;){var c=Pt[r++];if(!c)return a;a+=String.fromCharCode(c)}},dr={},Xi={},Ys={},$r=class extends Error{constructor(a){super(a),this.name="BindingError"}},_t=r=>{throw new $r(r)};function kf(r,a,c={}){var d=a.name;if(r||_t(`type "${d}" must have a positive integer typeid pointer`),Xi.hasOwnProperty(r)){if(c.ignoreDuplicateRegistrations)return;_t(`Cannot register type '${d}' twice`)}if(Xi[r]=a,delete Ys[r],dr.hasOwnProperty(r)){var p=dr[r];delete dr[r],p.forEach(S=>S())}}function Ln(r,a,c={}){if(a.argPackAdvance===void 0)throw new TypeError("registerType registeredInstance requires argPackAdvance");return kf(r,a,c)}var uu=(r,a,c)=>{switch(a){case 1:return c?d=>ht[d]:d=>Pt[d];case 2:return c?d=>St[d>>1]:d=>Kt[d>>1];case 4:return c?d=>Le[d>>2]:d=>$e[d>>2];case 8:return c?d=>q[d>>3]:d=>mn[d>>3];default:throw new TypeError(`invalid integer width (${a}): ${r}`)}},$i=r=>{if(r===null)return"null";var a=typeof r;return a==="object"||a==="array"||a==="function"?r.toString():""+r},hu=(r,a,c,d)=>{if(a<c||a>d)throw new TypeError(`Passing a number "${$i(a)}" from JS side to C/C++ side to an argument of type "${r}", which is outside the valid range [${c}, ${d}]!`)},zf=(r,a,c,d,p)=>{a=qt(a);let S=d===0n,E=R=>R;if(S){let R=c*8;E=O=>BigInt.asUintN(R,O),p=E(p)}Ln(r,{name:a,fromWireType:E,toWireType:(R,O)=>{if(typeof O=="number")O=BigInt(O);else if(typeof O!="bigint")throw new TypeError(`Cannot convert "${$i(O)}" to ${this.name}`);return hu(a,O,d,p),O},argPackAdvance:Jn,readValueFromPointer:uu(a,c,!S),destructorFunction:null})},Jn=8,Gf=(r,a,c,d)=>{a=qt(a),Ln(r,{name:a,fromWireType:function(p){return!!p},toWireType:function(p,S){return S?c:d},argPackAdvance:Jn,readValueFromPointer:function(p){return this.fromWireType(Pt[p])},destructorFunction:null})},Vf=r=>({count:r.count,deleteScheduled:r.deleteScheduled,preservePointerOnDelete:r.preservePointerOnDelete,ptr:r.ptr,ptrType:r.ptrType,smartPtr:r.smartPtr,smartPtrType:r.smartPtrType}),ml=r=>{function a(c){return c.$$.ptrType.registeredClass.name}_t(a(r)+" instance already deleted")},gl=!1,du=r=>{},Hf=r=>{r.smartPtr?r.smartPtrType.rawDestructor(r.smartPtr):r.ptrType.registeredClass.rawDestructor(r.ptr)},fu=r=>{r.count.value-=1;var a=r.count.value===0;a&&Hf(r)},pu=(r,a,c)=>{if(a===c)return r;if(c.baseClass===void 0)return null;var d=pu(r,a,c.baseClass);return d===null?null:c.downcast(d)},mu={},Wf={},Xf=(r,a)=>{for(a===void 0&&_t("ptr should not be undefined");r.baseClass;)a=r.upcast(a),r=r.baseClass;return a},$f=(r,a)=>(a=Xf(r,a),Wf[a]),qf=class extends Error{constructor(a){super(a),this.name="InternalError"}},Zs=r=>{throw new qf(r)},Js=(r,a)=>{(!a.ptrType||!a.ptr)&&Zs("makeClassHandle requires ptr and ptrType");var c=!!a.smartPtrType,d=!!a.smartPtr;return c!==d&&Zs("Both smartPtrType and smartPtr must be specified"),a.count={value:1},qr(Object.create(r,{$$:{value:a,writable:!0}}))};function gu(r){var a=this.getPointee(r);if(!a)return this.destructor(r),null;var c=$f(this.registeredClass,a);if(c!==void 0){if(c.$$.count.value===0)return c.$$.ptr=a,c.$$.smartPtr=r,c.clone();var d=c.clone();return this.destructor(r),d}function p(){return this.isSmartPointer?Js(this.registeredClass.instancePrototype,{ptrType:this.pointeeType,ptr:a,smartPtrType:this,smartPtr:r}):Js(this.registeredClass.instancePrototype,{ptrType:this,ptr:r})}var S=this.registeredClass.getActualType(a),E=mu[S];if(!E)return p.call(this);var R;this.isConst?R=E.constPointerType:R=E.pointerType;var O=pu(a,this.registeredClass,R.registeredClass);return O===null?p.call(this):this.isSmartPointer?Js(R.registeredClass.instancePrototype,{ptrType:R,ptr:O,smartPtrType:this,smartPtr:r}):Js(R.registeredClass.instancePrototype,{ptrType:R,ptr:O})}var qr=r=>typeof FinalizationRegistry>"u"?(qr=a=>a,r):(gl=new FinalizationRegistry(a=>{console.warn(a.leakWarning),fu(a.$$)}),qr=a=>{var c=a.$$,d=!!c.smartPtr;if(d){var p={$$:c},S=c.ptrType.registeredClass,E=new Error(`Embind found a leaked C++ instance ${S.name} <${Ut(c.ptr)}>.
We'll free it automatically in this case, but this functionality is not reliable across various environments.
Make sure to invoke .delete() manually once you're done with the instance instead.
Originally allocated`);"captureStackTrace"in Error&&Error.captureStackTrace(E,gu),p.leakWarning=E.stack.replace(/^Error: /,""),gl.register(a,p,a)}return a},du=a=>gl.unregister(a),qr(r)),js=[],Yf=()=>{for(;js.length;){var r=js.pop();r.$$.deleteScheduled=!1,r.delete()}},_u,Zf=()=>{let r=Ks.prototype;Object.assign(r,{isAliasOf(c){if(!(this instanceof Ks)||!(c instanceof Ks))return!1;var d=this.$$.ptrType.registeredClass,p=this.$$.ptr;c.$$=c.$$;for(var S=c.$$.ptrType.registeredClass,E=c.$$.ptr;d.baseClass;)p=d.upcast(p),d=d.baseClass;for(;S.baseClass;)E=S.upcast(E),S=S.baseClass;return d===S&&p===E},clone(){if(this.$$.ptr||ml(this),this.$$.preservePointerOnDelete)return this.$$.count.value+=1,this;var c=qr(Object.create(Object.getPrototypeOf(this),{$$:{value:Vf(this.$$)}}));return c.$$.count.value+=1,c.$$.deleteScheduled=!1,c},delete(){this.$$.ptr||ml(this),this.$$.deleteScheduled&&!this.$$.preservePointerOnDelete&&_t("Object already scheduled for deletion"),du(this),fu(this.$$),this.$$.preservePointerOnDelete||(this.$$.smartPtr=void 0,this.$$.ptr=void 0)},isDeleted(){return!this.$$.ptr},deleteLater(){return this.$$.ptr||ml(this),this.$$.deleteScheduled&&!this.$$.preservePointerOnDelete&&_t("Object already scheduled for deletion"),js.push(this),js.length===1&&_u&&_u(Yf),this.$$.deleteScheduled=!0,this}});let a=Symbol.dispose;a&&(r[a]=r.delete)};function Ks(){}var Qs=(r,a)=>Object.defineProperty(a,"name",{value:r}),_l=(r,a,c)=>{if(r[a].overloadTable===void 0){var d=r[a];r[a]=function(...p){return r[a].overloadTable.hasOwnProperty(p.length)||_t(`Function '${c}' called with an invalid number of arguments (${p.length}) - expects one of (${r[a].overloadTable})!`),r[a].overloadTable[p.length].apply(this,p)},r[a].overloadTable=[],r[a].overloadTable[d.argCount]=d}},vl=(r,a,c)=>{t.hasOwnProperty(r)?((c===void 0||t[r].overloadTable!==void 0&&t[r].overloadTable[c]!==void 0)&&_t(`Cannot register public name '${r}' twice`),_l(t,r,r),t[r].overloadTable.hasOwnProperty(c)&&_t(`Cannot register multiple overloads of a function with the same number of arguments (${c})!`),t[r].overloadTable[c]=a):(t[r]=a,t[r].argCount=c)},Jf=48,jf=57,Kf=r=>{B(typeof r=="string"),r=r.replace(/[^a-zA-Z0-9_]/g,"$");var a=r.charCodeAt(0);return a>=Jf&&a<=jf?`_${r}`:r};function Qf(r,a,c,d,p,S,E,R){this.name=r,this.constructor=a,this.instancePrototype=c,this.rawDestructor=d,this.baseClass=p,this.getActualType=S,this.upcast=E,this.downcast=R,this.pureVirtualFunctions=[]}var ea=(r,a,c)=>{for(;a!==c;)a.upcast||_t(`Expected null or instance of ${c.name}, got an instance of ${a.name}`),r=a.upcast(r),a=a.baseClass;return r};function ep(r,a){if(a===null)return this.isReference&&_t(`null is not a valid ${this.name}`),0;a.$$||_t(`Cannot pass "${$i(a)}" as a ${this.name}`),a.$$.ptr||_t(`Cannot pass deleted object as a pointer of type ${this.name}`);var c=a.$$.ptrType.registeredClass,d=ea(a.$$.ptr,c,this.registeredClass);return d}function tp(r,a){var c;if(a===null)return this.isReference&&_t(`null is not a valid ${this.name}`),this.isSmartPointer?(c=this.rawConstructor(),r!==null&&r.push(this.rawDestructor,c),c):0;(!a||!a.$$)&&_t(`Cannot pass "${$i(a)}" as a ${this.name}`),a.$$.ptr||_t(`Cannot pass deleted object as a pointer of type ${this.name}`),!this.isConst&&a.$$.ptrType.isConst&&_t(`Cannot convert argument of type ${a.$$.smartPtrType?a.$$.smartPtrType.name:a.$$.ptrType.name} to parameter type ${this.name}`);var d=a.$$.ptrType.registeredClass;if(c=ea(a.$$.ptr,d,this.registeredClass),this.isSmartPointer)switch(a.$$.smartPtr===void 0&&_t("Passing raw pointer to smart pointer is illegal"),this.sharingPolicy){case 0:a.$$.smartPtrType===this?c=a.$$.smartPtr:_t(`Cannot convert argument of type ${a.$$.smartPtrType?a.$$.smartPtrType.name:a.$$.ptrType.name} to parameter type ${this.name}`);break;case 1:c=a.$$.smartPtr;break;case 2:if(a.$$.smartPtrType===this)c=a.$$.smartPtr;else{var p=a.clone();c=this.rawShare(c,Yt.toHandle(()=>p.delete())),r!==null&&r.push(this.rawDestructor,c)}break;default:_t("Unsupporting sharing policy")}return c}function np(r,a){if(a===null)return this.isReference&&_t(`null is not a valid ${this.name}`),0;a.$$||_t(`Cannot pass "${$i(a)}" as a ${this.name}`),a.$$.ptr||_t(`Cannot pass deleted object as a pointer of type ${this.name}`),a.$$.ptrType.isConst&&_t(`Cannot convert argument of type ${a.$$.ptrType.name} to parameter type ${this.name}`);var c=a.$$.ptrType.registeredClass,d=ea(a.$$.ptr,c,this.registeredClass);return d}function ta(r){return this.fromWireType($e[r>>2])}var ip=()=>{Object.assign(na.prototype,{getPointee(r){return this.rawGetPointee&&(r=this.rawGetPointee(r)),r},destructor(r){this.rawDestructor?.(r)},argPackAdvance:Jn,readValueFromPointer:ta,fromWireType:gu})};function na(r,a,c,d,p,S,E,R,O,Y,ne){this.name=r,this.registeredClass=a,this.isReference=c,this.isConst=d,this.isSmartPointer=p,this.pointeeType=S,this.sharingPolicy=E,this.rawGetPointee=R,this.rawConstructor=O,this.rawShare=Y,this.rawDestructor=ne,!p&&a.baseClass===void 0?d?(this.toWireType=ep,this.destructorFunction=null):(this.toWireType=np,this.destructorFunction=null):this.toWireType=tp}var vu=(r,a,c)=>{t.hasOwnProperty(r)||Zs("Replacing nonexistent public symbol"),t[r].overloadTable!==void 0&&c!==void 0?t[r].overloadTable[c]=a:(t[r]=a,t[r].argCount=c)},xu=[],ia,be=r=>{var a=xu[r];return a||(xu[r]=a=ia.get(r)),B(ia.get(r)==a,"JavaScript-side Wasm function table mirror is out of date!"),a},jn=(r,a,c=!1)=>{B(!c,"Async bindings are only supported with JSPI."),r=qt(r);function d(){var S=be(a);return S}var p=d();return typeof p!="function"&&_t(`unknown function pointer with signature ${r}: ${a}`),p};class rp extends Error{}var yu=r=>{var a=Bu(r),c=qt(a);return Bn(a),c},qi=(r,a)=>{var c=[],d={};function p(S){if(!d[S]&&!Xi[S]){if(Ys[S]){Ys[S].forEach(p);return}c.push(S),d[S]=!0}}throw a.forEach(p),new rp(`${r}: `+c.map(yu).join([", "]))},On=(r,a,c)=>{r.forEach(R=>Ys[R]=a);function d(R){var O=c(R);O.length!==r.length&&Zs("Mismatched type converter count");for(var Y=0;Y<r.length;++Y)Ln(r[Y],O[Y])}var p=new Array(a.length),S=[],E=0;a.forEach((R,O)=>{Xi.hasOwnProperty(R)?p[O]=Xi[R]:(S.push(R),dr.hasOwnProperty(R)||(dr[R]=[]),dr[R].push(()=>{p[O]=Xi[R],++E,E===S.length&&d(p)}))}),S.length===0&&d(p)},sp=(r,a,c,d,p,S,E,R,O,Y,ne,oe,pe)=>{ne=qt(ne),S=jn(p,S),R&&=jn(E,R),Y&&=jn(O,Y),pe=jn(oe,pe);var ce=Kf(ne);vl(ce,function(){qi(`Cannot construct ${ne} due to unbound types`,[d])}),On([r,a,c],d?[d]:[],ve=>{ve=ve[0];var je,vt;d?(je=ve.registeredClass,vt=je.instancePrototype):vt=Ks.prototype;var pt=Qs(ne,function(...Dt){if(Object.getPrototypeOf(this)!==Nt)throw new $r(`Use 'new' to construct ${ne}`);if(bt.constructor_body===void 0)throw new $r(`${ne} has no accessible constructor`);var Ji=bt.constructor_body[Dt.length];if(Ji===void 0)throw new $r(`Tried to invoke ctor of ${ne} with invalid number of parameters (${Dt.length}) - expected (${Object.keys(bt.constructor_body).toString()}) parameters instead!`);return Ji.apply(this,Dt)}),Nt=Object.create(vt,{constructor:{value:pt}});pt.prototype=Nt;var bt=new Qf(ne,pt,Nt,pe,je,S,R,Y);bt.baseClass&&(bt.baseClass.__derivedClasses??=[],bt.baseClass.__derivedClasses.push(bt));var cn=new na(ne,bt,!0,!1,!1),Zt=new na(ne+"*",bt,!1,!1,!1),gn=new na(ne+" const*",bt,!1,!0,!1);return mu[r]={pointerType:Zt,constPointerType:gn},vu(ce,pt),[cn,Zt,gn]})},xl=r=>{for(;r.length;){var a=r.pop(),c=r.pop();c(a)}};function Su(r){for(var a=1;a<r.length;++a)if(r[a]!==null&&r[a].destructorFunction===void 0)return!0;return!1}function ap(r,a,c,d,p){if(r<a||r>c){var S=a==c?a:`${a} to ${c}`;p(`function ${d} called with ${r} arguments, expected ${S}`)}}function op(r,a,c,d){var p=Su(r),S=r.length-2,E=[],R=["fn"];a&&R.push("thisWired");for(var O=0;O<S;++O)E.push(`arg${O}`),R.push(`arg${O}Wired`);E=E.join(","),R=R.join(",");var Y=`return function (${E}) {
`;Y+=`checkArgCount(arguments.length, minArgs, maxArgs, humanName, throwBindingError);
`,p&&(Y+=`var destructors = [];
`);var ne=p?"destructors":"null",oe=["humanName","throwBindingError","invoker","fn","runDestructors","retType","classParam"];a&&(Y+=`var thisWired = classParam['toWireType'](${ne}, this);
`);for(var O=0;O<S;++O)Y+=`var arg${O}Wired = argType${O}['toWireType'](${ne}, arg${O});
`,oe.push(`argType${O}`);Y+=(c||d?"var rv = ":"")+`invoker(${R});
`;var pe=c?"rv":"";if(p)Y+=`runDestructors(destructors);
`;else for(var O=a?1:2;O<r.length;++O){var ce=O===1?"thisWired":"arg"+(O-2)+"Wired";r[O].destructorFunction!==null&&(Y+=`${ce}_dtor(${ce});
`,oe.push(`${ce}_dtor`))}return c&&(Y+=`var ret = retType['fromWireType'](rv);
return ret;
`),Y+=`}
`,oe.push("checkArgCount","minArgs","maxArgs"),Y=`if (arguments.length !== ${oe.length}){ throw new Error(humanName + "Expected ${oe.length} closure arguments " + arguments.length + " given."); }
${Y}`,[oe,Y]}function lp(r){for(var a=r.length-2,c=r.length-1;c>=2&&r[c].optional;--c)a--;return a}function ra(r,a,c,d,p,S){var E=a.length;E<2&&_t("argTypes array size mismatch! Must at least get return value and 'this' types!"),B(!S,"Async bindings are only supported with JSPI.");for(var R=a[1]!==null&&c!==null,O=Su(a),Y=a[0].name!=="void",ne=E-2,oe=lp(a),pe=[r,_t,d,p,xl,a[0],a[1]],ce=0;ce<E-2;++ce)pe.push(a[ce+2]);if(!O)for(var ce=R?1:2;ce<a.length;++ce)a[ce].destructorFunction!==null&&pe.push(a[ce].destructorFunction);pe.push(ap,oe,ne);let[ve,je]=op(a,R,Y,S);var vt=new Function(...ve,je)(...pe);return Qs(r,vt)}var sa=(r,a)=>{for(var c=[],d=0;d<r;d++)c.push($e[a+d*4>>2]);return c},yl=r=>{r=r.trim();let a=r.indexOf("(");return a===-1?r:(B(r.endsWith(")"),"Parentheses for argument names should match."),r.slice(0,a))},cp=(r,a,c,d,p,S,E,R,O)=>{var Y=sa(c,d);a=qt(a),a=yl(a),S=jn(p,S,R),On([],[r],ne=>{ne=ne[0];var oe=`${ne.name}.${a}`;function pe(){qi(`Cannot call ${oe} due to unbound types`,Y)}a.startsWith("@@")&&(a=Symbol[a.substring(2)]);var ce=ne.registeredClass.constructor;return ce[a]===void 0?(pe.argCount=c-1,ce[a]=pe):(_l(ce,a,oe),ce[a].overloadTable[c-1]=pe),On([],Y,ve=>{var je=[ve[0],null].concat(ve.slice(1)),vt=ra(oe,je,null,S,E,R);if(ce[a].overloadTable===void 0?(vt.argCount=c-1,ce[a]=vt):ce[a].overloadTable[c-1]=vt,ne.registeredClass.__derivedClasses)for(let pt of ne.registeredClass.__derivedClasses)pt.constructor.hasOwnProperty(a)||(pt.constructor[a]=vt);return[]}),[]})},up=(r,a,c,d,p,S)=>{B(a>0);var E=sa(a,c);p=jn(d,p);var R=[S],O=[];On([],[r],Y=>{Y=Y[0];var ne=`constructor ${Y.name}`;if(Y.registeredClass.constructor_body===void 0&&(Y.registeredClass.constructor_body=[]),Y.registeredClass.constructor_body[a-1]!==void 0)throw new $r(`Cannot register multiple constructors with identical number of parameters (${a-1}) for class '${Y.name}'! Overload resolution is currently only performed using the parameter count, not actual type info!`);return Y.registeredClass.constructor_body[a-1]=()=>{qi(`Cannot construct ${Y.name} due to unbound types`,E)},On([],E,oe=>(oe.splice(1,0,null),Y.registeredClass.constructor_body[a-1]=ra(ne,oe,null,p,S),[])),[]})},hp=(r,a,c,d,p,S,E,R,O,Y)=>{var ne=sa(c,d);a=qt(a),a=yl(a),S=jn(p,S,O),On([],[r],oe=>{oe=oe[0];var pe=`${oe.name}.${a}`;a.startsWith("@@")&&(a=Symbol[a.substring(2)]),R&&oe.registeredClass.pureVirtualFunctions.push(a);function ce(){qi(`Cannot call ${pe} due to unbound types`,ne)}var ve=oe.registeredClass.instancePrototype,je=ve[a];return je===void 0||je.overloadTable===void 0&&je.className!==oe.name&&je.argCount===c-2?(ce.argCount=c-2,ce.className=oe.name,ve[a]=ce):(_l(ve,a,pe),ve[a].overloadTable[c-2]=ce),On([],ne,vt=>{var pt=ra(pe,vt,oe,S,E,O);return ve[a].overloadTable===void 0?(pt.argCount=c-2,ve[a]=pt):ve[a].overloadTable[c-2]=pt,[]}),[]})},Mu=(r,a,c)=>(r instanceof Object||_t(`${c} with invalid "this": ${r}`),r instanceof a.registeredClass.constructor||_t(`${c} incompatible with "this" of type ${r.constructor.name}`),r.$$.ptr||_t(`cannot call emscripten binding method ${c} on deleted object`),ea(r.$$.ptr,r.$$.ptrType.registeredClass,a.registeredClass)),dp=(r,a,c,d,p,S,E,R,O,Y)=>{a=qt(a),p=jn(d,p),On([],[r],ne=>{ne=ne[0];var oe=`${ne.name}.${a}`,pe={get(){qi(`Cannot access ${oe} due to unbound types`,[c,E])},enumerable:!0,configurable:!0};return O?pe.set=()=>qi(`Cannot access ${oe} due to unbound types`,[c,E]):pe.set=ce=>_t(oe+" is a read-only property"),Object.defineProperty(ne.registeredClass.instancePrototype,a,pe),On([],O?[c,E]:[c],ce=>{var ve=ce[0],je={get(){var pt=Mu(this,ne,oe+" getter");return ve.fromWireType(p(S,pt))},enumerable:!0};if(O){O=jn(R,O);var vt=ce[1];je.set=function(pt){var Nt=Mu(this,ne,oe+" setter"),bt=[];O(Y,Nt,vt.toWireType(bt,pt)),xl(bt)}}return Object.defineProperty(ne.registeredClass.instancePrototype,a,je),[]}),[]})},fp=(r,a,c)=>{r=qt(r),On([],[a],d=>(d=d[0],t[r]=d.fromWireType(c),[]))},bu=[],Kn=[0,1,,1,null,1,!0,1,!1,1],Sl=r=>{r>9&&--Kn[r+1]===0&&(B(Kn[r]!==void 0,"Decref for unallocated handle."),Kn[r]=void 0,bu.push(r))},Yt={toValue:r=>(r||_t(`Cannot use deleted val. handle = ${r}`),B(r===2||Kn[r]!==void 0&&r%2===0,`invalid handle: ${r}`),Kn[r]),toHandle:r=>{switch(r){case void 0:return 2;case null:return 4;case!0:return 6;case!1:return 8;default:{let a=bu.pop()||Kn.length;return Kn[a]=r,Kn[a+1]=1,a}}}},wu={name:"emscripten::val",fromWireType:r=>{var a=Yt.toValue(r);return Sl(r),a},toWireType:(r,a)=>Yt.toHandle(a),argPackAdvance:Jn,readValueFromPointer:ta,destructorFunction:null},Eu=r=>Ln(r,wu),pp=(r,a,c)=>{switch(a){case 1:return c?function(d){return this.fromWireType(ht[d])}:function(d){return this.fromWireType(Pt[d])};case 2:return c?function(d){return this.fromWireType(St[d>>1])}:function(d){return this.fromWireType(Kt[d>>1])};case 4:return c?function(d){return this.fromWireType(Le[d>>2])}:function(d){return this.fromWireType($e[d>>2])};default:throw new TypeError(`invalid integer width (${a}): ${r}`)}},mp=(r,a,c,d)=>{a=qt(a);function p(){}p.values={},Ln(r,{name:a,constructor:p,fromWireType:function(S){return this.constructor.values[S]},toWireType:(S,E)=>E.value,argPackAdvance:Jn,readValueFromPointer:pp(a,c,d),destructorFunction:null}),vl(a,p)},aa=(r,a)=>{var c=Xi[r];return c===void 0&&_t(`${a} has unknown type ${yu(r)}`),c},gp=(r,a,c)=>{var d=aa(r,"enum");a=qt(a);var p=d.constructor,S=Object.create(d.constructor.prototype,{value:{value:c},constructor:{value:Qs(`${d.name}_${a}`,function(){})}});p.values[c]=S,p[a]=S},_p=(r,a)=>{switch(a){case 4:return function(c){return this.fromWireType(on[c>>2])};case 8:return function(c){return this.fromWireType(Qt[c>>3])};default:throw new TypeError(`invalid float width (${a}): ${r}`)}},vp=(r,a,c)=>{a=qt(a),Ln(r,{name:a,fromWireType:d=>d,toWireType:(d,p)=>{if(typeof p!="number"&&typeof p!="boolean")throw new TypeError(`Cannot convert ${$i(p)} to ${this.name}`);return p},argPackAdvance:Jn,readValueFromPointer:_p(a,c),destructorFunction:null})},xp=(r,a,c,d,p,S,E,R)=>{var O=sa(a,c);r=qt(r),r=yl(r),p=jn(d,p,E),vl(r,function(){qi(`Cannot call ${r} due to unbound types`,O)},a-1),On([],O,Y=>{var ne=[Y[0],null].concat(Y.slice(1));return vu(r,ra(r,ne,null,p,S,E),a-1),[]})},yp=(r,a,c,d,p)=>{a=qt(a);let S=d===0,E=O=>O;if(S){var R=32-8*c;E=O=>O<<R>>>R,p=E(p)}Ln(r,{name:a,fromWireType:E,toWireType:(O,Y)=>{if(typeof Y!="number"&&typeof Y!="boolean")throw new TypeError(`Cannot convert "${$i(Y)}" to ${a}`);return hu(a,Y,d,p),Y},argPackAdvance:Jn,readValueFromPointer:uu(a,c,d!==0),destructorFunction:null})},Sp=(r,a,c)=>{var d=[Int8Array,Uint8Array,Int16Array,Uint16Array,Int32Array,Uint32Array,Float32Array,Float64Array,BigInt64Array,BigUint64Array],p=d[a];function S(E){var R=$e[E>>2],O=$e[E+4>>2];return new p(ht.buffer,O,R)}c=qt(c),Ln(r,{name:c,fromWireType:S,argPackAdvance:Jn,readValueFromPointer:S},{ignoreDuplicateRegistrations:!0})},Mp=Object.assign({optional:!0},wu),bp=(r,a)=>{Ln(r,Mp)},Yi=(r,a,c)=>(B(typeof c=="number","stringToUTF8(str, outPtr, maxBytesToWrite) is missing the third parameter that specifies the length of the output buffer!"),nt(r,Pt,a,c)),wp=(r,a)=>{a=qt(a);var c=!0;Ln(r,{name:a,fromWireType(d){var p=$e[d>>2],S=d+4,E;if(c)for(var R=S,O=0;O<=p;++O){var Y=S+O;if(O==p||Pt[Y]==0){var ne=Y-R,oe=ln(R,ne);E===void 0?E=oe:(E+="\0",E+=oe),R=Y+1}}else{for(var pe=new Array(p),O=0;O<p;++O)pe[O]=String.fromCharCode(Pt[S+O]);E=pe.join("")}return Bn(d),E},toWireType(d,p){p instanceof ArrayBuffer&&(p=new Uint8Array(p));var S,E=typeof p=="string";E||ArrayBuffer.isView(p)&&p.BYTES_PER_ELEMENT==1||_t("Cannot pass non-string to std::string"),c&&E?S=Ge(p):S=p.length;var R=El(4+S+1),O=R+4;if($e[R>>2]=S,E)if(c)Yi(p,O,S+1);else for(var Y=0;Y<S;++Y){var ne=p.charCodeAt(Y);ne>255&&(Bn(R),_t("String has UTF-16 code units that do not fit in 8 bits")),Pt[O+Y]=ne}else Pt.set(p,O);return d!==null&&d.push(Bn,R),R},argPackAdvance:Jn,readValueFromPointer:ta,destructorFunction(d){Bn(d)}})},Tu=typeof TextDecoder<"u"?new TextDecoder("utf-16le"):void 0,Ep=(r,a)=>{B(r%2==0,"Pointer passed to UTF16ToString must be aligned to two bytes!");for(var c=r>>1,d=c+a/2,p=c;!(p>=d)&&Kt[p];)++p;if(p-c>16&&Tu)return Tu.decode(Kt.subarray(c,p));for(var S="",E=c;!(E>=d);++E){var R=Kt[E];if(R==0)break;S+=String.fromCharCode(R)}return S},Tp=(r,a,c)=>{if(B(a%2==0,"Pointer passed to stringToUTF16 must be aligned to two bytes!"),B(typeof c=="number","stringToUTF16(str, outPtr, maxBytesToWrite) is missing the third parameter that specifies the length of the output buffer!"),c??=2147483647,c<2)return 0;c-=2;for(var d=a,p=c<r.length*2?c/2:r.length,S=0;S<p;++S){var E=r.charCodeAt(S);St[a>>1]=E,a+=2}return St[a>>1]=0,a-d},Ap=r=>r.length*2,Rp=(r,a)=>{B(r%4==0,"Pointer passed to UTF32ToString must be aligned to four bytes!");for(var c="",d=0;!(d>=a/4);d++){var p=Le[r+d*4>>2];if(!p)break;c+=String.fromCodePoint(p)}return c},Cp=(r,a,c)=>{if(B(a%4==0,"Pointer passed to stringToUTF32 must be aligned to four bytes!"),B(typeof c=="number","stringToUTF32(str, outPtr, maxBytesToWrite) is missing the third parameter that specifies the length of the output buffer!"),c??=2147483647,c<4)return 0;for(var d=a,p=d+c-4,S=0;S<r.length;++S){var E=r.codePointAt(S);if(E>65535&&S++,Le[a>>2]=E,a+=4,a+4>p)break}return Le[a>>2]=0,a-d},Pp=r=>{for(var a=0,c=0;c<r.length;++c){var d=r.codePointAt(c);d>65535&&c++,a+=4}return a},Ip=(r,a,c)=>{c=qt(c);var d,p,S,E;a===2?(d=Ep,p=Tp,E=Ap,S=R=>Kt[R>>1]):a===4&&(d=Rp,p=Cp,E=Pp,S=R=>$e[R>>2]),Ln(r,{name:c,fromWireType:R=>{for(var O=$e[R>>2],Y,ne=R+4,oe=0;oe<=O;++oe){var pe=R+4+oe*a;if(oe==O||S(pe)==0){var ce=pe-ne,ve=d(ne,ce);Y===void 0?Y=ve:(Y+="\0",Y+=ve),ne=pe+a}}return Bn(R),Y},toWireType:(R,O)=>{typeof O!="string"&&_t(`Cannot pass non-string to C++ string type ${c}`);var Y=E(O),ne=El(4+Y+a);return $e[ne>>2]=Y/a,p(O,ne+4,Y+a),R!==null&&R.push(Bn,ne),ne},argPackAdvance:Jn,readValueFromPointer:ta,destructorFunction(R){Bn(R)}})},Lp=(r,a)=>{Eu(r)},Dp=(r,a)=>{a=qt(a),Ln(r,{isVoid:!0,name:a,argPackAdvance:0,fromWireType:()=>{},toWireType:(c,d)=>{}})},Fp=()=>{throw new ge},Au=(r,a,c)=>{var d=[],p=r.toWireType(d,c);return d.length&&($e[a>>2]=Yt.toHandle(d)),p},Np=(r,a,c)=>(r=Yt.toValue(r),a=aa(a,"emval::as"),Au(a,c,r)),oa=[],Up=(r,a,c,d)=>(r=oa[r],a=Yt.toValue(a),r(null,a,c,d)),Op={},Ml=r=>{var a=Op[r];return a===void 0?qt(r):a},Bp=(r,a,c,d,p)=>(r=oa[r],a=Yt.toValue(a),c=Ml(c),r(a,a[c],d,p)),Ru=()=>globalThis,kp=r=>r===0?Yt.toHandle(Ru()):(r=Ml(r),Yt.toHandle(Ru()[r])),zp=r=>{var a=oa.length;return oa.push(r),a},Gp=(r,a)=>{for(var c=new Array(r),d=0;d<r;++d)c[d]=aa($e[a+d*4>>2],`parameter ${d}`);return c},Vp=(r,a,c)=>{var d=Gp(r,a),p=d.shift();r--;var S=`return function (obj, func, destructorsRef, args) {
`,E=0,R=[];c===0&&R.push("obj");for(var O=["retType"],Y=[p],ne=0;ne<r;++ne)R.push(`arg${ne}`),O.push(`argType${ne}`),Y.push(d[ne]),S+=`  var arg${ne} = argType${ne}.readValueFromPointer(args${E?"+"+E:""});
`,E+=d[ne].argPackAdvance;var oe=c===1?"new func":"func.call";S+=`  var rv = ${oe}(${R.join(", ")});
`,p.isVoid||(O.push("emval_returnValue"),Y.push(Au),S+=`  return emval_returnValue(retType, destructorsRef, rv);
`),S+=`};
`;var pe=new Function(...O,S)(...Y),ce=`methodCaller<(${d.map(ve=>ve.name).join(", ")}) => ${p.name}>`;return zp(Qs(ce,pe))},Hp=(r,a)=>(r=Yt.toValue(r),a=Yt.toValue(a),Yt.toHandle(r[a])),Wp=r=>{r>9&&(Kn[r+1]+=1)},Xp=r=>(r=Yt.toValue(r),typeof r=="number"),$p=r=>(r=Yt.toValue(r),typeof r=="string"),qp=()=>Yt.toHandle([]),Yp=r=>Yt.toHandle(Ml(r)),Zp=r=>{var a=Yt.toValue(r);xl(a),Sl(r)},Jp=(r,a)=>{r=aa(r,"_emval_take_value");var c=r.readValueFromPointer(a);return Yt.toHandle(c)},jp=r=>{throw r=Yt.toValue(r),r},Kp=r=>r%4===0&&(r%100!==0||r%400===0),Qp=[0,31,60,91,121,152,182,213,244,274,305,335],em=[0,31,59,90,120,151,181,212,243,273,304,334],Cu=r=>{var a=Kp(r.getFullYear()),c=a?Qp:em,d=c[r.getMonth()]+r.getDate()-1;return d},tm=9007199254740992,nm=-9007199254740992,bl=r=>r<nm||r>tm?NaN:Number(r);function im(r,a){r=bl(r);var c=new Date(r*1e3);Le[a>>2]=c.getSeconds(),Le[a+4>>2]=c.getMinutes(),Le[a+8>>2]=c.getHours(),Le[a+12>>2]=c.getDate(),Le[a+16>>2]=c.getMonth(),Le[a+20>>2]=c.getFullYear()-1900,Le[a+24>>2]=c.getDay();var d=Cu(c)|0;Le[a+28>>2]=d,Le[a+36>>2]=-(c.getTimezoneOffset()*60);var p=new Date(c.getFullYear(),0,1),S=new Date(c.getFullYear(),6,1).getTimezoneOffset(),E=p.getTimezoneOffset(),R=(S!=E&&c.getTimezoneOffset()==Math.min(E,S))|0;Le[a+32>>2]=R}var rm=function(r){var a=(()=>{var c=new Date(Le[r+20>>2]+1900,Le[r+16>>2],Le[r+12>>2],Le[r+8>>2],Le[r+4>>2],Le[r>>2],0),d=Le[r+32>>2],p=c.getTimezoneOffset(),S=new Date(c.getFullYear(),0,1),E=new Date(c.getFullYear(),6,1).getTimezoneOffset(),R=S.getTimezoneOffset(),O=Math.min(R,E);if(d<0)Le[r+32>>2]=+(E!=R&&O==p);else if(d>0!=(O==p)){var Y=Math.max(R,E),ne=d>0?O:Y;c.setTime(c.getTime()+(ne-p)*6e4)}Le[r+24>>2]=c.getDay();var oe=Cu(c)|0;Le[r+28>>2]=oe,Le[r>>2]=c.getSeconds(),Le[r+4>>2]=c.getMinutes(),Le[r+8>>2]=c.getHours(),Le[r+12>>2]=c.getDate(),Le[r+16>>2]=c.getMonth(),Le[r+20>>2]=c.getYear();var pe=c.getTime();return isNaN(pe)?-1:pe/1e3})();return BigInt(a)},sm=(r,a,c,d)=>{var p=new Date().getFullYear(),S=new Date(p,0,1),E=new Date(p,6,1),R=S.getTimezoneOffset(),O=E.getTimezoneOffset(),Y=Math.max(R,O);$e[r>>2]=Y*60,Le[a>>2]=+(R!=O);var ne=ce=>{var ve=ce>=0?"-":"+",je=Math.abs(ce),vt=String(Math.floor(je/60)).padStart(2,"0"),pt=String(je%60).padStart(2,"0");return`UTC${ve}${vt}${pt}`},oe=ne(R),pe=ne(O);B(oe),B(pe),B(Ge(oe)<=16,`timezone name truncated to fit in TZNAME_MAX (${oe})`),B(Ge(pe)<=16,`timezone name truncated to fit in TZNAME_MAX (${pe})`),O<R?(Yi(oe,c,17),Yi(pe,d,17)):(Yi(oe,d,17),Yi(pe,c,17))},Pu=()=>performance.now(),Iu=()=>Date.now(),am=1,om=r=>r>=0&&r<=3;function lm(r,a,c){if(a=bl(a),!om(r))return 28;var d;if(r===0)d=Iu();else if(am)d=Pu();else return 52;var p=Math.round(d*1e3*1e3);return q[c>>3]=BigInt(p),0}var la=[],cm=(r,a)=>{B(Array.isArray(la)),B(a%16==0),la.length=0;for(var c;c=Pt[r++];){var d=String.fromCharCode(c),p=["d","f","i","p"];p.push("j"),B(p.includes(d),`Invalid character ${c}("${d}") in readEmAsmArgs! Use only [${p}], and do not specify "v" for void return argument.`);var S=c!=105;S&=c!=112,a+=S&&a%8?4:0,la.push(c==112?$e[a>>2]:c==106?q[a>>3]:c==105?Le[a>>2]:Qt[a>>3]),a+=S?8:4}return la},um=(r,a,c)=>{var d=cm(a,c);return B(Ou.hasOwnProperty(r),`No EM_ASM constant found at address ${r}.  The loaded WebAssembly file is likely out of sync with the generated JavaScript.`),Ou[r](...d)},hm=(r,a,c)=>um(r,a,c),Lu=()=>2147483648,dm=()=>Lu(),fm=(r,a)=>(B(a,"alignment argument is required"),Math.ceil(r/a)*a),pm=r=>{var a=Gt.buffer,c=(r-a.byteLength+65535)/65536|0;try{return Gt.grow(c),Ft(),1}catch(d){T(`growMemory: Attempted to grow heap from ${a.byteLength} bytes to ${r} bytes, but got error: ${d}`)}},mm=r=>{var a=Pt.length;r>>>=0,B(r>a);var c=Lu();if(r>c)return T(`Cannot enlarge memory, requested ${r} bytes, but the limit is ${c} bytes!`),!1;for(var d=1;d<=4;d*=2){var p=a*(1+.2/d);p=Math.min(p,r+100663296);var S=Math.min(c,fm(Math.max(r,p),65536)),E=pm(S);if(E)return!0}return T(`Failed to grow the heap from ${a} bytes to ${S} bytes, not enough memory!`),!1},wl={},gm=()=>f||"./this.program",Yr=()=>{if(!Yr.strings){var r=(typeof navigator=="object"&&navigator.language||"C").replace("-","_")+".UTF-8",a={USER:"web_user",LOGNAME:"web_user",PATH:"/",PWD:"/",HOME:"/home/web_user",LANG:r,_:gm()};for(var c in wl)wl[c]===void 0?delete a[c]:a[c]=wl[c];var d=[];for(var c in a)d.push(`${c}=${a[c]}`);Yr.strings=d}return Yr.strings},_m=(r,a)=>{var c=0,d=0;for(var p of Yr()){var S=a+c;$e[r+d>>2]=S,c+=Yi(p,S,1/0)+1,d+=4}return 0},vm=(r,a)=>{var c=Yr();$e[r>>2]=c.length;var d=0;for(var p of c)d+=Ge(p)+1;return $e[a>>2]=d,0},Du=0,Fu=()=>Et||Du>0,xm=r=>{j=r,Fu()||(t.onExit?.(r),k=!0),m(r,new Ae(r))},ym=(r,a)=>{if(j=r,F_(),Fu()&&!a){var c=`program exited (with status: ${r}), but keepRuntimeAlive() is set (counter=${Du}) due to an async operation, so halting execution but not exiting the runtime or preventing further async execution (you can use emscripten_force_exit, if you want to force a true shutdown)`;dt?.(c),T(c)}xm(r)},Sm=ym;function Mm(r){try{var a=ut.getStreamFromFD(r);return b.close(a),0}catch(c){if(typeof b>"u"||c.name!=="ErrnoError")throw c;return c.errno}}var bm=(r,a,c,d)=>{for(var p=0,S=0;S<c;S++){var E=$e[a>>2],R=$e[a+4>>2];a+=8;var O=b.read(r,ht,E,R,d);if(O<0)return-1;if(p+=O,O<R)break;typeof d<"u"&&(d+=O)}return p};function wm(r,a,c,d){try{var p=ut.getStreamFromFD(r),S=bm(p,a,c);return $e[d>>2]=S,0}catch(E){if(typeof b>"u"||E.name!=="ErrnoError")throw E;return E.errno}}function Em(r,a,c,d){a=bl(a);try{if(isNaN(a))return 61;var p=ut.getStreamFromFD(r);return b.llseek(p,a,c),q[d>>3]=BigInt(p.position),p.getdents&&a===0&&c===0&&(p.getdents=null),0}catch(S){if(typeof b>"u"||S.name!=="ErrnoError")throw S;return S.errno}}var Tm=(r,a,c,d)=>{for(var p=0,S=0;S<c;S++){var E=$e[a>>2],R=$e[a+4>>2];a+=8;var O=b.write(r,ht,E,R,d);if(O<0)return-1;if(p+=O,O<R)break;typeof d<"u"&&(d+=O)}return p};function Am(r,a,c,d){try{var p=ut.getStreamFromFD(r),S=Tm(p,a,c);return $e[d>>2]=S,0}catch(E){if(typeof b>"u"||E.name!=="ErrnoError")throw E;return E.errno}}var Rm=r=>r,Cm=r=>{var a=t["_"+r];return B(a,"Cannot call unknown function "+r+", make sure it is exported"),a},Pm=(r,a)=>{B(r.length>=0,"writeArrayToMemory array must have a length (should be an array or typed array)"),ht.set(r,a)},ca=r=>Hu(r),Im=r=>{var a=Ge(r)+1,c=ca(a);return Yi(r,c,a),c},Nu=(r,a,c,d,p)=>{var S={string:ve=>{var je=0;return ve!=null&&ve!==0&&(je=Im(ve)),je},array:ve=>{var je=ca(ve.length);return Pm(ve,je),je}};function E(ve){return a==="string"?ln(ve):a==="boolean"?!!ve:ve}var R=Cm(r),O=[],Y=0;if(B(a!=="array",'Return type should not be "array".'),d)for(var ne=0;ne<d.length;ne++){var oe=S[c[ne]];oe?(Y===0&&(Y=_e()),O[ne]=oe(d[ne])):O[ne]=d[ne]}var pe=R(...O);function ce(ve){return Y!==0&&ye(Y),E(ve)}return pe=ce(pe),pe},Lm=(r,a,c,d)=>(...p)=>Nu(r,a,c,p,d),Dm=(...r)=>b.createPath(...r),Fm=(...r)=>b.unlink(...r),Nm=(...r)=>b.createLazyFile(...r),Um=(...r)=>b.createDevice(...r),Om=r=>ua(r),Bm=r=>Rl(r),km=r=>{var a=_e(),c=ca(4),d=ca(4);Xu(r,c,d);var p=$e[c>>2],S=$e[d>>2],E=ln(p);Bn(p);var R;return S&&(R=ln(S),Bn(S)),ye(a),[E,R]},Uu=r=>km(r);b.createPreloadedFile=qn,b.staticInit(),Zf(),ip(),B(Kn.length===10),t.noExitRuntime&&(Et=t.noExitRuntime),t.preloadPlugins&&(en=t.preloadPlugins),t.print&&(L=t.print),t.printErr&&(T=t.printErr),t.wasmBinary&&(Q=t.wasmBinary),Vm(),t.arguments&&(h=t.arguments),t.thisProgram&&(f=t.thisProgram),B(typeof t.memoryInitializerPrefixURL>"u","Module.memoryInitializerPrefixURL option was removed, use Module.locateFile instead"),B(typeof t.pthreadMainPrefixURL>"u","Module.pthreadMainPrefixURL option was removed, use Module.locateFile instead"),B(typeof t.cdInitializerPrefixURL>"u","Module.cdInitializerPrefixURL option was removed, use Module.locateFile instead"),B(typeof t.filePackagePrefixURL>"u","Module.filePackagePrefixURL option was removed, use Module.locateFile instead"),B(typeof t.read>"u","Module.read option was removed"),B(typeof t.readAsync>"u","Module.readAsync option was removed (modify readAsync in JS)"),B(typeof t.readBinary>"u","Module.readBinary option was removed (modify readBinary in JS)"),B(typeof t.setWindowTitle>"u","Module.setWindowTitle option was removed (modify emscripten_set_window_title in JS)"),B(typeof t.TOTAL_MEMORY>"u","Module.TOTAL_MEMORY has been renamed Module.INITIAL_MEMORY"),B(typeof t.ENVIRONMENT>"u","Module.ENVIRONMENT has been deprecated. To force the environment, use the ENVIRONMENT compile-time option (for example, -sENVIRONMENT=web or -sENVIRONMENT=node)"),B(typeof t.STACK_SIZE>"u","STACK_SIZE can no longer be set at runtime.  Use -sSTACK_SIZE at link time"),B(typeof t.wasmMemory>"u","Use of `wasmMemory` detected.  Use -sIMPORTED_MEMORY to define wasmMemory externally"),B(typeof t.INITIAL_MEMORY>"u","Detected runtime INITIAL_MEMORY setting.  Use -sIMPORTED_MEMORY to define wasmMemory dynamically"),t.addRunDependency=xe,t.removeRunDependency=fe,t.ccall=Nu,t.cwrap=Lm,t.FS_createPreloadedFile=qn,t.FS_unlink=Fm,t.FS_createPath=Dm,t.FS_createDevice=Um,t.FS=b,t.FS_createDataFile=$t,t.FS_createLazyFile=Nm,t.MEMFS=ke;var zm=["writeI53ToI64","writeI53ToI64Clamped","writeI53ToI64Signaling","writeI53ToU64Clamped","writeI53ToU64Signaling","readI53FromI64","readI53FromU64","convertI32PairToI53","convertI32PairToI53Checked","convertU32PairToI53","getTempRet0","zeroMemory","withStackSave","inetPton4","inetNtop4","inetPton6","inetNtop6","readSockaddr","writeSockaddr","emscriptenLog","runMainThreadEmAsm","jstoi_q","autoResumeAudioContext","getDynCaller","dynCall","handleException","runtimeKeepalivePush","runtimeKeepalivePop","callUserCallback","maybeExit","asmjsMangle","HandleAllocator","getNativeTypeSize","addOnInit","addOnPostCtor","addOnPreMain","addOnExit","STACK_SIZE","STACK_ALIGN","POINTER_SIZE","ASSERTIONS","uleb128Encode","sigToWasmTypes","generateFuncType","convertJsFunctionToWasm","getEmptyTableSlot","updateTableMap","getFunctionAddress","addFunction","removeFunction","reallyNegative","unSign","strLen","reSign","formatString","intArrayToString","stringToAscii","stringToNewUTF8","registerKeyEventCallback","maybeCStringToJsString","findEventTarget","getBoundingClientRect","fillMouseEventData","registerMouseEventCallback","registerWheelEventCallback","registerUiEventCallback","registerFocusEventCallback","fillDeviceOrientationEventData","registerDeviceOrientationEventCallback","fillDeviceMotionEventData","registerDeviceMotionEventCallback","screenOrientation","fillOrientationChangeEventData","registerOrientationChangeEventCallback","fillFullscreenChangeEventData","registerFullscreenChangeEventCallback","JSEvents_requestFullscreen","JSEvents_resizeCanvasForFullscreen","registerRestoreOldStyle","hideEverythingExceptGivenElement","restoreHiddenElements","setLetterbox","softFullscreenResizeWebGLRenderTarget","doRequestFullscreen","fillPointerlockChangeEventData","registerPointerlockChangeEventCallback","registerPointerlockErrorEventCallback","requestPointerLock","fillVisibilityChangeEventData","registerVisibilityChangeEventCallback","registerTouchEventCallback","fillGamepadEventData","registerGamepadEventCallback","registerBeforeUnloadEventCallback","fillBatteryEventData","battery","registerBatteryEventCallback","setCanvasElementSize","getCanvasElementSize","jsStackTrace","getCallstack","convertPCtoSourceLocation","wasiRightsToMuslOFlags","wasiOFlagsToMuslOFlags","safeSetTimeout","setImmediateWrapped","safeRequestAnimationFrame","clearImmediateWrapped","registerPostMainLoop","registerPreMainLoop","getPromise","makePromise","idsToPromises","makePromiseCallback","Browser_asyncPrepareDataCounter","arraySum","addDays","getSocketFromFD","getSocketAddress","FS_mkdirTree","_setNetworkCallback","heapObjectForWebGLType","toTypedArrayIndex","webgl_enable_ANGLE_instanced_arrays","webgl_enable_OES_vertex_array_object","webgl_enable_WEBGL_draw_buffers","webgl_enable_WEBGL_multi_draw","webgl_enable_EXT_polygon_offset_clamp","webgl_enable_EXT_clip_control","webgl_enable_WEBGL_polygon_mode","emscriptenWebGLGet","computeUnpackAlignedImageSize","colorChannelsInGlTextureFormat","emscriptenWebGLGetTexPixelData","emscriptenWebGLGetUniform","webglGetUniformLocation","webglPrepareUniformLocationsBeforeFirstUse","webglGetLeftBracePos","emscriptenWebGLGetVertexAttrib","__glGetActiveAttribOrUniform","writeGLArray","registerWebGlEventCallback","runAndAbortIfError","ALLOC_NORMAL","ALLOC_STACK","allocate","writeStringToMemory","writeAsciiToMemory","demangle","stackTrace","getFunctionArgsName","createJsInvokerSignature","PureVirtualError","registerInheritedInstance","unregisterInheritedInstance","getInheritedInstanceCount","getLiveInheritedInstances","setDelayFunction","count_emval_handles"];zm.forEach(Ke);var Gm=["run","out","err","callMain","abort","wasmMemory","wasmExports","HEAPF32","HEAPF64","HEAP8","HEAPU8","HEAP16","HEAPU16","HEAP32","HEAPU32","HEAP64","HEAPU64","writeStackCookie","checkStackCookie","INT53_MAX","INT53_MIN","bigintToI53Checked","stackSave","stackRestore","stackAlloc","setTempRet0","ptrToString","exitJS","getHeapMax","growMemory","ENV","ERRNO_CODES","strError","DNS","Protocols","Sockets","timers","warnOnce","readEmAsmArgsArray","readEmAsmArgs","runEmAsmFunction","getExecutableName","keepRuntimeAlive","asyncLoad","alignMemory","mmapAlloc","wasmTable","getUniqueRunDependency","noExitRuntime","addOnPreRun","addOnPostRun","freeTableIndexes","functionsInTableMap","setValue","getValue","PATH","PATH_FS","UTF8Decoder","UTF8ArrayToString","UTF8ToString","stringToUTF8Array","stringToUTF8","lengthBytesUTF8","intArrayFromString","AsciiToString","UTF16Decoder","UTF16ToString","stringToUTF16","lengthBytesUTF16","UTF32ToString","stringToUTF32","lengthBytesUTF32","stringToUTF8OnStack","writeArrayToMemory","JSEvents","specialHTMLTargets","findCanvasEventTarget","currentFullscreenStrategy","restoreOldWindowedStyle","UNWIND_CACHE","ExitStatus","getEnvStrings","checkWasiClock","doReadv","doWritev","initRandomFill","randomFill","emSetImmediate","emClearImmediate_deps","emClearImmediate","promiseMap","uncaughtExceptionCount","exceptionLast","exceptionCaught","ExceptionInfo","findMatchingCatch","getExceptionMessageCommon","Browser","requestFullscreen","requestFullScreen","setCanvasSize","getUserMedia","createContext","getPreloadedImageData__data","wget","MONTH_DAYS_REGULAR","MONTH_DAYS_LEAP","MONTH_DAYS_REGULAR_CUMULATIVE","MONTH_DAYS_LEAP_CUMULATIVE","isLeapYear","ydayFromDate","SYSCALLS","preloadPlugins","FS_modeStringToFlags","FS_getMode","FS_stdin_getChar_buffer","FS_stdin_getChar","FS_readFile","FS_root","FS_mounts","FS_devices","FS_streams","FS_nextInode","FS_nameTable","FS_currentPath","FS_initialized","FS_ignorePermissions","FS_filesystems","FS_syncFSRequests","FS_readFiles","FS_lookupPath","FS_getPath","FS_hashName","FS_hashAddNode","FS_hashRemoveNode","FS_lookupNode","FS_createNode","FS_destroyNode","FS_isRoot","FS_isMountpoint","FS_isFile","FS_isDir","FS_isLink","FS_isChrdev","FS_isBlkdev","FS_isFIFO","FS_isSocket","FS_flagsToPermissionString","FS_nodePermissions","FS_mayLookup","FS_mayCreate","FS_mayDelete","FS_mayOpen","FS_checkOpExists","FS_nextfd","FS_getStreamChecked","FS_getStream","FS_createStream","FS_closeStream","FS_dupStream","FS_doSetAttr","FS_chrdev_stream_ops","FS_major","FS_minor","FS_makedev","FS_registerDevice","FS_getDevice","FS_getMounts","FS_syncfs","FS_mount","FS_unmount","FS_lookup","FS_mknod","FS_statfs","FS_statfsStream","FS_statfsNode","FS_create","FS_mkdir","FS_mkdev","FS_symlink","FS_rename","FS_rmdir","FS_readdir","FS_readlink","FS_stat","FS_fstat","FS_lstat","FS_doChmod","FS_chmod","FS_lchmod","FS_fchmod","FS_doChown","FS_chown","FS_lchown","FS_fchown","FS_doTruncate","FS_truncate","FS_ftruncate","FS_utime","FS_open","FS_close","FS_isClosed","FS_llseek","FS_read","FS_write","FS_mmap","FS_msync","FS_ioctl","FS_writeFile","FS_cwd","FS_chdir","FS_createDefaultDirectories","FS_createDefaultDevices","FS_createSpecialDirectories","FS_createStandardStreams","FS_staticInit","FS_init","FS_quit","FS_findObject","FS_analyzePath","FS_createFile","FS_forceLoadFile","FS_absolutePath","FS_createFolder","FS_createLink","FS_joinPath","FS_mmapAlloc","FS_standardizePath","TTY","PIPEFS","SOCKFS","tempFixedLengthArray","miniTempWebGLFloatBuffers","miniTempWebGLIntBuffers","GL","AL","GLUT","EGL","GLEW","IDBStore","SDL","SDL_gfx","allocateUTF8","allocateUTF8OnStack","print","printErr","jstoi_s","InternalError","BindingError","throwInternalError","throwBindingError","registeredTypes","awaitingDependencies","typeDependencies","tupleRegistrations","structRegistrations","sharedRegisterType","whenDependentTypesAreResolved","getTypeName","getFunctionName","heap32VectorToArray","requireRegisteredType","usesDestructorStack","checkArgCount","getRequiredArgCount","createJsInvoker","UnboundTypeError","GenericWireTypeSize","EmValType","EmValOptionalType","throwUnboundTypeError","ensureOverloadTable","exposePublicSymbol","replacePublicSymbol","createNamedFunction","embindRepr","registeredInstances","getBasestPointer","getInheritedInstance","registeredPointers","registerType","integerReadValueFromPointer","enumReadValueFromPointer","floatReadValueFromPointer","assertIntegerRange","readPointer","runDestructors","craftInvokerFunction","embind__requireFunction","genericPointerToWireType","constNoSmartPtrRawPointerToWireType","nonConstNoSmartPtrRawPointerToWireType","init_RegisteredPointer","RegisteredPointer","RegisteredPointer_fromWireType","runDestructor","releaseClassHandle","finalizationRegistry","detachFinalizer_deps","detachFinalizer","attachFinalizer","makeClassHandle","init_ClassHandle","ClassHandle","throwInstanceAlreadyDeleted","deletionQueue","flushPendingDeletes","delayFunction","RegisteredClass","shallowCopyInternalPointer","downcastPointer","upcastPointer","validateThis","char_0","char_9","makeLegalFunctionName","emval_freelist","emval_handles","emval_symbols","getStringOrSymbol","Emval","emval_get_global","emval_returnValue","emval_lookupTypes","emval_methodCallers","emval_addMethodCaller"];Gm.forEach(wt),t.incrementExceptionRefcount=Om,t.decrementExceptionRefcount=Bm,t.getExceptionMessage=Uu;function Vm(){Ye("fetchSettings")}var Ou={679512:()=>{typeof t<"u"&&"mjDISABLESTRING mjENABLESTRING mjFRAMESTRING mjLABELSTRING mjRNDSTRING mjTIMERSTRING mjVISSTRING".split(" ").forEach(function(r){Object.defineProperty(t,r,{get:function(){return t["get_"+r]()},set:function(a){},enumerable:!0,configurable:!0})})}},Bu=Pe("___getTypeName"),El=Pe("_malloc"),Hm=Pe("___cxa_free_exception"),Tl=Pe("_fflush"),Bn=Pe("_free"),Al=Pe("_emscripten_stack_get_end"),Wm=Pe("_emscripten_stack_get_base"),ku=Pe("_strerror"),Se=Pe("_setThrew"),zu=Pe("__emscripten_tempret_set"),Gu=Pe("_emscripten_stack_init"),Xm=Pe("_emscripten_stack_get_free"),Vu=Pe("__emscripten_stack_restore"),Hu=Pe("__emscripten_stack_alloc"),Wu=Pe("_emscripten_stack_get_current"),Rl=Pe("___cxa_decrement_exception_refcount"),ua=Pe("___cxa_increment_exception_refcount"),Xu=Pe("___get_exception_message"),$u=Pe("___cxa_can_catch"),qu=Pe("___cxa_get_exception_ptr");function $m(r){Bu=Me("__getTypeName",1),El=Me("malloc",1),Hm=Me("__cxa_free_exception",1),Tl=Me("fflush",1),Bn=Me("free",1),Al=r.emscripten_stack_get_end,Wm=r.emscripten_stack_get_base,ku=Me("strerror",1),Se=Me("setThrew",2),zu=Me("_emscripten_tempret_set",1),Gu=r.emscripten_stack_init,Xm=r.emscripten_stack_get_free,Vu=r._emscripten_stack_restore,Hu=r._emscripten_stack_alloc,Wu=r.emscripten_stack_get_current,Rl=Me("__cxa_decrement_exception_refcount",1),ua=Me("__cxa_increment_exception_refcount",1),Xu=Me("__get_exception_message",3),$u=Me("__cxa_can_catch",3),qu=Me("__cxa_get_exception_ptr",1)}var Yu={__assert_fail:Wr,__cxa_begin_catch:cr,__cxa_current_primary_exception:$s,__cxa_end_catch:Hi,__cxa_find_matching_catch_2:dl,__cxa_find_matching_catch_3:fl,__cxa_find_matching_catch_4:pl,__cxa_rethrow:Xr,__cxa_rethrow_primary_exception:C,__cxa_throw:X,__cxa_uncaught_exceptions:re,__resumeException:ee,__syscall_dup3:En,__syscall_fcntl64:Un,__syscall_fstat64:qs,__syscall_ioctl:Df,__syscall_lstat64:Ff,__syscall_newfstatat:Nf,__syscall_openat:Uf,__syscall_stat64:Of,_abort_js:Bf,_embind_register_bigint:zf,_embind_register_bool:Gf,_embind_register_class:sp,_embind_register_class_class_function:cp,_embind_register_class_constructor:up,_embind_register_class_function:hp,_embind_register_class_property:dp,_embind_register_constant:fp,_embind_register_emval:Eu,_embind_register_enum:mp,_embind_register_enum_value:gp,_embind_register_float:vp,_embind_register_function:xp,_embind_register_integer:yp,_embind_register_memory_view:Sp,_embind_register_optional:bp,_embind_register_std_string:wp,_embind_register_std_wstring:Ip,_embind_register_user_type:Lp,_embind_register_void:Dp,_emscripten_throw_longjmp:Fp,_emval_as:Np,_emval_call:Up,_emval_call_method:Bp,_emval_decref:Sl,_emval_get_global:kp,_emval_get_method_caller:Vp,_emval_get_property:Hp,_emval_incref:Wp,_emval_is_number:Xp,_emval_is_string:$p,_emval_new_array:qp,_emval_new_cstring:Yp,_emval_run_destructors:Zp,_emval_take_value:Jp,_emval_throw:jp,_localtime_js:im,_mktime_js:rm,_tzset_js:sm,clock_time_get:lm,emscripten_asm_const_int:hm,emscripten_date_now:Iu,emscripten_get_heap_max:dm,emscripten_get_now:Pu,emscripten_resize_heap:mm,environ_get:_m,environ_sizes_get:vm,exit:Sm,fd_close:Mm,fd_read:wm,fd_seek:Em,fd_write:Am,invoke_ddd:x_,invoke_dddi:Ug,invoke_dddidi:Og,invoke_ddidi:Ng,invoke_di:Bg,invoke_dii:Tg,invoke_diii:ag,invoke_diiii:Fg,invoke_diiiidd:Lg,invoke_diiiidi:cg,invoke_diiiii:tg,invoke_diiiiii:mg,invoke_diiiiiii:kg,invoke_diiiiiiiii:fg,invoke_diiiiiiiiiiii:pg,invoke_fiii:P_,invoke_i:ng,invoke_id:r_,invoke_ii:Zm,invoke_iid:Zg,invoke_iidddd:w_,invoke_iidiii:bg,invoke_iidiiid:Sg,invoke_iidiiiiidi:wg,invoke_iif:b_,invoke_iii:qm,invoke_iiid:Eg,invoke_iiididdddddd:Mg,invoke_iiidiiiiiiii:yg,invoke_iiii:Km,invoke_iiiidddiiiii:Gg,invoke_iiiii:sg,invoke_iiiiid:a_,invoke_iiiiii:e_,invoke_iiiiiii:jg,invoke_iiiiiiii:Yg,invoke_iiiiiiiidd:o_,invoke_iiiiiiiii:Ig,invoke_iiiiiiiiii:Kg,invoke_iiiiiiiiiidddiiiiiiiii:xg,invoke_iiiiiiiiiii:C_,invoke_iiiiiiiiiiii:I_,invoke_iiiiiiiiiiiii:d_,invoke_iiij:Qg,invoke_iiji:s_,invoke_j:A_,invoke_ji:__,invoke_jiiii:t_,invoke_jij:v_,invoke_v:jm,invoke_vi:Jm,invoke_vid:Jg,invoke_viddd:n_,invoke_vidddd:i_,invoke_vidi:Dg,invoke_vidiii:_g,invoke_vii:eg,invoke_viid:Cg,invoke_viiddi:h_,invoke_viiddidi:u_,invoke_viiddii:zg,invoke_viidi:Rg,invoke_viidii:lg,invoke_viidiii:$g,invoke_viidiiid:Wg,invoke_viidiiiii:vg,invoke_viidiiiiidi:qg,invoke_viidiiiiiiii:gg,invoke_viii:Ym,invoke_viiid:hg,invoke_viiidd:c_,invoke_viiidi:Ag,invoke_viiididdddddd:Xg,invoke_viiidiiiiiiii:Hg,invoke_viiii:rg,invoke_viiiiddd:l_,invoke_viiiidi:y_,invoke_viiiifi:S_,invoke_viiiii:Qm,invoke_viiiiid:ug,invoke_viiiiii:ig,invoke_viiiiiii:og,invoke_viiiiiiii:Pg,invoke_viiiiiiiiii:m_,invoke_viiiiiiiiiidddiiiiiiiii:Vg,invoke_viiiiiiiiiiid:dg,invoke_viiiiiiiiiiiii:p_,invoke_viiiiiiiiiiiiiii:L_,invoke_viiiiiiiiiiiiiiiiii:g_,invoke_viiiij:E_,invoke_viij:T_,invoke_viijii:R_,invoke_vij:M_,invoke_vijjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj:f_,llvm_eh_typeid_for:Rm},Zi=await Ee();function qm(r,a,c){var d=_e();try{return be(r)(a,c)}catch(p){if(ye(d),!(p instanceof W))throw p;Se(1,0)}}function Ym(r,a,c,d){var p=_e();try{be(r)(a,c,d)}catch(S){if(ye(p),!(S instanceof W))throw S;Se(1,0)}}function Zm(r,a){var c=_e();try{return be(r)(a)}catch(d){if(ye(c),!(d instanceof W))throw d;Se(1,0)}}function Jm(r,a){var c=_e();try{be(r)(a)}catch(d){if(ye(c),!(d instanceof W))throw d;Se(1,0)}}function jm(r){var a=_e();try{be(r)()}catch(c){if(ye(a),!(c instanceof W))throw c;Se(1,0)}}function Km(r,a,c,d){var p=_e();try{return be(r)(a,c,d)}catch(S){if(ye(p),!(S instanceof W))throw S;Se(1,0)}}function Qm(r,a,c,d,p,S){var E=_e();try{be(r)(a,c,d,p,S)}catch(R){if(ye(E),!(R instanceof W))throw R;Se(1,0)}}function eg(r,a,c){var d=_e();try{be(r)(a,c)}catch(p){if(ye(d),!(p instanceof W))throw p;Se(1,0)}}function tg(r,a,c,d,p,S){var E=_e();try{return be(r)(a,c,d,p,S)}catch(R){if(ye(E),!(R instanceof W))throw R;Se(1,0)}}function ng(r){var a=_e();try{return be(r)()}catch(c){if(ye(a),!(c instanceof W))throw c;Se(1,0)}}function ig(r,a,c,d,p,S,E){var R=_e();try{be(r)(a,c,d,p,S,E)}catch(O){if(ye(R),!(O instanceof W))throw O;Se(1,0)}}function rg(r,a,c,d,p){var S=_e();try{be(r)(a,c,d,p)}catch(E){if(ye(S),!(E instanceof W))throw E;Se(1,0)}}function sg(r,a,c,d,p){var S=_e();try{return be(r)(a,c,d,p)}catch(E){if(ye(S),!(E instanceof W))throw E;Se(1,0)}}function ag(r,a,c,d){var p=_e();try{return be(r)(a,c,d)}catch(S){if(ye(p),!(S instanceof W))throw S;Se(1,0)}}function og(r,a,c,d,p,S,E,R){var O=_e();try{be(r)(a,c,d,p,S,E,R)}catch(Y){if(ye(O),!(Y instanceof W))throw Y;Se(1,0)}}function lg(r,a,c,d,p,S){var E=_e();try{be(r)(a,c,d,p,S)}catch(R){if(ye(E),!(R instanceof W))throw R;Se(1,0)}}function cg(r,a,c,d,p,S,E){var R=_e();try{return be(r)(a,c,d,p,S,E)}catch(O){if(ye(R),!(O instanceof W))throw O;Se(1,0)}}function ug(r,a,c,d,p,S,E){var R=_e();try{be(r)(a,c,d,p,S,E)}catch(O){if(ye(R),!(O instanceof W))throw O;Se(1,0)}}function hg(r,a,c,d,p){var S=_e();try{be(r)(a,c,d,p)}catch(E){if(ye(S),!(E instanceof W))throw E;Se(1,0)}}function dg(r,a,c,d,p,S,E,R,O,Y,ne,oe,pe){var ce=_e();try{be(r)(a,c,d,p,S,E,R,O,Y,ne,oe,pe)}catch(ve){if(ye(ce),!(ve instanceof W))throw ve;Se(1,0)}}function fg(r,a,c,d,p,S,E,R,O,Y){var ne=_e();try{return be(r)(a,c,d,p,S,E,R,O,Y)}catch(oe){if(ye(ne),!(oe instanceof W))throw oe;Se(1,0)}}function pg(r,a,c,d,p,S,E,R,O,Y,ne,oe,pe){var ce=_e();try{return be(r)(a,c,d,p,S,E,R,O,Y,ne,oe,pe)}catch(ve){if(ye(ce),!(ve instanceof W))throw ve;Se(1,0)}}function mg(r,a,c,d,p,S,E){var R=_e();try{return be(r)(a,c,d,p,S,E)}catch(O){if(ye(R),!(O instanceof W))throw O;Se(1,0)}}function gg(r,a,c,d,p,S,E,R,O,Y,ne,oe){var pe=_e();try{be(r)(a,c,d,p,S,E,R,O,Y,ne,oe)}catch(ce){if(ye(pe),!(ce instanceof W))throw ce;Se(1,0)}}function _g(r,a,c,d,p,S){var E=_e();try{be(r)(a,c,d,p,S)}catch(R){if(ye(E),!(R instanceof W))throw R;Se(1,0)}}function vg(r,a,c,d,p,S,E,R,O){var Y=_e();try{be(r)(a,c,d,p,S,E,R,O)}catch(ne){if(ye(Y),!(ne instanceof W))throw ne;Se(1,0)}}function xg(r,a,c,d,p,S,E,R,O,Y,ne,oe,pe,ce,ve,je,vt,pt,Nt,bt,cn,Zt){var gn=_e();try{return be(r)(a,c,d,p,S,E,R,O,Y,ne,oe,pe,ce,ve,je,vt,pt,Nt,bt,cn,Zt)}catch(Dt){if(ye(gn),!(Dt instanceof W))throw Dt;Se(1,0)}}function yg(r,a,c,d,p,S,E,R,O,Y,ne,oe){var pe=_e();try{return be(r)(a,c,d,p,S,E,R,O,Y,ne,oe)}catch(ce){if(ye(pe),!(ce instanceof W))throw ce;Se(1,0)}}function Sg(r,a,c,d,p,S,E){var R=_e();try{return be(r)(a,c,d,p,S,E)}catch(O){if(ye(R),!(O instanceof W))throw O;Se(1,0)}}function Mg(r,a,c,d,p,S,E,R,O,Y,ne,oe){var pe=_e();try{return be(r)(a,c,d,p,S,E,R,O,Y,ne,oe)}catch(ce){if(ye(pe),!(ce instanceof W))throw ce;Se(1,0)}}function bg(r,a,c,d,p,S){var E=_e();try{return be(r)(a,c,d,p,S)}catch(R){if(ye(E),!(R instanceof W))throw R;Se(1,0)}}function wg(r,a,c,d,p,S,E,R,O,Y){var ne=_e();try{return be(r)(a,c,d,p,S,E,R,O,Y)}catch(oe){if(ye(ne),!(oe instanceof W))throw oe;Se(1,0)}}function Eg(r,a,c,d){var p=_e();try{return be(r)(a,c,d)}catch(S){if(ye(p),!(S instanceof W))throw S;Se(1,0)}}function Tg(r,a,c){var d=_e();try{return be(r)(a,c)}catch(p){if(ye(d),!(p instanceof W))throw p;Se(1,0)}}function Ag(r,a,c,d,p,S){var E=_e();try{be(r)(a,c,d,p,S)}catch(R){if(ye(E),!(R instanceof W))throw R;Se(1,0)}}function Rg(r,a,c,d,p){var S=_e();try{be(r)(a,c,d,p)}catch(E){if(ye(S),!(E instanceof W))throw E;Se(1,0)}}function Cg(r,a,c,d){var p=_e();try{be(r)(a,c,d)}catch(S){if(ye(p),!(S instanceof W))throw S;Se(1,0)}}function Pg(r,a,c,d,p,S,E,R,O){var Y=_e();try{be(r)(a,c,d,p,S,E,R,O)}catch(ne){if(ye(Y),!(ne instanceof W))throw ne;Se(1,0)}}function Ig(r,a,c,d,p,S,E,R,O){var Y=_e();try{return be(r)(a,c,d,p,S,E,R,O)}catch(ne){if(ye(Y),!(ne instanceof W))throw ne;Se(1,0)}}function Lg(r,a,c,d,p,S,E){var R=_e();try{return be(r)(a,c,d,p,S,E)}catch(O){if(ye(R),!(O instanceof W))throw O;Se(1,0)}}function Dg(r,a,c,d){var p=_e();try{be(r)(a,c,d)}catch(S){if(ye(p),!(S instanceof W))throw S;Se(1,0)}}function Fg(r,a,c,d,p){var S=_e();try{return be(r)(a,c,d,p)}catch(E){if(ye(S),!(E instanceof W))throw E;Se(1,0)}}function Ng(r,a,c,d,p){var S=_e();try{return be(r)(a,c,d,p)}catch(E){if(ye(S),!(E instanceof W))throw E;Se(1,0)}}function Ug(r,a,c,d){var p=_e();try{return be(r)(a,c,d)}catch(S){if(ye(p),!(S instanceof W))throw S;Se(1,0)}}function Og(r,a,c,d,p,S){var E=_e();try{return be(r)(a,c,d,p,S)}catch(R){if(ye(E),!(R instanceof W))throw R;Se(1,0)}}function Bg(r,a){var c=_e();try{return be(r)(a)}catch(d){if(ye(c),!(d instanceof W))throw d;Se(1,0)}}function kg(r,a,c,d,p,S,E,R){var O=_e();try{return be(r)(a,c,d,p,S,E,R)}catch(Y){if(ye(O),!(Y instanceof W))throw Y;Se(1,0)}}function zg(r,a,c,d,p,S,E){var R=_e();try{be(r)(a,c,d,p,S,E)}catch(O){if(ye(R),!(O instanceof W))throw O;Se(1,0)}}function Gg(r,a,c,d,p,S,E,R,O,Y,ne,oe){var pe=_e();try{return be(r)(a,c,d,p,S,E,R,O,Y,ne,oe)}catch(ce){if(ye(pe),!(ce instanceof W))throw ce;Se(1,0)}}function Vg(r,a,c,d,p,S,E,R,O,Y,ne,oe,pe,ce,ve,je,vt,pt,Nt,bt,cn,Zt,gn){var Dt=_e();try{be(r)(a,c,d,p,S,E,R,O,Y,ne,oe,pe,ce,ve,je,vt,pt,Nt,bt,cn,Zt,gn)}catch(Ji){if(ye(Dt),!(Ji instanceof W))throw Ji;Se(1,0)}}function Hg(r,a,c,d,p,S,E,R,O,Y,ne,oe,pe){var ce=_e();try{be(r)(a,c,d,p,S,E,R,O,Y,ne,oe,pe)}catch(ve){if(ye(ce),!(ve instanceof W))throw ve;Se(1,0)}}function Wg(r,a,c,d,p,S,E,R){var O=_e();try{be(r)(a,c,d,p,S,E,R)}catch(Y){if(ye(O),!(Y instanceof W))throw Y;Se(1,0)}}function Xg(r,a,c,d,p,S,E,R,O,Y,ne,oe,pe){var ce=_e();try{be(r)(a,c,d,p,S,E,R,O,Y,ne,oe,pe)}catch(ve){if(ye(ce),!(ve instanceof W))throw ve;Se(1,0)}}function $g(r,a,c,d,p,S,E){var R=_e();try{be(r)(a,c,d,p,S,E)}catch(O){if(ye(R),!(O instanceof W))throw O;Se(1,0)}}function qg(r,a,c,d,p,S,E,R,O,Y,ne){var oe=_e();try{be(r)(a,c,d,p,S,E,R,O,Y,ne)}catch(pe){if(ye(oe),!(pe instanceof W))throw pe;Se(1,0)}}function Yg(r,a,c,d,p,S,E,R){var O=_e();try{return be(r)(a,c,d,p,S,E,R)}catch(Y){if(ye(O),!(Y instanceof W))throw Y;Se(1,0)}}function Zg(r,a,c){var d=_e();try{return be(r)(a,c)}catch(p){if(ye(d),!(p instanceof W))throw p;Se(1,0)}}function Jg(r,a,c){var d=_e();try{be(r)(a,c)}catch(p){if(ye(d),!(p instanceof W))throw p;Se(1,0)}}function jg(r,a,c,d,p,S,E){var R=_e();try{return be(r)(a,c,d,p,S,E)}catch(O){if(ye(R),!(O instanceof W))throw O;Se(1,0)}}function Kg(r,a,c,d,p,S,E,R,O,Y){var ne=_e();try{return be(r)(a,c,d,p,S,E,R,O,Y)}catch(oe){if(ye(ne),!(oe instanceof W))throw oe;Se(1,0)}}function Qg(r,a,c,d){var p=_e();try{return be(r)(a,c,d)}catch(S){if(ye(p),!(S instanceof W))throw S;Se(1,0)}}function e_(r,a,c,d,p,S){var E=_e();try{return be(r)(a,c,d,p,S)}catch(R){if(ye(E),!(R instanceof W))throw R;Se(1,0)}}function t_(r,a,c,d,p){var S=_e();try{return be(r)(a,c,d,p)}catch(E){if(ye(S),!(E instanceof W))throw E;return Se(1,0),0n}}function n_(r,a,c,d,p){var S=_e();try{be(r)(a,c,d,p)}catch(E){if(ye(S),!(E instanceof W))throw E;Se(1,0)}}function i_(r,a,c,d,p,S){var E=_e();try{be(r)(a,c,d,p,S)}catch(R){if(ye(E),!(R instanceof W))throw R;Se(1,0)}}function r_(r,a){var c=_e();try{return be(r)(a)}catch(d){if(ye(c),!(d instanceof W))throw d;Se(1,0)}}function s_(r,a,c,d){var p=_e();try{return be(r)(a,c,d)}catch(S){if(ye(p),!(S instanceof W))throw S;Se(1,0)}}function a_(r,a,c,d,p,S){var E=_e();try{return be(r)(a,c,d,p,S)}catch(R){if(ye(E),!(R instanceof W))throw R;Se(1,0)}}function o_(r,a,c,d,p,S,E,R,O,Y){var ne=_e();try{return be(r)(a,c,d,p,S,E,R,O,Y)}catch(oe){if(ye(ne),!(oe instanceof W))throw oe;Se(1,0)}}function l_(r,a,c,d,p,S,E,R){var O=_e();try{be(r)(a,c,d,p,S,E,R)}catch(Y){if(ye(O),!(Y instanceof W))throw Y;Se(1,0)}}function c_(r,a,c,d,p,S){var E=_e();try{be(r)(a,c,d,p,S)}catch(R){if(ye(E),!(R instanceof W))throw R;Se(1,0)}}function u_(r,a,c,d,p,S,E,R){var O=_e();try{be(r)(a,c,d,p,S,E,R)}catch(Y){if(ye(O),!(Y instanceof W))throw Y;Se(1,0)}}function h_(r,a,c,d,p,S){var E=_e();try{be(r)(a,c,d,p,S)}catch(R){if(ye(E),!(R instanceof W))throw R;Se(1,0)}}function d_(r,a,c,d,p,S,E,R,O,Y,ne,oe,pe){var ce=_e();try{return be(r)(a,c,d,p,S,E,R,O,Y,ne,oe,pe)}catch(ve){if(ye(ce),!(ve instanceof W))throw ve;Se(1,0)}}function f_(r,a,c,d,p,S,E,R,O,Y,ne,oe,pe,ce,ve,je,vt,pt,Nt,bt,cn,Zt,gn,Dt,Ji,U_,O_,B_,k_,z_,G_,V_,H_,W_,X_,$_,q_,Y_,Z_,J_,j_,K_,Q_,e0,t0,n0,i0,r0,s0,a0,o0,l0,c0,u0,h0,d0,f0,p0,m0,g0,_0,v0,x0,y0,S0,M0,b0,w0,E0,T0,A0,R0,C0,P0,I0,L0,D0,F0,N0,U0,O0,B0,k0,z0,G0,V0){var H0=_e();try{be(r)(a,c,d,p,S,E,R,O,Y,ne,oe,pe,ce,ve,je,vt,pt,Nt,bt,cn,Zt,gn,Dt,Ji,U_,O_,B_,k_,z_,G_,V_,H_,W_,X_,$_,q_,Y_,Z_,J_,j_,K_,Q_,e0,t0,n0,i0,r0,s0,a0,o0,l0,c0,u0,h0,d0,f0,p0,m0,g0,_0,v0,x0,y0,S0,M0,b0,w0,E0,T0,A0,R0,C0,P0,I0,L0,D0,F0,N0,U0,O0,B0,k0,z0,G0,V0)}catch(Ju){if(ye(H0),!(Ju instanceof W))throw Ju;Se(1,0)}}function p_(r,a,c,d,p,S,E,R,O,Y,ne,oe,pe,ce){var ve=_e();try{be(r)(a,c,d,p,S,E,R,O,Y,ne,oe,pe,ce)}catch(je){if(ye(ve),!(je instanceof W))throw je;Se(1,0)}}function m_(r,a,c,d,p,S,E,R,O,Y,ne){var oe=_e();try{be(r)(a,c,d,p,S,E,R,O,Y,ne)}catch(pe){if(ye(oe),!(pe instanceof W))throw pe;Se(1,0)}}function g_(r,a,c,d,p,S,E,R,O,Y,ne,oe,pe,ce,ve,je,vt,pt,Nt){var bt=_e();try{be(r)(a,c,d,p,S,E,R,O,Y,ne,oe,pe,ce,ve,je,vt,pt,Nt)}catch(cn){if(ye(bt),!(cn instanceof W))throw cn;Se(1,0)}}function __(r,a){var c=_e();try{return be(r)(a)}catch(d){if(ye(c),!(d instanceof W))throw d;return Se(1,0),0n}}function v_(r,a,c){var d=_e();try{return be(r)(a,c)}catch(p){if(ye(d),!(p instanceof W))throw p;return Se(1,0),0n}}function x_(r,a,c){var d=_e();try{return be(r)(a,c)}catch(p){if(ye(d),!(p instanceof W))throw p;Se(1,0)}}function y_(r,a,c,d,p,S,E){var R=_e();try{be(r)(a,c,d,p,S,E)}catch(O){if(ye(R),!(O instanceof W))throw O;Se(1,0)}}function S_(r,a,c,d,p,S,E){var R=_e();try{be(r)(a,c,d,p,S,E)}catch(O){if(ye(R),!(O instanceof W))throw O;Se(1,0)}}function M_(r,a,c){var d=_e();try{be(r)(a,c)}catch(p){if(ye(d),!(p instanceof W))throw p;Se(1,0)}}function b_(r,a,c){var d=_e();try{return be(r)(a,c)}catch(p){if(ye(d),!(p instanceof W))throw p;Se(1,0)}}function w_(r,a,c,d,p,S){var E=_e();try{return be(r)(a,c,d,p,S)}catch(R){if(ye(E),!(R instanceof W))throw R;Se(1,0)}}function E_(r,a,c,d,p,S){var E=_e();try{be(r)(a,c,d,p,S)}catch(R){if(ye(E),!(R instanceof W))throw R;Se(1,0)}}function T_(r,a,c,d){var p=_e();try{be(r)(a,c,d)}catch(S){if(ye(p),!(S instanceof W))throw S;Se(1,0)}}function A_(r){var a=_e();try{return be(r)()}catch(c){if(ye(a),!(c instanceof W))throw c;return Se(1,0),0n}}function R_(r,a,c,d,p,S){var E=_e();try{be(r)(a,c,d,p,S)}catch(R){if(ye(E),!(R instanceof W))throw R;Se(1,0)}}function C_(r,a,c,d,p,S,E,R,O,Y,ne){var oe=_e();try{return be(r)(a,c,d,p,S,E,R,O,Y,ne)}catch(pe){if(ye(oe),!(pe instanceof W))throw pe;Se(1,0)}}function P_(r,a,c,d){var p=_e();try{return be(r)(a,c,d)}catch(S){if(ye(p),!(S instanceof W))throw S;Se(1,0)}}function I_(r,a,c,d,p,S,E,R,O,Y,ne,oe){var pe=_e();try{return be(r)(a,c,d,p,S,E,R,O,Y,ne,oe)}catch(ce){if(ye(pe),!(ce instanceof W))throw ce;Se(1,0)}}function L_(r,a,c,d,p,S,E,R,O,Y,ne,oe,pe,ce,ve,je){var vt=_e();try{be(r)(a,c,d,p,S,E,R,O,Y,ne,oe,pe,ce,ve,je)}catch(pt){if(ye(vt),!(pt instanceof W))throw pt;Se(1,0)}}var Zu;function D_(){Gu(),he()}function Cl(){if(Je>0){U=Cl;return}if(D_(),De(),Je>0){U=Cl;return}function r(){B(!Zu),Zu=!0,t.calledRun=!0,!k&&(Ht(),At?.(t),t.onRuntimeInitialized?.(),Fe("onRuntimeInitialized"),B(!t._main,'compiled without a main, but one is present. if you added it from JS, use Module["onRuntimeInitialized"]'),Ze())}t.setStatus?(t.setStatus("Running..."),setTimeout(()=>{setTimeout(()=>t.setStatus(""),1),r()},1)):r(),ie()}function F_(){var r=L,a=T,c=!1;L=T=d=>{c=!0};try{Tl(0),["stdout","stderr"].forEach(d=>{var p=b.analyzePath("/dev/"+d);if(p){var S=p.object,E=S.rdev,R=st.ttys[E];R?.output?.length&&(c=!0)}})}catch{}L=r,T=a,c&&$n("stdio streams had content in them that was not flushed. you should set EXIT_RUNTIME to 1 (see the Emscripten FAQ), or make sure to emit a newline when you printf etc.")}function N_(){if(t.preInit)for(typeof t.preInit=="function"&&(t.preInit=[t.preInit]);t.preInit.length>0;)t.preInit.shift()();Fe("preInit")}N_(),Cl(),Rt?e=t:e=new Promise((r,a)=>{At=r,dt=a});for(let r of Object.keys(t))r in i||Object.defineProperty(i,r,{configurable:!0,get(){me(`Access to module property ('${r}') is no longer possible via the module constructor argument; Instead, use the result of the module constructor.`)}});return e}),df=Nb;var Ub=1e-6;function ul({mean:i,factor:e,bound:t,dims:n,layers:s,table:o,symmetry:l}){let u=pf(i,e,t),[h,f]=[o&&ff(o),mf(s)],m=l&&zb(l);return function(_,y){let w=u(_);n&&(w=n.map(v=>w[v]));let I=h?h[y]:y;if(!m)return f([...w,...I]).map(Math.tanh);let g=m.turnOf(I);return[w,I]=[m.input(g,w),m.skill(g,I)],m.action(l.inverse[g],f([...w,...I]).map(Math.tanh))}}function hl({kind:i,floor:e,mean:t,factor:n,bound:s,layers:o}){let[l,u]=[pf(t,n,s),mf(o)];return function(f){let m=u(l(f));if(i!=="skills")return m;let x=Math.max(...m),_=x+Math.log(m.reduce((y,w)=>y+Math.exp(w-x),0));return m.map(y=>Math.log((1-e)*Math.exp(y-_)+e/m.length))}}function bi({data:i}){return new Float32Array(lr(i))}function ff(i){let[e,t]=i.shape,n=bi(i);return Array.from({length:e},(s,o)=>Array.from(n.subarray(o*t,(o+1)*t)))}function pf(i,e,t){let[n,s]=[bi(i),bi(e)];return o=>Array.from(o,(l,u)=>Ob((l-n[u])*s[u],t))}function Ob(i,e){return e===null?i:Math.min(Math.max(i,-e),e)}function mf(i){let e=i.map(({kernel:t,bias:n,norm:s})=>({size:t.shape,kernel:bi(t),bias:bi(n),norm:s&&{scale:bi(s.scale),bias:bi(s.bias)}}));return function(n){return e.forEach((s,o)=>{n=Bb(s,n),s.norm&&(n=kb(s.norm,n)),o<e.length-1&&(n=n.map(l=>Math.max(l,0)))}),Array.from(n)}}function Bb({size:[i,e],kernel:t,bias:n},s){let o=Float64Array.from(n);for(let l=0;l<i;l++){let u=s[l];if(u!==0)for(let h=0,f=l*e;h<e;h++)o[h]+=u*t[f+h]}return o}function kb({scale:i,bias:e},t){let n=t.reduce((l,u)=>l+u,0)/t.length,s=t.reduce((l,u)=>l+(u-n)**2,0)/t.length,o=1/Math.sqrt(s+Ub);return t.map((l,u)=>(l-n)*o*i[u]+e[u])}function zb({input:i,action:e,encoded:t,inverse:n,orbits:s,middle:o,mean:l,std:u}){let h=({source:w,sign:I})=>(g,v)=>w[g].map((P,L)=>I[g][L]*v[P]),[f,m,x]=[ff(o),bi(l),bi(u)],_=h(t);function y(w){if(s)return n[w.indexOf(Math.max(...w))%n.length];let I=f[0].map((g,v)=>w.reduce((P,L,T)=>P+L*f[T][v],0));return I.indexOf(Math.max(...I))}return{turnOf:y,input:h(i),action:h(e),skill:(w,I)=>_(w,I).map((g,v)=>(g-m[v])/x[v])}}var Gb=250,[Vb,Hb,Wb]=[0,2,3];function gf(i,{onWorld:e,onFrame:t,onStatus:n}){let s={skill:null,speed:1,paused:!1,asked:!1},o=null,l=!1;function u(f){for(let[m,x]of Object.entries(f))m==="reset"?s.asked=!0:m==="gravity"?o?.setGravity(x):m==="motors"?o?.setMotors(x):s[m]=x}function h(){let f=performance.now(),m=()=>{if(l)return;let x=performance.now();s.paused&&!s.asked&&(f=x),f=Math.max(f,x-Gb);let _=null;for(;x>=f&&(!s.paused||s.asked)&&!_?.why;)_=o.advance(s),s.asked=!1,f+=1e3*i.world.step_seconds/s.speed;_&&t(_),setTimeout(m,Math.max(0,f-performance.now(),s.paused?30:0))};m()}return n({text:"Starting MuJoCo…"}),$b().then(f=>{o=qb(f,i),n({text:""}),e(i.world),h()}).catch(f=>n({text:Xb(f),failed:!0})),{send:u,close:()=>l=!0,simulation:()=>o}}function Xb(i){return typeof WebAssembly>"u"||typeof DecompressionStream>"u"?"This browser has no WebAssembly, so the robot cannot be simulated. Use a browser of 2023 or later.":`The robot cannot be simulated here: ${i.message??i}`}async function $b(){let i=lr(document.getElementById("physics").textContent),e=new Blob([i]).stream().pipeThrough(new DecompressionStream("gzip")),t=await new Response(e).arrayBuffer();return new Promise((n,s)=>{df({instantiateWasm(l,u){return WebAssembly.instantiate(t,l).then(({instance:h,module:f})=>u(h,f),s),{}},print(){},printErr(){}}).then(n,s)})}function qb(i,{world:{world:e},physics:t,policy:n,belief:s,seen:o,features:l}){let{xml:u,variation:h,damage:f,frames:m,starts:x}=t,_=i.MjModel.from_xml_string(u),y=new i.MjData(_),w=(B,J)=>B.forEach((he,ie)=>B[ie]=he*J),I=Array.from(_.opt.gravity);w(_.geom_friction,h.friction),w(_.actuator_gear,h.actuator_strength),M(h.gravity);let g=ul(n),v=s&&hl(s),P=e.body_ids,L=f.map(()=>1),T=0,N=0,F=null;function M(B){I.forEach((J,he)=>_.opt.gravity[he]=J*B)}function D(B,J){i.mj_resetData(_,y),y.qpos.set(B),y.qvel.set(J),i.mj_kinematics(_,y)}function H(){let{qpos:B,qvel:J}=x[N++%x.length];D(B,J),T=0,F=null}let z=B=>B.map(([J,he,ie])=>ie===null?y[J][he]:Math.min(Math.max(y[J][he],-ie),ie)),G=B=>g(z(o),B);function $(B){let J=y.time;y.ctrl.set(B.map((he,ie)=>he*L[ie]*f[ie]));for(let he=0;he<m;he++)i.mj_step(_,y);return i.mj_kinematics(_,y),y.time>J&&y.qpos.every(Number.isFinite)}function Q({skill:B,asked:J}){let he=Vb;return J?[he]=[Wb,H()]:$(G(B))?T+=1:[he]=[Hb,H()],{step:T,reward:null,total:null,why:he,belief:k(),...j()}}function k(){if(!v)return[];let B=v(z(l));if(s.kind==="skills")return B;let J=B.map((he,ie)=>F?he-F[ie]:0);return F=B,J}function j(){let B=new Float32Array(3*P.length),J=new Float32Array(4*P.length);return P.forEach((he,ie)=>{B.set(y.xpos.subarray(3*he,3*he+3),3*ie),J.set(y.xquat.subarray(4*he,4*he+4),4*ie)}),{pos:B,quat:J}}return H(),{advance:Q,setGravity:M,setMotors:B=>L=B,observe:()=>z(o),act:G,setState:D,step:$,data:y}}function _f(i,e){let t=null;function n(o,{image:l}){let u=i.getContext("2d");u.fillStyle=t.panel,u.fillRect(0,0,i.width,i.height);let h=Math.min(i.width/e.width,i.height/e.height),[f,m]=[e.width*h,e.height*h];u.imageSmoothingEnabled=e.smooth,u.drawImage(l,(i.width-f)/2,(i.height-m)/2,f,m)}let s=()=>{};return{paint:n,place:()=>null,moved:s,clear:s,setColour:s,setTheme:o=>t=o,follow:s,showTrail:s,resetView:s,dispose:s}}var ou={side:{azimuth:-Math.PI/2+.12,elevation:.16},top:{azimuth:-Math.PI/2,elevation:1.25},over:{azimuth:-Math.PI/2-.5,elevation:.5}},IA={side:{azimuth:-Math.PI/2+.5,elevation:.42},top:{azimuth:-Math.PI/2,elevation:1.25},over:{azimuth:-Math.PI/2-.5,elevation:.62}};function vf(i,e){let[t,n,s,o]=[Math.cos(i),Math.sin(i),Math.cos(e),Math.sin(e)];return{right:[-n,t,0],up:[-t*o,-n*o,s],ahead:[-t*s,-n*s,-o]}}var Yb=.1,Zb=.7,lu=.99;function xf(i,e,t,n){let s=Math.max(i.view.radius,.001),o=new pi,l=i.geoms.filter(({body:L})=>L>=0).map(L=>{let T=ol(L.rgba),N=T.color.clone();T.color.set(16777215);let F=new ps(al(L,i.meshes,s,n),T,t);F.castShadow=F.receiveShadow=!0,F.frustumCulled=!1,o.add(F);let M=new Tt().compose(new te(...L.pos),Gs(new Mn,L.quat,0),new te(1,1,1));return{mesh:F,rest:M,own:N,body:L.body,shade:L.shade??null}}),u=Array.from({length:i.bodies},()=>new Tt),[h,f,m,x,_]=[new Mn,new Mn,new te,new te,new te(1,1,1)],y=new Tt,w=new te(lu,lu,lu);function I(L,T,N,[F,M],D){let[H,z]=Zc(i.frames,N),G=Math.min(H+1,i.frames.length-1),$=new te;u.forEach((Q,k)=>{let[j,B]=[H,G].map(J=>e.index(J,T,k));m.fromArray(e.pos,j*3).lerp(x.fromArray(e.pos,B*3),z),m.x+=F,m.y+=M,Gs(h,e.quat,j*4),Gs(f,e.quat,B*4),Q.compose(m,h.slerp(f,z),_),k===i.view.root&&$.copy(m)});for(let{mesh:Q,rest:k,body:j,shade:B}of l)y.multiplyMatrices(u[j],k),D&&B===null&&y.scale(w),Q.setMatrixAt(L,y);return $}function g(L,T,{pale:N,paper:F,dark:M,repeated:D}){for(let{mesh:H,own:z,shade:G}of l){let $=T===null||G===null?z:new Qe(Jb(T,G,M)),Q=D&&G===null?Math.max(N,Zb):N;H.setColorAt(L,Q?$.clone().lerp(F,Q):$)}}function v(L){o.visible=L>0;for(let{mesh:T}of l)T.count=L,T.instanceMatrix.needsUpdate=!0,T.instanceColor&&(T.instanceColor.needsUpdate=!0)}function P(){for(let{mesh:L}of l)L.geometry.dispose(),L.material.dispose(),L.dispose();o.removeFromParent()}return{group:o,capacity:t,pose:I,setColour:g,show:v,dispose:P}}var cu=new Map;function Jb(i,e,t){if(!e)return i;let n=`${i} ${e} ${t}`;if(!cu.has(n)){let s=[1,3,5].map(f=>parseInt(i.slice(f,f+2),16)),{r:o,g:l,b:u}=new Qe(i),h=t||.2126*o+.7152*l+.0722*u<Yb?255:0;cu.set(n,`#${s.map(f=>Math.round(f+(h-f)*e).toString(16).padStart(2,"0")).join("")}`)}return cu.get(n)}function yf(i,e,t){let n=new Map,s=0,o=0,l=()=>{let[h,f]=[...n.values()];return Math.hypot(h.x-f.x,h.y-f.y)};i.addEventListener("pointerdown",h=>{h.button||(n.set(h.pointerId,{x:h.clientX,y:h.clientY}),s=n.size>1?99:0,n.size===2&&(o=l()),i.setPointerCapture(h.pointerId))}),i.addEventListener("pointermove",h=>{let f=n.get(h.pointerId);if(!f)return;let[m,x]=[h.clientX-f.x,h.clientY-f.y];s+=Math.abs(m)+Math.abs(x),n.set(h.pointerId,{x:h.clientX,y:h.clientY}),e&&(n.size===2?(e.zoom(l()/o),o=l()):s>3&&e.turn(-m*.008,h.pointerType==="touch"?0:x*.008))});let u=h=>{if(!n.delete(h.pointerId)||h.type==="pointercancel"||s>3)return;let f=i.getBoundingClientRect();t(h.clientX-f.left,h.clientY-f.top)};i.addEventListener("pointerup",u),i.addEventListener("pointercancel",u),e&&(i.addEventListener("wheel",h=>{!h.ctrlKey&&!h.metaKey&&!h.shiftKey||(h.preventDefault(),e.zoom(Math.exp(-(h.deltaY||h.deltaX)*.003)))},{passive:!1}),i.addEventListener("dblclick",e.reset))}function Sf(i,e,t){let n=s=>(...o)=>{s(...o),t()};return{turn:n((s,o)=>{i.azimuth+=s,i.elevation=Math.min(Math.max(i.elevation+o,-.1),1.5)}),zoom:n(s=>i.zoom=Math.min(Math.max(i.zoom*s,.25),8)),reset:n(()=>Object.assign(i,e,{zoom:1}))}}var Xs=3e3,jb=.05,Kb=.3;function Mf(i,e,t){let n=e*.03,s=new rn(new Float32Array(12*Xs),3),o=new rn(new Float32Array(12*Xs),3),l=new Uint32Array(6*Xs);for(let I=0;I<l.length;I++)l[I]=4*Math.floor(I/6)+[0,1,2,1,3,2][I%6];let u=new yn().setAttribute("position",s).setAttribute("color",o).setIndex(new rn(l,1)),h=new an(u,new Di({vertexColors:!0,side:bn,transparent:!0,opacity:.95,depthWrite:!1,fog:!1}));h.frustumCulled=!1,h.renderOrder=2,h.position.z=t+e*.004,i.add(h);let f=null,m=null,x=0;function _(I,g,v){if(!f){f=[I,g];return}let[P,L]=[I-f[0],g-f[1]],T=Math.hypot(P,L);if(T<jb*e)return;let[N,F]=[-L/T*n,P/T*n],M=[I+N,g+F,0,I-N,g-F,0],D=m&&((m[0]-f[0])*N+(m[1]-f[1])*F)/n**2,H=m&&D>Kb?m:[f[0]+N,f[1]+F,0,f[0]-N,f[1]-F,0],z=12*(x%Xs);s.array.set([...H,...M],z);for(let G=0;G<4;G++)v.toArray(o.array,z+3*G);s.needsUpdate=o.needsUpdate=!0,x+=1,u.setDrawRange(0,6*Math.min(x,Xs)),[f,m]=[[I,g],M]}function y(){f=m=null}function w(){y(),x=0,u.setDrawRange(0,0)}return w(),{add:_,lift:y,clear:w,show:I=>h.visible=I}}var Qb=1.6,ew=8;function bf(i,e){let{view:t,bodies:n}=e,s=Math.max(t.radius,.001),o=Yd(e,40*s,i),{renderer:l,scene:u,camera:h,ground:f}=o,m={pos:new Float32Array(6*n),quat:new Float32Array(8*n),index:(k,j,B)=>k*n+B},x=xf({...e,frames:[0,1]},m,1,!0);u.add(x.group),x.show(1);let _=Mf(u,s,Number.isFinite(f)?f:0),y={...ou[t.look],zoom:1},w=Sf(y,ou[t.look],()=>{});yf(i,w,()=>{});let I=k=>{k.ctrlKey||k.metaKey||k.shiftKey||(k.preventDefault(),w.zoom(Math.exp(-k.deltaY*.001)))};i.addEventListener("wheel",I,{passive:!1});let g=new te,v=new te(...t.centre),P={start:null},L=new Qe,T=null,N="#888888",[F,M]=[!0,!1],D=({pos:k})=>new te().fromArray(k,3*t.root);function H(k){let{x:j,y:B}=D(k);return[j,B]}function z(k,j){let B=D(k);j&&(_.lift(),P.start??=B.z),_.add(B.x,B.y,L)}function G(k,j){let B=new te(k.x,k.y,(k.z+(P.start??k.z))/2).add(v);M?F&&g.lerp(B,1-Math.exp(-ew*j)):g.copy(B),M=!0;let J=Math.min(1,i.width/i.height),he=Qb*s/Math.sin(Kc/2*(Math.PI/180))/Math.max(J,.5)/y.zoom,{ahead:ie}=vf(y.azimuth,y.elevation);h.aspect=i.width/i.height,h.position.set(...ie).multiplyScalar(-he).add(g),o.aim(g,he,s*2)}function $(k,j,B,{seconds:J,shadows:he}){m.pos.set(k.pos),m.pos.set(j.pos,3*n),m.quat.set(k.quat),m.quat.set(j.quat,4*n);let ie=x.pose(0,0,B,[0,0],!1);x.setColour(0,N,{pale:0,paper:o.paper,dark:T.dark,repeated:!1}),x.show(1);let W=l.getSize(new gt);(W.x!==i.width||W.y!==i.height)&&l.setSize(i.width,i.height,!1),G(ie,J),o.castShadows(he),l.render(u,h)}function Q(k){N=k,L.set(k)}return{paint:$,place:H,moved:z,clear:_.clear,setColour:Q,setTheme(k,j){T=k,o.applyTheme(T),Q(j)},follow:k=>F=k,showTrail:_.show,resetView:w.reset,dispose(){i.removeEventListener("wheel",I),o.dispose()}}}var tw=({width:i,height:e},[[t,n],[s,o]])=>Math.min(i/(n-t),e/(o-s));function wf(i,e,t){let[[n,s],[o,l]]=e,u=i.getContext("2d"),{width:h,height:f}=i,m=tw(i,e);u.setTransform(1,0,0,1,0,0),u.fillStyle=t.panel,u.fillRect(0,0,h,f),u.setTransform(m,0,0,-m,h/2-m*(n+s)/2,f/2+m*(o+l)/2),u.lineCap=u.lineJoin="round";let x=Math.max(1,Math.min(h,f)/450)/m,_={limb:t.ink,wall:t.soft,ground:t.line,goal:t.accent,guide:t.grid};function y(w,I,g){u.fillStyle=u.strokeStyle=w.role==="agent"?g:_[w.role],u.lineWidth=Math.max(w.size,x),u.beginPath(),w.kind==="circle"?u.arc(I[0][0],I[0][1],Math.max(w.size,2*x),0,2*Math.PI):I.forEach(([v,P],L)=>L?u.lineTo(v,P):u.moveTo(v,P)),w.kind==="line"?u.stroke():u.fill()}return{context:u,hairline:x,draw:y}}var Ef=4e3,nw=.04;function Tf(i,e){let{shapes:t,background:n,trail:s}=e,[o,l]=[null,"#888888"],[u,h]=[!0,s],f=[],m=t.slice(0,Math.max(t.findIndex(({role:g})=>g==="agent"),0)).reduce((g,{count:v})=>g+v,0),x=({points:g})=>[g[2*m],g[2*m+1]];function _([g,v]){return e.limits.map(([P,L],T)=>{let N=T?v:g,F=nw*(L-P),M=u?Math.min(N-P,0)+Math.max(N-L,0):0;return[P-F+M,L+F+M]})}function y({context:g,hairline:v}){g.lineWidth=3*v,g.globalAlpha=.9;for(let P=1;P<f.length;P++){let[L,T]=[f[P-1],f[P]];!L||!T||(g.strokeStyle=T[2],g.beginPath(),g.moveTo(L[0],L[1]),g.lineTo(T[0],T[1]),g.stroke())}g.globalAlpha=1}function w(g,v,P){let L=v.points.map((F,M)=>g.points[M]+P*(F-g.points[M])),T=wf(i,_(x({points:L})),o);for(let F of n)T.draw(F,F.points);h&&y(T);let N=0;for(let F of t){let M=Array.from({length:F.count},()=>[L[2*N],L[2*N+++1]]);T.draw(F,M,l)}}function I(g,v){v&&f.push(null),f.push([...x(g),l]),f.length>Ef&&(f=f.slice(Ef/4))}return{paint:w,place:x,moved:I,clear:()=>f=[],setColour:g=>l=g,setTheme(g,v){[o,l]=[g,v]},follow:g=>u=g,showTrail:g=>h=g,resetView(){},dispose(){}}}var iw={mujoco:bf,plane:Tf,image:_f},rw=.15,Af=[{shadows:!0,most:2},{shadows:!0,most:1},{shadows:!1,most:1},{shadows:!1,most:.6},{shadows:!1,most:.4}],sw=45,aw=6;function Rf(i,{world:e,step_seconds:t,dt:n}){let s=iw[e.kind](i,e),[o,l]=[null,null],u=0,h=t,f=0,m=null,x=0,_=0;function y(D){let H=performance.now(),z=D.why!==0||!l||D.step<l.step,[G,$]=[l&&s.place(l),s.place(D)];m=z||!G||!$?$?0:null:w(G,$,D.step-l.step),s.moved(D,z),o=z?D:l,l=D,z||(h=Math.min(Math.max((H-u)/1e3,.005),1)),u=H}function w(D,H,z){if(!z)return m;let G=Math.hypot(H[0]-D[0],H[1]-D[1])/(z*n);return m===null?G:m+rw*(G-m)}function I(D){let H=Math.min((D-f)/1e3,.1);l&&g(D-f),f=D;let{shadows:z,most:G}=Af[x];ow(i,G),l&&s.paint(o,l,Math.min(Math.max((D-u)/1e3/h,0),1),{seconds:H,shadows:z})}function g(D){D>1e3||(_=Math.max(0,_+(D>sw?1:-1)),!(_<aw||x===Af.length-1)&&([x,_]=[x+1,0]))}let{clear:v,setTheme:P,setColour:L,follow:T,showTrail:N,resetView:F,dispose:M}=s;return{show:y,paint:I,speed:()=>m,setSpeed:D=>h=t/D,clear:v,setTheme:P,setColour:L,follow:T,showTrail:N,resetView:F,dispose:M}}function ow(i,e){let t=Math.min(window.devicePixelRatio||1,e),[n,s]=[Math.round(i.clientWidth*t),Math.round(i.clientHeight*t)];(i.width!==n||i.height!==s)&&([i.width,i.height]=[n,s])}function Cf({path:i},{onWorld:e,onFrame:t,onStatus:n}){let s=new URL(i,location.href);s.protocol="ws:",s.search=s.hash="";let o=new WebSocket(s);o.binaryType="arraybuffer";let l=null,u=!1,h={world(f){l=lw(f),n({text:""}),e(f)},status:f=>n({text:f==="compiling"?"Compiling the world… this takes some seconds.":""}),refused:f=>n({text:`Refused: ${f}`}),error(f){u=!0,n({text:f,failed:!0})}};return o.addEventListener("message",async({data:f})=>{if(typeof f=="string")for(let[m,x]of Object.entries(JSON.parse(f)))h[m](x);else t(await l(f))}),o.addEventListener("close",()=>{u||n({text:"The connection has ended. Start diayn play again, and open the address that it prints.",failed:!0})}),{send(f){o.readyState===WebSocket.OPEN&&o.send(JSON.stringify(f))},close(){u=!0,o.close()}}}function lw({world:i,belief_size:e}){return async t=>{let n=4*(4+e),[s,o,l,u]=new Float32Array(t,0,4),h={step:s,reward:o,total:l,why:u,belief:new Float32Array(t,16,e)};if(i.kind==="image")return{...h,image:await createImageBitmap(new Blob([t.slice(n)]))};let f=new Float32Array(t,n);return i.kind==="plane"?{...h,points:f}:{...h,pos:f.subarray(0,3*i.bodies),quat:f.subarray(3*i.bodies)}}}var cw=2*Math.PI,Pf=2;function If({kind:i,space:e,probes:t,places:n,labels:s}){let o=i==="wheel"&&e!=="dirichlet"&&t[0].length===2,l=t.map((f,m)=>i==="wheel"?(1.25-n[m])%1:m/t.length),u=t.map((f,m)=>({z:f,angle:l[m],ends:uw(l,m)}));function h(f,m){let x=(Math.atan2(f,m)/cw+1)%1,_=y=>Math.abs((y.angle-x+1.5)%1-.5);return u.reduce((y,w,I)=>_(w)<_(u[y])?I:y,0)}return{entries:u,isDisc:o,towards(f,m){let x=Math.hypot(f,m);if(x<.15)return null;let _=h(f,m);return{entry:_,z:o?hw(e,f,m,x):t[_]}},nameOf:(f,m)=>o?`z = (${f.map(x=>x.toFixed(2).replace("-","−")).join(", ")})`:s[m]}}function uw(i,e){let t=i.filter((n,s)=>s!==e).map(n=>(n-i[e]+1)%1);return t.length?[i[e]-(1-Math.max(...t))/2,i[e]+Math.min(...t)/2]:[-.5,.5]}function hw(i,e,t,n){if(i==="sphere")return[e/n,t/n];let s=Math.min(n,1)/n;return i==="box"?[e*s,t*s]:[Pf*e*s,Pf*t*s]}var dw={server:Cf,mujoco:gf},Lf=.25;function fw(i,e){let t=Ku(e.skills.colours,e.skills.dark_colours),n=If(e.skills),s={speed:1,paused:!1,entry:0,z:null},o=null,l=null,u={pick(g){g>=0&&g<n.entries.length&&(s.entry=g,h(n.entries[g].z,g))},push(g,v){let P=n.towards(g,v);P&&(s.entry=P.entry,h(P.z,P.entry))},next:g=>u.pick((s.entry+g+n.entries.length)%n.entries.length),toggle(){s.paused=!s.paused,l.send({paused:s.paused}),m.showPaused(s.paused)},reset(){o?.clear(),l.send({reset:!0})},slow:()=>u.setSpeed(s.speed===Lf?1:Lf),setSpeed(g){s.speed=g,l.send({speed:g}),m.showSpeed(g),o?.setSpeed(g)},setGravity:g=>l.send({gravity:g}),setMotors:g=>l.send({motors:g}),follow:g=>o?.follow(g),trail:g=>o?.showTrail(g),resetView:()=>o?.resetView()};function h(g,v){s.z=g,l.send({skill:g}),x?.show(g,v),m.showSkill(n.nameOf(g,v),v),o?.setColour(t[v])}let f=ot("canvas",{class:"play-canvas",tabindex:0,role:"img","aria-label":`${e.title}, live`}),m=nf(e,u,{theme:jd(),help:lf(n)}),x=n.entries.length>1?hf(e.skills,n,u):null;i.classList.add("play"),i.append(f,m.top,m.side,ot("div",{class:"play-bottom"},x?.element,m.bottom));let _=()=>o?.setTheme(Qu(document.documentElement),t[s.entry]);window.addEventListener("themechange",_);let y={onWorld(g){o?.dispose();try{o=Rf(f,g)}catch(v){if(l.close(),!(v instanceof Vs))throw v;m.showStatus("This browser has no WebGL, so the robot cannot be drawn. Switch on hardware acceleration, or try another browser.",!0);return}m.showWorld(g),_(),x?.believes(g.belief),u.pick(0),i.dataset.ready="true"},onFrame(g){o.show(g),m.showFrame(g,o.speed()),x?.showBelief(g.belief)},onStatus:({text:g,failed:v=!1})=>m.showStatus(g,v)};l=dw[e.source.kind](e.source,y),of(u,n);let w=Kd(u);document.addEventListener("visibilitychange",()=>l.send({paused:document.hidden||s.paused}));function I(g){w(g),o?.paint(g),requestAnimationFrame(I)}return requestAnimationFrame(I),{player:u,source:l,state:()=>({...s})}}return K0(pw);})();
