using System.Linq;
using System.Reflection;
using Xunit;

namespace SoftKernels.Kernels.Tests.Suite;

/// <summary>What the scripts select by: a test that does not say where it has to run would drop out of them unseen.</summary>
[On(Hardware.Any)]
public sealed class SelectionTests
{
    [Fact]
    public void Every_test_says_which_hardware_it_has_to_see()
    {
        var tests = typeof(SelectionTests).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.IsDefined(typeof(FactAttribute))).ToList();
        Assert.NotEmpty(tests);
        Assert.All(tests, test => Assert.True(
            test.IsDefined(typeof(OnAttribute)) != test.ReflectedType!.IsDefined(typeof(OnAttribute)),
            $"{test.ReflectedType!.Name}.{test.Name} says it not at all, or twice."));
    }
}
