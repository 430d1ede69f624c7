using System;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Playground.Components;
using Playground.Kernel;
using Playground.Numbers;
using Playground.Safety;

namespace Playground;

internal static class Service
{
    public static WebApplication Build(string[] args)
    {
        // By its own name, so that a program that hosts it finds its assets too.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(Service).Assembly.GetName().Name });

        // What packages bring is found without publishing first, in every environment.
        builder.WebHost.UseStaticWebAssets();
        // The address is told, not every request.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxConcurrentConnections = 10 * Limits.Visitors;
            kestrel.Limits.MaxRequestBodySize = Limits.Message;
        });

        builder.Services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            circuits.DisconnectedCircuitMaxRetained = Limits.Visitors / 2;
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(1);
        }).AddHubOptions(hub => hub.MaximumReceiveMessageSize = Limits.Message);

        builder.Services.AddSingleton<Visitors>();
        builder.Services.AddScoped<Visitor>();
        builder.Services.AddScoped<CircuitHandler>(services => services.GetRequiredService<Visitor>());
        builder.Services.AddSingleton<CompilerPool>();
        builder.Services.AddHostedService(services => services.GetRequiredService<CompilerPool>());
        builder.Services.AddSingleton<Stopwatches>();

        var site = builder.Build();
        site.UseMiddleware<ContentSecurity>();
        site.UseStatusCodePagesWithReExecute("/not-found");
        site.UseAntiforgery();
        site.MapStaticAssets();
        site.MapRazorComponents<App>().AddInteractiveServerRenderMode(server => server.ContentSecurityFrameAncestorsPolicy = null);
        return site;
    }
}
