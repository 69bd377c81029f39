using SencoSurvey.Testing;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]
