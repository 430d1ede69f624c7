using DigitsApi;

Service.Build(args).Run();
