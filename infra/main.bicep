// Everything SencoSurvey needs, in one resource group. README.md gives the reasons and the order of the steps.
import { Email, Organiser, Schedules } from 'modules/types.bicep'

@description('Where everything lives. Flex Consumption is not in every region: az functionapp list-flexconsumption-locations.')
param location string = resourceGroup().location

@description('Begins the name of every resource. Small letters and digits: it is part of a storage account name.')
@minLength(3)
@maxLength(7)
param name string = 'senco'

@description('Zone redundant by default: an acknowledged response survives the loss of a data centre. Not every region offers every kind.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageRedundancy string = 'Standard_ZRS'

@description('Memory of one instance.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('The ceiling on the number of instances, and so on the bill.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Instances kept warm for HTTP, billed while they wait. Worth having while a round is open.')
@minValue(0)
param alwaysReadyInstances int = 0

@description('The public https address that mails link to. Empty: the address Azure gives the app.')
param siteBaseAddress string = ''

@description('Who runs the survey and answers for the data, as its pages name them.')
param organiser Organiser

@description('What mails say of their sender, and whom they may reach.')
param email Email

@description('When the timers fire. NCRONTAB in UTC: Flex Consumption has no time zone setting.')
param schedules Schedules = {
  reports: '0 0 7 * * 1-5'
  sweep: '0 */5 * * * *'
  close: '0 5 0 * * *'
  purge: '0 35 2 * * *'
}

@description('How long a signed link in a report mail opens its report.')
@minValue(1)
param linksValidDays int = 60

@description('How long answers that were saved but not sent in are kept.')
@minValue(1)
param draftsKeepDays int = 60

@description('Who is told when a queue gives up on a message.')
param operatorEmail string

@description('False for the first deployment only: the host key below needs a running host, which needs published code.')
param appIsPublished bool = true

@description('The key of coordinators and their tools.')
@secure()
@minLength(32)
param functionKey string

@description('Signs the links in report mails: at least 32 random bytes, as base64.')
@secure()
@minLength(44)
param linksSigningKey string

@description('Empty: no mail leaves, each is written to the outbox container.')
@secure()
param sendGridApiKey string

var suffix = uniqueString(resourceGroup().id, name)
var storageName = 'st${name}${suffix}'
var insightsName = 'appi-${name}-${suffix}'
var vaultName = 'kv-${name}-${suffix}'
var packageContainer = 'app-package'

// User-assigned, so that its roles stand before the app first starts; a system-assigned one would be born with the app and
// the first start would find its storage and its secrets closed.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-${name}-${suffix}'
  location: location
}

module storage 'modules/storage.bicep' = {
  params: {
    name: storageName
    location: location
    identityName: identity.name
    redundancy: storageRedundancy
    packageContainer: packageContainer
  }
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    name: '${name}-${suffix}'
    location: location
    identityName: identity.name
    insightsName: insightsName
    operatorEmail: operatorEmail
  }
}

module vault 'modules/vault.bicep' = {
  params: {
    name: vaultName
    location: location
    identityName: identity.name
    functionKey: functionKey
    linksSigningKey: linksSigningKey
    sendGridApiKey: sendGridApiKey
  }
}

module app 'modules/app.bicep' = {
  params: {
    name: '${name}-${suffix}'
    location: location
    identityName: identity.name
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyInstances: alwaysReadyInstances
    storageName: storageName
    packageContainer: packageContainer
    insightsName: insightsName
    vaultName: vaultName
    sendsMail: !empty(sendGridApiKey)
    siteBaseAddress: siteBaseAddress
    organiser: organiser
    email: email
    schedules: schedules
    linksValidDays: linksValidDays
    draftsKeepDays: draftsKeepDays
    appIsPublished: appIsPublished
    functionKey: functionKey
  }
  // Roles and secrets first. An unreadable reference would reach the code as its own text, and that text is no secret.
  dependsOn: [storage, monitoring, vault]
}

output appName string = app.outputs.name
output address string = app.outputs.address
output vaultName string = vaultName
output storageAccountName string = storageName
