#if !NET8_0_OR_GREATER
namespace System.Runtime.CompilerServices;

/// <summary>Memory of the stack is written before it is read: clearing it first would be for nothing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SkipLocalsInitAttribute : Attribute
{
}
#endif
