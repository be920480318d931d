# La page d’aide.
help-text = Où se trouve quoi, ce que font les touches, et à qui s’adresser.

## Où se trouve quoi

help-pages = Où se trouve quoi
help-pages-text = Vous voyez les pages que vos rôles ouvrent. La même liste figure dans le menu.
help-overview = Où en est votre société : clients, offres épinglées et ce qui reste à mettre en route.
help-catalog = Toutes les offres de la liste de prix du mois, avec des filtres et le détail de chaque offre.
help-customize = Choisissez jusqu’à cinq offres qui viennent en premier pour toute votre société.
help-activity = Qui a changé quoi et quand, avec l’ancienne et la nouvelle valeur. Peut être téléchargé.
help-account = Vos rôles et ce qu’ils permettent, mot de passe, second facteur, langue, thème et vos sessions.
help-admin-overview = Votre société, vos rôles.
help-operator-overview = Vos rôles et, dans un bac à sable, la date de gestion.

## Touches

help-keyboard = Clavier
help-keyboard-text = Tout est accessible sans souris.
help-key-tab = Au lien, au bouton ou au champ suivant
help-key-back = Au précédent
help-key-enter = Suivre le lien, actionner le bouton, envoyer le formulaire
help-key-escape = Fermer un menu ou une boîte de dialogue

## À qui s’adresser

help-ask = À qui s’adresser
help-ask-roles = Pour vos rôles, un nouveau collègue ou un second facteur perdu : un administrateur général de votre société.
help-ask-customers = Les clients s’adressent à vous : en tant que revendeur, vous assurez leur support.
help-ask-operator = Pour le programme, le contrat ou une panne de ce portail : { $operator }.
help-ask-admin = Pour vos rôles ou un mot de passe perdu : un administrateur général de votre société.
help-ask-partner = Pour les abonnements, les factures ou un service en panne : le partenaire chez qui votre société achète.
help-ask-staff = Pour vos rôles dans le back-office : les responsables de ce portail chez { $operator }.
help-ask-names = Dans votre société : { $names }
help-non-payment = Ce dont vous répondez lorsqu’un client ne paie pas, et ce que vous pouvez faire
help-outbox = Tous les courriels que le portail a écrits et leur état d’envoi
