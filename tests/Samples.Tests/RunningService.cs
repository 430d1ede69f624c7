using System;
using System.Net.Http;
using System.Threading.Tasks;
using DigitsApi;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace SoftKernels.Samples.Tests;

/// <summary>The sample, listening on a free port of this machine.</summary>
public sealed class RunningService : IAsyncLifetime
{
    private readonly WebApplication _service = Service.Build(["--urls", "http://127.0.0.1:0"]);

    public HttpClient Client { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await _service.StartAsync();
        Client.BaseAddress = new Uri(Assert.Single(_service.Urls));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _service.DisposeAsync();
    }
}
