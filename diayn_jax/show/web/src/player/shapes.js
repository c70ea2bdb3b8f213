import * as THREE from "three";
import { bytes, numbers } from "./decode.js";

const FAR_PLANE = 5; // metres; larger planes, and those of size 0, have no edge

/** Makes the surface of a MuJoCo geom; `fine` if few are drawn. */
export function geometry({ type, size, mesh }, meshes, radius, fine, reach = 0) {
  const [x, y, z] = size;
  if (type === "sphere") return fine ? new THREE.SphereGeometry(x, 32, 20) : new THREE.SphereGeometry(x, 12, 8);
  if (type === "ellipsoid") return (fine ? new THREE.SphereGeometry(1, 32, 20) : new THREE.SphereGeometry(1, 12, 8)).scale(x, y, z);
  if (type === "box") return new THREE.BoxGeometry(2 * x, 2 * y, 2 * z);
  // MuJoCo's capsules and cylinders lie along z, those of three.js along y.
  if (type === "capsule") return (fine ? new THREE.CapsuleGeometry(x, 2 * y, 10, 24) : new THREE.CapsuleGeometry(x, 2 * y, 3, 8)).rotateX(Math.PI / 2);
  if (type === "cylinder") return new THREE.CylinderGeometry(x, x, 2 * y, fine ? 32 : 12).rotateX(Math.PI / 2);
  if (type === "plane") return planeGeometry(x, y, radius, reach);
  const { vertices, index } = meshes[mesh];
  const surface = new THREE.BufferGeometry();
  surface.setAttribute("position", new THREE.BufferAttribute(numbers(vertices), 3));
  surface.setIndex(new THREE.BufferAttribute(new Uint16Array(bytes(index)), 1));
  const facets = surface.toNonIndexed(); // each face gets its own normal
  facets.computeVertexNormals();
  return facets;
}

/** Makes a floor; a floor without an edge extends as far as the fog lets it be seen, at least `reach` metres. */
function planeGeometry(x, y, radius, reach) {
  const edgeless = [x, y].every((half) => half === 0 || half > FAR_PLANE);
  const [halfX, halfY] = edgeless ? Array(2).fill(Math.max(radius * 120, reach)) : [x || FAR_PLANE, y || FAR_PLANE];
  const surface = new THREE.PlaneGeometry(2 * halfX, 2 * halfY);
  const unit = 2 * tile(radius);
  // The texture has two tiles per side; the plane's middle lies where four tiles meet.
  const uv = surface.attributes.uv;
  for (let i = 0; i < uv.count; i++) uv.setXY(i, ((uv.getX(i) - 0.5) * 2 * halfX) / unit, ((uv.getY(i) - 0.5) * 2 * halfY) / unit);
  surface.userData.edgeless = edgeless;
  return surface;
}

/** Returns the size of the floor's tiles, metres: 1 if that suits the body's size. */
export function tile(radius) {
  return 10 ** Math.round(Math.log10(radius / 1.2));
}

/** Makes a floor's texture in the page's colours, such that every skill's colour has a contrast of 3 to it. */
export function checker(theme, renderer) {
  const side = 256;
  const image = document.createElement("canvas");
  image.width = image.height = side;
  const context = image.getContext("2d");
  const [light, dark] = theme.dark ? [0.035, 0.015] : [0.01, 0.05];
  const mixed = (share) => `#${new THREE.Color(theme.panel).lerp(new THREE.Color(theme.ink), share).getHexString()}`;
  context.fillStyle = mixed(light);
  context.fillRect(0, 0, side, side);
  context.fillStyle = mixed(dark);
  context.fillRect(0, 0, side / 2, side / 2);
  context.fillRect(side / 2, side / 2, side / 2, side / 2);
  const texture = new THREE.CanvasTexture(image);
  texture.colorSpace = THREE.SRGBColorSpace;
  texture.wrapS = texture.wrapT = THREE.RepeatWrapping;
  texture.anisotropy = Math.min(8, renderer.capabilities.getMaxAnisotropy());
  return texture;
}

/** Converts a quaternion of MuJoCo, which has w first. */
export function rotation(target, values, i) {
  return target.set(values[i + 1], values[i + 2], values[i + 3], values[i]).normalize();
}

export function material([r, g, b, alpha]) {
  const colour = new THREE.Color().setRGB(r, g, b, THREE.SRGBColorSpace);
  return new THREE.MeshStandardMaterial({ color: colour, roughness: 0.55, metalness: 0.05, transparent: alpha < 1, opacity: alpha });
}

export function placed(geom, shape, surface) {
  const mesh = new THREE.Mesh(shape, surface);
  mesh.position.set(...geom.pos);
  rotation(mesh.quaternion, geom.quat, 0);
  return mesh;
}
