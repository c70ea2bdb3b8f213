import * as THREE from "three";

/**
 * One player for each recorded episode, all on one clock.
 *
 * element: an empty one, which the gallery fills; payload: what show/player.py made; options: {}.
 */
export function mountGallery(element, payload, options) {
  const renderer = new THREE.WebGLRenderer({ antialias: true });
  const scene = new THREE.Scene();
  const camera = new THREE.PerspectiveCamera();
  element.append(renderer.domElement);
  const draw = () => renderer.render(scene, camera);
  draw();
  return {
    play: draw,
    pause: draw,
    seek: draw,
    setSpeed: draw,
    select: draw,
    compare: draw,
    dispose: () => renderer.dispose(),
  };
}
