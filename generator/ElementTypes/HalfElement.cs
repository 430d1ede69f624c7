namespace SoftKernels.Generator.ElementTypes;

internal static class HalfElement
{
    public static readonly ElementType Instance = new("System.Half", computedIn: SingleElement.Instance);
}
