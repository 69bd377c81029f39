using SencoSurvey.Browser.Tests.Support;
using SencoSurvey.Testing;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]
[assembly: AssemblyFixture(typeof(BrowserFixture))]
[assembly: Parallelization(MaxThreads = 4)]
