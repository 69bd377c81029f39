using 'main.bicep'

param email = {
  from: 'survey@example.org'
  fromName: 'SENCO workload survey'
  allowedDomains: ''
  sendGridHost: 'https://api.sendgrid.com'
}
param organiser = {
  name: 'Example Council'
  contact: 'survey@example.org'
}
param operatorEmail = 'operator@example.org'

// SENCO_PUBLISHED=false for the first deployment.
param appIsPublished = bool(readEnvironmentVariable('SENCO_PUBLISHED', 'true'))

// Secrets stand in the environment of whoever deploys, never in a file: a variable that is not set stops the deployment.
param functionKey = readEnvironmentVariable('SENCO_FUNCTION_KEY')
param linksSigningKey = readEnvironmentVariable('SENCO_LINKS_SIGNING_KEY')
param sendGridApiKey = readEnvironmentVariable('SENCO_SENDGRID_API_KEY')
