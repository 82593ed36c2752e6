// Keeps what is typed into a form with data-draft in this browser until the form is saved.
const PREFIX = 'draft:'

export function keepDrafts (root) {
  if (root === document) forgetSaved()
  for (const form of root.querySelectorAll('form[data-draft]')) {
    const key = PREFIX + form.dataset.draft
    restore(form, key)
    form.addEventListener('input', () => store(form, key))
    form.addEventListener('submit', () => sessionStorage.setItem('draft-sent', key))
  }
}

// A message of success on the next page means that the text has arrived.
function forgetSaved () {
  const key = sessionStorage.getItem('draft-sent')
  sessionStorage.removeItem('draft-sent')
  if (key && document.querySelector('[data-saved]')) localStorage.removeItem(key)
}

function fields (form) {
  return [...form.querySelectorAll('textarea, input[type="text"]')].filter((field) => field.name)
}

function store (form, key) {
  const typed = Object.fromEntries(fields(form).map((field) => [field.name, field.value]))
  localStorage.setItem(key, JSON.stringify(typed))
}

function restore (form, key) {
  const typed = JSON.parse(localStorage.getItem(key) || 'null')
  if (!typed || form.querySelector('.govuk-form-group--error')) return
  const changed = fields(form).filter((field) => typed[field.name] && typed[field.name] !== field.value)
  if (!changed.length) return
  for (const field of changed) field.value = typed[field.name]
  form.prepend(notice(form, key))
}

function notice (form, key) {
  const box = document.createElement('div')
  box.className = 'draft-note'
  box.setAttribute('role', 'status')
  box.textContent = 'What you typed here last time was not saved. It is back in the form. '
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'link-button'
  button.textContent = 'Clear it'
  button.addEventListener('click', () => {
    localStorage.removeItem(key)
    form.reset()
    box.remove()
  })
  box.append(button)
  return box
}
