// One storage account for the survey's data, the Functions host's own bookkeeping and the deployed package.

param name string
param location string
param redundancy string
param identityName string
param packageContainer string

var tables = [
  'Rounds'
  'Responses'
  'ResponseKeys'
  'Invitations'
  'Populations'
  'Tallies'
  'Drafts'
  'Statistics'
  'Recipients'
  'Deliveries'
  'Rebuilds'
]
var queues = ['tally', 'publish', 'deliver']
var containers = ['publications', 'outbox', 'protection-keys', packageContainer]

// A replaced blob is an old version for this long, and what is deleted can be had back for as long again.
var daysToRecover = 14

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  kind: 'StorageV2'
  sku: {
    name: redundancy
  }
  properties: {
    // Entra identities only: there is no account key to leak, log or rotate.
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource blobService 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: {
      enabled: true
      days: daysToRecover
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: daysToRecover
    }
  }

  resource blobContainers 'containers' = [
    for container in containers: {
      name: container
    }
  ]
}

// Versions are kept for ever unless a rule removes them, and the host's timers write a blob at every tick.
resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'remove-old-versions'
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
            }
            actions: {
              version: {
                delete: {
                  daysAfterCreationGreaterThan: daysToRecover
                }
              }
            }
          }
        }
      ]
    }
  }
  dependsOn: [blobService]
}

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2025-01-01' = {
  parent: account
  name: 'default'

  // With their poison queues, so that /api/health can count those before the first failure.
  resource storageQueues 'queues' = [
    for queue in flatten(map(queues, queue => [queue, '${queue}-poison'])): {
      name: queue
    }
  ]
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2025-01-01' = {
  parent: account
  name: 'default'

  resource storageTables 'tables' = [
    for table in tables: {
      name: table
    }
  ]
}

// One role for each of the three services.
// https://learn.microsoft.com/azure/azure-functions/functions-reference#connecting-to-host-storage-with-an-identity
// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/storage
var roles = {
  // Storage Blob Data Owner: what the host documents for AzureWebJobsStorage (leases of timers, the store of its keys).
  blobs: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  // Storage Queue Data Contributor: triggers read and delete, the app sends, the host moves failures to a poison queue.
  queues: '974c5e8b-45b9-4653-ba55-5f855dd0dd88'
  // Storage Table Data Contributor.
  tables: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

resource roleAssignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(roles): {
    scope: account
    name: guid(account.id, identity.id, role.value)
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
    }
  }
]
