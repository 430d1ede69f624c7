using System;
using System.IO;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Tasks;
using Digits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DigitsApi;

/// <summary>The web application: trained when it is built, then read only, so all requests share one classifier.</summary>
internal static class Service
{
    // As in the Digits sample, whose report says how good the model is.
    public const int Seed = 1998;

    private const string Usage = """
        POST /digits        {"pixels": [64 shades, row by row, from 0 (white) to 16 (black)]}
        POST /digits/batch  {"images": [[64 shades], [64 shades], ...]}

        """;

    public static string DataFile => Path.Combine(AppContext.BaseDirectory, "data", "digits.csv.gz");

    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, ServiceJson.Default));

        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        var app = builder.Build();
        var classifier = new Classifier(Train());
        app.MapGet("/", () => Usage);
        app.MapPost("/digits", (HttpRequest request) =>
            Answer(request, ServiceJson.Default.Drawing, drawing => classifier.Classify(Shades.Read(drawing))[0], ServiceJson.Default.Classification));
        app.MapPost("/digits/batch", (HttpRequest request) =>
            Answer(request, ServiceJson.Default.Drawings, drawings => classifier.Classify(Shades.Read(drawings)), ServiceJson.Default.ClassificationArray));
        return app;
    }

    private static LogisticRegression Train()
    {
        var (training, _) = DigitData.Load(DataFile).Split(Seed);
        var model = new LogisticRegression();
        Trainer.Train(model, training, Seed);
        return model;
    }

    /// <summary>What the body asks for, or in the user's words what is wrong with it.</summary>
    private static async Task<IResult> Answer<TBody, TAnswer>(
        HttpRequest request, JsonTypeInfo<TBody> bodyType, Func<TBody?, TAnswer> answer, JsonTypeInfo<TAnswer> answerType)
    {
        try
        {
            var body = await JsonSerializer.DeserializeAsync(request.Body, bodyType, request.HttpContext.RequestAborted);
            return TypedResults.Json(answer(body), answerType);
        }
        catch (JsonException mistake)
        {
            return Problem($"It is not the JSON that is expected here. {mistake.Message}");
        }
        catch (FormatException mistake)
        {
            return Problem(mistake.Message);
        }
    }

    private static ProblemHttpResult Problem(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "The body can't be read as digits.");
}
