// Niceties of survey pages: every page works without.

import { Button, CharacterCount, Checkboxes, ErrorSummary, Radios, createAll } from 'govuk-frontend';

// govuk-frontend looks for these. Its own pages set them by a script in the page, which our Content-Security-Policy does not let run.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');

for (const component of [Button, CharacterCount, Checkboxes, ErrorSummary, Radios]) createAll(component);

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
