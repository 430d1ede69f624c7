using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace DigitsApi;

/// <summary>One digit: 64 shades, row by row, from 0 to 16.</summary>
internal sealed record Drawing(float[]? Pixels);

/// <summary>Several digits.</summary>
internal sealed record Drawings(float[]?[]? Images);

/// <summary>The most probable digit, its probability, and the natural logarithm of every digit's.</summary>
internal sealed record Classification(int Digit, float Probability, float[] LogProbabilities);

/// <summary>"NaN" is let through, so that the message can say where it stands.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(Drawing))]
[JsonSerializable(typeof(Drawings))]
[JsonSerializable(typeof(Classification))]
[JsonSerializable(typeof(Classification[]))]
[JsonSerializable(typeof(ProblemDetails))]
internal sealed partial class ServiceJson : JsonSerializerContext;
