/* diayn_jax report; third parties in bundle.licences.txt; sources 6ef5d5048fff4d9adb5bcb06fdb68aba5b795fab9d11cdf264446142a792985e */
var diaynReport=(()=>{var qh=Object.defineProperty;var FA=Object.getOwnPropertyDescriptor;var OA=Object.getOwnPropertyNames;var BA=Object.prototype.hasOwnProperty;var kA=(e,t)=>{for(var n in t)qh(e,n,{get:t[n],enumerable:!0})},zA=(e,t,n,i)=>{if(t&&typeof t=="object"||typeof t=="function")for(let r of OA(t))!BA.call(e,r)&&r!==n&&qh(e,r,{get:()=>t[r],enumerable:!(i=FA(t,r))||i.enumerable});return e};var GA=e=>zA(qh({},"__esModule",{value:!0}),e);var b4={};kA(b4,{start:()=>v4});function vi(e,t){return e==null||t==null?NaN:e<t?-1:e>t?1:e>=t?0:NaN}function er(e,t){return e==null||t==null?NaN:t<e?-1:t>e?1:t>=e?0:NaN}function js(e){let t,n,i;e.length!==2?(t=vi,n=(a,c)=>vi(e(a),c),i=(a,c)=>e(a)-c):(t=e===vi||e===er?e:VA,n=e,i=e);function r(a,c,l=0,u=a.length){if(l<u){if(t(c,c)!==0)return u;do{let h=l+u>>>1;n(a[h],c)<0?l=h+1:u=h}while(l<u)}return l}function s(a,c,l=0,u=a.length){if(l<u){if(t(c,c)!==0)return u;do{let h=l+u>>>1;n(a[h],c)<=0?l=h+1:u=h}while(l<u)}return l}function o(a,c,l=0,u=a.length){let h=r(a,c,l,u-1);return h>l&&i(a[h-1],c)>-i(a[h],c)?h-1:h}return{left:r,center:o,right:s}}function VA(){return 0}function q_(e){return e===null?NaN:+e}function*HA(e,t){if(t===void 0)for(let n of e)n!=null&&(n=+n)>=n&&(yield n);else{let n=-1;for(let i of e)(i=t(i,++n,e))!=null&&(i=+i)>=i&&(yield i)}}var Y_=js(vi),to=Y_.right,S4=Y_.left,w4=js(q_).center;var T4=Z_(J_),A4=Z_(WA);function Z_(e){return function(t,n,i=n){if(!((n=+n)>=0))throw new RangeError("invalid rx");if(!((i=+i)>=0))throw new RangeError("invalid ry");let{data:r,width:s,height:o}=t;if(!((s=Math.floor(s))>=0))throw new RangeError("invalid width");if(!((o=Math.floor(o!==void 0?o:r.length/s))>=0))throw new RangeError("invalid height");if(!s||!o||!n&&!i)return t;let a=n&&e(n),c=i&&e(i),l=r.slice();return a&&c?(Js(a,l,r,s,o),Js(a,r,l,s,o),Js(a,l,r,s,o),Ks(c,r,l,s,o),Ks(c,l,r,s,o),Ks(c,r,l,s,o)):a?(Js(a,r,l,s,o),Js(a,l,r,s,o),Js(a,r,l,s,o)):c&&(Ks(c,r,l,s,o),Ks(c,l,r,s,o),Ks(c,r,l,s,o)),t}}function Js(e,t,n,i,r){for(let s=0,o=i*r;s<o;)e(t,n,s,s+=i,1)}function Ks(e,t,n,i,r){for(let s=0,o=i*r;s<i;++s)e(t,n,s,s+o,i)}function WA(e){let t=J_(e);return(n,i,r,s,o)=>{r<<=2,s<<=2,o<<=2,t(n,i,r+0,s+0,o),t(n,i,r+1,s+1,o),t(n,i,r+2,s+2,o),t(n,i,r+3,s+3,o)}}function J_(e){let t=Math.floor(e);if(t===e)return $A(e);let n=e-t,i=2*e+1;return(r,s,o,a,c)=>{if(!((a-=c)>=o))return;let l=t*s[o],u=c*t,h=u+c;for(let f=o,d=o+u;f<d;f+=c)l+=s[Math.min(a,f)];for(let f=o,d=a;f<=d;f+=c)l+=s[Math.min(a,f+u)],r[f]=(l+n*(s[Math.max(o,f-h)]+s[Math.min(a,f+h)]))/i,l-=s[Math.max(o,f-u)]}}function $A(e){let t=2*e+1;return(n,i,r,s,o)=>{if(!((s-=o)>=r))return;let a=e*i[r],c=o*e;for(let l=r,u=r+c;l<u;l+=o)a+=i[Math.min(s,l)];for(let l=r,u=s;l<=u;l+=o)a+=i[Math.min(s,l+c)],n[l]=a/t,a-=i[Math.max(r,l-c)]}}function Jh(e,t){let n=0;if(t===void 0)for(let i of e)i!=null&&(i=+i)>=i&&++n;else{let i=-1;for(let r of e)(r=t(r,++i,e))!=null&&(r=+r)>=r&&++n}return n}function XA(e){return e.length|0}function qA(e){return!(e>0)}function YA(e){return typeof e!="object"||"length"in e?e:Array.from(e)}function ZA(e){return t=>e(...t)}function K_(...e){let t=typeof e[e.length-1]=="function"&&ZA(e.pop());e=e.map(YA);let n=e.map(XA),i=e.length-1,r=new Array(i+1).fill(0),s=[];if(i<0||n.some(qA))return s;for(;;){s.push(r.map((a,c)=>e[c][a]));let o=i;for(;++r[o]===n[o];){if(o===0)return t?s.map(t):s;r[o--]=0}}}function Kh(e,t){let n=0,i,r=0,s=0;if(t===void 0)for(let o of e)o!=null&&(o=+o)>=o&&(i=o-r,r+=i/++n,s+=i*(o-r));else{let o=-1;for(let a of e)(a=t(a,++o,e))!=null&&(a=+a)>=a&&(i=a-r,r+=i/++n,s+=i*(a-r))}if(n>1)return s/(n-1)}function Qh(e,t){let n=Kh(e,t);return n&&Math.sqrt(n)}function je(e,t){let n,i;if(t===void 0)for(let r of e)r!=null&&(n===void 0?r>=r&&(n=i=r):(n>r&&(n=r),i<r&&(i=r)));else{let r=-1;for(let s of e)(s=t(s,++r,e))!=null&&(n===void 0?s>=s&&(n=i=s):(n>s&&(n=s),i<s&&(i=s)))}return[n,i]}var zn=class{constructor(){this._partials=new Float64Array(32),this._n=0}add(t){let n=this._partials,i=0;for(let r=0;r<this._n&&r<32;r++){let s=n[r],o=t+s,a=Math.abs(t)<Math.abs(s)?t-(o-s):s-(o-t);a&&(n[i++]=a),t=o}return n[i]=t,this._n=i+1,this}valueOf(){let t=this._partials,n=this._n,i,r,s,o=0;if(n>0){for(o=t[--n];n>0&&(i=o,r=t[--n],o=i+r,s=r-(o-i),!s););n>0&&(s<0&&t[n-1]<0||s>0&&t[n-1]>0)&&(r=s*2,i=o+r,r==i-o&&(o=i))}return o}};var ji=class extends Map{constructor(t,n=ty){if(super(),Object.defineProperties(this,{_intern:{value:new Map},_key:{value:n}}),t!=null)for(let[i,r]of t)this.set(i,r)}get(t){return super.get(Yh(this,t))}has(t){return super.has(Yh(this,t))}set(t,n){return super.set(Q_(this,t),n)}delete(t){return super.delete(j_(this,t))}},bi=class extends Set{constructor(t,n=ty){if(super(),Object.defineProperties(this,{_intern:{value:new Map},_key:{value:n}}),t!=null)for(let i of t)this.add(i)}has(t){return super.has(Yh(this,t))}add(t){return super.add(Q_(this,t))}delete(t){return super.delete(j_(this,t))}};function Yh({_intern:e,_key:t},n){let i=t(n);return e.has(i)?e.get(i):n}function Q_({_intern:e,_key:t},n){let i=t(n);return e.has(i)?e.get(i):(e.set(i,n),n)}function j_({_intern:e,_key:t},n){let i=t(n);return e.has(i)&&(n=e.get(i),e.delete(i)),n}function ty(e){return e!==null&&typeof e=="object"?e.valueOf():e}function Zh(e){return e}function al(e,...t){return jh(e,Zh,Zh,t)}function eo(e,t,...n){return jh(e,Zh,t,n)}function ey(e,t,...n){return jh(e,Array.from,t,n)}function jh(e,t,n,i){return(function r(s,o){if(o>=i.length)return n(s);let a=new ji,c=i[o++],l=-1;for(let u of s){let h=c(u,++l,s),f=a.get(h);f?f.push(u):a.set(h,[u])}for(let[u,h]of a)a.set(u,r(h,o));return t(a)})(e,0)}function JA(e,t){return Array.from(t,n=>e[n])}function cl(e,...t){if(typeof e[Symbol.iterator]!="function")throw new TypeError("values is not iterable");e=Array.from(e);let[n]=t;if(n&&n.length!==2||t.length>1){let i=Uint32Array.from(e,(r,s)=>s);return t.length>1?(t=t.map(r=>e.map(r)),i.sort((r,s)=>{for(let o of t){let a=sl(o[r],o[s]);if(a)return a}})):(n=e.map(n),i.sort((r,s)=>sl(n[r],n[s]))),JA(e,i)}return e.sort(ny(n))}function ny(e=vi){if(e===vi)return sl;if(typeof e!="function")throw new TypeError("compare is not a function");return(t,n)=>{let i=e(t,n);return i||i===0?i:(e(n,n)===0)-(e(t,t)===0)}}function sl(e,t){return(e==null||!(e>=e))-(t==null||!(t>=t))||(e<t?-1:e>t?1:0)}var KA=Array.prototype,E4=KA.slice;var QA=Math.sqrt(50),jA=Math.sqrt(10),tE=Math.sqrt(2);function ol(e,t,n){let i=(t-e)/Math.max(0,n),r=Math.floor(Math.log10(i)),s=i/Math.pow(10,r),o=s>=QA?10:s>=jA?5:s>=tE?2:1,a,c,l;return r<0?(l=Math.pow(10,-r)/o,a=Math.round(e*l),c=Math.round(t*l),a/l<e&&++a,c/l>t&&--c,l=-l):(l=Math.pow(10,r)*o,a=Math.round(e/l),c=Math.round(t/l),a*l<e&&++a,c*l>t&&--c),c<a&&.5<=n&&n<2?ol(e,t,n*2):[a,c,l]}function Pr(e,t,n){if(t=+t,e=+e,n=+n,!(n>0))return[];if(e===t)return[e];let i=t<e,[r,s,o]=i?ol(t,e,n):ol(e,t,n);if(!(s>=r))return[];let a=s-r+1,c=new Array(a);if(i)if(o<0)for(let l=0;l<a;++l)c[l]=(s-l)/-o;else for(let l=0;l<a;++l)c[l]=(s-l)*o;else if(o<0)for(let l=0;l<a;++l)c[l]=(r+l)/-o;else for(let l=0;l<a;++l)c[l]=(r+l)*o;return c}function Qs(e,t,n){return t=+t,e=+e,n=+n,ol(e,t,n)[2]}function xa(e,t,n){t=+t,e=+e,n=+n;let i=t<e,r=i?Qs(t,e,n):Qs(e,t,n);return(i?-1:1)*(r<0?1/-r:r)}function iy(e){return Math.max(1,Math.ceil(Math.log(Jh(e))/Math.LN2)+1)}function An(e,t){let n;if(t===void 0)for(let i of e)i!=null&&(n<i||n===void 0&&i>=i)&&(n=i);else{let i=-1;for(let r of e)(r=t(r,++i,e))!=null&&(n<r||n===void 0&&r>=r)&&(n=r)}return n}function ry(e,t){let n,i=-1,r=-1;if(t===void 0)for(let s of e)++r,s!=null&&(n<s||n===void 0&&s>=s)&&(n=s,i=r);else for(let s of e)(s=t(s,++r,e))!=null&&(n<s||n===void 0&&s>=s)&&(n=s,i=r);return i}function us(e,t){let n;if(t===void 0)for(let i of e)i!=null&&(n>i||n===void 0&&i>=i)&&(n=i);else{let i=-1;for(let r of e)(r=t(r,++i,e))!=null&&(n>r||n===void 0&&r>=r)&&(n=r)}return n}function sy(e,t){let n,i=-1,r=-1;if(t===void 0)for(let s of e)++r,s!=null&&(n>s||n===void 0&&s>=s)&&(n=s,i=r);else for(let s of e)(s=t(s,++r,e))!=null&&(n>s||n===void 0&&s>=s)&&(n=s,i=r);return i}function oy(e,t,n=0,i=1/0,r){if(t=Math.floor(t),n=Math.floor(Math.max(0,n)),i=Math.floor(Math.min(e.length-1,i)),!(n<=t&&t<=i))return e;for(r=r===void 0?sl:ny(r);i>n;){if(i-n>600){let c=i-n+1,l=t-n+1,u=Math.log(c),h=.5*Math.exp(2*u/3),f=.5*Math.sqrt(u*h*(c-h)/c)*(l-c/2<0?-1:1),d=Math.max(n,Math.floor(t-l*h/c+f)),p=Math.min(i,Math.floor(t+(c-l)*h/c+f));oy(e,t,d,p,r)}let s=e[t],o=n,a=i;for(ya(e,n,t),r(e[i],s)>0&&ya(e,n,i);o<a;){for(ya(e,o,a),++o,--a;r(e[o],s)<0;)++o;for(;r(e[a],s)>0;)--a}r(e[n],s)===0?ya(e,n,a):(++a,ya(e,a,i)),a<=t&&(n=a+1),t<=a&&(i=a-1)}return e}function ya(e,t,n){let i=e[t];e[t]=e[n],e[n]=i}function tr(e,t,n){if(e=Float64Array.from(HA(e,n)),!(!(i=e.length)||isNaN(t=+t))){if(t<=0||i<2)return us(e);if(t>=1)return An(e);var i,r=(i-1)*t,s=Math.floor(r),o=An(oy(e,s).subarray(0,s+1)),a=us(e.subarray(s+1));return o+(a-o)*(r-s)}}function ay(e,t,n=q_){if(!(!(i=e.length)||isNaN(t=+t))){if(t<=0||i<2)return+n(e[0],0,e);if(t>=1)return+n(e[i-1],i-1,e);var i,r=(i-1)*t,s=Math.floor(r),o=+n(e[s],s,e),a=+n(e[s+1],s+1,e);return o+(a-o)*(r-s)}}function cy(e,t,n){let i=Jh(e),r=tr(e,.75)-tr(e,.25);return i&&r?Math.ceil((n-t)/(2*r*Math.pow(i,-1/3))):1}function td(e,t,n){let i=Jh(e),r=Qh(e);return i&&r?Math.ceil((n-t)*Math.cbrt(i)/(3.49*r)):1}function ly(e,t){let n=0,i=0;if(t===void 0)for(let r of e)r!=null&&(r=+r)>=r&&(++n,i+=r);else{let r=-1;for(let s of e)(s=t(s,++r,e))!=null&&(s=+s)>=s&&(++n,i+=s)}if(n)return i/n}function va(e,t){return tr(e,.5,t)}function*eE(e){for(let t of e)yield*t}function ed(e){return Array.from(eE(e))}function uy(e,t){let n=new ji;if(t===void 0)for(let s of e)s!=null&&s>=s&&n.set(s,(n.get(s)||0)+1);else{let s=-1;for(let o of e)(o=t(o,++s,e))!=null&&o>=o&&n.set(o,(n.get(o)||0)+1)}let i,r=0;for(let[s,o]of n)o>r&&(r=o,i=s);return i}function fy(e,t=nE){let n=[],i,r=!1;for(let s of e)r&&n.push(t(i,s)),i=s,r=!0;return n}function nE(e,t){return[e,t]}function no(e,t,n){e=+e,t=+t,n=(r=arguments.length)<2?(t=e,e=0,1):r<3?1:+n;for(var i=-1,r=Math.max(0,Math.ceil((t-e)/n))|0,s=new Array(r);++i<r;)s[i]=e+i*n;return s}var C4=iE(Math.random);function iE(e){return function(n,i=0,r=n.length){let s=r-(i=+i);for(;s;){let o=e()*s--|0,a=n[s+i];n[s+i]=n[o+i],n[o+i]=a}return n}}function io(e,t){let n=0;if(t===void 0)for(let i of e)(i=+i)&&(n+=i);else{let i=-1;for(let r of e)(r=+t(r,++i,e))&&(n+=r)}return n}function ro(e){if(typeof e[Symbol.iterator]!="function")throw new TypeError("values is not iterable");return Array.from(e).reverse()}function rE(e){return e}var nd=1,id=2,rd=3,ll=4,hy=1e-6;function sE(e){return"translate("+e+",0)"}function oE(e){return"translate(0,"+e+")"}function aE(e){return t=>+e(t)}function cE(e,t){return t=Math.max(0,e.bandwidth()-t*2)/2,e.round()&&(t=Math.round(t)),n=>+e(n)+t}function lE(){return!this.__axis}function uE(e,t){var n=[],i=null,r=null,s=6,o=6,a=3,c=typeof window<"u"&&window.devicePixelRatio>1?0:.5,l=e===nd||e===ll?-1:1,u=e===ll||e===id?"x":"y",h=e===nd||e===rd?sE:oE;function f(d){var p=i??(t.ticks?t.ticks.apply(t,n):t.domain()),_=r??(t.tickFormat?t.tickFormat.apply(t,n):rE),m=Math.max(s,0)+a,g=t.range(),x=+g[0]+c,w=+g[g.length-1]+c,v=(t.bandwidth?cE:aE)(t.copy(),c),T=d.selection?d.selection():d,M=T.selectAll(".domain").data([null]),y=T.selectAll(".tick").data(p,t).order(),b=y.exit(),I=y.enter().append("g").attr("class","tick"),C=y.select("line"),E=y.select("text");M=M.merge(M.enter().insert("path",".tick").attr("class","domain").attr("stroke","currentColor")),y=y.merge(I),C=C.merge(I.append("line").attr("stroke","currentColor").attr(u+"2",l*s)),E=E.merge(I.append("text").attr("fill","currentColor").attr(u,l*m).attr("dy",e===nd?"0em":e===rd?"0.71em":"0.32em")),d!==T&&(M=M.transition(d),y=y.transition(d),C=C.transition(d),E=E.transition(d),b=b.transition(d).attr("opacity",hy).attr("transform",function(N){return isFinite(N=v(N))?h(N+c):this.getAttribute("transform")}),I.attr("opacity",hy).attr("transform",function(N){var B=this.parentNode.__axis;return h((B&&isFinite(B=B(N))?B:v(N))+c)})),b.remove(),M.attr("d",e===ll||e===id?o?"M"+l*o+","+x+"H"+c+"V"+w+"H"+l*o:"M"+c+","+x+"V"+w:o?"M"+x+","+l*o+"V"+c+"H"+w+"V"+l*o:"M"+x+","+c+"H"+w),y.attr("opacity",1).attr("transform",function(N){return h(v(N)+c)}),C.attr(u+"2",l*s),E.attr(u,l*m).text(_),T.filter(lE).attr("fill","none").attr("font-size",10).attr("font-family","sans-serif").attr("text-anchor",e===id?"start":e===ll?"end":"middle"),T.each(function(){this.__axis=v})}return f.scale=function(d){return arguments.length?(t=d,f):t},f.ticks=function(){return n=Array.from(arguments),f},f.tickArguments=function(d){return arguments.length?(n=d==null?[]:Array.from(d),f):n.slice()},f.tickValues=function(d){return arguments.length?(i=d==null?null:Array.from(d),f):i&&i.slice()},f.tickFormat=function(d){return arguments.length?(r=d,f):r},f.tickSize=function(d){return arguments.length?(s=o=+d,f):s},f.tickSizeInner=function(d){return arguments.length?(s=+d,f):s},f.tickSizeOuter=function(d){return arguments.length?(o=+d,f):o},f.tickPadding=function(d){return arguments.length?(a=+d,f):a},f.offset=function(d){return arguments.length?(c=+d,f):c},f}function dy(e){return uE(rd,e)}var sd="http://www.w3.org/1999/xhtml",Lr={svg:"http://www.w3.org/2000/svg",xhtml:sd,xlink:"http://www.w3.org/1999/xlink",xml:"http://www.w3.org/XML/1998/namespace",xmlns:"http://www.w3.org/2000/xmlns/"};function py(e){var t=e+="",n=t.indexOf(":");return n>=0&&(t=e.slice(0,n))!=="xmlns"&&(e=e.slice(n+1)),Lr.hasOwnProperty(t)?{space:Lr[t],local:e}:e}function fE(e){return function(){var t=this.ownerDocument,n=this.namespaceURI;return n===sd&&t.documentElement.namespaceURI===sd?t.createElement(e):t.createElementNS(n,e)}}function hE(e){return function(){return this.ownerDocument.createElementNS(e.space,e.local)}}function so(e){var t=py(e);return(t.local?hE:fE)(t)}function dE(){}function my(e){return e==null?dE:function(){return this.querySelector(e)}}function pE(e){typeof e!="function"&&(e=my(e));for(var t=this._groups,n=t.length,i=new Array(n),r=0;r<n;++r)for(var s=t[r],o=s.length,a=i[r]=new Array(o),c,l,u=0;u<o;++u)(c=s[u])&&(l=e.call(c,c.__data__,u,s))&&("__data__"in c&&(l.__data__=c.__data__),a[u]=l);return new En(i,this._parents)}function mE(e){return e==null?[]:Array.isArray(e)?e:Array.from(e)}function gE(){return[]}function _E(e){return e==null?gE:function(){return this.querySelectorAll(e)}}function yE(e){return function(){return mE(e.apply(this,arguments))}}function xE(e){typeof e=="function"?e=yE(e):e=_E(e);for(var t=this._groups,n=t.length,i=[],r=[],s=0;s<n;++s)for(var o=t[s],a=o.length,c,l=0;l<a;++l)(c=o[l])&&(i.push(e.call(c,c.__data__,l,o)),r.push(c));return new En(i,r)}function vE(e){return function(){return this.matches(e)}}function gy(e){return function(t){return t.matches(e)}}var bE=Array.prototype.find;function ME(e){return function(){return bE.call(this.children,e)}}function SE(){return this.firstElementChild}function wE(e){return this.select(e==null?SE:ME(typeof e=="function"?e:gy(e)))}var TE=Array.prototype.filter;function AE(){return Array.from(this.children)}function EE(e){return function(){return TE.call(this.children,e)}}function CE(e){return this.selectAll(e==null?AE:EE(typeof e=="function"?e:gy(e)))}function RE(e){typeof e!="function"&&(e=vE(e));for(var t=this._groups,n=t.length,i=new Array(n),r=0;r<n;++r)for(var s=t[r],o=s.length,a=i[r]=[],c,l=0;l<o;++l)(c=s[l])&&e.call(c,c.__data__,l,s)&&a.push(c);return new En(i,this._parents)}function _y(e){return new Array(e.length)}function IE(){return new En(this._enter||this._groups.map(_y),this._parents)}function ul(e,t){this.ownerDocument=e.ownerDocument,this.namespaceURI=e.namespaceURI,this._next=null,this._parent=e,this.__data__=t}ul.prototype={constructor:ul,appendChild:function(e){return this._parent.insertBefore(e,this._next)},insertBefore:function(e,t){return this._parent.insertBefore(e,t)},querySelector:function(e){return this._parent.querySelector(e)},querySelectorAll:function(e){return this._parent.querySelectorAll(e)}};function PE(e){return function(){return e}}function LE(e,t,n,i,r,s){for(var o=0,a,c=t.length,l=s.length;o<l;++o)(a=t[o])?(a.__data__=s[o],i[o]=a):n[o]=new ul(e,s[o]);for(;o<c;++o)(a=t[o])&&(r[o]=a)}function NE(e,t,n,i,r,s,o){var a,c,l=new Map,u=t.length,h=s.length,f=new Array(u),d;for(a=0;a<u;++a)(c=t[a])&&(f[a]=d=o.call(c,c.__data__,a,t)+"",l.has(d)?r[a]=c:l.set(d,c));for(a=0;a<h;++a)d=o.call(e,s[a],a,s)+"",(c=l.get(d))?(i[a]=c,c.__data__=s[a],l.delete(d)):n[a]=new ul(e,s[a]);for(a=0;a<u;++a)(c=t[a])&&l.get(f[a])===c&&(r[a]=c)}function DE(e){return e.__data__}function UE(e,t){if(!arguments.length)return Array.from(this,DE);var n=t?NE:LE,i=this._parents,r=this._groups;typeof e!="function"&&(e=PE(e));for(var s=r.length,o=new Array(s),a=new Array(s),c=new Array(s),l=0;l<s;++l){var u=i[l],h=r[l],f=h.length,d=FE(e.call(u,u&&u.__data__,l,i)),p=d.length,_=a[l]=new Array(p),m=o[l]=new Array(p),g=c[l]=new Array(f);n(u,h,_,m,g,d,t);for(var x=0,w=0,v,T;x<p;++x)if(v=_[x]){for(x>=w&&(w=x+1);!(T=m[w])&&++w<p;);v._next=T||null}}return o=new En(o,i),o._enter=a,o._exit=c,o}function FE(e){return typeof e=="object"&&"length"in e?e:Array.from(e)}function OE(){return new En(this._exit||this._groups.map(_y),this._parents)}function BE(e,t,n){var i=this.enter(),r=this,s=this.exit();return typeof e=="function"?(i=e(i),i&&(i=i.selection())):i=i.append(e+""),t!=null&&(r=t(r),r&&(r=r.selection())),n==null?s.remove():n(s),i&&r?i.merge(r).order():r}function kE(e){for(var t=e.selection?e.selection():e,n=this._groups,i=t._groups,r=n.length,s=i.length,o=Math.min(r,s),a=new Array(r),c=0;c<o;++c)for(var l=n[c],u=i[c],h=l.length,f=a[c]=new Array(h),d,p=0;p<h;++p)(d=l[p]||u[p])&&(f[p]=d);for(;c<r;++c)a[c]=n[c];return new En(a,this._parents)}function zE(){for(var e=this._groups,t=-1,n=e.length;++t<n;)for(var i=e[t],r=i.length-1,s=i[r],o;--r>=0;)(o=i[r])&&(s&&o.compareDocumentPosition(s)^4&&s.parentNode.insertBefore(o,s),s=o);return this}function GE(e){e||(e=VE);function t(h,f){return h&&f?e(h.__data__,f.__data__):!h-!f}for(var n=this._groups,i=n.length,r=new Array(i),s=0;s<i;++s){for(var o=n[s],a=o.length,c=r[s]=new Array(a),l,u=0;u<a;++u)(l=o[u])&&(c[u]=l);c.sort(t)}return new En(r,this._parents).order()}function VE(e,t){return e<t?-1:e>t?1:e>=t?0:NaN}function HE(){var e=arguments[0];return arguments[0]=this,e.apply(null,arguments),this}function WE(){return Array.from(this)}function $E(){for(var e=this._groups,t=0,n=e.length;t<n;++t)for(var i=e[t],r=0,s=i.length;r<s;++r){var o=i[r];if(o)return o}return null}function XE(){let e=0;for(let t of this)++e;return e}function qE(){return!this.node()}function YE(e){for(var t=this._groups,n=0,i=t.length;n<i;++n)for(var r=t[n],s=0,o=r.length,a;s<o;++s)(a=r[s])&&e.call(a,a.__data__,s,r);return this}function ZE(e){return function(){this.removeAttribute(e)}}function JE(e){return function(){this.removeAttributeNS(e.space,e.local)}}function KE(e,t){return function(){this.setAttribute(e,t)}}function QE(e,t){return function(){this.setAttributeNS(e.space,e.local,t)}}function jE(e,t){return function(){var n=t.apply(this,arguments);n==null?this.removeAttribute(e):this.setAttribute(e,n)}}function t2(e,t){return function(){var n=t.apply(this,arguments);n==null?this.removeAttributeNS(e.space,e.local):this.setAttributeNS(e.space,e.local,n)}}function e2(e,t){var n=py(e);if(arguments.length<2){var i=this.node();return n.local?i.getAttributeNS(n.space,n.local):i.getAttribute(n)}return this.each((t==null?n.local?JE:ZE:typeof t=="function"?n.local?t2:jE:n.local?QE:KE)(n,t))}function yy(e){return e.ownerDocument&&e.ownerDocument.defaultView||e.document&&e||e.defaultView}function n2(e){return function(){this.style.removeProperty(e)}}function i2(e,t,n){return function(){this.style.setProperty(e,t,n)}}function r2(e,t,n){return function(){var i=t.apply(this,arguments);i==null?this.style.removeProperty(e):this.style.setProperty(e,i,n)}}function s2(e,t,n){return arguments.length>1?this.each((t==null?n2:typeof t=="function"?r2:i2)(e,t,n??"")):o2(this.node(),e)}function o2(e,t){return e.style.getPropertyValue(t)||yy(e).getComputedStyle(e,null).getPropertyValue(t)}function a2(e){return function(){delete this[e]}}function c2(e,t){return function(){this[e]=t}}function l2(e,t){return function(){var n=t.apply(this,arguments);n==null?delete this[e]:this[e]=n}}function u2(e,t){return arguments.length>1?this.each((t==null?a2:typeof t=="function"?l2:c2)(e,t)):this.node()[e]}function xy(e){return e.trim().split(/^|\s+/)}function ad(e){return e.classList||new vy(e)}function vy(e){this._node=e,this._names=xy(e.getAttribute("class")||"")}vy.prototype={add:function(e){var t=this._names.indexOf(e);t<0&&(this._names.push(e),this._node.setAttribute("class",this._names.join(" ")))},remove:function(e){var t=this._names.indexOf(e);t>=0&&(this._names.splice(t,1),this._node.setAttribute("class",this._names.join(" ")))},contains:function(e){return this._names.indexOf(e)>=0}};function by(e,t){for(var n=ad(e),i=-1,r=t.length;++i<r;)n.add(t[i])}function My(e,t){for(var n=ad(e),i=-1,r=t.length;++i<r;)n.remove(t[i])}function f2(e){return function(){by(this,e)}}function h2(e){return function(){My(this,e)}}function d2(e,t){return function(){(t.apply(this,arguments)?by:My)(this,e)}}function p2(e,t){var n=xy(e+"");if(arguments.length<2){for(var i=ad(this.node()),r=-1,s=n.length;++r<s;)if(!i.contains(n[r]))return!1;return!0}return this.each((typeof t=="function"?d2:t?f2:h2)(n,t))}function m2(){this.textContent=""}function g2(e){return function(){this.textContent=e}}function _2(e){return function(){var t=e.apply(this,arguments);this.textContent=t??""}}function y2(e){return arguments.length?this.each(e==null?m2:(typeof e=="function"?_2:g2)(e)):this.node().textContent}function x2(){this.innerHTML=""}function v2(e){return function(){this.innerHTML=e}}function b2(e){return function(){var t=e.apply(this,arguments);this.innerHTML=t??""}}function M2(e){return arguments.length?this.each(e==null?x2:(typeof e=="function"?b2:v2)(e)):this.node().innerHTML}function S2(){this.nextSibling&&this.parentNode.appendChild(this)}function w2(){return this.each(S2)}function T2(){this.previousSibling&&this.parentNode.insertBefore(this,this.parentNode.firstChild)}function A2(){return this.each(T2)}function E2(e){var t=typeof e=="function"?e:so(e);return this.select(function(){return this.appendChild(t.apply(this,arguments))})}function C2(){return null}function R2(e,t){var n=typeof e=="function"?e:so(e),i=t==null?C2:typeof t=="function"?t:my(t);return this.select(function(){return this.insertBefore(n.apply(this,arguments),i.apply(this,arguments)||null)})}function I2(){var e=this.parentNode;e&&e.removeChild(this)}function P2(){return this.each(I2)}function L2(){var e=this.cloneNode(!1),t=this.parentNode;return t?t.insertBefore(e,this.nextSibling):e}function N2(){var e=this.cloneNode(!0),t=this.parentNode;return t?t.insertBefore(e,this.nextSibling):e}function D2(e){return this.select(e?N2:L2)}function U2(e){return arguments.length?this.property("__data__",e):this.node().__data__}function F2(e){return function(t){e.call(this,t,this.__data__)}}function O2(e){return e.trim().split(/^|\s+/).map(function(t){var n="",i=t.indexOf(".");return i>=0&&(n=t.slice(i+1),t=t.slice(0,i)),{type:t,name:n}})}function B2(e){return function(){var t=this.__on;if(t){for(var n=0,i=-1,r=t.length,s;n<r;++n)s=t[n],(!e.type||s.type===e.type)&&s.name===e.name?this.removeEventListener(s.type,s.listener,s.options):t[++i]=s;++i?t.length=i:delete this.__on}}}function k2(e,t,n){return function(){var i=this.__on,r,s=F2(t);if(i){for(var o=0,a=i.length;o<a;++o)if((r=i[o]).type===e.type&&r.name===e.name){this.removeEventListener(r.type,r.listener,r.options),this.addEventListener(r.type,r.listener=s,r.options=n),r.value=t;return}}this.addEventListener(e.type,s,n),r={type:e.type,name:e.name,value:t,listener:s,options:n},i?i.push(r):this.__on=[r]}}function z2(e,t,n){var i=O2(e+""),r,s=i.length,o;if(arguments.length<2){var a=this.node().__on;if(a){for(var c=0,l=a.length,u;c<l;++c)for(r=0,u=a[c];r<s;++r)if((o=i[r]).type===u.type&&o.name===u.name)return u.value}return}for(a=t?k2:B2,r=0;r<s;++r)this.each(a(i[r],t,n));return this}function Sy(e,t,n){var i=yy(e),r=i.CustomEvent;typeof r=="function"?r=new r(t,n):(r=i.document.createEvent("Event"),n?(r.initEvent(t,n.bubbles,n.cancelable),r.detail=n.detail):r.initEvent(t,!1,!1)),e.dispatchEvent(r)}function G2(e,t){return function(){return Sy(this,e,t)}}function V2(e,t){return function(){return Sy(this,e,t.apply(this,arguments))}}function H2(e,t){return this.each((typeof t=="function"?V2:G2)(e,t))}function*W2(){for(var e=this._groups,t=0,n=e.length;t<n;++t)for(var i=e[t],r=0,s=i.length,o;r<s;++r)(o=i[r])&&(yield o)}var wy=[null];function En(e,t){this._groups=e,this._parents=t}function $2(){return new En([[document.documentElement]],wy)}function X2(){return this}En.prototype=$2.prototype={constructor:En,select:pE,selectAll:xE,selectChild:wE,selectChildren:CE,filter:RE,data:UE,enter:IE,exit:OE,join:BE,merge:kE,selection:X2,order:zE,sort:GE,call:HE,nodes:WE,node:$E,size:XE,empty:qE,each:YE,attr:e2,style:s2,property:u2,classed:p2,text:y2,html:M2,raise:w2,lower:A2,append:E2,insert:R2,remove:P2,clone:D2,datum:U2,on:z2,dispatch:H2,[Symbol.iterator]:W2};function ri(e){return typeof e=="string"?new En([[document.querySelector(e)]],[document.documentElement]):new En([[e]],wy)}var q2=0;function Y2(){return new od}function od(){this._="@"+(++q2).toString(36)}od.prototype=Y2.prototype={constructor:od,get:function(e){for(var t=this._;!(t in e);)if(!(e=e.parentNode))return;return e[t]},set:function(e,t){return e[this._]=t},remove:function(e){return this._ in e&&delete e[this._]},toString:function(){return this._}};function Z2(e){let t;for(;t=e.sourceEvent;)e=t;return e}function Ty(e,t){if(e=Z2(e),t===void 0&&(t=e.currentTarget),t){var n=t.ownerSVGElement||t;if(n.createSVGPoint){var i=n.createSVGPoint();return i.x=e.clientX,i.y=e.clientY,i=i.matrixTransform(t.getScreenCTM().inverse()),[i.x,i.y]}if(t.getBoundingClientRect){var r=t.getBoundingClientRect();return[e.clientX-r.left-t.clientLeft,e.clientY-r.top-t.clientTop]}}return[e.pageX,e.pageY]}function lo(e,t,n){e.prototype=t.prototype=n,n.constructor=e}function Sa(e,t){var n=Object.create(e.prototype);for(var i in t)n[i]=t[i];return n}function Nr(){}var ps=.7,co=1/ps,oo="\\s*([+-]?\\d+)\\s*",ba="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*",Mi="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\\s*",J2=/^#([0-9a-f]{3,8})$/,K2=new RegExp(`^rgb\\(${oo},${oo},${oo}\\)$`),Q2=new RegExp(`^rgb\\(${Mi},${Mi},${Mi}\\)$`),j2=new RegExp(`^rgba\\(${oo},${oo},${oo},${ba}\\)$`),t3=new RegExp(`^rgba\\(${Mi},${Mi},${Mi},${ba}\\)$`),e3=new RegExp(`^hsl\\(${ba},${Mi},${Mi}\\)$`),n3=new RegExp(`^hsla\\(${ba},${Mi},${Mi},${ba}\\)$`),Ay={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074};lo(Nr,uo,{copy(e){return Object.assign(new this.constructor,this,e)},displayable(){return this.rgb().displayable()},hex:Ey,formatHex:Ey,formatHex8:i3,formatHsl:r3,formatRgb:Cy,toString:Cy});function Ey(){return this.rgb().formatHex()}function i3(){return this.rgb().formatHex8()}function r3(){return Oy(this).formatHsl()}function Cy(){return this.rgb().formatRgb()}function uo(e){var t,n;return e=(e+"").trim().toLowerCase(),(t=J2.exec(e))?(n=t[1].length,t=parseInt(t[1],16),n===6?Ry(t):n===3?new $e(t>>8&15|t>>4&240,t>>4&15|t&240,(t&15)<<4|t&15,1):n===8?fl(t>>24&255,t>>16&255,t>>8&255,(t&255)/255):n===4?fl(t>>12&15|t>>8&240,t>>8&15|t>>4&240,t>>4&15|t&240,((t&15)<<4|t&15)/255):null):(t=K2.exec(e))?new $e(t[1],t[2],t[3],1):(t=Q2.exec(e))?new $e(t[1]*255/100,t[2]*255/100,t[3]*255/100,1):(t=j2.exec(e))?fl(t[1],t[2],t[3],t[4]):(t=t3.exec(e))?fl(t[1]*255/100,t[2]*255/100,t[3]*255/100,t[4]):(t=e3.exec(e))?Ly(t[1],t[2]/100,t[3]/100,1):(t=n3.exec(e))?Ly(t[1],t[2]/100,t[3]/100,t[4]):Ay.hasOwnProperty(e)?Ry(Ay[e]):e==="transparent"?new $e(NaN,NaN,NaN,0):null}function Ry(e){return new $e(e>>16&255,e>>8&255,e&255,1)}function fl(e,t,n,i){return i<=0&&(e=t=n=NaN),new $e(e,t,n,i)}function dd(e){return e instanceof Nr||(e=uo(e)),e?(e=e.rgb(),new $e(e.r,e.g,e.b,e.opacity)):new $e}function oi(e,t,n,i){return arguments.length===1?dd(e):new $e(e,t,n,i??1)}function $e(e,t,n,i){this.r=+e,this.g=+t,this.b=+n,this.opacity=+i}lo($e,oi,Sa(Nr,{brighter(e){return e=e==null?co:Math.pow(co,e),new $e(this.r*e,this.g*e,this.b*e,this.opacity)},darker(e){return e=e==null?ps:Math.pow(ps,e),new $e(this.r*e,this.g*e,this.b*e,this.opacity)},rgb(){return this},clamp(){return new $e(hs(this.r),hs(this.g),hs(this.b),dl(this.opacity))},displayable(){return-.5<=this.r&&this.r<255.5&&-.5<=this.g&&this.g<255.5&&-.5<=this.b&&this.b<255.5&&0<=this.opacity&&this.opacity<=1},hex:Iy,formatHex:Iy,formatHex8:s3,formatRgb:Py,toString:Py}));function Iy(){return`#${fs(this.r)}${fs(this.g)}${fs(this.b)}`}function s3(){return`#${fs(this.r)}${fs(this.g)}${fs(this.b)}${fs((isNaN(this.opacity)?1:this.opacity)*255)}`}function Py(){let e=dl(this.opacity);return`${e===1?"rgb(":"rgba("}${hs(this.r)}, ${hs(this.g)}, ${hs(this.b)}${e===1?")":`, ${e})`}`}function dl(e){return isNaN(e)?1:Math.max(0,Math.min(1,e))}function hs(e){return Math.max(0,Math.min(255,Math.round(e)||0))}function fs(e){return e=hs(e),(e<16?"0":"")+e.toString(16)}function Ly(e,t,n,i){return i<=0?e=t=n=NaN:n<=0||n>=1?e=t=NaN:t<=0&&(e=NaN),new si(e,t,n,i)}function Oy(e){if(e instanceof si)return new si(e.h,e.s,e.l,e.opacity);if(e instanceof Nr||(e=uo(e)),!e)return new si;if(e instanceof si)return e;e=e.rgb();var t=e.r/255,n=e.g/255,i=e.b/255,r=Math.min(t,n,i),s=Math.max(t,n,i),o=NaN,a=s-r,c=(s+r)/2;return a?(t===s?o=(n-i)/a+(n<i)*6:n===s?o=(i-t)/a+2:o=(t-n)/a+4,a/=c<.5?s+r:2-s-r,o*=60):a=c>0&&c<1?0:o,new si(o,a,c,e.opacity)}function ml(e,t,n,i){return arguments.length===1?Oy(e):new si(e,t,n,i??1)}function si(e,t,n,i){this.h=+e,this.s=+t,this.l=+n,this.opacity=+i}lo(si,ml,Sa(Nr,{brighter(e){return e=e==null?co:Math.pow(co,e),new si(this.h,this.s,this.l*e,this.opacity)},darker(e){return e=e==null?ps:Math.pow(ps,e),new si(this.h,this.s,this.l*e,this.opacity)},rgb(){var e=this.h%360+(this.h<0)*360,t=isNaN(e)||isNaN(this.s)?0:this.s,n=this.l,i=n+(n<.5?n:1-n)*t,r=2*n-i;return new $e(cd(e>=240?e-240:e+120,r,i),cd(e,r,i),cd(e<120?e+240:e-120,r,i),this.opacity)},clamp(){return new si(Ny(this.h),hl(this.s),hl(this.l),dl(this.opacity))},displayable(){return(0<=this.s&&this.s<=1||isNaN(this.s))&&0<=this.l&&this.l<=1&&0<=this.opacity&&this.opacity<=1},formatHsl(){let e=dl(this.opacity);return`${e===1?"hsl(":"hsla("}${Ny(this.h)}, ${hl(this.s)*100}%, ${hl(this.l)*100}%${e===1?")":`, ${e})`}`}}));function Ny(e){return e=(e||0)%360,e<0?e+360:e}function hl(e){return Math.max(0,Math.min(1,e||0))}function cd(e,t,n){return(e<60?t+(n-t)*e/60:e<180?n:e<240?t+(n-t)*(240-e)/60:t)*255}var By=Math.PI/180,ky=180/Math.PI,pl=18,zy=.96422,Gy=1,Vy=.82521,Hy=4/29,ao=6/29,Wy=3*ao*ao,o3=ao*ao*ao;function $y(e){if(e instanceof Si)return new Si(e.l,e.a,e.b,e.opacity);if(e instanceof nr)return Xy(e);e instanceof $e||(e=dd(e));var t=hd(e.r),n=hd(e.g),i=hd(e.b),r=ld((.2225045*t+.7168786*n+.0606169*i)/Gy),s,o;return t===n&&n===i?s=o=r:(s=ld((.4360747*t+.3850649*n+.1430804*i)/zy),o=ld((.0139322*t+.0971045*n+.7141733*i)/Vy)),new Si(116*r-16,500*(s-r),200*(r-o),e.opacity)}function gl(e,t,n,i){return arguments.length===1?$y(e):new Si(e,t,n,i??1)}function Si(e,t,n,i){this.l=+e,this.a=+t,this.b=+n,this.opacity=+i}lo(Si,gl,Sa(Nr,{brighter(e){return new Si(this.l+pl*(e??1),this.a,this.b,this.opacity)},darker(e){return new Si(this.l-pl*(e??1),this.a,this.b,this.opacity)},rgb(){var e=(this.l+16)/116,t=isNaN(this.a)?e:e+this.a/500,n=isNaN(this.b)?e:e-this.b/200;return t=zy*ud(t),e=Gy*ud(e),n=Vy*ud(n),new $e(fd(3.1338561*t-1.6168667*e-.4906146*n),fd(-.9787684*t+1.9161415*e+.033454*n),fd(.0719453*t-.2289914*e+1.4052427*n),this.opacity)}}));function ld(e){return e>o3?Math.pow(e,1/3):e/Wy+Hy}function ud(e){return e>ao?e*e*e:Wy*(e-Hy)}function fd(e){return 255*(e<=.0031308?12.92*e:1.055*Math.pow(e,1/2.4)-.055)}function hd(e){return(e/=255)<=.04045?e/12.92:Math.pow((e+.055)/1.055,2.4)}function a3(e){if(e instanceof nr)return new nr(e.h,e.c,e.l,e.opacity);if(e instanceof Si||(e=$y(e)),e.a===0&&e.b===0)return new nr(NaN,0<e.l&&e.l<100?0:NaN,e.l,e.opacity);var t=Math.atan2(e.b,e.a)*ky;return new nr(t<0?t+360:t,Math.sqrt(e.a*e.a+e.b*e.b),e.l,e.opacity)}function _l(e,t,n,i){return arguments.length===1?a3(e):new nr(e,t,n,i??1)}function nr(e,t,n,i){this.h=+e,this.c=+t,this.l=+n,this.opacity=+i}function Xy(e){if(isNaN(e.h))return new Si(e.l,0,0,e.opacity);var t=e.h*By;return new Si(e.l,Math.cos(t)*e.c,Math.sin(t)*e.c,e.opacity)}lo(nr,_l,Sa(Nr,{brighter(e){return new nr(this.h,this.c,this.l+pl*(e??1),this.opacity)},darker(e){return new nr(this.h,this.c,this.l-pl*(e??1),this.opacity)},rgb(){return Xy(this).rgb()}}));var qy=-.14861,pd=1.78277,md=-.29227,yl=-.90649,Ma=1.97294,Dy=Ma*yl,Uy=Ma*pd,Fy=pd*md-yl*qy;function c3(e){if(e instanceof ds)return new ds(e.h,e.s,e.l,e.opacity);e instanceof $e||(e=dd(e));var t=e.r/255,n=e.g/255,i=e.b/255,r=(Fy*i+Dy*t-Uy*n)/(Fy+Dy-Uy),s=i-r,o=(Ma*(n-r)-md*s)/yl,a=Math.sqrt(o*o+s*s)/(Ma*r*(1-r)),c=a?Math.atan2(o,s)*ky-120:NaN;return new ds(c<0?c+360:c,a,r,e.opacity)}function Gn(e,t,n,i){return arguments.length===1?c3(e):new ds(e,t,n,i??1)}function ds(e,t,n,i){this.h=+e,this.s=+t,this.l=+n,this.opacity=+i}lo(ds,Gn,Sa(Nr,{brighter(e){return e=e==null?co:Math.pow(co,e),new ds(this.h,this.s,this.l*e,this.opacity)},darker(e){return e=e==null?ps:Math.pow(ps,e),new ds(this.h,this.s,this.l*e,this.opacity)},rgb(){var e=isNaN(this.h)?0:(this.h+120)*By,t=+this.l,n=isNaN(this.s)?0:this.s*t*(1-t),i=Math.cos(e),r=Math.sin(e);return new $e(255*(t+n*(qy*i+pd*r)),255*(t+n*(md*i+yl*r)),255*(t+n*(Ma*i)),this.opacity)}}));function Jy(e,t,n,i,r){var s=e*e,o=s*e;return((1-3*e+3*s-o)*t+(4-6*s+3*o)*n+(1+3*e+3*s-3*o)*i+o*r)/6}function l3(e){var t=e.length-1;return function(n){var i=n<=0?n=0:n>=1?(n=1,t-1):Math.floor(n*t),r=e[i],s=e[i+1],o=i>0?e[i-1]:2*r-s,a=i<t-1?e[i+2]:2*s-r;return Jy((n-i/t)*t,o,r,s,a)}}function u3(e){var t=e.length;return function(n){var i=Math.floor(((n%=1)<0?++n:n)*t),r=e[(i+t-1)%t],s=e[i%t],o=e[(i+1)%t],a=e[(i+2)%t];return Jy((n-i/t)*t,r,s,o,a)}}var vl=e=>()=>e;function Ky(e,t){return function(n){return e+n*t}}function f3(e,t,n){return e=Math.pow(e,n),t=Math.pow(t,n)-e,n=1/n,function(i){return Math.pow(e+i*t,n)}}function xd(e,t){var n=t-e;return n?Ky(e,n>180||n<-180?n-360*Math.round(n/360):n):vl(isNaN(e)?t:e)}function h3(e){return(e=+e)==1?Xe:function(t,n){return n-t?f3(t,n,e):vl(isNaN(t)?n:t)}}function Xe(e,t){var n=t-e;return n?Ky(e,n):vl(isNaN(e)?t:e)}var ms=(function e(t){var n=h3(t);function i(r,s){var o=n((r=oi(r)).r,(s=oi(s)).r),a=n(r.g,s.g),c=n(r.b,s.b),l=Xe(r.opacity,s.opacity);return function(u){return r.r=o(u),r.g=a(u),r.b=c(u),r.opacity=l(u),r+""}}return i.gamma=e,i})(1);function Qy(e){return function(t){var n=t.length,i=new Array(n),r=new Array(n),s=new Array(n),o,a;for(o=0;o<n;++o)a=oi(t[o]),i[o]=a.r||0,r[o]=a.g||0,s[o]=a.b||0;return i=e(i),r=e(r),s=e(s),a.opacity=1,function(c){return a.r=i(c),a.g=r(c),a.b=s(c),a+""}}}var jy=Qy(l3),D4=Qy(u3);function d3(e,t){t||(t=[]);var n=e?Math.min(t.length,e.length):0,i=t.slice(),r;return function(s){for(r=0;r<n;++r)i[r]=e[r]*(1-s)+t[r]*s;return i}}function p3(e){return ArrayBuffer.isView(e)&&!(e instanceof DataView)}function m3(e,t){var n=t?t.length:0,i=e?Math.min(n,e.length):0,r=new Array(i),s=new Array(n),o;for(o=0;o<i;++o)r[o]=fo(e[o],t[o]);for(;o<n;++o)s[o]=t[o];return function(a){for(o=0;o<i;++o)s[o]=r[o](a);return s}}function g3(e,t){var n=new Date;return e=+e,t=+t,function(i){return n.setTime(e*(1-i)+t*i),n}}function Fe(e,t){return e=+e,t=+t,function(n){return e*(1-n)+t*n}}function _3(e,t){var n={},i={},r;(e===null||typeof e!="object")&&(e={}),(t===null||typeof t!="object")&&(t={});for(r in t)r in e?n[r]=fo(e[r],t[r]):i[r]=t[r];return function(s){for(r in n)i[r]=n[r](s);return i}}var _d=/[-+]?(?:\d+\.?\d*|\.?\d+)(?:[eE][-+]?\d+)?/g,gd=new RegExp(_d.source,"g");function y3(e){return function(){return e}}function x3(e){return function(t){return e(t)+""}}function v3(e,t){var n=_d.lastIndex=gd.lastIndex=0,i,r,s,o=-1,a=[],c=[];for(e=e+"",t=t+"";(i=_d.exec(e))&&(r=gd.exec(t));)(s=r.index)>n&&(s=t.slice(n,s),a[o]?a[o]+=s:a[++o]=s),(i=i[0])===(r=r[0])?a[o]?a[o]+=r:a[++o]=r:(a[++o]=null,c.push({i:o,x:Fe(i,r)})),n=gd.lastIndex;return n<t.length&&(s=t.slice(n),a[o]?a[o]+=s:a[++o]=s),a.length<2?c[0]?x3(c[0].x):y3(t):(t=c.length,function(l){for(var u=0,h;u<t;++u)a[(h=c[u]).i]=h.x(l);return a.join("")})}function fo(e,t){var n=typeof t,i;return t==null||n==="boolean"?vl(t):(n==="number"?Fe:n==="string"?(i=uo(t))?(t=i,ms):v3:t instanceof uo?ms:t instanceof Date?g3:p3(t)?d3:Array.isArray(t)?m3:typeof t.valueOf!="function"&&typeof t.toString!="function"||isNaN(t)?_3:Fe)(e,t)}function wa(e,t){return e=+e,t=+t,function(n){return Math.round(e*(1-n)+t*n)}}var Yy=180/Math.PI,yd={translateX:0,translateY:0,rotate:0,skewX:0,scaleX:1,scaleY:1};function tx(e,t,n,i,r,s){var o,a,c;return(o=Math.sqrt(e*e+t*t))&&(e/=o,t/=o),(c=e*n+t*i)&&(n-=e*c,i-=t*c),(a=Math.sqrt(n*n+i*i))&&(n/=a,i/=a,c/=a),e*i<t*n&&(e=-e,t=-t,c=-c,o=-o),{translateX:r,translateY:s,rotate:Math.atan2(t,e)*Yy,skewX:Math.atan(c)*Yy,scaleX:o,scaleY:a}}var xl;function b3(e){let t=new(typeof DOMMatrix=="function"?DOMMatrix:WebKitCSSMatrix)(e+"");return t.isIdentity?yd:tx(t.a,t.b,t.c,t.d,t.e,t.f)}function M3(e){return e==null||(xl||(xl=document.createElementNS("http://www.w3.org/2000/svg","g")),xl.setAttribute("transform",e),!(e=xl.transform.baseVal.consolidate()))?yd:(e=e.matrix,tx(e.a,e.b,e.c,e.d,e.e,e.f))}function ex(e,t,n,i){function r(l){return l.length?l.pop()+" ":""}function s(l,u,h,f,d,p){if(l!==h||u!==f){var _=d.push("translate(",null,t,null,n);p.push({i:_-4,x:Fe(l,h)},{i:_-2,x:Fe(u,f)})}else(h||f)&&d.push("translate("+h+t+f+n)}function o(l,u,h,f){l!==u?(l-u>180?u+=360:u-l>180&&(l+=360),f.push({i:h.push(r(h)+"rotate(",null,i)-2,x:Fe(l,u)})):u&&h.push(r(h)+"rotate("+u+i)}function a(l,u,h,f){l!==u?f.push({i:h.push(r(h)+"skewX(",null,i)-2,x:Fe(l,u)}):u&&h.push(r(h)+"skewX("+u+i)}function c(l,u,h,f,d,p){if(l!==h||u!==f){var _=d.push(r(d)+"scale(",null,",",null,")");p.push({i:_-4,x:Fe(l,h)},{i:_-2,x:Fe(u,f)})}else(h!==1||f!==1)&&d.push(r(d)+"scale("+h+","+f+")")}return function(l,u){var h=[],f=[];return l=e(l),u=e(u),s(l.translateX,l.translateY,u.translateX,u.translateY,h,f),o(l.rotate,u.rotate,h,f),a(l.skewX,u.skewX,h,f),c(l.scaleX,l.scaleY,u.scaleX,u.scaleY,h,f),l=u=null,function(d){for(var p=-1,_=f.length,m;++p<_;)h[(m=f[p]).i]=m.x(d);return h.join("")}}}var U4=ex(b3,"px, ","px)","deg)"),F4=ex(M3,", ",")",")"),S3=1e-12;function Zy(e){return((e=Math.exp(e))+1/e)/2}function w3(e){return((e=Math.exp(e))-1/e)/2}function T3(e){return((e=Math.exp(2*e))-1)/(e+1)}var O4=(function e(t,n,i){function r(s,o){var a=s[0],c=s[1],l=s[2],u=o[0],h=o[1],f=o[2],d=u-a,p=h-c,_=d*d+p*p,m,g;if(_<S3)g=Math.log(f/l)/t,m=function(y){return[a+y*d,c+y*p,l*Math.exp(t*y*g)]};else{var x=Math.sqrt(_),w=(f*f-l*l+i*_)/(2*l*n*x),v=(f*f-l*l-i*_)/(2*f*n*x),T=Math.log(Math.sqrt(w*w+1)-w),M=Math.log(Math.sqrt(v*v+1)-v);g=(M-T)/t,m=function(y){var b=y*g,I=Zy(T),C=l/(n*x)*(I*T3(t*b+T)-w3(T));return[a+C*d,c+C*p,l*I/Zy(t*b+T)]}}return m.duration=Math.abs(g)*1e3*t/Math.SQRT2,m}return r.rho=function(s){var o=Math.max(.001,+s),a=o*o,c=a*a;return e(o,a,c)},r})(Math.SQRT2,2,4);function nx(e){return function(t,n){var i=e((t=ml(t)).h,(n=ml(n)).h),r=Xe(t.s,n.s),s=Xe(t.l,n.l),o=Xe(t.opacity,n.opacity);return function(a){return t.h=i(a),t.s=r(a),t.l=s(a),t.opacity=o(a),t+""}}}var ix=nx(xd),B4=nx(Xe);function rx(e,t){var n=Xe((e=gl(e)).l,(t=gl(t)).l),i=Xe(e.a,t.a),r=Xe(e.b,t.b),s=Xe(e.opacity,t.opacity);return function(o){return e.l=n(o),e.a=i(o),e.b=r(o),e.opacity=s(o),e+""}}function sx(e){return function(t,n){var i=e((t=_l(t)).h,(n=_l(n)).h),r=Xe(t.c,n.c),s=Xe(t.l,n.l),o=Xe(t.opacity,n.opacity);return function(a){return t.h=i(a),t.c=r(a),t.l=s(a),t.opacity=o(a),t+""}}}var ox=sx(xd),k4=sx(Xe);function ax(e){return(function t(n){n=+n;function i(r,s){var o=e((r=Gn(r)).h,(s=Gn(s)).h),a=Xe(r.s,s.s),c=Xe(r.l,s.l),l=Xe(r.opacity,s.opacity);return function(u){return r.h=o(u),r.s=a(u),r.l=c(Math.pow(u,n)),r.opacity=l(u),r+""}}return i.gamma=t,i})(1)}var z4=ax(xd),bl=ax(Xe);function Dr(e,t){t===void 0&&(t=e,e=fo);for(var n=0,i=t.length-1,r=t[0],s=new Array(i<0?0:i);n<i;)s[n]=e(r,r=t[++n]);return function(o){var a=Math.max(0,Math.min(i-1,Math.floor(o*=i)));return s[a](o-a)}}function ln(e,t){for(var n=new Array(t),i=0;i<t;++i)n[i]=e(i/(t-1));return n}var Ta=Math.PI,vd=2*Ta,gs=1e-6,A3=vd-gs;function cx(e){this._+=e[0];for(let t=1,n=e.length;t<n;++t)this._+=arguments[t]+e[t]}function E3(e){let t=Math.floor(e);if(!(t>=0))throw new Error(`invalid digits: ${e}`);if(t>15)return cx;let n=10**t;return function(i){this._+=i[0];for(let r=1,s=i.length;r<s;++r)this._+=Math.round(arguments[r]*n)/n+i[r]}}function lx(e,t,n,i){return e===n&&t===i}function C3(e){let t=Math.floor(e);if(!(t<=15))return lx;let n=10**t,i=function(r){return Math.round(r*n)};return function(r,s,o,a){return i(r)===i(o)&&i(s)===i(a)}}var _s=class{constructor(t){this._x0=this._y0=this._x1=this._y1=null,this._="",this._append=t==null?cx:E3(t),this._equal=t==null?lx:C3(t)}moveTo(t,n){this._append`M${this._x0=this._x1=+t},${this._y0=this._y1=+n}`}closePath(){this._x1!==null&&(this._x1=this._x0,this._y1=this._y0,this._append`Z`)}lineTo(t,n){this._append`L${this._x1=+t},${this._y1=+n}`}quadraticCurveTo(t,n,i,r){this._append`Q${+t},${+n},${this._x1=+i},${this._y1=+r}`}bezierCurveTo(t,n,i,r,s,o){this._append`C${+t},${+n},${+i},${+r},${this._x1=+s},${this._y1=+o}`}arcTo(t,n,i,r,s){if(t=+t,n=+n,i=+i,r=+r,s=+s,s<0)throw new Error(`negative radius: ${s}`);let o=this._x1,a=this._y1,c=i-t,l=r-n,u=o-t,h=a-n,f=u*u+h*h;if(this._x1===null)this._append`M${this._x1=t},${this._y1=n}`;else if(f>gs)if(!(Math.abs(h*c-l*u)>gs)||!s)this._append`L${this._x1=t},${this._y1=n}`;else{let d=i-o,p=r-a,_=c*c+l*l,m=d*d+p*p,g=Math.sqrt(_),x=Math.sqrt(f),w=s*Math.tan((Ta-Math.acos((_+f-m)/(2*g*x)))/2),v=w/x,T=w/g;Math.abs(v-1)>gs&&this._append`L${t+v*u},${n+v*h}`,this._append`A${s},${s},0,0,${+(h*d>u*p)},${this._x1=t+T*c},${this._y1=n+T*l}`}}arc(t,n,i,r,s,o){if(t=+t,n=+n,i=+i,o=!!o,i<0)throw new Error(`negative radius: ${i}`);let a=i*Math.cos(r),c=i*Math.sin(r),l=t+a,u=n+c,h=1^o,f=o?r-s:s-r;if(this._x1===null?this._append`M${l},${u}`:(Math.abs(this._x1-l)>gs||Math.abs(this._y1-u)>gs)&&this._append`L${l},${u}`,!!i){if(f<0&&(f=f%vd+vd),f>A3)this._append`A${i},${i},0,1,${h},${t-a},${n-c}A${i},${i},0,1,${h},${this._x1=l},${this._y1=u}`;else if(f>gs){let d=t+i*Math.cos(s),p=n+i*Math.sin(s);if(f>=Ta&&this._equal(l,u,d,p)){f/=2;let _=r+f;this._append`A${i},${i},0,${+(f>=Ta)},${h},${t+i*Math.cos(_)},${n+i*Math.sin(_)}`}this._append`A${i},${i},0,${+(f>=Ta)},${h},${this._x1=d},${this._y1=p}`}}}rect(t,n,i,r){this._append`M${this._x0=this._x1=+t},${this._y0=this._y1=+n}h${i=+i}v${+r}h${-i}Z`}toString(){return this._}};function R3(){return new _s}R3.prototype=_s.prototype;function Aa(e=3){return new _s(+e)}function I3(e){return Math.abs(e=Math.round(e))>=1e21?e.toLocaleString("en").replace(/,/g,""):e.toString(10)}function Sl(e,t){if(!isFinite(e)||e===0)return null;var n=(e=t?e.toExponential(t-1):e.toExponential()).indexOf("e"),i=e.slice(0,n);return[i.length>1?i[0]+i.slice(2):i,+e.slice(n+1)]}function ho(e){return e=Sl(Math.abs(e)),e?e[1]:NaN}function P3(e,t){return function(n,i){for(var r=n.length,s=[],o=0,a=e[0],c=0;r>0&&a>0&&(c+a+1>i&&(a=Math.max(1,i-c)),s.push(n.substring(r-=a,r+a)),!((c+=a+1)>i));)a=e[o=(o+1)%e.length];return s.reverse().join(t)}}function L3(e){return function(t){return t.replace(/[0-9]/g,function(n){return e[+n]})}}var N3=/^(?:(.)?([<>=^]))?([+\-( ])?([$#])?(0)?(\d+)?(,)?(\.\d+)?(~)?([a-z%])?$/i;function po(e){if(!(t=N3.exec(e)))throw new Error("invalid format: "+e);var t;return new bd({fill:t[1],align:t[2],sign:t[3],symbol:t[4],zero:t[5],width:t[6],comma:t[7],precision:t[8]&&t[8].slice(1),trim:t[9],type:t[10]})}po.prototype=bd.prototype;function bd(e){this.fill=e.fill===void 0?" ":e.fill+"",this.align=e.align===void 0?">":e.align+"",this.sign=e.sign===void 0?"-":e.sign+"",this.symbol=e.symbol===void 0?"":e.symbol+"",this.zero=!!e.zero,this.width=e.width===void 0?void 0:+e.width,this.comma=!!e.comma,this.precision=e.precision===void 0?void 0:+e.precision,this.trim=!!e.trim,this.type=e.type===void 0?"":e.type+""}bd.prototype.toString=function(){return this.fill+this.align+this.sign+this.symbol+(this.zero?"0":"")+(this.width===void 0?"":Math.max(1,this.width|0))+(this.comma?",":"")+(this.precision===void 0?"":"."+Math.max(0,this.precision|0))+(this.trim?"~":"")+this.type};function D3(e){t:for(var t=e.length,n=1,i=-1,r;n<t;++n)switch(e[n]){case".":i=r=n;break;case"0":i===0&&(i=n),r=n;break;default:if(!+e[n])break t;i>0&&(i=0);break}return i>0?e.slice(0,i)+e.slice(r+1):e}var wl;function U3(e,t){var n=Sl(e,t);if(!n)return wl=void 0,e.toPrecision(t);var i=n[0],r=n[1],s=r-(wl=Math.max(-8,Math.min(8,Math.floor(r/3)))*3)+1,o=i.length;return s===o?i:s>o?i+new Array(s-o+1).join("0"):s>0?i.slice(0,s)+"."+i.slice(s):"0."+new Array(1-s).join("0")+Sl(e,Math.max(0,t+s-1))[0]}function ux(e,t){var n=Sl(e,t);if(!n)return e+"";var i=n[0],r=n[1];return r<0?"0."+new Array(-r).join("0")+i:i.length>r+1?i.slice(0,r+1)+"."+i.slice(r+1):i+new Array(r-i.length+2).join("0")}var fx={"%":(e,t)=>(e*100).toFixed(t),b:e=>Math.round(e).toString(2),c:e=>e+"",d:I3,e:(e,t)=>e.toExponential(t),f:(e,t)=>e.toFixed(t),g:(e,t)=>e.toPrecision(t),o:e=>Math.round(e).toString(8),p:(e,t)=>ux(e*100,t),r:ux,s:U3,X:e=>Math.round(e).toString(16).toUpperCase(),x:e=>Math.round(e).toString(16)};function hx(e){return e}var dx=Array.prototype.map,px=["y","z","a","f","p","n","µ","m","","k","M","G","T","P","E","Z","Y"];function F3(e){var t=e.grouping===void 0||e.thousands===void 0?hx:P3(dx.call(e.grouping,Number),e.thousands+""),n=e.currency===void 0?"":e.currency[0]+"",i=e.currency===void 0?"":e.currency[1]+"",r=e.decimal===void 0?".":e.decimal+"",s=e.numerals===void 0?hx:L3(dx.call(e.numerals,String)),o=e.percent===void 0?"%":e.percent+"",a=e.minus===void 0?"−":e.minus+"",c=e.nan===void 0?"NaN":e.nan+"";function l(h,f){h=po(h);var d=h.fill,p=h.align,_=h.sign,m=h.symbol,g=h.zero,x=h.width,w=h.comma,v=h.precision,T=h.trim,M=h.type;M==="n"?(w=!0,M="g"):fx[M]||(v===void 0&&(v=12),T=!0,M="g"),(g||d==="0"&&p==="=")&&(g=!0,d="0",p="=");var y=(f&&f.prefix!==void 0?f.prefix:"")+(m==="$"?n:m==="#"&&/[boxX]/.test(M)?"0"+M.toLowerCase():""),b=(m==="$"?i:/[%p]/.test(M)?o:"")+(f&&f.suffix!==void 0?f.suffix:""),I=fx[M],C=/[defgprs%]/.test(M);v=v===void 0?6:/[gprs]/.test(M)?Math.max(1,Math.min(21,v)):Math.max(0,Math.min(20,v));function E(N){var B=y,P=b,L,z,k;if(M==="c")P=I(N)+P,N="";else{N=+N;var Y=N<0||1/N<0;if(N=isNaN(N)?c:I(Math.abs(N),v),T&&(N=D3(N)),Y&&+N==0&&_!=="+"&&(Y=!1),B=(Y?_==="("?_:a:_==="-"||_==="("?"":_)+B,P=(M==="s"&&!isNaN(N)&&wl!==void 0?px[8+wl/3]:"")+P+(Y&&_==="("?")":""),C){for(L=-1,z=N.length;++L<z;)if(k=N.charCodeAt(L),48>k||k>57){P=(k===46?r+N.slice(L+1):N.slice(L))+P,N=N.slice(0,L);break}}}w&&!g&&(N=t(N,1/0));var U=B.length+N.length+P.length,G=U<x?new Array(x-U+1).join(d):"";switch(w&&g&&(N=t(G+N,G.length?x-P.length:1/0),G=""),p){case"<":N=B+N+P+G;break;case"=":N=B+G+N+P;break;case"^":N=G.slice(0,U=G.length>>1)+B+N+P+G.slice(U);break;default:N=G+B+N+P;break}return s(N)}return E.toString=function(){return h+""},E}function u(h,f){var d=Math.max(-8,Math.min(8,Math.floor(ho(f)/3)))*3,p=Math.pow(10,-d),_=l((h=po(h),h.type="f",h),{suffix:px[8+d/3]});return function(m){return _(p*m)}}return{format:l,formatPrefix:u}}var Ml,wi,Md;O3({thousands:",",grouping:[3],currency:["$",""]});function O3(e){return Ml=F3(e),wi=Ml.format,Md=Ml.formatPrefix,Ml}function mx(e){return Math.max(0,-ho(Math.abs(e)))}function gx(e,t){return Math.max(0,Math.max(-8,Math.min(8,Math.floor(ho(t)/3)))*3-ho(Math.abs(e)))}function _x(e,t){return e=Math.abs(e),t=Math.abs(t)-e,Math.max(0,ho(t)-ho(e))+1}var Vt=1e-6,Fx=1e-12,Jt=Math.PI,we=Jt/2,yx=Jt/4,Cn=Jt*2,un=180/Jt,Se=Jt/180,ce=Math.abs,yo=Math.atan,rr=Math.atan2,Zt=Math.cos;var Ox=Math.exp;var Pl=Math.log,Sd=Math.pow,Ht=Math.sin,Hn=Math.sign||function(e){return e>0?1:e<0?-1:0},xn=Math.sqrt,Hd=Math.tan;function Bx(e){return e>1?0:e<-1?Jt:Math.acos(e)}function $n(e){return e>1?we:e<-1?-we:Math.asin(e)}function Wn(){}function Ll(e,t){e&&vx.hasOwnProperty(e.type)&&vx[e.type](e,t)}var xx={Feature:function(e,t){Ll(e.geometry,t)},FeatureCollection:function(e,t){for(var n=e.features,i=-1,r=n.length;++i<r;)Ll(n[i].geometry,t)}},vx={Sphere:function(e,t){t.sphere()},Point:function(e,t){e=e.coordinates,t.point(e[0],e[1],e[2])},MultiPoint:function(e,t){for(var n=e.coordinates,i=-1,r=n.length;++i<r;)e=n[i],t.point(e[0],e[1],e[2])},LineString:function(e,t){Cd(e.coordinates,t,0)},MultiLineString:function(e,t){for(var n=e.coordinates,i=-1,r=n.length;++i<r;)Cd(n[i],t,0)},Polygon:function(e,t){bx(e.coordinates,t)},MultiPolygon:function(e,t){for(var n=e.coordinates,i=-1,r=n.length;++i<r;)bx(n[i],t)},GeometryCollection:function(e,t){for(var n=e.geometries,i=-1,r=n.length;++i<r;)Ll(n[i],t)}};function Cd(e,t,n){var i=-1,r=e.length-n,s;for(t.lineStart();++i<r;)s=e[i],t.point(s[0],s[1],s[2]);t.lineEnd()}function bx(e,t){var n=-1,i=e.length;for(t.polygonStart();++n<i;)Cd(e[n],t,1);t.polygonEnd()}function Ur(e,t){e&&xx.hasOwnProperty(e.type)?xx[e.type](e,t):Ll(e,t)}var $4=new zn,X4=new zn;function Rd(e){return[rr(e[1],e[0]),$n(e[2])]}function go(e){var t=e[0],n=e[1],i=Zt(n);return[i*Zt(t),i*Ht(t),Ht(n)]}function Tl(e,t){return e[0]*t[0]+e[1]*t[1]+e[2]*t[2]}function Nl(e,t){return[e[1]*t[2]-e[2]*t[1],e[2]*t[0]-e[0]*t[2],e[0]*t[1]-e[1]*t[0]]}function wd(e,t){e[0]+=t[0],e[1]+=t[1],e[2]+=t[2]}function Al(e,t){return[e[0]*t,e[1]*t,e[2]*t]}function Id(e){var t=xn(e[0]*e[0]+e[1]*e[1]+e[2]*e[2]);e[0]/=t,e[1]/=t,e[2]/=t}function Pd(e,t){function n(i,r){return i=e(i,r),t(i[0],i[1])}return e.invert&&t.invert&&(n.invert=function(i,r){return i=t.invert(i,r),i&&e.invert(i[0],i[1])}),n}function Ld(e,t){return ce(e)>Jt&&(e-=Math.round(e/Cn)*Cn),[e,t]}Ld.invert=Ld;function kx(e,t,n){return(e%=Cn)?t||n?Pd(Sx(e),wx(t,n)):Sx(e):t||n?wx(t,n):Ld}function Mx(e){return function(t,n){return t+=e,ce(t)>Jt&&(t-=Math.round(t/Cn)*Cn),[t,n]}}function Sx(e){var t=Mx(e);return t.invert=Mx(-e),t}function wx(e,t){var n=Zt(e),i=Ht(e),r=Zt(t),s=Ht(t);function o(a,c){var l=Zt(c),u=Zt(a)*l,h=Ht(a)*l,f=Ht(c),d=f*n+u*i;return[rr(h*r-d*s,u*n-f*i),$n(d*r+h*s)]}return o.invert=function(a,c){var l=Zt(c),u=Zt(a)*l,h=Ht(a)*l,f=Ht(c),d=f*r-h*s;return[rr(h*r+f*s,u*n+d*i),$n(d*n-u*i)]},o}function B3(e){e=kx(e[0]*Se,e[1]*Se,e.length>2?e[2]*Se:0);function t(n){return n=e(n[0]*Se,n[1]*Se),n[0]*=un,n[1]*=un,n}return t.invert=function(n){return n=e.invert(n[0]*Se,n[1]*Se),n[0]*=un,n[1]*=un,n},t}function k3(e,t,n,i,r,s){if(n){var o=Zt(t),a=Ht(t),c=i*n;r==null?(r=t+i*Cn,s=t-c/2):(r=Tx(o,r),s=Tx(o,s),(i>0?r<s:r>s)&&(r+=i*Cn));for(var l,u=r;i>0?u>s:u<s;u-=c)l=Rd([o,-a*Zt(u),-a*Ht(u)]),e.point(l[0],l[1])}}function Tx(e,t){t=go(t),t[0]-=e,Id(t);var n=Bx(-t[1]);return((-t[2]<0?-n:n)+Cn-Vt)%Cn}function zx(){var e=[],t;return{point:function(n,i,r){t.push([n,i,r])},lineStart:function(){e.push(t=[])},lineEnd:Wn,rejoin:function(){e.length>1&&e.push(e.pop().concat(e.shift()))},result:function(){var n=e;return e=[],t=null,n}}}function Il(e,t){return ce(e[0]-t[0])<Vt&&ce(e[1]-t[1])<Vt}function El(e,t,n,i){this.x=e,this.z=t,this.o=n,this.e=i,this.v=!1,this.n=this.p=null}function Gx(e,t,n,i,r){var s=[],o=[],a,c;if(e.forEach(function(p){if(!((_=p.length-1)<=0)){var _,m=p[0],g=p[_],x;if(Il(m,g)){if(!m[2]&&!g[2]){for(r.lineStart(),a=0;a<_;++a)r.point((m=p[a])[0],m[1]);r.lineEnd();return}g[0]+=2*Vt}s.push(x=new El(m,p,null,!0)),o.push(x.o=new El(m,null,x,!1)),s.push(x=new El(g,p,null,!1)),o.push(x.o=new El(g,null,x,!0))}}),!!s.length){for(o.sort(t),Ax(s),Ax(o),a=0,c=o.length;a<c;++a)o[a].e=n=!n;for(var l=s[0],u,h;;){for(var f=l,d=!0;f.v;)if((f=f.n)===l)return;u=f.z,r.lineStart();do{if(f.v=f.o.v=!0,f.e){if(d)for(a=0,c=u.length;a<c;++a)r.point((h=u[a])[0],h[1]);else i(f.x,f.n.x,1,r);f=f.n}else{if(d)for(u=f.p.z,a=u.length-1;a>=0;--a)r.point((h=u[a])[0],h[1]);else i(f.x,f.p.x,-1,r);f=f.p}f=f.o,u=f.z,d=!d}while(!f.v);r.lineEnd()}}}function Ax(e){if(t=e.length){for(var t,n=0,i=e[0],r;++n<t;)i.n=r=e[n],r.p=i,i=r;i.n=r=e[0],r.p=i}}function Td(e){return ce(e[0])<=Jt?e[0]:Hn(e[0])*((ce(e[0])+Jt)%Cn-Jt)}function z3(e,t){var n=Td(t),i=t[1],r=Ht(i),s=[Ht(n),-Zt(n),0],o=0,a=0,c=new zn;r===1?i=we+Vt:r===-1&&(i=-we-Vt);for(var l=0,u=e.length;l<u;++l)if(f=(h=e[l]).length)for(var h,f,d=h[f-1],p=Td(d),_=d[1]/2+yx,m=Ht(_),g=Zt(_),x=0;x<f;++x,p=v,m=M,g=y,d=w){var w=h[x],v=Td(w),T=w[1]/2+yx,M=Ht(T),y=Zt(T),b=v-p,I=b>=0?1:-1,C=I*b,E=C>Jt,N=m*M;if(c.add(rr(N*I*Ht(C),g*y+N*Zt(C))),o+=E?b+I*Cn:b,E^p>=n^v>=n){var B=Nl(go(d),go(w));Id(B);var P=Nl(s,B);Id(P);var L=(E^b>=0?-1:1)*$n(P[2]);(i>L||i===L&&(B[0]||B[1]))&&(a+=E^b>=0?1:-1)}}return(o<-Vt||o<Vt&&c<-Fx)^a&1}function Vx(e,t,n,i){return function(r){var s=t(r),o=zx(),a=t(o),c=!1,l,u,h,f={point:d,lineStart:_,lineEnd:m,polygonStart:function(){f.point=g,f.lineStart=x,f.lineEnd=w,u=[],l=[]},polygonEnd:function(){f.point=d,f.lineStart=_,f.lineEnd=m,u=ed(u);var v=z3(l,i);u.length?(c||(r.polygonStart(),c=!0),Gx(u,V3,v,n,r)):v&&(c||(r.polygonStart(),c=!0),r.lineStart(),n(null,null,1,r),r.lineEnd()),c&&(r.polygonEnd(),c=!1),u=l=null},sphere:function(){r.polygonStart(),r.lineStart(),n(null,null,1,r),r.lineEnd(),r.polygonEnd()}};function d(v,T){e(v,T)&&r.point(v,T)}function p(v,T){s.point(v,T)}function _(){f.point=p,s.lineStart()}function m(){f.point=d,s.lineEnd()}function g(v,T){h.push([v,T]),a.point(v,T)}function x(){a.lineStart(),h=[]}function w(){g(h[0][0],h[0][1]),a.lineEnd();var v=a.clean(),T=o.result(),M,y=T.length,b,I,C;if(h.pop(),l.push(h),h=null,!!y){if(v&1){if(I=T[0],(b=I.length-1)>0){for(c||(r.polygonStart(),c=!0),r.lineStart(),M=0;M<b;++M)r.point((C=I[M])[0],C[1]);r.lineEnd()}return}y>1&&v&2&&T.push(T.pop().concat(T.shift())),u.push(T.filter(G3))}}return f}}function G3(e){return e.length>1}function V3(e,t){return((e=e.x)[0]<0?e[1]-we-Vt:we-e[1])-((t=t.x)[0]<0?t[1]-we-Vt:we-t[1])}var Ex=Vx(function(){return!0},H3,$3,[-Jt,-we]);function H3(e){var t=NaN,n=NaN,i=NaN,r;return{lineStart:function(){e.lineStart(),r=1},point:function(s,o){var a=s>0?Jt:-Jt,c=ce(s-t);ce(c-Jt)<Vt?(e.point(t,n=(n+o)/2>0?we:-we),e.point(i,n),e.lineEnd(),e.lineStart(),e.point(a,n),e.point(s,n),r=0):i!==a&&c>=Jt&&(ce(t-i)<Vt&&(t-=i*Vt),ce(s-a)<Vt&&(s-=a*Vt),n=W3(t,n,s,o),e.point(i,n),e.lineEnd(),e.lineStart(),e.point(a,n),r=0),e.point(t=s,n=o),i=a},lineEnd:function(){e.lineEnd(),t=n=NaN},clean:function(){return 2-r}}}function W3(e,t,n,i){var r,s,o=Ht(e-n);return ce(o)>Vt?yo((Ht(t)*(s=Zt(i))*Ht(n)-Ht(i)*(r=Zt(t))*Ht(e))/(r*s*o)):(t+i)/2}function $3(e,t,n,i){var r;if(e==null)r=n*we,i.point(-Jt,r),i.point(0,r),i.point(Jt,r),i.point(Jt,0),i.point(Jt,-r),i.point(0,-r),i.point(-Jt,-r),i.point(-Jt,0),i.point(-Jt,r);else if(ce(e[0]-t[0])>Vt){var s=e[0]<t[0]?Jt:-Jt;r=n*s/2,i.point(-s,r),i.point(0,r),i.point(s,r)}else i.point(t[0],t[1])}function X3(e){var t=Zt(e),n=2*Se,i=t>0,r=ce(t)>Vt;function s(u,h,f,d){k3(d,e,n,f,u,h)}function o(u,h){return Zt(u)*Zt(h)>t}function a(u){var h,f,d,p,_;return{lineStart:function(){p=d=!1,_=1},point:function(m,g){var x=[m,g],w,v=o(m,g),T=i?v?0:l(m,g):v?l(m+(m<0?Jt:-Jt),g):0;if(!h&&(p=d=v)&&u.lineStart(),v!==d&&(w=c(h,x),(!w||Il(h,w)||Il(x,w))&&(x[2]=1)),v!==d)_=0,v?(u.lineStart(),w=c(x,h),u.point(w[0],w[1])):(w=c(h,x),u.point(w[0],w[1],2),u.lineEnd()),h=w;else if(r&&h&&i^v){var M;!(T&f)&&(M=c(x,h,!0))&&(_=0,i?(u.lineStart(),u.point(M[0][0],M[0][1]),u.point(M[1][0],M[1][1]),u.lineEnd()):(u.point(M[1][0],M[1][1]),u.lineEnd(),u.lineStart(),u.point(M[0][0],M[0][1],3)))}v&&(!h||!Il(h,x))&&u.point(x[0],x[1]),h=x,d=v,f=T},lineEnd:function(){d&&u.lineEnd(),h=null},clean:function(){return _|(p&&d)<<1}}}function c(u,h,f){var d=go(u),p=go(h),_=[1,0,0],m=Nl(d,p),g=Tl(m,m),x=m[0],w=g-x*x;if(!w)return!f&&u;var v=t*g/w,T=-t*x/w,M=Nl(_,m),y=Al(_,v),b=Al(m,T);wd(y,b);var I=M,C=Tl(y,I),E=Tl(I,I),N=C*C-E*(Tl(y,y)-1);if(!(N<0)){var B=xn(N),P=Al(I,(-C-B)/E);if(wd(P,y),P=Rd(P),!f)return P;var L=u[0],z=h[0],k=u[1],Y=h[1],U;z<L&&(U=L,L=z,z=U);var G=z-L,X=ce(G-Jt)<Vt,st=X||G<Vt;if(!X&&Y<k&&(U=k,k=Y,Y=U),st?X?k+Y>0^P[1]<(ce(P[0]-L)<Vt?k:Y):k<=P[1]&&P[1]<=Y:G>Jt^(L<=P[0]&&P[0]<=z)){var ct=Al(I,(-C+B)/E);return wd(ct,y),[P,Rd(ct)]}}}function l(u,h){var f=i?e:Jt-e,d=0;return u<-f?d|=1:u>f&&(d|=2),h<-f?d|=4:h>f&&(d|=8),d}return Vx(o,a,s,i?[0,-e]:[-Jt,e-Jt])}function q3(e,t,n,i,r,s){var o=e[0],a=e[1],c=t[0],l=t[1],u=0,h=1,f=c-o,d=l-a,p;if(p=n-o,!(!f&&p>0)){if(p/=f,f<0){if(p<u)return;p<h&&(h=p)}else if(f>0){if(p>h)return;p>u&&(u=p)}if(p=r-o,!(!f&&p<0)){if(p/=f,f<0){if(p>h)return;p>u&&(u=p)}else if(f>0){if(p<u)return;p<h&&(h=p)}if(p=i-a,!(!d&&p>0)){if(p/=d,d<0){if(p<u)return;p<h&&(h=p)}else if(d>0){if(p>h)return;p>u&&(u=p)}if(p=s-a,!(!d&&p<0)){if(p/=d,d<0){if(p>h)return;p>u&&(u=p)}else if(d>0){if(p<u)return;p<h&&(h=p)}return u>0&&(e[0]=o+u*f,e[1]=a+u*d),h<1&&(t[0]=o+h*f,t[1]=a+h*d),!0}}}}}var Ea=1e9,Cl=-Ea;function Wd(e,t,n,i){function r(l,u){return e<=l&&l<=n&&t<=u&&u<=i}function s(l,u,h,f){var d=0,p=0;if(l==null||(d=o(l,h))!==(p=o(u,h))||c(l,u)<0^h>0)do f.point(d===0||d===3?e:n,d>1?i:t);while((d=(d+h+4)%4)!==p);else f.point(u[0],u[1])}function o(l,u){return ce(l[0]-e)<Vt?u>0?0:3:ce(l[0]-n)<Vt?u>0?2:1:ce(l[1]-t)<Vt?u>0?1:0:u>0?3:2}function a(l,u){return c(l.x,u.x)}function c(l,u){var h=o(l,1),f=o(u,1);return h!==f?h-f:h===0?u[1]-l[1]:h===1?l[0]-u[0]:h===2?l[1]-u[1]:u[0]-l[0]}return function(l){var u=l,h=zx(),f,d,p,_,m,g,x,w,v,T,M,y={point:b,lineStart:N,lineEnd:B,polygonStart:C,polygonEnd:E};function b(L,z){r(L,z)&&u.point(L,z)}function I(){for(var L=0,z=0,k=d.length;z<k;++z)for(var Y=d[z],U=1,G=Y.length,X=Y[0],st,ct,W=X[0],at=X[1];U<G;++U)st=W,ct=at,X=Y[U],W=X[0],at=X[1],ct<=i?at>i&&(W-st)*(i-ct)>(at-ct)*(e-st)&&++L:at<=i&&(W-st)*(i-ct)<(at-ct)*(e-st)&&--L;return L}function C(){u=h,f=[],d=[],M=!0}function E(){var L=I(),z=M&&L,k=(f=ed(f)).length;(z||k)&&(l.polygonStart(),z&&(l.lineStart(),s(null,null,1,l),l.lineEnd()),k&&Gx(f,a,L,s,l),l.polygonEnd()),u=l,f=d=p=null}function N(){y.point=P,d&&d.push(p=[]),T=!0,v=!1,x=w=NaN}function B(){f&&(P(_,m),g&&v&&h.rejoin(),f.push(h.result())),y.point=b,v&&u.lineEnd()}function P(L,z){var k=r(L,z);if(d&&p.push([L,z]),T)_=L,m=z,g=k,T=!1,k&&(u.lineStart(),u.point(L,z));else if(k&&v)u.point(L,z);else{var Y=[x=Math.max(Cl,Math.min(Ea,x)),w=Math.max(Cl,Math.min(Ea,w))],U=[L=Math.max(Cl,Math.min(Ea,L)),z=Math.max(Cl,Math.min(Ea,z))];q3(Y,U,e,t,n,i)?(v||(u.lineStart(),u.point(Y[0],Y[1])),u.point(U[0],U[1]),k||u.lineEnd(),M=!1):k&&(u.lineStart(),u.point(L,z),M=!1)}x=L,w=z,v=k}return y}}var Nd=e=>e,Ad=new zn,Dd=new zn,Hx,Wx,Ud,Fd,ir={point:Wn,lineStart:Wn,lineEnd:Wn,polygonStart:function(){ir.lineStart=Y3,ir.lineEnd=J3},polygonEnd:function(){ir.lineStart=ir.lineEnd=ir.point=Wn,Ad.add(ce(Dd)),Dd=new zn},result:function(){var e=Ad/2;return Ad=new zn,e}};function Y3(){ir.point=Z3}function Z3(e,t){ir.point=$x,Hx=Ud=e,Wx=Fd=t}function $x(e,t){Dd.add(Fd*e-Ud*t),Ud=e,Fd=t}function J3(){$x(Hx,Wx)}var _o=1/0,Dl=_o,Fa=-_o,Ul=Fa,Fl={point:K3,lineStart:Wn,lineEnd:Wn,polygonStart:Wn,polygonEnd:Wn,result:function(){var e=[[_o,Dl],[Fa,Ul]];return Fa=Ul=-(Dl=_o=1/0),e}};function K3(e,t){e<_o&&(_o=e),e>Fa&&(Fa=e),t<Dl&&(Dl=t),t>Ul&&(Ul=t)}var Od=0,Bd=0,Ca=0,Ol=0,Bl=0,mo=0,kd=0,zd=0,Ra=0,Xx,qx,Ti,Ai,Vn={point:ys,lineStart:Cx,lineEnd:Rx,polygonStart:function(){Vn.lineStart=tC,Vn.lineEnd=eC},polygonEnd:function(){Vn.point=ys,Vn.lineStart=Cx,Vn.lineEnd=Rx},result:function(){var e=Ra?[kd/Ra,zd/Ra]:mo?[Ol/mo,Bl/mo]:Ca?[Od/Ca,Bd/Ca]:[NaN,NaN];return Od=Bd=Ca=Ol=Bl=mo=kd=zd=Ra=0,e}};function ys(e,t){Od+=e,Bd+=t,++Ca}function Cx(){Vn.point=Q3}function Q3(e,t){Vn.point=j3,ys(Ti=e,Ai=t)}function j3(e,t){var n=e-Ti,i=t-Ai,r=xn(n*n+i*i);Ol+=r*(Ti+e)/2,Bl+=r*(Ai+t)/2,mo+=r,ys(Ti=e,Ai=t)}function Rx(){Vn.point=ys}function tC(){Vn.point=nC}function eC(){Yx(Xx,qx)}function nC(e,t){Vn.point=Yx,ys(Xx=Ti=e,qx=Ai=t)}function Yx(e,t){var n=e-Ti,i=t-Ai,r=xn(n*n+i*i);Ol+=r*(Ti+e)/2,Bl+=r*(Ai+t)/2,mo+=r,r=Ai*e-Ti*t,kd+=r*(Ti+e),zd+=r*(Ai+t),Ra+=r*3,ys(Ti=e,Ai=t)}function Zx(e){this._context=e}Zx.prototype={_radius:4.5,pointRadius:function(e){return this._radius=e,this},polygonStart:function(){this._line=0},polygonEnd:function(){this._line=NaN},lineStart:function(){this._point=0},lineEnd:function(){this._line===0&&this._context.closePath(),this._point=NaN},point:function(e,t){switch(this._point){case 0:{this._context.moveTo(e,t),this._point=1;break}case 1:{this._context.lineTo(e,t);break}default:{this._context.moveTo(e+this._radius,t),this._context.arc(e,t,this._radius,0,Cn);break}}},result:Wn};var Gd=new zn,Ed,Jx,Kx,Ia,Pa,Oa={point:Wn,lineStart:function(){Oa.point=iC},lineEnd:function(){Ed&&Qx(Jx,Kx),Oa.point=Wn},polygonStart:function(){Ed=!0},polygonEnd:function(){Ed=null},result:function(){var e=+Gd;return Gd=new zn,e}};function iC(e,t){Oa.point=Qx,Jx=Ia=e,Kx=Pa=t}function Qx(e,t){Ia-=e,Pa-=t,Gd.add(xn(Ia*Ia+Pa*Pa)),Ia=e,Pa=t}var Ix,kl,Px,Lx,zl=class{constructor(t){this._append=t==null?jx:rC(t),this._radius=4.5,this._=""}pointRadius(t){return this._radius=+t,this}polygonStart(){this._line=0}polygonEnd(){this._line=NaN}lineStart(){this._point=0}lineEnd(){this._line===0&&(this._+="Z"),this._point=NaN}point(t,n){switch(this._point){case 0:{this._append`M${t},${n}`,this._point=1;break}case 1:{this._append`L${t},${n}`;break}default:{if(this._append`M${t},${n}`,this._radius!==Px||this._append!==kl){let i=this._radius,r=this._;this._="",this._append`m0,${i}a${i},${i} 0 1,1 0,${-2*i}a${i},${i} 0 1,1 0,${2*i}z`,Px=i,kl=this._append,Lx=this._,this._=r}this._+=Lx;break}}}result(){let t=this._;return this._="",t.length?t:null}};function jx(e){let t=1;this._+=e[0];for(let n=e.length;t<n;++t)this._+=arguments[t]+e[t]}function rC(e){let t=Math.floor(e);if(!(t>=0))throw new RangeError(`invalid digits: ${e}`);if(t>15)return jx;if(t!==Ix){let n=10**t;Ix=t,kl=function(r){let s=1;this._+=r[0];for(let o=r.length;s<o;++s)this._+=Math.round(arguments[s]*n)/n+r[s]}}return kl}function ka(e,t){let n=3,i=4.5,r,s;function o(a){return a&&(typeof i=="function"&&s.pointRadius(+i.apply(this,arguments)),Ur(a,r(s))),s.result()}return o.area=function(a){return Ur(a,r(ir)),ir.result()},o.measure=function(a){return Ur(a,r(Oa)),Oa.result()},o.bounds=function(a){return Ur(a,r(Fl)),Fl.result()},o.centroid=function(a){return Ur(a,r(Vn)),Vn.result()},o.projection=function(a){return arguments.length?(r=a==null?(e=null,Nd):(e=a).stream,o):e},o.context=function(a){return arguments.length?(s=a==null?(t=null,new zl(n)):new Zx(t=a),typeof i!="function"&&s.pointRadius(i),o):t},o.pointRadius=function(a){return arguments.length?(i=typeof a=="function"?a:(s.pointRadius(+a),+a),o):i},o.digits=function(a){if(!arguments.length)return n;if(a==null)n=null;else{let c=Math.floor(a);if(!(c>=0))throw new RangeError(`invalid digits: ${a}`);n=c}return t===null&&(s=new zl(n)),o},o.projection(e).digits(n).context(t)}function za(e){return{stream:Hl(e)}}function Hl(e){return function(t){var n=new Vd;for(var i in e)n[i]=e[i];return n.stream=t,n}}function Vd(){}Vd.prototype={constructor:Vd,point:function(e,t){this.stream.point(e,t)},sphere:function(){this.stream.sphere()},lineStart:function(){this.stream.lineStart()},lineEnd:function(){this.stream.lineEnd()},polygonStart:function(){this.stream.polygonStart()},polygonEnd:function(){this.stream.polygonEnd()}};function $d(e,t,n){var i=e.clipExtent&&e.clipExtent();return e.scale(150).translate([0,0]),i!=null&&e.clipExtent(null),Ur(n,e.stream(Fl)),t(Fl.result()),i!=null&&e.clipExtent(i),e}function Xd(e,t,n){return $d(e,function(i){var r=t[1][0]-t[0][0],s=t[1][1]-t[0][1],o=Math.min(r/(i[1][0]-i[0][0]),s/(i[1][1]-i[0][1])),a=+t[0][0]+(r-o*(i[1][0]+i[0][0]))/2,c=+t[0][1]+(s-o*(i[1][1]+i[0][1]))/2;e.scale(150*o).translate([a,c])},n)}function tv(e,t,n){return Xd(e,[[0,0],t],n)}function ev(e,t,n){return $d(e,function(i){var r=+t,s=r/(i[1][0]-i[0][0]),o=(r-s*(i[1][0]+i[0][0]))/2,a=-s*i[0][1];e.scale(150*s).translate([o,a])},n)}function nv(e,t,n){return $d(e,function(i){var r=+t,s=r/(i[1][1]-i[0][1]),o=-s*i[0][0],a=(r-s*(i[1][1]+i[0][1]))/2;e.scale(150*s).translate([o,a])},n)}var Nx=16,sC=Zt(30*Se);function Dx(e,t){return+t?aC(e,t):oC(e)}function oC(e){return Hl({point:function(t,n){t=e(t,n),this.stream.point(t[0],t[1])}})}function aC(e,t){function n(i,r,s,o,a,c,l,u,h,f,d,p,_,m){var g=l-i,x=u-r,w=g*g+x*x;if(w>4*t&&_--){var v=o+f,T=a+d,M=c+p,y=xn(v*v+T*T+M*M),b=$n(M/=y),I=ce(ce(M)-1)<Vt||ce(s-h)<Vt?(s+h)/2:rr(T,v),C=e(I,b),E=C[0],N=C[1],B=E-i,P=N-r,L=x*B-g*P;(L*L/w>t||ce((g*B+x*P)/w-.5)>.3||o*f+a*d+c*p<sC)&&(n(i,r,s,o,a,c,E,N,I,v/=y,T/=y,M,_,m),m.point(E,N),n(E,N,I,v,T,M,l,u,h,f,d,p,_,m))}}return function(i){var r,s,o,a,c,l,u,h,f,d,p,_,m={point:g,lineStart:x,lineEnd:v,polygonStart:function(){i.polygonStart(),m.lineStart=T},polygonEnd:function(){i.polygonEnd(),m.lineStart=x}};function g(b,I){b=e(b,I),i.point(b[0],b[1])}function x(){h=NaN,m.point=w,i.lineStart()}function w(b,I){var C=go([b,I]),E=e(b,I);n(h,f,u,d,p,_,h=E[0],f=E[1],u=b,d=C[0],p=C[1],_=C[2],Nx,i),i.point(h,f)}function v(){m.point=g,i.lineEnd()}function T(){x(),m.point=M,m.lineEnd=y}function M(b,I){w(r=b,I),s=h,o=f,a=d,c=p,l=_,m.point=w}function y(){n(h,f,u,d,p,_,s,o,r,a,c,l,Nx,i),m.lineEnd=v,v()}return m}}var cC=Hl({point:function(e,t){this.stream.point(e*Se,t*Se)}});function lC(e){return Hl({point:function(t,n){var i=e(t,n);return this.stream.point(i[0],i[1])}})}function uC(e,t,n,i,r){function s(o,a){return o*=i,a*=r,[t+e*o,n-e*a]}return s.invert=function(o,a){return[(o-t)/e*i,(n-a)/e*r]},s}function Ux(e,t,n,i,r,s){if(!s)return uC(e,t,n,i,r);var o=Zt(s),a=Ht(s),c=o*e,l=a*e,u=o/e,h=a/e,f=(a*n-o*t)/e,d=(a*t+o*n)/e;function p(_,m){return _*=i,m*=r,[c*_-l*m+t,n-l*_-c*m]}return p.invert=function(_,m){return[i*(u*_-h*m+f),r*(d-h*_-u*m)]},p}function Fr(e){return iv(function(){return e})()}function iv(e){var t,n=150,i=480,r=250,s=0,o=0,a=0,c=0,l=0,u,h=0,f=1,d=1,p=null,_=Ex,m=null,g,x,w,v=Nd,T=.5,M,y,b,I,C;function E(L){return b(L[0]*Se,L[1]*Se)}function N(L){return L=b.invert(L[0],L[1]),L&&[L[0]*un,L[1]*un]}E.stream=function(L){return I&&C===L?I:I=cC(lC(u)(_(M(v(C=L)))))},E.preclip=function(L){return arguments.length?(_=L,p=void 0,P()):_},E.postclip=function(L){return arguments.length?(v=L,m=g=x=w=null,P()):v},E.clipAngle=function(L){return arguments.length?(_=+L?X3(p=L*Se):(p=null,Ex),P()):p*un},E.clipExtent=function(L){return arguments.length?(v=L==null?(m=g=x=w=null,Nd):Wd(m=+L[0][0],g=+L[0][1],x=+L[1][0],w=+L[1][1]),P()):m==null?null:[[m,g],[x,w]]},E.scale=function(L){return arguments.length?(n=+L,B()):n},E.translate=function(L){return arguments.length?(i=+L[0],r=+L[1],B()):[i,r]},E.center=function(L){return arguments.length?(s=L[0]%360*Se,o=L[1]%360*Se,B()):[s*un,o*un]},E.rotate=function(L){return arguments.length?(a=L[0]%360*Se,c=L[1]%360*Se,l=L.length>2?L[2]%360*Se:0,B()):[a*un,c*un,l*un]},E.angle=function(L){return arguments.length?(h=L%360*Se,B()):h*un},E.reflectX=function(L){return arguments.length?(f=L?-1:1,B()):f<0},E.reflectY=function(L){return arguments.length?(d=L?-1:1,B()):d<0},E.precision=function(L){return arguments.length?(M=Dx(y,T=L*L),P()):xn(T)},E.fitExtent=function(L,z){return Xd(E,L,z)},E.fitSize=function(L,z){return tv(E,L,z)},E.fitWidth=function(L,z){return ev(E,L,z)},E.fitHeight=function(L,z){return nv(E,L,z)};function B(){var L=Ux(n,0,0,f,d,h).apply(null,t(s,o)),z=Ux(n,i-L[0],r-L[1],f,d,h);return u=kx(a,c,l),y=Pd(t,z),b=Pd(u,y),M=Dx(y,T),P()}function P(){return I=C=null,E}return function(){return t=e.apply(this,arguments),E.invert=t.invert&&N,B()}}function qd(e){var t=0,n=Jt/3,i=iv(e),r=i(t,n);return r.parallels=function(s){return arguments.length?i(t=s[0]*Se,n=s[1]*Se):[t*un,n*un]},r}function fC(e){var t=Zt(e);function n(i,r){return[i*t,Ht(r)/t]}return n.invert=function(i,r){return[i/t,$n(r*t)]},n}function hC(e,t){var n=Ht(e),i=(n+Ht(t))/2;if(ce(i)<Vt)return fC(e);var r=1+n*(2*i-n),s=xn(r)/i;function o(a,c){var l=xn(r-2*i*Ht(c))/i;return[l*Ht(a*=i),s-l*Zt(a)]}return o.invert=function(a,c){var l=s-c,u=rr(a,ce(l))*Hn(l);return l*i<0&&(u-=Jt*Hn(a)*Hn(l)),[u/i,$n((r-(a*a+l*l)*i*i)/(2*i))]},o}function Ba(){return qd(hC).scale(155.424).center([0,33.6442])}function Yd(){return Ba().parallels([29.5,45.5]).scale(1070).translate([480,250]).rotate([96,0]).center([-.6,38.7])}function dC(e){var t=e.length;return{point:function(n,i){for(var r=-1;++r<t;)e[r].point(n,i)},sphere:function(){for(var n=-1;++n<t;)e[n].sphere()},lineStart:function(){for(var n=-1;++n<t;)e[n].lineStart()},lineEnd:function(){for(var n=-1;++n<t;)e[n].lineEnd()},polygonStart:function(){for(var n=-1;++n<t;)e[n].polygonStart()},polygonEnd:function(){for(var n=-1;++n<t;)e[n].polygonEnd()}}}function rv(){var e,t,n=Yd(),i,r=Ba().rotate([154,0]).center([-2,58.5]).parallels([55,65]),s,o=Ba().rotate([157,0]).center([-3,19.9]).parallels([8,18]),a,c,l={point:function(f,d){c=[f,d]}};function u(f){var d=f[0],p=f[1];return c=null,i.point(d,p),c||(s.point(d,p),c)||(a.point(d,p),c)}u.invert=function(f){var d=n.scale(),p=n.translate(),_=(f[0]-p[0])/d,m=(f[1]-p[1])/d;return(m>=.12&&m<.234&&_>=-.425&&_<-.214?r:m>=.166&&m<.234&&_>=-.214&&_<-.115?o:n).invert(f)},u.stream=function(f){return e&&t===f?e:e=dC([n.stream(t=f),r.stream(f),o.stream(f)])},u.precision=function(f){return arguments.length?(n.precision(f),r.precision(f),o.precision(f),h()):n.precision()},u.scale=function(f){return arguments.length?(n.scale(f),r.scale(f*.35),o.scale(f),u.translate(n.translate())):n.scale()},u.translate=function(f){if(!arguments.length)return n.translate();var d=n.scale(),p=+f[0],_=+f[1];return i=n.translate(f).clipExtent([[p-.455*d,_-.238*d],[p+.455*d,_+.238*d]]).stream(l),s=r.translate([p-.307*d,_+.201*d]).clipExtent([[p-.425*d+Vt,_+.12*d+Vt],[p-.214*d-Vt,_+.234*d-Vt]]).stream(l),a=o.translate([p-.205*d,_+.212*d]).clipExtent([[p-.214*d+Vt,_+.166*d+Vt],[p-.115*d-Vt,_+.234*d-Vt]]).stream(l),h()},u.fitExtent=function(f,d){return Xd(u,f,d)},u.fitSize=function(f,d){return tv(u,f,d)},u.fitWidth=function(f,d){return ev(u,f,d)},u.fitHeight=function(f,d){return nv(u,f,d)};function h(){return e=t=null,u}return u.scale(1070)}function sv(e){return function(t,n){var i=Zt(t),r=Zt(n),s=e(i*r);return s===1/0?[2,0]:[s*r*Ht(t),s*Ht(n)]}}function Ga(e){return function(t,n){var i=xn(t*t+n*n),r=e(i),s=Ht(r),o=Zt(r);return[rr(t*s,i*o),$n(i&&n*s/i)]}}var ov=sv(function(e){return xn(2/(1+e))});ov.invert=Ga(function(e){return 2*$n(e/2)});function av(){return Fr(ov).scale(124.75).clipAngle(180-.001)}var cv=sv(function(e){return(e=Bx(e))&&e/Ht(e)});cv.invert=Ga(function(e){return e});function lv(){return Fr(cv).scale(79.4188).clipAngle(180-.001)}function Wl(e,t){return[e,Pl(Hd((we+t)/2))]}Wl.invert=function(e,t){return[e,2*yo(Ox(t))-we]};function uv(){return fv(Wl).scale(961/Cn)}function fv(e){var t=Fr(e),n=t.center,i=t.scale,r=t.translate,s=t.clipExtent,o=null,a,c,l;t.scale=function(h){return arguments.length?(i(h),u()):i()},t.translate=function(h){return arguments.length?(r(h),u()):r()},t.center=function(h){return arguments.length?(n(h),u()):n()},t.clipExtent=function(h){return arguments.length?(h==null?o=a=c=l=null:(o=+h[0][0],a=+h[0][1],c=+h[1][0],l=+h[1][1]),u()):o==null?null:[[o,a],[c,l]]};function u(){var h=Jt*i(),f=t(B3(t.rotate()).invert([0,0]));return s(o==null?[[f[0]-h,f[1]-h],[f[0]+h,f[1]+h]]:e===Wl?[[Math.max(f[0]-h,o),a],[Math.min(f[0]+h,c),l]]:[[o,Math.max(f[1]-h,a)],[c,Math.min(f[1]+h,l)]])}return u()}function Rl(e){return Hd((we+e)/2)}function pC(e,t){var n=Zt(e),i=e===t?Ht(e):Pl(n/Zt(t))/Pl(Rl(t)/Rl(e)),r=n*Sd(Rl(e),i)/i;if(!i)return Wl;function s(o,a){r>0?a<-we+Vt&&(a=-we+Vt):a>we-Vt&&(a=we-Vt);var c=r/Sd(Rl(a),i);return[c*Ht(i*o),r-c*Zt(i*o)]}return s.invert=function(o,a){var c=r-a,l=Hn(i)*xn(o*o+c*c),u=rr(o,ce(c))*Hn(c);return c*i<0&&(u-=Jt*Hn(o)*Hn(c)),[u/i,2*yo(Sd(r/l,1/i))-we]},s}function hv(){return qd(pC).scale(109.5).parallels([30,30])}function Gl(e,t){return[e,t]}Gl.invert=Gl;function dv(){return Fr(Gl).scale(152.63)}function mC(e,t){var n=Zt(e),i=e===t?Ht(e):(n-Zt(t))/(t-e),r=n/i+e;if(ce(i)<Vt)return Gl;function s(o,a){var c=r-a,l=i*o;return[c*Ht(l),r-c*Zt(l)]}return s.invert=function(o,a){var c=r-a,l=rr(o,ce(c))*Hn(c);return c*i<0&&(l-=Jt*Hn(o)*Hn(c)),[l/i,r-Hn(i)*xn(o*o+c*c)]},s}function pv(){return qd(mC).scale(131.154).center([0,13.9389])}var La=1.340264,Na=-.081106,Da=893e-6,Ua=.003796,Vl=xn(3)/2,gC=12;function mv(e,t){var n=$n(Vl*Ht(t)),i=n*n,r=i*i*i;return[e*Zt(n)/(Vl*(La+3*Na*i+r*(7*Da+9*Ua*i))),n*(La+Na*i+r*(Da+Ua*i))]}mv.invert=function(e,t){for(var n=t,i=n*n,r=i*i*i,s=0,o,a,c;s<gC&&(a=n*(La+Na*i+r*(Da+Ua*i))-t,c=La+3*Na*i+r*(7*Da+9*Ua*i),n-=o=a/c,i=n*n,r=i*i*i,!(ce(o)<Fx));++s);return[Vl*e*(La+3*Na*i+r*(7*Da+9*Ua*i))/Zt(n),$n(Ht(n)/Vl)]};function gv(){return Fr(mv).scale(177.158)}function _v(e,t){var n=Zt(t),i=Zt(e)*n;return[n*Ht(e)/i,Ht(t)/i]}_v.invert=Ga(yo);function yv(){return Fr(_v).scale(144.049).clipAngle(60)}function _C(e,t){var n=t*t,i=n*n;return[e*(.8707-.131979*n+i*(-.013791+i*(.003971*n-.001529*i))),t*(1.007226+n*(.015085+i*(-.044475+.028874*n-.005916*i)))]}_C.invert=function(e,t){var n=t,i=25,r;do{var s=n*n,o=s*s;n-=r=(n*(1.007226+s*(.015085+o*(-.044475+.028874*s-.005916*o)))-t)/(1.007226+s*(.015085*3+o*(-.044475*7+.028874*9*s-.005916*11*o)))}while(ce(r)>Vt&&--i>0);return[e/(.8707+(s=n*n)*(-.131979+s*(-.013791+s*s*s*(.003971-.001529*s)))),n]};function xv(e,t){return[Zt(t)*Ht(e),Ht(t)]}xv.invert=Ga($n);function vv(){return Fr(xv).scale(249.5).clipAngle(90+Vt)}function bv(e,t){var n=Zt(t),i=1+Zt(e)*n;return[n*Ht(e)/i,Ht(t)/i]}bv.invert=Ga(function(e){return 2*yo(e)});function Mv(){return Fr(bv).scale(250).clipAngle(142)}function Sv(e,t){return[Pl(Hd((we+t)/2)),-e]}Sv.invert=function(e,t){return[-t,2*yo(Ox(e))-we]};function wv(){var e=fv(Sv),t=e.center,n=e.rotate;return e.center=function(i){return arguments.length?t([-i[1],i[0]]):(i=t(),[i[1],-i[0]])},e.rotate=function(i){return arguments.length?n([i[0],i[1],i.length>2?i[2]+90:90]):(i=n(),[i[0],i[1],i[2]-90])},n([0,0,90]).scale(159.155)}var Zd=new Date,Jd=new Date;function Oe(e,t,n,i){function r(s){return e(s=arguments.length===0?new Date:new Date(+s)),s}return r.floor=s=>(e(s=new Date(+s)),s),r.ceil=s=>(e(s=new Date(s-1)),t(s,1),e(s),s),r.round=s=>{let o=r(s),a=r.ceil(s);return s-o<a-s?o:a},r.offset=(s,o)=>(t(s=new Date(+s),o==null?1:Math.floor(o)),s),r.range=(s,o,a)=>{let c=[];if(s=r.ceil(s),a=a==null?1:Math.floor(a),!(s<o)||!(a>0))return c;let l;do c.push(l=new Date(+s)),t(s,a),e(s);while(l<s&&s<o);return c},r.filter=s=>Oe(o=>{if(o>=o)for(;e(o),!s(o);)o.setTime(o-1)},(o,a)=>{if(o>=o)if(a<0)for(;++a<=0;)for(;t(o,-1),!s(o););else for(;--a>=0;)for(;t(o,1),!s(o););}),n&&(r.count=(s,o)=>(Zd.setTime(+s),Jd.setTime(+o),e(Zd),e(Jd),Math.floor(n(Zd,Jd))),r.every=s=>(s=Math.floor(s),!isFinite(s)||!(s>0)?null:s>1?r.filter(i?o=>i(o)%s===0:o=>r.count(0,o)%s===0):r)),r}var $l=Oe(()=>{},(e,t)=>{e.setTime(+e+t)},(e,t)=>t-e);$l.every=e=>(e=Math.floor(e),!isFinite(e)||!(e>0)?null:e>1?Oe(t=>{t.setTime(Math.floor(t/e)*e)},(t,n)=>{t.setTime(+t+n*e)},(t,n)=>(n-t)/e):$l);var Z4=$l.range,sr=1e3,Xn=sr*60,or=Xn*60,ar=or*24,Qd=ar*7,Tv=ar*30,Kd=ar*365,fn=Oe(e=>{e.setTime(e-e.getMilliseconds())},(e,t)=>{e.setTime(+e+t*sr)},(e,t)=>(t-e)/sr,e=>e.getUTCSeconds()),J4=fn.range,xs=Oe(e=>{e.setTime(e-e.getMilliseconds()-e.getSeconds()*sr)},(e,t)=>{e.setTime(+e+t*Xn)},(e,t)=>(t-e)/Xn,e=>e.getMinutes()),K4=xs.range,vs=Oe(e=>{e.setUTCSeconds(0,0)},(e,t)=>{e.setTime(+e+t*Xn)},(e,t)=>(t-e)/Xn,e=>e.getUTCMinutes()),Q4=vs.range,bs=Oe(e=>{e.setTime(e-e.getMilliseconds()-e.getSeconds()*sr-e.getMinutes()*Xn)},(e,t)=>{e.setTime(+e+t*or)},(e,t)=>(t-e)/or,e=>e.getHours()),j4=bs.range,Ms=Oe(e=>{e.setUTCMinutes(0,0,0)},(e,t)=>{e.setTime(+e+t*or)},(e,t)=>(t-e)/or,e=>e.getUTCHours()),t5=Ms.range,Ei=Oe(e=>e.setHours(0,0,0,0),(e,t)=>e.setDate(e.getDate()+t),(e,t)=>(t-e-(t.getTimezoneOffset()-e.getTimezoneOffset())*Xn)/ar,e=>e.getDate()-1),e5=Ei.range,xo=Oe(e=>{e.setUTCHours(0,0,0,0)},(e,t)=>{e.setUTCDate(e.getUTCDate()+t)},(e,t)=>(t-e)/ar,e=>e.getUTCDate()-1),n5=xo.range,Va=Oe(e=>{e.setUTCHours(0,0,0,0)},(e,t)=>{e.setUTCDate(e.getUTCDate()+t)},(e,t)=>(t-e)/ar,e=>Math.floor(e/ar)),i5=Va.range;function Ss(e){return Oe(t=>{t.setDate(t.getDate()-(t.getDay()+7-e)%7),t.setHours(0,0,0,0)},(t,n)=>{t.setDate(t.getDate()+n*7)},(t,n)=>(n-t-(n.getTimezoneOffset()-t.getTimezoneOffset())*Xn)/Qd)}var Ci=Ss(0),ws=Ss(1),jd=Ss(2),tp=Ss(3),cr=Ss(4),ep=Ss(5),np=Ss(6),r5=Ci.range,s5=ws.range,o5=jd.range,a5=tp.range,c5=cr.range,l5=ep.range,u5=np.range;function Ts(e){return Oe(t=>{t.setUTCDate(t.getUTCDate()-(t.getUTCDay()+7-e)%7),t.setUTCHours(0,0,0,0)},(t,n)=>{t.setUTCDate(t.getUTCDate()+n*7)},(t,n)=>(n-t)/Qd)}var Ri=Ts(0),As=Ts(1),ip=Ts(2),rp=Ts(3),lr=Ts(4),sp=Ts(5),op=Ts(6),f5=Ri.range,h5=As.range,d5=ip.range,p5=rp.range,m5=lr.range,g5=sp.range,_5=op.range,Es=Oe(e=>{e.setDate(1),e.setHours(0,0,0,0)},(e,t)=>{e.setMonth(e.getMonth()+t)},(e,t)=>t.getMonth()-e.getMonth()+(t.getFullYear()-e.getFullYear())*12,e=>e.getMonth()),y5=Es.range,Cs=Oe(e=>{e.setUTCDate(1),e.setUTCHours(0,0,0,0)},(e,t)=>{e.setUTCMonth(e.getUTCMonth()+t)},(e,t)=>t.getUTCMonth()-e.getUTCMonth()+(t.getUTCFullYear()-e.getUTCFullYear())*12,e=>e.getUTCMonth()),x5=Cs.range,vn=Oe(e=>{e.setMonth(0,1),e.setHours(0,0,0,0)},(e,t)=>{e.setFullYear(e.getFullYear()+t)},(e,t)=>t.getFullYear()-e.getFullYear(),e=>e.getFullYear());vn.every=e=>!isFinite(e=Math.floor(e))||!(e>0)?null:Oe(t=>{t.setFullYear(Math.floor(t.getFullYear()/e)*e),t.setMonth(0,1),t.setHours(0,0,0,0)},(t,n)=>{t.setFullYear(t.getFullYear()+n*e)});var v5=vn.range,bn=Oe(e=>{e.setUTCMonth(0,1),e.setUTCHours(0,0,0,0)},(e,t)=>{e.setUTCFullYear(e.getUTCFullYear()+t)},(e,t)=>t.getUTCFullYear()-e.getUTCFullYear(),e=>e.getUTCFullYear());bn.every=e=>!isFinite(e=Math.floor(e))||!(e>0)?null:Oe(t=>{t.setUTCFullYear(Math.floor(t.getUTCFullYear()/e)*e),t.setUTCMonth(0,1),t.setUTCHours(0,0,0,0)},(t,n)=>{t.setUTCFullYear(t.getUTCFullYear()+n*e)});var b5=bn.range;function Av(e,t,n,i,r,s){let o=[[fn,1,sr],[fn,5,5*sr],[fn,15,15*sr],[fn,30,30*sr],[s,1,Xn],[s,5,5*Xn],[s,15,15*Xn],[s,30,30*Xn],[r,1,or],[r,3,3*or],[r,6,6*or],[r,12,12*or],[i,1,ar],[i,2,2*ar],[n,1,Qd],[t,1,Tv],[t,3,3*Tv],[e,1,Kd]];function a(l,u,h){let f=u<l;f&&([l,u]=[u,l]);let d=h&&typeof h.range=="function"?h:c(l,u,h),p=d?d.range(l,+u+1):[];return f?p.reverse():p}function c(l,u,h){let f=Math.abs(u-l)/h,d=js(([,,m])=>m).right(o,f);if(d===o.length)return e.every(xa(l/Kd,u/Kd,h));if(d===0)return $l.every(Math.max(xa(l,u,h),1));let[p,_]=o[f/o[d-1][2]<o[d][2]/f?d-1:d];return p.every(_)}return[a,c]}var[Ev,Xl]=Av(bn,Cs,Ri,Va,Ms,vs),[Cv,Rv]=Av(vn,Es,Ci,Ei,bs,xs);function ap(e){if(0<=e.y&&e.y<100){var t=new Date(-1,e.m,e.d,e.H,e.M,e.S,e.L);return t.setFullYear(e.y),t}return new Date(e.y,e.m,e.d,e.H,e.M,e.S,e.L)}function cp(e){if(0<=e.y&&e.y<100){var t=new Date(Date.UTC(-1,e.m,e.d,e.H,e.M,e.S,e.L));return t.setUTCFullYear(e.y),t}return new Date(Date.UTC(e.y,e.m,e.d,e.H,e.M,e.S,e.L))}function Ha(e,t,n){return{y:e,m:t,d:n,H:0,M:0,S:0,L:0}}function yC(e){var t=e.dateTime,n=e.date,i=e.time,r=e.periods,s=e.days,o=e.shortDays,a=e.months,c=e.shortMonths,l=Wa(r),u=$a(r),h=Wa(s),f=$a(s),d=Wa(o),p=$a(o),_=Wa(a),m=$a(a),g=Wa(c),x=$a(c),w={a:k,A:Y,b:U,B:G,c:null,d:Uv,e:Uv,f:GC,g:KC,G:jC,H:BC,I:kC,j:zC,L:zv,m:VC,M:HC,p:X,q:st,Q:Bv,s:kv,S:WC,u:$C,U:XC,V:qC,w:YC,W:ZC,x:null,X:null,y:JC,Y:QC,Z:tR,"%":Ov},v={a:ct,A:W,b:at,B:ft,c:null,d:Fv,e:Fv,f:rR,g:pR,G:gR,H:eR,I:nR,j:iR,L:Vv,m:sR,M:oR,p:ot,q:rt,Q:Bv,s:kv,S:aR,u:cR,U:lR,V:uR,w:fR,W:hR,x:null,X:null,y:dR,Y:mR,Z:_R,"%":Ov},T={a:C,A:E,b:N,B,c:P,d:Nv,e:Nv,f:DC,g:Lv,G:Pv,H:Dv,I:Dv,j:IC,L:NC,m:RC,M:PC,p:I,q:CC,Q:FC,s:OC,S:LC,u:SC,U:wC,V:TC,w:MC,W:AC,x:L,X:z,y:Lv,Y:Pv,Z:EC,"%":UC};w.x=M(n,w),w.X=M(i,w),w.c=M(t,w),v.x=M(n,v),v.X=M(i,v),v.c=M(t,v);function M(Z,gt){return function(lt){var J=[],It=-1,pt=0,Ut=Z.length,zt,oe,ie;for(lt instanceof Date||(lt=new Date(+lt));++It<Ut;)Z.charCodeAt(It)===37&&(J.push(Z.slice(pt,It)),(oe=Iv[zt=Z.charAt(++It)])!=null?zt=Z.charAt(++It):oe=zt==="e"?" ":"0",(ie=gt[zt])&&(zt=ie(lt,oe)),J.push(zt),pt=It+1);return J.push(Z.slice(pt,It)),J.join("")}}function y(Z,gt){return function(lt){var J=Ha(1900,void 0,1),It=b(J,Z,lt+="",0),pt,Ut;if(It!=lt.length)return null;if("Q"in J)return new Date(J.Q);if("s"in J)return new Date(J.s*1e3+("L"in J?J.L:0));if(gt&&!("Z"in J)&&(J.Z=0),"p"in J&&(J.H=J.H%12+J.p*12),J.m===void 0&&(J.m="q"in J?J.q:0),"V"in J){if(J.V<1||J.V>53)return null;"w"in J||(J.w=1),"Z"in J?(pt=cp(Ha(J.y,0,1)),Ut=pt.getUTCDay(),pt=Ut>4||Ut===0?As.ceil(pt):As(pt),pt=xo.offset(pt,(J.V-1)*7),J.y=pt.getUTCFullYear(),J.m=pt.getUTCMonth(),J.d=pt.getUTCDate()+(J.w+6)%7):(pt=ap(Ha(J.y,0,1)),Ut=pt.getDay(),pt=Ut>4||Ut===0?ws.ceil(pt):ws(pt),pt=Ei.offset(pt,(J.V-1)*7),J.y=pt.getFullYear(),J.m=pt.getMonth(),J.d=pt.getDate()+(J.w+6)%7)}else("W"in J||"U"in J)&&("w"in J||(J.w="u"in J?J.u%7:"W"in J?1:0),Ut="Z"in J?cp(Ha(J.y,0,1)).getUTCDay():ap(Ha(J.y,0,1)).getDay(),J.m=0,J.d="W"in J?(J.w+6)%7+J.W*7-(Ut+5)%7:J.w+J.U*7-(Ut+6)%7);return"Z"in J?(J.H+=J.Z/100|0,J.M+=J.Z%100,cp(J)):ap(J)}}function b(Z,gt,lt,J){for(var It=0,pt=gt.length,Ut=lt.length,zt,oe;It<pt;){if(J>=Ut)return-1;if(zt=gt.charCodeAt(It++),zt===37){if(zt=gt.charAt(It++),oe=T[zt in Iv?gt.charAt(It++):zt],!oe||(J=oe(Z,lt,J))<0)return-1}else if(zt!=lt.charCodeAt(J++))return-1}return J}function I(Z,gt,lt){var J=l.exec(gt.slice(lt));return J?(Z.p=u.get(J[0].toLowerCase()),lt+J[0].length):-1}function C(Z,gt,lt){var J=d.exec(gt.slice(lt));return J?(Z.w=p.get(J[0].toLowerCase()),lt+J[0].length):-1}function E(Z,gt,lt){var J=h.exec(gt.slice(lt));return J?(Z.w=f.get(J[0].toLowerCase()),lt+J[0].length):-1}function N(Z,gt,lt){var J=g.exec(gt.slice(lt));return J?(Z.m=x.get(J[0].toLowerCase()),lt+J[0].length):-1}function B(Z,gt,lt){var J=_.exec(gt.slice(lt));return J?(Z.m=m.get(J[0].toLowerCase()),lt+J[0].length):-1}function P(Z,gt,lt){return b(Z,t,gt,lt)}function L(Z,gt,lt){return b(Z,n,gt,lt)}function z(Z,gt,lt){return b(Z,i,gt,lt)}function k(Z){return o[Z.getDay()]}function Y(Z){return s[Z.getDay()]}function U(Z){return c[Z.getMonth()]}function G(Z){return a[Z.getMonth()]}function X(Z){return r[+(Z.getHours()>=12)]}function st(Z){return 1+~~(Z.getMonth()/3)}function ct(Z){return o[Z.getUTCDay()]}function W(Z){return s[Z.getUTCDay()]}function at(Z){return c[Z.getUTCMonth()]}function ft(Z){return a[Z.getUTCMonth()]}function ot(Z){return r[+(Z.getUTCHours()>=12)]}function rt(Z){return 1+~~(Z.getUTCMonth()/3)}return{format:function(Z){var gt=M(Z+="",w);return gt.toString=function(){return Z},gt},parse:function(Z){var gt=y(Z+="",!1);return gt.toString=function(){return Z},gt},utcFormat:function(Z){var gt=M(Z+="",v);return gt.toString=function(){return Z},gt},utcParse:function(Z){var gt=y(Z+="",!0);return gt.toString=function(){return Z},gt}}}var Iv={"-":"",_:" ",0:"0"},qe=/^\s*\d+/,xC=/^%/,vC=/[\\^$*+?|[\]().{}]/g;function re(e,t,n){var i=e<0?"-":"",r=(i?-e:e)+"",s=r.length;return i+(s<n?new Array(n-s+1).join(t)+r:r)}function bC(e){return e.replace(vC,"\\$&")}function Wa(e){return new RegExp("^(?:"+e.map(bC).join("|")+")","i")}function $a(e){return new Map(e.map((t,n)=>[t.toLowerCase(),n]))}function MC(e,t,n){var i=qe.exec(t.slice(n,n+1));return i?(e.w=+i[0],n+i[0].length):-1}function SC(e,t,n){var i=qe.exec(t.slice(n,n+1));return i?(e.u=+i[0],n+i[0].length):-1}function wC(e,t,n){var i=qe.exec(t.slice(n,n+2));return i?(e.U=+i[0],n+i[0].length):-1}function TC(e,t,n){var i=qe.exec(t.slice(n,n+2));return i?(e.V=+i[0],n+i[0].length):-1}function AC(e,t,n){var i=qe.exec(t.slice(n,n+2));return i?(e.W=+i[0],n+i[0].length):-1}function Pv(e,t,n){var i=qe.exec(t.slice(n,n+4));return i?(e.y=+i[0],n+i[0].length):-1}function Lv(e,t,n){var i=qe.exec(t.slice(n,n+2));return i?(e.y=+i[0]+(+i[0]>68?1900:2e3),n+i[0].length):-1}function EC(e,t,n){var i=/^(Z)|([+-]\d\d)(?::?(\d\d))?/.exec(t.slice(n,n+6));return i?(e.Z=i[1]?0:-(i[2]+(i[3]||"00")),n+i[0].length):-1}function CC(e,t,n){var i=qe.exec(t.slice(n,n+1));return i?(e.q=i[0]*3-3,n+i[0].length):-1}function RC(e,t,n){var i=qe.exec(t.slice(n,n+2));return i?(e.m=i[0]-1,n+i[0].length):-1}function Nv(e,t,n){var i=qe.exec(t.slice(n,n+2));return i?(e.d=+i[0],n+i[0].length):-1}function IC(e,t,n){var i=qe.exec(t.slice(n,n+3));return i?(e.m=0,e.d=+i[0],n+i[0].length):-1}function Dv(e,t,n){var i=qe.exec(t.slice(n,n+2));return i?(e.H=+i[0],n+i[0].length):-1}function PC(e,t,n){var i=qe.exec(t.slice(n,n+2));return i?(e.M=+i[0],n+i[0].length):-1}function LC(e,t,n){var i=qe.exec(t.slice(n,n+2));return i?(e.S=+i[0],n+i[0].length):-1}function NC(e,t,n){var i=qe.exec(t.slice(n,n+3));return i?(e.L=+i[0],n+i[0].length):-1}function DC(e,t,n){var i=qe.exec(t.slice(n,n+6));return i?(e.L=Math.floor(i[0]/1e3),n+i[0].length):-1}function UC(e,t,n){var i=xC.exec(t.slice(n,n+1));return i?n+i[0].length:-1}function FC(e,t,n){var i=qe.exec(t.slice(n));return i?(e.Q=+i[0],n+i[0].length):-1}function OC(e,t,n){var i=qe.exec(t.slice(n));return i?(e.s=+i[0],n+i[0].length):-1}function Uv(e,t){return re(e.getDate(),t,2)}function BC(e,t){return re(e.getHours(),t,2)}function kC(e,t){return re(e.getHours()%12||12,t,2)}function zC(e,t){return re(1+Ei.count(vn(e),e),t,3)}function zv(e,t){return re(e.getMilliseconds(),t,3)}function GC(e,t){return zv(e,t)+"000"}function VC(e,t){return re(e.getMonth()+1,t,2)}function HC(e,t){return re(e.getMinutes(),t,2)}function WC(e,t){return re(e.getSeconds(),t,2)}function $C(e){var t=e.getDay();return t===0?7:t}function XC(e,t){return re(Ci.count(vn(e)-1,e),t,2)}function Gv(e){var t=e.getDay();return t>=4||t===0?cr(e):cr.ceil(e)}function qC(e,t){return e=Gv(e),re(cr.count(vn(e),e)+(vn(e).getDay()===4),t,2)}function YC(e){return e.getDay()}function ZC(e,t){return re(ws.count(vn(e)-1,e),t,2)}function JC(e,t){return re(e.getFullYear()%100,t,2)}function KC(e,t){return e=Gv(e),re(e.getFullYear()%100,t,2)}function QC(e,t){return re(e.getFullYear()%1e4,t,4)}function jC(e,t){var n=e.getDay();return e=n>=4||n===0?cr(e):cr.ceil(e),re(e.getFullYear()%1e4,t,4)}function tR(e){var t=e.getTimezoneOffset();return(t>0?"-":(t*=-1,"+"))+re(t/60|0,"0",2)+re(t%60,"0",2)}function Fv(e,t){return re(e.getUTCDate(),t,2)}function eR(e,t){return re(e.getUTCHours(),t,2)}function nR(e,t){return re(e.getUTCHours()%12||12,t,2)}function iR(e,t){return re(1+xo.count(bn(e),e),t,3)}function Vv(e,t){return re(e.getUTCMilliseconds(),t,3)}function rR(e,t){return Vv(e,t)+"000"}function sR(e,t){return re(e.getUTCMonth()+1,t,2)}function oR(e,t){return re(e.getUTCMinutes(),t,2)}function aR(e,t){return re(e.getUTCSeconds(),t,2)}function cR(e){var t=e.getUTCDay();return t===0?7:t}function lR(e,t){return re(Ri.count(bn(e)-1,e),t,2)}function Hv(e){var t=e.getUTCDay();return t>=4||t===0?lr(e):lr.ceil(e)}function uR(e,t){return e=Hv(e),re(lr.count(bn(e),e)+(bn(e).getUTCDay()===4),t,2)}function fR(e){return e.getUTCDay()}function hR(e,t){return re(As.count(bn(e)-1,e),t,2)}function dR(e,t){return re(e.getUTCFullYear()%100,t,2)}function pR(e,t){return e=Hv(e),re(e.getUTCFullYear()%100,t,2)}function mR(e,t){return re(e.getUTCFullYear()%1e4,t,4)}function gR(e,t){var n=e.getUTCDay();return e=n>=4||n===0?lr(e):lr.ceil(e),re(e.getUTCFullYear()%1e4,t,4)}function _R(){return"+0000"}function Ov(){return"%"}function Bv(e){return+e}function kv(e){return Math.floor(+e/1e3)}var vo,Xa,yR,Ii,Wv;xR({dateTime:"%x, %X",date:"%-m/%-d/%Y",time:"%-I:%M:%S %p",periods:["AM","PM"],days:["Sunday","Monday","Tuesday","Wednesday","Thursday","Friday","Saturday"],shortDays:["Sun","Mon","Tue","Wed","Thu","Fri","Sat"],months:["January","February","March","April","May","June","July","August","September","October","November","December"],shortMonths:["Jan","Feb","Mar","Apr","May","Jun","Jul","Aug","Sep","Oct","Nov","Dec"]});function xR(e){return vo=yC(e),Xa=vo.format,yR=vo.parse,Ii=vo.utcFormat,Wv=vo.utcParse,vo}var $v="%Y-%m-%dT%H:%M:%S.%LZ";function vR(e){return e.toISOString()}var w5=Date.prototype.toISOString?vR:Ii($v);function bR(e){var t=new Date(e);return isNaN(t)?null:t}var T5=+new Date("2000-01-01T00:00:00.000Z")?bR:Wv($v);function Pi(e,t){switch(arguments.length){case 0:break;case 1:this.range(e);break;default:this.range(t).domain(e);break}return this}function Yl(e,t){switch(arguments.length){case 0:break;case 1:{typeof e=="function"?this.interpolator(e):this.range(e);break}default:{this.domain(e),typeof t=="function"?this.interpolator(t):this.range(t);break}}return this}var ql=Symbol("implicit");function Zl(){var e=new ji,t=[],n=[],i=ql;function r(s){let o=e.get(s);if(o===void 0){if(i!==ql)return i;e.set(s,o=t.push(s)-1)}return n[o%n.length]}return r.domain=function(s){if(!arguments.length)return t.slice();t=[],e=new ji;for(let o of s)e.has(o)||e.set(o,t.push(o)-1);return r},r.range=function(s){return arguments.length?(n=Array.from(s),r):n.slice()},r.unknown=function(s){return arguments.length?(i=s,r):i},r.copy=function(){return Zl(t,n).unknown(i)},Pi.apply(r,arguments),r}function bo(){var e=Zl().unknown(void 0),t=e.domain,n=e.range,i=0,r=1,s,o,a=!1,c=0,l=0,u=.5;delete e.unknown;function h(){var f=t().length,d=r<i,p=d?r:i,_=d?i:r;s=(_-p)/Math.max(1,f-c+l*2),a&&(s=Math.floor(s)),p+=(_-p-s*(f-c))*u,o=s*(1-c),a&&(p=Math.round(p),o=Math.round(o));var m=no(f).map(function(g){return p+s*g});return n(d?m.reverse():m)}return e.domain=function(f){return arguments.length?(t(f),h()):t()},e.range=function(f){return arguments.length?([i,r]=f,i=+i,r=+r,h()):[i,r]},e.rangeRound=function(f){return[i,r]=f,i=+i,r=+r,a=!0,h()},e.bandwidth=function(){return o},e.step=function(){return s},e.round=function(f){return arguments.length?(a=!!f,h()):a},e.padding=function(f){return arguments.length?(c=Math.min(1,l=+f),h()):c},e.paddingInner=function(f){return arguments.length?(c=Math.min(1,f),h()):c},e.paddingOuter=function(f){return arguments.length?(l=+f,h()):l},e.align=function(f){return arguments.length?(u=Math.max(0,Math.min(1,f)),h()):u},e.copy=function(){return bo(t(),[i,r]).round(a).paddingInner(c).paddingOuter(l).align(u)},Pi.apply(h(),arguments)}function jv(e){var t=e.copy;return e.padding=e.paddingOuter,delete e.paddingInner,delete e.paddingOuter,e.copy=function(){return jv(t())},e}function tb(){return jv(bo.apply(null,arguments).paddingInner(1))}function MR(e){return function(){return e}}function lp(e){return+e}var Xv=[0,1];function qn(e){return e}function up(e,t){return(t-=e=+e)?function(n){return(n-e)/t}:MR(isNaN(t)?NaN:.5)}function SR(e,t){var n;return e>t&&(n=e,e=t,t=n),function(i){return Math.max(e,Math.min(t,i))}}function wR(e,t,n){var i=e[0],r=e[1],s=t[0],o=t[1];return r<i?(i=up(r,i),s=n(o,s)):(i=up(i,r),s=n(s,o)),function(a){return s(i(a))}}function TR(e,t,n){var i=Math.min(e.length,t.length)-1,r=new Array(i),s=new Array(i),o=-1;for(e[i]<e[0]&&(e=e.slice().reverse(),t=t.slice().reverse());++o<i;)r[o]=up(e[o],e[o+1]),s[o]=n(t[o],t[o+1]);return function(a){var c=to(e,a,1,i)-1;return s[c](r[c](a))}}function qa(e,t){return t.domain(e.domain()).range(e.range()).interpolate(e.interpolate()).clamp(e.clamp()).unknown(e.unknown())}function Jl(){var e=Xv,t=Xv,n=fo,i,r,s,o=qn,a,c,l;function u(){var f=Math.min(e.length,t.length);return o!==qn&&(o=SR(e[0],e[f-1])),a=f>2?TR:wR,c=l=null,h}function h(f){return f==null||isNaN(f=+f)?s:(c||(c=a(e.map(i),t,n)))(i(o(f)))}return h.invert=function(f){return o(r((l||(l=a(t,e.map(i),Fe)))(f)))},h.domain=function(f){return arguments.length?(e=Array.from(f,lp),u()):e.slice()},h.range=function(f){return arguments.length?(t=Array.from(f),u()):t.slice()},h.rangeRound=function(f){return t=Array.from(f),n=wa,u()},h.clamp=function(f){return arguments.length?(o=f?!0:qn,u()):o!==qn},h.interpolate=function(f){return arguments.length?(n=f,u()):n},h.unknown=function(f){return arguments.length?(s=f,h):s},function(f,d){return i=f,r=d,u()}}function eb(){return Jl()(qn,qn)}function AR(e,t,n,i){var r=xa(e,t,n),s;switch(i=po(i??",f"),i.type){case"s":{var o=Math.max(Math.abs(e),Math.abs(t));return i.precision==null&&!isNaN(s=gx(r,o))&&(i.precision=s),Md(i,o)}case"":case"e":case"g":case"p":case"r":{i.precision==null&&!isNaN(s=_x(r,Math.max(Math.abs(e),Math.abs(t))))&&(i.precision=s-(i.type==="e"));break}case"f":case"%":{i.precision==null&&!isNaN(s=mx(r))&&(i.precision=s-(i.type==="%")*2);break}}return wi(i)}function Ya(e){var t=e.domain;return e.ticks=function(n){var i=t();return Pr(i[0],i[i.length-1],n??10)},e.tickFormat=function(n,i){var r=t();return AR(r[0],r[r.length-1],n??10,i)},e.nice=function(n){n==null&&(n=10);var i=t(),r=0,s=i.length-1,o=i[r],a=i[s],c,l,u=10;for(a<o&&(l=o,o=a,a=l,l=r,r=s,s=l);u-- >0;){if(l=Qs(o,a,n),l===c)return i[r]=o,i[s]=a,t(i);if(l>0)o=Math.floor(o/l)*l,a=Math.ceil(a/l)*l;else if(l<0)o=Math.ceil(o*l)/l,a=Math.floor(a*l)/l;else break;c=l}return e},e}function Za(){var e=eb();return e.copy=function(){return qa(e,Za())},Pi.apply(e,arguments),Ya(e)}function fp(e){var t;function n(i){return i==null||isNaN(i=+i)?t:i}return n.invert=n,n.domain=n.range=function(i){return arguments.length?(e=Array.from(i,lp),n):e.slice()},n.unknown=function(i){return arguments.length?(t=i,n):t},n.copy=function(){return fp(e).unknown(t)},e=arguments.length?Array.from(e,lp):[0,1],Ya(n)}function nb(e,t){e=e.slice();var n=0,i=e.length-1,r=e[n],s=e[i],o;return s<r&&(o=n,n=i,i=o,o=r,r=s,s=o),e[n]=t.floor(r),e[i]=t.ceil(s),e}function qv(e){return Math.log(e)}function Yv(e){return Math.exp(e)}function ER(e){return-Math.log(-e)}function CR(e){return-Math.exp(-e)}function RR(e){return isFinite(e)?+("1e"+e):e<0?0:e}function IR(e){return e===10?RR:e===Math.E?Math.exp:t=>Math.pow(e,t)}function PR(e){return e===Math.E?Math.log:e===10&&Math.log10||e===2&&Math.log2||(e=Math.log(e),t=>Math.log(t)/e)}function Zv(e){return(t,n)=>-e(-t,n)}function ib(e){let t=e(qv,Yv),n=t.domain,i=10,r,s;function o(){return r=PR(i),s=IR(i),n()[0]<0?(r=Zv(r),s=Zv(s),e(ER,CR)):e(qv,Yv),t}return t.base=function(a){return arguments.length?(i=+a,o()):i},t.domain=function(a){return arguments.length?(n(a),o()):n()},t.ticks=a=>{let c=n(),l=c[0],u=c[c.length-1],h=u<l;h&&([l,u]=[u,l]);let f=r(l),d=r(u),p,_,m=a==null?10:+a,g=[];if(!(i%1)&&d-f<m){if(f=Math.floor(f),d=Math.ceil(d),l>0){for(;f<=d;++f)for(p=1;p<i;++p)if(_=f<0?p/s(-f):p*s(f),!(_<l)){if(_>u)break;g.push(_)}}else for(;f<=d;++f)for(p=i-1;p>=1;--p)if(_=f>0?p/s(-f):p*s(f),!(_<l)){if(_>u)break;g.push(_)}g.length*2<m&&(g=Pr(l,u,m))}else g=Pr(f,d,Math.min(d-f,m)).map(s);return h?g.reverse():g},t.tickFormat=(a,c)=>{if(a==null&&(a=10),c==null&&(c=i===10?"s":","),typeof c!="function"&&(!(i%1)&&(c=po(c)).precision==null&&(c.trim=!0),c=wi(c)),a===1/0)return c;let l=Math.max(1,i*a/t.ticks().length);return u=>{let h=u/s(Math.round(r(u)));return h*i<i-.5&&(h*=i),h<=l?c(u):""}},t.nice=()=>n(nb(n(),{floor:a=>s(Math.floor(r(a))),ceil:a=>s(Math.ceil(r(a)))})),t}function hp(){let e=ib(Jl()).domain([1,10]);return e.copy=()=>qa(e,hp()).base(e.base()),Pi.apply(e,arguments),e}function Jv(e){return function(t){return Math.sign(t)*Math.log1p(Math.abs(t/e))}}function Kv(e){return function(t){return Math.sign(t)*Math.expm1(Math.abs(t))*e}}function rb(e){var t=1,n=e(Jv(t),Kv(t));return n.constant=function(i){return arguments.length?e(Jv(t=+i),Kv(t)):t},Ya(n)}function dp(){var e=rb(Jl());return e.copy=function(){return qa(e,dp()).constant(e.constant())},Pi.apply(e,arguments)}function Qv(e){return function(t){return t<0?-Math.pow(-t,e):Math.pow(t,e)}}function LR(e){return e<0?-Math.sqrt(-e):Math.sqrt(e)}function NR(e){return e<0?-e*e:e*e}function sb(e){var t=e(qn,qn),n=1;function i(){return n===1?e(qn,qn):n===.5?e(LR,NR):e(Qv(n),Qv(1/n))}return t.exponent=function(r){return arguments.length?(n=+r,i()):n},Ya(t)}function pp(){var e=sb(Jl());return e.copy=function(){return qa(e,pp()).exponent(e.exponent())},Pi.apply(e,arguments),e}function mp(){var e=[],t=[],n=[],i;function r(){var o=0,a=Math.max(1,t.length);for(n=new Array(a-1);++o<a;)n[o-1]=ay(e,o/a);return s}function s(o){return o==null||isNaN(o=+o)?i:t[to(n,o)]}return s.invertExtent=function(o){var a=t.indexOf(o);return a<0?[NaN,NaN]:[a>0?n[a-1]:e[0],a<n.length?n[a]:e[e.length-1]]},s.domain=function(o){if(!arguments.length)return e.slice();e=[];for(let a of o)a!=null&&!isNaN(a=+a)&&e.push(a);return e.sort(vi),r()},s.range=function(o){return arguments.length?(t=Array.from(o),r()):t.slice()},s.unknown=function(o){return arguments.length?(i=o,s):i},s.quantiles=function(){return n.slice()},s.copy=function(){return mp().domain(e).range(t).unknown(i)},Pi.apply(s,arguments)}function gp(){var e=[.5],t=[0,1],n,i=1;function r(s){return s!=null&&s<=s?t[to(e,s,0,i)]:n}return r.domain=function(s){return arguments.length?(e=Array.from(s),i=Math.min(e.length,t.length-1),r):e.slice()},r.range=function(s){return arguments.length?(t=Array.from(s),i=Math.min(e.length,t.length-1),r):t.slice()},r.invertExtent=function(s){var o=t.indexOf(s);return[e[o-1],e[o]]},r.unknown=function(s){return arguments.length?(n=s,r):n},r.copy=function(){return gp().domain(e).range(t).unknown(n)},Pi.apply(r,arguments)}function DR(e){return new Date(e)}function UR(e){return e instanceof Date?+e:Math.round(e)}function _p(e,t,n,i,r,s,o,a,c,l){var u=eb(),h=u.invert,f=u.domain,d=l(".%L"),p=l(":%S"),_=l("%I:%M"),m=l("%I %p"),g=l("%a %d"),x=l("%b %d"),w=l("%B"),v=l("%Y");function T(M){return(c(M)<M?d:a(M)<M?p:o(M)<M?_:s(M)<M?m:i(M)<M?r(M)<M?g:x:n(M)<M?w:v)(M)}return u.invert=function(M){return new Date(Math.round(h(M)))},u.domain=function(M){return arguments.length?f(Array.from(M,UR)):f().map(DR)},u.ticks=function(M){var y=f();return e(y[0],y[y.length-1],M??10)},u.tickFormat=function(M,y){return y==null?T:l(y)},u.nice=function(M){var y=f();return(!M||typeof M.range!="function")&&(M=t(y[0],y[y.length-1],M??10)),M?f(nb(y,M)):u},u.copy=function(){return qa(u,_p(e,t,n,i,r,s,o,a,c,l))},u}function ob(){return Pi.apply(_p(Cv,Rv,vn,Es,Ci,Ei,bs,xs,fn,Xa).domain([new Date(2e3,0,1),new Date(2e3,0,2)]),arguments)}function ab(){return Pi.apply(_p(Ev,Xl,bn,Cs,Ri,xo,Ms,vs,fn,Ii).domain([Date.UTC(2e3,0,1),Date.UTC(2e3,0,2)]),arguments)}function Kl(e,t){return t.domain(e.domain()).interpolator(e.interpolator()).clamp(e.clamp()).unknown(e.unknown())}function Ql(){var e=0,t=.5,n=1,i=1,r,s,o,a,c,l=qn,u,h=!1,f;function d(_){return _==null||isNaN(_=+_)?f:(_=.5+((_=+u(_))-s)*(i*_<i*s?a:c),l(h?Math.max(0,Math.min(1,_)):_))}d.domain=function(_){return arguments.length?([e,t,n]=_,r=u(e=+e),s=u(t=+t),o=u(n=+n),a=r===s?0:.5/(s-r),c=s===o?0:.5/(o-s),i=s<r?-1:1,d):[e,t,n]},d.clamp=function(_){return arguments.length?(h=!!_,d):h},d.interpolator=function(_){return arguments.length?(l=_,d):l};function p(_){return function(m){var g,x,w;return arguments.length?([g,x,w]=m,l=Dr(_,[g,x,w]),d):[l(0),l(.5),l(1)]}}return d.range=p(fo),d.rangeRound=p(wa),d.unknown=function(_){return arguments.length?(f=_,d):f},function(_){return u=_,r=_(e),s=_(t),o=_(n),a=r===s?0:.5/(s-r),c=s===o?0:.5/(o-s),i=s<r?-1:1,d}}function yp(){var e=Ya(Ql()(qn));return e.copy=function(){return Kl(e,yp())},Yl.apply(e,arguments)}function xp(){var e=ib(Ql()).domain([.1,1,10]);return e.copy=function(){return Kl(e,xp()).base(e.base())},Yl.apply(e,arguments)}function vp(){var e=rb(Ql());return e.copy=function(){return Kl(e,vp()).constant(e.constant())},Yl.apply(e,arguments)}function bp(){var e=sb(Ql());return e.copy=function(){return Kl(e,bp()).exponent(e.exponent())},Yl.apply(e,arguments)}function Wt(e){for(var t=e.length/6|0,n=new Array(t),i=0;i<t;)n[i]="#"+e.slice(i*6,++i*6);return n}var cb=Wt("1f77b4ff7f0e2ca02cd627289467bd8c564be377c27f7f7fbcbd2217becf"),lb=Wt("7fc97fbeaed4fdc086ffff99386cb0f0027fbf5b17666666"),ub=Wt("1b9e77d95f027570b3e7298a66a61ee6ab02a6761d666666"),fb=Wt("4269d0efb118ff725c6cc5b03ca951ff8ab7a463f297bbf59c6b4e9498a0"),hb=Wt("a6cee31f78b4b2df8a33a02cfb9a99e31a1cfdbf6fff7f00cab2d66a3d9affff99b15928"),db=Wt("fbb4aeb3cde3ccebc5decbe4fed9a6ffffcce5d8bdfddaecf2f2f2"),pb=Wt("b3e2cdfdcdaccbd5e8f4cae4e6f5c9fff2aef1e2cccccccc"),mb=Wt("e41a1c377eb84daf4a984ea3ff7f00ffff33a65628f781bf999999"),gb=Wt("66c2a5fc8d628da0cbe78ac3a6d854ffd92fe5c494b3b3b3"),_b=Wt("8dd3c7ffffb3bebadafb807280b1d3fdb462b3de69fccde5d9d9d9bc80bdccebc5ffed6f"),yb=Wt("4e79a7f28e2ce1575976b7b259a14fedc949af7aa1ff9da79c755fbab0ab"),pe=e=>jy(e[e.length-1]),Mp=new Array(3).concat("d8b365f5f5f55ab4ac","a6611adfc27d80cdc1018571","a6611adfc27df5f5f580cdc1018571","8c510ad8b365f6e8c3c7eae55ab4ac01665e","8c510ad8b365f6e8c3f5f5f5c7eae55ab4ac01665e","8c510abf812ddfc27df6e8c3c7eae580cdc135978f01665e","8c510abf812ddfc27df6e8c3f5f5f5c7eae580cdc135978f01665e","5430058c510abf812ddfc27df6e8c3c7eae580cdc135978f01665e003c30","5430058c510abf812ddfc27df6e8c3f5f5f5c7eae580cdc135978f01665e003c30").map(Wt),Sp=pe(Mp),wp=new Array(3).concat("af8dc3f7f7f77fbf7b","7b3294c2a5cfa6dba0008837","7b3294c2a5cff7f7f7a6dba0008837","762a83af8dc3e7d4e8d9f0d37fbf7b1b7837","762a83af8dc3e7d4e8f7f7f7d9f0d37fbf7b1b7837","762a839970abc2a5cfe7d4e8d9f0d3a6dba05aae611b7837","762a839970abc2a5cfe7d4e8f7f7f7d9f0d3a6dba05aae611b7837","40004b762a839970abc2a5cfe7d4e8d9f0d3a6dba05aae611b783700441b","40004b762a839970abc2a5cfe7d4e8f7f7f7d9f0d3a6dba05aae611b783700441b").map(Wt),Tp=pe(wp),Ap=new Array(3).concat("e9a3c9f7f7f7a1d76a","d01c8bf1b6dab8e1864dac26","d01c8bf1b6daf7f7f7b8e1864dac26","c51b7de9a3c9fde0efe6f5d0a1d76a4d9221","c51b7de9a3c9fde0eff7f7f7e6f5d0a1d76a4d9221","c51b7dde77aef1b6dafde0efe6f5d0b8e1867fbc414d9221","c51b7dde77aef1b6dafde0eff7f7f7e6f5d0b8e1867fbc414d9221","8e0152c51b7dde77aef1b6dafde0efe6f5d0b8e1867fbc414d9221276419","8e0152c51b7dde77aef1b6dafde0eff7f7f7e6f5d0b8e1867fbc414d9221276419").map(Wt),Ep=pe(Ap),Cp=new Array(3).concat("998ec3f7f7f7f1a340","5e3c99b2abd2fdb863e66101","5e3c99b2abd2f7f7f7fdb863e66101","542788998ec3d8daebfee0b6f1a340b35806","542788998ec3d8daebf7f7f7fee0b6f1a340b35806","5427888073acb2abd2d8daebfee0b6fdb863e08214b35806","5427888073acb2abd2d8daebf7f7f7fee0b6fdb863e08214b35806","2d004b5427888073acb2abd2d8daebfee0b6fdb863e08214b358067f3b08","2d004b5427888073acb2abd2d8daebf7f7f7fee0b6fdb863e08214b358067f3b08").map(Wt),Rp=pe(Cp),eu=new Array(3).concat("ef8a62f7f7f767a9cf","ca0020f4a58292c5de0571b0","ca0020f4a582f7f7f792c5de0571b0","b2182bef8a62fddbc7d1e5f067a9cf2166ac","b2182bef8a62fddbc7f7f7f7d1e5f067a9cf2166ac","b2182bd6604df4a582fddbc7d1e5f092c5de4393c32166ac","b2182bd6604df4a582fddbc7f7f7f7d1e5f092c5de4393c32166ac","67001fb2182bd6604df4a582fddbc7d1e5f092c5de4393c32166ac053061","67001fb2182bd6604df4a582fddbc7f7f7f7d1e5f092c5de4393c32166ac053061").map(Wt),Ja=pe(eu),Ip=new Array(3).concat("ef8a62ffffff999999","ca0020f4a582bababa404040","ca0020f4a582ffffffbababa404040","b2182bef8a62fddbc7e0e0e09999994d4d4d","b2182bef8a62fddbc7ffffffe0e0e09999994d4d4d","b2182bd6604df4a582fddbc7e0e0e0bababa8787874d4d4d","b2182bd6604df4a582fddbc7ffffffe0e0e0bababa8787874d4d4d","67001fb2182bd6604df4a582fddbc7e0e0e0bababa8787874d4d4d1a1a1a","67001fb2182bd6604df4a582fddbc7ffffffe0e0e0bababa8787874d4d4d1a1a1a").map(Wt),Pp=pe(Ip),nu=new Array(3).concat("fc8d59ffffbf91bfdb","d7191cfdae61abd9e92c7bb6","d7191cfdae61ffffbfabd9e92c7bb6","d73027fc8d59fee090e0f3f891bfdb4575b4","d73027fc8d59fee090ffffbfe0f3f891bfdb4575b4","d73027f46d43fdae61fee090e0f3f8abd9e974add14575b4","d73027f46d43fdae61fee090ffffbfe0f3f8abd9e974add14575b4","a50026d73027f46d43fdae61fee090e0f3f8abd9e974add14575b4313695","a50026d73027f46d43fdae61fee090ffffbfe0f3f8abd9e974add14575b4313695").map(Wt),Ka=pe(nu),Lp=new Array(3).concat("fc8d59ffffbf91cf60","d7191cfdae61a6d96a1a9641","d7191cfdae61ffffbfa6d96a1a9641","d73027fc8d59fee08bd9ef8b91cf601a9850","d73027fc8d59fee08bffffbfd9ef8b91cf601a9850","d73027f46d43fdae61fee08bd9ef8ba6d96a66bd631a9850","d73027f46d43fdae61fee08bffffbfd9ef8ba6d96a66bd631a9850","a50026d73027f46d43fdae61fee08bd9ef8ba6d96a66bd631a9850006837","a50026d73027f46d43fdae61fee08bffffbfd9ef8ba6d96a66bd631a9850006837").map(Wt),Np=pe(Lp),Dp=new Array(3).concat("fc8d59ffffbf99d594","d7191cfdae61abdda42b83ba","d7191cfdae61ffffbfabdda42b83ba","d53e4ffc8d59fee08be6f59899d5943288bd","d53e4ffc8d59fee08bffffbfe6f59899d5943288bd","d53e4ff46d43fdae61fee08be6f598abdda466c2a53288bd","d53e4ff46d43fdae61fee08bffffbfe6f598abdda466c2a53288bd","9e0142d53e4ff46d43fdae61fee08be6f598abdda466c2a53288bd5e4fa2","9e0142d53e4ff46d43fdae61fee08bffffbfe6f598abdda466c2a53288bd5e4fa2").map(Wt),Up=pe(Dp),Fp=new Array(3).concat("e5f5f999d8c92ca25f","edf8fbb2e2e266c2a4238b45","edf8fbb2e2e266c2a42ca25f006d2c","edf8fbccece699d8c966c2a42ca25f006d2c","edf8fbccece699d8c966c2a441ae76238b45005824","f7fcfde5f5f9ccece699d8c966c2a441ae76238b45005824","f7fcfde5f5f9ccece699d8c966c2a441ae76238b45006d2c00441b").map(Wt),Op=pe(Fp),Bp=new Array(3).concat("e0ecf49ebcda8856a7","edf8fbb3cde38c96c688419d","edf8fbb3cde38c96c68856a7810f7c","edf8fbbfd3e69ebcda8c96c68856a7810f7c","edf8fbbfd3e69ebcda8c96c68c6bb188419d6e016b","f7fcfde0ecf4bfd3e69ebcda8c96c68c6bb188419d6e016b","f7fcfde0ecf4bfd3e69ebcda8c96c68c6bb188419d810f7c4d004b").map(Wt),kp=pe(Bp),zp=new Array(3).concat("e0f3dba8ddb543a2ca","f0f9e8bae4bc7bccc42b8cbe","f0f9e8bae4bc7bccc443a2ca0868ac","f0f9e8ccebc5a8ddb57bccc443a2ca0868ac","f0f9e8ccebc5a8ddb57bccc44eb3d32b8cbe08589e","f7fcf0e0f3dbccebc5a8ddb57bccc44eb3d32b8cbe08589e","f7fcf0e0f3dbccebc5a8ddb57bccc44eb3d32b8cbe0868ac084081").map(Wt),Gp=pe(zp),Vp=new Array(3).concat("fee8c8fdbb84e34a33","fef0d9fdcc8afc8d59d7301f","fef0d9fdcc8afc8d59e34a33b30000","fef0d9fdd49efdbb84fc8d59e34a33b30000","fef0d9fdd49efdbb84fc8d59ef6548d7301f990000","fff7ecfee8c8fdd49efdbb84fc8d59ef6548d7301f990000","fff7ecfee8c8fdd49efdbb84fc8d59ef6548d7301fb300007f0000").map(Wt),Hp=pe(Vp),Wp=new Array(3).concat("ece2f0a6bddb1c9099","f6eff7bdc9e167a9cf02818a","f6eff7bdc9e167a9cf1c9099016c59","f6eff7d0d1e6a6bddb67a9cf1c9099016c59","f6eff7d0d1e6a6bddb67a9cf3690c002818a016450","fff7fbece2f0d0d1e6a6bddb67a9cf3690c002818a016450","fff7fbece2f0d0d1e6a6bddb67a9cf3690c002818a016c59014636").map(Wt),$p=pe(Wp),Xp=new Array(3).concat("ece7f2a6bddb2b8cbe","f1eef6bdc9e174a9cf0570b0","f1eef6bdc9e174a9cf2b8cbe045a8d","f1eef6d0d1e6a6bddb74a9cf2b8cbe045a8d","f1eef6d0d1e6a6bddb74a9cf3690c00570b0034e7b","fff7fbece7f2d0d1e6a6bddb74a9cf3690c00570b0034e7b","fff7fbece7f2d0d1e6a6bddb74a9cf3690c00570b0045a8d023858").map(Wt),qp=pe(Xp),Yp=new Array(3).concat("e7e1efc994c7dd1c77","f1eef6d7b5d8df65b0ce1256","f1eef6d7b5d8df65b0dd1c77980043","f1eef6d4b9dac994c7df65b0dd1c77980043","f1eef6d4b9dac994c7df65b0e7298ace125691003f","f7f4f9e7e1efd4b9dac994c7df65b0e7298ace125691003f","f7f4f9e7e1efd4b9dac994c7df65b0e7298ace125698004367001f").map(Wt),Zp=pe(Yp),Jp=new Array(3).concat("fde0ddfa9fb5c51b8a","feebe2fbb4b9f768a1ae017e","feebe2fbb4b9f768a1c51b8a7a0177","feebe2fcc5c0fa9fb5f768a1c51b8a7a0177","feebe2fcc5c0fa9fb5f768a1dd3497ae017e7a0177","fff7f3fde0ddfcc5c0fa9fb5f768a1dd3497ae017e7a0177","fff7f3fde0ddfcc5c0fa9fb5f768a1dd3497ae017e7a017749006a").map(Wt),Kp=pe(Jp),Qp=new Array(3).concat("edf8b17fcdbb2c7fb8","ffffcca1dab441b6c4225ea8","ffffcca1dab441b6c42c7fb8253494","ffffccc7e9b47fcdbb41b6c42c7fb8253494","ffffccc7e9b47fcdbb41b6c41d91c0225ea80c2c84","ffffd9edf8b1c7e9b47fcdbb41b6c41d91c0225ea80c2c84","ffffd9edf8b1c7e9b47fcdbb41b6c41d91c0225ea8253494081d58").map(Wt),jp=pe(Qp),tm=new Array(3).concat("f7fcb9addd8e31a354","ffffccc2e69978c679238443","ffffccc2e69978c67931a354006837","ffffccd9f0a3addd8e78c67931a354006837","ffffccd9f0a3addd8e78c67941ab5d238443005a32","ffffe5f7fcb9d9f0a3addd8e78c67941ab5d238443005a32","ffffe5f7fcb9d9f0a3addd8e78c67941ab5d238443006837004529").map(Wt),em=pe(tm),nm=new Array(3).concat("fff7bcfec44fd95f0e","ffffd4fed98efe9929cc4c02","ffffd4fed98efe9929d95f0e993404","ffffd4fee391fec44ffe9929d95f0e993404","ffffd4fee391fec44ffe9929ec7014cc4c028c2d04","ffffe5fff7bcfee391fec44ffe9929ec7014cc4c028c2d04","ffffe5fff7bcfee391fec44ffe9929ec7014cc4c02993404662506").map(Wt),im=pe(nm),rm=new Array(3).concat("ffeda0feb24cf03b20","ffffb2fecc5cfd8d3ce31a1c","ffffb2fecc5cfd8d3cf03b20bd0026","ffffb2fed976feb24cfd8d3cf03b20bd0026","ffffb2fed976feb24cfd8d3cfc4e2ae31a1cb10026","ffffccffeda0fed976feb24cfd8d3cfc4e2ae31a1cb10026","ffffccffeda0fed976feb24cfd8d3cfc4e2ae31a1cbd0026800026").map(Wt),sm=pe(rm),om=new Array(3).concat("deebf79ecae13182bd","eff3ffbdd7e76baed62171b5","eff3ffbdd7e76baed63182bd08519c","eff3ffc6dbef9ecae16baed63182bd08519c","eff3ffc6dbef9ecae16baed64292c62171b5084594","f7fbffdeebf7c6dbef9ecae16baed64292c62171b5084594","f7fbffdeebf7c6dbef9ecae16baed64292c62171b508519c08306b").map(Wt),am=pe(om),cm=new Array(3).concat("e5f5e0a1d99b31a354","edf8e9bae4b374c476238b45","edf8e9bae4b374c47631a354006d2c","edf8e9c7e9c0a1d99b74c47631a354006d2c","edf8e9c7e9c0a1d99b74c47641ab5d238b45005a32","f7fcf5e5f5e0c7e9c0a1d99b74c47641ab5d238b45005a32","f7fcf5e5f5e0c7e9c0a1d99b74c47641ab5d238b45006d2c00441b").map(Wt),lm=pe(cm),um=new Array(3).concat("f0f0f0bdbdbd636363","f7f7f7cccccc969696525252","f7f7f7cccccc969696636363252525","f7f7f7d9d9d9bdbdbd969696636363252525","f7f7f7d9d9d9bdbdbd969696737373525252252525","fffffff0f0f0d9d9d9bdbdbd969696737373525252252525","fffffff0f0f0d9d9d9bdbdbd969696737373525252252525000000").map(Wt),fm=pe(um),hm=new Array(3).concat("efedf5bcbddc756bb1","f2f0f7cbc9e29e9ac86a51a3","f2f0f7cbc9e29e9ac8756bb154278f","f2f0f7dadaebbcbddc9e9ac8756bb154278f","f2f0f7dadaebbcbddc9e9ac8807dba6a51a34a1486","fcfbfdefedf5dadaebbcbddc9e9ac8807dba6a51a34a1486","fcfbfdefedf5dadaebbcbddc9e9ac8807dba6a51a354278f3f007d").map(Wt),dm=pe(hm),pm=new Array(3).concat("fee0d2fc9272de2d26","fee5d9fcae91fb6a4acb181d","fee5d9fcae91fb6a4ade2d26a50f15","fee5d9fcbba1fc9272fb6a4ade2d26a50f15","fee5d9fcbba1fc9272fb6a4aef3b2ccb181d99000d","fff5f0fee0d2fcbba1fc9272fb6a4aef3b2ccb181d99000d","fff5f0fee0d2fcbba1fc9272fb6a4aef3b2ccb181da50f1567000d").map(Wt),mm=pe(pm),gm=new Array(3).concat("fee6cefdae6be6550d","feeddefdbe85fd8d3cd94701","feeddefdbe85fd8d3ce6550da63603","feeddefdd0a2fdae6bfd8d3ce6550da63603","feeddefdd0a2fdae6bfd8d3cf16913d948018c2d04","fff5ebfee6cefdd0a2fdae6bfd8d3cf16913d948018c2d04","fff5ebfee6cefdd0a2fdae6bfd8d3cf16913d94801a636037f2704").map(Wt),_m=pe(gm);function ym(e){return e=Math.max(0,Math.min(1,e)),"rgb("+Math.max(0,Math.min(255,Math.round(-4.54-e*(35.34-e*(2381.73-e*(6402.7-e*(7024.72-e*2710.57)))))))+", "+Math.max(0,Math.min(255,Math.round(32.49+e*(170.73+e*(52.82-e*(131.46-e*(176.58-e*67.37)))))))+", "+Math.max(0,Math.min(255,Math.round(81.24+e*(442.36-e*(2482.43-e*(6167.24-e*(6614.94-e*2475.67)))))))+")"}var xm=bl(Gn(300,.5,0),Gn(-240,.5,1)),vm=bl(Gn(-100,.75,.35),Gn(80,1.5,.8)),bm=bl(Gn(260,.75,.35),Gn(80,1.5,.8)),jl=Gn();function Mm(e){(e<0||e>1)&&(e-=Math.floor(e));var t=Math.abs(e-.5);return jl.h=360*e-100,jl.s=1.5-1.5*t,jl.l=.8-.9*t,jl+""}var tu=oi(),FR=Math.PI/3,OR=Math.PI*2/3;function Sm(e){var t;return e=(.5-e)*Math.PI,tu.r=255*(t=Math.sin(e))*t,tu.g=255*(t=Math.sin(e+FR))*t,tu.b=255*(t=Math.sin(e+OR))*t,tu+""}function wm(e){return e=Math.max(0,Math.min(1,e)),"rgb("+Math.max(0,Math.min(255,Math.round(34.61+e*(1172.33-e*(10793.56-e*(33300.12-e*(38394.49-e*14825.05)))))))+", "+Math.max(0,Math.min(255,Math.round(23.31+e*(557.33+e*(1225.33-e*(3574.96-e*(1073.77+e*707.56)))))))+", "+Math.max(0,Math.min(255,Math.round(27.2+e*(3211.1-e*(15327.97-e*(27814-e*(22569.18-e*6838.66)))))))+")"}function iu(e){var t=e.length;return function(n){return e[Math.max(0,Math.min(t-1,Math.floor(n*t)))]}}var Tm=iu(Wt("44015444025645045745055946075a46085c460a5d460b5e470d60470e6147106347116447136548146748166848176948186a481a6c481b6d481c6e481d6f481f70482071482173482374482475482576482677482878482979472a7a472c7a472d7b472e7c472f7d46307e46327e46337f463480453581453781453882443983443a83443b84433d84433e85423f854240864241864142874144874045884046883f47883f48893e49893e4a893e4c8a3d4d8a3d4e8a3c4f8a3c508b3b518b3b528b3a538b3a548c39558c39568c38588c38598c375a8c375b8d365c8d365d8d355e8d355f8d34608d34618d33628d33638d32648e32658e31668e31678e31688e30698e306a8e2f6b8e2f6c8e2e6d8e2e6e8e2e6f8e2d708e2d718e2c718e2c728e2c738e2b748e2b758e2a768e2a778e2a788e29798e297a8e297b8e287c8e287d8e277e8e277f8e27808e26818e26828e26828e25838e25848e25858e24868e24878e23888e23898e238a8d228b8d228c8d228d8d218e8d218f8d21908d21918c20928c20928c20938c1f948c1f958b1f968b1f978b1f988b1f998a1f9a8a1e9b8a1e9c891e9d891f9e891f9f881fa0881fa1881fa1871fa28720a38620a48621a58521a68522a78522a88423a98324aa8325ab8225ac8226ad8127ad8128ae8029af7f2ab07f2cb17e2db27d2eb37c2fb47c31b57b32b67a34b67935b77937b87838b9773aba763bbb753dbc743fbc7340bd7242be7144bf7046c06f48c16e4ac16d4cc26c4ec36b50c46a52c56954c56856c66758c7655ac8645cc8635ec96260ca6063cb5f65cb5e67cc5c69cd5b6ccd5a6ece5870cf5773d05675d05477d1537ad1517cd2507fd34e81d34d84d44b86d54989d5488bd6468ed64590d74393d74195d84098d83e9bd93c9dd93ba0da39a2da37a5db36a8db34aadc32addc30b0dd2fb2dd2db5de2bb8de29bade28bddf26c0df25c2df23c5e021c8e020cae11fcde11dd0e11cd2e21bd5e21ad8e219dae319dde318dfe318e2e418e5e419e7e419eae51aece51befe51cf1e51df4e61ef6e620f8e621fbe723fde725")),Am=iu(Wt("00000401000501010601010802010902020b02020d03030f03031204041405041606051806051a07061c08071e0907200a08220b09240c09260d0a290e0b2b100b2d110c2f120d31130d34140e36150e38160f3b180f3d19103f1a10421c10441d11471e114920114b21114e22115024125325125527125829115a2a115c2c115f2d11612f116331116533106734106936106b38106c390f6e3b0f703d0f713f0f72400f74420f75440f764510774710784910784a10794c117a4e117b4f127b51127c52137c54137d56147d57157e59157e5a167e5c167f5d177f5f187f601880621980641a80651a80671b80681c816a1c816b1d816d1d816e1e81701f81721f817320817521817621817822817922827b23827c23827e24828025828125818326818426818627818827818928818b29818c29818e2a81902a81912b81932b80942c80962c80982d80992d809b2e7f9c2e7f9e2f7fa02f7fa1307ea3307ea5317ea6317da8327daa337dab337cad347cae347bb0357bb2357bb3367ab5367ab73779b83779ba3878bc3978bd3977bf3a77c03a76c23b75c43c75c53c74c73d73c83e73ca3e72cc3f71cd4071cf4070d0416fd2426fd3436ed5446dd6456cd8456cd9466bdb476adc4869de4968df4a68e04c67e24d66e34e65e44f64e55064e75263e85362e95462ea5661eb5760ec5860ed5a5fee5b5eef5d5ef05f5ef1605df2625df2645cf3655cf4675cf4695cf56b5cf66c5cf66e5cf7705cf7725cf8745cf8765cf9785df9795df97b5dfa7d5efa7f5efa815ffb835ffb8560fb8761fc8961fc8a62fc8c63fc8e64fc9065fd9266fd9467fd9668fd9869fd9a6afd9b6bfe9d6cfe9f6dfea16efea36ffea571fea772fea973feaa74feac76feae77feb078feb27afeb47bfeb67cfeb77efeb97ffebb81febd82febf84fec185fec287fec488fec68afec88cfeca8dfecc8ffecd90fecf92fed194fed395fed597fed799fed89afdda9cfddc9efddea0fde0a1fde2a3fde3a5fde5a7fde7a9fde9aafdebacfcecaefceeb0fcf0b2fcf2b4fcf4b6fcf6b8fcf7b9fcf9bbfcfbbdfcfdbf")),Em=iu(Wt("00000401000501010601010802010a02020c02020e03021004031204031405041706041907051b08051d09061f0a07220b07240c08260d08290e092b10092d110a30120a32140b34150b37160b39180c3c190c3e1b0c411c0c431e0c451f0c48210c4a230c4c240c4f260c51280b53290b552b0b572d0b592f0a5b310a5c320a5e340a5f3609613809623909633b09643d09653e0966400a67420a68440a68450a69470b6a490b6a4a0c6b4c0c6b4d0d6c4f0d6c510e6c520e6d540f6d550f6d57106e59106e5a116e5c126e5d126e5f136e61136e62146e64156e65156e67166e69166e6a176e6c186e6d186e6f196e71196e721a6e741a6e751b6e771c6d781c6d7a1d6d7c1d6d7d1e6d7f1e6c801f6c82206c84206b85216b87216b88226a8a226a8c23698d23698f24699025689225689326679526679727669827669a28659b29649d29649f2a63a02a63a22b62a32c61a52c60a62d60a82e5fa92e5eab2f5ead305dae305cb0315bb1325ab3325ab43359b63458b73557b93556ba3655bc3754bd3853bf3952c03a51c13a50c33b4fc43c4ec63d4dc73e4cc83f4bca404acb4149cc4248ce4347cf4446d04545d24644d34743d44842d54a41d74b3fd84c3ed94d3dda4e3cdb503bdd513ade5238df5337e05536e15635e25734e35933e45a31e55c30e65d2fe75e2ee8602de9612bea632aeb6429eb6628ec6726ed6925ee6a24ef6c23ef6e21f06f20f1711ff1731df2741cf3761bf37819f47918f57b17f57d15f67e14f68013f78212f78410f8850ff8870ef8890cf98b0bf98c0af98e09fa9008fa9207fa9407fb9606fb9706fb9906fb9b06fb9d07fc9f07fca108fca309fca50afca60cfca80dfcaa0ffcac11fcae12fcb014fcb216fcb418fbb61afbb81dfbba1ffbbc21fbbe23fac026fac228fac42afac62df9c72ff9c932f9cb35f8cd37f8cf3af7d13df7d340f6d543f6d746f5d949f5db4cf4dd4ff4df53f4e156f3e35af3e55df2e661f2e865f2ea69f1ec6df1ed71f1ef75f1f179f2f27df2f482f3f586f3f68af4f88ef5f992f6fa96f8fb9af9fc9dfafda1fcffa4")),Cm=iu(Wt("0d088710078813078916078a19068c1b068d1d068e20068f2206902406912605912805922a05932c05942e05952f059631059733059735049837049938049a3a049a3c049b3e049c3f049c41049d43039e44039e46039f48039f4903a04b03a14c02a14e02a25002a25102a35302a35502a45601a45801a45901a55b01a55c01a65e01a66001a66100a76300a76400a76600a76700a86900a86a00a86c00a86e00a86f00a87100a87201a87401a87501a87701a87801a87a02a87b02a87d03a87e03a88004a88104a78305a78405a78606a68707a68808a68a09a58b0aa58d0ba58e0ca48f0da4910ea3920fa39410a29511a19613a19814a099159f9a169f9c179e9d189d9e199da01a9ca11b9ba21d9aa31e9aa51f99a62098a72197a82296aa2395ab2494ac2694ad2793ae2892b02991b12a90b22b8fb32c8eb42e8db52f8cb6308bb7318ab83289ba3388bb3488bc3587bd3786be3885bf3984c03a83c13b82c23c81c33d80c43e7fc5407ec6417dc7427cc8437bc9447aca457acb4679cc4778cc4977cd4a76ce4b75cf4c74d04d73d14e72d24f71d35171d45270d5536fd5546ed6556dd7566cd8576bd9586ada5a6ada5b69db5c68dc5d67dd5e66de5f65de6164df6263e06363e16462e26561e26660e3685fe4695ee56a5de56b5de66c5ce76e5be76f5ae87059e97158e97257ea7457eb7556eb7655ec7754ed7953ed7a52ee7b51ef7c51ef7e50f07f4ff0804ef1814df1834cf2844bf3854bf3874af48849f48948f58b47f58c46f68d45f68f44f79044f79143f79342f89441f89540f9973ff9983ef99a3efa9b3dfa9c3cfa9e3bfb9f3afba139fba238fca338fca537fca636fca835fca934fdab33fdac33fdae32fdaf31fdb130fdb22ffdb42ffdb52efeb72dfeb82cfeba2cfebb2bfebd2afebe2afec029fdc229fdc328fdc527fdc627fdc827fdca26fdcb26fccd25fcce25fcd025fcd225fbd324fbd524fbd724fad824fada24f9dc24f9dd25f8df25f8e125f7e225f7e425f6e626f6e826f5e926f5eb27f4ed27f3ee27f3f027f2f227f1f426f1f525f0f724f0f921"));function Mo(e){return function(){return e}}var wb=Math.cos;var Lm=Math.min,ru=Math.sin,Be=Math.sqrt,xb=1e-12,Qa=Math.PI,O5=Qa/2,lu=2*Qa;function BR(e){let t=3;return e.digits=function(n){if(!arguments.length)return t;if(n==null)t=null;else{let i=Math.floor(n);if(!(i>=0))throw new RangeError(`invalid digits: ${n}`);t=i}return e},()=>new _s(t)}var B5=Array.prototype.slice;function kR(e){return typeof e=="object"&&"length"in e?e:Array.from(e)}function Tb(e){this._context=e}Tb.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2;default:this._context.lineTo(e,t);break}}};function So(e){return new Tb(e)}function zR(e){return e[0]}function GR(e){return e[1]}function Ab(e,t){var n=Mo(!0),i=null,r=So,s=null,o=BR(a);e=typeof e=="function"?e:e===void 0?zR:Mo(e),t=typeof t=="function"?t:t===void 0?GR:Mo(t);function a(c){var l,u=(c=kR(c)).length,h,f=!1,d;for(i==null&&(s=r(d=o())),l=0;l<=u;++l)!(l<u&&n(h=c[l],l,c))===f&&((f=!f)?s.lineStart():s.lineEnd()),f&&s.point(+e(h,l,c),+t(h,l,c));if(d)return s=null,d+""||null}return a.x=function(c){return arguments.length?(e=typeof c=="function"?c:Mo(+c),a):e},a.y=function(c){return arguments.length?(t=typeof c=="function"?c:Mo(+c),a):t},a.defined=function(c){return arguments.length?(n=typeof c=="function"?c:Mo(!!c),a):n},a.curve=function(c){return arguments.length?(r=c,i!=null&&(s=r(i)),a):r},a.context=function(c){return arguments.length?(c==null?i=s=null:s=r(i=c),a):i},a}var k5=VR(So);function Eb(e){this._curve=e}Eb.prototype={areaStart:function(){this._curve.areaStart()},areaEnd:function(){this._curve.areaEnd()},lineStart:function(){this._curve.lineStart()},lineEnd:function(){this._curve.lineEnd()},point:function(e,t){this._curve.point(t*Math.sin(e),t*-Math.cos(e))}};function VR(e){function t(n){return new Eb(e(n))}return t._curve=e,t}var su=class{constructor(t,n){this._context=t,this._x=n}areaStart(){this._line=0}areaEnd(){this._line=NaN}lineStart(){this._point=0}lineEnd(){(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line}point(t,n){switch(t=+t,n=+n,this._point){case 0:{this._point=1,this._line?this._context.lineTo(t,n):this._context.moveTo(t,n);break}case 1:this._point=2;default:{this._x?this._context.bezierCurveTo(this._x0=(this._x0+t)/2,this._y0,this._x0,n,t,n):this._context.bezierCurveTo(this._x0,this._y0=(this._y0+n)/2,t,this._y0,t,n);break}}this._x0=t,this._y0=n}};function Cb(e){return new su(e,!0)}function Rb(e){return new su(e,!1)}var HR=Be(3),Nm={draw(e,t){let n=Be(t+Lm(t/28,.75))*.59436,i=n/2,r=i*HR;e.moveTo(0,n),e.lineTo(0,-n),e.moveTo(-r,-i),e.lineTo(r,i),e.moveTo(-r,i),e.lineTo(r,-i)}},uu={draw(e,t){let n=Be(t/Qa);e.moveTo(n,0),e.arc(0,0,n,0,lu)}},Dm={draw(e,t){let n=Be(t/5)/2;e.moveTo(-3*n,-n),e.lineTo(-n,-n),e.lineTo(-n,-3*n),e.lineTo(n,-3*n),e.lineTo(n,-n),e.lineTo(3*n,-n),e.lineTo(3*n,n),e.lineTo(n,n),e.lineTo(n,3*n),e.lineTo(-n,3*n),e.lineTo(-n,n),e.lineTo(-3*n,n),e.closePath()}},Ib=Be(1/3),WR=Ib*2,Um={draw(e,t){let n=Be(t/WR),i=n*Ib;e.moveTo(0,-n),e.lineTo(i,0),e.lineTo(0,n),e.lineTo(-i,0),e.closePath()}},Fm={draw(e,t){let n=Be(t)*.62625;e.moveTo(0,-n),e.lineTo(n,0),e.lineTo(0,n),e.lineTo(-n,0),e.closePath()}},Om={draw(e,t){let n=Be(t-Lm(t/7,2))*.87559;e.moveTo(-n,0),e.lineTo(n,0),e.moveTo(0,n),e.lineTo(0,-n)}},Bm={draw(e,t){let n=Be(t),i=-n/2;e.rect(i,i,n,n)}},km={draw(e,t){let n=Be(t)*.4431;e.moveTo(n,n),e.lineTo(n,-n),e.lineTo(-n,-n),e.lineTo(-n,n),e.closePath()}},$R=.8908130915292852,Pb=ru(Qa/10)/ru(7*Qa/10),XR=ru(lu/10)*Pb,qR=-wb(lu/10)*Pb,zm={draw(e,t){let n=Be(t*$R),i=XR*n,r=qR*n;e.moveTo(0,-n),e.lineTo(i,r);for(let s=1;s<5;++s){let o=lu*s/5,a=wb(o),c=ru(o);e.lineTo(c*n,-a*n),e.lineTo(a*i-c*r,c*i+a*r)}e.closePath()}},Rm=Be(3),Gm={draw(e,t){let n=-Be(t/(Rm*3));e.moveTo(0,n*2),e.lineTo(-Rm*n,-n),e.lineTo(Rm*n,-n),e.closePath()}},YR=Be(3),Vm={draw(e,t){let n=Be(t)*.6824,i=n/2,r=n*YR/2;e.moveTo(0,-n),e.lineTo(r,i),e.lineTo(-r,i),e.closePath()}},Yn=-.5,Zn=Be(3)/2,Pm=1/Be(12),ZR=(Pm/2+1)*3,Hm={draw(e,t){let n=Be(t/ZR),i=n/2,r=n*Pm,s=i,o=n*Pm+n,a=-s,c=o;e.moveTo(i,r),e.lineTo(s,o),e.lineTo(a,c),e.lineTo(Yn*i-Zn*r,Zn*i+Yn*r),e.lineTo(Yn*s-Zn*o,Zn*s+Yn*o),e.lineTo(Yn*a-Zn*c,Zn*a+Yn*c),e.lineTo(Yn*i+Zn*r,Yn*r-Zn*i),e.lineTo(Yn*s+Zn*o,Yn*o-Zn*s),e.lineTo(Yn*a+Zn*c,Yn*c-Zn*a),e.closePath()}},Wm={draw(e,t){let n=Be(t-Lm(t/6,1.7))*.6189;e.moveTo(-n,-n),e.lineTo(n,n),e.moveTo(-n,n),e.lineTo(n,-n)}},Lb=[uu,Dm,Um,Bm,zm,Gm,Hm],Nb=[uu,Om,Wm,Vm,Nm,km,Fm];function Or(){}function ou(e,t,n){e._context.bezierCurveTo((2*e._x0+e._x1)/3,(2*e._y0+e._y1)/3,(e._x0+2*e._x1)/3,(e._y0+2*e._y1)/3,(e._x0+4*e._x1+t)/6,(e._y0+4*e._y1+n)/6)}function fu(e){this._context=e}fu.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){switch(this._point){case 3:ou(this,this._x1,this._y1);case 2:this._context.lineTo(this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2;break;case 2:this._point=3,this._context.lineTo((5*this._x0+this._x1)/6,(5*this._y0+this._y1)/6);default:ou(this,e,t);break}this._x0=this._x1,this._x1=e,this._y0=this._y1,this._y1=t}};function Db(e){return new fu(e)}function Ub(e){this._context=e}Ub.prototype={areaStart:Or,areaEnd:Or,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._y0=this._y1=this._y2=this._y3=this._y4=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x2,this._y2),this._context.closePath();break}case 2:{this._context.moveTo((this._x2+2*this._x3)/3,(this._y2+2*this._y3)/3),this._context.lineTo((this._x3+2*this._x2)/3,(this._y3+2*this._y2)/3),this._context.closePath();break}case 3:{this.point(this._x2,this._y2),this.point(this._x3,this._y3),this.point(this._x4,this._y4);break}}},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._x2=e,this._y2=t;break;case 1:this._point=2,this._x3=e,this._y3=t;break;case 2:this._point=3,this._x4=e,this._y4=t,this._context.moveTo((this._x0+4*this._x1+e)/6,(this._y0+4*this._y1+t)/6);break;default:ou(this,e,t);break}this._x0=this._x1,this._x1=e,this._y0=this._y1,this._y1=t}};function Fb(e){return new Ub(e)}function Ob(e){this._context=e}Ob.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3;var n=(this._x0+4*this._x1+e)/6,i=(this._y0+4*this._y1+t)/6;this._line?this._context.lineTo(n,i):this._context.moveTo(n,i);break;case 3:this._point=4;default:ou(this,e,t);break}this._x0=this._x1,this._x1=e,this._y0=this._y1,this._y1=t}};function Bb(e){return new Ob(e)}function kb(e,t){this._basis=new fu(e),this._beta=t}kb.prototype={lineStart:function(){this._x=[],this._y=[],this._basis.lineStart()},lineEnd:function(){var e=this._x,t=this._y,n=e.length-1;if(n>0)for(var i=e[0],r=t[0],s=e[n]-i,o=t[n]-r,a=-1,c;++a<=n;)c=a/n,this._basis.point(this._beta*e[a]+(1-this._beta)*(i+c*s),this._beta*t[a]+(1-this._beta)*(r+c*o));this._x=this._y=null,this._basis.lineEnd()},point:function(e,t){this._x.push(+e),this._y.push(+t)}};var zb=(function e(t){function n(i){return t===1?new fu(i):new kb(i,t)}return n.beta=function(i){return e(+i)},n})(.85);function au(e,t,n){e._context.bezierCurveTo(e._x1+e._k*(e._x2-e._x0),e._y1+e._k*(e._y2-e._y0),e._x2+e._k*(e._x1-t),e._y2+e._k*(e._y1-n),e._x2,e._y2)}function $m(e,t){this._context=e,this._k=(1-t)/6}$m.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:au(this,this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2,this._x1=e,this._y1=t;break;case 2:this._point=3;default:au(this,e,t);break}this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var Gb=(function e(t){function n(i){return new $m(i,t)}return n.tension=function(i){return e(+i)},n})(0);function Xm(e,t){this._context=e,this._k=(1-t)/6}Xm.prototype={areaStart:Or,areaEnd:Or,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._x3=e,this._y3=t;break;case 1:this._point=2,this._context.moveTo(this._x4=e,this._y4=t);break;case 2:this._point=3,this._x5=e,this._y5=t;break;default:au(this,e,t);break}this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var Vb=(function e(t){function n(i){return new Xm(i,t)}return n.tension=function(i){return e(+i)},n})(0);function qm(e,t){this._context=e,this._k=(1-t)/6}qm.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:au(this,e,t);break}this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var Hb=(function e(t){function n(i){return new qm(i,t)}return n.tension=function(i){return e(+i)},n})(0);function Ym(e,t,n){var i=e._x1,r=e._y1,s=e._x2,o=e._y2;if(e._l01_a>xb){var a=2*e._l01_2a+3*e._l01_a*e._l12_a+e._l12_2a,c=3*e._l01_a*(e._l01_a+e._l12_a);i=(i*a-e._x0*e._l12_2a+e._x2*e._l01_2a)/c,r=(r*a-e._y0*e._l12_2a+e._y2*e._l01_2a)/c}if(e._l23_a>xb){var l=2*e._l23_2a+3*e._l23_a*e._l12_a+e._l12_2a,u=3*e._l23_a*(e._l23_a+e._l12_a);s=(s*l+e._x1*e._l23_2a-t*e._l12_2a)/u,o=(o*l+e._y1*e._l23_2a-n*e._l12_2a)/u}e._context.bezierCurveTo(i,r,s,o,e._x2,e._y2)}function Wb(e,t){this._context=e,this._alpha=t}Wb.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:this.point(this._x2,this._y2);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){if(e=+e,t=+t,this._point){var n=this._x2-e,i=this._y2-t;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+i*i,this._alpha))}switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2;break;case 2:this._point=3;default:Ym(this,e,t);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var $b=(function e(t){function n(i){return t?new Wb(i,t):new $m(i,0)}return n.alpha=function(i){return e(+i)},n})(.5);function Xb(e,t){this._context=e,this._alpha=t}Xb.prototype={areaStart:Or,areaEnd:Or,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(e,t){if(e=+e,t=+t,this._point){var n=this._x2-e,i=this._y2-t;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+i*i,this._alpha))}switch(this._point){case 0:this._point=1,this._x3=e,this._y3=t;break;case 1:this._point=2,this._context.moveTo(this._x4=e,this._y4=t);break;case 2:this._point=3,this._x5=e,this._y5=t;break;default:Ym(this,e,t);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var qb=(function e(t){function n(i){return t?new Xb(i,t):new Xm(i,0)}return n.alpha=function(i){return e(+i)},n})(.5);function Yb(e,t){this._context=e,this._alpha=t}Yb.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){if(e=+e,t=+t,this._point){var n=this._x2-e,i=this._y2-t;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+i*i,this._alpha))}switch(this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:Ym(this,e,t);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var Zb=(function e(t){function n(i){return t?new Yb(i,t):new qm(i,0)}return n.alpha=function(i){return e(+i)},n})(.5);function Jb(e){this._context=e}Jb.prototype={areaStart:Or,areaEnd:Or,lineStart:function(){this._point=0},lineEnd:function(){this._point&&this._context.closePath()},point:function(e,t){e=+e,t=+t,this._point?this._context.lineTo(e,t):(this._point=1,this._context.moveTo(e,t))}};function Kb(e){return new Jb(e)}function vb(e){return e<0?-1:1}function bb(e,t,n){var i=e._x1-e._x0,r=t-e._x1,s=(e._y1-e._y0)/(i||r<0&&-0),o=(n-e._y1)/(r||i<0&&-0),a=(s*r+o*i)/(i+r);return(vb(s)+vb(o))*Math.min(Math.abs(s),Math.abs(o),.5*Math.abs(a))||0}function Mb(e,t){var n=e._x1-e._x0;return n?(3*(e._y1-e._y0)/n-t)/2:t}function Im(e,t,n){var i=e._x0,r=e._y0,s=e._x1,o=e._y1,a=(s-i)/3;e._context.bezierCurveTo(i+a,r+a*t,s-a,o-a*n,s,o)}function cu(e){this._context=e}cu.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=this._t0=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x1,this._y1);break;case 3:Im(this,this._t0,Mb(this,this._t0));break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){var n=NaN;if(e=+e,t=+t,!(e===this._x1&&t===this._y1)){switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2;break;case 2:this._point=3,Im(this,Mb(this,n=bb(this,e,t)),n);break;default:Im(this,this._t0,n=bb(this,e,t));break}this._x0=this._x1,this._x1=e,this._y0=this._y1,this._y1=t,this._t0=n}}};function Qb(e){this._context=new jb(e)}(Qb.prototype=Object.create(cu.prototype)).point=function(e,t){cu.prototype.point.call(this,t,e)};function jb(e){this._context=e}jb.prototype={moveTo:function(e,t){this._context.moveTo(t,e)},closePath:function(){this._context.closePath()},lineTo:function(e,t){this._context.lineTo(t,e)},bezierCurveTo:function(e,t,n,i,r,s){this._context.bezierCurveTo(t,e,i,n,s,r)}};function t1(e){return new cu(e)}function e1(e){return new Qb(e)}function n1(e){this._context=e}n1.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=[],this._y=[]},lineEnd:function(){var e=this._x,t=this._y,n=e.length;if(n)if(this._line?this._context.lineTo(e[0],t[0]):this._context.moveTo(e[0],t[0]),n===2)this._context.lineTo(e[1],t[1]);else for(var i=Sb(e),r=Sb(t),s=0,o=1;o<n;++s,++o)this._context.bezierCurveTo(i[0][s],r[0][s],i[1][s],r[1][s],e[o],t[o]);(this._line||this._line!==0&&n===1)&&this._context.closePath(),this._line=1-this._line,this._x=this._y=null},point:function(e,t){this._x.push(+e),this._y.push(+t)}};function Sb(e){var t,n=e.length-1,i,r=new Array(n),s=new Array(n),o=new Array(n);for(r[0]=0,s[0]=2,o[0]=e[0]+2*e[1],t=1;t<n-1;++t)r[t]=1,s[t]=4,o[t]=4*e[t]+2*e[t+1];for(r[n-1]=2,s[n-1]=7,o[n-1]=8*e[n-1]+e[n],t=1;t<n;++t)i=r[t]/s[t-1],s[t]-=i,o[t]-=i*o[t-1];for(r[n-1]=o[n-1]/s[n-1],t=n-2;t>=0;--t)r[t]=(o[t]-r[t+1])/s[t];for(s[n-1]=(e[n]+r[n-1])/2,t=0;t<n-1;++t)s[t]=2*e[t+1]-r[t+1];return[r,s]}function i1(e){return new n1(e)}function hu(e,t){this._context=e,this._t=t}hu.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=this._y=NaN,this._point=0},lineEnd:function(){0<this._t&&this._t<1&&this._point===2&&this._context.lineTo(this._x,this._y),(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line>=0&&(this._t=1-this._t,this._line=1-this._line)},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2;default:{if(this._t<=0)this._context.lineTo(this._x,t),this._context.lineTo(e,t);else{var n=this._x*(1-this._t)+e*this._t;this._context.lineTo(n,this._y),this._context.lineTo(n,t)}break}}this._x=e,this._y=t}};function r1(e){return new hu(e,.5)}function s1(e){return new hu(e,0)}function o1(e){return new hu(e,1)}function Jn(e){return e!=null&&!Number.isNaN(e)}function ai(e,t){return+Jn(t)-+Jn(e)||vi(e,t)}function ja(e,t){return+Jn(t)-+Jn(e)||er(e,t)}function tc(e){return e!=null&&`${e}`!=""}function Zm(e){return isFinite(e)?e:NaN}function ec(e){return e>0&&isFinite(e)?e:NaN}function du(e){return e<0&&isFinite(e)?e:NaN}function pu(e,t){if(e instanceof Date||(e=new Date(+e)),isNaN(e))return typeof t=="function"?t(e):t;let n=e.getUTCHours(),i=e.getUTCMinutes(),r=e.getUTCSeconds(),s=e.getUTCMilliseconds();return`${JR(e.getUTCFullYear(),4)}-${ur(e.getUTCMonth()+1,2)}-${ur(e.getUTCDate(),2)}${n||i||r||s?`T${ur(n,2)}:${ur(i,2)}${r||s?`:${ur(r,2)}${s?`.${ur(s,3)}`:""}`:""}Z`:""}`}function JR(e){return e<0?`-${ur(-e,6)}`:e>9999?`+${ur(e,6)}`:ur(e,4)}function ur(e,t){return`${e}`.padStart(t,"0")}var KR=/^(?:[-+]\d{2})?\d{4}(?:-\d{2}(?:-\d{2})?)?(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{3})?)?(?:Z|[-+]\d{2}:?\d{2})?)?$/;function nc(e,t){return KR.test(e+="")?new Date(e):typeof t=="function"?t(e):t}function fr(e){if(e==null)return;let t=e[0],n=e[e.length-1];return er(t,n)}var To=1e3,kr=To*60,zr=kr*60,Ni=zr*24,Li=Ni*7,Rs=Ni*30,Br=Ni*365,Jm=[["millisecond",1],["2 milliseconds",2],["5 milliseconds",5],["10 milliseconds",10],["20 milliseconds",20],["50 milliseconds",50],["100 milliseconds",100],["200 milliseconds",200],["500 milliseconds",500],["second",To],["5 seconds",5*To],["15 seconds",15*To],["30 seconds",30*To],["minute",kr],["5 minutes",5*kr],["15 minutes",15*kr],["30 minutes",30*kr],["hour",zr],["3 hours",3*zr],["6 hours",6*zr],["12 hours",12*zr],["day",Ni],["2 days",2*Ni],["week",Li],["2 weeks",2*Li],["month",Rs],["3 months",3*Rs],["6 months",6*Rs],["year",Br],["2 years",2*Br],["5 years",5*Br],["10 years",10*Br],["20 years",20*Br],["50 years",50*Br],["100 years",100*Br]],Km=new Map([["second",To],["minute",kr],["hour",zr],["day",Ni],["monday",Li],["tuesday",Li],["wednesday",Li],["thursday",Li],["friday",Li],["saturday",Li],["sunday",Li],["week",Li],["month",Rs],["year",Br]]),c1=new Map([["second",fn],["minute",xs],["hour",bs],["day",Ei],["monday",ws],["tuesday",jd],["wednesday",tp],["thursday",cr],["friday",ep],["saturday",np],["sunday",Ci],["week",Ci],["month",Es],["year",vn]]),Qm=new Map([["second",fn],["minute",vs],["hour",Ms],["day",Va],["monday",As],["tuesday",ip],["wednesday",rp],["thursday",lr],["friday",sp],["saturday",op],["sunday",Ri],["week",Ri],["month",Cs],["year",bn]]),Ao=Symbol("intervalDuration"),gu=Symbol("intervalType");for(let[e,t]of c1)t[Ao]=Km.get(e),t[gu]="time";for(let[e,t]of Qm)t[Ao]=Km.get(e),t[gu]="utc";var ic=[["year",bn,"utc"],["month",Cs,"utc"],["day",Va,"utc",6*Rs],["hour",Ms,"utc",3*Ni],["minute",vs,"utc",6*zr],["second",fn,"utc",30*kr]],mu=[["year",vn,"time"],["month",Es,"time"],["day",Ei,"time",6*Rs],["hour",bs,"time",3*Ni],["minute",xs,"time",6*zr],["second",fn,"time",30*kr]],QR=[ic[0],mu[0],ic[1],mu[1],ic[2],mu[2],...ic.slice(3)];function l1(e){let t=`${e}`.toLowerCase();t.endsWith("s")&&(t=t.slice(0,-1));let n=1,i=/^(?:(\d+)\s+)/.exec(t);switch(i&&(t=t.slice(i[0].length),n=+i[1]),t){case"quarter":t="month",n*=3;break;case"half":t="month",n*=6;break}let r=Qm.get(t);if(!r)throw new Error(`unknown interval: ${e}`);if(n>1&&!r.every)throw new Error(`non-periodic interval: ${t}`);return[t,n]}function jm(e){return u1(l1(e),"time")}function rc(e){return u1(l1(e),"utc")}function u1([e,t],n){let i=(n==="time"?c1:Qm).get(e);return t>1&&(i=i.every(t),i[Ao]=Km.get(e)*t,i[gu]=n),i}function tg(e,t){if(!(t>1))return;let n=e[Ao];if(!Jm.some(([,r])=>r===n)||n%Ni===0&&Ni<n&&n<Rs)return;let[i]=Jm[js(([,r])=>Math.log(r)).center(Jm,Math.log(n*t))];return(e[gu]==="time"?jm:rc)(i)}function a1(e,t,n){let i=t==="time"?Xa:Ii;if(n==null)return i(e==="year"?"%Y":e==="month"?"%Y-%m":e==="day"?"%Y-%m-%d":e==="hour"||e==="minute"?"%Y-%m-%dT%H:%M":e==="second"?"%Y-%m-%dT%H:%M:%S":"%Y-%m-%dT%H:%M:%S.%L");let r=jR(n);switch(e){case"millisecond":return wo(i(".%L"),i(":%M:%S"),r);case"second":return wo(i(":%S"),i("%-I:%M"),r);case"minute":return wo(i("%-I:%M"),i("%p"),r);case"hour":return wo(i("%-I %p"),i("%b %-d"),r);case"day":return wo(i("%-d"),i("%b"),r);case"month":return wo(i("%b"),i("%Y"),r);case"year":return i("%Y")}throw new Error("unable to format time ticks")}function jR(e){return e==="left"||e==="right"?(t,n)=>`
${t}
${n}`:e==="top"?(t,n)=>`${n}
${t}`:(t,n)=>`${t}
${n}`}function tI(e){return e==="time"?mu:e==="utc"?ic:QR}function f1(e,t,n){let i=An(fy(t,(r,s)=>Math.abs(s-r)));if(i<1e3)return a1("millisecond","utc",n);for(let[r,s,o,a]of tI(e)){if(i>a||r==="hour"&&!i)break;if(t.every(c=>s.floor(c)>=c))return a1(r,o,n)}}function wo(e,t,n){return(i,r,s)=>{let o=e(i,r),a=t(i,r),c=r-fr(s);return r!==c&&s[c]!==void 0&&a===t(s[c],c)?o:n(o,a)}}var ng=Object.getPrototypeOf(Uint8Array),eI=Object.prototype.toString;function Gr(e){return e instanceof Array||e instanceof ng}function p1(e){return e instanceof ng&&!nI(e)}function m1(e){return e?.prototype instanceof ng&&!iI(e)}function nI(e){return e instanceof BigInt64Array||e instanceof BigUint64Array}function iI(e){return e===BigInt64Array||e===BigUint64Array}var rI=Symbol("reindex");function Ne(e,t,n){let i=typeof t;return i==="string"?P1(e)?ig(e.getChild(t),n):h1(e,oI(t),n):i==="function"?h1(e,t,n):i==="number"||t instanceof Date||i==="boolean"?fe(e,Rn(t),n):typeof t?.transform=="function"?eg(t.transform(e),n):sI(eg(t,n),e?.[rI])}function sI(e,t){return e!=null&&t?xu(e,t):e}function h1(e,t,n){return fe(e,m1(n)?(i,r)=>sg(t(i,r)):t,n)}function eg(e,t){return t===void 0?Ui(e):L1(e)?ig(e,t):e instanceof t?e:t.from(e,m1(t)&&!p1(e)?sg:void 0)}function ig(e,t){return e==null?e:(t===void 0||t===Array)&&uI(e.type)?og(d1(e)):eg(d1(e),t)}function d1(e){return e.nullCount?e.toJSON():e.toArray()}var Eo=[null],oI=e=>t=>{let n=t[e];return n===void 0&&t.type==="Feature"?t.properties?.[e]:n},sc={transform:li},Ce={transform:e=>e};var g1=()=>!0,Re=e=>e==null?e:`${e}`,Ie=e=>e==null?e:+e;var rg=e=>e?e[0]:void 0,_u=e=>e?e[1]:void 0;var Rn=e=>()=>e;function _1(e){let t=+`${e}`.slice(1)/100;return(n,i)=>tr(n,t,i)}function Di(e){return p1(e)?e:fe(e,sg,Float64Array)}function sg(e){return e==null?NaN:Number(e)}function og(e){return fe(e,ag)}function ag(e){return e instanceof Date&&!isNaN(e)?e:typeof e=="string"?nc(e):e==null||isNaN(e=Number(e))?void 0:new Date(e)}function Mn(e,t){return e===void 0&&(e=t),e===null?[void 0,"none"]:Ro(e)?[void 0,e]:[e,void 0]}function ke(e,t){return e===void 0&&(e=t),e===null||typeof e=="number"?[void 0,e]:[e,void 0]}function cg(e,t,n){if(e!=null)return hn(e,t,n)}function hn(e,t,n){let i=`${e}`.toLowerCase();if(!n.includes(i))throw new Error(`invalid ${t}: ${e}`);return i}function hr(e){return P1(e)?e:Ui(e)}function Ui(e){if(e==null||Gr(e))return e;if(L1(e))return ig(e);if(y1(e))switch(e.type){case"FeatureCollection":return e.features;case"GeometryCollection":return e.geometries;default:return[e]}return Array.from(e)}function y1(e){switch(e?.type){case"FeatureCollection":case"GeometryCollection":case"Feature":case"LineString":case"MultiLineString":case"MultiPoint":case"MultiPolygon":case"Point":case"Polygon":case"Sphere":return!0;default:return!1}}function fe(e,t,n=Array){return e==null?e:e instanceof n?e.map(t):n.from(e,t)}function oc(e,t=Array){return e instanceof t?e.slice():t.from(e)}function ci(e){return e?.toString===eI}function Co(e){return ci(e)&&(e.type!==void 0||e.domain!==void 0)}function ac(e){return ci(e)&&typeof e.transform!="function"}function Is(e){return ac(e)&&e.value===void 0&&e.channel===void 0}function Vr(e,t){return e===void 0&&t===void 0?[rg,_u]:[e,t]}function x1({z:e,fill:t,stroke:n}={}){return e===void 0&&([e]=Mn(t)),e===void 0&&([e]=Mn(n)),e}function yu(e){return Gr(e)?e.length:e?.numRows}function li(e){let t=yu(e),n=new Uint32Array(t);for(let i=0;i<t;++i)n[i]=i;return n}function xu(e,t){return Gr(e)?fe(t,n=>e[n],e.constructor):fe(t,n=>e.at(n))}function v1(e,t,n){return e.subarray?e.subarray(t,n):e.slice(t,n)}function Kn(e){return e!==null&&typeof e=="object"?e.valueOf():e}function b1(e,t){if(t[e]!==void 0)return t[e];switch(e){case"x1":case"x2":e="x";break;case"y1":case"y2":e="y";break}return t[e]}function lg(e){let t;return[{transform:()=>t,label:ui(e)},n=>t=n]}function Fi(e){return e==null?[e]:lg(e)}function ui(e,t){return typeof e=="string"?e:e&&e.label!==void 0?e.label:t}function ug(e,t){return{transform(n){let i=e.transform(n),r=t.transform(n);return Ee(i)||Ee(r)?fe(i,(s,o)=>new Date((+i[o]+ +r[o])/2)):fe(i,(s,o)=>(+i[o]+ +r[o])/2,Float64Array)},label:e.label}}function fg(e,t){let n=hg(t?.interval,t?.type);return n?fe(e,n):e}function hg(e,t){let n=vu(e,t);return n&&(i=>Jn(i)?n.floor(i):i)}function vu(e,t){if(e!=null){if(typeof e=="number")return aI(e);if(typeof e=="string")return(t==="time"?jm:rc)(e);if(typeof e.floor!="function")throw new Error("invalid interval; missing floor method");if(typeof e.offset!="function")throw new Error("invalid interval; missing offset method");return e}}function aI(e){e=+e,0<e&&e<1&&Number.isInteger(1/e)&&(e=-1/e);let t=Math.abs(e);return e<0?{floor:n=>Math.floor(n*t)/t,offset:(n,i=1)=>(n*t+Math.floor(i))/t,range:(n,i)=>no(Math.ceil(n*t),i*t).map(r=>r/t)}:{floor:n=>Math.floor(n/t)*t,offset:(n,i=1)=>n+t*Math.floor(i),range:(n,i)=>no(Math.ceil(n/t),i/t).map(r=>r*t)}}function Oi(e,t){if(e=vu(e,t),e&&typeof e.range!="function")throw new Error("invalid interval: missing range method");return e}function M1(e,t){if(e=Oi(e,t),e&&typeof e.ceil!="function")throw new Error("invalid interval: missing ceil method");return e}function S1(e){return Hr(e)&&typeof e?.floor=="function"&&e.floor()instanceof Date}function Hr(e){return typeof e?.range=="function"}function Bi(e){return e===void 0||ac(e)?e:{value:e}}function w1(e){return e==null?null:{transform:t=>Ne(t,e,Float64Array),label:ui(e)}}function Sn(e){return e&&typeof e[Symbol.iterator]=="function"}function bu(e){for(let t of e)if(t!=null)return typeof t!="object"||t instanceof Date}function dg(e){for(let t of e){if(t==null)continue;let n=typeof t;return n==="string"||n==="boolean"}}function Ee(e){for(let t of e)if(t!=null)return t instanceof Date}function T1(e){for(let t of e)if(t!=null)return typeof t=="string"&&isNaN(t)&&nc(t)}function A1(e){for(let t of e)if(t!=null){if(typeof t!="string")return!1;if(t.trim())return!isNaN(t)}}function E1(e){for(let t of e)if(t!=null)return typeof t=="number"}function Mu(e,t){let n;for(let i of e)if(i!=null){if(!t(i))return!1;n=!0}return n}var cI=new Set("none,currentcolor,transparent,aliceblue,antiquewhite,aqua,aquamarine,azure,beige,bisque,black,blanchedalmond,blue,blueviolet,brown,burlywood,cadetblue,chartreuse,chocolate,coral,cornflowerblue,cornsilk,crimson,cyan,darkblue,darkcyan,darkgoldenrod,darkgray,darkgreen,darkgrey,darkkhaki,darkmagenta,darkolivegreen,darkorange,darkorchid,darkred,darksalmon,darkseagreen,darkslateblue,darkslategray,darkslategrey,darkturquoise,darkviolet,deeppink,deepskyblue,dimgray,dimgrey,dodgerblue,firebrick,floralwhite,forestgreen,fuchsia,gainsboro,ghostwhite,gold,goldenrod,gray,green,greenyellow,grey,honeydew,hotpink,indianred,indigo,ivory,khaki,lavender,lavenderblush,lawngreen,lemonchiffon,lightblue,lightcoral,lightcyan,lightgoldenrodyellow,lightgray,lightgreen,lightgrey,lightpink,lightsalmon,lightseagreen,lightskyblue,lightslategray,lightslategrey,lightsteelblue,lightyellow,lime,limegreen,linen,magenta,maroon,mediumaquamarine,mediumblue,mediumorchid,mediumpurple,mediumseagreen,mediumslateblue,mediumspringgreen,mediumturquoise,mediumvioletred,midnightblue,mintcream,mistyrose,moccasin,navajowhite,navy,oldlace,olive,olivedrab,orange,orangered,orchid,palegoldenrod,palegreen,paleturquoise,palevioletred,papayawhip,peachpuff,peru,pink,plum,powderblue,purple,rebeccapurple,red,rosybrown,royalblue,saddlebrown,salmon,sandybrown,seagreen,seashell,sienna,silver,skyblue,slateblue,slategray,slategrey,snow,springgreen,steelblue,tan,teal,thistle,tomato,turquoise,violet,wheat,white,whitesmoke,yellow".split(","));function Ro(e){return typeof e!="string"?!1:(e=e.toLowerCase().trim(),/^#[0-9a-f]{3,8}$/.test(e)||/^(?:url|var|rgb|rgba|hsl|hsla|hwb|lab|lch|oklab|oklch|color|color-mix)\(.*\)$/.test(e)||cI.has(e))}function C1(e){return typeof e=="number"&&(0<=e&&e<=1||isNaN(e))}function Ye(e){return e==null||Ps(e)}function Ps(e){return/^\s*none\s*$/i.test(e)}function R1(e){return/^\s*round\s*$/i.test(e)}function Su(e,t){return cg(e,t,["middle","top-left","top","top-right","right","bottom-right","bottom","bottom-left","left"])}function Io(e="middle"){return Su(e,"frameAnchor")}function I1(e={},...t){let n=e;for(let i of t)for(let r in i)if(n[r]===void 0){let s=i[r];n===e?n={...n,[r]:s}:n[r]=s}return n}function lI(e){console.warn("named iterables are deprecated; please use an object instead");let t=new Set;return Object.fromEntries(Array.from(e,n=>{let{name:i}=n;if(i==null)throw new Error("missing name");let r=`${i}`;if(r==="__proto__")throw new Error(`illegal name: ${r}`);if(t.has(r))throw new Error(`duplicate name: ${r}`);return t.add(r),[i,n]}))}function pg(e){return Sn(e)?lI(e):e}function wu(e){return e===!0?e="frame":e===!1?e=null:!y1(e)&&e!=null&&(e=hn(e,"clip",["frame","sphere"]),e==="sphere"&&(e={type:"Sphere"})),e}function P1(e){return e&&typeof e.getChild=="function"&&typeof e.toArray=="function"&&e.schema&&Array.isArray(e.schema.fields)}function L1(e){return e&&typeof e.toArray=="function"&&e.type}function uI(e){return e&&(e.typeId===8||e.typeId===10)&&e.unit===1}var Qn=Symbol("position"),In=Symbol("color"),Ls=Symbol("radius"),Ns=Symbol("length"),Ds=Symbol("opacity"),Po=Symbol("symbol"),N1=Symbol("projection"),he=new Map([["x",Qn],["y",Qn],["fx",Qn],["fy",Qn],["r",Ls],["color",In],["opacity",Ds],["symbol",Po],["length",Ns],["projection",N1]]);function D1(e){return e===Qn||e===N1}function U1(e){return e===Qn||e===Ls||e===Ns||e===Ds}var fI=Math.sqrt(3),hI=2/fI,dI={draw(e,t){let n=Math.sqrt(t/Math.PI),i=n*hI,r=i/2;e.moveTo(0,i),e.lineTo(n,r),e.lineTo(n,-r),e.lineTo(0,-i),e.lineTo(-n,-r),e.lineTo(-n,r),e.closePath()}},F1=new Map([["asterisk",Nm],["circle",uu],["cross",Dm],["diamond",Um],["diamond2",Fm],["hexagon",dI],["plus",Om],["square",Bm],["square2",km],["star",zm],["times",Wm],["triangle",Gm],["triangle2",Vm],["wye",Hm]]);function O1(e){return e&&typeof e.draw=="function"}function B1(e){return O1(e)?!0:typeof e!="string"?!1:F1.has(e.toLowerCase())}function Lo(e){if(e==null||O1(e))return e;let t=F1.get(`${e}`.toLowerCase());if(t)return t;throw new Error(`invalid symbol: ${e}`)}function Tu({filter:e,sort:t,reverse:n,transform:i,initializer:r,...s}={},o){if(i===void 0&&(e!=null&&(i=k1(e)),t!=null&&!Is(t)&&(i=mg(i,G1(t))),n&&(i=mg(i,z1))),o!=null&&r!=null)throw new Error("transforms cannot be applied after initializers");return{...s,...(t===null||Is(t))&&{sort:t},transform:mg(i,o)}}function Us({filter:e,sort:t,reverse:n,initializer:i,...r}={},s){return i===void 0&&(e!=null&&(i=k1(e)),t!=null&&!Is(t)&&(i=gg(i,G1(t))),n&&(i=gg(i,z1))),{...r,...(t===null||Is(t))&&{sort:t},initializer:gg(i,s)}}function mg(e,t){return e==null?t===null?void 0:t:t==null?e===null?void 0:e:function(n,i,r){return{data:n,facets:i}=e.call(this,n,i,r),t.call(this,hr(n),i,r)}}function gg(e,t){return e==null?t===null?void 0:t:t==null?e===null?void 0:e:function(n,i,r,...s){let o,a,c,l,u,h;return{data:a=n,facets:c=i,channels:o}=e.call(this,n,i,r,...s),{data:u=a,facets:h=c,channels:l}=t.call(this,a,c,{...r,...o},...s),{data:u,facets:h,channels:{...o,...l}}}}function k1(e){return(t,n)=>{let i=Ne(t,e);return{data:t,facets:n.map(r=>r.filter(s=>i[s]))}}}function z1(e,t){return{data:e,facets:t.map(n=>n.slice().reverse())}}function G1(e){return(typeof e=="function"&&e.length!==1?pI:mI)(e)}function pI(e){return(t,n)=>{let i=Gr(t)?(r,s)=>e(t[r],t[s]):(r,s)=>e(t.get(r),t.get(s));return{data:t,facets:n.map(r=>r.slice().sort(i))}}}function mI(e){let t,n;({channel:t,value:e,order:n}={...Bi(e)});let i=t?.startsWith("-");if(i&&(t=t.slice(1)),n===void 0&&(n=i?ja:ai),typeof n!="function")switch(`${n}`.toLowerCase()){case"ascending":n=ai;break;case"descending":n=ja;break;default:throw new Error(`invalid order: ${n}`)}return(r,s,o)=>{let a;if(t===void 0)a=Ne(r,e);else{if(o===void 0)throw new Error("channel sort requires an initializer");if(a=o[t],!a)return{};a=a.value}let c=(l,u)=>n(a[l],a[u]);return{data:r,facets:s.map(l=>l.slice().sort(c))}}}function lc(e,...t){for(let{name:n}of e)if(t.includes(n))return!0;return!1}function W1(e,t,n=_g){let i=Object.entries(e);return t.title!=null&&e.title===void 0&&i.push(["title",vI]),t.href!=null&&e.href===void 0&&i.push(["href",Au]),i.filter(([,r])=>r!==void 0).map(([r,s])=>s===null?gI(r):n(r,s,t))}function _g(e,t,n,i=yg){let r;ci(t)&&"reduce"in t&&(r=t.scale,t=t.reduce);let s=i(e,t,n),[o,a]=lg(s.label),c;return{name:e,output:r===void 0?o:{value:o,scale:r},initialize(l){s.initialize(l),c=a([])},scope(l,u){s.scope(l,u)},reduce(l,u){c.push(s.reduce(l,u))}}}function gI(e){return{name:e,initialize(){},scope(){},reduce(){}}}function yg(e,t,n,i=uc){let r=b1(e,n),s=i(t,r),o,a;return{label:ui(s===cc?null:r,s.label),initialize(c){o=r===void 0?c:Ne(c,r),s.scope==="data"&&(a=s.reduceIndex(li(c),o))},scope(c,l){s.scope===c&&(a=s.reduceIndex(l,o))},reduce(c,l){return s.scope==null?s.reduceIndex(c,o,l):s.reduceIndex(c,o,a,l)}}}function xg(e,t){return t?al(e,n=>t[n]):[[,e]]}function uc(e,t,n=_I){if(e==null)return n(e);if(typeof e.reduceIndex=="function")return e;if(typeof e.reduce=="function"&&ci(e))return yI(e);if(typeof e=="function")return xI(e);if(/^p\d{2}$/i.test(e))return dr(_1(e));switch(`${e}`.toLowerCase()){case"first":return Au;case"last":return bI;case"identity":return vg;case"count":return cc;case"distinct":return MI;case"sum":return t==null?cc:SI;case"proportion":return H1(t,"data");case"proportion-facet":return H1(t,"facet");case"deviation":return dr(Qh);case"min":return dr(us);case"min-index":return dr(sy);case"max":return dr(An);case"max-index":return dr(ry);case"mean":return V1(ly);case"median":return V1(va);case"variance":return dr(Kh);case"mode":return dr(uy)}return n(e)}function _I(e){throw new Error(`invalid reduce: ${e}`)}function $1(e,t){for(let n in t){let i=t[n];if(i!==void 0&&!e.some(r=>r.name===n))return i}}function X1(e,t,n){if(t){let i=t.output.transform(),r=(s,o)=>ai(i[s],i[o]);e.forEach(s=>s.sort(r))}n&&e.forEach(i=>i.reverse())}function yI(e){return console.warn("deprecated reduce interface; implement reduceIndex instead."),{...e,reduceIndex:e.reduce.bind(e)}}function xI(e){return{reduceIndex(t,n,i){return e(xu(n,t),i)}}}function dr(e){return{reduceIndex(t,n){return e(t,i=>n[i])}}}function V1(e){return{reduceIndex(t,n){let i=e(t,r=>n[r]);return Ee(n)?new Date(i):i}}}var vg={reduceIndex(e,t){return xu(t,e)}},Au={reduceIndex(e,t){return t[e[0]]}},vI={reduceIndex(e,t){let i=cl(eo(e,s=>s.length,s=>t[s]),_u),r=i.slice(-5).reverse();if(r.length<i.length){let s=i.slice(0,-4);r[4]=[`… ${s.length.toLocaleString("en-US")} more`,io(s,_u)]}return r.map(([s,o])=>`${s} (${o.toLocaleString("en-US")})`).join(`
`)}},bI={reduceIndex(e,t){return t[e[e.length-1]]}},cc={label:"Frequency",reduceIndex(e){return e.length}},MI={label:"Distinct",reduceIndex(e,t){let n=new bi;for(let i of e)n.add(t[i]);return n.size}},SI=dr(io);function H1(e,t){return e==null?{scope:t,label:"Frequency",reduceIndex:(n,i,r=1)=>n.length/r}:{scope:t,reduceIndex:(n,i,r=1)=>io(n,s=>i[s])/r}}var q1={reduceIndex(e,t,{z:n}){return n}};function No(e,{scale:t,type:n,value:i,filter:r,hint:s,label:o=ui(i)},a){return s===void 0&&typeof i?.transform=="function"&&(s=i.hint),Mg(a,{scale:t,type:n,value:Ne(e,i),label:o,filter:r,hint:s})}function Z1(e,t){return Object.fromEntries(Object.entries(e).map(([n,i])=>[n,No(t,i,n)]))}function J1(e,t){let n=Object.fromEntries(Object.entries(e).map(([i,{scale:r,value:s}])=>{let o=r==null?null:t[r];return[i,o==null?s:fe(s,o)]}));return n.channels=e,n}function Mg(e,t){let{scale:n,value:i}=t;if(n===!0||n==="auto")switch(e){case"fill":case"stroke":case"color":t.scale=n!==!0&&Mu(i,Ro)?null:"color",t.defaultScale="color";break;case"fillOpacity":case"strokeOpacity":case"opacity":t.scale=n!==!0&&Mu(i,C1)?null:"opacity",t.defaultScale="opacity";break;case"symbol":n!==!0&&Mu(i,B1)?(t.scale=null,t.value=fe(i,Lo)):t.scale="symbol",t.defaultScale="symbol";break;default:t.scale=he.has(e)?e:null;break}else if(n===!1)t.scale=null;else if(n!=null&&!he.has(n))throw new Error(`unknown scale: ${n}`);return t}function K1(e,t,n,i,r){let{order:s,reverse:o,reduce:a=!0,limit:c}=r;for(let l in r){if(!he.has(l))continue;let{value:u,order:h=s,reverse:f=o,reduce:d=a,limit:p=c}=Bi(r[l]),_=u?.startsWith("-");if(_&&(u=u.slice(1)),h=h===void 0?_!==(u==="width"||u==="height")?j1:Q1:AI(h),d==null||d===!1)continue;let m=l==="fx"||l==="fy"?TI(t,i[l]):wI(n,l);if(!m)throw new Error(`missing channel for scale: ${l}`);let g=m.value,[x=0,w=1/0]=Sn(p)?p:p<0?[p]:[0,p];if(u==null)m.domain=()=>{let v=Array.from(new bi(g));return f&&(v=v.reverse()),(x!==0||w!==1/0)&&(v=v.slice(x,w)),v};else{let v=u==="data"?e:u==="height"?Y1(n,"y1","y2"):u==="width"?Y1(n,"x1","x2"):bg(n,u,u==="y"?"y2":u==="x"?"x2":void 0),T=uc(d===!0?"max":d,v);m.domain=()=>{let M=ey(li(g),y=>T.reduceIndex(y,v),y=>g[y]);return h&&M.sort(h),f&&M.reverse(),(x!==0||w!==1/0)&&(M=M.slice(x,w)),M.map(rg)}}}}function wI(e,t){for(let n in e){let i=e[n];if(i.scale===t)return i}}function TI(e,t){let n=e.original;if(n===e)return t;let i=t.value,r=t.value=[];for(let s=0;s<n.length;++s){let o=i[n[s][0]];for(let a of e[s])r[a]=o}return t}function Y1(e,t,n){let i=bg(e,t),r=bg(e,n);return fe(r,(s,o)=>Math.abs(s-i[o]),Float64Array)}function bg(e,t,n){let i=e[t];if(!i&&n!==void 0&&(i=e[n]),i)return i.value;throw new Error(`missing channel: ${t}`)}function AI(e){if(e==null||typeof e=="function")return e;switch(`${e}`.toLowerCase()){case"ascending":return Q1;case"descending":return j1}throw new Error(`invalid order: ${e}`)}function Q1([e,t],[n,i]){return ai(t,i)||ai(e,n)}function j1([e,t],[n,i]){return ja(t,i)||ai(e,n)}function Sg(e,t){let n=e[t];if(n){for(;n.source;)n=n.source;return n.source===null?null:n}}var rM=new Map([["accent",lb],["category10",cb],["dark2",ub],["observable10",fb],["paired",hb],["pastel1",db],["pastel2",pb],["set1",mb],["set2",gb],["set3",_b],["tableau10",yb]]);function sM(e){return e!=null&&rM.has(`${e}`.toLowerCase())}var tM=new Map([...rM,["brbg",pr(Mp,Sp)],["prgn",pr(wp,Tp)],["piyg",pr(Ap,Ep)],["puor",pr(Cp,Rp)],["rdbu",pr(eu,Ja)],["rdgy",pr(Ip,Pp)],["rdylbu",pr(nu,Ka)],["rdylgn",pr(Lp,Np)],["spectral",pr(Dp,Up)],["burd",eM(eu,Ja)],["buylrd",eM(nu,Ka)],["blues",Ze(om,am)],["greens",Ze(cm,lm)],["greys",Ze(um,fm)],["oranges",Ze(gm,_m)],["purples",Ze(hm,dm)],["reds",Ze(pm,mm)],["turbo",mr(wm)],["viridis",mr(Tm)],["magma",mr(Am)],["inferno",mr(Em)],["plasma",mr(Cm)],["cividis",mr(ym)],["cubehelix",mr(xm)],["warm",mr(vm)],["cool",mr(bm)],["bugn",Ze(Fp,Op)],["bupu",Ze(Bp,kp)],["gnbu",Ze(zp,Gp)],["orrd",Ze(Vp,Hp)],["pubu",Ze(Xp,qp)],["pubugn",Ze(Wp,$p)],["purd",Ze(Yp,Zp)],["rdpu",Ze(Jp,Kp)],["ylgn",Ze(tm,em)],["ylgnbu",Ze(Qp,jp)],["ylorbr",Ze(nm,im)],["ylorrd",Ze(rm,sm)],["rainbow",nM(Mm)],["sinebow",nM(Sm)]]);function Ze(e,t){return({length:n})=>n===1?[e[3][1]]:n===2?[e[3][1],e[3][2]]:(n=Math.max(3,Math.floor(n)),n>9?ln(t,n):e[n])}function pr(e,t){return({length:n})=>n===2?[e[3][0],e[3][2]]:(n=Math.max(3,Math.floor(n)),n>11?ln(t,n):e[n])}function eM(e,t){return({length:n})=>n===2?[e[3][2],e[3][0]]:(n=Math.max(3,Math.floor(n)),n>11?ln(i=>t(1-i),n):e[n].slice().reverse())}function mr(e){return({length:t})=>ln(e,Math.max(2,Math.floor(t)))}function nM(e){return({length:t})=>ln(e,Math.floor(t)+1).slice(0,-1)}function wg(e){let t=`${e}`.toLowerCase();if(!tM.has(t))throw new Error(`unknown ordinal scheme: ${t}`);return tM.get(t)}function fc(e,t){let n=wg(e),i=typeof n=="function"?n({length:t}):n;return i.length!==t?i.slice(0,t):i}function oM(e,t="greys"){let n=new Set,[i,r]=fc(t,2);for(let s of e)if(s!=null)if(s===!0)n.add(r);else if(s===!1)n.add(i);else return;return[...n]}var iM=new Map([["brbg",Sp],["prgn",Tp],["piyg",Ep],["puor",Rp],["rdbu",Ja],["rdgy",Pp],["rdylbu",Ka],["rdylgn",Np],["spectral",Up],["burd",e=>Ja(1-e)],["buylrd",e=>Ka(1-e)],["blues",am],["greens",lm],["greys",fm],["purples",dm],["reds",mm],["oranges",_m],["turbo",wm],["viridis",Tm],["magma",Am],["inferno",Em],["plasma",Cm],["cividis",ym],["cubehelix",xm],["warm",vm],["cool",bm],["bugn",Op],["bupu",kp],["gnbu",Gp],["orrd",Hp],["pubugn",$p],["pubu",qp],["purd",Zp],["rdpu",Kp],["ylgnbu",jp],["ylgn",em],["ylorbr",im],["ylorrd",sm],["rainbow",Mm],["sinebow",Sm]]);function Do(e){let t=`${e}`.toLowerCase();if(!iM.has(t))throw new Error(`unknown quantitative scheme: ${t}`);return iM.get(t)}var EI=new Set(["brbg","prgn","piyg","puor","rdbu","rdgy","rdylbu","rdylgn","spectral","burd","buylrd"]);function aM(e){return e!=null&&EI.has(`${e}`.toLowerCase())}var Ag=e=>t=>e(1-t),Tg=[0,1],cM=new Map([["number",Fe],["rgb",ms],["hsl",ix],["hcl",ox],["lab",rx]]);function Eg(e){let t=`${e}`.toLowerCase();if(!cM.has(t))throw new Error(`unknown interpolator: ${t}`);return cM.get(t)}function Fo(e,t,n,{type:i,nice:r,clamp:s,zero:o,domain:a=_M(e,n),unknown:c,round:l,scheme:u,interval:h,range:f=he.get(e)===Ls?PI(n,a):he.get(e)===Ns?LI(n,a):he.get(e)===Ds?Tg:void 0,interpolate:d=he.get(e)===In?u==null&&f!==void 0?ms:Do(u!==void 0?u:i==="cyclical"?"rainbow":"turbo"):l?wa:Fe,reverse:p}){if(a=lM(a),h=Oi(h,i),(i==="cyclical"||i==="sequential")&&(i="linear"),typeof d!="function"&&(d=Eg(d)),p=!!p,f!==void 0){let _=a.length,m=(f=lM(f)).length;if(_!==m){if(d.length===1)throw new Error("invalid piecewise interpolator");d=Dr(d,f),f=void 0}}if(d.length===1?(p&&(d=Ag(d),p=!1),f===void 0&&(f=Float64Array.from(a,(_,m)=>m/(a.length-1)),f.length===2&&(f=Tg)),t.interpolate((f===Tg?Rn:hc)(d))):t.interpolate(d),o){let[_,m]=je(a);(_>0||m<0)&&(a=oc(a),(fr(a)||1)===Math.sign(_)?a[0]=0:a[a.length-1]=0)}return p&&(a=ro(a)),t.domain(a).unknown(c),r&&(t.nice(CI(r,i)),a=t.domain()),f!==void 0&&t.range(f),s&&t.clamp(s),{type:i,domain:a,range:f,scale:t,interpolate:d,interval:h}}function lM(e){return e=Ui(e),e.length>=2?e:[e[0],e[0]]}function CI(e,t){return e===!0?void 0:typeof e=="number"?e:M1(e,t)}function uM(e,t,n){return Fo(e,Za(),t,n)}function fM(e,t,n){return Cg(e,t,{...n,exponent:.5})}function Cg(e,t,{exponent:n=1,...i}){return Fo(e,pp().exponent(n),t,{...i,type:"pow"})}function hM(e,t,{base:n=10,domain:i=NI(t),...r}){return Fo(e,hp().base(n),t,{...r,domain:i})}function dM(e,t,{constant:n=1,...i}){return Fo(e,dp().constant(n),t,i)}function pM(e,t,{range:n,quantiles:i=n===void 0?5:(n=[...n]).length,n:r=i,scheme:s="rdylbu",domain:o=DI(t),unknown:a,interpolate:c,reverse:l}){return n===void 0&&(n=c!==void 0?ln(c,r):he.get(e)===In?fc(s,r):void 0),o.length>0&&(o=mp(o,n===void 0?{length:r}:n).quantiles()),Eu(e,t,{domain:o,range:n,reverse:l,unknown:a})}function mM(e,t,{range:n,n:i=n===void 0?5:(n=[...n]).length,scheme:r="rdylbu",domain:s=_M(e,t),unknown:o,interpolate:a,reverse:c}){let[l,u]=je(s),h;return n===void 0?(h=Pr(l,u,i),h[0]<=l&&h.splice(0,1),h[h.length-1]>=u&&h.pop(),i=h.length+1,n=a!==void 0?ln(a,i):he.get(e)===In?fc(r,i):void 0):(h=ln(Fe(l,u),i+1).slice(1,-1),l instanceof Date&&(h=h.map(f=>new Date(f)))),fr(Ui(s))<0&&h.reverse(),Eu(e,t,{domain:h,range:n,reverse:c,unknown:o})}function Eu(e,t,{domain:n=[0],unknown:i,scheme:r="rdylbu",interpolate:s,range:o=s!==void 0?ln(s,n.length+1):he.get(e)===In?fc(r,n.length+1):void 0,reverse:a}){n=Ui(n);let c=fr(n);if(!isNaN(c)&&!RI(n,c))throw new Error(`the ${e} scale has a non-monotonic domain`);return a&&(o=ro(o)),{type:"threshold",scale:gp(c<0?ro(n):n,o===void 0?[]:o).unknown(i),domain:n,range:o}}function RI(e,t){for(let n=1,i=e.length,r=e[0];n<i;++n){let s=er(r,r=e[n]);if(s!==0&&s!==t)return!1}return!0}function gM(e){return{type:"identity",scale:U1(he.get(e))?fp():t=>t}}function Uo(e,t=Zm){return e.length?[us(e,({value:n})=>n===void 0?n:us(n,t)),An(e,({value:n})=>n===void 0?n:An(n,t))]:[0,1]}function _M(e,t){let n=he.get(e);return(n===Ls||n===Ds||n===Ns?II:Uo)(t)}function II(e){return[0,e.length?An(e,({value:t})=>t===void 0?t:An(t,Zm)):1]}function PI(e,t){let n=e.find(({radius:o})=>o!==void 0);if(n!==void 0)return[0,n.radius];let i=tr(e,.5,({value:o})=>o===void 0?NaN:tr(o,.25,ec)),r=t.map(o=>3*Math.sqrt(o/i)),s=30/An(r);return s<1?r.map(o=>o*s):r}function LI(e,t){let n=va(e,({value:s})=>s===void 0?NaN:va(s,Math.abs)),i=t.map(s=>12*s/n),r=60/An(i);return r<1?i.map(s=>s*r):i}function NI(e){for(let{value:t}of e)if(t!==void 0)for(let n of t){if(n>0)return Uo(e,ec);if(n<0)return Uo(e,du)}return[1,10]}function DI(e){let t=[];for(let{value:n}of e)if(n!==void 0)for(let i of n)t.push(i);return t}function hc(e){return(t,n)=>i=>e(t+i*(n-t))}var Rg=0,Ig;function yM(){let e=Rg;return Rg=0,Ig=void 0,e}function wn(e){e!==Ig&&(Ig=e,console.warn(e),++Rg)}function Cu(e,t,n,i,{type:r,nice:s,clamp:o,domain:a=Uo(i),unknown:c,pivot:l=0,scheme:u,range:h,symmetric:f=!0,interpolate:d=he.get(e)===In?u==null&&h!==void 0?ms:Do(u!==void 0?u:"rdbu"):Fe,reverse:p}){l=+l,a=Ui(a);let[_,m]=a;if(a.length>2&&wn(`Warning: the diverging ${e} scale domain contains extra elements.`),er(_,m)<0&&([_,m]=[m,_],p=!p),_=Math.min(_,l),m=Math.max(m,l),typeof d!="function"&&(d=Eg(d)),h!==void 0&&(d=d.length===1?hc(d)(...h):Dr(d,h)),p&&(d=Ag(d)),f){let g=n.apply(l),x=g-n.apply(_),w=n.apply(m)-g;x<w?_=n.invert(g-w):x>w&&(m=n.invert(g+x))}return t.domain([_,l,m]).unknown(c).interpolator(d),o&&t.clamp(o),s&&t.nice(s),{type:r,domain:[_,m],pivot:l,interpolate:d,scale:t}}function xM(e,t,n){return Cu(e,yp(),UI,t,n)}function vM(e,t,n){return Pg(e,t,{...n,exponent:.5})}function Pg(e,t,{exponent:n=1,...i}){return Cu(e,bp().exponent(n=+n),BI(n),t,{...i,type:"diverging-pow"})}function bM(e,t,{base:n=10,pivot:i=1,domain:r=Uo(t,i<0?du:ec),...s}){return Cu(e,xp().base(n=+n),FI,t,{domain:r,pivot:i,...s})}function MM(e,t,{constant:n=1,...i}){return Cu(e,vp().constant(n=+n),kI(n),t,i)}var UI={apply(e){return e},invert(e){return e}},FI={apply:Math.log,invert:Math.exp},OI={apply(e){return Math.sign(e)*Math.sqrt(Math.abs(e))},invert(e){return Math.sign(e)*(e*e)}};function BI(e){return e===.5?OI:{apply(t){return Math.sign(t)*Math.pow(Math.abs(t),e)},invert(t){return Math.sign(t)*Math.pow(Math.abs(t),1/e)}}}function kI(e){return{apply(t){return Math.sign(t)*Math.log1p(Math.abs(t/e))},invert(t){return Math.sign(t)*Math.expm1(Math.abs(t))*e}}}function SM(e,t,n,i){return Fo(e,t,n,i)}function wM(e,t,n){return SM(e,ob(),t,n)}function TM(e,t,n){return SM(e,ab(),t,n)}var Oo=Symbol("ordinal");function EM(e,t,n,{type:i,interval:r,domain:s,range:o,reverse:a,hint:c}){return r=Oi(r,i),s===void 0&&(s=LM(n,r,e)),(i==="categorical"||i===Oo)&&(i="ordinal"),a&&(s=ro(s)),s=t.domain(s).domain(),o!==void 0&&(typeof o=="function"&&(o=o(s)),t.range(o)),{type:i,domain:s,range:o,scale:t,hint:c,interval:r}}function CM(e,t,{type:n,interval:i,domain:r,range:s,scheme:o,unknown:a,...c}){i=Oi(i,n),r===void 0&&(r=LM(t,i,e));let l;if(he.get(e)===Po)l=zI(t),s=s===void 0?GI(l):fe(s,Lo);else if(he.get(e)===In&&(s===void 0&&(n==="ordinal"||n===Oo)&&(s=oM(r,o),s!==void 0&&(o=void 0)),o===void 0&&s===void 0&&(o=n==="ordinal"?"turbo":"observable10"),o!==void 0))if(s!==void 0){let u=Do(o),h=s[0],f=s[1]-s[0];s=({length:d})=>ln(p=>u(h+f*p),d)}else s=wg(o);if(a===ql)throw new Error(`implicit unknown on ${e} scale is not supported`);return EM(e,Zl().unknown(a),t,{...c,type:n,domain:r,range:s,hint:l})}function RM(e,t,{align:n=.5,padding:i=.5,...r}){return PM(tb().align(n).padding(i),t,r,e)}function IM(e,t,{align:n=.5,padding:i=.1,paddingInner:r=i,paddingOuter:s=e==="fx"||e==="fy"?0:i,...o}){return PM(bo().align(n).paddingInner(r).paddingOuter(s),t,o,e)}function PM(e,t,n,i){let{round:r}=n;return r!==void 0&&e.round(r=!!r),e=EM(i,e,t,n),e.round=r,e}function LM(e,t,n){let i=new bi;for(let{value:r,domain:s}of e){if(s!==void 0)return s();if(r!==void 0)for(let o of r)i.add(o)}if(t!==void 0){let[r,s]=je(i).map(t.floor,t);return t.range(r,t.offset(s))}if(i.size>1e4&&he.get(n)===Qn)throw new Error(`implicit ordinal domain of ${n} scale has more than 10,000 values`);return cl(i,ai)}function AM(e,t){let n;for(let{hint:i}of e){let r=i?.[t];if(r!==void 0){if(n===void 0)n=r;else if(n!==r)return}}return n}function zI(e){return{fill:AM(e,"fill"),stroke:AM(e,"stroke")}}function GI(e){return Ye(e.fill)?Nb:Lb}function dc(e,{label:t,inset:n=0,insetTop:i=n,insetRight:r=n,insetBottom:s=n,insetLeft:o=n,round:a,nice:c,clamp:l,zero:u,align:h,padding:f,projection:d,facet:{label:p=t}={},..._}={}){let m={};for(let[g,x]of e){let w=_[g],v=WI(g,x,{round:he.get(g)===Qn?a:void 0,nice:c,clamp:l,zero:u,align:h,padding:f,projection:d,...w});if(v){let{label:T=g==="fx"||g==="fy"?p:t,percent:M,transform:y,inset:b,insetTop:I=b!==void 0?b:g==="y"?i:0,insetRight:C=b!==void 0?b:g==="x"?r:0,insetBottom:E=b!==void 0?b:g==="y"?s:0,insetLeft:N=b!==void 0?b:g==="x"?o:0}=w||{};if(y==null)y=void 0;else if(typeof y!="function")throw new Error("invalid scale transform; not a function");v.percent=!!M,v.label=T===void 0?VI(x,v):T,v.transform=y,g==="x"||g==="fx"?(v.insetLeft=+N,v.insetRight=+C):(g==="y"||g==="fy")&&(v.insetTop=+I,v.insetBottom=+E),m[g]=v}}return m}function Ng(e){let t={},n={scales:t};for(let[i,r]of Object.entries(e)){let{scale:s,type:o,interval:a,label:c}=r;t[i]=YI(r),n[i]=s,s.type=o,a!=null&&(s.interval=a),c!=null&&(s.label=c)}return n}function OM(e,t){let{x:n,y:i,fx:r,fy:s}=e,o=r||s?Iu(t):t;r&&NM(r,o),s&&DM(s,o);let a=r||s?Dg(e,t):t;n&&NM(n,a),i&&DM(i,a)}function VI(e=[],t){let n;for(let{label:i}of e)if(i!==void 0){if(n===void 0)n=i;else if(n!==i)return}if(n!==void 0)return!ki(t)&&t.percent&&(n=`${n} (%)`),{inferred:!0,toString:()=>n}}function BM(e){return Math.sign(fr(e.domain()))*Math.sign(fr(e.range()))}function Iu(e){let{marginTop:t,marginRight:n,marginBottom:i,marginLeft:r,width:s,height:o,facet:{marginTop:a,marginRight:c,marginBottom:l,marginLeft:u}}=e;return{marginTop:Math.max(t,a),marginRight:Math.max(n,c),marginBottom:Math.max(i,l),marginLeft:Math.max(r,u),width:s,height:o}}function Dg({fx:e,fy:t},n){let{marginTop:i,marginRight:r,marginBottom:s,marginLeft:o,width:a,height:c}=Iu(n);return{marginTop:i,marginRight:r,marginBottom:s,marginLeft:o,width:e?e.scale.bandwidth()+o+r:a,height:t?t.scale.bandwidth()+i+s:c,facet:{width:a,height:c}}}function NM(e,t){if(e.range===void 0){let{insetLeft:n,insetRight:i}=e,{width:r,marginLeft:s=0,marginRight:o=0}=t,a=s+n,c=r-o-i;e.range=[a,Math.max(a,c)],ki(e)||(e.range=zM(e)),e.scale.range(e.range)}kM(e)}function DM(e,t){if(e.range===void 0){let{insetTop:n,insetBottom:i}=e,{height:r,marginTop:s=0,marginBottom:o=0}=t,a=s+n,c=r-o-i;e.range=[Math.max(a,c),a],ki(e)?e.range.reverse():e.range=zM(e),e.scale.range(e.range)}kM(e)}function kM(e){e.round===void 0&&XI(e)&&HI(e)<=30&&e.scale.round(!0)}function HI({scale:e}){let t=e.domain().length,[n,i]=e.range(),r=e.paddingInner?e.paddingInner():1,s=e.paddingOuter?e.paddingOuter():e.padding(),o=t-r,a=Math.abs(i-n)/Math.max(1,o+s*2);return(a-Math.floor(a))*o}function zM(e){let t=e.scale.domain().length+Ug(e);if(!(t>2))return e.range;let[n,i]=e.range;return Array.from({length:t},(r,s)=>n+s/(t-1)*(i-n))}function WI(e,t=[],n={}){let i=$I(e,t,n);if(n.type===void 0&&n.domain===void 0&&n.range===void 0&&n.interval==null&&e!=="fx"&&e!=="fy"&&ki({type:i})){let r=t.map(({value:s})=>s).filter(s=>s!==void 0);r.some(Ee)?wn(`Warning: some data associated with the ${e} scale are dates. Dates are typically associated with a "utc" or "time" scale rather than a "${Bo(i)}" scale. If you are using a bar mark, you probably want a rect mark with the interval option instead; if you are using a group transform, you probably want a bin transform instead. If you want to treat this data as ordinal, you can specify the interval of the ${e} scale (e.g., d3.utcDay), or you can suppress this warning by setting the type of the ${e} scale to "${Bo(i)}".`):r.some(T1)?wn(`Warning: some data associated with the ${e} scale are strings that appear to be dates (e.g., YYYY-MM-DD). If these strings represent dates, you should parse them to Date objects. Dates are typically associated with a "utc" or "time" scale rather than a "${Bo(i)}" scale. If you are using a bar mark, you probably want a rect mark with the interval option instead; if you are using a group transform, you probably want a bin transform instead. If you want to treat this data as ordinal, you can suppress this warning by setting the type of the ${e} scale to "${Bo(i)}".`):r.some(A1)&&wn(`Warning: some data associated with the ${e} scale are strings that appear to be numbers. If these strings represent numbers, you should parse or coerce them to numbers. Numbers are typically associated with a "linear" scale rather than a "${Bo(i)}" scale. If you want to treat this data as ordinal, you can specify the interval of the ${e} scale (e.g., 1 for integers), or you can suppress this warning by setting the type of the ${e} scale to "${Bo(i)}".`)}switch(n.type=i,i){case"diverging":case"diverging-sqrt":case"diverging-pow":case"diverging-log":case"diverging-symlog":case"cyclical":case"sequential":case"linear":case"sqrt":case"threshold":case"quantile":case"pow":case"log":case"symlog":n=Ru(t,n,Di);break;case"identity":switch(he.get(e)){case Qn:n=Ru(t,n,Di);break;case Po:n=Ru(t,n,qI);break}break;case"utc":case"time":n=Ru(t,n,og);break}switch(i){case"diverging":return xM(e,t,n);case"diverging-sqrt":return vM(e,t,n);case"diverging-pow":return Pg(e,t,n);case"diverging-log":return bM(e,t,n);case"diverging-symlog":return MM(e,t,n);case"categorical":case"ordinal":case Oo:return CM(e,t,n);case"cyclical":case"sequential":case"linear":return uM(e,t,n);case"sqrt":return fM(e,t,n);case"threshold":return Eu(e,t,n);case"quantile":return pM(e,t,n);case"quantize":return mM(e,t,n);case"pow":return Cg(e,t,n);case"log":return hM(e,t,n);case"symlog":return dM(e,t,n);case"utc":return TM(e,t,n);case"time":return wM(e,t,n);case"point":return RM(e,t,n);case"band":return IM(e,t,n);case"identity":return gM(e);case void 0:return;default:throw new Error(`unknown scale type: ${i}`)}}function Bo(e){return typeof e=="symbol"?e.description:e}function UM(e){return typeof e=="string"?`${e}`.toLowerCase():e}var FM={toString:()=>"projection"};function $I(e,t,{type:n,domain:i,range:r,scheme:s,pivot:o,projection:a}){if(n=UM(n),e==="fx"||e==="fy")return"band";(e==="x"||e==="y")&&a!=null&&(n=FM);for(let u of t){let h=UM(u.type);if(h!==void 0){if(n===void 0)n=h;else if(n!==h)throw new Error(`scale incompatible with channel: ${n} !== ${h}`)}}if(n===FM)return;if(n!==void 0)return n;if(i===void 0&&!t.some(({value:u})=>u!==void 0))return;let c=he.get(e);if(c===Ls)return"sqrt";if(c===Ds||c===Ns)return"linear";if(c===Po)return"ordinal";let l=(i??r)?.length;if(l<2||l>2)return Lg(c);if(i!==void 0){if(dg(i))return Lg(c);if(Ee(i))return"utc"}else{let u=t.map(({value:h})=>h).filter(h=>h!==void 0);if(u.some(dg))return Lg(c);if(u.some(Ee))return"utc"}if(c===In){if(o!=null||aM(s))return"diverging";if(sM(s))return"categorical"}return"linear"}function Lg(e){switch(e){case Qn:return"point";case In:return Oo;default:return"ordinal"}}function ki({type:e}){return e==="ordinal"||e==="point"||e==="band"||e===Oo}function Ug({type:e}){return e==="threshold"}function XI({type:e}){return e==="point"||e==="band"}function pc(e){if(e===void 0)return!0;let t=e.domain(),n=e(t[0]);for(let i=1,r=t.length;i<r;++i)if(e(t[i])-n)return!1;return!0}function Ru(e,{domain:t,...n},i){for(let r of e)r.value!==void 0&&(t===void 0&&(t=r.value?.domain),r.value=i(r.value));return{domain:t===void 0?t:i(t),...n}}function qI(e){return fe(e,Lo)}function GM(e){return t=>{if(!he.has(t=`${t}`))throw new Error(`unknown scale: ${t}`);return e[t]}}function YI({scale:e,type:t,domain:n,range:i,interpolate:r,interval:s,transform:o,percent:a,pivot:c}){if(t==="identity")return{type:"identity",apply:u=>u,invert:u=>u};let l=e.unknown?e.unknown():void 0;return{type:t,domain:oc(n),...i!==void 0&&{range:oc(i)},...o!==void 0&&{transform:o},...a&&{percent:a},...l!==void 0&&{unknown:l},...s!==void 0&&{interval:s},...r!==void 0&&{interpolate:r},...e.clamp&&{clamp:e.clamp()},...c!==void 0&&{pivot:c,symmetric:!1},...e.base&&{base:e.base()},...e.exponent&&{exponent:e.exponent()},...e.constant&&{constant:e.constant()},...e.align&&{align:e.align(),round:e.round()},...e.padding&&(e.paddingInner?{paddingInner:e.paddingInner(),paddingOuter:e.paddingOuter()}:{padding:e.padding()}),...e.bandwidth&&{bandwidth:e.bandwidth(),step:e.step()},apply:u=>e(u),...e.invert&&{invert:u=>e.invert(u)}}}function HM(e,t){let{fx:n,fy:i}=dc(e,t),r=n?.scale.domain(),s=i?.scale.domain();return r&&s?K_(r,s).map(([o,a],c)=>({x:o,y:a,i:c})):r?r.map((o,a)=>({x:o,i:a})):s?s.map((o,a)=>({y:o,i:a})):void 0}function WM(e,{x:t,y:n}){return t&&=zg(t),n&&=zg(n),e.filter(t&&n?i=>t.has(i.x)&&n.has(i.y):t?i=>t.has(i.x):i=>n.has(i.y)).sort(t&&n?(i,r)=>t.get(i.x)-t.get(r.x)||n.get(i.y)-n.get(r.y):t?(i,r)=>t.get(i.x)-t.get(r.x):(i,r)=>n.get(i.y)-n.get(r.y))}function Lu(e,{fx:t,fy:n}){let i=li(e),r=t?.value,s=n?.value;return t&&n?eo(i,o=>(o.fx=r[o[0]],o.fy=s[o[0]],o),o=>r[o],o=>s[o]):t?eo(i,o=>(o.fx=r[o[0]],o),o=>r[o]):eo(i,o=>(o.fy=s[o[0]],o),o=>s[o])}function $M(e,t,{marginTop:n,marginLeft:i}){let r=e?({x:o})=>e(o)-i:()=>0,s=t?({y:o})=>t(o)-n:()=>0;return function(o){this.tagName==="svg"?(this.setAttribute("x",r(o)),this.setAttribute("y",s(o))):this.setAttribute("transform",`translate(${r(o)},${s(o)})`)}}function XM(e){let t=[],n=new Uint32Array(io(e,i=>i.length));for(let i of e){let r=0;for(let s of e)i!==s&&(n.set(s,r),r+=s.length);t.push(n.slice(0,r))}return t}var ZI=new Map([["top",Fg],["right",kg],["bottom",Og],["left",Bg],["top-left",Pu(Fg,Bg)],["top-right",Pu(Fg,kg)],["bottom-left",Pu(Og,Bg)],["bottom-right",Pu(Og,kg)],["top-empty",KI],["right-empty",tP],["bottom-empty",QI],["left-empty",jI],["empty",eP]]);function qM(e){if(e==null)return null;let t=ZI.get(`${e}`.toLowerCase());if(t)return t;throw new Error(`invalid facet anchor: ${e}`)}var VM=new WeakMap;function zg(e){let t=VM.get(e);return t||VM.set(e,t=new ji(fe(e,(n,i)=>[n,i]))),t}function Wr(e,t){return zg(e).get(t)}function JI(e,t,n){return t=Kn(t),n=Kn(n),e.find(i=>Object.is(Kn(i.x),t)&&Object.is(Kn(i.y),n))}function Nu(e,t,n){return JI(e,t,n)?.empty}function Fg(e,{y:t},{y:n}){return t?Wr(t,n)===0:!0}function Og(e,{y:t},{y:n}){return t?Wr(t,n)===t.length-1:!0}function Bg(e,{x:t},{x:n}){return t?Wr(t,n)===0:!0}function kg(e,{x:t},{x:n}){return t?Wr(t,n)===t.length-1:!0}function KI(e,{y:t},{x:n,y:i,empty:r}){if(r)return!1;if(!t)return;let s=Wr(t,i);if(s>0)return Nu(e,n,t[s-1])}function QI(e,{y:t},{x:n,y:i,empty:r}){if(r)return!1;if(!t)return;let s=Wr(t,i);if(s<t.length-1)return Nu(e,n,t[s+1])}function jI(e,{x:t},{x:n,y:i,empty:r}){if(r)return!1;if(!t)return;let s=Wr(t,n);if(s>0)return Nu(e,t[s-1],i)}function tP(e,{x:t},{x:n,y:i,empty:r}){if(r)return!1;if(!t)return;let s=Wr(t,n);if(s<t.length-1)return Nu(e,t[s+1],i)}function eP(e,t,{empty:n}){return n}function Pu(e,t){return function(){return e.apply(null,arguments)&&t.apply(null,arguments)}}function Du(e,{channels:{fx:t,fy:n},groups:i}){return t&&n?e.map(({x:r,y:s})=>i.get(r)?.get(s)??[]):t?e.map(({x:r})=>i.get(r)??[]):e.map(({y:r})=>i.get(r)??[])}var YM=Math.PI,gr=2*YM,Gg=.618;function ZM({projection:e,inset:t=0,insetTop:n=t,insetRight:i=t,insetBottom:r=t,insetLeft:s=t}={},o){if(e==null)return;if(typeof e.stream=="function")return e;let a,c,l="frame";if(ci(e)){let T;if({type:e,domain:c,inset:T,insetTop:n=T!==void 0?T:n,insetRight:i=T!==void 0?T:i,insetBottom:r=T!==void 0?T:r,insetLeft:s=T!==void 0?T:s,clip:l=l,...a}=e,e==null)return}typeof e!="function"&&({type:e}=Vg(e));let{width:u,height:h,marginLeft:f,marginRight:d,marginTop:p,marginBottom:_}=o,m=u-f-d-s-i,g=h-p-_-n-r;if(e=e?.({width:m,height:g,clip:l,...a}),e==null)return;l=nP(l,f,p,u-d,h-_);let x=f+s,w=p+n,v;if(c!=null){let[[T,M],[y,b]]=ka(e).bounds(c),I=Math.min(m/(y-T),g/(b-M));I>0?(x-=(I*(T+y)-m)/2,w-=(I*(M+b)-g)/2,v=za({point(C,E){this.stream.point(C*I+x,E*I+w)}})):wn("Warning: the projection could not be fit to the specified domain; using the default scale.")}return v??=x===0&&w===0?JM():za({point(T,M){this.stream.point(T+x,M+w)}}),{stream:T=>e.stream(v.stream(l(T)))}}function Vg(e){switch(`${e}`.toLowerCase()){case"albers-usa":return fi(rv,.7463,.4673);case"albers":return Uu(Yd,.7463,.4673);case"azimuthal-equal-area":return fi(av,4,4);case"azimuthal-equidistant":return fi(lv,gr,gr);case"conic-conformal":return Uu(hv,gr,gr);case"conic-equal-area":return Uu(Ba,6.1702,2.9781);case"conic-equidistant":return Uu(pv,7.312,3.6282);case"equal-earth":return fi(gv,5.4133,2.6347);case"equirectangular":return fi(dv,gr,YM);case"gnomonic":return fi(yv,3.4641,3.4641);case"identity":return{type:JM};case"reflect-y":return{type:iP};case"mercator":return fi(uv,gr,gr);case"orthographic":return fi(vv,2,2);case"stereographic":return fi(Mv,2,2);case"transverse-mercator":return fi(wv,gr,gr);default:throw new Error(`unknown projection type: ${e}`)}}function nP(e,t,n,i,r){if(e===!1||e==null||typeof e=="number")return s=>s;if(e===!0&&(e="frame"),`${e}`.toLowerCase()==="frame")return Wd(t,n,i,r);throw new Error(`unknown projection clip type: ${e}`)}function fi(e,t,n){return{type:({width:i,height:r,rotate:s,precision:o=.15,clip:a})=>{let c=e();return o!=null&&c.precision?.(o),s!=null&&c.rotate?.(s),typeof a=="number"&&c.clipAngle?.(a),i!=null&&(c.scale(Math.min(i/t,r/n)),c.translate([i/2,r/2])),c},aspectRatio:n/t}}function Uu(e,t,n){let{type:i,aspectRatio:r}=fi(e,t,n);return{type:s=>{let{parallels:o,domain:a,width:c,height:l}=s,u=i(s);return o!=null&&(u.parallels(o),a===void 0&&c!=null&&u.fitSize([c,l],{type:"Sphere"})),u},aspectRatio:r}}var JM=Rn({stream:e=>e}),iP=Rn(za({point(e,t){this.stream.point(e,-t)}}));function KM(e,t,n,i){let r=n[e],s=n[t],o=r.length,a=n[e]=new Float64Array(o).fill(NaN),c=n[t]=new Float64Array(o).fill(NaN),l,u=i.stream({point(h,f){a[l]=h,c[l]=f}});for(l=0;l<o;++l)u.point(r[l],s[l])}function QM({projection:e}={}){return e==null?!1:typeof e.stream=="function"?!0:(ci(e)&&(e=e.type),e!=null)}function jM(e){if(typeof e?.stream=="function")return Gg;if(ci(e)){let t,n;if({domain:t,type:e,...n}=e,t!=null&&e!=null){let i=typeof e=="string"?Vg(e).type:e,[[r,s],[o,a]]=ka(i({...n,width:100,height:100})).bounds(t),c=(a-s)/(o-r);return c&&isFinite(c)?c<.2?.2:c>5?5:c:Gg}}if(e!=null){if(typeof e!="function"){let{aspectRatio:t}=Vg(e);if(t)return t}return Gg}}function tS(e){let t=[],n=[],i={scale:"x",value:t},r={scale:"y",value:n},s={point(o,a){t.push(o),n.push(a)},lineStart(){},lineEnd(){},polygonStart(){},polygonEnd(){},sphere(){}};for(let o of e.value)Ur(o,s);return[i,r]}function eS({x:e,y:t}){if(e||t)return e??=n=>n,t??=n=>n,za({point(n,i){this.stream.point(e(n),t(i))}})}function ko(e={}){let{document:t=typeof window<"u"?window.document:void 0,clip:n}=e;return{document:t,clip:wu(n)}}function ye(e,{document:t}){return ri(so(e).call(t.documentElement))}var Fu=Symbol("unset");function Ou(e){return(e.length===1?rP:sP)(e)}function rP(e){let t,n=Fu;return i=>(Object.is(n,i)||(n=i,t=e(i)),t)}function sP(e){let t,n;return(...i)=>((n?.length!==i.length||n.some((r,s)=>!Object.is(r,i[s])))&&(n=i,t=e(...i)),t)}var oP=Ou(e=>new Intl.NumberFormat(e)),P6=Ou((e,t)=>new Intl.DateTimeFormat(e,{timeZone:"UTC",...t&&{month:t}})),L6=Ou((e,t)=>new Intl.DateTimeFormat(e,{timeZone:"UTC",...t&&{weekday:t}}));function aP(e="en-US"){let t=oP(e);return n=>n!=null&&!isNaN(n)?t.format(n):void 0}function cP(e){return pu(e,"Invalid Date")}function lP(e="en-US"){let t=aP(e);return n=>(n instanceof Date?cP:typeof n=="number"?t:Re)(n)}var zi=lP();var tn=(typeof window<"u"?window.devicePixelRatio>1:typeof it>"u")?0:.5,uP=0;function iS(){return`plot-clip-${++uP}`}function rS(e,{title:t,href:n,ariaLabel:i,ariaDescription:r,ariaHidden:s,target:o,fill:a,fillOpacity:c,stroke:l,strokeWidth:u,strokeOpacity:h,strokeLinejoin:f,strokeLinecap:d,strokeMiterlimit:p,strokeDasharray:_,strokeDashoffset:m,opacity:g,mixBlendMode:x,imageFilter:w,paintOrder:v,pointerEvents:T,shapeRendering:M,channels:y},{ariaLabel:b,fill:I="currentColor",fillOpacity:C,stroke:E="none",strokeOpacity:N,strokeWidth:B,strokeLinecap:P,strokeLinejoin:L,strokeMiterlimit:z,paintOrder:k}){I===null&&(a=null,c=null),E===null&&(l=null,h=null),Ye(I)?!Ye(E)&&(!Ye(a)||y?.fill)&&(E="none"):Ye(E)&&(!Ye(l)||y?.stroke)&&(I="none");let[Y,U]=Mn(a,I),[G,X]=ke(c,C),[st,ct]=Mn(l,E),[W,at]=ke(h,N),[ft,ot]=ke(g);Ps(ct)||(u===void 0&&(u=B),d===void 0&&(d=P),f===void 0&&(f=L),p===void 0&&!R1(f)&&(p=z),!Ps(U)&&v===void 0&&(v=k));let[rt,Z]=ke(u);return I!==null&&(e.fill=Te(U,"currentColor"),e.fillOpacity=mc(X,1)),E!==null&&(e.stroke=Te(ct,"none"),e.strokeWidth=mc(Z,1),e.strokeOpacity=mc(at,1),e.strokeLinejoin=Te(f,"miter"),e.strokeLinecap=Te(d,"butt"),e.strokeMiterlimit=mc(p,4),e.strokeDasharray=Te(_,"none"),e.strokeDashoffset=Te(m,"0")),e.target=Re(o),e.ariaLabel=Re(b),e.ariaDescription=Re(r),e.ariaHidden=Re(s),e.opacity=mc(ot,1),e.mixBlendMode=Te(x,"normal"),e.imageFilter=Te(w,"none"),e.paintOrder=Te(v,"normal"),e.pointerEvents=Te(T,"auto"),e.shapeRendering=Te(M,"auto"),{title:{value:t,optional:!0,filter:null},href:{value:n,optional:!0,filter:null},ariaLabel:{value:i,optional:!0,filter:null},fill:{value:Y,scale:"auto",optional:!0},fillOpacity:{value:G,scale:"auto",optional:!0},stroke:{value:st,scale:"auto",optional:!0},strokeOpacity:{value:W,scale:"auto",optional:!0},strokeWidth:{value:rt,optional:!0},opacity:{value:ft,scale:"auto",optional:!0}}}function fP(e,t){t&&e.filter(n=>tc(t[n])).append("title").call(dP,t)}function hP(e,t){t&&e.filter(([n])=>tc(t[n])).append("title").call(pP,t)}function dP(e,t){t&&e.text(n=>zi(t[n]))}function pP(e,t){t&&e.text(([n])=>zi(t[n]))}function _r(e,{target:t,tip:n},{ariaLabel:i,title:r,fill:s,fillOpacity:o,stroke:a,strokeOpacity:c,strokeWidth:l,opacity:u,href:h}){i&&$t(e,"aria-label",f=>i[f]),s&&$t(e,"fill",f=>s[f]),o&&$t(e,"fill-opacity",f=>o[f]),a&&$t(e,"stroke",f=>a[f]),c&&$t(e,"stroke-opacity",f=>c[f]),l&&$t(e,"stroke-width",f=>l[f]),u&&$t(e,"opacity",f=>u[f]),h&&aS(e,f=>h[f],t),n||fP(e,r)}function sS(e,{target:t,tip:n},{ariaLabel:i,title:r,fill:s,fillOpacity:o,stroke:a,strokeOpacity:c,strokeWidth:l,opacity:u,href:h}){i&&$t(e,"aria-label",([f])=>i[f]),s&&$t(e,"fill",([f])=>s[f]),o&&$t(e,"fill-opacity",([f])=>o[f]),a&&$t(e,"stroke",([f])=>a[f]),c&&$t(e,"stroke-opacity",([f])=>c[f]),l&&$t(e,"stroke-width",([f])=>l[f]),u&&$t(e,"opacity",([f])=>u[f]),h&&aS(e,([f])=>h[f],t),n||hP(e,r)}function mP({ariaLabel:e,title:t,fill:n,fillOpacity:i,stroke:r,strokeOpacity:s,strokeWidth:o,opacity:a,href:c},{tip:l}){return[e,l?void 0:t,n,i,r,s,o,a,c].filter(u=>u!==void 0)}function gP(e,t,n){let i=al(e,r=>t[r]);return n===void 0&&i.size>1+e.length>>1&&wn("Warning: the implicit z channel has high cardinality. This may occur when the fill or stroke channel is associated with quantitative data rather than ordinal or categorical data. You can suppress this warning by setting the z option explicitly; if this data represents a single series, set z to null."),i.values()}function*oS(e,t,n,i){let{z:r}=n,{z:s}=i,o=mP(i,n),a=[...t,...o];for(let c of s?gP(e,s,r):[e]){let l,u;t:for(let h of c){for(let f of a)if(!Jn(f[h])){u&&u.push(-1);continue t}if(l===void 0){u&&(yield u),l=o.map(f=>Kn(f[h])),u=[h];continue}u.push(h);for(let f=0;f<o.length;++f)if(Kn(o[f][h])!==l[f]){yield u,l=o.map(p=>Kn(p[h])),u=[h];continue t}}u&&(yield u)}}function _P(e,t,n,i){let r,{clip:s=i.clip}=t;s==="frame"?(e=ye("svg:g",i).each(function(){this.appendChild(e.node()),e.node=()=>this}),r=xP(i,n)):s&&(r=bP(s,i)),$t(e,"aria-label",t.ariaLabel),$t(e,"aria-description",t.ariaDescription),$t(e,"aria-hidden",t.ariaHidden),$t(e,"clip-path",r)}function yP(e){let t=new WeakMap;return(n,i)=>{let r=t.get(n);if(!r){let s=iS();ri(n.ownerSVGElement).append("clipPath").attr("id",s).call(e,n,i),t.set(n,r=`url(#${s})`)}return r}}var xP=yP((e,t,n)=>{let{width:i,height:r,marginLeft:s,marginRight:o,marginTop:a,marginBottom:c}=n;e.append("rect").attr("x",s).attr("y",a).attr("width",i-o-s).attr("height",r-a-c)}),nS=new WeakMap,vP={type:"Sphere"};function bP(e,t){let n,i;if((n=nS.get(t))||nS.set(t,n=new WeakMap),e.type==="Sphere"&&(e=vP),!(i=n.get(e))){let r=iS();ri(t.ownerSVGElement).append("clipPath").attr("id",r).append("path").attr("d",t.path()(e)),n.set(e,i=`url(#${r})`)}return i}function Pn(e,t,n,i){_P(e,t,n,i),$t(e,"class",t.className),$t(e,"fill",t.fill),$t(e,"fill-opacity",t.fillOpacity),$t(e,"stroke",t.stroke),$t(e,"stroke-width",t.strokeWidth),$t(e,"stroke-opacity",t.strokeOpacity),$t(e,"stroke-linejoin",t.strokeLinejoin),$t(e,"stroke-linecap",t.strokeLinecap),$t(e,"stroke-miterlimit",t.strokeMiterlimit),$t(e,"stroke-dasharray",t.strokeDasharray),$t(e,"stroke-dashoffset",t.strokeDashoffset),$t(e,"shape-rendering",t.shapeRendering),$t(e,"filter",t.imageFilter),$t(e,"paint-order",t.paintOrder);let{pointerEvents:r=i.pointerSticky===!1?"none":void 0}=t;$t(e,"pointer-events",r)}function Ln(e,t){MP(e,"mix-blend-mode",t.mixBlendMode),$t(e,"opacity",t.opacity)}function aS(e,t,n){e.each(function(i){let r=t(i);if(r!=null){let s=this.ownerDocument.createElementNS(Lr.svg,"a");s.setAttribute("fill","inherit"),s.setAttributeNS(Lr.xlink,"href",r),n!=null&&s.setAttribute("target",n),this.parentNode.insertBefore(s,this).appendChild(this)}})}function $t(e,t,n){n!=null&&e.attr(t,n)}function MP(e,t,n){n!=null&&e.style(t,n)}function Nn(e,t,{x:n,y:i},r=tn,s=tn){r+=t.dx,s+=t.dy,n?.bandwidth&&(r+=n.bandwidth()/2),i?.bandwidth&&(s+=i.bandwidth()/2),(r||s)&&e.attr("transform",`translate(${r},${s})`)}function Te(e,t){if((e=Re(e))!==t)return e}function mc(e,t){if((e=Ie(e))!==t)return e}var SP=/^-?([_a-z]|[\240-\377]|\\[0-9a-f]{1,6}(\r\n|[ \t\r\n\f])?|\\[^\r\n\f0-9a-f])([_a-z0-9-]|[\240-\377]|\\[0-9a-f]{1,6}(\r\n|[ \t\r\n\f])?|\\[^\r\n\f0-9a-f])*$/i;function zo(e){if(e===void 0)return"plot-d6a7b5";if(e=`${e}`,!SP.test(e))throw new Error(`invalid class name: ${e}`);return e}function Go(e,t){if(typeof t=="string")e.property("style",t);else if(t!=null)for(let n of e)Object.assign(n.style,t)}function $r({frameAnchor:e},{width:t,height:n,marginTop:i,marginRight:r,marginBottom:s,marginLeft:o}){return[/left$/.test(e)?o:/right$/.test(e)?t-r:(o+t-r)/2,/^top/.test(e)?i:/^bottom/.test(e)?n-s:(i+n-s)/2]}var De=class{constructor(t,n={},i={},r){let{facet:s="auto",facetAnchor:o,fx:a,fy:c,sort:l,dx:u=0,dy:h=0,margin:f=0,marginTop:d=f,marginRight:p=f,marginBottom:_=f,marginLeft:m=f,className:g,clip:x=r?.clip,channels:w,tip:v,render:T}=i;if(this.data=t,this.sort=Is(l)?l:null,this.initializer=Us(i).initializer,this.transform=this.initializer?i.transform:Tu(i).transform,s===null||s===!1?this.facet=null:(this.facet=hn(s===!0?"include":s,"facet",["auto","include","exclude","super"]),this.fx=t===Eo&&typeof a=="string"?[a]:a,this.fy=t===Eo&&typeof c=="string"?[c]:c),this.facetAnchor=qM(o),n=pg(n),w!==void 0&&(n={...wP(w),...n}),r!==void 0&&(n={...rS(this,i,r),...n}),this.channels=Object.fromEntries(Object.entries(n).map(([M,y])=>{if(ac(y.value)){let{value:b,label:I=y.label,scale:C=y.scale}=y.value;y={...y,label:I,scale:C,value:b}}if(t===Eo&&typeof y.value=="string"){let{value:b}=y;y={...y,value:[b]}}return[M,y]}).filter(([M,{value:y,optional:b}])=>{if(y!=null)return!0;if(b)return!1;throw new Error(`missing channel value: ${M}`)})),this.dx=+u,this.dy=+h,this.marginTop=+d,this.marginRight=+p,this.marginBottom=+_,this.marginLeft=+m,this.clip=wu(x),this.tip=TP(v),this.className=Re(g),this.facet==="super"){if(a||c)throw new Error("super-faceting cannot use fx or fy");for(let M in this.channels){let{scale:y}=n[M];if(!(y!=="x"&&y!=="y"))throw new Error("super-faceting cannot use x or y")}}T!=null&&(this.render=Wg(T,this.render))}initialize(t,n,i){let r=hr(this.data);t===void 0&&r!=null&&(t=[li(r)]);let s=t;this.transform!=null&&({facets:t,data:r}=this.transform(r,t,i),r=hr(r)),t!==void 0&&(t.original=s);let o=Z1(this.channels,r);return this.sort!=null&&K1(r,t,o,n,this.sort),{data:r,facets:t,channels:o}}filter(t,n,i){for(let r in n){let{filter:s=Jn}=n[r];if(s!==null){let o=i[r];t=t.filter(a=>s(o[a]))}}return t}project(t,n,i){for(let r in t)if(t[r].scale==="x"&&/^x|x$/.test(r)){let s=r.replace(/^x|x$/,"y");s in t&&t[s].scale==="y"&&KM(r,s,n,i.projection)}}scale(t,n,i){let r=J1(t,n);return i.projection&&this.project(t,r,i),r}};function Hg(...e){return e.plot=De.prototype.plot,e}function Wg(e,t){if(e==null)return t===null?void 0:t;if(t==null)return e===null?void 0:e;if(typeof e!="function")throw new TypeError(`invalid render transform: ${e}`);if(typeof t!="function")throw new TypeError(`invalid render transform: ${t}`);return function(n,i,r,s,o,a){return e.call(this,n,i,r,s,o,(c,l,u,h,f)=>t.call(this,c,l,u,h,f,a))}}function wP(e){return Object.fromEntries(Object.entries(pg(e)).map(([t,n])=>(n=typeof n=="string"?{value:n,label:t}:Bi(n),n.filter===void 0&&n.scale==null&&(n={...n,filter:null}),[t,n])))}function TP(e){return e===!0?"xy":e===!1||e==null?null:typeof e=="string"?hn(e,"tip",["x","y","xy"]):e}function gc(e,t){return e?.tip===!0?{...e,tip:t}:ci(e?.tip)&&e.tip.pointer===void 0?{...e,tip:{...e.tip,pointer:t}}:e}function lS(e,t,n={}){let i=.5-tn,r=.5+tn,s=.5+tn,o=.5-tn;for(let{marginTop:_,marginRight:m,marginBottom:g,marginLeft:x}of t)_>i&&(i=_),m>r&&(r=m),g>s&&(s=g),x>o&&(o=x);let{margin:a,marginTop:c=a!==void 0?a:i,marginRight:l=a!==void 0?a:r,marginBottom:u=a!==void 0?a:s,marginLeft:h=a!==void 0?a:o}=n;c=+c,l=+l,u=+u,h=+h;let{width:f=640,height:d=AP(e,n,{width:f,marginTopDefault:i,marginRightDefault:r,marginBottomDefault:s,marginLeftDefault:o})+Math.max(0,c-i+u-s)}=n;f=+f,d=+d;let p={width:f,height:d,marginTop:c,marginRight:l,marginBottom:u,marginLeft:h};if(e.fx||e.fy){let{margin:_,marginTop:m=_!==void 0?_:c,marginRight:g=_!==void 0?_:l,marginBottom:x=_!==void 0?_:u,marginLeft:w=_!==void 0?_:h}=n.facet??{};m=+m,g=+g,x=+x,w=+w,p.facet={marginTop:m,marginRight:g,marginBottom:x,marginLeft:w}}return p}function AP({x:e,y:t,fy:n,fx:i},{projection:r,aspectRatio:s},{width:o,marginTopDefault:a,marginRightDefault:c,marginBottomDefault:l,marginLeftDefault:u}){let h=n&&n.scale.domain().length||1,f=jM(r);if(f){let p=i?i.scale.domain().length:1,_=(1.1*h-.1)/(1.1*p-.1)*f,m=Math.max(.1,Math.min(10,_));return Math.round((o-u-c)*m+a+l)}let d=t?ki(t)?t.scale.domain().length||1:Math.max(7,17/h):1;if(s!=null){if(s=+s,!(isFinite(s)&&s>0))throw new Error(`invalid aspectRatio: ${s}`);let p=cS("y",t)/(cS("x",e)*s),_=i?i.scale.bandwidth():1,m=n?n.scale.bandwidth():1,g=_*(o-u-c)-e.insetLeft-e.insetRight;return(p*g+t.insetTop+t.insetBottom)/m+a+l}return!!(t||n)*Math.max(1,Math.min(60,d*h))*20+!!i*30+60}function cS(e,t){if(!t)throw new Error(`aspectRatio requires ${e} scale`);let{type:n,domain:i}=t,r;switch(n){case"linear":case"utc":case"time":r=Number;break;case"pow":{let a=t.scale.exponent();r=c=>Math.pow(c,a);break}case"log":r=Math.log;break;case"point":case"band":return i.length;default:throw new Error(`unsupported ${e} scale for aspectRatio: ${n}`)}let[s,o]=je(i);return Math.abs(r(o)-r(s))}var uS=new WeakMap;function $g(e,t,{x:n,y:i,px:r,py:s,maxRadius:o=40,channels:a,render:c,...l}={}){return o=+o,r!=null&&(n??=null,a={...a,px:{value:r,scale:"x"}}),s!=null&&(i??=null,a={...a,py:{value:s,scale:"y"}}),{x:n,y:i,channels:a,...l,render:Wg(function(u,h,f,d,p,_){p={...p,pointerSticky:!1};let m=p.ownerSVGElement,{data:g}=p.getMarkState(this),x=uS.get(m);x||uS.set(m,x={sticky:!1,roots:[],renders:[]});let w=x.renders.push(ct)-1,{x:v,y:T,fx:M,fy:y}=h,b=M?M(u.fx)-d.marginLeft:0,I=y?y(u.fy)-d.marginTop:0;v?.bandwidth&&(b+=v.bandwidth()/2),T?.bandwidth&&(I+=T.bandwidth()/2);let C=u.fi!=null,E;if(C){let ot=x.facetStates;ot||(x.facetStates=ot=new Map),E=ot.get(this),E||ot.set(this,E=new Map)}let[N,B]=$r(this,d),{px:P,py:L}=f,z=P?ot=>P[ot]:qg(f,N),k=L?ot=>L[ot]:Yg(f,B),Y,U,G,X;function st(ot,rt){if(C)if(X&&(X=cancelAnimationFrame(X)),ot==null)E.delete(u.fi);else{E.set(u.fi,rt),X=requestAnimationFrame(()=>{X=null;for(let[Z,gt]of E)if(gt<rt||gt===rt&&Z<u.fi){ot=null;break}ct(ot)});return}ct(ot)}function ct(ot){if(Y===ot&&G===x.sticky)return;Y=ot,G=p.pointerSticky=x.sticky;let rt=Y==null?[]:[Y];C&&(rt.fx=u.fx,rt.fy=u.fy,rt.fi=u.fi);let Z=_(rt,h,f,d,p);if(U){if(C){let gt=U.parentNode,lt=U.getAttribute("transform"),J=Z.getAttribute("transform");lt?Z.setAttribute("transform",lt):Z.removeAttribute("transform"),J?gt.setAttribute("transform",J):gt.removeAttribute("transform"),Z.removeAttribute("aria-label"),Z.removeAttribute("aria-description"),Z.removeAttribute("aria-hidden")}U.replaceWith(Z)}if(x.roots[w]=U=Z,!(Y==null&&E?.size>1)){let gt=Y==null?null:Gr(g)?g[Y]:g.get(Y);p.dispatchValue(gt)}return Z}function W(ot){if(x.sticky||ot.pointerType==="mouse"&&ot.buttons===1)return;let[rt,Z]=Ty(ot);rt-=b,Z-=I;let gt=rt<d.marginLeft||rt>d.width-d.marginRight?1:e,lt=Z<d.marginTop||Z>d.height-d.marginBottom?1:t,J=null,It=o*o;for(let pt of u){let Ut=gt*(z(pt)-rt),zt=lt*(k(pt)-Z),oe=Ut*Ut+zt*zt;oe<=It&&(J=pt,It=oe)}if(J!=null&&(e!==1||t!==1)){let pt=z(J)-rt,Ut=k(J)-Z;It=pt*pt+Ut*Ut}st(J,It)}function at(ot){ot.pointerType==="mouse"&&Y!=null&&(x.sticky&&x.roots.some(rt=>rt?.contains(ot.target))||(x.sticky?(x.sticky=!1,x.renders.forEach(rt=>rt(null))):(x.sticky=!0,ct(Y)),ot.stopImmediatePropagation()))}function ft(ot){ot.pointerType==="mouse"&&(x.sticky||st(null))}return m.addEventListener("pointerenter",W),m.addEventListener("pointermove",W),m.addEventListener("pointerdown",at),m.addEventListener("pointerleave",ft),ct(null)},c)}}function fS(e){return $g(1,1,e)}function hS(e){return $g(1,.01,e)}function Xg(e){return $g(.01,1,e)}function qg({x1:e,x2:t,x:n=e},i){return e&&t?r=>(e[r]+t[r])/2:n?r=>n[r]:()=>i}function Yg({y1:e,y2:t,y:n=e},i){return e&&t?r=>(e[r]+t[r])/2:n?r=>n[r]:()=>i}function Bu(e){return ki(e)&&e.interval===void 0?void 0:"tabular-nums"}function dS(e,t){let{label:n=e.label,tickSize:i=6,width:r=240,height:s=44+i,marginTop:o=18,marginRight:a=0,marginBottom:c=16+i,marginLeft:l=0,style:u,ticks:h=(r-l-a)/64,tickFormat:f,fontVariant:d=Bu(e),round:p=!0,opacity:_,className:m}=t,g=ko(t);m=zo(m),_=ke(_)[1],f===null&&(f=()=>null);let x=ye("svg",g).attr("class",`${m}-ramp`).attr("font-family","system-ui, sans-serif").attr("font-size",10).attr("width",r).attr("height",s).attr("viewBox",`0 0 ${r} ${s}`).call(N=>N.append("style").text(`:where(.${m}-ramp) {
  display: block;
  height: auto;
  height: intrinsic;
  max-width: 100%;
  overflow: visible;
}
:where(.${m}-ramp text) {
  white-space: pre;
}`)).call(Go,u),w=N=>N.selectAll(".tick line").attr("y1",o+c-s),v,T=p?(N,B)=>N.rangeRound(B):(N,B)=>N.range(B),{type:M,domain:y,range:b,interpolate:I,scale:C,pivot:E}=e;if(I){let N=b===void 0?I:Dr(I.length===1?hc(I):I,b);v=T(C.copy(),ln(Fe(l,r-a),Math.min(y.length+(E!==void 0),b===void 0?1/0:b.length)));let B=256,P=g.document.createElement("canvas");P.width=B,P.height=1;let L=P.getContext("2d");for(let z=0,k=B-1;z<B;++z)L.fillStyle=N(z/k),L.fillRect(z,0,1,1);x.append("image").attr("opacity",_).attr("x",l).attr("y",o).attr("width",r-l-a).attr("height",s-o-c).attr("preserveAspectRatio","none").attr("xlink:href",P.toDataURL())}else if(M==="threshold"){let N=y,B=f===void 0?P=>P:typeof f=="string"?wi(f):f;v=T(Za().domain([-1,b.length-1]),[l,r-a]),x.append("g").attr("fill-opacity",_).selectAll().data(b).enter().append("rect").attr("x",(P,L)=>v(L-1)).attr("y",o).attr("width",(P,L)=>v(L)-v(L-1)).attr("height",s-o-c).attr("fill",P=>P),h=fe(N,(P,L)=>L),f=P=>B(N[P],P)}else v=T(bo().domain(y),[l,r-a]),x.append("g").attr("fill-opacity",_).selectAll().data(y).enter().append("rect").attr("x",v).attr("y",o).attr("width",Math.max(0,v.bandwidth()-1)).attr("height",s-o-c).attr("fill",C),w=()=>{};return x.append("g").attr("transform",`translate(0,${s-c})`).call(dy(v).ticks(Array.isArray(h)?null:h,typeof f=="string"?f:void 0).tickFormat(typeof f=="function"?f:void 0).tickSize(i).tickValues(Array.isArray(h)?h:null)).attr("font-size",null).attr("font-family",null).attr("font-variant",Te(d,"normal")).call(w).call(N=>N.select(".domain").remove()),n!==void 0&&x.append("text").attr("x",l).attr("y",o-6).attr("fill","currentColor").attr("font-weight","bold").text(n),x.node()}var Zg=Math.PI/180;function _c(e,{marker:t,markerStart:n=t,markerMid:i=t,markerEnd:r=t}={}){e.markerStart=Jg(n),e.markerMid=Jg(i),e.markerEnd=Jg(r)}function Jg(e){if(e==null||e===!1)return null;if(e===!0)return mS;if(typeof e=="function")return e;switch(`${e}`.toLowerCase()){case"none":return null;case"arrow":return pS("auto");case"arrow-reverse":return pS("auto-start-reverse");case"dot":return EP;case"circle":case"circle-fill":return mS;case"circle-stroke":return CP;case"tick":return Kg("auto");case"tick-x":return Kg(90);case"tick-y":return Kg(0)}throw new Error(`invalid marker: ${e}`)}function pS(e){return(t,n)=>ye("svg:marker",n).attr("viewBox","-5 -5 10 10").attr("markerWidth",6.67).attr("markerHeight",6.67).attr("orient",e).attr("fill","none").attr("stroke",t).attr("stroke-width",1.5).attr("stroke-linecap","round").attr("stroke-linejoin","round").call(i=>i.append("path").attr("d","M-1.5,-3l3,3l-3,3")).node()}function EP(e,t){return ye("svg:marker",t).attr("viewBox","-5 -5 10 10").attr("markerWidth",6.67).attr("markerHeight",6.67).attr("fill",e).attr("stroke","none").call(n=>n.append("circle").attr("r",2.5)).node()}function mS(e,t){return ye("svg:marker",t).attr("viewBox","-5 -5 10 10").attr("markerWidth",6.67).attr("markerHeight",6.67).attr("fill",e).attr("stroke","var(--plot-background)").attr("stroke-width",1.5).call(n=>n.append("circle").attr("r",3)).node()}function CP(e,t){return ye("svg:marker",t).attr("viewBox","-5 -5 10 10").attr("markerWidth",6.67).attr("markerHeight",6.67).attr("fill","var(--plot-background)").attr("stroke",e).attr("stroke-width",1.5).call(n=>n.append("circle").attr("r",3)).node()}function Kg(e){return(t,n)=>ye("svg:marker",n).attr("viewBox","-3 -3 6 6").attr("markerWidth",6).attr("markerHeight",6).attr("orient",e).attr("stroke",t).call(i=>i.append("path").attr("d","M0,-3v6")).node()}var RP=0;function jg(e,t,{stroke:n},i){return yS(e,t,n&&(r=>n[r]),null,i)}function gS(e,t,{stroke:n,z:i},r){return yS(e,t,n&&(([s])=>n[s]),i,r)}var Qg=1,_S=2;function IP(e,t){let n=new Uint8Array(t.length),i=e.data().filter(s=>s.length>1),r=i.length;for(let s=0,o=Fu;s<r;++s){let a=i[s];if(a.length>1){let c=a[0];o!==(o=Kn(t[c]))&&(n[c]|=Qg)}}for(let s=r-1,o=Fu;s>=0;--s){let a=i[s];if(a.length>1){let c=a[0];o!==(o=Kn(t[c]))&&(n[c]|=_S)}}return([s])=>n[s]}function yS(e,{markerStart:t,markerMid:n,markerEnd:i,stroke:r},s=()=>r,o,a){if(!t&&!n&&!i)return;let c=new Map,l=o&&IP(e,o);function u(h,f,d){return function(p){if(d&&!d(p))return;let _=s(p),m=c.get(f);m||c.set(f,m=new Map);let g=m.get(_);if(!g){let x=this.parentNode.insertBefore(f(_,a),this),w=`plot-marker-${++RP}`;x.setAttribute("id",w),m.set(_,g=`url(#${w})`)}this.setAttribute(h,g)}}t&&e.each(u("marker-start",t,l&&(h=>l(h)&Qg))),n&&l&&e.each(u("marker-start",n,h=>!(l(h)&Qg))),n&&e.each(u("marker-mid",n)),i&&e.each(u("marker-end",i,l&&(h=>l(h)&_S)))}function yc({inset:e,insetLeft:t,insetRight:n,...i}={}){return[t,n]=xS(e,t,n),{inset:e,insetLeft:t,insetRight:n,...i}}function ku({inset:e,insetTop:t,insetBottom:n,...i}={}){return[t,n]=xS(e,t,n),{inset:e,insetTop:t,insetBottom:n,...i}}function xS(e,t,n){return e===void 0&&t===void 0&&n===void 0?tn?[1,0]:[.5,.5]:[t,n]}function vS(e,{interval:t}){return e={...Bi(e)},e.interval=vu(e.interval===void 0?t:e.interval),e}function bS(e,t,n,i){let{[e]:r,[`${e}1`]:s,[`${e}2`]:o}=n,{value:a,interval:c}=vS(r,n);if(a==null||c==null&&!i)return n;let l=ui(r);if(c==null){let d,p={transform:_=>d||(d=Ne(_,a)),label:l};return{...n,[e]:void 0,[`${e}1`]:s===void 0?p:s,[`${e}2`]:o===void 0&&!(s===o&&i)?p:o}}let u,h;function f(d){return h!==void 0&&d===u?h:h=fe(Ne(u=d,a),p=>c.floor(p))}return t({...n,[e]:void 0,[`${e}1`]:s===void 0?{transform:f,label:l}:s,[`${e}2`]:o===void 0?{transform:d=>f(d).map(p=>c.offset(p)),label:l}:o})}function MS(e,t,n){let{[e]:i}=n,{value:r,interval:s}=vS(i,n);return r==null||s==null?n:t({...n,[e]:{label:ui(i),transform:o=>{let a=fe(Ne(o,r),l=>s.floor(l)),c=a.map(l=>s.offset(l));return a.map(Ee(a)?(l,u)=>l==null||isNaN(l=+l)||(u=c[u],u==null)||isNaN(u=+u)?void 0:new Date((l+u)/2):(l,u)=>l==null||(u=c[u],u==null)?NaN:(+l+ +u)/2)}}})}function SS(e={}){return bS("x",yc,e)}function wS(e={}){return bS("y",ku,e)}function TS(e={}){return MS("x",yc,e)}function AS(e={}){return MS("y",ku,e)}var ES={ariaLabel:"rule",fill:null,stroke:"currentColor"},t0=class extends De{constructor(t,n={}){let{x:i,y1:r,y2:s,inset:o=0,insetTop:a=o,insetBottom:c=o}=n;super(t,{x:{value:i,scale:"x",optional:!0},y1:{value:r,scale:"y",optional:!0},y2:{value:s,scale:"y",optional:!0}},gc(n,"x"),ES),this.insetTop=Ie(a),this.insetBottom=Ie(c),_c(this,n)}render(t,n,i,r,s){let{x:o,y:a}=n,{x:c,y1:l,y2:u}=i,{width:h,height:f,marginTop:d,marginRight:p,marginLeft:_,marginBottom:m}=r,{insetTop:g,insetBottom:x}=this;return ye("svg:g",s).call(Pn,this,r,s).call(Nn,this,{x:c&&o},tn,0).call(w=>w.selectAll().data(t).enter().append("line").call(Ln,this).attr("x1",c?v=>c[v]:(_+h-p)/2).attr("x2",c?v=>c[v]:(_+h-p)/2).attr("y1",l&&!pc(a)?v=>l[v]+g:d+g).attr("y2",u&&!pc(a)?a.bandwidth?v=>u[v]+a.bandwidth()-x:v=>u[v]-x:f-m-x).call(_r,this,i).call(jg,this,i,s)).node()}},e0=class extends De{constructor(t,n={}){let{x1:i,x2:r,y:s,inset:o=0,insetRight:a=o,insetLeft:c=o}=n;super(t,{y:{value:s,scale:"y",optional:!0},x1:{value:i,scale:"x",optional:!0},x2:{value:r,scale:"x",optional:!0}},gc(n,"y"),ES),this.insetRight=Ie(a),this.insetLeft=Ie(c),_c(this,n)}render(t,n,i,r,s){let{x:o,y:a}=n,{y:c,x1:l,x2:u}=i,{width:h,height:f,marginTop:d,marginRight:p,marginLeft:_,marginBottom:m}=r,{insetLeft:g,insetRight:x}=this;return ye("svg:g",s).call(Pn,this,r,s).call(Nn,this,{y:c&&a},0,tn).call(w=>w.selectAll().data(t).enter().append("line").call(Ln,this).attr("x1",l&&!pc(o)?v=>l[v]+g:_+g).attr("x2",u&&!pc(o)?o.bandwidth?v=>u[v]+o.bandwidth()-x:v=>u[v]-x:h-p-x).attr("y1",c?v=>c[v]:(d+f-m)/2).attr("y2",c?v=>c[v]:(d+f-m)/2).call(_r,this,i).call(jg,this,i,s)).node()}};function CS(e,t){let{x:n=Ce,y:i,y1:r,y2:s,...o}=wS(t);return[r,s]=IS(i,r,s),new t0(e,{...o,x:n,y1:r,y2:s})}function RS(e,t){let{y:n=Ce,x:i,x1:r,x2:s,...o}=SS(t);return[r,s]=IS(i,r,s),new e0(e,{...o,y:n,x1:r,x2:s})}function IS(e,t,n){if(e==null){if(t===void 0){if(n!==void 0)return[0,n]}else if(n===void 0)return[0,t]}else{if(t===void 0)return n===void 0?[0,e]:[e,n];if(n===void 0)return[e,t]}return[t,n]}function zu(e,...t){let n=t.length;for(let i=0,r=!0;i<n;++i)typeof t[i]!="function"&&(r&&(e=e.slice(),r=!1),e.splice(i,2,e[i]+t[i]+e[i+1]),t.splice(i,1),--i,--n);return i=>{let r=e[0];for(let s=0;s<n;++s)r+=t[s](i)+e[s+1];return r}}var PP={ariaLabel:"text",strokeLinejoin:"round",strokeWidth:3,paintOrder:"stroke"},US="­",xc=class extends De{constructor(t,n={}){let{x:i,y:r,text:s=Sn(t)&&bu(t)?Ce:sc,frameAnchor:o,textAnchor:a=/right$/i.test(o)?"end":/left$/i.test(o)?"start":"middle",lineAnchor:c=/^top/i.test(o)?"top":/^bottom/i.test(o)?"bottom":"middle",lineHeight:l=1,lineWidth:u=1/0,textOverflow:h,monospace:f,fontFamily:d=f?"ui-monospace, monospace":void 0,fontSize:p,fontStyle:_,fontVariant:m,fontWeight:g,rotate:x}=n,[w,v]=ke(x,0),[T,M]=UP(p);if(super(t,{x:{value:i,scale:"x",optional:!0},y:{value:r,scale:"y",optional:!0},fontSize:{value:T,optional:!0},rotate:{value:w1(w),optional:!0},text:{value:s,filter:tc,optional:!0}},n,PP),this.rotate=v,this.textAnchor=Te(a,"middle"),this.lineAnchor=hn(c,"lineAnchor",["top","middle","bottom"]),this.lineHeight=+l,this.lineWidth=+u,this.textOverflow=i0(h),this.monospace=!!f,this.fontFamily=Re(d),this.fontSize=M,this.fontStyle=Re(_),this.fontVariant=Re(m),this.fontWeight=Re(g),this.frameAnchor=Io(o),!(this.lineWidth>=0))throw new Error(`invalid lineWidth: ${u}`);this.splitLines=o0(this),this.clipLine=a0(this)}render(t,n,i,r,s){let{x:o,y:a}=n,{x:c,y:l,rotate:u,text:h,title:f,fontSize:d}=i,{rotate:p}=this,[_,m]=$r(this,r);return ye("svg:g",s).call(Pn,this,r,s).call(s0,this,h,r).call(Nn,this,{x:c&&o,y:l&&a}).call(g=>g.selectAll().data(t).enter().append("text").call(Ln,this).call(LP,this,h,f).attr("transform",zu`translate(${c?x=>c[x]:_},${l?x=>l[x]:m})${u?x=>` rotate(${u[x]})`:p?` rotate(${p})`:""}`).call($t,"font-size",d&&(x=>d[x])).call(_r,this,i)).node()}};function i0(e){return e==null?null:hn(e,"textOverflow",["clip","ellipsis","clip-start","clip-end","ellipsis-start","ellipsis-middle","ellipsis-end"]).replace(/^(clip|ellipsis)$/,"$1-end")}function LP(e,t,n,i){if(!n)return;let{lineAnchor:r,lineHeight:s,textOverflow:o,splitLines:a,clipLine:c}=t;e.each(function(l){let u=a(zi(n[l])??"").map(c),h=u.length,f=r==="top"?.71:r==="bottom"?1-h:(164-h*100)/200;if(h>1){let d=0;for(let p=0;p<h;++p){if(++d,!u[p])continue;let _=this.ownerDocument.createElementNS(Lr.svg,"tspan");_.setAttribute("x",0),p===d-1?_.setAttribute("y",`${(f+p)*s}em`):_.setAttribute("dy",`${d*s}em`),_.textContent=u[p],this.appendChild(_),d=0}}else f&&this.setAttribute("y",`${f*s}em`),this.textContent=u[0];if(o&&!i&&u[0]!==n[l]){let d=this.ownerDocument.createElementNS(Lr.svg,"title");d.textContent=n[l],this.appendChild(d)}})}function r0(e,{x:t,y:n,...i}={}){return i.frameAnchor===void 0&&([t,n]=Vr(t,n)),new xc(e,{...i,x:t,y:n})}function FS(e,{x:t=Ce,...n}={}){return new xc(e,AS({...n,x:t}))}function OS(e,{y:t=Ce,...n}={}){return new xc(e,TS({...n,y:t}))}function s0(e,t,n){$t(e,"text-anchor",t.textAnchor),$t(e,"font-family",t.fontFamily),$t(e,"font-size",t.fontSize),$t(e,"font-style",t.fontStyle),$t(e,"font-variant",t.fontVariant===void 0?NP(n):t.fontVariant),$t(e,"font-weight",t.fontWeight)}function NP(e){return e&&(E1(e)||Ee(e))?"tabular-nums":void 0}var DP=new Set(["inherit","initial","revert","unset","xx-small","x-small","small","medium","large","x-large","xx-large","xxx-large","larger","smaller"]);function UP(e){return e==null||typeof e=="number"?[void 0,e]:typeof e!="string"?[e,void 0]:(e=e.trim().toLowerCase(),DP.has(e)||/^[+-]?\d*\.?\d+(e[+-]?\d+)?(\w*|%)$/.test(e)?[void 0,e]:[e,void 0])}function FP(e,t,n){let i=[],r,s=0;for(let[o,a,c]of OP(e)){if(r===void 0&&(r=o),s>r&&n(e,r,a)>t&&(i.push(e.slice(r,s)+(e[s-1]===US?"-":"")),r=o),c){i.push(e.slice(r,a)),r=void 0;continue}s=a}return i}function*OP(e){let t=0,n=0,i=e.length;for(;n<i;){let r=1;switch(e[n]){case US:case"-":++n,yield[t,n,!1],t=n;break;case" ":for(yield[t,n,!1];e[++n]===" ";);t=n;break;case"\r":e[n+1]===`
`&&++r;case`
`:yield[t,n,!0],n+=r,t=n;break;default:++n;break}}yield[t,n,!0]}var PS={a:56,b:63,c:57,d:63,e:58,f:37,g:62,h:60,i:26,j:26,k:55,l:26,m:88,n:60,o:60,p:62,q:62,r:39,s:54,t:38,u:60,v:55,w:79,x:54,y:55,z:55,A:69,B:67,C:73,D:74,E:61,F:58,G:76,H:75,I:28,J:55,K:67,L:58,M:89,N:75,O:78,P:65,Q:78,R:67,S:65,T:65,U:75,V:69,W:98,X:69,Y:67,Z:67,0:64,1:48,2:62,3:64,4:66,5:63,6:65,7:58,8:65,9:65," ":29,"!":32,'"':49,"'":31,"(":39,")":39,",":31,"-":48,".":31,"/":32,":":31,";":31,"?":52,"‘":31,"’":31,"“":47,"”":47,"…":82};function Gu(e,t=0,n=e.length){let i=0;for(let r=t;r<n;r=Vo(e,r))i+=PS[e[r]]??(kS(e,r)?120:PS.e);return i}function Vu(e,t=0,n=e.length){let i=0;for(let r=t;r<n;r=Vo(e,r))i+=kS(e,r)?126:63;return i}function o0({monospace:e,lineWidth:t,textOverflow:n}){if(n!=null||t==1/0)return s=>s.split(/\r\n?|\n/g);let i=e?Vu:Gu,r=t*100;return s=>FP(s,r,i)}function a0({monospace:e,lineWidth:t,textOverflow:n}){if(n==null||t==1/0)return s=>s;let i=e?Vu:Gu,r=t*100;switch(n){case"clip-start":return s=>NS(s,r,i,"");case"clip-end":return s=>LS(s,r,i,"");case"ellipsis-start":return s=>NS(s,r,i,Fs);case"ellipsis-middle":return s=>BP(s,r,i,Fs);case"ellipsis-end":return s=>LS(s,r,i,Fs)}}var Fs="…";function Os(e,t,n,i){let r=[],s=0;for(let o=0,a=0,c=e.length;o<c;o=a){a=Vo(e,o);let l=n(e,o,a);if(s+l>t){for(s+=i;s>t&&o>0;)a=o,o=r.pop(),s-=n(e,o,a);return[o,t-s]}s+=l,r.push(o)}return[-1,0]}function LS(e,t,n,i){e=e.trim();let r=n(i),[s]=Os(e,t,n,r);return s<0?e:e.slice(0,s).trimEnd()+i}function BP(e,t,n,i){e=e.trim();let r=n(e);if(r<=t)return e;let s=n(i)/2,[o,a]=Os(e,t/2,n,s),[c]=Os(e,r-t/2-a+s,n,-s);return c<0?i:e.slice(0,o).trimEnd()+i+e.slice(Vo(e,c)).trimStart()}function NS(e,t,n,i){e=e.trim();let r=n(e);if(r<=t)return e;let s=n(i),[o]=Os(e,r-t+s,n,-s);return o<0?i:i+e.slice(Vo(e,o)).trimStart()}var n0=/[\p{Combining_Mark}\p{Emoji_Modifier}]+/uy,DS=/\p{Extended_Pictographic}/uy;function Vo(e,t){return t+=kP(e,t)?2:1,GP(e,t)&&(t=n0.lastIndex),zP(e,t)?Vo(e,t+1):t}function BS(e,t){return e.charCodeAt(t)<128}function kP(e,t){let n=e.charCodeAt(t);if(n>=55296&&n<56320){let i=e.charCodeAt(t+1);return i>=56320&&i<57344}return!1}function zP(e,t){return e.charCodeAt(t)===8205}function GP(e,t){return BS(e,t)?!1:(n0.lastIndex=t,n0.test(e))}function kS(e,t){return BS(e,t)?!1:(DS.lastIndex=t,DS.test(e))}var VP={ariaLabel:"vector",fill:"none",stroke:"currentColor",strokeWidth:1.5,strokeLinejoin:"round",strokeLinecap:"round"},zS=3.5,HP=zS*5,GS={draw(e,t,n){let i=t*n/HP;e.moveTo(0,0),e.lineTo(0,-t),e.moveTo(-i,i-t),e.lineTo(0,-t),e.lineTo(i,i-t)}},WP={draw(e,t,n){e.moveTo(-n,0),e.lineTo(0,-t),e.lineTo(n,0)}},$P=new Map([["arrow",GS],["spike",WP]]);function XP(e){return e&&typeof e.draw=="function"}function qP(e){if(XP(e))return e;let t=$P.get(`${e}`.toLowerCase());if(t)return t;throw new Error(`invalid shape: ${e}`)}var Hu=class extends De{constructor(t,n={}){let{x:i,y:r,r:s=zS,length:o,rotate:a,shape:c=GS,anchor:l="middle",frameAnchor:u}=n,[h,f]=ke(o,12),[d,p]=ke(a,0);super(t,{x:{value:i,scale:"x",optional:!0},y:{value:r,scale:"y",optional:!0},length:{value:h,scale:"length",optional:!0},rotate:{value:d,optional:!0}},n,VP),this.r=+s,this.length=f,this.rotate=p,this.shape=qP(c),this.anchor=hn(l,"anchor",["start","middle","end"]),this.frameAnchor=Io(u)}render(t,n,i,r,s){let{x:o,y:a}=n,{x:c,y:l,length:u,rotate:h}=i,{length:f,rotate:d,anchor:p,shape:_,r:m}=this,[g,x]=$r(this,r);return ye("svg:g",s).call(Pn,this,r,s).call(Nn,this,{x:c&&o,y:l&&a}).call(w=>w.selectAll().data(t).enter().append("path").call(Ln,this).attr("transform",zu`translate(${c?v=>c[v]:g},${l?v=>l[v]:x})${h?v=>` rotate(${h[v]})`:d?` rotate(${d})`:""}${p==="start"?"":p==="end"?u?v=>` translate(0,${u[v]})`:` translate(0,${f})`:u?v=>` translate(0,${u[v]/2})`:` translate(0,${f/2})`}`).attr("d",u?v=>{let T=Aa();return _.draw(T,u[v],m),T}:(()=>{let v=Aa();return _.draw(v,f,m),v})()).call(_r,this,i)).node()}};function VS(e,t={}){let{x:n=Ce,...i}=t;return new Hu(e,{...i,x:n})}function HS(e,t={}){let{y:n=Ce,...i}=t;return new Hu(e,{...i,y:n})}function Xr(e,t){return arguments.length<2&&!Sn(e)&&(t=e,e=null),t===void 0&&(t={}),[e,t]}function Wu({anchor:e}={},t){return e===void 0?t[0]:hn(e,"anchor",t)}function WS(e){return Wu(e,["left","right"])}function $S(e){return Wu(e,["right","left"])}function XS(e){return Wu(e,["bottom","top"])}function qS(e){return Wu(e,["top","bottom"])}function l0(){let[e,t]=Xr(...arguments);return JS("y",WS(t),e,t)}function YS(){let[e,t]=Xr(...arguments);return JS("fy",$S(t),e,t)}function u0(){let[e,t]=Xr(...arguments);return KS("x",XS(t),e,t)}function ZS(){let[e,t]=Xr(...arguments);return KS("fx",qS(t),e,t)}function JS(e,t,n,{color:i="currentColor",opacity:r=1,stroke:s=i,strokeOpacity:o=r,strokeWidth:a=1,fill:c=i,fillOpacity:l=r,textAnchor:u,textStroke:h,textStrokeOpacity:f,textStrokeWidth:d,tickSize:p=e==="y"?6:0,tickPadding:_,tickRotate:m,x:g,margin:x,marginTop:w=x===void 0?20:x,marginRight:v=x===void 0?t==="right"?40:0:x,marginBottom:T=x===void 0?20:x,marginLeft:M=x===void 0?t==="left"?40:0:x,label:y,labelAnchor:b,labelArrow:I,labelOffset:C,ariaLabel:E=`${e}-axis`,...N}){return p=Ie(p),_=Ie(_),m=Ie(m),b!==void 0&&(b=hn(b,"labelAnchor",["center","top","bottom"])),I=lw(I),Hg(p&&!Ye(s)?YP(e,t,n,{stroke:s,strokeOpacity:o,strokeWidth:a,tickSize:p,tickPadding:_,tickRotate:m,x:g,ariaLabel:E,...N}):null,Ye(c)?null:JP(e,t,n,{fill:c,fillOpacity:l,stroke:h,strokeOpacity:f,strokeWidth:d,textAnchor:u,tickSize:p,tickPadding:_,tickRotate:m,x:g,marginTop:w,marginRight:v,marginBottom:T,marginLeft:M,ariaLabel:E,...N}),!Ye(c)&&y!==null?r0([],sw({fill:c,fillOpacity:l,...N},function(B,P,L,z,k){let Y=z[e],{marginTop:U,marginRight:G,marginBottom:X,marginLeft:st}=e==="y"&&k.inset||k,ct=b??(Y.bandwidth?"center":"top"),W=C??(t==="right"?G:st)-3;return ct==="center"?(this.textAnchor=void 0,this.lineAnchor=t==="right"?"bottom":"top",this.frameAnchor=t,this.rotate=-90):(this.textAnchor=t==="right"?"end":"start",this.lineAnchor=ct,this.frameAnchor=`${ct}-${t}`,this.rotate=0),this.dy=ct==="top"?3-U:ct==="bottom"?X-3:0,this.dx=t==="right"?W:-W,this.ariaLabel=`${E} label`,{facets:[[0]],channels:{text:{value:[cw(e,Y,{anchor:t,label:y,labelAnchor:ct,labelArrow:I})]}}}})):null)}function KS(e,t,n,{color:i="currentColor",opacity:r=1,stroke:s=i,strokeOpacity:o=r,strokeWidth:a=1,fill:c=i,fillOpacity:l=r,textAnchor:u,textStroke:h,textStrokeOpacity:f,textStrokeWidth:d,tickSize:p=e==="x"?6:0,tickPadding:_,tickRotate:m,y:g,margin:x,marginTop:w=x===void 0?t==="top"?30:0:x,marginRight:v=x===void 0?20:x,marginBottom:T=x===void 0?t==="bottom"?30:0:x,marginLeft:M=x===void 0?20:x,label:y,labelAnchor:b,labelArrow:I,labelOffset:C,ariaLabel:E=`${e}-axis`,...N}){return p=Ie(p),_=Ie(_),m=Ie(m),b!==void 0&&(b=hn(b,"labelAnchor",["center","left","right"])),I=lw(I),Hg(p&&!Ye(s)?ZP(e,t,n,{stroke:s,strokeOpacity:o,strokeWidth:a,tickSize:p,tickPadding:_,tickRotate:m,y:g,ariaLabel:E,...N}):null,Ye(c)?null:KP(e,t,n,{fill:c,fillOpacity:l,stroke:h,strokeOpacity:f,strokeWidth:d,textAnchor:u,tickSize:p,tickPadding:_,tickRotate:m,y:g,marginTop:w,marginRight:v,marginBottom:T,marginLeft:M,ariaLabel:E,...N}),!Ye(c)&&y!==null?r0([],sw({fill:c,fillOpacity:l,...N},function(B,P,L,z,k){let Y=z[e],{marginTop:U,marginRight:G,marginBottom:X,marginLeft:st}=e==="x"&&k.inset||k,ct=b??(Y.bandwidth?"center":"right"),W=C??(t==="top"?U:X)-3;return ct==="center"?(this.frameAnchor=t,this.textAnchor=void 0):(this.frameAnchor=`${t}-${ct}`,this.textAnchor=ct==="right"?"end":"start"),this.lineAnchor=t,this.dy=t==="top"?-W:W,this.dx=ct==="right"?G-3:ct==="left"?3-st:0,this.ariaLabel=`${E} label`,{facets:[[0]],channels:{text:{value:[cw(e,Y,{anchor:t,label:y,labelAnchor:ct,labelArrow:I})]}}}})):null)}function YP(e,t,n,{strokeWidth:i=1,strokeLinecap:r=null,strokeLinejoin:s=null,facetAnchor:o=t+(e==="y"?"-empty":""),frameAnchor:a=t,tickSize:c,inset:l=0,insetLeft:u=l,insetRight:h=l,dx:f=0,y:d=e==="y"?void 0:null,ariaLabel:p,..._}){return Ho(HS,e,n,{ariaLabel:`${p} tick`,ariaHidden:!0},{strokeWidth:i,strokeLinecap:r,strokeLinejoin:s,facetAnchor:o,frameAnchor:a,y:d,..._,dx:t==="left"?+f-tn+ +u:+f+tn-h,anchor:"start",length:c,shape:t==="left"?eL:nL})}function ZP(e,t,n,{strokeWidth:i=1,strokeLinecap:r=null,strokeLinejoin:s=null,facetAnchor:o=t+(e==="x"?"-empty":""),frameAnchor:a=t,tickSize:c,inset:l=0,insetTop:u=l,insetBottom:h=l,dy:f=0,x:d=e==="x"?void 0:null,ariaLabel:p,..._}){return Ho(VS,e,n,{ariaLabel:`${p} tick`,ariaHidden:!0},{strokeWidth:i,strokeLinejoin:s,strokeLinecap:r,facetAnchor:o,frameAnchor:a,x:d,..._,dy:t==="bottom"?+f-tn-h:+f+tn+ +u,anchor:"start",length:c,shape:t==="bottom"?jP:tL})}function JP(e,t,n,{facetAnchor:i=t+(e==="y"?"-empty":""),frameAnchor:r=t,tickSize:s,tickRotate:o=0,tickPadding:a=Math.max(3,9-s)+(Math.abs(o)>60?4*Math.cos(o*Zg):0),text:c,textAnchor:l=Math.abs(o)>60?"middle":t==="left"?"end":"start",lineAnchor:u=o>60?"top":o<-60?"bottom":"middle",fontVariant:h,inset:f=0,insetLeft:d=f,insetRight:p=f,dx:_=0,ariaLabel:m,y:g=e==="y"?void 0:null,...x}){return Ho(OS,e,n,{ariaLabel:`${m} tick label`},{facetAnchor:i,frameAnchor:r,text:c,textAnchor:l,lineAnchor:u,fontVariant:h,rotate:o,y:g,...x,dx:t==="left"?+_-s-a+ +d:+_+ +s+ +a-p},function(w,v,T,M,y){h===void 0&&(this.fontVariant=aw(w)),c===void 0&&(y.text=ow(w,v,T,M,t))})}function KP(e,t,n,{facetAnchor:i=t+(e==="x"?"-empty":""),frameAnchor:r=t,tickSize:s,tickRotate:o=0,tickPadding:a=Math.max(3,9-s)+(Math.abs(o)>=10?4*Math.cos(o*Zg):0),text:c,textAnchor:l=Math.abs(o)>=10?o<0^t==="bottom"?"start":"end":"middle",lineAnchor:u=Math.abs(o)>=10?"middle":t==="bottom"?"top":"bottom",fontVariant:h,inset:f=0,insetTop:d=f,insetBottom:p=f,dy:_=0,x:m=e==="x"?void 0:null,ariaLabel:g,...x}){return Ho(FS,e,n,{ariaLabel:`${g} tick label`},{facetAnchor:i,frameAnchor:r,text:c===void 0?null:c,textAnchor:l,lineAnchor:u,fontVariant:h,rotate:o,x:m,...x,dy:t==="bottom"?+_+ +s+ +a-p:+_-s-a+ +d},function(w,v,T,M,y){h===void 0&&(this.fontVariant=aw(w)),c===void 0&&(y.text=ow(w,v,T,M,t))})}function QS(){let[e,t]=Xr(...arguments);return nw("y",WS(t),e,t)}function jS(){let[e,t]=Xr(...arguments);return nw("fy",$S(t),e,t)}function tw(){let[e,t]=Xr(...arguments);return iw("x",XS(t),e,t)}function ew(){let[e,t]=Xr(...arguments);return iw("fx",qS(t),e,t)}function nw(e,t,n,{y:i=e==="y"?void 0:null,x:r=null,x1:s=t==="left"?r:null,x2:o=t==="right"?r:null,ariaLabel:a=`${e}-grid`,ariaHidden:c=!0,...l}){return Ho(RS,e,n,{ariaLabel:a,ariaHidden:c},{y:i,x1:s,x2:o,...rw(l)})}function iw(e,t,n,{x:i=e==="x"?void 0:null,y:r=null,y1:s=t==="top"?r:null,y2:o=t==="bottom"?r:null,ariaLabel:a=`${e}-grid`,ariaHidden:c=!0,...l}){return Ho(CS,e,n,{ariaLabel:a,ariaHidden:c},{x:i,y1:s,y2:o,...rw(l)})}function rw({color:e="currentColor",opacity:t=.1,stroke:n=e,strokeOpacity:i=t,strokeWidth:r=1,...s}){return{stroke:n,strokeOpacity:i,strokeWidth:r,...s}}function sw({fill:e,fillOpacity:t,fontFamily:n,fontSize:i,fontStyle:r,fontVariant:s,fontWeight:o,monospace:a,pointerEvents:c,shapeRendering:l,clip:u=!1},h){return[,e]=Mn(e),[,t]=ke(t),{facet:"super",x:null,y:null,fill:e,fillOpacity:t,fontFamily:n,fontSize:i,fontStyle:r,fontVariant:s,fontWeight:o,monospace:a,pointerEvents:c,shapeRendering:l,clip:u,initializer:h}}function Ho(e,t,n,i,r,s){let o;function a(u,h,f,d,p,_){let m=u==null&&(t==="fx"||t==="fy"),{[t]:g}=d;if(!g)throw new Error(`missing scale: ${t}`);let x=g.domain(),{interval:w,ticks:v,tickFormat:T,tickSpacing:M=t==="x"?80:35}=r;if(typeof v=="string"&&uw(g)&&(w=v,v=void 0),v===void 0&&(v=Oi(w,g.type)??QP(g,M)),u==null){if(Sn(v))u=Ui(v);else if(Hr(v))u=c0(v,...je(x));else if(g.interval){let b=g.interval;if(g.ticks){let[I,C]=je(x),E=(C-I)/b[Ao];b=tg(b,E/v)??b,u=c0(b,I,C)}else{u=x;let I=u.length;b=tg(b,I/v)??b,b!==g.interval&&(u=c0(b,...je(u)))}if(b===g.interval){let I=Math.round(u.length/v);I>1&&(u=u.filter((C,E)=>E%I===0))}}else g.ticks?u=g.ticks(v):u=x;if(!g.ticks&&u.length&&u!==x){let b=new bi(x);u=u.filter(I=>b.has(I)),u.length||wn(`Warning: the ${t}-axis ticks appear to not align with the scale domain, resulting in no ticks. Try different ticks?`)}t==="y"||t==="x"?h=[li(u)]:o[t]={scale:t,value:Ce}}s?.call(this,g,u,v,T,o);let y=Object.fromEntries(Object.entries(o).map(([b,I])=>[b,{...I,value:Ne(u,I.value)}]));return m&&(h=_.filterFacets(u,y)),{data:u,facets:h,channels:y}}let c=Us(r).initializer,l=e(n,Us({...r,initializer:a},c));return n==null?(o=l.channels,l.channels={}):o={},i!==void 0&&Object.assign(l,i),l.clip===void 0&&(l.clip=!1),l}function QP(e,t){let[n,i]=je(e.range());return(i-n)/t}function ow(e,t,n,i,r){return{value:vc(e,t,n,i,r)}}function vc(e,t,n,i,r){return typeof i=="function"&&!(e.type==="log"&&e.tickFormat)?i:i===void 0&&t&&Ee(t)?f1(e.type,t,r)??zi:e.tickFormat?e.tickFormat(typeof n=="number"?n:null,i):typeof i=="string"&&e.domain().length>0?(Ee(e.domain())?Ii:wi)(i):i===void 0?zi:Rn(i)}function c0(e,t,n){return e.range(t,e.offset(e.floor(n)))}var jP={draw(e,t){e.moveTo(0,0),e.lineTo(0,t)}},tL={draw(e,t){e.moveTo(0,0),e.lineTo(0,-t)}},eL={draw(e,t){e.moveTo(0,0),e.lineTo(-t,0)}},nL={draw(e,t){e.moveTo(0,0),e.lineTo(t,0)}};function aw(e){return e.bandwidth&&!e.interval?void 0:"tabular-nums"}function cw(e,t,{anchor:n,label:i=t.label,labelAnchor:r,labelArrow:s}={}){if(!(i==null||i.inferred&&uw(t)&&/^(date|time|year)$/i.test(i))){if(i=String(i),s==="auto"&&(s=(!t.bandwidth||t.interval)&&!/[↑↓→←]/.test(i)),!s)return i;if(s===!0){let o=BM(t);o&&(s=/x$/.test(e)||r==="center"?/x$/.test(e)===o<0?"left":"right":o<0?"up":"down")}switch(s){case"left":return`← ${i}`;case"right":return`${i} →`;case"up":return n==="right"?`${i} ↑`:`↑ ${i}`;case"down":return n==="right"?`${i} ↓`:`↓ ${i}`}return i}}function lw(e="auto"){return Ye(e)?!1:typeof e=="boolean"?e:hn(e,"labelArrow",["auto","up","right","down","left"])}function uw(e){return Ee(e.domain())}function fw(e,t){if(t==null)return t;let n=e(t);if(!n)throw new Error(`scale not found: ${t}`);return n}function hw(e,{opacity:t,...n}={}){if(!ki(e)&&!Ug(e))throw new Error(`swatches legend requires ordinal or threshold color scale (not ${e.type})`);return pw(e,n,(i,r,s,o)=>i.append("svg").attr("width",s).attr("height",o).attr("fill",r.scale).attr("fill-opacity",ke(t)[1]).append("rect").attr("width","100%").attr("height","100%"))}function dw(e,{fill:t=e.hint?.fill!==void 0?e.hint.fill:"none",fillOpacity:n=1,stroke:i=e.hint?.stroke!==void 0?e.hint.stroke:Ye(t)?"currentColor":"none",strokeOpacity:r=1,strokeWidth:s=1.5,r:o=4.5,...a}={},c){let[l,u]=Mn(t),[h,f]=Mn(i),d=fw(c,l),p=fw(c,h),_=o*o*Math.PI;return n=ke(n)[1],r=ke(r)[1],s=ke(s)[1],pw(e,a,(m,g,x,w)=>m.append("svg").attr("viewBox","-8 -8 16 16").attr("width",x).attr("height",w).attr("fill",l==="color"?v=>d.scale(v):u).attr("fill-opacity",n).attr("stroke",h==="color"?v=>p.scale(v):f).attr("stroke-opacity",r).attr("stroke-width",s).append("path").attr("d",v=>{let T=Aa();return e.scale(v).draw(T,_),T}))}function pw(e,t={},n){let{columns:i,tickFormat:r,fontVariant:s=Bu(e),swatchSize:o=15,swatchWidth:a=o,swatchHeight:c=o,marginLeft:l=0,className:u,style:h,width:f}=t,d=ko(t);u=zo(u),r=vc(e.scale,e.domain,void 0,r);let p=ye("div",d).attr("class",`${u}-swatches ${u}-swatches-${i!=null?"columns":"wrap"}`),_;return i!=null?(_=`:where(.${u}-swatches-columns .${u}-swatch) {
  display: flex;
  align-items: center;
  break-inside: avoid;
  padding-bottom: 1px;
}
:where(.${u}-swatches-columns .${u}-swatch::before) {
  flex-shrink: 0;
}
:where(.${u}-swatches-columns .${u}-swatch-label) {
  white-space: nowrap;
  overflow: hidden;
  text-overflow: ellipsis;
}`,p.style("columns",i).selectAll().data(e.domain).enter().append("div").attr("class",`${u}-swatch`).call(n,e,a,c).call(m=>m.append("div").attr("class",`${u}-swatch-label`).attr("title",r).text(r))):(_=`:where(.${u}-swatches-wrap) {
  display: flex;
  align-items: center;
  min-height: 33px;
  flex-wrap: wrap;
}
:where(.${u}-swatches-wrap .${u}-swatch) {
  display: inline-flex;
  align-items: center;
  margin-right: 1em;
}`,p.selectAll().data(e.domain).enter().append("span").attr("class",`${u}-swatch`).call(n,e,a,c).append(function(){return this.ownerDocument.createTextNode(r.apply(this,arguments))})),p.call(m=>m.insert("style","*").text(`:where(.${u}-swatches) {
  font-family: system-ui, sans-serif;
  font-size: 10px;
  margin-bottom: 0.5em;
}
:where(.${u}-swatch > svg) {
  margin-right: 0.5em;
  overflow: visible;
}
${_}`)).style("margin-left",l?`${+l}px`:null).style("width",f===void 0?null:`${+f}px`).style("font-variant",Te(s,"normal")).call(Go,h).node()}var f0=new Map([["symbol",dw],["color",_w],["opacity",iL]]);function mw(e,t,n={}){return(i,r)=>{if(!f0.has(i))throw new Error(`unknown legend type: ${i}`);if(i in e)return f0.get(i)(e[i],gw(t,n[i],r),s=>e[s])}}function gw({className:e,...t},{label:n,ticks:i,tickFormat:r}={},s){return I1(s,{className:e,...t},{label:n,ticks:i,tickFormat:r})}function _w(e,{legend:t=!0,...n}){if(t===!0&&(t=e.type==="ordinal"?"swatches":"ramp"),e.domain!==void 0)switch(`${t}`.toLowerCase()){case"swatches":return hw(e,n);case"ramp":return dS(e,n);default:throw new Error(`unknown legend type: ${t}`)}}function iL({type:e,interpolate:t,...n},{legend:i=!0,color:r=oi(0,0,0),...s}){if(!t)throw new Error(`${e} opacity scales are not supported`);if(i===!0&&(i="ramp"),`${i}`.toLowerCase()!=="ramp")throw new Error(`${i} opacity legends are not supported`);return _w({type:e,...n,interpolate:rL(r)},{legend:i,...s})}function rL(e){let{r:t,g:n,b:i}=oi(e)||oi(0,0,0);return r=>`rgba(${t},${n},${i},${r})`}function yw(e,t,n){let i=[];for(let[r,s]of f0){let o=n[r];if(o?.legend&&r in e){let a=s(e[r],gw(t,e[r],o),c=>e[c]);a!=null&&i.push(a)}}return i}function xw(e,{inset:t=0,insetTop:n=t,insetRight:i=t,insetBottom:r=t,insetLeft:s=t}={}){e.insetTop=Ie(n),e.insetRight=Ie(i),e.insetBottom=Ie(r),e.insetLeft=Ie(s)}function vw(e,{r:t,rx:n,ry:i,rx1:r=t,ry1:s=t,rx2:o=t,ry2:a=t,rx1y1:c=r!==void 0?+r:s!==void 0?+s:0,rx1y2:l=r!==void 0?+r:a!==void 0?+a:0,rx2y1:u=o!==void 0?+o:s!==void 0?+s:0,rx2y2:h=o!==void 0?+o:a!==void 0?+a:0}={}){c||l||u||h?(e.rx1y1=c,e.rx1y2=l,e.rx2y1=u,e.rx2y2=h):(e.rx=Te(n,"auto"),e.ry=Te(i,"auto"))}function bw(e,t,n,i,r,s){let{rx1y1:o,rx1y2:a,rx2y1:c,rx2y2:l}=s;typeof t!="function"&&(t=Rn(t)),typeof n!="function"&&(n=Rn(n)),typeof i!="function"&&(i=Rn(i)),typeof r!="function"&&(r=Rn(r));let u=Math.max(Math.abs(o+c),Math.abs(a+l)),h=Math.max(Math.abs(o+a),Math.abs(c+l));e.attr("d",f=>{let d=t(f),p=n(f),_=i(f),m=r(f),g=d>_,x=p>m,w=g?_:d,v=g?d:_,T=x?m:p,M=x?p:m,y=Math.min(1,(v-w)/u,(M-T)/h),b=y*(g?x?l:c:x?a:o),I=y*(g?x?a:o:x?l:c),C=y*(g?x?o:a:x?c:l),E=y*(g?x?c:l:x?o:a);return`M${w},${T+Xu(b,E)}A${b},${b} 0 0 ${b<0?0:1} ${w+$u(b,E)},${T}H${v-$u(I,C)}A${I},${I} 0 0 ${I<0?0:1} ${v},${T+Xu(I,C)}V${M-Xu(C,I)}A${C},${C} 0 0 ${C<0?0:1} ${v-$u(C,I)},${M}H${w+$u(E,b)}A${E},${E} 0 0 ${E<0?0:1} ${w},${M-Xu(E,b)}Z`})}function $u(e,t){return t<0?e:Math.abs(e)}function Xu(e,t){return t<0?Math.abs(e):e}var sL={ariaLabel:"frame",fill:"none",stroke:"currentColor",clip:!1},oL={ariaLabel:"frame",fill:null,stroke:"currentColor",strokeLinecap:"square",clip:!1},h0=class extends De{constructor(t={}){let{anchor:n=null}=t;super(Eo,void 0,t,n==null?sL:oL),this.anchor=cg(n,"anchor",["top","right","bottom","left"]),xw(this,t),n||vw(this,t)}render(t,n,i,r,s){let{marginTop:o,marginRight:a,marginBottom:c,marginLeft:l,width:u,height:h}=r,{anchor:f,insetTop:d,insetRight:p,insetBottom:_,insetLeft:m}=this,{rx:g,ry:x,rx1y1:w,rx1y2:v,rx2y1:T,rx2y2:M}=this,y=l+m,b=u-a-p,I=o+d,C=h-c-_;return ye(f?"svg:line":w||v||T||M?"svg:path":"svg:rect",s).datum(0).call(Pn,this,r,s).call(Ln,this).call(_r,this,i).call(Nn,this,{}).call(f==="left"?E=>E.attr("x1",y).attr("x2",y).attr("y1",I).attr("y2",C):f==="right"?E=>E.attr("x1",b).attr("x2",b).attr("y1",I).attr("y2",C):f==="top"?E=>E.attr("x1",y).attr("x2",b).attr("y1",I).attr("y2",I):f==="bottom"?E=>E.attr("x1",y).attr("x2",b).attr("y1",C).attr("y2",C):w||v||T||M?E=>E.call(bw,y,I,b,C,this):E=>E.attr("x",y).attr("y",I).attr("width",b-y).attr("height",C-I).attr("rx",g).attr("ry",x)).node()}};function Mw(e){return new h0(e)}var d0={ariaLabel:"tip",fill:"var(--plot-background)",stroke:"currentColor"},aL=new Set(["geometry","href","src","ariaLabel","scales"]),p0=class extends De{constructor(t,n={}){n.tip&&(n={...n,tip:!1}),n.title===void 0&&Sn(t)&&bu(t)&&(n={...n,title:Ce});let{x:i,y:r,x1:s,x2:o,y1:a,y2:c,anchor:l,preferredAnchor:u="bottom",monospace:h,fontFamily:f=h?"ui-monospace, monospace":void 0,fontSize:d,fontStyle:p,fontVariant:_,fontWeight:m,lineHeight:g=1,lineWidth:x=20,frameAnchor:w,format:v,textAnchor:T="start",textOverflow:M,textPadding:y=8,title:b,pointerSize:I=12,pathFilter:C="drop-shadow(0 3px 4px rgba(0,0,0,0.2))"}=n;super(t,{x:{value:s!=null&&o!=null?null:i,scale:"x",optional:!0},y:{value:a!=null&&c!=null?null:r,scale:"y",optional:!0},x1:{value:s,scale:"x",optional:o==null},y1:{value:a,scale:"y",optional:c==null},x2:{value:o,scale:"x",optional:s==null},y2:{value:c,scale:"y",optional:a==null},title:{value:b,optional:!0}},n,d0),this.anchor=Su(l,"anchor"),this.preferredAnchor=Su(u,"preferredAnchor"),this.frameAnchor=Io(w),this.textAnchor=Te(T,"middle"),this.textPadding=+y,this.pointerSize=+I,this.pathFilter=Re(C),this.lineHeight=+g,this.lineWidth=+x,this.textOverflow=i0(M),this.monospace=!!h,this.fontFamily=Re(f),this.fontSize=Ie(d),this.fontStyle=Re(p),this.fontVariant=Re(_),this.fontWeight=Re(m);for(let E in d0)E in this.channels&&(this[E]=d0[E]);this.splitLines=o0(this),this.clipLine=a0(this),this.format=typeof v=="string"||typeof v=="function"?{title:v}:{...v}}render(t,n,i,r,s){let o=this,{x:a,y:c,fx:l,fy:u}=n,{ownerSVGElement:h,document:f}=s,{anchor:d,monospace:p,lineHeight:_,lineWidth:m}=this,{textPadding:g,pointerSize:x,pathFilter:w}=this,{marginTop:v,marginLeft:T}=r,{x1:M,y1:y,x2:b,y2:I,x:C=M??b,y:E=y??I}=i,N=l?l(t.fx)-T:0,B=u?u(t.fy)-v:0,[P,L]=$r(this,r),z=qg(i,P),k=Yg(i,L),Y=p?Vu:Gu,U=Y(Fs),G,X;"title"in i?(G=Sw.call(this,{title:i.channels.title},n),X=fL):(G=Sw.call(this,i.channels,n),X=hL);let st=ye("svg:g",s).call(Pn,this,r,s).call(s0,this).call(Nn,this,{x:C&&a,y:E&&c}).call(at=>at.selectAll().data(t).enter().append("g").attr("transform",ft=>`translate(${Math.round(z(ft))},${Math.round(k(ft))})`).call(Ln,this).call(ft=>ft.append("path").attr("filter",w)).call(ft=>ft.append("text").each(function(ot){let rt=ri(this);this.setAttribute("fill","currentColor"),this.setAttribute("fill-opacity",1),this.setAttribute("stroke","none");let Z=X.call(o,ot,t,G,n,i);if(typeof Z=="string")for(let gt of o.splitLines(Z))ct(rt,{value:o.clipLine(gt)});else{let gt=new Set;for(let lt of Z){let{label:J=""}=lt;J&&gt.has(J)||(gt.add(J),ct(rt,lt))}}})));function ct(at,{label:ft,value:ot,color:rt,opacity:Z}){ft??="",ot??="";let gt=rt!=null||Z!=null,lt,J=m*100,[It]=Os(ft,J,Y,U);if(It>=0)ft=ft.slice(0,It).trimEnd()+Fs,lt=ot.trim(),ot="";else{(ft||!ot&&!gt)&&(ot=" "+ot);let[Ut]=Os(ot,J-Y(ft),Y,U);Ut>=0&&(lt=ot.trim(),ot=ot.slice(0,Ut).trimEnd()+Fs)}let pt=at.append("tspan").attr("x",0).attr("dy",`${_}em`).text("​");ft&&pt.append("tspan").attr("font-weight","bold").text(ft),ot&&pt.append(()=>f.createTextNode(ot)),gt&&pt.append("tspan").text(" ■").attr("fill",rt).attr("fill-opacity",Z).style("user-select","none"),lt&&pt.append("title").text(lt)}function W(){let{width:at,height:ft}=r.facet??r;st.selectChildren().each(function(ot){let{x:rt,width:Z,height:gt}=this.getBBox();Z=Math.round(Z),gt=Math.round(gt);let lt=d;if(lt===void 0){let pt=z(ot)+N,Ut=k(ot)+B,zt=pt+Z+x+g*2<at,oe=pt-Z-x-g*2>0,ie=Ut+gt+x+g*2<ft,Ve=Ut-gt-x-g*2>0;lt=zt&&oe?ie&&Ve?o.preferredAnchor:Ve?"bottom":"top":ie&&Ve?zt?"left":"right":(zt||oe)&&(ie||Ve)?`${Ve?"bottom":"top"}-${zt?"left":"right"}`:o.preferredAnchor}let J=this.firstChild,It=this.lastChild;if(J.setAttribute("d",uL(lt,x,g,Z,gt)),rt)for(let pt of It.childNodes)pt.setAttribute("x",-rt);It.setAttribute("y",`${+cL(lt,It.childNodes.length,_).toFixed(6)}em`),It.setAttribute("transform",`translate(${lL(lt,x,g,Z,gt)})`)}),st.attr("visibility",null)}return t.length&&(st.attr("visibility","hidden"),h.isConnected?Promise.resolve().then(W):typeof requestAnimationFrame<"u"&&requestAnimationFrame(W)),st.node()}};function Ew(e,{x:t,y:n,...i}={}){return i.frameAnchor===void 0&&([t,n]=Vr(t,n)),new p0(e,{...i,x:t,y:n})}function cL(e,t,n){return/^top(?:-|$)/.test(e)?.94-n:-.29-t*n}function lL(e,t,n,i,r){switch(e){case"middle":return[-i/2,r/2];case"top-left":return[n,t+n];case"top":return[-i/2,t/2+n];case"top-right":return[-i-n,t+n];case"right":return[-t/2-i-n,r/2];case"bottom-left":return[n,-t-n];case"bottom":return[-i/2,-t/2-n];case"bottom-right":return[-i-n,-t-n];case"left":return[n+t/2,r/2]}}function uL(e,t,n,i,r){let s=i+n*2,o=r+n*2;switch(e){case"middle":return`M${-s/2},${-o/2}h${s}v${o}h${-s}z`;case"top-left":return`M0,0l${t},${t}h${s-t}v${o}h${-s}z`;case"top":return`M0,0l${t/2},${t/2}h${(s-t)/2}v${o}h${-s}v${-o}h${(s-t)/2}z`;case"top-right":return`M0,0l${-t},${t}h${t-s}v${o}h${s}z`;case"right":return`M0,0l${-t/2},${-t/2}v${t/2-o/2}h${-s}v${o}h${s}v${t/2-o/2}z`;case"bottom-left":return`M0,0l${t},${-t}h${s-t}v${-o}h${-s}z`;case"bottom":return`M0,0l${t/2},${-t/2}h${(s-t)/2}v${-o}h${-s}v${o}h${(s-t)/2}z`;case"bottom-right":return`M0,0l${-t},${-t}h${t-s}v${-o}h${s}z`;case"left":return`M0,0l${t/2},${-t/2}v${t/2-o/2}h${s}v${o}h${-s}v${t/2-o/2}z`}}function Sw(e,t){let n={},i=this.format;i=ww(i,e,"x"),i=ww(i,e,"y"),this.format=i;for(let r in i){let s=i[r];if(!(s===null||s===!1))if(r==="fx"||r==="fy")n[r]=!0;else{let o=Sg(e,r);o&&(n[r]=o)}}for(let r in e){if(r in n||r in i||aL.has(r)||(r==="x"||r==="y")&&e.geometry)continue;let s=Sg(e,r);if(s){if(s.scale==null&&s.defaultScale==="color")continue;n[r]=s}}this.facet&&(t.fx&&!("fx"in i)&&(n.fx=!0),t.fy&&!("fy"in i)&&(n.fy=!0));for(let r in n){let s=this.format[r];if(typeof s=="string"){let o=n[r]?.value??t[r]?.domain()??[];this.format[r]=(Ee(o)?Ii:wi)(s)}else if(s===void 0||s===!0){let o=t[r];this.format[r]=o?.bandwidth?vc(o,o.domain()):zi}}return n}function ww(e,t,n){if(!(n in e))return e;let i=`${n}1`,r=`${n}2`;if((i in e||!(i in t))&&(r in e||!(r in t)))return e;let s=Object.entries(e),o=e[n];return s.splice(s.findIndex(([a])=>a===n)+1,0,[i,o],[r,o]),Object.fromEntries(s)}function fL(e,t,{title:n}){return this.format.title(n.value[e],e)}function*hL(e,t,n,i,r){for(let s in n){if(s==="fx"||s==="fy"){yield{label:qu(i,n,s),value:this.format[s](t[s],e)};continue}if(s==="x1"&&"x2"in n||s==="y1"&&"y2"in n)continue;let o=n[s];if(s==="x2"&&"x1"in n)yield{label:Aw(i,n,"x"),value:Tw(this.format.x2,n.x1,o,e)};else if(s==="y2"&&"y1"in n)yield{label:Aw(i,n,"y"),value:Tw(this.format.y2,n.y1,o,e)};else{let a=o.value[e],c=o.scale;if(!Jn(a)&&c==null)continue;yield{label:qu(i,n,s),value:this.format[s](a,e),color:c==="color"?r[s][e]:null,opacity:c==="opacity"?r[s][e]:null}}}}function Tw(e,t,n,i){return n.hint?.length?`${e(n.value[i]-t.value[i],i)}`:`${e(t.value[i],i)}–${e(n.value[i],i)}`}function Aw(e,t,n){let i=qu(e,t,`${n}1`,n),r=qu(e,t,`${n}2`,n);return i===r?i:`${i}–${r}`}function qu(e,t,n,i=n){let r=t[n],s=e[r?.scale??n];return String(s?.label??r?.label??i)}function Nw(e={}){let{facet:t,style:n,title:i,subtitle:r,caption:s,ariaLabel:o,ariaDescription:a}=e,c=zo(e.className),l=e.marks===void 0?[]:Rw(e.marks);l.push(...yL(l));let u=gL(t,e),h=new Map;for(let U of l){let G=Iw(U,u,e);G&&h.set(U,G)}let f=new Map;u&&bc(f,[u],e),bc(f,h,e);let d=Rw(xL(l,f,e));for(let U of d){let G=Iw(U,u,e);G&&h.set(U,G)}l.unshift(...d);let p=HM(f,e);if(p!==void 0){let U=u?Du(p,u):void 0;for(let X of l){if(X.facet===null||X.facet==="super")continue;let st=h.get(X);st!==void 0&&(st.facetsIndex=X.fx!=null||X.fy!=null?Du(p,st):U)}let G=new Set;for(let{facetsIndex:X}of h.values())X?.forEach((st,ct)=>{st?.length>0&&G.add(ct)});p.forEach(0<G.size&&G.size<p.length?(X,st)=>X.empty=!G.has(st):X=>X.empty=!1);for(let X of l)if(X.facet==="exclude"){let st=h.get(X);st!==void 0&&(st.facetsIndex=XM(st.facetsIndex))}}for(let U of he.keys())Co(e[U])&&U!=="fx"&&U!=="fy"&&f.set(U,[]);let _=new Map;for(let U of l){if(_.has(U))throw new Error("duplicate mark; each mark must be unique");let{facetsIndex:G,channels:X}=h.get(U)??{},{data:st,facets:ct,channels:W}=U.initialize(G,X,e);_0(W,e),_.set(U,{data:st,facets:ct,channels:W})}let m=dc(bc(f,_,e),e),g=lS(m,l,e);OM(m,g);let x=Ng(m),{fx:w,fy:v}=x,T=w||v?Dg(m,g):g,M=w||v?AL(x,g):g,y=ko(e),b=y.document,I=so("svg").call(b.documentElement),C=I;y.ownerSVGElement=I,y.className=c,y.projection=ZM(e,T),y.path=function(){return ka(this.projection??eS(x))},y.filterFacets=(U,G)=>Du(p,{channels:G,groups:Lu(U,G)}),y.getMarkState=U=>{let G=_.get(U),X=h.get(U);return{...G,channels:{...G.channels,...X?.channels}}},y.dispatchValue=U=>{C.value!==U&&(C.value=U,C.dispatchEvent(new y.document.defaultView.Event("input",{bubbles:!0})))};let E=new Set;for(let[U,G]of _)if(U.initializer!=null){let X=U.facet==="super"?M:T,st=U.initializer(G.data,G.facets,G.channels,x,X,y);if(st.data!==void 0&&(G.data=st.data),st.facets!==void 0&&(G.facets=st.facets),st.channels!==void 0){let{fx:ct,fy:W,...at}=st.channels;mL(at),Object.assign(G.channels,at);for(let ft of Object.values(at)){let{scale:ot}=ft;ot!=null&&!D1(he.get(ot))&&(Dw(ft,e),E.add(ot))}(ct!=null||W!=null)&&h.set(U,!0)}}if(E.size){let U=new Map;bc(U,_,e,ct=>E.has(ct)),bc(f,_,e,ct=>E.has(ct));let G=TL(dc(U,e),m),{scales:X,...st}=Ng(G);Object.assign(m,G),Object.assign(x,st),Object.assign(x.scales,X)}let N,B;p!==void 0&&(N={x:w?.domain(),y:v?.domain()},p=WM(p,N),B=$M(w,v,g));for(let[U,G]of _)G.values=U.scale(G.channels,x,y);let{width:P,height:L}=g;ri(I).attr("class",c).attr("fill","currentColor").attr("font-family","system-ui, sans-serif").attr("font-size",10).attr("text-anchor","middle").attr("width",P).attr("height",L).attr("viewBox",`0 0 ${P} ${L}`).attr("aria-label",o).attr("aria-description",a).call(U=>U.append("style").text(`:where(.${c}) {
  --plot-background: white;
  display: block;
  height: auto;
  height: intrinsic;
  max-width: 100%;
}
:where(.${c} text),
:where(.${c} tspan) {
  white-space: pre;
}`)).call(Go,n);for(let U of l){let{channels:G,values:X,facets:st}=_.get(U);if(p===void 0||U.facet==="super"){let ct=null;if(st&&(ct=st[0],ct=U.filter(ct,G,X),ct.length===0))continue;let W=U.render(ct,x,X,M,y);if(W==null)continue;I.appendChild(W)}else{let ct;for(let W of p){if(!(U.facetAnchor?.(p,N,W)??!W.empty))continue;let at=null;if(st){let ot=h.has(U);if(at=st[ot?W.i:0],at=U.filter(at,G,X),at.length===0)continue;!ot&&at===st[0]&&(at=v1(at)),at.fx=W.x,at.fy=W.y,at.fi=W.i}let ft=U.render(at,x,X,T,y);if(ft!=null){(ct??=ri(I).append("g")).append(()=>ft).datum(W);for(let ot of["aria-label","aria-description","aria-hidden","transform"])ft.hasAttribute(ot)&&(ct.attr(ot,ft.getAttribute(ot)),ft.removeAttribute(ot))}}ct?.selectChildren().each(B)}}let z=yw(m,y,e),{figure:k=i!=null||r!=null||s!=null||z.length>0}=e;k&&(C=b.createElement("figure"),C.className=`${c}-figure`,C.style.maxWidth="initial",i!=null&&C.append(Cw(b,i,"h2")),r!=null&&C.append(Cw(b,r,"h3")),C.append(...z,I),s!=null&&C.append(dL(b,s)),"value"in I&&(C.value=I.value,delete I.value)),C.scale=GM(x.scales),C.legend=mw(m,y,e);let Y=yM();return Y>0&&ri(I).append("text").attr("x",P).attr("y",20).attr("dy","-1em").attr("text-anchor","end").attr("font-family","initial").text("⚠️").append("title").text(`${Y.toLocaleString("en-US")} warning${Y===1?"":"s"}. Please check the console.`),C}function Cw(e,t,n){if(t.ownerDocument)return t;let i=e.createElement(n);return i.append(t),i}function dL(e,t){let n=e.createElement("figcaption");return n.append(t),n}function Rw(e){return e.flat(1/0).filter(t=>t!=null).map(pL)}function pL(e){return typeof e.render=="function"?e:new g0(e)}var g0=class extends De{constructor(t){if(typeof t!="function")throw new TypeError("invalid mark; missing render function");super(),this.render=t}render(){}};function _0(e,t){for(let n in e)Dw(e[n],t);return e}function Dw(e,t){let{scale:n,transform:i=!0}=e;if(n==null||!i)return;let{type:r,percent:s,interval:o,transform:a=s?c=>c==null?NaN:c*100:hg(o,r)}=t[n]??{};a!=null&&(e.value=fe(e.value,a),e.transform=!1)}function mL(e){for(let t in e)Mg(t,e[t])}function bc(e,t,n,i=g1){for(let{channels:r}of t.values())for(let s in r){let o=r[s],{scale:a}=o;if(a!=null&&i(a))if(a==="projection"){if(!QM(n)){let c=n.x?.domain===void 0,l=n.y?.domain===void 0;if(c||l){let[u,h]=tS(o);c&&m0(e,"x",u),l&&m0(e,"y",h)}}}else m0(e,a,o)}return e}function m0(e,t,n){let i=e.get(t);i!==void 0?i.push(n):e.set(t,[n])}function gL(e,t){if(e==null)return;let{x:n,y:i}=e;if(n==null&&i==null)return;let r=hr(e.data);if(r==null)throw new Error("missing facet data");let s={};n!=null&&(s.fx=No(r,{value:n,scale:"fx"})),i!=null&&(s.fy=No(r,{value:i,scale:"fy"})),_0(s,t);let o=Lu(r,s);return{channels:s,groups:o,data:e.data}}function Iw(e,t,n){if(e.facet===null||e.facet==="super")return;let{fx:i,fy:r}=e;if(i!=null||r!=null){let c=hr(e.data??i??r);if(c===void 0)throw new Error(`missing facet data in ${e.ariaLabel}`);if(c===null)return;let l={};return i!=null&&(l.fx=No(c,{value:i,scale:"fx"})),r!=null&&(l.fy=No(c,{value:r,scale:"fy"})),_0(l,n),{channels:l,groups:Lu(c,l)}}if(t===void 0)return;let{channels:s,groups:o,data:a}=t;if(e.facet!=="auto"||e.data===a)return{channels:s,groups:o};a.length>0&&(o.size>1||o.size===1&&s.fx&&s.fy&&[...o][0][1].size>1)&&yu(hr(e.data))===yu(a)&&wn(`Warning: the ${e.ariaLabel} mark appears to use faceted data, but isn’t faceted. The mark data has the same length as the facet data and the mark facet option is "auto", but the mark data and facet data are distinct. If this mark should be faceted, set the mark facet option to true; otherwise, suppress this warning by setting the mark facet option to false.`)}function _L(e,t={}){return Us({...t,x:null,y:null},(n,i,r,s,o,a)=>a.getMarkState(e))}function yL(e){let t=[];for(let n of e){let i=n.tip;if(i){i===!0?i={}:typeof i=="string"&&(i={pointer:i});let{pointer:r,preferredAnchor:s}=i;r=/^x$/i.test(r)?hS:/^y$/i.test(r)?Xg:fS,i=r(_L(n,i)),i.title=null,s===void 0&&(i.preferredAnchor=r===Xg?"left":"bottom");let o=Ew(n.data,i);o.facet=n.facet,o.facetAnchor=n.facetAnchor,t.push(o)}}return t}function xL(e,t,n){let{projection:i,x:r={},y:s={},fx:o={},fy:a={},axis:c,grid:l,facet:u={},facet:{axis:h=c,grid:f}=u,x:{axis:d=c,grid:p=d===null?null:l}=r,y:{axis:_=c,grid:m=_===null?null:l}=s,fx:{axis:g=h,grid:x=g===null?null:f}=o,fy:{axis:w=h,grid:v=w===null?null:f}=a}=n;(i||!Co(r)&&!Pw("x",e))&&(d=p=null),(i||!Co(s)&&!Pw("y",e))&&(_=m=null),t.has("fx")||(g=x=null),t.has("fy")||(w=v=null),d===void 0&&(d=!Ju(e,"x")),_===void 0&&(_=!Ju(e,"y")),g===void 0&&(g=!Ju(e,"fx")),w===void 0&&(w=!Ju(e,"fy")),d===!0&&(d="bottom"),_===!0&&(_="left"),g===!0&&(g=d==="top"||d===null?"bottom":"top"),w===!0&&(w=_==="right"||_===null?"left":"right");let T=[];return Zu(T,v,jS,a),Yu(T,w,YS,"right","left",u,a),Zu(T,x,ew,o),Yu(T,g,ZS,"top","bottom",u,o),Zu(T,m,QS,s),Yu(T,_,l0,"left","right",n,s),Zu(T,p,tw,r),Yu(T,d,u0,"bottom","top",n,r),T}function Yu(e,t,n,i,r,s,o){if(!t)return;let a=vL(t);o=bL(a?i:t,s,o);let{line:c}=o;(n===l0||n===u0)&&c&&!Ps(c)&&e.push(Mw(ML(o))),e.push(n(o)),a&&e.push(n({...o,anchor:r,label:null}))}function Zu(e,t,n,i){!t||Ps(t)||e.push(n(SL(t,i)))}function vL(e){return/^\s*both\s*$/i.test(e)}function bL(e,t,{line:n=t.line,ticks:i,tickSize:r,tickSpacing:s,tickPadding:o,tickFormat:a,tickRotate:c,fontVariant:l,ariaLabel:u,ariaDescription:h,label:f=t.label,labelAnchor:d,labelArrow:p=t.labelArrow,labelOffset:_}){return{anchor:e,line:n,ticks:i,tickSize:r,tickSpacing:s,tickPadding:o,tickFormat:a,tickRotate:c,fontVariant:l,ariaLabel:u,ariaDescription:h,label:f,labelAnchor:d,labelArrow:p,labelOffset:_}}function ML(e){let{anchor:t,line:n}=e;return{anchor:t,facetAnchor:t+"-empty",stroke:n===!0?void 0:n}}function SL(e,{stroke:t=Ro(e)?e:void 0,ticks:n=wL(e)?e:void 0,tickSpacing:i,ariaLabel:r,ariaDescription:s}){return{stroke:t,ticks:n,tickSpacing:i,ariaLabel:r,ariaDescription:s}}function wL(e){switch(typeof e){case"number":return!0;case"string":return!Ro(e)}return Sn(e)||typeof e?.range=="function"}function Ju(e,t){let n=`${t}-axis `;return e.some(i=>i.ariaLabel?.startsWith(n))}function Pw(e,t){for(let n of t)for(let i in n.channels){let{scale:r}=n.channels[i];if(r===e||r==="projection")return!0}return!1}function TL(e,t){for(let n in e){let i=e[n],r=t[n];i.label===void 0&&r&&(i.label=r.label)}return e}function AL({fx:e,fy:t},n){let{marginTop:i,marginRight:r,marginBottom:s,marginLeft:o,width:a,height:c}=Iu(n),l=e&&Lw(e),u=t&&Lw(t);return{marginTop:t?u[0]:i,marginRight:e?a-l[1]:r,marginBottom:t?c-u[1]:s,marginLeft:e?l[0]:o,inset:{marginTop:n.marginTop,marginRight:n.marginRight,marginBottom:n.marginBottom,marginLeft:n.marginLeft},width:a,height:c}}function Lw(e){let t=e.domain();if(t.length===0)return[0,e.bandwidth()];let n=e(t[0]),i=e(t[t.length-1]);return i<n&&([n,i]=[i,n]),[n,i+e.bandwidth()]}var EL=new Map([["basis",Db],["basis-closed",Fb],["basis-open",Bb],["bundle",zb],["bump-x",Cb],["bump-y",Rb],["cardinal",Gb],["cardinal-closed",Vb],["cardinal-open",Hb],["catmull-rom",$b],["catmull-rom-closed",qb],["catmull-rom-open",Zb],["linear",So],["linear-closed",Kb],["monotone-x",t1],["monotone-y",e1],["natural",i1],["step",r1],["step-after",o1],["step-before",s1]]);function CL(e=So,t){if(typeof e=="function")return e;let n=EL.get(`${e}`.toLowerCase());if(!n)throw new Error(`unknown curve: ${e}`);if(t!==void 0){if("beta"in n)return n.beta(t);if("tension"in n)return n.tension(t);if("alpha"in n)return n.alpha(t)}return n}function Uw(e=Mc,t){return typeof e!="function"&&`${e}`.toLowerCase()==="auto"?Mc:CL(e,t)}function Mc(e){return So(e)}function RL(e={y:"count"},t={}){[e,t]=LL(e,t);let{x:n,y:i}=t;return PL(NL(n,t,Ce),null,null,i,e,yc(t))}function IL(e,t,n={}){if(n?.interval==null)return n;let{reduce:i=Au}=n,r={filter:null};return n[t]!=null&&(r[t]=i),n[`${t}1`]!=null&&(r[`${t}1`]=i),n[`${t}2`]!=null&&(r[`${t}2`]=i),e(r,n)}function Bw(e={}){return IL(RL,"y",gc(e,"x"))}function PL(e,t,n,i,{data:r=vg,filter:s=cc,sort:o,reverse:a,...c}={},l={}){e=Fw(e),t=Fw(t),c=UL(c,l),r=Gw(r,Ce),o=o==null?void 0:kw("sort",o,l),s=s==null?void 0:zw("filter",s,l),n!=null&&lc(c,"x","x1","x2")&&(n=null),i!=null&&lc(c,"y","y1","y2")&&(i=null);let[u,h]=Fi(e),[f,d]=Fi(e),[p,_]=Fi(t),[m,g]=Fi(t),[x,w]=n!=null?[n,"x"]:i!=null?[i,"y"]:[],[v,T]=Fi(x),{x:M,y,z:b,fill:I,stroke:C,x1:E,x2:N,y1:B,y2:P,domain:L,cumulative:z,thresholds:k,interval:Y,...U}=l,[G,X]=Fi(b),[st]=Mn(I),[ct]=Mn(C),[W,at]=Fi(st),[ft,ot]=Fi(ct);return{..."z"in l&&{z:G||b},..."fill"in l&&{fill:W||I},..."stroke"in l&&{stroke:ft||C},...Tu(U,(rt,Z,gt)=>{let lt=fg(Ne(rt,x),gt?.[w]),J=Ne(rt,b),It=Ne(rt,st),pt=Ne(rt,ct),Ut=$1(c,{z:J,fill:It,stroke:pt}),zt=[],oe=[],ie=lt&&T([]),Ve=J&&X([]),Pe=It&&at([]),gn=pt&&ot([]),an=e&&h([]),_n=e&&d([]),O=t&&_([]),yn=t&&g([]),me=BL(e,t,rt),ge=0;for(let mt of c)mt.initialize(rt);o&&o.initialize(rt),s&&s.initialize(rt);for(let mt of Z){let Me=[];for(let Lt of c)Lt.scope("facet",mt);o&&o.scope("facet",mt),s&&s.scope("facet",mt);for(let[Lt,Ot]of xg(mt,Ut))for(let[R,S]of xg(Ot,lt))for(let[V,ut]of me(S))if(Ut&&(ut.z=Lt),!(s&&!s.reduce(V,ut))){Me.push(ge++),oe.push(r.reduceIndex(V,rt,ut)),lt&&ie.push(R),J&&Ve.push(Ut===J?Lt:J[(V.length>0?V:S)[0]]),It&&Pe.push(Ut===It?Lt:It[(V.length>0?V:S)[0]]),pt&&gn.push(Ut===pt?Lt:pt[(V.length>0?V:S)[0]]),an&&(an.push(ut.x1),_n.push(ut.x2)),O&&(O.push(ut.y1),yn.push(ut.y2));for(let nt of c)nt.reduce(V,ut);o&&o.reduce(V,ut)}zt.push(Me)}return X1(zt,o,a),{data:oe,facets:zt}}),...!lc(c,"x")&&(u?{x1:u,x2:f,x:ug(u,f)}:{x:M,x1:E,x2:N}),...!lc(c,"y")&&(p?{y1:p,y2:m,y:ug(p,m)}:{y,y1:B,y2:P}),...v&&{[w]:v},...Object.fromEntries(c.map(({name:rt,output:Z})=>[rt,Z]))}}function LL({cumulative:e,domain:t,thresholds:n,interval:i,...r},s){return[r,{cumulative:e,domain:t,thresholds:n,interval:i,...s}]}function NL(e,{cumulative:t,domain:n,thresholds:i,interval:r},s){return e={...Bi(e)},e.domain===void 0&&(e.domain=n),e.cumulative===void 0&&(e.cumulative=t),e.thresholds===void 0&&(e.thresholds=i),e.interval===void 0&&(e.interval=r),e.value===void 0&&(e.value=s),e.thresholds=DL(e.thresholds,e.interval),e}function Fw(e){if(e==null)return;let{value:t,cumulative:n,domain:i=je,thresholds:r}=e,s=o=>{let a=Ne(o,t),c;if(Ee(a)||OL(r)){a=fe(a,ag,Float64Array);let[u,h]=typeof i=="function"?i(a):i,f=typeof r=="function"&&!Hr(r)?r(a,u,h):r;typeof f=="number"&&(f=Xl(u,h,f)),Hr(f)&&(i===je&&(u=f.floor(u),h=f.offset(f.floor(h))),f=f.range(u,f.offset(h))),c=f}else{a=Di(a);let[u,h]=typeof i=="function"?i(a):i,f=typeof r=="function"&&!Hr(r)?r(a,u,h):r;if(typeof f=="number")if(i===je){let d=Qs(u,h,f);if(isFinite(d))if(d>0){let p=Math.round(u/d),_=Math.round(h/d);p*d<=u||--p,_*d>h||++_;let m=_-p+1;f=new Float64Array(m);for(let g=0;g<m;++g)f[g]=(p+g)*d}else if(d<0){d=-d;let p=Math.round(u*d),_=Math.round(h*d);p/d<=u||--p,_/d>h||++_;let m=_-p+1;f=new Float64Array(m);for(let g=0;g<m;++g)f[g]=(p+g)/d}else f=[u];else f=[u]}else f=Pr(u,h,f);else Hr(f)&&(i===je&&(u=f.floor(u),h=f.offset(f.floor(h))),f=f.range(u,f.offset(h)));c=f}let l=[];if(c.length===1)l.push([c[0],c[0]]);else for(let u=1;u<c.length;++u)l.push([c[u-1],c[u]]);return l.bin=(n<0?zL:n>0?kL:y0)(l,c,a),l};return s.label=ui(t),s}function DL(e,t,n=Ow){if(e===void 0)return t===void 0?n:Oi(t);if(typeof e=="string"){switch(e.toLowerCase()){case"freedman-diaconis":return cy;case"scott":return td;case"sturges":return iy;case"auto":return Ow}return rc(e)}return e}function UL(e,t){return W1(e,t,kw)}function kw(e,t,n){return _g(e,t,n,zw)}function zw(e,t,n){return yg(e,t,n,Gw)}function Gw(e,t){return uc(e,t,FL)}function FL(e){switch(`${e}`.toLowerCase()){case"x":return GL;case"x1":return HL;case"x2":return WL;case"y":return VL;case"y1":return $L;case"y2":return XL;case"z":return q1}throw new Error(`invalid bin reduce: ${e}`)}function Ow(e,t,n){return Math.min(200,td(e,t,n))}function OL(e){return S1(e)||Sn(e)&&Ee(e)}function BL(e,t,n){let i=e?.(n),r=t?.(n);return i&&r?function*(s){let o=i.bin(s);for(let[a,[c,l]]of i.entries()){let u=r.bin(o[a]);for(let[h,[f,d]]of r.entries())yield[u[h],{data:n,x1:c,y1:f,x2:l,y2:d}]}}:i?function*(s){let o=i.bin(s);for(let[a,[c,l]]of i.entries())yield[o[a],{data:n,x1:c,x2:l}]}:function*(s){let o=r.bin(s);for(let[a,[c,l]]of r.entries())yield[o[a],{data:n,y1:c,y2:l}]}}function y0(e,t,n){return t=Di(t),i=>{let r=e.map(()=>[]);for(let s of i)r[to(t,n[s])-1]?.push(s);return r}}function kL(e,t,n){let i=y0(e,t,n);return r=>{let s=i(r);for(let o=1,a=s.length;o<a;++o){let c=s[o-1],l=s[o];for(let u of c)l.push(u)}return s}}function zL(e,t,n){let i=y0(e,t,n);return r=>{let s=i(r);for(let o=s.length-2;o>=0;--o){let a=s[o+1],c=s[o];for(let l of a)c.push(l)}return s}}function Vw(e,t){let n=(+e+ +t)/2;return e instanceof Date?new Date(n):n}var GL={reduceIndex(e,t,{x1:n,x2:i}){return Vw(n,i)}},VL={reduceIndex(e,t,{y1:n,y2:i}){return Vw(n,i)}},HL={reduceIndex(e,t,{x1:n}){return n}},WL={reduceIndex(e,t,{x2:n}){return n}},$L={reduceIndex(e,t,{y1:n}){return n}},XL={reduceIndex(e,t,{y2:n}){return n}};var qL={ariaLabel:"line",fill:"none",stroke:"currentColor",strokeWidth:1.5,strokeLinecap:"round",strokeLinejoin:"round",strokeMiterlimit:1},Ku=class extends De{constructor(t,n={}){let{x:i,y:r,z:s,curve:o,tension:a}=n;super(t,{x:{value:i,scale:"x"},y:{value:r,scale:"y"},z:{value:x1(n),optional:!0}},n,qL),this.z=s,this.curve=Uw(o,a),_c(this,n)}filter(t){return t}project(t,n,i){this.curve!==Mc&&super.project(t,n,i)}render(t,n,i,r,s){let{x:o,y:a}=i,{curve:c}=this;return ye("svg:g",s).call(Pn,this,r,s).call(Nn,this,n).call(l=>l.selectAll().data(oS(t,[o,a],this,i)).enter().append("path").call(Ln,this).call(sS,this,i).call(gS,this,i,s).attr("d",c===Mc&&s.projection?YL(s.path(),o,a):Ab().curve(c).defined(u=>u>=0).x(u=>o[u]).y(u=>a[u]))).node()}};function YL(e,t,n){return t=Di(t),n=Di(n),i=>{let r=[],s=[r];for(let o of i)o===-1?(r=[],s.push(r)):r.push([t[o],n[o]]);return e({type:"MultiLineString",coordinates:s})}}function x0(e,{x:t=sc,y:n=Ce,...i}={}){return new Ku(e,Bw({...i,x:t,y:n}))}De.prototype.plot=function({marks:e=[],...t}={}){return Nw({...t,marks:[...e,this]})};var uT=0,q0=1,fT=2;var Wc=1,hT=2,fa=3,ss=0,mn=1,Yi=2,$s=0,ha=1,Y0=2,Z0=3,J0=4,dT=5;var Xs=100,pT=101,mT=102,gT=103,_T=104,yT=200,xT=201,vT=202,bT=203,K0=204,Q0=205,MT=206,ST=207,wT=208,TT=209,AT=210,ET=211,CT=212,RT=213,IT=214,bf=0,Mf=1,Sf=2,ra=3,wf=4,Tf=5,Af=6,Ef=7,j0=0,PT=1,LT=2,Zi=0,t_=1,e_=2,n_=3,i_=4,r_=5,s_=6,o_=7;var a_=300,qs=301,da=302,th=303,eh=304,Cf=1e3,Vi=1001,Rf=1002,Ke=1003,NT=1004;var $c=1005;var pn=1006,nh=1007;var Ar=1008;var kn=1009,c_=1010,l_=1011,pa=1012,ih=1013,gi=1014,_i=1015,yi=1016,rh=1017,sh=1018,Ys=1020,u_=35902,f_=35899,h_=1021,d_=1022,xi=1023,wr=1026,Er=1027,p_=1028,oh=1029,os=1030,ah=1031;var ch=1033,Xc=33776,qc=33777,Yc=33778,Zc=33779,lh=35840,uh=35841,fh=35842,hh=35843,dh=36196,ph=37492,mh=37496,gh=37488,_h=37489,Jc=37490,yh=37491,xh=37808,vh=37809,bh=37810,Mh=37811,Sh=37812,wh=37813,Th=37814,Ah=37815,Eh=37816,Ch=37817,Rh=37818,Ih=37819,Ph=37820,Lh=37821,Nh=36492,Dh=36494,Uh=36495,Fh=36283,Oh=36284,Kc=36285,Bh=36286;var Cc=2300,If=2301,xf=2302,G0=2303,V0=2400,H0=2401,W0=2402;var DT=3200;var m_=0,UT=1,Cr="",Fn="srgb",Rc="srgb-linear",Ic="linear",le="srgb";var vf=7680;var FT=519,OT=512,BT=513,kT=514,g_=515,zT=516,GT=517,__=518,y_=519,VT=35044;var x_="300 es",ti=2e3,Pc=2001;function JL(e){for(let t=e.length-1;t>=0;--t)if(e[t]>=65535)return!0;return!1}function KL(e){return ArrayBuffer.isView(e)&&!(e instanceof DataView)}function Lc(e){return document.createElementNS("http://www.w3.org/1999/xhtml",e)}function HT(){let e=Lc("canvas");return e.style.display="block",e}var Hw={},sa=null;function v_(...e){let t="THREE."+e.shift();sa?sa("log",t,...e):console.log(t,...e)}function WT(e){let t=e[0];if(typeof t=="string"&&t.startsWith("TSL:")){let n=e[1];n&&n.isStackTrace?e[0]+=" "+n.getLocation():e[1]='Stack trace not available. Enable "THREE.Node.captureStackTrace" to capture stack traces.'}return e}function Ft(...e){e=WT(e);let t="THREE."+e.shift();if(sa)sa("warn",t,...e);else{let n=e[0];n&&n.isStackTrace?console.warn(n.getError(t)):console.warn(t,...e)}}function Bt(...e){e=WT(e);let t="THREE."+e.shift();if(sa)sa("error",t,...e);else{let n=e[0];n&&n.isStackTrace?console.error(n.getError(t)):console.error(t,...e)}}function Ec(...e){let t=e.join(" ");t in Hw||(Hw[t]=!0,Ft(...e))}function $T(e,t,n){return new Promise(function(i,r){function s(){switch(e.clientWaitSync(t,e.SYNC_FLUSH_COMMANDS_BIT,0)){case e.WAIT_FAILED:r();break;case e.TIMEOUT_EXPIRED:setTimeout(s,n);break;default:i()}}setTimeout(s,n)})}var XT={[bf]:bf,[Sf]:Af,[wf]:wf,[ra]:Tf,[Mf]:Mf,[Af]:Sf,[Ef]:Ef,[Tf]:ra},Wi=class{addEventListener(t,n){this._listeners===void 0&&(this._listeners={});let i=this._listeners;i[t]===void 0&&(i[t]=[]),i[t].indexOf(n)===-1&&i[t].push(n)}hasEventListener(t,n){let i=this._listeners;return i===void 0?!1:i[t]!==void 0&&i[t].indexOf(n)!==-1}removeEventListener(t,n){let i=this._listeners;if(i===void 0)return;let r=i[t];if(r!==void 0){let s=r.indexOf(n);s!==-1&&r.splice(s,1)}}dispatchEvent(t){let n=this._listeners;if(n===void 0)return;let i=n[t.type];if(i!==void 0){t.target=this;let r=i.slice(0);for(let s=0,o=r.length;s<o;s++)r[s].call(this,t);t.target=null}}},rn=["00","01","02","03","04","05","06","07","08","09","0a","0b","0c","0d","0e","0f","10","11","12","13","14","15","16","17","18","19","1a","1b","1c","1d","1e","1f","20","21","22","23","24","25","26","27","28","29","2a","2b","2c","2d","2e","2f","30","31","32","33","34","35","36","37","38","39","3a","3b","3c","3d","3e","3f","40","41","42","43","44","45","46","47","48","49","4a","4b","4c","4d","4e","4f","50","51","52","53","54","55","56","57","58","59","5a","5b","5c","5d","5e","5f","60","61","62","63","64","65","66","67","68","69","6a","6b","6c","6d","6e","6f","70","71","72","73","74","75","76","77","78","79","7a","7b","7c","7d","7e","7f","80","81","82","83","84","85","86","87","88","89","8a","8b","8c","8d","8e","8f","90","91","92","93","94","95","96","97","98","99","9a","9b","9c","9d","9e","9f","a0","a1","a2","a3","a4","a5","a6","a7","a8","a9","aa","ab","ac","ad","ae","af","b0","b1","b2","b3","b4","b5","b6","b7","b8","b9","ba","bb","bc","bd","be","bf","c0","c1","c2","c3","c4","c5","c6","c7","c8","c9","ca","cb","cc","cd","ce","cf","d0","d1","d2","d3","d4","d5","d6","d7","d8","d9","da","db","dc","dd","de","df","e0","e1","e2","e3","e4","e5","e6","e7","e8","e9","ea","eb","ec","ed","ee","ef","f0","f1","f2","f3","f4","f5","f6","f7","f8","f9","fa","fb","fc","fd","fe","ff"];var v0=Math.PI/180,Pf=180/Math.PI;function Qc(){let e=Math.random()*4294967295|0,t=Math.random()*4294967295|0,n=Math.random()*4294967295|0,i=Math.random()*4294967295|0;return(rn[e&255]+rn[e>>8&255]+rn[e>>16&255]+rn[e>>24&255]+"-"+rn[t&255]+rn[t>>8&255]+"-"+rn[t>>16&15|64]+rn[t>>24&255]+"-"+rn[n&63|128]+rn[n>>8&255]+"-"+rn[n>>16&255]+rn[n>>24&255]+rn[i&255]+rn[i>>8&255]+rn[i>>16&255]+rn[i>>24&255]).toLowerCase()}function te(e,t,n){return Math.max(t,Math.min(n,e))}function QL(e,t){return(e%t+t)%t}function b0(e,t,n){return(1-n)*e+n*t}function qT(e){return Math.pow(2,Math.floor(Math.log(e)/Math.LN2))}function b_(e){switch(e.constructor){case Uint32Array:return 4294967295;case Uint16Array:return 65535;case Uint8Array:case Uint8ClampedArray:return 255;case Int32Array:return 2147483647;case Int16Array:return 32767;case Int8Array:return 127;default:return}}function jL(e,t){if(t.constructor===Float32Array)return e;let n=b_(t);if(n===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.max(e/n,-1)}function tN(e,t){if(t.constructor===Float32Array)return e;let n=b_(t);if(n===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.round(e*n)}var se=class{static{this.prototype.isVector2=!0}constructor(t=0,n=0){this.x=t,this.y=n}get width(){return this.x}set width(t){this.x=t}get height(){return this.y}set height(t){this.y=t}set(t,n){return this.x=t,this.y=n,this}setScalar(t){return this.x=t,this.y=t,this}setX(t){return this.x=t,this}setY(t){return this.y=t,this}setComponent(t,n){switch(t){case 0:this.x=n;break;case 1:this.y=n;break;default:throw new Error("THREE.Vector2: index is out of range: "+t)}return this}getComponent(t){switch(t){case 0:return this.x;case 1:return this.y;default:throw new Error("THREE.Vector2: index is out of range: "+t)}}clone(){return new this.constructor(this.x,this.y)}copy(t){return this.x=t.x,this.y=t.y,this}add(t){return this.x+=t.x,this.y+=t.y,this}addScalar(t){return this.x+=t,this.y+=t,this}addVectors(t,n){return this.x=t.x+n.x,this.y=t.y+n.y,this}addScaledVector(t,n){return this.x+=t.x*n,this.y+=t.y*n,this}sub(t){return this.x-=t.x,this.y-=t.y,this}subScalar(t){return this.x-=t,this.y-=t,this}subVectors(t,n){return this.x=t.x-n.x,this.y=t.y-n.y,this}multiply(t){return this.x*=t.x,this.y*=t.y,this}multiplyScalar(t){return this.x*=t,this.y*=t,this}divide(t){return this.x/=t.x,this.y/=t.y,this}divideScalar(t){return this.multiplyScalar(1/t)}applyMatrix3(t){let n=this.x,i=this.y,r=t.elements;return this.x=r[0]*n+r[3]*i+r[6],this.y=r[1]*n+r[4]*i+r[7],this}min(t){return this.x=Math.min(this.x,t.x),this.y=Math.min(this.y,t.y),this}max(t){return this.x=Math.max(this.x,t.x),this.y=Math.max(this.y,t.y),this}clamp(t,n){return this.x=te(this.x,t.x,n.x),this.y=te(this.y,t.y,n.y),this}clampScalar(t,n){return this.x=te(this.x,t,n),this.y=te(this.y,t,n),this}clampLength(t,n){let i=this.length();return this.divideScalar(i||1).multiplyScalar(te(i,t,n))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this}negate(){return this.x=-this.x,this.y=-this.y,this}dot(t){return this.x*t.x+this.y*t.y}cross(t){return this.x*t.y-this.y*t.x}lengthSq(){return this.x*this.x+this.y*this.y}length(){return Math.sqrt(this.x*this.x+this.y*this.y)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)}normalize(){return this.divideScalar(this.length()||1)}angle(){return Math.atan2(-this.y,-this.x)+Math.PI}angleTo(t){let n=Math.sqrt(this.lengthSq()*t.lengthSq());if(n===0)return Math.PI/2;let i=this.dot(t)/n;return Math.acos(te(i,-1,1))}distanceTo(t){return Math.sqrt(this.distanceToSquared(t))}distanceToSquared(t){let n=this.x-t.x,i=this.y-t.y;return n*n+i*i}manhattanDistanceTo(t){return Math.abs(this.x-t.x)+Math.abs(this.y-t.y)}setLength(t){return this.normalize().multiplyScalar(t)}lerp(t,n){return this.x+=(t.x-this.x)*n,this.y+=(t.y-this.y)*n,this}lerpVectors(t,n,i){return this.x=t.x+(n.x-t.x)*i,this.y=t.y+(n.y-t.y)*i,this}equals(t){return t.x===this.x&&t.y===this.y}fromArray(t,n=0){return this.x=t[n],this.y=t[n+1],this}toArray(t=[],n=0){return t[n]=this.x,t[n+1]=this.y,t}fromBufferAttribute(t,n){return this.x=t.getX(n),this.y=t.getY(n),this}rotateAround(t,n){let i=Math.cos(n),r=Math.sin(n),s=this.x-t.x,o=this.y-t.y;return this.x=s*i-o*r+t.x,this.y=s*r+o*i+t.y,this}random(){return this.x=Math.random(),this.y=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y}},$i=class{constructor(t=0,n=0,i=0,r=1){this.isQuaternion=!0,this._x=t,this._y=n,this._z=i,this._w=r}static slerpFlat(t,n,i,r,s,o,a){let c=i[r+0],l=i[r+1],u=i[r+2],h=i[r+3],f=s[o+0],d=s[o+1],p=s[o+2],_=s[o+3];if(h!==_||c!==f||l!==d||u!==p){let m=c*f+l*d+u*p+h*_;m<0&&(f=-f,d=-d,p=-p,_=-_,m=-m);let g=1-a;if(m<.9995){let x=Math.acos(m),w=Math.sin(x);g=Math.sin(g*x)/w,a=Math.sin(a*x)/w,c=c*g+f*a,l=l*g+d*a,u=u*g+p*a,h=h*g+_*a}else{c=c*g+f*a,l=l*g+d*a,u=u*g+p*a,h=h*g+_*a;let x=1/Math.sqrt(c*c+l*l+u*u+h*h);c*=x,l*=x,u*=x,h*=x}}t[n]=c,t[n+1]=l,t[n+2]=u,t[n+3]=h}static multiplyQuaternionsFlat(t,n,i,r,s,o){let a=i[r],c=i[r+1],l=i[r+2],u=i[r+3],h=s[o],f=s[o+1],d=s[o+2],p=s[o+3];return t[n]=a*p+u*h+c*d-l*f,t[n+1]=c*p+u*f+l*h-a*d,t[n+2]=l*p+u*d+a*f-c*h,t[n+3]=u*p-a*h-c*f-l*d,t}get x(){return this._x}set x(t){this._x=t,this._onChangeCallback()}get y(){return this._y}set y(t){this._y=t,this._onChangeCallback()}get z(){return this._z}set z(t){this._z=t,this._onChangeCallback()}get w(){return this._w}set w(t){this._w=t,this._onChangeCallback()}set(t,n,i,r){return this._x=t,this._y=n,this._z=i,this._w=r,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._w)}copy(t){return this._x=t.x,this._y=t.y,this._z=t.z,this._w=t.w,this._onChangeCallback(),this}setFromEuler(t,n=!0){let i=t._x,r=t._y,s=t._z,o=t._order,a=Math.cos,c=Math.sin,l=a(i/2),u=a(r/2),h=a(s/2),f=c(i/2),d=c(r/2),p=c(s/2);switch(o){case"XYZ":this._x=f*u*h+l*d*p,this._y=l*d*h-f*u*p,this._z=l*u*p+f*d*h,this._w=l*u*h-f*d*p;break;case"YXZ":this._x=f*u*h+l*d*p,this._y=l*d*h-f*u*p,this._z=l*u*p-f*d*h,this._w=l*u*h+f*d*p;break;case"ZXY":this._x=f*u*h-l*d*p,this._y=l*d*h+f*u*p,this._z=l*u*p+f*d*h,this._w=l*u*h-f*d*p;break;case"ZYX":this._x=f*u*h-l*d*p,this._y=l*d*h+f*u*p,this._z=l*u*p-f*d*h,this._w=l*u*h+f*d*p;break;case"YZX":this._x=f*u*h+l*d*p,this._y=l*d*h+f*u*p,this._z=l*u*p-f*d*h,this._w=l*u*h-f*d*p;break;case"XZY":this._x=f*u*h-l*d*p,this._y=l*d*h-f*u*p,this._z=l*u*p+f*d*h,this._w=l*u*h+f*d*p;break;default:Ft("Quaternion: .setFromEuler() encountered an unknown order: "+o)}return n===!0&&this._onChangeCallback(),this}setFromAxisAngle(t,n){let i=n/2,r=Math.sin(i);return this._x=t.x*r,this._y=t.y*r,this._z=t.z*r,this._w=Math.cos(i),this._onChangeCallback(),this}setFromRotationMatrix(t){let n=t.elements,i=n[0],r=n[4],s=n[8],o=n[1],a=n[5],c=n[9],l=n[2],u=n[6],h=n[10],f=i+a+h;if(f>0){let d=.5/Math.sqrt(f+1);this._w=.25/d,this._x=(u-c)*d,this._y=(s-l)*d,this._z=(o-r)*d}else if(i>a&&i>h){let d=2*Math.sqrt(1+i-a-h);this._w=(u-c)/d,this._x=.25*d,this._y=(r+o)/d,this._z=(s+l)/d}else if(a>h){let d=2*Math.sqrt(1+a-i-h);this._w=(s-l)/d,this._x=(r+o)/d,this._y=.25*d,this._z=(c+u)/d}else{let d=2*Math.sqrt(1+h-i-a);this._w=(o-r)/d,this._x=(s+l)/d,this._y=(c+u)/d,this._z=.25*d}return this._onChangeCallback(),this}setFromUnitVectors(t,n){let i=t.dot(n)+1;return i<1e-8?(i=0,Math.abs(t.x)>Math.abs(t.z)?(this._x=-t.y,this._y=t.x,this._z=0,this._w=i):(this._x=0,this._y=-t.z,this._z=t.y,this._w=i)):(this._x=t.y*n.z-t.z*n.y,this._y=t.z*n.x-t.x*n.z,this._z=t.x*n.y-t.y*n.x,this._w=i),this.normalize()}angleTo(t){return 2*Math.acos(Math.abs(te(this.dot(t),-1,1)))}rotateTowards(t,n){let i=this.angleTo(t);if(i===0)return this;let r=Math.min(1,n/i);return this.slerp(t,r),this}identity(){return this.set(0,0,0,1)}invert(){return this.conjugate()}conjugate(){return this._x*=-1,this._y*=-1,this._z*=-1,this._onChangeCallback(),this}dot(t){return this._x*t._x+this._y*t._y+this._z*t._z+this._w*t._w}lengthSq(){return this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w}length(){return Math.sqrt(this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w)}normalize(){let t=this.length();return t===0?(this._x=0,this._y=0,this._z=0,this._w=1):(t=1/t,this._x=this._x*t,this._y=this._y*t,this._z=this._z*t,this._w=this._w*t),this._onChangeCallback(),this}multiply(t){return this.multiplyQuaternions(this,t)}premultiply(t){return this.multiplyQuaternions(t,this)}multiplyQuaternions(t,n){let i=t._x,r=t._y,s=t._z,o=t._w,a=n._x,c=n._y,l=n._z,u=n._w;return this._x=i*u+o*a+r*l-s*c,this._y=r*u+o*c+s*a-i*l,this._z=s*u+o*l+i*c-r*a,this._w=o*u-i*a-r*c-s*l,this._onChangeCallback(),this}slerp(t,n){let i=t._x,r=t._y,s=t._z,o=t._w,a=this.dot(t);a<0&&(i=-i,r=-r,s=-s,o=-o,a=-a);let c=1-n;if(a<.9995){let l=Math.acos(a),u=Math.sin(l);c=Math.sin(c*l)/u,n=Math.sin(n*l)/u,this._x=this._x*c+i*n,this._y=this._y*c+r*n,this._z=this._z*c+s*n,this._w=this._w*c+o*n,this._onChangeCallback()}else this._x=this._x*c+i*n,this._y=this._y*c+r*n,this._z=this._z*c+s*n,this._w=this._w*c+o*n,this.normalize();return this}slerpQuaternions(t,n,i){return this.copy(t).slerp(n,i)}random(){let t=2*Math.PI*Math.random(),n=2*Math.PI*Math.random(),i=Math.random(),r=Math.sqrt(1-i),s=Math.sqrt(i);return this.set(r*Math.sin(t),r*Math.cos(t),s*Math.sin(n),s*Math.cos(n))}equals(t){return t._x===this._x&&t._y===this._y&&t._z===this._z&&t._w===this._w}fromArray(t,n=0){return this._x=t[n],this._y=t[n+1],this._z=t[n+2],this._w=t[n+3],this._onChangeCallback(),this}toArray(t=[],n=0){return t[n]=this._x,t[n+1]=this._y,t[n+2]=this._z,t[n+3]=this._w,t}fromBufferAttribute(t,n){return this._x=t.getX(n),this._y=t.getY(n),this._z=t.getZ(n),this._w=t.getW(n),this._onChangeCallback(),this}toJSON(){return this.toArray()}_onChange(t){return this._onChangeCallback=t,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._w}},K=class{static{this.prototype.isVector3=!0}constructor(t=0,n=0,i=0){this.x=t,this.y=n,this.z=i}set(t,n,i){return i===void 0&&(i=this.z),this.x=t,this.y=n,this.z=i,this}setScalar(t){return this.x=t,this.y=t,this.z=t,this}setX(t){return this.x=t,this}setY(t){return this.y=t,this}setZ(t){return this.z=t,this}setComponent(t,n){switch(t){case 0:this.x=n;break;case 1:this.y=n;break;case 2:this.z=n;break;default:throw new Error("THREE.Vector3: index is out of range: "+t)}return this}getComponent(t){switch(t){case 0:return this.x;case 1:return this.y;case 2:return this.z;default:throw new Error("THREE.Vector3: index is out of range: "+t)}}clone(){return new this.constructor(this.x,this.y,this.z)}copy(t){return this.x=t.x,this.y=t.y,this.z=t.z,this}add(t){return this.x+=t.x,this.y+=t.y,this.z+=t.z,this}addScalar(t){return this.x+=t,this.y+=t,this.z+=t,this}addVectors(t,n){return this.x=t.x+n.x,this.y=t.y+n.y,this.z=t.z+n.z,this}addScaledVector(t,n){return this.x+=t.x*n,this.y+=t.y*n,this.z+=t.z*n,this}sub(t){return this.x-=t.x,this.y-=t.y,this.z-=t.z,this}subScalar(t){return this.x-=t,this.y-=t,this.z-=t,this}subVectors(t,n){return this.x=t.x-n.x,this.y=t.y-n.y,this.z=t.z-n.z,this}multiply(t){return this.x*=t.x,this.y*=t.y,this.z*=t.z,this}multiplyScalar(t){return this.x*=t,this.y*=t,this.z*=t,this}multiplyVectors(t,n){return this.x=t.x*n.x,this.y=t.y*n.y,this.z=t.z*n.z,this}applyEuler(t){return this.applyQuaternion(Ww.setFromEuler(t))}applyAxisAngle(t,n){return this.applyQuaternion(Ww.setFromAxisAngle(t,n))}applyMatrix3(t){let n=this.x,i=this.y,r=this.z,s=t.elements;return this.x=s[0]*n+s[3]*i+s[6]*r,this.y=s[1]*n+s[4]*i+s[7]*r,this.z=s[2]*n+s[5]*i+s[8]*r,this}applyNormalMatrix(t){return this.applyMatrix3(t).normalize()}applyMatrix4(t){let n=this.x,i=this.y,r=this.z,s=t.elements,o=1/(s[3]*n+s[7]*i+s[11]*r+s[15]);return this.x=(s[0]*n+s[4]*i+s[8]*r+s[12])*o,this.y=(s[1]*n+s[5]*i+s[9]*r+s[13])*o,this.z=(s[2]*n+s[6]*i+s[10]*r+s[14])*o,this}applyQuaternion(t){let n=this.x,i=this.y,r=this.z,s=t.x,o=t.y,a=t.z,c=t.w,l=2*(o*r-a*i),u=2*(a*n-s*r),h=2*(s*i-o*n);return this.x=n+c*l+o*h-a*u,this.y=i+c*u+a*l-s*h,this.z=r+c*h+s*u-o*l,this}project(t){return this.applyMatrix4(t.matrixWorldInverse).applyMatrix4(t.projectionMatrix)}unproject(t){return this.applyMatrix4(t.projectionMatrixInverse).applyMatrix4(t.matrixWorld)}transformDirection(t){let n=this.x,i=this.y,r=this.z,s=t.elements;return this.x=s[0]*n+s[4]*i+s[8]*r,this.y=s[1]*n+s[5]*i+s[9]*r,this.z=s[2]*n+s[6]*i+s[10]*r,this.normalize()}divide(t){return this.x/=t.x,this.y/=t.y,this.z/=t.z,this}divideScalar(t){return this.multiplyScalar(1/t)}min(t){return this.x=Math.min(this.x,t.x),this.y=Math.min(this.y,t.y),this.z=Math.min(this.z,t.z),this}max(t){return this.x=Math.max(this.x,t.x),this.y=Math.max(this.y,t.y),this.z=Math.max(this.z,t.z),this}clamp(t,n){return this.x=te(this.x,t.x,n.x),this.y=te(this.y,t.y,n.y),this.z=te(this.z,t.z,n.z),this}clampScalar(t,n){return this.x=te(this.x,t,n),this.y=te(this.y,t,n),this.z=te(this.z,t,n),this}clampLength(t,n){let i=this.length();return this.divideScalar(i||1).multiplyScalar(te(i,t,n))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this}dot(t){return this.x*t.x+this.y*t.y+this.z*t.z}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)}normalize(){return this.divideScalar(this.length()||1)}setLength(t){return this.normalize().multiplyScalar(t)}lerp(t,n){return this.x+=(t.x-this.x)*n,this.y+=(t.y-this.y)*n,this.z+=(t.z-this.z)*n,this}lerpVectors(t,n,i){return this.x=t.x+(n.x-t.x)*i,this.y=t.y+(n.y-t.y)*i,this.z=t.z+(n.z-t.z)*i,this}cross(t){return this.crossVectors(this,t)}crossVectors(t,n){let i=t.x,r=t.y,s=t.z,o=n.x,a=n.y,c=n.z;return this.x=r*c-s*a,this.y=s*o-i*c,this.z=i*a-r*o,this}projectOnVector(t){let n=t.lengthSq();if(n===0)return this.set(0,0,0);let i=t.dot(this)/n;return this.copy(t).multiplyScalar(i)}projectOnPlane(t){return M0.copy(this).projectOnVector(t),this.sub(M0)}reflect(t){return this.sub(M0.copy(t).multiplyScalar(2*this.dot(t)))}angleTo(t){let n=Math.sqrt(this.lengthSq()*t.lengthSq());if(n===0)return Math.PI/2;let i=this.dot(t)/n;return Math.acos(te(i,-1,1))}distanceTo(t){return Math.sqrt(this.distanceToSquared(t))}distanceToSquared(t){let n=this.x-t.x,i=this.y-t.y,r=this.z-t.z;return n*n+i*i+r*r}manhattanDistanceTo(t){return Math.abs(this.x-t.x)+Math.abs(this.y-t.y)+Math.abs(this.z-t.z)}setFromSpherical(t){return this.setFromSphericalCoords(t.radius,t.phi,t.theta)}setFromSphericalCoords(t,n,i){let r=Math.sin(n)*t;return this.x=r*Math.sin(i),this.y=Math.cos(n)*t,this.z=r*Math.cos(i),this}setFromCylindrical(t){return this.setFromCylindricalCoords(t.radius,t.theta,t.y)}setFromCylindricalCoords(t,n,i){return this.x=t*Math.sin(n),this.y=i,this.z=t*Math.cos(n),this}setFromMatrixPosition(t){let n=t.elements;return this.x=n[12],this.y=n[13],this.z=n[14],this}setFromMatrixScale(t){let n=this.setFromMatrixColumn(t,0).length(),i=this.setFromMatrixColumn(t,1).length(),r=this.setFromMatrixColumn(t,2).length();return this.x=n,this.y=i,this.z=r,this}setFromMatrixColumn(t,n){return this.fromArray(t.elements,n*4)}setFromMatrix3Column(t,n){return this.fromArray(t.elements,n*3)}setFromEuler(t){return this.x=t._x,this.y=t._y,this.z=t._z,this}setFromColor(t){return this.x=t.r,this.y=t.g,this.z=t.b,this}equals(t){return t.x===this.x&&t.y===this.y&&t.z===this.z}fromArray(t,n=0){return this.x=t[n],this.y=t[n+1],this.z=t[n+2],this}toArray(t=[],n=0){return t[n]=this.x,t[n+1]=this.y,t[n+2]=this.z,t}fromBufferAttribute(t,n){return this.x=t.getX(n),this.y=t.getY(n),this.z=t.getZ(n),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this}randomDirection(){let t=Math.random()*Math.PI*2,n=Math.random()*2-1,i=Math.sqrt(1-n*n);return this.x=i*Math.cos(t),this.y=n,this.z=i*Math.sin(t),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z}},M0=new K,Ww=new $i,kt=class{static{this.prototype.isMatrix3=!0}constructor(t,n,i,r,s,o,a,c,l){this.elements=[1,0,0,0,1,0,0,0,1],t!==void 0&&this.set(t,n,i,r,s,o,a,c,l)}set(t,n,i,r,s,o,a,c,l){let u=this.elements;return u[0]=t,u[1]=r,u[2]=a,u[3]=n,u[4]=s,u[5]=c,u[6]=i,u[7]=o,u[8]=l,this}identity(){return this.set(1,0,0,0,1,0,0,0,1),this}copy(t){let n=this.elements,i=t.elements;return n[0]=i[0],n[1]=i[1],n[2]=i[2],n[3]=i[3],n[4]=i[4],n[5]=i[5],n[6]=i[6],n[7]=i[7],n[8]=i[8],this}extractBasis(t,n,i){return t.setFromMatrix3Column(this,0),n.setFromMatrix3Column(this,1),i.setFromMatrix3Column(this,2),this}setFromMatrix4(t){let n=t.elements;return this.set(n[0],n[4],n[8],n[1],n[5],n[9],n[2],n[6],n[10]),this}multiply(t){return this.multiplyMatrices(this,t)}premultiply(t){return this.multiplyMatrices(t,this)}multiplyMatrices(t,n){let i=t.elements,r=n.elements,s=this.elements,o=i[0],a=i[3],c=i[6],l=i[1],u=i[4],h=i[7],f=i[2],d=i[5],p=i[8],_=r[0],m=r[3],g=r[6],x=r[1],w=r[4],v=r[7],T=r[2],M=r[5],y=r[8];return s[0]=o*_+a*x+c*T,s[3]=o*m+a*w+c*M,s[6]=o*g+a*v+c*y,s[1]=l*_+u*x+h*T,s[4]=l*m+u*w+h*M,s[7]=l*g+u*v+h*y,s[2]=f*_+d*x+p*T,s[5]=f*m+d*w+p*M,s[8]=f*g+d*v+p*y,this}multiplyScalar(t){let n=this.elements;return n[0]*=t,n[3]*=t,n[6]*=t,n[1]*=t,n[4]*=t,n[7]*=t,n[2]*=t,n[5]*=t,n[8]*=t,this}determinant(){let t=this.elements,n=t[0],i=t[1],r=t[2],s=t[3],o=t[4],a=t[5],c=t[6],l=t[7],u=t[8];return n*o*u-n*a*l-i*s*u+i*a*c+r*s*l-r*o*c}invert(){let t=this.elements,n=t[0],i=t[1],r=t[2],s=t[3],o=t[4],a=t[5],c=t[6],l=t[7],u=t[8],h=u*o-a*l,f=a*c-u*s,d=l*s-o*c,p=n*h+i*f+r*d;if(p===0)return this.set(0,0,0,0,0,0,0,0,0);let _=1/p;return t[0]=h*_,t[1]=(r*l-u*i)*_,t[2]=(a*i-r*o)*_,t[3]=f*_,t[4]=(u*n-r*c)*_,t[5]=(r*s-a*n)*_,t[6]=d*_,t[7]=(i*c-l*n)*_,t[8]=(o*n-i*s)*_,this}transpose(){let t,n=this.elements;return t=n[1],n[1]=n[3],n[3]=t,t=n[2],n[2]=n[6],n[6]=t,t=n[5],n[5]=n[7],n[7]=t,this}getNormalMatrix(t){return this.setFromMatrix4(t).invert().transpose()}transposeIntoArray(t){let n=this.elements;return t[0]=n[0],t[1]=n[3],t[2]=n[6],t[3]=n[1],t[4]=n[4],t[5]=n[7],t[6]=n[2],t[7]=n[5],t[8]=n[8],this}setUvTransform(t,n,i,r,s,o,a){let c=Math.cos(s),l=Math.sin(s);return this.set(i*c,i*l,-i*(c*o+l*a)+o+t,-r*l,r*c,-r*(-l*o+c*a)+a+n,0,0,1),this}scale(t,n){return Ec("Matrix3: .scale() is deprecated. Use .makeScale() instead."),this.premultiply(S0.makeScale(t,n)),this}rotate(t){return Ec("Matrix3: .rotate() is deprecated. Use .makeRotation() instead."),this.premultiply(S0.makeRotation(-t)),this}translate(t,n){return Ec("Matrix3: .translate() is deprecated. Use .makeTranslation() instead."),this.premultiply(S0.makeTranslation(t,n)),this}makeTranslation(t,n){return t.isVector2?this.set(1,0,t.x,0,1,t.y,0,0,1):this.set(1,0,t,0,1,n,0,0,1),this}makeRotation(t){let n=Math.cos(t),i=Math.sin(t);return this.set(n,-i,0,i,n,0,0,0,1),this}makeScale(t,n){return this.set(t,0,0,0,n,0,0,0,1),this}equals(t){let n=this.elements,i=t.elements;for(let r=0;r<9;r++)if(n[r]!==i[r])return!1;return!0}fromArray(t,n=0){for(let i=0;i<9;i++)this.elements[i]=t[i+n];return this}toArray(t=[],n=0){let i=this.elements;return t[n]=i[0],t[n+1]=i[1],t[n+2]=i[2],t[n+3]=i[3],t[n+4]=i[4],t[n+5]=i[5],t[n+6]=i[6],t[n+7]=i[7],t[n+8]=i[8],t}clone(){return new this.constructor().fromArray(this.elements)}},S0=new kt,$w=new kt().set(.4123908,.3575843,.1804808,.212639,.7151687,.0721923,.0193308,.1191948,.9505322),Xw=new kt().set(3.2409699,-1.5373832,-.4986108,-.9692436,1.8759675,.0415551,.0556301,-.203977,1.0569715);function eN(){let e={enabled:!0,workingColorSpace:Rc,spaces:{},convert:function(r,s,o){return this.enabled===!1||s===o||!s||!o||(this.spaces[s].transfer===le&&(r.r=Sr(r.r),r.g=Sr(r.g),r.b=Sr(r.b)),this.spaces[s].primaries!==this.spaces[o].primaries&&(r.applyMatrix3(this.spaces[s].toXYZ),r.applyMatrix3(this.spaces[o].fromXYZ)),this.spaces[o].transfer===le&&(r.r=ia(r.r),r.g=ia(r.g),r.b=ia(r.b))),r},workingToColorSpace:function(r,s){return this.convert(r,this.workingColorSpace,s)},colorSpaceToWorking:function(r,s){return this.convert(r,s,this.workingColorSpace)},getPrimaries:function(r){return this.spaces[r].primaries},getTransfer:function(r){return r===Cr?Ic:this.spaces[r].transfer},getToneMappingMode:function(r){return this.spaces[r].outputColorSpaceConfig.toneMappingMode||"standard"},getLuminanceCoefficients:function(r,s=this.workingColorSpace){return r.fromArray(this.spaces[s].luminanceCoefficients)},define:function(r){Object.assign(this.spaces,r)},_getMatrix:function(r,s,o){return r.copy(this.spaces[o].fromXYZ).multiply(this.spaces[s].toXYZ)},_getDrawingBufferColorSpace:function(r){return this.spaces[r].outputColorSpaceConfig.drawingBufferColorSpace},_getUnpackColorSpace:function(r=this.workingColorSpace){return this.spaces[r].workingColorSpaceConfig.unpackColorSpace}},t=[.64,.33,.3,.6,.15,.06],n=[.2126,.7152,.0722],i=[.3127,.329];return e.define({[Rc]:{primaries:t,whitePoint:i,transfer:Ic,toXYZ:$w,fromXYZ:Xw,luminanceCoefficients:n,workingColorSpaceConfig:{unpackColorSpace:Fn},outputColorSpaceConfig:{drawingBufferColorSpace:Fn}},[Fn]:{primaries:t,whitePoint:i,transfer:le,toXYZ:$w,fromXYZ:Xw,luminanceCoefficients:n,outputColorSpaceConfig:{drawingBufferColorSpace:Fn}}}),e}var jt=eN();function Sr(e){return e<.04045?e*.0773993808:Math.pow(e*.9478672986+.0521327014,2.4)}function ia(e){return e<.0031308?e*12.92:1.055*Math.pow(e,.41666)-.055}var Wo,Lf=class{static getDataURL(t,n="image/png"){if(/^data:/i.test(t.src)||typeof HTMLCanvasElement>"u")return t.src;let i;if(t instanceof HTMLCanvasElement)i=t;else{Wo===void 0&&(Wo=Lc("canvas")),Wo.width=t.width,Wo.height=t.height;let r=Wo.getContext("2d");t instanceof ImageData?r.putImageData(t,0,0):r.drawImage(t,0,0,t.width,t.height),i=Wo}return i.toDataURL(n)}static sRGBToLinear(t){if(typeof HTMLImageElement<"u"&&t instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&t instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&t instanceof ImageBitmap){let n=Lc("canvas");n.width=t.width,n.height=t.height;let i=n.getContext("2d");i.drawImage(t,0,0,t.width,t.height);let r=i.getImageData(0,0,t.width,t.height),s=r.data;for(let o=0;o<s.length;o++)s[o]=Sr(s[o]/255)*255;return i.putImageData(r,0,0),n}else if(t.data){let n=t.data.slice(0);for(let i=0;i<n.length;i++)n instanceof Uint8Array||n instanceof Uint8ClampedArray?n[i]=Math.floor(Sr(n[i]/255)*255):n[i]=Sr(n[i]);return{data:n,width:t.width,height:t.height}}else return Ft("ImageUtils.sRGBToLinear(): Unsupported image type. No color space conversion applied."),t}},nN=0,oa=class{constructor(t=null){this.isTextureSource=!0,Object.defineProperty(this,"id",{value:nN++}),this.uuid=Qc(),this.data=t,this.dataReady=!0,this.version=0}getSize(t){let n=this.data;return typeof HTMLVideoElement<"u"&&n instanceof HTMLVideoElement?t.set(n.videoWidth,n.videoHeight,0):typeof VideoFrame<"u"&&n instanceof VideoFrame?t.set(n.displayWidth,n.displayHeight,0):n!==null?t.set(n.width||0,n.height||0,n.depth||0):t.set(0,0,0),t}set needsUpdate(t){t===!0&&this.version++}toJSON(t){let n=t===void 0||typeof t=="string";if(!n&&t.images[this.uuid]!==void 0)return t.images[this.uuid];let i={uuid:this.uuid,url:""},r=this.data;if(r!==null){let s;if(Array.isArray(r)){s=[];for(let o=0,a=r.length;o<a;o++)r[o].isDataTexture?s.push(w0(r[o].image)):s.push(w0(r[o]))}else s=w0(r);i.url=s}return n||(t.images[this.uuid]=i),i}};function w0(e){return typeof HTMLImageElement<"u"&&e instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&e instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&e instanceof ImageBitmap?Lf.getDataURL(e):e.data?{data:Array.from(e.data),width:e.width,height:e.height,type:e.data.constructor.name}:(Ft("Texture: Unable to serialize Texture."),{})}var iN=0,T0=new K,Tn=class e extends Wi{constructor(t=e.DEFAULT_IMAGE,n=e.DEFAULT_MAPPING,i=Vi,r=Vi,s=pn,o=Ar,a=xi,c=kn,l=e.DEFAULT_ANISOTROPY,u=Cr){super(),this.isTexture=!0,Object.defineProperty(this,"id",{value:iN++}),this.uuid=Qc(),this.name="",this.source=new oa(t),this.mipmaps=[],this.mapping=n,this.channel=0,this.wrapS=i,this.wrapT=r,this.magFilter=s,this.minFilter=o,this.anisotropy=l,this.format=a,this.internalFormat=null,this.type=c,this.offset=new se(0,0),this.repeat=new se(1,1),this.center=new se(0,0),this.rotation=0,this.matrixAutoUpdate=!0,this.matrix=new kt,this.generateMipmaps=!0,this.mipmapsAutoUpdate=!0,this.premultiplyAlpha=!1,this.flipY=!0,this.unpackAlignment=4,this.colorSpace=u,this.userData={},this.updateRanges=[],this.version=0,this.onUpdate=null,this.renderTarget=null,this.isRenderTargetTexture=!1,this.isArrayTexture=!!(t&&t.depth&&t.depth>1),this.pmremVersion=0,this.isPMREMTexture=!1,this.normalized=!1}get width(){return this.source.getSize(T0).x}get height(){return this.source.getSize(T0).y}get depth(){return this.source.getSize(T0).z}get image(){return this.source.data}set image(t){this.source.data=t}updateMatrix(){this.matrix.setUvTransform(this.offset.x,this.offset.y,this.repeat.x,this.repeat.y,this.rotation,this.center.x,this.center.y)}addUpdateRange(t,n){this.updateRanges.push({start:t,count:n})}clearUpdateRanges(){this.updateRanges.length=0}clone(){return new this.constructor().copy(this)}copy(t){return this.name=t.name,this.source=t.source,this.mipmaps=t.mipmaps.slice(0),this.mapping=t.mapping,this.channel=t.channel,this.wrapS=t.wrapS,this.wrapT=t.wrapT,this.magFilter=t.magFilter,this.minFilter=t.minFilter,this.anisotropy=t.anisotropy,this.format=t.format,this.internalFormat=t.internalFormat,this.type=t.type,this.normalized=t.normalized,this.offset.copy(t.offset),this.repeat.copy(t.repeat),this.center.copy(t.center),this.rotation=t.rotation,this.matrixAutoUpdate=t.matrixAutoUpdate,this.matrix.copy(t.matrix),this.generateMipmaps=t.generateMipmaps,this.mipmapsAutoUpdate=t.mipmapsAutoUpdate,this.premultiplyAlpha=t.premultiplyAlpha,this.flipY=t.flipY,this.unpackAlignment=t.unpackAlignment,this.colorSpace=t.colorSpace,this.renderTarget=t.renderTarget,this.isRenderTargetTexture=t.isRenderTargetTexture,this.isPMREMTexture=t.isPMREMTexture,this.isArrayTexture=t.isArrayTexture,this.userData=JSON.parse(JSON.stringify(t.userData)),this.needsUpdate=!0,this}setValues(t){for(let n in t){let i=t[n];if(i===void 0){Ft(`Texture.setValues(): parameter '${n}' has value of undefined.`);continue}let r=this[n];if(r===void 0){Ft(`Texture.setValues(): property '${n}' does not exist.`);continue}r&&i&&r.isVector2&&i.isVector2||r&&i&&r.isVector3&&i.isVector3||r&&i&&r.isMatrix3&&i.isMatrix3?r.copy(i):this[n]=i}}toJSON(t){let n=t===void 0||typeof t=="string";if(!n&&t.textures[this.uuid]!==void 0)return t.textures[this.uuid];let i={metadata:{version:4.7,type:"Texture",generator:"Texture.toJSON"},uuid:this.uuid,name:this.name,image:this.source.toJSON(t).uuid,mapping:this.mapping,channel:this.channel,repeat:[this.repeat.x,this.repeat.y],offset:[this.offset.x,this.offset.y],center:[this.center.x,this.center.y],rotation:this.rotation,wrap:[this.wrapS,this.wrapT],format:this.format,internalFormat:this.internalFormat,type:this.type,normalized:this.normalized,colorSpace:this.colorSpace,minFilter:this.minFilter,magFilter:this.magFilter,anisotropy:this.anisotropy,flipY:this.flipY,generateMipmaps:this.generateMipmaps,mipmapsAutoUpdate:this.mipmapsAutoUpdate,premultiplyAlpha:this.premultiplyAlpha,unpackAlignment:this.unpackAlignment};return Object.keys(this.userData).length>0&&(i.userData=this.userData),n||(t.textures[this.uuid]=i),i}dispose(){this.dispatchEvent({type:"dispose"})}transformUv(t){if(this.mapping!==a_)return t;if(t.applyMatrix3(this.matrix),t.x<0||t.x>1)switch(this.wrapS){case Cf:t.x=t.x-Math.floor(t.x);break;case Vi:t.x=t.x<0?0:1;break;case Rf:Math.abs(Math.floor(t.x)%2)===1?t.x=Math.ceil(t.x)-t.x:t.x=t.x-Math.floor(t.x);break}if(t.y<0||t.y>1)switch(this.wrapT){case Cf:t.y=t.y-Math.floor(t.y);break;case Vi:t.y=t.y<0?0:1;break;case Rf:Math.abs(Math.floor(t.y)%2)===1?t.y=Math.ceil(t.y)-t.y:t.y=t.y-Math.floor(t.y);break}return this.flipY&&(t.y=1-t.y),t}set needsUpdate(t){t===!0&&(this.version++,this.source.needsUpdate=!0)}set needsPMREMUpdate(t){t===!0&&this.pmremVersion++}};Tn.DEFAULT_IMAGE=null;Tn.DEFAULT_MAPPING=a_;Tn.DEFAULT_ANISOTROPY=1;var be=class{static{this.prototype.isVector4=!0}constructor(t=0,n=0,i=0,r=1){this.x=t,this.y=n,this.z=i,this.w=r}get width(){return this.z}set width(t){this.z=t}get height(){return this.w}set height(t){this.w=t}set(t,n,i,r){return this.x=t,this.y=n,this.z=i,this.w=r,this}setScalar(t){return this.x=t,this.y=t,this.z=t,this.w=t,this}setX(t){return this.x=t,this}setY(t){return this.y=t,this}setZ(t){return this.z=t,this}setW(t){return this.w=t,this}setComponent(t,n){switch(t){case 0:this.x=n;break;case 1:this.y=n;break;case 2:this.z=n;break;case 3:this.w=n;break;default:throw new Error("THREE.Vector4: index is out of range: "+t)}return this}getComponent(t){switch(t){case 0:return this.x;case 1:return this.y;case 2:return this.z;case 3:return this.w;default:throw new Error("THREE.Vector4: index is out of range: "+t)}}clone(){return new this.constructor(this.x,this.y,this.z,this.w)}copy(t){return this.x=t.x,this.y=t.y,this.z=t.z,this.w=t.w!==void 0?t.w:1,this}add(t){return this.x+=t.x,this.y+=t.y,this.z+=t.z,this.w+=t.w,this}addScalar(t){return this.x+=t,this.y+=t,this.z+=t,this.w+=t,this}addVectors(t,n){return this.x=t.x+n.x,this.y=t.y+n.y,this.z=t.z+n.z,this.w=t.w+n.w,this}addScaledVector(t,n){return this.x+=t.x*n,this.y+=t.y*n,this.z+=t.z*n,this.w+=t.w*n,this}sub(t){return this.x-=t.x,this.y-=t.y,this.z-=t.z,this.w-=t.w,this}subScalar(t){return this.x-=t,this.y-=t,this.z-=t,this.w-=t,this}subVectors(t,n){return this.x=t.x-n.x,this.y=t.y-n.y,this.z=t.z-n.z,this.w=t.w-n.w,this}multiply(t){return this.x*=t.x,this.y*=t.y,this.z*=t.z,this.w*=t.w,this}multiplyScalar(t){return this.x*=t,this.y*=t,this.z*=t,this.w*=t,this}applyMatrix4(t){let n=this.x,i=this.y,r=this.z,s=this.w,o=t.elements;return this.x=o[0]*n+o[4]*i+o[8]*r+o[12]*s,this.y=o[1]*n+o[5]*i+o[9]*r+o[13]*s,this.z=o[2]*n+o[6]*i+o[10]*r+o[14]*s,this.w=o[3]*n+o[7]*i+o[11]*r+o[15]*s,this}divide(t){return this.x/=t.x,this.y/=t.y,this.z/=t.z,this.w/=t.w,this}divideScalar(t){return this.multiplyScalar(1/t)}setAxisAngleFromQuaternion(t){this.w=2*Math.acos(t.w);let n=Math.sqrt(1-t.w*t.w);return n<1e-4?(this.x=1,this.y=0,this.z=0):(this.x=t.x/n,this.y=t.y/n,this.z=t.z/n),this}setAxisAngleFromRotationMatrix(t){let n,i,r,s,c=t.elements,l=c[0],u=c[4],h=c[8],f=c[1],d=c[5],p=c[9],_=c[2],m=c[6],g=c[10];if(Math.abs(u-f)<.01&&Math.abs(h-_)<.01&&Math.abs(p-m)<.01){if(Math.abs(u+f)<.1&&Math.abs(h+_)<.1&&Math.abs(p+m)<.1&&Math.abs(l+d+g-3)<.1)return this.set(1,0,0,0),this;n=Math.PI;let w=(l+1)/2,v=(d+1)/2,T=(g+1)/2,M=(u+f)/4,y=(h+_)/4,b=(p+m)/4;return w>v&&w>T?w<.01?(i=0,r=.707106781,s=.707106781):(i=Math.sqrt(w),r=M/i,s=y/i):v>T?v<.01?(i=.707106781,r=0,s=.707106781):(r=Math.sqrt(v),i=M/r,s=b/r):T<.01?(i=.707106781,r=.707106781,s=0):(s=Math.sqrt(T),i=y/s,r=b/s),this.set(i,r,s,n),this}let x=Math.sqrt((m-p)*(m-p)+(h-_)*(h-_)+(f-u)*(f-u));return Math.abs(x)<.001&&(x=1),this.x=(m-p)/x,this.y=(h-_)/x,this.z=(f-u)/x,this.w=Math.acos((l+d+g-1)/2),this}setFromMatrixPosition(t){let n=t.elements;return this.x=n[12],this.y=n[13],this.z=n[14],this.w=n[15],this}min(t){return this.x=Math.min(this.x,t.x),this.y=Math.min(this.y,t.y),this.z=Math.min(this.z,t.z),this.w=Math.min(this.w,t.w),this}max(t){return this.x=Math.max(this.x,t.x),this.y=Math.max(this.y,t.y),this.z=Math.max(this.z,t.z),this.w=Math.max(this.w,t.w),this}clamp(t,n){return this.x=te(this.x,t.x,n.x),this.y=te(this.y,t.y,n.y),this.z=te(this.z,t.z,n.z),this.w=te(this.w,t.w,n.w),this}clampScalar(t,n){return this.x=te(this.x,t,n),this.y=te(this.y,t,n),this.z=te(this.z,t,n),this.w=te(this.w,t,n),this}clampLength(t,n){let i=this.length();return this.divideScalar(i||1).multiplyScalar(te(i,t,n))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this.w=Math.floor(this.w),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this.w=Math.ceil(this.w),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this.w=Math.round(this.w),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this.w=Math.trunc(this.w),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this.w=-this.w,this}dot(t){return this.x*t.x+this.y*t.y+this.z*t.z+this.w*t.w}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)+Math.abs(this.w)}normalize(){return this.divideScalar(this.length()||1)}setLength(t){return this.normalize().multiplyScalar(t)}lerp(t,n){return this.x+=(t.x-this.x)*n,this.y+=(t.y-this.y)*n,this.z+=(t.z-this.z)*n,this.w+=(t.w-this.w)*n,this}lerpVectors(t,n,i){return this.x=t.x+(n.x-t.x)*i,this.y=t.y+(n.y-t.y)*i,this.z=t.z+(n.z-t.z)*i,this.w=t.w+(n.w-t.w)*i,this}equals(t){return t.x===this.x&&t.y===this.y&&t.z===this.z&&t.w===this.w}fromArray(t,n=0){return this.x=t[n],this.y=t[n+1],this.z=t[n+2],this.w=t[n+3],this}toArray(t=[],n=0){return t[n]=this.x,t[n+1]=this.y,t[n+2]=this.z,t[n+3]=this.w,t}fromBufferAttribute(t,n){return this.x=t.getX(n),this.y=t.getY(n),this.z=t.getZ(n),this.w=t.getW(n),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this.w=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z,yield this.w}},Nf=class extends Wi{constructor(t=1,n=1,i={}){super(),i=Object.assign({generateMipmaps:!1,internalFormat:null,minFilter:pn,depthBuffer:!0,stencilBuffer:!1,resolveColorBuffer:!0,resolveDepthBuffer:!0,resolveStencilBuffer:!0,storeMultisampledColorBuffer:!0,storeMultisampledDepthBuffer:!0,storeMultisampledStencilBuffer:!0,depthTexture:null,samples:0,count:1,depth:1,multiview:!1,useArrayDepthTexture:!1},i),this.isRenderTarget=!0,this.width=t,this.height=n,this.depth=i.depth,this.scissor=new be(0,0,t,n),this.scissorTest=!1,this.viewport=new be(0,0,t,n),this.textures=[];let r=i.count;for(let s=0;s<r;s++)this.textures[s]=new Tn({width:t,height:n,depth:i.depth}),this.textures[s].isRenderTargetTexture=!0,this.textures[s].renderTarget=this;this._setTextureOptions(i),this.depthBuffer=i.depthBuffer,this.stencilBuffer=i.stencilBuffer,this.resolveColorBuffer=i.resolveColorBuffer,this.resolveDepthBuffer=i.resolveDepthBuffer,this.resolveStencilBuffer=i.resolveStencilBuffer,this.storeMultisampledColorBuffer=i.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=i.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=i.storeMultisampledStencilBuffer,this._depthTexture=null,this.depthTexture=i.depthTexture,this.samples=i.samples,this.multiview=i.multiview,this.useArrayDepthTexture=i.useArrayDepthTexture}_setTextureOptions(t={}){let n={minFilter:pn,generateMipmaps:!1,flipY:!1,internalFormat:null};t.mapping!==void 0&&(n.mapping=t.mapping),t.wrapS!==void 0&&(n.wrapS=t.wrapS),t.wrapT!==void 0&&(n.wrapT=t.wrapT),t.wrapR!==void 0&&(n.wrapR=t.wrapR),t.magFilter!==void 0&&(n.magFilter=t.magFilter),t.minFilter!==void 0&&(n.minFilter=t.minFilter),t.format!==void 0&&(n.format=t.format),t.type!==void 0&&(n.type=t.type),t.anisotropy!==void 0&&(n.anisotropy=t.anisotropy),t.colorSpace!==void 0&&(n.colorSpace=t.colorSpace),t.flipY!==void 0&&(n.flipY=t.flipY),t.generateMipmaps!==void 0&&(n.generateMipmaps=t.generateMipmaps),t.mipmapsAutoUpdate!==void 0&&(n.mipmapsAutoUpdate=t.mipmapsAutoUpdate),t.internalFormat!==void 0&&(n.internalFormat=t.internalFormat);for(let i=0;i<this.textures.length;i++)this.textures[i].setValues(n)}get texture(){return this.textures[0]}set texture(t){this.textures[0]=t}set depthTexture(t){this._depthTexture!==null&&this._depthTexture.renderTarget===this&&(this._depthTexture.renderTarget=null),t!==null&&t.renderTarget===null&&(t.renderTarget=this),this._depthTexture=t}get depthTexture(){return this._depthTexture}setSize(t,n,i=1){if(this.width!==t||this.height!==n||this.depth!==i){this.width=t,this.height=n,this.depth=i;for(let r=0,s=this.textures.length;r<s;r++)this.textures[r].image.width=t,this.textures[r].image.height=n,this.textures[r].image.depth=i,this.textures[r].isData3DTexture!==!0&&(this.textures[r].isArrayTexture=this.textures[r].image.depth>1);this.dispose()}this.viewport.set(0,0,t,n),this.scissor.set(0,0,t,n)}clone(){return new this.constructor().copy(this)}copy(t){this.width=t.width,this.height=t.height,this.depth=t.depth,this.scissor.copy(t.scissor),this.scissorTest=t.scissorTest,this.viewport.copy(t.viewport),this.textures.length=0;for(let n=0,i=t.textures.length;n<i;n++){this.textures[n]=t.textures[n].clone(),this.textures[n].isRenderTargetTexture=!0,this.textures[n].renderTarget=this;let r=Object.assign({},t.textures[n].image);this.textures[n].source=new oa(r)}if(this.depthBuffer=t.depthBuffer,this.stencilBuffer=t.stencilBuffer,this.resolveColorBuffer=t.resolveColorBuffer,this.resolveDepthBuffer=t.resolveDepthBuffer,this.resolveStencilBuffer=t.resolveStencilBuffer,this.storeMultisampledColorBuffer=t.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=t.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=t.storeMultisampledStencilBuffer,t.depthTexture!==null)if(t.depthTexture.renderTarget===t){let n=t.depthTexture.clone();n.renderTarget=null,this.depthTexture=n}else this.depthTexture=t.depthTexture;else this.depthTexture=null;return this.samples=t.samples,this.multiview=t.multiview,this.useArrayDepthTexture=t.useArrayDepthTexture,this}dispose(){this.dispatchEvent({type:"dispose"})}},On=class extends Nf{constructor(t=1,n=1,i={}){super(t,n,i),this.isWebGLRenderTarget=!0}},Nc=class extends Tn{constructor(t=null,n=1,i=1,r=1){super(null),this.isDataArrayTexture=!0,this.image={data:t,width:n,height:i,depth:r},this.magFilter=Ke,this.minFilter=Ke,this.wrapR=Vi,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1,this.layerUpdates=new Set}copy(t){return super.copy(t),this.wrapR=t.wrapR,this}addLayerUpdate(t){this.layerUpdates.add(t)}clearLayerUpdates(){this.layerUpdates.clear()}};var Df=class extends Tn{constructor(t=null,n=1,i=1,r=1){super(null),this.isData3DTexture=!0,this.image={data:t,width:n,height:i,depth:r},this.magFilter=Ke,this.minFilter=Ke,this.wrapR=Vi,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}copy(t){return super.copy(t),this.wrapR=t.wrapR,this}};var Ae=class e{static{this.prototype.isMatrix4=!0}constructor(t,n,i,r,s,o,a,c,l,u,h,f,d,p,_,m){this.elements=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],t!==void 0&&this.set(t,n,i,r,s,o,a,c,l,u,h,f,d,p,_,m)}set(t,n,i,r,s,o,a,c,l,u,h,f,d,p,_,m){let g=this.elements;return g[0]=t,g[4]=n,g[8]=i,g[12]=r,g[1]=s,g[5]=o,g[9]=a,g[13]=c,g[2]=l,g[6]=u,g[10]=h,g[14]=f,g[3]=d,g[7]=p,g[11]=_,g[15]=m,this}identity(){return this.set(1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1),this}clone(){return new e().fromArray(this.elements)}copy(t){let n=this.elements,i=t.elements;return n[0]=i[0],n[1]=i[1],n[2]=i[2],n[3]=i[3],n[4]=i[4],n[5]=i[5],n[6]=i[6],n[7]=i[7],n[8]=i[8],n[9]=i[9],n[10]=i[10],n[11]=i[11],n[12]=i[12],n[13]=i[13],n[14]=i[14],n[15]=i[15],this}copyPosition(t){let n=this.elements,i=t.elements;return n[12]=i[12],n[13]=i[13],n[14]=i[14],this}setFromMatrix3(t){let n=t.elements;return this.set(n[0],n[3],n[6],0,n[1],n[4],n[7],0,n[2],n[5],n[8],0,0,0,0,1),this}extractBasis(t,n,i){return this.determinantAffine()===0?(t.set(1,0,0),n.set(0,1,0),i.set(0,0,1),this):(t.setFromMatrixColumn(this,0),n.setFromMatrixColumn(this,1),i.setFromMatrixColumn(this,2),this)}makeBasis(t,n,i){return this.set(t.x,n.x,i.x,0,t.y,n.y,i.y,0,t.z,n.z,i.z,0,0,0,0,1),this}extractRotation(t){if(t.determinantAffine()===0)return this.identity();let n=this.elements,i=t.elements,r=1/$o.setFromMatrixColumn(t,0).length(),s=1/$o.setFromMatrixColumn(t,1).length(),o=1/$o.setFromMatrixColumn(t,2).length();return n[0]=i[0]*r,n[1]=i[1]*r,n[2]=i[2]*r,n[3]=0,n[4]=i[4]*s,n[5]=i[5]*s,n[6]=i[6]*s,n[7]=0,n[8]=i[8]*o,n[9]=i[9]*o,n[10]=i[10]*o,n[11]=0,n[12]=0,n[13]=0,n[14]=0,n[15]=1,this}makeRotationFromEuler(t){let n=this.elements,i=t.x,r=t.y,s=t.z,o=Math.cos(i),a=Math.sin(i),c=Math.cos(r),l=Math.sin(r),u=Math.cos(s),h=Math.sin(s);if(t.order==="XYZ"){let f=o*u,d=o*h,p=a*u,_=a*h;n[0]=c*u,n[4]=-c*h,n[8]=l,n[1]=d+p*l,n[5]=f-_*l,n[9]=-a*c,n[2]=_-f*l,n[6]=p+d*l,n[10]=o*c}else if(t.order==="YXZ"){let f=c*u,d=c*h,p=l*u,_=l*h;n[0]=f+_*a,n[4]=p*a-d,n[8]=o*l,n[1]=o*h,n[5]=o*u,n[9]=-a,n[2]=d*a-p,n[6]=_+f*a,n[10]=o*c}else if(t.order==="ZXY"){let f=c*u,d=c*h,p=l*u,_=l*h;n[0]=f-_*a,n[4]=-o*h,n[8]=p+d*a,n[1]=d+p*a,n[5]=o*u,n[9]=_-f*a,n[2]=-o*l,n[6]=a,n[10]=o*c}else if(t.order==="ZYX"){let f=o*u,d=o*h,p=a*u,_=a*h;n[0]=c*u,n[4]=p*l-d,n[8]=f*l+_,n[1]=c*h,n[5]=_*l+f,n[9]=d*l-p,n[2]=-l,n[6]=a*c,n[10]=o*c}else if(t.order==="YZX"){let f=o*c,d=o*l,p=a*c,_=a*l;n[0]=c*u,n[4]=_-f*h,n[8]=p*h+d,n[1]=h,n[5]=o*u,n[9]=-a*u,n[2]=-l*u,n[6]=d*h+p,n[10]=f-_*h}else if(t.order==="XZY"){let f=o*c,d=o*l,p=a*c,_=a*l;n[0]=c*u,n[4]=-h,n[8]=l*u,n[1]=f*h+_,n[5]=o*u,n[9]=d*h-p,n[2]=p*h-d,n[6]=a*u,n[10]=_*h+f}return n[3]=0,n[7]=0,n[11]=0,n[12]=0,n[13]=0,n[14]=0,n[15]=1,this}makeRotationFromQuaternion(t){return this.compose(rN,t,sN)}lookAt(t,n,i){let r=this.elements;return Dn.subVectors(t,n),Dn.lengthSq()===0&&(Dn.z=1),Dn.normalize(),qr.crossVectors(i,Dn),qr.lengthSq()===0&&(Math.abs(i.z)===1?Dn.x+=1e-4:Dn.z+=1e-4,Dn.normalize(),qr.crossVectors(i,Dn)),qr.normalize(),Qu.crossVectors(Dn,qr),r[0]=qr.x,r[4]=Qu.x,r[8]=Dn.x,r[1]=qr.y,r[5]=Qu.y,r[9]=Dn.y,r[2]=qr.z,r[6]=Qu.z,r[10]=Dn.z,this}multiply(t){return this.multiplyMatrices(this,t)}premultiply(t){return this.multiplyMatrices(t,this)}multiplyMatrices(t,n){let i=t.elements,r=n.elements,s=this.elements,o=i[0],a=i[4],c=i[8],l=i[12],u=i[1],h=i[5],f=i[9],d=i[13],p=i[2],_=i[6],m=i[10],g=i[14],x=i[3],w=i[7],v=i[11],T=i[15],M=r[0],y=r[4],b=r[8],I=r[12],C=r[1],E=r[5],N=r[9],B=r[13],P=r[2],L=r[6],z=r[10],k=r[14],Y=r[3],U=r[7],G=r[11],X=r[15];return s[0]=o*M+a*C+c*P+l*Y,s[4]=o*y+a*E+c*L+l*U,s[8]=o*b+a*N+c*z+l*G,s[12]=o*I+a*B+c*k+l*X,s[1]=u*M+h*C+f*P+d*Y,s[5]=u*y+h*E+f*L+d*U,s[9]=u*b+h*N+f*z+d*G,s[13]=u*I+h*B+f*k+d*X,s[2]=p*M+_*C+m*P+g*Y,s[6]=p*y+_*E+m*L+g*U,s[10]=p*b+_*N+m*z+g*G,s[14]=p*I+_*B+m*k+g*X,s[3]=x*M+w*C+v*P+T*Y,s[7]=x*y+w*E+v*L+T*U,s[11]=x*b+w*N+v*z+T*G,s[15]=x*I+w*B+v*k+T*X,this}multiplyScalar(t){let n=this.elements;return n[0]*=t,n[4]*=t,n[8]*=t,n[12]*=t,n[1]*=t,n[5]*=t,n[9]*=t,n[13]*=t,n[2]*=t,n[6]*=t,n[10]*=t,n[14]*=t,n[3]*=t,n[7]*=t,n[11]*=t,n[15]*=t,this}determinant(){let t=this.elements,n=t[0],i=t[4],r=t[8],s=t[12],o=t[1],a=t[5],c=t[9],l=t[13],u=t[2],h=t[6],f=t[10],d=t[14],p=t[3],_=t[7],m=t[11],g=t[15],x=c*d-l*f,w=a*d-l*h,v=a*f-c*h,T=o*d-l*u,M=o*f-c*u,y=o*h-a*u;return n*(_*x-m*w+g*v)-i*(p*x-m*T+g*M)+r*(p*w-_*T+g*y)-s*(p*v-_*M+m*y)}determinantAffine(){let t=this.elements,n=t[0],i=t[4],r=t[8],s=t[1],o=t[5],a=t[9],c=t[2],l=t[6],u=t[10];return n*(o*u-a*l)-i*(s*u-a*c)+r*(s*l-o*c)}transpose(){let t=this.elements,n;return n=t[1],t[1]=t[4],t[4]=n,n=t[2],t[2]=t[8],t[8]=n,n=t[6],t[6]=t[9],t[9]=n,n=t[3],t[3]=t[12],t[12]=n,n=t[7],t[7]=t[13],t[13]=n,n=t[11],t[11]=t[14],t[14]=n,this}setPosition(t,n,i){let r=this.elements;return t.isVector3?(r[12]=t.x,r[13]=t.y,r[14]=t.z):(r[12]=t,r[13]=n,r[14]=i),this}invert(){let t=this.elements,n=t[0],i=t[1],r=t[2],s=t[3],o=t[4],a=t[5],c=t[6],l=t[7],u=t[8],h=t[9],f=t[10],d=t[11],p=t[12],_=t[13],m=t[14],g=t[15],x=n*a-i*o,w=n*c-r*o,v=n*l-s*o,T=i*c-r*a,M=i*l-s*a,y=r*l-s*c,b=u*_-h*p,I=u*m-f*p,C=u*g-d*p,E=h*m-f*_,N=h*g-d*_,B=f*g-d*m,P=x*B-w*N+v*E+T*C-M*I+y*b;if(P===0)return this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0);let L=1/P;return t[0]=(a*B-c*N+l*E)*L,t[1]=(r*N-i*B-s*E)*L,t[2]=(_*y-m*M+g*T)*L,t[3]=(f*M-h*y-d*T)*L,t[4]=(c*C-o*B-l*I)*L,t[5]=(n*B-r*C+s*I)*L,t[6]=(m*v-p*y-g*w)*L,t[7]=(u*y-f*v+d*w)*L,t[8]=(o*N-a*C+l*b)*L,t[9]=(i*C-n*N-s*b)*L,t[10]=(p*M-_*v+g*x)*L,t[11]=(h*v-u*M-d*x)*L,t[12]=(a*I-o*E-c*b)*L,t[13]=(n*E-i*I+r*b)*L,t[14]=(_*w-p*T-m*x)*L,t[15]=(u*T-h*w+f*x)*L,this}scale(t){let n=this.elements,i=t.x,r=t.y,s=t.z;return n[0]*=i,n[4]*=r,n[8]*=s,n[1]*=i,n[5]*=r,n[9]*=s,n[2]*=i,n[6]*=r,n[10]*=s,n[3]*=i,n[7]*=r,n[11]*=s,this}getMaxScaleOnAxis(){let t=this.elements,n=t[0]*t[0]+t[1]*t[1]+t[2]*t[2],i=t[4]*t[4]+t[5]*t[5]+t[6]*t[6],r=t[8]*t[8]+t[9]*t[9]+t[10]*t[10];return Math.sqrt(Math.max(n,i,r))}makeTranslation(t,n,i){return t.isVector3?this.set(1,0,0,t.x,0,1,0,t.y,0,0,1,t.z,0,0,0,1):this.set(1,0,0,t,0,1,0,n,0,0,1,i,0,0,0,1),this}makeRotationX(t){let n=Math.cos(t),i=Math.sin(t);return this.set(1,0,0,0,0,n,-i,0,0,i,n,0,0,0,0,1),this}makeRotationY(t){let n=Math.cos(t),i=Math.sin(t);return this.set(n,0,i,0,0,1,0,0,-i,0,n,0,0,0,0,1),this}makeRotationZ(t){let n=Math.cos(t),i=Math.sin(t);return this.set(n,-i,0,0,i,n,0,0,0,0,1,0,0,0,0,1),this}makeRotationAxis(t,n){let i=Math.cos(n),r=Math.sin(n),s=1-i,o=t.x,a=t.y,c=t.z,l=s*o,u=s*a;return this.set(l*o+i,l*a-r*c,l*c+r*a,0,l*a+r*c,u*a+i,u*c-r*o,0,l*c-r*a,u*c+r*o,s*c*c+i,0,0,0,0,1),this}makeScale(t,n,i){return this.set(t,0,0,0,0,n,0,0,0,0,i,0,0,0,0,1),this}makeShear(t,n,i,r,s,o){return this.set(1,i,s,0,t,1,o,0,n,r,1,0,0,0,0,1),this}compose(t,n,i){let r=this.elements,s=n._x,o=n._y,a=n._z,c=n._w,l=s+s,u=o+o,h=a+a,f=s*l,d=s*u,p=s*h,_=o*u,m=o*h,g=a*h,x=c*l,w=c*u,v=c*h,T=i.x,M=i.y,y=i.z;return r[0]=(1-(_+g))*T,r[1]=(d+v)*T,r[2]=(p-w)*T,r[3]=0,r[4]=(d-v)*M,r[5]=(1-(f+g))*M,r[6]=(m+x)*M,r[7]=0,r[8]=(p+w)*y,r[9]=(m-x)*y,r[10]=(1-(f+_))*y,r[11]=0,r[12]=t.x,r[13]=t.y,r[14]=t.z,r[15]=1,this}decompose(t,n,i){let r=this.elements;t.x=r[12],t.y=r[13],t.z=r[14];let s=this.determinantAffine();if(s===0)return i.set(1,1,1),n.identity(),this;let o=$o.set(r[0],r[1],r[2]).length(),a=$o.set(r[4],r[5],r[6]).length(),c=$o.set(r[8],r[9],r[10]).length();s<0&&(o=-o),hi.copy(this);let l=1/o,u=1/a,h=1/c;return hi.elements[0]*=l,hi.elements[1]*=l,hi.elements[2]*=l,hi.elements[4]*=u,hi.elements[5]*=u,hi.elements[6]*=u,hi.elements[8]*=h,hi.elements[9]*=h,hi.elements[10]*=h,n.setFromRotationMatrix(hi),i.x=o,i.y=a,i.z=c,this}makePerspective(t,n,i,r,s,o,a=ti,c=!1){let l=this.elements,u=2*s/(n-t),h=2*s/(i-r),f=(n+t)/(n-t),d=(i+r)/(i-r),p,_;if(c)p=s/(o-s),_=o*s/(o-s);else if(a===ti)p=-(o+s)/(o-s),_=-2*o*s/(o-s);else if(a===Pc)p=-o/(o-s),_=-o*s/(o-s);else throw new Error("THREE.Matrix4.makePerspective(): Invalid coordinate system: "+a);return l[0]=u,l[4]=0,l[8]=f,l[12]=0,l[1]=0,l[5]=h,l[9]=d,l[13]=0,l[2]=0,l[6]=0,l[10]=p,l[14]=_,l[3]=0,l[7]=0,l[11]=-1,l[15]=0,this}makeOrthographic(t,n,i,r,s,o,a=ti,c=!1){let l=this.elements,u=2/(n-t),h=2/(i-r),f=-(n+t)/(n-t),d=-(i+r)/(i-r),p,_;if(c)p=1/(o-s),_=o/(o-s);else if(a===ti)p=-2/(o-s),_=-(o+s)/(o-s);else if(a===Pc)p=-1/(o-s),_=-s/(o-s);else throw new Error("THREE.Matrix4.makeOrthographic(): Invalid coordinate system: "+a);return l[0]=u,l[4]=0,l[8]=0,l[12]=f,l[1]=0,l[5]=h,l[9]=0,l[13]=d,l[2]=0,l[6]=0,l[10]=p,l[14]=_,l[3]=0,l[7]=0,l[11]=0,l[15]=1,this}equals(t){let n=this.elements,i=t.elements;for(let r=0;r<16;r++)if(n[r]!==i[r])return!1;return!0}fromArray(t,n=0){for(let i=0;i<16;i++)this.elements[i]=t[i+n];return this}toArray(t=[],n=0){let i=this.elements;return t[n]=i[0],t[n+1]=i[1],t[n+2]=i[2],t[n+3]=i[3],t[n+4]=i[4],t[n+5]=i[5],t[n+6]=i[6],t[n+7]=i[7],t[n+8]=i[8],t[n+9]=i[9],t[n+10]=i[10],t[n+11]=i[11],t[n+12]=i[12],t[n+13]=i[13],t[n+14]=i[14],t[n+15]=i[15],t}},$o=new K,hi=new Ae,rN=new K(0,0,0),sN=new K(1,1,1),qr=new K,Qu=new K,Dn=new K,qw=new Ae,Yw=new $i,jr=class e{constructor(t=0,n=0,i=0,r=e.DEFAULT_ORDER){this.isEuler=!0,this._x=t,this._y=n,this._z=i,this._order=r}get x(){return this._x}set x(t){this._x=t,this._onChangeCallback()}get y(){return this._y}set y(t){this._y=t,this._onChangeCallback()}get z(){return this._z}set z(t){this._z=t,this._onChangeCallback()}get order(){return this._order}set order(t){this._order=t,this._onChangeCallback()}set(t,n,i,r=this._order){return this._x=t,this._y=n,this._z=i,this._order=r,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._order)}copy(t){return this._x=t._x,this._y=t._y,this._z=t._z,this._order=t._order,this._onChangeCallback(),this}setFromRotationMatrix(t,n=this._order,i=!0){let r=t.elements,s=r[0],o=r[4],a=r[8],c=r[1],l=r[5],u=r[9],h=r[2],f=r[6],d=r[10];switch(n){case"XYZ":this._y=Math.asin(te(a,-1,1)),Math.abs(a)<.9999999?(this._x=Math.atan2(-u,d),this._z=Math.atan2(-o,s)):(this._x=Math.atan2(f,l),this._z=0);break;case"YXZ":this._x=Math.asin(-te(u,-1,1)),Math.abs(u)<.9999999?(this._y=Math.atan2(a,d),this._z=Math.atan2(c,l)):(this._y=Math.atan2(-h,s),this._z=0);break;case"ZXY":this._x=Math.asin(te(f,-1,1)),Math.abs(f)<.9999999?(this._y=Math.atan2(-h,d),this._z=Math.atan2(-o,l)):(this._y=0,this._z=Math.atan2(c,s));break;case"ZYX":this._y=Math.asin(-te(h,-1,1)),Math.abs(h)<.9999999?(this._x=Math.atan2(f,d),this._z=Math.atan2(c,s)):(this._x=0,this._z=Math.atan2(-o,l));break;case"YZX":this._z=Math.asin(te(c,-1,1)),Math.abs(c)<.9999999?(this._x=Math.atan2(-u,l),this._y=Math.atan2(-h,s)):(this._x=0,this._y=Math.atan2(a,d));break;case"XZY":this._z=Math.asin(-te(o,-1,1)),Math.abs(o)<.9999999?(this._x=Math.atan2(f,l),this._y=Math.atan2(a,s)):(this._x=Math.atan2(-u,d),this._y=0);break;default:Ft("Euler: .setFromRotationMatrix() encountered an unknown order: "+n)}return this._order=n,i===!0&&this._onChangeCallback(),this}setFromQuaternion(t,n,i){return qw.makeRotationFromQuaternion(t),this.setFromRotationMatrix(qw,n,i)}setFromVector3(t,n=this._order){return this.set(t.x,t.y,t.z,n)}reorder(t){return Yw.setFromEuler(this),this.setFromQuaternion(Yw,t)}equals(t){return t._x===this._x&&t._y===this._y&&t._z===this._z&&t._order===this._order}fromArray(t){return this._x=t[0],this._y=t[1],this._z=t[2],t[3]!==void 0&&(this._order=t[3]),this._onChangeCallback(),this}toArray(t=[],n=0){return t[n]=this._x,t[n+1]=this._y,t[n+2]=this._z,t[n+3]=this._order,t}_onChange(t){return this._onChangeCallback=t,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._order}};jr.DEFAULT_ORDER="XYZ";var Dc=class{constructor(){this.mask=1}set(t){this.mask=(1<<t|0)>>>0}enable(t){this.mask|=1<<t|0}enableAll(){this.mask=-1}toggle(t){this.mask^=1<<t|0}disable(t){this.mask&=~(1<<t|0)}disableAll(){this.mask=0}test(t){return(this.mask&t.mask)!==0}isEnabled(t){return(this.mask&(1<<t|0))!==0}},oN=0,Zw=new K,Xo=new $i,yr=new Ae,ju=new K,Sc=new K,aN=new K,cN=new $i,Jw=new K(1,0,0),Kw=new K(0,1,0),Qw=new K(0,0,1),jw={type:"added"},lN={type:"removed"},qo={type:"childadded",child:null},A0={type:"childremoved",child:null},ni=class e extends Wi{constructor(){super(),this.isObject3D=!0,Object.defineProperty(this,"id",{value:oN++}),this.uuid=Qc(),this.name="",this.type="Object3D",this.parent=null,this.children=[],this.up=e.DEFAULT_UP.clone();let t=new K,n=new jr,i=new $i,r=new K(1,1,1);function s(){i.setFromEuler(n,!1)}function o(){n.setFromQuaternion(i,void 0,!1)}n._onChange(s),i._onChange(o),Object.defineProperties(this,{position:{configurable:!0,enumerable:!0,value:t},rotation:{configurable:!0,enumerable:!0,value:n},quaternion:{configurable:!0,enumerable:!0,value:i},scale:{configurable:!0,enumerable:!0,value:r},modelViewMatrix:{value:new Ae},normalMatrix:{value:new kt}}),this.matrix=new Ae,this.matrixWorld=new Ae,this.matrixAutoUpdate=e.DEFAULT_MATRIX_AUTO_UPDATE,this.matrixWorldAutoUpdate=e.DEFAULT_MATRIX_WORLD_AUTO_UPDATE,this.matrixWorldNeedsUpdate=!1,this.layers=new Dc,this.visible=!0,this.castShadow=!1,this.receiveShadow=!1,this.frustumCulled=!0,this.renderOrder=0,this.animations=[],this.customDepthMaterial=void 0,this.customDistanceMaterial=void 0,this.static=!1,this.userData={},this.pivot=null}onBeforeShadow(){}onAfterShadow(){}onBeforeRender(){}onAfterRender(){}applyMatrix4(t){this.matrixAutoUpdate&&this.updateMatrix(),this.matrix.premultiply(t),this.matrix.decompose(this.position,this.quaternion,this.scale),this.pivot!==null&&this.position.copy(this.pivot).applyMatrix4(this.matrix).sub(this.pivot)}applyQuaternion(t){return this.quaternion.premultiply(t),this}setRotationFromAxisAngle(t,n){this.quaternion.setFromAxisAngle(t,n)}setRotationFromEuler(t){this.quaternion.setFromEuler(t,!0)}setRotationFromMatrix(t){this.quaternion.setFromRotationMatrix(t)}setRotationFromQuaternion(t){this.quaternion.copy(t)}rotateOnAxis(t,n){return Xo.setFromAxisAngle(t,n),this.quaternion.multiply(Xo),this}rotateOnWorldAxis(t,n){return Xo.setFromAxisAngle(t,n),this.quaternion.premultiply(Xo),this}rotateX(t){return this.rotateOnAxis(Jw,t)}rotateY(t){return this.rotateOnAxis(Kw,t)}rotateZ(t){return this.rotateOnAxis(Qw,t)}translateOnAxis(t,n){return Zw.copy(t).applyQuaternion(this.quaternion),this.position.add(Zw.multiplyScalar(n)),this}translateX(t){return this.translateOnAxis(Jw,t)}translateY(t){return this.translateOnAxis(Kw,t)}translateZ(t){return this.translateOnAxis(Qw,t)}localToWorld(t){return this.updateWorldMatrix(!0,!1),t.applyMatrix4(this.matrixWorld)}worldToLocal(t){return this.updateWorldMatrix(!0,!1),t.applyMatrix4(yr.copy(this.matrixWorld).invert())}lookAt(t,n,i){t.isVector3?ju.copy(t):ju.set(t,n,i);let r=this.parent;this.updateWorldMatrix(!0,!1),Sc.setFromMatrixPosition(this.matrixWorld),this.isCamera||this.isLight?yr.lookAt(Sc,ju,this.up):yr.lookAt(ju,Sc,this.up),this.quaternion.setFromRotationMatrix(yr),r&&(yr.extractRotation(r.matrixWorld),Xo.setFromRotationMatrix(yr),this.quaternion.premultiply(Xo.invert()))}add(t){if(arguments.length>1){for(let n=0;n<arguments.length;n++)this.add(arguments[n]);return this}return t===this?(Bt("Object3D.add: object can't be added as a child of itself.",t),this):(t&&t.isObject3D?(t.removeFromParent(),t.parent=this,this.children.push(t),t.dispatchEvent(jw),qo.child=t,this.dispatchEvent(qo),qo.child=null):Bt("Object3D.add: object not an instance of THREE.Object3D.",t),this)}remove(t){if(arguments.length>1){for(let i=0;i<arguments.length;i++)this.remove(arguments[i]);return this}let n=this.children.indexOf(t);return n!==-1&&(t.parent=null,this.children.splice(n,1),t.dispatchEvent(lN),A0.child=t,this.dispatchEvent(A0),A0.child=null),this}removeFromParent(){let t=this.parent;return t!==null&&t.remove(this),this}clear(){return this.remove(...this.children)}attach(t){return this.updateWorldMatrix(!0,!1),yr.copy(this.matrixWorld).invert(),t.parent!==null&&(t.parent.updateWorldMatrix(!0,!1),yr.multiply(t.parent.matrixWorld)),t.applyMatrix4(yr),t.removeFromParent(),t.parent=this,this.children.push(t),t.updateWorldMatrix(!1,!0),t.dispatchEvent(jw),qo.child=t,this.dispatchEvent(qo),qo.child=null,this}getObjectById(t){return this.getObjectByProperty("id",t)}getObjectByName(t){return this.getObjectByProperty("name",t)}getObjectByProperty(t,n){if(this[t]===n)return this;for(let i=0,r=this.children.length;i<r;i++){let o=this.children[i].getObjectByProperty(t,n);if(o!==void 0)return o}}getObjectsByProperty(t,n,i=[]){this[t]===n&&i.push(this);let r=this.children;for(let s=0,o=r.length;s<o;s++)r[s].getObjectsByProperty(t,n,i);return i}getWorldPosition(t){return this.updateWorldMatrix(!0,!1),t.setFromMatrixPosition(this.matrixWorld)}getWorldQuaternion(t){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(Sc,t,aN),t}getWorldScale(t){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(Sc,cN,t),t}getWorldDirection(t){this.updateWorldMatrix(!0,!1);let n=this.matrixWorld.elements;return t.set(n[8],n[9],n[10]).normalize()}raycast(){}intersectsFrustum(){return!0}traverse(t){t(this);let n=this.children;for(let i=0,r=n.length;i<r;i++)n[i].traverse(t)}traverseVisible(t){if(this.visible===!1)return;t(this);let n=this.children;for(let i=0,r=n.length;i<r;i++)n[i].traverseVisible(t)}traverseAncestors(t){let n=this.parent;n!==null&&(t(n),n.traverseAncestors(t))}updateMatrix(){this.matrix.compose(this.position,this.quaternion,this.scale);let t=this.pivot;if(t!==null){let n=t.x,i=t.y,r=t.z,s=this.matrix.elements;s[12]+=n-s[0]*n-s[4]*i-s[8]*r,s[13]+=i-s[1]*n-s[5]*i-s[9]*r,s[14]+=r-s[2]*n-s[6]*i-s[10]*r}this.matrixWorldNeedsUpdate=!0}updateMatrixWorld(t){this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||t)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,t=!0);let n=this.children;for(let i=0,r=n.length;i<r;i++)n[i].updateMatrixWorld(t)}updateWorldMatrix(t,n,i=!1){let r=this.parent;if(t===!0&&r!==null&&r.updateWorldMatrix(!0,!1),this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||i)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,i=!0),n===!0){let s=this.children;for(let o=0,a=s.length;o<a;o++)s[o].updateWorldMatrix(!1,!0,i)}}toJSON(t){let n=t===void 0||typeof t=="string",i={};n&&(t={geometries:{},materials:{},textures:{},images:{},shapes:{},skeletons:{},animations:{},nodes:{}},i.metadata={version:4.7,type:"Object",generator:"Object3D.toJSON"});let r={};r.uuid=this.uuid,r.type=this.type,r.name=this.name,r.castShadow=this.castShadow,r.receiveShadow=this.receiveShadow,r.visible=this.visible,r.frustumCulled=this.frustumCulled,r.renderOrder=this.renderOrder,r.static=this.static,r.matrixAutoUpdate=this.matrixAutoUpdate,Object.keys(this.userData).length>0&&(r.userData=this.userData),r.layers=this.layers.mask,r.matrix=this.matrix.toArray(),r.up=this.up.toArray(),this.pivot!==null&&(r.pivot=this.pivot.toArray()),this.morphTargetDictionary!==void 0&&(r.morphTargetDictionary=Object.assign({},this.morphTargetDictionary)),this.morphTargetInfluences!==void 0&&(r.morphTargetInfluences=this.morphTargetInfluences.slice()),this.isInstancedMesh&&(r.type="InstancedMesh",r.count=this.count,r.instanceMatrix=this.instanceMatrix.toJSON(),this.instanceColor!==null&&(r.instanceColor=this.instanceColor.toJSON())),this.isBatchedMesh&&(r.type="BatchedMesh",r.perObjectFrustumCulled=this.perObjectFrustumCulled,r.sortObjects=this.sortObjects,r.drawRanges=this._drawRanges,r.reservedRanges=this._reservedRanges,r.geometryInfo=this._geometryInfo.map(a=>({...a,boundingBox:a.boundingBox?a.boundingBox.toJSON():void 0,boundingSphere:a.boundingSphere?a.boundingSphere.toJSON():void 0})),r.instanceInfo=this._instanceInfo.map(a=>({...a})),r.availableInstanceIds=this._availableInstanceIds.slice(),r.availableGeometryIds=this._availableGeometryIds.slice(),r.nextIndexStart=this._nextIndexStart,r.nextVertexStart=this._nextVertexStart,r.geometryCount=this._geometryCount,r.maxInstanceCount=this._maxInstanceCount,r.maxVertexCount=this._maxVertexCount,r.maxIndexCount=this._maxIndexCount,r.geometryInitialized=this._geometryInitialized,r.matricesTexture=this._matricesTexture.toJSON(t),r.indirectTexture=this._indirectTexture.toJSON(t),this._colorsTexture!==null&&(r.colorsTexture=this._colorsTexture.toJSON(t)),this.boundingSphere!==null&&(r.boundingSphere=this.boundingSphere.toJSON()),this.boundingBox!==null&&(r.boundingBox=this.boundingBox.toJSON()));function s(a,c){return a[c.uuid]===void 0&&(a[c.uuid]=c.toJSON(t)),c.uuid}if(this.isScene)this.background&&(this.background.isColor?r.background=this.background.toJSON():this.background.isTexture&&(r.background=this.background.toJSON(t).uuid)),this.environment&&this.environment.isTexture&&this.environment.isRenderTargetTexture!==!0&&(r.environment=this.environment.toJSON(t).uuid);else if(this.isMesh||this.isLine||this.isPoints){r.geometry=s(t.geometries,this.geometry);let a=this.geometry.parameters;if(a!==void 0&&a.shapes!==void 0){let c=a.shapes;if(Array.isArray(c))for(let l=0,u=c.length;l<u;l++){let h=c[l];s(t.shapes,h)}else s(t.shapes,c)}}if(this.isSkinnedMesh&&(r.bindMode=this.bindMode,r.bindMatrix=this.bindMatrix.toArray(),this.skeleton!==void 0&&(s(t.skeletons,this.skeleton),r.skeleton=this.skeleton.uuid)),this.material!==void 0)if(Array.isArray(this.material)){let a=[];for(let c=0,l=this.material.length;c<l;c++)a.push(s(t.materials,this.material[c]));r.material=a}else r.material=s(t.materials,this.material);if(this.children.length>0){r.children=[];for(let a=0;a<this.children.length;a++)r.children.push(this.children[a].toJSON(t).object)}if(this.animations.length>0){r.animations=[];for(let a=0;a<this.animations.length;a++){let c=this.animations[a];r.animations.push(s(t.animations,c))}}if(n){let a=o(t.geometries),c=o(t.materials),l=o(t.textures),u=o(t.images),h=o(t.shapes),f=o(t.skeletons),d=o(t.animations),p=o(t.nodes);a.length>0&&(i.geometries=a),c.length>0&&(i.materials=c),l.length>0&&(i.textures=l),u.length>0&&(i.images=u),h.length>0&&(i.shapes=h),f.length>0&&(i.skeletons=f),d.length>0&&(i.animations=d),p.length>0&&(i.nodes=p)}return i.object=r,i;function o(a){let c=[];for(let l in a){let u=a[l];delete u.metadata,c.push(u)}return c}}clone(t){return new this.constructor().copy(this,t)}copy(t,n=!0){if(this.name=t.name,this.up.copy(t.up),this.position.copy(t.position),this.rotation.order=t.rotation.order,this.quaternion.copy(t.quaternion),this.scale.copy(t.scale),this.pivot=t.pivot!==null?t.pivot.clone():null,this.matrix.copy(t.matrix),this.matrixWorld.copy(t.matrixWorld),this.matrixAutoUpdate=t.matrixAutoUpdate,this.matrixWorldAutoUpdate=t.matrixWorldAutoUpdate,this.matrixWorldNeedsUpdate=t.matrixWorldNeedsUpdate,this.layers.mask=t.layers.mask,this.visible=t.visible,this.castShadow=t.castShadow,this.receiveShadow=t.receiveShadow,this.frustumCulled=t.frustumCulled,this.renderOrder=t.renderOrder,this.static=t.static,this.animations=t.animations.slice(),this.userData=JSON.parse(JSON.stringify(t.userData)),n===!0)for(let i=0;i<t.children.length;i++){let r=t.children[i];this.add(r.clone())}return this}dispose(){this.dispatchEvent({type:"dispose"})}};ni.DEFAULT_UP=new K(0,1,0);ni.DEFAULT_MATRIX_AUTO_UPDATE=!0;ni.DEFAULT_MATRIX_WORLD_AUTO_UPDATE=!0;var Vs=class extends ni{constructor(){super(),this.isGroup=!0,this.type="Group"}},uN={type:"move"},aa=class{constructor(){this._targetRay=null,this._grip=null,this._hand=null}getHandSpace(){return this._hand===null&&(this._hand=new Vs,this._hand.matrixAutoUpdate=!1,this._hand.visible=!1,this._hand.joints={},this._hand.inputState={pinching:!1}),this._hand}getTargetRaySpace(){return this._targetRay===null&&(this._targetRay=new Vs,this._targetRay.matrixAutoUpdate=!1,this._targetRay.visible=!1,this._targetRay.hasLinearVelocity=!1,this._targetRay.linearVelocity=new K,this._targetRay.hasAngularVelocity=!1,this._targetRay.angularVelocity=new K),this._targetRay}getGripSpace(){return this._grip===null&&(this._grip=new Vs,this._grip.matrixAutoUpdate=!1,this._grip.visible=!1,this._grip.hasLinearVelocity=!1,this._grip.linearVelocity=new K,this._grip.hasAngularVelocity=!1,this._grip.angularVelocity=new K,this._grip.eventsEnabled=!1),this._grip}dispatchEvent(t){return this._targetRay!==null&&this._targetRay.dispatchEvent(t),this._grip!==null&&this._grip.dispatchEvent(t),this._hand!==null&&this._hand.dispatchEvent(t),this}connect(t){if(t&&t.hand){let n=this._hand;if(n)for(let i of t.hand.values())this._getHandJoint(n,i)}return this.dispatchEvent({type:"connected",data:t}),this}disconnect(t){return this.dispatchEvent({type:"disconnected",data:t}),this._targetRay!==null&&(this._targetRay.visible=!1),this._grip!==null&&(this._grip.visible=!1),this._hand!==null&&(this._hand.visible=!1),this}update(t,n,i){let r=null,s=null,o=null,a=this._targetRay,c=this._grip,l=this._hand;if(t&&n.session.visibilityState!=="visible-blurred"){if(l&&t.hand){o=!0;for(let _ of t.hand.values()){let m=n.getJointPose(_,i),g=this._getHandJoint(l,_);m!==null&&(g.matrix.fromArray(m.transform.matrix),g.matrix.decompose(g.position,g.quaternion,g.scale),g.matrixWorldNeedsUpdate=!0,g.jointRadius=m.radius),g.visible=m!==null}let u=l.joints["index-finger-tip"],h=l.joints["thumb-tip"],f=u.position.distanceTo(h.position),d=.02,p=.005;l.inputState.pinching&&f>d+p?(l.inputState.pinching=!1,this.dispatchEvent({type:"pinchend",handedness:t.handedness,target:this})):!l.inputState.pinching&&f<=d-p&&(l.inputState.pinching=!0,this.dispatchEvent({type:"pinchstart",handedness:t.handedness,target:this}))}else c!==null&&t.gripSpace&&(s=n.getPose(t.gripSpace,i),s!==null&&(c.matrix.fromArray(s.transform.matrix),c.matrix.decompose(c.position,c.quaternion,c.scale),c.matrixWorldNeedsUpdate=!0,s.linearVelocity?(c.hasLinearVelocity=!0,c.linearVelocity.copy(s.linearVelocity)):c.hasLinearVelocity=!1,s.angularVelocity?(c.hasAngularVelocity=!0,c.angularVelocity.copy(s.angularVelocity)):c.hasAngularVelocity=!1,c.eventsEnabled&&c.dispatchEvent({type:"gripUpdated",data:t,target:this})));a!==null&&(r=n.getPose(t.targetRaySpace,i),r===null&&s!==null&&(r=s),r!==null&&(a.matrix.fromArray(r.transform.matrix),a.matrix.decompose(a.position,a.quaternion,a.scale),a.matrixWorldNeedsUpdate=!0,r.linearVelocity?(a.hasLinearVelocity=!0,a.linearVelocity.copy(r.linearVelocity)):a.hasLinearVelocity=!1,r.angularVelocity?(a.hasAngularVelocity=!0,a.angularVelocity.copy(r.angularVelocity)):a.hasAngularVelocity=!1,this.dispatchEvent(uN)))}return a!==null&&(a.visible=r!==null),c!==null&&(c.visible=s!==null),l!==null&&(l.visible=o!==null),this}_getHandJoint(t,n){if(t.joints[n.jointName]===void 0){let i=new Vs;i.matrixAutoUpdate=!1,i.visible=!1,t.joints[n.jointName]=i,t.add(i)}return t.joints[n.jointName]}},YT={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074},Yr={h:0,s:0,l:0},tf={h:0,s:0,l:0};function E0(e,t,n){return n<0&&(n+=1),n>1&&(n-=1),n<1/6?e+(t-e)*6*n:n<1/2?t:n<2/3?e+(t-e)*6*(2/3-n):e}var ne=class{constructor(t,n,i){return this.isColor=!0,this.r=1,this.g=1,this.b=1,this.set(t,n,i)}set(t,n,i){if(n===void 0&&i===void 0){let r=t;r&&r.isColor?this.copy(r):typeof r=="number"?this.setHex(r):typeof r=="string"&&this.setStyle(r)}else this.setRGB(t,n,i);return this}setScalar(t){return this.r=t,this.g=t,this.b=t,this}setHex(t,n=Fn){return t=Math.floor(t),this.r=(t>>16&255)/255,this.g=(t>>8&255)/255,this.b=(t&255)/255,jt.colorSpaceToWorking(this,n),this}setRGB(t,n,i,r=jt.workingColorSpace){return this.r=t,this.g=n,this.b=i,jt.colorSpaceToWorking(this,r),this}setHSL(t,n,i,r=jt.workingColorSpace){if(t=QL(t,1),n=te(n,0,1),i=te(i,0,1),n===0)this.r=this.g=this.b=i;else{let s=i<=.5?i*(1+n):i+n-i*n,o=2*i-s;this.r=E0(o,s,t+1/3),this.g=E0(o,s,t),this.b=E0(o,s,t-1/3)}return jt.colorSpaceToWorking(this,r),this}setStyle(t,n=Fn){function i(s){s!==void 0&&parseFloat(s)<1&&Ft("Color: Alpha component of "+t+" will be ignored.")}let r;if(r=/^(\w+)\(([^\)]*)\)/.exec(t)){let s,o=r[1],a=r[2];switch(o){case"rgb":case"rgba":if(s=/^\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return i(s[4]),this.setRGB(Math.min(255,parseInt(s[1],10))/255,Math.min(255,parseInt(s[2],10))/255,Math.min(255,parseInt(s[3],10))/255,n);if(s=/^\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return i(s[4]),this.setRGB(Math.min(100,parseFloat(s[1]))/100,Math.min(100,parseFloat(s[2]))/100,Math.min(100,parseFloat(s[3]))/100,n);break;case"hsl":case"hsla":if(s=/^\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+))\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return i(s[4]),this.setHSL(parseFloat(s[1])/360,parseFloat(s[2])/100,parseFloat(s[3])/100,n);break;default:Ft("Color: Unknown color model "+t)}}else if(r=/^\#([A-Fa-f\d]+)$/.exec(t)){let s=r[1],o=s.length;if(o===3)return this.setRGB(parseInt(s.charAt(0),16)/15,parseInt(s.charAt(1),16)/15,parseInt(s.charAt(2),16)/15,n);if(o===6)return this.setHex(parseInt(s,16),n);Ft("Color: Invalid hex color "+t)}else if(t&&t.length>0)return this.setColorName(t,n);return this}setColorName(t,n=Fn){let i=YT[t.toLowerCase()];return i!==void 0?this.setHex(i,n):Ft("Color: Unknown color "+t),this}clone(){return new this.constructor(this.r,this.g,this.b)}copy(t){return this.r=t.r,this.g=t.g,this.b=t.b,this}copySRGBToLinear(t){return this.r=Sr(t.r),this.g=Sr(t.g),this.b=Sr(t.b),this}copyLinearToSRGB(t){return this.r=ia(t.r),this.g=ia(t.g),this.b=ia(t.b),this}convertSRGBToLinear(){return this.copySRGBToLinear(this),this}convertLinearToSRGB(){return this.copyLinearToSRGB(this),this}getHex(t=Fn){return jt.workingToColorSpace(sn.copy(this),t),Math.round(te(sn.r*255,0,255))*65536+Math.round(te(sn.g*255,0,255))*256+Math.round(te(sn.b*255,0,255))}getHexString(t=Fn){return("000000"+this.getHex(t).toString(16)).slice(-6)}getHSL(t,n=jt.workingColorSpace){jt.workingToColorSpace(sn.copy(this),n);let i=sn.r,r=sn.g,s=sn.b,o=Math.max(i,r,s),a=Math.min(i,r,s),c,l,u=(a+o)/2;if(a===o)c=0,l=0;else{let h=o-a;switch(l=u<=.5?h/(o+a):h/(2-o-a),o){case i:c=(r-s)/h+(r<s?6:0);break;case r:c=(s-i)/h+2;break;case s:c=(i-r)/h+4;break}c/=6}return t.h=c,t.s=l,t.l=u,t}getRGB(t,n=jt.workingColorSpace){return jt.workingToColorSpace(sn.copy(this),n),t.r=sn.r,t.g=sn.g,t.b=sn.b,t}getStyle(t=Fn){jt.workingToColorSpace(sn.copy(this),t);let n=sn.r,i=sn.g,r=sn.b;return t!==Fn?`color(${t} ${n.toFixed(3)} ${i.toFixed(3)} ${r.toFixed(3)})`:`rgb(${Math.round(n*255)},${Math.round(i*255)},${Math.round(r*255)})`}offsetHSL(t,n,i){return this.getHSL(Yr),this.setHSL(Yr.h+t,Yr.s+n,Yr.l+i)}add(t){return this.r+=t.r,this.g+=t.g,this.b+=t.b,this}addColors(t,n){return this.r=t.r+n.r,this.g=t.g+n.g,this.b=t.b+n.b,this}addScalar(t){return this.r+=t,this.g+=t,this.b+=t,this}sub(t){return this.r=Math.max(0,this.r-t.r),this.g=Math.max(0,this.g-t.g),this.b=Math.max(0,this.b-t.b),this}multiply(t){return this.r*=t.r,this.g*=t.g,this.b*=t.b,this}multiplyScalar(t){return this.r*=t,this.g*=t,this.b*=t,this}lerp(t,n){return this.r+=(t.r-this.r)*n,this.g+=(t.g-this.g)*n,this.b+=(t.b-this.b)*n,this}lerpColors(t,n,i){return this.r=t.r+(n.r-t.r)*i,this.g=t.g+(n.g-t.g)*i,this.b=t.b+(n.b-t.b)*i,this}lerpHSL(t,n){this.getHSL(Yr),t.getHSL(tf);let i=b0(Yr.h,tf.h,n),r=b0(Yr.s,tf.s,n),s=b0(Yr.l,tf.l,n);return this.setHSL(i,r,s),this}setFromVector3(t){return this.r=t.x,this.g=t.y,this.b=t.z,this}applyMatrix3(t){let n=this.r,i=this.g,r=this.b,s=t.elements;return this.r=s[0]*n+s[3]*i+s[6]*r,this.g=s[1]*n+s[4]*i+s[7]*r,this.b=s[2]*n+s[5]*i+s[8]*r,this}equals(t){return t.r===this.r&&t.g===this.g&&t.b===this.b}fromArray(t,n=0){return this.r=t[n],this.g=t[n+1],this.b=t[n+2],this}toArray(t=[],n=0){return t[n]=this.r,t[n+1]=this.g,t[n+2]=this.b,t}fromBufferAttribute(t,n){return this.r=t.getX(n),this.g=t.getY(n),this.b=t.getZ(n),this}toJSON(){return this.getHex()}*[Symbol.iterator](){yield this.r,yield this.g,yield this.b}},sn=new ne;ne.NAMES=YT;var Uc=class extends ni{constructor(){super(),this.isScene=!0,this.type="Scene",this.background=null,this.environment=null,this.fog=null,this.backgroundBlurriness=0,this.backgroundIntensity=1,this.backgroundRotation=new jr,this.environmentIntensity=1,this.environmentRotation=new jr,this.overrideMaterial=null,typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}copy(t,n){return super.copy(t,n),this.background=t.background!==null?t.background.clone():null,this.environment=t.environment!==null?t.environment.clone():null,this.fog=t.fog!==null?t.fog.clone():null,this.backgroundBlurriness=t.backgroundBlurriness,this.backgroundIntensity=t.backgroundIntensity,this.backgroundRotation.copy(t.backgroundRotation),this.environmentIntensity=t.environmentIntensity,this.environmentRotation.copy(t.environmentRotation),this.overrideMaterial=t.overrideMaterial!==null?t.overrideMaterial.clone():null,this.matrixAutoUpdate=t.matrixAutoUpdate,this}toJSON(t){let n=super.toJSON(t);return this.fog!==null&&(n.object.fog=this.fog.toJSON()),n.object.backgroundBlurriness=this.backgroundBlurriness,n.object.backgroundIntensity=this.backgroundIntensity,n.object.backgroundRotation=this.backgroundRotation.toArray(),n.object.environmentIntensity=this.environmentIntensity,n.object.environmentRotation=this.environmentRotation.toArray(),n}},di=new K,xr=new K,C0=new K,vr=new K,Yo=new K,Zo=new K,tT=new K,R0=new K,I0=new K,P0=new K,L0=new be,N0=new be,D0=new be,Qr=class e{constructor(t=new K,n=new K,i=new K){this.a=t,this.b=n,this.c=i}static getNormal(t,n,i,r){r.subVectors(i,n),di.subVectors(t,n),r.cross(di);let s=r.lengthSq();return s>0?r.multiplyScalar(1/Math.sqrt(s)):r.set(0,0,0)}static getBarycoord(t,n,i,r,s){di.subVectors(r,n),xr.subVectors(i,n),C0.subVectors(t,n);let o=di.dot(di),a=di.dot(xr),c=di.dot(C0),l=xr.dot(xr),u=xr.dot(C0),h=o*l-a*a;if(h===0)return s.set(0,0,0),null;let f=1/h,d=(l*c-a*u)*f,p=(o*u-a*c)*f;return s.set(1-d-p,p,d)}static containsPoint(t,n,i,r){return this.getBarycoord(t,n,i,r,vr)===null?!1:vr.x>=0&&vr.y>=0&&vr.x+vr.y<=1}static getInterpolation(t,n,i,r,s,o,a,c){return this.getBarycoord(t,n,i,r,vr)===null?(c.x=0,c.y=0,"z"in c&&(c.z=0),"w"in c&&(c.w=0),null):(c.setScalar(0),c.addScaledVector(s,vr.x),c.addScaledVector(o,vr.y),c.addScaledVector(a,vr.z),c)}static getInterpolatedAttribute(t,n,i,r,s,o){return L0.setScalar(0),N0.setScalar(0),D0.setScalar(0),L0.fromBufferAttribute(t,n),N0.fromBufferAttribute(t,i),D0.fromBufferAttribute(t,r),o.setScalar(0),o.addScaledVector(L0,s.x),o.addScaledVector(N0,s.y),o.addScaledVector(D0,s.z),o}static isFrontFacing(t,n,i,r){return di.subVectors(i,n),xr.subVectors(t,n),di.cross(xr).dot(r)<0}set(t,n,i){return this.a.copy(t),this.b.copy(n),this.c.copy(i),this}setFromPointsAndIndices(t,n,i,r){return this.a.copy(t[n]),this.b.copy(t[i]),this.c.copy(t[r]),this}setFromAttributeAndIndices(t,n,i,r){return this.a.fromBufferAttribute(t,n),this.b.fromBufferAttribute(t,i),this.c.fromBufferAttribute(t,r),this}clone(){return new this.constructor().copy(this)}copy(t){return this.a.copy(t.a),this.b.copy(t.b),this.c.copy(t.c),this}getArea(){return di.subVectors(this.c,this.b),xr.subVectors(this.a,this.b),di.cross(xr).length()*.5}getMidpoint(t){return t.addVectors(this.a,this.b).add(this.c).multiplyScalar(1/3)}getNormal(t){return e.getNormal(this.a,this.b,this.c,t)}getPlane(t){return t.setFromCoplanarPoints(this.a,this.b,this.c)}getBarycoord(t,n){return e.getBarycoord(t,this.a,this.b,this.c,n)}getInterpolation(t,n,i,r,s){return e.getInterpolation(t,this.a,this.b,this.c,n,i,r,s)}containsPoint(t){return e.containsPoint(t,this.a,this.b,this.c)}isFrontFacing(t){return e.isFrontFacing(this.a,this.b,this.c,t)}intersectsBox(t){return t.intersectsTriangle(this)}closestPointToPoint(t,n){let i=this.a,r=this.b,s=this.c,o,a;Yo.subVectors(r,i),Zo.subVectors(s,i),R0.subVectors(t,i);let c=Yo.dot(R0),l=Zo.dot(R0);if(c<=0&&l<=0)return n.copy(i);I0.subVectors(t,r);let u=Yo.dot(I0),h=Zo.dot(I0);if(u>=0&&h<=u)return n.copy(r);let f=c*h-u*l;if(f<=0&&c>=0&&u<=0&&c-u>0)return o=c/(c-u),n.copy(i).addScaledVector(Yo,o);P0.subVectors(t,s);let d=Yo.dot(P0),p=Zo.dot(P0);if(p>=0&&d<=p)return n.copy(s);let _=d*l-c*p;if(_<=0&&l>=0&&p<=0)return a=l/(l-p),n.copy(i).addScaledVector(Zo,a);let m=u*p-d*h;if(m<=0&&h-u>=0&&d-p>=0)return tT.subVectors(s,r),a=(h-u)/(h-u+(d-p)),n.copy(r).addScaledVector(tT,a);let g=1/(m+_+f);return o=_*g,a=f*g,n.copy(i).addScaledVector(Yo,o).addScaledVector(Zo,a)}equals(t){return t.a.equals(this.a)&&t.b.equals(this.b)&&t.c.equals(this.c)}},ts=class{constructor(t=new K(1/0,1/0,1/0),n=new K(-1/0,-1/0,-1/0)){this.isBox3=!0,this.min=t,this.max=n}set(t,n){return this.min.copy(t),this.max.copy(n),this}setFromArray(t){this.makeEmpty();for(let n=0,i=t.length;n<i;n+=3)this.expandByPoint(pi.fromArray(t,n));return this}setFromBufferAttribute(t){this.makeEmpty();for(let n=0,i=t.count;n<i;n++)this.expandByPoint(pi.fromBufferAttribute(t,n));return this}setFromPoints(t){this.makeEmpty();for(let n=0,i=t.length;n<i;n++)this.expandByPoint(t[n]);return this}setFromCenterAndSize(t,n){let i=pi.copy(n).multiplyScalar(.5);return this.min.copy(t).sub(i),this.max.copy(t).add(i),this}setFromObject(t,n=!1){return this.makeEmpty(),this.expandByObject(t,n)}clone(){return new this.constructor().copy(this)}copy(t){return this.min.copy(t.min),this.max.copy(t.max),this}makeEmpty(){return this.min.x=this.min.y=this.min.z=1/0,this.max.x=this.max.y=this.max.z=-1/0,this}isEmpty(){return this.max.x<this.min.x||this.max.y<this.min.y||this.max.z<this.min.z}getCenter(t){return this.isEmpty()?t.set(0,0,0):t.addVectors(this.min,this.max).multiplyScalar(.5)}getSize(t){return this.isEmpty()?t.set(0,0,0):t.subVectors(this.max,this.min)}expandByPoint(t){return this.min.min(t),this.max.max(t),this}expandByVector(t){return this.min.sub(t),this.max.add(t),this}expandByScalar(t){return this.min.addScalar(-t),this.max.addScalar(t),this}expandByObject(t,n=!1){t.updateWorldMatrix(!1,!1);let i=t.geometry;if(i!==void 0){let s=i.getAttribute("position");if(n===!0&&s!==void 0&&t.isInstancedMesh!==!0&&t.isBatchedMesh!==!0)for(let o=0,a=s.count;o<a;o++)t.isMesh===!0?t.getVertexPosition(o,pi):pi.fromBufferAttribute(s,o),pi.applyMatrix4(t.matrixWorld),this.expandByPoint(pi);else t.boundingBox!==void 0?(t.boundingBox===null&&t.computeBoundingBox(),ef.copy(t.boundingBox)):(i.boundingBox===null&&i.computeBoundingBox(),ef.copy(i.boundingBox)),ef.applyMatrix4(t.matrixWorld),this.union(ef)}let r=t.children;for(let s=0,o=r.length;s<o;s++)this.expandByObject(r[s],n);return this}containsPoint(t){return t.x>=this.min.x&&t.x<=this.max.x&&t.y>=this.min.y&&t.y<=this.max.y&&t.z>=this.min.z&&t.z<=this.max.z}containsBox(t){return this.min.x<=t.min.x&&t.max.x<=this.max.x&&this.min.y<=t.min.y&&t.max.y<=this.max.y&&this.min.z<=t.min.z&&t.max.z<=this.max.z}getParameter(t,n){return n.set((t.x-this.min.x)/(this.max.x-this.min.x),(t.y-this.min.y)/(this.max.y-this.min.y),(t.z-this.min.z)/(this.max.z-this.min.z))}intersectsBox(t){return t.max.x>=this.min.x&&t.min.x<=this.max.x&&t.max.y>=this.min.y&&t.min.y<=this.max.y&&t.max.z>=this.min.z&&t.min.z<=this.max.z}intersectsSphere(t){return this.clampPoint(t.center,pi),pi.distanceToSquared(t.center)<=t.radius*t.radius}intersectsPlane(t){let n,i;return t.normal.x>0?(n=t.normal.x*this.min.x,i=t.normal.x*this.max.x):(n=t.normal.x*this.max.x,i=t.normal.x*this.min.x),t.normal.y>0?(n+=t.normal.y*this.min.y,i+=t.normal.y*this.max.y):(n+=t.normal.y*this.max.y,i+=t.normal.y*this.min.y),t.normal.z>0?(n+=t.normal.z*this.min.z,i+=t.normal.z*this.max.z):(n+=t.normal.z*this.max.z,i+=t.normal.z*this.min.z),n<=-t.constant&&i>=-t.constant}intersectsTriangle(t){if(this.isEmpty())return!1;this.getCenter(wc),nf.subVectors(this.max,wc),Jo.subVectors(t.a,wc),Ko.subVectors(t.b,wc),Qo.subVectors(t.c,wc),Zr.subVectors(Ko,Jo),Jr.subVectors(Qo,Ko),Bs.subVectors(Jo,Qo);let n=[0,-Zr.z,Zr.y,0,-Jr.z,Jr.y,0,-Bs.z,Bs.y,Zr.z,0,-Zr.x,Jr.z,0,-Jr.x,Bs.z,0,-Bs.x,-Zr.y,Zr.x,0,-Jr.y,Jr.x,0,-Bs.y,Bs.x,0];return!U0(n,Jo,Ko,Qo,nf)||(n=[1,0,0,0,1,0,0,0,1],!U0(n,Jo,Ko,Qo,nf))?!1:(rf.crossVectors(Zr,Jr),n=[rf.x,rf.y,rf.z],U0(n,Jo,Ko,Qo,nf))}clampPoint(t,n){return n.copy(t).clamp(this.min,this.max)}distanceToPoint(t){return this.clampPoint(t,pi).distanceTo(t)}getBoundingSphere(t){return this.isEmpty()?t.makeEmpty():(this.getCenter(t.center),t.radius=this.getSize(pi).length()*.5),t}intersect(t){return this.min.max(t.min),this.max.min(t.max),this.isEmpty()&&this.makeEmpty(),this}union(t){return this.min.min(t.min),this.max.max(t.max),this}applyMatrix4(t){return this.isEmpty()?this:(br[0].set(this.min.x,this.min.y,this.min.z).applyMatrix4(t),br[1].set(this.min.x,this.min.y,this.max.z).applyMatrix4(t),br[2].set(this.min.x,this.max.y,this.min.z).applyMatrix4(t),br[3].set(this.min.x,this.max.y,this.max.z).applyMatrix4(t),br[4].set(this.max.x,this.min.y,this.min.z).applyMatrix4(t),br[5].set(this.max.x,this.min.y,this.max.z).applyMatrix4(t),br[6].set(this.max.x,this.max.y,this.min.z).applyMatrix4(t),br[7].set(this.max.x,this.max.y,this.max.z).applyMatrix4(t),this.setFromPoints(br),this)}translate(t){return this.min.add(t),this.max.add(t),this}equals(t){return t.min.equals(this.min)&&t.max.equals(this.max)}toJSON(){return{min:this.min.toArray(),max:this.max.toArray()}}fromJSON(t){return this.min.fromArray(t.min),this.max.fromArray(t.max),this}},br=[new K,new K,new K,new K,new K,new K,new K,new K],pi=new K,ef=new ts,Jo=new K,Ko=new K,Qo=new K,Zr=new K,Jr=new K,Bs=new K,wc=new K,nf=new K,rf=new K,ks=new K;function U0(e,t,n,i,r){for(let s=0,o=e.length-3;s<=o;s+=3){ks.fromArray(e,s);let a=r.x*Math.abs(ks.x)+r.y*Math.abs(ks.y)+r.z*Math.abs(ks.z),c=t.dot(ks),l=n.dot(ks),u=i.dot(ks);if(Math.max(-Math.max(c,l,u),Math.min(c,l,u))>a)return!1}return!0}var Ue=new K,sf=new se,fN=0,Hi=class extends Wi{constructor(t,n,i=!1){if(super(),Array.isArray(t))throw new TypeError("THREE.BufferAttribute: array should be a Typed Array.");this.isBufferAttribute=!0,Object.defineProperty(this,"id",{value:fN++}),this.name="",this.array=t,this.itemSize=n,this.count=t!==void 0?t.length/n:0,this.normalized=i,this.usage=VT,this.updateRanges=[],this.gpuType=_i,this.version=0,this._normalizationScale=t!==void 0?b_(t):void 0}onUploadCallback(){}set needsUpdate(t){t===!0&&this.version++}setUsage(t){return this.usage=t,this}addUpdateRange(t,n){this.updateRanges.push({start:t,count:n})}clearUpdateRanges(){this.updateRanges.length=0}copy(t){return this.name=t.name,this.array=new t.array.constructor(t.array),this.itemSize=t.itemSize,this.count=t.count,this.normalized=t.normalized,this.usage=t.usage,this.gpuType=t.gpuType,this._normalizationScale=t._normalizationScale,this}copyAt(t,n,i){t*=this.itemSize,i*=n.itemSize;for(let r=0,s=this.itemSize;r<s;r++)this.array[t+r]=n.array[i+r];return this}copyArray(t){return this.array.set(t),this}applyMatrix3(t){if(this.itemSize===2)for(let n=0,i=this.count;n<i;n++)sf.fromBufferAttribute(this,n),sf.applyMatrix3(t),this.setXY(n,sf.x,sf.y);else if(this.itemSize===3)for(let n=0,i=this.count;n<i;n++)Ue.fromBufferAttribute(this,n),Ue.applyMatrix3(t),this.setXYZ(n,Ue.x,Ue.y,Ue.z);return this}applyMatrix4(t){for(let n=0,i=this.count;n<i;n++)Ue.fromBufferAttribute(this,n),Ue.applyMatrix4(t),this.setXYZ(n,Ue.x,Ue.y,Ue.z);return this}applyNormalMatrix(t){for(let n=0,i=this.count;n<i;n++)Ue.fromBufferAttribute(this,n),Ue.applyNormalMatrix(t),this.setXYZ(n,Ue.x,Ue.y,Ue.z);return this}transformDirection(t){for(let n=0,i=this.count;n<i;n++)Ue.fromBufferAttribute(this,n),Ue.transformDirection(t),this.setXYZ(n,Ue.x,Ue.y,Ue.z);return this}set(t,n=0){return this.array.set(t,n),this}getComponent(t,n){let i=this.array[t*this.itemSize+n];return this.normalized&&(i=this._denormalize(i)),i}setComponent(t,n,i){return this.normalized&&(i=this._normalize(i)),this.array[t*this.itemSize+n]=i,this}getX(t){let n=this.array[t*this.itemSize];return this.normalized&&(n=this._denormalize(n)),n}setX(t,n){return this.normalized&&(n=this._normalize(n)),this.array[t*this.itemSize]=n,this}getY(t){let n=this.array[t*this.itemSize+1];return this.normalized&&(n=this._denormalize(n)),n}setY(t,n){return this.normalized&&(n=this._normalize(n)),this.array[t*this.itemSize+1]=n,this}getZ(t){let n=this.array[t*this.itemSize+2];return this.normalized&&(n=this._denormalize(n)),n}setZ(t,n){return this.normalized&&(n=this._normalize(n)),this.array[t*this.itemSize+2]=n,this}getW(t){let n=this.array[t*this.itemSize+3];return this.normalized&&(n=this._denormalize(n)),n}setW(t,n){return this.normalized&&(n=this._normalize(n)),this.array[t*this.itemSize+3]=n,this}setXY(t,n,i){return t*=this.itemSize,this.normalized&&(n=this._normalize(n),i=this._normalize(i)),this.array[t+0]=n,this.array[t+1]=i,this}setXYZ(t,n,i,r){return t*=this.itemSize,this.normalized&&(n=this._normalize(n),i=this._normalize(i),r=this._normalize(r)),this.array[t+0]=n,this.array[t+1]=i,this.array[t+2]=r,this}setXYZW(t,n,i,r,s){return t*=this.itemSize,this.normalized&&(n=this._normalize(n),i=this._normalize(i),r=this._normalize(r),s=this._normalize(s)),this.array[t+0]=n,this.array[t+1]=i,this.array[t+2]=r,this.array[t+3]=s,this}onUpload(t){return this.onUploadCallback=t,this}clone(){return new this.constructor(this.array,this.itemSize).copy(this)}toJSON(){let t={itemSize:this.itemSize,type:this.array.constructor.name,array:Array.from(this.array),normalized:this.normalized};return t.name=this.name,t.usage=this.usage,t.gpuType=this.gpuType,t}dispose(){this.dispatchEvent({type:"dispose"})}_denormalize(t){let n=this._normalizationScale;return n!==void 0?Math.max(t/n,-1):jL(t,this.array)}_normalize(t){let n=this._normalizationScale;return n!==void 0?Math.round(t*n):tN(t,this.array)}};var Fc=class extends Hi{constructor(t,n,i){super(new Uint16Array(t),n,i)}};var Oc=class extends Hi{constructor(t,n,i){super(new Uint32Array(t),n,i)}};var ei=class extends Hi{constructor(t,n,i){super(new Float32Array(t),n,i)}},hN=new ts,Tc=new K,F0=new K,ca=class{constructor(t=new K,n=-1){this.isSphere=!0,this.center=t,this.radius=n}set(t,n){return this.center.copy(t),this.radius=n,this}setFromPoints(t,n){let i=this.center;n!==void 0?i.copy(n):hN.setFromPoints(t).getCenter(i);let r=0;for(let s=0,o=t.length;s<o;s++)r=Math.max(r,i.distanceToSquared(t[s]));return this.radius=Math.sqrt(r),this}copy(t){return this.center.copy(t.center),this.radius=t.radius,this}isEmpty(){return this.radius<0}makeEmpty(){return this.center.set(0,0,0),this.radius=-1,this}containsPoint(t){return t.distanceToSquared(this.center)<=this.radius*this.radius}distanceToPoint(t){return t.distanceTo(this.center)-this.radius}intersectsSphere(t){let n=this.radius+t.radius;return t.center.distanceToSquared(this.center)<=n*n}intersectsBox(t){return t.intersectsSphere(this)}intersectsPlane(t){return Math.abs(t.distanceToPoint(this.center))<=this.radius}clampPoint(t,n){let i=this.center.distanceToSquared(t);return n.copy(t),i>this.radius*this.radius&&(n.sub(this.center).normalize(),n.multiplyScalar(this.radius).add(this.center)),n}getBoundingBox(t){return this.isEmpty()?(t.makeEmpty(),t):(t.set(this.center,this.center),t.expandByScalar(this.radius),t)}applyMatrix4(t){return this.center.applyMatrix4(t),this.radius=this.radius*t.getMaxScaleOnAxis(),this}translate(t){return this.center.add(t),this}expandByPoint(t){if(this.isEmpty())return this.center.copy(t),this.radius=0,this;Tc.subVectors(t,this.center);let n=Tc.lengthSq();if(n>this.radius*this.radius){let i=Math.sqrt(n),r=(i-this.radius)*.5;this.center.addScaledVector(Tc,r/i),this.radius+=r}return this}union(t){return t.isEmpty()?this:this.isEmpty()?(this.copy(t),this):(this.center.equals(t.center)===!0?this.radius=Math.max(this.radius,t.radius):(F0.subVectors(t.center,this.center).setLength(t.radius),this.expandByPoint(Tc.copy(t.center).add(F0)),this.expandByPoint(Tc.copy(t.center).sub(F0))),this)}equals(t){return t.center.equals(this.center)&&t.radius===this.radius}clone(){return new this.constructor().copy(this)}toJSON(){return{radius:this.radius,center:this.center.toArray()}}fromJSON(t){return this.radius=t.radius,this.center.fromArray(t.center),this}},dN=0,jn=new Ae,O0=new ni,jo=new K,Un=new ts,Ac=new ts,Je=new K,es=class e extends Wi{constructor(){super(),this.isBufferGeometry=!0,Object.defineProperty(this,"id",{value:dN++}),this.uuid=Qc(),this.name="",this.type="BufferGeometry",this.index=null,this.indirect=null,this.indirectOffset=0,this.attributes={},this.morphAttributes={},this.morphTargetsRelative=!1,this.groups=[],this.boundingBox=null,this.boundingSphere=null,this.drawRange={start:0,count:1/0},this.userData={},this._transformed=!1}getIndex(){return this.index}setIndex(t){return Array.isArray(t)?this.index=new(JL(t)?Oc:Fc)(t,1):this.index=t,this}setIndirect(t,n=0){return this.indirect=t,this.indirectOffset=n,this}getIndirect(){return this.indirect}getAttribute(t){return this.attributes[t]}setAttribute(t,n){return this.attributes[t]=n,this}deleteAttribute(t){return delete this.attributes[t],this}hasAttribute(t){return this.attributes[t]!==void 0}addGroup(t,n,i=0){this.groups.push({start:t,count:n,materialIndex:i})}clearGroups(){this.groups=[]}setDrawRange(t,n){this.drawRange.start=t,this.drawRange.count=n}applyMatrix4(t){let n=this.attributes.position;n!==void 0&&(n.applyMatrix4(t),n.needsUpdate=!0);let i=this.attributes.normal;if(i!==void 0){let s=new kt().getNormalMatrix(t);i.applyNormalMatrix(s),i.needsUpdate=!0}let r=this.attributes.tangent;return r!==void 0&&(r.transformDirection(t),r.needsUpdate=!0),this.boundingBox!==null&&this.computeBoundingBox(),this.boundingSphere!==null&&this.computeBoundingSphere(),this._transformed=!0,this}applyQuaternion(t){return jn.makeRotationFromQuaternion(t),this.applyMatrix4(jn),this}rotateX(t){return jn.makeRotationX(t),this.applyMatrix4(jn),this}rotateY(t){return jn.makeRotationY(t),this.applyMatrix4(jn),this}rotateZ(t){return jn.makeRotationZ(t),this.applyMatrix4(jn),this}translate(t,n,i){return jn.makeTranslation(t,n,i),this.applyMatrix4(jn),this}scale(t,n,i){return jn.makeScale(t,n,i),this.applyMatrix4(jn),this}lookAt(t){return O0.lookAt(t),O0.updateMatrix(),this.applyMatrix4(O0.matrix),this}center(){return this.computeBoundingBox(),this.boundingBox.getCenter(jo).negate(),this.translate(jo.x,jo.y,jo.z),this}setFromPoints(t){let n=this.getAttribute("position");if(n===void 0){let i=[];for(let r=0,s=t.length;r<s;r++){let o=t[r];i.push(o.x,o.y,o.z||0)}this.setAttribute("position",new ei(i,3))}else{let i=Math.min(t.length,n.count);for(let r=0;r<i;r++){let s=t[r];n.setXYZ(r,s.x,s.y,s.z||0)}t.length>n.count&&Ft("BufferGeometry: Buffer size too small for points data. Use .dispose() and create a new geometry."),n.needsUpdate=!0}return this}computeBoundingBox(){this.boundingBox===null&&(this.boundingBox=new ts);let t=this.attributes.position,n=this.morphAttributes.position;if(t&&t.isGLBufferAttribute){Bt("BufferGeometry.computeBoundingBox(): GLBufferAttribute requires a manual bounding box.",this),this.boundingBox.set(new K(-1/0,-1/0,-1/0),new K(1/0,1/0,1/0));return}if(t!==void 0){if(this.boundingBox.setFromBufferAttribute(t),n)for(let i=0,r=n.length;i<r;i++){let s=n[i];Un.setFromBufferAttribute(s),this.morphTargetsRelative?(Je.addVectors(this.boundingBox.min,Un.min),this.boundingBox.expandByPoint(Je),Je.addVectors(this.boundingBox.max,Un.max),this.boundingBox.expandByPoint(Je)):(this.boundingBox.expandByPoint(Un.min),this.boundingBox.expandByPoint(Un.max))}}else this.boundingBox.makeEmpty();(isNaN(this.boundingBox.min.x)||isNaN(this.boundingBox.min.y)||isNaN(this.boundingBox.min.z))&&Bt('BufferGeometry.computeBoundingBox(): Computed min/max have NaN values. The "position" attribute is likely to have NaN values.',this)}computeBoundingSphere(){this.boundingSphere===null&&(this.boundingSphere=new ca);let t=this.attributes.position,n=this.morphAttributes.position;if(t&&t.isGLBufferAttribute){Bt("BufferGeometry.computeBoundingSphere(): GLBufferAttribute requires a manual bounding sphere.",this),this.boundingSphere.set(new K,1/0);return}if(t){let i=this.boundingSphere.center;if(Un.setFromBufferAttribute(t),n)for(let s=0,o=n.length;s<o;s++){let a=n[s];Ac.setFromBufferAttribute(a),this.morphTargetsRelative?(Je.addVectors(Un.min,Ac.min),Un.expandByPoint(Je),Je.addVectors(Un.max,Ac.max),Un.expandByPoint(Je)):(Un.expandByPoint(Ac.min),Un.expandByPoint(Ac.max))}Un.getCenter(i);let r=0;for(let s=0,o=t.count;s<o;s++)Je.fromBufferAttribute(t,s),r=Math.max(r,i.distanceToSquared(Je));if(n)for(let s=0,o=n.length;s<o;s++){let a=n[s],c=this.morphTargetsRelative;for(let l=0,u=a.count;l<u;l++)Je.fromBufferAttribute(a,l),c&&(jo.fromBufferAttribute(t,l),Je.add(jo)),r=Math.max(r,i.distanceToSquared(Je))}this.boundingSphere.radius=Math.sqrt(r),isNaN(this.boundingSphere.radius)&&Bt('BufferGeometry.computeBoundingSphere(): Computed radius is NaN. The "position" attribute is likely to have NaN values.',this)}}computeTangents(){let t=this.index,n=this.attributes;if(t===null||n.position===void 0||n.normal===void 0||n.uv===void 0){Bt("BufferGeometry: .computeTangents() failed. Missing required attributes (index, position, normal or uv)");return}let i=n.position,r=n.normal,s=n.uv,o=this.getAttribute("tangent");(o===void 0||o.count!==i.count)&&(o=new Hi(new Float32Array(4*i.count),4),this.setAttribute("tangent",o));let a=[],c=[],l=new Uint8Array(i.count);for(let I=0;I<i.count;I++)a[I]=new K,c[I]=new K;let u=new K,h=new K,f=new K,d=new se,p=new se,_=new se,m=new K,g=new K;function x(I,C,E){l[I]=l[C]=l[E]=1,u.fromBufferAttribute(i,I),h.fromBufferAttribute(i,C),f.fromBufferAttribute(i,E),d.fromBufferAttribute(s,I),p.fromBufferAttribute(s,C),_.fromBufferAttribute(s,E),h.sub(u),f.sub(u),p.sub(d),_.sub(d);let N=1/(p.x*_.y-_.x*p.y);isFinite(N)&&(m.copy(h).multiplyScalar(_.y).addScaledVector(f,-p.y).multiplyScalar(N),g.copy(f).multiplyScalar(p.x).addScaledVector(h,-_.x).multiplyScalar(N),a[I].add(m),a[C].add(m),a[E].add(m),c[I].add(g),c[C].add(g),c[E].add(g))}let w=this.groups;w.length===0&&(w=[{start:0,count:t.count}]);for(let I=0,C=w.length;I<C;++I){let E=w[I],N=E.start,B=E.count;for(let P=N,L=N+B;P<L;P+=3)x(t.getX(P+0),t.getX(P+1),t.getX(P+2))}let v=new K,T=new K,M=new K,y=new K;function b(I){M.fromBufferAttribute(r,I),y.copy(M);let C=a[I];v.copy(C),v.sub(M.multiplyScalar(M.dot(C))).normalize(),T.crossVectors(y,C);let N=T.dot(c[I])<0?-1:1;o.setXYZW(I,v.x,v.y,v.z,N)}for(let I=0,C=i.count;I<C;++I)l[I]&&b(I);this._transformed=!0}computeVertexNormals(){let t=this.index,n=this.getAttribute("position");if(n!==void 0){let i=this.getAttribute("normal");if(i===void 0||i.count!==n.count)i=new Hi(new Float32Array(n.count*3),3),this.setAttribute("normal",i);else for(let f=0,d=i.count;f<d;f++)i.setXYZ(f,0,0,0);let r=new K,s=new K,o=new K,a=new K,c=new K,l=new K,u=new K,h=new K;if(t)for(let f=0,d=t.count;f<d;f+=3){let p=t.getX(f+0),_=t.getX(f+1),m=t.getX(f+2);r.fromBufferAttribute(n,p),s.fromBufferAttribute(n,_),o.fromBufferAttribute(n,m),u.subVectors(o,s),h.subVectors(r,s),u.cross(h),a.fromBufferAttribute(i,p),c.fromBufferAttribute(i,_),l.fromBufferAttribute(i,m),a.add(u),c.add(u),l.add(u),i.setXYZ(p,a.x,a.y,a.z),i.setXYZ(_,c.x,c.y,c.z),i.setXYZ(m,l.x,l.y,l.z)}else for(let f=0,d=n.count;f<d;f+=3)r.fromBufferAttribute(n,f+0),s.fromBufferAttribute(n,f+1),o.fromBufferAttribute(n,f+2),u.subVectors(o,s),h.subVectors(r,s),u.cross(h),i.setXYZ(f+0,u.x,u.y,u.z),i.setXYZ(f+1,u.x,u.y,u.z),i.setXYZ(f+2,u.x,u.y,u.z);this.normalizeNormals(),i.needsUpdate=!0}}normalizeNormals(){let t=this.attributes.normal;for(let n=0,i=t.count;n<i;n++)Je.fromBufferAttribute(t,n),Je.normalize(),t.setXYZ(n,Je.x,Je.y,Je.z)}toNonIndexed(){function t(a,c){let l=a.array,u=a.itemSize,h=a.normalized,f=new l.constructor(c.length*u),d=0,p=0;for(let _=0,m=c.length;_<m;_++){a.isInterleavedBufferAttribute?d=c[_]*a.data.stride+a.offset:d=c[_]*u;for(let g=0;g<u;g++)f[p++]=l[d++]}return new Hi(f,u,h)}if(this.index===null)return Ft("BufferGeometry.toNonIndexed(): BufferGeometry is already non-indexed."),this;let n=new e,i=this.index.array,r=this.attributes;for(let a in r){let c=r[a],l=t(c,i);n.setAttribute(a,l)}let s=this.morphAttributes;for(let a in s){let c=[],l=s[a];for(let u=0,h=l.length;u<h;u++){let f=l[u],d=t(f,i);c.push(d)}n.morphAttributes[a]=c}n.morphTargetsRelative=this.morphTargetsRelative;let o=this.groups;for(let a=0,c=o.length;a<c;a++){let l=o[a];n.addGroup(l.start,l.count,l.materialIndex)}return n}toJSON(){let t={metadata:{version:4.7,type:"BufferGeometry",generator:"BufferGeometry.toJSON"}};if(t.uuid=this.uuid,t.type=this.parameters!==void 0&&this._transformed===!0?"BufferGeometry":this.type,t.name=this.name,Object.keys(this.userData).length>0&&(t.userData=this.userData),this.parameters!==void 0&&this._transformed!==!0){let c=this.parameters;for(let l in c)c[l]!==void 0&&(t[l]=c[l]);return t}t.data={attributes:{}};let n=this.index;n!==null&&(t.data.index={type:n.array.constructor.name,array:Array.prototype.slice.call(n.array)});let i=this.attributes;for(let c in i){let l=i[c];t.data.attributes[c]=l.toJSON(t.data)}let r={},s=!1;for(let c in this.morphAttributes){let l=this.morphAttributes[c],u=[];for(let h=0,f=l.length;h<f;h++){let d=l[h];u.push(d.toJSON(t.data))}u.length>0&&(r[c]=u,s=!0)}s&&(t.data.morphAttributes=r,t.data.morphTargetsRelative=this.morphTargetsRelative);let o=this.groups;o.length>0&&(t.data.groups=JSON.parse(JSON.stringify(o)));let a=this.boundingSphere;return a!==null&&(t.data.boundingSphere=a.toJSON()),t}clone(){return new this.constructor().copy(this)}copy(t){this.index=null,this.attributes={},this.morphAttributes={},this.groups=[],this.boundingBox=null,this.boundingSphere=null;let n={};this.name=t.name;let i=t.index;i!==null&&this.setIndex(i.clone());let r=t.attributes;for(let l in r){let u=r[l];this.setAttribute(l,u.clone(n))}let s=t.morphAttributes;for(let l in s){let u=[],h=s[l];for(let f=0,d=h.length;f<d;f++)u.push(h[f].clone(n));this.morphAttributes[l]=u}this.morphTargetsRelative=t.morphTargetsRelative;let o=t.groups;for(let l=0,u=o.length;l<u;l++){let h=o[l];this.addGroup(h.start,h.count,h.materialIndex)}let a=t.boundingBox;a!==null&&(this.boundingBox=a.clone());let c=t.boundingSphere;return c!==null&&(this.boundingSphere=c.clone()),this.drawRange.start=t.drawRange.start,this.drawRange.count=t.drawRange.count,this.userData=t.userData,this._transformed=t._transformed,this}dispose(){this.dispatchEvent({type:"dispose"})}};var B0=new K,pN=new K,mN=new kt,mi=class{constructor(t=new K(1,0,0),n=0){this.isPlane=!0,this.normal=t,this.constant=n}set(t,n){return this.normal.copy(t),this.constant=n,this}setComponents(t,n,i,r){return this.normal.set(t,n,i),this.constant=r,this}setFromNormalAndCoplanarPoint(t,n){return this.normal.copy(t),this.constant=-n.dot(this.normal),this}setFromCoplanarPoints(t,n,i){let r=B0.subVectors(i,n).cross(pN.subVectors(t,n)).normalize();return this.setFromNormalAndCoplanarPoint(r,t),this}copy(t){return this.normal.copy(t.normal),this.constant=t.constant,this}normalize(){let t=1/this.normal.length();return this.normal.multiplyScalar(t),this.constant*=t,this}negate(){return this.constant*=-1,this.normal.negate(),this}distanceToPoint(t){return this.normal.dot(t)+this.constant}distanceToSphere(t){return this.distanceToPoint(t.center)-t.radius}projectPoint(t,n){return n.copy(t).addScaledVector(this.normal,-this.distanceToPoint(t))}intersectLine(t,n,i=!0){let r=t.delta(B0),s=this.normal.dot(r);if(s===0)return this.distanceToPoint(t.start)===0?n.copy(t.start):null;let o=-(t.start.dot(this.normal)+this.constant)/s;return i===!0&&(o<0||o>1)?null:n.copy(t.start).addScaledVector(r,o)}intersectsLine(t){let n=this.distanceToPoint(t.start),i=this.distanceToPoint(t.end);return n<0&&i>0||i<0&&n>0}intersectsBox(t){return t.intersectsPlane(this)}intersectsSphere(t){return t.intersectsPlane(this)}coplanarPoint(t){return t.copy(this.normal).multiplyScalar(-this.constant)}applyMatrix4(t,n){let i=n||mN.getNormalMatrix(t),r=this.coplanarPoint(B0).applyMatrix4(t),s=this.normal.applyMatrix3(i).normalize();return this.constant=-r.dot(s),this}translate(t){return this.constant-=t.dot(this.normal),this}equals(t){return t.normal.equals(this.normal)&&t.constant===this.constant}clone(){return new this.constructor().copy(this)}toJSON(){return{normal:this.normal.toArray(),constant:this.constant}}fromJSON(t){return this.normal.fromArray(t.normal),this.constant=t.constant,this}},gN=0,Hs=class extends Wi{constructor(){super(),this.isMaterial=!0,Object.defineProperty(this,"id",{value:gN++}),this.uuid=Qc(),this.name="",this.type="Material",this.blending=ha,this.side=ss,this.vertexColors=!1,this.opacity=1,this.transparent=!1,this.alphaHash=!1,this.blendSrc=K0,this.blendDst=Q0,this.blendEquation=Xs,this.blendSrcAlpha=null,this.blendDstAlpha=null,this.blendEquationAlpha=null,this.blendColor=new ne(0,0,0),this.blendAlpha=0,this.depthFunc=ra,this.depthTest=!0,this.depthWrite=!0,this.stencilWriteMask=255,this.stencilFunc=FT,this.stencilRef=0,this.stencilFuncMask=255,this.stencilFail=vf,this.stencilZFail=vf,this.stencilZPass=vf,this.stencilWrite=!1,this.clippingPlanes=null,this.clipIntersection=!1,this.clipShadows=!1,this.shadowSide=null,this.colorWrite=!0,this.precision=null,this.polygonOffset=!1,this.polygonOffsetFactor=0,this.polygonOffsetUnits=0,this.dithering=!1,this.alphaToCoverage=!1,this.premultipliedAlpha=!1,this.forceSinglePass=!1,this.allowOverride=!0,this.visible=!0,this.toneMapped=!0,this.userData={},this.version=0,this._alphaTest=0}get alphaTest(){return this._alphaTest}set alphaTest(t){this._alphaTest>0!=t>0&&this.version++,this._alphaTest=t}onBeforeRender(){}onBeforeCompile(){}customProgramCacheKey(){return this.onBeforeCompile.toString()}setValues(t){if(t!==void 0)for(let n in t){let i=t[n];if(i===void 0){Ft(`Material: parameter '${n}' has value of undefined.`);continue}let r=this[n];if(r===void 0){Ft(`Material: '${n}' is not a property of THREE.${this.type}.`);continue}r&&r.isColor?r.set(i):r&&r.isVector2&&i&&i.isVector2||r&&r.isEuler&&i&&i.isEuler||r&&r.isVector3&&i&&i.isVector3?r.copy(i):this[n]=i}}toJSON(t){let n=t===void 0||typeof t=="string";n&&(t={textures:{},images:{}});let i={metadata:{version:4.7,type:"Material",generator:"Material.toJSON"}};i.uuid=this.uuid,i.type=this.type,i.blending=this.blending,i.side=this.side,i.shadowSide=this.shadowSide,i.vertexColors=this.vertexColors,i.opacity=this.opacity,i.transparent=this.transparent,i.blendSrc=this.blendSrc,i.blendDst=this.blendDst,i.blendEquation=this.blendEquation,i.blendSrcAlpha=this.blendSrcAlpha,i.blendDstAlpha=this.blendDstAlpha,i.blendEquationAlpha=this.blendEquationAlpha,i.blendColor=this.blendColor.getHex(),i.blendAlpha=this.blendAlpha,i.depthFunc=this.depthFunc,i.depthTest=this.depthTest,i.depthWrite=this.depthWrite,i.colorWrite=this.colorWrite,i.clipIntersection=this.clipIntersection,i.clipShadows=this.clipShadows,i.stencilWriteMask=this.stencilWriteMask,i.stencilFunc=this.stencilFunc,i.stencilRef=this.stencilRef,i.stencilFuncMask=this.stencilFuncMask,i.stencilFail=this.stencilFail,i.stencilZFail=this.stencilZFail,i.stencilZPass=this.stencilZPass,i.stencilWrite=this.stencilWrite,i.polygonOffset=this.polygonOffset,i.polygonOffsetFactor=this.polygonOffsetFactor,i.polygonOffsetUnits=this.polygonOffsetUnits,i.dithering=this.dithering,i.alphaTest=this.alphaTest,i.alphaHash=this.alphaHash,i.alphaToCoverage=this.alphaToCoverage,i.premultipliedAlpha=this.premultipliedAlpha,i.forceSinglePass=this.forceSinglePass,i.allowOverride=this.allowOverride,i.visible=this.visible,i.toneMapped=this.toneMapped,i.name=this.name,this.color&&this.color.isColor&&(i.color=this.color.getHex()),this.roughness!==void 0&&(i.roughness=this.roughness),this.metalness!==void 0&&(i.metalness=this.metalness),this.sheen!==void 0&&(i.sheen=this.sheen),this.sheenColor&&this.sheenColor.isColor&&(i.sheenColor=this.sheenColor.getHex()),this.sheenRoughness!==void 0&&(i.sheenRoughness=this.sheenRoughness),this.emissive&&this.emissive.isColor&&(i.emissive=this.emissive.getHex()),this.emissiveIntensity!==void 0&&(i.emissiveIntensity=this.emissiveIntensity),this.specular&&this.specular.isColor&&(i.specular=this.specular.getHex()),this.specularIntensity!==void 0&&(i.specularIntensity=this.specularIntensity),this.specularColor&&this.specularColor.isColor&&(i.specularColor=this.specularColor.getHex()),this.shininess!==void 0&&(i.shininess=this.shininess),this.clearcoat!==void 0&&(i.clearcoat=this.clearcoat),this.clearcoatRoughness!==void 0&&(i.clearcoatRoughness=this.clearcoatRoughness),this.diffuseRoughness!==void 0&&(i.diffuseRoughness=this.diffuseRoughness),this.diffuseRoughnessMap&&this.diffuseRoughnessMap.isTexture&&(i.diffuseRoughnessMap=this.diffuseRoughnessMap.toJSON(t).uuid),this.clearcoatMap&&this.clearcoatMap.isTexture&&(i.clearcoatMap=this.clearcoatMap.toJSON(t).uuid),this.clearcoatRoughnessMap&&this.clearcoatRoughnessMap.isTexture&&(i.clearcoatRoughnessMap=this.clearcoatRoughnessMap.toJSON(t).uuid),this.clearcoatNormalMap&&this.clearcoatNormalMap.isTexture&&(i.clearcoatNormalMap=this.clearcoatNormalMap.toJSON(t).uuid,i.clearcoatNormalScale=this.clearcoatNormalScale.toArray()),this.sheenColorMap&&this.sheenColorMap.isTexture&&(i.sheenColorMap=this.sheenColorMap.toJSON(t).uuid),this.sheenRoughnessMap&&this.sheenRoughnessMap.isTexture&&(i.sheenRoughnessMap=this.sheenRoughnessMap.toJSON(t).uuid),this.dispersion!==void 0&&(i.dispersion=this.dispersion),this.retroreflectivity!==void 0&&(i.retroreflectivity=this.retroreflectivity),this.iridescence!==void 0&&(i.iridescence=this.iridescence),this.iridescenceIOR!==void 0&&(i.iridescenceIOR=this.iridescenceIOR),this.iridescenceThicknessMinimum!==void 0&&(i.iridescenceThicknessMinimum=this.iridescenceThicknessMinimum),this.iridescenceThicknessMaximum!==void 0&&(i.iridescenceThicknessMaximum=this.iridescenceThicknessMaximum),this.iridescenceMap&&this.iridescenceMap.isTexture&&(i.iridescenceMap=this.iridescenceMap.toJSON(t).uuid),this.iridescenceThicknessMap&&this.iridescenceThicknessMap.isTexture&&(i.iridescenceThicknessMap=this.iridescenceThicknessMap.toJSON(t).uuid),this.anisotropy!==void 0&&(i.anisotropy=this.anisotropy),this.anisotropyRotation!==void 0&&(i.anisotropyRotation=this.anisotropyRotation),this.anisotropyMap&&this.anisotropyMap.isTexture&&(i.anisotropyMap=this.anisotropyMap.toJSON(t).uuid),this.map&&this.map.isTexture&&(i.map=this.map.toJSON(t).uuid),this.matcap&&this.matcap.isTexture&&(i.matcap=this.matcap.toJSON(t).uuid),this.alphaMap&&this.alphaMap.isTexture&&(i.alphaMap=this.alphaMap.toJSON(t).uuid),this.lightMap&&this.lightMap.isTexture&&(i.lightMap=this.lightMap.toJSON(t).uuid,i.lightMapIntensity=this.lightMapIntensity),this.aoMap&&this.aoMap.isTexture&&(i.aoMap=this.aoMap.toJSON(t).uuid,i.aoMapIntensity=this.aoMapIntensity),this.bumpMap&&this.bumpMap.isTexture&&(i.bumpMap=this.bumpMap.toJSON(t).uuid,i.bumpScale=this.bumpScale),this.normalMap&&this.normalMap.isTexture&&(i.normalMap=this.normalMap.toJSON(t).uuid,i.normalMapType=this.normalMapType,i.normalScale=this.normalScale.toArray()),this.displacementMap&&this.displacementMap.isTexture&&(i.displacementMap=this.displacementMap.toJSON(t).uuid,i.displacementScale=this.displacementScale,i.displacementBias=this.displacementBias),this.roughnessMap&&this.roughnessMap.isTexture&&(i.roughnessMap=this.roughnessMap.toJSON(t).uuid),this.metalnessMap&&this.metalnessMap.isTexture&&(i.metalnessMap=this.metalnessMap.toJSON(t).uuid),this.emissiveMap&&this.emissiveMap.isTexture&&(i.emissiveMap=this.emissiveMap.toJSON(t).uuid),this.specularMap&&this.specularMap.isTexture&&(i.specularMap=this.specularMap.toJSON(t).uuid),this.specularIntensityMap&&this.specularIntensityMap.isTexture&&(i.specularIntensityMap=this.specularIntensityMap.toJSON(t).uuid),this.specularColorMap&&this.specularColorMap.isTexture&&(i.specularColorMap=this.specularColorMap.toJSON(t).uuid),this.envMap&&this.envMap.isTexture&&(i.envMap=this.envMap.toJSON(t).uuid,this.combine!==void 0&&(i.combine=this.combine)),this.envMapRotation!==void 0&&(i.envMapRotation=this.envMapRotation.toArray()),this.envMapIntensity!==void 0&&(i.envMapIntensity=this.envMapIntensity),this.reflectivity!==void 0&&(i.reflectivity=this.reflectivity),this.refractionRatio!==void 0&&(i.refractionRatio=this.refractionRatio),this.gradientMap&&this.gradientMap.isTexture&&(i.gradientMap=this.gradientMap.toJSON(t).uuid),this.transmission!==void 0&&(i.transmission=this.transmission),this.transmissionMap&&this.transmissionMap.isTexture&&(i.transmissionMap=this.transmissionMap.toJSON(t).uuid),this.thickness!==void 0&&(i.thickness=this.thickness),this.thicknessMap&&this.thicknessMap.isTexture&&(i.thicknessMap=this.thicknessMap.toJSON(t).uuid),this.attenuationDistance!==void 0&&(i.attenuationDistance=this.attenuationDistance),this.attenuationColor!==void 0&&(i.attenuationColor=this.attenuationColor.getHex()),this.size!==void 0&&(i.size=this.size),this.sizeAttenuation!==void 0&&(i.sizeAttenuation=this.sizeAttenuation),Array.isArray(this.clippingPlanes)&&this.clippingPlanes.length>0&&(i.clippingPlanes=this.clippingPlanes.map(s=>s.toJSON())),this.rotation!==void 0&&(i.rotation=this.rotation),this.depthPacking!==void 0&&(i.depthPacking=this.depthPacking),this.linewidth!==void 0&&(i.linewidth=this.linewidth),this.linecap!==void 0&&(i.linecap=this.linecap),this.linejoin!==void 0&&(i.linejoin=this.linejoin),this.dashSize!==void 0&&(i.dashSize=this.dashSize),this.gapSize!==void 0&&(i.gapSize=this.gapSize),this.scale!==void 0&&(i.scale=this.scale),this.wireframe!==void 0&&(i.wireframe=this.wireframe),this.wireframeLinewidth!==void 0&&(i.wireframeLinewidth=this.wireframeLinewidth),this.wireframeLinecap!==void 0&&(i.wireframeLinecap=this.wireframeLinecap),this.wireframeLinejoin!==void 0&&(i.wireframeLinejoin=this.wireframeLinejoin),this.flatShading!==void 0&&(i.flatShading=this.flatShading),this.fog!==void 0&&(i.fog=this.fog),Object.keys(this.userData).length>0&&(i.userData=this.userData);function r(s){let o=[];for(let a in s){let c=s[a];delete c.metadata,o.push(c)}return o}if(n){let s=r(t.textures),o=r(t.images);s.length>0&&(i.textures=s),o.length>0&&(i.images=o)}return i}fromJSON(t,n){if(t.uuid!==void 0&&(this.uuid=t.uuid),t.name!==void 0&&(this.name=t.name),t.color!==void 0&&this.color!==void 0&&this.color.setHex(t.color),t.roughness!==void 0&&(this.roughness=t.roughness),t.metalness!==void 0&&(this.metalness=t.metalness),t.sheen!==void 0&&(this.sheen=t.sheen),t.sheenColor!==void 0&&(this.sheenColor=new ne().setHex(t.sheenColor)),t.sheenRoughness!==void 0&&(this.sheenRoughness=t.sheenRoughness),t.emissive!==void 0&&this.emissive!==void 0&&this.emissive.setHex(t.emissive),t.specular!==void 0&&this.specular!==void 0&&this.specular.setHex(t.specular),t.specularIntensity!==void 0&&(this.specularIntensity=t.specularIntensity),t.specularColor!==void 0&&this.specularColor!==void 0&&this.specularColor.setHex(t.specularColor),t.shininess!==void 0&&(this.shininess=t.shininess),t.clearcoat!==void 0&&(this.clearcoat=t.clearcoat),t.clearcoatRoughness!==void 0&&(this.clearcoatRoughness=t.clearcoatRoughness),t.diffuseRoughness!==void 0&&(this.diffuseRoughness=t.diffuseRoughness),t.dispersion!==void 0&&(this.dispersion=t.dispersion),t.retroreflectivity!==void 0&&(this.retroreflectivity=t.retroreflectivity),t.iridescence!==void 0&&(this.iridescence=t.iridescence),t.iridescenceIOR!==void 0&&(this.iridescenceIOR=t.iridescenceIOR),t.iridescenceThicknessMinimum!==void 0&&(this.iridescenceThicknessMinimum=t.iridescenceThicknessMinimum),t.iridescenceThicknessMaximum!==void 0&&(this.iridescenceThicknessMaximum=t.iridescenceThicknessMaximum),t.iridescenceThicknessRange!==void 0&&(this.iridescenceThicknessMinimum=t.iridescenceThicknessRange[0],this.iridescenceThicknessMaximum=t.iridescenceThicknessRange[1]),t.transmission!==void 0&&(this.transmission=t.transmission),t.thickness!==void 0&&(this.thickness=t.thickness),t.attenuationDistance!==void 0&&(this.attenuationDistance=t.attenuationDistance),t.attenuationColor!==void 0&&this.attenuationColor!==void 0&&this.attenuationColor.setHex(t.attenuationColor),t.anisotropy!==void 0&&(this.anisotropy=t.anisotropy),t.anisotropyRotation!==void 0&&(this.anisotropyRotation=t.anisotropyRotation),t.fog!==void 0&&(this.fog=t.fog),t.flatShading!==void 0&&(this.flatShading=t.flatShading),t.blending!==void 0&&(this.blending=t.blending),t.combine!==void 0&&(this.combine=t.combine),t.side!==void 0&&(this.side=t.side),t.shadowSide!==void 0&&(this.shadowSide=t.shadowSide),t.opacity!==void 0&&(this.opacity=t.opacity),t.transparent!==void 0&&(this.transparent=t.transparent),t.alphaTest!==void 0&&(this.alphaTest=t.alphaTest),t.alphaHash!==void 0&&(this.alphaHash=t.alphaHash),t.depthFunc!==void 0&&(this.depthFunc=t.depthFunc),t.depthTest!==void 0&&(this.depthTest=t.depthTest),t.depthWrite!==void 0&&(this.depthWrite=t.depthWrite),t.colorWrite!==void 0&&(this.colorWrite=t.colorWrite),t.clippingPlanes!==void 0&&(this.clippingPlanes=t.clippingPlanes.map(i=>new mi().fromJSON(i))),t.clipIntersection!==void 0&&(this.clipIntersection=t.clipIntersection),t.clipShadows!==void 0&&(this.clipShadows=t.clipShadows),t.depthPacking!==void 0&&(this.depthPacking=t.depthPacking),t.blendSrc!==void 0&&(this.blendSrc=t.blendSrc),t.blendDst!==void 0&&(this.blendDst=t.blendDst),t.blendEquation!==void 0&&(this.blendEquation=t.blendEquation),t.blendSrcAlpha!==void 0&&(this.blendSrcAlpha=t.blendSrcAlpha),t.blendDstAlpha!==void 0&&(this.blendDstAlpha=t.blendDstAlpha),t.blendEquationAlpha!==void 0&&(this.blendEquationAlpha=t.blendEquationAlpha),t.blendColor!==void 0&&this.blendColor!==void 0&&this.blendColor.setHex(t.blendColor),t.blendAlpha!==void 0&&(this.blendAlpha=t.blendAlpha),t.stencilWriteMask!==void 0&&(this.stencilWriteMask=t.stencilWriteMask),t.stencilFunc!==void 0&&(this.stencilFunc=t.stencilFunc),t.stencilRef!==void 0&&(this.stencilRef=t.stencilRef),t.stencilFuncMask!==void 0&&(this.stencilFuncMask=t.stencilFuncMask),t.stencilFail!==void 0&&(this.stencilFail=t.stencilFail),t.stencilZFail!==void 0&&(this.stencilZFail=t.stencilZFail),t.stencilZPass!==void 0&&(this.stencilZPass=t.stencilZPass),t.stencilWrite!==void 0&&(this.stencilWrite=t.stencilWrite),t.wireframe!==void 0&&(this.wireframe=t.wireframe),t.wireframeLinewidth!==void 0&&(this.wireframeLinewidth=t.wireframeLinewidth),t.wireframeLinecap!==void 0&&(this.wireframeLinecap=t.wireframeLinecap),t.wireframeLinejoin!==void 0&&(this.wireframeLinejoin=t.wireframeLinejoin),t.rotation!==void 0&&(this.rotation=t.rotation),t.linewidth!==void 0&&(this.linewidth=t.linewidth),t.linecap!==void 0&&(this.linecap=t.linecap),t.linejoin!==void 0&&(this.linejoin=t.linejoin),t.dashSize!==void 0&&(this.dashSize=t.dashSize),t.gapSize!==void 0&&(this.gapSize=t.gapSize),t.scale!==void 0&&(this.scale=t.scale),t.polygonOffset!==void 0&&(this.polygonOffset=t.polygonOffset),t.polygonOffsetFactor!==void 0&&(this.polygonOffsetFactor=t.polygonOffsetFactor),t.polygonOffsetUnits!==void 0&&(this.polygonOffsetUnits=t.polygonOffsetUnits),t.dithering!==void 0&&(this.dithering=t.dithering),t.alphaToCoverage!==void 0&&(this.alphaToCoverage=t.alphaToCoverage),t.premultipliedAlpha!==void 0&&(this.premultipliedAlpha=t.premultipliedAlpha),t.forceSinglePass!==void 0&&(this.forceSinglePass=t.forceSinglePass),t.allowOverride!==void 0&&(this.allowOverride=t.allowOverride),t.visible!==void 0&&(this.visible=t.visible),t.toneMapped!==void 0&&(this.toneMapped=t.toneMapped),t.userData!==void 0&&(this.userData=t.userData),t.vertexColors!==void 0&&(typeof t.vertexColors=="number"?this.vertexColors=t.vertexColors>0:this.vertexColors=t.vertexColors),t.size!==void 0&&(this.size=t.size),t.sizeAttenuation!==void 0&&(this.sizeAttenuation=t.sizeAttenuation),t.map!==void 0&&(this.map=n[t.map]||null),t.matcap!==void 0&&(this.matcap=n[t.matcap]||null),t.alphaMap!==void 0&&(this.alphaMap=n[t.alphaMap]||null),t.bumpMap!==void 0&&(this.bumpMap=n[t.bumpMap]||null),t.bumpScale!==void 0&&(this.bumpScale=t.bumpScale),t.normalMap!==void 0&&(this.normalMap=n[t.normalMap]||null),t.normalMapType!==void 0&&(this.normalMapType=t.normalMapType),t.normalScale!==void 0){let i=t.normalScale;Array.isArray(i)===!1&&(i=[i,i]),this.normalScale=new se().fromArray(i)}return t.displacementMap!==void 0&&(this.displacementMap=n[t.displacementMap]||null),t.displacementScale!==void 0&&(this.displacementScale=t.displacementScale),t.displacementBias!==void 0&&(this.displacementBias=t.displacementBias),t.roughnessMap!==void 0&&(this.roughnessMap=n[t.roughnessMap]||null),t.metalnessMap!==void 0&&(this.metalnessMap=n[t.metalnessMap]||null),t.emissiveMap!==void 0&&(this.emissiveMap=n[t.emissiveMap]||null),t.emissiveIntensity!==void 0&&(this.emissiveIntensity=t.emissiveIntensity),t.specularMap!==void 0&&(this.specularMap=n[t.specularMap]||null),t.specularIntensityMap!==void 0&&(this.specularIntensityMap=n[t.specularIntensityMap]||null),t.specularColorMap!==void 0&&(this.specularColorMap=n[t.specularColorMap]||null),t.envMap!==void 0&&(this.envMap=n[t.envMap]||null),t.envMapRotation!==void 0&&this.envMapRotation.fromArray(t.envMapRotation),t.envMapIntensity!==void 0&&(this.envMapIntensity=t.envMapIntensity),t.reflectivity!==void 0&&(this.reflectivity=t.reflectivity),t.refractionRatio!==void 0&&(this.refractionRatio=t.refractionRatio),t.lightMap!==void 0&&(this.lightMap=n[t.lightMap]||null),t.lightMapIntensity!==void 0&&(this.lightMapIntensity=t.lightMapIntensity),t.aoMap!==void 0&&(this.aoMap=n[t.aoMap]||null),t.aoMapIntensity!==void 0&&(this.aoMapIntensity=t.aoMapIntensity),t.gradientMap!==void 0&&(this.gradientMap=n[t.gradientMap]||null),t.clearcoatMap!==void 0&&(this.clearcoatMap=n[t.clearcoatMap]||null),t.clearcoatRoughnessMap!==void 0&&(this.clearcoatRoughnessMap=n[t.clearcoatRoughnessMap]||null),t.clearcoatNormalMap!==void 0&&(this.clearcoatNormalMap=n[t.clearcoatNormalMap]||null),t.clearcoatNormalScale!==void 0&&(this.clearcoatNormalScale=new se().fromArray(t.clearcoatNormalScale)),t.diffuseRoughnessMap!==void 0&&(this.diffuseRoughnessMap=n[t.diffuseRoughnessMap]||null),t.iridescenceMap!==void 0&&(this.iridescenceMap=n[t.iridescenceMap]||null),t.iridescenceThicknessMap!==void 0&&(this.iridescenceThicknessMap=n[t.iridescenceThicknessMap]||null),t.transmissionMap!==void 0&&(this.transmissionMap=n[t.transmissionMap]||null),t.thicknessMap!==void 0&&(this.thicknessMap=n[t.thicknessMap]||null),t.anisotropyMap!==void 0&&(this.anisotropyMap=n[t.anisotropyMap]||null),t.sheenColorMap!==void 0&&(this.sheenColorMap=n[t.sheenColorMap]||null),t.sheenRoughnessMap!==void 0&&(this.sheenRoughnessMap=n[t.sheenRoughnessMap]||null),this}clone(){return new this.constructor().copy(this)}copy(t){this.name=t.name,this.blending=t.blending,this.side=t.side,this.vertexColors=t.vertexColors,this.opacity=t.opacity,this.transparent=t.transparent,this.blendSrc=t.blendSrc,this.blendDst=t.blendDst,this.blendEquation=t.blendEquation,this.blendSrcAlpha=t.blendSrcAlpha,this.blendDstAlpha=t.blendDstAlpha,this.blendEquationAlpha=t.blendEquationAlpha,this.blendColor.copy(t.blendColor),this.blendAlpha=t.blendAlpha,this.depthFunc=t.depthFunc,this.depthTest=t.depthTest,this.depthWrite=t.depthWrite,this.stencilWriteMask=t.stencilWriteMask,this.stencilFunc=t.stencilFunc,this.stencilRef=t.stencilRef,this.stencilFuncMask=t.stencilFuncMask,this.stencilFail=t.stencilFail,this.stencilZFail=t.stencilZFail,this.stencilZPass=t.stencilZPass,this.stencilWrite=t.stencilWrite;let n=t.clippingPlanes,i=null;if(n!==null){let r=n.length;i=new Array(r);for(let s=0;s!==r;++s)i[s]=n[s].clone()}return this.clippingPlanes=i,this.clipIntersection=t.clipIntersection,this.clipShadows=t.clipShadows,this.shadowSide=t.shadowSide,this.colorWrite=t.colorWrite,this.precision=t.precision,this.polygonOffset=t.polygonOffset,this.polygonOffsetFactor=t.polygonOffsetFactor,this.polygonOffsetUnits=t.polygonOffsetUnits,this.dithering=t.dithering,this.alphaTest=t.alphaTest,this.alphaHash=t.alphaHash,this.alphaToCoverage=t.alphaToCoverage,this.premultipliedAlpha=t.premultipliedAlpha,this.forceSinglePass=t.forceSinglePass,this.allowOverride=t.allowOverride,this.visible=t.visible,this.toneMapped=t.toneMapped,this.userData=JSON.parse(JSON.stringify(t.userData)),this}dispose(){this.dispatchEvent({type:"dispose"})}set needsUpdate(t){t===!0&&this.version++}};var Mr=new K,k0=new K,of=new K,af=new K,Uf=class{constructor(t=new K,n=new K(0,0,-1)){this.origin=t,this.direction=n}set(t,n){return this.origin.copy(t),this.direction.copy(n),this}copy(t){return this.origin.copy(t.origin),this.direction.copy(t.direction),this}at(t,n){return n.copy(this.origin).addScaledVector(this.direction,t)}lookAt(t){return this.direction.copy(t).sub(this.origin).normalize(),this}recast(t){return this.origin.copy(this.at(t,Mr)),this}closestPointToPoint(t,n){n.subVectors(t,this.origin);let i=n.dot(this.direction);return i<0?n.copy(this.origin):n.copy(this.origin).addScaledVector(this.direction,i)}distanceToPoint(t){return Math.sqrt(this.distanceSqToPoint(t))}distanceSqToPoint(t){let n=Mr.subVectors(t,this.origin).dot(this.direction);return n<0?this.origin.distanceToSquared(t):(Mr.copy(this.origin).addScaledVector(this.direction,n),Mr.distanceToSquared(t))}distanceSqToSegment(t,n,i,r){k0.copy(t).add(n).multiplyScalar(.5),of.copy(n).sub(t).normalize(),af.copy(this.origin).sub(k0);let s=t.distanceTo(n)*.5,o=-this.direction.dot(of),a=af.dot(this.direction),c=-af.dot(of),l=af.lengthSq(),u=Math.abs(1-o*o),h,f,d,p;if(u>0)if(h=o*c-a,f=o*a-c,p=s*u,h>=0)if(f>=-p)if(f<=p){let _=1/u;h*=_,f*=_,d=h*(h+o*f+2*a)+f*(o*h+f+2*c)+l}else f=s,h=Math.max(0,-(o*f+a)),d=-h*h+f*(f+2*c)+l;else f=-s,h=Math.max(0,-(o*f+a)),d=-h*h+f*(f+2*c)+l;else f<=-p?(h=Math.max(0,-(-o*s+a)),f=h>0?-s:Math.min(Math.max(-s,-c),s),d=-h*h+f*(f+2*c)+l):f<=p?(h=0,f=Math.min(Math.max(-s,-c),s),d=f*(f+2*c)+l):(h=Math.max(0,-(o*s+a)),f=h>0?s:Math.min(Math.max(-s,-c),s),d=-h*h+f*(f+2*c)+l);else f=o>0?-s:s,h=Math.max(0,-(o*f+a)),d=-h*h+f*(f+2*c)+l;return i&&i.copy(this.origin).addScaledVector(this.direction,h),r&&r.copy(k0).addScaledVector(of,f),d}intersectSphere(t,n){if(t.radius<0)return null;Mr.subVectors(t.center,this.origin);let i=Mr.dot(this.direction),r=Mr.dot(Mr)-i*i,s=t.radius*t.radius;if(r>s)return null;let o=Math.sqrt(s-r),a=i-o,c=i+o;return c<0?null:a<0?this.at(c,n):this.at(a,n)}intersectsSphere(t){return t.radius<0?!1:this.distanceSqToPoint(t.center)<=t.radius*t.radius}distanceToPlane(t){let n=t.normal.dot(this.direction);if(n===0)return t.distanceToPoint(this.origin)===0?0:null;let i=-(this.origin.dot(t.normal)+t.constant)/n;return i>=0?i:null}intersectPlane(t,n){let i=this.distanceToPlane(t);return i===null?null:this.at(i,n)}intersectsPlane(t){let n=t.distanceToPoint(this.origin);return n===0||t.normal.dot(this.direction)*n<0}intersectBox(t,n){let i,r,s,o,a,c,l=1/this.direction.x,u=1/this.direction.y,h=1/this.direction.z,f=this.origin;return l>=0?(i=(t.min.x-f.x)*l,r=(t.max.x-f.x)*l):(i=(t.max.x-f.x)*l,r=(t.min.x-f.x)*l),u>=0?(s=(t.min.y-f.y)*u,o=(t.max.y-f.y)*u):(s=(t.max.y-f.y)*u,o=(t.min.y-f.y)*u),i>o||s>r||((s>i||isNaN(i))&&(i=s),(o<r||isNaN(r))&&(r=o),h>=0?(a=(t.min.z-f.z)*h,c=(t.max.z-f.z)*h):(a=(t.max.z-f.z)*h,c=(t.min.z-f.z)*h),i>c||a>r)||((a>i||i!==i)&&(i=a),(c<r||r!==r)&&(r=c),r<0)?null:this.at(i>=0?i:r,n)}intersectsBox(t){return this.intersectBox(t,Mr)!==null}intersectTriangle(t,n,i,r,s){let o=this.origin,a=this.direction,c=a.x,l=a.y,u=a.z,h=t.x-o.x,f=t.y-o.y,d=t.z-o.z,p=n.x-o.x,_=n.y-o.y,m=n.z-o.z,g=i.x-o.x,x=i.y-o.y,w=i.z-o.z,v=Math.abs(c),T=Math.abs(l),M=Math.abs(u),y,b,I,C,E,N,B,P,L,z,k,Y;if(v>=T&&v>=M?(I=c,N=h,L=p,Y=g,c>=0?(y=l,b=u,C=f,E=d,B=_,P=m,z=x,k=w):(y=u,b=l,C=d,E=f,B=m,P=_,z=w,k=x)):T>=M?(I=l,N=f,L=_,Y=x,l>=0?(y=u,b=c,C=d,E=h,B=m,P=p,z=w,k=g):(y=c,b=u,C=h,E=d,B=p,P=m,z=g,k=w)):(I=u,N=d,L=m,Y=w,u>=0?(y=c,b=l,C=h,E=f,B=p,P=_,z=g,k=x):(y=l,b=c,C=f,E=h,B=_,P=p,z=x,k=g)),I===0)return null;let U=y/I,G=b/I,X=1/I,st=C-U*N,ct=E-G*N,W=B-U*L,at=P-G*L,ft=z-U*Y,ot=k-G*Y,rt=ft*at-ot*W,Z=st*ot-ct*ft,gt=W*ct-at*st;if(r){if(rt<0||Z<0||gt<0)return null}else if((rt<0||Z<0||gt<0)&&(rt>0||Z>0||gt>0))return null;let lt=rt+Z+gt;if(lt===0)return null;let J=X*(rt*N+Z*L+gt*Y);return(lt>0?J<0:J>0)?null:this.at(J/lt,s)}applyMatrix4(t){return this.origin.applyMatrix4(t),this.direction.transformDirection(t),this}equals(t){return t.origin.equals(this.origin)&&t.direction.equals(this.direction)}clone(){return new this.constructor().copy(this)}},Ff=class extends Hs{constructor(t){super(),this.isMeshBasicMaterial=!0,this.type="MeshBasicMaterial",this.color=new ne(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new jr,this.combine=j0,this.reflectivity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.fog=!0,this.setValues(t)}copy(t){return super.copy(t),this.color.copy(t.color),this.map=t.map,this.lightMap=t.lightMap,this.lightMapIntensity=t.lightMapIntensity,this.aoMap=t.aoMap,this.aoMapIntensity=t.aoMapIntensity,this.specularMap=t.specularMap,this.alphaMap=t.alphaMap,this.envMap=t.envMap,this.envMapRotation.copy(t.envMapRotation),this.combine=t.combine,this.reflectivity=t.reflectivity,this.refractionRatio=t.refractionRatio,this.wireframe=t.wireframe,this.wireframeLinewidth=t.wireframeLinewidth,this.wireframeLinecap=t.wireframeLinecap,this.wireframeLinejoin=t.wireframeLinejoin,this.fog=t.fog,this}},eT=new Ae,zs=new Uf,cf=new ca,nT=new K,lf=new K,uf=new K,ff=new K,z0=new K,hf=new K,iT=new K,df=new K,Xi=class extends ni{constructor(t=new es,n=new Ff){super(),this.isMesh=!0,this.type="Mesh",this.geometry=t,this.material=n,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.count=1,this.updateMorphTargets()}copy(t,n){return super.copy(t,n),t.morphTargetInfluences!==void 0?this.morphTargetInfluences=t.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,t.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},t.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(t.material)?t.material.slice():t.material,this.geometry=t.geometry,this}updateMorphTargets(){let n=this.geometry.morphAttributes,i=Object.keys(n);if(i.length>0){let r=n[i[0]];if(r!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let s=0,o=r.length;s<o;s++){let a=r[s].name||String(s);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=s}}}}getVertexPosition(t,n){let i=this.geometry,r=i.attributes.position,s=i.morphAttributes.position,o=i.morphTargetsRelative;n.fromBufferAttribute(r,t);let a=this.morphTargetInfluences;if(s&&a){hf.set(0,0,0);for(let c=0,l=s.length;c<l;c++){let u=a[c],h=s[c];u!==0&&(z0.fromBufferAttribute(h,t),o?hf.addScaledVector(z0,u):hf.addScaledVector(z0.sub(n),u))}n.add(hf)}return n}intersectsFrustum(t){return t.intersectsObject(this)}raycast(t,n){let i=this.geometry,r=this.material,s=this.matrixWorld;r!==void 0&&(i.boundingSphere===null&&i.computeBoundingSphere(),cf.copy(i.boundingSphere),cf.applyMatrix4(s),zs.copy(t.ray).recast(t.near),!(cf.containsPoint(zs.origin)===!1&&(zs.intersectSphere(cf,nT)===null||zs.origin.distanceToSquared(nT)>(t.far-t.near)**2))&&(eT.copy(s).invert(),zs.copy(t.ray).applyMatrix4(eT),!(i.boundingBox!==null&&zs.intersectsBox(i.boundingBox)===!1)&&this._computeIntersections(t,n,zs)))}_computeIntersections(t,n,i){let r,s=this.geometry,o=this.material,a=s.index,c=s.attributes.position,l=s.attributes.uv,u=s.attributes.uv1,h=s.attributes.normal,f=s.groups,d=s.drawRange;if(a!==null)if(Array.isArray(o))for(let p=0,_=f.length;p<_;p++){let m=f[p],g=o[m.materialIndex],x=Math.max(m.start,d.start),w=Math.min(a.count,Math.min(m.start+m.count,d.start+d.count));for(let v=x,T=w;v<T;v+=3){let M=a.getX(v),y=a.getX(v+1),b=a.getX(v+2);r=pf(this,g,t,i,l,u,h,M,y,b),r&&(r.faceIndex=Math.floor(v/3),r.face.materialIndex=m.materialIndex,n.push(r))}}else{let p=Math.max(0,d.start),_=Math.min(a.count,d.start+d.count);for(let m=p,g=_;m<g;m+=3){let x=a.getX(m),w=a.getX(m+1),v=a.getX(m+2);r=pf(this,o,t,i,l,u,h,x,w,v),r&&(r.faceIndex=Math.floor(m/3),n.push(r))}}else if(c!==void 0)if(Array.isArray(o))for(let p=0,_=f.length;p<_;p++){let m=f[p],g=o[m.materialIndex],x=Math.max(m.start,d.start),w=Math.min(c.count,Math.min(m.start+m.count,d.start+d.count));for(let v=x,T=w;v<T;v+=3){let M=v,y=v+1,b=v+2;r=pf(this,g,t,i,l,u,h,M,y,b),r&&(r.faceIndex=Math.floor(v/3),r.face.materialIndex=m.materialIndex,n.push(r))}}else{let p=Math.max(0,d.start),_=Math.min(c.count,d.start+d.count);for(let m=p,g=_;m<g;m+=3){let x=m,w=m+1,v=m+2;r=pf(this,o,t,i,l,u,h,x,w,v),r&&(r.faceIndex=Math.floor(m/3),n.push(r))}}}};function _N(e,t,n,i,r,s,o,a){let c;if(t.side===mn?c=i.intersectTriangle(o,s,r,!0,a):c=i.intersectTriangle(r,s,o,t.side===ss,a),c===null)return null;df.copy(a),df.applyMatrix4(e.matrixWorld);let l=n.ray.origin.distanceTo(df);return l<n.near||l>n.far?null:{distance:l,point:df.clone(),object:e}}function pf(e,t,n,i,r,s,o,a,c,l){e.getVertexPosition(a,lf),e.getVertexPosition(c,uf),e.getVertexPosition(l,ff);let u=_N(e,t,n,i,lf,uf,ff,iT);if(u){let h=new K;Qr.getBarycoord(iT,lf,uf,ff,h),r&&(u.uv=Qr.getInterpolatedAttribute(r,a,c,l,h,new se)),s&&(u.uv1=Qr.getInterpolatedAttribute(s,a,c,l,h,new se)),o&&(u.normal=Qr.getInterpolatedAttribute(o,a,c,l,h,new K),u.normal.dot(i.direction)>0&&u.normal.multiplyScalar(-1));let f={a,b:c,c:l,normal:new K,materialIndex:0};Qr.getNormal(lf,uf,ff,f.normal),u.face=f,u.barycoord=h}return u}var Of=class extends Tn{constructor(t=null,n=1,i=1,r,s,o,a,c,l=Ke,u=Ke,h,f){super(null,o,a,c,l,u,r,s,h,f),this.isDataTexture=!0,this.image={data:t,width:n,height:i},this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}};var Gs=new ca,yN=new se(.5,.5),mf=new K,Ws=class{constructor(t=new mi,n=new mi,i=new mi,r=new mi,s=new mi,o=new mi){this.planes=[t,n,i,r,s,o]}set(t,n,i,r,s,o){let a=this.planes;return a[0].copy(t),a[1].copy(n),a[2].copy(i),a[3].copy(r),a[4].copy(s),a[5].copy(o),this}copy(t){let n=this.planes;for(let i=0;i<6;i++)n[i].copy(t.planes[i]);return this}setFromProjectionMatrix(t,n=ti,i=!1){let r=this.planes,s=t.elements,o=s[0],a=s[1],c=s[2],l=s[3],u=s[4],h=s[5],f=s[6],d=s[7],p=s[8],_=s[9],m=s[10],g=s[11],x=s[12],w=s[13],v=s[14],T=s[15];if(r[0].setComponents(l-o,d-u,g-p,T-x).normalize(),r[1].setComponents(l+o,d+u,g+p,T+x).normalize(),r[2].setComponents(l+a,d+h,g+_,T+w).normalize(),r[3].setComponents(l-a,d-h,g-_,T-w).normalize(),i)r[4].setComponents(c,f,m,v).normalize(),r[5].setComponents(l-c,d-f,g-m,T-v).normalize();else if(r[4].setComponents(l-c,d-f,g-m,T-v).normalize(),n===ti)r[5].setComponents(l+c,d+f,g+m,T+v).normalize();else if(n===Pc)r[5].setComponents(c,f,m,v).normalize();else throw new Error("THREE.Frustum.setFromProjectionMatrix(): Invalid coordinate system: "+n);return this}intersectsObject(t){if(t.boundingSphere!==void 0)t.boundingSphere===null&&t.computeBoundingSphere(),Gs.copy(t.boundingSphere).applyMatrix4(t.matrixWorld);else{let n=t.geometry;n.boundingSphere===null&&n.computeBoundingSphere(),Gs.copy(n.boundingSphere).applyMatrix4(t.matrixWorld)}return this.intersectsSphere(Gs)}intersectsSprite(t){Gs.center.set(0,0,0);let n=yN.distanceTo(t.center);return Gs.radius=.7071067811865476+n,Gs.applyMatrix4(t.matrixWorld),this.intersectsSphere(Gs)}intersectsSphere(t){let n=this.planes,i=t.center,r=-t.radius;for(let s=0;s<6;s++)if(n[s].distanceToPoint(i)<r)return!1;return!0}intersectsBox(t){let n=this.planes;for(let i=0;i<6;i++){let r=n[i];if(mf.x=r.normal.x>0?t.max.x:t.min.x,mf.y=r.normal.y>0?t.max.y:t.min.y,mf.z=r.normal.z>0?t.max.z:t.min.z,r.distanceToPoint(mf)<0)return!1}return!0}containsPoint(t){let n=this.planes;for(let i=0;i<6;i++)if(n[i].distanceToPoint(t)<0)return!1;return!0}clone(){return new this.constructor().copy(this)}},rT=new Ae,Bf=class e{constructor(){this.coordinateSystem=ti,this._frustums=[],this._count=0}setFromArrayCamera(t){let n=t.cameras,i=this._frustums;for(let r=0;r<n.length;r++){let s=n[r];rT.multiplyMatrices(s.projectionMatrix,s.matrixWorldInverse),i[r]===void 0&&(i[r]=new Ws),i[r].setFromProjectionMatrix(rT,s.coordinateSystem,s.reversedDepth)}return this._count=n.length,this}getFrustum(t){return this._frustums[t]}intersectsObject(t){let n=this._frustums;for(let i=0;i<this._count;i++)if(n[i].intersectsObject(t))return!0;return!1}intersectsSprite(t){let n=this._frustums;for(let i=0;i<this._count;i++)if(n[i].intersectsSprite(t))return!0;return!1}intersectsSphere(t){let n=this._frustums;for(let i=0;i<this._count;i++)if(n[i].intersectsSphere(t))return!0;return!1}intersectsBox(t){let n=this._frustums;for(let i=0;i<this._count;i++)if(n[i].intersectsBox(t))return!0;return!1}containsPoint(t){let n=this._frustums;for(let i=0;i<this._count;i++)if(n[i].containsPoint(t))return!0;return!1}copy(t){this.coordinateSystem=t.coordinateSystem;let n=this._frustums,i=t._frustums;for(let r=0;r<t._count;r++)n[r]===void 0&&(n[r]=new Ws),n[r].copy(i[r]);return this._count=t._count,this}clone(){return new e().copy(this)}};var Bc=class extends Tn{constructor(t=[],n=qs,i,r,s,o,a,c,l,u){super(t,n,i,r,s,o,a,c,l,u),this.isCubeTexture=!0,this.flipY=!1}get images(){return this.image}set images(t){this.image=t}};var Tr=class extends Tn{constructor(t,n,i=gi,r,s,o,a=Ke,c=Ke,l,u=wr,h=1){if(u!==wr&&u!==Er)throw new Error("THREE.DepthTexture: format must be either THREE.DepthFormat or THREE.DepthStencilFormat");let f={width:t,height:n,depth:h};super(f,r,s,o,a,c,u,i,l),this.isDepthTexture=!0,this.flipY=!1,this.generateMipmaps=!1,this.compareFunction=null}copy(t){return super.copy(t),this.source=new oa(Object.assign({},t.image)),this.compareFunction=t.compareFunction,this}toJSON(t){let n=super.toJSON(t);return n.compareFunction=this.compareFunction,n}},kc=class extends Tr{constructor(t,n=gi,i=qs,r,s,o=Ke,a=Ke,c,l=wr){let u={width:t,height:t,depth:1},h=[u,u,u,u,u,u];super(t,t,n,i,r,s,o,a,c,l),this.image=h,this.isCubeDepthTexture=!0,this.isCubeTexture=!0}get images(){return this.image}set images(t){this.image=t}},zc=class extends Tn{constructor(t=null){super(),this.sourceTexture=t,this.isExternalTexture=!0}copy(t){return super.copy(t),this.sourceTexture=t.sourceTexture,this}},la=class e extends es{constructor(t=1,n=1,i=1,r=1,s=1,o=1){super(),this.type="BoxGeometry",this.parameters={width:t,height:n,depth:i,widthSegments:r,heightSegments:s,depthSegments:o};let a=this;r=Math.floor(r),s=Math.floor(s),o=Math.floor(o);let c=[],l=[],u=[],h=[],f=0,d=0;p("z","y","x",-1,-1,i,n,t,o,s,0),p("z","y","x",1,-1,i,n,-t,o,s,1),p("x","z","y",1,1,t,i,n,r,o,2),p("x","z","y",1,-1,t,i,-n,r,o,3),p("x","y","z",1,-1,t,n,i,r,s,4),p("x","y","z",-1,-1,t,n,-i,r,s,5),this.setIndex(c),this.setAttribute("position",new ei(l,3)),this.setAttribute("normal",new ei(u,3)),this.setAttribute("uv",new ei(h,2));function p(_,m,g,x,w,v,T,M,y,b,I){let C=v/y,E=T/b,N=v/2,B=T/2,P=M/2,L=y+1,z=b+1,k=0,Y=0,U=new K;for(let G=0;G<z;G++){let X=G*E-B;for(let st=0;st<L;st++){let ct=st*C-N;U[_]=ct*x,U[m]=X*w,U[g]=P,l.push(U.x,U.y,U.z),U[_]=0,U[m]=0,U[g]=M>0?1:-1,u.push(U.x,U.y,U.z),h.push(st/y),h.push(1-G/b),k+=1}}for(let G=0;G<b;G++)for(let X=0;X<y;X++){let st=f+X+L*G,ct=f+X+L*(G+1),W=f+(X+1)+L*(G+1),at=f+(X+1)+L*G;c.push(st,ct,at),c.push(ct,W,at),Y+=6}a.addGroup(d,Y,I),d+=Y,f+=k}}copy(t){return super.copy(t),this.parameters=Object.assign({},t.parameters),this}static fromJSON(t){return new e(t.width,t.height,t.depth,t.widthSegments,t.heightSegments,t.depthSegments)}};var Gc=class e extends es{constructor(t=1,n=1,i=1,r=1){super(),this.type="PlaneGeometry",this.parameters={width:t,height:n,widthSegments:i,heightSegments:r};let s=t/2,o=n/2,a=Math.floor(i),c=Math.floor(r),l=a+1,u=c+1,h=t/a,f=n/c,d=[],p=[],_=[],m=[];for(let g=0;g<u;g++){let x=g*f-o;for(let w=0;w<l;w++){let v=w*h-s;p.push(v,-x,0),_.push(0,0,1),m.push(w/a),m.push(1-g/c)}}for(let g=0;g<c;g++)for(let x=0;x<a;x++){let w=x+l*g,v=x+l*(g+1),T=x+1+l*(g+1),M=x+1+l*g;d.push(w,v,M),d.push(v,T,M)}this.setIndex(d),this.setAttribute("position",new ei(p,3)),this.setAttribute("normal",new ei(_,3)),this.setAttribute("uv",new ei(m,2))}copy(t){return super.copy(t),this.parameters=Object.assign({},t.parameters),this}static fromJSON(t){return new e(t.width,t.height,t.widthSegments,t.heightSegments)}};function Zs(e){let t={};for(let n in e){t[n]={};for(let i in e[n]){let r=e[n][i];if(sT(r))r.isRenderTargetTexture?(Ft("UniformsUtils: Textures of render targets cannot be cloned via cloneUniforms() or mergeUniforms()."),t[n][i]=null):t[n][i]=r.clone();else if(Array.isArray(r))if(sT(r[0])){let s=[];for(let o=0,a=r.length;o<a;o++)s[o]=r[o].clone();t[n][i]=s}else t[n][i]=r.slice();else t[n][i]=r}}return t}function on(e){let t={};for(let n=0;n<e.length;n++){let i=Zs(e[n]);for(let r in i)t[r]=i[r]}return t}function sT(e){return e&&(e.isColor||e.isMatrix3||e.isMatrix4||e.isVector2||e.isVector3||e.isVector4||e.isTexture||e.isQuaternion)}function xN(e){let t=[];for(let n=0;n<e.length;n++)t.push(e[n].clone());return t}function M_(e){let t=e.getRenderTarget();return t===null?e.outputColorSpace:t.isXRRenderTarget===!0?t.texture.colorSpace:jt.workingColorSpace}var ZT={clone:Zs,merge:on},vN=`void main() {
	gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
}`,bN=`void main() {
	gl_FragColor = vec4( 1.0, 0.0, 0.0, 1.0 );
}`,qi=class extends Hs{constructor(t){super(),this.isShaderMaterial=!0,this.type="ShaderMaterial",this.defines={},this.uniforms={},this.uniformsGroups=[],this.vertexShader=vN,this.fragmentShader=bN,this.linewidth=1,this.wireframe=!1,this.wireframeLinewidth=1,this.fog=!1,this.lights=!1,this.clipping=!1,this.forceSinglePass=!0,this.extensions={clipCullDistance:!1,multiDraw:!1},this.defaultAttributeValues={color:[1,1,1],uv:[0,0],uv1:[0,0]},this.index0AttributeName=void 0,this.uniformsNeedUpdate=!1,this.glslVersion=null,t!==void 0&&this.setValues(t)}copy(t){return super.copy(t),this.fragmentShader=t.fragmentShader,this.vertexShader=t.vertexShader,this.uniforms=Zs(t.uniforms),this.uniformsGroups=xN(t.uniformsGroups),this.defines=Object.assign({},t.defines),this.wireframe=t.wireframe,this.wireframeLinewidth=t.wireframeLinewidth,this.fog=t.fog,this.lights=t.lights,this.clipping=t.clipping,this.extensions=Object.assign({},t.extensions),this.glslVersion=t.glslVersion,this.defaultAttributeValues=Object.assign({},t.defaultAttributeValues),this.index0AttributeName=t.index0AttributeName,this.uniformsNeedUpdate=t.uniformsNeedUpdate,this}toJSON(t){let n=super.toJSON(t);n.glslVersion=this.glslVersion,n.uniforms={};for(let r in this.uniforms){let o=this.uniforms[r].value;o&&o.isTexture?n.uniforms[r]={type:"t",value:o.toJSON(t).uuid}:o&&o.isColor?n.uniforms[r]={type:"c",value:o.getHex()}:o&&o.isVector2?n.uniforms[r]={type:"v2",value:o.toArray()}:o&&o.isVector3?n.uniforms[r]={type:"v3",value:o.toArray()}:o&&o.isVector4?n.uniforms[r]={type:"v4",value:o.toArray()}:o&&o.isMatrix3?n.uniforms[r]={type:"m3",value:o.toArray()}:o&&o.isMatrix4?n.uniforms[r]={type:"m4",value:o.toArray()}:n.uniforms[r]={value:o}}Object.keys(this.defines).length>0&&(n.defines=this.defines),n.vertexShader=this.vertexShader,n.fragmentShader=this.fragmentShader,n.lights=this.lights,n.clipping=this.clipping;let i={};for(let r in this.extensions)this.extensions[r]===!0&&(i[r]=!0);return Object.keys(i).length>0&&(n.extensions=i),n}fromJSON(t,n){if(super.fromJSON(t,n),t.uniforms!==void 0)for(let i in t.uniforms){let r=t.uniforms[i];switch(this.uniforms[i]={},r.type){case"t":this.uniforms[i].value=n[r.value]||null;break;case"c":this.uniforms[i].value=new ne().setHex(r.value);break;case"v2":this.uniforms[i].value=new se().fromArray(r.value);break;case"v3":this.uniforms[i].value=new K().fromArray(r.value);break;case"v4":this.uniforms[i].value=new be().fromArray(r.value);break;case"m3":this.uniforms[i].value=new kt().fromArray(r.value);break;case"m4":this.uniforms[i].value=new Ae().fromArray(r.value);break;default:this.uniforms[i].value=r.value}}if(t.defines!==void 0&&(this.defines=t.defines),t.vertexShader!==void 0&&(this.vertexShader=t.vertexShader),t.fragmentShader!==void 0&&(this.fragmentShader=t.fragmentShader),t.glslVersion!==void 0&&(this.glslVersion=t.glslVersion),t.extensions!==void 0)for(let i in t.extensions)this.extensions[i]=t.extensions[i];return t.lights!==void 0&&(this.lights=t.lights),t.clipping!==void 0&&(this.clipping=t.clipping),this}},kf=class extends qi{constructor(t){super(t),this.isRawShaderMaterial=!0,this.type="RawShaderMaterial"}};var zf=class extends Hs{constructor(t){super(),this.isMeshDepthMaterial=!0,this.type="MeshDepthMaterial",this.depthPacking=DT,this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.wireframe=!1,this.wireframeLinewidth=1,this.setValues(t)}copy(t){return super.copy(t),this.depthPacking=t.depthPacking,this.map=t.map,this.alphaMap=t.alphaMap,this.displacementMap=t.displacementMap,this.displacementScale=t.displacementScale,this.displacementBias=t.displacementBias,this.wireframe=t.wireframe,this.wireframeLinewidth=t.wireframeLinewidth,this}},Gf=class extends Hs{constructor(t){super(),this.isMeshDistanceMaterial=!0,this.type="MeshDistanceMaterial",this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.setValues(t)}copy(t){return super.copy(t),this.map=t.map,this.alphaMap=t.alphaMap,this.displacementMap=t.displacementMap,this.displacementScale=t.displacementScale,this.displacementBias=t.displacementBias,this}};function ta(e,t){return!e||e.constructor===t?e:typeof t.BYTES_PER_ELEMENT=="number"?new t(e):Array.prototype.slice.call(e)}function gf(e){return e!==void 0&&e.inTangents!==void 0&&e.outTangents!==void 0}var ns=class{constructor(t,n,i,r){this.parameterPositions=t,this._cachedIndex=0,this.resultBuffer=r!==void 0?r:new n.constructor(i),this.sampleValues=n,this.valueSize=i,this.settings=null,this.DefaultSettings_={}}evaluate(t){let n=this.parameterPositions,i=this._cachedIndex,r=n[i],s=n[i-1];t:{e:{let o;n:{i:if(!(t<r)){for(let a=i+2;;){if(r===void 0){if(t<s)break i;return i=n.length,this._cachedIndex=i,this.copySampleValue_(i-1)}if(i===a)break;if(s=r,r=n[++i],t<r)break e}o=n.length;break n}if(!(t>=s)){let a=n[1];t<a&&(i=2,s=a);for(let c=i-2;;){if(s===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(i===c)break;if(r=s,s=n[--i-1],t>=s)break e}o=i,i=0;break n}break t}for(;i<o;){let a=i+o>>>1;t<n[a]?o=a:i=a+1}if(r=n[i],s=n[i-1],s===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(r===void 0)return i=n.length,this._cachedIndex=i,this.copySampleValue_(i-1)}this._cachedIndex=i,this.intervalChanged_(i,s,r)}return this.interpolate_(i,s,t,r)}getSettings_(){return this.settings||this.DefaultSettings_}copySampleValue_(t){let n=this.resultBuffer,i=this.sampleValues,r=this.valueSize,s=t*r;for(let o=0;o!==r;++o)n[o]=i[s+o];return n}interpolate_(){throw new Error("THREE.Interpolant: Call to abstract method.")}intervalChanged_(){}},Vf=class extends ns{constructor(t,n,i,r){super(t,n,i,r),this._weightPrev=-0,this._offsetPrev=-0,this._weightNext=-0,this._offsetNext=-0,this.DefaultSettings_={endingStart:V0,endingEnd:V0}}intervalChanged_(t,n,i){let r=this.parameterPositions,s=t-2,o=t+1,a=r[s],c=r[o];if(a===void 0)switch(this.getSettings_().endingStart){case H0:s=t,a=2*n-i;break;case W0:s=r.length-2,a=n+r[s]-r[s+1];break;default:s=t,a=i}if(c===void 0)switch(this.getSettings_().endingEnd){case H0:o=t,c=2*i-n;break;case W0:o=1,c=i+r[1]-r[0];break;default:o=t-1,c=n}let l=(i-n)*.5,u=this.valueSize;this._weightPrev=l/(n-a),this._weightNext=l/(c-i),this._offsetPrev=s*u,this._offsetNext=o*u}interpolate_(t,n,i,r){let s=this.resultBuffer,o=this.sampleValues,a=this.valueSize,c=t*a,l=c-a,u=this._offsetPrev,h=this._offsetNext,f=this._weightPrev,d=this._weightNext,p=(i-n)/(r-n),_=p*p,m=_*p,g=-f*m+2*f*_-f*p,x=(1+f)*m+(-1.5-2*f)*_+(-.5+f)*p+1,w=(-1-d)*m+(1.5+d)*_+.5*p,v=d*m-d*_;for(let T=0;T!==a;++T)s[T]=g*o[u+T]+x*o[l+T]+w*o[c+T]+v*o[h+T];return s}},Hf=class extends ns{constructor(t,n,i,r){super(t,n,i,r)}interpolate_(t,n,i,r){let s=this.resultBuffer,o=this.sampleValues,a=this.valueSize,c=t*a,l=c-a,u=(i-n)/(r-n),h=1-u;for(let f=0;f!==a;++f)s[f]=o[l+f]*h+o[c+f]*u;return s}},Wf=class extends ns{constructor(t,n,i,r){super(t,n,i,r)}interpolate_(t){return this.copySampleValue_(t-1)}},$f=class extends ns{interpolate_(t,n,i,r){let s=this.resultBuffer,o=this.sampleValues,a=this.valueSize,c=t*a,l=c-a,u=this.inTangents,h=this.outTangents;if(!u||!h){let p=(i-n)/(r-n),_=1-p;for(let m=0;m!==a;++m)s[m]=o[l+m]*_+o[c+m]*p;return s}let f=a*2,d=t-1;for(let p=0;p!==a;++p){let _=o[l+p],m=o[c+p],g=d*f+p*2,x=h[g],w=h[g+1],v=t*f+p*2,T=u[v],M=u[v+1],y=SN(i,n,x,T,r);s[p]=JT(y,_,w,M,m)}return s}};function JT(e,t,n,i,r){let s=1-e;return s*s*s*t+3*s*s*e*n+3*s*e*e*i+e*e*e*r}function MN(e,t,n,i,r){let s=1-e;return 3*s*s*(n-t)+6*s*e*(i-n)+3*e*e*(r-i)}function SN(e,t,n,i,r){let s=(e-t)/(r-t);for(let o=0;o<8;o++){let a=JT(s,t,n,i,r)-e;if(Math.abs(a)<1e-10)break;let c=MN(s,t,n,i,r);if(Math.abs(c)<1e-10)break;s=Math.max(0,Math.min(1,s-a/c))}return s}var Bn=class{constructor(t,n,i,r){if(t===void 0)throw new Error("THREE.KeyframeTrack: track name is undefined");if(n===void 0||n.length===0)throw new Error("THREE.KeyframeTrack: no keyframes in track named "+t);this.name=t,this.times=ta(n,this.TimeBufferType),this.values=ta(i,this.ValueBufferType),this.setInterpolation(r||this.DefaultInterpolation)}static toJSON(t){let n=t.constructor,i;if(n.toJSON!==this.toJSON)i=n.toJSON(t);else{i={name:t.name,times:ta(t.times,Array),values:ta(t.values,Array)};let r=t.getInterpolation();r!==t.DefaultInterpolation&&(i.interpolation=r),gf(t.settings)&&(i.settings={inTangents:ta(t.settings.inTangents,Array),outTangents:ta(t.settings.outTangents,Array)})}return i.type=t.ValueTypeName,i}InterpolantFactoryMethodDiscrete(t){return new Wf(this.times,this.values,this.getValueSize(),t)}InterpolantFactoryMethodLinear(t){return new Hf(this.times,this.values,this.getValueSize(),t)}InterpolantFactoryMethodSmooth(t){return new Vf(this.times,this.values,this.getValueSize(),t)}InterpolantFactoryMethodBezier(t){let n=new $f(this.times,this.values,this.getValueSize(),t);return this.settings&&(n.inTangents=this.settings.inTangents,n.outTangents=this.settings.outTangents),n}setInterpolation(t){let n;switch(t){case Cc:n=this.InterpolantFactoryMethodDiscrete;break;case If:n=this.InterpolantFactoryMethodLinear;break;case xf:n=this.InterpolantFactoryMethodSmooth;break;case G0:n=this.InterpolantFactoryMethodBezier;break}if(n===void 0){let i="unsupported interpolation for "+this.ValueTypeName+" keyframe track named "+this.name;if(this.createInterpolant===void 0)if(t!==this.DefaultInterpolation)this.setInterpolation(this.DefaultInterpolation);else throw new Error(i);return Ft("KeyframeTrack:",i),this}return this.createInterpolant=n,this}getInterpolation(){switch(this.createInterpolant){case this.InterpolantFactoryMethodDiscrete:return Cc;case this.InterpolantFactoryMethodLinear:return If;case this.InterpolantFactoryMethodSmooth:return xf;case this.InterpolantFactoryMethodBezier:return G0}}getValueSize(){return this.values.length/this.times.length}shift(t){if(t!==0){let n=this.times;for(let i=0,r=n.length;i!==r;++i)n[i]+=t;gf(this.settings)&&(oT(this.settings.inTangents,t),oT(this.settings.outTangents,t))}return this}scale(t){if(t!==1){let n=this.times;for(let i=0,r=n.length;i!==r;++i)n[i]*=t;gf(this.settings)&&(aT(this.settings.inTangents,t),aT(this.settings.outTangents,t))}return this}trim(t,n){let i=this.times,r=i.length,s=0,o=r-1;for(;s!==r&&i[s]<t;)++s;for(;o!==-1&&i[o]>n;)--o;if(++o,s!==0||o!==r){s>=o&&(o=Math.max(o,1),s=o-1);let a=this.getValueSize();this.times=i.slice(s,o),this.values=this.values.slice(s*a,o*a)}return this}validate(){let t=!0,n=this.getValueSize();n-Math.floor(n)!==0&&(Bt("KeyframeTrack: Invalid value size in track.",this),t=!1);let i=this.times,r=this.values,s=i.length;s===0&&(Bt("KeyframeTrack: Track is empty.",this),t=!1);let o=null;for(let a=0;a!==s;a++){let c=i[a];if(typeof c=="number"&&isNaN(c)){Bt("KeyframeTrack: Time is not a valid number.",this,a,c),t=!1;break}if(o!==null&&o>c){Bt("KeyframeTrack: Out of order keys.",this,a,c,o),t=!1;break}o=c}if(r!==void 0&&KL(r))for(let a=0,c=r.length;a!==c;++a){let l=r[a];if(isNaN(l)){Bt("KeyframeTrack: Value is not a valid number.",this,a,l),t=!1;break}}return t}optimize(){let t=this.times.slice(),n=this.values.slice(),i=this.getValueSize(),r=this.getInterpolation()===xf,s=t.length-1,o=1;for(let a=1;a<s;++a){let c=!1,l=t[a],u=t[a+1];if(l!==u&&(a!==1||l!==t[0]))if(r)c=!0;else{let h=a*i,f=h-i,d=h+i;for(let p=0;p!==i;++p){let _=n[h+p];if(_!==n[f+p]||_!==n[d+p]){c=!0;break}}}if(c){if(a!==o){t[o]=t[a];let h=a*i,f=o*i;for(let d=0;d!==i;++d)n[f+d]=n[h+d]}++o}}if(s>0){t[o]=t[s];for(let a=s*i,c=o*i,l=0;l!==i;++l)n[c+l]=n[a+l];++o}return o!==t.length?(this.times=t.slice(0,o),this.values=n.slice(0,o*i)):(this.times=t,this.values=n),this}clone(){let t=this.times.slice(),n=this.values.slice(),i=this.constructor,r=new i(this.name,t,n);return r.createInterpolant=this.createInterpolant,gf(this.settings)&&(r.settings={inTangents:this.settings.inTangents.slice(),outTangents:this.settings.outTangents.slice()}),r}};function oT(e,t){for(let n=0,i=e.length;n!==i;n+=2)e[n]+=t}function aT(e,t){for(let n=0,i=e.length;n!==i;n+=2)e[n]*=t}Bn.prototype.ValueTypeName="";Bn.prototype.TimeBufferType=Float32Array;Bn.prototype.ValueBufferType=Float32Array;Bn.prototype.DefaultInterpolation=If;var is=class extends Bn{constructor(t,n,i){super(t,n,i)}};is.prototype.ValueTypeName="bool";is.prototype.ValueBufferType=Array;is.prototype.DefaultInterpolation=Cc;is.prototype.InterpolantFactoryMethodLinear=void 0;is.prototype.InterpolantFactoryMethodSmooth=void 0;var Xf=class extends Bn{constructor(t,n,i,r){super(t,n,i,r)}};Xf.prototype.ValueTypeName="color";var qf=class extends Bn{constructor(t,n,i,r){super(t,n,i,r)}};qf.prototype.ValueTypeName="number";var Yf=class extends ns{constructor(t,n,i,r){super(t,n,i,r)}interpolate_(t,n,i,r){let s=this.resultBuffer,o=this.sampleValues,a=this.valueSize,c=(i-n)/(r-n),l=t*a;for(let u=l+a;l!==u;l+=4)$i.slerpFlat(s,0,o,l-a,o,l,c);return s}},Vc=class extends Bn{constructor(t,n,i,r){super(t,n,i,r)}InterpolantFactoryMethodLinear(t){return new Yf(this.times,this.values,this.getValueSize(),t)}};Vc.prototype.ValueTypeName="quaternion";Vc.prototype.InterpolantFactoryMethodSmooth=void 0;var rs=class extends Bn{constructor(t,n,i){super(t,n,i)}};rs.prototype.ValueTypeName="string";rs.prototype.ValueBufferType=Array;rs.prototype.DefaultInterpolation=Cc;rs.prototype.InterpolantFactoryMethodLinear=void 0;rs.prototype.InterpolantFactoryMethodSmooth=void 0;var Zf=class extends Bn{constructor(t,n,i,r){super(t,n,i,r)}};Zf.prototype.ValueTypeName="vector";var Jf=class{constructor(t,n,i){let r=this,s=!1,o=0,a=0,c,l=[];this.onStart=void 0,this.onLoad=t,this.onProgress=n,this.onError=i,this._abortController=null,this.itemStart=function(u){a++,s===!1&&r.onStart!==void 0&&r.onStart(u,o,a),s=!0},this.itemEnd=function(u){o++,r.onProgress!==void 0&&r.onProgress(u,o,a),o===a&&(s=!1,r.onLoad!==void 0&&r.onLoad())},this.itemError=function(u){r.onError!==void 0&&r.onError(u)},this.resolveURL=function(u){return u=u.normalize("NFC"),c?c(u):u},this.setURLModifier=function(u){return c=u,this},this.addHandler=function(u,h){return l.push(u,h),this},this.removeHandler=function(u){let h=l.indexOf(u);return h!==-1&&l.splice(h,2),this},this.getHandler=function(u){for(let h=0,f=l.length;h<f;h+=2){let d=l[h],p=l[h+1];if(d.global&&(d.lastIndex=0),d.test(u))return p}return null},this.abort=function(){return this.abortController.abort(),this._abortController=null,this}}get abortController(){return this._abortController||(this._abortController=new AbortController),this._abortController}},KT=new Jf,Kf=class{constructor(t){this.manager=t!==void 0?t:KT,this.crossOrigin="anonymous",this.withCredentials=!1,this.path="",this.resourcePath="",this.requestHeader={},this.priority="auto",this.cache="default",typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}load(){}loadAsync(t,n){let i=this;return new Promise(function(r,s){i.load(t,r,n,s)})}parse(){}setCrossOrigin(t){return this.crossOrigin=t,this}setWithCredentials(t){return this.withCredentials=t,this}setPath(t){return this.path=t,this}setResourcePath(t){return this.resourcePath=t,this}setRequestHeader(t){return this.requestHeader=t,this}setPriority(t){return this.priority=t,this}setCache(t){return this.cache=t,this}abort(){return this}};Kf.DEFAULT_MATERIAL_NAME="__DEFAULT";var _f=new K,yf=new $i,Gi=new K,Hc=class extends ni{constructor(){super(),this.isCamera=!0,this.type="Camera",this.matrixWorldInverse=new Ae,this.projectionMatrix=new Ae,this.projectionMatrixInverse=new Ae,this.coordinateSystem=ti,this._reversedDepth=!1}get reversedDepth(){return this._reversedDepth}copy(t,n){return super.copy(t,n),this.matrixWorldInverse.copy(t.matrixWorldInverse),this.projectionMatrix.copy(t.projectionMatrix),this.projectionMatrixInverse.copy(t.projectionMatrixInverse),this.coordinateSystem=t.coordinateSystem,this}getWorldDirection(t){return super.getWorldDirection(t).negate()}updateMatrixWorld(t){super.updateMatrixWorld(t),this.matrixWorld.decompose(_f,yf,Gi),Gi.x===1&&Gi.y===1&&Gi.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(_f,yf,Gi.set(1,1,1)).invert()}updateWorldMatrix(t,n,i=!1){super.updateWorldMatrix(t,n,i),this.matrixWorld.decompose(_f,yf,Gi),Gi.x===1&&Gi.y===1&&Gi.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(_f,yf,Gi.set(1,1,1)).invert()}clone(){return new this.constructor().copy(this)}},Kr=new K,cT=new se,lT=new se,dn=class extends Hc{constructor(t=50,n=1,i=.1,r=2e3){super(),this.isPerspectiveCamera=!0,this.type="PerspectiveCamera",this.fov=t,this.zoom=1,this.near=i,this.far=r,this.focus=10,this.aspect=n,this.view=null,this.filmGauge=35,this.filmOffset=0,this.updateProjectionMatrix()}copy(t,n){return super.copy(t,n),this.fov=t.fov,this.zoom=t.zoom,this.near=t.near,this.far=t.far,this.focus=t.focus,this.aspect=t.aspect,this.view=t.view===null?null:Object.assign({},t.view),this.filmGauge=t.filmGauge,this.filmOffset=t.filmOffset,this}setFocalLength(t){let n=.5*this.getFilmHeight()/t;this.fov=Pf*2*Math.atan(n),this.updateProjectionMatrix()}getFocalLength(){let t=Math.tan(v0*.5*this.fov);return .5*this.getFilmHeight()/t}getEffectiveFOV(){return Pf*2*Math.atan(Math.tan(v0*.5*this.fov)/this.zoom)}getFilmWidth(){return this.filmGauge*Math.min(this.aspect,1)}getFilmHeight(){return this.filmGauge/Math.max(this.aspect,1)}getViewBounds(t,n,i){Kr.set(-1,-1,.5).applyMatrix4(this.projectionMatrixInverse),n.set(Kr.x,Kr.y).multiplyScalar(-t/Kr.z),Kr.set(1,1,.5).applyMatrix4(this.projectionMatrixInverse),i.set(Kr.x,Kr.y).multiplyScalar(-t/Kr.z)}getViewSize(t,n){return this.getViewBounds(t,cT,lT),n.subVectors(lT,cT)}setViewOffset(t,n,i,r,s,o){this.aspect=t/n,this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=t,this.view.fullHeight=n,this.view.offsetX=i,this.view.offsetY=r,this.view.width=s,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let t=this.near,n=t*Math.tan(v0*.5*this.fov)/this.zoom,i=2*n,r=this.aspect*i,s=-.5*r,o=this.view;if(this.view!==null&&this.view.enabled){let c=o.fullWidth,l=o.fullHeight;s+=o.offsetX*r/c,n-=o.offsetY*i/l,r*=o.width/c,i*=o.height/l}let a=this.filmOffset;a!==0&&(s+=t*a/this.getFilmWidth()),this.projectionMatrix.makePerspective(s,s+r,n,n-i,t,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(t){let n=super.toJSON(t);return n.object.fov=this.fov,n.object.zoom=this.zoom,n.object.near=this.near,n.object.far=this.far,n.object.focus=this.focus,n.object.aspect=this.aspect,this.view!==null&&(n.object.view=Object.assign({},this.view)),n.object.filmGauge=this.filmGauge,n.object.filmOffset=this.filmOffset,n}};var Qf=class extends Hc{constructor(t=-1,n=1,i=1,r=-1,s=.1,o=2e3){super(),this.isOrthographicCamera=!0,this.type="OrthographicCamera",this.zoom=1,this.view=null,this.left=t,this.right=n,this.top=i,this.bottom=r,this.near=s,this.far=o,this.updateProjectionMatrix()}copy(t,n){return super.copy(t,n),this.left=t.left,this.right=t.right,this.top=t.top,this.bottom=t.bottom,this.near=t.near,this.far=t.far,this.zoom=t.zoom,this.view=t.view===null?null:Object.assign({},t.view),this}setViewOffset(t,n,i,r,s,o){this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=t,this.view.fullHeight=n,this.view.offsetX=i,this.view.offsetY=r,this.view.width=s,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let t=(this.right-this.left)/(2*this.zoom),n=(this.top-this.bottom)/(2*this.zoom),i=(this.right+this.left)/2,r=(this.top+this.bottom)/2,s=i-t,o=i+t,a=r+n,c=r-n;if(this.view!==null&&this.view.enabled){let l=(this.right-this.left)/this.view.fullWidth/this.zoom,u=(this.top-this.bottom)/this.view.fullHeight/this.zoom;s+=l*this.view.offsetX,o=s+l*this.view.width,a-=u*this.view.offsetY,c=a-u*this.view.height}this.projectionMatrix.makeOrthographic(s,o,a,c,this.near,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(t){let n=super.toJSON(t);return n.object.zoom=this.zoom,n.object.left=this.left,n.object.right=this.right,n.object.top=this.top,n.object.bottom=this.bottom,n.object.near=this.near,n.object.far=this.far,this.view!==null&&(n.object.view=Object.assign({},this.view)),n}};var ea=-90,na=1,ua=class extends ni{constructor(t,n,i){super(),this.type="CubeCamera",this.renderTarget=i,this.coordinateSystem=null,this.activeMipmapLevel=0;let r=new dn(ea,na,t,n);r.layers=this.layers,this.add(r);let s=new dn(ea,na,t,n);s.layers=this.layers,this.add(s);let o=new dn(ea,na,t,n);o.layers=this.layers,this.add(o);let a=new dn(ea,na,t,n);a.layers=this.layers,this.add(a);let c=new dn(ea,na,t,n);c.layers=this.layers,this.add(c);let l=new dn(ea,na,t,n);l.layers=this.layers,this.add(l)}updateCoordinateSystem(){let t=this.coordinateSystem,n=this.children.concat(),[i,r,s,o,a,c]=n;for(let l of n)this.remove(l);if(t===ti)i.up.set(0,1,0),i.lookAt(1,0,0),r.up.set(0,1,0),r.lookAt(-1,0,0),s.up.set(0,0,-1),s.lookAt(0,1,0),o.up.set(0,0,1),o.lookAt(0,-1,0),a.up.set(0,1,0),a.lookAt(0,0,1),c.up.set(0,1,0),c.lookAt(0,0,-1);else if(t===Pc)i.up.set(0,-1,0),i.lookAt(-1,0,0),r.up.set(0,-1,0),r.lookAt(1,0,0),s.up.set(0,0,1),s.lookAt(0,1,0),o.up.set(0,0,-1),o.lookAt(0,-1,0),a.up.set(0,-1,0),a.lookAt(0,0,1),c.up.set(0,-1,0),c.lookAt(0,0,-1);else throw new Error("THREE.CubeCamera.updateCoordinateSystem(): Invalid coordinate system: "+t);for(let l of n)this.add(l),l.updateMatrixWorld()}update(t,n){this.parent===null&&this.updateMatrixWorld();let{renderTarget:i,activeMipmapLevel:r}=this;this.coordinateSystem!==t.coordinateSystem&&(this.coordinateSystem=t.coordinateSystem,this.updateCoordinateSystem());let[s,o,a,c,l,u]=this.children,h=t.getRenderTarget(),f=t.getActiveCubeFace(),d=t.getActiveMipmapLevel(),p=t.xr.enabled;t.xr.enabled=!1;let _=i.texture.mipmapsAutoUpdate;i.texture.mipmapsAutoUpdate=!1;let m=!1;t.isWebGLRenderer===!0?m=t.state.buffers.depth.getReversed():m=t.reversedDepthBuffer,t.setRenderTarget(i,0,r),m&&t.autoClear===!1&&t.clearDepth(),t.render(n,s),t.setRenderTarget(i,1,r),m&&t.autoClear===!1&&t.clearDepth(),t.render(n,o),t.setRenderTarget(i,2,r),m&&t.autoClear===!1&&t.clearDepth(),t.render(n,a),t.setRenderTarget(i,3,r),m&&t.autoClear===!1&&t.clearDepth(),t.render(n,c),t.setRenderTarget(i,4,r),m&&t.autoClear===!1&&t.clearDepth(),t.render(n,l),i.texture.mipmapsAutoUpdate=_,t.setRenderTarget(i,5,r),m&&t.autoClear===!1&&t.clearDepth(),t.render(n,u),t.setRenderTarget(h,f,d),t.xr.enabled=p,i.texture.needsPMREMUpdate=!0}},jf=class extends dn{constructor(t=[]){super(),this.isArrayCamera=!0,this.isMultiViewCamera=!1,this.cameras=t,this.perCameraFrustumCulled=!1}};var S_="\\[\\]\\.:\\/",wN=new RegExp("["+S_+"]","g"),w_="[^"+S_+"]",TN="[^"+S_.replace("\\.","")+"]",AN=/((?:WC+[\/:])*)/.source.replace("WC",w_),EN=/(WCOD+)?/.source.replace("WCOD",TN),CN=/(?:\.(WC+)(?:\[(.+)\])?)?/.source.replace("WC",w_),RN=/\.(WC+)(?:\[(.+)\])?/.source.replace("WC",w_),IN=new RegExp("^"+AN+EN+CN+RN+"$"),PN=["material","materials","bones","map"],$0=class{constructor(t,n,i){let r=i||xe.parseTrackName(n);this._targetGroup=t,this._bindings=t.subscribe_(n,r)}getValue(t,n){this.bind();let i=this._targetGroup.nCachedObjects_,r=this._bindings[i];r!==void 0&&r.getValue(t,n)}setValue(t,n){let i=this._bindings;for(let r=this._targetGroup.nCachedObjects_,s=i.length;r!==s;++r)i[r].setValue(t,n)}bind(){let t=this._bindings;for(let n=this._targetGroup.nCachedObjects_,i=t.length;n!==i;++n)t[n].bind()}unbind(){let t=this._bindings;for(let n=this._targetGroup.nCachedObjects_,i=t.length;n!==i;++n)t[n].unbind()}},xe=class e{constructor(t,n,i){this.path=n,this.parsedPath=i||e.parseTrackName(n),this.node=e.findNode(t,this.parsedPath.nodeName),this.rootNode=t,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}static create(t,n,i){return t&&t.isAnimationObjectGroup?new e.Composite(t,n,i):new e(t,n,i)}static sanitizeNodeName(t){return t.replace(/\s/g,"_").replace(wN,"")}static parseTrackName(t){let n=IN.exec(t);if(n===null)throw new Error("THREE.PropertyBinding: Cannot parse trackName: "+t);let i={nodeName:n[2],objectName:n[3],objectIndex:n[4],propertyName:n[5],propertyIndex:n[6]},r=i.nodeName&&i.nodeName.lastIndexOf(".");if(r!==void 0&&r!==-1){let s=i.nodeName.substring(r+1);PN.indexOf(s)!==-1&&(i.nodeName=i.nodeName.substring(0,r),i.objectName=s)}if(i.propertyName===null||i.propertyName.length===0)throw new Error("THREE.PropertyBinding: can not parse propertyName from trackName: "+t);return i}static findNode(t,n){if(n===void 0||n===""||n==="."||n===-1||n===t.name||n===t.uuid)return t;if(t.skeleton){let i=t.skeleton.getBoneByName(n);if(i!==void 0)return i}if(t.children){let i=function(s){for(let o=0;o<s.length;o++){let a=s[o];if(a.name===n||a.uuid===n)return a;let c=i(a.children);if(c)return c}return null},r=i(t.children);if(r)return r}return null}_getValue_unavailable(){}_setValue_unavailable(){}_getValue_direct(t,n){t[n]=this.targetObject[this.propertyName]}_getValue_array(t,n){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)t[n++]=i[r]}_getValue_arrayElement(t,n){t[n]=this.resolvedProperty[this.propertyIndex]}_getValue_toArray(t,n){this.resolvedProperty.toArray(t,n)}_setValue_direct(t,n){this.targetObject[this.propertyName]=t[n]}_setValue_direct_setNeedsUpdate(t,n){this.targetObject[this.propertyName]=t[n],this.targetObject.needsUpdate=!0}_setValue_direct_setMatrixWorldNeedsUpdate(t,n){this.targetObject[this.propertyName]=t[n],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_array(t,n){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)i[r]=t[n++]}_setValue_array_setNeedsUpdate(t,n){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)i[r]=t[n++];this.targetObject.needsUpdate=!0}_setValue_array_setMatrixWorldNeedsUpdate(t,n){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)i[r]=t[n++];this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_arrayElement(t,n){this.resolvedProperty[this.propertyIndex]=t[n]}_setValue_arrayElement_setNeedsUpdate(t,n){this.resolvedProperty[this.propertyIndex]=t[n],this.targetObject.needsUpdate=!0}_setValue_arrayElement_setMatrixWorldNeedsUpdate(t,n){this.resolvedProperty[this.propertyIndex]=t[n],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_fromArray(t,n){this.resolvedProperty.fromArray(t,n)}_setValue_fromArray_setNeedsUpdate(t,n){this.resolvedProperty.fromArray(t,n),this.targetObject.needsUpdate=!0}_setValue_fromArray_setMatrixWorldNeedsUpdate(t,n){this.resolvedProperty.fromArray(t,n),this.targetObject.matrixWorldNeedsUpdate=!0}_getValue_unbound(t,n){this.bind(),this.getValue(t,n)}_setValue_unbound(t,n){this.bind(),this.setValue(t,n)}bind(){let t=this.node,n=this.parsedPath,i=n.objectName,r=n.propertyName,s=n.propertyIndex;if(t||(t=e.findNode(this.rootNode,n.nodeName),this.node=t),this.getValue=this._getValue_unavailable,this.setValue=this._setValue_unavailable,!t){Ft("PropertyBinding: No target node found for track: "+this.path+".");return}if(i){let l=n.objectIndex;switch(i){case"materials":if(!t.material){Bt("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!t.material.materials){Bt("PropertyBinding: Can not bind to material.materials as node.material does not have a materials array.",this);return}t=t.material.materials;break;case"bones":if(!t.skeleton){Bt("PropertyBinding: Can not bind to bones as node does not have a skeleton.",this);return}t=t.skeleton.bones;for(let u=0;u<t.length;u++)if(t[u].name===l){l=u;break}break;case"map":if("map"in t){t=t.map;break}if(!t.material){Bt("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!t.material.map){Bt("PropertyBinding: Can not bind to material.map as node.material does not have a map.",this);return}t=t.material.map;break;default:if(t[i]===void 0){Bt("PropertyBinding: Can not bind to objectName of node undefined.",this);return}t=t[i]}if(l!==void 0){if(t[l]===void 0){Bt("PropertyBinding: Trying to bind to objectIndex of objectName, but is undefined.",this,t);return}t=t[l]}}let o=t[r];if(o===void 0){let l=n.nodeName;Bt("PropertyBinding: Trying to update property for track: "+l+"."+r+" but it wasn't found.",t);return}let a=this.Versioning.None;this.targetObject=t,t.isMaterial===!0?a=this.Versioning.NeedsUpdate:t.isObject3D===!0&&(a=this.Versioning.MatrixWorldNeedsUpdate);let c=this.BindingType.Direct;if(s!==void 0){if(r==="morphTargetInfluences"){if(!t.geometry){Bt("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.",this);return}if(!t.geometry.morphAttributes){Bt("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.morphAttributes.",this);return}t.morphTargetDictionary[s]!==void 0&&(s=t.morphTargetDictionary[s])}c=this.BindingType.ArrayElement,this.resolvedProperty=o,this.propertyIndex=s}else o.fromArray!==void 0&&o.toArray!==void 0?(c=this.BindingType.HasFromToArray,this.resolvedProperty=o):Array.isArray(o)?(c=this.BindingType.EntireArray,this.resolvedProperty=o):this.propertyName=r;this.getValue=this.GetterByBindingType[c],this.setValue=this.SetterByBindingTypeAndVersioning[c][a]}unbind(){this.node=null,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}};xe.Composite=$0;xe.prototype.BindingType={Direct:0,EntireArray:1,ArrayElement:2,HasFromToArray:3};xe.prototype.Versioning={None:0,NeedsUpdate:1,MatrixWorldNeedsUpdate:2};xe.prototype.GetterByBindingType=[xe.prototype._getValue_direct,xe.prototype._getValue_array,xe.prototype._getValue_arrayElement,xe.prototype._getValue_toArray];xe.prototype.SetterByBindingTypeAndVersioning=[[xe.prototype._setValue_direct,xe.prototype._setValue_direct_setNeedsUpdate,xe.prototype._setValue_direct_setMatrixWorldNeedsUpdate],[xe.prototype._setValue_array,xe.prototype._setValue_array_setNeedsUpdate,xe.prototype._setValue_array_setMatrixWorldNeedsUpdate],[xe.prototype._setValue_arrayElement,xe.prototype._setValue_arrayElement_setNeedsUpdate,xe.prototype._setValue_arrayElement_setMatrixWorldNeedsUpdate],[xe.prototype._setValue_fromArray,xe.prototype._setValue_fromArray_setNeedsUpdate,xe.prototype._setValue_fromArray_setMatrixWorldNeedsUpdate]];var Hz=new Float32Array(1);var X0=class{static{this.prototype.isMatrix2=!0}constructor(t,n,i,r){this.elements=[1,0,0,1],t!==void 0&&this.set(t,n,i,r)}identity(){return this.set(1,0,0,1),this}fromArray(t,n=0){for(let i=0;i<4;i++)this.elements[i]=t[i+n];return this}set(t,n,i,r){let s=this.elements;return s[0]=t,s[2]=n,s[1]=i,s[3]=r,this}};function T_(e,t,n,i){let r=LN(i);switch(n){case h_:return e*t;case p_:return e*t/r.components*r.byteLength;case oh:return e*t/r.components*r.byteLength;case os:return e*t*2/r.components*r.byteLength;case ah:return e*t*2/r.components*r.byteLength;case d_:return e*t*3/r.components*r.byteLength;case xi:return e*t*4/r.components*r.byteLength;case ch:return e*t*4/r.components*r.byteLength;case Xc:case qc:return Math.floor((e+3)/4)*Math.floor((t+3)/4)*8;case Yc:case Zc:return Math.floor((e+3)/4)*Math.floor((t+3)/4)*16;case uh:case hh:return Math.max(e,16)*Math.max(t,8)/4;case lh:case fh:return Math.max(e,8)*Math.max(t,8)/2;case dh:case ph:case gh:case _h:return Math.floor((e+3)/4)*Math.floor((t+3)/4)*8;case mh:case Jc:case yh:return Math.floor((e+3)/4)*Math.floor((t+3)/4)*16;case xh:return Math.floor((e+3)/4)*Math.floor((t+3)/4)*16;case vh:return Math.floor((e+4)/5)*Math.floor((t+3)/4)*16;case bh:return Math.floor((e+4)/5)*Math.floor((t+4)/5)*16;case Mh:return Math.floor((e+5)/6)*Math.floor((t+4)/5)*16;case Sh:return Math.floor((e+5)/6)*Math.floor((t+5)/6)*16;case wh:return Math.floor((e+7)/8)*Math.floor((t+4)/5)*16;case Th:return Math.floor((e+7)/8)*Math.floor((t+5)/6)*16;case Ah:return Math.floor((e+7)/8)*Math.floor((t+7)/8)*16;case Eh:return Math.floor((e+9)/10)*Math.floor((t+4)/5)*16;case Ch:return Math.floor((e+9)/10)*Math.floor((t+5)/6)*16;case Rh:return Math.floor((e+9)/10)*Math.floor((t+7)/8)*16;case Ih:return Math.floor((e+9)/10)*Math.floor((t+9)/10)*16;case Ph:return Math.floor((e+11)/12)*Math.floor((t+9)/10)*16;case Lh:return Math.floor((e+11)/12)*Math.floor((t+11)/12)*16;case Nh:case Dh:case Uh:return Math.ceil(e/4)*Math.ceil(t/4)*16;case Fh:case Oh:return Math.ceil(e/4)*Math.ceil(t/4)*8;case Kc:case Bh:return Math.ceil(e/4)*Math.ceil(t/4)*16}throw new Error(`Unable to determine texture byte length for ${n} format.`)}function LN(e){switch(e){case kn:case c_:return{byteLength:1,components:1};case pa:case l_:case yi:return{byteLength:2,components:1};case rh:case sh:return{byteLength:2,components:4};case gi:case ih:case _i:return{byteLength:4,components:1};case u_:case f_:return{byteLength:4,components:3}}throw new Error(`THREE.TextureUtils: Unknown texture type ${e}.`)}typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("register",{detail:{revision:"187"}}));typeof window<"u"&&(window.__THREE__?Ft("WARNING: Multiple instances of Three.js being imported."):window.__THREE__="187");function xA(){let e=null,t=!1,n=null,i=null;function r(s,o){i=e.requestAnimationFrame(r),n(s,o)}return{start:function(){t!==!0&&n!==null&&e!==null&&(i=e.requestAnimationFrame(r),t=!0)},stop:function(){e!==null&&e.cancelAnimationFrame(i),t=!1},setAnimationLoop:function(s){n=s},setContext:function(s){e=s}}}function DN(e){let t=new WeakMap;function n(a,c){let l=a.array,u=a.usage,h=l.byteLength,f=e.createBuffer();e.bindBuffer(c,f),e.bufferData(c,l,u),a.onUploadCallback();let d;if(l instanceof Float32Array)d=e.FLOAT;else if(typeof Float16Array<"u"&&l instanceof Float16Array)d=e.HALF_FLOAT;else if(l instanceof Uint16Array)a.isFloat16BufferAttribute?d=e.HALF_FLOAT:d=e.UNSIGNED_SHORT;else if(l instanceof Int16Array)d=e.SHORT;else if(l instanceof Uint32Array)d=e.UNSIGNED_INT;else if(l instanceof Int32Array)d=e.INT;else if(l instanceof Int8Array)d=e.BYTE;else if(l instanceof Uint8Array)d=e.UNSIGNED_BYTE;else if(l instanceof Uint8ClampedArray)d=e.UNSIGNED_BYTE;else throw new Error("THREE.WebGLAttributes: Unsupported buffer data format: "+l);return{buffer:f,type:d,bytesPerElement:l.BYTES_PER_ELEMENT,version:a.version,size:h}}function i(a,c,l){let u=c.array,h=c.updateRanges;if(e.bindBuffer(l,a),h.length===0)e.bufferSubData(l,0,u);else{h.sort((d,p)=>d.start-p.start);let f=0;for(let d=1;d<h.length;d++){let p=h[f],_=h[d];_.start<=p.start+p.count+1?p.count=Math.max(p.count,_.start+_.count-p.start):(++f,h[f]=_)}h.length=f+1;for(let d=0,p=h.length;d<p;d++){let _=h[d];e.bufferSubData(l,_.start*u.BYTES_PER_ELEMENT,u,_.start,_.count)}c.clearUpdateRanges()}c.onUploadCallback()}function r(a){return a.isInterleavedBufferAttribute&&(a=a.data),t.get(a)}function s(a){a.isInterleavedBufferAttribute&&(a=a.data);let c=t.get(a);c&&(e.deleteBuffer(c.buffer),t.delete(a))}function o(a,c){if(a.isInterleavedBufferAttribute&&(a=a.data),a.isGLBufferAttribute){let u=t.get(a);(!u||u.version<a.version)&&t.set(a,{buffer:a.buffer,type:a.type,bytesPerElement:a.elementSize,version:a.version});return}let l=t.get(a);if(l===void 0)t.set(a,n(a,c));else if(l.version<a.version){if(l.size!==a.array.byteLength)throw new Error("THREE.WebGLAttributes: The size of the buffer attribute's array buffer does not match the original size. Resizing buffer attributes is not supported.");i(l.buffer,a,c),l.version=a.version}}return{get:r,remove:s,update:o}}var UN=`#ifdef USE_ALPHAHASH
	if ( diffuseColor.a < getAlphaHashThreshold( vPosition ) ) discard;
#endif`,FN=`#ifdef USE_ALPHAHASH
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
#endif`,ON=`#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, vAlphaMapUv ).g;
#endif`,BN=`#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,kN=`#ifdef USE_ALPHATEST
	#ifdef ALPHA_TO_COVERAGE
	diffuseColor.a = smoothstep( alphaTest, alphaTest + fwidth( diffuseColor.a ), diffuseColor.a );
	if ( diffuseColor.a == 0.0 ) discard;
	#else
	if ( diffuseColor.a < alphaTest ) discard;
	#endif
#endif`,zN=`#ifdef USE_ALPHATEST
	uniform float alphaTest;
#endif`,GN=`#ifdef USE_AOMAP
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
#endif`,VN=`#ifdef USE_AOMAP
	uniform sampler2D aoMap;
	uniform float aoMapIntensity;
#endif`,HN=`#ifdef USE_BATCHING
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
#endif`,WN=`#ifdef USE_BATCHING
	mat4 batchingMatrix = getBatchingMatrix( getIndirectIndex( gl_DrawID ) );
#endif`,$N=`vec3 transformed = vec3( position );
#ifdef USE_ALPHAHASH
	vPosition = vec3( position );
#endif`,XN=`vec3 objectNormal = vec3( normal );
#ifdef USE_TANGENT
	vec3 objectTangent = vec3( tangent.xyz );
#endif`,qN=`float G_BlinnPhong_Implicit( ) {
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
} // validated`,YN=`#ifdef USE_IRIDESCENCE
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
#endif`,ZN=`#ifdef USE_BUMPMAP
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
#endif`,JN=`#if NUM_CLIPPING_PLANES > 0
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
#endif`,KN=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
	uniform vec4 clippingPlanes[ NUM_CLIPPING_PLANES ];
#endif`,QN=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
#endif`,jN=`#if NUM_CLIPPING_PLANES > 0
	vClipPosition = - mvPosition.xyz;
#endif`,tD=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	diffuseColor *= vColor;
#endif`,eD=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	varying vec4 vColor;
#endif`,nD=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	varying vec4 vColor;
#endif`,iD=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
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
#endif`,rD=`#define PI 3.141592653589793
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
} // validated`,sD=`vec3 transformedNormal = objectNormal;
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
#endif`,oD=`#ifdef USE_DISPLACEMENTMAP
	uniform sampler2D displacementMap;
	uniform float displacementScale;
	uniform float displacementBias;
#endif`,aD=`#ifdef USE_DISPLACEMENTMAP
	transformed += normalize( objectNormal ) * ( texture2D( displacementMap, vDisplacementMapUv ).x * displacementScale + displacementBias );
#endif`,cD=`#ifdef USE_EMISSIVEMAP
	vec4 emissiveColor = texture2D( emissiveMap, vEmissiveMapUv );
	#ifdef DECODE_VIDEO_TEXTURE_EMISSIVE
		emissiveColor = sRGBTransferEOTF( emissiveColor );
	#endif
	totalEmissiveRadiance *= emissiveColor.rgb;
#endif`,lD=`#ifdef USE_EMISSIVEMAP
	uniform sampler2D emissiveMap;
#endif`,uD="gl_FragColor = linearToOutputTexel( gl_FragColor );",fD=`vec4 LinearTransferOETF( in vec4 value ) {
	return value;
}
vec4 sRGBTransferEOTF( in vec4 value ) {
	return vec4( mix( pow( value.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), value.rgb * 0.0773993808, vec3( lessThanEqual( value.rgb, vec3( 0.04045 ) ) ) ), value.a );
}
vec4 sRGBTransferOETF( in vec4 value ) {
	return vec4( mix( pow( value.rgb, vec3( 0.41666 ) ) * 1.055 - vec3( 0.055 ), value.rgb * 12.92, vec3( lessThanEqual( value.rgb, vec3( 0.0031308 ) ) ) ), value.a );
}`,hD=`#ifdef USE_ENVMAP
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
#endif`,dD=`#ifdef USE_ENVMAP
	uniform float envMapIntensity;
	uniform mat3 envMapRotation;
	uniform samplerCube envMap;
	#ifdef ENVMAP_TYPE_PMREM
		float roughnessToMip( const in float roughness ) {
			float r = clamp( roughness, 0.0, 1.0 );
			return ENVMAP_MAX_LOD * r * ( 2.0 - r );
		}
	#endif
#endif`,pD=`#ifdef USE_ENVMAP
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
#endif`,mD=`#ifdef USE_ENVMAP
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		
		varying vec3 vWorldPosition;
	#else
		varying vec3 vReflect;
		uniform float refractionRatio;
	#endif
#endif`,gD=`#ifdef USE_ENVMAP
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
#endif`,_D=`#ifdef USE_FOG
	vFogDepth = - mvPosition.z;
#endif`,yD=`#ifdef USE_FOG
	varying float vFogDepth;
#endif`,xD=`#ifdef USE_FOG
	#ifdef FOG_EXP2
		float fogFactor = 1.0 - exp( - fogDensity * fogDensity * vFogDepth * vFogDepth );
	#else
		float fogFactor = smoothstep( fogNear, fogFar, vFogDepth );
	#endif
	gl_FragColor.rgb = mix( gl_FragColor.rgb, fogColor, fogFactor );
#endif`,vD=`#ifdef USE_FOG
	uniform vec3 fogColor;
	varying float vFogDepth;
	#ifdef FOG_EXP2
		uniform float fogDensity;
	#else
		uniform float fogNear;
		uniform float fogFar;
	#endif
#endif`,bD=`#ifdef USE_GRADIENTMAP
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
}`,MD=`#ifdef USE_LIGHTMAP
	uniform sampler2D lightMap;
	uniform float lightMapIntensity;
#endif`,SD=`LambertMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularStrength = specularStrength;`,wD=`varying vec3 vViewPosition;
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
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Lambert`,TD=`uniform bool receiveShadow;
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
#include <lightprobes_pars_fragment>`,AD=`#ifdef USE_ENVMAP
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
#endif`,ED=`ToonMaterial material;
material.diffuseColor = diffuseColor.rgb;`,CD=`varying vec3 vViewPosition;
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
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Toon`,RD=`BlinnPhongMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularColor = specular;
material.specularShininess = shininess;
material.specularStrength = specularStrength;`,ID=`varying vec3 vViewPosition;
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
#define RE_IndirectDiffuse		RE_IndirectDiffuse_BlinnPhong`,PD=`PhysicalMaterial material;
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
#endif`,LD=`uniform sampler2D dfgLUT;
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
}`,ND=`
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
#endif`,DD=`#if defined( RE_IndirectDiffuse )
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
#endif`,UD=`#if defined( RE_IndirectDiffuse )
	#if defined( LAMBERT ) || defined( PHONG )
		irradiance += iblIrradiance;
	#endif
	RE_IndirectDiffuse( irradiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif
#if defined( RE_IndirectSpecular )
	RE_IndirectSpecular( radiance, iblIrradiance, clearcoatRadiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif`,FD=`#if NUM_LIGHT_PROBE_GRIDS > 0
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
#endif`,OD=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	gl_FragDepth = vIsPerspective == 0.0 ? gl_FragCoord.z : log2( vFragDepth ) * logDepthBufFC * 0.5;
#endif`,BD=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	uniform float logDepthBufFC;
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,kD=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,zD=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	vFragDepth = 1.0 + gl_Position.w;
	vIsPerspective = float( isPerspectiveMatrix( projectionMatrix ) );
#endif`,GD=`#ifdef USE_MAP
	vec4 sampledDiffuseColor = texture2D( map, vMapUv );
	#ifdef DECODE_VIDEO_TEXTURE
		sampledDiffuseColor = sRGBTransferEOTF( sampledDiffuseColor );
	#endif
	diffuseColor *= sampledDiffuseColor;
#endif`,VD=`#ifdef USE_MAP
	uniform sampler2D map;
#endif`,HD=`#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
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
#endif`,WD=`#if defined( USE_POINTS_UV )
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
#endif`,$D=`float metalnessFactor = metalness;
#ifdef USE_METALNESSMAP
	vec4 texelMetalness = texture2D( metalnessMap, vMetalnessMapUv );
	metalnessFactor *= texelMetalness.b;
#endif`,XD=`#ifdef USE_METALNESSMAP
	uniform sampler2D metalnessMap;
#endif`,qD=`#ifdef USE_INSTANCING_MORPH
	float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	float morphTargetBaseInfluence = texelFetch( morphTexture, ivec2( 0, gl_InstanceID ), 0 ).r;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		morphTargetInfluences[i] =  texelFetch( morphTexture, ivec2( i + 1, gl_InstanceID ), 0 ).r;
	}
#endif`,YD=`#if defined( USE_MORPHCOLORS )
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
#endif`,ZD=`#ifdef USE_MORPHNORMALS
	objectNormal *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) objectNormal += getMorph( gl_VertexID, i, 1 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,JD=`#ifdef USE_MORPHTARGETS
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
#endif`,KD=`#ifdef USE_MORPHTARGETS
	transformed *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) transformed += getMorph( gl_VertexID, i, 0 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,QD=`float faceDirection = gl_FrontFacing ? 1.0 : - 1.0;
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
vec3 nonPerturbedNormal = normal;`,jD=`#ifdef USE_NORMALMAP_OBJECTSPACE
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
#endif`,tU=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,eU=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,nU=`#ifndef FLAT_SHADED
	vNormal = normalize( transformedNormal );
	#ifdef USE_TANGENT
		vTangent = normalize( transformedTangent );
		vBitangent = normalize( cross( vNormal, vTangent ) * tangent.w );
		#ifdef FLIP_SIDED
			vBitangent = - vBitangent;
		#endif
	#endif
#endif`,iU=`#ifdef USE_NORMALMAP
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
#endif`,rU=`#ifdef USE_CLEARCOAT
	vec3 clearcoatNormal = nonPerturbedNormal;
#endif`,sU=`#ifdef USE_CLEARCOAT_NORMALMAP
	vec3 clearcoatMapN = texture2D( clearcoatNormalMap, vClearcoatNormalMapUv ).xyz * 2.0 - 1.0;
	clearcoatMapN.xy *= clearcoatNormalScale;
	clearcoatNormal = normalize( tbn2 * clearcoatMapN );
#endif`,oU=`#ifdef USE_CLEARCOATMAP
	uniform sampler2D clearcoatMap;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform sampler2D clearcoatNormalMap;
	uniform vec2 clearcoatNormalScale;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform sampler2D clearcoatRoughnessMap;
#endif`,aU=`#ifdef USE_IRIDESCENCEMAP
	uniform sampler2D iridescenceMap;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform sampler2D iridescenceThicknessMap;
#endif`,cU=`#ifdef OPAQUE
diffuseColor.a = 1.0;
#endif
#ifdef USE_TRANSMISSION
diffuseColor.a *= material.transmissionAlpha;
#endif
gl_FragColor = vec4( outgoingLight, diffuseColor.a );`,lU=`vec3 packNormalToRGB( const in vec3 normal ) {
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
}`,uU=`#ifdef PREMULTIPLIED_ALPHA
	gl_FragColor.rgb *= gl_FragColor.a;
#endif`,fU=`vec4 mvPosition = vec4( transformed, 1.0 );
#ifdef USE_BATCHING
	mvPosition = batchingMatrix * mvPosition;
#endif
#ifdef USE_INSTANCING
	mvPosition = instanceMatrix * mvPosition;
#endif
mvPosition = modelViewMatrix * mvPosition;
gl_Position = projectionMatrix * mvPosition;`,hU=`#ifdef DITHERING
	gl_FragColor.rgb = dithering( gl_FragColor.rgb );
#endif`,dU=`#ifdef DITHERING
	vec3 dithering( vec3 color ) {
		float grid_position = rand( gl_FragCoord.xy );
		vec3 dither_shift_RGB = vec3( 0.25 / 255.0, -0.25 / 255.0, 0.25 / 255.0 );
		dither_shift_RGB = mix( 2.0 * dither_shift_RGB, -2.0 * dither_shift_RGB, grid_position );
		return color + dither_shift_RGB;
	}
#endif`,pU=`float roughnessFactor = roughness;
#ifdef USE_ROUGHNESSMAP
	vec4 texelRoughness = texture2D( roughnessMap, vRoughnessMapUv );
	roughnessFactor *= texelRoughness.g;
#endif`,mU=`#ifdef USE_ROUGHNESSMAP
	uniform sampler2D roughnessMap;
#endif`,gU=`#if NUM_SPOT_LIGHT_COORDS > 0
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
#endif`,_U=`#if NUM_SPOT_LIGHT_COORDS > 0
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
#endif`,yU=`#if ( defined( USE_SHADOWMAP ) && ( NUM_DIR_LIGHT_SHADOWS > 0 || NUM_SUN_LIGHT_SHADOWS > 0 || NUM_POINT_LIGHT_SHADOWS > 0 ) ) || ( NUM_SPOT_LIGHT_COORDS > 0 )
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
#endif`,xU=`float getShadowMask() {
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
}`,vU=`#ifdef USE_SKINNING
	mat4 boneMatX = getBoneMatrix( skinIndex.x );
	mat4 boneMatY = getBoneMatrix( skinIndex.y );
	mat4 boneMatZ = getBoneMatrix( skinIndex.z );
	mat4 boneMatW = getBoneMatrix( skinIndex.w );
#endif`,bU=`#ifdef USE_SKINNING
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
#endif`,MU=`#ifdef USE_SKINNING
	vec4 skinVertex = bindMatrix * vec4( transformed, 1.0 );
	vec4 skinned = vec4( 0.0 );
	skinned += boneMatX * skinVertex * skinWeight.x;
	skinned += boneMatY * skinVertex * skinWeight.y;
	skinned += boneMatZ * skinVertex * skinWeight.z;
	skinned += boneMatW * skinVertex * skinWeight.w;
	transformed = ( bindMatrixInverse * skinned ).xyz;
#endif`,SU=`#ifdef USE_SKINNING
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
#endif`,wU=`float specularStrength;
#ifdef USE_SPECULARMAP
	vec4 texelSpecular = texture2D( specularMap, vSpecularMapUv );
	specularStrength = texelSpecular.r;
#else
	specularStrength = 1.0;
#endif`,TU=`#ifdef USE_SPECULARMAP
	uniform sampler2D specularMap;
#endif`,AU=`#if defined( TONE_MAPPING )
	gl_FragColor.rgb = toneMapping( gl_FragColor.rgb );
#endif`,EU=`#ifndef saturate
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
vec3 CustomToneMapping( vec3 color ) { return color; }`,CU=`#ifdef USE_TRANSMISSION
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
#endif`,RU=`#ifdef USE_TRANSMISSION
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
#endif`,IU=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
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
#endif`,PU=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
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
#endif`,LU=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
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
#endif`,NU=`#if defined( USE_ENVMAP ) || defined( DISTANCE ) || defined ( USE_SHADOWMAP ) || defined ( USE_TRANSMISSION ) || NUM_SPOT_LIGHT_COORDS > 0
	vec4 worldPosition = vec4( transformed, 1.0 );
	#ifdef USE_BATCHING
		worldPosition = batchingMatrix * worldPosition;
	#endif
	#ifdef USE_INSTANCING
		worldPosition = instanceMatrix * worldPosition;
	#endif
	worldPosition = modelMatrix * worldPosition;
#endif`,DU=`varying vec2 vUv;
uniform mat3 uvTransform;
void main() {
	vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	gl_Position = vec4( position.xy, 1.0, 1.0 );
}`,UU=`uniform sampler2D t2D;
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
}`,FU=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,OU=`uniform float backgroundBlurriness;
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
}`,BU=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,kU=`uniform samplerCube tCube;
uniform float tFlip;
uniform float opacity;
varying vec3 vWorldDirection;
void main() {
	vec4 texColor = textureCube( tCube, vec3( tFlip * vWorldDirection.x, vWorldDirection.yz ) );
	gl_FragColor = texColor;
	gl_FragColor.a *= opacity;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,zU=`#include <common>
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
}`,GU=`#if DEPTH_PACKING == 3200
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
}`,VU=`#define DISTANCE
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
}`,HU=`#define DISTANCE
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
}`,WU=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
}`,$U=`uniform sampler2D tEquirect;
varying vec3 vWorldDirection;
#include <common>
void main() {
	vec3 direction = normalize( vWorldDirection );
	vec2 sampleUV = equirectUv( direction );
	gl_FragColor = texture2D( tEquirect, sampleUV );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,XU=`uniform float scale;
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
}`,qU=`uniform vec3 diffuse;
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
}`,YU=`#include <common>
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
}`,ZU=`uniform vec3 diffuse;
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
}`,JU=`#define LAMBERT
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
}`,KU=`#define LAMBERT
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
}`,QU=`#define MATCAP
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
}`,jU=`#define MATCAP
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
}`,tF=`#define NORMAL
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
}`,eF=`#define NORMAL
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
}`,nF=`#define PHONG
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
}`,iF=`#define PHONG
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
}`,rF=`#define STANDARD
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
}`,sF=`#define STANDARD
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
}`,oF=`#define TOON
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
}`,aF=`#define TOON
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
}`,cF=`uniform float size;
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
}`,lF=`uniform vec3 diffuse;
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
}`,uF=`#include <common>
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
}`,fF=`uniform vec3 color;
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
}`,hF=`uniform float rotation;
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
}`,dF=`uniform vec3 diffuse;
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
}`,Yt={alphahash_fragment:UN,alphahash_pars_fragment:FN,alphamap_fragment:ON,alphamap_pars_fragment:BN,alphatest_fragment:kN,alphatest_pars_fragment:zN,aomap_fragment:GN,aomap_pars_fragment:VN,batching_pars_vertex:HN,batching_vertex:WN,begin_vertex:$N,beginnormal_vertex:XN,bsdfs:qN,iridescence_fragment:YN,bumpmap_pars_fragment:ZN,clipping_planes_fragment:JN,clipping_planes_pars_fragment:KN,clipping_planes_pars_vertex:QN,clipping_planes_vertex:jN,color_fragment:tD,color_pars_fragment:eD,color_pars_vertex:nD,color_vertex:iD,common:rD,defaultnormal_vertex:sD,displacementmap_pars_vertex:oD,displacementmap_vertex:aD,emissivemap_fragment:cD,emissivemap_pars_fragment:lD,colorspace_fragment:uD,colorspace_pars_fragment:fD,envmap_fragment:hD,envmap_common_pars_fragment:dD,envmap_pars_fragment:pD,envmap_pars_vertex:mD,envmap_physical_pars_fragment:AD,envmap_vertex:gD,fog_vertex:_D,fog_pars_vertex:yD,fog_fragment:xD,fog_pars_fragment:vD,gradientmap_pars_fragment:bD,lightmap_pars_fragment:MD,lights_lambert_fragment:SD,lights_lambert_pars_fragment:wD,lights_pars_begin:TD,lights_toon_fragment:ED,lights_toon_pars_fragment:CD,lights_phong_fragment:RD,lights_phong_pars_fragment:ID,lights_physical_fragment:PD,lights_physical_pars_fragment:LD,lights_fragment_begin:ND,lights_fragment_maps:DD,lights_fragment_end:UD,lightprobes_pars_fragment:FD,logdepthbuf_fragment:OD,logdepthbuf_pars_fragment:BD,logdepthbuf_pars_vertex:kD,logdepthbuf_vertex:zD,map_fragment:GD,map_pars_fragment:VD,map_particle_fragment:HD,map_particle_pars_fragment:WD,metalnessmap_fragment:$D,metalnessmap_pars_fragment:XD,morphinstance_vertex:qD,morphcolor_vertex:YD,morphnormal_vertex:ZD,morphtarget_pars_vertex:JD,morphtarget_vertex:KD,normal_fragment_begin:QD,normal_fragment_maps:jD,normal_pars_fragment:tU,normal_pars_vertex:eU,normal_vertex:nU,normalmap_pars_fragment:iU,clearcoat_normal_fragment_begin:rU,clearcoat_normal_fragment_maps:sU,clearcoat_pars_fragment:oU,iridescence_pars_fragment:aU,opaque_fragment:cU,packing:lU,premultiplied_alpha_fragment:uU,project_vertex:fU,dithering_fragment:hU,dithering_pars_fragment:dU,roughnessmap_fragment:pU,roughnessmap_pars_fragment:mU,shadowmap_pars_fragment:gU,shadowmap_pars_vertex:_U,shadowmap_vertex:yU,shadowmask_pars_fragment:xU,skinbase_vertex:vU,skinning_pars_vertex:bU,skinning_vertex:MU,skinnormal_vertex:SU,specularmap_fragment:wU,specularmap_pars_fragment:TU,tonemapping_fragment:AU,tonemapping_pars_fragment:EU,transmission_fragment:CU,transmission_pars_fragment:RU,uv_pars_fragment:IU,uv_pars_vertex:PU,uv_vertex:LU,worldpos_vertex:NU,background_vert:DU,background_frag:UU,backgroundCube_vert:FU,backgroundCube_frag:OU,cube_vert:BU,cube_frag:kU,depth_vert:zU,depth_frag:GU,distance_vert:VU,distance_frag:HU,equirect_vert:WU,equirect_frag:$U,linedashed_vert:XU,linedashed_frag:qU,meshbasic_vert:YU,meshbasic_frag:ZU,meshlambert_vert:JU,meshlambert_frag:KU,meshmatcap_vert:QU,meshmatcap_frag:jU,meshnormal_vert:tF,meshnormal_frag:eF,meshphong_vert:nF,meshphong_frag:iF,meshphysical_vert:rF,meshphysical_frag:sF,meshtoon_vert:oF,meshtoon_frag:aF,points_vert:cF,points_frag:lF,shadow_vert:uF,shadow_frag:fF,sprite_vert:hF,sprite_frag:dF},Tt={common:{diffuse:{value:new ne(16777215)},opacity:{value:1},map:{value:null},mapTransform:{value:new kt},alphaMap:{value:null},alphaMapTransform:{value:new kt},alphaTest:{value:0}},specularmap:{specularMap:{value:null},specularMapTransform:{value:new kt}},envmap:{envMap:{value:null},envMapRotation:{value:new kt},reflectivity:{value:1},ior:{value:1.5},refractionRatio:{value:.98},dfgLUT:{value:null}},aomap:{aoMap:{value:null},aoMapIntensity:{value:1},aoMapTransform:{value:new kt}},lightmap:{lightMap:{value:null},lightMapIntensity:{value:1},lightMapTransform:{value:new kt}},bumpmap:{bumpMap:{value:null},bumpMapTransform:{value:new kt},bumpScale:{value:1}},normalmap:{normalMap:{value:null},normalMapTransform:{value:new kt},normalScale:{value:new se(1,1)}},displacementmap:{displacementMap:{value:null},displacementMapTransform:{value:new kt},displacementScale:{value:1},displacementBias:{value:0}},emissivemap:{emissiveMap:{value:null},emissiveMapTransform:{value:new kt}},metalnessmap:{metalnessMap:{value:null},metalnessMapTransform:{value:new kt}},roughnessmap:{roughnessMap:{value:null},roughnessMapTransform:{value:new kt}},gradientmap:{gradientMap:{value:null}},fog:{fogDensity:{value:25e-5},fogNear:{value:1},fogFar:{value:2e3},fogColor:{value:new ne(16777215)}},lights:{ambientLightColor:{value:[]},lightProbe:{value:[]},sunLights:{value:[],properties:{direction:{},color:{}}},sunLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},sunShadowMatrix:{value:[]},sunShadowCascade:{value:[]},directionalLights:{value:[],properties:{direction:{},color:{}}},directionalLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},directionalShadowMatrix:{value:[]},spotLights:{value:[],properties:{color:{},position:{},direction:{},distance:{},coneCos:{},penumbraCos:{},decay:{}}},spotLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},spotLightMap:{value:[]},spotLightMatrix:{value:[]},pointLights:{value:[],properties:{color:{},position:{},decay:{},distance:{}}},pointLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{},shadowCameraNear:{},shadowCameraFar:{}}},pointShadowMatrix:{value:[]},hemisphereLights:{value:[],properties:{direction:{},skyColor:{},groundColor:{}}},rectAreaLights:{value:[],properties:{color:{},position:{},width:{},height:{}}},ltc_1:{value:null},ltc_2:{value:null},probesSH:{value:[]},probesMin:{value:[]},probesMax:{value:[]},probesResolution:{value:[]}},points:{diffuse:{value:new ne(16777215)},opacity:{value:1},size:{value:1},scale:{value:1},map:{value:null},alphaMap:{value:null},alphaMapTransform:{value:new kt},alphaTest:{value:0},uvTransform:{value:new kt}},sprite:{diffuse:{value:new ne(16777215)},opacity:{value:1},center:{value:new se(.5,.5)},rotation:{value:0},map:{value:null},mapTransform:{value:new kt},alphaMap:{value:null},alphaMapTransform:{value:new kt},alphaTest:{value:0}}},Ki={basic:{uniforms:on([Tt.common,Tt.specularmap,Tt.envmap,Tt.aomap,Tt.lightmap,Tt.fog]),vertexShader:Yt.meshbasic_vert,fragmentShader:Yt.meshbasic_frag},lambert:{uniforms:on([Tt.common,Tt.specularmap,Tt.envmap,Tt.aomap,Tt.lightmap,Tt.emissivemap,Tt.bumpmap,Tt.normalmap,Tt.displacementmap,Tt.fog,Tt.lights,{emissive:{value:new ne(0)},envMapIntensity:{value:1}}]),vertexShader:Yt.meshlambert_vert,fragmentShader:Yt.meshlambert_frag},phong:{uniforms:on([Tt.common,Tt.specularmap,Tt.envmap,Tt.aomap,Tt.lightmap,Tt.emissivemap,Tt.bumpmap,Tt.normalmap,Tt.displacementmap,Tt.fog,Tt.lights,{emissive:{value:new ne(0)},specular:{value:new ne(1118481)},shininess:{value:30},envMapIntensity:{value:1}}]),vertexShader:Yt.meshphong_vert,fragmentShader:Yt.meshphong_frag},standard:{uniforms:on([Tt.common,Tt.envmap,Tt.aomap,Tt.lightmap,Tt.emissivemap,Tt.bumpmap,Tt.normalmap,Tt.displacementmap,Tt.roughnessmap,Tt.metalnessmap,Tt.fog,Tt.lights,{emissive:{value:new ne(0)},roughness:{value:1},metalness:{value:0},envMapIntensity:{value:1}}]),vertexShader:Yt.meshphysical_vert,fragmentShader:Yt.meshphysical_frag},toon:{uniforms:on([Tt.common,Tt.aomap,Tt.lightmap,Tt.emissivemap,Tt.bumpmap,Tt.normalmap,Tt.displacementmap,Tt.gradientmap,Tt.fog,Tt.lights,{emissive:{value:new ne(0)}}]),vertexShader:Yt.meshtoon_vert,fragmentShader:Yt.meshtoon_frag},matcap:{uniforms:on([Tt.common,Tt.bumpmap,Tt.normalmap,Tt.displacementmap,Tt.fog,{matcap:{value:null}}]),vertexShader:Yt.meshmatcap_vert,fragmentShader:Yt.meshmatcap_frag},points:{uniforms:on([Tt.points,Tt.fog]),vertexShader:Yt.points_vert,fragmentShader:Yt.points_frag},dashed:{uniforms:on([Tt.common,Tt.fog,{scale:{value:1},dashSize:{value:1},totalSize:{value:2}}]),vertexShader:Yt.linedashed_vert,fragmentShader:Yt.linedashed_frag},depth:{uniforms:on([Tt.common,Tt.displacementmap]),vertexShader:Yt.depth_vert,fragmentShader:Yt.depth_frag},normal:{uniforms:on([Tt.common,Tt.bumpmap,Tt.normalmap,Tt.displacementmap,{opacity:{value:1}}]),vertexShader:Yt.meshnormal_vert,fragmentShader:Yt.meshnormal_frag},sprite:{uniforms:on([Tt.sprite,Tt.fog]),vertexShader:Yt.sprite_vert,fragmentShader:Yt.sprite_frag},background:{uniforms:{uvTransform:{value:new kt},t2D:{value:null},backgroundIntensity:{value:1}},vertexShader:Yt.background_vert,fragmentShader:Yt.background_frag},backgroundCube:{uniforms:{envMap:{value:null},backgroundBlurriness:{value:0},backgroundIntensity:{value:1},backgroundRotation:{value:new kt}},vertexShader:Yt.backgroundCube_vert,fragmentShader:Yt.backgroundCube_frag},cube:{uniforms:{tCube:{value:null},tFlip:{value:-1},opacity:{value:1}},vertexShader:Yt.cube_vert,fragmentShader:Yt.cube_frag},equirect:{uniforms:{tEquirect:{value:null}},vertexShader:Yt.equirect_vert,fragmentShader:Yt.equirect_frag},distance:{uniforms:on([Tt.common,Tt.displacementmap,{referencePosition:{value:new K},nearDistance:{value:1},farDistance:{value:1e3}}]),vertexShader:Yt.distance_vert,fragmentShader:Yt.distance_frag},shadow:{uniforms:on([Tt.lights,Tt.fog,{color:{value:new ne(0)},opacity:{value:1}}]),vertexShader:Yt.shadow_vert,fragmentShader:Yt.shadow_frag}};Ki.physical={uniforms:on([Ki.standard.uniforms,{clearcoat:{value:0},clearcoatMap:{value:null},clearcoatMapTransform:{value:new kt},clearcoatNormalMap:{value:null},clearcoatNormalMapTransform:{value:new kt},clearcoatNormalScale:{value:new se(1,1)},clearcoatRoughness:{value:0},clearcoatRoughnessMap:{value:null},clearcoatRoughnessMapTransform:{value:new kt},diffuseRoughness:{value:0},diffuseRoughnessMap:{value:null},diffuseRoughnessMapTransform:{value:new kt},dispersion:{value:0},retroreflectivity:{value:0},iridescence:{value:0},iridescenceMap:{value:null},iridescenceMapTransform:{value:new kt},iridescenceIOR:{value:1.3},iridescenceThicknessMinimum:{value:100},iridescenceThicknessMaximum:{value:400},iridescenceThicknessMap:{value:null},iridescenceThicknessMapTransform:{value:new kt},sheen:{value:0},sheenColor:{value:new ne(0)},sheenColorMap:{value:null},sheenColorMapTransform:{value:new kt},sheenRoughness:{value:1},sheenRoughnessMap:{value:null},sheenRoughnessMapTransform:{value:new kt},transmission:{value:0},transmissionMap:{value:null},transmissionMapTransform:{value:new kt},transmissionSamplerSize:{value:new se},transmissionSamplerMap:{value:null},thickness:{value:0},thicknessMap:{value:null},thicknessMapTransform:{value:new kt},attenuationDistance:{value:0},attenuationColor:{value:new ne(0)},specularColor:{value:new ne(1,1,1)},specularColorMap:{value:null},specularColorMapTransform:{value:new kt},specularIntensity:{value:1},specularIntensityMap:{value:null},specularIntensityMapTransform:{value:new kt},anisotropyVector:{value:new se},anisotropyMap:{value:null},anisotropyMapTransform:{value:new kt}}]),vertexShader:Yt.meshphysical_vert,fragmentShader:Yt.meshphysical_frag};var kh={r:0,b:0,g:0},pF=new Ae,vA=new kt;vA.set(-1,0,0,0,1,0,0,0,1);function mF(e,t,n,i,r,s){let o=new ne(0),a=r===!0?0:1,c,l,u=null,h=0,f=null;function d(x){let w=x.isScene===!0?x.background:null;if(w&&w.isTexture){let v=x.backgroundBlurriness>0;w=t.get(w,v)}return w}function p(x){let w=!1,v=d(x);v===null?m(o,a):v&&v.isColor&&(m(v,1),w=!0);let T=e.xr.getEnvironmentBlendMode();T==="additive"?n.buffers.color.setClear(0,0,0,1,s):T==="alpha-blend"&&n.buffers.color.setClear(0,0,0,0,s),(e.autoClear||w)&&(n.buffers.depth.setTest(!0),n.buffers.depth.setMask(!0),n.buffers.color.setMask(!0),e.clear(e.autoClearColor,e.autoClearDepth,e.autoClearStencil))}function _(x,w){let v=d(w);v&&v.isCubeTexture?(l===void 0&&(l=new Xi(new la(1,1,1),new qi({name:"BackgroundCubeMaterial",uniforms:Zs(Ki.backgroundCube.uniforms),vertexShader:Ki.backgroundCube.vertexShader,fragmentShader:Ki.backgroundCube.fragmentShader,side:mn,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),l.geometry.deleteAttribute("normal"),l.geometry.deleteAttribute("uv"),l.onBeforeRender=function(T,M,y){this.matrixWorld.copyPosition(y.matrixWorld)},Object.defineProperty(l.material,"envMap",{get:function(){return this.uniforms.envMap.value}}),i.update(l)),l.material.uniforms.envMap.value=v,l.material.uniforms.backgroundBlurriness.value=w.backgroundBlurriness,l.material.uniforms.backgroundIntensity.value=w.backgroundIntensity,l.material.uniforms.backgroundRotation.value.setFromMatrix4(pF.makeRotationFromEuler(w.backgroundRotation)).transpose(),v.isRenderTargetTexture===!1&&l.material.uniforms.backgroundRotation.value.premultiply(vA),l.material.toneMapped=jt.getTransfer(v.colorSpace)!==le,(u!==v||h!==v.version||f!==e.toneMapping)&&(l.material.needsUpdate=!0,u=v,h=v.version,f=e.toneMapping),l.layers.enableAll(),x.unshift(l,l.geometry,l.material,0,0,null)):v&&v.isTexture&&(c===void 0&&(c=new Xi(new Gc(2,2),new qi({name:"BackgroundMaterial",uniforms:Zs(Ki.background.uniforms),vertexShader:Ki.background.vertexShader,fragmentShader:Ki.background.fragmentShader,side:ss,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),c.geometry.deleteAttribute("normal"),Object.defineProperty(c.material,"map",{get:function(){return this.uniforms.t2D.value}}),i.update(c)),c.material.uniforms.t2D.value=v,c.material.uniforms.backgroundIntensity.value=w.backgroundIntensity,c.material.toneMapped=jt.getTransfer(v.colorSpace)!==le,v.matrixAutoUpdate===!0&&v.updateMatrix(),c.material.uniforms.uvTransform.value.copy(v.matrix),(u!==v||h!==v.version||f!==e.toneMapping)&&(c.material.needsUpdate=!0,u=v,h=v.version,f=e.toneMapping),c.layers.enableAll(),x.unshift(c,c.geometry,c.material,0,0,null))}function m(x,w){x.getRGB(kh,M_(e)),n.buffers.color.setClear(kh.r,kh.g,kh.b,w,s)}function g(){l!==void 0&&(l.geometry.dispose(),l.material.dispose(),l=void 0),c!==void 0&&(c.geometry.dispose(),c.material.dispose(),c=void 0)}return{getClearColor:function(){return o},setClearColor:function(x,w=1){o.set(x),a=w,m(o,a)},getClearAlpha:function(){return a},setClearAlpha:function(x){a=x,m(o,a)},render:p,addToRenderList:_,dispose:g}}function gF(e,t){let n=e.getParameter(e.MAX_VERTEX_ATTRIBS),i={},r=f(null),s=r,o=!1;function a(E,N,B,P,L){let z=!1,k=h(E,P,B,N);s!==k&&(s=k,l(s.object)),z=d(E,P,B,L),z&&p(E,P,B,L),L!==null&&t.update(L,e.ELEMENT_ARRAY_BUFFER),(z||o)&&(o=!1,v(E,N,B,P),L!==null&&e.bindBuffer(e.ELEMENT_ARRAY_BUFFER,t.get(L).buffer))}function c(){return e.createVertexArray()}function l(E){return e.bindVertexArray(E)}function u(E){return e.deleteVertexArray(E)}function h(E,N,B,P){let L=P.wireframe===!0,z=i[N.id];z===void 0&&(z={},i[N.id]=z);let k=E.isInstancedMesh===!0?E.id:0,Y=z[k];Y===void 0&&(Y={},z[k]=Y);let U=Y[B.id];U===void 0&&(U={},Y[B.id]=U);let G=U[L];return G===void 0&&(G=f(c()),U[L]=G),G}function f(E){let N=[],B=[],P=[];for(let L=0;L<n;L++)N[L]=0,B[L]=0,P[L]=0;return{geometry:null,program:null,wireframe:!1,newAttributes:N,enabledAttributes:B,attributeDivisors:P,object:E,attributes:{},index:null}}function d(E,N,B,P){let L=s.attributes,z=N.attributes,k=0,Y=B.getAttributes();for(let U in Y)if(Y[U].location>=0){let X=L[U],st=z[U];if(st===void 0&&(U==="instanceMatrix"&&E.instanceMatrix&&(st=E.instanceMatrix),U==="instanceColor"&&E.instanceColor&&(st=E.instanceColor)),X===void 0||X.attribute!==st||st&&X.data!==st.data)return!0;k++}return s.attributesNum!==k||s.index!==P}function p(E,N,B,P){let L={},z=N.attributes,k=0,Y=B.getAttributes();for(let U in Y)if(Y[U].location>=0){let X=z[U];X===void 0&&(U==="instanceMatrix"&&E.instanceMatrix&&(X=E.instanceMatrix),U==="instanceColor"&&E.instanceColor&&(X=E.instanceColor));let st={};st.attribute=X,X&&X.data&&(st.data=X.data),L[U]=st,k++}s.attributes=L,s.attributesNum=k,s.index=P}function _(){let E=s.newAttributes;for(let N=0,B=E.length;N<B;N++)E[N]=0}function m(E){g(E,0)}function g(E,N){let B=s.newAttributes,P=s.enabledAttributes,L=s.attributeDivisors;B[E]=1,P[E]===0&&(e.enableVertexAttribArray(E),P[E]=1),L[E]!==N&&(e.vertexAttribDivisor(E,N),L[E]=N)}function x(){let E=s.newAttributes,N=s.enabledAttributes;for(let B=0,P=N.length;B<P;B++)N[B]!==E[B]&&(e.disableVertexAttribArray(B),N[B]=0)}function w(E,N,B,P,L,z,k){k===!0?e.vertexAttribIPointer(E,N,B,L,z):e.vertexAttribPointer(E,N,B,P,L,z)}function v(E,N,B,P){_();let L=P.attributes,z=B.getAttributes(),k=N.defaultAttributeValues;for(let Y in z){let U=z[Y];if(U.location>=0){let G=L[Y];if(G===void 0&&(Y==="instanceMatrix"&&E.instanceMatrix&&(G=E.instanceMatrix),Y==="instanceColor"&&E.instanceColor&&(G=E.instanceColor)),G!==void 0){let X=G.normalized,st=G.itemSize,ct=t.get(G);if(ct===void 0)continue;let W=ct.buffer,at=ct.type,ft=ct.bytesPerElement,ot=at===e.INT||at===e.UNSIGNED_INT||G.gpuType===ih;if(G.isInterleavedBufferAttribute){let rt=G.data,Z=rt.isInterleavedBuffer===!0?rt.stride:rt.itemSize,gt=G.offset;if(rt.isInstancedInterleavedBuffer||rt.isInstancedBufferAttribute){for(let lt=0;lt<U.locationSize;lt++)g(U.location+lt,rt.meshPerAttribute);E.isInstancedMesh!==!0&&P._maxInstanceCount===void 0&&(P._maxInstanceCount=rt.meshPerAttribute*rt.count)}else for(let lt=0;lt<U.locationSize;lt++)m(U.location+lt);e.bindBuffer(e.ARRAY_BUFFER,W);for(let lt=0;lt<U.locationSize;lt++)w(U.location+lt,st/U.locationSize,at,X,Z*ft,(gt+st/U.locationSize*lt)*ft,ot)}else{if(G.isInstancedBufferAttribute){for(let rt=0;rt<U.locationSize;rt++)g(U.location+rt,G.meshPerAttribute);E.isInstancedMesh!==!0&&P._maxInstanceCount===void 0&&(P._maxInstanceCount=G.meshPerAttribute*G.count)}else for(let rt=0;rt<U.locationSize;rt++)m(U.location+rt);e.bindBuffer(e.ARRAY_BUFFER,W);for(let rt=0;rt<U.locationSize;rt++)w(U.location+rt,st/U.locationSize,at,X,st*ft,st/U.locationSize*rt*ft,ot)}}else if(k!==void 0){let X=k[Y];if(X!==void 0)switch(X.length){case 2:e.vertexAttrib2fv(U.location,X);break;case 3:e.vertexAttrib3fv(U.location,X);break;case 4:e.vertexAttrib4fv(U.location,X);break;default:e.vertexAttrib1fv(U.location,X)}}}}x()}function T(){I();for(let E in i){let N=i[E];for(let B in N){let P=N[B];for(let L in P){let z=P[L];for(let k in z)u(z[k].object),delete z[k];delete P[L]}}delete i[E]}}function M(E){if(i[E.id]===void 0)return;let N=i[E.id];for(let B in N){let P=N[B];for(let L in P){let z=P[L];for(let k in z)u(z[k].object),delete z[k];delete P[L]}}delete i[E.id]}function y(E){for(let N in i){let B=i[N];for(let P in B){let L=B[P];if(L[E.id]===void 0)continue;let z=L[E.id];for(let k in z)u(z[k].object),delete z[k];delete L[E.id]}}}function b(E){for(let N in i){let B=i[N],P=E.isInstancedMesh===!0?E.id:0,L=B[P];if(L!==void 0){for(let z in L){let k=L[z];for(let Y in k)u(k[Y].object),delete k[Y];delete L[z]}delete B[P],Object.keys(B).length===0&&delete i[N]}}}function I(){C(),o=!0,s!==r&&(s=r,l(s.object))}function C(){r.geometry=null,r.program=null,r.wireframe=!1}return{setup:a,reset:I,resetDefaultState:C,dispose:T,releaseStatesOfGeometry:M,releaseStatesOfObject:b,releaseStatesOfProgram:y,initAttributes:_,enableAttribute:m,disableUnusedAttributes:x}}function _F(e,t,n){let i;function r(c){i=c}function s(c,l){e.drawArrays(i,c,l),n.update(l,i,1)}function o(c,l,u){u!==0&&(e.drawArraysInstanced(i,c,l,u),n.update(l,i,u))}function a(c,l,u){if(u===0)return;t.get("WEBGL_multi_draw").multiDrawArraysWEBGL(i,c,0,l,0,u);let f=0;for(let d=0;d<u;d++)f+=l[d];n.update(f,i,1)}this.setMode=r,this.render=s,this.renderInstances=o,this.renderMultiDraw=a}function yF(e,t,n,i){let r;function s(){if(r!==void 0)return r;if(t.has("EXT_texture_filter_anisotropic")===!0){let y=t.get("EXT_texture_filter_anisotropic");r=e.getParameter(y.MAX_TEXTURE_MAX_ANISOTROPY_EXT)}else r=0;return r}function o(y){return!(y!==xi&&i.convert(y)!==e.getParameter(e.IMPLEMENTATION_COLOR_READ_FORMAT))}function a(y){let b=y===yi&&(t.has("EXT_color_buffer_half_float")||t.has("EXT_color_buffer_float"));return!(y!==kn&&y!==_i&&!b&&i.convert(y)!==e.getParameter(e.IMPLEMENTATION_COLOR_READ_TYPE))}function c(y){if(y==="highp"){if(e.getShaderPrecisionFormat(e.VERTEX_SHADER,e.HIGH_FLOAT).precision>0&&e.getShaderPrecisionFormat(e.FRAGMENT_SHADER,e.HIGH_FLOAT).precision>0)return"highp";y="mediump"}return y==="mediump"&&e.getShaderPrecisionFormat(e.VERTEX_SHADER,e.MEDIUM_FLOAT).precision>0&&e.getShaderPrecisionFormat(e.FRAGMENT_SHADER,e.MEDIUM_FLOAT).precision>0?"mediump":"lowp"}let l=n.precision!==void 0?n.precision:"highp",u=c(l);u!==l&&(Ft("WebGLRenderer:",l,"not supported, using",u,"instead."),l=u);let h=n.reversedDepthBuffer===!0&&t.has("EXT_clip_control"),f=n.logarithmicDepthBuffer===!0&&h===!1;n.reversedDepthBuffer===!0&&h===!1&&Ft("WebGLRenderer: Unable to use reversed depth buffer due to missing EXT_clip_control extension. Fallback to default depth buffer."),n.logarithmicDepthBuffer===!0&&h===!0&&Ft("WebGLRenderer: Logarithmic depth buffer is ignored when reversed depth buffer is enabled.");let d=e.getParameter(e.MAX_TEXTURE_IMAGE_UNITS),p=e.getParameter(e.MAX_VERTEX_TEXTURE_IMAGE_UNITS),_=e.getParameter(e.MAX_TEXTURE_SIZE),m=e.getParameter(e.MAX_CUBE_MAP_TEXTURE_SIZE),g=e.getParameter(e.MAX_VERTEX_ATTRIBS),x=e.getParameter(e.MAX_VERTEX_UNIFORM_VECTORS),w=e.getParameter(e.MAX_VARYING_VECTORS),v=e.getParameter(e.MAX_FRAGMENT_UNIFORM_VECTORS),T=e.getParameter(e.MAX_SAMPLES),M=e.getParameter(e.SAMPLES);return{isWebGL2:!0,getMaxAnisotropy:s,getMaxPrecision:c,textureFormatReadable:o,textureTypeReadable:a,precision:l,logarithmicDepthBuffer:f,reversedDepthBuffer:h,maxTextures:d,maxVertexTextures:p,maxTextureSize:_,maxCubemapSize:m,maxAttributes:g,maxVertexUniforms:x,maxVaryings:w,maxFragmentUniforms:v,maxSamples:T,samples:M}}function xF(e){let t=this,n=null,i=0,r=!1,s=!1,o=new mi,a=new kt,c={value:null,needsUpdate:!1};this.uniform=c,this.numPlanes=0,this.numIntersection=0,this.init=function(h,f){let d=h.length!==0||f||i!==0||r;return r=f,i=h.length,d},this.beginShadows=function(){s=!0,u(null)},this.endShadows=function(){s=!1},this.setGlobalState=function(h,f){n=u(h,f,0)},this.setState=function(h,f,d){let p=h.clippingPlanes,_=h.clipIntersection,m=h.clipShadows,g=e.get(h);if(!r||p===null||p.length===0||s&&!m)s?u(null):l();else{let x=s?0:i,w=x*4,v=g.clippingState||null;c.value=v,v=u(p,f,w,d);for(let T=0;T!==w;++T)v[T]=n[T];g.clippingState=v,this.numIntersection=_?this.numPlanes:0,this.numPlanes+=x}};function l(){c.value!==n&&(c.value=n,c.needsUpdate=i>0),t.numPlanes=i,t.numIntersection=0}function u(h,f,d,p){let _=h!==null?h.length:0,m=null;if(_!==0){if(m=c.value,p!==!0||m===null){let g=d+_*4,x=f.matrixWorldInverse;a.getNormalMatrix(x),(m===null||m.length<g)&&(m=new Float32Array(g));for(let w=0,v=d;w!==_;++w,v+=4)o.copy(h[w]).applyMatrix4(x,a),o.normal.toArray(m,v),m[v+3]=o.constant}c.value=m,c.needsUpdate=!0}return t.numPlanes=_,t.numIntersection=0,m}}var el=class extends On{constructor(t=1,n={}){super(t,t,n),this.isWebGLCubeRenderTarget=!0;let i={width:t,height:t,depth:1},r=[i,i,i,i,i,i];this.texture=new Bc(r),this._setTextureOptions(n),this.texture.isRenderTargetTexture=!0}fromEquirectangularTexture(t,n){this.texture.type=n.type,this.texture.colorSpace=n.colorSpace,this.texture.generateMipmaps=n.generateMipmaps,this.texture.minFilter=n.minFilter,this.texture.magFilter=n.magFilter;let i={uniforms:{tEquirect:{value:null}},vertexShader:`

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
			`},r=new la(5,5,5),s=new qi({name:"CubemapFromEquirect",uniforms:Zs(i.uniforms),vertexShader:i.vertexShader,fragmentShader:i.fragmentShader,side:mn,blending:$s});s.uniforms.tEquirect.value=n;let o=new Xi(r,s),a=n.minFilter;return n.minFilter===Ar&&(n.minFilter=pn),new ua(1,10,this).update(t,o),n.minFilter=a,o.geometry.dispose(),o.material.dispose(),this}clear(t,n=!0,i=!0,r=!0){let s=t.getRenderTarget();for(let o=0;o<6;o++)t.setRenderTarget(this,o),t.clear(n,i,r);t.setRenderTarget(s)}},QT=256,vF=3,bF=20,bA=256,MA=16,MF=3,SF=new K,wF=new ne,Gh=class e{constructor(t){this._renderer=t,this._cubeSize=0,this._sourceTarget=null,this._cubeCamera=new ua(1,10,null),this._boxMesh=new Xi(new la(5,5,5),null),this._cubemapMaterial=null,this._equirectMaterial=null,this._blurMaterial=null,this._ggxMaterial=null,this._integrationMaterial=null}fromScene(t,n=0,i=.1,r=100,s={}){let{size:o=256,position:a=SF}=s,c=this._renderer;this._setSize(o);let l=this._allocateTarget(),u=this._getSourceTarget(!0);n>0&&(u.texture.mipmapsAutoUpdate=!1);let h=c.autoClear,f=c.autoClearColor,d=c.autoClearDepth,p=c.autoClearStencil,_=t.background;c.autoClear=!0,c.autoClearColor=!0,c.autoClearDepth=!0,c.autoClearStencil=!0,_===null&&(t.background=c.getClearColor(wF));let m=new ua(i,r,u);return m.position.copy(a),m.update(c,t),c.autoClear=h,c.autoClearColor=f,c.autoClearDepth=d,c.autoClearStencil=p,t.background=_,n>0&&(u.texture.mipmapsAutoUpdate=!0,this._blur(l,n)),this._applyPMREM(l),l}fromEquirectangular(t,n=null){return this._fromTexture(t,n)}fromCubemap(t,n=null){return this._fromTexture(t,n)}compileCubemapShader(){this._cubemapMaterial===null&&(this._cubemapMaterial=eA(),this._compileMaterial(this._cubemapMaterial))}compileEquirectangularShader(){this._equirectMaterial===null&&(this._equirectMaterial=tA(),this._compileMaterial(this._equirectMaterial))}dispose(){this._sourceTarget!==null&&this._sourceTarget.dispose(),this._cubemapMaterial!==null&&this._cubemapMaterial.dispose(),this._equirectMaterial!==null&&this._equirectMaterial.dispose(),this._blurMaterial!==null&&this._blurMaterial.dispose(),this._ggxMaterial!==null&&this._ggxMaterial.dispose(),this._integrationMaterial!==null&&this._integrationMaterial.dispose(),this._boxMesh.geometry.dispose()}static lodToRoughness(t,n){return n>0?1-Math.sqrt(1-t/n):0}_setSize(t){this._cubeSize=Math.max(QT,qT(t))}_fromTexture(t,n){t.mapping===qs||t.mapping===da?this._setSize(t.image.length===0?QT:t.image[0].width||t.image[0].image.width):this._setSize(t.image.width/4);let i=n||this._allocateTarget();return this._textureToCubemap(t),this._applyPMREM(i),i}_allocateTarget(){let t=this._cubeSize,n=jT(t,!1,!1),i=Math.log2(t)-vF;for(let r=0;r<=i;r++)n.texture.mipmaps.push({width:t>>r,height:t>>r});return n.texture.name="PMREM",n.texture.isPMREMTexture=!0,n}_getSourceTarget(t=!1){let n=this._cubeSize,i=this._sourceTarget;return(i===null||i.width!==n||t&&i.depthBuffer===!1)&&(i!==null&&i.dispose(),this._sourceTarget=jT(n,!0,t)),this._sourceTarget}_compileMaterial(t){this._boxMesh.material=t,this._renderer.compile(this._boxMesh,this._cubeCamera.children[0])}_renderCube(t,n,i){let r=this._boxMesh,s=this._cubeCamera;r.material=i,s.renderTarget=t,s.activeMipmapLevel=n;let o=t.width>>n;t.viewport.set(0,0,o,o),s.update(this._renderer,r),t.viewport.set(0,0,t.width,t.height)}_textureToCubemap(t){let n;t.mapping===qs||t.mapping===da?(this._cubemapMaterial===null&&(this._cubemapMaterial=eA()),n=this._cubemapMaterial,n.uniforms.flipEnvMap.value=t.isRenderTargetTexture===!1?-1:1):(this._equirectMaterial===null&&(this._equirectMaterial=tA()),n=this._equirectMaterial),n.uniforms.envMap.value=t,this._renderCube(this._getSourceTarget(),0,n)}_applyPMREM(t){this._ggxMaterial===null&&(this._ggxMaterial=TF(),this._integrationMaterial=AF());let n=this._cubeSize,i=t.texture.mipmaps.length-1,r=this._ggxMaterial.uniforms;r.envMap.value=this._sourceTarget.texture;let s=this._integrationMaterial.uniforms;s.envMap.value=this._sourceTarget.texture,s.sourceLod.value=Math.log2(n/MA);for(let o=0;o<=i;o++){let a=e.lodToRoughness(o,i);if(o>i-MF)s.roughness.value=a,this._renderCube(t,o,this._integrationMaterial);else{let c=a>0?Math.log2(n)+.5*Math.log2(6/(bA*Math.pow(a,4)))+.5:0;r.roughness.value=a,r.lodBias.value=c,this._renderCube(t,o,this._ggxMaterial)}}}_blur(t,n){this._blurMaterial===null&&(this._blurMaterial=EF());let i=this._blurMaterial,r=i.uniforms,s=this._sourceTarget;r.sigma.value=Math.min(n,Math.PI)/Math.SQRT2,r.envMap.value=s.texture,this._renderCube(t,0,i),r.envMap.value=t.texture,this._renderCube(s,0,i)}};function jT(e,t,n){return new el(e,{minFilter:Ar,generateMipmaps:t,type:yi,colorSpace:Rc,depthBuffer:n})}function nl(e,t,n){return new qi({name:e,uniforms:t,vertexShader:Yt.cube_vert,fragmentShader:n,side:mn,blending:$s,depthTest:!1,depthWrite:!1})}function TF(){return nl("PMREMGGXConvolution",{envMap:{value:null},roughness:{value:0},lodBias:{value:0}},`

		#define GGX_SAMPLES ${bA}u

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
	`)}function AF(){return nl("PMREMGGXIntegration",{envMap:{value:null},roughness:{value:0},sourceLod:{value:0},sourceSize:{value:MA}},`

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
	`)}function EF(){return nl("PMREMSphericalGaussianBlur",{envMap:{value:null},sigma:{value:0}},`

		#define SAMPLES ${bF}
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
	`)}function tA(){return nl("PMREMEquirectangularToCubemap",{envMap:{value:null}},`

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
	`)}function eA(){return nl("PMREMCubemapToCubemap",{envMap:{value:null},flipEnvMap:{value:-1}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float flipEnvMap;

		void main() {

			gl_FragColor = vec4( textureCube( envMap, vec3( flipEnvMap * vWorldDirection.x, vWorldDirection.yz ) ).rgb, 1.0 );

		}
	`)}function CF(e){let t=new WeakMap,n=new WeakMap,i=null;function r(f,d=!1){return f==null?null:d?o(f):s(f)}function s(f){if(f&&f.isTexture){let d=f.mapping;if(d===th||d===eh)if(t.has(f)){let p=t.get(f).texture;return a(p,f.mapping)}else{let p=f.image;if(p&&p.height>0){let _=new el(p.height);return _.fromEquirectangularTexture(e,f),t.set(f,_),f.addEventListener("dispose",l),a(_.texture,f.mapping)}else return null}}return f}function o(f){if(f&&f.isTexture&&f.isPMREMTexture!==!0){let d=f.mapping,p=d===th||d===eh,_=d===qs||d===da;if(p||_){let m=n.get(f),g=m!==void 0?m.texture.pmremVersion:0;if(f.isRenderTargetTexture&&f.pmremVersion!==g)return i===null&&(i=new Gh(e)),m=p?i.fromEquirectangular(f,m):i.fromCubemap(f,m),m.texture.pmremVersion=f.pmremVersion,n.set(f,m),m.texture;if(m!==void 0)return m.texture;{let x=f.image;return p&&x&&x.height>0||_&&x&&c(x)?(i===null&&(i=new Gh(e)),m=p?i.fromEquirectangular(f):i.fromCubemap(f),m.texture.pmremVersion=f.pmremVersion,n.set(f,m),f.addEventListener("dispose",u),m.texture):null}}}return f}function a(f,d){return d===th?f.mapping=qs:d===eh&&(f.mapping=da),f}function c(f){let d=0,p=6;for(let _=0;_<p;_++)f[_]!==void 0&&d++;return d===p}function l(f){let d=f.target;d.removeEventListener("dispose",l);let p=t.get(d);p!==void 0&&(t.delete(d),p.dispose())}function u(f){let d=f.target;d.removeEventListener("dispose",u);let p=n.get(d);p!==void 0&&(n.delete(d),p.dispose())}function h(){t=new WeakMap,n=new WeakMap,i!==null&&(i.dispose(),i=null)}return{get:r,dispose:h}}function RF(e){let t={};function n(i){if(t[i]!==void 0)return t[i];let r=e.getExtension(i);return t[i]=r,r}return{has:function(i){return n(i)!==null},init:function(){n("EXT_color_buffer_float"),n("WEBGL_clip_cull_distance"),n("OES_texture_float_linear"),n("EXT_color_buffer_half_float"),n("WEBGL_multisampled_render_to_texture"),n("WEBGL_render_shared_exponent")},get:function(i){let r=n(i);return r===null&&Ec("WebGLRenderer: "+i+" extension not supported."),r}}}function IF(e,t,n,i){let r={},s=new WeakMap,o=new FinalizationRegistry(p=>delete r[p]);function a(p){c(p.target)}function c(p){p.index!==null&&t.remove(p.index);for(let m in p.attributes)t.remove(p.attributes[m]);p.removeEventListener("dispose",a),delete r[p.id],o.unregister(p);let _=s.get(p);_&&(t.remove(_),s.delete(p)),i.releaseStatesOfGeometry(p),p.isInstancedBufferGeometry===!0&&delete p._maxInstanceCount,n.memory.geometries--}function l(p,_){return r[_.id]!==void 0||(_.addEventListener("dispose",a),r[_.id]=new WeakRef(_),o.register(_,_.id,_),n.memory.geometries++),_}function u(p){let _=p.attributes;for(let m in _)t.update(_[m],e.ARRAY_BUFFER)}function h(p){let _=p.index,m=p.attributes.position,g=0;if(m===void 0)return;let x=_!==null?_.array.length:m.array.length/3-1,w=m.count>=65535?Oc:Fc,v=new w(Math.ceil(x/3)*6,1),T=v.array;if(_!==null){let y=_.array;g=_.version;for(let b=0,I=0;b<x;b+=3){let C=y[b+0],E=y[b+1],N=y[b+2];T[I++]=C,T[I++]=E,T[I++]=E,T[I++]=N,T[I++]=N,T[I++]=C}}else{g=m.version;for(let y=0,b=0;y<x;y+=3){let I=y+0,C=y+1,E=y+2;T[b++]=I,T[b++]=C,T[b++]=C,T[b++]=E,T[b++]=E,T[b++]=I}}v.version=g;let M=s.get(p);M&&t.remove(M),s.set(p,v)}function f(p){let _=s.get(p);if(_){let m=p.index;m!==null&&_.version<m.version&&h(p)}else h(p);return s.get(p)}function d(){for(let p in r){let _=r[p].deref();_!==void 0&&c(_)}}return{get:l,update:u,getWireframeAttribute:f,dispose:d}}function PF(e,t,n){let i;function r(h){i=h}let s,o;function a(h){s=h.type,o=h.bytesPerElement}function c(h,f){e.drawElements(i,f,s,h*o),n.update(f,i,1)}function l(h,f,d){d!==0&&(e.drawElementsInstanced(i,f,s,h*o,d),n.update(f,i,d))}function u(h,f,d){if(d===0)return;t.get("WEBGL_multi_draw").multiDrawElementsWEBGL(i,f,0,s,h,0,d);let _=0;for(let m=0;m<d;m++)_+=f[m];n.update(_,i,1)}this.setMode=r,this.setIndex=a,this.render=c,this.renderInstances=l,this.renderMultiDraw=u}function LF(e){let t={geometries:0,textures:0},n={frame:0,calls:0,triangles:0,points:0,lines:0};function i(s,o,a){switch(n.calls++,o){case e.TRIANGLES:n.triangles+=a*(s/3);break;case e.LINES:n.lines+=a*(s/2);break;case e.LINE_STRIP:n.lines+=a*(s-1);break;case e.LINE_LOOP:n.lines+=a*s;break;case e.POINTS:n.points+=a*s;break;default:Bt("WebGLInfo: Unknown draw mode:",o);break}}function r(){n.calls=0,n.triangles=0,n.points=0,n.lines=0}return{memory:t,render:n,programs:null,autoReset:!0,reset:r,update:i}}function NF(e,t,n){let i=new WeakMap,r=new be;function s(o,a,c){let l=o.morphTargetInfluences,u=a.morphAttributes.position||a.morphAttributes.normal||a.morphAttributes.color,h=u!==void 0?u.length:0,f=i.get(a);if(f===void 0||f.count!==h){let I=function(){y.dispose(),i.delete(a),a.removeEventListener("dispose",I)};f!==void 0&&f.texture.dispose();let d=a.morphAttributes.position!==void 0,p=a.morphAttributes.normal!==void 0,_=a.morphAttributes.color!==void 0,m=a.morphAttributes.position||[],g=a.morphAttributes.normal||[],x=a.morphAttributes.color||[],w=0;d===!0&&(w=1),p===!0&&(w=2),_===!0&&(w=3);let v=a.attributes.position.count*w,T=1;v>t.maxTextureSize&&(T=Math.ceil(v/t.maxTextureSize),v=t.maxTextureSize);let M=new Float32Array(v*T*4*h),y=new Nc(M,v,T,h);y.type=_i,y.needsUpdate=!0;let b=w*4;for(let C=0;C<h;C++){let E=m[C],N=g[C],B=x[C],P=v*T*4*C;for(let L=0;L<E.count;L++){let z=L*b;d===!0&&(r.fromBufferAttribute(E,L),M[P+z+0]=r.x,M[P+z+1]=r.y,M[P+z+2]=r.z,M[P+z+3]=0),p===!0&&(r.fromBufferAttribute(N,L),M[P+z+4]=r.x,M[P+z+5]=r.y,M[P+z+6]=r.z,M[P+z+7]=0),_===!0&&(r.fromBufferAttribute(B,L),M[P+z+8]=r.x,M[P+z+9]=r.y,M[P+z+10]=r.z,M[P+z+11]=B.itemSize===4?r.w:1)}}f={count:h,texture:y,size:new se(v,T)},i.set(a,f),a.addEventListener("dispose",I)}if(o.isInstancedMesh===!0&&o.morphTexture!==null)c.getUniforms().setValue(e,"morphTexture",o.morphTexture,n);else{let d=0;for(let _=0;_<l.length;_++)d+=l[_];let p=a.morphTargetsRelative?1:1-d;c.getUniforms().setValue(e,"morphTargetBaseInfluence",p),c.getUniforms().setValue(e,"morphTargetInfluences",l)}c.getUniforms().setValue(e,"morphTargetsTexture",f.texture,n),c.getUniforms().setValue(e,"morphTargetsTextureSize",f.size)}return{update:s}}function DF(e,t,n,i,r){let s=new WeakMap;function o(l){let u=r.render.frame,h=l.geometry,f=t.get(l,h);if(s.get(f)!==u&&(t.update(f),s.set(f,u)),l.isInstancedMesh&&(l.hasEventListener("dispose",c)===!1&&l.addEventListener("dispose",c),s.get(l)!==u&&(n.update(l.instanceMatrix,e.ARRAY_BUFFER),l.instanceColor!==null&&n.update(l.instanceColor,e.ARRAY_BUFFER),s.set(l,u))),l.isSkinnedMesh){let d=l.skeleton;s.get(d)!==u&&(d.update(),s.set(d,u))}return f}function a(){s=new WeakMap}function c(l){let u=l.target;u.removeEventListener("dispose",c),i.releaseStatesOfObject(u),n.remove(u.instanceMatrix),u.instanceColor!==null&&n.remove(u.instanceColor)}return{update:o,dispose:a}}var UF={[t_]:"LINEAR_TONE_MAPPING",[e_]:"REINHARD_TONE_MAPPING",[n_]:"CINEON_TONE_MAPPING",[i_]:"ACES_FILMIC_TONE_MAPPING",[s_]:"AGX_TONE_MAPPING",[o_]:"NEUTRAL_TONE_MAPPING",[r_]:"CUSTOM_TONE_MAPPING"};function FF(e,t,n,i,r,s){let o=new On(t,n,{type:e,depthBuffer:r,stencilBuffer:s,samples:i?4:0,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,resolveDepthBuffer:!1,resolveStencilBuffer:!1}),a=null,c=null,l=null,u=new es;u.setAttribute("position",new ei([-1,3,0,-1,-1,0,3,-1,0],3)),u.setAttribute("uv",new ei([0,2,0,0,2,0],2));let h=new kf({uniforms:{tDiffuse:{value:null}},vertexShader:`
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
			}`,depthTest:!1,depthWrite:!1}),f=new Xi(u,h),d=new Qf(-1,1,1,-1,0,1),p=null,_=null,m=!1,g,x=null,w=[],v=!1;this.setSize=function(T,M){o.setSize(T,M),a!==null&&a.setSize(T,M),c!==null&&c.setSize(T,M);for(let y=0;y<w.length;y++){let b=w[y];b.setSize&&b.setSize(T,M)}},this.setEffects=function(T){w=T,v=w.length>0&&w[0].isRenderPass===!0;let M=o.width,y=o.height;w.length>0&&a===null&&(a=new On(M,y,{type:yi,depthBuffer:!1,stencilBuffer:!1}),c=new On(M,y,{type:yi,depthBuffer:!1,stencilBuffer:!1}));let b=r===!0&&w.some(I=>I.needsDepthTexture===!0);b!==(o.depthTexture!==null)&&(b===!0&&l===null&&(l=new Tr(M,y),s===!0&&(l.format=Er,l.type=Ys)),o.dispose(),o.depthTexture=b?l:null,o.resolveDepthBuffer=b,o.storeMultisampledDepthBuffer=b);for(let I=0;I<w.length;I++){let C=w[I];C.setSize&&C.setSize(M,y),b&&C.needsDepthTexture===!0&&C.setDepthTexture&&C.setDepthTexture(l)}},this.begin=function(T,M){if(m||T.toneMapping===Zi&&w.length===0)return!1;if(x=M,M!==null){let y=M.width,b=M.height;(o.width!==y||o.height!==b)&&this.setSize(y,b)}return v===!1&&T.setRenderTarget(o),g=T.toneMapping,T.toneMapping=Zi,!0},this.hasRenderPass=function(){return v},this.end=function(T,M){T.toneMapping=g,m=!0;let y=o,b=a;for(let I=0;I<w.length;I++){let C=w[I];C.enabled!==!1&&(C.render(T,b,y,M),C.needsSwap!==!1&&(y=b,b=b===a?c:a))}if(p!==T.outputColorSpace||_!==T.toneMapping){p=T.outputColorSpace,_=T.toneMapping,h.defines={},jt.getTransfer(p)===le&&(h.defines.SRGB_TRANSFER="");let I=UF[_];I&&(h.defines[I]=""),h.needsUpdate=!0}h.uniforms.tDiffuse.value=y.texture,T.setRenderTarget(x),T.render(f,d),x=null,m=!1},this.isCompositing=function(){return m},this.dispose=function(){o.dispose(),a!==null&&a.dispose(),c!==null&&c.dispose(),u.dispose(),h.dispose()}}var SA=new Tn,wA=new Tr(1,1),TA=new kc(1),AA=new Nc,EA=new Df,CA=new Bc,nA=[],iA=[],rA=new Float32Array(16),sA=new Float32Array(9),oA=new Float32Array(4);function ga(e,t,n){let i=e[0];if(i<=0||i>0)return e;let r=t*n,s=nA[r];if(s===void 0&&(s=new Float32Array(r),nA[r]=s),t!==0){i.toArray(s,0);for(let o=1,a=0;o!==t;++o)a+=n,e[o].toArray(s,a)}return s}function ze(e,t){if(e.length!==t.length)return!1;for(let n=0,i=e.length;n<i;n++)if(e[n]!==t[n])return!1;return!0}function Ge(e,t){for(let n=0,i=t.length;n<i;n++)e[n]=t[n]}function Hh(e,t){let n=iA[t];n===void 0&&(n=new Int32Array(t),iA[t]=n);for(let i=0;i!==t;++i)n[i]=e.allocateTextureUnit();return n}function OF(e,t){let n=this.cache;n[0]!==t&&(e.uniform1f(this.addr,t),n[0]=t)}function BF(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y)&&(e.uniform2f(this.addr,t.x,t.y),n[0]=t.x,n[1]=t.y);else{if(ze(n,t))return;e.uniform2fv(this.addr,t),Ge(n,t)}}function kF(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y||n[2]!==t.z)&&(e.uniform3f(this.addr,t.x,t.y,t.z),n[0]=t.x,n[1]=t.y,n[2]=t.z);else if(t.r!==void 0)(n[0]!==t.r||n[1]!==t.g||n[2]!==t.b)&&(e.uniform3f(this.addr,t.r,t.g,t.b),n[0]=t.r,n[1]=t.g,n[2]=t.b);else{if(ze(n,t))return;e.uniform3fv(this.addr,t),Ge(n,t)}}function zF(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y||n[2]!==t.z||n[3]!==t.w)&&(e.uniform4f(this.addr,t.x,t.y,t.z,t.w),n[0]=t.x,n[1]=t.y,n[2]=t.z,n[3]=t.w);else{if(ze(n,t))return;e.uniform4fv(this.addr,t),Ge(n,t)}}function GF(e,t){let n=this.cache,i=t.elements;if(i===void 0){if(ze(n,t))return;e.uniformMatrix2fv(this.addr,!1,t),Ge(n,t)}else{if(ze(n,i))return;oA.set(i),e.uniformMatrix2fv(this.addr,!1,oA),Ge(n,i)}}function VF(e,t){let n=this.cache,i=t.elements;if(i===void 0){if(ze(n,t))return;e.uniformMatrix3fv(this.addr,!1,t),Ge(n,t)}else{if(ze(n,i))return;sA.set(i),e.uniformMatrix3fv(this.addr,!1,sA),Ge(n,i)}}function HF(e,t){let n=this.cache,i=t.elements;if(i===void 0){if(ze(n,t))return;e.uniformMatrix4fv(this.addr,!1,t),Ge(n,t)}else{if(ze(n,i))return;rA.set(i),e.uniformMatrix4fv(this.addr,!1,rA),Ge(n,i)}}function WF(e,t){let n=this.cache;n[0]!==t&&(e.uniform1i(this.addr,t),n[0]=t)}function $F(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y)&&(e.uniform2i(this.addr,t.x,t.y),n[0]=t.x,n[1]=t.y);else{if(ze(n,t))return;e.uniform2iv(this.addr,t),Ge(n,t)}}function XF(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y||n[2]!==t.z)&&(e.uniform3i(this.addr,t.x,t.y,t.z),n[0]=t.x,n[1]=t.y,n[2]=t.z);else{if(ze(n,t))return;e.uniform3iv(this.addr,t),Ge(n,t)}}function qF(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y||n[2]!==t.z||n[3]!==t.w)&&(e.uniform4i(this.addr,t.x,t.y,t.z,t.w),n[0]=t.x,n[1]=t.y,n[2]=t.z,n[3]=t.w);else{if(ze(n,t))return;e.uniform4iv(this.addr,t),Ge(n,t)}}function YF(e,t){let n=this.cache;n[0]!==t&&(e.uniform1ui(this.addr,t),n[0]=t)}function ZF(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y)&&(e.uniform2ui(this.addr,t.x,t.y),n[0]=t.x,n[1]=t.y);else{if(ze(n,t))return;e.uniform2uiv(this.addr,t),Ge(n,t)}}function JF(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y||n[2]!==t.z)&&(e.uniform3ui(this.addr,t.x,t.y,t.z),n[0]=t.x,n[1]=t.y,n[2]=t.z);else{if(ze(n,t))return;e.uniform3uiv(this.addr,t),Ge(n,t)}}function KF(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y||n[2]!==t.z||n[3]!==t.w)&&(e.uniform4ui(this.addr,t.x,t.y,t.z,t.w),n[0]=t.x,n[1]=t.y,n[2]=t.z,n[3]=t.w);else{if(ze(n,t))return;e.uniform4uiv(this.addr,t),Ge(n,t)}}function Wh(e){return e.version===0&&(e.compareFunction=y_,e.needsUpdate=!0),e}function QF(e,t,n){let i=this.cache,r=n.allocateTextureUnit();i[0]!==r&&(e.uniform1i(this.addr,r),i[0]=r);let s;this.type===e.SAMPLER_2D_SHADOW?s=Wh(wA):s=SA,n.setTexture2D(t||s,r)}function jF(e,t,n){let i=this.cache,r=n.allocateTextureUnit();i[0]!==r&&(e.uniform1i(this.addr,r),i[0]=r),n.setTexture3D(t||EA,r)}function tO(e,t,n){let i=this.cache,r=n.allocateTextureUnit();i[0]!==r&&(e.uniform1i(this.addr,r),i[0]=r);let s;this.type===e.SAMPLER_CUBE_SHADOW?s=Wh(TA):s=CA,n.setTextureCube(t||s,r)}function eO(e,t,n){let i=this.cache,r=n.allocateTextureUnit();i[0]!==r&&(e.uniform1i(this.addr,r),i[0]=r),n.setTexture2DArray(t||AA,r)}function nO(e){switch(e){case 5126:return OF;case 35664:return BF;case 35665:return kF;case 35666:return zF;case 35674:return GF;case 35675:return VF;case 35676:return HF;case 5124:case 35670:return WF;case 35667:case 35671:return $F;case 35668:case 35672:return XF;case 35669:case 35673:return qF;case 5125:return YF;case 36294:return ZF;case 36295:return JF;case 36296:return KF;case 35678:case 36198:case 36298:case 36306:case 35682:return QF;case 35679:case 36299:case 36307:return jF;case 35680:case 36300:case 36308:case 36293:return tO;case 36289:case 36303:case 36311:case 36292:return eO}}function iO(e,t){e.uniform1fv(this.addr,t)}function rO(e,t){let n=ga(t,this.size,2);e.uniform2fv(this.addr,n)}function sO(e,t){let n=ga(t,this.size,3);e.uniform3fv(this.addr,n)}function oO(e,t){let n=ga(t,this.size,4);e.uniform4fv(this.addr,n)}function aO(e,t){let n=ga(t,this.size,4);e.uniformMatrix2fv(this.addr,!1,n)}function cO(e,t){let n=ga(t,this.size,9);e.uniformMatrix3fv(this.addr,!1,n)}function lO(e,t){let n=ga(t,this.size,16);e.uniformMatrix4fv(this.addr,!1,n)}function uO(e,t){e.uniform1iv(this.addr,t)}function fO(e,t){e.uniform2iv(this.addr,t)}function hO(e,t){e.uniform3iv(this.addr,t)}function dO(e,t){e.uniform4iv(this.addr,t)}function pO(e,t){e.uniform1uiv(this.addr,t)}function mO(e,t){e.uniform2uiv(this.addr,t)}function gO(e,t){e.uniform3uiv(this.addr,t)}function _O(e,t){e.uniform4uiv(this.addr,t)}function yO(e,t,n){let i=this.cache,r=t.length,s=Hh(n,r);ze(i,s)||(e.uniform1iv(this.addr,s),Ge(i,s));let o;this.type===e.SAMPLER_2D_SHADOW?o=Wh(wA):o=SA;for(let a=0;a!==r;++a)n.setTexture2D(t[a]||o,s[a])}function xO(e,t,n){let i=this.cache,r=t.length,s=Hh(n,r);ze(i,s)||(e.uniform1iv(this.addr,s),Ge(i,s));for(let o=0;o!==r;++o)n.setTexture3D(t[o]||EA,s[o])}function vO(e,t,n){let i=this.cache,r=t.length,s=Hh(n,r);ze(i,s)||(e.uniform1iv(this.addr,s),Ge(i,s));let o;this.type===e.SAMPLER_CUBE_SHADOW?o=Wh(TA):o=CA;for(let a=0;a!==r;++a)n.setTextureCube(t[a]||o,s[a])}function bO(e,t,n){let i=this.cache,r=t.length,s=Hh(n,r);ze(i,s)||(e.uniform1iv(this.addr,s),Ge(i,s));for(let o=0;o!==r;++o)n.setTexture2DArray(t[o]||AA,s[o])}function MO(e){switch(e){case 5126:return iO;case 35664:return rO;case 35665:return sO;case 35666:return oO;case 35674:return aO;case 35675:return cO;case 35676:return lO;case 5124:case 35670:return uO;case 35667:case 35671:return fO;case 35668:case 35672:return hO;case 35669:case 35673:return dO;case 5125:return pO;case 36294:return mO;case 36295:return gO;case 36296:return _O;case 35678:case 36198:case 36298:case 36306:case 35682:return yO;case 35679:case 36299:case 36307:return xO;case 35680:case 36300:case 36308:case 36293:return vO;case 36289:case 36303:case 36311:case 36292:return bO}}var C_=class{constructor(t,n,i){this.id=t,this.addr=i,this.cache=[],this.type=n.type,this.setValue=nO(n.type)}},R_=class{constructor(t,n,i){this.id=t,this.addr=i,this.cache=[],this.type=n.type,this.size=n.size,this.setValue=MO(n.type)}},I_=class{constructor(t){this.id=t,this.seq=[],this.map={}}setValue(t,n,i){let r=this.seq;for(let s=0,o=r.length;s!==o;++s){let a=r[s];a.setValue(t,n[a.id],i)}}},A_=/(\w+)(\])?(\[|\.)?/g;function aA(e,t){e.seq.push(t),e.map[t.id]=t}function SO(e,t,n){let i=e.name,r=i.length;for(A_.lastIndex=0;;){let s=A_.exec(i),o=A_.lastIndex,a=s[1],c=s[2]==="]",l=s[3];if(c&&(a=a|0),l===void 0||l==="["&&o+2===r){aA(n,l===void 0?new C_(a,e,t):new R_(a,e,t));break}else{let h=n.map[a];h===void 0&&(h=new I_(a),aA(n,h)),n=h}}}var ma=class{constructor(t,n){this.seq=[],this.map={};let i=t.getProgramParameter(n,t.ACTIVE_UNIFORMS);for(let o=0;o<i;++o){let a=t.getActiveUniform(n,o),c=t.getUniformLocation(n,a.name);SO(a,c,this)}let r=[],s=[];for(let o of this.seq)o.type===t.SAMPLER_2D_SHADOW||o.type===t.SAMPLER_CUBE_SHADOW||o.type===t.SAMPLER_2D_ARRAY_SHADOW?r.push(o):s.push(o);r.length>0&&(this.seq=r.concat(s))}setValue(t,n,i,r){let s=this.map[n];s!==void 0&&s.setValue(t,i,r)}setOptional(t,n,i){let r=n[i];r!==void 0&&this.setValue(t,i,r)}static upload(t,n,i,r){for(let s=0,o=n.length;s!==o;++s){let a=n[s],c=i[a.id];c.needsUpdate!==!1&&a.setValue(t,c.value,r)}}static seqWithValue(t,n){let i=[];for(let r=0,s=t.length;r!==s;++r){let o=t[r];o.id in n&&i.push(o)}return i}};function cA(e,t,n){let i=e.createShader(t);return e.shaderSource(i,n),e.compileShader(i),i}var wO=37297,TO=0;function AO(e,t){let n=e.split(`
`),i=[],r=Math.max(t-6,0),s=Math.min(t+6,n.length);for(let o=r;o<s;o++){let a=o+1;i.push(`${a===t?">":" "} ${a}: ${n[o]}`)}return i.join(`
`)}var lA=new kt;function EO(e){jt._getMatrix(lA,jt.workingColorSpace,e);let t=`mat3( ${lA.elements.map(n=>n.toFixed(4))} )`;switch(jt.getTransfer(e)){case Ic:return[t,"LinearTransferOETF"];case le:return[t,"sRGBTransferOETF"];default:return Ft("WebGLProgram: Unsupported color space: ",e),[t,"LinearTransferOETF"]}}function uA(e,t,n){let i=e.getShaderParameter(t,e.COMPILE_STATUS),s=(e.getShaderInfoLog(t)||"").trim();if(i&&s==="")return"";let o=/ERROR: 0:(\d+)/.exec(s);if(o){let a=parseInt(o[1]);return n.toUpperCase()+`

`+s+`

`+AO(e.getShaderSource(t),a)}else return s}function CO(e,t){let n=EO(t);return[`vec4 ${e}( vec4 value ) {`,`	return ${n[1]}( vec4( ${n[0]} * value.rgb, value.a ) );`,"}"].join(`
`)}var RO={[t_]:"Linear",[e_]:"Reinhard",[n_]:"Cineon",[i_]:"ACESFilmic",[s_]:"AgX",[o_]:"Neutral",[r_]:"Custom"};function IO(e,t){let n=RO[t];return n===void 0?(Ft("WebGLProgram: Unsupported toneMapping:",t),"vec3 "+e+"( vec3 color ) { return LinearToneMapping( color ); }"):"vec3 "+e+"( vec3 color ) { return "+n+"ToneMapping( color ); }"}var zh=new K;function PO(){jt.getLuminanceCoefficients(zh);let e=zh.x.toFixed(4),t=zh.y.toFixed(4),n=zh.z.toFixed(4);return["float luminance( const in vec3 rgb ) {",`	const vec3 weights = vec3( ${e}, ${t}, ${n} );`,"	return dot( weights, rgb );","}"].join(`
`)}function LO(e){return[e.extensionClipCullDistance?"#extension GL_ANGLE_clip_cull_distance : require":"",e.extensionMultiDraw?"#extension GL_ANGLE_multi_draw : require":""].filter(tl).join(`
`)}function NO(e){let t=[];for(let n in e){let i=e[n];i!==!1&&t.push("#define "+n+" "+i)}return t.join(`
`)}function DO(e,t){let n={},i=e.getProgramParameter(t,e.ACTIVE_ATTRIBUTES);for(let r=0;r<i;r++){let s=e.getActiveAttrib(t,r),o=s.name,a=1;s.type===e.FLOAT_MAT2&&(a=2),s.type===e.FLOAT_MAT3&&(a=3),s.type===e.FLOAT_MAT4&&(a=4),n[o]={type:s.type,location:e.getAttribLocation(t,o),locationSize:a}}return n}function tl(e){return e!==""}function fA(e,t){let n=t.numSpotLightShadows+t.numSpotLightMaps-t.numSpotLightShadowsWithMaps;return e.replace(/NUM_SUN_LIGHTS/g,t.numSunLights).replace(/NUM_DIR_LIGHTS/g,t.numDirLights).replace(/NUM_SPOT_LIGHTS/g,t.numSpotLights).replace(/NUM_SPOT_LIGHT_MAPS/g,t.numSpotLightMaps).replace(/NUM_SPOT_LIGHT_COORDS/g,n).replace(/NUM_RECT_AREA_LIGHTS/g,t.numRectAreaLights).replace(/NUM_POINT_LIGHTS/g,t.numPointLights).replace(/NUM_HEMI_LIGHTS/g,t.numHemiLights).replace(/NUM_SUN_LIGHT_SHADOWS/g,t.numSunLightShadows).replace(/NUM_DIR_LIGHT_SHADOWS/g,t.numDirLightShadows).replace(/NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS/g,t.numSpotLightShadowsWithMaps).replace(/NUM_SPOT_LIGHT_SHADOWS/g,t.numSpotLightShadows).replace(/NUM_POINT_LIGHT_SHADOWS/g,t.numPointLightShadows).replace(/NUM_LIGHT_PROBE_GRIDS/g,t.numLightProbeGrids)}function hA(e,t){return e.replace(/NUM_CLIPPING_PLANES/g,t.numClippingPlanes).replace(/UNION_CLIPPING_PLANES/g,t.numClippingPlanes-t.numClipIntersection)}var UO=/^[ \t]*#include +<([\w\d./]+)>/gm;function P_(e){return e.replace(UO,FO)}function FO(e,t){let n=Yt[t];if(n===void 0)throw new Error("THREE.WebGLProgram: Can not resolve #include <"+t+">");return P_(n)}var OO=/#pragma unroll_loop_start\s+for\s*\(\s*int\s+i\s*=\s*(\d+)\s*;\s*i\s*<\s*(\d+)\s*;\s*i\s*\+\+\s*\)\s*{([\s\S]+?)}\s+#pragma unroll_loop_end/g;function dA(e){return e.replace(OO,BO)}function BO(e,t,n,i){let r="";for(let s=parseInt(t);s<parseInt(n);s++)r+=i.replace(/\[\s*i\s*\]/g,"[ "+s+" ]").replace(/UNROLLED_LOOP_INDEX/g,s);return r}function pA(e){let t=`precision ${e.precision} float;
	precision ${e.precision} int;
	precision ${e.precision} sampler2D;
	precision ${e.precision} samplerCube;
	precision ${e.precision} sampler3D;
	precision ${e.precision} sampler2DArray;
	precision ${e.precision} sampler2DShadow;
	precision ${e.precision} samplerCubeShadow;
	precision ${e.precision} sampler2DArrayShadow;
	precision ${e.precision} isampler2D;
	precision ${e.precision} isampler3D;
	precision ${e.precision} isamplerCube;
	precision ${e.precision} isampler2DArray;
	precision ${e.precision} usampler2D;
	precision ${e.precision} usampler3D;
	precision ${e.precision} usamplerCube;
	precision ${e.precision} usampler2DArray;
	`;return e.precision==="highp"?t+=`
#define HIGH_PRECISION`:e.precision==="mediump"?t+=`
#define MEDIUM_PRECISION`:e.precision==="lowp"&&(t+=`
#define LOW_PRECISION`),t}var kO={[Wc]:"SHADOWMAP_TYPE_PCF",[fa]:"SHADOWMAP_TYPE_VSM"};function zO(e){return kO[e.shadowMapType]||"SHADOWMAP_TYPE_BASIC"}var GO={[da]:"ENVMAP_MODE_REFRACTION"};function VO(e){return e.envMap===!1?"ENVMAP_MODE_REFLECTION":GO[e.envMapMode]||"ENVMAP_MODE_REFLECTION"}var HO={[j0]:"ENVMAP_BLENDING_MULTIPLY",[PT]:"ENVMAP_BLENDING_MIX",[LT]:"ENVMAP_BLENDING_ADD"};function WO(e){return e.envMap===!1?"ENVMAP_BLENDING_NONE":HO[e.combine]||"ENVMAP_BLENDING_NONE"}function $O(e,t,n,i){let r=e.getContext(),s=n.defines,o=n.vertexShader,a=n.fragmentShader,c=zO(n),l=n.envMapPMREM===!0?"ENVMAP_TYPE_PMREM":"ENVMAP_TYPE_CUBE",u=VO(n),h=WO(n),f=LO(n),d=NO(s),p=r.createProgram(),_,m,g=n.glslVersion?"#version "+n.glslVersion+`
`:"";n.isRawShaderMaterial?(_=["#define SHADER_TYPE "+n.shaderType,"#define SHADER_NAME "+n.shaderName,d].filter(tl).join(`
`),_.length>0&&(_+=`
`),m=["#define SHADER_TYPE "+n.shaderType,"#define SHADER_NAME "+n.shaderName,d].filter(tl).join(`
`),m.length>0&&(m+=`
`)):(_=[pA(n),"#define SHADER_TYPE "+n.shaderType,"#define SHADER_NAME "+n.shaderName,d,n.extensionClipCullDistance?"#define USE_CLIP_DISTANCE":"",n.batching?"#define USE_BATCHING":"",n.batchingColor?"#define USE_BATCHING_COLOR":"",n.instancing?"#define USE_INSTANCING":"",n.instancingColor?"#define USE_INSTANCING_COLOR":"",n.instancingMorph?"#define USE_INSTANCING_MORPH":"",n.useFog&&n.fog?"#define USE_FOG":"",n.useFog&&n.fogExp2?"#define FOG_EXP2":"",n.map?"#define USE_MAP":"",n.envMap?"#define USE_ENVMAP":"",n.envMap?"#define "+u:"",n.lightMap?"#define USE_LIGHTMAP":"",n.aoMap?"#define USE_AOMAP":"",n.bumpMap?"#define USE_BUMPMAP":"",n.normalMap?"#define USE_NORMALMAP":"",n.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",n.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",n.displacementMap?"#define USE_DISPLACEMENTMAP":"",n.emissiveMap?"#define USE_EMISSIVEMAP":"",n.anisotropy?"#define USE_ANISOTROPY":"",n.anisotropyMap?"#define USE_ANISOTROPYMAP":"",n.clearcoatMap?"#define USE_CLEARCOATMAP":"",n.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",n.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",n.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",n.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",n.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",n.specularMap?"#define USE_SPECULARMAP":"",n.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",n.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",n.roughnessMap?"#define USE_ROUGHNESSMAP":"",n.metalnessMap?"#define USE_METALNESSMAP":"",n.alphaMap?"#define USE_ALPHAMAP":"",n.alphaHash?"#define USE_ALPHAHASH":"",n.transmission?"#define USE_TRANSMISSION":"",n.transmissionMap?"#define USE_TRANSMISSIONMAP":"",n.thicknessMap?"#define USE_THICKNESSMAP":"",n.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",n.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",n.mapUv?"#define MAP_UV "+n.mapUv:"",n.alphaMapUv?"#define ALPHAMAP_UV "+n.alphaMapUv:"",n.lightMapUv?"#define LIGHTMAP_UV "+n.lightMapUv:"",n.aoMapUv?"#define AOMAP_UV "+n.aoMapUv:"",n.emissiveMapUv?"#define EMISSIVEMAP_UV "+n.emissiveMapUv:"",n.bumpMapUv?"#define BUMPMAP_UV "+n.bumpMapUv:"",n.normalMapUv?"#define NORMALMAP_UV "+n.normalMapUv:"",n.displacementMapUv?"#define DISPLACEMENTMAP_UV "+n.displacementMapUv:"",n.metalnessMapUv?"#define METALNESSMAP_UV "+n.metalnessMapUv:"",n.roughnessMapUv?"#define ROUGHNESSMAP_UV "+n.roughnessMapUv:"",n.anisotropyMapUv?"#define ANISOTROPYMAP_UV "+n.anisotropyMapUv:"",n.clearcoatMapUv?"#define CLEARCOATMAP_UV "+n.clearcoatMapUv:"",n.clearcoatNormalMapUv?"#define CLEARCOAT_NORMALMAP_UV "+n.clearcoatNormalMapUv:"",n.clearcoatRoughnessMapUv?"#define CLEARCOAT_ROUGHNESSMAP_UV "+n.clearcoatRoughnessMapUv:"",n.diffuseRoughnessMapUv?"#define DIFFUSE_ROUGHNESSMAP_UV "+n.diffuseRoughnessMapUv:"",n.iridescenceMapUv?"#define IRIDESCENCEMAP_UV "+n.iridescenceMapUv:"",n.iridescenceThicknessMapUv?"#define IRIDESCENCE_THICKNESSMAP_UV "+n.iridescenceThicknessMapUv:"",n.sheenColorMapUv?"#define SHEEN_COLORMAP_UV "+n.sheenColorMapUv:"",n.sheenRoughnessMapUv?"#define SHEEN_ROUGHNESSMAP_UV "+n.sheenRoughnessMapUv:"",n.specularMapUv?"#define SPECULARMAP_UV "+n.specularMapUv:"",n.specularColorMapUv?"#define SPECULAR_COLORMAP_UV "+n.specularColorMapUv:"",n.specularIntensityMapUv?"#define SPECULAR_INTENSITYMAP_UV "+n.specularIntensityMapUv:"",n.transmissionMapUv?"#define TRANSMISSIONMAP_UV "+n.transmissionMapUv:"",n.thicknessMapUv?"#define THICKNESSMAP_UV "+n.thicknessMapUv:"",n.vertexTangents&&n.flatShading===!1?"#define USE_TANGENT":"",n.vertexNormals?"#define HAS_NORMAL":"",n.vertexColors?"#define USE_COLOR":"",n.vertexAlphas?"#define USE_COLOR_ALPHA":"",n.vertexUv1s?"#define USE_UV1":"",n.vertexUv2s?"#define USE_UV2":"",n.vertexUv3s?"#define USE_UV3":"",n.pointsUvs?"#define USE_POINTS_UV":"",n.flatShading?"#define FLAT_SHADED":"",n.skinning?"#define USE_SKINNING":"",n.morphTargets?"#define USE_MORPHTARGETS":"",n.morphNormals&&n.flatShading===!1?"#define USE_MORPHNORMALS":"",n.morphColors?"#define USE_MORPHCOLORS":"",n.morphTargetsCount>0?"#define MORPHTARGETS_TEXTURE_STRIDE "+n.morphTextureStride:"",n.morphTargetsCount>0?"#define MORPHTARGETS_COUNT "+n.morphTargetsCount:"",n.doubleSided?"#define DOUBLE_SIDED":"",n.flipSided?"#define FLIP_SIDED":"",n.shadowMapEnabled?"#define USE_SHADOWMAP":"",n.shadowMapEnabled?"#define "+c:"",n.sizeAttenuation?"#define USE_SIZEATTENUATION":"",n.numLightProbes>0?"#define USE_LIGHT_PROBES":"",n.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",n.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 modelMatrix;","uniform mat4 modelViewMatrix;","uniform mat4 projectionMatrix;","uniform mat4 viewMatrix;","uniform mat3 normalMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;","#ifdef USE_INSTANCING","	attribute mat4 instanceMatrix;","#endif","#ifdef USE_INSTANCING_COLOR","	attribute vec3 instanceColor;","#endif","#ifdef USE_INSTANCING_MORPH","	uniform sampler2D morphTexture;","#endif","attribute vec3 position;","attribute vec3 normal;","attribute vec2 uv;","#ifdef USE_UV1","	attribute vec2 uv1;","#endif","#ifdef USE_UV2","	attribute vec2 uv2;","#endif","#ifdef USE_UV3","	attribute vec2 uv3;","#endif","#ifdef USE_TANGENT","	attribute vec4 tangent;","#endif","#if defined( USE_COLOR_ALPHA )","	attribute vec4 color;","#elif defined( USE_COLOR )","	attribute vec3 color;","#endif","#ifdef USE_SKINNING","	attribute vec4 skinIndex;","	attribute vec4 skinWeight;","#endif",`
`].filter(tl).join(`
`),m=[pA(n),"#define SHADER_TYPE "+n.shaderType,"#define SHADER_NAME "+n.shaderName,d,n.useFog&&n.fog?"#define USE_FOG":"",n.useFog&&n.fogExp2?"#define FOG_EXP2":"",n.alphaToCoverage?"#define ALPHA_TO_COVERAGE":"",n.map?"#define USE_MAP":"",n.matcap?"#define USE_MATCAP":"",n.envMap?"#define USE_ENVMAP":"",n.envMap?"#define "+l:"",n.envMap?"#define "+u:"",n.envMap?"#define "+h:"",n.envMapPMREM?"#define ENVMAP_MAX_LOD "+n.envMapMaxLod+".0":"",n.envMapPMREM?"#define ENVMAP_SIZE "+n.envMapSize+".0":"",n.lightMap?"#define USE_LIGHTMAP":"",n.aoMap?"#define USE_AOMAP":"",n.bumpMap?"#define USE_BUMPMAP":"",n.normalMap?"#define USE_NORMALMAP":"",n.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",n.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",n.packedNormalMap?"#define USE_PACKED_NORMALMAP":"",n.emissiveMap?"#define USE_EMISSIVEMAP":"",n.anisotropy?"#define USE_ANISOTROPY":"",n.anisotropyMap?"#define USE_ANISOTROPYMAP":"",n.clearcoat?"#define USE_CLEARCOAT":"",n.clearcoatMap?"#define USE_CLEARCOATMAP":"",n.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",n.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",n.diffuseRoughness?"#define USE_DIFFUSE_ROUGHNESS":"",n.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",n.dispersion?"#define USE_DISPERSION":"",n.retroreflection?"#define USE_RETROREFLECTION":"",n.iridescence?"#define USE_IRIDESCENCE":"",n.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",n.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",n.specularMap?"#define USE_SPECULARMAP":"",n.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",n.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",n.roughnessMap?"#define USE_ROUGHNESSMAP":"",n.metalnessMap?"#define USE_METALNESSMAP":"",n.alphaMap?"#define USE_ALPHAMAP":"",n.alphaTest?"#define USE_ALPHATEST":"",n.alphaHash?"#define USE_ALPHAHASH":"",n.sheen?"#define USE_SHEEN":"",n.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",n.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",n.transmission?"#define USE_TRANSMISSION":"",n.transmissionMap?"#define USE_TRANSMISSIONMAP":"",n.thicknessMap?"#define USE_THICKNESSMAP":"",n.vertexTangents&&n.flatShading===!1?"#define USE_TANGENT":"",n.vertexColors||n.instancingColor?"#define USE_COLOR":"",n.vertexAlphas||n.batchingColor?"#define USE_COLOR_ALPHA":"",n.vertexUv1s?"#define USE_UV1":"",n.vertexUv2s?"#define USE_UV2":"",n.vertexUv3s?"#define USE_UV3":"",n.pointsUvs?"#define USE_POINTS_UV":"",n.gradientMap?"#define USE_GRADIENTMAP":"",n.flatShading?"#define FLAT_SHADED":"",n.doubleSided?"#define DOUBLE_SIDED":"",n.flipSided?"#define FLIP_SIDED":"",n.shadowMapEnabled?"#define USE_SHADOWMAP":"",n.shadowMapEnabled?"#define "+c:"",n.premultipliedAlpha?"#define PREMULTIPLIED_ALPHA":"",n.numLightProbes>0?"#define USE_LIGHT_PROBES":"",n.decodeVideoTexture?"#define DECODE_VIDEO_TEXTURE":"",n.decodeVideoTextureEmissive?"#define DECODE_VIDEO_TEXTURE_EMISSIVE":"",n.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",n.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 viewMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;",n.toneMapping!==Zi?"#define TONE_MAPPING":"",n.toneMapping!==Zi?Yt.tonemapping_pars_fragment:"",n.toneMapping!==Zi?IO("toneMapping",n.toneMapping):"",n.dithering?"#define DITHERING":"",n.opaque?"#define OPAQUE":"",Yt.colorspace_pars_fragment,CO("linearToOutputTexel",n.outputColorSpace),PO(),n.useDepthPacking?"#define DEPTH_PACKING "+n.depthPacking:"",`
`].filter(tl).join(`
`)),o=P_(o),o=fA(o,n),o=hA(o,n),a=P_(a),a=fA(a,n),a=hA(a,n),o=dA(o),a=dA(a),n.isRawShaderMaterial!==!0&&(g=`#version 300 es
`,_=[f,"#define attribute in","#define varying out","#define texture2D texture"].join(`
`)+`
`+_,m=["#define varying in",n.glslVersion===x_?"":"layout(location = 0) out highp vec4 pc_fragColor;",n.glslVersion===x_?"":"#define gl_FragColor pc_fragColor","#define gl_FragDepthEXT gl_FragDepth","#define texture2D texture","#define textureCube texture","#define texture2DProj textureProj","#define texture2DLodEXT textureLod","#define texture2DProjLodEXT textureProjLod","#define textureCubeLodEXT textureLod","#define texture2DGradEXT textureGrad","#define texture2DProjGradEXT textureProjGrad","#define textureCubeGradEXT textureGrad"].join(`
`)+`
`+m);let x=g+_+o,w=g+m+a,v=cA(r,r.VERTEX_SHADER,x),T=cA(r,r.FRAGMENT_SHADER,w);r.attachShader(p,v),r.attachShader(p,T),n.index0AttributeName!==void 0?r.bindAttribLocation(p,0,n.index0AttributeName):n.hasPositionAttribute===!0&&r.bindAttribLocation(p,0,"position"),r.linkProgram(p);function M(C){if(e.debug.checkShaderErrors){let E=r.getProgramInfoLog(p)||"",N=r.getShaderInfoLog(v)||"",B=r.getShaderInfoLog(T)||"",P=E.trim(),L=N.trim(),z=B.trim(),k=!0,Y=!0;if(r.getProgramParameter(p,r.LINK_STATUS)===!1)if(k=!1,typeof e.debug.onShaderError=="function")e.debug.onShaderError(r,p,v,T);else{let U=uA(r,v,"vertex"),G=uA(r,T,"fragment");Bt("WebGLProgram: Shader Error "+r.getError()+" - VALIDATE_STATUS "+r.getProgramParameter(p,r.VALIDATE_STATUS)+`

Material Name: `+C.name+`
Material Type: `+C.type+`

Program Info Log: `+P+`
`+U+`
`+G)}else P!==""?Ft("WebGLProgram: Program Info Log:",P):(L===""||z==="")&&(Y=!1);Y&&(C.diagnostics={runnable:k,programLog:P,vertexShader:{log:L,prefix:_},fragmentShader:{log:z,prefix:m}})}r.deleteShader(v),r.deleteShader(T),y=new ma(r,p),b=DO(r,p)}let y;this.getUniforms=function(){return y===void 0&&M(this),y};let b;this.getAttributes=function(){return b===void 0&&M(this),b};let I=n.rendererExtensionParallelShaderCompile===!1;return this.isReady=function(){return I===!1&&(I=r.getProgramParameter(p,wO)),I},this.destroy=function(){i.releaseStatesOfProgram(this),r.deleteProgram(p),this.program=void 0},this.type=n.shaderType,this.name=n.shaderName,this.id=TO++,this.cacheKey=t,this.usedTimes=1,this.program=p,this.vertexShader=v,this.fragmentShader=T,this}var XO=0,L_=class{constructor(){this.shaderCache=new Map,this.materialCache=new Map}update(t,n,i){let r=this._getShaderCacheForMaterial(t);return r.has(n)===!1&&(r.add(n),n.usedTimes++),r.has(i)===!1&&(r.add(i),i.usedTimes++),this}remove(t){let n=this.materialCache.get(t);for(let i of n)i.usedTimes--,i.usedTimes===0&&this.shaderCache.delete(i.code);return this.materialCache.delete(t),this}getVertexShaderStage(t){return this._getShaderStage(t.vertexShader)}getFragmentShaderStage(t){return this._getShaderStage(t.fragmentShader)}dispose(){this.shaderCache.clear(),this.materialCache.clear()}_getShaderCacheForMaterial(t){let n=this.materialCache,i=n.get(t);return i===void 0&&(i=new Set,n.set(t,i)),i}_getShaderStage(t){let n=this.shaderCache,i=n.get(t);return i===void 0&&(i=new N_(t),n.set(t,i)),i}},N_=class{constructor(t){this.id=XO++,this.code=t,this.usedTimes=0}};function qO(e){return e===os||e===Jc||e===Kc}function YO(e,t,n,i,r,s){let o=new Dc,a=new L_,c=new Set,l=[],u=new Map,h=i.logarithmicDepthBuffer,f={MeshDepthMaterial:"depth",MeshDistanceMaterial:"distance",MeshNormalMaterial:"normal",MeshBasicMaterial:"basic",MeshLambertMaterial:"lambert",MeshPhongMaterial:"phong",MeshToonMaterial:"toon",MeshStandardMaterial:"physical",MeshPhysicalMaterial:"physical",MeshMatcapMaterial:"matcap",LineBasicMaterial:"basic",LineDashedMaterial:"dashed",PointsMaterial:"points",ShadowMaterial:"shadow",SpriteMaterial:"sprite"};function d(y){return c.add(y),y===0?"uv":`uv${y}`}function p(y,b,I,C,E,N){let B=C.fog,P=E.geometry,L=y.isMeshStandardMaterial||y.isMeshLambertMaterial||y.isMeshPhongMaterial?C.environment:null,z=y.isMeshStandardMaterial||y.isMeshLambertMaterial&&!y.envMap||y.isMeshPhongMaterial&&!y.envMap,k=t.get(y.envMap||L,z),Y=f[y.type],U=i.precision;y.precision!==null&&(U=i.getMaxPrecision(y.precision),U!==y.precision&&Ft("WebGLProgram.getParameters:",y.precision,"not supported, using",U,"instead."));let G=P.morphAttributes.position||P.morphAttributes.normal||P.morphAttributes.color,X=G!==void 0?G.length:0,st=0;P.morphAttributes.position!==void 0&&(st=1),P.morphAttributes.normal!==void 0&&(st=2),P.morphAttributes.color!==void 0&&(st=3);let ct,W,at,ft;if(Y){let wt=Ki[Y];ct=wt.vertexShader,W=wt.fragmentShader}else{ct=y.vertexShader,W=y.fragmentShader;let wt=a.getVertexShaderStage(y),ue=a.getFragmentShaderStage(y);a.update(y,wt,ue),at=wt.id,ft=ue.id}let ot=e.getRenderTarget(),rt=e.state.buffers.depth.getReversed(),Z=E.isInstancedMesh===!0,gt=E.isBatchedMesh===!0,lt=!!y.map,J=!!y.matcap,It=!!k,pt=It&&k.isPMREMTexture===!0,Ut=!!y.aoMap,zt=!!y.lightMap,oe=!!y.bumpMap&&y.wireframe===!1,ie=!!y.normalMap,Ve=!!y.displacementMap,Pe=!!y.emissiveMap,gn=!!y.metalnessMap,an=!!y.roughnessMap,_n=y.anisotropy>0,O=y.clearcoat>0,yn=y.diffuseRoughness>0,me=y.dispersion>0,ge=y.retroreflectivity>0,mt=y.iridescence>0,Me=y.sheen>0,Lt=y.transmission>0,Ot=_n&&!!y.anisotropyMap,R=O&&!!y.clearcoatMap,S=O&&!!y.clearcoatNormalMap,V=O&&!!y.clearcoatRoughnessMap,ut=yn&&!!y.diffuseRoughnessMap,nt=mt&&!!y.iridescenceMap,_t=mt&&!!y.iridescenceThicknessMap,Mt=Me&&!!y.sheenColorMap,j=Me&&!!y.sheenRoughnessMap,tt=!!y.specularMap,xt=!!y.specularColorMap,D=!!y.specularIntensityMap,et=Lt&&!!y.transmissionMap,Q=Lt&&!!y.thicknessMap,vt=!!y.gradientMap,dt=!!y.alphaMap,yt=y.alphaTest>0,Nt=!!y.alphaHash,qt=!!y.extensions,ht=Zi;y.toneMapped&&(ot===null||ot.isXRRenderTarget===!0)&&(ht=e.toneMapping);let Dt=pt?k.isCompressedCubeTexture?k.image[0].mipmaps:k.mipmaps:null,Xt={shaderID:Y,shaderType:y.type,shaderName:y.name,vertexShader:ct,fragmentShader:W,defines:y.defines,customVertexShaderID:at,customFragmentShaderID:ft,isRawShaderMaterial:y.isRawShaderMaterial===!0,glslVersion:y.glslVersion,precision:U,batching:gt,batchingColor:gt&&E._colorsTexture!==null,instancing:Z,instancingColor:Z&&E.instanceColor!==null,instancingMorph:Z&&E.morphTexture!==null,outputColorSpace:ot===null?e.outputColorSpace:ot.isXRRenderTarget===!0?ot.texture.colorSpace:jt.workingColorSpace,alphaToCoverage:!!y.alphaToCoverage,map:lt,matcap:J,envMap:It,envMapMode:It&&k.mapping,envMapPMREM:pt,envMapMaxLod:pt?Dt.length-1:null,envMapSize:pt?Dt[0].width:null,aoMap:Ut,lightMap:zt,bumpMap:oe,normalMap:ie,displacementMap:Ve,emissiveMap:Pe,normalMapObjectSpace:ie&&y.normalMapType===UT,normalMapTangentSpace:ie&&y.normalMapType===m_,packedNormalMap:ie&&y.normalMapType===m_&&qO(y.normalMap.format),metalnessMap:gn,roughnessMap:an,anisotropy:_n,anisotropyMap:Ot,clearcoat:O,clearcoatMap:R,clearcoatNormalMap:S,clearcoatRoughnessMap:V,diffuseRoughness:yn,diffuseRoughnessMap:ut,dispersion:me,retroreflection:ge,iridescence:mt,iridescenceMap:nt,iridescenceThicknessMap:_t,sheen:Me,sheenColorMap:Mt,sheenRoughnessMap:j,specularMap:tt,specularColorMap:xt,specularIntensityMap:D,transmission:Lt,transmissionMap:et,thicknessMap:Q,gradientMap:vt,opaque:y.transparent===!1&&y.blending===ha&&y.alphaToCoverage===!1,alphaMap:dt,alphaTest:yt,alphaHash:Nt,combine:y.combine,mapUv:lt&&d(y.map.channel),aoMapUv:Ut&&d(y.aoMap.channel),lightMapUv:zt&&d(y.lightMap.channel),bumpMapUv:oe&&d(y.bumpMap.channel),normalMapUv:ie&&d(y.normalMap.channel),displacementMapUv:Ve&&d(y.displacementMap.channel),emissiveMapUv:Pe&&d(y.emissiveMap.channel),metalnessMapUv:gn&&d(y.metalnessMap.channel),roughnessMapUv:an&&d(y.roughnessMap.channel),anisotropyMapUv:Ot&&d(y.anisotropyMap.channel),clearcoatMapUv:R&&d(y.clearcoatMap.channel),clearcoatNormalMapUv:S&&d(y.clearcoatNormalMap.channel),clearcoatRoughnessMapUv:V&&d(y.clearcoatRoughnessMap.channel),diffuseRoughnessMapUv:ut&&d(y.diffuseRoughnessMap.channel),iridescenceMapUv:nt&&d(y.iridescenceMap.channel),iridescenceThicknessMapUv:_t&&d(y.iridescenceThicknessMap.channel),sheenColorMapUv:Mt&&d(y.sheenColorMap.channel),sheenRoughnessMapUv:j&&d(y.sheenRoughnessMap.channel),specularMapUv:tt&&d(y.specularMap.channel),specularColorMapUv:xt&&d(y.specularColorMap.channel),specularIntensityMapUv:D&&d(y.specularIntensityMap.channel),transmissionMapUv:et&&d(y.transmissionMap.channel),thicknessMapUv:Q&&d(y.thicknessMap.channel),alphaMapUv:dt&&d(y.alphaMap.channel),vertexTangents:!!P.attributes.tangent&&(ie||_n),vertexNormals:!!P.attributes.normal,vertexColors:y.vertexColors,vertexAlphas:y.vertexColors===!0&&!!P.attributes.color&&P.attributes.color.itemSize===4,pointsUvs:E.isPoints===!0&&!!P.attributes.uv&&(lt||dt),fog:!!B,useFog:y.fog===!0,fogExp2:!!B&&B.isFogExp2,flatShading:y.wireframe===!1&&(y.flatShading===!0||P.attributes.normal===void 0&&ie===!1&&(y.isMeshLambertMaterial||y.isMeshPhongMaterial||y.isMeshStandardMaterial||y.isMeshPhysicalMaterial)),sizeAttenuation:y.sizeAttenuation===!0,logarithmicDepthBuffer:h,reversedDepthBuffer:rt,skinning:E.isSkinnedMesh===!0,hasPositionAttribute:P.attributes.position!==void 0,morphTargets:P.morphAttributes.position!==void 0,morphNormals:P.morphAttributes.normal!==void 0,morphColors:P.morphAttributes.color!==void 0,morphTargetsCount:X,morphTextureStride:st,numSunLights:b.sun.length,numDirLights:b.directional.length,numPointLights:b.point.length,numSpotLights:b.spot.length,numSpotLightMaps:b.spotLightMap.length,numRectAreaLights:b.rectArea.length,numHemiLights:b.hemi.length,numSunLightShadows:b.sunShadowMap.length,numDirLightShadows:b.directionalShadowMap.length,numPointLightShadows:b.pointShadowMap.length,numSpotLightShadows:b.spotShadowMap.length,numSpotLightShadowsWithMaps:b.numSpotLightShadowsWithMaps,numLightProbes:b.numLightProbes,numLightProbeGrids:N.filter(wt=>wt.texture!==null).length,numClippingPlanes:s.numPlanes,numClipIntersection:s.numIntersection,dithering:y.dithering,shadowMapEnabled:e.shadowMap.enabled&&I.length>0,shadowMapType:e.shadowMap.type,toneMapping:ht,decodeVideoTexture:lt&&y.map.isVideoTexture===!0&&jt.getTransfer(y.map.colorSpace)===le,decodeVideoTextureEmissive:Pe&&y.emissiveMap.isVideoTexture===!0&&jt.getTransfer(y.emissiveMap.colorSpace)===le,premultipliedAlpha:y.premultipliedAlpha,doubleSided:y.side===Yi,flipSided:y.side===mn,useDepthPacking:y.depthPacking>=0,depthPacking:y.depthPacking||0,index0AttributeName:y.index0AttributeName,extensionClipCullDistance:qt&&y.extensions.clipCullDistance===!0&&n.has("WEBGL_clip_cull_distance"),extensionMultiDraw:(qt&&y.extensions.multiDraw===!0||gt)&&n.has("WEBGL_multi_draw"),rendererExtensionParallelShaderCompile:n.has("KHR_parallel_shader_compile"),customProgramCacheKey:y.customProgramCacheKey()};return Xt.vertexUv1s=c.has(1),Xt.vertexUv2s=c.has(2),Xt.vertexUv3s=c.has(3),c.clear(),Xt}function _(y){let b=[];if(y.shaderID?b.push(y.shaderID):(b.push(y.customVertexShaderID),b.push(y.customFragmentShaderID)),y.defines!==void 0)for(let I in y.defines)b.push(I),b.push(y.defines[I]);return y.isRawShaderMaterial===!1&&(m(b,y),g(b,y),b.push(e.outputColorSpace)),b.push(y.customProgramCacheKey),b.join()}function m(y,b){y.push(b.precision),y.push(b.outputColorSpace),y.push(b.envMapMode),y.push(b.envMapPMREM),y.push(b.envMapMaxLod),y.push(b.envMapSize),y.push(b.mapUv),y.push(b.alphaMapUv),y.push(b.lightMapUv),y.push(b.aoMapUv),y.push(b.bumpMapUv),y.push(b.normalMapUv),y.push(b.displacementMapUv),y.push(b.emissiveMapUv),y.push(b.metalnessMapUv),y.push(b.roughnessMapUv),y.push(b.anisotropyMapUv),y.push(b.clearcoatMapUv),y.push(b.clearcoatNormalMapUv),y.push(b.clearcoatRoughnessMapUv),y.push(b.diffuseRoughnessMapUv),y.push(b.iridescenceMapUv),y.push(b.iridescenceThicknessMapUv),y.push(b.sheenColorMapUv),y.push(b.sheenRoughnessMapUv),y.push(b.specularMapUv),y.push(b.specularColorMapUv),y.push(b.specularIntensityMapUv),y.push(b.transmissionMapUv),y.push(b.thicknessMapUv),y.push(b.combine),y.push(b.fogExp2),y.push(b.sizeAttenuation),y.push(b.morphTargetsCount),y.push(b.numSunLights),y.push(b.numDirLights),y.push(b.numPointLights),y.push(b.numSpotLights),y.push(b.numSpotLightMaps),y.push(b.numHemiLights),y.push(b.numRectAreaLights),y.push(b.numSunLightShadows),y.push(b.numDirLightShadows),y.push(b.numPointLightShadows),y.push(b.numSpotLightShadows),y.push(b.numSpotLightShadowsWithMaps),y.push(b.numLightProbes),y.push(b.numLightProbeGrids),y.push(b.shadowMapType),y.push(b.toneMapping),y.push(b.numClippingPlanes),y.push(b.numClipIntersection),y.push(b.depthPacking)}function g(y,b){o.disableAll(),b.instancing&&o.enable(0),b.instancingColor&&o.enable(1),b.instancingMorph&&o.enable(2),b.matcap&&o.enable(3),b.envMap&&o.enable(4),b.normalMapObjectSpace&&o.enable(5),b.normalMapTangentSpace&&o.enable(6),b.clearcoat&&o.enable(7),b.iridescence&&o.enable(8),b.alphaTest&&o.enable(9),b.vertexColors&&o.enable(10),b.vertexAlphas&&o.enable(11),b.vertexUv1s&&o.enable(12),b.vertexUv2s&&o.enable(13),b.vertexUv3s&&o.enable(14),b.vertexTangents&&o.enable(15),b.anisotropy&&o.enable(16),b.alphaHash&&o.enable(17),b.batching&&o.enable(18),b.dispersion&&o.enable(19),b.retroreflection&&o.enable(24),b.diffuseRoughness&&o.enable(25),b.batchingColor&&o.enable(20),b.gradientMap&&o.enable(21),b.packedNormalMap&&o.enable(22),b.vertexNormals&&o.enable(23),y.push(o.mask),o.disableAll(),b.fog&&o.enable(0),b.useFog&&o.enable(1),b.flatShading&&o.enable(2),b.logarithmicDepthBuffer&&o.enable(3),b.reversedDepthBuffer&&o.enable(4),b.skinning&&o.enable(5),b.morphTargets&&o.enable(6),b.morphNormals&&o.enable(7),b.morphColors&&o.enable(8),b.premultipliedAlpha&&o.enable(9),b.shadowMapEnabled&&o.enable(10),b.doubleSided&&o.enable(11),b.flipSided&&o.enable(12),b.useDepthPacking&&o.enable(13),b.dithering&&o.enable(14),b.transmission&&o.enable(15),b.sheen&&o.enable(16),b.opaque&&o.enable(17),b.pointsUvs&&o.enable(18),b.decodeVideoTexture&&o.enable(19),b.decodeVideoTextureEmissive&&o.enable(20),b.alphaToCoverage&&o.enable(21),b.numLightProbeGrids>0&&o.enable(22),b.hasPositionAttribute&&o.enable(23),y.push(o.mask)}function x(y){let b=f[y.type],I;if(b){let C=Ki[b];I=ZT.clone(C.uniforms)}else I=y.uniforms;return I}function w(y,b){let I=u.get(b);return I!==void 0?++I.usedTimes:(I=new $O(e,b,y,r),l.push(I),u.set(b,I)),I}function v(y){if(--y.usedTimes===0){let b=l.indexOf(y);l[b]=l[l.length-1],l.pop(),u.delete(y.cacheKey),y.destroy()}}function T(y){a.remove(y)}function M(){a.dispose()}return{getParameters:p,getProgramCacheKey:_,getUniforms:x,acquireProgram:w,releaseProgram:v,releaseShaderCache:T,programs:l,dispose:M}}function ZO(){let e=new WeakMap;function t(o){return e.has(o)}function n(o){let a=e.get(o);return a===void 0&&(a={},e.set(o,a)),a}function i(o){e.delete(o)}function r(o,a,c){e.get(o)[a]=c}function s(){e=new WeakMap}return{has:t,get:n,remove:i,update:r,dispose:s}}function JO(e,t){return e.groupOrder!==t.groupOrder?e.groupOrder-t.groupOrder:e.renderOrder!==t.renderOrder?e.renderOrder-t.renderOrder:e.material.id!==t.material.id?e.material.id-t.material.id:e.materialVariant!==t.materialVariant?e.materialVariant-t.materialVariant:e.z!==t.z?e.z-t.z:e.id-t.id}function mA(e,t){return e.groupOrder!==t.groupOrder?e.groupOrder-t.groupOrder:e.renderOrder!==t.renderOrder?e.renderOrder-t.renderOrder:e.z!==t.z?t.z-e.z:e.id-t.id}function gA(){let e=[],t=0,n=[],i=[],r=[];function s(){t=0,n.length=0,i.length=0,r.length=0}function o(f){let d=0;return f.isInstancedMesh&&(d+=2),f.isSkinnedMesh&&(d+=1),d}function a(f,d,p,_,m,g){let x=e[t];return x===void 0?(x={id:f.id,object:f,geometry:d,material:p,materialVariant:o(f),groupOrder:_,renderOrder:f.renderOrder,z:m,group:g},e[t]=x):(x.id=f.id,x.object=f,x.geometry=d,x.material=p,x.materialVariant=o(f),x.groupOrder=_,x.renderOrder=f.renderOrder,x.z=m,x.group=g),t++,x}function c(f,d,p,_,m,g,x){x.reversedDepth===!0&&(m=-m);let w=a(f,d,p,_,m,g);p.transmission>0?i.push(w):p.transparent===!0?r.push(w):n.push(w)}function l(f,d,p,_,m,g){let x=a(f,d,p,_,m,g);p.transmission>0?i.unshift(x):p.transparent===!0?r.unshift(x):n.unshift(x)}function u(f,d){n.length>1&&n.sort(f||JO),i.length>1&&i.sort(d||mA),r.length>1&&r.sort(d||mA)}function h(){for(let f=t,d=e.length;f<d;f++){let p=e[f];if(p.id===null)break;p.id=null,p.object=null,p.geometry=null,p.material=null,p.group=null}}return{opaque:n,transmissive:i,transparent:r,init:s,push:c,unshift:l,finish:h,sort:u}}function KO(){let e=new WeakMap;function t(i,r){let s=e.get(i),o;return s===void 0?(o=new gA,e.set(i,[o])):r>=s.length?(o=new gA,s.push(o)):o=s[r],o}function n(){e=new WeakMap}return{get:t,dispose:n}}function QO(){let e={};return{get:function(t){if(e[t.id]!==void 0)return e[t.id];let n;switch(t.type){case"SunLight":case"DirectionalLight":n={direction:new K,color:new ne};break;case"SpotLight":n={position:new K,direction:new K,color:new ne,distance:0,coneCos:0,penumbraCos:0,decay:0};break;case"PointLight":n={position:new K,color:new ne,distance:0,decay:0};break;case"HemisphereLight":n={direction:new K,skyColor:new ne,groundColor:new ne};break;case"RectAreaLight":n={color:new ne,position:new K,halfWidth:new K,halfHeight:new K};break}return e[t.id]=n,n}}}function jO(){let e={};return{get:function(t){if(e[t.id]!==void 0)return e[t.id];let n;switch(t.type){case"SunLight":case"DirectionalLight":n={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new se};break;case"SpotLight":n={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new se};break;case"PointLight":n={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new se,shadowCameraNear:1,shadowCameraFar:1e3};break}return e[t.id]=n,n}}}var t4=0;function e4(e,t){return(t.castShadow?2:0)-(e.castShadow?2:0)+(t.map?1:0)-(e.map?1:0)}function n4(e){let t=new QO,n=jO(),i={version:0,hash:{sunLength:-1,directionalLength:-1,pointLength:-1,spotLength:-1,rectAreaLength:-1,hemiLength:-1,numSunShadows:-1,numDirectionalShadows:-1,numPointShadows:-1,numSpotShadows:-1,numSpotMaps:-1,numLightProbes:-1},ambient:[0,0,0],probe:[],sun:[],sunShadow:[],sunShadowMap:[],sunShadowMatrix:[],sunShadowCascade:[],directional:[],directionalShadow:[],directionalShadowMap:[],directionalShadowMatrix:[],spot:[],spotLightMap:[],spotShadow:[],spotShadowMap:[],spotLightMatrix:[],rectArea:[],rectAreaLTC1:null,rectAreaLTC2:null,point:[],pointShadow:[],pointShadowMap:[],pointShadowMatrix:[],hemi:[],numSpotLightShadowsWithMaps:0,numLightProbes:0};for(let l=0;l<9;l++)i.probe.push(new K);let r=new K,s=new Ae,o=new Ae;function a(l){let u=0,h=0,f=0;for(let N=0;N<9;N++)i.probe[N].set(0,0,0);let d=0,p=0,_=0,m=0,g=0,x=0,w=0,v=0,T=0,M=0,y=0,b=0,I=0,C=0;l.sort(e4);for(let N=0,B=l.length;N<B;N++){let P=l[N],L=P.color,z=P.intensity,k=P.distance,Y=null;if(P.shadow&&P.shadow.map&&(P.shadow.map.texture.format===os?Y=P.shadow.map.texture:Y=P.shadow.map.depthTexture||P.shadow.map.texture),P.isAmbientLight)u+=L.r*z,h+=L.g*z,f+=L.b*z;else if(P.isLightProbe){for(let U=0;U<9;U++)i.probe[U].addScaledVector(P.sh.coefficients[U],z);C++}else if(P.isSunLight){let U=t.get(P);if(U.color.copy(P.color).multiplyScalar(P.intensity),P.castShadow){let G=P.shadow,X=n.get(P);X.shadowIntensity=G.intensity,X.shadowBias=G.bias,X.shadowNormalBias=G.normalBias,X.shadowRadius=G.radius,X.shadowMapSize.copy(G.mapSize).multiply(G.getFrameExtents()),i.sunShadow[p]=X,i.sunShadowMap[p]=Y;let st=G.getViewportCount();for(let ct=0;ct<st;ct++)i.sunShadowMatrix[_+ct]=G.getMatrix(ct),i.sunShadowCascade[_+ct]=G._cascadeData[ct];_+=st,p++}i.sun[d]=U,d++}else if(P.isDirectionalLight){let U=t.get(P);if(U.color.copy(P.color).multiplyScalar(P.intensity),P.castShadow){let G=P.shadow,X=n.get(P);X.shadowIntensity=G.intensity,X.shadowBias=G.bias,X.shadowNormalBias=G.normalBias,X.shadowRadius=G.radius,X.shadowMapSize=G.mapSize,i.directionalShadow[m]=X,i.directionalShadowMap[m]=Y,i.directionalShadowMatrix[m]=P.shadow.matrix,T++}i.directional[m]=U,m++}else if(P.isSpotLight){let U=t.get(P);U.position.setFromMatrixPosition(P.matrixWorld),U.color.copy(L).multiplyScalar(z),U.distance=k,U.coneCos=Math.cos(P.angle),U.penumbraCos=Math.cos(P.angle*(1-P.penumbra)),U.decay=P.decay,i.spot[x]=U;let G=P.shadow;if(P.map&&(i.spotLightMap[b]=P.map,b++,G.updateMatrices(P),P.castShadow&&I++),i.spotLightMatrix[x]=G.matrix,P.castShadow){let X=n.get(P);X.shadowIntensity=G.intensity,X.shadowBias=G.bias,X.shadowNormalBias=G.normalBias,X.shadowRadius=G.radius,X.shadowMapSize=G.mapSize,i.spotShadow[x]=X,i.spotShadowMap[x]=Y,y++}x++}else if(P.isRectAreaLight){let U=t.get(P);U.color.copy(L).multiplyScalar(z),U.halfWidth.set(P.width*.5,0,0),U.halfHeight.set(0,P.height*.5,0),i.rectArea[w]=U,w++}else if(P.isPointLight){let U=t.get(P);if(U.color.copy(P.color).multiplyScalar(P.intensity),U.distance=P.distance,U.decay=P.decay,P.castShadow){let G=P.shadow,X=n.get(P);X.shadowIntensity=G.intensity,X.shadowBias=G.bias,X.shadowNormalBias=G.normalBias,X.shadowRadius=G.radius,X.shadowMapSize=G.mapSize,X.shadowCameraNear=G.camera.near,X.shadowCameraFar=G.camera.far,i.pointShadow[g]=X,i.pointShadowMap[g]=Y,i.pointShadowMatrix[g]=P.shadow.matrix,M++}i.point[g]=U,g++}else if(P.isHemisphereLight){let U=t.get(P);U.skyColor.copy(P.color).multiplyScalar(z),U.groundColor.copy(P.groundColor).multiplyScalar(z),i.hemi[v]=U,v++}}w>0&&(e.has("OES_texture_float_linear")===!0?(i.rectAreaLTC1=Tt.LTC_FLOAT_1,i.rectAreaLTC2=Tt.LTC_FLOAT_2):(i.rectAreaLTC1=Tt.LTC_HALF_1,i.rectAreaLTC2=Tt.LTC_HALF_2)),i.ambient[0]=u,i.ambient[1]=h,i.ambient[2]=f;let E=i.hash;(E.sunLength!==d||E.directionalLength!==m||E.pointLength!==g||E.spotLength!==x||E.rectAreaLength!==w||E.hemiLength!==v||E.numSunShadows!==p||E.numDirectionalShadows!==T||E.numPointShadows!==M||E.numSpotShadows!==y||E.numSpotMaps!==b||E.numLightProbes!==C)&&(i.sun.length=d,i.directional.length=m,i.spot.length=x,i.rectArea.length=w,i.point.length=g,i.hemi.length=v,i.sunShadow.length=p,i.sunShadowMap.length=p,i.sunShadowMatrix.length=_,i.sunShadowCascade.length=_,i.directionalShadow.length=T,i.directionalShadowMap.length=T,i.directionalShadowMatrix.length=T,i.pointShadow.length=M,i.pointShadowMap.length=M,i.pointShadowMatrix.length=M,i.spotShadow.length=y,i.spotShadowMap.length=y,i.spotLightMatrix.length=y+b-I,i.spotLightMap.length=b,i.numSpotLightShadowsWithMaps=I,i.numLightProbes=C,E.sunLength=d,E.directionalLength=m,E.pointLength=g,E.spotLength=x,E.rectAreaLength=w,E.hemiLength=v,E.numSunShadows=p,E.numDirectionalShadows=T,E.numPointShadows=M,E.numSpotShadows=y,E.numSpotMaps=b,E.numLightProbes=C,i.version=t4++)}function c(l,u){let h=0,f=0,d=0,p=0,_=0,m=0,g=u.matrixWorldInverse;for(let x=0,w=l.length;x<w;x++){let v=l[x];if(v.isSunLight){let T=i.sun[h];T.direction.setFromMatrixPosition(v.matrixWorld),T.direction.transformDirection(g),h++}else if(v.isDirectionalLight){let T=i.directional[f];T.direction.setFromMatrixPosition(v.matrixWorld),r.setFromMatrixPosition(v.target.matrixWorld),T.direction.sub(r),T.direction.transformDirection(g),f++}else if(v.isSpotLight){let T=i.spot[p];T.position.setFromMatrixPosition(v.matrixWorld),T.position.applyMatrix4(g),T.direction.setFromMatrixPosition(v.matrixWorld),r.setFromMatrixPosition(v.target.matrixWorld),T.direction.sub(r),T.direction.transformDirection(g),p++}else if(v.isRectAreaLight){let T=i.rectArea[_];T.position.setFromMatrixPosition(v.matrixWorld),T.position.applyMatrix4(g),o.identity(),s.copy(v.matrixWorld),s.premultiply(g),o.extractRotation(s),T.halfWidth.set(v.width*.5,0,0),T.halfHeight.set(0,v.height*.5,0),T.halfWidth.applyMatrix4(o),T.halfHeight.applyMatrix4(o),_++}else if(v.isPointLight){let T=i.point[d];T.position.setFromMatrixPosition(v.matrixWorld),T.position.applyMatrix4(g),d++}else if(v.isHemisphereLight){let T=i.hemi[m];T.direction.setFromMatrixPosition(v.matrixWorld),T.direction.transformDirection(g),m++}}}return{setup:a,setupView:c,state:i}}function _A(e){let t=new n4(e),n=[],i=[],r=[];function s(h){u.camera=h,n.length=0,i.length=0,r.length=0}function o(h){h.isLightProbeGrid?r.push(h):n.push(h)}function a(h){i.push(h)}function c(){t.setup(n),r.sort((h,f)=>h.priority-f.priority||h.id-f.id)}function l(h){t.setupView(n,h)}let u={lightsArray:n,shadowsArray:i,lightProbeGridArray:r,camera:null,lights:t,transmissionRenderTarget:{},textureUnits:0};return{init:s,state:u,setupLights:c,setupLightsView:l,pushLight:o,pushShadow:a}}function i4(e){let t=new WeakMap;function n(r,s=0){let o=t.get(r),a;return o===void 0?(a=new _A(e),t.set(r,[a])):s>=o.length?(a=new _A(e),o.push(a)):a=o[s],a}function i(){t=new WeakMap}return{get:n,dispose:i}}var r4=`void main() {
	gl_Position = vec4( position, 1.0 );
}`,s4=`uniform sampler2D shadow_pass;
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
}`,o4=[new K(1,0,0),new K(-1,0,0),new K(0,1,0),new K(0,-1,0),new K(0,0,1),new K(0,0,-1)],a4=[new K(0,-1,0),new K(0,-1,0),new K(0,0,1),new K(0,0,-1),new K(0,-1,0),new K(0,-1,0)],yA=new Ae,jc=new K,E_=new K;function c4(e,t,n){let i=new Ws,r=new se,s=new se,o=new be,a=new zf,c=new Gf,l={},u=n.maxTextureSize,h={[ss]:mn,[mn]:ss,[Yi]:Yi},f=new qi({defines:{VSM_SAMPLES:8},uniforms:{shadow_pass:{value:null},resolution:{value:new se},radius:{value:4}},vertexShader:r4,fragmentShader:s4}),d=f.clone();d.defines.HORIZONTAL_PASS=1;let p=new es;p.setAttribute("position",new Hi(new Float32Array([-1,-1,.5,3,-1,.5,-1,3,.5]),3));let _=new Xi(p,f),m=this;this.enabled=!1,this.autoUpdate=!0,this.needsUpdate=!1,this.type=Wc;let g=this.type;this.render=function(M,y,b){if(m.enabled===!1||m.autoUpdate===!1&&m.needsUpdate===!1||M.length===0)return;this.type===hT&&(Ft("WebGLShadowMap: PCFSoftShadowMap has been removed. Using PCFShadowMap instead."),this.type=Wc);let I=e.getRenderTarget(),C=e.getActiveCubeFace(),E=e.getActiveMipmapLevel(),N=e.state;N.setBlending($s),N.buffers.depth.getReversed()===!0?N.buffers.color.setClear(0,0,0,0):N.buffers.color.setClear(1,1,1,1),N.buffers.depth.setTest(!0),N.setScissorTest(!1);let B=g!==this.type;B&&y.traverse(function(P){P.material&&(Array.isArray(P.material)?P.material.forEach(L=>L.needsUpdate=!0):P.material.needsUpdate=!0)});for(let P=0,L=M.length;P<L;P++){let z=M[P],k=z.shadow;if(k===void 0){Ft("WebGLShadowMap:",z,"has no shadow.");continue}if(k.autoUpdate===!1&&k.needsUpdate===!1)continue;r.copy(k.mapSize);let Y=k.getFrameExtents();r.multiply(Y),s.copy(k.mapSize),(r.x>u||r.y>u)&&(r.x>u&&(s.x=Math.floor(u/Y.x),r.x=s.x*Y.x,k.mapSize.x=s.x),r.y>u&&(s.y=Math.floor(u/Y.y),r.y=s.y*Y.y,k.mapSize.y=s.y));let U=e.state.buffers.depth.getReversed();if(k.camera._reversedDepth=U,k.map===null||B===!0){if(k.map!==null&&(k.map.depthTexture!==null&&(k.map.depthTexture.dispose(),k.map.depthTexture=null),k.map.dispose()),this.type===fa){if(z.isPointLight){Ft("WebGLShadowMap: VSM shadow maps are not supported for PointLights. Use PCF or BasicShadowMap instead.");continue}k.map=new On(r.x,r.y,{format:os,type:yi,minFilter:pn,magFilter:pn,generateMipmaps:!1}),k.map.texture.name=z.name+".shadowMap",k.map.depthTexture=new Tr(r.x,r.y,_i),k.map.depthTexture.name=z.name+".shadowMapDepth",k.map.depthTexture.format=wr,k.map.depthTexture.compareFunction=null,k.map.depthTexture.minFilter=Ke,k.map.depthTexture.magFilter=Ke}else z.isPointLight?(k.map=new el(r.x),k.map.depthTexture=new kc(r.x,gi)):(k.map=new On(r.x,r.y),k.map.depthTexture=new Tr(r.x,r.y,gi)),k.map.depthTexture.name=z.name+".shadowMap",k.map.depthTexture.format=wr,this.type===Wc?(k.map.depthTexture.compareFunction=U?__:g_,k.map.depthTexture.minFilter=pn,k.map.depthTexture.magFilter=pn):(k.map.depthTexture.compareFunction=null,k.map.depthTexture.minFilter=Ke,k.map.depthTexture.magFilter=Ke);k.camera.updateProjectionMatrix()}k.map.isWebGLCubeRenderTarget!==!0&&(k.map.width!==r.x||k.map.height!==r.y)&&k.map.setSize(r.x,r.y);let G=k.map.isWebGLCubeRenderTarget?6:k.getViewportCount();z.isPointLight!==!0&&k.updateMatrices(z,b);let X=(k.camera.layers.mask&4294967294)!==0?k.camera.layers:b.layers;for(let st=0;st<G;st++){let ct=k.getCamera(st);if(z.isPointLight){let W=k.camera,at=k.matrix,ft=z.distance||W.far;ft!==W.far&&(W.far=ft,W.updateProjectionMatrix()),jc.setFromMatrixPosition(z.matrixWorld),W.position.copy(jc),E_.copy(W.position),E_.add(o4[st]),W.up.copy(a4[st]),W.lookAt(E_),W.updateMatrixWorld(),at.makeTranslation(-jc.x,-jc.y,-jc.z),yA.multiplyMatrices(W.projectionMatrix,W.matrixWorldInverse),k._frustum.setFromProjectionMatrix(yA,W.coordinateSystem,W.reversedDepth)}if(k.map.isWebGLCubeRenderTarget)e.setRenderTarget(k.map,st),e.clear();else{st===0&&(e.setRenderTarget(k.map),e.clear());let W=k.getViewport(st);o.set(s.x*W.x,s.y*W.y,s.x*W.z,s.y*W.w),N.viewport(o)}i=k.getFrustum(st),v(y,b,ct,z,X,this.type)}k.isPointLightShadow!==!0&&this.type===fa&&x(k,b),k.needsUpdate=!1}g=this.type,m.needsUpdate=!1,e.setRenderTarget(I,C,E)};function x(M,y){let b=t.update(_);f.defines.VSM_SAMPLES!==M.blurSamples&&(f.defines.VSM_SAMPLES=M.blurSamples,d.defines.VSM_SAMPLES=M.blurSamples,f.needsUpdate=!0,d.needsUpdate=!0),M.mapPass===null?M.mapPass=new On(r.x,r.y,{format:os,type:yi}):(M.mapPass.width!==M.map.width||M.mapPass.height!==M.map.height)&&M.mapPass.setSize(M.map.width,M.map.height),f.uniforms.shadow_pass.value=M.map.depthTexture,f.uniforms.resolution.value.set(M.map.width,M.map.height),f.uniforms.radius.value=M.radius,e.setRenderTarget(M.mapPass),e.clear(),e.renderBufferDirect(y,null,b,f,_,null),d.uniforms.shadow_pass.value=M.mapPass.texture,d.uniforms.resolution.value.set(M.map.width,M.map.height),d.uniforms.radius.value=M.radius,e.setRenderTarget(M.map),e.clear(),e.renderBufferDirect(y,null,b,d,_,null)}function w(M,y,b,I){let C=null,E=b.isPointLight===!0?M.customDistanceMaterial:M.customDepthMaterial;if(E!==void 0)C=E;else if(C=b.isPointLight===!0?c:a,e.localClippingEnabled&&y.clipShadows===!0&&Array.isArray(y.clippingPlanes)&&y.clippingPlanes.length!==0||y.displacementMap&&y.displacementScale!==0||y.alphaMap&&y.alphaTest>0||y.map&&y.alphaTest>0||y.alphaToCoverage===!0){let N=C.uuid,B=y.uuid,P=l[N];P===void 0&&(P={},l[N]=P);let L=P[B];L===void 0&&(L=C.clone(),P[B]=L,y.addEventListener("dispose",T)),C=L}if(C.visible=y.visible,C.wireframe=y.wireframe,I===fa?C.side=y.shadowSide!==null?y.shadowSide:y.side:C.side=y.shadowSide!==null?y.shadowSide:h[y.side],C.alphaMap=y.alphaMap,C.alphaTest=y.alphaToCoverage===!0?.5:y.alphaTest,C.map=y.map,C.clipShadows=y.clipShadows,C.clippingPlanes=y.clippingPlanes,C.clipIntersection=y.clipIntersection,C.displacementMap=y.displacementMap,C.displacementScale=y.displacementScale,C.displacementBias=y.displacementBias,C.wireframeLinewidth=y.wireframeLinewidth,C.linewidth=y.linewidth,b.isPointLight===!0&&C.isMeshDistanceMaterial===!0){let N=e.properties.get(C);N.light=b}return C}function v(M,y,b,I,C,E){if(M.visible===!1)return;if(M.layers.test(C)&&(M.isMesh||M.isLine||M.isPoints)&&(M.castShadow||M.receiveShadow&&E===fa)&&(!M.frustumCulled||M.intersectsFrustum(i))){M.modelViewMatrix.multiplyMatrices(b.matrixWorldInverse,M.matrixWorld);let P=t.update(M),L=M.material;if(Array.isArray(L)){let z=P.groups;for(let k=0,Y=z.length;k<Y;k++){let U=z[k],G=L[U.materialIndex];if(G&&G.visible){let X=w(M,G,I,E);M.onBeforeShadow(e,M,y,b,P,X,U),e.renderBufferDirect(b,null,P,X,M,U),M.onAfterShadow(e,M,y,b,P,X,U)}}}else if(L.visible){let z=w(M,L,I,E);M.onBeforeShadow(e,M,y,b,P,z,null),e.renderBufferDirect(b,null,P,z,M,null),M.onAfterShadow(e,M,y,b,P,z,null)}}let B=M.children;for(let P=0,L=B.length;P<L;P++)v(B[P],y,b,I,C,E)}function T(M){M.target.removeEventListener("dispose",T);for(let b in l){let I=l[b],C=M.target.uuid;C in I&&(I[C].dispose(),delete I[C])}}}function l4(e,t){function n(){let D=!1,et=new be,Q=null,vt=new be(0,0,0,0);return{setMask:function(dt){Q!==dt&&!D&&(e.colorMask(dt,dt,dt,dt),Q=dt)},setLocked:function(dt){D=dt},setClear:function(dt,yt,Nt,qt,ht){ht===!0&&(dt*=qt,yt*=qt,Nt*=qt),et.set(dt,yt,Nt,qt),vt.equals(et)===!1&&(e.clearColor(dt,yt,Nt,qt),vt.copy(et))},reset:function(){D=!1,Q=null,vt.set(-1,0,0,0)}}}function i(){let D=!1,et=!1,Q=null,vt=null,dt=null;return{setReversed:function(yt){if(et!==yt){let Nt=t.get("EXT_clip_control");yt?Nt.clipControlEXT(Nt.LOWER_LEFT_EXT,Nt.ZERO_TO_ONE_EXT):Nt.clipControlEXT(Nt.LOWER_LEFT_EXT,Nt.NEGATIVE_ONE_TO_ONE_EXT),et=yt;let qt=dt;dt=null,this.setClear(qt)}},getReversed:function(){return et},setTest:function(yt){yt?rt(e.DEPTH_TEST):Z(e.DEPTH_TEST)},setMask:function(yt){Q!==yt&&!D&&(e.depthMask(yt),Q=yt)},setFunc:function(yt){if(et&&(yt=XT[yt]),vt!==yt){switch(yt){case bf:e.depthFunc(e.NEVER);break;case Mf:e.depthFunc(e.ALWAYS);break;case Sf:e.depthFunc(e.LESS);break;case ra:e.depthFunc(e.LEQUAL);break;case wf:e.depthFunc(e.EQUAL);break;case Tf:e.depthFunc(e.GEQUAL);break;case Af:e.depthFunc(e.GREATER);break;case Ef:e.depthFunc(e.NOTEQUAL);break;default:e.depthFunc(e.LEQUAL)}vt=yt}},setLocked:function(yt){D=yt},setClear:function(yt){dt!==yt&&(dt=yt,et&&(yt=1-yt),e.clearDepth(yt))},reset:function(){D=!1,Q=null,vt=null,dt=null,et=!1}}}function r(){let D=!1,et=null,Q=null,vt=null,dt=null,yt=null,Nt=null,qt=null,ht=null;return{setTest:function(Dt){D||(Dt?rt(e.STENCIL_TEST):Z(e.STENCIL_TEST))},setMask:function(Dt){et!==Dt&&!D&&(e.stencilMask(Dt),et=Dt)},setFunc:function(Dt,Xt,wt){(Q!==Dt||vt!==Xt||dt!==wt)&&(e.stencilFunc(Dt,Xt,wt),Q=Dt,vt=Xt,dt=wt)},setOp:function(Dt,Xt,wt){(yt!==Dt||Nt!==Xt||qt!==wt)&&(e.stencilOp(Dt,Xt,wt),yt=Dt,Nt=Xt,qt=wt)},setLocked:function(Dt){D=Dt},setClear:function(Dt){ht!==Dt&&(e.clearStencil(Dt),ht=Dt)},reset:function(){D=!1,et=null,Q=null,vt=null,dt=null,yt=null,Nt=null,qt=null,ht=null}}}let s=new n,o=new i,a=new r,c={},l=new WeakMap,u={},h={},f={},d=new WeakMap,p=[],_=null,m=!1,g=null,x=null,w=null,v=null,T=null,M=null,y=null,b=new ne(0,0,0),I=0,C=!1,E=null,N=null,B=null,P=null,L=null,z=e.getParameter(e.MAX_COMBINED_TEXTURE_IMAGE_UNITS),k=!1,Y=0,U=e.getParameter(e.VERSION);U.indexOf("WebGL")!==-1?(Y=parseFloat(/^WebGL (\d)/.exec(U)[1]),k=Y>=1):U.indexOf("OpenGL ES")!==-1&&(Y=parseFloat(/^OpenGL ES (\d)/.exec(U)[1]),k=Y>=2);let G=null,X={},st=e.getParameter(e.SCISSOR_BOX),ct=e.getParameter(e.VIEWPORT),W=new be().fromArray(st),at=new be().fromArray(ct);function ft(D,et,Q,vt){let dt=new Uint8Array(4),yt=e.createTexture();e.bindTexture(D,yt),e.texParameteri(D,e.TEXTURE_MIN_FILTER,e.NEAREST),e.texParameteri(D,e.TEXTURE_MAG_FILTER,e.NEAREST);for(let Nt=0;Nt<Q;Nt++)D===e.TEXTURE_3D||D===e.TEXTURE_2D_ARRAY?e.texImage3D(et,0,e.RGBA,1,1,vt,0,e.RGBA,e.UNSIGNED_BYTE,dt):e.texImage2D(et+Nt,0,e.RGBA,1,1,0,e.RGBA,e.UNSIGNED_BYTE,dt);return yt}let ot={};ot[e.TEXTURE_2D]=ft(e.TEXTURE_2D,e.TEXTURE_2D,1),ot[e.TEXTURE_CUBE_MAP]=ft(e.TEXTURE_CUBE_MAP,e.TEXTURE_CUBE_MAP_POSITIVE_X,6),ot[e.TEXTURE_2D_ARRAY]=ft(e.TEXTURE_2D_ARRAY,e.TEXTURE_2D_ARRAY,1,1),ot[e.TEXTURE_3D]=ft(e.TEXTURE_3D,e.TEXTURE_3D,1,1),s.setClear(0,0,0,1),o.setClear(1),a.setClear(0),rt(e.DEPTH_TEST),o.setFunc(ra),oe(!1),ie(q0),rt(e.CULL_FACE),Ut($s);function rt(D){u[D]!==!0&&(e.enable(D),u[D]=!0)}function Z(D){u[D]!==!1&&(e.disable(D),u[D]=!1)}function gt(D,et){return f[D]!==et?(e.bindFramebuffer(D,et),f[D]=et,D===e.DRAW_FRAMEBUFFER&&(f[e.FRAMEBUFFER]=et),D===e.FRAMEBUFFER&&(f[e.DRAW_FRAMEBUFFER]=et),!0):!1}function lt(D,et){let Q=p,vt=!1;if(D){Q=d.get(et),Q===void 0&&(Q=[],d.set(et,Q));let dt=D.textures;if(Q.length!==dt.length||Q[0]!==e.COLOR_ATTACHMENT0){for(let yt=0,Nt=dt.length;yt<Nt;yt++)Q[yt]=e.COLOR_ATTACHMENT0+yt;Q.length=dt.length,vt=!0}}else Q[0]!==e.BACK&&(Q[0]=e.BACK,vt=!0);vt&&e.drawBuffers(Q)}function J(D){return _!==D?(e.useProgram(D),_=D,!0):!1}let It={[Xs]:e.FUNC_ADD,[pT]:e.FUNC_SUBTRACT,[mT]:e.FUNC_REVERSE_SUBTRACT};It[gT]=e.MIN,It[_T]=e.MAX;let pt={[yT]:e.ZERO,[xT]:e.ONE,[vT]:e.SRC_COLOR,[K0]:e.SRC_ALPHA,[AT]:e.SRC_ALPHA_SATURATE,[wT]:e.DST_COLOR,[MT]:e.DST_ALPHA,[bT]:e.ONE_MINUS_SRC_COLOR,[Q0]:e.ONE_MINUS_SRC_ALPHA,[TT]:e.ONE_MINUS_DST_COLOR,[ST]:e.ONE_MINUS_DST_ALPHA,[ET]:e.CONSTANT_COLOR,[CT]:e.ONE_MINUS_CONSTANT_COLOR,[RT]:e.CONSTANT_ALPHA,[IT]:e.ONE_MINUS_CONSTANT_ALPHA};function Ut(D,et,Q,vt,dt,yt,Nt,qt,ht,Dt){if(D===$s){m===!0&&(Z(e.BLEND),m=!1);return}if(m===!1&&(rt(e.BLEND),m=!0),D!==dT){if(D!==g||Dt!==C){if((x!==Xs||T!==Xs)&&(e.blendEquation(e.FUNC_ADD),x=Xs,T=Xs),Dt)switch(D){case ha:e.blendFuncSeparate(e.ONE,e.ONE_MINUS_SRC_ALPHA,e.ONE,e.ONE_MINUS_SRC_ALPHA);break;case Y0:e.blendFunc(e.ONE,e.ONE);break;case Z0:e.blendFuncSeparate(e.ZERO,e.ONE_MINUS_SRC_COLOR,e.ZERO,e.ONE);break;case J0:e.blendFuncSeparate(e.DST_COLOR,e.ONE_MINUS_SRC_ALPHA,e.ZERO,e.ONE);break;default:Bt("WebGLState: Invalid blending: ",D);break}else switch(D){case ha:e.blendFuncSeparate(e.SRC_ALPHA,e.ONE_MINUS_SRC_ALPHA,e.ONE,e.ONE_MINUS_SRC_ALPHA);break;case Y0:e.blendFuncSeparate(e.SRC_ALPHA,e.ONE,e.ONE,e.ONE);break;case Z0:Bt("WebGLState: SubtractiveBlending requires material.premultipliedAlpha = true");break;case J0:Bt("WebGLState: MultiplyBlending requires material.premultipliedAlpha = true");break;default:Bt("WebGLState: Invalid blending: ",D);break}w=null,v=null,M=null,y=null,b.set(0,0,0),I=0,g=D,C=Dt}return}dt=dt||et,yt=yt||Q,Nt=Nt||vt,(et!==x||dt!==T)&&(e.blendEquationSeparate(It[et],It[dt]),x=et,T=dt),(Q!==w||vt!==v||yt!==M||Nt!==y)&&(e.blendFuncSeparate(pt[Q],pt[vt],pt[yt],pt[Nt]),w=Q,v=vt,M=yt,y=Nt),(qt.equals(b)===!1||ht!==I)&&(e.blendColor(qt.r,qt.g,qt.b,ht),b.copy(qt),I=ht),g=D,C=!1}function zt(D,et){D.side===Yi?Z(e.CULL_FACE):rt(e.CULL_FACE);let Q=D.side===mn;et&&(Q=!Q),oe(Q),D.blending===ha&&D.transparent===!1?Ut($s):Ut(D.blending,D.blendEquation,D.blendSrc,D.blendDst,D.blendEquationAlpha,D.blendSrcAlpha,D.blendDstAlpha,D.blendColor,D.blendAlpha,D.premultipliedAlpha),o.setFunc(D.depthFunc),o.setTest(D.depthTest),o.setMask(D.depthWrite),s.setMask(D.colorWrite);let vt=D.stencilWrite;a.setTest(vt),vt&&(a.setMask(D.stencilWriteMask),a.setFunc(D.stencilFunc,D.stencilRef,D.stencilFuncMask),a.setOp(D.stencilFail,D.stencilZFail,D.stencilZPass)),Pe(D.polygonOffset,D.polygonOffsetFactor,D.polygonOffsetUnits),D.alphaToCoverage===!0?rt(e.SAMPLE_ALPHA_TO_COVERAGE):Z(e.SAMPLE_ALPHA_TO_COVERAGE)}function oe(D){E!==D&&(D?e.frontFace(e.CW):e.frontFace(e.CCW),E=D)}function ie(D){D!==uT?(rt(e.CULL_FACE),D!==N&&(D===q0?e.cullFace(e.BACK):D===fT?e.cullFace(e.FRONT):e.cullFace(e.FRONT_AND_BACK))):Z(e.CULL_FACE),N=D}function Ve(D){D!==B&&(k&&e.lineWidth(D),B=D)}function Pe(D,et,Q){D?(rt(e.POLYGON_OFFSET_FILL),(P!==et||L!==Q)&&(P=et,L=Q,o.getReversed()&&(et=-et,Q=-Q),e.polygonOffset(et,Q))):Z(e.POLYGON_OFFSET_FILL)}function gn(D){D?rt(e.SCISSOR_TEST):Z(e.SCISSOR_TEST)}function an(D){D===void 0&&(D=e.TEXTURE0+z-1),G!==D&&(e.activeTexture(D),G=D)}function _n(D,et,Q){Q===void 0&&(G===null?Q=e.TEXTURE0+z-1:Q=G);let vt=X[Q];vt===void 0&&(vt={type:void 0,texture:void 0},X[Q]=vt),(vt.type!==D||vt.texture!==et)&&(G!==Q&&(e.activeTexture(Q),G=Q),e.bindTexture(D,et||ot[D]),vt.type=D,vt.texture=et)}function O(){let D=X[G];D!==void 0&&D.type!==void 0&&(e.bindTexture(D.type,null),D.type=void 0,D.texture=void 0)}function yn(){try{e.compressedTexImage2D(...arguments)}catch(D){Bt("WebGLState:",D)}}function me(){try{e.compressedTexImage3D(...arguments)}catch(D){Bt("WebGLState:",D)}}function ge(){try{e.texSubImage2D(...arguments)}catch(D){Bt("WebGLState:",D)}}function mt(){try{e.texSubImage3D(...arguments)}catch(D){Bt("WebGLState:",D)}}function Me(){try{e.compressedTexSubImage2D(...arguments)}catch(D){Bt("WebGLState:",D)}}function Lt(){try{e.compressedTexSubImage3D(...arguments)}catch(D){Bt("WebGLState:",D)}}function Ot(){try{e.texStorage2D(...arguments)}catch(D){Bt("WebGLState:",D)}}function R(){try{e.texStorage3D(...arguments)}catch(D){Bt("WebGLState:",D)}}function S(){try{e.texImage2D(...arguments)}catch(D){Bt("WebGLState:",D)}}function V(){try{e.texImage3D(...arguments)}catch(D){Bt("WebGLState:",D)}}function ut(D){return h[D]!==void 0?h[D]:e.getParameter(D)}function nt(D,et){h[D]!==et&&(e.pixelStorei(D,et),h[D]=et)}function _t(D){W.equals(D)===!1&&(e.scissor(D.x,D.y,D.z,D.w),W.copy(D))}function Mt(D){at.equals(D)===!1&&(e.viewport(D.x,D.y,D.z,D.w),at.copy(D))}function j(D,et){let Q=l.get(et);Q===void 0&&(Q=new WeakMap,l.set(et,Q));let vt=Q.get(D);vt===void 0&&(vt=e.getUniformBlockIndex(et,D.name),e.uniformBlockBinding(et,vt,vt),Q.set(D,vt))}function tt(D,et,Q){let dt=l.get(et).get(D);c[dt]!==Q&&(e.bindBufferBase(e.UNIFORM_BUFFER,dt,Q),c[dt]=Q)}function xt(){e.disable(e.BLEND),e.disable(e.CULL_FACE),e.disable(e.DEPTH_TEST),e.disable(e.POLYGON_OFFSET_FILL),e.disable(e.SCISSOR_TEST),e.disable(e.STENCIL_TEST),e.disable(e.SAMPLE_ALPHA_TO_COVERAGE),e.blendEquation(e.FUNC_ADD),e.blendFunc(e.ONE,e.ZERO),e.blendFuncSeparate(e.ONE,e.ZERO,e.ONE,e.ZERO),e.blendColor(0,0,0,0),e.colorMask(!0,!0,!0,!0),e.clearColor(0,0,0,0),e.depthMask(!0),e.depthFunc(e.LESS),o.setReversed(!1),e.clearDepth(1),e.stencilMask(4294967295),e.stencilFunc(e.ALWAYS,0,4294967295),e.stencilOp(e.KEEP,e.KEEP,e.KEEP),e.clearStencil(0),e.cullFace(e.BACK),e.frontFace(e.CCW),e.polygonOffset(0,0),e.activeTexture(e.TEXTURE0),e.bindFramebuffer(e.FRAMEBUFFER,null),e.bindFramebuffer(e.DRAW_FRAMEBUFFER,null),e.bindFramebuffer(e.READ_FRAMEBUFFER,null),e.useProgram(null),e.lineWidth(1),e.scissor(0,0,e.canvas.width,e.canvas.height),e.viewport(0,0,e.canvas.width,e.canvas.height),e.pixelStorei(e.PACK_ALIGNMENT,4),e.pixelStorei(e.UNPACK_ALIGNMENT,4),e.pixelStorei(e.UNPACK_FLIP_Y_WEBGL,!1),e.pixelStorei(e.UNPACK_PREMULTIPLY_ALPHA_WEBGL,!1),e.pixelStorei(e.UNPACK_COLORSPACE_CONVERSION_WEBGL,e.BROWSER_DEFAULT_WEBGL),e.pixelStorei(e.PACK_ROW_LENGTH,0),e.pixelStorei(e.PACK_SKIP_PIXELS,0),e.pixelStorei(e.PACK_SKIP_ROWS,0),e.pixelStorei(e.UNPACK_ROW_LENGTH,0),e.pixelStorei(e.UNPACK_IMAGE_HEIGHT,0),e.pixelStorei(e.UNPACK_SKIP_PIXELS,0),e.pixelStorei(e.UNPACK_SKIP_ROWS,0),e.pixelStorei(e.UNPACK_SKIP_IMAGES,0),u={},h={},G=null,X={},f={},c={},d=new WeakMap,p=[],_=null,m=!1,g=null,x=null,w=null,v=null,T=null,M=null,y=null,b=new ne(0,0,0),I=0,C=!1,E=null,N=null,B=null,P=null,L=null,W.set(0,0,e.canvas.width,e.canvas.height),at.set(0,0,e.canvas.width,e.canvas.height),s.reset(),o.reset(),a.reset()}return{buffers:{color:s,depth:o,stencil:a},enable:rt,disable:Z,bindFramebuffer:gt,drawBuffers:lt,useProgram:J,setBlending:Ut,setMaterial:zt,setFlipSided:oe,setCullFace:ie,setLineWidth:Ve,setPolygonOffset:Pe,setScissorTest:gn,activeTexture:an,bindTexture:_n,unbindTexture:O,compressedTexImage2D:yn,compressedTexImage3D:me,texImage2D:S,texImage3D:V,pixelStorei:nt,getParameter:ut,updateUBOMapping:j,uniformBlockBinding:tt,texStorage2D:Ot,texStorage3D:R,texSubImage2D:ge,texSubImage3D:mt,compressedTexSubImage2D:Me,compressedTexSubImage3D:Lt,scissor:_t,viewport:Mt,reset:xt}}function u4(e,t,n,i,r,s,o){let a=t.has("WEBGL_multisampled_render_to_texture")?t.get("WEBGL_multisampled_render_to_texture"):null,c=typeof navigator>"u"?!1:/OculusBrowser/g.test(navigator.userAgent),l=new se,u=new WeakMap,h=new Set,f,d=new WeakMap,p=new Set,_=new FinalizationRegistry(R=>p.delete(R)),m=!1;try{m=typeof OffscreenCanvas<"u"&&new OffscreenCanvas(1,1).getContext("2d")!==null}catch{}function g(R,S){return m?new OffscreenCanvas(R,S):Lc("canvas")}function x(R,S,V){let ut=1,nt=Ot(R);if((nt.width>V||nt.height>V)&&(ut=V/Math.max(nt.width,nt.height)),ut<1)if(typeof HTMLImageElement<"u"&&R instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&R instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&R instanceof ImageBitmap||typeof VideoFrame<"u"&&R instanceof VideoFrame){let _t=Math.floor(ut*nt.width),Mt=Math.floor(ut*nt.height);f===void 0&&(f=g(_t,Mt));let j=S?g(_t,Mt):f;return j.width=_t,j.height=Mt,j.getContext("2d").drawImage(R,0,0,_t,Mt),Ft("WebGLRenderer: Texture has been resized from ("+nt.width+"x"+nt.height+") to ("+_t+"x"+Mt+")."),j}else return"data"in R&&Ft("WebGLRenderer: Image in DataTexture is too big ("+nt.width+"x"+nt.height+")."),R;return R}function w(R){return R.generateMipmaps}function v(R){e.generateMipmap(R)}function T(R){return R.isWebGLCubeRenderTarget?e.TEXTURE_CUBE_MAP:R.isWebGL3DRenderTarget?e.TEXTURE_3D:R.isWebGLArrayRenderTarget||R.isCompressedArrayTexture?e.TEXTURE_2D_ARRAY:e.TEXTURE_2D}function M(R,S,V,ut,nt,_t=!1){if(R!==null){if(e[R]!==void 0)return e[R];Ft("WebGLRenderer: Attempt to use non-existing WebGL internal format '"+R+"'")}let Mt;ut&&(Mt=t.get("EXT_texture_norm16"),Mt||Ft("WebGLRenderer: Unable to use normalized textures without EXT_texture_norm16 extension"));let j=S;if(S===e.RED&&(V===e.FLOAT&&(j=e.R32F),V===e.HALF_FLOAT&&(j=e.R16F),V===e.UNSIGNED_BYTE&&(j=e.R8),V===e.UNSIGNED_SHORT&&Mt&&(j=Mt.R16_EXT),V===e.SHORT&&Mt&&(j=Mt.R16_SNORM_EXT)),S===e.RED_INTEGER&&(V===e.UNSIGNED_BYTE&&(j=e.R8UI),V===e.UNSIGNED_SHORT&&(j=e.R16UI),V===e.UNSIGNED_INT&&(j=e.R32UI),V===e.BYTE&&(j=e.R8I),V===e.SHORT&&(j=e.R16I),V===e.INT&&(j=e.R32I)),S===e.RG&&(V===e.FLOAT&&(j=e.RG32F),V===e.HALF_FLOAT&&(j=e.RG16F),V===e.UNSIGNED_BYTE&&(j=e.RG8),V===e.UNSIGNED_SHORT&&Mt&&(j=Mt.RG16_EXT),V===e.SHORT&&Mt&&(j=Mt.RG16_SNORM_EXT)),S===e.RG_INTEGER&&(V===e.UNSIGNED_BYTE&&(j=e.RG8UI),V===e.UNSIGNED_SHORT&&(j=e.RG16UI),V===e.UNSIGNED_INT&&(j=e.RG32UI),V===e.BYTE&&(j=e.RG8I),V===e.SHORT&&(j=e.RG16I),V===e.INT&&(j=e.RG32I)),S===e.RGB_INTEGER&&(V===e.UNSIGNED_BYTE&&(j=e.RGB8UI),V===e.UNSIGNED_SHORT&&(j=e.RGB16UI),V===e.UNSIGNED_INT&&(j=e.RGB32UI),V===e.BYTE&&(j=e.RGB8I),V===e.SHORT&&(j=e.RGB16I),V===e.INT&&(j=e.RGB32I)),S===e.RGBA_INTEGER&&(V===e.UNSIGNED_BYTE&&(j=e.RGBA8UI),V===e.UNSIGNED_SHORT&&(j=e.RGBA16UI),V===e.UNSIGNED_INT&&(j=e.RGBA32UI),V===e.BYTE&&(j=e.RGBA8I),V===e.SHORT&&(j=e.RGBA16I),V===e.INT&&(j=e.RGBA32I)),S===e.RGB&&(V===e.UNSIGNED_SHORT&&Mt&&(j=Mt.RGB16_EXT),V===e.SHORT&&Mt&&(j=Mt.RGB16_SNORM_EXT),V===e.UNSIGNED_INT_5_9_9_9_REV&&(j=e.RGB9_E5),V===e.UNSIGNED_INT_10F_11F_11F_REV&&(j=e.R11F_G11F_B10F)),S===e.RGBA){let tt=_t?Ic:jt.getTransfer(nt);V===e.FLOAT&&(j=e.RGBA32F),V===e.HALF_FLOAT&&(j=e.RGBA16F),V===e.UNSIGNED_BYTE&&(j=tt===le?e.SRGB8_ALPHA8:e.RGBA8),V===e.UNSIGNED_SHORT&&Mt&&(j=Mt.RGBA16_EXT),V===e.SHORT&&Mt&&(j=Mt.RGBA16_SNORM_EXT),V===e.UNSIGNED_SHORT_4_4_4_4&&(j=e.RGBA4),V===e.UNSIGNED_SHORT_5_5_5_1&&(j=e.RGB5_A1)}return(j===e.R16F||j===e.R32F||j===e.RG16F||j===e.RG32F||j===e.RGBA16F||j===e.RGBA32F)&&t.get("EXT_color_buffer_float"),j}function y(R,S){let V;return R?S===null||S===gi||S===Ys?V=e.DEPTH24_STENCIL8:S===_i?V=e.DEPTH32F_STENCIL8:S===pa&&(V=e.DEPTH24_STENCIL8,Ft("DepthTexture: 16 bit depth attachment is not supported with stencil. Using 24-bit attachment.")):S===null||S===gi||S===Ys?V=e.DEPTH_COMPONENT24:S===_i?V=e.DEPTH_COMPONENT32F:S===pa&&(V=e.DEPTH_COMPONENT16),V}function b(R,S){return w(R)===!0||R.isFramebufferTexture&&R.minFilter!==Ke&&R.minFilter!==pn?Math.log2(Math.max(S.width,S.height))+1:R.mipmaps.length>0?R.mipmaps.length:R.isCompressedTexture&&Array.isArray(R.image)?S.mipmaps.length:1}function I(R){let S=new WeakRef(R);i.get(R).__ref=S,p.add(S),_.register(R,S,S)}function C(R){let S=i.get(R).__ref;S!==void 0&&(p.delete(S),_.unregister(S))}function E(R){B(R.target)}function N(R){P(R.target)}function B(R){R.removeEventListener("dispose",E),C(R),z(R),R.isVideoTexture&&u.delete(R),R.isHTMLTexture&&h.delete(R)}function P(R){R.removeEventListener("dispose",N),C(R),Y(R)}function L(){for(let R of p){let S=R.deref();S!==void 0&&(S.isRenderTarget===!0?P(S):B(S))}p.clear(),h.clear()}function z(R){let S=i.get(R);if(S.__webglInit===void 0)return;let V=R.source,ut=d.get(V);if(ut){let nt=ut[S.__cacheKey];nt.usedTimes--,nt.usedTimes===0&&k(R),Object.keys(ut).length===0&&d.delete(V)}i.remove(R)}function k(R){let S=i.get(R);e.deleteTexture(S.__webglTexture);let V=R.source,ut=d.get(V);delete ut[S.__cacheKey],o.memory.textures--}function Y(R){let S=i.get(R);S.__depthDisposeCallback&&S.__depthDisposeCallback();let V=R.depthTexture;if(V&&V.renderTarget===R&&B(V),R.isWebGLCubeRenderTarget)for(let nt=0;nt<6;nt++){if(Array.isArray(S.__webglFramebuffer[nt]))for(let _t=0;_t<S.__webglFramebuffer[nt].length;_t++)e.deleteFramebuffer(S.__webglFramebuffer[nt][_t]);else e.deleteFramebuffer(S.__webglFramebuffer[nt]);S.__webglDepthbuffer&&e.deleteRenderbuffer(S.__webglDepthbuffer[nt])}else{if(Array.isArray(S.__webglFramebuffer))for(let nt=0;nt<S.__webglFramebuffer.length;nt++)e.deleteFramebuffer(S.__webglFramebuffer[nt]);else e.deleteFramebuffer(S.__webglFramebuffer);if(S.__webglDepthbuffer&&e.deleteRenderbuffer(S.__webglDepthbuffer),S.__webglMultisampledFramebuffer&&e.deleteFramebuffer(S.__webglMultisampledFramebuffer),S.__webglColorRenderbuffer)for(let nt=0;nt<S.__webglColorRenderbuffer.length;nt++)S.__webglColorRenderbuffer[nt]&&e.deleteRenderbuffer(S.__webglColorRenderbuffer[nt]);S.__webglDepthRenderbuffer&&e.deleteRenderbuffer(S.__webglDepthRenderbuffer)}let ut=R.textures;for(let nt=0,_t=ut.length;nt<_t;nt++){let Mt=i.get(ut[nt]);Mt.__webglTexture&&(e.deleteTexture(Mt.__webglTexture),o.memory.textures--),i.remove(ut[nt])}i.remove(R)}let U=0;function G(){U=0}function X(){return U}function st(R){U=R}function ct(){let R=U;return R>=r.maxTextures&&Ft("WebGLTextures: Trying to use "+(R+1)+" texture units while this GPU supports only "+r.maxTextures),U+=1,R}function W(R){let S=[];return S.push(R.wrapS),S.push(R.wrapT),S.push(R.wrapR||0),S.push(R.magFilter),S.push(R.minFilter),S.push(R.anisotropy),S.push(R.internalFormat),S.push(R.format),S.push(R.type),S.push(R.generateMipmaps),S.push(R.mipmapsAutoUpdate),S.push(R.premultiplyAlpha),S.push(R.flipY),S.push(R.unpackAlignment),S.push(R.colorSpace),S.join()}function at(R,S){let V=i.get(R);if(R.isVideoTexture&&Me(R),R.isRenderTargetTexture===!1&&R.isExternalTexture!==!0&&R.version>0&&V.__version!==R.version){let ut=R.image;if(ut===null)Ft("WebGLRenderer: Texture marked for update but no image data found.");else if(ut.complete===!1)Ft("WebGLRenderer: Texture marked for update but image is incomplete");else{zt(V,R,S);return}}else R.isExternalTexture&&(V.__webglTexture=R.sourceTexture?R.sourceTexture:null);n.bindTexture(e.TEXTURE_2D,V.__webglTexture,e.TEXTURE0+S)}function ft(R,S){let V=i.get(R);if(R.isRenderTargetTexture===!1&&R.version>0&&V.__version!==R.version){zt(V,R,S);return}else R.isExternalTexture&&(V.__webglTexture=R.sourceTexture?R.sourceTexture:null);n.bindTexture(e.TEXTURE_2D_ARRAY,V.__webglTexture,e.TEXTURE0+S)}function ot(R,S){let V=i.get(R);if(R.isRenderTargetTexture===!1&&R.version>0&&V.__version!==R.version){zt(V,R,S);return}n.bindTexture(e.TEXTURE_3D,V.__webglTexture,e.TEXTURE0+S)}function rt(R,S){let V=i.get(R);if(R.version>0&&V.__version!==R.version){oe(V,R,S);return}n.bindTexture(e.TEXTURE_CUBE_MAP,V.__webglTexture,e.TEXTURE0+S)}let Z={[Cf]:e.REPEAT,[Vi]:e.CLAMP_TO_EDGE,[Rf]:e.MIRRORED_REPEAT},gt={[Ke]:e.NEAREST,[NT]:e.NEAREST_MIPMAP_NEAREST,[$c]:e.NEAREST_MIPMAP_LINEAR,[pn]:e.LINEAR,[nh]:e.LINEAR_MIPMAP_NEAREST,[Ar]:e.LINEAR_MIPMAP_LINEAR},lt={[OT]:e.NEVER,[y_]:e.ALWAYS,[BT]:e.LESS,[g_]:e.LEQUAL,[kT]:e.EQUAL,[__]:e.GEQUAL,[zT]:e.GREATER,[GT]:e.NOTEQUAL};function J(R,S){if(S.type===_i&&t.has("OES_texture_float_linear")===!1&&(S.magFilter===pn||S.magFilter===nh||S.magFilter===$c||S.magFilter===Ar||S.minFilter===pn||S.minFilter===nh||S.minFilter===$c||S.minFilter===Ar)&&Ft("WebGLRenderer: Unable to use linear filtering with floating point textures. OES_texture_float_linear not supported on this device."),e.texParameteri(R,e.TEXTURE_WRAP_S,Z[S.wrapS]),e.texParameteri(R,e.TEXTURE_WRAP_T,Z[S.wrapT]),(R===e.TEXTURE_3D||R===e.TEXTURE_2D_ARRAY)&&e.texParameteri(R,e.TEXTURE_WRAP_R,Z[S.wrapR]),e.texParameteri(R,e.TEXTURE_MAG_FILTER,gt[S.magFilter]),e.texParameteri(R,e.TEXTURE_MIN_FILTER,gt[S.minFilter]),S.compareFunction&&(e.texParameteri(R,e.TEXTURE_COMPARE_MODE,e.COMPARE_REF_TO_TEXTURE),e.texParameteri(R,e.TEXTURE_COMPARE_FUNC,lt[S.compareFunction])),t.has("EXT_texture_filter_anisotropic")===!0){if(S.magFilter===Ke||S.minFilter!==$c&&S.minFilter!==Ar||S.type===_i&&t.has("OES_texture_float_linear")===!1)return;if(S.anisotropy>1||i.get(S).__currentAnisotropy){let V=t.get("EXT_texture_filter_anisotropic");e.texParameterf(R,V.TEXTURE_MAX_ANISOTROPY_EXT,Math.min(S.anisotropy,r.getMaxAnisotropy())),i.get(S).__currentAnisotropy=S.anisotropy}}}function It(R,S){let V=!1;R.__webglInit===void 0&&(R.__webglInit=!0,S.addEventListener("dispose",E),I(S));let ut=S.source,nt=d.get(ut);nt===void 0&&(nt={},d.set(ut,nt));let _t=W(S);if(_t!==R.__cacheKey){nt[_t]===void 0&&(nt[_t]={texture:e.createTexture(),usedTimes:0},o.memory.textures++,V=!0),nt[_t].usedTimes++;let Mt=nt[R.__cacheKey];Mt!==void 0&&(nt[R.__cacheKey].usedTimes--,Mt.usedTimes===0&&k(S)),R.__cacheKey=_t,R.__webglTexture=nt[_t].texture}return V}function pt(R,S,V){return Math.floor(Math.floor(R/V)/S)}function Ut(R,S,V,ut){let _t=R.updateRanges;if(_t.length===0)n.texSubImage2D(e.TEXTURE_2D,0,0,0,S.width,S.height,V,ut,S.data);else{_t.sort((D,et)=>D.start-et.start);let Mt=0;for(let D=1;D<_t.length;D++){let et=_t[Mt],Q=_t[D],vt=et.start+et.count,dt=pt(Q.start,S.width,4),yt=pt(et.start,S.width,4);Q.start<=vt+1&&dt===yt&&pt(Q.start+Q.count-1,S.width,4)===dt?et.count=Math.max(et.count,Q.start+Q.count-et.start):(++Mt,_t[Mt]=Q)}_t.length=Mt+1;let j=n.getParameter(e.UNPACK_ROW_LENGTH),tt=n.getParameter(e.UNPACK_SKIP_PIXELS),xt=n.getParameter(e.UNPACK_SKIP_ROWS);n.pixelStorei(e.UNPACK_ROW_LENGTH,S.width);for(let D=0,et=_t.length;D<et;D++){let Q=_t[D],vt=Math.floor(Q.start/4),dt=Math.ceil(Q.count/4),yt=vt%S.width,Nt=Math.floor(vt/S.width),qt=dt,ht=1;n.pixelStorei(e.UNPACK_SKIP_PIXELS,yt),n.pixelStorei(e.UNPACK_SKIP_ROWS,Nt),n.texSubImage2D(e.TEXTURE_2D,0,yt,Nt,qt,ht,V,ut,S.data)}R.clearUpdateRanges(),n.pixelStorei(e.UNPACK_ROW_LENGTH,j),n.pixelStorei(e.UNPACK_SKIP_PIXELS,tt),n.pixelStorei(e.UNPACK_SKIP_ROWS,xt)}}function zt(R,S,V){let ut=e.TEXTURE_2D;(S.isDataArrayTexture||S.isCompressedArrayTexture)&&(ut=e.TEXTURE_2D_ARRAY),S.isData3DTexture&&(ut=e.TEXTURE_3D);let nt=It(R,S),_t=S.source;n.bindTexture(ut,R.__webglTexture,e.TEXTURE0+V);let Mt=i.get(_t);if(_t.version!==Mt.__version||nt===!0){if(n.activeTexture(e.TEXTURE0+V),(typeof ImageBitmap<"u"&&S.image instanceof ImageBitmap)===!1){let ht=jt.getPrimaries(jt.workingColorSpace),Dt=S.colorSpace===Cr?null:jt.getPrimaries(S.colorSpace),Xt=S.colorSpace===Cr||ht===Dt?e.NONE:e.BROWSER_DEFAULT_WEBGL;n.pixelStorei(e.UNPACK_FLIP_Y_WEBGL,S.flipY),n.pixelStorei(e.UNPACK_PREMULTIPLY_ALPHA_WEBGL,S.premultiplyAlpha),n.pixelStorei(e.UNPACK_COLORSPACE_CONVERSION_WEBGL,Xt)}n.pixelStorei(e.UNPACK_ALIGNMENT,S.unpackAlignment);let tt=x(S.image,!1,r.maxTextureSize);tt=Lt(S,tt);let xt=s.convert(S.format,S.colorSpace),D=s.convert(S.type),et=M(S.internalFormat,xt,D,S.normalized,S.colorSpace,S.isVideoTexture);J(ut,S);let Q,vt=S.mipmaps,dt=S.isVideoTexture!==!0,yt=Mt.__version===void 0||nt===!0,Nt=_t.dataReady,qt=b(S,tt);if(S.isDepthTexture)et=y(S.format===Er,S.type),yt&&(dt?n.texStorage2D(e.TEXTURE_2D,1,et,tt.width,tt.height):n.texImage2D(e.TEXTURE_2D,0,et,tt.width,tt.height,0,xt,D,null));else if(S.isDataTexture)if(vt.length>0){dt&&yt&&n.texStorage2D(e.TEXTURE_2D,qt,et,vt[0].width,vt[0].height);for(let ht=0,Dt=vt.length;ht<Dt;ht++)Q=vt[ht],dt?Nt&&n.texSubImage2D(e.TEXTURE_2D,ht,0,0,Q.width,Q.height,xt,D,Q.data):n.texImage2D(e.TEXTURE_2D,ht,et,Q.width,Q.height,0,xt,D,Q.data);S.generateMipmaps=!1}else dt?(yt&&n.texStorage2D(e.TEXTURE_2D,qt,et,tt.width,tt.height),Nt&&Ut(S,tt,xt,D)):n.texImage2D(e.TEXTURE_2D,0,et,tt.width,tt.height,0,xt,D,tt.data);else if(S.isCompressedTexture)if(S.isCompressedArrayTexture){dt&&yt&&n.texStorage3D(e.TEXTURE_2D_ARRAY,qt,et,vt[0].width,vt[0].height,tt.depth);for(let ht=0,Dt=vt.length;ht<Dt;ht++)if(Q=vt[ht],S.format!==xi)if(xt!==null)if(dt){if(Nt)if(S.layerUpdates.size>0){let Xt=T_(Q.width,Q.height,S.format,S.type);for(let wt of S.layerUpdates){let ue=Q.data.subarray(wt*Xt/Q.data.BYTES_PER_ELEMENT,(wt+1)*Xt/Q.data.BYTES_PER_ELEMENT);n.compressedTexSubImage3D(e.TEXTURE_2D_ARRAY,ht,0,0,wt,Q.width,Q.height,1,xt,ue)}}else n.compressedTexSubImage3D(e.TEXTURE_2D_ARRAY,ht,0,0,0,Q.width,Q.height,tt.depth,xt,Q.data)}else n.compressedTexImage3D(e.TEXTURE_2D_ARRAY,ht,et,Q.width,Q.height,tt.depth,0,Q.data,0,0);else Ft("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()");else dt?Nt&&n.texSubImage3D(e.TEXTURE_2D_ARRAY,ht,0,0,0,Q.width,Q.height,tt.depth,xt,D,Q.data):n.texImage3D(e.TEXTURE_2D_ARRAY,ht,et,Q.width,Q.height,tt.depth,0,xt,D,Q.data);S.layerUpdates.size>0&&S.clearLayerUpdates()}else{dt&&yt&&n.texStorage2D(e.TEXTURE_2D,qt,et,vt[0].width,vt[0].height);for(let ht=0,Dt=vt.length;ht<Dt;ht++)Q=vt[ht],S.format!==xi?xt!==null?dt?Nt&&n.compressedTexSubImage2D(e.TEXTURE_2D,ht,0,0,Q.width,Q.height,xt,Q.data):n.compressedTexImage2D(e.TEXTURE_2D,ht,et,Q.width,Q.height,0,Q.data):Ft("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()"):dt?Nt&&n.texSubImage2D(e.TEXTURE_2D,ht,0,0,Q.width,Q.height,xt,D,Q.data):n.texImage2D(e.TEXTURE_2D,ht,et,Q.width,Q.height,0,xt,D,Q.data)}else if(S.isDataArrayTexture)if(dt){if(yt&&n.texStorage3D(e.TEXTURE_2D_ARRAY,qt,et,tt.width,tt.height,tt.depth),Nt)if(S.layerUpdates.size>0){let ht=T_(tt.width,tt.height,S.format,S.type);for(let Dt of S.layerUpdates){let Xt=tt.data.subarray(Dt*ht/tt.data.BYTES_PER_ELEMENT,(Dt+1)*ht/tt.data.BYTES_PER_ELEMENT);n.texSubImage3D(e.TEXTURE_2D_ARRAY,0,0,0,Dt,tt.width,tt.height,1,xt,D,Xt)}S.clearLayerUpdates()}else n.texSubImage3D(e.TEXTURE_2D_ARRAY,0,0,0,0,tt.width,tt.height,tt.depth,xt,D,tt.data)}else n.texImage3D(e.TEXTURE_2D_ARRAY,0,et,tt.width,tt.height,tt.depth,0,xt,D,tt.data);else if(S.isData3DTexture)dt?(yt&&n.texStorage3D(e.TEXTURE_3D,qt,et,tt.width,tt.height,tt.depth),Nt&&n.texSubImage3D(e.TEXTURE_3D,0,0,0,0,tt.width,tt.height,tt.depth,xt,D,tt.data)):n.texImage3D(e.TEXTURE_3D,0,et,tt.width,tt.height,tt.depth,0,xt,D,tt.data);else if(S.isFramebufferTexture){if(yt)if(dt)n.texStorage2D(e.TEXTURE_2D,qt,et,tt.width,tt.height);else{let ht=tt.width,Dt=tt.height;for(let Xt=0;Xt<qt;Xt++)n.texImage2D(e.TEXTURE_2D,Xt,et,ht,Dt,0,xt,D,null),ht>>=1,Dt>>=1}}else if(S.isHTMLTexture){if("texElementImage2D"in e){let ht=e.canvas;if(ht.hasAttribute("layoutsubtree")||ht.setAttribute("layoutsubtree","true"),tt.parentNode!==ht){ht.appendChild(tt),h.add(S),ht.onpaint=Dt=>{let Xt=Dt.changedElements;for(let wt of h)Xt.includes(wt.image)&&(wt.needsUpdate=!0)},ht.requestPaint();return}if(e.texElementImage2D.length===3)e.texElementImage2D(e.TEXTURE_2D,e.RGBA8,tt);else{let Xt=e.RGBA,wt=e.RGBA,ue=e.UNSIGNED_BYTE;e.texElementImage2D(e.TEXTURE_2D,0,Xt,wt,ue,tt)}e.texParameteri(e.TEXTURE_2D,e.TEXTURE_MIN_FILTER,e.LINEAR),e.texParameteri(e.TEXTURE_2D,e.TEXTURE_WRAP_S,e.CLAMP_TO_EDGE),e.texParameteri(e.TEXTURE_2D,e.TEXTURE_WRAP_T,e.CLAMP_TO_EDGE)}}else if(vt.length>0){if(dt&&yt){let ht=Ot(vt[0]);n.texStorage2D(e.TEXTURE_2D,qt,et,ht.width,ht.height)}for(let ht=0,Dt=vt.length;ht<Dt;ht++)Q=vt[ht],dt?Nt&&n.texSubImage2D(e.TEXTURE_2D,ht,0,0,xt,D,Q):n.texImage2D(e.TEXTURE_2D,ht,et,xt,D,Q);S.generateMipmaps=!1}else if(dt){if(yt){let ht=Ot(tt);n.texStorage2D(e.TEXTURE_2D,qt,et,ht.width,ht.height)}Nt&&n.texSubImage2D(e.TEXTURE_2D,0,0,0,xt,D,tt)}else n.texImage2D(e.TEXTURE_2D,0,et,xt,D,tt);w(S)&&S.mipmapsAutoUpdate===!0&&v(ut),Mt.__version=_t.version,S.onUpdate&&S.onUpdate(S)}R.__version=S.version}function oe(R,S,V){if(S.image.length!==6)return;let ut=It(R,S),nt=S.source;n.bindTexture(e.TEXTURE_CUBE_MAP,R.__webglTexture,e.TEXTURE0+V);let _t=i.get(nt);if(nt.version!==_t.__version||ut===!0){n.activeTexture(e.TEXTURE0+V);let Mt=jt.getPrimaries(jt.workingColorSpace),j=S.colorSpace===Cr?null:jt.getPrimaries(S.colorSpace),tt=S.colorSpace===Cr||Mt===j?e.NONE:e.BROWSER_DEFAULT_WEBGL;n.pixelStorei(e.UNPACK_FLIP_Y_WEBGL,S.flipY),n.pixelStorei(e.UNPACK_PREMULTIPLY_ALPHA_WEBGL,S.premultiplyAlpha),n.pixelStorei(e.UNPACK_ALIGNMENT,S.unpackAlignment),n.pixelStorei(e.UNPACK_COLORSPACE_CONVERSION_WEBGL,tt);let xt=S.isCompressedTexture||S.image[0].isCompressedTexture,D=S.image[0]&&S.image[0].isDataTexture,et=[];for(let wt=0;wt<6;wt++)!xt&&!D?et[wt]=x(S.image[wt],!0,r.maxCubemapSize):et[wt]=D?S.image[wt].image:S.image[wt],et[wt]=Lt(S,et[wt]);let Q=et[0],vt=s.convert(S.format,S.colorSpace),dt=s.convert(S.type),yt=M(S.internalFormat,vt,dt,S.normalized,S.colorSpace),Nt=S.isVideoTexture!==!0,qt=_t.__version===void 0||ut===!0,ht=nt.dataReady,Dt=b(S,Q);J(e.TEXTURE_CUBE_MAP,S);let Xt;if(S.isDepthTexture){if(yt=y(S.format===Er,S.type),qt)if(Nt)n.texStorage2D(e.TEXTURE_CUBE_MAP,1,yt,Q.width,Q.height);else for(let wt=0;wt<6;wt++)n.texImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+wt,0,yt,Q.width,Q.height,0,vt,dt,null)}else if(xt){Nt&&qt&&n.texStorage2D(e.TEXTURE_CUBE_MAP,Dt,yt,Q.width,Q.height);for(let wt=0;wt<6;wt++){Xt=et[wt].mipmaps;for(let ue=0;ue<Xt.length;ue++){let He=Xt[ue];S.format!==xi?vt!==null?Nt?ht&&n.compressedTexSubImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+wt,ue,0,0,He.width,He.height,vt,He.data):n.compressedTexImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+wt,ue,yt,He.width,He.height,0,He.data):Ft("WebGLRenderer: Attempt to load unsupported compressed texture format in .setTextureCube()"):Nt?ht&&n.texSubImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+wt,ue,0,0,He.width,He.height,vt,dt,He.data):n.texImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+wt,ue,yt,He.width,He.height,0,vt,dt,He.data)}}}else{if(Xt=S.mipmaps,Nt&&qt){Xt.length>0&&Dt++;let wt=Ot(et[0]);n.texStorage2D(e.TEXTURE_CUBE_MAP,Dt,yt,wt.width,wt.height)}for(let wt=0;wt<6;wt++)if(D){Nt?ht&&n.texSubImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+wt,0,0,0,et[wt].width,et[wt].height,vt,dt,et[wt].data):n.texImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+wt,0,yt,et[wt].width,et[wt].height,0,vt,dt,et[wt].data);for(let ue=0;ue<Xt.length;ue++){let Rr=Xt[ue].image[wt].image;Nt?ht&&n.texSubImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+wt,ue+1,0,0,Rr.width,Rr.height,vt,dt,Rr.data):n.texImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+wt,ue+1,yt,Rr.width,Rr.height,0,vt,dt,Rr.data)}}else{Nt?ht&&n.texSubImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+wt,0,0,0,vt,dt,et[wt]):n.texImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+wt,0,yt,vt,dt,et[wt]);for(let ue=0;ue<Xt.length;ue++){let He=Xt[ue];Nt?ht&&n.texSubImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+wt,ue+1,0,0,vt,dt,He.image[wt]):n.texImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+wt,ue+1,yt,vt,dt,He.image[wt])}}}w(S)&&S.mipmapsAutoUpdate===!0&&v(e.TEXTURE_CUBE_MAP),_t.__version=nt.version,S.onUpdate&&S.onUpdate(S)}R.__version=S.version}function ie(R,S,V,ut,nt,_t){let Mt=s.convert(V.format,V.colorSpace),j=s.convert(V.type),tt=M(V.internalFormat,Mt,j,V.normalized,V.colorSpace),xt=i.get(S),D=i.get(V);if(D.__renderTarget=S,!xt.__hasExternalTextures){let et=Math.max(1,S.width>>_t),Q=Math.max(1,S.height>>_t);nt===e.TEXTURE_3D||nt===e.TEXTURE_2D_ARRAY?n.texImage3D(nt,_t,tt,et,Q,S.depth,0,Mt,j,null):n.texImage2D(nt,_t,tt,et,Q,0,Mt,j,null)}n.bindFramebuffer(e.FRAMEBUFFER,R),mt(S)?a.framebufferTexture2DMultisampleEXT(e.FRAMEBUFFER,ut,nt,D.__webglTexture,0,ge(S)):(nt===e.TEXTURE_2D||nt>=e.TEXTURE_CUBE_MAP_POSITIVE_X&&nt<=e.TEXTURE_CUBE_MAP_NEGATIVE_Z)&&e.framebufferTexture2D(e.FRAMEBUFFER,ut,nt,D.__webglTexture,_t),n.bindFramebuffer(e.FRAMEBUFFER,null)}function Ve(R,S,V){if(e.bindRenderbuffer(e.RENDERBUFFER,R),S.depthBuffer){let ut=S.depthTexture,nt=ut&&ut.isDepthTexture?ut.type:null,_t=y(S.stencilBuffer,nt),Mt=S.stencilBuffer?e.DEPTH_STENCIL_ATTACHMENT:e.DEPTH_ATTACHMENT;mt(S)?a.renderbufferStorageMultisampleEXT(e.RENDERBUFFER,ge(S),_t,S.width,S.height):V?e.renderbufferStorageMultisample(e.RENDERBUFFER,ge(S),_t,S.width,S.height):e.renderbufferStorage(e.RENDERBUFFER,_t,S.width,S.height),e.framebufferRenderbuffer(e.FRAMEBUFFER,Mt,e.RENDERBUFFER,R)}else{let ut=S.textures;for(let nt=0;nt<ut.length;nt++){let _t=ut[nt],Mt=s.convert(_t.format,_t.colorSpace),j=s.convert(_t.type),tt=M(_t.internalFormat,Mt,j,_t.normalized,_t.colorSpace);mt(S)?a.renderbufferStorageMultisampleEXT(e.RENDERBUFFER,ge(S),tt,S.width,S.height):V?e.renderbufferStorageMultisample(e.RENDERBUFFER,ge(S),tt,S.width,S.height):e.renderbufferStorage(e.RENDERBUFFER,tt,S.width,S.height)}}e.bindRenderbuffer(e.RENDERBUFFER,null)}function Pe(R,S,V){let ut=S.isWebGLCubeRenderTarget===!0;if(n.bindFramebuffer(e.FRAMEBUFFER,R),!(S.depthTexture&&S.depthTexture.isDepthTexture))throw new Error("THREE.WebGLTextures: renderTarget.depthTexture must be an instance of THREE.DepthTexture.");let nt=i.get(S.depthTexture);nt.__renderTarget=S;let _t=ut?S.depthTexture.image[0]:S.depthTexture.image;(!nt.__webglTexture||_t.width!==S.width||_t.height!==S.height)&&(_t.width=S.width,_t.height=S.height,S.depthTexture.needsUpdate=!0),ut?rt(S.depthTexture,0):at(S.depthTexture,0);let Mt=nt.__webglTexture,j=ge(S),tt=ut?e.TEXTURE_CUBE_MAP_POSITIVE_X+V:e.TEXTURE_2D,xt=S.depthTexture.format===Er?e.DEPTH_STENCIL_ATTACHMENT:e.DEPTH_ATTACHMENT;if(S.depthTexture.format===wr)mt(S)?a.framebufferTexture2DMultisampleEXT(e.FRAMEBUFFER,xt,tt,Mt,0,j):e.framebufferTexture2D(e.FRAMEBUFFER,xt,tt,Mt,0);else if(S.depthTexture.format===Er)mt(S)?a.framebufferTexture2DMultisampleEXT(e.FRAMEBUFFER,xt,tt,Mt,0,j):e.framebufferTexture2D(e.FRAMEBUFFER,xt,tt,Mt,0);else throw new Error("THREE.WebGLTextures: Unknown depthTexture format.")}function gn(R){let S=i.get(R),V=R.isWebGLCubeRenderTarget===!0;if(S.__boundDepthTexture!==R.depthTexture){let ut=R.depthTexture;if(S.__depthDisposeCallback&&S.__depthDisposeCallback(),ut){let nt=()=>{delete S.__boundDepthTexture,delete S.__depthDisposeCallback,ut.removeEventListener("dispose",nt)};ut.addEventListener("dispose",nt),S.__depthDisposeCallback=nt}S.__boundDepthTexture=ut}if(R.depthTexture&&!S.__autoAllocateDepthBuffer)if(V)for(let ut=0;ut<6;ut++)Pe(S.__webglFramebuffer[ut],R,ut);else R.texture.mipmaps.length>0?Pe(S.__webglFramebuffer[0],R,0):Pe(S.__webglFramebuffer,R,0);else if(V){S.__webglDepthbuffer=[];for(let ut=0;ut<6;ut++)if(n.bindFramebuffer(e.FRAMEBUFFER,S.__webglFramebuffer[ut]),S.__webglDepthbuffer[ut]===void 0)S.__webglDepthbuffer[ut]=e.createRenderbuffer(),Ve(S.__webglDepthbuffer[ut],R,!1);else{let nt=R.stencilBuffer?e.DEPTH_STENCIL_ATTACHMENT:e.DEPTH_ATTACHMENT,_t=S.__webglDepthbuffer[ut];e.bindRenderbuffer(e.RENDERBUFFER,_t),e.framebufferRenderbuffer(e.FRAMEBUFFER,nt,e.RENDERBUFFER,_t)}}else if(R.texture.mipmaps.length>0?n.bindFramebuffer(e.FRAMEBUFFER,S.__webglFramebuffer[0]):n.bindFramebuffer(e.FRAMEBUFFER,S.__webglFramebuffer),S.__webglDepthbuffer===void 0)S.__webglDepthbuffer=e.createRenderbuffer(),Ve(S.__webglDepthbuffer,R,!1);else{let nt=R.stencilBuffer?e.DEPTH_STENCIL_ATTACHMENT:e.DEPTH_ATTACHMENT,_t=S.__webglDepthbuffer;e.bindRenderbuffer(e.RENDERBUFFER,_t),e.framebufferRenderbuffer(e.FRAMEBUFFER,nt,e.RENDERBUFFER,_t)}n.bindFramebuffer(e.FRAMEBUFFER,null)}function an(R,S,V){let ut=i.get(R);S!==void 0&&ie(ut.__webglFramebuffer,R,R.texture,e.COLOR_ATTACHMENT0,e.TEXTURE_2D,0),V!==void 0&&gn(R)}function _n(R){let S=R.texture,V=i.get(R),ut=i.get(S);R.addEventListener("dispose",N),I(R);let nt=R.textures,_t=R.isWebGLCubeRenderTarget===!0,Mt=nt.length>1;if(Mt||(ut.__webglTexture===void 0&&(ut.__webglTexture=e.createTexture()),ut.__version=S.version,o.memory.textures++),_t){V.__webglFramebuffer=[];for(let j=0;j<6;j++)if(S.mipmaps.length>0){V.__webglFramebuffer[j]=[];for(let tt=0;tt<S.mipmaps.length;tt++)V.__webglFramebuffer[j][tt]=e.createFramebuffer()}else V.__webglFramebuffer[j]=e.createFramebuffer()}else{if(S.mipmaps.length>0){V.__webglFramebuffer=[];for(let j=0;j<S.mipmaps.length;j++)V.__webglFramebuffer[j]=e.createFramebuffer()}else V.__webglFramebuffer=e.createFramebuffer();if(Mt)for(let j=0,tt=nt.length;j<tt;j++){let xt=i.get(nt[j]);xt.__webglTexture===void 0&&(xt.__webglTexture=e.createTexture(),o.memory.textures++)}if(R.samples>0&&mt(R)===!1){V.__webglMultisampledFramebuffer=e.createFramebuffer(),V.__webglColorRenderbuffer=[],n.bindFramebuffer(e.FRAMEBUFFER,V.__webglMultisampledFramebuffer);for(let j=0;j<nt.length;j++){let tt=nt[j];V.__webglColorRenderbuffer[j]=e.createRenderbuffer(),e.bindRenderbuffer(e.RENDERBUFFER,V.__webglColorRenderbuffer[j]);let xt=s.convert(tt.format,tt.colorSpace),D=s.convert(tt.type),et=M(tt.internalFormat,xt,D,tt.normalized,tt.colorSpace,R.isXRRenderTarget===!0),Q=ge(R);e.renderbufferStorageMultisample(e.RENDERBUFFER,Q,et,R.width,R.height),e.framebufferRenderbuffer(e.FRAMEBUFFER,e.COLOR_ATTACHMENT0+j,e.RENDERBUFFER,V.__webglColorRenderbuffer[j])}e.bindRenderbuffer(e.RENDERBUFFER,null),R.depthBuffer&&(V.__webglDepthRenderbuffer=e.createRenderbuffer(),Ve(V.__webglDepthRenderbuffer,R,!0)),n.bindFramebuffer(e.FRAMEBUFFER,null)}}if(_t){n.bindTexture(e.TEXTURE_CUBE_MAP,ut.__webglTexture),J(e.TEXTURE_CUBE_MAP,S);for(let j=0;j<6;j++)if(S.mipmaps.length>0)for(let tt=0;tt<S.mipmaps.length;tt++)ie(V.__webglFramebuffer[j][tt],R,S,e.COLOR_ATTACHMENT0,e.TEXTURE_CUBE_MAP_POSITIVE_X+j,tt);else ie(V.__webglFramebuffer[j],R,S,e.COLOR_ATTACHMENT0,e.TEXTURE_CUBE_MAP_POSITIVE_X+j,0);w(S)?v(e.TEXTURE_CUBE_MAP):S.mipmaps.length>0&&e.texParameteri(e.TEXTURE_CUBE_MAP,e.TEXTURE_MAX_LEVEL,S.mipmaps.length-1),n.unbindTexture()}else if(Mt){for(let j=0,tt=nt.length;j<tt;j++){let xt=nt[j],D=i.get(xt),et=e.TEXTURE_2D;(R.isWebGL3DRenderTarget||R.isWebGLArrayRenderTarget)&&(et=R.isWebGL3DRenderTarget?e.TEXTURE_3D:e.TEXTURE_2D_ARRAY),n.bindTexture(et,D.__webglTexture),J(et,xt),ie(V.__webglFramebuffer,R,xt,e.COLOR_ATTACHMENT0+j,et,0),w(xt)&&v(et)}n.unbindTexture()}else{let j=e.TEXTURE_2D;if((R.isWebGL3DRenderTarget||R.isWebGLArrayRenderTarget)&&(j=R.isWebGL3DRenderTarget?e.TEXTURE_3D:e.TEXTURE_2D_ARRAY),n.bindTexture(j,ut.__webglTexture),J(j,S),S.mipmaps.length>0)for(let tt=0;tt<S.mipmaps.length;tt++)ie(V.__webglFramebuffer[tt],R,S,e.COLOR_ATTACHMENT0,j,tt);else ie(V.__webglFramebuffer,R,S,e.COLOR_ATTACHMENT0,j,0);w(S)?v(j):S.mipmaps.length>0&&e.texParameteri(j,e.TEXTURE_MAX_LEVEL,S.mipmaps.length-1),n.unbindTexture()}R.depthBuffer&&gn(R)}function O(R){let S=R.textures;for(let V=0,ut=S.length;V<ut;V++){let nt=S[V];if(w(nt)&&nt.mipmapsAutoUpdate===!0){let _t=T(R),Mt=i.get(nt).__webglTexture;n.bindTexture(_t,Mt),v(_t),n.unbindTexture()}}}let yn=[];function me(R){if(R.samples>0){if(mt(R)===!1){let S=R.textures,V=R.width,ut=R.height,nt=e.COLOR_BUFFER_BIT,_t=R.stencilBuffer?e.DEPTH_STENCIL_ATTACHMENT:e.DEPTH_ATTACHMENT,Mt=i.get(R),j=S.length>1;if(j)for(let xt=0;xt<S.length;xt++)n.bindFramebuffer(e.FRAMEBUFFER,Mt.__webglMultisampledFramebuffer),e.framebufferRenderbuffer(e.FRAMEBUFFER,e.COLOR_ATTACHMENT0+xt,e.RENDERBUFFER,null),n.bindFramebuffer(e.FRAMEBUFFER,Mt.__webglFramebuffer),e.framebufferTexture2D(e.DRAW_FRAMEBUFFER,e.COLOR_ATTACHMENT0+xt,e.TEXTURE_2D,null,0);n.bindFramebuffer(e.READ_FRAMEBUFFER,Mt.__webglMultisampledFramebuffer),R.texture.mipmaps.length>0?n.bindFramebuffer(e.DRAW_FRAMEBUFFER,Mt.__webglFramebuffer[0]):n.bindFramebuffer(e.DRAW_FRAMEBUFFER,Mt.__webglFramebuffer);for(let xt=0;xt<S.length;xt++){if(R.resolveDepthBuffer&&(R.depthBuffer&&(nt|=e.DEPTH_BUFFER_BIT),R.stencilBuffer&&R.resolveStencilBuffer&&(nt|=e.STENCIL_BUFFER_BIT)),j){e.framebufferRenderbuffer(e.READ_FRAMEBUFFER,e.COLOR_ATTACHMENT0,e.RENDERBUFFER,Mt.__webglColorRenderbuffer[xt]);let D=i.get(S[xt]).__webglTexture;e.framebufferTexture2D(e.DRAW_FRAMEBUFFER,e.COLOR_ATTACHMENT0,e.TEXTURE_2D,D,0)}e.blitFramebuffer(0,0,V,ut,0,0,V,ut,nt,e.NEAREST),c===!0&&(yn.length=0,yn.push(e.COLOR_ATTACHMENT0+xt),R.depthBuffer&&R.storeMultisampledDepthBuffer===!1&&yn.push(_t),e.invalidateFramebuffer(e.READ_FRAMEBUFFER,yn))}if(n.bindFramebuffer(e.READ_FRAMEBUFFER,null),n.bindFramebuffer(e.DRAW_FRAMEBUFFER,null),j)for(let xt=0;xt<S.length;xt++){n.bindFramebuffer(e.FRAMEBUFFER,Mt.__webglMultisampledFramebuffer),e.framebufferRenderbuffer(e.FRAMEBUFFER,e.COLOR_ATTACHMENT0+xt,e.RENDERBUFFER,Mt.__webglColorRenderbuffer[xt]);let D=i.get(S[xt]).__webglTexture;n.bindFramebuffer(e.FRAMEBUFFER,Mt.__webglFramebuffer),e.framebufferTexture2D(e.DRAW_FRAMEBUFFER,e.COLOR_ATTACHMENT0+xt,e.TEXTURE_2D,D,0)}n.bindFramebuffer(e.DRAW_FRAMEBUFFER,Mt.__webglMultisampledFramebuffer)}else if(R.depthBuffer&&R.storeMultisampledDepthBuffer===!1&&c){let S=R.stencilBuffer?e.DEPTH_STENCIL_ATTACHMENT:e.DEPTH_ATTACHMENT;e.invalidateFramebuffer(e.DRAW_FRAMEBUFFER,[S])}}}function ge(R){return Math.min(r.maxSamples,R.samples)}function mt(R){let S=i.get(R);return R.samples>0&&t.has("WEBGL_multisampled_render_to_texture")===!0&&S.__useRenderToTexture!==!1}function Me(R){let S=o.render.frame;u.get(R)!==S&&(u.set(R,S),R.update())}function Lt(R,S){let V=R.colorSpace,ut=R.format,nt=R.type;return R.isCompressedTexture===!0||R.isVideoTexture===!0||V!==Rc&&V!==Cr&&(jt.getTransfer(V)===le?(ut!==xi||nt!==kn)&&Ft("WebGLTextures: sRGB encoded textures have to use RGBAFormat and UnsignedByteType."):Bt("WebGLTextures: Unsupported texture color space:",V)),S}function Ot(R){return typeof HTMLImageElement<"u"&&R instanceof HTMLImageElement?(l.width=R.naturalWidth||R.width,l.height=R.naturalHeight||R.height):typeof VideoFrame<"u"&&R instanceof VideoFrame?(l.width=R.displayWidth,l.height=R.displayHeight):(l.width=R.width,l.height=R.height),l}this.allocateTextureUnit=ct,this.resetTextureUnits=G,this.getTextureUnits=X,this.setTextureUnits=st,this.setTexture2D=at,this.setTexture2DArray=ft,this.setTexture3D=ot,this.setTextureCube=rt,this.rebindTextures=an,this.setupRenderTarget=_n,this.updateRenderTargetMipmap=O,this.updateMultisampleRenderTarget=me,this.setupDepthRenderbuffer=gn,this.setupFrameBufferTexture=ie,this.useMultisampledRTT=mt,this.dispose=L}function f4(e,t){function n(i,r=Cr){let s,o=jt.getTransfer(r);if(i===kn)return e.UNSIGNED_BYTE;if(i===rh)return e.UNSIGNED_SHORT_4_4_4_4;if(i===sh)return e.UNSIGNED_SHORT_5_5_5_1;if(i===u_)return e.UNSIGNED_INT_5_9_9_9_REV;if(i===f_)return e.UNSIGNED_INT_10F_11F_11F_REV;if(i===c_)return e.BYTE;if(i===l_)return e.SHORT;if(i===pa)return e.UNSIGNED_SHORT;if(i===ih)return e.INT;if(i===gi)return e.UNSIGNED_INT;if(i===_i)return e.FLOAT;if(i===yi)return e.HALF_FLOAT;if(i===h_)return e.ALPHA;if(i===d_)return e.RGB;if(i===xi)return e.RGBA;if(i===wr)return e.DEPTH_COMPONENT;if(i===Er)return e.DEPTH_STENCIL;if(i===p_)return e.RED;if(i===oh)return e.RED_INTEGER;if(i===os)return e.RG;if(i===ah)return e.RG_INTEGER;if(i===ch)return e.RGBA_INTEGER;if(i===Xc||i===qc||i===Yc||i===Zc)if(o===le)if(s=t.get("WEBGL_compressed_texture_s3tc_srgb"),s!==null){if(i===Xc)return s.COMPRESSED_SRGB_S3TC_DXT1_EXT;if(i===qc)return s.COMPRESSED_SRGB_ALPHA_S3TC_DXT1_EXT;if(i===Yc)return s.COMPRESSED_SRGB_ALPHA_S3TC_DXT3_EXT;if(i===Zc)return s.COMPRESSED_SRGB_ALPHA_S3TC_DXT5_EXT}else return null;else if(s=t.get("WEBGL_compressed_texture_s3tc"),s!==null){if(i===Xc)return s.COMPRESSED_RGB_S3TC_DXT1_EXT;if(i===qc)return s.COMPRESSED_RGBA_S3TC_DXT1_EXT;if(i===Yc)return s.COMPRESSED_RGBA_S3TC_DXT3_EXT;if(i===Zc)return s.COMPRESSED_RGBA_S3TC_DXT5_EXT}else return null;if(i===lh||i===uh||i===fh||i===hh)if(s=t.get("WEBGL_compressed_texture_pvrtc"),s!==null){if(i===lh)return s.COMPRESSED_RGB_PVRTC_4BPPV1_IMG;if(i===uh)return s.COMPRESSED_RGB_PVRTC_2BPPV1_IMG;if(i===fh)return s.COMPRESSED_RGBA_PVRTC_4BPPV1_IMG;if(i===hh)return s.COMPRESSED_RGBA_PVRTC_2BPPV1_IMG}else return null;if(i===dh||i===ph||i===mh||i===gh||i===_h||i===Jc||i===yh)if(s=t.get("WEBGL_compressed_texture_etc"),s!==null){if(i===dh||i===ph)return o===le?s.COMPRESSED_SRGB8_ETC2:s.COMPRESSED_RGB8_ETC2;if(i===mh)return o===le?s.COMPRESSED_SRGB8_ALPHA8_ETC2_EAC:s.COMPRESSED_RGBA8_ETC2_EAC;if(i===gh)return s.COMPRESSED_R11_EAC;if(i===_h)return s.COMPRESSED_SIGNED_R11_EAC;if(i===Jc)return s.COMPRESSED_RG11_EAC;if(i===yh)return s.COMPRESSED_SIGNED_RG11_EAC}else return null;if(i===xh||i===vh||i===bh||i===Mh||i===Sh||i===wh||i===Th||i===Ah||i===Eh||i===Ch||i===Rh||i===Ih||i===Ph||i===Lh)if(s=t.get("WEBGL_compressed_texture_astc"),s!==null){if(i===xh)return o===le?s.COMPRESSED_SRGB8_ALPHA8_ASTC_4x4_KHR:s.COMPRESSED_RGBA_ASTC_4x4_KHR;if(i===vh)return o===le?s.COMPRESSED_SRGB8_ALPHA8_ASTC_5x4_KHR:s.COMPRESSED_RGBA_ASTC_5x4_KHR;if(i===bh)return o===le?s.COMPRESSED_SRGB8_ALPHA8_ASTC_5x5_KHR:s.COMPRESSED_RGBA_ASTC_5x5_KHR;if(i===Mh)return o===le?s.COMPRESSED_SRGB8_ALPHA8_ASTC_6x5_KHR:s.COMPRESSED_RGBA_ASTC_6x5_KHR;if(i===Sh)return o===le?s.COMPRESSED_SRGB8_ALPHA8_ASTC_6x6_KHR:s.COMPRESSED_RGBA_ASTC_6x6_KHR;if(i===wh)return o===le?s.COMPRESSED_SRGB8_ALPHA8_ASTC_8x5_KHR:s.COMPRESSED_RGBA_ASTC_8x5_KHR;if(i===Th)return o===le?s.COMPRESSED_SRGB8_ALPHA8_ASTC_8x6_KHR:s.COMPRESSED_RGBA_ASTC_8x6_KHR;if(i===Ah)return o===le?s.COMPRESSED_SRGB8_ALPHA8_ASTC_8x8_KHR:s.COMPRESSED_RGBA_ASTC_8x8_KHR;if(i===Eh)return o===le?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x5_KHR:s.COMPRESSED_RGBA_ASTC_10x5_KHR;if(i===Ch)return o===le?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x6_KHR:s.COMPRESSED_RGBA_ASTC_10x6_KHR;if(i===Rh)return o===le?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x8_KHR:s.COMPRESSED_RGBA_ASTC_10x8_KHR;if(i===Ih)return o===le?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x10_KHR:s.COMPRESSED_RGBA_ASTC_10x10_KHR;if(i===Ph)return o===le?s.COMPRESSED_SRGB8_ALPHA8_ASTC_12x10_KHR:s.COMPRESSED_RGBA_ASTC_12x10_KHR;if(i===Lh)return o===le?s.COMPRESSED_SRGB8_ALPHA8_ASTC_12x12_KHR:s.COMPRESSED_RGBA_ASTC_12x12_KHR}else return null;if(i===Nh||i===Dh||i===Uh)if(s=t.get("EXT_texture_compression_bptc"),s!==null){if(i===Nh)return o===le?s.COMPRESSED_SRGB_ALPHA_BPTC_UNORM_EXT:s.COMPRESSED_RGBA_BPTC_UNORM_EXT;if(i===Dh)return s.COMPRESSED_RGB_BPTC_SIGNED_FLOAT_EXT;if(i===Uh)return s.COMPRESSED_RGB_BPTC_UNSIGNED_FLOAT_EXT}else return null;if(i===Fh||i===Oh||i===Kc||i===Bh)if(s=t.get("EXT_texture_compression_rgtc"),s!==null){if(i===Fh)return s.COMPRESSED_RED_RGTC1_EXT;if(i===Oh)return s.COMPRESSED_SIGNED_RED_RGTC1_EXT;if(i===Kc)return s.COMPRESSED_RED_GREEN_RGTC2_EXT;if(i===Bh)return s.COMPRESSED_SIGNED_RED_GREEN_RGTC2_EXT}else return null;return i===Ys?e.UNSIGNED_INT_24_8:e[i]!==void 0?e[i]:null}return{convert:n}}var h4=`
void main() {

	gl_Position = vec4( position, 1.0 );

}`,d4=`
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

}`,D_=class{constructor(){this.texture=null,this.mesh=null,this.depthNear=0,this.depthFar=0}init(t,n){if(this.texture===null){let i=new zc(t.texture);(t.depthNear!==n.depthNear||t.depthFar!==n.depthFar)&&(this.depthNear=t.depthNear,this.depthFar=t.depthFar),this.texture=i}}getMesh(t){if(this.texture!==null&&this.mesh===null){let n=t.cameras[0].viewport,i=new qi({vertexShader:h4,fragmentShader:d4,uniforms:{depthColor:{value:this.texture},depthWidth:{value:n.z},depthHeight:{value:n.w}}});this.mesh=new Xi(new Gc(20,20),i)}return this.mesh}reset(){this.texture=null,this.mesh=null}getDepthTexture(){return this.texture}},U_=class extends Wi{constructor(t,n){super();let i=this,r=null,s=1,o=null,a="local-floor",c=1,l=null,u=null,h=null,f=null,d=null,p=null,_=typeof XRWebGLBinding<"u",m=new D_,g={},x=n.getContextAttributes(),w=null,v=null,T=[],M=[],y=new se,b=null,I=null,C=new dn;C.viewport=new be;let E=new dn;E.viewport=new be;let N=[C,E],B=new jf,P=null,L=null;this.cameraAutoUpdate=!0,this.enabled=!1,this.isPresenting=!1,this.getController=function(W){let at=T[W];return at===void 0&&(at=new aa,T[W]=at),at.getTargetRaySpace()},this.getControllerGrip=function(W){let at=T[W];return at===void 0&&(at=new aa,T[W]=at),at.getGripSpace()},this.getHand=function(W){let at=T[W];return at===void 0&&(at=new aa,T[W]=at),at.getHandSpace()};function z(W){let at=M.indexOf(W.inputSource);if(at===-1)return;let ft=T[at];ft!==void 0&&(ft.update(W.inputSource,W.frame,l||o),ft.dispatchEvent({type:W.type,data:W.inputSource}))}function k(){r.removeEventListener("select",z),r.removeEventListener("selectstart",z),r.removeEventListener("selectend",z),r.removeEventListener("squeeze",z),r.removeEventListener("squeezestart",z),r.removeEventListener("squeezeend",z),r.removeEventListener("end",k),r.removeEventListener("inputsourceschange",Y);for(let W=0;W<T.length;W++){let at=M[W];at!==null&&(M[W]=null,T[W].disconnect(at))}P=null,L=null,m.reset();for(let W in g)delete g[W];if(t.setRenderTarget(w),d=null,f=null,h=null,r=null,v=null,ct.stop(),i.isPresenting=!1,t.setPixelRatio(b),t.setSize(y.width,y.height,!1),I!==null){let W=I.camera;W.fov=I.fov,W.zoom=I.zoom,W.updateProjectionMatrix(),I=null}i.dispatchEvent({type:"sessionend"})}this.setFramebufferScaleFactor=function(W){s=W,i.isPresenting===!0&&Ft("WebXRManager: Cannot change framebuffer scale while presenting.")},this.setReferenceSpaceType=function(W){a=W,i.isPresenting===!0&&Ft("WebXRManager: Cannot change reference space type while presenting.")},this.getReferenceSpace=function(){return l||o},this.setReferenceSpace=function(W){l=W},this.getBaseLayer=function(){return f!==null?f:d},this.getBinding=function(){return h===null&&_&&(h=new XRWebGLBinding(r,n)),h},this.getFrame=function(){return p},this.getSession=function(){return r},this.setSession=async function(W){if(r=W,r!==null){if(w=t.getRenderTarget(),r.addEventListener("select",z),r.addEventListener("selectstart",z),r.addEventListener("selectend",z),r.addEventListener("squeeze",z),r.addEventListener("squeezestart",z),r.addEventListener("squeezeend",z),r.addEventListener("end",k),r.addEventListener("inputsourceschange",Y),x.xrCompatible!==!0&&await n.makeXRCompatible(),b=t.getPixelRatio(),t.getSize(y),_&&"createProjectionLayer"in XRWebGLBinding.prototype){let ft=null,ot=null,rt=null;x.depth&&(rt=x.stencil?n.DEPTH24_STENCIL8:n.DEPTH_COMPONENT24,ft=x.stencil?Er:wr,ot=x.stencil?Ys:gi);let Z={colorFormat:n.RGBA8,depthFormat:rt,scaleFactor:s};h=this.getBinding(),f=h.createProjectionLayer(Z),r.updateRenderState({layers:[f]}),t.setPixelRatio(1),t.setSize(f.textureWidth,f.textureHeight,!1),v=new On(f.textureWidth,f.textureHeight,{format:xi,type:kn,depthTexture:new Tr(f.textureWidth,f.textureHeight,ot,void 0,void 0,void 0,void 0,void 0,void 0,ft),stencilBuffer:x.stencil,colorSpace:t.outputColorSpace,samples:x.antialias?4:0,resolveDepthBuffer:f.ignoreDepthValues===!1,resolveStencilBuffer:f.ignoreDepthValues===!1,storeMultisampledDepthBuffer:f.ignoreDepthValues===!1,storeMultisampledStencilBuffer:f.ignoreDepthValues===!1})}else{let ft={antialias:x.antialias,alpha:!0,depth:x.depth,stencil:x.stencil,framebufferScaleFactor:s};d=new XRWebGLLayer(r,n,ft),r.updateRenderState({baseLayer:d}),t.setPixelRatio(1),t.setSize(d.framebufferWidth,d.framebufferHeight,!1),v=new On(d.framebufferWidth,d.framebufferHeight,{format:xi,type:kn,colorSpace:t.outputColorSpace,stencilBuffer:x.stencil,resolveDepthBuffer:d.ignoreDepthValues===!1,resolveStencilBuffer:d.ignoreDepthValues===!1,storeMultisampledDepthBuffer:d.ignoreDepthValues===!1,storeMultisampledStencilBuffer:d.ignoreDepthValues===!1})}v.isXRRenderTarget=!0,this.setFoveation(c),l=null,o=await r.requestReferenceSpace(a),ct.setContext(r),ct.start(),i.isPresenting=!0,i.dispatchEvent({type:"sessionstart"})}},this.getEnvironmentBlendMode=function(){if(r!==null)return r.environmentBlendMode},this.getDepthTexture=function(){return m.getDepthTexture()};function Y(W){for(let at=0;at<W.removed.length;at++){let ft=W.removed[at],ot=M.indexOf(ft);ot>=0&&(M[ot]=null,T[ot].disconnect(ft))}for(let at=0;at<W.added.length;at++){let ft=W.added[at],ot=M.indexOf(ft);if(ot===-1){for(let Z=0;Z<T.length;Z++)if(Z>=M.length){M.push(ft),ot=Z;break}else if(M[Z]===null){M[Z]=ft,ot=Z;break}if(ot===-1)break}let rt=T[ot];rt&&rt.connect(ft)}}function U(W,at){at===null?W.matrixWorld.copy(W.matrix):W.matrixWorld.multiplyMatrices(at.matrixWorld,W.matrix),W.matrixWorldInverse.copy(W.matrixWorld).invert()}this.updateCamera=function(W){if(r===null)return;let at=W.near,ft=W.far;m.texture!==null&&(m.depthNear>0&&(at=m.depthNear),m.depthFar>0&&(ft=m.depthFar)),B.near=E.near=C.near=at,B.far=E.far=C.far=ft,(P!==B.near||L!==B.far)&&(r.updateRenderState({depthNear:B.near,depthFar:B.far}),P=B.near,L=B.far),B.layers.mask=W.layers.mask|6,C.layers.mask=B.layers.mask&-5,E.layers.mask=B.layers.mask&-3;let ot=W.parent,rt=B.cameras;U(B,ot);for(let Z=0;Z<rt.length;Z++)U(rt[Z],ot);B.projectionMatrix.copy(C.projectionMatrix),B.projectionMatrixInverse.copy(C.projectionMatrixInverse),I===null&&W.isPerspectiveCamera&&(I={camera:W,fov:W.fov,zoom:W.zoom}),G(W,B,ot)};function G(W,at,ft){ft===null?W.matrix.copy(at.matrixWorld):(W.matrix.copy(ft.matrixWorld),W.matrix.invert(),W.matrix.multiply(at.matrixWorld)),W.matrix.decompose(W.position,W.quaternion,W.scale),W.updateMatrixWorld(!0),W.projectionMatrix.copy(at.projectionMatrix),W.projectionMatrixInverse.copy(at.projectionMatrixInverse),W.isPerspectiveCamera&&(W.fov=Pf*2*Math.atan(1/W.projectionMatrix.elements[5]),W.zoom=1)}this.getCamera=function(){return B},this.getFoveation=function(){if(!(f===null&&d===null))return c},this.setFoveation=function(W){c=W,f!==null&&(f.fixedFoveation=W),d!==null&&d.fixedFoveation!==void 0&&(d.fixedFoveation=W)},this.hasDepthSensing=function(){return m.texture!==null},this.getDepthSensingMesh=function(){return m.getMesh(B)},this.getCameraTexture=function(W){return g[W]};let X=null;function st(W,at){if(u=at.getViewerPose(l||o),p=at,u!==null){let ft=u.views;d!==null&&(t.setRenderTargetFramebuffer(v,d.framebuffer),t.setRenderTarget(v));let ot=!1;ft.length!==B.cameras.length&&(B.cameras.length=0,ot=!0);for(let lt=0;lt<ft.length;lt++){let J=ft[lt],It=null;if(d!==null)It=d.getViewport(J);else{let Ut=h.getViewSubImage(f,J);It=Ut.viewport,lt===0&&(t.setRenderTargetTextures(v,Ut.colorTexture,Ut.depthStencilTexture),t.setRenderTarget(v))}let pt=N[lt];pt===void 0&&(pt=new dn,pt.layers.enable(lt),pt.viewport=new be,N[lt]=pt),pt.matrix.fromArray(J.transform.matrix),pt.matrix.decompose(pt.position,pt.quaternion,pt.scale),pt.projectionMatrix.fromArray(J.projectionMatrix),pt.projectionMatrixInverse.copy(pt.projectionMatrix).invert(),pt.viewport.set(It.x,It.y,It.width,It.height),lt===0&&(B.matrix.copy(pt.matrix),B.matrix.decompose(B.position,B.quaternion,B.scale)),ot===!0&&B.cameras.push(pt)}let rt=r.enabledFeatures;if(rt&&rt.includes("depth-sensing")&&r.depthUsage=="gpu-optimized"&&_){h=i.getBinding();let lt=h.getDepthInformation(ft[0]);lt&&lt.isValid&&lt.texture&&m.init(lt,r.renderState)}if(rt&&rt.includes("camera-access")&&_){t.state.unbindTexture(),h=i.getBinding();for(let lt=0;lt<ft.length;lt++){let J=ft[lt].camera;if(J){let It=g[J];It||(It=new zc,g[J]=It);let pt=h.getCameraImage(J);It.sourceTexture=pt}}}}for(let ft=0;ft<T.length;ft++){let ot=M[ft],rt=T[ft];ot!==null&&rt!==void 0&&rt.update(ot,at,l||o)}X&&X(W,at),at.detectedPlanes&&i.dispatchEvent({type:"planesdetected",data:at}),p=null}let ct=new xA;ct.setAnimationLoop(st),this.setAnimationLoop=function(W){X=W},this.dispose=function(){}}},p4=new Ae,RA=new kt;RA.set(-1,0,0,0,1,0,0,0,1);function m4(e,t){function n(m,g){m.matrixAutoUpdate===!0&&m.updateMatrix(),g.value.copy(m.matrix)}function i(m,g){g.color.getRGB(m.fogColor.value,M_(e)),g.isFog?(m.fogNear.value=g.near,m.fogFar.value=g.far):g.isFogExp2&&(m.fogDensity.value=g.density)}function r(m,g,x,w,v){g.isNodeMaterial?g.uniformsNeedUpdate=!1:g.isMeshBasicMaterial?s(m,g):g.isMeshLambertMaterial?(s(m,g),g.envMap&&(m.envMapIntensity.value=g.envMapIntensity)):g.isMeshToonMaterial?(s(m,g),h(m,g)):g.isMeshPhongMaterial?(s(m,g),u(m,g),g.envMap&&(m.envMapIntensity.value=g.envMapIntensity)):g.isMeshStandardMaterial?(s(m,g),f(m,g),g.isMeshPhysicalMaterial&&d(m,g,v)):g.isMeshMatcapMaterial?(s(m,g),p(m,g)):g.isMeshDepthMaterial?s(m,g):g.isMeshDistanceMaterial?(s(m,g),_(m,g)):g.isMeshNormalMaterial?s(m,g):g.isLineBasicMaterial?(o(m,g),g.isLineDashedMaterial&&a(m,g)):g.isPointsMaterial?c(m,g,x,w):g.isSpriteMaterial?l(m,g):g.isShadowMaterial?(m.color.value.copy(g.color),m.opacity.value=g.opacity):g.isShaderMaterial&&(g.uniformsNeedUpdate=!1)}function s(m,g){m.opacity.value=g.opacity,g.color&&m.diffuse.value.copy(g.color),g.emissive&&m.emissive.value.copy(g.emissive).multiplyScalar(g.emissiveIntensity),g.map&&(m.map.value=g.map,n(g.map,m.mapTransform)),g.alphaMap&&(m.alphaMap.value=g.alphaMap,n(g.alphaMap,m.alphaMapTransform)),g.bumpMap&&(m.bumpMap.value=g.bumpMap,n(g.bumpMap,m.bumpMapTransform),m.bumpScale.value=g.bumpScale,g.side===mn&&(m.bumpScale.value*=-1)),g.normalMap&&(m.normalMap.value=g.normalMap,n(g.normalMap,m.normalMapTransform),m.normalScale.value.copy(g.normalScale),g.side===mn&&m.normalScale.value.negate()),g.displacementMap&&(m.displacementMap.value=g.displacementMap,n(g.displacementMap,m.displacementMapTransform),m.displacementScale.value=g.displacementScale,m.displacementBias.value=g.displacementBias),g.emissiveMap&&(m.emissiveMap.value=g.emissiveMap,n(g.emissiveMap,m.emissiveMapTransform)),g.specularMap&&(m.specularMap.value=g.specularMap,n(g.specularMap,m.specularMapTransform)),g.alphaTest>0&&(m.alphaTest.value=g.alphaTest);let x=t.get(g),w=x.envMap,v=x.envMapRotation;w&&(m.envMap.value=w,m.envMapRotation.value.setFromMatrix4(p4.makeRotationFromEuler(v)).transpose(),w.isCubeTexture&&w.isRenderTargetTexture===!1&&m.envMapRotation.value.premultiply(RA),m.reflectivity.value=g.reflectivity,m.ior.value=g.ior,m.refractionRatio.value=g.refractionRatio),g.lightMap&&(m.lightMap.value=g.lightMap,m.lightMapIntensity.value=g.lightMapIntensity,n(g.lightMap,m.lightMapTransform)),g.aoMap&&(m.aoMap.value=g.aoMap,m.aoMapIntensity.value=g.aoMapIntensity,n(g.aoMap,m.aoMapTransform))}function o(m,g){m.diffuse.value.copy(g.color),m.opacity.value=g.opacity,g.map&&(m.map.value=g.map,n(g.map,m.mapTransform))}function a(m,g){m.dashSize.value=g.dashSize,m.totalSize.value=g.dashSize+g.gapSize,m.scale.value=g.scale}function c(m,g,x,w){m.diffuse.value.copy(g.color),m.opacity.value=g.opacity,m.size.value=g.size*x,m.scale.value=w*.5,g.map&&(m.map.value=g.map,n(g.map,m.uvTransform)),g.alphaMap&&(m.alphaMap.value=g.alphaMap,n(g.alphaMap,m.alphaMapTransform)),g.alphaTest>0&&(m.alphaTest.value=g.alphaTest)}function l(m,g){m.diffuse.value.copy(g.color),m.opacity.value=g.opacity,m.rotation.value=g.rotation,g.map&&(m.map.value=g.map,n(g.map,m.mapTransform)),g.alphaMap&&(m.alphaMap.value=g.alphaMap,n(g.alphaMap,m.alphaMapTransform)),g.alphaTest>0&&(m.alphaTest.value=g.alphaTest)}function u(m,g){m.specular.value.copy(g.specular),m.shininess.value=Math.max(g.shininess,1e-4)}function h(m,g){g.gradientMap&&(m.gradientMap.value=g.gradientMap)}function f(m,g){m.metalness.value=g.metalness,g.metalnessMap&&(m.metalnessMap.value=g.metalnessMap,n(g.metalnessMap,m.metalnessMapTransform)),m.roughness.value=g.roughness,g.roughnessMap&&(m.roughnessMap.value=g.roughnessMap,n(g.roughnessMap,m.roughnessMapTransform)),g.envMap&&(m.envMapIntensity.value=g.envMapIntensity)}function d(m,g,x){m.ior.value=g.ior,g.diffuseRoughness>0&&(m.diffuseRoughness.value=g.diffuseRoughness,g.diffuseRoughnessMap&&(m.diffuseRoughnessMap.value=g.diffuseRoughnessMap,n(g.diffuseRoughnessMap,m.diffuseRoughnessMapTransform))),g.sheen>0&&(m.sheenColor.value.copy(g.sheenColor).multiplyScalar(g.sheen),m.sheenRoughness.value=g.sheenRoughness,g.sheenColorMap&&(m.sheenColorMap.value=g.sheenColorMap,n(g.sheenColorMap,m.sheenColorMapTransform)),g.sheenRoughnessMap&&(m.sheenRoughnessMap.value=g.sheenRoughnessMap,n(g.sheenRoughnessMap,m.sheenRoughnessMapTransform))),g.clearcoat>0&&(m.clearcoat.value=g.clearcoat,m.clearcoatRoughness.value=g.clearcoatRoughness,g.clearcoatMap&&(m.clearcoatMap.value=g.clearcoatMap,n(g.clearcoatMap,m.clearcoatMapTransform)),g.clearcoatRoughnessMap&&(m.clearcoatRoughnessMap.value=g.clearcoatRoughnessMap,n(g.clearcoatRoughnessMap,m.clearcoatRoughnessMapTransform)),g.clearcoatNormalMap&&(m.clearcoatNormalMap.value=g.clearcoatNormalMap,n(g.clearcoatNormalMap,m.clearcoatNormalMapTransform),m.clearcoatNormalScale.value.copy(g.clearcoatNormalScale),g.side===mn&&m.clearcoatNormalScale.value.negate())),g.dispersion>0&&(m.dispersion.value=g.dispersion),g.retroreflectivity>0&&(m.retroreflectivity.value=g.retroreflectivity),g.iridescence>0&&(m.iridescence.value=g.iridescence,m.iridescenceIOR.value=g.iridescenceIOR,m.iridescenceThicknessMinimum.value=g.iridescenceThicknessMinimum,m.iridescenceThicknessMaximum.value=g.iridescenceThicknessMaximum,g.iridescenceMap&&(m.iridescenceMap.value=g.iridescenceMap,n(g.iridescenceMap,m.iridescenceMapTransform)),g.iridescenceThicknessMap&&(m.iridescenceThicknessMap.value=g.iridescenceThicknessMap,n(g.iridescenceThicknessMap,m.iridescenceThicknessMapTransform))),g.transmission>0&&(m.transmission.value=g.transmission,m.transmissionSamplerMap.value=x.texture,m.transmissionSamplerSize.value.set(x.width,x.height),g.transmissionMap&&(m.transmissionMap.value=g.transmissionMap,n(g.transmissionMap,m.transmissionMapTransform)),m.thickness.value=g.thickness,g.thicknessMap&&(m.thicknessMap.value=g.thicknessMap,n(g.thicknessMap,m.thicknessMapTransform)),m.attenuationDistance.value=g.attenuationDistance,m.attenuationColor.value.copy(g.attenuationColor)),g.anisotropy>0&&(m.anisotropyVector.value.set(g.anisotropy*Math.cos(g.anisotropyRotation),g.anisotropy*Math.sin(g.anisotropyRotation)),g.anisotropyMap&&(m.anisotropyMap.value=g.anisotropyMap,n(g.anisotropyMap,m.anisotropyMapTransform))),m.specularIntensity.value=g.specularIntensity,m.specularColor.value.copy(g.specularColor),g.specularColorMap&&(m.specularColorMap.value=g.specularColorMap,n(g.specularColorMap,m.specularColorMapTransform)),g.specularIntensityMap&&(m.specularIntensityMap.value=g.specularIntensityMap,n(g.specularIntensityMap,m.specularIntensityMapTransform))}function p(m,g){g.matcap&&(m.matcap.value=g.matcap)}function _(m,g){let x=t.get(g).light;m.referencePosition.value.setFromMatrixPosition(x.matrixWorld),m.nearDistance.value=x.shadow.camera.near,m.farDistance.value=x.shadow.camera.far}return{refreshFogUniforms:i,refreshMaterialUniforms:r}}function g4(e,t,n,i){let r={},s={};function o(x,w){let v=w.program;i.uniformBlockBinding(x,v,r[x.id])}function a(x,w){let v=r[x.id];v===void 0&&(p(x),v=c(x),r[x.id]=v,x.addEventListener("dispose",m));let T=w.program;i.updateUBOMapping(x,T);let M=t.render.frame;s[x.id]!==M&&(l(x),s[x.id]=M)}function c(x){let w=e.createBuffer(),v=x.__size,T=x.usage;return e.bindBuffer(e.UNIFORM_BUFFER,w),e.bufferData(e.UNIFORM_BUFFER,v,T),e.bindBuffer(e.UNIFORM_BUFFER,null),w}function l(x){let w=r[x.id],v=x.uniforms,T=x.__cache;e.bindBuffer(e.UNIFORM_BUFFER,w);for(let M=0,y=v.length;M<y;M++){let b=v[M];if(Array.isArray(b))for(let I=0,C=b.length;I<C;I++)u(b[I],M,I,T);else u(b,M,0,T)}e.bindBuffer(e.UNIFORM_BUFFER,null)}function u(x,w,v,T){if(f(x,w,v,T)===!0){let M=x.__offset,y=x.value;if(Array.isArray(y)){let b=0;for(let I=0;I<y.length;I++){let C=y[I],E=_(C,!0);h(C,x.__data,b),b+=E.storage/Float32Array.BYTES_PER_ELEMENT}}else h(y,x.__data,0);e.bufferSubData(e.UNIFORM_BUFFER,M,x.__data)}}function h(x,w,v){typeof x=="number"||typeof x=="boolean"?w[v]=x:x.isMatrix3?(w[v]=x.elements[0],w[v+1]=x.elements[1],w[v+2]=x.elements[2],w[v+3]=0,w[v+4]=x.elements[3],w[v+5]=x.elements[4],w[v+6]=x.elements[5],w[v+7]=0,w[v+8]=x.elements[6],w[v+9]=x.elements[7],w[v+10]=x.elements[8],w[v+11]=0):ArrayBuffer.isView(x)?w.set(x.subarray(0,w.length-v),v):x.toArray(w,v)}function f(x,w,v,T){let M=x.value,y=w+"_"+v;if(Array.isArray(M)){T[y]===void 0&&(T[y]=[]);let b=T[y],I=!1;for(let C=0;C<M.length;C++)d(M[C],b,C)===!0&&(I=!0);return I}return d(M,T,y)}function d(x,w,v){if(w[v]===void 0)return typeof x=="number"||typeof x=="boolean"?w[v]=x:ArrayBuffer.isView(x)?w[v]=x.slice():w[v]=x.clone(),!0;{let T=w[v];if(typeof x=="number"||typeof x=="boolean"){if(T!==x)return w[v]=x,!0}else{if(ArrayBuffer.isView(x))return!0;if(T.equals(x)===!1)return T.copy(x),!0}}return!1}function p(x){let w=x.uniforms,v=0,T=16;for(let y=0,b=w.length;y<b;y++){let I=Array.isArray(w[y])?w[y]:[w[y]];for(let C=0,E=I.length;C<E;C++){let N=I[C],B=Array.isArray(N.value)?N.value:[N.value],P=Array.isArray(w[y])||Array.isArray(N.value),L=v;for(let k=0,Y=B.length;k<Y;k++){let U=B[k],G=_(U,P),X=v%T,st=X%G.boundary,ct=X+st;v+=st,ct!==0&&T-ct<G.storage&&(v+=T-ct),k===0&&(L=v),v+=G.storage}let z=N.type==="int"?Int32Array:N.type==="uint"?Uint32Array:Float32Array;N.__data=new z((v-L)/Float32Array.BYTES_PER_ELEMENT),N.__offset=L}}let M=v%T;return M>0&&(v+=T-M),x.__size=v,x.__cache={},this}function _(x,w){let v={boundary:0,storage:0};return typeof x=="number"||typeof x=="boolean"?(v.boundary=4,v.storage=4):x.isVector2?(v.boundary=8,v.storage=8):x.isVector3||x.isColor?(v.boundary=16,v.storage=12):x.isVector4?(v.boundary=16,v.storage=16):x.isMatrix3?(v.boundary=16,v.storage=48):x.isMatrix4?(v.boundary=16,v.storage=64):x.isTexture?Ft("WebGLRenderer: Texture samplers can not be part of an uniforms group."):ArrayBuffer.isView(x)?(v.boundary=16,v.storage=x.byteLength):Ft("WebGLRenderer: Unsupported uniform value type.",x),w===!0&&(v.boundary=16,v.storage=Math.ceil(v.storage/16)*16),v}function m(x){let w=x.target;w.removeEventListener("dispose",m),e.deleteBuffer(r[w.id]),delete r[w.id],delete s[w.id]}function g(){for(let x in r)e.deleteBuffer(r[x]);r={},s={}}return{bind:o,update:a,dispose:g}}var _4=new Uint16Array([12469,15057,12620,14925,13266,14620,13807,14376,14323,13990,14545,13625,14713,13328,14840,12882,14931,12528,14996,12233,15039,11829,15066,11525,15080,11295,15085,10976,15082,10705,15073,10495,13880,14564,13898,14542,13977,14430,14158,14124,14393,13732,14556,13410,14702,12996,14814,12596,14891,12291,14937,11834,14957,11489,14958,11194,14943,10803,14921,10506,14893,10278,14858,9960,14484,14039,14487,14025,14499,13941,14524,13740,14574,13468,14654,13106,14743,12678,14818,12344,14867,11893,14889,11509,14893,11180,14881,10751,14852,10428,14812,10128,14765,9754,14712,9466,14764,13480,14764,13475,14766,13440,14766,13347,14769,13070,14786,12713,14816,12387,14844,11957,14860,11549,14868,11215,14855,10751,14825,10403,14782,10044,14729,9651,14666,9352,14599,9029,14967,12835,14966,12831,14963,12804,14954,12723,14936,12564,14917,12347,14900,11958,14886,11569,14878,11247,14859,10765,14828,10401,14784,10011,14727,9600,14660,9289,14586,8893,14508,8533,15111,12234,15110,12234,15104,12216,15092,12156,15067,12010,15028,11776,14981,11500,14942,11205,14902,10752,14861,10393,14812,9991,14752,9570,14682,9252,14603,8808,14519,8445,14431,8145,15209,11449,15208,11451,15202,11451,15190,11438,15163,11384,15117,11274,15055,10979,14994,10648,14932,10343,14871,9936,14803,9532,14729,9218,14645,8742,14556,8381,14461,8020,14365,7603,15273,10603,15272,10607,15267,10619,15256,10631,15231,10614,15182,10535,15118,10389,15042,10167,14963,9787,14883,9447,14800,9115,14710,8665,14615,8318,14514,7911,14411,7507,14279,7198,15314,9675,15313,9683,15309,9712,15298,9759,15277,9797,15229,9773,15166,9668,15084,9487,14995,9274,14898,8910,14800,8539,14697,8234,14590,7790,14479,7409,14367,7067,14178,6621,15337,8619,15337,8631,15333,8677,15325,8769,15305,8871,15264,8940,15202,8909,15119,8775,15022,8565,14916,8328,14804,8009,14688,7614,14569,7287,14448,6888,14321,6483,14088,6171,15350,7402,15350,7419,15347,7480,15340,7613,15322,7804,15287,7973,15229,8057,15148,8012,15046,7846,14933,7611,14810,7357,14682,7069,14552,6656,14421,6316,14251,5948,14007,5528,15356,5942,15356,5977,15353,6119,15348,6294,15332,6551,15302,6824,15249,7044,15171,7122,15070,7050,14949,6861,14818,6611,14679,6349,14538,6067,14398,5651,14189,5311,13935,4958,15359,4123,15359,4153,15356,4296,15353,4646,15338,5160,15311,5508,15263,5829,15188,6042,15088,6094,14966,6001,14826,5796,14678,5543,14527,5287,14377,4985,14133,4586,13869,4257,15360,1563,15360,1642,15358,2076,15354,2636,15341,3350,15317,4019,15273,4429,15203,4732,15105,4911,14981,4932,14836,4818,14679,4621,14517,4386,14359,4156,14083,3795,13808,3437,15360,122,15360,137,15358,285,15355,636,15344,1274,15322,2177,15281,2765,15215,3223,15120,3451,14995,3569,14846,3567,14681,3466,14511,3305,14344,3121,14037,2800,13753,2467,15360,0,15360,1,15359,21,15355,89,15346,253,15325,479,15287,796,15225,1148,15133,1492,15008,1749,14856,1882,14685,1886,14506,1783,14324,1608,13996,1398,13702,1183]),Ji=null;function y4(){return Ji===null&&(Ji=new Of(_4,16,16,os,yi),Ji.name="DFG_LUT",Ji.minFilter=pn,Ji.magFilter=pn,Ji.wrapS=Vi,Ji.wrapT=Vi,Ji.generateMipmaps=!1,Ji.needsUpdate=!0),Ji}var Vh=class{constructor(t={}){let{canvas:n=HT(),context:i=null,depth:r=!0,stencil:s=!1,alpha:o=!1,antialias:a=!1,premultipliedAlpha:c=!0,preserveDrawingBuffer:l=!1,powerPreference:u="default",failIfMajorPerformanceCaveat:h=!1,reversedDepthBuffer:f=!1,outputBufferType:d=kn}=t;this.isWebGLRenderer=!0;let p;if(i!==null){if(typeof WebGLRenderingContext<"u"&&i instanceof WebGLRenderingContext)throw new Error("THREE.WebGLRenderer: WebGL 1 is not supported since r163.");p=i.getContextAttributes().alpha}else p=o;let _=d,m=new Set([ch,ah,oh]),g=new Set([kn,gi,pa,Ys,rh,sh]),x=new Uint32Array(4),w=new Int32Array(4),v={textures:[],min:[],max:[],resolution:[]},T=null,M=null,y=[],b=[],I=null;this.domElement=n,this.debug={checkShaderErrors:!0,diagnostics:{keywords:!1},onShaderError:null},this.autoClear=!0,this.autoClearColor=!0,this.autoClearDepth=!0,this.autoClearStencil=!0,this.sortObjects=!0,this.clippingPlanes=[],this.localClippingEnabled=!1,this.toneMapping=Zi,this.toneMappingExposure=1,this.transmissionResolutionScale=1;let C=this,E=!1,N=null,B=null,P=null,L=null;this._outputColorSpace=Fn;let z=0,k=0,Y=null,U=-1,G=null,X=new be,st=new be,ct=null,W=new ne(0),at=0,ft=n.width,ot=n.height,rt=1,Z=null,gt=null,lt=new be(0,0,ft,ot),J=new be(0,0,ft,ot),It=!1,pt=new Ws,Ut=new Bf,zt=!1,oe=!1,ie=new Ae,Ve=new K,Pe=new be,gn={background:null,fog:null,environment:null,overrideMaterial:null,isScene:!0},an=!1;function _n(){return Y===null?rt:1}let O=i;function yn(A,F){return n.getContext(A,F)}let me,ge,mt,Me,Lt,Ot,R,S,V,ut,nt,_t,Mt,j,tt,xt,D,et,Q,vt,dt,yt,Nt;try{let A={alpha:!0,depth:r,stencil:s,antialias:a,premultipliedAlpha:c,preserveDrawingBuffer:l,powerPreference:u,failIfMajorPerformanceCaveat:h};if("setAttribute"in n&&n.setAttribute("data-engine",`three.js r${"187"}`),n.addEventListener("webglcontextlost",Dt,!1),n.addEventListener("webglcontextrestored",Xt,!1),n.addEventListener("webglcontextcreationerror",wt,!1),O===null){let F="webgl2";if(O=yn(F,A),O===null)throw yn(F)?new Error("THREE.WebGLRenderer: Error creating WebGL context with your selected attributes."):new Error("THREE.WebGLRenderer: Error creating WebGL context.")}qt()}catch(A){throw n.removeEventListener("webglcontextlost",Dt,!1),n.removeEventListener("webglcontextrestored",Xt,!1),n.removeEventListener("webglcontextcreationerror",wt,!1),Bt("WebGLRenderer: "+A.message),A}function qt(){me=new RF(O),me.init(),dt=new f4(O,me),ge=new yF(O,me,t,dt),mt=new l4(O,me),ge.reversedDepthBuffer&&f&&mt.buffers.depth.setReversed(!0),B=O.createFramebuffer(),P=O.createFramebuffer(),L=O.createFramebuffer(),Me=new LF(O),Lt=new ZO,Ot=new u4(O,me,mt,Lt,ge,dt,Me),R=new CF(C),S=new DN(O),yt=new gF(O,S),V=new IF(O,S,Me,yt),ut=new DF(O,V,S,yt,Me),et=new NF(O,ge,Ot),tt=new xF(Lt),nt=new YO(C,R,me,ge,yt,tt),_t=new m4(C,Lt),Mt=new KO,j=new i4(me),D=new mF(C,R,mt,ut,p,c),xt=new c4(C,ut,ge),Nt=new g4(O,Me,ge,mt),Q=new _F(O,me,Me),vt=new PF(O,me,Me),Me.programs=nt.programs,C.capabilities=ge,C.extensions=me,C.properties=Lt,C.renderLists=Mt,C.shadowMap=xt,C.state=mt,C.info=Me}_!==kn&&(I=new FF(_,n.width,n.height,a,r,s));let ht=new U_(C,O);this.xr=ht,this.getContext=function(){return O},this.getContextAttributes=function(){return O.getContextAttributes()},this.forceContextLoss=function(){let A=me.get("WEBGL_lose_context");A&&A.loseContext()},this.forceContextRestore=function(){let A=me.get("WEBGL_lose_context");A&&A.restoreContext()},this.getPixelRatio=function(){return rt},this.setPixelRatio=function(A){A!==void 0&&(rt=A,this.setSize(ft,ot,!1))},this.getSize=function(A){return A.set(ft,ot)},this.setSize=function(A,F,q=!0){if(ht.isPresenting){Ft("WebGLRenderer: Can't change size while VR device is presenting.");return}ft=A,ot=F,n.width=Math.floor(A*rt),n.height=Math.floor(F*rt),q===!0&&(n.style.width=A+"px",n.style.height=F+"px"),I!==null&&I.setSize(n.width,n.height),this.setViewport(0,0,A,F)},this.getDrawingBufferSize=function(A){return A.set(ft*rt,ot*rt).floor()},this.setDrawingBufferSize=function(A,F,q){ft=A,ot=F,rt=q,n.width=Math.floor(A*q),n.height=Math.floor(F*q),this.setViewport(0,0,A,F)},this.setEffects=function(A){if(_===kn){Bt("WebGLRenderer: setEffects() requires outputBufferType set to HalfFloatType or FloatType.");return}if(A){for(let F=0;F<A.length;F++)if(A[F].isOutputPass===!0){Ft("WebGLRenderer: OutputPass is not needed in setEffects(). Tone mapping and color space conversion are applied automatically.");break}}I.setEffects(A||[])},this.getCurrentViewport=function(A){return A.copy(X)},this.getViewport=function(A){return A.copy(lt)},this.setViewport=function(A,F,q,H){A.isVector4?lt.set(A.x,A.y,A.z,A.w):lt.set(A,F,q,H),mt.viewport(X.copy(lt).multiplyScalar(_n()).round())},this.getScissor=function(A){return A.copy(J)},this.setScissor=function(A,F,q,H){A.isVector4?J.set(A.x,A.y,A.z,A.w):J.set(A,F,q,H),mt.scissor(st.copy(J).multiplyScalar(_n()).round())},this.getScissorTest=function(){return It},this.setScissorTest=function(A){mt.setScissorTest(It=A)},this.setOpaqueSort=function(A){Z=A},this.setTransparentSort=function(A){gt=A},this.getClearColor=function(A){return A.copy(D.getClearColor())},this.setClearColor=function(){D.setClearColor(...arguments)},this.getClearAlpha=function(){return D.getClearAlpha()},this.setClearAlpha=function(){D.setClearAlpha(...arguments)},this.clear=function(A=!0,F=!0,q=!0){let H=0;if(A){let $=!1;if(Y!==null){let St=Y.texture.format;$=m.has(St)}if($){let St=Y.texture.type,Et=g.has(St),bt=D.getClearColor(),At=D.getClearAlpha(),Pt=bt.r,Gt=bt.g,Kt=bt.b;Et?(x[0]=Pt,x[1]=Gt,x[2]=Kt,x[3]=At,O.clearBufferuiv(O.COLOR,0,x)):(w[0]=Pt,w[1]=Gt,w[2]=Kt,w[3]=At,O.clearBufferiv(O.COLOR,0,w))}else H|=O.COLOR_BUFFER_BIT}F&&(H|=O.DEPTH_BUFFER_BIT,this.state.buffers.depth.setMask(!0)),q&&(H|=O.STENCIL_BUFFER_BIT,this.state.buffers.stencil.setMask(4294967295)),H!==0&&O.clear(H)},this.clearColor=function(){this.clear(!0,!1,!1)},this.clearDepth=function(){this.clear(!1,!0,!1)},this.clearStencil=function(){this.clear(!1,!1,!0)},this.setNodesHandler=function(A){A.setRenderer(this),N=A},this.dispose=function(){n.removeEventListener("webglcontextlost",Dt,!1),n.removeEventListener("webglcontextrestored",Xt,!1),n.removeEventListener("webglcontextcreationerror",wt,!1),D.dispose(),Mt.dispose(),j.dispose(),Ot.dispose(),Lt.dispose(),R.dispose(),ut.dispose(),V.dispose(),yt.dispose(),Nt.dispose(),nt.dispose(),ht.dispose(),ht.removeEventListener("sessionstart",O_),ht.removeEventListener("sessionend",B_),as.stop()};function Dt(A){A.preventDefault(),v_("WebGLRenderer: Context Lost."),E=!0}function Xt(){v_("WebGLRenderer: Context Restored."),E=!1;let A=Me.autoReset,F=xt.enabled,q=xt.autoUpdate,H=xt.needsUpdate,$=xt.type;qt(),Me.autoReset=A,xt.enabled=F,xt.autoUpdate=q,xt.needsUpdate=H,xt.type=$}function wt(A){Bt("WebGLRenderer: A WebGL context could not be created. Reason: ",A.statusMessage)}function ue(A){let F=A.target;F.removeEventListener("dispose",ue),He(F)}function He(A){Rr(A),Lt.remove(A)}function Rr(A){let F=Lt.get(A).programs;F!==void 0&&(F.forEach(function(q){nt.releaseProgram(q)}),A.isShaderMaterial&&nt.releaseShaderCache(A))}this.renderBufferDirect=function(A,F,q,H,$,St){F===null&&(F=gn);let Et=$.isMesh&&$.matrixWorld.determinantAffine()<0,bt=NA(A,F,q,H,$);mt.setMaterial(H,Et);let At=q.index,Pt=1;if(H.wireframe===!0){if(At=V.getWireframeAttribute(q),At===void 0)return;Pt=2}let Gt=q.drawRange,Kt=q.attributes.position,Ct=Gt.start*Pt,Qt=(Gt.start+Gt.count)*Pt;St!==null&&(Ct=Math.max(Ct,St.start*Pt),Qt=Math.min(Qt,(St.start+St.count)*Pt)),At!==null?(Ct=Math.max(Ct,0),Qt=Math.min(Qt,At.count)):Kt!=null&&(Ct=Math.max(Ct,0),Qt=Math.min(Qt,Kt.count));let Le=Qt-Ct;if(Le<0||Le===1/0)return;yt.setup($,H,bt,q,At);let _e,de=Q;if(At!==null&&(_e=S.get(At),de=vt,de.setIndex(_e)),$.isMesh)H.wireframe===!0?(mt.setLineWidth(H.wireframeLinewidth*_n()),de.setMode(O.LINES)):de.setMode(O.TRIANGLES);else if($.isLine){let en=H.linewidth;en===void 0&&(en=1),mt.setLineWidth(en*_n()),$.isLineSegments?de.setMode(O.LINES):$.isLineLoop?de.setMode(O.LINE_LOOP):de.setMode(O.LINE_STRIP)}else $.isPoints?de.setMode(O.POINTS):$.isSprite&&de.setMode(O.TRIANGLES);if($.isBatchedMesh)if(me.get("WEBGL_multi_draw"))de.renderMultiDraw($._multiDrawStarts,$._multiDrawCounts,$._multiDrawCount);else{let en=$._multiDrawStarts,Rt=$._multiDrawCounts,cn=$._multiDrawCount,ae=At?S.get(At).bytesPerElement:1,cs=Lt.get(H).currentProgram.getUniforms();for(let nn=0;nn<cn;nn++)cs.setValue(O,"_gl_DrawID",nn),de.render(en[nn]/ae,Rt[nn])}else if($.isInstancedMesh)de.renderInstances(Ct,Le,$.count);else if(q.isInstancedBufferGeometry){let en=q._maxInstanceCount!==void 0?q._maxInstanceCount:1/0,Rt=Math.min(q.instanceCount,en);de.renderInstances(Ct,Le,Rt)}else de.render(Ct,Le)};function F_(A,F,q,H){N!==null&&A.isNodeMaterial&&N.setObject(H,A),zt===!0&&tt.setState(A,q,!1),A.transparent===!0&&A.side===Yi&&A.forceSinglePass===!1?(A.side=mn,A.needsUpdate=!0,_a(A,F,H),A.side=ss,A.needsUpdate=!0,_a(A,F,H),A.side=Yi):_a(A,F,H)}this.compile=function(A,F,q=null){q===null&&(q=A),N!==null&&N.renderStart(A,F,q),M=j.get(q),M.init(F),b.push(M),q.traverseVisible(function($){$.isLight&&$.layers.test(F.layers)&&(M.pushLight($),$.castShadow&&M.pushShadow($))}),A!==q&&A.traverseVisible(function($){$.isLight&&$.layers.test(F.layers)&&(M.pushLight($),$.castShadow&&M.pushShadow($))}),M.setupLights(),N!==null&&N.updateLights(M.state.lightsArray),oe=this.localClippingEnabled,zt=tt.init(this.clippingPlanes,oe),zt===!0&&tt.setGlobalState(this.clippingPlanes,F),N!==null&&xt.render(M.state.shadowsArray,q,F);let H=new Set;return A.traverse(function($){if(!($.isMesh||$.isPoints||$.isLine||$.isSprite))return;let St=$.material;if(St)if(Array.isArray(St))for(let Et=0;Et<St.length;Et++){let bt=St[Et];F_(bt,q,F,$),H.add(bt)}else F_(St,q,F,$),H.add(St)}),M=b.pop(),N!==null&&N.renderEnd(),H},this.compileAsync=function(A,F,q=null){let H=this.compile(A,F,q);return new Promise($=>{function St(){if(H.forEach(function(Et){let At=Lt.get(Et).currentProgram;(At===void 0||At.isReady())&&H.delete(Et)}),H.size===0){$(A);return}setTimeout(St,10)}me.get("KHR_parallel_shader_compile")!==null?St():setTimeout(St,10)})};let $h=null;function PA(A){$h&&$h(A)}function O_(){as.stop()}function B_(){as.start()}let as=new xA;as.setAnimationLoop(PA),typeof self<"u"&&as.setContext(self),this.setAnimationLoop=function(A){$h=A,ht.setAnimationLoop(A),A===null?as.stop():as.start()},ht.addEventListener("sessionstart",O_),ht.addEventListener("sessionend",B_),this.render=function(A,F){if(F!==void 0&&F.isCamera!==!0){Bt("WebGLRenderer.render: camera is not an instance of THREE.Camera.");return}if(E===!0)return;N!==null&&N.renderStart(A,F);let q=ht.enabled===!0&&ht.isPresenting===!0,H=I!==null&&(Y===null||q)&&I.begin(C,Y);if(A.matrixWorldAutoUpdate===!0&&A.updateMatrixWorld(),F.parent===null&&F.matrixWorldAutoUpdate===!0&&F.updateMatrixWorld(),ht.enabled===!0&&ht.isPresenting===!0&&(I===null||I.isCompositing()===!1)&&(ht.cameraAutoUpdate===!0&&ht.updateCamera(F),F=ht.getCamera()),A.isScene===!0&&A.onBeforeRender(C,A,F,Y),M=j.get(A,b.length),M.init(F),M.state.textureUnits=Ot.getTextureUnits(),b.push(M),ie.multiplyMatrices(F.projectionMatrix,F.matrixWorldInverse),F.isArrayCamera?Ut.setFromArrayCamera(F):pt.setFromProjectionMatrix(ie,ti,F.reversedDepth),oe=this.localClippingEnabled,zt=tt.init(this.clippingPlanes,oe),T=Mt.get(A,y.length),T.init(),y.push(T),this.info.render.frame++,ht.enabled===!0&&ht.isPresenting===!0){let Et=C.xr.getDepthSensingMesh();Et!==null&&Xh(Et,F,-1/0,C.sortObjects)}Xh(A,F,0,C.sortObjects),T.finish(),N!==null&&N.updateLights(M.state.lightsArray),C.sortObjects===!0&&T.sort(Z,gt),an=ht.enabled===!1||ht.isPresenting===!1||ht.hasDepthSensing()===!1,an&&D.addToRenderList(T,A),this.info.autoReset===!0&&this.info.reset(),zt===!0&&tt.beginShadows();let $=M.state.shadowsArray;if(xt.render($,A,F),zt===!0&&tt.endShadows(),(H&&I.hasRenderPass())===!1){let Et=T.opaque,bt=T.transmissive;if(M.setupLights(),F.isArrayCamera){let At=F.cameras;if(bt.length>0)for(let Pt=0,Gt=At.length;Pt<Gt;Pt++){let Kt=At[Pt];z_(Et,bt,A,Kt)}an&&D.render(A);for(let Pt=0,Gt=At.length;Pt<Gt;Pt++){let Kt=At[Pt];k_(T,A,Kt,Kt.viewport)}}else bt.length>0&&z_(Et,bt,A,F),an&&D.render(A),k_(T,A,F)}Y!==null&&k===0&&(Ot.updateMultisampleRenderTarget(Y),Ot.updateRenderTargetMipmap(Y)),H&&I.end(C),A.isScene===!0&&A.onAfterRender(C,A,F),yt.resetDefaultState(),U=-1,G=null,b.pop(),b.length>0?(M=b[b.length-1],Ot.setTextureUnits(M.state.textureUnits),zt===!0&&tt.setGlobalState(C.clippingPlanes,M.state.camera)):M=null,y.pop(),y.length>0?T=y[y.length-1]:T=null,N!==null&&N.renderEnd()};function Xh(A,F,q,H){if(A.visible===!1)return;if(A.layers.test(F.layers)){if(A.isGroup)q=A.renderOrder;else if(A.isLOD)A.autoUpdate===!0&&A.update(F);else if(A.isLight)M.pushLight(A),A.castShadow&&M.pushShadow(A);else if(A.isSprite){let Et=F.isArrayCamera?Ut:pt;if(!A.frustumCulled||A.intersectsFrustum(Et)){H&&Pe.setFromMatrixPosition(A.matrixWorld).applyMatrix4(ie);let bt=ut.update(A),At=A.material;At.visible&&T.push(A,bt,At,q,Pe.z,null,F)}}else if(A.isMesh||A.isLine||A.isPoints){let Et=F.isArrayCamera?Ut:pt;if(!A.frustumCulled||A.intersectsFrustum(Et)){let bt=ut.update(A),At=A.material;if(H&&(A.boundingSphere!==void 0?(A.boundingSphere===null&&A.computeBoundingSphere(),Pe.copy(A.boundingSphere.center)):(bt.boundingSphere===null&&bt.computeBoundingSphere(),Pe.copy(bt.boundingSphere.center)),Pe.applyMatrix4(A.matrixWorld).applyMatrix4(ie)),Array.isArray(At)){let Pt=bt.groups;for(let Gt=0,Kt=Pt.length;Gt<Kt;Gt++){let Ct=Pt[Gt],Qt=At[Ct.materialIndex];Qt&&Qt.visible&&T.push(A,bt,Qt,q,Pe.z,Ct,F)}}else At.visible&&T.push(A,bt,At,q,Pe.z,null,F)}}}let St=A.children;for(let Et=0,bt=St.length;Et<bt;Et++)Xh(St[Et],F,q,H)}function k_(A,F,q,H){let{opaque:$,transmissive:St,transparent:Et}=A;M.setupLightsView(q),zt===!0&&tt.setGlobalState(C.clippingPlanes,q),H&&mt.viewport(X.copy(H)),$.length>0&&il($,F,q),St.length>0&&il(St,F,q),Et.length>0&&il(Et,F,q),mt.buffers.depth.setTest(!0),mt.buffers.depth.setMask(!0),mt.buffers.color.setMask(!0),mt.setPolygonOffset(!1)}function z_(A,F,q,H){if((q.isScene===!0?q.overrideMaterial:null)!==null)return;if(M.state.transmissionRenderTarget[H.id]===void 0){let Ct=me.has("EXT_color_buffer_half_float")||me.has("EXT_color_buffer_float");M.state.transmissionRenderTarget[H.id]=new On(1,1,{generateMipmaps:!0,type:Ct?yi:kn,minFilter:Ar,samples:Math.max(4,ge.samples),stencilBuffer:s,resolveDepthBuffer:!1,resolveStencilBuffer:!1,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,colorSpace:jt.workingColorSpace})}let St=M.state.transmissionRenderTarget[H.id],Et=H.viewport||X;St.setSize(Et.z*C.transmissionResolutionScale,Et.w*C.transmissionResolutionScale);let bt=C.getRenderTarget(),At=C.getActiveCubeFace(),Pt=C.getActiveMipmapLevel();C.setRenderTarget(St),C.getClearColor(W),at=C.getClearAlpha(),at<1&&C.setClearColor(16777215,.5),C.clear(),an&&D.render(q);let Gt=C.toneMapping;C.toneMapping=Zi;let Kt=H.viewport;if(H.viewport!==void 0&&(H.viewport=void 0),M.setupLightsView(H),zt===!0&&tt.setGlobalState(C.clippingPlanes,H),il(A,q,H),Ot.updateMultisampleRenderTarget(St),Ot.updateRenderTargetMipmap(St),me.has("WEBGL_multisampled_render_to_texture")===!1){let Ct=!1;for(let Qt=0,Le=F.length;Qt<Le;Qt++){let _e=F[Qt],{object:de,geometry:en,material:Rt,group:cn}=_e;if(Rt.side===Yi&&de.layers.test(H.layers)){let ae=Rt.side;Rt.side=mn,Rt.needsUpdate=!0,G_(de,q,H,en,Rt,cn),Rt.side=ae,Rt.needsUpdate=!0,Ct=!0}}Ct===!0&&(Ot.updateMultisampleRenderTarget(St),Ot.updateRenderTargetMipmap(St))}C.setRenderTarget(bt,At,Pt),C.setClearColor(W,at),Kt!==void 0&&(H.viewport=Kt),C.toneMapping=Gt}function il(A,F,q){let H=F.isScene===!0?F.overrideMaterial:null;for(let $=0,St=A.length;$<St;$++){let Et=A[$],{object:bt,geometry:At,group:Pt}=Et,Gt=Et.material;Gt.allowOverride===!0&&H!==null&&(Gt=H),bt.layers.test(q.layers)&&G_(bt,F,q,At,Gt,Pt)}}function G_(A,F,q,H,$,St){N!==null&&$.isNodeMaterial&&N.setObject(A,$),A.onBeforeRender(C,F,q,H,$,St),A.modelViewMatrix.multiplyMatrices(q.matrixWorldInverse,A.matrixWorld),A.normalMatrix.getNormalMatrix(A.modelViewMatrix),$.onBeforeRender(C,F,q,H,A,St),$.transparent===!0&&$.side===Yi&&$.forceSinglePass===!1?($.side=mn,$.needsUpdate=!0,C.renderBufferDirect(q,F,H,$,A,St),$.side=ss,$.needsUpdate=!0,C.renderBufferDirect(q,F,H,$,A,St),$.side=Yi):C.renderBufferDirect(q,F,H,$,A,St),A.onAfterRender(C,F,q,H,$,St)}function V_(A){let F=0;for(let q of A)q.texture!==null&&F++;return F}function _a(A,F,q){F.isScene!==!0&&(F=gn);let H=Lt.get(A),$=M.state.lights,St=M.state.shadowsArray,Et=$.state.version,bt=nt.getParameters(A,$.state,St,F,q,M.state.lightProbeGridArray),At=nt.getProgramCacheKey(bt),Pt=H.programs;H.environment=A.isMeshStandardMaterial||A.isMeshLambertMaterial||A.isMeshPhongMaterial?F.environment:null,H.fog=F.fog;let Gt=A.isMeshStandardMaterial||A.isMeshLambertMaterial&&!A.envMap||A.isMeshPhongMaterial&&!A.envMap;H.envMap=R.get(A.envMap||H.environment,Gt),H.envMapRotation=H.environment!==null&&A.envMap===null?F.environmentRotation:A.envMapRotation,Pt===void 0&&(A.addEventListener("dispose",ue),Pt=new Map,H.programs=Pt,H.programVariants=new Map);let Kt=Pt.get(At);if(Kt!==void 0){if(H.currentProgram===Kt&&H.lightsStateVersion===Et)return W_(A,bt),Kt}else bt.uniforms=nt.getUniforms(A),N!==null&&A.isNodeMaterial&&N.build(A,q,bt),A.onBeforeCompile(bt,C),Kt=nt.acquireProgram(bt,At),Pt.set(At,Kt),H.uniforms=bt.uniforms;let Ct=H.uniforms;return(!A.isShaderMaterial&&!A.isRawShaderMaterial||A.clipping===!0)&&(Ct.clippingPlanes=tt.uniform),W_(A,bt),H.needsLights=UA(A),H.lightsStateVersion=Et,H.needsLights&&(Ct.ambientLightColor.value=$.state.ambient,Ct.lightProbe.value=$.state.probe,Ct.sunLights.value=$.state.sun,Ct.sunLightShadows.value=$.state.sunShadow,Ct.directionalLights.value=$.state.directional,Ct.directionalLightShadows.value=$.state.directionalShadow,Ct.spotLights.value=$.state.spot,Ct.spotLightShadows.value=$.state.spotShadow,Ct.rectAreaLights.value=$.state.rectArea,Ct.ltc_1.value=$.state.rectAreaLTC1,Ct.ltc_2.value=$.state.rectAreaLTC2,Ct.pointLights.value=$.state.point,Ct.pointLightShadows.value=$.state.pointShadow,Ct.hemisphereLights.value=$.state.hemi,Ct.sunShadowMatrix.value=$.state.sunShadowMatrix,Ct.sunShadowCascade.value=$.state.sunShadowCascade,Ct.directionalShadowMatrix.value=$.state.directionalShadowMatrix,Ct.spotLightMatrix.value=$.state.spotLightMatrix,Ct.spotLightMap.value=$.state.spotLightMap,Ct.pointShadowMatrix.value=$.state.pointShadowMatrix),H.numLightProbeGrids=V_(M.state.lightProbeGridArray),H.currentProgram=Kt,H.uniformsList=null,Kt}function LA(A,F,q,H,$){let St=Lt.get(A),Et=St.currentProgram.id+","+H+","+$,bt=St.programVariants.get(Et);return bt===void 0?(bt=_a(A,F,q),St.programVariants.set(Et,bt)):(St.currentProgram=bt,St.uniformsList=null,St.outputColorSpace=H,St.toneMapping=$),bt}function H_(A){if(A.uniformsList===null){let F=A.currentProgram.getUniforms();A.uniformsList=ma.seqWithValue(F.seq,A.uniforms)}return A.uniformsList}function W_(A,F){let q=Lt.get(A);q.outputColorSpace=F.outputColorSpace,q.batching=F.batching,q.batchingColor=F.batchingColor,q.instancing=F.instancing,q.instancingColor=F.instancingColor,q.instancingMorph=F.instancingMorph,q.skinning=F.skinning,q.morphTargets=F.morphTargets,q.morphNormals=F.morphNormals,q.morphColors=F.morphColors,q.morphTargetsCount=F.morphTargetsCount,q.numClippingPlanes=F.numClippingPlanes,q.numIntersection=F.numClipIntersection,q.vertexAlphas=F.vertexAlphas,q.vertexTangents=F.vertexTangents,q.toneMapping=F.toneMapping}function NA(A,F,q,H,$){F.isScene!==!0&&(F=gn),Ot.resetTextureUnits();let St=F.fog,Et=H.isMeshStandardMaterial||H.isMeshLambertMaterial||H.isMeshPhongMaterial?F.environment:null,bt=Y===null?C.outputColorSpace:Y.isXRRenderTarget===!0?Y.texture.colorSpace:jt.workingColorSpace,At=H.isMeshStandardMaterial||H.isMeshLambertMaterial&&!H.envMap||H.isMeshPhongMaterial&&!H.envMap,Pt=R.get(H.envMap||Et,At),Gt=H.vertexColors===!0&&!!q.attributes.color&&q.attributes.color.itemSize===4,Kt=!!q.attributes.tangent&&(!!H.normalMap||H.anisotropy>0),Ct=!!q.morphAttributes.position,Qt=!!q.morphAttributes.normal,Le=!!q.morphAttributes.color,_e=Zi;H.toneMapped&&(Y===null||Y.isXRRenderTarget===!0)&&(_e=C.toneMapping);let de=q.morphAttributes.position||q.morphAttributes.normal||q.morphAttributes.color,en=de!==void 0?de.length:0,Rt=Lt.get(H),cn=M.state.lights;if(zt===!0&&(oe===!0||A!==G)){let ve=A===G&&H.id===U;tt.setState(H,A,ve)}let ae=!1,cs=!1;H.version===Rt.__version?Rt.needsLights&&Rt.lightsStateVersion!==cn.state.version||$.isBatchedMesh&&Rt.batching===!1||!$.isBatchedMesh&&Rt.batching===!0||$.isBatchedMesh&&Rt.batchingColor===!0&&$._colorsTexture===null||$.isBatchedMesh&&Rt.batchingColor===!1&&$._colorsTexture!==null||$.isInstancedMesh&&Rt.instancing===!1||!$.isInstancedMesh&&Rt.instancing===!0||$.isSkinnedMesh&&Rt.skinning===!1||!$.isSkinnedMesh&&Rt.skinning===!0||$.isInstancedMesh&&Rt.instancingColor===!0&&$.instanceColor===null||$.isInstancedMesh&&Rt.instancingColor===!1&&$.instanceColor!==null||$.isInstancedMesh&&Rt.instancingMorph===!0&&$.morphTexture===null||$.isInstancedMesh&&Rt.instancingMorph===!1&&$.morphTexture!==null||Rt.envMap!==Pt||H.fog===!0&&Rt.fog!==St||Rt.numClippingPlanes!==void 0&&(Rt.numClippingPlanes!==tt.numPlanes||Rt.numIntersection!==tt.numIntersection)||Rt.vertexAlphas!==Gt||Rt.vertexTangents!==Kt||Rt.morphTargets!==Ct||Rt.morphNormals!==Qt||Rt.morphColors!==Le||Rt.morphTargetsCount!==en||Rt.numLightProbeGrids!==V_(M.state.lightProbeGridArray)?ae=!0:(Rt.outputColorSpace!==bt||Rt.toneMapping!==_e)&&(cs=!0):(ae=!0,Rt.__version=H.version);let nn=Rt.currentProgram;(ae===!0||cs===!0)&&(nn=cs===!0?LA(H,F,$,bt,_e):_a(H,F,$),N&&H.isNodeMaterial&&N.onUpdateProgram(H,nn,Rt));let rl=!1,Ir=!1,ls=!1,ee=nn.getUniforms(),Qe=Rt.uniforms;if(mt.useProgram(nn.program)&&(rl=!0,Ir=!0,ls=!0),H.id!==U&&(U=H.id,Ir=!0),rl||G!==A){mt.buffers.depth.getReversed()&&A.reversedDepth!==!0&&(A._reversedDepth=!0,A.updateProjectionMatrix()),ee.setValue(O,"projectionMatrix",A.projectionMatrix),ee.setValue(O,"viewMatrix",A.matrixWorldInverse);let We=ee.map.cameraPosition;We!==void 0&&We.setValue(O,Ve.setFromMatrixPosition(A.matrixWorld)),ge.logarithmicDepthBuffer&&ee.setValue(O,"logDepthBufFC",2/(Math.log(A.far+1)/Math.LN2)),(H.isMeshPhongMaterial||H.isMeshToonMaterial||H.isMeshLambertMaterial||H.isMeshBasicMaterial||H.isMeshStandardMaterial||H.isShaderMaterial)&&ee.setValue(O,"isOrthographic",A.isOrthographicCamera===!0),G!==A&&(G=A,Ir=!0,ls=!0)}if(Rt.needsLights&&(cn.state.sunShadowMap.length>0&&ee.setValue(O,"sunShadowMap",cn.state.sunShadowMap,Ot),cn.state.directionalShadowMap.length>0&&ee.setValue(O,"directionalShadowMap",cn.state.directionalShadowMap,Ot),cn.state.spotShadowMap.length>0&&ee.setValue(O,"spotShadowMap",cn.state.spotShadowMap,Ot),cn.state.pointShadowMap.length>0&&ee.setValue(O,"pointShadowMap",cn.state.pointShadowMap,Ot)),$.isSkinnedMesh){ee.setOptional(O,$,"bindMatrix"),ee.setOptional(O,$,"bindMatrixInverse");let ve=$.skeleton;ve&&(ve.boneTexture===null&&ve.computeBoneTexture(),ee.setValue(O,"boneTexture",ve.boneTexture,Ot))}$.isBatchedMesh&&(ee.setOptional(O,$,"batchingTexture"),ee.setValue(O,"batchingTexture",$._matricesTexture,Ot),ee.setOptional(O,$,"batchingIdTexture"),ee.setValue(O,"batchingIdTexture",$._indirectTexture,Ot),ee.setOptional(O,$,"batchingColorTexture"),$._colorsTexture!==null&&ee.setValue(O,"batchingColorTexture",$._colorsTexture,Ot));let ii=q.morphAttributes;if((ii.position!==void 0||ii.normal!==void 0||ii.color!==void 0)&&et.update($,q,nn),(Ir||Rt.receiveShadow!==$.receiveShadow)&&(Rt.receiveShadow=$.receiveShadow,ee.setValue(O,"receiveShadow",$.receiveShadow)),(H.isMeshStandardMaterial||H.isMeshLambertMaterial||H.isMeshPhongMaterial)&&H.envMap===null&&F.environment!==null&&(Qe.envMapIntensity.value=F.environmentIntensity),Qe.dfgLUT!==void 0&&(Qe.dfgLUT.value=y4()),Ir){if(ee.setValue(O,"toneMappingExposure",C.toneMappingExposure),Rt.needsLights&&DA(Qe,ls),St&&H.fog===!0&&_t.refreshFogUniforms(Qe,St),_t.refreshMaterialUniforms(Qe,H,rt,ot,M.state.transmissionRenderTarget[A.id]),Rt.needsLights&&Rt.numLightProbeGrids>0){let ve=v,We=0;for(let Qi of M.state.lightProbeGridArray)Qi.texture!==null&&(ve.textures[We]=Qi.texture,ve.min[We]=Qi.boundingBox.min,ve.max[We]=Qi.boundingBox.max,ve.resolution[We]=Qi.resolution,We++);for(let Qi in ve)ve[Qi].length=We;Qe.probesSH.value=ve.textures,Qe.probesMin.value=ve.min,Qe.probesMax.value=ve.max,Qe.probesResolution.value=ve.resolution}ma.upload(O,H_(Rt),Qe,Ot)}if(H.isShaderMaterial&&H.uniformsNeedUpdate===!0&&(ma.upload(O,H_(Rt),Qe,Ot),H.uniformsNeedUpdate=!1),H.isSpriteMaterial&&ee.setValue(O,"center",$.center),ee.setValue(O,"modelViewMatrix",$.modelViewMatrix),ee.setValue(O,"normalMatrix",$.normalMatrix),ee.setValue(O,"modelMatrix",$.matrixWorld),H.uniformsGroups!==void 0){let ve=H.uniformsGroups;for(let We=0,Qi=ve.length;We<Qi;We++){let X_=ve[We];Nt.update(X_,nn),Nt.bind(X_,nn)}}return nn}function DA(A,F){A.ambientLightColor.needsUpdate=F,A.lightProbe.needsUpdate=F,A.sunLights.needsUpdate=F,A.sunLightShadows.needsUpdate=F,A.directionalLights.needsUpdate=F,A.directionalLightShadows.needsUpdate=F,A.pointLights.needsUpdate=F,A.pointLightShadows.needsUpdate=F,A.spotLights.needsUpdate=F,A.spotLightShadows.needsUpdate=F,A.rectAreaLights.needsUpdate=F,A.hemisphereLights.needsUpdate=F}function UA(A){return A.isMeshLambertMaterial||A.isMeshToonMaterial||A.isMeshPhongMaterial||A.isMeshStandardMaterial||A.isShadowMaterial||A.isShaderMaterial&&A.lights===!0}this.getActiveCubeFace=function(){return z},this.getActiveMipmapLevel=function(){return k},this.getRenderTarget=function(){return Y},this.setRenderTargetTextures=function(A,F,q){let H=Lt.get(A);H.__autoAllocateDepthBuffer=A.resolveDepthBuffer===!1,H.__autoAllocateDepthBuffer===!1&&(H.__useRenderToTexture=!1),Lt.get(A.texture).__webglTexture=F,Lt.get(A.depthTexture).__webglTexture=H.__autoAllocateDepthBuffer?void 0:q,H.__hasExternalTextures=!0},this.setRenderTargetFramebuffer=function(A,F){let q=Lt.get(A);q.__webglFramebuffer=F,q.__useDefaultFramebuffer=F===void 0},this.setRenderTarget=function(A,F=0,q=0){Y=A,z=F,k=q;let H=null,$=!1,St=!1;if(A){let bt=Lt.get(A);if(bt.__useDefaultFramebuffer!==void 0){mt.bindFramebuffer(O.FRAMEBUFFER,bt.__webglFramebuffer),X.copy(A.viewport),st.copy(A.scissor),ct=A.scissorTest,mt.viewport(X),mt.scissor(st),mt.setScissorTest(ct),U=-1;return}else if(bt.__webglFramebuffer===void 0)Ot.setupRenderTarget(A);else if(bt.__hasExternalTextures)Ot.rebindTextures(A,Lt.get(A.texture).__webglTexture,Lt.get(A.depthTexture).__webglTexture);else if(A.depthBuffer){let Gt=A.depthTexture;if(bt.__boundDepthTexture!==Gt){if(Gt!==null&&Lt.has(Gt)&&(A.width!==Gt.image.width||A.height!==Gt.image.height))throw new Error("THREE.WebGLRenderer: Attached DepthTexture is initialized to the incorrect size.");Ot.setupDepthRenderbuffer(A)}}let At=A.texture;(At.isData3DTexture||At.isDataArrayTexture||At.isCompressedArrayTexture)&&(St=!0);let Pt=Lt.get(A).__webglFramebuffer;A.isWebGLCubeRenderTarget?(Array.isArray(Pt[F])?H=Pt[F][q]:H=Pt[F],$=!0):A.samples>0&&Ot.useMultisampledRTT(A)===!1?H=Lt.get(A).__webglMultisampledFramebuffer:Array.isArray(Pt)?H=Pt[q]:H=Pt,X.copy(A.viewport),st.copy(A.scissor),ct=A.scissorTest}else X.copy(lt).multiplyScalar(rt).floor(),st.copy(J).multiplyScalar(rt).floor(),ct=It;if(q!==0&&(H=B),mt.bindFramebuffer(O.FRAMEBUFFER,H)&&mt.drawBuffers(A,H),mt.viewport(X),mt.scissor(st),mt.setScissorTest(ct),$){let bt=Lt.get(A.texture);O.framebufferTexture2D(O.FRAMEBUFFER,O.COLOR_ATTACHMENT0,O.TEXTURE_CUBE_MAP_POSITIVE_X+F,bt.__webglTexture,q)}else if(St){let bt=F;for(let At=0;At<A.textures.length;At++){let Pt=Lt.get(A.textures[At]);O.framebufferTextureLayer(O.FRAMEBUFFER,O.COLOR_ATTACHMENT0+At,Pt.__webglTexture,q,bt)}}else if(A!==null&&q!==0){let bt=Lt.get(A.texture);O.framebufferTexture2D(O.FRAMEBUFFER,O.COLOR_ATTACHMENT0,O.TEXTURE_2D,bt.__webglTexture,q)}U=-1};function $_(A){let F=Lt.get(A);return(F.__readFormat!==A.format||F.__readType!==A.type)&&(F.__readFormat=A.format,F.__readType=A.type,F.__formatReadable=ge.textureFormatReadable(A.format),F.__typeReadable=ge.textureTypeReadable(A.type)),F}this.readRenderTargetPixels=function(A,F,q,H,$,St,Et,bt=0){if(!(A&&A.isWebGLRenderTarget)){Bt("WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");return}let At=Lt.get(A).__webglFramebuffer;if(A.isWebGLCubeRenderTarget&&Et!==void 0&&(At=At[Et],Array.isArray(At)&&(At=At[0])),At){mt.bindFramebuffer(O.FRAMEBUFFER,At);try{let Pt=A.textures[bt],Gt=Pt.format,Kt=Pt.type;A.textures.length>1&&O.readBuffer(O.COLOR_ATTACHMENT0+bt);let Ct=$_(Pt);if(Ct.__formatReadable===!1){Bt("WebGLRenderer.readRenderTargetPixels: renderTarget is not in RGBA or implementation defined format.");return}if(Ct.__typeReadable===!1){Bt("WebGLRenderer.readRenderTargetPixels: renderTarget is not in UnsignedByteType or implementation defined type.");return}F>=0&&F<=A.width-H&&q>=0&&q<=A.height-$&&O.readPixels(F,q,H,$,dt.convert(Gt),dt.convert(Kt),St)}finally{let Pt=Y!==null?Lt.get(Y).__webglFramebuffer:null;mt.bindFramebuffer(O.FRAMEBUFFER,Pt)}}},this.readRenderTargetPixelsAsync=async function(A,F,q,H,$,St,Et,bt=0){if(!(A&&A.isWebGLRenderTarget))throw new Error("THREE.WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");let At=Lt.get(A).__webglFramebuffer;if(A.isWebGLCubeRenderTarget&&Et!==void 0&&(At=At[Et],Array.isArray(At)&&(At=At[0])),At)if(F>=0&&F<=A.width-H&&q>=0&&q<=A.height-$){mt.bindFramebuffer(O.FRAMEBUFFER,At);let Pt=A.textures[bt],Gt=Pt.format,Kt=Pt.type;A.textures.length>1&&O.readBuffer(O.COLOR_ATTACHMENT0+bt);let Ct=$_(Pt);if(Ct.__formatReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in RGBA or implementation defined format.");if(Ct.__typeReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in UnsignedByteType or implementation defined type.");let Qt=O.createBuffer();O.bindBuffer(O.PIXEL_PACK_BUFFER,Qt),O.bufferData(O.PIXEL_PACK_BUFFER,St.byteLength,O.STREAM_READ),O.readPixels(F,q,H,$,dt.convert(Gt),dt.convert(Kt),0),O.bindBuffer(O.PIXEL_PACK_BUFFER,null);let Le=Y!==null?Lt.get(Y).__webglFramebuffer:null;mt.bindFramebuffer(O.FRAMEBUFFER,Le);let _e=O.fenceSync(O.SYNC_GPU_COMMANDS_COMPLETE,0);return O.flush(),await $T(O,_e,4),O.bindBuffer(O.PIXEL_PACK_BUFFER,Qt),O.getBufferSubData(O.PIXEL_PACK_BUFFER,0,St),O.bindBuffer(O.PIXEL_PACK_BUFFER,null),O.deleteBuffer(Qt),O.deleteSync(_e),St}else throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: requested read bounds are out of range.")},this.copyFramebufferToTexture=function(A,F=null,q=0){let H=Math.pow(2,-q),$=Math.floor(A.image.width*H),St=Math.floor(A.image.height*H),Et=F!==null?F.x:0,bt=F!==null?F.y:0;Ot.setTexture2D(A,0),O.copyTexSubImage2D(O.TEXTURE_2D,q,0,0,Et,bt,$,St),mt.unbindTexture()},this.copyTextureToTexture=function(A,F,q=null,H=null,$=0,St=0){let Et,bt,At,Pt,Gt,Kt,Ct,Qt,Le,_e=A.isCompressedTexture?A.mipmaps[St]:A.image;if(q!==null)Et=q.max.x-q.min.x,bt=q.max.y-q.min.y,At=q.isBox3?q.max.z-q.min.z:1,Pt=q.min.x,Gt=q.min.y,Kt=q.isBox3?q.min.z:0;else{let ee=Math.pow(2,-$);Et=Math.floor(_e.width*ee),bt=Math.floor(_e.height*ee),A.isDataArrayTexture?At=_e.depth:A.isData3DTexture?At=Math.floor(_e.depth*ee):At=1,Pt=0,Gt=0,Kt=0}H!==null?(Ct=H.x,Qt=H.y,Le=H.z):(Ct=0,Qt=0,Le=0);let de=dt.convert(F.format),en=dt.convert(F.type),Rt;F.isData3DTexture?(Ot.setTexture3D(F,0),Rt=O.TEXTURE_3D):F.isDataArrayTexture||F.isCompressedArrayTexture?(Ot.setTexture2DArray(F,0),Rt=O.TEXTURE_2D_ARRAY):(Ot.setTexture2D(F,0),Rt=O.TEXTURE_2D),mt.activeTexture(O.TEXTURE0),mt.pixelStorei(O.UNPACK_FLIP_Y_WEBGL,F.flipY),mt.pixelStorei(O.UNPACK_PREMULTIPLY_ALPHA_WEBGL,F.premultiplyAlpha),mt.pixelStorei(O.UNPACK_ALIGNMENT,F.unpackAlignment);let cn=mt.getParameter(O.UNPACK_ROW_LENGTH),ae=mt.getParameter(O.UNPACK_IMAGE_HEIGHT),cs=mt.getParameter(O.UNPACK_SKIP_PIXELS),nn=mt.getParameter(O.UNPACK_SKIP_ROWS),rl=mt.getParameter(O.UNPACK_SKIP_IMAGES);mt.pixelStorei(O.UNPACK_ROW_LENGTH,_e.width),mt.pixelStorei(O.UNPACK_IMAGE_HEIGHT,_e.height),mt.pixelStorei(O.UNPACK_SKIP_PIXELS,Pt),mt.pixelStorei(O.UNPACK_SKIP_ROWS,Gt),mt.pixelStorei(O.UNPACK_SKIP_IMAGES,Kt);let Ir=A.isDataArrayTexture||A.isData3DTexture,ls=F.isDataArrayTexture||F.isData3DTexture;if(A.isDepthTexture){let ee=Lt.get(A),Qe=Lt.get(F),ii=Lt.get(ee.__renderTarget),ve=Lt.get(Qe.__renderTarget);mt.bindFramebuffer(O.READ_FRAMEBUFFER,ii.__webglFramebuffer),mt.bindFramebuffer(O.DRAW_FRAMEBUFFER,ve.__webglFramebuffer);for(let We=0;We<At;We++)Ir&&(O.framebufferTextureLayer(O.READ_FRAMEBUFFER,O.COLOR_ATTACHMENT0,Lt.get(A).__webglTexture,$,Kt+We),O.framebufferTextureLayer(O.DRAW_FRAMEBUFFER,O.COLOR_ATTACHMENT0,Lt.get(F).__webglTexture,St,Le+We)),O.blitFramebuffer(Pt,Gt,Pt+Et,Gt+bt,Ct,Qt,Ct+Et,Qt+bt,O.DEPTH_BUFFER_BIT,O.NEAREST);mt.bindFramebuffer(O.READ_FRAMEBUFFER,null),mt.bindFramebuffer(O.DRAW_FRAMEBUFFER,null)}else if($!==0||A.isRenderTargetTexture||Lt.has(A)){let ee=Lt.get(A),Qe=Lt.get(F);mt.bindFramebuffer(O.READ_FRAMEBUFFER,P),mt.bindFramebuffer(O.DRAW_FRAMEBUFFER,L);for(let ii=0;ii<At;ii++)Ir?O.framebufferTextureLayer(O.READ_FRAMEBUFFER,O.COLOR_ATTACHMENT0,ee.__webglTexture,$,Kt+ii):O.framebufferTexture2D(O.READ_FRAMEBUFFER,O.COLOR_ATTACHMENT0,O.TEXTURE_2D,ee.__webglTexture,$),ls?O.framebufferTextureLayer(O.DRAW_FRAMEBUFFER,O.COLOR_ATTACHMENT0,Qe.__webglTexture,St,Le+ii):O.framebufferTexture2D(O.DRAW_FRAMEBUFFER,O.COLOR_ATTACHMENT0,O.TEXTURE_2D,Qe.__webglTexture,St),$!==0?O.blitFramebuffer(Pt,Gt,Pt+Et,Gt+bt,Ct,Qt,Ct+Et,Qt+bt,O.COLOR_BUFFER_BIT,O.NEAREST):ls?O.copyTexSubImage3D(Rt,St,Ct,Qt,Le+ii,Pt,Gt,Et,bt):O.copyTexSubImage2D(Rt,St,Ct,Qt,Pt,Gt,Et,bt);mt.bindFramebuffer(O.READ_FRAMEBUFFER,null),mt.bindFramebuffer(O.DRAW_FRAMEBUFFER,null)}else ls?A.isDataTexture||A.isData3DTexture?O.texSubImage3D(Rt,St,Ct,Qt,Le,Et,bt,At,de,en,_e.data):F.isCompressedArrayTexture?O.compressedTexSubImage3D(Rt,St,Ct,Qt,Le,Et,bt,At,de,_e.data):O.texSubImage3D(Rt,St,Ct,Qt,Le,Et,bt,At,de,en,_e):A.isDataTexture?O.texSubImage2D(O.TEXTURE_2D,St,Ct,Qt,Et,bt,de,en,_e.data):A.isCompressedTexture?O.compressedTexSubImage2D(O.TEXTURE_2D,St,Ct,Qt,_e.width,_e.height,de,_e.data):O.texSubImage2D(O.TEXTURE_2D,St,Ct,Qt,Et,bt,de,en,_e);mt.pixelStorei(O.UNPACK_ROW_LENGTH,cn),mt.pixelStorei(O.UNPACK_IMAGE_HEIGHT,ae),mt.pixelStorei(O.UNPACK_SKIP_PIXELS,cs),mt.pixelStorei(O.UNPACK_SKIP_ROWS,nn),mt.pixelStorei(O.UNPACK_SKIP_IMAGES,rl),St===0&&F.generateMipmaps===!0&&F.mipmapsAutoUpdate===!0&&O.generateMipmap(Rt),mt.unbindTexture()},this.initRenderTarget=function(A){Lt.get(A).__webglFramebuffer===void 0&&Ot.setupRenderTarget(A)},this.initTexture=function(A){A.isCubeTexture?Ot.setTextureCube(A,0):A.isData3DTexture?Ot.setTexture3D(A,0):A.isDataArrayTexture||A.isCompressedArrayTexture?Ot.setTexture2DArray(A,0):Ot.setTexture2D(A,0),mt.unbindTexture()},this.resetState=function(){z=0,k=0,Y=null,mt.reset(),yt.reset()},typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}get coordinateSystem(){return ti}get outputColorSpace(){return this._outputColorSpace}set outputColorSpace(t){this._outputColorSpace=t;let n=this.getContext();n.drawingBufferColorSpace=jt._getDrawingBufferColorSpace(t),n.unpackColorSpace=jt._getUnpackColorSpace()}};function IA(e,t,n){let i=new Vh({antialias:!0}),r=new Uc,s=new dn;e.append(i.domElement);let o=()=>i.render(r,s);return o(),{play:o,pause:o,seek:o,setSpeed:o,select:o,compare:o,dispose:()=>i.dispose()}}function v4(e,t){let n=document.createElement("h1");n.textContent=t.title,e.append(n),t.mi&&e.append(x0(t.mi).plot()),t.gallery&&IA(e.appendChild(document.createElement("section")),t.gallery,{})}return GA(b4);})();
