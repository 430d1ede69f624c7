using System;

namespace Playground.Softmax;

/// <summary>How far bars reach, and in which steps they move.</summary>
/// <param name="Reach">From −Reach to Reach.</param>
/// <param name="Step">What an arrow key adds.</param>
public sealed record LogitScale(float Reach, float Step)
{
    /// <summary>Pixels from the greatest logit to the least.</summary>
    public const int Height = 220;

    public static LogitScale Near { get; } = new(6, 0.1f);

    /// <summary>Beyond what exp can hold.</summary>
    public static LogitScale Far { get; } = new(100, 1);

    /// <summary>The logit at a height, from the top.</summary>
    public float At(double y) => Fit(Reach - (2 * Reach * (float)y / Height));

    /// <summary>The height of a logit, from the top.</summary>
    public double Of(float logit) => Math.Clamp((Reach - logit) / (2 * Reach), 0, 1) * Height;

    /// <summary>The nearest logit on the scale.</summary>
    public float Fit(float logit) => (float)Math.Round(Math.Clamp(Math.Round(logit / Step) * Step, -Reach, Reach), 1);

    /// <summary>Where a key takes a logit; itself if the key means nothing here.</summary>
    public float After(string key, float logit) => Fit(key switch
    {
        "ArrowUp" or "ArrowRight" => logit + Step,
        "ArrowDown" or "ArrowLeft" => logit - Step,
        "PageUp" => logit + (10 * Step),
        "PageDown" => logit - (10 * Step),
        "Home" => -Reach,
        "End" => Reach,
        _ => logit,
    });
}
