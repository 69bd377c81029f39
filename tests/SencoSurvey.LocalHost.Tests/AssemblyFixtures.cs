using SencoSurvey.Testing;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

// These tests wait far more than they compute: for delays, leases and schedules.
[assembly: CollectionBehavior(MaxParallelThreads = 8)]
