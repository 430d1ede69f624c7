using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using Xunit;

namespace SoftKernels.Samples.Tests;

/// <summary>How well the models of Digits learn, what is drawn of it, and what it refuses.</summary>
public sealed class DigitsTests
{
    private const int Epochs = 80;

    [Fact]
    public async Task Both_models_learn_and_their_curves_are_drawn()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("digits");
        try
        {
            (int exitCode, string output, string errors) = await ConsoleSample.Run("Digits", "plot", folder.FullName);

            Assert.True(exitCode == 0, errors);
            Assert.InRange(Accuracy(output, "logistic regression"), 96, 100);
            Assert.InRange(Accuracy(output, "hidden layer"), 97, 100);

            string loss = Path.Combine(folder.FullName, "digits-loss.svg");
            string accuracy = Path.Combine(folder.FullName, "digits-accuracy.svg");
            Assert.EndsWith($"{loss}\n{accuracy}", output, StringComparison.Ordinal);
            AssertDrawn(loss, lines: 4);
            AssertDrawn(accuracy, lines: 2);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("Required argument 'folder' missing for command: 'plot'", "plot")]
    [InlineData("does not exist: create it first", "plot", "no-such-folder")]
    [InlineData("Unrecognized command or argument 'more'", "plot", ".", "more")]
    [InlineData("Required argument missing for option: '--seed'", "plot", ".", "--seed")]
    [InlineData("'-1' is not a seed", "--seed", "-1")]
    [InlineData("There is no file 'no-such-file'", "--data", "no-such-file")]
    public async Task A_mistake_in_the_arguments_is_named(string reason, params string[] arguments)
    {
        (int exitCode, string output, string errors) = await ConsoleSample.Run("Digits", arguments);

        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.Contains(reason, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_no_folder_for_charts()
    {
        (int exitCode, _, string errors) = await ConsoleSample.Run("Digits", "plot", ConsoleSample.Metadata("Sample:Digits"));

        Assert.Equal(2, exitCode);
        Assert.Contains("is a file: name a folder instead", errors, StringComparison.Ordinal);
    }

    /// <summary>In percent, from the model's line of the summary.</summary>
    private static double Accuracy(string output, string model)
    {
        string line = output.Split('\n').First(line => line.StartsWith($"│ {model}", StringComparison.Ordinal));
        return double.Parse(line.Split('│')[3].TrimEnd(' ', '%'), CultureInfo.InvariantCulture);
    }

    /// <summary>Each line has a point for each epoch, inside the chart.</summary>
    private static void AssertDrawn(string file, int lines)
    {
        XElement svg = XDocument.Load(file).Root!;
        double[] size = [(double)svg.Attribute("width")!, (double)svg.Attribute("height")!];
        string[] drawn = [.. svg.Elements(svg.Name.Namespace + "polyline").Select(line => (string)line.Attribute("points")!)];

        Assert.Equal(lines, drawn.Length);
        Assert.All(drawn, points =>
        {
            double[][] places = [.. points.Split(' ').Select(point => point.Split(',').Select(place => double.Parse(place, CultureInfo.InvariantCulture)).ToArray())];
            Assert.Equal(Epochs, places.Length);
            Assert.All(places, place => Assert.All(place.Zip(size), pair => Assert.InRange(pair.First, 0, pair.Second)));
        });
    }
}
