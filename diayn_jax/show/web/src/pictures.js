import { h } from "./dom.js";

/** Shows the pictures of the run that commands have drawn. */
export function pictures(element, found) {
  element.append(
    ...found.map(({ title, about, file, image }) =>
      h("figure", { class: "picture" }, h("h3", {}, title), h("img", { src: image, alt: `${title}: ${file}` }), h("figcaption", { class: "note" }, `${about}. ${file}`)),
    ),
  );
}
