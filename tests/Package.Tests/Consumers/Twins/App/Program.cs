using System;
using SoftKernels;
using Twins;

float[] scores = [1, 2, 5];
Console.WriteLine($"{Left.Best(scores)} {Right.Best(scores)} {Digits.ArgMax3(scores)}");

namespace Twins
{
    [SoftKernel(Size = 3)]
    internal static partial class Digits;
}
