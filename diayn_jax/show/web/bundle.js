/* diayn_jax report; third parties in bundle.licences.txt; sources f01dfc45ed9e547f7e39ff315ceea5905c571fc22829f06cdc33017b4bddc667 */
var diaynReport=(()=>{var Vd=Object.defineProperty;var rE=Object.getOwnPropertyDescriptor;var sE=Object.getOwnPropertyNames;var oE=Object.prototype.hasOwnProperty;var aE=(e,t)=>{for(var n in t)Vd(e,n,{get:t[n],enumerable:!0})},lE=(e,t,n,i)=>{if(t&&typeof t=="object"||typeof t=="function")for(let r of sE(t))!oE.call(e,r)&&r!==n&&Vd(e,r,{get:()=>t[r],enumerable:!(i=rE(t,r))||i.enumerable});return e};var cE=e=>lE(Vd({},"__esModule",{value:!0}),e);var _B={};aE(_B,{start:()=>gB});function $(e,t={},...n){let i=document.createElement(e);for(let[r,s]of Object.entries(t))s==null||s===!1||(r.startsWith("on")?i.addEventListener(r.slice(2),s):r==="style"?i.style.cssText=s:i.setAttribute(r,s===!0?"":s));return i.append(...n.flat(1/0).filter(r=>r!=null&&r!==!1)),i}function Ao(e,t={},...n){let i=document.createElementNS("http://www.w3.org/2000/svg",e);for(let[r,s]of Object.entries(t))s!=null&&i.setAttribute(r,s);return i.append(...n.flat(1/0)),i}function Li(e,t){let n=0,i=new ResizeObserver(()=>{let r=Math.floor(e.clientWidth);r>0&&r!==n&&t(n=r)});return i.observe(e),()=>i.disconnect()}function Fn(e){return getComputedStyle(document.documentElement).getPropertyValue(`--${e}`).trim()}function el(e,t){let n=Math.min(window.devicePixelRatio||1,2),i=$("canvas",{style:`width:${e}px;height:${t}px`});i.width=Math.round(e*n),i.height=Math.round(t*n);let r=i.getContext("2d");return r.scale(n,n),[i,r]}function nl(e){let t=$("div",{class:"tip","aria-hidden":"true",hidden:!0});return e.append(t),{show(n,i,r){t.textContent=r,t.hidden=!1;let s=Math.min(Math.max(n+14,0),Math.max(e.clientWidth-t.offsetWidth,0)),o=i-t.offsetHeight-10;t.style.transform=`translate(${s}px, ${o<0?i+18:o}px)`},hide(){t.hidden=!0}}}function Zy(e,t,n){let i=$("button",{type:"button",class:"chip",onclick:()=>t.pick([])},"all"),r=n.map((s,o)=>$("button",{type:"button",class:"chip","aria-label":`skill ${o}`,onclick:()=>t.toggle(o),onpointerenter:()=>t.hover(o),onpointerleave:()=>t.hover(null),onkeydown:a=>{let l={ArrowRight:1,ArrowLeft:-1}[a.key];l&&(a.preventDefault(),r[(o+l+r.length)%r.length].focus())}},$("span",{class:"swatch",style:`background:${s}`}),String(o)));return e.append($("div",{class:"chips",role:"group","aria-label":"Skills to show"},$("span",{class:"label","aria-hidden":"true"},"Skills"),i,r)),t.watch(()=>{i.setAttribute("aria-pressed",String(!t.picked.length)),r.forEach((s,o)=>s.setAttribute("aria-pressed",String(t.has(o))))})}function un(e,t){return e==null||t==null?NaN:e<t?-1:e>t?1:e>=t?0:NaN}function xr(e,t){return e==null||t==null?NaN:t<e?-1:t>e?1:t>=e?0:NaN}function Po(e){let t,n,i;e.length!==2?(t=un,n=(a,l)=>un(e(a),l),i=(a,l)=>e(a)-l):(t=e===un||e===xr?e:uE,n=e,i=e);function r(a,l,c=0,u=a.length){if(c<u){if(t(l,l)!==0)return u;do{let h=c+u>>>1;n(a[h],l)<0?c=h+1:u=h}while(c<u)}return c}function s(a,l,c=0,u=a.length){if(c<u){if(t(l,l)!==0)return u;do{let h=c+u>>>1;n(a[h],l)<=0?c=h+1:u=h}while(c<u)}return c}function o(a,l,c=0,u=a.length){let h=r(a,l,c,u-1);return h>c&&i(a[h-1],l)>-i(a[h],l)?h-1:h}return{left:r,center:o,right:s}}function uE(){return 0}function Jy(e){return e===null?NaN:+e}function*fE(e,t){if(t===void 0)for(let n of e)n!=null&&(n=+n)>=n&&(yield n);else{let n=-1;for(let i of e)(i=t(i,++n,e))!=null&&(i=+i)>=i&&(yield i)}}var Ky=Po(un),No=Ky.right,wB=Ky.left,TB=Po(Jy).center;var AB=Qy(jy),EB=Qy(hE);function Qy(e){return function(t,n,i=n){if(!((n=+n)>=0))throw new RangeError("invalid rx");if(!((i=+i)>=0))throw new RangeError("invalid ry");let{data:r,width:s,height:o}=t;if(!((s=Math.floor(s))>=0))throw new RangeError("invalid width");if(!((o=Math.floor(o!==void 0?o:r.length/s))>=0))throw new RangeError("invalid height");if(!s||!o||!n&&!i)return t;let a=n&&e(n),l=i&&e(i),c=r.slice();return a&&l?(Eo(a,c,r,s,o),Eo(a,r,c,s,o),Eo(a,c,r,s,o),Co(l,r,c,s,o),Co(l,c,r,s,o),Co(l,r,c,s,o)):a?(Eo(a,r,c,s,o),Eo(a,c,r,s,o),Eo(a,r,c,s,o)):l&&(Co(l,r,c,s,o),Co(l,c,r,s,o),Co(l,r,c,s,o)),t}}function Eo(e,t,n,i,r){for(let s=0,o=i*r;s<o;)e(t,n,s,s+=i,1)}function Co(e,t,n,i,r){for(let s=0,o=i*r;s<i;++s)e(t,n,s,s+o,i)}function hE(e){let t=jy(e);return(n,i,r,s,o)=>{r<<=2,s<<=2,o<<=2,t(n,i,r+0,s+0,o),t(n,i,r+1,s+1,o),t(n,i,r+2,s+2,o),t(n,i,r+3,s+3,o)}}function jy(e){let t=Math.floor(e);if(t===e)return dE(e);let n=e-t,i=2*e+1;return(r,s,o,a,l)=>{if(!((a-=l)>=o))return;let c=t*s[o],u=l*t,h=u+l;for(let f=o,d=o+u;f<d;f+=l)c+=s[Math.min(a,f)];for(let f=o,d=a;f<=d;f+=l)c+=s[Math.min(a,f+u)],r[f]=(c+n*(s[Math.max(o,f-h)]+s[Math.min(a,f+h)]))/i,c-=s[Math.max(o,f-u)]}}function dE(e){let t=2*e+1;return(n,i,r,s,o)=>{if(!((s-=o)>=r))return;let a=e*i[r],l=o*e;for(let c=r,u=r+l;c<u;c+=o)a+=i[Math.min(s,c)];for(let c=r,u=s;c<=u;c+=o)a+=i[Math.min(s,c+l)],n[c]=a/t,a-=i[Math.max(r,c-l)]}}function $d(e,t){let n=0;if(t===void 0)for(let i of e)i!=null&&(i=+i)>=i&&++n;else{let i=-1;for(let r of e)(r=t(r,++i,e))!=null&&(r=+r)>=r&&++n}return n}function pE(e){return e.length|0}function mE(e){return!(e>0)}function gE(e){return typeof e!="object"||"length"in e?e:Array.from(e)}function xE(e){return t=>e(...t)}function t_(...e){let t=typeof e[e.length-1]=="function"&&xE(e.pop());e=e.map(gE);let n=e.map(pE),i=e.length-1,r=new Array(i+1).fill(0),s=[];if(i<0||n.some(mE))return s;for(;;){s.push(r.map((a,l)=>e[l][a]));let o=i;for(;++r[o]===n[o];){if(o===0)return t?s.map(t):s;r[o--]=0}}}function e_(e,t){var n=0,i=0;return Float64Array.from(e,t===void 0?r=>n+=+r||0:r=>n+=+t(r,i++,e)||0)}function Xd(e,t){let n=0,i,r=0,s=0;if(t===void 0)for(let o of e)o!=null&&(o=+o)>=o&&(i=o-r,r+=i/++n,s+=i*(o-r));else{let o=-1;for(let a of e)(a=t(a,++o,e))!=null&&(a=+a)>=a&&(i=a-r,r+=i/++n,s+=i*(a-r))}if(n>1)return s/(n-1)}function qd(e,t){let n=Xd(e,t);return n&&Math.sqrt(n)}function an(e,t){let n,i;if(t===void 0)for(let r of e)r!=null&&(n===void 0?r>=r&&(n=i=r):(n>r&&(n=r),i<r&&(i=r)));else{let r=-1;for(let s of e)(s=t(s,++r,e))!=null&&(n===void 0?s>=s&&(n=i=s):(n>s&&(n=s),i<s&&(i=s)))}return[n,i]}var Yn=class{constructor(){this._partials=new Float64Array(32),this._n=0}add(t){let n=this._partials,i=0;for(let r=0;r<this._n&&r<32;r++){let s=n[r],o=t+s,a=Math.abs(t)<Math.abs(s)?t-(o-s):s-(o-t);a&&(n[i++]=a),t=o}return n[i]=t,this._n=i+1,this}valueOf(){let t=this._partials,n=this._n,i,r,s,o=0;if(n>0){for(o=t[--n];n>0&&(i=o,r=t[--n],o=i+r,s=r-(o-i),!s););n>0&&(s<0&&t[n-1]<0||s>0&&t[n-1]>0)&&(r=s*2,i=o+r,r==i-o&&(o=i))}return o}};var Zn=class extends Map{constructor(t,n=r_){if(super(),Object.defineProperties(this,{_intern:{value:new Map},_key:{value:n}}),t!=null)for(let[i,r]of t)this.set(i,r)}get(t){return super.get(Hd(this,t))}has(t){return super.has(Hd(this,t))}set(t,n){return super.set(n_(this,t),n)}delete(t){return super.delete(i_(this,t))}},Di=class extends Set{constructor(t,n=r_){if(super(),Object.defineProperties(this,{_intern:{value:new Map},_key:{value:n}}),t!=null)for(let i of t)this.add(i)}has(t){return super.has(Hd(this,t))}add(t){return super.add(n_(this,t))}delete(t){return super.delete(i_(this,t))}};function Hd({_intern:e,_key:t},n){let i=t(n);return e.has(i)?e.get(i):n}function n_({_intern:e,_key:t},n){let i=t(n);return e.has(i)?e.get(i):(e.set(i,n),n)}function i_({_intern:e,_key:t},n){let i=t(n);return e.has(i)&&(n=e.get(i),e.delete(i)),n}function r_(e){return e!==null&&typeof e=="object"?e.valueOf():e}function Wd(e){return e}function Is(e,...t){return Yd(e,Wd,Wd,t)}function yr(e,t,...n){return Yd(e,Wd,t,n)}function s_(e,t,...n){return Yd(e,Array.from,t,n)}function Yd(e,t,n,i){return(function r(s,o){if(o>=i.length)return n(s);let a=new Zn,l=i[o++],c=-1;for(let u of s){let h=l(u,++c,s),f=a.get(h);f?f.push(u):a.set(h,[u])}for(let[u,h]of a)a.set(u,r(h,o));return t(a)})(e,0)}function yE(e,t){return Array.from(t,n=>e[n])}function Ro(e,...t){if(typeof e[Symbol.iterator]!="function")throw new TypeError("values is not iterable");e=Array.from(e);let[n]=t;if(n&&n.length!==2||t.length>1){let i=Uint32Array.from(e,(r,s)=>s);return t.length>1?(t=t.map(r=>e.map(r)),i.sort((r,s)=>{for(let o of t){let a=Vc(o[r],o[s]);if(a)return a}})):(n=e.map(n),i.sort((r,s)=>Vc(n[r],n[s]))),yE(e,i)}return e.sort(o_(n))}function o_(e=un){if(e===un)return Vc;if(typeof e!="function")throw new TypeError("compare is not a function");return(t,n)=>{let i=e(t,n);return i||i===0?i:(e(n,n)===0)-(e(t,t)===0)}}function Vc(e,t){return(e==null||!(e>=e))-(t==null||!(t>=t))||(e<t?-1:e>t?1:0)}function Wc(e,t,n){return(t.length!==2?Ro(yr(e,t,n),(([i,r],[s,o])=>un(r,o)||un(i,s))):Ro(Is(e,n),(([i,r],[s,o])=>t(r,o)||un(i,s)))).map(([i])=>i)}var _E=Array.prototype,CB=_E.slice;var vE=Math.sqrt(50),bE=Math.sqrt(10),ME=Math.sqrt(2);function Hc(e,t,n){let i=(t-e)/Math.max(0,n),r=Math.floor(Math.log10(i)),s=i/Math.pow(10,r),o=s>=vE?10:s>=bE?5:s>=ME?2:1,a,l,c;return r<0?(c=Math.pow(10,-r)/o,a=Math.round(e*c),l=Math.round(t*c),a/c<e&&++a,l/c>t&&--l,c=-c):(c=Math.pow(10,r)*o,a=Math.round(e/c),l=Math.round(t/c),a*c<e&&++a,l*c>t&&--l),l<a&&.5<=n&&n<2?Hc(e,t,n*2):[a,l,c]}function Yr(e,t,n){if(t=+t,e=+e,n=+n,!(n>0))return[];if(e===t)return[e];let i=t<e,[r,s,o]=i?Hc(t,e,n):Hc(e,t,n);if(!(s>=r))return[];let a=s-r+1,l=new Array(a);if(i)if(o<0)for(let c=0;c<a;++c)l[c]=(s-c)/-o;else for(let c=0;c<a;++c)l[c]=(s-c)*o;else if(o<0)for(let c=0;c<a;++c)l[c]=(r+c)/-o;else for(let c=0;c<a;++c)l[c]=(r+c)*o;return l}function Io(e,t,n){return t=+t,e=+e,n=+n,Hc(e,t,n)[2]}function rl(e,t,n){t=+t,e=+e,n=+n;let i=t<e,r=i?Io(t,e,n):Io(e,t,n);return(i?-1:1)*(r<0?1/-r:r)}function a_(e){return Math.max(1,Math.ceil(Math.log($d(e))/Math.LN2)+1)}function xn(e,t){let n;if(t===void 0)for(let i of e)i!=null&&(n<i||n===void 0&&i>=i)&&(n=i);else{let i=-1;for(let r of e)(r=t(r,++i,e))!=null&&(n<r||n===void 0&&r>=r)&&(n=r)}return n}function l_(e,t){let n,i=-1,r=-1;if(t===void 0)for(let s of e)++r,s!=null&&(n<s||n===void 0&&s>=s)&&(n=s,i=r);else for(let s of e)(s=t(s,++r,e))!=null&&(n<s||n===void 0&&s>=s)&&(n=s,i=r);return i}function Jn(e,t){let n;if(t===void 0)for(let i of e)i!=null&&(n>i||n===void 0&&i>=i)&&(n=i);else{let i=-1;for(let r of e)(r=t(r,++i,e))!=null&&(n>r||n===void 0&&r>=r)&&(n=r)}return n}function c_(e,t){let n,i=-1,r=-1;if(t===void 0)for(let s of e)++r,s!=null&&(n>s||n===void 0&&s>=s)&&(n=s,i=r);else for(let s of e)(s=t(s,++r,e))!=null&&(n>s||n===void 0&&s>=s)&&(n=s,i=r);return i}function u_(e,t,n=0,i=1/0,r){if(t=Math.floor(t),n=Math.floor(Math.max(0,n)),i=Math.floor(Math.min(e.length-1,i)),!(n<=t&&t<=i))return e;for(r=r===void 0?Vc:o_(r);i>n;){if(i-n>600){let l=i-n+1,c=t-n+1,u=Math.log(l),h=.5*Math.exp(2*u/3),f=.5*Math.sqrt(u*h*(l-h)/l)*(c-l/2<0?-1:1),d=Math.max(n,Math.floor(t-c*h/l+f)),p=Math.min(i,Math.floor(t+(l-c)*h/l+f));u_(e,t,d,p,r)}let s=e[t],o=n,a=i;for(il(e,n,t),r(e[i],s)>0&&il(e,n,i);o<a;){for(il(e,o,a),++o,--a;r(e[o],s)<0;)++o;for(;r(e[a],s)>0;)--a}r(e[n],s)===0?il(e,n,a):(++a,il(e,a,i)),a<=t&&(n=a+1),t<=a&&(i=a-1)}return e}function il(e,t,n){let i=e[t];e[t]=e[n],e[n]=i}function Zd(e,t=un){let n,i=!1;if(t.length===1){let r;for(let s of e){let o=t(s);(i?un(o,r)>0:un(o,o)===0)&&(n=s,r=o,i=!0)}}else for(let r of e)(i?t(r,n)>0:t(r,r)===0)&&(n=r,i=!0);return n}function gr(e,t,n){if(e=Float64Array.from(fE(e,n)),!(!(i=e.length)||isNaN(t=+t))){if(t<=0||i<2)return Jn(e);if(t>=1)return xn(e);var i,r=(i-1)*t,s=Math.floor(r),o=xn(u_(e,s).subarray(0,s+1)),a=Jn(e.subarray(s+1));return o+(a-o)*(r-s)}}function f_(e,t,n=Jy){if(!(!(i=e.length)||isNaN(t=+t))){if(t<=0||i<2)return+n(e[0],0,e);if(t>=1)return+n(e[i-1],i-1,e);var i,r=(i-1)*t,s=Math.floor(r),o=+n(e[s],s,e),a=+n(e[s+1],s+1,e);return o+(a-o)*(r-s)}}function h_(e,t,n){let i=$d(e),r=gr(e,.75)-gr(e,.25);return i&&r?Math.ceil((n-t)/(2*r*Math.pow(i,-1/3))):1}function Jd(e,t,n){let i=$d(e),r=qd(e);return i&&r?Math.ceil((n-t)*Math.cbrt(i)/(3.49*r)):1}function d_(e,t){let n=0,i=0;if(t===void 0)for(let r of e)r!=null&&(r=+r)>=r&&(++n,i+=r);else{let r=-1;for(let s of e)(s=t(s,++r,e))!=null&&(s=+s)>=s&&(++n,i+=s)}if(n)return i/n}function sl(e,t){return gr(e,.5,t)}function*SE(e){for(let t of e)yield*t}function Kd(e){return Array.from(SE(e))}function p_(e,t){let n=new Zn;if(t===void 0)for(let s of e)s!=null&&s>=s&&n.set(s,(n.get(s)||0)+1);else{let s=-1;for(let o of e)(o=t(o,++s,e))!=null&&o>=o&&n.set(o,(n.get(o)||0)+1)}let i,r=0;for(let[s,o]of n)o>r&&(r=o,i=s);return i}function m_(e,t=wE){let n=[],i,r=!1;for(let s of e)r&&n.push(t(i,s)),i=s,r=!0;return n}function wE(e,t){return[e,t]}function Lo(e,t,n){e=+e,t=+t,n=(r=arguments.length)<2?(t=e,e=0,1):r<3?1:+n;for(var i=-1,r=Math.max(0,Math.ceil((t-e)/n))|0,s=new Array(r);++i<r;)s[i]=e+i*n;return s}var RB=TE(Math.random);function TE(e){return function(n,i=0,r=n.length){let s=r-(i=+i);for(;s;){let o=e()*s--|0,a=n[s+i];n[s+i]=n[o+i],n[o+i]=a}return n}}function gi(e,t){let n=0;if(t===void 0)for(let i of e)(i=+i)&&(n+=i);else{let i=-1;for(let r of e)(r=+t(r,++i,e))&&(n+=r)}return n}function Do(e){if(typeof e[Symbol.iterator]!="function")throw new TypeError("values is not iterable");return Array.from(e).reverse()}function AE(e){return e}var Qd=1,jd=2,tp=3,$c=4,g_=1e-6;function EE(e){return"translate("+e+",0)"}function CE(e){return"translate(0,"+e+")"}function RE(e){return t=>+e(t)}function IE(e,t){return t=Math.max(0,e.bandwidth()-t*2)/2,e.round()&&(t=Math.round(t)),n=>+e(n)+t}function PE(){return!this.__axis}function NE(e,t){var n=[],i=null,r=null,s=6,o=6,a=3,l=typeof window<"u"&&window.devicePixelRatio>1?0:.5,c=e===Qd||e===$c?-1:1,u=e===$c||e===jd?"x":"y",h=e===Qd||e===tp?EE:CE;function f(d){var p=i??(t.ticks?t.ticks.apply(t,n):t.domain()),x=r??(t.tickFormat?t.tickFormat.apply(t,n):AE),m=Math.max(s,0)+a,g=t.range(),_=+g[0]+l,b=+g[g.length-1]+l,v=(t.bandwidth?IE:RE)(t.copy(),l),w=d.selection?d.selection():d,M=w.selectAll(".domain").data([null]),y=w.selectAll(".tick").data(p,t).order(),S=y.exit(),E=y.enter().append("g").attr("class","tick"),R=y.select("line"),C=y.select("text");M=M.merge(M.enter().insert("path",".tick").attr("class","domain").attr("stroke","currentColor")),y=y.merge(E),R=R.merge(E.append("line").attr("stroke","currentColor").attr(u+"2",c*s)),C=C.merge(E.append("text").attr("fill","currentColor").attr(u,c*m).attr("dy",e===Qd?"0em":e===tp?"0.71em":"0.32em")),d!==w&&(M=M.transition(d),y=y.transition(d),R=R.transition(d),C=C.transition(d),S=S.transition(d).attr("opacity",g_).attr("transform",function(L){return isFinite(L=v(L))?h(L+l):this.getAttribute("transform")}),E.attr("opacity",g_).attr("transform",function(L){var O=this.parentNode.__axis;return h((O&&isFinite(O=O(L))?O:v(L))+l)})),S.remove(),M.attr("d",e===$c||e===jd?o?"M"+c*o+","+_+"H"+l+"V"+b+"H"+c*o:"M"+l+","+_+"V"+b:o?"M"+_+","+c*o+"V"+l+"H"+b+"V"+c*o:"M"+_+","+l+"H"+b),y.attr("opacity",1).attr("transform",function(L){return h(v(L)+l)}),R.attr(u+"2",c*s),C.attr(u,c*m).text(x),w.filter(PE).attr("fill","none").attr("font-size",10).attr("font-family","sans-serif").attr("text-anchor",e===jd?"start":e===$c?"end":"middle"),w.each(function(){this.__axis=v})}return f.scale=function(d){return arguments.length?(t=d,f):t},f.ticks=function(){return n=Array.from(arguments),f},f.tickArguments=function(d){return arguments.length?(n=d==null?[]:Array.from(d),f):n.slice()},f.tickValues=function(d){return arguments.length?(i=d==null?null:Array.from(d),f):i&&i.slice()},f.tickFormat=function(d){return arguments.length?(r=d,f):r},f.tickSize=function(d){return arguments.length?(s=o=+d,f):s},f.tickSizeInner=function(d){return arguments.length?(s=+d,f):s},f.tickSizeOuter=function(d){return arguments.length?(o=+d,f):o},f.tickPadding=function(d){return arguments.length?(a=+d,f):a},f.offset=function(d){return arguments.length?(l=+d,f):l},f}function x_(e){return NE(tp,e)}var ep="http://www.w3.org/1999/xhtml",Zr={svg:"http://www.w3.org/2000/svg",xhtml:ep,xlink:"http://www.w3.org/1999/xlink",xml:"http://www.w3.org/XML/1998/namespace",xmlns:"http://www.w3.org/2000/xmlns/"};function y_(e){var t=e+="",n=t.indexOf(":");return n>=0&&(t=e.slice(0,n))!=="xmlns"&&(e=e.slice(n+1)),Zr.hasOwnProperty(t)?{space:Zr[t],local:e}:e}function LE(e){return function(){var t=this.ownerDocument,n=this.namespaceURI;return n===ep&&t.documentElement.namespaceURI===ep?t.createElement(e):t.createElementNS(n,e)}}function DE(e){return function(){return this.ownerDocument.createElementNS(e.space,e.local)}}function Uo(e){var t=y_(e);return(t.local?DE:LE)(t)}function UE(){}function __(e){return e==null?UE:function(){return this.querySelector(e)}}function FE(e){typeof e!="function"&&(e=__(e));for(var t=this._groups,n=t.length,i=new Array(n),r=0;r<n;++r)for(var s=t[r],o=s.length,a=i[r]=new Array(o),l,c,u=0;u<o;++u)(l=s[u])&&(c=e.call(l,l.__data__,u,s))&&("__data__"in l&&(c.__data__=l.__data__),a[u]=c);return new On(i,this._parents)}function OE(e){return e==null?[]:Array.isArray(e)?e:Array.from(e)}function BE(){return[]}function kE(e){return e==null?BE:function(){return this.querySelectorAll(e)}}function zE(e){return function(){return OE(e.apply(this,arguments))}}function GE(e){typeof e=="function"?e=zE(e):e=kE(e);for(var t=this._groups,n=t.length,i=[],r=[],s=0;s<n;++s)for(var o=t[s],a=o.length,l,c=0;c<a;++c)(l=o[c])&&(i.push(e.call(l,l.__data__,c,o)),r.push(l));return new On(i,r)}function VE(e){return function(){return this.matches(e)}}function v_(e){return function(t){return t.matches(e)}}var HE=Array.prototype.find;function WE(e){return function(){return HE.call(this.children,e)}}function $E(){return this.firstElementChild}function XE(e){return this.select(e==null?$E:WE(typeof e=="function"?e:v_(e)))}var qE=Array.prototype.filter;function YE(){return Array.from(this.children)}function ZE(e){return function(){return qE.call(this.children,e)}}function JE(e){return this.selectAll(e==null?YE:ZE(typeof e=="function"?e:v_(e)))}function KE(e){typeof e!="function"&&(e=VE(e));for(var t=this._groups,n=t.length,i=new Array(n),r=0;r<n;++r)for(var s=t[r],o=s.length,a=i[r]=[],l,c=0;c<o;++c)(l=s[c])&&e.call(l,l.__data__,c,s)&&a.push(l);return new On(i,this._parents)}function b_(e){return new Array(e.length)}function QE(){return new On(this._enter||this._groups.map(b_),this._parents)}function Xc(e,t){this.ownerDocument=e.ownerDocument,this.namespaceURI=e.namespaceURI,this._next=null,this._parent=e,this.__data__=t}Xc.prototype={constructor:Xc,appendChild:function(e){return this._parent.insertBefore(e,this._next)},insertBefore:function(e,t){return this._parent.insertBefore(e,t)},querySelector:function(e){return this._parent.querySelector(e)},querySelectorAll:function(e){return this._parent.querySelectorAll(e)}};function jE(e){return function(){return e}}function t3(e,t,n,i,r,s){for(var o=0,a,l=t.length,c=s.length;o<c;++o)(a=t[o])?(a.__data__=s[o],i[o]=a):n[o]=new Xc(e,s[o]);for(;o<l;++o)(a=t[o])&&(r[o]=a)}function e3(e,t,n,i,r,s,o){var a,l,c=new Map,u=t.length,h=s.length,f=new Array(u),d;for(a=0;a<u;++a)(l=t[a])&&(f[a]=d=o.call(l,l.__data__,a,t)+"",c.has(d)?r[a]=l:c.set(d,l));for(a=0;a<h;++a)d=o.call(e,s[a],a,s)+"",(l=c.get(d))?(i[a]=l,l.__data__=s[a],c.delete(d)):n[a]=new Xc(e,s[a]);for(a=0;a<u;++a)(l=t[a])&&c.get(f[a])===l&&(r[a]=l)}function n3(e){return e.__data__}function i3(e,t){if(!arguments.length)return Array.from(this,n3);var n=t?e3:t3,i=this._parents,r=this._groups;typeof e!="function"&&(e=jE(e));for(var s=r.length,o=new Array(s),a=new Array(s),l=new Array(s),c=0;c<s;++c){var u=i[c],h=r[c],f=h.length,d=r3(e.call(u,u&&u.__data__,c,i)),p=d.length,x=a[c]=new Array(p),m=o[c]=new Array(p),g=l[c]=new Array(f);n(u,h,x,m,g,d,t);for(var _=0,b=0,v,w;_<p;++_)if(v=x[_]){for(_>=b&&(b=_+1);!(w=m[b])&&++b<p;);v._next=w||null}}return o=new On(o,i),o._enter=a,o._exit=l,o}function r3(e){return typeof e=="object"&&"length"in e?e:Array.from(e)}function s3(){return new On(this._exit||this._groups.map(b_),this._parents)}function o3(e,t,n){var i=this.enter(),r=this,s=this.exit();return typeof e=="function"?(i=e(i),i&&(i=i.selection())):i=i.append(e+""),t!=null&&(r=t(r),r&&(r=r.selection())),n==null?s.remove():n(s),i&&r?i.merge(r).order():r}function a3(e){for(var t=e.selection?e.selection():e,n=this._groups,i=t._groups,r=n.length,s=i.length,o=Math.min(r,s),a=new Array(r),l=0;l<o;++l)for(var c=n[l],u=i[l],h=c.length,f=a[l]=new Array(h),d,p=0;p<h;++p)(d=c[p]||u[p])&&(f[p]=d);for(;l<r;++l)a[l]=n[l];return new On(a,this._parents)}function l3(){for(var e=this._groups,t=-1,n=e.length;++t<n;)for(var i=e[t],r=i.length-1,s=i[r],o;--r>=0;)(o=i[r])&&(s&&o.compareDocumentPosition(s)^4&&s.parentNode.insertBefore(o,s),s=o);return this}function c3(e){e||(e=u3);function t(h,f){return h&&f?e(h.__data__,f.__data__):!h-!f}for(var n=this._groups,i=n.length,r=new Array(i),s=0;s<i;++s){for(var o=n[s],a=o.length,l=r[s]=new Array(a),c,u=0;u<a;++u)(c=o[u])&&(l[u]=c);l.sort(t)}return new On(r,this._parents).order()}function u3(e,t){return e<t?-1:e>t?1:e>=t?0:NaN}function f3(){var e=arguments[0];return arguments[0]=this,e.apply(null,arguments),this}function h3(){return Array.from(this)}function d3(){for(var e=this._groups,t=0,n=e.length;t<n;++t)for(var i=e[t],r=0,s=i.length;r<s;++r){var o=i[r];if(o)return o}return null}function p3(){let e=0;for(let t of this)++e;return e}function m3(){return!this.node()}function g3(e){for(var t=this._groups,n=0,i=t.length;n<i;++n)for(var r=t[n],s=0,o=r.length,a;s<o;++s)(a=r[s])&&e.call(a,a.__data__,s,r);return this}function x3(e){return function(){this.removeAttribute(e)}}function y3(e){return function(){this.removeAttributeNS(e.space,e.local)}}function _3(e,t){return function(){this.setAttribute(e,t)}}function v3(e,t){return function(){this.setAttributeNS(e.space,e.local,t)}}function b3(e,t){return function(){var n=t.apply(this,arguments);n==null?this.removeAttribute(e):this.setAttribute(e,n)}}function M3(e,t){return function(){var n=t.apply(this,arguments);n==null?this.removeAttributeNS(e.space,e.local):this.setAttributeNS(e.space,e.local,n)}}function S3(e,t){var n=y_(e);if(arguments.length<2){var i=this.node();return n.local?i.getAttributeNS(n.space,n.local):i.getAttribute(n)}return this.each((t==null?n.local?y3:x3:typeof t=="function"?n.local?M3:b3:n.local?v3:_3)(n,t))}function M_(e){return e.ownerDocument&&e.ownerDocument.defaultView||e.document&&e||e.defaultView}function w3(e){return function(){this.style.removeProperty(e)}}function T3(e,t,n){return function(){this.style.setProperty(e,t,n)}}function A3(e,t,n){return function(){var i=t.apply(this,arguments);i==null?this.style.removeProperty(e):this.style.setProperty(e,i,n)}}function E3(e,t,n){return arguments.length>1?this.each((t==null?w3:typeof t=="function"?A3:T3)(e,t,n??"")):C3(this.node(),e)}function C3(e,t){return e.style.getPropertyValue(t)||M_(e).getComputedStyle(e,null).getPropertyValue(t)}function R3(e){return function(){delete this[e]}}function I3(e,t){return function(){this[e]=t}}function P3(e,t){return function(){var n=t.apply(this,arguments);n==null?delete this[e]:this[e]=n}}function N3(e,t){return arguments.length>1?this.each((t==null?R3:typeof t=="function"?P3:I3)(e,t)):this.node()[e]}function S_(e){return e.trim().split(/^|\s+/)}function ip(e){return e.classList||new w_(e)}function w_(e){this._node=e,this._names=S_(e.getAttribute("class")||"")}w_.prototype={add:function(e){var t=this._names.indexOf(e);t<0&&(this._names.push(e),this._node.setAttribute("class",this._names.join(" ")))},remove:function(e){var t=this._names.indexOf(e);t>=0&&(this._names.splice(t,1),this._node.setAttribute("class",this._names.join(" ")))},contains:function(e){return this._names.indexOf(e)>=0}};function T_(e,t){for(var n=ip(e),i=-1,r=t.length;++i<r;)n.add(t[i])}function A_(e,t){for(var n=ip(e),i=-1,r=t.length;++i<r;)n.remove(t[i])}function L3(e){return function(){T_(this,e)}}function D3(e){return function(){A_(this,e)}}function U3(e,t){return function(){(t.apply(this,arguments)?T_:A_)(this,e)}}function F3(e,t){var n=S_(e+"");if(arguments.length<2){for(var i=ip(this.node()),r=-1,s=n.length;++r<s;)if(!i.contains(n[r]))return!1;return!0}return this.each((typeof t=="function"?U3:t?L3:D3)(n,t))}function O3(){this.textContent=""}function B3(e){return function(){this.textContent=e}}function k3(e){return function(){var t=e.apply(this,arguments);this.textContent=t??""}}function z3(e){return arguments.length?this.each(e==null?O3:(typeof e=="function"?k3:B3)(e)):this.node().textContent}function G3(){this.innerHTML=""}function V3(e){return function(){this.innerHTML=e}}function H3(e){return function(){var t=e.apply(this,arguments);this.innerHTML=t??""}}function W3(e){return arguments.length?this.each(e==null?G3:(typeof e=="function"?H3:V3)(e)):this.node().innerHTML}function $3(){this.nextSibling&&this.parentNode.appendChild(this)}function X3(){return this.each($3)}function q3(){this.previousSibling&&this.parentNode.insertBefore(this,this.parentNode.firstChild)}function Y3(){return this.each(q3)}function Z3(e){var t=typeof e=="function"?e:Uo(e);return this.select(function(){return this.appendChild(t.apply(this,arguments))})}function J3(){return null}function K3(e,t){var n=typeof e=="function"?e:Uo(e),i=t==null?J3:typeof t=="function"?t:__(t);return this.select(function(){return this.insertBefore(n.apply(this,arguments),i.apply(this,arguments)||null)})}function Q3(){var e=this.parentNode;e&&e.removeChild(this)}function j3(){return this.each(Q3)}function tC(){var e=this.cloneNode(!1),t=this.parentNode;return t?t.insertBefore(e,this.nextSibling):e}function eC(){var e=this.cloneNode(!0),t=this.parentNode;return t?t.insertBefore(e,this.nextSibling):e}function nC(e){return this.select(e?eC:tC)}function iC(e){return arguments.length?this.property("__data__",e):this.node().__data__}function rC(e){return function(t){e.call(this,t,this.__data__)}}function sC(e){return e.trim().split(/^|\s+/).map(function(t){var n="",i=t.indexOf(".");return i>=0&&(n=t.slice(i+1),t=t.slice(0,i)),{type:t,name:n}})}function oC(e){return function(){var t=this.__on;if(t){for(var n=0,i=-1,r=t.length,s;n<r;++n)s=t[n],(!e.type||s.type===e.type)&&s.name===e.name?this.removeEventListener(s.type,s.listener,s.options):t[++i]=s;++i?t.length=i:delete this.__on}}}function aC(e,t,n){return function(){var i=this.__on,r,s=rC(t);if(i){for(var o=0,a=i.length;o<a;++o)if((r=i[o]).type===e.type&&r.name===e.name){this.removeEventListener(r.type,r.listener,r.options),this.addEventListener(r.type,r.listener=s,r.options=n),r.value=t;return}}this.addEventListener(e.type,s,n),r={type:e.type,name:e.name,value:t,listener:s,options:n},i?i.push(r):this.__on=[r]}}function lC(e,t,n){var i=sC(e+""),r,s=i.length,o;if(arguments.length<2){var a=this.node().__on;if(a){for(var l=0,c=a.length,u;l<c;++l)for(r=0,u=a[l];r<s;++r)if((o=i[r]).type===u.type&&o.name===u.name)return u.value}return}for(a=t?aC:oC,r=0;r<s;++r)this.each(a(i[r],t,n));return this}function E_(e,t,n){var i=M_(e),r=i.CustomEvent;typeof r=="function"?r=new r(t,n):(r=i.document.createEvent("Event"),n?(r.initEvent(t,n.bubbles,n.cancelable),r.detail=n.detail):r.initEvent(t,!1,!1)),e.dispatchEvent(r)}function cC(e,t){return function(){return E_(this,e,t)}}function uC(e,t){return function(){return E_(this,e,t.apply(this,arguments))}}function fC(e,t){return this.each((typeof t=="function"?uC:cC)(e,t))}function*hC(){for(var e=this._groups,t=0,n=e.length;t<n;++t)for(var i=e[t],r=0,s=i.length,o;r<s;++r)(o=i[r])&&(yield o)}var C_=[null];function On(e,t){this._groups=e,this._parents=t}function dC(){return new On([[document.documentElement]],C_)}function pC(){return this}On.prototype=dC.prototype={constructor:On,select:FE,selectAll:GE,selectChild:XE,selectChildren:JE,filter:KE,data:i3,enter:QE,exit:s3,join:o3,merge:a3,selection:pC,order:l3,sort:c3,call:f3,nodes:h3,node:d3,size:p3,empty:m3,each:g3,attr:S3,style:E3,property:N3,classed:F3,text:z3,html:W3,raise:X3,lower:Y3,append:Z3,insert:K3,remove:j3,clone:nC,datum:iC,on:lC,dispatch:fC,[Symbol.iterator]:hC};function xi(e){return typeof e=="string"?new On([[document.querySelector(e)]],[document.documentElement]):new On([[e]],C_)}var mC=0;function gC(){return new np}function np(){this._="@"+(++mC).toString(36)}np.prototype=gC.prototype={constructor:np,get:function(e){for(var t=this._;!(t in e);)if(!(e=e.parentNode))return;return e[t]},set:function(e,t){return e[this._]=t},remove:function(e){return this._ in e&&delete e[this._]},toString:function(){return this._}};function xC(e){let t;for(;t=e.sourceEvent;)e=t;return e}function R_(e,t){if(e=xC(e),t===void 0&&(t=e.currentTarget),t){var n=t.ownerSVGElement||t;if(n.createSVGPoint){var i=n.createSVGPoint();return i.x=e.clientX,i.y=e.clientY,i=i.matrixTransform(t.getScreenCTM().inverse()),[i.x,i.y]}if(t.getBoundingClientRect){var r=t.getBoundingClientRect();return[e.clientX-r.left-t.clientLeft,e.clientY-r.top-t.clientTop]}}return[e.pageX,e.pageY]}function ko(e,t,n){e.prototype=t.prototype=n,n.constructor=e}function ll(e,t){var n=Object.create(e.prototype);for(var i in t)n[i]=t[i];return n}function Jr(){}var Ds=.7,Bo=1/Ds,Fo="\\s*([+-]?\\d+)\\s*",ol="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*",Ui="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\\s*",yC=/^#([0-9a-f]{3,8})$/,_C=new RegExp(`^rgb\\(${Fo},${Fo},${Fo}\\)$`),vC=new RegExp(`^rgb\\(${Ui},${Ui},${Ui}\\)$`),bC=new RegExp(`^rgba\\(${Fo},${Fo},${Fo},${ol}\\)$`),MC=new RegExp(`^rgba\\(${Ui},${Ui},${Ui},${ol}\\)$`),SC=new RegExp(`^hsl\\(${ol},${Ui},${Ui}\\)$`),wC=new RegExp(`^hsla\\(${ol},${Ui},${Ui},${ol}\\)$`),I_={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074};ko(Jr,zo,{copy(e){return Object.assign(new this.constructor,this,e)},displayable(){return this.rgb().displayable()},hex:P_,formatHex:P_,formatHex8:TC,formatHsl:AC,formatRgb:N_,toString:N_});function P_(){return this.rgb().formatHex()}function TC(){return this.rgb().formatHex8()}function AC(){return G_(this).formatHsl()}function N_(){return this.rgb().formatRgb()}function zo(e){var t,n;return e=(e+"").trim().toLowerCase(),(t=yC.exec(e))?(n=t[1].length,t=parseInt(t[1],16),n===6?L_(t):n===3?new Ke(t>>8&15|t>>4&240,t>>4&15|t&240,(t&15)<<4|t&15,1):n===8?qc(t>>24&255,t>>16&255,t>>8&255,(t&255)/255):n===4?qc(t>>12&15|t>>8&240,t>>8&15|t>>4&240,t>>4&15|t&240,((t&15)<<4|t&15)/255):null):(t=_C.exec(e))?new Ke(t[1],t[2],t[3],1):(t=vC.exec(e))?new Ke(t[1]*255/100,t[2]*255/100,t[3]*255/100,1):(t=bC.exec(e))?qc(t[1],t[2],t[3],t[4]):(t=MC.exec(e))?qc(t[1]*255/100,t[2]*255/100,t[3]*255/100,t[4]):(t=SC.exec(e))?F_(t[1],t[2]/100,t[3]/100,1):(t=wC.exec(e))?F_(t[1],t[2]/100,t[3]/100,t[4]):I_.hasOwnProperty(e)?L_(I_[e]):e==="transparent"?new Ke(NaN,NaN,NaN,0):null}function L_(e){return new Ke(e>>16&255,e>>8&255,e&255,1)}function qc(e,t,n,i){return i<=0&&(e=t=n=NaN),new Ke(e,t,n,i)}function cp(e){return e instanceof Jr||(e=zo(e)),e?(e=e.rgb(),new Ke(e.r,e.g,e.b,e.opacity)):new Ke}function _i(e,t,n,i){return arguments.length===1?cp(e):new Ke(e,t,n,i??1)}function Ke(e,t,n,i){this.r=+e,this.g=+t,this.b=+n,this.opacity=+i}ko(Ke,_i,ll(Jr,{brighter(e){return e=e==null?Bo:Math.pow(Bo,e),new Ke(this.r*e,this.g*e,this.b*e,this.opacity)},darker(e){return e=e==null?Ds:Math.pow(Ds,e),new Ke(this.r*e,this.g*e,this.b*e,this.opacity)},rgb(){return this},clamp(){return new Ke(Ns(this.r),Ns(this.g),Ns(this.b),Zc(this.opacity))},displayable(){return-.5<=this.r&&this.r<255.5&&-.5<=this.g&&this.g<255.5&&-.5<=this.b&&this.b<255.5&&0<=this.opacity&&this.opacity<=1},hex:D_,formatHex:D_,formatHex8:EC,formatRgb:U_,toString:U_}));function D_(){return`#${Ps(this.r)}${Ps(this.g)}${Ps(this.b)}`}function EC(){return`#${Ps(this.r)}${Ps(this.g)}${Ps(this.b)}${Ps((isNaN(this.opacity)?1:this.opacity)*255)}`}function U_(){let e=Zc(this.opacity);return`${e===1?"rgb(":"rgba("}${Ns(this.r)}, ${Ns(this.g)}, ${Ns(this.b)}${e===1?")":`, ${e})`}`}function Zc(e){return isNaN(e)?1:Math.max(0,Math.min(1,e))}function Ns(e){return Math.max(0,Math.min(255,Math.round(e)||0))}function Ps(e){return e=Ns(e),(e<16?"0":"")+e.toString(16)}function F_(e,t,n,i){return i<=0?e=t=n=NaN:n<=0||n>=1?e=t=NaN:t<=0&&(e=NaN),new yi(e,t,n,i)}function G_(e){if(e instanceof yi)return new yi(e.h,e.s,e.l,e.opacity);if(e instanceof Jr||(e=zo(e)),!e)return new yi;if(e instanceof yi)return e;e=e.rgb();var t=e.r/255,n=e.g/255,i=e.b/255,r=Math.min(t,n,i),s=Math.max(t,n,i),o=NaN,a=s-r,l=(s+r)/2;return a?(t===s?o=(n-i)/a+(n<i)*6:n===s?o=(i-t)/a+2:o=(t-n)/a+4,a/=l<.5?s+r:2-s-r,o*=60):a=l>0&&l<1?0:o,new yi(o,a,l,e.opacity)}function Kc(e,t,n,i){return arguments.length===1?G_(e):new yi(e,t,n,i??1)}function yi(e,t,n,i){this.h=+e,this.s=+t,this.l=+n,this.opacity=+i}ko(yi,Kc,ll(Jr,{brighter(e){return e=e==null?Bo:Math.pow(Bo,e),new yi(this.h,this.s,this.l*e,this.opacity)},darker(e){return e=e==null?Ds:Math.pow(Ds,e),new yi(this.h,this.s,this.l*e,this.opacity)},rgb(){var e=this.h%360+(this.h<0)*360,t=isNaN(e)||isNaN(this.s)?0:this.s,n=this.l,i=n+(n<.5?n:1-n)*t,r=2*n-i;return new Ke(rp(e>=240?e-240:e+120,r,i),rp(e,r,i),rp(e<120?e+240:e-120,r,i),this.opacity)},clamp(){return new yi(O_(this.h),Yc(this.s),Yc(this.l),Zc(this.opacity))},displayable(){return(0<=this.s&&this.s<=1||isNaN(this.s))&&0<=this.l&&this.l<=1&&0<=this.opacity&&this.opacity<=1},formatHsl(){let e=Zc(this.opacity);return`${e===1?"hsl(":"hsla("}${O_(this.h)}, ${Yc(this.s)*100}%, ${Yc(this.l)*100}%${e===1?")":`, ${e})`}`}}));function O_(e){return e=(e||0)%360,e<0?e+360:e}function Yc(e){return Math.max(0,Math.min(1,e||0))}function rp(e,t,n){return(e<60?t+(n-t)*e/60:e<180?n:e<240?t+(n-t)*(240-e)/60:t)*255}var V_=Math.PI/180,H_=180/Math.PI,Jc=18,W_=.96422,$_=1,X_=.82521,q_=4/29,Oo=6/29,Y_=3*Oo*Oo,CC=Oo*Oo*Oo;function Z_(e){if(e instanceof Fi)return new Fi(e.l,e.a,e.b,e.opacity);if(e instanceof _r)return J_(e);e instanceof Ke||(e=cp(e));var t=lp(e.r),n=lp(e.g),i=lp(e.b),r=sp((.2225045*t+.7168786*n+.0606169*i)/$_),s,o;return t===n&&n===i?s=o=r:(s=sp((.4360747*t+.3850649*n+.1430804*i)/W_),o=sp((.0139322*t+.0971045*n+.7141733*i)/X_)),new Fi(116*r-16,500*(s-r),200*(r-o),e.opacity)}function Qc(e,t,n,i){return arguments.length===1?Z_(e):new Fi(e,t,n,i??1)}function Fi(e,t,n,i){this.l=+e,this.a=+t,this.b=+n,this.opacity=+i}ko(Fi,Qc,ll(Jr,{brighter(e){return new Fi(this.l+Jc*(e??1),this.a,this.b,this.opacity)},darker(e){return new Fi(this.l-Jc*(e??1),this.a,this.b,this.opacity)},rgb(){var e=(this.l+16)/116,t=isNaN(this.a)?e:e+this.a/500,n=isNaN(this.b)?e:e-this.b/200;return t=W_*op(t),e=$_*op(e),n=X_*op(n),new Ke(ap(3.1338561*t-1.6168667*e-.4906146*n),ap(-.9787684*t+1.9161415*e+.033454*n),ap(.0719453*t-.2289914*e+1.4052427*n),this.opacity)}}));function sp(e){return e>CC?Math.pow(e,1/3):e/Y_+q_}function op(e){return e>Oo?e*e*e:Y_*(e-q_)}function ap(e){return 255*(e<=.0031308?12.92*e:1.055*Math.pow(e,1/2.4)-.055)}function lp(e){return(e/=255)<=.04045?e/12.92:Math.pow((e+.055)/1.055,2.4)}function RC(e){if(e instanceof _r)return new _r(e.h,e.c,e.l,e.opacity);if(e instanceof Fi||(e=Z_(e)),e.a===0&&e.b===0)return new _r(NaN,0<e.l&&e.l<100?0:NaN,e.l,e.opacity);var t=Math.atan2(e.b,e.a)*H_;return new _r(t<0?t+360:t,Math.sqrt(e.a*e.a+e.b*e.b),e.l,e.opacity)}function jc(e,t,n,i){return arguments.length===1?RC(e):new _r(e,t,n,i??1)}function _r(e,t,n,i){this.h=+e,this.c=+t,this.l=+n,this.opacity=+i}function J_(e){if(isNaN(e.h))return new Fi(e.l,0,0,e.opacity);var t=e.h*V_;return new Fi(e.l,Math.cos(t)*e.c,Math.sin(t)*e.c,e.opacity)}ko(_r,jc,ll(Jr,{brighter(e){return new _r(this.h,this.c,this.l+Jc*(e??1),this.opacity)},darker(e){return new _r(this.h,this.c,this.l-Jc*(e??1),this.opacity)},rgb(){return J_(this).rgb()}}));var K_=-.14861,up=1.78277,fp=-.29227,tu=-.90649,al=1.97294,B_=al*tu,k_=al*up,z_=up*fp-tu*K_;function IC(e){if(e instanceof Ls)return new Ls(e.h,e.s,e.l,e.opacity);e instanceof Ke||(e=cp(e));var t=e.r/255,n=e.g/255,i=e.b/255,r=(z_*i+B_*t-k_*n)/(z_+B_-k_),s=i-r,o=(al*(n-r)-fp*s)/tu,a=Math.sqrt(o*o+s*s)/(al*r*(1-r)),l=a?Math.atan2(o,s)*H_-120:NaN;return new Ls(l<0?l+360:l,a,r,e.opacity)}function Kn(e,t,n,i){return arguments.length===1?IC(e):new Ls(e,t,n,i??1)}function Ls(e,t,n,i){this.h=+e,this.s=+t,this.l=+n,this.opacity=+i}ko(Ls,Kn,ll(Jr,{brighter(e){return e=e==null?Bo:Math.pow(Bo,e),new Ls(this.h,this.s,this.l*e,this.opacity)},darker(e){return e=e==null?Ds:Math.pow(Ds,e),new Ls(this.h,this.s,this.l*e,this.opacity)},rgb(){var e=isNaN(this.h)?0:(this.h+120)*V_,t=+this.l,n=isNaN(this.s)?0:this.s*t*(1-t),i=Math.cos(e),r=Math.sin(e);return new Ke(255*(t+n*(K_*i+up*r)),255*(t+n*(fp*i+tu*r)),255*(t+n*(al*i)),this.opacity)}}));function tv(e,t,n,i,r){var s=e*e,o=s*e;return((1-3*e+3*s-o)*t+(4-6*s+3*o)*n+(1+3*e+3*s-3*o)*i+o*r)/6}function PC(e){var t=e.length-1;return function(n){var i=n<=0?n=0:n>=1?(n=1,t-1):Math.floor(n*t),r=e[i],s=e[i+1],o=i>0?e[i-1]:2*r-s,a=i<t-1?e[i+2]:2*s-r;return tv((n-i/t)*t,o,r,s,a)}}function NC(e){var t=e.length;return function(n){var i=Math.floor(((n%=1)<0?++n:n)*t),r=e[(i+t-1)%t],s=e[i%t],o=e[(i+1)%t],a=e[(i+2)%t];return tv((n-i/t)*t,r,s,o,a)}}var nu=e=>()=>e;function ev(e,t){return function(n){return e+n*t}}function LC(e,t,n){return e=Math.pow(e,n),t=Math.pow(t,n)-e,n=1/n,function(i){return Math.pow(e+i*t,n)}}function mp(e,t){var n=t-e;return n?ev(e,n>180||n<-180?n-360*Math.round(n/360):n):nu(isNaN(e)?t:e)}function DC(e){return(e=+e)==1?Qe:function(t,n){return n-t?LC(t,n,e):nu(isNaN(t)?n:t)}}function Qe(e,t){var n=t-e;return n?ev(e,n):nu(isNaN(e)?t:e)}var Us=(function e(t){var n=DC(t);function i(r,s){var o=n((r=_i(r)).r,(s=_i(s)).r),a=n(r.g,s.g),l=n(r.b,s.b),c=Qe(r.opacity,s.opacity);return function(u){return r.r=o(u),r.g=a(u),r.b=l(u),r.opacity=c(u),r+""}}return i.gamma=e,i})(1);function nv(e){return function(t){var n=t.length,i=new Array(n),r=new Array(n),s=new Array(n),o,a;for(o=0;o<n;++o)a=_i(t[o]),i[o]=a.r||0,r[o]=a.g||0,s[o]=a.b||0;return i=e(i),r=e(r),s=e(s),a.opacity=1,function(l){return a.r=i(l),a.g=r(l),a.b=s(l),a+""}}}var iv=nv(PC),UB=nv(NC);function UC(e,t){t||(t=[]);var n=e?Math.min(t.length,e.length):0,i=t.slice(),r;return function(s){for(r=0;r<n;++r)i[r]=e[r]*(1-s)+t[r]*s;return i}}function FC(e){return ArrayBuffer.isView(e)&&!(e instanceof DataView)}function OC(e,t){var n=t?t.length:0,i=e?Math.min(n,e.length):0,r=new Array(i),s=new Array(n),o;for(o=0;o<i;++o)r[o]=Go(e[o],t[o]);for(;o<n;++o)s[o]=t[o];return function(a){for(o=0;o<i;++o)s[o]=r[o](a);return s}}function BC(e,t){var n=new Date;return e=+e,t=+t,function(i){return n.setTime(e*(1-i)+t*i),n}}function ke(e,t){return e=+e,t=+t,function(n){return e*(1-n)+t*n}}function kC(e,t){var n={},i={},r;(e===null||typeof e!="object")&&(e={}),(t===null||typeof t!="object")&&(t={});for(r in t)r in e?n[r]=Go(e[r],t[r]):i[r]=t[r];return function(s){for(r in n)i[r]=n[r](s);return i}}var dp=/[-+]?(?:\d+\.?\d*|\.?\d+)(?:[eE][-+]?\d+)?/g,hp=new RegExp(dp.source,"g");function zC(e){return function(){return e}}function GC(e){return function(t){return e(t)+""}}function VC(e,t){var n=dp.lastIndex=hp.lastIndex=0,i,r,s,o=-1,a=[],l=[];for(e=e+"",t=t+"";(i=dp.exec(e))&&(r=hp.exec(t));)(s=r.index)>n&&(s=t.slice(n,s),a[o]?a[o]+=s:a[++o]=s),(i=i[0])===(r=r[0])?a[o]?a[o]+=r:a[++o]=r:(a[++o]=null,l.push({i:o,x:ke(i,r)})),n=hp.lastIndex;return n<t.length&&(s=t.slice(n),a[o]?a[o]+=s:a[++o]=s),a.length<2?l[0]?GC(l[0].x):zC(t):(t=l.length,function(c){for(var u=0,h;u<t;++u)a[(h=l[u]).i]=h.x(c);return a.join("")})}function Go(e,t){var n=typeof t,i;return t==null||n==="boolean"?nu(t):(n==="number"?ke:n==="string"?(i=zo(t))?(t=i,Us):VC:t instanceof zo?Us:t instanceof Date?BC:FC(t)?UC:Array.isArray(t)?OC:typeof t.valueOf!="function"&&typeof t.toString!="function"||isNaN(t)?kC:ke)(e,t)}function cl(e,t){return e=+e,t=+t,function(n){return Math.round(e*(1-n)+t*n)}}var Q_=180/Math.PI,pp={translateX:0,translateY:0,rotate:0,skewX:0,scaleX:1,scaleY:1};function rv(e,t,n,i,r,s){var o,a,l;return(o=Math.sqrt(e*e+t*t))&&(e/=o,t/=o),(l=e*n+t*i)&&(n-=e*l,i-=t*l),(a=Math.sqrt(n*n+i*i))&&(n/=a,i/=a,l/=a),e*i<t*n&&(e=-e,t=-t,l=-l,o=-o),{translateX:r,translateY:s,rotate:Math.atan2(t,e)*Q_,skewX:Math.atan(l)*Q_,scaleX:o,scaleY:a}}var eu;function HC(e){let t=new(typeof DOMMatrix=="function"?DOMMatrix:WebKitCSSMatrix)(e+"");return t.isIdentity?pp:rv(t.a,t.b,t.c,t.d,t.e,t.f)}function WC(e){return e==null||(eu||(eu=document.createElementNS("http://www.w3.org/2000/svg","g")),eu.setAttribute("transform",e),!(e=eu.transform.baseVal.consolidate()))?pp:(e=e.matrix,rv(e.a,e.b,e.c,e.d,e.e,e.f))}function sv(e,t,n,i){function r(c){return c.length?c.pop()+" ":""}function s(c,u,h,f,d,p){if(c!==h||u!==f){var x=d.push("translate(",null,t,null,n);p.push({i:x-4,x:ke(c,h)},{i:x-2,x:ke(u,f)})}else(h||f)&&d.push("translate("+h+t+f+n)}function o(c,u,h,f){c!==u?(c-u>180?u+=360:u-c>180&&(c+=360),f.push({i:h.push(r(h)+"rotate(",null,i)-2,x:ke(c,u)})):u&&h.push(r(h)+"rotate("+u+i)}function a(c,u,h,f){c!==u?f.push({i:h.push(r(h)+"skewX(",null,i)-2,x:ke(c,u)}):u&&h.push(r(h)+"skewX("+u+i)}function l(c,u,h,f,d,p){if(c!==h||u!==f){var x=d.push(r(d)+"scale(",null,",",null,")");p.push({i:x-4,x:ke(c,h)},{i:x-2,x:ke(u,f)})}else(h!==1||f!==1)&&d.push(r(d)+"scale("+h+","+f+")")}return function(c,u){var h=[],f=[];return c=e(c),u=e(u),s(c.translateX,c.translateY,u.translateX,u.translateY,h,f),o(c.rotate,u.rotate,h,f),a(c.skewX,u.skewX,h,f),l(c.scaleX,c.scaleY,u.scaleX,u.scaleY,h,f),c=u=null,function(d){for(var p=-1,x=f.length,m;++p<x;)h[(m=f[p]).i]=m.x(d);return h.join("")}}}var FB=sv(HC,"px, ","px)","deg)"),OB=sv(WC,", ",")",")"),$C=1e-12;function j_(e){return((e=Math.exp(e))+1/e)/2}function XC(e){return((e=Math.exp(e))-1/e)/2}function qC(e){return((e=Math.exp(2*e))-1)/(e+1)}var BB=(function e(t,n,i){function r(s,o){var a=s[0],l=s[1],c=s[2],u=o[0],h=o[1],f=o[2],d=u-a,p=h-l,x=d*d+p*p,m,g;if(x<$C)g=Math.log(f/c)/t,m=function(y){return[a+y*d,l+y*p,c*Math.exp(t*y*g)]};else{var _=Math.sqrt(x),b=(f*f-c*c+i*x)/(2*c*n*_),v=(f*f-c*c-i*x)/(2*f*n*_),w=Math.log(Math.sqrt(b*b+1)-b),M=Math.log(Math.sqrt(v*v+1)-v);g=(M-w)/t,m=function(y){var S=y*g,E=j_(w),R=c/(n*_)*(E*qC(t*S+w)-XC(w));return[a+R*d,l+R*p,c*E/j_(t*S+w)]}}return m.duration=Math.abs(g)*1e3*t/Math.SQRT2,m}return r.rho=function(s){var o=Math.max(.001,+s),a=o*o,l=a*a;return e(o,a,l)},r})(Math.SQRT2,2,4);function ov(e){return function(t,n){var i=e((t=Kc(t)).h,(n=Kc(n)).h),r=Qe(t.s,n.s),s=Qe(t.l,n.l),o=Qe(t.opacity,n.opacity);return function(a){return t.h=i(a),t.s=r(a),t.l=s(a),t.opacity=o(a),t+""}}}var av=ov(mp),kB=ov(Qe);function lv(e,t){var n=Qe((e=Qc(e)).l,(t=Qc(t)).l),i=Qe(e.a,t.a),r=Qe(e.b,t.b),s=Qe(e.opacity,t.opacity);return function(o){return e.l=n(o),e.a=i(o),e.b=r(o),e.opacity=s(o),e+""}}function cv(e){return function(t,n){var i=e((t=jc(t)).h,(n=jc(n)).h),r=Qe(t.c,n.c),s=Qe(t.l,n.l),o=Qe(t.opacity,n.opacity);return function(a){return t.h=i(a),t.c=r(a),t.l=s(a),t.opacity=o(a),t+""}}}var uv=cv(mp),zB=cv(Qe);function fv(e){return(function t(n){n=+n;function i(r,s){var o=e((r=Kn(r)).h,(s=Kn(s)).h),a=Qe(r.s,s.s),l=Qe(r.l,s.l),c=Qe(r.opacity,s.opacity);return function(u){return r.h=o(u),r.s=a(u),r.l=l(Math.pow(u,n)),r.opacity=c(u),r+""}}return i.gamma=t,i})(1)}var GB=fv(mp),iu=fv(Qe);function Kr(e,t){t===void 0&&(t=e,e=Go);for(var n=0,i=t.length-1,r=t[0],s=new Array(i<0?0:i);n<i;)s[n]=e(r,r=t[++n]);return function(o){var a=Math.max(0,Math.min(i-1,Math.floor(o*=i)));return s[a](o-a)}}function yn(e,t){for(var n=new Array(t),i=0;i<t;++i)n[i]=e(i/(t-1));return n}var ul=Math.PI,gp=2*ul,Fs=1e-6,YC=gp-Fs;function hv(e){this._+=e[0];for(let t=1,n=e.length;t<n;++t)this._+=arguments[t]+e[t]}function ZC(e){let t=Math.floor(e);if(!(t>=0))throw new Error(`invalid digits: ${e}`);if(t>15)return hv;let n=10**t;return function(i){this._+=i[0];for(let r=1,s=i.length;r<s;++r)this._+=Math.round(arguments[r]*n)/n+i[r]}}function dv(e,t,n,i){return e===n&&t===i}function JC(e){let t=Math.floor(e);if(!(t<=15))return dv;let n=10**t,i=function(r){return Math.round(r*n)};return function(r,s,o,a){return i(r)===i(o)&&i(s)===i(a)}}var Os=class{constructor(t){this._x0=this._y0=this._x1=this._y1=null,this._="",this._append=t==null?hv:ZC(t),this._equal=t==null?dv:JC(t)}moveTo(t,n){this._append`M${this._x0=this._x1=+t},${this._y0=this._y1=+n}`}closePath(){this._x1!==null&&(this._x1=this._x0,this._y1=this._y0,this._append`Z`)}lineTo(t,n){this._append`L${this._x1=+t},${this._y1=+n}`}quadraticCurveTo(t,n,i,r){this._append`Q${+t},${+n},${this._x1=+i},${this._y1=+r}`}bezierCurveTo(t,n,i,r,s,o){this._append`C${+t},${+n},${+i},${+r},${this._x1=+s},${this._y1=+o}`}arcTo(t,n,i,r,s){if(t=+t,n=+n,i=+i,r=+r,s=+s,s<0)throw new Error(`negative radius: ${s}`);let o=this._x1,a=this._y1,l=i-t,c=r-n,u=o-t,h=a-n,f=u*u+h*h;if(this._x1===null)this._append`M${this._x1=t},${this._y1=n}`;else if(f>Fs)if(!(Math.abs(h*l-c*u)>Fs)||!s)this._append`L${this._x1=t},${this._y1=n}`;else{let d=i-o,p=r-a,x=l*l+c*c,m=d*d+p*p,g=Math.sqrt(x),_=Math.sqrt(f),b=s*Math.tan((ul-Math.acos((x+f-m)/(2*g*_)))/2),v=b/_,w=b/g;Math.abs(v-1)>Fs&&this._append`L${t+v*u},${n+v*h}`,this._append`A${s},${s},0,0,${+(h*d>u*p)},${this._x1=t+w*l},${this._y1=n+w*c}`}}arc(t,n,i,r,s,o){if(t=+t,n=+n,i=+i,o=!!o,i<0)throw new Error(`negative radius: ${i}`);let a=i*Math.cos(r),l=i*Math.sin(r),c=t+a,u=n+l,h=1^o,f=o?r-s:s-r;if(this._x1===null?this._append`M${c},${u}`:(Math.abs(this._x1-c)>Fs||Math.abs(this._y1-u)>Fs)&&this._append`L${c},${u}`,!!i){if(f<0&&(f=f%gp+gp),f>YC)this._append`A${i},${i},0,1,${h},${t-a},${n-l}A${i},${i},0,1,${h},${this._x1=c},${this._y1=u}`;else if(f>Fs){let d=t+i*Math.cos(s),p=n+i*Math.sin(s);if(f>=ul&&this._equal(c,u,d,p)){f/=2;let x=r+f;this._append`A${i},${i},0,${+(f>=ul)},${h},${t+i*Math.cos(x)},${n+i*Math.sin(x)}`}this._append`A${i},${i},0,${+(f>=ul)},${h},${this._x1=d},${this._y1=p}`}}}rect(t,n,i,r){this._append`M${this._x0=this._x1=+t},${this._y0=this._y1=+n}h${i=+i}v${+r}h${-i}Z`}toString(){return this._}};function KC(){return new Os}KC.prototype=Os.prototype;function Oi(e=3){return new Os(+e)}function QC(e){return Math.abs(e=Math.round(e))>=1e21?e.toLocaleString("en").replace(/,/g,""):e.toString(10)}function su(e,t){if(!isFinite(e)||e===0)return null;var n=(e=t?e.toExponential(t-1):e.toExponential()).indexOf("e"),i=e.slice(0,n);return[i.length>1?i[0]+i.slice(2):i,+e.slice(n+1)]}function Vo(e){return e=su(Math.abs(e)),e?e[1]:NaN}function jC(e,t){return function(n,i){for(var r=n.length,s=[],o=0,a=e[0],l=0;r>0&&a>0&&(l+a+1>i&&(a=Math.max(1,i-l)),s.push(n.substring(r-=a,r+a)),!((l+=a+1)>i));)a=e[o=(o+1)%e.length];return s.reverse().join(t)}}function tR(e){return function(t){return t.replace(/[0-9]/g,function(n){return e[+n]})}}var eR=/^(?:(.)?([<>=^]))?([+\-( ])?([$#])?(0)?(\d+)?(,)?(\.\d+)?(~)?([a-z%])?$/i;function Ho(e){if(!(t=eR.exec(e)))throw new Error("invalid format: "+e);var t;return new xp({fill:t[1],align:t[2],sign:t[3],symbol:t[4],zero:t[5],width:t[6],comma:t[7],precision:t[8]&&t[8].slice(1),trim:t[9],type:t[10]})}Ho.prototype=xp.prototype;function xp(e){this.fill=e.fill===void 0?" ":e.fill+"",this.align=e.align===void 0?">":e.align+"",this.sign=e.sign===void 0?"-":e.sign+"",this.symbol=e.symbol===void 0?"":e.symbol+"",this.zero=!!e.zero,this.width=e.width===void 0?void 0:+e.width,this.comma=!!e.comma,this.precision=e.precision===void 0?void 0:+e.precision,this.trim=!!e.trim,this.type=e.type===void 0?"":e.type+""}xp.prototype.toString=function(){return this.fill+this.align+this.sign+this.symbol+(this.zero?"0":"")+(this.width===void 0?"":Math.max(1,this.width|0))+(this.comma?",":"")+(this.precision===void 0?"":"."+Math.max(0,this.precision|0))+(this.trim?"~":"")+this.type};function nR(e){t:for(var t=e.length,n=1,i=-1,r;n<t;++n)switch(e[n]){case".":i=r=n;break;case"0":i===0&&(i=n),r=n;break;default:if(!+e[n])break t;i>0&&(i=0);break}return i>0?e.slice(0,i)+e.slice(r+1):e}var ou;function iR(e,t){var n=su(e,t);if(!n)return ou=void 0,e.toPrecision(t);var i=n[0],r=n[1],s=r-(ou=Math.max(-8,Math.min(8,Math.floor(r/3)))*3)+1,o=i.length;return s===o?i:s>o?i+new Array(s-o+1).join("0"):s>0?i.slice(0,s)+"."+i.slice(s):"0."+new Array(1-s).join("0")+su(e,Math.max(0,t+s-1))[0]}function pv(e,t){var n=su(e,t);if(!n)return e+"";var i=n[0],r=n[1];return r<0?"0."+new Array(-r).join("0")+i:i.length>r+1?i.slice(0,r+1)+"."+i.slice(r+1):i+new Array(r-i.length+2).join("0")}var mv={"%":(e,t)=>(e*100).toFixed(t),b:e=>Math.round(e).toString(2),c:e=>e+"",d:QC,e:(e,t)=>e.toExponential(t),f:(e,t)=>e.toFixed(t),g:(e,t)=>e.toPrecision(t),o:e=>Math.round(e).toString(8),p:(e,t)=>pv(e*100,t),r:pv,s:iR,X:e=>Math.round(e).toString(16).toUpperCase(),x:e=>Math.round(e).toString(16)};function gv(e){return e}var xv=Array.prototype.map,yv=["y","z","a","f","p","n","µ","m","","k","M","G","T","P","E","Z","Y"];function rR(e){var t=e.grouping===void 0||e.thousands===void 0?gv:jC(xv.call(e.grouping,Number),e.thousands+""),n=e.currency===void 0?"":e.currency[0]+"",i=e.currency===void 0?"":e.currency[1]+"",r=e.decimal===void 0?".":e.decimal+"",s=e.numerals===void 0?gv:tR(xv.call(e.numerals,String)),o=e.percent===void 0?"%":e.percent+"",a=e.minus===void 0?"−":e.minus+"",l=e.nan===void 0?"NaN":e.nan+"";function c(h,f){h=Ho(h);var d=h.fill,p=h.align,x=h.sign,m=h.symbol,g=h.zero,_=h.width,b=h.comma,v=h.precision,w=h.trim,M=h.type;M==="n"?(b=!0,M="g"):mv[M]||(v===void 0&&(v=12),w=!0,M="g"),(g||d==="0"&&p==="=")&&(g=!0,d="0",p="=");var y=(f&&f.prefix!==void 0?f.prefix:"")+(m==="$"?n:m==="#"&&/[boxX]/.test(M)?"0"+M.toLowerCase():""),S=(m==="$"?i:/[%p]/.test(M)?o:"")+(f&&f.suffix!==void 0?f.suffix:""),E=mv[M],R=/[defgprs%]/.test(M);v=v===void 0?6:/[gprs]/.test(M)?Math.max(1,Math.min(21,v)):Math.max(0,Math.min(20,v));function C(L){var O=y,I=S,N,k,z;if(M==="c")I=E(L)+I,L="";else{L=+L;var Z=L<0||1/L<0;if(L=isNaN(L)?l:E(Math.abs(L),v),w&&(L=nR(L)),Z&&+L==0&&x!=="+"&&(Z=!1),O=(Z?x==="("?x:a:x==="-"||x==="("?"":x)+O,I=(M==="s"&&!isNaN(L)&&ou!==void 0?yv[8+ou/3]:"")+I+(Z&&x==="("?")":""),R){for(N=-1,k=L.length;++N<k;)if(z=L.charCodeAt(N),48>z||z>57){I=(z===46?r+L.slice(N+1):L.slice(N))+I,L=L.slice(0,N);break}}}b&&!g&&(L=t(L,1/0));var U=O.length+L.length+I.length,G=U<_?new Array(_-U+1).join(d):"";switch(b&&g&&(L=t(G+L,G.length?_-I.length:1/0),G=""),p){case"<":L=O+L+I+G;break;case"=":L=O+G+L+I;break;case"^":L=G.slice(0,U=G.length>>1)+O+L+I+G.slice(U);break;default:L=G+O+L+I;break}return s(L)}return C.toString=function(){return h+""},C}function u(h,f){var d=Math.max(-8,Math.min(8,Math.floor(Vo(f)/3)))*3,p=Math.pow(10,-d),x=c((h=Ho(h),h.type="f",h),{suffix:yv[8+d/3]});return function(m){return x(p*m)}}return{format:c,formatPrefix:u}}var ru,Bi,yp;sR({thousands:",",grouping:[3],currency:["$",""]});function sR(e){return ru=rR(e),Bi=ru.format,yp=ru.formatPrefix,ru}function _v(e){return Math.max(0,-Vo(Math.abs(e)))}function vv(e,t){return Math.max(0,Math.max(-8,Math.min(8,Math.floor(Vo(t)/3)))*3-Vo(Math.abs(e)))}function bv(e,t){return e=Math.abs(e),t=Math.abs(t)-e,Math.max(0,Vo(t)-Vo(e))+1}var Ht=1e-6,zv=1e-12,Kt=Math.PI,Ie=Kt/2,Mv=Kt/4,Bn=Kt*2,_n=180/Kt,Re=Kt/180,fe=Math.abs,qo=Math.atan,br=Math.atan2,Jt=Math.cos;var Gv=Math.exp;var du=Math.log,_p=Math.pow,Wt=Math.sin,jn=Math.sign||function(e){return e>0?1:e<0?-1:0},Rn=Math.sqrt,kp=Math.tan;function Vv(e){return e>1?0:e<-1?Kt:Math.acos(e)}function ei(e){return e>1?Ie:e<-1?-Ie:Math.asin(e)}function ti(){}function pu(e,t){e&&wv.hasOwnProperty(e.type)&&wv[e.type](e,t)}var Sv={Feature:function(e,t){pu(e.geometry,t)},FeatureCollection:function(e,t){for(var n=e.features,i=-1,r=n.length;++i<r;)pu(n[i].geometry,t)}},wv={Sphere:function(e,t){t.sphere()},Point:function(e,t){e=e.coordinates,t.point(e[0],e[1],e[2])},MultiPoint:function(e,t){for(var n=e.coordinates,i=-1,r=n.length;++i<r;)e=n[i],t.point(e[0],e[1],e[2])},LineString:function(e,t){wp(e.coordinates,t,0)},MultiLineString:function(e,t){for(var n=e.coordinates,i=-1,r=n.length;++i<r;)wp(n[i],t,0)},Polygon:function(e,t){Tv(e.coordinates,t)},MultiPolygon:function(e,t){for(var n=e.coordinates,i=-1,r=n.length;++i<r;)Tv(n[i],t)},GeometryCollection:function(e,t){for(var n=e.geometries,i=-1,r=n.length;++i<r;)pu(n[i],t)}};function wp(e,t,n){var i=-1,r=e.length-n,s;for(t.lineStart();++i<r;)s=e[i],t.point(s[0],s[1],s[2]);t.lineEnd()}function Tv(e,t){var n=-1,i=e.length;for(t.polygonStart();++n<i;)wp(e[n],t,1);t.polygonEnd()}function Qr(e,t){e&&Sv.hasOwnProperty(e.type)?Sv[e.type](e,t):pu(e,t)}var XB=new Yn,qB=new Yn;function Tp(e){return[br(e[1],e[0]),ei(e[2])]}function $o(e){var t=e[0],n=e[1],i=Jt(n);return[i*Jt(t),i*Wt(t),Wt(n)]}function au(e,t){return e[0]*t[0]+e[1]*t[1]+e[2]*t[2]}function mu(e,t){return[e[1]*t[2]-e[2]*t[1],e[2]*t[0]-e[0]*t[2],e[0]*t[1]-e[1]*t[0]]}function vp(e,t){e[0]+=t[0],e[1]+=t[1],e[2]+=t[2]}function lu(e,t){return[e[0]*t,e[1]*t,e[2]*t]}function Ap(e){var t=Rn(e[0]*e[0]+e[1]*e[1]+e[2]*e[2]);e[0]/=t,e[1]/=t,e[2]/=t}function Ep(e,t){function n(i,r){return i=e(i,r),t(i[0],i[1])}return e.invert&&t.invert&&(n.invert=function(i,r){return i=t.invert(i,r),i&&e.invert(i[0],i[1])}),n}function Cp(e,t){return fe(e)>Kt&&(e-=Math.round(e/Bn)*Bn),[e,t]}Cp.invert=Cp;function Hv(e,t,n){return(e%=Bn)?t||n?Ep(Ev(e),Cv(t,n)):Ev(e):t||n?Cv(t,n):Cp}function Av(e){return function(t,n){return t+=e,fe(t)>Kt&&(t-=Math.round(t/Bn)*Bn),[t,n]}}function Ev(e){var t=Av(e);return t.invert=Av(-e),t}function Cv(e,t){var n=Jt(e),i=Wt(e),r=Jt(t),s=Wt(t);function o(a,l){var c=Jt(l),u=Jt(a)*c,h=Wt(a)*c,f=Wt(l),d=f*n+u*i;return[br(h*r-d*s,u*n-f*i),ei(d*r+h*s)]}return o.invert=function(a,l){var c=Jt(l),u=Jt(a)*c,h=Wt(a)*c,f=Wt(l),d=f*r-h*s;return[br(h*r+f*s,u*n+d*i),ei(d*n-u*i)]},o}function oR(e){e=Hv(e[0]*Re,e[1]*Re,e.length>2?e[2]*Re:0);function t(n){return n=e(n[0]*Re,n[1]*Re),n[0]*=_n,n[1]*=_n,n}return t.invert=function(n){return n=e.invert(n[0]*Re,n[1]*Re),n[0]*=_n,n[1]*=_n,n},t}function aR(e,t,n,i,r,s){if(n){var o=Jt(t),a=Wt(t),l=i*n;r==null?(r=t+i*Bn,s=t-l/2):(r=Rv(o,r),s=Rv(o,s),(i>0?r<s:r>s)&&(r+=i*Bn));for(var c,u=r;i>0?u>s:u<s;u-=l)c=Tp([o,-a*Jt(u),-a*Wt(u)]),e.point(c[0],c[1])}}function Rv(e,t){t=$o(t),t[0]-=e,Ap(t);var n=Vv(-t[1]);return((-t[2]<0?-n:n)+Bn-Ht)%Bn}function Wv(){var e=[],t;return{point:function(n,i,r){t.push([n,i,r])},lineStart:function(){e.push(t=[])},lineEnd:ti,rejoin:function(){e.length>1&&e.push(e.pop().concat(e.shift()))},result:function(){var n=e;return e=[],t=null,n}}}function hu(e,t){return fe(e[0]-t[0])<Ht&&fe(e[1]-t[1])<Ht}function cu(e,t,n,i){this.x=e,this.z=t,this.o=n,this.e=i,this.v=!1,this.n=this.p=null}function $v(e,t,n,i,r){var s=[],o=[],a,l;if(e.forEach(function(p){if(!((x=p.length-1)<=0)){var x,m=p[0],g=p[x],_;if(hu(m,g)){if(!m[2]&&!g[2]){for(r.lineStart(),a=0;a<x;++a)r.point((m=p[a])[0],m[1]);r.lineEnd();return}g[0]+=2*Ht}s.push(_=new cu(m,p,null,!0)),o.push(_.o=new cu(m,null,_,!1)),s.push(_=new cu(g,p,null,!1)),o.push(_.o=new cu(g,null,_,!0))}}),!!s.length){for(o.sort(t),Iv(s),Iv(o),a=0,l=o.length;a<l;++a)o[a].e=n=!n;for(var c=s[0],u,h;;){for(var f=c,d=!0;f.v;)if((f=f.n)===c)return;u=f.z,r.lineStart();do{if(f.v=f.o.v=!0,f.e){if(d)for(a=0,l=u.length;a<l;++a)r.point((h=u[a])[0],h[1]);else i(f.x,f.n.x,1,r);f=f.n}else{if(d)for(u=f.p.z,a=u.length-1;a>=0;--a)r.point((h=u[a])[0],h[1]);else i(f.x,f.p.x,-1,r);f=f.p}f=f.o,u=f.z,d=!d}while(!f.v);r.lineEnd()}}}function Iv(e){if(t=e.length){for(var t,n=0,i=e[0],r;++n<t;)i.n=r=e[n],r.p=i,i=r;i.n=r=e[0],r.p=i}}function bp(e){return fe(e[0])<=Kt?e[0]:jn(e[0])*((fe(e[0])+Kt)%Bn-Kt)}function lR(e,t){var n=bp(t),i=t[1],r=Wt(i),s=[Wt(n),-Jt(n),0],o=0,a=0,l=new Yn;r===1?i=Ie+Ht:r===-1&&(i=-Ie-Ht);for(var c=0,u=e.length;c<u;++c)if(f=(h=e[c]).length)for(var h,f,d=h[f-1],p=bp(d),x=d[1]/2+Mv,m=Wt(x),g=Jt(x),_=0;_<f;++_,p=v,m=M,g=y,d=b){var b=h[_],v=bp(b),w=b[1]/2+Mv,M=Wt(w),y=Jt(w),S=v-p,E=S>=0?1:-1,R=E*S,C=R>Kt,L=m*M;if(l.add(br(L*E*Wt(R),g*y+L*Jt(R))),o+=C?S+E*Bn:S,C^p>=n^v>=n){var O=mu($o(d),$o(b));Ap(O);var I=mu(s,O);Ap(I);var N=(C^S>=0?-1:1)*ei(I[2]);(i>N||i===N&&(O[0]||O[1]))&&(a+=C^S>=0?1:-1)}}return(o<-Ht||o<Ht&&l<-zv)^a&1}function Xv(e,t,n,i){return function(r){var s=t(r),o=Wv(),a=t(o),l=!1,c,u,h,f={point:d,lineStart:x,lineEnd:m,polygonStart:function(){f.point=g,f.lineStart=_,f.lineEnd=b,u=[],c=[]},polygonEnd:function(){f.point=d,f.lineStart=x,f.lineEnd=m,u=Kd(u);var v=lR(c,i);u.length?(l||(r.polygonStart(),l=!0),$v(u,uR,v,n,r)):v&&(l||(r.polygonStart(),l=!0),r.lineStart(),n(null,null,1,r),r.lineEnd()),l&&(r.polygonEnd(),l=!1),u=c=null},sphere:function(){r.polygonStart(),r.lineStart(),n(null,null,1,r),r.lineEnd(),r.polygonEnd()}};function d(v,w){e(v,w)&&r.point(v,w)}function p(v,w){s.point(v,w)}function x(){f.point=p,s.lineStart()}function m(){f.point=d,s.lineEnd()}function g(v,w){h.push([v,w]),a.point(v,w)}function _(){a.lineStart(),h=[]}function b(){g(h[0][0],h[0][1]),a.lineEnd();var v=a.clean(),w=o.result(),M,y=w.length,S,E,R;if(h.pop(),c.push(h),h=null,!!y){if(v&1){if(E=w[0],(S=E.length-1)>0){for(l||(r.polygonStart(),l=!0),r.lineStart(),M=0;M<S;++M)r.point((R=E[M])[0],R[1]);r.lineEnd()}return}y>1&&v&2&&w.push(w.pop().concat(w.shift())),u.push(w.filter(cR))}}return f}}function cR(e){return e.length>1}function uR(e,t){return((e=e.x)[0]<0?e[1]-Ie-Ht:Ie-e[1])-((t=t.x)[0]<0?t[1]-Ie-Ht:Ie-t[1])}var Pv=Xv(function(){return!0},fR,dR,[-Kt,-Ie]);function fR(e){var t=NaN,n=NaN,i=NaN,r;return{lineStart:function(){e.lineStart(),r=1},point:function(s,o){var a=s>0?Kt:-Kt,l=fe(s-t);fe(l-Kt)<Ht?(e.point(t,n=(n+o)/2>0?Ie:-Ie),e.point(i,n),e.lineEnd(),e.lineStart(),e.point(a,n),e.point(s,n),r=0):i!==a&&l>=Kt&&(fe(t-i)<Ht&&(t-=i*Ht),fe(s-a)<Ht&&(s-=a*Ht),n=hR(t,n,s,o),e.point(i,n),e.lineEnd(),e.lineStart(),e.point(a,n),r=0),e.point(t=s,n=o),i=a},lineEnd:function(){e.lineEnd(),t=n=NaN},clean:function(){return 2-r}}}function hR(e,t,n,i){var r,s,o=Wt(e-n);return fe(o)>Ht?qo((Wt(t)*(s=Jt(i))*Wt(n)-Wt(i)*(r=Jt(t))*Wt(e))/(r*s*o)):(t+i)/2}function dR(e,t,n,i){var r;if(e==null)r=n*Ie,i.point(-Kt,r),i.point(0,r),i.point(Kt,r),i.point(Kt,0),i.point(Kt,-r),i.point(0,-r),i.point(-Kt,-r),i.point(-Kt,0),i.point(-Kt,r);else if(fe(e[0]-t[0])>Ht){var s=e[0]<t[0]?Kt:-Kt;r=n*s/2,i.point(-s,r),i.point(0,r),i.point(s,r)}else i.point(t[0],t[1])}function pR(e){var t=Jt(e),n=2*Re,i=t>0,r=fe(t)>Ht;function s(u,h,f,d){aR(d,e,n,f,u,h)}function o(u,h){return Jt(u)*Jt(h)>t}function a(u){var h,f,d,p,x;return{lineStart:function(){p=d=!1,x=1},point:function(m,g){var _=[m,g],b,v=o(m,g),w=i?v?0:c(m,g):v?c(m+(m<0?Kt:-Kt),g):0;if(!h&&(p=d=v)&&u.lineStart(),v!==d&&(b=l(h,_),(!b||hu(h,b)||hu(_,b))&&(_[2]=1)),v!==d)x=0,v?(u.lineStart(),b=l(_,h),u.point(b[0],b[1])):(b=l(h,_),u.point(b[0],b[1],2),u.lineEnd()),h=b;else if(r&&h&&i^v){var M;!(w&f)&&(M=l(_,h,!0))&&(x=0,i?(u.lineStart(),u.point(M[0][0],M[0][1]),u.point(M[1][0],M[1][1]),u.lineEnd()):(u.point(M[1][0],M[1][1]),u.lineEnd(),u.lineStart(),u.point(M[0][0],M[0][1],3)))}v&&(!h||!hu(h,_))&&u.point(_[0],_[1]),h=_,d=v,f=w},lineEnd:function(){d&&u.lineEnd(),h=null},clean:function(){return x|(p&&d)<<1}}}function l(u,h,f){var d=$o(u),p=$o(h),x=[1,0,0],m=mu(d,p),g=au(m,m),_=m[0],b=g-_*_;if(!b)return!f&&u;var v=t*g/b,w=-t*_/b,M=mu(x,m),y=lu(x,v),S=lu(m,w);vp(y,S);var E=M,R=au(y,E),C=au(E,E),L=R*R-C*(au(y,y)-1);if(!(L<0)){var O=Rn(L),I=lu(E,(-R-O)/C);if(vp(I,y),I=Tp(I),!f)return I;var N=u[0],k=h[0],z=u[1],Z=h[1],U;k<N&&(U=N,N=k,k=U);var G=k-N,q=fe(G-Kt)<Ht,ot=q||G<Ht;if(!q&&Z<z&&(U=z,z=Z,Z=U),ot?q?z+Z>0^I[1]<(fe(I[0]-N)<Ht?z:Z):z<=I[1]&&I[1]<=Z:G>Kt^(N<=I[0]&&I[0]<=k)){var ct=lu(E,(-R+O)/C);return vp(ct,y),[I,Tp(ct)]}}}function c(u,h){var f=i?e:Kt-e,d=0;return u<-f?d|=1:u>f&&(d|=2),h<-f?d|=4:h>f&&(d|=8),d}return Xv(o,a,s,i?[0,-e]:[-Kt,e-Kt])}function mR(e,t,n,i,r,s){var o=e[0],a=e[1],l=t[0],c=t[1],u=0,h=1,f=l-o,d=c-a,p;if(p=n-o,!(!f&&p>0)){if(p/=f,f<0){if(p<u)return;p<h&&(h=p)}else if(f>0){if(p>h)return;p>u&&(u=p)}if(p=r-o,!(!f&&p<0)){if(p/=f,f<0){if(p>h)return;p>u&&(u=p)}else if(f>0){if(p<u)return;p<h&&(h=p)}if(p=i-a,!(!d&&p>0)){if(p/=d,d<0){if(p<u)return;p<h&&(h=p)}else if(d>0){if(p>h)return;p>u&&(u=p)}if(p=s-a,!(!d&&p<0)){if(p/=d,d<0){if(p>h)return;p>u&&(u=p)}else if(d>0){if(p<u)return;p<h&&(h=p)}return u>0&&(e[0]=o+u*f,e[1]=a+u*d),h<1&&(t[0]=o+h*f,t[1]=a+h*d),!0}}}}}var fl=1e9,uu=-fl;function zp(e,t,n,i){function r(c,u){return e<=c&&c<=n&&t<=u&&u<=i}function s(c,u,h,f){var d=0,p=0;if(c==null||(d=o(c,h))!==(p=o(u,h))||l(c,u)<0^h>0)do f.point(d===0||d===3?e:n,d>1?i:t);while((d=(d+h+4)%4)!==p);else f.point(u[0],u[1])}function o(c,u){return fe(c[0]-e)<Ht?u>0?0:3:fe(c[0]-n)<Ht?u>0?2:1:fe(c[1]-t)<Ht?u>0?1:0:u>0?3:2}function a(c,u){return l(c.x,u.x)}function l(c,u){var h=o(c,1),f=o(u,1);return h!==f?h-f:h===0?u[1]-c[1]:h===1?c[0]-u[0]:h===2?c[1]-u[1]:u[0]-c[0]}return function(c){var u=c,h=Wv(),f,d,p,x,m,g,_,b,v,w,M,y={point:S,lineStart:L,lineEnd:O,polygonStart:R,polygonEnd:C};function S(N,k){r(N,k)&&u.point(N,k)}function E(){for(var N=0,k=0,z=d.length;k<z;++k)for(var Z=d[k],U=1,G=Z.length,q=Z[0],ot,ct,W=q[0],lt=q[1];U<G;++U)ot=W,ct=lt,q=Z[U],W=q[0],lt=q[1],ct<=i?lt>i&&(W-ot)*(i-ct)>(lt-ct)*(e-ot)&&++N:lt<=i&&(W-ot)*(i-ct)<(lt-ct)*(e-ot)&&--N;return N}function R(){u=h,f=[],d=[],M=!0}function C(){var N=E(),k=M&&N,z=(f=Kd(f)).length;(k||z)&&(c.polygonStart(),k&&(c.lineStart(),s(null,null,1,c),c.lineEnd()),z&&$v(f,a,N,s,c),c.polygonEnd()),u=c,f=d=p=null}function L(){y.point=I,d&&d.push(p=[]),w=!0,v=!1,_=b=NaN}function O(){f&&(I(x,m),g&&v&&h.rejoin(),f.push(h.result())),y.point=S,v&&u.lineEnd()}function I(N,k){var z=r(N,k);if(d&&p.push([N,k]),w)x=N,m=k,g=z,w=!1,z&&(u.lineStart(),u.point(N,k));else if(z&&v)u.point(N,k);else{var Z=[_=Math.max(uu,Math.min(fl,_)),b=Math.max(uu,Math.min(fl,b))],U=[N=Math.max(uu,Math.min(fl,N)),k=Math.max(uu,Math.min(fl,k))];mR(Z,U,e,t,n,i)?(v||(u.lineStart(),u.point(Z[0],Z[1])),u.point(U[0],U[1]),z||u.lineEnd(),M=!1):z&&(u.lineStart(),u.point(N,k),M=!1)}_=N,b=k,v=z}return y}}var Rp=e=>e,Mp=new Yn,Ip=new Yn,qv,Yv,Pp,Np,vr={point:ti,lineStart:ti,lineEnd:ti,polygonStart:function(){vr.lineStart=gR,vr.lineEnd=yR},polygonEnd:function(){vr.lineStart=vr.lineEnd=vr.point=ti,Mp.add(fe(Ip)),Ip=new Yn},result:function(){var e=Mp/2;return Mp=new Yn,e}};function gR(){vr.point=xR}function xR(e,t){vr.point=Zv,qv=Pp=e,Yv=Np=t}function Zv(e,t){Ip.add(Np*e-Pp*t),Pp=e,Np=t}function yR(){Zv(qv,Yv)}var Xo=1/0,gu=Xo,vl=-Xo,xu=vl,yu={point:_R,lineStart:ti,lineEnd:ti,polygonStart:ti,polygonEnd:ti,result:function(){var e=[[Xo,gu],[vl,xu]];return vl=xu=-(gu=Xo=1/0),e}};function _R(e,t){e<Xo&&(Xo=e),e>vl&&(vl=e),t<gu&&(gu=t),t>xu&&(xu=t)}var Lp=0,Dp=0,hl=0,_u=0,vu=0,Wo=0,Up=0,Fp=0,dl=0,Jv,Kv,ki,zi,Qn={point:Bs,lineStart:Nv,lineEnd:Lv,polygonStart:function(){Qn.lineStart=MR,Qn.lineEnd=SR},polygonEnd:function(){Qn.point=Bs,Qn.lineStart=Nv,Qn.lineEnd=Lv},result:function(){var e=dl?[Up/dl,Fp/dl]:Wo?[_u/Wo,vu/Wo]:hl?[Lp/hl,Dp/hl]:[NaN,NaN];return Lp=Dp=hl=_u=vu=Wo=Up=Fp=dl=0,e}};function Bs(e,t){Lp+=e,Dp+=t,++hl}function Nv(){Qn.point=vR}function vR(e,t){Qn.point=bR,Bs(ki=e,zi=t)}function bR(e,t){var n=e-ki,i=t-zi,r=Rn(n*n+i*i);_u+=r*(ki+e)/2,vu+=r*(zi+t)/2,Wo+=r,Bs(ki=e,zi=t)}function Lv(){Qn.point=Bs}function MR(){Qn.point=wR}function SR(){Qv(Jv,Kv)}function wR(e,t){Qn.point=Qv,Bs(Jv=ki=e,Kv=zi=t)}function Qv(e,t){var n=e-ki,i=t-zi,r=Rn(n*n+i*i);_u+=r*(ki+e)/2,vu+=r*(zi+t)/2,Wo+=r,r=zi*e-ki*t,Up+=r*(ki+e),Fp+=r*(zi+t),dl+=r*3,Bs(ki=e,zi=t)}function jv(e){this._context=e}jv.prototype={_radius:4.5,pointRadius:function(e){return this._radius=e,this},polygonStart:function(){this._line=0},polygonEnd:function(){this._line=NaN},lineStart:function(){this._point=0},lineEnd:function(){this._line===0&&this._context.closePath(),this._point=NaN},point:function(e,t){switch(this._point){case 0:{this._context.moveTo(e,t),this._point=1;break}case 1:{this._context.lineTo(e,t);break}default:{this._context.moveTo(e+this._radius,t),this._context.arc(e,t,this._radius,0,Bn);break}}},result:ti};var Op=new Yn,Sp,tb,eb,pl,ml,bl={point:ti,lineStart:function(){bl.point=TR},lineEnd:function(){Sp&&nb(tb,eb),bl.point=ti},polygonStart:function(){Sp=!0},polygonEnd:function(){Sp=null},result:function(){var e=+Op;return Op=new Yn,e}};function TR(e,t){bl.point=nb,tb=pl=e,eb=ml=t}function nb(e,t){pl-=e,ml-=t,Op.add(Rn(pl*pl+ml*ml)),pl=e,ml=t}var Dv,bu,Uv,Fv,Mu=class{constructor(t){this._append=t==null?ib:AR(t),this._radius=4.5,this._=""}pointRadius(t){return this._radius=+t,this}polygonStart(){this._line=0}polygonEnd(){this._line=NaN}lineStart(){this._point=0}lineEnd(){this._line===0&&(this._+="Z"),this._point=NaN}point(t,n){switch(this._point){case 0:{this._append`M${t},${n}`,this._point=1;break}case 1:{this._append`L${t},${n}`;break}default:{if(this._append`M${t},${n}`,this._radius!==Uv||this._append!==bu){let i=this._radius,r=this._;this._="",this._append`m0,${i}a${i},${i} 0 1,1 0,${-2*i}a${i},${i} 0 1,1 0,${2*i}z`,Uv=i,bu=this._append,Fv=this._,this._=r}this._+=Fv;break}}}result(){let t=this._;return this._="",t.length?t:null}};function ib(e){let t=1;this._+=e[0];for(let n=e.length;t<n;++t)this._+=arguments[t]+e[t]}function AR(e){let t=Math.floor(e);if(!(t>=0))throw new RangeError(`invalid digits: ${e}`);if(t>15)return ib;if(t!==Dv){let n=10**t;Dv=t,bu=function(r){let s=1;this._+=r[0];for(let o=r.length;s<o;++s)this._+=Math.round(arguments[s]*n)/n+r[s]}}return bu}function Sl(e,t){let n=3,i=4.5,r,s;function o(a){return a&&(typeof i=="function"&&s.pointRadius(+i.apply(this,arguments)),Qr(a,r(s))),s.result()}return o.area=function(a){return Qr(a,r(vr)),vr.result()},o.measure=function(a){return Qr(a,r(bl)),bl.result()},o.bounds=function(a){return Qr(a,r(yu)),yu.result()},o.centroid=function(a){return Qr(a,r(Qn)),Qn.result()},o.projection=function(a){return arguments.length?(r=a==null?(e=null,Rp):(e=a).stream,o):e},o.context=function(a){return arguments.length?(s=a==null?(t=null,new Mu(n)):new jv(t=a),typeof i!="function"&&s.pointRadius(i),o):t},o.pointRadius=function(a){return arguments.length?(i=typeof a=="function"?a:(s.pointRadius(+a),+a),o):i},o.digits=function(a){if(!arguments.length)return n;if(a==null)n=null;else{let l=Math.floor(a);if(!(l>=0))throw new RangeError(`invalid digits: ${a}`);n=l}return t===null&&(s=new Mu(n)),o},o.projection(e).digits(n).context(t)}function wl(e){return{stream:Tu(e)}}function Tu(e){return function(t){var n=new Bp;for(var i in e)n[i]=e[i];return n.stream=t,n}}function Bp(){}Bp.prototype={constructor:Bp,point:function(e,t){this.stream.point(e,t)},sphere:function(){this.stream.sphere()},lineStart:function(){this.stream.lineStart()},lineEnd:function(){this.stream.lineEnd()},polygonStart:function(){this.stream.polygonStart()},polygonEnd:function(){this.stream.polygonEnd()}};function Gp(e,t,n){var i=e.clipExtent&&e.clipExtent();return e.scale(150).translate([0,0]),i!=null&&e.clipExtent(null),Qr(n,e.stream(yu)),t(yu.result()),i!=null&&e.clipExtent(i),e}function Vp(e,t,n){return Gp(e,function(i){var r=t[1][0]-t[0][0],s=t[1][1]-t[0][1],o=Math.min(r/(i[1][0]-i[0][0]),s/(i[1][1]-i[0][1])),a=+t[0][0]+(r-o*(i[1][0]+i[0][0]))/2,l=+t[0][1]+(s-o*(i[1][1]+i[0][1]))/2;e.scale(150*o).translate([a,l])},n)}function rb(e,t,n){return Vp(e,[[0,0],t],n)}function sb(e,t,n){return Gp(e,function(i){var r=+t,s=r/(i[1][0]-i[0][0]),o=(r-s*(i[1][0]+i[0][0]))/2,a=-s*i[0][1];e.scale(150*s).translate([o,a])},n)}function ob(e,t,n){return Gp(e,function(i){var r=+t,s=r/(i[1][1]-i[0][1]),o=-s*i[0][0],a=(r-s*(i[1][1]+i[0][1]))/2;e.scale(150*s).translate([o,a])},n)}var Ov=16,ER=Jt(30*Re);function Bv(e,t){return+t?RR(e,t):CR(e)}function CR(e){return Tu({point:function(t,n){t=e(t,n),this.stream.point(t[0],t[1])}})}function RR(e,t){function n(i,r,s,o,a,l,c,u,h,f,d,p,x,m){var g=c-i,_=u-r,b=g*g+_*_;if(b>4*t&&x--){var v=o+f,w=a+d,M=l+p,y=Rn(v*v+w*w+M*M),S=ei(M/=y),E=fe(fe(M)-1)<Ht||fe(s-h)<Ht?(s+h)/2:br(w,v),R=e(E,S),C=R[0],L=R[1],O=C-i,I=L-r,N=_*O-g*I;(N*N/b>t||fe((g*O+_*I)/b-.5)>.3||o*f+a*d+l*p<ER)&&(n(i,r,s,o,a,l,C,L,E,v/=y,w/=y,M,x,m),m.point(C,L),n(C,L,E,v,w,M,c,u,h,f,d,p,x,m))}}return function(i){var r,s,o,a,l,c,u,h,f,d,p,x,m={point:g,lineStart:_,lineEnd:v,polygonStart:function(){i.polygonStart(),m.lineStart=w},polygonEnd:function(){i.polygonEnd(),m.lineStart=_}};function g(S,E){S=e(S,E),i.point(S[0],S[1])}function _(){h=NaN,m.point=b,i.lineStart()}function b(S,E){var R=$o([S,E]),C=e(S,E);n(h,f,u,d,p,x,h=C[0],f=C[1],u=S,d=R[0],p=R[1],x=R[2],Ov,i),i.point(h,f)}function v(){m.point=g,i.lineEnd()}function w(){_(),m.point=M,m.lineEnd=y}function M(S,E){b(r=S,E),s=h,o=f,a=d,l=p,c=x,m.point=b}function y(){n(h,f,u,d,p,x,s,o,r,a,l,c,Ov,i),m.lineEnd=v,v()}return m}}var IR=Tu({point:function(e,t){this.stream.point(e*Re,t*Re)}});function PR(e){return Tu({point:function(t,n){var i=e(t,n);return this.stream.point(i[0],i[1])}})}function NR(e,t,n,i,r){function s(o,a){return o*=i,a*=r,[t+e*o,n-e*a]}return s.invert=function(o,a){return[(o-t)/e*i,(n-a)/e*r]},s}function kv(e,t,n,i,r,s){if(!s)return NR(e,t,n,i,r);var o=Jt(s),a=Wt(s),l=o*e,c=a*e,u=o/e,h=a/e,f=(a*n-o*t)/e,d=(a*t+o*n)/e;function p(x,m){return x*=i,m*=r,[l*x-c*m+t,n-c*x-l*m]}return p.invert=function(x,m){return[i*(u*x-h*m+f),r*(d-h*x-u*m)]},p}function jr(e){return ab(function(){return e})()}function ab(e){var t,n=150,i=480,r=250,s=0,o=0,a=0,l=0,c=0,u,h=0,f=1,d=1,p=null,x=Pv,m=null,g,_,b,v=Rp,w=.5,M,y,S,E,R;function C(N){return S(N[0]*Re,N[1]*Re)}function L(N){return N=S.invert(N[0],N[1]),N&&[N[0]*_n,N[1]*_n]}C.stream=function(N){return E&&R===N?E:E=IR(PR(u)(x(M(v(R=N)))))},C.preclip=function(N){return arguments.length?(x=N,p=void 0,I()):x},C.postclip=function(N){return arguments.length?(v=N,m=g=_=b=null,I()):v},C.clipAngle=function(N){return arguments.length?(x=+N?pR(p=N*Re):(p=null,Pv),I()):p*_n},C.clipExtent=function(N){return arguments.length?(v=N==null?(m=g=_=b=null,Rp):zp(m=+N[0][0],g=+N[0][1],_=+N[1][0],b=+N[1][1]),I()):m==null?null:[[m,g],[_,b]]},C.scale=function(N){return arguments.length?(n=+N,O()):n},C.translate=function(N){return arguments.length?(i=+N[0],r=+N[1],O()):[i,r]},C.center=function(N){return arguments.length?(s=N[0]%360*Re,o=N[1]%360*Re,O()):[s*_n,o*_n]},C.rotate=function(N){return arguments.length?(a=N[0]%360*Re,l=N[1]%360*Re,c=N.length>2?N[2]%360*Re:0,O()):[a*_n,l*_n,c*_n]},C.angle=function(N){return arguments.length?(h=N%360*Re,O()):h*_n},C.reflectX=function(N){return arguments.length?(f=N?-1:1,O()):f<0},C.reflectY=function(N){return arguments.length?(d=N?-1:1,O()):d<0},C.precision=function(N){return arguments.length?(M=Bv(y,w=N*N),I()):Rn(w)},C.fitExtent=function(N,k){return Vp(C,N,k)},C.fitSize=function(N,k){return rb(C,N,k)},C.fitWidth=function(N,k){return sb(C,N,k)},C.fitHeight=function(N,k){return ob(C,N,k)};function O(){var N=kv(n,0,0,f,d,h).apply(null,t(s,o)),k=kv(n,i-N[0],r-N[1],f,d,h);return u=Hv(a,l,c),y=Ep(t,k),S=Ep(u,y),M=Bv(y,w),I()}function I(){return E=R=null,C}return function(){return t=e.apply(this,arguments),C.invert=t.invert&&L,O()}}function Hp(e){var t=0,n=Kt/3,i=ab(e),r=i(t,n);return r.parallels=function(s){return arguments.length?i(t=s[0]*Re,n=s[1]*Re):[t*_n,n*_n]},r}function LR(e){var t=Jt(e);function n(i,r){return[i*t,Wt(r)/t]}return n.invert=function(i,r){return[i/t,ei(r*t)]},n}function DR(e,t){var n=Wt(e),i=(n+Wt(t))/2;if(fe(i)<Ht)return LR(e);var r=1+n*(2*i-n),s=Rn(r)/i;function o(a,l){var c=Rn(r-2*i*Wt(l))/i;return[c*Wt(a*=i),s-c*Jt(a)]}return o.invert=function(a,l){var c=s-l,u=br(a,fe(c))*jn(c);return c*i<0&&(u-=Kt*jn(a)*jn(c)),[u/i,ei((r-(a*a+c*c)*i*i)/(2*i))]},o}function Ml(){return Hp(DR).scale(155.424).center([0,33.6442])}function Wp(){return Ml().parallels([29.5,45.5]).scale(1070).translate([480,250]).rotate([96,0]).center([-.6,38.7])}function UR(e){var t=e.length;return{point:function(n,i){for(var r=-1;++r<t;)e[r].point(n,i)},sphere:function(){for(var n=-1;++n<t;)e[n].sphere()},lineStart:function(){for(var n=-1;++n<t;)e[n].lineStart()},lineEnd:function(){for(var n=-1;++n<t;)e[n].lineEnd()},polygonStart:function(){for(var n=-1;++n<t;)e[n].polygonStart()},polygonEnd:function(){for(var n=-1;++n<t;)e[n].polygonEnd()}}}function lb(){var e,t,n=Wp(),i,r=Ml().rotate([154,0]).center([-2,58.5]).parallels([55,65]),s,o=Ml().rotate([157,0]).center([-3,19.9]).parallels([8,18]),a,l,c={point:function(f,d){l=[f,d]}};function u(f){var d=f[0],p=f[1];return l=null,i.point(d,p),l||(s.point(d,p),l)||(a.point(d,p),l)}u.invert=function(f){var d=n.scale(),p=n.translate(),x=(f[0]-p[0])/d,m=(f[1]-p[1])/d;return(m>=.12&&m<.234&&x>=-.425&&x<-.214?r:m>=.166&&m<.234&&x>=-.214&&x<-.115?o:n).invert(f)},u.stream=function(f){return e&&t===f?e:e=UR([n.stream(t=f),r.stream(f),o.stream(f)])},u.precision=function(f){return arguments.length?(n.precision(f),r.precision(f),o.precision(f),h()):n.precision()},u.scale=function(f){return arguments.length?(n.scale(f),r.scale(f*.35),o.scale(f),u.translate(n.translate())):n.scale()},u.translate=function(f){if(!arguments.length)return n.translate();var d=n.scale(),p=+f[0],x=+f[1];return i=n.translate(f).clipExtent([[p-.455*d,x-.238*d],[p+.455*d,x+.238*d]]).stream(c),s=r.translate([p-.307*d,x+.201*d]).clipExtent([[p-.425*d+Ht,x+.12*d+Ht],[p-.214*d-Ht,x+.234*d-Ht]]).stream(c),a=o.translate([p-.205*d,x+.212*d]).clipExtent([[p-.214*d+Ht,x+.166*d+Ht],[p-.115*d-Ht,x+.234*d-Ht]]).stream(c),h()},u.fitExtent=function(f,d){return Vp(u,f,d)},u.fitSize=function(f,d){return rb(u,f,d)},u.fitWidth=function(f,d){return sb(u,f,d)},u.fitHeight=function(f,d){return ob(u,f,d)};function h(){return e=t=null,u}return u.scale(1070)}function cb(e){return function(t,n){var i=Jt(t),r=Jt(n),s=e(i*r);return s===1/0?[2,0]:[s*r*Wt(t),s*Wt(n)]}}function Tl(e){return function(t,n){var i=Rn(t*t+n*n),r=e(i),s=Wt(r),o=Jt(r);return[br(t*s,i*o),ei(i&&n*s/i)]}}var ub=cb(function(e){return Rn(2/(1+e))});ub.invert=Tl(function(e){return 2*ei(e/2)});function fb(){return jr(ub).scale(124.75).clipAngle(180-.001)}var hb=cb(function(e){return(e=Vv(e))&&e/Wt(e)});hb.invert=Tl(function(e){return e});function db(){return jr(hb).scale(79.4188).clipAngle(180-.001)}function Au(e,t){return[e,du(kp((Ie+t)/2))]}Au.invert=function(e,t){return[e,2*qo(Gv(t))-Ie]};function pb(){return mb(Au).scale(961/Bn)}function mb(e){var t=jr(e),n=t.center,i=t.scale,r=t.translate,s=t.clipExtent,o=null,a,l,c;t.scale=function(h){return arguments.length?(i(h),u()):i()},t.translate=function(h){return arguments.length?(r(h),u()):r()},t.center=function(h){return arguments.length?(n(h),u()):n()},t.clipExtent=function(h){return arguments.length?(h==null?o=a=l=c=null:(o=+h[0][0],a=+h[0][1],l=+h[1][0],c=+h[1][1]),u()):o==null?null:[[o,a],[l,c]]};function u(){var h=Kt*i(),f=t(oR(t.rotate()).invert([0,0]));return s(o==null?[[f[0]-h,f[1]-h],[f[0]+h,f[1]+h]]:e===Au?[[Math.max(f[0]-h,o),a],[Math.min(f[0]+h,l),c]]:[[o,Math.max(f[1]-h,a)],[l,Math.min(f[1]+h,c)]])}return u()}function fu(e){return kp((Ie+e)/2)}function FR(e,t){var n=Jt(e),i=e===t?Wt(e):du(n/Jt(t))/du(fu(t)/fu(e)),r=n*_p(fu(e),i)/i;if(!i)return Au;function s(o,a){r>0?a<-Ie+Ht&&(a=-Ie+Ht):a>Ie-Ht&&(a=Ie-Ht);var l=r/_p(fu(a),i);return[l*Wt(i*o),r-l*Jt(i*o)]}return s.invert=function(o,a){var l=r-a,c=jn(i)*Rn(o*o+l*l),u=br(o,fe(l))*jn(l);return l*i<0&&(u-=Kt*jn(o)*jn(l)),[u/i,2*qo(_p(r/c,1/i))-Ie]},s}function gb(){return Hp(FR).scale(109.5).parallels([30,30])}function Su(e,t){return[e,t]}Su.invert=Su;function xb(){return jr(Su).scale(152.63)}function OR(e,t){var n=Jt(e),i=e===t?Wt(e):(n-Jt(t))/(t-e),r=n/i+e;if(fe(i)<Ht)return Su;function s(o,a){var l=r-a,c=i*o;return[l*Wt(c),r-l*Jt(c)]}return s.invert=function(o,a){var l=r-a,c=br(o,fe(l))*jn(l);return l*i<0&&(c-=Kt*jn(o)*jn(l)),[c/i,r-jn(i)*Rn(o*o+l*l)]},s}function yb(){return Hp(OR).scale(131.154).center([0,13.9389])}var gl=1.340264,xl=-.081106,yl=893e-6,_l=.003796,wu=Rn(3)/2,BR=12;function _b(e,t){var n=ei(wu*Wt(t)),i=n*n,r=i*i*i;return[e*Jt(n)/(wu*(gl+3*xl*i+r*(7*yl+9*_l*i))),n*(gl+xl*i+r*(yl+_l*i))]}_b.invert=function(e,t){for(var n=t,i=n*n,r=i*i*i,s=0,o,a,l;s<BR&&(a=n*(gl+xl*i+r*(yl+_l*i))-t,l=gl+3*xl*i+r*(7*yl+9*_l*i),n-=o=a/l,i=n*n,r=i*i*i,!(fe(o)<zv));++s);return[wu*e*(gl+3*xl*i+r*(7*yl+9*_l*i))/Jt(n),ei(Wt(n)/wu)]};function vb(){return jr(_b).scale(177.158)}function bb(e,t){var n=Jt(t),i=Jt(e)*n;return[n*Wt(e)/i,Wt(t)/i]}bb.invert=Tl(qo);function Mb(){return jr(bb).scale(144.049).clipAngle(60)}function kR(e,t){var n=t*t,i=n*n;return[e*(.8707-.131979*n+i*(-.013791+i*(.003971*n-.001529*i))),t*(1.007226+n*(.015085+i*(-.044475+.028874*n-.005916*i)))]}kR.invert=function(e,t){var n=t,i=25,r;do{var s=n*n,o=s*s;n-=r=(n*(1.007226+s*(.015085+o*(-.044475+.028874*s-.005916*o)))-t)/(1.007226+s*(.015085*3+o*(-.044475*7+.028874*9*s-.005916*11*o)))}while(fe(r)>Ht&&--i>0);return[e/(.8707+(s=n*n)*(-.131979+s*(-.013791+s*s*s*(.003971-.001529*s)))),n]};function Sb(e,t){return[Jt(t)*Wt(e),Wt(t)]}Sb.invert=Tl(ei);function wb(){return jr(Sb).scale(249.5).clipAngle(90+Ht)}function Tb(e,t){var n=Jt(t),i=1+Jt(e)*n;return[n*Wt(e)/i,Wt(t)/i]}Tb.invert=Tl(function(e){return 2*qo(e)});function Ab(){return jr(Tb).scale(250).clipAngle(142)}function Eb(e,t){return[du(kp((Ie+t)/2)),-e]}Eb.invert=function(e,t){return[-t,2*qo(Gv(e))-Ie]};function Cb(){var e=mb(Eb),t=e.center,n=e.rotate;return e.center=function(i){return arguments.length?t([-i[1],i[0]]):(i=t(),[i[1],-i[0]])},e.rotate=function(i){return arguments.length?n([i[0],i[1],i.length>2?i[2]+90:90]):(i=n(),[i[0],i[1],i[2]-90])},n([0,0,90]).scale(159.155)}var $p=new Date,Xp=new Date;function ze(e,t,n,i){function r(s){return e(s=arguments.length===0?new Date:new Date(+s)),s}return r.floor=s=>(e(s=new Date(+s)),s),r.ceil=s=>(e(s=new Date(s-1)),t(s,1),e(s),s),r.round=s=>{let o=r(s),a=r.ceil(s);return s-o<a-s?o:a},r.offset=(s,o)=>(t(s=new Date(+s),o==null?1:Math.floor(o)),s),r.range=(s,o,a)=>{let l=[];if(s=r.ceil(s),a=a==null?1:Math.floor(a),!(s<o)||!(a>0))return l;let c;do l.push(c=new Date(+s)),t(s,a),e(s);while(c<s&&s<o);return l},r.filter=s=>ze(o=>{if(o>=o)for(;e(o),!s(o);)o.setTime(o-1)},(o,a)=>{if(o>=o)if(a<0)for(;++a<=0;)for(;t(o,-1),!s(o););else for(;--a>=0;)for(;t(o,1),!s(o););}),n&&(r.count=(s,o)=>($p.setTime(+s),Xp.setTime(+o),e($p),e(Xp),Math.floor(n($p,Xp))),r.every=s=>(s=Math.floor(s),!isFinite(s)||!(s>0)?null:s>1?r.filter(i?o=>i(o)%s===0:o=>r.count(0,o)%s===0):r)),r}var Eu=ze(()=>{},(e,t)=>{e.setTime(+e+t)},(e,t)=>t-e);Eu.every=e=>(e=Math.floor(e),!isFinite(e)||!(e>0)?null:e>1?ze(t=>{t.setTime(Math.floor(t/e)*e)},(t,n)=>{t.setTime(+t+n*e)},(t,n)=>(n-t)/e):Eu);var JB=Eu.range,Mr=1e3,ni=Mr*60,Sr=ni*60,wr=Sr*24,Yp=wr*7,Rb=wr*30,qp=wr*365,vn=ze(e=>{e.setTime(e-e.getMilliseconds())},(e,t)=>{e.setTime(+e+t*Mr)},(e,t)=>(t-e)/Mr,e=>e.getUTCSeconds()),KB=vn.range,ks=ze(e=>{e.setTime(e-e.getMilliseconds()-e.getSeconds()*Mr)},(e,t)=>{e.setTime(+e+t*ni)},(e,t)=>(t-e)/ni,e=>e.getMinutes()),QB=ks.range,zs=ze(e=>{e.setUTCSeconds(0,0)},(e,t)=>{e.setTime(+e+t*ni)},(e,t)=>(t-e)/ni,e=>e.getUTCMinutes()),jB=zs.range,Gs=ze(e=>{e.setTime(e-e.getMilliseconds()-e.getSeconds()*Mr-e.getMinutes()*ni)},(e,t)=>{e.setTime(+e+t*Sr)},(e,t)=>(t-e)/Sr,e=>e.getHours()),t6=Gs.range,Vs=ze(e=>{e.setUTCMinutes(0,0,0)},(e,t)=>{e.setTime(+e+t*Sr)},(e,t)=>(t-e)/Sr,e=>e.getUTCHours()),e6=Vs.range,Gi=ze(e=>e.setHours(0,0,0,0),(e,t)=>e.setDate(e.getDate()+t),(e,t)=>(t-e-(t.getTimezoneOffset()-e.getTimezoneOffset())*ni)/wr,e=>e.getDate()-1),n6=Gi.range,Yo=ze(e=>{e.setUTCHours(0,0,0,0)},(e,t)=>{e.setUTCDate(e.getUTCDate()+t)},(e,t)=>(t-e)/wr,e=>e.getUTCDate()-1),i6=Yo.range,Al=ze(e=>{e.setUTCHours(0,0,0,0)},(e,t)=>{e.setUTCDate(e.getUTCDate()+t)},(e,t)=>(t-e)/wr,e=>Math.floor(e/wr)),r6=Al.range;function Hs(e){return ze(t=>{t.setDate(t.getDate()-(t.getDay()+7-e)%7),t.setHours(0,0,0,0)},(t,n)=>{t.setDate(t.getDate()+n*7)},(t,n)=>(n-t-(n.getTimezoneOffset()-t.getTimezoneOffset())*ni)/Yp)}var Vi=Hs(0),Ws=Hs(1),Zp=Hs(2),Jp=Hs(3),Tr=Hs(4),Kp=Hs(5),Qp=Hs(6),s6=Vi.range,o6=Ws.range,a6=Zp.range,l6=Jp.range,c6=Tr.range,u6=Kp.range,f6=Qp.range;function $s(e){return ze(t=>{t.setUTCDate(t.getUTCDate()-(t.getUTCDay()+7-e)%7),t.setUTCHours(0,0,0,0)},(t,n)=>{t.setUTCDate(t.getUTCDate()+n*7)},(t,n)=>(n-t)/Yp)}var Hi=$s(0),Xs=$s(1),jp=$s(2),tm=$s(3),Ar=$s(4),em=$s(5),nm=$s(6),h6=Hi.range,d6=Xs.range,p6=jp.range,m6=tm.range,g6=Ar.range,x6=em.range,y6=nm.range,qs=ze(e=>{e.setDate(1),e.setHours(0,0,0,0)},(e,t)=>{e.setMonth(e.getMonth()+t)},(e,t)=>t.getMonth()-e.getMonth()+(t.getFullYear()-e.getFullYear())*12,e=>e.getMonth()),_6=qs.range,Ys=ze(e=>{e.setUTCDate(1),e.setUTCHours(0,0,0,0)},(e,t)=>{e.setUTCMonth(e.getUTCMonth()+t)},(e,t)=>t.getUTCMonth()-e.getUTCMonth()+(t.getUTCFullYear()-e.getUTCFullYear())*12,e=>e.getUTCMonth()),v6=Ys.range,In=ze(e=>{e.setMonth(0,1),e.setHours(0,0,0,0)},(e,t)=>{e.setFullYear(e.getFullYear()+t)},(e,t)=>t.getFullYear()-e.getFullYear(),e=>e.getFullYear());In.every=e=>!isFinite(e=Math.floor(e))||!(e>0)?null:ze(t=>{t.setFullYear(Math.floor(t.getFullYear()/e)*e),t.setMonth(0,1),t.setHours(0,0,0,0)},(t,n)=>{t.setFullYear(t.getFullYear()+n*e)});var b6=In.range,Pn=ze(e=>{e.setUTCMonth(0,1),e.setUTCHours(0,0,0,0)},(e,t)=>{e.setUTCFullYear(e.getUTCFullYear()+t)},(e,t)=>t.getUTCFullYear()-e.getUTCFullYear(),e=>e.getUTCFullYear());Pn.every=e=>!isFinite(e=Math.floor(e))||!(e>0)?null:ze(t=>{t.setUTCFullYear(Math.floor(t.getUTCFullYear()/e)*e),t.setUTCMonth(0,1),t.setUTCHours(0,0,0,0)},(t,n)=>{t.setUTCFullYear(t.getUTCFullYear()+n*e)});var M6=Pn.range;function Ib(e,t,n,i,r,s){let o=[[vn,1,Mr],[vn,5,5*Mr],[vn,15,15*Mr],[vn,30,30*Mr],[s,1,ni],[s,5,5*ni],[s,15,15*ni],[s,30,30*ni],[r,1,Sr],[r,3,3*Sr],[r,6,6*Sr],[r,12,12*Sr],[i,1,wr],[i,2,2*wr],[n,1,Yp],[t,1,Rb],[t,3,3*Rb],[e,1,qp]];function a(c,u,h){let f=u<c;f&&([c,u]=[u,c]);let d=h&&typeof h.range=="function"?h:l(c,u,h),p=d?d.range(c,+u+1):[];return f?p.reverse():p}function l(c,u,h){let f=Math.abs(u-c)/h,d=Po(([,,m])=>m).right(o,f);if(d===o.length)return e.every(rl(c/qp,u/qp,h));if(d===0)return Eu.every(Math.max(rl(c,u,h),1));let[p,x]=o[f/o[d-1][2]<o[d][2]/f?d-1:d];return p.every(x)}return[a,l]}var[Pb,Cu]=Ib(Pn,Ys,Hi,Al,Vs,zs),[Nb,Lb]=Ib(In,qs,Vi,Gi,Gs,ks);function im(e){if(0<=e.y&&e.y<100){var t=new Date(-1,e.m,e.d,e.H,e.M,e.S,e.L);return t.setFullYear(e.y),t}return new Date(e.y,e.m,e.d,e.H,e.M,e.S,e.L)}function rm(e){if(0<=e.y&&e.y<100){var t=new Date(Date.UTC(-1,e.m,e.d,e.H,e.M,e.S,e.L));return t.setUTCFullYear(e.y),t}return new Date(Date.UTC(e.y,e.m,e.d,e.H,e.M,e.S,e.L))}function El(e,t,n){return{y:e,m:t,d:n,H:0,M:0,S:0,L:0}}function zR(e){var t=e.dateTime,n=e.date,i=e.time,r=e.periods,s=e.days,o=e.shortDays,a=e.months,l=e.shortMonths,c=Cl(r),u=Rl(r),h=Cl(s),f=Rl(s),d=Cl(o),p=Rl(o),x=Cl(a),m=Rl(a),g=Cl(l),_=Rl(l),b={a:z,A:Z,b:U,B:G,c:null,d:kb,e:kb,f:cI,g:_I,G:bI,H:oI,I:aI,j:lI,L:Wb,m:uI,M:fI,p:q,q:ot,Q:Vb,s:Hb,S:hI,u:dI,U:pI,V:mI,w:gI,W:xI,x:null,X:null,y:yI,Y:vI,Z:MI,"%":Gb},v={a:ct,A:W,b:lt,B:ht,c:null,d:zb,e:zb,f:AI,g:FI,G:BI,H:SI,I:wI,j:TI,L:Xb,m:EI,M:CI,p:at,q:st,Q:Vb,s:Hb,S:RI,u:II,U:PI,V:NI,w:LI,W:DI,x:null,X:null,y:UI,Y:OI,Z:kI,"%":Gb},w={a:R,A:C,b:L,B:O,c:I,d:Ob,e:Ob,f:nI,g:Fb,G:Ub,H:Bb,I:Bb,j:QR,L:eI,m:KR,M:jR,p:E,q:JR,Q:rI,s:sI,S:tI,u:$R,U:XR,V:qR,w:WR,W:YR,x:N,X:k,y:Fb,Y:Ub,Z:ZR,"%":iI};b.x=M(n,b),b.X=M(i,b),b.c=M(t,b),v.x=M(n,v),v.X=M(i,v),v.c=M(t,v);function M(J,xt){return function(ut){var K=[],Pt=-1,mt=0,Ft=J.length,Gt,ae,re;for(ut instanceof Date||(ut=new Date(+ut));++Pt<Ft;)J.charCodeAt(Pt)===37&&(K.push(J.slice(mt,Pt)),(ae=Db[Gt=J.charAt(++Pt)])!=null?Gt=J.charAt(++Pt):ae=Gt==="e"?" ":"0",(re=xt[Gt])&&(Gt=re(ut,ae)),K.push(Gt),mt=Pt+1);return K.push(J.slice(mt,Pt)),K.join("")}}function y(J,xt){return function(ut){var K=El(1900,void 0,1),Pt=S(K,J,ut+="",0),mt,Ft;if(Pt!=ut.length)return null;if("Q"in K)return new Date(K.Q);if("s"in K)return new Date(K.s*1e3+("L"in K?K.L:0));if(xt&&!("Z"in K)&&(K.Z=0),"p"in K&&(K.H=K.H%12+K.p*12),K.m===void 0&&(K.m="q"in K?K.q:0),"V"in K){if(K.V<1||K.V>53)return null;"w"in K||(K.w=1),"Z"in K?(mt=rm(El(K.y,0,1)),Ft=mt.getUTCDay(),mt=Ft>4||Ft===0?Xs.ceil(mt):Xs(mt),mt=Yo.offset(mt,(K.V-1)*7),K.y=mt.getUTCFullYear(),K.m=mt.getUTCMonth(),K.d=mt.getUTCDate()+(K.w+6)%7):(mt=im(El(K.y,0,1)),Ft=mt.getDay(),mt=Ft>4||Ft===0?Ws.ceil(mt):Ws(mt),mt=Gi.offset(mt,(K.V-1)*7),K.y=mt.getFullYear(),K.m=mt.getMonth(),K.d=mt.getDate()+(K.w+6)%7)}else("W"in K||"U"in K)&&("w"in K||(K.w="u"in K?K.u%7:"W"in K?1:0),Ft="Z"in K?rm(El(K.y,0,1)).getUTCDay():im(El(K.y,0,1)).getDay(),K.m=0,K.d="W"in K?(K.w+6)%7+K.W*7-(Ft+5)%7:K.w+K.U*7-(Ft+6)%7);return"Z"in K?(K.H+=K.Z/100|0,K.M+=K.Z%100,rm(K)):im(K)}}function S(J,xt,ut,K){for(var Pt=0,mt=xt.length,Ft=ut.length,Gt,ae;Pt<mt;){if(K>=Ft)return-1;if(Gt=xt.charCodeAt(Pt++),Gt===37){if(Gt=xt.charAt(Pt++),ae=w[Gt in Db?xt.charAt(Pt++):Gt],!ae||(K=ae(J,ut,K))<0)return-1}else if(Gt!=ut.charCodeAt(K++))return-1}return K}function E(J,xt,ut){var K=c.exec(xt.slice(ut));return K?(J.p=u.get(K[0].toLowerCase()),ut+K[0].length):-1}function R(J,xt,ut){var K=d.exec(xt.slice(ut));return K?(J.w=p.get(K[0].toLowerCase()),ut+K[0].length):-1}function C(J,xt,ut){var K=h.exec(xt.slice(ut));return K?(J.w=f.get(K[0].toLowerCase()),ut+K[0].length):-1}function L(J,xt,ut){var K=g.exec(xt.slice(ut));return K?(J.m=_.get(K[0].toLowerCase()),ut+K[0].length):-1}function O(J,xt,ut){var K=x.exec(xt.slice(ut));return K?(J.m=m.get(K[0].toLowerCase()),ut+K[0].length):-1}function I(J,xt,ut){return S(J,t,xt,ut)}function N(J,xt,ut){return S(J,n,xt,ut)}function k(J,xt,ut){return S(J,i,xt,ut)}function z(J){return o[J.getDay()]}function Z(J){return s[J.getDay()]}function U(J){return l[J.getMonth()]}function G(J){return a[J.getMonth()]}function q(J){return r[+(J.getHours()>=12)]}function ot(J){return 1+~~(J.getMonth()/3)}function ct(J){return o[J.getUTCDay()]}function W(J){return s[J.getUTCDay()]}function lt(J){return l[J.getUTCMonth()]}function ht(J){return a[J.getUTCMonth()]}function at(J){return r[+(J.getUTCHours()>=12)]}function st(J){return 1+~~(J.getUTCMonth()/3)}return{format:function(J){var xt=M(J+="",b);return xt.toString=function(){return J},xt},parse:function(J){var xt=y(J+="",!1);return xt.toString=function(){return J},xt},utcFormat:function(J){var xt=M(J+="",v);return xt.toString=function(){return J},xt},utcParse:function(J){var xt=y(J+="",!0);return xt.toString=function(){return J},xt}}}var Db={"-":"",_:" ",0:"0"},je=/^\s*\d+/,GR=/^%/,VR=/[\\^$*+?|[\]().{}]/g;function se(e,t,n){var i=e<0?"-":"",r=(i?-e:e)+"",s=r.length;return i+(s<n?new Array(n-s+1).join(t)+r:r)}function HR(e){return e.replace(VR,"\\$&")}function Cl(e){return new RegExp("^(?:"+e.map(HR).join("|")+")","i")}function Rl(e){return new Map(e.map((t,n)=>[t.toLowerCase(),n]))}function WR(e,t,n){var i=je.exec(t.slice(n,n+1));return i?(e.w=+i[0],n+i[0].length):-1}function $R(e,t,n){var i=je.exec(t.slice(n,n+1));return i?(e.u=+i[0],n+i[0].length):-1}function XR(e,t,n){var i=je.exec(t.slice(n,n+2));return i?(e.U=+i[0],n+i[0].length):-1}function qR(e,t,n){var i=je.exec(t.slice(n,n+2));return i?(e.V=+i[0],n+i[0].length):-1}function YR(e,t,n){var i=je.exec(t.slice(n,n+2));return i?(e.W=+i[0],n+i[0].length):-1}function Ub(e,t,n){var i=je.exec(t.slice(n,n+4));return i?(e.y=+i[0],n+i[0].length):-1}function Fb(e,t,n){var i=je.exec(t.slice(n,n+2));return i?(e.y=+i[0]+(+i[0]>68?1900:2e3),n+i[0].length):-1}function ZR(e,t,n){var i=/^(Z)|([+-]\d\d)(?::?(\d\d))?/.exec(t.slice(n,n+6));return i?(e.Z=i[1]?0:-(i[2]+(i[3]||"00")),n+i[0].length):-1}function JR(e,t,n){var i=je.exec(t.slice(n,n+1));return i?(e.q=i[0]*3-3,n+i[0].length):-1}function KR(e,t,n){var i=je.exec(t.slice(n,n+2));return i?(e.m=i[0]-1,n+i[0].length):-1}function Ob(e,t,n){var i=je.exec(t.slice(n,n+2));return i?(e.d=+i[0],n+i[0].length):-1}function QR(e,t,n){var i=je.exec(t.slice(n,n+3));return i?(e.m=0,e.d=+i[0],n+i[0].length):-1}function Bb(e,t,n){var i=je.exec(t.slice(n,n+2));return i?(e.H=+i[0],n+i[0].length):-1}function jR(e,t,n){var i=je.exec(t.slice(n,n+2));return i?(e.M=+i[0],n+i[0].length):-1}function tI(e,t,n){var i=je.exec(t.slice(n,n+2));return i?(e.S=+i[0],n+i[0].length):-1}function eI(e,t,n){var i=je.exec(t.slice(n,n+3));return i?(e.L=+i[0],n+i[0].length):-1}function nI(e,t,n){var i=je.exec(t.slice(n,n+6));return i?(e.L=Math.floor(i[0]/1e3),n+i[0].length):-1}function iI(e,t,n){var i=GR.exec(t.slice(n,n+1));return i?n+i[0].length:-1}function rI(e,t,n){var i=je.exec(t.slice(n));return i?(e.Q=+i[0],n+i[0].length):-1}function sI(e,t,n){var i=je.exec(t.slice(n));return i?(e.s=+i[0],n+i[0].length):-1}function kb(e,t){return se(e.getDate(),t,2)}function oI(e,t){return se(e.getHours(),t,2)}function aI(e,t){return se(e.getHours()%12||12,t,2)}function lI(e,t){return se(1+Gi.count(In(e),e),t,3)}function Wb(e,t){return se(e.getMilliseconds(),t,3)}function cI(e,t){return Wb(e,t)+"000"}function uI(e,t){return se(e.getMonth()+1,t,2)}function fI(e,t){return se(e.getMinutes(),t,2)}function hI(e,t){return se(e.getSeconds(),t,2)}function dI(e){var t=e.getDay();return t===0?7:t}function pI(e,t){return se(Vi.count(In(e)-1,e),t,2)}function $b(e){var t=e.getDay();return t>=4||t===0?Tr(e):Tr.ceil(e)}function mI(e,t){return e=$b(e),se(Tr.count(In(e),e)+(In(e).getDay()===4),t,2)}function gI(e){return e.getDay()}function xI(e,t){return se(Ws.count(In(e)-1,e),t,2)}function yI(e,t){return se(e.getFullYear()%100,t,2)}function _I(e,t){return e=$b(e),se(e.getFullYear()%100,t,2)}function vI(e,t){return se(e.getFullYear()%1e4,t,4)}function bI(e,t){var n=e.getDay();return e=n>=4||n===0?Tr(e):Tr.ceil(e),se(e.getFullYear()%1e4,t,4)}function MI(e){var t=e.getTimezoneOffset();return(t>0?"-":(t*=-1,"+"))+se(t/60|0,"0",2)+se(t%60,"0",2)}function zb(e,t){return se(e.getUTCDate(),t,2)}function SI(e,t){return se(e.getUTCHours(),t,2)}function wI(e,t){return se(e.getUTCHours()%12||12,t,2)}function TI(e,t){return se(1+Yo.count(Pn(e),e),t,3)}function Xb(e,t){return se(e.getUTCMilliseconds(),t,3)}function AI(e,t){return Xb(e,t)+"000"}function EI(e,t){return se(e.getUTCMonth()+1,t,2)}function CI(e,t){return se(e.getUTCMinutes(),t,2)}function RI(e,t){return se(e.getUTCSeconds(),t,2)}function II(e){var t=e.getUTCDay();return t===0?7:t}function PI(e,t){return se(Hi.count(Pn(e)-1,e),t,2)}function qb(e){var t=e.getUTCDay();return t>=4||t===0?Ar(e):Ar.ceil(e)}function NI(e,t){return e=qb(e),se(Ar.count(Pn(e),e)+(Pn(e).getUTCDay()===4),t,2)}function LI(e){return e.getUTCDay()}function DI(e,t){return se(Xs.count(Pn(e)-1,e),t,2)}function UI(e,t){return se(e.getUTCFullYear()%100,t,2)}function FI(e,t){return e=qb(e),se(e.getUTCFullYear()%100,t,2)}function OI(e,t){return se(e.getUTCFullYear()%1e4,t,4)}function BI(e,t){var n=e.getUTCDay();return e=n>=4||n===0?Ar(e):Ar.ceil(e),se(e.getUTCFullYear()%1e4,t,4)}function kI(){return"+0000"}function Gb(){return"%"}function Vb(e){return+e}function Hb(e){return Math.floor(+e/1e3)}var Zo,Il,zI,Wi,Yb;GI({dateTime:"%x, %X",date:"%-m/%-d/%Y",time:"%-I:%M:%S %p",periods:["AM","PM"],days:["Sunday","Monday","Tuesday","Wednesday","Thursday","Friday","Saturday"],shortDays:["Sun","Mon","Tue","Wed","Thu","Fri","Sat"],months:["January","February","March","April","May","June","July","August","September","October","November","December"],shortMonths:["Jan","Feb","Mar","Apr","May","Jun","Jul","Aug","Sep","Oct","Nov","Dec"]});function GI(e){return Zo=zR(e),Il=Zo.format,zI=Zo.parse,Wi=Zo.utcFormat,Yb=Zo.utcParse,Zo}var Zb="%Y-%m-%dT%H:%M:%S.%LZ";function VI(e){return e.toISOString()}var T6=Date.prototype.toISOString?VI:Wi(Zb);function HI(e){var t=new Date(e);return isNaN(t)?null:t}var A6=+new Date("2000-01-01T00:00:00.000Z")?HI:Yb(Zb);function $i(e,t){switch(arguments.length){case 0:break;case 1:this.range(e);break;default:this.range(t).domain(e);break}return this}function Iu(e,t){switch(arguments.length){case 0:break;case 1:{typeof e=="function"?this.interpolator(e):this.range(e);break}default:{this.domain(e),typeof t=="function"?this.interpolator(t):this.range(t);break}}return this}var Ru=Symbol("implicit");function Pu(){var e=new Zn,t=[],n=[],i=Ru;function r(s){let o=e.get(s);if(o===void 0){if(i!==Ru)return i;e.set(s,o=t.push(s)-1)}return n[o%n.length]}return r.domain=function(s){if(!arguments.length)return t.slice();t=[],e=new Zn;for(let o of s)e.has(o)||e.set(o,t.push(o)-1);return r},r.range=function(s){return arguments.length?(n=Array.from(s),r):n.slice()},r.unknown=function(s){return arguments.length?(i=s,r):i},r.copy=function(){return Pu(t,n).unknown(i)},$i.apply(r,arguments),r}function Jo(){var e=Pu().unknown(void 0),t=e.domain,n=e.range,i=0,r=1,s,o,a=!1,l=0,c=0,u=.5;delete e.unknown;function h(){var f=t().length,d=r<i,p=d?r:i,x=d?i:r;s=(x-p)/Math.max(1,f-l+c*2),a&&(s=Math.floor(s)),p+=(x-p-s*(f-l))*u,o=s*(1-l),a&&(p=Math.round(p),o=Math.round(o));var m=Lo(f).map(function(g){return p+s*g});return n(d?m.reverse():m)}return e.domain=function(f){return arguments.length?(t(f),h()):t()},e.range=function(f){return arguments.length?([i,r]=f,i=+i,r=+r,h()):[i,r]},e.rangeRound=function(f){return[i,r]=f,i=+i,r=+r,a=!0,h()},e.bandwidth=function(){return o},e.step=function(){return s},e.round=function(f){return arguments.length?(a=!!f,h()):a},e.padding=function(f){return arguments.length?(l=Math.min(1,c=+f),h()):l},e.paddingInner=function(f){return arguments.length?(l=Math.min(1,f),h()):l},e.paddingOuter=function(f){return arguments.length?(c=+f,h()):c},e.align=function(f){return arguments.length?(u=Math.max(0,Math.min(1,f)),h()):u},e.copy=function(){return Jo(t(),[i,r]).round(a).paddingInner(l).paddingOuter(c).align(u)},$i.apply(h(),arguments)}function i1(e){var t=e.copy;return e.padding=e.paddingOuter,delete e.paddingInner,delete e.paddingOuter,e.copy=function(){return i1(t())},e}function r1(){return i1(Jo.apply(null,arguments).paddingInner(1))}function WI(e){return function(){return e}}function sm(e){return+e}var Jb=[0,1];function ii(e){return e}function om(e,t){return(t-=e=+e)?function(n){return(n-e)/t}:WI(isNaN(t)?NaN:.5)}function $I(e,t){var n;return e>t&&(n=e,e=t,t=n),function(i){return Math.max(e,Math.min(t,i))}}function XI(e,t,n){var i=e[0],r=e[1],s=t[0],o=t[1];return r<i?(i=om(r,i),s=n(o,s)):(i=om(i,r),s=n(s,o)),function(a){return s(i(a))}}function qI(e,t,n){var i=Math.min(e.length,t.length)-1,r=new Array(i),s=new Array(i),o=-1;for(e[i]<e[0]&&(e=e.slice().reverse(),t=t.slice().reverse());++o<i;)r[o]=om(e[o],e[o+1]),s[o]=n(t[o],t[o+1]);return function(a){var l=No(e,a,1,i)-1;return s[l](r[l](a))}}function Pl(e,t){return t.domain(e.domain()).range(e.range()).interpolate(e.interpolate()).clamp(e.clamp()).unknown(e.unknown())}function Nu(){var e=Jb,t=Jb,n=Go,i,r,s,o=ii,a,l,c;function u(){var f=Math.min(e.length,t.length);return o!==ii&&(o=$I(e[0],e[f-1])),a=f>2?qI:XI,l=c=null,h}function h(f){return f==null||isNaN(f=+f)?s:(l||(l=a(e.map(i),t,n)))(i(o(f)))}return h.invert=function(f){return o(r((c||(c=a(t,e.map(i),ke)))(f)))},h.domain=function(f){return arguments.length?(e=Array.from(f,sm),u()):e.slice()},h.range=function(f){return arguments.length?(t=Array.from(f),u()):t.slice()},h.rangeRound=function(f){return t=Array.from(f),n=cl,u()},h.clamp=function(f){return arguments.length?(o=f?!0:ii,u()):o!==ii},h.interpolate=function(f){return arguments.length?(n=f,u()):n},h.unknown=function(f){return arguments.length?(s=f,h):s},function(f,d){return i=f,r=d,u()}}function s1(){return Nu()(ii,ii)}function YI(e,t,n,i){var r=rl(e,t,n),s;switch(i=Ho(i??",f"),i.type){case"s":{var o=Math.max(Math.abs(e),Math.abs(t));return i.precision==null&&!isNaN(s=vv(r,o))&&(i.precision=s),yp(i,o)}case"":case"e":case"g":case"p":case"r":{i.precision==null&&!isNaN(s=bv(r,Math.max(Math.abs(e),Math.abs(t))))&&(i.precision=s-(i.type==="e"));break}case"f":case"%":{i.precision==null&&!isNaN(s=_v(r))&&(i.precision=s-(i.type==="%")*2);break}}return Bi(i)}function Nl(e){var t=e.domain;return e.ticks=function(n){var i=t();return Yr(i[0],i[i.length-1],n??10)},e.tickFormat=function(n,i){var r=t();return YI(r[0],r[r.length-1],n??10,i)},e.nice=function(n){n==null&&(n=10);var i=t(),r=0,s=i.length-1,o=i[r],a=i[s],l,c,u=10;for(a<o&&(c=o,o=a,a=c,c=r,r=s,s=c);u-- >0;){if(c=Io(o,a,n),c===l)return i[r]=o,i[s]=a,t(i);if(c>0)o=Math.floor(o/c)*c,a=Math.ceil(a/c)*c;else if(c<0)o=Math.ceil(o*c)/c,a=Math.floor(a*c)/c;else break;l=c}return e},e}function Ll(){var e=s1();return e.copy=function(){return Pl(e,Ll())},$i.apply(e,arguments),Nl(e)}function am(e){var t;function n(i){return i==null||isNaN(i=+i)?t:i}return n.invert=n,n.domain=n.range=function(i){return arguments.length?(e=Array.from(i,sm),n):e.slice()},n.unknown=function(i){return arguments.length?(t=i,n):t},n.copy=function(){return am(e).unknown(t)},e=arguments.length?Array.from(e,sm):[0,1],Nl(n)}function o1(e,t){e=e.slice();var n=0,i=e.length-1,r=e[n],s=e[i],o;return s<r&&(o=n,n=i,i=o,o=r,r=s,s=o),e[n]=t.floor(r),e[i]=t.ceil(s),e}function Kb(e){return Math.log(e)}function Qb(e){return Math.exp(e)}function ZI(e){return-Math.log(-e)}function JI(e){return-Math.exp(-e)}function KI(e){return isFinite(e)?+("1e"+e):e<0?0:e}function QI(e){return e===10?KI:e===Math.E?Math.exp:t=>Math.pow(e,t)}function jI(e){return e===Math.E?Math.log:e===10&&Math.log10||e===2&&Math.log2||(e=Math.log(e),t=>Math.log(t)/e)}function jb(e){return(t,n)=>-e(-t,n)}function a1(e){let t=e(Kb,Qb),n=t.domain,i=10,r,s;function o(){return r=jI(i),s=QI(i),n()[0]<0?(r=jb(r),s=jb(s),e(ZI,JI)):e(Kb,Qb),t}return t.base=function(a){return arguments.length?(i=+a,o()):i},t.domain=function(a){return arguments.length?(n(a),o()):n()},t.ticks=a=>{let l=n(),c=l[0],u=l[l.length-1],h=u<c;h&&([c,u]=[u,c]);let f=r(c),d=r(u),p,x,m=a==null?10:+a,g=[];if(!(i%1)&&d-f<m){if(f=Math.floor(f),d=Math.ceil(d),c>0){for(;f<=d;++f)for(p=1;p<i;++p)if(x=f<0?p/s(-f):p*s(f),!(x<c)){if(x>u)break;g.push(x)}}else for(;f<=d;++f)for(p=i-1;p>=1;--p)if(x=f>0?p/s(-f):p*s(f),!(x<c)){if(x>u)break;g.push(x)}g.length*2<m&&(g=Yr(c,u,m))}else g=Yr(f,d,Math.min(d-f,m)).map(s);return h?g.reverse():g},t.tickFormat=(a,l)=>{if(a==null&&(a=10),l==null&&(l=i===10?"s":","),typeof l!="function"&&(!(i%1)&&(l=Ho(l)).precision==null&&(l.trim=!0),l=Bi(l)),a===1/0)return l;let c=Math.max(1,i*a/t.ticks().length);return u=>{let h=u/s(Math.round(r(u)));return h*i<i-.5&&(h*=i),h<=c?l(u):""}},t.nice=()=>n(o1(n(),{floor:a=>s(Math.floor(r(a))),ceil:a=>s(Math.ceil(r(a)))})),t}function lm(){let e=a1(Nu()).domain([1,10]);return e.copy=()=>Pl(e,lm()).base(e.base()),$i.apply(e,arguments),e}function t1(e){return function(t){return Math.sign(t)*Math.log1p(Math.abs(t/e))}}function e1(e){return function(t){return Math.sign(t)*Math.expm1(Math.abs(t))*e}}function l1(e){var t=1,n=e(t1(t),e1(t));return n.constant=function(i){return arguments.length?e(t1(t=+i),e1(t)):t},Nl(n)}function cm(){var e=l1(Nu());return e.copy=function(){return Pl(e,cm()).constant(e.constant())},$i.apply(e,arguments)}function n1(e){return function(t){return t<0?-Math.pow(-t,e):Math.pow(t,e)}}function tP(e){return e<0?-Math.sqrt(-e):Math.sqrt(e)}function eP(e){return e<0?-e*e:e*e}function c1(e){var t=e(ii,ii),n=1;function i(){return n===1?e(ii,ii):n===.5?e(tP,eP):e(n1(n),n1(1/n))}return t.exponent=function(r){return arguments.length?(n=+r,i()):n},Nl(t)}function um(){var e=c1(Nu());return e.copy=function(){return Pl(e,um()).exponent(e.exponent())},$i.apply(e,arguments),e}function fm(){var e=[],t=[],n=[],i;function r(){var o=0,a=Math.max(1,t.length);for(n=new Array(a-1);++o<a;)n[o-1]=f_(e,o/a);return s}function s(o){return o==null||isNaN(o=+o)?i:t[No(n,o)]}return s.invertExtent=function(o){var a=t.indexOf(o);return a<0?[NaN,NaN]:[a>0?n[a-1]:e[0],a<n.length?n[a]:e[e.length-1]]},s.domain=function(o){if(!arguments.length)return e.slice();e=[];for(let a of o)a!=null&&!isNaN(a=+a)&&e.push(a);return e.sort(un),r()},s.range=function(o){return arguments.length?(t=Array.from(o),r()):t.slice()},s.unknown=function(o){return arguments.length?(i=o,s):i},s.quantiles=function(){return n.slice()},s.copy=function(){return fm().domain(e).range(t).unknown(i)},$i.apply(s,arguments)}function hm(){var e=[.5],t=[0,1],n,i=1;function r(s){return s!=null&&s<=s?t[No(e,s,0,i)]:n}return r.domain=function(s){return arguments.length?(e=Array.from(s),i=Math.min(e.length,t.length-1),r):e.slice()},r.range=function(s){return arguments.length?(t=Array.from(s),i=Math.min(e.length,t.length-1),r):t.slice()},r.invertExtent=function(s){var o=t.indexOf(s);return[e[o-1],e[o]]},r.unknown=function(s){return arguments.length?(n=s,r):n},r.copy=function(){return hm().domain(e).range(t).unknown(n)},$i.apply(r,arguments)}function nP(e){return new Date(e)}function iP(e){return e instanceof Date?+e:Math.round(e)}function dm(e,t,n,i,r,s,o,a,l,c){var u=s1(),h=u.invert,f=u.domain,d=c(".%L"),p=c(":%S"),x=c("%I:%M"),m=c("%I %p"),g=c("%a %d"),_=c("%b %d"),b=c("%B"),v=c("%Y");function w(M){return(l(M)<M?d:a(M)<M?p:o(M)<M?x:s(M)<M?m:i(M)<M?r(M)<M?g:_:n(M)<M?b:v)(M)}return u.invert=function(M){return new Date(Math.round(h(M)))},u.domain=function(M){return arguments.length?f(Array.from(M,iP)):f().map(nP)},u.ticks=function(M){var y=f();return e(y[0],y[y.length-1],M??10)},u.tickFormat=function(M,y){return y==null?w:c(y)},u.nice=function(M){var y=f();return(!M||typeof M.range!="function")&&(M=t(y[0],y[y.length-1],M??10)),M?f(o1(y,M)):u},u.copy=function(){return Pl(u,dm(e,t,n,i,r,s,o,a,l,c))},u}function u1(){return $i.apply(dm(Nb,Lb,In,qs,Vi,Gi,Gs,ks,vn,Il).domain([new Date(2e3,0,1),new Date(2e3,0,2)]),arguments)}function f1(){return $i.apply(dm(Pb,Cu,Pn,Ys,Hi,Yo,Vs,zs,vn,Wi).domain([Date.UTC(2e3,0,1),Date.UTC(2e3,0,2)]),arguments)}function Lu(e,t){return t.domain(e.domain()).interpolator(e.interpolator()).clamp(e.clamp()).unknown(e.unknown())}function Du(){var e=0,t=.5,n=1,i=1,r,s,o,a,l,c=ii,u,h=!1,f;function d(x){return x==null||isNaN(x=+x)?f:(x=.5+((x=+u(x))-s)*(i*x<i*s?a:l),c(h?Math.max(0,Math.min(1,x)):x))}d.domain=function(x){return arguments.length?([e,t,n]=x,r=u(e=+e),s=u(t=+t),o=u(n=+n),a=r===s?0:.5/(s-r),l=s===o?0:.5/(o-s),i=s<r?-1:1,d):[e,t,n]},d.clamp=function(x){return arguments.length?(h=!!x,d):h},d.interpolator=function(x){return arguments.length?(c=x,d):c};function p(x){return function(m){var g,_,b;return arguments.length?([g,_,b]=m,c=Kr(x,[g,_,b]),d):[c(0),c(.5),c(1)]}}return d.range=p(Go),d.rangeRound=p(cl),d.unknown=function(x){return arguments.length?(f=x,d):f},function(x){return u=x,r=x(e),s=x(t),o=x(n),a=r===s?0:.5/(s-r),l=s===o?0:.5/(o-s),i=s<r?-1:1,d}}function pm(){var e=Nl(Du()(ii));return e.copy=function(){return Lu(e,pm())},Iu.apply(e,arguments)}function mm(){var e=a1(Du()).domain([.1,1,10]);return e.copy=function(){return Lu(e,mm()).base(e.base())},Iu.apply(e,arguments)}function gm(){var e=l1(Du());return e.copy=function(){return Lu(e,gm()).constant(e.constant())},Iu.apply(e,arguments)}function xm(){var e=c1(Du());return e.copy=function(){return Lu(e,xm()).exponent(e.exponent())},Iu.apply(e,arguments)}function $t(e){for(var t=e.length/6|0,n=new Array(t),i=0;i<t;)n[i]="#"+e.slice(i*6,++i*6);return n}var h1=$t("1f77b4ff7f0e2ca02cd627289467bd8c564be377c27f7f7fbcbd2217becf"),d1=$t("7fc97fbeaed4fdc086ffff99386cb0f0027fbf5b17666666"),p1=$t("1b9e77d95f027570b3e7298a66a61ee6ab02a6761d666666"),m1=$t("4269d0efb118ff725c6cc5b03ca951ff8ab7a463f297bbf59c6b4e9498a0"),g1=$t("a6cee31f78b4b2df8a33a02cfb9a99e31a1cfdbf6fff7f00cab2d66a3d9affff99b15928"),x1=$t("fbb4aeb3cde3ccebc5decbe4fed9a6ffffcce5d8bdfddaecf2f2f2"),y1=$t("b3e2cdfdcdaccbd5e8f4cae4e6f5c9fff2aef1e2cccccccc"),_1=$t("e41a1c377eb84daf4a984ea3ff7f00ffff33a65628f781bf999999"),v1=$t("66c2a5fc8d628da0cbe78ac3a6d854ffd92fe5c494b3b3b3"),b1=$t("8dd3c7ffffb3bebadafb807280b1d3fdb462b3de69fccde5d9d9d9bc80bdccebc5ffed6f"),M1=$t("4e79a7f28e2ce1575976b7b259a14fedc949af7aa1ff9da79c755fbab0ab"),xe=e=>iv(e[e.length-1]),ym=new Array(3).concat("d8b365f5f5f55ab4ac","a6611adfc27d80cdc1018571","a6611adfc27df5f5f580cdc1018571","8c510ad8b365f6e8c3c7eae55ab4ac01665e","8c510ad8b365f6e8c3f5f5f5c7eae55ab4ac01665e","8c510abf812ddfc27df6e8c3c7eae580cdc135978f01665e","8c510abf812ddfc27df6e8c3f5f5f5c7eae580cdc135978f01665e","5430058c510abf812ddfc27df6e8c3c7eae580cdc135978f01665e003c30","5430058c510abf812ddfc27df6e8c3f5f5f5c7eae580cdc135978f01665e003c30").map($t),_m=xe(ym),vm=new Array(3).concat("af8dc3f7f7f77fbf7b","7b3294c2a5cfa6dba0008837","7b3294c2a5cff7f7f7a6dba0008837","762a83af8dc3e7d4e8d9f0d37fbf7b1b7837","762a83af8dc3e7d4e8f7f7f7d9f0d37fbf7b1b7837","762a839970abc2a5cfe7d4e8d9f0d3a6dba05aae611b7837","762a839970abc2a5cfe7d4e8f7f7f7d9f0d3a6dba05aae611b7837","40004b762a839970abc2a5cfe7d4e8d9f0d3a6dba05aae611b783700441b","40004b762a839970abc2a5cfe7d4e8f7f7f7d9f0d3a6dba05aae611b783700441b").map($t),bm=xe(vm),Mm=new Array(3).concat("e9a3c9f7f7f7a1d76a","d01c8bf1b6dab8e1864dac26","d01c8bf1b6daf7f7f7b8e1864dac26","c51b7de9a3c9fde0efe6f5d0a1d76a4d9221","c51b7de9a3c9fde0eff7f7f7e6f5d0a1d76a4d9221","c51b7dde77aef1b6dafde0efe6f5d0b8e1867fbc414d9221","c51b7dde77aef1b6dafde0eff7f7f7e6f5d0b8e1867fbc414d9221","8e0152c51b7dde77aef1b6dafde0efe6f5d0b8e1867fbc414d9221276419","8e0152c51b7dde77aef1b6dafde0eff7f7f7e6f5d0b8e1867fbc414d9221276419").map($t),Sm=xe(Mm),wm=new Array(3).concat("998ec3f7f7f7f1a340","5e3c99b2abd2fdb863e66101","5e3c99b2abd2f7f7f7fdb863e66101","542788998ec3d8daebfee0b6f1a340b35806","542788998ec3d8daebf7f7f7fee0b6f1a340b35806","5427888073acb2abd2d8daebfee0b6fdb863e08214b35806","5427888073acb2abd2d8daebf7f7f7fee0b6fdb863e08214b35806","2d004b5427888073acb2abd2d8daebfee0b6fdb863e08214b358067f3b08","2d004b5427888073acb2abd2d8daebf7f7f7fee0b6fdb863e08214b358067f3b08").map($t),Tm=xe(wm),Ou=new Array(3).concat("ef8a62f7f7f767a9cf","ca0020f4a58292c5de0571b0","ca0020f4a582f7f7f792c5de0571b0","b2182bef8a62fddbc7d1e5f067a9cf2166ac","b2182bef8a62fddbc7f7f7f7d1e5f067a9cf2166ac","b2182bd6604df4a582fddbc7d1e5f092c5de4393c32166ac","b2182bd6604df4a582fddbc7f7f7f7d1e5f092c5de4393c32166ac","67001fb2182bd6604df4a582fddbc7d1e5f092c5de4393c32166ac053061","67001fb2182bd6604df4a582fddbc7f7f7f7d1e5f092c5de4393c32166ac053061").map($t),Dl=xe(Ou),Am=new Array(3).concat("ef8a62ffffff999999","ca0020f4a582bababa404040","ca0020f4a582ffffffbababa404040","b2182bef8a62fddbc7e0e0e09999994d4d4d","b2182bef8a62fddbc7ffffffe0e0e09999994d4d4d","b2182bd6604df4a582fddbc7e0e0e0bababa8787874d4d4d","b2182bd6604df4a582fddbc7ffffffe0e0e0bababa8787874d4d4d","67001fb2182bd6604df4a582fddbc7e0e0e0bababa8787874d4d4d1a1a1a","67001fb2182bd6604df4a582fddbc7ffffffe0e0e0bababa8787874d4d4d1a1a1a").map($t),Em=xe(Am),Bu=new Array(3).concat("fc8d59ffffbf91bfdb","d7191cfdae61abd9e92c7bb6","d7191cfdae61ffffbfabd9e92c7bb6","d73027fc8d59fee090e0f3f891bfdb4575b4","d73027fc8d59fee090ffffbfe0f3f891bfdb4575b4","d73027f46d43fdae61fee090e0f3f8abd9e974add14575b4","d73027f46d43fdae61fee090ffffbfe0f3f8abd9e974add14575b4","a50026d73027f46d43fdae61fee090e0f3f8abd9e974add14575b4313695","a50026d73027f46d43fdae61fee090ffffbfe0f3f8abd9e974add14575b4313695").map($t),Ul=xe(Bu),Cm=new Array(3).concat("fc8d59ffffbf91cf60","d7191cfdae61a6d96a1a9641","d7191cfdae61ffffbfa6d96a1a9641","d73027fc8d59fee08bd9ef8b91cf601a9850","d73027fc8d59fee08bffffbfd9ef8b91cf601a9850","d73027f46d43fdae61fee08bd9ef8ba6d96a66bd631a9850","d73027f46d43fdae61fee08bffffbfd9ef8ba6d96a66bd631a9850","a50026d73027f46d43fdae61fee08bd9ef8ba6d96a66bd631a9850006837","a50026d73027f46d43fdae61fee08bffffbfd9ef8ba6d96a66bd631a9850006837").map($t),Rm=xe(Cm),Im=new Array(3).concat("fc8d59ffffbf99d594","d7191cfdae61abdda42b83ba","d7191cfdae61ffffbfabdda42b83ba","d53e4ffc8d59fee08be6f59899d5943288bd","d53e4ffc8d59fee08bffffbfe6f59899d5943288bd","d53e4ff46d43fdae61fee08be6f598abdda466c2a53288bd","d53e4ff46d43fdae61fee08bffffbfe6f598abdda466c2a53288bd","9e0142d53e4ff46d43fdae61fee08be6f598abdda466c2a53288bd5e4fa2","9e0142d53e4ff46d43fdae61fee08bffffbfe6f598abdda466c2a53288bd5e4fa2").map($t),Pm=xe(Im),Nm=new Array(3).concat("e5f5f999d8c92ca25f","edf8fbb2e2e266c2a4238b45","edf8fbb2e2e266c2a42ca25f006d2c","edf8fbccece699d8c966c2a42ca25f006d2c","edf8fbccece699d8c966c2a441ae76238b45005824","f7fcfde5f5f9ccece699d8c966c2a441ae76238b45005824","f7fcfde5f5f9ccece699d8c966c2a441ae76238b45006d2c00441b").map($t),Lm=xe(Nm),Dm=new Array(3).concat("e0ecf49ebcda8856a7","edf8fbb3cde38c96c688419d","edf8fbb3cde38c96c68856a7810f7c","edf8fbbfd3e69ebcda8c96c68856a7810f7c","edf8fbbfd3e69ebcda8c96c68c6bb188419d6e016b","f7fcfde0ecf4bfd3e69ebcda8c96c68c6bb188419d6e016b","f7fcfde0ecf4bfd3e69ebcda8c96c68c6bb188419d810f7c4d004b").map($t),Um=xe(Dm),Fm=new Array(3).concat("e0f3dba8ddb543a2ca","f0f9e8bae4bc7bccc42b8cbe","f0f9e8bae4bc7bccc443a2ca0868ac","f0f9e8ccebc5a8ddb57bccc443a2ca0868ac","f0f9e8ccebc5a8ddb57bccc44eb3d32b8cbe08589e","f7fcf0e0f3dbccebc5a8ddb57bccc44eb3d32b8cbe08589e","f7fcf0e0f3dbccebc5a8ddb57bccc44eb3d32b8cbe0868ac084081").map($t),Om=xe(Fm),Bm=new Array(3).concat("fee8c8fdbb84e34a33","fef0d9fdcc8afc8d59d7301f","fef0d9fdcc8afc8d59e34a33b30000","fef0d9fdd49efdbb84fc8d59e34a33b30000","fef0d9fdd49efdbb84fc8d59ef6548d7301f990000","fff7ecfee8c8fdd49efdbb84fc8d59ef6548d7301f990000","fff7ecfee8c8fdd49efdbb84fc8d59ef6548d7301fb300007f0000").map($t),km=xe(Bm),zm=new Array(3).concat("ece2f0a6bddb1c9099","f6eff7bdc9e167a9cf02818a","f6eff7bdc9e167a9cf1c9099016c59","f6eff7d0d1e6a6bddb67a9cf1c9099016c59","f6eff7d0d1e6a6bddb67a9cf3690c002818a016450","fff7fbece2f0d0d1e6a6bddb67a9cf3690c002818a016450","fff7fbece2f0d0d1e6a6bddb67a9cf3690c002818a016c59014636").map($t),Gm=xe(zm),Vm=new Array(3).concat("ece7f2a6bddb2b8cbe","f1eef6bdc9e174a9cf0570b0","f1eef6bdc9e174a9cf2b8cbe045a8d","f1eef6d0d1e6a6bddb74a9cf2b8cbe045a8d","f1eef6d0d1e6a6bddb74a9cf3690c00570b0034e7b","fff7fbece7f2d0d1e6a6bddb74a9cf3690c00570b0034e7b","fff7fbece7f2d0d1e6a6bddb74a9cf3690c00570b0045a8d023858").map($t),Hm=xe(Vm),Wm=new Array(3).concat("e7e1efc994c7dd1c77","f1eef6d7b5d8df65b0ce1256","f1eef6d7b5d8df65b0dd1c77980043","f1eef6d4b9dac994c7df65b0dd1c77980043","f1eef6d4b9dac994c7df65b0e7298ace125691003f","f7f4f9e7e1efd4b9dac994c7df65b0e7298ace125691003f","f7f4f9e7e1efd4b9dac994c7df65b0e7298ace125698004367001f").map($t),$m=xe(Wm),Xm=new Array(3).concat("fde0ddfa9fb5c51b8a","feebe2fbb4b9f768a1ae017e","feebe2fbb4b9f768a1c51b8a7a0177","feebe2fcc5c0fa9fb5f768a1c51b8a7a0177","feebe2fcc5c0fa9fb5f768a1dd3497ae017e7a0177","fff7f3fde0ddfcc5c0fa9fb5f768a1dd3497ae017e7a0177","fff7f3fde0ddfcc5c0fa9fb5f768a1dd3497ae017e7a017749006a").map($t),qm=xe(Xm),Ym=new Array(3).concat("edf8b17fcdbb2c7fb8","ffffcca1dab441b6c4225ea8","ffffcca1dab441b6c42c7fb8253494","ffffccc7e9b47fcdbb41b6c42c7fb8253494","ffffccc7e9b47fcdbb41b6c41d91c0225ea80c2c84","ffffd9edf8b1c7e9b47fcdbb41b6c41d91c0225ea80c2c84","ffffd9edf8b1c7e9b47fcdbb41b6c41d91c0225ea8253494081d58").map($t),Zm=xe(Ym),Jm=new Array(3).concat("f7fcb9addd8e31a354","ffffccc2e69978c679238443","ffffccc2e69978c67931a354006837","ffffccd9f0a3addd8e78c67931a354006837","ffffccd9f0a3addd8e78c67941ab5d238443005a32","ffffe5f7fcb9d9f0a3addd8e78c67941ab5d238443005a32","ffffe5f7fcb9d9f0a3addd8e78c67941ab5d238443006837004529").map($t),Km=xe(Jm),Qm=new Array(3).concat("fff7bcfec44fd95f0e","ffffd4fed98efe9929cc4c02","ffffd4fed98efe9929d95f0e993404","ffffd4fee391fec44ffe9929d95f0e993404","ffffd4fee391fec44ffe9929ec7014cc4c028c2d04","ffffe5fff7bcfee391fec44ffe9929ec7014cc4c028c2d04","ffffe5fff7bcfee391fec44ffe9929ec7014cc4c02993404662506").map($t),jm=xe(Qm),tg=new Array(3).concat("ffeda0feb24cf03b20","ffffb2fecc5cfd8d3ce31a1c","ffffb2fecc5cfd8d3cf03b20bd0026","ffffb2fed976feb24cfd8d3cf03b20bd0026","ffffb2fed976feb24cfd8d3cfc4e2ae31a1cb10026","ffffccffeda0fed976feb24cfd8d3cfc4e2ae31a1cb10026","ffffccffeda0fed976feb24cfd8d3cfc4e2ae31a1cbd0026800026").map($t),eg=xe(tg),ng=new Array(3).concat("deebf79ecae13182bd","eff3ffbdd7e76baed62171b5","eff3ffbdd7e76baed63182bd08519c","eff3ffc6dbef9ecae16baed63182bd08519c","eff3ffc6dbef9ecae16baed64292c62171b5084594","f7fbffdeebf7c6dbef9ecae16baed64292c62171b5084594","f7fbffdeebf7c6dbef9ecae16baed64292c62171b508519c08306b").map($t),ig=xe(ng),rg=new Array(3).concat("e5f5e0a1d99b31a354","edf8e9bae4b374c476238b45","edf8e9bae4b374c47631a354006d2c","edf8e9c7e9c0a1d99b74c47631a354006d2c","edf8e9c7e9c0a1d99b74c47641ab5d238b45005a32","f7fcf5e5f5e0c7e9c0a1d99b74c47641ab5d238b45005a32","f7fcf5e5f5e0c7e9c0a1d99b74c47641ab5d238b45006d2c00441b").map($t),sg=xe(rg),og=new Array(3).concat("f0f0f0bdbdbd636363","f7f7f7cccccc969696525252","f7f7f7cccccc969696636363252525","f7f7f7d9d9d9bdbdbd969696636363252525","f7f7f7d9d9d9bdbdbd969696737373525252252525","fffffff0f0f0d9d9d9bdbdbd969696737373525252252525","fffffff0f0f0d9d9d9bdbdbd969696737373525252252525000000").map($t),ag=xe(og),lg=new Array(3).concat("efedf5bcbddc756bb1","f2f0f7cbc9e29e9ac86a51a3","f2f0f7cbc9e29e9ac8756bb154278f","f2f0f7dadaebbcbddc9e9ac8756bb154278f","f2f0f7dadaebbcbddc9e9ac8807dba6a51a34a1486","fcfbfdefedf5dadaebbcbddc9e9ac8807dba6a51a34a1486","fcfbfdefedf5dadaebbcbddc9e9ac8807dba6a51a354278f3f007d").map($t),cg=xe(lg),ug=new Array(3).concat("fee0d2fc9272de2d26","fee5d9fcae91fb6a4acb181d","fee5d9fcae91fb6a4ade2d26a50f15","fee5d9fcbba1fc9272fb6a4ade2d26a50f15","fee5d9fcbba1fc9272fb6a4aef3b2ccb181d99000d","fff5f0fee0d2fcbba1fc9272fb6a4aef3b2ccb181d99000d","fff5f0fee0d2fcbba1fc9272fb6a4aef3b2ccb181da50f1567000d").map($t),fg=xe(ug),hg=new Array(3).concat("fee6cefdae6be6550d","feeddefdbe85fd8d3cd94701","feeddefdbe85fd8d3ce6550da63603","feeddefdd0a2fdae6bfd8d3ce6550da63603","feeddefdd0a2fdae6bfd8d3cf16913d948018c2d04","fff5ebfee6cefdd0a2fdae6bfd8d3cf16913d948018c2d04","fff5ebfee6cefdd0a2fdae6bfd8d3cf16913d94801a636037f2704").map($t),dg=xe(hg);function pg(e){return e=Math.max(0,Math.min(1,e)),"rgb("+Math.max(0,Math.min(255,Math.round(-4.54-e*(35.34-e*(2381.73-e*(6402.7-e*(7024.72-e*2710.57)))))))+", "+Math.max(0,Math.min(255,Math.round(32.49+e*(170.73+e*(52.82-e*(131.46-e*(176.58-e*67.37)))))))+", "+Math.max(0,Math.min(255,Math.round(81.24+e*(442.36-e*(2482.43-e*(6167.24-e*(6614.94-e*2475.67)))))))+")"}var mg=iu(Kn(300,.5,0),Kn(-240,.5,1)),gg=iu(Kn(-100,.75,.35),Kn(80,1.5,.8)),xg=iu(Kn(260,.75,.35),Kn(80,1.5,.8)),Uu=Kn();function yg(e){(e<0||e>1)&&(e-=Math.floor(e));var t=Math.abs(e-.5);return Uu.h=360*e-100,Uu.s=1.5-1.5*t,Uu.l=.8-.9*t,Uu+""}var Fu=_i(),rP=Math.PI/3,sP=Math.PI*2/3;function _g(e){var t;return e=(.5-e)*Math.PI,Fu.r=255*(t=Math.sin(e))*t,Fu.g=255*(t=Math.sin(e+rP))*t,Fu.b=255*(t=Math.sin(e+sP))*t,Fu+""}function vg(e){return e=Math.max(0,Math.min(1,e)),"rgb("+Math.max(0,Math.min(255,Math.round(34.61+e*(1172.33-e*(10793.56-e*(33300.12-e*(38394.49-e*14825.05)))))))+", "+Math.max(0,Math.min(255,Math.round(23.31+e*(557.33+e*(1225.33-e*(3574.96-e*(1073.77+e*707.56)))))))+", "+Math.max(0,Math.min(255,Math.round(27.2+e*(3211.1-e*(15327.97-e*(27814-e*(22569.18-e*6838.66)))))))+")"}function ku(e){var t=e.length;return function(n){return e[Math.max(0,Math.min(t-1,Math.floor(n*t)))]}}var bg=ku($t("44015444025645045745055946075a46085c460a5d460b5e470d60470e6147106347116447136548146748166848176948186a481a6c481b6d481c6e481d6f481f70482071482173482374482475482576482677482878482979472a7a472c7a472d7b472e7c472f7d46307e46327e46337f463480453581453781453882443983443a83443b84433d84433e85423f854240864241864142874144874045884046883f47883f48893e49893e4a893e4c8a3d4d8a3d4e8a3c4f8a3c508b3b518b3b528b3a538b3a548c39558c39568c38588c38598c375a8c375b8d365c8d365d8d355e8d355f8d34608d34618d33628d33638d32648e32658e31668e31678e31688e30698e306a8e2f6b8e2f6c8e2e6d8e2e6e8e2e6f8e2d708e2d718e2c718e2c728e2c738e2b748e2b758e2a768e2a778e2a788e29798e297a8e297b8e287c8e287d8e277e8e277f8e27808e26818e26828e26828e25838e25848e25858e24868e24878e23888e23898e238a8d228b8d228c8d228d8d218e8d218f8d21908d21918c20928c20928c20938c1f948c1f958b1f968b1f978b1f988b1f998a1f9a8a1e9b8a1e9c891e9d891f9e891f9f881fa0881fa1881fa1871fa28720a38620a48621a58521a68522a78522a88423a98324aa8325ab8225ac8226ad8127ad8128ae8029af7f2ab07f2cb17e2db27d2eb37c2fb47c31b57b32b67a34b67935b77937b87838b9773aba763bbb753dbc743fbc7340bd7242be7144bf7046c06f48c16e4ac16d4cc26c4ec36b50c46a52c56954c56856c66758c7655ac8645cc8635ec96260ca6063cb5f65cb5e67cc5c69cd5b6ccd5a6ece5870cf5773d05675d05477d1537ad1517cd2507fd34e81d34d84d44b86d54989d5488bd6468ed64590d74393d74195d84098d83e9bd93c9dd93ba0da39a2da37a5db36a8db34aadc32addc30b0dd2fb2dd2db5de2bb8de29bade28bddf26c0df25c2df23c5e021c8e020cae11fcde11dd0e11cd2e21bd5e21ad8e219dae319dde318dfe318e2e418e5e419e7e419eae51aece51befe51cf1e51df4e61ef6e620f8e621fbe723fde725")),Mg=ku($t("00000401000501010601010802010902020b02020d03030f03031204041405041606051806051a07061c08071e0907200a08220b09240c09260d0a290e0b2b100b2d110c2f120d31130d34140e36150e38160f3b180f3d19103f1a10421c10441d11471e114920114b21114e22115024125325125527125829115a2a115c2c115f2d11612f116331116533106734106936106b38106c390f6e3b0f703d0f713f0f72400f74420f75440f764510774710784910784a10794c117a4e117b4f127b51127c52137c54137d56147d57157e59157e5a167e5c167f5d177f5f187f601880621980641a80651a80671b80681c816a1c816b1d816d1d816e1e81701f81721f817320817521817621817822817922827b23827c23827e24828025828125818326818426818627818827818928818b29818c29818e2a81902a81912b81932b80942c80962c80982d80992d809b2e7f9c2e7f9e2f7fa02f7fa1307ea3307ea5317ea6317da8327daa337dab337cad347cae347bb0357bb2357bb3367ab5367ab73779b83779ba3878bc3978bd3977bf3a77c03a76c23b75c43c75c53c74c73d73c83e73ca3e72cc3f71cd4071cf4070d0416fd2426fd3436ed5446dd6456cd8456cd9466bdb476adc4869de4968df4a68e04c67e24d66e34e65e44f64e55064e75263e85362e95462ea5661eb5760ec5860ed5a5fee5b5eef5d5ef05f5ef1605df2625df2645cf3655cf4675cf4695cf56b5cf66c5cf66e5cf7705cf7725cf8745cf8765cf9785df9795df97b5dfa7d5efa7f5efa815ffb835ffb8560fb8761fc8961fc8a62fc8c63fc8e64fc9065fd9266fd9467fd9668fd9869fd9a6afd9b6bfe9d6cfe9f6dfea16efea36ffea571fea772fea973feaa74feac76feae77feb078feb27afeb47bfeb67cfeb77efeb97ffebb81febd82febf84fec185fec287fec488fec68afec88cfeca8dfecc8ffecd90fecf92fed194fed395fed597fed799fed89afdda9cfddc9efddea0fde0a1fde2a3fde3a5fde5a7fde7a9fde9aafdebacfcecaefceeb0fcf0b2fcf2b4fcf4b6fcf6b8fcf7b9fcf9bbfcfbbdfcfdbf")),Sg=ku($t("00000401000501010601010802010a02020c02020e03021004031204031405041706041907051b08051d09061f0a07220b07240c08260d08290e092b10092d110a30120a32140b34150b37160b39180c3c190c3e1b0c411c0c431e0c451f0c48210c4a230c4c240c4f260c51280b53290b552b0b572d0b592f0a5b310a5c320a5e340a5f3609613809623909633b09643d09653e0966400a67420a68440a68450a69470b6a490b6a4a0c6b4c0c6b4d0d6c4f0d6c510e6c520e6d540f6d550f6d57106e59106e5a116e5c126e5d126e5f136e61136e62146e64156e65156e67166e69166e6a176e6c186e6d186e6f196e71196e721a6e741a6e751b6e771c6d781c6d7a1d6d7c1d6d7d1e6d7f1e6c801f6c82206c84206b85216b87216b88226a8a226a8c23698d23698f24699025689225689326679526679727669827669a28659b29649d29649f2a63a02a63a22b62a32c61a52c60a62d60a82e5fa92e5eab2f5ead305dae305cb0315bb1325ab3325ab43359b63458b73557b93556ba3655bc3754bd3853bf3952c03a51c13a50c33b4fc43c4ec63d4dc73e4cc83f4bca404acb4149cc4248ce4347cf4446d04545d24644d34743d44842d54a41d74b3fd84c3ed94d3dda4e3cdb503bdd513ade5238df5337e05536e15635e25734e35933e45a31e55c30e65d2fe75e2ee8602de9612bea632aeb6429eb6628ec6726ed6925ee6a24ef6c23ef6e21f06f20f1711ff1731df2741cf3761bf37819f47918f57b17f57d15f67e14f68013f78212f78410f8850ff8870ef8890cf98b0bf98c0af98e09fa9008fa9207fa9407fb9606fb9706fb9906fb9b06fb9d07fc9f07fca108fca309fca50afca60cfca80dfcaa0ffcac11fcae12fcb014fcb216fcb418fbb61afbb81dfbba1ffbbc21fbbe23fac026fac228fac42afac62df9c72ff9c932f9cb35f8cd37f8cf3af7d13df7d340f6d543f6d746f5d949f5db4cf4dd4ff4df53f4e156f3e35af3e55df2e661f2e865f2ea69f1ec6df1ed71f1ef75f1f179f2f27df2f482f3f586f3f68af4f88ef5f992f6fa96f8fb9af9fc9dfafda1fcffa4")),wg=ku($t("0d088710078813078916078a19068c1b068d1d068e20068f2206902406912605912805922a05932c05942e05952f059631059733059735049837049938049a3a049a3c049b3e049c3f049c41049d43039e44039e46039f48039f4903a04b03a14c02a14e02a25002a25102a35302a35502a45601a45801a45901a55b01a55c01a65e01a66001a66100a76300a76400a76600a76700a86900a86a00a86c00a86e00a86f00a87100a87201a87401a87501a87701a87801a87a02a87b02a87d03a87e03a88004a88104a78305a78405a78606a68707a68808a68a09a58b0aa58d0ba58e0ca48f0da4910ea3920fa39410a29511a19613a19814a099159f9a169f9c179e9d189d9e199da01a9ca11b9ba21d9aa31e9aa51f99a62098a72197a82296aa2395ab2494ac2694ad2793ae2892b02991b12a90b22b8fb32c8eb42e8db52f8cb6308bb7318ab83289ba3388bb3488bc3587bd3786be3885bf3984c03a83c13b82c23c81c33d80c43e7fc5407ec6417dc7427cc8437bc9447aca457acb4679cc4778cc4977cd4a76ce4b75cf4c74d04d73d14e72d24f71d35171d45270d5536fd5546ed6556dd7566cd8576bd9586ada5a6ada5b69db5c68dc5d67dd5e66de5f65de6164df6263e06363e16462e26561e26660e3685fe4695ee56a5de56b5de66c5ce76e5be76f5ae87059e97158e97257ea7457eb7556eb7655ec7754ed7953ed7a52ee7b51ef7c51ef7e50f07f4ff0804ef1814df1834cf2844bf3854bf3874af48849f48948f58b47f58c46f68d45f68f44f79044f79143f79342f89441f89540f9973ff9983ef99a3efa9b3dfa9c3cfa9e3bfb9f3afba139fba238fca338fca537fca636fca835fca934fdab33fdac33fdae32fdaf31fdb130fdb22ffdb42ffdb52efeb72dfeb82cfeba2cfebb2bfebd2afebe2afec029fdc229fdc328fdc527fdc627fdc827fdca26fdcb26fccd25fcce25fcd025fcd225fbd324fbd524fbd724fad824fada24f9dc24f9dd25f8df25f8e125f7e225f7e425f6e626f6e826f5e926f5eb27f4ed27f3ee27f3f027f2f227f1f426f1f525f0f724f0f921"));function tn(e){return function(){return e}}var C1=Math.cos;var Cg=Math.min,zu=Math.sin,Ge=Math.sqrt,S1=1e-12,Fl=Math.PI,B6=Fl/2,$u=2*Fl;function R1(e){let t=3;return e.digits=function(n){if(!arguments.length)return t;if(n==null)t=null;else{let i=Math.floor(n);if(!(i>=0))throw new RangeError(`invalid digits: ${n}`);t=i}return e},()=>new Os(t)}var k6=Array.prototype.slice;function I1(e){return typeof e=="object"&&"length"in e?e:Array.from(e)}function P1(e){this._context=e}P1.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2;default:this._context.lineTo(e,t);break}}};function Zs(e){return new P1(e)}function N1(e){return e[0]}function L1(e){return e[1]}function Rg(e,t){var n=tn(!0),i=null,r=Zs,s=null,o=R1(a);e=typeof e=="function"?e:e===void 0?N1:tn(e),t=typeof t=="function"?t:t===void 0?L1:tn(t);function a(l){var c,u=(l=I1(l)).length,h,f=!1,d;for(i==null&&(s=r(d=o())),c=0;c<=u;++c)!(c<u&&n(h=l[c],c,l))===f&&((f=!f)?s.lineStart():s.lineEnd()),f&&s.point(+e(h,c,l),+t(h,c,l));if(d)return s=null,d+""||null}return a.x=function(l){return arguments.length?(e=typeof l=="function"?l:tn(+l),a):e},a.y=function(l){return arguments.length?(t=typeof l=="function"?l:tn(+l),a):t},a.defined=function(l){return arguments.length?(n=typeof l=="function"?l:tn(!!l),a):n},a.curve=function(l){return arguments.length?(r=l,i!=null&&(s=r(i)),a):r},a.context=function(l){return arguments.length?(l==null?i=s=null:s=r(i=l),a):i},a}function D1(e,t,n){var i=null,r=tn(!0),s=null,o=Zs,a=null,l=R1(c);e=typeof e=="function"?e:e===void 0?N1:tn(+e),t=typeof t=="function"?t:tn(t===void 0?0:+t),n=typeof n=="function"?n:n===void 0?L1:tn(+n);function c(h){var f,d,p,x=(h=I1(h)).length,m,g=!1,_,b=new Array(x),v=new Array(x);for(s==null&&(a=o(_=l())),f=0;f<=x;++f){if(!(f<x&&r(m=h[f],f,h))===g)if(g=!g)d=f,a.areaStart(),a.lineStart();else{for(a.lineEnd(),a.lineStart(),p=f-1;p>=d;--p)a.point(b[p],v[p]);a.lineEnd(),a.areaEnd()}g&&(b[f]=+e(m,f,h),v[f]=+t(m,f,h),a.point(i?+i(m,f,h):b[f],n?+n(m,f,h):v[f]))}if(_)return a=null,_+""||null}function u(){return Rg().defined(r).curve(o).context(s)}return c.x=function(h){return arguments.length?(e=typeof h=="function"?h:tn(+h),i=null,c):e},c.x0=function(h){return arguments.length?(e=typeof h=="function"?h:tn(+h),c):e},c.x1=function(h){return arguments.length?(i=h==null?null:typeof h=="function"?h:tn(+h),c):i},c.y=function(h){return arguments.length?(t=typeof h=="function"?h:tn(+h),n=null,c):t},c.y0=function(h){return arguments.length?(t=typeof h=="function"?h:tn(+h),c):t},c.y1=function(h){return arguments.length?(n=h==null?null:typeof h=="function"?h:tn(+h),c):n},c.lineX0=c.lineY0=function(){return u().x(e).y(t)},c.lineY1=function(){return u().x(e).y(n)},c.lineX1=function(){return u().x(i).y(t)},c.defined=function(h){return arguments.length?(r=typeof h=="function"?h:tn(!!h),c):r},c.curve=function(h){return arguments.length?(o=h,s!=null&&(a=o(s)),c):o},c.context=function(h){return arguments.length?(h==null?s=a=null:a=o(s=h),c):s},c}var z6=oP(Zs);function U1(e){this._curve=e}U1.prototype={areaStart:function(){this._curve.areaStart()},areaEnd:function(){this._curve.areaEnd()},lineStart:function(){this._curve.lineStart()},lineEnd:function(){this._curve.lineEnd()},point:function(e,t){this._curve.point(t*Math.sin(e),t*-Math.cos(e))}};function oP(e){function t(n){return new U1(e(n))}return t._curve=e,t}var Gu=class{constructor(t,n){this._context=t,this._x=n}areaStart(){this._line=0}areaEnd(){this._line=NaN}lineStart(){this._point=0}lineEnd(){(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line}point(t,n){switch(t=+t,n=+n,this._point){case 0:{this._point=1,this._line?this._context.lineTo(t,n):this._context.moveTo(t,n);break}case 1:this._point=2;default:{this._x?this._context.bezierCurveTo(this._x0=(this._x0+t)/2,this._y0,this._x0,n,t,n):this._context.bezierCurveTo(this._x0,this._y0=(this._y0+n)/2,t,this._y0,t,n);break}}this._x0=t,this._y0=n}};function F1(e){return new Gu(e,!0)}function O1(e){return new Gu(e,!1)}var aP=Ge(3),Ig={draw(e,t){let n=Ge(t+Cg(t/28,.75))*.59436,i=n/2,r=i*aP;e.moveTo(0,n),e.lineTo(0,-n),e.moveTo(-r,-i),e.lineTo(r,i),e.moveTo(-r,i),e.lineTo(r,-i)}},Js={draw(e,t){let n=Ge(t/Fl);e.moveTo(n,0),e.arc(0,0,n,0,$u)}},Pg={draw(e,t){let n=Ge(t/5)/2;e.moveTo(-3*n,-n),e.lineTo(-n,-n),e.lineTo(-n,-3*n),e.lineTo(n,-3*n),e.lineTo(n,-n),e.lineTo(3*n,-n),e.lineTo(3*n,n),e.lineTo(n,n),e.lineTo(n,3*n),e.lineTo(-n,3*n),e.lineTo(-n,n),e.lineTo(-3*n,n),e.closePath()}},B1=Ge(1/3),lP=B1*2,Ng={draw(e,t){let n=Ge(t/lP),i=n*B1;e.moveTo(0,-n),e.lineTo(i,0),e.lineTo(0,n),e.lineTo(-i,0),e.closePath()}},Lg={draw(e,t){let n=Ge(t)*.62625;e.moveTo(0,-n),e.lineTo(n,0),e.lineTo(0,n),e.lineTo(-n,0),e.closePath()}},Dg={draw(e,t){let n=Ge(t-Cg(t/7,2))*.87559;e.moveTo(-n,0),e.lineTo(n,0),e.moveTo(0,n),e.lineTo(0,-n)}},Ug={draw(e,t){let n=Ge(t),i=-n/2;e.rect(i,i,n,n)}},Fg={draw(e,t){let n=Ge(t)*.4431;e.moveTo(n,n),e.lineTo(n,-n),e.lineTo(-n,-n),e.lineTo(-n,n),e.closePath()}},cP=.8908130915292852,k1=zu(Fl/10)/zu(7*Fl/10),uP=zu($u/10)*k1,fP=-C1($u/10)*k1,Og={draw(e,t){let n=Ge(t*cP),i=uP*n,r=fP*n;e.moveTo(0,-n),e.lineTo(i,r);for(let s=1;s<5;++s){let o=$u*s/5,a=C1(o),l=zu(o);e.lineTo(l*n,-a*n),e.lineTo(a*i-l*r,l*i+a*r)}e.closePath()}},Tg=Ge(3),Bg={draw(e,t){let n=-Ge(t/(Tg*3));e.moveTo(0,n*2),e.lineTo(-Tg*n,-n),e.lineTo(Tg*n,-n),e.closePath()}},hP=Ge(3),kg={draw(e,t){let n=Ge(t)*.6824,i=n/2,r=n*hP/2;e.moveTo(0,-n),e.lineTo(r,i),e.lineTo(-r,i),e.closePath()}},ri=-.5,si=Ge(3)/2,Eg=1/Ge(12),dP=(Eg/2+1)*3,zg={draw(e,t){let n=Ge(t/dP),i=n/2,r=n*Eg,s=i,o=n*Eg+n,a=-s,l=o;e.moveTo(i,r),e.lineTo(s,o),e.lineTo(a,l),e.lineTo(ri*i-si*r,si*i+ri*r),e.lineTo(ri*s-si*o,si*s+ri*o),e.lineTo(ri*a-si*l,si*a+ri*l),e.lineTo(ri*i+si*r,ri*r-si*i),e.lineTo(ri*s+si*o,ri*o-si*s),e.lineTo(ri*a+si*l,ri*l-si*a),e.closePath()}},Gg={draw(e,t){let n=Ge(t-Cg(t/6,1.7))*.6189;e.moveTo(-n,-n),e.lineTo(n,n),e.moveTo(-n,n),e.lineTo(n,-n)}},z1=[Js,Pg,Ng,Ug,Og,Bg,zg],G1=[Js,Dg,Gg,kg,Ig,Fg,Lg];function ts(){}function Vu(e,t,n){e._context.bezierCurveTo((2*e._x0+e._x1)/3,(2*e._y0+e._y1)/3,(e._x0+2*e._x1)/3,(e._y0+2*e._y1)/3,(e._x0+4*e._x1+t)/6,(e._y0+4*e._y1+n)/6)}function Xu(e){this._context=e}Xu.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){switch(this._point){case 3:Vu(this,this._x1,this._y1);case 2:this._context.lineTo(this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2;break;case 2:this._point=3,this._context.lineTo((5*this._x0+this._x1)/6,(5*this._y0+this._y1)/6);default:Vu(this,e,t);break}this._x0=this._x1,this._x1=e,this._y0=this._y1,this._y1=t}};function V1(e){return new Xu(e)}function H1(e){this._context=e}H1.prototype={areaStart:ts,areaEnd:ts,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._y0=this._y1=this._y2=this._y3=this._y4=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x2,this._y2),this._context.closePath();break}case 2:{this._context.moveTo((this._x2+2*this._x3)/3,(this._y2+2*this._y3)/3),this._context.lineTo((this._x3+2*this._x2)/3,(this._y3+2*this._y2)/3),this._context.closePath();break}case 3:{this.point(this._x2,this._y2),this.point(this._x3,this._y3),this.point(this._x4,this._y4);break}}},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._x2=e,this._y2=t;break;case 1:this._point=2,this._x3=e,this._y3=t;break;case 2:this._point=3,this._x4=e,this._y4=t,this._context.moveTo((this._x0+4*this._x1+e)/6,(this._y0+4*this._y1+t)/6);break;default:Vu(this,e,t);break}this._x0=this._x1,this._x1=e,this._y0=this._y1,this._y1=t}};function W1(e){return new H1(e)}function $1(e){this._context=e}$1.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3;var n=(this._x0+4*this._x1+e)/6,i=(this._y0+4*this._y1+t)/6;this._line?this._context.lineTo(n,i):this._context.moveTo(n,i);break;case 3:this._point=4;default:Vu(this,e,t);break}this._x0=this._x1,this._x1=e,this._y0=this._y1,this._y1=t}};function X1(e){return new $1(e)}function q1(e,t){this._basis=new Xu(e),this._beta=t}q1.prototype={lineStart:function(){this._x=[],this._y=[],this._basis.lineStart()},lineEnd:function(){var e=this._x,t=this._y,n=e.length-1;if(n>0)for(var i=e[0],r=t[0],s=e[n]-i,o=t[n]-r,a=-1,l;++a<=n;)l=a/n,this._basis.point(this._beta*e[a]+(1-this._beta)*(i+l*s),this._beta*t[a]+(1-this._beta)*(r+l*o));this._x=this._y=null,this._basis.lineEnd()},point:function(e,t){this._x.push(+e),this._y.push(+t)}};var Y1=(function e(t){function n(i){return t===1?new Xu(i):new q1(i,t)}return n.beta=function(i){return e(+i)},n})(.85);function Hu(e,t,n){e._context.bezierCurveTo(e._x1+e._k*(e._x2-e._x0),e._y1+e._k*(e._y2-e._y0),e._x2+e._k*(e._x1-t),e._y2+e._k*(e._y1-n),e._x2,e._y2)}function Vg(e,t){this._context=e,this._k=(1-t)/6}Vg.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:Hu(this,this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2,this._x1=e,this._y1=t;break;case 2:this._point=3;default:Hu(this,e,t);break}this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var Z1=(function e(t){function n(i){return new Vg(i,t)}return n.tension=function(i){return e(+i)},n})(0);function Hg(e,t){this._context=e,this._k=(1-t)/6}Hg.prototype={areaStart:ts,areaEnd:ts,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._x3=e,this._y3=t;break;case 1:this._point=2,this._context.moveTo(this._x4=e,this._y4=t);break;case 2:this._point=3,this._x5=e,this._y5=t;break;default:Hu(this,e,t);break}this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var J1=(function e(t){function n(i){return new Hg(i,t)}return n.tension=function(i){return e(+i)},n})(0);function Wg(e,t){this._context=e,this._k=(1-t)/6}Wg.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:Hu(this,e,t);break}this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var K1=(function e(t){function n(i){return new Wg(i,t)}return n.tension=function(i){return e(+i)},n})(0);function $g(e,t,n){var i=e._x1,r=e._y1,s=e._x2,o=e._y2;if(e._l01_a>S1){var a=2*e._l01_2a+3*e._l01_a*e._l12_a+e._l12_2a,l=3*e._l01_a*(e._l01_a+e._l12_a);i=(i*a-e._x0*e._l12_2a+e._x2*e._l01_2a)/l,r=(r*a-e._y0*e._l12_2a+e._y2*e._l01_2a)/l}if(e._l23_a>S1){var c=2*e._l23_2a+3*e._l23_a*e._l12_a+e._l12_2a,u=3*e._l23_a*(e._l23_a+e._l12_a);s=(s*c+e._x1*e._l23_2a-t*e._l12_2a)/u,o=(o*c+e._y1*e._l23_2a-n*e._l12_2a)/u}e._context.bezierCurveTo(i,r,s,o,e._x2,e._y2)}function Q1(e,t){this._context=e,this._alpha=t}Q1.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:this.point(this._x2,this._y2);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){if(e=+e,t=+t,this._point){var n=this._x2-e,i=this._y2-t;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+i*i,this._alpha))}switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2;break;case 2:this._point=3;default:$g(this,e,t);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var j1=(function e(t){function n(i){return t?new Q1(i,t):new Vg(i,0)}return n.alpha=function(i){return e(+i)},n})(.5);function tM(e,t){this._context=e,this._alpha=t}tM.prototype={areaStart:ts,areaEnd:ts,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(e,t){if(e=+e,t=+t,this._point){var n=this._x2-e,i=this._y2-t;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+i*i,this._alpha))}switch(this._point){case 0:this._point=1,this._x3=e,this._y3=t;break;case 1:this._point=2,this._context.moveTo(this._x4=e,this._y4=t);break;case 2:this._point=3,this._x5=e,this._y5=t;break;default:$g(this,e,t);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var eM=(function e(t){function n(i){return t?new tM(i,t):new Hg(i,0)}return n.alpha=function(i){return e(+i)},n})(.5);function nM(e,t){this._context=e,this._alpha=t}nM.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){if(e=+e,t=+t,this._point){var n=this._x2-e,i=this._y2-t;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+i*i,this._alpha))}switch(this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:$g(this,e,t);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var iM=(function e(t){function n(i){return t?new nM(i,t):new Wg(i,0)}return n.alpha=function(i){return e(+i)},n})(.5);function rM(e){this._context=e}rM.prototype={areaStart:ts,areaEnd:ts,lineStart:function(){this._point=0},lineEnd:function(){this._point&&this._context.closePath()},point:function(e,t){e=+e,t=+t,this._point?this._context.lineTo(e,t):(this._point=1,this._context.moveTo(e,t))}};function sM(e){return new rM(e)}function w1(e){return e<0?-1:1}function T1(e,t,n){var i=e._x1-e._x0,r=t-e._x1,s=(e._y1-e._y0)/(i||r<0&&-0),o=(n-e._y1)/(r||i<0&&-0),a=(s*r+o*i)/(i+r);return(w1(s)+w1(o))*Math.min(Math.abs(s),Math.abs(o),.5*Math.abs(a))||0}function A1(e,t){var n=e._x1-e._x0;return n?(3*(e._y1-e._y0)/n-t)/2:t}function Ag(e,t,n){var i=e._x0,r=e._y0,s=e._x1,o=e._y1,a=(s-i)/3;e._context.bezierCurveTo(i+a,r+a*t,s-a,o-a*n,s,o)}function Wu(e){this._context=e}Wu.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=this._t0=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x1,this._y1);break;case 3:Ag(this,this._t0,A1(this,this._t0));break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){var n=NaN;if(e=+e,t=+t,!(e===this._x1&&t===this._y1)){switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2;break;case 2:this._point=3,Ag(this,A1(this,n=T1(this,e,t)),n);break;default:Ag(this,this._t0,n=T1(this,e,t));break}this._x0=this._x1,this._x1=e,this._y0=this._y1,this._y1=t,this._t0=n}}};function oM(e){this._context=new aM(e)}(oM.prototype=Object.create(Wu.prototype)).point=function(e,t){Wu.prototype.point.call(this,t,e)};function aM(e){this._context=e}aM.prototype={moveTo:function(e,t){this._context.moveTo(t,e)},closePath:function(){this._context.closePath()},lineTo:function(e,t){this._context.lineTo(t,e)},bezierCurveTo:function(e,t,n,i,r,s){this._context.bezierCurveTo(t,e,i,n,s,r)}};function lM(e){return new Wu(e)}function cM(e){return new oM(e)}function uM(e){this._context=e}uM.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=[],this._y=[]},lineEnd:function(){var e=this._x,t=this._y,n=e.length;if(n)if(this._line?this._context.lineTo(e[0],t[0]):this._context.moveTo(e[0],t[0]),n===2)this._context.lineTo(e[1],t[1]);else for(var i=E1(e),r=E1(t),s=0,o=1;o<n;++s,++o)this._context.bezierCurveTo(i[0][s],r[0][s],i[1][s],r[1][s],e[o],t[o]);(this._line||this._line!==0&&n===1)&&this._context.closePath(),this._line=1-this._line,this._x=this._y=null},point:function(e,t){this._x.push(+e),this._y.push(+t)}};function E1(e){var t,n=e.length-1,i,r=new Array(n),s=new Array(n),o=new Array(n);for(r[0]=0,s[0]=2,o[0]=e[0]+2*e[1],t=1;t<n-1;++t)r[t]=1,s[t]=4,o[t]=4*e[t]+2*e[t+1];for(r[n-1]=2,s[n-1]=7,o[n-1]=8*e[n-1]+e[n],t=1;t<n;++t)i=r[t]/s[t-1],s[t]-=i,o[t]-=i*o[t-1];for(r[n-1]=o[n-1]/s[n-1],t=n-2;t>=0;--t)r[t]=(o[t]-r[t+1])/s[t];for(s[n-1]=(e[n]+r[n-1])/2,t=0;t<n-1;++t)s[t]=2*e[t+1]-r[t+1];return[r,s]}function fM(e){return new uM(e)}function qu(e,t){this._context=e,this._t=t}qu.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=this._y=NaN,this._point=0},lineEnd:function(){0<this._t&&this._t<1&&this._point===2&&this._context.lineTo(this._x,this._y),(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line>=0&&(this._t=1-this._t,this._line=1-this._line)},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2;default:{if(this._t<=0)this._context.lineTo(this._x,t),this._context.lineTo(e,t);else{var n=this._x*(1-this._t)+e*this._t;this._context.lineTo(n,this._y),this._context.lineTo(n,t)}break}}this._x=e,this._y=t}};function hM(e){return new qu(e,.5)}function dM(e){return new qu(e,0)}function pM(e){return new qu(e,1)}function oi(e){return e!=null&&!Number.isNaN(e)}function fn(e,t){return+oi(t)-+oi(e)||un(e,t)}function Ks(e,t){return+oi(t)-+oi(e)||xr(e,t)}function Ol(e){return e!=null&&`${e}`!=""}function Xg(e){return isFinite(e)?e:NaN}function Qs(e){return e>0&&isFinite(e)?e:NaN}function Ko(e){return e<0&&isFinite(e)?e:NaN}function Yu(e,t){if(e instanceof Date||(e=new Date(+e)),isNaN(e))return typeof t=="function"?t(e):t;let n=e.getUTCHours(),i=e.getUTCMinutes(),r=e.getUTCSeconds(),s=e.getUTCMilliseconds();return`${pP(e.getUTCFullYear(),4)}-${Er(e.getUTCMonth()+1,2)}-${Er(e.getUTCDate(),2)}${n||i||r||s?`T${Er(n,2)}:${Er(i,2)}${r||s?`:${Er(r,2)}${s?`.${Er(s,3)}`:""}`:""}Z`:""}`}function pP(e){return e<0?`-${Er(-e,6)}`:e>9999?`+${Er(e,6)}`:Er(e,4)}function Er(e,t){return`${e}`.padStart(t,"0")}var mP=/^(?:[-+]\d{2})?\d{4}(?:-\d{2}(?:-\d{2})?)?(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{3})?)?(?:Z|[-+]\d{2}:?\d{2})?)?$/;function Bl(e,t){return mP.test(e+="")?new Date(e):typeof t=="function"?t(e):t}function Cr(e){if(e==null)return;let t=e[0],n=e[e.length-1];return xr(t,n)}var jo=1e3,ns=jo*60,is=ns*60,qi=is*24,Xi=qi*7,js=qi*30,es=qi*365,qg=[["millisecond",1],["2 milliseconds",2],["5 milliseconds",5],["10 milliseconds",10],["20 milliseconds",20],["50 milliseconds",50],["100 milliseconds",100],["200 milliseconds",200],["500 milliseconds",500],["second",jo],["5 seconds",5*jo],["15 seconds",15*jo],["30 seconds",30*jo],["minute",ns],["5 minutes",5*ns],["15 minutes",15*ns],["30 minutes",30*ns],["hour",is],["3 hours",3*is],["6 hours",6*is],["12 hours",12*is],["day",qi],["2 days",2*qi],["week",Xi],["2 weeks",2*Xi],["month",js],["3 months",3*js],["6 months",6*js],["year",es],["2 years",2*es],["5 years",5*es],["10 years",10*es],["20 years",20*es],["50 years",50*es],["100 years",100*es]],Yg=new Map([["second",jo],["minute",ns],["hour",is],["day",qi],["monday",Xi],["tuesday",Xi],["wednesday",Xi],["thursday",Xi],["friday",Xi],["saturday",Xi],["sunday",Xi],["week",Xi],["month",js],["year",es]]),gM=new Map([["second",vn],["minute",ks],["hour",Gs],["day",Gi],["monday",Ws],["tuesday",Zp],["wednesday",Jp],["thursday",Tr],["friday",Kp],["saturday",Qp],["sunday",Vi],["week",Vi],["month",qs],["year",In]]),Zg=new Map([["second",vn],["minute",zs],["hour",Vs],["day",Al],["monday",Xs],["tuesday",jp],["wednesday",tm],["thursday",Ar],["friday",em],["saturday",nm],["sunday",Hi],["week",Hi],["month",Ys],["year",Pn]]),ta=Symbol("intervalDuration"),Ju=Symbol("intervalType");for(let[e,t]of gM)t[ta]=Yg.get(e),t[Ju]="time";for(let[e,t]of Zg)t[ta]=Yg.get(e),t[Ju]="utc";var kl=[["year",Pn,"utc"],["month",Ys,"utc"],["day",Al,"utc",6*js],["hour",Vs,"utc",3*qi],["minute",zs,"utc",6*is],["second",vn,"utc",30*ns]],Zu=[["year",In,"time"],["month",qs,"time"],["day",Gi,"time",6*js],["hour",Gs,"time",3*qi],["minute",ks,"time",6*is],["second",vn,"time",30*ns]],gP=[kl[0],Zu[0],kl[1],Zu[1],kl[2],Zu[2],...kl.slice(3)];function xM(e){let t=`${e}`.toLowerCase();t.endsWith("s")&&(t=t.slice(0,-1));let n=1,i=/^(?:(\d+)\s+)/.exec(t);switch(i&&(t=t.slice(i[0].length),n=+i[1]),t){case"quarter":t="month",n*=3;break;case"half":t="month",n*=6;break}let r=Zg.get(t);if(!r)throw new Error(`unknown interval: ${e}`);if(n>1&&!r.every)throw new Error(`non-periodic interval: ${t}`);return[t,n]}function Jg(e){return yM(xM(e),"time")}function zl(e){return yM(xM(e),"utc")}function yM([e,t],n){let i=(n==="time"?gM:Zg).get(e);return t>1&&(i=i.every(t),i[ta]=Yg.get(e)*t,i[Ju]=n),i}function Kg(e,t){if(!(t>1))return;let n=e[ta];if(!qg.some(([,r])=>r===n)||n%qi===0&&qi<n&&n<js)return;let[i]=qg[Po(([,r])=>Math.log(r)).center(qg,Math.log(n*t))];return(e[Ju]==="time"?Jg:zl)(i)}function mM(e,t,n){let i=t==="time"?Il:Wi;if(n==null)return i(e==="year"?"%Y":e==="month"?"%Y-%m":e==="day"?"%Y-%m-%d":e==="hour"||e==="minute"?"%Y-%m-%dT%H:%M":e==="second"?"%Y-%m-%dT%H:%M:%S":"%Y-%m-%dT%H:%M:%S.%L");let r=xP(n);switch(e){case"millisecond":return Qo(i(".%L"),i(":%M:%S"),r);case"second":return Qo(i(":%S"),i("%-I:%M"),r);case"minute":return Qo(i("%-I:%M"),i("%p"),r);case"hour":return Qo(i("%-I %p"),i("%b %-d"),r);case"day":return Qo(i("%-d"),i("%b"),r);case"month":return Qo(i("%b"),i("%Y"),r);case"year":return i("%Y")}throw new Error("unable to format time ticks")}function xP(e){return e==="left"||e==="right"?(t,n)=>`
${t}
${n}`:e==="top"?(t,n)=>`${n}
${t}`:(t,n)=>`${t}
${n}`}function yP(e){return e==="time"?Zu:e==="utc"?kl:gP}function _M(e,t,n){let i=xn(m_(t,(r,s)=>Math.abs(s-r)));if(i<1e3)return mM("millisecond","utc",n);for(let[r,s,o,a]of yP(e)){if(i>a||r==="hour"&&!i)break;if(t.every(l=>s.floor(l)>=l))return mM(r,o,n)}}function Qo(e,t,n){return(i,r,s)=>{let o=e(i,r),a=t(i,r),l=r-Cr(s);return r!==l&&s[l]!==void 0&&a===t(s[l],l)?o:n(o,a)}}var jg=Object.getPrototypeOf(Uint8Array),_P=Object.prototype.toString;function vi(e){return e instanceof Array||e instanceof jg}function MM(e){return e instanceof jg&&!vP(e)}function SM(e){return e?.prototype instanceof jg&&!bP(e)}function vP(e){return e instanceof BigInt64Array||e instanceof BigUint64Array}function bP(e){return e===BigInt64Array||e===BigUint64Array}var t0=Symbol("reindex");function Se(e,t,n){let i=typeof t;return i==="string"?GM(e)?e0(e.getChild(t),n):vM(e,n0(t),n):i==="function"?vM(e,t,n):i==="number"||t instanceof Date||i==="boolean"?pe(e,kn(t),n):typeof t?.transform=="function"?Qg(t.transform(e),n):MP(Qg(t,n),e?.[t0])}function MP(e,t){return e!=null&&t?Qu(e,t):e}function vM(e,t,n){return pe(e,SM(n)?(i,r)=>i0(t(i,r)):t,n)}function Qg(e,t){return t===void 0?Zi(e):VM(e)?e0(e,t):e instanceof t?e:t.from(e,SM(t)&&!MM(e)?i0:void 0)}function e0(e,t){return e==null?e:(t===void 0||t===Array)&&AP(e.type)?r0(bM(e)):Qg(bM(e),t)}function bM(e){return e.nullCount?e.toJSON():e.toArray()}var ea=[null],n0=e=>t=>{let n=t[e];return n===void 0&&t.type==="Feature"?t.properties?.[e]:n},rs={transform:Mn},ye={transform:e=>e};var wM=()=>1,TM=()=>!0,Ue=e=>e==null?e:`${e}`,Te=e=>e==null?e:+e;var Ku=e=>e?e[0]:void 0,Gl=e=>e?e[1]:void 0;var kn=e=>()=>e;function AM(e){let t=+`${e}`.slice(1)/100;return(n,i)=>gr(n,t,i)}function Yi(e){return MM(e)?e:pe(e,i0,Float64Array)}function i0(e){return e==null?NaN:Number(e)}function r0(e){return pe(e,s0)}function s0(e){return e instanceof Date&&!isNaN(e)?e:typeof e=="string"?Bl(e):e==null||isNaN(e=Number(e))?void 0:new Date(e)}function Nn(e,t){return e===void 0&&(e=t),e===null?[void 0,"none"]:oa(e)?[void 0,e]:[e,void 0]}function Pe(e,t){return e===void 0&&(e=t),e===null||typeof e=="number"?[void 0,e]:[e,void 0]}function o0(e,t,n){if(e!=null)return bn(e,t,n)}function bn(e,t,n){let i=`${e}`.toLowerCase();if(!n.includes(i))throw new Error(`invalid ${t}: ${e}`);return i}function Rr(e){return GM(e)?e:Zi(e)}function Zi(e){if(e==null||vi(e))return e;if(VM(e))return e0(e);if(EM(e))switch(e.type){case"FeatureCollection":return e.features;case"GeometryCollection":return e.geometries;default:return[e]}return Array.from(e)}function EM(e){switch(e?.type){case"FeatureCollection":case"GeometryCollection":case"Feature":case"LineString":case"MultiLineString":case"MultiPoint":case"MultiPolygon":case"Point":case"Polygon":case"Sphere":return!0;default:return!1}}function pe(e,t,n=Array){return e==null?e:e instanceof n?e.map(t):n.from(e,t)}function ss(e,t=Array){return e instanceof t?e.slice():t.from(e)}function CM({y:e,y1:t,y2:n}){return e!==void 0||t!==void 0||n!==void 0}function bi(e){return e?.toString===_P}function na(e){return bi(e)&&(e.type!==void 0||e.domain!==void 0)}function ia(e){return bi(e)&&typeof e.transform!="function"}function os(e){return ia(e)&&e.value===void 0&&e.channel===void 0}function RM(e,t,n,i=ye){return t===void 0&&n===void 0?(t=0,n=e===void 0?i:e):t===void 0?t=e===void 0?0:e:n===void 0&&(n=e===void 0?0:e),[t,n]}function Ji(e,t){return e===void 0&&t===void 0?[Ku,Gl]:[e,t]}function ra({z:e,fill:t,stroke:n}={}){return e===void 0&&([e]=Nn(t)),e===void 0&&([e]=Nn(n)),e}function as(e){return vi(e)?e.length:e?.numRows}function Mn(e){let t=as(e),n=new Uint32Array(t);for(let i=0;i<t;++i)n[i]=i;return n}function Qu(e,t){return vi(e)?pe(t,n=>e[n],e.constructor):pe(t,n=>e.at(n))}function IM(e,t,n){return e.subarray?e.subarray(t,n):e.slice(t,n)}function ai(e){return e!==null&&typeof e=="object"?e.valueOf():e}function PM(e,t){if(t[e]!==void 0)return t[e];switch(e){case"x1":case"x2":e="x";break;case"y1":case"y2":e="y";break}return t[e]}function sa(e){let t;return[{transform:()=>t,label:Mi(e)},n=>t=n]}function li(e){return e==null?[e]:sa(e)}function Mi(e,t){return typeof e=="string"?e:e&&e.label!==void 0?e.label:t}function Vl(e,t){return{transform(n){let i=e.transform(n),r=t.transform(n);return De(i)||De(r)?pe(i,(s,o)=>new Date((+i[o]+ +r[o])/2)):pe(i,(s,o)=>(+i[o]+ +r[o])/2,Float64Array)},label:e.label}}function Hl(e,t){let n=a0(t?.interval,t?.type);return n?pe(e,n):e}function a0(e,t){let n=ju(e,t);return n&&(i=>oi(i)?n.floor(i):i)}function ju(e,t){if(e!=null){if(typeof e=="number")return SP(e);if(typeof e=="string")return(t==="time"?Jg:zl)(e);if(typeof e.floor!="function")throw new Error("invalid interval; missing floor method");if(typeof e.offset!="function")throw new Error("invalid interval; missing offset method");return e}}function SP(e){e=+e,0<e&&e<1&&Number.isInteger(1/e)&&(e=-1/e);let t=Math.abs(e);return e<0?{floor:n=>Math.floor(n*t)/t,offset:(n,i=1)=>(n*t+Math.floor(i))/t,range:(n,i)=>Lo(Math.ceil(n*t),i*t).map(r=>r/t)}:{floor:n=>Math.floor(n/t)*t,offset:(n,i=1)=>n+t*Math.floor(i),range:(n,i)=>Lo(Math.ceil(n/t),i/t).map(r=>r*t)}}function Ki(e,t){if(e=ju(e,t),e&&typeof e.range!="function")throw new Error("invalid interval: missing range method");return e}function NM(e,t){if(e=Ki(e,t),e&&typeof e.ceil!="function")throw new Error("invalid interval: missing ceil method");return e}function LM(e){return ls(e)&&typeof e?.floor=="function"&&e.floor()instanceof Date}function ls(e){return typeof e?.range=="function"}function Qi(e){return e===void 0||ia(e)?e:{value:e}}function DM(e){return e==null?null:{transform:t=>Se(t,e,Float64Array),label:Mi(e)}}function Ln(e){return e&&typeof e[Symbol.iterator]=="function"}function tf(e){for(let t of e)if(t!=null)return typeof t!="object"||t instanceof Date}function l0(e){for(let t of e){if(t==null)continue;let n=typeof t;return n==="string"||n==="boolean"}}function De(e){for(let t of e)if(t!=null)return t instanceof Date}function UM(e){for(let t of e)if(t!=null)return typeof t=="string"&&isNaN(t)&&Bl(t)}function FM(e){for(let t of e)if(t!=null){if(typeof t!="string")return!1;if(t.trim())return!isNaN(t)}}function OM(e){for(let t of e)if(t!=null)return typeof t=="number"}function ef(e,t){let n;for(let i of e)if(i!=null){if(!t(i))return!1;n=!0}return n}var wP=new Set("none,currentcolor,transparent,aliceblue,antiquewhite,aqua,aquamarine,azure,beige,bisque,black,blanchedalmond,blue,blueviolet,brown,burlywood,cadetblue,chartreuse,chocolate,coral,cornflowerblue,cornsilk,crimson,cyan,darkblue,darkcyan,darkgoldenrod,darkgray,darkgreen,darkgrey,darkkhaki,darkmagenta,darkolivegreen,darkorange,darkorchid,darkred,darksalmon,darkseagreen,darkslateblue,darkslategray,darkslategrey,darkturquoise,darkviolet,deeppink,deepskyblue,dimgray,dimgrey,dodgerblue,firebrick,floralwhite,forestgreen,fuchsia,gainsboro,ghostwhite,gold,goldenrod,gray,green,greenyellow,grey,honeydew,hotpink,indianred,indigo,ivory,khaki,lavender,lavenderblush,lawngreen,lemonchiffon,lightblue,lightcoral,lightcyan,lightgoldenrodyellow,lightgray,lightgreen,lightgrey,lightpink,lightsalmon,lightseagreen,lightskyblue,lightslategray,lightslategrey,lightsteelblue,lightyellow,lime,limegreen,linen,magenta,maroon,mediumaquamarine,mediumblue,mediumorchid,mediumpurple,mediumseagreen,mediumslateblue,mediumspringgreen,mediumturquoise,mediumvioletred,midnightblue,mintcream,mistyrose,moccasin,navajowhite,navy,oldlace,olive,olivedrab,orange,orangered,orchid,palegoldenrod,palegreen,paleturquoise,palevioletred,papayawhip,peachpuff,peru,pink,plum,powderblue,purple,rebeccapurple,red,rosybrown,royalblue,saddlebrown,salmon,sandybrown,seagreen,seashell,sienna,silver,skyblue,slateblue,slategray,slategrey,snow,springgreen,steelblue,tan,teal,thistle,tomato,turquoise,violet,wheat,white,whitesmoke,yellow".split(","));function oa(e){return typeof e!="string"?!1:(e=e.toLowerCase().trim(),/^#[0-9a-f]{3,8}$/.test(e)||/^(?:url|var|rgb|rgba|hsl|hsla|hwb|lab|lch|oklab|oklch|color|color-mix)\(.*\)$/.test(e)||wP.has(e))}function BM(e){return typeof e=="number"&&(0<=e&&e<=1||isNaN(e))}function en(e){return e==null||to(e)}function to(e){return/^\s*none\s*$/i.test(e)}function kM(e){return/^\s*round\s*$/i.test(e)}function nf(e,t){return o0(e,t,["middle","top-left","top","top-right","right","bottom-right","bottom","bottom-left","left"])}function cs(e="middle"){return nf(e,"frameAnchor")}function zM(e={},...t){let n=e;for(let i of t)for(let r in i)if(n[r]===void 0){let s=i[r];n===e?n={...n,[r]:s}:n[r]=s}return n}function TP(e){console.warn("named iterables are deprecated; please use an object instead");let t=new Set;return Object.fromEntries(Array.from(e,n=>{let{name:i}=n;if(i==null)throw new Error("missing name");let r=`${i}`;if(r==="__proto__")throw new Error(`illegal name: ${r}`);if(t.has(r))throw new Error(`duplicate name: ${r}`);return t.add(r),[i,n]}))}function c0(e){return Ln(e)?TP(e):e}function rf(e){return e===!0?e="frame":e===!1?e=null:!EM(e)&&e!=null&&(e=bn(e,"clip",["frame","sphere"]),e==="sphere"&&(e={type:"Sphere"})),e}function GM(e){return e&&typeof e.getChild=="function"&&typeof e.toArray=="function"&&e.schema&&Array.isArray(e.schema.fields)}function VM(e){return e&&typeof e.toArray=="function"&&e.type}function AP(e){return e&&(e.typeId===8||e.typeId===10)&&e.unit===1}var ci=Symbol("position"),zn=Symbol("color"),eo=Symbol("radius"),no=Symbol("length"),io=Symbol("opacity"),aa=Symbol("symbol"),HM=Symbol("projection"),me=new Map([["x",ci],["y",ci],["fx",ci],["fy",ci],["r",eo],["color",zn],["opacity",io],["symbol",aa],["length",no],["projection",HM]]);function WM(e){return e===ci||e===HM}function $M(e){return e===ci||e===eo||e===no||e===io}var EP=Math.sqrt(3),CP=2/EP,RP={draw(e,t){let n=Math.sqrt(t/Math.PI),i=n*CP,r=i/2;e.moveTo(0,i),e.lineTo(n,r),e.lineTo(n,-r),e.lineTo(0,-i),e.lineTo(-n,-r),e.lineTo(-n,r),e.closePath()}},u0=new Map([["asterisk",Ig],["circle",Js],["cross",Pg],["diamond",Ng],["diamond2",Lg],["hexagon",RP],["plus",Dg],["square",Ug],["square2",Fg],["star",Og],["times",Gg],["triangle",Bg],["triangle2",kg],["wye",zg]]);function f0(e){return e&&typeof e.draw=="function"}function XM(e){return f0(e)?!0:typeof e!="string"?!1:u0.has(e.toLowerCase())}function la(e){if(e==null||f0(e))return e;let t=u0.get(`${e}`.toLowerCase());if(t)return t;throw new Error(`invalid symbol: ${e}`)}function qM(e){if(e==null||f0(e))return[void 0,e];if(typeof e=="string"){let t=u0.get(`${e}`.toLowerCase());if(t)return[void 0,t]}return[e,void 0]}function ro({filter:e,sort:t,reverse:n,transform:i,initializer:r,...s}={},o){if(i===void 0&&(e!=null&&(i=YM(e)),t!=null&&!os(t)&&(i=h0(i,p0(t))),n&&(i=h0(i,ZM))),o!=null&&r!=null)throw new Error("transforms cannot be applied after initializers");return{...s,...(t===null||os(t))&&{sort:t},transform:h0(i,o)}}function Ir({filter:e,sort:t,reverse:n,initializer:i,...r}={},s){return i===void 0&&(e!=null&&(i=YM(e)),t!=null&&!os(t)&&(i=d0(i,p0(t))),n&&(i=d0(i,ZM))),{...r,...(t===null||os(t))&&{sort:t},initializer:d0(i,s)}}function h0(e,t){return e==null?t===null?void 0:t:t==null?e===null?void 0:e:function(n,i,r){return{data:n,facets:i}=e.call(this,n,i,r),t.call(this,Rr(n),i,r)}}function d0(e,t){return e==null?t===null?void 0:t:t==null?e===null?void 0:e:function(n,i,r,...s){let o,a,l,c,u,h;return{data:a=n,facets:l=i,channels:o}=e.call(this,n,i,r,...s),{data:u=a,facets:h=l,channels:c}=t.call(this,a,l,{...r,...o},...s),{data:u,facets:h,channels:{...o,...c}}}}function IP(e,t){return(e.initializer!=null?Ir:ro)(e,t)}function YM(e){return(t,n)=>{let i=Se(t,e);return{data:t,facets:n.map(r=>r.filter(s=>i[s]))}}}function ZM(e,t){return{data:e,facets:t.map(n=>n.slice().reverse())}}function JM(e,{sort:t,...n}={}){return{...(ia(e)&&e.channel!==void 0?Ir:IP)(n,p0(e)),sort:os(t)?t:null}}function p0(e){return(typeof e=="function"&&e.length!==1?PP:NP)(e)}function PP(e){return(t,n)=>{let i=vi(t)?(r,s)=>e(t[r],t[s]):(r,s)=>e(t.get(r),t.get(s));return{data:t,facets:n.map(r=>r.slice().sort(i))}}}function NP(e){let t,n;({channel:t,value:e,order:n}={...Qi(e)});let i=t?.startsWith("-");if(i&&(t=t.slice(1)),n===void 0&&(n=i?Ks:fn),typeof n!="function")switch(`${n}`.toLowerCase()){case"ascending":n=fn;break;case"descending":n=Ks;break;default:throw new Error(`invalid order: ${n}`)}return(r,s,o)=>{let a;if(t===void 0)a=Se(r,e);else{if(o===void 0)throw new Error("channel sort requires an initializer");if(a=o[t],!a)return{};a=a.value}let l=(c,u)=>n(a[c],a[u]);return{data:r,facets:s.map(c=>c.slice().sort(l))}}}function $l(e,...t){for(let{name:n}of e)if(t.includes(n))return!0;return!1}function jM(e,t,n=m0){let i=Object.entries(e);return t.title!=null&&e.title===void 0&&i.push(["title",OP]),t.href!=null&&e.href===void 0&&i.push(["href",sf]),i.filter(([,r])=>r!==void 0).map(([r,s])=>s===null?LP(r):n(r,s,t))}function m0(e,t,n,i=g0){let r;bi(t)&&"reduce"in t&&(r=t.scale,t=t.reduce);let s=i(e,t,n),[o,a]=sa(s.label),l;return{name:e,output:r===void 0?o:{value:o,scale:r},initialize(c){s.initialize(c),l=a([])},scope(c,u){s.scope(c,u)},reduce(c,u){l.push(s.reduce(c,u))}}}function LP(e){return{name:e,initialize(){},scope(){},reduce(){}}}function g0(e,t,n,i=Xl){let r=PM(e,n),s=i(t,r),o,a;return{label:Mi(s===Wl?null:r,s.label),initialize(l){o=r===void 0?l:Se(l,r),s.scope==="data"&&(a=s.reduceIndex(Mn(l),o))},scope(l,c){s.scope===l&&(a=s.reduceIndex(c,o))},reduce(l,c){return s.scope==null?s.reduceIndex(l,o,c):s.reduceIndex(l,o,a,c)}}}function x0(e,t){return t?Is(e,n=>t[n]):[[,e]]}function Xl(e,t,n=DP){if(e==null)return n(e);if(typeof e.reduceIndex=="function")return e;if(typeof e.reduce=="function"&&bi(e))return UP(e);if(typeof e=="function")return FP(e);if(/^p\d{2}$/i.test(e))return Pr(AM(e));switch(`${e}`.toLowerCase()){case"first":return sf;case"last":return BP;case"identity":return y0;case"count":return Wl;case"distinct":return kP;case"sum":return t==null?Wl:zP;case"proportion":return QM(t,"data");case"proportion-facet":return QM(t,"facet");case"deviation":return Pr(qd);case"min":return Pr(Jn);case"min-index":return Pr(c_);case"max":return Pr(xn);case"max-index":return Pr(l_);case"mean":return KM(d_);case"median":return KM(sl);case"variance":return Pr(Xd);case"mode":return Pr(p_)}return n(e)}function DP(e){throw new Error(`invalid reduce: ${e}`)}function tS(e,t){for(let n in t){let i=t[n];if(i!==void 0&&!e.some(r=>r.name===n))return i}}function eS(e,t,n){if(t){let i=t.output.transform(),r=(s,o)=>fn(i[s],i[o]);e.forEach(s=>s.sort(r))}n&&e.forEach(i=>i.reverse())}function UP(e){return console.warn("deprecated reduce interface; implement reduceIndex instead."),{...e,reduceIndex:e.reduce.bind(e)}}function FP(e){return{reduceIndex(t,n,i){return e(Qu(n,t),i)}}}function Pr(e){return{reduceIndex(t,n){return e(t,i=>n[i])}}}function KM(e){return{reduceIndex(t,n){let i=e(t,r=>n[r]);return De(n)?new Date(i):i}}}var y0={reduceIndex(e,t){return Qu(t,e)}},sf={reduceIndex(e,t){return t[e[0]]}},OP={reduceIndex(e,t){let i=Ro(yr(e,s=>s.length,s=>t[s]),Gl),r=i.slice(-5).reverse();if(r.length<i.length){let s=i.slice(0,-4);r[4]=[`… ${s.length.toLocaleString("en-US")} more`,gi(s,Gl)]}return r.map(([s,o])=>`${s} (${o.toLocaleString("en-US")})`).join(`
`)}},BP={reduceIndex(e,t){return t[e[e.length-1]]}},Wl={label:"Frequency",reduceIndex(e){return e.length}},kP={label:"Distinct",reduceIndex(e,t){let n=new Di;for(let i of e)n.add(t[i]);return n.size}},zP=Pr(gi);function QM(e,t){return e==null?{scope:t,label:"Frequency",reduceIndex:(n,i,r=1)=>n.length/r}:{scope:t,reduceIndex:(n,i,r=1)=>gi(n,s=>i[s])/r}}var nS={reduceIndex(e,t,{z:n}){return n}};function ca(e,{scale:t,type:n,value:i,filter:r,hint:s,label:o=Mi(i)},a){return s===void 0&&typeof i?.transform=="function"&&(s=i.hint),v0(a,{scale:t,type:n,value:Se(e,i),label:o,filter:r,hint:s})}function rS(e,t){return Object.fromEntries(Object.entries(e).map(([n,i])=>[n,ca(t,i,n)]))}function sS(e,t){let n=Object.fromEntries(Object.entries(e).map(([i,{scale:r,value:s}])=>{let o=r==null?null:t[r];return[i,o==null?s:pe(s,o)]}));return n.channels=e,n}function v0(e,t){let{scale:n,value:i}=t;if(n===!0||n==="auto")switch(e){case"fill":case"stroke":case"color":t.scale=n!==!0&&ef(i,oa)?null:"color",t.defaultScale="color";break;case"fillOpacity":case"strokeOpacity":case"opacity":t.scale=n!==!0&&ef(i,BM)?null:"opacity",t.defaultScale="opacity";break;case"symbol":n!==!0&&ef(i,XM)?(t.scale=null,t.value=pe(i,la)):t.scale="symbol",t.defaultScale="symbol";break;default:t.scale=me.has(e)?e:null;break}else if(n===!1)t.scale=null;else if(n!=null&&!me.has(n))throw new Error(`unknown scale: ${n}`);return t}function oS(e,t,n,i,r){let{order:s,reverse:o,reduce:a=!0,limit:l}=r;for(let c in r){if(!me.has(c))continue;let{value:u,order:h=s,reverse:f=o,reduce:d=a,limit:p=l}=Qi(r[c]),x=u?.startsWith("-");if(x&&(u=u.slice(1)),h=h===void 0?x!==(u==="width"||u==="height")?lS:aS:HP(h),d==null||d===!1)continue;let m=c==="fx"||c==="fy"?VP(t,i[c]):GP(n,c);if(!m)throw new Error(`missing channel for scale: ${c}`);let g=m.value,[_=0,b=1/0]=Ln(p)?p:p<0?[p]:[0,p];if(u==null)m.domain=()=>{let v=Array.from(new Di(g));return f&&(v=v.reverse()),(_!==0||b!==1/0)&&(v=v.slice(_,b)),v};else{let v=u==="data"?e:u==="height"?iS(n,"y1","y2"):u==="width"?iS(n,"x1","x2"):_0(n,u,u==="y"?"y2":u==="x"?"x2":void 0),w=Xl(d===!0?"max":d,v);m.domain=()=>{let M=s_(Mn(g),y=>w.reduceIndex(y,v),y=>g[y]);return h&&M.sort(h),f&&M.reverse(),(_!==0||b!==1/0)&&(M=M.slice(_,b)),M.map(Ku)}}}}function GP(e,t){for(let n in e){let i=e[n];if(i.scale===t)return i}}function VP(e,t){let n=e.original;if(n===e)return t;let i=t.value,r=t.value=[];for(let s=0;s<n.length;++s){let o=i[n[s][0]];for(let a of e[s])r[a]=o}return t}function iS(e,t,n){let i=_0(e,t),r=_0(e,n);return pe(r,(s,o)=>Math.abs(s-i[o]),Float64Array)}function _0(e,t,n){let i=e[t];if(!i&&n!==void 0&&(i=e[n]),i)return i.value;throw new Error(`missing channel: ${t}`)}function HP(e){if(e==null||typeof e=="function")return e;switch(`${e}`.toLowerCase()){case"ascending":return aS;case"descending":return lS}throw new Error(`invalid order: ${e}`)}function aS([e,t],[n,i]){return fn(t,i)||fn(e,n)}function lS([e,t],[n,i]){return Ks(t,i)||fn(e,n)}function b0(e,t){let n=e[t];if(n){for(;n.source;)n=n.source;return n.source===null?null:n}}var dS=new Map([["accent",d1],["category10",h1],["dark2",p1],["observable10",m1],["paired",g1],["pastel1",x1],["pastel2",y1],["set1",_1],["set2",v1],["set3",b1],["tableau10",M1]]);function pS(e){return e!=null&&dS.has(`${e}`.toLowerCase())}var cS=new Map([...dS,["brbg",Nr(ym,_m)],["prgn",Nr(vm,bm)],["piyg",Nr(Mm,Sm)],["puor",Nr(wm,Tm)],["rdbu",Nr(Ou,Dl)],["rdgy",Nr(Am,Em)],["rdylbu",Nr(Bu,Ul)],["rdylgn",Nr(Cm,Rm)],["spectral",Nr(Im,Pm)],["burd",uS(Ou,Dl)],["buylrd",uS(Bu,Ul)],["blues",nn(ng,ig)],["greens",nn(rg,sg)],["greys",nn(og,ag)],["oranges",nn(hg,dg)],["purples",nn(lg,cg)],["reds",nn(ug,fg)],["turbo",Lr(vg)],["viridis",Lr(bg)],["magma",Lr(Mg)],["inferno",Lr(Sg)],["plasma",Lr(wg)],["cividis",Lr(pg)],["cubehelix",Lr(mg)],["warm",Lr(gg)],["cool",Lr(xg)],["bugn",nn(Nm,Lm)],["bupu",nn(Dm,Um)],["gnbu",nn(Fm,Om)],["orrd",nn(Bm,km)],["pubu",nn(Vm,Hm)],["pubugn",nn(zm,Gm)],["purd",nn(Wm,$m)],["rdpu",nn(Xm,qm)],["ylgn",nn(Jm,Km)],["ylgnbu",nn(Ym,Zm)],["ylorbr",nn(Qm,jm)],["ylorrd",nn(tg,eg)],["rainbow",fS(yg)],["sinebow",fS(_g)]]);function nn(e,t){return({length:n})=>n===1?[e[3][1]]:n===2?[e[3][1],e[3][2]]:(n=Math.max(3,Math.floor(n)),n>9?yn(t,n):e[n])}function Nr(e,t){return({length:n})=>n===2?[e[3][0],e[3][2]]:(n=Math.max(3,Math.floor(n)),n>11?yn(t,n):e[n])}function uS(e,t){return({length:n})=>n===2?[e[3][2],e[3][0]]:(n=Math.max(3,Math.floor(n)),n>11?yn(i=>t(1-i),n):e[n].slice().reverse())}function Lr(e){return({length:t})=>yn(e,Math.max(2,Math.floor(t)))}function fS(e){return({length:t})=>yn(e,Math.floor(t)+1).slice(0,-1)}function M0(e){let t=`${e}`.toLowerCase();if(!cS.has(t))throw new Error(`unknown ordinal scheme: ${t}`);return cS.get(t)}function ql(e,t){let n=M0(e),i=typeof n=="function"?n({length:t}):n;return i.length!==t?i.slice(0,t):i}function mS(e,t="greys"){let n=new Set,[i,r]=ql(t,2);for(let s of e)if(s!=null)if(s===!0)n.add(r);else if(s===!1)n.add(i);else return;return[...n]}var hS=new Map([["brbg",_m],["prgn",bm],["piyg",Sm],["puor",Tm],["rdbu",Dl],["rdgy",Em],["rdylbu",Ul],["rdylgn",Rm],["spectral",Pm],["burd",e=>Dl(1-e)],["buylrd",e=>Ul(1-e)],["blues",ig],["greens",sg],["greys",ag],["purples",cg],["reds",fg],["oranges",dg],["turbo",vg],["viridis",bg],["magma",Mg],["inferno",Sg],["plasma",wg],["cividis",pg],["cubehelix",mg],["warm",gg],["cool",xg],["bugn",Lm],["bupu",Um],["gnbu",Om],["orrd",km],["pubugn",Gm],["pubu",Hm],["purd",$m],["rdpu",qm],["ylgnbu",Zm],["ylgn",Km],["ylorbr",jm],["ylorrd",eg],["rainbow",yg],["sinebow",_g]]);function ua(e){let t=`${e}`.toLowerCase();if(!hS.has(t))throw new Error(`unknown quantitative scheme: ${t}`);return hS.get(t)}var WP=new Set(["brbg","prgn","piyg","puor","rdbu","rdgy","rdylbu","rdylgn","spectral","burd","buylrd"]);function gS(e){return e!=null&&WP.has(`${e}`.toLowerCase())}var w0=e=>t=>e(1-t),S0=[0,1],xS=new Map([["number",ke],["rgb",Us],["hsl",av],["hcl",uv],["lab",lv]]);function T0(e){let t=`${e}`.toLowerCase();if(!xS.has(t))throw new Error(`unknown interpolator: ${t}`);return xS.get(t)}function ha(e,t,n,{type:i,nice:r,clamp:s,zero:o,domain:a=AS(e,n),unknown:l,round:c,scheme:u,interval:h,range:f=me.get(e)===eo?YP(n,a):me.get(e)===no?ZP(n,a):me.get(e)===io?S0:void 0,interpolate:d=me.get(e)===zn?u==null&&f!==void 0?Us:ua(u!==void 0?u:i==="cyclical"?"rainbow":"turbo"):c?cl:ke,reverse:p}){if(a=yS(a),h=Ki(h,i),(i==="cyclical"||i==="sequential")&&(i="linear"),typeof d!="function"&&(d=T0(d)),p=!!p,f!==void 0){let x=a.length,m=(f=yS(f)).length;if(x!==m){if(d.length===1)throw new Error("invalid piecewise interpolator");d=Kr(d,f),f=void 0}}if(d.length===1?(p&&(d=w0(d),p=!1),f===void 0&&(f=Float64Array.from(a,(x,m)=>m/(a.length-1)),f.length===2&&(f=S0)),t.interpolate((f===S0?kn:Yl)(d))):t.interpolate(d),o){let[x,m]=an(a);(x>0||m<0)&&(a=ss(a),(Cr(a)||1)===Math.sign(x)?a[0]=0:a[a.length-1]=0)}return p&&(a=Do(a)),t.domain(a).unknown(l),r&&(t.nice($P(r,i)),a=t.domain()),f!==void 0&&t.range(f),s&&t.clamp(s),{type:i,domain:a,range:f,scale:t,interpolate:d,interval:h}}function yS(e){return e=Zi(e),e.length>=2?e:[e[0],e[0]]}function $P(e,t){return e===!0?void 0:typeof e=="number"?e:NM(e,t)}function _S(e,t,n){return ha(e,Ll(),t,n)}function vS(e,t,n){return A0(e,t,{...n,exponent:.5})}function A0(e,t,{exponent:n=1,...i}){return ha(e,um().exponent(n),t,{...i,type:"pow"})}function bS(e,t,{base:n=10,domain:i=JP(t),...r}){return ha(e,lm().base(n),t,{...r,domain:i})}function MS(e,t,{constant:n=1,...i}){return ha(e,cm().constant(n),t,i)}function SS(e,t,{range:n,quantiles:i=n===void 0?5:(n=[...n]).length,n:r=i,scheme:s="rdylbu",domain:o=KP(t),unknown:a,interpolate:l,reverse:c}){return n===void 0&&(n=l!==void 0?yn(l,r):me.get(e)===zn?ql(s,r):void 0),o.length>0&&(o=fm(o,n===void 0?{length:r}:n).quantiles()),of(e,t,{domain:o,range:n,reverse:c,unknown:a})}function wS(e,t,{range:n,n:i=n===void 0?5:(n=[...n]).length,scheme:r="rdylbu",domain:s=AS(e,t),unknown:o,interpolate:a,reverse:l}){let[c,u]=an(s),h;return n===void 0?(h=Yr(c,u,i),h[0]<=c&&h.splice(0,1),h[h.length-1]>=u&&h.pop(),i=h.length+1,n=a!==void 0?yn(a,i):me.get(e)===zn?ql(r,i):void 0):(h=yn(ke(c,u),i+1).slice(1,-1),c instanceof Date&&(h=h.map(f=>new Date(f)))),Cr(Zi(s))<0&&h.reverse(),of(e,t,{domain:h,range:n,reverse:l,unknown:o})}function of(e,t,{domain:n=[0],unknown:i,scheme:r="rdylbu",interpolate:s,range:o=s!==void 0?yn(s,n.length+1):me.get(e)===zn?ql(r,n.length+1):void 0,reverse:a}){n=Zi(n);let l=Cr(n);if(!isNaN(l)&&!XP(n,l))throw new Error(`the ${e} scale has a non-monotonic domain`);return a&&(o=Do(o)),{type:"threshold",scale:hm(l<0?Do(n):n,o===void 0?[]:o).unknown(i),domain:n,range:o}}function XP(e,t){for(let n=1,i=e.length,r=e[0];n<i;++n){let s=xr(r,r=e[n]);if(s!==0&&s!==t)return!1}return!0}function TS(e){return{type:"identity",scale:$M(me.get(e))?am():t=>t}}function fa(e,t=Xg){return e.length?[Jn(e,({value:n})=>n===void 0?n:Jn(n,t)),xn(e,({value:n})=>n===void 0?n:xn(n,t))]:[0,1]}function AS(e,t){let n=me.get(e);return(n===eo||n===io||n===no?qP:fa)(t)}function qP(e){return[0,e.length?xn(e,({value:t})=>t===void 0?t:xn(t,Xg)):1]}function YP(e,t){let n=e.find(({radius:o})=>o!==void 0);if(n!==void 0)return[0,n.radius];let i=gr(e,.5,({value:o})=>o===void 0?NaN:gr(o,.25,Qs)),r=t.map(o=>3*Math.sqrt(o/i)),s=30/xn(r);return s<1?r.map(o=>o*s):r}function ZP(e,t){let n=sl(e,({value:s})=>s===void 0?NaN:sl(s,Math.abs)),i=t.map(s=>12*s/n),r=60/xn(i);return r<1?i.map(s=>s*r):i}function JP(e){for(let{value:t}of e)if(t!==void 0)for(let n of t){if(n>0)return fa(e,Qs);if(n<0)return fa(e,Ko)}return[1,10]}function KP(e){let t=[];for(let{value:n}of e)if(n!==void 0)for(let i of n)t.push(i);return t}function Yl(e){return(t,n)=>i=>e(t+i*(n-t))}var E0=0,C0;function ES(){let e=E0;return E0=0,C0=void 0,e}function Dn(e){e!==C0&&(C0=e,console.warn(e),++E0)}function af(e,t,n,i,{type:r,nice:s,clamp:o,domain:a=fa(i),unknown:l,pivot:c=0,scheme:u,range:h,symmetric:f=!0,interpolate:d=me.get(e)===zn?u==null&&h!==void 0?Us:ua(u!==void 0?u:"rdbu"):ke,reverse:p}){c=+c,a=Zi(a);let[x,m]=a;if(a.length>2&&Dn(`Warning: the diverging ${e} scale domain contains extra elements.`),xr(x,m)<0&&([x,m]=[m,x],p=!p),x=Math.min(x,c),m=Math.max(m,c),typeof d!="function"&&(d=T0(d)),h!==void 0&&(d=d.length===1?Yl(d)(...h):Kr(d,h)),p&&(d=w0(d)),f){let g=n.apply(c),_=g-n.apply(x),b=n.apply(m)-g;_<b?x=n.invert(g-b):_>b&&(m=n.invert(g+_))}return t.domain([x,c,m]).unknown(l).interpolator(d),o&&t.clamp(o),s&&t.nice(s),{type:r,domain:[x,m],pivot:c,interpolate:d,scale:t}}function CS(e,t,n){return af(e,pm(),QP,t,n)}function RS(e,t,n){return R0(e,t,{...n,exponent:.5})}function R0(e,t,{exponent:n=1,...i}){return af(e,xm().exponent(n=+n),eN(n),t,{...i,type:"diverging-pow"})}function IS(e,t,{base:n=10,pivot:i=1,domain:r=fa(t,i<0?Ko:Qs),...s}){return af(e,mm().base(n=+n),jP,t,{domain:r,pivot:i,...s})}function PS(e,t,{constant:n=1,...i}){return af(e,gm().constant(n=+n),nN(n),t,i)}var QP={apply(e){return e},invert(e){return e}},jP={apply:Math.log,invert:Math.exp},tN={apply(e){return Math.sign(e)*Math.sqrt(Math.abs(e))},invert(e){return Math.sign(e)*(e*e)}};function eN(e){return e===.5?tN:{apply(t){return Math.sign(t)*Math.pow(Math.abs(t),e)},invert(t){return Math.sign(t)*Math.pow(Math.abs(t),1/e)}}}function nN(e){return{apply(t){return Math.sign(t)*Math.log1p(Math.abs(t/e))},invert(t){return Math.sign(t)*Math.expm1(Math.abs(t))*e}}}function NS(e,t,n,i){return ha(e,t,n,i)}function LS(e,t,n){return NS(e,u1(),t,n)}function DS(e,t,n){return NS(e,f1(),t,n)}var da=Symbol("ordinal");function FS(e,t,n,{type:i,interval:r,domain:s,range:o,reverse:a,hint:l}){return r=Ki(r,i),s===void 0&&(s=GS(n,r,e)),(i==="categorical"||i===da)&&(i="ordinal"),a&&(s=Do(s)),s=t.domain(s).domain(),o!==void 0&&(typeof o=="function"&&(o=o(s)),t.range(o)),{type:i,domain:s,range:o,scale:t,hint:l,interval:r}}function OS(e,t,{type:n,interval:i,domain:r,range:s,scheme:o,unknown:a,...l}){i=Ki(i,n),r===void 0&&(r=GS(t,i,e));let c;if(me.get(e)===aa)c=iN(t),s=s===void 0?rN(c):pe(s,la);else if(me.get(e)===zn&&(s===void 0&&(n==="ordinal"||n===da)&&(s=mS(r,o),s!==void 0&&(o=void 0)),o===void 0&&s===void 0&&(o=n==="ordinal"?"turbo":"observable10"),o!==void 0))if(s!==void 0){let u=ua(o),h=s[0],f=s[1]-s[0];s=({length:d})=>yn(p=>u(h+f*p),d)}else s=M0(o);if(a===Ru)throw new Error(`implicit unknown on ${e} scale is not supported`);return FS(e,Pu().unknown(a),t,{...l,type:n,domain:r,range:s,hint:c})}function BS(e,t,{align:n=.5,padding:i=.5,...r}){return zS(r1().align(n).padding(i),t,r,e)}function kS(e,t,{align:n=.5,padding:i=.1,paddingInner:r=i,paddingOuter:s=e==="fx"||e==="fy"?0:i,...o}){return zS(Jo().align(n).paddingInner(r).paddingOuter(s),t,o,e)}function zS(e,t,n,i){let{round:r}=n;return r!==void 0&&e.round(r=!!r),e=FS(i,e,t,n),e.round=r,e}function GS(e,t,n){let i=new Di;for(let{value:r,domain:s}of e){if(s!==void 0)return s();if(r!==void 0)for(let o of r)i.add(o)}if(t!==void 0){let[r,s]=an(i).map(t.floor,t);return t.range(r,t.offset(s))}if(i.size>1e4&&me.get(n)===ci)throw new Error(`implicit ordinal domain of ${n} scale has more than 10,000 values`);return Ro(i,fn)}function US(e,t){let n;for(let{hint:i}of e){let r=i?.[t];if(r!==void 0){if(n===void 0)n=r;else if(n!==r)return}}return n}function iN(e){return{fill:US(e,"fill"),stroke:US(e,"stroke")}}function rN(e){return en(e.fill)?G1:z1}function Zl(e,{label:t,inset:n=0,insetTop:i=n,insetRight:r=n,insetBottom:s=n,insetLeft:o=n,round:a,nice:l,clamp:c,zero:u,align:h,padding:f,projection:d,facet:{label:p=t}={},...x}={}){let m={};for(let[g,_]of e){let b=x[g],v=aN(g,_,{round:me.get(g)===ci?a:void 0,nice:l,clamp:c,zero:u,align:h,padding:f,projection:d,...b});if(v){let{label:w=g==="fx"||g==="fy"?p:t,percent:M,transform:y,inset:S,insetTop:E=S!==void 0?S:g==="y"?i:0,insetRight:R=S!==void 0?S:g==="x"?r:0,insetBottom:C=S!==void 0?S:g==="y"?s:0,insetLeft:L=S!==void 0?S:g==="x"?o:0}=b||{};if(y==null)y=void 0;else if(typeof y!="function")throw new Error("invalid scale transform; not a function");v.percent=!!M,v.label=w===void 0?sN(_,v):w,v.transform=y,g==="x"||g==="fx"?(v.insetLeft=+L,v.insetRight=+R):(g==="y"||g==="fy")&&(v.insetTop=+E,v.insetBottom=+C),m[g]=v}}return m}function P0(e){let t={},n={scales:t};for(let[i,r]of Object.entries(e)){let{scale:s,type:o,interval:a,label:l}=r;t[i]=fN(r),n[i]=s,s.type=o,a!=null&&(s.interval=a),l!=null&&(s.label=l)}return n}function XS(e,t){let{x:n,y:i,fx:r,fy:s}=e,o=r||s?cf(t):t;r&&VS(r,o),s&&HS(s,o);let a=r||s?N0(e,t):t;n&&VS(n,a),i&&HS(i,a)}function sN(e=[],t){let n;for(let{label:i}of e)if(i!==void 0){if(n===void 0)n=i;else if(n!==i)return}if(n!==void 0)return!ji(t)&&t.percent&&(n=`${n} (%)`),{inferred:!0,toString:()=>n}}function qS(e){return Math.sign(Cr(e.domain()))*Math.sign(Cr(e.range()))}function cf(e){let{marginTop:t,marginRight:n,marginBottom:i,marginLeft:r,width:s,height:o,facet:{marginTop:a,marginRight:l,marginBottom:c,marginLeft:u}}=e;return{marginTop:Math.max(t,a),marginRight:Math.max(n,l),marginBottom:Math.max(i,c),marginLeft:Math.max(r,u),width:s,height:o}}function N0({fx:e,fy:t},n){let{marginTop:i,marginRight:r,marginBottom:s,marginLeft:o,width:a,height:l}=cf(n);return{marginTop:i,marginRight:r,marginBottom:s,marginLeft:o,width:e?e.scale.bandwidth()+o+r:a,height:t?t.scale.bandwidth()+i+s:l,facet:{width:a,height:l}}}function VS(e,t){if(e.range===void 0){let{insetLeft:n,insetRight:i}=e,{width:r,marginLeft:s=0,marginRight:o=0}=t,a=s+n,l=r-o-i;e.range=[a,Math.max(a,l)],ji(e)||(e.range=ZS(e)),e.scale.range(e.range)}YS(e)}function HS(e,t){if(e.range===void 0){let{insetTop:n,insetBottom:i}=e,{height:r,marginTop:s=0,marginBottom:o=0}=t,a=s+n,l=r-o-i;e.range=[Math.max(a,l),a],ji(e)?e.range.reverse():e.range=ZS(e),e.scale.range(e.range)}YS(e)}function YS(e){e.round===void 0&&cN(e)&&oN(e)<=30&&e.scale.round(!0)}function oN({scale:e}){let t=e.domain().length,[n,i]=e.range(),r=e.paddingInner?e.paddingInner():1,s=e.paddingOuter?e.paddingOuter():e.padding(),o=t-r,a=Math.abs(i-n)/Math.max(1,o+s*2);return(a-Math.floor(a))*o}function ZS(e){let t=e.scale.domain().length+L0(e);if(!(t>2))return e.range;let[n,i]=e.range;return Array.from({length:t},(r,s)=>n+s/(t-1)*(i-n))}function aN(e,t=[],n={}){let i=lN(e,t,n);if(n.type===void 0&&n.domain===void 0&&n.range===void 0&&n.interval==null&&e!=="fx"&&e!=="fy"&&ji({type:i})){let r=t.map(({value:s})=>s).filter(s=>s!==void 0);r.some(De)?Dn(`Warning: some data associated with the ${e} scale are dates. Dates are typically associated with a "utc" or "time" scale rather than a "${pa(i)}" scale. If you are using a bar mark, you probably want a rect mark with the interval option instead; if you are using a group transform, you probably want a bin transform instead. If you want to treat this data as ordinal, you can specify the interval of the ${e} scale (e.g., d3.utcDay), or you can suppress this warning by setting the type of the ${e} scale to "${pa(i)}".`):r.some(UM)?Dn(`Warning: some data associated with the ${e} scale are strings that appear to be dates (e.g., YYYY-MM-DD). If these strings represent dates, you should parse them to Date objects. Dates are typically associated with a "utc" or "time" scale rather than a "${pa(i)}" scale. If you are using a bar mark, you probably want a rect mark with the interval option instead; if you are using a group transform, you probably want a bin transform instead. If you want to treat this data as ordinal, you can suppress this warning by setting the type of the ${e} scale to "${pa(i)}".`):r.some(FM)&&Dn(`Warning: some data associated with the ${e} scale are strings that appear to be numbers. If these strings represent numbers, you should parse or coerce them to numbers. Numbers are typically associated with a "linear" scale rather than a "${pa(i)}" scale. If you want to treat this data as ordinal, you can specify the interval of the ${e} scale (e.g., 1 for integers), or you can suppress this warning by setting the type of the ${e} scale to "${pa(i)}".`)}switch(n.type=i,i){case"diverging":case"diverging-sqrt":case"diverging-pow":case"diverging-log":case"diverging-symlog":case"cyclical":case"sequential":case"linear":case"sqrt":case"threshold":case"quantile":case"pow":case"log":case"symlog":n=lf(t,n,Yi);break;case"identity":switch(me.get(e)){case ci:n=lf(t,n,Yi);break;case aa:n=lf(t,n,uN);break}break;case"utc":case"time":n=lf(t,n,r0);break}switch(i){case"diverging":return CS(e,t,n);case"diverging-sqrt":return RS(e,t,n);case"diverging-pow":return R0(e,t,n);case"diverging-log":return IS(e,t,n);case"diverging-symlog":return PS(e,t,n);case"categorical":case"ordinal":case da:return OS(e,t,n);case"cyclical":case"sequential":case"linear":return _S(e,t,n);case"sqrt":return vS(e,t,n);case"threshold":return of(e,t,n);case"quantile":return SS(e,t,n);case"quantize":return wS(e,t,n);case"pow":return A0(e,t,n);case"log":return bS(e,t,n);case"symlog":return MS(e,t,n);case"utc":return DS(e,t,n);case"time":return LS(e,t,n);case"point":return BS(e,t,n);case"band":return kS(e,t,n);case"identity":return TS(e);case void 0:return;default:throw new Error(`unknown scale type: ${i}`)}}function pa(e){return typeof e=="symbol"?e.description:e}function WS(e){return typeof e=="string"?`${e}`.toLowerCase():e}var $S={toString:()=>"projection"};function lN(e,t,{type:n,domain:i,range:r,scheme:s,pivot:o,projection:a}){if(n=WS(n),e==="fx"||e==="fy")return"band";(e==="x"||e==="y")&&a!=null&&(n=$S);for(let u of t){let h=WS(u.type);if(h!==void 0){if(n===void 0)n=h;else if(n!==h)throw new Error(`scale incompatible with channel: ${n} !== ${h}`)}}if(n===$S)return;if(n!==void 0)return n;if(i===void 0&&!t.some(({value:u})=>u!==void 0))return;let l=me.get(e);if(l===eo)return"sqrt";if(l===io||l===no)return"linear";if(l===aa)return"ordinal";let c=(i??r)?.length;if(c<2||c>2)return I0(l);if(i!==void 0){if(l0(i))return I0(l);if(De(i))return"utc"}else{let u=t.map(({value:h})=>h).filter(h=>h!==void 0);if(u.some(l0))return I0(l);if(u.some(De))return"utc"}if(l===zn){if(o!=null||gS(s))return"diverging";if(pS(s))return"categorical"}return"linear"}function I0(e){switch(e){case ci:return"point";case zn:return da;default:return"ordinal"}}function ji({type:e}){return e==="ordinal"||e==="point"||e==="band"||e===da}function L0({type:e}){return e==="threshold"}function cN({type:e}){return e==="point"||e==="band"}function Jl(e){if(e===void 0)return!0;let t=e.domain(),n=e(t[0]);for(let i=1,r=t.length;i<r;++i)if(e(t[i])-n)return!1;return!0}function lf(e,{domain:t,...n},i){for(let r of e)r.value!==void 0&&(t===void 0&&(t=r.value?.domain),r.value=i(r.value));return{domain:t===void 0?t:i(t),...n}}function uN(e){return pe(e,la)}function JS(e){return t=>{if(!me.has(t=`${t}`))throw new Error(`unknown scale: ${t}`);return e[t]}}function fN({scale:e,type:t,domain:n,range:i,interpolate:r,interval:s,transform:o,percent:a,pivot:l}){if(t==="identity")return{type:"identity",apply:u=>u,invert:u=>u};let c=e.unknown?e.unknown():void 0;return{type:t,domain:ss(n),...i!==void 0&&{range:ss(i)},...o!==void 0&&{transform:o},...a&&{percent:a},...c!==void 0&&{unknown:c},...s!==void 0&&{interval:s},...r!==void 0&&{interpolate:r},...e.clamp&&{clamp:e.clamp()},...l!==void 0&&{pivot:l,symmetric:!1},...e.base&&{base:e.base()},...e.exponent&&{exponent:e.exponent()},...e.constant&&{constant:e.constant()},...e.align&&{align:e.align(),round:e.round()},...e.padding&&(e.paddingInner?{paddingInner:e.paddingInner(),paddingOuter:e.paddingOuter()}:{padding:e.padding()}),...e.bandwidth&&{bandwidth:e.bandwidth(),step:e.step()},apply:u=>e(u),...e.invert&&{invert:u=>e.invert(u)}}}function QS(e,t){let{fx:n,fy:i}=Zl(e,t),r=n?.scale.domain(),s=i?.scale.domain();return r&&s?t_(r,s).map(([o,a],l)=>({x:o,y:a,i:l})):r?r.map((o,a)=>({x:o,i:a})):s?s.map((o,a)=>({y:o,i:a})):void 0}function jS(e,{x:t,y:n}){return t&&=B0(t),n&&=B0(n),e.filter(t&&n?i=>t.has(i.x)&&n.has(i.y):t?i=>t.has(i.x):i=>n.has(i.y)).sort(t&&n?(i,r)=>t.get(i.x)-t.get(r.x)||n.get(i.y)-n.get(r.y):t?(i,r)=>t.get(i.x)-t.get(r.x):(i,r)=>n.get(i.y)-n.get(r.y))}function ff(e,{fx:t,fy:n}){let i=Mn(e),r=t?.value,s=n?.value;return t&&n?yr(i,o=>(o.fx=r[o[0]],o.fy=s[o[0]],o),o=>r[o],o=>s[o]):t?yr(i,o=>(o.fx=r[o[0]],o),o=>r[o]):yr(i,o=>(o.fy=s[o[0]],o),o=>s[o])}function tw(e,t,{marginTop:n,marginLeft:i}){let r=e?({x:o})=>e(o)-i:()=>0,s=t?({y:o})=>t(o)-n:()=>0;return function(o){this.tagName==="svg"?(this.setAttribute("x",r(o)),this.setAttribute("y",s(o))):this.setAttribute("transform",`translate(${r(o)},${s(o)})`)}}function ew(e){let t=[],n=new Uint32Array(gi(e,i=>i.length));for(let i of e){let r=0;for(let s of e)i!==s&&(n.set(s,r),r+=s.length);t.push(n.slice(0,r))}return t}var hN=new Map([["top",D0],["right",O0],["bottom",U0],["left",F0],["top-left",uf(D0,F0)],["top-right",uf(D0,O0)],["bottom-left",uf(U0,F0)],["bottom-right",uf(U0,O0)],["top-empty",pN],["right-empty",xN],["bottom-empty",mN],["left-empty",gN],["empty",yN]]);function nw(e){if(e==null)return null;let t=hN.get(`${e}`.toLowerCase());if(t)return t;throw new Error(`invalid facet anchor: ${e}`)}var KS=new WeakMap;function B0(e){let t=KS.get(e);return t||KS.set(e,t=new Zn(pe(e,(n,i)=>[n,i]))),t}function us(e,t){return B0(e).get(t)}function dN(e,t,n){return t=ai(t),n=ai(n),e.find(i=>Object.is(ai(i.x),t)&&Object.is(ai(i.y),n))}function hf(e,t,n){return dN(e,t,n)?.empty}function D0(e,{y:t},{y:n}){return t?us(t,n)===0:!0}function U0(e,{y:t},{y:n}){return t?us(t,n)===t.length-1:!0}function F0(e,{x:t},{x:n}){return t?us(t,n)===0:!0}function O0(e,{x:t},{x:n}){return t?us(t,n)===t.length-1:!0}function pN(e,{y:t},{x:n,y:i,empty:r}){if(r)return!1;if(!t)return;let s=us(t,i);if(s>0)return hf(e,n,t[s-1])}function mN(e,{y:t},{x:n,y:i,empty:r}){if(r)return!1;if(!t)return;let s=us(t,i);if(s<t.length-1)return hf(e,n,t[s+1])}function gN(e,{x:t},{x:n,y:i,empty:r}){if(r)return!1;if(!t)return;let s=us(t,n);if(s>0)return hf(e,t[s-1],i)}function xN(e,{x:t},{x:n,y:i,empty:r}){if(r)return!1;if(!t)return;let s=us(t,n);if(s<t.length-1)return hf(e,t[s+1],i)}function yN(e,t,{empty:n}){return n}function uf(e,t){return function(){return e.apply(null,arguments)&&t.apply(null,arguments)}}function df(e,{channels:{fx:t,fy:n},groups:i}){return t&&n?e.map(({x:r,y:s})=>i.get(r)?.get(s)??[]):t?e.map(({x:r})=>i.get(r)??[]):e.map(({y:r})=>i.get(r)??[])}var iw=Math.PI,Dr=2*iw,k0=.618;function rw({projection:e,inset:t=0,insetTop:n=t,insetRight:i=t,insetBottom:r=t,insetLeft:s=t}={},o){if(e==null)return;if(typeof e.stream=="function")return e;let a,l,c="frame";if(bi(e)){let w;if({type:e,domain:l,inset:w,insetTop:n=w!==void 0?w:n,insetRight:i=w!==void 0?w:i,insetBottom:r=w!==void 0?w:r,insetLeft:s=w!==void 0?w:s,clip:c=c,...a}=e,e==null)return}typeof e!="function"&&({type:e}=z0(e));let{width:u,height:h,marginLeft:f,marginRight:d,marginTop:p,marginBottom:x}=o,m=u-f-d-s-i,g=h-p-x-n-r;if(e=e?.({width:m,height:g,clip:c,...a}),e==null)return;c=_N(c,f,p,u-d,h-x);let _=f+s,b=p+n,v;if(l!=null){let[[w,M],[y,S]]=Sl(e).bounds(l),E=Math.min(m/(y-w),g/(S-M));E>0?(_-=(E*(w+y)-m)/2,b-=(E*(M+S)-g)/2,v=wl({point(R,C){this.stream.point(R*E+_,C*E+b)}})):Dn("Warning: the projection could not be fit to the specified domain; using the default scale.")}return v??=_===0&&b===0?sw():wl({point(w,M){this.stream.point(w+_,M+b)}}),{stream:w=>e.stream(v.stream(c(w)))}}function z0(e){switch(`${e}`.toLowerCase()){case"albers-usa":return Si(lb,.7463,.4673);case"albers":return pf(Wp,.7463,.4673);case"azimuthal-equal-area":return Si(fb,4,4);case"azimuthal-equidistant":return Si(db,Dr,Dr);case"conic-conformal":return pf(gb,Dr,Dr);case"conic-equal-area":return pf(Ml,6.1702,2.9781);case"conic-equidistant":return pf(yb,7.312,3.6282);case"equal-earth":return Si(vb,5.4133,2.6347);case"equirectangular":return Si(xb,Dr,iw);case"gnomonic":return Si(Mb,3.4641,3.4641);case"identity":return{type:sw};case"reflect-y":return{type:vN};case"mercator":return Si(pb,Dr,Dr);case"orthographic":return Si(wb,2,2);case"stereographic":return Si(Ab,2,2);case"transverse-mercator":return Si(Cb,Dr,Dr);default:throw new Error(`unknown projection type: ${e}`)}}function _N(e,t,n,i,r){if(e===!1||e==null||typeof e=="number")return s=>s;if(e===!0&&(e="frame"),`${e}`.toLowerCase()==="frame")return zp(t,n,i,r);throw new Error(`unknown projection clip type: ${e}`)}function Si(e,t,n){return{type:({width:i,height:r,rotate:s,precision:o=.15,clip:a})=>{let l=e();return o!=null&&l.precision?.(o),s!=null&&l.rotate?.(s),typeof a=="number"&&l.clipAngle?.(a),i!=null&&(l.scale(Math.min(i/t,r/n)),l.translate([i/2,r/2])),l},aspectRatio:n/t}}function pf(e,t,n){let{type:i,aspectRatio:r}=Si(e,t,n);return{type:s=>{let{parallels:o,domain:a,width:l,height:c}=s,u=i(s);return o!=null&&(u.parallels(o),a===void 0&&l!=null&&u.fitSize([l,c],{type:"Sphere"})),u},aspectRatio:r}}var sw=kn({stream:e=>e}),vN=kn(wl({point(e,t){this.stream.point(e,-t)}}));function ow(e,t,n,i){let r=n[e],s=n[t],o=r.length,a=n[e]=new Float64Array(o).fill(NaN),l=n[t]=new Float64Array(o).fill(NaN),c,u=i.stream({point(h,f){a[c]=h,l[c]=f}});for(c=0;c<o;++c)u.point(r[c],s[c])}function aw({projection:e}={}){return e==null?!1:typeof e.stream=="function"?!0:(bi(e)&&(e=e.type),e!=null)}function lw(e){if(typeof e?.stream=="function")return k0;if(bi(e)){let t,n;if({domain:t,type:e,...n}=e,t!=null&&e!=null){let i=typeof e=="string"?z0(e).type:e,[[r,s],[o,a]]=Sl(i({...n,width:100,height:100})).bounds(t),l=(a-s)/(o-r);return l&&isFinite(l)?l<.2?.2:l>5?5:l:k0}}if(e!=null){if(typeof e!="function"){let{aspectRatio:t}=z0(e);if(t)return t}return k0}}function cw(e){let t=[],n=[],i={scale:"x",value:t},r={scale:"y",value:n},s={point(o,a){t.push(o),n.push(a)},lineStart(){},lineEnd(){},polygonStart(){},polygonEnd(){},sphere(){}};for(let o of e.value)Qr(o,s);return[i,r]}function uw({x:e,y:t}){if(e||t)return e??=n=>n,t??=n=>n,wl({point(n,i){this.stream.point(e(n),t(i))}})}function ma(e={}){let{document:t=typeof window<"u"?window.document:void 0,clip:n}=e;return{document:t,clip:rf(n)}}function ce(e,{document:t}){return xi(Uo(e).call(t.documentElement))}var mf=Symbol("unset");function gf(e){return(e.length===1?bN:MN)(e)}function bN(e){let t,n=mf;return i=>(Object.is(n,i)||(n=i,t=e(i)),t)}function MN(e){let t,n;return(...i)=>((n?.length!==i.length||n.some((r,s)=>!Object.is(r,i[s])))&&(n=i,t=e(...i)),t)}var SN=gf(e=>new Intl.NumberFormat(e)),Nk=gf((e,t)=>new Intl.DateTimeFormat(e,{timeZone:"UTC",...t&&{month:t}})),Lk=gf((e,t)=>new Intl.DateTimeFormat(e,{timeZone:"UTC",...t&&{weekday:t}}));function wN(e="en-US"){let t=SN(e);return n=>n!=null&&!isNaN(n)?t.format(n):void 0}function TN(e){return Yu(e,"Invalid Date")}function AN(e="en-US"){let t=wN(e);return n=>(n instanceof Date?TN:typeof n=="number"?t:Ue)(n)}var tr=AN();var Ve=(typeof window<"u"?window.devicePixelRatio>1:typeof it>"u")?0:.5,EN=0;function hw(){return`plot-clip-${++EN}`}function dw(e,{title:t,href:n,ariaLabel:i,ariaDescription:r,ariaHidden:s,target:o,fill:a,fillOpacity:l,stroke:c,strokeWidth:u,strokeOpacity:h,strokeLinejoin:f,strokeLinecap:d,strokeMiterlimit:p,strokeDasharray:x,strokeDashoffset:m,opacity:g,mixBlendMode:_,imageFilter:b,paintOrder:v,pointerEvents:w,shapeRendering:M,channels:y},{ariaLabel:S,fill:E="currentColor",fillOpacity:R,stroke:C="none",strokeOpacity:L,strokeWidth:O,strokeLinecap:I,strokeLinejoin:N,strokeMiterlimit:k,paintOrder:z}){E===null&&(a=null,l=null),C===null&&(c=null,h=null),en(E)?!en(C)&&(!en(a)||y?.fill)&&(C="none"):en(C)&&(!en(c)||y?.stroke)&&(E="none");let[Z,U]=Nn(a,E),[G,q]=Pe(l,R),[ot,ct]=Nn(c,C),[W,lt]=Pe(h,L),[ht,at]=Pe(g);to(ct)||(u===void 0&&(u=O),d===void 0&&(d=I),f===void 0&&(f=N),p===void 0&&!kM(f)&&(p=k),!to(U)&&v===void 0&&(v=z));let[st,J]=Pe(u);return E!==null&&(e.fill=Ne(U,"currentColor"),e.fillOpacity=Kl(q,1)),C!==null&&(e.stroke=Ne(ct,"none"),e.strokeWidth=Kl(J,1),e.strokeOpacity=Kl(lt,1),e.strokeLinejoin=Ne(f,"miter"),e.strokeLinecap=Ne(d,"butt"),e.strokeMiterlimit=Kl(p,4),e.strokeDasharray=Ne(x,"none"),e.strokeDashoffset=Ne(m,"0")),e.target=Ue(o),e.ariaLabel=Ue(S),e.ariaDescription=Ue(r),e.ariaHidden=Ue(s),e.opacity=Kl(at,1),e.mixBlendMode=Ne(_,"normal"),e.imageFilter=Ne(b,"none"),e.paintOrder=Ne(v,"normal"),e.pointerEvents=Ne(w,"auto"),e.shapeRendering=Ne(M,"auto"),{title:{value:t,optional:!0,filter:null},href:{value:n,optional:!0,filter:null},ariaLabel:{value:i,optional:!0,filter:null},fill:{value:Z,scale:"auto",optional:!0},fillOpacity:{value:G,scale:"auto",optional:!0},stroke:{value:ot,scale:"auto",optional:!0},strokeOpacity:{value:W,scale:"auto",optional:!0},strokeWidth:{value:st,optional:!0},opacity:{value:ht,scale:"auto",optional:!0}}}function CN(e,t){t&&e.filter(n=>Ol(t[n])).append("title").call(IN,t)}function RN(e,t){t&&e.filter(([n])=>Ol(t[n])).append("title").call(PN,t)}function IN(e,t){t&&e.text(n=>tr(t[n]))}function PN(e,t){t&&e.text(([n])=>tr(t[n]))}function Gn(e,{target:t,tip:n},{ariaLabel:i,title:r,fill:s,fillOpacity:o,stroke:a,strokeOpacity:l,strokeWidth:c,opacity:u,href:h}){i&&Xt(e,"aria-label",f=>i[f]),s&&Xt(e,"fill",f=>s[f]),o&&Xt(e,"fill-opacity",f=>o[f]),a&&Xt(e,"stroke",f=>a[f]),l&&Xt(e,"stroke-opacity",f=>l[f]),c&&Xt(e,"stroke-width",f=>c[f]),u&&Xt(e,"opacity",f=>u[f]),h&&pw(e,f=>h[f],t),n||CN(e,r)}function xf(e,{target:t,tip:n},{ariaLabel:i,title:r,fill:s,fillOpacity:o,stroke:a,strokeOpacity:l,strokeWidth:c,opacity:u,href:h}){i&&Xt(e,"aria-label",([f])=>i[f]),s&&Xt(e,"fill",([f])=>s[f]),o&&Xt(e,"fill-opacity",([f])=>o[f]),a&&Xt(e,"stroke",([f])=>a[f]),l&&Xt(e,"stroke-opacity",([f])=>l[f]),c&&Xt(e,"stroke-width",([f])=>c[f]),u&&Xt(e,"opacity",([f])=>u[f]),h&&pw(e,([f])=>h[f],t),n||RN(e,r)}function NN({ariaLabel:e,title:t,fill:n,fillOpacity:i,stroke:r,strokeOpacity:s,strokeWidth:o,opacity:a,href:l},{tip:c}){return[e,c?void 0:t,n,i,r,s,o,a,l].filter(u=>u!==void 0)}function LN(e,t,n){let i=Is(e,r=>t[r]);return n===void 0&&i.size>1+e.length>>1&&Dn("Warning: the implicit z channel has high cardinality. This may occur when the fill or stroke channel is associated with quantitative data rather than ordinal or categorical data. You can suppress this warning by setting the z option explicitly; if this data represents a single series, set z to null."),i.values()}function*yf(e,t,n,i){let{z:r}=n,{z:s}=i,o=NN(i,n),a=[...t,...o];for(let l of s?LN(e,s,r):[e]){let c,u;t:for(let h of l){for(let f of a)if(!oi(f[h])){u&&u.push(-1);continue t}if(c===void 0){u&&(yield u),c=o.map(f=>ai(f[h])),u=[h];continue}u.push(h);for(let f=0;f<o.length;++f)if(ai(o[f][h])!==c[f]){yield u,c=o.map(p=>ai(p[h])),u=[h];continue t}}u&&(yield u)}}function DN(e,t,n,i){let r,{clip:s=i.clip}=t;s==="frame"?(e=ce("svg:g",i).each(function(){this.appendChild(e.node()),e.node=()=>this}),r=FN(i,n)):s&&(r=BN(s,i)),Xt(e,"aria-label",t.ariaLabel),Xt(e,"aria-description",t.ariaDescription),Xt(e,"aria-hidden",t.ariaHidden),Xt(e,"clip-path",r)}function UN(e){let t=new WeakMap;return(n,i)=>{let r=t.get(n);if(!r){let s=hw();xi(n.ownerSVGElement).append("clipPath").attr("id",s).call(e,n,i),t.set(n,r=`url(#${s})`)}return r}}var FN=UN((e,t,n)=>{let{width:i,height:r,marginLeft:s,marginRight:o,marginTop:a,marginBottom:l}=n;e.append("rect").attr("x",s).attr("y",a).attr("width",i-o-s).attr("height",r-a-l)}),fw=new WeakMap,ON={type:"Sphere"};function BN(e,t){let n,i;if((n=fw.get(t))||fw.set(t,n=new WeakMap),e.type==="Sphere"&&(e=ON),!(i=n.get(e))){let r=hw();xi(t.ownerSVGElement).append("clipPath").attr("id",r).append("path").attr("d",t.path()(e)),n.set(e,i=`url(#${r})`)}return i}function He(e,t,n,i){DN(e,t,n,i),Xt(e,"class",t.className),Xt(e,"fill",t.fill),Xt(e,"fill-opacity",t.fillOpacity),Xt(e,"stroke",t.stroke),Xt(e,"stroke-width",t.strokeWidth),Xt(e,"stroke-opacity",t.strokeOpacity),Xt(e,"stroke-linejoin",t.strokeLinejoin),Xt(e,"stroke-linecap",t.strokeLinecap),Xt(e,"stroke-miterlimit",t.strokeMiterlimit),Xt(e,"stroke-dasharray",t.strokeDasharray),Xt(e,"stroke-dashoffset",t.strokeDashoffset),Xt(e,"shape-rendering",t.shapeRendering),Xt(e,"filter",t.imageFilter),Xt(e,"paint-order",t.paintOrder);let{pointerEvents:r=i.pointerSticky===!1?"none":void 0}=t;Xt(e,"pointer-events",r)}function We(e,t){kN(e,"mix-blend-mode",t.mixBlendMode),Xt(e,"opacity",t.opacity)}function pw(e,t,n){e.each(function(i){let r=t(i);if(r!=null){let s=this.ownerDocument.createElementNS(Zr.svg,"a");s.setAttribute("fill","inherit"),s.setAttributeNS(Zr.xlink,"href",r),n!=null&&s.setAttribute("target",n),this.parentNode.insertBefore(s,this).appendChild(this)}})}function Xt(e,t,n){n!=null&&e.attr(t,n)}function kN(e,t,n){n!=null&&e.style(t,n)}function $e(e,t,{x:n,y:i},r=Ve,s=Ve){r+=t.dx,s+=t.dy,n?.bandwidth&&(r+=n.bandwidth()/2),i?.bandwidth&&(s+=i.bandwidth()/2),(r||s)&&e.attr("transform",`translate(${r},${s})`)}function Ne(e,t){if((e=Ue(e))!==t)return e}function Kl(e,t){if((e=Te(e))!==t)return e}var zN=/^-?([_a-z]|[\240-\377]|\\[0-9a-f]{1,6}(\r\n|[ \t\r\n\f])?|\\[^\r\n\f0-9a-f])([_a-z0-9-]|[\240-\377]|\\[0-9a-f]{1,6}(\r\n|[ \t\r\n\f])?|\\[^\r\n\f0-9a-f])*$/i;function ga(e){if(e===void 0)return"plot-d6a7b5";if(e=`${e}`,!zN.test(e))throw new Error(`invalid class name: ${e}`);return e}function xa(e,t){if(typeof t=="string")e.property("style",t);else if(t!=null)for(let n of e)Object.assign(n.style,t)}function er({frameAnchor:e},{width:t,height:n,marginTop:i,marginRight:r,marginBottom:s,marginLeft:o}){return[/left$/.test(e)?o:/right$/.test(e)?t-r:(o+t-r)/2,/^top/.test(e)?i:/^bottom/.test(e)?n-s:(i+n-s)/2]}var Me=class{constructor(t,n={},i={},r){let{facet:s="auto",facetAnchor:o,fx:a,fy:l,sort:c,dx:u=0,dy:h=0,margin:f=0,marginTop:d=f,marginRight:p=f,marginBottom:x=f,marginLeft:m=f,className:g,clip:_=r?.clip,channels:b,tip:v,render:w}=i;if(this.data=t,this.sort=os(c)?c:null,this.initializer=Ir(i).initializer,this.transform=this.initializer?i.transform:ro(i).transform,s===null||s===!1?this.facet=null:(this.facet=bn(s===!0?"include":s,"facet",["auto","include","exclude","super"]),this.fx=t===ea&&typeof a=="string"?[a]:a,this.fy=t===ea&&typeof l=="string"?[l]:l),this.facetAnchor=nw(o),n=c0(n),b!==void 0&&(n={...GN(b),...n}),r!==void 0&&(n={...dw(this,i,r),...n}),this.channels=Object.fromEntries(Object.entries(n).map(([M,y])=>{if(ia(y.value)){let{value:S,label:E=y.label,scale:R=y.scale}=y.value;y={...y,label:E,scale:R,value:S}}if(t===ea&&typeof y.value=="string"){let{value:S}=y;y={...y,value:[S]}}return[M,y]}).filter(([M,{value:y,optional:S}])=>{if(y!=null)return!0;if(S)return!1;throw new Error(`missing channel value: ${M}`)})),this.dx=+u,this.dy=+h,this.marginTop=+d,this.marginRight=+p,this.marginBottom=+x,this.marginLeft=+m,this.clip=rf(_),this.tip=VN(v),this.className=Ue(g),this.facet==="super"){if(a||l)throw new Error("super-faceting cannot use fx or fy");for(let M in this.channels){let{scale:y}=n[M];if(!(y!=="x"&&y!=="y"))throw new Error("super-faceting cannot use x or y")}}w!=null&&(this.render=V0(w,this.render))}initialize(t,n,i){let r=Rr(this.data);t===void 0&&r!=null&&(t=[Mn(r)]);let s=t;this.transform!=null&&({facets:t,data:r}=this.transform(r,t,i),r=Rr(r)),t!==void 0&&(t.original=s);let o=rS(this.channels,r);return this.sort!=null&&oS(r,t,o,n,this.sort),{data:r,facets:t,channels:o}}filter(t,n,i){for(let r in n){let{filter:s=oi}=n[r];if(s!==null){let o=i[r];t=t.filter(a=>s(o[a]))}}return t}project(t,n,i){for(let r in t)if(t[r].scale==="x"&&/^x|x$/.test(r)){let s=r.replace(/^x|x$/,"y");s in t&&t[s].scale==="y"&&ow(r,s,n,i.projection)}}scale(t,n,i){let r=sS(t,n);return i.projection&&this.project(t,r,i),r}};function G0(...e){return e.plot=Me.prototype.plot,e}function V0(e,t){if(e==null)return t===null?void 0:t;if(t==null)return e===null?void 0:e;if(typeof e!="function")throw new TypeError(`invalid render transform: ${e}`);if(typeof t!="function")throw new TypeError(`invalid render transform: ${t}`);return function(n,i,r,s,o,a){return e.call(this,n,i,r,s,o,(l,c,u,h,f)=>t.call(this,l,c,u,h,f,a))}}function GN(e){return Object.fromEntries(Object.entries(c0(e)).map(([t,n])=>(n=typeof n=="string"?{value:n,label:t}:Qi(n),n.filter===void 0&&n.scale==null&&(n={...n,filter:null}),[t,n])))}function VN(e){return e===!0?"xy":e===!1||e==null?null:typeof e=="string"?bn(e,"tip",["x","y","xy"]):e}function so(e,t){return e?.tip===!0?{...e,tip:t}:bi(e?.tip)&&e.tip.pointer===void 0?{...e,tip:{...e.tip,pointer:t}}:e}function gw(e,t,n={}){let i=.5-Ve,r=.5+Ve,s=.5+Ve,o=.5-Ve;for(let{marginTop:x,marginRight:m,marginBottom:g,marginLeft:_}of t)x>i&&(i=x),m>r&&(r=m),g>s&&(s=g),_>o&&(o=_);let{margin:a,marginTop:l=a!==void 0?a:i,marginRight:c=a!==void 0?a:r,marginBottom:u=a!==void 0?a:s,marginLeft:h=a!==void 0?a:o}=n;l=+l,c=+c,u=+u,h=+h;let{width:f=640,height:d=HN(e,n,{width:f,marginTopDefault:i,marginRightDefault:r,marginBottomDefault:s,marginLeftDefault:o})+Math.max(0,l-i+u-s)}=n;f=+f,d=+d;let p={width:f,height:d,marginTop:l,marginRight:c,marginBottom:u,marginLeft:h};if(e.fx||e.fy){let{margin:x,marginTop:m=x!==void 0?x:l,marginRight:g=x!==void 0?x:c,marginBottom:_=x!==void 0?x:u,marginLeft:b=x!==void 0?x:h}=n.facet??{};m=+m,g=+g,_=+_,b=+b,p.facet={marginTop:m,marginRight:g,marginBottom:_,marginLeft:b}}return p}function HN({x:e,y:t,fy:n,fx:i},{projection:r,aspectRatio:s},{width:o,marginTopDefault:a,marginRightDefault:l,marginBottomDefault:c,marginLeftDefault:u}){let h=n&&n.scale.domain().length||1,f=lw(r);if(f){let p=i?i.scale.domain().length:1,x=(1.1*h-.1)/(1.1*p-.1)*f,m=Math.max(.1,Math.min(10,x));return Math.round((o-u-l)*m+a+c)}let d=t?ji(t)?t.scale.domain().length||1:Math.max(7,17/h):1;if(s!=null){if(s=+s,!(isFinite(s)&&s>0))throw new Error(`invalid aspectRatio: ${s}`);let p=mw("y",t)/(mw("x",e)*s),x=i?i.scale.bandwidth():1,m=n?n.scale.bandwidth():1,g=x*(o-u-l)-e.insetLeft-e.insetRight;return(p*g+t.insetTop+t.insetBottom)/m+a+c}return!!(t||n)*Math.max(1,Math.min(60,d*h))*20+!!i*30+60}function mw(e,t){if(!t)throw new Error(`aspectRatio requires ${e} scale`);let{type:n,domain:i}=t,r;switch(n){case"linear":case"utc":case"time":r=Number;break;case"pow":{let a=t.scale.exponent();r=l=>Math.pow(l,a);break}case"log":r=Math.log;break;case"point":case"band":return i.length;default:throw new Error(`unsupported ${e} scale for aspectRatio: ${n}`)}let[s,o]=an(i);return Math.abs(r(o)-r(s))}var xw=new WeakMap;function H0(e,t,{x:n,y:i,px:r,py:s,maxRadius:o=40,channels:a,render:l,...c}={}){return o=+o,r!=null&&(n??=null,a={...a,px:{value:r,scale:"x"}}),s!=null&&(i??=null,a={...a,py:{value:s,scale:"y"}}),{x:n,y:i,channels:a,...c,render:V0(function(u,h,f,d,p,x){p={...p,pointerSticky:!1};let m=p.ownerSVGElement,{data:g}=p.getMarkState(this),_=xw.get(m);_||xw.set(m,_={sticky:!1,roots:[],renders:[]});let b=_.renders.push(ct)-1,{x:v,y:w,fx:M,fy:y}=h,S=M?M(u.fx)-d.marginLeft:0,E=y?y(u.fy)-d.marginTop:0;v?.bandwidth&&(S+=v.bandwidth()/2),w?.bandwidth&&(E+=w.bandwidth()/2);let R=u.fi!=null,C;if(R){let at=_.facetStates;at||(_.facetStates=at=new Map),C=at.get(this),C||at.set(this,C=new Map)}let[L,O]=er(this,d),{px:I,py:N}=f,k=I?at=>I[at]:W0(f,L),z=N?at=>N[at]:$0(f,O),Z,U,G,q;function ot(at,st){if(R)if(q&&(q=cancelAnimationFrame(q)),at==null)C.delete(u.fi);else{C.set(u.fi,st),q=requestAnimationFrame(()=>{q=null;for(let[J,xt]of C)if(xt<st||xt===st&&J<u.fi){at=null;break}ct(at)});return}ct(at)}function ct(at){if(Z===at&&G===_.sticky)return;Z=at,G=p.pointerSticky=_.sticky;let st=Z==null?[]:[Z];R&&(st.fx=u.fx,st.fy=u.fy,st.fi=u.fi);let J=x(st,h,f,d,p);if(U){if(R){let xt=U.parentNode,ut=U.getAttribute("transform"),K=J.getAttribute("transform");ut?J.setAttribute("transform",ut):J.removeAttribute("transform"),K?xt.setAttribute("transform",K):xt.removeAttribute("transform"),J.removeAttribute("aria-label"),J.removeAttribute("aria-description"),J.removeAttribute("aria-hidden")}U.replaceWith(J)}if(_.roots[b]=U=J,!(Z==null&&C?.size>1)){let xt=Z==null?null:vi(g)?g[Z]:g.get(Z);p.dispatchValue(xt)}return J}function W(at){if(_.sticky||at.pointerType==="mouse"&&at.buttons===1)return;let[st,J]=R_(at);st-=S,J-=E;let xt=st<d.marginLeft||st>d.width-d.marginRight?1:e,ut=J<d.marginTop||J>d.height-d.marginBottom?1:t,K=null,Pt=o*o;for(let mt of u){let Ft=xt*(k(mt)-st),Gt=ut*(z(mt)-J),ae=Ft*Ft+Gt*Gt;ae<=Pt&&(K=mt,Pt=ae)}if(K!=null&&(e!==1||t!==1)){let mt=k(K)-st,Ft=z(K)-J;Pt=mt*mt+Ft*Ft}ot(K,Pt)}function lt(at){at.pointerType==="mouse"&&Z!=null&&(_.sticky&&_.roots.some(st=>st?.contains(at.target))||(_.sticky?(_.sticky=!1,_.renders.forEach(st=>st(null))):(_.sticky=!0,ct(Z)),at.stopImmediatePropagation()))}function ht(at){at.pointerType==="mouse"&&(_.sticky||ot(null))}return m.addEventListener("pointerenter",W),m.addEventListener("pointermove",W),m.addEventListener("pointerdown",lt),m.addEventListener("pointerleave",ht),ct(null)},l)}}function ya(e){return H0(1,1,e)}function Ql(e){return H0(1,.01,e)}function _f(e){return H0(.01,1,e)}function W0({x1:e,x2:t,x:n=e},i){return e&&t?r=>(e[r]+t[r])/2:n?r=>n[r]:()=>i}function $0({y1:e,y2:t,y:n=e},i){return e&&t?r=>(e[r]+t[r])/2:n?r=>n[r]:()=>i}function vf(e){return ji(e)&&e.interval===void 0?void 0:"tabular-nums"}function yw(e,t){let{label:n=e.label,tickSize:i=6,width:r=240,height:s=44+i,marginTop:o=18,marginRight:a=0,marginBottom:l=16+i,marginLeft:c=0,style:u,ticks:h=(r-c-a)/64,tickFormat:f,fontVariant:d=vf(e),round:p=!0,opacity:x,className:m}=t,g=ma(t);m=ga(m),x=Pe(x)[1],f===null&&(f=()=>null);let _=ce("svg",g).attr("class",`${m}-ramp`).attr("font-family","system-ui, sans-serif").attr("font-size",10).attr("width",r).attr("height",s).attr("viewBox",`0 0 ${r} ${s}`).call(L=>L.append("style").text(`:where(.${m}-ramp) {
  display: block;
  height: auto;
  height: intrinsic;
  max-width: 100%;
  overflow: visible;
}
:where(.${m}-ramp text) {
  white-space: pre;
}`)).call(xa,u),b=L=>L.selectAll(".tick line").attr("y1",o+l-s),v,w=p?(L,O)=>L.rangeRound(O):(L,O)=>L.range(O),{type:M,domain:y,range:S,interpolate:E,scale:R,pivot:C}=e;if(E){let L=S===void 0?E:Kr(E.length===1?Yl(E):E,S);v=w(R.copy(),yn(ke(c,r-a),Math.min(y.length+(C!==void 0),S===void 0?1/0:S.length)));let O=256,I=g.document.createElement("canvas");I.width=O,I.height=1;let N=I.getContext("2d");for(let k=0,z=O-1;k<O;++k)N.fillStyle=L(k/z),N.fillRect(k,0,1,1);_.append("image").attr("opacity",x).attr("x",c).attr("y",o).attr("width",r-c-a).attr("height",s-o-l).attr("preserveAspectRatio","none").attr("xlink:href",I.toDataURL())}else if(M==="threshold"){let L=y,O=f===void 0?I=>I:typeof f=="string"?Bi(f):f;v=w(Ll().domain([-1,S.length-1]),[c,r-a]),_.append("g").attr("fill-opacity",x).selectAll().data(S).enter().append("rect").attr("x",(I,N)=>v(N-1)).attr("y",o).attr("width",(I,N)=>v(N)-v(N-1)).attr("height",s-o-l).attr("fill",I=>I),h=pe(L,(I,N)=>N),f=I=>O(L[I],I)}else v=w(Jo().domain(y),[c,r-a]),_.append("g").attr("fill-opacity",x).selectAll().data(y).enter().append("rect").attr("x",v).attr("y",o).attr("width",Math.max(0,v.bandwidth()-1)).attr("height",s-o-l).attr("fill",R),b=()=>{};return _.append("g").attr("transform",`translate(0,${s-l})`).call(x_(v).ticks(Array.isArray(h)?null:h,typeof f=="string"?f:void 0).tickFormat(typeof f=="function"?f:void 0).tickSize(i).tickValues(Array.isArray(h)?h:null)).attr("font-size",null).attr("font-family",null).attr("font-variant",Ne(d,"normal")).call(b).call(L=>L.select(".domain").remove()),n!==void 0&&_.append("text").attr("x",c).attr("y",o-6).attr("fill","currentColor").attr("font-weight","bold").text(n),_.node()}var X0=Math.PI/180;function oo(e,{marker:t,markerStart:n=t,markerMid:i=t,markerEnd:r=t}={}){e.markerStart=q0(n),e.markerMid=q0(i),e.markerEnd=q0(r)}function q0(e){if(e==null||e===!1)return null;if(e===!0)return vw;if(typeof e=="function")return e;switch(`${e}`.toLowerCase()){case"none":return null;case"arrow":return _w("auto");case"arrow-reverse":return _w("auto-start-reverse");case"dot":return WN;case"circle":case"circle-fill":return vw;case"circle-stroke":return $N;case"tick":return Y0("auto");case"tick-x":return Y0(90);case"tick-y":return Y0(0)}throw new Error(`invalid marker: ${e}`)}function _w(e){return(t,n)=>ce("svg:marker",n).attr("viewBox","-5 -5 10 10").attr("markerWidth",6.67).attr("markerHeight",6.67).attr("orient",e).attr("fill","none").attr("stroke",t).attr("stroke-width",1.5).attr("stroke-linecap","round").attr("stroke-linejoin","round").call(i=>i.append("path").attr("d","M-1.5,-3l3,3l-3,3")).node()}function WN(e,t){return ce("svg:marker",t).attr("viewBox","-5 -5 10 10").attr("markerWidth",6.67).attr("markerHeight",6.67).attr("fill",e).attr("stroke","none").call(n=>n.append("circle").attr("r",2.5)).node()}function vw(e,t){return ce("svg:marker",t).attr("viewBox","-5 -5 10 10").attr("markerWidth",6.67).attr("markerHeight",6.67).attr("fill",e).attr("stroke","var(--plot-background)").attr("stroke-width",1.5).call(n=>n.append("circle").attr("r",3)).node()}function $N(e,t){return ce("svg:marker",t).attr("viewBox","-5 -5 10 10").attr("markerWidth",6.67).attr("markerHeight",6.67).attr("fill","var(--plot-background)").attr("stroke",e).attr("stroke-width",1.5).call(n=>n.append("circle").attr("r",3)).node()}function Y0(e){return(t,n)=>ce("svg:marker",n).attr("viewBox","-3 -3 6 6").attr("markerWidth",6).attr("markerHeight",6).attr("orient",e).attr("stroke",t).call(i=>i.append("path").attr("d","M0,-3v6")).node()}var XN=0;function jl(e,t,{stroke:n},i){return Sw(e,t,n&&(r=>n[r]),null,i)}function bw(e,t,{stroke:n,z:i},r){return Sw(e,t,n&&(([s])=>n[s]),i,r)}var Z0=1,Mw=2;function qN(e,t){let n=new Uint8Array(t.length),i=e.data().filter(s=>s.length>1),r=i.length;for(let s=0,o=mf;s<r;++s){let a=i[s];if(a.length>1){let l=a[0];o!==(o=ai(t[l]))&&(n[l]|=Z0)}}for(let s=r-1,o=mf;s>=0;--s){let a=i[s];if(a.length>1){let l=a[0];o!==(o=ai(t[l]))&&(n[l]|=Mw)}}return([s])=>n[s]}function Sw(e,{markerStart:t,markerMid:n,markerEnd:i,stroke:r},s=()=>r,o,a){if(!t&&!n&&!i)return;let l=new Map,c=o&&qN(e,o);function u(h,f,d){return function(p){if(d&&!d(p))return;let x=s(p),m=l.get(f);m||l.set(f,m=new Map);let g=m.get(x);if(!g){let _=this.parentNode.insertBefore(f(x,a),this),b=`plot-marker-${++XN}`;_.setAttribute("id",b),m.set(x,g=`url(#${b})`)}this.setAttribute(h,g)}}t&&e.each(u("marker-start",t,c&&(h=>c(h)&Z0))),n&&c&&e.each(u("marker-start",n,h=>!(c(h)&Z0))),n&&e.each(u("marker-mid",n)),i&&e.each(u("marker-end",i,c&&(h=>c(h)&Mw)))}function tc({inset:e,insetLeft:t,insetRight:n,...i}={}){return[t,n]=ww(e,t,n),{inset:e,insetLeft:t,insetRight:n,...i}}function bf({inset:e,insetTop:t,insetBottom:n,...i}={}){return[t,n]=ww(e,t,n),{inset:e,insetTop:t,insetBottom:n,...i}}function ww(e,t,n){return e===void 0&&t===void 0&&n===void 0?Ve?[1,0]:[.5,.5]:[t,n]}function Tw(e,{interval:t}){return e={...Qi(e)},e.interval=ju(e.interval===void 0?t:e.interval),e}function Aw(e,t,n,i){let{[e]:r,[`${e}1`]:s,[`${e}2`]:o}=n,{value:a,interval:l}=Tw(r,n);if(a==null||l==null&&!i)return n;let c=Mi(r);if(l==null){let d,p={transform:x=>d||(d=Se(x,a)),label:c};return{...n,[e]:void 0,[`${e}1`]:s===void 0?p:s,[`${e}2`]:o===void 0&&!(s===o&&i)?p:o}}let u,h;function f(d){return h!==void 0&&d===u?h:h=pe(Se(u=d,a),p=>l.floor(p))}return t({...n,[e]:void 0,[`${e}1`]:s===void 0?{transform:f,label:c}:s,[`${e}2`]:o===void 0?{transform:d=>f(d).map(p=>l.offset(p)),label:c}:o})}function Ew(e,t,n){let{[e]:i}=n,{value:r,interval:s}=Tw(i,n);return r==null||s==null?n:t({...n,[e]:{label:Mi(i),transform:o=>{let a=pe(Se(o,r),c=>s.floor(c)),l=a.map(c=>s.offset(c));return a.map(De(a)?(c,u)=>c==null||isNaN(c=+c)||(u=l[u],u==null)||isNaN(u=+u)?void 0:new Date((c+u)/2):(c,u)=>c==null||(u=l[u],u==null)?NaN:(+c+ +u)/2)}}})}function Cw(e={}){return Aw("x",tc,e)}function Rw(e={}){return Aw("y",bf,e)}function Iw(e={}){return Ew("x",tc,e)}function Pw(e={}){return Ew("y",bf,e)}var Nw={ariaLabel:"rule",fill:null,stroke:"currentColor"},Mf=class extends Me{constructor(t,n={}){let{x:i,y1:r,y2:s,inset:o=0,insetTop:a=o,insetBottom:l=o}=n;super(t,{x:{value:i,scale:"x",optional:!0},y1:{value:r,scale:"y",optional:!0},y2:{value:s,scale:"y",optional:!0}},so(n,"x"),Nw),this.insetTop=Te(a),this.insetBottom=Te(l),oo(this,n)}render(t,n,i,r,s){let{x:o,y:a}=n,{x:l,y1:c,y2:u}=i,{width:h,height:f,marginTop:d,marginRight:p,marginLeft:x,marginBottom:m}=r,{insetTop:g,insetBottom:_}=this;return ce("svg:g",s).call(He,this,r,s).call($e,this,{x:l&&o},Ve,0).call(b=>b.selectAll().data(t).enter().append("line").call(We,this).attr("x1",l?v=>l[v]:(x+h-p)/2).attr("x2",l?v=>l[v]:(x+h-p)/2).attr("y1",c&&!Jl(a)?v=>c[v]+g:d+g).attr("y2",u&&!Jl(a)?a.bandwidth?v=>u[v]+a.bandwidth()-_:v=>u[v]-_:f-m-_).call(Gn,this,i).call(jl,this,i,s)).node()}},Sf=class extends Me{constructor(t,n={}){let{x1:i,x2:r,y:s,inset:o=0,insetRight:a=o,insetLeft:l=o}=n;super(t,{y:{value:s,scale:"y",optional:!0},x1:{value:i,scale:"x",optional:!0},x2:{value:r,scale:"x",optional:!0}},so(n,"y"),Nw),this.insetRight=Te(a),this.insetLeft=Te(l),oo(this,n)}render(t,n,i,r,s){let{x:o,y:a}=n,{y:l,x1:c,x2:u}=i,{width:h,height:f,marginTop:d,marginRight:p,marginLeft:x,marginBottom:m}=r,{insetLeft:g,insetRight:_}=this;return ce("svg:g",s).call(He,this,r,s).call($e,this,{y:l&&a},0,Ve).call(b=>b.selectAll().data(t).enter().append("line").call(We,this).attr("x1",c&&!Jl(o)?v=>c[v]+g:x+g).attr("x2",u&&!Jl(o)?o.bandwidth?v=>u[v]+o.bandwidth()-_:v=>u[v]-_:h-p-_).attr("y1",l?v=>l[v]:(d+f-m)/2).attr("y2",l?v=>l[v]:(d+f-m)/2).call(Gn,this,i).call(jl,this,i,s)).node()}};function ec(e,t){let{x:n=ye,y:i,y1:r,y2:s,...o}=Rw(t);return[r,s]=Lw(i,r,s),new Mf(e,{...o,x:n,y1:r,y2:s})}function ao(e,t){let{y:n=ye,x:i,x1:r,x2:s,...o}=Cw(t);return[r,s]=Lw(i,r,s),new Sf(e,{...o,y:n,x1:r,x2:s})}function Lw(e,t,n){if(e==null){if(t===void 0){if(n!==void 0)return[0,n]}else if(n===void 0)return[0,t]}else{if(t===void 0)return n===void 0?[0,e]:[e,n];if(n===void 0)return[e,t]}return[t,n]}function _a(e,...t){let n=t.length;for(let i=0,r=!0;i<n;++i)typeof t[i]!="function"&&(r&&(e=e.slice(),r=!1),e.splice(i,2,e[i]+t[i]+e[i+1]),t.splice(i,1),--i,--n);return i=>{let r=e[0];for(let s=0;s<n;++s)r+=t[s](i)+e[s+1];return r}}var YN={ariaLabel:"text",strokeLinejoin:"round",strokeWidth:3,paintOrder:"stroke"},Bw="­",va=class extends Me{constructor(t,n={}){let{x:i,y:r,text:s=Ln(t)&&tf(t)?ye:rs,frameAnchor:o,textAnchor:a=/right$/i.test(o)?"end":/left$/i.test(o)?"start":"middle",lineAnchor:l=/^top/i.test(o)?"top":/^bottom/i.test(o)?"bottom":"middle",lineHeight:c=1,lineWidth:u=1/0,textOverflow:h,monospace:f,fontFamily:d=f?"ui-monospace, monospace":void 0,fontSize:p,fontStyle:x,fontVariant:m,fontWeight:g,rotate:_}=n,[b,v]=Pe(_,0),[w,M]=QN(p);if(super(t,{x:{value:i,scale:"x",optional:!0},y:{value:r,scale:"y",optional:!0},fontSize:{value:w,optional:!0},rotate:{value:DM(b),optional:!0},text:{value:s,filter:Ol,optional:!0}},n,YN),this.rotate=v,this.textAnchor=Ne(a,"middle"),this.lineAnchor=bn(l,"lineAnchor",["top","middle","bottom"]),this.lineHeight=+c,this.lineWidth=+u,this.textOverflow=K0(h),this.monospace=!!f,this.fontFamily=Ue(d),this.fontSize=M,this.fontStyle=Ue(x),this.fontVariant=Ue(m),this.fontWeight=Ue(g),this.frameAnchor=cs(o),!(this.lineWidth>=0))throw new Error(`invalid lineWidth: ${u}`);this.splitLines=ex(this),this.clipLine=nx(this)}render(t,n,i,r,s){let{x:o,y:a}=n,{x:l,y:c,rotate:u,text:h,title:f,fontSize:d}=i,{rotate:p}=this,[x,m]=er(this,r);return ce("svg:g",s).call(He,this,r,s).call(tx,this,h,r).call($e,this,{x:l&&o,y:c&&a}).call(g=>g.selectAll().data(t).enter().append("text").call(We,this).call(ZN,this,h,f).attr("transform",_a`translate(${l?_=>l[_]:x},${c?_=>c[_]:m})${u?_=>` rotate(${u[_]})`:p?` rotate(${p})`:""}`).call(Xt,"font-size",d&&(_=>d[_])).call(Gn,this,i)).node()}};function K0(e){return e==null?null:bn(e,"textOverflow",["clip","ellipsis","clip-start","clip-end","ellipsis-start","ellipsis-middle","ellipsis-end"]).replace(/^(clip|ellipsis)$/,"$1-end")}function ZN(e,t,n,i){if(!n)return;let{lineAnchor:r,lineHeight:s,textOverflow:o,splitLines:a,clipLine:l}=t;e.each(function(c){let u=a(tr(n[c])??"").map(l),h=u.length,f=r==="top"?.71:r==="bottom"?1-h:(164-h*100)/200;if(h>1){let d=0;for(let p=0;p<h;++p){if(++d,!u[p])continue;let x=this.ownerDocument.createElementNS(Zr.svg,"tspan");x.setAttribute("x",0),p===d-1?x.setAttribute("y",`${(f+p)*s}em`):x.setAttribute("dy",`${d*s}em`),x.textContent=u[p],this.appendChild(x),d=0}}else f&&this.setAttribute("y",`${f*s}em`),this.textContent=u[0];if(o&&!i&&u[0]!==n[c]){let d=this.ownerDocument.createElementNS(Zr.svg,"title");d.textContent=n[c],this.appendChild(d)}})}function fs(e,{x:t,y:n,...i}={}){return i.frameAnchor===void 0&&([t,n]=Ji(t,n)),new va(e,{...i,x:t,y:n})}function Q0(e,{x:t=ye,...n}={}){return new va(e,Pw({...n,x:t}))}function j0(e,{y:t=ye,...n}={}){return new va(e,Iw({...n,y:t}))}function tx(e,t,n){Xt(e,"text-anchor",t.textAnchor),Xt(e,"font-family",t.fontFamily),Xt(e,"font-size",t.fontSize),Xt(e,"font-style",t.fontStyle),Xt(e,"font-variant",t.fontVariant===void 0?JN(n):t.fontVariant),Xt(e,"font-weight",t.fontWeight)}function JN(e){return e&&(OM(e)||De(e))?"tabular-nums":void 0}var KN=new Set(["inherit","initial","revert","unset","xx-small","x-small","small","medium","large","x-large","xx-large","xxx-large","larger","smaller"]);function QN(e){return e==null||typeof e=="number"?[void 0,e]:typeof e!="string"?[e,void 0]:(e=e.trim().toLowerCase(),KN.has(e)||/^[+-]?\d*\.?\d+(e[+-]?\d+)?(\w*|%)$/.test(e)?[void 0,e]:[e,void 0])}function jN(e,t,n){let i=[],r,s=0;for(let[o,a,l]of tL(e)){if(r===void 0&&(r=o),s>r&&n(e,r,a)>t&&(i.push(e.slice(r,s)+(e[s-1]===Bw?"-":"")),r=o),l){i.push(e.slice(r,a)),r=void 0;continue}s=a}return i}function*tL(e){let t=0,n=0,i=e.length;for(;n<i;){let r=1;switch(e[n]){case Bw:case"-":++n,yield[t,n,!1],t=n;break;case" ":for(yield[t,n,!1];e[++n]===" ";);t=n;break;case"\r":e[n+1]===`
`&&++r;case`
`:yield[t,n,!0],n+=r,t=n;break;default:++n;break}}yield[t,n,!0]}var Dw={a:56,b:63,c:57,d:63,e:58,f:37,g:62,h:60,i:26,j:26,k:55,l:26,m:88,n:60,o:60,p:62,q:62,r:39,s:54,t:38,u:60,v:55,w:79,x:54,y:55,z:55,A:69,B:67,C:73,D:74,E:61,F:58,G:76,H:75,I:28,J:55,K:67,L:58,M:89,N:75,O:78,P:65,Q:78,R:67,S:65,T:65,U:75,V:69,W:98,X:69,Y:67,Z:67,0:64,1:48,2:62,3:64,4:66,5:63,6:65,7:58,8:65,9:65," ":29,"!":32,'"':49,"'":31,"(":39,")":39,",":31,"-":48,".":31,"/":32,":":31,";":31,"?":52,"‘":31,"’":31,"“":47,"”":47,"…":82};function wf(e,t=0,n=e.length){let i=0;for(let r=t;r<n;r=ba(e,r))i+=Dw[e[r]]??(zw(e,r)?120:Dw.e);return i}function Tf(e,t=0,n=e.length){let i=0;for(let r=t;r<n;r=ba(e,r))i+=zw(e,r)?126:63;return i}function ex({monospace:e,lineWidth:t,textOverflow:n}){if(n!=null||t==1/0)return s=>s.split(/\r\n?|\n/g);let i=e?Tf:wf,r=t*100;return s=>jN(s,r,i)}function nx({monospace:e,lineWidth:t,textOverflow:n}){if(n==null||t==1/0)return s=>s;let i=e?Tf:wf,r=t*100;switch(n){case"clip-start":return s=>Fw(s,r,i,"");case"clip-end":return s=>Uw(s,r,i,"");case"ellipsis-start":return s=>Fw(s,r,i,lo);case"ellipsis-middle":return s=>eL(s,r,i,lo);case"ellipsis-end":return s=>Uw(s,r,i,lo)}}var lo="…";function co(e,t,n,i){let r=[],s=0;for(let o=0,a=0,l=e.length;o<l;o=a){a=ba(e,o);let c=n(e,o,a);if(s+c>t){for(s+=i;s>t&&o>0;)a=o,o=r.pop(),s-=n(e,o,a);return[o,t-s]}s+=c,r.push(o)}return[-1,0]}function Uw(e,t,n,i){e=e.trim();let r=n(i),[s]=co(e,t,n,r);return s<0?e:e.slice(0,s).trimEnd()+i}function eL(e,t,n,i){e=e.trim();let r=n(e);if(r<=t)return e;let s=n(i)/2,[o,a]=co(e,t/2,n,s),[l]=co(e,r-t/2-a+s,n,-s);return l<0?i:e.slice(0,o).trimEnd()+i+e.slice(ba(e,l)).trimStart()}function Fw(e,t,n,i){e=e.trim();let r=n(e);if(r<=t)return e;let s=n(i),[o]=co(e,r-t+s,n,-s);return o<0?i:i+e.slice(ba(e,o)).trimStart()}var J0=/[\p{Combining_Mark}\p{Emoji_Modifier}]+/uy,Ow=/\p{Extended_Pictographic}/uy;function ba(e,t){return t+=nL(e,t)?2:1,rL(e,t)&&(t=J0.lastIndex),iL(e,t)?ba(e,t+1):t}function kw(e,t){return e.charCodeAt(t)<128}function nL(e,t){let n=e.charCodeAt(t);if(n>=55296&&n<56320){let i=e.charCodeAt(t+1);return i>=56320&&i<57344}return!1}function iL(e,t){return e.charCodeAt(t)===8205}function rL(e,t){return kw(e,t)?!1:(J0.lastIndex=t,J0.test(e))}function zw(e,t){return kw(e,t)?!1:(Ow.lastIndex=t,Ow.test(e))}var sL={ariaLabel:"vector",fill:"none",stroke:"currentColor",strokeWidth:1.5,strokeLinejoin:"round",strokeLinecap:"round"},Gw=3.5,oL=Gw*5,Vw={draw(e,t,n){let i=t*n/oL;e.moveTo(0,0),e.lineTo(0,-t),e.moveTo(-i,i-t),e.lineTo(0,-t),e.lineTo(i,i-t)}},aL={draw(e,t,n){e.moveTo(-n,0),e.lineTo(0,-t),e.lineTo(n,0)}},lL=new Map([["arrow",Vw],["spike",aL]]);function cL(e){return e&&typeof e.draw=="function"}function uL(e){if(cL(e))return e;let t=lL.get(`${e}`.toLowerCase());if(t)return t;throw new Error(`invalid shape: ${e}`)}var Af=class extends Me{constructor(t,n={}){let{x:i,y:r,r:s=Gw,length:o,rotate:a,shape:l=Vw,anchor:c="middle",frameAnchor:u}=n,[h,f]=Pe(o,12),[d,p]=Pe(a,0);super(t,{x:{value:i,scale:"x",optional:!0},y:{value:r,scale:"y",optional:!0},length:{value:h,scale:"length",optional:!0},rotate:{value:d,optional:!0}},n,sL),this.r=+s,this.length=f,this.rotate=p,this.shape=uL(l),this.anchor=bn(c,"anchor",["start","middle","end"]),this.frameAnchor=cs(u)}render(t,n,i,r,s){let{x:o,y:a}=n,{x:l,y:c,length:u,rotate:h}=i,{length:f,rotate:d,anchor:p,shape:x,r:m}=this,[g,_]=er(this,r);return ce("svg:g",s).call(He,this,r,s).call($e,this,{x:l&&o,y:c&&a}).call(b=>b.selectAll().data(t).enter().append("path").call(We,this).attr("transform",_a`translate(${l?v=>l[v]:g},${c?v=>c[v]:_})${h?v=>` rotate(${h[v]})`:d?` rotate(${d})`:""}${p==="start"?"":p==="end"?u?v=>` translate(0,${u[v]})`:` translate(0,${f})`:u?v=>` translate(0,${u[v]/2})`:` translate(0,${f/2})`}`).attr("d",u?v=>{let w=Oi();return x.draw(w,u[v],m),w}:(()=>{let v=Oi();return x.draw(v,f,m),v})()).call(Gn,this,i)).node()}};function Hw(e,t={}){let{x:n=ye,...i}=t;return new Af(e,{...i,x:n})}function Ww(e,t={}){let{y:n=ye,...i}=t;return new Af(e,{...i,y:n})}function hs(e,t){return arguments.length<2&&!Ln(e)&&(t=e,e=null),t===void 0&&(t={}),[e,t]}function Ef({anchor:e}={},t){return e===void 0?t[0]:bn(e,"anchor",t)}function $w(e){return Ef(e,["left","right"])}function Xw(e){return Ef(e,["right","left"])}function qw(e){return Ef(e,["bottom","top"])}function Yw(e){return Ef(e,["top","bottom"])}function nr(){let[e,t]=hs(...arguments);return Zw("y",$w(t),e,t)}function rx(){let[e,t]=hs(...arguments);return Zw("fy",Xw(t),e,t)}function ir(){let[e,t]=hs(...arguments);return Jw("x",qw(t),e,t)}function sx(){let[e,t]=hs(...arguments);return Jw("fx",Yw(t),e,t)}function Zw(e,t,n,{color:i="currentColor",opacity:r=1,stroke:s=i,strokeOpacity:o=r,strokeWidth:a=1,fill:l=i,fillOpacity:c=r,textAnchor:u,textStroke:h,textStrokeOpacity:f,textStrokeWidth:d,tickSize:p=e==="y"?6:0,tickPadding:x,tickRotate:m,x:g,margin:_,marginTop:b=_===void 0?20:_,marginRight:v=_===void 0?t==="right"?40:0:_,marginBottom:w=_===void 0?20:_,marginLeft:M=_===void 0?t==="left"?40:0:_,label:y,labelAnchor:S,labelArrow:E,labelOffset:R,ariaLabel:C=`${e}-axis`,...L}){return p=Te(p),x=Te(x),m=Te(m),S!==void 0&&(S=bn(S,"labelAnchor",["center","top","bottom"])),E=rT(E),G0(p&&!en(s)?fL(e,t,n,{stroke:s,strokeOpacity:o,strokeWidth:a,tickSize:p,tickPadding:x,tickRotate:m,x:g,ariaLabel:C,...L}):null,en(l)?null:dL(e,t,n,{fill:l,fillOpacity:c,stroke:h,strokeOpacity:f,strokeWidth:d,textAnchor:u,tickSize:p,tickPadding:x,tickRotate:m,x:g,marginTop:b,marginRight:v,marginBottom:w,marginLeft:M,ariaLabel:C,...L}),!en(l)&&y!==null?fs([],tT({fill:l,fillOpacity:c,...L},function(O,I,N,k,z){let Z=k[e],{marginTop:U,marginRight:G,marginBottom:q,marginLeft:ot}=e==="y"&&z.inset||z,ct=S??(Z.bandwidth?"center":"top"),W=R??(t==="right"?G:ot)-3;return ct==="center"?(this.textAnchor=void 0,this.lineAnchor=t==="right"?"bottom":"top",this.frameAnchor=t,this.rotate=-90):(this.textAnchor=t==="right"?"end":"start",this.lineAnchor=ct,this.frameAnchor=`${ct}-${t}`,this.rotate=0),this.dy=ct==="top"?3-U:ct==="bottom"?q-3:0,this.dx=t==="right"?W:-W,this.ariaLabel=`${C} label`,{facets:[[0]],channels:{text:{value:[iT(e,Z,{anchor:t,label:y,labelAnchor:ct,labelArrow:E})]}}}})):null)}function Jw(e,t,n,{color:i="currentColor",opacity:r=1,stroke:s=i,strokeOpacity:o=r,strokeWidth:a=1,fill:l=i,fillOpacity:c=r,textAnchor:u,textStroke:h,textStrokeOpacity:f,textStrokeWidth:d,tickSize:p=e==="x"?6:0,tickPadding:x,tickRotate:m,y:g,margin:_,marginTop:b=_===void 0?t==="top"?30:0:_,marginRight:v=_===void 0?20:_,marginBottom:w=_===void 0?t==="bottom"?30:0:_,marginLeft:M=_===void 0?20:_,label:y,labelAnchor:S,labelArrow:E,labelOffset:R,ariaLabel:C=`${e}-axis`,...L}){return p=Te(p),x=Te(x),m=Te(m),S!==void 0&&(S=bn(S,"labelAnchor",["center","left","right"])),E=rT(E),G0(p&&!en(s)?hL(e,t,n,{stroke:s,strokeOpacity:o,strokeWidth:a,tickSize:p,tickPadding:x,tickRotate:m,y:g,ariaLabel:C,...L}):null,en(l)?null:pL(e,t,n,{fill:l,fillOpacity:c,stroke:h,strokeOpacity:f,strokeWidth:d,textAnchor:u,tickSize:p,tickPadding:x,tickRotate:m,y:g,marginTop:b,marginRight:v,marginBottom:w,marginLeft:M,ariaLabel:C,...L}),!en(l)&&y!==null?fs([],tT({fill:l,fillOpacity:c,...L},function(O,I,N,k,z){let Z=k[e],{marginTop:U,marginRight:G,marginBottom:q,marginLeft:ot}=e==="x"&&z.inset||z,ct=S??(Z.bandwidth?"center":"right"),W=R??(t==="top"?U:q)-3;return ct==="center"?(this.frameAnchor=t,this.textAnchor=void 0):(this.frameAnchor=`${t}-${ct}`,this.textAnchor=ct==="right"?"end":"start"),this.lineAnchor=t,this.dy=t==="top"?-W:W,this.dx=ct==="right"?G-3:ct==="left"?3-ot:0,this.ariaLabel=`${C} label`,{facets:[[0]],channels:{text:{value:[iT(e,Z,{anchor:t,label:y,labelAnchor:ct,labelArrow:E})]}}}})):null)}function fL(e,t,n,{strokeWidth:i=1,strokeLinecap:r=null,strokeLinejoin:s=null,facetAnchor:o=t+(e==="y"?"-empty":""),frameAnchor:a=t,tickSize:l,inset:c=0,insetLeft:u=c,insetRight:h=c,dx:f=0,y:d=e==="y"?void 0:null,ariaLabel:p,...x}){return Ma(Ww,e,n,{ariaLabel:`${p} tick`,ariaHidden:!0},{strokeWidth:i,strokeLinecap:r,strokeLinejoin:s,facetAnchor:o,frameAnchor:a,y:d,...x,dx:t==="left"?+f-Ve+ +u:+f+Ve-h,anchor:"start",length:l,shape:t==="left"?yL:_L})}function hL(e,t,n,{strokeWidth:i=1,strokeLinecap:r=null,strokeLinejoin:s=null,facetAnchor:o=t+(e==="x"?"-empty":""),frameAnchor:a=t,tickSize:l,inset:c=0,insetTop:u=c,insetBottom:h=c,dy:f=0,x:d=e==="x"?void 0:null,ariaLabel:p,...x}){return Ma(Hw,e,n,{ariaLabel:`${p} tick`,ariaHidden:!0},{strokeWidth:i,strokeLinejoin:s,strokeLinecap:r,facetAnchor:o,frameAnchor:a,x:d,...x,dy:t==="bottom"?+f-Ve-h:+f+Ve+ +u,anchor:"start",length:l,shape:t==="bottom"?gL:xL})}function dL(e,t,n,{facetAnchor:i=t+(e==="y"?"-empty":""),frameAnchor:r=t,tickSize:s,tickRotate:o=0,tickPadding:a=Math.max(3,9-s)+(Math.abs(o)>60?4*Math.cos(o*X0):0),text:l,textAnchor:c=Math.abs(o)>60?"middle":t==="left"?"end":"start",lineAnchor:u=o>60?"top":o<-60?"bottom":"middle",fontVariant:h,inset:f=0,insetLeft:d=f,insetRight:p=f,dx:x=0,ariaLabel:m,y:g=e==="y"?void 0:null,..._}){return Ma(j0,e,n,{ariaLabel:`${m} tick label`},{facetAnchor:i,frameAnchor:r,text:l,textAnchor:c,lineAnchor:u,fontVariant:h,rotate:o,y:g,..._,dx:t==="left"?+x-s-a+ +d:+x+ +s+ +a-p},function(b,v,w,M,y){h===void 0&&(this.fontVariant=nT(b)),l===void 0&&(y.text=eT(b,v,w,M,t))})}function pL(e,t,n,{facetAnchor:i=t+(e==="x"?"-empty":""),frameAnchor:r=t,tickSize:s,tickRotate:o=0,tickPadding:a=Math.max(3,9-s)+(Math.abs(o)>=10?4*Math.cos(o*X0):0),text:l,textAnchor:c=Math.abs(o)>=10?o<0^t==="bottom"?"start":"end":"middle",lineAnchor:u=Math.abs(o)>=10?"middle":t==="bottom"?"top":"bottom",fontVariant:h,inset:f=0,insetTop:d=f,insetBottom:p=f,dy:x=0,x:m=e==="x"?void 0:null,ariaLabel:g,..._}){return Ma(Q0,e,n,{ariaLabel:`${g} tick label`},{facetAnchor:i,frameAnchor:r,text:l===void 0?null:l,textAnchor:c,lineAnchor:u,fontVariant:h,rotate:o,x:m,..._,dy:t==="bottom"?+x+ +s+ +a-p:+x-s-a+ +d},function(b,v,w,M,y){h===void 0&&(this.fontVariant=nT(b)),l===void 0&&(y.text=eT(b,v,w,M,t))})}function uo(){let[e,t]=hs(...arguments);return Kw("y",$w(t),e,t)}function ox(){let[e,t]=hs(...arguments);return Kw("fy",Xw(t),e,t)}function fo(){let[e,t]=hs(...arguments);return Qw("x",qw(t),e,t)}function ax(){let[e,t]=hs(...arguments);return Qw("fx",Yw(t),e,t)}function Kw(e,t,n,{y:i=e==="y"?void 0:null,x:r=null,x1:s=t==="left"?r:null,x2:o=t==="right"?r:null,ariaLabel:a=`${e}-grid`,ariaHidden:l=!0,...c}){return Ma(ao,e,n,{ariaLabel:a,ariaHidden:l},{y:i,x1:s,x2:o,...jw(c)})}function Qw(e,t,n,{x:i=e==="x"?void 0:null,y:r=null,y1:s=t==="top"?r:null,y2:o=t==="bottom"?r:null,ariaLabel:a=`${e}-grid`,ariaHidden:l=!0,...c}){return Ma(ec,e,n,{ariaLabel:a,ariaHidden:l},{x:i,y1:s,y2:o,...jw(c)})}function jw({color:e="currentColor",opacity:t=.1,stroke:n=e,strokeOpacity:i=t,strokeWidth:r=1,...s}){return{stroke:n,strokeOpacity:i,strokeWidth:r,...s}}function tT({fill:e,fillOpacity:t,fontFamily:n,fontSize:i,fontStyle:r,fontVariant:s,fontWeight:o,monospace:a,pointerEvents:l,shapeRendering:c,clip:u=!1},h){return[,e]=Nn(e),[,t]=Pe(t),{facet:"super",x:null,y:null,fill:e,fillOpacity:t,fontFamily:n,fontSize:i,fontStyle:r,fontVariant:s,fontWeight:o,monospace:a,pointerEvents:l,shapeRendering:c,clip:u,initializer:h}}function Ma(e,t,n,i,r,s){let o;function a(u,h,f,d,p,x){let m=u==null&&(t==="fx"||t==="fy"),{[t]:g}=d;if(!g)throw new Error(`missing scale: ${t}`);let _=g.domain(),{interval:b,ticks:v,tickFormat:w,tickSpacing:M=t==="x"?80:35}=r;if(typeof v=="string"&&sT(g)&&(b=v,v=void 0),v===void 0&&(v=Ki(b,g.type)??mL(g,M)),u==null){if(Ln(v))u=Zi(v);else if(ls(v))u=ix(v,...an(_));else if(g.interval){let S=g.interval;if(g.ticks){let[E,R]=an(_),C=(R-E)/S[ta];S=Kg(S,C/v)??S,u=ix(S,E,R)}else{u=_;let E=u.length;S=Kg(S,E/v)??S,S!==g.interval&&(u=ix(S,...an(u)))}if(S===g.interval){let E=Math.round(u.length/v);E>1&&(u=u.filter((R,C)=>C%E===0))}}else g.ticks?u=g.ticks(v):u=_;if(!g.ticks&&u.length&&u!==_){let S=new Di(_);u=u.filter(E=>S.has(E)),u.length||Dn(`Warning: the ${t}-axis ticks appear to not align with the scale domain, resulting in no ticks. Try different ticks?`)}t==="y"||t==="x"?h=[Mn(u)]:o[t]={scale:t,value:ye}}s?.call(this,g,u,v,w,o);let y=Object.fromEntries(Object.entries(o).map(([S,E])=>[S,{...E,value:Se(u,E.value)}]));return m&&(h=x.filterFacets(u,y)),{data:u,facets:h,channels:y}}let l=Ir(r).initializer,c=e(n,Ir({...r,initializer:a},l));return n==null?(o=c.channels,c.channels={}):o={},i!==void 0&&Object.assign(c,i),c.clip===void 0&&(c.clip=!1),c}function mL(e,t){let[n,i]=an(e.range());return(i-n)/t}function eT(e,t,n,i,r){return{value:nc(e,t,n,i,r)}}function nc(e,t,n,i,r){return typeof i=="function"&&!(e.type==="log"&&e.tickFormat)?i:i===void 0&&t&&De(t)?_M(e.type,t,r)??tr:e.tickFormat?e.tickFormat(typeof n=="number"?n:null,i):typeof i=="string"&&e.domain().length>0?(De(e.domain())?Wi:Bi)(i):i===void 0?tr:kn(i)}function ix(e,t,n){return e.range(t,e.offset(e.floor(n)))}var gL={draw(e,t){e.moveTo(0,0),e.lineTo(0,t)}},xL={draw(e,t){e.moveTo(0,0),e.lineTo(0,-t)}},yL={draw(e,t){e.moveTo(0,0),e.lineTo(-t,0)}},_L={draw(e,t){e.moveTo(0,0),e.lineTo(t,0)}};function nT(e){return e.bandwidth&&!e.interval?void 0:"tabular-nums"}function iT(e,t,{anchor:n,label:i=t.label,labelAnchor:r,labelArrow:s}={}){if(!(i==null||i.inferred&&sT(t)&&/^(date|time|year)$/i.test(i))){if(i=String(i),s==="auto"&&(s=(!t.bandwidth||t.interval)&&!/[↑↓→←]/.test(i)),!s)return i;if(s===!0){let o=qS(t);o&&(s=/x$/.test(e)||r==="center"?/x$/.test(e)===o<0?"left":"right":o<0?"up":"down")}switch(s){case"left":return`← ${i}`;case"right":return`${i} →`;case"up":return n==="right"?`${i} ↑`:`↑ ${i}`;case"down":return n==="right"?`${i} ↓`:`↓ ${i}`}return i}}function rT(e="auto"){return en(e)?!1:typeof e=="boolean"?e:bn(e,"labelArrow",["auto","up","right","down","left"])}function sT(e){return De(e.domain())}function oT(e,t){if(t==null)return t;let n=e(t);if(!n)throw new Error(`scale not found: ${t}`);return n}function aT(e,{opacity:t,...n}={}){if(!ji(e)&&!L0(e))throw new Error(`swatches legend requires ordinal or threshold color scale (not ${e.type})`);return cT(e,n,(i,r,s,o)=>i.append("svg").attr("width",s).attr("height",o).attr("fill",r.scale).attr("fill-opacity",Pe(t)[1]).append("rect").attr("width","100%").attr("height","100%"))}function lT(e,{fill:t=e.hint?.fill!==void 0?e.hint.fill:"none",fillOpacity:n=1,stroke:i=e.hint?.stroke!==void 0?e.hint.stroke:en(t)?"currentColor":"none",strokeOpacity:r=1,strokeWidth:s=1.5,r:o=4.5,...a}={},l){let[c,u]=Nn(t),[h,f]=Nn(i),d=oT(l,c),p=oT(l,h),x=o*o*Math.PI;return n=Pe(n)[1],r=Pe(r)[1],s=Pe(s)[1],cT(e,a,(m,g,_,b)=>m.append("svg").attr("viewBox","-8 -8 16 16").attr("width",_).attr("height",b).attr("fill",c==="color"?v=>d.scale(v):u).attr("fill-opacity",n).attr("stroke",h==="color"?v=>p.scale(v):f).attr("stroke-opacity",r).attr("stroke-width",s).append("path").attr("d",v=>{let w=Oi();return e.scale(v).draw(w,x),w}))}function cT(e,t={},n){let{columns:i,tickFormat:r,fontVariant:s=vf(e),swatchSize:o=15,swatchWidth:a=o,swatchHeight:l=o,marginLeft:c=0,className:u,style:h,width:f}=t,d=ma(t);u=ga(u),r=nc(e.scale,e.domain,void 0,r);let p=ce("div",d).attr("class",`${u}-swatches ${u}-swatches-${i!=null?"columns":"wrap"}`),x;return i!=null?(x=`:where(.${u}-swatches-columns .${u}-swatch) {
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
}`,p.style("columns",i).selectAll().data(e.domain).enter().append("div").attr("class",`${u}-swatch`).call(n,e,a,l).call(m=>m.append("div").attr("class",`${u}-swatch-label`).attr("title",r).text(r))):(x=`:where(.${u}-swatches-wrap) {
  display: flex;
  align-items: center;
  min-height: 33px;
  flex-wrap: wrap;
}
:where(.${u}-swatches-wrap .${u}-swatch) {
  display: inline-flex;
  align-items: center;
  margin-right: 1em;
}`,p.selectAll().data(e.domain).enter().append("span").attr("class",`${u}-swatch`).call(n,e,a,l).append(function(){return this.ownerDocument.createTextNode(r.apply(this,arguments))})),p.call(m=>m.insert("style","*").text(`:where(.${u}-swatches) {
  font-family: system-ui, sans-serif;
  font-size: 10px;
  margin-bottom: 0.5em;
}
:where(.${u}-swatch > svg) {
  margin-right: 0.5em;
  overflow: visible;
}
${x}`)).style("margin-left",c?`${+c}px`:null).style("width",f===void 0?null:`${+f}px`).style("font-variant",Ne(s,"normal")).call(xa,h).node()}var lx=new Map([["symbol",lT],["color",hT],["opacity",vL]]);function uT(e,t,n={}){return(i,r)=>{if(!lx.has(i))throw new Error(`unknown legend type: ${i}`);if(i in e)return lx.get(i)(e[i],fT(t,n[i],r),s=>e[s])}}function fT({className:e,...t},{label:n,ticks:i,tickFormat:r}={},s){return zM(s,{className:e,...t},{label:n,ticks:i,tickFormat:r})}function hT(e,{legend:t=!0,...n}){if(t===!0&&(t=e.type==="ordinal"?"swatches":"ramp"),e.domain!==void 0)switch(`${t}`.toLowerCase()){case"swatches":return aT(e,n);case"ramp":return yw(e,n);default:throw new Error(`unknown legend type: ${t}`)}}function vL({type:e,interpolate:t,...n},{legend:i=!0,color:r=_i(0,0,0),...s}){if(!t)throw new Error(`${e} opacity scales are not supported`);if(i===!0&&(i="ramp"),`${i}`.toLowerCase()!=="ramp")throw new Error(`${i} opacity legends are not supported`);return hT({type:e,...n,interpolate:bL(r)},{legend:i,...s})}function bL(e){let{r:t,g:n,b:i}=_i(e)||_i(0,0,0);return r=>`rgba(${t},${n},${i},${r})`}function dT(e,t,n){let i=[];for(let[r,s]of lx){let o=n[r];if(o?.legend&&r in e){let a=s(e[r],fT(t,e[r],o),l=>e[l]);a!=null&&i.push(a)}}return i}function pT(e={},t="y"){return CM(e)?e:{...e,[t]:ye}}function mT(e,t){if(t.length===1)return{data:e,facets:t};let n=as(e),i=new Uint8Array(n),r=0;for(let a of t)for(let l of a)i[l]&&++r,i[l]=1;if(r===0)return{data:e,facets:t};e=ss(e);let s=e[t0]=new Uint32Array(n+r);t=t.map(a=>ss(a,Uint32Array));let o=n;i.fill(0);for(let a of t)for(let l=0,c=a.length;l<c;++l){let u=a[l];i[u]?(a[l]=o,e[o]=e[u],s[o]=u,++o):s[u]=u,i[u]=1}return{data:e,facets:t}}function ML(e={},t={}){arguments.length===1&&([e,t]=SL(e));let{x1:n,x:i=n,y:r,...s}=t,[o,a,l,c]=TL(i,r,"x","y",e,s);return{...o,x1:n,x:a,y1:l,y2:c,y:Vl(l,c)}}function yT({y:e,y1:t,y2:n,...i}={}){return i=so(i,"x"),t===void 0&&n===void 0?ML({y:e,...i}):([t,n]=RM(e,t,n),{...i,y1:t,y2:n})}function SL(e){let{offset:t,order:n,reverse:i,...r}=e;return[{offset:t,order:n,reverse:i},r]}var wL={length:!0};function TL(e,t=wM,n,i,{offset:r,order:s,reverse:o},a){if(t===null)throw new Error(`stack requires ${i}`);let l=ra(a),[c,u]=li(e),[h,f]=sa(t),[d,p]=sa(t);return h.hint=d.hint=wL,r=AL(r),s=RL(s,r,i),[ro(a,(x,m,g)=>{({data:x,facets:m}=mT(x,m));let _=e==null?void 0:u(Hl(Se(x,e),g?.[n])),b=Se(x,t,Float64Array),v=Se(x,l),w=s&&s(x,_,b,v),M=as(x),y=f(new Float64Array(M)),S=p(new Float64Array(M)),E=[];for(let R of m){let C=_?Array.from(Is(R,L=>_[L]).values()):[R];if(w)for(let L of C)L.sort(w);for(let L of C){let O=0,I=0;o&&L.reverse();for(let N of L){let k=b[N];k<0?O=S[N]=(y[N]=O)+k:k>0?I=S[N]=(y[N]=I)+k:S[N]=y[N]=I}}E.push(C)}return r&&r(E,y,S,v),{data:x,facets:m}}),c,h,d]}function AL(e){if(e!=null){if(typeof e=="function")return e;switch(`${e}`.toLowerCase()){case"expand":case"normalize":return EL;case"center":case"silhouette":return CL;case"wiggle":return vT}throw new Error(`unknown offset: ${e}`)}}function _T(e,t){let n=0,i=0;for(let r of e){let s=t[r];s<n&&(n=s),s>i&&(i=s)}return[n,i]}function EL(e,t,n){for(let i of e)for(let r of i){let[s,o]=_T(r,n);for(let a of r){let l=1/(o-s||1);t[a]=l*(t[a]-s),n[a]=l*(n[a]-s)}}}function CL(e,t,n){for(let i of e){for(let r of i){let[s,o]=_T(r,n);for(let a of r){let l=(o+s)/2;t[a]-=l,n[a]-=l}}bT(i,t,n)}MT(e,t,n)}function vT(e,t,n,i){for(let r of e){let s=new Zn,o=0;for(let a of r){let l=-1,c=a.map(d=>Math.abs(n[d]-t[d])),u=a.map(d=>{l=i?i[d]:++l;let p=n[d]-t[d],x=s.has(l)?p-s.get(l):0;return s.set(l,p),x}),h=[0,...e_(u)];for(let d of a)t[d]+=o,n[d]+=o;let f=gi(c);f&&(o-=gi(c,(d,p)=>(u[p]/2+h[p])*d)/f)}bT(r,t,n)}MT(e,t,n)}function bT(e,t,n){let i=Jn(e,r=>Jn(r,s=>t[s]));for(let r of e)for(let s of r)t[s]-=i,n[s]-=i}function MT(e,t,n){let i=e.length;if(i===1)return;let r=e.map(a=>a.flat()),s=r.map(a=>(Jn(a,l=>t[l])+xn(a,l=>n[l]))/2),o=Jn(s);for(let a=0;a<i;a++){let l=o-s[a];for(let c of r[a])t[c]+=l,n[c]+=l}}function RL(e,t,n){if(e===void 0&&t===vT)return gT(fn);if(e!=null){if(typeof e=="string"){let i=e.startsWith("-"),r=i?Ks:fn;switch((i?e.slice(1):e).toLowerCase()){case"value":case n:return IL(r);case"z":return PL(r);case"sum":return NL(r);case"appearance":return LL(r);case"inside-out":return gT(r)}return xT(n0(e))}if(typeof e=="function")return(e.length===1?xT:DL)(e);if(vi(e))return UL(e);throw new Error(`invalid order: ${e}`)}}function IL(e){return(t,n,i)=>(r,s)=>e(i[r],i[s])}function PL(e){return(t,n,i,r)=>(s,o)=>e(r[s],r[o])}function NL(e){return Cf(e,(t,n,i,r)=>Wc(Mn(t),s=>gi(s,o=>i[o]),s=>r[s]))}function LL(e){return Cf(e,(t,n,i,r)=>Wc(Mn(t),s=>n[Zd(s,o=>i[o])],s=>r[s]))}function gT(e){return Cf(e,(t,n,i,r)=>{let s=Mn(t),o=Wc(s,h=>n[Zd(h,f=>i[f])],h=>r[h]),a=yr(s,h=>gi(h,f=>i[f]),h=>r[h]),l=[],c=[],u=0;for(let h of o)u<0?(u+=a.get(h),l.push(h)):(u-=a.get(h),c.push(h));return c.reverse().concat(l)})}function xT(e){return t=>{let n=Se(t,e);return(i,r)=>fn(n[i],n[r])}}function DL(e){return t=>vi(t)?(n,i)=>e(t[n],t[i]):(n,i)=>e(t.get(n),t.get(i))}function UL(e){return Cf(fn,()=>e)}function Cf(e,t){return(n,i,r,s)=>{if(!s)throw new Error("missing channel: z");let o=new Zn(t(n,i,r,s).map((a,l)=>[a,l]));return(a,l)=>e(o.get(s[a]),o.get(s[l]))}}function ST(e,{inset:t=0,insetTop:n=t,insetRight:i=t,insetBottom:r=t,insetLeft:s=t}={}){e.insetTop=Te(n),e.insetRight=Te(i),e.insetBottom=Te(r),e.insetLeft=Te(s)}function wT(e,{r:t,rx:n,ry:i,rx1:r=t,ry1:s=t,rx2:o=t,ry2:a=t,rx1y1:l=r!==void 0?+r:s!==void 0?+s:0,rx1y2:c=r!==void 0?+r:a!==void 0?+a:0,rx2y1:u=o!==void 0?+o:s!==void 0?+s:0,rx2y2:h=o!==void 0?+o:a!==void 0?+a:0}={}){l||c||u||h?(e.rx1y1=l,e.rx1y2=c,e.rx2y1=u,e.rx2y2=h):(e.rx=Ne(n,"auto"),e.ry=Ne(i,"auto"))}function TT(e,t,n,i,r,s){let{rx1y1:o,rx1y2:a,rx2y1:l,rx2y2:c}=s;typeof t!="function"&&(t=kn(t)),typeof n!="function"&&(n=kn(n)),typeof i!="function"&&(i=kn(i)),typeof r!="function"&&(r=kn(r));let u=Math.max(Math.abs(o+l),Math.abs(a+c)),h=Math.max(Math.abs(o+a),Math.abs(l+c));e.attr("d",f=>{let d=t(f),p=n(f),x=i(f),m=r(f),g=d>x,_=p>m,b=g?x:d,v=g?d:x,w=_?m:p,M=_?p:m,y=Math.min(1,(v-b)/u,(M-w)/h),S=y*(g?_?c:l:_?a:o),E=y*(g?_?a:o:_?c:l),R=y*(g?_?o:a:_?l:c),C=y*(g?_?l:c:_?o:a);return`M${b},${w+If(S,C)}A${S},${S} 0 0 ${S<0?0:1} ${b+Rf(S,C)},${w}H${v-Rf(E,R)}A${E},${E} 0 0 ${E<0?0:1} ${v},${w+If(E,R)}V${M-If(R,E)}A${R},${R} 0 0 ${R<0?0:1} ${v-Rf(R,E)},${M}H${b+Rf(C,S)}A${C},${C} 0 0 ${C<0?0:1} ${b},${M-If(C,S)}Z`})}function Rf(e,t){return t<0?e:Math.abs(e)}function If(e,t){return t<0?Math.abs(e):e}var FL={ariaLabel:"frame",fill:"none",stroke:"currentColor",clip:!1},OL={ariaLabel:"frame",fill:null,stroke:"currentColor",strokeLinecap:"square",clip:!1},cx=class extends Me{constructor(t={}){let{anchor:n=null}=t;super(ea,void 0,t,n==null?FL:OL),this.anchor=o0(n,"anchor",["top","right","bottom","left"]),ST(this,t),n||wT(this,t)}render(t,n,i,r,s){let{marginTop:o,marginRight:a,marginBottom:l,marginLeft:c,width:u,height:h}=r,{anchor:f,insetTop:d,insetRight:p,insetBottom:x,insetLeft:m}=this,{rx:g,ry:_,rx1y1:b,rx1y2:v,rx2y1:w,rx2y2:M}=this,y=c+m,S=u-a-p,E=o+d,R=h-l-x;return ce(f?"svg:line":b||v||w||M?"svg:path":"svg:rect",s).datum(0).call(He,this,r,s).call(We,this).call(Gn,this,i).call($e,this,{}).call(f==="left"?C=>C.attr("x1",y).attr("x2",y).attr("y1",E).attr("y2",R):f==="right"?C=>C.attr("x1",S).attr("x2",S).attr("y1",E).attr("y2",R):f==="top"?C=>C.attr("x1",y).attr("x2",S).attr("y1",E).attr("y2",E):f==="bottom"?C=>C.attr("x1",y).attr("x2",S).attr("y1",R).attr("y2",R):b||v||w||M?C=>C.call(TT,y,E,S,R,this):C=>C.attr("x",y).attr("y",E).attr("width",S-y).attr("height",R-E).attr("rx",g).attr("ry",_)).node()}};function AT(e){return new cx(e)}var ux={ariaLabel:"tip",fill:"var(--plot-background)",stroke:"currentColor"},BL=new Set(["geometry","href","src","ariaLabel","scales"]),Pf=class extends Me{constructor(t,n={}){n.tip&&(n={...n,tip:!1}),n.title===void 0&&Ln(t)&&tf(t)&&(n={...n,title:ye});let{x:i,y:r,x1:s,x2:o,y1:a,y2:l,anchor:c,preferredAnchor:u="bottom",monospace:h,fontFamily:f=h?"ui-monospace, monospace":void 0,fontSize:d,fontStyle:p,fontVariant:x,fontWeight:m,lineHeight:g=1,lineWidth:_=20,frameAnchor:b,format:v,textAnchor:w="start",textOverflow:M,textPadding:y=8,title:S,pointerSize:E=12,pathFilter:R="drop-shadow(0 3px 4px rgba(0,0,0,0.2))"}=n;super(t,{x:{value:s!=null&&o!=null?null:i,scale:"x",optional:!0},y:{value:a!=null&&l!=null?null:r,scale:"y",optional:!0},x1:{value:s,scale:"x",optional:o==null},y1:{value:a,scale:"y",optional:l==null},x2:{value:o,scale:"x",optional:s==null},y2:{value:l,scale:"y",optional:a==null},title:{value:S,optional:!0}},n,ux),this.anchor=nf(c,"anchor"),this.preferredAnchor=nf(u,"preferredAnchor"),this.frameAnchor=cs(b),this.textAnchor=Ne(w,"middle"),this.textPadding=+y,this.pointerSize=+E,this.pathFilter=Ue(R),this.lineHeight=+g,this.lineWidth=+_,this.textOverflow=K0(M),this.monospace=!!h,this.fontFamily=Ue(f),this.fontSize=Te(d),this.fontStyle=Ue(p),this.fontVariant=Ue(x),this.fontWeight=Ue(m);for(let C in ux)C in this.channels&&(this[C]=ux[C]);this.splitLines=ex(this),this.clipLine=nx(this),this.format=typeof v=="string"||typeof v=="function"?{title:v}:{...v}}render(t,n,i,r,s){let o=this,{x:a,y:l,fx:c,fy:u}=n,{ownerSVGElement:h,document:f}=s,{anchor:d,monospace:p,lineHeight:x,lineWidth:m}=this,{textPadding:g,pointerSize:_,pathFilter:b}=this,{marginTop:v,marginLeft:w}=r,{x1:M,y1:y,x2:S,y2:E,x:R=M??S,y:C=y??E}=i,L=c?c(t.fx)-w:0,O=u?u(t.fy)-v:0,[I,N]=er(this,r),k=W0(i,I),z=$0(i,N),Z=p?Tf:wf,U=Z(lo),G,q;"title"in i?(G=ET.call(this,{title:i.channels.title},n),q=VL):(G=ET.call(this,i.channels,n),q=HL);let ot=ce("svg:g",s).call(He,this,r,s).call(tx,this).call($e,this,{x:R&&a,y:C&&l}).call(lt=>lt.selectAll().data(t).enter().append("g").attr("transform",ht=>`translate(${Math.round(k(ht))},${Math.round(z(ht))})`).call(We,this).call(ht=>ht.append("path").attr("filter",b)).call(ht=>ht.append("text").each(function(at){let st=xi(this);this.setAttribute("fill","currentColor"),this.setAttribute("fill-opacity",1),this.setAttribute("stroke","none");let J=q.call(o,at,t,G,n,i);if(typeof J=="string")for(let xt of o.splitLines(J))ct(st,{value:o.clipLine(xt)});else{let xt=new Set;for(let ut of J){let{label:K=""}=ut;K&&xt.has(K)||(xt.add(K),ct(st,ut))}}})));function ct(lt,{label:ht,value:at,color:st,opacity:J}){ht??="",at??="";let xt=st!=null||J!=null,ut,K=m*100,[Pt]=co(ht,K,Z,U);if(Pt>=0)ht=ht.slice(0,Pt).trimEnd()+lo,ut=at.trim(),at="";else{(ht||!at&&!xt)&&(at=" "+at);let[Ft]=co(at,K-Z(ht),Z,U);Ft>=0&&(ut=at.trim(),at=at.slice(0,Ft).trimEnd()+lo)}let mt=lt.append("tspan").attr("x",0).attr("dy",`${x}em`).text("​");ht&&mt.append("tspan").attr("font-weight","bold").text(ht),at&&mt.append(()=>f.createTextNode(at)),xt&&mt.append("tspan").text(" ■").attr("fill",st).attr("fill-opacity",J).style("user-select","none"),ut&&mt.append("title").text(ut)}function W(){let{width:lt,height:ht}=r.facet??r;ot.selectChildren().each(function(at){let{x:st,width:J,height:xt}=this.getBBox();J=Math.round(J),xt=Math.round(xt);let ut=d;if(ut===void 0){let mt=k(at)+L,Ft=z(at)+O,Gt=mt+J+_+g*2<lt,ae=mt-J-_-g*2>0,re=Ft+xt+_+g*2<ht,Ye=Ft-xt-_-g*2>0;ut=Gt&&ae?re&&Ye?o.preferredAnchor:Ye?"bottom":"top":re&&Ye?Gt?"left":"right":(Gt||ae)&&(re||Ye)?`${Ye?"bottom":"top"}-${Gt?"left":"right"}`:o.preferredAnchor}let K=this.firstChild,Pt=this.lastChild;if(K.setAttribute("d",GL(ut,_,g,J,xt)),st)for(let mt of Pt.childNodes)mt.setAttribute("x",-st);Pt.setAttribute("y",`${+kL(ut,Pt.childNodes.length,x).toFixed(6)}em`),Pt.setAttribute("transform",`translate(${zL(ut,_,g,J,xt)})`)}),ot.attr("visibility",null)}return t.length&&(ot.attr("visibility","hidden"),h.isConnected?Promise.resolve().then(W):typeof requestAnimationFrame<"u"&&requestAnimationFrame(W)),ot.node()}};function ic(e,{x:t,y:n,...i}={}){return i.frameAnchor===void 0&&([t,n]=Ji(t,n)),new Pf(e,{...i,x:t,y:n})}function kL(e,t,n){return/^top(?:-|$)/.test(e)?.94-n:-.29-t*n}function zL(e,t,n,i,r){switch(e){case"middle":return[-i/2,r/2];case"top-left":return[n,t+n];case"top":return[-i/2,t/2+n];case"top-right":return[-i-n,t+n];case"right":return[-t/2-i-n,r/2];case"bottom-left":return[n,-t-n];case"bottom":return[-i/2,-t/2-n];case"bottom-right":return[-i-n,-t-n];case"left":return[n+t/2,r/2]}}function GL(e,t,n,i,r){let s=i+n*2,o=r+n*2;switch(e){case"middle":return`M${-s/2},${-o/2}h${s}v${o}h${-s}z`;case"top-left":return`M0,0l${t},${t}h${s-t}v${o}h${-s}z`;case"top":return`M0,0l${t/2},${t/2}h${(s-t)/2}v${o}h${-s}v${-o}h${(s-t)/2}z`;case"top-right":return`M0,0l${-t},${t}h${t-s}v${o}h${s}z`;case"right":return`M0,0l${-t/2},${-t/2}v${t/2-o/2}h${-s}v${o}h${s}v${t/2-o/2}z`;case"bottom-left":return`M0,0l${t},${-t}h${s-t}v${-o}h${-s}z`;case"bottom":return`M0,0l${t/2},${-t/2}h${(s-t)/2}v${-o}h${-s}v${o}h${(s-t)/2}z`;case"bottom-right":return`M0,0l${-t},${-t}h${t-s}v${-o}h${s}z`;case"left":return`M0,0l${t/2},${-t/2}v${t/2-o/2}h${s}v${o}h${-s}v${t/2-o/2}z`}}function ET(e,t){let n={},i=this.format;i=CT(i,e,"x"),i=CT(i,e,"y"),this.format=i;for(let r in i){let s=i[r];if(!(s===null||s===!1))if(r==="fx"||r==="fy")n[r]=!0;else{let o=b0(e,r);o&&(n[r]=o)}}for(let r in e){if(r in n||r in i||BL.has(r)||(r==="x"||r==="y")&&e.geometry)continue;let s=b0(e,r);if(s){if(s.scale==null&&s.defaultScale==="color")continue;n[r]=s}}this.facet&&(t.fx&&!("fx"in i)&&(n.fx=!0),t.fy&&!("fy"in i)&&(n.fy=!0));for(let r in n){let s=this.format[r];if(typeof s=="string"){let o=n[r]?.value??t[r]?.domain()??[];this.format[r]=(De(o)?Wi:Bi)(s)}else if(s===void 0||s===!0){let o=t[r];this.format[r]=o?.bandwidth?nc(o,o.domain()):tr}}return n}function CT(e,t,n){if(!(n in e))return e;let i=`${n}1`,r=`${n}2`;if((i in e||!(i in t))&&(r in e||!(r in t)))return e;let s=Object.entries(e),o=e[n];return s.splice(s.findIndex(([a])=>a===n)+1,0,[i,o],[r,o]),Object.fromEntries(s)}function VL(e,t,{title:n}){return this.format.title(n.value[e],e)}function*HL(e,t,n,i,r){for(let s in n){if(s==="fx"||s==="fy"){yield{label:Nf(i,n,s),value:this.format[s](t[s],e)};continue}if(s==="x1"&&"x2"in n||s==="y1"&&"y2"in n)continue;let o=n[s];if(s==="x2"&&"x1"in n)yield{label:IT(i,n,"x"),value:RT(this.format.x2,n.x1,o,e)};else if(s==="y2"&&"y1"in n)yield{label:IT(i,n,"y"),value:RT(this.format.y2,n.y1,o,e)};else{let a=o.value[e],l=o.scale;if(!oi(a)&&l==null)continue;yield{label:Nf(i,n,s),value:this.format[s](a,e),color:l==="color"?r[s][e]:null,opacity:l==="opacity"?r[s][e]:null}}}}function RT(e,t,n,i){return n.hint?.length?`${e(n.value[i]-t.value[i],i)}`:`${e(t.value[i],i)}–${e(n.value[i],i)}`}function IT(e,t,n){let i=Nf(e,t,`${n}1`,n),r=Nf(e,t,`${n}2`,n);return i===r?i:`${i}–${r}`}function Nf(e,t,n,i=n){let r=t[n],s=e[r?.scale??n];return String(s?.label??r?.label??i)}function wi(e={}){let{facet:t,style:n,title:i,subtitle:r,caption:s,ariaLabel:o,ariaDescription:a}=e,l=ga(e.className),c=e.marks===void 0?[]:NT(e.marks);c.push(...ZL(c));let u=qL(t,e),h=new Map;for(let U of c){let G=LT(U,u,e);G&&h.set(U,G)}let f=new Map;u&&rc(f,[u],e),rc(f,h,e);let d=NT(JL(c,f,e));for(let U of d){let G=LT(U,u,e);G&&h.set(U,G)}c.unshift(...d);let p=QS(f,e);if(p!==void 0){let U=u?df(p,u):void 0;for(let q of c){if(q.facet===null||q.facet==="super")continue;let ot=h.get(q);ot!==void 0&&(ot.facetsIndex=q.fx!=null||q.fy!=null?df(p,ot):U)}let G=new Set;for(let{facetsIndex:q}of h.values())q?.forEach((ot,ct)=>{ot?.length>0&&G.add(ct)});p.forEach(0<G.size&&G.size<p.length?(q,ot)=>q.empty=!G.has(ot):q=>q.empty=!1);for(let q of c)if(q.facet==="exclude"){let ot=h.get(q);ot!==void 0&&(ot.facetsIndex=ew(ot.facetsIndex))}}for(let U of me.keys())na(e[U])&&U!=="fx"&&U!=="fy"&&f.set(U,[]);let x=new Map;for(let U of c){if(x.has(U))throw new Error("duplicate mark; each mark must be unique");let{facetsIndex:G,channels:q}=h.get(U)??{},{data:ot,facets:ct,channels:W}=U.initialize(G,q,e);dx(W,e),x.set(U,{data:ot,facets:ct,channels:W})}let m=Zl(rc(f,x,e),e),g=gw(m,c,e);XS(m,g);let _=P0(m),{fx:b,fy:v}=_,w=b||v?N0(m,g):g,M=b||v?iD(_,g):g,y=ma(e),S=y.document,E=Uo("svg").call(S.documentElement),R=E;y.ownerSVGElement=E,y.className=l,y.projection=rw(e,w),y.path=function(){return Sl(this.projection??uw(_))},y.filterFacets=(U,G)=>df(p,{channels:G,groups:ff(U,G)}),y.getMarkState=U=>{let G=x.get(U),q=h.get(U);return{...G,channels:{...G.channels,...q?.channels}}},y.dispatchValue=U=>{R.value!==U&&(R.value=U,R.dispatchEvent(new y.document.defaultView.Event("input",{bubbles:!0})))};let C=new Set;for(let[U,G]of x)if(U.initializer!=null){let q=U.facet==="super"?M:w,ot=U.initializer(G.data,G.facets,G.channels,_,q,y);if(ot.data!==void 0&&(G.data=ot.data),ot.facets!==void 0&&(G.facets=ot.facets),ot.channels!==void 0){let{fx:ct,fy:W,...lt}=ot.channels;XL(lt),Object.assign(G.channels,lt);for(let ht of Object.values(lt)){let{scale:at}=ht;at!=null&&!WM(me.get(at))&&(FT(ht,e),C.add(at))}(ct!=null||W!=null)&&h.set(U,!0)}}if(C.size){let U=new Map;rc(U,x,e,ct=>C.has(ct)),rc(f,x,e,ct=>C.has(ct));let G=nD(Zl(U,e),m),{scales:q,...ot}=P0(G);Object.assign(m,G),Object.assign(_,ot),Object.assign(_.scales,q)}let L,O;p!==void 0&&(L={x:b?.domain(),y:v?.domain()},p=jS(p,L),O=tw(b,v,g));for(let[U,G]of x)G.values=U.scale(G.channels,_,y);let{width:I,height:N}=g;xi(E).attr("class",l).attr("fill","currentColor").attr("font-family","system-ui, sans-serif").attr("font-size",10).attr("text-anchor","middle").attr("width",I).attr("height",N).attr("viewBox",`0 0 ${I} ${N}`).attr("aria-label",o).attr("aria-description",a).call(U=>U.append("style").text(`:where(.${l}) {
  --plot-background: white;
  display: block;
  height: auto;
  height: intrinsic;
  max-width: 100%;
}
:where(.${l} text),
:where(.${l} tspan) {
  white-space: pre;
}`)).call(xa,n);for(let U of c){let{channels:G,values:q,facets:ot}=x.get(U);if(p===void 0||U.facet==="super"){let ct=null;if(ot&&(ct=ot[0],ct=U.filter(ct,G,q),ct.length===0))continue;let W=U.render(ct,_,q,M,y);if(W==null)continue;E.appendChild(W)}else{let ct;for(let W of p){if(!(U.facetAnchor?.(p,L,W)??!W.empty))continue;let lt=null;if(ot){let at=h.has(U);if(lt=ot[at?W.i:0],lt=U.filter(lt,G,q),lt.length===0)continue;!at&&lt===ot[0]&&(lt=IM(lt)),lt.fx=W.x,lt.fy=W.y,lt.fi=W.i}let ht=U.render(lt,_,q,w,y);if(ht!=null){(ct??=xi(E).append("g")).append(()=>ht).datum(W);for(let at of["aria-label","aria-description","aria-hidden","transform"])ht.hasAttribute(at)&&(ct.attr(at,ht.getAttribute(at)),ht.removeAttribute(at))}}ct?.selectChildren().each(O)}}let k=dT(m,y,e),{figure:z=i!=null||r!=null||s!=null||k.length>0}=e;z&&(R=S.createElement("figure"),R.className=`${l}-figure`,R.style.maxWidth="initial",i!=null&&R.append(PT(S,i,"h2")),r!=null&&R.append(PT(S,r,"h3")),R.append(...k,E),s!=null&&R.append(WL(S,s)),"value"in E&&(R.value=E.value,delete E.value)),R.scale=JS(_.scales),R.legend=uT(m,y,e);let Z=ES();return Z>0&&xi(E).append("text").attr("x",I).attr("y",20).attr("dy","-1em").attr("text-anchor","end").attr("font-family","initial").text("⚠️").append("title").text(`${Z.toLocaleString("en-US")} warning${Z===1?"":"s"}. Please check the console.`),R}function PT(e,t,n){if(t.ownerDocument)return t;let i=e.createElement(n);return i.append(t),i}function WL(e,t){let n=e.createElement("figcaption");return n.append(t),n}function NT(e){return e.flat(1/0).filter(t=>t!=null).map($L)}function $L(e){return typeof e.render=="function"?e:new hx(e)}var hx=class extends Me{constructor(t){if(typeof t!="function")throw new TypeError("invalid mark; missing render function");super(),this.render=t}render(){}};function dx(e,t){for(let n in e)FT(e[n],t);return e}function FT(e,t){let{scale:n,transform:i=!0}=e;if(n==null||!i)return;let{type:r,percent:s,interval:o,transform:a=s?l=>l==null?NaN:l*100:a0(o,r)}=t[n]??{};a!=null&&(e.value=pe(e.value,a),e.transform=!1)}function XL(e){for(let t in e)v0(t,e[t])}function rc(e,t,n,i=TM){for(let{channels:r}of t.values())for(let s in r){let o=r[s],{scale:a}=o;if(a!=null&&i(a))if(a==="projection"){if(!aw(n)){let l=n.x?.domain===void 0,c=n.y?.domain===void 0;if(l||c){let[u,h]=cw(o);l&&fx(e,"x",u),c&&fx(e,"y",h)}}}else fx(e,a,o)}return e}function fx(e,t,n){let i=e.get(t);i!==void 0?i.push(n):e.set(t,[n])}function qL(e,t){if(e==null)return;let{x:n,y:i}=e;if(n==null&&i==null)return;let r=Rr(e.data);if(r==null)throw new Error("missing facet data");let s={};n!=null&&(s.fx=ca(r,{value:n,scale:"fx"})),i!=null&&(s.fy=ca(r,{value:i,scale:"fy"})),dx(s,t);let o=ff(r,s);return{channels:s,groups:o,data:e.data}}function LT(e,t,n){if(e.facet===null||e.facet==="super")return;let{fx:i,fy:r}=e;if(i!=null||r!=null){let l=Rr(e.data??i??r);if(l===void 0)throw new Error(`missing facet data in ${e.ariaLabel}`);if(l===null)return;let c={};return i!=null&&(c.fx=ca(l,{value:i,scale:"fx"})),r!=null&&(c.fy=ca(l,{value:r,scale:"fy"})),dx(c,n),{channels:c,groups:ff(l,c)}}if(t===void 0)return;let{channels:s,groups:o,data:a}=t;if(e.facet!=="auto"||e.data===a)return{channels:s,groups:o};a.length>0&&(o.size>1||o.size===1&&s.fx&&s.fy&&[...o][0][1].size>1)&&as(Rr(e.data))===as(a)&&Dn(`Warning: the ${e.ariaLabel} mark appears to use faceted data, but isn’t faceted. The mark data has the same length as the facet data and the mark facet option is "auto", but the mark data and facet data are distinct. If this mark should be faceted, set the mark facet option to true; otherwise, suppress this warning by setting the mark facet option to false.`)}function YL(e,t={}){return Ir({...t,x:null,y:null},(n,i,r,s,o,a)=>a.getMarkState(e))}function ZL(e){let t=[];for(let n of e){let i=n.tip;if(i){i===!0?i={}:typeof i=="string"&&(i={pointer:i});let{pointer:r,preferredAnchor:s}=i;r=/^x$/i.test(r)?Ql:/^y$/i.test(r)?_f:ya,i=r(YL(n,i)),i.title=null,s===void 0&&(i.preferredAnchor=r===_f?"left":"bottom");let o=ic(n.data,i);o.facet=n.facet,o.facetAnchor=n.facetAnchor,t.push(o)}}return t}function JL(e,t,n){let{projection:i,x:r={},y:s={},fx:o={},fy:a={},axis:l,grid:c,facet:u={},facet:{axis:h=l,grid:f}=u,x:{axis:d=l,grid:p=d===null?null:c}=r,y:{axis:x=l,grid:m=x===null?null:c}=s,fx:{axis:g=h,grid:_=g===null?null:f}=o,fy:{axis:b=h,grid:v=b===null?null:f}=a}=n;(i||!na(r)&&!DT("x",e))&&(d=p=null),(i||!na(s)&&!DT("y",e))&&(x=m=null),t.has("fx")||(g=_=null),t.has("fy")||(b=v=null),d===void 0&&(d=!Uf(e,"x")),x===void 0&&(x=!Uf(e,"y")),g===void 0&&(g=!Uf(e,"fx")),b===void 0&&(b=!Uf(e,"fy")),d===!0&&(d="bottom"),x===!0&&(x="left"),g===!0&&(g=d==="top"||d===null?"bottom":"top"),b===!0&&(b=x==="right"||x===null?"left":"right");let w=[];return Df(w,v,ox,a),Lf(w,b,rx,"right","left",u,a),Df(w,_,ax,o),Lf(w,g,sx,"top","bottom",u,o),Df(w,m,uo,s),Lf(w,x,nr,"left","right",n,s),Df(w,p,fo,r),Lf(w,d,ir,"bottom","top",n,r),w}function Lf(e,t,n,i,r,s,o){if(!t)return;let a=KL(t);o=QL(a?i:t,s,o);let{line:l}=o;(n===nr||n===ir)&&l&&!to(l)&&e.push(AT(jL(o))),e.push(n(o)),a&&e.push(n({...o,anchor:r,label:null}))}function Df(e,t,n,i){!t||to(t)||e.push(n(tD(t,i)))}function KL(e){return/^\s*both\s*$/i.test(e)}function QL(e,t,{line:n=t.line,ticks:i,tickSize:r,tickSpacing:s,tickPadding:o,tickFormat:a,tickRotate:l,fontVariant:c,ariaLabel:u,ariaDescription:h,label:f=t.label,labelAnchor:d,labelArrow:p=t.labelArrow,labelOffset:x}){return{anchor:e,line:n,ticks:i,tickSize:r,tickSpacing:s,tickPadding:o,tickFormat:a,tickRotate:l,fontVariant:c,ariaLabel:u,ariaDescription:h,label:f,labelAnchor:d,labelArrow:p,labelOffset:x}}function jL(e){let{anchor:t,line:n}=e;return{anchor:t,facetAnchor:t+"-empty",stroke:n===!0?void 0:n}}function tD(e,{stroke:t=oa(e)?e:void 0,ticks:n=eD(e)?e:void 0,tickSpacing:i,ariaLabel:r,ariaDescription:s}){return{stroke:t,ticks:n,tickSpacing:i,ariaLabel:r,ariaDescription:s}}function eD(e){switch(typeof e){case"number":return!0;case"string":return!oa(e)}return Ln(e)||typeof e?.range=="function"}function Uf(e,t){let n=`${t}-axis `;return e.some(i=>i.ariaLabel?.startsWith(n))}function DT(e,t){for(let n of t)for(let i in n.channels){let{scale:r}=n.channels[i];if(r===e||r==="projection")return!0}return!1}function nD(e,t){for(let n in e){let i=e[n],r=t[n];i.label===void 0&&r&&(i.label=r.label)}return e}function iD({fx:e,fy:t},n){let{marginTop:i,marginRight:r,marginBottom:s,marginLeft:o,width:a,height:l}=cf(n),c=e&&UT(e),u=t&&UT(t);return{marginTop:t?u[0]:i,marginRight:e?a-c[1]:r,marginBottom:t?l-u[1]:s,marginLeft:e?c[0]:o,inset:{marginTop:n.marginTop,marginRight:n.marginRight,marginBottom:n.marginBottom,marginLeft:n.marginLeft},width:a,height:l}}function UT(e){let t=e.domain();if(t.length===0)return[0,e.bandwidth()];let n=e(t[0]),i=e(t[t.length-1]);return i<n&&([n,i]=[i,n]),[n,i+e.bandwidth()]}var rD=new Map([["basis",V1],["basis-closed",W1],["basis-open",X1],["bundle",Y1],["bump-x",F1],["bump-y",O1],["cardinal",Z1],["cardinal-closed",J1],["cardinal-open",K1],["catmull-rom",j1],["catmull-rom-closed",eM],["catmull-rom-open",iM],["linear",Zs],["linear-closed",sM],["monotone-x",lM],["monotone-y",cM],["natural",fM],["step",hM],["step-after",pM],["step-before",dM]]);function px(e=Zs,t){if(typeof e=="function")return e;let n=rD.get(`${e}`.toLowerCase());if(!n)throw new Error(`unknown curve: ${e}`);if(t!==void 0){if("beta"in n)return n.beta(t);if("tension"in n)return n.tension(t);if("alpha"in n)return n.alpha(t)}return n}function OT(e=sc,t){return typeof e!="function"&&`${e}`.toLowerCase()==="auto"?sc:px(e,t)}function sc(e){return Zs(e)}function sD(e={y:"count"},t={}){[e,t]=lD(e,t);let{x:n,y:i}=t;return aD(cD(n,t,ye),null,null,i,e,tc(t))}function oD(e,t,n={}){if(n?.interval==null)return n;let{reduce:i=sf}=n,r={filter:null};return n[t]!=null&&(r[t]=i),n[`${t}1`]!=null&&(r[`${t}1`]=i),n[`${t}2`]!=null&&(r[`${t}2`]=i),e(r,n)}function Ff(e={}){return oD(sD,"y",so(e,"x"))}function aD(e,t,n,i,{data:r=y0,filter:s=Wl,sort:o,reverse:a,...l}={},c={}){e=BT(e),t=BT(t),l=fD(l,c),r=VT(r,ye),o=o==null?void 0:zT("sort",o,c),s=s==null?void 0:GT("filter",s,c),n!=null&&$l(l,"x","x1","x2")&&(n=null),i!=null&&$l(l,"y","y1","y2")&&(i=null);let[u,h]=li(e),[f,d]=li(e),[p,x]=li(t),[m,g]=li(t),[_,b]=n!=null?[n,"x"]:i!=null?[i,"y"]:[],[v,w]=li(_),{x:M,y,z:S,fill:E,stroke:R,x1:C,x2:L,y1:O,y2:I,domain:N,cumulative:k,thresholds:z,interval:Z,...U}=c,[G,q]=li(S),[ot]=Nn(E),[ct]=Nn(R),[W,lt]=li(ot),[ht,at]=li(ct);return{..."z"in c&&{z:G||S},..."fill"in c&&{fill:W||E},..."stroke"in c&&{stroke:ht||R},...ro(U,(st,J,xt)=>{let ut=Hl(Se(st,_),xt?.[b]),K=Se(st,S),Pt=Se(st,ot),mt=Se(st,ct),Ft=tS(l,{z:K,fill:Pt,stroke:mt}),Gt=[],ae=[],re=ut&&w([]),Ye=K&&q([]),Fe=Pt&&lt([]),An=mt&&at([]),mn=e&&h([]),En=e&&d([]),B=t&&x([]),Cn=t&&g([]),_e=pD(e,t,st),ve=0;for(let gt of l)gt.initialize(st);o&&o.initialize(st),s&&s.initialize(st);for(let gt of J){let Ce=[];for(let Lt of l)Lt.scope("facet",gt);o&&o.scope("facet",gt),s&&s.scope("facet",gt);for(let[Lt,Bt]of x0(gt,Ft))for(let[P,T]of x0(Bt,ut))for(let[V,ft]of _e(T))if(Ft&&(ft.z=Lt),!(s&&!s.reduce(V,ft))){Ce.push(ve++),ae.push(r.reduceIndex(V,st,ft)),ut&&re.push(P),K&&Ye.push(Ft===K?Lt:K[(V.length>0?V:T)[0]]),Pt&&Fe.push(Ft===Pt?Lt:Pt[(V.length>0?V:T)[0]]),mt&&An.push(Ft===mt?Lt:mt[(V.length>0?V:T)[0]]),mn&&(mn.push(ft.x1),En.push(ft.x2)),B&&(B.push(ft.y1),Cn.push(ft.y2));for(let rt of l)rt.reduce(V,ft);o&&o.reduce(V,ft)}Gt.push(Ce)}return eS(Gt,o,a),{data:ae,facets:Gt}}),...!$l(l,"x")&&(u?{x1:u,x2:f,x:Vl(u,f)}:{x:M,x1:C,x2:L}),...!$l(l,"y")&&(p?{y1:p,y2:m,y:Vl(p,m)}:{y,y1:O,y2:I}),...v&&{[b]:v},...Object.fromEntries(l.map(({name:st,output:J})=>[st,J]))}}function lD({cumulative:e,domain:t,thresholds:n,interval:i,...r},s){return[r,{cumulative:e,domain:t,thresholds:n,interval:i,...s}]}function cD(e,{cumulative:t,domain:n,thresholds:i,interval:r},s){return e={...Qi(e)},e.domain===void 0&&(e.domain=n),e.cumulative===void 0&&(e.cumulative=t),e.thresholds===void 0&&(e.thresholds=i),e.interval===void 0&&(e.interval=r),e.value===void 0&&(e.value=s),e.thresholds=uD(e.thresholds,e.interval),e}function BT(e){if(e==null)return;let{value:t,cumulative:n,domain:i=an,thresholds:r}=e,s=o=>{let a=Se(o,t),l;if(De(a)||dD(r)){a=pe(a,s0,Float64Array);let[u,h]=typeof i=="function"?i(a):i,f=typeof r=="function"&&!ls(r)?r(a,u,h):r;typeof f=="number"&&(f=Cu(u,h,f)),ls(f)&&(i===an&&(u=f.floor(u),h=f.offset(f.floor(h))),f=f.range(u,f.offset(h))),l=f}else{a=Yi(a);let[u,h]=typeof i=="function"?i(a):i,f=typeof r=="function"&&!ls(r)?r(a,u,h):r;if(typeof f=="number")if(i===an){let d=Io(u,h,f);if(isFinite(d))if(d>0){let p=Math.round(u/d),x=Math.round(h/d);p*d<=u||--p,x*d>h||++x;let m=x-p+1;f=new Float64Array(m);for(let g=0;g<m;++g)f[g]=(p+g)*d}else if(d<0){d=-d;let p=Math.round(u*d),x=Math.round(h*d);p/d<=u||--p,x/d>h||++x;let m=x-p+1;f=new Float64Array(m);for(let g=0;g<m;++g)f[g]=(p+g)/d}else f=[u];else f=[u]}else f=Yr(u,h,f);else ls(f)&&(i===an&&(u=f.floor(u),h=f.offset(f.floor(h))),f=f.range(u,f.offset(h)));l=f}let c=[];if(l.length===1)c.push([l[0],l[0]]);else for(let u=1;u<l.length;++u)c.push([l[u-1],l[u]]);return c.bin=(n<0?gD:n>0?mD:mx)(c,l,a),c};return s.label=Mi(t),s}function uD(e,t,n=kT){if(e===void 0)return t===void 0?n:Ki(t);if(typeof e=="string"){switch(e.toLowerCase()){case"freedman-diaconis":return h_;case"scott":return Jd;case"sturges":return a_;case"auto":return kT}return zl(e)}return e}function fD(e,t){return jM(e,t,zT)}function zT(e,t,n){return m0(e,t,n,GT)}function GT(e,t,n){return g0(e,t,n,VT)}function VT(e,t){return Xl(e,t,hD)}function hD(e){switch(`${e}`.toLowerCase()){case"x":return xD;case"x1":return _D;case"x2":return vD;case"y":return yD;case"y1":return bD;case"y2":return MD;case"z":return nS}throw new Error(`invalid bin reduce: ${e}`)}function kT(e,t,n){return Math.min(200,Jd(e,t,n))}function dD(e){return LM(e)||Ln(e)&&De(e)}function pD(e,t,n){let i=e?.(n),r=t?.(n);return i&&r?function*(s){let o=i.bin(s);for(let[a,[l,c]]of i.entries()){let u=r.bin(o[a]);for(let[h,[f,d]]of r.entries())yield[u[h],{data:n,x1:l,y1:f,x2:c,y2:d}]}}:i?function*(s){let o=i.bin(s);for(let[a,[l,c]]of i.entries())yield[o[a],{data:n,x1:l,x2:c}]}:function*(s){let o=r.bin(s);for(let[a,[l,c]]of r.entries())yield[o[a],{data:n,y1:l,y2:c}]}}function mx(e,t,n){return t=Yi(t),i=>{let r=e.map(()=>[]);for(let s of i)r[No(t,n[s])-1]?.push(s);return r}}function mD(e,t,n){let i=mx(e,t,n);return r=>{let s=i(r);for(let o=1,a=s.length;o<a;++o){let l=s[o-1],c=s[o];for(let u of l)c.push(u)}return s}}function gD(e,t,n){let i=mx(e,t,n);return r=>{let s=i(r);for(let o=s.length-2;o>=0;--o){let a=s[o+1],l=s[o];for(let c of a)l.push(c)}return s}}function HT(e,t){let n=(+e+ +t)/2;return e instanceof Date?new Date(n):n}var xD={reduceIndex(e,t,{x1:n,x2:i}){return HT(n,i)}},yD={reduceIndex(e,t,{y1:n,y2:i}){return HT(n,i)}},_D={reduceIndex(e,t,{x1:n}){return n}},vD={reduceIndex(e,t,{x2:n}){return n}},bD={reduceIndex(e,t,{y1:n}){return n}},MD={reduceIndex(e,t,{y2:n}){return n}};var wD={ariaLabel:"area",strokeWidth:1,strokeLinecap:"round",strokeLinejoin:"round",strokeMiterlimit:1},Of=class extends Me{constructor(t,n={}){let{x1:i,y1:r,x2:s,y2:o,z:a,curve:l,tension:c}=n;super(t,{x1:{value:i,scale:"x"},y1:{value:r,scale:"y"},x2:{value:s,scale:"x",optional:!0},y2:{value:o,scale:"y",optional:!0},z:{value:ra(n),optional:!0}},n,wD),this.z=a,this.curve=px(l,c)}filter(t){return t}render(t,n,i,r,s){let{x1:o,y1:a,x2:l=o,y2:c=a}=i;return ce("svg:g",s).call(He,this,r,s).call($e,this,n,0,0).call(u=>u.selectAll().data(yf(t,[o,a,l,c],this,i)).enter().append("path").call(We,this).call(xf,this,i).attr("d",D1().curve(this.curve).defined(h=>h>=0).x0(h=>o[h]).y0(h=>a[h]).x1(h=>l[h]).y1(h=>c[h]))).node()}};function gx(e,t){let{x:n=rs,...i}=Ff(t);return new Of(e,yT(pT({...i,x1:n,x2:void 0},n===rs?"y2":"y")))}var TD={ariaLabel:"dot",fill:"none",stroke:"currentColor",strokeWidth:1.5};function AD(e){return e.sort===void 0&&e.reverse===void 0?JM({channel:"-r"},e):e}var Bf=class extends Me{constructor(t,n={}){let{x:i,y:r,r:s,rotate:o,symbol:a=Js,frameAnchor:l}=n,[c,u]=Pe(o,0),[h,f]=qM(a),[d,p]=Pe(s,h==null?3:4.5);super(t,{x:{value:i,scale:"x",optional:!0},y:{value:r,scale:"y",optional:!0},r:{value:d,scale:"r",filter:Qs,optional:!0},rotate:{value:c,optional:!0},symbol:{value:h,scale:"auto",optional:!0}},AD(n),TD),this.r=p,this.rotate=u,this.symbol=f,this.frameAnchor=cs(l);let{channels:x}=this,{symbol:m}=x;if(m){let{fill:g,stroke:_}=x;m.hint={fill:g?g.value===m.value?"color":"currentColor":this.fill??"currentColor",stroke:_?_.value===m.value?"color":"currentColor":this.stroke??"none"}}}render(t,n,i,r,s){let{x:o,y:a}=n,{x:l,y:c,r:u,rotate:h,symbol:f}=i,{r:d,rotate:p,symbol:x}=this,[m,g]=er(this,r),_=x===Js,b=u?void 0:d*d*Math.PI;return Ko(d)&&(t=[]),ce("svg:g",s).call(He,this,r,s).call($e,this,{x:l&&o,y:c&&a}).call(v=>v.selectAll().data(t).enter().append(_?"circle":"path").call(We,this).call(_?w=>{w.attr("cx",l?M=>l[M]:m).attr("cy",c?M=>c[M]:g).attr("r",u?M=>u[M]:d)}:w=>{w.attr("transform",_a`translate(${l?M=>l[M]:m},${c?M=>c[M]:g})${h?M=>` rotate(${h[M]})`:p?` rotate(${p})`:""}`).attr("d",u&&f?M=>{let y=Oi();return f[M].draw(y,u[M]*u[M]*Math.PI),y}:u?M=>{let y=Oi();return x.draw(y,u[M]*u[M]*Math.PI),y}:f?M=>{let y=Oi();return f[M].draw(y,b),y}:(()=>{let M=Oi();return x.draw(M,b),M})())}).call(Gn,this,i)).node()}};function Sa(e,{x:t,y:n,...i}={}){return i.frameAnchor===void 0&&([t,n]=Ji(t,n)),new Bf(e,{...i,x:t,y:n})}var ED={ariaLabel:"line",fill:"none",stroke:"currentColor",strokeWidth:1.5,strokeLinecap:"round",strokeLinejoin:"round",strokeMiterlimit:1},kf=class extends Me{constructor(t,n={}){let{x:i,y:r,z:s,curve:o,tension:a}=n;super(t,{x:{value:i,scale:"x"},y:{value:r,scale:"y"},z:{value:ra(n),optional:!0}},n,ED),this.z=s,this.curve=OT(o,a),oo(this,n)}filter(t){return t}project(t,n,i){this.curve!==sc&&super.project(t,n,i)}render(t,n,i,r,s){let{x:o,y:a}=i,{curve:l}=this;return ce("svg:g",s).call(He,this,r,s).call($e,this,n).call(c=>c.selectAll().data(yf(t,[o,a],this,i)).enter().append("path").call(We,this).call(xf,this,i).call(bw,this,i,s).attr("d",l===sc&&s.projection?CD(s.path(),o,a):Rg().curve(l).defined(u=>u>=0).x(u=>o[u]).y(u=>a[u]))).node()}};function CD(e,t,n){return t=Yi(t),n=Yi(n),i=>{let r=[],s=[r];for(let o of i)o===-1?(r=[],s.push(r)):r.push([t[o],n[o]]);return e({type:"MultiLineString",coordinates:s})}}function xx(e,{x:t=rs,y:n=ye,...i}={}){return new kf(e,Ff({...i,x:t,y:n}))}var RD={ariaLabel:"tick",fill:null,stroke:"currentColor"},yx=class extends Me{constructor(t,n,i){super(t,n,i,RD),oo(this,i)}render(t,n,i,r,s){return ce("svg:g",s).call(He,this,r,s).call(this._transform,this,n).call(o=>o.selectAll().data(t).enter().append("line").call(We,this).attr("x1",this._x1(n,i,r)).attr("x2",this._x2(n,i,r)).attr("y1",this._y1(n,i,r)).attr("y2",this._y2(n,i,r)).call(Gn,this,i).call(jl,this,i,s)).node()}},zf=class extends yx{constructor(t,n={}){let{x:i,y:r,inset:s=0,insetTop:o=s,insetBottom:a=s}=n;super(t,{x:{value:i,scale:"x"},y:{value:r,scale:"y",type:"band",optional:!0}},n),this.insetTop=Te(o),this.insetBottom=Te(a)}_transform(t,n,{x:i}){t.call($e,n,{x:i},Ve,0)}_x1(t,{x:n}){return i=>n[i]}_x2(t,{x:n}){return i=>n[i]}_y1({y:t},{y:n},{marginTop:i}){let{insetTop:r}=this;return n&&t?s=>n[s]+r:i+r}_y2({y:t},{y:n},{height:i,marginBottom:r}){let{insetBottom:s}=this;return n&&t?o=>n[o]+t.bandwidth()-s:i-r-s}};function _x(e,{x:t=ye,...n}={}){return new zf(e,{...n,x:t})}Me.prototype.plot=function({marks:e=[],...t}={}){return wi({...t,marks:[...e,this]})};var WT=new Intl.NumberFormat("en",{maximumSignificantDigits:3,useGrouping:!0}),$T="−";function ue(e){if(e==null||!Number.isFinite(e))return"–";let t=Math.abs(e);return(t>=1e3||t<.001?t&&t<.001?e.toExponential(1):WT.format(Math.round(e)):WT.format(e)).replace("-",$T)}function ui(e){if(e==null||!Number.isFinite(e))return"–";let t=100*e;return`${t!==0&&Math.abs(t)<10?t.toFixed(1):Math.round(t)} %`.replace("-",$T)}function wa(e){if(e==null||!Number.isFinite(e))return"–";for(let[t,n]of[["G",1e9],["M",1e6],["k",1e3]])if(Math.abs(e)>=n)return`${Number((e/n).toPrecision(3))}${t}`;return ue(e)}function Vf(e){if(!Number.isFinite(e))return"–";let t=Math.round(e),[n,i,r]=[Math.floor(t/3600),Math.floor(t%3600/60),t%60];return n?`${n} h ${i} min`:i?`${i} min ${r} s`:e<10?`${ue(e)} s`:`${r} s`}function ho(e,t){return`${e} ${t}${e===1?"":"s"}`}var XT=["var(--series-1)","var(--series-2)","var(--series-3)","var(--series-4)","var(--series-5)","var(--series-6)"];function ID(e){let t=Math.log(e);return[{title:"How much a state tells of its skill",note:"lower bound on I(S; Z); at the right, effective skills exp(I)",names:["eval/mi"],unit:"nats",rules:[{y:t,label:`ln ${e}`},{y:0}],effective:e,wide:!0},{title:"Discriminator's accuracy",note:"share of steps at which it names the right skill",names:["eval/discriminator_accuracy"],domain:[0,1],rules:[{y:1/e,label:"chance"}]},{title:"log q, running",note:"mean over finished episodes of log q(z | s′), training",names:["train/log_q_running"],unit:"nats",rules:[{y:-t,label:"chance"},{y:0}]},{title:"Distance",note:"metres from an episode's start to its end, mean over skills",names:["eval/distance_mean"],unit:"m",zero:!0},{title:"Environment's own reward",note:"sum over an episode; DIAYN never trains on it",names:["eval/return_best","eval/return_mean"]},{title:"Discriminator's loss",names:["train/discriminator_loss"],unit:"nats",zero:!0},{title:"Critics' loss",names:["train/critic_loss"],zero:!0},{title:"Policy's loss",names:["train/policy_loss"]},{title:"Q, mean",names:["train/q_mean"]},{title:"Entropy of the policy",names:["train/policy_entropy"],unit:"nats"},{title:"Entropy weight α",names:["train/alpha"],zero:!0},{title:"Gradient norms",names:["train/grad_norm_discriminator","train/grad_norm_critics","train/grad_norm_policy"],zero:!0},{title:"Environment steps per second",names:["time/env_steps_per_second"],zero:!0},{title:"Updates per second",names:["time/updates_per_second"],zero:!0}]}var PD=/_skill_\d+$|^time\/(env_steps|updates|wall_seconds|eval_seconds|compile_seconds)$|^eval\/(return_best|effective_skills)$/;function Hf(e,t,n){let i=ID(n),r=new Set(i.flatMap(u=>u.names)),s=u=>t.some(h=>h.curves[u]?.x.length),o=[...new Set(t.flatMap(u=>Object.keys(u.curves)))].filter(u=>!r.has(u)&&!PD.test(u)&&s(u)).sort().map(u=>({title:u,names:[u]}));if(!i.some(u=>u.names.some(s))){e.append($("p",{class:"empty"},"The log has no figures yet."));return}let a={by:"x",redraws:[]};if(t.every(u=>Object.values(u.curves).every(h=>h.wall))){let u=(h,f)=>$("label",{},$("input",{type:"radio",name:"curves-by",checked:a.by===h,onchange:()=>(a.by=h,a.redraws.forEach(d=>d()))}),f);e.append($("fieldset",{class:"choices"},$("legend",{},"Over"),u("x","environment steps"),u("wall","time")))}t.length>1&&e.append(YT(t));let c=$("div",{class:"charts"});e.append(c);for(let u of i.filter(h=>h.names.some(s)))c.append(qT(u,t,a));if(o.length){let u=$("div",{class:"charts"}),h=$("details",{},$("summary",{},`All other figures of the log (${o.length})`),u);h.addEventListener("toggle",()=>u.append(...o.map(f=>qT(f,t,a))),{once:!0}),e.append(h)}}function YT(e){return $("ul",{class:"legend"},e.map(({label:t,colour:n})=>$("li",{},$("span",{class:"swatch",style:`background:${n}`}),t)))}function qT(e,t,n){let i=[];for(let l of t){let c=e.names.filter(u=>l.curves[u]?.x.length);c.forEach((u,h)=>{let f=t.length>1?l.colour:XT[h%XT.length];i.push({...l.curves[u],colour:f,name:u,label:[t.length>1&&l.label,c.length>1&&ND(u)].filter(Boolean).join(", "),dashed:t.length>1&&h>0})})}let r=i.map(l=>`${l.label?`${l.label} `:""}${ue(l.y.at(-1))}`).join("; "),s=$("div",{class:"plot",role:"img","aria-label":`${e.title}: a line over ${i[0].x.length} points; last ${r}`}),o=$("figcaption",{},$("h3",{},e.title),e.note&&$("p",{class:"note"},e.note));i.length>1&&t.length===1&&o.append(YT(i.map(l=>({...l,label:l.label})))),i.length===1&&o.append($("p",{class:"now"},ue(i[0].y.at(-1)),e.unit&&$("span",{},` ${e.unit}`)));let a=l=>s.replaceChildren(DD(e,i,n.by,l));return Li(s,a),n.redraws.push(()=>s.clientWidth&&a(s.clientWidth)),$("figure",{class:e.wide?"chart wide":"chart"},o,s)}function ND(e){return e.slice(e.indexOf("/")+1).replace(/^grad_norm_/,"").replaceAll("_"," ")}function LD(e,t){if(e==="x")return{size:1,label:null,format:wa};let[n,i]=t>7200?[3600,"hours"]:t>120?[60,"minutes"]:[1,"seconds"];return{size:n,label:i,format:ue}}function DD(e,t,n,i){let r=e.wide?Math.min(404,Math.max(220,i*.53)):170,s=[uo({stroke:"var(--grid)",strokeOpacity:1})],o=Math.max(...t.map(p=>p[n].at(-1))),a=LD(n,o),l=[];for(let p of t){let x=p.y.map((m,g)=>({x:p[n][g]/a.size,y:m,low:p.low?.[g],high:p.high?.[g]}));p.low&&s.push(gx(x,{x:"x",y1:"low",y2:"high",fill:p.colour,fillOpacity:.16})),s.push(xx(x,{x:"x",y:"y",stroke:p.colour,strokeWidth:1.8,strokeDasharray:p.dashed?"5 3":null})),x.length<=40&&s.push(Sa(x,{x:"x",y:"y",fill:p.colour,r:2.2})),l.push(...x.map(m=>({...m,colour:p.colour,label:p.label})))}for(let{y:p,label:x}of e.rules??[])s.push(ao([p],{stroke:x?"var(--soft)":"var(--line)",strokeDasharray:x?"4 3":null})),x&&s.push(fs([x],{y:p,frameAnchor:"left",dx:4,dy:-7,fill:"var(--soft)",textAnchor:"start"}));if(e.effective){let p=[1,2,5,10,20,50,100,200,500,1e3].filter(x=>x*1.18<=e.effective);s.push(nr([...p,e.effective].map(Math.log),{anchor:"right",tickFormat:x=>String(Math.round(Math.exp(x))),label:"effective skills",tickSize:3}),nr({anchor:"left",ticks:5,label:e.unit,tickSize:0}))}else s.push(nr({anchor:"left",ticks:4,label:e.unit??null,tickSize:0,tickFormat:p=>Math.abs(p)>=1e3?wa(p):ue(p)}));s.push(ir({ticks:Math.max(3,Math.min(7,Math.floor(i/75))),tickFormat:a.format,label:a.label,tickSize:3}),ec(l,Ql({x:"x",stroke:"var(--soft)",strokeOpacity:.5})),Sa(l,ya({x:"x",y:"y",fill:"colour",r:3.5})),ic(l,ya({x:"x",y:"y",title:p=>`${p.label?`${p.label}
`:""}${ue(p.y)}${e.unit?` ${e.unit}`:""}${p.low===void 0?"":` (${ue(p.low)} to ${ue(p.high)})`}${e.effective?`, ${ue(Math.exp(p.y))} effective skills`:""}
${n==="x"?`${wa(p.x)} steps`:Vf(p.x*a.size)}`,fill:"var(--panel)",stroke:"var(--line)"})));let u=[...l.flatMap(p=>[p.y,p.low,p.high]).filter(Number.isFinite),...(e.rules??[]).filter(p=>p.label||e.effective).map(p=>p.y),...e.zero?[0]:[]],[h,f]=e.domain??[Math.min(...u),Math.max(...u)],d=f>h?.06*(f-h):Math.abs(f)||1;return wi({width:i,height:r,marginLeft:44,marginRight:e.effective?46:12,marginTop:20,marginBottom:a.label?34:26,style:{background:"transparent",fontFamily:"inherit",fontSize:"11px",overflow:"visible"},x:{domain:[0,o/a.size||1]},y:{domain:e.domain??[e.zero&&h===0?0:h-d,f+d]},color:{type:"identity"},marks:s})}var Wf=["auto","light","dark"],UD={auto:"as the system",light:"light",dark:"dark"},JT="diayn_jax.theme";function ZT(){try{return localStorage.getItem(JT)}catch{return null}}function vx(e){e==="auto"?delete document.documentElement.dataset.theme:document.documentElement.dataset.theme=e,window.dispatchEvent(new Event("themechange"))}function $f(){let e=Wf.includes(ZT())?ZT():"auto",t=$("button",{class:"quiet",type:"button"}),n=()=>{t.textContent=`Colours: ${UD[e]}`};return t.addEventListener("click",()=>{e=Wf[(Wf.indexOf(e)+1)%Wf.length];try{localStorage.setItem(JT,e)}catch{}n(),vx(e)}),n(),vx(e),matchMedia("(prefers-color-scheme: dark)").addEventListener("change",()=>vx(e)),t}function KT(e,t){document.title=t.title;let n=$("main",{});e.append($("header",{class:"top"},$("div",{},$("h1",{},t.title),$("p",{class:"sub"},t.subtitle)),$f()),$("div",{role:"status"},t.notes.map(s=>$("p",{class:"warning"},s))),n,$("footer",{},"Made by diayn_jax. This page is complete: it needs no network. Licences of what it carries stand at its end, in the source."));let i=(s,o,a,l)=>{let c=$("section",{id:s,"aria-labelledby":`${s}-title`},$("h2",{id:`${s}-title`},o),a&&$("p",{class:"note"},a));n.append(c),l(c)},{groups:r}=t;i("figures","Last figures",t.method,s=>FD(s,t.figures)),i("learning","Learning",null,s=>Hf(s,r,t.num_skills)),i("differences","What differs",null,s=>BD(s,t)),i("runs","Runs",null,s=>kD(s,t)),e.dataset.ready="true"}function FD(e,t){let n=$("div",{class:"charts"});e.append(n),t.length||e.append($("p",{class:"empty"},"No run has an evaluation yet."));for(let{title:i,unit:r,note:s,rows:o}of t){let a=c=>`${c.label} ${ue(c.mean)}${c.low===null?"":`, interval ${ue(c.low)} to ${ue(c.high)}`}`,l=$("div",{class:"plot",role:"img","aria-label":`${i}: ${o.map(a).join("; ")}`});n.append($("figure",{class:"chart"},$("figcaption",{},$("h3",{},i),s?$("p",{class:"note"},s):null),l)),Li(l,c=>l.replaceChildren(OD(o,r,c)))}}function OD(e,t,n){let i=e.map((a,l)=>l),r=e.flatMap((a,l)=>a.runs.map(c=>({i:l,value:c,colour:a.colour}))),s=e.map((a,l)=>({...a,i:l})).filter(a=>a.low!==null),o=Math.min(.42*n,14+6.2*Math.max(...e.map(a=>a.label.length)));return wi({width:n,height:44+30*e.length,marginLeft:o,marginRight:48,marginTop:8,marginBottom:34,style:{background:"transparent",fontFamily:"inherit",fontSize:"11px",overflow:"visible"},x:{label:t||null,labelAnchor:"center",labelArrow:"none",ticks:Math.max(3,Math.floor(n/110)),nice:!0},y:{domain:i,label:null,tickFormat:a=>e[a].label,tickSize:0},color:{type:"identity"},marks:[fo({stroke:"var(--grid)",strokeOpacity:1}),Sa(r,{x:"value",y:"i",stroke:"colour",strokeOpacity:.7,r:3}),ao(s,{y:"i",x1:"low",x2:"high",stroke:"colour",strokeWidth:6,strokeOpacity:.35}),_x(e,{x:"mean",y:(a,l)=>l,stroke:"colour",strokeWidth:2.5,insetTop:5,insetBottom:5}),fs(e,{y:(a,l)=>l,text:a=>ue(a.mean),frameAnchor:"right",dx:44,textAnchor:"end",fill:"var(--ink)"})]})}function QT(e,t,n){return $("div",{class:"scroll",tabindex:"0",role:"region","aria-label":e},$("table",{},$("thead",{},$("tr",{},t.map(i=>$("th",{scope:"col"},i)))),$("tbody",{},n.map(([i,...r])=>$("tr",{},$("th",{scope:"row"},i),r.map(s=>$("td",{},s)))))))}function BD(e,{differences:t,groups:n}){t.length?e.append(QT("What differs between the runs",["Setting",...n.map(i=>i.label)],t.map(({name:i,values:r})=>[i,...r]))):e.append($("p",{class:"note"},"Nothing but seeds and names: all runs have the same settings."))}function kD(e,{runs:t,groups:n}){e.append(QT("Runs",["Run","Group","Seed","Steps","State"],t.map(i=>[i.path,n[i.group].label,String(i.seed),i.steps,i.status])))}function jT(e,t,n){let i=t.length,r=t.flatMap((x,m)=>x.map((g,_)=>({z:m,j:_,share:g})).filter(({j:g,share:_})=>g!==m&&_>0)).sort((x,m)=>m.share-x.share),s=t.map((x,m)=>x[m]).filter(Number.isFinite),o=s.reduce((x,m)=>x+m,0)/Math.max(s.length,1),a=$("div",{class:"plane square",role:"img","aria-label":`Confusion matrix of ${ho(i,"skill")}; on the diagonal ${ui(o)} on average`});e.append($("div",{class:"pair uneven"},$("figure",{class:"chart"},$("figcaption",{},$("h3",{},"Which skill it names"),$("p",{class:"note"},"rows: the skill that acts; columns: the skill that the discriminator finds likeliest; shares of steps")),a),$("div",{class:"aside"},$("h3",{},"Most often mistaken"),r.length?$("ol",{class:"mistakes"},r.slice(0,8).map(({z:x,j:m,share:g})=>$("li",{},$("button",{type:"button",class:"link",onclick:()=>n.pick([x,m])},`skill ${x} for skill ${m}`),$("span",{class:"number"},ui(g))))):$("p",{class:"note"},"No skill is ever taken for another."))));let l=nl(a),c=34,u=$("div",{class:"layer"}),h=0;a.prepend(u);function f(x){let m=a.getBoundingClientRect(),g=(h-c)/i;return[Math.floor((x.clientY-m.top-c)/g),Math.floor((x.clientX-m.left-c)/g)]}function d(){if(!h)return;let[x,m]=el(h,h),g=(h-c)/i,_=g>8?1:0;m.textAlign="center",m.textBaseline="middle";let b=Math.ceil(16/g),[v,w,M,y]=[Fn("ink"),Fn("soft"),Fn("grid"),Fn("heat")];t.forEach((S,E)=>{let R=n.shows(E);S.forEach((C,L)=>{let[O,I]=[c+L*g,c+E*g];m.globalAlpha=1,m.fillStyle=M,m.fillRect(O,I,g-_,g-_),Number.isFinite(C)&&(m.globalAlpha=(R?1:.25)*Math.sqrt(C),m.fillStyle=y,m.fillRect(O,I,g-_,g-_),g>30&&C>=.005&&(m.globalAlpha=R?1:.4,m.font="11px system-ui, sans-serif",m.fillStyle=C>.35?Fn("on-heat"):v,m.fillText(C>.995?"1":C.toFixed(2).slice(1),O+g/2,I+g/2)))})}),m.globalAlpha=1,m.font="11px system-ui, sans-serif",m.fillStyle=w;for(let S=0;S<i;S+=b)m.fillText(S,c+(S+.5)*g,c-9),m.fillText(S,c-11,c+(S+.5)*g);u.replaceChildren(x)}a.addEventListener("pointermove",x=>{let[m,g]=f(x);if(!(m>=0&&m<i&&g>=0&&g<i)){n.hover(null),l.hide();return}n.hover(m);let _=a.getBoundingClientRect();l.show(x.clientX-_.left,x.clientY-_.top,m===g?`skill ${m}, known as itself: ${ui(t[m][g])}`:`skill ${m}, taken for skill ${g}: ${ui(t[m][g])}`)}),a.addEventListener("pointerleave",()=>{n.hover(null),l.hide()});let p=[Li(a,x=>{h=Math.min(x,560),a.style.height=`${h}px`,d()}),n.watch(()=>requestAnimationFrame(d))];return window.addEventListener("themechange",d),()=>{p.forEach(x=>x()),window.removeEventListener("themechange",d)}}function tA(e,t){let{config:n,about:i,reproduce:r}=t,s=n.filter(a=>a.changed),o=[...new Set(n.map(a=>a.group))];e.append($("div",{class:"pair"},$("div",{},$("h3",{},"Set for this run"),s.length?bx(s.map(a=>[a.name,a.value,a.help])):$("p",{class:"note"},"Nothing: all defaults."),$("details",{},$("summary",{},`All ${n.length} settings`),o.map(a=>[$("h4",{},a),bx(n.filter(l=>l.group===a).map(l=>[l.name,l.value,l.help]))]))),$("div",{},$("h3",{},"Made with"),bx(i))),$("h3",{},"How to reproduce"),...r.flatMap(({what:a,lines:l})=>[$("p",{class:"note"},a),zD(l.join(`
`))]))}function bx(e){return $("dl",{class:"listing"},e.map(([t,n,i])=>$("div",{title:i??null},$("dt",{},t),$("dd",{},n))))}function zD(e){let t=$("button",{type:"button",class:"quiet copy",onclick:async()=>{try{await navigator.clipboard.writeText(e),t.textContent="Copied"}catch{getSelection().selectAllChildren(n),t.textContent="Selected"}setTimeout(()=>t.textContent="Copy",1500)}});t.textContent="Copy";let n=$("code",{},e);return $("div",{class:"code"},$("pre",{tabindex:"0"},n),t)}var GD={number:ue,percent:ui,count:wa,duration:Vf};function eA(e,t){e.append($("dl",{class:"headline"},t.map(({label:n,value:i,as:r,unit:s,share:o,note:a})=>$("div",{},$("dt",{},n),$("dd",{},$("span",{class:"value"},GD[r](i)),s?$("span",{class:"unit"},` ${s}`):null),o==null?null:$("dd",{class:"bar","aria-hidden":"true"},$("span",{style:`width:${100*Math.min(Math.max(o,0),1)}%`})),a?$("dd",{class:"note"},a):null))))}var VD={int16:Int16Array,uint16:Uint16Array,uint8:Uint8Array,float32:Float32Array};function Xf({type:e,data:t,scale:n,offset:i=0,missing:r}){let s=atob(t),o=new Uint8Array(s.length);for(let c=0;c<s.length;c++)o[c]=s.charCodeAt(c);let a=new VD[e](o.buffer);if(n===void 0)return a;let l=new Float32Array(a.length);for(let c=0;c<a.length;c++)l[c]=a[c]===r?NaN:a[c]*n+i;return l}var Ta=22;function nA(e,t,n,i){let{traces:r,beliefs:s}=t,o=$("div",{class:s?"pair":"single"});e.append(o);let a=Xf(r.points),l={...r,points:a},c=[],u=(h,f,d,p)=>{let x=$("div",{class:"plane",role:"img","aria-label":d});o.append($("figure",{class:"chart"},$("figcaption",{},$("h3",{},h),$("p",{class:"note"},f)),x)),c.push(p(x))};return u(r.title,`${ho(i.length,"skill")}, ${ho(r.episodes,"episode")} each, of at most ${ho(r.steps,"step")}${r.plane?"; ring: start":""}`,`${r.title}: traces of ${ho(i.length,"skill")} over ${r.xlabel} and ${r.ylabel}; the table of skills below has their figures`,h=>HD(h,l,n,i)),s&&u("What the discriminator believes",s.note,`The skill that the discriminator finds likeliest, over ${r.xlabel} and ${r.ylabel}; ${s.summary}`,h=>WD(h,l,{...s,winner:Xf(s.winner),certainty:Xf(s.certainty)},n,i)),()=>c.forEach(h=>h())}function iA(e,t,n){let i={left:46,right:10,top:14,bottom:38},[[r,s],[o,a]]=[e.xrange,e.yrange],l=t-i.left-i.right,c=Math.round(Math.min(t*.82,460));if(e.plane){c=Math.round(Math.min(Math.max((a-o)/(s-r)*l,.55*t),.95*t,520))+i.top+i.bottom;let f=c-i.top-i.bottom,d=Math.max((s-r)/l,(a-o)/f),[p,x]=[(r+s)/2,(o+a)/2];[r,s,o,a]=[p-d*l/2,p+d*l/2,x-d*f/2,x+d*f/2]}let u=c-i.top-i.bottom;return{axes:wi({width:t,height:c,marginLeft:i.left,marginRight:i.right,marginTop:i.top,marginBottom:i.bottom,style:{background:"transparent",fontFamily:"inherit",fontSize:"11px",overflow:"visible"},x:{domain:[r,s],label:e.xlabel,nice:!1,labelAnchor:"center",labelArrow:"none"},y:{domain:[o,a],label:e.ylabel,labelAnchor:"center",labelArrow:"none"},marks:[n?fo({stroke:"var(--grid)",strokeOpacity:1}):null,n?uo({stroke:"var(--grid)",strokeOpacity:1}):null,ir({ticks:Math.round(l/70),tickSize:0}),nr({ticks:Math.round(u/55),tickSize:0})]}),width:t,height:c,box:[i.left,i.top,l,u],x:f=>i.left+(f-r)/(s-r)*l,y:f=>i.top+(1-(f-o)/(a-o))*u,inverse:(f,d)=>[r+(f-i.left)/l*(s-r),o+(1-(d-i.top)/u)*(a-o)]}}function rA(e,[t,n,i,r]){e.beginPath(),e.rect(t,n,i,r),e.clip()}function sA(e,t,n){e.strokeStyle=Fn("ink"),e.lineWidth=2;for(let[[i,r],[s,o]]of t)e.beginPath(),e.moveTo(n.x(i),n.y(r)),e.lineTo(n.x(s),n.y(o)),e.stroke()}function oA(e,t,n){let{points:i,rows:r,count:s}=e,o=[];for(let a=0;a<r;a++){let l=2*(a*s+t);Number.isNaN(i[l])||Number.isNaN(i[l+1])||o.push([n.x(i[l]),n.y(i[l+1]),a])}return o}function HD(e,t,n,i){let r=null,s=[],o=null,a=null,l=nl(e);function c(){if(!r)return;let[d,p]=el(r.width,r.height);rA(p,[r.box[0]-4,r.box[1]-4,r.box[2]+8,r.box[3]+8]),sA(p,t.walls,r),p.lineJoin="round";let x=i.length>20,m=s.map((g,_)=>_).sort((g,_)=>n.shows(s[g].skill)-n.shows(s[_].skill));for(let g of m){let{skill:_,path:b}=s[g];if(!b.length)continue;let v=n.shows(_);p.globalAlpha=v?.85:.1,p.strokeStyle=p.fillStyle=i[_],p.lineWidth=x?1:1.5,p.beginPath(),b.forEach(([y,S],E)=>E?p.lineTo(y,S):p.moveTo(y,S)),p.stroke();let[w,M]=b.at(-1);p.beginPath(),p.arc(w,M,x?2:3,0,7),p.fill()}if(p.globalAlpha=1,t.plane&&s.length){let g=s.map(b=>b.path[0]).filter(Boolean),_=[0,1].map(b=>g.map(v=>v[b]).sort((v,w)=>v-w)[Math.floor(g.length/2)]);g.length&&(p.beginPath(),p.arc(_[0],_[1],5,0,7),p.fillStyle=Fn("panel"),p.strokeStyle=Fn("ink"),p.lineWidth=1.8,p.fill(),p.stroke())}u(p),o.replaceChildren(d)}function u(d){d.font="600 12px system-ui, sans-serif",d.textBaseline="middle",d.lineJoin="round";let p=[];for(let x=0;x<i.length;x++){if(!n.shows(x))continue;let m=s.filter(w=>w.skill===x&&w.path.length);if(!m.length)continue;let g=m.map(w=>[Math.hypot(w.path.at(-1)[0]-w.path[0][0],w.path.at(-1)[1]-w.path[0][1]),w.path.at(-1)]).sort((w,M)=>M[0]-w[0])[0][1],_=String(x),b=d.measureText(_).width,v=[[6,-8],[6,8],[-6-b,-8],[-6-b,8],[-b/2,-13],[-b/2,13]].map(([w,M])=>[g[0]+w,g[1]+M]).find(([w,M])=>!p.some(([y,S,E])=>Math.abs(M-S)<13&&w<y+E+2&&y<w+b+2));v&&(p.push([v[0],v[1],b]),d.lineWidth=3.5,d.strokeStyle=Fn("panel"),d.strokeText(_,...v),d.fillStyle=Fn("ink"),d.fillText(_,...v))}}function h(d){r=iA(t,d,!0),s=Array.from(t.skill,(p,x)=>({skill:p,path:oA(t,x,r)})),a=new Map,s.forEach(({path:p},x)=>p.forEach(([m,g,_])=>{let b=`${Math.floor(m/Ta)},${Math.floor(g/Ta)}`;a.has(b)||a.set(b,[]),a.get(b).push([m,g,_,x])})),o=$("div",{class:"layer"}),e.style.height=`${r.height}px`,e.querySelectorAll(".layer, svg").forEach(p=>p.remove()),e.prepend(o,r.axes),c()}function f(d,p){let x=null,m=Ta*Ta,[g,_]=[Math.floor(d/Ta),Math.floor(p/Ta)];for(let b=g-1;b<=g+1;b++)for(let v=_-1;v<=_+1;v++)for(let[w,M,y,S]of a.get(`${b},${v}`)??[]){let E=(w-d)**2+(M-p)**2;E<m&&(!n.picked.length||n.has(s[S].skill))&&(m=E,x={x:w,y:M,t:y,line:S})}return x}return e.addEventListener("pointermove",d=>{let p=e.getBoundingClientRect(),x=r&&f(d.clientX-p.left,d.clientY-p.top);if(!x){n.hover(null),l.hide();return}let{skill:m}=s[x.line];n.hover(m);let g=2*(x.t*t.count+x.line),_=s.slice(0,x.line).filter(v=>v.skill===m).length,b=t.over_time?ue(t.points[g+1]):`(${ue(t.points[g])}, ${ue(t.points[g+1])})`;l.show(x.x,x.y,`skill ${m}, episode ${_+1}, step ${t.row_steps[x.t]+t.first}: ${b}`)}),e.addEventListener("pointerleave",()=>{n.hover(null),l.hide()}),e.addEventListener("click",d=>{let p=e.getBoundingClientRect(),x=r&&f(d.clientX-p.left,d.clientY-p.top);x&&n.toggle(s[x.line].skill)}),aA(e,h,c,n)}function WD(e,t,n,i,r){let s=null,o=null,a=nl(e),{columns:l,rows:c,xrange:u,yrange:h,winner:f,certainty:d}=n,p=r.map(b=>[1,3,5].map(v=>parseInt(b.slice(v,v+2),16))),x=1/r.length;function m(){let b=document.createElement("canvas");[b.width,b.height]=[l,c];let v=b.getContext("2d"),w=v.createImageData(l,c);for(let M=0;M<l*c;M++){let y=f[M];if(y===n.nobody)continue;let S=(d[M]/255-x)/(1-x),E=i.shows(y);w.data.set([...p[y],255*(E?.08+.82*Math.max(S,0):.05)],4*M)}return v.putImageData(w,0,0),b}function g(){if(!s)return;let[b,v]=el(s.width,s.height);rA(v,s.box),v.imageSmoothingEnabled=!1;let[w,M,y,S]=[s.x(u[0]),s.x(u[1]),s.y(h[1]),s.y(h[0])];v.drawImage(m(),w,y,M-w,S-y),sA(v,t.walls,s);for(let E=0;E<t.count;E++){let R=t.skill[E],C=i.shows(R)&&oA(t,E,s).at(-1);C&&(v.beginPath(),v.arc(C[0],C[1],2.6,0,7),v.fillStyle=r[R],v.strokeStyle=Fn("panel"),v.lineWidth=1.4,v.fill(),v.stroke())}o.replaceChildren(b)}function _(b){s=iA(t,b,!1),o=$("div",{class:"layer"}),e.style.height=`${s.height}px`,e.querySelectorAll(".layer, svg").forEach(v=>v.remove()),e.prepend(o,s.axes),g()}return e.addEventListener("pointermove",b=>{let v=e.getBoundingClientRect(),[w,M]=[b.clientX-v.left,b.clientY-v.top],[y,S]=s?s.inverse(w,M):[NaN,NaN],E=Math.floor((y-u[0])/(u[1]-u[0])*l),R=Math.floor((h[1]-S)/(h[1]-h[0])*c),L=E>=0&&E<l&&R>=0&&R<c?f[R*l+E]:n.nobody;if(L===n.nobody){i.hover(null),a.hide();return}i.hover(L),a.show(w,M,`(${ue(y)}, ${ue(S)}): skill ${L}, ${ui(d[R*l+E]/255)}`)}),e.addEventListener("pointerleave",()=>{i.hover(null),a.hide()}),aA(e,_,g,i)}function aA(e,t,n,i){let r=[Li(e,t),i.watch(()=>requestAnimationFrame(n))];return window.addEventListener("themechange",n),()=>{r.forEach(s=>s()),window.removeEventListener("themechange",n)}}var RA=0,Zx=1,IA=2;var Ec=1,PA=2,qa=3,Ts=0,Tn=1,fr=2,bo=0,Ya=1,Jx=2,Kx=3,Qx=4,NA=5;var Mo=100,LA=101,DA=102,UA=103,FA=104,OA=200,BA=201,kA=202,zA=203,jx=204,ty=205,GA=206,VA=207,HA=208,WA=209,$A=210,XA=211,qA=212,YA=213,ZA=214,mh=0,gh=1,xh=2,za=3,yh=4,_h=5,vh=6,bh=7,ey=0,JA=1,KA=2,hr=0,ny=1,iy=2,ry=3,sy=4,oy=5,ay=6,ly=7;var cy=300,So=301,Za=302,Yh=303,Zh=304,Mh=1e3,sr=1001,Sh=1002,sn=1003,QA=1004;var Cc=1005;var wn=1006,Jh=1007;var Hr=1008;var qn=1009,uy=1010,fy=1011,Ja=1012,Kh=1013,Ri=1014,Ii=1015,Pi=1016,Qh=1017,jh=1018,wo=1020,hy=35902,dy=35899,py=1021,my=1022,Ni=1023,Gr=1026,Wr=1027,gy=1028,td=1029,As=1030,ed=1031;var nd=1033,Rc=33776,Ic=33777,Pc=33778,Nc=33779,id=35840,rd=35841,sd=35842,od=35843,ad=36196,ld=37492,cd=37496,ud=37488,fd=37489,Lc=37490,hd=37491,dd=37808,pd=37809,md=37810,gd=37811,xd=37812,yd=37813,_d=37814,vd=37815,bd=37816,Md=37817,Sd=37818,wd=37819,Td=37820,Ad=37821,Ed=36492,Cd=36494,Rd=36495,Id=36283,Pd=36284,Dc=36285,Nd=36286;var fc=2300,wh=2301,dh=2302,Hx=2303,Wx=2400,$x=2401,Xx=2402;var jA=3200;var xy=0,t2=1,$r="",Wn="srgb",hc="srgb-linear",dc="linear",he="srgb";var ph=7680;var e2=519,n2=512,i2=513,r2=514,yy=515,s2=516,o2=517,_y=518,vy=519,a2=35044;var by="300 es",hi=2e3,pc=2001;function $D(e){for(let t=e.length-1;t>=0;--t)if(e[t]>=65535)return!0;return!1}function XD(e){return ArrayBuffer.isView(e)&&!(e instanceof DataView)}function mc(e){return document.createElementNS("http://www.w3.org/1999/xhtml",e)}function l2(){let e=mc("canvas");return e.style.display="block",e}var lA={},Ga=null;function My(...e){let t="THREE."+e.shift();Ga?Ga("log",t,...e):console.log(t,...e)}function c2(e){let t=e[0];if(typeof t=="string"&&t.startsWith("TSL:")){let n=e[1];n&&n.isStackTrace?e[0]+=" "+n.getLocation():e[1]='Stack trace not available. Enable "THREE.Node.captureStackTrace" to capture stack traces.'}return e}function Ot(...e){e=c2(e);let t="THREE."+e.shift();if(Ga)Ga("warn",t,...e);else{let n=e[0];n&&n.isStackTrace?console.warn(n.getError(t)):console.warn(t,...e)}}function kt(...e){e=c2(e);let t="THREE."+e.shift();if(Ga)Ga("error",t,...e);else{let n=e[0];n&&n.isStackTrace?console.error(n.getError(t)):console.error(t,...e)}}function uc(...e){let t=e.join(" ");t in lA||(lA[t]=!0,Ot(...e))}function u2(e,t,n){return new Promise(function(i,r){function s(){switch(e.clientWaitSync(t,e.SYNC_FLUSH_COMMANDS_BIT,0)){case e.WAIT_FAILED:r();break;case e.TIMEOUT_EXPIRED:setTimeout(s,n);break;default:i()}}setTimeout(s,n)})}var f2={[mh]:mh,[xh]:vh,[yh]:yh,[za]:_h,[gh]:gh,[vh]:xh,[bh]:bh,[_h]:za},ar=class{addEventListener(t,n){this._listeners===void 0&&(this._listeners={});let i=this._listeners;i[t]===void 0&&(i[t]=[]),i[t].indexOf(n)===-1&&i[t].push(n)}hasEventListener(t,n){let i=this._listeners;return i===void 0?!1:i[t]!==void 0&&i[t].indexOf(n)!==-1}removeEventListener(t,n){let i=this._listeners;if(i===void 0)return;let r=i[t];if(r!==void 0){let s=r.indexOf(n);s!==-1&&r.splice(s,1)}}dispatchEvent(t){let n=this._listeners;if(n===void 0)return;let i=n[t.type];if(i!==void 0){t.target=this;let r=i.slice(0);for(let s=0,o=r.length;s<o;s++)r[s].call(this,t);t.target=null}}},hn=["00","01","02","03","04","05","06","07","08","09","0a","0b","0c","0d","0e","0f","10","11","12","13","14","15","16","17","18","19","1a","1b","1c","1d","1e","1f","20","21","22","23","24","25","26","27","28","29","2a","2b","2c","2d","2e","2f","30","31","32","33","34","35","36","37","38","39","3a","3b","3c","3d","3e","3f","40","41","42","43","44","45","46","47","48","49","4a","4b","4c","4d","4e","4f","50","51","52","53","54","55","56","57","58","59","5a","5b","5c","5d","5e","5f","60","61","62","63","64","65","66","67","68","69","6a","6b","6c","6d","6e","6f","70","71","72","73","74","75","76","77","78","79","7a","7b","7c","7d","7e","7f","80","81","82","83","84","85","86","87","88","89","8a","8b","8c","8d","8e","8f","90","91","92","93","94","95","96","97","98","99","9a","9b","9c","9d","9e","9f","a0","a1","a2","a3","a4","a5","a6","a7","a8","a9","aa","ab","ac","ad","ae","af","b0","b1","b2","b3","b4","b5","b6","b7","b8","b9","ba","bb","bc","bd","be","bf","c0","c1","c2","c3","c4","c5","c6","c7","c8","c9","ca","cb","cc","cd","ce","cf","d0","d1","d2","d3","d4","d5","d6","d7","d8","d9","da","db","dc","dd","de","df","e0","e1","e2","e3","e4","e5","e6","e7","e8","e9","ea","eb","ec","ed","ee","ef","f0","f1","f2","f3","f4","f5","f6","f7","f8","f9","fa","fb","fc","fd","fe","ff"];var Mx=Math.PI/180,Th=180/Math.PI;function Uc(){let e=Math.random()*4294967295|0,t=Math.random()*4294967295|0,n=Math.random()*4294967295|0,i=Math.random()*4294967295|0;return(hn[e&255]+hn[e>>8&255]+hn[e>>16&255]+hn[e>>24&255]+"-"+hn[t&255]+hn[t>>8&255]+"-"+hn[t>>16&15|64]+hn[t>>24&255]+"-"+hn[n&63|128]+hn[n>>8&255]+"-"+hn[n>>16&255]+hn[n>>24&255]+hn[i&255]+hn[i>>8&255]+hn[i>>16&255]+hn[i>>24&255]).toLowerCase()}function ee(e,t,n){return Math.max(t,Math.min(n,e))}function qD(e,t){return(e%t+t)%t}function Sx(e,t,n){return(1-n)*e+n*t}function h2(e){return Math.pow(2,Math.floor(Math.log(e)/Math.LN2))}function Sy(e){switch(e.constructor){case Uint32Array:return 4294967295;case Uint16Array:return 65535;case Uint8Array:case Uint8ClampedArray:return 255;case Int32Array:return 2147483647;case Int16Array:return 32767;case Int8Array:return 127;default:return}}function YD(e,t){if(t.constructor===Float32Array)return e;let n=Sy(t);if(n===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.max(e/n,-1)}function ZD(e,t){if(t.constructor===Float32Array)return e;let n=Sy(t);if(n===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.round(e*n)}var oe=class{static{this.prototype.isVector2=!0}constructor(t=0,n=0){this.x=t,this.y=n}get width(){return this.x}set width(t){this.x=t}get height(){return this.y}set height(t){this.y=t}set(t,n){return this.x=t,this.y=n,this}setScalar(t){return this.x=t,this.y=t,this}setX(t){return this.x=t,this}setY(t){return this.y=t,this}setComponent(t,n){switch(t){case 0:this.x=n;break;case 1:this.y=n;break;default:throw new Error("THREE.Vector2: index is out of range: "+t)}return this}getComponent(t){switch(t){case 0:return this.x;case 1:return this.y;default:throw new Error("THREE.Vector2: index is out of range: "+t)}}clone(){return new this.constructor(this.x,this.y)}copy(t){return this.x=t.x,this.y=t.y,this}add(t){return this.x+=t.x,this.y+=t.y,this}addScalar(t){return this.x+=t,this.y+=t,this}addVectors(t,n){return this.x=t.x+n.x,this.y=t.y+n.y,this}addScaledVector(t,n){return this.x+=t.x*n,this.y+=t.y*n,this}sub(t){return this.x-=t.x,this.y-=t.y,this}subScalar(t){return this.x-=t,this.y-=t,this}subVectors(t,n){return this.x=t.x-n.x,this.y=t.y-n.y,this}multiply(t){return this.x*=t.x,this.y*=t.y,this}multiplyScalar(t){return this.x*=t,this.y*=t,this}divide(t){return this.x/=t.x,this.y/=t.y,this}divideScalar(t){return this.multiplyScalar(1/t)}applyMatrix3(t){let n=this.x,i=this.y,r=t.elements;return this.x=r[0]*n+r[3]*i+r[6],this.y=r[1]*n+r[4]*i+r[7],this}min(t){return this.x=Math.min(this.x,t.x),this.y=Math.min(this.y,t.y),this}max(t){return this.x=Math.max(this.x,t.x),this.y=Math.max(this.y,t.y),this}clamp(t,n){return this.x=ee(this.x,t.x,n.x),this.y=ee(this.y,t.y,n.y),this}clampScalar(t,n){return this.x=ee(this.x,t,n),this.y=ee(this.y,t,n),this}clampLength(t,n){let i=this.length();return this.divideScalar(i||1).multiplyScalar(ee(i,t,n))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this}negate(){return this.x=-this.x,this.y=-this.y,this}dot(t){return this.x*t.x+this.y*t.y}cross(t){return this.x*t.y-this.y*t.x}lengthSq(){return this.x*this.x+this.y*this.y}length(){return Math.sqrt(this.x*this.x+this.y*this.y)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)}normalize(){return this.divideScalar(this.length()||1)}angle(){return Math.atan2(-this.y,-this.x)+Math.PI}angleTo(t){let n=Math.sqrt(this.lengthSq()*t.lengthSq());if(n===0)return Math.PI/2;let i=this.dot(t)/n;return Math.acos(ee(i,-1,1))}distanceTo(t){return Math.sqrt(this.distanceToSquared(t))}distanceToSquared(t){let n=this.x-t.x,i=this.y-t.y;return n*n+i*i}manhattanDistanceTo(t){return Math.abs(this.x-t.x)+Math.abs(this.y-t.y)}setLength(t){return this.normalize().multiplyScalar(t)}lerp(t,n){return this.x+=(t.x-this.x)*n,this.y+=(t.y-this.y)*n,this}lerpVectors(t,n,i){return this.x=t.x+(n.x-t.x)*i,this.y=t.y+(n.y-t.y)*i,this}equals(t){return t.x===this.x&&t.y===this.y}fromArray(t,n=0){return this.x=t[n],this.y=t[n+1],this}toArray(t=[],n=0){return t[n]=this.x,t[n+1]=this.y,t}fromBufferAttribute(t,n){return this.x=t.getX(n),this.y=t.getY(n),this}rotateAround(t,n){let i=Math.cos(n),r=Math.sin(n),s=this.x-t.x,o=this.y-t.y;return this.x=s*i-o*r+t.x,this.y=s*r+o*i+t.y,this}random(){return this.x=Math.random(),this.y=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y}},lr=class{constructor(t=0,n=0,i=0,r=1){this.isQuaternion=!0,this._x=t,this._y=n,this._z=i,this._w=r}static slerpFlat(t,n,i,r,s,o,a){let l=i[r+0],c=i[r+1],u=i[r+2],h=i[r+3],f=s[o+0],d=s[o+1],p=s[o+2],x=s[o+3];if(h!==x||l!==f||c!==d||u!==p){let m=l*f+c*d+u*p+h*x;m<0&&(f=-f,d=-d,p=-p,x=-x,m=-m);let g=1-a;if(m<.9995){let _=Math.acos(m),b=Math.sin(_);g=Math.sin(g*_)/b,a=Math.sin(a*_)/b,l=l*g+f*a,c=c*g+d*a,u=u*g+p*a,h=h*g+x*a}else{l=l*g+f*a,c=c*g+d*a,u=u*g+p*a,h=h*g+x*a;let _=1/Math.sqrt(l*l+c*c+u*u+h*h);l*=_,c*=_,u*=_,h*=_}}t[n]=l,t[n+1]=c,t[n+2]=u,t[n+3]=h}static multiplyQuaternionsFlat(t,n,i,r,s,o){let a=i[r],l=i[r+1],c=i[r+2],u=i[r+3],h=s[o],f=s[o+1],d=s[o+2],p=s[o+3];return t[n]=a*p+u*h+l*d-c*f,t[n+1]=l*p+u*f+c*h-a*d,t[n+2]=c*p+u*d+a*f-l*h,t[n+3]=u*p-a*h-l*f-c*d,t}get x(){return this._x}set x(t){this._x=t,this._onChangeCallback()}get y(){return this._y}set y(t){this._y=t,this._onChangeCallback()}get z(){return this._z}set z(t){this._z=t,this._onChangeCallback()}get w(){return this._w}set w(t){this._w=t,this._onChangeCallback()}set(t,n,i,r){return this._x=t,this._y=n,this._z=i,this._w=r,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._w)}copy(t){return this._x=t.x,this._y=t.y,this._z=t.z,this._w=t.w,this._onChangeCallback(),this}setFromEuler(t,n=!0){let i=t._x,r=t._y,s=t._z,o=t._order,a=Math.cos,l=Math.sin,c=a(i/2),u=a(r/2),h=a(s/2),f=l(i/2),d=l(r/2),p=l(s/2);switch(o){case"XYZ":this._x=f*u*h+c*d*p,this._y=c*d*h-f*u*p,this._z=c*u*p+f*d*h,this._w=c*u*h-f*d*p;break;case"YXZ":this._x=f*u*h+c*d*p,this._y=c*d*h-f*u*p,this._z=c*u*p-f*d*h,this._w=c*u*h+f*d*p;break;case"ZXY":this._x=f*u*h-c*d*p,this._y=c*d*h+f*u*p,this._z=c*u*p+f*d*h,this._w=c*u*h-f*d*p;break;case"ZYX":this._x=f*u*h-c*d*p,this._y=c*d*h+f*u*p,this._z=c*u*p-f*d*h,this._w=c*u*h+f*d*p;break;case"YZX":this._x=f*u*h+c*d*p,this._y=c*d*h+f*u*p,this._z=c*u*p-f*d*h,this._w=c*u*h-f*d*p;break;case"XZY":this._x=f*u*h-c*d*p,this._y=c*d*h-f*u*p,this._z=c*u*p+f*d*h,this._w=c*u*h+f*d*p;break;default:Ot("Quaternion: .setFromEuler() encountered an unknown order: "+o)}return n===!0&&this._onChangeCallback(),this}setFromAxisAngle(t,n){let i=n/2,r=Math.sin(i);return this._x=t.x*r,this._y=t.y*r,this._z=t.z*r,this._w=Math.cos(i),this._onChangeCallback(),this}setFromRotationMatrix(t){let n=t.elements,i=n[0],r=n[4],s=n[8],o=n[1],a=n[5],l=n[9],c=n[2],u=n[6],h=n[10],f=i+a+h;if(f>0){let d=.5/Math.sqrt(f+1);this._w=.25/d,this._x=(u-l)*d,this._y=(s-c)*d,this._z=(o-r)*d}else if(i>a&&i>h){let d=2*Math.sqrt(1+i-a-h);this._w=(u-l)/d,this._x=.25*d,this._y=(r+o)/d,this._z=(s+c)/d}else if(a>h){let d=2*Math.sqrt(1+a-i-h);this._w=(s-c)/d,this._x=(r+o)/d,this._y=.25*d,this._z=(l+u)/d}else{let d=2*Math.sqrt(1+h-i-a);this._w=(o-r)/d,this._x=(s+c)/d,this._y=(l+u)/d,this._z=.25*d}return this._onChangeCallback(),this}setFromUnitVectors(t,n){let i=t.dot(n)+1;return i<1e-8?(i=0,Math.abs(t.x)>Math.abs(t.z)?(this._x=-t.y,this._y=t.x,this._z=0,this._w=i):(this._x=0,this._y=-t.z,this._z=t.y,this._w=i)):(this._x=t.y*n.z-t.z*n.y,this._y=t.z*n.x-t.x*n.z,this._z=t.x*n.y-t.y*n.x,this._w=i),this.normalize()}angleTo(t){return 2*Math.acos(Math.abs(ee(this.dot(t),-1,1)))}rotateTowards(t,n){let i=this.angleTo(t);if(i===0)return this;let r=Math.min(1,n/i);return this.slerp(t,r),this}identity(){return this.set(0,0,0,1)}invert(){return this.conjugate()}conjugate(){return this._x*=-1,this._y*=-1,this._z*=-1,this._onChangeCallback(),this}dot(t){return this._x*t._x+this._y*t._y+this._z*t._z+this._w*t._w}lengthSq(){return this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w}length(){return Math.sqrt(this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w)}normalize(){let t=this.length();return t===0?(this._x=0,this._y=0,this._z=0,this._w=1):(t=1/t,this._x=this._x*t,this._y=this._y*t,this._z=this._z*t,this._w=this._w*t),this._onChangeCallback(),this}multiply(t){return this.multiplyQuaternions(this,t)}premultiply(t){return this.multiplyQuaternions(t,this)}multiplyQuaternions(t,n){let i=t._x,r=t._y,s=t._z,o=t._w,a=n._x,l=n._y,c=n._z,u=n._w;return this._x=i*u+o*a+r*c-s*l,this._y=r*u+o*l+s*a-i*c,this._z=s*u+o*c+i*l-r*a,this._w=o*u-i*a-r*l-s*c,this._onChangeCallback(),this}slerp(t,n){let i=t._x,r=t._y,s=t._z,o=t._w,a=this.dot(t);a<0&&(i=-i,r=-r,s=-s,o=-o,a=-a);let l=1-n;if(a<.9995){let c=Math.acos(a),u=Math.sin(c);l=Math.sin(l*c)/u,n=Math.sin(n*c)/u,this._x=this._x*l+i*n,this._y=this._y*l+r*n,this._z=this._z*l+s*n,this._w=this._w*l+o*n,this._onChangeCallback()}else this._x=this._x*l+i*n,this._y=this._y*l+r*n,this._z=this._z*l+s*n,this._w=this._w*l+o*n,this.normalize();return this}slerpQuaternions(t,n,i){return this.copy(t).slerp(n,i)}random(){let t=2*Math.PI*Math.random(),n=2*Math.PI*Math.random(),i=Math.random(),r=Math.sqrt(1-i),s=Math.sqrt(i);return this.set(r*Math.sin(t),r*Math.cos(t),s*Math.sin(n),s*Math.cos(n))}equals(t){return t._x===this._x&&t._y===this._y&&t._z===this._z&&t._w===this._w}fromArray(t,n=0){return this._x=t[n],this._y=t[n+1],this._z=t[n+2],this._w=t[n+3],this._onChangeCallback(),this}toArray(t=[],n=0){return t[n]=this._x,t[n+1]=this._y,t[n+2]=this._z,t[n+3]=this._w,t}fromBufferAttribute(t,n){return this._x=t.getX(n),this._y=t.getY(n),this._z=t.getZ(n),this._w=t.getW(n),this._onChangeCallback(),this}toJSON(){return this.toArray()}_onChange(t){return this._onChangeCallback=t,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._w}},Q=class{static{this.prototype.isVector3=!0}constructor(t=0,n=0,i=0){this.x=t,this.y=n,this.z=i}set(t,n,i){return i===void 0&&(i=this.z),this.x=t,this.y=n,this.z=i,this}setScalar(t){return this.x=t,this.y=t,this.z=t,this}setX(t){return this.x=t,this}setY(t){return this.y=t,this}setZ(t){return this.z=t,this}setComponent(t,n){switch(t){case 0:this.x=n;break;case 1:this.y=n;break;case 2:this.z=n;break;default:throw new Error("THREE.Vector3: index is out of range: "+t)}return this}getComponent(t){switch(t){case 0:return this.x;case 1:return this.y;case 2:return this.z;default:throw new Error("THREE.Vector3: index is out of range: "+t)}}clone(){return new this.constructor(this.x,this.y,this.z)}copy(t){return this.x=t.x,this.y=t.y,this.z=t.z,this}add(t){return this.x+=t.x,this.y+=t.y,this.z+=t.z,this}addScalar(t){return this.x+=t,this.y+=t,this.z+=t,this}addVectors(t,n){return this.x=t.x+n.x,this.y=t.y+n.y,this.z=t.z+n.z,this}addScaledVector(t,n){return this.x+=t.x*n,this.y+=t.y*n,this.z+=t.z*n,this}sub(t){return this.x-=t.x,this.y-=t.y,this.z-=t.z,this}subScalar(t){return this.x-=t,this.y-=t,this.z-=t,this}subVectors(t,n){return this.x=t.x-n.x,this.y=t.y-n.y,this.z=t.z-n.z,this}multiply(t){return this.x*=t.x,this.y*=t.y,this.z*=t.z,this}multiplyScalar(t){return this.x*=t,this.y*=t,this.z*=t,this}multiplyVectors(t,n){return this.x=t.x*n.x,this.y=t.y*n.y,this.z=t.z*n.z,this}applyEuler(t){return this.applyQuaternion(cA.setFromEuler(t))}applyAxisAngle(t,n){return this.applyQuaternion(cA.setFromAxisAngle(t,n))}applyMatrix3(t){let n=this.x,i=this.y,r=this.z,s=t.elements;return this.x=s[0]*n+s[3]*i+s[6]*r,this.y=s[1]*n+s[4]*i+s[7]*r,this.z=s[2]*n+s[5]*i+s[8]*r,this}applyNormalMatrix(t){return this.applyMatrix3(t).normalize()}applyMatrix4(t){let n=this.x,i=this.y,r=this.z,s=t.elements,o=1/(s[3]*n+s[7]*i+s[11]*r+s[15]);return this.x=(s[0]*n+s[4]*i+s[8]*r+s[12])*o,this.y=(s[1]*n+s[5]*i+s[9]*r+s[13])*o,this.z=(s[2]*n+s[6]*i+s[10]*r+s[14])*o,this}applyQuaternion(t){let n=this.x,i=this.y,r=this.z,s=t.x,o=t.y,a=t.z,l=t.w,c=2*(o*r-a*i),u=2*(a*n-s*r),h=2*(s*i-o*n);return this.x=n+l*c+o*h-a*u,this.y=i+l*u+a*c-s*h,this.z=r+l*h+s*u-o*c,this}project(t){return this.applyMatrix4(t.matrixWorldInverse).applyMatrix4(t.projectionMatrix)}unproject(t){return this.applyMatrix4(t.projectionMatrixInverse).applyMatrix4(t.matrixWorld)}transformDirection(t){let n=this.x,i=this.y,r=this.z,s=t.elements;return this.x=s[0]*n+s[4]*i+s[8]*r,this.y=s[1]*n+s[5]*i+s[9]*r,this.z=s[2]*n+s[6]*i+s[10]*r,this.normalize()}divide(t){return this.x/=t.x,this.y/=t.y,this.z/=t.z,this}divideScalar(t){return this.multiplyScalar(1/t)}min(t){return this.x=Math.min(this.x,t.x),this.y=Math.min(this.y,t.y),this.z=Math.min(this.z,t.z),this}max(t){return this.x=Math.max(this.x,t.x),this.y=Math.max(this.y,t.y),this.z=Math.max(this.z,t.z),this}clamp(t,n){return this.x=ee(this.x,t.x,n.x),this.y=ee(this.y,t.y,n.y),this.z=ee(this.z,t.z,n.z),this}clampScalar(t,n){return this.x=ee(this.x,t,n),this.y=ee(this.y,t,n),this.z=ee(this.z,t,n),this}clampLength(t,n){let i=this.length();return this.divideScalar(i||1).multiplyScalar(ee(i,t,n))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this}dot(t){return this.x*t.x+this.y*t.y+this.z*t.z}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)}normalize(){return this.divideScalar(this.length()||1)}setLength(t){return this.normalize().multiplyScalar(t)}lerp(t,n){return this.x+=(t.x-this.x)*n,this.y+=(t.y-this.y)*n,this.z+=(t.z-this.z)*n,this}lerpVectors(t,n,i){return this.x=t.x+(n.x-t.x)*i,this.y=t.y+(n.y-t.y)*i,this.z=t.z+(n.z-t.z)*i,this}cross(t){return this.crossVectors(this,t)}crossVectors(t,n){let i=t.x,r=t.y,s=t.z,o=n.x,a=n.y,l=n.z;return this.x=r*l-s*a,this.y=s*o-i*l,this.z=i*a-r*o,this}projectOnVector(t){let n=t.lengthSq();if(n===0)return this.set(0,0,0);let i=t.dot(this)/n;return this.copy(t).multiplyScalar(i)}projectOnPlane(t){return wx.copy(this).projectOnVector(t),this.sub(wx)}reflect(t){return this.sub(wx.copy(t).multiplyScalar(2*this.dot(t)))}angleTo(t){let n=Math.sqrt(this.lengthSq()*t.lengthSq());if(n===0)return Math.PI/2;let i=this.dot(t)/n;return Math.acos(ee(i,-1,1))}distanceTo(t){return Math.sqrt(this.distanceToSquared(t))}distanceToSquared(t){let n=this.x-t.x,i=this.y-t.y,r=this.z-t.z;return n*n+i*i+r*r}manhattanDistanceTo(t){return Math.abs(this.x-t.x)+Math.abs(this.y-t.y)+Math.abs(this.z-t.z)}setFromSpherical(t){return this.setFromSphericalCoords(t.radius,t.phi,t.theta)}setFromSphericalCoords(t,n,i){let r=Math.sin(n)*t;return this.x=r*Math.sin(i),this.y=Math.cos(n)*t,this.z=r*Math.cos(i),this}setFromCylindrical(t){return this.setFromCylindricalCoords(t.radius,t.theta,t.y)}setFromCylindricalCoords(t,n,i){return this.x=t*Math.sin(n),this.y=i,this.z=t*Math.cos(n),this}setFromMatrixPosition(t){let n=t.elements;return this.x=n[12],this.y=n[13],this.z=n[14],this}setFromMatrixScale(t){let n=this.setFromMatrixColumn(t,0).length(),i=this.setFromMatrixColumn(t,1).length(),r=this.setFromMatrixColumn(t,2).length();return this.x=n,this.y=i,this.z=r,this}setFromMatrixColumn(t,n){return this.fromArray(t.elements,n*4)}setFromMatrix3Column(t,n){return this.fromArray(t.elements,n*3)}setFromEuler(t){return this.x=t._x,this.y=t._y,this.z=t._z,this}setFromColor(t){return this.x=t.r,this.y=t.g,this.z=t.b,this}equals(t){return t.x===this.x&&t.y===this.y&&t.z===this.z}fromArray(t,n=0){return this.x=t[n],this.y=t[n+1],this.z=t[n+2],this}toArray(t=[],n=0){return t[n]=this.x,t[n+1]=this.y,t[n+2]=this.z,t}fromBufferAttribute(t,n){return this.x=t.getX(n),this.y=t.getY(n),this.z=t.getZ(n),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this}randomDirection(){let t=Math.random()*Math.PI*2,n=Math.random()*2-1,i=Math.sqrt(1-n*n);return this.x=i*Math.cos(t),this.y=n,this.z=i*Math.sin(t),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z}},wx=new Q,cA=new lr,zt=class{static{this.prototype.isMatrix3=!0}constructor(t,n,i,r,s,o,a,l,c){this.elements=[1,0,0,0,1,0,0,0,1],t!==void 0&&this.set(t,n,i,r,s,o,a,l,c)}set(t,n,i,r,s,o,a,l,c){let u=this.elements;return u[0]=t,u[1]=r,u[2]=a,u[3]=n,u[4]=s,u[5]=l,u[6]=i,u[7]=o,u[8]=c,this}identity(){return this.set(1,0,0,0,1,0,0,0,1),this}copy(t){let n=this.elements,i=t.elements;return n[0]=i[0],n[1]=i[1],n[2]=i[2],n[3]=i[3],n[4]=i[4],n[5]=i[5],n[6]=i[6],n[7]=i[7],n[8]=i[8],this}extractBasis(t,n,i){return t.setFromMatrix3Column(this,0),n.setFromMatrix3Column(this,1),i.setFromMatrix3Column(this,2),this}setFromMatrix4(t){let n=t.elements;return this.set(n[0],n[4],n[8],n[1],n[5],n[9],n[2],n[6],n[10]),this}multiply(t){return this.multiplyMatrices(this,t)}premultiply(t){return this.multiplyMatrices(t,this)}multiplyMatrices(t,n){let i=t.elements,r=n.elements,s=this.elements,o=i[0],a=i[3],l=i[6],c=i[1],u=i[4],h=i[7],f=i[2],d=i[5],p=i[8],x=r[0],m=r[3],g=r[6],_=r[1],b=r[4],v=r[7],w=r[2],M=r[5],y=r[8];return s[0]=o*x+a*_+l*w,s[3]=o*m+a*b+l*M,s[6]=o*g+a*v+l*y,s[1]=c*x+u*_+h*w,s[4]=c*m+u*b+h*M,s[7]=c*g+u*v+h*y,s[2]=f*x+d*_+p*w,s[5]=f*m+d*b+p*M,s[8]=f*g+d*v+p*y,this}multiplyScalar(t){let n=this.elements;return n[0]*=t,n[3]*=t,n[6]*=t,n[1]*=t,n[4]*=t,n[7]*=t,n[2]*=t,n[5]*=t,n[8]*=t,this}determinant(){let t=this.elements,n=t[0],i=t[1],r=t[2],s=t[3],o=t[4],a=t[5],l=t[6],c=t[7],u=t[8];return n*o*u-n*a*c-i*s*u+i*a*l+r*s*c-r*o*l}invert(){let t=this.elements,n=t[0],i=t[1],r=t[2],s=t[3],o=t[4],a=t[5],l=t[6],c=t[7],u=t[8],h=u*o-a*c,f=a*l-u*s,d=c*s-o*l,p=n*h+i*f+r*d;if(p===0)return this.set(0,0,0,0,0,0,0,0,0);let x=1/p;return t[0]=h*x,t[1]=(r*c-u*i)*x,t[2]=(a*i-r*o)*x,t[3]=f*x,t[4]=(u*n-r*l)*x,t[5]=(r*s-a*n)*x,t[6]=d*x,t[7]=(i*l-c*n)*x,t[8]=(o*n-i*s)*x,this}transpose(){let t,n=this.elements;return t=n[1],n[1]=n[3],n[3]=t,t=n[2],n[2]=n[6],n[6]=t,t=n[5],n[5]=n[7],n[7]=t,this}getNormalMatrix(t){return this.setFromMatrix4(t).invert().transpose()}transposeIntoArray(t){let n=this.elements;return t[0]=n[0],t[1]=n[3],t[2]=n[6],t[3]=n[1],t[4]=n[4],t[5]=n[7],t[6]=n[2],t[7]=n[5],t[8]=n[8],this}setUvTransform(t,n,i,r,s,o,a){let l=Math.cos(s),c=Math.sin(s);return this.set(i*l,i*c,-i*(l*o+c*a)+o+t,-r*c,r*l,-r*(-c*o+l*a)+a+n,0,0,1),this}scale(t,n){return uc("Matrix3: .scale() is deprecated. Use .makeScale() instead."),this.premultiply(Tx.makeScale(t,n)),this}rotate(t){return uc("Matrix3: .rotate() is deprecated. Use .makeRotation() instead."),this.premultiply(Tx.makeRotation(-t)),this}translate(t,n){return uc("Matrix3: .translate() is deprecated. Use .makeTranslation() instead."),this.premultiply(Tx.makeTranslation(t,n)),this}makeTranslation(t,n){return t.isVector2?this.set(1,0,t.x,0,1,t.y,0,0,1):this.set(1,0,t,0,1,n,0,0,1),this}makeRotation(t){let n=Math.cos(t),i=Math.sin(t);return this.set(n,-i,0,i,n,0,0,0,1),this}makeScale(t,n){return this.set(t,0,0,0,n,0,0,0,1),this}equals(t){let n=this.elements,i=t.elements;for(let r=0;r<9;r++)if(n[r]!==i[r])return!1;return!0}fromArray(t,n=0){for(let i=0;i<9;i++)this.elements[i]=t[i+n];return this}toArray(t=[],n=0){let i=this.elements;return t[n]=i[0],t[n+1]=i[1],t[n+2]=i[2],t[n+3]=i[3],t[n+4]=i[4],t[n+5]=i[5],t[n+6]=i[6],t[n+7]=i[7],t[n+8]=i[8],t}clone(){return new this.constructor().fromArray(this.elements)}},Tx=new zt,uA=new zt().set(.4123908,.3575843,.1804808,.212639,.7151687,.0721923,.0193308,.1191948,.9505322),fA=new zt().set(3.2409699,-1.5373832,-.4986108,-.9692436,1.8759675,.0415551,.0556301,-.203977,1.0569715);function JD(){let e={enabled:!0,workingColorSpace:hc,spaces:{},convert:function(r,s,o){return this.enabled===!1||s===o||!s||!o||(this.spaces[s].transfer===he&&(r.r=zr(r.r),r.g=zr(r.g),r.b=zr(r.b)),this.spaces[s].primaries!==this.spaces[o].primaries&&(r.applyMatrix3(this.spaces[s].toXYZ),r.applyMatrix3(this.spaces[o].fromXYZ)),this.spaces[o].transfer===he&&(r.r=ka(r.r),r.g=ka(r.g),r.b=ka(r.b))),r},workingToColorSpace:function(r,s){return this.convert(r,this.workingColorSpace,s)},colorSpaceToWorking:function(r,s){return this.convert(r,s,this.workingColorSpace)},getPrimaries:function(r){return this.spaces[r].primaries},getTransfer:function(r){return r===$r?dc:this.spaces[r].transfer},getToneMappingMode:function(r){return this.spaces[r].outputColorSpaceConfig.toneMappingMode||"standard"},getLuminanceCoefficients:function(r,s=this.workingColorSpace){return r.fromArray(this.spaces[s].luminanceCoefficients)},define:function(r){Object.assign(this.spaces,r)},_getMatrix:function(r,s,o){return r.copy(this.spaces[o].fromXYZ).multiply(this.spaces[s].toXYZ)},_getDrawingBufferColorSpace:function(r){return this.spaces[r].outputColorSpaceConfig.drawingBufferColorSpace},_getUnpackColorSpace:function(r=this.workingColorSpace){return this.spaces[r].workingColorSpaceConfig.unpackColorSpace}},t=[.64,.33,.3,.6,.15,.06],n=[.2126,.7152,.0722],i=[.3127,.329];return e.define({[hc]:{primaries:t,whitePoint:i,transfer:dc,toXYZ:uA,fromXYZ:fA,luminanceCoefficients:n,workingColorSpaceConfig:{unpackColorSpace:Wn},outputColorSpaceConfig:{drawingBufferColorSpace:Wn}},[Wn]:{primaries:t,whitePoint:i,transfer:he,toXYZ:uA,fromXYZ:fA,luminanceCoefficients:n,outputColorSpaceConfig:{drawingBufferColorSpace:Wn}}}),e}var te=JD();function zr(e){return e<.04045?e*.0773993808:Math.pow(e*.9478672986+.0521327014,2.4)}function ka(e){return e<.0031308?e*12.92:1.055*Math.pow(e,.41666)-.055}var Aa,Ah=class{static getDataURL(t,n="image/png"){if(/^data:/i.test(t.src)||typeof HTMLCanvasElement>"u")return t.src;let i;if(t instanceof HTMLCanvasElement)i=t;else{Aa===void 0&&(Aa=mc("canvas")),Aa.width=t.width,Aa.height=t.height;let r=Aa.getContext("2d");t instanceof ImageData?r.putImageData(t,0,0):r.drawImage(t,0,0,t.width,t.height),i=Aa}return i.toDataURL(n)}static sRGBToLinear(t){if(typeof HTMLImageElement<"u"&&t instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&t instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&t instanceof ImageBitmap){let n=mc("canvas");n.width=t.width,n.height=t.height;let i=n.getContext("2d");i.drawImage(t,0,0,t.width,t.height);let r=i.getImageData(0,0,t.width,t.height),s=r.data;for(let o=0;o<s.length;o++)s[o]=zr(s[o]/255)*255;return i.putImageData(r,0,0),n}else if(t.data){let n=t.data.slice(0);for(let i=0;i<n.length;i++)n instanceof Uint8Array||n instanceof Uint8ClampedArray?n[i]=Math.floor(zr(n[i]/255)*255):n[i]=zr(n[i]);return{data:n,width:t.width,height:t.height}}else return Ot("ImageUtils.sRGBToLinear(): Unsupported image type. No color space conversion applied."),t}},KD=0,Va=class{constructor(t=null){this.isTextureSource=!0,Object.defineProperty(this,"id",{value:KD++}),this.uuid=Uc(),this.data=t,this.dataReady=!0,this.version=0}getSize(t){let n=this.data;return typeof HTMLVideoElement<"u"&&n instanceof HTMLVideoElement?t.set(n.videoWidth,n.videoHeight,0):typeof VideoFrame<"u"&&n instanceof VideoFrame?t.set(n.displayWidth,n.displayHeight,0):n!==null?t.set(n.width||0,n.height||0,n.depth||0):t.set(0,0,0),t}set needsUpdate(t){t===!0&&this.version++}toJSON(t){let n=t===void 0||typeof t=="string";if(!n&&t.images[this.uuid]!==void 0)return t.images[this.uuid];let i={uuid:this.uuid,url:""},r=this.data;if(r!==null){let s;if(Array.isArray(r)){s=[];for(let o=0,a=r.length;o<a;o++)r[o].isDataTexture?s.push(Ax(r[o].image)):s.push(Ax(r[o]))}else s=Ax(r);i.url=s}return n||(t.images[this.uuid]=i),i}};function Ax(e){return typeof HTMLImageElement<"u"&&e instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&e instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&e instanceof ImageBitmap?Ah.getDataURL(e):e.data?{data:Array.from(e.data),width:e.width,height:e.height,type:e.data.constructor.name}:(Ot("Texture: Unable to serialize Texture."),{})}var QD=0,Ex=new Q,Un=class e extends ar{constructor(t=e.DEFAULT_IMAGE,n=e.DEFAULT_MAPPING,i=sr,r=sr,s=wn,o=Hr,a=Ni,l=qn,c=e.DEFAULT_ANISOTROPY,u=$r){super(),this.isTexture=!0,Object.defineProperty(this,"id",{value:QD++}),this.uuid=Uc(),this.name="",this.source=new Va(t),this.mipmaps=[],this.mapping=n,this.channel=0,this.wrapS=i,this.wrapT=r,this.magFilter=s,this.minFilter=o,this.anisotropy=c,this.format=a,this.internalFormat=null,this.type=l,this.offset=new oe(0,0),this.repeat=new oe(1,1),this.center=new oe(0,0),this.rotation=0,this.matrixAutoUpdate=!0,this.matrix=new zt,this.generateMipmaps=!0,this.mipmapsAutoUpdate=!0,this.premultiplyAlpha=!1,this.flipY=!0,this.unpackAlignment=4,this.colorSpace=u,this.userData={},this.updateRanges=[],this.version=0,this.onUpdate=null,this.renderTarget=null,this.isRenderTargetTexture=!1,this.isArrayTexture=!!(t&&t.depth&&t.depth>1),this.pmremVersion=0,this.isPMREMTexture=!1,this.normalized=!1}get width(){return this.source.getSize(Ex).x}get height(){return this.source.getSize(Ex).y}get depth(){return this.source.getSize(Ex).z}get image(){return this.source.data}set image(t){this.source.data=t}updateMatrix(){this.matrix.setUvTransform(this.offset.x,this.offset.y,this.repeat.x,this.repeat.y,this.rotation,this.center.x,this.center.y)}addUpdateRange(t,n){this.updateRanges.push({start:t,count:n})}clearUpdateRanges(){this.updateRanges.length=0}clone(){return new this.constructor().copy(this)}copy(t){return this.name=t.name,this.source=t.source,this.mipmaps=t.mipmaps.slice(0),this.mapping=t.mapping,this.channel=t.channel,this.wrapS=t.wrapS,this.wrapT=t.wrapT,this.magFilter=t.magFilter,this.minFilter=t.minFilter,this.anisotropy=t.anisotropy,this.format=t.format,this.internalFormat=t.internalFormat,this.type=t.type,this.normalized=t.normalized,this.offset.copy(t.offset),this.repeat.copy(t.repeat),this.center.copy(t.center),this.rotation=t.rotation,this.matrixAutoUpdate=t.matrixAutoUpdate,this.matrix.copy(t.matrix),this.generateMipmaps=t.generateMipmaps,this.mipmapsAutoUpdate=t.mipmapsAutoUpdate,this.premultiplyAlpha=t.premultiplyAlpha,this.flipY=t.flipY,this.unpackAlignment=t.unpackAlignment,this.colorSpace=t.colorSpace,this.renderTarget=t.renderTarget,this.isRenderTargetTexture=t.isRenderTargetTexture,this.isPMREMTexture=t.isPMREMTexture,this.isArrayTexture=t.isArrayTexture,this.userData=JSON.parse(JSON.stringify(t.userData)),this.needsUpdate=!0,this}setValues(t){for(let n in t){let i=t[n];if(i===void 0){Ot(`Texture.setValues(): parameter '${n}' has value of undefined.`);continue}let r=this[n];if(r===void 0){Ot(`Texture.setValues(): property '${n}' does not exist.`);continue}r&&i&&r.isVector2&&i.isVector2||r&&i&&r.isVector3&&i.isVector3||r&&i&&r.isMatrix3&&i.isMatrix3?r.copy(i):this[n]=i}}toJSON(t){let n=t===void 0||typeof t=="string";if(!n&&t.textures[this.uuid]!==void 0)return t.textures[this.uuid];let i={metadata:{version:4.7,type:"Texture",generator:"Texture.toJSON"},uuid:this.uuid,name:this.name,image:this.source.toJSON(t).uuid,mapping:this.mapping,channel:this.channel,repeat:[this.repeat.x,this.repeat.y],offset:[this.offset.x,this.offset.y],center:[this.center.x,this.center.y],rotation:this.rotation,wrap:[this.wrapS,this.wrapT],format:this.format,internalFormat:this.internalFormat,type:this.type,normalized:this.normalized,colorSpace:this.colorSpace,minFilter:this.minFilter,magFilter:this.magFilter,anisotropy:this.anisotropy,flipY:this.flipY,generateMipmaps:this.generateMipmaps,mipmapsAutoUpdate:this.mipmapsAutoUpdate,premultiplyAlpha:this.premultiplyAlpha,unpackAlignment:this.unpackAlignment};return Object.keys(this.userData).length>0&&(i.userData=this.userData),n||(t.textures[this.uuid]=i),i}dispose(){this.dispatchEvent({type:"dispose"})}transformUv(t){if(this.mapping!==cy)return t;if(t.applyMatrix3(this.matrix),t.x<0||t.x>1)switch(this.wrapS){case Mh:t.x=t.x-Math.floor(t.x);break;case sr:t.x=t.x<0?0:1;break;case Sh:Math.abs(Math.floor(t.x)%2)===1?t.x=Math.ceil(t.x)-t.x:t.x=t.x-Math.floor(t.x);break}if(t.y<0||t.y>1)switch(this.wrapT){case Mh:t.y=t.y-Math.floor(t.y);break;case sr:t.y=t.y<0?0:1;break;case Sh:Math.abs(Math.floor(t.y)%2)===1?t.y=Math.ceil(t.y)-t.y:t.y=t.y-Math.floor(t.y);break}return this.flipY&&(t.y=1-t.y),t}set needsUpdate(t){t===!0&&(this.version++,this.source.needsUpdate=!0)}set needsPMREMUpdate(t){t===!0&&this.pmremVersion++}};Un.DEFAULT_IMAGE=null;Un.DEFAULT_MAPPING=cy;Un.DEFAULT_ANISOTROPY=1;var Ee=class{static{this.prototype.isVector4=!0}constructor(t=0,n=0,i=0,r=1){this.x=t,this.y=n,this.z=i,this.w=r}get width(){return this.z}set width(t){this.z=t}get height(){return this.w}set height(t){this.w=t}set(t,n,i,r){return this.x=t,this.y=n,this.z=i,this.w=r,this}setScalar(t){return this.x=t,this.y=t,this.z=t,this.w=t,this}setX(t){return this.x=t,this}setY(t){return this.y=t,this}setZ(t){return this.z=t,this}setW(t){return this.w=t,this}setComponent(t,n){switch(t){case 0:this.x=n;break;case 1:this.y=n;break;case 2:this.z=n;break;case 3:this.w=n;break;default:throw new Error("THREE.Vector4: index is out of range: "+t)}return this}getComponent(t){switch(t){case 0:return this.x;case 1:return this.y;case 2:return this.z;case 3:return this.w;default:throw new Error("THREE.Vector4: index is out of range: "+t)}}clone(){return new this.constructor(this.x,this.y,this.z,this.w)}copy(t){return this.x=t.x,this.y=t.y,this.z=t.z,this.w=t.w!==void 0?t.w:1,this}add(t){return this.x+=t.x,this.y+=t.y,this.z+=t.z,this.w+=t.w,this}addScalar(t){return this.x+=t,this.y+=t,this.z+=t,this.w+=t,this}addVectors(t,n){return this.x=t.x+n.x,this.y=t.y+n.y,this.z=t.z+n.z,this.w=t.w+n.w,this}addScaledVector(t,n){return this.x+=t.x*n,this.y+=t.y*n,this.z+=t.z*n,this.w+=t.w*n,this}sub(t){return this.x-=t.x,this.y-=t.y,this.z-=t.z,this.w-=t.w,this}subScalar(t){return this.x-=t,this.y-=t,this.z-=t,this.w-=t,this}subVectors(t,n){return this.x=t.x-n.x,this.y=t.y-n.y,this.z=t.z-n.z,this.w=t.w-n.w,this}multiply(t){return this.x*=t.x,this.y*=t.y,this.z*=t.z,this.w*=t.w,this}multiplyScalar(t){return this.x*=t,this.y*=t,this.z*=t,this.w*=t,this}applyMatrix4(t){let n=this.x,i=this.y,r=this.z,s=this.w,o=t.elements;return this.x=o[0]*n+o[4]*i+o[8]*r+o[12]*s,this.y=o[1]*n+o[5]*i+o[9]*r+o[13]*s,this.z=o[2]*n+o[6]*i+o[10]*r+o[14]*s,this.w=o[3]*n+o[7]*i+o[11]*r+o[15]*s,this}divide(t){return this.x/=t.x,this.y/=t.y,this.z/=t.z,this.w/=t.w,this}divideScalar(t){return this.multiplyScalar(1/t)}setAxisAngleFromQuaternion(t){this.w=2*Math.acos(t.w);let n=Math.sqrt(1-t.w*t.w);return n<1e-4?(this.x=1,this.y=0,this.z=0):(this.x=t.x/n,this.y=t.y/n,this.z=t.z/n),this}setAxisAngleFromRotationMatrix(t){let n,i,r,s,l=t.elements,c=l[0],u=l[4],h=l[8],f=l[1],d=l[5],p=l[9],x=l[2],m=l[6],g=l[10];if(Math.abs(u-f)<.01&&Math.abs(h-x)<.01&&Math.abs(p-m)<.01){if(Math.abs(u+f)<.1&&Math.abs(h+x)<.1&&Math.abs(p+m)<.1&&Math.abs(c+d+g-3)<.1)return this.set(1,0,0,0),this;n=Math.PI;let b=(c+1)/2,v=(d+1)/2,w=(g+1)/2,M=(u+f)/4,y=(h+x)/4,S=(p+m)/4;return b>v&&b>w?b<.01?(i=0,r=.707106781,s=.707106781):(i=Math.sqrt(b),r=M/i,s=y/i):v>w?v<.01?(i=.707106781,r=0,s=.707106781):(r=Math.sqrt(v),i=M/r,s=S/r):w<.01?(i=.707106781,r=.707106781,s=0):(s=Math.sqrt(w),i=y/s,r=S/s),this.set(i,r,s,n),this}let _=Math.sqrt((m-p)*(m-p)+(h-x)*(h-x)+(f-u)*(f-u));return Math.abs(_)<.001&&(_=1),this.x=(m-p)/_,this.y=(h-x)/_,this.z=(f-u)/_,this.w=Math.acos((c+d+g-1)/2),this}setFromMatrixPosition(t){let n=t.elements;return this.x=n[12],this.y=n[13],this.z=n[14],this.w=n[15],this}min(t){return this.x=Math.min(this.x,t.x),this.y=Math.min(this.y,t.y),this.z=Math.min(this.z,t.z),this.w=Math.min(this.w,t.w),this}max(t){return this.x=Math.max(this.x,t.x),this.y=Math.max(this.y,t.y),this.z=Math.max(this.z,t.z),this.w=Math.max(this.w,t.w),this}clamp(t,n){return this.x=ee(this.x,t.x,n.x),this.y=ee(this.y,t.y,n.y),this.z=ee(this.z,t.z,n.z),this.w=ee(this.w,t.w,n.w),this}clampScalar(t,n){return this.x=ee(this.x,t,n),this.y=ee(this.y,t,n),this.z=ee(this.z,t,n),this.w=ee(this.w,t,n),this}clampLength(t,n){let i=this.length();return this.divideScalar(i||1).multiplyScalar(ee(i,t,n))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this.w=Math.floor(this.w),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this.w=Math.ceil(this.w),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this.w=Math.round(this.w),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this.w=Math.trunc(this.w),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this.w=-this.w,this}dot(t){return this.x*t.x+this.y*t.y+this.z*t.z+this.w*t.w}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)+Math.abs(this.w)}normalize(){return this.divideScalar(this.length()||1)}setLength(t){return this.normalize().multiplyScalar(t)}lerp(t,n){return this.x+=(t.x-this.x)*n,this.y+=(t.y-this.y)*n,this.z+=(t.z-this.z)*n,this.w+=(t.w-this.w)*n,this}lerpVectors(t,n,i){return this.x=t.x+(n.x-t.x)*i,this.y=t.y+(n.y-t.y)*i,this.z=t.z+(n.z-t.z)*i,this.w=t.w+(n.w-t.w)*i,this}equals(t){return t.x===this.x&&t.y===this.y&&t.z===this.z&&t.w===this.w}fromArray(t,n=0){return this.x=t[n],this.y=t[n+1],this.z=t[n+2],this.w=t[n+3],this}toArray(t=[],n=0){return t[n]=this.x,t[n+1]=this.y,t[n+2]=this.z,t[n+3]=this.w,t}fromBufferAttribute(t,n){return this.x=t.getX(n),this.y=t.getY(n),this.z=t.getZ(n),this.w=t.getW(n),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this.w=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z,yield this.w}},Eh=class extends ar{constructor(t=1,n=1,i={}){super(),i=Object.assign({generateMipmaps:!1,internalFormat:null,minFilter:wn,depthBuffer:!0,stencilBuffer:!1,resolveColorBuffer:!0,resolveDepthBuffer:!0,resolveStencilBuffer:!0,storeMultisampledColorBuffer:!0,storeMultisampledDepthBuffer:!0,storeMultisampledStencilBuffer:!0,depthTexture:null,samples:0,count:1,depth:1,multiview:!1,useArrayDepthTexture:!1},i),this.isRenderTarget=!0,this.width=t,this.height=n,this.depth=i.depth,this.scissor=new Ee(0,0,t,n),this.scissorTest=!1,this.viewport=new Ee(0,0,t,n),this.textures=[];let r=i.count;for(let s=0;s<r;s++)this.textures[s]=new Un({width:t,height:n,depth:i.depth}),this.textures[s].isRenderTargetTexture=!0,this.textures[s].renderTarget=this;this._setTextureOptions(i),this.depthBuffer=i.depthBuffer,this.stencilBuffer=i.stencilBuffer,this.resolveColorBuffer=i.resolveColorBuffer,this.resolveDepthBuffer=i.resolveDepthBuffer,this.resolveStencilBuffer=i.resolveStencilBuffer,this.storeMultisampledColorBuffer=i.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=i.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=i.storeMultisampledStencilBuffer,this._depthTexture=null,this.depthTexture=i.depthTexture,this.samples=i.samples,this.multiview=i.multiview,this.useArrayDepthTexture=i.useArrayDepthTexture}_setTextureOptions(t={}){let n={minFilter:wn,generateMipmaps:!1,flipY:!1,internalFormat:null};t.mapping!==void 0&&(n.mapping=t.mapping),t.wrapS!==void 0&&(n.wrapS=t.wrapS),t.wrapT!==void 0&&(n.wrapT=t.wrapT),t.wrapR!==void 0&&(n.wrapR=t.wrapR),t.magFilter!==void 0&&(n.magFilter=t.magFilter),t.minFilter!==void 0&&(n.minFilter=t.minFilter),t.format!==void 0&&(n.format=t.format),t.type!==void 0&&(n.type=t.type),t.anisotropy!==void 0&&(n.anisotropy=t.anisotropy),t.colorSpace!==void 0&&(n.colorSpace=t.colorSpace),t.flipY!==void 0&&(n.flipY=t.flipY),t.generateMipmaps!==void 0&&(n.generateMipmaps=t.generateMipmaps),t.mipmapsAutoUpdate!==void 0&&(n.mipmapsAutoUpdate=t.mipmapsAutoUpdate),t.internalFormat!==void 0&&(n.internalFormat=t.internalFormat);for(let i=0;i<this.textures.length;i++)this.textures[i].setValues(n)}get texture(){return this.textures[0]}set texture(t){this.textures[0]=t}set depthTexture(t){this._depthTexture!==null&&this._depthTexture.renderTarget===this&&(this._depthTexture.renderTarget=null),t!==null&&t.renderTarget===null&&(t.renderTarget=this),this._depthTexture=t}get depthTexture(){return this._depthTexture}setSize(t,n,i=1){if(this.width!==t||this.height!==n||this.depth!==i){this.width=t,this.height=n,this.depth=i;for(let r=0,s=this.textures.length;r<s;r++)this.textures[r].image.width=t,this.textures[r].image.height=n,this.textures[r].image.depth=i,this.textures[r].isData3DTexture!==!0&&(this.textures[r].isArrayTexture=this.textures[r].image.depth>1);this.dispose()}this.viewport.set(0,0,t,n),this.scissor.set(0,0,t,n)}clone(){return new this.constructor().copy(this)}copy(t){this.width=t.width,this.height=t.height,this.depth=t.depth,this.scissor.copy(t.scissor),this.scissorTest=t.scissorTest,this.viewport.copy(t.viewport),this.textures.length=0;for(let n=0,i=t.textures.length;n<i;n++){this.textures[n]=t.textures[n].clone(),this.textures[n].isRenderTargetTexture=!0,this.textures[n].renderTarget=this;let r=Object.assign({},t.textures[n].image);this.textures[n].source=new Va(r)}if(this.depthBuffer=t.depthBuffer,this.stencilBuffer=t.stencilBuffer,this.resolveColorBuffer=t.resolveColorBuffer,this.resolveDepthBuffer=t.resolveDepthBuffer,this.resolveStencilBuffer=t.resolveStencilBuffer,this.storeMultisampledColorBuffer=t.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=t.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=t.storeMultisampledStencilBuffer,t.depthTexture!==null)if(t.depthTexture.renderTarget===t){let n=t.depthTexture.clone();n.renderTarget=null,this.depthTexture=n}else this.depthTexture=t.depthTexture;else this.depthTexture=null;return this.samples=t.samples,this.multiview=t.multiview,this.useArrayDepthTexture=t.useArrayDepthTexture,this}dispose(){this.dispatchEvent({type:"dispose"})}},$n=class extends Eh{constructor(t=1,n=1,i={}){super(t,n,i),this.isWebGLRenderTarget=!0}},gc=class extends Un{constructor(t=null,n=1,i=1,r=1){super(null),this.isDataArrayTexture=!0,this.image={data:t,width:n,height:i,depth:r},this.magFilter=sn,this.minFilter=sn,this.wrapR=sr,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1,this.layerUpdates=new Set}copy(t){return super.copy(t),this.wrapR=t.wrapR,this}addLayerUpdate(t){this.layerUpdates.add(t)}clearLayerUpdates(){this.layerUpdates.clear()}};var Ch=class extends Un{constructor(t=null,n=1,i=1,r=1){super(null),this.isData3DTexture=!0,this.image={data:t,width:n,height:i,depth:r},this.magFilter=sn,this.minFilter=sn,this.wrapR=sr,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}copy(t){return super.copy(t),this.wrapR=t.wrapR,this}};var Le=class e{static{this.prototype.isMatrix4=!0}constructor(t,n,i,r,s,o,a,l,c,u,h,f,d,p,x,m){this.elements=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],t!==void 0&&this.set(t,n,i,r,s,o,a,l,c,u,h,f,d,p,x,m)}set(t,n,i,r,s,o,a,l,c,u,h,f,d,p,x,m){let g=this.elements;return g[0]=t,g[4]=n,g[8]=i,g[12]=r,g[1]=s,g[5]=o,g[9]=a,g[13]=l,g[2]=c,g[6]=u,g[10]=h,g[14]=f,g[3]=d,g[7]=p,g[11]=x,g[15]=m,this}identity(){return this.set(1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1),this}clone(){return new e().fromArray(this.elements)}copy(t){let n=this.elements,i=t.elements;return n[0]=i[0],n[1]=i[1],n[2]=i[2],n[3]=i[3],n[4]=i[4],n[5]=i[5],n[6]=i[6],n[7]=i[7],n[8]=i[8],n[9]=i[9],n[10]=i[10],n[11]=i[11],n[12]=i[12],n[13]=i[13],n[14]=i[14],n[15]=i[15],this}copyPosition(t){let n=this.elements,i=t.elements;return n[12]=i[12],n[13]=i[13],n[14]=i[14],this}setFromMatrix3(t){let n=t.elements;return this.set(n[0],n[3],n[6],0,n[1],n[4],n[7],0,n[2],n[5],n[8],0,0,0,0,1),this}extractBasis(t,n,i){return this.determinantAffine()===0?(t.set(1,0,0),n.set(0,1,0),i.set(0,0,1),this):(t.setFromMatrixColumn(this,0),n.setFromMatrixColumn(this,1),i.setFromMatrixColumn(this,2),this)}makeBasis(t,n,i){return this.set(t.x,n.x,i.x,0,t.y,n.y,i.y,0,t.z,n.z,i.z,0,0,0,0,1),this}extractRotation(t){if(t.determinantAffine()===0)return this.identity();let n=this.elements,i=t.elements,r=1/Ea.setFromMatrixColumn(t,0).length(),s=1/Ea.setFromMatrixColumn(t,1).length(),o=1/Ea.setFromMatrixColumn(t,2).length();return n[0]=i[0]*r,n[1]=i[1]*r,n[2]=i[2]*r,n[3]=0,n[4]=i[4]*s,n[5]=i[5]*s,n[6]=i[6]*s,n[7]=0,n[8]=i[8]*o,n[9]=i[9]*o,n[10]=i[10]*o,n[11]=0,n[12]=0,n[13]=0,n[14]=0,n[15]=1,this}makeRotationFromEuler(t){let n=this.elements,i=t.x,r=t.y,s=t.z,o=Math.cos(i),a=Math.sin(i),l=Math.cos(r),c=Math.sin(r),u=Math.cos(s),h=Math.sin(s);if(t.order==="XYZ"){let f=o*u,d=o*h,p=a*u,x=a*h;n[0]=l*u,n[4]=-l*h,n[8]=c,n[1]=d+p*c,n[5]=f-x*c,n[9]=-a*l,n[2]=x-f*c,n[6]=p+d*c,n[10]=o*l}else if(t.order==="YXZ"){let f=l*u,d=l*h,p=c*u,x=c*h;n[0]=f+x*a,n[4]=p*a-d,n[8]=o*c,n[1]=o*h,n[5]=o*u,n[9]=-a,n[2]=d*a-p,n[6]=x+f*a,n[10]=o*l}else if(t.order==="ZXY"){let f=l*u,d=l*h,p=c*u,x=c*h;n[0]=f-x*a,n[4]=-o*h,n[8]=p+d*a,n[1]=d+p*a,n[5]=o*u,n[9]=x-f*a,n[2]=-o*c,n[6]=a,n[10]=o*l}else if(t.order==="ZYX"){let f=o*u,d=o*h,p=a*u,x=a*h;n[0]=l*u,n[4]=p*c-d,n[8]=f*c+x,n[1]=l*h,n[5]=x*c+f,n[9]=d*c-p,n[2]=-c,n[6]=a*l,n[10]=o*l}else if(t.order==="YZX"){let f=o*l,d=o*c,p=a*l,x=a*c;n[0]=l*u,n[4]=x-f*h,n[8]=p*h+d,n[1]=h,n[5]=o*u,n[9]=-a*u,n[2]=-c*u,n[6]=d*h+p,n[10]=f-x*h}else if(t.order==="XZY"){let f=o*l,d=o*c,p=a*l,x=a*c;n[0]=l*u,n[4]=-h,n[8]=c*u,n[1]=f*h+x,n[5]=o*u,n[9]=d*h-p,n[2]=p*h-d,n[6]=a*u,n[10]=x*h+f}return n[3]=0,n[7]=0,n[11]=0,n[12]=0,n[13]=0,n[14]=0,n[15]=1,this}makeRotationFromQuaternion(t){return this.compose(jD,t,tU)}lookAt(t,n,i){let r=this.elements;return Vn.subVectors(t,n),Vn.lengthSq()===0&&(Vn.z=1),Vn.normalize(),ds.crossVectors(i,Vn),ds.lengthSq()===0&&(Math.abs(i.z)===1?Vn.x+=1e-4:Vn.z+=1e-4,Vn.normalize(),ds.crossVectors(i,Vn)),ds.normalize(),qf.crossVectors(Vn,ds),r[0]=ds.x,r[4]=qf.x,r[8]=Vn.x,r[1]=ds.y,r[5]=qf.y,r[9]=Vn.y,r[2]=ds.z,r[6]=qf.z,r[10]=Vn.z,this}multiply(t){return this.multiplyMatrices(this,t)}premultiply(t){return this.multiplyMatrices(t,this)}multiplyMatrices(t,n){let i=t.elements,r=n.elements,s=this.elements,o=i[0],a=i[4],l=i[8],c=i[12],u=i[1],h=i[5],f=i[9],d=i[13],p=i[2],x=i[6],m=i[10],g=i[14],_=i[3],b=i[7],v=i[11],w=i[15],M=r[0],y=r[4],S=r[8],E=r[12],R=r[1],C=r[5],L=r[9],O=r[13],I=r[2],N=r[6],k=r[10],z=r[14],Z=r[3],U=r[7],G=r[11],q=r[15];return s[0]=o*M+a*R+l*I+c*Z,s[4]=o*y+a*C+l*N+c*U,s[8]=o*S+a*L+l*k+c*G,s[12]=o*E+a*O+l*z+c*q,s[1]=u*M+h*R+f*I+d*Z,s[5]=u*y+h*C+f*N+d*U,s[9]=u*S+h*L+f*k+d*G,s[13]=u*E+h*O+f*z+d*q,s[2]=p*M+x*R+m*I+g*Z,s[6]=p*y+x*C+m*N+g*U,s[10]=p*S+x*L+m*k+g*G,s[14]=p*E+x*O+m*z+g*q,s[3]=_*M+b*R+v*I+w*Z,s[7]=_*y+b*C+v*N+w*U,s[11]=_*S+b*L+v*k+w*G,s[15]=_*E+b*O+v*z+w*q,this}multiplyScalar(t){let n=this.elements;return n[0]*=t,n[4]*=t,n[8]*=t,n[12]*=t,n[1]*=t,n[5]*=t,n[9]*=t,n[13]*=t,n[2]*=t,n[6]*=t,n[10]*=t,n[14]*=t,n[3]*=t,n[7]*=t,n[11]*=t,n[15]*=t,this}determinant(){let t=this.elements,n=t[0],i=t[4],r=t[8],s=t[12],o=t[1],a=t[5],l=t[9],c=t[13],u=t[2],h=t[6],f=t[10],d=t[14],p=t[3],x=t[7],m=t[11],g=t[15],_=l*d-c*f,b=a*d-c*h,v=a*f-l*h,w=o*d-c*u,M=o*f-l*u,y=o*h-a*u;return n*(x*_-m*b+g*v)-i*(p*_-m*w+g*M)+r*(p*b-x*w+g*y)-s*(p*v-x*M+m*y)}determinantAffine(){let t=this.elements,n=t[0],i=t[4],r=t[8],s=t[1],o=t[5],a=t[9],l=t[2],c=t[6],u=t[10];return n*(o*u-a*c)-i*(s*u-a*l)+r*(s*c-o*l)}transpose(){let t=this.elements,n;return n=t[1],t[1]=t[4],t[4]=n,n=t[2],t[2]=t[8],t[8]=n,n=t[6],t[6]=t[9],t[9]=n,n=t[3],t[3]=t[12],t[12]=n,n=t[7],t[7]=t[13],t[13]=n,n=t[11],t[11]=t[14],t[14]=n,this}setPosition(t,n,i){let r=this.elements;return t.isVector3?(r[12]=t.x,r[13]=t.y,r[14]=t.z):(r[12]=t,r[13]=n,r[14]=i),this}invert(){let t=this.elements,n=t[0],i=t[1],r=t[2],s=t[3],o=t[4],a=t[5],l=t[6],c=t[7],u=t[8],h=t[9],f=t[10],d=t[11],p=t[12],x=t[13],m=t[14],g=t[15],_=n*a-i*o,b=n*l-r*o,v=n*c-s*o,w=i*l-r*a,M=i*c-s*a,y=r*c-s*l,S=u*x-h*p,E=u*m-f*p,R=u*g-d*p,C=h*m-f*x,L=h*g-d*x,O=f*g-d*m,I=_*O-b*L+v*C+w*R-M*E+y*S;if(I===0)return this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0);let N=1/I;return t[0]=(a*O-l*L+c*C)*N,t[1]=(r*L-i*O-s*C)*N,t[2]=(x*y-m*M+g*w)*N,t[3]=(f*M-h*y-d*w)*N,t[4]=(l*R-o*O-c*E)*N,t[5]=(n*O-r*R+s*E)*N,t[6]=(m*v-p*y-g*b)*N,t[7]=(u*y-f*v+d*b)*N,t[8]=(o*L-a*R+c*S)*N,t[9]=(i*R-n*L-s*S)*N,t[10]=(p*M-x*v+g*_)*N,t[11]=(h*v-u*M-d*_)*N,t[12]=(a*E-o*C-l*S)*N,t[13]=(n*C-i*E+r*S)*N,t[14]=(x*b-p*w-m*_)*N,t[15]=(u*w-h*b+f*_)*N,this}scale(t){let n=this.elements,i=t.x,r=t.y,s=t.z;return n[0]*=i,n[4]*=r,n[8]*=s,n[1]*=i,n[5]*=r,n[9]*=s,n[2]*=i,n[6]*=r,n[10]*=s,n[3]*=i,n[7]*=r,n[11]*=s,this}getMaxScaleOnAxis(){let t=this.elements,n=t[0]*t[0]+t[1]*t[1]+t[2]*t[2],i=t[4]*t[4]+t[5]*t[5]+t[6]*t[6],r=t[8]*t[8]+t[9]*t[9]+t[10]*t[10];return Math.sqrt(Math.max(n,i,r))}makeTranslation(t,n,i){return t.isVector3?this.set(1,0,0,t.x,0,1,0,t.y,0,0,1,t.z,0,0,0,1):this.set(1,0,0,t,0,1,0,n,0,0,1,i,0,0,0,1),this}makeRotationX(t){let n=Math.cos(t),i=Math.sin(t);return this.set(1,0,0,0,0,n,-i,0,0,i,n,0,0,0,0,1),this}makeRotationY(t){let n=Math.cos(t),i=Math.sin(t);return this.set(n,0,i,0,0,1,0,0,-i,0,n,0,0,0,0,1),this}makeRotationZ(t){let n=Math.cos(t),i=Math.sin(t);return this.set(n,-i,0,0,i,n,0,0,0,0,1,0,0,0,0,1),this}makeRotationAxis(t,n){let i=Math.cos(n),r=Math.sin(n),s=1-i,o=t.x,a=t.y,l=t.z,c=s*o,u=s*a;return this.set(c*o+i,c*a-r*l,c*l+r*a,0,c*a+r*l,u*a+i,u*l-r*o,0,c*l-r*a,u*l+r*o,s*l*l+i,0,0,0,0,1),this}makeScale(t,n,i){return this.set(t,0,0,0,0,n,0,0,0,0,i,0,0,0,0,1),this}makeShear(t,n,i,r,s,o){return this.set(1,i,s,0,t,1,o,0,n,r,1,0,0,0,0,1),this}compose(t,n,i){let r=this.elements,s=n._x,o=n._y,a=n._z,l=n._w,c=s+s,u=o+o,h=a+a,f=s*c,d=s*u,p=s*h,x=o*u,m=o*h,g=a*h,_=l*c,b=l*u,v=l*h,w=i.x,M=i.y,y=i.z;return r[0]=(1-(x+g))*w,r[1]=(d+v)*w,r[2]=(p-b)*w,r[3]=0,r[4]=(d-v)*M,r[5]=(1-(f+g))*M,r[6]=(m+_)*M,r[7]=0,r[8]=(p+b)*y,r[9]=(m-_)*y,r[10]=(1-(f+x))*y,r[11]=0,r[12]=t.x,r[13]=t.y,r[14]=t.z,r[15]=1,this}decompose(t,n,i){let r=this.elements;t.x=r[12],t.y=r[13],t.z=r[14];let s=this.determinantAffine();if(s===0)return i.set(1,1,1),n.identity(),this;let o=Ea.set(r[0],r[1],r[2]).length(),a=Ea.set(r[4],r[5],r[6]).length(),l=Ea.set(r[8],r[9],r[10]).length();s<0&&(o=-o),Ti.copy(this);let c=1/o,u=1/a,h=1/l;return Ti.elements[0]*=c,Ti.elements[1]*=c,Ti.elements[2]*=c,Ti.elements[4]*=u,Ti.elements[5]*=u,Ti.elements[6]*=u,Ti.elements[8]*=h,Ti.elements[9]*=h,Ti.elements[10]*=h,n.setFromRotationMatrix(Ti),i.x=o,i.y=a,i.z=l,this}makePerspective(t,n,i,r,s,o,a=hi,l=!1){let c=this.elements,u=2*s/(n-t),h=2*s/(i-r),f=(n+t)/(n-t),d=(i+r)/(i-r),p,x;if(l)p=s/(o-s),x=o*s/(o-s);else if(a===hi)p=-(o+s)/(o-s),x=-2*o*s/(o-s);else if(a===pc)p=-o/(o-s),x=-o*s/(o-s);else throw new Error("THREE.Matrix4.makePerspective(): Invalid coordinate system: "+a);return c[0]=u,c[4]=0,c[8]=f,c[12]=0,c[1]=0,c[5]=h,c[9]=d,c[13]=0,c[2]=0,c[6]=0,c[10]=p,c[14]=x,c[3]=0,c[7]=0,c[11]=-1,c[15]=0,this}makeOrthographic(t,n,i,r,s,o,a=hi,l=!1){let c=this.elements,u=2/(n-t),h=2/(i-r),f=-(n+t)/(n-t),d=-(i+r)/(i-r),p,x;if(l)p=1/(o-s),x=o/(o-s);else if(a===hi)p=-2/(o-s),x=-(o+s)/(o-s);else if(a===pc)p=-1/(o-s),x=-s/(o-s);else throw new Error("THREE.Matrix4.makeOrthographic(): Invalid coordinate system: "+a);return c[0]=u,c[4]=0,c[8]=0,c[12]=f,c[1]=0,c[5]=h,c[9]=0,c[13]=d,c[2]=0,c[6]=0,c[10]=p,c[14]=x,c[3]=0,c[7]=0,c[11]=0,c[15]=1,this}equals(t){let n=this.elements,i=t.elements;for(let r=0;r<16;r++)if(n[r]!==i[r])return!1;return!0}fromArray(t,n=0){for(let i=0;i<16;i++)this.elements[i]=t[i+n];return this}toArray(t=[],n=0){let i=this.elements;return t[n]=i[0],t[n+1]=i[1],t[n+2]=i[2],t[n+3]=i[3],t[n+4]=i[4],t[n+5]=i[5],t[n+6]=i[6],t[n+7]=i[7],t[n+8]=i[8],t[n+9]=i[9],t[n+10]=i[10],t[n+11]=i[11],t[n+12]=i[12],t[n+13]=i[13],t[n+14]=i[14],t[n+15]=i[15],t}},Ea=new Q,Ti=new Le,jD=new Q(0,0,0),tU=new Q(1,1,1),ds=new Q,qf=new Q,Vn=new Q,hA=new Le,dA=new lr,_s=class e{constructor(t=0,n=0,i=0,r=e.DEFAULT_ORDER){this.isEuler=!0,this._x=t,this._y=n,this._z=i,this._order=r}get x(){return this._x}set x(t){this._x=t,this._onChangeCallback()}get y(){return this._y}set y(t){this._y=t,this._onChangeCallback()}get z(){return this._z}set z(t){this._z=t,this._onChangeCallback()}get order(){return this._order}set order(t){this._order=t,this._onChangeCallback()}set(t,n,i,r=this._order){return this._x=t,this._y=n,this._z=i,this._order=r,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._order)}copy(t){return this._x=t._x,this._y=t._y,this._z=t._z,this._order=t._order,this._onChangeCallback(),this}setFromRotationMatrix(t,n=this._order,i=!0){let r=t.elements,s=r[0],o=r[4],a=r[8],l=r[1],c=r[5],u=r[9],h=r[2],f=r[6],d=r[10];switch(n){case"XYZ":this._y=Math.asin(ee(a,-1,1)),Math.abs(a)<.9999999?(this._x=Math.atan2(-u,d),this._z=Math.atan2(-o,s)):(this._x=Math.atan2(f,c),this._z=0);break;case"YXZ":this._x=Math.asin(-ee(u,-1,1)),Math.abs(u)<.9999999?(this._y=Math.atan2(a,d),this._z=Math.atan2(l,c)):(this._y=Math.atan2(-h,s),this._z=0);break;case"ZXY":this._x=Math.asin(ee(f,-1,1)),Math.abs(f)<.9999999?(this._y=Math.atan2(-h,d),this._z=Math.atan2(-o,c)):(this._y=0,this._z=Math.atan2(l,s));break;case"ZYX":this._y=Math.asin(-ee(h,-1,1)),Math.abs(h)<.9999999?(this._x=Math.atan2(f,d),this._z=Math.atan2(l,s)):(this._x=0,this._z=Math.atan2(-o,c));break;case"YZX":this._z=Math.asin(ee(l,-1,1)),Math.abs(l)<.9999999?(this._x=Math.atan2(-u,c),this._y=Math.atan2(-h,s)):(this._x=0,this._y=Math.atan2(a,d));break;case"XZY":this._z=Math.asin(-ee(o,-1,1)),Math.abs(o)<.9999999?(this._x=Math.atan2(f,c),this._y=Math.atan2(a,s)):(this._x=Math.atan2(-u,d),this._y=0);break;default:Ot("Euler: .setFromRotationMatrix() encountered an unknown order: "+n)}return this._order=n,i===!0&&this._onChangeCallback(),this}setFromQuaternion(t,n,i){return hA.makeRotationFromQuaternion(t),this.setFromRotationMatrix(hA,n,i)}setFromVector3(t,n=this._order){return this.set(t.x,t.y,t.z,n)}reorder(t){return dA.setFromEuler(this),this.setFromQuaternion(dA,t)}equals(t){return t._x===this._x&&t._y===this._y&&t._z===this._z&&t._order===this._order}fromArray(t){return this._x=t[0],this._y=t[1],this._z=t[2],t[3]!==void 0&&(this._order=t[3]),this._onChangeCallback(),this}toArray(t=[],n=0){return t[n]=this._x,t[n+1]=this._y,t[n+2]=this._z,t[n+3]=this._order,t}_onChange(t){return this._onChangeCallback=t,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._order}};_s.DEFAULT_ORDER="XYZ";var xc=class{constructor(){this.mask=1}set(t){this.mask=(1<<t|0)>>>0}enable(t){this.mask|=1<<t|0}enableAll(){this.mask=-1}toggle(t){this.mask^=1<<t|0}disable(t){this.mask&=~(1<<t|0)}disableAll(){this.mask=0}test(t){return(this.mask&t.mask)!==0}isEnabled(t){return(this.mask&(1<<t|0))!==0}},eU=0,pA=new Q,Ca=new lr,Ur=new Le,Yf=new Q,oc=new Q,nU=new Q,iU=new lr,mA=new Q(1,0,0),gA=new Q(0,1,0),xA=new Q(0,0,1),yA={type:"added"},rU={type:"removed"},Ra={type:"childadded",child:null},Cx={type:"childremoved",child:null},pi=class e extends ar{constructor(){super(),this.isObject3D=!0,Object.defineProperty(this,"id",{value:eU++}),this.uuid=Uc(),this.name="",this.type="Object3D",this.parent=null,this.children=[],this.up=e.DEFAULT_UP.clone();let t=new Q,n=new _s,i=new lr,r=new Q(1,1,1);function s(){i.setFromEuler(n,!1)}function o(){n.setFromQuaternion(i,void 0,!1)}n._onChange(s),i._onChange(o),Object.defineProperties(this,{position:{configurable:!0,enumerable:!0,value:t},rotation:{configurable:!0,enumerable:!0,value:n},quaternion:{configurable:!0,enumerable:!0,value:i},scale:{configurable:!0,enumerable:!0,value:r},modelViewMatrix:{value:new Le},normalMatrix:{value:new zt}}),this.matrix=new Le,this.matrixWorld=new Le,this.matrixAutoUpdate=e.DEFAULT_MATRIX_AUTO_UPDATE,this.matrixWorldAutoUpdate=e.DEFAULT_MATRIX_WORLD_AUTO_UPDATE,this.matrixWorldNeedsUpdate=!1,this.layers=new xc,this.visible=!0,this.castShadow=!1,this.receiveShadow=!1,this.frustumCulled=!0,this.renderOrder=0,this.animations=[],this.customDepthMaterial=void 0,this.customDistanceMaterial=void 0,this.static=!1,this.userData={},this.pivot=null}onBeforeShadow(){}onAfterShadow(){}onBeforeRender(){}onAfterRender(){}applyMatrix4(t){this.matrixAutoUpdate&&this.updateMatrix(),this.matrix.premultiply(t),this.matrix.decompose(this.position,this.quaternion,this.scale),this.pivot!==null&&this.position.copy(this.pivot).applyMatrix4(this.matrix).sub(this.pivot)}applyQuaternion(t){return this.quaternion.premultiply(t),this}setRotationFromAxisAngle(t,n){this.quaternion.setFromAxisAngle(t,n)}setRotationFromEuler(t){this.quaternion.setFromEuler(t,!0)}setRotationFromMatrix(t){this.quaternion.setFromRotationMatrix(t)}setRotationFromQuaternion(t){this.quaternion.copy(t)}rotateOnAxis(t,n){return Ca.setFromAxisAngle(t,n),this.quaternion.multiply(Ca),this}rotateOnWorldAxis(t,n){return Ca.setFromAxisAngle(t,n),this.quaternion.premultiply(Ca),this}rotateX(t){return this.rotateOnAxis(mA,t)}rotateY(t){return this.rotateOnAxis(gA,t)}rotateZ(t){return this.rotateOnAxis(xA,t)}translateOnAxis(t,n){return pA.copy(t).applyQuaternion(this.quaternion),this.position.add(pA.multiplyScalar(n)),this}translateX(t){return this.translateOnAxis(mA,t)}translateY(t){return this.translateOnAxis(gA,t)}translateZ(t){return this.translateOnAxis(xA,t)}localToWorld(t){return this.updateWorldMatrix(!0,!1),t.applyMatrix4(this.matrixWorld)}worldToLocal(t){return this.updateWorldMatrix(!0,!1),t.applyMatrix4(Ur.copy(this.matrixWorld).invert())}lookAt(t,n,i){t.isVector3?Yf.copy(t):Yf.set(t,n,i);let r=this.parent;this.updateWorldMatrix(!0,!1),oc.setFromMatrixPosition(this.matrixWorld),this.isCamera||this.isLight?Ur.lookAt(oc,Yf,this.up):Ur.lookAt(Yf,oc,this.up),this.quaternion.setFromRotationMatrix(Ur),r&&(Ur.extractRotation(r.matrixWorld),Ca.setFromRotationMatrix(Ur),this.quaternion.premultiply(Ca.invert()))}add(t){if(arguments.length>1){for(let n=0;n<arguments.length;n++)this.add(arguments[n]);return this}return t===this?(kt("Object3D.add: object can't be added as a child of itself.",t),this):(t&&t.isObject3D?(t.removeFromParent(),t.parent=this,this.children.push(t),t.dispatchEvent(yA),Ra.child=t,this.dispatchEvent(Ra),Ra.child=null):kt("Object3D.add: object not an instance of THREE.Object3D.",t),this)}remove(t){if(arguments.length>1){for(let i=0;i<arguments.length;i++)this.remove(arguments[i]);return this}let n=this.children.indexOf(t);return n!==-1&&(t.parent=null,this.children.splice(n,1),t.dispatchEvent(rU),Cx.child=t,this.dispatchEvent(Cx),Cx.child=null),this}removeFromParent(){let t=this.parent;return t!==null&&t.remove(this),this}clear(){return this.remove(...this.children)}attach(t){return this.updateWorldMatrix(!0,!1),Ur.copy(this.matrixWorld).invert(),t.parent!==null&&(t.parent.updateWorldMatrix(!0,!1),Ur.multiply(t.parent.matrixWorld)),t.applyMatrix4(Ur),t.removeFromParent(),t.parent=this,this.children.push(t),t.updateWorldMatrix(!1,!0),t.dispatchEvent(yA),Ra.child=t,this.dispatchEvent(Ra),Ra.child=null,this}getObjectById(t){return this.getObjectByProperty("id",t)}getObjectByName(t){return this.getObjectByProperty("name",t)}getObjectByProperty(t,n){if(this[t]===n)return this;for(let i=0,r=this.children.length;i<r;i++){let o=this.children[i].getObjectByProperty(t,n);if(o!==void 0)return o}}getObjectsByProperty(t,n,i=[]){this[t]===n&&i.push(this);let r=this.children;for(let s=0,o=r.length;s<o;s++)r[s].getObjectsByProperty(t,n,i);return i}getWorldPosition(t){return this.updateWorldMatrix(!0,!1),t.setFromMatrixPosition(this.matrixWorld)}getWorldQuaternion(t){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(oc,t,nU),t}getWorldScale(t){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(oc,iU,t),t}getWorldDirection(t){this.updateWorldMatrix(!0,!1);let n=this.matrixWorld.elements;return t.set(n[8],n[9],n[10]).normalize()}raycast(){}intersectsFrustum(){return!0}traverse(t){t(this);let n=this.children;for(let i=0,r=n.length;i<r;i++)n[i].traverse(t)}traverseVisible(t){if(this.visible===!1)return;t(this);let n=this.children;for(let i=0,r=n.length;i<r;i++)n[i].traverseVisible(t)}traverseAncestors(t){let n=this.parent;n!==null&&(t(n),n.traverseAncestors(t))}updateMatrix(){this.matrix.compose(this.position,this.quaternion,this.scale);let t=this.pivot;if(t!==null){let n=t.x,i=t.y,r=t.z,s=this.matrix.elements;s[12]+=n-s[0]*n-s[4]*i-s[8]*r,s[13]+=i-s[1]*n-s[5]*i-s[9]*r,s[14]+=r-s[2]*n-s[6]*i-s[10]*r}this.matrixWorldNeedsUpdate=!0}updateMatrixWorld(t){this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||t)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,t=!0);let n=this.children;for(let i=0,r=n.length;i<r;i++)n[i].updateMatrixWorld(t)}updateWorldMatrix(t,n,i=!1){let r=this.parent;if(t===!0&&r!==null&&r.updateWorldMatrix(!0,!1),this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||i)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,i=!0),n===!0){let s=this.children;for(let o=0,a=s.length;o<a;o++)s[o].updateWorldMatrix(!1,!0,i)}}toJSON(t){let n=t===void 0||typeof t=="string",i={};n&&(t={geometries:{},materials:{},textures:{},images:{},shapes:{},skeletons:{},animations:{},nodes:{}},i.metadata={version:4.7,type:"Object",generator:"Object3D.toJSON"});let r={};r.uuid=this.uuid,r.type=this.type,r.name=this.name,r.castShadow=this.castShadow,r.receiveShadow=this.receiveShadow,r.visible=this.visible,r.frustumCulled=this.frustumCulled,r.renderOrder=this.renderOrder,r.static=this.static,r.matrixAutoUpdate=this.matrixAutoUpdate,Object.keys(this.userData).length>0&&(r.userData=this.userData),r.layers=this.layers.mask,r.matrix=this.matrix.toArray(),r.up=this.up.toArray(),this.pivot!==null&&(r.pivot=this.pivot.toArray()),this.morphTargetDictionary!==void 0&&(r.morphTargetDictionary=Object.assign({},this.morphTargetDictionary)),this.morphTargetInfluences!==void 0&&(r.morphTargetInfluences=this.morphTargetInfluences.slice()),this.isInstancedMesh&&(r.type="InstancedMesh",r.count=this.count,r.instanceMatrix=this.instanceMatrix.toJSON(),this.instanceColor!==null&&(r.instanceColor=this.instanceColor.toJSON())),this.isBatchedMesh&&(r.type="BatchedMesh",r.perObjectFrustumCulled=this.perObjectFrustumCulled,r.sortObjects=this.sortObjects,r.drawRanges=this._drawRanges,r.reservedRanges=this._reservedRanges,r.geometryInfo=this._geometryInfo.map(a=>({...a,boundingBox:a.boundingBox?a.boundingBox.toJSON():void 0,boundingSphere:a.boundingSphere?a.boundingSphere.toJSON():void 0})),r.instanceInfo=this._instanceInfo.map(a=>({...a})),r.availableInstanceIds=this._availableInstanceIds.slice(),r.availableGeometryIds=this._availableGeometryIds.slice(),r.nextIndexStart=this._nextIndexStart,r.nextVertexStart=this._nextVertexStart,r.geometryCount=this._geometryCount,r.maxInstanceCount=this._maxInstanceCount,r.maxVertexCount=this._maxVertexCount,r.maxIndexCount=this._maxIndexCount,r.geometryInitialized=this._geometryInitialized,r.matricesTexture=this._matricesTexture.toJSON(t),r.indirectTexture=this._indirectTexture.toJSON(t),this._colorsTexture!==null&&(r.colorsTexture=this._colorsTexture.toJSON(t)),this.boundingSphere!==null&&(r.boundingSphere=this.boundingSphere.toJSON()),this.boundingBox!==null&&(r.boundingBox=this.boundingBox.toJSON()));function s(a,l){return a[l.uuid]===void 0&&(a[l.uuid]=l.toJSON(t)),l.uuid}if(this.isScene)this.background&&(this.background.isColor?r.background=this.background.toJSON():this.background.isTexture&&(r.background=this.background.toJSON(t).uuid)),this.environment&&this.environment.isTexture&&this.environment.isRenderTargetTexture!==!0&&(r.environment=this.environment.toJSON(t).uuid);else if(this.isMesh||this.isLine||this.isPoints){r.geometry=s(t.geometries,this.geometry);let a=this.geometry.parameters;if(a!==void 0&&a.shapes!==void 0){let l=a.shapes;if(Array.isArray(l))for(let c=0,u=l.length;c<u;c++){let h=l[c];s(t.shapes,h)}else s(t.shapes,l)}}if(this.isSkinnedMesh&&(r.bindMode=this.bindMode,r.bindMatrix=this.bindMatrix.toArray(),this.skeleton!==void 0&&(s(t.skeletons,this.skeleton),r.skeleton=this.skeleton.uuid)),this.material!==void 0)if(Array.isArray(this.material)){let a=[];for(let l=0,c=this.material.length;l<c;l++)a.push(s(t.materials,this.material[l]));r.material=a}else r.material=s(t.materials,this.material);if(this.children.length>0){r.children=[];for(let a=0;a<this.children.length;a++)r.children.push(this.children[a].toJSON(t).object)}if(this.animations.length>0){r.animations=[];for(let a=0;a<this.animations.length;a++){let l=this.animations[a];r.animations.push(s(t.animations,l))}}if(n){let a=o(t.geometries),l=o(t.materials),c=o(t.textures),u=o(t.images),h=o(t.shapes),f=o(t.skeletons),d=o(t.animations),p=o(t.nodes);a.length>0&&(i.geometries=a),l.length>0&&(i.materials=l),c.length>0&&(i.textures=c),u.length>0&&(i.images=u),h.length>0&&(i.shapes=h),f.length>0&&(i.skeletons=f),d.length>0&&(i.animations=d),p.length>0&&(i.nodes=p)}return i.object=r,i;function o(a){let l=[];for(let c in a){let u=a[c];delete u.metadata,l.push(u)}return l}}clone(t){return new this.constructor().copy(this,t)}copy(t,n=!0){if(this.name=t.name,this.up.copy(t.up),this.position.copy(t.position),this.rotation.order=t.rotation.order,this.quaternion.copy(t.quaternion),this.scale.copy(t.scale),this.pivot=t.pivot!==null?t.pivot.clone():null,this.matrix.copy(t.matrix),this.matrixWorld.copy(t.matrixWorld),this.matrixAutoUpdate=t.matrixAutoUpdate,this.matrixWorldAutoUpdate=t.matrixWorldAutoUpdate,this.matrixWorldNeedsUpdate=t.matrixWorldNeedsUpdate,this.layers.mask=t.layers.mask,this.visible=t.visible,this.castShadow=t.castShadow,this.receiveShadow=t.receiveShadow,this.frustumCulled=t.frustumCulled,this.renderOrder=t.renderOrder,this.static=t.static,this.animations=t.animations.slice(),this.userData=JSON.parse(JSON.stringify(t.userData)),n===!0)for(let i=0;i<t.children.length;i++){let r=t.children[i];this.add(r.clone())}return this}dispose(){this.dispatchEvent({type:"dispose"})}};pi.DEFAULT_UP=new Q(0,1,0);pi.DEFAULT_MATRIX_AUTO_UPDATE=!0;pi.DEFAULT_MATRIX_WORLD_AUTO_UPDATE=!0;var yo=class extends pi{constructor(){super(),this.isGroup=!0,this.type="Group"}},sU={type:"move"},Ha=class{constructor(){this._targetRay=null,this._grip=null,this._hand=null}getHandSpace(){return this._hand===null&&(this._hand=new yo,this._hand.matrixAutoUpdate=!1,this._hand.visible=!1,this._hand.joints={},this._hand.inputState={pinching:!1}),this._hand}getTargetRaySpace(){return this._targetRay===null&&(this._targetRay=new yo,this._targetRay.matrixAutoUpdate=!1,this._targetRay.visible=!1,this._targetRay.hasLinearVelocity=!1,this._targetRay.linearVelocity=new Q,this._targetRay.hasAngularVelocity=!1,this._targetRay.angularVelocity=new Q),this._targetRay}getGripSpace(){return this._grip===null&&(this._grip=new yo,this._grip.matrixAutoUpdate=!1,this._grip.visible=!1,this._grip.hasLinearVelocity=!1,this._grip.linearVelocity=new Q,this._grip.hasAngularVelocity=!1,this._grip.angularVelocity=new Q,this._grip.eventsEnabled=!1),this._grip}dispatchEvent(t){return this._targetRay!==null&&this._targetRay.dispatchEvent(t),this._grip!==null&&this._grip.dispatchEvent(t),this._hand!==null&&this._hand.dispatchEvent(t),this}connect(t){if(t&&t.hand){let n=this._hand;if(n)for(let i of t.hand.values())this._getHandJoint(n,i)}return this.dispatchEvent({type:"connected",data:t}),this}disconnect(t){return this.dispatchEvent({type:"disconnected",data:t}),this._targetRay!==null&&(this._targetRay.visible=!1),this._grip!==null&&(this._grip.visible=!1),this._hand!==null&&(this._hand.visible=!1),this}update(t,n,i){let r=null,s=null,o=null,a=this._targetRay,l=this._grip,c=this._hand;if(t&&n.session.visibilityState!=="visible-blurred"){if(c&&t.hand){o=!0;for(let x of t.hand.values()){let m=n.getJointPose(x,i),g=this._getHandJoint(c,x);m!==null&&(g.matrix.fromArray(m.transform.matrix),g.matrix.decompose(g.position,g.quaternion,g.scale),g.matrixWorldNeedsUpdate=!0,g.jointRadius=m.radius),g.visible=m!==null}let u=c.joints["index-finger-tip"],h=c.joints["thumb-tip"],f=u.position.distanceTo(h.position),d=.02,p=.005;c.inputState.pinching&&f>d+p?(c.inputState.pinching=!1,this.dispatchEvent({type:"pinchend",handedness:t.handedness,target:this})):!c.inputState.pinching&&f<=d-p&&(c.inputState.pinching=!0,this.dispatchEvent({type:"pinchstart",handedness:t.handedness,target:this}))}else l!==null&&t.gripSpace&&(s=n.getPose(t.gripSpace,i),s!==null&&(l.matrix.fromArray(s.transform.matrix),l.matrix.decompose(l.position,l.quaternion,l.scale),l.matrixWorldNeedsUpdate=!0,s.linearVelocity?(l.hasLinearVelocity=!0,l.linearVelocity.copy(s.linearVelocity)):l.hasLinearVelocity=!1,s.angularVelocity?(l.hasAngularVelocity=!0,l.angularVelocity.copy(s.angularVelocity)):l.hasAngularVelocity=!1,l.eventsEnabled&&l.dispatchEvent({type:"gripUpdated",data:t,target:this})));a!==null&&(r=n.getPose(t.targetRaySpace,i),r===null&&s!==null&&(r=s),r!==null&&(a.matrix.fromArray(r.transform.matrix),a.matrix.decompose(a.position,a.quaternion,a.scale),a.matrixWorldNeedsUpdate=!0,r.linearVelocity?(a.hasLinearVelocity=!0,a.linearVelocity.copy(r.linearVelocity)):a.hasLinearVelocity=!1,r.angularVelocity?(a.hasAngularVelocity=!0,a.angularVelocity.copy(r.angularVelocity)):a.hasAngularVelocity=!1,this.dispatchEvent(sU)))}return a!==null&&(a.visible=r!==null),l!==null&&(l.visible=s!==null),c!==null&&(c.visible=o!==null),this}_getHandJoint(t,n){if(t.joints[n.jointName]===void 0){let i=new yo;i.matrixAutoUpdate=!1,i.visible=!1,t.joints[n.jointName]=i,t.add(i)}return t.joints[n.jointName]}},d2={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074},ps={h:0,s:0,l:0},Zf={h:0,s:0,l:0};function Rx(e,t,n){return n<0&&(n+=1),n>1&&(n-=1),n<1/6?e+(t-e)*6*n:n<1/2?t:n<2/3?e+(t-e)*6*(2/3-n):e}var ie=class{constructor(t,n,i){return this.isColor=!0,this.r=1,this.g=1,this.b=1,this.set(t,n,i)}set(t,n,i){if(n===void 0&&i===void 0){let r=t;r&&r.isColor?this.copy(r):typeof r=="number"?this.setHex(r):typeof r=="string"&&this.setStyle(r)}else this.setRGB(t,n,i);return this}setScalar(t){return this.r=t,this.g=t,this.b=t,this}setHex(t,n=Wn){return t=Math.floor(t),this.r=(t>>16&255)/255,this.g=(t>>8&255)/255,this.b=(t&255)/255,te.colorSpaceToWorking(this,n),this}setRGB(t,n,i,r=te.workingColorSpace){return this.r=t,this.g=n,this.b=i,te.colorSpaceToWorking(this,r),this}setHSL(t,n,i,r=te.workingColorSpace){if(t=qD(t,1),n=ee(n,0,1),i=ee(i,0,1),n===0)this.r=this.g=this.b=i;else{let s=i<=.5?i*(1+n):i+n-i*n,o=2*i-s;this.r=Rx(o,s,t+1/3),this.g=Rx(o,s,t),this.b=Rx(o,s,t-1/3)}return te.colorSpaceToWorking(this,r),this}setStyle(t,n=Wn){function i(s){s!==void 0&&parseFloat(s)<1&&Ot("Color: Alpha component of "+t+" will be ignored.")}let r;if(r=/^(\w+)\(([^\)]*)\)/.exec(t)){let s,o=r[1],a=r[2];switch(o){case"rgb":case"rgba":if(s=/^\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return i(s[4]),this.setRGB(Math.min(255,parseInt(s[1],10))/255,Math.min(255,parseInt(s[2],10))/255,Math.min(255,parseInt(s[3],10))/255,n);if(s=/^\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return i(s[4]),this.setRGB(Math.min(100,parseFloat(s[1]))/100,Math.min(100,parseFloat(s[2]))/100,Math.min(100,parseFloat(s[3]))/100,n);break;case"hsl":case"hsla":if(s=/^\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+))\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return i(s[4]),this.setHSL(parseFloat(s[1])/360,parseFloat(s[2])/100,parseFloat(s[3])/100,n);break;default:Ot("Color: Unknown color model "+t)}}else if(r=/^\#([A-Fa-f\d]+)$/.exec(t)){let s=r[1],o=s.length;if(o===3)return this.setRGB(parseInt(s.charAt(0),16)/15,parseInt(s.charAt(1),16)/15,parseInt(s.charAt(2),16)/15,n);if(o===6)return this.setHex(parseInt(s,16),n);Ot("Color: Invalid hex color "+t)}else if(t&&t.length>0)return this.setColorName(t,n);return this}setColorName(t,n=Wn){let i=d2[t.toLowerCase()];return i!==void 0?this.setHex(i,n):Ot("Color: Unknown color "+t),this}clone(){return new this.constructor(this.r,this.g,this.b)}copy(t){return this.r=t.r,this.g=t.g,this.b=t.b,this}copySRGBToLinear(t){return this.r=zr(t.r),this.g=zr(t.g),this.b=zr(t.b),this}copyLinearToSRGB(t){return this.r=ka(t.r),this.g=ka(t.g),this.b=ka(t.b),this}convertSRGBToLinear(){return this.copySRGBToLinear(this),this}convertLinearToSRGB(){return this.copyLinearToSRGB(this),this}getHex(t=Wn){return te.workingToColorSpace(dn.copy(this),t),Math.round(ee(dn.r*255,0,255))*65536+Math.round(ee(dn.g*255,0,255))*256+Math.round(ee(dn.b*255,0,255))}getHexString(t=Wn){return("000000"+this.getHex(t).toString(16)).slice(-6)}getHSL(t,n=te.workingColorSpace){te.workingToColorSpace(dn.copy(this),n);let i=dn.r,r=dn.g,s=dn.b,o=Math.max(i,r,s),a=Math.min(i,r,s),l,c,u=(a+o)/2;if(a===o)l=0,c=0;else{let h=o-a;switch(c=u<=.5?h/(o+a):h/(2-o-a),o){case i:l=(r-s)/h+(r<s?6:0);break;case r:l=(s-i)/h+2;break;case s:l=(i-r)/h+4;break}l/=6}return t.h=l,t.s=c,t.l=u,t}getRGB(t,n=te.workingColorSpace){return te.workingToColorSpace(dn.copy(this),n),t.r=dn.r,t.g=dn.g,t.b=dn.b,t}getStyle(t=Wn){te.workingToColorSpace(dn.copy(this),t);let n=dn.r,i=dn.g,r=dn.b;return t!==Wn?`color(${t} ${n.toFixed(3)} ${i.toFixed(3)} ${r.toFixed(3)})`:`rgb(${Math.round(n*255)},${Math.round(i*255)},${Math.round(r*255)})`}offsetHSL(t,n,i){return this.getHSL(ps),this.setHSL(ps.h+t,ps.s+n,ps.l+i)}add(t){return this.r+=t.r,this.g+=t.g,this.b+=t.b,this}addColors(t,n){return this.r=t.r+n.r,this.g=t.g+n.g,this.b=t.b+n.b,this}addScalar(t){return this.r+=t,this.g+=t,this.b+=t,this}sub(t){return this.r=Math.max(0,this.r-t.r),this.g=Math.max(0,this.g-t.g),this.b=Math.max(0,this.b-t.b),this}multiply(t){return this.r*=t.r,this.g*=t.g,this.b*=t.b,this}multiplyScalar(t){return this.r*=t,this.g*=t,this.b*=t,this}lerp(t,n){return this.r+=(t.r-this.r)*n,this.g+=(t.g-this.g)*n,this.b+=(t.b-this.b)*n,this}lerpColors(t,n,i){return this.r=t.r+(n.r-t.r)*i,this.g=t.g+(n.g-t.g)*i,this.b=t.b+(n.b-t.b)*i,this}lerpHSL(t,n){this.getHSL(ps),t.getHSL(Zf);let i=Sx(ps.h,Zf.h,n),r=Sx(ps.s,Zf.s,n),s=Sx(ps.l,Zf.l,n);return this.setHSL(i,r,s),this}setFromVector3(t){return this.r=t.x,this.g=t.y,this.b=t.z,this}applyMatrix3(t){let n=this.r,i=this.g,r=this.b,s=t.elements;return this.r=s[0]*n+s[3]*i+s[6]*r,this.g=s[1]*n+s[4]*i+s[7]*r,this.b=s[2]*n+s[5]*i+s[8]*r,this}equals(t){return t.r===this.r&&t.g===this.g&&t.b===this.b}fromArray(t,n=0){return this.r=t[n],this.g=t[n+1],this.b=t[n+2],this}toArray(t=[],n=0){return t[n]=this.r,t[n+1]=this.g,t[n+2]=this.b,t}fromBufferAttribute(t,n){return this.r=t.getX(n),this.g=t.getY(n),this.b=t.getZ(n),this}toJSON(){return this.getHex()}*[Symbol.iterator](){yield this.r,yield this.g,yield this.b}},dn=new ie;ie.NAMES=d2;var yc=class extends pi{constructor(){super(),this.isScene=!0,this.type="Scene",this.background=null,this.environment=null,this.fog=null,this.backgroundBlurriness=0,this.backgroundIntensity=1,this.backgroundRotation=new _s,this.environmentIntensity=1,this.environmentRotation=new _s,this.overrideMaterial=null,typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}copy(t,n){return super.copy(t,n),this.background=t.background!==null?t.background.clone():null,this.environment=t.environment!==null?t.environment.clone():null,this.fog=t.fog!==null?t.fog.clone():null,this.backgroundBlurriness=t.backgroundBlurriness,this.backgroundIntensity=t.backgroundIntensity,this.backgroundRotation.copy(t.backgroundRotation),this.environmentIntensity=t.environmentIntensity,this.environmentRotation.copy(t.environmentRotation),this.overrideMaterial=t.overrideMaterial!==null?t.overrideMaterial.clone():null,this.matrixAutoUpdate=t.matrixAutoUpdate,this}toJSON(t){let n=super.toJSON(t);return this.fog!==null&&(n.object.fog=this.fog.toJSON()),n.object.backgroundBlurriness=this.backgroundBlurriness,n.object.backgroundIntensity=this.backgroundIntensity,n.object.backgroundRotation=this.backgroundRotation.toArray(),n.object.environmentIntensity=this.environmentIntensity,n.object.environmentRotation=this.environmentRotation.toArray(),n}},Ai=new Q,Fr=new Q,Ix=new Q,Or=new Q,Ia=new Q,Pa=new Q,_A=new Q,Px=new Q,Nx=new Q,Lx=new Q,Dx=new Ee,Ux=new Ee,Fx=new Ee,ys=class e{constructor(t=new Q,n=new Q,i=new Q){this.a=t,this.b=n,this.c=i}static getNormal(t,n,i,r){r.subVectors(i,n),Ai.subVectors(t,n),r.cross(Ai);let s=r.lengthSq();return s>0?r.multiplyScalar(1/Math.sqrt(s)):r.set(0,0,0)}static getBarycoord(t,n,i,r,s){Ai.subVectors(r,n),Fr.subVectors(i,n),Ix.subVectors(t,n);let o=Ai.dot(Ai),a=Ai.dot(Fr),l=Ai.dot(Ix),c=Fr.dot(Fr),u=Fr.dot(Ix),h=o*c-a*a;if(h===0)return s.set(0,0,0),null;let f=1/h,d=(c*l-a*u)*f,p=(o*u-a*l)*f;return s.set(1-d-p,p,d)}static containsPoint(t,n,i,r){return this.getBarycoord(t,n,i,r,Or)===null?!1:Or.x>=0&&Or.y>=0&&Or.x+Or.y<=1}static getInterpolation(t,n,i,r,s,o,a,l){return this.getBarycoord(t,n,i,r,Or)===null?(l.x=0,l.y=0,"z"in l&&(l.z=0),"w"in l&&(l.w=0),null):(l.setScalar(0),l.addScaledVector(s,Or.x),l.addScaledVector(o,Or.y),l.addScaledVector(a,Or.z),l)}static getInterpolatedAttribute(t,n,i,r,s,o){return Dx.setScalar(0),Ux.setScalar(0),Fx.setScalar(0),Dx.fromBufferAttribute(t,n),Ux.fromBufferAttribute(t,i),Fx.fromBufferAttribute(t,r),o.setScalar(0),o.addScaledVector(Dx,s.x),o.addScaledVector(Ux,s.y),o.addScaledVector(Fx,s.z),o}static isFrontFacing(t,n,i,r){return Ai.subVectors(i,n),Fr.subVectors(t,n),Ai.cross(Fr).dot(r)<0}set(t,n,i){return this.a.copy(t),this.b.copy(n),this.c.copy(i),this}setFromPointsAndIndices(t,n,i,r){return this.a.copy(t[n]),this.b.copy(t[i]),this.c.copy(t[r]),this}setFromAttributeAndIndices(t,n,i,r){return this.a.fromBufferAttribute(t,n),this.b.fromBufferAttribute(t,i),this.c.fromBufferAttribute(t,r),this}clone(){return new this.constructor().copy(this)}copy(t){return this.a.copy(t.a),this.b.copy(t.b),this.c.copy(t.c),this}getArea(){return Ai.subVectors(this.c,this.b),Fr.subVectors(this.a,this.b),Ai.cross(Fr).length()*.5}getMidpoint(t){return t.addVectors(this.a,this.b).add(this.c).multiplyScalar(1/3)}getNormal(t){return e.getNormal(this.a,this.b,this.c,t)}getPlane(t){return t.setFromCoplanarPoints(this.a,this.b,this.c)}getBarycoord(t,n){return e.getBarycoord(t,this.a,this.b,this.c,n)}getInterpolation(t,n,i,r,s){return e.getInterpolation(t,this.a,this.b,this.c,n,i,r,s)}containsPoint(t){return e.containsPoint(t,this.a,this.b,this.c)}isFrontFacing(t){return e.isFrontFacing(this.a,this.b,this.c,t)}intersectsBox(t){return t.intersectsTriangle(this)}closestPointToPoint(t,n){let i=this.a,r=this.b,s=this.c,o,a;Ia.subVectors(r,i),Pa.subVectors(s,i),Px.subVectors(t,i);let l=Ia.dot(Px),c=Pa.dot(Px);if(l<=0&&c<=0)return n.copy(i);Nx.subVectors(t,r);let u=Ia.dot(Nx),h=Pa.dot(Nx);if(u>=0&&h<=u)return n.copy(r);let f=l*h-u*c;if(f<=0&&l>=0&&u<=0&&l-u>0)return o=l/(l-u),n.copy(i).addScaledVector(Ia,o);Lx.subVectors(t,s);let d=Ia.dot(Lx),p=Pa.dot(Lx);if(p>=0&&d<=p)return n.copy(s);let x=d*c-l*p;if(x<=0&&c>=0&&p<=0)return a=c/(c-p),n.copy(i).addScaledVector(Pa,a);let m=u*p-d*h;if(m<=0&&h-u>=0&&d-p>=0)return _A.subVectors(s,r),a=(h-u)/(h-u+(d-p)),n.copy(r).addScaledVector(_A,a);let g=1/(m+x+f);return o=x*g,a=f*g,n.copy(i).addScaledVector(Ia,o).addScaledVector(Pa,a)}equals(t){return t.a.equals(this.a)&&t.b.equals(this.b)&&t.c.equals(this.c)}},vs=class{constructor(t=new Q(1/0,1/0,1/0),n=new Q(-1/0,-1/0,-1/0)){this.isBox3=!0,this.min=t,this.max=n}set(t,n){return this.min.copy(t),this.max.copy(n),this}setFromArray(t){this.makeEmpty();for(let n=0,i=t.length;n<i;n+=3)this.expandByPoint(Ei.fromArray(t,n));return this}setFromBufferAttribute(t){this.makeEmpty();for(let n=0,i=t.count;n<i;n++)this.expandByPoint(Ei.fromBufferAttribute(t,n));return this}setFromPoints(t){this.makeEmpty();for(let n=0,i=t.length;n<i;n++)this.expandByPoint(t[n]);return this}setFromCenterAndSize(t,n){let i=Ei.copy(n).multiplyScalar(.5);return this.min.copy(t).sub(i),this.max.copy(t).add(i),this}setFromObject(t,n=!1){return this.makeEmpty(),this.expandByObject(t,n)}clone(){return new this.constructor().copy(this)}copy(t){return this.min.copy(t.min),this.max.copy(t.max),this}makeEmpty(){return this.min.x=this.min.y=this.min.z=1/0,this.max.x=this.max.y=this.max.z=-1/0,this}isEmpty(){return this.max.x<this.min.x||this.max.y<this.min.y||this.max.z<this.min.z}getCenter(t){return this.isEmpty()?t.set(0,0,0):t.addVectors(this.min,this.max).multiplyScalar(.5)}getSize(t){return this.isEmpty()?t.set(0,0,0):t.subVectors(this.max,this.min)}expandByPoint(t){return this.min.min(t),this.max.max(t),this}expandByVector(t){return this.min.sub(t),this.max.add(t),this}expandByScalar(t){return this.min.addScalar(-t),this.max.addScalar(t),this}expandByObject(t,n=!1){t.updateWorldMatrix(!1,!1);let i=t.geometry;if(i!==void 0){let s=i.getAttribute("position");if(n===!0&&s!==void 0&&t.isInstancedMesh!==!0&&t.isBatchedMesh!==!0)for(let o=0,a=s.count;o<a;o++)t.isMesh===!0?t.getVertexPosition(o,Ei):Ei.fromBufferAttribute(s,o),Ei.applyMatrix4(t.matrixWorld),this.expandByPoint(Ei);else t.boundingBox!==void 0?(t.boundingBox===null&&t.computeBoundingBox(),Jf.copy(t.boundingBox)):(i.boundingBox===null&&i.computeBoundingBox(),Jf.copy(i.boundingBox)),Jf.applyMatrix4(t.matrixWorld),this.union(Jf)}let r=t.children;for(let s=0,o=r.length;s<o;s++)this.expandByObject(r[s],n);return this}containsPoint(t){return t.x>=this.min.x&&t.x<=this.max.x&&t.y>=this.min.y&&t.y<=this.max.y&&t.z>=this.min.z&&t.z<=this.max.z}containsBox(t){return this.min.x<=t.min.x&&t.max.x<=this.max.x&&this.min.y<=t.min.y&&t.max.y<=this.max.y&&this.min.z<=t.min.z&&t.max.z<=this.max.z}getParameter(t,n){return n.set((t.x-this.min.x)/(this.max.x-this.min.x),(t.y-this.min.y)/(this.max.y-this.min.y),(t.z-this.min.z)/(this.max.z-this.min.z))}intersectsBox(t){return t.max.x>=this.min.x&&t.min.x<=this.max.x&&t.max.y>=this.min.y&&t.min.y<=this.max.y&&t.max.z>=this.min.z&&t.min.z<=this.max.z}intersectsSphere(t){return this.clampPoint(t.center,Ei),Ei.distanceToSquared(t.center)<=t.radius*t.radius}intersectsPlane(t){let n,i;return t.normal.x>0?(n=t.normal.x*this.min.x,i=t.normal.x*this.max.x):(n=t.normal.x*this.max.x,i=t.normal.x*this.min.x),t.normal.y>0?(n+=t.normal.y*this.min.y,i+=t.normal.y*this.max.y):(n+=t.normal.y*this.max.y,i+=t.normal.y*this.min.y),t.normal.z>0?(n+=t.normal.z*this.min.z,i+=t.normal.z*this.max.z):(n+=t.normal.z*this.max.z,i+=t.normal.z*this.min.z),n<=-t.constant&&i>=-t.constant}intersectsTriangle(t){if(this.isEmpty())return!1;this.getCenter(ac),Kf.subVectors(this.max,ac),Na.subVectors(t.a,ac),La.subVectors(t.b,ac),Da.subVectors(t.c,ac),ms.subVectors(La,Na),gs.subVectors(Da,La),po.subVectors(Na,Da);let n=[0,-ms.z,ms.y,0,-gs.z,gs.y,0,-po.z,po.y,ms.z,0,-ms.x,gs.z,0,-gs.x,po.z,0,-po.x,-ms.y,ms.x,0,-gs.y,gs.x,0,-po.y,po.x,0];return!Ox(n,Na,La,Da,Kf)||(n=[1,0,0,0,1,0,0,0,1],!Ox(n,Na,La,Da,Kf))?!1:(Qf.crossVectors(ms,gs),n=[Qf.x,Qf.y,Qf.z],Ox(n,Na,La,Da,Kf))}clampPoint(t,n){return n.copy(t).clamp(this.min,this.max)}distanceToPoint(t){return this.clampPoint(t,Ei).distanceTo(t)}getBoundingSphere(t){return this.isEmpty()?t.makeEmpty():(this.getCenter(t.center),t.radius=this.getSize(Ei).length()*.5),t}intersect(t){return this.min.max(t.min),this.max.min(t.max),this.isEmpty()&&this.makeEmpty(),this}union(t){return this.min.min(t.min),this.max.max(t.max),this}applyMatrix4(t){return this.isEmpty()?this:(Br[0].set(this.min.x,this.min.y,this.min.z).applyMatrix4(t),Br[1].set(this.min.x,this.min.y,this.max.z).applyMatrix4(t),Br[2].set(this.min.x,this.max.y,this.min.z).applyMatrix4(t),Br[3].set(this.min.x,this.max.y,this.max.z).applyMatrix4(t),Br[4].set(this.max.x,this.min.y,this.min.z).applyMatrix4(t),Br[5].set(this.max.x,this.min.y,this.max.z).applyMatrix4(t),Br[6].set(this.max.x,this.max.y,this.min.z).applyMatrix4(t),Br[7].set(this.max.x,this.max.y,this.max.z).applyMatrix4(t),this.setFromPoints(Br),this)}translate(t){return this.min.add(t),this.max.add(t),this}equals(t){return t.min.equals(this.min)&&t.max.equals(this.max)}toJSON(){return{min:this.min.toArray(),max:this.max.toArray()}}fromJSON(t){return this.min.fromArray(t.min),this.max.fromArray(t.max),this}},Br=[new Q,new Q,new Q,new Q,new Q,new Q,new Q,new Q],Ei=new Q,Jf=new vs,Na=new Q,La=new Q,Da=new Q,ms=new Q,gs=new Q,po=new Q,ac=new Q,Kf=new Q,Qf=new Q,mo=new Q;function Ox(e,t,n,i,r){for(let s=0,o=e.length-3;s<=o;s+=3){mo.fromArray(e,s);let a=r.x*Math.abs(mo.x)+r.y*Math.abs(mo.y)+r.z*Math.abs(mo.z),l=t.dot(mo),c=n.dot(mo),u=i.dot(mo);if(Math.max(-Math.max(l,c,u),Math.min(l,c,u))>a)return!1}return!0}var Be=new Q,jf=new oe,oU=0,or=class extends ar{constructor(t,n,i=!1){if(super(),Array.isArray(t))throw new TypeError("THREE.BufferAttribute: array should be a Typed Array.");this.isBufferAttribute=!0,Object.defineProperty(this,"id",{value:oU++}),this.name="",this.array=t,this.itemSize=n,this.count=t!==void 0?t.length/n:0,this.normalized=i,this.usage=a2,this.updateRanges=[],this.gpuType=Ii,this.version=0,this._normalizationScale=t!==void 0?Sy(t):void 0}onUploadCallback(){}set needsUpdate(t){t===!0&&this.version++}setUsage(t){return this.usage=t,this}addUpdateRange(t,n){this.updateRanges.push({start:t,count:n})}clearUpdateRanges(){this.updateRanges.length=0}copy(t){return this.name=t.name,this.array=new t.array.constructor(t.array),this.itemSize=t.itemSize,this.count=t.count,this.normalized=t.normalized,this.usage=t.usage,this.gpuType=t.gpuType,this._normalizationScale=t._normalizationScale,this}copyAt(t,n,i){t*=this.itemSize,i*=n.itemSize;for(let r=0,s=this.itemSize;r<s;r++)this.array[t+r]=n.array[i+r];return this}copyArray(t){return this.array.set(t),this}applyMatrix3(t){if(this.itemSize===2)for(let n=0,i=this.count;n<i;n++)jf.fromBufferAttribute(this,n),jf.applyMatrix3(t),this.setXY(n,jf.x,jf.y);else if(this.itemSize===3)for(let n=0,i=this.count;n<i;n++)Be.fromBufferAttribute(this,n),Be.applyMatrix3(t),this.setXYZ(n,Be.x,Be.y,Be.z);return this}applyMatrix4(t){for(let n=0,i=this.count;n<i;n++)Be.fromBufferAttribute(this,n),Be.applyMatrix4(t),this.setXYZ(n,Be.x,Be.y,Be.z);return this}applyNormalMatrix(t){for(let n=0,i=this.count;n<i;n++)Be.fromBufferAttribute(this,n),Be.applyNormalMatrix(t),this.setXYZ(n,Be.x,Be.y,Be.z);return this}transformDirection(t){for(let n=0,i=this.count;n<i;n++)Be.fromBufferAttribute(this,n),Be.transformDirection(t),this.setXYZ(n,Be.x,Be.y,Be.z);return this}set(t,n=0){return this.array.set(t,n),this}getComponent(t,n){let i=this.array[t*this.itemSize+n];return this.normalized&&(i=this._denormalize(i)),i}setComponent(t,n,i){return this.normalized&&(i=this._normalize(i)),this.array[t*this.itemSize+n]=i,this}getX(t){let n=this.array[t*this.itemSize];return this.normalized&&(n=this._denormalize(n)),n}setX(t,n){return this.normalized&&(n=this._normalize(n)),this.array[t*this.itemSize]=n,this}getY(t){let n=this.array[t*this.itemSize+1];return this.normalized&&(n=this._denormalize(n)),n}setY(t,n){return this.normalized&&(n=this._normalize(n)),this.array[t*this.itemSize+1]=n,this}getZ(t){let n=this.array[t*this.itemSize+2];return this.normalized&&(n=this._denormalize(n)),n}setZ(t,n){return this.normalized&&(n=this._normalize(n)),this.array[t*this.itemSize+2]=n,this}getW(t){let n=this.array[t*this.itemSize+3];return this.normalized&&(n=this._denormalize(n)),n}setW(t,n){return this.normalized&&(n=this._normalize(n)),this.array[t*this.itemSize+3]=n,this}setXY(t,n,i){return t*=this.itemSize,this.normalized&&(n=this._normalize(n),i=this._normalize(i)),this.array[t+0]=n,this.array[t+1]=i,this}setXYZ(t,n,i,r){return t*=this.itemSize,this.normalized&&(n=this._normalize(n),i=this._normalize(i),r=this._normalize(r)),this.array[t+0]=n,this.array[t+1]=i,this.array[t+2]=r,this}setXYZW(t,n,i,r,s){return t*=this.itemSize,this.normalized&&(n=this._normalize(n),i=this._normalize(i),r=this._normalize(r),s=this._normalize(s)),this.array[t+0]=n,this.array[t+1]=i,this.array[t+2]=r,this.array[t+3]=s,this}onUpload(t){return this.onUploadCallback=t,this}clone(){return new this.constructor(this.array,this.itemSize).copy(this)}toJSON(){let t={itemSize:this.itemSize,type:this.array.constructor.name,array:Array.from(this.array),normalized:this.normalized};return t.name=this.name,t.usage=this.usage,t.gpuType=this.gpuType,t}dispose(){this.dispatchEvent({type:"dispose"})}_denormalize(t){let n=this._normalizationScale;return n!==void 0?Math.max(t/n,-1):YD(t,this.array)}_normalize(t){let n=this._normalizationScale;return n!==void 0?Math.round(t*n):ZD(t,this.array)}};var _c=class extends or{constructor(t,n,i){super(new Uint16Array(t),n,i)}};var vc=class extends or{constructor(t,n,i){super(new Uint32Array(t),n,i)}};var di=class extends or{constructor(t,n,i){super(new Float32Array(t),n,i)}},aU=new vs,lc=new Q,Bx=new Q,Wa=class{constructor(t=new Q,n=-1){this.isSphere=!0,this.center=t,this.radius=n}set(t,n){return this.center.copy(t),this.radius=n,this}setFromPoints(t,n){let i=this.center;n!==void 0?i.copy(n):aU.setFromPoints(t).getCenter(i);let r=0;for(let s=0,o=t.length;s<o;s++)r=Math.max(r,i.distanceToSquared(t[s]));return this.radius=Math.sqrt(r),this}copy(t){return this.center.copy(t.center),this.radius=t.radius,this}isEmpty(){return this.radius<0}makeEmpty(){return this.center.set(0,0,0),this.radius=-1,this}containsPoint(t){return t.distanceToSquared(this.center)<=this.radius*this.radius}distanceToPoint(t){return t.distanceTo(this.center)-this.radius}intersectsSphere(t){let n=this.radius+t.radius;return t.center.distanceToSquared(this.center)<=n*n}intersectsBox(t){return t.intersectsSphere(this)}intersectsPlane(t){return Math.abs(t.distanceToPoint(this.center))<=this.radius}clampPoint(t,n){let i=this.center.distanceToSquared(t);return n.copy(t),i>this.radius*this.radius&&(n.sub(this.center).normalize(),n.multiplyScalar(this.radius).add(this.center)),n}getBoundingBox(t){return this.isEmpty()?(t.makeEmpty(),t):(t.set(this.center,this.center),t.expandByScalar(this.radius),t)}applyMatrix4(t){return this.center.applyMatrix4(t),this.radius=this.radius*t.getMaxScaleOnAxis(),this}translate(t){return this.center.add(t),this}expandByPoint(t){if(this.isEmpty())return this.center.copy(t),this.radius=0,this;lc.subVectors(t,this.center);let n=lc.lengthSq();if(n>this.radius*this.radius){let i=Math.sqrt(n),r=(i-this.radius)*.5;this.center.addScaledVector(lc,r/i),this.radius+=r}return this}union(t){return t.isEmpty()?this:this.isEmpty()?(this.copy(t),this):(this.center.equals(t.center)===!0?this.radius=Math.max(this.radius,t.radius):(Bx.subVectors(t.center,this.center).setLength(t.radius),this.expandByPoint(lc.copy(t.center).add(Bx)),this.expandByPoint(lc.copy(t.center).sub(Bx))),this)}equals(t){return t.center.equals(this.center)&&t.radius===this.radius}clone(){return new this.constructor().copy(this)}toJSON(){return{radius:this.radius,center:this.center.toArray()}}fromJSON(t){return this.radius=t.radius,this.center.fromArray(t.center),this}},lU=0,fi=new Le,kx=new pi,Ua=new Q,Hn=new vs,cc=new vs,rn=new Q,bs=class e extends ar{constructor(){super(),this.isBufferGeometry=!0,Object.defineProperty(this,"id",{value:lU++}),this.uuid=Uc(),this.name="",this.type="BufferGeometry",this.index=null,this.indirect=null,this.indirectOffset=0,this.attributes={},this.morphAttributes={},this.morphTargetsRelative=!1,this.groups=[],this.boundingBox=null,this.boundingSphere=null,this.drawRange={start:0,count:1/0},this.userData={},this._transformed=!1}getIndex(){return this.index}setIndex(t){return Array.isArray(t)?this.index=new($D(t)?vc:_c)(t,1):this.index=t,this}setIndirect(t,n=0){return this.indirect=t,this.indirectOffset=n,this}getIndirect(){return this.indirect}getAttribute(t){return this.attributes[t]}setAttribute(t,n){return this.attributes[t]=n,this}deleteAttribute(t){return delete this.attributes[t],this}hasAttribute(t){return this.attributes[t]!==void 0}addGroup(t,n,i=0){this.groups.push({start:t,count:n,materialIndex:i})}clearGroups(){this.groups=[]}setDrawRange(t,n){this.drawRange.start=t,this.drawRange.count=n}applyMatrix4(t){let n=this.attributes.position;n!==void 0&&(n.applyMatrix4(t),n.needsUpdate=!0);let i=this.attributes.normal;if(i!==void 0){let s=new zt().getNormalMatrix(t);i.applyNormalMatrix(s),i.needsUpdate=!0}let r=this.attributes.tangent;return r!==void 0&&(r.transformDirection(t),r.needsUpdate=!0),this.boundingBox!==null&&this.computeBoundingBox(),this.boundingSphere!==null&&this.computeBoundingSphere(),this._transformed=!0,this}applyQuaternion(t){return fi.makeRotationFromQuaternion(t),this.applyMatrix4(fi),this}rotateX(t){return fi.makeRotationX(t),this.applyMatrix4(fi),this}rotateY(t){return fi.makeRotationY(t),this.applyMatrix4(fi),this}rotateZ(t){return fi.makeRotationZ(t),this.applyMatrix4(fi),this}translate(t,n,i){return fi.makeTranslation(t,n,i),this.applyMatrix4(fi),this}scale(t,n,i){return fi.makeScale(t,n,i),this.applyMatrix4(fi),this}lookAt(t){return kx.lookAt(t),kx.updateMatrix(),this.applyMatrix4(kx.matrix),this}center(){return this.computeBoundingBox(),this.boundingBox.getCenter(Ua).negate(),this.translate(Ua.x,Ua.y,Ua.z),this}setFromPoints(t){let n=this.getAttribute("position");if(n===void 0){let i=[];for(let r=0,s=t.length;r<s;r++){let o=t[r];i.push(o.x,o.y,o.z||0)}this.setAttribute("position",new di(i,3))}else{let i=Math.min(t.length,n.count);for(let r=0;r<i;r++){let s=t[r];n.setXYZ(r,s.x,s.y,s.z||0)}t.length>n.count&&Ot("BufferGeometry: Buffer size too small for points data. Use .dispose() and create a new geometry."),n.needsUpdate=!0}return this}computeBoundingBox(){this.boundingBox===null&&(this.boundingBox=new vs);let t=this.attributes.position,n=this.morphAttributes.position;if(t&&t.isGLBufferAttribute){kt("BufferGeometry.computeBoundingBox(): GLBufferAttribute requires a manual bounding box.",this),this.boundingBox.set(new Q(-1/0,-1/0,-1/0),new Q(1/0,1/0,1/0));return}if(t!==void 0){if(this.boundingBox.setFromBufferAttribute(t),n)for(let i=0,r=n.length;i<r;i++){let s=n[i];Hn.setFromBufferAttribute(s),this.morphTargetsRelative?(rn.addVectors(this.boundingBox.min,Hn.min),this.boundingBox.expandByPoint(rn),rn.addVectors(this.boundingBox.max,Hn.max),this.boundingBox.expandByPoint(rn)):(this.boundingBox.expandByPoint(Hn.min),this.boundingBox.expandByPoint(Hn.max))}}else this.boundingBox.makeEmpty();(isNaN(this.boundingBox.min.x)||isNaN(this.boundingBox.min.y)||isNaN(this.boundingBox.min.z))&&kt('BufferGeometry.computeBoundingBox(): Computed min/max have NaN values. The "position" attribute is likely to have NaN values.',this)}computeBoundingSphere(){this.boundingSphere===null&&(this.boundingSphere=new Wa);let t=this.attributes.position,n=this.morphAttributes.position;if(t&&t.isGLBufferAttribute){kt("BufferGeometry.computeBoundingSphere(): GLBufferAttribute requires a manual bounding sphere.",this),this.boundingSphere.set(new Q,1/0);return}if(t){let i=this.boundingSphere.center;if(Hn.setFromBufferAttribute(t),n)for(let s=0,o=n.length;s<o;s++){let a=n[s];cc.setFromBufferAttribute(a),this.morphTargetsRelative?(rn.addVectors(Hn.min,cc.min),Hn.expandByPoint(rn),rn.addVectors(Hn.max,cc.max),Hn.expandByPoint(rn)):(Hn.expandByPoint(cc.min),Hn.expandByPoint(cc.max))}Hn.getCenter(i);let r=0;for(let s=0,o=t.count;s<o;s++)rn.fromBufferAttribute(t,s),r=Math.max(r,i.distanceToSquared(rn));if(n)for(let s=0,o=n.length;s<o;s++){let a=n[s],l=this.morphTargetsRelative;for(let c=0,u=a.count;c<u;c++)rn.fromBufferAttribute(a,c),l&&(Ua.fromBufferAttribute(t,c),rn.add(Ua)),r=Math.max(r,i.distanceToSquared(rn))}this.boundingSphere.radius=Math.sqrt(r),isNaN(this.boundingSphere.radius)&&kt('BufferGeometry.computeBoundingSphere(): Computed radius is NaN. The "position" attribute is likely to have NaN values.',this)}}computeTangents(){let t=this.index,n=this.attributes;if(t===null||n.position===void 0||n.normal===void 0||n.uv===void 0){kt("BufferGeometry: .computeTangents() failed. Missing required attributes (index, position, normal or uv)");return}let i=n.position,r=n.normal,s=n.uv,o=this.getAttribute("tangent");(o===void 0||o.count!==i.count)&&(o=new or(new Float32Array(4*i.count),4),this.setAttribute("tangent",o));let a=[],l=[],c=new Uint8Array(i.count);for(let E=0;E<i.count;E++)a[E]=new Q,l[E]=new Q;let u=new Q,h=new Q,f=new Q,d=new oe,p=new oe,x=new oe,m=new Q,g=new Q;function _(E,R,C){c[E]=c[R]=c[C]=1,u.fromBufferAttribute(i,E),h.fromBufferAttribute(i,R),f.fromBufferAttribute(i,C),d.fromBufferAttribute(s,E),p.fromBufferAttribute(s,R),x.fromBufferAttribute(s,C),h.sub(u),f.sub(u),p.sub(d),x.sub(d);let L=1/(p.x*x.y-x.x*p.y);isFinite(L)&&(m.copy(h).multiplyScalar(x.y).addScaledVector(f,-p.y).multiplyScalar(L),g.copy(f).multiplyScalar(p.x).addScaledVector(h,-x.x).multiplyScalar(L),a[E].add(m),a[R].add(m),a[C].add(m),l[E].add(g),l[R].add(g),l[C].add(g))}let b=this.groups;b.length===0&&(b=[{start:0,count:t.count}]);for(let E=0,R=b.length;E<R;++E){let C=b[E],L=C.start,O=C.count;for(let I=L,N=L+O;I<N;I+=3)_(t.getX(I+0),t.getX(I+1),t.getX(I+2))}let v=new Q,w=new Q,M=new Q,y=new Q;function S(E){M.fromBufferAttribute(r,E),y.copy(M);let R=a[E];v.copy(R),v.sub(M.multiplyScalar(M.dot(R))).normalize(),w.crossVectors(y,R);let L=w.dot(l[E])<0?-1:1;o.setXYZW(E,v.x,v.y,v.z,L)}for(let E=0,R=i.count;E<R;++E)c[E]&&S(E);this._transformed=!0}computeVertexNormals(){let t=this.index,n=this.getAttribute("position");if(n!==void 0){let i=this.getAttribute("normal");if(i===void 0||i.count!==n.count)i=new or(new Float32Array(n.count*3),3),this.setAttribute("normal",i);else for(let f=0,d=i.count;f<d;f++)i.setXYZ(f,0,0,0);let r=new Q,s=new Q,o=new Q,a=new Q,l=new Q,c=new Q,u=new Q,h=new Q;if(t)for(let f=0,d=t.count;f<d;f+=3){let p=t.getX(f+0),x=t.getX(f+1),m=t.getX(f+2);r.fromBufferAttribute(n,p),s.fromBufferAttribute(n,x),o.fromBufferAttribute(n,m),u.subVectors(o,s),h.subVectors(r,s),u.cross(h),a.fromBufferAttribute(i,p),l.fromBufferAttribute(i,x),c.fromBufferAttribute(i,m),a.add(u),l.add(u),c.add(u),i.setXYZ(p,a.x,a.y,a.z),i.setXYZ(x,l.x,l.y,l.z),i.setXYZ(m,c.x,c.y,c.z)}else for(let f=0,d=n.count;f<d;f+=3)r.fromBufferAttribute(n,f+0),s.fromBufferAttribute(n,f+1),o.fromBufferAttribute(n,f+2),u.subVectors(o,s),h.subVectors(r,s),u.cross(h),i.setXYZ(f+0,u.x,u.y,u.z),i.setXYZ(f+1,u.x,u.y,u.z),i.setXYZ(f+2,u.x,u.y,u.z);this.normalizeNormals(),i.needsUpdate=!0}}normalizeNormals(){let t=this.attributes.normal;for(let n=0,i=t.count;n<i;n++)rn.fromBufferAttribute(t,n),rn.normalize(),t.setXYZ(n,rn.x,rn.y,rn.z)}toNonIndexed(){function t(a,l){let c=a.array,u=a.itemSize,h=a.normalized,f=new c.constructor(l.length*u),d=0,p=0;for(let x=0,m=l.length;x<m;x++){a.isInterleavedBufferAttribute?d=l[x]*a.data.stride+a.offset:d=l[x]*u;for(let g=0;g<u;g++)f[p++]=c[d++]}return new or(f,u,h)}if(this.index===null)return Ot("BufferGeometry.toNonIndexed(): BufferGeometry is already non-indexed."),this;let n=new e,i=this.index.array,r=this.attributes;for(let a in r){let l=r[a],c=t(l,i);n.setAttribute(a,c)}let s=this.morphAttributes;for(let a in s){let l=[],c=s[a];for(let u=0,h=c.length;u<h;u++){let f=c[u],d=t(f,i);l.push(d)}n.morphAttributes[a]=l}n.morphTargetsRelative=this.morphTargetsRelative;let o=this.groups;for(let a=0,l=o.length;a<l;a++){let c=o[a];n.addGroup(c.start,c.count,c.materialIndex)}return n}toJSON(){let t={metadata:{version:4.7,type:"BufferGeometry",generator:"BufferGeometry.toJSON"}};if(t.uuid=this.uuid,t.type=this.parameters!==void 0&&this._transformed===!0?"BufferGeometry":this.type,t.name=this.name,Object.keys(this.userData).length>0&&(t.userData=this.userData),this.parameters!==void 0&&this._transformed!==!0){let l=this.parameters;for(let c in l)l[c]!==void 0&&(t[c]=l[c]);return t}t.data={attributes:{}};let n=this.index;n!==null&&(t.data.index={type:n.array.constructor.name,array:Array.prototype.slice.call(n.array)});let i=this.attributes;for(let l in i){let c=i[l];t.data.attributes[l]=c.toJSON(t.data)}let r={},s=!1;for(let l in this.morphAttributes){let c=this.morphAttributes[l],u=[];for(let h=0,f=c.length;h<f;h++){let d=c[h];u.push(d.toJSON(t.data))}u.length>0&&(r[l]=u,s=!0)}s&&(t.data.morphAttributes=r,t.data.morphTargetsRelative=this.morphTargetsRelative);let o=this.groups;o.length>0&&(t.data.groups=JSON.parse(JSON.stringify(o)));let a=this.boundingSphere;return a!==null&&(t.data.boundingSphere=a.toJSON()),t}clone(){return new this.constructor().copy(this)}copy(t){this.index=null,this.attributes={},this.morphAttributes={},this.groups=[],this.boundingBox=null,this.boundingSphere=null;let n={};this.name=t.name;let i=t.index;i!==null&&this.setIndex(i.clone());let r=t.attributes;for(let c in r){let u=r[c];this.setAttribute(c,u.clone(n))}let s=t.morphAttributes;for(let c in s){let u=[],h=s[c];for(let f=0,d=h.length;f<d;f++)u.push(h[f].clone(n));this.morphAttributes[c]=u}this.morphTargetsRelative=t.morphTargetsRelative;let o=t.groups;for(let c=0,u=o.length;c<u;c++){let h=o[c];this.addGroup(h.start,h.count,h.materialIndex)}let a=t.boundingBox;a!==null&&(this.boundingBox=a.clone());let l=t.boundingSphere;return l!==null&&(this.boundingSphere=l.clone()),this.drawRange.start=t.drawRange.start,this.drawRange.count=t.drawRange.count,this.userData=t.userData,this._transformed=t._transformed,this}dispose(){this.dispatchEvent({type:"dispose"})}};var zx=new Q,cU=new Q,uU=new zt,Ci=class{constructor(t=new Q(1,0,0),n=0){this.isPlane=!0,this.normal=t,this.constant=n}set(t,n){return this.normal.copy(t),this.constant=n,this}setComponents(t,n,i,r){return this.normal.set(t,n,i),this.constant=r,this}setFromNormalAndCoplanarPoint(t,n){return this.normal.copy(t),this.constant=-n.dot(this.normal),this}setFromCoplanarPoints(t,n,i){let r=zx.subVectors(i,n).cross(cU.subVectors(t,n)).normalize();return this.setFromNormalAndCoplanarPoint(r,t),this}copy(t){return this.normal.copy(t.normal),this.constant=t.constant,this}normalize(){let t=1/this.normal.length();return this.normal.multiplyScalar(t),this.constant*=t,this}negate(){return this.constant*=-1,this.normal.negate(),this}distanceToPoint(t){return this.normal.dot(t)+this.constant}distanceToSphere(t){return this.distanceToPoint(t.center)-t.radius}projectPoint(t,n){return n.copy(t).addScaledVector(this.normal,-this.distanceToPoint(t))}intersectLine(t,n,i=!0){let r=t.delta(zx),s=this.normal.dot(r);if(s===0)return this.distanceToPoint(t.start)===0?n.copy(t.start):null;let o=-(t.start.dot(this.normal)+this.constant)/s;return i===!0&&(o<0||o>1)?null:n.copy(t.start).addScaledVector(r,o)}intersectsLine(t){let n=this.distanceToPoint(t.start),i=this.distanceToPoint(t.end);return n<0&&i>0||i<0&&n>0}intersectsBox(t){return t.intersectsPlane(this)}intersectsSphere(t){return t.intersectsPlane(this)}coplanarPoint(t){return t.copy(this.normal).multiplyScalar(-this.constant)}applyMatrix4(t,n){let i=n||uU.getNormalMatrix(t),r=this.coplanarPoint(zx).applyMatrix4(t),s=this.normal.applyMatrix3(i).normalize();return this.constant=-r.dot(s),this}translate(t){return this.constant-=t.dot(this.normal),this}equals(t){return t.normal.equals(this.normal)&&t.constant===this.constant}clone(){return new this.constructor().copy(this)}toJSON(){return{normal:this.normal.toArray(),constant:this.constant}}fromJSON(t){return this.normal.fromArray(t.normal),this.constant=t.constant,this}},fU=0,_o=class extends ar{constructor(){super(),this.isMaterial=!0,Object.defineProperty(this,"id",{value:fU++}),this.uuid=Uc(),this.name="",this.type="Material",this.blending=Ya,this.side=Ts,this.vertexColors=!1,this.opacity=1,this.transparent=!1,this.alphaHash=!1,this.blendSrc=jx,this.blendDst=ty,this.blendEquation=Mo,this.blendSrcAlpha=null,this.blendDstAlpha=null,this.blendEquationAlpha=null,this.blendColor=new ie(0,0,0),this.blendAlpha=0,this.depthFunc=za,this.depthTest=!0,this.depthWrite=!0,this.stencilWriteMask=255,this.stencilFunc=e2,this.stencilRef=0,this.stencilFuncMask=255,this.stencilFail=ph,this.stencilZFail=ph,this.stencilZPass=ph,this.stencilWrite=!1,this.clippingPlanes=null,this.clipIntersection=!1,this.clipShadows=!1,this.shadowSide=null,this.colorWrite=!0,this.precision=null,this.polygonOffset=!1,this.polygonOffsetFactor=0,this.polygonOffsetUnits=0,this.dithering=!1,this.alphaToCoverage=!1,this.premultipliedAlpha=!1,this.forceSinglePass=!1,this.allowOverride=!0,this.visible=!0,this.toneMapped=!0,this.userData={},this.version=0,this._alphaTest=0}get alphaTest(){return this._alphaTest}set alphaTest(t){this._alphaTest>0!=t>0&&this.version++,this._alphaTest=t}onBeforeRender(){}onBeforeCompile(){}customProgramCacheKey(){return this.onBeforeCompile.toString()}setValues(t){if(t!==void 0)for(let n in t){let i=t[n];if(i===void 0){Ot(`Material: parameter '${n}' has value of undefined.`);continue}let r=this[n];if(r===void 0){Ot(`Material: '${n}' is not a property of THREE.${this.type}.`);continue}r&&r.isColor?r.set(i):r&&r.isVector2&&i&&i.isVector2||r&&r.isEuler&&i&&i.isEuler||r&&r.isVector3&&i&&i.isVector3?r.copy(i):this[n]=i}}toJSON(t){let n=t===void 0||typeof t=="string";n&&(t={textures:{},images:{}});let i={metadata:{version:4.7,type:"Material",generator:"Material.toJSON"}};i.uuid=this.uuid,i.type=this.type,i.blending=this.blending,i.side=this.side,i.shadowSide=this.shadowSide,i.vertexColors=this.vertexColors,i.opacity=this.opacity,i.transparent=this.transparent,i.blendSrc=this.blendSrc,i.blendDst=this.blendDst,i.blendEquation=this.blendEquation,i.blendSrcAlpha=this.blendSrcAlpha,i.blendDstAlpha=this.blendDstAlpha,i.blendEquationAlpha=this.blendEquationAlpha,i.blendColor=this.blendColor.getHex(),i.blendAlpha=this.blendAlpha,i.depthFunc=this.depthFunc,i.depthTest=this.depthTest,i.depthWrite=this.depthWrite,i.colorWrite=this.colorWrite,i.clipIntersection=this.clipIntersection,i.clipShadows=this.clipShadows,i.stencilWriteMask=this.stencilWriteMask,i.stencilFunc=this.stencilFunc,i.stencilRef=this.stencilRef,i.stencilFuncMask=this.stencilFuncMask,i.stencilFail=this.stencilFail,i.stencilZFail=this.stencilZFail,i.stencilZPass=this.stencilZPass,i.stencilWrite=this.stencilWrite,i.polygonOffset=this.polygonOffset,i.polygonOffsetFactor=this.polygonOffsetFactor,i.polygonOffsetUnits=this.polygonOffsetUnits,i.dithering=this.dithering,i.alphaTest=this.alphaTest,i.alphaHash=this.alphaHash,i.alphaToCoverage=this.alphaToCoverage,i.premultipliedAlpha=this.premultipliedAlpha,i.forceSinglePass=this.forceSinglePass,i.allowOverride=this.allowOverride,i.visible=this.visible,i.toneMapped=this.toneMapped,i.name=this.name,this.color&&this.color.isColor&&(i.color=this.color.getHex()),this.roughness!==void 0&&(i.roughness=this.roughness),this.metalness!==void 0&&(i.metalness=this.metalness),this.sheen!==void 0&&(i.sheen=this.sheen),this.sheenColor&&this.sheenColor.isColor&&(i.sheenColor=this.sheenColor.getHex()),this.sheenRoughness!==void 0&&(i.sheenRoughness=this.sheenRoughness),this.emissive&&this.emissive.isColor&&(i.emissive=this.emissive.getHex()),this.emissiveIntensity!==void 0&&(i.emissiveIntensity=this.emissiveIntensity),this.specular&&this.specular.isColor&&(i.specular=this.specular.getHex()),this.specularIntensity!==void 0&&(i.specularIntensity=this.specularIntensity),this.specularColor&&this.specularColor.isColor&&(i.specularColor=this.specularColor.getHex()),this.shininess!==void 0&&(i.shininess=this.shininess),this.clearcoat!==void 0&&(i.clearcoat=this.clearcoat),this.clearcoatRoughness!==void 0&&(i.clearcoatRoughness=this.clearcoatRoughness),this.diffuseRoughness!==void 0&&(i.diffuseRoughness=this.diffuseRoughness),this.diffuseRoughnessMap&&this.diffuseRoughnessMap.isTexture&&(i.diffuseRoughnessMap=this.diffuseRoughnessMap.toJSON(t).uuid),this.clearcoatMap&&this.clearcoatMap.isTexture&&(i.clearcoatMap=this.clearcoatMap.toJSON(t).uuid),this.clearcoatRoughnessMap&&this.clearcoatRoughnessMap.isTexture&&(i.clearcoatRoughnessMap=this.clearcoatRoughnessMap.toJSON(t).uuid),this.clearcoatNormalMap&&this.clearcoatNormalMap.isTexture&&(i.clearcoatNormalMap=this.clearcoatNormalMap.toJSON(t).uuid,i.clearcoatNormalScale=this.clearcoatNormalScale.toArray()),this.sheenColorMap&&this.sheenColorMap.isTexture&&(i.sheenColorMap=this.sheenColorMap.toJSON(t).uuid),this.sheenRoughnessMap&&this.sheenRoughnessMap.isTexture&&(i.sheenRoughnessMap=this.sheenRoughnessMap.toJSON(t).uuid),this.dispersion!==void 0&&(i.dispersion=this.dispersion),this.retroreflectivity!==void 0&&(i.retroreflectivity=this.retroreflectivity),this.iridescence!==void 0&&(i.iridescence=this.iridescence),this.iridescenceIOR!==void 0&&(i.iridescenceIOR=this.iridescenceIOR),this.iridescenceThicknessMinimum!==void 0&&(i.iridescenceThicknessMinimum=this.iridescenceThicknessMinimum),this.iridescenceThicknessMaximum!==void 0&&(i.iridescenceThicknessMaximum=this.iridescenceThicknessMaximum),this.iridescenceMap&&this.iridescenceMap.isTexture&&(i.iridescenceMap=this.iridescenceMap.toJSON(t).uuid),this.iridescenceThicknessMap&&this.iridescenceThicknessMap.isTexture&&(i.iridescenceThicknessMap=this.iridescenceThicknessMap.toJSON(t).uuid),this.anisotropy!==void 0&&(i.anisotropy=this.anisotropy),this.anisotropyRotation!==void 0&&(i.anisotropyRotation=this.anisotropyRotation),this.anisotropyMap&&this.anisotropyMap.isTexture&&(i.anisotropyMap=this.anisotropyMap.toJSON(t).uuid),this.map&&this.map.isTexture&&(i.map=this.map.toJSON(t).uuid),this.matcap&&this.matcap.isTexture&&(i.matcap=this.matcap.toJSON(t).uuid),this.alphaMap&&this.alphaMap.isTexture&&(i.alphaMap=this.alphaMap.toJSON(t).uuid),this.lightMap&&this.lightMap.isTexture&&(i.lightMap=this.lightMap.toJSON(t).uuid,i.lightMapIntensity=this.lightMapIntensity),this.aoMap&&this.aoMap.isTexture&&(i.aoMap=this.aoMap.toJSON(t).uuid,i.aoMapIntensity=this.aoMapIntensity),this.bumpMap&&this.bumpMap.isTexture&&(i.bumpMap=this.bumpMap.toJSON(t).uuid,i.bumpScale=this.bumpScale),this.normalMap&&this.normalMap.isTexture&&(i.normalMap=this.normalMap.toJSON(t).uuid,i.normalMapType=this.normalMapType,i.normalScale=this.normalScale.toArray()),this.displacementMap&&this.displacementMap.isTexture&&(i.displacementMap=this.displacementMap.toJSON(t).uuid,i.displacementScale=this.displacementScale,i.displacementBias=this.displacementBias),this.roughnessMap&&this.roughnessMap.isTexture&&(i.roughnessMap=this.roughnessMap.toJSON(t).uuid),this.metalnessMap&&this.metalnessMap.isTexture&&(i.metalnessMap=this.metalnessMap.toJSON(t).uuid),this.emissiveMap&&this.emissiveMap.isTexture&&(i.emissiveMap=this.emissiveMap.toJSON(t).uuid),this.specularMap&&this.specularMap.isTexture&&(i.specularMap=this.specularMap.toJSON(t).uuid),this.specularIntensityMap&&this.specularIntensityMap.isTexture&&(i.specularIntensityMap=this.specularIntensityMap.toJSON(t).uuid),this.specularColorMap&&this.specularColorMap.isTexture&&(i.specularColorMap=this.specularColorMap.toJSON(t).uuid),this.envMap&&this.envMap.isTexture&&(i.envMap=this.envMap.toJSON(t).uuid,this.combine!==void 0&&(i.combine=this.combine)),this.envMapRotation!==void 0&&(i.envMapRotation=this.envMapRotation.toArray()),this.envMapIntensity!==void 0&&(i.envMapIntensity=this.envMapIntensity),this.reflectivity!==void 0&&(i.reflectivity=this.reflectivity),this.refractionRatio!==void 0&&(i.refractionRatio=this.refractionRatio),this.gradientMap&&this.gradientMap.isTexture&&(i.gradientMap=this.gradientMap.toJSON(t).uuid),this.transmission!==void 0&&(i.transmission=this.transmission),this.transmissionMap&&this.transmissionMap.isTexture&&(i.transmissionMap=this.transmissionMap.toJSON(t).uuid),this.thickness!==void 0&&(i.thickness=this.thickness),this.thicknessMap&&this.thicknessMap.isTexture&&(i.thicknessMap=this.thicknessMap.toJSON(t).uuid),this.attenuationDistance!==void 0&&(i.attenuationDistance=this.attenuationDistance),this.attenuationColor!==void 0&&(i.attenuationColor=this.attenuationColor.getHex()),this.size!==void 0&&(i.size=this.size),this.sizeAttenuation!==void 0&&(i.sizeAttenuation=this.sizeAttenuation),Array.isArray(this.clippingPlanes)&&this.clippingPlanes.length>0&&(i.clippingPlanes=this.clippingPlanes.map(s=>s.toJSON())),this.rotation!==void 0&&(i.rotation=this.rotation),this.depthPacking!==void 0&&(i.depthPacking=this.depthPacking),this.linewidth!==void 0&&(i.linewidth=this.linewidth),this.linecap!==void 0&&(i.linecap=this.linecap),this.linejoin!==void 0&&(i.linejoin=this.linejoin),this.dashSize!==void 0&&(i.dashSize=this.dashSize),this.gapSize!==void 0&&(i.gapSize=this.gapSize),this.scale!==void 0&&(i.scale=this.scale),this.wireframe!==void 0&&(i.wireframe=this.wireframe),this.wireframeLinewidth!==void 0&&(i.wireframeLinewidth=this.wireframeLinewidth),this.wireframeLinecap!==void 0&&(i.wireframeLinecap=this.wireframeLinecap),this.wireframeLinejoin!==void 0&&(i.wireframeLinejoin=this.wireframeLinejoin),this.flatShading!==void 0&&(i.flatShading=this.flatShading),this.fog!==void 0&&(i.fog=this.fog),Object.keys(this.userData).length>0&&(i.userData=this.userData);function r(s){let o=[];for(let a in s){let l=s[a];delete l.metadata,o.push(l)}return o}if(n){let s=r(t.textures),o=r(t.images);s.length>0&&(i.textures=s),o.length>0&&(i.images=o)}return i}fromJSON(t,n){if(t.uuid!==void 0&&(this.uuid=t.uuid),t.name!==void 0&&(this.name=t.name),t.color!==void 0&&this.color!==void 0&&this.color.setHex(t.color),t.roughness!==void 0&&(this.roughness=t.roughness),t.metalness!==void 0&&(this.metalness=t.metalness),t.sheen!==void 0&&(this.sheen=t.sheen),t.sheenColor!==void 0&&(this.sheenColor=new ie().setHex(t.sheenColor)),t.sheenRoughness!==void 0&&(this.sheenRoughness=t.sheenRoughness),t.emissive!==void 0&&this.emissive!==void 0&&this.emissive.setHex(t.emissive),t.specular!==void 0&&this.specular!==void 0&&this.specular.setHex(t.specular),t.specularIntensity!==void 0&&(this.specularIntensity=t.specularIntensity),t.specularColor!==void 0&&this.specularColor!==void 0&&this.specularColor.setHex(t.specularColor),t.shininess!==void 0&&(this.shininess=t.shininess),t.clearcoat!==void 0&&(this.clearcoat=t.clearcoat),t.clearcoatRoughness!==void 0&&(this.clearcoatRoughness=t.clearcoatRoughness),t.diffuseRoughness!==void 0&&(this.diffuseRoughness=t.diffuseRoughness),t.dispersion!==void 0&&(this.dispersion=t.dispersion),t.retroreflectivity!==void 0&&(this.retroreflectivity=t.retroreflectivity),t.iridescence!==void 0&&(this.iridescence=t.iridescence),t.iridescenceIOR!==void 0&&(this.iridescenceIOR=t.iridescenceIOR),t.iridescenceThicknessMinimum!==void 0&&(this.iridescenceThicknessMinimum=t.iridescenceThicknessMinimum),t.iridescenceThicknessMaximum!==void 0&&(this.iridescenceThicknessMaximum=t.iridescenceThicknessMaximum),t.iridescenceThicknessRange!==void 0&&(this.iridescenceThicknessMinimum=t.iridescenceThicknessRange[0],this.iridescenceThicknessMaximum=t.iridescenceThicknessRange[1]),t.transmission!==void 0&&(this.transmission=t.transmission),t.thickness!==void 0&&(this.thickness=t.thickness),t.attenuationDistance!==void 0&&(this.attenuationDistance=t.attenuationDistance),t.attenuationColor!==void 0&&this.attenuationColor!==void 0&&this.attenuationColor.setHex(t.attenuationColor),t.anisotropy!==void 0&&(this.anisotropy=t.anisotropy),t.anisotropyRotation!==void 0&&(this.anisotropyRotation=t.anisotropyRotation),t.fog!==void 0&&(this.fog=t.fog),t.flatShading!==void 0&&(this.flatShading=t.flatShading),t.blending!==void 0&&(this.blending=t.blending),t.combine!==void 0&&(this.combine=t.combine),t.side!==void 0&&(this.side=t.side),t.shadowSide!==void 0&&(this.shadowSide=t.shadowSide),t.opacity!==void 0&&(this.opacity=t.opacity),t.transparent!==void 0&&(this.transparent=t.transparent),t.alphaTest!==void 0&&(this.alphaTest=t.alphaTest),t.alphaHash!==void 0&&(this.alphaHash=t.alphaHash),t.depthFunc!==void 0&&(this.depthFunc=t.depthFunc),t.depthTest!==void 0&&(this.depthTest=t.depthTest),t.depthWrite!==void 0&&(this.depthWrite=t.depthWrite),t.colorWrite!==void 0&&(this.colorWrite=t.colorWrite),t.clippingPlanes!==void 0&&(this.clippingPlanes=t.clippingPlanes.map(i=>new Ci().fromJSON(i))),t.clipIntersection!==void 0&&(this.clipIntersection=t.clipIntersection),t.clipShadows!==void 0&&(this.clipShadows=t.clipShadows),t.depthPacking!==void 0&&(this.depthPacking=t.depthPacking),t.blendSrc!==void 0&&(this.blendSrc=t.blendSrc),t.blendDst!==void 0&&(this.blendDst=t.blendDst),t.blendEquation!==void 0&&(this.blendEquation=t.blendEquation),t.blendSrcAlpha!==void 0&&(this.blendSrcAlpha=t.blendSrcAlpha),t.blendDstAlpha!==void 0&&(this.blendDstAlpha=t.blendDstAlpha),t.blendEquationAlpha!==void 0&&(this.blendEquationAlpha=t.blendEquationAlpha),t.blendColor!==void 0&&this.blendColor!==void 0&&this.blendColor.setHex(t.blendColor),t.blendAlpha!==void 0&&(this.blendAlpha=t.blendAlpha),t.stencilWriteMask!==void 0&&(this.stencilWriteMask=t.stencilWriteMask),t.stencilFunc!==void 0&&(this.stencilFunc=t.stencilFunc),t.stencilRef!==void 0&&(this.stencilRef=t.stencilRef),t.stencilFuncMask!==void 0&&(this.stencilFuncMask=t.stencilFuncMask),t.stencilFail!==void 0&&(this.stencilFail=t.stencilFail),t.stencilZFail!==void 0&&(this.stencilZFail=t.stencilZFail),t.stencilZPass!==void 0&&(this.stencilZPass=t.stencilZPass),t.stencilWrite!==void 0&&(this.stencilWrite=t.stencilWrite),t.wireframe!==void 0&&(this.wireframe=t.wireframe),t.wireframeLinewidth!==void 0&&(this.wireframeLinewidth=t.wireframeLinewidth),t.wireframeLinecap!==void 0&&(this.wireframeLinecap=t.wireframeLinecap),t.wireframeLinejoin!==void 0&&(this.wireframeLinejoin=t.wireframeLinejoin),t.rotation!==void 0&&(this.rotation=t.rotation),t.linewidth!==void 0&&(this.linewidth=t.linewidth),t.linecap!==void 0&&(this.linecap=t.linecap),t.linejoin!==void 0&&(this.linejoin=t.linejoin),t.dashSize!==void 0&&(this.dashSize=t.dashSize),t.gapSize!==void 0&&(this.gapSize=t.gapSize),t.scale!==void 0&&(this.scale=t.scale),t.polygonOffset!==void 0&&(this.polygonOffset=t.polygonOffset),t.polygonOffsetFactor!==void 0&&(this.polygonOffsetFactor=t.polygonOffsetFactor),t.polygonOffsetUnits!==void 0&&(this.polygonOffsetUnits=t.polygonOffsetUnits),t.dithering!==void 0&&(this.dithering=t.dithering),t.alphaToCoverage!==void 0&&(this.alphaToCoverage=t.alphaToCoverage),t.premultipliedAlpha!==void 0&&(this.premultipliedAlpha=t.premultipliedAlpha),t.forceSinglePass!==void 0&&(this.forceSinglePass=t.forceSinglePass),t.allowOverride!==void 0&&(this.allowOverride=t.allowOverride),t.visible!==void 0&&(this.visible=t.visible),t.toneMapped!==void 0&&(this.toneMapped=t.toneMapped),t.userData!==void 0&&(this.userData=t.userData),t.vertexColors!==void 0&&(typeof t.vertexColors=="number"?this.vertexColors=t.vertexColors>0:this.vertexColors=t.vertexColors),t.size!==void 0&&(this.size=t.size),t.sizeAttenuation!==void 0&&(this.sizeAttenuation=t.sizeAttenuation),t.map!==void 0&&(this.map=n[t.map]||null),t.matcap!==void 0&&(this.matcap=n[t.matcap]||null),t.alphaMap!==void 0&&(this.alphaMap=n[t.alphaMap]||null),t.bumpMap!==void 0&&(this.bumpMap=n[t.bumpMap]||null),t.bumpScale!==void 0&&(this.bumpScale=t.bumpScale),t.normalMap!==void 0&&(this.normalMap=n[t.normalMap]||null),t.normalMapType!==void 0&&(this.normalMapType=t.normalMapType),t.normalScale!==void 0){let i=t.normalScale;Array.isArray(i)===!1&&(i=[i,i]),this.normalScale=new oe().fromArray(i)}return t.displacementMap!==void 0&&(this.displacementMap=n[t.displacementMap]||null),t.displacementScale!==void 0&&(this.displacementScale=t.displacementScale),t.displacementBias!==void 0&&(this.displacementBias=t.displacementBias),t.roughnessMap!==void 0&&(this.roughnessMap=n[t.roughnessMap]||null),t.metalnessMap!==void 0&&(this.metalnessMap=n[t.metalnessMap]||null),t.emissiveMap!==void 0&&(this.emissiveMap=n[t.emissiveMap]||null),t.emissiveIntensity!==void 0&&(this.emissiveIntensity=t.emissiveIntensity),t.specularMap!==void 0&&(this.specularMap=n[t.specularMap]||null),t.specularIntensityMap!==void 0&&(this.specularIntensityMap=n[t.specularIntensityMap]||null),t.specularColorMap!==void 0&&(this.specularColorMap=n[t.specularColorMap]||null),t.envMap!==void 0&&(this.envMap=n[t.envMap]||null),t.envMapRotation!==void 0&&this.envMapRotation.fromArray(t.envMapRotation),t.envMapIntensity!==void 0&&(this.envMapIntensity=t.envMapIntensity),t.reflectivity!==void 0&&(this.reflectivity=t.reflectivity),t.refractionRatio!==void 0&&(this.refractionRatio=t.refractionRatio),t.lightMap!==void 0&&(this.lightMap=n[t.lightMap]||null),t.lightMapIntensity!==void 0&&(this.lightMapIntensity=t.lightMapIntensity),t.aoMap!==void 0&&(this.aoMap=n[t.aoMap]||null),t.aoMapIntensity!==void 0&&(this.aoMapIntensity=t.aoMapIntensity),t.gradientMap!==void 0&&(this.gradientMap=n[t.gradientMap]||null),t.clearcoatMap!==void 0&&(this.clearcoatMap=n[t.clearcoatMap]||null),t.clearcoatRoughnessMap!==void 0&&(this.clearcoatRoughnessMap=n[t.clearcoatRoughnessMap]||null),t.clearcoatNormalMap!==void 0&&(this.clearcoatNormalMap=n[t.clearcoatNormalMap]||null),t.clearcoatNormalScale!==void 0&&(this.clearcoatNormalScale=new oe().fromArray(t.clearcoatNormalScale)),t.diffuseRoughnessMap!==void 0&&(this.diffuseRoughnessMap=n[t.diffuseRoughnessMap]||null),t.iridescenceMap!==void 0&&(this.iridescenceMap=n[t.iridescenceMap]||null),t.iridescenceThicknessMap!==void 0&&(this.iridescenceThicknessMap=n[t.iridescenceThicknessMap]||null),t.transmissionMap!==void 0&&(this.transmissionMap=n[t.transmissionMap]||null),t.thicknessMap!==void 0&&(this.thicknessMap=n[t.thicknessMap]||null),t.anisotropyMap!==void 0&&(this.anisotropyMap=n[t.anisotropyMap]||null),t.sheenColorMap!==void 0&&(this.sheenColorMap=n[t.sheenColorMap]||null),t.sheenRoughnessMap!==void 0&&(this.sheenRoughnessMap=n[t.sheenRoughnessMap]||null),this}clone(){return new this.constructor().copy(this)}copy(t){this.name=t.name,this.blending=t.blending,this.side=t.side,this.vertexColors=t.vertexColors,this.opacity=t.opacity,this.transparent=t.transparent,this.blendSrc=t.blendSrc,this.blendDst=t.blendDst,this.blendEquation=t.blendEquation,this.blendSrcAlpha=t.blendSrcAlpha,this.blendDstAlpha=t.blendDstAlpha,this.blendEquationAlpha=t.blendEquationAlpha,this.blendColor.copy(t.blendColor),this.blendAlpha=t.blendAlpha,this.depthFunc=t.depthFunc,this.depthTest=t.depthTest,this.depthWrite=t.depthWrite,this.stencilWriteMask=t.stencilWriteMask,this.stencilFunc=t.stencilFunc,this.stencilRef=t.stencilRef,this.stencilFuncMask=t.stencilFuncMask,this.stencilFail=t.stencilFail,this.stencilZFail=t.stencilZFail,this.stencilZPass=t.stencilZPass,this.stencilWrite=t.stencilWrite;let n=t.clippingPlanes,i=null;if(n!==null){let r=n.length;i=new Array(r);for(let s=0;s!==r;++s)i[s]=n[s].clone()}return this.clippingPlanes=i,this.clipIntersection=t.clipIntersection,this.clipShadows=t.clipShadows,this.shadowSide=t.shadowSide,this.colorWrite=t.colorWrite,this.precision=t.precision,this.polygonOffset=t.polygonOffset,this.polygonOffsetFactor=t.polygonOffsetFactor,this.polygonOffsetUnits=t.polygonOffsetUnits,this.dithering=t.dithering,this.alphaTest=t.alphaTest,this.alphaHash=t.alphaHash,this.alphaToCoverage=t.alphaToCoverage,this.premultipliedAlpha=t.premultipliedAlpha,this.forceSinglePass=t.forceSinglePass,this.allowOverride=t.allowOverride,this.visible=t.visible,this.toneMapped=t.toneMapped,this.userData=JSON.parse(JSON.stringify(t.userData)),this}dispose(){this.dispatchEvent({type:"dispose"})}set needsUpdate(t){t===!0&&this.version++}};var kr=new Q,Gx=new Q,th=new Q,eh=new Q,Rh=class{constructor(t=new Q,n=new Q(0,0,-1)){this.origin=t,this.direction=n}set(t,n){return this.origin.copy(t),this.direction.copy(n),this}copy(t){return this.origin.copy(t.origin),this.direction.copy(t.direction),this}at(t,n){return n.copy(this.origin).addScaledVector(this.direction,t)}lookAt(t){return this.direction.copy(t).sub(this.origin).normalize(),this}recast(t){return this.origin.copy(this.at(t,kr)),this}closestPointToPoint(t,n){n.subVectors(t,this.origin);let i=n.dot(this.direction);return i<0?n.copy(this.origin):n.copy(this.origin).addScaledVector(this.direction,i)}distanceToPoint(t){return Math.sqrt(this.distanceSqToPoint(t))}distanceSqToPoint(t){let n=kr.subVectors(t,this.origin).dot(this.direction);return n<0?this.origin.distanceToSquared(t):(kr.copy(this.origin).addScaledVector(this.direction,n),kr.distanceToSquared(t))}distanceSqToSegment(t,n,i,r){Gx.copy(t).add(n).multiplyScalar(.5),th.copy(n).sub(t).normalize(),eh.copy(this.origin).sub(Gx);let s=t.distanceTo(n)*.5,o=-this.direction.dot(th),a=eh.dot(this.direction),l=-eh.dot(th),c=eh.lengthSq(),u=Math.abs(1-o*o),h,f,d,p;if(u>0)if(h=o*l-a,f=o*a-l,p=s*u,h>=0)if(f>=-p)if(f<=p){let x=1/u;h*=x,f*=x,d=h*(h+o*f+2*a)+f*(o*h+f+2*l)+c}else f=s,h=Math.max(0,-(o*f+a)),d=-h*h+f*(f+2*l)+c;else f=-s,h=Math.max(0,-(o*f+a)),d=-h*h+f*(f+2*l)+c;else f<=-p?(h=Math.max(0,-(-o*s+a)),f=h>0?-s:Math.min(Math.max(-s,-l),s),d=-h*h+f*(f+2*l)+c):f<=p?(h=0,f=Math.min(Math.max(-s,-l),s),d=f*(f+2*l)+c):(h=Math.max(0,-(o*s+a)),f=h>0?s:Math.min(Math.max(-s,-l),s),d=-h*h+f*(f+2*l)+c);else f=o>0?-s:s,h=Math.max(0,-(o*f+a)),d=-h*h+f*(f+2*l)+c;return i&&i.copy(this.origin).addScaledVector(this.direction,h),r&&r.copy(Gx).addScaledVector(th,f),d}intersectSphere(t,n){if(t.radius<0)return null;kr.subVectors(t.center,this.origin);let i=kr.dot(this.direction),r=kr.dot(kr)-i*i,s=t.radius*t.radius;if(r>s)return null;let o=Math.sqrt(s-r),a=i-o,l=i+o;return l<0?null:a<0?this.at(l,n):this.at(a,n)}intersectsSphere(t){return t.radius<0?!1:this.distanceSqToPoint(t.center)<=t.radius*t.radius}distanceToPlane(t){let n=t.normal.dot(this.direction);if(n===0)return t.distanceToPoint(this.origin)===0?0:null;let i=-(this.origin.dot(t.normal)+t.constant)/n;return i>=0?i:null}intersectPlane(t,n){let i=this.distanceToPlane(t);return i===null?null:this.at(i,n)}intersectsPlane(t){let n=t.distanceToPoint(this.origin);return n===0||t.normal.dot(this.direction)*n<0}intersectBox(t,n){let i,r,s,o,a,l,c=1/this.direction.x,u=1/this.direction.y,h=1/this.direction.z,f=this.origin;return c>=0?(i=(t.min.x-f.x)*c,r=(t.max.x-f.x)*c):(i=(t.max.x-f.x)*c,r=(t.min.x-f.x)*c),u>=0?(s=(t.min.y-f.y)*u,o=(t.max.y-f.y)*u):(s=(t.max.y-f.y)*u,o=(t.min.y-f.y)*u),i>o||s>r||((s>i||isNaN(i))&&(i=s),(o<r||isNaN(r))&&(r=o),h>=0?(a=(t.min.z-f.z)*h,l=(t.max.z-f.z)*h):(a=(t.max.z-f.z)*h,l=(t.min.z-f.z)*h),i>l||a>r)||((a>i||i!==i)&&(i=a),(l<r||r!==r)&&(r=l),r<0)?null:this.at(i>=0?i:r,n)}intersectsBox(t){return this.intersectBox(t,kr)!==null}intersectTriangle(t,n,i,r,s){let o=this.origin,a=this.direction,l=a.x,c=a.y,u=a.z,h=t.x-o.x,f=t.y-o.y,d=t.z-o.z,p=n.x-o.x,x=n.y-o.y,m=n.z-o.z,g=i.x-o.x,_=i.y-o.y,b=i.z-o.z,v=Math.abs(l),w=Math.abs(c),M=Math.abs(u),y,S,E,R,C,L,O,I,N,k,z,Z;if(v>=w&&v>=M?(E=l,L=h,N=p,Z=g,l>=0?(y=c,S=u,R=f,C=d,O=x,I=m,k=_,z=b):(y=u,S=c,R=d,C=f,O=m,I=x,k=b,z=_)):w>=M?(E=c,L=f,N=x,Z=_,c>=0?(y=u,S=l,R=d,C=h,O=m,I=p,k=b,z=g):(y=l,S=u,R=h,C=d,O=p,I=m,k=g,z=b)):(E=u,L=d,N=m,Z=b,u>=0?(y=l,S=c,R=h,C=f,O=p,I=x,k=g,z=_):(y=c,S=l,R=f,C=h,O=x,I=p,k=_,z=g)),E===0)return null;let U=y/E,G=S/E,q=1/E,ot=R-U*L,ct=C-G*L,W=O-U*N,lt=I-G*N,ht=k-U*Z,at=z-G*Z,st=ht*lt-at*W,J=ot*at-ct*ht,xt=W*ct-lt*ot;if(r){if(st<0||J<0||xt<0)return null}else if((st<0||J<0||xt<0)&&(st>0||J>0||xt>0))return null;let ut=st+J+xt;if(ut===0)return null;let K=q*(st*L+J*N+xt*Z);return(ut>0?K<0:K>0)?null:this.at(K/ut,s)}applyMatrix4(t){return this.origin.applyMatrix4(t),this.direction.transformDirection(t),this}equals(t){return t.origin.equals(this.origin)&&t.direction.equals(this.direction)}clone(){return new this.constructor().copy(this)}},Ih=class extends _o{constructor(t){super(),this.isMeshBasicMaterial=!0,this.type="MeshBasicMaterial",this.color=new ie(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new _s,this.combine=ey,this.reflectivity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.fog=!0,this.setValues(t)}copy(t){return super.copy(t),this.color.copy(t.color),this.map=t.map,this.lightMap=t.lightMap,this.lightMapIntensity=t.lightMapIntensity,this.aoMap=t.aoMap,this.aoMapIntensity=t.aoMapIntensity,this.specularMap=t.specularMap,this.alphaMap=t.alphaMap,this.envMap=t.envMap,this.envMapRotation.copy(t.envMapRotation),this.combine=t.combine,this.reflectivity=t.reflectivity,this.refractionRatio=t.refractionRatio,this.wireframe=t.wireframe,this.wireframeLinewidth=t.wireframeLinewidth,this.wireframeLinecap=t.wireframeLinecap,this.wireframeLinejoin=t.wireframeLinejoin,this.fog=t.fog,this}},vA=new Le,go=new Rh,nh=new Wa,bA=new Q,ih=new Q,rh=new Q,sh=new Q,Vx=new Q,oh=new Q,MA=new Q,ah=new Q,cr=class extends pi{constructor(t=new bs,n=new Ih){super(),this.isMesh=!0,this.type="Mesh",this.geometry=t,this.material=n,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.count=1,this.updateMorphTargets()}copy(t,n){return super.copy(t,n),t.morphTargetInfluences!==void 0?this.morphTargetInfluences=t.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,t.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},t.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(t.material)?t.material.slice():t.material,this.geometry=t.geometry,this}updateMorphTargets(){let n=this.geometry.morphAttributes,i=Object.keys(n);if(i.length>0){let r=n[i[0]];if(r!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let s=0,o=r.length;s<o;s++){let a=r[s].name||String(s);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=s}}}}getVertexPosition(t,n){let i=this.geometry,r=i.attributes.position,s=i.morphAttributes.position,o=i.morphTargetsRelative;n.fromBufferAttribute(r,t);let a=this.morphTargetInfluences;if(s&&a){oh.set(0,0,0);for(let l=0,c=s.length;l<c;l++){let u=a[l],h=s[l];u!==0&&(Vx.fromBufferAttribute(h,t),o?oh.addScaledVector(Vx,u):oh.addScaledVector(Vx.sub(n),u))}n.add(oh)}return n}intersectsFrustum(t){return t.intersectsObject(this)}raycast(t,n){let i=this.geometry,r=this.material,s=this.matrixWorld;r!==void 0&&(i.boundingSphere===null&&i.computeBoundingSphere(),nh.copy(i.boundingSphere),nh.applyMatrix4(s),go.copy(t.ray).recast(t.near),!(nh.containsPoint(go.origin)===!1&&(go.intersectSphere(nh,bA)===null||go.origin.distanceToSquared(bA)>(t.far-t.near)**2))&&(vA.copy(s).invert(),go.copy(t.ray).applyMatrix4(vA),!(i.boundingBox!==null&&go.intersectsBox(i.boundingBox)===!1)&&this._computeIntersections(t,n,go)))}_computeIntersections(t,n,i){let r,s=this.geometry,o=this.material,a=s.index,l=s.attributes.position,c=s.attributes.uv,u=s.attributes.uv1,h=s.attributes.normal,f=s.groups,d=s.drawRange;if(a!==null)if(Array.isArray(o))for(let p=0,x=f.length;p<x;p++){let m=f[p],g=o[m.materialIndex],_=Math.max(m.start,d.start),b=Math.min(a.count,Math.min(m.start+m.count,d.start+d.count));for(let v=_,w=b;v<w;v+=3){let M=a.getX(v),y=a.getX(v+1),S=a.getX(v+2);r=lh(this,g,t,i,c,u,h,M,y,S),r&&(r.faceIndex=Math.floor(v/3),r.face.materialIndex=m.materialIndex,n.push(r))}}else{let p=Math.max(0,d.start),x=Math.min(a.count,d.start+d.count);for(let m=p,g=x;m<g;m+=3){let _=a.getX(m),b=a.getX(m+1),v=a.getX(m+2);r=lh(this,o,t,i,c,u,h,_,b,v),r&&(r.faceIndex=Math.floor(m/3),n.push(r))}}else if(l!==void 0)if(Array.isArray(o))for(let p=0,x=f.length;p<x;p++){let m=f[p],g=o[m.materialIndex],_=Math.max(m.start,d.start),b=Math.min(l.count,Math.min(m.start+m.count,d.start+d.count));for(let v=_,w=b;v<w;v+=3){let M=v,y=v+1,S=v+2;r=lh(this,g,t,i,c,u,h,M,y,S),r&&(r.faceIndex=Math.floor(v/3),r.face.materialIndex=m.materialIndex,n.push(r))}}else{let p=Math.max(0,d.start),x=Math.min(l.count,d.start+d.count);for(let m=p,g=x;m<g;m+=3){let _=m,b=m+1,v=m+2;r=lh(this,o,t,i,c,u,h,_,b,v),r&&(r.faceIndex=Math.floor(m/3),n.push(r))}}}};function hU(e,t,n,i,r,s,o,a){let l;if(t.side===Tn?l=i.intersectTriangle(o,s,r,!0,a):l=i.intersectTriangle(r,s,o,t.side===Ts,a),l===null)return null;ah.copy(a),ah.applyMatrix4(e.matrixWorld);let c=n.ray.origin.distanceTo(ah);return c<n.near||c>n.far?null:{distance:c,point:ah.clone(),object:e}}function lh(e,t,n,i,r,s,o,a,l,c){e.getVertexPosition(a,ih),e.getVertexPosition(l,rh),e.getVertexPosition(c,sh);let u=hU(e,t,n,i,ih,rh,sh,MA);if(u){let h=new Q;ys.getBarycoord(MA,ih,rh,sh,h),r&&(u.uv=ys.getInterpolatedAttribute(r,a,l,c,h,new oe)),s&&(u.uv1=ys.getInterpolatedAttribute(s,a,l,c,h,new oe)),o&&(u.normal=ys.getInterpolatedAttribute(o,a,l,c,h,new Q),u.normal.dot(i.direction)>0&&u.normal.multiplyScalar(-1));let f={a,b:l,c,normal:new Q,materialIndex:0};ys.getNormal(ih,rh,sh,f.normal),u.face=f,u.barycoord=h}return u}var Ph=class extends Un{constructor(t=null,n=1,i=1,r,s,o,a,l,c=sn,u=sn,h,f){super(null,o,a,l,c,u,r,s,h,f),this.isDataTexture=!0,this.image={data:t,width:n,height:i},this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}};var xo=new Wa,dU=new oe(.5,.5),ch=new Q,vo=class{constructor(t=new Ci,n=new Ci,i=new Ci,r=new Ci,s=new Ci,o=new Ci){this.planes=[t,n,i,r,s,o]}set(t,n,i,r,s,o){let a=this.planes;return a[0].copy(t),a[1].copy(n),a[2].copy(i),a[3].copy(r),a[4].copy(s),a[5].copy(o),this}copy(t){let n=this.planes;for(let i=0;i<6;i++)n[i].copy(t.planes[i]);return this}setFromProjectionMatrix(t,n=hi,i=!1){let r=this.planes,s=t.elements,o=s[0],a=s[1],l=s[2],c=s[3],u=s[4],h=s[5],f=s[6],d=s[7],p=s[8],x=s[9],m=s[10],g=s[11],_=s[12],b=s[13],v=s[14],w=s[15];if(r[0].setComponents(c-o,d-u,g-p,w-_).normalize(),r[1].setComponents(c+o,d+u,g+p,w+_).normalize(),r[2].setComponents(c+a,d+h,g+x,w+b).normalize(),r[3].setComponents(c-a,d-h,g-x,w-b).normalize(),i)r[4].setComponents(l,f,m,v).normalize(),r[5].setComponents(c-l,d-f,g-m,w-v).normalize();else if(r[4].setComponents(c-l,d-f,g-m,w-v).normalize(),n===hi)r[5].setComponents(c+l,d+f,g+m,w+v).normalize();else if(n===pc)r[5].setComponents(l,f,m,v).normalize();else throw new Error("THREE.Frustum.setFromProjectionMatrix(): Invalid coordinate system: "+n);return this}intersectsObject(t){if(t.boundingSphere!==void 0)t.boundingSphere===null&&t.computeBoundingSphere(),xo.copy(t.boundingSphere).applyMatrix4(t.matrixWorld);else{let n=t.geometry;n.boundingSphere===null&&n.computeBoundingSphere(),xo.copy(n.boundingSphere).applyMatrix4(t.matrixWorld)}return this.intersectsSphere(xo)}intersectsSprite(t){xo.center.set(0,0,0);let n=dU.distanceTo(t.center);return xo.radius=.7071067811865476+n,xo.applyMatrix4(t.matrixWorld),this.intersectsSphere(xo)}intersectsSphere(t){let n=this.planes,i=t.center,r=-t.radius;for(let s=0;s<6;s++)if(n[s].distanceToPoint(i)<r)return!1;return!0}intersectsBox(t){let n=this.planes;for(let i=0;i<6;i++){let r=n[i];if(ch.x=r.normal.x>0?t.max.x:t.min.x,ch.y=r.normal.y>0?t.max.y:t.min.y,ch.z=r.normal.z>0?t.max.z:t.min.z,r.distanceToPoint(ch)<0)return!1}return!0}containsPoint(t){let n=this.planes;for(let i=0;i<6;i++)if(n[i].distanceToPoint(t)<0)return!1;return!0}clone(){return new this.constructor().copy(this)}},SA=new Le,Nh=class e{constructor(){this.coordinateSystem=hi,this._frustums=[],this._count=0}setFromArrayCamera(t){let n=t.cameras,i=this._frustums;for(let r=0;r<n.length;r++){let s=n[r];SA.multiplyMatrices(s.projectionMatrix,s.matrixWorldInverse),i[r]===void 0&&(i[r]=new vo),i[r].setFromProjectionMatrix(SA,s.coordinateSystem,s.reversedDepth)}return this._count=n.length,this}getFrustum(t){return this._frustums[t]}intersectsObject(t){let n=this._frustums;for(let i=0;i<this._count;i++)if(n[i].intersectsObject(t))return!0;return!1}intersectsSprite(t){let n=this._frustums;for(let i=0;i<this._count;i++)if(n[i].intersectsSprite(t))return!0;return!1}intersectsSphere(t){let n=this._frustums;for(let i=0;i<this._count;i++)if(n[i].intersectsSphere(t))return!0;return!1}intersectsBox(t){let n=this._frustums;for(let i=0;i<this._count;i++)if(n[i].intersectsBox(t))return!0;return!1}containsPoint(t){let n=this._frustums;for(let i=0;i<this._count;i++)if(n[i].containsPoint(t))return!0;return!1}copy(t){this.coordinateSystem=t.coordinateSystem;let n=this._frustums,i=t._frustums;for(let r=0;r<t._count;r++)n[r]===void 0&&(n[r]=new vo),n[r].copy(i[r]);return this._count=t._count,this}clone(){return new e().copy(this)}};var bc=class extends Un{constructor(t=[],n=So,i,r,s,o,a,l,c,u){super(t,n,i,r,s,o,a,l,c,u),this.isCubeTexture=!0,this.flipY=!1}get images(){return this.image}set images(t){this.image=t}};var Vr=class extends Un{constructor(t,n,i=Ri,r,s,o,a=sn,l=sn,c,u=Gr,h=1){if(u!==Gr&&u!==Wr)throw new Error("THREE.DepthTexture: format must be either THREE.DepthFormat or THREE.DepthStencilFormat");let f={width:t,height:n,depth:h};super(f,r,s,o,a,l,u,i,c),this.isDepthTexture=!0,this.flipY=!1,this.generateMipmaps=!1,this.compareFunction=null}copy(t){return super.copy(t),this.source=new Va(Object.assign({},t.image)),this.compareFunction=t.compareFunction,this}toJSON(t){let n=super.toJSON(t);return n.compareFunction=this.compareFunction,n}},Mc=class extends Vr{constructor(t,n=Ri,i=So,r,s,o=sn,a=sn,l,c=Gr){let u={width:t,height:t,depth:1},h=[u,u,u,u,u,u];super(t,t,n,i,r,s,o,a,l,c),this.image=h,this.isCubeDepthTexture=!0,this.isCubeTexture=!0}get images(){return this.image}set images(t){this.image=t}},Sc=class extends Un{constructor(t=null){super(),this.sourceTexture=t,this.isExternalTexture=!0}copy(t){return super.copy(t),this.sourceTexture=t.sourceTexture,this}},$a=class e extends bs{constructor(t=1,n=1,i=1,r=1,s=1,o=1){super(),this.type="BoxGeometry",this.parameters={width:t,height:n,depth:i,widthSegments:r,heightSegments:s,depthSegments:o};let a=this;r=Math.floor(r),s=Math.floor(s),o=Math.floor(o);let l=[],c=[],u=[],h=[],f=0,d=0;p("z","y","x",-1,-1,i,n,t,o,s,0),p("z","y","x",1,-1,i,n,-t,o,s,1),p("x","z","y",1,1,t,i,n,r,o,2),p("x","z","y",1,-1,t,i,-n,r,o,3),p("x","y","z",1,-1,t,n,i,r,s,4),p("x","y","z",-1,-1,t,n,-i,r,s,5),this.setIndex(l),this.setAttribute("position",new di(c,3)),this.setAttribute("normal",new di(u,3)),this.setAttribute("uv",new di(h,2));function p(x,m,g,_,b,v,w,M,y,S,E){let R=v/y,C=w/S,L=v/2,O=w/2,I=M/2,N=y+1,k=S+1,z=0,Z=0,U=new Q;for(let G=0;G<k;G++){let q=G*C-O;for(let ot=0;ot<N;ot++){let ct=ot*R-L;U[x]=ct*_,U[m]=q*b,U[g]=I,c.push(U.x,U.y,U.z),U[x]=0,U[m]=0,U[g]=M>0?1:-1,u.push(U.x,U.y,U.z),h.push(ot/y),h.push(1-G/S),z+=1}}for(let G=0;G<S;G++)for(let q=0;q<y;q++){let ot=f+q+N*G,ct=f+q+N*(G+1),W=f+(q+1)+N*(G+1),lt=f+(q+1)+N*G;l.push(ot,ct,lt),l.push(ct,W,lt),Z+=6}a.addGroup(d,Z,E),d+=Z,f+=z}}copy(t){return super.copy(t),this.parameters=Object.assign({},t.parameters),this}static fromJSON(t){return new e(t.width,t.height,t.depth,t.widthSegments,t.heightSegments,t.depthSegments)}};var wc=class e extends bs{constructor(t=1,n=1,i=1,r=1){super(),this.type="PlaneGeometry",this.parameters={width:t,height:n,widthSegments:i,heightSegments:r};let s=t/2,o=n/2,a=Math.floor(i),l=Math.floor(r),c=a+1,u=l+1,h=t/a,f=n/l,d=[],p=[],x=[],m=[];for(let g=0;g<u;g++){let _=g*f-o;for(let b=0;b<c;b++){let v=b*h-s;p.push(v,-_,0),x.push(0,0,1),m.push(b/a),m.push(1-g/l)}}for(let g=0;g<l;g++)for(let _=0;_<a;_++){let b=_+c*g,v=_+c*(g+1),w=_+1+c*(g+1),M=_+1+c*g;d.push(b,v,M),d.push(v,w,M)}this.setIndex(d),this.setAttribute("position",new di(p,3)),this.setAttribute("normal",new di(x,3)),this.setAttribute("uv",new di(m,2))}copy(t){return super.copy(t),this.parameters=Object.assign({},t.parameters),this}static fromJSON(t){return new e(t.width,t.height,t.widthSegments,t.heightSegments)}};function To(e){let t={};for(let n in e){t[n]={};for(let i in e[n]){let r=e[n][i];if(wA(r))r.isRenderTargetTexture?(Ot("UniformsUtils: Textures of render targets cannot be cloned via cloneUniforms() or mergeUniforms()."),t[n][i]=null):t[n][i]=r.clone();else if(Array.isArray(r))if(wA(r[0])){let s=[];for(let o=0,a=r.length;o<a;o++)s[o]=r[o].clone();t[n][i]=s}else t[n][i]=r.slice();else t[n][i]=r}}return t}function pn(e){let t={};for(let n=0;n<e.length;n++){let i=To(e[n]);for(let r in i)t[r]=i[r]}return t}function wA(e){return e&&(e.isColor||e.isMatrix3||e.isMatrix4||e.isVector2||e.isVector3||e.isVector4||e.isTexture||e.isQuaternion)}function pU(e){let t=[];for(let n=0;n<e.length;n++)t.push(e[n].clone());return t}function wy(e){let t=e.getRenderTarget();return t===null?e.outputColorSpace:t.isXRRenderTarget===!0?t.texture.colorSpace:te.workingColorSpace}var p2={clone:To,merge:pn},mU=`void main() {
	gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
}`,gU=`void main() {
	gl_FragColor = vec4( 1.0, 0.0, 0.0, 1.0 );
}`,ur=class extends _o{constructor(t){super(),this.isShaderMaterial=!0,this.type="ShaderMaterial",this.defines={},this.uniforms={},this.uniformsGroups=[],this.vertexShader=mU,this.fragmentShader=gU,this.linewidth=1,this.wireframe=!1,this.wireframeLinewidth=1,this.fog=!1,this.lights=!1,this.clipping=!1,this.forceSinglePass=!0,this.extensions={clipCullDistance:!1,multiDraw:!1},this.defaultAttributeValues={color:[1,1,1],uv:[0,0],uv1:[0,0]},this.index0AttributeName=void 0,this.uniformsNeedUpdate=!1,this.glslVersion=null,t!==void 0&&this.setValues(t)}copy(t){return super.copy(t),this.fragmentShader=t.fragmentShader,this.vertexShader=t.vertexShader,this.uniforms=To(t.uniforms),this.uniformsGroups=pU(t.uniformsGroups),this.defines=Object.assign({},t.defines),this.wireframe=t.wireframe,this.wireframeLinewidth=t.wireframeLinewidth,this.fog=t.fog,this.lights=t.lights,this.clipping=t.clipping,this.extensions=Object.assign({},t.extensions),this.glslVersion=t.glslVersion,this.defaultAttributeValues=Object.assign({},t.defaultAttributeValues),this.index0AttributeName=t.index0AttributeName,this.uniformsNeedUpdate=t.uniformsNeedUpdate,this}toJSON(t){let n=super.toJSON(t);n.glslVersion=this.glslVersion,n.uniforms={};for(let r in this.uniforms){let o=this.uniforms[r].value;o&&o.isTexture?n.uniforms[r]={type:"t",value:o.toJSON(t).uuid}:o&&o.isColor?n.uniforms[r]={type:"c",value:o.getHex()}:o&&o.isVector2?n.uniforms[r]={type:"v2",value:o.toArray()}:o&&o.isVector3?n.uniforms[r]={type:"v3",value:o.toArray()}:o&&o.isVector4?n.uniforms[r]={type:"v4",value:o.toArray()}:o&&o.isMatrix3?n.uniforms[r]={type:"m3",value:o.toArray()}:o&&o.isMatrix4?n.uniforms[r]={type:"m4",value:o.toArray()}:n.uniforms[r]={value:o}}Object.keys(this.defines).length>0&&(n.defines=this.defines),n.vertexShader=this.vertexShader,n.fragmentShader=this.fragmentShader,n.lights=this.lights,n.clipping=this.clipping;let i={};for(let r in this.extensions)this.extensions[r]===!0&&(i[r]=!0);return Object.keys(i).length>0&&(n.extensions=i),n}fromJSON(t,n){if(super.fromJSON(t,n),t.uniforms!==void 0)for(let i in t.uniforms){let r=t.uniforms[i];switch(this.uniforms[i]={},r.type){case"t":this.uniforms[i].value=n[r.value]||null;break;case"c":this.uniforms[i].value=new ie().setHex(r.value);break;case"v2":this.uniforms[i].value=new oe().fromArray(r.value);break;case"v3":this.uniforms[i].value=new Q().fromArray(r.value);break;case"v4":this.uniforms[i].value=new Ee().fromArray(r.value);break;case"m3":this.uniforms[i].value=new zt().fromArray(r.value);break;case"m4":this.uniforms[i].value=new Le().fromArray(r.value);break;default:this.uniforms[i].value=r.value}}if(t.defines!==void 0&&(this.defines=t.defines),t.vertexShader!==void 0&&(this.vertexShader=t.vertexShader),t.fragmentShader!==void 0&&(this.fragmentShader=t.fragmentShader),t.glslVersion!==void 0&&(this.glslVersion=t.glslVersion),t.extensions!==void 0)for(let i in t.extensions)this.extensions[i]=t.extensions[i];return t.lights!==void 0&&(this.lights=t.lights),t.clipping!==void 0&&(this.clipping=t.clipping),this}},Lh=class extends ur{constructor(t){super(t),this.isRawShaderMaterial=!0,this.type="RawShaderMaterial"}};var Dh=class extends _o{constructor(t){super(),this.isMeshDepthMaterial=!0,this.type="MeshDepthMaterial",this.depthPacking=jA,this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.wireframe=!1,this.wireframeLinewidth=1,this.setValues(t)}copy(t){return super.copy(t),this.depthPacking=t.depthPacking,this.map=t.map,this.alphaMap=t.alphaMap,this.displacementMap=t.displacementMap,this.displacementScale=t.displacementScale,this.displacementBias=t.displacementBias,this.wireframe=t.wireframe,this.wireframeLinewidth=t.wireframeLinewidth,this}},Uh=class extends _o{constructor(t){super(),this.isMeshDistanceMaterial=!0,this.type="MeshDistanceMaterial",this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.setValues(t)}copy(t){return super.copy(t),this.map=t.map,this.alphaMap=t.alphaMap,this.displacementMap=t.displacementMap,this.displacementScale=t.displacementScale,this.displacementBias=t.displacementBias,this}};function Fa(e,t){return!e||e.constructor===t?e:typeof t.BYTES_PER_ELEMENT=="number"?new t(e):Array.prototype.slice.call(e)}function uh(e){return e!==void 0&&e.inTangents!==void 0&&e.outTangents!==void 0}var Ms=class{constructor(t,n,i,r){this.parameterPositions=t,this._cachedIndex=0,this.resultBuffer=r!==void 0?r:new n.constructor(i),this.sampleValues=n,this.valueSize=i,this.settings=null,this.DefaultSettings_={}}evaluate(t){let n=this.parameterPositions,i=this._cachedIndex,r=n[i],s=n[i-1];t:{e:{let o;n:{i:if(!(t<r)){for(let a=i+2;;){if(r===void 0){if(t<s)break i;return i=n.length,this._cachedIndex=i,this.copySampleValue_(i-1)}if(i===a)break;if(s=r,r=n[++i],t<r)break e}o=n.length;break n}if(!(t>=s)){let a=n[1];t<a&&(i=2,s=a);for(let l=i-2;;){if(s===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(i===l)break;if(r=s,s=n[--i-1],t>=s)break e}o=i,i=0;break n}break t}for(;i<o;){let a=i+o>>>1;t<n[a]?o=a:i=a+1}if(r=n[i],s=n[i-1],s===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(r===void 0)return i=n.length,this._cachedIndex=i,this.copySampleValue_(i-1)}this._cachedIndex=i,this.intervalChanged_(i,s,r)}return this.interpolate_(i,s,t,r)}getSettings_(){return this.settings||this.DefaultSettings_}copySampleValue_(t){let n=this.resultBuffer,i=this.sampleValues,r=this.valueSize,s=t*r;for(let o=0;o!==r;++o)n[o]=i[s+o];return n}interpolate_(){throw new Error("THREE.Interpolant: Call to abstract method.")}intervalChanged_(){}},Fh=class extends Ms{constructor(t,n,i,r){super(t,n,i,r),this._weightPrev=-0,this._offsetPrev=-0,this._weightNext=-0,this._offsetNext=-0,this.DefaultSettings_={endingStart:Wx,endingEnd:Wx}}intervalChanged_(t,n,i){let r=this.parameterPositions,s=t-2,o=t+1,a=r[s],l=r[o];if(a===void 0)switch(this.getSettings_().endingStart){case $x:s=t,a=2*n-i;break;case Xx:s=r.length-2,a=n+r[s]-r[s+1];break;default:s=t,a=i}if(l===void 0)switch(this.getSettings_().endingEnd){case $x:o=t,l=2*i-n;break;case Xx:o=1,l=i+r[1]-r[0];break;default:o=t-1,l=n}let c=(i-n)*.5,u=this.valueSize;this._weightPrev=c/(n-a),this._weightNext=c/(l-i),this._offsetPrev=s*u,this._offsetNext=o*u}interpolate_(t,n,i,r){let s=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=t*a,c=l-a,u=this._offsetPrev,h=this._offsetNext,f=this._weightPrev,d=this._weightNext,p=(i-n)/(r-n),x=p*p,m=x*p,g=-f*m+2*f*x-f*p,_=(1+f)*m+(-1.5-2*f)*x+(-.5+f)*p+1,b=(-1-d)*m+(1.5+d)*x+.5*p,v=d*m-d*x;for(let w=0;w!==a;++w)s[w]=g*o[u+w]+_*o[c+w]+b*o[l+w]+v*o[h+w];return s}},Oh=class extends Ms{constructor(t,n,i,r){super(t,n,i,r)}interpolate_(t,n,i,r){let s=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=t*a,c=l-a,u=(i-n)/(r-n),h=1-u;for(let f=0;f!==a;++f)s[f]=o[c+f]*h+o[l+f]*u;return s}},Bh=class extends Ms{constructor(t,n,i,r){super(t,n,i,r)}interpolate_(t){return this.copySampleValue_(t-1)}},kh=class extends Ms{interpolate_(t,n,i,r){let s=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=t*a,c=l-a,u=this.inTangents,h=this.outTangents;if(!u||!h){let p=(i-n)/(r-n),x=1-p;for(let m=0;m!==a;++m)s[m]=o[c+m]*x+o[l+m]*p;return s}let f=a*2,d=t-1;for(let p=0;p!==a;++p){let x=o[c+p],m=o[l+p],g=d*f+p*2,_=h[g],b=h[g+1],v=t*f+p*2,w=u[v],M=u[v+1],y=yU(i,n,_,w,r);s[p]=m2(y,x,b,M,m)}return s}};function m2(e,t,n,i,r){let s=1-e;return s*s*s*t+3*s*s*e*n+3*s*e*e*i+e*e*e*r}function xU(e,t,n,i,r){let s=1-e;return 3*s*s*(n-t)+6*s*e*(i-n)+3*e*e*(r-i)}function yU(e,t,n,i,r){let s=(e-t)/(r-t);for(let o=0;o<8;o++){let a=m2(s,t,n,i,r)-e;if(Math.abs(a)<1e-10)break;let l=xU(s,t,n,i,r);if(Math.abs(l)<1e-10)break;s=Math.max(0,Math.min(1,s-a/l))}return s}var Xn=class{constructor(t,n,i,r){if(t===void 0)throw new Error("THREE.KeyframeTrack: track name is undefined");if(n===void 0||n.length===0)throw new Error("THREE.KeyframeTrack: no keyframes in track named "+t);this.name=t,this.times=Fa(n,this.TimeBufferType),this.values=Fa(i,this.ValueBufferType),this.setInterpolation(r||this.DefaultInterpolation)}static toJSON(t){let n=t.constructor,i;if(n.toJSON!==this.toJSON)i=n.toJSON(t);else{i={name:t.name,times:Fa(t.times,Array),values:Fa(t.values,Array)};let r=t.getInterpolation();r!==t.DefaultInterpolation&&(i.interpolation=r),uh(t.settings)&&(i.settings={inTangents:Fa(t.settings.inTangents,Array),outTangents:Fa(t.settings.outTangents,Array)})}return i.type=t.ValueTypeName,i}InterpolantFactoryMethodDiscrete(t){return new Bh(this.times,this.values,this.getValueSize(),t)}InterpolantFactoryMethodLinear(t){return new Oh(this.times,this.values,this.getValueSize(),t)}InterpolantFactoryMethodSmooth(t){return new Fh(this.times,this.values,this.getValueSize(),t)}InterpolantFactoryMethodBezier(t){let n=new kh(this.times,this.values,this.getValueSize(),t);return this.settings&&(n.inTangents=this.settings.inTangents,n.outTangents=this.settings.outTangents),n}setInterpolation(t){let n;switch(t){case fc:n=this.InterpolantFactoryMethodDiscrete;break;case wh:n=this.InterpolantFactoryMethodLinear;break;case dh:n=this.InterpolantFactoryMethodSmooth;break;case Hx:n=this.InterpolantFactoryMethodBezier;break}if(n===void 0){let i="unsupported interpolation for "+this.ValueTypeName+" keyframe track named "+this.name;if(this.createInterpolant===void 0)if(t!==this.DefaultInterpolation)this.setInterpolation(this.DefaultInterpolation);else throw new Error(i);return Ot("KeyframeTrack:",i),this}return this.createInterpolant=n,this}getInterpolation(){switch(this.createInterpolant){case this.InterpolantFactoryMethodDiscrete:return fc;case this.InterpolantFactoryMethodLinear:return wh;case this.InterpolantFactoryMethodSmooth:return dh;case this.InterpolantFactoryMethodBezier:return Hx}}getValueSize(){return this.values.length/this.times.length}shift(t){if(t!==0){let n=this.times;for(let i=0,r=n.length;i!==r;++i)n[i]+=t;uh(this.settings)&&(TA(this.settings.inTangents,t),TA(this.settings.outTangents,t))}return this}scale(t){if(t!==1){let n=this.times;for(let i=0,r=n.length;i!==r;++i)n[i]*=t;uh(this.settings)&&(AA(this.settings.inTangents,t),AA(this.settings.outTangents,t))}return this}trim(t,n){let i=this.times,r=i.length,s=0,o=r-1;for(;s!==r&&i[s]<t;)++s;for(;o!==-1&&i[o]>n;)--o;if(++o,s!==0||o!==r){s>=o&&(o=Math.max(o,1),s=o-1);let a=this.getValueSize();this.times=i.slice(s,o),this.values=this.values.slice(s*a,o*a)}return this}validate(){let t=!0,n=this.getValueSize();n-Math.floor(n)!==0&&(kt("KeyframeTrack: Invalid value size in track.",this),t=!1);let i=this.times,r=this.values,s=i.length;s===0&&(kt("KeyframeTrack: Track is empty.",this),t=!1);let o=null;for(let a=0;a!==s;a++){let l=i[a];if(typeof l=="number"&&isNaN(l)){kt("KeyframeTrack: Time is not a valid number.",this,a,l),t=!1;break}if(o!==null&&o>l){kt("KeyframeTrack: Out of order keys.",this,a,l,o),t=!1;break}o=l}if(r!==void 0&&XD(r))for(let a=0,l=r.length;a!==l;++a){let c=r[a];if(isNaN(c)){kt("KeyframeTrack: Value is not a valid number.",this,a,c),t=!1;break}}return t}optimize(){let t=this.times.slice(),n=this.values.slice(),i=this.getValueSize(),r=this.getInterpolation()===dh,s=t.length-1,o=1;for(let a=1;a<s;++a){let l=!1,c=t[a],u=t[a+1];if(c!==u&&(a!==1||c!==t[0]))if(r)l=!0;else{let h=a*i,f=h-i,d=h+i;for(let p=0;p!==i;++p){let x=n[h+p];if(x!==n[f+p]||x!==n[d+p]){l=!0;break}}}if(l){if(a!==o){t[o]=t[a];let h=a*i,f=o*i;for(let d=0;d!==i;++d)n[f+d]=n[h+d]}++o}}if(s>0){t[o]=t[s];for(let a=s*i,l=o*i,c=0;c!==i;++c)n[l+c]=n[a+c];++o}return o!==t.length?(this.times=t.slice(0,o),this.values=n.slice(0,o*i)):(this.times=t,this.values=n),this}clone(){let t=this.times.slice(),n=this.values.slice(),i=this.constructor,r=new i(this.name,t,n);return r.createInterpolant=this.createInterpolant,uh(this.settings)&&(r.settings={inTangents:this.settings.inTangents.slice(),outTangents:this.settings.outTangents.slice()}),r}};function TA(e,t){for(let n=0,i=e.length;n!==i;n+=2)e[n]+=t}function AA(e,t){for(let n=0,i=e.length;n!==i;n+=2)e[n]*=t}Xn.prototype.ValueTypeName="";Xn.prototype.TimeBufferType=Float32Array;Xn.prototype.ValueBufferType=Float32Array;Xn.prototype.DefaultInterpolation=wh;var Ss=class extends Xn{constructor(t,n,i){super(t,n,i)}};Ss.prototype.ValueTypeName="bool";Ss.prototype.ValueBufferType=Array;Ss.prototype.DefaultInterpolation=fc;Ss.prototype.InterpolantFactoryMethodLinear=void 0;Ss.prototype.InterpolantFactoryMethodSmooth=void 0;var zh=class extends Xn{constructor(t,n,i,r){super(t,n,i,r)}};zh.prototype.ValueTypeName="color";var Gh=class extends Xn{constructor(t,n,i,r){super(t,n,i,r)}};Gh.prototype.ValueTypeName="number";var Vh=class extends Ms{constructor(t,n,i,r){super(t,n,i,r)}interpolate_(t,n,i,r){let s=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=(i-n)/(r-n),c=t*a;for(let u=c+a;c!==u;c+=4)lr.slerpFlat(s,0,o,c-a,o,c,l);return s}},Tc=class extends Xn{constructor(t,n,i,r){super(t,n,i,r)}InterpolantFactoryMethodLinear(t){return new Vh(this.times,this.values,this.getValueSize(),t)}};Tc.prototype.ValueTypeName="quaternion";Tc.prototype.InterpolantFactoryMethodSmooth=void 0;var ws=class extends Xn{constructor(t,n,i){super(t,n,i)}};ws.prototype.ValueTypeName="string";ws.prototype.ValueBufferType=Array;ws.prototype.DefaultInterpolation=fc;ws.prototype.InterpolantFactoryMethodLinear=void 0;ws.prototype.InterpolantFactoryMethodSmooth=void 0;var Hh=class extends Xn{constructor(t,n,i,r){super(t,n,i,r)}};Hh.prototype.ValueTypeName="vector";var Wh=class{constructor(t,n,i){let r=this,s=!1,o=0,a=0,l,c=[];this.onStart=void 0,this.onLoad=t,this.onProgress=n,this.onError=i,this._abortController=null,this.itemStart=function(u){a++,s===!1&&r.onStart!==void 0&&r.onStart(u,o,a),s=!0},this.itemEnd=function(u){o++,r.onProgress!==void 0&&r.onProgress(u,o,a),o===a&&(s=!1,r.onLoad!==void 0&&r.onLoad())},this.itemError=function(u){r.onError!==void 0&&r.onError(u)},this.resolveURL=function(u){return u=u.normalize("NFC"),l?l(u):u},this.setURLModifier=function(u){return l=u,this},this.addHandler=function(u,h){return c.push(u,h),this},this.removeHandler=function(u){let h=c.indexOf(u);return h!==-1&&c.splice(h,2),this},this.getHandler=function(u){for(let h=0,f=c.length;h<f;h+=2){let d=c[h],p=c[h+1];if(d.global&&(d.lastIndex=0),d.test(u))return p}return null},this.abort=function(){return this.abortController.abort(),this._abortController=null,this}}get abortController(){return this._abortController||(this._abortController=new AbortController),this._abortController}},g2=new Wh,$h=class{constructor(t){this.manager=t!==void 0?t:g2,this.crossOrigin="anonymous",this.withCredentials=!1,this.path="",this.resourcePath="",this.requestHeader={},this.priority="auto",this.cache="default",typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}load(){}loadAsync(t,n){let i=this;return new Promise(function(r,s){i.load(t,r,n,s)})}parse(){}setCrossOrigin(t){return this.crossOrigin=t,this}setWithCredentials(t){return this.withCredentials=t,this}setPath(t){return this.path=t,this}setResourcePath(t){return this.resourcePath=t,this}setRequestHeader(t){return this.requestHeader=t,this}setPriority(t){return this.priority=t,this}setCache(t){return this.cache=t,this}abort(){return this}};$h.DEFAULT_MATERIAL_NAME="__DEFAULT";var fh=new Q,hh=new lr,rr=new Q,Ac=class extends pi{constructor(){super(),this.isCamera=!0,this.type="Camera",this.matrixWorldInverse=new Le,this.projectionMatrix=new Le,this.projectionMatrixInverse=new Le,this.coordinateSystem=hi,this._reversedDepth=!1}get reversedDepth(){return this._reversedDepth}copy(t,n){return super.copy(t,n),this.matrixWorldInverse.copy(t.matrixWorldInverse),this.projectionMatrix.copy(t.projectionMatrix),this.projectionMatrixInverse.copy(t.projectionMatrixInverse),this.coordinateSystem=t.coordinateSystem,this}getWorldDirection(t){return super.getWorldDirection(t).negate()}updateMatrixWorld(t){super.updateMatrixWorld(t),this.matrixWorld.decompose(fh,hh,rr),rr.x===1&&rr.y===1&&rr.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(fh,hh,rr.set(1,1,1)).invert()}updateWorldMatrix(t,n,i=!1){super.updateWorldMatrix(t,n,i),this.matrixWorld.decompose(fh,hh,rr),rr.x===1&&rr.y===1&&rr.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(fh,hh,rr.set(1,1,1)).invert()}clone(){return new this.constructor().copy(this)}},xs=new Q,EA=new oe,CA=new oe,Sn=class extends Ac{constructor(t=50,n=1,i=.1,r=2e3){super(),this.isPerspectiveCamera=!0,this.type="PerspectiveCamera",this.fov=t,this.zoom=1,this.near=i,this.far=r,this.focus=10,this.aspect=n,this.view=null,this.filmGauge=35,this.filmOffset=0,this.updateProjectionMatrix()}copy(t,n){return super.copy(t,n),this.fov=t.fov,this.zoom=t.zoom,this.near=t.near,this.far=t.far,this.focus=t.focus,this.aspect=t.aspect,this.view=t.view===null?null:Object.assign({},t.view),this.filmGauge=t.filmGauge,this.filmOffset=t.filmOffset,this}setFocalLength(t){let n=.5*this.getFilmHeight()/t;this.fov=Th*2*Math.atan(n),this.updateProjectionMatrix()}getFocalLength(){let t=Math.tan(Mx*.5*this.fov);return .5*this.getFilmHeight()/t}getEffectiveFOV(){return Th*2*Math.atan(Math.tan(Mx*.5*this.fov)/this.zoom)}getFilmWidth(){return this.filmGauge*Math.min(this.aspect,1)}getFilmHeight(){return this.filmGauge/Math.max(this.aspect,1)}getViewBounds(t,n,i){xs.set(-1,-1,.5).applyMatrix4(this.projectionMatrixInverse),n.set(xs.x,xs.y).multiplyScalar(-t/xs.z),xs.set(1,1,.5).applyMatrix4(this.projectionMatrixInverse),i.set(xs.x,xs.y).multiplyScalar(-t/xs.z)}getViewSize(t,n){return this.getViewBounds(t,EA,CA),n.subVectors(CA,EA)}setViewOffset(t,n,i,r,s,o){this.aspect=t/n,this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=t,this.view.fullHeight=n,this.view.offsetX=i,this.view.offsetY=r,this.view.width=s,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let t=this.near,n=t*Math.tan(Mx*.5*this.fov)/this.zoom,i=2*n,r=this.aspect*i,s=-.5*r,o=this.view;if(this.view!==null&&this.view.enabled){let l=o.fullWidth,c=o.fullHeight;s+=o.offsetX*r/l,n-=o.offsetY*i/c,r*=o.width/l,i*=o.height/c}let a=this.filmOffset;a!==0&&(s+=t*a/this.getFilmWidth()),this.projectionMatrix.makePerspective(s,s+r,n,n-i,t,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(t){let n=super.toJSON(t);return n.object.fov=this.fov,n.object.zoom=this.zoom,n.object.near=this.near,n.object.far=this.far,n.object.focus=this.focus,n.object.aspect=this.aspect,this.view!==null&&(n.object.view=Object.assign({},this.view)),n.object.filmGauge=this.filmGauge,n.object.filmOffset=this.filmOffset,n}};var Xh=class extends Ac{constructor(t=-1,n=1,i=1,r=-1,s=.1,o=2e3){super(),this.isOrthographicCamera=!0,this.type="OrthographicCamera",this.zoom=1,this.view=null,this.left=t,this.right=n,this.top=i,this.bottom=r,this.near=s,this.far=o,this.updateProjectionMatrix()}copy(t,n){return super.copy(t,n),this.left=t.left,this.right=t.right,this.top=t.top,this.bottom=t.bottom,this.near=t.near,this.far=t.far,this.zoom=t.zoom,this.view=t.view===null?null:Object.assign({},t.view),this}setViewOffset(t,n,i,r,s,o){this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=t,this.view.fullHeight=n,this.view.offsetX=i,this.view.offsetY=r,this.view.width=s,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let t=(this.right-this.left)/(2*this.zoom),n=(this.top-this.bottom)/(2*this.zoom),i=(this.right+this.left)/2,r=(this.top+this.bottom)/2,s=i-t,o=i+t,a=r+n,l=r-n;if(this.view!==null&&this.view.enabled){let c=(this.right-this.left)/this.view.fullWidth/this.zoom,u=(this.top-this.bottom)/this.view.fullHeight/this.zoom;s+=c*this.view.offsetX,o=s+c*this.view.width,a-=u*this.view.offsetY,l=a-u*this.view.height}this.projectionMatrix.makeOrthographic(s,o,a,l,this.near,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(t){let n=super.toJSON(t);return n.object.zoom=this.zoom,n.object.left=this.left,n.object.right=this.right,n.object.top=this.top,n.object.bottom=this.bottom,n.object.near=this.near,n.object.far=this.far,this.view!==null&&(n.object.view=Object.assign({},this.view)),n}};var Oa=-90,Ba=1,Xa=class extends pi{constructor(t,n,i){super(),this.type="CubeCamera",this.renderTarget=i,this.coordinateSystem=null,this.activeMipmapLevel=0;let r=new Sn(Oa,Ba,t,n);r.layers=this.layers,this.add(r);let s=new Sn(Oa,Ba,t,n);s.layers=this.layers,this.add(s);let o=new Sn(Oa,Ba,t,n);o.layers=this.layers,this.add(o);let a=new Sn(Oa,Ba,t,n);a.layers=this.layers,this.add(a);let l=new Sn(Oa,Ba,t,n);l.layers=this.layers,this.add(l);let c=new Sn(Oa,Ba,t,n);c.layers=this.layers,this.add(c)}updateCoordinateSystem(){let t=this.coordinateSystem,n=this.children.concat(),[i,r,s,o,a,l]=n;for(let c of n)this.remove(c);if(t===hi)i.up.set(0,1,0),i.lookAt(1,0,0),r.up.set(0,1,0),r.lookAt(-1,0,0),s.up.set(0,0,-1),s.lookAt(0,1,0),o.up.set(0,0,1),o.lookAt(0,-1,0),a.up.set(0,1,0),a.lookAt(0,0,1),l.up.set(0,1,0),l.lookAt(0,0,-1);else if(t===pc)i.up.set(0,-1,0),i.lookAt(-1,0,0),r.up.set(0,-1,0),r.lookAt(1,0,0),s.up.set(0,0,1),s.lookAt(0,1,0),o.up.set(0,0,-1),o.lookAt(0,-1,0),a.up.set(0,-1,0),a.lookAt(0,0,1),l.up.set(0,-1,0),l.lookAt(0,0,-1);else throw new Error("THREE.CubeCamera.updateCoordinateSystem(): Invalid coordinate system: "+t);for(let c of n)this.add(c),c.updateMatrixWorld()}update(t,n){this.parent===null&&this.updateMatrixWorld();let{renderTarget:i,activeMipmapLevel:r}=this;this.coordinateSystem!==t.coordinateSystem&&(this.coordinateSystem=t.coordinateSystem,this.updateCoordinateSystem());let[s,o,a,l,c,u]=this.children,h=t.getRenderTarget(),f=t.getActiveCubeFace(),d=t.getActiveMipmapLevel(),p=t.xr.enabled;t.xr.enabled=!1;let x=i.texture.mipmapsAutoUpdate;i.texture.mipmapsAutoUpdate=!1;let m=!1;t.isWebGLRenderer===!0?m=t.state.buffers.depth.getReversed():m=t.reversedDepthBuffer,t.setRenderTarget(i,0,r),m&&t.autoClear===!1&&t.clearDepth(),t.render(n,s),t.setRenderTarget(i,1,r),m&&t.autoClear===!1&&t.clearDepth(),t.render(n,o),t.setRenderTarget(i,2,r),m&&t.autoClear===!1&&t.clearDepth(),t.render(n,a),t.setRenderTarget(i,3,r),m&&t.autoClear===!1&&t.clearDepth(),t.render(n,l),t.setRenderTarget(i,4,r),m&&t.autoClear===!1&&t.clearDepth(),t.render(n,c),i.texture.mipmapsAutoUpdate=x,t.setRenderTarget(i,5,r),m&&t.autoClear===!1&&t.clearDepth(),t.render(n,u),t.setRenderTarget(h,f,d),t.xr.enabled=p,i.texture.needsPMREMUpdate=!0}},qh=class extends Sn{constructor(t=[]){super(),this.isArrayCamera=!0,this.isMultiViewCamera=!1,this.cameras=t,this.perCameraFrustumCulled=!1}};var Ty="\\[\\]\\.:\\/",_U=new RegExp("["+Ty+"]","g"),Ay="[^"+Ty+"]",vU="[^"+Ty.replace("\\.","")+"]",bU=/((?:WC+[\/:])*)/.source.replace("WC",Ay),MU=/(WCOD+)?/.source.replace("WCOD",vU),SU=/(?:\.(WC+)(?:\[(.+)\])?)?/.source.replace("WC",Ay),wU=/\.(WC+)(?:\[(.+)\])?/.source.replace("WC",Ay),TU=new RegExp("^"+bU+MU+SU+wU+"$"),AU=["material","materials","bones","map"],qx=class{constructor(t,n,i){let r=i||we.parseTrackName(n);this._targetGroup=t,this._bindings=t.subscribe_(n,r)}getValue(t,n){this.bind();let i=this._targetGroup.nCachedObjects_,r=this._bindings[i];r!==void 0&&r.getValue(t,n)}setValue(t,n){let i=this._bindings;for(let r=this._targetGroup.nCachedObjects_,s=i.length;r!==s;++r)i[r].setValue(t,n)}bind(){let t=this._bindings;for(let n=this._targetGroup.nCachedObjects_,i=t.length;n!==i;++n)t[n].bind()}unbind(){let t=this._bindings;for(let n=this._targetGroup.nCachedObjects_,i=t.length;n!==i;++n)t[n].unbind()}},we=class e{constructor(t,n,i){this.path=n,this.parsedPath=i||e.parseTrackName(n),this.node=e.findNode(t,this.parsedPath.nodeName),this.rootNode=t,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}static create(t,n,i){return t&&t.isAnimationObjectGroup?new e.Composite(t,n,i):new e(t,n,i)}static sanitizeNodeName(t){return t.replace(/\s/g,"_").replace(_U,"")}static parseTrackName(t){let n=TU.exec(t);if(n===null)throw new Error("THREE.PropertyBinding: Cannot parse trackName: "+t);let i={nodeName:n[2],objectName:n[3],objectIndex:n[4],propertyName:n[5],propertyIndex:n[6]},r=i.nodeName&&i.nodeName.lastIndexOf(".");if(r!==void 0&&r!==-1){let s=i.nodeName.substring(r+1);AU.indexOf(s)!==-1&&(i.nodeName=i.nodeName.substring(0,r),i.objectName=s)}if(i.propertyName===null||i.propertyName.length===0)throw new Error("THREE.PropertyBinding: can not parse propertyName from trackName: "+t);return i}static findNode(t,n){if(n===void 0||n===""||n==="."||n===-1||n===t.name||n===t.uuid)return t;if(t.skeleton){let i=t.skeleton.getBoneByName(n);if(i!==void 0)return i}if(t.children){let i=function(s){for(let o=0;o<s.length;o++){let a=s[o];if(a.name===n||a.uuid===n)return a;let l=i(a.children);if(l)return l}return null},r=i(t.children);if(r)return r}return null}_getValue_unavailable(){}_setValue_unavailable(){}_getValue_direct(t,n){t[n]=this.targetObject[this.propertyName]}_getValue_array(t,n){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)t[n++]=i[r]}_getValue_arrayElement(t,n){t[n]=this.resolvedProperty[this.propertyIndex]}_getValue_toArray(t,n){this.resolvedProperty.toArray(t,n)}_setValue_direct(t,n){this.targetObject[this.propertyName]=t[n]}_setValue_direct_setNeedsUpdate(t,n){this.targetObject[this.propertyName]=t[n],this.targetObject.needsUpdate=!0}_setValue_direct_setMatrixWorldNeedsUpdate(t,n){this.targetObject[this.propertyName]=t[n],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_array(t,n){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)i[r]=t[n++]}_setValue_array_setNeedsUpdate(t,n){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)i[r]=t[n++];this.targetObject.needsUpdate=!0}_setValue_array_setMatrixWorldNeedsUpdate(t,n){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)i[r]=t[n++];this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_arrayElement(t,n){this.resolvedProperty[this.propertyIndex]=t[n]}_setValue_arrayElement_setNeedsUpdate(t,n){this.resolvedProperty[this.propertyIndex]=t[n],this.targetObject.needsUpdate=!0}_setValue_arrayElement_setMatrixWorldNeedsUpdate(t,n){this.resolvedProperty[this.propertyIndex]=t[n],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_fromArray(t,n){this.resolvedProperty.fromArray(t,n)}_setValue_fromArray_setNeedsUpdate(t,n){this.resolvedProperty.fromArray(t,n),this.targetObject.needsUpdate=!0}_setValue_fromArray_setMatrixWorldNeedsUpdate(t,n){this.resolvedProperty.fromArray(t,n),this.targetObject.matrixWorldNeedsUpdate=!0}_getValue_unbound(t,n){this.bind(),this.getValue(t,n)}_setValue_unbound(t,n){this.bind(),this.setValue(t,n)}bind(){let t=this.node,n=this.parsedPath,i=n.objectName,r=n.propertyName,s=n.propertyIndex;if(t||(t=e.findNode(this.rootNode,n.nodeName),this.node=t),this.getValue=this._getValue_unavailable,this.setValue=this._setValue_unavailable,!t){Ot("PropertyBinding: No target node found for track: "+this.path+".");return}if(i){let c=n.objectIndex;switch(i){case"materials":if(!t.material){kt("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!t.material.materials){kt("PropertyBinding: Can not bind to material.materials as node.material does not have a materials array.",this);return}t=t.material.materials;break;case"bones":if(!t.skeleton){kt("PropertyBinding: Can not bind to bones as node does not have a skeleton.",this);return}t=t.skeleton.bones;for(let u=0;u<t.length;u++)if(t[u].name===c){c=u;break}break;case"map":if("map"in t){t=t.map;break}if(!t.material){kt("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!t.material.map){kt("PropertyBinding: Can not bind to material.map as node.material does not have a map.",this);return}t=t.material.map;break;default:if(t[i]===void 0){kt("PropertyBinding: Can not bind to objectName of node undefined.",this);return}t=t[i]}if(c!==void 0){if(t[c]===void 0){kt("PropertyBinding: Trying to bind to objectIndex of objectName, but is undefined.",this,t);return}t=t[c]}}let o=t[r];if(o===void 0){let c=n.nodeName;kt("PropertyBinding: Trying to update property for track: "+c+"."+r+" but it wasn't found.",t);return}let a=this.Versioning.None;this.targetObject=t,t.isMaterial===!0?a=this.Versioning.NeedsUpdate:t.isObject3D===!0&&(a=this.Versioning.MatrixWorldNeedsUpdate);let l=this.BindingType.Direct;if(s!==void 0){if(r==="morphTargetInfluences"){if(!t.geometry){kt("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.",this);return}if(!t.geometry.morphAttributes){kt("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.morphAttributes.",this);return}t.morphTargetDictionary[s]!==void 0&&(s=t.morphTargetDictionary[s])}l=this.BindingType.ArrayElement,this.resolvedProperty=o,this.propertyIndex=s}else o.fromArray!==void 0&&o.toArray!==void 0?(l=this.BindingType.HasFromToArray,this.resolvedProperty=o):Array.isArray(o)?(l=this.BindingType.EntireArray,this.resolvedProperty=o):this.propertyName=r;this.getValue=this.GetterByBindingType[l],this.setValue=this.SetterByBindingTypeAndVersioning[l][a]}unbind(){this.node=null,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}};we.Composite=qx;we.prototype.BindingType={Direct:0,EntireArray:1,ArrayElement:2,HasFromToArray:3};we.prototype.Versioning={None:0,NeedsUpdate:1,MatrixWorldNeedsUpdate:2};we.prototype.GetterByBindingType=[we.prototype._getValue_direct,we.prototype._getValue_array,we.prototype._getValue_arrayElement,we.prototype._getValue_toArray];we.prototype.SetterByBindingTypeAndVersioning=[[we.prototype._setValue_direct,we.prototype._setValue_direct_setNeedsUpdate,we.prototype._setValue_direct_setMatrixWorldNeedsUpdate],[we.prototype._setValue_array,we.prototype._setValue_array_setNeedsUpdate,we.prototype._setValue_array_setMatrixWorldNeedsUpdate],[we.prototype._setValue_arrayElement,we.prototype._setValue_arrayElement_setNeedsUpdate,we.prototype._setValue_arrayElement_setMatrixWorldNeedsUpdate],[we.prototype._setValue_fromArray,we.prototype._setValue_fromArray_setNeedsUpdate,we.prototype._setValue_fromArray_setMatrixWorldNeedsUpdate]];var xV=new Float32Array(1);var Yx=class{static{this.prototype.isMatrix2=!0}constructor(t,n,i,r){this.elements=[1,0,0,1],t!==void 0&&this.set(t,n,i,r)}identity(){return this.set(1,0,0,1),this}fromArray(t,n=0){for(let i=0;i<4;i++)this.elements[i]=t[i+n];return this}set(t,n,i,r){let s=this.elements;return s[0]=t,s[2]=n,s[1]=i,s[3]=r,this}};function Ey(e,t,n,i){let r=EU(i);switch(n){case py:return e*t;case gy:return e*t/r.components*r.byteLength;case td:return e*t/r.components*r.byteLength;case As:return e*t*2/r.components*r.byteLength;case ed:return e*t*2/r.components*r.byteLength;case my:return e*t*3/r.components*r.byteLength;case Ni:return e*t*4/r.components*r.byteLength;case nd:return e*t*4/r.components*r.byteLength;case Rc:case Ic:return Math.floor((e+3)/4)*Math.floor((t+3)/4)*8;case Pc:case Nc:return Math.floor((e+3)/4)*Math.floor((t+3)/4)*16;case rd:case od:return Math.max(e,16)*Math.max(t,8)/4;case id:case sd:return Math.max(e,8)*Math.max(t,8)/2;case ad:case ld:case ud:case fd:return Math.floor((e+3)/4)*Math.floor((t+3)/4)*8;case cd:case Lc:case hd:return Math.floor((e+3)/4)*Math.floor((t+3)/4)*16;case dd:return Math.floor((e+3)/4)*Math.floor((t+3)/4)*16;case pd:return Math.floor((e+4)/5)*Math.floor((t+3)/4)*16;case md:return Math.floor((e+4)/5)*Math.floor((t+4)/5)*16;case gd:return Math.floor((e+5)/6)*Math.floor((t+4)/5)*16;case xd:return Math.floor((e+5)/6)*Math.floor((t+5)/6)*16;case yd:return Math.floor((e+7)/8)*Math.floor((t+4)/5)*16;case _d:return Math.floor((e+7)/8)*Math.floor((t+5)/6)*16;case vd:return Math.floor((e+7)/8)*Math.floor((t+7)/8)*16;case bd:return Math.floor((e+9)/10)*Math.floor((t+4)/5)*16;case Md:return Math.floor((e+9)/10)*Math.floor((t+5)/6)*16;case Sd:return Math.floor((e+9)/10)*Math.floor((t+7)/8)*16;case wd:return Math.floor((e+9)/10)*Math.floor((t+9)/10)*16;case Td:return Math.floor((e+11)/12)*Math.floor((t+9)/10)*16;case Ad:return Math.floor((e+11)/12)*Math.floor((t+11)/12)*16;case Ed:case Cd:case Rd:return Math.ceil(e/4)*Math.ceil(t/4)*16;case Id:case Pd:return Math.ceil(e/4)*Math.ceil(t/4)*8;case Dc:case Nd:return Math.ceil(e/4)*Math.ceil(t/4)*16}throw new Error(`Unable to determine texture byte length for ${n} format.`)}function EU(e){switch(e){case qn:case uy:return{byteLength:1,components:1};case Ja:case fy:case Pi:return{byteLength:2,components:1};case Qh:case jh:return{byteLength:2,components:4};case Ri:case Kh:case Ii:return{byteLength:4,components:1};case hy:case dy:return{byteLength:4,components:3}}throw new Error(`THREE.TextureUtils: Unknown texture type ${e}.`)}typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("register",{detail:{revision:"187"}}));typeof window<"u"&&(window.__THREE__?Ot("WARNING: Multiple instances of Three.js being imported."):window.__THREE__="187");function B2(){let e=null,t=!1,n=null,i=null;function r(s,o){i=e.requestAnimationFrame(r),n(s,o)}return{start:function(){t!==!0&&n!==null&&e!==null&&(i=e.requestAnimationFrame(r),t=!0)},stop:function(){e!==null&&e.cancelAnimationFrame(i),t=!1},setAnimationLoop:function(s){n=s},setContext:function(s){e=s}}}function RU(e){let t=new WeakMap;function n(a,l){let c=a.array,u=a.usage,h=c.byteLength,f=e.createBuffer();e.bindBuffer(l,f),e.bufferData(l,c,u),a.onUploadCallback();let d;if(c instanceof Float32Array)d=e.FLOAT;else if(typeof Float16Array<"u"&&c instanceof Float16Array)d=e.HALF_FLOAT;else if(c instanceof Uint16Array)a.isFloat16BufferAttribute?d=e.HALF_FLOAT:d=e.UNSIGNED_SHORT;else if(c instanceof Int16Array)d=e.SHORT;else if(c instanceof Uint32Array)d=e.UNSIGNED_INT;else if(c instanceof Int32Array)d=e.INT;else if(c instanceof Int8Array)d=e.BYTE;else if(c instanceof Uint8Array)d=e.UNSIGNED_BYTE;else if(c instanceof Uint8ClampedArray)d=e.UNSIGNED_BYTE;else throw new Error("THREE.WebGLAttributes: Unsupported buffer data format: "+c);return{buffer:f,type:d,bytesPerElement:c.BYTES_PER_ELEMENT,version:a.version,size:h}}function i(a,l,c){let u=l.array,h=l.updateRanges;if(e.bindBuffer(c,a),h.length===0)e.bufferSubData(c,0,u);else{h.sort((d,p)=>d.start-p.start);let f=0;for(let d=1;d<h.length;d++){let p=h[f],x=h[d];x.start<=p.start+p.count+1?p.count=Math.max(p.count,x.start+x.count-p.start):(++f,h[f]=x)}h.length=f+1;for(let d=0,p=h.length;d<p;d++){let x=h[d];e.bufferSubData(c,x.start*u.BYTES_PER_ELEMENT,u,x.start,x.count)}l.clearUpdateRanges()}l.onUploadCallback()}function r(a){return a.isInterleavedBufferAttribute&&(a=a.data),t.get(a)}function s(a){a.isInterleavedBufferAttribute&&(a=a.data);let l=t.get(a);l&&(e.deleteBuffer(l.buffer),t.delete(a))}function o(a,l){if(a.isInterleavedBufferAttribute&&(a=a.data),a.isGLBufferAttribute){let u=t.get(a);(!u||u.version<a.version)&&t.set(a,{buffer:a.buffer,type:a.type,bytesPerElement:a.elementSize,version:a.version});return}let c=t.get(a);if(c===void 0)t.set(a,n(a,l));else if(c.version<a.version){if(c.size!==a.array.byteLength)throw new Error("THREE.WebGLAttributes: The size of the buffer attribute's array buffer does not match the original size. Resizing buffer attributes is not supported.");i(c.buffer,a,l),c.version=a.version}}return{get:r,remove:s,update:o}}var IU=`#ifdef USE_ALPHAHASH
	if ( diffuseColor.a < getAlphaHashThreshold( vPosition ) ) discard;
#endif`,PU=`#ifdef USE_ALPHAHASH
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
#endif`,NU=`#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, vAlphaMapUv ).g;
#endif`,LU=`#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,DU=`#ifdef USE_ALPHATEST
	#ifdef ALPHA_TO_COVERAGE
	diffuseColor.a = smoothstep( alphaTest, alphaTest + fwidth( diffuseColor.a ), diffuseColor.a );
	if ( diffuseColor.a == 0.0 ) discard;
	#else
	if ( diffuseColor.a < alphaTest ) discard;
	#endif
#endif`,UU=`#ifdef USE_ALPHATEST
	uniform float alphaTest;
#endif`,FU=`#ifdef USE_AOMAP
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
#endif`,OU=`#ifdef USE_AOMAP
	uniform sampler2D aoMap;
	uniform float aoMapIntensity;
#endif`,BU=`#ifdef USE_BATCHING
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
#endif`,kU=`#ifdef USE_BATCHING
	mat4 batchingMatrix = getBatchingMatrix( getIndirectIndex( gl_DrawID ) );
#endif`,zU=`vec3 transformed = vec3( position );
#ifdef USE_ALPHAHASH
	vPosition = vec3( position );
#endif`,GU=`vec3 objectNormal = vec3( normal );
#ifdef USE_TANGENT
	vec3 objectTangent = vec3( tangent.xyz );
#endif`,VU=`float G_BlinnPhong_Implicit( ) {
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
} // validated`,HU=`#ifdef USE_IRIDESCENCE
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
#endif`,WU=`#ifdef USE_BUMPMAP
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
#endif`,$U=`#if NUM_CLIPPING_PLANES > 0
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
#endif`,XU=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
	uniform vec4 clippingPlanes[ NUM_CLIPPING_PLANES ];
#endif`,qU=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
#endif`,YU=`#if NUM_CLIPPING_PLANES > 0
	vClipPosition = - mvPosition.xyz;
#endif`,ZU=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	diffuseColor *= vColor;
#endif`,JU=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	varying vec4 vColor;
#endif`,KU=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	varying vec4 vColor;
#endif`,QU=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
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
#endif`,jU=`#define PI 3.141592653589793
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
} // validated`,tF=`vec3 transformedNormal = objectNormal;
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
#endif`,eF=`#ifdef USE_DISPLACEMENTMAP
	uniform sampler2D displacementMap;
	uniform float displacementScale;
	uniform float displacementBias;
#endif`,nF=`#ifdef USE_DISPLACEMENTMAP
	transformed += normalize( objectNormal ) * ( texture2D( displacementMap, vDisplacementMapUv ).x * displacementScale + displacementBias );
#endif`,iF=`#ifdef USE_EMISSIVEMAP
	vec4 emissiveColor = texture2D( emissiveMap, vEmissiveMapUv );
	#ifdef DECODE_VIDEO_TEXTURE_EMISSIVE
		emissiveColor = sRGBTransferEOTF( emissiveColor );
	#endif
	totalEmissiveRadiance *= emissiveColor.rgb;
#endif`,rF=`#ifdef USE_EMISSIVEMAP
	uniform sampler2D emissiveMap;
#endif`,sF="gl_FragColor = linearToOutputTexel( gl_FragColor );",oF=`vec4 LinearTransferOETF( in vec4 value ) {
	return value;
}
vec4 sRGBTransferEOTF( in vec4 value ) {
	return vec4( mix( pow( value.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), value.rgb * 0.0773993808, vec3( lessThanEqual( value.rgb, vec3( 0.04045 ) ) ) ), value.a );
}
vec4 sRGBTransferOETF( in vec4 value ) {
	return vec4( mix( pow( value.rgb, vec3( 0.41666 ) ) * 1.055 - vec3( 0.055 ), value.rgb * 12.92, vec3( lessThanEqual( value.rgb, vec3( 0.0031308 ) ) ) ), value.a );
}`,aF=`#ifdef USE_ENVMAP
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
#endif`,lF=`#ifdef USE_ENVMAP
	uniform float envMapIntensity;
	uniform mat3 envMapRotation;
	uniform samplerCube envMap;
	#ifdef ENVMAP_TYPE_PMREM
		float roughnessToMip( const in float roughness ) {
			float r = clamp( roughness, 0.0, 1.0 );
			return ENVMAP_MAX_LOD * r * ( 2.0 - r );
		}
	#endif
#endif`,cF=`#ifdef USE_ENVMAP
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
#endif`,uF=`#ifdef USE_ENVMAP
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		
		varying vec3 vWorldPosition;
	#else
		varying vec3 vReflect;
		uniform float refractionRatio;
	#endif
#endif`,fF=`#ifdef USE_ENVMAP
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
#endif`,hF=`#ifdef USE_FOG
	vFogDepth = - mvPosition.z;
#endif`,dF=`#ifdef USE_FOG
	varying float vFogDepth;
#endif`,pF=`#ifdef USE_FOG
	#ifdef FOG_EXP2
		float fogFactor = 1.0 - exp( - fogDensity * fogDensity * vFogDepth * vFogDepth );
	#else
		float fogFactor = smoothstep( fogNear, fogFar, vFogDepth );
	#endif
	gl_FragColor.rgb = mix( gl_FragColor.rgb, fogColor, fogFactor );
#endif`,mF=`#ifdef USE_FOG
	uniform vec3 fogColor;
	varying float vFogDepth;
	#ifdef FOG_EXP2
		uniform float fogDensity;
	#else
		uniform float fogNear;
		uniform float fogFar;
	#endif
#endif`,gF=`#ifdef USE_GRADIENTMAP
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
}`,xF=`#ifdef USE_LIGHTMAP
	uniform sampler2D lightMap;
	uniform float lightMapIntensity;
#endif`,yF=`LambertMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularStrength = specularStrength;`,_F=`varying vec3 vViewPosition;
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
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Lambert`,vF=`uniform bool receiveShadow;
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
#include <lightprobes_pars_fragment>`,bF=`#ifdef USE_ENVMAP
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
#endif`,MF=`ToonMaterial material;
material.diffuseColor = diffuseColor.rgb;`,SF=`varying vec3 vViewPosition;
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
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Toon`,wF=`BlinnPhongMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularColor = specular;
material.specularShininess = shininess;
material.specularStrength = specularStrength;`,TF=`varying vec3 vViewPosition;
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
#define RE_IndirectDiffuse		RE_IndirectDiffuse_BlinnPhong`,AF=`PhysicalMaterial material;
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
#endif`,EF=`uniform sampler2D dfgLUT;
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
}`,CF=`
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
#endif`,RF=`#if defined( RE_IndirectDiffuse )
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
#endif`,IF=`#if defined( RE_IndirectDiffuse )
	#if defined( LAMBERT ) || defined( PHONG )
		irradiance += iblIrradiance;
	#endif
	RE_IndirectDiffuse( irradiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif
#if defined( RE_IndirectSpecular )
	RE_IndirectSpecular( radiance, iblIrradiance, clearcoatRadiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif`,PF=`#if NUM_LIGHT_PROBE_GRIDS > 0
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
#endif`,NF=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	gl_FragDepth = vIsPerspective == 0.0 ? gl_FragCoord.z : log2( vFragDepth ) * logDepthBufFC * 0.5;
#endif`,LF=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	uniform float logDepthBufFC;
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,DF=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,UF=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	vFragDepth = 1.0 + gl_Position.w;
	vIsPerspective = float( isPerspectiveMatrix( projectionMatrix ) );
#endif`,FF=`#ifdef USE_MAP
	vec4 sampledDiffuseColor = texture2D( map, vMapUv );
	#ifdef DECODE_VIDEO_TEXTURE
		sampledDiffuseColor = sRGBTransferEOTF( sampledDiffuseColor );
	#endif
	diffuseColor *= sampledDiffuseColor;
#endif`,OF=`#ifdef USE_MAP
	uniform sampler2D map;
#endif`,BF=`#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
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
#endif`,kF=`#if defined( USE_POINTS_UV )
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
#endif`,zF=`float metalnessFactor = metalness;
#ifdef USE_METALNESSMAP
	vec4 texelMetalness = texture2D( metalnessMap, vMetalnessMapUv );
	metalnessFactor *= texelMetalness.b;
#endif`,GF=`#ifdef USE_METALNESSMAP
	uniform sampler2D metalnessMap;
#endif`,VF=`#ifdef USE_INSTANCING_MORPH
	float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	float morphTargetBaseInfluence = texelFetch( morphTexture, ivec2( 0, gl_InstanceID ), 0 ).r;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		morphTargetInfluences[i] =  texelFetch( morphTexture, ivec2( i + 1, gl_InstanceID ), 0 ).r;
	}
#endif`,HF=`#if defined( USE_MORPHCOLORS )
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
#endif`,WF=`#ifdef USE_MORPHNORMALS
	objectNormal *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) objectNormal += getMorph( gl_VertexID, i, 1 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,$F=`#ifdef USE_MORPHTARGETS
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
#endif`,XF=`#ifdef USE_MORPHTARGETS
	transformed *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) transformed += getMorph( gl_VertexID, i, 0 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,qF=`float faceDirection = gl_FrontFacing ? 1.0 : - 1.0;
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
vec3 nonPerturbedNormal = normal;`,YF=`#ifdef USE_NORMALMAP_OBJECTSPACE
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
#endif`,ZF=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,JF=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,KF=`#ifndef FLAT_SHADED
	vNormal = normalize( transformedNormal );
	#ifdef USE_TANGENT
		vTangent = normalize( transformedTangent );
		vBitangent = normalize( cross( vNormal, vTangent ) * tangent.w );
		#ifdef FLIP_SIDED
			vBitangent = - vBitangent;
		#endif
	#endif
#endif`,QF=`#ifdef USE_NORMALMAP
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
#endif`,jF=`#ifdef USE_CLEARCOAT
	vec3 clearcoatNormal = nonPerturbedNormal;
#endif`,t4=`#ifdef USE_CLEARCOAT_NORMALMAP
	vec3 clearcoatMapN = texture2D( clearcoatNormalMap, vClearcoatNormalMapUv ).xyz * 2.0 - 1.0;
	clearcoatMapN.xy *= clearcoatNormalScale;
	clearcoatNormal = normalize( tbn2 * clearcoatMapN );
#endif`,e4=`#ifdef USE_CLEARCOATMAP
	uniform sampler2D clearcoatMap;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform sampler2D clearcoatNormalMap;
	uniform vec2 clearcoatNormalScale;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform sampler2D clearcoatRoughnessMap;
#endif`,n4=`#ifdef USE_IRIDESCENCEMAP
	uniform sampler2D iridescenceMap;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform sampler2D iridescenceThicknessMap;
#endif`,i4=`#ifdef OPAQUE
diffuseColor.a = 1.0;
#endif
#ifdef USE_TRANSMISSION
diffuseColor.a *= material.transmissionAlpha;
#endif
gl_FragColor = vec4( outgoingLight, diffuseColor.a );`,r4=`vec3 packNormalToRGB( const in vec3 normal ) {
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
}`,s4=`#ifdef PREMULTIPLIED_ALPHA
	gl_FragColor.rgb *= gl_FragColor.a;
#endif`,o4=`vec4 mvPosition = vec4( transformed, 1.0 );
#ifdef USE_BATCHING
	mvPosition = batchingMatrix * mvPosition;
#endif
#ifdef USE_INSTANCING
	mvPosition = instanceMatrix * mvPosition;
#endif
mvPosition = modelViewMatrix * mvPosition;
gl_Position = projectionMatrix * mvPosition;`,a4=`#ifdef DITHERING
	gl_FragColor.rgb = dithering( gl_FragColor.rgb );
#endif`,l4=`#ifdef DITHERING
	vec3 dithering( vec3 color ) {
		float grid_position = rand( gl_FragCoord.xy );
		vec3 dither_shift_RGB = vec3( 0.25 / 255.0, -0.25 / 255.0, 0.25 / 255.0 );
		dither_shift_RGB = mix( 2.0 * dither_shift_RGB, -2.0 * dither_shift_RGB, grid_position );
		return color + dither_shift_RGB;
	}
#endif`,c4=`float roughnessFactor = roughness;
#ifdef USE_ROUGHNESSMAP
	vec4 texelRoughness = texture2D( roughnessMap, vRoughnessMapUv );
	roughnessFactor *= texelRoughness.g;
#endif`,u4=`#ifdef USE_ROUGHNESSMAP
	uniform sampler2D roughnessMap;
#endif`,f4=`#if NUM_SPOT_LIGHT_COORDS > 0
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
#endif`,h4=`#if NUM_SPOT_LIGHT_COORDS > 0
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
#endif`,d4=`#if ( defined( USE_SHADOWMAP ) && ( NUM_DIR_LIGHT_SHADOWS > 0 || NUM_SUN_LIGHT_SHADOWS > 0 || NUM_POINT_LIGHT_SHADOWS > 0 ) ) || ( NUM_SPOT_LIGHT_COORDS > 0 )
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
#endif`,p4=`float getShadowMask() {
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
}`,m4=`#ifdef USE_SKINNING
	mat4 boneMatX = getBoneMatrix( skinIndex.x );
	mat4 boneMatY = getBoneMatrix( skinIndex.y );
	mat4 boneMatZ = getBoneMatrix( skinIndex.z );
	mat4 boneMatW = getBoneMatrix( skinIndex.w );
#endif`,g4=`#ifdef USE_SKINNING
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
#endif`,x4=`#ifdef USE_SKINNING
	vec4 skinVertex = bindMatrix * vec4( transformed, 1.0 );
	vec4 skinned = vec4( 0.0 );
	skinned += boneMatX * skinVertex * skinWeight.x;
	skinned += boneMatY * skinVertex * skinWeight.y;
	skinned += boneMatZ * skinVertex * skinWeight.z;
	skinned += boneMatW * skinVertex * skinWeight.w;
	transformed = ( bindMatrixInverse * skinned ).xyz;
#endif`,y4=`#ifdef USE_SKINNING
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
#endif`,_4=`float specularStrength;
#ifdef USE_SPECULARMAP
	vec4 texelSpecular = texture2D( specularMap, vSpecularMapUv );
	specularStrength = texelSpecular.r;
#else
	specularStrength = 1.0;
#endif`,v4=`#ifdef USE_SPECULARMAP
	uniform sampler2D specularMap;
#endif`,b4=`#if defined( TONE_MAPPING )
	gl_FragColor.rgb = toneMapping( gl_FragColor.rgb );
#endif`,M4=`#ifndef saturate
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
vec3 CustomToneMapping( vec3 color ) { return color; }`,S4=`#ifdef USE_TRANSMISSION
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
#endif`,w4=`#ifdef USE_TRANSMISSION
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
#endif`,T4=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
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
#endif`,A4=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
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
#endif`,E4=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
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
#endif`,C4=`#if defined( USE_ENVMAP ) || defined( DISTANCE ) || defined ( USE_SHADOWMAP ) || defined ( USE_TRANSMISSION ) || NUM_SPOT_LIGHT_COORDS > 0
	vec4 worldPosition = vec4( transformed, 1.0 );
	#ifdef USE_BATCHING
		worldPosition = batchingMatrix * worldPosition;
	#endif
	#ifdef USE_INSTANCING
		worldPosition = instanceMatrix * worldPosition;
	#endif
	worldPosition = modelMatrix * worldPosition;
#endif`,R4=`varying vec2 vUv;
uniform mat3 uvTransform;
void main() {
	vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	gl_Position = vec4( position.xy, 1.0, 1.0 );
}`,I4=`uniform sampler2D t2D;
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
}`,P4=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,N4=`uniform float backgroundBlurriness;
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
}`,L4=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,D4=`uniform samplerCube tCube;
uniform float tFlip;
uniform float opacity;
varying vec3 vWorldDirection;
void main() {
	vec4 texColor = textureCube( tCube, vec3( tFlip * vWorldDirection.x, vWorldDirection.yz ) );
	gl_FragColor = texColor;
	gl_FragColor.a *= opacity;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,U4=`#include <common>
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
}`,F4=`#if DEPTH_PACKING == 3200
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
}`,O4=`#define DISTANCE
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
}`,B4=`#define DISTANCE
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
}`,k4=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
}`,z4=`uniform sampler2D tEquirect;
varying vec3 vWorldDirection;
#include <common>
void main() {
	vec3 direction = normalize( vWorldDirection );
	vec2 sampleUV = equirectUv( direction );
	gl_FragColor = texture2D( tEquirect, sampleUV );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,G4=`uniform float scale;
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
}`,V4=`uniform vec3 diffuse;
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
}`,H4=`#include <common>
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
}`,W4=`uniform vec3 diffuse;
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
}`,$4=`#define LAMBERT
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
}`,X4=`#define LAMBERT
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
}`,q4=`#define MATCAP
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
}`,Y4=`#define MATCAP
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
}`,Z4=`#define NORMAL
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
}`,J4=`#define NORMAL
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
}`,K4=`#define PHONG
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
}`,Q4=`#define PHONG
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
}`,j4=`#define STANDARD
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
}`,tO=`#define STANDARD
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
}`,eO=`#define TOON
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
}`,nO=`#define TOON
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
}`,iO=`uniform float size;
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
}`,rO=`uniform vec3 diffuse;
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
}`,sO=`#include <common>
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
}`,oO=`uniform vec3 color;
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
}`,aO=`uniform float rotation;
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
}`,lO=`uniform vec3 diffuse;
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
}`,Zt={alphahash_fragment:IU,alphahash_pars_fragment:PU,alphamap_fragment:NU,alphamap_pars_fragment:LU,alphatest_fragment:DU,alphatest_pars_fragment:UU,aomap_fragment:FU,aomap_pars_fragment:OU,batching_pars_vertex:BU,batching_vertex:kU,begin_vertex:zU,beginnormal_vertex:GU,bsdfs:VU,iridescence_fragment:HU,bumpmap_pars_fragment:WU,clipping_planes_fragment:$U,clipping_planes_pars_fragment:XU,clipping_planes_pars_vertex:qU,clipping_planes_vertex:YU,color_fragment:ZU,color_pars_fragment:JU,color_pars_vertex:KU,color_vertex:QU,common:jU,defaultnormal_vertex:tF,displacementmap_pars_vertex:eF,displacementmap_vertex:nF,emissivemap_fragment:iF,emissivemap_pars_fragment:rF,colorspace_fragment:sF,colorspace_pars_fragment:oF,envmap_fragment:aF,envmap_common_pars_fragment:lF,envmap_pars_fragment:cF,envmap_pars_vertex:uF,envmap_physical_pars_fragment:bF,envmap_vertex:fF,fog_vertex:hF,fog_pars_vertex:dF,fog_fragment:pF,fog_pars_fragment:mF,gradientmap_pars_fragment:gF,lightmap_pars_fragment:xF,lights_lambert_fragment:yF,lights_lambert_pars_fragment:_F,lights_pars_begin:vF,lights_toon_fragment:MF,lights_toon_pars_fragment:SF,lights_phong_fragment:wF,lights_phong_pars_fragment:TF,lights_physical_fragment:AF,lights_physical_pars_fragment:EF,lights_fragment_begin:CF,lights_fragment_maps:RF,lights_fragment_end:IF,lightprobes_pars_fragment:PF,logdepthbuf_fragment:NF,logdepthbuf_pars_fragment:LF,logdepthbuf_pars_vertex:DF,logdepthbuf_vertex:UF,map_fragment:FF,map_pars_fragment:OF,map_particle_fragment:BF,map_particle_pars_fragment:kF,metalnessmap_fragment:zF,metalnessmap_pars_fragment:GF,morphinstance_vertex:VF,morphcolor_vertex:HF,morphnormal_vertex:WF,morphtarget_pars_vertex:$F,morphtarget_vertex:XF,normal_fragment_begin:qF,normal_fragment_maps:YF,normal_pars_fragment:ZF,normal_pars_vertex:JF,normal_vertex:KF,normalmap_pars_fragment:QF,clearcoat_normal_fragment_begin:jF,clearcoat_normal_fragment_maps:t4,clearcoat_pars_fragment:e4,iridescence_pars_fragment:n4,opaque_fragment:i4,packing:r4,premultiplied_alpha_fragment:s4,project_vertex:o4,dithering_fragment:a4,dithering_pars_fragment:l4,roughnessmap_fragment:c4,roughnessmap_pars_fragment:u4,shadowmap_pars_fragment:f4,shadowmap_pars_vertex:h4,shadowmap_vertex:d4,shadowmask_pars_fragment:p4,skinbase_vertex:m4,skinning_pars_vertex:g4,skinning_vertex:x4,skinnormal_vertex:y4,specularmap_fragment:_4,specularmap_pars_fragment:v4,tonemapping_fragment:b4,tonemapping_pars_fragment:M4,transmission_fragment:S4,transmission_pars_fragment:w4,uv_pars_fragment:T4,uv_pars_vertex:A4,uv_vertex:E4,worldpos_vertex:C4,background_vert:R4,background_frag:I4,backgroundCube_vert:P4,backgroundCube_frag:N4,cube_vert:L4,cube_frag:D4,depth_vert:U4,depth_frag:F4,distance_vert:O4,distance_frag:B4,equirect_vert:k4,equirect_frag:z4,linedashed_vert:G4,linedashed_frag:V4,meshbasic_vert:H4,meshbasic_frag:W4,meshlambert_vert:$4,meshlambert_frag:X4,meshmatcap_vert:q4,meshmatcap_frag:Y4,meshnormal_vert:Z4,meshnormal_frag:J4,meshphong_vert:K4,meshphong_frag:Q4,meshphysical_vert:j4,meshphysical_frag:tO,meshtoon_vert:eO,meshtoon_frag:nO,points_vert:iO,points_frag:rO,shadow_vert:sO,shadow_frag:oO,sprite_vert:aO,sprite_frag:lO},At={common:{diffuse:{value:new ie(16777215)},opacity:{value:1},map:{value:null},mapTransform:{value:new zt},alphaMap:{value:null},alphaMapTransform:{value:new zt},alphaTest:{value:0}},specularmap:{specularMap:{value:null},specularMapTransform:{value:new zt}},envmap:{envMap:{value:null},envMapRotation:{value:new zt},reflectivity:{value:1},ior:{value:1.5},refractionRatio:{value:.98},dfgLUT:{value:null}},aomap:{aoMap:{value:null},aoMapIntensity:{value:1},aoMapTransform:{value:new zt}},lightmap:{lightMap:{value:null},lightMapIntensity:{value:1},lightMapTransform:{value:new zt}},bumpmap:{bumpMap:{value:null},bumpMapTransform:{value:new zt},bumpScale:{value:1}},normalmap:{normalMap:{value:null},normalMapTransform:{value:new zt},normalScale:{value:new oe(1,1)}},displacementmap:{displacementMap:{value:null},displacementMapTransform:{value:new zt},displacementScale:{value:1},displacementBias:{value:0}},emissivemap:{emissiveMap:{value:null},emissiveMapTransform:{value:new zt}},metalnessmap:{metalnessMap:{value:null},metalnessMapTransform:{value:new zt}},roughnessmap:{roughnessMap:{value:null},roughnessMapTransform:{value:new zt}},gradientmap:{gradientMap:{value:null}},fog:{fogDensity:{value:25e-5},fogNear:{value:1},fogFar:{value:2e3},fogColor:{value:new ie(16777215)}},lights:{ambientLightColor:{value:[]},lightProbe:{value:[]},sunLights:{value:[],properties:{direction:{},color:{}}},sunLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},sunShadowMatrix:{value:[]},sunShadowCascade:{value:[]},directionalLights:{value:[],properties:{direction:{},color:{}}},directionalLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},directionalShadowMatrix:{value:[]},spotLights:{value:[],properties:{color:{},position:{},direction:{},distance:{},coneCos:{},penumbraCos:{},decay:{}}},spotLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},spotLightMap:{value:[]},spotLightMatrix:{value:[]},pointLights:{value:[],properties:{color:{},position:{},decay:{},distance:{}}},pointLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{},shadowCameraNear:{},shadowCameraFar:{}}},pointShadowMatrix:{value:[]},hemisphereLights:{value:[],properties:{direction:{},skyColor:{},groundColor:{}}},rectAreaLights:{value:[],properties:{color:{},position:{},width:{},height:{}}},ltc_1:{value:null},ltc_2:{value:null},probesSH:{value:[]},probesMin:{value:[]},probesMax:{value:[]},probesResolution:{value:[]}},points:{diffuse:{value:new ie(16777215)},opacity:{value:1},size:{value:1},scale:{value:1},map:{value:null},alphaMap:{value:null},alphaMapTransform:{value:new zt},alphaTest:{value:0},uvTransform:{value:new zt}},sprite:{diffuse:{value:new ie(16777215)},opacity:{value:1},center:{value:new oe(.5,.5)},rotation:{value:0},map:{value:null},mapTransform:{value:new zt},alphaMap:{value:null},alphaMapTransform:{value:new zt},alphaTest:{value:0}}},pr={basic:{uniforms:pn([At.common,At.specularmap,At.envmap,At.aomap,At.lightmap,At.fog]),vertexShader:Zt.meshbasic_vert,fragmentShader:Zt.meshbasic_frag},lambert:{uniforms:pn([At.common,At.specularmap,At.envmap,At.aomap,At.lightmap,At.emissivemap,At.bumpmap,At.normalmap,At.displacementmap,At.fog,At.lights,{emissive:{value:new ie(0)},envMapIntensity:{value:1}}]),vertexShader:Zt.meshlambert_vert,fragmentShader:Zt.meshlambert_frag},phong:{uniforms:pn([At.common,At.specularmap,At.envmap,At.aomap,At.lightmap,At.emissivemap,At.bumpmap,At.normalmap,At.displacementmap,At.fog,At.lights,{emissive:{value:new ie(0)},specular:{value:new ie(1118481)},shininess:{value:30},envMapIntensity:{value:1}}]),vertexShader:Zt.meshphong_vert,fragmentShader:Zt.meshphong_frag},standard:{uniforms:pn([At.common,At.envmap,At.aomap,At.lightmap,At.emissivemap,At.bumpmap,At.normalmap,At.displacementmap,At.roughnessmap,At.metalnessmap,At.fog,At.lights,{emissive:{value:new ie(0)},roughness:{value:1},metalness:{value:0},envMapIntensity:{value:1}}]),vertexShader:Zt.meshphysical_vert,fragmentShader:Zt.meshphysical_frag},toon:{uniforms:pn([At.common,At.aomap,At.lightmap,At.emissivemap,At.bumpmap,At.normalmap,At.displacementmap,At.gradientmap,At.fog,At.lights,{emissive:{value:new ie(0)}}]),vertexShader:Zt.meshtoon_vert,fragmentShader:Zt.meshtoon_frag},matcap:{uniforms:pn([At.common,At.bumpmap,At.normalmap,At.displacementmap,At.fog,{matcap:{value:null}}]),vertexShader:Zt.meshmatcap_vert,fragmentShader:Zt.meshmatcap_frag},points:{uniforms:pn([At.points,At.fog]),vertexShader:Zt.points_vert,fragmentShader:Zt.points_frag},dashed:{uniforms:pn([At.common,At.fog,{scale:{value:1},dashSize:{value:1},totalSize:{value:2}}]),vertexShader:Zt.linedashed_vert,fragmentShader:Zt.linedashed_frag},depth:{uniforms:pn([At.common,At.displacementmap]),vertexShader:Zt.depth_vert,fragmentShader:Zt.depth_frag},normal:{uniforms:pn([At.common,At.bumpmap,At.normalmap,At.displacementmap,{opacity:{value:1}}]),vertexShader:Zt.meshnormal_vert,fragmentShader:Zt.meshnormal_frag},sprite:{uniforms:pn([At.sprite,At.fog]),vertexShader:Zt.sprite_vert,fragmentShader:Zt.sprite_frag},background:{uniforms:{uvTransform:{value:new zt},t2D:{value:null},backgroundIntensity:{value:1}},vertexShader:Zt.background_vert,fragmentShader:Zt.background_frag},backgroundCube:{uniforms:{envMap:{value:null},backgroundBlurriness:{value:0},backgroundIntensity:{value:1},backgroundRotation:{value:new zt}},vertexShader:Zt.backgroundCube_vert,fragmentShader:Zt.backgroundCube_frag},cube:{uniforms:{tCube:{value:null},tFlip:{value:-1},opacity:{value:1}},vertexShader:Zt.cube_vert,fragmentShader:Zt.cube_frag},equirect:{uniforms:{tEquirect:{value:null}},vertexShader:Zt.equirect_vert,fragmentShader:Zt.equirect_frag},distance:{uniforms:pn([At.common,At.displacementmap,{referencePosition:{value:new Q},nearDistance:{value:1},farDistance:{value:1e3}}]),vertexShader:Zt.distance_vert,fragmentShader:Zt.distance_frag},shadow:{uniforms:pn([At.lights,At.fog,{color:{value:new ie(0)},opacity:{value:1}}]),vertexShader:Zt.shadow_vert,fragmentShader:Zt.shadow_frag}};pr.physical={uniforms:pn([pr.standard.uniforms,{clearcoat:{value:0},clearcoatMap:{value:null},clearcoatMapTransform:{value:new zt},clearcoatNormalMap:{value:null},clearcoatNormalMapTransform:{value:new zt},clearcoatNormalScale:{value:new oe(1,1)},clearcoatRoughness:{value:0},clearcoatRoughnessMap:{value:null},clearcoatRoughnessMapTransform:{value:new zt},diffuseRoughness:{value:0},diffuseRoughnessMap:{value:null},diffuseRoughnessMapTransform:{value:new zt},dispersion:{value:0},retroreflectivity:{value:0},iridescence:{value:0},iridescenceMap:{value:null},iridescenceMapTransform:{value:new zt},iridescenceIOR:{value:1.3},iridescenceThicknessMinimum:{value:100},iridescenceThicknessMaximum:{value:400},iridescenceThicknessMap:{value:null},iridescenceThicknessMapTransform:{value:new zt},sheen:{value:0},sheenColor:{value:new ie(0)},sheenColorMap:{value:null},sheenColorMapTransform:{value:new zt},sheenRoughness:{value:1},sheenRoughnessMap:{value:null},sheenRoughnessMapTransform:{value:new zt},transmission:{value:0},transmissionMap:{value:null},transmissionMapTransform:{value:new zt},transmissionSamplerSize:{value:new oe},transmissionSamplerMap:{value:null},thickness:{value:0},thicknessMap:{value:null},thicknessMapTransform:{value:new zt},attenuationDistance:{value:0},attenuationColor:{value:new ie(0)},specularColor:{value:new ie(1,1,1)},specularColorMap:{value:null},specularColorMapTransform:{value:new zt},specularIntensity:{value:1},specularIntensityMap:{value:null},specularIntensityMapTransform:{value:new zt},anisotropyVector:{value:new oe},anisotropyMap:{value:null},anisotropyMapTransform:{value:new zt}}]),vertexShader:Zt.meshphysical_vert,fragmentShader:Zt.meshphysical_frag};var Ld={r:0,b:0,g:0},cO=new Le,k2=new zt;k2.set(-1,0,0,0,1,0,0,0,1);function uO(e,t,n,i,r,s){let o=new ie(0),a=r===!0?0:1,l,c,u=null,h=0,f=null;function d(_){let b=_.isScene===!0?_.background:null;if(b&&b.isTexture){let v=_.backgroundBlurriness>0;b=t.get(b,v)}return b}function p(_){let b=!1,v=d(_);v===null?m(o,a):v&&v.isColor&&(m(v,1),b=!0);let w=e.xr.getEnvironmentBlendMode();w==="additive"?n.buffers.color.setClear(0,0,0,1,s):w==="alpha-blend"&&n.buffers.color.setClear(0,0,0,0,s),(e.autoClear||b)&&(n.buffers.depth.setTest(!0),n.buffers.depth.setMask(!0),n.buffers.color.setMask(!0),e.clear(e.autoClearColor,e.autoClearDepth,e.autoClearStencil))}function x(_,b){let v=d(b);v&&v.isCubeTexture?(c===void 0&&(c=new cr(new $a(1,1,1),new ur({name:"BackgroundCubeMaterial",uniforms:To(pr.backgroundCube.uniforms),vertexShader:pr.backgroundCube.vertexShader,fragmentShader:pr.backgroundCube.fragmentShader,side:Tn,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),c.geometry.deleteAttribute("normal"),c.geometry.deleteAttribute("uv"),c.onBeforeRender=function(w,M,y){this.matrixWorld.copyPosition(y.matrixWorld)},Object.defineProperty(c.material,"envMap",{get:function(){return this.uniforms.envMap.value}}),i.update(c)),c.material.uniforms.envMap.value=v,c.material.uniforms.backgroundBlurriness.value=b.backgroundBlurriness,c.material.uniforms.backgroundIntensity.value=b.backgroundIntensity,c.material.uniforms.backgroundRotation.value.setFromMatrix4(cO.makeRotationFromEuler(b.backgroundRotation)).transpose(),v.isRenderTargetTexture===!1&&c.material.uniforms.backgroundRotation.value.premultiply(k2),c.material.toneMapped=te.getTransfer(v.colorSpace)!==he,(u!==v||h!==v.version||f!==e.toneMapping)&&(c.material.needsUpdate=!0,u=v,h=v.version,f=e.toneMapping),c.layers.enableAll(),_.unshift(c,c.geometry,c.material,0,0,null)):v&&v.isTexture&&(l===void 0&&(l=new cr(new wc(2,2),new ur({name:"BackgroundMaterial",uniforms:To(pr.background.uniforms),vertexShader:pr.background.vertexShader,fragmentShader:pr.background.fragmentShader,side:Ts,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),l.geometry.deleteAttribute("normal"),Object.defineProperty(l.material,"map",{get:function(){return this.uniforms.t2D.value}}),i.update(l)),l.material.uniforms.t2D.value=v,l.material.uniforms.backgroundIntensity.value=b.backgroundIntensity,l.material.toneMapped=te.getTransfer(v.colorSpace)!==he,v.matrixAutoUpdate===!0&&v.updateMatrix(),l.material.uniforms.uvTransform.value.copy(v.matrix),(u!==v||h!==v.version||f!==e.toneMapping)&&(l.material.needsUpdate=!0,u=v,h=v.version,f=e.toneMapping),l.layers.enableAll(),_.unshift(l,l.geometry,l.material,0,0,null))}function m(_,b){_.getRGB(Ld,wy(e)),n.buffers.color.setClear(Ld.r,Ld.g,Ld.b,b,s)}function g(){c!==void 0&&(c.geometry.dispose(),c.material.dispose(),c=void 0),l!==void 0&&(l.geometry.dispose(),l.material.dispose(),l=void 0)}return{getClearColor:function(){return o},setClearColor:function(_,b=1){o.set(_),a=b,m(o,a)},getClearAlpha:function(){return a},setClearAlpha:function(_){a=_,m(o,a)},render:p,addToRenderList:x,dispose:g}}function fO(e,t){let n=e.getParameter(e.MAX_VERTEX_ATTRIBS),i={},r=f(null),s=r,o=!1;function a(C,L,O,I,N){let k=!1,z=h(C,I,O,L);s!==z&&(s=z,c(s.object)),k=d(C,I,O,N),k&&p(C,I,O,N),N!==null&&t.update(N,e.ELEMENT_ARRAY_BUFFER),(k||o)&&(o=!1,v(C,L,O,I),N!==null&&e.bindBuffer(e.ELEMENT_ARRAY_BUFFER,t.get(N).buffer))}function l(){return e.createVertexArray()}function c(C){return e.bindVertexArray(C)}function u(C){return e.deleteVertexArray(C)}function h(C,L,O,I){let N=I.wireframe===!0,k=i[L.id];k===void 0&&(k={},i[L.id]=k);let z=C.isInstancedMesh===!0?C.id:0,Z=k[z];Z===void 0&&(Z={},k[z]=Z);let U=Z[O.id];U===void 0&&(U={},Z[O.id]=U);let G=U[N];return G===void 0&&(G=f(l()),U[N]=G),G}function f(C){let L=[],O=[],I=[];for(let N=0;N<n;N++)L[N]=0,O[N]=0,I[N]=0;return{geometry:null,program:null,wireframe:!1,newAttributes:L,enabledAttributes:O,attributeDivisors:I,object:C,attributes:{},index:null}}function d(C,L,O,I){let N=s.attributes,k=L.attributes,z=0,Z=O.getAttributes();for(let U in Z)if(Z[U].location>=0){let q=N[U],ot=k[U];if(ot===void 0&&(U==="instanceMatrix"&&C.instanceMatrix&&(ot=C.instanceMatrix),U==="instanceColor"&&C.instanceColor&&(ot=C.instanceColor)),q===void 0||q.attribute!==ot||ot&&q.data!==ot.data)return!0;z++}return s.attributesNum!==z||s.index!==I}function p(C,L,O,I){let N={},k=L.attributes,z=0,Z=O.getAttributes();for(let U in Z)if(Z[U].location>=0){let q=k[U];q===void 0&&(U==="instanceMatrix"&&C.instanceMatrix&&(q=C.instanceMatrix),U==="instanceColor"&&C.instanceColor&&(q=C.instanceColor));let ot={};ot.attribute=q,q&&q.data&&(ot.data=q.data),N[U]=ot,z++}s.attributes=N,s.attributesNum=z,s.index=I}function x(){let C=s.newAttributes;for(let L=0,O=C.length;L<O;L++)C[L]=0}function m(C){g(C,0)}function g(C,L){let O=s.newAttributes,I=s.enabledAttributes,N=s.attributeDivisors;O[C]=1,I[C]===0&&(e.enableVertexAttribArray(C),I[C]=1),N[C]!==L&&(e.vertexAttribDivisor(C,L),N[C]=L)}function _(){let C=s.newAttributes,L=s.enabledAttributes;for(let O=0,I=L.length;O<I;O++)L[O]!==C[O]&&(e.disableVertexAttribArray(O),L[O]=0)}function b(C,L,O,I,N,k,z){z===!0?e.vertexAttribIPointer(C,L,O,N,k):e.vertexAttribPointer(C,L,O,I,N,k)}function v(C,L,O,I){x();let N=I.attributes,k=O.getAttributes(),z=L.defaultAttributeValues;for(let Z in k){let U=k[Z];if(U.location>=0){let G=N[Z];if(G===void 0&&(Z==="instanceMatrix"&&C.instanceMatrix&&(G=C.instanceMatrix),Z==="instanceColor"&&C.instanceColor&&(G=C.instanceColor)),G!==void 0){let q=G.normalized,ot=G.itemSize,ct=t.get(G);if(ct===void 0)continue;let W=ct.buffer,lt=ct.type,ht=ct.bytesPerElement,at=lt===e.INT||lt===e.UNSIGNED_INT||G.gpuType===Kh;if(G.isInterleavedBufferAttribute){let st=G.data,J=st.isInterleavedBuffer===!0?st.stride:st.itemSize,xt=G.offset;if(st.isInstancedInterleavedBuffer||st.isInstancedBufferAttribute){for(let ut=0;ut<U.locationSize;ut++)g(U.location+ut,st.meshPerAttribute);C.isInstancedMesh!==!0&&I._maxInstanceCount===void 0&&(I._maxInstanceCount=st.meshPerAttribute*st.count)}else for(let ut=0;ut<U.locationSize;ut++)m(U.location+ut);e.bindBuffer(e.ARRAY_BUFFER,W);for(let ut=0;ut<U.locationSize;ut++)b(U.location+ut,ot/U.locationSize,lt,q,J*ht,(xt+ot/U.locationSize*ut)*ht,at)}else{if(G.isInstancedBufferAttribute){for(let st=0;st<U.locationSize;st++)g(U.location+st,G.meshPerAttribute);C.isInstancedMesh!==!0&&I._maxInstanceCount===void 0&&(I._maxInstanceCount=G.meshPerAttribute*G.count)}else for(let st=0;st<U.locationSize;st++)m(U.location+st);e.bindBuffer(e.ARRAY_BUFFER,W);for(let st=0;st<U.locationSize;st++)b(U.location+st,ot/U.locationSize,lt,q,ot*ht,ot/U.locationSize*st*ht,at)}}else if(z!==void 0){let q=z[Z];if(q!==void 0)switch(q.length){case 2:e.vertexAttrib2fv(U.location,q);break;case 3:e.vertexAttrib3fv(U.location,q);break;case 4:e.vertexAttrib4fv(U.location,q);break;default:e.vertexAttrib1fv(U.location,q)}}}}_()}function w(){E();for(let C in i){let L=i[C];for(let O in L){let I=L[O];for(let N in I){let k=I[N];for(let z in k)u(k[z].object),delete k[z];delete I[N]}}delete i[C]}}function M(C){if(i[C.id]===void 0)return;let L=i[C.id];for(let O in L){let I=L[O];for(let N in I){let k=I[N];for(let z in k)u(k[z].object),delete k[z];delete I[N]}}delete i[C.id]}function y(C){for(let L in i){let O=i[L];for(let I in O){let N=O[I];if(N[C.id]===void 0)continue;let k=N[C.id];for(let z in k)u(k[z].object),delete k[z];delete N[C.id]}}}function S(C){for(let L in i){let O=i[L],I=C.isInstancedMesh===!0?C.id:0,N=O[I];if(N!==void 0){for(let k in N){let z=N[k];for(let Z in z)u(z[Z].object),delete z[Z];delete N[k]}delete O[I],Object.keys(O).length===0&&delete i[L]}}}function E(){R(),o=!0,s!==r&&(s=r,c(s.object))}function R(){r.geometry=null,r.program=null,r.wireframe=!1}return{setup:a,reset:E,resetDefaultState:R,dispose:w,releaseStatesOfGeometry:M,releaseStatesOfObject:S,releaseStatesOfProgram:y,initAttributes:x,enableAttribute:m,disableUnusedAttributes:_}}function hO(e,t,n){let i;function r(l){i=l}function s(l,c){e.drawArrays(i,l,c),n.update(c,i,1)}function o(l,c,u){u!==0&&(e.drawArraysInstanced(i,l,c,u),n.update(c,i,u))}function a(l,c,u){if(u===0)return;t.get("WEBGL_multi_draw").multiDrawArraysWEBGL(i,l,0,c,0,u);let f=0;for(let d=0;d<u;d++)f+=c[d];n.update(f,i,1)}this.setMode=r,this.render=s,this.renderInstances=o,this.renderMultiDraw=a}function dO(e,t,n,i){let r;function s(){if(r!==void 0)return r;if(t.has("EXT_texture_filter_anisotropic")===!0){let y=t.get("EXT_texture_filter_anisotropic");r=e.getParameter(y.MAX_TEXTURE_MAX_ANISOTROPY_EXT)}else r=0;return r}function o(y){return!(y!==Ni&&i.convert(y)!==e.getParameter(e.IMPLEMENTATION_COLOR_READ_FORMAT))}function a(y){let S=y===Pi&&(t.has("EXT_color_buffer_half_float")||t.has("EXT_color_buffer_float"));return!(y!==qn&&y!==Ii&&!S&&i.convert(y)!==e.getParameter(e.IMPLEMENTATION_COLOR_READ_TYPE))}function l(y){if(y==="highp"){if(e.getShaderPrecisionFormat(e.VERTEX_SHADER,e.HIGH_FLOAT).precision>0&&e.getShaderPrecisionFormat(e.FRAGMENT_SHADER,e.HIGH_FLOAT).precision>0)return"highp";y="mediump"}return y==="mediump"&&e.getShaderPrecisionFormat(e.VERTEX_SHADER,e.MEDIUM_FLOAT).precision>0&&e.getShaderPrecisionFormat(e.FRAGMENT_SHADER,e.MEDIUM_FLOAT).precision>0?"mediump":"lowp"}let c=n.precision!==void 0?n.precision:"highp",u=l(c);u!==c&&(Ot("WebGLRenderer:",c,"not supported, using",u,"instead."),c=u);let h=n.reversedDepthBuffer===!0&&t.has("EXT_clip_control"),f=n.logarithmicDepthBuffer===!0&&h===!1;n.reversedDepthBuffer===!0&&h===!1&&Ot("WebGLRenderer: Unable to use reversed depth buffer due to missing EXT_clip_control extension. Fallback to default depth buffer."),n.logarithmicDepthBuffer===!0&&h===!0&&Ot("WebGLRenderer: Logarithmic depth buffer is ignored when reversed depth buffer is enabled.");let d=e.getParameter(e.MAX_TEXTURE_IMAGE_UNITS),p=e.getParameter(e.MAX_VERTEX_TEXTURE_IMAGE_UNITS),x=e.getParameter(e.MAX_TEXTURE_SIZE),m=e.getParameter(e.MAX_CUBE_MAP_TEXTURE_SIZE),g=e.getParameter(e.MAX_VERTEX_ATTRIBS),_=e.getParameter(e.MAX_VERTEX_UNIFORM_VECTORS),b=e.getParameter(e.MAX_VARYING_VECTORS),v=e.getParameter(e.MAX_FRAGMENT_UNIFORM_VECTORS),w=e.getParameter(e.MAX_SAMPLES),M=e.getParameter(e.SAMPLES);return{isWebGL2:!0,getMaxAnisotropy:s,getMaxPrecision:l,textureFormatReadable:o,textureTypeReadable:a,precision:c,logarithmicDepthBuffer:f,reversedDepthBuffer:h,maxTextures:d,maxVertexTextures:p,maxTextureSize:x,maxCubemapSize:m,maxAttributes:g,maxVertexUniforms:_,maxVaryings:b,maxFragmentUniforms:v,maxSamples:w,samples:M}}function pO(e){let t=this,n=null,i=0,r=!1,s=!1,o=new Ci,a=new zt,l={value:null,needsUpdate:!1};this.uniform=l,this.numPlanes=0,this.numIntersection=0,this.init=function(h,f){let d=h.length!==0||f||i!==0||r;return r=f,i=h.length,d},this.beginShadows=function(){s=!0,u(null)},this.endShadows=function(){s=!1},this.setGlobalState=function(h,f){n=u(h,f,0)},this.setState=function(h,f,d){let p=h.clippingPlanes,x=h.clipIntersection,m=h.clipShadows,g=e.get(h);if(!r||p===null||p.length===0||s&&!m)s?u(null):c();else{let _=s?0:i,b=_*4,v=g.clippingState||null;l.value=v,v=u(p,f,b,d);for(let w=0;w!==b;++w)v[w]=n[w];g.clippingState=v,this.numIntersection=x?this.numPlanes:0,this.numPlanes+=_}};function c(){l.value!==n&&(l.value=n,l.needsUpdate=i>0),t.numPlanes=i,t.numIntersection=0}function u(h,f,d,p){let x=h!==null?h.length:0,m=null;if(x!==0){if(m=l.value,p!==!0||m===null){let g=d+x*4,_=f.matrixWorldInverse;a.getNormalMatrix(_),(m===null||m.length<g)&&(m=new Float32Array(g));for(let b=0,v=d;b!==x;++b,v+=4)o.copy(h[b]).applyMatrix4(_,a),o.normal.toArray(m,v),m[v+3]=o.constant}l.value=m,l.needsUpdate=!0}return t.numPlanes=x,t.numIntersection=0,m}}var Bc=class extends $n{constructor(t=1,n={}){super(t,t,n),this.isWebGLCubeRenderTarget=!0;let i={width:t,height:t,depth:1},r=[i,i,i,i,i,i];this.texture=new bc(r),this._setTextureOptions(n),this.texture.isRenderTargetTexture=!0}fromEquirectangularTexture(t,n){this.texture.type=n.type,this.texture.colorSpace=n.colorSpace,this.texture.generateMipmaps=n.generateMipmaps,this.texture.minFilter=n.minFilter,this.texture.magFilter=n.magFilter;let i={uniforms:{tEquirect:{value:null}},vertexShader:`

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
			`},r=new $a(5,5,5),s=new ur({name:"CubemapFromEquirect",uniforms:To(i.uniforms),vertexShader:i.vertexShader,fragmentShader:i.fragmentShader,side:Tn,blending:bo});s.uniforms.tEquirect.value=n;let o=new cr(r,s),a=n.minFilter;return n.minFilter===Hr&&(n.minFilter=wn),new Xa(1,10,this).update(t,o),n.minFilter=a,o.geometry.dispose(),o.material.dispose(),this}clear(t,n=!0,i=!0,r=!0){let s=t.getRenderTarget();for(let o=0;o<6;o++)t.setRenderTarget(this,o),t.clear(n,i,r);t.setRenderTarget(s)}},x2=256,mO=3,gO=20,z2=256,G2=16,xO=3,yO=new Q,_O=new ie,Ud=class e{constructor(t){this._renderer=t,this._cubeSize=0,this._sourceTarget=null,this._cubeCamera=new Xa(1,10,null),this._boxMesh=new cr(new $a(5,5,5),null),this._cubemapMaterial=null,this._equirectMaterial=null,this._blurMaterial=null,this._ggxMaterial=null,this._integrationMaterial=null}fromScene(t,n=0,i=.1,r=100,s={}){let{size:o=256,position:a=yO}=s,l=this._renderer;this._setSize(o);let c=this._allocateTarget(),u=this._getSourceTarget(!0);n>0&&(u.texture.mipmapsAutoUpdate=!1);let h=l.autoClear,f=l.autoClearColor,d=l.autoClearDepth,p=l.autoClearStencil,x=t.background;l.autoClear=!0,l.autoClearColor=!0,l.autoClearDepth=!0,l.autoClearStencil=!0,x===null&&(t.background=l.getClearColor(_O));let m=new Xa(i,r,u);return m.position.copy(a),m.update(l,t),l.autoClear=h,l.autoClearColor=f,l.autoClearDepth=d,l.autoClearStencil=p,t.background=x,n>0&&(u.texture.mipmapsAutoUpdate=!0,this._blur(c,n)),this._applyPMREM(c),c}fromEquirectangular(t,n=null){return this._fromTexture(t,n)}fromCubemap(t,n=null){return this._fromTexture(t,n)}compileCubemapShader(){this._cubemapMaterial===null&&(this._cubemapMaterial=v2(),this._compileMaterial(this._cubemapMaterial))}compileEquirectangularShader(){this._equirectMaterial===null&&(this._equirectMaterial=_2(),this._compileMaterial(this._equirectMaterial))}dispose(){this._sourceTarget!==null&&this._sourceTarget.dispose(),this._cubemapMaterial!==null&&this._cubemapMaterial.dispose(),this._equirectMaterial!==null&&this._equirectMaterial.dispose(),this._blurMaterial!==null&&this._blurMaterial.dispose(),this._ggxMaterial!==null&&this._ggxMaterial.dispose(),this._integrationMaterial!==null&&this._integrationMaterial.dispose(),this._boxMesh.geometry.dispose()}static lodToRoughness(t,n){return n>0?1-Math.sqrt(1-t/n):0}_setSize(t){this._cubeSize=Math.max(x2,h2(t))}_fromTexture(t,n){t.mapping===So||t.mapping===Za?this._setSize(t.image.length===0?x2:t.image[0].width||t.image[0].image.width):this._setSize(t.image.width/4);let i=n||this._allocateTarget();return this._textureToCubemap(t),this._applyPMREM(i),i}_allocateTarget(){let t=this._cubeSize,n=y2(t,!1,!1),i=Math.log2(t)-mO;for(let r=0;r<=i;r++)n.texture.mipmaps.push({width:t>>r,height:t>>r});return n.texture.name="PMREM",n.texture.isPMREMTexture=!0,n}_getSourceTarget(t=!1){let n=this._cubeSize,i=this._sourceTarget;return(i===null||i.width!==n||t&&i.depthBuffer===!1)&&(i!==null&&i.dispose(),this._sourceTarget=y2(n,!0,t)),this._sourceTarget}_compileMaterial(t){this._boxMesh.material=t,this._renderer.compile(this._boxMesh,this._cubeCamera.children[0])}_renderCube(t,n,i){let r=this._boxMesh,s=this._cubeCamera;r.material=i,s.renderTarget=t,s.activeMipmapLevel=n;let o=t.width>>n;t.viewport.set(0,0,o,o),s.update(this._renderer,r),t.viewport.set(0,0,t.width,t.height)}_textureToCubemap(t){let n;t.mapping===So||t.mapping===Za?(this._cubemapMaterial===null&&(this._cubemapMaterial=v2()),n=this._cubemapMaterial,n.uniforms.flipEnvMap.value=t.isRenderTargetTexture===!1?-1:1):(this._equirectMaterial===null&&(this._equirectMaterial=_2()),n=this._equirectMaterial),n.uniforms.envMap.value=t,this._renderCube(this._getSourceTarget(),0,n)}_applyPMREM(t){this._ggxMaterial===null&&(this._ggxMaterial=vO(),this._integrationMaterial=bO());let n=this._cubeSize,i=t.texture.mipmaps.length-1,r=this._ggxMaterial.uniforms;r.envMap.value=this._sourceTarget.texture;let s=this._integrationMaterial.uniforms;s.envMap.value=this._sourceTarget.texture,s.sourceLod.value=Math.log2(n/G2);for(let o=0;o<=i;o++){let a=e.lodToRoughness(o,i);if(o>i-xO)s.roughness.value=a,this._renderCube(t,o,this._integrationMaterial);else{let l=a>0?Math.log2(n)+.5*Math.log2(6/(z2*Math.pow(a,4)))+.5:0;r.roughness.value=a,r.lodBias.value=l,this._renderCube(t,o,this._ggxMaterial)}}}_blur(t,n){this._blurMaterial===null&&(this._blurMaterial=MO());let i=this._blurMaterial,r=i.uniforms,s=this._sourceTarget;r.sigma.value=Math.min(n,Math.PI)/Math.SQRT2,r.envMap.value=s.texture,this._renderCube(t,0,i),r.envMap.value=t.texture,this._renderCube(s,0,i)}};function y2(e,t,n){return new Bc(e,{minFilter:Hr,generateMipmaps:t,type:Pi,colorSpace:hc,depthBuffer:n})}function kc(e,t,n){return new ur({name:e,uniforms:t,vertexShader:Zt.cube_vert,fragmentShader:n,side:Tn,blending:bo,depthTest:!1,depthWrite:!1})}function vO(){return kc("PMREMGGXConvolution",{envMap:{value:null},roughness:{value:0},lodBias:{value:0}},`

		#define GGX_SAMPLES ${z2}u

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
	`)}function bO(){return kc("PMREMGGXIntegration",{envMap:{value:null},roughness:{value:0},sourceLod:{value:0},sourceSize:{value:G2}},`

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
	`)}function MO(){return kc("PMREMSphericalGaussianBlur",{envMap:{value:null},sigma:{value:0}},`

		#define SAMPLES ${gO}
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
	`)}function _2(){return kc("PMREMEquirectangularToCubemap",{envMap:{value:null}},`

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
	`)}function v2(){return kc("PMREMCubemapToCubemap",{envMap:{value:null},flipEnvMap:{value:-1}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float flipEnvMap;

		void main() {

			gl_FragColor = vec4( textureCube( envMap, vec3( flipEnvMap * vWorldDirection.x, vWorldDirection.yz ) ).rgb, 1.0 );

		}
	`)}function SO(e){let t=new WeakMap,n=new WeakMap,i=null;function r(f,d=!1){return f==null?null:d?o(f):s(f)}function s(f){if(f&&f.isTexture){let d=f.mapping;if(d===Yh||d===Zh)if(t.has(f)){let p=t.get(f).texture;return a(p,f.mapping)}else{let p=f.image;if(p&&p.height>0){let x=new Bc(p.height);return x.fromEquirectangularTexture(e,f),t.set(f,x),f.addEventListener("dispose",c),a(x.texture,f.mapping)}else return null}}return f}function o(f){if(f&&f.isTexture&&f.isPMREMTexture!==!0){let d=f.mapping,p=d===Yh||d===Zh,x=d===So||d===Za;if(p||x){let m=n.get(f),g=m!==void 0?m.texture.pmremVersion:0;if(f.isRenderTargetTexture&&f.pmremVersion!==g)return i===null&&(i=new Ud(e)),m=p?i.fromEquirectangular(f,m):i.fromCubemap(f,m),m.texture.pmremVersion=f.pmremVersion,n.set(f,m),m.texture;if(m!==void 0)return m.texture;{let _=f.image;return p&&_&&_.height>0||x&&_&&l(_)?(i===null&&(i=new Ud(e)),m=p?i.fromEquirectangular(f):i.fromCubemap(f),m.texture.pmremVersion=f.pmremVersion,n.set(f,m),f.addEventListener("dispose",u),m.texture):null}}}return f}function a(f,d){return d===Yh?f.mapping=So:d===Zh&&(f.mapping=Za),f}function l(f){let d=0,p=6;for(let x=0;x<p;x++)f[x]!==void 0&&d++;return d===p}function c(f){let d=f.target;d.removeEventListener("dispose",c);let p=t.get(d);p!==void 0&&(t.delete(d),p.dispose())}function u(f){let d=f.target;d.removeEventListener("dispose",u);let p=n.get(d);p!==void 0&&(n.delete(d),p.dispose())}function h(){t=new WeakMap,n=new WeakMap,i!==null&&(i.dispose(),i=null)}return{get:r,dispose:h}}function wO(e){let t={};function n(i){if(t[i]!==void 0)return t[i];let r=e.getExtension(i);return t[i]=r,r}return{has:function(i){return n(i)!==null},init:function(){n("EXT_color_buffer_float"),n("WEBGL_clip_cull_distance"),n("OES_texture_float_linear"),n("EXT_color_buffer_half_float"),n("WEBGL_multisampled_render_to_texture"),n("WEBGL_render_shared_exponent")},get:function(i){let r=n(i);return r===null&&uc("WebGLRenderer: "+i+" extension not supported."),r}}}function TO(e,t,n,i){let r={},s=new WeakMap,o=new FinalizationRegistry(p=>delete r[p]);function a(p){l(p.target)}function l(p){p.index!==null&&t.remove(p.index);for(let m in p.attributes)t.remove(p.attributes[m]);p.removeEventListener("dispose",a),delete r[p.id],o.unregister(p);let x=s.get(p);x&&(t.remove(x),s.delete(p)),i.releaseStatesOfGeometry(p),p.isInstancedBufferGeometry===!0&&delete p._maxInstanceCount,n.memory.geometries--}function c(p,x){return r[x.id]!==void 0||(x.addEventListener("dispose",a),r[x.id]=new WeakRef(x),o.register(x,x.id,x),n.memory.geometries++),x}function u(p){let x=p.attributes;for(let m in x)t.update(x[m],e.ARRAY_BUFFER)}function h(p){let x=p.index,m=p.attributes.position,g=0;if(m===void 0)return;let _=x!==null?x.array.length:m.array.length/3-1,b=m.count>=65535?vc:_c,v=new b(Math.ceil(_/3)*6,1),w=v.array;if(x!==null){let y=x.array;g=x.version;for(let S=0,E=0;S<_;S+=3){let R=y[S+0],C=y[S+1],L=y[S+2];w[E++]=R,w[E++]=C,w[E++]=C,w[E++]=L,w[E++]=L,w[E++]=R}}else{g=m.version;for(let y=0,S=0;y<_;y+=3){let E=y+0,R=y+1,C=y+2;w[S++]=E,w[S++]=R,w[S++]=R,w[S++]=C,w[S++]=C,w[S++]=E}}v.version=g;let M=s.get(p);M&&t.remove(M),s.set(p,v)}function f(p){let x=s.get(p);if(x){let m=p.index;m!==null&&x.version<m.version&&h(p)}else h(p);return s.get(p)}function d(){for(let p in r){let x=r[p].deref();x!==void 0&&l(x)}}return{get:c,update:u,getWireframeAttribute:f,dispose:d}}function AO(e,t,n){let i;function r(h){i=h}let s,o;function a(h){s=h.type,o=h.bytesPerElement}function l(h,f){e.drawElements(i,f,s,h*o),n.update(f,i,1)}function c(h,f,d){d!==0&&(e.drawElementsInstanced(i,f,s,h*o,d),n.update(f,i,d))}function u(h,f,d){if(d===0)return;t.get("WEBGL_multi_draw").multiDrawElementsWEBGL(i,f,0,s,h,0,d);let x=0;for(let m=0;m<d;m++)x+=f[m];n.update(x,i,1)}this.setMode=r,this.setIndex=a,this.render=l,this.renderInstances=c,this.renderMultiDraw=u}function EO(e){let t={geometries:0,textures:0},n={frame:0,calls:0,triangles:0,points:0,lines:0};function i(s,o,a){switch(n.calls++,o){case e.TRIANGLES:n.triangles+=a*(s/3);break;case e.LINES:n.lines+=a*(s/2);break;case e.LINE_STRIP:n.lines+=a*(s-1);break;case e.LINE_LOOP:n.lines+=a*s;break;case e.POINTS:n.points+=a*s;break;default:kt("WebGLInfo: Unknown draw mode:",o);break}}function r(){n.calls=0,n.triangles=0,n.points=0,n.lines=0}return{memory:t,render:n,programs:null,autoReset:!0,reset:r,update:i}}function CO(e,t,n){let i=new WeakMap,r=new Ee;function s(o,a,l){let c=o.morphTargetInfluences,u=a.morphAttributes.position||a.morphAttributes.normal||a.morphAttributes.color,h=u!==void 0?u.length:0,f=i.get(a);if(f===void 0||f.count!==h){let E=function(){y.dispose(),i.delete(a),a.removeEventListener("dispose",E)};f!==void 0&&f.texture.dispose();let d=a.morphAttributes.position!==void 0,p=a.morphAttributes.normal!==void 0,x=a.morphAttributes.color!==void 0,m=a.morphAttributes.position||[],g=a.morphAttributes.normal||[],_=a.morphAttributes.color||[],b=0;d===!0&&(b=1),p===!0&&(b=2),x===!0&&(b=3);let v=a.attributes.position.count*b,w=1;v>t.maxTextureSize&&(w=Math.ceil(v/t.maxTextureSize),v=t.maxTextureSize);let M=new Float32Array(v*w*4*h),y=new gc(M,v,w,h);y.type=Ii,y.needsUpdate=!0;let S=b*4;for(let R=0;R<h;R++){let C=m[R],L=g[R],O=_[R],I=v*w*4*R;for(let N=0;N<C.count;N++){let k=N*S;d===!0&&(r.fromBufferAttribute(C,N),M[I+k+0]=r.x,M[I+k+1]=r.y,M[I+k+2]=r.z,M[I+k+3]=0),p===!0&&(r.fromBufferAttribute(L,N),M[I+k+4]=r.x,M[I+k+5]=r.y,M[I+k+6]=r.z,M[I+k+7]=0),x===!0&&(r.fromBufferAttribute(O,N),M[I+k+8]=r.x,M[I+k+9]=r.y,M[I+k+10]=r.z,M[I+k+11]=O.itemSize===4?r.w:1)}}f={count:h,texture:y,size:new oe(v,w)},i.set(a,f),a.addEventListener("dispose",E)}if(o.isInstancedMesh===!0&&o.morphTexture!==null)l.getUniforms().setValue(e,"morphTexture",o.morphTexture,n);else{let d=0;for(let x=0;x<c.length;x++)d+=c[x];let p=a.morphTargetsRelative?1:1-d;l.getUniforms().setValue(e,"morphTargetBaseInfluence",p),l.getUniforms().setValue(e,"morphTargetInfluences",c)}l.getUniforms().setValue(e,"morphTargetsTexture",f.texture,n),l.getUniforms().setValue(e,"morphTargetsTextureSize",f.size)}return{update:s}}function RO(e,t,n,i,r){let s=new WeakMap;function o(c){let u=r.render.frame,h=c.geometry,f=t.get(c,h);if(s.get(f)!==u&&(t.update(f),s.set(f,u)),c.isInstancedMesh&&(c.hasEventListener("dispose",l)===!1&&c.addEventListener("dispose",l),s.get(c)!==u&&(n.update(c.instanceMatrix,e.ARRAY_BUFFER),c.instanceColor!==null&&n.update(c.instanceColor,e.ARRAY_BUFFER),s.set(c,u))),c.isSkinnedMesh){let d=c.skeleton;s.get(d)!==u&&(d.update(),s.set(d,u))}return f}function a(){s=new WeakMap}function l(c){let u=c.target;u.removeEventListener("dispose",l),i.releaseStatesOfObject(u),n.remove(u.instanceMatrix),u.instanceColor!==null&&n.remove(u.instanceColor)}return{update:o,dispose:a}}var IO={[ny]:"LINEAR_TONE_MAPPING",[iy]:"REINHARD_TONE_MAPPING",[ry]:"CINEON_TONE_MAPPING",[sy]:"ACES_FILMIC_TONE_MAPPING",[ay]:"AGX_TONE_MAPPING",[ly]:"NEUTRAL_TONE_MAPPING",[oy]:"CUSTOM_TONE_MAPPING"};function PO(e,t,n,i,r,s){let o=new $n(t,n,{type:e,depthBuffer:r,stencilBuffer:s,samples:i?4:0,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,resolveDepthBuffer:!1,resolveStencilBuffer:!1}),a=null,l=null,c=null,u=new bs;u.setAttribute("position",new di([-1,3,0,-1,-1,0,3,-1,0],3)),u.setAttribute("uv",new di([0,2,0,0,2,0],2));let h=new Lh({uniforms:{tDiffuse:{value:null}},vertexShader:`
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
			}`,depthTest:!1,depthWrite:!1}),f=new cr(u,h),d=new Xh(-1,1,1,-1,0,1),p=null,x=null,m=!1,g,_=null,b=[],v=!1;this.setSize=function(w,M){o.setSize(w,M),a!==null&&a.setSize(w,M),l!==null&&l.setSize(w,M);for(let y=0;y<b.length;y++){let S=b[y];S.setSize&&S.setSize(w,M)}},this.setEffects=function(w){b=w,v=b.length>0&&b[0].isRenderPass===!0;let M=o.width,y=o.height;b.length>0&&a===null&&(a=new $n(M,y,{type:Pi,depthBuffer:!1,stencilBuffer:!1}),l=new $n(M,y,{type:Pi,depthBuffer:!1,stencilBuffer:!1}));let S=r===!0&&b.some(E=>E.needsDepthTexture===!0);S!==(o.depthTexture!==null)&&(S===!0&&c===null&&(c=new Vr(M,y),s===!0&&(c.format=Wr,c.type=wo)),o.dispose(),o.depthTexture=S?c:null,o.resolveDepthBuffer=S,o.storeMultisampledDepthBuffer=S);for(let E=0;E<b.length;E++){let R=b[E];R.setSize&&R.setSize(M,y),S&&R.needsDepthTexture===!0&&R.setDepthTexture&&R.setDepthTexture(c)}},this.begin=function(w,M){if(m||w.toneMapping===hr&&b.length===0)return!1;if(_=M,M!==null){let y=M.width,S=M.height;(o.width!==y||o.height!==S)&&this.setSize(y,S)}return v===!1&&w.setRenderTarget(o),g=w.toneMapping,w.toneMapping=hr,!0},this.hasRenderPass=function(){return v},this.end=function(w,M){w.toneMapping=g,m=!0;let y=o,S=a;for(let E=0;E<b.length;E++){let R=b[E];R.enabled!==!1&&(R.render(w,S,y,M),R.needsSwap!==!1&&(y=S,S=S===a?l:a))}if(p!==w.outputColorSpace||x!==w.toneMapping){p=w.outputColorSpace,x=w.toneMapping,h.defines={},te.getTransfer(p)===he&&(h.defines.SRGB_TRANSFER="");let E=IO[x];E&&(h.defines[E]=""),h.needsUpdate=!0}h.uniforms.tDiffuse.value=y.texture,w.setRenderTarget(_),w.render(f,d),_=null,m=!1},this.isCompositing=function(){return m},this.dispose=function(){o.dispose(),a!==null&&a.dispose(),l!==null&&l.dispose(),u.dispose(),h.dispose()}}var V2=new Un,H2=new Vr(1,1),W2=new Mc(1),$2=new gc,X2=new Ch,q2=new bc,b2=[],M2=[],S2=new Float32Array(16),w2=new Float32Array(9),T2=new Float32Array(4);function Qa(e,t,n){let i=e[0];if(i<=0||i>0)return e;let r=t*n,s=b2[r];if(s===void 0&&(s=new Float32Array(r),b2[r]=s),t!==0){i.toArray(s,0);for(let o=1,a=0;o!==t;++o)a+=n,e[o].toArray(s,a)}return s}function Xe(e,t){if(e.length!==t.length)return!1;for(let n=0,i=e.length;n<i;n++)if(e[n]!==t[n])return!1;return!0}function qe(e,t){for(let n=0,i=t.length;n<i;n++)e[n]=t[n]}function Od(e,t){let n=M2[t];n===void 0&&(n=new Int32Array(t),M2[t]=n);for(let i=0;i!==t;++i)n[i]=e.allocateTextureUnit();return n}function NO(e,t){let n=this.cache;n[0]!==t&&(e.uniform1f(this.addr,t),n[0]=t)}function LO(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y)&&(e.uniform2f(this.addr,t.x,t.y),n[0]=t.x,n[1]=t.y);else{if(Xe(n,t))return;e.uniform2fv(this.addr,t),qe(n,t)}}function DO(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y||n[2]!==t.z)&&(e.uniform3f(this.addr,t.x,t.y,t.z),n[0]=t.x,n[1]=t.y,n[2]=t.z);else if(t.r!==void 0)(n[0]!==t.r||n[1]!==t.g||n[2]!==t.b)&&(e.uniform3f(this.addr,t.r,t.g,t.b),n[0]=t.r,n[1]=t.g,n[2]=t.b);else{if(Xe(n,t))return;e.uniform3fv(this.addr,t),qe(n,t)}}function UO(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y||n[2]!==t.z||n[3]!==t.w)&&(e.uniform4f(this.addr,t.x,t.y,t.z,t.w),n[0]=t.x,n[1]=t.y,n[2]=t.z,n[3]=t.w);else{if(Xe(n,t))return;e.uniform4fv(this.addr,t),qe(n,t)}}function FO(e,t){let n=this.cache,i=t.elements;if(i===void 0){if(Xe(n,t))return;e.uniformMatrix2fv(this.addr,!1,t),qe(n,t)}else{if(Xe(n,i))return;T2.set(i),e.uniformMatrix2fv(this.addr,!1,T2),qe(n,i)}}function OO(e,t){let n=this.cache,i=t.elements;if(i===void 0){if(Xe(n,t))return;e.uniformMatrix3fv(this.addr,!1,t),qe(n,t)}else{if(Xe(n,i))return;w2.set(i),e.uniformMatrix3fv(this.addr,!1,w2),qe(n,i)}}function BO(e,t){let n=this.cache,i=t.elements;if(i===void 0){if(Xe(n,t))return;e.uniformMatrix4fv(this.addr,!1,t),qe(n,t)}else{if(Xe(n,i))return;S2.set(i),e.uniformMatrix4fv(this.addr,!1,S2),qe(n,i)}}function kO(e,t){let n=this.cache;n[0]!==t&&(e.uniform1i(this.addr,t),n[0]=t)}function zO(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y)&&(e.uniform2i(this.addr,t.x,t.y),n[0]=t.x,n[1]=t.y);else{if(Xe(n,t))return;e.uniform2iv(this.addr,t),qe(n,t)}}function GO(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y||n[2]!==t.z)&&(e.uniform3i(this.addr,t.x,t.y,t.z),n[0]=t.x,n[1]=t.y,n[2]=t.z);else{if(Xe(n,t))return;e.uniform3iv(this.addr,t),qe(n,t)}}function VO(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y||n[2]!==t.z||n[3]!==t.w)&&(e.uniform4i(this.addr,t.x,t.y,t.z,t.w),n[0]=t.x,n[1]=t.y,n[2]=t.z,n[3]=t.w);else{if(Xe(n,t))return;e.uniform4iv(this.addr,t),qe(n,t)}}function HO(e,t){let n=this.cache;n[0]!==t&&(e.uniform1ui(this.addr,t),n[0]=t)}function WO(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y)&&(e.uniform2ui(this.addr,t.x,t.y),n[0]=t.x,n[1]=t.y);else{if(Xe(n,t))return;e.uniform2uiv(this.addr,t),qe(n,t)}}function $O(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y||n[2]!==t.z)&&(e.uniform3ui(this.addr,t.x,t.y,t.z),n[0]=t.x,n[1]=t.y,n[2]=t.z);else{if(Xe(n,t))return;e.uniform3uiv(this.addr,t),qe(n,t)}}function XO(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y||n[2]!==t.z||n[3]!==t.w)&&(e.uniform4ui(this.addr,t.x,t.y,t.z,t.w),n[0]=t.x,n[1]=t.y,n[2]=t.z,n[3]=t.w);else{if(Xe(n,t))return;e.uniform4uiv(this.addr,t),qe(n,t)}}function Bd(e){return e.version===0&&(e.compareFunction=vy,e.needsUpdate=!0),e}function qO(e,t,n){let i=this.cache,r=n.allocateTextureUnit();i[0]!==r&&(e.uniform1i(this.addr,r),i[0]=r);let s;this.type===e.SAMPLER_2D_SHADOW?s=Bd(H2):s=V2,n.setTexture2D(t||s,r)}function YO(e,t,n){let i=this.cache,r=n.allocateTextureUnit();i[0]!==r&&(e.uniform1i(this.addr,r),i[0]=r),n.setTexture3D(t||X2,r)}function ZO(e,t,n){let i=this.cache,r=n.allocateTextureUnit();i[0]!==r&&(e.uniform1i(this.addr,r),i[0]=r);let s;this.type===e.SAMPLER_CUBE_SHADOW?s=Bd(W2):s=q2,n.setTextureCube(t||s,r)}function JO(e,t,n){let i=this.cache,r=n.allocateTextureUnit();i[0]!==r&&(e.uniform1i(this.addr,r),i[0]=r),n.setTexture2DArray(t||$2,r)}function KO(e){switch(e){case 5126:return NO;case 35664:return LO;case 35665:return DO;case 35666:return UO;case 35674:return FO;case 35675:return OO;case 35676:return BO;case 5124:case 35670:return kO;case 35667:case 35671:return zO;case 35668:case 35672:return GO;case 35669:case 35673:return VO;case 5125:return HO;case 36294:return WO;case 36295:return $O;case 36296:return XO;case 35678:case 36198:case 36298:case 36306:case 35682:return qO;case 35679:case 36299:case 36307:return YO;case 35680:case 36300:case 36308:case 36293:return ZO;case 36289:case 36303:case 36311:case 36292:return JO}}function QO(e,t){e.uniform1fv(this.addr,t)}function jO(e,t){let n=Qa(t,this.size,2);e.uniform2fv(this.addr,n)}function t5(e,t){let n=Qa(t,this.size,3);e.uniform3fv(this.addr,n)}function e5(e,t){let n=Qa(t,this.size,4);e.uniform4fv(this.addr,n)}function n5(e,t){let n=Qa(t,this.size,4);e.uniformMatrix2fv(this.addr,!1,n)}function i5(e,t){let n=Qa(t,this.size,9);e.uniformMatrix3fv(this.addr,!1,n)}function r5(e,t){let n=Qa(t,this.size,16);e.uniformMatrix4fv(this.addr,!1,n)}function s5(e,t){e.uniform1iv(this.addr,t)}function o5(e,t){e.uniform2iv(this.addr,t)}function a5(e,t){e.uniform3iv(this.addr,t)}function l5(e,t){e.uniform4iv(this.addr,t)}function c5(e,t){e.uniform1uiv(this.addr,t)}function u5(e,t){e.uniform2uiv(this.addr,t)}function f5(e,t){e.uniform3uiv(this.addr,t)}function h5(e,t){e.uniform4uiv(this.addr,t)}function d5(e,t,n){let i=this.cache,r=t.length,s=Od(n,r);Xe(i,s)||(e.uniform1iv(this.addr,s),qe(i,s));let o;this.type===e.SAMPLER_2D_SHADOW?o=Bd(H2):o=V2;for(let a=0;a!==r;++a)n.setTexture2D(t[a]||o,s[a])}function p5(e,t,n){let i=this.cache,r=t.length,s=Od(n,r);Xe(i,s)||(e.uniform1iv(this.addr,s),qe(i,s));for(let o=0;o!==r;++o)n.setTexture3D(t[o]||X2,s[o])}function m5(e,t,n){let i=this.cache,r=t.length,s=Od(n,r);Xe(i,s)||(e.uniform1iv(this.addr,s),qe(i,s));let o;this.type===e.SAMPLER_CUBE_SHADOW?o=Bd(W2):o=q2;for(let a=0;a!==r;++a)n.setTextureCube(t[a]||o,s[a])}function g5(e,t,n){let i=this.cache,r=t.length,s=Od(n,r);Xe(i,s)||(e.uniform1iv(this.addr,s),qe(i,s));for(let o=0;o!==r;++o)n.setTexture2DArray(t[o]||$2,s[o])}function x5(e){switch(e){case 5126:return QO;case 35664:return jO;case 35665:return t5;case 35666:return e5;case 35674:return n5;case 35675:return i5;case 35676:return r5;case 5124:case 35670:return s5;case 35667:case 35671:return o5;case 35668:case 35672:return a5;case 35669:case 35673:return l5;case 5125:return c5;case 36294:return u5;case 36295:return f5;case 36296:return h5;case 35678:case 36198:case 36298:case 36306:case 35682:return d5;case 35679:case 36299:case 36307:return p5;case 35680:case 36300:case 36308:case 36293:return m5;case 36289:case 36303:case 36311:case 36292:return g5}}var Iy=class{constructor(t,n,i){this.id=t,this.addr=i,this.cache=[],this.type=n.type,this.setValue=KO(n.type)}},Py=class{constructor(t,n,i){this.id=t,this.addr=i,this.cache=[],this.type=n.type,this.size=n.size,this.setValue=x5(n.type)}},Ny=class{constructor(t){this.id=t,this.seq=[],this.map={}}setValue(t,n,i){let r=this.seq;for(let s=0,o=r.length;s!==o;++s){let a=r[s];a.setValue(t,n[a.id],i)}}},Cy=/(\w+)(\])?(\[|\.)?/g;function A2(e,t){e.seq.push(t),e.map[t.id]=t}function y5(e,t,n){let i=e.name,r=i.length;for(Cy.lastIndex=0;;){let s=Cy.exec(i),o=Cy.lastIndex,a=s[1],l=s[2]==="]",c=s[3];if(l&&(a=a|0),c===void 0||c==="["&&o+2===r){A2(n,c===void 0?new Iy(a,e,t):new Py(a,e,t));break}else{let h=n.map[a];h===void 0&&(h=new Ny(a),A2(n,h)),n=h}}}var Ka=class{constructor(t,n){this.seq=[],this.map={};let i=t.getProgramParameter(n,t.ACTIVE_UNIFORMS);for(let o=0;o<i;++o){let a=t.getActiveUniform(n,o),l=t.getUniformLocation(n,a.name);y5(a,l,this)}let r=[],s=[];for(let o of this.seq)o.type===t.SAMPLER_2D_SHADOW||o.type===t.SAMPLER_CUBE_SHADOW||o.type===t.SAMPLER_2D_ARRAY_SHADOW?r.push(o):s.push(o);r.length>0&&(this.seq=r.concat(s))}setValue(t,n,i,r){let s=this.map[n];s!==void 0&&s.setValue(t,i,r)}setOptional(t,n,i){let r=n[i];r!==void 0&&this.setValue(t,i,r)}static upload(t,n,i,r){for(let s=0,o=n.length;s!==o;++s){let a=n[s],l=i[a.id];l.needsUpdate!==!1&&a.setValue(t,l.value,r)}}static seqWithValue(t,n){let i=[];for(let r=0,s=t.length;r!==s;++r){let o=t[r];o.id in n&&i.push(o)}return i}};function E2(e,t,n){let i=e.createShader(t);return e.shaderSource(i,n),e.compileShader(i),i}var _5=37297,v5=0;function b5(e,t){let n=e.split(`
`),i=[],r=Math.max(t-6,0),s=Math.min(t+6,n.length);for(let o=r;o<s;o++){let a=o+1;i.push(`${a===t?">":" "} ${a}: ${n[o]}`)}return i.join(`
`)}var C2=new zt;function M5(e){te._getMatrix(C2,te.workingColorSpace,e);let t=`mat3( ${C2.elements.map(n=>n.toFixed(4))} )`;switch(te.getTransfer(e)){case dc:return[t,"LinearTransferOETF"];case he:return[t,"sRGBTransferOETF"];default:return Ot("WebGLProgram: Unsupported color space: ",e),[t,"LinearTransferOETF"]}}function R2(e,t,n){let i=e.getShaderParameter(t,e.COMPILE_STATUS),s=(e.getShaderInfoLog(t)||"").trim();if(i&&s==="")return"";let o=/ERROR: 0:(\d+)/.exec(s);if(o){let a=parseInt(o[1]);return n.toUpperCase()+`

`+s+`

`+b5(e.getShaderSource(t),a)}else return s}function S5(e,t){let n=M5(t);return[`vec4 ${e}( vec4 value ) {`,`	return ${n[1]}( vec4( ${n[0]} * value.rgb, value.a ) );`,"}"].join(`
`)}var w5={[ny]:"Linear",[iy]:"Reinhard",[ry]:"Cineon",[sy]:"ACESFilmic",[ay]:"AgX",[ly]:"Neutral",[oy]:"Custom"};function T5(e,t){let n=w5[t];return n===void 0?(Ot("WebGLProgram: Unsupported toneMapping:",t),"vec3 "+e+"( vec3 color ) { return LinearToneMapping( color ); }"):"vec3 "+e+"( vec3 color ) { return "+n+"ToneMapping( color ); }"}var Dd=new Q;function A5(){te.getLuminanceCoefficients(Dd);let e=Dd.x.toFixed(4),t=Dd.y.toFixed(4),n=Dd.z.toFixed(4);return["float luminance( const in vec3 rgb ) {",`	const vec3 weights = vec3( ${e}, ${t}, ${n} );`,"	return dot( weights, rgb );","}"].join(`
`)}function E5(e){return[e.extensionClipCullDistance?"#extension GL_ANGLE_clip_cull_distance : require":"",e.extensionMultiDraw?"#extension GL_ANGLE_multi_draw : require":""].filter(Oc).join(`
`)}function C5(e){let t=[];for(let n in e){let i=e[n];i!==!1&&t.push("#define "+n+" "+i)}return t.join(`
`)}function R5(e,t){let n={},i=e.getProgramParameter(t,e.ACTIVE_ATTRIBUTES);for(let r=0;r<i;r++){let s=e.getActiveAttrib(t,r),o=s.name,a=1;s.type===e.FLOAT_MAT2&&(a=2),s.type===e.FLOAT_MAT3&&(a=3),s.type===e.FLOAT_MAT4&&(a=4),n[o]={type:s.type,location:e.getAttribLocation(t,o),locationSize:a}}return n}function Oc(e){return e!==""}function I2(e,t){let n=t.numSpotLightShadows+t.numSpotLightMaps-t.numSpotLightShadowsWithMaps;return e.replace(/NUM_SUN_LIGHTS/g,t.numSunLights).replace(/NUM_DIR_LIGHTS/g,t.numDirLights).replace(/NUM_SPOT_LIGHTS/g,t.numSpotLights).replace(/NUM_SPOT_LIGHT_MAPS/g,t.numSpotLightMaps).replace(/NUM_SPOT_LIGHT_COORDS/g,n).replace(/NUM_RECT_AREA_LIGHTS/g,t.numRectAreaLights).replace(/NUM_POINT_LIGHTS/g,t.numPointLights).replace(/NUM_HEMI_LIGHTS/g,t.numHemiLights).replace(/NUM_SUN_LIGHT_SHADOWS/g,t.numSunLightShadows).replace(/NUM_DIR_LIGHT_SHADOWS/g,t.numDirLightShadows).replace(/NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS/g,t.numSpotLightShadowsWithMaps).replace(/NUM_SPOT_LIGHT_SHADOWS/g,t.numSpotLightShadows).replace(/NUM_POINT_LIGHT_SHADOWS/g,t.numPointLightShadows).replace(/NUM_LIGHT_PROBE_GRIDS/g,t.numLightProbeGrids)}function P2(e,t){return e.replace(/NUM_CLIPPING_PLANES/g,t.numClippingPlanes).replace(/UNION_CLIPPING_PLANES/g,t.numClippingPlanes-t.numClipIntersection)}var I5=/^[ \t]*#include +<([\w\d./]+)>/gm;function Ly(e){return e.replace(I5,P5)}function P5(e,t){let n=Zt[t];if(n===void 0)throw new Error("THREE.WebGLProgram: Can not resolve #include <"+t+">");return Ly(n)}var N5=/#pragma unroll_loop_start\s+for\s*\(\s*int\s+i\s*=\s*(\d+)\s*;\s*i\s*<\s*(\d+)\s*;\s*i\s*\+\+\s*\)\s*{([\s\S]+?)}\s+#pragma unroll_loop_end/g;function N2(e){return e.replace(N5,L5)}function L5(e,t,n,i){let r="";for(let s=parseInt(t);s<parseInt(n);s++)r+=i.replace(/\[\s*i\s*\]/g,"[ "+s+" ]").replace(/UNROLLED_LOOP_INDEX/g,s);return r}function L2(e){let t=`precision ${e.precision} float;
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
#define LOW_PRECISION`),t}var D5={[Ec]:"SHADOWMAP_TYPE_PCF",[qa]:"SHADOWMAP_TYPE_VSM"};function U5(e){return D5[e.shadowMapType]||"SHADOWMAP_TYPE_BASIC"}var F5={[Za]:"ENVMAP_MODE_REFRACTION"};function O5(e){return e.envMap===!1?"ENVMAP_MODE_REFLECTION":F5[e.envMapMode]||"ENVMAP_MODE_REFLECTION"}var B5={[ey]:"ENVMAP_BLENDING_MULTIPLY",[JA]:"ENVMAP_BLENDING_MIX",[KA]:"ENVMAP_BLENDING_ADD"};function k5(e){return e.envMap===!1?"ENVMAP_BLENDING_NONE":B5[e.combine]||"ENVMAP_BLENDING_NONE"}function z5(e,t,n,i){let r=e.getContext(),s=n.defines,o=n.vertexShader,a=n.fragmentShader,l=U5(n),c=n.envMapPMREM===!0?"ENVMAP_TYPE_PMREM":"ENVMAP_TYPE_CUBE",u=O5(n),h=k5(n),f=E5(n),d=C5(s),p=r.createProgram(),x,m,g=n.glslVersion?"#version "+n.glslVersion+`
`:"";n.isRawShaderMaterial?(x=["#define SHADER_TYPE "+n.shaderType,"#define SHADER_NAME "+n.shaderName,d].filter(Oc).join(`
`),x.length>0&&(x+=`
`),m=["#define SHADER_TYPE "+n.shaderType,"#define SHADER_NAME "+n.shaderName,d].filter(Oc).join(`
`),m.length>0&&(m+=`
`)):(x=[L2(n),"#define SHADER_TYPE "+n.shaderType,"#define SHADER_NAME "+n.shaderName,d,n.extensionClipCullDistance?"#define USE_CLIP_DISTANCE":"",n.batching?"#define USE_BATCHING":"",n.batchingColor?"#define USE_BATCHING_COLOR":"",n.instancing?"#define USE_INSTANCING":"",n.instancingColor?"#define USE_INSTANCING_COLOR":"",n.instancingMorph?"#define USE_INSTANCING_MORPH":"",n.useFog&&n.fog?"#define USE_FOG":"",n.useFog&&n.fogExp2?"#define FOG_EXP2":"",n.map?"#define USE_MAP":"",n.envMap?"#define USE_ENVMAP":"",n.envMap?"#define "+u:"",n.lightMap?"#define USE_LIGHTMAP":"",n.aoMap?"#define USE_AOMAP":"",n.bumpMap?"#define USE_BUMPMAP":"",n.normalMap?"#define USE_NORMALMAP":"",n.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",n.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",n.displacementMap?"#define USE_DISPLACEMENTMAP":"",n.emissiveMap?"#define USE_EMISSIVEMAP":"",n.anisotropy?"#define USE_ANISOTROPY":"",n.anisotropyMap?"#define USE_ANISOTROPYMAP":"",n.clearcoatMap?"#define USE_CLEARCOATMAP":"",n.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",n.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",n.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",n.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",n.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",n.specularMap?"#define USE_SPECULARMAP":"",n.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",n.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",n.roughnessMap?"#define USE_ROUGHNESSMAP":"",n.metalnessMap?"#define USE_METALNESSMAP":"",n.alphaMap?"#define USE_ALPHAMAP":"",n.alphaHash?"#define USE_ALPHAHASH":"",n.transmission?"#define USE_TRANSMISSION":"",n.transmissionMap?"#define USE_TRANSMISSIONMAP":"",n.thicknessMap?"#define USE_THICKNESSMAP":"",n.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",n.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",n.mapUv?"#define MAP_UV "+n.mapUv:"",n.alphaMapUv?"#define ALPHAMAP_UV "+n.alphaMapUv:"",n.lightMapUv?"#define LIGHTMAP_UV "+n.lightMapUv:"",n.aoMapUv?"#define AOMAP_UV "+n.aoMapUv:"",n.emissiveMapUv?"#define EMISSIVEMAP_UV "+n.emissiveMapUv:"",n.bumpMapUv?"#define BUMPMAP_UV "+n.bumpMapUv:"",n.normalMapUv?"#define NORMALMAP_UV "+n.normalMapUv:"",n.displacementMapUv?"#define DISPLACEMENTMAP_UV "+n.displacementMapUv:"",n.metalnessMapUv?"#define METALNESSMAP_UV "+n.metalnessMapUv:"",n.roughnessMapUv?"#define ROUGHNESSMAP_UV "+n.roughnessMapUv:"",n.anisotropyMapUv?"#define ANISOTROPYMAP_UV "+n.anisotropyMapUv:"",n.clearcoatMapUv?"#define CLEARCOATMAP_UV "+n.clearcoatMapUv:"",n.clearcoatNormalMapUv?"#define CLEARCOAT_NORMALMAP_UV "+n.clearcoatNormalMapUv:"",n.clearcoatRoughnessMapUv?"#define CLEARCOAT_ROUGHNESSMAP_UV "+n.clearcoatRoughnessMapUv:"",n.diffuseRoughnessMapUv?"#define DIFFUSE_ROUGHNESSMAP_UV "+n.diffuseRoughnessMapUv:"",n.iridescenceMapUv?"#define IRIDESCENCEMAP_UV "+n.iridescenceMapUv:"",n.iridescenceThicknessMapUv?"#define IRIDESCENCE_THICKNESSMAP_UV "+n.iridescenceThicknessMapUv:"",n.sheenColorMapUv?"#define SHEEN_COLORMAP_UV "+n.sheenColorMapUv:"",n.sheenRoughnessMapUv?"#define SHEEN_ROUGHNESSMAP_UV "+n.sheenRoughnessMapUv:"",n.specularMapUv?"#define SPECULARMAP_UV "+n.specularMapUv:"",n.specularColorMapUv?"#define SPECULAR_COLORMAP_UV "+n.specularColorMapUv:"",n.specularIntensityMapUv?"#define SPECULAR_INTENSITYMAP_UV "+n.specularIntensityMapUv:"",n.transmissionMapUv?"#define TRANSMISSIONMAP_UV "+n.transmissionMapUv:"",n.thicknessMapUv?"#define THICKNESSMAP_UV "+n.thicknessMapUv:"",n.vertexTangents&&n.flatShading===!1?"#define USE_TANGENT":"",n.vertexNormals?"#define HAS_NORMAL":"",n.vertexColors?"#define USE_COLOR":"",n.vertexAlphas?"#define USE_COLOR_ALPHA":"",n.vertexUv1s?"#define USE_UV1":"",n.vertexUv2s?"#define USE_UV2":"",n.vertexUv3s?"#define USE_UV3":"",n.pointsUvs?"#define USE_POINTS_UV":"",n.flatShading?"#define FLAT_SHADED":"",n.skinning?"#define USE_SKINNING":"",n.morphTargets?"#define USE_MORPHTARGETS":"",n.morphNormals&&n.flatShading===!1?"#define USE_MORPHNORMALS":"",n.morphColors?"#define USE_MORPHCOLORS":"",n.morphTargetsCount>0?"#define MORPHTARGETS_TEXTURE_STRIDE "+n.morphTextureStride:"",n.morphTargetsCount>0?"#define MORPHTARGETS_COUNT "+n.morphTargetsCount:"",n.doubleSided?"#define DOUBLE_SIDED":"",n.flipSided?"#define FLIP_SIDED":"",n.shadowMapEnabled?"#define USE_SHADOWMAP":"",n.shadowMapEnabled?"#define "+l:"",n.sizeAttenuation?"#define USE_SIZEATTENUATION":"",n.numLightProbes>0?"#define USE_LIGHT_PROBES":"",n.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",n.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 modelMatrix;","uniform mat4 modelViewMatrix;","uniform mat4 projectionMatrix;","uniform mat4 viewMatrix;","uniform mat3 normalMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;","#ifdef USE_INSTANCING","	attribute mat4 instanceMatrix;","#endif","#ifdef USE_INSTANCING_COLOR","	attribute vec3 instanceColor;","#endif","#ifdef USE_INSTANCING_MORPH","	uniform sampler2D morphTexture;","#endif","attribute vec3 position;","attribute vec3 normal;","attribute vec2 uv;","#ifdef USE_UV1","	attribute vec2 uv1;","#endif","#ifdef USE_UV2","	attribute vec2 uv2;","#endif","#ifdef USE_UV3","	attribute vec2 uv3;","#endif","#ifdef USE_TANGENT","	attribute vec4 tangent;","#endif","#if defined( USE_COLOR_ALPHA )","	attribute vec4 color;","#elif defined( USE_COLOR )","	attribute vec3 color;","#endif","#ifdef USE_SKINNING","	attribute vec4 skinIndex;","	attribute vec4 skinWeight;","#endif",`
`].filter(Oc).join(`
`),m=[L2(n),"#define SHADER_TYPE "+n.shaderType,"#define SHADER_NAME "+n.shaderName,d,n.useFog&&n.fog?"#define USE_FOG":"",n.useFog&&n.fogExp2?"#define FOG_EXP2":"",n.alphaToCoverage?"#define ALPHA_TO_COVERAGE":"",n.map?"#define USE_MAP":"",n.matcap?"#define USE_MATCAP":"",n.envMap?"#define USE_ENVMAP":"",n.envMap?"#define "+c:"",n.envMap?"#define "+u:"",n.envMap?"#define "+h:"",n.envMapPMREM?"#define ENVMAP_MAX_LOD "+n.envMapMaxLod+".0":"",n.envMapPMREM?"#define ENVMAP_SIZE "+n.envMapSize+".0":"",n.lightMap?"#define USE_LIGHTMAP":"",n.aoMap?"#define USE_AOMAP":"",n.bumpMap?"#define USE_BUMPMAP":"",n.normalMap?"#define USE_NORMALMAP":"",n.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",n.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",n.packedNormalMap?"#define USE_PACKED_NORMALMAP":"",n.emissiveMap?"#define USE_EMISSIVEMAP":"",n.anisotropy?"#define USE_ANISOTROPY":"",n.anisotropyMap?"#define USE_ANISOTROPYMAP":"",n.clearcoat?"#define USE_CLEARCOAT":"",n.clearcoatMap?"#define USE_CLEARCOATMAP":"",n.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",n.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",n.diffuseRoughness?"#define USE_DIFFUSE_ROUGHNESS":"",n.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",n.dispersion?"#define USE_DISPERSION":"",n.retroreflection?"#define USE_RETROREFLECTION":"",n.iridescence?"#define USE_IRIDESCENCE":"",n.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",n.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",n.specularMap?"#define USE_SPECULARMAP":"",n.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",n.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",n.roughnessMap?"#define USE_ROUGHNESSMAP":"",n.metalnessMap?"#define USE_METALNESSMAP":"",n.alphaMap?"#define USE_ALPHAMAP":"",n.alphaTest?"#define USE_ALPHATEST":"",n.alphaHash?"#define USE_ALPHAHASH":"",n.sheen?"#define USE_SHEEN":"",n.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",n.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",n.transmission?"#define USE_TRANSMISSION":"",n.transmissionMap?"#define USE_TRANSMISSIONMAP":"",n.thicknessMap?"#define USE_THICKNESSMAP":"",n.vertexTangents&&n.flatShading===!1?"#define USE_TANGENT":"",n.vertexColors||n.instancingColor?"#define USE_COLOR":"",n.vertexAlphas||n.batchingColor?"#define USE_COLOR_ALPHA":"",n.vertexUv1s?"#define USE_UV1":"",n.vertexUv2s?"#define USE_UV2":"",n.vertexUv3s?"#define USE_UV3":"",n.pointsUvs?"#define USE_POINTS_UV":"",n.gradientMap?"#define USE_GRADIENTMAP":"",n.flatShading?"#define FLAT_SHADED":"",n.doubleSided?"#define DOUBLE_SIDED":"",n.flipSided?"#define FLIP_SIDED":"",n.shadowMapEnabled?"#define USE_SHADOWMAP":"",n.shadowMapEnabled?"#define "+l:"",n.premultipliedAlpha?"#define PREMULTIPLIED_ALPHA":"",n.numLightProbes>0?"#define USE_LIGHT_PROBES":"",n.decodeVideoTexture?"#define DECODE_VIDEO_TEXTURE":"",n.decodeVideoTextureEmissive?"#define DECODE_VIDEO_TEXTURE_EMISSIVE":"",n.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",n.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 viewMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;",n.toneMapping!==hr?"#define TONE_MAPPING":"",n.toneMapping!==hr?Zt.tonemapping_pars_fragment:"",n.toneMapping!==hr?T5("toneMapping",n.toneMapping):"",n.dithering?"#define DITHERING":"",n.opaque?"#define OPAQUE":"",Zt.colorspace_pars_fragment,S5("linearToOutputTexel",n.outputColorSpace),A5(),n.useDepthPacking?"#define DEPTH_PACKING "+n.depthPacking:"",`
`].filter(Oc).join(`
`)),o=Ly(o),o=I2(o,n),o=P2(o,n),a=Ly(a),a=I2(a,n),a=P2(a,n),o=N2(o),a=N2(a),n.isRawShaderMaterial!==!0&&(g=`#version 300 es
`,x=[f,"#define attribute in","#define varying out","#define texture2D texture"].join(`
`)+`
`+x,m=["#define varying in",n.glslVersion===by?"":"layout(location = 0) out highp vec4 pc_fragColor;",n.glslVersion===by?"":"#define gl_FragColor pc_fragColor","#define gl_FragDepthEXT gl_FragDepth","#define texture2D texture","#define textureCube texture","#define texture2DProj textureProj","#define texture2DLodEXT textureLod","#define texture2DProjLodEXT textureProjLod","#define textureCubeLodEXT textureLod","#define texture2DGradEXT textureGrad","#define texture2DProjGradEXT textureProjGrad","#define textureCubeGradEXT textureGrad"].join(`
`)+`
`+m);let _=g+x+o,b=g+m+a,v=E2(r,r.VERTEX_SHADER,_),w=E2(r,r.FRAGMENT_SHADER,b);r.attachShader(p,v),r.attachShader(p,w),n.index0AttributeName!==void 0?r.bindAttribLocation(p,0,n.index0AttributeName):n.hasPositionAttribute===!0&&r.bindAttribLocation(p,0,"position"),r.linkProgram(p);function M(R){if(e.debug.checkShaderErrors){let C=r.getProgramInfoLog(p)||"",L=r.getShaderInfoLog(v)||"",O=r.getShaderInfoLog(w)||"",I=C.trim(),N=L.trim(),k=O.trim(),z=!0,Z=!0;if(r.getProgramParameter(p,r.LINK_STATUS)===!1)if(z=!1,typeof e.debug.onShaderError=="function")e.debug.onShaderError(r,p,v,w);else{let U=R2(r,v,"vertex"),G=R2(r,w,"fragment");kt("WebGLProgram: Shader Error "+r.getError()+" - VALIDATE_STATUS "+r.getProgramParameter(p,r.VALIDATE_STATUS)+`

Material Name: `+R.name+`
Material Type: `+R.type+`

Program Info Log: `+I+`
`+U+`
`+G)}else I!==""?Ot("WebGLProgram: Program Info Log:",I):(N===""||k==="")&&(Z=!1);Z&&(R.diagnostics={runnable:z,programLog:I,vertexShader:{log:N,prefix:x},fragmentShader:{log:k,prefix:m}})}r.deleteShader(v),r.deleteShader(w),y=new Ka(r,p),S=R5(r,p)}let y;this.getUniforms=function(){return y===void 0&&M(this),y};let S;this.getAttributes=function(){return S===void 0&&M(this),S};let E=n.rendererExtensionParallelShaderCompile===!1;return this.isReady=function(){return E===!1&&(E=r.getProgramParameter(p,_5)),E},this.destroy=function(){i.releaseStatesOfProgram(this),r.deleteProgram(p),this.program=void 0},this.type=n.shaderType,this.name=n.shaderName,this.id=v5++,this.cacheKey=t,this.usedTimes=1,this.program=p,this.vertexShader=v,this.fragmentShader=w,this}var G5=0,Dy=class{constructor(){this.shaderCache=new Map,this.materialCache=new Map}update(t,n,i){let r=this._getShaderCacheForMaterial(t);return r.has(n)===!1&&(r.add(n),n.usedTimes++),r.has(i)===!1&&(r.add(i),i.usedTimes++),this}remove(t){let n=this.materialCache.get(t);for(let i of n)i.usedTimes--,i.usedTimes===0&&this.shaderCache.delete(i.code);return this.materialCache.delete(t),this}getVertexShaderStage(t){return this._getShaderStage(t.vertexShader)}getFragmentShaderStage(t){return this._getShaderStage(t.fragmentShader)}dispose(){this.shaderCache.clear(),this.materialCache.clear()}_getShaderCacheForMaterial(t){let n=this.materialCache,i=n.get(t);return i===void 0&&(i=new Set,n.set(t,i)),i}_getShaderStage(t){let n=this.shaderCache,i=n.get(t);return i===void 0&&(i=new Uy(t),n.set(t,i)),i}},Uy=class{constructor(t){this.id=G5++,this.code=t,this.usedTimes=0}};function V5(e){return e===As||e===Lc||e===Dc}function H5(e,t,n,i,r,s){let o=new xc,a=new Dy,l=new Set,c=[],u=new Map,h=i.logarithmicDepthBuffer,f={MeshDepthMaterial:"depth",MeshDistanceMaterial:"distance",MeshNormalMaterial:"normal",MeshBasicMaterial:"basic",MeshLambertMaterial:"lambert",MeshPhongMaterial:"phong",MeshToonMaterial:"toon",MeshStandardMaterial:"physical",MeshPhysicalMaterial:"physical",MeshMatcapMaterial:"matcap",LineBasicMaterial:"basic",LineDashedMaterial:"dashed",PointsMaterial:"points",ShadowMaterial:"shadow",SpriteMaterial:"sprite"};function d(y){return l.add(y),y===0?"uv":`uv${y}`}function p(y,S,E,R,C,L){let O=R.fog,I=C.geometry,N=y.isMeshStandardMaterial||y.isMeshLambertMaterial||y.isMeshPhongMaterial?R.environment:null,k=y.isMeshStandardMaterial||y.isMeshLambertMaterial&&!y.envMap||y.isMeshPhongMaterial&&!y.envMap,z=t.get(y.envMap||N,k),Z=f[y.type],U=i.precision;y.precision!==null&&(U=i.getMaxPrecision(y.precision),U!==y.precision&&Ot("WebGLProgram.getParameters:",y.precision,"not supported, using",U,"instead."));let G=I.morphAttributes.position||I.morphAttributes.normal||I.morphAttributes.color,q=G!==void 0?G.length:0,ot=0;I.morphAttributes.position!==void 0&&(ot=1),I.morphAttributes.normal!==void 0&&(ot=2),I.morphAttributes.color!==void 0&&(ot=3);let ct,W,lt,ht;if(Z){let Tt=pr[Z];ct=Tt.vertexShader,W=Tt.fragmentShader}else{ct=y.vertexShader,W=y.fragmentShader;let Tt=a.getVertexShaderStage(y),de=a.getFragmentShaderStage(y);a.update(y,Tt,de),lt=Tt.id,ht=de.id}let at=e.getRenderTarget(),st=e.state.buffers.depth.getReversed(),J=C.isInstancedMesh===!0,xt=C.isBatchedMesh===!0,ut=!!y.map,K=!!y.matcap,Pt=!!z,mt=Pt&&z.isPMREMTexture===!0,Ft=!!y.aoMap,Gt=!!y.lightMap,ae=!!y.bumpMap&&y.wireframe===!1,re=!!y.normalMap,Ye=!!y.displacementMap,Fe=!!y.emissiveMap,An=!!y.metalnessMap,mn=!!y.roughnessMap,En=y.anisotropy>0,B=y.clearcoat>0,Cn=y.diffuseRoughness>0,_e=y.dispersion>0,ve=y.retroreflectivity>0,gt=y.iridescence>0,Ce=y.sheen>0,Lt=y.transmission>0,Bt=En&&!!y.anisotropyMap,P=B&&!!y.clearcoatMap,T=B&&!!y.clearcoatNormalMap,V=B&&!!y.clearcoatRoughnessMap,ft=Cn&&!!y.diffuseRoughnessMap,rt=gt&&!!y.iridescenceMap,yt=gt&&!!y.iridescenceThicknessMap,St=Ce&&!!y.sheenColorMap,tt=Ce&&!!y.sheenRoughnessMap,et=!!y.specularMap,vt=!!y.specularColorMap,D=!!y.specularIntensityMap,nt=Lt&&!!y.transmissionMap,j=Lt&&!!y.thicknessMap,bt=!!y.gradientMap,pt=!!y.alphaMap,_t=y.alphaTest>0,Dt=!!y.alphaHash,Yt=!!y.extensions,dt=hr;y.toneMapped&&(at===null||at.isXRRenderTarget===!0)&&(dt=e.toneMapping);let Ut=mt?z.isCompressedCubeTexture?z.image[0].mipmaps:z.mipmaps:null,qt={shaderID:Z,shaderType:y.type,shaderName:y.name,vertexShader:ct,fragmentShader:W,defines:y.defines,customVertexShaderID:lt,customFragmentShaderID:ht,isRawShaderMaterial:y.isRawShaderMaterial===!0,glslVersion:y.glslVersion,precision:U,batching:xt,batchingColor:xt&&C._colorsTexture!==null,instancing:J,instancingColor:J&&C.instanceColor!==null,instancingMorph:J&&C.morphTexture!==null,outputColorSpace:at===null?e.outputColorSpace:at.isXRRenderTarget===!0?at.texture.colorSpace:te.workingColorSpace,alphaToCoverage:!!y.alphaToCoverage,map:ut,matcap:K,envMap:Pt,envMapMode:Pt&&z.mapping,envMapPMREM:mt,envMapMaxLod:mt?Ut.length-1:null,envMapSize:mt?Ut[0].width:null,aoMap:Ft,lightMap:Gt,bumpMap:ae,normalMap:re,displacementMap:Ye,emissiveMap:Fe,normalMapObjectSpace:re&&y.normalMapType===t2,normalMapTangentSpace:re&&y.normalMapType===xy,packedNormalMap:re&&y.normalMapType===xy&&V5(y.normalMap.format),metalnessMap:An,roughnessMap:mn,anisotropy:En,anisotropyMap:Bt,clearcoat:B,clearcoatMap:P,clearcoatNormalMap:T,clearcoatRoughnessMap:V,diffuseRoughness:Cn,diffuseRoughnessMap:ft,dispersion:_e,retroreflection:ve,iridescence:gt,iridescenceMap:rt,iridescenceThicknessMap:yt,sheen:Ce,sheenColorMap:St,sheenRoughnessMap:tt,specularMap:et,specularColorMap:vt,specularIntensityMap:D,transmission:Lt,transmissionMap:nt,thicknessMap:j,gradientMap:bt,opaque:y.transparent===!1&&y.blending===Ya&&y.alphaToCoverage===!1,alphaMap:pt,alphaTest:_t,alphaHash:Dt,combine:y.combine,mapUv:ut&&d(y.map.channel),aoMapUv:Ft&&d(y.aoMap.channel),lightMapUv:Gt&&d(y.lightMap.channel),bumpMapUv:ae&&d(y.bumpMap.channel),normalMapUv:re&&d(y.normalMap.channel),displacementMapUv:Ye&&d(y.displacementMap.channel),emissiveMapUv:Fe&&d(y.emissiveMap.channel),metalnessMapUv:An&&d(y.metalnessMap.channel),roughnessMapUv:mn&&d(y.roughnessMap.channel),anisotropyMapUv:Bt&&d(y.anisotropyMap.channel),clearcoatMapUv:P&&d(y.clearcoatMap.channel),clearcoatNormalMapUv:T&&d(y.clearcoatNormalMap.channel),clearcoatRoughnessMapUv:V&&d(y.clearcoatRoughnessMap.channel),diffuseRoughnessMapUv:ft&&d(y.diffuseRoughnessMap.channel),iridescenceMapUv:rt&&d(y.iridescenceMap.channel),iridescenceThicknessMapUv:yt&&d(y.iridescenceThicknessMap.channel),sheenColorMapUv:St&&d(y.sheenColorMap.channel),sheenRoughnessMapUv:tt&&d(y.sheenRoughnessMap.channel),specularMapUv:et&&d(y.specularMap.channel),specularColorMapUv:vt&&d(y.specularColorMap.channel),specularIntensityMapUv:D&&d(y.specularIntensityMap.channel),transmissionMapUv:nt&&d(y.transmissionMap.channel),thicknessMapUv:j&&d(y.thicknessMap.channel),alphaMapUv:pt&&d(y.alphaMap.channel),vertexTangents:!!I.attributes.tangent&&(re||En),vertexNormals:!!I.attributes.normal,vertexColors:y.vertexColors,vertexAlphas:y.vertexColors===!0&&!!I.attributes.color&&I.attributes.color.itemSize===4,pointsUvs:C.isPoints===!0&&!!I.attributes.uv&&(ut||pt),fog:!!O,useFog:y.fog===!0,fogExp2:!!O&&O.isFogExp2,flatShading:y.wireframe===!1&&(y.flatShading===!0||I.attributes.normal===void 0&&re===!1&&(y.isMeshLambertMaterial||y.isMeshPhongMaterial||y.isMeshStandardMaterial||y.isMeshPhysicalMaterial)),sizeAttenuation:y.sizeAttenuation===!0,logarithmicDepthBuffer:h,reversedDepthBuffer:st,skinning:C.isSkinnedMesh===!0,hasPositionAttribute:I.attributes.position!==void 0,morphTargets:I.morphAttributes.position!==void 0,morphNormals:I.morphAttributes.normal!==void 0,morphColors:I.morphAttributes.color!==void 0,morphTargetsCount:q,morphTextureStride:ot,numSunLights:S.sun.length,numDirLights:S.directional.length,numPointLights:S.point.length,numSpotLights:S.spot.length,numSpotLightMaps:S.spotLightMap.length,numRectAreaLights:S.rectArea.length,numHemiLights:S.hemi.length,numSunLightShadows:S.sunShadowMap.length,numDirLightShadows:S.directionalShadowMap.length,numPointLightShadows:S.pointShadowMap.length,numSpotLightShadows:S.spotShadowMap.length,numSpotLightShadowsWithMaps:S.numSpotLightShadowsWithMaps,numLightProbes:S.numLightProbes,numLightProbeGrids:L.filter(Tt=>Tt.texture!==null).length,numClippingPlanes:s.numPlanes,numClipIntersection:s.numIntersection,dithering:y.dithering,shadowMapEnabled:e.shadowMap.enabled&&E.length>0,shadowMapType:e.shadowMap.type,toneMapping:dt,decodeVideoTexture:ut&&y.map.isVideoTexture===!0&&te.getTransfer(y.map.colorSpace)===he,decodeVideoTextureEmissive:Fe&&y.emissiveMap.isVideoTexture===!0&&te.getTransfer(y.emissiveMap.colorSpace)===he,premultipliedAlpha:y.premultipliedAlpha,doubleSided:y.side===fr,flipSided:y.side===Tn,useDepthPacking:y.depthPacking>=0,depthPacking:y.depthPacking||0,index0AttributeName:y.index0AttributeName,extensionClipCullDistance:Yt&&y.extensions.clipCullDistance===!0&&n.has("WEBGL_clip_cull_distance"),extensionMultiDraw:(Yt&&y.extensions.multiDraw===!0||xt)&&n.has("WEBGL_multi_draw"),rendererExtensionParallelShaderCompile:n.has("KHR_parallel_shader_compile"),customProgramCacheKey:y.customProgramCacheKey()};return qt.vertexUv1s=l.has(1),qt.vertexUv2s=l.has(2),qt.vertexUv3s=l.has(3),l.clear(),qt}function x(y){let S=[];if(y.shaderID?S.push(y.shaderID):(S.push(y.customVertexShaderID),S.push(y.customFragmentShaderID)),y.defines!==void 0)for(let E in y.defines)S.push(E),S.push(y.defines[E]);return y.isRawShaderMaterial===!1&&(m(S,y),g(S,y),S.push(e.outputColorSpace)),S.push(y.customProgramCacheKey),S.join()}function m(y,S){y.push(S.precision),y.push(S.outputColorSpace),y.push(S.envMapMode),y.push(S.envMapPMREM),y.push(S.envMapMaxLod),y.push(S.envMapSize),y.push(S.mapUv),y.push(S.alphaMapUv),y.push(S.lightMapUv),y.push(S.aoMapUv),y.push(S.bumpMapUv),y.push(S.normalMapUv),y.push(S.displacementMapUv),y.push(S.emissiveMapUv),y.push(S.metalnessMapUv),y.push(S.roughnessMapUv),y.push(S.anisotropyMapUv),y.push(S.clearcoatMapUv),y.push(S.clearcoatNormalMapUv),y.push(S.clearcoatRoughnessMapUv),y.push(S.diffuseRoughnessMapUv),y.push(S.iridescenceMapUv),y.push(S.iridescenceThicknessMapUv),y.push(S.sheenColorMapUv),y.push(S.sheenRoughnessMapUv),y.push(S.specularMapUv),y.push(S.specularColorMapUv),y.push(S.specularIntensityMapUv),y.push(S.transmissionMapUv),y.push(S.thicknessMapUv),y.push(S.combine),y.push(S.fogExp2),y.push(S.sizeAttenuation),y.push(S.morphTargetsCount),y.push(S.numSunLights),y.push(S.numDirLights),y.push(S.numPointLights),y.push(S.numSpotLights),y.push(S.numSpotLightMaps),y.push(S.numHemiLights),y.push(S.numRectAreaLights),y.push(S.numSunLightShadows),y.push(S.numDirLightShadows),y.push(S.numPointLightShadows),y.push(S.numSpotLightShadows),y.push(S.numSpotLightShadowsWithMaps),y.push(S.numLightProbes),y.push(S.numLightProbeGrids),y.push(S.shadowMapType),y.push(S.toneMapping),y.push(S.numClippingPlanes),y.push(S.numClipIntersection),y.push(S.depthPacking)}function g(y,S){o.disableAll(),S.instancing&&o.enable(0),S.instancingColor&&o.enable(1),S.instancingMorph&&o.enable(2),S.matcap&&o.enable(3),S.envMap&&o.enable(4),S.normalMapObjectSpace&&o.enable(5),S.normalMapTangentSpace&&o.enable(6),S.clearcoat&&o.enable(7),S.iridescence&&o.enable(8),S.alphaTest&&o.enable(9),S.vertexColors&&o.enable(10),S.vertexAlphas&&o.enable(11),S.vertexUv1s&&o.enable(12),S.vertexUv2s&&o.enable(13),S.vertexUv3s&&o.enable(14),S.vertexTangents&&o.enable(15),S.anisotropy&&o.enable(16),S.alphaHash&&o.enable(17),S.batching&&o.enable(18),S.dispersion&&o.enable(19),S.retroreflection&&o.enable(24),S.diffuseRoughness&&o.enable(25),S.batchingColor&&o.enable(20),S.gradientMap&&o.enable(21),S.packedNormalMap&&o.enable(22),S.vertexNormals&&o.enable(23),y.push(o.mask),o.disableAll(),S.fog&&o.enable(0),S.useFog&&o.enable(1),S.flatShading&&o.enable(2),S.logarithmicDepthBuffer&&o.enable(3),S.reversedDepthBuffer&&o.enable(4),S.skinning&&o.enable(5),S.morphTargets&&o.enable(6),S.morphNormals&&o.enable(7),S.morphColors&&o.enable(8),S.premultipliedAlpha&&o.enable(9),S.shadowMapEnabled&&o.enable(10),S.doubleSided&&o.enable(11),S.flipSided&&o.enable(12),S.useDepthPacking&&o.enable(13),S.dithering&&o.enable(14),S.transmission&&o.enable(15),S.sheen&&o.enable(16),S.opaque&&o.enable(17),S.pointsUvs&&o.enable(18),S.decodeVideoTexture&&o.enable(19),S.decodeVideoTextureEmissive&&o.enable(20),S.alphaToCoverage&&o.enable(21),S.numLightProbeGrids>0&&o.enable(22),S.hasPositionAttribute&&o.enable(23),y.push(o.mask)}function _(y){let S=f[y.type],E;if(S){let R=pr[S];E=p2.clone(R.uniforms)}else E=y.uniforms;return E}function b(y,S){let E=u.get(S);return E!==void 0?++E.usedTimes:(E=new z5(e,S,y,r),c.push(E),u.set(S,E)),E}function v(y){if(--y.usedTimes===0){let S=c.indexOf(y);c[S]=c[c.length-1],c.pop(),u.delete(y.cacheKey),y.destroy()}}function w(y){a.remove(y)}function M(){a.dispose()}return{getParameters:p,getProgramCacheKey:x,getUniforms:_,acquireProgram:b,releaseProgram:v,releaseShaderCache:w,programs:c,dispose:M}}function W5(){let e=new WeakMap;function t(o){return e.has(o)}function n(o){let a=e.get(o);return a===void 0&&(a={},e.set(o,a)),a}function i(o){e.delete(o)}function r(o,a,l){e.get(o)[a]=l}function s(){e=new WeakMap}return{has:t,get:n,remove:i,update:r,dispose:s}}function $5(e,t){return e.groupOrder!==t.groupOrder?e.groupOrder-t.groupOrder:e.renderOrder!==t.renderOrder?e.renderOrder-t.renderOrder:e.material.id!==t.material.id?e.material.id-t.material.id:e.materialVariant!==t.materialVariant?e.materialVariant-t.materialVariant:e.z!==t.z?e.z-t.z:e.id-t.id}function D2(e,t){return e.groupOrder!==t.groupOrder?e.groupOrder-t.groupOrder:e.renderOrder!==t.renderOrder?e.renderOrder-t.renderOrder:e.z!==t.z?t.z-e.z:e.id-t.id}function U2(){let e=[],t=0,n=[],i=[],r=[];function s(){t=0,n.length=0,i.length=0,r.length=0}function o(f){let d=0;return f.isInstancedMesh&&(d+=2),f.isSkinnedMesh&&(d+=1),d}function a(f,d,p,x,m,g){let _=e[t];return _===void 0?(_={id:f.id,object:f,geometry:d,material:p,materialVariant:o(f),groupOrder:x,renderOrder:f.renderOrder,z:m,group:g},e[t]=_):(_.id=f.id,_.object=f,_.geometry=d,_.material=p,_.materialVariant=o(f),_.groupOrder=x,_.renderOrder=f.renderOrder,_.z=m,_.group=g),t++,_}function l(f,d,p,x,m,g,_){_.reversedDepth===!0&&(m=-m);let b=a(f,d,p,x,m,g);p.transmission>0?i.push(b):p.transparent===!0?r.push(b):n.push(b)}function c(f,d,p,x,m,g){let _=a(f,d,p,x,m,g);p.transmission>0?i.unshift(_):p.transparent===!0?r.unshift(_):n.unshift(_)}function u(f,d){n.length>1&&n.sort(f||$5),i.length>1&&i.sort(d||D2),r.length>1&&r.sort(d||D2)}function h(){for(let f=t,d=e.length;f<d;f++){let p=e[f];if(p.id===null)break;p.id=null,p.object=null,p.geometry=null,p.material=null,p.group=null}}return{opaque:n,transmissive:i,transparent:r,init:s,push:l,unshift:c,finish:h,sort:u}}function X5(){let e=new WeakMap;function t(i,r){let s=e.get(i),o;return s===void 0?(o=new U2,e.set(i,[o])):r>=s.length?(o=new U2,s.push(o)):o=s[r],o}function n(){e=new WeakMap}return{get:t,dispose:n}}function q5(){let e={};return{get:function(t){if(e[t.id]!==void 0)return e[t.id];let n;switch(t.type){case"SunLight":case"DirectionalLight":n={direction:new Q,color:new ie};break;case"SpotLight":n={position:new Q,direction:new Q,color:new ie,distance:0,coneCos:0,penumbraCos:0,decay:0};break;case"PointLight":n={position:new Q,color:new ie,distance:0,decay:0};break;case"HemisphereLight":n={direction:new Q,skyColor:new ie,groundColor:new ie};break;case"RectAreaLight":n={color:new ie,position:new Q,halfWidth:new Q,halfHeight:new Q};break}return e[t.id]=n,n}}}function Y5(){let e={};return{get:function(t){if(e[t.id]!==void 0)return e[t.id];let n;switch(t.type){case"SunLight":case"DirectionalLight":n={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new oe};break;case"SpotLight":n={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new oe};break;case"PointLight":n={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new oe,shadowCameraNear:1,shadowCameraFar:1e3};break}return e[t.id]=n,n}}}var Z5=0;function J5(e,t){return(t.castShadow?2:0)-(e.castShadow?2:0)+(t.map?1:0)-(e.map?1:0)}function K5(e){let t=new q5,n=Y5(),i={version:0,hash:{sunLength:-1,directionalLength:-1,pointLength:-1,spotLength:-1,rectAreaLength:-1,hemiLength:-1,numSunShadows:-1,numDirectionalShadows:-1,numPointShadows:-1,numSpotShadows:-1,numSpotMaps:-1,numLightProbes:-1},ambient:[0,0,0],probe:[],sun:[],sunShadow:[],sunShadowMap:[],sunShadowMatrix:[],sunShadowCascade:[],directional:[],directionalShadow:[],directionalShadowMap:[],directionalShadowMatrix:[],spot:[],spotLightMap:[],spotShadow:[],spotShadowMap:[],spotLightMatrix:[],rectArea:[],rectAreaLTC1:null,rectAreaLTC2:null,point:[],pointShadow:[],pointShadowMap:[],pointShadowMatrix:[],hemi:[],numSpotLightShadowsWithMaps:0,numLightProbes:0};for(let c=0;c<9;c++)i.probe.push(new Q);let r=new Q,s=new Le,o=new Le;function a(c){let u=0,h=0,f=0;for(let L=0;L<9;L++)i.probe[L].set(0,0,0);let d=0,p=0,x=0,m=0,g=0,_=0,b=0,v=0,w=0,M=0,y=0,S=0,E=0,R=0;c.sort(J5);for(let L=0,O=c.length;L<O;L++){let I=c[L],N=I.color,k=I.intensity,z=I.distance,Z=null;if(I.shadow&&I.shadow.map&&(I.shadow.map.texture.format===As?Z=I.shadow.map.texture:Z=I.shadow.map.depthTexture||I.shadow.map.texture),I.isAmbientLight)u+=N.r*k,h+=N.g*k,f+=N.b*k;else if(I.isLightProbe){for(let U=0;U<9;U++)i.probe[U].addScaledVector(I.sh.coefficients[U],k);R++}else if(I.isSunLight){let U=t.get(I);if(U.color.copy(I.color).multiplyScalar(I.intensity),I.castShadow){let G=I.shadow,q=n.get(I);q.shadowIntensity=G.intensity,q.shadowBias=G.bias,q.shadowNormalBias=G.normalBias,q.shadowRadius=G.radius,q.shadowMapSize.copy(G.mapSize).multiply(G.getFrameExtents()),i.sunShadow[p]=q,i.sunShadowMap[p]=Z;let ot=G.getViewportCount();for(let ct=0;ct<ot;ct++)i.sunShadowMatrix[x+ct]=G.getMatrix(ct),i.sunShadowCascade[x+ct]=G._cascadeData[ct];x+=ot,p++}i.sun[d]=U,d++}else if(I.isDirectionalLight){let U=t.get(I);if(U.color.copy(I.color).multiplyScalar(I.intensity),I.castShadow){let G=I.shadow,q=n.get(I);q.shadowIntensity=G.intensity,q.shadowBias=G.bias,q.shadowNormalBias=G.normalBias,q.shadowRadius=G.radius,q.shadowMapSize=G.mapSize,i.directionalShadow[m]=q,i.directionalShadowMap[m]=Z,i.directionalShadowMatrix[m]=I.shadow.matrix,w++}i.directional[m]=U,m++}else if(I.isSpotLight){let U=t.get(I);U.position.setFromMatrixPosition(I.matrixWorld),U.color.copy(N).multiplyScalar(k),U.distance=z,U.coneCos=Math.cos(I.angle),U.penumbraCos=Math.cos(I.angle*(1-I.penumbra)),U.decay=I.decay,i.spot[_]=U;let G=I.shadow;if(I.map&&(i.spotLightMap[S]=I.map,S++,G.updateMatrices(I),I.castShadow&&E++),i.spotLightMatrix[_]=G.matrix,I.castShadow){let q=n.get(I);q.shadowIntensity=G.intensity,q.shadowBias=G.bias,q.shadowNormalBias=G.normalBias,q.shadowRadius=G.radius,q.shadowMapSize=G.mapSize,i.spotShadow[_]=q,i.spotShadowMap[_]=Z,y++}_++}else if(I.isRectAreaLight){let U=t.get(I);U.color.copy(N).multiplyScalar(k),U.halfWidth.set(I.width*.5,0,0),U.halfHeight.set(0,I.height*.5,0),i.rectArea[b]=U,b++}else if(I.isPointLight){let U=t.get(I);if(U.color.copy(I.color).multiplyScalar(I.intensity),U.distance=I.distance,U.decay=I.decay,I.castShadow){let G=I.shadow,q=n.get(I);q.shadowIntensity=G.intensity,q.shadowBias=G.bias,q.shadowNormalBias=G.normalBias,q.shadowRadius=G.radius,q.shadowMapSize=G.mapSize,q.shadowCameraNear=G.camera.near,q.shadowCameraFar=G.camera.far,i.pointShadow[g]=q,i.pointShadowMap[g]=Z,i.pointShadowMatrix[g]=I.shadow.matrix,M++}i.point[g]=U,g++}else if(I.isHemisphereLight){let U=t.get(I);U.skyColor.copy(I.color).multiplyScalar(k),U.groundColor.copy(I.groundColor).multiplyScalar(k),i.hemi[v]=U,v++}}b>0&&(e.has("OES_texture_float_linear")===!0?(i.rectAreaLTC1=At.LTC_FLOAT_1,i.rectAreaLTC2=At.LTC_FLOAT_2):(i.rectAreaLTC1=At.LTC_HALF_1,i.rectAreaLTC2=At.LTC_HALF_2)),i.ambient[0]=u,i.ambient[1]=h,i.ambient[2]=f;let C=i.hash;(C.sunLength!==d||C.directionalLength!==m||C.pointLength!==g||C.spotLength!==_||C.rectAreaLength!==b||C.hemiLength!==v||C.numSunShadows!==p||C.numDirectionalShadows!==w||C.numPointShadows!==M||C.numSpotShadows!==y||C.numSpotMaps!==S||C.numLightProbes!==R)&&(i.sun.length=d,i.directional.length=m,i.spot.length=_,i.rectArea.length=b,i.point.length=g,i.hemi.length=v,i.sunShadow.length=p,i.sunShadowMap.length=p,i.sunShadowMatrix.length=x,i.sunShadowCascade.length=x,i.directionalShadow.length=w,i.directionalShadowMap.length=w,i.directionalShadowMatrix.length=w,i.pointShadow.length=M,i.pointShadowMap.length=M,i.pointShadowMatrix.length=M,i.spotShadow.length=y,i.spotShadowMap.length=y,i.spotLightMatrix.length=y+S-E,i.spotLightMap.length=S,i.numSpotLightShadowsWithMaps=E,i.numLightProbes=R,C.sunLength=d,C.directionalLength=m,C.pointLength=g,C.spotLength=_,C.rectAreaLength=b,C.hemiLength=v,C.numSunShadows=p,C.numDirectionalShadows=w,C.numPointShadows=M,C.numSpotShadows=y,C.numSpotMaps=S,C.numLightProbes=R,i.version=Z5++)}function l(c,u){let h=0,f=0,d=0,p=0,x=0,m=0,g=u.matrixWorldInverse;for(let _=0,b=c.length;_<b;_++){let v=c[_];if(v.isSunLight){let w=i.sun[h];w.direction.setFromMatrixPosition(v.matrixWorld),w.direction.transformDirection(g),h++}else if(v.isDirectionalLight){let w=i.directional[f];w.direction.setFromMatrixPosition(v.matrixWorld),r.setFromMatrixPosition(v.target.matrixWorld),w.direction.sub(r),w.direction.transformDirection(g),f++}else if(v.isSpotLight){let w=i.spot[p];w.position.setFromMatrixPosition(v.matrixWorld),w.position.applyMatrix4(g),w.direction.setFromMatrixPosition(v.matrixWorld),r.setFromMatrixPosition(v.target.matrixWorld),w.direction.sub(r),w.direction.transformDirection(g),p++}else if(v.isRectAreaLight){let w=i.rectArea[x];w.position.setFromMatrixPosition(v.matrixWorld),w.position.applyMatrix4(g),o.identity(),s.copy(v.matrixWorld),s.premultiply(g),o.extractRotation(s),w.halfWidth.set(v.width*.5,0,0),w.halfHeight.set(0,v.height*.5,0),w.halfWidth.applyMatrix4(o),w.halfHeight.applyMatrix4(o),x++}else if(v.isPointLight){let w=i.point[d];w.position.setFromMatrixPosition(v.matrixWorld),w.position.applyMatrix4(g),d++}else if(v.isHemisphereLight){let w=i.hemi[m];w.direction.setFromMatrixPosition(v.matrixWorld),w.direction.transformDirection(g),m++}}}return{setup:a,setupView:l,state:i}}function F2(e){let t=new K5(e),n=[],i=[],r=[];function s(h){u.camera=h,n.length=0,i.length=0,r.length=0}function o(h){h.isLightProbeGrid?r.push(h):n.push(h)}function a(h){i.push(h)}function l(){t.setup(n),r.sort((h,f)=>h.priority-f.priority||h.id-f.id)}function c(h){t.setupView(n,h)}let u={lightsArray:n,shadowsArray:i,lightProbeGridArray:r,camera:null,lights:t,transmissionRenderTarget:{},textureUnits:0};return{init:s,state:u,setupLights:l,setupLightsView:c,pushLight:o,pushShadow:a}}function Q5(e){let t=new WeakMap;function n(r,s=0){let o=t.get(r),a;return o===void 0?(a=new F2(e),t.set(r,[a])):s>=o.length?(a=new F2(e),o.push(a)):a=o[s],a}function i(){t=new WeakMap}return{get:n,dispose:i}}var j5=`void main() {
	gl_Position = vec4( position, 1.0 );
}`,tB=`uniform sampler2D shadow_pass;
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
}`,eB=[new Q(1,0,0),new Q(-1,0,0),new Q(0,1,0),new Q(0,-1,0),new Q(0,0,1),new Q(0,0,-1)],nB=[new Q(0,-1,0),new Q(0,-1,0),new Q(0,0,1),new Q(0,0,-1),new Q(0,-1,0),new Q(0,-1,0)],O2=new Le,Fc=new Q,Ry=new Q;function iB(e,t,n){let i=new vo,r=new oe,s=new oe,o=new Ee,a=new Dh,l=new Uh,c={},u=n.maxTextureSize,h={[Ts]:Tn,[Tn]:Ts,[fr]:fr},f=new ur({defines:{VSM_SAMPLES:8},uniforms:{shadow_pass:{value:null},resolution:{value:new oe},radius:{value:4}},vertexShader:j5,fragmentShader:tB}),d=f.clone();d.defines.HORIZONTAL_PASS=1;let p=new bs;p.setAttribute("position",new or(new Float32Array([-1,-1,.5,3,-1,.5,-1,3,.5]),3));let x=new cr(p,f),m=this;this.enabled=!1,this.autoUpdate=!0,this.needsUpdate=!1,this.type=Ec;let g=this.type;this.render=function(M,y,S){if(m.enabled===!1||m.autoUpdate===!1&&m.needsUpdate===!1||M.length===0)return;this.type===PA&&(Ot("WebGLShadowMap: PCFSoftShadowMap has been removed. Using PCFShadowMap instead."),this.type=Ec);let E=e.getRenderTarget(),R=e.getActiveCubeFace(),C=e.getActiveMipmapLevel(),L=e.state;L.setBlending(bo),L.buffers.depth.getReversed()===!0?L.buffers.color.setClear(0,0,0,0):L.buffers.color.setClear(1,1,1,1),L.buffers.depth.setTest(!0),L.setScissorTest(!1);let O=g!==this.type;O&&y.traverse(function(I){I.material&&(Array.isArray(I.material)?I.material.forEach(N=>N.needsUpdate=!0):I.material.needsUpdate=!0)});for(let I=0,N=M.length;I<N;I++){let k=M[I],z=k.shadow;if(z===void 0){Ot("WebGLShadowMap:",k,"has no shadow.");continue}if(z.autoUpdate===!1&&z.needsUpdate===!1)continue;r.copy(z.mapSize);let Z=z.getFrameExtents();r.multiply(Z),s.copy(z.mapSize),(r.x>u||r.y>u)&&(r.x>u&&(s.x=Math.floor(u/Z.x),r.x=s.x*Z.x,z.mapSize.x=s.x),r.y>u&&(s.y=Math.floor(u/Z.y),r.y=s.y*Z.y,z.mapSize.y=s.y));let U=e.state.buffers.depth.getReversed();if(z.camera._reversedDepth=U,z.map===null||O===!0){if(z.map!==null&&(z.map.depthTexture!==null&&(z.map.depthTexture.dispose(),z.map.depthTexture=null),z.map.dispose()),this.type===qa){if(k.isPointLight){Ot("WebGLShadowMap: VSM shadow maps are not supported for PointLights. Use PCF or BasicShadowMap instead.");continue}z.map=new $n(r.x,r.y,{format:As,type:Pi,minFilter:wn,magFilter:wn,generateMipmaps:!1}),z.map.texture.name=k.name+".shadowMap",z.map.depthTexture=new Vr(r.x,r.y,Ii),z.map.depthTexture.name=k.name+".shadowMapDepth",z.map.depthTexture.format=Gr,z.map.depthTexture.compareFunction=null,z.map.depthTexture.minFilter=sn,z.map.depthTexture.magFilter=sn}else k.isPointLight?(z.map=new Bc(r.x),z.map.depthTexture=new Mc(r.x,Ri)):(z.map=new $n(r.x,r.y),z.map.depthTexture=new Vr(r.x,r.y,Ri)),z.map.depthTexture.name=k.name+".shadowMap",z.map.depthTexture.format=Gr,this.type===Ec?(z.map.depthTexture.compareFunction=U?_y:yy,z.map.depthTexture.minFilter=wn,z.map.depthTexture.magFilter=wn):(z.map.depthTexture.compareFunction=null,z.map.depthTexture.minFilter=sn,z.map.depthTexture.magFilter=sn);z.camera.updateProjectionMatrix()}z.map.isWebGLCubeRenderTarget!==!0&&(z.map.width!==r.x||z.map.height!==r.y)&&z.map.setSize(r.x,r.y);let G=z.map.isWebGLCubeRenderTarget?6:z.getViewportCount();k.isPointLight!==!0&&z.updateMatrices(k,S);let q=(z.camera.layers.mask&4294967294)!==0?z.camera.layers:S.layers;for(let ot=0;ot<G;ot++){let ct=z.getCamera(ot);if(k.isPointLight){let W=z.camera,lt=z.matrix,ht=k.distance||W.far;ht!==W.far&&(W.far=ht,W.updateProjectionMatrix()),Fc.setFromMatrixPosition(k.matrixWorld),W.position.copy(Fc),Ry.copy(W.position),Ry.add(eB[ot]),W.up.copy(nB[ot]),W.lookAt(Ry),W.updateMatrixWorld(),lt.makeTranslation(-Fc.x,-Fc.y,-Fc.z),O2.multiplyMatrices(W.projectionMatrix,W.matrixWorldInverse),z._frustum.setFromProjectionMatrix(O2,W.coordinateSystem,W.reversedDepth)}if(z.map.isWebGLCubeRenderTarget)e.setRenderTarget(z.map,ot),e.clear();else{ot===0&&(e.setRenderTarget(z.map),e.clear());let W=z.getViewport(ot);o.set(s.x*W.x,s.y*W.y,s.x*W.z,s.y*W.w),L.viewport(o)}i=z.getFrustum(ot),v(y,S,ct,k,q,this.type)}z.isPointLightShadow!==!0&&this.type===qa&&_(z,S),z.needsUpdate=!1}g=this.type,m.needsUpdate=!1,e.setRenderTarget(E,R,C)};function _(M,y){let S=t.update(x);f.defines.VSM_SAMPLES!==M.blurSamples&&(f.defines.VSM_SAMPLES=M.blurSamples,d.defines.VSM_SAMPLES=M.blurSamples,f.needsUpdate=!0,d.needsUpdate=!0),M.mapPass===null?M.mapPass=new $n(r.x,r.y,{format:As,type:Pi}):(M.mapPass.width!==M.map.width||M.mapPass.height!==M.map.height)&&M.mapPass.setSize(M.map.width,M.map.height),f.uniforms.shadow_pass.value=M.map.depthTexture,f.uniforms.resolution.value.set(M.map.width,M.map.height),f.uniforms.radius.value=M.radius,e.setRenderTarget(M.mapPass),e.clear(),e.renderBufferDirect(y,null,S,f,x,null),d.uniforms.shadow_pass.value=M.mapPass.texture,d.uniforms.resolution.value.set(M.map.width,M.map.height),d.uniforms.radius.value=M.radius,e.setRenderTarget(M.map),e.clear(),e.renderBufferDirect(y,null,S,d,x,null)}function b(M,y,S,E){let R=null,C=S.isPointLight===!0?M.customDistanceMaterial:M.customDepthMaterial;if(C!==void 0)R=C;else if(R=S.isPointLight===!0?l:a,e.localClippingEnabled&&y.clipShadows===!0&&Array.isArray(y.clippingPlanes)&&y.clippingPlanes.length!==0||y.displacementMap&&y.displacementScale!==0||y.alphaMap&&y.alphaTest>0||y.map&&y.alphaTest>0||y.alphaToCoverage===!0){let L=R.uuid,O=y.uuid,I=c[L];I===void 0&&(I={},c[L]=I);let N=I[O];N===void 0&&(N=R.clone(),I[O]=N,y.addEventListener("dispose",w)),R=N}if(R.visible=y.visible,R.wireframe=y.wireframe,E===qa?R.side=y.shadowSide!==null?y.shadowSide:y.side:R.side=y.shadowSide!==null?y.shadowSide:h[y.side],R.alphaMap=y.alphaMap,R.alphaTest=y.alphaToCoverage===!0?.5:y.alphaTest,R.map=y.map,R.clipShadows=y.clipShadows,R.clippingPlanes=y.clippingPlanes,R.clipIntersection=y.clipIntersection,R.displacementMap=y.displacementMap,R.displacementScale=y.displacementScale,R.displacementBias=y.displacementBias,R.wireframeLinewidth=y.wireframeLinewidth,R.linewidth=y.linewidth,S.isPointLight===!0&&R.isMeshDistanceMaterial===!0){let L=e.properties.get(R);L.light=S}return R}function v(M,y,S,E,R,C){if(M.visible===!1)return;if(M.layers.test(R)&&(M.isMesh||M.isLine||M.isPoints)&&(M.castShadow||M.receiveShadow&&C===qa)&&(!M.frustumCulled||M.intersectsFrustum(i))){M.modelViewMatrix.multiplyMatrices(S.matrixWorldInverse,M.matrixWorld);let I=t.update(M),N=M.material;if(Array.isArray(N)){let k=I.groups;for(let z=0,Z=k.length;z<Z;z++){let U=k[z],G=N[U.materialIndex];if(G&&G.visible){let q=b(M,G,E,C);M.onBeforeShadow(e,M,y,S,I,q,U),e.renderBufferDirect(S,null,I,q,M,U),M.onAfterShadow(e,M,y,S,I,q,U)}}}else if(N.visible){let k=b(M,N,E,C);M.onBeforeShadow(e,M,y,S,I,k,null),e.renderBufferDirect(S,null,I,k,M,null),M.onAfterShadow(e,M,y,S,I,k,null)}}let O=M.children;for(let I=0,N=O.length;I<N;I++)v(O[I],y,S,E,R,C)}function w(M){M.target.removeEventListener("dispose",w);for(let S in c){let E=c[S],R=M.target.uuid;R in E&&(E[R].dispose(),delete E[R])}}}function rB(e,t){function n(){let D=!1,nt=new Ee,j=null,bt=new Ee(0,0,0,0);return{setMask:function(pt){j!==pt&&!D&&(e.colorMask(pt,pt,pt,pt),j=pt)},setLocked:function(pt){D=pt},setClear:function(pt,_t,Dt,Yt,dt){dt===!0&&(pt*=Yt,_t*=Yt,Dt*=Yt),nt.set(pt,_t,Dt,Yt),bt.equals(nt)===!1&&(e.clearColor(pt,_t,Dt,Yt),bt.copy(nt))},reset:function(){D=!1,j=null,bt.set(-1,0,0,0)}}}function i(){let D=!1,nt=!1,j=null,bt=null,pt=null;return{setReversed:function(_t){if(nt!==_t){let Dt=t.get("EXT_clip_control");_t?Dt.clipControlEXT(Dt.LOWER_LEFT_EXT,Dt.ZERO_TO_ONE_EXT):Dt.clipControlEXT(Dt.LOWER_LEFT_EXT,Dt.NEGATIVE_ONE_TO_ONE_EXT),nt=_t;let Yt=pt;pt=null,this.setClear(Yt)}},getReversed:function(){return nt},setTest:function(_t){_t?st(e.DEPTH_TEST):J(e.DEPTH_TEST)},setMask:function(_t){j!==_t&&!D&&(e.depthMask(_t),j=_t)},setFunc:function(_t){if(nt&&(_t=f2[_t]),bt!==_t){switch(_t){case mh:e.depthFunc(e.NEVER);break;case gh:e.depthFunc(e.ALWAYS);break;case xh:e.depthFunc(e.LESS);break;case za:e.depthFunc(e.LEQUAL);break;case yh:e.depthFunc(e.EQUAL);break;case _h:e.depthFunc(e.GEQUAL);break;case vh:e.depthFunc(e.GREATER);break;case bh:e.depthFunc(e.NOTEQUAL);break;default:e.depthFunc(e.LEQUAL)}bt=_t}},setLocked:function(_t){D=_t},setClear:function(_t){pt!==_t&&(pt=_t,nt&&(_t=1-_t),e.clearDepth(_t))},reset:function(){D=!1,j=null,bt=null,pt=null,nt=!1}}}function r(){let D=!1,nt=null,j=null,bt=null,pt=null,_t=null,Dt=null,Yt=null,dt=null;return{setTest:function(Ut){D||(Ut?st(e.STENCIL_TEST):J(e.STENCIL_TEST))},setMask:function(Ut){nt!==Ut&&!D&&(e.stencilMask(Ut),nt=Ut)},setFunc:function(Ut,qt,Tt){(j!==Ut||bt!==qt||pt!==Tt)&&(e.stencilFunc(Ut,qt,Tt),j=Ut,bt=qt,pt=Tt)},setOp:function(Ut,qt,Tt){(_t!==Ut||Dt!==qt||Yt!==Tt)&&(e.stencilOp(Ut,qt,Tt),_t=Ut,Dt=qt,Yt=Tt)},setLocked:function(Ut){D=Ut},setClear:function(Ut){dt!==Ut&&(e.clearStencil(Ut),dt=Ut)},reset:function(){D=!1,nt=null,j=null,bt=null,pt=null,_t=null,Dt=null,Yt=null,dt=null}}}let s=new n,o=new i,a=new r,l={},c=new WeakMap,u={},h={},f={},d=new WeakMap,p=[],x=null,m=!1,g=null,_=null,b=null,v=null,w=null,M=null,y=null,S=new ie(0,0,0),E=0,R=!1,C=null,L=null,O=null,I=null,N=null,k=e.getParameter(e.MAX_COMBINED_TEXTURE_IMAGE_UNITS),z=!1,Z=0,U=e.getParameter(e.VERSION);U.indexOf("WebGL")!==-1?(Z=parseFloat(/^WebGL (\d)/.exec(U)[1]),z=Z>=1):U.indexOf("OpenGL ES")!==-1&&(Z=parseFloat(/^OpenGL ES (\d)/.exec(U)[1]),z=Z>=2);let G=null,q={},ot=e.getParameter(e.SCISSOR_BOX),ct=e.getParameter(e.VIEWPORT),W=new Ee().fromArray(ot),lt=new Ee().fromArray(ct);function ht(D,nt,j,bt){let pt=new Uint8Array(4),_t=e.createTexture();e.bindTexture(D,_t),e.texParameteri(D,e.TEXTURE_MIN_FILTER,e.NEAREST),e.texParameteri(D,e.TEXTURE_MAG_FILTER,e.NEAREST);for(let Dt=0;Dt<j;Dt++)D===e.TEXTURE_3D||D===e.TEXTURE_2D_ARRAY?e.texImage3D(nt,0,e.RGBA,1,1,bt,0,e.RGBA,e.UNSIGNED_BYTE,pt):e.texImage2D(nt+Dt,0,e.RGBA,1,1,0,e.RGBA,e.UNSIGNED_BYTE,pt);return _t}let at={};at[e.TEXTURE_2D]=ht(e.TEXTURE_2D,e.TEXTURE_2D,1),at[e.TEXTURE_CUBE_MAP]=ht(e.TEXTURE_CUBE_MAP,e.TEXTURE_CUBE_MAP_POSITIVE_X,6),at[e.TEXTURE_2D_ARRAY]=ht(e.TEXTURE_2D_ARRAY,e.TEXTURE_2D_ARRAY,1,1),at[e.TEXTURE_3D]=ht(e.TEXTURE_3D,e.TEXTURE_3D,1,1),s.setClear(0,0,0,1),o.setClear(1),a.setClear(0),st(e.DEPTH_TEST),o.setFunc(za),ae(!1),re(Zx),st(e.CULL_FACE),Ft(bo);function st(D){u[D]!==!0&&(e.enable(D),u[D]=!0)}function J(D){u[D]!==!1&&(e.disable(D),u[D]=!1)}function xt(D,nt){return f[D]!==nt?(e.bindFramebuffer(D,nt),f[D]=nt,D===e.DRAW_FRAMEBUFFER&&(f[e.FRAMEBUFFER]=nt),D===e.FRAMEBUFFER&&(f[e.DRAW_FRAMEBUFFER]=nt),!0):!1}function ut(D,nt){let j=p,bt=!1;if(D){j=d.get(nt),j===void 0&&(j=[],d.set(nt,j));let pt=D.textures;if(j.length!==pt.length||j[0]!==e.COLOR_ATTACHMENT0){for(let _t=0,Dt=pt.length;_t<Dt;_t++)j[_t]=e.COLOR_ATTACHMENT0+_t;j.length=pt.length,bt=!0}}else j[0]!==e.BACK&&(j[0]=e.BACK,bt=!0);bt&&e.drawBuffers(j)}function K(D){return x!==D?(e.useProgram(D),x=D,!0):!1}let Pt={[Mo]:e.FUNC_ADD,[LA]:e.FUNC_SUBTRACT,[DA]:e.FUNC_REVERSE_SUBTRACT};Pt[UA]=e.MIN,Pt[FA]=e.MAX;let mt={[OA]:e.ZERO,[BA]:e.ONE,[kA]:e.SRC_COLOR,[jx]:e.SRC_ALPHA,[$A]:e.SRC_ALPHA_SATURATE,[HA]:e.DST_COLOR,[GA]:e.DST_ALPHA,[zA]:e.ONE_MINUS_SRC_COLOR,[ty]:e.ONE_MINUS_SRC_ALPHA,[WA]:e.ONE_MINUS_DST_COLOR,[VA]:e.ONE_MINUS_DST_ALPHA,[XA]:e.CONSTANT_COLOR,[qA]:e.ONE_MINUS_CONSTANT_COLOR,[YA]:e.CONSTANT_ALPHA,[ZA]:e.ONE_MINUS_CONSTANT_ALPHA};function Ft(D,nt,j,bt,pt,_t,Dt,Yt,dt,Ut){if(D===bo){m===!0&&(J(e.BLEND),m=!1);return}if(m===!1&&(st(e.BLEND),m=!0),D!==NA){if(D!==g||Ut!==R){if((_!==Mo||w!==Mo)&&(e.blendEquation(e.FUNC_ADD),_=Mo,w=Mo),Ut)switch(D){case Ya:e.blendFuncSeparate(e.ONE,e.ONE_MINUS_SRC_ALPHA,e.ONE,e.ONE_MINUS_SRC_ALPHA);break;case Jx:e.blendFunc(e.ONE,e.ONE);break;case Kx:e.blendFuncSeparate(e.ZERO,e.ONE_MINUS_SRC_COLOR,e.ZERO,e.ONE);break;case Qx:e.blendFuncSeparate(e.DST_COLOR,e.ONE_MINUS_SRC_ALPHA,e.ZERO,e.ONE);break;default:kt("WebGLState: Invalid blending: ",D);break}else switch(D){case Ya:e.blendFuncSeparate(e.SRC_ALPHA,e.ONE_MINUS_SRC_ALPHA,e.ONE,e.ONE_MINUS_SRC_ALPHA);break;case Jx:e.blendFuncSeparate(e.SRC_ALPHA,e.ONE,e.ONE,e.ONE);break;case Kx:kt("WebGLState: SubtractiveBlending requires material.premultipliedAlpha = true");break;case Qx:kt("WebGLState: MultiplyBlending requires material.premultipliedAlpha = true");break;default:kt("WebGLState: Invalid blending: ",D);break}b=null,v=null,M=null,y=null,S.set(0,0,0),E=0,g=D,R=Ut}return}pt=pt||nt,_t=_t||j,Dt=Dt||bt,(nt!==_||pt!==w)&&(e.blendEquationSeparate(Pt[nt],Pt[pt]),_=nt,w=pt),(j!==b||bt!==v||_t!==M||Dt!==y)&&(e.blendFuncSeparate(mt[j],mt[bt],mt[_t],mt[Dt]),b=j,v=bt,M=_t,y=Dt),(Yt.equals(S)===!1||dt!==E)&&(e.blendColor(Yt.r,Yt.g,Yt.b,dt),S.copy(Yt),E=dt),g=D,R=!1}function Gt(D,nt){D.side===fr?J(e.CULL_FACE):st(e.CULL_FACE);let j=D.side===Tn;nt&&(j=!j),ae(j),D.blending===Ya&&D.transparent===!1?Ft(bo):Ft(D.blending,D.blendEquation,D.blendSrc,D.blendDst,D.blendEquationAlpha,D.blendSrcAlpha,D.blendDstAlpha,D.blendColor,D.blendAlpha,D.premultipliedAlpha),o.setFunc(D.depthFunc),o.setTest(D.depthTest),o.setMask(D.depthWrite),s.setMask(D.colorWrite);let bt=D.stencilWrite;a.setTest(bt),bt&&(a.setMask(D.stencilWriteMask),a.setFunc(D.stencilFunc,D.stencilRef,D.stencilFuncMask),a.setOp(D.stencilFail,D.stencilZFail,D.stencilZPass)),Fe(D.polygonOffset,D.polygonOffsetFactor,D.polygonOffsetUnits),D.alphaToCoverage===!0?st(e.SAMPLE_ALPHA_TO_COVERAGE):J(e.SAMPLE_ALPHA_TO_COVERAGE)}function ae(D){C!==D&&(D?e.frontFace(e.CW):e.frontFace(e.CCW),C=D)}function re(D){D!==RA?(st(e.CULL_FACE),D!==L&&(D===Zx?e.cullFace(e.BACK):D===IA?e.cullFace(e.FRONT):e.cullFace(e.FRONT_AND_BACK))):J(e.CULL_FACE),L=D}function Ye(D){D!==O&&(z&&e.lineWidth(D),O=D)}function Fe(D,nt,j){D?(st(e.POLYGON_OFFSET_FILL),(I!==nt||N!==j)&&(I=nt,N=j,o.getReversed()&&(nt=-nt,j=-j),e.polygonOffset(nt,j))):J(e.POLYGON_OFFSET_FILL)}function An(D){D?st(e.SCISSOR_TEST):J(e.SCISSOR_TEST)}function mn(D){D===void 0&&(D=e.TEXTURE0+k-1),G!==D&&(e.activeTexture(D),G=D)}function En(D,nt,j){j===void 0&&(G===null?j=e.TEXTURE0+k-1:j=G);let bt=q[j];bt===void 0&&(bt={type:void 0,texture:void 0},q[j]=bt),(bt.type!==D||bt.texture!==nt)&&(G!==j&&(e.activeTexture(j),G=j),e.bindTexture(D,nt||at[D]),bt.type=D,bt.texture=nt)}function B(){let D=q[G];D!==void 0&&D.type!==void 0&&(e.bindTexture(D.type,null),D.type=void 0,D.texture=void 0)}function Cn(){try{e.compressedTexImage2D(...arguments)}catch(D){kt("WebGLState:",D)}}function _e(){try{e.compressedTexImage3D(...arguments)}catch(D){kt("WebGLState:",D)}}function ve(){try{e.texSubImage2D(...arguments)}catch(D){kt("WebGLState:",D)}}function gt(){try{e.texSubImage3D(...arguments)}catch(D){kt("WebGLState:",D)}}function Ce(){try{e.compressedTexSubImage2D(...arguments)}catch(D){kt("WebGLState:",D)}}function Lt(){try{e.compressedTexSubImage3D(...arguments)}catch(D){kt("WebGLState:",D)}}function Bt(){try{e.texStorage2D(...arguments)}catch(D){kt("WebGLState:",D)}}function P(){try{e.texStorage3D(...arguments)}catch(D){kt("WebGLState:",D)}}function T(){try{e.texImage2D(...arguments)}catch(D){kt("WebGLState:",D)}}function V(){try{e.texImage3D(...arguments)}catch(D){kt("WebGLState:",D)}}function ft(D){return h[D]!==void 0?h[D]:e.getParameter(D)}function rt(D,nt){h[D]!==nt&&(e.pixelStorei(D,nt),h[D]=nt)}function yt(D){W.equals(D)===!1&&(e.scissor(D.x,D.y,D.z,D.w),W.copy(D))}function St(D){lt.equals(D)===!1&&(e.viewport(D.x,D.y,D.z,D.w),lt.copy(D))}function tt(D,nt){let j=c.get(nt);j===void 0&&(j=new WeakMap,c.set(nt,j));let bt=j.get(D);bt===void 0&&(bt=e.getUniformBlockIndex(nt,D.name),e.uniformBlockBinding(nt,bt,bt),j.set(D,bt))}function et(D,nt,j){let pt=c.get(nt).get(D);l[pt]!==j&&(e.bindBufferBase(e.UNIFORM_BUFFER,pt,j),l[pt]=j)}function vt(){e.disable(e.BLEND),e.disable(e.CULL_FACE),e.disable(e.DEPTH_TEST),e.disable(e.POLYGON_OFFSET_FILL),e.disable(e.SCISSOR_TEST),e.disable(e.STENCIL_TEST),e.disable(e.SAMPLE_ALPHA_TO_COVERAGE),e.blendEquation(e.FUNC_ADD),e.blendFunc(e.ONE,e.ZERO),e.blendFuncSeparate(e.ONE,e.ZERO,e.ONE,e.ZERO),e.blendColor(0,0,0,0),e.colorMask(!0,!0,!0,!0),e.clearColor(0,0,0,0),e.depthMask(!0),e.depthFunc(e.LESS),o.setReversed(!1),e.clearDepth(1),e.stencilMask(4294967295),e.stencilFunc(e.ALWAYS,0,4294967295),e.stencilOp(e.KEEP,e.KEEP,e.KEEP),e.clearStencil(0),e.cullFace(e.BACK),e.frontFace(e.CCW),e.polygonOffset(0,0),e.activeTexture(e.TEXTURE0),e.bindFramebuffer(e.FRAMEBUFFER,null),e.bindFramebuffer(e.DRAW_FRAMEBUFFER,null),e.bindFramebuffer(e.READ_FRAMEBUFFER,null),e.useProgram(null),e.lineWidth(1),e.scissor(0,0,e.canvas.width,e.canvas.height),e.viewport(0,0,e.canvas.width,e.canvas.height),e.pixelStorei(e.PACK_ALIGNMENT,4),e.pixelStorei(e.UNPACK_ALIGNMENT,4),e.pixelStorei(e.UNPACK_FLIP_Y_WEBGL,!1),e.pixelStorei(e.UNPACK_PREMULTIPLY_ALPHA_WEBGL,!1),e.pixelStorei(e.UNPACK_COLORSPACE_CONVERSION_WEBGL,e.BROWSER_DEFAULT_WEBGL),e.pixelStorei(e.PACK_ROW_LENGTH,0),e.pixelStorei(e.PACK_SKIP_PIXELS,0),e.pixelStorei(e.PACK_SKIP_ROWS,0),e.pixelStorei(e.UNPACK_ROW_LENGTH,0),e.pixelStorei(e.UNPACK_IMAGE_HEIGHT,0),e.pixelStorei(e.UNPACK_SKIP_PIXELS,0),e.pixelStorei(e.UNPACK_SKIP_ROWS,0),e.pixelStorei(e.UNPACK_SKIP_IMAGES,0),u={},h={},G=null,q={},f={},l={},d=new WeakMap,p=[],x=null,m=!1,g=null,_=null,b=null,v=null,w=null,M=null,y=null,S=new ie(0,0,0),E=0,R=!1,C=null,L=null,O=null,I=null,N=null,W.set(0,0,e.canvas.width,e.canvas.height),lt.set(0,0,e.canvas.width,e.canvas.height),s.reset(),o.reset(),a.reset()}return{buffers:{color:s,depth:o,stencil:a},enable:st,disable:J,bindFramebuffer:xt,drawBuffers:ut,useProgram:K,setBlending:Ft,setMaterial:Gt,setFlipSided:ae,setCullFace:re,setLineWidth:Ye,setPolygonOffset:Fe,setScissorTest:An,activeTexture:mn,bindTexture:En,unbindTexture:B,compressedTexImage2D:Cn,compressedTexImage3D:_e,texImage2D:T,texImage3D:V,pixelStorei:rt,getParameter:ft,updateUBOMapping:tt,uniformBlockBinding:et,texStorage2D:Bt,texStorage3D:P,texSubImage2D:ve,texSubImage3D:gt,compressedTexSubImage2D:Ce,compressedTexSubImage3D:Lt,scissor:yt,viewport:St,reset:vt}}function sB(e,t,n,i,r,s,o){let a=t.has("WEBGL_multisampled_render_to_texture")?t.get("WEBGL_multisampled_render_to_texture"):null,l=typeof navigator>"u"?!1:/OculusBrowser/g.test(navigator.userAgent),c=new oe,u=new WeakMap,h=new Set,f,d=new WeakMap,p=new Set,x=new FinalizationRegistry(P=>p.delete(P)),m=!1;try{m=typeof OffscreenCanvas<"u"&&new OffscreenCanvas(1,1).getContext("2d")!==null}catch{}function g(P,T){return m?new OffscreenCanvas(P,T):mc("canvas")}function _(P,T,V){let ft=1,rt=Bt(P);if((rt.width>V||rt.height>V)&&(ft=V/Math.max(rt.width,rt.height)),ft<1)if(typeof HTMLImageElement<"u"&&P instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&P instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&P instanceof ImageBitmap||typeof VideoFrame<"u"&&P instanceof VideoFrame){let yt=Math.floor(ft*rt.width),St=Math.floor(ft*rt.height);f===void 0&&(f=g(yt,St));let tt=T?g(yt,St):f;return tt.width=yt,tt.height=St,tt.getContext("2d").drawImage(P,0,0,yt,St),Ot("WebGLRenderer: Texture has been resized from ("+rt.width+"x"+rt.height+") to ("+yt+"x"+St+")."),tt}else return"data"in P&&Ot("WebGLRenderer: Image in DataTexture is too big ("+rt.width+"x"+rt.height+")."),P;return P}function b(P){return P.generateMipmaps}function v(P){e.generateMipmap(P)}function w(P){return P.isWebGLCubeRenderTarget?e.TEXTURE_CUBE_MAP:P.isWebGL3DRenderTarget?e.TEXTURE_3D:P.isWebGLArrayRenderTarget||P.isCompressedArrayTexture?e.TEXTURE_2D_ARRAY:e.TEXTURE_2D}function M(P,T,V,ft,rt,yt=!1){if(P!==null){if(e[P]!==void 0)return e[P];Ot("WebGLRenderer: Attempt to use non-existing WebGL internal format '"+P+"'")}let St;ft&&(St=t.get("EXT_texture_norm16"),St||Ot("WebGLRenderer: Unable to use normalized textures without EXT_texture_norm16 extension"));let tt=T;if(T===e.RED&&(V===e.FLOAT&&(tt=e.R32F),V===e.HALF_FLOAT&&(tt=e.R16F),V===e.UNSIGNED_BYTE&&(tt=e.R8),V===e.UNSIGNED_SHORT&&St&&(tt=St.R16_EXT),V===e.SHORT&&St&&(tt=St.R16_SNORM_EXT)),T===e.RED_INTEGER&&(V===e.UNSIGNED_BYTE&&(tt=e.R8UI),V===e.UNSIGNED_SHORT&&(tt=e.R16UI),V===e.UNSIGNED_INT&&(tt=e.R32UI),V===e.BYTE&&(tt=e.R8I),V===e.SHORT&&(tt=e.R16I),V===e.INT&&(tt=e.R32I)),T===e.RG&&(V===e.FLOAT&&(tt=e.RG32F),V===e.HALF_FLOAT&&(tt=e.RG16F),V===e.UNSIGNED_BYTE&&(tt=e.RG8),V===e.UNSIGNED_SHORT&&St&&(tt=St.RG16_EXT),V===e.SHORT&&St&&(tt=St.RG16_SNORM_EXT)),T===e.RG_INTEGER&&(V===e.UNSIGNED_BYTE&&(tt=e.RG8UI),V===e.UNSIGNED_SHORT&&(tt=e.RG16UI),V===e.UNSIGNED_INT&&(tt=e.RG32UI),V===e.BYTE&&(tt=e.RG8I),V===e.SHORT&&(tt=e.RG16I),V===e.INT&&(tt=e.RG32I)),T===e.RGB_INTEGER&&(V===e.UNSIGNED_BYTE&&(tt=e.RGB8UI),V===e.UNSIGNED_SHORT&&(tt=e.RGB16UI),V===e.UNSIGNED_INT&&(tt=e.RGB32UI),V===e.BYTE&&(tt=e.RGB8I),V===e.SHORT&&(tt=e.RGB16I),V===e.INT&&(tt=e.RGB32I)),T===e.RGBA_INTEGER&&(V===e.UNSIGNED_BYTE&&(tt=e.RGBA8UI),V===e.UNSIGNED_SHORT&&(tt=e.RGBA16UI),V===e.UNSIGNED_INT&&(tt=e.RGBA32UI),V===e.BYTE&&(tt=e.RGBA8I),V===e.SHORT&&(tt=e.RGBA16I),V===e.INT&&(tt=e.RGBA32I)),T===e.RGB&&(V===e.UNSIGNED_SHORT&&St&&(tt=St.RGB16_EXT),V===e.SHORT&&St&&(tt=St.RGB16_SNORM_EXT),V===e.UNSIGNED_INT_5_9_9_9_REV&&(tt=e.RGB9_E5),V===e.UNSIGNED_INT_10F_11F_11F_REV&&(tt=e.R11F_G11F_B10F)),T===e.RGBA){let et=yt?dc:te.getTransfer(rt);V===e.FLOAT&&(tt=e.RGBA32F),V===e.HALF_FLOAT&&(tt=e.RGBA16F),V===e.UNSIGNED_BYTE&&(tt=et===he?e.SRGB8_ALPHA8:e.RGBA8),V===e.UNSIGNED_SHORT&&St&&(tt=St.RGBA16_EXT),V===e.SHORT&&St&&(tt=St.RGBA16_SNORM_EXT),V===e.UNSIGNED_SHORT_4_4_4_4&&(tt=e.RGBA4),V===e.UNSIGNED_SHORT_5_5_5_1&&(tt=e.RGB5_A1)}return(tt===e.R16F||tt===e.R32F||tt===e.RG16F||tt===e.RG32F||tt===e.RGBA16F||tt===e.RGBA32F)&&t.get("EXT_color_buffer_float"),tt}function y(P,T){let V;return P?T===null||T===Ri||T===wo?V=e.DEPTH24_STENCIL8:T===Ii?V=e.DEPTH32F_STENCIL8:T===Ja&&(V=e.DEPTH24_STENCIL8,Ot("DepthTexture: 16 bit depth attachment is not supported with stencil. Using 24-bit attachment.")):T===null||T===Ri||T===wo?V=e.DEPTH_COMPONENT24:T===Ii?V=e.DEPTH_COMPONENT32F:T===Ja&&(V=e.DEPTH_COMPONENT16),V}function S(P,T){return b(P)===!0||P.isFramebufferTexture&&P.minFilter!==sn&&P.minFilter!==wn?Math.log2(Math.max(T.width,T.height))+1:P.mipmaps.length>0?P.mipmaps.length:P.isCompressedTexture&&Array.isArray(P.image)?T.mipmaps.length:1}function E(P){let T=new WeakRef(P);i.get(P).__ref=T,p.add(T),x.register(P,T,T)}function R(P){let T=i.get(P).__ref;T!==void 0&&(p.delete(T),x.unregister(T))}function C(P){O(P.target)}function L(P){I(P.target)}function O(P){P.removeEventListener("dispose",C),R(P),k(P),P.isVideoTexture&&u.delete(P),P.isHTMLTexture&&h.delete(P)}function I(P){P.removeEventListener("dispose",L),R(P),Z(P)}function N(){for(let P of p){let T=P.deref();T!==void 0&&(T.isRenderTarget===!0?I(T):O(T))}p.clear(),h.clear()}function k(P){let T=i.get(P);if(T.__webglInit===void 0)return;let V=P.source,ft=d.get(V);if(ft){let rt=ft[T.__cacheKey];rt.usedTimes--,rt.usedTimes===0&&z(P),Object.keys(ft).length===0&&d.delete(V)}i.remove(P)}function z(P){let T=i.get(P);e.deleteTexture(T.__webglTexture);let V=P.source,ft=d.get(V);delete ft[T.__cacheKey],o.memory.textures--}function Z(P){let T=i.get(P);T.__depthDisposeCallback&&T.__depthDisposeCallback();let V=P.depthTexture;if(V&&V.renderTarget===P&&O(V),P.isWebGLCubeRenderTarget)for(let rt=0;rt<6;rt++){if(Array.isArray(T.__webglFramebuffer[rt]))for(let yt=0;yt<T.__webglFramebuffer[rt].length;yt++)e.deleteFramebuffer(T.__webglFramebuffer[rt][yt]);else e.deleteFramebuffer(T.__webglFramebuffer[rt]);T.__webglDepthbuffer&&e.deleteRenderbuffer(T.__webglDepthbuffer[rt])}else{if(Array.isArray(T.__webglFramebuffer))for(let rt=0;rt<T.__webglFramebuffer.length;rt++)e.deleteFramebuffer(T.__webglFramebuffer[rt]);else e.deleteFramebuffer(T.__webglFramebuffer);if(T.__webglDepthbuffer&&e.deleteRenderbuffer(T.__webglDepthbuffer),T.__webglMultisampledFramebuffer&&e.deleteFramebuffer(T.__webglMultisampledFramebuffer),T.__webglColorRenderbuffer)for(let rt=0;rt<T.__webglColorRenderbuffer.length;rt++)T.__webglColorRenderbuffer[rt]&&e.deleteRenderbuffer(T.__webglColorRenderbuffer[rt]);T.__webglDepthRenderbuffer&&e.deleteRenderbuffer(T.__webglDepthRenderbuffer)}let ft=P.textures;for(let rt=0,yt=ft.length;rt<yt;rt++){let St=i.get(ft[rt]);St.__webglTexture&&(e.deleteTexture(St.__webglTexture),o.memory.textures--),i.remove(ft[rt])}i.remove(P)}let U=0;function G(){U=0}function q(){return U}function ot(P){U=P}function ct(){let P=U;return P>=r.maxTextures&&Ot("WebGLTextures: Trying to use "+(P+1)+" texture units while this GPU supports only "+r.maxTextures),U+=1,P}function W(P){let T=[];return T.push(P.wrapS),T.push(P.wrapT),T.push(P.wrapR||0),T.push(P.magFilter),T.push(P.minFilter),T.push(P.anisotropy),T.push(P.internalFormat),T.push(P.format),T.push(P.type),T.push(P.generateMipmaps),T.push(P.mipmapsAutoUpdate),T.push(P.premultiplyAlpha),T.push(P.flipY),T.push(P.unpackAlignment),T.push(P.colorSpace),T.join()}function lt(P,T){let V=i.get(P);if(P.isVideoTexture&&Ce(P),P.isRenderTargetTexture===!1&&P.isExternalTexture!==!0&&P.version>0&&V.__version!==P.version){let ft=P.image;if(ft===null)Ot("WebGLRenderer: Texture marked for update but no image data found.");else if(ft.complete===!1)Ot("WebGLRenderer: Texture marked for update but image is incomplete");else{Gt(V,P,T);return}}else P.isExternalTexture&&(V.__webglTexture=P.sourceTexture?P.sourceTexture:null);n.bindTexture(e.TEXTURE_2D,V.__webglTexture,e.TEXTURE0+T)}function ht(P,T){let V=i.get(P);if(P.isRenderTargetTexture===!1&&P.version>0&&V.__version!==P.version){Gt(V,P,T);return}else P.isExternalTexture&&(V.__webglTexture=P.sourceTexture?P.sourceTexture:null);n.bindTexture(e.TEXTURE_2D_ARRAY,V.__webglTexture,e.TEXTURE0+T)}function at(P,T){let V=i.get(P);if(P.isRenderTargetTexture===!1&&P.version>0&&V.__version!==P.version){Gt(V,P,T);return}n.bindTexture(e.TEXTURE_3D,V.__webglTexture,e.TEXTURE0+T)}function st(P,T){let V=i.get(P);if(P.version>0&&V.__version!==P.version){ae(V,P,T);return}n.bindTexture(e.TEXTURE_CUBE_MAP,V.__webglTexture,e.TEXTURE0+T)}let J={[Mh]:e.REPEAT,[sr]:e.CLAMP_TO_EDGE,[Sh]:e.MIRRORED_REPEAT},xt={[sn]:e.NEAREST,[QA]:e.NEAREST_MIPMAP_NEAREST,[Cc]:e.NEAREST_MIPMAP_LINEAR,[wn]:e.LINEAR,[Jh]:e.LINEAR_MIPMAP_NEAREST,[Hr]:e.LINEAR_MIPMAP_LINEAR},ut={[n2]:e.NEVER,[vy]:e.ALWAYS,[i2]:e.LESS,[yy]:e.LEQUAL,[r2]:e.EQUAL,[_y]:e.GEQUAL,[s2]:e.GREATER,[o2]:e.NOTEQUAL};function K(P,T){if(T.type===Ii&&t.has("OES_texture_float_linear")===!1&&(T.magFilter===wn||T.magFilter===Jh||T.magFilter===Cc||T.magFilter===Hr||T.minFilter===wn||T.minFilter===Jh||T.minFilter===Cc||T.minFilter===Hr)&&Ot("WebGLRenderer: Unable to use linear filtering with floating point textures. OES_texture_float_linear not supported on this device."),e.texParameteri(P,e.TEXTURE_WRAP_S,J[T.wrapS]),e.texParameteri(P,e.TEXTURE_WRAP_T,J[T.wrapT]),(P===e.TEXTURE_3D||P===e.TEXTURE_2D_ARRAY)&&e.texParameteri(P,e.TEXTURE_WRAP_R,J[T.wrapR]),e.texParameteri(P,e.TEXTURE_MAG_FILTER,xt[T.magFilter]),e.texParameteri(P,e.TEXTURE_MIN_FILTER,xt[T.minFilter]),T.compareFunction&&(e.texParameteri(P,e.TEXTURE_COMPARE_MODE,e.COMPARE_REF_TO_TEXTURE),e.texParameteri(P,e.TEXTURE_COMPARE_FUNC,ut[T.compareFunction])),t.has("EXT_texture_filter_anisotropic")===!0){if(T.magFilter===sn||T.minFilter!==Cc&&T.minFilter!==Hr||T.type===Ii&&t.has("OES_texture_float_linear")===!1)return;if(T.anisotropy>1||i.get(T).__currentAnisotropy){let V=t.get("EXT_texture_filter_anisotropic");e.texParameterf(P,V.TEXTURE_MAX_ANISOTROPY_EXT,Math.min(T.anisotropy,r.getMaxAnisotropy())),i.get(T).__currentAnisotropy=T.anisotropy}}}function Pt(P,T){let V=!1;P.__webglInit===void 0&&(P.__webglInit=!0,T.addEventListener("dispose",C),E(T));let ft=T.source,rt=d.get(ft);rt===void 0&&(rt={},d.set(ft,rt));let yt=W(T);if(yt!==P.__cacheKey){rt[yt]===void 0&&(rt[yt]={texture:e.createTexture(),usedTimes:0},o.memory.textures++,V=!0),rt[yt].usedTimes++;let St=rt[P.__cacheKey];St!==void 0&&(rt[P.__cacheKey].usedTimes--,St.usedTimes===0&&z(T)),P.__cacheKey=yt,P.__webglTexture=rt[yt].texture}return V}function mt(P,T,V){return Math.floor(Math.floor(P/V)/T)}function Ft(P,T,V,ft){let yt=P.updateRanges;if(yt.length===0)n.texSubImage2D(e.TEXTURE_2D,0,0,0,T.width,T.height,V,ft,T.data);else{yt.sort((D,nt)=>D.start-nt.start);let St=0;for(let D=1;D<yt.length;D++){let nt=yt[St],j=yt[D],bt=nt.start+nt.count,pt=mt(j.start,T.width,4),_t=mt(nt.start,T.width,4);j.start<=bt+1&&pt===_t&&mt(j.start+j.count-1,T.width,4)===pt?nt.count=Math.max(nt.count,j.start+j.count-nt.start):(++St,yt[St]=j)}yt.length=St+1;let tt=n.getParameter(e.UNPACK_ROW_LENGTH),et=n.getParameter(e.UNPACK_SKIP_PIXELS),vt=n.getParameter(e.UNPACK_SKIP_ROWS);n.pixelStorei(e.UNPACK_ROW_LENGTH,T.width);for(let D=0,nt=yt.length;D<nt;D++){let j=yt[D],bt=Math.floor(j.start/4),pt=Math.ceil(j.count/4),_t=bt%T.width,Dt=Math.floor(bt/T.width),Yt=pt,dt=1;n.pixelStorei(e.UNPACK_SKIP_PIXELS,_t),n.pixelStorei(e.UNPACK_SKIP_ROWS,Dt),n.texSubImage2D(e.TEXTURE_2D,0,_t,Dt,Yt,dt,V,ft,T.data)}P.clearUpdateRanges(),n.pixelStorei(e.UNPACK_ROW_LENGTH,tt),n.pixelStorei(e.UNPACK_SKIP_PIXELS,et),n.pixelStorei(e.UNPACK_SKIP_ROWS,vt)}}function Gt(P,T,V){let ft=e.TEXTURE_2D;(T.isDataArrayTexture||T.isCompressedArrayTexture)&&(ft=e.TEXTURE_2D_ARRAY),T.isData3DTexture&&(ft=e.TEXTURE_3D);let rt=Pt(P,T),yt=T.source;n.bindTexture(ft,P.__webglTexture,e.TEXTURE0+V);let St=i.get(yt);if(yt.version!==St.__version||rt===!0){if(n.activeTexture(e.TEXTURE0+V),(typeof ImageBitmap<"u"&&T.image instanceof ImageBitmap)===!1){let dt=te.getPrimaries(te.workingColorSpace),Ut=T.colorSpace===$r?null:te.getPrimaries(T.colorSpace),qt=T.colorSpace===$r||dt===Ut?e.NONE:e.BROWSER_DEFAULT_WEBGL;n.pixelStorei(e.UNPACK_FLIP_Y_WEBGL,T.flipY),n.pixelStorei(e.UNPACK_PREMULTIPLY_ALPHA_WEBGL,T.premultiplyAlpha),n.pixelStorei(e.UNPACK_COLORSPACE_CONVERSION_WEBGL,qt)}n.pixelStorei(e.UNPACK_ALIGNMENT,T.unpackAlignment);let et=_(T.image,!1,r.maxTextureSize);et=Lt(T,et);let vt=s.convert(T.format,T.colorSpace),D=s.convert(T.type),nt=M(T.internalFormat,vt,D,T.normalized,T.colorSpace,T.isVideoTexture);K(ft,T);let j,bt=T.mipmaps,pt=T.isVideoTexture!==!0,_t=St.__version===void 0||rt===!0,Dt=yt.dataReady,Yt=S(T,et);if(T.isDepthTexture)nt=y(T.format===Wr,T.type),_t&&(pt?n.texStorage2D(e.TEXTURE_2D,1,nt,et.width,et.height):n.texImage2D(e.TEXTURE_2D,0,nt,et.width,et.height,0,vt,D,null));else if(T.isDataTexture)if(bt.length>0){pt&&_t&&n.texStorage2D(e.TEXTURE_2D,Yt,nt,bt[0].width,bt[0].height);for(let dt=0,Ut=bt.length;dt<Ut;dt++)j=bt[dt],pt?Dt&&n.texSubImage2D(e.TEXTURE_2D,dt,0,0,j.width,j.height,vt,D,j.data):n.texImage2D(e.TEXTURE_2D,dt,nt,j.width,j.height,0,vt,D,j.data);T.generateMipmaps=!1}else pt?(_t&&n.texStorage2D(e.TEXTURE_2D,Yt,nt,et.width,et.height),Dt&&Ft(T,et,vt,D)):n.texImage2D(e.TEXTURE_2D,0,nt,et.width,et.height,0,vt,D,et.data);else if(T.isCompressedTexture)if(T.isCompressedArrayTexture){pt&&_t&&n.texStorage3D(e.TEXTURE_2D_ARRAY,Yt,nt,bt[0].width,bt[0].height,et.depth);for(let dt=0,Ut=bt.length;dt<Ut;dt++)if(j=bt[dt],T.format!==Ni)if(vt!==null)if(pt){if(Dt)if(T.layerUpdates.size>0){let qt=Ey(j.width,j.height,T.format,T.type);for(let Tt of T.layerUpdates){let de=j.data.subarray(Tt*qt/j.data.BYTES_PER_ELEMENT,(Tt+1)*qt/j.data.BYTES_PER_ELEMENT);n.compressedTexSubImage3D(e.TEXTURE_2D_ARRAY,dt,0,0,Tt,j.width,j.height,1,vt,de)}}else n.compressedTexSubImage3D(e.TEXTURE_2D_ARRAY,dt,0,0,0,j.width,j.height,et.depth,vt,j.data)}else n.compressedTexImage3D(e.TEXTURE_2D_ARRAY,dt,nt,j.width,j.height,et.depth,0,j.data,0,0);else Ot("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()");else pt?Dt&&n.texSubImage3D(e.TEXTURE_2D_ARRAY,dt,0,0,0,j.width,j.height,et.depth,vt,D,j.data):n.texImage3D(e.TEXTURE_2D_ARRAY,dt,nt,j.width,j.height,et.depth,0,vt,D,j.data);T.layerUpdates.size>0&&T.clearLayerUpdates()}else{pt&&_t&&n.texStorage2D(e.TEXTURE_2D,Yt,nt,bt[0].width,bt[0].height);for(let dt=0,Ut=bt.length;dt<Ut;dt++)j=bt[dt],T.format!==Ni?vt!==null?pt?Dt&&n.compressedTexSubImage2D(e.TEXTURE_2D,dt,0,0,j.width,j.height,vt,j.data):n.compressedTexImage2D(e.TEXTURE_2D,dt,nt,j.width,j.height,0,j.data):Ot("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()"):pt?Dt&&n.texSubImage2D(e.TEXTURE_2D,dt,0,0,j.width,j.height,vt,D,j.data):n.texImage2D(e.TEXTURE_2D,dt,nt,j.width,j.height,0,vt,D,j.data)}else if(T.isDataArrayTexture)if(pt){if(_t&&n.texStorage3D(e.TEXTURE_2D_ARRAY,Yt,nt,et.width,et.height,et.depth),Dt)if(T.layerUpdates.size>0){let dt=Ey(et.width,et.height,T.format,T.type);for(let Ut of T.layerUpdates){let qt=et.data.subarray(Ut*dt/et.data.BYTES_PER_ELEMENT,(Ut+1)*dt/et.data.BYTES_PER_ELEMENT);n.texSubImage3D(e.TEXTURE_2D_ARRAY,0,0,0,Ut,et.width,et.height,1,vt,D,qt)}T.clearLayerUpdates()}else n.texSubImage3D(e.TEXTURE_2D_ARRAY,0,0,0,0,et.width,et.height,et.depth,vt,D,et.data)}else n.texImage3D(e.TEXTURE_2D_ARRAY,0,nt,et.width,et.height,et.depth,0,vt,D,et.data);else if(T.isData3DTexture)pt?(_t&&n.texStorage3D(e.TEXTURE_3D,Yt,nt,et.width,et.height,et.depth),Dt&&n.texSubImage3D(e.TEXTURE_3D,0,0,0,0,et.width,et.height,et.depth,vt,D,et.data)):n.texImage3D(e.TEXTURE_3D,0,nt,et.width,et.height,et.depth,0,vt,D,et.data);else if(T.isFramebufferTexture){if(_t)if(pt)n.texStorage2D(e.TEXTURE_2D,Yt,nt,et.width,et.height);else{let dt=et.width,Ut=et.height;for(let qt=0;qt<Yt;qt++)n.texImage2D(e.TEXTURE_2D,qt,nt,dt,Ut,0,vt,D,null),dt>>=1,Ut>>=1}}else if(T.isHTMLTexture){if("texElementImage2D"in e){let dt=e.canvas;if(dt.hasAttribute("layoutsubtree")||dt.setAttribute("layoutsubtree","true"),et.parentNode!==dt){dt.appendChild(et),h.add(T),dt.onpaint=Ut=>{let qt=Ut.changedElements;for(let Tt of h)qt.includes(Tt.image)&&(Tt.needsUpdate=!0)},dt.requestPaint();return}if(e.texElementImage2D.length===3)e.texElementImage2D(e.TEXTURE_2D,e.RGBA8,et);else{let qt=e.RGBA,Tt=e.RGBA,de=e.UNSIGNED_BYTE;e.texElementImage2D(e.TEXTURE_2D,0,qt,Tt,de,et)}e.texParameteri(e.TEXTURE_2D,e.TEXTURE_MIN_FILTER,e.LINEAR),e.texParameteri(e.TEXTURE_2D,e.TEXTURE_WRAP_S,e.CLAMP_TO_EDGE),e.texParameteri(e.TEXTURE_2D,e.TEXTURE_WRAP_T,e.CLAMP_TO_EDGE)}}else if(bt.length>0){if(pt&&_t){let dt=Bt(bt[0]);n.texStorage2D(e.TEXTURE_2D,Yt,nt,dt.width,dt.height)}for(let dt=0,Ut=bt.length;dt<Ut;dt++)j=bt[dt],pt?Dt&&n.texSubImage2D(e.TEXTURE_2D,dt,0,0,vt,D,j):n.texImage2D(e.TEXTURE_2D,dt,nt,vt,D,j);T.generateMipmaps=!1}else if(pt){if(_t){let dt=Bt(et);n.texStorage2D(e.TEXTURE_2D,Yt,nt,dt.width,dt.height)}Dt&&n.texSubImage2D(e.TEXTURE_2D,0,0,0,vt,D,et)}else n.texImage2D(e.TEXTURE_2D,0,nt,vt,D,et);b(T)&&T.mipmapsAutoUpdate===!0&&v(ft),St.__version=yt.version,T.onUpdate&&T.onUpdate(T)}P.__version=T.version}function ae(P,T,V){if(T.image.length!==6)return;let ft=Pt(P,T),rt=T.source;n.bindTexture(e.TEXTURE_CUBE_MAP,P.__webglTexture,e.TEXTURE0+V);let yt=i.get(rt);if(rt.version!==yt.__version||ft===!0){n.activeTexture(e.TEXTURE0+V);let St=te.getPrimaries(te.workingColorSpace),tt=T.colorSpace===$r?null:te.getPrimaries(T.colorSpace),et=T.colorSpace===$r||St===tt?e.NONE:e.BROWSER_DEFAULT_WEBGL;n.pixelStorei(e.UNPACK_FLIP_Y_WEBGL,T.flipY),n.pixelStorei(e.UNPACK_PREMULTIPLY_ALPHA_WEBGL,T.premultiplyAlpha),n.pixelStorei(e.UNPACK_ALIGNMENT,T.unpackAlignment),n.pixelStorei(e.UNPACK_COLORSPACE_CONVERSION_WEBGL,et);let vt=T.isCompressedTexture||T.image[0].isCompressedTexture,D=T.image[0]&&T.image[0].isDataTexture,nt=[];for(let Tt=0;Tt<6;Tt++)!vt&&!D?nt[Tt]=_(T.image[Tt],!0,r.maxCubemapSize):nt[Tt]=D?T.image[Tt].image:T.image[Tt],nt[Tt]=Lt(T,nt[Tt]);let j=nt[0],bt=s.convert(T.format,T.colorSpace),pt=s.convert(T.type),_t=M(T.internalFormat,bt,pt,T.normalized,T.colorSpace),Dt=T.isVideoTexture!==!0,Yt=yt.__version===void 0||ft===!0,dt=rt.dataReady,Ut=S(T,j);K(e.TEXTURE_CUBE_MAP,T);let qt;if(T.isDepthTexture){if(_t=y(T.format===Wr,T.type),Yt)if(Dt)n.texStorage2D(e.TEXTURE_CUBE_MAP,1,_t,j.width,j.height);else for(let Tt=0;Tt<6;Tt++)n.texImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+Tt,0,_t,j.width,j.height,0,bt,pt,null)}else if(vt){Dt&&Yt&&n.texStorage2D(e.TEXTURE_CUBE_MAP,Ut,_t,j.width,j.height);for(let Tt=0;Tt<6;Tt++){qt=nt[Tt].mipmaps;for(let de=0;de<qt.length;de++){let Ze=qt[de];T.format!==Ni?bt!==null?Dt?dt&&n.compressedTexSubImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+Tt,de,0,0,Ze.width,Ze.height,bt,Ze.data):n.compressedTexImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+Tt,de,_t,Ze.width,Ze.height,0,Ze.data):Ot("WebGLRenderer: Attempt to load unsupported compressed texture format in .setTextureCube()"):Dt?dt&&n.texSubImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+Tt,de,0,0,Ze.width,Ze.height,bt,pt,Ze.data):n.texImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+Tt,de,_t,Ze.width,Ze.height,0,bt,pt,Ze.data)}}}else{if(qt=T.mipmaps,Dt&&Yt){qt.length>0&&Ut++;let Tt=Bt(nt[0]);n.texStorage2D(e.TEXTURE_CUBE_MAP,Ut,_t,Tt.width,Tt.height)}for(let Tt=0;Tt<6;Tt++)if(D){Dt?dt&&n.texSubImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+Tt,0,0,0,nt[Tt].width,nt[Tt].height,bt,pt,nt[Tt].data):n.texImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+Tt,0,_t,nt[Tt].width,nt[Tt].height,0,bt,pt,nt[Tt].data);for(let de=0;de<qt.length;de++){let Xr=qt[de].image[Tt].image;Dt?dt&&n.texSubImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+Tt,de+1,0,0,Xr.width,Xr.height,bt,pt,Xr.data):n.texImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+Tt,de+1,_t,Xr.width,Xr.height,0,bt,pt,Xr.data)}}else{Dt?dt&&n.texSubImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+Tt,0,0,0,bt,pt,nt[Tt]):n.texImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+Tt,0,_t,bt,pt,nt[Tt]);for(let de=0;de<qt.length;de++){let Ze=qt[de];Dt?dt&&n.texSubImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+Tt,de+1,0,0,bt,pt,Ze.image[Tt]):n.texImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+Tt,de+1,_t,bt,pt,Ze.image[Tt])}}}b(T)&&T.mipmapsAutoUpdate===!0&&v(e.TEXTURE_CUBE_MAP),yt.__version=rt.version,T.onUpdate&&T.onUpdate(T)}P.__version=T.version}function re(P,T,V,ft,rt,yt){let St=s.convert(V.format,V.colorSpace),tt=s.convert(V.type),et=M(V.internalFormat,St,tt,V.normalized,V.colorSpace),vt=i.get(T),D=i.get(V);if(D.__renderTarget=T,!vt.__hasExternalTextures){let nt=Math.max(1,T.width>>yt),j=Math.max(1,T.height>>yt);rt===e.TEXTURE_3D||rt===e.TEXTURE_2D_ARRAY?n.texImage3D(rt,yt,et,nt,j,T.depth,0,St,tt,null):n.texImage2D(rt,yt,et,nt,j,0,St,tt,null)}n.bindFramebuffer(e.FRAMEBUFFER,P),gt(T)?a.framebufferTexture2DMultisampleEXT(e.FRAMEBUFFER,ft,rt,D.__webglTexture,0,ve(T)):(rt===e.TEXTURE_2D||rt>=e.TEXTURE_CUBE_MAP_POSITIVE_X&&rt<=e.TEXTURE_CUBE_MAP_NEGATIVE_Z)&&e.framebufferTexture2D(e.FRAMEBUFFER,ft,rt,D.__webglTexture,yt),n.bindFramebuffer(e.FRAMEBUFFER,null)}function Ye(P,T,V){if(e.bindRenderbuffer(e.RENDERBUFFER,P),T.depthBuffer){let ft=T.depthTexture,rt=ft&&ft.isDepthTexture?ft.type:null,yt=y(T.stencilBuffer,rt),St=T.stencilBuffer?e.DEPTH_STENCIL_ATTACHMENT:e.DEPTH_ATTACHMENT;gt(T)?a.renderbufferStorageMultisampleEXT(e.RENDERBUFFER,ve(T),yt,T.width,T.height):V?e.renderbufferStorageMultisample(e.RENDERBUFFER,ve(T),yt,T.width,T.height):e.renderbufferStorage(e.RENDERBUFFER,yt,T.width,T.height),e.framebufferRenderbuffer(e.FRAMEBUFFER,St,e.RENDERBUFFER,P)}else{let ft=T.textures;for(let rt=0;rt<ft.length;rt++){let yt=ft[rt],St=s.convert(yt.format,yt.colorSpace),tt=s.convert(yt.type),et=M(yt.internalFormat,St,tt,yt.normalized,yt.colorSpace);gt(T)?a.renderbufferStorageMultisampleEXT(e.RENDERBUFFER,ve(T),et,T.width,T.height):V?e.renderbufferStorageMultisample(e.RENDERBUFFER,ve(T),et,T.width,T.height):e.renderbufferStorage(e.RENDERBUFFER,et,T.width,T.height)}}e.bindRenderbuffer(e.RENDERBUFFER,null)}function Fe(P,T,V){let ft=T.isWebGLCubeRenderTarget===!0;if(n.bindFramebuffer(e.FRAMEBUFFER,P),!(T.depthTexture&&T.depthTexture.isDepthTexture))throw new Error("THREE.WebGLTextures: renderTarget.depthTexture must be an instance of THREE.DepthTexture.");let rt=i.get(T.depthTexture);rt.__renderTarget=T;let yt=ft?T.depthTexture.image[0]:T.depthTexture.image;(!rt.__webglTexture||yt.width!==T.width||yt.height!==T.height)&&(yt.width=T.width,yt.height=T.height,T.depthTexture.needsUpdate=!0),ft?st(T.depthTexture,0):lt(T.depthTexture,0);let St=rt.__webglTexture,tt=ve(T),et=ft?e.TEXTURE_CUBE_MAP_POSITIVE_X+V:e.TEXTURE_2D,vt=T.depthTexture.format===Wr?e.DEPTH_STENCIL_ATTACHMENT:e.DEPTH_ATTACHMENT;if(T.depthTexture.format===Gr)gt(T)?a.framebufferTexture2DMultisampleEXT(e.FRAMEBUFFER,vt,et,St,0,tt):e.framebufferTexture2D(e.FRAMEBUFFER,vt,et,St,0);else if(T.depthTexture.format===Wr)gt(T)?a.framebufferTexture2DMultisampleEXT(e.FRAMEBUFFER,vt,et,St,0,tt):e.framebufferTexture2D(e.FRAMEBUFFER,vt,et,St,0);else throw new Error("THREE.WebGLTextures: Unknown depthTexture format.")}function An(P){let T=i.get(P),V=P.isWebGLCubeRenderTarget===!0;if(T.__boundDepthTexture!==P.depthTexture){let ft=P.depthTexture;if(T.__depthDisposeCallback&&T.__depthDisposeCallback(),ft){let rt=()=>{delete T.__boundDepthTexture,delete T.__depthDisposeCallback,ft.removeEventListener("dispose",rt)};ft.addEventListener("dispose",rt),T.__depthDisposeCallback=rt}T.__boundDepthTexture=ft}if(P.depthTexture&&!T.__autoAllocateDepthBuffer)if(V)for(let ft=0;ft<6;ft++)Fe(T.__webglFramebuffer[ft],P,ft);else P.texture.mipmaps.length>0?Fe(T.__webglFramebuffer[0],P,0):Fe(T.__webglFramebuffer,P,0);else if(V){T.__webglDepthbuffer=[];for(let ft=0;ft<6;ft++)if(n.bindFramebuffer(e.FRAMEBUFFER,T.__webglFramebuffer[ft]),T.__webglDepthbuffer[ft]===void 0)T.__webglDepthbuffer[ft]=e.createRenderbuffer(),Ye(T.__webglDepthbuffer[ft],P,!1);else{let rt=P.stencilBuffer?e.DEPTH_STENCIL_ATTACHMENT:e.DEPTH_ATTACHMENT,yt=T.__webglDepthbuffer[ft];e.bindRenderbuffer(e.RENDERBUFFER,yt),e.framebufferRenderbuffer(e.FRAMEBUFFER,rt,e.RENDERBUFFER,yt)}}else if(P.texture.mipmaps.length>0?n.bindFramebuffer(e.FRAMEBUFFER,T.__webglFramebuffer[0]):n.bindFramebuffer(e.FRAMEBUFFER,T.__webglFramebuffer),T.__webglDepthbuffer===void 0)T.__webglDepthbuffer=e.createRenderbuffer(),Ye(T.__webglDepthbuffer,P,!1);else{let rt=P.stencilBuffer?e.DEPTH_STENCIL_ATTACHMENT:e.DEPTH_ATTACHMENT,yt=T.__webglDepthbuffer;e.bindRenderbuffer(e.RENDERBUFFER,yt),e.framebufferRenderbuffer(e.FRAMEBUFFER,rt,e.RENDERBUFFER,yt)}n.bindFramebuffer(e.FRAMEBUFFER,null)}function mn(P,T,V){let ft=i.get(P);T!==void 0&&re(ft.__webglFramebuffer,P,P.texture,e.COLOR_ATTACHMENT0,e.TEXTURE_2D,0),V!==void 0&&An(P)}function En(P){let T=P.texture,V=i.get(P),ft=i.get(T);P.addEventListener("dispose",L),E(P);let rt=P.textures,yt=P.isWebGLCubeRenderTarget===!0,St=rt.length>1;if(St||(ft.__webglTexture===void 0&&(ft.__webglTexture=e.createTexture()),ft.__version=T.version,o.memory.textures++),yt){V.__webglFramebuffer=[];for(let tt=0;tt<6;tt++)if(T.mipmaps.length>0){V.__webglFramebuffer[tt]=[];for(let et=0;et<T.mipmaps.length;et++)V.__webglFramebuffer[tt][et]=e.createFramebuffer()}else V.__webglFramebuffer[tt]=e.createFramebuffer()}else{if(T.mipmaps.length>0){V.__webglFramebuffer=[];for(let tt=0;tt<T.mipmaps.length;tt++)V.__webglFramebuffer[tt]=e.createFramebuffer()}else V.__webglFramebuffer=e.createFramebuffer();if(St)for(let tt=0,et=rt.length;tt<et;tt++){let vt=i.get(rt[tt]);vt.__webglTexture===void 0&&(vt.__webglTexture=e.createTexture(),o.memory.textures++)}if(P.samples>0&&gt(P)===!1){V.__webglMultisampledFramebuffer=e.createFramebuffer(),V.__webglColorRenderbuffer=[],n.bindFramebuffer(e.FRAMEBUFFER,V.__webglMultisampledFramebuffer);for(let tt=0;tt<rt.length;tt++){let et=rt[tt];V.__webglColorRenderbuffer[tt]=e.createRenderbuffer(),e.bindRenderbuffer(e.RENDERBUFFER,V.__webglColorRenderbuffer[tt]);let vt=s.convert(et.format,et.colorSpace),D=s.convert(et.type),nt=M(et.internalFormat,vt,D,et.normalized,et.colorSpace,P.isXRRenderTarget===!0),j=ve(P);e.renderbufferStorageMultisample(e.RENDERBUFFER,j,nt,P.width,P.height),e.framebufferRenderbuffer(e.FRAMEBUFFER,e.COLOR_ATTACHMENT0+tt,e.RENDERBUFFER,V.__webglColorRenderbuffer[tt])}e.bindRenderbuffer(e.RENDERBUFFER,null),P.depthBuffer&&(V.__webglDepthRenderbuffer=e.createRenderbuffer(),Ye(V.__webglDepthRenderbuffer,P,!0)),n.bindFramebuffer(e.FRAMEBUFFER,null)}}if(yt){n.bindTexture(e.TEXTURE_CUBE_MAP,ft.__webglTexture),K(e.TEXTURE_CUBE_MAP,T);for(let tt=0;tt<6;tt++)if(T.mipmaps.length>0)for(let et=0;et<T.mipmaps.length;et++)re(V.__webglFramebuffer[tt][et],P,T,e.COLOR_ATTACHMENT0,e.TEXTURE_CUBE_MAP_POSITIVE_X+tt,et);else re(V.__webglFramebuffer[tt],P,T,e.COLOR_ATTACHMENT0,e.TEXTURE_CUBE_MAP_POSITIVE_X+tt,0);b(T)?v(e.TEXTURE_CUBE_MAP):T.mipmaps.length>0&&e.texParameteri(e.TEXTURE_CUBE_MAP,e.TEXTURE_MAX_LEVEL,T.mipmaps.length-1),n.unbindTexture()}else if(St){for(let tt=0,et=rt.length;tt<et;tt++){let vt=rt[tt],D=i.get(vt),nt=e.TEXTURE_2D;(P.isWebGL3DRenderTarget||P.isWebGLArrayRenderTarget)&&(nt=P.isWebGL3DRenderTarget?e.TEXTURE_3D:e.TEXTURE_2D_ARRAY),n.bindTexture(nt,D.__webglTexture),K(nt,vt),re(V.__webglFramebuffer,P,vt,e.COLOR_ATTACHMENT0+tt,nt,0),b(vt)&&v(nt)}n.unbindTexture()}else{let tt=e.TEXTURE_2D;if((P.isWebGL3DRenderTarget||P.isWebGLArrayRenderTarget)&&(tt=P.isWebGL3DRenderTarget?e.TEXTURE_3D:e.TEXTURE_2D_ARRAY),n.bindTexture(tt,ft.__webglTexture),K(tt,T),T.mipmaps.length>0)for(let et=0;et<T.mipmaps.length;et++)re(V.__webglFramebuffer[et],P,T,e.COLOR_ATTACHMENT0,tt,et);else re(V.__webglFramebuffer,P,T,e.COLOR_ATTACHMENT0,tt,0);b(T)?v(tt):T.mipmaps.length>0&&e.texParameteri(tt,e.TEXTURE_MAX_LEVEL,T.mipmaps.length-1),n.unbindTexture()}P.depthBuffer&&An(P)}function B(P){let T=P.textures;for(let V=0,ft=T.length;V<ft;V++){let rt=T[V];if(b(rt)&&rt.mipmapsAutoUpdate===!0){let yt=w(P),St=i.get(rt).__webglTexture;n.bindTexture(yt,St),v(yt),n.unbindTexture()}}}let Cn=[];function _e(P){if(P.samples>0){if(gt(P)===!1){let T=P.textures,V=P.width,ft=P.height,rt=e.COLOR_BUFFER_BIT,yt=P.stencilBuffer?e.DEPTH_STENCIL_ATTACHMENT:e.DEPTH_ATTACHMENT,St=i.get(P),tt=T.length>1;if(tt)for(let vt=0;vt<T.length;vt++)n.bindFramebuffer(e.FRAMEBUFFER,St.__webglMultisampledFramebuffer),e.framebufferRenderbuffer(e.FRAMEBUFFER,e.COLOR_ATTACHMENT0+vt,e.RENDERBUFFER,null),n.bindFramebuffer(e.FRAMEBUFFER,St.__webglFramebuffer),e.framebufferTexture2D(e.DRAW_FRAMEBUFFER,e.COLOR_ATTACHMENT0+vt,e.TEXTURE_2D,null,0);n.bindFramebuffer(e.READ_FRAMEBUFFER,St.__webglMultisampledFramebuffer),P.texture.mipmaps.length>0?n.bindFramebuffer(e.DRAW_FRAMEBUFFER,St.__webglFramebuffer[0]):n.bindFramebuffer(e.DRAW_FRAMEBUFFER,St.__webglFramebuffer);for(let vt=0;vt<T.length;vt++){if(P.resolveDepthBuffer&&(P.depthBuffer&&(rt|=e.DEPTH_BUFFER_BIT),P.stencilBuffer&&P.resolveStencilBuffer&&(rt|=e.STENCIL_BUFFER_BIT)),tt){e.framebufferRenderbuffer(e.READ_FRAMEBUFFER,e.COLOR_ATTACHMENT0,e.RENDERBUFFER,St.__webglColorRenderbuffer[vt]);let D=i.get(T[vt]).__webglTexture;e.framebufferTexture2D(e.DRAW_FRAMEBUFFER,e.COLOR_ATTACHMENT0,e.TEXTURE_2D,D,0)}e.blitFramebuffer(0,0,V,ft,0,0,V,ft,rt,e.NEAREST),l===!0&&(Cn.length=0,Cn.push(e.COLOR_ATTACHMENT0+vt),P.depthBuffer&&P.storeMultisampledDepthBuffer===!1&&Cn.push(yt),e.invalidateFramebuffer(e.READ_FRAMEBUFFER,Cn))}if(n.bindFramebuffer(e.READ_FRAMEBUFFER,null),n.bindFramebuffer(e.DRAW_FRAMEBUFFER,null),tt)for(let vt=0;vt<T.length;vt++){n.bindFramebuffer(e.FRAMEBUFFER,St.__webglMultisampledFramebuffer),e.framebufferRenderbuffer(e.FRAMEBUFFER,e.COLOR_ATTACHMENT0+vt,e.RENDERBUFFER,St.__webglColorRenderbuffer[vt]);let D=i.get(T[vt]).__webglTexture;n.bindFramebuffer(e.FRAMEBUFFER,St.__webglFramebuffer),e.framebufferTexture2D(e.DRAW_FRAMEBUFFER,e.COLOR_ATTACHMENT0+vt,e.TEXTURE_2D,D,0)}n.bindFramebuffer(e.DRAW_FRAMEBUFFER,St.__webglMultisampledFramebuffer)}else if(P.depthBuffer&&P.storeMultisampledDepthBuffer===!1&&l){let T=P.stencilBuffer?e.DEPTH_STENCIL_ATTACHMENT:e.DEPTH_ATTACHMENT;e.invalidateFramebuffer(e.DRAW_FRAMEBUFFER,[T])}}}function ve(P){return Math.min(r.maxSamples,P.samples)}function gt(P){let T=i.get(P);return P.samples>0&&t.has("WEBGL_multisampled_render_to_texture")===!0&&T.__useRenderToTexture!==!1}function Ce(P){let T=o.render.frame;u.get(P)!==T&&(u.set(P,T),P.update())}function Lt(P,T){let V=P.colorSpace,ft=P.format,rt=P.type;return P.isCompressedTexture===!0||P.isVideoTexture===!0||V!==hc&&V!==$r&&(te.getTransfer(V)===he?(ft!==Ni||rt!==qn)&&Ot("WebGLTextures: sRGB encoded textures have to use RGBAFormat and UnsignedByteType."):kt("WebGLTextures: Unsupported texture color space:",V)),T}function Bt(P){return typeof HTMLImageElement<"u"&&P instanceof HTMLImageElement?(c.width=P.naturalWidth||P.width,c.height=P.naturalHeight||P.height):typeof VideoFrame<"u"&&P instanceof VideoFrame?(c.width=P.displayWidth,c.height=P.displayHeight):(c.width=P.width,c.height=P.height),c}this.allocateTextureUnit=ct,this.resetTextureUnits=G,this.getTextureUnits=q,this.setTextureUnits=ot,this.setTexture2D=lt,this.setTexture2DArray=ht,this.setTexture3D=at,this.setTextureCube=st,this.rebindTextures=mn,this.setupRenderTarget=En,this.updateRenderTargetMipmap=B,this.updateMultisampleRenderTarget=_e,this.setupDepthRenderbuffer=An,this.setupFrameBufferTexture=re,this.useMultisampledRTT=gt,this.dispose=N}function oB(e,t){function n(i,r=$r){let s,o=te.getTransfer(r);if(i===qn)return e.UNSIGNED_BYTE;if(i===Qh)return e.UNSIGNED_SHORT_4_4_4_4;if(i===jh)return e.UNSIGNED_SHORT_5_5_5_1;if(i===hy)return e.UNSIGNED_INT_5_9_9_9_REV;if(i===dy)return e.UNSIGNED_INT_10F_11F_11F_REV;if(i===uy)return e.BYTE;if(i===fy)return e.SHORT;if(i===Ja)return e.UNSIGNED_SHORT;if(i===Kh)return e.INT;if(i===Ri)return e.UNSIGNED_INT;if(i===Ii)return e.FLOAT;if(i===Pi)return e.HALF_FLOAT;if(i===py)return e.ALPHA;if(i===my)return e.RGB;if(i===Ni)return e.RGBA;if(i===Gr)return e.DEPTH_COMPONENT;if(i===Wr)return e.DEPTH_STENCIL;if(i===gy)return e.RED;if(i===td)return e.RED_INTEGER;if(i===As)return e.RG;if(i===ed)return e.RG_INTEGER;if(i===nd)return e.RGBA_INTEGER;if(i===Rc||i===Ic||i===Pc||i===Nc)if(o===he)if(s=t.get("WEBGL_compressed_texture_s3tc_srgb"),s!==null){if(i===Rc)return s.COMPRESSED_SRGB_S3TC_DXT1_EXT;if(i===Ic)return s.COMPRESSED_SRGB_ALPHA_S3TC_DXT1_EXT;if(i===Pc)return s.COMPRESSED_SRGB_ALPHA_S3TC_DXT3_EXT;if(i===Nc)return s.COMPRESSED_SRGB_ALPHA_S3TC_DXT5_EXT}else return null;else if(s=t.get("WEBGL_compressed_texture_s3tc"),s!==null){if(i===Rc)return s.COMPRESSED_RGB_S3TC_DXT1_EXT;if(i===Ic)return s.COMPRESSED_RGBA_S3TC_DXT1_EXT;if(i===Pc)return s.COMPRESSED_RGBA_S3TC_DXT3_EXT;if(i===Nc)return s.COMPRESSED_RGBA_S3TC_DXT5_EXT}else return null;if(i===id||i===rd||i===sd||i===od)if(s=t.get("WEBGL_compressed_texture_pvrtc"),s!==null){if(i===id)return s.COMPRESSED_RGB_PVRTC_4BPPV1_IMG;if(i===rd)return s.COMPRESSED_RGB_PVRTC_2BPPV1_IMG;if(i===sd)return s.COMPRESSED_RGBA_PVRTC_4BPPV1_IMG;if(i===od)return s.COMPRESSED_RGBA_PVRTC_2BPPV1_IMG}else return null;if(i===ad||i===ld||i===cd||i===ud||i===fd||i===Lc||i===hd)if(s=t.get("WEBGL_compressed_texture_etc"),s!==null){if(i===ad||i===ld)return o===he?s.COMPRESSED_SRGB8_ETC2:s.COMPRESSED_RGB8_ETC2;if(i===cd)return o===he?s.COMPRESSED_SRGB8_ALPHA8_ETC2_EAC:s.COMPRESSED_RGBA8_ETC2_EAC;if(i===ud)return s.COMPRESSED_R11_EAC;if(i===fd)return s.COMPRESSED_SIGNED_R11_EAC;if(i===Lc)return s.COMPRESSED_RG11_EAC;if(i===hd)return s.COMPRESSED_SIGNED_RG11_EAC}else return null;if(i===dd||i===pd||i===md||i===gd||i===xd||i===yd||i===_d||i===vd||i===bd||i===Md||i===Sd||i===wd||i===Td||i===Ad)if(s=t.get("WEBGL_compressed_texture_astc"),s!==null){if(i===dd)return o===he?s.COMPRESSED_SRGB8_ALPHA8_ASTC_4x4_KHR:s.COMPRESSED_RGBA_ASTC_4x4_KHR;if(i===pd)return o===he?s.COMPRESSED_SRGB8_ALPHA8_ASTC_5x4_KHR:s.COMPRESSED_RGBA_ASTC_5x4_KHR;if(i===md)return o===he?s.COMPRESSED_SRGB8_ALPHA8_ASTC_5x5_KHR:s.COMPRESSED_RGBA_ASTC_5x5_KHR;if(i===gd)return o===he?s.COMPRESSED_SRGB8_ALPHA8_ASTC_6x5_KHR:s.COMPRESSED_RGBA_ASTC_6x5_KHR;if(i===xd)return o===he?s.COMPRESSED_SRGB8_ALPHA8_ASTC_6x6_KHR:s.COMPRESSED_RGBA_ASTC_6x6_KHR;if(i===yd)return o===he?s.COMPRESSED_SRGB8_ALPHA8_ASTC_8x5_KHR:s.COMPRESSED_RGBA_ASTC_8x5_KHR;if(i===_d)return o===he?s.COMPRESSED_SRGB8_ALPHA8_ASTC_8x6_KHR:s.COMPRESSED_RGBA_ASTC_8x6_KHR;if(i===vd)return o===he?s.COMPRESSED_SRGB8_ALPHA8_ASTC_8x8_KHR:s.COMPRESSED_RGBA_ASTC_8x8_KHR;if(i===bd)return o===he?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x5_KHR:s.COMPRESSED_RGBA_ASTC_10x5_KHR;if(i===Md)return o===he?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x6_KHR:s.COMPRESSED_RGBA_ASTC_10x6_KHR;if(i===Sd)return o===he?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x8_KHR:s.COMPRESSED_RGBA_ASTC_10x8_KHR;if(i===wd)return o===he?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x10_KHR:s.COMPRESSED_RGBA_ASTC_10x10_KHR;if(i===Td)return o===he?s.COMPRESSED_SRGB8_ALPHA8_ASTC_12x10_KHR:s.COMPRESSED_RGBA_ASTC_12x10_KHR;if(i===Ad)return o===he?s.COMPRESSED_SRGB8_ALPHA8_ASTC_12x12_KHR:s.COMPRESSED_RGBA_ASTC_12x12_KHR}else return null;if(i===Ed||i===Cd||i===Rd)if(s=t.get("EXT_texture_compression_bptc"),s!==null){if(i===Ed)return o===he?s.COMPRESSED_SRGB_ALPHA_BPTC_UNORM_EXT:s.COMPRESSED_RGBA_BPTC_UNORM_EXT;if(i===Cd)return s.COMPRESSED_RGB_BPTC_SIGNED_FLOAT_EXT;if(i===Rd)return s.COMPRESSED_RGB_BPTC_UNSIGNED_FLOAT_EXT}else return null;if(i===Id||i===Pd||i===Dc||i===Nd)if(s=t.get("EXT_texture_compression_rgtc"),s!==null){if(i===Id)return s.COMPRESSED_RED_RGTC1_EXT;if(i===Pd)return s.COMPRESSED_SIGNED_RED_RGTC1_EXT;if(i===Dc)return s.COMPRESSED_RED_GREEN_RGTC2_EXT;if(i===Nd)return s.COMPRESSED_SIGNED_RED_GREEN_RGTC2_EXT}else return null;return i===wo?e.UNSIGNED_INT_24_8:e[i]!==void 0?e[i]:null}return{convert:n}}var aB=`
void main() {

	gl_Position = vec4( position, 1.0 );

}`,lB=`
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

}`,Fy=class{constructor(){this.texture=null,this.mesh=null,this.depthNear=0,this.depthFar=0}init(t,n){if(this.texture===null){let i=new Sc(t.texture);(t.depthNear!==n.depthNear||t.depthFar!==n.depthFar)&&(this.depthNear=t.depthNear,this.depthFar=t.depthFar),this.texture=i}}getMesh(t){if(this.texture!==null&&this.mesh===null){let n=t.cameras[0].viewport,i=new ur({vertexShader:aB,fragmentShader:lB,uniforms:{depthColor:{value:this.texture},depthWidth:{value:n.z},depthHeight:{value:n.w}}});this.mesh=new cr(new wc(20,20),i)}return this.mesh}reset(){this.texture=null,this.mesh=null}getDepthTexture(){return this.texture}},Oy=class extends ar{constructor(t,n){super();let i=this,r=null,s=1,o=null,a="local-floor",l=1,c=null,u=null,h=null,f=null,d=null,p=null,x=typeof XRWebGLBinding<"u",m=new Fy,g={},_=n.getContextAttributes(),b=null,v=null,w=[],M=[],y=new oe,S=null,E=null,R=new Sn;R.viewport=new Ee;let C=new Sn;C.viewport=new Ee;let L=[R,C],O=new qh,I=null,N=null;this.cameraAutoUpdate=!0,this.enabled=!1,this.isPresenting=!1,this.getController=function(W){let lt=w[W];return lt===void 0&&(lt=new Ha,w[W]=lt),lt.getTargetRaySpace()},this.getControllerGrip=function(W){let lt=w[W];return lt===void 0&&(lt=new Ha,w[W]=lt),lt.getGripSpace()},this.getHand=function(W){let lt=w[W];return lt===void 0&&(lt=new Ha,w[W]=lt),lt.getHandSpace()};function k(W){let lt=M.indexOf(W.inputSource);if(lt===-1)return;let ht=w[lt];ht!==void 0&&(ht.update(W.inputSource,W.frame,c||o),ht.dispatchEvent({type:W.type,data:W.inputSource}))}function z(){r.removeEventListener("select",k),r.removeEventListener("selectstart",k),r.removeEventListener("selectend",k),r.removeEventListener("squeeze",k),r.removeEventListener("squeezestart",k),r.removeEventListener("squeezeend",k),r.removeEventListener("end",z),r.removeEventListener("inputsourceschange",Z);for(let W=0;W<w.length;W++){let lt=M[W];lt!==null&&(M[W]=null,w[W].disconnect(lt))}I=null,N=null,m.reset();for(let W in g)delete g[W];if(t.setRenderTarget(b),d=null,f=null,h=null,r=null,v=null,ct.stop(),i.isPresenting=!1,t.setPixelRatio(S),t.setSize(y.width,y.height,!1),E!==null){let W=E.camera;W.fov=E.fov,W.zoom=E.zoom,W.updateProjectionMatrix(),E=null}i.dispatchEvent({type:"sessionend"})}this.setFramebufferScaleFactor=function(W){s=W,i.isPresenting===!0&&Ot("WebXRManager: Cannot change framebuffer scale while presenting.")},this.setReferenceSpaceType=function(W){a=W,i.isPresenting===!0&&Ot("WebXRManager: Cannot change reference space type while presenting.")},this.getReferenceSpace=function(){return c||o},this.setReferenceSpace=function(W){c=W},this.getBaseLayer=function(){return f!==null?f:d},this.getBinding=function(){return h===null&&x&&(h=new XRWebGLBinding(r,n)),h},this.getFrame=function(){return p},this.getSession=function(){return r},this.setSession=async function(W){if(r=W,r!==null){if(b=t.getRenderTarget(),r.addEventListener("select",k),r.addEventListener("selectstart",k),r.addEventListener("selectend",k),r.addEventListener("squeeze",k),r.addEventListener("squeezestart",k),r.addEventListener("squeezeend",k),r.addEventListener("end",z),r.addEventListener("inputsourceschange",Z),_.xrCompatible!==!0&&await n.makeXRCompatible(),S=t.getPixelRatio(),t.getSize(y),x&&"createProjectionLayer"in XRWebGLBinding.prototype){let ht=null,at=null,st=null;_.depth&&(st=_.stencil?n.DEPTH24_STENCIL8:n.DEPTH_COMPONENT24,ht=_.stencil?Wr:Gr,at=_.stencil?wo:Ri);let J={colorFormat:n.RGBA8,depthFormat:st,scaleFactor:s};h=this.getBinding(),f=h.createProjectionLayer(J),r.updateRenderState({layers:[f]}),t.setPixelRatio(1),t.setSize(f.textureWidth,f.textureHeight,!1),v=new $n(f.textureWidth,f.textureHeight,{format:Ni,type:qn,depthTexture:new Vr(f.textureWidth,f.textureHeight,at,void 0,void 0,void 0,void 0,void 0,void 0,ht),stencilBuffer:_.stencil,colorSpace:t.outputColorSpace,samples:_.antialias?4:0,resolveDepthBuffer:f.ignoreDepthValues===!1,resolveStencilBuffer:f.ignoreDepthValues===!1,storeMultisampledDepthBuffer:f.ignoreDepthValues===!1,storeMultisampledStencilBuffer:f.ignoreDepthValues===!1})}else{let ht={antialias:_.antialias,alpha:!0,depth:_.depth,stencil:_.stencil,framebufferScaleFactor:s};d=new XRWebGLLayer(r,n,ht),r.updateRenderState({baseLayer:d}),t.setPixelRatio(1),t.setSize(d.framebufferWidth,d.framebufferHeight,!1),v=new $n(d.framebufferWidth,d.framebufferHeight,{format:Ni,type:qn,colorSpace:t.outputColorSpace,stencilBuffer:_.stencil,resolveDepthBuffer:d.ignoreDepthValues===!1,resolveStencilBuffer:d.ignoreDepthValues===!1,storeMultisampledDepthBuffer:d.ignoreDepthValues===!1,storeMultisampledStencilBuffer:d.ignoreDepthValues===!1})}v.isXRRenderTarget=!0,this.setFoveation(l),c=null,o=await r.requestReferenceSpace(a),ct.setContext(r),ct.start(),i.isPresenting=!0,i.dispatchEvent({type:"sessionstart"})}},this.getEnvironmentBlendMode=function(){if(r!==null)return r.environmentBlendMode},this.getDepthTexture=function(){return m.getDepthTexture()};function Z(W){for(let lt=0;lt<W.removed.length;lt++){let ht=W.removed[lt],at=M.indexOf(ht);at>=0&&(M[at]=null,w[at].disconnect(ht))}for(let lt=0;lt<W.added.length;lt++){let ht=W.added[lt],at=M.indexOf(ht);if(at===-1){for(let J=0;J<w.length;J++)if(J>=M.length){M.push(ht),at=J;break}else if(M[J]===null){M[J]=ht,at=J;break}if(at===-1)break}let st=w[at];st&&st.connect(ht)}}function U(W,lt){lt===null?W.matrixWorld.copy(W.matrix):W.matrixWorld.multiplyMatrices(lt.matrixWorld,W.matrix),W.matrixWorldInverse.copy(W.matrixWorld).invert()}this.updateCamera=function(W){if(r===null)return;let lt=W.near,ht=W.far;m.texture!==null&&(m.depthNear>0&&(lt=m.depthNear),m.depthFar>0&&(ht=m.depthFar)),O.near=C.near=R.near=lt,O.far=C.far=R.far=ht,(I!==O.near||N!==O.far)&&(r.updateRenderState({depthNear:O.near,depthFar:O.far}),I=O.near,N=O.far),O.layers.mask=W.layers.mask|6,R.layers.mask=O.layers.mask&-5,C.layers.mask=O.layers.mask&-3;let at=W.parent,st=O.cameras;U(O,at);for(let J=0;J<st.length;J++)U(st[J],at);O.projectionMatrix.copy(R.projectionMatrix),O.projectionMatrixInverse.copy(R.projectionMatrixInverse),E===null&&W.isPerspectiveCamera&&(E={camera:W,fov:W.fov,zoom:W.zoom}),G(W,O,at)};function G(W,lt,ht){ht===null?W.matrix.copy(lt.matrixWorld):(W.matrix.copy(ht.matrixWorld),W.matrix.invert(),W.matrix.multiply(lt.matrixWorld)),W.matrix.decompose(W.position,W.quaternion,W.scale),W.updateMatrixWorld(!0),W.projectionMatrix.copy(lt.projectionMatrix),W.projectionMatrixInverse.copy(lt.projectionMatrixInverse),W.isPerspectiveCamera&&(W.fov=Th*2*Math.atan(1/W.projectionMatrix.elements[5]),W.zoom=1)}this.getCamera=function(){return O},this.getFoveation=function(){if(!(f===null&&d===null))return l},this.setFoveation=function(W){l=W,f!==null&&(f.fixedFoveation=W),d!==null&&d.fixedFoveation!==void 0&&(d.fixedFoveation=W)},this.hasDepthSensing=function(){return m.texture!==null},this.getDepthSensingMesh=function(){return m.getMesh(O)},this.getCameraTexture=function(W){return g[W]};let q=null;function ot(W,lt){if(u=lt.getViewerPose(c||o),p=lt,u!==null){let ht=u.views;d!==null&&(t.setRenderTargetFramebuffer(v,d.framebuffer),t.setRenderTarget(v));let at=!1;ht.length!==O.cameras.length&&(O.cameras.length=0,at=!0);for(let ut=0;ut<ht.length;ut++){let K=ht[ut],Pt=null;if(d!==null)Pt=d.getViewport(K);else{let Ft=h.getViewSubImage(f,K);Pt=Ft.viewport,ut===0&&(t.setRenderTargetTextures(v,Ft.colorTexture,Ft.depthStencilTexture),t.setRenderTarget(v))}let mt=L[ut];mt===void 0&&(mt=new Sn,mt.layers.enable(ut),mt.viewport=new Ee,L[ut]=mt),mt.matrix.fromArray(K.transform.matrix),mt.matrix.decompose(mt.position,mt.quaternion,mt.scale),mt.projectionMatrix.fromArray(K.projectionMatrix),mt.projectionMatrixInverse.copy(mt.projectionMatrix).invert(),mt.viewport.set(Pt.x,Pt.y,Pt.width,Pt.height),ut===0&&(O.matrix.copy(mt.matrix),O.matrix.decompose(O.position,O.quaternion,O.scale)),at===!0&&O.cameras.push(mt)}let st=r.enabledFeatures;if(st&&st.includes("depth-sensing")&&r.depthUsage=="gpu-optimized"&&x){h=i.getBinding();let ut=h.getDepthInformation(ht[0]);ut&&ut.isValid&&ut.texture&&m.init(ut,r.renderState)}if(st&&st.includes("camera-access")&&x){t.state.unbindTexture(),h=i.getBinding();for(let ut=0;ut<ht.length;ut++){let K=ht[ut].camera;if(K){let Pt=g[K];Pt||(Pt=new Sc,g[K]=Pt);let mt=h.getCameraImage(K);Pt.sourceTexture=mt}}}}for(let ht=0;ht<w.length;ht++){let at=M[ht],st=w[ht];at!==null&&st!==void 0&&st.update(at,lt,c||o)}q&&q(W,lt),lt.detectedPlanes&&i.dispatchEvent({type:"planesdetected",data:lt}),p=null}let ct=new B2;ct.setAnimationLoop(ot),this.setAnimationLoop=function(W){q=W},this.dispose=function(){}}},cB=new Le,Y2=new zt;Y2.set(-1,0,0,0,1,0,0,0,1);function uB(e,t){function n(m,g){m.matrixAutoUpdate===!0&&m.updateMatrix(),g.value.copy(m.matrix)}function i(m,g){g.color.getRGB(m.fogColor.value,wy(e)),g.isFog?(m.fogNear.value=g.near,m.fogFar.value=g.far):g.isFogExp2&&(m.fogDensity.value=g.density)}function r(m,g,_,b,v){g.isNodeMaterial?g.uniformsNeedUpdate=!1:g.isMeshBasicMaterial?s(m,g):g.isMeshLambertMaterial?(s(m,g),g.envMap&&(m.envMapIntensity.value=g.envMapIntensity)):g.isMeshToonMaterial?(s(m,g),h(m,g)):g.isMeshPhongMaterial?(s(m,g),u(m,g),g.envMap&&(m.envMapIntensity.value=g.envMapIntensity)):g.isMeshStandardMaterial?(s(m,g),f(m,g),g.isMeshPhysicalMaterial&&d(m,g,v)):g.isMeshMatcapMaterial?(s(m,g),p(m,g)):g.isMeshDepthMaterial?s(m,g):g.isMeshDistanceMaterial?(s(m,g),x(m,g)):g.isMeshNormalMaterial?s(m,g):g.isLineBasicMaterial?(o(m,g),g.isLineDashedMaterial&&a(m,g)):g.isPointsMaterial?l(m,g,_,b):g.isSpriteMaterial?c(m,g):g.isShadowMaterial?(m.color.value.copy(g.color),m.opacity.value=g.opacity):g.isShaderMaterial&&(g.uniformsNeedUpdate=!1)}function s(m,g){m.opacity.value=g.opacity,g.color&&m.diffuse.value.copy(g.color),g.emissive&&m.emissive.value.copy(g.emissive).multiplyScalar(g.emissiveIntensity),g.map&&(m.map.value=g.map,n(g.map,m.mapTransform)),g.alphaMap&&(m.alphaMap.value=g.alphaMap,n(g.alphaMap,m.alphaMapTransform)),g.bumpMap&&(m.bumpMap.value=g.bumpMap,n(g.bumpMap,m.bumpMapTransform),m.bumpScale.value=g.bumpScale,g.side===Tn&&(m.bumpScale.value*=-1)),g.normalMap&&(m.normalMap.value=g.normalMap,n(g.normalMap,m.normalMapTransform),m.normalScale.value.copy(g.normalScale),g.side===Tn&&m.normalScale.value.negate()),g.displacementMap&&(m.displacementMap.value=g.displacementMap,n(g.displacementMap,m.displacementMapTransform),m.displacementScale.value=g.displacementScale,m.displacementBias.value=g.displacementBias),g.emissiveMap&&(m.emissiveMap.value=g.emissiveMap,n(g.emissiveMap,m.emissiveMapTransform)),g.specularMap&&(m.specularMap.value=g.specularMap,n(g.specularMap,m.specularMapTransform)),g.alphaTest>0&&(m.alphaTest.value=g.alphaTest);let _=t.get(g),b=_.envMap,v=_.envMapRotation;b&&(m.envMap.value=b,m.envMapRotation.value.setFromMatrix4(cB.makeRotationFromEuler(v)).transpose(),b.isCubeTexture&&b.isRenderTargetTexture===!1&&m.envMapRotation.value.premultiply(Y2),m.reflectivity.value=g.reflectivity,m.ior.value=g.ior,m.refractionRatio.value=g.refractionRatio),g.lightMap&&(m.lightMap.value=g.lightMap,m.lightMapIntensity.value=g.lightMapIntensity,n(g.lightMap,m.lightMapTransform)),g.aoMap&&(m.aoMap.value=g.aoMap,m.aoMapIntensity.value=g.aoMapIntensity,n(g.aoMap,m.aoMapTransform))}function o(m,g){m.diffuse.value.copy(g.color),m.opacity.value=g.opacity,g.map&&(m.map.value=g.map,n(g.map,m.mapTransform))}function a(m,g){m.dashSize.value=g.dashSize,m.totalSize.value=g.dashSize+g.gapSize,m.scale.value=g.scale}function l(m,g,_,b){m.diffuse.value.copy(g.color),m.opacity.value=g.opacity,m.size.value=g.size*_,m.scale.value=b*.5,g.map&&(m.map.value=g.map,n(g.map,m.uvTransform)),g.alphaMap&&(m.alphaMap.value=g.alphaMap,n(g.alphaMap,m.alphaMapTransform)),g.alphaTest>0&&(m.alphaTest.value=g.alphaTest)}function c(m,g){m.diffuse.value.copy(g.color),m.opacity.value=g.opacity,m.rotation.value=g.rotation,g.map&&(m.map.value=g.map,n(g.map,m.mapTransform)),g.alphaMap&&(m.alphaMap.value=g.alphaMap,n(g.alphaMap,m.alphaMapTransform)),g.alphaTest>0&&(m.alphaTest.value=g.alphaTest)}function u(m,g){m.specular.value.copy(g.specular),m.shininess.value=Math.max(g.shininess,1e-4)}function h(m,g){g.gradientMap&&(m.gradientMap.value=g.gradientMap)}function f(m,g){m.metalness.value=g.metalness,g.metalnessMap&&(m.metalnessMap.value=g.metalnessMap,n(g.metalnessMap,m.metalnessMapTransform)),m.roughness.value=g.roughness,g.roughnessMap&&(m.roughnessMap.value=g.roughnessMap,n(g.roughnessMap,m.roughnessMapTransform)),g.envMap&&(m.envMapIntensity.value=g.envMapIntensity)}function d(m,g,_){m.ior.value=g.ior,g.diffuseRoughness>0&&(m.diffuseRoughness.value=g.diffuseRoughness,g.diffuseRoughnessMap&&(m.diffuseRoughnessMap.value=g.diffuseRoughnessMap,n(g.diffuseRoughnessMap,m.diffuseRoughnessMapTransform))),g.sheen>0&&(m.sheenColor.value.copy(g.sheenColor).multiplyScalar(g.sheen),m.sheenRoughness.value=g.sheenRoughness,g.sheenColorMap&&(m.sheenColorMap.value=g.sheenColorMap,n(g.sheenColorMap,m.sheenColorMapTransform)),g.sheenRoughnessMap&&(m.sheenRoughnessMap.value=g.sheenRoughnessMap,n(g.sheenRoughnessMap,m.sheenRoughnessMapTransform))),g.clearcoat>0&&(m.clearcoat.value=g.clearcoat,m.clearcoatRoughness.value=g.clearcoatRoughness,g.clearcoatMap&&(m.clearcoatMap.value=g.clearcoatMap,n(g.clearcoatMap,m.clearcoatMapTransform)),g.clearcoatRoughnessMap&&(m.clearcoatRoughnessMap.value=g.clearcoatRoughnessMap,n(g.clearcoatRoughnessMap,m.clearcoatRoughnessMapTransform)),g.clearcoatNormalMap&&(m.clearcoatNormalMap.value=g.clearcoatNormalMap,n(g.clearcoatNormalMap,m.clearcoatNormalMapTransform),m.clearcoatNormalScale.value.copy(g.clearcoatNormalScale),g.side===Tn&&m.clearcoatNormalScale.value.negate())),g.dispersion>0&&(m.dispersion.value=g.dispersion),g.retroreflectivity>0&&(m.retroreflectivity.value=g.retroreflectivity),g.iridescence>0&&(m.iridescence.value=g.iridescence,m.iridescenceIOR.value=g.iridescenceIOR,m.iridescenceThicknessMinimum.value=g.iridescenceThicknessMinimum,m.iridescenceThicknessMaximum.value=g.iridescenceThicknessMaximum,g.iridescenceMap&&(m.iridescenceMap.value=g.iridescenceMap,n(g.iridescenceMap,m.iridescenceMapTransform)),g.iridescenceThicknessMap&&(m.iridescenceThicknessMap.value=g.iridescenceThicknessMap,n(g.iridescenceThicknessMap,m.iridescenceThicknessMapTransform))),g.transmission>0&&(m.transmission.value=g.transmission,m.transmissionSamplerMap.value=_.texture,m.transmissionSamplerSize.value.set(_.width,_.height),g.transmissionMap&&(m.transmissionMap.value=g.transmissionMap,n(g.transmissionMap,m.transmissionMapTransform)),m.thickness.value=g.thickness,g.thicknessMap&&(m.thicknessMap.value=g.thicknessMap,n(g.thicknessMap,m.thicknessMapTransform)),m.attenuationDistance.value=g.attenuationDistance,m.attenuationColor.value.copy(g.attenuationColor)),g.anisotropy>0&&(m.anisotropyVector.value.set(g.anisotropy*Math.cos(g.anisotropyRotation),g.anisotropy*Math.sin(g.anisotropyRotation)),g.anisotropyMap&&(m.anisotropyMap.value=g.anisotropyMap,n(g.anisotropyMap,m.anisotropyMapTransform))),m.specularIntensity.value=g.specularIntensity,m.specularColor.value.copy(g.specularColor),g.specularColorMap&&(m.specularColorMap.value=g.specularColorMap,n(g.specularColorMap,m.specularColorMapTransform)),g.specularIntensityMap&&(m.specularIntensityMap.value=g.specularIntensityMap,n(g.specularIntensityMap,m.specularIntensityMapTransform))}function p(m,g){g.matcap&&(m.matcap.value=g.matcap)}function x(m,g){let _=t.get(g).light;m.referencePosition.value.setFromMatrixPosition(_.matrixWorld),m.nearDistance.value=_.shadow.camera.near,m.farDistance.value=_.shadow.camera.far}return{refreshFogUniforms:i,refreshMaterialUniforms:r}}function fB(e,t,n,i){let r={},s={};function o(_,b){let v=b.program;i.uniformBlockBinding(_,v,r[_.id])}function a(_,b){let v=r[_.id];v===void 0&&(p(_),v=l(_),r[_.id]=v,_.addEventListener("dispose",m));let w=b.program;i.updateUBOMapping(_,w);let M=t.render.frame;s[_.id]!==M&&(c(_),s[_.id]=M)}function l(_){let b=e.createBuffer(),v=_.__size,w=_.usage;return e.bindBuffer(e.UNIFORM_BUFFER,b),e.bufferData(e.UNIFORM_BUFFER,v,w),e.bindBuffer(e.UNIFORM_BUFFER,null),b}function c(_){let b=r[_.id],v=_.uniforms,w=_.__cache;e.bindBuffer(e.UNIFORM_BUFFER,b);for(let M=0,y=v.length;M<y;M++){let S=v[M];if(Array.isArray(S))for(let E=0,R=S.length;E<R;E++)u(S[E],M,E,w);else u(S,M,0,w)}e.bindBuffer(e.UNIFORM_BUFFER,null)}function u(_,b,v,w){if(f(_,b,v,w)===!0){let M=_.__offset,y=_.value;if(Array.isArray(y)){let S=0;for(let E=0;E<y.length;E++){let R=y[E],C=x(R,!0);h(R,_.__data,S),S+=C.storage/Float32Array.BYTES_PER_ELEMENT}}else h(y,_.__data,0);e.bufferSubData(e.UNIFORM_BUFFER,M,_.__data)}}function h(_,b,v){typeof _=="number"||typeof _=="boolean"?b[v]=_:_.isMatrix3?(b[v]=_.elements[0],b[v+1]=_.elements[1],b[v+2]=_.elements[2],b[v+3]=0,b[v+4]=_.elements[3],b[v+5]=_.elements[4],b[v+6]=_.elements[5],b[v+7]=0,b[v+8]=_.elements[6],b[v+9]=_.elements[7],b[v+10]=_.elements[8],b[v+11]=0):ArrayBuffer.isView(_)?b.set(_.subarray(0,b.length-v),v):_.toArray(b,v)}function f(_,b,v,w){let M=_.value,y=b+"_"+v;if(Array.isArray(M)){w[y]===void 0&&(w[y]=[]);let S=w[y],E=!1;for(let R=0;R<M.length;R++)d(M[R],S,R)===!0&&(E=!0);return E}return d(M,w,y)}function d(_,b,v){if(b[v]===void 0)return typeof _=="number"||typeof _=="boolean"?b[v]=_:ArrayBuffer.isView(_)?b[v]=_.slice():b[v]=_.clone(),!0;{let w=b[v];if(typeof _=="number"||typeof _=="boolean"){if(w!==_)return b[v]=_,!0}else{if(ArrayBuffer.isView(_))return!0;if(w.equals(_)===!1)return w.copy(_),!0}}return!1}function p(_){let b=_.uniforms,v=0,w=16;for(let y=0,S=b.length;y<S;y++){let E=Array.isArray(b[y])?b[y]:[b[y]];for(let R=0,C=E.length;R<C;R++){let L=E[R],O=Array.isArray(L.value)?L.value:[L.value],I=Array.isArray(b[y])||Array.isArray(L.value),N=v;for(let z=0,Z=O.length;z<Z;z++){let U=O[z],G=x(U,I),q=v%w,ot=q%G.boundary,ct=q+ot;v+=ot,ct!==0&&w-ct<G.storage&&(v+=w-ct),z===0&&(N=v),v+=G.storage}let k=L.type==="int"?Int32Array:L.type==="uint"?Uint32Array:Float32Array;L.__data=new k((v-N)/Float32Array.BYTES_PER_ELEMENT),L.__offset=N}}let M=v%w;return M>0&&(v+=w-M),_.__size=v,_.__cache={},this}function x(_,b){let v={boundary:0,storage:0};return typeof _=="number"||typeof _=="boolean"?(v.boundary=4,v.storage=4):_.isVector2?(v.boundary=8,v.storage=8):_.isVector3||_.isColor?(v.boundary=16,v.storage=12):_.isVector4?(v.boundary=16,v.storage=16):_.isMatrix3?(v.boundary=16,v.storage=48):_.isMatrix4?(v.boundary=16,v.storage=64):_.isTexture?Ot("WebGLRenderer: Texture samplers can not be part of an uniforms group."):ArrayBuffer.isView(_)?(v.boundary=16,v.storage=_.byteLength):Ot("WebGLRenderer: Unsupported uniform value type.",_),b===!0&&(v.boundary=16,v.storage=Math.ceil(v.storage/16)*16),v}function m(_){let b=_.target;b.removeEventListener("dispose",m),e.deleteBuffer(r[b.id]),delete r[b.id],delete s[b.id]}function g(){for(let _ in r)e.deleteBuffer(r[_]);r={},s={}}return{bind:o,update:a,dispose:g}}var hB=new Uint16Array([12469,15057,12620,14925,13266,14620,13807,14376,14323,13990,14545,13625,14713,13328,14840,12882,14931,12528,14996,12233,15039,11829,15066,11525,15080,11295,15085,10976,15082,10705,15073,10495,13880,14564,13898,14542,13977,14430,14158,14124,14393,13732,14556,13410,14702,12996,14814,12596,14891,12291,14937,11834,14957,11489,14958,11194,14943,10803,14921,10506,14893,10278,14858,9960,14484,14039,14487,14025,14499,13941,14524,13740,14574,13468,14654,13106,14743,12678,14818,12344,14867,11893,14889,11509,14893,11180,14881,10751,14852,10428,14812,10128,14765,9754,14712,9466,14764,13480,14764,13475,14766,13440,14766,13347,14769,13070,14786,12713,14816,12387,14844,11957,14860,11549,14868,11215,14855,10751,14825,10403,14782,10044,14729,9651,14666,9352,14599,9029,14967,12835,14966,12831,14963,12804,14954,12723,14936,12564,14917,12347,14900,11958,14886,11569,14878,11247,14859,10765,14828,10401,14784,10011,14727,9600,14660,9289,14586,8893,14508,8533,15111,12234,15110,12234,15104,12216,15092,12156,15067,12010,15028,11776,14981,11500,14942,11205,14902,10752,14861,10393,14812,9991,14752,9570,14682,9252,14603,8808,14519,8445,14431,8145,15209,11449,15208,11451,15202,11451,15190,11438,15163,11384,15117,11274,15055,10979,14994,10648,14932,10343,14871,9936,14803,9532,14729,9218,14645,8742,14556,8381,14461,8020,14365,7603,15273,10603,15272,10607,15267,10619,15256,10631,15231,10614,15182,10535,15118,10389,15042,10167,14963,9787,14883,9447,14800,9115,14710,8665,14615,8318,14514,7911,14411,7507,14279,7198,15314,9675,15313,9683,15309,9712,15298,9759,15277,9797,15229,9773,15166,9668,15084,9487,14995,9274,14898,8910,14800,8539,14697,8234,14590,7790,14479,7409,14367,7067,14178,6621,15337,8619,15337,8631,15333,8677,15325,8769,15305,8871,15264,8940,15202,8909,15119,8775,15022,8565,14916,8328,14804,8009,14688,7614,14569,7287,14448,6888,14321,6483,14088,6171,15350,7402,15350,7419,15347,7480,15340,7613,15322,7804,15287,7973,15229,8057,15148,8012,15046,7846,14933,7611,14810,7357,14682,7069,14552,6656,14421,6316,14251,5948,14007,5528,15356,5942,15356,5977,15353,6119,15348,6294,15332,6551,15302,6824,15249,7044,15171,7122,15070,7050,14949,6861,14818,6611,14679,6349,14538,6067,14398,5651,14189,5311,13935,4958,15359,4123,15359,4153,15356,4296,15353,4646,15338,5160,15311,5508,15263,5829,15188,6042,15088,6094,14966,6001,14826,5796,14678,5543,14527,5287,14377,4985,14133,4586,13869,4257,15360,1563,15360,1642,15358,2076,15354,2636,15341,3350,15317,4019,15273,4429,15203,4732,15105,4911,14981,4932,14836,4818,14679,4621,14517,4386,14359,4156,14083,3795,13808,3437,15360,122,15360,137,15358,285,15355,636,15344,1274,15322,2177,15281,2765,15215,3223,15120,3451,14995,3569,14846,3567,14681,3466,14511,3305,14344,3121,14037,2800,13753,2467,15360,0,15360,1,15359,21,15355,89,15346,253,15325,479,15287,796,15225,1148,15133,1492,15008,1749,14856,1882,14685,1886,14506,1783,14324,1608,13996,1398,13702,1183]),dr=null;function dB(){return dr===null&&(dr=new Ph(hB,16,16,As,Pi),dr.name="DFG_LUT",dr.minFilter=wn,dr.magFilter=wn,dr.wrapS=sr,dr.wrapT=sr,dr.generateMipmaps=!1,dr.needsUpdate=!0),dr}var Fd=class{constructor(t={}){let{canvas:n=l2(),context:i=null,depth:r=!0,stencil:s=!1,alpha:o=!1,antialias:a=!1,premultipliedAlpha:l=!0,preserveDrawingBuffer:c=!1,powerPreference:u="default",failIfMajorPerformanceCaveat:h=!1,reversedDepthBuffer:f=!1,outputBufferType:d=qn}=t;this.isWebGLRenderer=!0;let p;if(i!==null){if(typeof WebGLRenderingContext<"u"&&i instanceof WebGLRenderingContext)throw new Error("THREE.WebGLRenderer: WebGL 1 is not supported since r163.");p=i.getContextAttributes().alpha}else p=o;let x=d,m=new Set([nd,ed,td]),g=new Set([qn,Ri,Ja,wo,Qh,jh]),_=new Uint32Array(4),b=new Int32Array(4),v={textures:[],min:[],max:[],resolution:[]},w=null,M=null,y=[],S=[],E=null;this.domElement=n,this.debug={checkShaderErrors:!0,diagnostics:{keywords:!1},onShaderError:null},this.autoClear=!0,this.autoClearColor=!0,this.autoClearDepth=!0,this.autoClearStencil=!0,this.sortObjects=!0,this.clippingPlanes=[],this.localClippingEnabled=!1,this.toneMapping=hr,this.toneMappingExposure=1,this.transmissionResolutionScale=1;let R=this,C=!1,L=null,O=null,I=null,N=null;this._outputColorSpace=Wn;let k=0,z=0,Z=null,U=-1,G=null,q=new Ee,ot=new Ee,ct=null,W=new ie(0),lt=0,ht=n.width,at=n.height,st=1,J=null,xt=null,ut=new Ee(0,0,ht,at),K=new Ee(0,0,ht,at),Pt=!1,mt=new vo,Ft=new Nh,Gt=!1,ae=!1,re=new Le,Ye=new Q,Fe=new Ee,An={background:null,fog:null,environment:null,overrideMaterial:null,isScene:!0},mn=!1;function En(){return Z===null?st:1}let B=i;function Cn(A,F){return n.getContext(A,F)}let _e,ve,gt,Ce,Lt,Bt,P,T,V,ft,rt,yt,St,tt,et,vt,D,nt,j,bt,pt,_t,Dt;try{let A={alpha:!0,depth:r,stencil:s,antialias:a,premultipliedAlpha:l,preserveDrawingBuffer:c,powerPreference:u,failIfMajorPerformanceCaveat:h};if("setAttribute"in n&&n.setAttribute("data-engine",`three.js r${"187"}`),n.addEventListener("webglcontextlost",Ut,!1),n.addEventListener("webglcontextrestored",qt,!1),n.addEventListener("webglcontextcreationerror",Tt,!1),B===null){let F="webgl2";if(B=Cn(F,A),B===null)throw Cn(F)?new Error("THREE.WebGLRenderer: Error creating WebGL context with your selected attributes."):new Error("THREE.WebGLRenderer: Error creating WebGL context.")}Yt()}catch(A){throw n.removeEventListener("webglcontextlost",Ut,!1),n.removeEventListener("webglcontextrestored",qt,!1),n.removeEventListener("webglcontextcreationerror",Tt,!1),kt("WebGLRenderer: "+A.message),A}function Yt(){_e=new wO(B),_e.init(),pt=new oB(B,_e),ve=new dO(B,_e,t,pt),gt=new rB(B,_e),ve.reversedDepthBuffer&&f&&gt.buffers.depth.setReversed(!0),O=B.createFramebuffer(),I=B.createFramebuffer(),N=B.createFramebuffer(),Ce=new EO(B),Lt=new W5,Bt=new sB(B,_e,gt,Lt,ve,pt,Ce),P=new SO(R),T=new RU(B),_t=new fO(B,T),V=new TO(B,T,Ce,_t),ft=new RO(B,V,T,_t,Ce),nt=new CO(B,ve,Bt),et=new pO(Lt),rt=new H5(R,P,_e,ve,_t,et),yt=new uB(R,Lt),St=new X5,tt=new Q5(_e),D=new uO(R,P,gt,ft,p,l),vt=new iB(R,ft,ve),Dt=new fB(B,Ce,ve,gt),j=new hO(B,_e,Ce),bt=new AO(B,_e,Ce),Ce.programs=rt.programs,R.capabilities=ve,R.extensions=_e,R.properties=Lt,R.renderLists=St,R.shadowMap=vt,R.state=gt,R.info=Ce}x!==qn&&(E=new PO(x,n.width,n.height,a,r,s));let dt=new Oy(R,B);this.xr=dt,this.getContext=function(){return B},this.getContextAttributes=function(){return B.getContextAttributes()},this.forceContextLoss=function(){let A=_e.get("WEBGL_lose_context");A&&A.loseContext()},this.forceContextRestore=function(){let A=_e.get("WEBGL_lose_context");A&&A.restoreContext()},this.getPixelRatio=function(){return st},this.setPixelRatio=function(A){A!==void 0&&(st=A,this.setSize(ht,at,!1))},this.getSize=function(A){return A.set(ht,at)},this.setSize=function(A,F,Y=!0){if(dt.isPresenting){Ot("WebGLRenderer: Can't change size while VR device is presenting.");return}ht=A,at=F,n.width=Math.floor(A*st),n.height=Math.floor(F*st),Y===!0&&(n.style.width=A+"px",n.style.height=F+"px"),E!==null&&E.setSize(n.width,n.height),this.setViewport(0,0,A,F)},this.getDrawingBufferSize=function(A){return A.set(ht*st,at*st).floor()},this.setDrawingBufferSize=function(A,F,Y){ht=A,at=F,st=Y,n.width=Math.floor(A*Y),n.height=Math.floor(F*Y),this.setViewport(0,0,A,F)},this.setEffects=function(A){if(x===qn){kt("WebGLRenderer: setEffects() requires outputBufferType set to HalfFloatType or FloatType.");return}if(A){for(let F=0;F<A.length;F++)if(A[F].isOutputPass===!0){Ot("WebGLRenderer: OutputPass is not needed in setEffects(). Tone mapping and color space conversion are applied automatically.");break}}E.setEffects(A||[])},this.getCurrentViewport=function(A){return A.copy(q)},this.getViewport=function(A){return A.copy(ut)},this.setViewport=function(A,F,Y,H){A.isVector4?ut.set(A.x,A.y,A.z,A.w):ut.set(A,F,Y,H),gt.viewport(q.copy(ut).multiplyScalar(En()).round())},this.getScissor=function(A){return A.copy(K)},this.setScissor=function(A,F,Y,H){A.isVector4?K.set(A.x,A.y,A.z,A.w):K.set(A,F,Y,H),gt.scissor(ot.copy(K).multiplyScalar(En()).round())},this.getScissorTest=function(){return Pt},this.setScissorTest=function(A){gt.setScissorTest(Pt=A)},this.setOpaqueSort=function(A){J=A},this.setTransparentSort=function(A){xt=A},this.getClearColor=function(A){return A.copy(D.getClearColor())},this.setClearColor=function(){D.setClearColor(...arguments)},this.getClearAlpha=function(){return D.getClearAlpha()},this.setClearAlpha=function(){D.setClearAlpha(...arguments)},this.clear=function(A=!0,F=!0,Y=!0){let H=0;if(A){let X=!1;if(Z!==null){let wt=Z.texture.format;X=m.has(wt)}if(X){let wt=Z.texture.type,Ct=g.has(wt),Mt=D.getClearColor(),Et=D.getClearAlpha(),Nt=Mt.r,Vt=Mt.g,Qt=Mt.b;Ct?(_[0]=Nt,_[1]=Vt,_[2]=Qt,_[3]=Et,B.clearBufferuiv(B.COLOR,0,_)):(b[0]=Nt,b[1]=Vt,b[2]=Qt,b[3]=Et,B.clearBufferiv(B.COLOR,0,b))}else H|=B.COLOR_BUFFER_BIT}F&&(H|=B.DEPTH_BUFFER_BIT,this.state.buffers.depth.setMask(!0)),Y&&(H|=B.STENCIL_BUFFER_BIT,this.state.buffers.stencil.setMask(4294967295)),H!==0&&B.clear(H)},this.clearColor=function(){this.clear(!0,!1,!1)},this.clearDepth=function(){this.clear(!1,!0,!1)},this.clearStencil=function(){this.clear(!1,!1,!0)},this.setNodesHandler=function(A){A.setRenderer(this),L=A},this.dispose=function(){n.removeEventListener("webglcontextlost",Ut,!1),n.removeEventListener("webglcontextrestored",qt,!1),n.removeEventListener("webglcontextcreationerror",Tt,!1),D.dispose(),St.dispose(),tt.dispose(),Bt.dispose(),Lt.dispose(),P.dispose(),ft.dispose(),V.dispose(),_t.dispose(),Dt.dispose(),rt.dispose(),dt.dispose(),dt.removeEventListener("sessionstart",ky),dt.removeEventListener("sessionend",zy),Es.stop()};function Ut(A){A.preventDefault(),My("WebGLRenderer: Context Lost."),C=!0}function qt(){My("WebGLRenderer: Context Restored."),C=!1;let A=Ce.autoReset,F=vt.enabled,Y=vt.autoUpdate,H=vt.needsUpdate,X=vt.type;Yt(),Ce.autoReset=A,vt.enabled=F,vt.autoUpdate=Y,vt.needsUpdate=H,vt.type=X}function Tt(A){kt("WebGLRenderer: A WebGL context could not be created. Reason: ",A.statusMessage)}function de(A){let F=A.target;F.removeEventListener("dispose",de),Ze(F)}function Ze(A){Xr(A),Lt.remove(A)}function Xr(A){let F=Lt.get(A).programs;F!==void 0&&(F.forEach(function(Y){rt.releaseProgram(Y)}),A.isShaderMaterial&&rt.releaseShaderCache(A))}this.renderBufferDirect=function(A,F,Y,H,X,wt){F===null&&(F=An);let Ct=X.isMesh&&X.matrixWorld.determinantAffine()<0,Mt=eE(A,F,Y,H,X);gt.setMaterial(H,Ct);let Et=Y.index,Nt=1;if(H.wireframe===!0){if(Et=V.getWireframeAttribute(Y),Et===void 0)return;Nt=2}let Vt=Y.drawRange,Qt=Y.attributes.position,Rt=Vt.start*Nt,jt=(Vt.start+Vt.count)*Nt;wt!==null&&(Rt=Math.max(Rt,wt.start*Nt),jt=Math.min(jt,(wt.start+wt.count)*Nt)),Et!==null?(Rt=Math.max(Rt,0),jt=Math.min(jt,Et.count)):Qt!=null&&(Rt=Math.max(Rt,0),jt=Math.min(jt,Qt.count));let Oe=jt-Rt;if(Oe<0||Oe===1/0)return;_t.setup(X,H,Mt,Y,Et);let be,ge=j;if(Et!==null&&(be=T.get(Et),ge=bt,ge.setIndex(be)),X.isMesh)H.wireframe===!0?(gt.setLineWidth(H.wireframeLinewidth*En()),ge.setMode(B.LINES)):ge.setMode(B.TRIANGLES);else if(X.isLine){let ln=H.linewidth;ln===void 0&&(ln=1),gt.setLineWidth(ln*En()),X.isLineSegments?ge.setMode(B.LINES):X.isLineLoop?ge.setMode(B.LINE_LOOP):ge.setMode(B.LINE_STRIP)}else X.isPoints?ge.setMode(B.POINTS):X.isSprite&&ge.setMode(B.TRIANGLES);if(X.isBatchedMesh)if(_e.get("WEBGL_multi_draw"))ge.renderMultiDraw(X._multiDrawStarts,X._multiDrawCounts,X._multiDrawCount);else{let ln=X._multiDrawStarts,It=X._multiDrawCounts,gn=X._multiDrawCount,le=Et?T.get(Et).bytesPerElement:1,Cs=Lt.get(H).currentProgram.getUniforms();for(let cn=0;cn<gn;cn++)Cs.setValue(B,"_gl_DrawID",cn),ge.render(ln[cn]/le,It[cn])}else if(X.isInstancedMesh)ge.renderInstances(Rt,Oe,X.count);else if(Y.isInstancedBufferGeometry){let ln=Y._maxInstanceCount!==void 0?Y._maxInstanceCount:1/0,It=Math.min(Y.instanceCount,ln);ge.renderInstances(Rt,Oe,It)}else ge.render(Rt,Oe)};function By(A,F,Y,H){L!==null&&A.isNodeMaterial&&L.setObject(H,A),Gt===!0&&et.setState(A,Y,!1),A.transparent===!0&&A.side===fr&&A.forceSinglePass===!1?(A.side=Tn,A.needsUpdate=!0,tl(A,F,H),A.side=Ts,A.needsUpdate=!0,tl(A,F,H),A.side=fr):tl(A,F,H)}this.compile=function(A,F,Y=null){Y===null&&(Y=A),L!==null&&L.renderStart(A,F,Y),M=tt.get(Y),M.init(F),S.push(M),Y.traverseVisible(function(X){X.isLight&&X.layers.test(F.layers)&&(M.pushLight(X),X.castShadow&&M.pushShadow(X))}),A!==Y&&A.traverseVisible(function(X){X.isLight&&X.layers.test(F.layers)&&(M.pushLight(X),X.castShadow&&M.pushShadow(X))}),M.setupLights(),L!==null&&L.updateLights(M.state.lightsArray),ae=this.localClippingEnabled,Gt=et.init(this.clippingPlanes,ae),Gt===!0&&et.setGlobalState(this.clippingPlanes,F),L!==null&&vt.render(M.state.shadowsArray,Y,F);let H=new Set;return A.traverse(function(X){if(!(X.isMesh||X.isPoints||X.isLine||X.isSprite))return;let wt=X.material;if(wt)if(Array.isArray(wt))for(let Ct=0;Ct<wt.length;Ct++){let Mt=wt[Ct];By(Mt,Y,F,X),H.add(Mt)}else By(wt,Y,F,X),H.add(wt)}),M=S.pop(),L!==null&&L.renderEnd(),H},this.compileAsync=function(A,F,Y=null){let H=this.compile(A,F,Y);return new Promise(X=>{function wt(){if(H.forEach(function(Ct){let Et=Lt.get(Ct).currentProgram;(Et===void 0||Et.isReady())&&H.delete(Ct)}),H.size===0){X(A);return}setTimeout(wt,10)}_e.get("KHR_parallel_shader_compile")!==null?wt():setTimeout(wt,10)})};let zd=null;function j2(A){zd&&zd(A)}function ky(){Es.stop()}function zy(){Es.start()}let Es=new B2;Es.setAnimationLoop(j2),typeof self<"u"&&Es.setContext(self),this.setAnimationLoop=function(A){zd=A,dt.setAnimationLoop(A),A===null?Es.stop():Es.start()},dt.addEventListener("sessionstart",ky),dt.addEventListener("sessionend",zy),this.render=function(A,F){if(F!==void 0&&F.isCamera!==!0){kt("WebGLRenderer.render: camera is not an instance of THREE.Camera.");return}if(C===!0)return;L!==null&&L.renderStart(A,F);let Y=dt.enabled===!0&&dt.isPresenting===!0,H=E!==null&&(Z===null||Y)&&E.begin(R,Z);if(A.matrixWorldAutoUpdate===!0&&A.updateMatrixWorld(),F.parent===null&&F.matrixWorldAutoUpdate===!0&&F.updateMatrixWorld(),dt.enabled===!0&&dt.isPresenting===!0&&(E===null||E.isCompositing()===!1)&&(dt.cameraAutoUpdate===!0&&dt.updateCamera(F),F=dt.getCamera()),A.isScene===!0&&A.onBeforeRender(R,A,F,Z),M=tt.get(A,S.length),M.init(F),M.state.textureUnits=Bt.getTextureUnits(),S.push(M),re.multiplyMatrices(F.projectionMatrix,F.matrixWorldInverse),F.isArrayCamera?Ft.setFromArrayCamera(F):mt.setFromProjectionMatrix(re,hi,F.reversedDepth),ae=this.localClippingEnabled,Gt=et.init(this.clippingPlanes,ae),w=St.get(A,y.length),w.init(),y.push(w),this.info.render.frame++,dt.enabled===!0&&dt.isPresenting===!0){let Ct=R.xr.getDepthSensingMesh();Ct!==null&&Gd(Ct,F,-1/0,R.sortObjects)}Gd(A,F,0,R.sortObjects),w.finish(),L!==null&&L.updateLights(M.state.lightsArray),R.sortObjects===!0&&w.sort(J,xt),mn=dt.enabled===!1||dt.isPresenting===!1||dt.hasDepthSensing()===!1,mn&&D.addToRenderList(w,A),this.info.autoReset===!0&&this.info.reset(),Gt===!0&&et.beginShadows();let X=M.state.shadowsArray;if(vt.render(X,A,F),Gt===!0&&et.endShadows(),(H&&E.hasRenderPass())===!1){let Ct=w.opaque,Mt=w.transmissive;if(M.setupLights(),F.isArrayCamera){let Et=F.cameras;if(Mt.length>0)for(let Nt=0,Vt=Et.length;Nt<Vt;Nt++){let Qt=Et[Nt];Vy(Ct,Mt,A,Qt)}mn&&D.render(A);for(let Nt=0,Vt=Et.length;Nt<Vt;Nt++){let Qt=Et[Nt];Gy(w,A,Qt,Qt.viewport)}}else Mt.length>0&&Vy(Ct,Mt,A,F),mn&&D.render(A),Gy(w,A,F)}Z!==null&&z===0&&(Bt.updateMultisampleRenderTarget(Z),Bt.updateRenderTargetMipmap(Z)),H&&E.end(R),A.isScene===!0&&A.onAfterRender(R,A,F),_t.resetDefaultState(),U=-1,G=null,S.pop(),S.length>0?(M=S[S.length-1],Bt.setTextureUnits(M.state.textureUnits),Gt===!0&&et.setGlobalState(R.clippingPlanes,M.state.camera)):M=null,y.pop(),y.length>0?w=y[y.length-1]:w=null,L!==null&&L.renderEnd()};function Gd(A,F,Y,H){if(A.visible===!1)return;if(A.layers.test(F.layers)){if(A.isGroup)Y=A.renderOrder;else if(A.isLOD)A.autoUpdate===!0&&A.update(F);else if(A.isLight)M.pushLight(A),A.castShadow&&M.pushShadow(A);else if(A.isSprite){let Ct=F.isArrayCamera?Ft:mt;if(!A.frustumCulled||A.intersectsFrustum(Ct)){H&&Fe.setFromMatrixPosition(A.matrixWorld).applyMatrix4(re);let Mt=ft.update(A),Et=A.material;Et.visible&&w.push(A,Mt,Et,Y,Fe.z,null,F)}}else if(A.isMesh||A.isLine||A.isPoints){let Ct=F.isArrayCamera?Ft:mt;if(!A.frustumCulled||A.intersectsFrustum(Ct)){let Mt=ft.update(A),Et=A.material;if(H&&(A.boundingSphere!==void 0?(A.boundingSphere===null&&A.computeBoundingSphere(),Fe.copy(A.boundingSphere.center)):(Mt.boundingSphere===null&&Mt.computeBoundingSphere(),Fe.copy(Mt.boundingSphere.center)),Fe.applyMatrix4(A.matrixWorld).applyMatrix4(re)),Array.isArray(Et)){let Nt=Mt.groups;for(let Vt=0,Qt=Nt.length;Vt<Qt;Vt++){let Rt=Nt[Vt],jt=Et[Rt.materialIndex];jt&&jt.visible&&w.push(A,Mt,jt,Y,Fe.z,Rt,F)}}else Et.visible&&w.push(A,Mt,Et,Y,Fe.z,null,F)}}}let wt=A.children;for(let Ct=0,Mt=wt.length;Ct<Mt;Ct++)Gd(wt[Ct],F,Y,H)}function Gy(A,F,Y,H){let{opaque:X,transmissive:wt,transparent:Ct}=A;M.setupLightsView(Y),Gt===!0&&et.setGlobalState(R.clippingPlanes,Y),H&&gt.viewport(q.copy(H)),X.length>0&&zc(X,F,Y),wt.length>0&&zc(wt,F,Y),Ct.length>0&&zc(Ct,F,Y),gt.buffers.depth.setTest(!0),gt.buffers.depth.setMask(!0),gt.buffers.color.setMask(!0),gt.setPolygonOffset(!1)}function Vy(A,F,Y,H){if((Y.isScene===!0?Y.overrideMaterial:null)!==null)return;if(M.state.transmissionRenderTarget[H.id]===void 0){let Rt=_e.has("EXT_color_buffer_half_float")||_e.has("EXT_color_buffer_float");M.state.transmissionRenderTarget[H.id]=new $n(1,1,{generateMipmaps:!0,type:Rt?Pi:qn,minFilter:Hr,samples:Math.max(4,ve.samples),stencilBuffer:s,resolveDepthBuffer:!1,resolveStencilBuffer:!1,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,colorSpace:te.workingColorSpace})}let wt=M.state.transmissionRenderTarget[H.id],Ct=H.viewport||q;wt.setSize(Ct.z*R.transmissionResolutionScale,Ct.w*R.transmissionResolutionScale);let Mt=R.getRenderTarget(),Et=R.getActiveCubeFace(),Nt=R.getActiveMipmapLevel();R.setRenderTarget(wt),R.getClearColor(W),lt=R.getClearAlpha(),lt<1&&R.setClearColor(16777215,.5),R.clear(),mn&&D.render(Y);let Vt=R.toneMapping;R.toneMapping=hr;let Qt=H.viewport;if(H.viewport!==void 0&&(H.viewport=void 0),M.setupLightsView(H),Gt===!0&&et.setGlobalState(R.clippingPlanes,H),zc(A,Y,H),Bt.updateMultisampleRenderTarget(wt),Bt.updateRenderTargetMipmap(wt),_e.has("WEBGL_multisampled_render_to_texture")===!1){let Rt=!1;for(let jt=0,Oe=F.length;jt<Oe;jt++){let be=F[jt],{object:ge,geometry:ln,material:It,group:gn}=be;if(It.side===fr&&ge.layers.test(H.layers)){let le=It.side;It.side=Tn,It.needsUpdate=!0,Hy(ge,Y,H,ln,It,gn),It.side=le,It.needsUpdate=!0,Rt=!0}}Rt===!0&&(Bt.updateMultisampleRenderTarget(wt),Bt.updateRenderTargetMipmap(wt))}R.setRenderTarget(Mt,Et,Nt),R.setClearColor(W,lt),Qt!==void 0&&(H.viewport=Qt),R.toneMapping=Vt}function zc(A,F,Y){let H=F.isScene===!0?F.overrideMaterial:null;for(let X=0,wt=A.length;X<wt;X++){let Ct=A[X],{object:Mt,geometry:Et,group:Nt}=Ct,Vt=Ct.material;Vt.allowOverride===!0&&H!==null&&(Vt=H),Mt.layers.test(Y.layers)&&Hy(Mt,F,Y,Et,Vt,Nt)}}function Hy(A,F,Y,H,X,wt){L!==null&&X.isNodeMaterial&&L.setObject(A,X),A.onBeforeRender(R,F,Y,H,X,wt),A.modelViewMatrix.multiplyMatrices(Y.matrixWorldInverse,A.matrixWorld),A.normalMatrix.getNormalMatrix(A.modelViewMatrix),X.onBeforeRender(R,F,Y,H,A,wt),X.transparent===!0&&X.side===fr&&X.forceSinglePass===!1?(X.side=Tn,X.needsUpdate=!0,R.renderBufferDirect(Y,F,H,X,A,wt),X.side=Ts,X.needsUpdate=!0,R.renderBufferDirect(Y,F,H,X,A,wt),X.side=fr):R.renderBufferDirect(Y,F,H,X,A,wt),A.onAfterRender(R,F,Y,H,X,wt)}function Wy(A){let F=0;for(let Y of A)Y.texture!==null&&F++;return F}function tl(A,F,Y){F.isScene!==!0&&(F=An);let H=Lt.get(A),X=M.state.lights,wt=M.state.shadowsArray,Ct=X.state.version,Mt=rt.getParameters(A,X.state,wt,F,Y,M.state.lightProbeGridArray),Et=rt.getProgramCacheKey(Mt),Nt=H.programs;H.environment=A.isMeshStandardMaterial||A.isMeshLambertMaterial||A.isMeshPhongMaterial?F.environment:null,H.fog=F.fog;let Vt=A.isMeshStandardMaterial||A.isMeshLambertMaterial&&!A.envMap||A.isMeshPhongMaterial&&!A.envMap;H.envMap=P.get(A.envMap||H.environment,Vt),H.envMapRotation=H.environment!==null&&A.envMap===null?F.environmentRotation:A.envMapRotation,Nt===void 0&&(A.addEventListener("dispose",de),Nt=new Map,H.programs=Nt,H.programVariants=new Map);let Qt=Nt.get(Et);if(Qt!==void 0){if(H.currentProgram===Qt&&H.lightsStateVersion===Ct)return Xy(A,Mt),Qt}else Mt.uniforms=rt.getUniforms(A),L!==null&&A.isNodeMaterial&&L.build(A,Y,Mt),A.onBeforeCompile(Mt,R),Qt=rt.acquireProgram(Mt,Et),Nt.set(Et,Qt),H.uniforms=Mt.uniforms;let Rt=H.uniforms;return(!A.isShaderMaterial&&!A.isRawShaderMaterial||A.clipping===!0)&&(Rt.clippingPlanes=et.uniform),Xy(A,Mt),H.needsLights=iE(A),H.lightsStateVersion=Ct,H.needsLights&&(Rt.ambientLightColor.value=X.state.ambient,Rt.lightProbe.value=X.state.probe,Rt.sunLights.value=X.state.sun,Rt.sunLightShadows.value=X.state.sunShadow,Rt.directionalLights.value=X.state.directional,Rt.directionalLightShadows.value=X.state.directionalShadow,Rt.spotLights.value=X.state.spot,Rt.spotLightShadows.value=X.state.spotShadow,Rt.rectAreaLights.value=X.state.rectArea,Rt.ltc_1.value=X.state.rectAreaLTC1,Rt.ltc_2.value=X.state.rectAreaLTC2,Rt.pointLights.value=X.state.point,Rt.pointLightShadows.value=X.state.pointShadow,Rt.hemisphereLights.value=X.state.hemi,Rt.sunShadowMatrix.value=X.state.sunShadowMatrix,Rt.sunShadowCascade.value=X.state.sunShadowCascade,Rt.directionalShadowMatrix.value=X.state.directionalShadowMatrix,Rt.spotLightMatrix.value=X.state.spotLightMatrix,Rt.spotLightMap.value=X.state.spotLightMap,Rt.pointShadowMatrix.value=X.state.pointShadowMatrix),H.numLightProbeGrids=Wy(M.state.lightProbeGridArray),H.currentProgram=Qt,H.uniformsList=null,Qt}function tE(A,F,Y,H,X){let wt=Lt.get(A),Ct=wt.currentProgram.id+","+H+","+X,Mt=wt.programVariants.get(Ct);return Mt===void 0?(Mt=tl(A,F,Y),wt.programVariants.set(Ct,Mt)):(wt.currentProgram=Mt,wt.uniformsList=null,wt.outputColorSpace=H,wt.toneMapping=X),Mt}function $y(A){if(A.uniformsList===null){let F=A.currentProgram.getUniforms();A.uniformsList=Ka.seqWithValue(F.seq,A.uniforms)}return A.uniformsList}function Xy(A,F){let Y=Lt.get(A);Y.outputColorSpace=F.outputColorSpace,Y.batching=F.batching,Y.batchingColor=F.batchingColor,Y.instancing=F.instancing,Y.instancingColor=F.instancingColor,Y.instancingMorph=F.instancingMorph,Y.skinning=F.skinning,Y.morphTargets=F.morphTargets,Y.morphNormals=F.morphNormals,Y.morphColors=F.morphColors,Y.morphTargetsCount=F.morphTargetsCount,Y.numClippingPlanes=F.numClippingPlanes,Y.numIntersection=F.numClipIntersection,Y.vertexAlphas=F.vertexAlphas,Y.vertexTangents=F.vertexTangents,Y.toneMapping=F.toneMapping}function eE(A,F,Y,H,X){F.isScene!==!0&&(F=An),Bt.resetTextureUnits();let wt=F.fog,Ct=H.isMeshStandardMaterial||H.isMeshLambertMaterial||H.isMeshPhongMaterial?F.environment:null,Mt=Z===null?R.outputColorSpace:Z.isXRRenderTarget===!0?Z.texture.colorSpace:te.workingColorSpace,Et=H.isMeshStandardMaterial||H.isMeshLambertMaterial&&!H.envMap||H.isMeshPhongMaterial&&!H.envMap,Nt=P.get(H.envMap||Ct,Et),Vt=H.vertexColors===!0&&!!Y.attributes.color&&Y.attributes.color.itemSize===4,Qt=!!Y.attributes.tangent&&(!!H.normalMap||H.anisotropy>0),Rt=!!Y.morphAttributes.position,jt=!!Y.morphAttributes.normal,Oe=!!Y.morphAttributes.color,be=hr;H.toneMapped&&(Z===null||Z.isXRRenderTarget===!0)&&(be=R.toneMapping);let ge=Y.morphAttributes.position||Y.morphAttributes.normal||Y.morphAttributes.color,ln=ge!==void 0?ge.length:0,It=Lt.get(H),gn=M.state.lights;if(Gt===!0&&(ae===!0||A!==G)){let Ae=A===G&&H.id===U;et.setState(H,A,Ae)}let le=!1,Cs=!1;H.version===It.__version?It.needsLights&&It.lightsStateVersion!==gn.state.version||X.isBatchedMesh&&It.batching===!1||!X.isBatchedMesh&&It.batching===!0||X.isBatchedMesh&&It.batchingColor===!0&&X._colorsTexture===null||X.isBatchedMesh&&It.batchingColor===!1&&X._colorsTexture!==null||X.isInstancedMesh&&It.instancing===!1||!X.isInstancedMesh&&It.instancing===!0||X.isSkinnedMesh&&It.skinning===!1||!X.isSkinnedMesh&&It.skinning===!0||X.isInstancedMesh&&It.instancingColor===!0&&X.instanceColor===null||X.isInstancedMesh&&It.instancingColor===!1&&X.instanceColor!==null||X.isInstancedMesh&&It.instancingMorph===!0&&X.morphTexture===null||X.isInstancedMesh&&It.instancingMorph===!1&&X.morphTexture!==null||It.envMap!==Nt||H.fog===!0&&It.fog!==wt||It.numClippingPlanes!==void 0&&(It.numClippingPlanes!==et.numPlanes||It.numIntersection!==et.numIntersection)||It.vertexAlphas!==Vt||It.vertexTangents!==Qt||It.morphTargets!==Rt||It.morphNormals!==jt||It.morphColors!==Oe||It.morphTargetsCount!==ln||It.numLightProbeGrids!==Wy(M.state.lightProbeGridArray)?le=!0:(It.outputColorSpace!==Mt||It.toneMapping!==be)&&(Cs=!0):(le=!0,It.__version=H.version);let cn=It.currentProgram;(le===!0||Cs===!0)&&(cn=Cs===!0?tE(H,F,X,Mt,be):tl(H,F,X),L&&H.isNodeMaterial&&L.onUpdateProgram(H,cn,It));let Gc=!1,qr=!1,Rs=!1,ne=cn.getUniforms(),on=It.uniforms;if(gt.useProgram(cn.program)&&(Gc=!0,qr=!0,Rs=!0),H.id!==U&&(U=H.id,qr=!0),Gc||G!==A){gt.buffers.depth.getReversed()&&A.reversedDepth!==!0&&(A._reversedDepth=!0,A.updateProjectionMatrix()),ne.setValue(B,"projectionMatrix",A.projectionMatrix),ne.setValue(B,"viewMatrix",A.matrixWorldInverse);let Je=ne.map.cameraPosition;Je!==void 0&&Je.setValue(B,Ye.setFromMatrixPosition(A.matrixWorld)),ve.logarithmicDepthBuffer&&ne.setValue(B,"logDepthBufFC",2/(Math.log(A.far+1)/Math.LN2)),(H.isMeshPhongMaterial||H.isMeshToonMaterial||H.isMeshLambertMaterial||H.isMeshBasicMaterial||H.isMeshStandardMaterial||H.isShaderMaterial)&&ne.setValue(B,"isOrthographic",A.isOrthographicCamera===!0),G!==A&&(G=A,qr=!0,Rs=!0)}if(It.needsLights&&(gn.state.sunShadowMap.length>0&&ne.setValue(B,"sunShadowMap",gn.state.sunShadowMap,Bt),gn.state.directionalShadowMap.length>0&&ne.setValue(B,"directionalShadowMap",gn.state.directionalShadowMap,Bt),gn.state.spotShadowMap.length>0&&ne.setValue(B,"spotShadowMap",gn.state.spotShadowMap,Bt),gn.state.pointShadowMap.length>0&&ne.setValue(B,"pointShadowMap",gn.state.pointShadowMap,Bt)),X.isSkinnedMesh){ne.setOptional(B,X,"bindMatrix"),ne.setOptional(B,X,"bindMatrixInverse");let Ae=X.skeleton;Ae&&(Ae.boneTexture===null&&Ae.computeBoneTexture(),ne.setValue(B,"boneTexture",Ae.boneTexture,Bt))}X.isBatchedMesh&&(ne.setOptional(B,X,"batchingTexture"),ne.setValue(B,"batchingTexture",X._matricesTexture,Bt),ne.setOptional(B,X,"batchingIdTexture"),ne.setValue(B,"batchingIdTexture",X._indirectTexture,Bt),ne.setOptional(B,X,"batchingColorTexture"),X._colorsTexture!==null&&ne.setValue(B,"batchingColorTexture",X._colorsTexture,Bt));let mi=Y.morphAttributes;if((mi.position!==void 0||mi.normal!==void 0||mi.color!==void 0)&&nt.update(X,Y,cn),(qr||It.receiveShadow!==X.receiveShadow)&&(It.receiveShadow=X.receiveShadow,ne.setValue(B,"receiveShadow",X.receiveShadow)),(H.isMeshStandardMaterial||H.isMeshLambertMaterial||H.isMeshPhongMaterial)&&H.envMap===null&&F.environment!==null&&(on.envMapIntensity.value=F.environmentIntensity),on.dfgLUT!==void 0&&(on.dfgLUT.value=dB()),qr){if(ne.setValue(B,"toneMappingExposure",R.toneMappingExposure),It.needsLights&&nE(on,Rs),wt&&H.fog===!0&&yt.refreshFogUniforms(on,wt),yt.refreshMaterialUniforms(on,H,st,at,M.state.transmissionRenderTarget[A.id]),It.needsLights&&It.numLightProbeGrids>0){let Ae=v,Je=0;for(let mr of M.state.lightProbeGridArray)mr.texture!==null&&(Ae.textures[Je]=mr.texture,Ae.min[Je]=mr.boundingBox.min,Ae.max[Je]=mr.boundingBox.max,Ae.resolution[Je]=mr.resolution,Je++);for(let mr in Ae)Ae[mr].length=Je;on.probesSH.value=Ae.textures,on.probesMin.value=Ae.min,on.probesMax.value=Ae.max,on.probesResolution.value=Ae.resolution}Ka.upload(B,$y(It),on,Bt)}if(H.isShaderMaterial&&H.uniformsNeedUpdate===!0&&(Ka.upload(B,$y(It),on,Bt),H.uniformsNeedUpdate=!1),H.isSpriteMaterial&&ne.setValue(B,"center",X.center),ne.setValue(B,"modelViewMatrix",X.modelViewMatrix),ne.setValue(B,"normalMatrix",X.normalMatrix),ne.setValue(B,"modelMatrix",X.matrixWorld),H.uniformsGroups!==void 0){let Ae=H.uniformsGroups;for(let Je=0,mr=Ae.length;Je<mr;Je++){let Yy=Ae[Je];Dt.update(Yy,cn),Dt.bind(Yy,cn)}}return cn}function nE(A,F){A.ambientLightColor.needsUpdate=F,A.lightProbe.needsUpdate=F,A.sunLights.needsUpdate=F,A.sunLightShadows.needsUpdate=F,A.directionalLights.needsUpdate=F,A.directionalLightShadows.needsUpdate=F,A.pointLights.needsUpdate=F,A.pointLightShadows.needsUpdate=F,A.spotLights.needsUpdate=F,A.spotLightShadows.needsUpdate=F,A.rectAreaLights.needsUpdate=F,A.hemisphereLights.needsUpdate=F}function iE(A){return A.isMeshLambertMaterial||A.isMeshToonMaterial||A.isMeshPhongMaterial||A.isMeshStandardMaterial||A.isShadowMaterial||A.isShaderMaterial&&A.lights===!0}this.getActiveCubeFace=function(){return k},this.getActiveMipmapLevel=function(){return z},this.getRenderTarget=function(){return Z},this.setRenderTargetTextures=function(A,F,Y){let H=Lt.get(A);H.__autoAllocateDepthBuffer=A.resolveDepthBuffer===!1,H.__autoAllocateDepthBuffer===!1&&(H.__useRenderToTexture=!1),Lt.get(A.texture).__webglTexture=F,Lt.get(A.depthTexture).__webglTexture=H.__autoAllocateDepthBuffer?void 0:Y,H.__hasExternalTextures=!0},this.setRenderTargetFramebuffer=function(A,F){let Y=Lt.get(A);Y.__webglFramebuffer=F,Y.__useDefaultFramebuffer=F===void 0},this.setRenderTarget=function(A,F=0,Y=0){Z=A,k=F,z=Y;let H=null,X=!1,wt=!1;if(A){let Mt=Lt.get(A);if(Mt.__useDefaultFramebuffer!==void 0){gt.bindFramebuffer(B.FRAMEBUFFER,Mt.__webglFramebuffer),q.copy(A.viewport),ot.copy(A.scissor),ct=A.scissorTest,gt.viewport(q),gt.scissor(ot),gt.setScissorTest(ct),U=-1;return}else if(Mt.__webglFramebuffer===void 0)Bt.setupRenderTarget(A);else if(Mt.__hasExternalTextures)Bt.rebindTextures(A,Lt.get(A.texture).__webglTexture,Lt.get(A.depthTexture).__webglTexture);else if(A.depthBuffer){let Vt=A.depthTexture;if(Mt.__boundDepthTexture!==Vt){if(Vt!==null&&Lt.has(Vt)&&(A.width!==Vt.image.width||A.height!==Vt.image.height))throw new Error("THREE.WebGLRenderer: Attached DepthTexture is initialized to the incorrect size.");Bt.setupDepthRenderbuffer(A)}}let Et=A.texture;(Et.isData3DTexture||Et.isDataArrayTexture||Et.isCompressedArrayTexture)&&(wt=!0);let Nt=Lt.get(A).__webglFramebuffer;A.isWebGLCubeRenderTarget?(Array.isArray(Nt[F])?H=Nt[F][Y]:H=Nt[F],X=!0):A.samples>0&&Bt.useMultisampledRTT(A)===!1?H=Lt.get(A).__webglMultisampledFramebuffer:Array.isArray(Nt)?H=Nt[Y]:H=Nt,q.copy(A.viewport),ot.copy(A.scissor),ct=A.scissorTest}else q.copy(ut).multiplyScalar(st).floor(),ot.copy(K).multiplyScalar(st).floor(),ct=Pt;if(Y!==0&&(H=O),gt.bindFramebuffer(B.FRAMEBUFFER,H)&&gt.drawBuffers(A,H),gt.viewport(q),gt.scissor(ot),gt.setScissorTest(ct),X){let Mt=Lt.get(A.texture);B.framebufferTexture2D(B.FRAMEBUFFER,B.COLOR_ATTACHMENT0,B.TEXTURE_CUBE_MAP_POSITIVE_X+F,Mt.__webglTexture,Y)}else if(wt){let Mt=F;for(let Et=0;Et<A.textures.length;Et++){let Nt=Lt.get(A.textures[Et]);B.framebufferTextureLayer(B.FRAMEBUFFER,B.COLOR_ATTACHMENT0+Et,Nt.__webglTexture,Y,Mt)}}else if(A!==null&&Y!==0){let Mt=Lt.get(A.texture);B.framebufferTexture2D(B.FRAMEBUFFER,B.COLOR_ATTACHMENT0,B.TEXTURE_2D,Mt.__webglTexture,Y)}U=-1};function qy(A){let F=Lt.get(A);return(F.__readFormat!==A.format||F.__readType!==A.type)&&(F.__readFormat=A.format,F.__readType=A.type,F.__formatReadable=ve.textureFormatReadable(A.format),F.__typeReadable=ve.textureTypeReadable(A.type)),F}this.readRenderTargetPixels=function(A,F,Y,H,X,wt,Ct,Mt=0){if(!(A&&A.isWebGLRenderTarget)){kt("WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");return}let Et=Lt.get(A).__webglFramebuffer;if(A.isWebGLCubeRenderTarget&&Ct!==void 0&&(Et=Et[Ct],Array.isArray(Et)&&(Et=Et[0])),Et){gt.bindFramebuffer(B.FRAMEBUFFER,Et);try{let Nt=A.textures[Mt],Vt=Nt.format,Qt=Nt.type;A.textures.length>1&&B.readBuffer(B.COLOR_ATTACHMENT0+Mt);let Rt=qy(Nt);if(Rt.__formatReadable===!1){kt("WebGLRenderer.readRenderTargetPixels: renderTarget is not in RGBA or implementation defined format.");return}if(Rt.__typeReadable===!1){kt("WebGLRenderer.readRenderTargetPixels: renderTarget is not in UnsignedByteType or implementation defined type.");return}F>=0&&F<=A.width-H&&Y>=0&&Y<=A.height-X&&B.readPixels(F,Y,H,X,pt.convert(Vt),pt.convert(Qt),wt)}finally{let Nt=Z!==null?Lt.get(Z).__webglFramebuffer:null;gt.bindFramebuffer(B.FRAMEBUFFER,Nt)}}},this.readRenderTargetPixelsAsync=async function(A,F,Y,H,X,wt,Ct,Mt=0){if(!(A&&A.isWebGLRenderTarget))throw new Error("THREE.WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");let Et=Lt.get(A).__webglFramebuffer;if(A.isWebGLCubeRenderTarget&&Ct!==void 0&&(Et=Et[Ct],Array.isArray(Et)&&(Et=Et[0])),Et)if(F>=0&&F<=A.width-H&&Y>=0&&Y<=A.height-X){gt.bindFramebuffer(B.FRAMEBUFFER,Et);let Nt=A.textures[Mt],Vt=Nt.format,Qt=Nt.type;A.textures.length>1&&B.readBuffer(B.COLOR_ATTACHMENT0+Mt);let Rt=qy(Nt);if(Rt.__formatReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in RGBA or implementation defined format.");if(Rt.__typeReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in UnsignedByteType or implementation defined type.");let jt=B.createBuffer();B.bindBuffer(B.PIXEL_PACK_BUFFER,jt),B.bufferData(B.PIXEL_PACK_BUFFER,wt.byteLength,B.STREAM_READ),B.readPixels(F,Y,H,X,pt.convert(Vt),pt.convert(Qt),0),B.bindBuffer(B.PIXEL_PACK_BUFFER,null);let Oe=Z!==null?Lt.get(Z).__webglFramebuffer:null;gt.bindFramebuffer(B.FRAMEBUFFER,Oe);let be=B.fenceSync(B.SYNC_GPU_COMMANDS_COMPLETE,0);return B.flush(),await u2(B,be,4),B.bindBuffer(B.PIXEL_PACK_BUFFER,jt),B.getBufferSubData(B.PIXEL_PACK_BUFFER,0,wt),B.bindBuffer(B.PIXEL_PACK_BUFFER,null),B.deleteBuffer(jt),B.deleteSync(be),wt}else throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: requested read bounds are out of range.")},this.copyFramebufferToTexture=function(A,F=null,Y=0){let H=Math.pow(2,-Y),X=Math.floor(A.image.width*H),wt=Math.floor(A.image.height*H),Ct=F!==null?F.x:0,Mt=F!==null?F.y:0;Bt.setTexture2D(A,0),B.copyTexSubImage2D(B.TEXTURE_2D,Y,0,0,Ct,Mt,X,wt),gt.unbindTexture()},this.copyTextureToTexture=function(A,F,Y=null,H=null,X=0,wt=0){let Ct,Mt,Et,Nt,Vt,Qt,Rt,jt,Oe,be=A.isCompressedTexture?A.mipmaps[wt]:A.image;if(Y!==null)Ct=Y.max.x-Y.min.x,Mt=Y.max.y-Y.min.y,Et=Y.isBox3?Y.max.z-Y.min.z:1,Nt=Y.min.x,Vt=Y.min.y,Qt=Y.isBox3?Y.min.z:0;else{let ne=Math.pow(2,-X);Ct=Math.floor(be.width*ne),Mt=Math.floor(be.height*ne),A.isDataArrayTexture?Et=be.depth:A.isData3DTexture?Et=Math.floor(be.depth*ne):Et=1,Nt=0,Vt=0,Qt=0}H!==null?(Rt=H.x,jt=H.y,Oe=H.z):(Rt=0,jt=0,Oe=0);let ge=pt.convert(F.format),ln=pt.convert(F.type),It;F.isData3DTexture?(Bt.setTexture3D(F,0),It=B.TEXTURE_3D):F.isDataArrayTexture||F.isCompressedArrayTexture?(Bt.setTexture2DArray(F,0),It=B.TEXTURE_2D_ARRAY):(Bt.setTexture2D(F,0),It=B.TEXTURE_2D),gt.activeTexture(B.TEXTURE0),gt.pixelStorei(B.UNPACK_FLIP_Y_WEBGL,F.flipY),gt.pixelStorei(B.UNPACK_PREMULTIPLY_ALPHA_WEBGL,F.premultiplyAlpha),gt.pixelStorei(B.UNPACK_ALIGNMENT,F.unpackAlignment);let gn=gt.getParameter(B.UNPACK_ROW_LENGTH),le=gt.getParameter(B.UNPACK_IMAGE_HEIGHT),Cs=gt.getParameter(B.UNPACK_SKIP_PIXELS),cn=gt.getParameter(B.UNPACK_SKIP_ROWS),Gc=gt.getParameter(B.UNPACK_SKIP_IMAGES);gt.pixelStorei(B.UNPACK_ROW_LENGTH,be.width),gt.pixelStorei(B.UNPACK_IMAGE_HEIGHT,be.height),gt.pixelStorei(B.UNPACK_SKIP_PIXELS,Nt),gt.pixelStorei(B.UNPACK_SKIP_ROWS,Vt),gt.pixelStorei(B.UNPACK_SKIP_IMAGES,Qt);let qr=A.isDataArrayTexture||A.isData3DTexture,Rs=F.isDataArrayTexture||F.isData3DTexture;if(A.isDepthTexture){let ne=Lt.get(A),on=Lt.get(F),mi=Lt.get(ne.__renderTarget),Ae=Lt.get(on.__renderTarget);gt.bindFramebuffer(B.READ_FRAMEBUFFER,mi.__webglFramebuffer),gt.bindFramebuffer(B.DRAW_FRAMEBUFFER,Ae.__webglFramebuffer);for(let Je=0;Je<Et;Je++)qr&&(B.framebufferTextureLayer(B.READ_FRAMEBUFFER,B.COLOR_ATTACHMENT0,Lt.get(A).__webglTexture,X,Qt+Je),B.framebufferTextureLayer(B.DRAW_FRAMEBUFFER,B.COLOR_ATTACHMENT0,Lt.get(F).__webglTexture,wt,Oe+Je)),B.blitFramebuffer(Nt,Vt,Nt+Ct,Vt+Mt,Rt,jt,Rt+Ct,jt+Mt,B.DEPTH_BUFFER_BIT,B.NEAREST);gt.bindFramebuffer(B.READ_FRAMEBUFFER,null),gt.bindFramebuffer(B.DRAW_FRAMEBUFFER,null)}else if(X!==0||A.isRenderTargetTexture||Lt.has(A)){let ne=Lt.get(A),on=Lt.get(F);gt.bindFramebuffer(B.READ_FRAMEBUFFER,I),gt.bindFramebuffer(B.DRAW_FRAMEBUFFER,N);for(let mi=0;mi<Et;mi++)qr?B.framebufferTextureLayer(B.READ_FRAMEBUFFER,B.COLOR_ATTACHMENT0,ne.__webglTexture,X,Qt+mi):B.framebufferTexture2D(B.READ_FRAMEBUFFER,B.COLOR_ATTACHMENT0,B.TEXTURE_2D,ne.__webglTexture,X),Rs?B.framebufferTextureLayer(B.DRAW_FRAMEBUFFER,B.COLOR_ATTACHMENT0,on.__webglTexture,wt,Oe+mi):B.framebufferTexture2D(B.DRAW_FRAMEBUFFER,B.COLOR_ATTACHMENT0,B.TEXTURE_2D,on.__webglTexture,wt),X!==0?B.blitFramebuffer(Nt,Vt,Nt+Ct,Vt+Mt,Rt,jt,Rt+Ct,jt+Mt,B.COLOR_BUFFER_BIT,B.NEAREST):Rs?B.copyTexSubImage3D(It,wt,Rt,jt,Oe+mi,Nt,Vt,Ct,Mt):B.copyTexSubImage2D(It,wt,Rt,jt,Nt,Vt,Ct,Mt);gt.bindFramebuffer(B.READ_FRAMEBUFFER,null),gt.bindFramebuffer(B.DRAW_FRAMEBUFFER,null)}else Rs?A.isDataTexture||A.isData3DTexture?B.texSubImage3D(It,wt,Rt,jt,Oe,Ct,Mt,Et,ge,ln,be.data):F.isCompressedArrayTexture?B.compressedTexSubImage3D(It,wt,Rt,jt,Oe,Ct,Mt,Et,ge,be.data):B.texSubImage3D(It,wt,Rt,jt,Oe,Ct,Mt,Et,ge,ln,be):A.isDataTexture?B.texSubImage2D(B.TEXTURE_2D,wt,Rt,jt,Ct,Mt,ge,ln,be.data):A.isCompressedTexture?B.compressedTexSubImage2D(B.TEXTURE_2D,wt,Rt,jt,be.width,be.height,ge,be.data):B.texSubImage2D(B.TEXTURE_2D,wt,Rt,jt,Ct,Mt,ge,ln,be);gt.pixelStorei(B.UNPACK_ROW_LENGTH,gn),gt.pixelStorei(B.UNPACK_IMAGE_HEIGHT,le),gt.pixelStorei(B.UNPACK_SKIP_PIXELS,Cs),gt.pixelStorei(B.UNPACK_SKIP_ROWS,cn),gt.pixelStorei(B.UNPACK_SKIP_IMAGES,Gc),wt===0&&F.generateMipmaps===!0&&F.mipmapsAutoUpdate===!0&&B.generateMipmap(It),gt.unbindTexture()},this.initRenderTarget=function(A){Lt.get(A).__webglFramebuffer===void 0&&Bt.setupRenderTarget(A)},this.initTexture=function(A){A.isCubeTexture?Bt.setTextureCube(A,0):A.isData3DTexture?Bt.setTexture3D(A,0):A.isDataArrayTexture||A.isCompressedArrayTexture?Bt.setTexture2DArray(A,0):Bt.setTexture2D(A,0),gt.unbindTexture()},this.resetState=function(){k=0,z=0,Z=null,gt.reset(),_t.reset()},typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}get coordinateSystem(){return hi}get outputColorSpace(){return this._outputColorSpace}set outputColorSpace(t){this._outputColorSpace=t;let n=this.getContext();n.drawingBufferColorSpace=te._getDrawingBufferColorSpace(t),n.unpackColorSpace=te._getUnpackColorSpace()}};function Z2(e,t,n){let i=new Fd({antialias:!0}),r=new yc,s=new Sn;e.append(i.domElement);let o=()=>i.render(r,s);return o(),{play:o,pause:o,seek:o,setSpeed:o,select:o,compare:o,dispose:()=>i.dispose()}}function J2(e){let t=new Set,n=null,i=new Set,r=()=>i.forEach(o=>o()),s={count:e,get picked(){return[...t].sort((o,a)=>o-a)},get hovered(){return n},shows(o){return n!==null?o===n:!t.size||t.has(o)},has:o=>t.has(o),pick(o){let a=new Set(o);a.size===e&&a.clear(),!(a.size===t.size&&[...a].every(l=>t.has(l)))&&(t=a,r())},toggle(o){let a=new Set(t);a.delete(o)||a.add(o),s.pick(a)},hover(o){o!==n&&(n=o,r())},watch(o){return i.add(o),o(),()=>i.delete(o)}};return s}var ja=20;function K2(e,t,n,i,r){let s=_=>{let b=_.filter(Number.isFinite);return b.length?b.reduce((v,w)=>v+w,0)/b.length:NaN},o=t.map((_,b)=>({skill:b,values:_.filter(Number.isFinite),mean:s(_)}));o.sort((_,b)=>Number.isNaN(_.mean)-Number.isNaN(b.mean)||b.mean-_.mean);let a=o.flatMap(_=>_.values);if(!a.length)return e.append($("p",{class:"empty"},"No episode has a return that is a number.")),()=>{};let[l,c]=[Math.min(...a),Math.max(...a)];l===c&&([l,c]=[l-1,c+1]);let u=.03*(c-l),h=[l-u,c+u],f=$("div",{class:"returns"});e.append(f);let d=new Map,p=Li(f,_=>{let b=o.length<=16||_<640?1:o.length<=40||_<960?2:3,v=Math.ceil(o.length/b),w=Math.floor(_/b)-24*(b>1)-108,M=y=>(y-h[0])/(h[1]-h[0])*w;d.clear(),f.style.setProperty("--columns",b),f.replaceChildren(...Array.from({length:b},(y,S)=>o.slice(S*v,(S+1)*v)).map((y,S)=>$("div",{},$("ol",{start:S*v+1},y.map(E=>$("li",{},x(E,M,w)))),$("div",{class:"scale","aria-hidden":"true"},mB(h,w))))),m()});function x({skill:_,values:b,mean:v},w,M){let y=Ao("svg",{width:M,height:ja,"aria-hidden":"true"});if(h[0]<0&&h[1]>0&&y.append(Ao("line",{x1:w(0),x2:w(0),y1:0,y2:ja,class:"zero"})),b.length){y.append(Ao("line",{x1:w(Math.min(...b)),x2:w(Math.max(...b)),y1:ja/2,y2:ja/2,class:"span"}));for(let E of b)y.append(Ao("circle",{cx:w(E),cy:ja/2,r:3.4,fill:i[_],"fill-opacity":.55}));y.append(Ao("line",{x1:w(v),x2:w(v),y1:3,y2:ja-3,class:"mean"}))}let S=$("button",{type:"button",class:"strip","aria-label":`Open skill ${_}: mean return ${ue(v)}${b.length?`, from ${ue(Math.min(...b))} to ${ue(Math.max(...b))}`:""}`,onclick:()=>r(_),onpointerenter:()=>n.hover(_),onpointerleave:()=>n.hover(null)},$("span",{class:"swatch",style:`background:${i[_]}`}),$("span",{class:"name"},String(_)),y,$("span",{class:"number"},ue(v)));return d.set(_,S),S}function m(){for(let[_,b]of d)b.classList.toggle("faded",!n.shows(_))}let g=n.watch(m);return()=>(p(),g())}function mB(e,t){return wi({width:t,height:22,margin:0,marginBottom:20,style:{background:"transparent",fontFamily:"inherit",fontSize:"11px",overflow:"visible"},x:{domain:e,label:null},marks:[ir({ticks:Math.max(2,Math.floor(t/90)),tickSize:4,label:null})]})}function Q2(e,t,n,i,r){let s=new Set(["accuracy"]),o=[{key:"skill",name:"Skill"},{key:"return",name:"Return",note:"the environment's own reward over an episode, mean"},{key:"length",name:"Steps",note:"until the episode ended, mean"},{key:"distance",name:"Distance",note:"metres from start to end, mean"},{key:"accuracy",name:"Accuracy",note:"share of its steps at which the discriminator names it"},{key:"log_q",name:"log q",note:"mean over its steps, nats"},{key:"nearest",name:"Nearest other",note:"the skill that it is most often taken for, and at which share of steps"}].filter(({key:d})=>d==="skill"||t.some(p=>p[d]!==null&&p[d]!==void 0)),a={key:"skill",down:!1},l=$("tbody"),c=o.map(d=>{let p=$("button",{type:"button",title:d.note,onclick:()=>h(d.key)},d.name);return{column:d,cell:$("th",{scope:"col"},p)}});e.append($("div",{class:"scroll",tabindex:"0",role:"region","aria-label":"Table of skills"},$("table",{class:"skills"},$("thead",{},$("tr",{},c.map(({cell:d})=>d))),l)));let u=t.map(d=>{let p=$("tr",{onpointerenter:()=>n.hover(d.skill),onpointerleave:()=>n.hover(null)},o.map(({key:x})=>x==="skill"?$("th",{scope:"row"},$("button",{type:"button",class:"link",onclick:()=>r(d.skill)},$("span",{class:"swatch",style:`background:${i[d.skill]}`}),`skill ${d.skill}`)):x==="nearest"?$("td",{},d.nearest===null?"none":[`skill ${d.nearest}`,$("span",{class:"note"},` ${ui(d.nearest_share)}`)]):$("td",{},s.has(x)?ui(d[x]):ue(d[x]))));return{row:d,line:p}});function h(d){a={key:d,down:a.key===d?!a.down:d!=="skill"},f()}function f(){let d=({row:x})=>a.key==="nearest"?x.nearest_share:x[a.key],p=x=>x==null||Number.isNaN(x);u.sort((x,m)=>p(d(x))-p(d(m))||(a.down?-1:1)*(d(x)-d(m))||x.row.skill-m.row.skill);for(let{column:x,cell:m}of c)m.setAttribute("aria-sort",x.key===a.key?a.down?"descending":"ascending":"none");l.replaceChildren(...u.map(({line:x})=>x))}return f(),n.watch(()=>{for(let{row:d,line:p}of u)p.classList.toggle("faded",!n.shows(d.skill))})}function gB(e,t,n=null){if(t.kind==="compare")return KT(e,t);let i=xB(e,t.head);i.update(t),n&&yB(i,n,t.versions)}var kd=[{id:"gallery",title:"See the skills",part:"skills",when:e=>e?.gallery,draw(e,{gallery:t},{store:n,colours:i,page:r}){let s=Z2(e.appendChild($("div",{class:"gallery"})),t,{colours:i,onSelect:l=>n.pick(l)});r.gallery=s;let o="[]",a=n.watch(()=>{let l=JSON.stringify(n.picked);l!==o&&s.select(n.picked),o=l});return()=>{a(),s.dispose(),r.gallery=null}}},{id:"plane",title:"Where they go",part:"skills",when:e=>e?.traces,draw:(e,t,{store:n,colours:i})=>nA(e,t,n,i)},{id:"confusion",title:"How well they are told apart",part:"skills",when:e=>e?.confusion,draw:(e,t,{store:n})=>jT(e,t.confusion,n)},{id:"returns",title:"Returns",part:"skills",when:e=>e?.returns,note:()=>"The environment’s own reward, summed over an episode; DIAYN never trains on it. One dot for each episode, a bar at the mean, best skill first.",draw:(e,t,{store:n,colours:i,open:r})=>K2(e,t.returns,n,i,r)},{id:"table",title:"Every skill",part:"skills",when:e=>e?.table,draw:(e,t,{store:n,colours:i,open:r})=>Q2(e,t.table,n,i,r)},{id:"learning",title:"Learning",part:"curves",when:e=>e,draw(e,t,{numSkills:n}){Hf(e,[{label:"",colour:"var(--series-1)",curves:t.figures}],n)}},{id:"config",title:"Settings",part:"head",when:e=>e.config,draw:(e,t)=>tA(e,t)}];function xB(e,t){let n=J2(t.colours.length),i={store:n,colours:t.colours,numSkills:t.colours.length,page:{gallery:null},open:u},r=$("div"),s=$("div",{role:"status"}),o=$("nav",{"aria-label":"Parts of the page"}),a=$("div",{class:"toolbar"},o);Zy(a,n,t.colours);let l=$("main",{});e.append($("header",{class:"top"},r,$f()),s,a,l,$("footer",{},"Made by diayn_jax. This page is complete: it needs no network. Licences of what it carries stand at its end, in the source."));let c=new Map;function u(p){n.hover(null),n.pick([p]),document.getElementById(c.has("gallery")?"gallery":"plane")?.scrollIntoView({behavior:matchMedia("(prefers-reduced-motion: reduce)").matches?"auto":"smooth"})}function h(p){p.head&&d(p.head);let x=kd.filter(g=>g.part in p),m=()=>{let g=x.shift();if(!g){e.dataset.ready="true";return}f(g,p[g.part]),setTimeout(m)};e.dataset.ready="false",m()}function f(p,x){c.get(p.id)?.end?.();let m=c.get(p.id)?.element;if(!p.when(x)){m?.remove(),c.delete(p.id);return}let g=`${p.id}-title`,_=$("section",{id:p.id,"aria-labelledby":g},$("h2",{id:g},p.title),p.note?$("p",{class:"note"},p.note(x)):null);if(m)_.style.minHeight=`${m.offsetHeight}px`,m.replaceWith(_);else{let b=kd.slice(kd.indexOf(p)+1).map(({id:v})=>c.get(v)?.element).find(Boolean);l.insertBefore(_,b??null)}c.set(p.id,{element:_,end:p.draw(_,x,i)}),setTimeout(()=>_.style.minHeight="",500),o.replaceChildren(...kd.filter(({id:b})=>c.has(b)).map(({id:b,title:v})=>$("a",{href:`#${b}`},v)))}function d(p){if(document.title=`${p.title}: ${p.name}`,r.replaceChildren($("h1",{},p.title),$("p",{class:"sub"},$("span",{class:"runname"},p.name),...p.facts.map(m=>[" · ",m])),$("p",{class:`status ${p.status.tone}`},p.status.text)),s.replaceChildren(...p.notes.map(m=>$("p",{class:"warning"},m))),document.getElementById("headline")?.remove(),!p.headline.length)return;let x=$("section",{"aria-label":"Headline figures",id:"headline"});eA(x,p.headline),p.horizon&&x.append($("p",{class:"note"},p.horizon)),l.prepend(x)}return n.pick(t.picked),{update:h}}function yB(e,t,n={}){let i=document.body.appendChild($("p",{class:"live",role:"status"},"live")),r=async()=>{try{if(document.hidden)return;let s=new URLSearchParams(n),o=await fetch(`${t}?${s}`);if(!o.ok)throw new Error(`${o.status} ${await o.text()}`);let{versions:a,...l}=await o.json();n=a,Object.keys(l).length&&e.update(l),i.textContent="live",i.classList.remove("lost")}catch(s){i.textContent=s instanceof TypeError?"no answer: the command that serves this page has ended":String(s.message),i.classList.add("lost")}finally{setTimeout(r,2e3)}};setTimeout(r,2e3)}return cE(_B);})();
