using SoftKernels.Browser.Tests;
using SoftKernels.Browser.Tests.Playground;
using Xunit;

// One browser for all tests, which share its time with what they look at.
[assembly: AssemblyFixture(typeof(Browser))]
[assembly: AssemblyFixture(typeof(PlaygroundSite))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]
