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
    [InlineData("double M(double[] x, double[] y) { double s = 0; for (int i = 0; i < x.Length; i++) { s += Math.Exp( x[i] / 2 ); } for (int j = 0; j < x . Length; ++j) { y[ j ] = (Math.Exp((x[j]) / 2)) /* of all */ / s; } return 0; }")]
    [InlineData("double M(double[] x, double[] y) { double s = 0; for (int i = 0; i < x.Length; i++) { y[i] = Math.Exp(x[i] / 2); s = s + y[ i ]; } for (int k = 0; k < x.Length; k++) { y[k] = y[k] /s; } return 0; }")]
    [InlineData("double[] M(double[] x, double[] y) { int n = x.Length; var p = new double[n]; double s = 0; for (int i = 0; i < p.Length; i++) { p[i] = Math.Exp(x[i] / 2); s += p[i]; } for (int i = 0; i < n; i++) { p[i] /= s; } return p; }")]
    [InlineData("double[] M(double[] x, double[] y) { int n = x.Length + 1; var p = new double[n]; n = x.Length; double s = 0; for (int i = 0; i < n; i++) { p[i] = Math.Exp(x[i] / 2); s += p[i]; } for (int i = 0; i < n; i++) { p[i] /= s; } return p; }")]
    [InlineData("double[] M(double[] x, double[] y) { var p = new double[x.Length]; p = y; double s = 0; for (int i = 0; i < x.Length; i++) { p[i] = Math.Exp(x[i] / 2); s += p[i]; } for (int i = 0; i < x.Length; i++) { p[i] /= s; } return p; }")]
    [InlineData("double[] s = new double[1]; double M(double[] x, double[] y) { double s = 0; for (int i = 0; i < x.Length; i++) { y[i] = Math.Exp(x[i] / 2); s += y[i]; } for (int i = 0; i < x.Length; i++) { y[i] /= s; } return this.s[0]; }")]
    [InlineData("double M(double[] x, double[] y) { double s = 0; for (int i = 0; i < x.Length; i++) { s += Math.Exp(x[i] / 2); } int k = 0; for (int j = 0; j < x.Length; j++) { y[j] = Math.Exp(x[k] / 2) / s; } return 0; }", false)]
    [InlineData("double[] M(double[] x, double[] y) { var e = x.Select(v => Math.Exp(v)).ToArray(); var s = e.Sum(); return e.Select(v => v / s).ToArray(); }")]
    [InlineData("List<double> M(double[] x, double[] y) { var e = x.Select(Math.Exp); var s = e.Sum(); return e.Select(v => v / s).ToList(); }")]
    [InlineData("IEnumerable<double> M(double[] x, double[] y) { var s = x.Sum(v => Math.Exp(v / 3)); return x.Select(v => Math.Exp(v / 3) / s); }")]
    [InlineData("float[] M(double[] x, double[] y) { var f = x.ToList(); var s = f.Sum(v => (float)Math.Exp(v)); return f.Select(v => (float)Math.Exp(v) / s).ToArray(); }")]
    [InlineData("double[] M(double[] x, double[] y) { var e = Array.ConvertAll(x, v => Math.Exp(v)); var s = e.Sum(); return Array.ConvertAll(e, v => v / s); }")]
    [InlineData("double[] M(double[] x, double[] y) { var e = Array.ConvertAll(x, Math.Exp); var s = e.Sum(); for (int i = 0; i < e.Length; i++) { e[i] /= s; } return e; }")]
    [InlineData("double[] M(double[] x, double[] y) { var e = Array.ConvertAll(x, Math.Exp); var s = e.Sum(); for (int i = 0; i < e.Length; ++i) { e[i] /= s; } return e; }")]
    [InlineData("double M(double[] x, double[] y) => Math.Log(x.Sum(v => Math.Exp(v)));")]
    [InlineData("double M(double[] x, double[] y) => Math.Log(x.ToList().Sum(v => Math.Exp(v / 2)));")]
    [InlineData("double M(double[] x, double[] y) => Math.Log(x.Sum(v => Math.Exp(x[0])));")]
    [InlineData("double M(double[] x, double[] y) { double t = x[0]; return Math.Log(x.Sum(v => Math.Exp(t))); }")]
    [InlineData("double M(double[] x, double[] y) { double s = 0; for (int i = 0; i < x.Length; i++) { s += Math.Exp(x[i]); } return Math.Log(s); }")]
    [InlineData("double M(double[] x, double[] y) { double s = 0; foreach (var v in x) { s += Math.Exp(v); } return Math.Log2(s); }", false)]
    [InlineData("double M(double[] x, double[] y) { double s = 0; foreach (var v in x) { s += Math.Exp(v); } return Math.Log10(s); }", false)]
    [InlineData("double M(double[] x, double[] y) { double s = 0; foreach (var v in x) { s += Math.Exp(v); } return Math.Log(s, 3); }", false)]
    [InlineData("double M(double[] x, double[] y) => Math.Log2(x.Sum(v => Math.Exp(v)));", false)]
    [InlineData("double M(double[] x, double[] y) => Math.Log(x.Sum(v => Math.Exp(v)), 2);", false)]
    [InlineData("double M(double[] x, double[] y) { double s = 1; foreach (var v in x) { s += Math.Exp(v); } return Math.Log(s); }", false)]
    [InlineData("double M(double[] x, double[] y) => Math.Log(x.Average(v => Math.Exp(v)));", false)]
    [InlineData("double M(double[] x, double[] y) => Math.Log(x.Sum(v => Math.Exp(v)) + 1);", false)]
    [InlineData("double M(double[] x, double[] y) => Math.Log(x.Where(v => v > 0).Sum(v => Math.Exp(v)));")]
    [InlineData("double M(double[] x, double[] y) { double s = 0; for (int i = 0; i < x.Length; i += 2) { s += Math.Exp(x[i]); } return Math.Log(s); }", false)]
    [InlineData("double M(double[] x, double[] y) { double s = 0; for (int i = 0; i <= x.Length - 1; i++) { s += Math.Exp(x[i]); } return Math.Log(s); }", false)]
    [InlineData("double M(double[] x, double[] y) { int n = x.Length / 2; double s = 0; for (int i = 0; i < n; i++) { s += Math.Exp(x[i]); } return Math.Log(s); }")]
    [InlineData("double M(double[] x, double[] y) { int n = x.Length / 2; double s = 0; for (int i = 0; i < n; i++) { y[i] = Math.Exp(x[i]); s += y[i]; } for (int i = 0; i < n; i++) { y[i] /= s; } return 0; }")]
    [InlineData("double M(double[] x, double[] y) { int n = x.Length; double s = 0; for (int i = 0; i < n; i++) { y[i] = Math.Exp(x[i] * 2); s += y[i]; } n = n / 2; for (int i = 0; i < n; i++) { y[i] /= s; } return 0; }", false)]
    [InlineData("double M(double[] x, double[] y) { double s = 0; for (int i = 0; i < x.Length; i++) { y[i] = Math.Exp(x[i] / 2); s += y[i]; } for (int i = 0; i < x.Length; i++) { y[i] = 1 - y[i] / s; } return 0; }", false)]
    [InlineData("double M(double[] x, double[] y) { double s = 0; for (int i = 0; i < x.Length; i++) { x[i] = Math.Exp(x[i]); s += x[i]; } for (int i = 0; i < x.Length; i++) { x[i] /= s; } return x.Sum(); }")]
    [InlineData("double M(double[] x, double[] y) { double s = 0; for (int i = 0; i < x.Length; i++) { y[i] = Math.Exp(x[i]) * 2; s += y[i]; } for (int i = 0; i < x.Length; i++) { y[i] /= s; } return 0; }", false)]
    [InlineData("double M(double[] x, double[] y) { double s = 0; for (int i = 0; i < x.Length; i++) { y[i] = Math.Exp(x[i]); s += y[i]; } y[0] = 0; for (int i = 0; i < x.Length; i++) { y[i] /= s; } return 0; }", false)]
    [InlineData("double M(double[] x, double[] y) { double s = 0; for (int i = 0; i < x.Length; i++) { y[i] = Math.Exp(x[i]); s += y[i]; } for (int i = 0; i < x.Length; i++) { y[i] /= s; } return s; }", false)]
    [InlineData("double M(double[] x, double[] y) { double s = 0; for (int i = 0; i < x.Length; i++) { s += Math.Exp(x[i]); } for (int i = 0; i < x.Length; i++) { y[i] = Math.Exp(x[i]) * (1 / s); } return 0; }")]
    [InlineData("double M(double[] x, double[] y) { for (int i = 0; i < x.Length; i++) { y[i] = Math.Exp(x[i]); } double s = y.Sum(); for (int i = 0; i < x.Length; i++) { y[i] /= s; } return 0; }", false)]
    [InlineData("IEnumerable<double> M(double[] x, double[] y) { var e = x.Select(v => Math.Exp(v)); var s = e.Sum(); x = x.ToArray(); return e.Select(v => v / s).ToArray(); }", false)]
    [InlineData("double M(double[] x, double[] y) { System.Numerics.Tensors.TensorPrimitives.Exp<double>(x, y); double s = System.Numerics.Tensors.TensorPrimitives.Sum<double>(y.AsSpan(0, x.Length)); System.Numerics.Tensors.TensorPrimitives.Divide(y.AsSpan(0, x.Length), s, y); return 0; }", false)]
    [InlineData("double M(double[] x, double[] y) { System.Numerics.Tensors.TensorPrimitives.Exp<double>(x, y); var z = y.AsSpan(0, x.Length); z[0..].Fill(1); return 0; }", false)]
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
    [InlineData("double M(double[] x, double[] y) { int n = x.Length; double s = 0; for (int i = 0; i < n; i++) { s += Math.Exp(x[i] / 2); } for (int j = 0; j < n; j++) { y[j] = Math.Exp(x[j] / 2) / s; } return 0; }")]
    public Task By_hand(string members, bool isMended = true) => Computes(members, new ByHandFix(), isMended);

    [Theory]
    [InlineData("double M(double[] x, double[] y) { if (x.Length > 0) System.Numerics.Tensors.TensorPrimitives.SoftMax<double>(x, y); return 0; }")]
    [InlineData("double[] M(double[] x, double[] y) { var r = System.Buffers.ArrayPool<double>.Shared.Rent(x.Length + 9); if (x.Length > 0) System.Numerics.Tensors.TensorPrimitives.SoftMax<double>(x.AsSpan(), r); return r.AsSpan(0, x.Length).ToArray(); }")]
    [InlineData("double M(double[] x, double[] y) { Span<double> z = y; if (x.Length > 0) System.Numerics.Tensors.TensorPrimitives.SoftMax<double>(destination: z, x: x); return 0; }")]
    [InlineData("double M(double[] x, double[] y) { if (x.Length > 0) System.Numerics.Tensors.Tensor.SoftMax<double>(x, y.AsSpan(0, x.Length).ToArray()); return 0; }")]
    [InlineData("double M(double[] x, double[] y) { if (x.Length > 0 && y.Length == x.Length) { System.Numerics.Tensors.Tensor.SoftMax<double>(x, y); } return y.Length; }")]
    [InlineData("double M(double[] x, double[] y) { if (x.Length > 0 && y.Length == x.Length) { System.Numerics.Tensors.Tensor.SoftMax<double>(destination: y, x: x); } return y.Length; }")]
    [InlineData("double[] M(double[] x, double[] y) { if (x.Length > 0) System.Numerics.Tensors.Tensor.SoftMax<double>(x, x); return x; }")]
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
