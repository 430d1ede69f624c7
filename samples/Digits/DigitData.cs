using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;

namespace Digits;

/// <summary>Handwritten digits: 8x8 images, row after row in one array, shades from 0 to 1; and their classes.</summary>
internal sealed class DigitData
{
    public const int Side = 8;
    public const int Pixels = Side * Side;
    public const int Classes = 10;
    public const int Darkest = 16;
    private const int FewestRows = 5;

    private readonly float[] _images;
    private readonly int[] _labels;

    private DigitData(float[] images, int[] labels) => (_images, _labels) = (images, labels);

    public int Count => _labels.Length;

    public ReadOnlySpan<float> Images => _images;

    public ReadOnlySpan<int> Labels => _labels;

    public ReadOnlySpan<float> Image(int index) => _images.AsSpan(index * Pixels, Pixels);

    public static DigitData Load(string path)
    {
        var images = new List<float>();
        var labels = new List<int>();
        try
        {
            using var reader = Open(path);
            while (reader.ReadLine() is { } line)
            {
                ReadRow(line, $"{path}, line {labels.Count + 1}", images, labels);
            }
        }
        catch (InvalidDataException damage)
        {
            throw new InvalidDataException($"{path} is not a sound gzip file: {damage.Message} Restore it, or name another with --data.");
        }

        return labels.Count >= FewestRows
            ? new([.. images], [.. labels])
            : throw new InvalidDataException($"{path}: digits found: {labels.Count}; at least {FewestRows} are needed, to hold a fifth of them back.");
    }

    /// <summary>Four fifths to learn from and one fifth, held back, to judge by.</summary>
    public (DigitData Training, DigitData HeldBack) Split(int seed)
    {
        int[] rows = [.. Enumerable.Range(0, Count)];
        new Random(seed).Shuffle(rows);
        return (Take(rows[(Count / 5)..]), Take(rows[..(Count / 5)]));
    }

    private DigitData Take(int[] rows) => new(
        [.. rows.SelectMany(row => _images[(row * Pixels)..((row + 1) * Pixels)])],
        [.. rows.Select(row => _labels[row])]);

    private static StreamReader Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no file '{path}': restore it, or name another with --data.");
        }

        var file = File.OpenRead(path);
        return new(path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file);
    }

    private static void ReadRow(string line, string place, List<float> images, List<int> labels)
    {
        var fields = line.Split(',');
        if (fields.Length != Pixels + 1)
        {
            throw new FormatException($"{place}: values found: {fields.Length}, expected: {Pixels + 1} ({Pixels} shades, then the class).");
        }

        for (var i = 0; i < Pixels; i++)
        {
            images.Add((float)ReadField(fields, i, Darkest, "a shade", place) / Darkest);
        }

        labels.Add(ReadField(fields, Pixels, Classes - 1, "a class", place));
    }

    private static int ReadField(string[] fields, int index, int highest, string meaning, string place) =>
        int.TryParse(fields[index], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= highest
            ? value
            : throw new FormatException($"{place}, value {index + 1}: '{fields[index]}', but {meaning} is expected, a whole number from 0 to {highest}.");
}
