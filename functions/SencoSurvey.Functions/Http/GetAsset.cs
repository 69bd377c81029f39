using Microsoft.AspNetCore.Http;
using SencoSurvey.Core;
using SencoSurvey.Web;

namespace SencoSurvey.Functions.Http;

public sealed class GetAsset
{
    [Function(nameof(GetAsset))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "assets/{name}")] HttpRequest request, string name)
    {
        var asset = Assets.Find(name) ?? throw Refusal.NotFound("There is no such file.");
        request.HttpContext.Response.Headers.CacheControl = asset.Immutable ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(asset.Content, asset.ContentType);
    }
}
