using System.Collections.Generic;
using SoftKernels.Generator.Layouts;
using SoftKernels.Generator.Operations;

namespace SoftKernels.Generator.Planning;

/// <summary>A private method that holds lowered operations.</summary>
internal abstract class UnrolledMethod(MethodForm form, SizedOperation sized, MethodShape shape)
    : MethodPlan(form, sized.Operation, sized.Size, shape)
{
    public sealed override bool IsPublic => false;

    public sealed override bool IsUnrolled => true;

    protected SizedOperation Sized { get; } = sized;

    /// <summary>What makes the JIT optimise at once, then the references that the bodies use, in the order of the parameters.</summary>
    protected void WriteBeginning(Code code, List<Body> bodies)
    {
        code.Line(Library.AtOnce);
        foreach (Parameter parameter in Shape.Parameters)
        {
            Port port = parameter.Port;
            foreach (Body body in bodies)
            {
                if (body.References.Contains(port.Reference))
                {
                    code.Line(Library.Reference(port.Element.Keyword(Sized.Type), port.Reference, parameter.Name));
                    break;
                }
            }
        }
    }

    /// <summary>Which lanes, and how the values lie in them.</summary>
    protected void WriteLanes(Code code, Body body)
    {
        code.Line("// " + body.Words + ".");
        code.Line("var lanes = " + Library.Lanes(Sized.Type, body.Width) + ";");
    }

    protected void WriteParagraphs(Code code, Body body)
    {
        bool isFirst = true;
        foreach (Paragraph paragraph in body.Paragraphs)
        {
            if (!isFirst)
            {
                code.Blank();
            }

            isFirst = false;
            if (paragraph.Comment.Length > 0)
            {
                code.Line("// " + paragraph.Comment);
            }

            foreach (string statement in paragraph.Statements)
            {
                code.Line(statement);
            }

            if (paragraph.Requirement is { } requirement)
            {
                code.Open("if (!" + requirement + ")");
                WriteFallBack(code);
                code.Close();
            }
        }
    }

    /// <summary>What is done with a row, or a block of rows, that is not ordinary.</summary>
    protected abstract void WriteFallBack(Code code);
}
