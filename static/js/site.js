// What scripts add to pages that also work without them.
import { initAll } from './govuk-frontend.js'
import { keepDrafts } from './drafts.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()
keepDrafts(document)

// Choosing a rating opens what it asks for.
document.addEventListener('change', (event) => {
  if (event.target.name !== 'rating' || !event.target.form) return
  for (const folded of event.target.form.querySelectorAll('details[data-opens-with]')) {
    if (folded.dataset.opensWith.split(' ').includes(event.target.value)) folded.open = true
  }
})

// "More" of the menu folds itself up again.
const more = document.querySelector('.top__more')
if (more) {
  document.addEventListener('click', (event) => { if (!more.contains(event.target)) more.open = false })
  more.addEventListener('focusout', (event) => { if (event.relatedTarget && !more.contains(event.relatedTarget)) more.open = false })
  more.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !more.open) return
    more.open = false
    more.firstElementChild.focus()
  })
}

// A form that was fetched into the page gets the same care, and the focus.
document.body.addEventListener('htmx:afterSwap', (event) => {
  keepDrafts(event.target)
  event.target.querySelector('input:not([type=hidden]), textarea')?.focus()
})

// A form that is being sent is not sent again.
document.addEventListener('submit', (event) => {
  const form = event.target
  if (form.dataset.sent) {
    event.preventDefault()
    return
  }
  form.dataset.sent = 'yes'
  setTimeout(() => delete form.dataset.sent, 5000)
})
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent
})
