# Pages de départ.
overview-title = Vue d’ensemble

## Thèmes de l’Espace partenaires, un par vignette : un titre et ce que l’on y trouve

overview-account = Gérer votre compte
overview-account-text = Vos propres données, le catalogue de votre société, et qui a changé quoi.
overview-pricing = Tarification et offres
overview-pricing-text = Ce qui se vend ce mois-ci, avec les prix partenaire et les prix de vente estimés.
overview-billing = Facturation
overview-billing-text = Factures, fichiers de rapprochement et paiements.
overview-customers = Comptes clients
overview-customers-text = Les sociétés auxquelles vous vendez.
overview-subscriptions = Abonnements des clients
overview-subscriptions-text = Ce que vos clients utilisent, et en quelle quantité.
overview-partners = Travailler avec d’autres partenaires
overview-partners-text = Les clients que plusieurs partenaires servent.
overview-support = Support client
overview-support-text = Aidez vos clients, et obtenez de l’aide vous-même.

## Fiches

overview-customer-count = { $count ->
    [one] client achète chez vous
   *[other] clients achètent chez vous
}
overview-nothing-pinned = Aucune offre n’est épinglée. Vos collègues voient le catalogue dans son ordre habituel.

## Centre d’administration et back-office

overview-company = Votre société
overview-company-name = Nom de la société
overview-company-domain = Domaine initial
overview-company-code = Code de crédit social unifié
overview-you = Vous
overview-you-name = Nom
overview-you-sign-in = Nom de connexion
overview-you-roles = Rôles

## L’horloge d’un bac à sable

overview-clock = Avancer la date de gestion
overview-clock-text = Nous sommes le { $day }. La date ne va que vers l’avant ; les travaux quotidiens sont exécutés pour chaque jour passé.
overview-clock-count = De combien
overview-clock-help = Au plus 366 jours ou 12 mois à la fois.
overview-clock-unit = Unité
overview-clock-days = Jours
overview-clock-months = Mois
overview-clock-move = Avancer
overview-clock-not-moved = La date n’a pas été avancée
done-clock-moved = La date de gestion a avancé. Toutes les pages suivent la nouvelle date.
err-sandbox-not-allowed = Les auditeurs ne peuvent pas avancer la date. Demandez à un collègue qui a un autre rôle.
err-sandbox-too-far = Entrez de 1 à { $days } jours, ou de 1 à { $months } mois.
