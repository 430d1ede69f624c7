using System;
using Digits;

namespace DigitsApi;

/// <summary>Turns the shades of a request into those the model has learnt from.</summary>
internal static class Shades
{
    public static float[] Read(Drawing? drawing) => Read([drawing?.Pixels], _ => "pixels");

    public static float[] Read(Drawings? drawings) =>
        Read(drawings?.Images ?? throw new FormatException("'images' is missing: an array of arrays of shades is expected."), index => $"images[{index}]");

    private static float[] Read(float[]?[] drawings, Func<int, string> name)
    {
        var images = new float[drawings.Length * DigitData.Pixels];
        for (var i = 0; i < drawings.Length; i++)
        {
            var shades = drawings[i] ?? throw new FormatException($"'{name(i)}' is missing: an array of {DigitData.Pixels} shades is expected.");
            Read(shades, name(i), images.AsSpan(i * DigitData.Pixels, DigitData.Pixels));
        }

        return images;
    }

    private static void Read(float[] shades, string name, Span<float> image)
    {
        if (shades.Length != DigitData.Pixels)
        {
            throw new FormatException(
                $"'{name}' holds {shades.Length} shades, but exactly {DigitData.Pixels} are needed: {DigitData.Side} rows of {DigitData.Side}.");
        }

        for (var i = 0; i < image.Length; i++)
        {
            // NaN is in no range.
            image[i] = shades[i] is >= 0 and <= DigitData.Darkest
                ? shades[i] / DigitData.Darkest
                : throw new FormatException(FormattableString.Invariant(
                    $"'{name}[{i}]' is {shades[i]}, but a shade from 0 to {DigitData.Darkest} is expected."));
        }
    }
}
