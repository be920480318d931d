# Pages qui disent seulement pourquoi il n’y en a pas d’autre.
page-unreachable = Le serveur est injoignable. Vérifiez votre connexion et réessayez ; votre saisie n’est pas perdue.
page-401 = Veuillez vous connecter
page-403 = Vous n’avez pas accès à cette page
page-404 = Cette page n’existe pas
page-405 = Cette adresse ne s’utilise pas ainsi
page-413 = L’envoi est trop volumineux
page-500 = Une erreur s’est produite de notre côté
page-503 = Le service est momentanément indisponible
page-403-action = Ce que vous avez demandé
page-403-roles = Rôles qui le permettent
page-403-colleagues = { $count ->
    [one] Qui, dans votre société, a un tel rôle
   *[other] Qui, dans votre société, a l’un d’eux
}
page-403-nobody = Personne pour l’instant
page-to-overview = Vers la vue d’ensemble
page-to-start = Vers la page d’accueil
