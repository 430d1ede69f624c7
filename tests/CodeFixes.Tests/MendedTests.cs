using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;
using SoftKernels.CodeFixes.Tests.Harness;
using Xunit;

namespace SoftKernels.CodeFixes.Tests;

/// <summary>What a fix leaves computes what was computed before, and takes what was taken: a longer destination, an empty row.</summary>
public sealed class MendedTests
{
    [Theory]
    [InlineData("double M(double[] x, double[] y) { double s = 0; for (int i = 0; i < x.Length; i++) { y[i] = Math.Exp(x[i]); s += y[i]; } for (int i = 0; i < x.Length; i++) { y[i] /= s; } return 0; }")]
    [InlineData("double M(double[] x, double[] y) { double s = 0; for (int i = 0; i < x.Length; i++) { y[i] = Math.Exp(x[i] / 2); s += y[i]; } for (int i = 0; i < x.Length; i++) { y[i] /= s; } return 0; }")]
    [InlineData("double M(double[] x, double[] y) { int n = x.Length; for (int i = 0; i < n; i++) { y[i] = Math.Exp(x[i]); } double s = 0; for (int i = 0; i < n; i++) { s += y[i]; } double inv = 1 / s; for (int i = 0; i < n; i++) { y[i] *= inv; } return 0; }")]
    [InlineData("double M(double[] x, double[] y) { double s = 0; for (int i = 0; i < x.Length; i++) { s += Math.Exp(x[i] / 2); } for (int i = 0; i < x.Length; i++) { y[i] = Math.Exp(x[i] / 2) / s; } return 0; }")]
    [InlineData("double M(double[] x, double[] y) { double s = 0; for (int i = 0; i < x.Length; i++) { y[i] = Math.Pow(Math.E, x[i]); s += y[i]; } s = 1 / s; for (int i = 0; i < x.Length; i++) { y[i] *= s; } return 0; }")]
    [InlineData("double M(double[] x, double[] y) { Span<double> z = y; double s = 0; for (int i = 0; i < x.Length; i++) { double e = Math.Exp(x[i] * 0.5); z[i] = e; s += e; } for (int i = 0; i < x.Length; i++) { z[i] = z[i] / s; } return 0; }")]
    [InlineData("double[] M(double[] x, double[] y) { double[] p = new double[x.Length]; for (int i = 0; i < x.Length; i++) { p[i] = Math.Exp(x[i]); } double s = p.Sum(); for (int i = 0; i < p.Length; i++) { p[i] /= s; } return p; }")]
    [InlineData("double[] M(double[] x, double[] y) { double s = 0; for (int i = 0; i < x.Length; i++) { s += Math.Exp(x[i]); } double[] p = new double[x.Length]; for (int i = 0; i < x.Length; i++) { p[i] = Math.Exp(x[i]) / s; } return p; }")]
    [InlineData("double[] M(double[] x, double[] y) { var e = x.Select(v => Math.Exp(v)).ToArray(); var s = e.Sum(); return e.Select(v => v / s).ToArray(); }")]
    [InlineData("List<double> M(double[] x, double[] y) { var e = x.Select(Math.Exp); var s = e.Sum(); return e.Select(v => v / s).ToList(); }")]
    [InlineData("IEnumerable<double> M(double[] x, double[] y) { var s = x.Sum(v => Math.Exp(v / 3)); return x.Select(v => Math.Exp(v / 3) / s); }")]
    [InlineData("float[] M(double[] x, double[] y) { var f = x.ToList(); var s = f.Sum(v => (float)Math.Exp(v)); return f.Select(v => (float)Math.Exp(v) / s).ToArray(); }")]
    [InlineData("double[] M(double[] x, double[] y) { var e = Array.ConvertAll(x, v => Math.Exp(v)); var s = e.Sum(); return Array.ConvertAll(e, v => v / s); }")]
    [InlineData("double[] M(double[] x, double[] y) { var e = Array.ConvertAll(x, Math.Exp); var s = e.Sum(); for (int i = 0; i < e.Length; i++) { e[i] /= s; } return e; }")]
    [InlineData("double M(double[] x, double[] y) => Math.Log(x.Sum(v => Math.Exp(v)));")]
    [InlineData("double M(double[] x, double[] y) => Math.Log(x.ToList().Sum(v => Math.Exp(v / 2)));")]
    [InlineData("double M(double[] x, double[] y) { double s = 0; for (int i = 0; i < x.Length; i++) { s += Math.Exp(x[i]); } return Math.Log(s); }")]
    [InlineData("double M(double[] x, double[] y) { y[0] = 5; double s = 0; for (int i = 0; i < x.Length; i++) { y[i] = Math.Exp(x[i]); s += y[i]; } for (int i = 0; i < x.Length; i++) { y[i] /= s; } y[0] = 3; return 0; }")]
    [InlineData("double M(double[] x, double[] y) { int n = x.Length; double s = 0; for (int i = 0; i < n; i++) { x[i] = Math.Exp(x[i]); s += x[i]; } for (int i = 0; i < n; i++) { x[i] /= s; } return 0; }")]
    [InlineData("double M(double[] x, double[] y) { int n = x.Length; var p = new double[n]; double s = 0; for (int i = 0; i < n; i++) { p[i] = Math.Exp(x[i]); s += p[i]; } for (int i = 0; i < n; i++) { p[i] /= s; } return p.Sum(); }")]
    [InlineData("double M(double[] x, double[] y) { int n = x.Length; var p = new double[n + 2]; double s = 0; for (int i = 0; i < n; i++) { p[i] = Math.Exp(x[i]); s += p[i]; } for (int i = 0; i < n; i++) { p[i] /= s; } return p[0] + p[n]; }")]
    [InlineData("double M(double[] x, double[] y) { int n = x.Length; var p = new double[n]; p = y; double s = 0; for (int i = 0; i < n; i++) { p[i] = Math.Exp(x[i]); s += p[i]; } for (int i = 0; i < n; i++) { p[i] /= s; } return 0; }")]
    [InlineData("double M(double[] x, double[] y) { int n = x.Length; double s = 0; for (int i = 0; i < n; i++) { y[i] = Math.Exp(y[i] / 2); s += y[i]; } for (int i = 0; i < n; i++) { y[i] /= s; } return 0; }")]
    [InlineData("double M(double[] x, double[] y) { int n = x.Length; double s = 0; for (int i = 0; i < n; i++) { y[i] = Math.Exp(Math.Sqrt(i)); s += y[i]; } for (int i = 0; i < n; i++) { y[i] *= 1 / s; } return 0; }")]
    [InlineData("double M(double[] x, double[] y) { int n = x.Length; double s = 0; for (int i = 0; i < n; ++i) y[i] = Math.Exp(x[i] / 2); for (int i = 0; i < n; ++i) s += y[i]; for (int j = 0; j < n; ++j) y[j] /= s; return 0; }")]
    [InlineData("double M(double[] x, double[] y) { for (int i = 0; i < y.Length; i++) { y[i] = Math.Exp(y[i] / 2); } double s = y.Sum(); for (int i = 0; i < y.Length; i++) { y[i] /= s; } return 0; }")]
    [InlineData("double M(double[] x, double[] y) { int n = x.Length; double s = 0; for (int i = 0; i < n; i++) { s += Math.Exp(x[i] / 2); } double[] q = new double[n + 9]; for (int i = 0; i < n; i++) { q[i] = Math.Exp(x[i] / 2) / s; } return q.Sum(); }")]
    [InlineData("double M(double[] x, double[] y) { int n = x.Length; float[] f = new float[n]; double s = 0; for (int i = 0; i < n; i++) { f[i] = (float)Math.Exp(x[i] / 2); s += f[i]; } for (int i = 0; i < n; i++) { f[i] = (float)(f[i] / s); } return f.Sum(); }")]
    [InlineData("double M(double[] x, double[] y) { int n = x.Length; double s = 0; for (int i = 0; i < n; i++) { s += Math.Exp(x[i]); } return 1 + Math.Log(s); }")]
    [InlineData("double M(double[] x, double[] y) { double s = 0; foreach (var v in x) { double e = Math.Exp(v); s += e; } return Math.Log(s); }")]
    [InlineData("double M(double[] x, double[] y) { double e = x.Sum(v => Math.Exp(v)); double l = Math.Log(e); return l; }")]
    [InlineData("double M(double[] x, double[] y) { return Math.Log(x.Where(v => v > 0).Sum(v => Math.Exp(v))); }")]
    [InlineData("double M(double[] x, double[] y) { var f = x.Select(v => (float)v).ToArray(); return MathF.Log(f.Sum(v => (float)Math.Exp(v / 2))); }")]
    [InlineData("double M(double[] x, double[] y) { var e = x.Select(v => Math.Exp(v)).ToArray(); var s = e.Sum(); for (int i = 0; i < e.Length; i++) { e[i] = e[i] / s; } return e.Sum(); }")]
    [InlineData("double M(double[] x, double[] y) { var probabilities = 3; var s = x.Sum(v => Math.Exp(v)); var r = x.Select(v => Math.Exp(v) / s).ToList(); r.Add(1); return r[0] + probabilities; }")]
    [InlineData("double M(double[] x, double[] y) { if (x.Length > 0) { x[0] *= 2; } double s = 0; foreach (var v in x) { s += Math.Exp(v); } return Math.Log(s); }")]
    public Task By_hand(string members) => Computes(members, new ByHandFix(), isMended: true);

