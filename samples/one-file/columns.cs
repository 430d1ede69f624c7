#:package SoftKernels@*-*

// A batch through columns: two pictures, a plane of scores for each class, as networks for segmentation give them (shape [2, 3, 8, 16]).
// The classes of a pixel lie a plane apart; one call finds the best for all pixels, and nothing is transposed.
using SoftKernels;

const int Pictures = 2, Classes = 3, Height = 8, Width = 16, Plane = Height * Width;
float[] scores = new float[Pictures * Classes * Plane];
for (int i = 0; i < scores.Length; i++)
{
    int picture = i / (Classes * Plane), kind = i / Plane % Classes, y = i / Width % Height, x = i % Width;
    float fromCentre = MathF.Sqrt((x - 5f - 5 * picture) * (x - 5f - 5 * picture) / 4 + (y - 3f) * (y - 3f));
    scores[i] = kind switch { 0 => 1f, 1 => 4f - fromCentre, _ => y - 4.5f }; // sky, sun, ground
}

int[] classes = new int[Pictures * Plane];
float[] probabilities = new float[Pictures * Plane];
Pixel.ArgMax3Columns(scores, classes, probabilities, columns: Plane);

for (int y = 0; y < Height; y++)
{
    Console.WriteLine($"{Row(0, y)}  {Row(1, y)}");
}

Console.WriteLine($"the surest pixel {probabilities.Max():F2}, the least sure {probabilities.Min():F2}");

string Row(int picture, int y) => string.Concat(classes.Skip(picture * Plane + y * Width).Take(Width).Select(kind => ".o#"[kind]));

[SoftKernel(3, Operations = SoftOperations.ArgMax | SoftOperations.Softmax, Extras = SoftExtras.Columns)]
static partial class Pixel;

// Prints:
// ................  ................
// .ooooooooo......  ......ooooooooo.
// ooooooooooo.....  .....ooooooooooo
// ooooooooooo.....  .....ooooooooooo
// ooooooooooo.....  .....ooooooooooo
// .ooooooooo......  ......ooooooooo.
// ################  ################
// ################  ################
// the surest pixel 0.95, the least sure 0.41
