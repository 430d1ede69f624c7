using SoftKernels.Browser.Tests;
using Xunit;

// One browser for all tests, which share its time with what they look at.
[assembly: AssemblyFixture(typeof(Browser))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]
