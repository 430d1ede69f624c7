namespace SoftKernels.Benchmarks.Kernels;

// One class, and so one generated file, for each size and type.

[SoftKernel(Size = 2)]
internal static partial class Single2;

[SoftKernel(Size = 3)]
internal static partial class Single3;

[SoftKernel(Size = 4)]
internal static partial class Single4;

[SoftKernel(Size = 5)]
internal static partial class Single5;

[SoftKernel(Size = 7)]
internal static partial class Single7;

[SoftKernel(Size = 8)]
internal static partial class Single8;

[SoftKernel(Size = 10)]
internal static partial class Single10;

[SoftKernel(Size = 12)]
internal static partial class Single12;

[SoftKernel(Size = 16)]
internal static partial class Single16;

[SoftKernel(Size = 20)]
internal static partial class Single20;

[SoftKernel(Size = 24)]
internal static partial class Single24;

[SoftKernel(Size = 32)]
internal static partial class Single32;

[SoftKernel(Size = 48)]
internal static partial class Single48;

[SoftKernel(Size = 64)]
internal static partial class Single64;

[SoftKernel(Size = 100)]
internal static partial class Single100;

[SoftKernel(Size = 128)]
internal static partial class Single128;

[SoftKernel(Size = 256)]
internal static partial class Single256;

[SoftKernel(Size = 512)]
internal static partial class Single512;

[SoftKernel(Size = 1000)]
internal static partial class Single1000;

[SoftKernel(Size = 1024)]
internal static partial class Single1024;

[SoftKernel(Size = 4096)]
internal static partial class Single4096;

[SoftKernel(Size = 2, ElementType = typeof(double))]
internal static partial class Double2;

[SoftKernel(Size = 3, ElementType = typeof(double))]
internal static partial class Double3;

[SoftKernel(Size = 4, ElementType = typeof(double))]
internal static partial class Double4;

[SoftKernel(Size = 5, ElementType = typeof(double))]
internal static partial class Double5;

[SoftKernel(Size = 7, ElementType = typeof(double))]
internal static partial class Double7;

[SoftKernel(Size = 8, ElementType = typeof(double))]
internal static partial class Double8;

[SoftKernel(Size = 10, ElementType = typeof(double))]
internal static partial class Double10;

[SoftKernel(Size = 12, ElementType = typeof(double))]
internal static partial class Double12;

[SoftKernel(Size = 16, ElementType = typeof(double))]
internal static partial class Double16;

[SoftKernel(Size = 20, ElementType = typeof(double))]
internal static partial class Double20;

[SoftKernel(Size = 24, ElementType = typeof(double))]
internal static partial class Double24;

[SoftKernel(Size = 32, ElementType = typeof(double))]
internal static partial class Double32;

[SoftKernel(Size = 48, ElementType = typeof(double))]
internal static partial class Double48;

[SoftKernel(Size = 64, ElementType = typeof(double))]
internal static partial class Double64;

[SoftKernel(Size = 100, ElementType = typeof(double))]
internal static partial class Double100;

[SoftKernel(Size = 128, ElementType = typeof(double))]
internal static partial class Double128;

[SoftKernel(Size = 256, ElementType = typeof(double))]
internal static partial class Double256;

[SoftKernel(Size = 512, ElementType = typeof(double))]
internal static partial class Double512;

[SoftKernel(Size = 1000, ElementType = typeof(double))]
internal static partial class Double1000;

[SoftKernel(Size = 1024, ElementType = typeof(double))]
internal static partial class Double1024;

[SoftKernel(Size = 4096, ElementType = typeof(double))]
internal static partial class Double4096;
