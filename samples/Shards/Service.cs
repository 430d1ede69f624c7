using System;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry.Metrics;

namespace Shards;

/// <summary>The endpoints.</summary>
internal static class Service
{
    private const string Usage = """
        GET /query?seed=NUMBER&k=NUMBER   the k most probable items of the query that the seed makes, k draws, and log-sum-exp
        GET /openapi/v1.json              the same for programs
        GET /health/live, /health/ready   whether the process runs, and whether all shards answer
        GET /metrics                      for Prometheus

        """;

    public static void AddService(this WebApplicationBuilder builder, string url)
    {
        builder.WebHost.UseUrls(url);
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<Mistakes>();
        builder.Services.AddOpenApi();
        builder.Services.AddHealthChecks().AddCheck<AllShardsAnswer>("shards", tags: ["ready"]);
        builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(Measurements.Meter, "Microsoft.Orleans").AddPrometheusExporter());
    }

    public static void MapService(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.MapGet("/", () => Usage).ExcludeFromDescription();
        app.MapGet("/query", Query)
            .WithSummary("The most probable items, draws, and log-sum-exp of one query")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        app.MapOpenApi();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains("ready"),
            ResponseWriter = (context, report) => context.Response.WriteAsync($"{report.Status}: {report.Entries["shards"].Description}"),
        });
        app.MapPrometheusScrapingEndpoint("/metrics");
    }

    private static async Task<Ok<QueryAnswer>> Query(
        Search search,
        Readiness readiness,
        CancellationToken cancellation,
        [Description("Of the query's vector, and of the draws.")] long seed = 1,
        [Description("How many items at the top, and how many draws without replacement."), Range(1, Options.MostK)] int k = 5,
        [Description("Whether a third round adds up a checksum of all probabilities' bits.")] bool checksum = false)
    {
        var most = Math.Min(Options.MostK, search.Catalogue.Items);
        if (k < 1 || k > most)
        {
            throw new BadHttpRequestException($"'{k}' is not a k, the number of items at the top: give a whole number from 1 to {most}.");
        }

        readiness.Check();
        return TypedResults.Ok(QueryAnswer.Of(search.Catalogue, await search.Ask(seed, k, checksum, cancellation)));
    }

    /// <summary>What is answered where there is no answer: in the user's words, what is wrong with the query, or which shards are missing.</summary>
    private sealed class Mistakes(IProblemDetailsService problems) : IExceptionHandler
    {
        public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            (int Status, string Title)? known = exception switch
            {
                BadHttpRequestException => (StatusCodes.Status400BadRequest, "The query can't be read."),
                SearchException => (StatusCodes.Status503ServiceUnavailable, "Not all shards answer."),
                _ => null,
            };
            if (known is not var (status, title))
            {
                return ValueTask.FromResult(false);
            }

            httpContext.Response.StatusCode = status;
            return problems.TryWriteAsync(new ProblemDetailsContext
            {
                HttpContext = httpContext,
                ProblemDetails = { Status = status, Title = title, Detail = exception.Message },
            });
        }
    }

    /// <summary>Ready is who can answer: every shard does, or is made anew by the question.</summary>
    private sealed class AllShardsAnswer(Search search, Readiness readiness) : IHealthCheck
    {
        private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var items = 0;
            try
            {
                readiness.Check();
                await search.Load(loaded => Interlocked.Add(ref items, loaded), s_patience, cancellationToken);
                return HealthCheckResult.Healthy(string.Create(CultureInfo.InvariantCulture, $"{items} items in {search.Catalogue.Shards} shards."));
            }
            catch (SearchException failure)
            {
                return HealthCheckResult.Unhealthy(failure.Message);
            }
        }
    }
}
