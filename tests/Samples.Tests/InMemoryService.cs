using System;
using System.Net.Http;
using DigitsApi;
using Microsoft.AspNetCore.Mvc.Testing;

namespace SoftKernels.Samples.Tests;

/// <summary>The sample in this process, without a socket.</summary>
public sealed class InMemoryService : IDisposable
{
    private readonly WebApplicationFactory<Classifier> _service = new();

    public InMemoryService() => Client = _service.CreateClient();

    public HttpClient Client { get; }

    public void Dispose()
    {
        Client.Dispose();
        _service.Dispose();
    }
}
