using SencoSurvey.Testing;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

// These tests wait far more than they compute: for delays, leases and schedules.
[assembly: Parallelization(MaxThreads = 8)]
