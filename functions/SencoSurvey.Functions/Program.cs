using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SencoSurvey.Functions;
using SencoSurvey.Functions.Http.Support;
using SencoSurvey.Services.Storage;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<ProblemMiddleware>();
builder.Services.AddHead(builder.Configuration);
builder.Services.AddStorageCreation();

// host.json's levels do not reach the worker. The web server's own log would have addresses with signatures and keys in them.
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error); // Its keys are encrypted by storage, of which it knows nothing.
builder.Logging.AddFilter("System.Net.Http", LogLevel.Warning);
builder.Logging.AddFilter("Azure", LogLevel.Warning);
builder.Build().Run();
