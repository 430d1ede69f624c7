using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Digits;
using DigitsApi;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace SoftKernels.Samples.Tests;

/// <summary>What the service answers: asked in memory, and once over a socket.</summary>
public sealed class DigitsApiTests(InMemoryService service) : IClassFixture<InMemoryService>
{
    private static readonly DigitData s_heldBack = DigitData.Load(Service.DataFile).Split(Service.Seed).HeldBack;

    [Fact]
    public async Task Most_held_back_digits_are_recognized_in_a_batch()
    {
        JsonElement answers = await Accepted("/digits/batch", Batch(Enumerable.Range(0, s_heldBack.Count)));

        Assert.Equal(s_heldBack.Count, answers.GetArrayLength());
        int right = answers.EnumerateArray().Zip(s_heldBack.Labels.ToArray()).Count(pair => pair.First.GetProperty("digit").GetInt32() == pair.Second);
        Assert.True(right >= 0.95 * s_heldBack.Count, $"{right} of {s_heldBack.Count}");
    }

    [Fact]
    public async Task An_answer_holds_the_most_probable_digit_its_probability_and_all_log_probabilities()
    {
        JsonElement answer = await Accepted("/digits", $$"""{"pixels": {{Shades(0)}}}""");

        Assert.Equal(["digit", "probability", "logProbabilities"], answer.EnumerateObject().Select(property => property.Name));
        double[] logProbabilities = [.. answer.GetProperty("logProbabilities").EnumerateArray().Select(value => value.GetDouble())];
        int digit = answer.GetProperty("digit").GetInt32();
        Assert.Equal(DigitData.Classes, logProbabilities.Length);
        Assert.Equal(logProbabilities.Max(), logProbabilities[digit]);
        Assert.Equal(Math.Exp(logProbabilities[digit]), answer.GetProperty("probability").GetDouble(), tolerance: 1e-6);
        Assert.Equal(1, logProbabilities.Sum(Math.Exp), tolerance: 1e-6);
    }

    [Fact]
    public async Task A_digit_gets_the_same_answer_alone_and_in_a_batch()
    {
        JsonElement alone = await Accepted("/digits", $$"""{"pixels": {{Shades(20)}}}""");
        JsonElement batch = await Accepted("/digits/batch", Batch(Enumerable.Range(0, 40)));

        Assert.Equal(alone.GetRawText(), batch[20].GetRawText());
    }

    [Fact]
    public async Task The_answer_in_the_readme_is_the_answer_to_its_request()
    {
        Assert.SkipUnless(Fma.IsSupported || AdvSimd.IsSupported, "Without fused multiply-add, last digits differ.");

        string[] readme = await ReadmeTests.Readme("DigitsApi");
        JsonElement answer = await Accepted("/digits", ReadmeTests.Block("json", readme));

        using JsonDocument shown = JsonDocument.Parse(ReadmeTests.Block("json", readme.SkipWhile(line => line != "The answer:")));
        Assert.True(JsonElement.DeepEquals(shown.RootElement, answer), answer.GetRawText());
    }

    [Fact]
    public async Task A_batch_may_be_empty() => Assert.Equal("[]", (await Accepted("/digits/batch", """{"images": []}""")).GetRawText());

    [Theory]
    [InlineData("a digit", "not the JSON", "$")]
    [InlineData("", "not the JSON")]
    [InlineData("""{"pixels": [1, 2""", "not the JSON", "$.pixels[1]")]
    [InlineData("""{"pixels": "dark"}""", "not the JSON", "$.pixels")]
    [InlineData("""{"pixels": [NaN]}""", "not the JSON", "$.pixels[0]")]
    [InlineData("null", "'pixels' is missing", "64")]
    [InlineData("{}", "'pixels' is missing", "64")]
    [InlineData("""{"pixels": null}""", "'pixels' is missing", "64")]
    [InlineData("""{"pixels": [1, 2, 3]}""", "'pixels' holds 3 shades", "exactly 64")]
    public async Task A_body_that_is_no_digit_is_refused(string body, params string[] words) => await Refused("/digits", body, words);

    [Theory]
    [InlineData("\"NaN\"", "NaN")]
    [InlineData("-1", "-1")]
    [InlineData("16.5", "16.5")]
    [InlineData("1e99", "Infinity")]
    public async Task A_shade_beyond_the_range_is_refused(string shade, string shown) =>
        await Refused("/digits", $$"""{"pixels": [{{string.Join(", ", Enumerable.Repeat("0", 5))}}, {{shade}}, {{string.Join(", ", Enumerable.Repeat("0", 58))}}]}""",
            "'pixels[5]'", shown, "from 0 to 16");

    [Theory]
    [InlineData("{}", "'images' is missing")]
    [InlineData("""{"images": [null]}""", "'images[0]' is missing")]
    [InlineData("""{"images": [[1]]}""", "'images[0]' holds 1 shades")]
    public async Task A_batch_with_a_mistake_is_refused(string body, params string[] words) => await Refused("/digits/batch", body, words);

    [Fact]
    public async Task The_root_says_what_to_post() => AssertUsage(await service.Client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken));

    [Fact]
    public async Task It_listens_where_it_is_told_to()
    {
        await using WebApplication listening = Service.Build(["--urls", "http://127.0.0.1:0"]);
        await listening.StartAsync(TestContext.Current.CancellationToken);
        using HttpClient client = new() { BaseAddress = new Uri(Assert.Single(listening.Urls)) };

        AssertUsage(await client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    private static void AssertUsage(string usage)
    {
        Assert.Contains("POST /digits ", usage, StringComparison.Ordinal);
        Assert.Contains("POST /digits/batch ", usage, StringComparison.Ordinal);
    }

    private static string Batch(IEnumerable<int> rows) => $$"""{"images": [{{string.Join(", ", rows.Select(Shades))}}]}""";

    private static string Shades(int row) =>
        $"[{string.Join(", ", s_heldBack.Image(row).ToArray().Select(shade => (shade * DigitData.Darkest).ToString(CultureInfo.InvariantCulture)))}]";

    private async Task<JsonElement> Accepted(string path, string body)
    {
        using HttpResponseMessage response = await Post(path, body);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await Json(response, "application/json");
    }

    private async Task Refused(string path, string body, params string[] words)
    {
        using HttpResponseMessage response = await Post(path, body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        JsonElement problem = await Json(response, "application/problem+json");
        Assert.Equal(400, problem.GetProperty("status").GetInt32());
        Assert.All(words, word => Assert.Contains(word, problem.GetProperty("detail").GetString(), StringComparison.Ordinal));
    }

    private async Task<HttpResponseMessage> Post(string path, string body)
    {
        using StringContent content = new(body, Encoding.UTF8, "application/json");
        return await service.Client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    private static async Task<JsonElement> Json(HttpResponseMessage response, string mediaType)
    {
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        using JsonDocument document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }
}
