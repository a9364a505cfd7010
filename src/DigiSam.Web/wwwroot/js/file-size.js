// Says it at once when a chosen file is larger than the page takes; the server refuses it in any case.
(() => {
  'use strict';
  for (const field of document.querySelectorAll('input[type=file][data-most-bytes]')) {
    field.addEventListener('change', () => {
      const tooLarge = [...field.files].some(file => file.size > Number(field.dataset.mostBytes));
      field.setCustomValidity(tooLarge ? field.dataset.tooLarge : '');
      if (tooLarge) field.reportValidity();
    });
  }
})();
