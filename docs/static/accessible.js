// Adds what the theme leaves out for readers who use a keyboard or a screen reader.
document.addEventListener("DOMContentLoaded", () => {
  for (const caption of document.querySelectorAll(".caption[role=heading]")) {
    caption.setAttribute("aria-level", "2");
  }
  document.querySelector(".sidebar-drawer")?.setAttribute("aria-label", "Pages");
  document.querySelector(".toc-drawer")?.setAttribute("aria-label", "On this page");
  // Code and tables that are wider than the page are scrolled with the arrow keys, once they have the focus.
  for (const wide of document.querySelectorAll(".highlight pre, .table-wrapper")) {
    wide.tabIndex = 0;
  }
  // Sphinx lays out long signatures as lists of definitions, which they are not.
  for (const list of document.querySelectorAll("dt dl")) {
    const block = document.createElement("div");
    block.style.marginLeft = "2em";
    for (const argument of list.children) {
      const line = document.createElement("div");
      line.append(...argument.childNodes);
      block.append(line);
    }
    list.replaceWith(block);
  }
  // The corner of a table whose rows have names is no heading.
  for (const corner of document.querySelectorAll("th")) {
    if (!corner.textContent.trim()) {
      const cell = document.createElement("td");
      cell.className = corner.className;
      corner.replaceWith(cell);
    }
  }
});
