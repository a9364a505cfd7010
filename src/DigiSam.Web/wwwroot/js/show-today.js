// A picture of the year that is wider than the screen begins at today, not in January.
for (const box of document.querySelectorAll('[data-today]')) {
  box.scrollLeft = Number(box.dataset.today) * box.scrollWidth - box.clientWidth / 2;
}
