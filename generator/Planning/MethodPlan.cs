using System.Collections.Generic;
using SoftKernels.Generator.Operations;

namespace SoftKernels.Generator.Planning;

/// <summary>A method of a generated file, every decision taken. What it looks like is known at once; its text is made when it is asked for.</summary>
internal abstract class MethodPlan(MethodForm form, Operation operation, int size, MethodShape shape)
{
    /// <summary>Which lengths it takes.</summary>
    public MethodForm Form { get; } = form;

    public Operation Operation { get; } = operation;

    /// <summary>N; 0 for a method of any length.</summary>
    public int Size { get; } = size;

    public MethodShape Shape { get; } = shape;

    /// <summary>Whether users call it.</summary>
    public virtual bool IsPublic => true;

    /// <summary>Whether it holds unrolled code.</summary>
    public virtual bool IsUnrolled => false;

    /// <summary>The preprocessor's symbol without which it is left out.</summary>
    public virtual string? Condition => null;

    /// <summary>Its documentation, without slashes.</summary>
    public virtual List<string> Documentation => [];

    /// <summary>Its attributes, without brackets: code that nobody wrote needs neither review nor tests of its user's.</summary>
    public List<string> Attributes
    {
        get
        {
            List<string> attributes =
            [
                "global::System.CodeDom.Compiler.GeneratedCode(\"" + FilePlan.Tool + "\", \"" + FilePlan.ToolVersion + "\")",
                "global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage",
            ];
            if (IsUnrolled)
            {
                attributes.Add(Library.Optimized);
            }

            return attributes;
        }
    }

    /// <summary>The attribute of what throws: of the methods that check their arguments, which are those that users call.</summary>
    public string? Hidden => IsPublic ? Library.Hidden : null;

    public string Head => (IsPublic ? "public static " : "private static ") + Shape.Head;

    public List<string> Body
    {
        get
        {
            Code code = new();
            Write(code);
            return code.Lines;
        }
    }

    protected abstract void Write(Code code);
}
