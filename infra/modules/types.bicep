// The shapes that main.bicep hands on to app.bicep.

@export()
type Email = {
  from: string
  fromName: string

  @description('Comma separated. Empty: every domain, which is what production wants; a trial names its own.')
  allowedDomains: string

  @description('https://api.sendgrid.com, or https://api.eu.sendgrid.com for an account that keeps its data in the EU.')
  sendGridHost: string
}

@export()
type Organiser = {
  name: string

  @description('An email address, shown to SENCOs.')
  contact: string
}

@export()
type Schedules = {
  reports: string
  sweep: string
  close: string
  purge: string
}
