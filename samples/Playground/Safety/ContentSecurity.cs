using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace Playground.Safety;

/// <summary>Tells browsers what pages may load: what this site serves, and nothing else.</summary>
internal sealed class ContentSecurity(RequestDelegate next)
{
    private static readonly string s_policy = string.Join(
        "; ",
        "default-src 'none'",
        // Without 'unsafe-eval', which only Plotly's WebGL charts would need, and without scripts in pages.
        "script-src 'self'",
        // Monaco, Plotly and the bars write style attributes; Monaco and Plotly whole style elements, without a nonce.
        "style-src 'self' 'unsafe-inline'",
        // Monaco's squiggles and icons are images in its style sheet.
        "img-src 'self' data:",
        // Monaco's icons are letters.
        "font-src 'self'",
        // Blazor's socket.
        "connect-src 'self'",
        // Monaco computes differences and links in a worker.
        "worker-src 'self'",
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
