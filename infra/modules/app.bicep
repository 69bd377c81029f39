// The function app on Flex Consumption, and every setting that the code reads.
import { Email, Organiser, Schedules } from 'types.bicep'

param name string
param location string
param identityName string
param instanceMemoryMB int
param maximumInstanceCount int
param alwaysReadyInstances int
param storageName string
param packageContainer string
param insightsName string
param vaultName string
param sendsMail bool
param siteBaseAddress string
param organiser Organiser
param email Email
param schedules Schedules
param linksValidDays int
param draftsKeepDays int
param appIsPublished bool

@secure()
param functionKey string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource storage 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: storageName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: 'plan-${name}'
  location: location
  kind: 'functionapp'
  sku: {
    tier: 'FlexConsumption'
    name: 'FC1'
  }
  properties: {
    reserved: true
  }
}

resource site 'Microsoft.Web/sites@2024-11-01' = {
  name: 'func-${name}'
  location: location
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    // No ftpsState and no FUNCTIONS_* settings: this plan has no FTP, and functionAppConfig replaces them.
    // https://learn.microsoft.com/azure/azure-functions/functions-app-settings#flex-consumption-plan-deprecations
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
    }
    functionAppConfig: {
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${packageContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: alwaysReadyInstances == 0
          ? []
          : [
              {
                name: 'http'
                instanceCount: alwaysReadyInstances
              }
            ]
      }
    }
  }

  // Publishing takes an Entra token; user names and passwords do not open it.
  resource ftpPasswords 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource scmPasswords 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }

  // A child rather than siteConfig.appSettings, because Site__BaseAddress asks the site for its own address.
  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      AzureWebJobsStorage__accountName: storage.name
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identity.properties.clientId
      SurveyStorage__blobServiceUri: storage.properties.primaryEndpoints.blob
      SurveyStorage__queueServiceUri: storage.properties.primaryEndpoints.queue
      SurveyStorage__tableServiceUri: storage.properties.primaryEndpoints.table
      SurveyStorage__credential: 'managedidentity'
      SurveyStorage__clientId: identity.properties.clientId

      APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'

      // Without a version, so that a rotated secret is taken up.
      // https://learn.microsoft.com/azure/app-service/app-service-key-vault-references
      Keys__Function: '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=function-key)'
      Links__SigningKey: '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=links-signing-key)'
      Links__ValidDays: string(linksValidDays)

      // A reference to a secret that is not there would reach the code as its own text, so: empty when no mail is sent.
      SendGrid__ApiKey: sendsMail ? '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=sendgrid-api-key)' : ''
      SendGrid__Host: email.sendGridHost
      Email__From: email.from
      Email__FromName: email.fromName
      Email__AllowedDomains: email.allowedDomains
      Site__BaseAddress: empty(siteBaseAddress) ? 'https://${site.properties.defaultHostName}' : siteBaseAddress
      Site__Organiser: organiser.name
      Site__Contact: organiser.contact
      Drafts__KeepDays: string(draftsKeepDays)

      Schedules__Reports: schedules.reports
      Schedules__Sweep: schedules.sweep
      Schedules__Close: schedules.close
      Schedules__Purge: schedules.purge
    }
  }
}

// Most endpoints have their key checked by the platform; a few that mix doors check it in the app. One key opens both.
// The platform hands this call to the running host, so it fails while there is no published code.
// https://learn.microsoft.com/rest/api/appservice/web-apps/create-or-update-host-secret
#disable-next-line BCP081 // Bicep has no types for this resource.
resource hostKey 'Microsoft.Web/sites/host/functionKeys@2024-11-01' = if (appIsPublished) {
  name: '${site.name}/default/survey'
  properties: {
    name: 'survey'
    value: functionKey
  }
  dependsOn: [site::settings]
}

output name string = site.name
output address string = 'https://${site.properties.defaultHostName}'
