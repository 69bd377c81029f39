using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SencoSurvey.Core;
using SencoSurvey.Functions.Http.Support;
using SencoSurvey.Web;

namespace SencoSurvey.Functions.Http;

public sealed class GetAsset
{
    [Function(nameof(GetAsset))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "assets/{name}")] HttpRequest request, string name)
    {
        var asset = Assets.Find(name) ?? throw Refusal.NotFound("There is no such file.");
        var coding = ContentCoding.Of(request);
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = asset.Immutable ? "public, max-age=31536000, immutable" : "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.XContentTypeOptions = "nosniff";
        if (coding != ContentCoding.Identity) headers.ContentEncoding = coding;
        var content = coding switch
        {
            ContentCoding.Brotli => asset.Brotli,
            ContentCoding.Gzip => asset.Gzip,
            _ => asset.Content,
        };
        return Results.Bytes(content, asset.ContentType, entityTag: new EntityTagHeaderValue($"\"{asset.Hash}-{coding}\""));
    }
}