    [Theory]
    [InlineData("double M(double[] x, double[] y) { if (x.Length > 0) System.Numerics.Tensors.TensorPrimitives.SoftMax<double>(x, y); return 0; }")]
    [InlineData("double[] M(double[] x, double[] y) { var r = System.Buffers.ArrayPool<double>.Shared.Rent(x.Length + 9); if (x.Length > 0) System.Numerics.Tensors.TensorPrimitives.SoftMax<double>(x.AsSpan(), r); return r.AsSpan(0, x.Length).ToArray(); }")]
    [InlineData("double M(double[] x, double[] y) { Span<double> z = y; if (x.Length > 0) System.Numerics.Tensors.TensorPrimitives.SoftMax<double>(destination: z, x: x); return 0; }")]
    [InlineData("double M(double[] x, double[] y) { if (x.Length > 0) System.Numerics.Tensors.Tensor.SoftMax<double>(x, y.AsSpan(0, x.Length).ToArray()); return 0; }")]
    public Task Tensors(string members) => Computes(members, new TensorSoftMaxFix(), true, isRestZero: true);

    private static async Task Computes(string members, CodeFixProvider fix, bool isMended, bool isRestZero = false)
    {
        AdviceProgram before = new(members);
        AdviceProgram? after = await before.Mended(fix);
        Assert.True((after is not null) == isMended, after?.ToString() ?? "No fix is offered.");
        if (after is not null)
        {
            Assert.True(Behaviour.AssertSame(before.ToString(), after.ToString(), isRestZero) > 0, "Nothing has been run.");
        }
    }
}
