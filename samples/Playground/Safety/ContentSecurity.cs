using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace Playground.Safety;

/// <summary>Tells browsers what pages may load: what this site serves, and nothing else.</summary>
internal sealed class ContentSecurity(RequestDelegate next)
{
    private static readonly string s_policy = string.Join(
        "; ",
        "default-src 'none'",
        "script-src 'self'",
        // Monaco and Plotly write style elements and attributes.
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'");

    public Task Invoke(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = s_policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        return next(context);
    }
}
