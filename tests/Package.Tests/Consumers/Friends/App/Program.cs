using System;
using System.Linq;
using Friends;
using SoftKernels;

float[] logits = [1, 3, 2, 0];
var theirs = new float[4];
var ours = new float[4];
Route.Softmax4(logits, theirs);
Choice.Softmax4(logits, ours);
Console.WriteLine($"{Route.ArgMax4(logits)} {Choice.ArgMax4(logits)} {theirs.SequenceEqual(ours)}");

namespace Friends
{
    [SoftKernel(Size = 4)]
    internal static partial class Choice;
}
