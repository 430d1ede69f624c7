#:package SoftKernels@*-*

// Attention weights with a causal mask: each word looks at itself and at what came before, never at what comes after.
using SoftKernels;

string[] words = ["the", "cat", "sat", "down"];
float[,] queries = { { 1, 0, 1, 0 }, { 0, 2, 0, 1 }, { 1, 3, 0, 0 }, { 0, 1, 3, 1 } };
float[,] keys = { { 0, 1, 0, 0 }, { 2, 2, 1, 0 }, { 0, 1, 3, 1 }, { 1, 0, 1, 2 } };

float[] scores = new float[16];
ulong[] masks = new ulong[4];
for (int query = 0; query < 4; query++)
{
    masks[query] = (2UL << query) - 1; // bits 0 to query
    for (int key = 0; key < 4; key++)
    {
        for (int i = 0; i < 4; i++)
        {
            scores[query * 4 + key] += queries[query, i] * keys[key, i] / 2; // divided by √4
        }
    }
}

Head.MaskedSoftmax4Rows(scores, masks, scores); // in place
Console.WriteLine("      " + string.Concat(words.Select(word => $"{word,7}")));
foreach (var (word, row) in words.Zip(scores.Chunk(4)))
{
    Console.WriteLine($"{word,-6}" + string.Concat(row.Select(weight => $"{weight,7:F3}")));
}

[SoftKernel(4, Extras = SoftExtras.Mask)]
static partial class Head;

// Prints:
//           the    cat    sat   down
// the     1.000  0.000  0.000  0.000
// cat     0.269  0.731  0.000  0.000
// sat     0.071  0.859  0.071  0.000
// down    0.006  0.045  0.904  0.045
